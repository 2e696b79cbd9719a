"""What commands write: whole or not at all, over other files only if told to, and never over the dossier."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

import entente
from commands import CLEAN, UNWRITTEN, Run, Runner, given, write

DAY = ("--on", "2024-06-01")

WRITTEN = [
    (["list", "commitments"], "--output", "out.csv"),
    (["brief"], "-o", "out.md"),
    (["chart", "themes"], "-o", "out.html"),
    (["export", "atom"], "--to", "out.atom"),
    (["export", "json"], "--to", "tables"),
    (["convert"], "", "out.yaml"),
]
"""Commands that write, with the option that names what they write."""


def command(
    words: list[str], option: str, path: Path, out: Path
) -> list[str | Path]:
    """Return a command that reads one path and writes another."""
    return [*words, path, *([option] if option else []), out]


@pytest.fixture(autouse=True)
def _without_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a page of a view without its picture, which takes the longest."""
    monkeypatch.setattr(
        "entente.views._view.View.to_html",
        lambda _view, **_: "<figure></figure>",
    )


@pytest.mark.parametrize(("words", "option", "name"), WRITTEN)
def test_what_is_there_is_replaced_only_if_asked(
    run: Runner, sound: Path, words: list[str], option: str, name: str
) -> None:
    """Every command that writes says the same of a file that is there, and has the same option."""
    out = sound.parent / name
    ask = command(words, option, sound, out)
    assert run(*ask).code == CLEAN
    again = run(*ask)
    assert (again.code, again.out) == (UNWRITTEN, "")
    assert again.err.startswith(f"entente: {out}: ")
    assert "--replace" in again.err
    assert run(*ask, "--replace").code == CLEAN


@pytest.mark.parametrize("words", [["brief"], ["chart", "themes"]])
def test_a_document_is_written_whole_or_not_at_all(
    run: Runner,
    sound: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
) -> None:
    """If the disk is full, what was there before is kept, and nothing else is left."""
    out = write(tmp_path / "out" / "page.html", "an older one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("entente.files._atomic.fsync", full)
    found = run(*words, sound, "-o", out, "--replace", *DAY)
    assert (found.code, found.out) == (UNWRITTEN, "")
    assert found.err == f"entente: {out}: no space left on device\n"
    assert out.read_text() == "an older one"
    assert list(out.parent.iterdir()) == [out]


def test_the_dossier_is_not_written_over(run: Runner, tmp_path: Path) -> None:
    """No table or feed takes the place of the dossier, even if it is said to replace it."""
    file = tmp_path / "tracker.json"
    entente.save(entente.example("promises-kept"), file)
    held = file.read_bytes()
    for ask in (
        ("list", "themes", file, "--output", file),
        ("export", "atom", file, "--to", file),
    ):
        assert run(*ask, "--replace") == Run(
            UNWRITTEN,
            "",
            f"entente: {file}: it is a file of the dossier, which would be lost; name another\n",
        )
    assert file.read_bytes() == held


def test_a_dossier_is_seen_to_be_one(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody knows which file standard input came from, but a table is a list."""
    file = tmp_path / "tracker.json"
    entente.save(entente.example("promises-kept"), file)
    given(monkeypatch, file.read_bytes())
    ask = ("list", "themes", "-", "--from", "json", "--output", file)
    assert run(*ask, "--replace") == Run(
        UNWRITTEN,
        "",
        f"entente: {file}: it holds no table, and may be a dossier; name another file\n",
    )


def test_a_table_takes_the_place_of_another(run: Runner, sound: Path) -> None:
    """A file of rows is no dossier, and is replaced if asked."""
    file = sound.parent.parent / "themes.json"
    file.write_text("[]", encoding="utf-8")
    ask = ("list", "themes", sound, "--output", file)
    assert run(*ask, "--replace").code == CLEAN
    assert json.loads(file.read_text(encoding="utf-8"))[0]["id"]


@pytest.mark.parametrize(
    ("words", "option", "name"),
    [
        (["list", "themes"], "--output", "more/themes.json"),
        (["export", "csv"], "--to", "tables"),
        (["convert"], "", "all.toml"),
        (["site"], "", "out"),
    ],
)
def test_nothing_is_written_that_would_be_read_as_the_dossier(
    run: Runner, sound: Path, words: list[str], option: str, name: str
) -> None:
    """A folder is read whole, so what lies in it would be taken for a part of it."""
    folder = sound.parent
    out = folder / name
    found = run(*command(words, option, folder, out))
    assert (found.code, found.out) == (UNWRITTEN, "")
    assert found.err.endswith(
        f"it would be read as a part of the dossier; name a place outside of {folder}\n"
    )
    assert list(folder.iterdir()) == [sound]


def test_what_a_dossier_leaves_out_may_lie_in_its_folder(
    run: Runner, sound: Path
) -> None:
    """A table as CSV is no dossier, nor is what lies in a folder whose name begins with a dot."""
    folder = sound.parent
    for name in ("themes.csv", ".tables/themes.json"):
        out = folder / name
        assert run("list", "themes", folder, "--output", out).code == CLEAN
    assert run("list", "themes", folder).code == CLEAN


def test_a_table_in_a_folder_is_named_after_its_records(
    run: Runner, sound: Path, tmp_path: Path
) -> None:
    """So its file is what must not be there yet."""
    ask = ("list", "themes", sound, "--format", "csv", "--output")
    folder = tmp_path / "tables"
    assert run(*ask, f"{folder}/").code == CLEAN
    assert run(*ask, folder).err == (
        f"entente: {folder / 'themes.csv'}: there is such a file already;"
        " write over it with --replace\n"
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such pipes here")
@pytest.mark.parametrize(("words", "option", "name"), WRITTEN[:4])
def test_a_pipe_or_device_is_not_replaced(
    run: Runner, sound: Path, words: list[str], option: str, name: str
) -> None:
    """A rename would put a file in its place, and the device would be gone."""
    pipe = sound.parent / name
    os.mkfifo(pipe)
    found = run(*command(words, option, sound, pipe), "--replace")
    assert found.code == UNWRITTEN
    assert found.err.endswith("it is a pipe, not a regular file\n")
    assert pipe.is_fifo()


def test_one_file_of_a_folder_is_converted_in_place(
    run: Runner, sound: Path, tmp_path: Path
) -> None:
    """A file may be written over by itself, in the order of the format."""
    file = tmp_path / "copy.toml"
    shutil.copy(sound, file)
    assert run("convert", file, file, "--replace").code == CLEAN
    assert entente.load(file) == entente.load(sound)
