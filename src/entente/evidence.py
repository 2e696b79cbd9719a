"""Citations held against the texts that they cite, without holding the texts.

A fingerprint tells a passage without repeating it: how many words it has, a checksum of how it
begins, and a digest of the whole, such as ``9:5c1d2b7e:1f0e3dad99908345``. White space is folded,
and so are typographic quotes and dashes; any other difference makes another fingerprint. With it
whoever has the text can check a citation, find its passage when the text has moved, and see when
it is gone. A text is never anchored anew in silence: `verify` tells, the author decides.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property, partial
from os import PathLike
from pathlib import Path as File
from typing import TypeAlias

from attrs import field, frozen

from entente._coherence import locations
from entente._dossier import Dossier, index_of
from entente._text import shorten
from entente.errors import EvidenceError, Location, Problem, Severity
from entente.records._model import Citation, Range, Record, Source, citations

_WORD = re.compile(r"\S+")
_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("‘’‚‛", "'")
    | dict.fromkeys("“”„‟", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
)
_HEAD = (
    3  # words that the checksum of a beginning covers: enough to make candidates rare
)


class CitationState(StrEnum):
    """What became of a cited passage.

    >>> CitationState.MOVED.value
    'moved'
    """

    OK = "ok"
    """It stands at the lines and characters that the citation says; paragraphs are for readers."""
    MOVED = "moved"
    """It stands at one other place, and not where the citation says."""
    AMBIGUOUS = "ambiguous"
    """It stands at several places, at none of which the citation says that it does."""
    MISSING = "missing"
    """It does not stand in the text."""
    UNVERIFIABLE = "unverifiable"
    """The text is not at hand, or the citation says neither its fingerprint nor its words."""


@frozen(kw_only=True)
class Finding:
    """The verdict on one citation: in which record, at which path, and where the passage stands now.

    >>> finding = Finding(record="again", path=(), citation=Citation(source="notice"), state=CitationState.MISSING)
    >>> print(finding.problem())
    (again): the passage does not stand in 'notice'
    """

    record: str
    path: Location
    citation: Citation = field(repr=False)
    state: CitationState
    lines: Range | None = None
    """The lines of the passage, if it stands at one place."""

    def problem(self) -> Problem | None:
        """Return what is wrong with the citation as a problem, None if nothing is.

        What cannot be verified is a question, not a fault.
        """
        source = self.citation.source
        match self.state:
            case CitationState.OK:
                return None
            case CitationState.MOVED:
                severity, message = (
                    Severity.WARNING,
                    f"the passage of {source!r} stands in {_lines(self.lines)} now",
                )
            case CitationState.AMBIGUOUS:
                severity, message = (
                    Severity.WARNING,
                    f"the passage stands at several places of {source!r}",
                )
            case CitationState.MISSING:
                severity, message = (
                    Severity.ERROR,
                    f"the passage does not stand in {source!r}",
                )
            case _:
                severity, message = (
                    Severity.INFO,
                    f"the text of {source!r} is not at hand, or no fingerprint is given",
                )
        return Problem(
            message=message,
            rule="citation",
            severity=severity,
            record=self.record,
            path=self.path,
        )


def fingerprint(passage: str) -> str:
    r"""Return the fingerprint of a passage; raises `EvidenceError` if it has no words.

    >>> fingerprint("They will — soon —\n  “meet”.") == fingerprint('They will - soon - "meet".')
    True
    >>> fingerprint("They will meet.") == fingerprint("They will not meet.")
    False
    """
    words = _folded(passage)
    if not words:
        raise EvidenceError("a passage without words has no fingerprint")
    return f"{len(words)}:{_head(words):08x}:{_digest(words)}"


def verify(
    dossier: Dossier, *, sources: str | PathLike[str] | Mapping[str, str]
) -> tuple[Finding, ...]:
    r"""Check every citation of a dossier, and every source's own fingerprint, against the texts at hand.

    `sources` maps the ids of sources to their texts, or is a folder of UTF-8 files ``ID.txt``.
    The time that it takes grows with the texts and the citations, not with their product. Raises
    `EvidenceError` if a text cannot be read or the folder holds none that is cited, and
    `entente.errors.UnknownIdError` for a text of a source that the dossier does not know.

    >>> from entente import Commitment, Source, SourceKind
    >>> text = "The ministers met.\nThey agreed to meet again in spring.\n"
    >>> commitment = Commitment(id="again", summary="Meet again.", citations=(cite(text, "meet again", source="notice"),))
    >>> dossier = Dossier([Source(id="notice", title="Notice", kind=SourceKind.PRESS_NOTICE), commitment])
    >>> [finding] = verify(dossier, sources={"notice": "Corrected.\n" + text})
    >>> finding.state.value, str(finding.lines)
    ('moved', '3')
    """
    _check_texts(dossier, sources)
    asked: dict[str, list[tuple[int, _Judge]]] = {}
    for place, (source, judge) in enumerate(_judges(dossier)):
        asked.setdefault(source, []).append((place, judge))
    findings: dict[int, Finding] = {}
    # One text after another, since each takes much memory while it is searched.
    for source, judges in asked.items():
        text = (
            sources.get(source)
            if isinstance(sources, Mapping)
            else _stored(File(sources), source)
        )
        prepared = None if text is None else _Text(text)
        findings |= {place: judge(prepared) for place, judge in judges}
    return tuple([findings[place] for place in range(len(findings))])


def cite(text: str, words: str, *, source: str) -> Citation:
    r"""Make a citation of the passage in `text` that has these words, which may be all or only a unique part of it.

    Raises `EvidenceError` if they do not stand there, or at several places.

    >>> cite("The ministers met.\nThey agreed to meet again.", "agreed to  meet", source="notice").lines
    Range(first=2, last=2)
    """
    whole = _Text(text)
    found = whole.find(fingerprint(words))
    if len(found) != 1:
        where = (
            f"stand at {len(found)} places of the text"
            if found
            else "do not stand in the text"
        )
        if not found and " ".join(_folded(words)) in " ".join(whole.words):
            where += " as whole words; include the punctuation that touches them"
        raise EvidenceError(f"the words {shorten(words)} {where}")
    return whole.citation(found[0], source)


def _check_texts(
    dossier: Dossier, sources: str | PathLike[str] | Mapping[str, str]
) -> None:
    """Refuse texts of which none is cited: a mistyped name would make all unverifiable in silence."""
    if isinstance(sources, Mapping):
        for id in sources:
            index_of(dossier).require(id, ("source",))
        return
    folder = File(sources)
    if not folder.is_dir():
        raise EvidenceError(f"{folder}: there is no such folder of texts")
    ids = dossier.sources.ids
    if ids and not any((folder / f"{id}.txt").exists() for id in ids):
        raise EvidenceError(
            f"{folder}: the folder holds no text of a source, such as {ids[0]}.txt"
        )


def _stored(folder: File, source: str) -> str | None:
    file = folder / f"{source}.txt"
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        said = f"the file is not UTF-8: byte {error.start + 1} cannot be read; save it as UTF-8"
        raise EvidenceError(f"{file}: {said}") from error
    except OSError as error:
        raise EvidenceError(
            f"{file}: the file cannot be read: {(error.strerror or str(error)).lower()}"
        ) from error


def _judges(dossier: Dossier) -> Iterator[tuple[str, _Judge]]:
    """List all that is to be judged: the source that is cited, and what gives the verdict on its text."""
    for record, spot in zip(dossier.records, locations(dossier.records), strict=True):
        if isinstance(record, Source) and record.fingerprint is not None:
            yield record.id, partial(_whole, record, (*spot, "fingerprint"))
        for path, citation in citations(record):
            yield citation.source, partial(_finding, record, (*spot, *path), citation)


def _finding(
    record: Record, path: Location, citation: Citation, text: _Text | None
) -> Finding:
    print_ = citation.fingerprint or (
        fingerprint(citation.quote) if citation.quote else None
    )
    if text is None or print_ is None:
        return Finding(
            record=record.id,
            path=path,
            citation=citation,
            state=CitationState.UNVERIFIABLE,
        )
    found = [
        spot
        for spot in text.find(print_)
        if citation.quote is None or text.says(spot, citation.quote)
    ]
    stated = [spot for spot in found if text.stands(spot, citation)]
    if stated and (len(stated) == 1 or citation.lines or citation.characters):
        state, spot = CitationState.OK, stated[0]
    elif len(found) == 1:
        state, spot = CitationState.MOVED, found[0]
    else:
        state, spot = CitationState.AMBIGUOUS if found else CitationState.MISSING, None
    lines = None if spot is None else text.lines(spot)
    return Finding(
        record=record.id, path=path, citation=citation, state=state, lines=lines
    )


def _whole(source: Source, path: Location, text: _Text | None) -> Finding:
    """Say whether a text is the one that its source was."""
    citation = Citation(source=source.id, fingerprint=source.fingerprint)
    state = CitationState.UNVERIFIABLE
    if text is not None:
        same = bool(text.words) and fingerprint(text.text) == source.fingerprint
        state = CitationState.OK if same else CitationState.MISSING
    return Finding(record=source.id, path=path, citation=citation, state=state)


def _lines(lines: Range | None) -> str:
    return (
        f"line {lines}" if lines is not None and len(lines) == 1 else f"lines {lines}"
    )


def _folded(passage: str) -> list[str]:
    return passage.translate(_TYPOGRAPHY).split()


def _head(words: list[str]) -> int:
    return zlib.crc32(" ".join(words[:_HEAD]).encode("utf-8", "surrogatepass"))


def _digest(words: list[str]) -> str:
    return hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()[
        :16
    ]


@frozen
class _Spot:
    """A run of words in a text: the first, and the one behind the last."""

    start: int
    stop: int


@frozen(eq=False)
class _Text:
    """A text, prepared so that passages are found by their fingerprints.

    `_beginnings` says where runs of words begin, by how many they are and by their checksum, for those numbers
    of words that were looked for.
    """

    text: str
    _beginnings: dict[int, dict[int, list[int]]] = field(init=False, factory=dict)

    @cached_property
    def words(self) -> list[str]:
        return _folded(self.text)

    @cached_property
    def _extents(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self.text)]

    @cached_property
    def _breaks(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self.text)]

    def _starts(self, length: int, head: int) -> list[int]:
        """Return where runs of up to `_HEAD` words begin that have a checksum."""
        if length not in self._beginnings:
            starts = self._beginnings[length] = {}
            for start in range(len(self.words) - length + 1):
                starts.setdefault(_head(self.words[start : start + length]), []).append(
                    start
                )
        return self._beginnings[length].get(head, [])

    def find(self, print_: str) -> list[_Spot]:
        words, head, digest = print_.split(":")
        length = int(words)
        return [
            _Spot(start, start + length)
            for start in self._starts(min(length, _HEAD), int(head, 16))
            if _digest(self.words[start : start + length]) == digest
        ]

    def lines(self, spot: _Spot) -> Range:
        characters = self.characters(spot)
        return Range(self._line(characters.first), self._line(characters.last))

    def characters(self, spot: _Spot) -> Range:
        return Range(self._extents[spot.start][0] + 1, self._extents[spot.stop - 1][1])

    def _line(self, character: int) -> int:
        return bisect_left(self._breaks, character - 1) + 1

    def stands(self, spot: _Spot, citation: Citation) -> bool:
        """Say whether a passage stands where a citation says: at its characters, or within its lines."""
        if (
            citation.characters is not None
            and self.characters(spot) != citation.characters
        ):
            return False
        if citation.lines is None:
            return True
        lines = self.lines(spot)
        return citation.lines.first <= lines.first and lines.last <= citation.lines.last

    def says(self, spot: _Spot, quote: str) -> bool:
        """Say whether a passage has the words that are quoted from it."""
        return (
            f" {' '.join(_folded(quote))} "
            in f" {' '.join(self.words[spot.start : spot.stop])} "
        )

    def citation(self, spot: _Spot, source: str) -> Citation:
        words = self.words[spot.start : spot.stop]
        return Citation(
            source=source,
            lines=self.lines(spot),
            characters=self.characters(spot),
            fingerprint=fingerprint(" ".join(words)),
        )


_Judge: TypeAlias = Callable[[_Text | None], Finding]
"""Gives the verdict on a citation, of a text or of none."""
