"""msgspec, reading into attrs classes."""

from __future__ import annotations

from typing import Any, Final

import attrs
import msgspec

from benchmarks.contenders.msgspec_struct import unpacked
from benchmarks.schema import BOXES, Field, rebuilt


def attrs_class(name: str, fields: list[Field]) -> type:
    """Make a frozen, slotted attrs class without validators."""
    given = {
        each.name: attrs.field(default=each.default, type=each.type)
        for each in fields
    }
    return attrs.make_class(
        name,
        given,
        class_body={"__module__": __name__},
        frozen=True,
        slots=True,
        kw_only=True,
    )


DECODER: Final[msgspec.json.Decoder[Any]] = msgspec.json.Decoder(
    rebuilt(attrs_class, BOXES), dec_hook=unpacked
)


def load(text: str) -> Any:
    """Read a dossier."""
    return DECODER.decode(text)
