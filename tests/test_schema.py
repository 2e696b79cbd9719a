"""The JSON Schema says what `load` takes, so far as a schema can."""

from __future__ import annotations

import datetime
import json
import tomllib
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import fields
from hypothesis import given

import entente
from entente import Dossier, converter, dumps, schema
from entente.errors import QueryError
from entente.files import _schema_making as making
from entente.files._documents import Plain
from entente.files._formats import read
from entente.files._meanings import MEANINGS
from entente.files._quick._fields import classes
from entente.records._model import KINDS
from entente.strategies import dossiers
from full_dossier import FULL
from handwritten import TOML, YAML
from law_helpers import FORMATS, LAW
from malformed import Edits, edited
from schema_faults import Validator, faults, validator_of

ROOT: Final = Path(__file__).parent.parent


# --- the schema itself ---------------------------------------------------------------------------


def test_the_file_is_fresh(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file in the package is what the classes make.

    To renew it: python -c "from entente.files import _schema_making as making; making.renew()"
    """
    kept = making.FILE.read_text(encoding="utf-8")
    monkeypatch.setattr(making, "FILE", tmp_path / making.FILE.name)
    making.renew()
    assert making.FILE.read_text(encoding="utf-8") == kept


@pytest.mark.parametrize("kind", [None, *KINDS])
def test_the_schema_is_one(kind: str | None) -> None:
    """The schema of a file and that of each kind of record are valid JSON Schema."""
    Validator.check_schema(schema(kind))


def test_it_is_nobody_elses() -> None:
    """What a caller does to the schema changes nothing for the next."""
    schema().clear()
    assert schema()


@pytest.mark.parametrize(
    ("kind", "cure"),
    [
        ("commitment", "did you mean 'commitments'?"),
        ("party", "did you mean 'parties'?"),
        ("?", f"the kinds are {', '.join(KINDS)}"),
    ],
)
def test_a_kind_has_its_name_in_files(kind: str, cure: str) -> None:
    """The name of one record is refused, with the name that its list has."""
    with pytest.raises(QueryError) as caught:
        schema(kind)
    assert str(caught.value) == f"{kind!r} is not a kind of record; {cure}"


def test_nothing_is_defined_in_vain() -> None:
    """Each definition is referred to by another, or by the lists of records."""
    text = json.dumps(schema())
    defined = schema()["$defs"]
    assert isinstance(defined, dict)
    assert [name for name in defined if f'#/$defs/{name}"' not in text] == []


def test_a_record_brings_what_it_refers_to() -> None:
    """The schema of a kind has the definitions that it needs, and no others."""
    assert set(schema("themes")["$defs"]) == {  # type: ignore[call-overload]
        *("Citation", "Identifier", "Basis"),
        *("fingerprint", "id", "range", "text"),
    }


def properties(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """List all properties of the tables of a schema."""
    for key, value in table.items():
        if isinstance(value, Mapping):
            if key == "properties":
                yield from value.items()
            yield from properties(value)


def test_every_field_is_described() -> None:
    """Each key has a description that is a sentence, for whoever hovers over it."""
    tables = {
        name: table
        for name, table in making.make()["$defs"].items()
        if "properties" in table
    }
    silent = [
        f"{name}.{key}"
        for name, table in tables.items()
        for key, value in table["properties"].items()
        if not value["description"].endswith(".")
    ]
    assert silent == []


def test_no_meaning_is_left_over() -> None:
    """Each sentence on a field is that of a field."""
    names = {
        name
        for cls in classes()
        for each in fields(cls)
        for name in (each.name, f"{cls.__name__}.{each.name}")
    }
    assert set(MEANINGS) <= names


def test_words_keep_their_order_and_meaning() -> None:
    """A ladder is listed from its lowest rung, and each word has its meaning beside it."""
    firmness = making.make()["$defs"]["Firmness"]
    assert firmness["enum"] == [word.value for word in entente.Firmness]
    assert (
        firmness["enumDescriptions"][0]
        == 'Expresses a wish: "should", "hope to".'
    )
    shown = firmness["x-intellij-enum-metadata"]
    assert list(shown) == firmness["enum"]
    assert [each["description"] for each in shown.values()] == firmness[
        "enumDescriptions"
    ]
    assert (
        firmness["x-taplo"]["docs"]["enumValues"]
        == firmness["enumDescriptions"]
    )


# --- what loads is valid -------------------------------------------------------------------------

FILES: Final = [
    file
    for folder in ("src/entente/dossiers", "examples")
    for file in sorted((ROOT / folder).rglob("*.toml"))
    if "entente" in tomllib.loads(file.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_dossiers_are_valid(file: Path) -> None:
    """So are those that come with the library, and those of the examples."""
    assert faults(tomllib.loads(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("format", FORMATS)
def test_every_field_is_valid(format: str) -> None:
    """A dossier with a value in every field is valid in each format."""
    assert faults(read(dumps(FULL, format=format), format).data) == []


@pytest.mark.parametrize("kind", KINDS)
def test_records_are_valid(kind: str) -> None:
    """The schema of a kind takes each record of that kind."""
    records = json.loads(dumps(FULL))[kind]
    one = Validator(schema(kind))
    assert [faults(record, one) for record in records] == [[]] * len(records)


@pytest.mark.parametrize(("text", "format"), [(TOML, "toml"), (YAML, "yaml")])
def test_what_people_write_is_valid(text: str, format: str) -> None:
    """A layout of one's own makes no difference."""
    assert faults(read(text, format).data) == []


def test_the_examples_of_the_reference_are_valid() -> None:
    """So are the examples of every key."""
    page = (ROOT / "docs/reference/records.md").read_text(encoding="utf-8")
    _, *blocks = page.split("```{in-every-format}\n")
    _, *examples = [block.partition("\n```")[0] for block in blocks]
    assert faults(tomllib.loads("entente = 1\n" + "\n".join(examples))) == []


@LAW
@given(dossiers())
def test_whatever_is_written_is_valid(dossier: Dossier) -> None:
    """Every dossier is valid in every format that it is written in."""
    for format in FORMATS:
        assert faults(read(dumps(dossier, format=format), format).data) == []


@pytest.mark.parametrize(
    "edits",
    [
        {"commitments.0.due": datetime.date(2024, 7, 1)},
        {"commitments.0.due": "2024-07-01T10:00:00Z"},
        {"commitments.0.due": "[..2024-05-31]"},
        {"commitments.0.due": {"stated": "promptly"}},
        {"commitments.0.due": {"edtf": "2024~", "stated": "about 2024"}},
        {"commitments.0.runs": {"edtf": "2023-05/", "as_of": "2024-01-30"}},
        {"commitments.0.runs": "../202X-1X"},
        {"metrics.0.observations.0.value": "≥ 72.2e6 EUR per P1Y"},
        {"metrics.0.observations.0.value": "~ > 250 <= 500 people"},
        {"metrics.0.observations.0.value": "36%"},
        {"metrics.0.observations.0.value": "500,000 155mm shells"},
        {"metrics.0.observations.0": {"as_of": "2024", "change": "−36 per cent", "against": "2022"}},
        {"$schema": "./dossier.schema.json"},
    ],
    ids=str,
)  # fmt: skip
def test_other_ways_to_write_it_are_valid(edits: Edits) -> None:
    """What `load` takes besides what `save` writes is valid, too."""
    data = edited(edits)
    assert entente.loads(json.dumps(data, default=str))
    assert faults(data) == []


# --- fields that go together ---------------------------------------------------------------------

ABSENT: Final = None

TOGETHER: Final[Mapping[str, Mapping[str, tuple[Any, ...]]]] = {
    "Amount": {"value": (ABSENT, "5 ships"), "times": (ABSENT, "2")},
    "Anchor": {
        "record": ("a",),
        "after": (ABSENT, "P6M"),
        "before": (ABSENT, "P6M"),
    },
    "Citation": {
        "source": ("a",),
        "basis": (ABSENT, "stated", "inferred"),
        "note": (ABSENT, "By look-up."),
    },
    "Condition": {
        "kind": (ABSENT, "approval"),
        "waits_for": (ABSENT, "a"),
        "text": (ABSENT, "A vote."),
        "count": (ABSENT, "3 votes"),
    },
    "Consent": {
        "kind": tuple(word.value for word in entente.ConsentKind),
        "on": (ABSENT, "2024", "2024/2025"),
    },
    "Metric": {
        "id": ("a",),
        "name": ("A",),
        "unit": ("people",),
        "baseline": (
            ABSENT,
            {"period": "2024", "value": "5 people"},
            {"period": "2024", "change": "5 %", "against": "2023"},
        ),
    },
    "Observation": {
        "period": (ABSENT, "2024"),
        "as_of": (ABSENT, "2024"),
        "value": (ABSENT, "5 %"),
        "change": (ABSENT, "5 %"),
        "against": (ABSENT, "2023"),
    },
    "Participation": {
        "minister": (ABSENT, "a"),
        "office": (ABSENT, "b"),
        "party": (ABSENT, "c"),
        "role": (ABSENT, "host"),
    },
    "Statement": {
        "id": ("a",),
        "summary": ("A.",),
        "act": ("claim",),
        "speakers": ([], ["b"]),
    },
}
"""Values for the fields of each class that checks more than one field by itself."""

DATES: Final[Mapping[str, tuple[Any, ...]]] = {
    "edtf": (ABSENT, "2024", "2023/2024", "2023/", "nonsense"),
    "stated": (ABSENT, "for now", " "),
    "as_of": (ABSENT, "2024-01-30", "2024"),
    "said": (ABSENT, "2024"),
}


def combinations(
    values: Mapping[str, tuple[Any, ...]],
) -> Iterator[dict[str, Any]]:
    """List the tables that hold any of the values of each key."""
    for chosen in product(*values.values()):
        yield {
            key: value
            for key, value in zip(values, chosen, strict=True)
            if value is not ABSENT
        }


def is_read(table: Plain, cls: type) -> bool:
    """Say whether a record or part of a class can be read of a table."""
    try:
        converter().structure(table, cls)
    except Exception:  # noqa: BLE001 -- whatever it is, it is no such record
        return False
    return True


def test_all_such_rules_are_known() -> None:
    """Each class that checks itself is compared with the schema."""
    checked = [cls for cls in classes() if hasattr(cls, "__attrs_post_init__")]
    assert {cls.__name__ for cls in checked} == set(TOGETHER)


@pytest.mark.parametrize("name", TOGETHER)
def test_fields_go_together_as_in_the_records(name: str) -> None:
    """The schema takes those combinations of fields that make a record, and no others."""
    cls, of_schema = getattr(entente, name), validator_of(name)
    for table in combinations(TOGETHER[name]):
        assert (faults(table, of_schema) == []) is is_read(table, cls), table


@pytest.mark.parametrize(
    ("cls", "key", "others"),
    [
        (entente.Name, "period", {"name": "A"}),
        (entente.Target, "due", {"value": "5 ships"}),
    ],
)
def test_the_table_of_a_date_is_read_alike(
    cls: type, key: str, others: dict[str, Plain]
) -> None:
    """The schema takes those tables of a span or a date that are read, and no others."""
    of_schema = validator_of(cls.__name__)
    for date in combinations(DATES):
        table = {**others, key: date}
        assert (faults(table, of_schema) == []) is is_read(table, cls), table
