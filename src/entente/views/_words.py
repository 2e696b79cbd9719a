"""How views put numbers, words of a list and the two clocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from entente.values._period import PeriodLike, definite_day

K = TypeVar("K")


def plain(word: StrEnum | str) -> str:
    """Write a word of a list as people do.

    >>> plain("met_on_time")
    'met on time'
    """
    return str(word).replace("_", " ")


def counted(number: int, noun: str, plural: str = "") -> str:
    """Write a number of things.

    >>> counted(1, "meeting"), counted(2, "meeting"), counted(0, "party", "parties")
    ('1 meeting', '2 meetings', 'no parties')
    """
    return f"{number or 'no'} {noun if number == 1 else plural or noun + 's'}"


def listed(words: Sequence[str]) -> str:
    """Write words one after another.

    >>> listed(["a", "b", "c"]), listed(["a"])
    ('a, b and c', 'a')
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def tally(words: Iterable[StrEnum | str]) -> str:
    """Count words, the most frequent first.

    >>> tally(["due", "not_due", "due"])
    '2 due, 1 not due'
    """
    return ", ".join(
        f"{count} {plain(word)}" for word, count in Counter(words).most_common()
    )


def told_apart(names: Mapping[K, str]) -> dict[K, str]:
    """Put the key beside every name that several have, so that no two things pass for one.

    >>> told_apart({"us": "President", "fr": "President", "uk": "Home Secretary"})
    {'us': 'President (us)', 'fr': 'President (fr)', 'uk': 'Home Secretary'}
    """
    shared = Counter(names.values())
    return {
        key: f"{name} ({key})" if shared[name] > 1 else name
        for key, name in names.items()
    }


def clocks(on: PeriodLike | None, as_known: PeriodLike | None) -> str:
    """Say for which day a view holds, and as of which day that was known.

    >>> clocks("2024-07-01", None), clocks("2024-07-01", "2024-08-01")
    ('On 2024-07-01, by all that is known.', 'On 2024-07-01, as known on 2024-08-01.')
    >>> clocks(None, None)
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
