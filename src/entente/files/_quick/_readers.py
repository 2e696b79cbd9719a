"""The readers of a converter, and what they have seen: ids, fingerprints, colons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from typing import Any, Final, TypeAlias

from entente.files._quick._fields import classes
from entente.files._quick._shared import (
    PROCESS_WIDE,
    BoundedShared,
    Shared,
    looked_up,
    lookup_names,
    text,
    texts,
)
from entente.files._quick._source import (
    constants,
    ids_name,
    lists_name,
    reader_code,
    reference_kinds,
)
from entente.files._quick._tables import DICTS, TableForm

_Reader: TypeAlias = Callable[[object], Any]
"""Makes an object of a table, or raises some error at anything that it does not know."""

_MANY: Final = 2**12
"""How many ids are collected before they are checked together."""


class Readers:
    """Readers for all classes, for tables of any form.

    They count the colons of what they read, by which a JSON text shows whether all of it was read: see
    `entente.files._quick._stream`. `named` holds the ids that were named since the last `reset`, unless
    the shared values are `bounded`. A lock lets several threads use the same readers.
    """

    def __init__(self, *, bounded: bool = False) -> None:
        self.colons = 0
        """How many colons JSON has for what was read: one after each key, and those in texts."""
        self.has_refused = False
        """Whether a record was left to the strict hooks, so that `named` may not have all its ids."""
        shared = BoundedShared if bounded else Shared
        self._ids = {kinds: shared(text) for kinds in reference_kinds()}
        self._values = {"texts": shared(texts)}
        for kinds, ids in self._ids.items():
            self._values[ids_name(kinds)] = ids
            self._values[lists_name(kinds)] = shared(looked_up(ids))
        self._compiled: dict[TableForm, Mapping[type, _Reader]] = {}
        self._lock = Lock()
        # What was read since the last check.
        self._new_ids: list[str] = []
        self._new_fingerprints: list[str] = []
        self._new_counts: list[int] = []

    @property
    def named(self) -> Mapping[tuple[str, ...], Iterable[str]]:
        """The ids that were named, by the kinds of record that they may be of."""
        return {kinds: ids.known for kinds, ids in self._ids.items()}

    def reset(self) -> None:
        """Forget all that was read."""
        for values in self._values.values():
            values.known.clear()
        self.has_refused = False

    def one(self, cls: type, table: object) -> Any:
        """Return what a dict means, or raise at anything unusual."""
        read = self._readers(DICTS)[cls]
        with self._lock:
            self._forget_new()
            made = read(table)
            self._check_new()
        return made

    def many(
        self,
        cls: type,
        portions: Iterable[list[object]],
        form: TableForm = DICTS,
    ) -> tuple[Any, ...]:
        """Return what tables mean, which may come in portions, or raise at anything unusual."""
        read = self._readers(form)[cls]
        made: list[Any] = []
        with self._lock:
            self._forget_new()
            for tables in portions:
                made += map(read, tables)
                if len(self._new_ids) > _MANY:
                    self._check_new()
            self._check_new()
        return tuple(made)

    def _readers(self, form: TableForm) -> Mapping[type, _Reader]:
        if form not in self._compiled:
            names: dict[str, Any] = {
                **constants(),
                **lookup_names(PROCESS_WIDE),
                **lookup_names(self._values),
                "absent": form.absent,
                "worded": form.worded,
                "add_id": self._new_ids.append,
                "add_fingerprint": self._new_fingerprints.append,
                "count": self._new_counts.append,
            }
            exec(reader_code(form), names)  # noqa: S102 -- generated from our own classes
            self._compiled[form] = {
                cls: names[f"read_{cls.__name__}"] for cls in classes()
            }
        return self._compiled[form]

    def _check_new(self) -> None:
        """Check new ids and fingerprints together, which is several times faster than one by one."""
        if not are_ids(self._new_ids) or not are_fingerprints(
            self._new_fingerprints
        ):
            raise ValueError
        # A fingerprint holds two colons.
        self.colons += sum(self._new_counts) + 2 * len(self._new_fingerprints)
        self._forget_new()

    def _forget_new(self) -> None:
        self._new_ids.clear()
        self._new_fingerprints.clear()
        self._new_counts.clear()


def are_ids(texts: list[str]) -> bool:
    """Say whether all texts are ids: small letters and digits, with single hyphens between."""
    if not texts:
        return True
    # Joined by hyphens, an id that is empty or has a hyphen at an end makes two in a row.
    chain = f"-{'-'.join(texts)}-"
    if "--" in chain:
        return False
    return not chain.encode().translate(
        None, b"-abcdefghijklmnopqrstuvwxyz0123456789"
    )


_WORD_COUNT: Final = re.compile("[1-9][0-9]{0,8}", re.ASCII)
_TAIL: Final = 26
"""Length of the end of a fingerprint: ``:``, eight hex digits, ``:``, and sixteen more."""


def are_fingerprints(texts: list[str]) -> bool:
    """Say whether all texts are fingerprints, such as ``21:1dfd6f85:e95753ae49bef24b``."""
    count = len(texts)
    tails = "".join([each[-_TAIL:] for each in texts])
    if len(tails) != _TAIL * count:
        return False
    # All have the same length, so the first colons are at every 26th character from 0, the
    # second ones from 9.
    colons = ":" * count
    if tails[::_TAIL] != colons or tails[9::_TAIL] != colons:
        return False
    if len(tails.encode().translate(None, b"0123456789abcdef")) != 2 * count:
        return False
    return all(map(_WORD_COUNT.fullmatch, {each[:-_TAIL] for each in texts}))
