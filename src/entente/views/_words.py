"""How views put numbers, words of a list and the two clocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from entente.values._period import PeriodLike, definite_day

K = TypeVar("K")


def words_of(word: StrEnum | str) -> str:
    """Write a word of a list as people do.

    >>> words_of("met_on_time")
    'met on time'
    """
    return str(word).replace("_", " ")


def count_text(number: int, noun: str, plural: str = "") -> str:
    """Write a number of things.

    >>> count_text(1, "meeting"), count_text(2, "meeting"), count_text(0, "party", "parties")
    ('1 meeting', '2 meetings', 'no parties')
    """
    return f"{number or 'no'} {noun if number == 1 else plural or noun + 's'}"


def join_words(words: Sequence[str]) -> str:
    """Write words one after another.

    >>> join_words(["a", "b", "c"]), join_words(["a"])
    ('a, b and c', 'a')
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def tally_text(words: Iterable[StrEnum | str]) -> str:
    """Count words, the most frequent first.

    >>> tally_text(["due", "not_due", "due"])
    '2 due, 1 not due'
    """
    return ", ".join(
        f"{count} {words_of(word)}" for word, count in Counter(words).most_common()
    )


def distinct_names(names: Mapping[K, str]) -> dict[K, str]:
    """Put the key beside every name that several have, so that no two things pass for one.

    >>> distinct_names({"us": "President", "fr": "President", "uk": "Home Secretary"})
    {'us': 'President (us)', 'fr': 'President (fr)', 'uk': 'Home Secretary'}
    """
    shared = Counter(names.values())
    return {
        key: f"{name} ({key})" if shared[name] > 1 else name
        for key, name in names.items()
    }


def clock_note(on: PeriodLike | None, as_known: PeriodLike | None) -> str:
    """Say for which day a view holds, and as of which day that was known.

    >>> clock_note("2024-07-01", None), clock_note("2024-07-01", "2024-08-01")
    ('On 2024-07-01, by all that is known.', 'On 2024-07-01, as known on 2024-08-01.')
    >>> clock_note(None, None)
    'By all that is known, whatever its day.'
    """
    day = "" if on is None else f"On {definite_day(on)}, "
    horizon = (
        "by all that is known"
        if as_known is None
        else f"as known on {definite_day(as_known)}"
    )
    said = f"{day}{horizon}{', whatever its day' if on is None else ''}."
    return said[0].upper() + said[1:]
