"""Compare citations with the texts that they cite, without storing the texts.

A fingerprint identifies a passage without repeating it. It gives the number of words, a checksum of
the first few, and a digest of them all, such as ``9:5c1d2b7e:1f0e3dad99908345``. White space,
typographic quotes and dashes make no difference to it; any other change does. Whoever has the text
can check a citation, find its passage when the text has moved, and see when it is gone. `verify`
only reports what it finds; it never changes a citation.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Final, NamedTuple

from attrs import field, frozen

from entente._coherence import locations
from entente._dossier import Dossier, index_of
from entente._text import shorten
from entente._word_lists import WordList
from entente.errors import EvidenceError, Location, Problem, Severity
from entente.records._model import Source
from entente.records._parts import Citation, Range
from entente.records._walk import citations

__all__ = ["CitationState", "Finding", "cite", "fingerprint", "verify"]

# Punctuation belongs to the word that it touches.
_WORD: Final = re.compile(r"\S+")

# Editors, browsers and PDFs swap these for each other, and nobody means another passage by it.
_TYPOGRAPHY: Final = str.maketrans(
    dict.fromkeys("‘’‚‛", "'")
    | dict.fromkeys("“”„‟", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
)

# The checksum covers so many words: enough to make candidates rare, so that few need a digest.
# Published fingerprints depend on it; it cannot change.
_HEAD_WORDS: Final = 3


class CitationState(WordList):
    """Whether a cited passage is where its citation says.

    >>> CitationState.MOVED.value
    'moved'
    """

    OK = "ok"
    """It is at the lines and characters cited; cited paragraphs are not checked."""
    MOVED = "moved"
    """It occurs once in the text, but not where the citation says."""
    AMBIGUOUS = "ambiguous"
    """It occurs several times, and the citation does not say which is meant."""
    MISSING = "missing"
    """It is not in the text."""
    UNVERIFIABLE = "unverifiable"
    """The text is not available, or the citation has neither a fingerprint nor a quote."""


_PROBLEMS: Final = {
    CitationState.MOVED: (
        Severity.WARNING,
        "the passage of {source!r} has moved to {lines}",
    ),
    CitationState.AMBIGUOUS: (
        Severity.WARNING,
        "the passage occurs several times in {source!r}",
    ),
    CitationState.MISSING: (
        Severity.ERROR,
        "the passage is not in {source!r}",
    ),
    # What cannot be verified is a question, not a fault.
    CitationState.UNVERIFIABLE: (
        Severity.INFO,
        "the text of {source!r} is not available, or no fingerprint is given",
    ),
}


@frozen(kw_only=True)
class Finding:
    """The state of one citation: in which record, at which path, and where the passage is now.

    >>> citation = Citation(source="notice")
    >>> missing = CitationState.MISSING
    >>> finding = Finding(record="again", path=(), citation=citation, state=missing)
    >>> print(finding.problem())
    (again): the passage is not in 'notice'
    """

    record: str
    path: Location
    citation: Citation = field(repr=False)
    state: CitationState
    lines: Range | None = None
    """The lines of the passage, if it was found in one place."""

    def problem(self) -> Problem | None:
        """Return the finding as a problem, or None if the citation is in order.

        A passage that is gone is an error, one that moved a warning, and a citation that cannot be
        verified an info.
        """
        if self.state is CitationState.OK:
            return None
        severity, message = _PROBLEMS[self.state]
        noun = (
            "line"
            if self.lines is not None and len(self.lines) == 1
            else "lines"
        )
        return Problem(
            message=message.format(
                source=self.citation.source,
                lines=f"{noun} {self.lines}",
            ),
            rule="citation",
            severity=severity,
            record=self.record,
            path=self.path,
        )


def fingerprint(passage: str) -> str:
    r"""Return the fingerprint of a passage. Raises `EvidenceError` if it has no words.

    >>> fingerprint("They will — soon —\n  “meet”.") == fingerprint('They will - soon - "meet".')
    True
    >>> fingerprint("They will meet.") == fingerprint("They will not meet.")
    False
    """
    words = _fold(passage)
    if not words:
        raise EvidenceError("a passage without words has no fingerprint")
    checksum = _checksum(words[:_HEAD_WORDS])
    return f"{len(words)}:{checksum:08x}:{_digest(words)}"


def verify(
    dossier: Dossier, *, sources: str | PathLike[str] | Mapping[str, str]
) -> tuple[Finding, ...]:
    r"""Compare every citation of a dossier, and every source's own fingerprint, with the texts.

    `sources` maps the ids of sources to their texts, or is a folder of UTF-8 files ``ID.txt``.
    Findings come in the order of the records. The time it takes grows with the texts and the
    citations, not with their product. Raises `EvidenceError` if a text cannot be read or the folder
    holds no text of a source, and `entente.errors.UnknownIdError` if an id is not that of a source.

    >>> from entente import Commitment, Source, SourceKind
    >>> text = "The ministers met.\nThey agreed to meet again in spring.\n"
    >>> citation = cite(text, "meet again", source="notice")
    >>> commitment = Commitment(id="again", summary="Meet again.", citations=(citation,))
    >>> dossier = Dossier([Source(id="notice", title="Notice", kind=SourceKind.PRESS_NOTICE), commitment])
    >>> [finding] = verify(dossier, sources={"notice": "Corrected.\n" + text})
    >>> finding.state.value, str(finding.lines)
    ('moved', '3')
    """
    _refuse_unrelated_texts(dossier, sources)
    queries = list(_queries(dossier))
    positions_of: dict[str, list[int]] = {}
    for position, query in enumerate(queries):
        positions_of.setdefault(query.citation.source, []).append(position)

    findings: dict[int, Finding] = {}
    # One text after another, since each takes much memory while it is searched.
    for source, positions in positions_of.items():
        text = _text_of(source, sources)
        for position in positions:
            findings[position] = _find(queries[position], text)
    return tuple([findings[position] for position in range(len(queries))])


def cite(text: str, words: str, *, source: str) -> Citation:
    r"""Make a citation of the passage in `text` that consists of these words.

    The citation has the lines, characters and fingerprint of the passage. Raises `EvidenceError`
    unless the words occur exactly once.

    >>> cite("The ministers met.\nThey agreed to meet again.", "agreed to  meet", source="notice").lines
    Range(first=2, last=2)
    """
    whole = SourceText(text)
    found = whole.find(fingerprint(words))
    if len(found) == 1:
        return whole.citation(found[0], source)
    shown = shorten(words)
    if found:
        raise EvidenceError(
            f"the words {shown} occur {len(found)} times in the text"
        )
    # "summer" is in "before the summer." only as part of a word, for the full stop belongs to it.
    if " ".join(_fold(words)) in " ".join(whole.words):
        hint = "include the punctuation that touches them"
        raise EvidenceError(
            f"the words {shown} are not in the text as whole words; {hint}"
        )
    raise EvidenceError(f"the words {shown} are not in the text")


# --- reading texts -------------------------------------------------------------------------------


def _refuse_unrelated_texts(
    dossier: Dossier, sources: str | PathLike[str] | Mapping[str, str]
) -> None:
    """Raise an error for a mistyped id or folder, before it makes citations unverifiable."""
    if isinstance(sources, Mapping):
        for id in sources:
            index_of(dossier).require(id, ("source",))
        return
    folder = Path(sources)
    if not folder.is_dir():
        raise EvidenceError(f"{folder}: there is no such folder of texts")
    ids = dossier.sources.ids
    if ids and not any((folder / f"{id}.txt").exists() for id in ids):
        raise EvidenceError(
            f"{folder}: the folder holds no text of a source, such as {ids[0]}.txt"
        )


def _text_of(
    source: str, sources: str | PathLike[str] | Mapping[str, str]
) -> SourceText | None:
    """Return the text of a source, or None if it is not available."""
    if isinstance(sources, Mapping):
        text = sources.get(source)
    else:
        text = _read(Path(sources) / f"{source}.txt")
    return None if text is None else SourceText(text)


def _read(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise EvidenceError(
            f"{file}: the file is not UTF-8: byte {error.start + 1} cannot be read;"
            " save it as UTF-8"
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise EvidenceError(
            f"{file}: the file cannot be read: {reason.lower()}"
        ) from error


# --- comparing -----------------------------------------------------------------------------------


class _Query(NamedTuple):
    """A citation to look for in the text of its source; `whole` if it is of the whole text."""

    record: str
    path: Location
    citation: Citation
    whole: bool


def _queries(dossier: Dossier) -> Iterator[_Query]:
    records = dossier.records
    for record, location in zip(records, locations(records), strict=True):
        if isinstance(record, Source) and record.fingerprint is not None:
            citation = Citation(
                source=record.id, fingerprint=record.fingerprint
            )
            yield _Query(
                record.id, (*location, "fingerprint"), citation, whole=True
            )
        for path, citation in citations(record):
            yield _Query(record.id, (*location, *path), citation, whole=False)


def _find(query: _Query, text: SourceText | None) -> Finding:
    """Look for a cited passage in the text of its source."""
    lines = None
    if text is None:
        state = CitationState.UNVERIFIABLE
    elif query.whole:
        state = _compare_whole(query.citation, text)
    else:
        state, passage = _locate(query.citation, text)
        if passage is not None:
            lines = text.lines(passage)
    return Finding(
        record=query.record,
        path=query.path,
        citation=query.citation,
        state=state,
        lines=lines,
    )


def _compare_whole(citation: Citation, text: SourceText) -> CitationState:
    """Compare a text with a source's own fingerprint."""
    if text.words and fingerprint(text.text) == citation.fingerprint:
        return CitationState.OK
    return CitationState.MISSING


def _locate(
    citation: Citation, text: SourceText
) -> tuple[CitationState, WordRange | None]:
    """Return the state of a citation, and the passage if it was found in one place."""
    wanted = _wanted_fingerprint(citation)
    if wanted is None:
        return CitationState.UNVERIFIABLE, None
    found = text.find(wanted)
    if citation.quote is not None:
        found = [each for each in found if text.contains(each, citation.quote)]
    in_place = [each for each in found if text.is_where_cited(each, citation)]

    # Two in the cited lines: whichever is meant, it is there. Without lines or characters every
    # passage is "in place", and which of two is meant is not certain.
    has_location = (
        citation.lines is not None or citation.characters is not None
    )
    if len(in_place) == 1 or (in_place and has_location):
        return CitationState.OK, in_place[0]
    if len(found) == 1:
        return CitationState.MOVED, found[0]
    if found:
        return CitationState.AMBIGUOUS, None
    return CitationState.MISSING, None


def _wanted_fingerprint(citation: Citation) -> str | None:
    if citation.fingerprint is not None:
        return citation.fingerprint
    if citation.quote is not None:
        return fingerprint(citation.quote)
    return None


# --- words ---------------------------------------------------------------------------------------


def _fold(passage: str) -> list[str]:
    """Return the words of a passage, with plain quotes and dashes."""
    return passage.translate(_TYPOGRAPHY).split()


def _checksum(words: list[str]) -> int:
    head = " ".join(words).encode("utf-8", "surrogatepass")
    return zlib.crc32(head)


def _digest(words: list[str]) -> str:
    passage = " ".join(words).encode("utf-8", "surrogatepass")
    return hashlib.sha256(passage).hexdigest()[:16]


@frozen
class WordRange:
    """Consecutive words of a text: the number of the first, and that of the one after the last."""

    start: int
    stop: int


@frozen(eq=False)
class SourceText:
    """The text of a source, indexed so that passages are found by their fingerprints.

    `_starts` maps a number of words, at most `_HEAD_WORDS`, to the checksums of all runs of so many
    words, and these to the words at which the runs start. It is filled when it is first needed.
    """

    text: str
    _starts: dict[int, dict[int, list[int]]] = field(init=False, factory=dict)

    @cached_property
    def words(self) -> list[str]:
        return _fold(self.text)

    @cached_property
    def _word_spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self.text)]

    @cached_property
    def _line_breaks(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self.text)]

    def find(self, wanted: str) -> list[WordRange]:
        """Return all passages that have a fingerprint."""
        word_count, checksum, digest = wanted.split(":")
        length = int(word_count)
        candidates = self._heads(min(length, _HEAD_WORDS)).get(
            int(checksum, 16), ()
        )
        return [
            WordRange(start, start + length)
            for start in candidates
            if _digest(self.words[start : start + length]) == digest
        ]

    def _heads(self, length: int) -> dict[int, list[int]]:
        """Return where runs of so many words start, by their checksum."""
        if length not in self._starts:
            starts: dict[int, list[int]] = {}
            for start in range(len(self.words) - length + 1):
                checksum = _checksum(self.words[start : start + length])
                starts.setdefault(checksum, []).append(start)
            self._starts[length] = starts
        return self._starts[length]

    def lines(self, passage: WordRange) -> Range:
        """Return the lines of a passage, counted from 1."""
        characters = self.characters(passage)
        return Range(self._line(characters.first), self._line(characters.last))

    def characters(self, passage: WordRange) -> Range:
        """Return the characters of a passage, counted from 1."""
        first, _ = self._word_spans[passage.start]
        _, stop = self._word_spans[passage.stop - 1]
        return Range(first + 1, stop)

    def _line(self, character: int) -> int:
        return bisect_left(self._line_breaks, character - 1) + 1

    def is_where_cited(self, passage: WordRange, citation: Citation) -> bool:
        """Say whether a passage has the cited characters, and is within the cited lines."""
        characters = citation.characters
        if characters is not None and characters != self.characters(passage):
            return False
        cited = citation.lines
        if cited is None:
            return True
        lines = self.lines(passage)
        return cited.first <= lines.first and lines.last <= cited.last

    def contains(self, passage: WordRange, quote: str) -> bool:
        """Say whether a quote is part of a passage, in whole words."""
        quoted = " ".join(_fold(quote))
        words = " ".join(self.words[passage.start : passage.stop])
        # Spaces at both ends keep "he met" from being found in "she met".
        return f" {quoted} " in f" {words} "

    def citation(self, passage: WordRange, source: str) -> Citation:
        """Return a citation of a passage, with its lines, characters and fingerprint."""
        words = self.words[passage.start : passage.stop]
        return Citation(
            source=source,
            lines=self.lines(passage),
            characters=self.characters(passage),
            fingerprint=fingerprint(" ".join(words)),
        )
