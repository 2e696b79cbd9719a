"""The JSON Schema of dossiers, for editors that complete and check, and for whoever fills one in."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import Any

from entente._text import did_you_mean, shorten
from entente.errors import QueryError
from entente.records._model import KINDS


def schema(kind: str | None = None) -> dict[str, object]:
    """Return the JSON Schema (2020-12) of a file of a dossier, or of one record of a `kind`.

    What it refuses, `load` refuses too. `load` refuses more: what is wrong between records, such as an id
    that no record has, and what takes a calendar or a list of units to know.

    Raises `QueryError` if there is no such kind.

    >>> list(schema()["properties"])[:4]
    ['$schema', 'entente', 'themes', 'parties']
    >>> schema("commitments")["required"]
    ['id', 'summary']
    >>> schema("commitment")
    Traceback (most recent call last):
        ...
    entente.errors.QueryError: 'commitment' is not a kind of record; did you mean 'commitments'?
    """
    file = resources.files("entente") / "dossier.schema.json"
    whole: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    if kind is None:
        return whole
    if kind not in KINDS:
        hint = did_you_mean(kind, KINDS) or f"the kinds are {', '.join(KINDS)}"
        raise QueryError(f"{shorten(kind)} is not a kind of record; {hint}")
    definitions: dict[str, dict[str, object]] = whole["$defs"]
    record = definitions[KINDS[kind].__name__]
    needed = _needed(record, definitions)
    return {
        "$schema": whole["$schema"],
        **record,
        "$defs": {
            name: definition
            for name, definition in definitions.items()
            if name in needed
        },
    }


_REFERENCE = re.compile(r'"#/\$defs/([^"]+)"')


def _needed(
    record: dict[str, object], definitions: dict[str, dict[str, object]]
) -> set[str]:
    """Return the names of the definitions that a schema refers to, and those refer to in turn."""
    needed: set[str] = set()
    waiting = [record]
    while waiting:
        named = {*_REFERENCE.findall(json.dumps(waiting.pop()))} - needed
        needed |= named
        waiting += [definitions[name] for name in named]
    return needed
