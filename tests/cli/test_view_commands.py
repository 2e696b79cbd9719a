"""`entente brief`, `entente chart` and `entente scorecard`, help on filters, and suggestions."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from commands import (
    CLEAN,
    IN_ORDER,
    UNWRITTEN,
    USAGE,
    Runner,
    on_a_terminal,
    write,
)
from entente._tables import display_width

DAY = ("--on", "2024-06-01")


# --- brief ---------------------------------------------------------------------------------------


def test_a_brief_is_printed_as_markdown(run: Runner, sound: Path) -> None:
    """Without a day it is as of today, and says so."""
    result = run("brief", sound, *DAY, "--title", "Promises")
    assert (result.code, result.err) == (CLEAN, "")
    assert result.out.startswith("# Promises\n")
    assert "As of 1 June 2024" in result.out
    assert "which is today" in run("brief", sound).err


def test_a_brief_of_filtered_commitments_says_so(
    run: Runner, sound: Path
) -> None:
    """Only those that match are in it, and how they were chosen is at its top."""
    result = run("brief", sound, *DAY, "--by", "FR")
    assert "This brief is on 1 of 2 commitments: those where by" in result.out
    assert "Patrol more." in result.out
    assert "Share what is known." not in result.out
    # The day of a status is that of the brief.
    overdue = run(
        "brief", sound, "--on", "2026-01-01", "--schedule", "overdue"
    )
    assert "1 of 2 commitments" in overdue.out
    known = ("--as-known", "2026-01-01", "--status", "completed")
    assert "on 0 of 2 commitments" in run("brief", sound, *DAY, *known).out


def test_a_brief_is_written_to_a_file(
    run: Runner, sound: Path, tmp_path: Path
) -> None:
    """Its format is that of the name; another ending is wrong usage, and what fails says why."""
    file = tmp_path / "brief.html"
    result = run("brief", sound, *DAY, "--no-charts", "-o", file)
    assert (result.code, result.out) == (CLEAN, "")
    assert file.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert run("brief", sound, *DAY, "-o", tmp_path / "a.pdf").code == USAGE
    nowhere = tmp_path / "none" / "brief.md"
    assert run("brief", sound, *DAY, "-o", nowhere).code == UNWRITTEN


# --- scorecard -----------------------------------------------------------------------------------


def test_a_scorecard_is_printed(run: Runner, sound: Path) -> None:
    """It is grouped by any keyword; weaker items count if they are asked for."""
    result = run("scorecard", sound, *DAY, "--group", "by")
    assert (result.code, result.err) == (CLEAN, "")
    assert [line.split()[0] for line in result.out.splitlines()[2:]] == ["FR"]
    weak = run("scorecard", sound, "--group", "by", "--weak", "--by", "GB")
    # What was made in 2025 is on record by today.
    assert [line.split()[0] for line in weak.out.splitlines()[2:]] == ["GB"]
    assert "which is today" in weak.err


# --- chart ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "view",
    ["timeline", "scorecard", "course", "recipients", "themes", "offices"],
)
def test_a_view_is_printed_as_text(
    run: Runner, sound: Path, view: str
) -> None:
    """Each has its title and its rows."""
    result = run("chart", view, sound, *DAY)
    assert (result.code, result.err) == (CLEAN, "")
    assert result.out.strip()


def test_a_view_of_filtered_commitments(run: Runner, sound: Path) -> None:
    """A view that does not show commitments takes no filters."""
    result = run("chart", "recipients", sound, "--by", "GB")
    assert "United Kingdom" in result.out
    assert "France" not in result.out
    refused = run("chart", "offices", sound, "--by", "GB")
    assert refused.code == USAGE
    assert refused.err == (
        "entente: filters are for timeline, scorecard, course or recipients,"
        " not for offices\n"
    )


def test_progress_is_of_one_record(run: Runner, sound: Path) -> None:
    """It has to be named, and has to be there."""
    assert "name it with --id" in run("chart", "progress", sound).err
    result = run("chart", "progress", sound, "--id", "patrol")
    assert (result.code, result.err) == (CLEAN, "")
    assert result.out.startswith("Patrol more.")


def test_today_is_named_where_a_day_was_taken(
    run: Runner, sound: Path
) -> None:
    """It is not for a view without a day."""
    assert "which is today" in run("chart", "timeline", sound).err
    assert run("chart", "themes", sound).err == ""


def test_a_picture_is_written_in_the_format_of_its_name(
    run: Runner, sound: Path, tmp_path: Path
) -> None:
    """SVG, PNG and HTML; another ending, or a width in which nothing can be read, is wrong usage."""
    pytest.importorskip("vl_convert")
    beginnings = {"a.svg": b"<svg", "a.png": b"\x89PNG", "a.html": b"<figure"}
    for name, beginning in beginnings.items():
        file = tmp_path / name
        result = run("chart", "themes", sound, "-o", file, "--width", "390")
        assert (result.code, result.out, result.err) == (CLEAN, "", "")
        assert file.read_bytes().startswith(beginning)
    wrong = run("chart", "themes", sound, "-o", tmp_path / "a.pdf")
    assert wrong.code == USAGE
    assert "a picture is a file that ends in" in wrong.err
    thin = run(
        "chart", "themes", sound, "-o", tmp_path / "b.svg", "--width", "9"
    )
    assert (
        thin.err == "entente: a picture is at least 240 pixels wide, not 9\n"
    )
    nowhere = tmp_path / "none" / "a.svg"
    assert run("chart", "themes", sound, "-o", nowhere).code == UNWRITTEN


# --- help and mistakes ---------------------------------------------------------------------------


def test_the_help_says_which_words_a_filter_takes(run: Runner) -> None:
    """A word is one of a list; others say what they are."""
    said = " ".join(run("list", "commitments", "--help").out.split())
    assert "--kind WORD one of: action, outcome, process, prohibition" in said
    assert (
        "--made DATE a date or span, such as 2024 or 2024-03/2024-06" in said
    )
    assert "--firm YES|NO yes or no" in said
    assert "--theme ID id of: theme" in said
    assert "--by ID id of: party, office or minister" in said


COMMANDS = (
    "'check', 'list', 'show', 'why', 'brief', 'scorecard', 'chart', 'convert',"
    " 'export', 'site', 'serve', 'schema', 'new', 'add', 'cite', 'draft',"
    " 'import', 'date', 'amount', 'completion'"
)


def test_a_mistyped_command_gets_a_suggestion(run: Runner) -> None:
    """It follows the words that there are, below the usage."""
    result = run("lst")
    assert (result.code, result.out) == (USAGE, "")
    # Some versions of Python have no quotation marks around the choices.
    said = result.err.replace(COMMANDS.replace("'", ""), COMMANDS)
    assert said == (
        "usage: entente [-h] [--version] COMMAND ...\n"
        "entente: error: argument COMMAND: invalid choice: 'lst'"
        f" (choose from {COMMANDS}); did you mean 'list'?\n"
    )


@pytest.mark.parametrize(
    ("arguments", "suggestion"),
    [
        (["list", "commitmens", "x.toml"], "did you mean 'commitments'?"),
        (["chart", "timelin", "x.toml"], "did you mean 'timeline'?"),
        (["check", "x.toml", "--level", "eror"], "did you mean 'error'?"),
    ],
)
def test_a_mistyped_word_gets_a_suggestion(
    run: Runner, arguments: list[str], suggestion: str
) -> None:
    """It follows the words that there are."""
    result = run(*arguments)
    assert result.code == USAGE
    assert result.err.endswith(f"; {suggestion}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["check", "x.toml", "--formt", "json"],
            (
                "entente check: error: '--formt' is not an option of"
                " entente check; did you mean '--format'?\n"
            ),
        ),
        (
            ["convert", "--replcae=yes", "x.toml"],
            (
                "entente convert: error: '--replcae' is not an option of"
                " entente convert; did you mean '--replace'?\n"
            ),
        ),
        (
            ["--versoin"],
            (
                "entente: error: '--versoin' is not an option of entente;"
                " did you mean '--version'?\n"
            ),
        ),
        (
            ["list", "--made", "2024"],
            (
                "entente list: error: '--made' is not an option of"
                " entente list\n"
            ),
        ),
    ],
)
def test_a_mistyped_option_gets_a_suggestion(
    run: Runner, arguments: list[str], message: str
) -> None:
    """It is named before anything that is missing, below the usage of its own command."""
    result = run(*arguments)
    assert (result.code, result.out) == (USAGE, "")
    assert result.err.startswith(f"usage: {message.partition(':')[0]} ")
    assert result.err.endswith(f"\n{message}")


def test_an_option_that_is_no_filter_is_suggested_too(run: Runner) -> None:
    """A brief has options of its own beside its filters."""
    result = run("brief", "x.toml", "--grup", "by")
    assert result.code == USAGE
    assert result.err.startswith(
        "entente: '--grup' is not a filter of commitments;"
        " did you mean '--group'? there are --theme, --by, "
    )


def test_help_is_given_beside_a_mistyped_option(run: Runner) -> None:
    """It is what shows the right one."""
    result = run("check", "--levle", "--help")
    assert (result.code, result.err) == (CLEAN, "")
    assert "--level" in result.out


def test_what_follows_two_hyphens_is_no_option(run: Runner) -> None:
    """A file may have such a name, and words of a passage may begin so."""
    file = run("check", "--", "--odd.toml")
    assert "--odd.toml: the file cannot be read" in file.out
    words = run("amount", "--odd words")
    assert words.err.startswith("entente: '--odd words' is not an amount")


def test_a_word_like_no_command_gets_none(run: Runner) -> None:
    """The list is enough."""
    result = run("zzzzzz")
    assert result.code == USAGE
    assert "did you mean" not in result.err


# --- lists on a terminal -------------------------------------------------------------------------


def test_a_terminal_is_told_what_is_listed(
    run: Runner, monkeypatch: pytest.MonkeyPatch, sound: Path
) -> None:
    """A heading names the file and the filters, and the last line how many there are."""
    on_a_terminal(monkeypatch)
    result = run("list", "commitments", sound, "--by", "FR")
    lines = result.out.splitlines()
    assert lines[0] == "Commitments in sound.toml where by = FR"
    assert result.summary == "1 of 2 commitments in sound.toml"
    assert "patrol" in lines[4]
    none = run("list", "commitments", sound, "--made", "1999")
    assert none.out == "Commitments in sound.toml where made = 1999\n\n"
    assert none.summary == "0 of 2 commitments in sound.toml"


def test_columns_without_room_are_named(
    run: Runner, monkeypatch: pytest.MonkeyPatch, sound: Path
) -> None:
    """Nothing is left out of a table without a word."""
    monkeypatch.setenv("COLUMNS", "44")
    on_a_terminal(monkeypatch)
    said = run("list", "commitments", sound).out
    assert said.endswith(
        "No room for cited and firmness: widen the window,"
        " or list with --format csv\n"
    )


@pytest.mark.parametrize("columns", [24, 30, 40, 60, 80, 200])
def test_a_table_narrows_with_its_terminal(
    run: Runner,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    columns: int,
) -> None:
    """No line is wrapped, whatever letters it has: the ids and the words are left in the end."""
    text = IN_ORDER.replace(
        "Patrol more.", ("渔业与海洋资源的 تعزيز التعاون " * 9).strip()
    )
    file = write(tmp_path / "wide.toml", text)
    monkeypatch.setenv("COLUMNS", str(columns))
    on_a_terminal(monkeypatch)
    said = run("list", "commitments", file).out
    heading, table, *notes = said.split("\n\n")
    assert heading == "Commitments in wide.toml"
    assert max(map(display_width, table.splitlines())) <= columns
    shown = [*table.splitlines()[0].split(), *" ".join(notes).split()]
    for column in ("made", "due", "by", "firmness", "cited"):
        assert any(column in word for word in shown)


# --- quickness ----------------------------------------------------------------------------------


def test_lists_do_not_load_what_draws() -> None:
    """So a command that draws nothing is as quick as before."""
    code = "import entente._cli, sys; print('entente.views' in sys.modules)"
    said = subprocess.run(  # noqa: S603 -- our own Python
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "False\n"
