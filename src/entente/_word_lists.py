"""The base of the closed word lists, whose words compare by their rung on a ladder or not at all.

A word is a string, and strings compare by the alphabet. That puts "agreed" below "aspired" and
"signed" above "in_force", so it is never what was asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache

from entente._text import did_you_mean, in_words, shorten, with_article


class WordList(StrEnum):
    """A closed list of words, which has no order unless `_ladder` gives it one.

    ``==`` compares with plain text, and never raises. ``<``, ``<=``, ``>`` and ``>=`` compare by
    rung, also with plain text. They raise ``TypeError`` for a word that is on no ladder and for what
    is no word of this list, and ``ValueError`` for a text that is none of its words.

    >>> class Size(WordList):
    ...     ODD, SMALL, LARGE = "odd", "small", "large"
    ...
    ...     @classmethod
    ...     def _ladder(cls):
    ...         return (cls.SMALL, cls.LARGE)
    >>> Size.LARGE > Size.SMALL, max("small", Size.LARGE).value
    (True, 'large')
    >>> Size.LARGE > "odd"
    Traceback (most recent call last):
        ...
    TypeError: 'odd' is not on the ladder of a size (small, large); compare it with == or `in`
    """

    @classmethod
    def _ladder(cls) -> Iterable[str]:
        """Return the words that have an order, the lowest first."""
        return ()

    @classmethod
    @cache
    def _rungs(cls) -> Mapping[str, int]:
        return {str(word): rung for rung, word in enumerate(cls._ladder())}

    @classmethod
    def _rung_of(cls, word: str) -> int:
        # A word of another list may have the text of a rung, and what is no text may have no hash.
        is_other = isinstance(word, WordList) and not isinstance(word, cls)
        is_text = isinstance(word, str)  # pyright: ignore[reportUnnecessaryIsInstance]
        rung = cls._rungs().get(word) if is_text and not is_other else None
        if rung is None:
            raise cls._refusal(word)
        return rung

    @classmethod
    def _refusal(cls, word: object) -> TypeError | ValueError:
        """Return the error that says why a value does not compare with the words of this list."""
        rungs = ", ".join(cls._rungs())
        if not rungs:
            return TypeError(
                f"the words of {cls.__name__} have no order; sort them by `.value`,"
                f" or with key=list({cls.__name__}).index in the order of the list"
            )
        name = with_article(in_words(cls.__name__))
        is_other = isinstance(word, WordList) and not isinstance(word, cls)
        if is_other or not isinstance(word, str):
            return TypeError(
                f"{shorten(word)} does not compare with {name}; use a word of {cls.__name__}"
            )
        if word in list(cls):
            return TypeError(
                f"{str(word)!r} is not on the ladder of {name} ({rungs});"
                f" compare it with == or `in`"
            )
        hint = did_you_mean(word, cls._rungs()) or f"there are {rungs}"
        return ValueError(f"{shorten(word)} is not {name}; {hint}")

    def __lt__(self, other: str) -> bool:
        return self._rung_of(self) < self._rung_of(other)

    def __le__(self, other: str) -> bool:
        return self._rung_of(self) <= self._rung_of(other)

    def __gt__(self, other: str) -> bool:
        return self._rung_of(self) > self._rung_of(other)

    def __ge__(self, other: str) -> bool:
        return self._rung_of(self) >= self._rung_of(other)
