"""What lists filter by: the keywords of `where`, answered when the site is built.

Each value of a keyword is asked for by `where` itself, so narrower themes and the offices of a party
are as in the library. Of dates the days are given that they may be, as `where` compares them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

from attrs import frozen

from entente.asking._keywords import Dates, Words, YesNo
from entente.asking._matchers import dates_of
from entente.exports._answers import keywords_of
from entente.records._model import Record
from entente.site._facts import text_of
from entente.site._tracker import Tracker
from entente.site._words import alphabetical
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
    "commitments": (
        "theme",
        "party",
        "by",
        "to",
        "firmness",
        "firm",
        "made",
        "due",
    ),
    "metrics": ("theme",),
    "statements": ("theme", "act", "said"),
}
"""The keywords that a list of each kind filters by; commitments also by verdict and status, on any day."""

_THEMES: Final = ("theme",)
_OFFICES: Final = ("office",)
_ANSWERS: Final = {"true": True, "false": False}


@frozen
class Facet:
    """A keyword with the values that some record answers to, each with a label."""

    keyword: str
    values: tuple[tuple[str, str], ...]


def facets_of(
    kind: str, tracker: Tracker
) -> tuple[list[Facet], dict[str, list[list[int]]]]:
    """Return what a list filters by beside dates, and for each record the places of its values by facet."""
    dates = date_keywords(kind)
    keywords = [each for each in KEYWORDS[kind] if each not in dates]
    places: dict[str, list[list[int]]] = {
        each.id: [[] for _ in keywords] for each in tracker.records[kind]
    }
    facets = []
    for number, keyword in enumerate(keywords):
        values: list[tuple[str, str]] = []
        for value, label in _values(kind, keyword, tracker):
            found = getattr(tracker.dossier, kind).where(
                **{keyword: _ANSWERS.get(value, value)}
            )
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
    elif isinstance(keyword, YesNo):
        for value, answer in _ANSWERS.items():
            yield value, text_of(answer, tracker)
    else:
        kinds = (
            "themes"
            if name in _THEMES
            else "offices"
            if name in _OFFICES
            else "parties"
        )
        named = [
            (each.id, tracker.name(each.id)) for each in tracker.records[kinds]
        ]
        yield from sorted(named, key=_by_label)


def _by_label(value: tuple[str, str]) -> tuple[str, str]:
    id, label = value
    return alphabetical(label), id


def _words(keyword: Words) -> Iterable[StrEnum]:
    return keyword.words


# --- dates ---------------------------------------------------------------------------------------


def date_keywords(kind: str) -> list[str]:
    """Return the keywords of a list that ask for a date."""
    known = keywords_of(kind)
    return [each for each in KEYWORDS[kind] if isinstance(known[each], Dates)]


def days_asked(record: Record, keyword: Any, tracker: Tracker) -> list[int]:
    """Return the days, in runs, that are compared with those asked for: a record fits if it has one of them.

    `keyword` is one for dates. A run is two ordinals, of its first and its last day.
    """
    return [
        day
        for period in dates_of(keyword, tracker.index)(record)
        if period is not None
        for day in days_in(period)
    ]


def days_in(period: Period) -> list[int]:
    """Return the days that a date may be, in runs: ordinals of the first and the last day of each.

    >>> days_in(Period("[2024-03-01,2024-05-01]"))
    [738946, 738946, 739007, 739007]
    """
    return [day for run in possible_days(period) for day in run]
