"""How a record shows itself: in one line, and as a table in a notebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

from attrs import fields

from entente import _tables as table
from entente._text import words_of
from entente.records._model import (
    KINDS,
    Commitment,
    Office,
    Record,
    Source,
    Statement,
    Theme,
)
from entente.records._parts import PARTS
from entente.records._rule_words import rule_text
from entente.records._wording import (
    date_text,
    duration_text,
    quantity_text,
)
from entente.values._duration import Duration
from entente.values._period import Period
from entente.values._quantity import Quantity

# All other kinds have a name.
_CAPTION_FIELDS: Final[Mapping[type[Record], str]] = {
    Theme: "label",
    Office: "title",
    Source: "title",
    Commitment: "summary",
    Statement: "summary",
}


def caption(record: Record) -> str:
    """Return the line that a reader knows a record by: its label, name, title or summary.

    >>> caption(Theme(id="small-boats", label="Small boats"))
    'Small boats'
    """
    text: str = getattr(record, _CAPTION_FIELDS.get(type(record), "name"))
    return text


def as_html(record: Record) -> str:
    """Return a record as an HTML table, a row for each field that is not left at its default.

    >>> as_html(Theme(id="small-boats", label="Boats & ships"))[:62]
    '<table><caption>Theme small-boats: Boats &amp; ships</caption>'
    """
    rows = [(words_of(name), text) for name, text in _shown_fields(record)]
    title = f"{type(record).__name__} {record.id}: {caption(record)}"
    return table.as_html(("field", "value"), rows, caption=title)


def show_in_notebooks() -> None:
    """Make Jupyter show every record as an HTML table."""
    for kind in KINDS.values():
        setattr(kind, "_repr_html_", as_html)  # noqa: B010 -- type checkers refuse a new method


def _shown_fields(record: Any) -> Iterator[tuple[str, str]]:
    """List the names of the fields that are not left at their default, with the values as text."""
    for attribute in fields(type(record)):
        value = getattr(record, attribute.name)
        if value == attribute.default:
            continue
        is_rule = attribute.name == "recurrence"
        yield attribute.name, rule_text(value) if is_rule else _as_text(value)


def _as_text(value: object) -> str:
    """Return a value as text on one line: a tuple's items apart, a part's fields by name.

    Two citations become "source: readout, lines: 3; source: treaty".
    """
    if isinstance(value, tuple):
        return "; ".join(map(_as_text, value))
    if type(value) in PARTS:
        return ", ".join(
            f"{words_of(name)}: {text}" for name, text in _shown_fields(value)
        )
    if isinstance(value, Period):
        return date_text(value)
    if isinstance(value, Duration):
        return duration_text(value)
    if isinstance(value, Quantity):
        return quantity_text(value)
    if isinstance(value, StrEnum):
        return words_of(value)
    if value is True:
        return "yes"
    return str(value)
