"""`entente cite`, `entente date` and `entente amount`."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

import entente
from commands import (
    CLEAN,
    PROBLEMS,
    TEXT,
    USAGE,
    Run,
    Runner,
    on_a_terminal,
    write,
)
from entente._cli import _prompting
from entente.evidence import fingerprint

MORE = fingerprint("They agreed to patrol more.")

TRACKER = """\
entente = 1

[[sources]]
id = "readout"  # the only one
title = "Readout"
kind = "readout"

[[commitments]]
id = "patrol"
summary = "Patrol more."
citations = [{ source = "readout", lines = "2" }]
"""

LOST = """
[[commitments]]
id = "share"
summary = "Share."
citations = [{ source = "readout", quote = "They agreed" }]
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """Write the text of the source `readout`."""
    return write(tmp_path / "texts" / "readout.txt", TEXT)


@pytest.fixture
def gaps(tmp_path: Path) -> Path:
    """Write a dossier that lacks two fingerprints."""
    return write(tmp_path / "tracker.toml", TRACKER)


# --- a citation ----------------------------------------------------------------------------------


def test_the_line_to_paste_is_printed(run: Runner, text: Path) -> None:
    """The id of the source is the name of the file, unless another is given."""
    line = f'citations = [{{ source = "readout", lines = "2", fingerprint = "{MORE}" }}]\n'
    assert run("cite", text, "agreed to patrol more") == Run(
        CLEAN,
        line.replace(MORE, fingerprint("agreed to patrol more.")),
        "",
    )
    words = "They agreed to patrol more."
    assert run("cite", text, words, "--source", "note") == Run(
        CLEAN, line.replace("readout", "note"), ""
    )
    assert run("cite", text, "--lines", "2") == Run(CLEAN, line, "")


@pytest.mark.parametrize(
    ("format", "line"),
    [
        (
            "yaml",
            f'citations:\n  - source: readout\n    lines: "2"\n    fingerprint: "{MORE}"\n',
        ),
        (
            "json",
            f'"citations": [{{"source": "readout", "lines": "2", "fingerprint": "{MORE}"}}]\n',
        ),
    ],
)
def test_other_formats_have_lines_of_their_own(
    run: Runner, text: Path, format: str, line: str
) -> None:
    """The line is that of a file in the format that is asked for."""
    asked = ("cite", text, "--lines", "2", "--format", format)
    assert run(*asked) == Run(CLEAN, line, "")


def test_what_cannot_be_seen_is_escaped(run: Runner, text: Path) -> None:
    """Where YAML has no escapes outside of quotation marks, the line is JSON, which is YAML, too."""
    asked = ("cite", text, "--lines", "2", "--source", "a\u202eb")
    assert run(*asked, "--format", "yaml").out.startswith(
        '"citations": [{"source": "a\\u202eb",'
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "They agreed to",
            (
                "the words 'They agreed to' occur 2 times in the text, in lines 2 and 3; give more of the words"
                ' around them, or say which lines (lines="2"; on the command line --lines 2)'
            ),
        ),
        (
            "They agreed to patrol less.",
            (
                "the words 'They agreed to patrol less.' are not in the text; nearest is line 2:"
                " 'They agreed to patrol more.'"
            ),
        ),
    ],
    ids=["several", "nearest"],
)
def test_words_that_are_no_one_passage_are_a_problem(
    run: Runner, text: Path, words: str, said: str
) -> None:
    """The message says where the words stand and how to say which is meant."""
    assert run("cite", text, words) == Run(PROBLEMS, "", f"entente: {said}\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["met", "--lines", "x"],
            '\'x\' is not a range: write "6" or "14-16"',
        ),
        ([], "there is no passage without words or lines; give one of them"),
    ],
    ids=["lines", "nothing"],
)
def test_what_names_no_passage_is_wrong_usage(
    run: Runner, text: Path, arguments: list[str], said: str
) -> None:
    """A range that cannot be read, or no words and lines at all, ask for nothing."""
    assert run("cite", text, *arguments) == Run(
        USAGE, "", f"entente: {said}\n"
    )


def test_a_text_that_is_not_there_is_told(run: Runner, tmp_path: Path) -> None:
    """The message names the file."""
    file = tmp_path / "nope.txt"
    assert run("cite", file, "words") == Run(
        USAGE, "", f"entente: {file}: there is no such file\n"
    )
    said = (
        "entente: there is no text to cite; name its file and the words of the passage, or a dossier with"
        " --fill\n"
    )
    assert run("cite") == Run(USAGE, "", said)


# --- filling in ----------------------------------------------------------------------------------


def test_a_diff_is_shown_before_anything_is_written(
    run: Runner, text: Path, gaps: Path
) -> None:
    """Without a terminal and without `--write` nothing is written."""
    asked = ("cite", "--fill", gaps, "--sources", text.parent)
    shown = run(*asked)
    assert (shown.code, shown.err) == (CLEAN, "")
    assert shown.out == (
        f"--- {gaps}\n+++ {gaps}\n@@ -4,8 +4,9 @@\n"
        ' id = "readout"  # the only one\n title = "Readout"\n kind = "readout"\n'
        f'+fingerprint = "{fingerprint(TEXT)}"\n'
        ' \n [[commitments]]\n id = "patrol"\n summary = "Patrol more."\n'
        '-citations = [{ source = "readout", lines = "2" }]\n'
        f'+citations = [{{ source = "readout", lines = "2", fingerprint = "{MORE}" }}]\n'
    )
    assert gaps.read_text() == TRACKER
    assert run(*asked, "--write") == shown
    assert "# the only one" in gaps.read_text()
    assert run(*asked) == Run(CLEAN, "", "")
    assert run("check", gaps, "--sources", text.parent).out == ""


def test_what_is_left_is_listed_with_its_place(
    run: Runner, text: Path, gaps: Path
) -> None:
    """The code says that something is left, and the rest is written."""
    write(gaps, TRACKER + LOST)
    result = run("cite", "--fill", gaps, "--sources", text.parent, "--write")
    assert result.code == PROBLEMS
    assert result.out.splitlines()[-1] == (
        f"warning {gaps}:16:14: commitments[1].citations[0] (share): the passage occurs 2 times in 'readout';"
        " give the characters, or a longer quote [citation]"
    )
    assert MORE in gaps.read_text()


@pytest.mark.parametrize(
    ("answers", "is_written"),
    [("y\n", True), ("what?\nYES\n", True), ("\n", False), ("n\n", False)],
)
def test_a_terminal_is_asked(
    run: Runner,
    monkeypatch: pytest.MonkeyPatch,
    text: Path,
    gaps: Path,
    answers: str,
    *,
    is_written: bool,
) -> None:
    """Only a yes writes; what is neither yes nor no is asked again."""
    on_a_terminal(monkeypatch)
    answering = io.StringIO(answers)
    monkeypatch.setattr(answering, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", answering)
    result = run("cite", "--fill", gaps, "--sources", text.parent)
    assert result.out.endswith(f"write this to {gaps}? [y/N] ")
    assert (gaps.read_text() != TRACKER) is is_written


def test_nobody_can_be_asked_without_streams(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where standard input is closed there is no terminal, and an answer is not waited for."""
    monkeypatch.setattr(sys, "stdin", None)
    assert not _prompting.is_terminal()
    with pytest.raises(EOFError):
        _prompting.ask("what?")


def test_filling_in_needs_texts(run: Runner, gaps: Path) -> None:
    """The message says which option is missing."""
    said = "entente: there are no texts to fill in from; name their folder with --sources\n"
    assert run("cite", "--fill", gaps) == Run(USAGE, "", said)


# --- dates and amounts ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["by the end of the year", "--said", "2024-01-30"],
            (
                'date = { edtf = "[..2024-12-31]", stated = "by the end of the year" }\n'
                "first day: no bound\nlast day: 2024-12-31\n"
            ),
        ),
        (
            ["9 June", "--said", "2025-08-12", "--look", "back"],
            'date = { edtf = "2025-06-09", stated = "9 June" }\nfirst day: 2025-06-09\nlast day: 2025-06-09\n',
        ),
        (
            ["since May 2023", "--said", "2024-01-30", "--country", "GB"],
            (
                'date = { edtf = "2023-05/", stated = "since May 2023", as_of = "2024-01-30" }\n'
                "first day: 2023-05-01\nlast day: no bound\n"
            ),
        ),
    ],
    ids=["deadline", "look", "span"],
)
def test_a_date_in_words_is_read(
    run: Runner, arguments: list[str], said: str
) -> None:
    """What is read can be put into a file, and its first and last day are told."""
    assert run("date", *arguments) == Run(CLEAN, said, "")
    line = said.partition("\n")[0].replace("date =", "runs =")
    commitment = '[[commitments]]\nid = "a"\nsummary = "A."\n'
    assert entente.loads(f"entente = 1\n{commitment}{line}", format="toml")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "up to €72.2m",
            'value = "<= 72200000 EUR"\nat least: no bound\nat most: 72200000\nunit: EUR\n',
        ),
        (
            "over half of the 500 officers",
            'value = "> 250 <= 500 officers"\nmore than: 250\nat most: 500\nunit: officers\n',
        ),
        (
            "fewer than 20",
            'value = "< 20"\nat least: no bound\nless than: 20\nunit: none\n',
        ),
        (
            "541m euros over three years",
            'value = "541000000 EUR per P3Y"\nexactly: 541000000\nunit: EUR\nper: P3Y\n',
        ),
        (
            "about a further 100 officers",
            (
                'value = "change ~ 100 officers"\nat least: 100\nat most: 100\nunit: officers\n'
                "approximate: yes\nchange: yes\n"
            ),
        ),
    ],
)
def test_an_amount_in_words_is_read(
    run: Runner, words: str, said: str
) -> None:
    """What is read is told with its bounds and its unit, and reads as that amount in a file."""
    assert run("amount", words) == Run(CLEAN, said, "")


def test_the_country_of_an_amount_counts(run: Runner) -> None:
    """A sign that several currencies share is that of the country."""
    assert run("amount", "$500m", "--country", "US").out.startswith(
        'value = "500000000 USD"\n'
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ["date", "next Tuesday", "--said", "2024-01-30"],
            PROBLEMS,
            "'next Tuesday' is not a date: it does not say which one; write the date with the weekday",
        ),
        (
            ["date", "in May", "--said", "2024-01"],
            USAGE,
            "'2024-01' is not a definite day; write one, such as '2024-01-30'",
        ),
        (
            ["amount", "several ships"],
            PROBLEMS,
            (
                "'several ships' is not an amount: it gives no number; write '.. people' if nothing is known, or a"
                " bound such as '>= 2 people'"
            ),
        ),
    ],
    ids=["date", "day", "amount"],
)
def test_words_that_are_not_read_are_problems(
    run: Runner, arguments: list[str], code: int, said: str
) -> None:
    """The message says why they are not read and what to write; a wrong day is wrong usage."""
    assert run(*arguments) == Run(code, "", f"entente: {said}\n")
