"""Saving: a dossier as a text, in a file, or back in the files of a folder."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from difflib import unified_diff
from os import PathLike
from pathlib import Path as File
from stat import S_ISDIR

from entente._disk import os_reason
from entente._dossier import Dossier, origins_of, set_origins
from entente.errors import FormatError, SaveError
from entente.files._atomic import (
    Replacement,
    clear_leftovers,
    finish,
)
from entente.files._converter import (
    borrowed_loader,
    canonical,
    part_to_plain,
    to_plain,
)
from entente.files._documents import VERSION, Plain
from entente.files._formats import write, write_key
from entente.files._journal import Journal, digest, journals_of, real, stamp
from entente.files._loading import FileTexts, read_texts
from entente.files._lock import locked
from entente.files._paths import (
    NO_FORMAT,
    format_of,
    known_format,
    list_files,
    refuse_too_large,
)
from entente.files._quick import to_json
from entente.files._reading import Reading
from entente.files._revision import revise
from entente.records._model import Record
from entente.records._parts import Citation


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


def excerpt(record: Record | Citation, *, format: str = "toml") -> str:
    """Return one record as it looks in a file, in ``"json"``, ``"toml"`` or ``"yaml"``.

    A citation is returned as the list of citations of a record, to be put into one. Raises `FormatError`
    if there is no such format.

    >>> from entente import Theme
    >>> print(excerpt(Theme(id="small-boats", label="Small boats")))
    <BLANKLINE>
    [[themes]]
    id = "small-boats"
    label = "Small boats"
    <BLANKLINE>
    >>> print(excerpt(Citation(source="readout", lines="14-16")))
    citations = [{ source = "readout", lines = "14-16" }]
    """
    if isinstance(record, Citation):
        return write_key(
            "citations", [part_to_plain(record)], known_format(format)
        )
    return write({**to_plain([record])}, known_format(format))


def save(
    dossier: Dossier, path: str | PathLike[str], *, replace: bool = False
) -> None:
    """Write a dossier to a file, in the format of its name, or back to the files of a folder.

    In a TOML or YAML file that exists, comments and layout are kept: only records that differ are
    written again. A comment within a record, or right above it, goes when the record is removed. In a
    folder each record goes to the file that holds it, and a new one to the last file with records of
    its kind; files without changes are not touched.

    What is there is never lost without a word: a dossier is saved to an existing file or folder only if
    it was loaded from it, or saved to it, as it is now. So are those that `Dossier.with_records`,
    `Dossier.without` and `Dossier.merge` make of it. With `replace` what the dossier does not hold goes
    from a file, or from all files of a folder, whoever wrote it.

    All files are replaced, or none, even if the process is killed. Only one save at a time works in a
    folder; another one waits.

    Raises `SaveError` if a file was changed meanwhile, cannot be written, would be too large to load, or
    would lose a comment of a record that stays; `LoadError` if there is an existing file with problems,
    which would be lost; and TypeError as `dumps` does.

    >>> import tempfile
    >>> from entente import Theme, load
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save(Dossier([Theme(id="small-boats", label="Small boats")]), f"{folder}/tracker.toml")
    ...     load(f"{folder}/tracker.toml")
    <Dossier: 1 theme>
    """
    _records_of(dossier, "save")
    given = _savable(path)
    place = real(given)
    folder = place if _is_folder(given) else place.parent
    with _alone(given, folder):
        files, _ = list_files(given)
        stamps = {real(file): stamp(file) for file in files}
        old = _read_what_is_there(given)
        new = _new_texts(dossier, given, old, replace=replace)
        shown = {real(file): file for file in files}
        replacement = Replacement(folder, shown, stamps)
        try:
            replacement.write({real(file): text for file, text in new.items()})
        finally:
            if replacement.is_done:
                _note(dossier, place, old.digests(), new)


def preview(
    dossier: Dossier, path: str | PathLike[str], *, replace: bool = False
) -> str:
    """Return what `save` would change, as a unified diff of the files; empty if nothing would change.

    Nothing is written. Raises what `save` raises before it writes.

    >>> from entente import Theme
    >>> print(preview(Dossier([Theme(id="boats", label="Boats")]), "new-tracker.toml"))
    --- new-tracker.toml
    +++ new-tracker.toml
    @@ -0,0 +1,5 @@
    +entente = 1
    +
    +[[themes]]
    +id = "boats"
    +label = "Boats"
    <BLANKLINE>
    """
    _records_of(dossier, "preview")
    given = _savable(path)
    old = _read_what_is_there(given)
    new = _new_texts(dossier, given, old, replace=replace)
    return "".join(
        line if line.endswith("\n") else f"{line}\n"
        for file, text in new.items()
        for line in unified_diff(
            old.of.get(file, ("", ""))[0].splitlines(keepends=True),
            text.splitlines(keepends=True),
            str(file),
            str(file),
        )
    )


def _savable(path: str | PathLike[str]) -> File:
    """Return the path of a folder, or of a file in a format that can be written."""
    given = File(path)
    if not _is_folder(given) and format_of(given) is None:
        raise SaveError(f"{given}: {NO_FORMAT}")
    return given


def _new_texts(
    dossier: Dossier, given: File, old: FileTexts, *, replace: bool
) -> dict[File, str]:
    """Return the new texts of those files that a save would change; raises what keeps it from saving."""
    digests = old.digests()
    known = origins_of(dossier).get(str(real(given)))
    shares: Mapping[File, Iterable[Record]] = {given: dossier.records}
    if _is_folder(given):
        shares = _shares(dossier.records, _read_sound(old), list(old.of))
    elif old != FileTexts() and digests != known:
        _read_sound(old)
    if not replace:
        _refuse_to_lose(given, digests, known)
    return _changed_texts(shares, old)


def _is_folder(path: File) -> bool:
    """Say whether a path leads to a folder; raises `SaveError` if it can lead nowhere."""
    try:
        return S_ISDIR(path.stat().st_mode)
    except FileNotFoundError:
        return False
    # OSError: a circle of links, for one. ValueError: a name that no file can have.
    except (OSError, ValueError) as error:
        raise SaveError(f"{path}: {os_reason(error)}") from error


def _read_what_is_there(path: File) -> FileTexts:
    """Read a file or folder; one file may be missing, or empty."""
    # `Path.exists` raises what the system says, and other errors in other releases of Python.
    if not os.path.exists(path):  # noqa: PTH110
        return FileTexts()
    found = read_texts(path)
    return FileTexts() if found.of.get(path, ("?", ""))[0] == "" else found


@contextmanager
def _alone(given: File, folder: File) -> Generator[None]:
    """Keep other saves out of a folder, and put in order what one left that was cut short."""
    while True:
        folders, journals = _surroundings(given, folder)
        try:
            with locked(folders) as is_locked:
                now, journals = _surroundings(given, folder)
                # Before the lock was there, a file or a journal more may have come.
                if now <= folders:
                    for journal in journals:
                        finish(journal)
                    if is_locked:
                        clear_leftovers(folders)
                    yield
                    return
        except SaveError:
            raise
        except OSError as error:
            raise SaveError(f"{given}: {os_reason(error)}") from error


def _surroundings(
    given: File, folder: File
) -> tuple[set[File], list[Journal]]:
    """Return the folders that a save works in, and the journals that concern them."""
    files, _ = list_files(given)
    folders = {folder, *(real(file).parent for file in files)}
    journals = journals_of(folders)
    return folders.union(*(each.folders for each in journals)), journals


def _read_sound(texts: FileTexts) -> Reading:
    """Read the files of a dossier, or raise `LoadError` if they have problems."""
    with borrowed_loader() as loader:
        reading = texts.reading(loader)
        reading.dossier()
    return reading


def _shares(
    records: Iterable[Record], reading: Reading, files: Sequence[File]
) -> Mapping[File, Iterable[Record]]:
    """Return the records that each file of a folder is to hold."""
    home_of: dict[str, File] = {}
    last_of_kind: dict[type[Record], File] = {}
    for record, document, _ in reading.locations():
        file = File(document.file or "")
        home_of[record.id] = file
        last_of_kind[type(record)] = file
    shares: dict[File, list[Record]] = {file: [] for file in files}
    for record in records:
        fallback = last_of_kind.get(type(record), files[-1])
        shares[home_of.get(record.id, fallback)].append(record)
    return shares


def _refuse_to_lose(
    given: File, digests: Mapping[str, str], known: Mapping[str, str] | None
) -> None:
    """Refuse to write over what the dossier does not know."""
    if known is None:
        if digests:
            raise SaveError(
                f"{given}: the dossier was not loaded from there, and would take the place of what is"
                " there; load that and change it, or replace it (replace=True; on the command line --replace)"
            )
        return
    if not digests:
        raise SaveError(
            f"{given}: the file is gone, or empty, since the dossier was loaded; to write it again, replace"
            " it (replace=True)"
        )
    clauses = [
        f"{os.path.relpath(file, real(given)) if file != str(real(given)) else 'it'} {what}"
        for what, files in (
            ("has changed", sorted(digests.keys() & known.keys())),
            ("is new", sorted(digests.keys() - known.keys())),
            ("is gone", sorted(known.keys() - digests.keys())),
        )
        for file in files
        if digests.get(file) != known.get(file)
    ]
    if clauses:
        raise SaveError(
            f"{given}: {' and '.join(clauses)} since the dossier was loaded; load it again and put the"
            " change on it"
        )


def _changed_texts(
    shares: Mapping[File, Iterable[Record]], old: FileTexts
) -> dict[File, str]:
    """Return the new texts of those files whose records have changed."""
    changed: dict[File, str] = {}
    for file, share in shares.items():
        text, _ = old.of.get(file, ("", ""))
        new = _new_text(file, text, share)
        if new != text:
            changed[file] = new
    return changed


def _note(
    dossier: Dossier,
    place: File,
    digests: Mapping[str, str],
    new: Mapping[File, str],
) -> None:
    """Note what the files hold after a save."""
    fresh = {
        str(real(file)): digest(text.encode()) for file, text in new.items()
    }
    origins = {**origins_of(dossier), str(place): {**digests, **fresh}}
    set_origins(dossier, origins)


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
