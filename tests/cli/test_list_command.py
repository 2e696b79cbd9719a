"""`entente list`: tables of the records that match."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import entente
from commands import (
    BROKEN,
    CLEAN,
    PROBLEMS,
    USAGE,
    Run,
    Runner,
    on_a_terminal,
    write,
)
from entente import (
    Commitment,
    Membership,
    Party,
    PartyKind,
    Report,
    ReportedStatus,
)

# --- list ----------------------------------------------------------------------------------------


def test_records_are_listed_as_a_table(run: Runner, sound: Path) -> None:
    """A kind without questions lists all of its records; a pipe gets every line whole."""
    result = run("list", "commitments", sound)
    assert (result.code, result.err) == (CLEAN, "")
    head, line, *rows = result.out.splitlines()
    assert head.split() == [
        "id",
        "made",
        "due",
        "by",
        "firmness",
        "cited",
        "what",
    ]
    assert set(line) == {"─", " "}
    assert [row.split()[0] for row in rows] == ["patrol", "share"]
    assert rows[1].endswith("Share what is known.")


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        (["--theme", "boats"], ["patrol", "share"]),
        (["--by", "FR"], ["patrol"]),
        (["--by", "FR", "--by", "GB"], ["patrol", "share"]),
        (["--by", "FR", "--made", "2024"], ["patrol"]),
        (["--made", "2024-03-15"], ["patrol"]),
        (
            ["--made", "2024-03-15/2024-03-20", "--made", "2025"],
            ["patrol", "share"],
        ),
        (["--made", "2025-01/2025-06"], ["share"]),
        (["--made", "2025", "--certain"], ["share"]),
        (["--firm", "yes"], ["patrol"]),
        (["--firm", "no"], ["share"]),
        (["--firmness", "agreed", "--firmness", "pledged"], ["patrol"]),
    ],
)
def test_questions_narrow_the_list(
    run: Runner, sound: Path, asked: list[str], listed: list[str]
) -> None:
    """Each keyword of `where` is an option; one that is given twice means either."""
    result = run("list", "commitments", sound, *asked)
    assert result.code == CLEAN
    assert [row.split()[0] for row in result.out.splitlines()[2:]] == listed


@pytest.mark.parametrize(
    "asked",
    [["--by", "GB", "--made", "2024"], ["--made", "2025-05", "--certain"]],
)
def test_a_question_may_have_no_answer(
    run: Runner, sound: Path, asked: list[str]
) -> None:
    """An empty result repeats the question and exits with 0."""
    result = run("list", "commitments", sound, *asked)
    assert (result.code, result.err) == (CLEAN, "")
    assert result.out.startswith("0 commitments where ")


@pytest.mark.parametrize("kind", list(entente.records._model.KINDS))
def test_every_kind_can_be_listed(
    run: Runner, kind: str, tmp_path: Path
) -> None:
    """The dossier that comes with the library has records of every kind, and so has the command."""
    file = tmp_path / "uk-france.json"
    entente.save(entente.example("uk-france"), file)
    result = run("list", kind, file)
    assert result.code == CLEAN
    assert len(result.out.splitlines()) == 2 + len(
        getattr(entente.example("uk-france"), kind)
    )


def test_a_terminal_is_not_overrun(
    run: Runner, monkeypatch: pytest.MonkeyPatch, sound: Path
) -> None:
    """A table is cut to the width of a terminal, but not in a file."""
    monkeypatch.setenv("COLUMNS", "40")
    wide = run("list", "commitments", sound).out
    on_a_terminal(monkeypatch)
    narrow = run("list", "commitments", sound).out
    assert max(map(len, wide.splitlines())) > 40
    assert "…" in narrow


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            ["--theme", "boat"],
            "entente: there is no theme 'boat'; did you mean 'boats'?\n",
        ),
        (["--theme", "FR"], "entente: 'FR' is a party, not a theme\n"),
        (
            ["--by", "UK"],
            "entente: there is no party, office or minister 'UK'; write 'GB'\n",
        ),
        (
            ["--firmness", "plegded"],
            "entente: 'plegded' is not a firmness; did you mean 'pledged'?\n",
        ),
        (
            ["--made", "2024-02-30"],
            "entente: '2024-02-30' is not a date: there is no day 30: 2024-02 has 29 days (at character 9)\n",
        ),
    ],
)
def test_a_question_that_makes_no_sense_is_wrong_usage(
    run: Runner, sound: Path, asked: list[str], said: str
) -> None:
    """A mistyped id, word or date is an error with a suggestion, and never an empty list."""
    assert run("list", "commitments", sound, *asked) == Run(USAGE, "", said)


def test_yes_and_no_may_be_asked_together(run: Runner, sound: Path) -> None:
    """Both yes and no match every record, as with any filter given twice."""
    result = run("list", "commitments", sound, "--firm", "yes", "--firm", "no")
    assert result.code == CLEAN
    assert [row.split()[0] for row in result.out.splitlines()[2:]] == [
        "patrol",
        "share",
    ]


def test_a_dossier_that_cannot_be_loaded_is_not_listed(
    run: Runner, tmp_path: Path
) -> None:
    """Errors of loading go to standard error, and the code is 1."""
    file = write(tmp_path / "broken.toml", BROKEN)
    result = run("list", "themes", file)
    assert (result.code, result.out) == (PROBLEMS, "")
    assert result.err == (
        "1 problem\n"
        f"  {file}:4:1: themes[0].lable (boats): 'lable' is not a key of a theme; did you mean 'label'?\n"
    )


def test_yes_or_no_is_explained(run: Runner, sound: Path) -> None:
    """A question of yes or no says so."""
    result = run("list", "commitments", sound, "--firm", "maybe")
    assert result.err.endswith(
        "argument --firm: 'maybe' is neither yes nor no\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["themes", "--thme", "boats"],
            (
                "'--thme' is not a filter of themes; did you mean '--theme'?"
                " there are --theme, --identifier, --source"
            ),
        ),
        (
            ["themes", "--sourse=notice"],
            (
                "'--sourse' is not a filter of themes; did you mean '--source'?"
                " there are --theme, --identifier, --source"
            ),
        ),
        (
            ["sources", "--xyz"],
            (
                "'--xyz' is not a filter of sources;"
                " there are --kind, --issued-by, --identifier, --published, --certain"
            ),
        ),
    ],
)
def test_a_mistyped_filter_is_an_error_that_lists_the_filters(
    run: Runner, sound: Path, arguments: list[str], message: str
) -> None:
    """A filter that a kind does not have suggests the right one, and names them all; the code is 2."""
    kind, *filters = arguments
    assert run("list", kind, sound, *filters) == Run(
        USAGE, "", f"entente: {message}\n"
    )


def test_a_kind_without_dates_has_no_certain_matches(
    run: Runner, sound: Path
) -> None:
    """`--certain` is a filter only where a date is one."""
    result = run("list", "themes", sound, "--certain")
    assert (result.code, result.out) == (USAGE, "")
    assert result.err.startswith(
        "entente: '--certain' is not a filter of themes; "
    )


def test_a_schedule_is_listed_on_a_day(run: Runner, tmp_path: Path) -> None:
    """A schedule depends on the day, and on the day as of which it is known."""
    file = tmp_path / "kept.toml"
    entente.save(entente.example("promises-kept"), file)
    ask = ("list", "commitments", file, "--schedule")
    assert "convene-calais-group" in run(*ask, "due", "--on", "2024-03-03").out
    assert (
        "convene-calais-group"
        in run(*ask, "met_on_time", "--on", "2024-06-01").out
    )
    late = run(
        *ask, "overdue", "--on", "2024-06-01", "--as-known", "2024-03-03"
    ).out
    assert "convene-calais-group" in late


def test_a_schedule_without_a_day_is_that_of_today(
    run: Runner, tmp_path: Path
) -> None:
    """The day is that of the machine, and is said beside the answer."""
    file = tmp_path / "kept.toml"
    entente.save(entente.example("promises-kept"), file)
    ask = ("list", "commitments", file, "--schedule", "met_on_time")
    result = run(*ask)
    day = result.err.removeprefix("on ").partition(",")[0]
    assert result.err == (
        f"on {day}, which is today; ask about another day with --on\n"
    )
    assert result.out == run(*ask, "--on", day).out
    assert result.code == CLEAN


def test_a_filter_that_people_call_otherwise_is_found(
    run: Runner, sound: Path
) -> None:
    """What people call a key they call its filter, too."""
    result = run("list", "commitments", sound, "--deadline", "2024")
    assert result.code == USAGE
    assert (
        "'--deadline' is not a filter of commitments; did you mean '--due'?"
        in result.err
    )


def test_what_one_party_did_is_listed(run: Runner, tmp_path: Path) -> None:
    """A status may be that of one of several parties, and a party may include its groupings."""
    file = tmp_path / "several.toml"
    group = Party(
        id="group",
        name="Group",
        kind=PartyKind.GROUPING,
        members=(Membership(party="FR"), Membership(party="DE")),
    )
    pledge = Commitment(
        id="pledge",
        summary="Pay.",
        by=("group",),
        reports=(
            Report(
                on="2024", by="NL", of="FR", status=ReportedStatus.COMPLETED
            ),
        ),
    )
    entente.save(entente.Dossier([group, pledge]), file)
    ask = ("list", "commitments", file)
    kept = (*ask, "--status", "completed")
    assert "pledge" in run(*kept, "--of", "FR").out
    assert run(*kept, "--of", "DE").out.startswith("0 commitments")
    assert run(*ask, "--by", "FR").out.startswith("0 commitments")
    assert "pledge" in run(*ask, "--by", "FR", "--groupings").out
    result = run(*ask, "--groupings")
    assert (result.code, result.err) == (
        USAGE,
        "entente: groupings goes with a party that acts; ask for by, to or party\n",
    )


GROUP = """\
entente = 1

[[parties]]
id = "calais-group"
name = "Calais Group"
kind = "grouping"
members = [{ party = "FR" }, { party = "GB" }]

[[commitments]]
id = "meet"
summary = "Meet again."
by = ["calais-group"]
amounts = [{ value = "2 meetings" }]
reports = [
    { on = "2024-01-01", by = "FR", status = "completed", of = "FR" },
    { on = "2024-01-01", by = "GB", status = "in_progress", of = "GB" },
]

[[commitments]]
id = "pay"
summary = "Pay."
by = ["GB"]
conditions = [{ kind = "funding", recurs = true }]
"""


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        (["--by", "GB"], ["pay"]),
        (["--by", "GB", "--groupings"], ["meet", "pay"]),
        (["--conditional", "yes"], ["pay"]),
        (["--conditional", "no"], ["meet"]),
        (["--recurs", "yes"], ["pay"]),
        (["--unit", "meetings"], ["meet"]),
        (["--condition", "funding", "--condition", "approval"], ["pay"]),
        (["--declared", "completed", "--of", "FR"], ["meet"]),
    ],
)
def test_every_kind_of_filter_is_an_option(
    run: Runner, tmp_path: Path, asked: list[str], listed: list[str]
) -> None:
    """Texts, words, yes or no, and what only switches or names a party can all be asked."""
    result = run(
        "list", "commitments", write(tmp_path / "a.toml", GROUP), *asked
    )
    assert (result.code, result.err) == (CLEAN, "")
    assert [row.split()[0] for row in result.out.splitlines()[2:]] == listed


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (
            ["--groupings"],
            "groupings goes with a party that acts; ask for by, to or party",
        ),
        (
            ["--of", "FR"],
            "--of goes with --status, --declared, --assessed or --schedule; ask for one of them",
        ),
    ],
)
def test_an_option_that_changes_nothing_is_an_error(
    run: Runner, tmp_path: Path, option: list[str], said: str
) -> None:
    """Groupings, or a party whose doing is asked about, need a filter that they go with."""
    file = write(tmp_path / "a.toml", GROUP)
    assert run("list", "commitments", file, *option) == Run(
        USAGE, "", f"entente: {said}\n"
    )


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        (
            "commitments",
            {"--certain", "--groupings", "--of", "--on", "--as-known"},
        ),
        ("parties", {"--certain"}),
        ("themes", set()),
    ],
)
def test_help_shows_the_options_of_a_kind(
    run: Runner, kind: str, options: set[str]
) -> None:
    """Each kind has the options that its questions take, and no others."""
    every = {"--certain", "--groupings", "--of", "--on", "--as-known"}
    assert every & set(run("list", kind, "--help").out.split()) == options


# --- data ------------------------------------------------------------------------------------


def test_records_are_printed_as_csv(run: Runner, sound: Path) -> None:
    """With `--format csv` there is a line for each record, with all that is known of it."""
    result = run("list", "commitments", sound, "--format", "csv", "--by", "FR")
    assert (result.code, result.err) == (CLEAN, "")
    head, row = csv.DictReader(result.out.splitlines()), result.out
    assert [each["id"] for each in head] == ["patrol"]
    assert row.splitlines()[1].startswith("sound,patrol,0,")


def test_records_are_printed_as_json(run: Runner, sound: Path) -> None:
    """With `--format json` there is an object for each record."""
    result = run("list", "commitments", sound, "--format", "json")
    assert [each["id"] for each in json.loads(result.out)] == [
        "patrol",
        "share",
    ]


def test_what_is_printed_as_data_has_no_controls(
    run: Runner, tmp_path: Path
) -> None:
    """Controls in texts are escapes, and a formula has an apostrophe before it."""
    theme = entente.Theme(id="a", label="=1+1\x1b[2J")
    file = tmp_path / "odd.json"
    entente.save(entente.Dossier([theme]), file)
    as_csv = run("list", "themes", file, "--format", "csv").out
    assert r"'=1+1\x1b[2J" in as_csv
    as_json = run("list", "themes", file, "--format", "json").out
    assert json.loads(as_json)[0]["label"] == theme.label
    assert "\x1b" not in as_csv + as_json


def test_records_are_written_to_a_file(
    run: Runner, sound: Path, tmp_path: Path
) -> None:
    """With `--output` they are written, in the format of the file's name or another."""
    file = tmp_path / "found.sqlite"
    assert run("list", "commitments", sound, "--output", file) == Run(
        CLEAN, "", ""
    )
    with closing(sqlite3.connect(file)) as database:
        [found] = database.execute("SELECT count(*) FROM commitments")
    assert found == (2,)
    other = tmp_path / "found"
    run("list", "themes", sound, "--output", other, "--format", "csv")
    assert other.read_text().startswith("dossier,id,place,label")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--format", "xlsx"], "entente: xlsx is not text; name the file to write with --output\n"),
        (["--output", "a.csv", "--format", "table"], "entente: --output takes data; give --format one of parquet, csv, json, sqlite, duckdb, xlsx\n"),
        (["--output", "a.txt"], "entente: 'a.txt' does not say the format; write one of parquet, csv, json, sqlite, duckdb, xlsx\n"),
    ],
)  # fmt: skip
def test_data_that_cannot_be_given_is_refused(
    run: Runner, sound: Path, options: list[str], message: str
) -> None:
    """A format that no terminal shows needs a file, and a file a format of data."""
    assert run("list", "themes", sound, *options) == Run(USAGE, "", message)
