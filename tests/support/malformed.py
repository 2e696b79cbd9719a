"""A sound dossier, ways to spoil it, and what is reported of data that does not load."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from entente import load, loads, schema
from entente.errors import LoadError
from entente.files._documents import Plain
from entente.files._formats import FORMATS, read, write

SOUND: dict[str, Plain] = {
    "entente": 1,
    "themes": [
        {"id": "migration", "label": "Migration"},
        {"id": "boats", "label": "Boats", "broader": ["migration"]},
    ],
    "parties": [
        {
            "id": "calais",
            "name": "Calais Group",
            "kind": "grouping",
            "members": [{"party": "FR"}],
        },
        {
            "id": "police",
            "name": "Police",
            "kind": "body",
            "part_of": [{"party": "FR"}],
        },
    ],
    "offices": [
        {"id": "interior", "title": "Minister of the Interior", "party": "FR"},
        {
            "id": "home",
            "title": "Home Secretary",
            "party": "GB",
            "succeeds": ["interior"],
        },
    ],
    "ministers": [
        {
            "id": "darmanin",
            "name": "G. Darmanin",
            "tenures": [{"office": "interior", "period": "2020/.."}],
        }
    ],
    "sources": [
        {
            "id": "readout",
            "title": "Readout",
            "kind": "readout",
            "language": "en",
        }
    ],
    "events": [{"id": "games", "name": "Games", "when": "2024-07"}],
    "meetings": [
        {
            "id": "paris",
            "name": "Paris",
            "state": "held",
            "participations": [{"minister": "darmanin"}],
        }
    ],
    "agreements": [
        {
            "id": "treaty",
            "name": "Treaty",
            "adherences": [
                {"party": "GB", "steps": [{"kind": "signed", "on": "2003"}]}
            ],
        }
    ],
    "commitments": [
        {
            "id": "patrol",
            "summary": "Patrol more.",
            "by": ["FR"],
            "themes": ["boats"],
            "due": "2024-07",
            "reports": [{"on": "2025", "by": "GB", "status": "in_progress"}],
            "citations": [{"source": "readout", "lines": "3-4"}],
        },
        {"id": "pay", "summary": "Pay.", "part_of": "patrol"},
    ],
    "metrics": [
        {
            "id": "arrivals",
            "name": "Arrivals",
            "unit": "people",
            "observations": [{"period": "2023", "value": "29,437 people"}],
        }
    ],
    "statements": [
        {
            "id": "praise",
            "summary": "Well done.",
            "act": "praise",
            "speakers": ["home"],
        }
    ],
}

GONE = "a value that is taken out"

Edits = Mapping[str, Plain]
"""New values by their paths, such as ``commitments.0.due``."""

Cases = Mapping[str, tuple[Edits, list[str]]]
"""Edits by a name, each with the messages that it causes."""


def edited(edits: Edits) -> dict[str, Plain]:
    """Return the sound dossier with some values put in, in the place of others, or taken out."""
    data = copy.deepcopy(SOUND)
    for path, value in edits.items():
        *way, last = path.split(".")
        table: Any = data
        for step in way:
            is_list = isinstance(table, list)
            table = table[int(step) if is_list else step]
        if isinstance(table, list):
            table[int(last) :] = [value]
        elif isinstance(table, dict) and value == GONE:
            del table[last]
        elif isinstance(table, dict):
            table[last] = value
    return data


def can_hold(data: dict[str, Plain], format: str) -> bool:
    """Say whether a format can express data: TOML has no word for nothing, and no list of mixed records."""
    try:
        return read(write(data, format), format).data == data
    except LoadError:
        return False


def expressed(cases: Cases) -> list[tuple[str, str]]:
    """List the names of cases, each with the formats that can express it."""
    return [
        (name, format)
        for name, (edits, _) in cases.items()
        for format in FORMATS
        if can_hold(edited(edits), format)
    ]


def taken_by_schema(cases: Cases) -> list[str]:
    """List the cases that the JSON Schema takes, although they do not load."""
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(schema())
    return sorted(
        name
        for name, (edits, _) in cases.items()
        if validator.is_valid(edited(edits))
    )


def text_problems(text: str, format: str) -> list[str]:
    """Return all that is said of a text that does not load."""
    with pytest.raises(LoadError) as caught:
        loads(text, format=format)
    return [str(problem) for problem in caught.value.problems]


def file_problems(path: Path) -> list[str]:
    """Return all that is said of a file or folder that does not load."""
    with pytest.raises(LoadError) as caught:
        load(path)
    return [str(problem) for problem in caught.value.problems]


def assert_refused(case: tuple[Edits, list[str]], format: str) -> None:
    """Assert that a case causes its messages, and no others, in their order."""
    edits, expected = case
    with pytest.raises(LoadError) as caught:
        loads(write(edited(edits), format), format=format)
    # Lines and columns differ by the format.
    messages = [
        re.sub(
            r" at [\d:, and]+\d\)",
            " at …)",
            str(evolve(problem, line=None, column=None)),
        )
        for problem in caught.value.problems
    ]
    assert messages == expected


def assert_located(case: tuple[Edits, list[str]], format: str) -> None:
    """Assert that each problem of a case points at the key, item or table that it is about."""
    text = write(edited(case[0]), format)
    with pytest.raises(LoadError) as caught:
        loads(text, format=format)
    for problem in caught.value.problems:
        if not problem.path:
            continue
        assert problem.line is not None
        assert problem.column is not None
        pointed = text.splitlines()[problem.line - 1][problem.column - 1 :]
        key = problem.path[-1]
        if isinstance(key, str) and not problem.message.startswith(
            ("missing", "a change")
        ):
            assert pointed.lstrip("['\"").startswith(key)
        else:
            assert pointed.strip()
