"""The front page: what is overdue, due and kept, by whom, on which day, as known when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from entente.records._model import Commitment, Party
from entente.records._vocabulary import Schedule
from entente.site._counts import PromiseCounts, count, filtered_promises
from entente.site._data import HEADINGS
from entente.site._groups import GROUPS, TITLES, group_of
from entente.site._lists import ListedRecord, row_of, rows_of
from entente.site._record_pages import write_list
from entente.site._render import Pages
from entente.site._tracker import Tracker

_MOST: Final = 8
"""How many promises the front page lists of each verdict."""

_MOST_PARTIES: Final = 15


@frozen(kw_only=True)
class Group:
    """A group of verdicts: how many promises have one, and the share of all in percent.

    `page` is the list of them, `filtered` the one with filters, and so are the last of `words`.
    """

    name: str
    title: str
    count: int
    share: float
    start: float
    page: str
    filtered: str
    rows: Sequence[ListedRecord]
    words: tuple[tuple[Schedule, int, str], ...]


@frozen(kw_only=True)
class PartyLine:
    """How many promises a party made, of each group of verdicts."""

    name: str
    page: str
    counted: PromiseCounts


def write_front(pages: Pages) -> None:
    """Write the front page, and a list for each group of verdicts."""
    tracker = pages.tracker
    found: dict[str, list[Commitment]] = {name: [] for name in GROUPS}
    for each in tracker.promises:
        found[group_of(tracker.verdict(each))].append(each)
    groups = []
    start = 0.0
    for name, promises in found.items():
        group = _group(name, promises, start, pages)
        groups.append(group)
        start += group.share
    counted = {each.id for each in tracker.promises}
    others = [
        each for each in tracker.dossier.commitments if each.id not in counted
    ]
    page = "verdicts/others"
    write_list(
        pages,
        kind="commitments",
        rows=rows_of(others, tracker),
        base=page,
        title=tracker.wording.say("Weaker items, and what was promised later"),
    )
    pages.write(
        "front.html",
        "index.html",
        groups=groups,
        others=(len(others), f"{page}.html"),
        parties=_parties(tracker),
        kinds=[
            (kind, heading, len(tracker.records[kind]))
            for kind, heading in HEADINGS.items()
            if tracker.records[kind]
        ],
    )


def _group(
    name: str, promises: Sequence[Commitment], start: float, pages: Pages
) -> Group:
    tracker = pages.tracker
    rows = rows_of(promises, tracker)
    words = Counter(tracker.verdict(each) for each in promises)
    title = tracker.wording.say(TITLES[name])
    write_list(
        pages,
        kind="commitments",
        rows=rows,
        base=f"verdicts/{name}",
        title=title,
    )
    total = len(tracker.promises)
    return Group(
        name=name,
        title=title,
        count=len(promises),
        share=round(100 * len(promises) / total, 2) if total else 0.0,
        start=round(start, 2),
        page=f"verdicts/{name}.html",
        filtered=filtered_promises(tracker, schedule=GROUPS[name]),
        rows=_first_due(rows) if name in ("due", "coming") else rows[:_MOST],
        words=tuple(
            (each, words[each], filtered_promises(tracker, schedule=(each,)))
            for each in GROUPS[name]
            if words[each]
        ),
    )


def _first_due(rows: Sequence[ListedRecord]) -> list[ListedRecord]:
    """Return the promises with a deadline, the next first, and then the others."""
    dated = [each for each in rows if each.cells[-1].key is not None]
    dated.sort(key=_last_day)
    return [*dated, *[each for each in rows if each.cells[-1].key is None]][
        :_MOST
    ]


def _last_day(row: ListedRecord) -> tuple[int, str]:
    key = row.cells[-1].key
    return (0 if key is None else key[1]), row.id


def _parties(tracker: Tracker) -> list[PartyLine]:
    """Return those with the most promises."""
    lines = []
    for party in tracker.index.of_kind(Party):
        counted = count(party, tracker)
        if counted is not None:
            row = row_of(party, tracker)
            lines.append(
                PartyLine(name=row.name, page=row.page, counted=counted)
            )
    lines.sort(key=_most_first)
    return lines[:_MOST_PARTIES]


def _most_first(line: PartyLine) -> tuple[int, str, str]:
    return -line.counted.total, line.name, line.page
