"""Writing tables: all of them or none, to a folder of files or to one file."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal, TypeAlias, cast, get_args

from entente._disk import os_reason
from entente._dossier import Dossier
from entente._text import did_you_mean, either, shorten
from entente.asking._selection import Selection
from entente.errors import FormatError, QueryError, SaveError
from entente.exports._arrow import write_parquet
from entente.exports._contents import Contents, Exportable
from entente.exports._databases import write_duckdb, write_sqlite
from entente.exports._described import DataRow, DataTable
from entente.exports._excel import write_excel
from entente.exports._package import FILE, MADE_BY, descriptor
from entente.exports._text_files import write_csv, write_json
from entente.files._atomic import may_be_replaced
from entente.files._journal import fresh_name

TableFormat: TypeAlias = Literal[
    "parquet", "csv", "json", "sqlite", "duckdb", "xlsx"
]
"""The formats of tables."""

FORMATS: Final[tuple[TableFormat, ...]] = get_args(TableFormat)

_WriteTable: TypeAlias = Callable[[DataTable, Iterator[DataRow], Path], None]

_OF_ONE_TABLE: Final[Mapping[str, _WriteTable]] = {
    "parquet": write_parquet,
    "csv": write_csv,
    "json": write_json,
}
"""The formats in which each table is a file of its own."""

FOLDERS: Final = tuple(_OF_ONE_TABLE)
"""The formats in which a dossier is a folder."""

_OF_ALL: Final[Mapping[str, Callable[[Contents, Path], None]]] = {
    "sqlite": write_sqlite,
    "duckdb": write_duckdb,
    "xlsx": write_excel,
}
"""The formats in which one file holds all tables."""


DossierStream: TypeAlias = Iterable[tuple[str, Dossier]]
"""Dossiers one after another, each with its name."""


def write(
    what: Exportable | DossierStream,
    path: str | os.PathLike[str],
    format: TableFormat | None = None,
    *,
    name: str = "dossier",
) -> Path:
    """Write the tables of a dossier, of several, of a stream, or of a selection, and return where they are.

    Parquet, CSV and JSON are a folder with a file for each table, and a ``datapackage.json`` that
    describes them; SQLite, DuckDB and Excel are one file. A selection is one table, and so one file.
    Where `path` is a folder and one file is written, that has the `name` of the dossier, or of the
    table of a selection. Without a `format` the end of the path says it. The `name` is in each row as
    well; of several dossiers the keys of the mapping are.

    A stream yields names and dossiers, more of them than memory holds: each is written before the next is
    asked for, to a folder of its own by its name. What is there of other dossiers stays as it is.

    All is written, or nothing; of a stream, this holds for each dossier. What was written before at the
    same path is replaced, but a folder that holds any other file is left as it is, and so is a file of
    JSON that is no table. CSV has an apostrophe
    before texts that a spreadsheet would take for a formula, and Excel shows controls as escapes; other
    formats hold the texts as they are.

    Raises `entente.errors.FormatError` for a format that there is not, `entente.errors.SaveError` if it
    cannot be written, `entente.errors.MissingExtraError` if an extra is missing, and
    `entente.errors.QueryError` for a name that cannot be one, or that two dossiers of a stream have.

    >>> import entente, tempfile
    >>> from entente import exports
    >>> dossier = entente.example("uk-france")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = exports.write(dossier, f"{folder}/out", format="csv", name="uk-france")
    ...     print((written / "themes.csv").read_text().splitlines()[1])
    uk-france,illegal-migration,0,Illegal migration,,Irregular migration,
    """
    format = _format_of(path, format)
    if not isinstance(what, Dossier | Mapping | Selection):
        return _write_stream(what, Path(path), format)
    # For basedpyright, a stream may be a mapping as well.
    contents = Contents.of(cast("Exportable", what), name)
    target = _target(path, format, contents, name)
    try:
        with _put_in_place(target) as fresh:
            if format in _OF_ALL:
                _OF_ALL[format](contents, fresh)
            elif contents.is_one_table:
                [table] = contents.tables.values()
                _OF_ONE_TABLE[format](table, contents.rows(table), fresh)
            else:
                _write_folder(contents, fresh, format, name)
    except SaveError:
        raise
    except OSError as error:
        raise SaveError(f"{target}: {os_reason(error)}") from error
    return target


def _write_stream(
    stream: DossierStream, folder: Path, format: TableFormat
) -> Path:
    """Write each dossier to a folder of its own, and hold none of them while the next is made."""
    if format not in _OF_ONE_TABLE:
        raise FormatError(
            f"dossiers one after another are folders of files; write {either(tuple(_OF_ONE_TABLE))}"
        )
    if (folder / FILE).exists():
        raise SaveError(
            f"{folder}: it holds the tables of another dossier; name an empty or a new folder"
        )
    folder.mkdir(parents=True, exist_ok=True)
    written: set[str] = set()
    for name, dossier in stream:
        if name in written:
            raise QueryError(f"two dossiers have the name {shorten(name)}")
        written.add(name)
        write(dossier, folder / name, format, name=name)
        # The stream makes the next one before it would take this name.
        del dossier
    return folder


def _format_of(
    path: str | os.PathLike[str], format: str | None
) -> TableFormat:
    given = Path(path).suffix[1:].lower() if format is None else format
    for each in FORMATS:
        if each == given:
            return each
    hint = did_you_mean(given, FORMATS) or f"write one of {', '.join(FORMATS)}"
    if format is None:
        raise FormatError(
            f"{shorten(os.fspath(path))} does not say the format; write one of {', '.join(FORMATS)}"
        )
    raise FormatError(f"{shorten(format)} is not a format of tables; {hint}")


def _target(
    path: str | os.PathLike[str], format: str, contents: Contents, name: str
) -> Path:
    """Return the file or folder to write."""
    target = Path(path)
    if format in _OF_ONE_TABLE and not contents.is_one_table:
        if target.suffix[1:].lower() == format:
            raise SaveError(
                f"{target}: a dossier is {len(contents.tables)} tables; name a folder, or write a selection"
            )
        return target
    is_folder = os.fspath(path).endswith(("/", os.sep)) or target.is_dir()
    if is_folder:
        [stem, *_] = contents.tables if contents.is_one_table else (name,)
        return target / f"{stem}.{format}"
    return target


def _write_folder(
    contents: Contents, folder: Path, format: str, name: str
) -> None:
    folder.mkdir()
    for table in contents.tables.values():
        file = folder / f"{table.name}.{format}"
        _OF_ONE_TABLE[format](table, contents.rows(table), file)
    package = descriptor(contents.tables, format, name)
    text = json.dumps(package, ensure_ascii=False, indent=1)
    (folder / FILE).write_text(f"{text}\n", encoding="utf-8")


@contextmanager
def _put_in_place(target: Path) -> Generator[Path, None, None]:
    """Hand out a fresh path near the target, which takes its place once all is written."""
    target = target.resolve()
    if target.is_dir():
        _refuse_files_of_others(target)
    elif may_be_replaced(target):
        _refuse_dossier(target)
    with _fresh_folder(target) as fresh:
        yield fresh / target.name
        _replace(target, fresh / target.name)


@contextmanager
def _fresh_folder(target: Path) -> Generator[Path, None, None]:
    """Make a folder beside the target for a while.

    What lies in it is a step deeper than the target, so that a pattern for all dossiers of a folder,
    such as ``*/themes.parquet``, does not find it.
    """
    fresh = target.with_name(fresh_name())
    fresh.mkdir(parents=True)
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _replace(target: Path, fresh: Path) -> None:
    """Put what is fresh in the place of the target; a folder is moved aside first, and back if that fails."""
    if not target.is_dir():
        fresh.replace(target)
        return
    aside = target.with_name(fresh_name())
    aside.mkdir()
    target.replace(aside / target.name)
    try:
        fresh.replace(target)
    except BaseException:
        (aside / target.name).replace(target)
        aside.rmdir()
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _refuse_files_of_others(folder: Path) -> None:
    """Raise a `SaveError` if a folder holds anything that was not written here."""
    ours = {FILE, *_files_of_package(folder / FILE)}
    others = sorted(
        each.name for each in folder.iterdir() if each.name not in ours
    )
    if others:
        raise SaveError(
            f"{folder}: it holds {shorten(others[0])}, which is none of these tables; name an empty or a"
            " new folder"
        )


def _refuse_dossier(file: Path) -> None:
    """Raise a `SaveError` for a file of JSON that is no list of rows."""
    if file.suffix.lower() != ".json":
        return
    with file.open("rb") as opened:
        if opened.read(_BEGINNING).lstrip().startswith(b"{"):
            raise SaveError(
                f"{file}: it holds no table, and may be a dossier; name another file"
            )


_BEGINNING: Final = 1000


def _files_of_package(file: Path) -> Iterator[str]:
    """Yield the files that a description of ours lists; none if it is somebody else's."""
    try:
        package = json.loads(file.read_text(encoding="utf-8"))
        if package["created_by"] == MADE_BY:
            yield from [each["path"] for each in package["resources"]]
    except (OSError, ValueError, LookupError, TypeError):
        return
