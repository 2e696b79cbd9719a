"""Mappings: which column of a table goes to which field of which kind of record.

A mapping looks like the records that it makes, in TOML: a text in braces is a column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from importlib import resources
from os import PathLike
from pathlib import Path as File
from typing import Any, Final, TypeAlias

from attrs import Attribute, fields_dict, frozen

from entente._text import did_you_mean, in_words, shorten, with_article
from entente.errors import LoadError, Location, Problem
from entente.files._documents import Document, Plain
from entente.files._formats import read
from entente.files._locator import TextLocator
from entente.files._paths import read_text
from entente.files._quick._fields import holds_parts, inner_type, is_listed
from entente.imports._joins import Join
from entente.imports._pieces import NO_UNIT, Origin
from entente.records._model import KINDS, Record

COLUMN: Final = re.compile(r"\{([^{}]+)\}")

ORDERS: Final = ("year-month-day", "day-month-year", "month-day-year")
"""The orders in which a table may write the parts of a date."""

SETTINGS: Final[Mapping[str, str]] = {
    "cites": "the id of a source, as text",
    "dates": f"one of {', '.join(ORDERS)}",
    "each": "the name of a list, as text",
    "first": "a list of fields, such as ['ministers.name']",
    "join": "a table of columns, each with a file of the folder and its column",
    "lists": "a table of columns, each with what stands between its items",
    "rows": "the name of a file in the folder, as text",
    "sheet": "the name of a sheet, as text",
    "words": "a table of columns, each with a table of words",
}
"""The keys of a mapping that name no kind of record, and what they hold."""

MappedWord: TypeAlias = str | bool
"""A word that a mapping has for one of a table."""


@frozen
class Template:
    """A text of a mapping with the columns that it names, and the field that it goes to."""

    text: str | bool | int | float
    columns: tuple[str, ...]
    attribute: Attribute[Any]
    origin: Origin


@frozen
class TableTemplate:
    """A table of a mapping: what becomes a record, or a part of one."""

    cls: type
    entries: Mapping[str, TableTemplate | ListTemplate | Template]


@frozen
class ListTemplate:
    """A list of a mapping."""

    items: tuple[TableTemplate | Template, ...]


AnyTemplate: TypeAlias = Template | TableTemplate | ListTemplate
"""What a mapping has for a field."""


@frozen
class TableMapping:
    """A mapping that was read: templates of records, and how cells are read."""

    records: tuple[tuple[type[Record], TableTemplate], ...]
    words: Mapping[str, Mapping[str, MappedWord]]
    lists: Mapping[str, str]
    dates: str | None
    each: str | None
    cites: str | None
    first: frozenset[str]
    rows: str | None
    join: tuple[Join, ...]
    sheet: str | None

    def columns(self) -> dict[str, Origin]:
        """Return all columns that the mapping names, each with the first place where it does."""
        found: dict[str, Origin] = {}
        for _, template in self.records:
            for text in texts_of(template):
                for column in text.columns:
                    found.setdefault(column, text.origin)
        return found


def texts_of(template: AnyTemplate) -> Iterator[Template]:
    """List the texts of a template."""
    match template:
        case Template():
            yield template
        case ListTemplate():
            for item in template.items:
                yield from texts_of(item)
        case _:
            for entry in template.entries.values():
                yield from texts_of(entry)


def read_mapping(
    mapping: Mapping[str, object] | str | PathLike[str],
) -> TableMapping:
    """Return a mapping from a TOML file, from plain data, or from the name of one of the library's own.

    Raises `LoadError` with everything that is wrong with it.
    """
    if isinstance(mapping, Mapping):
        data: Any = dict(mapping)
        return _MappingReader(None, Document(data, None, (), NOWHERE)).read()
    name = str(mapping)
    if name in ready_made():
        text = (_folder() / f"{name}.toml").read_text(encoding="utf-8")
        name = f"{name}.toml"
    elif not name.endswith(".toml"):
        hint = did_you_mean(name, ready_made())
        known = f"the library's own are {', '.join(ready_made())}"
        message = "a mapping is a file that ends in .toml"
        raise LoadError(
            [
                Problem(
                    message=message, rule="file", file=name, hint=hint or known
                )
            ]
        )
    else:
        text = read_text(File(name), "toml")
    return _MappingReader(name, read(text, "toml", file=name)).read()


def ready_made() -> tuple[str, ...]:
    """List the names of the mappings that come with the library.

    >>> ready_made()
    ('ifg-ministers', 'uk-treaties', 'us-executive', 'wipo-treaties')
    """
    names = (file.name for file in _folder().iterdir())
    return tuple(
        sorted(
            name.removesuffix(".toml")
            for name in names
            if name.endswith(".toml")
        )
    )


def _folder() -> Any:
    return resources.files("entente.imports") / "mappings"


NOWHERE: Final = TextLocator("", "toml")
"""The places of data that comes from no text."""


class _MappingReader:
    """Reads a mapping, and collects all that is wrong with it."""

    def __init__(self, file: str | None, document: Document) -> None:
        self._file = file
        self._document = document
        self._problems: list[Problem] = list(document.problems)

    def read(self) -> TableMapping:
        data: Any = self._document.data
        records: list[tuple[type[Record], TableTemplate]] = []
        for key, value in data.items():
            if key in KINDS:
                records += self._records(key, value)
            elif key not in SETTINGS:
                known = (*KINDS, *SETTINGS)
                hint = did_you_mean(key, known)
                self._refuse(
                    (key,),
                    f"{shorten(key)} is neither a kind of record nor a setting",
                    hint or f"write one of {', '.join(known)}",
                )
        if not records and not self._problems:
            self._refuse((), "the mapping makes no records", _TABLE_HINT)
        mapping = TableMapping(
            tuple(records),
            words=self._setting("words", {}, _are_words),
            lists=self._setting("lists", {}, _are_lists),
            dates=self._setting("dates", None, ORDERS.__contains__),
            each=self._setting("each", None, _is_text),
            cites=self._setting("cites", None, _is_text),
            first=frozenset(self._setting("first", [], _are_texts)),
            rows=self._setting("rows", None, _is_text),
            join=tuple(
                Join(column, file, key)
                for column, (file, key) in self._setting(
                    "join", {}, _are_joins
                ).items()
            ),
            sheet=self._setting("sheet", None, _is_text),
        )
        self._refuse_unused(mapping)
        if self._problems:
            raise LoadError(self._problems)
        return mapping

    def _refuse(
        self, path: Location, message: str, hint: str | None = None
    ) -> None:
        self._problems.append(self._at(path).problem(message, hint))

    def _at(self, path: Location) -> Origin:
        line, column = self._document.locate(path)
        return Origin(NO_UNIT, path, self._file, line, column)

    def _setting(
        self, key: str, default: Any, is_right: Callable[[Any], bool]
    ) -> Any:
        data: Any = self._document.data
        value = data.get(key, default)
        if value == default or is_right(value):
            return value
        self._refuse(
            (key,), f"{shorten(value)} is not {key}", f"write {SETTINGS[key]}"
        )
        return default

    def _refuse_unused(self, mapping: TableMapping) -> None:
        """Refuse words and separators of columns that no record takes."""
        columns = mapping.columns()
        for key in ("words", "lists"):
            for column in getattr(mapping, key):
                if column not in columns:
                    hint = did_you_mean(column, columns)
                    message = f"no record takes the column {shorten(column)}"
                    self._refuse((key, column), message, hint)

    # --- templates ---------------------------------------------------------------------------

    def _records(
        self, key: str, value: Any
    ) -> Iterator[tuple[type[Record], TableTemplate]]:
        if not isinstance(value, list) or not all(
            isinstance(item, dict) for item in value
        ):
            self._refuse(
                (key,), f"{key} is no list of tables", f"write [[{key}]]"
            )
            return
        for number, item in enumerate(value):
            template = self._table(item, KINDS[key], (key, number))
            if "id" not in item:
                noun = with_article(in_words(KINDS[key].__name__))
                self._refuse(
                    (key, number),
                    f"{noun} has no id",
                    'write id = "{Column}", of a column that tells it from others',
                )
            yield KINDS[key], template

    def _table(self, data: Any, cls: type, path: Location) -> TableTemplate:
        entries: dict[str, AnyTemplate] = {}
        known = fields_dict(cls)
        for name, value in data.items():
            if name not in known:
                noun = with_article(in_words(cls.__name__))
                hint = did_you_mean(name, known)
                self._refuse(
                    (*path, name),
                    f"{shorten(name)} is not a key of {noun}",
                    hint or f"its keys are {', '.join(known)}",
                )
                continue
            found = self._entry(value, known[name], (*path, name))
            if found is not None:
                entries[name] = found
        return TableTemplate(cls, entries)

    def _entry(
        self, value: Plain, attribute: Attribute[Any], path: Location
    ) -> AnyTemplate | None:
        """Return the template for a field; None, and a problem, if the field cannot hold it."""
        if not is_listed(attribute):
            return self._item(value, attribute, path)
        if not isinstance(value, list):
            self._refuse(
                path, f"{shorten(value)} is not a list", "write it in brackets"
            )
            return None
        found = [
            self._item(item, attribute, (*path, number))
            for number, item in enumerate(value)
        ]
        return ListTemplate(tuple(item for item in found if item is not None))

    def _item(
        self, value: Plain, attribute: Attribute[Any], path: Location
    ) -> Template | TableTemplate | None:
        if holds_parts(attribute):
            if isinstance(value, dict):
                return self._table(value, inner_type(attribute), path)
            self._refuse(
                path, f"{shorten(value)} is not a table", f"write [{path[-1]}]"
            )
            return None
        if not isinstance(value, str | bool | int | float):
            self._refuse(
                path, f"{shorten(value)} is not a text", 'write "{Column}"'
            )
            return None
        columns = COLUMN.findall(value) if isinstance(value, str) else ()
        return Template(value, tuple(columns), attribute, self._at(path))


_TABLE_HINT: Final = "write [[commitments]], or another kind of record"


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _are_lists(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_text, value.values()))


def _are_joins(value: object) -> bool:
    return isinstance(value, dict) and all(
        _are_texts(each) and len(each) == len(("file", "column"))
        for each in value.values()
    )


def _are_words(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_word_table, value.values()))


def _is_word_table(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(word, str | bool) for word in value.values()
    )
