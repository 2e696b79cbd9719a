"""Scorecards: how many commitments of each group have which status.

A scorecard counts by the three readings of a status, which it never adds up to one.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final

from attrs import frozen

from entente import _tables as table
from entente._comparing import as_compared
from entente._text import did_you_mean, shorten, words_of
from entente.answers._lineage import wholes
from entente.answers._status import CommitmentStatus
from entente.asking._selection import index_behind
from entente.asking._selections import (
    STATUS_KEYWORDS,
    Commitments,
    assessed_word,
    declared_word,
)
from entente.errors import QueryError
from entente.records._index import RecordIndex
from entente.records._model import Commitment, Record
from entente.records._vocabulary import LinkKind
from entente.records._wording import short_date
from entente.values._period import Period, PeriodLike, definite_day

NONE: Final = "none"
"""The column of commitments without a report, and the row of those without a group."""

# "By by" and "by to" are no English, and "by funded by" hardly.
_GROUPINGS: Final = {
    "by": "maker",
    "to": "recipient",
    "funded_by": "funder",
    "implemented_by": "implementer",
    "announced_by": "announcer",
    "part_of": "larger commitment",
    "conditional": "whether conditional",
    "condition": "kind of condition",
    "condition_party": "party of the condition",
    "waits_for": "awaited record",
    "amount": "role of the amount",
    "form": "form of the amount",
    "scope": "kind of scope",
    "link": "kind of link",
    "recurs": "recurrence",
}
"""The nouns for keywords that do not read well after "by"."""


def grouping_text(keyword: str) -> str:
    """Return the words for what commitments are grouped by.

    >>> grouping_text("theme"), grouping_text("funded_by")
    ('theme', 'funder')
    """
    return _GROUPINGS.get(keyword, words_of(keyword))


@frozen(kw_only=True)
class ScorecardRow:
    """One line of a scorecard: a group, its commitments, and counts by status.

    `declared`, `assessed` and `schedule` count by word; without a report the word is
    ``"none"``. `vague` counts commitments that nobody can judge: they have no deadline, no
    time for which they run, no rule by which they recur, and no metric; a time in words only is
    none. `conditional` counts those that depend on a condition.
    """

    group: str | None
    commitments: Commitments
    declared: Mapping[str, int]
    assessed: Mapping[str, int]
    schedule: Mapping[str, int]
    vague: int
    conditional: int = 0


@frozen(repr=False, kw_only=True)
class Scorecard:
    """The rows of a scorecard, by group. Printed, it is a table, in a notebook too."""

    by: str
    on: Period
    rows: tuple[ScorecardRow, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[ScorecardRow]:
        return iter(self.rows)

    def __getitem__(self, group: str | None) -> ScorecardRow:
        """Return the row of a group; raises `QueryError` if there is none."""
        # The groups of texts are in the form in which they are compared.
        wanted = as_compared(group) if isinstance(group, str) else group
        for row in self.rows:
            if row.group == wanted:
                return row
        message = f"there is no row where {self.by} is {shorten(group)}"
        known = [row.group for row in self.rows if row.group is not None]
        hint = did_you_mean(group, known) if isinstance(group, str) else None
        raise QueryError(message if hint is None else f"{message}; {hint}")

    def __repr__(self) -> str:
        return table.as_text(*self._cells())

    def _repr_html_(self) -> str:
        what = grouping_text(self.by)
        caption = f"Commitments by {what} on {short_date(self.on)}"
        return table.as_html(*self._cells(), caption=caption)

    def _cells(self) -> tuple[list[str], list[list[str]]]:
        # Few dossiers have conditions, so there is no column of zeros.
        has_conditions = any(row.conditional for row in self.rows)
        sizes = ["all", "vague", *["conditional"] * has_conditions]
        headers = [
            grouping_text(self.by),
            *sizes,
            "declared",
            "assessed",
            "schedule",
        ]
        rows = [
            [
                self._group_text(row.group),
                str(len(row.commitments)),
                str(row.vague),
                *[str(row.conditional)] * has_conditions,
                _counts_text(row.declared),
                _counts_text(row.assessed),
                _counts_text(row.schedule),
            ]
            for row in self.rows
        ]
        return headers, rows

    def _group_text(self, group: str | None) -> str:
        # Ids and the words of a source are printed as they are.
        if group is not None and Commitments.questions()[self.by] in _OWN:
            return group
        return words_of(group or NONE)


_OWN: Final = ("id", "text")
"""What keywords take whose groups are no words of a vocabulary."""


def scorecard(
    commitments: Commitments,
    *,
    by: str,
    on: PeriodLike,
    as_known: PeriodLike | None = None,
    firm: bool = True,
) -> Scorecard:
    """Count commitments by group and by their status on a day.

    `by` is any keyword of `Commitments.where`, and a row has what that keyword finds: a broader
    theme what its narrower ones have, a state what its ministries promised. So a commitment may count
    in several rows. In rows by promisor (``by="by"``) each is judged by the reports on it, where there
    are such. Each promise counts once: what repeats another is left out, also if that other is not
    firm or was made later, and so are a part of a whole that counts, and what was not made by the day
    or not known by then. Unless `firm` is False, only firm promises count.
    Raises `QueryError` for an unknown keyword, or a day that is not definite.
    """
    counted = _counted(commitments, on, as_known, firm=firm)
    statuses = counted.statuses(on=on, as_known=as_known)
    status_of = dict(zip(counted.ids, statuses, strict=True))
    # Only keywords of status may be asked with a day.
    if by in STATUS_KEYWORDS:
        groups = counted.group_by(by, on=on, as_known=as_known)
    else:
        groups = counted.group_by(by)
    rows = []
    takes_id = Commitments.questions()[by] == "id"
    for group, alone in groups.items():
        # A broader theme has what its narrower ones have, as it does in a question.
        members = alone
        if takes_id and group is not None:
            members = counted.where(**{by: group})  # type: ignore[arg-type]
        own = status_of
        if by == "by" and group is not None:
            own = {**status_of, **_judged_alone(members, group, on, as_known)}
        rows.append(_row(group, members, own))
    # The sort is stable: groups of one size stay in the order of the dossier.
    rows.sort(key=lambda row: -len(row.commitments))
    return Scorecard(by=by, on=Period.of(on), rows=tuple(rows))


def _counted(
    commitments: Commitments,
    on: PeriodLike,
    as_known: PeriodLike | None,
    *,
    firm: bool,
) -> Commitments:
    """Return the commitments that a scorecard counts, each promise once."""
    days = [definite_day(each) for each in (on, as_known) if each is not None]
    horizon = Period(min(days))

    def is_made(commitment: Commitment) -> bool:
        made = commitment.made
        return made is None or not made.after(horizon).certain

    promised = commitments.where(firm=True) if firm else commitments
    made = promised.filter(is_made)
    once = _each_once(made, index_behind(made))
    return made.filter(lambda each: each.id in once)


def _each_once(promises: Commitments, index: RecordIndex) -> set[str]:
    """Return the ids of some promises without those that say the same as another of them.

    What repeats one of them is left out, however many records lie between the two, and so is a
    part of a whole that is among them. Of several that repeat one that is not, the first counts.
    """
    ids = frozenset(promises.ids)
    repeating = _repeating(ids, index)
    found: set[str] = set()
    said: set[str] = set()
    for each in sorted(promises, key=_date_made):
        is_part = any(whole.id in ids for whole in wholes(each, index))
        repeated = _restated(each)
        # What has been said has all that it repeats with it.
        is_known = bool(repeated) and said.issuperset(repeated)
        if not is_part and not is_known and each.id not in repeating:
            found.add(each.id)
            _add_restated(each, said, index)
    return found


def _repeating(ids: Iterable[str], index: RecordIndex) -> set[str]:
    """Return the ids of all commitments that repeat one of some, over any number of others."""
    found: set[str] = set()
    ahead = list(ids)
    while ahead:
        for link, record in index.links_to(ahead.pop()):
            is_repeat = (
                link.kind is LinkKind.RESTATES and record.id not in found
            )
            if is_repeat and isinstance(record, Commitment):
                found.add(record.id)
                ahead.append(record.id)
    return found


def _restated(record: Record) -> tuple[str, ...]:
    """Return the ids of what a commitment repeats."""
    links = record.links if isinstance(record, Commitment) else ()
    return tuple(
        [link.target for link in links if link.kind is LinkKind.RESTATES]
    )


def _add_restated(
    commitment: Commitment, said: set[str], index: RecordIndex
) -> None:
    """Add the ids of all that a commitment repeats, and of what that repeats."""
    ahead: list[Record] = [commitment]
    while ahead:
        for id in _restated(ahead.pop()):
            if id not in said:
                said.add(id)
                ahead.append(index[id])


def _date_made(commitment: Commitment) -> tuple[datetime.date, datetime.date]:
    """Return the days on which it may have been made, to sort by; one without a date is the last."""
    return (commitment.made or Period("9999-12-31")).sort_key


def _judged_alone(
    members: Commitments,
    party: str,
    on: PeriodLike,
    as_known: PeriodLike | None,
) -> dict[str, CommitmentStatus]:
    """Return the status of a party in those commitments whose promisors are judged one by one."""
    shared = members.filter(lambda each: any(one.of for one in each.reports))
    statuses = shared.statuses(on=on, as_known=as_known, of=party)
    return dict(zip(shared.ids, statuses, strict=True))


def _row(
    group: str | None,
    members: Commitments,
    status_of: Mapping[str, CommitmentStatus],
) -> ScorecardRow:
    statuses = [status_of[each.id] for each in members]
    return ScorecardRow(
        group=group,
        commitments=members,
        declared=_count(declared_word(each) for each in statuses),
        assessed=_count(assessed_word(each) for each in statuses),
        schedule=_count(each.schedule for each in statuses),
        vague=sum(map(is_vague, members, statuses)),
        conditional=sum(each.conditions != () for each in members),
    )


def is_vague(commitment: Commitment, status: CommitmentStatus) -> bool:
    """Return whether there is nothing by which to judge if a commitment was kept."""
    # "Not before 2027" sets no deadline, and neither does "promptly".
    deadlines = [
        due
        for due in status.deadlines
        if due.latest is not None and not due.in_words_only
    ]
    runs = commitment.runs
    has_time = runs is not None and not runs.in_words_only
    return not (
        deadlines
        or has_time
        or commitment.due_from
        or commitment.runs_from
        or commitment.duration
        or commitment.recurrence
        or commitment.amounts
        or commitment.metrics
    )


def _count(words: Iterable[StrEnum | None]) -> Mapping[str, int]:
    """Count words, the most frequent first."""
    names = [NONE if word is None else word.value for word in words]
    return dict(Counter(names).most_common())


def _counts_text(counts: Mapping[str, int]) -> str:
    return ", ".join(
        [f"{count} {words_of(word)}" for word, count in counts.items()]
    )
