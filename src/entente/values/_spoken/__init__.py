"""Dates, lengths of time and amounts in plain words, in several languages.

Each language is one module here, named by its code, that holds one `LANGUAGE`; a further one is
added to `LOCALES`. Words say no more and no less than the value: what a language has no short
words for is written out.
"""

from __future__ import annotations

import datetime
import functools
import importlib
from typing import Final

from entente.errors import QueryError
from entente.values._interval import Interval
from entente.values._spoken._amounts import AmountSpeaker
from entente.values._spoken._dates import DateSpeaker
from entente.values._spoken._language import Language
from entente.values._spoken._lengths import length_words

LOCALES: Final = ("en", "fr")
"""The codes of the languages that are spoken."""


@functools.cache
def language_of(locale: str) -> Language:
    """Return the words of a language. Raises `QueryError` if it is not spoken.

    >>> language_of("fr").months[4]
    'mai'
    """
    if locale not in LOCALES:
        spoken = " and ".join(map(repr, LOCALES))
        raise QueryError(
            f"{locale!r} is not a language that is spoken here; {spoken} are"
        )
    module = importlib.import_module(f"entente.values._spoken.{locale}")
    language: Language = module.LANGUAGE
    return language


@functools.lru_cache(maxsize=16_384)
def date_words(
    edtf: str, as_of: datetime.date | None, stated: str | None, locale: str
) -> str:
    """Return a date or a span in words, once per distinct one.

    >>> date_words("2024-05-14", None, None, "fr")
    '14 mai 2024'
    """
    return DateSpeaker(language_of(locale)).words(edtf, as_of, stated)


def duration_words(months: int, days: int, locale: str) -> str:
    """Return a length of time in words.

    >>> duration_words(18, 0, "fr")
    '1 an et 6 mois'
    """
    return length_words(language_of(locale), months, days)


def amount_words(
    interval: Interval,
    unit: str,
    *,
    approximate: bool,
    is_change: bool,
    rate: tuple[int, int] | None,
    locale: str,
) -> str:
    """Return an amount in words; a rate is given as its months and days."""
    return AmountSpeaker(language_of(locale)).words(
        interval,
        unit,
        approximate=approximate,
        is_change=is_change,
        rate=rate,
    )
