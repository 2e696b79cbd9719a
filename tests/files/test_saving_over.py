"""What others wrote meanwhile is not lost: a dossier goes back to where it came from, as that was then."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from entente import Commitment, Dossier, Theme, load, save
from entente.errors import LoadError, SaveError
from entente.files import _saving
from entente.records._model import Record

A = Theme(id="a", label="A")
B = Theme(id="b", label="B")
C = Theme(id="c", label="C")

NOT_FROM_THERE = (
    "{}: the dossier was not loaded from there, and would take the place of what is there; load that and"
    " change it, or replace it (replace=True; on the command line --replace)"
)
SINCE = "{}: {} since the dossier was loaded; load it again and put the change on it"


def refusal(dossier: Dossier, path: Path) -> str:
    """Return what is said when a dossier is not saved, and see that no file is touched."""
    before = {
        file: file.read_bytes()
        for file in path.parent.rglob("*")
        if file.is_file()
    }
    with pytest.raises(SaveError) as caught:
        save(dossier, path)
    after = {
        file: file.read_bytes()
        for file in path.parent.rglob("*")
        if file.is_file()
    }
    assert after == before
    return str(caught.value)


@pytest.fixture(params=["a.toml", "a.json", "a.yaml"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file of one theme, in each format."""
    file = tmp_path / str(request.param)
    save(Dossier([A]), file)
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a theme in each of two files."""
    folder = tmp_path / "dossier"
    folder.mkdir()
    save(Dossier([A]), folder / "a.toml")
    save(Dossier([B]), folder / "b.json")
    return folder


# --- files ---------------------------------------------------------------------------------------


def test_the_record_of_a_colleague_is_not_lost(file: Path) -> None:
    """Who loads, and saves after somebody else did, gets an error; loaded again, both changes are there."""
    ours, theirs = load(file), load(file)
    save(theirs.with_records(B), file)
    ours = ours.with_records(C)
    assert refusal(ours, file) == SINCE.format(file, "it has changed")
    save(load(file).with_records(C), file)
    assert load(file) == Dossier([A, B, C])


def test_a_change_by_hand_is_not_lost(file: Path) -> None:
    """An editor's change counts as any other, if it is only a comment or a blank line."""
    dossier = load(file).with_records(B)
    file.write_bytes(file.read_bytes() + b"\n")
    assert refusal(dossier, file) == SINCE.format(file, "it has changed")


def test_what_is_saved_can_be_changed_and_saved_again(file: Path) -> None:
    """After a save the dossier knows the file as it is then, whether it was loaded or made."""
    dossier = load(file).with_records(B)
    save(dossier, file)
    save(dossier, file)
    save(dossier.without("a"), file)
    made = Dossier([A])
    new = file.with_name(f"new-{file.name}")
    save(made, new)
    save(made.with_records(C), new)
    assert (load(file), load(new)) == (Dossier([B]), Dossier([A, C]))


def test_of_two_changes_to_one_dossier_the_second_is_refused(
    file: Path,
) -> None:
    """What one branch saved is unknown to the other, and to what both came from."""
    loaded = load(file)
    one, other = loaded.with_records(B), loaded.with_records(C)
    save(one, file)
    for each in (other, loaded):
        assert refusal(each, file) == SINCE.format(file, "it has changed")


@pytest.mark.parametrize("is_new", [False, True])
def test_a_change_while_the_text_is_written_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_new: bool
) -> None:
    """Editors ask for no lock: what they write while a save is at work is noticed before the rename."""
    file = tmp_path / "a.toml"
    if not is_new:
        save(Dossier([A]), file)
    dossier = Dossier([B]) if is_new else load(file).with_records(B)
    new_text = _saving._new_text

    def disturbed(path: Path, old: str, records: Iterable[Record]) -> str:
        file.write_text("# ours")
        return new_text(path, old, records)

    monkeypatch.setattr(_saving, "_new_text", disturbed)
    with pytest.raises(SaveError) as caught:
        save(dossier, file)
    assert str(caught.value) == (
        f"{file}: the file was changed just now; load it again and put the change on it"
    )
    assert file.read_text() == "# ours"
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize("is_empty", [False, True])
def test_a_file_that_is_gone_is_not_written_again(
    file: Path, *, is_empty: bool
) -> None:
    """That somebody removed the file, or what it held, is a change too."""
    dossier = load(file)
    file.unlink()
    if is_empty:
        file.touch()
    assert refusal(dossier, file) == (
        f"{file}: the file is gone, or empty, since the dossier was loaded; to write it again, replace it"
        " (replace=True)"
    )
    save(dossier, file, replace=True)
    assert load(file) == dossier


@pytest.mark.parametrize(
    "change",
    [
        lambda dossier: dossier,
        lambda dossier: dossier.with_records(B),
        lambda dossier: dossier.with_records(B).without("b"),
        lambda dossier: dossier.merge(Dossier([B])),
        copy.copy,
        copy.deepcopy,
        lambda dossier: pickle.loads(pickle.dumps(dossier)),  # noqa: S301
    ],
)
def test_what_comes_of_a_dossier_goes_back(
    file: Path, change: Callable[[Dossier], Dossier]
) -> None:
    """A changed dossier, a copy and what was pickled are saved to where the dossier was loaded from."""
    dossier = change(load(file))
    save(dossier, file)
    assert load(file) == dossier


@pytest.mark.parametrize(
    "make",
    [
        lambda file: Dossier([B]),
        lambda file: Dossier(load(file).records),
        lambda file: load(file).only_with([A]),
        lambda file: Dossier([B]).merge(load(file)),
        lambda file: load(file.with_name("other.toml")),
    ],
)
def test_another_dossier_is_not_written_over_a_file(
    file: Path, make: Callable[[Path], Dossier]
) -> None:
    """One that was made anew, is a part, or came from elsewhere takes the place of a file only if told."""
    save(Dossier([C]), file.with_name("other.toml"))
    dossier = make(file)
    assert refusal(dossier, file) == NOT_FROM_THERE.format(file)
    save(dossier, file, replace=True)
    assert load(file) == dossier


def test_an_export_does_not_hide_where_a_dossier_came_from(
    file: Path,
) -> None:
    """A dossier that is saved elsewhere in between goes back, and to both places again."""
    copied = file.with_name("copy.json")
    dossier = load(file)
    save(dossier, copied)
    grown = dossier.with_records(B)
    save(grown, file)
    save(grown, copied)
    assert load(file) == load(copied) == grown


def test_an_empty_file_may_be_filled(tmp_path: Path) -> None:
    """There is nothing to lose in a file without a byte."""
    file = tmp_path / "a.toml"
    file.touch()
    save(Dossier([A]), file)
    assert load(file) == Dossier([A])


def test_a_link_and_its_file_are_one(file: Path) -> None:
    """What is loaded by one name is saved by the other, from wherever."""
    link = file.with_name(f"link{file.suffix}")
    link.symlink_to(file.name)
    dossier = load(link).with_records(B)
    save(dossier, file)
    save(load(file).with_records(C), link)
    assert load(file) == Dossier([A, B, C])
    assert refusal(dossier, link) == SINCE.format(link, "it has changed")


def test_a_relative_name_is_that_of_its_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the program stands does not matter."""
    monkeypatch.chdir(file.parent)
    dossier = load(file.name).with_records(B)
    monkeypatch.chdir("/")
    save(dossier, file)
    assert load(file) == Dossier([A, B])


def test_where_it_came_from_is_no_part_of_a_dossier(file: Path) -> None:
    """A dossier that was loaded equals one that was not, and shows and hashes as that."""
    loaded, made = load(file), Dossier([A])
    assert (loaded, hash(loaded), repr(loaded)) == (
        made,
        hash(made),
        repr(made),
    )


# --- folders -------------------------------------------------------------------------------------


def test_a_change_in_a_folder_is_not_lost(folder: Path) -> None:
    """Each file that changed, came or went since is named, and nothing is written."""
    dossier = load(folder).with_records(C)
    save(Dossier([A, C]), folder / "a.toml", replace=True)
    said = SINCE.format(folder, "a.toml has changed")
    assert refusal(dossier, folder) == said
    (folder / "more").mkdir()
    save(Dossier([Theme(id="d", label="D")]), folder / "more" / "d.toml")
    (folder / "b.json").unlink()
    said = SINCE.format(
        folder,
        "a.toml has changed and more/d.toml is new and b.json is gone",
    )
    assert refusal(dossier, folder) == said


def test_two_may_work_on_a_folder_in_turn(folder: Path) -> None:
    """After a refusal, the change is put on what is there."""
    ours, theirs = load(folder), load(folder)
    save(theirs.with_records(Commitment(id="p", summary="Patrol.")), folder)
    with pytest.raises(SaveError):
        save(ours.with_records(C), folder)
    again = load(folder).with_records(C)
    save(again, folder)
    save(again.without("c"), folder)
    assert {record.id for record in load(folder).records} == {"a", "b", "p"}


@pytest.mark.parametrize(
    ("loaded", "saved"),
    [("a.toml", "."), (".", "a.toml"), ("a.toml", "b.json")],
)
def test_a_part_does_not_take_the_place_of_the_whole(
    folder: Path, loaded: str, saved: str
) -> None:
    """A file of a folder is not the folder, and the folder not one of its files."""
    dossier = load(folder / loaded).with_records(C)
    path = folder / saved
    assert refusal(dossier, path) == NOT_FROM_THERE.format(path)


def test_a_folder_is_replaced_if_told(folder: Path) -> None:
    """Its files then hold the records of the dossier alone; no file is made or removed."""
    save(Dossier([B, C]), folder, replace=True)
    assert load(folder) == Dossier([B, C])
    assert load(folder / "a.toml") == Dossier()
    assert {each.name for each in folder.iterdir()} == {"a.toml", "b.json"}


def test_a_faulty_file_is_not_replaced(file: Path) -> None:
    """What cannot be read cannot be compared: it stays, even if it is to be replaced."""
    dossier = load(file)
    file.write_text("[", encoding="utf-8")
    for replace in (False, True):
        with pytest.raises(LoadError):
            save(dossier, file, replace=replace)
    assert file.read_text(encoding="utf-8") == "["


def test_a_link_out_of_a_folder_is_not_written_through(
    folder: Path, tmp_path: Path
) -> None:
    """A file elsewhere is not part of the folder, and stays as it is."""
    file = tmp_path / "elsewhere.toml"
    save(Dossier([C]), file)
    (folder / "link.toml").symlink_to(file)
    dossier = Dossier([A, B, Theme(id="c", label="See")])
    with pytest.raises(LoadError, match=r"link\.toml: the link leads to"):
        save(dossier, folder, replace=True)
    assert load(file) == Dossier([C])
