"""TOML: read by the standard library, and written with one key a line."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Final

from entente.errors import LoadError
from entente.files._documents import (
    DEEPEST,
    LONGEST_LINE,
    LONGEST_NUMBER,
    SCHEMA,
    TOO_DEEP,
    Document,
    Plain,
    syntax_error,
    too_long,
    unreadable,
)
from entente.files._locator import KEY, TextLocator

# More digits than a number may have, in any base, where a value may begin: nearly every dossier has
# fingerprints, whose digits are in quotes. Other texts may match, so a match only means that the
# numbers have to be looked at.
_LONG_NUMBER = re.compile(
    rf"[=\[,\n][ \t]*+[+-]?([0-9][xob]?[0-9a-fA-F_]{{{LONGEST_NUMBER},}})"
)
_LONGEST_BITS: Final = (10**LONGEST_NUMBER).bit_length()
# A dotted key makes a table for each of its points, and tomllib sets no limit. Texts and comments
# may hold as many points as they like, so they are passed over whole: a search that began anew
# at each quotation mark of a long text would take for ever.
_PIECE = re.compile(
    r"#[^\n]*+"
    r'|"""[^"\\]*+(?:(?:\\[\s\S]|"(?!""))[^"\\]*+)*+(?:"{3,5}+)?'
    r"|'''[^']*+(?:'(?!'')[^']*+)*+(?:'{3,5}+)?"
    rf"|(?P<deep>{KEY}(?:[ \t]*+\.[ \t]*+{KEY}){{{DEEPEST},}}+)"
    rf"|{KEY}"
    # A quotation mark that nothing closes: what follows is not read.
    r"|[\"'][^\n]*+"
)
# Until Python 3.14 only the message of tomllib's error says where the error is.
_PLACE = re.compile(
    r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL
)


def read_toml(text: str, file: str | None) -> Document:
    """Read a TOML text."""
    if _has_deep_key(text):
        raise syntax_error(TOO_DEEP, file)
    long_number = _LONG_NUMBER.search(text)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(error, text, file) from error
    except ValueError as error:
        # Python refuses to read very long numbers; whatever else it may refuse is a fault too.
        raise (
            _number_too_long(long_number, text, file)
            if long_number is not None
            else syntax_error(f"this is not TOML: {error}", file)
        ) from error
    if long_number is not None:
        longest = max(
            (each.bit_length() for each in _numbers(data)), default=0
        )
        if longest > _LONGEST_BITS:
            raise _number_too_long(long_number, text, file)
    return Document(data, file, (), TextLocator(text, "toml"))


def _has_deep_key(text: str) -> bool:
    """Tell whether a key has so many points that its tables would be nested too deeply."""
    # A key stands on one line, and few lines have so many points.
    if all(line.count(".") < DEEPEST for line in text.split("\n")):
        return False
    return any(piece["deep"] for piece in _PIECE.finditer(text))


def _not_toml(
    error: tomllib.TOMLDecodeError, text: str, file: str | None
) -> LoadError:
    line, column = TextLocator(text, "toml").line(len(text))
    # Python's message ends with the line and column, unless the text itself has ended.
    parts = _PLACE.fullmatch(str(error))
    message, *where = parts.groups() if parts else (str(error), None, None)
    if where[0] and where[1]:
        line, column = int(where[0]), int(where[1])
    reason = f"{message[0].lower()}{message[1:]}"
    return unreadable("toml", text, file, reason, (line, column))


def _number_too_long(
    number: re.Match[str], text: str, file: str | None
) -> LoadError:
    place = TextLocator(text, "toml").line(number.start(1))
    return syntax_error(too_long(number[1]), file, *place)


def _numbers(data: Plain) -> Iterator[int]:
    """List the whole numbers in plain data."""
    match data:
        case int():
            yield data
        case list():
            for item in data:
                yield from _numbers(item)
        case dict():
            for value in data.values():
                yield from _numbers(value)
        case _:
            return


def write_toml(data: dict[str, Plain]) -> str:
    """Return data as TOML: a line for each key, and a list of tables for each list."""
    lines: list[str] = []
    tables: list[str] = []
    for key, value in data.items():
        if not isinstance(value, list):
            # No other key of a document has a sign that TOML takes in quotes only.
            bare = f'"{key}"' if key == SCHEMA else key
            lines.append(write_toml_key(bare, value))
            continue
        for item in value:
            tables += ["", f"[[{key}]]"]
            if isinstance(item, dict):
                tables += [
                    write_toml_key(name, part) for name, part in item.items()
                ]
    return "\n".join(lines + tables) + "\n"


def write_toml_key(key: str, value: Plain) -> str:
    """Return a key with its value on one line, or a long list with one item a line."""
    line = f"{key} = {_inline(value)}"
    if isinstance(value, list) and len(line) > LONGEST_LINE:
        items = "".join(f"  {_inline(item)},\n" for item in value)
        return f"{key} = [\n{items}]"
    return line


def _inline(value: Plain) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            return f"[{', '.join(map(_inline, value))}]"
        case dict():
            entries = [
                f"{key} = {_inline(item)}" for key, item in value.items()
            ]
            return f"{{ {', '.join(entries)} }}"
        case str():
            # A JSON string is a TOML basic string, except that JSON does not escape U+007F.
            return json.dumps(value, ensure_ascii=False).replace(
                "\x7f", "\\u007f"
            )
        case _:
            return str(value)
