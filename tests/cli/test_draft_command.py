"""``entente draft``."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from entente import (
    Dossier,
    Meeting,
    MeetingState,
    Source,
    SourceKind,
    load,
    loads,
    save,
)
from entente._cli import main

TEXT = "We will act by May.\nChad will sing.\n"
DAY = ("--published", "2024-01-30")


@pytest.fixture
def text(tmp_path: Path) -> str:
    """Return the path of a text."""
    file = tmp_path / "My Notice.txt"
    file.write_text(TEXT)
    return str(file)


def test_a_draft_is_printed(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a dossier the draft is printed, with its source."""
    assert main(["draft", text, "--issued-by", "FR", "DE", *DAY]) == 0
    printed = capsys.readouterr()
    dossier = loads(printed.out, format="toml")
    assert dossier.sources.ids == ("my-notice",)
    assert dossier.commitments.ids == ("act-may", "sing")
    assert dossier.commitments["act-may"].by == ("FR", "DE")
    assert printed.err == "2 candidates, to be reviewed, in My Notice.txt\n"


def test_the_day_is_asked_for(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the day of publication standard error says what that means."""
    assert main(["draft", text]) == 0
    assert capsys.readouterr().err == (
        "entente: without the day of publication no date is read; give --published\n"
        "2 candidates, to be reviewed, in My Notice.txt\n"
    )


def test_a_draft_is_written_into_a_folder(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a dossier the draft is a file in its folder, and every command leaves it out."""
    folder = tmp_path / "tracker"
    folder.mkdir()
    source = Source(id="act", title="Act", kind=SourceKind.SPEECH)
    save(Dossier([source]), folder / "tracker.toml")
    assert main(["draft", text, "--into", str(folder), *DAY]) == 0
    file = folder / "my-notice.draft.toml"
    assert capsys.readouterr().out == f"{file}: 2 candidates, to be reviewed\n"
    assert "act-may" in file.read_text()
    assert main(["list", "commitments", str(folder)]) == 0
    printed = capsys.readouterr()
    assert "act" not in printed.out
    assert printed.err == (
        f"entente: {file} is a draft that nobody has reviewed, and left out;"
        " move records that are right to a file of the dossier\n"
        "0 of 0 commitments in tracker\n"
    )


def test_a_draft_that_was_only_renamed_is_a_problem(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It counts then, so what it says of itself is no longer so, and what it left open still is."""
    folder = tmp_path / "tracker"
    folder.mkdir()
    save(Dossier([]), folder / "tracker.toml")
    assert main(["draft", text, "--into", str(folder), *DAY]) == 0
    file = folder / "promises.toml"
    (folder / "my-notice.draft.toml").rename(file)
    capsys.readouterr()
    assert main(["check", str(folder)]) == 1
    [found] = [
        line
        for line in capsys.readouterr().out.splitlines()
        if line.endswith("[draft]")
    ]
    assert found == (
        f"warning {file}:1:1: the file counts, although it says that nobody has reviewed it;"
        " compare its records with the text, then take these lines away [draft]"
    )
    assert main(["check", str(folder), "--level", "info"]) == 1
    assert (
        "a draft left open: summary: in the words of the source; write it in your own;"
        " settle it, then take this comment away [draft]"
    ) in capsys.readouterr().out
    comments = [
        line for line in file.read_text().splitlines() if line[:1] != "#"
    ]
    file.write_text("\n".join(comments))
    main(["check", str(folder), "--level", "info"])
    assert "[draft]" not in capsys.readouterr().out


def test_the_meeting_is_told(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The meeting that is named is that of each candidate; one that the dossier does not have is refused."""
    state = MeetingState.HELD
    talks = Meeting(id="talks", name="Talks", state=state, when="2024-01-30")
    save(Dossier([talks]), tmp_path / "tracker.toml")
    asked = ["draft", text, "--into", str(tmp_path), *DAY, "--meeting"]
    assert main([*asked, "talk"]) == 2
    assert capsys.readouterr().err == (
        "entente: 'talk' is not among these meetings; did you mean 'talks'?\n"
    )
    assert main([*asked, "talks"]) == 0
    drafted = load(tmp_path, drafts=True).commitments
    assert drafted.where(meeting="talks", made="2024-01-30") == drafted


@pytest.mark.parametrize(
    "command",
    [("check",), ("cite", "--sources", ".", "--fill"), ("add", "theme")],
    ids=["check", "cite", "add"],
)
def test_every_command_says_that_a_draft_is_left_out(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
) -> None:
    """Standard error names the draft in one line, whatever the command."""
    source = Source(id="act", title="Act", kind=SourceKind.SPEECH)
    save(Dossier([source]), tmp_path / "tracker.toml")
    draft = tmp_path / "act.draft.toml"
    draft.write_text("entente = 1\n")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    main([*command, str(tmp_path)])
    first, *_ = capsys.readouterr().err.splitlines()
    assert first == (
        f"entente: {draft} is a draft that nobody has reviewed, and left out;"
        " move records that are right to a file of the dossier"
    )


def test_what_is_cited_is_counted(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the dossier cites already is not drafted again, but counted."""
    folder = tmp_path / "tracker"
    folder.mkdir()
    assert main(["draft", text, *DAY, "--source", "notice"]) == 0
    reviewed = capsys.readouterr().out
    head, _, _ = reviewed.partition("# line 2")
    (folder / "tracker.toml").write_text(head)
    assert (
        main(["draft", text, "--into", str(folder), "--source", "notice"]) == 0
    )
    assert capsys.readouterr().out == (
        f"{folder / 'notice.draft.toml'}: 1 candidate, to be reviewed;"
        " 1 more that the dossier cites already\n"
    )


def test_a_draft_of_nothing_is_not_written(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the dossier cites all that is promised, there is nothing to review."""
    assert main(["draft", text, *DAY, "--source", "notice"]) == 0
    (tmp_path / "tracker.toml").write_text(capsys.readouterr().out)
    asked = ["draft", text, "--into", str(tmp_path), "--source", "notice"]
    assert main(asked) == 0
    assert capsys.readouterr().out == (
        "no draft was written: 0 candidates; 2 more that the dossier cites already\n"
    )
    assert not list(tmp_path.glob("*.draft.toml"))


def test_a_folder_is_wanted(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A draft goes into a folder."""
    assert main(["draft", text, "--into", text]) == 2
    assert capsys.readouterr().err == (
        f"entente: {text}: --into takes the folder of a dossier\n"
    )


def test_a_folder_that_is_missing_has_to_be_begun(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever has no dossier yet learns how to begin one."""
    missing = tmp_path / "tracker"
    assert main(["draft", text, "--into", str(missing)]) == 2
    assert capsys.readouterr().err == (
        f"entente: {missing}: there is no such folder; begin the dossier with `entente new`\n"
    )


def test_a_text_without_letters_in_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file whose name gives no id is a notice."""
    file = tmp_path / "….txt"
    file.write_text(TEXT)
    assert main(["draft", str(file), *DAY]) == 0
    assert 'id = "notice"' in capsys.readouterr().out
