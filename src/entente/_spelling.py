"""The known word that a mistyped one is nearest to, as `difflib` finds it and in much less time.

The nearest may say the opposite: "not_held" is like "held", "unmet" like "met". A word is never offered
for one that it negates.
"""

from __future__ import annotations

import re
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

    The nearest is the one that ``difflib.get_close_matches`` would find, of those that are not its
    opposite. To compare two words as
    `difflib` does takes some 20 µs, so a word is compared only if it may be nearer than the nearest so
    far. Two bounds tell: how many letters the two have in common, in any order, and in the same order.

    `steps` counts the work that was done; a step takes some 0.5 µs.

    >>> Spellings(["small-boats", "olympics-security"]).nearest("small-boat")
    'small-boats'
    >>> Spellings(["legal-migration"]).nearest("illegal-migration") is None
    True
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
            nearer = max(found, (matcher.ratio(), known))
            if nearer is not found and not are_opposite(word, known):
                found = nearer
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


# --- opposites -----------------------------------------------------------------------------------

_NEGATIONS: Final = frozenset(
    [
        "not",
        "no",
        "non",
        "un",
        "anti",
        "never",
        "without",
        "nor",
        "neither",
        "none",
        "nobody",
        "cannot",
        "nto",
        "dont",
        "doesnt",
        "didnt",
        "isnt",
        "arent",
        "wasnt",
        "werent",
        "wont",
        "hasnt",
        "havent",
        "failed",
        "fails",
    ]
)
"""Words that turn the meaning of what stands with them."""

_PREFIXES: Final = {
    **dict.fromkeys(("un", "in", "im", "il", "ir", "non", "dis"), "not"),
    **dict.fromkeys(("de", "anti", "counter"), "against"),
    **dict.fromkeys(("ex", "out"), "out"),
    "pre": "before",
    "post": "after",
    "over": "over",
    "under": "under",
}
"""What the beginning of a word does to the rest. Two that differ make opposites of one rest."""

_NEGATING: Final = frozenset({"not", "against"})
"""What makes an opposite of the rest alone, too."""

# Of a shorter rest nobody can say that it is a word.
_SHORTEST_REST: Final = 3
_LETTERS: Final = re.compile(r"[^\W_]+")


def are_opposite(word: str, other: str) -> bool:
    """Tell whether one word says what the other denies, by its words and parts of words.

    >>> are_opposite("not_held", "held"), are_opposite("unmet", "met_on_time")
    (True, True)
    >>> are_opposite("nonbinding", "non-binding"), are_opposite("indentifiers", "identifiers")
    (False, False)
    """
    words, others = _words(word), _words(other)
    if "".join(words) == "".join(others):
        return False
    turns = _negations(words) + _negations(others)
    turns += sum(_turns(each, words, others) for each in words)
    return turns % 2 == 1


def _words(text: str) -> list[str]:
    # "isn't" is one word.
    return _LETTERS.findall(re.sub("['’]", "", text.casefold()))


def _negations(words: list[str]) -> int:
    return sum(each in _NEGATIONS for each in words)


def _turns(each: str, words: list[str], others: list[str]) -> bool:
    """Tell whether a word turns the meaning of one of some others, or is turned by it."""
    return any(
        _is_turned(each, other, others) or _is_turned(other, each, words)
        for other in others
    )


def _is_turned(longer: str, other: str, others: list[str]) -> bool:
    """Tell whether a word is the opposite of another by how it begins.

    What stands apart in the other one turns nothing here: "inforce" is "in_force". A negation that
    stands apart is counted by itself.
    """
    return any(
        longer.startswith(prefix)
        and (prefix not in others or prefix in _NEGATIONS)
        and _is_opposite_rest(longer.removeprefix(prefix), other, sense)
        for prefix, sense in _PREFIXES.items()
    )


def _is_opposite_rest(rest: str, other: str, sense: str) -> bool:
    if len(rest) < _SHORTEST_REST:
        return False
    if sense in _NEGATING and _begin_alike(rest, other):
        return True
    return any(
        other.startswith(prefix)
        and other_sense != sense
        and _begin_alike(rest, other.removeprefix(prefix))
        for prefix, other_sense in _PREFIXES.items()
    )


def _begin_alike(rest: str, other: str) -> bool:
    return rest[:_SHORTEST_REST] == other[:_SHORTEST_REST]


# --- how much two words have in common -----------------------------------------------------------


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
