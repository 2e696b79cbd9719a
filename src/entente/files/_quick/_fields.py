"""What compiled code is made of: the classes, their fields, and values that are shared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import NoneType
from typing import Any, Final, get_args, get_origin

from attrs import Attribute, fields, has

from entente.records._model import KINDS, Range
from entente.values._period import Period
from entente.values._quantity import Quantity

LEAVES: Final = (Period, Quantity, Range)
"""The classes of values that a file holds as one text."""


@cache
def classes() -> tuple[type, ...]:
    """List the classes of records and of what stands within them, each after those that it holds."""
    seen: dict[type, None] = {}

    def walk(cls: type) -> None:
        for attribute in fields(cls):
            if holds_parts(attribute):
                walk(inner(attribute))
        seen[cls] = None

    for cls in KINDS.values():
        walk(cls)
    return tuple(seen)


def inner(attribute: Attribute[Any]) -> Any:
    """Return the type of a field without the ``None`` or the tuple around it."""
    expected = attribute.type
    options = [option for option in get_args(expected) if option not in (NoneType, ...)]
    return options[0] if options else expected


def is_listed(attribute: Attribute[Any]) -> bool:
    """Say whether a field holds several values."""
    return get_origin(attribute.type) is tuple


def holds_parts(attribute: Attribute[Any]) -> bool:
    """Say whether tables stand in a field."""
    return has(inner(attribute)) and inner(attribute) not in LEAVES


def default(cls: type, attribute: Attribute[Any]) -> str:
    """Return what compiled code calls the default of a field."""
    plain = attribute.default is None or attribute.default in (False, ())
    return (
        repr(attribute.default) if plain else f"{cls.__name__}_{attribute.name}_default"
    )


def defaults() -> dict[str, Any]:
    """Return the defaults of all fields by what compiled code calls them."""
    return {
        f"{cls.__name__}_{each.name}_default": each.default
        for cls in classes()
        for each in fields(cls)
    }


class Shared:
    """Values by what stands for them, each made when it first stands there.

    Compiled code looks into `known`, and calls `new` for what is not there: a class of its own with
    ``__missing__`` would take several times as long to look into.
    """

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self.known: dict[Any, Any] = {}
        self._make = make

    def new(self, key: Any) -> Any:
        """Make the value of a key, and keep it."""
        value = self.known[key] = self._make(key)
        return value

    def get(self, key: Any) -> Any:
        """Return the value of a key."""
        try:
            return self.known[key]
        except KeyError:
            return self.new(key)


def called(values: Mapping[str, Shared]) -> dict[str, Any]:
    """Return what compiled code calls shared values, and what it calls for a new one."""
    known = {name: each.known for name, each in values.items()}
    return {**known, **{f"new_{name}": each.new for name, each in values.items()}}
