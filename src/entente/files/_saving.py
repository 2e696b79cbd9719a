"""Saving: a dossier as a text, in a file, or back in the files of a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from os import PathLike
from pathlib import Path as File

from entente._dossier import Dossier
from entente.errors import FormatError, SaveError
from entente.files._atomic import atomic_write
from entente.files._converter import borrowed_loader, canonical, to_plain
from entente.files._documents import VERSION, Plain
from entente.files._formats import write
from entente.files._loading import read_files
from entente.files._paths import (
    NO_FORMAT,
    format_of,
    is_folder,
    known_format,
    list_files,
    read_text,
    refuse_too_large,
)
from entente.files._quick import to_json
from entente.files._reading import Reading
from entente.files._revision import revise
from entente.records._model import Record


def dumps(
    dossier: Dossier, *, format: str = "json", compact: bool = False
) -> str:
    """Return a dossier as a text in ``"json"``, ``"toml"`` or ``"yaml"``, which `loads` reads back.

    The text is the same for the same dossier, and a change to one value changes one line of it, unless
    it is `compact`: JSON in one line, for machines. Raises `FormatError` if there is no such format, or
    if it cannot be compact, and TypeError for a selection or a list of records: write the dossier that
    `Dossier.only_with` makes of it.

    >>> from entente import Theme
    >>> print(dumps(Dossier([Theme(id="small-boats", label="Small boats")]), format="toml"))
    entente = 1
    <BLANKLINE>
    [[themes]]
    id = "small-boats"
    label = "Small boats"
    <BLANKLINE>
    """
    records = _records_of(dossier, "dumps")
    if known_format(format) == "json":
        return to_json(records, version=VERSION, compact=compact)
    if compact:
        raise FormatError(f"{format} cannot be compact; only JSON can")
    return write(_document(records), format)


def _records_of(dossier: Dossier, verb: str) -> tuple[Record, ...]:
    """Return the records of a dossier; raises TypeError for anything else."""
    if isinstance(dossier, Dossier):  # pyright: ignore[reportUnnecessaryIsInstance]
        return dossier.records
    raise TypeError(
        f"{verb} takes a dossier, not {type(dossier).__name__}: records alone may name others that"
        " would be missing; give dossier.only_with(records), which brings them along"
    )


def _document(records: Iterable[Record]) -> dict[str, Plain]:
    return {"entente": VERSION, **to_plain(records)}


def excerpt(record: Record, *, format: str = "toml") -> str:
    """Return one record as it looks in a file, in ``"json"``, ``"toml"`` or ``"yaml"``.

    Raises `FormatError` if there is no such format.

    >>> from entente import Theme
    >>> print(excerpt(Theme(id="small-boats", label="Small boats")))
    <BLANKLINE>
    [[themes]]
    id = "small-boats"
    label = "Small boats"
    <BLANKLINE>
    """
    return write({**to_plain([record])}, known_format(format))


def save(dossier: Dossier, path: str | PathLike[str]) -> None:
    """Write a dossier to a file, in the format of its name, or back to the files of a folder.

    In a TOML or YAML file that exists, comments and layout are kept: only records that differ are
    written again. A comment within a record, or right above it, goes when the record is removed.

    In a folder each record goes to the file that holds it, and a new one to the last file with records
    of its kind; files without changes are not touched. New files are complete before they replace the
    old ones, so if anything fails the old ones remain.

    Raises `SaveError` if a file cannot be written, would be too large to load, or would lose a comment of
    a record that stays; `LoadError` if there is an existing file with problems, which would be lost; and
    TypeError as `dumps` does.

    >>> import tempfile
    >>> from entente import Theme, load
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save(Dossier([Theme(id="small-boats", label="Small boats")]), f"{folder}/tracker.toml")
    ...     load(f"{folder}/tracker.toml")
    <Dossier: 1 theme>
    """
    records = _records_of(dossier, "save")
    target = File(path)
    if is_folder(target):
        atomic_write(_changed_texts(records, target))
        return
    format = format_of(target)
    if format is None:
        raise SaveError(f"{target}: {NO_FORMAT}")
    old = ""
    # `Path.exists` raises what the system says, and other errors in other releases of Python.
    if os.path.exists(target):  # noqa: PTH110
        old = read_text(target, format)
        if old:
            _read_sound(target)
    atomic_write({target: _new_text(target, old, records)})


def _read_sound(path: File) -> Reading:
    """Read the files of a dossier, or raise `LoadError` if they have problems."""
    with borrowed_loader() as loader:
        reading = read_files(path, loader)
        reading.dossier()
    return reading


def _changed_texts(records: Iterable[Record], folder: File) -> dict[File, str]:
    """Return the new texts of those files of a folder whose records have changed."""
    files, _ = list_files(folder)
    home_of: dict[str, File] = {}
    last_of_kind: dict[type[Record], File] = {}
    for record, document, _ in _read_sound(folder).locations():
        file = File(document.file or "")
        home_of[record.id] = file
        last_of_kind[type(record)] = file
    shares: dict[File, list[Record]] = {file: [] for file in files}
    for record in records:
        fallback = last_of_kind.get(type(record), files[-1])
        shares[home_of.get(record.id, fallback)].append(record)
    changed: dict[File, str] = {}
    for file, share in shares.items():
        old = read_text(file, str(format_of(file)))
        new = _new_text(file, old, share)
        if new != old:
            changed[file] = new
    return changed


def _new_text(file: File, old: str, records: Iterable[Record]) -> str:
    """Return the text of a file with other records, and with as much of the old text as possible."""
    data = _document(records)
    format = str(format_of(file))
    if not old.strip():
        new = write(data, format)
    else:
        new = revise(old, format, data, canonical=canonical, file=str(file))
    refuse_too_large(file, new)
    return new
