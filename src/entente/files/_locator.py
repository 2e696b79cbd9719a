"""Lines and columns of the values in a JSON or TOML text.

Positions are needed only for errors and for saving, so they are not noted while a text is read.
`TextLocator` goes through the text a second time when it is first asked.
"""

from __future__ import annotations

import json
import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from typing import Final, cast

from entente.errors import Location
from entente.files._documents import RECORD_DEPTH

# A bare key, or one in double quotes with escapes, or one in single quotes without.
# What it took it does not give back: a text that is no key would be tried again from each letter.
KEY: Final = (
    r"""(?:[A-Za-z0-9_-]++|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|'[^'\n]*+')"""
)
# TOML joins keys by points, with blanks around them: place . name
_DOTTED_KEY = rf"{KEY}(?:[ \t]*\.[ \t]*{KEY})*"
# White space and comments. JSON has no comments, but then nor has it a "#" outside of a string.
_GAP = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
# A key with the sign behind it: "=" in TOML, ":" in JSON.
_ENTRY = re.compile(rf"({_DOTTED_KEY})\s*[=:]\s*")
# The header of a TOML table. The first group is "[" in the header of a list of tables.
_HEADER = re.compile(rf"\[(\[?)[ \t]*({_DOTTED_KEY})[ \t]*\]\]?")
_SCALAR = re.compile(
    # Three quotes may follow up to two that belong to the text: """He said "no"""""
    r'"""(?:[^\\]|\\[\s\S])*?"{3,5}'
    r"|'''[\s\S]*?'{3,5}"
    r'|"[^"\\]*(?:\\.[^"\\]*)*"'
    r"|'[^']*'"
    # Numbers, words and dates. In TOML a date may be followed by its time after a space.
    r"|[^\s,\]}#]+(?: [0-9][^\s,\]}#]*)?"
)


class TextLocator:
    """Finds the values of a text that is known to be valid JSON or TOML.

    JSON and the inline values of TOML are alike in all that matters here.

    The records of a JSON text are skipped at first, because most are never asked for: `_skipped`
    holds where each begins, until `find` is asked for something in it.
    """

    def __init__(self, text: str, format: str) -> None:
        self.text = text
        self.repeated: list[tuple[Location, int]] = []
        """The keys that are given twice, each with the offset of the second."""
        self._format = format
        self._begins: dict[Location, int] = {}
        self._ends: dict[Location, int] = {}
        # The repeated keys, and the paths of all values in them: each is reported once.
        self._in_repeated: set[Location] = set()
        self._skipped: dict[Location, int] = {}
        self._is_walked = False

    def find(self, path: Location) -> tuple[int, int] | None:
        self._walk()
        self._open(path[:RECORD_DEPTH])
        return self.line(self._begins[path]) if path in self._begins else None

    def span(self, path: Location) -> tuple[int, int] | None:
        self._walk()
        if path not in self._ends:
            return None
        return self.line(self._begins[path])[0], self.line(self._ends[path])[0]

    def line(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of an offset in the text, from 0."""
        line = bisect_left(self._breaks, offset)
        before = self._breaks[line - 1] if line else -1
        return line + 1, offset - before

    def find_repeated(self) -> Iterator[tuple[Location, tuple[int, int]]]:
        """List the keys that are given twice, each with line and column of the second."""
        self._walk()
        for path in tuple(self._skipped):
            self._open(path)
        for path, offset in self.repeated:
            yield path, self.line(offset)

    @cached_property
    def _breaks(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self.text)]

    def _walk(self) -> None:
        """Find all tables and values of a TOML text, or the records of a JSON text."""
        if self._is_walked:
            return
        self._is_walked = True
        # A text may be nested too deeply to be walked. Errors in it then have no line.
        with suppress(RecursionError):
            if self._format == "json":
                self._value(self._gap(0), ())
            else:
                self._toml()

    def _open(self, path: Location) -> None:
        """Find the values in a record that was skipped."""
        at = self._skipped.pop(path, None)
        if at is not None:
            with suppress(RecursionError):
                self._value(at, path, skip_records=False)

    def _toml(self) -> None:
        lengths: dict[Location, int] = {}
        table: Location = ()
        at = self._gap(0)
        while at < len(self.text):
            header = _HEADER.match(self.text, at)
            if header is not None:
                table = self._table(header, lengths)
                self._begins[table] = at
                end = header.end()
            else:
                end = self._entry(at, table)
            if table:
                self._ends[table[:RECORD_DEPTH]] = end
            at = self._gap(end)

    def _gap(self, at: int) -> int:
        return _match(_GAP, self.text, at).end()

    def _table(
        self, header: re.Match[str], lengths: dict[Location, int]
    ) -> Location:
        """Return the path of the table below a header.

        `lengths` counts the tables of each list so far: the second ``[[themes]]`` leads to
        ``("themes", 1)``, and ``[themes.place]`` below it to ``("themes", 1, "place")``.
        """
        path: Location = ()
        *parents, last = _split(header[2])
        for key in parents:
            path = (*path, key)
            self._begins.setdefault(path, header.start())
            if path in lengths:
                path = (*path, lengths[path] - 1)
        path = (*path, last)
        self._begins.setdefault(path, header.start())
        if not header[1]:
            return path
        lengths[path] = lengths.get(path, 0) + 1
        return (*path, lengths[path] - 1)

    def _entry(self, at: int, table: Location) -> int:
        """Note a key and its value, and return where the value ends."""
        entry = _match(_ENTRY, self.text, at)
        path = table
        for key in _split(entry[1]):
            path = (*path, key)
            if table in self._in_repeated:
                self._in_repeated.add(path)
            elif path in self._begins:
                self.repeated.append((path, at))
                self._in_repeated.add(path)
            self._begins.setdefault(path, at)
        return self._value(entry.end(), path)

    def _value(
        self, at: int, path: Location, *, skip_records: bool = True
    ) -> int:
        """Note the values in the one that begins at an offset, and return where it ends."""
        opening = self.text[at]
        if (
            skip_records
            and len(path) == RECORD_DEPTH
            and self._format == "json"
        ):
            self._skipped[path] = at
            return _end_of_json(self.text, at)
        if opening not in "[{":
            return _match(_SCALAR, self.text, at).end()
        index = 0
        at = self._gap(at + 1)
        while self.text[at] not in "]}":
            if opening == "{":
                at = self._entry(at, path)
            else:
                at = self._item(at, path, index)
                index += 1
            at = self._gap(at)
            if self.text[at] == ",":
                at = self._gap(at + 1)
        return at + 1

    def _item(self, at: int, path: Location, index: int) -> int:
        """Note an item of a list, and return where it ends."""
        item = (*path, index)
        self._begins.setdefault(item, at)
        if path in self._in_repeated:
            self._in_repeated.add(item)
        return self._value(at, item)


_DECODER = json.JSONDecoder(parse_int=str)


def _end_of_json(text: str, at: int) -> int:
    # To decode a value in C and drop it is much faster than to walk through it in Python.
    end: int = _DECODER.raw_decode(text, at)[1]
    return end


def _match(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str]:
    # The text is known to be valid, so the pattern always matches.
    return cast("re.Match[str]", pattern.match(text, at))


def _split(keys: str) -> Iterator[str]:
    r"""List the keys of a dotted key: ``place."the \"Hall\""`` is two."""
    for key in re.findall(KEY, keys):
        if key[0] != '"':
            yield key.strip("'")
            continue
        try:
            yield json.loads(key)
        except ValueError:
            # TOML has escapes that JSON has not, such as \U0001F600.
            yield from tomllib.loads(f"{key} = 0")
