"""Rules about the targets, levels and changes of metrics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set as AbstractSet
from decimal import Decimal
from itertools import product
from typing import TypeAlias

from entente._dossier import Dossier
from entente.answers._targets import (
    Days,
    conflicts,
    days_covered,
    days_of,
    explain_direction,
    lacks_direction,
    time_of,
)
from entente.checks._problems import problem
from entente.errors import EntenteError, Location, Problem, Severity
from entente.records._model import Metric
from entente.records._parts import Observation
from entente.values._quantity import Quantity
from entente.values._units import PERCENT, is_counted, is_in_points


def unit_of_another_kind(dossier: Dossier) -> Iterator[Problem]:
    """Find targets, baselines, observations and changes that are not in the metric's unit."""
    for metric in dossier.metrics:
        unit = _unit_of_amounts(metric.unit)
        for path, quantity in (*_levels(metric), *_absolute_changes(metric)):
            if quantity.unit != unit:
                yield problem(
                    metric,
                    f"{quantity} is not in {metric.unit!r}, the unit of the metric",
                    *path,
                    severity=Severity.ERROR,
                )


def _unit_of_amounts(unit: str) -> str:
    """Return a metric's unit in the form that amounts have: "per cent" is "%"."""
    try:
        return Quantity.exactly(1, unit).unit
    except EntenteError:  # no amount can have it, so none is in it
        return unit


def _levels(metric: Metric) -> Iterator[tuple[Location, Quantity]]:
    """Yield the targets, the baseline and the observed values of a metric, with their paths."""
    levels: dict[Location, Quantity | None] = {}
    for position, target in enumerate(metric.targets):
        levels["targets", position, "value"] = target.value
    if metric.baseline is not None:
        levels["baseline", "value"] = metric.baseline.value
    for position, observation in enumerate(metric.observations):
        levels["observations", position, "value"] = observation.value
    for path, quantity in levels.items():
        if quantity is not None:
            yield path, quantity


def _absolute_changes(metric: Metric) -> Iterator[tuple[Location, Quantity]]:
    """Yield the changes of a metric that have to be in its unit: all but those in per cent."""
    for position, observation in enumerate(metric.observations):
        change = observation.change
        if change is None or change.unit == PERCENT:
            continue
        if not is_in_points(change.unit):
            yield ("observations", position, "change"), change


def conflicting_observations(dossier: Dossier) -> Iterator[Problem]:
    """Find observations of a metric that cannot be right if an earlier one for the same time is.

    What the same author said as of another day is a revision.
    """
    for metric in dossier.metrics:
        for later, contradicted in conflicts(metric):
            observation = metric.observations[later]
            # It is named once, beside the first that it contradicts.
            earlier = next(
                (
                    each
                    for each in contradicted
                    if not _revises(observation, metric.observations[each])
                ),
                None,
            )
            if earlier is None:
                continue
            other = metric.observations[earlier]
            yield problem(
                metric,
                f"{_figure(observation)} for {time_of(observation)},"
                f" but {_figure(other)} in observation {earlier}",
                "observations",
                later,
            )


def _revises(one: Observation, other: Observation) -> bool:
    """Tell whether one author may have corrected the first of two figures on another day."""
    if one.as_of is None or other.as_of is None:
        return False
    days_differ = one.as_of.before(other.as_of) | other.as_of.before(one.as_of)
    return days_differ.possible and _author(one) == _author(other)


def _author(observation: Observation) -> AbstractSet[str]:
    """Return who gave a figure: whoever is named, or else the sources that are cited."""
    if observation.by is not None:
        return {observation.by}
    return {each.source for each in observation.citations}


def _figure(observation: Observation) -> Quantity | None:
    return (
        observation.change if observation.value is None else observation.value
    )


def change_that_does_not_fit(dossier: Dossier) -> Iterator[Problem]:
    """Find changes that contradict the levels given for their two periods."""
    for metric in dossier.metrics:
        levels = _levels_by_days(metric)
        for position, observation in enumerate(metric.observations):
            message = _explain_misfit(observation, levels)
            if message is not None:
                yield problem(
                    metric, message, "observations", position, "change"
                )


_LevelsByDays: TypeAlias = Mapping[Days | None, Sequence[Quantity]]


def _levels_by_days(metric: Metric) -> _LevelsByDays:
    """Return the levels of a metric, its baseline among them, by the days that each is for."""
    levels: defaultdict[Days | None, list[Quantity]] = defaultdict(list)
    for observation in (metric.baseline, *metric.observations):
        if observation is not None and observation.value is not None:
            days = days_of(observation)
            if days is not None:
                levels[days].append(observation.value)
    return levels


def _explain_misfit(
    observation: Observation, levels: _LevelsByDays
) -> str | None:
    """Explain how a stated change differs from that between levels; return None if it may fit.

    A fall of 30 % is stated, and the levels are 45,774 and 29,437 boats: that is a fall of 35.7 %.
    """
    stated = observation.change
    if stated is None or observation.against is None:
        return None
    pairs = [
        (before, after)
        for before, after in product(
            levels.get(days_covered(observation.against), ()),
            levels.get(days_of(observation), ()),
        )
        if _has_change_like(stated, before, after)
    ]
    if not pairs:
        return None
    unrounded = _unrounded(stated)
    for before, after in pairs:
        if unrounded.equals(_possible_change(before, after, stated)).possible:
            return None
    before, after = pairs[0]
    change = (
        round(after.change_from(before), 1)
        if stated.unit == PERCENT
        else after - before
    )
    return (
        f"{stated} against {observation.against},"
        f" but {after} against {before} is {change}"
    )


def _has_change_like(
    stated: Quantity, before: Quantity, after: Quantity
) -> bool:
    """Return whether two levels have a change in the unit and at the rate of a stated one."""
    if (before.unit, before.per) != (after.unit, after.per):
        return False
    if stated.unit == PERCENT:
        # A change from zero, or from what may be zero, has no size in per cent.
        lowest = _possible_level(before).low or 0
        return stated.per is None and lowest > 0
    difference = after - before
    return (difference.unit, difference.per) == (stated.unit, stated.per)


def _possible_change(
    before: Quantity, after: Quantity, stated: Quantity
) -> Quantity:
    """Return every change from one level to another that they may mean."""
    before, after = _possible_level(before), _possible_level(after)
    if stated.unit == PERCENT:
        return after.change_from(before)
    return after - before


def _possible_level(level: Quantity) -> Quantity:
    """Return all that a level may be before rounding; 29,437 boats were counted one by one.

    7 % and 5 % may be three percentage points apart, and 46,000 people a third more than 34,000.
    """
    ends = [end for end in (level.low, level.high) if end is not None]
    is_counted_out = any(_last_digit(end) == 0 for end in ends)
    if is_counted(level.unit) and is_counted_out:
        return level
    return _unrounded(level)


def _unrounded(stated: Quantity) -> Quantity:
    """Widen a figure by half a unit of its last digit, since rounding may have moved it that far.

    "-36 %" may be anything from -36.5 % to -35.5 %, "-35.7 %" from -35.75 % to -35.65 %, and "16,000
    boats" from 15,500 to 16,500.
    """
    ends = [end for end in (stated.low, stated.high) if end is not None]
    power = max(map(_last_digit, ends), default=0)
    # Zeros at the end of a percentage are seldom those of rounding.
    if not is_counted(stated.unit) and not stated.is_money:
        power = min(power, 0)
    unit = (stated - stated).unit
    half = Decimal("0.5")
    margin = Quantity.between(
        -half, half, unit, is_change=True, per=stated.per
    )
    return stated + margin * Decimal(f"1e{power}")


def _last_digit(number: Decimal) -> int:
    """Return the power of ten of the last digit that is not zero: 2 for 16,300, and -1 for 0.5."""
    whole, _, decimals = f"{number:f}".partition(".")
    if decimals:
        return -len(decimals)
    return len(whole) - len(whole.rstrip("0")) if number else 0


def target_without_direction(dossier: Dossier) -> Iterator[Problem]:
    """Find targets of one number that may be a minimum or a maximum."""
    for metric in dossier.metrics:
        for position, target in enumerate(metric.targets):
            if lacks_direction(metric, target):
                yield problem(
                    metric,
                    explain_direction(metric, target),
                    "targets",
                    position,
                    "value",
                    severity=Severity.INFO,
                )
