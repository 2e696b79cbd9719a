"""Whatever a dossier, a file name or an argument holds, a command prints it as text, and as data it is whole."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import entente
from commands import CLEAN, PROBLEMS, Run, Runner, given, on_a_terminal, write
from entente import Dossier, Theme
from entente.records._model import KINDS
from hostile import HOSTILE, commands_in, hostile_dossier, unseen_in

pytestmark = pytest.mark.no_cover

NAMES = {name: odd for name, odd in HOSTILE.items() if name != "controls"} | {
    "controls": HOSTILE["controls"].replace("\0", ""),
    "command": "::error::x",
    "command after a line": "\n::error::x",
    "no UTF-8": "\udcff",
}
"""What may be in the name of a file, which has no zero and no slash."""

BAD = {
    "themes": [{"id": "a{}", "label": "A", "b{}": "c"}, {"id": "d"}],
    "commitments": [
        {
            "id": "e",
            "summary": "E.",
            "by": ["{}"],
            "due": "{}",
            "firmness": "{}",
            "themes": "f {}",
            "conditions": [{"text": "g", "waits_for": "{}"}],
        }
    ],
    "h{}": [],
}
"""A document with faults of all kinds; braces stand for an odd text."""


@pytest.fixture(params=HOSTILE)
def odd(request: pytest.FixtureRequest) -> str:
    """Return each odd text in turn."""
    return HOSTILE[request.param]


@pytest.fixture(params=NAMES)
def named(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return the path of a file with each odd name in turn; it is not there yet."""
    name = f"{NAMES[request.param]}.json".replace("/", "∕")
    return tmp_path / os.fsdecode(os.fsencode(name)[-250:])


def filled(value: Any, odd: str) -> Any:
    """Put an odd text in place of all braces."""
    if isinstance(value, dict):
        return {
            key.replace("{}", odd): filled(each, odd)
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [filled(each, odd) for each in value]
    return value.replace("{}", odd)


def assert_harmless(result: Run) -> None:
    """Assert that nothing printed hides, moves the cursor or is a command."""
    for text in (result.out, result.err):
        assert unseen_in(text) == set()
        assert commands_in(text) == []


def test_every_command_prints_text(
    run: Runner, tmp_path: Path, odd: str
) -> None:
    """Answers have no letter that hides, and no command of a workflow."""
    file = tmp_path / "odd.json"
    dossier = hostile_dossier(odd)
    entente.save(dossier, file)
    for format in ("text", "json"):
        result = run("check", file, "--format", format, "--level", "info")
        assert (result.code, result.err) == (PROBLEMS, "")
        assert_harmless(result)
    for kind in KINDS:
        result = run("list", kind, file)
        assert (result.code, result.err) == (CLEAN, "")
        assert_harmless(result)
        assert len(result.out.splitlines()) == 2 + len(getattr(dossier, kind))
    result = run("why", file, "patrol", "--on", "2024-12-31")
    assert (result.code, result.err) == (CLEAN, "")
    assert_harmless(result)


def test_a_record_that_is_shown_reads_the_same(
    run: Runner, tmp_path: Path, odd: str
) -> None:
    """Escapes are those of the format, so nothing is lost in any of them."""
    file = tmp_path / "odd.json"
    dossier = hostile_dossier(odd)
    entente.save(dossier, file)
    for record in dossier.records:
        for format in ("json", "toml", "yaml"):
            result = run("show", file, record.id, "--format", format)
            assert (result.code, result.err) == (CLEAN, "")
            assert_harmless(result)
            assert read_back(result.out, format) == read_back(
                entente.files.excerpt(record, format="json"), "json"
            )


def read_back(text: str, format: str) -> Any:
    """Read a text as an independent reader does, and return all of it as texts."""
    if format == "json":
        return in_words(json.loads(text))
    if format == "toml":
        return in_words(tomllib.loads(text))
    yaml = pytest.importorskip("yaml")
    # It takes no text for a date or a word of YAML 1.1.
    return yaml.load(text, Loader=yaml.BaseLoader)


def in_words(value: Any) -> Any:
    """Write all that is no text as one."""
    if isinstance(value, dict):
        return {name: in_words(each) for name, each in value.items()}
    if isinstance(value, list):
        return [in_words(each) for each in value]
    return value if isinstance(value, str) else json.dumps(value)


def test_faults_are_told_as_text(
    run: Runner, tmp_path: Path, odd: str
) -> None:
    """Whatever is wrong in a file, each problem is one line, also where its cure names a value."""
    file = write(tmp_path / "bad.json", json.dumps(filled(BAD, odd)))
    count = len(json.loads(run("check", file, "--format", "json").out))
    result = run("check", file)
    assert (result.code, result.err) == (PROBLEMS, "")
    assert_harmless(result)
    assert result.out.count("\n") == count
    result = run("list", "themes", file)
    assert (result.code, result.out) == (PROBLEMS, "")
    assert_harmless(result)
    assert result.err.count("\n") == count + 1


def test_a_workflow_gets_one_command_for_each_problem(
    run: Runner, tmp_path: Path, odd: str
) -> None:
    """No text ends a command, or begins one."""
    file = write(tmp_path / "bad.json", json.dumps(filled(BAD, odd)))
    count = len(json.loads(run("check", file, "--format", "json").out))
    result = run("check", file, "--format", "github")
    assert unseen_in(result.out) == set()
    lines = result.out.split("\n")[:-1]
    assert len(lines) == count
    for line in lines:
        assert re.match("::error file=[^:,]*(,line=[0-9]+)?", line)


def test_names_of_files_are_text(run: Runner, named: Path) -> None:
    """A file may have any name: that of a missing file, and of one with faults."""
    asked: list[list[str | Path]] = [
        ["check", named],
        ["list", "themes", named],
        ["show", named, "a"],
        ["convert", named, named.with_suffix(".txt")],
    ]
    for arguments in asked:
        result = run(*arguments)
        assert result.code == PROBLEMS
        assert_harmless(result)
    named.write_text('{"entente": 1, "themes": [{"id": "a"}]}')
    assert_harmless(run("check", named))
    said = run("check", named, "--format", "github").out
    assert said.count("\n") == 1
    properties = said.removeprefix("::error ").split("::")[0].split(",")
    assert [each.split("=")[0] for each in properties] == [
        "file",
        "line",
        "col",
        "title",
    ]
    problem = json.loads(run("check", named, "--format", "json").out)[0]
    assert problem["file"] == str(named)
    named.write_text('{"entente": 1}')
    assert_harmless(run("convert", named, named.with_suffix(".txt")))
    assert_harmless(run("check", named, "--sources", f"{named}x"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "themes", "FILE", "--theme", "{}"],
        ["list", "commitments", "FILE", "--theme", "{}"],
        ["list", "commitments", "FILE", "--made", "{}"],
        ["list", "commitments", "FILE", "--{}", "a"],
        ["list", "commitments", "FILE", "a", "{}"],
        ["list", "{}", "FILE"],
        ["show", "FILE", "{}"],
        ["why", "FILE", "{}", "--on", "2024-01-30"],
        ["why", "FILE", "boats", "--on", "{}"],
        ["check", "--{}"],
        ["{}"],
        ["show", "FILE", "boats", "--format", "{}"],
        ["convert", "FILE", "{}"],
    ],
    ids=" ".join,
)
def test_arguments_are_text(
    run: Runner, sound: Path, arguments: list[str], odd: str
) -> None:
    """What is repeated of the arguments, which a shell may have taken from names of files, is escaped."""
    text = odd.replace("\0", "").replace("/", "")
    result = run(
        *(
            str(sound) if each == "FILE" else each.replace("{}", f"a{text}")
            for each in arguments
        )
    )
    assert result.code != CLEAN
    assert_harmless(result)


def test_a_cure_that_names_a_value_is_text(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hint that puts a value in brackets escapes it as the message does."""
    given(
        monkeypatch,
        'entente = 1\n[[themes]]\nid = "a"\nlabel = "A"\naliases = "\\u001b[2J"\n',
    )
    assert run("check", "-").out == (
        r"error 5:1: themes[0].aliases (a): '\x1b[2J' is not a list; "
        r'write it in brackets: ["\x1b[2J"] [format]'
        "\n"
    )


def test_colours_are_ours_alone(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A terminal gets the sequences of the severity, and none from a text."""
    file = write(tmp_path / "a.json", '{"entente": 1, "a\\u001b[31m": []}')
    on_a_terminal(monkeypatch)
    assert run("check", file).out.count("\x1b") == 2


def test_yaml_that_hides_nothing_is_as_in_a_file(
    run: Runner, tmp_path: Path
) -> None:
    """Only a record with a text that must be escaped is shown in the quotation marks of JSON."""
    pytest.importorskip("yaml")
    file = tmp_path / "a.json"
    entente.save(
        Dossier(
            [
                Theme(id="a", label="Réunion"),
                Theme(id="b", label="\u202egro.evil"),
            ]
        ),
        file,
    )
    assert run("show", file, "a", "--format", "yaml").out == (
        "themes:\n  - id: a\n    label: Réunion\n"
    )
    shown = run("show", file, "b", "--format", "yaml").out
    assert '"label": "\\u202egro.evil"' in shown
    read = entente.loads(
        shown.replace("{", '{"entente": 1,', 1), format="yaml"
    )
    assert read["b"] == entente.load(file)["b"]
