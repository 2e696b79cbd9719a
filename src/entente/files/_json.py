"""JSON: strictly read, and written one value a line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from entente.files._documents import (
    HOLDS_LONE_SURROGATE,
    Document,
    NumberError,
    Plain,
    repeated_key,
    syntax_error,
    unreadable,
    whole_number,
)
from entente.files._locator import TextLocator

# A string with its quotation marks, or a number or word.
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[^\s,:=\[\]{}"]+')
# An escape for one half of a surrogate pair. The other half may follow.
_HALF = re.compile(r"\\u[dD][89a-fA-F]")


def read_json(text: str, file: str | None) -> Document:
    """Read a JSON text. Keys that are given twice become problems of the document."""
    has_repeats = False

    def make_table(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
        nonlocal has_repeats
        table = dict(pairs)
        if len(table) < len(pairs):
            has_repeats = True
        return table

    try:
        data = json.loads(
            text,
            object_pairs_hook=make_table,
            parse_int=whole_number,
            parse_constant=_refuse_constant,
        )
    except json.JSONDecodeError as error:
        reason = f"{error.msg[0].lower()}{error.msg[1:]}"
        at = error.lineno, error.colno
        raise unreadable("json", text, file, reason, at) from error
    except NumberError as error:
        where = _find_token(error.text.__eq__, text) or ()
        raise syntax_error(str(error), file, *where) from error
    if _HALF.search(text):
        place = _find_token(_holds_half, text)
        if place is not None:
            raise syntax_error(HOLDS_LONE_SURROGATE, file, *place)
    locator = TextLocator(text, "json")
    if not has_repeats:
        return Document(data, file, (), locator)
    repeats = locator.find_repeated()
    problems = tuple(
        repeated_key(path, file, *place) for path, place in repeats
    )
    return Document(data, file, problems, locator)


def _refuse_constant(word: str) -> Plain:
    # Python reads NaN and Infinity, which JSON has not.
    raise NumberError(word, f"{word} is not a number")


def _find_token(
    is_wanted: Callable[[str], bool], text: str
) -> tuple[int, int] | None:
    """Return line and column of the first string, number or word that is wanted."""
    for token in _TOKEN.finditer(text):
        if is_wanted(token[0]):
            return TextLocator(text, "json").line(token.start())
    return None


def _holds_half(token: str) -> bool:
    """Say whether a JSON string holds half of a surrogate pair, which no file can hold."""
    if not token.startswith('"'):
        return False
    try:
        json.loads(token).encode()
    except UnicodeEncodeError:
        return True
    return False


def write_json(data: dict[str, Plain]) -> str:
    """Return data as JSON."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def write_json_key(key: str, value: Plain) -> str:
    """Return a key with its value on one line, as an object may hold it."""
    return f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
