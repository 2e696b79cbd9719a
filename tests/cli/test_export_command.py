"""`entente export`: a dossier as tables, a calendar, a feed and linked data, in files or on standard output."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

import entente
from commands import CLEAN, UNWRITTEN, USAGE, Run, Runner, given, on_a_terminal
from entente import exports

BASE = "https://example.org/t/"


@pytest.mark.parametrize(
    ("format", "options"),
    [
        ("ics", []),
        ("atom", []),
        ("jsonld", ["--base", BASE]),
        ("turtle", ["--base", BASE]),
    ],
)
def test_each_format_is_what_the_library_writes(
    run: Runner, tracker: Path, tmp_path: Path, format: str, options: list[str]
) -> None:
    """A file and standard output hold what the library returns, byte for byte."""
    dossier = entente.load(tracker)
    name = tracker.stem
    wanted = {
        "ics": lambda: exports.calendar(dossier, name=name).text,
        "atom": lambda: exports.feed(dossier, name=name),
        "jsonld": lambda: exports.linked(dossier, base=BASE).encode(),
        "turtle": lambda: exports.linked(
            dossier, base=BASE, format="turtle"
        ).encode(),
    }[format]()
    out = tmp_path / "out"
    assert run("export", format, tracker, "--to", out, *options) == Run(
        CLEAN, "", ""
    )
    assert out.read_bytes() == wanted
    printed = run("export", format, tracker, *options)
    assert printed == Run(CLEAN, wanted.decode(), "")


def test_the_feed_takes_days_and_an_address(
    run: Runner, tracker: Path
) -> None:
    """What the library asks for are options, and the name may be another than that of the file."""
    options = ("--on", "2024-12-31", "--since", "2024-06-01")
    found = run(
        "export", "atom", tracker, "--name", "mine", *options, "--address", BASE
    )  # fmt: skip
    assert found.out.encode() == exports.feed(
        entente.load(tracker),
        name="mine",
        on="2024-12-31",
        since="2024-06-01",
        address=BASE,
    )


def test_what_a_calendar_leaves_out_is_told(
    run: Runner, tmp_path: Path
) -> None:
    """What has no day is listed on standard error, apart from the calendar."""
    file = tmp_path / "small.toml"
    file.write_text(
        'entente = 1\n[[meetings]]\nid = "talks"\nname = "Talks"\nstate = "planned"\n'
    )
    found = run("export", "ics", file, "--to", tmp_path / "out.ics")
    assert found == Run(
        CLEAN, "", "left out: talks: meeting: no date is on record\n"
    )


def test_a_file_is_not_written_over(
    run: Runner, tracker: Path, tmp_path: Path
) -> None:
    """A file that is there is kept, unless it is said to replace it."""
    out = tmp_path / "out.ics"
    out.write_text("mine")
    found = run("export", "ics", tracker, "--to", out)
    assert found == Run(
        UNWRITTEN,
        "",
        f"entente: {out}: there is such a file already; write over it with --replace\n",
    )
    assert out.read_text() == "mine"
    assert run("export", "ics", tracker, "--to", out, "--replace").code == CLEAN  # fmt: skip
    assert out.read_text().startswith("BEGIN:VCALENDAR")


def test_a_file_is_written_whole_or_not_at_all(
    run: Runner, tracker: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the disk is full, what was there before is kept, and nothing else is left."""
    out = tmp_path / "site" / "out.ics"
    out.parent.mkdir()
    out.write_text("BEGIN:VCALENDAR, an older one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("entente.files._atomic.fsync", full)
    found = run("export", "ics", tracker, "--to", out, "--replace")
    assert found == Run(
        UNWRITTEN, "", f"entente: {out}: no space left on device\n"
    )
    assert out.read_text() == "BEGIN:VCALENDAR, an older one"
    assert list(out.parent.iterdir()) == [out]


def test_linked_data_needs_a_base(run: Runner, tracker: Path) -> None:
    """The addresses are the user's, so there is no default."""
    assert run("export", "jsonld", tracker) == Run(
        USAGE,
        "",
        "entente: linked data needs addresses; give what the ids follow with --base,"
        " such as https://example.org/tracker/\n",
    )


def test_standard_input_needs_a_name(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is read from standard input has no file to take a name from."""
    given(monkeypatch, "entente = 1\n")
    assert run("export", "atom", "-") == Run(
        USAGE,
        "",
        "entente: standard input has no name; give one with --name\n",
    )
    given(monkeypatch, "entente = 1\n")
    assert run("export", "atom", "-", "--name", "mine").code == CLEAN


def test_a_terminal_gets_no_controls(
    run: Runner,
    tracker: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On a terminal what cannot be seen is escaped, also in a format that has no escapes for it."""
    on_a_terminal(monkeypatch)
    found = run("export", "jsonld", tracker, "--base", BASE)
    assert json.loads(found.out)["@graph"]
    assert "BEGIN:VCALENDAR\\r\n" in run("export", "ics", tracker).out
    assert isinstance(sys.stdout, io.TextIOBase)


@pytest.mark.parametrize("format", ["csv", "sqlite"])
def test_tables_are_not_written_over_unasked(
    run: Runner, tracker: Path, tmp_path: Path, format: str
) -> None:
    """Tables are a folder or a file where `--to` says; what is there is replaced only if asked."""
    out = tmp_path / "tables"
    one, what = {
        "csv": (out / "commitments.csv", "a folder that is not empty"),
        "sqlite": (out, "such a file"),
    }[format]
    asked = ("export", format, tracker, "--to", out)
    assert run(*asked) == Run(CLEAN, "", "")
    one.write_text("old")
    assert run(*asked) == Run(
        UNWRITTEN,
        "",
        f"entente: {out}: there is {what} already; write over it with --replace\n",
    )
    assert run(*asked, "--replace") == Run(CLEAN, "", "")
    assert one.read_bytes() != b"old"


def test_tables_need_a_place(run: Runner, tracker: Path) -> None:
    """Tables are several files, or one that is no text: standard output does not take them."""
    assert run("export", "parquet", str(tracker)) == Run(
        USAGE,
        "",
        "entente: tables are files; say where to write with --to\n",
    )
