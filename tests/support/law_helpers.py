"""Settings and helpers for the laws that hold of every dossier."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve, fields, has
from hypothesis import settings, strategies as st

from entente import Dossier, Record
from entente.records._walk import references

EXAMPLES = int(os.environ.get("ENTENTE_FUZZ_EXAMPLES", "10"))
LAW = settings(max_examples=EXAMPLES)

FORMATS = ("json", "toml", "yaml")


def times(factor: int) -> settings:
    """Return settings for a law that is quickly tried: several times the examples of the profile."""
    return settings(max_examples=factor * settings().max_examples)


def within(value: object, kind: type) -> Iterator[Any]:
    """Yield every object of a type within a value."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from within(item, kind)
    elif has(type(value)):
        for attribute in fields(type(value)):  # type: ignore[arg-type]
            yield from within(getattr(value, attribute.name), kind)


def put(value: Any, path: Iterable[str | int], new: object) -> Any:
    """Return a value with `new` at a path."""
    steps = list(path)
    if not steps:
        return new
    step, *rest = steps
    if isinstance(step, int):
        return (*value[:step], put(value[step], rest, new), *value[step + 1 :])
    return evolve(value, **{step: put(getattr(value, step), rest, new)})


def word_for(record: Record) -> str:
    """Return the word for a record's kind."""
    return type(record).__name__.lower()


def by_id(records: Iterable[Record]) -> dict[str, Record]:
    """Return records by their ids, so that their order does not count."""
    return {record.id: record for record in records}


def closed(dossier: Dossier) -> st.SearchStrategy[Dossier]:
    """Make dossiers of some of the records, and of all that these name."""
    records = by_id(dossier.records)

    def close(ids: Iterable[str]) -> Dossier:
        kept: set[str] = set()
        ahead = list(ids)
        while ahead:
            id = ahead.pop()
            if id in records and id not in kept:
                kept.add(id)
                ahead += [named for _, named, _ in references(records[id])]
        return Dossier(
            record for record in dossier.records if record.id in kept
        )

    return st.sets(st.sampled_from([*records, ""])).map(close)
