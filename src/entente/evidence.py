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

import hashlib
import os
import re
import zlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Final, NamedTuple

from attrs import field, frozen

from entente._coherence import locations
from entente._comparing import as_compared
from entente._disk import os_reason, read_bytes
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


# Some ten million words. To search a text takes many times its size of memory.
_LARGEST: Final = 2**26

# A text that repeats itself over and over has very many passages with the same first words. It is
# given up once reading them has taken as long as reading the text so many times.
_MOST_READINGS: Final = 64

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
    words = _fold(passage)
    _refuse_no_words(words)
    return _fingerprint_of(words)


def _fingerprint_of(words: list[str]) -> str:
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


def cite(
    text: str,
    words: str | None = None,
    *,
    source: str,
    lines: Range | str | None = None,
) -> Citation:
    r"""Make a citation of the passage in `text` that consists of these words, or of whole `lines`.

    Punctuation that touches the words in the text belongs to the passage. Where they stand at several
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
    wanted = _fold(words)
    _refuse_no_words(wanted)
    found = list(whole.find_words(wanted, may_cut=True))
    meant = [each for each in found if _is_within(whole.lines(each), within)]
    if len(meant) == 1:
        return whole.citation(meant[0], source)
    shown = f"the words {shorten(words)}"
    if meant:
        raise EvidenceError(f"{shown} {_explain_several(whole, meant)}")
    if found:
        places = [whole.lines(each) for each in found]
        raise EvidenceError(
            f"{shown} are in {_in_places(places)}, not within {_in_lines(within or places[0])}"
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
        raise EvidenceError(f"there are no words in {_in_lines(lines)}")
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
        return _in_lines(places[0])
    return f"lines {', '.join(named[:-1])} and {named[-1]}"


def _nearest(text: SourceText, words: list[str]) -> str:
    """Say what in a text is nearest to words that are not in it, or nothing if nothing is near."""
    joined, wanted = " ".join(text.words), " ".join(words)
    at = joined.find(wanted)
    if at >= 0:
        # "5" is in "5%" only as part of a word.
        start = joined.count(" ", 0, at)
        passage = WordRange(start, start + len(words))
        return f" as whole words; {_in_lines(text.lines(passage))} has {shorten(text.shown(passage))}"
    nearest = text.nearest(words)
    if nearest is None:
        return ""
    return f"; nearest is {_in_lines(text.lines(nearest))}: {shorten(text.shown(nearest))}"


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
    # To ask Path alone would fail for a name that is too long.
    if not (os.path.lexists(folder) and folder.is_dir()):
        raise EvidenceError(f"{folder}: there is no such folder of texts")
    ids = dossier.sources.ids
    if ids and not any(os.path.lexists(_file_of(id, folder)) for id in ids):
        raise EvidenceError(
            f"{folder}: the folder holds no text of a source, such as {ids[0]}.txt"
        )


def _file_of(source: str, folder: str | PathLike[str]) -> Path:
    return Path(folder) / f"{source}.txt"


def _text_of(
    source: str, sources: str | PathLike[str] | Mapping[str, str]
) -> SourceText | None:
    """Return the text of a source, or None if it is not available."""
    if isinstance(sources, Mapping):
        text = sources.get(source)
    else:
        text = _read(_file_of(source, sources))
    return None if text is None else SourceText(text)


def _read(file: Path) -> str | None:
    """Return the text of a file, or None if there is none; a link that leads nowhere is a fault."""
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
    if text.words and _fingerprint_of(text.words) == citation.fingerprint:
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
    except _RepetitiveTextError:
        reason = f"{source} repeats itself so often that the passage is not looked for; quote it"
        return CitationState.UNVERIFIABLE, None, reason
    beyond = text.explain_beyond(citation)
    if state is not CitationState.MISSING and beyond is not None:
        if passage is not None:
            beyond += f"; the passage is in {_in_lines(text.lines(passage))}"
        return CitationState.OUT_OF_RANGE, passage, beyond
    reason = ""
    if state is CitationState.MOVED and passage is not None:
        place = _in_lines(text.lines(passage))
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


def _in_lines(lines: Range) -> str:
    return f"{_in_plural('line', len(lines))} {lines}"


def _locate(
    citation: Citation, text: SourceText
) -> tuple[CitationState, WordRange | None]:
    """Return the state of a citation, and the passage if it was found in one place."""
    passages = _passages(citation, text)
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


def _passages(
    citation: Citation, text: SourceText
) -> Iterator[WordRange] | None:
    """Return the passages that a citation may mean, or None if it does not tell."""
    quoted = _fold(citation.quote or "")
    if citation.fingerprint is None:
        return text.find_words(quoted, may_cut=True) if quoted else None
    passages = text.find(citation.fingerprint)
    return text.holding(passages, quoted) if quoted else passages


# --- words ---------------------------------------------------------------------------------------


class _RepetitiveTextError(Exception):
    """A text repeats itself so often that finding a fingerprint would take very long."""


def _fold(passage: str) -> list[str]:
    """Return the words of a passage as they are compared, with plain quotes and dashes."""
    return as_compared(passage).translate(_TYPOGRAPHY).split()


def _refuse_no_words(words: list[str]) -> None:
    if not words:
        raise EvidenceError("a passage without words has no fingerprint")


def _bare(word: str) -> str:
    """Return a word without the punctuation that touches it."""
    return word.strip(_PUNCTUATION)


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

        Raises `_RepetitiveTextError` if the text repeats itself so often that it would take long.
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
                    raise _RepetitiveTextError
                passage = self.words[start : start + length]
                is_it[name] = _digest(passage) == digest
            if is_it[name]:
                yield WordRange(start, start + length)

    def find_words(
        self, words: list[str], *, may_cut: bool = False, since: int = 0
    ) -> Iterator[WordRange]:
        """Find all passages of these words, the first of which is no earlier than `since`.

        With `may_cut` the punctuation that touches the passage in the text may be missing.
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
            if is_same and self._has_ends(start, words, may_cut=may_cut):
                yield WordRange(start, stop)

    def _has_ends(
        self, start: int, words: list[str], *, may_cut: bool
    ) -> bool:
        """Say whether a run begins and ends with the first and the last of some words."""
        first, last = self.words[start], self.words[start + len(words) - 1]
        if (first, last) == (words[0], words[-1]):
            return True
        if not may_cut:
            return False
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
                held = self.find_words(
                    words, may_cut=True, since=passage.start
                )
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
        if not _is_within(self.lines(passage), citation.lines):
            return False
        if citation.paragraphs is None or not self._are_paragraphs_parted:
            return True
        return _is_within(self._paragraphs(passage), citation.paragraphs)

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
            fingerprint=_fingerprint_of(
                self.words[passage.start : passage.stop]
            ),
        )


def _is_within(place: Range, cited: Range | None) -> bool:
    return cited is None or (
        cited.first <= place.first and place.last <= cited.last
    )


def _in_plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"
