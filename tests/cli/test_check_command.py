"""`entente check`: what it prints, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import entente
from commands import (
    BROKEN,
    CLEAN,
    IN_ORDER,
    OVERDUE,
    PROBLEMS,
    TEXT,
    TRACKER,
    USAGE,
    Run,
    Runner,
    given,
    on_a_terminal,
    write,
)

# --- check ---------------------------------------------------------------------------------------


def test_a_clean_dossier_says_so(run: Runner, sound: Path) -> None:
    """A dossier without problems has no answer; a line beside it says so, and the code is 0."""
    one = run("check", sound)
    assert one == Run(CLEAN, "", "")
    assert one.summary == "5 records in sound.toml, 0 problems"
    both = run("check", sound, sound)
    assert both == Run(CLEAN, "", "")
    assert both.summary == "10 records in 2 dossiers, 0 problems"


@pytest.mark.parametrize(("format", "out"), [("json", "[]\n"), ("github", "")])
def test_programs_are_not_told(
    run: Runner, sound: Path, format: str, out: str
) -> None:
    """What a program reads has no such line."""
    found = run("check", sound, "--format", format)
    assert (found, found.summary) == (Run(CLEAN, out, ""), "")


def test_one_record_is_one(run: Runner, tmp_path: Path) -> None:
    """The line has the singular, too."""
    theme = 'entente = 1\n[[events]]\nid = "a"\nname = "A"\nwhen = "2024"\n'
    file = write(tmp_path / "one.toml", theme)
    found = run("check", file, "--level", "error")
    assert found == Run(CLEAN, "", "")
    assert found.summary == "1 record in one.toml, 0 problems"


def test_a_problem_has_its_location_and_rule(
    run: Runner, tracker: Path
) -> None:
    """A line has the severity, the file, line and column, the path, the record, the message and the rule."""
    said = f"error {tracker}:23:1: {OVERDUE} [due-before-made]\n"
    assert run("check", tracker) == Run(PROBLEMS, said, "")


def test_errors_of_loading_are_printed_like_problems(
    run: Runner, tmp_path: Path
) -> None:
    """A dossier with a mistyped key is a dossier with problems: all of them, each with a cure."""
    file = write(tmp_path / "broken.toml", BROKEN)
    assert run("check", file) == Run(
        PROBLEMS,
        f"error {file}:4:1: themes[0].lable (boats): "
        "'lable' is not a key of a theme; did you mean 'label'? [format]\n",
        "",
    )


def test_several_dossiers_are_checked_one_by_one(
    run: Runner, tmp_path: Path, tracker: Path, sound: Path
) -> None:
    """Each path is a dossier of its own, and one with errors does not hide the others."""
    broken = write(tmp_path / "broken.toml", BROKEN)
    result = run("check", broken, sound, tracker)
    assert result.code == PROBLEMS
    assert [line.split(":")[0] for line in result.out.splitlines()] == [
        f"error {broken}",
        f"error {tracker}",
    ]


def test_a_folder_is_one_dossier(run: Runner, tmp_path: Path) -> None:
    """Files of a folder may name each other's records, and each problem has the file it is in."""
    folder = tmp_path / "dossiers"
    themes, rest = TRACKER.split("\n[[sources]]")
    write(folder / "a" / "themes.toml", themes)
    file = write(
        folder / "commitments.toml", f"entente = 1\n\n[[sources]]{rest}"
    )
    assert (
        run("check", folder).out
        == f"error {file}:15:1: {OVERDUE} [due-before-made]\n"
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
    """Problems below the level are neither printed nor counted; by default those are infos."""
    result = run("check", tracker, "--level", level)
    assert [
        line.rpartition("[")[2].rstrip("]") for line in result.out.splitlines()
    ] == rules
    assert result.code == PROBLEMS


def test_questions_alone_are_clean(run: Runner, sound: Path) -> None:
    """Infos alone exit with 0 unless `--level info` asks for them."""
    assert run("check", sound).code == CLEAN
    assert run("check", sound, "--level", "info").code == PROBLEMS


def test_a_warning_is_not_an_error(run: Runner, tmp_path: Path) -> None:
    """With `--level error` a warning is passed over."""
    twice = IN_ORDER.replace('label = "Unused"', 'label = "boats"')
    file = write(tmp_path / "twice.toml", twice)
    assert run("check", file).out == (
        f"warning {file}:7:1: themes[1] (unused): goes by 'boats', and so does 'boats' [alias-claimed-twice]\n"
    )
    assert run("check", file, "--level", "error") == Run(CLEAN, "", "")


# --- check: sources ------------------------------------------------------------------------------

CITED = "commitments[0].citations[0] (patrol): "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT, None),
        (
            "Corrected.\n" + TEXT,
            "warning {}the passage of 'readout' has moved to line 3",
        ),
        ("They agreed to patrol more.\n" * 3, None),
        (
            TEXT.replace("more", "less"),
            "error {}the passage is not in 'readout'",
        ),
    ],
)
def test_citations_are_compared_with_the_texts(
    run: Runner, tmp_path: Path, sound: Path, text: str, expected: str | None
) -> None:
    """With `--sources` the cited passages are looked up in files that are called after their sources."""
    write(tmp_path / "texts" / "readout.txt", text)
    said = (
        ""
        if expected is None
        else f"{expected.format(f'{sound}:24:14: {CITED}')} [citation]\n"
    )
    assert run("check", sound, "--sources", tmp_path / "texts") == Run(
        CLEAN if not said else PROBLEMS, said, ""
    )


def test_a_passage_that_occurs_several_times_is_a_warning(
    run: Runner, tmp_path: Path, sound: Path
) -> None:
    """A passage that moved and occurs several times is reported as such."""
    write(
        tmp_path / "texts" / "readout.txt",
        "A.\nB.\n" + "They agreed to patrol more.\n" * 2,
    )
    result = run("check", sound, "--sources", tmp_path / "texts")
    assert result.out.endswith(
        "the passage occurs several times in 'readout' [citation]\n"
    )
    assert result.code == PROBLEMS


def test_a_folder_without_any_of_the_texts_is_wrong_usage(
    run: Runner, tmp_path: Path, sound: Path
) -> None:
    """A folder without any of the texts is an error, not a clean result."""
    (tmp_path / "texts").mkdir()
    result = run("check", sound, "--sources", tmp_path / "texts")
    assert result.code == USAGE
    assert result.err == (
        f"entente: {tmp_path / 'texts'}: the folder holds no text of a source, such as readout.txt\n"
    )


def test_a_folder_of_texts_that_is_not_there_is_wrong_usage(
    run: Runner, tmp_path: Path, sound: Path
) -> None:
    """A mistyped `--sources` is an error, not a clean result."""
    result = run("check", sound, "--sources", tmp_path / "txts")
    assert (result.code, result.out) == (USAGE, "")
    assert result.err.startswith("entente: ")
    assert str(tmp_path / "txts") in result.err


def test_a_text_that_is_not_utf_8_is_wrong_usage(
    run: Runner, tmp_path: Path, sound: Path
) -> None:
    """An error over a text that cannot be read names its file."""
    file = write(tmp_path / "texts" / "readout.txt", "")
    file.write_bytes(b"\xff\xfe")
    result = run("check", sound, "--sources", tmp_path / "texts")
    assert (result.code, result.out) == (USAGE, "")
    assert result.err.startswith(f"entente: {file}: the file is not UTF-8")


# --- check: formats ------------------------------------------------------------------------------


def test_json_holds_every_problem(run: Runner, tracker: Path) -> None:
    """The output is one JSON list, with a table of all that is known of each problem."""
    result = run("check", tracker, "--format", "json")
    assert json.loads(result.out) == [
        {
            "message": "due 2023, but only made 2024-03",
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
    assert (result.code, result.err) == (PROBLEMS, "")


def test_json_of_a_clean_dossier_is_an_empty_list(
    run: Runner, sound: Path
) -> None:
    """A program that reads the output need not look at the code."""
    assert run("check", sound, "--format", "json") == Run(CLEAN, "[]\n", "")


def test_json_holds_what_could_not_be_loaded(
    run: Runner, tmp_path: Path
) -> None:
    """Errors of loading are printed as JSON too, with letters unescaped."""
    file = write(tmp_path / "broken.toml", BROKEN.replace("lable", '"läbel"'))
    result = json.loads(out := run("check", file, "--format", "json").out)
    assert [problem["hint"] for problem in result] == [
        "did you mean 'label'?",
    ]
    assert "läbel" in out


def test_github_shows_problems_beside_the_lines(
    run: Runner, tracker: Path
) -> None:
    """A workflow command has the file, line, column, rule and message."""
    said = (
        f"::error file={tracker},line=23,col=1,title=due-before-made::"
        "commitments[0].due: due 2023, but only made 2024-03\n"
    )
    assert run("check", tracker, "--format", "github") == Run(
        PROBLEMS, said, ""
    )


def test_github_has_a_word_for_each_severity(
    run: Runner, tmp_path: Path
) -> None:
    """Errors and warnings are called so, and questions are notices."""
    file = write(
        tmp_path / "t.toml",
        TRACKER.replace('label = "Unused"', 'label = "boats"'),
    )
    result = run("check", file, "--format", "github", "--level", "info").out
    assert [line.split()[0] for line in result.splitlines()] == [
        "::error",
        "::notice",
        "::warning",
        "::notice",
    ]


def test_github_prints_hints(run: Runner, tmp_path: Path) -> None:
    """A workflow command includes the hint."""
    file = write(tmp_path / "broken.toml", BROKEN)
    result = run("check", file, "--format", "github").out.splitlines()[0]
    assert result.endswith(
        "::themes[0].lable: 'lable' is not a key of a theme; did you mean 'label'?"
    )


def test_github_commands_are_escaped(run: Runner, tmp_path: Path) -> None:
    """No text of a dossier ends a command, or begins one."""
    file = write(
        tmp_path / "50%, a:b.toml",
        'entente = 1\n[["a\\n::error::,100%\\r"]]\nid = "a"\n[["a::b"]]\nid = "a"\n',
    )
    result = run("check", file, "--format", "github").out.splitlines()
    assert len(result) == 2
    for line in result:
        command, _, message = line.removeprefix("::error ").partition("::")
        assert command.startswith(f"file={tmp_path}/50%25%2C a%3Ab.toml,")
        assert "100%25" in message or "a::b" in message


def test_github_leaves_out_what_is_not_known(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A problem of standard input has no file."""
    given(monkeypatch, "entente = 1\n[[themse]]\n")
    result = run("check", "-", "--format", "github").out
    assert result.startswith(
        "::error line=2,col=1,title=format::themse: 'themse' is not a kind of record"
    )


def test_github_shows_problems_of_a_whole_file(
    run: Runner, tmp_path: Path
) -> None:
    """A problem without a path has its message alone."""
    result = run("check", tmp_path / "gone.toml", "--format", "github").out
    assert "title=file::the file cannot be read: " in result


def test_each_problem_is_one_line(run: Runner, tmp_path: Path) -> None:
    """Neither a key nor an id breaks a line, or moves the cursor of a terminal."""
    file = write(
        tmp_path / "odd.json",
        json.dumps(
            {
                "entente": 1,
                "a\nb\x1b[31m": [],
                "themes": [{"id": "a\x1b[2J\rb", "label": "A"}],
            }
        ),
    )
    result = run("check", file).out
    assert len(result.splitlines()) == 2
    assert all(letter.isprintable() for letter in result.replace("\n", ""))


# --- check: colour -------------------------------------------------------------------------------


def test_a_terminal_is_shown_colours(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tracker: Path
) -> None:
    """Each severity has a colour of its own."""
    on_a_terminal(monkeypatch)
    twice = tracker.read_text().replace('label = "Unused"', 'label = "boats"')
    write(tracker, twice)
    lines = run("check", tracker, "--level", "info").out.splitlines()
    assert (
        lines[0]
        == f"\x1b[31merror\x1b[0m {tracker}:23:1: {OVERDUE} [due-before-made]"
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
    """Output that does not go to a terminal has no colours."""
    assert "\x1b" not in run("check", tracker).out


# --- standard input ------------------------------------------------------------------------------


def test_standard_input_is_read_as_toml(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hyphen means standard input; problems of it name no file."""
    given(monkeypatch, TRACKER)
    result = run("check", "-")
    assert (result.code, result.err) == (PROBLEMS, "")
    assert result.out.endswith(f"{OVERDUE} [due-before-made]\n")
    assert "-:" not in result.out


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


def test_broken_standard_input_is_reported(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Errors of loading standard input have a line and a column."""
    given(monkeypatch, BROKEN)
    assert run("check", "-").out.splitlines()[0] == (
        "error 4:1: themes[0].lable (boats): 'lable' is not a key of a theme; did you mean 'label'? [format]"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "ascii", "cp1252"])
def test_standard_input_is_utf_8_whatever_the_system_thinks(
    run: Runner, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    """A dossier reads the same from a file and from a pipe, with or without a byte order mark."""
    for mark in ("", "\ufeff"):
        given(monkeypatch, mark + IN_ORDER.replace("Share", "Ŝhare"), encoding)
        assert (
            'summary = "Ŝhare what is known."' in run("show", "-", "share").out
        )


def test_standard_input_that_is_not_utf_8_is_reported(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bytes that are no text are a problem like any other, and no crash."""
    given(monkeypatch, IN_ORDER.encode() + b"# \xff\n")
    result = run("check", "-")
    assert result.code == PROBLEMS
    assert "not UTF-8" in result.out
