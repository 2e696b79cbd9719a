"""What citations lack, filled in from the texts: fingerprints, and the lines of what stands once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from os import PathLike
from typing import Any

from attrs import evolve, frozen

from entente._coherence import locations
from entente._dossier import Dossier
from entente._source_text import (
    RepetitiveTextError,
    SourceText,
    WordRange,
    fingerprint_of,
    in_lines,
)
from entente.errors import Location, Problem, Severity
from entente.evidence import passages_of, refuse_unrelated_texts, text_of
from entente.records._model import Record, Source
from entente.records._parts import Citation
from entente.records._walk import citations


@frozen(kw_only=True)
class Filled:
    """What was filled in: the keys of the citation or source at a path, in which record.

    >>> Filled(record="share", path=("commitments", 0, "citations", 0), keys=("fingerprint",)).keys
    ('fingerprint',)
    """

    record: str
    path: Location
    keys: tuple[str, ...]


@frozen(kw_only=True)
class Filling:
    """A dossier whose citations were filled in: what was `filled`, and what was `left` and why.

    >>> Filling(dossier=Dossier(), filled=(), left=()).dossier
    <Dossier: empty>
    """

    dossier: Dossier
    filled: tuple[Filled, ...]
    left: tuple[Problem, ...]


def fill(
    dossier: Dossier, *, sources: str | PathLike[str] | Mapping[str, str]
) -> Filling:
    r"""Fill in the fingerprints that are missing, and the lines of passages that stand once.

    The passage of a citation is its quote; or else its characters, whole lines or paragraphs. A quote or
    a fingerprint without lines gets those where it stands, if that is in one place. A source whose text
    is at hand gets its fingerprint. What a citation says already is never changed, even if it is wrong:
    `entente.verify` finds that. `sources` are those of `entente.verify`, and so are the errors raised.

    >>> from entente import Citation, Commitment, Source, SourceKind
    >>> source = Source(id="notice", title="Notice", kind=SourceKind.PRESS_NOTICE)
    >>> cited = (Citation(source="notice", lines="2"), Citation(source="notice", quote="in spring"))
    >>> dossier = Dossier([source, Commitment(id="again", summary="Meet again.", citations=cited)])
    >>> filling = fill(dossier, sources={"notice": "The ministers met.\nThey agreed to meet again.\n"})
    >>> [(each.record, each.keys) for each in filling.filled]
    [('notice', ('fingerprint',)), ('again', ('fingerprint',))]
    >>> print(*filling.left)
    commitments[0].citations[1] (again): the passage is not in 'notice'
    """
    refuse_unrelated_texts(dossier, sources)
    gaps = list(_gaps(dossier))
    gaps_of: defaultdict[str, list[int]] = defaultdict(list)
    for number, gap in enumerate(gaps):
        gaps_of[gap.source].append(number)
    filled: dict[int, Filled] = {}
    left: dict[int, Problem] = {}
    changed: dict[str, Record] = {}
    # One text after another, since each takes much memory while it is searched.
    for source, numbers in gaps_of.items():
        text = text_of(source, sources)
        for number in numbers:
            gap = gaps[number]
            try:
                record = changed.get(gap.record.id, gap.record)
                found = gap.fillings(text)
            except _NotFoundError as error:
                left[number] = gap.problem(str(error))
                continue
            if found:
                changed[record.id] = _replaced(record, gap.path, found)
                filled[number] = gap.filled(found)
    return Filling(
        dossier=dossier.with_records(*changed.values())
        if changed
        else dossier,
        filled=tuple(filled[number] for number in sorted(filled)),
        left=tuple(left[number] for number in sorted(left)),
    )


class _NotFoundError(Exception):
    """A passage is not in one place of the text; the message says why."""


@frozen
class _Gap:
    """A citation without a fingerprint or lines, or a source without a fingerprint (no citation)."""

    record: Record
    location: Location
    path: Location
    source: str
    citation: Citation | None

    def fillings(self, text: SourceText | None) -> dict[str, object]:
        """Return the values of the keys that are missing; raises `_NotFoundError` if they are not known."""
        if self.citation is None:
            # Nobody asked for it, so nothing is missing where there is no text.
            if text is None or not text.words:
                return {}
            return {"fingerprint": fingerprint_of(text.words)}
        if text is None:
            raise _NotFoundError(
                f"the text of {self.source!r} is not at hand; give it to find the passage"
            )
        passage = _passage(self.citation, text)
        values: dict[str, object] = {}
        if self.citation.lines is None:
            values["lines"] = text.lines(passage)
        if self.citation.fingerprint is None:
            words = text.words[passage.start : passage.stop]
            values["fingerprint"] = fingerprint_of(words)
        return values

    def filled(self, values: Mapping[str, object]) -> Filled:
        return Filled(
            record=self.record.id,
            path=(*self.location, *self.path),
            keys=tuple(values),
        )

    def problem(self, reason: str) -> Problem:
        return Problem(
            message=reason,
            rule="citation",
            severity=Severity.WARNING,
            record=self.record.id,
            path=(*self.location, *self.path),
        )


def _gaps(dossier: Dossier) -> Iterator[_Gap]:
    records = dossier.records
    for record, location in zip(records, locations(records), strict=True):
        if isinstance(record, Source) and record.fingerprint is None:
            yield _Gap(record, location, (), record.id, None)
        for path, citation in citations(record):
            if citation.lines is None or citation.fingerprint is None:
                yield _Gap(record, location, path, citation.source, citation)


def _replaced(
    holder: Any, path: Location, values: Mapping[str, object]
) -> Any:
    """Return a record with other values for some keys of the part at a path."""
    if not path:
        return evolve(holder, **values)
    step, *rest = path
    if isinstance(step, int):
        part = _replaced(holder[step], tuple(rest), values)
        return (*holder[:step], part, *holder[step + 1 :])
    part = _replaced(getattr(holder, step), tuple(rest), values)
    return evolve(holder, **{step: part})


# --- the passage that a citation means -----------------------------------------------------------


def _passage(citation: Citation, text: SourceText) -> WordRange:
    """Return the one passage that a citation means, or raise `_NotFoundError`."""
    beyond = text.explain_beyond(citation)
    if beyond is not None:
        raise _NotFoundError(beyond)
    try:
        passages = passages_of(citation, text)
        if passages is None:
            return _at_place(citation, text)
        found = list(passages)
    except RepetitiveTextError as error:
        raise _NotFoundError(
            f"{citation.source!r} repeats itself so often that the passage is not looked for; give its lines"
        ) from error
    meant = [each for each in found if text.is_where_cited(each, citation)]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise _NotFoundError(
            f"the passage occurs {len(meant)} times in {citation.source!r}; give the characters, or"
            " a longer quote"
        )
    if not found:
        raise _NotFoundError(f"the passage is not in {citation.source!r}")
    place = in_lines(text.lines(found[0]))
    raise _NotFoundError(
        f"the passage is not where the citation says, but in {place} of {citation.source!r};"
        " look at it, and correct the place"
    )


def _at_place(citation: Citation, text: SourceText) -> WordRange:
    """Return the whole passage at the place of a citation."""
    source = repr(citation.source)
    if citation.characters is not None:
        characters = citation.characters
    elif citation.lines is not None:
        characters = text.characters_of_lines(citation.lines)
    elif citation.paragraphs is not None:
        parted = text.characters_of_paragraphs(citation.paragraphs)
        if parted is None:
            raise _NotFoundError(
                f"no empty lines part the paragraphs of {source}; give lines"
            )
        characters = parted
    else:
        raise _NotFoundError(
            f"nothing says which passage of {source} is meant; give its lines, or quote it"
        )
    passage = text.words_at(characters)
    if passage is None:
        raise _NotFoundError(
            f"there are no whole words at this place of {source}"
        )
    exact = evolve(citation, characters=None)
    if not text.is_where_cited(passage, exact):
        raise _NotFoundError(
            f"the characters, lines and paragraphs cited are not one place of {source}; correct them"
        )
    return passage
