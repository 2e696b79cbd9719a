"""`progress`: observations of a metric and its target, with every bound kept."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from attrs import frozen

from entente._dossier import Dossier
from entente.answers._targets import Progress
from entente.records._display import caption
from entente.records._model import Commitment, Metric
from entente.records._parts import Observation
from entente.values._duration import Duration
from entente.values._period import PeriodLike
from entente.values._quantity import Quantity
from entente.values._truth import Truth
from entente.views._marks import (
    Mark,
    ReferenceLine,
    ViewRow,
    axis_of_amounts,
    point,
)
from entente.views._periods import date_text
from entente.views._view import View
from entente.views._words import count_text, distinct_names


def progress(
    dossier: Dossier,
    record: str | Metric | Commitment,
    *,
    on: PeriodLike | None = None,
    title: str | None = None,
) -> View:
    """Show the observations of a metric and its target, or of all metrics of a commitment.

    One metric is drawn in its unit, several as shares of their targets in per cent. A bounded
    amount is drawn as its range, with a hollow point at a bound that it does not reach and an arrow
    where it has no bound. Amounts of another unit, kind or rate, such as changes among levels, are listed
    but not drawn. `on` selects the observations that may be of that time.

    Raises `entente.errors.UnknownIdError` if the id is not of a metric or a commitment.

    >>> import entente
    >>> print(progress(entente.example("uk-france"), "french-personnel-deployed"))
    UK-funded French personnel deployed
    <BLANKLINE>
                                        0     50    100   150   200   250   300   350   400  450   500
    2024-01-30 “already”                                              ○░░░░░░░░░░░░░░░░░░░░░░░░░░░░●
      observed: > 250 <= 500 people · target met: maybe · of the target: > 50 <= 100 %
      by: readout-2024-01-30 · as of: 2024-01-30
      not known: the change since the baseline is unknown: no baseline is given
    <BLANKLINE>
    ░ possible   ● amount, or a bound   hollow: approximate, or a bound not reached
    ┊ target >= 500 people
    """
    found = dossier.progress(record, on=on)
    asked = dossier[record if isinstance(record, str) else record.id]
    ids = asked.metrics if isinstance(asked, Commitment) else (asked.id,)
    metrics = [dossier.metrics[id] for id in ids]
    match metrics:
        case []:  # a commitment may have no metric
            drawing = _NOTHING
        case [metric]:
            drawing = _levels(metric, found)
        case _:
            drawing = _shares(metrics, found)
    target, rows = drawing.target, drawing.rows
    # On another scale, a line for the target would be taken for one of the amounts.
    lines: tuple[ReferenceLine, ...] = ()
    if target is not None and _scale(target) == drawing.scale:
        lines = tuple(_target_lines(target))
    goal = "no target" if target is None else f"target {target}"
    each = "".join(f"; {row.label}: {row.aside}" for row in rows)
    return View(
        title=title or caption(asked),
        description=(
            f"{count_text(len(found), 'observation')} of {count_text(len(metrics), 'metric')}"
            f"; {goal}{each}."
        ),
        rows=tuple(rows),
        axis=axis_of_amounts(rows, lines, drawing.axis_title),
        reference_lines=lines,
        notes=tuple(_notes(drawing)),
    )


_Scale: TypeAlias = tuple[str, bool, Duration | None]
"""What amounts have to share to be drawn together: the unit, the kind and the rate."""


def _scale(amount: Quantity) -> _Scale:
    return amount.unit, amount.is_change, amount.per


@frozen(kw_only=True)
class _Drawing:
    """Rows of amounts on one scale, and their target if there is one.

    The target has a line only if it is on the scale.
    """

    scale: _Scale | None
    axis_title: str
    target: Quantity | None
    rows: Sequence[ViewRow]


_NOTHING: Final = _Drawing(scale=None, axis_title="", target=None, rows=())
_WHOLE_TARGET: Final = Quantity("100 %")


def _shares(metrics: Iterable[Metric], found: Iterable[Progress]) -> _Drawing:
    """Draw several metrics, which have no scale in common, as shares of their targets."""
    names = distinct_names({metric.id: metric.name for metric in metrics})
    scale = _scale(_WHOLE_TARGET)
    return _Drawing(
        scale=scale,
        axis_title="% of the target",
        target=_WHOLE_TARGET,
        rows=[
            _row(
                each,
                _marks_on(scale, each.of_target),
                group=names[each.metric.id],
            )
            for each in found
        ],
    )


def _levels(metric: Metric, found: Sequence[Progress]) -> _Drawing:
    """Draw one metric in its unit, its baseline first."""
    target, baseline = metric.target, metric.baseline
    amounts = [_amount(each.observation) for each in found]
    scales = [_scale(amount) for amount in amounts if amount is not None]
    scale = None if target is None else _scale(target)
    # Without a target on their scale, the first observation decides what is drawn.
    if scales and scale not in scales:
        scale = scales[0]
    rows = [] if baseline is None else [_baseline_row(baseline, scale)]
    for each, amount in zip(found, amounts, strict=True):
        rows.append(_row(each, _marks_on(scale, amount)))
    unit = "" if scale is None else scale[0]
    return _Drawing(scale=scale, axis_title=unit, target=target, rows=rows)


def _notes(drawing: _Drawing) -> Iterator[str]:
    if drawing.target is None:
        yield "No target is given."
    elif _scale(drawing.target) != drawing.scale:
        yield f"Not drawn (on another scale): target {drawing.target}"
    for row in drawing.rows:
        if not row.marks:
            yield f"Not drawn (on another scale): {row.label}, {row.aside}"


_ANSWERS: Final = {
    Truth.YES: "yes",
    Truth.MAYBE: "maybe",
    Truth.NO: "no",
    None: "",
}


def _row(
    each: Progress, marks: tuple[Mark, ...], *, group: str = ""
) -> ViewRow:
    observation = each.observation
    conflicts = "; ".join(_observed_text(other) for other in each.conflicts)
    return ViewRow(
        label=date_text(observation.period),
        facts=(
            ("observed", _observed_text(observation)),
            ("target met", _ANSWERS[each.met]),
            ("of the target", _amount_text(each.of_target)),
            ("since the baseline", _amount_text(each.since_baseline)),
            ("by", observation.by or ""),
            ("as of", date_text(observation.as_of)),
            ("conflicts with", conflicts),
            ("not known", "; ".join(each.unknown)),
        ),
        marks=marks,
        group=group,
        aside=_observed_text(observation),
    )


def _baseline_row(observation: Observation, scale: _Scale | None) -> ViewRow:
    return ViewRow(
        label=f"Baseline, {date_text(observation.period)}",
        facts=(
            ("observed", _observed_text(observation)),
            ("by", observation.by or ""),
        ),
        marks=_marks_on(scale, _amount(observation)),
        aside=_observed_text(observation),
    )


def _amount(observation: Observation) -> Quantity | None:
    return observation.value or observation.change


def _observed_text(observation: Observation) -> str:
    """Return a level as text, or a change with the period that it is against."""
    if observation.against is None:
        return str(_amount(observation))
    return f"{_amount(observation)} against {observation.against}"


def _amount_text(amount: Quantity | None) -> str:
    return "" if amount is None else str(amount)


def _marks_on(
    scale: _Scale | None, amount: Quantity | None
) -> tuple[Mark, ...]:
    """Return the marks of an amount, none if it is on another scale: nothing is converted."""
    if amount is None or _scale(amount) != scale:
        return ()
    return tuple(_amount_marks(amount))


def _amount_marks(amount: Quantity) -> Iterator[Mark]:
    """Yield a point for a single amount, and for others a bar with a mark at each end."""
    low = -math.inf if amount.low is None else float(amount.low)
    high = math.inf if amount.high is None else float(amount.high)
    about = "~" if amount.approximate else ""
    # The sign of approximation is written once, at the upper end.
    if low != high:
        yield Mark(kind="possible", start=low, end=high)
        yield _end_mark("or less", low, is_open=amount.low_open, text="")
    yield _end_mark("or more", high, is_open=amount.high_open, text=about)


def _end_mark(endless: str, at: float, *, is_open: bool, text: str) -> Mark:
    """Return the mark at an end: of the kind `endless` where there is no bound."""
    if math.isinf(at):
        return point(endless, at, text=text)
    return point("amount", at, hollow=is_open or text != "", text=text)


def _target_lines(target: Quantity) -> Iterator[ReferenceLine]:
    """Yield a line at each bound of a target, the first with its label."""
    # Both bounds of a range belong to one target, so only the first line has the label.
    label = f"target {target}"
    bounds = [
        float(bound)
        for bound in (target.low, target.high)
        if bound is not None
    ]
    # A target of one number has it as both bounds, and gets one line.
    for at in dict.fromkeys(bounds):
        yield ReferenceLine(at=at, label=label)
        label = ""
