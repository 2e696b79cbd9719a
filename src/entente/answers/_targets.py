"""How far a metric has come: observations compared with targets and baseline, bounds included.

Nothing is averaged, converted or guessed. Observations that differ are all kept, each with whoever
gave it, and what cannot be computed says why.

A target that is a bound says itself when it is met: ``>= 500 people`` is at least that. One that is a
number alone is read by the baseline: 500 is at least 500 if there were 200, at most 500 if there were
800. Without a baseline, only 500 itself has met it for certain.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import Enum, auto
from itertools import islice
from typing import Any, Final, TypeAlias, cast

from attrs import evolve, frozen

from entente.errors import QuantityError, UnitError
from entente.records._model import Metric
from entente.records._parts import Observation, Target
from entente.records._wording import (
    after,
    each_text,
    lengths_text,
    quantity_text,
    short_date,
)
from entente.values._duration import Duration
from entente.values._period import Period, PeriodLike
from entente.values._quantity import Quantity
from entente.values._truth import Truth
from entente.values._units import is_counted


@frozen(kw_only=True)
class Progress:
    """What one observation says about one target of a metric.

    A metric without targets has one answer for each observation, whose `target` is None. If nothing
    was observed, there is one for each target, whose `observation` is None.

    `met` answers whether the observation reaches the target, whenever that was; `in_time` whether it is
    of a time by which the target is due. `of_target` is its share of the target in per cent, for a
    target that is not an upper limit. `since_baseline` is its change since the baseline: in per
    cent, or in the metric's unit if the baseline may be zero. `change` is the change that it states
    itself. `unknown` gives the reasons for what is missing, and for a `met` that only the direction of
    the target leaves open. `conflicts` are the other observations for the same time that contradict
    it.
    """

    metric: Metric
    target: Target | None
    observation: Observation | None
    met: Truth | None
    of_target: Quantity | None
    since_baseline: Quantity | None
    unknown: tuple[str, ...]
    conflicts: tuple[Observation, ...]

    @property
    def change(self) -> Quantity | None:
        """The change that the observation states itself."""
        return None if self.observation is None else self.observation.change

    @property
    def in_time(self) -> Truth | None:
        """Whether the observation is of a time by which the target is due; None without a date."""
        if self.observation is None or self.target is None:
            return None
        due = self.target.due
        return None if due is None else _is_in_time(self.observation, due)


def progress(
    metric: Metric, *, on: PeriodLike | None = None
) -> tuple[Progress, ...]:
    """Return what each observation of a metric says about each target, in their order.

    With `on`, observations count that may be of that time.

    >>> target = Target(value=">= 500 people", due="2026")
    >>> metric = Metric(id="deployed", name="Deployed", unit="people", targets=(target,),
    ...                 observations=(Observation(period="2024", value="> 250 <= 500 people"),))
    >>> [(str(each.of_target), each.met) for each in progress(metric)]
    [('> 50 <= 100 %', <Truth.MAYBE>)]
    """
    observed = [
        position
        for position, observation in enumerate(metric.observations)
        if on is None or time_of(observation).overlaps(Period.of(on)).possible
    ]
    if not observed:
        reason = "nothing was observed"
        if on is not None:
            reason += f" for {Period.of(on)}"
        return tuple(
            _unobserved(metric, target, reason) for target in metric.targets
        )
    contradicted_by: defaultdict[int, list[Observation]] = defaultdict(list)
    for later, each in conflicts(metric):
        for earlier in each:
            contradicted_by[earlier].append(metric.observations[later])
            contradicted_by[later].append(metric.observations[earlier])
    # Also without a target there is a change since the baseline.
    targets: tuple[Target | None, ...] = metric.targets or (None,)
    return tuple(
        _progress(
            metric,
            target,
            metric.observations[position],
            contradicted_by[position],
        )
        for position in observed
        for target in targets
    )


def _unobserved(metric: Metric, target: Target, reason: str) -> Progress:
    return Progress(
        metric=metric,
        target=target,
        observation=None,
        met=None,
        of_target=None,
        since_baseline=None,
        unknown=(reason,),
        conflicts=(),
    )


def _progress(
    metric: Metric,
    target: Target | None,
    observation: Observation,
    contradicted_by: Iterable[Observation],
) -> Progress:
    against_target = _against_target(metric, target, observation)
    since_baseline = _since_baseline(metric, target, observation)
    return Progress(
        metric=metric,
        target=target,
        observation=observation,
        met=against_target.met,
        of_target=against_target.share,
        since_baseline=since_baseline.change,
        unknown=(*against_target.unknown, *since_baseline.unknown),
        conflicts=tuple(contradicted_by),
    )


# --- the time of an observation -------------------------------------------------------------------

Days: TypeAlias = tuple[datetime.date, datetime.date]
"""A first and a last day, with all days between them."""

# A doubtful or approximate date, an unspecified digit and a set are one date among several.
_ONE_OF_SEVERAL: Final = re.compile(r"[?~%X[]")


def time_of(observation: Observation) -> Period:
    """Return the period of a figure, or else the day as of which it was so.

    >>> time_of(Observation(as_of="2024-01-30", value="250 people"))
    Period('2024-01-30')
    """
    # An observation has one of the two.
    return cast("Period", observation.period or observation.as_of)


def days_of(observation: Observation) -> Days | None:
    """Return the first and the last day that a figure is for, or None if these are not known."""
    if observation.period is not None:
        return days_covered(observation.period)
    # A figure as of 2024 was so on one day of that year, and not for all of it.
    day = time_of(observation).day
    return None if day is None else (day, day)


def days_covered(period: Period) -> Days | None:
    """Return the first and the last day of a period that means all its days, or None if it may not.

    >>> days_covered(Period("2023")) == days_covered(Period("2023-01/2023-12"))
    True
    """
    # Two figures "for one of 2023 and 2024" need not be for the same year.
    if _ONE_OF_SEVERAL.search(period.edtf):
        return None
    first, last = period.earliest, period.latest
    if first is None or last is None:
        return None
    return first, last


def _is_in_time(observation: Observation, due: Period) -> Truth:
    """Return whether a figure is of a time until a deadline, its last day included."""
    days, last_day = days_of(observation), due.deadline.latest
    # Nobody can say when "promptly" or "in about 2030" is over.
    is_vague = due.in_words_only or due.uncertain or due.approximate
    if days is None or last_day is None or is_vague:
        return Truth.MAYBE
    first, last = days
    return Truth.of(possible=first <= last_day, certain=last <= last_day)


def conflicts(metric: Metric) -> Iterator[tuple[int, Iterator[int]]]:
    """Yield the position of each observation, with those before it of the same time that it contradicts.

    These are looked for as they are asked for.
    """
    observed = metric.observations
    of_time: defaultdict[tuple[Days, Days | None], list[int]] = defaultdict(
        list
    )
    for position, observation in enumerate(observed):
        times = _times_of(observation)
        if times is not None:
            others = of_time[times]
            before = islice(others, len(others))
            yield position, _contradicted(observed, position, before)
            others.append(position)


def _contradicted(
    observed: Sequence[Observation], position: int, before: Iterable[int]
) -> Iterator[int]:
    one = observed[position]
    for each in before:
        other = observed[each]
        values_differ = _contradict(one.value, other.value)
        if values_differ or _contradict(one.change, other.change):
            yield each


def _times_of(observation: Observation) -> tuple[Days, Days | None] | None:
    """Return the days that a figure is for and those against which, or None if any are not known."""
    days = days_of(observation)
    if days is None or observation.against is None:
        return None if days is None else (days, None)
    # A change since 2019 says nothing about a change since 2020.
    since = days_covered(observation.against)
    return None if since is None else (days, since)


def _contradict(one: Quantity | None, other: Quantity | None) -> bool:
    """Say whether two quantities cannot be equal; those of other units or rates are not compared."""
    if one is None or other is None:
        return False
    # Amounts in pounds and in euros may both be right.
    if (one.unit, one.per) != (other.unit, other.per):
        return False
    may_be_equal = one.equals(other).possible
    return not may_be_equal


# --- against the target --------------------------------------------------------------------------


class _Aim(Enum):
    """When a target is met, and from which side it is reached."""

    AT_LEAST = auto()
    AT_MOST = auto()
    WITHIN = auto()
    WITHIN_FROM_ABOVE = auto()
    UNKNOWN = auto()


@frozen
class _Judged:
    """What an observation says about the target, with reasons for what is missing."""

    met: Truth | None = None
    share: Quantity | None = None
    unknown: tuple[str, ...] = ()


def _against_target(
    metric: Metric, target: Target | None, observation: Observation
) -> _Judged:
    value = observation.value
    if target is None:
        return _unknown_share("no target is given")
    if value is None:
        return _unknown_share("a change is given and no level")
    aim = _aim(metric, target.value)
    try:
        goal = _for_time_of(observation, target.value)
        met = _meets(value, goal, aim)
        share = _share(value, goal, aim)
    except UnitError as error:
        return _unknown_share(str(error))
    judged = evolve(share, met=met)
    if met is Truth.YES and _is_average(observation, target.value):
        reason = f"whether the target is met in each {each_text(target.value.per)} {after('of', observation.period)} is unknown: it is met on average"
        unknown = (*judged.unknown, reason)
        return evolve(judged, met=Truth.MAYBE, unknown=unknown)
    if aim is _Aim.UNKNOWN and met is Truth.MAYBE:
        reason = f"whether the target is met is unknown: {explain_direction(metric, target)}"
        return evolve(judged, unknown=(*judged.unknown, reason))
    return judged


def _unknown_share(reason: str) -> _Judged:
    return _Judged(unknown=(f"the share of the target is unknown: {reason}",))


def _for_time_of(observation: Observation, amount: Quantity) -> Quantity:
    """Return what a rate comes to in the period of an observation.

    ``500 people per P1Y`` are 1000 people in two years. Other amounts, and those that are observed as
    a rate, stay as they are. Raises `UnitError` if the period is no whole number of the rate's.
    """
    value = observation.value
    if amount.per is None or value is None or value.per is not None:
        return amount
    count = _count_in(observation, amount.per)
    if count is None:
        raise UnitError(_not_whole(observation, amount.per))
    total = amount * count
    return _bounded(total, total.low, total.high, per=None)


def _is_average(observation: Observation, target: Quantity) -> bool:
    """Return whether a figure is for several of the times for which a target is set."""
    value = observation.value
    if target.per is None or value is None or value.per is not None:
        return False
    return (_count_in(observation, target.per) or 0) > 1


def _count_in(observation: Observation, duration: Duration) -> int | None:
    """Return for how many of a duration a figure is, or None if that is unknown or not whole."""
    # How many there were as of a day says nothing about a day, a month or a year.
    if observation.period is None:
        return None
    return count_in(observation.period, duration)


def count_in(period: Period, duration: Duration) -> int | None:
    """Return how many of a duration a period is, or None if that is unknown or not whole."""
    days = days_covered(period)
    return None if days is None else duration.count_between(*days)


def _not_whole(observation: Observation, duration: Duration) -> str:
    """Explain why a figure cannot be held against one for each time of some length."""
    lengths = lengths_text(duration)
    if observation.period is None:
        return f"the figure as of {short_date(observation.as_of)} gives no period, and so no number of {lengths}"
    return (
        f"{short_date(observation.period)} is not a whole number of {lengths}"
    )


def _bounded(
    amount: Quantity,
    low: Decimal | None,
    high: Decimal | None,
    **changes: Any,
) -> Quantity:
    """Return an amount with other bounds, which are open where those of the amount are.

    `changes` are what else `Quantity.between` takes, where it differs from the amount.
    """
    same: dict[str, Any] = {
        "low_open": amount.low_open,
        "high_open": amount.high_open,
        "approximate": amount.approximate,
        "per": amount.per,
    }
    return Quantity.between(low, high, amount.unit, **(same | changes))


def _is_one_number(amount: Quantity) -> bool:
    return amount.low is not None and amount.low == amount.high


def _aim(metric: Metric, target: Quantity) -> _Aim:
    """Return when a target is met, by its bounds or else by the baseline."""
    start = _comparable_baseline(metric, target)
    if not _is_one_number(target):
        return _aim_of_bounds(target, start)
    if target.high == 0 and is_counted(target.unit):
        return _Aim.AT_MOST
    if start is None:
        return _Aim.UNKNOWN
    # "About 500" is still more than 300.
    number = _bounded(target, target.low, target.high, approximate=False)
    if (start < number).certain:
        return _Aim.AT_LEAST
    if (start > number).certain:
        return _Aim.AT_MOST
    # A quota that opened at its old size is to be kept as it is.
    if start.equals(number).certain:
        return _Aim.WITHIN
    return _Aim.UNKNOWN


def _aim_of_bounds(target: Quantity, start: Quantity | None) -> _Aim:
    if target.low is None:
        return _Aim.UNKNOWN if target.high is None else _Aim.AT_MOST
    if target.high is None:
        return _Aim.AT_LEAST
    # From 800 down to "300 to 400", a share of the target would say nothing.
    if start is not None and (start > target).certain:
        return _Aim.WITHIN_FROM_ABOVE
    return _Aim.WITHIN


def _comparable_baseline(metric: Metric, target: Quantity) -> Quantity | None:
    """Return the baseline in the unit and at the rate of a target, or None if it has others."""
    baseline = metric.baseline
    if baseline is None or baseline.value is None:
        return None
    start = baseline.value
    if target.per is not None and start.per is None:
        # 45,774 people in 2022 are 45,774 people per year.
        count = _count_in(baseline, target.per)
        if count is not None:
            average = start / count
            start = _bounded(
                average, average.low, average.high, per=target.per
            )
    same = (start.unit, start.per) == (target.unit, target.per)
    return start if same else None


def explain_direction(metric: Metric, target: Target) -> str:
    """Explain why a target does not show whether it is a minimum or a maximum, and what to write.

    >>> target = Target(value="500 people")
    >>> explain_direction(Metric(id="deployed", name="Deployed", unit="people", targets=(target,)), target)
    "'500 people' may be a minimum or a maximum; write '>= 500 people' or '<= 500 people', or give a baseline"
    """
    goal = target.value
    if not _is_one_number(goal):
        return f"'{goal}' has no bound"
    about = "~ " if goal.approximate else ""
    bound = str(goal).removeprefix(about)
    choice = f"write '{about}>= {bound}' or '{about}<= {bound}'"
    if metric.baseline is None:
        return f"'{goal}' may be a minimum or a maximum; {choice}, or give a baseline"
    start = metric.baseline.value
    return f"'{goal}' may be a minimum or a maximum, as the baseline '{start}' does not show which; {choice}"


def lacks_direction(metric: Metric, target: Target) -> bool:
    """Return whether a target may be a minimum or a maximum."""
    goal = target.value
    return _is_one_number(goal) and _aim(metric, goal) is _Aim.UNKNOWN


def _meets(value: Quantity, target: Quantity, aim: _Aim) -> Truth:
    """Return whether a value meets a target. Raises `UnitError` if it cannot be compared with it."""
    goal = target
    if aim is _Aim.AT_LEAST:
        goal = _bounded(target, target.low, None)
    elif aim is _Aim.AT_MOST:
        goal = _bounded(target, None, target.high)
    overlap = value.equals(goal)
    if aim is _Aim.UNKNOWN:
        # Only the very number meets a minimum and a maximum alike.
        return overlap | Truth.MAYBE
    if overlap is not Truth.MAYBE or value.approximate or goal.approximate:
        return overlap
    lies_within = value & goal == value
    return Truth.of(possible=True, certain=lies_within)


def _share(value: Quantity, target: Quantity, aim: _Aim) -> _Judged:
    """Return the share of a target, or why there is none."""
    # 29,437 arrivals are not 147 % of a target that is to be reached from above.
    if aim in (_Aim.AT_MOST, _Aim.WITHIN_FROM_ABOVE):
        return _unknown_share(f"“{quantity_text(target)}” is an upper limit")
    whole = target
    if target.high is None and target.low is not None:
        # Half of "at least 500" is 250, and not less.
        whole = Quantity.exactly(
            target.low,
            target.unit,
            approximate=target.approximate,
            per=target.per,
        )
    try:
        return _Judged(share=value.share_of(whole))
    except QuantityError as error:
        return _unknown_share(error.reason)


# --- since the baseline --------------------------------------------------------------------------


@frozen
class _SinceBaseline:
    """The change of an observation since the baseline, or the reason why it is unknown."""

    change: Quantity | None = None
    unknown: tuple[str, ...] = ()


def _since_baseline(
    metric: Metric, target: Target | None, observation: Observation
) -> _SinceBaseline:
    baseline, value = metric.baseline, observation.value
    if baseline is None or baseline.value is None:
        return _unknown_change("no baseline is given")
    if value is None:
        return _unknown_change("a change is given and no level")
    start, goal = baseline.value, None if target is None else target.value
    if goal is not None and goal.per is not None and start.per is None:
        # Figures of one year and of two are compared by what each comes to in a year.
        if _count_in(baseline, goal.per) is None:
            return _unknown_change(_not_whole(baseline, goal.per))
        start = _comparable_baseline(metric, goal) or start
    try:
        return _SinceBaseline(_change(_for_time_of(observation, start), value))
    except UnitError as error:
        return _unknown_change(str(error))


def _unknown_change(reason: str) -> _SinceBaseline:
    return _SinceBaseline(
        unknown=(f"the change since the baseline is unknown: {reason}",)
    )


def _change(start: Quantity, value: Quantity) -> Quantity:
    """Return a change in per cent, or in the unit if it starts at what may be zero."""
    try:
        return value.change_from(start)
    except QuantityError:
        return value - start
