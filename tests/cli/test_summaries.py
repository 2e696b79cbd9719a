"""The line below an answer: how many of what, of which document, on which day."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import entente
from commands import BROKEN, Runner, given, write

DAY = ("--on", "2024-06-01")


@pytest.mark.parametrize(
    ("words", "summary"),
    [
        (["list", "commitments", "{}"], "2 of 2 commitments in sound.toml"),
        (
            ["list", "commitments", "{}", "--by", "FR", "--format", "csv"],
            "1 of 2 commitments in sound.toml",
        ),
        (
            ["list", "themes", "{}", "--output", "themes.csv"],
            "2 of 2 themes in sound.toml: written to themes.csv",
        ),
        (["check", "{}"], "5 records in sound.toml, 0 problems"),
        (
            ["convert", "{}", "out.json"],
            "5 records of sound.toml: written to out.json",
        ),
        (
            ["export", "atom", "{}", "--on", "2024-06-01"],
            "5 records of sound.toml as of 2024-06-01",
        ),
        (
            ["export", "csv", "{}", "--to", "tables"],
            "5 records of sound.toml: written to tables",
        ),
        (
            ["brief", "{}", *DAY, "--by", "FR"],
            "1 of 2 commitments in sound.toml on 2024-06-01",
        ),
        (
            ["brief", "{}", *DAY, "-o", "brief.md"],
            "2 of 2 commitments in sound.toml on 2024-06-01: written to brief.md",
        ),
        (
            ["chart", "timeline", "{}", *DAY],
            "timeline of sound.toml on 2024-06-01, 2 rows",
        ),
        (["chart", "themes", "{}"], "themes of sound.toml, 2 rows"),
    ],
)
def test_commands_end_with_what_they_did(
    run: Runner,
    sound: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    summary: str,
) -> None:
    """The document has its name, and a day is said where verdicts depend on it."""
    monkeypatch.chdir(sound.parent)
    result = run(*[word.format(sound) for word in words])
    assert (result.err, result.summary) == ("", summary)


def test_a_site_has_its_document_and_day(
    run: Runner, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It follows the number of pages."""
    pytest.importorskip("jinja2")
    monkeypatch.chdir(sound.parent)
    result = run("site", sound, "out", *DAY)
    assert result.summary == "5 records of sound.toml on 2024-06-01"


def test_a_dossier_that_was_not_loaded_is_counted_apart(
    run: Runner, sound: Path, tmp_path: Path
) -> None:
    """Its records are not known."""
    broken = write(tmp_path / "broken.toml", BROKEN)
    one = run("check", broken)
    assert one.summary == "1 problem; broken.toml could not be loaded"
    both = run("check", sound, broken)
    assert both.summary == (
        "5 records in 2 dossiers, 1 problem; 1 of 2 dossiers could not be loaded"
    )


def test_what_has_no_name_of_its_own_is_named(
    run: Runner, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dot is the folder in which one is, and a hyphen standard input."""
    monkeypatch.chdir(sound.parent)
    here = run("list", "themes", ".").summary
    assert here == f"2 of 2 themes in {sound.parent.name}"
    given(monkeypatch, sound.read_bytes())
    read = run("list", "themes", "-").summary
    assert read == "2 of 2 themes in standard input"


def test_filled_citations_are_counted(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether they were written is said, too."""
    monkeypatch.chdir(tmp_path)
    source = entente.Source(
        id="notice", title="Notice", kind=entente.SourceKind.PRESS_NOTICE
    )
    cited = entente.Citation(source="notice", quote="act by May")
    promise = entente.Commitment(
        id="act", summary="Act.", by=("FR",), citations=(cited,)
    )
    entente.save(entente.Dossier([source, promise]), "tracker.toml")
    write(tmp_path / "texts" / "notice.txt", "We will act by May.\n")
    ask = ("cite", "--fill", "tracker.toml", "--sources", "texts")
    [counts, cure] = run(*ask).summary.split("; ")
    assert cure == "nothing was written: pass --write"
    assert counts.endswith(" filled in, 0 left, in tracker.toml")
    written = run(*ask, "--write").summary
    assert written == f"{counts}: written to tracker.toml"
    again = run(*ask).summary
    assert again == "0 citations filled in, 0 left, in tracker.toml"


def test_the_line_follows_the_answer_on_standard_error(sound: Path) -> None:
    """A pipe gets the answer alone, and a log of both has them in their order."""
    command = [sys.executable, "-m", "entente", "list", "themes", str(sound)]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    apart = subprocess.run(  # noqa: S603 -- our own Python
        command, capture_output=True, text=True, check=True, env=environment
    )
    assert apart.stderr == "2 of 2 themes in sound.toml\n"
    both = subprocess.run(  # noqa: S603 -- our own Python
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
        env=environment,
    )
    assert both.stdout == apart.stdout + apart.stderr
