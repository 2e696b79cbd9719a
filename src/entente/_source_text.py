"""The text of a source as it is compared: its words, its places, and the passages in it.

Words are compared with plain quotes and dashes, and punctuation belongs to the word that it touches.
`entente.evidence` says what counts as a place.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from attrs import field, frozen

from entente._comparing import as_compared
from entente.errors import EvidenceError
from entente.records._parts import Citation, Range

# Punctuation belongs to the word that it touches.
_WORD: Final = re.compile(r"\S+")

# What may touch a word in a text and be left out of a quote. Signs that change what a word means,
# such as those of a minus or a percentage, are not among it.
_PUNCTUATION: Final = ".,;:!?…¡¿\"'()[]{}«»‹›、。，；：！？「」『』（）،؛؟"

# Editors, browsers and PDFs swap these for each other, and nobody means another passage by it.
_TYPOGRAPHY: Final = str.maketrans(
    dict.fromkeys("‘’‚‛", "'")
    | dict.fromkeys("“”„‟", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
)

# The checksum covers so many words: enough to make candidates rare, so that few need a digest.
# Published fingerprints depend on it; it cannot change.
_HEAD_WORDS: Final = 3


# A text that repeats itself over and over has very many passages with the same first words. It is
# given up once reading them has taken as long as reading the text so many times.
_MOST_READINGS: Final = 64


class RepetitiveTextError(Exception):
    """A text repeats itself so often that finding a fingerprint would take very long."""


def fold(passage: str) -> list[str]:
    """Return the words of a passage as they are compared, with plain quotes and dashes."""
    return as_compared(passage).translate(_TYPOGRAPHY).split()


def refuse_no_words(words: list[str]) -> None:
    """Raise an `EvidenceError` for a passage that has no words."""
    if not words:
        raise EvidenceError("a passage without words has no fingerprint")


def _bare(word: str) -> str:
    """Return a word without the punctuation that touches it."""
    return word.strip(_PUNCTUATION)


def fingerprint_of(words: list[str]) -> str:
    """Return the fingerprint of a passage of these words, as `fold` returns them."""
    checksum = _checksum(words[:_HEAD_WORDS])
    return f"{len(words)}:{checksum:08x}:{_digest(words)}"


def _checksum(words: list[str]) -> int:
    head = " ".join(words).encode("utf-8", "surrogatepass")
    return zlib.crc32(head)


def _digest(words: list[str]) -> str:
    passage = " ".join(words).encode("utf-8", "surrogatepass")
    return hashlib.sha256(passage).hexdigest()[:16]


def _names(words: list[str], length: int) -> list[int]:
    """Number the runs of so many words, equal runs alike.

    Runs of twice the length are numbered by the numbers of their halves, so that a long run takes
    no longer than a short one.
    """
    known: dict[object, int] = {}
    names = [known.setdefault(word, len(known)) for word in words]
    reached = 1
    while reached < length:
        step = min(reached, length - reached)
        pairs: dict[object, int] = {}
        names = [
            pairs.setdefault(pair, len(pairs))
            for pair in zip(names, names[step:], strict=False)
        ]
        reached += step
    return names


def _with_plain_lines(text: str) -> str:
    """Return a text as it is compared, with a line feed at the end of each line."""
    return as_compared(text.replace("\r\n", "\n").replace("\r", "\n"))


@frozen
class WordRange:
    """Consecutive words of a text: the number of the first, and that of the one after the last."""

    start: int
    stop: int


@frozen(eq=False)
class SourceText:
    """The text of a source as it is compared, indexed so that passages are found quickly.

    `_starts` maps a number of words, at most `_HEAD_WORDS`, to the checksums of all runs of so many
    words, and these to the words at which the runs start; `_bare_starts` does so with the words
    themselves, without punctuation. `_named` has the numbers of all runs of one length. Each is
    filled when it is first needed.
    """

    text: str = field(converter=_with_plain_lines)
    _starts: dict[int, dict[int, list[int]]] = field(init=False, factory=dict)
    _bare_starts: dict[int, dict[tuple[str, ...], list[int]]] = field(
        init=False, factory=dict
    )
    _named: dict[int, list[int]] = field(init=False, factory=dict)

    @cached_property
    def words(self) -> list[str]:
        """The words of the text."""
        return self.text.translate(_TYPOGRAPHY).split()

    @cached_property
    def _bare_words(self) -> list[str]:
        return [_bare(word) for word in self.words]

    @cached_property
    def _word_spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self.text)]

    @cached_property
    def _line_breaks(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self.text)]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        """Where the first line of each paragraph starts, if empty lines part them."""
        starts: list[int] = []
        position, is_between = 0, True
        for line in self.text.split("\n"):
            is_empty = not line.strip()
            if is_between and not is_empty:
                starts.append(position)
            is_between = is_empty
            position += len(line) + 1
        return starts

    # --- passages ----------------------------------------------------------------------------

    def find(self, wanted: str) -> Iterator[WordRange]:
        """Find all passages that have a fingerprint.

        Raises `RepetitiveTextError` if the text repeats itself so often that it would take long.
        """
        word_count, checksum, digest = wanted.split(":")
        length = int(word_count)
        heads = self._heads(min(length, _HEAD_WORDS))
        starts = heads.get(int(checksum, 16), [])
        is_it: dict[int, bool] = {}
        most = _MOST_READINGS * max(1, len(self.words) // length)
        for count, start in enumerate(starts):
            if start + length > len(self.words):
                return
            # As a rule there are a few. Of very many, equal ones are compared once.
            name = -1 - start
            if count * length > len(self.words):
                name = self._names_of(length)[start]
            if name not in is_it:
                if len(is_it) > most:
                    raise RepetitiveTextError
                passage = self.words[start : start + length]
                is_it[name] = _digest(passage) == digest
            if is_it[name]:
                yield WordRange(start, start + length)

    def find_words(
        self, words: list[str], *, since: int = 0
    ) -> Iterator[WordRange]:
        """Find all passages of these words, the first of which is no earlier than `since`.

        The punctuation that touches the passage in the text may be missing.
        """
        length, inner = len(words), words[1:-1]
        head = tuple([_bare(word) for word in words[:_HEAD_WORDS]])
        starts = self._bare_heads(len(head)).get(head, [])
        names: list[int] = []
        first = bisect_left(starts, since)
        # Not a slice, which would copy the starts for each of many citations.
        for count in range(len(starts) - first):
            start = starts[first + count]
            stop = start + length
            if stop > len(self.words):
                return
            if not inner or count * length <= len(self.words):
                is_same = self.words[start + 1 : stop - 1] == inner
            else:
                names = names or _names([*self.words, *inner], len(inner))
                is_same = names[start + 1] == names[-1]
            if is_same and self._has_ends(start, words):
                yield WordRange(start, stop)

    def _has_ends(self, start: int, words: list[str]) -> bool:
        """Say whether a run begins and ends with the first and the last of some words."""
        first, last = self.words[start], self.words[start + len(words) - 1]
        if (first, last) == (words[0], words[-1]):
            return True
        if len(words) == 1:
            before, found, after = first.partition(words[0])
            return bool(found) and not _bare(before + after)
        missing_before = first.removesuffix(words[0])
        missing_after = last.removeprefix(words[-1])
        return (
            first.endswith(words[0])
            and last.startswith(words[-1])
            and not _bare(missing_before + missing_after)
        )

    def holding(
        self, passages: Iterable[WordRange], words: list[str]
    ) -> Iterator[WordRange]:
        """Choose the passages that hold some words, which may lack punctuation at their ends."""
        held: Iterator[WordRange] | None = None
        words_at: WordRange | None = None
        for passage in passages:
            if held is None:
                held = self.find_words(words, since=passage.start)
                words_at = next(held, None)
            # Passages and words come in the order of the text.
            while words_at is not None and words_at.start < passage.start:
                words_at = next(held, None)
            if words_at is None:
                return
            if words_at.stop <= passage.stop:
                yield passage

    def nearest(self, words: list[str]) -> WordRange | None:
        """Find the first run of as many words that shares most with these, if it shares half of them.

        Capitals, punctuation and the order of the words make no difference.
        """
        wanted = Counter(_bare(word).casefold() for word in words)
        lacking = wanted.copy()
        run = [word.casefold() for word in self._bare_words]
        length = len(words)
        shared = most = end = 0
        for position, word in enumerate(run):
            shared += lacking[word] > 0
            lacking[word] -= 1
            if position >= length:
                left = run[position - length]
                lacking[left] += 1
                shared -= lacking[left] > 0
            if shared > most:
                most, end = shared, position + 1
        if 2 * most < length or not most:
            return None
        start = max(0, end - length)
        # What follows is as near as what goes before, and reads on from the words that were found.
        while run[start] not in wanted and end < len(run):
            start, end = start + 1, end + 1
        return WordRange(start, end)

    def words_at(self, characters: Range) -> WordRange | None:
        """Return the words at some characters, or None if there are none, or one is cut."""
        start = bisect_left(self._word_spans, (characters.first - 1, 0))
        stop = bisect_left(self._word_spans, (characters.last, 0))
        if start == stop:
            return None
        _, before = self._word_spans[start - 1] if start else (0, 0)
        _, end = self._word_spans[stop - 1]
        is_cut = before >= characters.first or end > characters.last
        return None if is_cut else WordRange(start, stop)

    def shown(self, passage: WordRange) -> str:
        """Return the words of a passage as they are in the text, with single spaces."""
        characters = self.characters(passage)
        return " ".join(
            self.text[characters.first - 1 : characters.last].split()
        )

    def _heads(self, length: int) -> dict[int, list[int]]:
        """Return where runs of so many words start, by their checksum."""
        if length not in self._starts:
            starts: dict[int, list[int]] = {}
            for start in range(len(self.words) - length + 1):
                checksum = _checksum(self.words[start : start + length])
                starts.setdefault(checksum, []).append(start)
            self._starts[length] = starts
        return self._starts[length]

    def _bare_heads(self, length: int) -> dict[tuple[str, ...], list[int]]:
        """Return where runs of so many words start, by the words without their punctuation."""
        if length not in self._bare_starts:
            runs = zip(
                *[self._bare_words[offset:] for offset in range(length)],
                strict=False,
            )
            starts: dict[tuple[str, ...], list[int]] = {}
            for start, run in enumerate(runs):
                starts.setdefault(run, []).append(start)
            self._bare_starts[length] = starts
        return self._bare_starts[length]

    def _names_of(self, length: int) -> list[int]:
        """Return the numbers of the runs of so many words, of which equal ones have the same."""
        if length not in self._named:
            # They take much memory, and most texts need none.
            self._named.clear()
            self._named[length] = _names(self.words, length)
        return self._named[length]

    # --- places ------------------------------------------------------------------------------

    def lines(self, passage: WordRange) -> Range:
        """Return the lines of a passage, counted from 1."""
        characters = self.characters(passage)
        return Range(self._line(characters.first), self._line(characters.last))

    def characters(self, passage: WordRange) -> Range:
        """Return the characters of a passage, counted from 1."""
        first, _ = self._word_spans[passage.start]
        _, stop = self._word_spans[passage.stop - 1]
        return Range(first + 1, stop)

    def characters_of_lines(self, lines: Range) -> Range:
        """Return the characters of lines that the text has."""
        breaks = [-1, *self._line_breaks, len(self.text)]
        return Range(breaks[lines.first - 1] + 2, breaks[lines.last] + 1)

    def characters_of_paragraphs(self, paragraphs: Range) -> Range | None:
        """Return the characters of paragraphs that the text has, or None if no empty lines part them."""
        if not self._are_paragraphs_parted:
            return None
        starts = [*self._paragraph_starts, len(self.text)]
        return Range(starts[paragraphs.first - 1] + 1, starts[paragraphs.last])

    def _paragraphs(self, passage: WordRange) -> Range:
        characters = self.characters(passage)
        starts = self._paragraph_starts
        return Range(
            bisect_left(starts, characters.first),
            bisect_left(starts, characters.last),
        )

    def _line(self, character: int) -> int:
        return bisect_left(self._line_breaks, character - 1) + 1

    @property
    def _are_paragraphs_parted(self) -> bool:
        return len(self._paragraph_starts) > 1

    def has_place(self, citation: Citation) -> bool:
        """Say whether a citation has a place that a passage can be compared with."""
        has_paragraphs = citation.paragraphs is not None
        return (
            citation.lines is not None
            or citation.characters is not None
            or (has_paragraphs and self._are_paragraphs_parted)
        )

    def is_where_cited(self, passage: WordRange, citation: Citation) -> bool:
        """Say whether a passage has the cited characters, within the cited lines and paragraphs."""
        characters = citation.characters
        if characters is not None and characters != self.characters(passage):
            return False
        if not is_within(self.lines(passage), citation.lines):
            return False
        if citation.paragraphs is None or not self._are_paragraphs_parted:
            return True
        return is_within(self._paragraphs(passage), citation.paragraphs)

    def explain_beyond(self, citation: Citation) -> str | None:
        """Explain which cited place is beyond the end of the text; return None if none is."""
        places = (
            ("line", citation.lines, self._count_lines),
            ("paragraph", citation.paragraphs, self._count_paragraphs),
            ("character", citation.characters, self._count_characters),
        )
        for noun, cited, count in places:
            if cited is not None and cited.last > count():
                return (
                    f"{citation.source!r} has {count()} {_in_plural(noun, count())},"
                    f" but the citation is of {_in_plural(noun, len(cited))} {cited}"
                )
        return None

    def _count_characters(self) -> int:
        return len(self.text)

    def _count_lines(self) -> int:
        # What follows the end of the last line is no line.
        is_ended = not self.text or self.text.endswith("\n")
        return len(self._line_breaks) + (0 if is_ended else 1)

    def _count_paragraphs(self) -> int:
        if self._are_paragraphs_parted:
            return len(self._paragraph_starts)
        return sum(1 for line in self.text.split("\n") if line.strip())

    def citation(self, passage: WordRange, source: str) -> Citation:
        """Return a citation of a passage, with its lines, characters and fingerprint."""
        return Citation(
            source=source,
            lines=self.lines(passage),
            characters=self.characters(passage),
            fingerprint=fingerprint_of(
                self.words[passage.start : passage.stop]
            ),
        )


def is_within(place: Range, cited: Range | None) -> bool:
    """Say whether lines or paragraphs are among those cited, if any are."""
    return cited is None or (
        cited.first <= place.first and place.last <= cited.last
    )


def in_lines(lines: Range) -> str:
    """Name some lines.

    >>> in_lines(Range(2, 3))
    'lines 2-3'
    """
    return f"{_in_plural('line', len(lines))} {lines}"


def _in_plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"
