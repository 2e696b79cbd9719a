"""The files that a site offers: the dossier, its tables, its calendar and its feed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set as AbstractSet
from pathlib import Path
from typing import Any, Final

from attrs import evolve, fields, frozen

from entente._dossier import Dossier
from entente.errors import MissingExtraError
from entente.exports import TableFormat, calendar, feed, write
from entente.files import dumps
from entente.records._model import KINDS, Record
from entente.records._parts import PARTS, Citation
from entente.records._walk import citations
from entente.site._addresses import page_of, permalink
from entente.site._tracker import Tracker

FOLDER: Final = "downloads"
NAME: Final = "dossier"


@frozen
class Download:
    """A file that the site offers; one that could not be made, without an `extra`, has no `file`.

    `kinds` are those whose lists offer it. One that `is_table` holds only the records of its kind.
    """

    label: str
    file: str | None
    extra: str | None = None
    kinds: tuple[str, ...] = ()
    is_table: bool = False


def write_downloads(folder: Path, tracker: Tracker) -> list[Download]:
    """Write the files, and return which there are."""
    (folder / FOLDER).mkdir()
    return list(_all_downloads(folder, tracker))


def _all_downloads(folder: Path, tracker: Tracker) -> Iterator[Download]:
    dossier = tracker.dossier
    for format, label in (("toml", "TOML"), ("json", "JSON")):
        file = f"{FOLDER}/{NAME}.{format}"
        text = dumps(dossier, format=format)
        (folder / file).write_text(text, encoding="utf-8")
        yield Download(label, file)
    yield from _tables(folder, tracker)
    yield _calendar(folder, tracker)
    file = f"{FOLDER}/feed.atom"
    news = feed(
        dossier,
        name=NAME,
        on=tracker.as_known or tracker.on,
        address=_address_of(file, tracker),
        page=_pages(tracker),
    )
    (folder / file).write_bytes(news)
    yield Download("Atom", file, kinds=("commitments",))


def _address_of(page: str, tracker: Tracker) -> str | None:
    address = tracker.settings.address
    return None if address is None else permalink(address, page)


def _pages(tracker: Tracker) -> Callable[[Record], str] | None:
    """Return what returns the address of a record's page, if the site has an address."""
    address = tracker.settings.address
    if address is None:
        return None
    return lambda record: permalink(address, page_of(record))


_TABLES: Final[Mapping[TableFormat, str]] = {"csv": "CSV", "json": "JSON"}


def _tables(folder: Path, tracker: Tracker) -> Iterator[Download]:
    for kind, records in tracker.records.items():
        if records:
            for format, label in _TABLES.items():
                file = f"{FOLDER}/{kind}.{format}"
                selection = getattr(tracker.dossier, kind)
                write(selection, folder / file, format, name=NAME)
                yield Download(label, file, kinds=(kind,), is_table=True)


_IN_CALENDAR: Final = ("commitments", "meetings", "metrics")


def _calendar(folder: Path, tracker: Tracker) -> Download:
    file = f"{FOLDER}/calendar.ics"
    try:
        made = calendar(
            tracker.dossier,
            name=NAME,
            on=tracker.on,
            as_known=tracker.as_known,
            page=_pages(tracker),
        )
    except MissingExtraError as error:
        return Download("iCalendar", None, error.extra, kinds=_IN_CALENDAR)
    (folder / file).write_bytes(made.text)
    return Download("iCalendar", file, kinds=_IN_CALENDAR)


# --- passages ------------------------------------------------------------------------------------


def publishable(dossier: Dossier, *, quote: bool) -> Dossier:
    """Return a dossier without the passages that may not be shown.

    With `quote` those of sources with a recorded licence stay; without it, none. They are in no page
    then, and in no file to download.
    """
    licensed = {
        each.id
        for each in dossier.sources
        if quote and each.licence is not None
    }
    changed = [
        _without_passages(record, licensed)
        for record in dossier.records
        if any(
            each.quote is not None and each.source not in licensed
            for _, each in citations(record)
        )
    ]
    if not changed:
        return dossier
    fresh = {each.id: each for each in changed}
    return Dossier([fresh.get(each.id, each) for each in dossier.records])


def _without_passages(value: Any, licensed: AbstractSet[str]) -> Any:
    """Return a record or a part without the passages of other sources."""
    if isinstance(value, tuple):
        return tuple(_without_passages(each, licensed) for each in value)
    if isinstance(value, Citation):
        return value if value.source in licensed else evolve(value, quote=None)
    if type(value) not in _HOLDERS:
        return value
    changed = {}
    for attribute in fields(type(value)):
        held = getattr(value, attribute.name)
        bare = _without_passages(held, licensed)
        if bare != held:
            changed[attribute.name] = bare
    return evolve(value, **changed) if changed else value


_HOLDERS: Final = PARTS | set(KINDS.values())
