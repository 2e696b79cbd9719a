"""The quick way between JSON and records: a reader and a writer compiled for each class.

`entente.structure` knows all that can be wrong with a value and says it; this knows only what is
right. A reader takes a table apart in straight code, which is written once from the fields of its
class, as attrs writes an ``__init__``. At anything unusual it raises, no matter what, and the caller
reads the record again with `entente.structure`, which takes it or tells what is wrong. So a reader may
refuse too much, never takes too much, and words no message.

What makes it quick, as measured in ``benchmarks``:

- Fields are set on a *twin*, a class with the same slots that is not frozen, which then becomes the
  record: an ``__init__`` that checks and freezes costs several times as much.
- Dates, amounts, ranges, ids and lists of ids are read once for each text that stands for them, and
  shared from then on, which saves memory, too. What a list of ids names is kept, so to know all that
  is named costs nothing more.
- A writer joins texts that are ready but for the values. ``json`` leaves its fast path to indent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from json import JSONDecoder
from json.encoder import encode_basestring
from sys import intern
from types import CodeType, NoneType
from typing import Any, Final, TypeAlias, get_args, get_origin

from attrs import NOTHING, Attribute, fields, has

from entente import vocabulary
from entente.model import KIND_NAMES, KINDS, Range, Record, id_fault, is_id
from entente.period import Period
from entente.quantity import Quantity

Reader: TypeAlias = Callable[[object], Record]
"""Makes a record of a table, or raises, whatever the error, at anything that it does not know."""


class _Shared(dict[Any, Any]):
    """Values by what stands for them in a file, each made when it first stands there."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Any) -> Any:
        value = self[key] = self._make(key)
        return value


def _classes() -> Iterator[type]:
    """List the classes of records and of what stands within them, each after those that it holds."""
    seen: dict[type, None] = {}

    def walk(cls: type) -> None:
        for attribute in fields(cls):
            inner = _inner(attribute.type)
            if has(inner) and inner not in _LEAVES:
                walk(inner)
        seen[cls] = None

    for cls in KINDS.values():
        walk(cls)
    return iter(seen)


def _inner(expected: Any) -> Any:
    """Return the type of a field without the ``None`` or the tuple around it."""
    if get_origin(expected) is tuple:
        return get_args(expected)[0]
    options = [option for option in get_args(expected) if option is not NoneType]
    return options[0] if options else expected


_LEAVES: Final = (Period, Quantity, Range)


# --- reading -------------------------------------------------------------------------------------


class Readers:
    """A reader for each class of record, and what they have seen.

    They count the keys of all tables that they read, and the colons within the texts. In JSON a colon
    stands after each key and nowhere else outside of a text: if a document has more colons than were
    counted, something was written that was not read, such as a key that is given twice.
    """

    def __init__(self) -> None:
        self._ids = {kinds: _Shared(_text) for kinds in _all_kinds()}
        self._names: dict[str, Any] = {
            **_names(),
            "keys": 0,
            **_kept(),
            "texts": _Shared(_texts),
        }
        for kinds, ids in self._ids.items():
            self._names[_ids_name(kinds)] = ids
            self._names[_lists_name(kinds)] = _Shared(_looked_up(ids))
        exec(_reading_code(), self._names)  # noqa: S102 -- of our own making, from the classes alone
        self.of: Mapping[str, Reader] = {
            name: self._names[f"read_{cls.__name__}"] for name, cls in KINDS.items()
        }

    @property
    def named(self) -> Mapping[tuple[str, ...], Iterable[str]]:
        """The ids that were named, by the kinds of record that they may be of."""
        return self._ids

    def read(self, text: str, version: int) -> dict[str, list[Record | None]]:
        """Return the records of a JSON text by kind, or raise at anything unusual.

        Records are made one by one, as the text is gone through: plain data for all of them at once
        would need several times the memory.
        """
        if _ESCAPED.search(text):
            raise ValueError
        before, keys = self._names["keys"], 0
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
                at = self._read_list(self.of[key], found[key], text, at)
            step = _past(_NEXT, text, at)
            at, sign = step.end(), step[1]
        if sign != "}" or at < len(text) or keys + self._names["keys"] - before != text.count(":"):
            raise ValueError
        del found["entente"]
        return found

    def _read_list(self, read: Reader, records: list[Record | None], text: str, at: int) -> int:
        """Read the records of a list, and return where it ends."""
        at = _past(_LIST, text, at).end()
        if text[at] == "]":
            return at + 1
        sign = ","
        while sign == ",":
            item, at = _scan(text, at)
            records.append(read(item))
            if text.startswith(",{", at):
                at += 1
            else:
                step = _past(_NEXT, text, at)
                at, sign = step.end(), step[1]
        if sign != "]":
            raise ValueError
        return at


_scan: Final = JSONDecoder().raw_decode
_TABLE, _LIST, _COLON = (re.compile(rf"[ \t\n\r]*{sign}[ \t\n\r]*") for sign in (r"\{", r"\[", ":"))
_NEXT: Final = re.compile(r"[ \t\n\r]*([,\]}])[ \t\n\r]*")
_ESCAPED: Final = re.compile(r"\\u(?:[dD][89a-fA-F]|003[aA])")
"""What a text may hold that looks like nothing: half of a surrogate pair, which no file can hold, and a colon."""


def _past(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str]:
    step = pattern.match(text, at)
    if step is None:
        raise ValueError(text[at : at + 1])
    return step


def _exactly(make: Callable[[str], Any]) -> Callable[[Any], Any]:
    def checked(value: object) -> object:
        if type(value) is not str:
            raise TypeError(value)
        return make(value)

    return checked


_KEPT: Final = {
    "periods": _Shared(_exactly(Period)),
    "quantities": _Shared(_exactly(Quantity)),
    "ranges": _Shared(_exactly(Range.of)),
}
"""Values that are read once for a process: there are only so many days, and dossiers are loaded again."""


def _kept() -> Mapping[str, _Shared]:
    for values in _KEPT.values():
        if len(values) > _MANY:
            values.clear()
    return _KEPT


_MANY: Final = 2**16


def _looked_up(ids: _Shared) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    return lambda listed: tuple([ids[id] for id in listed])


def _text(value: object) -> str:
    if type(value) is not str or not value or value.strip() != value:
        raise ValueError(value)
    return intern(value)


def _texts(listed: tuple[object, ...]) -> tuple[tuple[str, ...], int]:
    """Return a list of texts, and how many colons it holds."""
    texts = tuple(map(_text, listed))
    return texts, sum(text.count(":") for text in texts)


def _stated(value: dict[str, Any]) -> Period:
    """Read a date that keeps the source's words."""
    edtf, stated = value["edtf"], value["stated"]
    if len(value) > 2 or type(edtf) is not str or type(stated) is not str or not stated.strip():
        raise ValueError(value)
    return Period(edtf, stated=stated)


def _all_kinds() -> set[tuple[str, ...]]:
    found = {each.metadata.get("kinds") for cls in _classes() for each in fields(cls)}
    return found - {None}


def _ids_name(kinds: tuple[str, ...]) -> str:
    return f"ids_{'_'.join(kinds)}"


def _lists_name(kinds: tuple[str, ...]) -> str:
    return f"lists_{'_'.join(kinds)}"


def _twin(cls: type) -> type:
    """Make a class that is laid out as a frozen one, and whose objects can become its own."""
    return type(cls.__name__, (), {"__slots__": [each.name for each in fields(cls)]})


@cache
def _names() -> dict[str, Any]:
    """Return what the readers' code refers to and does not change."""
    names: dict[str, Any] = {"intern": intern, "stated": _stated, "is_id": is_id, "id_fault": id_fault}
    for cls in _classes():
        name = cls.__name__
        names[name] = cls
        names[f"{name}_twin"] = _twin(cls)
        for each in fields(cls):
            names[f"{name}_{each.name}_default"] = each.default
    for name, words in vars(vocabulary).items():
        if isinstance(words, type) and issubclass(words, StrEnum):
            names[f"words_{name}"] = {word.value: word for word in words}
    return names


@cache
def _reading_code() -> CodeType:
    return compile("\n".join(map(_reader, _classes())), "<readers of records>", "exec")


def _reader(cls: type) -> str:
    name = cls.__name__
    must = [each for each in fields(cls) if each.default is NOTHING]
    lines = [
        f"def read_{name}(table):",
        " global keys",
        *([] if must else [" if table.__class__ is not dict: raise TypeError"]),
        f" self = {name}_twin()",
        " left = len(table)",
        " keys += left",
        f" left -= {len(must)}",
    ]
    for each in fields(cls):
        take = [f"value = table[{each.name!r}]", *_taken(cls, each)]
        if each in must:
            lines += [f" {line}" for line in take]
        else:
            lines += [f" if {each.name!r} in table:", "  left -= 1", *(f"  {line}" for line in take)]
            lines += [f" else: self.{each.name} = {name}_{each.name}_default"]
    lines += [" if left: raise KeyError", f" self.__class__ = {name}"]
    if hasattr(cls, "__attrs_post_init__"):
        lines += [" self.__attrs_post_init__()"]
    return "\n".join([*lines, " return self"])


def _taken(cls: type, attribute: Attribute[Any]) -> list[str]:
    """Return the lines that check a plain `value` and set the field to what it stands for."""
    inner = _inner(attribute.type)
    kinds, set_field = attribute.metadata.get("kinds"), f"self.{attribute.name} ="
    if get_origin(attribute.type) is tuple:
        return _list_taken(inner, kinds, set_field)
    if kinds is not None:
        return [f"{set_field} {_ids_name(kinds)}[value]"]
    if inner is str and attribute.name == "id":
        check = f"if not is_id(value) and id_fault({cls.__name__}, value): raise ValueError"
        return [check, f"{set_field} intern(value)"]
    if attribute.name == "fingerprint":  # which the record itself looks at; it holds two colons
        return ["if value.__class__ is not str: raise TypeError", f"{set_field} value", "keys += 2"]
    if inner is str:
        return [
            "if value.__class__ is not str or not value or value.strip() != value: raise ValueError",
            "if ':' in value: keys += value.count(':')",
            f"{set_field} value",
        ]
    if inner is bool:
        return ["if value is not True and value is not False: raise TypeError", f"{set_field} value"]
    if inner is Period:
        return [
            f"if value.__class__ is str: {set_field} periods[value]",
            "else:",
            f" {set_field} stated(value)",
            " keys += 2 + value['stated'].count(':')",
        ]
    if inner in _LEAVES:
        return [f"{set_field} {'quantities' if inner is Quantity else 'ranges'}[value]"]
    return [
        f"{set_field} {f'read_{inner.__name__}(value)' if has(inner) else f'words_{inner.__name__}[value]'}"
    ]


def _list_taken(inner: type, kinds: tuple[str, ...] | None, set_field: str) -> list[str]:
    lines = ["if value.__class__ is not list: raise TypeError"]
    if kinds is not None:
        return [*lines, f"{set_field} {_lists_name(kinds)}[tuple(value)]"]
    if inner is str:
        return [*lines, f"{set_field[:-2]}, colons = texts[tuple(value)]", "keys += colons"]
    read = f"read_{inner.__name__}"
    many = f"tuple([{read}(each) for each in value])"
    return [*lines, f"{set_field} ({read}(value[0]),) if len(value) == 1 else {many}"]


# --- writing -------------------------------------------------------------------------------------


def written(records: Iterable[Record], *, version: int, compact: bool = False) -> str:
    r"""Return records as the JSON text of a dossier, indented by two or, if `compact`, in one line.

    >>> from entente import Theme
    >>> written([Theme(id="small-boats", label="Small boats")], version=1, compact=True)
    '{"entente":1,"themes":[{"id":"small-boats","label":"Small boats"}]}\n'
    """
    layout = _Layout(compact)
    out: list[str] = []
    names: dict[str, Any] = {
        "encode": encode_basestring,
        "shown": _Shown(),
        **{f"lists_{level}": _Shared(layout.listing(level)) for level in range(_DEEPEST)},
        **{key: value for key, value in _names().items() if key.endswith("_default")},
    }
    exec(_writing_code(compact), names)  # noqa: S102 -- of our own making, from the classes alone
    lists: dict[str, list[str]] = {name: [] for name in KINDS}
    add = {cls: (lists[name].append, names[f"write_{cls.__name__}_2"]) for cls, name in KIND_NAMES.items()}
    for record in records:
        append, write = add[type(record)]
        write(record, out)
        append("".join(out))
        out.clear()
    parts = [f'"entente"{layout.colon}{version}']
    for name, items in lists.items():
        if items:
            parts.append(f'"{name}"{layout.colon}' + layout.joined("[", items, "]", 1))
    return layout.joined("{", parts, "}", 0) + "\n"


_DEEPEST: Final = 8
"""Beyond this many levels nothing stands in a dossier."""


class _Shown(dict[int, str]):
    """The texts of amounts and ranges by which object it is: what was read once is shared by many records."""

    def __call__(self, value: object) -> str:
        text = self[id(value)] = encode_basestring(str(value))
        return text


class _Layout:
    """Where the lines of a JSON text break."""

    def __init__(self, compact: bool) -> None:  # noqa: FBT001
        self._compact = compact
        self.colon = ":" if compact else ": "

    def line(self, level: int) -> str:
        return "" if self._compact else "\n" + "  " * level

    def joined(self, opening: str, items: Iterable[str], closing: str, level: int) -> str:
        line = self.line(level + 1)
        return f"{opening}{line}{f',{line}'.join(items)}{self.line(level)}{closing}"

    def listing(self, level: int) -> Callable[[tuple[str, ...]], str]:
        """Return what writes a list of texts that stands at a level."""
        return lambda texts: self.joined("[", map(encode_basestring, texts), "]", level)


@cache
def _writing_code(compact: bool) -> CodeType:  # noqa: FBT001
    layout = _Layout(compact)
    lines: list[str] = []
    done: set[tuple[type, int]] = set()

    def add(cls: type, level: int) -> None:
        if (cls, level) not in done:
            done.add((cls, level))
            lines.append(_writer(cls, level, layout))
            for each in fields(cls):
                inner = _inner(each.type)
                if has(inner) and inner not in _LEAVES:
                    add(inner, level + (2 if get_origin(each.type) is tuple else 1))

    for cls in KINDS.values():
        add(cls, 2)
    return compile("\n".join(lines), "<writers of records>", "exec")


def _writer(cls: type, level: int, layout: _Layout) -> str:
    """Return a function that adds the text of a record to the pieces in `out`."""
    first, *others = fields(cls)
    opening, closing = "{" + layout.line(level + 1), layout.line(level) + "}"
    lines = [f"def write_{cls.__name__}_{level}(self, out):"]
    if first.default is NOTHING:
        lines += [f" {line}" for line in _put(cls, first, opening, level + 1, layout)]
    else:  # any field may be the first: its comma becomes the brace
        others, lines = [first, *others], [*lines, " start = len(out)"]
    for each in others:
        lines += [f" {line}" for line in _put(cls, each, "," + layout.line(level + 1), level + 1, layout)]
    if first.default is not NOTHING:
        lines += [" out[start] = '{' + out[start][1:]"]
    return "\n".join([*lines, f" out.append({closing!r})"])


def _put(cls: type, attribute: Attribute[Any], before: str, level: int, layout: _Layout) -> list[str]:
    """Return the lines that add a field to `out`, if it is not what it would be anyway."""
    name, default, inner = attribute.name, attribute.default, _inner(attribute.type)
    key = f'{before}"{name}"{layout.colon}'
    if has(inner) and inner not in _LEAVES:
        put = _put_parts(inner, key, level, layout, listed=get_origin(attribute.type) is tuple)
    else:
        put = _put_leaf(attribute, key, level, layout)
    put = [f"value = self.{name}", *put]
    if default is NOTHING:
        return put
    test = f"self.{name}" if default in (False, ()) else f"self.{name} is not None"
    if default not in (False, (), None):
        test = f"self.{name} is not {cls.__name__}_{name}_default"
    return [f"if {test}:", *(f" {line}" for line in put)]


def _put_leaf(attribute: Attribute[Any], key: str, level: int, layout: _Layout) -> list[str]:
    """Return the lines that add a field of plain values."""
    inner, listed = _inner(attribute.type), get_origin(attribute.type) is tuple
    bare = [f"out.append({key + chr(34)!r} + value + '\"')"]
    if inner is Period:
        keys = (f'"{each}"{layout.colon}%s' for each in ("edtf", "stated"))
        both = f"{key + layout.joined('{', keys, '}', level)!r} % (encode(value.edtf), encode(value.stated))"
        dated = bare[0].replace("value", "value.edtf")
        return [f"if value.stated is None: {dated}", f"else: out.append({both})"]
    if inner is str and not listed:
        # Ids and fingerprints need no escape.
        plain = attribute.metadata.get("kinds") is not None or attribute.name in ("id", "fingerprint")
        return bare if plain else [f"out.append({key!r})", "out.append(encode(value))"]
    shown = f"lists_{level}[value]" if listed else "'true' if value else 'false'"
    if inner in _LEAVES:
        shown = "shown.get(id(value)) or shown(value)"
    return [f"out.append({key!r})", f"out.append({shown})"] if listed or inner in (bool, *_LEAVES) else bare


def _put_parts(cls: type, key: str, level: int, layout: _Layout, *, listed: bool) -> list[str]:
    """Return the lines that add what stands within a record."""
    if not listed:
        return [f"out.append({key!r})", f"write_{cls.__name__}_{level}(value, out)"]
    line = layout.line(level + 1)
    return [
        f"before = {key + '[' + line!r}",
        "for each in value:",
        " out.append(before)",
        f" write_{cls.__name__}_{level + 1}(each, out)",
        f" before = {',' + line!r}",
        f"out.append({layout.line(level) + ']'!r})",
    ]
