r"""Writers of records as JSON: code generated for each class that joins its text.

The writer of a class at a depth knows the indentation of each of its lines. That of `Theme` in the list
of themes, which is at depth 2, begins like this::

    def write_Theme_2(self, out):
     value = self.id
     out.append('{\n      "id": "' + value + '"')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from json.encoder import encode_basestring
from types import CodeType
from typing import Any, Final

from attrs import NOTHING, Attribute, fields

from entente.files._quick._fields import (
    VALUES,
    default_name,
    defaults,
    holds_parts,
    inner_type,
    is_listed,
)
from entente.files._quick._shared import Shared, lookup_names
from entente.records._model import KIND_NAMES, KINDS, Record
from entente.values._period import Period

_DEEPEST: Final = 8
"""Limit for the depth of lists in a dossier."""


def to_json(
    records: Sequence[Record], *, version: int, compact: bool = False
) -> str:
    r"""Return records as the JSON text of a dossier, indented by two or, if `compact`, in one line.

    >>> from entente import Theme
    >>> to_json([Theme(id="small-boats", label="Small boats")], version=1, compact=True)
    '{"entente":1,"themes":[{"id":"small-boats","label":"Small boats"}]}\n'
    """
    layout = _Layout(compact)
    out: list[str] = []
    lists = {
        f"lists_{depth}": Shared(layout.text_list(depth))
        for depth in range(_DEEPEST)
    }
    names: dict[str, Any] = {
        "encode": encode_basestring,
        "shown": _Shown(),
        **lookup_names(lists),
        **defaults(),
    }
    exec(_writer_code(compact), names)  # noqa: S102 -- generated from our own classes
    items: dict[str, list[str]] = {name: [] for name in KINDS}
    add = {
        cls: (items[name].append, names[f"write_{cls.__name__}_2"])
        for cls, name in KIND_NAMES.items()
    }
    for record in records:
        append, write = add[type(record)]
        write(record, out)
        append("".join(out))
        out.clear()
    entries = [f'"entente"{layout.colon}{version}']
    for name, texts in items.items():
        if texts:
            entries.append(
                f'"{name}"{layout.colon}{layout.join("[", texts, "]", 1)}'
            )
    return layout.join("{", entries, "}", 0) + "\n"


class _Shown(dict[int, str]):
    """The texts of amounts and ranges by the ids of the objects, many of which are shared.

    An id is only valid while its object exists; the records keep them all until the text is written.
    """

    def __call__(self, value: object) -> str:
        text = self[id(value)] = encode_basestring(str(value))
        return text


class _Layout:
    """Where the lines of a JSON text break."""

    def __init__(self, compact: bool) -> None:  # noqa: FBT001
        self._is_compact = compact
        self.colon = ":" if compact else ": "

    def line_break(self, depth: int) -> str:
        """Return a line break and the indentation at a depth, or nothing if the text is compact."""
        if self._is_compact:
            return ""
        return "\n" + "  " * depth

    def join(
        self, opening: str, items: Iterable[str], closing: str, depth: int
    ) -> str:
        """Return a list or table at a depth."""
        line = self.line_break(depth + 1)
        joined = f",{line}".join(items)
        return f"{opening}{line}{joined}{self.line_break(depth)}{closing}"

    def text_list(self, depth: int) -> Callable[[tuple[str, ...]], str]:
        """Return what writes a list of texts at a depth."""

        def write(texts: tuple[str, ...]) -> str:
            return self.join("[", map(encode_basestring, texts), "]", depth)

        return write


# --- the source of the writers -------------------------------------------------------------------


@cache
def _writer_code(compact: bool) -> CodeType:  # noqa: FBT001
    layout = _Layout(compact)
    # A dict, since it keeps the order: the same class may be found at a depth more than once.
    places: dict[tuple[type, int], None] = {}
    for cls in KINDS.values():
        places.update(dict.fromkeys(_places(cls, 2)))
    source = "\n".join(_writer(cls, depth, layout) for cls, depth in places)
    return compile(source, "<writers of records>", "exec")


def _places(cls: type, depth: int) -> Iterator[tuple[type, int]]:
    """List a class and those of its parts, each with a depth at which it is written."""
    yield cls, depth
    for attribute in fields(cls):
        if holds_parts(attribute):
            step = 2 if is_listed(attribute) else 1
            yield from _places(inner_type(attribute), depth + step)


def _writer(cls: type, depth: int, layout: _Layout) -> str:
    """Return the source of the function that adds the text of a record to the pieces in `out`."""
    line, end = layout.line_break(depth + 1), layout.line_break(depth)
    first, *others = fields(cls)
    lines: list[str] = []
    if first.default is NOTHING:
        lines += _put(cls, first, "{" + line, depth + 1, layout)
    else:
        # Any field may turn out to be the first that is written; see below.
        others = [first, *others]
        lines.append("start = len(out)")
    for attribute in others:
        lines += _put(cls, attribute, "," + line, depth + 1, layout)
    if first.default is not NOTHING:
        # Turn the comma before the first field into a brace.
        lines.append("out[start] = '{' + out[start][1:]")
    lines.append(f"out.append({end + '}'!r})")
    return "\n ".join(
        [f"def write_{cls.__name__}_{depth}(self, out):", *lines]
    )


def _put(
    cls: type,
    attribute: Attribute[Any],
    before: str,
    depth: int,
    layout: _Layout,
) -> list[str]:
    """Return the lines that add a field to `out`, unless it has its default."""
    name = attribute.name
    key = f'{before}"{name}"{layout.colon}'
    if holds_parts(attribute):
        put = _put_parts(attribute, key, depth, layout)
    else:
        put = _put_value(attribute, key, depth, layout)
    lines = [f"value = self.{name}", *put]
    if attribute.default is NOTHING:
        return lines
    is_set = f"self.{name}"
    if attribute.default not in (False, ()):
        is_set = f"self.{name} is not {default_name(cls, attribute)}"
    return [f"if {is_set}:", *(f" {line}" for line in lines)]


def _put_value(
    attribute: Attribute[Any], key: str, depth: int, layout: _Layout
) -> list[str]:
    """Return the lines that add a field of texts, values or a flag."""
    inner = inner_type(attribute)
    quoted = f"out.append({key + chr(34)!r} + value + '\"')"
    if is_listed(attribute):
        name = f"lists_{depth}"
        shown = f"{name}.get(value) or new_{name}(value)"
    elif inner is Period:
        return _put_period(key, depth, layout)
    elif inner in VALUES:
        shown = "shown.get(id(value)) or shown(value)"
    elif inner is bool:
        shown = "'true' if value else 'false'"
    elif inner is str and not _is_safe(attribute):
        shown = "encode(value)"
    else:
        return [quoted]
    return [f"out.append({key!r})", f"out.append({shown})"]


def _is_safe(attribute: Attribute[Any]) -> bool:
    """Say whether the texts of a field never need an escape: ids and fingerprints."""
    return "kinds" in attribute.metadata or attribute.name in (
        "id",
        "fingerprint",
    )


def _put_period(key: str, depth: int, layout: _Layout) -> list[str]:
    def table(*names: str) -> str:
        entries = (f'"{name}"{layout.colon}%s' for name in names)
        return key + layout.join("{", entries, "}", depth)

    words_only = table("stated")
    worded, ongoing = table("edtf", "stated"), table("edtf", "as_of")
    both = table("edtf", "stated", "as_of")
    # Nearly all dates are a text, so they come first.
    return [
        "if value.stated is None and value.as_of is None:",
        f" out.append({key + chr(34)!r} + value.edtf + '\"')",
        "elif value.in_words_only:",
        f" out.append({words_only!r} % encode(value.stated))",
        "elif value.as_of is None:",
        f" out.append({worded!r} % (encode(value.edtf), encode(value.stated)))",
        "elif value.stated is None:",
        f" out.append({ongoing!r} % (encode(value.edtf), encode(str(value.as_of))))",
        "else:",
        f" out.append({both!r} % (encode(value.edtf), encode(value.stated), encode(str(value.as_of))))",
    ]


def _put_parts(
    attribute: Attribute[Any], key: str, depth: int, layout: _Layout
) -> list[str]:
    """Return the lines that add the parts in a field."""
    write = f"write_{inner_type(attribute).__name__}"
    if not is_listed(attribute):
        return [f"out.append({key!r})", f"{write}_{depth}(value, out)"]
    line, end = layout.line_break(depth + 1), layout.line_break(depth)
    return [
        f"before = {key + '[' + line!r}",
        "for each in value:",
        " out.append(before)",
        f" {write}_{depth + 1}(each, out)",
        f" before = {',' + line!r}",
        f"out.append({end + ']'!r})",
    ]
