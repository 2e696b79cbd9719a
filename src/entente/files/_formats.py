"""The table of formats: how each is read and written, and how its files are named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from attrs import frozen

from entente.files._documents import (
    HOLDS_LONE_SURROGATE,
    TOO_DEEP,
    Document,
    Plain,
    syntax_error,
)
from entente.files._json import read_json, write_json, write_json_key
from entente.files._locator import TextLocator
from entente.files._toml import read_toml, write_toml, write_toml_key
from entente.files._yaml import read_yaml
from entente.files._yaml_writing import write_yaml, write_yaml_key


@frozen
class Format:
    """How a format is read and written, how its file names end, and how many bytes a file may have.

    `write_key` writes one key of a record with its value, for somebody to put into a file.

    JSON is read fast, and may be the export of a large tracker; the others are written by hand.
    """

    read: Callable[[str, str | None], Document]
    write: Callable[[dict[str, Plain]], str]
    write_key: Callable[[str, Plain], str]
    suffixes: tuple[str, ...]
    largest: int


FORMATS: Final[Mapping[str, Format]] = {
    "json": Format(
        read_json, write_json, write_json_key, (".json",), largest=2**31
    ),
    "toml": Format(
        read_toml, write_toml, write_toml_key, (".toml",), largest=2**25
    ),
    "yaml": Format(
        read_yaml, write_yaml, write_yaml_key, (".yaml", ".yml"), largest=2**25
    ),
}
"""The formats, by name."""

SUFFIXES: Final[Mapping[str, str]] = {
    suffix: name
    for name, format in FORMATS.items()
    for suffix in format.suffixes
}
"""The names of the formats, by the ending of a file's name."""


def read(text: str, format: str, *, file: str | None = None) -> Document:
    """Read a text of one of the `FORMATS`, with or without a byte order mark.

    Raises `LoadError` if it is not in that format at all. Faults that can be read past, such as a
    key that is given twice, are listed in the document's `problems`.
    """
    text = encodable(text, format, file)
    try:
        return FORMATS[format].read(text, file)
    except RecursionError as error:
        raise syntax_error(TOO_DEEP, file) from error


def encodable(text: str, format: str, file: str | None = None) -> str:
    """Return a text without its byte order mark; raises `LoadError` if UTF-8 cannot hold it."""
    text = text.removeprefix("\ufeff")
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError as error:
        place = TextLocator(text, format).line(error.start)
        raise syntax_error(HOLDS_LONE_SURROGATE, file, *place) from error
    return text


def write(data: dict[str, Plain], format: str) -> str:
    """Return data as a text of one of the `FORMATS`; a change to one value changes one line."""
    return FORMATS[format].write(data)


def write_key(key: str, value: Plain, format: str) -> str:
    """Return a key of a record with its value, as one of the `FORMATS` has it."""
    return FORMATS[format].write_key(key, value)
