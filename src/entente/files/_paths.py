"""The files of a dossier: which are read, in which format, and their texts.

A folder is read whole or not at all: what belongs to it and cannot be read is a problem, and is never
passed over.
"""

from __future__ import annotations

import os
import stat
from codecs import BOM_UTF8
from pathlib import Path as File
from typing import Final

from attrs import field, frozen

from entente._disk import os_reason, read_bytes
from entente._text import did_you_mean, shorten
from entente.errors import FormatError, LoadError, Problem, SaveError
from entente.files._formats import FORMATS, SUFFIXES

NO_FORMAT: Final = f"the file name must end in one of {', '.join(SUFFIXES)}"

OTHER_NAMES: Final = frozenset(
    {
        "Cargo.toml",
        "_config.yml",
        "_quarto.yml",
        "docker-compose.yaml",
        "docker-compose.yml",
        "mkdocs.yml",
        "node_modules",
        "package-lock.json",
        "package.json",
        "pnpm-lock.yaml",
        "pylock.toml",
        "pyproject.toml",
        "ruff.toml",
        "tsconfig.json",
        "venv",
    }
)
"""Files and folders whose names other tools prescribe. Few, and none that a dossier bears by chance."""

SCHEMA_ENDING: Final = ".schema.json"
"""How the name of a JSON Schema ends, which editors find beside the files of the dossier."""

_MOVE_IT: Final = "put what it leads to in its place, or take it away"
_MEND_IT: Final = "mend it, or take it away"


def known_format(format: str) -> str:
    """Return the name of a format; raises `FormatError` if there is no such format."""
    if format not in FORMATS:
        hint = (
            did_you_mean(format, FORMATS)
            or f"write one of {', '.join(FORMATS)}"
        )
        raise FormatError(f"{shorten(format)} is not a format; {hint}")
    return format


def format_of(file: File) -> str | None:
    """Return the format of a file by the ending of its name, or None."""
    return SUFFIXES.get(file.suffix.lower())


def is_draft(file: File) -> bool:
    """Say whether the name of a file tells that it is a draft: ``notice.draft.toml``."""
    return format_of(file) is not None and file.stem.lower().endswith(".draft")


def is_folder(path: File) -> bool:
    """Say whether a path leads to a folder.

    `Path.is_dir` raises what the system says, and other errors in other releases of Python.
    """
    return os.path.isdir(path)  # noqa: PTH112


# --- what belongs to a folder --------------------------------------------------------------------


def list_files(
    path: File, *, drafts: bool = False
) -> tuple[list[File], list[Problem]]:
    """List the files of a dossier in the order in which they are read, and what cannot be one.

    A file belongs to a folder if its name ends as a format has it, unless its name or that of a folder
    above it begins with a dot, is one of the `OTHER_NAMES` or ends as that of a schema. Links are not
    followed: what a link leads to is read in its own place, or is a problem. Drafts are left out of a folder
    unless they are asked for.
    """
    if not is_folder(path):
        return [path], []
    folder = _Folder(path)
    folder.search()
    files = [file for file in folder.files if drafts or not is_draft(file)]
    if not files and not folder.problems:
        message = (
            "the folder holds drafts alone, which nobody has reviewed"
            if folder.files
            else f"the folder holds no file that ends in {', '.join(SUFFIXES)}"
        )
        raise file_error(path, message)
    return sorted(files), folder.problems


def drafts_of(path: File) -> list[File]:
    """List the drafts that a folder holds."""
    if not is_folder(path):
        return []
    folder = _Folder(path)
    folder.search()
    return sorted(filter(is_draft, folder.files))


def is_part(file: File, path: File) -> bool:
    """Say whether a file is that of a dossier, or is read with its folder, or would be if it were there."""
    place, top = map(File, map(os.path.realpath, (file, path)))
    if not is_folder(top):
        return place == top
    return (
        place.is_relative_to(top)
        and not any(map(_is_foreign, place.relative_to(top).parts))
        and format_of(place) is not None
    )


def _is_foreign(name: str) -> bool:
    return (
        name.startswith(".")
        or name in OTHER_NAMES
        or name.endswith(SCHEMA_ENDING)
    )


@frozen(eq=False)
class _Folder:
    """A folder that is searched for the files of a dossier."""

    path: File
    files: list[File] = field(factory=list)
    problems: list[Problem] = field(factory=list)

    def search(self) -> None:
        # No method that calls itself: Python allows fewer such calls than a path may have folders.
        folders = [self.path]
        while folders:
            folder = folders.pop()
            try:
                names = os.listdir(folder)  # noqa: PTH208
            except OSError as error:
                self._report(folder, "the folder cannot be read", error)
                continue
            paths = [folder / name for name in names if not _is_foreign(name)]
            folders += filter(self._is_folder, paths)

    def _is_folder(self, path: File) -> bool:
        """Say whether to search in a path; if it is a file or a link, take note of it."""
        try:
            mode = path.lstat().st_mode
        except OSError as error:
            self._report(path, "the file cannot be read", error)
            return False
        if stat.S_ISLNK(mode):
            self._take_link(path)
        elif not stat.S_ISDIR(mode) and format_of(path) is not None:
            # A pipe or a device too: it is reported when it is read.
            self.files.append(path)
        return stat.S_ISDIR(mode)

    def _take_link(self, link: File) -> None:
        try:
            target = File(os.path.realpath(link, strict=True))
        except OSError as error:
            # What it should lead to may be a folder, whatever its name ends in.
            self._report(link, "the link cannot be followed", error, _MEND_IT)
            return
        if not is_folder(target) and format_of(link) is None:
            return
        if not self._is_searched(target):
            message = f"the link leads to {shorten(str(target), 300)}, which is no part of the dossier"
            self.problems.append(_problem(link, message, _MOVE_IT))

    def _is_searched(self, target: File) -> bool:
        """Say whether the search comes to a file or folder by itself."""
        top = File(os.path.realpath(self.path))
        if not target.is_relative_to(top):
            return False
        if any(map(_is_foreign, target.relative_to(top).parts)):
            return False
        return is_folder(target) or format_of(target) is not None

    def _report(
        self,
        path: File,
        message: str,
        error: OSError,
        hint: str = "make it readable, or take it away",
    ) -> None:
        message = f"{message}: {os_reason(error)}"
        self.problems.append(_problem(path, message, hint))


# --- the text of a file --------------------------------------------------------------------------


def read_file(file: File) -> tuple[str, str]:
    """Return the text of a file and its format."""
    format = format_of(file)
    if format is None:
        # If the file does not exist, report that first.
        _read(file, 0)
        raise file_error(file, NO_FORMAT)
    return read_text(file, format), format


def read_text(file: File, format: str) -> str:
    """Return the text of a file, which is UTF-8 with or without a byte order mark."""
    most = FORMATS[format].largest + len(BOM_UTF8)
    data, size = _read(file, most)
    unmarked = data.removeprefix(BOM_UTF8)
    mark = len(data) - len(unmarked)
    fault = _size_fault(size - mark, format)
    if fault is not None:
        raise file_error(file, f"the file has {fault[0]}", fault[1])
    try:
        return unmarked.decode()
    except UnicodeDecodeError as error:
        at = mark + error.start + 1
        message = f"the file is not UTF-8: byte {at} cannot be read"
        raise file_error(file, message, "save it as UTF-8") from error


def _read(file: File, most: int) -> tuple[bytes, int]:
    try:
        return read_bytes(file, most)
    except (OSError, ValueError) as error:
        message = f"the file cannot be read: {os_reason(error)}"
        raise file_error(file, message) from error


def refuse_too_large(file: File, text: str) -> None:
    """Raise `SaveError` if a text has more bytes than a file may have that is read."""
    format = format_of(file) or "json"
    fault = _size_fault(len(text.encode()), format)
    if fault is not None:
        raise SaveError(f"{file}: the text has {'; '.join(fault)}")


def _size_fault(size: int, format: str) -> tuple[str, str] | None:
    """Return what is wrong with a number of bytes, and what to do, or None if a file may have so many."""
    largest = FORMATS[format].largest
    if size <= largest:
        return None
    cure = "write several files into a folder"
    if largest < FORMATS["json"].largest:
        cure += ", or JSON"
    return f"{size:,} bytes; the limit for {format} is {largest:,}", cure


def file_error(file: File, message: str, hint: str | None = None) -> LoadError:
    """Return the error for a file that cannot be read."""
    return LoadError([_problem(file, message, hint)])


def _problem(file: File, message: str, hint: str | None) -> Problem:
    return Problem(message=message, rule="file", file=str(file), hint=hint)
