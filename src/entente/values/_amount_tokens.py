"""Words of an amount as tokens, and a reader that steps through them."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from typing import NamedTuple, NoReturn, TypeVar

from entente.errors import QuantityError

_Value = TypeVar("_Value")

_MAX_PHRASE = 6
"""The most words and signs that a phrase of the vocabulary has."""


class Token(NamedTuple):
    """A word, a number or a sign: as it is written, folded, and how it joins what is before it."""

    text: str
    key: str
    is_glued: bool

    @property
    def is_number(self) -> bool:
        return "0" <= self.text[:1] <= "9"

    @property
    def spaced(self) -> str:
        """The text, after the space that separates it from what is before it."""
        return self.text if self.is_glued else f" {self.text}"


_NO_TOKEN = Token("", "", is_glued=False)

# Patterns are compiled when they are first used, as few programs read words.

# A number in groups of three, unless a word is joined to the last ("12 155mm shells"); any other
# number with its separators, which are checked apart; a word; any other sign.
_WORD_PATTERN = r"""[1-9][0-9]{0,2}(?:\ [0-9]{3})+(?:[.,][0-9]{1,2})?(?![0-9.,'])
        (?!-?(?!(?:[kmb]|bn|mn)\b)[^\W\d_])
    |[0-9]+(?:[.,'][0-9]+)*
    |[^\W\d_]+(?:['.&][^\W\d_]+)*[.$¥]?
    |\S"""
_SIGNS = str.maketrans(
    {"–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "’": "'", "‘": "'"}
)


def tokens_of(words: str) -> tuple[Token, ...]:
    """Return the words, numbers and signs of a text.

    >>> [token.text for token in tokens_of("US$ 5,000-strong")]
    ['US$', '5,000', '-', 'strong']
    """
    text = " ".join(words.translate(_SIGNS).split()).rstrip(".,;")
    tokens: list[Token] = []
    end = -1
    for match in re.finditer(_WORD_PATTERN, text, re.IGNORECASE | re.VERBOSE):
        # "U.S." and "US", "approx." and "approx" are the same word.
        is_word = match[0][0].isalpha()
        key = match[0].lower().replace(".", "") if is_word else match[0]
        tokens.append(Token(match[0], key, is_glued=match.start() == end))
        end = match.end()
    return tuple(tokens)


class TokenReader:
    """Words, and how far they have been read.

    Offsets count from the next word: ``key(-1)`` is the last that was read.
    """

    def __init__(self, words: str) -> None:
        self.words = words
        self.tokens = tokens_of(words)
        self.position = 0

    def is_end(self) -> bool:
        return self.position >= len(self.tokens)

    def token(self, offset: int) -> Token:
        """Return the token at a distance from the next one, or an empty one outside of the words."""
        index = self.position + offset
        if 0 <= index < len(self.tokens):
            return self.tokens[index]
        return _NO_TOKEN

    def key(self, offset: int = 0) -> str:
        return self.token(offset).key

    def text(self, offset: int = 0) -> str:
        return self.token(offset).text

    def is_glued(self, offset: int = 0) -> bool:
        return self.token(offset).is_glued

    def longest(self, table: Container[str], offset: int = 0) -> int:
        """Return how many words the longest phrase of a table has that comes next, or zero."""
        start = self.position + offset
        tokens = self.tokens[start : start + _MAX_PHRASE]
        keys = [token.key for token in tokens]
        while keys and " ".join(keys) not in table:
            keys.pop()
        return len(keys)

    def phrase(self, length: int) -> str:
        """Return the next words, as the tables have them."""
        tokens = self.tokens[self.position : self.position + length]
        return " ".join(token.key for token in tokens)

    def take(self, table: Mapping[str, _Value]) -> _Value | None:
        """Step over the longest phrase of a table that comes next, and return its value."""
        length = self.longest(table)
        if not length:
            return None
        value = table[self.phrase(length)]
        self.position += length
        return value

    def take_joined(self, table: Mapping[str, _Value]) -> _Value | None:
        """Do as `take`, also after a hyphen, as in "36-per-cent"."""
        start = self.position
        self.skip({"-"})
        value = self.take(table)
        if value is None:
            self.position = start
        return value

    def skip(self, phrases: Container[str]) -> bool:
        """Step over the longest of some phrases that comes next; return whether there was one."""
        length = self.longest(phrases)
        self.position += length
        return length > 0

    def refuse(self, reason: str) -> NoReturn:
        raise QuantityError(self.words, reason)
