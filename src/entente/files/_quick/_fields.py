"""The classes and fields that readers and writers are generated from."""

from __future__ import annotations

from functools import cache
from types import NoneType
from typing import Any, Final, get_args, get_origin

from attrs import Attribute, fields, has

from entente.records._model import KINDS
from entente.records._parts import Range
from entente.values._duration import Duration
from entente.values._period import Period
from entente.values._quantity import Quantity

VALUES: Final = (Duration, Period, Quantity, Range)
"""The classes of values that a file holds as one text."""


@cache
def classes() -> tuple[type, ...]:
    """List the classes of records and their parts, each after the classes of its own parts."""
    found: dict[type, None] = {}

    def add(cls: type) -> None:
        for attribute in fields(cls):
            if holds_parts(attribute):
                add(inner_type(attribute))
        found[cls] = None

    for cls in KINDS.values():
        add(cls)
    return tuple(found)


def inner_type(attribute: Attribute[Any]) -> Any:
    """Return the type of a field without the ``None`` or the tuple around it."""
    options = [
        option
        for option in get_args(attribute.type)
        if option not in (NoneType, ...)
    ]
    return options[0] if options else attribute.type


def is_listed(attribute: Attribute[Any]) -> bool:
    """Say whether a field holds a tuple."""
    return get_origin(attribute.type) is tuple


def holds_parts(attribute: Attribute[Any]) -> bool:
    """Say whether a field holds parts, which are tables in a file."""
    inner = inner_type(attribute)
    return has(inner) and inner not in VALUES


def default_name(cls: type, attribute: Attribute[Any]) -> str:
    """Return how generated code refers to the default of a field."""
    if attribute.default is None or attribute.default in (False, ()):
        return repr(attribute.default)
    return f"{cls.__name__}_{attribute.name}_default"


def defaults() -> dict[str, Any]:
    """Return the defaults of all fields by the names that generated code uses."""
    return {
        f"{cls.__name__}_{attribute.name}_default": attribute.default
        for cls in classes()
        for attribute in fields(cls)
    }
