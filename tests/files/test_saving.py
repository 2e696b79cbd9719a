"""Saving replaces files whole or not at all, and leaves alone what did not change."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from codecs import BOM_UTF8
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from entente import (
    Commitment,
    Dossier,
    Source,
    SourceKind,
    Theme,
    dumps,
    load,
    save,
)
from entente.errors import LoadError, SaveError

OLD = Dossier([Theme(id="old", label="Old")])
NEW = Dossier([Theme(id="new", label="New")])
AS_TOML = 'entente = 1\n\n[[themes]]\nid = "new"\nlabel = "New"\n'


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files in a folder, by name, hidden ones too."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def failing(number: int, after: int = 0) -> Callable[..., object]:
    """Return what fails as the operating system does, from the call on that comes after so many."""
    calls = iter(range(after))

    def fail(*_: object, **__: object) -> object:
        if next(calls, None) is not None:
            return None
        raise OSError(number, os.strerror(number))

    return fail


def failing_replace(number: int, after: int) -> Callable[[Path, Path], Path]:
    """Return a `Path.replace` that fails once, on the call that comes after so many that do their work."""
    replace = Path.replace
    calls: list[Path] = []

    def fail(fresh: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == after + 1:
            raise OSError(
                number, os.strerror(number), str(fresh), None, str(target)
            )
        return replace(fresh, target)

    return fail


# --- one file ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.toml", "a.json", "a.yaml", "a.yml"])
def test_the_name_tells_the_format(tmp_path: Path, name: str) -> None:
    """A dossier that is saved is loaded again, by any of the endings, and nothing else is left there."""
    save(NEW, tmp_path / name)
    assert load(str(tmp_path / name)) == NEW
    assert set(snapshot(tmp_path)) == {name}


@pytest.mark.parametrize(
    ("part", "named"),
    [(NEW.themes, "Themes"), ([], "list"), (None, "NoneType")],
)
def test_only_a_dossier_is_written(
    tmp_path: Path, part: Any, named: str
) -> None:
    """What may name records that the file would lack is refused, and the old file stays."""
    file = tmp_path / "a.toml"
    save(OLD, file)
    before = snapshot(tmp_path)
    for verb, write in (
        ("save", lambda: save(part, file)),
        ("save", lambda: save(part, tmp_path)),
        ("dumps", lambda: dumps(part)),
    ):
        with pytest.raises(TypeError) as caught:
            write()
        assert str(caught.value) == (
            f"{verb} takes a dossier, not {named}: records alone may name others that would be missing; "
            "give dossier.only_with(records), which brings them along"
        )
    assert snapshot(tmp_path) == before


def test_a_file_is_replaced(tmp_path: Path) -> None:
    """The old text makes way for the new as a whole."""
    file = tmp_path / "a.toml"
    save(OLD, file)
    save(NEW, str(file), replace=True)
    assert snapshot(tmp_path) == {"a.toml": AS_TOML.encode()}


@pytest.mark.parametrize("name", ["a.csv", "a", "toml"])
def test_a_name_without_a_known_ending_is_refused(
    tmp_path: Path, name: str
) -> None:
    """No format is guessed, and no file is made."""
    with pytest.raises(SaveError) as caught:
        save(NEW, tmp_path / name)
    assert str(caught.value) == (
        f"{tmp_path / name}: the file name must end in one of .json, .toml, .yaml, .yml"
    )
    assert not snapshot(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """The error names the file that was asked for, not one of ours beside it."""
    file = tmp_path / "missing" / "a.toml"
    with pytest.raises(SaveError) as caught:
        save(NEW, file, replace=True)
    assert str(caught.value) == f"{file}: no such file or directory"
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0,
    reason="the superuser may write anywhere",
)
def test_a_folder_that_may_not_be_written_is_left_alone(
    tmp_path: Path,
) -> None:
    """Without the right to write, the error says so and the old file stays."""
    file = tmp_path / "a.toml"
    save(OLD, file)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(SaveError) as caught:
            save(NEW, file, replace=True)
    finally:
        tmp_path.chmod(0o700)
    assert str(caught.value) == f"{file}: permission denied"
    assert load(file) == OLD


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    """What the system does not take for a name at all is an error of ours."""
    with pytest.raises(SaveError, match="no file can have this name"):
        save(NEW, tmp_path / "a\0.toml")
    assert not snapshot(tmp_path)


def test_a_link_is_followed(tmp_path: Path) -> None:
    """A symbolic link stays one, and the file that it leads to holds the new text."""
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "a.toml", tmp_path / "link.toml"
    save(OLD, target)
    link.symlink_to(Path("real") / "a.toml")
    save(NEW, link, replace=True)
    assert link.is_symlink()
    assert load(target) == NEW
    assert set(snapshot(tmp_path / "real")) == {"a.toml"}


def test_a_link_that_leads_nowhere_is_followed(tmp_path: Path) -> None:
    """What a link names may not be there yet."""
    link = tmp_path / "link.toml"
    link.symlink_to("target.toml")
    save(NEW, link, replace=True)
    assert link.is_symlink()
    assert load(tmp_path / "target.toml") == NEW


def test_a_link_to_itself_is_an_error(tmp_path: Path) -> None:
    """A circle of links holds no file, and the error is one of ours."""
    link = tmp_path / "a.toml"
    link.symlink_to("a.toml")
    with pytest.raises(SaveError) as caught:
        save(NEW, link, replace=True)
    assert str(caught.value) == f"{link}: too many levels of symbolic links"


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_permissions_are_kept(tmp_path: Path, mode: int) -> None:
    """A file that others may not read does not become readable when it is saved."""
    file = tmp_path / "a.toml"
    save(OLD, file)
    file.chmod(mode)
    save(NEW, file, replace=True)
    assert stat.S_IMODE(file.stat().st_mode) == mode


@pytest.mark.parametrize("name", ["a.toml", "a.json", "a.yaml"])
def test_a_byte_order_mark_is_kept(tmp_path: Path, name: str) -> None:
    """A file that some editor marked as UTF-8 stays marked, once, and one without a mark gets none."""
    file = tmp_path / name
    save(OLD, file)
    assert not file.read_bytes().startswith(BOM_UTF8)
    file.write_bytes(BOM_UTF8 + file.read_bytes())
    save(NEW, file, replace=True)
    assert file.read_bytes().count(BOM_UTF8) == 1
    assert file.read_bytes().startswith(BOM_UTF8)
    assert load(file) == NEW


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "no space left on device"),
        (errno.EIO, "input/output error"),
        (errno.EDQUOT, "disk quota exceeded"),
    ],
)
@pytest.mark.parametrize(
    "call",
    ["entente.files._atomic.fsync", "shutil.copystat", "pathlib.Path.replace"],
)
def test_a_failure_leaves_the_old_file(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    number: int,
    said: str,
) -> None:
    """Whichever step fails, the old file is whole, nothing lies beside it, and the error names the file."""
    file = tmp_path / "a.toml"
    save(OLD, file)
    before = snapshot(tmp_path)
    monkeypatch.setattr(call, failing(number))
    with pytest.raises(SaveError) as caught:
        save(NEW, file, replace=True)
    assert str(caught.value) == f"{file}: {said}"
    assert isinstance(caught.value.__cause__, OSError)
    assert snapshot(tmp_path) == before


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """A disk that is truly full, here a limit on the size of files, fails the write and nothing else."""
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    file = tmp_path / "a.json"
    save(OLD, file)
    before = snapshot(tmp_path)
    large = Dossier([Theme(id="new", label="New " * 100_000 + "!")])
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(SaveError) as caught:
            save(large, file, replace=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert str(caught.value) == f"{file}: file too large"
    assert snapshot(tmp_path) == before


def test_what_cannot_be_cleared_away_does_not_hide_the_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If even removing our own file fails, the first error is the one that is told."""
    file = tmp_path / "a.toml"
    save(OLD, file)
    monkeypatch.setattr("pathlib.Path.replace", failing(errno.EIO))
    monkeypatch.setattr("pathlib.Path.unlink", failing(errno.EACCES))
    with pytest.raises(SaveError, match="input/output error"):
        save(NEW, file, replace=True)
    assert load(file) == OLD


KILL = """
import os, sys
from pathlib import Path
import entente, entente.files._atomic

def die(*_):
    os._exit(9)

step, target = sys.argv[1:]
if step == "write":
    entente.files._atomic.fsync = die
elif step == "rename":
    Path.replace = die
new = entente.Dossier([entente.Theme(id="new", label="New")])
entente.save(new, target, replace=True)
"""


@pytest.mark.parametrize("step", ["write", "rename"])
def test_a_kill_leaves_the_old_file(tmp_path: Path, step: str) -> None:
    """A process that dies before or after its text is on the disk leaves the old file as it was."""
    file = tmp_path / "a.toml"
    save(OLD, file)
    command = [sys.executable, "-c", KILL, step, str(file)]
    done = subprocess.run(command, check=False)  # noqa: S603 -- our own code
    assert done.returncode == 9
    assert load(file) == OLD
    assert load(tmp_path) == OLD, (
        "what the dead process left is hidden from a folder's readers"
    )


def test_the_text_is_on_the_disk_before_it_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All is written and flushed before the first file is replaced, so that a power cut loses nothing."""
    folder = tmp_path / "dossier"
    folder.mkdir()
    for name in ("a", "b"):
        save(Dossier([Theme(id=name, label="Old")]), folder / f"{name}.toml")
    steps: list[str] = []
    replace, fsync = Path.replace, os.fsync

    def flushed(descriptor: int) -> None:
        steps.append("flush")
        fsync(descriptor)

    def replaced(fresh: Path, target: Path) -> Path:
        steps.append("replace")
        return replace(fresh, target)

    monkeypatch.setattr("entente.files._atomic.fsync", flushed)
    monkeypatch.setattr("pathlib.Path.replace", replaced)
    new = Dossier([Theme(id=name, label="New") for name in ("a", "b")])
    save(new, folder, replace=True)
    texts, names, journal = ["flush"] * 2, ["flush"], ["flush", "replace"]
    assert steps == [
        *texts,
        *names,
        *journal,
        *names,
        "replace",
        "replace",
        *names,
    ]


# --- folders -------------------------------------------------------------------------------------

THEMES = """\
# The themes, by hand.
entente = 1

[[themes]]
id = "migration"
label = "Migration"

[[themes]]
id = "boats"   # narrower
label = "Boats"
broader = [ "migration" ]
"""
SOURCES = """\
# The sources, by hand.
entente = 1

[[sources]]
id = "readout"
title = "Readout"
kind = "readout"
published = 2024-01-30
"""
COMMITMENTS = """\
entente: 1
commitments:
- {id: patrol, summary: Patrol more., themes: [boats], continuing: false}
"""
MORE = """\
{"commitments": [{"id": "pay", "summary": "Pay."}], "entente": 1}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier in four files of three formats, written by hand as people write."""
    folder = tmp_path / "dossier"
    (folder / "more").mkdir(parents=True)
    (folder / "themes.toml").write_text(THEMES)
    (folder / "sources.toml").write_text(SOURCES)
    (folder / "commitments.yaml").write_text(COMMITMENTS)
    (folder / "more" / "pay.json").write_text(MORE)
    (folder / "README.md").write_text("Not a dossier.")
    (folder / ".hidden.toml").write_text("Not = a dossier")
    return folder


def test_a_folder_in_which_nothing_changed_is_not_touched(
    folder: Path,
) -> None:
    """Not a byte and not a time changes: comments, order, spelled-out defaults and TOML's dates stay."""
    for file in folder.rglob("*"):
        os.utime(file, ns=(1, 1))
    before = snapshot(folder)
    save(load(folder), folder)
    assert snapshot(folder) == before
    assert {
        file.stat().st_mtime_ns for file in folder.rglob("*") if file.is_file()
    } == {1}


def test_only_the_file_of_a_changed_record_is_written(folder: Path) -> None:
    """A change to one record is a change to one file."""
    before = snapshot(folder)
    save(
        load(folder).with_records(Commitment(id="pay", summary="Pay more.")),
        folder,
    )
    after = snapshot(folder)
    assert {
        name for name, text in after.items() if before.get(name) != text
    } == {"more/pay.json"}
    assert load(folder).commitments["pay"].summary == "Pay more."


def test_what_did_not_change_keeps_its_place_in_a_file(folder: Path) -> None:
    """Only the record that differs is written anew: comments, layout and order of the others stay."""
    save(
        load(folder).with_records(Theme(id="migration", label="Movement")),
        folder,
    )
    text = (folder / "themes.toml").read_text()
    assert text.startswith(
        "# The themes, by hand.\nentente = 1\n\n[[themes]]\n"
    )
    assert 'label = "Movement"\n' in text
    assert (
        'id = "boats"   # narrower\nlabel = "Boats"\nbroader = [ "migration" ]\n'
        in text
    )
    save(
        load(folder).with_records(Commitment(id="share", summary="Share.")),
        folder,
    )
    assert load(folder).commitments["share"].summary == "Share."


@pytest.mark.parametrize(
    ("name", "event"),
    [
        (
            "a.toml",
            '[[events]]  # by hand\nid = "games"\nname = "Games"\nwhen = {}\n',
        ),
        (
            "a.yaml",
            "events:\n- id: games  # by hand\n  name: Games\n  when: {}\n",
        ),
    ],
)
@pytest.mark.parametrize(
    "when",
    [
        "2024-07-26",
        '"2024-07-26"',
        "{ {edtf}, {stated} }",
        "{ {stated}, {edtf} }",
        "{ {stated} }",
    ],
)
def test_a_date_that_did_not_change_stays_as_it_is_written(
    tmp_path: Path, name: str, event: str, when: str
) -> None:
    """In either of its notations, with or without the source's words, beside a record that is new."""
    file = tmp_path / name
    equals, begins = (
        (" = ", "entente = 1\n\n")
        if name == "a.toml"
        else (": ", "entente: 1\n")
    )
    date = when.replace("{edtf}", f'edtf{equals}"2024-07"').replace(
        "{stated}", f'stated{equals}"in July"'
    )
    text = begins + event.format(date)
    file.write_text(text)
    save(load(file), file)
    assert file.read_text() == text
    save(load(file).with_records(Theme(id="new", label="New")), file)
    assert file.read_text().startswith(text)
    assert load(file).themes.ids == ("new",)


def test_a_new_record_goes_to_the_last_file_of_its_kind(folder: Path) -> None:
    """A record that no file holds joins the others of its kind, in the file that is read last."""
    grown = load(folder).with_records(
        Theme(id="trade", label="Trade"),
        Source(id="law", title="Law", kind=SourceKind.TREATY_TEXT),
        Commitment(id="share", summary="Share."),
    )
    save(grown, folder)
    assert load(folder).without("patrol") == grown.without("patrol")
    assert [theme.id for theme in load(folder / "themes.toml").themes] == [
        "migration",
        "boats",
        "trade",
    ]
    assert [source.id for source in load(folder / "sources.toml").sources] == [
        "readout",
        "law",
    ]
    assert [
        each.id for each in load(folder / "more" / "pay.json").commitments
    ] == [
        "pay",
        "share",
    ]
    assert (folder / "commitments.yaml").read_text() == COMMITMENTS


def test_a_record_of_a_new_kind_goes_to_the_last_file(folder: Path) -> None:
    """A kind that no file holds yet goes to the file that is read last of all."""
    grown = load(folder).with_records(Theme(id="trade", label="Trade"))
    for file in ("themes.toml", "commitments.yaml"):
        (folder / file).unlink()
    (folder / "empty.toml").write_text("entente = 1\n")
    alone = Dossier([grown["trade"], *load(folder).records])
    save(alone, folder, replace=True)
    assert load(folder) == alone
    assert [theme.id for theme in load(folder / "sources.toml").themes] == [
        "trade"
    ]


def test_a_record_that_is_gone_leaves_its_file(folder: Path) -> None:
    """A file whose last record was taken out stays, as an empty dossier."""
    save(load(folder).without("pay"), folder)
    assert load(folder / "more" / "pay.json") == Dossier()
    assert (folder / "themes.toml").read_text() == THEMES


def test_what_is_no_file_of_a_dossier_is_left_alone(folder: Path) -> None:
    """Other endings and hidden files are neither read nor written."""
    save(
        load(folder).without("pay", "patrol", "boats", "migration", "readout"),
        folder,
    )
    assert (folder / "README.md").read_text() == "Not a dossier."
    assert (folder / ".hidden.toml").read_text() == "Not = a dossier"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("data.json", '{"name": "precious", "version": "1.0.0"}\n'),
        ("list.json", "[1, 2]\n"),
        ("broken.toml", "entente = \n"),
        ("faulty.toml", 'entente = 1\n\n[[themes]]\nid = "x"\nlable = "X"\n'),
        (
            "twice.yaml",
            "entente: 1\nthemes: []\nthemes:\n- {id: x, label: X}\n",
        ),
        ("future.json", '{"entente": 2}\n'),
    ],
)
def test_a_folder_that_holds_something_else_is_not_written(
    folder: Path, name: str, text: str
) -> None:
    """What is no dossier, or one with faults, would be lost by writing over it: nothing is written."""
    dossier = load(folder)
    (folder / name).write_text(text)
    before = snapshot(folder)
    with pytest.raises(LoadError, match=name):
        save(dossier.without("pay"), folder)
    assert snapshot(folder) == before


def test_an_empty_folder_is_not_written(tmp_path: Path) -> None:
    """Where no file tells the format, none is chosen."""
    with pytest.raises(LoadError) as caught:
        save(NEW, tmp_path)
    assert str(caught.value) == (
        f"1 problem\n  {tmp_path}: the folder holds no file that ends in .json, .toml, .yaml, .yml"
    )


def changed(folder: Path) -> Dossier:
    """Return a dossier of which two files must be written."""
    return load(folder).with_records(
        Theme(id="boats", label="Small boats"),
        Commitment(id="pay", summary="Pay more."),
    )


@pytest.mark.parametrize("after", [0, 1])
def test_a_failed_rename_leaves_all_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """If the second file cannot be put in place, the first goes back: a folder is saved whole or not at all."""
    dossier = changed(folder)
    before = snapshot(folder)
    monkeypatch.setattr(
        "pathlib.Path.replace", failing_replace(errno.EIO, after)
    )
    with pytest.raises(SaveError, match="input/output error"):
        save(dossier, folder)
    assert snapshot(folder) == before


@pytest.mark.parametrize("after", [0, 1])
def test_a_failed_write_leaves_all_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """If the second text cannot be written, neither file is replaced."""
    dossier = changed(folder)
    before = snapshot(folder)
    monkeypatch.setattr(
        "entente.files._atomic.fsync", failing(errno.ENOSPC, after)
    )
    with pytest.raises(SaveError, match="no space left on device"):
        save(dossier, folder)
    assert snapshot(folder) == before
