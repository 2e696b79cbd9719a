"""Tables, Popolo and dates of Wikidata, read as records."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, strategies as st

from entente import (
    Amount,
    Commitment,
    Dossier,
    Event,
    Firmness,
    Minister,
    Theme,
)
from entente.errors import LoadError, PeriodError
from entente.imports import Imported, popolo, table, wikidata_date
from entente.values import Period

DATA: Final = Path(__file__).resolve().parents[3] / "shared" / "data"

PLAN: Final = {
    "dates": "day-month-year",
    "cites": "plan",
    "sources": [{"id": "plan", "title": "Plan", "kind": "report"}],
    "themes": [{"id": "{Themes}", "label": "{Themes}"}],
    "commitments": [
        {
            "id": "{Country} {No}",
            "summary": "{What}",
            "by": ["{Country}"],
            "due": "{Due}",
            "continuing": "{Old}",
            "reports": [
                {"on": "{Seen}", "by": "plan", "status": "{Status}"}
            ],
        }
    ],
    "words": {
        "Status": {"Completed": "completed"},
        "Old": {"Yes": True, "No": False},
        "Seen": {"": ""},
    },
}  # fmt: skip
HEADER: Final = "No,Country,What,Due,Old,Seen,Status,Themes,Web\n"


def rows_of(tmp_path: Path, text: str, mapping: Any = PLAN) -> Imported:
    """Read a CSV text by a mapping."""
    file = tmp_path / "plan.csv"
    file.write_text(text)
    return table(file, mapping)


def messages(error: LoadError | Imported, folder: Path) -> list[str]:
    """Return problems as they are printed, without the folder."""
    return [str(each).replace(f"{folder}/", "") for each in error.problems]


def test_a_table_becomes_records(tmp_path: Path) -> None:
    """Each row is a record that cites its lines; what has no column is listed."""
    text = f'{HEADER}1,France,"Patrol\nmore.",31/12/2024,Yes,1/2/2024,Completed,Boats,x.org\n\n2,FR,Meet.,2025-03,,,,,\n'
    found = rows_of(tmp_path, text)
    dossier = found.into(Dossier())
    first, second = dossier.commitments
    assert (first.id, second.id) == ("france-1", "fr-2")
    assert first.by == second.by == ("FR",)
    assert first.due == Period("2024-12-31")
    assert second.due == Period("2025-03")
    assert first.continuing
    assert first.reports[0].on == Period("2024-02-01")
    assert [str(each.lines) for each in first.citations] == ["2-3"]
    assert [str(each.lines) for each in first.reports[0].citations] == ["2-3"]
    assert dossier.themes.ids == ("boats",)
    assert (found.read, found.refused, found.problems) == (2, 0, ())
    assert [str(each) for each in found.left_out] == [
        "Web (1 value): no field takes it"
    ]


def test_every_fault_of_a_row_is_told(tmp_path: Path) -> None:
    """Rows with a fault are refused whole, each fault with its line and column, and words together."""
    text = (
        f"{HEADER}1,FR,Meet.,31/31/2024,,,,,\n"
        "2,FR,Meet.,1/1/24,,,Done,,\n"
        "3,FR,Meet.,May,,,Started,,\n"
        "4,FR\n"
        ",,Meet.,,,,,,\n"
        "5,FR,,,,,,,\n"
        "6,FR,Meet.,,Maybe,,,,\n"
        "7,***,Meet.,,,,,,\n"
        "8,DE,Meet.,,,,,,\n"
    )
    found = rows_of(tmp_path, text)
    assert messages(found, tmp_path) == [
        "plan.csv:2:4: Due: '31/31/2024' is not a date, read as day-month-year",
        "plan.csv:3:4: Due: the year of '1/1/24' does not have four digits; write it in full",
        (
        "plan.csv:3:7: Status: 'Done', 'Started' have no words in the mapping; write under [words.Status] what each"
        " means in `status`: announced, not_started, in_progress, substantial, completed, modified, suspended, withdrawn, superseded,"
        " breached, no_evidence"
        ),
        "plan.csv:4:4: Due: 'May' is not a date: 'M' is not expected here: write YYYY, YYYY-MM or YYYY-MM-DD (at character 1)",
        "plan.csv:5: the row has 2 cells, the header 9; a cell with a comma or a line break is written in double quotes",
        "plan.csv:6:2: Country: the id is empty",
        "plan.csv:7:2: Country (fr-5): the key 'summary' is missing",
        (
        "plan.csv:8:5: Old: 'Maybe' has no word in the mapping; write under [words.Old] what each means in"
        " `continuing`: true, false"
        ),
        "plan.csv:9:2: Country: no id can be made of '***'; write its id under [words], or make the id of another column",
    ]  # fmt: skip
    assert [each.id for each in found.records] == ["plan", "de-8"]
    assert (found.read, found.refused) == (9, 8)


@pytest.mark.parametrize(
    ("mapping", "expected"),
    [
        ({}, "the mapping makes no records; write [[commitments]], or another kind of record"),
        ({"theme": []}, "theme: 'theme' is neither a kind of record nor a setting; did you mean 'themes'?"),
        ({"themes": "A"}, "themes: themes is no list of tables; write [[themes]]"),
        ({"themes": [{"label": "{A}"}]}, 'themes[0]: a theme has no id; write id = "{Column}", of a column that tells it from others'),
        ({"themes": [{"id": "{A}", "lable": "{A}"}]}, "themes[0].lable: 'lable' is not a key of a theme; did you mean 'label'?"),
        ({"themes": [{"id": "{A}", "broader": "{A}"}]}, "themes[0].broader: '{A}' is not a list; write it in brackets"),
        ({"themes": [{"id": "{A}", "citations": ["{A}"]}]}, "themes[0].citations[0]: '{A}' is not a table; write [0]"),
        ({"themes": [{"id": ["{A}"]}]}, "themes[0].id: ['{A}'] is not a text; write \"{Column}\""),
        ({"themes": [{"id": "{A}"}], "dates": "dmy"}, "dates: 'dmy' is not dates; write one of year-month-day, day-month-year, month-day-year"),
        ({"themes": [{"id": "{A}"}], "words": {"A": "B"}}, "words: {'A': 'B'} is not words; write a table of columns, each with a table of words"),
        ({"themes": [{"id": "{A}"}], "lists": {"B": ";"}}, "lists.B: no record takes the column 'B'"),
        ({"themes": [{"id": "{B}"}]}, "themes[0].id: the table has no column 'B'; its columns are 'A'"),
        ("nothing.csv", "nothing.csv: a mapping is a file that ends in .toml; the library's own are ifg-ministers, uk-treaties, us-executive, wipo-treaties"),
    ],
)  # fmt: skip
def test_a_mapping_with_a_fault_is_refused(
    mapping: Any, expected: str
) -> None:
    """What is wrong with a mapping is told with its place, and nothing is read."""
    with pytest.raises(LoadError) as raised:
        table([{"A": "a"}], mapping)
    assert [str(each) for each in raised.value.problems] == [expected]


def test_a_constant_that_is_wrong_is_told_once(tmp_path: Path) -> None:
    """What the mapping itself says is wrong for all rows, and told once with its line."""
    file = tmp_path / "m.toml"
    file.write_text('[[events]]\nid = "{A}"\nname = "{A}"\nwhen = "soon"\n')
    found = table([{"A": "a"}, {"A": "b"}], file)
    [message] = messages(found, tmp_path)
    assert message.startswith(
        "m.toml:4:1: events[0].when: when: 'soon' is not a date"
    )
    assert (found.records, found.refused) == ((), 2)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.xls", "", "a.xls: a table ends in .csv, .tsv, .xlsx, .json, .toml or .yaml; save it as CSV in UTF-8"),
        ("a.json", "{}", "a.json: the file holds no list of rows"),
        ("a.json", '[{"A": 1, "A": 2}]', "a.json:1:11: [0].A: the key 'A' is given twice; keep one of them"),
        ("a.csv", "", "a.csv: the table has no header"),
        ("a.csv", "A,A\n", "a.csv:1:1: the column 'A' is there 2 times; give each column a name of its own"),
        ("a.csv", "A,\n", "a.csv:1:2: 1 columns have no name; give each column a name of its own"),
        ("a.csv", 'A\n"b"c\n', "a.csv:2: this is not CSV: ',' expected after '\"'"),
    ],
)  # fmt: skip
def test_a_table_that_is_none_is_refused(
    tmp_path: Path, name: str, text: str, expected: str
) -> None:
    """A file that holds no table is an error that says why."""
    file = tmp_path / name
    file.write_text(text)
    with pytest.raises(LoadError) as raised:
        table(file, {"themes": [{"id": "{A}", "label": "{A}"}]})
    assert messages(raised.value, tmp_path) == [expected]


def test_a_row_may_hold_lists_and_tables(tmp_path: Path) -> None:
    """Tables within a row are columns with a point, and `each` makes a row of each item of a list."""
    file = tmp_path / "a.json"
    file.write_text(
        '[{"name": {"first": "A"}, "no": 7, "at": [{"on": "2024"}, {"on": "2025"}], "tags": ["x", "y"], "z": null},'
        ' {"name": {"first": "B"}}, 5]'
    )
    mapping = {
        "each": "at",
        "events": [
            {
                "id": "{name.first} {at.on}",
                "name": "{no} {name.first}",
                "when": "{at.on}",
                "themes": ["{tags}"],
                "note": "{z}",
            }
        ],
    }
    found = table(file, mapping)
    assert found.records == (
        Event(id="a-2024", name="7 A", when="2024", themes=("x", "y")),
        Event(id="a-2025", name="7 A", when="2025", themes=("x", "y")),
        Event(id="b", name="B"),
    )
    assert messages(found, tmp_path) == ["a.json:1: 5 is not a row"]
    mapping["events"][0]["note"] = "{tags}"  # type: ignore[index]
    assert (
        "2 items for one value" in messages(table(file, mapping), tmp_path)[1]
    )


def test_rows_of_one_id_are_one_record() -> None:
    """Rows add to one record; where they contradict each other the later is refused, or not counted."""
    rows = [
        {"Treaty": "T 1", "Name": "One", "Party": "France", "On": "2024", "Tag": "a;b", "Known": "x"},
        {"Treaty": "T 1", "Name": "One", "Party": "FR", "On": "2025", "Tag": "b", "Known": "x"},
        {"Treaty": "T 1", "Name": "Two", "Party": "DE", "On": "2025", "Tag": "c", "Known": "x"},
        {"Treaty": "T-1", "Name": "One", "Party": "DE", "On": "2025", "Tag": "d", "Known": "x"},
    ]  # fmt: skip
    step = {"kind": "signed", "on": "{On}"}
    mapping: dict[str, Any] = {
        "cites": "s",
        "lists": {"Tag": ";"},
        "agreements": [
            {
                "id": "{Treaty}",
                "name": "{Name}",
                "aliases": ["{Tag}"],
                "adherences": [{"party": "{Party}", "steps": [step]}],
            }
        ],
        "commitments": [
            {"id": "c-{Party}", "summary": "S.", "due_from": {"record": "t-1", "stated": "{Known}"}}
        ],
    }  # fmt: skip
    found = table(rows, mapping)
    treaty, *_ = found.records
    assert str(treaty).count("Adherence(") == 1
    assert str(treaty).count("Consent(") == 2
    assert "aliases=('a', 'b')" in str(treaty)
    assert [str(each) for each in found.problems] == [
        (
            "Name: 'Two' is another name than 'One', for one id; make the id of more columns if these are two records;"
            " otherwise correct one of them"
        ),
        "Treaty: 'T-1' makes the id 't-1', as 'T 1' does; make the id of another column, or of several",
    ]
    mapping["first"] = ["agreements.name"]
    assert table(rows[:3], mapping).problems == ()


def test_the_dossier_keeps_what_it_has() -> None:
    """A record of the dossier is replaced only if that is asked for, and an unknown id has its row."""
    mapping = {"themes": [{"id": "{A}", "label": "{A}", "broader": ["{B}"]}]}
    found = table([{"A": "Boats", "B": ""}], mapping)
    held = Dossier([Theme(id="boats", label="Small boats")])
    with pytest.raises(LoadError) as raised:
        found.into(held)
    assert [str(each) for each in raised.value.problems] == [
        (
            "A (boats): the dossier has the id 'boats' already, with another label; replace the record, make another id,"
            " or leave the row out"
        )
    ]
    assert (
        found.into(found.into(held, replace=True)).themes["boats"].label
        == "Boats"
    )
    found = table([{"A": "Boats", "B": "sea"}], mapping)
    with pytest.raises(
        LoadError, match=r"B \(boats\): there is no theme 'sea'"
    ):
        found.into(Dossier())


def test_only_line_ends_end_a_row(tmp_path: Path) -> None:
    """Other characters that some take for the end of a line are text, and commands of a terminal are escaped."""
    file = tmp_path / "a.csv"
    file.write_bytes("A,B\r\na,x\u2028y\r\n\u001b[31m,\n=1+1,z\n".encode())
    mapping = {"events": [{"id": "{A}", "name": "{A} {B}"}]}
    found: Any = table(file, mapping)
    assert [each.name for each in found.records] == [
        "a x y",
        "\u001b[31m",
        "=1+1 z",
    ]
    mapping["events"][0]["when"] = "{B}"
    assert (
        "'x\\u2028y' is not a date"
        in messages(table(file, mapping), tmp_path)[0]
    )


def test_the_mappings_of_the_library_are_read() -> None:
    """A name stands for a mapping that comes with the library."""
    row = {
        "Contracting Party": "Congo",
        "Treaty": "Rome",
        "Signature Date": "",
        "Instrument Type": "Accession",
        "Instrument Date": "1962-06-29",
        "Entry Into Force Date": "1964-05-18",
    }
    found = table([row], "wipo-treaties").into(Dossier())
    [adherence] = found.agreements["rome"].adherences
    assert (adherence.party, len(adherence.steps)) == ("CG", 2)


def test_a_span_is_made_of_two_columns() -> None:
    """An empty end is unknown, and open only where the mapping says so."""
    mapping: dict[str, Any] = {
        "events": [{"id": "{A}", "name": "{A}", "when": "{B}/{C}"}]
    }
    rows = [
        {"A": "a", "B": "2024", "C": ""},
        {"A": "b", "B": "", "C": "2025"},
        {"A": "c", "B": "", "C": ""},
    ]
    found: Any = table(rows, mapping).records
    assert [each.when and str(each.when) for each in found] == [
        "2024/",
        "/2025",
        None,
    ]
    mapping["words"] = {"C": {"": ".."}}
    found = table(rows[:1], mapping).records
    assert str(found[0].when) == "2024/.."


def test_the_order_of_a_date_is_declared() -> None:
    """Day and month are never guessed; a month and a year need no order once one is declared."""
    mapping: dict[str, Any] = {
        "events": [{"id": "{A}", "name": "{A}", "when": "{B}"}]
    }
    [problem] = table([{"A": "a", "B": "1/2/2024"}], mapping).problems
    assert str(problem) == (
        "B: nobody says whether '1/2/2024' begins with the day or the month; write dates = \"day-month-year\" or"
        ' dates = "month-day-year" in the mapping'
    )
    mapping["dates"] = "month-day-year"
    rows = [
        {"A": "a", "B": "1/2/2024"},
        {"A": "b", "B": "2/2024"},
        {"A": "c", "B": "2024-3-1"},
    ]
    found: Any = table(rows, mapping).records
    assert [str(each.when) for each in found] == [
        "2024-01-02",
        "2024-02",
        "2024-03-01",
    ]


def test_exact_words_and_amounts_need_no_mapping() -> None:
    """A cell that holds a word of the library is that word, and an amount is read as it is written."""
    mapping = {
        "commitments": [
            {
                "id": "{A}",
                "summary": "{A}",
                "firmness": "{B}",
                "continuing": "{C}",
                "amounts": [{"value": "{D}"}],
            }
        ]
    }
    [found] = table(
        [{"A": "a", "B": "agreed", "C": True, "D": "5 people"}], mapping
    ).records
    assert found == Commitment(
        id="a",
        summary="a",
        firmness=Firmness.AGREED,
        continuing=True,
        amounts=(Amount(value="5 people"),),
    )


def test_a_circle_is_refused() -> None:
    """A record that would close a circle in the dossier is refused."""
    mapping = {"themes": [{"id": "{A}", "label": "{A}", "broader": ["b"]}]}
    found = table([{"A": "a"}], mapping)
    held = Dossier(
        [Theme(id="b", label="B", broader=("a",)), Theme(id="a", label="A")]
    )
    with pytest.raises(LoadError, match="broader"):
        found.into(held, replace=True)


PEOPLE: Final[dict[str, Any]] = {
    "organizations": [
        {"id": "Min/1", "name": "Ministry", "classification": "ministry", "founding_date": "1990", "parent_id": "GB"},
    ],
    "posts": [{"id": "P1", "label": "Secretary", "organization_id": "Min/1"}],
    "persons": [
        {
            "id": 7, "name": "A. B.", "gender": "female", "image": None,
            "other_names": [{"name": "A. C.", "end_date": "2001"}, {"name": "A."}, {}],
            "identifiers": [{"scheme": "wikidata", "identifier": "Q1"}],
        },
    ],
    "memberships": [
        {"id": "m1", "person_id": "7", "post_id": "P1", "start_date": "2003-05", "organization_id": "Min/1"},
        {"person_id": "7", "post_id": "P1"},
        {"person_id": "7", "organization_id": "Min/1"},
    ],
    "areas": [{"id": "a"}], "meta": 1,
}  # fmt: skip


def test_popolo_becomes_records(tmp_path: Path) -> None:
    """Persons, posts, organisations and memberships are records that cite their lines; the rest is listed."""
    file = tmp_path / "p.json"
    file.write_text(json.dumps(PEOPLE, indent=1))
    found = popolo(file, kinds={"ministry": "body"}, cites="s")
    party, office, minister = found.records
    assert (party.id, office.id, minister.id) == ("min-1", "p1", "7")
    assert isinstance(minister, Minister)
    assert minister.tenures[0].period == Period("2003-05/")
    assert [str(each.lines) for each in minister.citations] == [
        "19-40",
        "43-49",
    ]
    assert minister.names[0].period == Period("/2001")
    assert minister.identifiers[0].identifier == "Q1"
    assert found.problems == ()
    assert [str(each) for each in found.left_out] == [
        "areas (1 value): no field takes it",
        "meta (1 value): no field takes it",
        "persons.gender (1 value): no field takes it",
        "memberships (1 value): a tenure without a date has no period",
        "memberships (1 value): a membership in no post is no tenure of an office",
    ]
    assert popolo(PEOPLE, kinds={"ministry": "body"}).into(
        Dossier()
    ).offices.ids == ("p1",)


def test_popolo_that_is_given_has_no_lines() -> None:
    """What comes from no file is cited without lines."""
    found = popolo(PEOPLE, kinds={"ministry": "body"}, cites="s")
    assert [each.lines for each in found.records[0].citations] == [None]


def test_faults_of_popolo_are_told_with_their_places() -> None:
    """An item that makes no record is refused, with the path of what is wrong."""
    found = popolo(
        {
            "organizations": [{"id": "o", "name": "O", "classification": "bdy"}, {"id": "q", "name": "Q"}],
            "posts": [5, {"id": "p"}],
            "persons": [
                {"id": "*", "name": "A"},
                {"id": "b", "name": True},
                {"id": "c", "name": "C", "other_names": "D"},
            ],
        }
    )  # fmt: skip
    kinds = "state, international_organisation, grouping, body, subnational_government, armed_group, company"
    assert [str(each) for each in found.problems] == [
        "organizations[0].classification: 'bdy' is not a kind of party; did you mean 'body'?",
        (
            "organizations[1].classification: an organization has no classification; say which kind it is: "
            f"{kinds}, non_governmental_organisation, political_party"
        ),
        "posts[0]: 5 is not a table",
        "persons[0].id: no id can be made of it; give the item an id",
        "persons[1].name: True is not text",
        "persons[2].other_names: 'D' is not a list of tables",
        "posts[1].id (p): the key 'title' is missing",
        "posts[1].id (p): the key 'party' is missing",
    ]
    assert (found.records, found.read, found.refused) == ((), 7, 7)
    with pytest.raises(LoadError, match=r"this is not Popolo"):
        popolo({"people": []})


def test_popolo_with_a_key_twice_is_refused(tmp_path: Path) -> None:
    """A key that is given twice could mean either."""
    file = tmp_path / "p.json"
    file.write_text('{"posts": [], "posts": []}')
    with pytest.raises(LoadError, match="given twice"):
        popolo(file)


@given(st.dates())
def test_every_day_of_wikidata_is_read(day: datetime.date) -> None:
    """Any day, month and year is the same date in EDTF."""
    time = f"+{day:%m-%d}T00:00:00Z".replace("+", f"+{day.year:04}-")
    assert wikidata_date(time, 11) == Period(day)
    assert wikidata_date(time, 10) == Period(f"{day.year:04}-{day:%m}")
    assert wikidata_date(time, 9) == Period(f"{day.year:04}")
    for precision in (6, 7):
        assert wikidata_date(time, precision).overlaps(day).possible


@pytest.mark.parametrize(
    ("time", "precision", "calendar", "expected"),
    [
        ("+1582-10-04T00:00:00Z", 11, "http://www.wikidata.org/entity/Q1985786", "1582-10-14"),
        ("+0001-01-03T00:00:00Z", 11, "Q1985786", "0001-01-01"),
        ("+1900-02-29T00:00:00Z", 11, "Q1985786", "1900-03-13"),
        ("+1900-00-00T00:00:00Z", 7, "Q1985727", "[1801..1900]"),
        ("+2000-00-00T00:00:00Z", 6, "Q1985727", "[1001..2000]"),
        ("+9950-00-00T00:00:00Z", 7, "Q1985727", "[9901..9999]"),
        ("+1990-00-00T00:00:00Z", 8, "Q1985727", "199X"),
        ("+00000002004-03-04T12:00:00Z", 14, "Q1985727", "2004-03-04"),
    ],
)  # fmt: skip
def test_a_date_of_wikidata_is_read(
    time: str, precision: int, calendar: str, expected: str
) -> None:
    """Julian days are converted, and centuries counted from 1."""
    assert wikidata_date(time, precision, calendar) == Period(expected)


@pytest.mark.parametrize(
    ("time", "precision", "calendar", "reason"),
    [
        ("2004", 9, "Q1985727", 'Wikidata writes "+2004-03-00T00:00:00Z"'),
        ("-0044-03-15T00:00:00Z", 11, "Q1985727", "a dossier holds the years 1 to 9999"),
        ("+0001-01-01T00:00:00Z", 11, "Q1985786", "a dossier holds the years 1 to 9999"),
        ("+2004-00-00T00:00:00Z", 5, "Q1985727", "the precision 5 is none from 6 to 14"),
        ("+2004-00-00T00:00:00Z", 9, "Q1", "the calendar 'Q1' is unknown"),
        ("+1700-03-00T00:00:00Z", 10, "Q1985786", "the date is Julian and not a whole day"),
        ("+1900-02-30T00:00:00Z", 11, "Q1985786", "the Julian calendar has no such day"),
    ],
)  # fmt: skip
def test_a_date_of_wikidata_that_has_no_place_is_refused(
    time: str, precision: int, calendar: str, reason: str
) -> None:
    """What a dossier cannot hold exactly is refused with the reason."""
    with pytest.raises(PeriodError) as raised:
        wikidata_date(time, precision, calendar)
    assert reason in str(raised.value)


@pytest.mark.parametrize(
    ("file", "mapping", "read", "records"),
    [
        ("wipo-copyright/membership-to-copyright-treaties.csv", "wipo-treaties", 1501, 21),
        ("uk-treaties/uk_france_bilateral.csv", "uk-treaties", 323, 324),
        ("us-executive/executive.yaml", "us-executive", 131, 83),
    ],
)  # fmt: skip
def test_real_tables_are_read_whole(
    file: str, mapping: str, read: int, records: int
) -> None:
    """Tables that others published are read by the library's own mappings, each row of them."""
    if not (DATA / file).exists():
        pytest.skip("the data is not here")
    found = table(DATA / file, mapping)
    assert (found.read, found.refused, found.problems) == (read, 0, ())
    assert len(found.into(Dossier()).records) == len(found.records) == records
