"""msgspec's structs."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from attrs import NOTHING

from benchmarks.schema import (
    BOXES,
    READERS,
    WRITERS,
    Box,
    Field,
    Plain,
    rebuilt,
)

_LEAVES: Final = {box: leaf for leaf, box in BOXES.items()}
_boxes: dict[object, Box] = {}


def unpacked(of: type, value: Plain) -> object:
    """Return what a text stands for in a box; one box serves all that say the same."""
    key = (
        (of, value)
        if value.__class__ is str
        else (of, value["edtf"], value["stated"])
    )
    box = _boxes.get(key)
    if box is None:
        box = _boxes[key] = BOXES[_LEAVES[of]](READERS[_LEAVES[of]](value))
    return box


def packed(box: Any) -> Plain:
    """Return what a box holds as a file writes it."""
    return WRITERS[_LEAVES[box.__class__]](box.value)


def _struct(name: str, fields: list[Field]) -> type:
    given = [
        (each.name, each.type)
        if each.default is NOTHING
        else (each.name, each.type, each.default)
        for each in fields
    ]
    return msgspec.defstruct(
        name,
        given,
        frozen=True,
        kw_only=True,
        forbid_unknown_fields=True,
        omit_defaults=True,
    )


DECODER: Final[msgspec.json.Decoder[Any]] = msgspec.json.Decoder(
    rebuilt(_struct, BOXES), dec_hook=unpacked
)
ENCODER: Final = msgspec.json.Encoder(enc_hook=packed)


def load(text: str) -> Any:
    """Read a dossier."""
    return DECODER.decode(text)


def dump(dossier: Any) -> bytes:
    """Write a dossier, defaults left out."""
    return ENCODER.encode(dossier)
