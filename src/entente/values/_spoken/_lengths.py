"""A length of time in the words of a language."""

from __future__ import annotations

from entente.values._spoken._language import Language


def counts_of(months: int, days: int) -> list[tuple[int, str]]:
    """Return the years, months and days of a length, without those that are none.

    >>> counts_of(18, 0)
    [(1, 'Y'), (6, 'M')]
    """
    years, rest = divmod(months, 12)
    counts = ((years, "Y"), (rest, "M"), (days, "D"))
    return [(count, unit) for count, unit in counts if count]


def length_words(language: Language, months: int, days: int) -> str:
    """Return a length of time in words, such as "1 year and 6 months"."""
    return language.and_.join(
        language.lengths[unit][count != 1].format(count=count)
        for count, unit in counts_of(months, days)
    )
