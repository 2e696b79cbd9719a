"""The tables that are made of a dossier."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import entente
from entente import (
    Amount,
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
)
from entente.asking._selection import index_behind
from entente.exports import _page
from entente.exports._cells import day_or_none
from entente.values._edtf import FIRST_DAY, LAST_DAY
from full_dossier import FULL


def rows(dossier: Dossier, table: str) -> list[dict[str, object]]:
    """Return the rows of a table of a dossier, each with the names of its columns."""
    described = exports.tables()[table]
    names = [column.name for column in described.columns]
    return [
        dict(zip(names, row, strict=True))
        for row in described.rows(index_behind(dossier.themes), "d")
    ]


NOTICE = Source(id="notice", title="Notice", kind=SourceKind.PRESS_NOTICE)

PATROLS = Commitment(
    id="patrols",
    summary="Patrol more.",
    by=("FR", "GB"),
    made=Period("2024-01-30", stated="today"),
    due="[2024-03,2024-05]",
    amounts=(Amount(value="> 0.10 <= 1e12 GBP per P1Y"),),
    reports=(
        Report(
            on="2024-04",
            by="notice",
            status=ReportedStatus.COMPLETED,
            citations=(Citation(source="notice", lines="3-4"),),
        ),
    ),
)

DOSSIER = Dossier([NOTICE, PATROLS])


@pytest.mark.parametrize("name", exports.tables())
def test_every_column_is_described(name: str) -> None:
    """Every table and column says what it means, and no two columns of a table have one name."""
    table = exports.tables()[name]
    assert table.about.endswith(".")
    assert all(column.about.endswith(".") for column in table.columns)
    counts = Counter(column.name for column in table.columns)
    assert set(counts.values()) == {1}
    assert set(table.key) <= counts.keys()


@pytest.mark.parametrize("name", exports.tables())
def test_rows_fit_their_columns(name: str) -> None:
    """A cell is of its column's type, is a word of its list, and is empty only where it may be."""
    table = exports.tables()[name]
    types = {
        "text": str, "boolean": bool, "integer": int, "number": float, "date": date, "edtf": str,
    }  # fmt: skip
    keys = Counter[tuple[object, ...]]()
    for row in rows(FULL, name):
        keys[tuple(row[column] for column in table.key)] += 1
        for column in table.columns:
            cell = row[column.name]
            if cell is None:
                assert column.optional
            else:
                assert type(cell) is types[column.type]
                assert not column.words or cell in column.words
    assert set(keys.values()) <= {1}


def test_every_table_has_rows() -> None:
    """A dossier in which every field has a value has a row in every table, but for dates with gaps."""
    empty = {name for name in exports.tables() if not rows(FULL, name)}
    assert empty == {"date_runs"}


def test_a_date_is_four_days() -> None:
    """A date has its text, its words, and the first and last day of its start and of its end."""
    [row] = rows(DOSSIER, "commitments")
    made = {
        name: cell for name, cell in row.items() if name.startswith("made")
    }
    day = date(2024, 1, 30)
    assert made == {
        "made": "2024-01-30",
        "made_stated": "today",
        "made_start_first": day,
        "made_start_last": day,
        "made_end_first": day,
        "made_end_last": day,
        "made_start_open": False,
        "made_end_open": False,
        "made_in_doubt": False,
    }


def test_an_open_end_is_empty_and_flagged() -> None:
    """A date without a first day has an empty cell for it, and a flag that says so."""
    by_may = Commitment(id="a", summary="A.", due="[..2024-05]")
    [row] = rows(Dossier([by_may]), "commitments")
    assert row["due_start_first"] is None
    assert row["due_start_open"] is True
    assert row["due_end_last"] == date(2024, 5, 31)
    assert row["due_end_open"] is False
    # Where there is no date, there is no flag either.
    assert row["made"] is row["made_start_open"] is None


def test_a_date_with_gaps_has_its_runs_of_days() -> None:
    """The days of a date with gaps are listed once, whatever names it."""
    runs = [row for row in rows(DOSSIER, "date_runs") if row["at"] == "start"]
    assert [(row["date"], row["first"], row["last"]) for row in runs] == [
        ("[2024-03,2024-05]", date(2024, 3, 1), date(2024, 3, 31)),
        ("[2024-03,2024-05]", date(2024, 5, 1), date(2024, 5, 31)),
    ]


def test_an_amount_keeps_its_text() -> None:
    """An amount has its bounds as numbers, and its exact text."""
    [row] = rows(DOSSIER, "amounts")
    assert row["value"] == str(PATROLS.amounts[0].value)
    bounds = ("value_low", "value_low_open", "value_high", "value_high_open")
    assert [row[name] for name in bounds] == [0.1, True, 1e12, False]
    assert (row["value_unit"], row["value_per"]) == ("GBP", "P1Y")


def test_a_part_says_where_it_is() -> None:
    """A part of a part has the path from its record."""
    [row] = rows(DOSSIER, "citations")
    assert (row["record_kind"], row["id"]) == ("commitments", "patrols")
    assert row["path"] == "reports/0/citations/0"
    assert (row["field"], row["number"]) == ("citations", 0)
    assert (row["lines_first"], row["lines_last"]) == (3, 4)


def test_a_list_is_in_one_cell_and_in_rows_of_its_own() -> None:
    """Ids that a field lists are together in a cell, and one by one in a table."""
    [row] = rows(DOSSIER, "commitments")
    assert row["by"] == "FR; GB"
    targets = [
        each["target"]
        for each in rows(DOSSIER, "record_references")
        if each["field"] == "by"
        and each["id"] == "patrols"
        and "/" in str(each["path"])
        and "reports" not in str(each["path"])
    ]
    assert targets == ["FR", "GB"]


def test_a_word_has_its_rank() -> None:
    """A word has its place in the list, which the alphabet would not give."""
    pledged = Commitment(
        id="a", summary="A.", firmness=entente.Firmness.PLEDGED
    )
    [row] = rows(Dossier([pledged]), "commitments")
    words = list(entente.Firmness)
    assert row["firmness"] == "pledged"
    assert row["firmness_rank"] == words.index(entente.Firmness.PLEDGED)


def test_states_that_are_only_named_have_rows() -> None:
    """A state that no record declares is a party as well, and marked."""
    assert [
        (row["id"], row["declared"]) for row in rows(DOSSIER, "parties")
    ] == [("FR", False), ("GB", False)]
    declared = Dossier(
        [entente.Party(id="FR", name="France", kind=entente.PartyKind.STATE)]
    )
    assert rows(declared, "parties")[0]["declared"] is True


def test_narrower_themes_lie_below() -> None:
    """A theme includes itself and what is narrower, however far down."""
    themes = [
        Theme(id="a", label="A"),
        Theme(id="b", label="B", broader=("a",)),
        Theme(id="c", label="C", broader=("b",)),
    ]
    below = [
        row["below"]
        for row in rows(Dossier(themes), "below")
        if row["id"] == "a"
    ]
    assert below == ["a", "b", "c"]


def test_a_verdict_holds_for_runs_of_days() -> None:
    """The schedule of a commitment is the same on each day of a row as where it is asked."""
    found = [
        row
        for row in rows(DOSSIER, "standings")
        if row["keyword"] == "schedule" and row["party"] == "*"
    ]
    assert found[0]["first"] == date.min
    assert found[-1]["last"] == date.max
    for row in found:
        for day in (row["first"], row["last"]):
            assert isinstance(day, date)
            schedule = DOSSIER.status("patrols", on=day).schedule
            assert schedule == row["answer"]


def test_the_page_describes_the_tables_as_they_are() -> None:
    """The page of the reference is made from the same descriptions."""
    file = Path(__file__).parents[2] / "docs" / "reference" / "tables.md"
    text = file.read_text(encoding="utf-8")
    assert text == _page.renewed(text)


def test_the_page_is_written_anew(tmp_path: Path) -> None:
    """What stands below the mark is replaced, and what is above stays."""
    file = tmp_path / "tables.md"
    file.write_text(f"# Tables\n\n{_page.BEGIN}\nwhat was there\n")
    _page.renew(file)
    head, _, made = file.read_text().partition(_page.BEGIN)
    assert head == "# Tables\n\n"
    assert "what was there" not in made
    assert "| `id` | text (key) | The id of the record. |" in made


def test_days_beyond_the_calendar_have_no_cell() -> None:
    """The first and the last day of the calendar have a cell, what lies before or after them has none."""
    assert day_or_none(FIRST_DAY) == date.min
    assert day_or_none(LAST_DAY) == date.max
    assert day_or_none(FIRST_DAY - 1) is None
    assert day_or_none(LAST_DAY + 1) is None
