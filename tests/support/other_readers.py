"""The other ways to read a text: without compiled readers, without msgspec, without libyaml."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from typing import Any, NoReturn
from unittest.mock import patch

import yaml

from entente import Dossier
from entente.errors import LoadError
from entente.files import _converter, _reading
from entente.files._converter import Loader
from entente.files._quick import Readers, _stream
from entente.files._quick._tables import DICTS, TableForm, structs
from entente.files._reading import Reading

Outcome = Dossier | tuple[str, ...]


class Refusing(Readers):
    """Readers that leave everything to the strict hooks."""

    def one(self, cls: type, table: object) -> Any:
        """Refuse a table."""
        self.has_refused = True
        raise ValueError(cls, table)

    def many(
        self,
        cls: type,
        portions: Iterable[list[object]],
        form: TableForm = DICTS,
    ) -> tuple[Any, ...]:
        """Refuse a list."""
        self.has_refused = True
        raise ValueError(cls)


_REFUSING = Refusing()
STRICT = _converter._converter(_REFUSING)


def outcome(read: Callable[[], Dossier]) -> Outcome:
    """Return the dossier that is read, or the problems in the words of the message."""
    try:
        return read()
    except LoadError as error:
        return tuple(map(str, error.problems))


def _refuse(*_: object) -> NoReturn:
    raise ValueError


def strictly(text: str, format: str, file: str | None = None) -> Dossier:
    """Read a text by the strict hooks alone, which know every fault."""
    with patch.object(_reading, "read_lists", _refuse):
        _REFUSING.reset()
        reading = Reading(Loader(STRICT, _REFUSING))
        reading.add(text, format, file)
        return reading.dossier()


@contextmanager
def tables(form: str, portion: int = 2**14) -> Generator[None]:
    """Have JSON decoded into tables of a form, "dicts" or "structs", and in portions of so many characters."""
    chosen = structs if form == "structs" else lambda: None
    with (
        patch.object(_stream, "structs", chosen),
        patch.object(_stream, "_PORTION", portion),
    ):
        yield


@contextmanager
def without_libyaml() -> Generator[None]:
    """Have YAML read by PyYAML's own scanner."""
    with patch.object(yaml, "CSafeLoader", yaml.SafeLoader):
        yield
