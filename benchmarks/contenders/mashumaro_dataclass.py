"""mashumaro's codecs over dataclasses, with orjson below."""

from __future__ import annotations

import dataclasses
from typing import Any, Final

from attrs import NOTHING
from mashumaro.codecs.orjson import ORJSONDecoder, ORJSONEncoder
from mashumaro.config import BaseConfig

from benchmarks.schema import LEAVES, READERS, WRITERS, Field, rebuilt


def _strategies() -> Any:
    return {
        leaf: {"deserialize": READERS[leaf], "serialize": WRITERS[leaf]}
        for leaf in LEAVES
    }


class Config(BaseConfig):
    """Unknown keys are refused, defaults left out, and the library's values read and written by its own."""

    forbid_extra_keys = True
    omit_default = True
    serialization_strategy = _strategies()


def _dataclass(name: str, fields: list[Field]) -> type:
    made = dataclasses.make_dataclass(
        name,
        [
            (each.name, each.type)
            if each.default is NOTHING
            else (
                each.name,
                each.type,
                dataclasses.field(default=each.default),
            )
            for each in fields
        ],
        namespace={"Config": Config, "__module__": __name__},
        frozen=True,
        slots=True,
        kw_only=True,
    )
    globals()[name] = made  # where the code that mashumaro writes looks for it
    return made


DOSSIER: Final = rebuilt(_dataclass, {leaf: leaf for leaf in LEAVES})
DECODER: Final[ORJSONDecoder[Any]] = ORJSONDecoder(DOSSIER)
ENCODER: Final[ORJSONEncoder[Any]] = ORJSONEncoder(DOSSIER)


def load(text: str) -> Any:
    """Read a dossier."""
    return DECODER.decode(text)


def dump(dossier: Any) -> bytes:
    """Write a dossier, defaults left out."""
    return ENCODER.encode(dossier)
