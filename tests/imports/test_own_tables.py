"""Our own tables, read back: the dossier is the one that was written."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, strategies as st

import entente
from entente import (
    Citation,
    Commitment,
    Dossier,
    Period,
    Report,
    ReportedStatus,
    Source,
    SourceKind,
    Theme,
    exports,
    imports,
)
from entente.errors import LoadError, MissingExtraError, QueryError
from entente.strategies import dossiers
from full_dossier import FULL
from hostile import HOSTILE
from law_helpers import times

EXAMPLES = ("channel-2020-2024", "promises-kept", "uk-france")

FORMATS = ("parquet", "csv", "json", "sqlite")
"""The formats that are read back."""

ODD = Dossier(
    [
        *[
            Theme(
                id=f"t{number}",
                label=f"=1+1 {odd} x",
                aliases=(f"{odd} x".strip(), "'=1", "a; b"),
            )
            for number, odd in enumerate(HOSTILE.values())
        ],
        Commitment(
            id="worded",
            summary="'tis",
            made=Period(stated=" soon\r\n"),
            due=Period("2024", stated="=by 2024"),
        ),
    ]
)
"""Texts that try to be more than text, and that have white space around them."""


def back(folder: Path, dossier: Dossier, format: Any) -> Dossier:
    """Write the tables of a dossier, and read them."""
    written = exports.write(dossier, f"{folder}/{format}/", format)
    return imports.tables(written)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "dossier",
    [FULL, ODD, Dossier(), *map(entente.example, EXAMPLES)],
)
def test_tables_are_read_back(
    tmp_path: Path, dossier: Dossier, format: Any
) -> None:
    """What is read is what was written, with the words of its dates."""
    found = back(tmp_path, dossier, format)
    assert found == dossier
    assert entente.dumps(found) == entente.dumps(dossier)


def test_one_of_several_dossiers_is_read(tmp_path: Path) -> None:
    """Where tables hold several dossiers, it has to be said which is meant."""
    two = {"one": FULL, "two": ODD}
    written = exports.write(two, tmp_path / "two.sqlite")
    for name, dossier in two.items():
        assert imports.tables(written, name=name) == dossier
    for wanted, message in {
        None: "holds one and two; give the name of one",
        "tow": "has no dossier 'tow'; did you mean 'two'?",
        "xyzzy": "has no dossier 'xyzzy'; it holds one and two",
    }.items():
        with pytest.raises(QueryError) as caught:
            imports.tables(written, name=wanted)
        assert str(caught.value) == f"{written} {message}"


def test_a_folder_of_no_dossier_is_refused(tmp_path: Path) -> None:
    """Tables of no dossier at all are no dossier."""
    exports.write({}, tmp_path, "csv")
    with pytest.raises(QueryError, match="holds no dossier; give the name"):
        imports.tables(tmp_path)


SMALL = Dossier(
    [
        Theme(id="a", label="A", aliases=("B", "C")),
        Theme(id="b", label="B", broader=("a",)),
        Commitment(
            id="c",
            summary="Patrol.",
            made="2024",
            reports=(
                Report(
                    on="2024",
                    by="FR",
                    status=ReportedStatus.COMPLETED,
                    citations=(Citation(source="s", lines="3"),),
                ),
            ),
        ),
        Source(id="s", title="S", kind=SourceKind.REPORT),
    ]
)


@pytest.mark.parametrize(
    ("table", "old", "new", "problem"),
    [
        ("commitments", ",2024,", ",2024-15,", "commitments.csv:2:18: made (c): made: '2024-15' is not a date: there is no month 15"),
        ("commitments", "c,0,", ",0,", "commitments.csv:2:2: id: the id is empty"),
        ("commitments", "c,0,", "c,x,", "commitments.csv:2:3: place: 'x' is not a place, from 0"),
        ("commitments", "summary", "summry", "commitments.csv: the table has no column 'summary'"),
        ("themes", "b,1", "a,1", "themes.csv:3:2: id: two rows have the id 'a'"),
        ("themes", ",B,a,", ",B,z,", "themes.csv:3:5: broader (b): there is no theme 'z'"),
        ("themes", "B; C", "B; D", "themes.csv:2:6: aliases: 'B; D' is not what the table listed_texts has for it; correct both"),
        ("listed_texts", "aliases/1", "aliases/2", "listed_texts.csv:3:4: path: 'aliases/2' does not follow the one before"),
        ("listed_texts", "aliases/1", "label", "listed_texts.csv:3:4: path: 'label' does not follow the one before"),
        ("listed_texts", "aliases/1", "label/1", "listed_texts.csv:3:4: path: 'label/1' does not follow the one before"),
        ("listed_texts", "aliases/1", "label/0/aliases/1", "listed_texts.csv:3:4: path: no row is there for what holds a: label/0/aliases/1"),
        ("listed_texts", "a,aliases/1", "a,note", "themes.csv:2:6: aliases: 'B; C' is not what the table listed_texts has for it"),
        ("listed_texts", "themes,a", "themes,z", "listed_texts.csv:2:4: path: no row is there for what holds z: aliases/0"),
        ("citations", "reports/0", "reports/1", "citations.csv:2:4: path: no row is there for what holds c: reports/1/citations/0"),
        ("commitments", ",false,", ",perhaps,", "(c): continuing: 'perhaps' is not true or false"),
        ("reports", ",2024,", ",soon,", "reports.csv:2:7: on (c): reports.on: 'soon' is not a date"),
        ("citations", ",3,3", ",4,3", "citations.csv:2:10: lines_first (c): reports.citations.lines: '4-3'"),
        ("reports", "d,commitments", "e,commitments", "reports.csv:2:1: dossier: the table dossiers has no 'e'"),
    ],
)  # fmt: skip
def test_tables_that_were_changed_are_read_or_refused(
    tmp_path: Path, table: str, old: str, new: str, problem: str
) -> None:
    """What fits nowhere is refused with its row and column; nothing is left out."""
    exports.write(SMALL, tmp_path, "csv", name="d")
    file = tmp_path / f"{table}.csv"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
    with pytest.raises(LoadError) as caught:
        imports.tables(tmp_path)
    assert problem in str(caught.value)


def test_a_table_without_its_dossier_is_refused(tmp_path: Path) -> None:
    """An empty cell where a dossier is named is no dossier of its own."""
    exports.write(SMALL, tmp_path, "json", name="d")
    file = tmp_path / "themes.json"
    file.write_text(file.read_text().replace('"dossier": "d", ', "", 1))
    with pytest.raises(LoadError) as caught:
        imports.tables(tmp_path)
    assert "themes.json:2: dossier: the table dossiers has no ''" in str(
        caught.value
    )


NO_TABLES = "name a folder of Parquet, CSV or JSON that was written, or a file that ends in .sqlite"


def test_what_holds_no_tables_is_refused(tmp_path: Path) -> None:
    """Other files and folders are refused, with what to name instead."""
    parts = exports.write([("a", SMALL)], tmp_path / "lake", "csv")
    for path, message in {
        tmp_path: f"the folder holds no tables of a dossier; {NO_TABLES}",
        parts: f"the folder holds no tables of a dossier; read one dossier, such as {parts / 'a'}",
        tmp_path / "a.xlsx": f"these are no tables that can be read back; {NO_TABLES}",
        tmp_path / "a.sqlite": "dossiers cannot be read: unable to open database file",
    }.items():  # fmt: skip
        with pytest.raises(LoadError) as caught:
            imports.tables(path)
        assert str(caught.value) == f"1 problem\n  {path}: {message}"
    assert imports.tables(parts / "a") == SMALL


@pytest.mark.parametrize(
    ("format", "text", "message"),
    [
        ("parquet", "?", "this is no file of Parquet: "),
        ("parquet", None, "this is no file of Parquet: "),
        ("csv", 'dossier\n"d', "this is not CSV: unexpected end of data"),
        ("csv", "dossier,id\nd\n", "line 2 has 1 cells, the header 2"),
        ("csv", None, "the file cannot be read: no such file or directory"),
        ("json", "{}", "the file holds no list of rows"),
        ("json", "[1]", "the file holds no list of rows"),
        ("json", '[{"id": "a", "id": "b"}]', "themes.json:1:14: [0].id: "),
        ("json", "[", "themes.json:1:2: "),
    ],
)  # fmt: skip
def test_a_file_that_is_no_table_is_refused(
    tmp_path: Path, format: Any, text: str | None, message: str
) -> None:
    """A table that is missing or cannot be read is not an empty one."""
    exports.write(SMALL, tmp_path, format, name="d")
    file = tmp_path / f"themes.{format}"
    file.unlink() if text is None else file.write_text(text)
    with pytest.raises(LoadError) as caught:
        imports.tables(tmp_path)
    assert message in str(caught.value)


def test_a_database_without_a_table_is_refused(tmp_path: Path) -> None:
    """A table that a database has not is not an empty one."""
    file = exports.write(SMALL, tmp_path / "d.sqlite")
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("DROP TABLE links")
    with pytest.raises(LoadError) as caught:
        imports.tables(file)
    assert str(caught.value) == (
        f"1 problem\n  {file}: links cannot be read: no such table: links"
    )


def test_pyarrow_is_an_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without pyarrow the error names the extra."""
    exports.write(SMALL, tmp_path, "parquet")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(
        MissingExtraError, match=r"^reading Parquet needs the extra 'tables': "
    ):
        imports.tables(tmp_path)


@pytest.mark.no_cover
@times(1)
@given(dossiers(), st.sampled_from(FORMATS))
def test_tables_of_any_dossier_are_read_back(
    dossier: Dossier, format: str
) -> None:
    """Whatever is in a dossier, no table loses any of it."""
    with TemporaryDirectory() as folder:
        found = back(Path(folder), dossier, format)
    assert entente.dumps(found) == entente.dumps(dossier)
