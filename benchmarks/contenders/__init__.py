"""Who is measured at reading and writing: one module each, with `load` and, if it can, `dump`.

`load` takes the text of a dossier and returns its records in the contender's classes; `dump` takes
what `load` returned and gives the text back.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final, Protocol, cast

from attrs import frozen


class Module(Protocol):
    """What a contender's module offers."""

    def load(self, text: str) -> Any:
        """Read a dossier."""
        ...


@frozen
class Contender:
    """A library that reads dossiers: the name of its module, a label, and a note on its setup."""

    name: str
    label: str
    note: str
    distributions: tuple[str, ...] = ()

    def module(self) -> Module:
        """Import the contender's module."""
        return cast(
            "Module", import_module(f"benchmarks.contenders.{self.name}")
        )


NOTHING_ELSE: Final = "Checks types and words, and refuses unknown keys; does not check ids or references."

CONTENDERS: Final = (
    Contender(
        "ours",
        "entente",
        "Pauses the collector while it reads. Also checks ids, references and cycles.",
    ),
    Contender(
        "ours_fast",
        'entente, extra "fast"',
        "The same, with all its checks; msgspec parses the JSON.",
        ("msgspec",),
    ),
    Contender(
        "ours_unpaused",
        "entente, pause_gc=False",
        "The same, with the collector running.",
    ),
    Contender(
        "pydantic_model",
        "pydantic BaseModel",
        f'`frozen=True, extra="forbid"`. {NOTHING_ELSE}',
        ("pydantic", "pydantic-core"),
    ),
    Contender(
        "pydantic_dataclass",
        "pydantic dataclass, slots",
        f'`frozen=True, slots=True, extra="forbid"`. {NOTHING_ELSE}',
        ("pydantic", "pydantic-core"),
    ),
    Contender(
        "msgspec_struct",
        "msgspec Struct",
        f"`frozen=True, forbid_unknown_fields=True`. {NOTHING_ELSE}",
        ("msgspec",),
    ),
    Contender(
        "msgspec_attrs",
        "msgspec into attrs",
        "Frozen, slotted attrs classes. Checks types and words; accepts unknown keys. Cannot omit defaults,"
        " so it does not write.",
        ("msgspec", "attrs"),
    ),
    Contender(
        "msgspec_dataclass",
        "msgspec into dataclasses",
        "Plain, slotted dataclasses. Checks types and words; accepts unknown keys. Does not write either.",
        ("msgspec",),
    ),
    Contender(
        "mashumaro_dataclass",
        "mashumaro, orjson",
        "Frozen, slotted dataclasses; `forbid_extra_keys`, `omit_default`. Accepts a number as text.",
        ("mashumaro", "orjson"),
    ),
    Contender(
        "cattrs_documented",
        "cattrs as documented",
        "The json converter with `forbid_extra_keys`, `omit_if_default`. Accepts a number as text.",
        ("cattrs", "attrs"),
    ),
    Contender(
        "json_floor",
        "json, no objects",
        "The standard library; plain lists and dicts, nothing checked.",
    ),
    Contender(
        "orjson_floor",
        "orjson, no objects",
        "Plain lists and dicts, nothing checked.",
        ("orjson",),
    ),
)

BY_NAME: Final = {contender.name: contender for contender in CONTENDERS}
