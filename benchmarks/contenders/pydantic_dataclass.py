"""pydantic's dataclasses, slotted."""

from __future__ import annotations

from typing import Any, Final

import pydantic.dataclasses
from attrs import NOTHING
from pydantic import ConfigDict, TypeAdapter

from benchmarks.contenders.pydantic_model import TYPES
from benchmarks.schema import Field, rebuilt


def _dataclass(name: str, fields: list[Field]) -> type:
    body: dict[str, object] = {
        each.name: each.default
        for each in fields
        if each.default is not NOTHING
    }
    body["__annotations__"] = {each.name: each.type for each in fields}
    config = ConfigDict(extra="forbid")
    made = type(name, (), body)
    return pydantic.dataclasses.dataclass(
        made, frozen=True, slots=True, kw_only=True, config=config
    )


ADAPTER: Final[TypeAdapter[Any]] = TypeAdapter(rebuilt(_dataclass, TYPES))


def load(text: str) -> Any:
    """Read a dossier."""
    return ADAPTER.validate_json(text)


def dump(dossier: Any) -> bytes:
    """Write a dossier, defaults left out."""
    return ADAPTER.dump_json(dossier, exclude_defaults=True)
