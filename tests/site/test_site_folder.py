"""The folder of a site: written whole or not at all, and nobody's files are lost."""

from __future__ import annotations

from pathlib import Path

import pytest

import entente
from built_sites import DAY
from entente import Dossier, site
from entente.errors import QueryError, SaveError

BEFORE = Dossier([entente.Theme(id="boats", label="Boats")])
AFTER = Dossier([entente.Theme(id="asylum", label="Asylum")])


def files(folder: Path) -> dict[str, bytes]:
    """Return what a folder holds."""
    return {
        str(each): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }


def test_an_older_site_is_replaced(tmp_path: Path) -> None:
    """No page of the older one stays, and no folder beside."""
    site.build(BEFORE, tmp_path / "out", on=DAY)
    built = site.build(AFTER, tmp_path / "out", on=DAY)
    assert [each.name for each in tmp_path.iterdir()] == ["out"]
    assert (built.folder / "themes" / "asylum").exists()
    assert not (built.folder / "themes" / "boats").exists()


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """It may be there already."""
    (tmp_path / "out").mkdir()
    assert (
        site.build(BEFORE, tmp_path / "out", on=DAY).folder / "index.html"
    ).exists()


@pytest.mark.parametrize("name", ["notes.txt", "downloads/own.pdf"])
def test_files_of_others_stay(tmp_path: Path, name: str) -> None:
    """A folder with a file that no build wrote is left as it is, also if it holds a site."""
    folder = site.build(BEFORE, tmp_path / "out", on=DAY).folder
    (folder / name).write_text("mine")
    held = files(folder)
    with pytest.raises(
        SaveError,
        match=f"it holds '{name}', which is no page of a site made here",
    ):
        site.build(AFTER, folder, on=DAY)
    assert files(folder) == held


@pytest.mark.parametrize("marker", ["", "[]", '{"made_by": "somebody"}'])
def test_a_list_of_somebody_else_does_not_count(
    tmp_path: Path, marker: str
) -> None:
    """Only our own list of files says that a folder may be replaced."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / ".entente-site.json").write_text(marker)
    with pytest.raises(SaveError, match=r"it holds '\.entente-site\.json'"):
        site.build(AFTER, folder, on=DAY)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A file in the place of the folder stays."""
    file = tmp_path / "out"
    file.write_text("mine")
    with pytest.raises(
        SaveError, match="it is a file; name a folder for the site"
    ):
        site.build(BEFORE, file, on=DAY)
    assert file.read_text() == "mine"


def test_a_name_that_no_folder_can_have() -> None:
    """It is refused as the system refuses it."""
    with pytest.raises(SaveError, match="no file can have this name"):
        site.build(BEFORE, "a\0b", on=DAY)


def test_a_build_that_fails_leaves_the_older_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What goes wrong midway changes nothing, and leaves nothing beside."""
    folder = site.build(BEFORE, tmp_path / "out", on=DAY).folder
    held = files(folder)
    own = tmp_path / "own"
    own.mkdir()
    (own / "record.html").write_text("{{ nothing_like_this }}")
    with pytest.raises(QueryError, match="'nothing_like_this' is undefined"):
        site.build(
            AFTER, folder, on=DAY, settings=site.Settings(templates=own)
        )
    assert files(folder) == held
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out", "own"]

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "out" and not (self / "themes" / "boats").exists():
            raise OSError(28, "No space left on device")
        return rename(self, target)

    rename = Path.replace
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(SaveError, match="no space left on device"):
        site.build(AFTER, folder, on=DAY)
    assert files(folder) == held
