"""Changing a text without moving what did not change.

People keep dossiers by hand, with comments and a layout of their own. `revise` rewrites only the
records that differ, each as a whole, and leaves every other line where it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from attrs import frozen

from entente.errors import LoadError
from entente.files._formats import Document, Plain, read, write


def _literally(data: Plain) -> Plain:
    return data


def revise(
    text: str,
    format: str,
    data: dict[str, Plain],
    *,
    meaning: Callable[[Plain], Plain] = _literally,
) -> str:
    r"""Return a text that holds `data`, made of `text` by rewriting only the records that differ.

    Records are known by their ``id``. JSON has no comments to keep, and is written anew, and so is
    a text whose records do not stand on lines of their own, or change their order. `meaning` turns
    what a text says into what `data` would say for the same, where it can be written in two ways.

    >>> text = 'entente = 1  # ours\n\n[[themes]]  # the first\nid = "a"\nlabel   =   "A"\n'
    >>> print(revise(text, "toml", {"entente": 1, "themes": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]}))
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
    if not document.problems and _same(meaning(document.data), data):
        return text
    if format != "json":
        try:
            revised = _Text(text, format, document, meaning(document.data)).holding(
                data
            )
            # Whatever went wrong, a text that says something else is never returned.
            again = read(revised, format)
            if not again.problems and _same(meaning(again.data), data):
                return revised
        except (_NotByLinesError, LoadError):
            pass
    return write(data, format)


def _same(one: Plain, other: Plain) -> bool:
    """Say whether two documents say the same; to Python True, 1 and 1.0 are equal, and to us they are not."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(
            _same(value, other[key]) for key, value in one.items()
        )
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other


class _NotByLinesError(Exception):
    """The records of a text cannot be changed one by one."""


@frozen
class _Edit:
    """New lines for those from `start` up to `stop`, counted from 0."""

    start: int
    stop: int
    lines: list[str]


_DASH = re.compile(r" *-(?:\s|$)")


class _Text:
    """A text by its lines, and where its records stand."""

    def __init__(self, text: str, format: str, document: Document, data: Plain) -> None:
        self.lines = text.split("\n")
        self.ending = "\r" if self.lines[0].endswith("\r") else ""
        self.format = format
        self.document = document
        self.data = data if isinstance(data, dict) else {}

    def holding(self, data: Mapping[str, Plain]) -> str:
        """Return the text with the records that `data` holds."""
        lines: list[str] = []
        at = 0
        for edit in sorted(self._edits(data), key=lambda edit: (edit.start, edit.stop)):
            lines += [
                *self.lines[at : edit.start],
                *(line + self.ending for line in edit.lines),
            ]
            at = edit.stop
        return "\n".join([*lines, *self.lines[at:]])

    def _edits(self, data: Mapping[str, Plain]) -> Iterator[_Edit]:
        for kind in dict.fromkeys((*self.data, *data)):
            was, new = self.data.get(kind, []), data.get(kind, [])
            if not isinstance(was, list) or not isinstance(new, list):
                continue  # the version of the format: if it differs, the text is written anew
            if not was:
                end = len(self.lines) - (self.lines[-1] == "")
                yield _Edit(end, end, _written({kind: new}, self.format) if new else [])
            elif not new and self.format == "yaml":
                start = (self.document.locate((kind,))[0] or 0) - 1
                yield _Edit(start, self._span(kind, len(was) - 1)[1], [])
            else:
                yield from self._edits_of(kind, was, new)

    def _edits_of(
        self, kind: str, was: list[Plain], new: list[Plain]
    ) -> Iterator[_Edit]:
        places = {_id(item): place for place, item in enumerate(was)}
        kept = [places[_id(item)] for item in new if _id(item) in places]
        if kept != sorted(kept):
            raise _NotByLinesError
        last = max(places.values())
        for gone in set(places.values()).difference(kept):
            start, stop = self._span(kind, gone)
            # The blank line behind a record goes with it, unless another record comes in its place.
            goes = self._is_blank(stop) and (bool(kept) or gone != last)
            yield _Edit(start, stop + goes, [])
        first = self._span(kind, kept[0] if kept else 0)[0]
        at: int | None = None
        for number, item in enumerate(new):
            place = places.get(_id(item))
            if place is None:
                gap, record = self._record(kind, item)
                if at is not None:
                    yield _Edit(at, at, gap + record)
                elif kept:
                    yield _Edit(first, first, record + gap)
                else:
                    yield _Edit(first, first, gap + record if number else record)
                continue
            start, at = self._span(kind, place)
            if not _same(was[place], item):
                yield _Edit(start, at, self._record(kind, item)[1])

    def _span(self, kind: str, place: int) -> tuple[int, int]:
        span = self.document.locator.span((kind, place))
        if span is None:
            raise _NotByLinesError
        start, stop = span[0] - 1, span[1]
        if self.format == "yaml" and not _DASH.match(self.lines[start]):
            start -= 1  # the dash may stand above the record
        while self._is_blank(stop - 1):  # behind a block of text
            stop -= 1
        return start, stop

    def _is_blank(self, line: int) -> bool:
        return line < len(self.lines) - 1 and not self.lines[line].strip()

    def _record(self, kind: str, item: Plain) -> tuple[list[str], list[str]]:
        """Return the lines between a record and its neighbour, and those of the record."""
        head, *record = _written({kind: [item]}, self.format)
        if self.format == "toml":
            return [head], record
        first = self.lines[self._span(kind, 0)[0]]
        indent = first[: len(first) - len(first.lstrip())]
        return [], [indent + line.removeprefix("  ") for line in record]


def _written(data: dict[str, Plain], format: str) -> list[str]:
    return write(data, format).removesuffix("\n").split("\n")


def _id(item: Plain) -> str:
    return str(item.get("id")) if isinstance(item, dict) else ""
