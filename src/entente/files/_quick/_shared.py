"""Values that are made once for each distinct text, and shared by all records that hold them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from sys import intern
from typing import Any, Final

from entente.records._forms import CHANGE, FACTOR, LEVEL, ONE_DAY, Form
from entente.records._parts import Range
from entente.values._duration import Duration
from entente.values._period import Period
from entente.values._quantity import Quantity, read_change


class Shared:
    """Values by their plain form, each made when it is first asked for.

    Generated code looks into `known` itself and calls `new` for what is not there; a dict with
    ``__missing__`` takes several times as long.
    """

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self.known: dict[Any, Any] = {}
        self._make = make

    def new(self, key: Any) -> Any:
        """Make and keep the value of a key."""
        value = self.known[key] = self._make(key)
        return value

    def get(self, key: Any) -> Any:
        """Return the value of a key."""
        try:
            return self.known[key]
        except KeyError:
            return self.new(key)


LIMIT: Final = 2**16
"""How many values are kept at most where they outlive a load: some ten megabytes of dates."""


class BoundedShared(Shared):
    """Shared values that are forgotten when there are `limit` of them."""

    def __init__(self, make: Callable[[Any], Any], limit: int = LIMIT) -> None:
        super().__init__(make)
        self.limit = limit

    def new(self, key: Any) -> Any:
        """Make and keep the value of a key."""
        if len(self.known) >= self.limit:
            self.known.clear()
        return super().new(key)


def lookup_names(values: Mapping[str, Shared]) -> dict[str, Any]:
    """Return what generated code looks shared values up in, and what it calls for a new one."""
    names: dict[str, Any] = {}
    for name, shared in values.items():
        names[name] = shared.known
        names[f"new_{name}"] = shared.new
    return names


def _from_text(make: Callable[[str], Any]) -> Callable[[Any], Any]:
    def from_text(value: object) -> object:
        if type(value) is not str:
            raise TypeError(value)
        return make(value)

    return from_text


def _from_text_of_form(
    make: Callable[[str], Any], form: Form[Any]
) -> Callable[[Any], Any]:
    def from_text(value: object) -> object:
        made = _from_text(make)(value)
        if form.fault(made) is not None:
            raise ValueError(value)
        return made

    return from_text


PROCESS_WIDE: Final = {
    "periods": BoundedShared(_from_text(Period)),
    "days": BoundedShared(_from_text_of_form(Period, ONE_DAY)),
    "levels": BoundedShared(_from_text_of_form(Quantity, LEVEL)),
    "changes": BoundedShared(_from_text_of_form(read_change, CHANGE)),
    "factors": BoundedShared(_from_text_of_form(Quantity, FACTOR)),
    "quantities": BoundedShared(_from_text(Quantity)),
    "durations": BoundedShared(_from_text(Duration)),
    "ranges": BoundedShared(_from_text(Range.of)),
}
"""Values that are kept from one load to the next: few days are named, and dossiers are loaded again."""


def text(value: object) -> str:
    """Return a text as records hold it, or raise at anything that is not one."""
    if type(value) is not str or not value or value.strip() != value:
        raise ValueError(value)
    if not value.isascii():
        # Half of a surrogate pair cannot be encoded.
        value.encode()
    return intern(value)


def texts(listed: tuple[object, ...]) -> tuple[tuple[str, ...], int]:
    """Return a list of texts, and how many colons they hold."""
    found = tuple(map(text, listed))
    return found, sum(each.count(":") for each in found)


def looked_up(ids: Shared) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    """Return what makes a tuple of shared ids of one that was read."""

    def look_up(listed: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(ids.get, listed))

    return look_up
