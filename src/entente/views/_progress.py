"""A metric against its target, with every bound kept."""

from __future__ import annotations

import math
from collections.abc import Iterator

from entente._dossier import Dossier
from entente.answers._targets import Progress
from entente.records._model import Commitment, Metric, Observation, caption
from entente.values._period import PeriodLike
from entente.values._quantity import Quantity
from entente.views._marks import Mark, ReferenceLine, ViewRow, axis_of_amounts, point
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
    """Show what was observed of a metric against its target, or of all metrics of a commitment.

    One metric is shown in its unit, several by their shares of their targets, in per cent. A bound is
    drawn as the range that it leaves, hollow at an end that it does not reach, with an arrow where it
    has none. What is of another unit, such as a change among levels, is told and not drawn. `on`
    narrows to what may be of that time.

    Raises `entente.errors.UnknownIdError` for an id that is neither a metric's nor a commitment's.

    >>> import entente
    >>> print(progress(entente.example("uk-france"), "french-personnel-deployed"))
    UK-funded French personnel deployed
    <BLANKLINE>
                                        0     50    100   150   200   250   300   350   400  450   500
    2024-01-30 “already”                                              ○░░░░░░░░░░░░░░░░░░░░░░░░░░░░●
      observed: > 250 <= 500 people · of the target: > 50 <= 100 % · by: readout-2024-01-30
      as of: 2024-01-30 · not known: the change since the baseline is unknown: no baseline is given
    <BLANKLINE>
    ░ possible   ● amount, or a bound of it   hollow: about so much, or a bound that is not reached
    ┊ target 500 people
    """
    found = dossier.progress(record, on=on)
    asked = dossier[record if isinstance(record, str) else record.id]
    ids = asked.metrics if isinstance(asked, Commitment) else (asked.id,)
    metrics = [dossier.metrics[id] for id in ids]
    by_share = len(metrics) > 1
    target = Quantity("100 %") if by_share else metrics[0].target if metrics else None
    amounts = [
        each.of_target if by_share else _amount(each.observation) for each in found
    ]
    unit = next(
        (amount.unit for amount in (target, *amounts) if amount is not None), ""
    )
    names = distinct_names({metric.id: metric.name for metric in metrics})
    rows = [
        _row(each, amount, unit, group=names[each.metric.id] if by_share else "")
        for each, amount in zip(found, amounts, strict=True)
    ]
    rows[:0] = [
        _baseline(metric.baseline, unit)
        for metric in metrics
        if metric.baseline is not None and not by_share
    ]
    reference_lines = () if target is None else tuple(_target_lines(target))
    return View(
        title=title or caption(asked),
        description=(
            f"{count_text(len(found), 'observation')} of {count_text(len(metrics), 'metric')}"
            f" against {'no target' if target is None else f'a target of {target}'}"
            + ("".join(f"; {row.label}: {row.aside}" for row in rows) + ".")
        ),
        rows=tuple(rows),
        axis=axis_of_amounts(
            rows, reference_lines, "% of the target" if by_share else unit
        ),
        reference_lines=reference_lines,
        notes=(
            *([] if target is not None else ["No target is given."]),
            *(
                f"Not drawn, since it is not in {unit}: {row.label}, {row.aside}"
                for row in rows
                if not row.marks
            ),
        ),
    )


def _amount(observation: Observation) -> Quantity | None:
    return observation.value or observation.change


def _observed_text(observation: Observation) -> str:
    """Write what was observed: a level, or a change against another time."""
    against = "" if observation.against is None else f" against {observation.against}"
    return f"{_amount(observation)}{against}"


def _row(each: Progress, amount: Quantity | None, unit: str, *, group: str) -> ViewRow:
    observation = each.observation
    return ViewRow(
        label=date_text(observation.period),
        facts=(
            ("observed", _observed_text(observation)),
            ("of the target", _amount_text(each.of_target)),
            ("since the baseline", _amount_text(each.since_baseline)),
            ("by", observation.by or ""),
            ("as of", date_text(observation.as_of)),
            (
                "cannot both be right",
                "; ".join(_observed_text(other) for other in each.conflicts),
            ),
            ("not known", "; ".join(each.unknown)),
        ),
        marks=tuple(_range(amount))
        if amount is not None and amount.unit == unit
        else (),
        group=group,
        aside=_observed_text(observation),
    )


def _baseline(observation: Observation, unit: str) -> ViewRow:
    amount = _amount(observation)
    return ViewRow(
        label=f"Baseline, {date_text(observation.period)}",
        facts=(("observed", _observed_text(observation)), ("by", observation.by or "")),
        marks=tuple(_range(amount))
        if amount is not None and amount.unit == unit
        else (),
        aside=_observed_text(observation),
    )


def _range(amount: Quantity) -> Iterator[Mark]:
    """Draw an amount: a point, or the range that its bounds leave."""
    low = -math.inf if amount.low is None else float(amount.low)
    high = math.inf if amount.high is None else float(amount.high)
    about = "~" if amount.approximate else ""
    if low != high:
        yield Mark(kind="possible", start=low, end=high)
        yield _end("or less", low, is_open=amount.low_open, about="")
    yield _end("or more", high, is_open=amount.high_open, about=about)


def _end(endless: str, at: float, *, is_open: bool, about: str) -> Mark:
    if math.isinf(at):
        return point(endless, at, text=about)
    return point("amount", at, hollow=is_open or bool(about), text=about)


def _target_lines(target: Quantity) -> Iterator[ReferenceLine]:
    """Draw a target as a line, or as one at each of its bounds."""
    bounds = dict.fromkeys(
        float(bound) for bound in (target.low, target.high) if bound is not None
    )
    yield from (
        ReferenceLine(at=at, label="" if number else f"target {target}")
        for number, at in enumerate(bounds)
    )


def _amount_text(amount: Quantity | None) -> str:
    return "" if amount is None else str(amount)
