"""Words for messages: articles, suggestions, and values cut to a length that can be read."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Final

LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair: a text that holds one can stand in no file."""


def with_article(noun: str) -> str:
    """Put the article before a noun.

    >>> with_article("agreement"), with_article("party")
    ('an agreement', 'a party')
    """
    return f"{'an' if noun[0] in 'aeiouAEIOU' else 'a'} {noun}"


def in_words(name: str) -> str:
    """Write the name of a class as words.

    >>> in_words("MeetingForm")
    'meeting form'
    """
    return "".join(
        f" {letter.lower()}" if letter.isupper() else letter for letter in name
    ).strip()


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return a question that names the one of `known` most like `word`, or None if none is like it.

    >>> did_you_mean("small-boat", ["small-boats", "olympics-security"])
    "did you mean 'small-boats'?"
    """
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else None


def shorten(value: object, limit: int = 80) -> str:
    """Return `value` as it would be typed, cut in the middle beyond `limit` characters.

    >>> shorten("x" * 500, limit=20)
    "'xxxxxxxx…xxxxxxxxx'"
    """
    # Cut first: the repr of a hostile value may cost much, or more than Python allows.
    if isinstance(value, str) and len(value) > limit * 3:
        value = value[: limit * 2] + value[-limit:]
    if isinstance(value, int) and value.bit_length() > limit * 4:
        return f"a number of {value.bit_length()} bits"
    shown = repr(value)
    if len(shown) <= limit:
        return shown
    return f"{shown[: (limit - 1) // 2]}…{shown[-(limit // 2) :]}"
