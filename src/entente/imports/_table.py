"""Tables of any tracker, read by a mapping of their columns and words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from os import PathLike
from pathlib import Path as File
from typing import Any, Final

from attrs import Attribute, field, frozen

from entente._text import did_you_mean, shorten
from entente.errors import LoadError, Location, PeriodError, Problem
from entente.files._quick._fields import inner_type
from entente.imports._imported import Imported, NoPlace
from entente.imports._joins import joined
from entente.imports._mapping import (
    COLUMN,
    ListTemplate,
    MappedWord,
    TableMapping,
    TableTemplate,
    Template,
    read_mapping,
    texts_of,
)
from entente.imports._pieces import (
    Fields,
    Items,
    Piece,
    Single,
    Told,
    assemble,
    citing,
    id_of,
)
from entente.imports._rows import Rows, TableRow, read_rows
from entente.records._fields import form_of
from entente.records._forms import ID, PARTY_ID
from entente.records._model import KIND_NAMES, Record
from entente.records._states import state_code, state_name
from entente.values._period import Period


def table(
    path_or_rows: str | PathLike[str] | Iterable[Mapping[str, object]],
    mapping: Mapping[str, object] | str | PathLike[str],
) -> Imported:
    """Read the rows of a table as records, by a mapping.

    The table is a CSV file, a sheet of Excel, a JSON, TOML or YAML file with a list of rows, or the rows
    themselves; or a folder, if the mapping says which of its files are joined. The mapping is a TOML
    file, what one would hold, or the name of one that comes with the library (`ready_made`).

    A row with a problem is in no record. Raises `LoadError` with all faults of the mapping, or if the
    table cannot be read at all, and `MissingExtraError` for YAML or Excel without its extra.

    >>> rows = [{"No": "1", "Milestone": "Open data", "Due": "31/12/2024", "Web": "x.org"}]
    >>> found = table(rows, {
    ...     "dates": "day-month-year",
    ...     "commitments": [{"id": "milestone-{No}", "summary": "{Milestone}", "due": "{Due}"}],
    ... })
    >>> found.records[0].id, found.records[0].due
    ('milestone-1', Period('2024-12-31'))
    >>> print(*found.left_out)
    Web (1 value): no field takes it
    """
    read = read_mapping(mapping)
    rows = _rows_of(path_or_rows, read)
    _refuse_missing_columns(read, rows)
    filling = _RowFilling(read)
    pieces = [
        piece
        for row in rows.rows
        if row.unit not in rows.refused
        for piece in filling.pieces(row)
    ]
    problems = [*rows.problems, *filling.problems, *filling.unknown_words()]

    def is_first(kind: type[Record], path: Location) -> bool:
        name = ".".join(map(str, (KIND_NAMES[kind], *path)))
        return name in read.first

    made = assemble(
        pieces, problems, rows.refused | filling.refused, first=is_first
    )
    return Imported(
        made.records,
        tuple(_left_out(read, rows)),
        tuple(sorted(made.problems, key=_place)),
        len({row.unit for row in rows.rows}),
        len(made.refused),
        made.told,
    )


def _rows_of(
    table: str | PathLike[str] | Iterable[Mapping[str, object]],
    mapping: TableMapping,
) -> Rows:
    """Return the rows of a file, or of the files of a folder that the mapping joins."""
    if not isinstance(table, str | PathLike) or mapping.rows is None:
        return read_rows(table, mapping.each, mapping.sheet, mapping.columns())
    folder = File(table)
    rows = read_rows(folder / mapping.rows, mapping.each, mapping.sheet)
    for join in mapping.join:
        rows = joined(rows, join, read_rows(folder / join.file, None))
    return rows


def _place(problem: Problem) -> tuple[int, int]:
    return problem.line or 0, problem.column or 0


def _refuse_missing_columns(mapping: TableMapping, rows: Rows) -> None:
    missing = [
        origin.problem(
            f"the table has no column {shorten(column)}",
            did_you_mean(column, rows.columns)
            or f"its columns are {', '.join(map(repr, rows.columns))}",
        )
        for column, origin in mapping.columns().items()
        if column not in rows.columns
    ]
    if missing:
        raise LoadError(missing)


def _left_out(mapping: TableMapping, rows: Rows) -> Iterator[NoPlace]:
    """List the columns that the mapping does not name."""
    named = {*mapping.columns()}
    for join in mapping.join:
        named |= {join.column, f"{join.column}.{join.key}"}
    for column in rows.columns:
        if column not in named:
            # A row that was joined with several is one.
            units = {row.unit for row in rows.rows if row.cells.get(column)}
            yield NoPlace(column, len(units))


class _CellError(ValueError):
    """A cell that cannot be read, with what to do."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


@frozen
class _RowFilling:
    """Fills the templates of a mapping from rows, and collects what is wrong with these."""

    mapping: TableMapping
    problems: list[Problem] = field(factory=list)
    refused: set[int] = field(factory=set)
    # The words of each column that the mapping does not have, with the first row and the field.
    _unknown: dict[str, dict[str, tuple[TableRow, Attribute[Any]]]] = field(
        factory=dict
    )

    def pieces(self, row: TableRow) -> Iterator[Piece]:
        """Return what a row tells of records; nothing if the row is refused."""
        found = [
            piece
            for kind, template in self.mapping.records
            if (piece := self._piece(kind, template, row)) is not None
        ]
        if row.unit not in self.refused:
            yield from found

    def _piece(
        self, kind: type[Record], template: TableTemplate, row: TableRow
    ) -> Piece | None:
        told = self._table(template, row)
        if told is None or row.unit in self.refused:
            return None
        if "id" not in told:
            [first, *_] = texts_of(template.entries["id"])
            self._refuse(row, first.columns[0], _CellError("the id is empty"))
            return None
        source = self.mapping.cites
        is_source = plain_id(told) == source
        if source is not None and not is_source and _tells(template):
            told = citing(told, source, row.lines, row.origin())
        return Piece(kind, told, row.unit)

    def _refuse(self, row: TableRow, column: str, error: _CellError) -> None:
        self.refused.add(row.unit)
        self.problems.append(
            row.origin(column).problem(str(error), error.hint)
        )

    def _table(self, template: TableTemplate, row: TableRow) -> Fields | None:
        """Return what a row tells of a record or a part; None if all its columns are empty."""
        told = Fields()
        has_columns = False
        is_told = False
        for name, entry in template.entries.items():
            value = self._entry(entry, row)
            has_columns |= _tells(entry)
            if value is not None:
                told[name] = value
                is_told |= _tells(entry)
        return told if is_told or not has_columns else None

    def _entry(
        self, entry: TableTemplate | ListTemplate | Template, row: TableRow
    ) -> Told | None:
        match entry:
            case TableTemplate():
                return self._table(entry, row)
            case ListTemplate():
                items = Items.of(
                    told
                    for item in entry.items
                    for told in self._items(item, row)
                )
                return items or None
            case _:
                return next(self._leaves(entry, row, is_list=False), None)

    def _items(
        self, item: TableTemplate | Template, row: TableRow
    ) -> Iterator[Told]:
        if isinstance(item, Template):
            yield from self._leaves(item, row, is_list=True)
        elif (told := self._table(item, row)) is not None:
            yield told

    def _leaves(
        self, template: Template, row: TableRow, *, is_list: bool
    ) -> Iterator[Single]:
        """Return the values of a template: one, or one for each item of a cell that is a list."""
        if not template.columns:
            yield Single(template.text, template.origin)
            return
        [column, *others] = template.columns
        texts = self._split(row.cells.get(column, ""), column)
        if len(texts) > 1 and (not is_list or others):
            message = f"{len(texts)} items for one value"
            self._refuse(row, column, _CellError(message))
            return
        for text in texts or ("",):
            leaf = self._leaf(template, row, {column: text})
            if leaf is not None:
                yield leaf

    def _split(
        self, cell: str | tuple[str, ...], column: str
    ) -> tuple[str, ...]:
        if isinstance(cell, tuple):
            return tuple(filter(None, cell))
        separator = self.mapping.lists.get(column)
        items = [cell] if separator is None else cell.split(separator)
        return tuple(filter(None, map(str.strip, items)))

    def _leaf(
        self, template: Template, row: TableRow, given: Mapping[str, str]
    ) -> Single | None:
        """Return the value of a template for a row; None if all its columns are empty."""
        words: dict[str, MappedWord] = {}
        for column in template.columns:
            cell = given.get(column, row.cells.get(column, ""))
            try:
                words[column] = self._word(
                    template,
                    column,
                    cell if isinstance(cell, str) else "",
                    row,
                )
            except _CellError as error:
                self._refuse(row, column, error)
                return None
        if not any(word != "" for word in words.values()):
            return None
        origin = row.origin(template.columns[0])
        text = str(template.text)
        if len(words) == 1 and COLUMN.fullmatch(text):
            [word] = words.values()
            return Single(word, origin, self._given(template, row, given))
        filled = COLUMN.sub(lambda match: str(words[match[1]]), text)
        if _makes_id(template.attribute):
            filled = id_of(filled)
        elif _is_free(template.attribute):
            filled = " ".join(filled.split())
        return Single(filled, origin, self._given(template, row, given))

    @staticmethod
    def _given(
        template: Template, row: TableRow, given: Mapping[str, str]
    ) -> str | None:
        """Return what an id is made of, by which two ids that only look the same can be distinguished."""
        if template.attribute.name != "id":
            return None
        return " ".join(
            str(given.get(column, row.cells.get(column)))
            for column in template.columns
        )

    def _word(
        self, template: Template, column: str, text: str, row: TableRow
    ) -> MappedWord:
        """Return what a cell means in the field of a template."""
        attribute = template.attribute
        if _is_free(attribute):
            return text
        words = self.mapping.words.get(column, {})
        if text in words:
            return words[text]
        if text == "":
            return ""
        inner = inner_type(attribute)
        if inner is Period:
            return read_date(text, self.mapping.dates)
        if _makes_id(attribute):
            return _id(template, text)
        meant = _meant(inner)
        if text not in meant and (meant or words):
            unknown = self._unknown.setdefault(column, {})
            unknown.setdefault(text, (row, attribute))
            self.refused.add(row.unit)
            return ""
        return text == "true" if inner is bool else text

    def unknown_words(self) -> Iterator[Problem]:
        """Return a problem for each column with words that the mapping does not have."""
        for column, unknown in self._unknown.items():
            row, attribute = next(iter(unknown.values()))
            meant = _meant(inner_type(attribute))
            known = ", ".join(meant) if meant else "what they mean"
            listed = ", ".join(map(shorten, unknown))
            verb = "has no word" if len(unknown) == 1 else "have no words"
            yield row.origin(column).problem(
                f"{listed} {verb} in the mapping",
                f"write under [words.{_key(column)}] what each means in `{attribute.name}`: {known}",
            )


def _meant(inner: Any) -> tuple[str, ...]:
    """Return the words that a field takes, if it takes words only."""
    if inner is bool:
        return ("true", "false")
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return tuple(inner)
    return ()


def plain_id(told: Fields) -> object:
    """Return the id of the record that a row tells of."""
    found = told["id"]
    return found.value if isinstance(found, Single) else None


def _key(column: str) -> str:
    is_bare = re.fullmatch(r"[A-Za-z0-9_-]+", column) is not None
    return column if is_bare else f'"{column}"'


def _tells(template: TableTemplate | ListTemplate | Template) -> bool:
    """Say whether a template has columns."""
    match template:
        case Template():
            return bool(template.columns)
        case ListTemplate():
            return any(map(_tells, template.items))
        case _:
            return any(map(_tells, template.entries.values()))


# --- cells ---------------------------------------------------------------------------------------


def _makes_id(attribute: Attribute[Any]) -> bool:
    """Say whether a field holds the id of a record, its own or another's."""
    return form_of(attribute) in (ID, PARTY_ID) or (
        "kinds" in attribute.metadata
    )


def _is_free(attribute: Attribute[Any]) -> bool:
    """Say whether a field holds text in somebody's own words, which no mapping changes."""
    return inner_type(attribute) is str and not attribute.metadata


def _id(template: Template, text: str) -> str:
    """Return the id for a cell: the code of a state where a party is meant, or else one made of it."""
    attribute = template.attribute
    kinds = attribute.metadata.get("kinds", ())
    if form_of(attribute) == PARTY_ID or "party" in kinds:
        code = text if state_name(text) else state_code(text)
        if code is not None and template.text == f"{{{template.columns[0]}}}":
            return code
    made = id_of(text)
    if not made:
        raise _CellError(
            f"no id can be made of {shorten(text)}",
            "write its id under [words], or make the id of another column",
        )
    return made


_NUMBERS: Final = re.compile(
    r"([0-9]{1,4})([-/. ])([0-9]{1,2})\2([0-9]{1,4})", re.ASCII
)
_MONTH: Final = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{4})", re.ASCII)


def read_date(text: str, order: str | None) -> str:
    """Return a date of a table in EDTF; what is not numbers is EDTF already.

    Raises `_CellError` for a day and a month whose order nobody declared, or that are none.

    >>> read_date("3/4/2024", "day-month-year"), read_date("2024-04", None)
    ('2024-04-03', '2024-04')
    """
    month = _MONTH.fullmatch(text)
    if month is not None and order is not None:
        return f"{month[2]}-{month[1]:0>2}"
    match = _NUMBERS.fullmatch(text)
    if match is None:
        try:
            return str(Period(text))
        except PeriodError as error:
            raise _CellError(str(error)) from None
    first, _, second, third = match.groups()
    if len(first) == 4:
        parts = {"year": first, "month": second, "day": third}
    elif order is None:
        raise _CellError(
            f"nobody says whether {shorten(text)} begins with the day or the month",
            'write dates = "day-month-year" or dates = "month-day-year" in the mapping',
        )
    else:
        parts = dict(
            zip(order.split("-"), (first, second, third), strict=True)
        )
    if len(parts["year"]) != 4:
        raise _CellError(
            f"the year of {shorten(text)} does not have four digits",
            "write it in full",
        )
    try:
        day = datetime.date(*(int(parts[n]) for n in ("year", "month", "day")))
    except ValueError:
        names = "-".join(parts)
        raise _CellError(
            f"{shorten(text)} is not a date, read as {names}"
        ) from None
    return day.isoformat()
