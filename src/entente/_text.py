"""Words for messages: articles, lists, suggestions, and values cut to a readable length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from entente._spelling import Spellings

LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair. UTF-8 cannot encode it, so no file can hold a text with one."""

# The keys of a record and the words of a list are no more than these.
_FEW_WORDS: Final = 200


def with_article(noun: str) -> str:
    """Put the indefinite article before a noun.

    >>> with_article("agreement"), with_article("party")
    ('an agreement', 'a party')
    """
    article = "an" if noun[0] in "aeiouAEIOU" else "a"
    return f"{article} {noun}"


def in_words(class_name: str) -> str:
    """Write the name of a class as words.

    >>> in_words("MeetingForm")
    'meeting form'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", " ", class_name).lower()


def words_of(word: str) -> str:
    """Return a word of a vocabulary as readers write it.

    >>> words_of("met_on_time")
    'met on time'
    """
    return str(word).replace("_", " ")


def either(words: Sequence[str]) -> str:
    """Join words as alternatives.

    >>> either(["office"]), either(["minister", "office", "party"])
    ('office', 'minister, office or party')
    """
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def join_words(words: Sequence[str]) -> str:
    """Join words with commas, the last with "and".

    >>> join_words(["a", "b", "c"]), join_words(["a"]), join_words([])
    ('a, b and c', 'a', '')
    """
    if len(words) <= 1:
        return "".join(words)
    *others, last = words
    return f"{', '.join(others)} and {last}"


def did_you_mean(word: str, known: Iterable[str] | Spellings) -> str | None:
    """Ask whether the closest of the `known` words was meant, or return None if none is close.

    >>> did_you_mean("small-boat", ["small-boats", "olympics-security"])
    "did you mean 'small-boats'?"
    """
    if not isinstance(known, Spellings):
        known = _spellings_of(tuple(known))
    close = known.nearest(word)
    return None if close is None else f"did you mean {close!r}?"


def _spellings_of(words: tuple[str, ...]) -> Spellings:
    # Thousands of faults may ask about the same few keys.
    return _kept(words) if len(words) <= _FEW_WORDS else Spellings(words)


@lru_cache(maxsize=64)
def _kept(words: tuple[str, ...]) -> Spellings:
    return Spellings(words)


def shorten(value: object, limit: int = 80) -> str:
    """Return the repr of `value`, cut in the middle if it is longer than `limit` characters.

    >>> shorten("x" * 500, limit=20)
    "'xxxxxxxx…xxxxxxxxx'"
    """
    # Cut a long text before its repr is made, which could take up to ten times its size.
    if isinstance(value, str) and len(value) > limit * 3:
        value = value[: limit * 2] + value[-limit:]
    # Python refuses to print an integer of more than some thousands of digits.
    if isinstance(value, int) and value.bit_length() > limit * 4:
        return f"a number of {value.bit_length()} bits"
    shown = repr(value)
    if len(shown) <= limit:
        return shown
    # Both halves and the ellipsis together have `limit` characters.
    beginning = shown[: (limit - 1) // 2]
    end = shown[-(limit // 2) :]
    return f"{beginning}…{end}"
