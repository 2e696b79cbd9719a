"""YAML as it is written: every YAML, old or new, reads the same, and PyYAML is not needed for it.

Texts that could be taken for anything else are put in double quotes, with the escapes of JSON, which
are escapes of YAML too.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from typing import Final

from entente.files._documents import Plain

# What YAML does not allow as it is, and what some YAML takes for the end of a line or for a mark.
# A JSON string escapes the rest.
_HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# A text of letters, digits and harmless signs, that begins with a letter. A colon or # within it is
# harmless where it neither ends a key nor begins a comment.
_BARE = re.compile(
    "[^\\W\\d_]"
    "(?:[^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff:#]|:(?! |$)|(?<! )#)*"
)
# The letters of YAML 1.1 and 1.2 for what is no text.
_WORDS: Final = frozenset(
    ("null", "true", "false", "yes", "no", "on", "off", "y", "n")
)


def write_yaml(data: dict[str, Plain]) -> str:
    """Return data as YAML: a line for each key and each item of a list."""
    return "\n".join([*_table(data, ""), ""])


def write_yaml_key(key: str, value: Plain) -> str:
    """Return a key with its value, a line for each item of a list."""
    return "\n".join(_table({key: value}, ""))


def _table(table: dict[str, Plain], indent: str) -> Iterator[str]:
    if not table:
        yield f"{indent}{{}}"
    for key, value in table.items():
        start = f"{indent}{_text(key)}:"
        if value and isinstance(value, dict):
            yield start
            yield from _table(value, f"{indent}  ")
        elif value and isinstance(value, list):
            yield start
            yield from _list(value, f"{indent}  ")
        else:
            yield f"{start} {_single(value)}"


def _list(items: list[Plain], indent: str) -> Iterator[str]:
    for item in items:
        if item and isinstance(item, dict | list):
            inner = f"{indent}  "
            first, *rest = (
                _table(item, inner)
                if isinstance(item, dict)
                else _list(item, inner)
            )
            # The first line of an item begins behind its dash.
            yield f"{indent}- {first.removeprefix(inner)}"
            yield from rest
        else:
            yield f"{indent}- {_single(item)}"


def _single(value: Plain) -> str:
    """Return a value that stands on one line."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return _float(value)
        case dict():
            return "{}"
        case list():
            return "[]"
        case datetime.date() | datetime.time():
            return f'"{value}"'
        case _:
            return _text(value)


def _float(number: float) -> str:
    # YAML writes .inf and .nan, Python inf and nan; and YAML 1.1 wants a point in every such number.
    text = re.sub("(?=inf|nan)", ".", str(number))
    return text if "." in text else text.replace("e", ".0e")


def _text(text: str) -> str:
    """Return a text as it is if every YAML reads it as such, or else in double quotes."""
    if (
        _BARE.fullmatch(text)
        and not text[-1].isspace()
        and text.lower() not in _WORDS
    ):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
