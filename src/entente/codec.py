"""Dossiers as text: JSON, TOML and YAML in and out. The only file that knows cattrs.

Reading is strict. Nothing is converted that the writer of a file would not see converted: ``"false"``
is no boolean, an empty entry no text, an unknown key an error. All faults of all files are told at
once, each with its place, the value, the reason and a cure. Saving replaces files as a whole or not
at all.
"""

from __future__ import annotations

import datetime
import re
import secrets
import shutil
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from enum import StrEnum
from importlib import resources
from os import PathLike, fsync
from pathlib import Path as File
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, get_args, get_origin

from attrs import define, evolve, field, fields_dict, frozen, has
from cattrs import Converter
from cattrs.cols import homogenous_tuple_structure_factory, iterable_unstructure_factory
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from entente import vocabulary
from entente.dossier import Dossier, faults
from entente.errors import (
    EntenteError,
    FormatError,
    LoadError,
    Path,
    PeriodError,
    Problem,
    RecordError,
    SaveError,
    UnknownIdError,
    did_you_mean,
    shorten,
    spaced,
    with_article,
)
from entente.formats import FORMATS, SUFFIXES, Document, Plain, read, write
from entente.model import KIND_NAMES, KINDS, Range, Record, id_fault
from entente.period import Period
from entente.quantity import Quantity
from entente.revision import revise

VERSION: Final = 1
"""The version of the file format, which stands in every file under the key ``entente``."""


# --- values and records: cattrs, made strict -----------------------------------------------------


_Hook: TypeAlias = Callable[[Any, Any], Any]
"""What cattrs calls with a plain value and the type that it should become."""


class _WrongError(ValueError):
    """A value that cannot stand where it does."""

    def __init__(self, value: object, wanted: str, hint: str | None = None) -> None:
        super().__init__(f"{_described(value)} stands where {wanted} belongs")
        self.value = value
        self.hint = hint


def _described(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case str():
            return shorten(value)
        case int() | float():
            return f"the number {shorten(value)}"
        case list():
            return "a list"
        case dict():
            return "a table"
        case _:
            return f"the {type(value).__name__} {value}"


def _quoted(value: object, example: str) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f'write it in quotes: "{value}"'
    return f"write for example {example}"


def _text(value: object, _: type) -> str:
    if isinstance(value, datetime.date | datetime.time):
        raise _WrongError(value, "text", f'write it in quotes: "{value}"')
    if not isinstance(value, str):
        raise _WrongError(value, "text", _quoted(value, '"some words"'))
    if not value.strip():
        raise _WrongError(value, "text", 'write for example "some words"')
    if value != value.strip():
        block = ' (a YAML block that ends in none begins with ">-")' if value.endswith("\n") else ""
        raise _WrongError(
            value, "text without white space around it", f"write {shorten(value.strip())}{block}"
        )
    return value


def _boolean(value: object, _: type) -> bool:
    if not isinstance(value, bool):
        word = value if value in ("true", "false") else "true or false"
        raise _WrongError(value, "true or false", f"write {word}, without quotes")
    return value


def _period(value: object, _: type) -> Period:
    match value:
        case str() | datetime.date():
            return _dated(value)
        case {"edtf": str(edtf), "stated": str(stated), **rest} if not rest and stated.strip():
            return Period(edtf, stated=stated)
        case _:
            raise _WrongError(
                value, "a date", _quoted(value, '"2024-01-30" or { edtf = "2024-21", stated = "spring" }')
            )


_WORDS = re.compile(r"[A-WYZa-wyz]{3}")


def _dated(value: str | datetime.date) -> Period:
    try:
        return Period(value)
    except PeriodError as error:
        if not isinstance(value, str) or _WORDS.search(value) is None:
            raise
        # Words were written where the notation belongs: say how they keep their place beside it.
        hint = f'write {{ edtf = "2024-12-31", stated = {shorten(value)} }}; Period.from_words reads many such words'
        raise _WrongError(value, "a date (EDTF)", hint) from error


def _quantity(value: object, _: type) -> Quantity:
    if not isinstance(value, str):
        raise _WrongError(value, "an amount", _quoted(value, '"> 250 people"'))
    return Quantity(value)


def _range(value: object, _: type) -> Range:
    if not isinstance(value, str):
        raise _WrongError(value, "a range", _quoted(value, '"14-16"'))
    return Range.of(value)


def _words(words: type[StrEnum]) -> _Hook:
    members = {word.value: word for word in words}

    def structure(value: object, _: type) -> StrEnum:
        word = members.get(value) if isinstance(value, str) else None
        if word is None:
            choice = f"write one of {', '.join(members)}"
            hint = did_you_mean(value, members) if isinstance(value, str) else None
            raise _WrongError(value, with_article(spaced(words.__name__)), hint or choice)
        return word

    return structure


def _tables(cls: type, converter: Converter) -> _Hook:
    overrides: dict[str, Any] = {}
    if cls in KINDS.values():
        overrides["id"] = override(struct_hook=_id_of(cls))
    structure_table: _Hook = make_dict_structure_fn(
        cls, converter, _cattrs_forbid_extra_keys=True, **overrides
    )

    def structure(value: object, of: type) -> object:
        if not isinstance(value, dict):
            raise _WrongError(value, f"a table ({', '.join(fields_dict(cls))})")
        return structure_table(value, of)

    return structure


def _id_of(cls: type[Record]) -> _Hook:
    def structure(value: object, of: type) -> str:
        id = _text(value, of)
        fault = id_fault(cls, id)
        if fault is not None:
            raise RecordError("", *fault)
        return id

    return structure


def _lists(cls: Any, converter: Converter) -> _Hook:
    structure_items = homogenous_tuple_structure_factory(cls, converter)

    def structure(value: object, of: type) -> object:
        if not isinstance(value, list):
            raise _WrongError(value, "a list", _bracketed(value))
        return structure_items(value, of)

    return structure


def _bracketed(value: object) -> str | None:
    if value is None:
        return "leave the key out"
    return f'write it in brackets: ["{value}"]' if isinstance(value, str) and len(value) < 40 else None


def _inner(cls: Any) -> Any:
    (inner,) = (option for option in get_args(cls) if option is not NoneType)
    return inner


def _optional(cls: Any, converter: Converter) -> _Hook:
    inner = _inner(cls)
    hook = converter.get_structure_hook(inner)

    def structure(value: object, _: type) -> object:
        try:
            return hook(value, inner)
        except _WrongError as error:
            if value is None or value == "":
                error.hint = "leave the key out"
            raise

    return structure


def _is_optional(cls: Any) -> bool:
    return get_origin(cls) is UnionType and NoneType in get_args(cls)


def _is_tuple(cls: Any) -> bool:
    return get_origin(cls) is tuple


def _is_word_list(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, StrEnum)


def _sparse(cls: type, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    return make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True)


def _period_out(period: Period) -> Plain:
    return str(period) if period.stated is None else {"edtf": str(period), "stated": period.stated}


def _optional_out(cls: Any, converter: Converter) -> Callable[[Any], Any]:
    hook = converter.get_unstructure_hook(_inner(cls))
    return lambda value: None if value is None else hook(value)


def _word_out(word: StrEnum) -> str:
    return word.value


def _list_out(cls: Any, converter: Converter) -> Callable[[Any], list[Any]]:
    return iterable_unstructure_factory(cls, converter, unstructure_to=list)


def _converter() -> Converter:
    converter = Converter()
    # Leaves first: the hooks of tables bind those of their fields when they are made. The word lists
    # one by one, since cattrs takes each for the text that it is too.
    for leaf, hook in (
        (str, _text),
        (bool, _boolean),
        (Period, _period),
        (Quantity, _quantity),
        (Range, _range),
    ):
        converter.register_structure_hook(leaf, hook)
    for words in filter(_is_word_list, vars(vocabulary).values()):
        converter.register_structure_hook(words, _words(words))
        converter.register_unstructure_hook(words, _word_out)
    converter.register_structure_hook_factory(has, _tables)
    converter.register_structure_hook_factory(_is_tuple, _lists)
    converter.register_structure_hook_factory(_is_optional, _optional)
    converter.register_unstructure_hook_factory(has, _sparse)
    converter.register_unstructure_hook_factory(_is_optional, _optional_out)
    converter.register_unstructure_hook(Period, _period_out)
    converter.register_unstructure_hook(Quantity, str)
    converter.register_unstructure_hook(Range, str)
    converter.register_unstructure_hook_factory(_is_tuple, _list_out)
    return converter


_CONVERTER: Final = _converter()


@frozen
class _Wrong:
    """What is wrong with a value at a path."""

    path: Path
    message: str
    hint: str | None = None


def _structured(item: Plain, kind: type[Record]) -> tuple[Record | None, tuple[_Wrong, ...]]:
    """Return a record, or all that keeps it from being one."""
    try:
        return _CONVERTER.structure(item, kind), ()
    except Exception as error:  # noqa: BLE001 -- `_wrongs` raises again what is not of our doing
        return None, tuple(_wrongs(error))


def _wrongs(error: BaseException, path: Path = ()) -> Iterator[_Wrong]:
    """List all that cattrs and our hooks found wrong, each with its path."""
    match error:
        case BaseValidationError():
            for inner in error.exceptions:
                yield from _wrongs(inner, (*path, *_step(inner)))
        case ForbiddenExtraKeysError():
            keys = fields_dict(error.cl)
            for key in sorted(error.extra_fields, key=str):
                hint = did_you_mean(key, keys) or f"there are {', '.join(keys)}"
                yield _Wrong(
                    (*path, key),
                    f"{shorten(key)} is not a key of {with_article(spaced(error.cl.__name__))}",
                    hint,
                )
        case KeyError():
            yield _Wrong(path[:-1], f"the key {path[-1]!r} is missing")
        case RecordError():
            yield _Wrong((*path, error.field) if error.field else path, error.reason, error.hint)
        case _WrongError():
            yield _Wrong(path, str(error), error.hint)
        case EntenteError():
            yield _Wrong(path, str(error))
        case _:
            raise error


def _step(error: BaseException) -> Path:
    for note in getattr(error, "__notes__", ()):
        return (note.name,) if isinstance(note, AttributeValidationNote) else (note.index,)
    return ()


# --- documents -----------------------------------------------------------------------------------


_BEGINNING: Final = f"begin with the key entente, whose value is {VERSION}"


@frozen(eq=False)
class _Read:
    """A record that was read, and where it stands."""

    record: Record
    document: Document
    path: Path


@define(eq=False)
class _Reading:
    """What documents hold so far: records, problems, and the ids of records that could not be read.

    Of a record with faults the sound fields are `found` all the same, so that what is wrong between
    records is told at once with what is wrong within them.
    """

    found: list[_Read] = field(factory=list)
    problems: list[Problem] = field(factory=list)
    unread: set[str] = field(factory=set)

    def take(self, document: Document) -> None:
        """Read all records of a document."""
        self.problems += document.problems
        data = document.data
        if not isinstance(data, dict):
            self._report(
                document,
                (),
                f"{_described(data)} stands where a dossier belongs",
                _BEGINNING,
            )
            return
        self._check_version(document, data)
        for key, value in data.items():
            if key in KINDS:
                self._take_kind(document, key, value)
            elif key != "entente":
                hint = did_you_mean(key, KINDS) or f"there are {', '.join(KINDS)}"
                self._report(document, (key,), f"{shorten(key)} is not a kind of record", hint)

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
                f"{_described(version)} is no version of the format",
                f"write {VERSION}",
            )

    def _take_kind(self, document: Document, key: str, value: Plain) -> None:
        if not isinstance(value, list):
            self._report(document, (key,), f"{_described(value)} stands where a list of {key} belongs")
            return
        for place, item in enumerate(value):
            path = (key, place)
            record, wrongs = _structured(item, KINDS[key])
            id = item.get("id") if isinstance(item, dict) else None
            known = id if isinstance(id, str) else None
            for wrong in wrongs:
                self._report(document, (*path, *wrong.path), wrong.message, wrong.hint, record=known)
            if wrongs and isinstance(item, dict):
                faulty = {wrong.path[0] for wrong in wrongs if wrong.path}
                record, _ = _structured(
                    {name: part for name, part in item.items() if name not in faulty}, KINDS[key]
                )
            if record is not None:
                self.found.append(_Read(record, document, path))
            elif known is not None:
                self.unread.add(known)

    def check(self) -> None:
        """Look for what is wrong between the records."""
        where = {id(each.record): each for each in self.found}
        for fault in faults((each.record for each in self.found), known=self.unread):
            at = where[id(fault.record)]
            line, column = at.document.locate((*at.path, *fault.path))
            self.problems.append(
                evolve(fault.problem(at.path), file=at.document.file, line=line, column=column)
            )

    def _report(
        self, document: Document, path: Path, message: str, hint: str | None = None, record: str | None = None
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
        self.check()
        if self.problems:
            raise LoadError(sorted(self.problems, key=_place))
        return Dossier(each.record for each in self.found)


def _plain(records: Iterable[Record]) -> dict[str, Plain]:
    data: dict[str, Plain] = {"entente": VERSION}
    lists: dict[str, list[Plain]] = {name: [] for name in KINDS}
    for record in records:
        lists[KIND_NAMES[type(record)]].append(_CONVERTER.unstructure(record))
    data.update({name: items for name, items in lists.items() if items})
    return data


def _place(problem: Problem) -> tuple[str, int, int]:
    return problem.file or "", problem.line or 0, problem.column or 0


def _meaning(data: Plain) -> Plain:
    """Return what a document says as `_plain` would say it: a date may be written in two ways."""

    def record(kind: str, item: Plain) -> Plain:
        made, _ = _structured(item, KINDS[kind])
        return item if made is None else _CONVERTER.unstructure(made)

    return {
        key: [record(key, item) for item in value] if key in KINDS and isinstance(value, list) else value
        for key, value in (data.items() if isinstance(data, dict) else ())
    }


# --- texts ---------------------------------------------------------------------------------------


def loads(text: str, *, format: str = "json") -> Dossier:
    """Read a dossier from a text in ``"json"``, ``"toml"`` or ``"yaml"``.

    Raises `LoadError` with all that is wrong, and `MissingExtraError` for YAML without PyYAML.

    >>> loads('{"entente": 1, "themes": [{"id": "small-boats", "label": "Small boats"}]}')
    <Dossier: 1 theme>
    >>> loads('{"entente": 1, "themes": [{"id": "small-boats", "lable": "Small boats"}]}')
    Traceback (most recent call last):
        ...
    entente.errors.LoadError: 2 problems
      1:27: themes[0] (small-boats): the key 'label' is missing
      1:49: themes[0].lable (small-boats): 'lable' is not a key of a theme; did you mean 'label'?
    """
    reading = _Reading()
    reading.take(read(text, _known_format(format)))
    return reading.dossier()


def dumps(dossier: Dossier, *, format: str = "json") -> str:
    """Return a dossier as a text in ``"json"``, ``"toml"`` or ``"yaml"`` that `loads` reads back to an equal one.

    The text is the same for the same dossier, and a change to one value changes one line of it.

    >>> from entente import Theme
    >>> print(dumps(Dossier([Theme(id="small-boats", label="Small boats")]), format="toml"))
    entente = 1
    <BLANKLINE>
    [[themes]]
    id = "small-boats"
    label = "Small boats"
    <BLANKLINE>
    """
    return write(_plain(dossier.records), _known_format(format))


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
    data = _plain([record])
    del data["entente"]
    return write(data, _known_format(format))


def _known_format(format: str) -> str:
    if format not in FORMATS:
        hint = did_you_mean(format, FORMATS) or f"write one of {', '.join(FORMATS)}"
        raise FormatError(f"{shorten(format)} is not a format; {hint}")
    return format


# --- files ---------------------------------------------------------------------------------------


_NO_FORMAT: Final = f"the name does not tell the format: it ends in none of {', '.join(SUFFIXES)}"


def load(path: str | PathLike[str]) -> Dossier:
    """Read a dossier from a file, or from all files of a folder and the folders in it, as one.

    The format is told by the ending of a file's name: ``.json``, ``.toml``, ``.yaml`` or ``.yml``;
    other files of a folder are passed over, and so are hidden ones. Files are UTF-8.

    Raises `LoadError` with all that is wrong in all files.

    >>> load("no-such-file.toml")
    Traceback (most recent call last):
        ...
    entente.errors.LoadError: 1 problem
      no-such-file.toml: the file cannot be read: no such file or directory
    """
    return _reading(File(path)).dossier()


def _reading(path: File) -> _Reading:
    reading = _Reading()
    for file in _files(path):
        try:
            reading.take(_document(file))
        except LoadError as error:
            reading.problems += error.problems
    return reading


def locate(problems: Iterable[Problem], path: str | PathLike[str]) -> tuple[Problem, ...]:
    """Return problems of the dossier at `path` with the file, line and column where each stands.

    A `Problem` that a check finds knows the record; this looks up where the record is written.
    Those of records that do not stand there are returned as they are.
    """
    where = {each.record.id: each for each in _reading(File(path)).found}

    def placed(problem: Problem) -> Problem:
        at = where.get(problem.record or "")
        if at is None:
            return problem
        line, column = at.document.locate((*at.path, *problem.path[2:]))
        return evolve(problem, file=at.document.file, line=line, column=column)

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
        raise _unreadable(path, f"the folder holds no file that ends in {', '.join(SUFFIXES)}")
    return found


def _document(file: File) -> Document:
    format = _format_of(file)
    if format is None:
        _contents(file, "json")  # a file that is not there is worse than one of no format
        raise _unreadable(file, _NO_FORMAT)
    return read(_contents(file, format), format, file=str(file))


def _contents(file: File, format: str) -> str:
    try:
        size = file.stat().st_size
        if size > FORMATS[format].largest:
            raise _unreadable(
                file, f"the file has {size:,} bytes; {format} is read up to {FORMATS[format].largest:,}"
            )
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        said = f"the file is not UTF-8: byte {error.start + 1} cannot be read"
        raise _unreadable(file, said, "save it as UTF-8") from error
    except LoadError:
        raise
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise _unreadable(file, f"the file cannot be read: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


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
        _replace(_shares(dossier, target))
        return
    if _format_of(target) is None:
        raise SaveError(f"{target}: {_NO_FORMAT}")
    if target.exists() and target.stat().st_size:
        _reading(target).dossier()
    _replace({target: _revised(target, _plain(dossier.records))})


def _shares(dossier: Dossier, folder: File) -> dict[File, str]:
    """Return the new texts of a folder's files, of those whose records are not what they were."""
    reading = _reading(folder)
    reading.dossier()
    homes: dict[str, File] = {}
    latest: dict[type[Record], File] = {}
    files = _files(folder)
    for each in reading.found:
        home = File(each.document.file or "")
        homes[each.record.id] = latest[type(each.record)] = home
    shares: dict[File, list[Record]] = {file: [] for file in files}
    for record in dossier.records:
        shares[homes.get(record.id) or latest.get(type(record), files[-1])].append(record)
    texts = {file: _revised(file, _plain(records)) for file, records in shares.items()}
    return {file: text for file, text in texts.items() if text != _contents(file, str(_format_of(file)))}


def _revised(file: File, data: dict[str, Plain]) -> str:
    """Return the text of a file with other records, as far as it can be with nothing else changed."""
    format = str(_format_of(file))
    old = _contents(file, format) if file.exists() else ""
    return revise(old, format, data, meaning=_meaning) if old.strip() else write(data, format)


@define(eq=False)
class _Swap:
    """A new file that is to take the place of an old one, and can give it back."""

    file: File
    target: File
    fresh: File
    kept: File
    made: bool = False

    @classmethod
    def of(cls, file: File) -> _Swap:
        target = file.resolve()
        fresh, kept = (target.with_name(f".{target.name}.{secrets.token_hex(4)}") for _ in range(2))
        return cls(file, target, fresh, kept)

    def write(self, text: str) -> None:
        """Write the new file beside the old one, with its permissions, and have it reach the disk."""
        marked = self.target.exists() and self.target.read_bytes().startswith(BOM_UTF8)
        with self.fresh.open("xb") as stream:
            stream.write((BOM_UTF8 if marked else b"") + text.encode())
            stream.flush()
            fsync(stream.fileno())
        if self.target.exists():
            shutil.copymode(self.target, self.fresh)
            shutil.copy2(self.target, self.kept)

    def make(self) -> None:
        self.fresh.replace(self.target)
        self.made = True

    def undo(self) -> None:
        if self.made:  # before another failed, so this is a folder's, which was there before
            self.kept.replace(self.target)

    def clean(self) -> None:
        for file in (self.fresh, self.kept):
            with suppress(OSError):
                file.unlink(missing_ok=True)


def _replace(texts: Mapping[File, str]) -> None:
    """Put files in the place of others: all of them, or none."""
    swaps: list[_Swap] = []
    file = File()
    try:
        for file, text in texts.items():
            swaps.append(_Swap.of(file))
            swaps[-1].write(text)
        for swap in swaps:
            file = swap.file
            swap.make()
    except (OSError, RuntimeError, ValueError) as error:  # a link to itself, a name that no file can have
        for swap in reversed(swaps):
            swap.undo()
        said = "too many levels of symbolic links" if isinstance(error, RuntimeError) else _reason(error)
        raise SaveError(f"{file}: {said}") from error
    finally:
        for swap in swaps:
            swap.clean()


# --- the dossiers that come with the library -----------------------------------------------------


def example(name: str) -> Dossier:
    """Return a dossier that comes with the library: ``"uk-france"`` or ``"promises-kept"``.

    Raises `UnknownIdError` for a name that none of them has.

    >>> len(example("uk-france").meetings)
    3
    """
    folder = resources.files("entente") / "dossiers"
    names = {
        file.name.removesuffix(".toml"): file for file in folder.iterdir() if file.name.endswith(".toml")
    }
    if name not in names:
        hint = did_you_mean(name, names) or f"there are {', '.join(sorted(names))}"
        raise UnknownIdError(name, f"there is no example {shorten(name)}", hint)
    return loads(names[name].read_text(encoding="utf-8"), format="toml")
