"""Folders in which every save changes all files, so that two generations differ."""

from __future__ import annotations

from pathlib import Path

from entente import Dossier, Theme, load, save

NAMES = ("a.toml", "b.json", "more/c.toml")
"""Files of such a folder, with one theme each, of the same label."""


def generation(label: str) -> Dossier:
    """Return the dossier whose themes all have one label."""
    return Dossier([Theme(id=Path(name).stem, label=label) for name in NAMES])


def make_folder(folder: Path, label: str) -> Path:
    """Write a folder whose themes all have one label."""
    for theme, name in zip(generation(label).themes, NAMES, strict=True):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        save(Dossier([theme]), folder / name)
    return folder


def label_of(path: Path) -> str:
    """Return the one label of the themes that are loaded; fail if there are two."""
    labels = {theme.label for theme in load(path).themes}
    assert len(labels) == 1, labels
    return labels.pop()


def left_over(folder: Path) -> list[str]:
    """Return the names of hidden files, which nobody should find after a save."""
    return sorted(file.name for file in folder.rglob(".*"))
