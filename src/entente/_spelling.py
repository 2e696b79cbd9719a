"""The known word that a mistyped one is nearest to, as `difflib` finds it and in much less time."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from heapq import heapify, heappop
from typing import Final

# Below this likeness difflib suggests words that share little but their letters.
_LIKENESS: Final = 0.6
# A longer word was not mistyped: it is something else.
_LONGEST: Final = 100
# How many steps one word is worth.
_MOST_STEPS: Final = 2_000_000
# Letters are told apart by so much of their numbers. It is enough for any alphabet.
_REMAINDERS: Final = 64


class Spellings:
    """Known words, and which of them is nearest to another.

    The nearest is the one that ``difflib.get_close_matches`` would find. To compare two words as
    `difflib` does takes some 20 µs, so a word is compared only if it may be nearer than the nearest so
    far. Two bounds tell: how many letters the two have in common, in any order, and in the same order.

    `steps` counts the work that was done; a step takes some 0.5 µs.

    >>> Spellings(["small-boats", "olympics-security"]).nearest("small-boat")
    'small-boats'
    """

    def __init__(self, known: Iterable[str]) -> None:
        self.steps = 0
        # What is much longer than the longest word is like none.
        longest = _LONGEST * (2 - _LIKENESS) / _LIKENESS
        words = [word for word in known if len(word) <= longest]
        self._words = [(word, len(word), _letters(word)) for word in words]

    def nearest(self, word: str) -> str | None:
        """Return the known word that is most like `word`, or None if none is like it.

        Of several that are alike it is the last in the order of the alphabet. A word of more than
        100 letters is like none, nor is one that takes seconds to compare.
        """
        if not 0 < len(word) <= _LONGEST:
            return None
        found: tuple[float, str] = (_LIKENESS, "")
        steps = len(self._words)
        matcher = SequenceMatcher(None, "", word)
        places = _places(word)
        ahead = self._candidates(word)
        heapify(ahead)
        # As much as the nearest is enough, since of two that are alike the alphabet decides.
        while ahead and -ahead[0][0] >= found[0] and steps <= _MOST_STEPS:
            known = heappop(ahead)[1]
            steps += 2 * len(known)
            common = _in_order(places, len(word), known)
            if 2.0 * common / (len(word) + len(known)) < found[0]:
                continue
            steps += _steps(len(word), len(known))
            matcher.set_seq1(known)
            found = max(found, (matcher.ratio(), known))
        self.steps += steps
        # Where some are left, one of them may be nearer.
        return found[1] or None if steps <= _MOST_STEPS else None

    def _candidates(self, word: str) -> list[tuple[float, str]]:
        """Return the words that may be like it, each with how much at most, negative for a heap."""
        length, letters = len(word), _letters(word)
        # As difflib does: twice the common letters by all letters.
        return [
            (-likeness, known)
            for known, others_length, others in self._words
            if (
                likeness := 2.0
                * (letters & others).bit_count()
                / (length + others_length)
            )
            >= _LIKENESS
        ]


def _steps(length: int, other: int) -> int:
    """Return how many steps difflib takes at most, about, to compare words of two lengths."""
    # It looks for the longest common part, then for that of what is before it and behind it.
    return length * other * min(length, other) // 16


def _letters(word: str) -> int:
    """Return a number with a bit for each letter, and another for each time that it comes again.

    The bits that two such numbers share are no fewer than the letters that the words share.
    """
    bits = 0
    times: dict[int, int] = {}
    for letter in word:
        # Letters with one remainder count as one, which only makes two words look more alike.
        remainder = ord(letter) % _REMAINDERS
        time = times.get(remainder, 0)
        times[remainder] = time + 1
        bits |= 1 << (_REMAINDERS * time + remainder)
    return bits


def _places(word: str) -> dict[str, int]:
    """Return, for each letter, a number with a bit for each place where it stands."""
    places: dict[str, int] = {}
    for place, letter in enumerate(word):
        places[letter] = places.get(letter, 0) | 1 << place
    return places


def _in_order(places: dict[str, int], length: int, other: str) -> int:
    """Return how many letters at most two words share in the same order.

    This is the longest common subsequence, for all places of a word at once (H. Hyyrö, "Bit-parallel
    LCS-length computation revisited", 2004).
    """
    whole = (1 << length) - 1
    free = whole
    for letter in other:
        taken = free & places.get(letter, 0)
        free = (free + taken | free - taken) & whole
    return length - free.bit_count()
