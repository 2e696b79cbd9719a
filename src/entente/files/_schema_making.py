"""How the JSON Schema of dossiers is made: a walk over the fields of the records.

Types, words and required keys are those of the classes; `entente.files._leaves` says how single values
are written, `_TOGETHER` which fields go together, and `MEANINGS` what each is for. What records, parts
and words mean is read from their docstrings: of words in the source, since Python keeps no docstrings of
constants. So the schema is made once, and kept as the file that `entente.files.schema` reads.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, TypeAlias

from attrs import NOTHING, Attribute, fields

from entente._text import either, with_article
from entente.files._documents import SCHEMA, VERSION
from entente.files._leaves import LEAVES, Leaf, Notation, word_lists
from entente.files._meanings import MEANINGS
from entente.files._quick._fields import (
    classes,
    inner_type,
    is_listed,
)
from entente.records import _vocabulary as vocabulary
from entente.records._fields import form_of
from entente.records._forms import ID, ONE_DAY, PARTY_ID
from entente.records._model import KINDS, Metric, Statement
from entente.records._parts import (
    LASTING,
    Amount,
    Anchor,
    Citation,
    Condition,
    Consent,
    Observation,
    Participation,
)
from entente.records._vocabulary import Basis
from entente.values._period import Period

_Schema: TypeAlias = dict[str, Any]

FILE: Final = Path(__file__).parent.parent / "dossier.schema.json"
"""The file that holds the schema."""

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def _one_of(*keys: str) -> _Schema:
    """Demand exactly one of some keys."""
    return {"oneOf": [{"required": [key]} for key in keys]}


def _any_of(*keys: str) -> _Schema:
    """Demand one of some keys, or several."""
    return {"anyOf": [{"required": [key]} for key in keys]}


# The rules that the classes themselves check when a record is made, in straight code, as that is fast.
# A test compares the two on every combination of these fields.
_TOGETHER: Final[Mapping[type, _Schema]] = {
    Amount: _one_of("value", "times"),
    Anchor: {"not": {"required": ["after", "before"]}},
    Citation: {
        "if": {
            "properties": {"basis": {"const": Basis.INFERRED.value}},
            "required": ["basis"],
        },
        "then": {"required": ["note"]},
    },
    Condition: _any_of("kind", "waits_for", "text"),
    Consent: {
        "if": {
            "properties": {"kind": {"enum": [kind.value for kind in LASTING]}}
        },
        "else": {"properties": {"on": {"$ref": "#/$defs/date"}}},
    },
    Metric: {"properties": {"baseline": {"required": ["value"]}}},
    Observation: {
        **_any_of("period", "as_of"),
        **_one_of("value", "change"),
        "dependentRequired": {"change": ["against"], "against": ["change"]},
    },
    Participation: _any_of("minister", "office", "party"),
    Statement: {"properties": {"speakers": {"minItems": 1}}},
}


def make() -> _Schema:
    """Make the schema of a whole document."""
    kinds = {
        name: {
            "description": _summary(cls),
            "type": "array",
            "items": _ref(cls.__name__),
        }
        for name, cls in KINDS.items()
    }
    return {
        "$schema": _DIALECT,
        "title": "Dossier",
        "description": "What governments promised each other: a dossier of entente, or one file of it.",
        "type": "object",
        "properties": {
            SCHEMA: {
                "description": "Where this schema is, for editors.",
                **_ref("text"),
            },
            "entente": {
                "description": "The version of the format.",
                "const": VERSION,
            },
            **kinds,
        },
        "required": ["entente"],
        "additionalProperties": False,
        "$defs": {
            **{cls.__name__: _table(cls) for cls in reversed(classes())},
            **{words.__name__: _words(words) for words in _word_lists()},
            **dict(_notations()),
        },
    }


def renew() -> None:
    """Write the file of the schema anew."""
    text = json.dumps(make(), ensure_ascii=False, indent=1)
    FILE.write_text(f"{text}\n", encoding="utf-8")


# --- records and parts ---------------------------------------------------------------------------


def _table(cls: type) -> _Schema:
    """Return the schema of a record or a part."""
    required = [each.name for each in fields(cls) if each.default is NOTHING]
    table = {
        "title": cls.__name__,
        "description": _prose(_sentences(cls)),
        "type": "object",
        "properties": {each.name: _field(cls, each) for each in fields(cls)},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }
    if cls in _TOGETHER:
        table["allOf"] = [_TOGETHER[cls]]
    return table


def _field(cls: type, attribute: Attribute[Any]) -> _Schema:
    """Return the schema of a field, with its meaning and what it takes."""
    value = _value(attribute)
    if is_listed(attribute):
        value = {"type": "array", "items": value}
    if attribute.default not in (NOTHING, None, ()):
        value["default"] = attribute.default
    return {"description": _meaning(cls, attribute), **value}


def _value(attribute: Attribute[Any]) -> _Schema:
    """Return the schema of the value of a field, or of one item of its list."""
    inner = inner_type(attribute)
    leaf = _leaf(attribute)
    if leaf is None:
        return _ref(inner.__name__)
    return _ref(leaf.notation.name) if leaf.notation else {"type": "boolean"}


def _leaf(attribute: Attribute[Any]) -> Leaf | None:
    """Return how a field's value is written, or None for a part or a word."""
    kinds: tuple[str, ...] = attribute.metadata.get("kinds", ())
    if kinds:
        # States need no record, and have codes for ids.
        return LEAVES[PARTY_ID if {"party", "record"} & {*kinds} else ID]
    form = form_of(attribute)
    return LEAVES[form] if form else LEAVES.get(inner_type(attribute))


def _ref(name: str) -> _Schema:
    return {"$ref": f"#/$defs/{name}"}


# --- single values -------------------------------------------------------------------------------


def _notations() -> Iterator[tuple[str, _Schema]]:
    for key, leaf in LEAVES.items():
        if leaf.notation is not None:
            text = _text(leaf.notation)
            is_date = key in (Period, ONE_DAY)
            yield leaf.notation.name, _dated(text, key) if is_date else text


def _text(notation: Notation) -> _Schema:
    return {
        "description": f"{notation.takes[:1].upper()}{notation.takes[1:]}.",
        "type": "string",
        "pattern": f"^(?:{notation.pattern})$",
        "patternErrorMessage": f"Write {notation.takes}.",
    }


def _dated(text: _Schema, key: object) -> _Schema:
    """Return the schema of a date: its text, or a table with what else is known of it.

    A keyword for texts says nothing of tables, and the other way round, so that both may stand side by
    side, and a fault is reported as what it is.
    """
    table: _Schema = {
        "edtf": {
            "description": "The date in EDTF.",
            **{
                name: text[name]
                for name in ("type", "pattern", "patternErrorMessage")
            },
        },
        "stated": {
            "description": "The source's own words for it.",
            **_ref("text"),
        },
    }
    if key is ONE_DAY:
        rules: _Schema = {"required": ["stated"]}
    else:
        table["as_of"] = {
            "description": "The day until which a span with an unknown end went on for certain.",
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}",
            "patternErrorMessage": 'Write one day, such as "2024-01-30".',
        }
        of_span = {"edtf": {"pattern": "/$"}}
        rules = {
            **_any_of("stated", "as_of"),
            "if": {"required": ["as_of"]},
            "then": {"required": ["edtf"], "properties": of_span},
        }
    return {
        **text,
        "type": ["string", "object"],
        "properties": table,
        **rules,
        "additionalProperties": False,
    }


def _word_lists() -> Iterator[type[StrEnum]]:
    """List the lists of words that fields hold; others are for what is worked out."""
    of_fields = {
        inner_type(attribute) for cls in classes() for attribute in fields(cls)
    }
    for words in word_lists():
        if words in of_fields:
            yield words


def _words(words: type[StrEnum]) -> _Schema:
    meanings = _meanings_of_words()
    shown = {
        word.value: meanings.get((words.__name__, word.name), "")
        for word in words
    }
    return {
        "title": words.__name__,
        "description": _summary(words),
        "type": "string",
        "enum": list(shown),
        # What editors show of each word: those for YAML and JSON, those with Taplo, and PyCharm.
        "enumDescriptions": list(shown.values()),
        "x-taplo": {"docs": {"enumValues": list(shown.values())}},
        "x-intellij-enum-metadata": {
            word: {"description": meaning} for word, meaning in shown.items()
        },
    }


# --- meanings ------------------------------------------------------------------------------------


def _meanings_of_words() -> dict[tuple[str, str], str]:
    """Return the docstrings below the words of all lists, by the names of list and word."""
    found: dict[tuple[str, str], str] = {}
    for cls in ast.parse(inspect.getsource(vocabulary)).body:
        if isinstance(cls, ast.ClassDef):
            for above, below in zip(cls.body, cls.body[1:], strict=False):
                match above, below:
                    case (
                        ast.Assign(targets=[ast.Name(id=word)]),
                        ast.Expr(value=ast.Constant(value=str(meaning))),
                    ):
                        found[cls.name, word] = meaning
                    case _:
                        pass
    return found


_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z`])")


def _sentences(cls: type) -> list[str]:
    """Return the sentences of a docstring before its example."""
    prose, *_ = (cls.__doc__ or "").split(">>>")
    return _SENTENCE.split(" ".join(prose.split()))


def _prose(sentences: Iterable[str]) -> str:
    # Names in single backticks, as Markdown has code.
    return " ".join(sentences).replace("``", "`")


def _summary(cls: type) -> str:
    """Return the first sentence of a docstring."""
    return _prose(_sentences(cls)[:1])


def _meaning(cls: type, attribute: Attribute[Any]) -> str:
    """Say what a field means and what it takes."""
    name, inner = attribute.name, inner_type(attribute)
    of_words = _summary(inner) if issubclass(inner, StrEnum) else ""
    meant = MEANINGS.get(f"{cls.__name__}.{name}", MEANINGS.get(name, ""))
    return " ".join(filter(None, (of_words, meant, _takes(attribute))))


def _takes(attribute: Attribute[Any]) -> str:
    """Say what to write in a field that takes ids, dates, amounts or other texts of a form."""
    kinds: tuple[str, ...] = attribute.metadata.get("kinds", ())
    if kinds:
        what = either([with_article(kind) for kind in kinds])
        ids = (
            f"Ids, each of {what}"
            if is_listed(attribute)
            else f"The id of {what}"
        )
        return (
            f"{ids}; that of a state is its code, such as GB."
            if "party" in kinds
            else f"{ids}."
        )
    leaf = _leaf(attribute)
    if leaf is None or leaf.notation is None or leaf is LEAVES[str]:
        return ""
    return f"Write {leaf.notation.takes}."
