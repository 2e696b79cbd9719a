"""What a record says, as named facts with links and numbered citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, Final

from attrs import Attribute, define, evolve, field, fields, frozen

from entente._safe import document_line, is_web_address
from entente.records._model import Record, Source
from entente.records._parts import PARTS, Citation
from entente.records._states import state_name
from entente.site._addresses import page_of
from entente.site._tracker import Tracker
from entente.site._words import Wording
from entente.values._duration import Duration
from entente.values._period import Period
from entente.values._quantity import Quantity


@frozen
class LinkedText:
    """A run of text; `href` is the page of the site that it links to, `lang` its language if known."""

    text: str
    href: str | None = None
    label: str | None = None
    lang: str | None = None


@frozen
class FactValue:
    """One value of a fact: its pieces, and the numbers of the citations for it."""

    pieces: tuple[LinkedText, ...]
    cited: tuple[int, ...] = ()


@frozen
class Fact:
    """A named fact of a record."""

    label: str
    items: tuple[FactValue, ...]


@frozen
class CitedPassage:
    """A passage that a page cites: its place, the address if it is safe, and its text if it may be shown."""

    number: int
    source: str
    page: str
    place: str
    address: str | None
    lang: str | None
    quote: str | None
    note: str | None


@define
class Citations:
    """The citations of a page, numbered from 1 as they are first asked for."""

    tracker: Tracker
    _numbers: dict[Citation, int] = field(factory=dict)

    def numbers(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """Return the number of each citation."""
        known = self._numbers
        return tuple(
            dict.fromkeys(
                known.setdefault(each, len(known) + 1) for each in citations
            )
        )

    def listed(self) -> list[CitedPassage]:
        """Return all that have a number, in order."""
        return [
            self._passage(each, number)
            for each, number in self._numbers.items()
        ]

    def _passage(self, citation: Citation, number: int) -> CitedPassage:
        source = self.tracker.source(citation.source)
        return CitedPassage(
            number=number,
            source=source.title,
            page=page_of(source),
            place=_place(citation, self.tracker.wording),
            address=safe_address(source.address),
            lang=source.language,
            # Passages that may not be shown were taken out before.
            quote=citation.quote,
            note=citation.note,
        )


def _place(citation: Citation, wording: Wording) -> str:
    """Return where a passage is: lines if known, else paragraphs, else characters."""
    for one, several, run in (
        ("line {run}", "lines {run}", citation.lines),
        ("paragraph {run}", "paragraphs {run}", citation.paragraphs),
        ("character {run}", "characters {run}", citation.characters),
    ):
        if run is not None:
            return wording.say(one if len(run) == 1 else several, run=run)
    return ""


def safe_address(address: str | None) -> str | None:
    """Return an address if it may become a link."""
    return address if address is not None and is_web_address(address) else None


# --- facts ---------------------------------------------------------------------------------------

_APART: Final = frozenset({"id", "citations", "reports", "note"})
"""Fields that have a place of their own on a page."""

_SPEAKS_FOR_ITSELF: Final = frozenset(
    {
        "minister", "office", "party", "kind", "role", "text", "name", "country", "period", "on",
        "status", "value", "record", "target", "form", "identifier", "source", "lines", "expected",
    }
)  # fmt: skip
"""Fields of parts whose values need no name before them."""


def facts_of(
    record: Record, tracker: Tracker, citations: Citations
) -> Iterator[Fact]:
    """Yield what a record says beside its name, reports, citations and note."""
    caption = tracker.wording.name(record)
    for attribute in _fields_of(record):
        value = getattr(record, attribute.name)
        if attribute.name in _APART or value in (attribute.default, None, ()):
            continue
        # A name that the record gives is shown, and not ours for a state.
        if attribute.name == "name" and value == state_name(record.id):
            continue
        values = value if isinstance(value, tuple) else (value,)
        items = tuple(
            _item(each, attribute, tracker, citations) for each in values
        )
        if items != (FactValue((LinkedText(caption),)),):
            yield Fact(tracker.wording.heading(attribute.name), items)


def linked(id: str, tracker: Tracker, label: str | None = None) -> LinkedText:
    """Return the name of a record, with a link to its page."""
    record = tracker.index[id]
    return LinkedText(
        tracker.wording.name(record),
        page_of(record),
        label,
        language_of(record),
    )


def language_of(record: Record) -> str | None:
    """Return the language of the name of a record, which is known of sources."""
    return record.language if isinstance(record, Source) else None


def part_item(
    part: object, tracker: Tracker, citations: Citations
) -> FactValue:
    """Return a part of a record as one value."""
    return FactValue(
        tuple(pieces_of_part(part, tracker)),
        citations.numbers(getattr(part, "citations", ())),
    )


def _fields_of(record: object) -> tuple[Attribute[Any], ...]:
    cls: Any = type(record)
    return tuple(fields(cls))


def _item(
    value: object,
    attribute: Attribute[Any],
    tracker: Tracker,
    citations: Citations,
) -> FactValue:
    if type(value) in PARTS:
        return part_item(value, tracker, citations)
    return FactValue((_piece(value, attribute, tracker),))


def pieces_of_part(part: object, tracker: Tracker) -> Iterator[LinkedText]:
    """Yield what a part of a record says, piece by piece."""
    for attribute in _fields_of(part):
        value = getattr(part, attribute.name)
        name = attribute.name
        if name == "citations" or value in (None, ()):
            continue
        # The kind, role or form that is usual is left out, but for what nobody would guess.
        if value == attribute.default and not isinstance(value, StrEnum):
            continue
        label = (
            None if name in _SPEAKS_FOR_ITSELF else tracker.wording.field(name)
        )
        for each in value if isinstance(value, tuple) else (value,):
            if type(each) in PARTS:
                first, *others = pieces_of_part(each, tracker)
                yield evolve(first, label=label or first.label)
                yield from others
            elif each is True:
                yield LinkedText(tracker.wording.field(name))
            else:
                piece = _piece(each, attribute, tracker)
                yield evolve(piece, label=label)


def _piece(
    value: object, attribute: Attribute[Any], tracker: Tracker
) -> LinkedText:
    if "kinds" in attribute.metadata:
        return linked(str(value), tracker)
    if attribute.name in ("language", "languages"):
        return LinkedText(tracker.wording.language(str(value)))
    if attribute.name == "recurrence":
        return LinkedText(tracker.wording.rule(str(value)))
    return LinkedText(text_of(value, tracker))


def text_of(value: object, tracker: Tracker) -> str:
    """Return a plain value in words."""
    wording = tracker.wording
    match value:
        case bool():
            return wording.say("yes") if value else wording.say("no")
        case StrEnum():
            return wording.word(value)
        case Period():
            return wording.period(value)
        case Quantity():
            return wording.quantity(value)
        case Duration():
            return wording.duration(value)
        case _:
            return document_line(str(value))
