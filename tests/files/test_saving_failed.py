"""A save of several files that fails, or was cut short: what holds, what is said, and what is left."""

from __future__ import annotations

import errno
import json
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TypeAlias

import pytest

from entente import Dossier, Theme, load, save
from entente.errors import LoadError, SaveError
from entente.files import _journal, _loading
from theme_folders import NAMES, generation, label_of, left_over, make_folder

JOURNAL = ".entente-journal"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three files."""
    return make_folder(tmp_path / "dossier", "one")


def second(folder: Path) -> Dossier:
    """Return the dossier of a folder with a change in each of its files."""
    return load(folder).with_records(*generation("two").records)


def breaking(
    monkeypatch: pytest.MonkeyPatch,
    method: str,
    breaks: Callable[[int, Path], BaseException | None],
) -> None:
    """Let a method of paths fail as told by the number of the call and its path."""
    real = getattr(Path, method)
    calls: list[Path] = []

    def broken(path: Path, *arguments: object, **keywords: object) -> object:
        error = breaks(len(calls), path)
        calls.append(path)
        if error:
            raise error
        return real(path, *arguments, **keywords)

    monkeypatch.setattr(Path, method, broken)


def denied() -> OSError:
    """Return what the system says of a folder that was made read-only."""
    return OSError(errno.EACCES, os.strerror(errno.EACCES))


# --- a rename fails ------------------------------------------------------------------------------


def waiting(folder: Path, id: str) -> Path:
    """Return the hidden file that waits to take the place of the one with a theme."""
    (found,) = (
        each
        for each in folder.rglob(".entente-*.new")
        if f'"{id}"' in each.read_text()
    )
    return found


@pytest.mark.parametrize("number", range(1, 4))
def test_what_was_replaced_goes_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """If one file cannot be replaced, those before it are as they were, with their rights."""
    (folder / "a.toml").chmod(0o640)
    dossier = second(folder)
    with monkeypatch.context() as patch:
        # The first rename is that of the journal.
        breaking(
            patch, "replace", lambda n, _: denied() if n == number else None
        )
        with pytest.raises(SaveError) as caught:
            save(dossier, folder)
    file = folder / NAMES[number - 1]
    assert str(caught.value) == f"{file}: permission denied"
    assert label_of(folder) == "one"
    assert not left_over(folder)
    assert stat.S_IMODE((folder / "a.toml").stat().st_mode) == 0o640
    save(dossier, folder)
    assert label_of(folder) == "two"


def test_what_cannot_go_back_holds_and_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If nothing can be renamed any more, the new texts hold: they are read, named, and put in place later."""
    dossier = second(folder)
    with monkeypatch.context() as patch:
        breaking(patch, "replace", lambda n, _: denied() if n >= 2 else None)
        with pytest.raises(SaveError) as caught:
            save(dossier, folder)
    b, c = waiting(folder, "b"), waiting(folder, "c")
    assert str(caught.value) == (
        f"{folder}/b.json: permission denied; the new texts hold, but some are not in their places yet, and"
        " are read from where they are until the next save puts them there:"
        f" {b} for {folder}/b.json, {c} for {folder}/more/c.toml"
    )
    assert label_of(folder) == "two"
    assert label_of(folder / "more") == label_of(folder / "b.json") == "two"
    save(dossier, folder)
    assert label_of(folder) == "two"
    assert not left_over(folder)


def test_the_old_texts_hold_if_they_cannot_be_put_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If going back is cut short in its turn, the old texts are read from where they are, and named."""
    dossier = second(folder)
    with monkeypatch.context() as patch:
        # The journal, two files, the third fails; then the journal of the way back, and nothing more.
        breaking(
            patch,
            "replace",
            lambda n, _: denied() if n == 3 or n >= 5 else None,
        )
        with pytest.raises(SaveError) as caught:
            save(dossier, folder)
    a, b = waiting(folder, "a"), waiting(folder, "b")
    assert str(caught.value) == (
        f"{folder}/more/c.toml: permission denied; the old texts hold, but some are not in their places yet, and"
        " are read from where they are until the next save puts them there:"
        f" {a} for {folder}/a.toml, {b} for {folder}/b.json"
    )
    assert label_of(folder) == "one"
    save(dossier, folder)
    assert label_of(folder) == "two"
    assert not left_over(folder)


def test_a_folder_of_which_names_cannot_be_flushed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system that cannot flush folders saves nevertheless; another failure of the disk is an error."""
    flush = os.fsync

    def failing(number: int) -> Callable[[int], None]:
        def fail(descriptor: int) -> None:
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise OSError(number, os.strerror(number))
            flush(descriptor)

        return fail

    name = "entente.files._atomic.fsync"
    monkeypatch.setattr(name, failing(errno.EINVAL))
    dossier = second(folder)
    save(dossier, folder)
    assert label_of(folder) == "two"
    monkeypatch.setattr(name, failing(errno.EIO))
    with pytest.raises(SaveError, match=f"^{folder}/{JOURNAL}: input/output"):
        save(dossier.with_records(*generation("three").records), folder)
    assert label_of(folder) == "two"
    file = folder / "a.toml"
    changed = load(file).with_records(Theme(id="a", label="three"))
    with pytest.raises(SaveError) as caught:
        save(changed, file)
    assert str(caught.value) == (
        f"{file}: input/output error; the new text is in its place, but a power cut may undo it"
    )
    monkeypatch.undo()
    save(changed.with_records(Theme(id="a", label="four")), file)
    assert label_of(file) == "four"


# --- Ctrl-C --------------------------------------------------------------------------------------


Tracer: TypeAlias = Callable[[FrameType, str, object], "Tracer | None"]

STRIDE = 1 if "ENTENTE_KILLS" in os.environ else 13
"""How many lines to go on from one interruption to the next; every line on demand."""

TRACED = {"_atomic.py", "_journal.py", "_lock.py", "_saving.py"}


def interrupted_at(number: int) -> Tracer:
    """Return a tracer that interrupts before the line of saving with that number."""
    lines = iter(range(number))

    def trace(frame: FrameType, event: str, _: object) -> Tracer | None:
        code = frame.f_code
        # Between the two lines that close a lock, nothing helps: it is free when the process ends.
        if (
            Path(code.co_filename).name not in TRACED
            or code.co_name == "close"
        ):
            return None
        if event == "line" and next(lines, None) is None:
            sys.settrace(None)
            raise KeyboardInterrupt
        return trace

    return trace


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_ctrl_c_at_any_line_leaves_one_generation(folder: Path) -> None:
    """Wherever Ctrl-C comes, all files are as before or all as after, and the next save clears up."""
    tracer = sys.gettrace()
    seen: list[str] = []
    is_over = False
    while not is_over:
        before, after = label_of(folder), f"label-{len(seen)}"
        dossier = load(folder).with_records(*generation(after).records)
        sys.settrace(interrupted_at(STRIDE * len(seen)))
        try:
            save(dossier, folder)
            is_over = True
        except KeyboardInterrupt:
            pass
        finally:
            sys.settrace(tracer)
        found = label_of(folder)
        assert found in {before, after}
        seen.append("before" if found == before else "after")
        save(load(folder).with_records(*generation("end").records), folder)
        assert label_of(folder) == "end"
        assert not left_over(folder)
    assert min(seen.count("before"), seen.count("after")) > 3


def test_after_ctrl_c_a_dossier_knows_what_holds(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save that was interrupted while it put the new texts in place can be followed by the next one."""
    dossier = second(folder)
    with monkeypatch.context() as patch:
        breaking(
            patch,
            "replace",
            lambda n, _: KeyboardInterrupt() if n == 2 else None,
        )
        with pytest.raises(KeyboardInterrupt):
            save(dossier, folder)
    assert label_of(folder) == "two"
    assert not left_over(folder)
    save(dossier.with_records(*generation("three").records), folder)
    assert label_of(folder) == "three"


def test_ctrl_c_before_the_new_texts_hold_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written so far is removed at once."""

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    dossier = second(folder)
    with monkeypatch.context() as patch:
        patch.setattr("entente.files._atomic.fsync", stop)
        with pytest.raises(KeyboardInterrupt):
            save(dossier, folder)
    assert label_of(folder) == "one"
    assert not left_over(folder)
    save(dossier, folder)


# --- a journal that was left ---------------------------------------------------------------------


@pytest.fixture
def halted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which a save was cut short after the first file."""
    dossier = second(folder)
    with monkeypatch.context() as patch:
        breaking(patch, "replace", lambda n, _: denied() if n >= 2 else None)
        with pytest.raises(SaveError):
            save(dossier, folder)
    return folder


def in_order(folder: Path) -> str:
    """Return the cure for a journal that cannot be followed."""
    return (
        "put the files in order (files named .entente-….new beside them hold texts that the save wrote),"
        " then remove the journal"
    )


def test_a_journal_is_read_where_nothing_may_be_written(halted: Path) -> None:
    """To load is to write nothing: it works in a folder that is read-only, again and again."""
    hidden = left_over(halted)
    for each in (halted, halted / "more"):
        each.chmod(0o500)
    try:
        assert label_of(halted) == label_of(halted) == "two"
    finally:
        for each in (halted, halted / "more"):
            each.chmod(0o700)
    assert left_over(halted) == hidden


@pytest.mark.parametrize("name", NAMES)
def test_a_part_is_saved_after_what_was_left(halted: Path, name: str) -> None:
    """A save of one file of the folder, or of a folder in it, finishes what concerns the whole."""
    file = halted / name
    save(load(file).with_records(Theme(id="new", label="two")), file)
    assert label_of(halted) == "two"
    assert not left_over(halted)


def test_a_new_file_does_not_take_the_others_with_it(halted: Path) -> None:
    """A file that is new beside files that wait for their texts leaves these whole."""
    save(Dossier([Theme(id="new", label="two")]), halted / "new.toml")
    assert label_of(halted) == "two"
    assert len(load(halted).themes) == 4
    assert not left_over(halted)


def test_a_folder_may_be_moved_before_it_is_put_in_order(
    halted: Path,
) -> None:
    """A journal names its files from where it lies."""
    moved = halted.rename(halted.with_name("moved"))
    assert label_of(moved) == "two"
    save(load(moved).without("a"), moved)
    assert not left_over(moved)


@pytest.mark.parametrize("name", ["a.toml", "b.json"])
def test_a_file_that_changed_after_the_save_is_no_guess(
    halted: Path, name: str
) -> None:
    """Neither the text of a person nor that of the save is thrown away: both readings are refused."""
    file = halted / name
    file.write_text(file.read_text() + "\n")
    dossier = Dossier([Theme(id="a", label="A")])
    said = (
        f"1 problem\n  {halted}/{JOURNAL}: a save was cut short, and then {name} changed;"
        f" {in_order(halted)}"
    )
    for call in (
        lambda: load(halted),
        lambda: save(dossier, halted, replace=True),
        lambda: save(dossier, halted / "b.json", replace=True),
    ):
        with pytest.raises(LoadError) as caught:
            call()
        assert str(caught.value) == said
    (halted / JOURNAL).unlink()
    assert {theme.label for theme in load(halted).themes} == {"one", "two"}


def test_a_text_that_is_gone_is_no_guess(halted: Path) -> None:
    """If a fresh file was removed, nobody can say what its place should hold."""
    next(halted.glob(".entente-*.new")).unlink()
    with pytest.raises(LoadError, match=r"and then b\.json changed"):
        load(halted)


def test_a_journal_whose_files_are_all_in_place_is_spent(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If only the journal is left, the files may be changed by hand as ever."""
    dossier = second(folder)
    with monkeypatch.context() as patch:
        breaking(
            patch,
            "unlink",
            lambda _, path: denied() if path.name == JOURNAL else None,
        )
        save(dossier, folder)
    assert left_over(folder) == [JOURNAL]
    text = (folder / "a.toml").read_text()
    (folder / "a.toml").write_text(f"# ours\n{text}")
    assert label_of(folder) == "two"
    save(load(folder).without("b"), folder)
    assert not left_over(folder)


def rows_of(folder: Path) -> list[list[str]]:
    """Return what a journal lists."""
    rows: list[list[str]] = json.loads((folder / JOURNAL).read_text())["files"]
    return rows


def forge(folder: Path, rows: object) -> None:
    """Write a journal with other lines, and with their digest."""
    sound = _journal.digest(json.dumps(rows).encode())
    text = json.dumps({"entente": 1, "files": rows, "digest": sound})
    (folder / JOURNAL).write_text(text)


DAMAGED: dict[str, Callable[[Path], object]] = {
    "empty": lambda folder: (folder / JOURNAL).write_bytes(b""),
    "not UTF-8": lambda folder: (folder / JOURNAL).write_bytes(b"\xff"),
    "a list": lambda folder: (folder / JOURNAL).write_text("[]"),
    "cut": lambda folder: (folder / JOURNAL).write_bytes(
        (folder / JOURNAL).read_bytes()[:-9]
    ),
    "changed": lambda folder: (folder / JOURNAL).write_text(
        (folder / JOURNAL).read_text().replace("b.json", "c.json")
    ),
    "of another version": lambda folder: (folder / JOURNAL).write_text(
        (folder / JOURNAL).read_text().replace('"entente": 1', '"entente": 2')
    ),
    "deep": lambda folder: (folder / JOURNAL).write_text("[" * 100_000),
    "short rows": lambda folder: forge(folder, [["a.toml"]]),
    "numbers": lambda folder: forge(folder, [[1, 2, 3, 4]]),
    "upward": lambda folder: forge(
        folder, [["../x.toml", *row[1:]] for row in rows_of(folder)]
    ),
    "elsewhere": lambda folder: forge(
        folder, [["/etc/x.toml", *row[1:]] for row in rows_of(folder)]
    ),
    "hidden": lambda folder: forge(
        folder, [[".git/config", *row[1:]] for row in rows_of(folder)]
    ),
    "no text of a save": lambda folder: forge(
        folder, [[row[0], "b.json", *row[2:]] for row in rows_of(folder)]
    ),
    "a text elsewhere": lambda folder: forge(
        folder, [[row[0], f"../{row[1]}", *row[2:]] for row in rows_of(folder)]
    ),
}


@pytest.mark.parametrize("how", DAMAGED)
def test_a_damaged_journal_is_an_error(halted: Path, how: str) -> None:
    """What it says is neither followed nor passed over, and it may not lead out of its folder."""
    DAMAGED[how](halted)
    said = (
        f"1 problem\n  {halted}/{JOURNAL}: the journal of a save that was cut short is damaged;"
        f" {in_order(halted)}"
    )
    before = {
        file: file.read_bytes()
        for file in halted.rglob("*.*")
        if file.is_file()
    }
    for call in (
        lambda: load(halted),
        lambda: load(halted / "more" / "c.toml"),
        lambda: save(Dossier(), halted, replace=True),
    ):
        with pytest.raises(LoadError) as caught:
            call()
        assert str(caught.value) == said
    assert before == {
        file: file.read_bytes()
        for file in halted.rglob("*.*")
        if file.is_file()
    }


def test_a_journal_that_is_a_pipe_or_too_large_is_damaged(
    halted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing waits for a pipe, and no memory is filled."""
    monkeypatch.setattr(_journal, "LARGEST", 10)
    with pytest.raises(LoadError, match="is damaged"):
        load(halted)
    monkeypatch.undo()
    (halted / JOURNAL).unlink()
    os.mkfifo(halted / JOURNAL)
    with pytest.raises(LoadError, match="is damaged"):
        load(halted)


def test_a_file_that_the_journal_does_not_name_is_read_as_ever(
    halted: Path,
) -> None:
    """A file beside those that a save left is loaded without them, and without a guess about them."""
    (halted / "new.toml").write_text("entente = 1\n")
    next(halted.glob(".entente-*.new")).unlink()
    assert load(halted / "new.toml") == Dossier()


def test_a_journal_that_goes_while_it_is_read_is_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save that ends just now has put everything in its place."""
    (folder / JOURNAL).write_text("")
    breaking(
        monkeypatch,
        "read_bytes",
        lambda _, path: FileNotFoundError() if path.name == JOURNAL else None,
    )
    assert label_of(folder) == "one"


def test_a_target_that_is_gone_is_no_guess(halted: Path) -> None:
    """A file that became a folder, or is not there, is neither as it was nor as it should be."""
    (halted / "b.json").unlink()
    (halted / "b.json").mkdir()
    (halted / "b.json" / "d.toml").write_text("entente = 1\n")
    with pytest.raises(LoadError, match=r"and then b\.json changed"):
        load(halted)


def test_a_journal_that_may_not_be_read_is_an_error(
    halted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it nobody knows what the folder holds."""
    breaking(
        monkeypatch,
        "read_bytes",
        lambda _, path: denied() if path.name == JOURNAL else None,
    )
    with pytest.raises(LoadError) as caught:
        load(halted)
    assert str(caught.value) == (
        f"1 problem\n  {halted}/{JOURNAL}: the journal cannot be read: permission denied"
    )


@pytest.mark.parametrize(
    ("mode", "owner", "counts"),
    [
        (0o755, 3, True),
        (0o777, 3, True),
        (0o1777, 1, True),
        (0o1777, 2, True),
        (0o1777, 3, False),
    ],
)
def test_a_journal_of_strangers_does_not_count(
    monkeypatch: pytest.MonkeyPatch, mode: int, owner: int, *, counts: bool
) -> None:
    """In a folder such as /tmp, where anybody may leave a file, only ours and that of its owner is asked."""
    monkeypatch.setattr(os, "geteuid", lambda: 2)
    folder = os.stat_result((mode, 0, 0, 0, 1, 0, 0, 0, 0, 0))
    journal = os.stat_result((0o644, 0, 0, 0, owner, 0, 0, 0, 0, 0))
    assert _journal._is_trusted(folder, journal) is counts


def test_what_strangers_left_does_no_harm(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Above a folder, in one such as /tmp, their journal is passed over, and their texts stay."""
    above = folder.parent
    above.chmod(0o1777)
    (above / JOURNAL).write_text("damaged")
    stray = above / ".entente-0123456789abcdef.new"
    stray.write_text("theirs")
    with pytest.raises(LoadError, match="is damaged"):
        load(folder)
    monkeypatch.setattr(_journal, "_is_trusted", lambda *_: False)
    assert label_of(folder) == "one"
    save(Dossier([Theme(id="x", label="X")]), above / "x.toml")
    assert stray.exists()


def test_what_a_dead_save_left_is_cleared_away(folder: Path) -> None:
    """Texts that no journal names are removed by the next save, and nothing that only looks like them."""
    names = [
        ".entente-0123456789abcdef.new",
        ".entente-notes.new",
        ".entente-0123456789abcdef.new.toml",
    ]
    for name in names:
        (folder / name).write_text("left")
    assert label_of(folder) == "one"
    save(second(folder), folder)
    assert left_over(folder) == sorted(names[1:])


# --- reading meanwhile ---------------------------------------------------------------------------


def test_files_that_never_rest_are_an_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that changes whenever it is read is read so often, and then given up."""
    read = _loading._read_once

    def disturbed(files: list[Path]) -> object:
        found = read(files)
        (folder / "a.toml").write_bytes((folder / "a.toml").read_bytes())
        return found

    monkeypatch.setattr(_loading, "_TRIES", 3)
    monkeypatch.setattr(_loading, "_read_once", disturbed)
    with pytest.raises(LoadError) as caught:
        load(folder)
    assert str(caught.value) == (
        f"1 problem\n  {folder}: the files change again and again while they are read; wait until they are"
        " saved"
    )
