"""What lists filter by: the keywords of `where`, answered when the site is built.

Each value of a keyword is asked for by `where` itself, so narrower themes, the offices of a party
and vague dates are as in the library.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

from attrs import frozen

from entente.asking._keywords import Dates, Words
from entente.exports._answers import keywords_of
from entente.records._model import Record
from entente.site._tracker import Tracker
from entente.site._words import alphabetical
from entente.values._edtf import FIRST_DAY, LAST_DAY
from entente.values._period import Period, possible_days

KEYWORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "themes": (),
    "parties": ("kind",),
    "offices": ("party",),
    "ministers": ("office",),
    "sources": ("kind", "issued_by", "published"),
    "events": ("theme", "when"),
    "meetings": ("theme", "party", "state", "when"),
    "agreements": ("theme", "party", "form", "signed"),
    "commitments": ("theme", "party", "by", "to", "firmness", "made", "due"),
    "metrics": ("theme",),
    "statements": ("theme", "act", "said"),
}
"""The keywords that a list of each kind filters by; commitments also by verdict and status, on any day."""

_THEMES: Final = ("theme",)
_OFFICES: Final = ("office",)
_MOST_YEARS: Final = 150


@frozen
class Facet:
    """A keyword with the values that some record answers to, each with a label."""

    keyword: str
    values: tuple[tuple[str, str], ...]


def facets_of(
    kind: str, tracker: Tracker
) -> tuple[list[Facet], dict[str, list[list[int]]]]:
    """Return what a list filters by, and for each record the places of its values, facet by facet."""
    keywords = KEYWORDS[kind]
    places: dict[str, list[list[int]]] = {
        each.id: [[] for _ in keywords] for each in tracker.records[kind]
    }
    facets = []
    for number, keyword in enumerate(keywords):
        values: list[tuple[str, str]] = []
        for value, label in _values(kind, keyword, tracker):
            found = getattr(tracker.dossier, kind).where(**{keyword: value})
            for id in found.ids:
                places[id][number].append(len(values))
            if found:
                values.append((value, label))
        facets.append(Facet(keyword, tuple(values)))
    return facets, places


def _values(
    kind: str, name: str, tracker: Tracker
) -> Iterator[tuple[str, str]]:
    keyword = keywords_of(kind)[name]
    if isinstance(keyword, Words):
        for word in _words(keyword):
            yield word.value, tracker.wording.word(word)
    elif isinstance(keyword, Dates):
        for year in _years(tracker.records[kind], name):
            yield f"{year:04}", f"{year:04}"
    else:
        kinds = (
            "themes"
            if name in _THEMES
            else "offices"
            if name in _OFFICES
            else "parties"
        )
        named = [
            (each.id, tracker.wording.name(each))
            for each in tracker.records[kinds]
        ]
        yield from sorted(named, key=_by_label)


def _by_label(value: tuple[str, str]) -> tuple[str, str]:
    id, label = value
    return alphabetical(label), id


def _words(keyword: Words) -> Iterable[StrEnum]:
    return keyword.words


def _years(records: Sequence[Record], name: str) -> Iterable[int]:
    """Return the years from the first to the last that a date of these records has."""
    years = set()
    for record in records:
        period: Any = getattr(record, name)
        if isinstance(period, Period) and not period.in_words_only:
            for run in possible_days(period):
                years |= {
                    _year(day) for day in run if FIRST_DAY < day < LAST_DAY
                }
    if not years:
        return ()
    return range(max(min(years), max(years) - _MOST_YEARS), max(years) + 1)


def _year(day: int) -> int:
    return datetime.date.fromordinal(day).year
