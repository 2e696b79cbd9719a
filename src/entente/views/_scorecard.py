"""How many promises stand where, by what is declared, by what is assessed and by the calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Final

from entente._dossier import Dossier
from entente.asking._scorecard import NONE, ScorecardRow as Counts
from entente.records._model import caption
from entente.records._vocabulary import ReportedStatus, Schedule
from entente.values._period import PeriodLike
from entente.views._marks import Mark, Row, axis_of_amounts
from entente.views._view import View
from entente.views._words import clocks, counted, plain, told_apart


def scorecard(
    dossier: Dossier,
    *,
    by: str,
    on: PeriodLike,
    as_known: PeriodLike | None = None,
    firm: bool = True,
    title: str | None = None,
) -> View:
    """Show `entente.Dossier.scorecard` as bars: for each group what is declared, assessed, and the schedule.

    The three are never added up. A promise with several themes counts in the row of each. Raises
    `entente.errors.QueryError` for a keyword that there is not, or a day that is none.

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
    █ done   ▓ going on, or not due yet   ░ not told, or without a deadline
    On 2024-01-31, by all that is known.
    Declared is by the parties to a promise, assessed by others; the schedule is worked out.
    Vague is what has neither a deadline, a time that it runs, a rule by which it recurs, nor a metric.
    """
    card = dossier.scorecard(by=by, on=on, as_known=as_known, firm=firm)
    noun = "firm promise" if firm else "commitment"
    names = group_names(dossier, by, [counts.group for counts in card])
    rows: list[Row] = []
    for counts in card:
        vague = f", {counts.vague} of them vague" if counts.vague else ""
        group = (
            f"{names[counts.group]}: {counted(len(counts.commitments), noun)}{vague}"
        )
        rows.extend(_readings(counts, group))
    ids = {each.id for counts in card for each in counts.commitments}
    overdue = {
        each
        for counts in card
        for each in counts.commitments.where(
            schedule="overdue", on=on, as_known=as_known
        ).ids
    }
    return View(
        title=title or f"Commitments by {plain(by)}",
        description=(
            f"{counted(len(ids), noun)} in {counted(len(card), 'group')} by {plain(by)},"
            f" of which {len(overdue)} overdue."
        ),
        rows=tuple(rows),
        axis=axis_of_amounts(rows, (), f"{noun}s", whole=True),
        notes=(
            clocks(on, as_known),
            "Declared is by the parties to a promise, assessed by others; the schedule is worked out.",
            "Vague is what has neither a deadline, a time that it runs, a rule by which it recurs, nor a metric.",
        ),
    )


def group_names(
    dossier: Dossier, by: str, groups: Iterable[str | None]
) -> dict[str | None, str]:
    """Return what groups of commitments by a keyword are called: records by their captions, words as they are."""
    is_id = dossier.commitments.questions()[by] == "id"
    return told_apart(
        {
            group: caption(dossier[group])
            if is_id and group is not None
            else plain(group or NONE).capitalize()
            for group in groups
        }
    )


_FAMILIES: Final[Mapping[str, tuple[str, ...]]] = {
    "done": (ReportedStatus.COMPLETED, Schedule.MET_ON_TIME, Schedule.MET_LATE),
    "going": (
        ReportedStatus.SUBSTANTIAL,
        ReportedStatus.IN_PROGRESS,
        ReportedStatus.MODIFIED,
        ReportedStatus.ANNOUNCED,
        Schedule.DUE,
        Schedule.NOT_DUE,
    ),
    "behind": (
        ReportedStatus.NOT_STARTED,
        ReportedStatus.SUSPENDED,
        ReportedStatus.WITHDRAWN,
        ReportedStatus.SUPERSEDED,
        ReportedStatus.NO_EVIDENCE,
        Schedule.OVERDUE,
    ),
    "open": (Schedule.UNKNOWN, Schedule.NO_DEADLINE, NONE),
}
"""The words of statuses and schedules, by how they are drawn, and in that order."""

_ORDER: Final = {word: kind for kind, words in _FAMILIES.items() for word in words}


def _readings(counts: Counts, group: str) -> Iterator[Row]:
    for name in ("declared", "assessed", "schedule"):
        found: Mapping[str, int] = getattr(counts, name)
        words = [word for word in _ORDER if word in found]
        said = [
            f"{found[word]} {'not reported' if word == NONE else plain(word)}"
            for word in words
        ]
        ends = list(accumulate((found[word] for word in words), initial=0))
        yield Row(
            label=name.capitalize(),
            facts=(("count", ", ".join(said)),),
            marks=tuple(
                Mark(kind=_ORDER[word], start=start, end=end, text=text)
                for word, start, end, text in zip(
                    words, ends, ends[1:], said, strict=False
                )
            ),
            group=group,
            aside=", ".join(said),
        )
