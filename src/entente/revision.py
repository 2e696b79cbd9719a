"""Changing a text without moving what did not change.

People keep dossiers by hand, with comments and a layout of their own. `revise` rewrites only the
records that differ, each as a whole, and leaves every other line where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrs import frozen

from entente.errors import LoadError
from entente.formats import Document, Plain, read, write


def _literally(data: Plain) -> Plain:
    return data


def revise(
    text: str, format: str, data: dict[str, Plain], *, meaning: Callable[[Plain], Plain] = _literally
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
    if meaning(document.data) == data:
        return text
    if format != "json":
        try:
            revised = _Text(text, format, document, meaning(document.data)).with_(data)
            # Whatever went wrong, a text that says something else is never returned.
            if meaning(read(revised, format).data) == data:
                return revised
        except (_NotByLinesError, LoadError):
            pass
    return write(data, format)


class _NotByLinesError(Exception):
    """The records of a text cannot be changed one by one."""


@frozen
class _Edit:
    """New lines for those from `start` up to `stop`, counted from 0."""

    start: int
    stop: int
    lines: list[str]


class _Text:
    """A text by its lines, and where its records stand."""

    def __init__(self, text: str, format: str, document: Document, data: Plain) -> None:
        self.ending = "\r\n" if "\r\n" in text else "\n"
        self.lines = text.split(self.ending)
        self.format = format
        self.document = document
        self.data = data if isinstance(data, dict) else {}

    def with_(self, data: Mapping[str, Plain]) -> str:
        """Return the text with the records that `data` holds."""
        lines: list[str] = []
        at = 0
        for edit in sorted(self._edits(data), key=lambda edit: (edit.start, edit.stop)):
            lines += [*self.lines[at : edit.start], *edit.lines]
            at = edit.stop
        return self.ending.join([*lines, *self.lines[at:]])

    def _edits(self, data: Mapping[str, Plain]) -> Iterator[_Edit]:
        for kind, new in data.items():
            was = self.data.get(kind)
            if not isinstance(new, list) or was == new:
                continue
            if isinstance(was, list):
                yield from self._edits_of(kind, was, new)
            else:
                end = len(self.lines) - (self.lines[-1] == "")
                yield _Edit(end, end, _written({kind: new}, self.format))

    def _edits_of(self, kind: str, was: list[Plain], new: list[Plain]) -> Iterator[_Edit]:
        places = {_id(item): place for place, item in enumerate(was)}
        kept = [places[_id(item)] for item in new if _id(item) in places]
        if not kept or kept != sorted(kept):
            raise _NotByLinesError
        for gone in set(places.values()).difference(kept):
            start, stop = self._span(kind, gone)
            # The blank line behind a record goes with it.
            yield _Edit(start, stop + (self.lines[stop : stop + 1] == [""]), [])
        at: int | None = None
        for item in new:
            place = places.get(_id(item))
            if place is None:
                gap, record = self._record(kind, item)
                before = self._span(kind, kept[0])[0]
                yield _Edit(before, before, record + gap) if at is None else _Edit(at, at, gap + record)
                continue
            start, at = self._span(kind, place)
            if was[place] != item:
                yield _Edit(start, at, self._record(kind, item)[1])

    def _span(self, kind: str, place: int) -> tuple[int, int]:
        span = self.document.locator.span((kind, place))
        if span is None:
            raise _NotByLinesError
        return span[0] - 1, span[1]

    def _record(self, kind: str, item: Plain) -> tuple[list[str], list[str]]:
        """Return the lines between a record and its neighbour, and those of the record."""
        head, *record = _written({kind: [item]}, self.format)
        if self.format == "toml":
            return [head], record
        column = self.document.locate((kind, 0))[1] or 0
        indent = " " * (column - len("- ") - 1)
        return [], [indent + line.removeprefix("  ") for line in record]


def _written(data: dict[str, Plain], format: str) -> list[str]:
    return write(data, format).removesuffix("\n").split("\n")


def _id(item: Plain) -> str:
    return str(item.get("id")) if isinstance(item, dict) else ""
