"""The two forms in which tables are decoded: dicts, or msgspec structs with the extra ``fast``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from json import JSONDecoder
from types import GenericAlias
from typing import Any, Final

from attrs import NOTHING, Attribute, fields, frozen

from entente.files._quick._fields import (
    classes,
    holds_parts,
    inner_type,
    is_listed,
)
from entente.records._model import KINDS
from entente.values._period import Period


@frozen(eq=False)
class TableForm:
    """How tables are decoded, and the code that takes one apart.

    `has_key` and `value` are expressions: whether a key is there, and its value. `is_text` is one
    more condition for texts, or empty. `check_whole` is the line that refuses unknown keys.
    """

    has_key: str
    value: str
    is_text: str
    check_whole: str
    absent: object
    """What a key has for a value that is not there."""
    worded: Callable[[Any], tuple[Period, int]]
    """Makes a date of a table, and counts the colons that the table adds to a text."""
    decode: Callable[[type, str], list[object]]
    """Returns the tables of a JSON list of records."""
    convert: Callable[[type, object], object]
    """Turns a table that was decoded as a dict into this form."""


def _worded_period(table: Mapping[str, Any]) -> tuple[Period, int]:
    """Return a date of its table, whose keys are those of `Period`."""
    # A date alone is a text, and needs no table.
    if {*map(type, table.values())} != {str} or [*table] == ["edtf"]:
        raise TypeError(table)
    joined = "".join(table.values())
    joined.encode()
    # One colon comes after each key.
    return Period(**table), len(table) + joined.count(":")


# --- dicts ---------------------------------------------------------------------------------------

_DECODER: Final = JSONDecoder()


def _decode_dicts(_: type, text: str) -> list[object]:
    tables: list[object] = _DECODER.decode(text)
    return tables


def _as_it_is(_: type, table: object) -> object:
    return table


DICTS: Final = TableForm(
    has_key="{!r} in table",
    value="table[{!r}]",
    # A dict may come from a program, with half of a surrogate pair in a text: encode() raises.
    is_text="value.isascii() or value.encode()",
    check_whole="if table.__class__ is not dict or found != len(table): raise KeyError",
    absent=None,
    worded=_worded_period,
    decode=_decode_dicts,
    convert=_as_it_is,
)
"""Tables as the standard library decodes them."""


# --- structs -------------------------------------------------------------------------------------


def _json_type(
    attribute: Attribute[Any], made: dict[type, type], worded: type
) -> Any:
    """Return the type of a struct's field; `made` are the structs so far."""
    found = inner_type(attribute)
    if holds_parts(attribute):
        found = made[found]
    elif found is Period:
        found = str | worded
    elif found is not bool:
        found = str
    return GenericAlias(list, found) if is_listed(attribute) else found


@cache
def structs() -> TableForm | None:
    """Return tables as msgspec decodes them, or None without the extra."""
    try:
        import msgspec  # noqa: PLC0415
    except ImportError:
        return None

    # A class statement would look for msgspec among the names of this module.
    left_out = str | msgspec.UnsetType
    worded_struct = msgspec.defstruct(
        "Worded",
        [
            ("edtf", left_out, msgspec.UNSET),
            ("stated", left_out, msgspec.UNSET),
            ("as_of", left_out, msgspec.UNSET),
        ],
        kw_only=True,
        forbid_unknown_fields=True,
        gc=False,
    )
    made: dict[type, type] = {}

    def struct_field(attribute: Attribute[Any]) -> tuple[Any, ...]:
        required = _json_type(attribute, made, worded_struct)
        if attribute.default is NOTHING:
            return attribute.name, required
        return attribute.name, required | msgspec.UnsetType, msgspec.UNSET

    # Parts come before what holds them, so `made` has their structs in time.
    for cls in classes():
        made[cls] = msgspec.defstruct(
            cls.__name__,
            [struct_field(attribute) for attribute in fields(cls)],
            kw_only=True,
            forbid_unknown_fields=True,
            gc=False,
        )
    decoders = {
        cls: msgspec.json.Decoder(GenericAlias(list, made[cls]))
        for cls in KINDS.values()
    }

    def struct_worded(struct: Any) -> tuple[Period, int]:
        texts = msgspec.structs.asdict(struct)
        return _worded_period(
            {
                name: text
                for name, text in texts.items()
                if text is not msgspec.UNSET
            }
        )

    def decode(cls: type, text: str) -> list[object]:
        tables: list[object] = decoders[cls].decode(text)
        return tables

    def convert(cls: type, table: object) -> object:
        return msgspec.convert(table, made[cls])

    return TableForm(
        has_key="table.{} is not absent",
        value="table.{}",
        # Structs come from texts that were read from UTF-8, or tested with `encodable`.
        is_text="",
        check_whole="",
        absent=msgspec.UNSET,
        worded=struct_worded,
        decode=decode,
        convert=convert,
    )
