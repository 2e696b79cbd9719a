"""`scorecard`: counts of commitments as bars, declared, assessed and by schedule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from entente._dossier import Dossier, index_of
from entente._text import words_of
from entente.asking._scorecard import (
    NONE,
    ScorecardRow as Counts,
    grouping_text,
    scorecard as count_scorecard,
)
from entente.asking._selection import index_behind
from entente.asking._selections import Commitments
from entente.records._display import caption
from entente.records._index import RecordIndex
from entente.records._vocabulary import ReportedStatus, Schedule
from entente.values._period import PeriodLike
from entente.views._marks import Mark, ViewRow, axis_of_amounts
from entente.views._view import View
from entente.views._words import (
    clock_note,
    count_text,
    distinct_names,
)


def scorecard(
    of: Dossier | Commitments,
    *,
    by: str,
    on: PeriodLike,
    as_known: PeriodLike | None = None,
    firm: bool = True,
    title: str | None = None,
) -> View:
    """Show `entente.Dossier.scorecard` as bars: for each group, declared, assessed and schedule.

    They are those of a dossier, or a selection. The three are never added up. A commitment with several
    themes counts in the group of each. Raises `entente.errors.QueryError` if `by` is not a keyword, or
    `on` or `as_known` not a definite day.

    >>> import entente
    >>> print(scorecard(entente.example("promises-kept"), by="agreement", on="2024-01-31"))
    Commitments by agreement
    <BLANKLINE>
                                        0                               1                              2
    <BLANKLINE>
    None: 2 firm promises
    Declared                            ██████████████████████████2 completed██████████████████████████
      count: 2 completed
    Assessed                            ░░░░░░░░░░░░░░░░░░░░░░░░2 not reported░░░░░░░░░░░░░░░░░░░░░░░░░
      count: 2 not reported
    Schedule                            █████████████████████████2 met on time█████████████████████████
      count: 2 met on time
    <BLANKLINE>
    Atlantic Declaration: 1 firm promise
    Declared                            ░░░░░░░░░1 not reported░░░░░░░░░
      count: 1 not reported
    Assessed                            ░░░░░░░░░1 not reported░░░░░░░░░
      count: 1 not reported
    Schedule                            ▓▓▓▓▓▓▓▓▓▓▓1 not due▓▓▓▓▓▓▓▓▓▓▓▓
      count: 1 not due
    <BLANKLINE>
    █ done   ▓ in progress, or not due yet   ░ not reported, or no deadline
    As of 31 January 2024, from everything on record.
    Declared: by the parties to a commitment. Assessed: by others. Schedule: from deadlines and reports.
    Vague: without a deadline, duration, recurrence or metric to check it by.
    """
    index = index_of(of) if isinstance(of, Dossier) else index_behind(of)
    commitments = of.commitments if isinstance(of, Dossier) else of
    card = count_scorecard(
        commitments, by=by, on=on, as_known=as_known, firm=firm
    )
    noun = "firm promise" if firm else "commitment"
    names = group_names(index, by, [counts.group for counts in card])
    rows: list[ViewRow] = []
    # A commitment in several groups counts once in the description.
    ids: set[str] = set()
    overdue: set[str] = set()
    conditional: set[str] = set()
    for counts in card:
        members = counts.commitments
        size = count_text(len(members), noun)
        tallies = {"vague": counts.vague, "conditional": counts.conditional}
        notes = [f"{count} {word}" for word, count in tallies.items() if count]
        group = f"{names[counts.group]}: {', '.join((size, *notes))}"
        rows.extend(_readings(counts, group))
        late = members.where(schedule="overdue", on=on, as_known=as_known)
        ids.update(members.ids)
        overdue.update(late.ids)
        conditional.update(members.where(conditional=True).ids)
    depending = f", {len(conditional)} conditional" if conditional else ""
    groups = f"{count_text(len(card), 'group')} by {grouping_text(by)}"
    return View(
        title=title or f"Commitments by {grouping_text(by)}",
        description=(
            f"{count_text(len(ids), noun)} in {groups};"
            f" {len(overdue)} overdue{depending}."
        ),
        rows=tuple(rows),
        axis=axis_of_amounts(rows, (), f"{noun}s", whole=True),
        notes=(
            clock_note(on, as_known),
            _READINGS_NOTE,
            _VAGUE_NOTE,
        ),
    )


_READINGS_NOTE: Final = (
    "Declared: by the parties to a commitment. Assessed: by others. "
    "Schedule: from deadlines and reports."
)
_VAGUE_NOTE: Final = (
    "Vague: without a deadline, duration, recurrence or metric to check it by."
)


def group_names(
    index: RecordIndex, by: str, groups: Iterable[str | None]
) -> dict[str | None, str]:
    """Return the name of each group: the caption of a record, or the words of a vocabulary."""
    takes = Commitments.questions()[by]
    names: dict[str | None, str] = {}
    for group in groups:
        if takes == "id" and group is not None:
            names[group] = caption(index[group])
        elif takes == "text" and group is not None:
            names[group] = group  # "GBP" is not "Gbp"
        else:
            names[group] = words_of(group or NONE).capitalize()
    return distinct_names(names)


KINDS_OF_BAR: Final[Mapping[str, tuple[str, ...]]] = {
    "done": (
        ReportedStatus.COMPLETED,
        Schedule.MET_ON_TIME,
        Schedule.MET_LATE,
    ),
    "going": (
        ReportedStatus.SUBSTANTIAL,
        ReportedStatus.IN_PROGRESS,
        ReportedStatus.MODIFIED,
        ReportedStatus.ANNOUNCED,
        Schedule.DUE,
        Schedule.NOT_DUE,
        Schedule.RUNNING,
        Schedule.KEPT_SO_FAR,
    ),
    "behind": (
        ReportedStatus.NOT_STARTED,
        ReportedStatus.SUSPENDED,
        ReportedStatus.WITHDRAWN,
        ReportedStatus.SUPERSEDED,
        ReportedStatus.BREACHED,
        ReportedStatus.NO_EVIDENCE,
        Schedule.OVERDUE,
    ),
    "open": (
        Schedule.CONDITIONAL,
        Schedule.UNKNOWN,
        Schedule.NO_DEADLINE,
        Schedule.OVER,
        Schedule.LIFTED,
        NONE,
    ),
}
"""Which statuses and schedules each kind of bar shows, in the order in which they are drawn."""

_BAR_OF: Final = {
    word: kind for kind, words in KINDS_OF_BAR.items() for word in words
}


def _readings(counts: Counts, group: str) -> Iterator[ViewRow]:
    """Yield the rows of a group, each with its bars end to end."""
    for reading in ("declared", "assessed", "schedule"):
        found: Mapping[str, int] = getattr(counts, reading)
        marks: list[Mark] = []
        end = 0
        for word, kind in _BAR_OF.items():
            if word not in found:
                continue
            start, end = end, end + found[word]
            label = "not reported" if word == NONE else words_of(word)
            text = f"{found[word]} {label}"
            marks.append(Mark(kind=kind, start=start, end=end, text=text))
        summary = ", ".join(mark.text for mark in marks)
        yield ViewRow(
            label=reading.capitalize(),
            facts=(("count", summary),),
            marks=tuple(marks),
            group=group,
            aside=summary,
        )
