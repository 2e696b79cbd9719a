"""How far a metric has come: observations held against target and baseline, with their bounds kept.

Nothing is averaged, converted or guessed: observations that differ stand side by side, each with who
gave it, and what cannot be worked out says why.
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
    """What one observation says of a metric.

    `of_target` is its share of the target, `since_baseline` its change against the baseline, both in
    per cent; `change` is the change that it states itself. `unknown` says of each that is missing why.
    `conflicts` are the other observations for the same time that cannot be right beside it.
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


def progress(metric: Metric, *, on: PeriodLike | None = None) -> tuple[Progress, ...]:
    """Return what each observation of a metric says, in their order; with `on`, of those that may be of that time.

    >>> metric = Metric(id="deployed", name="Deployed", unit="people", target="500 people",
    ...                 observations=(Observation(period="2024", value="> 250 <= 500 people"),))
    >>> [str(each.of_target) for each in progress(metric)]
    ['> 50 <= 100 %']
    """
    rivals = conflicts(metric)
    return tuple(
        _progress(metric, place, observation, rivals)
        for place, observation in enumerate(metric.observations)
        if on is None or observation.period.overlaps(Period.of(on)).possible
    )


def conflicts(metric: Metric) -> tuple[tuple[int, int], ...]:
    """Return the places of each two observations that are for the same time and cannot both be right."""
    return tuple(
        (earlier, later)
        for (earlier, first), (later, second) in combinations(
            enumerate(metric.observations), 2
        )
        if first.period == second.period
        and first.against == second.against
        and (_differ(first.value, second.value) or _differ(first.change, second.change))
    )


def _differ(one: Quantity | None, other: Quantity | None) -> bool:
    return (
        one is not None
        and other is not None
        and one.unit == other.unit
        and not one.equals(other).possible
    )


def _progress(
    metric: Metric,
    place: int,
    observation: Observation,
    rivals: tuple[tuple[int, int], ...],
) -> Progress:
    unknown: list[str] = []
    of_target = _worked_out(
        "the share of the target",
        observation.value,
        metric.target or "no target is given",
        Quantity.share_of,
        unknown,
    )
    baseline: Quantity | str = "no baseline is given"
    if metric.baseline is not None:
        baseline = metric.baseline.value or "the baseline is a change and no level"
    since = _worked_out(
        "the change since the baseline",
        observation.value,
        baseline,
        Quantity.change_from,
        unknown,
    )
    others = (
        one if other == place else other
        for one, other in rivals
        if place in (one, other)
    )
    return Progress(
        metric=metric,
        observation=observation,
        of_target=of_target,
        since_baseline=since,
        unknown=tuple(unknown),
        conflicts=tuple(metric.observations[other] for other in others),
    )


def _worked_out(
    what: str,
    value: Quantity | None,
    other: Quantity | str,
    operation: Callable[[Quantity, Quantity], Quantity],
    unknown: list[str],
) -> Quantity | None:
    if value is None or isinstance(other, str):
        missing = other if isinstance(other, str) else "a change is given and no level"
        unknown.append(f"{what} is unknown: {missing}")
        return None
    try:
        return operation(value, other)
    except EntenteError as error:
        unknown.append(f"{what} is unknown: {error}")
        return None
