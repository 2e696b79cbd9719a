"""Revision: a text with other records, in which all that did not change stays where it was.

People keep dossiers by hand, with comments and a layout of their own. `revise` rewrites only the
records that differ, each as a whole, and leaves every other line alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter

from attrs import frozen

from entente.errors import LoadError
from entente.files._documents import Document, Plain
from entente.files._formats import read, write


def _as_it_is(data: Plain) -> Plain:
    return data


def revise(
    text: str,
    format: str,
    data: dict[str, Plain],
    *,
    canonical: Callable[[Plain], Plain] = _as_it_is,
) -> str:
    r"""Return a text that holds `data`, made of `text` by rewriting only the records that differ.

    Records are known by their ``id``. JSON has no comments to keep, and is written again, and so is a
    text whose records share lines, or change their order. `canonical` turns what a text holds into the
    form that `data` has, where a format has two ways to write the same.

    >>> text = 'entente = 1  # ours\n\n[[themes]]  # the first\nid = "a"\nlabel   =   "A"\n'
    >>> themes = [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]
    >>> print(revise(text, "toml", {"entente": 1, "themes": themes}))
    entente = 1  # ours
    <BLANKLINE>
    [[themes]]  # the first
    id = "a"
    label   =   "A"
    <BLANKLINE>
    [[themes]]
    id = "b"
    label = "B"
    <BLANKLINE>
    """
    document = read(text, format)
    old = canonical(document.data)
    if not document.problems and _same(old, data):
        return text
    if format == "json":
        return write(data, format)
    try:
        revised = TextByRecords(text, format, document, old).with_data(data)
        again = read(revised, format)
    except (_SharedLinesError, LoadError):
        return write(data, format)
    # Whatever went wrong, a text that says something else is never returned.
    if again.problems or not _same(canonical(again.data), data):
        return write(data, format)
    return revised


def _same(one: Plain, other: Plain) -> bool:
    """Say whether two documents hold the same. In Python 1 equals True and 1.0; here it does not."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        if one.keys() != other.keys():
            return False
        return all(_same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other


class _SharedLinesError(Exception):
    """The records of a text cannot be changed one by one."""


@frozen
class _Edit:
    """New lines in place of those from `start` up to `stop`, counted from 0."""

    start: int
    stop: int
    lines: list[str]


# A line of YAML that begins an item of a list, with nothing or white space behind the dash.
_DASH = re.compile(r" *-(?:\s|$)")


class TextByRecords:
    """The lines of a text, with the lines of each record."""

    def __init__(
        self, text: str, format: str, document: Document, data: Plain
    ) -> None:
        self.lines = text.split("\n")
        self.format = format
        self.document = document
        self.data = data if isinstance(data, dict) else {}
        # New lines end as the first one does: with "\r\n" on Windows.
        self.ending = "\r" if self.lines[0].endswith("\r") else ""

    def with_data(self, data: Mapping[str, Plain]) -> str:
        """Return the text with the records of `data` in place of its own."""
        lines: list[str] = []
        at = 0
        for edit in sorted(self._edits(data), key=attrgetter("start", "stop")):
            lines += self.lines[at : edit.start]
            lines += [line + self.ending for line in edit.lines]
            at = edit.stop
        return "\n".join([*lines, *self.lines[at:]])

    def _edits(self, data: Mapping[str, Plain]) -> Iterator[_Edit]:
        for kind in dict.fromkeys((*self.data, *data)):
            old, new = self.data.get(kind, []), data.get(kind, [])
            # What is not a list is the version. If it differs, the text is written again.
            if isinstance(old, list) and isinstance(new, list):
                yield from self._edits_of_kind(kind, old, new)

    def _edits_of_kind(
        self, kind: str, old: list[Plain], new: list[Plain]
    ) -> Iterator[_Edit]:
        if not old and not new:
            return
        if not old:
            # A new kind goes to the end, before the empty text behind the last line break.
            end = len(self.lines)
            if self.lines[-1] == "":
                end -= 1
            yield _Edit(end, end, _lines_of({kind: new}, self.format))
        elif not new and self.format == "yaml":
            # In YAML the key of the kind goes as well.
            start = (self.document.locate((kind,))[0] or 0) - 1
            yield _Edit(start, self._span(kind, len(old) - 1)[1], [])
        else:
            yield from self._edits_of_records(kind, old, new)

    def _edits_of_records(
        self, kind: str, old: list[Plain], new: list[Plain]
    ) -> Iterator[_Edit]:
        position_of = {
            _id(item): position for position, item in enumerate(old)
        }
        kept = [
            position_of[_id(item)] for item in new if _id(item) in position_of
        ]
        if kept != sorted(kept):
            raise _SharedLinesError
        for removed in set(position_of.values()).difference(kept):
            last = max(position_of.values())
            yield self._removal(
                kind, removed, keep_gap=not kept and removed == last
            )
        leading = 0
        while leading < len(new) and _id(new[leading]) not in position_of:
            leading += 1
        yield from self._insertions_before(kind, new[:leading], kept)
        end = 0
        for item in new[leading:]:
            position = position_of.get(_id(item))
            if position is None:
                yield self._insertion_at(end, kind, item)
                continue
            start, end = self._span(kind, position)
            if not _same(old[position], item):
                yield _Edit(start, end, self._lines_of_record(kind, item))

    def _removal(self, kind: str, position: int, *, keep_gap: bool) -> _Edit:
        """Remove a record, with the blank line behind it unless another record takes its place."""
        start, stop = self._span(kind, position)
        if self._is_blank(stop) and not keep_gap:
            stop += 1
        return _Edit(start, stop, [])

    def _insertions_before(
        self, kind: str, items: list[Plain], kept: list[int]
    ) -> Iterator[_Edit]:
        """Insert records before the first one that is kept, or in place of all that are removed."""
        start = self._span(kind, kept[0] if kept else 0)[0]
        gap = self._gap()
        for number, item in enumerate(items):
            lines = self._lines_of_record(kind, item)
            if kept:
                lines = lines + gap
            elif number > 0:
                lines = gap + lines
            yield _Edit(start, start, lines)

    def _insertion_at(self, line: int, kind: str, item: Plain) -> _Edit:
        """Insert a record behind another."""
        return _Edit(
            line, line, self._gap() + self._lines_of_record(kind, item)
        )

    def _span(self, kind: str, position: int) -> tuple[int, int]:
        """Return the first line of a record and the one behind its last, counted from 0."""
        span = self.document.locator.span((kind, position))
        if span is None:
            raise _SharedLinesError
        start, stop = span[0] - 1, span[1]
        # The dash of a YAML item may be on the line above it.
        if self.format == "yaml" and not _DASH.match(self.lines[start]):
            start -= 1
        # A YAML block of text includes the blank lines behind it.
        while self._is_blank(stop - 1):
            stop -= 1
        return start, stop

    def _is_blank(self, line: int) -> bool:
        return line < len(self.lines) - 1 and not self.lines[line].strip()

    def _gap(self) -> list[str]:
        """Return the lines between two records."""
        return [""] if self.format == "toml" else []

    def _lines_of_record(self, kind: str, item: Plain) -> list[str]:
        # The first line is the gap in TOML, and the key of the kind in YAML.
        _, *lines = _lines_of({kind: [item]}, self.format)
        if self.format == "toml":
            return lines
        first = self.lines[self._span(kind, 0)[0]]
        indent = first[: len(first) - len(first.lstrip())]
        return [indent + line.removeprefix("  ") for line in lines]


def _lines_of(data: dict[str, Plain], format: str) -> list[str]:
    return write(data, format).removesuffix("\n").split("\n")


def _id(item: Plain) -> str:
    return str(item.get("id")) if isinstance(item, dict) else ""
