"""Sheets of Excel and folders of tables, read by a mapping."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest

from entente import Dossier, Minister, Period, exports
from entente.errors import LoadError, MissingExtraError
from entente.imports import Imported, table

DATA: Final = Path(__file__).resolve().parents[3] / "shared" / "data"

PLAN: Final[dict[str, Any]] = {
    "commitments": [
        {
            "id": "plan-{No}",
            "summary": "{What}",
            "due": "{Due}",
            "amounts": [{"value": "{Share}"}],
        }
    ]
}
HEADER: Final = ("No", "What", "Due", "Share")


def book_of(
    path: Path, rows: Iterable[Iterable[Any]], formats: dict[str, str] | None = None
) -> Path:  # fmt: skip
    """Write a workbook with one sheet that has cells, and one that has none."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Plan"
    for row in rows:
        sheet.append(row)
    for cell, format in (formats or {}).items():
        sheet[cell].number_format = format
    book.create_sheet("Notes")
    file = path / "plan.xlsx"
    book.save(file)
    return file


def problems(found: Imported) -> list[str]:
    """Return the problems without the folder of the file."""
    return [
        str(each).partition("plan.xlsx:")[2] or str(each)
        for each in found.problems
    ]


def test_a_sheet_is_read(tmp_path: Path) -> None:
    """Numbers are exact, and a date is no more precise than it is shown."""
    day = datetime.datetime(2024, 3, 1)  # noqa: DTZ001 -- Excel knows no zones
    rows = [
        ("Our plan", None, None, None),
        HEADER,
        (1, "Open data", day, 0.1),
        (2.0, " Patrol ", day, 0.1),
        ("003", "Meet", day, "> 5 people"),
        (4, True, "2024-21", 1200000),
        (None, None, None, None),
        (5.5, "Last", None, None),
    ]
    formats = {
        "C3": "yyyy-mm-dd", "C4": 'mmm "d"\\d yyyy', "C5": "[$-409]yyyy", "D4": "0.00%",
    }  # fmt: skip
    book = book_of(tmp_path, rows, formats)
    # What is above the header has only one cell, so it is taken for the header.
    with pytest.raises(LoadError, match="3 columns have no name"):
        table(book, PLAN)
    found = table(book_of(tmp_path, rows[1:], {
        cell[0] + str(int(cell[1]) - 1): format for cell, format in formats.items()
    }), PLAN)  # fmt: skip
    assert problems(found) == []
    empty = book_of(tmp_path, [(), *rows[1:]])
    assert len(table(empty, PLAN).records) == len(found.records)
    assert [
        (each.id, each.summary, str(each.due), *[str(one.value) for one in each.amounts])
        for each in found.into(Dossier()).commitments
    ] == [
        ("plan-1", "Open data", "2024-03-01", "0.1"),
        ("plan-2", "Patrol", "2024-03", "10 %"),
        ("plan-003", "Meet", "2024", "> 5 people"),
        ("plan-4", "true", "2024-21", "1200000"),
        ("plan-5-5", "Last", "None"),
    ]  # fmt: skip


def test_cells_that_are_no_text_are_refused(tmp_path: Path) -> None:
    """A formula, an error, a time of day and a cell that is merged are refused with sheet, row and column."""
    time = datetime.datetime(2024, 3, 1, 14, 30)  # noqa: DTZ001
    file = book_of(
        tmp_path,
        [
            (*HEADER, "Sum"),
            (1, "A", "=A1", None, "=A1"),
            (2, "A", time, None, None),
            (3, "A", datetime.time(14, 30), None, None),
            (4, "#REF!", None, None, None),
            (5, "A", None, None, None),
            (6, None, None, None, None),
            (7, "A", "soon", None, None),
            (8, "A", "2024", None, "=A1"),
        ],
    )
    book = openpyxl.load_workbook(file)
    book["Plan"].merge_cells("B6:B7")
    book.save(file)
    found = table(file, PLAN)
    assert problems(found) == [
        "2:3: Plan.Due: the cell is a formula; write its value into the cell",
        "3:3: Plan.Due: 2024-03-01 14:30:00 is a time of day; write the day alone",
        "4:3: Plan.Due: 14:30:00 is a time of day; write the day alone",
        "5:2: Plan.What: the cell is the error #REF!; correct it",
        "6:2: Plan.What: the cell is merged with others; write its value into each of them",
        "7:2: Plan.What: the cell is merged with others; write its value into each of them",
        (
            "8:3: Plan.Due: 'soon' is not a date: 's' is not expected here: write YYYY, YYYY-MM or"
            " YYYY-MM-DD (at character 1)"
        ),
    ]  # fmt: skip
    assert (found.read, found.refused) == (8, 7)
    assert [each.id for each in found.records] == ["plan-8"]
    assert list(map(str, found.left_out)) == [
        "Sum (2 values): no field takes it"
    ]


def test_the_sheet_is_named_if_several_have_cells(tmp_path: Path) -> None:
    """Which sheet is read is never guessed."""
    file = book_of(tmp_path, [HEADER, (1, "A", None, None)])
    book = openpyxl.load_workbook(file)
    book["Notes"].append(["No"])
    book.save(file)
    assert table(file, {**PLAN, "sheet": "Plan"}).records[0].id == "plan-1"
    for sheet, message in {
        None: 'the sheets Plan and Notes have cells; write which one to read in the mapping, such as sheet = "Plan"',
        "plan": "there is no sheet 'plan'; did you mean 'Plan'?",
        "xyzzy": "there is no sheet 'xyzzy'; it has Plan and Notes",
    }.items():  # fmt: skip
        mapping = PLAN if sheet is None else {**PLAN, "sheet": sheet}
        with pytest.raises(LoadError) as caught:
            table(file, mapping)
        assert str(caught.value) == f"1 problem\n  {file}: {message}"


def test_what_is_no_workbook_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is none, and a workbook without cells, are refused; openpyxl is an extra."""
    for file, message in {
        book_of(tmp_path, []): "no sheet has any cell",
        tmp_path / "no.xlsx": "this is no workbook that can be read",
    }.items():
        with pytest.raises(LoadError) as caught:
            table(file, PLAN)
        assert str(caught.value) == f"1 problem\n  {file}: {message}"
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(
        MissingExtraError, match=r"^reading Excel needs the extra 'xlsx': "
    ):
        table(tmp_path / "plan.xlsx", PLAN)


def test_what_is_written_to_excel_is_read(tmp_path: Path) -> None:
    """A sheet that the library wrote is read by a mapping, its definite days among it."""
    dossier = table([dict(zip(HEADER, ("1", "A", "2024-03-05", "5"), strict=True))], PLAN)  # fmt: skip
    written = exports.write(
        dossier.into(Dossier()).commitments, tmp_path / "a.xlsx"
    )
    found = table(
        written,
        {"commitments": [{"id": "{id}", "summary": "{summary}", "due": "{due}"}]},
    )  # fmt: skip
    [read] = found.into(Dossier()).commitments
    assert (read.id, read.due) == ("plan-1", Period("2024-03-05"))


# --- folders of tables -------------------------------------------------------------------------

POSTS: Final[dict[str, Any]] = {
    "rows": "held.csv",
    "join": {"person": ["people.csv", "id"], "post": ["posts.csv", "key"]},
    "offices": [{"id": "post-{post}", "title": "{post.title}", "party": "GB"}],
    "ministers": [
        {
            "id": "person-{person}",
            "name": "{person.name}",
            "names": [{"name": "{person.name}"}],
            "tenures": [{"office": "post-{post}", "period": "{from}/.."}],
        }
    ],
    "first": ["ministers.name"],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write tables that name rows of each other."""
    for name, text in {
        "held": "person,post,from\n1,7,2024\n2,7,2020\n1,,2021\n3,8,2021\n",
        "people": "id,name,age\n1,Ann,40\n1,Ann B.,40\n2,Bo,\n,None,\n4\n",
        "posts": "key,title\n7,Home Secretary\n8,Clerk\n",
    }.items():
        (tmp_path / f"{name}.csv").write_text(text)
    return tmp_path


def test_tables_of_a_folder_are_joined(folder: Path) -> None:
    """A row has the cells of all rows that it names; one that names none that is there is refused."""
    found = table(folder, POSTS)
    dossier = found.into(Dossier())
    [ann, bo] = [
        each for each in dossier.records if isinstance(each, Minister)
    ]
    assert (ann.name, [each.name for each in ann.names]) == (
        "Ann",
        ["Ann", "Ann B."],
    )
    assert len(ann.tenures) == 1
    assert bo.tenures[0].office == "post-7"
    assert (found.read, found.refused) == (4, 2)
    assert list(map(str, found.left_out)) == [
        "person.age (2 values): no field takes it"
    ]
    assert [str(each).partition(f"{folder}/")[2] for each in found.problems] == [
        "held.csv:4:3: from (person-1): tenures: the key 'office' is missing",
        "held.csv:5:1: person: people.csv has no row with the id '3'",
        (
            "people.csv:6: the row has 1 cells, the header 3; a cell with a comma or a line break is written"
            " in double quotes"
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("join", "message"),
    [
        ({"persn": ["people.csv", "id"]}, "held.csv: the table has no column 'persn' to join by; did you mean 'person'?"),
        ({"person": ["people.csv", "xyzzy"]}, "people.csv: the table has no column 'xyzzy' to join by; its columns are 'id', 'name', 'age'"),
        ({"person": ["people.csv"]}, "{'person': ['people.csv']} is not join; "),
        ({"person": "people.csv"}, "is not join; write a table of columns, each with a file of the folder and its column"),
    ],
)  # fmt: skip
def test_wrong_joins_are_refused(
    folder: Path, join: Any, message: str
) -> None:
    """Columns that are not there, and joins that are none, are refused."""
    with pytest.raises(LoadError) as caught:
        table(folder, {**POSTS, "join": join})
    assert message in str(caught.value)


@pytest.mark.no_cover
def test_the_ministers_database_is_read() -> None:
    """The tables of the Institute for Government are read whole, but for two rows that run backward."""
    ifg = DATA / "ifg-ministers"
    if not ifg.exists():
        pytest.skip("the data is not here")
    found = table(ifg, "ifg-ministers")
    assert (found.read, found.refused, len(found.problems)) == (3667, 2, 2)
    assert all("it runs backward" in each.message for each in found.problems)
    dossier = found.into(Dossier())
    counts = [len(dossier.ministers), len(dossier.offices)]
    assert counts == [1149, 926]
