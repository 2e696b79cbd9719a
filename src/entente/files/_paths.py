"""The files of a dossier: which are read, in which format, and their texts."""

from __future__ import annotations

from pathlib import Path as File
from typing import Final

from entente._text import did_you_mean, shorten
from entente.errors import FormatError, LoadError, Problem
from entente.files._atomic import os_reason
from entente.files._formats import FORMATS, SUFFIXES

NO_FORMAT: Final = f"the file name must end in one of {', '.join(SUFFIXES)}"


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


def list_files(path: File) -> list[File]:
    """List the files of a dossier in the order in which they are read."""
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.rglob("*") if _is_read(file, path))
    if not found:
        message = (
            f"the folder holds no file that ends in {', '.join(SUFFIXES)}"
        )
        raise file_error(path, message)
    return found


def _is_read(file: File, folder: File) -> bool:
    if format_of(file) is None or not file.is_file():
        return False
    is_hidden = any(
        part.startswith(".") for part in file.relative_to(folder).parts
    )
    return not is_hidden


def read_file(file: File) -> tuple[str, str]:
    """Return the text of a file and its format."""
    format = format_of(file)
    if format is None:
        # If the file does not exist, report that first.
        read_text(file, "json")
        raise file_error(file, NO_FORMAT)
    return read_text(file, format), format


def read_text(file: File, format: str) -> str:
    """Return the text of a file, which is UTF-8 with or without a byte order mark."""
    largest = FORMATS[format].largest
    try:
        size = file.stat().st_size
        data = file.read_bytes() if size <= largest else b""
    # ValueError: a name that no file can have.
    except (OSError, ValueError) as error:
        message = f"the file cannot be read: {os_reason(error)}"
        raise file_error(file, message) from error
    if size > largest:
        message = f"the file has {size:,} bytes; the limit for {format} is {largest:,}"
        raise file_error(file, message)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = (
            f"the file is not UTF-8: byte {error.start + 1} cannot be read"
        )
        raise file_error(file, message, "save it as UTF-8") from error


def file_error(file: File, message: str, hint: str | None = None) -> LoadError:
    """Return the error for a file that cannot be read."""
    return LoadError(
        [Problem(message=message, rule="file", file=str(file), hint=hint)]
    )
