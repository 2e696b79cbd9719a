"""The messages of a site: all that its templates and its code may say in a language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias, get_args

from attrs import fields

import entente
from entente._text import in_words, words_of
from entente.answers._explanation import Bearing
from entente.answers._remarks import Why
from entente.answers._rules import Reason
from entente.records import _vocabulary as vocabulary
from entente.records._model import KINDS
from entente.records._parts import PARTS
from entente.site._data import HEADINGS
from entente.site._facets import KEYWORDS
from entente.site._grounds import DEPENDS, DOES, SIDES
from entente.site._groups import TITLES
from entente.site._lists import COLUMNS
from entente.site._words import FIELD, REASON, REMARK

SITE = Path(entente.__file__).parent / "site"

Message: TypeAlias = tuple[str | None, str]
"""The context of a message, and its English text."""

_IN_TEMPLATES = re.compile(r"""\b_\("([^"]+)"[),]""")
_FIELDS_IN_TEMPLATES = re.compile(r"""\b(?:field|heading_of)\("([^"]+)"\)""")


def all_messages() -> set[Message]:
    """Return every message that a site may need."""
    return {
        *_of_templates(),
        *_of_code(),
        *_of_words(),
        *[(FIELD, words_of(name)) for name in _fields()],
        *[(REASON, each.value) for each in Reason],
        *[(REMARK, each.value) for each in Why],
        *[("ground", each) for each in get_args(Bearing)],
        *[(None, each) for table in _TABLES for each in table.values()],
    }


_TABLES = (TITLES, HEADINGS, DEPENDS, DOES, SIDES)
"""What is said by a table."""


def _of_templates() -> Iterator[Message]:
    for file in (SITE / "templates").glob("*.html"):
        text = file.read_text()
        yield from [(None, each) for each in _IN_TEMPLATES.findall(text)]
        for name in _FIELDS_IN_TEMPLATES.findall(text):
            yield FIELD, words_of(name)


def _of_code() -> Iterator[Message]:
    """Yield the texts that the code asks for in a language."""
    for file in SITE.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and isinstance(
                node.func, ast.Attribute
            ):
                given = list(_texts_in(node.args[:1]))
                if node.func.attr == "say":
                    yield from [(None, each) for each in given]
                elif node.func.attr == "field":
                    yield from [(FIELD, words_of(each)) for each in given]
    for unit in ("line", "paragraph", "character"):
        yield None, f"{unit} {{run}}"
        yield None, f"{unit}s {{run}}"


def _texts_in(nodes: Iterable[ast.expr]) -> Iterator[str]:
    for node in nodes:
        for each in ast.walk(node):
            if isinstance(each, ast.Constant) and isinstance(each.value, str):
                yield each.value


def _of_words() -> Iterator[Message]:
    for cls in vars(vocabulary).values():
        if isinstance(cls, type) and issubclass(cls, StrEnum):
            for word in cls:
                yield in_words(cls.__name__), words_of(word)


_SHOWN_ELSEWHERE = {
    "id",
    "citations",
    "reports",
    "quote",
}


def _fields() -> Iterator[str]:
    for cls in (*KINDS.values(), *PARTS):
        if cls is not entente.Citation:
            names = [each.name for each in fields(cls)]
            yield from [each for each in names if each not in _SHOWN_ELSEWHERE]
    for listed in (*COLUMNS.values(), *KEYWORDS.values()):
        yield from listed
