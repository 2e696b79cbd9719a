"""Dossiers as text: JSON, TOML and YAML in and out.

Reading is strict, and tells all faults of all files at once, each with its place, the value, the
reason and a cure (see `entente.files._structure`). Saving replaces files as a whole or not at all.

Reading makes many objects and no garbage, so Python's collector, which counts objects, would look
through all of them again and again for nothing. It is paused while a dossier is read, and goes on
whatever happens. It is one for the whole process: with ``pause_gc=False`` it is left alone.
"""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib import resources
from os import PathLike
from pathlib import Path as File
from typing import Final

from attrs import define, evolve, field, frozen

from entente._coherence import find_faults, is_coherent
from entente._dossier import Dossier, assemble
from entente._text import did_you_mean, shorten
from entente.errors import (
    FormatError,
    LoadError,
    Location,
    Problem,
    SaveError,
    UnknownIdError,
)
from entente.files._atomic import reason, replace
from entente.files._formats import (
    FORMATS,
    SUFFIXES,
    Document,
    Plain,
    checked,
    read,
    unread,
    write,
)
from entente.files._quick import Readers, written
from entente.files._revision import revise
from entente.files._structure import described, meaning, plain, structured
from entente.records._model import KINDS, Record

VERSION: Final = 1
"""The version of the file format, which stands in every file under the key ``entente``."""


# --- documents -----------------------------------------------------------------------------------


_ORDER: Final = tuple(KINDS)
_BEGINNING: Final = f"begin with the key entente, whose value is {VERSION}"


@frozen(eq=False)
class _Listed:
    """The records of one list of a document, with None in the place of one that could not be read."""

    document: Document
    kind: str
    records: list[Record | None]


@define(eq=False)
class _Reading:
    """What documents hold so far: records, problems, and the ids of records that could not be read.

    Of a record with faults the sound fields are found all the same, so that what is wrong between
    records is told at once with what is wrong within them.
    """

    lists: list[_Listed] = field(factory=list)
    problems: list[Problem] = field(factory=list)
    unread: set[str] = field(factory=set)
    _readers: Readers = field(factory=Readers)
    _unusual: bool = (
        False  # whether there are records whose references the readers did not see
    )

    def take(self, text: str, format: str, file: str | None = None) -> None:
        """Read all records of a text.

        JSON as it mostly is goes the quick way. A text with anything unusual in it, be it sound or
        not, is read again as a whole, with an eye to what is wrong.
        """
        text = checked(text, format, file)
        if format == "json":
            with suppress(Exception):  # whatever it is, it is found again
                lists = self._readers.read(text, VERSION)
                document = unread(text, format, file)
                self.lists += [
                    _Listed(document, kind, records) for kind, records in lists.items()
                ]
                return
        self._take(read(text, format, file=file))

    def _take(self, document: Document) -> None:
        self.problems += document.problems
        data = document.data
        if not isinstance(data, dict):
            self._report(
                document,
                (),
                f"{described(data)} stands where a dossier belongs",
                _BEGINNING,
            )
            return
        self._check_version(document, data)
        for key, value in data.items():
            if key in KINDS:
                self._take_kind(document, key, value)
            elif key != "entente":
                hint = did_you_mean(key, KINDS) or f"there are {', '.join(KINDS)}"
                self._report(
                    document, (key,), f"{shorten(key)} is not a kind of record", hint
                )

    def _check_version(self, document: Document, data: dict[str, Plain]) -> None:
        version = data.get("entente")
        if type(version) is int and version > VERSION:
            said = f"the format is of version {version}, and this release reads version {VERSION}"
            self._report(document, ("entente",), said, "install a newer release")
        elif version is None and "entente" not in data:
            self._report(document, (), "the key 'entente' is missing", _BEGINNING)
        elif type(version) is not int or version < 1:
            self._report(
                document,
                ("entente",),
                f"{described(version)} is no version of the format",
                f"write {VERSION}",
            )

    def _take_kind(self, document: Document, key: str, value: Plain) -> None:
        if not isinstance(value, list):
            self._report(
                document,
                (key,),
                f"{described(value)} stands where a list of {key} belongs",
            )
            return
        records = [
            self._record(document, key, place, item) for place, item in enumerate(value)
        ]
        self.lists.append(_Listed(document, key, records))

    def _record(
        self, document: Document, key: str, place: int, item: Plain
    ) -> Record | None:
        with suppress(Exception):  # whatever it is, it is found again
            return self._readers.record(key, item)
        self._unusual = True
        record, wrongs = structured(item, KINDS[key])
        id = item.get("id") if isinstance(item, dict) else None
        known = id if isinstance(id, str) else None
        if wrongs and isinstance(item, dict):
            faulty = {wrong.path[0] for wrong in wrongs if wrong.path}
            sound = {name: part for name, part in item.items() if name not in faulty}
            record, more = structured(sound, KINDS[key])
            # What is wrong between sound fields shows only without the others; that these are missing is no news.
            gone = {f"the key {name!r} is missing" for name in faulty}
            wrongs += tuple(
                each for each in more if each not in wrongs and each.message not in gone
            )
        for wrong in wrongs:
            self._report(
                document,
                (key, place, *wrong.path),
                wrong.message,
                wrong.hint,
                record=known,
            )
        if record is None and known is not None:
            self.unread.add(known)
        return record

    def records(self) -> tuple[Record, ...]:
        """Return the records that could be read, in the order of their kinds."""
        lists = sorted(self.lists, key=lambda each: _ORDER.index(each.kind))
        return tuple(
            [record for each in lists for record in each.records if record is not None]
        )

    def places(self) -> Iterator[tuple[Record, Document, Location]]:
        """List the records that could be read, each with where it stands."""
        for each in self.lists:
            for place, record in enumerate(each.records):
                if record is not None:
                    yield record, each.document, (each.kind, place)

    def _check(self, records: Iterable[Record]) -> None:
        """Look for what is wrong between the records."""
        found = tuple(find_faults(records, known=self.unread))
        where = (
            {id(record): (document, path) for record, document, path in self.places()}
            if found
            else {}
        )
        for fault in found:
            document, path = where[id(fault.record)]
            line, column = document.locate((*path, *fault.path))
            self.problems.append(
                evolve(
                    fault.problem(path), file=document.file, line=line, column=column
                )
            )

    def _report(
        self,
        document: Document,
        path: Location,
        message: str,
        hint: str | None = None,
        record: str | None = None,
    ) -> None:
        if any(problem.path == path for problem in document.problems):
            return  # what could not be read there is told already
        line, column = document.locate(path)
        self.problems.append(
            Problem(
                message=message,
                file=document.file,
                line=line,
                column=column,
                path=path,
                record=record,
                hint=hint,
            )
        )

    def dossier(self) -> Dossier:
        """Return the dossier, or raise all problems, in the order of the files."""
        records = self.records()
        if (
            self.problems
            or self._unusual
            or not is_coherent(records, self._readers.named)
        ):
            self._check(records)
        if self.problems:
            raise LoadError(sorted(self.problems, key=_place))
        return assemble(records)


def _place(problem: Problem) -> tuple[str, int, int]:
    return problem.file or "", problem.line or 0, problem.column or 0


@contextmanager
def _collector(*, paused: bool) -> Generator[None]:
    """Pause the garbage collector, if it runs, and let it go on in any case.

    What was made meanwhile would be the youngest generation, and be looked through at once. Frozen and
    unfrozen, it is the oldest; whoever has frozen something himself keeps that as it is.
    """
    pause = paused and gc.isenabled()
    if pause:
        gc.disable()
    try:
        yield
    finally:
        if pause:
            if gc.get_freeze_count() == 0:
                gc.freeze()
                gc.unfreeze()
            gc.enable()


# --- texts ---------------------------------------------------------------------------------------


def loads(text: str, *, format: str = "json", pause_gc: bool = True) -> Dossier:
    """Read a dossier from a text in ``"json"``, ``"toml"`` or ``"yaml"``.

    The garbage collector is paused meanwhile, unless `pause_gc` is false. Raises `LoadError` with all
    that is wrong, and `MissingExtraError` for YAML without PyYAML.

    >>> loads('{"entente": 1, "themes": [{"id": "small-boats", "label": "Small boats"}]}')
    <Dossier: 1 theme>
    >>> loads('{"entente": 1, "themes": [{"id": "small-boats", "lable": "Small boats"}]}')
    Traceback (most recent call last):
        ...
    entente.errors.LoadError: 2 problems
      1:27: themes[0] (small-boats): the key 'label' is missing
      1:49: themes[0].lable (small-boats): 'lable' is not a key of a theme; did you mean 'label'?
    """
    with _collector(paused=pause_gc):
        reading = _Reading()
        reading.take(text, _known_format(format))
        return reading.dossier()


def dumps(dossier: Dossier, *, format: str = "json", compact: bool = False) -> str:
    """Return a dossier as a text in ``"json"``, ``"toml"`` or ``"yaml"`` that `loads` reads back to an equal one.

    The text is the same for the same dossier, and a change to one value changes one line of it, unless
    it is `compact`: JSON in one line, for machines. Raises `FormatError` for a format that there is
    not, or that cannot be compact.

    >>> from entente import Theme
    >>> print(dumps(Dossier([Theme(id="small-boats", label="Small boats")]), format="toml"))
    entente = 1
    <BLANKLINE>
    [[themes]]
    id = "small-boats"
    label = "Small boats"
    <BLANKLINE>
    """
    if _known_format(format) == "json":
        return written(dossier.records, version=VERSION, compact=compact)
    if compact:
        raise FormatError(f"{format} has lines; only JSON can be compact")
    return write(_document(dossier.records), format)


def _document(records: Iterable[Record]) -> dict[str, Plain]:
    return {"entente": VERSION, **plain(records)}


def excerpt(record: Record, *, format: str = "toml") -> str:
    """Return one record as it stands in a file, in ``"json"``, ``"toml"`` or ``"yaml"``.

    >>> from entente import Theme
    >>> print(excerpt(Theme(id="small-boats", label="Small boats")))
    <BLANKLINE>
    [[themes]]
    id = "small-boats"
    label = "Small boats"
    <BLANKLINE>
    """
    return write({**plain([record])}, _known_format(format))


def _known_format(format: str) -> str:
    if format not in FORMATS:
        hint = did_you_mean(format, FORMATS) or f"write one of {', '.join(FORMATS)}"
        raise FormatError(f"{shorten(format)} is not a format; {hint}")
    return format


# --- files ---------------------------------------------------------------------------------------


_NO_FORMAT: Final = (
    f"the name does not tell the format: it ends in none of {', '.join(SUFFIXES)}"
)


def load(path: str | PathLike[str], *, pause_gc: bool = True) -> Dossier:
    """Read a dossier from a file, or from all files of a folder and the folders in it, as one.

    The format is told by the ending of a file's name: ``.json``, ``.toml``, ``.yaml`` or ``.yml``;
    other files of a folder are passed over, and so are hidden ones. Files are UTF-8.

    The garbage collector is paused meanwhile, unless `pause_gc` is false. Raises `LoadError` with all
    that is wrong in all files.

    >>> load("no-such-file.toml")
    Traceback (most recent call last):
        ...
    entente.errors.LoadError: 1 problem
      no-such-file.toml: the file cannot be read: no such file or directory
    """
    with _collector(paused=pause_gc):
        return _reading(File(path)).dossier()


def _reading(path: File) -> _Reading:
    reading = _Reading()
    for file in _files(path):
        try:
            reading.take(*_text(file))
        except LoadError as error:
            reading.problems += error.problems
    return reading


def locate(
    problems: Iterable[Problem], path: str | PathLike[str]
) -> tuple[Problem, ...]:
    """Return problems of the dossier at `path` with the file, line and column where each stands.

    A `Problem` that a check finds knows the record; this looks up where the record is written.
    Those of records that do not stand there are returned as they are.
    """
    where = {
        record.id: (document, at)
        for record, document, at in _reading(File(path)).places()
    }

    def placed(problem: Problem) -> Problem:
        if problem.record not in where:
            return problem
        document, place = where[problem.record]
        line, column = document.locate((*place, *problem.path[2:]))
        return evolve(problem, file=document.file, line=line, column=column)

    return tuple(map(placed, problems))


def _files(path: File) -> list[File]:
    """List the files of a dossier in the order in which they are read."""
    if not path.is_dir():
        return [path]
    found = sorted(
        file
        for file in path.rglob("*")
        if _format_of(file) is not None
        and file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
    )
    if not found:
        raise _unreadable(
            path, f"the folder holds no file that ends in {', '.join(SUFFIXES)}"
        )
    return found


def _text(file: File) -> tuple[str, str, str]:
    """Return the text of a file, its format and its name."""
    format = _format_of(file)
    if format is None:
        _contents(
            file, "json"
        )  # a file that is not there is worse than one of no format
        raise _unreadable(file, _NO_FORMAT)
    return _contents(file, format), format, str(file)


def _contents(file: File, format: str) -> str:
    try:
        size = file.stat().st_size
        if size > FORMATS[format].largest:
            raise _unreadable(
                file,
                f"the file has {size:,} bytes; {format} is read up to {FORMATS[format].largest:,}",
            )
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        said = f"the file is not UTF-8: byte {error.start + 1} cannot be read"
        raise _unreadable(file, said, "save it as UTF-8") from error
    except LoadError:
        raise
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise _unreadable(file, f"the file cannot be read: {reason(error)}") from error


def _format_of(file: File) -> str | None:
    return SUFFIXES.get(file.suffix.lower())


def _unreadable(file: File, message: str, hint: str | None = None) -> LoadError:
    return LoadError([Problem(message=message, rule="file", file=str(file), hint=hint)])


def save(dossier: Dossier, path: str | PathLike[str]) -> None:
    """Write a dossier to a file, in the format that its name tells, or back into the files of a folder.

    What stands in a TOML or YAML file already is kept where it is, with its comments and layout; only
    records that differ are written anew.

    In a folder each record goes to the file that holds it, a new one to the last file that holds
    records of its kind; files in which nothing changed are not touched. All files are written
    beside the old ones first and then put in their place, so a failure leaves what was there.

    Raises `SaveError` if they cannot be written, and `LoadError` if what stands there now is no dossier
    without a fault: it would be lost.

    >>> import tempfile
    >>> from entente import Theme
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save(Dossier([Theme(id="small-boats", label="Small boats")]), f"{folder}/tracker.toml")
    ...     load(f"{folder}/tracker.toml")
    <Dossier: 1 theme>
    """
    target = File(path)
    if target.is_dir():
        replace(_shares(dossier, target))
        return
    if _format_of(target) is None:
        raise SaveError(f"{target}: {_NO_FORMAT}")
    if target.exists() and target.stat().st_size:
        _reading(target).dossier()
    replace({target: _revised(target, dossier.records)})


def _shares(dossier: Dossier, folder: File) -> dict[File, str]:
    """Return the new texts of a folder's files, of those whose records are not what they were."""
    reading = _reading(folder)
    reading.dossier()
    homes: dict[str, File] = {}
    latest: dict[type[Record], File] = {}
    files = _files(folder)
    for record, document, _ in reading.places():
        homes[record.id] = latest[type(record)] = File(document.file or "")
    shares: dict[File, list[Record]] = {file: [] for file in files}
    for record in dossier.records:
        shares[homes.get(record.id) or latest.get(type(record), files[-1])].append(
            record
        )
    texts = {file: _revised(file, records) for file, records in shares.items()}
    return {
        file: text
        for file, text in texts.items()
        if text != _contents(file, str(_format_of(file)))
    }


def _revised(file: File, records: Iterable[Record]) -> str:
    """Return the text of a file with other records, as far as it can be with nothing else changed."""
    format = str(_format_of(file))
    old = _contents(file, format) if file.exists() else ""
    data = _document(records)
    return (
        revise(old, format, data, meaning=meaning)
        if old.strip()
        else write(data, format)
    )


# --- the dossiers that come with the library -----------------------------------------------------


def example(name: str) -> Dossier:
    """Return a dossier that comes with the library: ``"uk-france"`` or ``"promises-kept"``.

    Raises `UnknownIdError` for a name that none of them has.

    >>> len(example("uk-france").meetings)
    3
    """
    folder = resources.files("entente") / "dossiers"
    names = {
        file.name.removesuffix(".toml"): file
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    }
    if name not in names:
        hint = did_you_mean(name, names) or f"there are {', '.join(sorted(names))}"
        raise UnknownIdError(name, f"there is no example {shorten(name)}", hint)
    return loads(names[name].read_text(encoding="utf-8"), format="toml")
