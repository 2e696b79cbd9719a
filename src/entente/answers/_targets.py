"""How far a metric has come: observations compared with target and baseline, bounds included.

Nothing is averaged, converted or guessed. Observations that differ are all kept, each with whoever
gave it, and what cannot be computed says why.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

from attrs import frozen

from entente.errors import EntenteError
from entente.records._model import Metric, Observation
from entente.values._period import Period, PeriodLike
from entente.values._quantity import Quantity


@frozen(kw_only=True)
class Progress:
    """What one observation says about a metric.

    `of_target` is its share of the target, `since_baseline` its change since the baseline, both in
    per cent; `change` is the change that it states itself. `unknown` gives a reason for each that
    is missing. `conflicts` are the other observations for the same time that contradict it.
    """

    metric: Metric
    observation: Observation
    of_target: Quantity | None
    since_baseline: Quantity | None
    unknown: tuple[str, ...]
    conflicts: tuple[Observation, ...]

    @property
    def change(self) -> Quantity | None:
        """The change that the observation states itself."""
        return self.observation.change


def progress(
    metric: Metric, *, on: PeriodLike | None = None
) -> tuple[Progress, ...]:
    """Return what each observation of a metric says, in their order.

    With `on`, observations count that may be of that time.

    >>> metric = Metric(id="deployed", name="Deployed", unit="people", target="500 people",
    ...                 observations=(Observation(period="2024", value="> 250 <= 500 people"),))
    >>> [str(each.of_target) for each in progress(metric)]
    ['> 50 <= 100 %']
    """
    pairs = conflicts(metric)
    return tuple(
        _progress(metric, position, observation, pairs)
        for position, observation in enumerate(metric.observations)
        if on is None or observation.period.overlaps(Period.of(on)).possible
    )


def conflicts(metric: Metric) -> tuple[tuple[int, int], ...]:
    """Return the positions of each two observations of the same time that contradict each other."""
    found = []
    numbered = enumerate(metric.observations)
    for (earlier, first), (later, second) in combinations(numbered, 2):
        # A change since 2019 says nothing about a change since 2020.
        if (first.period, first.against) != (second.period, second.against):
            continue
        values_differ = _contradict(first.value, second.value)
        if values_differ or _contradict(first.change, second.change):
            found.append((earlier, later))
    return tuple(found)


def _contradict(one: Quantity | None, other: Quantity | None) -> bool:
    """Say whether two quantities in the same unit cannot be equal; other units are not compared."""
    if one is None or other is None:
        return False
    # Amounts in pounds and in euros may both be right.
    if one.unit != other.unit:
        return False
    may_be_equal = one.equals(other).possible
    return not may_be_equal


def _progress(
    metric: Metric,
    position: int,
    observation: Observation,
    conflicting_pairs: tuple[tuple[int, int], ...],
) -> Progress:
    unknown: list[str] = []
    of_target = _computed(
        "the share of the target",
        Quantity.share_of,
        observation.value,
        metric.target or "no target is given",
        unknown,
    )
    baseline: Quantity | str = "no baseline is given"
    if metric.baseline is not None:
        baseline = (
            metric.baseline.value or "the baseline is a change and no level"
        )
    since_baseline = _computed(
        "the change since the baseline",
        Quantity.change_from,
        observation.value,
        baseline,
        unknown,
    )
    conflicting = [
        metric.observations[later if earlier == position else earlier]
        for earlier, later in conflicting_pairs
        if position in (earlier, later)
    ]
    return Progress(
        metric=metric,
        observation=observation,
        of_target=of_target,
        since_baseline=since_baseline,
        unknown=tuple(unknown),
        conflicts=tuple(conflicting),
    )


def _computed(
    what: str,
    operation: Callable[[Quantity, Quantity], Quantity],
    value: Quantity | None,
    other: Quantity | str,
    unknown: list[str],
) -> Quantity | None:
    """Return a figure, or None, and append to `unknown` why.

    `other` is the second quantity, or the reason why there is none.
    """
    if isinstance(other, str):
        unknown.append(f"{what} is unknown: {other}")
        return None
    if value is None:
        unknown.append(f"{what} is unknown: a change is given and no level")
        return None
    try:
        return operation(value, other)
    except EntenteError as error:
        # Units that differ, or a division by a quantity that may be zero.
        unknown.append(f"{what} is unknown: {error}")
        return None
