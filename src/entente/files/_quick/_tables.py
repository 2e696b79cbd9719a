"""The forms of a table: a dict of the standard library, or a struct of msgspec."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from json import JSONDecoder
from types import GenericAlias
from typing import Any, Final

from attrs import NOTHING, Attribute, fields, frozen

from entente.files._quick._fields import classes, holds_parts, inner, is_listed
from entente.records._model import KINDS
from entente.values._period import Period


@frozen
class Tables:
    """How the tables of a list are decoded, and what compiled code says to take one apart.

    `given` and `value` are expressions: whether a key is there, and what stands under it. `whole` is
    the line that sees that there is nothing else, and `absent` what stands under a key that is not there.
    """

    given: str
    value: str
    whole: str
    absent: object
    stated: Callable[[Any], tuple[Period, int]]
    decode: Callable[[str, str], list[object]]
    """Returns the tables of a kind of record that a JSON list holds."""
    convert: Callable[[str, object], object]
    """Returns a table of a kind of record that was read already."""


def _stated(edtf: object, stated: object) -> tuple[Period, int]:
    """Return a date that keeps the source's words, and how many colons it adds to a text."""
    if type(edtf) is not str or type(stated) is not str or not stated.strip():
        raise ValueError(edtf, stated)
    return Period(edtf, stated=stated), 2 + stated.count(":")


def _dict_stated(table: dict[str, object]) -> tuple[Period, int]:
    if len(table) > 2:
        raise ValueError(table)
    return _stated(table["edtf"], table["stated"])


_decode: Final[Callable[[str], list[object]]] = JSONDecoder().decode

DICTS: Final = Tables(
    given="{!r} in table",
    value="table[{!r}]",
    whole="if table.__class__ is not dict or found != len(table): raise KeyError",
    absent=None,
    stated=_dict_stated,
    decode=lambda _, text: _decode(text),
    convert=lambda _, table: table,
)
"""Tables as the standard library reads them."""


@cache
def structs() -> Tables | None:
    """Return tables as msgspec reads them, None without it."""
    try:
        import msgspec  # noqa: PLC0415
    except ImportError:
        return None

    class Stated(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
        edtf: str
        stated: str

    def plain(attribute: Attribute[Any]) -> Any:
        of = inner(attribute)
        if holds_parts(attribute):
            of = made[of]
        elif of is Period:
            of = str | Stated
        elif of is not bool:
            of = str
        return GenericAlias(list, of) if is_listed(attribute) else of

    made: dict[type, type] = {}
    for cls in classes():
        given = [
            (each.name, plain(each))
            if each.default is NOTHING
            else (each.name, plain(each) | msgspec.UnsetType, msgspec.UNSET)
            for each in fields(cls)
        ]
        made[cls] = msgspec.defstruct(
            cls.__name__, given, kw_only=True, forbid_unknown_fields=True, gc=False
        )
    of_kind = {kind: made[cls] for kind, cls in KINDS.items()}
    decoders = {
        kind: msgspec.json.Decoder(GenericAlias(list, struct))
        for kind, struct in of_kind.items()
    }
    return Tables(
        given="table.{} is not absent",
        value="table.{}",
        whole="",
        absent=msgspec.UNSET,
        stated=lambda struct: _stated(struct.edtf, struct.stated),
        decode=lambda kind, text: decoders[kind].decode(text),
        convert=lambda kind, table: msgspec.convert(table, of_kind[kind]),
    )
