"""Writers of records: code compiled for each class that puts its text together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from json.encoder import encode_basestring
from types import CodeType
from typing import Any, Final

from attrs import NOTHING, Attribute, fields

from entente.files._quick._fields import (
    LEAVES,
    Shared,
    called,
    default,
    defaults,
    holds_parts,
    inner,
    is_listed,
)
from entente.records._model import KIND_NAMES, KINDS, Record
from entente.values._period import Period


def written(records: Sequence[Record], *, version: int, compact: bool = False) -> str:
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
        **called(
            {
                f"lists_{level}": Shared(layout.listing(level))
                for level in range(_DEEPEST)
            }
        ),
        **defaults(),
    }
    exec(_writing_code(compact), names)  # noqa: S102 -- of our own making, from the classes alone
    lists: dict[str, list[str]] = {name: [] for name in KINDS}
    add = {
        cls: (lists[name].append, names[f"write_{cls.__name__}_2"])
        for cls, name in KIND_NAMES.items()
    }
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
    """The texts of amounts and ranges by which object it is, as long as all are alive: many records share one."""

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

    def joined(
        self, opening: str, items: Iterable[str], closing: str, level: int
    ) -> str:
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
                if holds_parts(each):
                    add(inner(each), level + (2 if is_listed(each) else 1))

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
        lines += [
            f" {line}"
            for line in _put(cls, each, "," + layout.line(level + 1), level + 1, layout)
        ]
    if first.default is not NOTHING:
        lines += [" out[start] = '{' + out[start][1:]"]
    return "\n".join([*lines, f" out.append({closing!r})"])


def _put(
    cls: type, attribute: Attribute[Any], before: str, level: int, layout: _Layout
) -> list[str]:
    """Return the lines that add a field to `out`, if it is not what it would be anyway."""
    name = attribute.name
    key = f'{before}"{name}"{layout.colon}'
    if holds_parts(attribute):
        put = _put_parts(
            inner(attribute), key, level, layout, listed=is_listed(attribute)
        )
    else:
        put = _put_leaf(attribute, key, level, layout)
    put = [f"value = self.{name}", *put]
    if attribute.default is NOTHING:
        return put
    unset = attribute.default in (False, ())
    test = f"self.{name}" if unset else f"self.{name} is not {default(cls, attribute)}"
    return [f"if {test}:", *(f" {line}" for line in put)]


def _put_leaf(
    attribute: Attribute[Any], key: str, level: int, layout: _Layout
) -> list[str]:
    """Return the lines that add a field of plain values."""
    of, listed = inner(attribute), is_listed(attribute)
    bare = [f"out.append({key + chr(34)!r} + value + '\"')"]
    if of is Period:
        keys = (f'"{each}"{layout.colon}%s' for each in ("edtf", "stated"))
        both = f"{key + layout.joined('{', keys, '}', level)!r} % (encode(value.edtf), encode(value.stated))"
        dated = bare[0].replace("value", "value.edtf")
        return [f"if value.stated is None: {dated}", f"else: out.append({both})"]
    if of is str and not listed:
        # What a dossier names, it holds: ids and fingerprints need no escape.
        plain = attribute.metadata.get("kinds") is not None or attribute.name in (
            "id",
            "fingerprint",
        )
        return bare if plain else [f"out.append({key!r})", "out.append(encode(value))"]
    shown = (
        f"lists_{level}.get(value) or new_lists_{level}(value)"
        if listed
        else "'true' if value else 'false'"
    )
    if of in LEAVES:
        shown = "shown.get(id(value)) or shown(value)"
    return (
        [f"out.append({key!r})", f"out.append({shown})"]
        if listed or of in (bool, *LEAVES)
        else bare
    )


def _put_parts(
    cls: type, key: str, level: int, layout: _Layout, *, listed: bool
) -> list[str]:
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
