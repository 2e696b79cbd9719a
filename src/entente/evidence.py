"""Compare citations with the texts that they cite, without storing the texts.

A fingerprint identifies a passage without repeating it. It gives the number of words, a checksum of
the first few, and a digest of them all, such as ``9:5c1d2b7e:1f0e3dad99908345``. White space,
typographic quotes and dashes make no difference to it, nor does what no reader can see: an accent
that is a character of its own, a ligature, a soft hyphen. Any other change does. Whoever has the
text can check a citation, find its passage when the text has moved, and see when it is gone.
`verify` only reports what it finds; it never changes a citation.

Places are counted in the text as it is compared, so that what looks the same has the same places:
a line ends at LF, CR or both, which are one character; an accented letter is one character, a
ligature as many as it has letters, and what cannot be seen is none. Paragraphs are parted by empty
lines. A text without any may have one in each line, so its paragraphs are only counted: there are
no more of them than lines.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Final, NamedTuple

from attrs import field, frozen

from entente._coherence import locations
from entente._disk import os_reason, read_bytes
from entente._dossier import Dossier, index_of
from entente._source_text import (
    RepetitiveTextError,
    SourceText,
    WordRange,
    fingerprint_of,
    fold,
    in_lines,
    is_within,
    refuse_no_words,
)
from entente._text import shorten
from entente._word_lists import WordList
from entente.errors import EvidenceError, Location, Problem, Severity
from entente.records._model import Source
from entente.records._parts import Citation, Range
from entente.records._walk import citations

__all__ = ["CitationState", "Finding", "cite", "fingerprint", "verify"]

# Some ten million words. To search a text takes many times its size of memory.
_LARGEST: Final = 2**26

# So many places of a passage are named in a message, and the others counted.
_NAMED_PLACES: Final = 8


class CitationState(WordList):
    """Whether a cited passage is where its citation says.

    >>> CitationState.OUT_OF_RANGE.value
    'out_of_range'
    """

    OK = "ok"
    """It is at the lines, characters and paragraphs cited."""
    MOVED = "moved"
    """It occurs once in the text, but not where the citation says."""
    AMBIGUOUS = "ambiguous"
    """It occurs several times, and the citation does not say which is meant."""
    OUT_OF_RANGE = "out_of_range"
    """The text has no such line, character or paragraph; if the passage is in it, it is elsewhere."""
    MISSING = "missing"
    """It is not in the text."""
    UNVERIFIABLE = "unverifiable"
    """The text is not at hand, or the citation has neither a fingerprint nor a quote."""


_SEVERITIES: Final = {
    CitationState.MOVED: Severity.WARNING,
    CitationState.AMBIGUOUS: Severity.WARNING,
    CitationState.OUT_OF_RANGE: Severity.ERROR,
    CitationState.MISSING: Severity.ERROR,
    # What cannot be verified is a question, not a fault.
    CitationState.UNVERIFIABLE: Severity.INFO,
}


@frozen(kw_only=True)
class Finding:
    """The state of one citation: in which record, at which path, and where the passage is now.

    >>> citation = Citation(source="notice")
    >>> missing = CitationState.MISSING
    >>> reason = "the passage is not in 'notice'"
    >>> finding = Finding(record="again", path=(), citation=citation, state=missing, reason=reason)
    >>> print(finding.problem())
    (again): the passage is not in 'notice'
    """

    record: str
    path: Location
    citation: Citation = field(repr=False)
    state: CitationState
    lines: Range | None = None
    """The lines of the passage, if it was found in one place."""
    reason: str = field(default="", repr=False)
    """What is wrong, in words; empty if the citation is in order."""

    def problem(self) -> Problem | None:
        """Return the finding as a problem, or None if the citation is in order.

        A passage that is gone, or a place that the text does not have, is an error, a passage that
        moved a warning, and a citation that cannot be verified an info.
        """
        if self.state is CitationState.OK:
            return None
        return Problem(
            message=self.reason,
            rule="citation",
            severity=_SEVERITIES[self.state],
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
    words = fold(passage)
    refuse_no_words(words)
    return fingerprint_of(words)


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
    refuse_unrelated_texts(dossier, sources)
    queries = list(_queries(dossier))
    positions_of: dict[str, list[int]] = {}
    for position, query in enumerate(queries):
        positions_of.setdefault(query.citation.source, []).append(position)

    findings: dict[int, Finding] = {}
    # One text after another, since each takes much memory while it is searched.
    for source, positions in positions_of.items():
        text = text_of(source, sources)
        for position in positions:
            findings[position] = _find(queries[position], text)
    return tuple([findings[position] for position in range(len(queries))])


def cite(
    text: str,
    words: str | None = None,
    *,
    source: str,
    lines: Range | str | None = None,
) -> Citation:
    r"""Make a citation of the passage in `text` that consists of these words, or of whole `lines`.

    Punctuation that touches the words in the text belongs to the passage. Where they occur at several
    places, `lines` says which is meant. The citation has the lines, characters and fingerprint of the
    passage. Raises `EvidenceError` unless there is exactly one such passage: the message says where the
    words stand, or what in the text is nearest to them.

    >>> text = "The ministers met.\nThey agreed to meet again, and\nto share."
    >>> cite(text, "agreed to  meet again", source="notice").lines
    Range(first=2, last=2)
    >>> cite(text, source="notice", lines="2-3").characters
    Range(first=20, last=59)
    >>> cite(text, "meet soon", source="notice")
    Traceback (most recent call last):
        ...
    entente.errors.EvidenceError: the words 'meet soon' are not in the text; nearest is line 2: 'meet again,'
    """
    whole = SourceText(text)
    within = None if lines is None else Range.of(lines)
    if words is None:
        return whole.citation(_passage_of_lines(whole, within, source), source)
    wanted = fold(words)
    refuse_no_words(wanted)
    found = list(whole.find_words(wanted))
    meant = [each for each in found if is_within(whole.lines(each), within)]
    if len(meant) == 1:
        return whole.citation(meant[0], source)
    shown = f"the words {shorten(words)}"
    if meant:
        raise EvidenceError(f"{shown} {_explain_several(whole, meant)}")
    if found:
        places = [whole.lines(each) for each in found]
        raise EvidenceError(
            f"{shown} are in {_in_places(places)}, not within {in_lines(within or places[0])}"
        )
    raise EvidenceError(
        f"{shown} are not in the text{_nearest(whole, wanted)}"
    )


def _passage_of_lines(
    text: SourceText, lines: Range | None, source: str
) -> WordRange:
    if lines is None:
        raise EvidenceError(
            "there is no passage without words or lines; give one of them"
        )
    beyond = text.explain_beyond(Citation(source=source, lines=lines))
    if beyond is not None:
        raise EvidenceError(beyond)
    passage = text.words_at(text.characters_of_lines(lines))
    if passage is None:
        raise EvidenceError(f"there are no words in {in_lines(lines)}")
    return passage


def _explain_several(text: SourceText, passages: Sequence[WordRange]) -> str:
    """Say where some words stand, and how to say which of them are meant."""
    places = [text.lines(each) for each in passages]
    reason = f"occur {len(places)} times in the text, in {_in_places(places)}"
    hint = "give more of the words around them"
    if len(set(places)) == len(places):
        hint += (
            f', or say which lines (lines="{places[0]}";'
            f" on the command line --lines {places[0]})"
        )
    return f"{reason}; {hint}"


def _in_places(places: Sequence[Range]) -> str:
    """Name the lines of several passages, the first few of them."""
    different = list(dict.fromkeys(map(str, places)))
    more = len(different) - _NAMED_PLACES
    named = [
        *different[:_NAMED_PLACES],
        *([f"{more} more"] if more > 0 else []),
    ]
    if len(named) == 1:
        return in_lines(places[0])
    return f"lines {', '.join(named[:-1])} and {named[-1]}"


def _nearest(text: SourceText, words: list[str]) -> str:
    """Say what in a text is nearest to words that are not in it, or nothing if nothing is near."""
    joined, wanted = " ".join(text.words), " ".join(words)
    at = joined.find(wanted)
    if at >= 0:
        # "5" is in "5%" only as part of a word.
        start = joined.count(" ", 0, at)
        passage = WordRange(start, start + len(words))
        return f" as whole words; {in_lines(text.lines(passage))} has {shorten(text.shown(passage))}"
    nearest = text.nearest(words)
    if nearest is None:
        return ""
    return f"; nearest is {in_lines(text.lines(nearest))}: {shorten(text.shown(nearest))}"


# --- reading texts -------------------------------------------------------------------------------


def refuse_unrelated_texts(
    dossier: Dossier, sources: str | PathLike[str] | Mapping[str, str]
) -> None:
    """Raise an error for a mistyped id or folder, before it makes citations unverifiable."""
    if isinstance(sources, Mapping):
        for id in sources:
            index_of(dossier).require(id, ("source",))
        return
    folder = Path(sources)
    # To ask Path alone would fail for a name that is too long.
    if not os.path.lexists(folder):
        raise EvidenceError(f"{folder}: there is no such folder of texts")
    if not folder.is_dir():
        raise EvidenceError(
            f"{folder}: this is no folder; name the one that holds the texts, as ID.txt"
        )
    ids = dossier.sources.ids
    if ids and not any(os.path.lexists(_file_of(id, folder)) for id in ids):
        raise EvidenceError(
            f"{folder}: the folder holds no text of a source, such as {ids[0]}.txt"
        )


def _file_of(source: str, folder: str | PathLike[str]) -> Path:
    return Path(folder) / f"{source}.txt"


def text_of(
    source: str, sources: str | PathLike[str] | Mapping[str, str]
) -> SourceText | None:
    """Return the text of a source, or None if it is not available."""
    if isinstance(sources, Mapping):
        text = sources.get(source)
    else:
        text = read_text(_file_of(source, sources))
    return None if text is None else SourceText(text)


def read_text(file: Path) -> str | None:
    """Return the text of a file, or None if there is none; a link that leads nowhere is a fault.

    Raises `EvidenceError` if it cannot be read.
    """
    if not os.path.lexists(file):
        return None
    try:
        data, size = read_bytes(file, _LARGEST)
        if size > _LARGEST:
            raise EvidenceError(
                f"{file}: the file has {size:,} bytes; the limit for a text is {_LARGEST:,};"
                " make several sources of it"
            )
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EvidenceError(
            f"{file}: the file is not UTF-8: byte {error.start + 1} cannot be read;"
            " save it as UTF-8"
        ) from error
    except OSError as error:
        raise EvidenceError(
            f"{file}: the file cannot be read: {os_reason(error)}"
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
    citation = query.citation
    lines = None
    if text is None:
        state = CitationState.UNVERIFIABLE
        reason = f"the text of {citation.source!r} is not at hand; give it to compare the passage"
    elif query.whole:
        state, reason = _compare_whole(citation, text)
    else:
        state, passage, reason = _compare(citation, text)
        if passage is not None:
            lines = text.lines(passage)
    return Finding(
        record=query.record,
        path=query.path,
        citation=citation,
        state=state,
        lines=lines,
        reason=reason,
    )


def _compare_whole(
    citation: Citation, text: SourceText
) -> tuple[CitationState, str]:
    """Compare a text with a source's own fingerprint."""
    if text.words and fingerprint_of(text.words) == citation.fingerprint:
        return CitationState.OK, ""
    reason = f"the text of {citation.source!r} is not that of the fingerprint"
    return CitationState.MISSING, reason


def _compare(
    citation: Citation, text: SourceText
) -> tuple[CitationState, WordRange | None, str]:
    """Return the state of a citation, the passage if it was found in one place, and what is wrong."""
    source = repr(citation.source)
    try:
        state, passage = _locate(citation, text)
    except RepetitiveTextError:
        reason = f"{source} repeats itself so often that the passage is not looked for; quote it"
        return CitationState.UNVERIFIABLE, None, reason
    beyond = text.explain_beyond(citation)
    if state is not CitationState.MISSING and beyond is not None:
        if passage is not None:
            beyond += f"; the passage is in {in_lines(text.lines(passage))}"
        return CitationState.OUT_OF_RANGE, passage, beyond
    reason = ""
    if state is CitationState.MOVED and passage is not None:
        place = in_lines(text.lines(passage))
        reason = f"the passage of {source} has moved to {place}"
    elif state in _REASONS:
        reason = _REASONS[state].format(source=source)
    return state, passage, reason


_REASONS: Final = {
    CitationState.AMBIGUOUS: "the passage occurs several times in {source}",
    CitationState.MISSING: "the passage is not in {source}",
    CitationState.UNVERIFIABLE: (
        "the citation of {source} has no fingerprint and no quote to compare;"
        " make one with entente.evidence.cite"
    ),
}


def _locate(
    citation: Citation, text: SourceText
) -> tuple[CitationState, WordRange | None]:
    """Return the state of a citation, and the passage if it was found in one place."""
    passages = passages_of(citation, text)
    if passages is None:
        return CitationState.UNVERIFIABLE, None
    # Two in the cited lines: whichever is meant, it is there. Without a place every passage would
    # be in it, and which of two is meant is not certain.
    has_place = text.has_place(citation)
    found: list[WordRange] = []
    for passage in passages:
        if has_place and text.is_where_cited(passage, citation):
            return CitationState.OK, passage
        found.append(passage)
        if not has_place and len(found) > 1:
            break
    if len(found) > 1:
        return CitationState.AMBIGUOUS, None
    if not found:
        return CitationState.MISSING, None
    state = CitationState.MOVED if has_place else CitationState.OK
    return state, found[0]


def passages_of(
    citation: Citation, text: SourceText
) -> Iterator[WordRange] | None:
    """Return the passages that a citation may mean, or None if it does not tell."""
    quoted = fold(citation.quote or "")
    if citation.fingerprint is None:
        return text.find_words(quoted) if quoted else None
    passages = text.find(citation.fingerprint)
    return text.holding(passages, quoted) if quoted else passages
