"""`progress`: observations of a metric and its targets, with every bound kept."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, TypeAlias

from attrs import frozen

from entente._dossier import Dossier
from entente.answers._facts import names_in
from entente.answers._targets import Progress
from entente.asking._selection import index_behind
from entente.records._display import caption
from entente.records._model import Commitment, Metric
from entente.records._parts import Observation, Target
from entente.records._wording import (
    NameOf,
    after,
    date_text,
    quantity_text,
)
from entente.values._duration import Duration
from entente.values._period import PeriodLike
from entente.values._quantity import Quantity
from entente.values._truth import Truth
from entente.views._marks import (
    INEXACT,
    Mark,
    ReferenceLine,
    ViewRow,
    axis_of_amounts,
    point,
)
from entente.views._view import View
from entente.views._words import count_text, distinct_names


def progress(
    dossier: Dossier,
    record: str | Metric | Commitment,
    *,
    on: PeriodLike | None = None,
    title: str | None = None,
) -> View:
    """Show the observations of a metric and its targets, or of all metrics of a commitment.

    One metric is drawn in its unit, several as shares of their targets in per cent. Each of several
    targets has rows of its own, and a target for which nothing was observed has one too. A bounded
    amount is drawn as its range, with a hollow point at a bound that it does not reach and an arrow
    where it has no bound. Amounts of another unit, kind or rate, such as changes among levels, are listed
    but not drawn. `on` selects the observations that may be of that time.

    Raises `entente.errors.UnknownIdError` if the id is not of a metric or a commitment.

    >>> import entente
    >>> print(progress(entente.example("uk-france"), "french-personnel-deployed"))
    UK-funded French personnel deployed
    <BLANKLINE>
                                        0     50    100   150   200   250   300   350   400  450   500
    30 January 2024 (“already”)                                       ○░░░░░░░░░░░░░░░░░░░░░░░░░░░░●
      observed: more than 250, at most 500 people · target: at least 500 people · target met: maybe
      of the target: more than 50%, at most 100%
      by: British readout of the interior ministers' talks in Paris, 30 January 2024
      as of: 30 January 2024 · not known: the change since the baseline is unknown: no baseline is given
    <BLANKLINE>
    ░ possible   ● amount, or a bound   hollow: approximate, or a bound not reached
    ┊ target at least 500 people
    """
    found = dossier.progress(record, on=on)
    asked = dossier[record if isinstance(record, str) else record.id]
    ids = asked.metrics if isinstance(asked, Commitment) else (asked.id,)
    metrics = [dossier.metrics[id] for id in ids]
    name_of = names_in(index_behind(dossier.metrics))
    match metrics:
        case []:  # a commitment may have no metric
            drawing = _NOTHING
        case [metric]:
            drawing = _levels(metric, found, name_of)
        case _:
            drawing = _shares(metrics, found, name_of)
    # On another scale, a line for a target would be taken for one of the amounts.
    lines = tuple(
        line
        for target in drawing.targets
        if _scale(target.value) == drawing.scale
        for line in _target_lines(target)
    )
    observed = _observed_once(found, name_of)
    counts = (
        f"{count_text(len(observed), 'observation')}"
        f" of {count_text(len(metrics), 'metric')}"
    )
    goals = [f"target {_target_text(target)}" for target in drawing.targets]
    figures = [
        f"{row.label}: {row.aside}" for row in (*drawing.baseline, *observed)
    ]
    said = (counts, *(goals or ["no target"]), *figures)
    rows = (*drawing.baseline, *drawing.rows)
    return View(
        title=title or caption(asked),
        description=f"{'; '.join(said)}.",
        rows=rows,
        axis=axis_of_amounts(rows, lines, drawing.axis_title),
        reference_lines=lines,
        # A figure that is not drawn is not drawn for any target.
        notes=tuple(dict.fromkeys(_notes(drawing, rows))),
    )


def _by_target(
    found: Sequence[Progress],
) -> Iterator[tuple[int, list[Progress]]]:
    """Yield the position of each target of each metric, with the answers for it."""
    for _, of_metric in groupby(found, key=lambda each: each.metric.id):
        answers = list(of_metric)
        # A metric without targets has an answer for each observation, too.
        count = len(answers[0].metric.targets) or 1
        for position in range(count):
            yield position, answers[position::count]


_Scale: TypeAlias = tuple[str, bool, Duration | None]
"""What amounts have to share to be drawn together: the unit, the kind and the rate."""


def _scale(amount: Quantity) -> _Scale:
    return amount.unit, amount.is_change, amount.per


@frozen(kw_only=True)
class _Drawing:
    """Rows of amounts on one scale, with their targets and the row of a baseline if there are any.

    A target has a line only if it is on the scale.
    """

    scale: _Scale | None
    axis_title: str
    targets: tuple[Target, ...]
    rows: Sequence[ViewRow]
    baseline: tuple[ViewRow, ...] = ()


_NOTHING: Final = _Drawing(scale=None, axis_title="", targets=(), rows=())
_WHOLE_TARGET: Final = Target(value="100 %")


def _shares(
    metrics: Sequence[Metric], found: Sequence[Progress], name_of: NameOf
) -> _Drawing:
    """Draw several metrics, which have no scale in common, as shares of their targets."""
    names = distinct_names({metric.id: metric.name for metric in metrics})
    scale = _scale(_WHOLE_TARGET.value)
    return _Drawing(
        scale=scale,
        axis_title="% of the target",
        targets=(_WHOLE_TARGET,),
        rows=[
            _row(
                each,
                _marks_on(scale, each.of_target),
                name_of,
                group=_group(each, names[each.metric.id]),
            )
            for _, answers in _by_target(found)
            for each in answers
        ],
    )


def _levels(
    metric: Metric, found: Sequence[Progress], name_of: NameOf
) -> _Drawing:
    """Draw one metric in its unit, its baseline first."""
    amounts = [_amount(each.observation) for each in found]
    drawable = [_scale(amount) for amount in amounts if amount is not None]
    wanted = [_scale(target.value) for target in metric.targets]
    # Without a target on their scale, the first observation decides what is drawn.
    shared = [scale for scale in wanted if scale in drawable]
    scale = next(iter((*shared, *drawable, *wanted)), None)
    baseline = metric.baseline
    return _Drawing(
        scale=scale,
        axis_title="" if scale is None else scale[0],
        targets=metric.targets,
        rows=[
            _row(
                each,
                _marks_on(scale, _amount(each.observation)),
                name_of,
                group=_group(each),
            )
            for _, answers in _by_target(found)
            for each in answers
        ],
        baseline=()
        if baseline is None
        else (_baseline_row(baseline, scale, name_of),),
    )


def _group(each: Progress, name: str = "") -> str:
    """Return the heading of a row: the metric, and the target if there are several."""
    if each.target is None or len(each.metric.targets) == 1:
        return name
    target = f"target {_target_text(each.target)}"
    return f"{name}: {target}" if name else target


def _notes(drawing: _Drawing, rows: Sequence[ViewRow]) -> Iterator[str]:
    if not drawing.targets:
        yield "No target is given."
    for target in drawing.targets:
        if _scale(target.value) != drawing.scale:
            yield f"Not drawn (on another scale): target {_target_text(target)}"
    for row in rows:
        # Where nothing was observed, there is nothing to draw.
        if row.aside and not row.marks:
            yield f"Not drawn (on another scale): {row.label}, {row.aside}"


_ANSWERS: Final = {
    Truth.YES: "yes",
    Truth.MAYBE: "maybe",
    Truth.NO: "no",
    None: "",
}


_TIMELY: Final = {
    Truth.YES: "",
    Truth.MAYBE: ", perhaps after it was due",
    Truth.NO: ", after it was due",
    None: "",
}


def _row(
    each: Progress,
    marks: tuple[Mark, ...],
    name_of: NameOf,
    *,
    group: str = "",
) -> ViewRow:
    target = "" if each.target is None else _target_text(each.target)
    unknown = ("not known", "; ".join(each.unknown))
    observation = each.observation
    if observation is None:
        return ViewRow(
            label="Nothing observed",
            facts=(("target", target), unknown),
            group=group,
        )
    conflicts = "; ".join(_observed_text(other) for other in each.conflicts)
    return ViewRow(
        label=_time_text(observation),
        facts=(
            ("observed", _observed_text(observation)),
            ("target", target),
            ("target met", _met_text(each)),
            ("of the target", _calculated_text(each.of_target)),
            ("since the baseline", _calculated_text(each.since_baseline)),
            ("by", name_of(observation.by) if observation.by else ""),
            ("as of", date_text(observation.as_of)),
            ("conflicts with", conflicts),
            unknown,
        ),
        marks=marks,
        group=group,
        aside=_observed_text(observation),
    )


def _met_text(each: Progress) -> str:
    """Return whether a target is met, and whether that was after it was due."""
    answer = _ANSWERS[each.met]
    # What is not met is no later for being observed later.
    if each.met is None or not each.met.possible:
        return answer
    return answer + _TIMELY[each.in_time]


def _target_text(target: Target) -> str:
    if target.due is None:
        return quantity_text(target.value)
    return f"{quantity_text(target.value)}, due {date_text(target.due)}"


def _observed_once(
    found: Sequence[Progress], name_of: NameOf
) -> list[ViewRow]:
    """Return a row for each observation, however many targets there are."""
    return [
        _row(each, (), name_of)
        for position, answers in _by_target(found)
        for each in answers
        if position == 0 and each.observation is not None
    ]


def _baseline_row(
    observation: Observation, scale: _Scale | None, name_of: NameOf
) -> ViewRow:
    return ViewRow(
        label=f"Baseline, {_time_text(observation)}",
        facts=(
            ("observed", _observed_text(observation)),
            ("by", name_of(observation.by) if observation.by else ""),
        ),
        marks=_marks_on(scale, _amount(observation)),
        aside=_observed_text(observation),
    )


def _time_text(observation: Observation) -> str:
    if observation.period is None:
        return after("as of", observation.as_of)
    return date_text(observation.period)


def _amount(observation: Observation | None) -> Quantity | None:
    if observation is None:
        return None
    return observation.value or observation.change


def _observed_text(observation: Observation) -> str:
    """Return a level as text, or a change with the period that it is against."""
    against = after("against", observation.against)
    return f"{quantity_text(_amount(observation))} {against}".rstrip()


def _calculated_text(amount: Quantity | None) -> str:
    """Return an amount that was calculated, to the hundredth: a third would have 28 digits."""
    return "" if amount is None else quantity_text(round(amount, 2))


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
    reasons = (INEXACT,) if is_open or text else ()
    return point("amount", at, hollow=reasons, text=text)


def _target_lines(target: Target) -> Iterator[ReferenceLine]:
    """Yield a line at each bound of a target, the first with its label."""
    # Both bounds of a range belong to one target, so only the first line has the label.
    label = f"target {_target_text(target)}"
    bounds = [
        float(bound)
        for bound in (target.value.low, target.value.high)
        if bound is not None
    ]
    # A target of one number has it as both bounds, and gets one line.
    for at in dict.fromkeys(bounds):
        yield ReferenceLine(at=at, label=label)
        label = ""
