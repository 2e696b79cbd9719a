"""JSON texts read a few records at a time: plain data for all would take several times the memory.

Decoders pass over a key that is given twice, and drop one of its values. It is found by counting
colons. In JSON a colon follows each key, and all other colons are in texts. The readers count a colon
for each key that they take, and those in each text. If the document has more, something was not read::

    {"id": "a", "label": "A: b", "label": "C"}      # 4 colons; id and label "C" account for 2
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from json import JSONDecoder
from types import GenericAlias
from typing import Any, Final

from attrs import define

from entente.files._documents import SCHEMA
from entente.files._quick._readers import Readers
from entente.files._quick._shared import text as read_text
from entente.files._quick._tables import DICTS, TableForm, structs
from entente.records._model import KINDS, Record

_scan: Final = JSONDecoder().raw_decode

_TABLE, _LIST, _COLON = (
    re.compile(rf"[ \t\n\r]*{sign}[ \t\n\r]*") for sign in (r"\{", r"\[", ":")
)
_NEXT: Final = re.compile(r"[ \t\n\r]*([,\]}])[ \t\n\r]*")

# The end of a record and the beginning of the next, if that begins with its id. It cannot be part of
# a text, in which quotation marks are escaped.
_BETWEEN: Final = re.compile(r"\}[ \t\n\r]*,[ \t\n\r]*(?=\{[ \t\n\r]*\"id\")")

# Escapes that hide a colon from the count, or half of a surrogate pair, which no file can hold: a
# first half (D800-DBFF) that no second half (DC00-DFFF) follows, or the other way round.
_ESCAPED: Final = re.compile(
    r"\\u003[aA]|\\u[dD][89abAB]..(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F]"
)

_PORTION: Final = 2**13
"""How many characters are decoded at a time at least: their tables fit into the processor's cache."""


def read_lists(
    text: str,
    version: int,
    readers: Readers,
    hook_for: Callable[[Any], Callable[[Any, Any], Any]],
) -> dict[str, tuple[Record, ...]]:
    """Return the records of a JSON text by kind, or raise at anything unusual.

    The text is one that UTF-8 can hold. `hook_for` is a converter's ``get_structure_hook``; its hook for
    lists of a kind is called with a `JsonList`. `readers` are those behind the hooks.
    """
    if "\\" in text and _ESCAPED.search(text.replace(r"\\", "_")):
        raise ValueError
    form = structs() or DICTS
    readers.colons = 0
    found: dict[str, tuple[Record, ...]] = {}
    keys: set[str] = set()
    at, sign = _past(_TABLE, text, 0).end(), ","
    while sign == ",":
        key, at = _scan(text, at)
        at = _past(_COLON, text, at).end()
        if key in keys:
            raise ValueError(key)
        keys.add(key)
        if key == "entente":
            value, at = _scan(text, at)
            if type(value) is not int or value != version:
                raise ValueError(value)
        elif key == SCHEMA:
            # Where editors find the schema: it is passed over.
            value, at = _scan(text, at)
            readers.colons += read_text(value).count(":")
        else:
            kind = GenericAlias(tuple, (KINDS[key], ...))
            listed = JsonList(text, at, KINDS[key], form)
            found[key] = hook_for(kind)(listed, kind)
            at = listed.at
        step = _past(_NEXT, text, at)
        at, sign = step.end(), step[1]
    if sign != "}" or at < len(text) or "entente" not in keys:
        raise ValueError
    if len(keys) + readers.colons != text.count(":"):
        raise ValueError
    return found


@define
class JsonList:
    """A list of records in a JSON text, which begins `at` an offset and is decoded in portions.

    When all portions are taken, `at` is where the list ends.
    """

    text: str
    at: int
    cls: type[Record]
    form: TableForm

    def portions(self) -> Iterator[list[object]]:
        """Yield the tables of the list.

        Near the end of the list, and where records do not begin with their ids, they come one by one.
        """
        at = _past(_LIST, self.text, self.at).end()
        if self.text[at] == "]":
            self.at = at + 1
            return
        sign, may_cut = ",", True
        while sign == ",":
            tables: list[object] = []
            end = at
            cut = (
                _BETWEEN.search(self.text, at + _PORTION) if may_cut else None
            )
            if cut is not None:
                end = cut.start() + 1
                # It fails where the cut is in another list, behind the end of this one.
                with suppress(ValueError):
                    tables = self.form.decode(
                        self.cls, f"[{self.text[at:end]}]"
                    )
            if not tables:
                may_cut = False
                table, end = _scan(self.text, at)
                tables = [self.form.convert(self.cls, table)]
            step = _past(_NEXT, self.text, end)
            at, sign = step.end(), step[1]
            yield tables
        if sign != "]":
            raise ValueError(sign)
        self.at = at


def _past(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str]:
    """Return what a pattern matches at an offset; raises ``ValueError`` if it is nothing."""
    found = pattern.match(text, at)
    if found is None:
        raise ValueError(text[at : at + 1])
    return found
