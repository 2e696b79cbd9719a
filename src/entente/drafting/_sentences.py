"""The units of a text: paragraphs, items of lists, headings, and the sentences within them.

Every unit keeps where it stands, so that what is found in it can be cited. The rules are few, and
written here: a notice is short, its sentences are well made, and what splits it has to give the exact
places and know of lists, hard-wrapped lines and headings, which splitters of sentences do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import zip_longest
from typing import Final

from attrs import evolve, frozen

_MARKER: Final = re.compile(
    r"\s*(?:[•●▪◦‣∙·*–—-]\s+|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)[.:]\s+(?=\S)|\(?(?:[0-9]{1,3}|[a-z]|[ivx]{1,5})[.)]\s+(?=\S))"
)
"""What opens an item or a numbered paragraph: a bullet, "1.", "(a)", "First."."""

_BULLET: Final = re.compile(r"\s*[•●▪◦‣∙·*–—-]\s")
_ENDED: Final = re.compile(r"[.;:!?,…][\"'”’»)\]]*\s*$")
_STOPPED: Final = re.compile(r"[.;:!?…][\"'”’»)\]]*\s*$")
_SAID: Final = re.compile(
    r"\b(?:said|says|stated|added|declared|commented|continued)\s*:\s*$",
    re.IGNORECASE,
)
# A line that breaks off here goes on in the list below it.
_GOES_ON: Final = re.compile(
    r"\b(?:that|to|on|of|for|by|in|with|will|shall|should|about)\Z"
)
_LABEL: Final = re.compile(r"([A-Z][^\s:]*(?: [^\s:]+){0,5}):\s+(?=\S)")
# A line of a table: "| Mali | 5", "Norway: NOK 600 million".
_ROW: Final = re.compile(
    r"\s*(?:\||[A-Z][\w .’'-]{1,40}(?::| [–—-]|\t)\s*(?:[A-Z]{3}\s?|[A-Z]{0,3}[$€£¥]\s?)[0-9])"
)
# A list within a paragraph: "Donors will: (a) pay half; (b) report; and (c) meet."
_INLINE_FIRST: Final = re.compile(r":\s+\((?:a|i|1)\)\s+(?=\S)")
_INLINE_NEXT: Final = re.compile(
    r"[;,]\s+(?:(?:and|or)\s+)?\((?:[a-z]|[ivx]{2,4}|[0-9]{1,2})\)\s+(?=\S)"
)
# Lines that are longer than this are paragraphs, and not wrapped.
_LONGEST_WRAPPED: Final = 100
# A shorter line that breaks off may be a heading.
_SHORTEST_WRAPPED: Final = 55
_LONGEST_HEADING: Final = 25

_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Hon|Rev|No|Nos|Art|Arts|para|paras|cf|"
    r"vs|Fig|approx|ca|etc|Inc|Ltd|Co|Corp|vol|ed|pp|p|i\.e|e\.g|a\.m|p\.m|[A-Z])|\b[A-Z]\.[A-Z])\.$"
)
_STOP: Final = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-Z0-9])")


class UnitKind(Enum):
    """What a unit of a text is."""

    TEXT = "text"
    ITEM = "item"
    HEADING = "heading"
    LEAD = "lead"
    """What stands above a list: "The ministers agreed to:"."""
    SPEAKER = "speaker"
    """Who says what follows: "The minister said:"."""


@frozen
class Unit:
    """A unit of a text, from `start` to `stop`; `label` is the name that opens it, as in "CANADA: …"."""

    start: int
    stop: int
    kind: UnitKind = UnitKind.TEXT
    label: tuple[int, int] | None = None


@frozen
class _TextLine:
    start: int
    stop: int
    text: str


def units(text: str) -> list[Unit]:
    r"""Split a text into its units.

    >>> [(unit.kind.value, unit.stop) for unit in units("A PLAN\n\nThey agreed to:\n- meet again;\n")]
    [('heading', 6), ('lead', 23), ('item', 37)]
    """
    lines = list(_lines(text))
    width = _width(lines)
    found: list[Unit] = []
    run: list[_TextLine] = []
    for line in lines:
        if run and _is_break(run[-1], line, width):
            found.append(_unit(run, text))
            run = []
        if line.text.strip():
            run.append(line)
    if run:
        found.append(_unit(run, text))
    for number, after in enumerate(found[1:]):
        found[number] = _as_lead(found[number], after, text)
    return [
        part
        for unit, after in zip_longest(found, found[1:])
        for part in _parts(unit, after, text)
    ]


def _parts(unit: Unit, after: Unit | None, text: str) -> Iterator[Unit]:
    """Yield a unit, or the lead and the items of a list within it, and what follows the list."""
    begun = unit.start if unit.label is None else unit.label[0]
    first = _INLINE_FIRST.search(text, begun, unit.stop)
    if first is None:
        yield unit
        return
    others = list(_INLINE_NEXT.finditer(text, first.end(), unit.stop))
    goes_on = after is not None and after.kind is UnitKind.ITEM
    if not (others or goes_on):
        yield unit
        return
    yield Unit(begun, first.start() + 1, UnitKind.LEAD)
    begins = [first.end(), *[each.end() for each in others]]
    last = Unit(begins[-1], unit.stop)
    (_, end), *rest = sentences(text, last)
    ends = [*[each.start() + 1 for each in others], end]
    for start, stop in zip(begins, ends, strict=True):
        yield Unit(start, stop, UnitKind.ITEM)
    if rest:
        yield Unit(rest[0][0], unit.stop)


def _as_lead(unit: Unit, after: Unit, text: str) -> Unit:
    """Return what goes on in the list below it as its lead, though no colon says so."""
    if (
        after.kind is UnitKind.ITEM
        and unit.kind in {UnitKind.HEADING, UnitKind.TEXT}
        and _GOES_ON.search(text, unit.start, unit.stop)
    ):
        return evolve(unit, kind=UnitKind.LEAD)
    return unit


def _lines(text: str) -> Iterator[_TextLine]:
    start = 0
    for line in text.split("\n"):
        yield _TextLine(start, start + len(line), line)
        start += len(line) + 1


def _width(lines: list[_TextLine]) -> int:
    """Return the width at which a text is wrapped; longer lines are paragraphs."""
    lengths = [len(line.text) for line in lines if line.text.strip()]
    return max(
        (each for each in lengths if each <= _LONGEST_WRAPPED), default=0
    )


def _is_break(before: _TextLine, after: _TextLine, width: int) -> bool:
    """Say whether a unit ends between two lines."""
    if not before.text.strip() or not after.text.strip():
        return True
    if _ROW.match(after.text):
        return True
    if _MARKER.match(after.text):
        return not _goes_on_with_number(before, after)
    if _SAID.search(before.text):
        return True
    if after.text.rstrip().endswith(":") and _ENDED.search(before.text):
        return True
    first = after.text.split()[0]
    if first[0].islower() and not _STOPPED.search(before.text):
        return False
    # A line that begins within a sentence ends within it, too.
    if before.text.lstrip()[0].islower() and not _ENDED.search(before.text):
        return False
    is_long = len(before.text) > _SHORTEST_WRAPPED
    if is_long and not _ENDED.search(before.text):
        return False
    if max(len(before.text), len(after.text)) > width:
        return True
    # The next word had room in the line, so the line was ended on purpose.
    return len(before.text.rstrip()) + 1 + len(first) < width - 2


def _goes_on_with_number(before: _TextLine, after: _TextLine) -> bool:
    """Say whether what looks like a marker is a number or a dash within a sentence."""
    if after.text.lstrip().startswith("(") or re.search(
        r"\b(?:and|or)\s*$", before.text
    ):
        return False
    if _BULLET.match(after.text):
        return after.text.lstrip()[0] in "–—" and not _ENDED.search(
            before.text
        )
    return not _ENDED.search(before.text)


def _unit(run: list[_TextLine], text: str) -> Unit:
    start, stop = run[0].start, run[-1].stop
    whole = text[start:stop]
    stop -= len(whole) - len(whole.rstrip())
    marker = _MARKER.match(whole)
    start += marker.end() if marker else len(whole) - len(whole.lstrip())
    inner = text[start:stop]
    unit = Unit(start, stop)
    if _SAID.search(inner):
        return evolve(unit, kind=UnitKind.SPEAKER)
    if inner.endswith(":"):
        return evolve(unit, kind=UnitKind.LEAD)
    if marker is None and not _ENDED.search(inner):
        if len(inner.split()) <= _LONGEST_HEADING:
            return evolve(unit, kind=UnitKind.HEADING)
        return unit
    if marker is not None:
        is_heading = inner.isupper() and not _ENDED.search(inner)
        unit = evolve(
            unit, kind=UnitKind.HEADING if is_heading else UnitKind.ITEM
        )
    label = _LABEL.match(inner)
    if label:
        return evolve(
            unit,
            start=start + label.end(),
            label=(start, start + label.end(1)),
        )
    return unit


def sentences(text: str, unit: Unit) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a unit start and stop.

    >>> text = "Mr. Smith met them. They agreed."
    >>> [text[start:stop] for start, stop in sentences(text, Unit(0, len(text)))]
    ['Mr. Smith met them.', 'They agreed.']
    """
    start = unit.start
    for stop in _STOP.finditer(text, unit.start, unit.stop):
        if _ABBREVIATION.search(
            text, max(start, stop.start() - 8), stop.start() + 1
        ):
            continue
        yield start, stop.end()
        start = stop.end() + 1
        while start < unit.stop and text[start].isspace():
            start += 1
    yield start, unit.stop
