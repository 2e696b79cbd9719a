"""msgspec, reading into plain slotted dataclasses, which are not frozen."""

from __future__ import annotations

import dataclasses
from typing import Any, Final

import msgspec
from attrs import NOTHING

from benchmarks.contenders.msgspec_struct import unpacked
from benchmarks.schema import BOXES, Field, rebuilt


def _dataclass(name: str, fields: list[Field]) -> type:
    body: dict[str, object] = {
        each.name: each.default
        for each in fields
        if each.default is not NOTHING
    }
    body["__annotations__"] = {each.name: each.type for each in fields}
    return dataclasses.dataclass(
        type(name, (), body), slots=True, kw_only=True
    )


DECODER: Final[msgspec.json.Decoder[Any]] = msgspec.json.Decoder(
    rebuilt(_dataclass, BOXES), dec_hook=unpacked
)


def load(text: str) -> Any:
    """Read a dossier."""
    return DECODER.decode(text)
