"""What is asked for a record: its fields, as their classes declare them, the needed ones first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Final, get_args, get_origin

from attrs import NOTHING, Attribute, fields, frozen

from entente._dossier import Dossier
from entente._text import either
from entente.files import example
from entente.records._fields import form_of
from entente.records._forms import FINGERPRINT
from entente.records._model import Record
from entente.records._parts import PARTS, Citation, Range
from entente.records._walk import parts
from entente.values._duration import Duration
from entente.values._period import Period
from entente.values._quantity import Quantity

_USEFUL: Final = 0.1
"""A field is useful that so many of the records of a kind have, in a dossier."""

_EXAMPLES: Final = ("channel-2020-2024", "promises-kept", "uk-france")

_MOST_WORDS: Final = 10
"""So many words of a list are named in a question."""


@frozen
class AskedField:
    """A field that is asked for: the class of its value, or of each if it `is_list`.

    `kinds` are those of the records that its ids may name.
    """

    name: str
    type: type
    is_list: bool
    is_needed: bool
    kinds: tuple[str, ...]

    @property
    def is_part(self) -> bool:
        """Whether its value is a part, with fields of its own."""
        return self.type in PARTS

    @property
    def words(self) -> Sequence[str]:
        """The words of the list, if its value is one of a list."""
        if issubclass(self.type, StrEnum):
            return [word.value for word in self.type]
        return ()

    @property
    def answer(self) -> str:
        """What an answer looks like."""
        if self.kinds:
            some = "record" if "record" in self.kinds else either(self.kinds)
            return (
                f"ids of {some}, with commas"
                if self.is_list
                else f"id of {some}"
            )
        if self.words:
            return (
                either(self.words)
                if len(self.words) <= _MOST_WORDS
                else "a word"
            )
        wanted = _ANSWERS.get(self.type, "")
        return "with semicolons" if self.is_list else wanted


_ANSWERS: Final[Mapping[type, str]] = {
    bool: "yes or no",
    Period: "a date, in words too",
    Quantity: "an amount, in words too",
    Duration: "a length of time, such as P6M",
    Range: "such as 14-16",
}


def questions(cls: type) -> tuple[AskedField, ...]:
    """Return what may be asked for a class: needed fields first, then citations, which say who said it when.

    The id comes last of the needed ones, since the others suggest one.

    >>> from entente import Theme
    >>> [each.name for each in questions(Theme)]
    ['label', 'id', 'citations', 'broader', 'aliases', 'identifiers', 'note']
    """

    def rank(question: AskedField) -> tuple[bool, bool, bool]:
        return (
            not question.is_needed,
            question.name == "id",
            question.type is not Citation and not question.is_needed,
        )

    return tuple(sorted(map(_question, fields(cls)), key=rank))


def _question(attribute: Attribute[Any]) -> AskedField:
    inner: Any = attribute.type
    if isinstance(inner, UnionType):
        (inner,) = (each for each in get_args(inner) if each is not type(None))
    is_list = get_origin(inner) is tuple
    return AskedField(
        name=attribute.name,
        type=get_args(inner)[0] if is_list else inner,
        is_list=is_list,
        is_needed=attribute.default is NOTHING,
        kinds=attribute.metadata.get("kinds", ()),
    )


def useful_fields(dossier: Dossier) -> Mapping[type, Collection[str]]:
    """Return the fields that are useful for each class of records and parts.

    They are those that at least one in ten of them sets, in the dossier or in the examples.
    """
    found: dict[type, set[str]] = {}
    for shares in (_shares_of_examples(), _shares(dossier.records)):
        for (cls, name), share in shares.items():
            if share >= _USEFUL:
                found.setdefault(cls, set()).add(name)
    return found


@cache
def _shares_of_examples() -> Mapping[tuple[type, str], float]:
    return _shares(
        record for name in _EXAMPLES for record in example(name).records
    )


def _shares(records: Iterable[Record]) -> Mapping[tuple[type, str], float]:
    """Return which share of the objects of each class sets each field."""
    counts: Counter[type] = Counter()
    uses: Counter[tuple[type, str]] = Counter()
    for record in records:
        for _, part in parts(record):
            cls: type = type(part)
            counts[cls] += 1
            uses.update((cls, name) for name in _set_fields(part))
    return {key: used / counts[key[0]] for key, used in uses.items()}


def _set_fields(part: Any) -> Iterator[str]:
    each: Attribute[Any]
    for each in fields(type(part)):
        is_set = getattr(part, each.name) != each.default
        # Nobody types a fingerprint: it is filled in from the text.
        if is_set and form_of(each) is not FINGERPRINT:
            yield each.name
