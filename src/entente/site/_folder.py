"""Writing a site: the whole of it, or nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from entente._disk import os_reason
from entente._text import shorten
from entente.errors import EntenteError, SaveError
from entente.files._journal import fresh_name

MARKER: Final = ".entente-site.json"
"""The file by which a site of ours is known, and may be replaced by another."""

_MADE_BY: Final = "entente site"


@contextmanager
def put_in_place(folder: Path) -> Generator[Path, None, None]:
    """Hand out a fresh folder beside another, whose place it takes once all is written.

    Raises `SaveError` if the other one holds anything but a site of ours, or the system refuses.
    """
    try:
        target = folder.resolve()
        _refuse_others(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_name(fresh_name())
        try:
            fresh.mkdir()
            yield fresh
            _mark(fresh)
            _swap(target, fresh)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except EntenteError:
        raise
    # ValueError: a name that no file can have.
    except (OSError, ValueError) as error:
        raise SaveError(f"{folder}: {os_reason(error)}") from error


def _refuse_others(target: Path) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise SaveError(f"{target}: it is a file; name a folder for the site")
    others = sorted(set(_files(target)) - _files_of_site(target))
    if others:
        raise SaveError(
            f"{target}: it holds {shorten(others[0])}, which is no page of a site made here; name an empty"
            " or a new folder"
        )


def _files(folder: Path) -> list[str]:
    return [
        each.relative_to(folder).as_posix()
        for each in folder.rglob("*")
        if not each.is_dir()
    ]


def _mark(folder: Path) -> None:
    """List all files, so that a later build takes away these and no others."""
    held = {"made_by": _MADE_BY, "files": sorted([*_files(folder), MARKER])}
    text = json.dumps(held, ensure_ascii=False, indent=0)
    (folder / MARKER).write_text(f"{text}\n", encoding="utf-8")


def _files_of_site(folder: Path) -> set[str]:
    """Return the files of a site of ours; none if the list is missing, or somebody else's."""
    try:
        marker = json.loads((folder / MARKER).read_text(encoding="utf-8"))
        if marker["made_by"] == _MADE_BY:
            return set(map(str, marker["files"]))
    except (OSError, ValueError, LookupError, TypeError):
        pass
    return set()


def _swap(target: Path, fresh: Path) -> None:
    """Move the old site aside, and back if the new one cannot take its place."""
    if not target.exists():
        fresh.replace(target)
        return
    aside = target.with_name(fresh_name())
    target.replace(aside)
    try:
        fresh.replace(target)
    except BaseException:
        aside.replace(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)
