"""pydantic's models."""

from __future__ import annotations

from typing import Annotated, Any, Final, cast

from attrs import NOTHING
from pydantic import (
    BaseModel,
    ConfigDict,
    PlainSerializer,
    PlainValidator,
    create_model,
)

from benchmarks.schema import LEAVES, READERS, WRITERS, Field, rebuilt

TYPES: Final[dict[type, Any]] = {
    leaf: Annotated[
        leaf, PlainValidator(READERS[leaf]), PlainSerializer(WRITERS[leaf])
    ]
    for leaf in LEAVES
}
"""The library's values, with validators and serialisers, as pydantic documents it."""


def _model(name: str, fields: list[Field]) -> type:
    given: dict[str, Any] = {
        each.name: (
            each.type,
            ... if each.default is NOTHING else each.default,
        )
        for each in fields
    }
    made: type = create_model(
        name, __config__=ConfigDict(extra="forbid", frozen=True), **given
    )
    return made


DOSSIER: Final = cast("type[BaseModel]", rebuilt(_model, TYPES))


def load(text: str) -> BaseModel:
    """Read a dossier."""
    return DOSSIER.model_validate_json(text)


def dump(dossier: BaseModel) -> str:
    """Write a dossier, defaults left out."""
    return dossier.model_dump_json(exclude_defaults=True)
