"""Dossiers as text: every value is the same after writing and reading."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from attrs import fields

from entente import (
    Commitment,
    Dossier,
    Metric,
    Period,
    Source,
    SourceKind,
    Target,
    Theme,
    converter,
    dumps,
    loads,
)
from entente.errors import (
    FormatError,
)
from entente.files import excerpt
from entente.files._converter import to_plain
from entente.files._formats import FORMATS, read
from entente.records._parts import PARTS
from entente.records._walk import parts
from full_dossier import FULL, HELD

PATROL: dict[str, Any] = {"id": "patrol", "summary": "Patrol."}


def full_fields() -> set[tuple[str, str]]:
    """Return the class and name of every field that has a value somewhere."""
    from_records: set[tuple[str, str]] = set()
    for record in FULL.records:
        for _, part in parts(record):
            for attribute in fields(type(part)):  # type: ignore[arg-type]
                if getattr(part, attribute.name) != attribute.default:
                    from_records.add((type(part).__name__, attribute.name))
    return from_records


def test_the_full_dossier_uses_every_field() -> None:
    """The full dossier has a value for every field of every record and part."""
    kinds = {
        type(part) for record in FULL.records for _, part in parts(record)
    }
    assert {kind.__name__ for kind in kinds} == {
        *(part.__name__ for part in PARTS), "Theme", "Party", "Office", "Minister", "Source", "Event", "Meeting",
        "Agreement", "Commitment", "Metric", "Statement",
    }  # fmt: skip
    every = {
        (kind.__name__, attribute.name)
        for kind in kinds
        for attribute in fields(kind)  # type: ignore[arg-type]
    }
    assert every - full_fields() == {("Source", "citations")}


@pytest.mark.parametrize("format", FORMATS)
def test_a_dossier_is_the_same_after_writing_and_reading(format: str) -> None:
    """Writing and reading keep every field, and the stated words of dates."""
    again = loads(dumps(FULL, format=format), format=format)
    assert again == FULL
    due = again.commitments["patrol"].due
    assert due is not None
    assert due.stated == "by the spring"
    assert dumps(again, format=format) == dumps(FULL, format=format)


@pytest.mark.parametrize("format", FORMATS)
def test_a_date_in_words_only_is_written_as_its_words(format: str) -> None:
    """It needs no EDTF in a file; written with `XXXX-XX-XX` it reads as the same."""
    promise = Commitment(**PATROL, due=Period(stated="at once: now"))
    plain = to_plain([promise])["commitments"]
    assert plain == [{**PATROL, "due": {"stated": "at once: now"}}]
    written = dumps(Dossier([promise]), format=format)
    assert "XXXX" not in written
    due = loads(written, format=format).commitments["patrol"].due
    assert repr(due) == "Period(stated='at once: now')"
    in_full = {"edtf": "XXXX-XX-XX", "stated": "at once: now"}
    again = converter().structure({**PATROL, "due": in_full}, Commitment)
    assert repr(again.due) == repr(due)


def test_a_date_of_which_nothing_is_said_is_written_as_edtf() -> None:
    """`XXXX-XX-XX` without words is a text as any other."""
    promise = Commitment(**PATROL, due="XXXX-XX-XX")
    assert '"due": "XXXX-XX-XX"' in dumps(Dossier([promise]))


def test_plain_data_equals_the_data_of_a_file() -> None:
    """`to_plain` returns the lists, tables and texts that a file contains."""
    assert {"entente": 1, **to_plain(FULL.records)} == read(
        dumps(FULL), "json"
    ).data


@pytest.mark.parametrize("first", FORMATS)
@pytest.mark.parametrize("second", FORMATS)
def test_all_formats_hold_the_same_data(first: str, second: str) -> None:
    """A dossier holds the same data in every format."""
    assert (
        read(dumps(FULL, format=first), first).data
        == read(dumps(FULL, format=second), second).data
    )


def test_only_fields_with_values_are_written() -> None:
    """Empty fields and kinds are omitted; dates and amounts are written as text."""
    dossier = Dossier(
        [
            Commitment(
                id="patrol",
                summary="Patrol.",
                by=("FR",),
                due=Period("2024-21", stated="spring"),
                made="2024",
            ),
            Metric(
                id="m",
                name="M",
                unit="people",
                targets=(Target(value="> 250 people"),),
            ),
            Source(id="s", title="S", kind=SourceKind.READOUT),
        ]
    )
    assert json.loads(dumps(dossier)) == {
        "entente": 1,
        "sources": [{"id": "s", "title": "S", "kind": "readout"}],
        "commitments": [
            {
                "id": "patrol",
                "summary": "Patrol.",
                "by": ["FR"],
                "made": "2024",
                "due": {"edtf": "2024-21", "stated": "spring"},
            }
        ],
        "metrics": [
            {
                "id": "m",
                "name": "M",
                "unit": "people",
                "targets": [{"value": "> 250 people"}],
            }
        ],
    }


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("json", '{\n  "entente": 1\n}\n'),
        ("toml", "entente = 1\n"),
        ("yaml", "entente: 1\n"),
    ],
)
def test_an_empty_dossier_has_only_a_version(format: str, text: str) -> None:
    """An empty dossier is written as the version of the format."""
    assert dumps(Dossier(), format=format) == text
    assert loads(text, format=format) == Dossier()


def test_changing_a_value_changes_one_line() -> None:
    """Two dossiers that differ in one value differ in one line."""
    changed = FULL.with_records(
        Theme(id="migration", label="Movement", **HELD)
    )
    for format in FORMATS:
        before, after = (
            dumps(dossier, format=format).splitlines()
            for dossier in (FULL, changed)
        )
        assert (
            sum(old != new for old, new in zip(before, after, strict=True))
            == 1
        )


@pytest.mark.parametrize(
    "written",
    [
        "2024-01-30",
        '"2024-01-30"',
        "{ edtf = '2024-01-30', stated = 'on Tuesday' }",
        "2024-01-30T10:00:00",
        "2024-01-30 10:00:00Z",
    ],
)
def test_toml_dates_are_dates(written: str) -> None:
    """TOML's own dates are accepted; a time of day is dropped."""
    dossier = loads(
        f'entente = 1\n[[events]]\nid = "a"\nname = "A"\nwhen = {written}\n',
        format="toml",
    )
    assert dossier.events["a"].when == Period("2024-01-30")


def test_records_keep_their_order_within_a_kind() -> None:
    """Records keep their order within a kind, whatever the order of kinds."""
    text = '{"commitments": [{"id": "b", "summary": "B."}, {"id": "a", "summary": "A."}], "entente": 1, "themes": []}'
    assert loads(text).commitments.ids == ("b", "a")


@pytest.mark.parametrize(
    "action",
    [
        partial(loads, "{}"),
        partial(dumps, Dossier()),
        partial(excerpt, FULL["migration"]),
    ],
    ids=["loads", "dumps", "excerpt"],
)
@pytest.mark.parametrize(
    ("format", "message"),
    [
        ("jsn", "'jsn' is not a format; did you mean 'json'?"),
        ("csv", "'csv' is not a format; write one of json, toml, yaml"),
        ("JSON", "'JSON' is not a format; write one of json, toml, yaml"),
    ],
)
def test_an_unknown_format_is_an_error(
    action: Callable[..., object], format: str, message: str
) -> None:
    """The error suggests the nearest format or lists them all."""
    with pytest.raises(FormatError) as caught:
        action(format=format)
    assert str(caught.value) == message


def test_the_default_format_is_json() -> None:
    """Without a format, texts are read and written as JSON."""
    assert loads(dumps(FULL)) == FULL
    assert dumps(FULL) == dumps(FULL, format="json")


def test_compact_json_is_one_line() -> None:
    """Compact JSON is one line without spaces and reads back the same."""
    text = dumps(FULL, compact=True)
    assert text.startswith(
        '{"entente":1,"themes":[{"id":"migration","label":"Migration",'
    )
    assert text.index("\n") == len(text) - 1
    assert loads(text) == FULL


@pytest.mark.parametrize(
    ("format", "text"),
    [
        (
            "json",
            '{\n  "themes": [\n    {\n      "id": "a",\n      "label": "A"\n    }\n  ]\n}\n',
        ),
        ("toml", '\n[[themes]]\nid = "a"\nlabel = "A"\n'),
        ("yaml", "themes:\n  - id: a\n    label: A\n"),
    ],
)
def test_an_excerpt_is_a_record_as_in_a_file(format: str, text: str) -> None:
    """An excerpt is the part of a file that holds the record, in TOML by default."""
    theme = Theme(id="a", label="A")
    assert excerpt(theme, format=format) == text
    assert (excerpt(theme) == text) is (format == "toml")
