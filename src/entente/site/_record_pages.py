"""The page of each record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from entente.records._model import KIND_NAMES, Commitment, Record, Source
from entente.site._addresses import PER_PAGE, filtered, page_of
from entente.site._counts import count
from entente.site._data import HEADINGS
from entente.site._facets import KEYWORDS
from entente.site._facts import (
    Citations,
    facts_of,
    language_of,
    safe_address,
)
from entente.site._lists import ListedRecord, columns_of, rows_of
from entente.site._render import Pages
from entente.site._timeline import timeline_of
from entente.site._tracker import Tracker
from entente.site._verdicts import ReportLine, reasoned, reports_of

_FIRST: Final = 25
"""How many rows a list has on the page of a record; it goes on on pages of its own."""

_NO_REPORTS: Final[Mapping[str, Sequence[ReportLine]]] = {
    "declared": (),
    "assessed": (),
}

_KEYWORDS_OF: Final = {"themes": "theme", "parties": "party"}
"""The keyword by which records are asked for that belong to one of a kind."""


@frozen(kw_only=True)
class Related:
    """The records of a kind that belong to a record, or name it; `filtered` is a list with filters if any."""

    kind: str
    heading: str
    columns: tuple[str, ...]
    rows: Sequence[ListedRecord]
    total: int
    more: str | None
    filtered: str | None


def write_record(record: Record, pages: Pages) -> None:
    """Write the page of a record, and the pages on which its longer lists go on."""
    tracker = pages.tracker
    kind = KIND_NAMES[type(record)]
    page = page_of(record)
    citations = Citations(tracker)
    promise = record if isinstance(record, Commitment) else None
    given: dict[str, object] = {
        "kind": kind,
        "record": record,
        "name": tracker.wording.name(record),
        "counted": count(record, tracker),
        "made": promise is None or tracker.is_made(promise),
        "verdict": None if promise is None else tracker.verdict(promise),
        "reasoned": []
        if promise is None
        else reasoned(promise, tracker, citations),
        "reports": _NO_REPORTS
        if promise is None
        else reports_of(promise, tracker, citations),
        "timeline": timeline_of(record, tracker),
        "own": citations.numbers(record.citations),
        "facts": list(facts_of(record, tracker, citations)),
        "names_it": _links_to(record, tracker),
        "source_address": safe_address(record.address)
        if isinstance(record, Source)
        else None,
        "name_lang": language_of(record),
    }
    related = list(_related(record, pages))
    pages.write(
        "record.html",
        page,
        related=related,
        passages=citations.listed(),
        **given,
    )


def _links_to(
    record: Record, tracker: Tracker
) -> list[tuple[str, ListedRecord]]:
    """Return the records that link to a record, each with what it does to it."""
    found = []
    for each, other in tracker.index.links_to(record.id):
        [row] = rows_of([other], tracker)
        found.append((tracker.wording.word(each.kind), row))
    return found


def _related(record: Record, pages: Pages) -> Iterator[Related]:
    tracker = pages.tracker
    folder = page_of(record).removesuffix("index.html")
    keyword = _KEYWORDS_OF.get(KIND_NAMES[type(record)], "")
    for kind, records in _records_of(record, tracker).items():
        rows = rows_of(records, tracker)
        heading = HEADINGS[kind]
        more = f"{folder}{kind}.html" if len(rows) > _FIRST else None
        if more is not None:
            _write_rest(record, kind, rows, folder, pages)
        yield Related(
            kind=kind,
            heading=heading,
            columns=columns_of(kind),
            rows=rows[:_FIRST],
            total=len(rows),
            more=more,
            filtered=filtered(kind, **{keyword: record.id})
            if keyword in KEYWORDS[kind]
            else None,
        )


def _records_of(record: Record, tracker: Tracker) -> dict[str, list[Record]]:
    """Return the records that belong to a record by the keywords of `where`, or else name it."""
    kind = KIND_NAMES[type(record)]
    keyword = _KEYWORDS_OF.get(kind)
    found: dict[str, list[Record]] = defaultdict(list)
    for each in tracker.naming.get(record.id, ()):
        name = KIND_NAMES[type(each)]
        if keyword not in KEYWORDS[name]:
            found[name].append(each)
    if keyword is not None:
        for name, keywords in KEYWORDS.items():
            if keyword in keywords:
                matching = getattr(tracker.dossier, name).where(
                    **{keyword: record.id}
                )
                if matching:
                    found[name] = list(matching)
    return {name: found[name] for name in HEADINGS if name in found}


def _write_rest(
    record: Record,
    kind: str,
    rows: Sequence[ListedRecord],
    folder: str,
    pages: Pages,
) -> None:
    """Write the whole of a list on pages of its own, below the page of its record."""
    write_list(
        pages,
        kind=kind,
        rows=rows,
        base=f"{folder}{kind}",
        title=pages.tracker.wording.say(HEADINGS[kind]),
        about=(pages.tracker.wording.name(record), page_of(record)),
    )


def write_list(
    pages: Pages,
    *,
    kind: str,
    rows: Sequence[ListedRecord],
    base: str,
    title: str,
    about: tuple[str, str] | None = None,
    filters: bool = False,
) -> None:
    """Write a list on pages of at most 100 rows: the first at `base`, and others with a number behind it."""
    last = max(-(-len(rows) // PER_PAGE), 1)
    files = [
        f"{base}.html",
        *[f"{base}-{each}.html" for each in range(2, last + 1)],
    ]
    for number, file in enumerate(files):
        pages.write(
            "list.html",
            file,
            kind=kind,
            title=title,
            about=about,
            columns=columns_of(kind),
            rows=rows[number * PER_PAGE : (number + 1) * PER_PAGE],
            total=len(rows),
            number=number + 1,
            files=files,
            filters=filters,
        )
