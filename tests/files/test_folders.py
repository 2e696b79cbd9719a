"""Folders: all that belongs to a dossier is read, or what cannot be is a problem."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path
from typing import Any

import pytest

import entente
from entente import Dossier, Theme, load, save
from entente.errors import LoadError
from entente.files._formats import FORMATS
from entente.files._paths import OTHER_NAMES, format_of
from malformed import file_problems

DOCS = Path(__file__).parents[2] / "docs"
MOVE = "put what it leads to in its place, or take it away"
POSIX = pytest.mark.skipif(
    os.name != "posix", reason="links and pipes are those of POSIX"
)


def write_theme(file: Path, id: str) -> None:
    """Write a file that holds one theme."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f'entente = 1\n[[themes]]\nid = "{id}"\nlabel = "{id}"\n',
        encoding="utf-8",
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder that holds one file of a dossier."""
    write_theme(tmp_path / "tracker" / "a.toml", "a")
    return tmp_path / "tracker"


# --- what is no part of a dossier ----------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(OTHER_NAMES))
def test_files_and_folders_of_other_tools_are_passed_over(
    folder: Path, name: str
) -> None:
    """What other tools keep in a repository is neither read nor written, at any depth."""
    for place in (folder / name, folder / "sub" / name):
        if format_of(place):
            place.parent.mkdir(exist_ok=True)
            place.write_text("no dossier")
        else:
            place.mkdir(parents=True)
            (place / "data.json").write_text("no dossier")
    assert load(folder).themes.ids == ("a",)
    save(load(folder).without("a"), folder)


def test_the_page_names_them() -> None:
    """The reference lists the names that are passed over, and the sizes that files may have."""
    page = (DOCS / "reference" / "records.md").read_text(encoding="utf-8")
    names = ", ".join(f"`{name}`" for name in sorted(OTHER_NAMES))
    assert f"which other tools prescribe: {names}." in page
    sizes = {name: format.largest for name, format in FORMATS.items()}
    assert sizes == {"toml": 32 * 2**20, "yaml": 32 * 2**20, "json": 2 * 2**30}
    assert "a TOML or YAML file may have 32 MiB, a JSON file 2 GiB" in page


def test_hidden_files_and_folders_are_passed_over(folder: Path) -> None:
    """What begins with a dot is hidden, with all that a folder holds."""
    (folder / ".a.toml").write_text("no dossier")
    (folder / ".git" / "sub").mkdir(parents=True)
    (folder / ".git" / "sub" / "a.json").write_text("no dossier")
    (folder / ".gone").symlink_to("nowhere")
    assert load(folder).themes.ids == ("a",)


@pytest.mark.parametrize("name", sorted(OTHER_NAMES - {"venv"}))
def test_a_file_that_is_named_is_read(tmp_path: Path, name: str) -> None:
    """The rule is for folders: who names a file means it."""
    file = tmp_path / name
    if format_of(file):
        save(Dossier([Theme(id="a", label="A")]), file)
        assert load(file).themes.ids == ("a",)


def test_a_mistyped_key_never_hides_a_file(folder: Path) -> None:
    """Whether a file belongs to the dossier depends on its name, and not on what it holds."""
    (folder / "b.toml").write_text('entnte = 1\n[[theems]]\nid = "b"\n')
    assert file_problems(folder) == [
        f"{folder}/b.toml: the key 'entente' is missing; begin with the key entente, whose value is 1",
        f"{folder}/b.toml:1:1: entnte: 'entnte' is not a kind of record; the kinds are {KINDS}",
        f"{folder}/b.toml:2:1: theems: 'theems' is not a kind of record; did you mean 'themes'?",
    ]


KINDS = (
    "themes, parties, offices, ministers, sources, events, meetings, agreements, commitments, metrics, "
    "statements"
)


# --- links ---------------------------------------------------------------------------------------


@POSIX
def test_a_link_to_what_is_read_anyway_is_passed_over(folder: Path) -> None:
    """A link within the folder adds nothing, so nothing is read twice, and no circle is entered."""
    write_theme(folder / "sub" / "b.toml", "b")
    (folder / "again.toml").symlink_to("a.toml")
    (folder / "latest").symlink_to("sub")
    (folder / "sub" / "top").symlink_to("..")
    (folder / "sub" / "absolute.yaml").symlink_to(folder / "a.toml")
    assert load(folder).themes.ids == ("a", "b")
    dossier = load(folder).with_records(Theme(id="a", label="Ay"))
    save(dossier, folder)
    assert (folder / "again.toml").is_symlink()
    assert load(folder) == dossier


@POSIX
def test_a_folder_may_be_reached_by_a_link(folder: Path) -> None:
    """The folder that is named may be a link itself, and whether its own links lead out depends on where it lies."""
    (folder / "again.toml").symlink_to("a.toml")
    link = folder.with_name("link")
    link.symlink_to("tracker")
    assert load(link).themes.ids == ("a",)


@POSIX
def test_a_link_to_another_kind_of_file_is_passed_over(folder: Path) -> None:
    """A link whose name is not that of a dossier's file is passed over like a file of that name."""
    outside = folder.with_name("README.md")
    outside.write_text("no dossier")
    (folder / "README.md").symlink_to(outside)
    assert load(folder).themes.ids == ("a",)


@POSIX
@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("b.toml", "../outside.toml"),
        ("b.toml", "data.txt"),
        ("b.toml", ".hidden.toml"),
        ("b.toml", ".git/b.toml"),
        ("b.toml", "node_modules/b.toml"),
        ("b.toml", "package.json"),
        ("sub", "../other"),
        ("sub.md", "../other"),
        ("sub", ".git"),
        ("sub", ".."),
    ],
)
def test_a_link_to_what_is_not_read_is_a_problem(
    folder: Path, name: str, target: str
) -> None:
    """A link that leads out of the dossier is neither followed nor passed over."""
    file = folder / target
    if file.suffix:
        write_theme(file, "b")
    else:
        file.mkdir(exist_ok=True)
    (folder / name).symlink_to(target)
    assert file_problems(folder) == [
        f"{folder / name}: the link leads to {os.path.realpath(file)!r}, which is no part of the dossier; {MOVE}"
    ]


@POSIX
def test_nothing_is_written_through_a_link(folder: Path) -> None:
    """A folder from which a link leads out is not saved, and what lies outside stays as it is."""
    outside = folder.with_name("outside.toml")
    write_theme(outside, "b")
    dossier = load(folder)
    (folder / "b.toml").symlink_to(outside)
    before = outside.read_bytes()
    with pytest.raises(LoadError, match="no part of the dossier"):
        save(dossier.without("a"), folder)
    assert outside.read_bytes() == before
    assert load(folder / "a.toml").themes.ids == ("a",)


# --- what cannot be read -------------------------------------------------------------------------


@POSIX
def test_all_that_cannot_be_read_is_told_with_the_other_faults(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file and folder is named with the reason and what to do, and faults within files come with them."""
    (folder / "gone.toml").symlink_to("nowhere.toml")
    (folder / "gone").symlink_to("nowhere")
    (folder / "circle.json").symlink_to("circle.json")
    (folder / "one.yaml").symlink_to("two.yaml")
    (folder / "two.yaml").symlink_to("one.yaml")
    os.mkfifo(folder / "pipe.json")
    os.mkfifo(folder / "pipe.txt")
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.yml")
    (folder / "faulty.toml").write_text('entente = 1\n[[themes]]\nid = "x"\n')
    assert file_problems(folder) == [
        f"{folder}/circle.json: the link cannot be followed: too many levels of symbolic links; mend it, or take it away",
        f"{folder}/faulty.toml:2:1: themes[0] (x): the key 'label' is missing",
        f"{folder}/gone: the link cannot be followed: no such file or directory; mend it, or take it away",
        f"{folder}/gone.toml: the link cannot be followed: no such file or directory; mend it, or take it away",
        f"{folder}/one.yaml: the link cannot be followed: too many levels of symbolic links; mend it, or take it away",
        f"{folder}/pipe.json: the file cannot be read: it is a pipe, not a regular file",
        f"{folder}/socket.yml: the file cannot be read: it is a socket, not a regular file",
        f"{folder}/two.yaml: the link cannot be followed: too many levels of symbolic links; mend it, or take it away",
    ]


@pytest.mark.parametrize("call", ["os.listdir", "pathlib.Path.lstat"])
def test_a_folder_without_permission_is_a_problem(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """A folder that may not be listed, or not be searched, hides nothing."""
    write_theme(folder / "sub" / "b.toml", "b")
    owner, _, name = call.rpartition(".")
    real: Any = {"os": os.listdir, "pathlib.Path": Path.lstat}[owner]

    def refuse(path: Path) -> object:
        if "sub" in Path(path).parts and (
            name == "listdir" or Path(path).name == "b.toml"
        ):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(path)

    monkeypatch.setattr(call, refuse)
    expected = (
        f"{folder}/sub: the folder cannot be read"
        if name == "listdir"
        else f"{folder}/sub/b.toml: the file cannot be read"
    )
    assert file_problems(folder) == [
        f"{expected}: permission denied; make it readable, or take it away"
    ]


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0,
    reason="the superuser may read anything",
)
@pytest.mark.parametrize("mode", [0o000, 0o300, 0o400])
@pytest.mark.parametrize("path", ["tracker", "tracker/sub"])
def test_permissions_of_the_system_are_told(
    folder: Path, path: str, mode: int
) -> None:
    """Without a right to a folder that it takes to read it, the folder or its files are problems."""
    write_theme(folder / "sub" / "b.toml", "b")
    closed = folder.parent / path
    closed.chmod(mode)
    try:
        problems = file_problems(folder)
    finally:
        closed.chmod(0o700)
    assert problems
    assert all("permission denied" in problem for problem in problems)


def test_folders_may_be_deeper_than_calls(folder: Path) -> None:
    """A folder in a folder in a folder, 1,200 of them, is searched to the ground."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        for _ in range(1200):
            Path("d").mkdir()
            os.chdir("d")
        write_theme(Path("b.toml"), "b")
        assert load(folder).themes.ids == ("a", "b")
        Path("b.toml").unlink()
        # Whoever clears up after the tests may not get so deep.
        for _ in range(1200):
            os.chdir("..")
            Path("d").rmdir()
    finally:
        os.chdir(here)


@POSIX
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe that nobody writes to is refused at once, by loading and by saving."""
    file = tmp_path / "a.toml"
    os.mkfifo(file)
    said = f"{file}: the file cannot be read: it is a pipe, not a regular file"
    assert file_problems(file) == [said]
    with pytest.raises(LoadError) as caught:
        save(Dossier(), file)
    assert str(caught.value) == f"1 problem\n  {said}"
    assert file.is_fifo()


@POSIX
@pytest.mark.parametrize("name", ["a.toml", "a.json", "a"])
def test_a_device_is_not_read(tmp_path: Path, name: str) -> None:
    """What never ends is not a file, even by a link that bears the name of one."""
    file = tmp_path / name
    file.symlink_to("/dev/zero")
    assert file_problems(file) == [
        f"{file}: the file cannot be read: it is a device, not a regular file"
    ]


@POSIX
def test_what_is_opened_is_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe that takes the place of a file before it is opened is not waited for either."""
    regular = tmp_path / "regular"
    regular.write_text("")
    file = tmp_path / "a.toml"
    os.mkfifo(file)
    status = regular.stat()
    monkeypatch.setattr("pathlib.Path.stat", lambda *_, **__: status)
    assert file_problems(file) == [
        f"{file}: the file cannot be read: it is a pipe, not a regular file"
    ]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a" * 300 + ".toml", "file name too long"),
        ("a" * 300, "file name too long"),
        ("d/" * 3000 + "a.toml", "file name too long"),
        ("a\0.toml", "no file can have this name"),
        ("\ud800.toml", "no file can have this name"),
    ],
)
def test_an_impossible_name_is_an_error_of_ours(
    tmp_path: Path, name: str, reason: str
) -> None:
    """Neither loading nor saving raises what the system or Python says of a name."""
    file = tmp_path / name
    shown = f"{tmp_path}/{name}".replace("\0", "\\x00")
    shown = shown.replace("\ud800", "\\ud800")
    assert file_problems(file) == [
        f"{shown}: the file cannot be read: {reason}"
    ]
    with pytest.raises(entente.errors.SaveError) as caught:
        save(Dossier(), file)
    assert str(caught.value) == f"{shown}: {reason}" or not file.suffix


def test_an_id_that_is_named_at_several_places_is_one_fault(
    tmp_path: Path,
) -> None:
    """One wrong id is told once, with the other places; of many only some are listed."""
    theme = '[[events]]\nid = "e{0}"\nname = "E"\nthemes = ["trade"]\n'
    for name, numbers in (("a.toml", (1, 2)), ("b.toml", (3, 4, 5))):
        (tmp_path / name).write_text(
            "entente = 1\n" + "".join(map(theme.format, numbers))
        )
    assert file_problems(tmp_path) == [
        (
            f"{tmp_path}/a.toml:5:11: events[0].themes[0] (e1): there is no theme 'trade' "
            f"(also at 9:11, {tmp_path}/b.toml:5:11, {tmp_path}/b.toml:9:11 and 1 more)"
        )
    ]


def test_who_may_be_anybody_is_named_once_as_well(tmp_path: Path) -> None:
    """An id that is wrong as a party, an office or a minister is one fault, and as a theme another."""
    path = tmp_path / "a.toml"
    path.write_text(
        'entente = 1\n[[commitments]]\nid = "a"\nsummary = "A"\n'
        'by = ["UK"]\nfunded_by = ["UK"]\nthemes = ["UK"]\n'
    )
    assert file_problems(path) == [
        (
            f"{path}:5:7: commitments[0].by[0] (a): there is no party, office or minister 'UK' "
            "(also at 6:14); write 'GB'"
        ),
        f"{path}:7:11: commitments[0].themes[0] (a): there is no theme 'UK'",
    ]


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("", "the file holds the same 2 records as"),
        (
            'note = "N"\n',
            "the file holds other versions of the same 2 records as",
        ),
    ],
)
def test_a_file_that_is_there_twice_is_one_fault(
    tmp_path: Path, note: str, said: str
) -> None:
    """A copy of a file is told once and not for each of its records, with both names."""
    text = (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = "A"\n'
        '[[themes]]\nid = "b"\nlabel = "B"\nbroader = ["a"]\n'
    )
    (tmp_path / "a.toml").write_text(text)
    (tmp_path / "b.toml").write_text(text + note)
    assert file_problems(tmp_path) == [
        f"{tmp_path}/b.toml: {said} {tmp_path}/a.toml; take one of the two files out of the folder"
    ]
