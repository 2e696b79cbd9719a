"""`entente new` and `entente add`, in this process and in a terminal."""

from __future__ import annotations

import io
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from attrs import define

import entente
from commands import (
    CLEAN,
    IN_ORDER,
    PROBLEMS,
    TEXT,
    USAGE,
    Run,
    Runner,
    write,
)
from entente.evidence import fingerprint

DOCS = Path(__file__).parents[2] / "docs"

INTERRUPTED = 130

NOTICE = f"Talks in Paris\n\n{TEXT}"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """Write the text of a source."""
    return write(tmp_path / "texts" / "notice.txt", NOTICE)


# --- new -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "issuers",
    [
        ("--issued-by", "GB", "FR"),
        ("--issued-by", "GB", "--issued-by", "FR"),
    ],
    ids=["at-once", "one-by-one"],
)
def test_a_dossier_is_begun_with_a_source(
    run: Runner, tmp_path: Path, text: Path, issuers: tuple[str, ...]
) -> None:
    """The source is printed as it is written, with the fingerprint of its text."""
    asked = ("--kind", "readout", *issuers)
    more = ("--published", "2024-01-30", "--publisher", "Home Office")
    folder = tmp_path / "tracker"
    result = run("new", folder, "--from", text, *asked, *more)
    assert result == Run(
        CLEAN,
        '[[sources]]\nid = "notice"\ntitle = "Talks in Paris"\nkind = "readout"\npublisher = "Home Office"\n'
        f'issued_by = ["GB", "FR"]\npublished = "2024-01-30"\nfingerprint = "{fingerprint(NOTICE)}"\n\n'
        f"written to {folder}\n",
        "",
    )
    assert run("check", folder, "--sources", text.parent).code == CLEAN
    assert entente.load(folder).sources.ids == ("notice",)


def test_all_faults_of_a_beginning_come_at_once(
    run: Runner, tracker: Path, text: Path
) -> None:
    """What is there already is left alone, and the other faults are told, too."""
    asked = ("--kind", "redout", "--issued-by", "UK", "--id", "A B")
    assert run("new", tracker, "--from", text, *asked) == Run(
        USAGE,
        "",
        f"entente: 4 problems\n  {tracker}: the file is there already; choose another path, or add to it with"
        " `entente add`\n  issued_by[0]: there is no party 'UK'; write 'GB'\n"
        "  id: 'A B' is not an id; write 'a-b'\n"
        "  kind: 'redout' is not a source kind; did you mean 'readout'?\n",
    )


def test_a_beginning_without_a_title_names_the_option(
    run: Runner, tmp_path: Path
) -> None:
    """A text that does not begin with a title leads to the option that gives one."""
    plain = tmp_path / "plain.txt"
    plain.write_text("The ministers met.\n")
    asked = ("--kind", "readout")
    assert run("new", tmp_path / "new", "--from", plain, *asked) == Run(
        USAGE,
        "",
        "entente: 1 problem\n  title: the text does not begin with a title: a short line that is no sentence, and a blank line after it;"
        " give the title (--title)\n",
    )


# --- add, with standard input as a script --------------------------------------------------------


def answered(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Answer questions from standard input, one line after another."""
    lines = "".join(f"{answer}\n" for answer in answers)
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))


def test_a_record_is_shown_and_written_after_a_yes(
    run: Runner, monkeypatch: pytest.MonkeyPatch, sound: Path
) -> None:
    """The record is put behind the others of its kind, and comments stay."""
    answered(monkeypatch, "Ships, large", "", ".", "", "y")
    result = run("add", "theme", sound)
    assert (result.code, result.err) == (CLEAN, "")
    assert result.out.endswith(
        '\n[[themes]]\nid = "ships-large"\nlabel = "Ships, large"\n\n'
        f"write this to {sound}? [y/N] written to {sound}:11\n"
    )
    assert sound.read_text() == IN_ORDER.replace(
        "\n[[sources]]",
        '\n[[themes]]\nid = "ships-large"\nlabel = "Ships, large"\n\n[[sources]]',
    )


def test_a_folder_keeps_a_record_with_its_kind(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In a folder the file is named that the record was put into."""
    folder = tmp_path / "tracker"
    for id, kind in (("boats", "a"), ("GB", "b")):
        record = (
            entente.Theme(id=id, label="Boats")
            if kind == "a"
            else entente.Party(
                id=id, name="United Kingdom", kind=entente.PartyKind.STATE
            )
        )
        folder.mkdir(exist_ok=True)
        entente.save(entente.Dossier([record]), folder / f"{kind}.toml")
    answered(monkeypatch, "Ships", "", ".", "", "yes")
    result = run("add", "theme", folder)
    assert result.out.endswith(f"written to {folder / 'a.toml'}:7\n")


@pytest.mark.parametrize(
    ("answers", "code", "said"),
    [
        (["Ships", "", ".", "", "n"], CLEAN, ""),
        (["Ships"], INTERRUPTED, "entente: nothing was written\n"),
        (
            ["Ships", "", ".", ""],
            INTERRUPTED,
            "entente: nothing was written\n",
        ),
    ],
    ids=["no", "left", "left-at-the-end"],
)
def test_nothing_is_written_without_a_yes(
    run: Runner,
    monkeypatch: pytest.MonkeyPatch,
    sound: Path,
    *,
    answers: list[str],
    code: int,
    said: str,
) -> None:
    """A no, or an end of the answers, leaves the file as it is."""
    answered(monkeypatch, *answers)
    result = run("add", "theme", sound)
    assert (result.code, result.err) == (code, said)
    assert result.out.endswith("nothing was written\n") == (code == CLEAN)
    assert sound.read_text() == IN_ORDER


def test_a_dossier_with_problems_is_not_added_to(
    run: Runner, tmp_path: Path
) -> None:
    """It is not asked for anything that could not be written."""
    result = run("add", "theme", tmp_path / "nope.toml")
    assert (result.code, result.out) == (PROBLEMS, "")


# --- in a terminal -------------------------------------------------------------------------------


IN_A_TERMINAL = """
import fcntl, signal, sys, termios
from entente._cli import main

# A process in the background ignores the signal unless it says otherwise.
signal.signal(signal.SIGINT, signal.default_int_handler)
# Keys such as Ctrl-C reach the process whose terminal it is.
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
sys.exit(main())
"""


@define
class Terminal:
    """A command in a terminal of its own, which is typed into and read from."""

    process: subprocess.Popen[bytes]
    keyboard: int
    shown: str = ""
    seen: int = 0

    def wait_for(self, text: str) -> None:
        """Read until a text is shown, behind what was waited for before."""
        while text not in self.shown[self.seen :]:
            assert self._read(), f"{text!r} is not in {self.shown!r}"
        self.seen = self.shown.index(text, self.seen) + len(text)

    def type(self, text: str) -> None:
        """Type a text."""
        os.write(self.keyboard, text.encode())

    def answer(self, question: str, text: str) -> None:
        """Wait for a question and answer it."""
        self.wait_for(question)
        self.type(f"{text}\n")

    def leave(self, key: str) -> None:
        """Press a key with which one leaves until it is heard.

        Python does not hear the signal of a Ctrl-C that comes just before it begins to wait for a line.
        """
        while True:
            self.type(key)
            if key == "\x03":
                self.wait_for("^C")
            if select.select([self.keyboard], [], [], 1)[0]:
                return

    def end(self) -> int:
        """Read what is left, and return the exit code."""
        while self._read():
            pass
        return self.process.wait()

    def _read(self) -> bool:
        # At the end of the process, Linux says that there is an error, macOS that there is nothing.
        data = b""
        with suppress(OSError):
            data = os.read(self.keyboard, 2**16)
        self.shown += data.decode()
        return bool(data)


@contextmanager
def terminal(*arguments: str | Path) -> Iterator[Terminal]:
    """Run a command in a terminal."""
    pty = pytest.importorskip("pty")
    keyboard, screen = pty.openpty()
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", IN_A_TERMINAL, *arguments],
        stdin=screen,
        stdout=screen,
        stderr=screen,
        start_new_session=True,
        env={**os.environ, "NO_COLOR": "1"},
    )
    os.close(screen)
    try:
        yield Terminal(process, keyboard)
    finally:
        process.kill()
        process.wait()
        os.close(keyboard)


def test_a_commitment_is_added_in_a_terminal(
    run: Runner, tmp_path: Path, text: Path
) -> None:
    """Somebody begins a dossier and adds a commitment, with a slip, words and help on the way."""
    folder = tmp_path / "tracker"
    asked = ("--kind", "readout", "--published", "2024-01-30")
    assert run("new", folder, "--from", text, *asked).code == CLEAN
    with terminal("add", "commitment", folder) as typed:
        typed.answer("summary:", "Patrol more.")
        typed.answer("id [patrol-more]:", "")
        typed.answer("citations[0].source (id of source):", "?")
        typed.answer("notice  'Talks in Paris'", "notcie")
        typed.answer("did you mean 'notice'?", "notice")
        typed.answer("citations[0].paragraphs (such as 14-16):", "")
        typed.answer("citations[0].lines (such as 14-16):", "4")
        typed.answer("citations[0].basis (stated or inferred):", ".")
        typed.answer("another field (? lists them):", "due")
        typed.answer("due (a date, in words too):", "by the end of the year")
        typed.wait_for("read as [..2024-12-31]")
        typed.answer("another field (? lists them):", "")
        typed.answer("? [y/N]", "y")
        typed.wait_for(f"written to {folder / 'dossier.toml'}:")
        assert typed.end() == CLEAN
    commitment = entente.load(folder)["patrol-more"]
    assert commitment == entente.Commitment(
        id="patrol-more",
        summary="Patrol more.",
        due=entente.Period("[..2024-12-31]"),
        citations=(entente.Citation(source="notice", lines="4"),),
    )


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["ctrl-c", "ctrl-d"])
def test_whoever_leaves_a_terminal_leaves_all_as_it_is(
    sound: Path, key: str
) -> None:
    """Ctrl-C and Ctrl-D end with a line of their own, and nothing is written."""
    with terminal("add", "theme", sound) as typed:
        typed.answer("label:", "Ships")
        typed.wait_for("id [ships]:")
        typed.leave(key)
        assert typed.end() == INTERRUPTED
        assert typed.shown.endswith("\r\nentente: nothing was written\r\n")
    assert sound.read_text() == IN_ORDER


def test_filling_in_asks_in_a_terminal(tmp_path: Path) -> None:
    """The diff is shown, and a yes writes it."""
    text = write(tmp_path / "texts" / "readout.txt", TEXT)
    file = write(
        tmp_path / "tracker.toml",
        'entente = 1\n\n[[sources]]\nid = "readout"\ntitle = "R"\nkind = "readout"\n',
    )
    with terminal("cite", "--fill", file, "--sources", text.parent) as typed:
        typed.wait_for(f'+fingerprint = "{fingerprint(TEXT)}"')
        typed.answer(f"write this to {file}? [y/N]", "y")
        assert typed.end() == CLEAN
    assert fingerprint(TEXT) in file.read_text()


@pytest.mark.parametrize(
    ("page", "source"),
    [
        ("how-to/start-a-tracker.md", "readout"),
        ("tutorial/from-notice-to-dossier.md", "notice"),
    ],
)
def test_a_page_shows_what_is_asked(
    run: Runner,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    page: str,
    source: str,
) -> None:
    """Whoever gives the answers of a page is told and asked what the page says."""
    monkeypatch.chdir(tmp_path)
    text = write(tmp_path / "texts" / f"{source}.txt", NOTICE)
    asked = ("--kind", "readout", "--issued-by", "GB")
    run("new", "tracker", "--from", text, *asked, "--published", "2024-01-30")
    shown = (DOCS / page).read_text(encoding="utf-8")
    _, command, rest = shown.partition("$ entente add ")
    block, _, _ = rest.partition("```")
    arguments, _, dialogue = block.partition("\n")
    lines = iter(dialogue.splitlines())

    def answer(question: str) -> str:
        question = question.rstrip()
        line = next(each for each in lines if each.startswith(question))
        sys.stdout.write(f"{line}\n")
        return line.removeprefix(question).strip()

    monkeypatch.setattr("builtins.input", answer)
    assert command
    assert run("add", *arguments.split()) == Run(CLEAN, dialogue, "")
