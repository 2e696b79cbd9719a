"""`preview` says what `save` would change, and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

import entente
from entente import Dossier, Theme
from entente.errors import SaveError
from entente.files import preview, save

BOATS = Theme(id="boats", label="Boats")


def test_the_lines_that_change_are_shown(tmp_path: Path) -> None:
    """A changed record is a part of a unified diff, and comments are no part of it."""
    file = tmp_path / "tracker.toml"
    save(Dossier([BOATS]), file)
    file.write_text(f"# ours\n{file.read_text()}")
    before = file.read_text()
    dossier = entente.load(file)
    changed = dossier.with_records(evolve(BOATS, label="Small boats"))
    assert preview(changed, file) == (
        f"--- {file}\n+++ {file}\n@@ -3,4 +3,4 @@\n \n [[themes]]\n"
        ' id = "boats"\n-label = "Boats"\n+label = "Small boats"\n'
    )
    assert preview(dossier, file) == ""
    assert file.read_text() == before


def test_a_file_without_an_end_of_line_is_shown_line_by_line(
    tmp_path: Path,
) -> None:
    """Each line of the diff ends, whether or not that of the file does."""
    file = tmp_path / "tracker.toml"
    file.write_text('entente = 1\n[[themes]]\nid = "boats"\nlabel = "Boats"')
    changed = entente.load(file).with_records(evolve(BOATS, label="B"))
    assert preview(changed, file).endswith('-label = "Boats"\n+label = "B"\n')


def test_a_folder_is_shown_file_by_file(tmp_path: Path) -> None:
    """Of a folder, only the files that would change are shown."""
    for id in ("a", "b"):
        theme = Theme(id=id, label=id.upper())
        save(Dossier([theme]), tmp_path / f"{id}.toml")
    dossier = entente.load(tmp_path).with_records(Theme(id="b", label="Bees"))
    shown = preview(dossier, tmp_path)
    assert str(tmp_path / "b.toml") in shown
    assert str(tmp_path / "a.toml") not in shown


def test_it_refuses_what_saving_refuses(tmp_path: Path) -> None:
    """What `save` would not write is not shown either."""
    file = tmp_path / "tracker.toml"
    save(Dossier([BOATS]), file)
    with pytest.raises(SaveError, match="the dossier was not loaded from"):
        preview(Dossier(), file)
    assert '-id = "boats"' in preview(Dossier(), file, replace=True)
    with pytest.raises(SaveError, match="the file name must end in one of"):
        preview(Dossier(), tmp_path / "tracker.txt")
