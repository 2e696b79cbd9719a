"""Passages of a text, and the candidates that cite them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from contextlib import suppress
from functools import cached_property
from typing import Final, Generic, TypeVar

from attrs import field, frozen

from entente._dossier import Dossier
from entente._source_text import (
    RepetitiveTextError,
    SourceText,
    WordRange,
    fold,
)
from entente.drafting._rules import Rules
from entente.records import (
    Citation,
    Commitment,
    Metric,
    Range,
    Source,
    Statement,
)

Draftable_co = TypeVar(
    "Draftable_co", bound=Commitment | Statement | Metric, covariant=True
)

_WORD: Final = re.compile(r"\S+")
_SLUG: Final = re.compile(r"[a-z0-9]+")
_AROUND: Final = ' .,;:"“”'


@frozen
class Candidate(Generic[Draftable_co]):
    """A record that a text may call for, to be read and corrected by a person.

    `passage` is what the text says at these `lines` and `characters`, `open` what was left open and why,
    each as one line.
    """

    record: Draftable_co
    passage: str
    lines: Range
    characters: Range
    open: tuple[str, ...] = ()

    @property
    def citation(self) -> Citation:
        """The citation of the passage."""
        return self.record.citations[0]


@frozen
class Passage:
    """A part of a text that ends at whole words, with its place and citation."""

    text: str
    lines: Range
    characters: Range
    citation: Citation


@frozen(eq=False)
class Passages:
    """What cites the parts of a text, and tells of what they are and which are cited already."""

    whole: SourceText
    source: Source
    dossier: Dossier | None
    rules: Rules
    _ids: set[str] = field(factory=set, init=False)

    @cached_property
    def _words(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self.whole.text)]

    @cached_property
    def declared(self) -> frozenset[str]:
        """The ids of the dossier's records."""
        records = () if self.dossier is None else self.dossier.records
        return frozenset(record.id for record in records)

    def passage(self, start: int, stop: int) -> Passage:
        """Return a part of the text, widened to whole words."""
        text = self.whole.text
        first = bisect_right(self._words, (start, len(text))) - 1
        last = bisect_left(self._words, (stop, 0))
        run = WordRange(max(0, first), last)
        characters = self.whole.characters(run)
        words = text[characters.first - 1 : characters.last].split()
        return Passage(
            " ".join(words),
            self.whole.lines(run),
            characters,
            self.whole.citation(run, self.source.id),
        )

    def themes(self, start: int, stop: int) -> tuple[str, ...]:
        """Return the themes of the dossier whose label or alias a passage has."""
        passage = " ".join(self.whole.text[start:stop].casefold().split())
        themes = () if self.dossier is None else self.dossier.themes
        return tuple(
            theme.id
            for theme in themes
            if any(
                re.search(
                    rf"(?<!\w){re.escape(name.casefold())}(?!\w)", passage
                )
                for name in (theme.label, *theme.aliases)
            )
        )

    def new_id(self, summary: str, kind: str) -> str:
        """Return a new id, made of the first words of a summary, or after its kind."""
        small = self.rules.words("details", "no_ids")
        words = [
            word
            for word in _SLUG.findall(summary.lower())
            if word not in small
        ]
        stem = "-".join(words[:5]) or kind
        id, number = stem, 2
        while id in self._ids or id in self.declared:
            id, number = f"{stem}-{number}", number + 1
        self._ids.add(id)
        return id

    # --- what is held already ------------------------------------------------------------

    def is_held(
        self, candidate: Candidate[Commitment | Statement | Metric]
    ) -> bool:
        """Say whether a record of its kind in the dossier cites a candidate's passage, or half of it."""
        given = candidate.characters
        for held in self._held[type(candidate.record)]:
            shared = min(held.last, given.last) - max(held.first, given.first)
            if 2 * (shared + 1) >= min(len(held), len(given)):
                return True
        return False

    @cached_property
    def _held(self) -> dict[type, list[Range]]:
        """The characters that the records of each kind cite."""
        held: dict[type, list[Range]] = {
            Commitment: [],
            Statement: [],
            Metric: [],
        }
        for record in () if self.dossier is None else self.dossier.records:
            if not isinstance(record, Commitment | Statement | Metric):
                continue
            for citation in _citations(record):
                if citation.source == self.source.id:
                    held[type(record)] += self._characters(citation)
        return held

    def _characters(self, citation: Citation) -> list[Range]:
        if citation.characters is not None:
            return [citation.characters]
        passages: list[WordRange] = []
        with suppress(RepetitiveTextError):
            if citation.fingerprint is not None:
                passages = list(self.whole.find(citation.fingerprint))
            elif citation.quote is not None:
                passages = list(self.whole.find_words(fold(citation.quote)))
        return [self.whole.characters(passage) for passage in passages]


def _citations(
    record: Commitment | Statement | Metric,
) -> tuple[Citation, ...]:
    """Return what a record cites; the figures of a metric have citations of their own."""
    if isinstance(record, Metric):
        return (
            *record.citations,
            *[each for part in record.observations for each in part.citations],
            *[each for part in record.targets for each in part.citations],
        )
    return record.citations


def summary_of(words: str) -> str:
    """Return words of a text as a summary: with a capital, and nothing around them.

    >>> summary_of("“send ships,")
    'Send ships'
    """
    summary = words.strip(_AROUND)
    return summary[:1].upper() + summary[1:]
