"""Words for messages: articles, lists, suggestions, and values cut to a readable length."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from typing import Final

LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair. UTF-8 cannot encode it, so no file can hold a text with one."""

# Below this likeness difflib suggests words that share little but their letters.
_LIKENESS: Final = 0.6


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


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Ask whether the closest of the `known` words was meant, or return None if none is close.

    >>> did_you_mean("small-boat", ["small-boats", "olympics-security"])
    "did you mean 'small-boats'?"
    """
    close = difflib.get_close_matches(word, known, n=1, cutoff=_LIKENESS)
    return f"did you mean {close[0]!r}?" if close else None


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
