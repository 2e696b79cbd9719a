"""Tables in each format, opened by tools that others wrote."""

from __future__ import annotations

import asyncio
import csv
import json
import sqlite3
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

import duckdb
import frictionless
import openpyxl
import pandas
import polars
import pytest
import sqlite_utils
from datasette.app import Datasette
from pyarrow import parquet

from entente import Commitment, Dossier, Theme, exports
from entente._safe import from_csv_text, sheet_text
from entente.asking._selection import index_behind
from entente.errors import (
    FormatError,
    MissingExtraError,
    QueryError,
    SaveError,
)
from entente.exports._writing import FORMATS
from full_dossier import FULL
from hostile import HOSTILE

FOLDERS = ("parquet", "csv", "json")
"""The formats that are a folder."""

LONG = "very long " * 5_000
FORMULA = "=cmd|' /C calc'!A0"

HOSTILES = Dossier(
    [
        *[
            Theme(
                id=f"t{number}", label=f"=1+1 {odd} x", note=f"{odd} x".strip()
            )
            for number, odd in enumerate(HOSTILE.values())
        ],
        Theme(
            id="formula", label=FORMULA, aliases=("@SUM(A1)", "'=1", "'tis")
        ),
        Theme(id="long", label=LONG.strip()),
        Commitment(
            id="first", summary="+1", made="0001-01-01", due="9999-12-31"
        ),
        Commitment(
            id="early", summary="-1", made="1899-12-31", due="1900-02-28"
        ),
        Commitment(id="money", summary="1", made="2024-01-30", due="2024-02"),
    ]
)


ALL = Dossier([*FULL.records, *HOSTILES.records])
"""Every field, and texts that try to be more than text."""


def written_rows(table: str) -> list[tuple[object, ...]]:
    """Return the rows of a table as they are given to the writers."""
    index = index_behind(ALL.themes)
    return list(exports.tables()[table].rows(index, "d"))


def read_parquet(path: Path, table: str) -> list[tuple[object, ...]]:
    """Read a table with pyarrow."""
    found = parquet.read_table(path / f"{table}.parquet")
    return [tuple(row.values()) for row in found.to_pylist()]


def read_csv(path: Path, table: str) -> list[tuple[object, ...]]:
    """Read a table with the csv module, by the types of the description."""
    readers: dict[str, Callable[[str], object]] = {
        "boolean": lambda cell: {"true": True, "false": False}[cell],
        "integer": int,
        "number": float,
        "date": date.fromisoformat,
    }
    columns = exports.tables()[table].columns
    with (path / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        lines = iter(csv.reader(file))
        assert next(lines) == [column.name for column in columns]
        return [
            tuple(
                readers.get(column.type, from_csv_text)(cell) if cell else None
                for column, cell in zip(columns, line, strict=True)
            )
            for line in lines
        ]


def read_json(path: Path, table: str) -> list[tuple[object, ...]]:
    """Read a table with the json module."""
    columns = exports.tables()[table].columns
    found = json.loads((path / f"{table}.json").read_text("utf-8"))
    return [
        tuple(
            date.fromisoformat(row[column.name])
            if column.type == "date" and column.name in row
            else row.get(column.name)
            for column in columns
        )
        for row in found
    ]


def read_sqlite(path: Path, table: str) -> list[tuple[object, ...]]:
    """Read a table with sqlite-utils, which Datasette is made with."""
    types = [column.type for column in exports.tables()[table].columns]
    with closing(sqlite3.connect(path)) as opened:
        rows = [
            tuple(row.values())
            for row in sqlite_utils.Database(opened)[table].rows
        ]
    readers: dict[str, Callable[[Any], object]] = {
        "boolean": bool, "date": date.fromisoformat,
    }  # fmt: skip
    return [
        tuple(
            cell
            if cell is None or type not in readers
            else readers[type](cell)
            for cell, type in zip(row, types, strict=True)
        )
        for row in rows
    ]


def read_duckdb(path: Path, table: str) -> list[tuple[object, ...]]:
    """Read a table with DuckDB."""
    with closing(duckdb.connect(str(path), read_only=True)) as opened:
        return cast("list[tuple[object, ...]]", opened.table(table).fetchall())


READERS = {
    "parquet": read_parquet,
    "csv": read_csv,
    "json": read_json,
    "sqlite": read_sqlite,
    "duckdb": read_duckdb,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which tests of this module write once."""
    return tmp_path_factory.mktemp("tables")


@pytest.fixture(scope="module")
def paths(folder: Path) -> dict[str, Path]:
    """All of it in each format."""
    return {
        format: exports.write(
            ALL,
            folder / (format if format in FOLDERS else f"all.{format}"),
            format,
            name="d",
        )
        for format in FORMATS
    }


# --- every format ----------------------------------------------------------------------------


@pytest.mark.parametrize("format", READERS)
def test_each_format_holds_the_same_rows(
    format: str, paths: dict[str, Path]
) -> None:
    """Each table of each format reads as it was written, hostile texts and far dates too."""
    for table in exports.tables():
        found = READERS[format](paths[format], table)
        assert sorted(found, key=repr) == sorted(written_rows(table), key=repr)


# --- Parquet and Arrow -------------------------------------------------------------------------


def test_parquet_opens_in_duckdb_polars_and_pandas(
    paths: dict[str, Path],
) -> None:
    """DuckDB, polars and pandas read the same rows, and the days of the years 1 and 9999."""
    file = paths["parquet"] / "commitments.parquet"
    made = [date(1, 1, 1), date(1899, 12, 31), date(2024, 1, 30)]
    opened = duckdb.read_parquet(str(file)).filter(
        "id IN ('first', 'early', 'money')"
    )
    assert (
        sorted(row[0] for row in opened.select("made_start_first").fetchall())
        == made
    )
    column = polars.read_parquet(file)["made_start_first"]
    assert {*made} <= {*column}
    frame: Any = pandas.read_parquet(file, dtype_backend="pyarrow")
    assert {*made} <= {*frame["made_start_first"]}


def test_frames_are_arrow_tables() -> None:
    """Arrow tables go to pandas and polars as they are, and say what their columns mean."""
    frames = exports.frames(FULL, name="d")
    assert frames.keys() == exports.tables().keys()
    themes = frames["themes"]
    in_polars = cast("polars.DataFrame", polars.from_arrow(themes))
    assert in_polars["id"].to_list() == list(FULL.themes.ids)
    assert themes.to_pandas()["id"].to_list() == list(FULL.themes.ids)
    about = themes.schema.field("label").metadata[b"description"].decode()
    assert about == "A short name, to be shown."


def test_a_selection_is_one_frame() -> None:
    """Of a selection there is the table of its kind, in its order."""
    chosen = HOSTILES.themes.sort("theme", reverse=True)[:3]
    [(kind, frame)] = exports.frames(chosen).items()
    assert kind == "themes"
    assert tuple(frame["id"].to_pylist()) == chosen.ids


def test_several_dossiers_are_told_apart_by_name() -> None:
    """The rows of several dossiers are in the same tables, each with the name of its dossier."""
    theme = Dossier([Theme(id="a", label="A")])
    frame = exports.frames({"one": theme, "two": theme})["themes"]
    rows = zip(
        frame["dossier"].to_pylist(), frame["id"].to_pylist(), strict=True
    )
    assert list(rows) == [("one", "a"), ("two", "a")]


# --- the data package ------------------------------------------------------------------------


@pytest.mark.no_cover
def test_frictionless_validates_the_package(paths: dict[str, Path]) -> None:
    """The data package is one, and its files have the types, keys and words that it says."""
    file = str(paths["csv"] / "datapackage.json")
    report = frictionless.validate(file)
    assert report.valid, report.flatten(["type", "message"])


@pytest.mark.parametrize("format", FOLDERS)
def test_the_package_is_one(format: str, paths: dict[str, Path]) -> None:
    """The description of each folder is a data package."""
    file = str(paths[format] / "datapackage.json")
    assert frictionless.Package.validate_descriptor(file).valid


def test_the_package_describes_every_column(paths: dict[str, Path]) -> None:
    """Every file and column of the package has its description."""
    text = (paths["csv"] / "datapackage.json").read_text()
    package = json.loads(text)
    files = {each["path"] for each in package["resources"]}
    assert files == {f"{name}.csv" for name in exports.tables()}
    for resource in package["resources"]:
        assert resource["description"]
        assert all(
            each["description"] for each in resource["schema"]["fields"]
        )


# --- SQLite and DuckDB -----------------------------------------------------------------------


def test_sqlite_keeps_what_columns_mean(paths: dict[str, Path]) -> None:
    """The statement that made a table says what each column means."""
    with closing(sqlite3.connect(paths["sqlite"])) as opened:
        [(statement,)] = opened.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'below' AND type = 'table'"
        ).fetchall()
    assert '"below" TEXT NOT NULL, -- The id of what it includes.' in statement
    assert 'PRIMARY KEY ("dossier", "id", "below")' in statement


def test_duckdb_keeps_what_columns_mean(paths: dict[str, Path]) -> None:
    """The comment on a column says what it means."""
    with closing(duckdb.connect(str(paths["duckdb"]))) as opened:
        [(comment,)] = opened.execute(
            "SELECT comment FROM duckdb_columns()"
            " WHERE table_name = 'themes' AND column_name = 'label'"
        ).fetchall()
    assert comment == "A short name, to be shown."


# --- Excel -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def book(paths: dict[str, Path]) -> openpyxl.Workbook:
    """The file of Excel, as openpyxl opens it."""
    return openpyxl.load_workbook(paths["xlsx"])


def test_no_cell_of_excel_is_a_formula(book: openpyxl.Workbook) -> None:
    """A text that looks like a formula is a text, whatever it holds."""
    kinds = {
        cell.data_type
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    assert kinds == {"s", "n", "b", "d"}


def test_excel_holds_the_rows_of_each_table(book: openpyxl.Workbook) -> None:
    """Each table that has rows is a sheet, with as many rows and the same ids."""
    tables = [name for name in exports.tables() if written_rows(name)]
    assert book.sheetnames == ["columns", *tables]
    for name in tables:
        sheet, rows = book[name], written_rows(name)
        assert sheet.max_row == len(rows) + 1
        header = [cell.value for cell in sheet[1]]
        assert header == [each.name for each in exports.tables()[name].columns]
        ids = [cell.value for cell in sheet["B"][1:]]
        assert name == "dossiers" or ids == [row[1] for row in rows]


def test_whole_days_are_dates_of_excel(book: openpyxl.Workbook) -> None:
    """A definite day is a date, one before March 1900 a text, and so is a vague one."""
    sheet = book["commitments"]
    header = [cell.value for cell in sheet[1]]
    cells = {
        (str(row[1].value), name): row[header.index(name)]
        for row in sheet.iter_rows(min_row=2)
        for name in ("made", "due", "due_end_last")
    }
    shown = cells["money", "made"]
    assert (shown.value, shown.number_format) == (
        datetime(2024, 1, 30),  # noqa: DTZ001 -- Excel knows no zones
        "yyyy-mm-dd",
    )
    assert cells["money", "due"].value == "2024-02"
    assert cells["early", "made"].value == "1899-12-31"
    assert cells["early", "due"].value == "1900-02-28"
    assert cells["first", "made"].value == "0001-01-01"
    assert cells["first", "due"].value == datetime(9999, 12, 31)  # noqa: DTZ001


def test_sheets_of_excel_can_be_read(book: openpyxl.Workbook) -> None:
    """The header stays in sight, and columns are as wide as their texts, up to a bound."""
    sheet = book["themes"]
    assert sheet.freeze_panes == "A2"
    widths = {
        sheet[f"{letter}1"].value: sheet.column_dimensions[letter].width
        for letter in "ABCD"
    }
    assert widths["id"] < widths["label"] < 70


def test_controls_and_long_texts_fit_into_cells(
    book: openpyxl.Workbook,
) -> None:
    """A cell shows controls as escapes, and says where a text was cut that no cell can hold."""
    labels = {
        row[1].value: row[3].value
        for row in book["themes"].iter_rows(min_row=2)
    }
    assert labels["t0"].startswith("=1+1 x\\x00x\\x01")
    assert len(labels["long"]) == 32_767
    assert labels["long"].endswith(" … (cut here: no cell holds more)")
    assert sheet_text("\U0001f600" * 20_000).count("\U0001f600") == 16_367


def test_equal_dossiers_make_equal_files_of_excel(tmp_path: Path) -> None:
    """Neither the time nor the machine is in the file."""
    one, two = (
        exports.write(HOSTILES, tmp_path / f"{name}.xlsx") for name in "ab"
    )
    contents = [
        [(each, archive.read(each)) for each in archive.namelist()]
        for archive in map(zipfile.ZipFile, (one, two))
    ]
    assert contents[0] == contents[1]


def test_more_rows_than_a_sheet_holds_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table that no sheet can hold is an error, and nothing is written."""
    monkeypatch.setattr("entente.exports._excel._MOST_ROWS", 2)
    with pytest.raises(
        SaveError,
        match=r"^columns: more rows than the 2 that a sheet holds; write Parquet or a database$",
    ):
        exports.write(HOSTILES, tmp_path / "a.xlsx")
    assert not list(tmp_path.iterdir())


# --- where it is written ---------------------------------------------------------------------


def test_a_selection_is_one_file(tmp_path: Path) -> None:
    """A selection is the table of its kind, in the order of the selection."""
    chosen = HOSTILES.themes.sort("id", reverse=True)
    for format in FORMATS:
        written = exports.write(chosen, tmp_path / f"chosen.{format}")
        assert written == tmp_path / f"chosen.{format}"
    found = polars.read_parquet(tmp_path / "chosen.parquet")["id"]
    assert tuple(found) == chosen.ids
    book = openpyxl.load_workbook(tmp_path / "chosen.xlsx")
    assert book.sheetnames == ["themes"]


def test_an_empty_selection_has_a_header(tmp_path: Path) -> None:
    """A selection without records is a table without rows."""
    nothing = HOSTILES.themes.where(theme="formula") - HOSTILES.themes
    file = exports.write(nothing, tmp_path / "none.csv")
    assert file.read_text().startswith("dossier,id,place,label")
    assert file.read_text().count("\n") == 1
    assert exports.write(nothing, tmp_path / "none.json").read_text() == "[]\n"
    sheet = openpyxl.load_workbook(
        exports.write(nothing, tmp_path / "none.xlsx")
    )["themes"]
    assert sheet.max_row == 1


def test_one_file_takes_its_name_from_the_dossier(tmp_path: Path) -> None:
    """A folder is given the file of a database by the dossier's name, and of a selection by its kind."""
    (tmp_path / "there").mkdir()
    theme = Dossier([Theme(id="a", label="A")])
    assert [
        exports.write(theme, f"{tmp_path}/new/", "sqlite", name="uk"),
        exports.write(theme, tmp_path / "there", "sqlite", name="uk"),
        exports.write(theme.themes, tmp_path / "there", "csv"),
    ] == [
        tmp_path / "new" / "uk.sqlite",
        tmp_path / "there" / "uk.sqlite",
        tmp_path / "there" / "themes.csv",
    ]


def test_what_was_written_before_is_replaced(tmp_path: Path) -> None:
    """Tables that were written before make way for new ones; an empty folder is filled."""
    folder = tmp_path / "out"
    folder.mkdir()
    for label in ("A", "B"):
        theme = Dossier([Theme(id="a", label=label)])
        exports.write(theme, folder, "csv")
        exports.write(theme, tmp_path / "all.sqlite")
    assert ",B," in (folder / "themes.csv").read_text()
    assert [
        each.name for each in tmp_path.iterdir() if each.name[0] == "."
    ] == []
    [row] = read_sqlite(tmp_path / "all.sqlite", "themes")
    assert row[3] == "B"


@pytest.mark.parametrize(
    "description", [None, "{", "[]", '{"created_by": "others"}', '{"created_by": "entente"}']
)  # fmt: skip
def test_a_folder_with_files_of_others_is_left_alone(
    tmp_path: Path, description: str | None
) -> None:
    """A folder that holds any file that is none of the tables is refused, whatever describes it."""
    (tmp_path / "notes.txt").write_text("mine")
    if description is not None:
        (tmp_path / "datapackage.json").write_text(description)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(SaveError) as caught:
        exports.write(FULL, tmp_path, "csv")
    assert str(caught.value) == (
        f"{tmp_path}: it holds 'notes.txt', which is none of these tables; name an empty or a new folder"
    )
    assert sorted(tmp_path.iterdir()) == before


def test_nothing_is_left_of_what_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If a table cannot be written, what was there before holds, and nothing else is left."""
    theme = Dossier([Theme(id="a", label="A")])
    exports.write(theme, tmp_path / "out", "csv")
    before = (tmp_path / "out" / "themes.csv").read_text()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("entente.exports._writing.descriptor", full)
    with pytest.raises(SaveError, match=r"out: no space left on device$"):
        exports.write(HOSTILES, tmp_path / "out", "csv")
    assert (tmp_path / "out" / "themes.csv").read_text() == before
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_cannot_be_replaced_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the new folder cannot take its place, the old one has it again."""
    theme = Dossier([Theme(id="a", label="A")])
    folder = exports.write(theme, tmp_path / "out", "csv")
    replace, calls = Path.replace, iter((True, False, True))

    def refuse_second(self: Path, target: Path) -> Path:
        if next(calls):
            return replace(self, target)
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse_second)
    with pytest.raises(SaveError, match=r"out: permission denied$"):
        exports.write(HOSTILES, folder, "csv")
    assert ",A," in (folder / "themes.csv").read_text()
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


# --- refusals ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "format", "message"),
    [
        ("out", None, "'out' does not say the format; write one of parquet, csv, json, sqlite, duckdb, xlsx"),
        ("out", "excel", "'excel' is not a format of tables; write one of parquet, csv, json, sqlite, duckdb, xlsx"),
        ("out", "parket", "'parket' is not a format of tables; did you mean 'parquet'?"),
    ],
)  # fmt: skip
def test_unknown_formats_are_refused(
    path: str, format: Any, message: str
) -> None:
    """A format that there is not is an error that names those that there are."""
    with pytest.raises(FormatError) as caught:
        exports.write(FULL, path, format)
    assert str(caught.value) == message


def test_a_dossier_is_no_single_table(tmp_path: Path) -> None:
    """A dossier is many tables, so a file of CSV cannot hold it."""
    with pytest.raises(
        SaveError,
        match=r"out\.csv: a dossier is \d\d tables; name a folder, or write a selection$",
    ):
        exports.write(FULL, tmp_path / "out.csv")


@pytest.mark.parametrize(
    "name", ["", " a", "a/b", "a\\b", ".a", "a\nb", "c:d"]
)
def test_names_that_no_file_may_have_are_refused(name: str) -> None:
    """The name of a dossier is one that a file may have as well."""
    with pytest.raises(QueryError) as caught:
        exports.write(FULL, "out", "csv", name=name)
    assert str(caught.value) == (
        f"{name!r} cannot be the name of a dossier; write one such as 'uk-france'"
    )


@pytest.mark.parametrize(
    ("format", "package", "message"),
    [
        ("parquet", "pyarrow", "writing Parquet needs the extra 'tables': "),
        ("duckdb", "duckdb", "writing DuckDB needs the extra 'engines': "),
        ("xlsx", "xlsxwriter", "writing Excel needs the extra 'xlsx': "),
    ],
)  # fmt: skip
def test_a_missing_extra_is_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    format: Any,
    package: str,
    message: str,
) -> None:
    """Without the package of a format, the error names the extra, and nothing is written."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError) as caught:
        exports.write(FULL, tmp_path / "out", format)
    assert str(caught.value).startswith(message)
    assert not list(tmp_path.iterdir())


def test_the_text_of_a_dossier_is_refused() -> None:
    """A dossier is many tables, and a text is one."""
    with pytest.raises(
        QueryError,
        match=r"^a dossier is \d\d tables; give a selection, such as its commitments$",
    ):
        exports.table_text(FULL, "csv")


def test_datasette_serves_the_tables(tmp_path: Path) -> None:
    """Datasette opens the file as it is: texts are texts, and SQL asks what holds on a day."""
    file = exports.write(ALL, tmp_path / "tracker.sqlite")

    async def get(*addresses: str) -> list[Any]:
        served = Datasette([str(file)])
        try:
            return [
                (await served.client.get(each)).json() for each in addresses
            ]
        finally:
            served.executor.shutdown()

    query = "select count(*) n from standings where keyword = 'schedule' and party = '*'"
    [themes, counted] = asyncio.run(
        get(
            "/tracker/themes.json?_shape=array&id__exact=formula",
            f"/tracker.json?_shape=array&sql={query} and '2024-12-31' between first and last",
        )
    )
    assert [each["label"] for each in themes] == [FORMULA]
    commitments = Dossier(ALL.records).commitments
    overdue = commitments.group_by("schedule", on="2024-12-31")
    assert counted == [{"n": sum(map(len, overdue.values()))}]
