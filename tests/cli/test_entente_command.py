"""`entente show`, `entente why`, `entente convert` and `entente schema`, usage and help, and the installed script."""

from __future__ import annotations

import io
import json
import os
import runpy
import shlex
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from unittest.mock import Mock

import pytest

import entente
from commands import (
    BROKEN,
    CLEAN,
    IN_ORDER,
    OVERDUE,
    PROBLEMS,
    UNWRITTEN,
    USAGE,
    Run,
    Runner,
    given,
    write,
)
from entente._cli import _serve, main

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
def test_a_record_is_shown_as_in_a_file(
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
    """An unknown id is an error with a suggestion."""
    said = "entente: there is no record 'patrols'; did you mean 'patrol'?\n"
    assert run("show", sound, "patrols") == Run(USAGE, "", said)


# --- why -----------------------------------------------------------------------------------------

PROMISED = """\
entente = 1

[[commitments]]
id = "patrol"
summary = "Patrol more."
by = ["FR", "GB"]
due = { edtf = "2024-21", stated = "au printemps, à l’aube" }

[[commitments.reports]]
on = "2024-05-02"
by = "FR"
of = "FR"
status = "completed"
known = "2024-07-01"
"""


@pytest.fixture
def promised(tmp_path: Path) -> Path:
    """Write a dossier with a promise and a report to a file."""
    return write(tmp_path / "promised.toml", PROMISED)


def test_a_verdict_is_explained(run: Runner, promised: Path) -> None:
    """The explanation is that of the library, for a day, as known on a day, and of one party."""
    asked = ("--on", "2024-06-15", "--as-known", "2024-06-30", "--of", "FR")
    result = run("why", promised, "patrol", *asked)
    assert (result.code, result.err) == (CLEAN, "")
    assert result.out.splitlines() == [
        "patrol for FR on 15 June 2024, as known on 30 June 2024: overdue",
        "  because its time is over, and nobody reports it done",
        "  deadline: spring 2024 (“au printemps, à l’aube”)",
        "  report: completed, 2 May 2024, declared by FR, about FR, known since 1 July 2024 (it was not known yet)",
    ]
    of_all = entente.load(promised).status("patrol", on="2024-06-15")
    assert run("why", promised, "patrol", "--on", "2024-06-15") == Run(
        CLEAN, f"{of_all.explain()}\n", ""
    )


def test_standard_input_is_explained(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dossier can be read from standard input."""
    given(monkeypatch, PROMISED)
    result = run("why", "-", "patrol", "--on", "2024-01-30")
    assert result.out.startswith("patrol on 30 January 2024: not due\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["patrols", "--on", "2024-06-15"],
            "'patrols' is not among these commitments; did you mean 'patrol'?",
        ),
        (["x"], "'x' is not among these commitments"),
        (
            ["patrol", "--on", "30/01/2024"],
            "'30/01/2024' is not a date (EDTF); write \"2024-01-30\"",
        ),
        (
            ["patrol", "--on", "soon"],
            "'soon' is not a date: 's' is not expected here: write YYYY, YYYY-MM or YYYY-MM-DD (at character 1)",
        ),
        (
            ["patrol", "--on", "2024-06"],
            "'2024-06' is not a definite day; write one, such as '2024-01-30'",
        ),
        (
            ["patrol", "--on", "2024-06-15", "--as-known", "2024"],
            "'2024' is not a definite day; write one, such as '2024-01-30'",
        ),
        (
            ["patrol", "--on", "2024-06-15", "--of", "DE"],
            "'DE' did not promise 'patrol'",
        ),
        (
            ["patrol", "--on", "2024-06-15", "--of", "UK"],
            "there is no party 'UK'; write 'GB'",
        ),
    ],
    ids=str,
)
def test_what_cannot_be_explained_is_wrong_usage(
    run: Runner, promised: Path, arguments: list[str], said: str
) -> None:
    """The message says what is wrong with the id, the day or the party, and what to write."""
    assert run("why", promised, *arguments) == Run(
        USAGE, "", f"entente: {said}\n"
    )


def test_a_verdict_without_a_day_is_that_of_today(
    run: Runner, promised: Path
) -> None:
    """The day is that of the machine, and is said beside the answer."""
    result = run("why", promised, "patrol")
    day = result.err.removeprefix("on ").partition(",")[0]
    assert result.err == (
        f"on {day}, which is today; ask about another day with --on\n"
    )
    assert result.out == run("why", promised, "patrol", "--on", day).out


# --- convert -------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["json", "toml", "yaml", "yml"])
def test_a_dossier_is_converted(
    run: Runner, tmp_path: Path, sound: Path, ending: str
) -> None:
    """The suffix of the file gives the format, and nothing is lost."""
    out = tmp_path / f"out.{ending}"
    assert run("convert", sound, out) == Run(CLEAN, "", "")
    assert entente.load(out) == entente.load(sound)


def test_a_file_that_is_there_is_replaced_if_told(
    run: Runner, sound: Path, tmp_path: Path
) -> None:
    """What somebody else keeps in a file of that name is not lost by a slip."""
    out = tmp_path / "out.json"
    write(out, '{"entente": 1}')
    said = (
        f"entente: {out}: the dossier was not loaded from there, and would take the place of what is there;"
        " load that and change it, or replace it (replace=True; on the command line --replace)\n"
    )
    assert run("convert", sound, out) == Run(UNWRITTEN, "", said)
    assert out.read_text() == '{"entente": 1}'
    assert run("convert", sound, out, "--replace") == Run(CLEAN, "", "")
    assert entente.load(out) == entente.load(sound)


def test_standard_input_is_converted(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Standard input can be converted to a file."""
    given(monkeypatch, IN_ORDER)
    assert run("convert", "-", tmp_path / "out.json").code == CLEAN
    assert entente.load(tmp_path / "out.json") == entente.loads(
        IN_ORDER, format="toml"
    )


def test_a_format_that_is_not_known_is_not_written(
    run: Runner, tmp_path: Path, sound: Path
) -> None:
    """A file with an unknown suffix is not written."""
    out = tmp_path / "out.txt"
    said = f"entente: {out}: the file name must end in one of .json, .toml, .yaml, .yml\n"
    assert run("convert", sound, out) == Run(UNWRITTEN, "", said)
    assert not out.exists()


def test_an_error_of_writing_names_the_file(
    run: Runner, tmp_path: Path, sound: Path
) -> None:
    """The message names the file that was asked for, and no other."""
    out = tmp_path / "nowhere" / "out.json"
    said = f"entente: {out}: no such file or directory\n"
    assert run("convert", sound, out) == Run(UNWRITTEN, "", said)


def test_a_dossier_that_cannot_be_loaded_is_not_converted(
    run: Runner, tmp_path: Path
) -> None:
    """A broken dossier leaves no file behind."""
    file = write(tmp_path / "broken.toml", BROKEN)
    assert run("convert", file, tmp_path / "out.json").code == PROBLEMS
    assert not (tmp_path / "out.json").exists()


# --- files that are not there, and usage ---------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["list", "themes"], ["show"], ["why"], ["convert"]],
    ids=lambda arguments: str(arguments[0]),
)
def test_a_missing_file_is_an_error(
    run: Runner, tmp_path: Path, arguments: list[str]
) -> None:
    """Each command names the file that it was asked to read."""
    file = tmp_path / "nope.toml"
    more = {
        "show": ["a"],
        "why": ["a", "--on", "2024-01-30"],
        "convert": [str(tmp_path / "out.json")],
    }
    result = run(*arguments, file, *more.get(arguments[0], ()))
    assert result.code == PROBLEMS
    assert (
        f"{file}: the file cannot be read: no such file or directory"
        in result.out + result.err
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
        ["list", "commitments", "tracker.toml", "more.toml"],
        ["list", "commitments", "tracker.toml", "--firm", "maybe"],
        ["check", "tracker.toml", "--levle", "info"],
        ["show", "tracker.toml"],
        ["why", "tracker.toml"],
        ["convert", "tracker.toml"],
        ["new", "tracker"],
        ["add", "commitments", "tracker.toml"],
        ["date", "in May"],
        ["amount"],
        ["check", "-", "--from", "xml"],
    ],
    ids=" ".join,
)
def test_wrong_usage_prints_the_usage(
    run: Runner, arguments: list[str]
) -> None:
    """A command that is not complete, or an option that there is not, shows how it is used; the code is 2."""
    result = run(*arguments)
    assert (result.code, result.out) == (USAGE, "")
    assert result.err.startswith("usage: entente")
    assert "error: " in result.err


# --- help ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [[], ["themes"]], ids=["file", "kind"])
def test_the_schema_is_printed(run: Runner, kind: list[str]) -> None:
    """The schema of a file, or of a kind of record, is printed as JSON."""
    result = run("schema", *kind)
    assert (result.code, result.err) == (CLEAN, "")
    assert json.loads(result.out) == entente.schema(*kind)


def test_the_schema_of_no_kind_is_refused(run: Runner) -> None:
    """The name of one record is no kind."""
    said = "entente: 'theme' is not a kind of record; did you mean 'themes'?\n"
    assert run("schema", "theme") == Run(USAGE, "", said)


def test_help_teaches_by_example(run: Runner) -> None:
    """The help has a command line for each command, and the exit codes."""
    result = run("--help")
    assert (result.code, result.err) == (CLEAN, "")
    for command in (
        "check",
        "list",
        "show",
        "why",
        "convert",
        "schema",
        "new",
        "add",
        "cite",
    ):
        assert f"\n  entente {command} " in result.out
    assert (
        "Exit codes: 0 clean, 1 problems, 2 wrong usage, 3 the answer could not be written."
        in result.out
    )


NEEDED = {
    "brief": "docx",
    "chart": "vl_convert",
    "completion": "shtab",
    "site": "jinja2",
}
"""The package of an extra that the example of a command needs."""


def test_the_examples_of_the_help_work(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whoever copies an example, with files of those names at hand, sees it work."""
    examples = [
        shlex.split(line.split("   ")[0])[1:]
        for line in run("--help").out.splitlines()
        if line.startswith("  entente ")
    ]
    monkeypatch.chdir(tmp_path)
    entente.save(entente.example("uk-france"), tmp_path / "tracker.toml")
    (tmp_path / "dossiers").mkdir()
    (tmp_path / "texts").mkdir()
    text = "Talks in Paris\n\nThe ministers met."
    notice = entente.Source(
        id="notice",
        title="Notice",
        kind=entente.SourceKind.PRESS_NOTICE,
        citations=(entente.cite(text, text, source="notice"),),
    )
    entente.save(
        entente.Dossier([notice]), tmp_path / "dossiers" / "notice.toml"
    )
    write(tmp_path / "texts" / "notice.txt", text)
    write(tmp_path / "plan.csv", "No,What\n1,Meet again.\n")
    mapping = '[[commitments]]\nid = "plan-{No}"\nsummary = "{What}"\n'
    write(tmp_path / "plan.toml", mapping)
    assert examples
    # What is asked for a commitment: its summary, its id, enough, no other field, and a yes.
    given(monkeypatch, "Patrol more.\n\n.\n\ny\n")
    # A site is served until somebody stops it.
    monkeypatch.setattr(_serve, "serve", Mock(side_effect=KeyboardInterrupt))
    for example in examples:
        result = run(*example)
        package = NEEDED.get(example[0])
        if package is not None and find_spec(package) is None:
            assert "pip install 'entente-dossier[" in result.err, example
            continue
        assert result.code == CLEAN, example
        assert "error" not in result.err, example


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["list"],
        *(["list", kind] for kind in entente.records._model.KINDS),
        ["show"],
        ["why"],
        ["convert"],
        ["schema"],
        ["new"],
        ["add"],
        ["cite"],
        ["date"],
        ["amount"],
    ],
    ids=" ".join,
)
def test_every_command_has_help(run: Runner, arguments: Sequence[str]) -> None:
    """`--help` works everywhere."""
    result = run(*arguments, "--help")
    assert (result.code, result.err) == (CLEAN, "")
    assert result.out.startswith(f"usage: entente {' '.join(arguments)} ")


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
    result = called("check", tracker)
    assert result.returncode == PROBLEMS
    assert result.stderr == b"5 records in tracker.toml, 1 problem\n"
    assert result.stdout.decode().splitlines() == [
        f"error {tracker}:23:1: {OVERDUE} [due-before-made]"
    ]
    assert called("check", sound).returncode == CLEAN
    assert called("show", sound, "x").returncode == USAGE


def test_the_module_is_the_command(
    run: Runner,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """`python -m entente` does what `entente` does, and exits with its code."""
    monkeypatch.setattr(sys, "argv", ["entente", "show"])
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("entente", run_name="__main__")
    module = Run(int(str(stopped.value.code)), *capsys.readouterr())
    assert module == run("show")
    assert module.code == USAGE


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


def test_a_stream_of_no_encoding_serves_too(
    monkeypatch: pytest.MonkeyPatch, sound: Path
) -> None:
    """The command can be called from Python with standard output replaced."""
    collected = io.StringIO()
    monkeypatch.setattr(sys, "stdout", collected)
    assert main(["list", "commitments", str(sound)]) == CLEAN
    assert "patrol" in collected.getvalue()


def test_what_yaml_cannot_show_is_shown_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A text with a sign that nobody can see is escaped, which YAML takes in quotes and JSON always is."""
    file = tmp_path / "tracker.json"
    theme = entente.Theme(id="boats", label="Small\u202eboats")
    entente.save(entente.Dossier([theme]), file)
    assert main(["show", str(file), "boats", "--format", "yaml"]) == 0
    shown = capsys.readouterr().out
    assert "\u202e" not in shown
    assert entente.loads(
        f'{{"entente": 1, {shown.strip()[1:]}', format="yaml"
    ) == entente.Dossier([theme])
