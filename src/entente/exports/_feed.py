"""What is new in a dossier, as an Atom feed (RFC 4287): reports, and verdicts that turned."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Final
from xml.etree import ElementTree as ET

from attrs import frozen

from entente._dossier import Dossier, index_of
from entente._safe import document_line, is_web_address
from entente._text import words_of
from entente.answers._facts import full_names_in
from entente.answers._occurrences import occurrences
from entente.answers._status import commitment_status, history, standing
from entente.errors import QueryError
from entente.exports._revision import (
    NOTHING_DATED,
    bearing_on,
    checked_name,
    day_known,
    has_year,
)
from entente.records._display import caption
from entente.records._index import RecordIndex
from entente.records._model import Commitment, Source
from entente.records._parts import Citation, Report
from entente.records._wording import date_text, passage_text
from entente.values._edtf import LAST_DAY
from entente.values._period import PeriodLike, definite_day

_ATOM: Final = "http://www.w3.org/2005/Atom"

_OURS: Final = uuid.UUID("0d6c1a2e-5b7f-5c0e-9d0b-6a5e0f3c7b41")
"""The namespace of the ids of feeds and entries, which are made of names and not at random."""


def feed(
    dossier: Dossier,
    *,
    name: str,
    on: PeriodLike | None = None,
    since: PeriodLike | None = None,
    address: str | None = None,
    page: Callable[[Commitment], str] | None = None,
) -> bytes:
    """Return what is new in a dossier until the day `on`, the latest first, as an Atom feed.

    An entry is a report, on the day on which it became known, or a verdict that turned, on the day
    on which it did by what was known on that day. So what comes to be known later adds entries and
    changes none. `on` is by default the last day on which anything in the dossier became known;
    nothing before the day `since` is listed.

    `name` tells the entries from those of other dossiers, and has to stay. `address` is where the
    feed will be found, and `page` returns the address of a commitment's own page, to which its
    entries then link.

    Raises `entente.errors.QueryError` if `name` is not written as an id, a day is not a definite one,
    or `address` is not one of the web.

    >>> import entente
    >>> news = feed(entente.example("promises-kept"), name="promises-kept", since="2025-08-01")
    >>> [line.strip() for line in news.decode().splitlines() if "<title>" in line]  # doctest: +ELLIPSIS
    ['<title>promises-kept: reports and verdicts</title>', ...]
    """
    checked_name(name)
    if address is not None and not is_web_address(address):
        raise QueryError(
            f"address: {address!r} is not an address of the web; write one that begins with https://"
        )
    index = index_of(dossier)
    last = day_known(dossier, on) or NOTHING_DATED
    first = datetime.date.min if since is None else definite_day(since)
    news = [
        each
        for commitment in dossier.commitments
        for each in (
            *_reports(commitment, index),
            *_turns(commitment, index, last),
        )
        if first <= each.day <= last
    ]
    news.sort(key=lambda each: each.day, reverse=True)
    root = ET.Element("feed", xmlns=_ATOM)
    updated = max((each.day for each in news), default=last)
    _add(root, "id", _urn(name, "feed"))
    _add(root, "title", f"{name}: reports and verdicts")
    _add(root, "updated", _moment(updated))
    _add(_add(root, "author"), "name", name)
    _add(root, "generator", "entente")
    if address is not None:
        _add(root, "link", rel="self", href=address)
    for each in news:
        entry = _write(root, each, name, index)
        if page is not None:
            href = page(each.commitment)
            _add(entry, "link", rel="alternate", href=href)
    ET.indent(root)
    written: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return written + b"\n"


@frozen(kw_only=True)
class _News:
    """Something new about a commitment; `key` tells it from all else that is new about it."""

    commitment: Commitment
    day: datetime.date
    key: tuple[str, ...]
    title: str
    lines: tuple[str, ...]
    citations: tuple[Citation, ...]


# --- reports -------------------------------------------------------------------------------------


def _reports(commitment: Commitment, index: RecordIndex) -> Iterator[_News]:
    """Yield the reports on a commitment, each on the day on which it was known for certain."""
    name_of = full_names_in(index)
    seen: dict[tuple[str, ...], int] = {}
    for report in commitment.reports:
        of = report.of or ""
        said = (report.on.edtf, report.by, report.status.value, of)
        # Reports are only ever added, so that of two alike the second stays the second.
        seen[said] = seen.get(said, 0) + 1
        by = name_of(report.by)
        yield _News(
            commitment=commitment,
            day=_day_of(report, index),
            key=("report", *said, str(seen[said])),
            title=f"{by} reports {words_of(report.status)}: {_title(commitment)}",
            lines=tuple(_report_lines(report, index)),
            citations=report.citations,
        )


def _day_of(report: Report, index: RecordIndex) -> datetime.date:
    """Return the day on which a report was known for certain; without one, the day of its source."""
    published = [
        source.published
        for each in report.citations
        if isinstance(source := index[each.source], Source)
    ]
    for date in (report.known, report.on, *published):
        if date is not None and has_year(date) and date.latest is not None:
            return date.latest
    return NOTHING_DATED


def _report_lines(report: Report, index: RecordIndex) -> Iterator[str]:
    name_of = full_names_in(index)
    yield f"on: {date_text(report.on)}"
    if report.known is not None:
        yield f"known since: {date_text(report.known)}"
    if report.of is not None:
        yield f"about: {name_of(report.of)}"
    if report.due is not None:
        yield f"new deadline: {date_text(report.due)}"
    if report.note is not None:
        yield f"note: {report.note}"


# --- verdicts ------------------------------------------------------------------------------------


def _turns(
    commitment: Commitment, index: RecordIndex, last: datetime.date
) -> Iterator[_News]:
    """Yield the days until a last one on which the verdict turned, as it was known on that day."""
    made = commitment.made
    since = None if made is None else made.earliest
    words = [
        (day, standing(commitment, index, day, day).schedule)
        for day in _days_to_look_at(commitment, index, last.toordinal())
    ]
    for (_, before), (ordinal, word) in pairwise(words):
        day = datetime.date.fromordinal(ordinal)
        if word is None or word == before or (since and day < since):
            continue
        status = commitment_status(commitment, index, on=day, as_known=day)
        why = status.explain()
        yield _News(
            commitment=commitment,
            day=day,
            key=("verdict", day.isoformat(), word.value),
            title=f"{words_of(word).capitalize()}: {_title(commitment)}",
            lines=(
                f"until then: {words_of(before or '')}",
                *(f"because {reason}" for reason in why.reasons),
            ),
            citations=commitment.citations,
        )


def _days_to_look_at(
    commitment: Commitment, index: RecordIndex, last: int
) -> list[int]:
    """Return the days until a last one on which the verdict may turn, as ordinals, in order."""
    days = {day for day, _ in history(commitment, index)}
    for record in bearing_on(commitment, index):
        if isinstance(record, Commitment):
            days.update(_days_of_news(record, index, last))
    return sorted(day for day in days if day <= min(last, LAST_DAY))


def _days_of_news(
    commitment: Commitment, index: RecordIndex, last: int
) -> Iterator[int]:
    """Yield the days on which a report may become known, or a recurring duty falls due and is over."""
    for report in commitment.reports:
        for date in (report.known, report.on):
            ends = () if date is None else (date.earliest, date.latest)
            for day in filter(None, ends):
                yield from (day.toordinal(), day.toordinal() + 1)
    if commitment.recurrence is not None:
        until = datetime.date.fromordinal(last)
        try:
            due = occurrences(commitment, index, between=f"../{until}")
        except QueryError:  # it begins on no definite day
            return
        for day in due:
            yield from (day.toordinal(), day.toordinal() + 1)


# --- writing -------------------------------------------------------------------------------------


def _write(
    root: ET.Element, news: _News, name: str, index: RecordIndex
) -> ET.Element:
    """Add an entry to a feed, and return it."""
    commitment = news.commitment
    entry = _add(root, "entry")
    _add(entry, "id", _urn(name, commitment.id, *news.key))
    _add(entry, "title", news.title)
    _add(entry, "updated", _moment(news.day))
    for theme in commitment.themes:
        _add(entry, "category", term=theme, label=caption(index[theme]))
    sources = {
        each.source: source
        for each in news.citations
        if isinstance(source := index[each.source], Source)
    }
    for source in sources.values():
        if source.address is not None and is_web_address(source.address):
            _add(entry, "link", rel="related", href=source.address)
    lines = [
        commitment.summary,
        *news.lines,
        *dict.fromkeys(_source_lines(news.citations, index)),
    ]
    # Each on a line of its own, which a text cannot begin itself.
    text = "\n".join(map(document_line, lines))
    content = _add(entry, "content", type="text")
    content.text = text
    return entry


def _source_lines(
    citations: Iterable[Citation], index: RecordIndex
) -> Iterator[str]:
    for each in citations:
        title = caption(index[each.source])
        yield f"source: {', '.join(filter(None, (title, passage_text(each))))}"


def _title(commitment: Commitment) -> str:
    return (commitment.label or commitment.summary).removesuffix(".")


def _add(
    parent: ET.Element, tag: str, text: str | None = None, **attributes: str
) -> ET.Element:
    """Add an element, whose text and attributes hold nothing that XML may not."""
    shown = {key: document_line(value) for key, value in attributes.items()}
    element = ET.SubElement(parent, tag, shown)
    if text is not None:
        element.text = document_line(text)
    return element


def _urn(*steps: str) -> str:
    """Return an id that is the same for the same steps, none of which holds a slash."""
    return uuid.uuid5(_OURS, "/".join(steps)).urn


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
