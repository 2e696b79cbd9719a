"""Readers of records: code compiled for each class that takes a table apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from enum import StrEnum
from functools import cache, cached_property
from json import JSONDecoder
from sys import intern
from types import CodeType
from typing import Any, Final, TypeAlias

from attrs import NOTHING, Attribute, fields

from entente.files._quick._fields import (
    LEAVES,
    Shared,
    called,
    classes,
    default,
    defaults,
    holds_parts,
    inner,
    is_listed,
)
from entente.files._quick._tables import DICTS, Tables, structs
from entente.records import _vocabulary as vocabulary
from entente.records._model import KINDS, Party, Range, Record
from entente.records._states import state_name
from entente.values._period import Period
from entente.values._quantity import Quantity

_Reader: TypeAlias = Callable[[object], Record]
"""Makes a record of a table, or raises, whatever the error, at anything that it does not know."""


class Readers:
    """Readers of JSON texts and of single tables, and the ids that were named in these.

    They count the colons of all that they read: in JSON one stands after each key, and else only within
    texts. If a document has more of them, something was written that was not read, such as a key that is
    given twice.
    """

    def __init__(self) -> None:
        self._ids = {kinds: Shared(_text) for kinds in _all_kinds()}
        _trim()
        self._values = {
            **_KEPT,
            "texts": Shared(_texts),
            **{_ids_name(kinds): ids for kinds, ids in self._ids.items()},
            **{
                _lists_name(kinds): Shared(_looked_up(ids))
                for kinds, ids in self._ids.items()
            },
        }

    @property
    def named(self) -> Mapping[tuple[str, ...], Iterable[str]]:
        """The ids that were named, by the kinds of record that they may be of."""
        return {kinds: ids.known for kinds, ids in self._ids.items()}

    @cached_property
    def _of_dicts(self) -> _Compiled:
        return _Compiled(DICTS, self._values)

    @cached_property
    def _of_texts(self) -> _Compiled:
        tables = structs()
        return self._of_dicts if tables is None else _Compiled(tables, self._values)

    def record(self, kind: str, table: object) -> Record:
        """Return the record of a table, or raise at anything unusual; its texts are such as a file can hold."""
        readers = self._of_dicts
        readers.forget()
        record = readers.of[kind](table)
        readers.check()
        return record

    def read(self, text: str, version: int) -> dict[str, list[Record | None]]:
        """Return the records of a JSON text by kind, or raise at anything unusual.

        The text is one that a file can hold (`entente.files._formats.checked`). Records are made a few at a time, as the text is gone through: plain data for all of them at once
        would need several times the memory.
        """
        if "\\" in text and _ESCAPED.search(text.replace(r"\\", "_")):
            raise ValueError
        readers, keys = self._of_texts, 0
        readers.forget()
        found: dict[str, list[Record | None]] = {}
        at, sign = _past(_TABLE, text, 0).end(), ","
        while sign == ",":
            key, at = _scan(text, at)
            at = _past(_COLON, text, at).end()
            if key in found:
                raise ValueError(key)
            found[key], keys = [], keys + 1
            if key == "entente":
                value, at = _scan(text, at)
                if type(value) is not int or value != version:
                    raise ValueError(value)
            else:
                at = readers.read_list(key, found[key], text, at)
            step = _past(_NEXT, text, at)
            at, sign = step.end(), step[1]
        if sign != "}" or at < len(text) or keys + readers.colons != text.count(":"):
            raise ValueError
        del found["entente"]
        return found


class _Compiled:
    """Readers compiled for tables of one form, and what they have seen since they were told to forget it."""

    def __init__(self, tables: Tables, values: Mapping[str, Shared]) -> None:
        self._tables = tables
        self._ids: list[str] = []
        self._fingerprints: list[str] = []
        self._counts: list[int] = []
        self.colons = 0
        """How many colons were read: one after each key, and those within texts."""
        names: dict[str, Any] = {
            **_names(),
            **called(values),
            "absent": tables.absent,
            "stated": tables.stated,
            "add_id": self._ids.append,
            "add_fingerprint": self._fingerprints.append,
            "count": self._counts.append,
        }
        exec(_code(tables), names)  # noqa: S102 -- of our own making, from the classes alone
        self.of: Mapping[str, _Reader] = {
            name: names[f"read_{cls.__name__}"] for name, cls in KINDS.items()
        }

    def read_list(
        self, kind: str, records: list[Record | None], text: str, at: int
    ) -> int:
        """Read the records of a list, and return where it ends."""
        read, end = self.of[kind], at
        for tables, end in _portions(text, at, kind, self._tables):  # noqa: B007 -- the last tells where the list ends
            records += map(read, tables)
            if len(self._ids) > _MANY:
                self.check()
        self.check()
        return end

    def check(self) -> None:
        """Look at the ids and fingerprints that were read, all at once: one by one it takes several times as long."""
        if not (_are_ids(self._ids) and _are_fingerprints(self._fingerprints)):
            raise ValueError
        self.colons += sum(self._counts) + 2 * len(
            self._fingerprints
        )  # there are two colons in each
        self._clear()

    def forget(self) -> None:
        """Forget what was read before."""
        self.colons = 0
        self._clear()

    def _clear(self) -> None:
        for seen in (self._ids, self._fingerprints, self._counts):
            seen.clear()


_MANY: Final = 2**12
"""How many ids are looked at together, or some more."""


# --- texts ---------------------------------------------------------------------------------------


_scan: Final = JSONDecoder().raw_decode
_TABLE, _LIST, _COLON = (
    re.compile(rf"[ \t\n\r]*{sign}[ \t\n\r]*") for sign in (r"\{", r"\[", ":")
)
_NEXT: Final = re.compile(r"[ \t\n\r]*([,\]}])[ \t\n\r]*")
_BETWEEN: Final = re.compile(r"\}[ \t\n\r]*,[ \t\n\r]*(?=\{[ \t\n\r]*\"id\")")
"""What stands between two records that begin with their ids. Within a text no quotation mark stands bare."""
_ESCAPED: Final = re.compile(
    r"\\u003[aA]|\\u[dD][89abAB]..(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F]"
)
"""Escapes that hide a colon, or half of a surrogate pair, which no file can hold."""
_PORTION: Final = 2**13
"""How many characters are decoded at a time, or some more: the tables of so many stay in the processor's cache."""


def _past(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str]:
    step = pattern.match(text, at)
    if step is None:
        raise ValueError(text[at : at + 1])
    return step


def _portions(
    text: str, at: int, kind: str, form: Tables
) -> Iterator[tuple[list[object], int]]:
    """Yield the tables of a list in portions, each with where it ends; the last ends with the list.

    Near the end of the list, and where records do not begin with their ids, they come one by one.
    """
    at = end = _past(_LIST, text, at).end()
    if text[at] == "]":
        yield [], at + 1
        return
    sign, several = ",", True
    while sign == ",":
        tables: list[object] = []
        cut = _BETWEEN.search(text, at + _PORTION) if several else None
        if cut is not None:
            with suppress(ValueError):  # there another list goes on
                tables, end = (
                    form.decode(kind, f"[{text[at : cut.start() + 1]}]"),
                    cut.start() + 1,
                )
        if not tables:
            several, (table, end) = False, _scan(text, at)
            tables = [form.convert(kind, table)]
        step = _past(_NEXT, text, end)
        at, sign = step.end(), step[1]
        yield tables, at
    if sign != "]":
        raise ValueError(sign)


# --- values --------------------------------------------------------------------------------------


def _exactly(make: Callable[[str], Any]) -> Callable[[Any], Any]:
    def checked(value: object) -> object:
        if type(value) is not str:
            raise TypeError(value)
        return make(value)

    return checked


_KEPT: Final = {
    "periods": Shared(_exactly(Period)),
    "quantities": Shared(_exactly(Quantity)),
    "ranges": Shared(_exactly(Range.of)),
}
"""Values that are read once for a process: there are only so many days, and dossiers are loaded again."""


_MOST: Final = 2**16
"""How many of each are kept from one dossier to the next."""


def _trim() -> None:
    for values in _KEPT.values():
        if len(values.known) > _MOST:
            values.known.clear()


def _looked_up(ids: Shared) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    return lambda listed: tuple(map(ids.get, listed))


def _text(value: object) -> str:
    if type(value) is not str or not value or value.strip() != value:
        raise ValueError(value)
    return intern(value)


def _texts(listed: tuple[object, ...]) -> tuple[tuple[str, ...], int]:
    """Return a list of texts, and how many colons it holds."""
    texts = tuple(map(_text, listed))
    return texts, sum(text.count(":") for text in texts)


def _are_ids(texts: list[str]) -> bool:
    """Say whether all texts are ids: small letters and digits, with single hyphens between."""
    chain = (
        f"-{'-'.join(texts)}-"  # an end that is no letter meets the hyphen beside it
    )
    return not texts or (
        "--" not in chain
        and not chain.encode().translate(None, b"-abcdefghijklmnopqrstuvwxyz0123456789")
    )


def _are_fingerprints(texts: list[str]) -> bool:
    """Say whether all texts are fingerprints: a number, eight hex digits, and sixteen, with colons between."""
    numbers, digests = (
        {text[:-26] for text in texts},
        "".join([text[-26:] for text in texts]),
    )
    count = len(texts)
    return (
        len(digests) == 26 * count
        and digests[::26] == ":" * count == digests[9::26]
        and len(digests.encode().translate(None, b"0123456789abcdef")) == 2 * count
        and all(map(_NUMBER.fullmatch, numbers))
    )


_NUMBER: Final = re.compile("[1-9][0-9]{0,8}", re.ASCII)


@cache
def _all_kinds() -> set[tuple[str, ...]]:
    found = {each.metadata.get("kinds") for cls in classes() for each in fields(cls)}
    return found - {None}


def _ids_name(kinds: tuple[str, ...]) -> str:
    return f"ids_{'_'.join(kinds)}"


def _lists_name(kinds: tuple[str, ...]) -> str:
    return f"lists_{'_'.join(kinds)}"


# --- code ----------------------------------------------------------------------------------------


def _twin(cls: type) -> type:
    """Make a class that is laid out as a frozen one, and whose objects can become its own."""
    return type(cls.__name__, (), {"__slots__": [each.name for each in fields(cls)]})


@cache
def _names() -> dict[str, Any]:
    """Return what the readers' code refers to and does not change."""
    names: dict[str, Any] = {**defaults(), "state_name": state_name}
    for cls in classes():
        names[cls.__name__] = cls
        names[f"{cls.__name__}_twin"] = _twin(cls)
        for each in fields(cls):
            if "form" in each.metadata:
                names[f"{cls.__name__}_{each.name}_form"] = each.metadata[
                    "form"
                ].pattern.fullmatch
    for name, words in vars(vocabulary).items():
        if isinstance(words, type) and issubclass(words, StrEnum):
            names[f"words_{name}"] = {word.value: word for word in words}
    return names


@cache
def _code(tables: Tables) -> CodeType:
    return compile(
        "\n".join(_reader(cls, tables) for cls in classes()),
        "<readers of records>",
        "exec",
    )


def _reader(cls: type, tables: Tables) -> str:
    """Return a function that makes a record of a table, and adds to the keys that were read."""
    must = [each for each in fields(cls) if each.default is NOTHING]
    lines = [f"self = {cls.__name__}_twin()", f"found = {len(must)}"]
    for each in fields(cls):
        take = [f"value = {tables.value.format(each.name)}", *_taken(cls, each)]
        if each in must:
            lines += take
        else:
            lines += [
                f"if {tables.given.format(each.name)}:",
                " found += 1",
                *(f" {line}" for line in take),
            ]
            lines += [f"else: self.{each.name} = {default(cls, each)}"]
    lines += [tables.whole, "count(found)", f"self.__class__ = {cls.__name__}"]
    if hasattr(cls, "__attrs_post_init__"):
        lines += ["self.__attrs_post_init__()"]
    return "\n ".join([f"def read_{cls.__name__}(table):", *lines, "return self"])


def _taken(cls: type, attribute: Attribute[Any]) -> list[str]:
    """Return the lines that check a plain `value` and set the field to what it stands for."""
    of, kinds, put = (
        inner(attribute),
        attribute.metadata.get("kinds"),
        f"self.{attribute.name} =",
    )
    if is_listed(attribute):
        return _list_taken(attribute, kinds, put)
    if holds_parts(attribute):
        return [f"{put} read_{of.__name__}(value)"]
    if kinds is not None:
        return _look_up(_ids_name(kinds), "value", put)
    if of is Period:
        from_text = _look_up("periods", "value", put)
        with_words = [f"{put[:-2]}, colons = stated(value)", "count(colons)"]
        return [
            "if value.__class__ is str:",
            *(f" {line}" for line in from_text),
            "else:",
            *(f" {line}" for line in with_words),
        ]
    if of in LEAVES:
        return _look_up("quantities" if of is Quantity else "ranges", "value", put)
    if of is bool:
        return [
            "if value is not True and value is not False: raise TypeError",
            f"{put} value",
        ]
    if of is str:
        return [*_text_checked(cls, attribute), f"{put} value"]
    return [f"{put} words_{of.__name__}[value]"]


def _text_checked(cls: type, attribute: Attribute[Any]) -> list[str]:
    """Return the lines that see whether a plain `value` is such a text as belongs into a field."""
    if attribute.name == "id":
        return (
            ["if state_name(value) is None: add_id(value)"]
            if cls is Party
            else ["add_id(value)"]
        )
    if attribute.name == "fingerprint":
        return ["add_fingerprint(value)"]
    if "form" in attribute.metadata:
        return [f"if not {cls.__name__}_{attribute.name}_form(value): raise ValueError"]
    return [
        "if value.__class__ is not str or not value or value.strip() != value: raise ValueError",
        "if ':' in value: count(value.count(':'))",
    ]


def _list_taken(
    attribute: Attribute[Any], kinds: tuple[str, ...] | None, put: str
) -> list[str]:
    lines = ["if value.__class__ is not list: raise TypeError"]
    if kinds is not None:
        return [*lines, *_look_up(_lists_name(kinds), "tuple(value)", put)]
    if holds_parts(attribute):
        read = f"read_{inner(attribute).__name__}"
        return [
            *lines,
            "few = len(value)",
            f"if few == 1: {put} ({read}(value[0]),)",
            f"elif few == 2: {put} ({read}(value[0]), {read}(value[1]))",
            f"else: {put} tuple([{read}(each) for each in value])",
        ]
    return [
        *lines,
        *_look_up("texts", "tuple(value)", f"{put[:-2]}, colons ="),
        "count(colons)",
    ]


def _look_up(values: str, key: str, put: str) -> list[str]:
    """Return the lines that put in place what shared values have for a key, or now get."""
    return [
        f"try: {put} {values}[{key}]",
        f"except KeyError: {put} new_{values}({key})",
    ]
