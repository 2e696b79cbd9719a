"""The command `entente`: what it prints, and the code that it exits with."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

import pytest
from attrs import frozen

import entente
from entente._cli import main
from entente.evidence import fingerprint

CLEAN, PROBLEMS, USAGE = 0, 1, 2

TEXT = "The ministers met.\nThey agreed to patrol more.\nThey agreed to meet again.\n"

TRACKER = f"""\
entente = 1

[[themes]]
id = "boats"
label = "Boats"

[[themes]]
id = "unused"
label = "Unused"

[[sources]]
id = "readout"
title = "Readout"
kind = "readout"

[[commitments]]
id = "patrol"  # the first
summary = "Patrol more."
by = ["FR"]
firmness = "agreed"
themes = ["boats"]
made = "2024-03"
due = "2023"
citations = [{{ source = "readout", lines = "2", fingerprint = "{fingerprint("They agreed to patrol more.")}" }}]

[[commitments]]
id = "share"
summary = "Share what is known."
by = ["GB"]
themes = ["boats"]
made = "2025"
"""

IN_ORDER = TRACKER.replace('due = "2023"', 'due = "2025"')

OVERDUE = "commitments[0].due (patrol): due 2023, before it was made, 2024-03"

BROKEN = """\
entente = 1
[[themes]]
id = "boats"
lable = "Boats"
"""


@frozen
class Run:
    """What a command printed, and the code that it exited with."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Runner:
    """Run a command in this process."""
    return Runner(capsys)


@frozen
class Runner:
    """Runs commands, and takes what they print."""

    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str | Path) -> Run:
        """Run a command with these arguments."""
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            code = int(str(stopped.code))
        out, err = self.capsys.readouterr()
        return Run(code, out, err)


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    """Write a dossier with a fault to a file."""
    return written(tmp_path / "tracker.toml", TRACKER)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """Write a dossier without a fault to a file."""
    return written(tmp_path / "sound.toml", IN_ORDER)


def written(file: Path, text: str) -> Path:
    """Write a file as it is given, and return it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return file


def given(
    monkeypatch: pytest.MonkeyPatch, data: str | bytes, encoding: str = "utf-8"
) -> None:
    """Put something on standard input, of which the system thinks that it is in `encoding`."""
    raw = data.encode() if isinstance(data, str) else data
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding=encoding)
    )


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let standard output be a terminal."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)


# --- check ---------------------------------------------------------------------------------------


def test_a_clean_dossier_prints_nothing(run: Runner, sound: Path) -> None:
    """Where nothing is wrong, nothing is said, and the code is 0."""
    assert run("check", sound) == Run(CLEAN, "", "")


def test_a_problem_is_told_with_its_place_and_rule(run: Runner, tracker: Path) -> None:
    """A line says how bad it is, where it stands in the file, in which record, what is wrong and by which rule."""
    said = f"error {tracker}:23:1: {OVERDUE} [due-before-made]\n"
    assert run("check", tracker) == Run(PROBLEMS, said, "")


def test_what_cannot_be_loaded_is_told_like_the_rest(
    run: Runner, tmp_path: Path
) -> None:
    """A dossier with a mistyped key is a dossier with problems: all of them, each with a cure."""
    file = written(tmp_path / "broken.toml", BROKEN)
    assert run("check", file) == Run(
        PROBLEMS,
        f"error {file}:2:1: themes[0] (boats): the key 'label' is missing [format]\n"
        f"error {file}:4:1: themes[0].lable (boats): "
        "'lable' is not a key of a theme; did you mean 'label'? [format]\n",
        "",
    )


def test_several_dossiers_are_checked_one_by_one(
    run: Runner, tmp_path: Path, tracker: Path, sound: Path
) -> None:
    """Each path is a dossier of its own, and what is wrong with one does not hide the others."""
    broken = written(tmp_path / "broken.toml", BROKEN)
    told = run("check", broken, sound, tracker)
    assert told.code == PROBLEMS
    assert [line.split(":")[0] for line in told.out.splitlines()] == [
        f"error {broken}",
        f"error {broken}",
        f"error {tracker}",
    ]


def test_a_folder_is_one_dossier(run: Runner, tmp_path: Path) -> None:
    """Files of a folder may name each other's records, and each problem stands in its file."""
    folder = tmp_path / "dossiers"
    themes, rest = TRACKER.split("\n[[sources]]")
    written(folder / "a" / "themes.toml", themes)
    file = written(folder / "commitments.toml", f"entente = 1\n\n[[sources]]{rest}")
    assert (
        run("check", folder).out == f"error {file}:15:1: {OVERDUE} [due-before-made]\n"
    )


@pytest.mark.parametrize(
    ("level", "rules"),
    [
        ("error", ["due-before-made"]),
        ("warning", ["due-before-made"]),
        ("info", ["due-before-made", "firm-without-metric", "unused-theme"]),
    ],
)
def test_the_level_says_what_counts(
    run: Runner, tracker: Path, level: str, rules: list[str]
) -> None:
    """What is below the level is neither told nor counted; unless told otherwise, questions are."""
    told = run("check", tracker, "--level", level)
    assert [
        line.rpartition("[")[2].rstrip("]") for line in told.out.splitlines()
    ] == rules
    assert told.code == PROBLEMS


def test_questions_alone_are_clean(run: Runner, sound: Path) -> None:
    """What is told with `--level info` only is no problem without it."""
    assert run("check", sound).code == CLEAN
    assert run("check", sound, "--level", "info").code == PROBLEMS


def test_a_warning_is_no_error(run: Runner, tmp_path: Path) -> None:
    """With `--level error` a warning is passed over."""
    twice = IN_ORDER.replace('label = "Unused"', 'label = "boats"')
    file = written(tmp_path / "twice.toml", twice)
    assert run("check", file).out == (
        f"warning {file}:7:1: themes[1] (unused): goes by 'boats', and so does 'boats' [alias-claimed-twice]\n"
    )
    assert run("check", file, "--level", "error") == Run(CLEAN, "", "")


# --- check: sources ------------------------------------------------------------------------------

CITED = "commitments[0].citations[0] (patrol): "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TEXT, None),
        (
            "Corrected.\n" + TEXT,
            "warning {}the passage of 'readout' stands in line 3 now",
        ),
        ("They agreed to patrol more.\n" * 3, None),
        (
            TEXT.replace("more", "less"),
            "error {}the passage does not stand in 'readout'",
        ),
    ],
)
def test_citations_are_held_against_the_texts(
    run: Runner, tmp_path: Path, sound: Path, text: str, told: str | None
) -> None:
    """With `--sources` the cited passages are looked up in files that are called after their sources."""
    written(tmp_path / "texts" / "readout.txt", text)
    said = (
        "" if told is None else f"{told.format(f'{sound}:24:14: {CITED}')} [citation]\n"
    )
    assert run("check", sound, "--sources", tmp_path / "texts") == Run(
        CLEAN if not said else PROBLEMS, said, ""
    )


def test_a_passage_that_stands_at_several_places_is_a_warning(
    run: Runner, tmp_path: Path, sound: Path
) -> None:
    """Where the passage has moved to several places, nobody guesses which is meant."""
    written(
        tmp_path / "texts" / "readout.txt",
        "A.\nB.\n" + "They agreed to patrol more.\n" * 2,
    )
    told = run("check", sound, "--sources", tmp_path / "texts")
    assert told.out.endswith(
        "the passage stands at several places of 'readout' [citation]\n"
    )
    assert told.code == PROBLEMS


def test_a_folder_without_any_of_the_texts_is_wrong_usage(
    run: Runner, tmp_path: Path, sound: Path
) -> None:
    """A text under a mistyped name never passes for one in which every citation stands."""
    (tmp_path / "texts").mkdir()
    told = run("check", sound, "--sources", tmp_path / "texts")
    assert told.code == USAGE
    assert told.err == (
        f"entente: {tmp_path / 'texts'}: the folder holds no text of a source, such as readout.txt\n"
    )


def test_a_folder_of_texts_that_is_not_there_is_wrong_usage(
    run: Runner, tmp_path: Path, sound: Path
) -> None:
    """A mistyped `--sources` never passes for texts in which every citation stands."""
    told = run("check", sound, "--sources", tmp_path / "txts")
    assert (told.code, told.out) == (USAGE, "")
    assert told.err.startswith("entente: ")
    assert str(tmp_path / "txts") in told.err


def test_a_text_that_is_not_utf_8_is_wrong_usage(
    run: Runner, tmp_path: Path, sound: Path
) -> None:
    """A source that cannot be read is told by the name of its file."""
    file = written(tmp_path / "texts" / "readout.txt", "")
    file.write_bytes(b"\xff\xfe")
    told = run("check", sound, "--sources", tmp_path / "texts")
    assert (told.code, told.out) == (USAGE, "")
    assert told.err.startswith(f"entente: {file}: the file is not UTF-8")


# --- check: formats ------------------------------------------------------------------------------


def test_json_holds_every_problem(run: Runner, tracker: Path) -> None:
    """The output is one JSON list, with a table of all that is known of each problem."""
    told = run("check", tracker, "--format", "json")
    assert json.loads(told.out) == [
        {
            "message": "due 2023, before it was made, 2024-03",
            "rule": "due-before-made",
            "severity": "error",
            "file": str(tracker),
            "line": 23,
            "column": 1,
            "path": "commitments[0].due",
            "record": "patrol",
            "hint": None,
        }
    ]
    assert (told.code, told.err) == (PROBLEMS, "")


def test_json_of_a_clean_dossier_is_an_empty_list(run: Runner, sound: Path) -> None:
    """A program that reads the output need not look at the code."""
    assert run("check", sound, "--format", "json") == Run(CLEAN, "[]\n", "")


def test_json_holds_what_could_not_be_loaded(run: Runner, tmp_path: Path) -> None:
    """Faults of the format are told in JSON too, letters as they are written."""
    file = written(tmp_path / "broken.toml", BROKEN.replace("lable", '"läbel"'))
    told = json.loads(out := run("check", file, "--format", "json").out)
    assert [problem["hint"] for problem in told] == [None, "did you mean 'label'?"]
    assert "läbel" in out


def test_github_shows_problems_beside_the_lines(run: Runner, tracker: Path) -> None:
    """A workflow command has the file, the line, the column and the rule, and says what is wrong."""
    said = (
        f"::error file={tracker},line=23,col=1,title=due-before-made::"
        "commitments[0].due: due 2023, before it was made, 2024-03\n"
    )
    assert run("check", tracker, "--format", "github") == Run(PROBLEMS, said, "")


def test_github_has_a_word_for_each_severity(run: Runner, tmp_path: Path) -> None:
    """Errors and warnings are called so, and questions are notices."""
    file = written(
        tmp_path / "t.toml", TRACKER.replace('label = "Unused"', 'label = "boats"')
    )
    told = run("check", file, "--format", "github", "--level", "info").out
    assert [line.split()[0] for line in told.splitlines()] == [
        "::error",
        "::notice",
        "::warning",
        "::notice",
    ]


def test_github_says_how_to_mend_it(run: Runner, tmp_path: Path) -> None:
    """The cure is told where the fault is."""
    file = written(tmp_path / "broken.toml", BROKEN)
    told = run("check", file, "--format", "github").out.splitlines()[1]
    assert told.endswith(
        "::themes[0].lable: 'lable' is not a key of a theme; did you mean 'label'?"
    )


def test_github_commands_are_escaped(run: Runner, tmp_path: Path) -> None:
    """No text of a dossier ends a command, or begins one."""
    file = written(
        tmp_path / "50%, a:b.toml",
        'entente = 1\n[["a\\n::error::,100%\\r"]]\nid = "a"\n[["a::b"]]\nid = "a"\n',
    )
    told = run("check", file, "--format", "github").out.splitlines()
    assert len(told) == 2
    for line in told:
        command, _, message = line.removeprefix("::error ").partition("::")
        assert command.startswith(f"file={tmp_path}/50%25%2C a%3Ab.toml,")
        assert "100%25" in message or "a::b" in message


def test_github_leaves_out_what_is_not_known(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A problem of standard input has no file."""
    given(monkeypatch, "entente = 1\n[[themse]]\n")
    told = run("check", "-", "--format", "github").out
    assert told.startswith(
        "::error line=2,col=1,title=format::themse: 'themse' is not a kind of record"
    )


def test_each_problem_is_one_line(run: Runner, tmp_path: Path) -> None:
    """Neither a key nor an id breaks a line, or moves the cursor of a terminal."""
    file = written(
        tmp_path / "odd.json",
        json.dumps(
            {
                "entente": 1,
                "a\nb\x1b[31m": [],
                "themes": [{"id": "a\x1b[2J\rb", "label": "A"}],
            }
        ),
    )
    told = run("check", file).out
    assert len(told.splitlines()) == 2
    assert all(letter.isprintable() for letter in told.replace("\n", ""))


# --- check: colour -------------------------------------------------------------------------------


def test_a_terminal_is_shown_colours(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tracker: Path
) -> None:
    """Each severity has a colour of its own."""
    on_a_terminal(monkeypatch)
    twice = tracker.read_text().replace('label = "Unused"', 'label = "boats"')
    written(tracker, twice)
    lines = run("check", tracker, "--level", "info").out.splitlines()
    assert (
        lines[0] == f"\x1b[31merror\x1b[0m {tracker}:23:1: {OVERDUE} [due-before-made]"
    )
    assert {line.split()[0] for line in lines} == {
        "\x1b[31merror\x1b[0m",
        "\x1b[33mwarning\x1b[0m",
        "\x1b[36minfo\x1b[0m",
    }


def test_no_color_is_heeded(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tracker: Path
) -> None:
    """Whoever sets NO_COLOR sees none."""
    on_a_terminal(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("check", tracker).out


@pytest.mark.parametrize("format", ["json", "github"])
def test_what_programs_read_has_no_colour(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tracker: Path, format: str
) -> None:
    """Colour is for the eyes only."""
    on_a_terminal(monkeypatch)
    assert "\x1b" not in run("check", tracker, "--format", format).out


def test_a_pipe_is_shown_no_colours(run: Runner, tracker: Path) -> None:
    """What does not go to a terminal is plain text."""
    assert "\x1b" not in run("check", tracker).out


# --- standard input ------------------------------------------------------------------------------


def test_standard_input_is_read_as_toml(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hyphen stands for standard input; the place of a problem has no file's name."""
    given(monkeypatch, TRACKER)
    told = run("check", "-")
    assert (told.code, told.err) == (PROBLEMS, "")
    assert told.out.endswith(f"{OVERDUE} [due-before-made]\n")
    assert "-:" not in told.out


@pytest.mark.parametrize("format", ["json", "toml", "yaml"])
def test_standard_input_may_be_in_any_format(
    run: Runner, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    """`--from` says which."""
    dossier = entente.loads(IN_ORDER, format="toml")
    given(monkeypatch, entente.dumps(dossier, format=format))
    assert run("show", "-", "share", "--from", format).out.startswith(
        '[[commitments]]\nid = "share"\n'
    )


def test_standard_input_that_is_broken_is_told(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Faults of what is read from standard input have a line and a column."""
    given(monkeypatch, BROKEN)
    assert run("check", "-").out.splitlines()[1] == (
        "error 4:1: themes[0].lable (boats): 'lable' is not a key of a theme; did you mean 'label'? [format]"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "ascii", "cp1252"])
def test_standard_input_is_utf_8_whatever_the_system_thinks(
    run: Runner, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    """A dossier reads the same from a file and from a pipe, with or without a byte order mark."""
    for mark in ("", "\ufeff"):
        given(monkeypatch, mark + IN_ORDER.replace("Share", "Ŝhare"), encoding)
        assert 'summary = "Ŝhare what is known."' in run("show", "-", "share").out


def test_standard_input_that_is_not_utf_8_is_told(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bytes that are no text are a problem like any other, and no crash."""
    given(monkeypatch, IN_ORDER.encode() + b"# \xff\n")
    told = run("check", "-")
    assert told.code == PROBLEMS
    assert "not UTF-8" in told.out


# --- list ----------------------------------------------------------------------------------------


def test_records_are_listed_as_a_table(run: Runner, sound: Path) -> None:
    """A kind without questions lists all of its records; a pipe gets every line whole."""
    told = run("list", "commitments", sound)
    assert (told.code, told.err) == (CLEAN, "")
    head, line, *rows = told.out.splitlines()
    assert head.split() == ["id", "made", "due", "by", "firmness", "cited", "what"]
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
        (["--made", "2024-03-15/2024-03-20", "--made", "2025"], ["patrol", "share"]),
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
    told = run("list", "commitments", sound, *asked)
    assert told.code == CLEAN
    assert [row.split()[0] for row in told.out.splitlines()[2:]] == listed


@pytest.mark.parametrize(
    "asked", [["--by", "GB", "--made", "2024"], ["--made", "2025-05", "--certain"]]
)
def test_a_question_may_have_no_answer(
    run: Runner, sound: Path, asked: list[str]
) -> None:
    """That nothing fits is an answer, which says what was asked, and no fault."""
    told = run("list", "commitments", sound, *asked)
    assert (told.code, told.err) == (CLEAN, "")
    assert told.out.startswith("0 commitments where ")


@pytest.mark.parametrize("kind", list(entente.records._model.KINDS))
def test_every_kind_can_be_listed(run: Runner, kind: str, tmp_path: Path) -> None:
    """The dossier that comes with the library has records of every kind, and so has the command."""
    file = tmp_path / "uk-france.json"
    entente.save(entente.example("uk-france"), file)
    told = run("list", kind, file)
    assert told.code == CLEAN
    assert len(told.out.splitlines()) == 2 + len(
        getattr(entente.example("uk-france"), kind)
    )


def test_a_terminal_is_not_overrun(
    run: Runner, monkeypatch: pytest.MonkeyPatch, sound: Path
) -> None:
    """What is too wide for a terminal is cut; what goes to a file is not."""
    monkeypatch.setenv("COLUMNS", "60")
    wide = run("list", "commitments", sound).out
    on_a_terminal(monkeypatch)
    narrow = run("list", "commitments", sound).out
    assert max(map(len, wide.splitlines())) > 60
    assert "…" in narrow


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            ["--theme", "boat"],
            "entente: there is no theme 'boat'; did you mean 'boats'?\n",
        ),
        (["--theme", "FR"], "entente: 'FR' is a party; a theme belongs here\n"),
        (["--by", "UK"], "entente: there is no party 'UK'; write 'GB'\n"),
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
    """Either of the two is no question, as with any other option that is given twice."""
    told = run("list", "commitments", sound, "--firm", "yes", "--firm", "no")
    assert told.code == CLEAN
    assert [row.split()[0] for row in told.out.splitlines()[2:]] == ["patrol", "share"]


def test_a_dossier_that_cannot_be_loaded_is_not_listed(
    run: Runner, tmp_path: Path
) -> None:
    """Where there is no dossier, its problems go to standard error, and the code is 1."""
    file = written(tmp_path / "broken.toml", BROKEN)
    told = run("list", "themes", file)
    assert (told.code, told.out) == (PROBLEMS, "")
    assert told.err == (
        "2 problems\n"
        f"  {file}:2:1: themes[0] (boats): the key 'label' is missing\n"
        f"  {file}:4:1: themes[0].lable (boats): 'lable' is not a key of a theme; did you mean 'label'?\n"
    )


# --- show ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ([], '[[themes]]\nid = "boats"\nlabel = "Boats"\n'),
        (["--format", "toml"], '[[themes]]\nid = "boats"\nlabel = "Boats"\n'),
        (["--format", "yaml"], "themes:\n  - id: boats\n    label: Boats\n"),
        (
            ["--format", "json"],
            '{\n  "themes": [\n    {\n      "id": "boats",\n      "label": "Boats"\n    }\n  ]\n}\n',
        ),
    ],
)
def test_a_record_is_shown_as_it_stands_in_a_file(
    run: Runner, sound: Path, options: list[str], shown: str
) -> None:
    """One record is printed in the format that is asked for, ready to be copied."""
    assert run("show", sound, "boats", *options) == Run(CLEAN, shown, "")


def test_a_state_can_be_shown(run: Runner, sound: Path) -> None:
    """States need no declaration."""
    assert (
        run("show", sound, "FR").out
        == '[[parties]]\nid = "FR"\nname = "France"\nkind = "state"\n'
    )


def test_an_unknown_id_is_wrong_usage(run: Runner, sound: Path) -> None:
    """An id that is not there is told with the one that may have been meant."""
    said = "entente: there is no record 'patrols'; did you mean 'patrol'?\n"
    assert run("show", sound, "patrols") == Run(USAGE, "", said)


# --- convert -------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["json", "toml", "yaml", "yml"])
def test_a_dossier_is_converted(
    run: Runner, tmp_path: Path, sound: Path, ending: str
) -> None:
    """The ending of the name tells the format, and nothing is lost."""
    out = tmp_path / f"out.{ending}"
    assert run("convert", sound, out) == Run(CLEAN, "", "")
    assert entente.load(out) == entente.load(sound)


def test_standard_input_is_converted(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What comes through a pipe can be written to a file."""
    given(monkeypatch, IN_ORDER)
    assert run("convert", "-", tmp_path / "out.json").code == CLEAN
    assert entente.load(tmp_path / "out.json") == entente.loads(IN_ORDER, format="toml")


def test_a_format_that_is_not_known_is_wrong_usage(
    run: Runner, tmp_path: Path, sound: Path
) -> None:
    """Nothing is written where the name does not tell the format."""
    out = tmp_path / "out.txt"
    said = (
        f"entente: {out}: the file name must end in one of .json, .toml, .yaml, .yml\n"
    )
    assert run("convert", sound, out) == Run(USAGE, "", said)
    assert not out.exists()


def test_a_file_that_cannot_be_written_is_told_by_its_own_name(
    run: Runner, tmp_path: Path, sound: Path
) -> None:
    """The message names the file that was asked for, and no other."""
    out = tmp_path / "nowhere" / "out.json"
    said = f"entente: {out}: no such file or directory\n"
    assert run("convert", sound, out) == Run(USAGE, "", said)


def test_a_dossier_that_cannot_be_loaded_is_not_converted(
    run: Runner, tmp_path: Path
) -> None:
    """A broken dossier leaves no file behind."""
    file = written(tmp_path / "broken.toml", BROKEN)
    assert run("convert", file, tmp_path / "out.json").code == PROBLEMS
    assert not (tmp_path / "out.json").exists()


# --- files that are not there, and usage ---------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["list", "themes"], ["show"], ["convert"]],
    ids=lambda arguments: str(arguments[0]),
)
def test_a_file_that_is_not_there_is_told(
    run: Runner, tmp_path: Path, arguments: list[str]
) -> None:
    """Each command names the file that it was asked to read."""
    file = tmp_path / "nope.toml"
    more = {"show": ["a"], "convert": [str(tmp_path / "out.json")]}
    told = run(*arguments, file, *more.get(arguments[0], ()))
    assert told.code == PROBLEMS
    assert (
        f"{file}: the file cannot be read: no such file or directory"
        in told.out + told.err
    )


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["chekc", "tracker.toml"],
        ["check"],
        ["check", "tracker.toml", "--level", "wrong"],
        ["check", "tracker.toml", "--format", "xml"],
        ["list"],
        ["list", "commitmnts", "tracker.toml"],
        ["list", "commitments"],
        ["list", "commitments", "tracker.toml", "--thme", "boats"],
        ["list", "commitments", "tracker.toml", "--firm", "maybe"],
        ["list", "themes", "tracker.toml", "--certain"],
        ["show", "tracker.toml"],
        ["convert", "tracker.toml"],
        ["check", "-", "--from", "xml"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told(run: Runner, arguments: list[str]) -> None:
    """A command that is not complete, or an option that there is not, shows how it is used; the code is 2."""
    told = run(*arguments)
    assert (told.code, told.out) == (USAGE, "")
    assert told.err.startswith("usage: entente")
    assert "error: " in told.err


def test_yes_or_no_is_explained(run: Runner, sound: Path) -> None:
    """A question of yes or no says so."""
    told = run("list", "commitments", sound, "--firm", "maybe")
    assert told.err.endswith("error: argument --firm: write yes or no\n")


# --- help ----------------------------------------------------------------------------------------


def test_help_teaches_by_example(run: Runner) -> None:
    """The help has a command line for each command, and the exit codes."""
    told = run("--help")
    assert (told.code, told.err) == (CLEAN, "")
    for command in ("check", "list", "show", "convert"):
        assert f"\n  entente {command} " in told.out
    assert "Exit codes: 0 clean, 1 problems, 2 wrong usage." in told.out


def test_the_examples_of_the_help_work(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whoever copies an example, with files of those names at hand, sees it work."""
    examples = [
        line.split("   ")[0].split()[1:]
        for line in run("--help").out.splitlines()
        if line.startswith("  entente ")
    ]
    monkeypatch.chdir(tmp_path)
    entente.save(entente.example("uk-france"), tmp_path / "tracker.toml")
    (tmp_path / "dossiers").mkdir()
    (tmp_path / "texts").mkdir()
    text = "The ministers met."
    notice = entente.Source(
        id="notice",
        title="Notice",
        kind=entente.SourceKind.PRESS_NOTICE,
        citations=(entente.cite(text, text, source="notice"),),
    )
    entente.save(entente.Dossier([notice]), tmp_path / "dossiers" / "notice.toml")
    written(tmp_path / "texts" / "notice.txt", text)
    assert examples
    for example in examples:
        told = run(*example)
        assert (told.code, told.err) == (CLEAN, ""), example


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["list"],
        *(["list", kind] for kind in entente.records._model.KINDS),
        ["show"],
        ["convert"],
    ],
    ids=" ".join,
)
def test_every_command_has_help(run: Runner, arguments: Sequence[str]) -> None:
    """`--help` works everywhere."""
    told = run(*arguments, "--help")
    assert (told.code, told.err) == (CLEAN, "")
    assert told.out.startswith(f"usage: entente {' '.join(arguments)} ")


# --- the installed script ------------------------------------------------------------------------

SCRIPT = Path(sysconfig.get_path("scripts")) / (
    "entente.exe" if os.name == "nt" else "entente"
)
installed = pytest.mark.skipif(
    not SCRIPT.exists(), reason="the library is not installed"
)


def called(
    *arguments: str | Path, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the installed command in a process of its own."""
    return subprocess.run(  # noqa: S603
        [SCRIPT, *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
        timeout=60,
    )


@installed
def test_the_installed_command_works(tracker: Path, sound: Path) -> None:
    """The command is on the path after an installation, and its exit code is the shell's."""
    told = called("check", tracker)
    assert (told.returncode, told.stderr) == (PROBLEMS, b"")
    assert told.stdout.decode().splitlines() == [
        f"error {tracker}:23:1: {OVERDUE} [due-before-made]"
    ]
    assert called("check", sound).returncode == CLEAN
    assert called("show", sound, "x").returncode == USAGE


@installed
def test_a_reader_may_go_away(tmp_path: Path) -> None:
    """`entente list … | head -1` ends in silence, and not in a traceback."""
    file = tmp_path / "uk-france.toml"
    entente.save(entente.example("uk-france"), file)
    process = subprocess.Popen(  # noqa: S603
        [SCRIPT, "list", "commitments", file],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()


@installed
@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_an_old_code_page_is_no_reason_to_crash(sound: Path, encoding: str) -> None:
    """Where standard output knows few letters, as on older Windows, the table is printed all the same."""
    told = called(
        "list", "commitments", sound, PYTHONIOENCODING=encoding, PYTHONUTF8="0"
    )
    assert (told.returncode, told.stderr) == (CLEAN, b"")
    assert b"patrol" in told.stdout


def test_whoever_has_seen_enough_is_not_shown_an_error(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, sound: Path
) -> None:
    """A reader that closes the pipe ends the command in silence."""

    def closed(path: object) -> entente.Dossier:
        raise BrokenPipeError

    monkeypatch.setattr("entente._cli.load", closed)
    assert main(["list", "commitments", str(sound)]) == CLEAN
    assert capfd.readouterr() == ("", "")


def test_a_stream_of_no_encoding_serves_too(
    monkeypatch: pytest.MonkeyPatch, sound: Path
) -> None:
    """Whoever calls the command from Python may collect what it prints."""
    collected = io.StringIO()
    monkeypatch.setattr(sys, "stdout", collected)
    assert main(["list", "commitments", str(sound)]) == CLEAN
    assert "patrol" in collected.getvalue()


def test_a_schedule_is_listed_on_a_day(run: Runner, tmp_path: Path) -> None:
    """What is overdue depends on the day, and on the day as of which it is known."""
    file = tmp_path / "kept.toml"
    entente.save(entente.example("promises-kept"), file)
    ask = ("list", "commitments", file, "--schedule")
    assert "convene-calais-group" in run(*ask, "due", "--on", "2024-03-03").out
    assert "convene-calais-group" in run(*ask, "met_on_time", "--on", "2024-06-01").out
    late = run(*ask, "overdue", "--on", "2024-06-01", "--as-known", "2024-03-03").out
    assert "convene-calais-group" in late
    told = run(*ask, "overdue")
    assert (told.code, told.err) == (
        USAGE,
        'entente: a schedule is that of a day; say which, such as on="2024-12-31"\n',
    )
