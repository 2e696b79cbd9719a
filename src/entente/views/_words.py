"""Counts, lists, names and clocks as words, for every view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from entente._text import words_of
from entente.records._wording import day_text
from entente.values._period import PeriodLike, definite_day

K = TypeVar("K")


def count_text(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun.

    >>> count_text(1, "meeting"), count_text(2, "meeting"), count_text(0, "party", "parties")
    ('1 meeting', '2 meetings', 'no parties')
    """
    if number == 1:
        return f"1 {noun}"
    amount = "no" if number == 0 else str(number)
    nouns = f"{noun}s" if plural is None else plural
    return f"{amount} {nouns}"


def join_parts(parts: Iterable[str | None]) -> str:
    """Join the parts that are not empty with commas.

    >>> join_parts(["readout", "", "Home Office"])
    'readout, Home Office'
    """
    return ", ".join(filter(None, parts))


def tally_text(words: Iterable[StrEnum | str]) -> str:
    """Return how often each word occurs, the most frequent first.

    >>> tally_text(["due", "not_due", "due"])
    '2 due, 1 not due'
    """
    counts = Counter(words).most_common()
    return ", ".join(f"{count} {words_of(word)}" for word, count in counts)


def distinct_names(names: Mapping[K, str]) -> dict[K, str]:
    """Add its key to every name that occurs more than once.

    >>> distinct_names({"us": "President", "fr": "President", "uk": "Home Secretary"})
    {'us': 'President (us)', 'fr': 'President (fr)', 'uk': 'Home Secretary'}
    """
    counts = Counter(names.values())
    return {
        key: f"{name} ({key})" if counts[name] > 1 else name
        for key, name in names.items()
    }


def clock_note(on: PeriodLike | None, as_known: PeriodLike | None) -> str:
    """Return the note on the two clocks: the day that a view describes, and when it was known.

    Raises `entente.errors.QueryError` if either is not a definite day.

    >>> clock_note("2024-07-01", None)
    'As of 1 July 2024, from everything on record.'
    >>> clock_note("2024-07-01", "2024-08-01")
    'As of 1 July 2024, from what was known on 1 August 2024.'
    >>> clock_note(None, None)
    'For all dates, from everything on record.'
    """
    if as_known is None:
        knowledge = "everything on record"
    else:
        knowledge = f"what was known on {day_text(definite_day(as_known))}"
    dates = (
        "For all dates"
        if on is None
        else f"As of {day_text(definite_day(on))}"
    )
    return f"{dates}, from {knowledge}."
