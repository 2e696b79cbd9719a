"""Places of citations held to the texts: lines, paragraphs, characters, and quotes in them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import assume, example, given, strategies as st

from entente import (
    Citation,
    Commitment,
    Dossier,
    Range,
    Severity,
    Source,
    SourceKind,
)
from entente.evidence import CitationState, Finding, cite, fingerprint, verify

TEXT = """Notice of the meeting

The ministers met in Orléans, before the officials.
They agreed (in principle) to meet again before the summer.

They thanked the “officers”.
"""
"""Six lines and three paragraphs."""

OK, MOVED, AMBIGUOUS, OUT_OF_RANGE, MISSING, UNVERIFIABLE = CitationState


def dossier_of(*citations: Citation) -> Dossier:
    """Make a dossier of one commitment that cites the source `notice`."""
    return Dossier(
        [
            Source(id="notice", title="Notice", kind=SourceKind.PRESS_NOTICE),
            Commitment(id="again", summary="Meet again.", citations=citations),
        ]
    )


def finding_of(text: str, citation: Citation) -> Finding:
    """Return what verifying finds of one citation against one text."""
    [finding] = verify(dossier_of(citation), sources={"notice": text})
    return finding


def citation_of(
    quote: str | None = None,
    *,
    passage: str | None = None,
    lines: str | None = None,
    paragraphs: str | None = None,
    characters: str | None = None,
) -> Citation:
    """Make a citation of the notice, with the fingerprint of a passage."""
    return Citation(
        source="notice",
        quote=quote,
        fingerprint=None if passage is None else fingerprint(passage),
        lines=lines,
        paragraphs=paragraphs,
        characters=characters,
    )


# --- places that the text does not have ----------------------------------------------------------


@pytest.mark.parametrize(
    ("citation", "said"),
    [
        (
            citation_of(lines="999"),
            "'notice' has 6 lines, but the citation is of line 999",
        ),
        (
            citation_of("They agreed", lines="1-7"),
            "'notice' has 6 lines, but the citation is of lines 1-7; the passage is in line 4",
        ),
        (
            citation_of("They agreed", paragraphs="400"),
            "'notice' has 3 paragraphs, but the citation is of paragraph 400; the passage is in line 4",
        ),
        (
            citation_of(passage="They agreed", paragraphs="2-4"),
            "'notice' has 3 paragraphs, but the citation is of paragraphs 2-4; the passage is in line 4",
        ),
        (
            citation_of(characters="3-900"),
            f"'notice' has {len(TEXT)} characters, but the citation is of characters 3-900",
        ),
        (
            citation_of("They", lines="7"),
            "'notice' has 6 lines, but the citation is of line 7",
        ),
    ],
    ids=[
        "a line alone",
        "lines and a quote",
        "a paragraph",
        "paragraphs",
        "characters",
        "a quote that is twice in the text",
    ],
)
def test_a_place_that_the_text_does_not_have_is_out_of_range(
    citation: Citation, said: str
) -> None:
    """A cited place that ends beyond the text is an error, which says where the passage is."""
    finding = finding_of(TEXT, citation)
    problem = finding.problem()
    assert finding.state is OUT_OF_RANGE
    assert problem is not None
    assert (problem.severity, problem.message) == (Severity.ERROR, said)
    assert (finding.lines == Range(4, 4)) == ("in line 4" in said)


@pytest.mark.parametrize(
    "citation",
    [
        citation_of("officers”.", lines="6", paragraphs="3"),
        citation_of("Notice of", lines="1", paragraphs="1", characters="1-9"),
        citation_of("They", lines="4-6"),
        citation_of("They", paragraphs="2"),
        citation_of(passage="They thanked the", paragraphs="2-3"),
    ],
)
def test_the_last_place_of_a_text_is_in_it(citation: Citation) -> None:
    """Places up to the end of the text, within which the passage is, are in order."""
    assert finding_of(TEXT, citation).state is OK


def test_a_passage_that_is_gone_is_missing_wherever_it_was() -> None:
    """A passage that is not in the text is missing, also if its place is not there either."""
    assert finding_of("", citation_of("They met.", lines="3")).state is MISSING
    assert finding_of("", citation_of(lines="1")).state is OUT_OF_RANGE


def test_a_passage_in_another_paragraph_has_moved() -> None:
    """A passage is looked for within the cited paragraphs, and may be part of them."""
    for paragraphs, state in {
        "1": MOVED,
        "2": OK,
        "1-2": OK,
        "3": MOVED,
    }.items():
        finding = finding_of(
            TEXT, citation_of("They agreed", paragraphs=paragraphs)
        )
        assert finding.state is state
        assert finding.lines == Range(4, 4)


def test_a_paragraph_settles_which_passage_is_meant() -> None:
    """Of words that occur in two paragraphs, those in the cited one are meant."""
    finding = finding_of(TEXT, citation_of("They", paragraphs="3"))
    assert (finding.state, finding.lines) == (OK, Range(6, 6))
    assert finding_of(TEXT, citation_of("They", paragraphs="1")).state is (
        AMBIGUOUS
    )


def test_paragraphs_without_empty_lines_are_only_counted() -> None:
    """Without empty lines nobody knows where a paragraph ends, but not that there are so many."""
    text = "They met.\nThey agreed.\n"
    for paragraphs, state in {"1": OK, "2": OK, "3": OUT_OF_RANGE}.items():
        citation = citation_of("They agreed.", paragraphs=paragraphs)
        assert finding_of(text, citation).state is state
    twice = citation_of("They", paragraphs="2")
    assert finding_of(text, twice).state is AMBIGUOUS


# --- quotes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "quote",
    [
        "before the summer",
        "before the summer.",
        "agreed (in principle) to",
        "in principle",
        "in principle)",
        "(in principle",
        "agreed (in principle",
        "officers",
        '"officers',
        "the “officers",
        "They thanked the “officers”",
        "Orléans",
        "Orle\u0301ans, before the of\ufb01cials",
    ],
)
@pytest.mark.parametrize("passage", [None, TEXT], ids=["quote", "both"])
def test_a_quote_may_leave_out_punctuation_at_its_ends(
    quote: str, passage: str | None
) -> None:
    """A quote may begin after the punctuation that touches its first word, and end before the last."""
    citation = citation_of(quote, passage=passage)
    assert finding_of(TEXT, citation).state is OK


@pytest.mark.parametrize(
    "quote",
    [
        "before the summe",
        "efore the summer.",
        "agreed in principle to",
        "agreed (in principle to",
        "The ministers met in Orleans",
        "before the summer!",
        "thanked the officers",
        "fficers",
        "officials They agreed",
        "…",
    ],
)
@pytest.mark.parametrize("passage", [None, TEXT], ids=["quote", "both"])
def test_a_quote_has_whole_words_and_the_punctuation_between_them(
    quote: str, passage: str | None
) -> None:
    """Half a word, a word more, and punctuation that is left out between two words make another text."""
    citation = citation_of(quote, passage=passage)
    assert finding_of(TEXT, citation).state is MISSING


@pytest.mark.parametrize(
    ("word", "quote"),
    [
        ("5.3", "5"),
        ("5²", "5"),
        ("5%", "5"),
        ("£5", "5"),
        ("-5", "5"),
        ("−5", "5"),
        ("1,500", "500"),
        ("1,500", "1"),
        ("non-binding", "binding"),
        ("5-10", "5"),
        ("don't", "don"),
    ],
)
def test_a_quote_does_not_cut_a_number_or_a_word(
    word: str, quote: str
) -> None:
    """What would say something else without its sign or its digits is not part of a quote."""
    text = f"They agreed to {word} boats."
    assert finding_of(text, citation_of(quote)).state is MISSING
    assert finding_of(text, citation_of(f"to {quote}")).state is MISSING
    assert finding_of(text, citation_of(f"{quote} boats")).state is MISSING
    assert finding_of(text, citation_of(f"to {word} boats")).state is OK


def test_each_passage_is_asked_for_its_quote() -> None:
    """Of two passages with one fingerprint and one quote, those in the place are meant."""
    text = "They met again.\nNobody knew.\nThey met again.\n"
    for lines, state in {"1": OK, "3": OK, "2": AMBIGUOUS}.items():
        citation = citation_of("met", passage="They met again.", lines=lines)
        assert finding_of(text, citation).state is state
    absent = citation_of("knew", passage="They met again.")
    assert finding_of(text, absent).state is MISSING
    later = citation_of("Nobody knew", passage="They met again.")
    assert finding_of(text, later).state is MISSING


# --- what cannot be compared ---------------------------------------------------------------------


def test_the_text_and_the_fingerprint_are_asked_for_apart() -> None:
    """A reader learns whether the text is missing or the words to look for."""
    dossier = dossier_of(citation_of(lines="1"))
    said = {
        name: verify(dossier, sources=sources)[0].problem()
        for name, sources in {
            "no text": {},
            "no fingerprint": {"notice": TEXT},
        }.items()
    }
    assert {name: str(problem) for name, problem in said.items()} == {
        "no text": (
            "commitments[0].citations[0] (again): the text of 'notice' is not at hand;"
            " give it to compare the passage"
        ),
        "no fingerprint": (
            "commitments[0].citations[0] (again): the citation of 'notice' has no fingerprint"
            " and no quote to compare; make one with entente.evidence.cite"
        ),
    }
    assert {problem and problem.severity for problem in said.values()} == {
        Severity.INFO
    }


def test_a_quote_of_what_cannot_be_seen_is_none() -> None:
    """A quote without a word to look for is as good as none."""
    assert finding_of(TEXT, citation_of("\u200b")).state is UNVERIFIABLE
    both = citation_of("\u200b", passage="The ministers met")
    assert finding_of(TEXT, both).state is OK


def test_a_text_of_another_fingerprint_says_so() -> None:
    """A source whose text is not that of its own fingerprint is an error of its own."""
    source = Source(
        id="notice",
        title="Notice",
        kind=SourceKind.PRESS_NOTICE,
        fingerprint=fingerprint(TEXT),
    )
    [finding] = verify(Dossier([source]), sources={"notice": TEXT + "More."})
    assert str(finding.problem()) == (
        "sources[0].fingerprint (notice): the text of 'notice' is not that of the fingerprint"
    )


# --- how texts are written -----------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=repr)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_text_has_the_same_places_however_it_is_written(
    end: str, form: Literal["NFC", "NFD"], encoding: str, tmp_path: Path
) -> None:
    """Other line ends, another normal form, or a mark of byte order move no citation."""
    citation = cite(TEXT, "They agreed (in principle)", source="notice")
    assert (citation.lines, citation.characters) == (
        Range(4, 4),
        Range(76, 101),
    )
    cited = Citation(
        source="notice",
        lines=citation.lines,
        characters=citation.characters,
        paragraphs="2",
        fingerprint=citation.fingerprint,
    )
    text = unicodedata.normalize(form, TEXT).replace("\n", end)
    assert (
        cite(text, "They agreed (in principle)", source="notice") == citation
    )
    (tmp_path / "notice.txt").write_bytes(text.encode(encoding))
    for sources in (tmp_path, {"notice": text}):
        [finding] = verify(dossier_of(cited), sources=sources)
        assert (finding.state, finding.lines) == (OK, Range(4, 4))


# --- laws ----------------------------------------------------------------------------------------

LETTERS = [
    "Orléans",
    "ofﬁce",
    "boats",
    "deux",
    "é",
    "naïve",
    "(soon)",
    "— “so”",
]

plain_texts = st.lists(
    st.tuples(
        st.sampled_from(LETTERS),
        st.sampled_from([" ", "\n", "\n\n", " \n \n", "  "]),
    ),
    min_size=1,
    max_size=20,
).map(lambda pairs: "".join(word + gap for word, gap in pairs))
"""Texts of few words in lines and paragraphs, in NFC with LF."""


@st.composite
def other_writings(draw: st.DrawFn, text: str) -> str:
    """Write a text in another way that looks the same."""
    forms: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
    form = draw(st.sampled_from(forms))
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    invisible = draw(st.sampled_from(["", "\u00ad", "\u200b", "\ufeff"]))
    joined = "".join(
        each if each.isspace() else each + invisible for each in text
    )
    return unicodedata.normalize(form, joined).replace("\n", end)


def lines_of(text: str) -> list[str]:
    """Split a text into its lines, in a way of its own."""
    lines = text.split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def paragraphs_of(text: str) -> list[str]:
    """Split a text into its paragraphs, in a way of its own."""
    return [each for each in re.split(r"\n(?:\s*\n)+", text) if each.strip()]


@given(st.data(), plain_texts)
def test_a_quote_from_anywhere_is_found_in_any_writing(
    data: st.DataObject, text: str
) -> None:
    """Words from any place of a text are found in it and in every text that looks the same."""
    words = text.split()
    start = data.draw(st.integers(0, len(words) - 1))
    stop = data.draw(st.integers(start + 1, len(words)))
    quote = data.draw(other_writings(" ".join(words[start:stop])))
    written = data.draw(other_writings(text))
    count = len(lines_of(text))
    finding = finding_of(
        written, citation_of(quote.strip(), lines=f"1-{count}")
    )
    assert finding.state is OK
    beyond = citation_of(quote.strip(), lines=f"1-{count + 1}")
    assert finding_of(written, beyond).state is OUT_OF_RANGE


@given(st.data(), plain_texts)
def test_one_letter_changed_is_another_passage(
    data: st.DataObject, text: str
) -> None:
    """A quote of which one letter is another one is not in the text."""
    words = text.split()
    start = data.draw(st.integers(0, len(words) - 1))
    stop = data.draw(st.integers(start + 1, len(words)))
    quote = " ".join(words[start:stop])
    positions = [at for at, each in enumerate(quote) if each.isalnum()]
    assume(positions)
    at = data.draw(st.sampled_from(positions))
    altered = f"{quote[:at]}q{quote[at + 1 :]}"
    written = data.draw(other_writings(text))
    for citation in (citation_of(altered), citation_of(passage=altered)):
        assert finding_of(written, citation).state is MISSING


@given(st.data(), plain_texts)
def test_places_are_those_of_a_plain_split(
    data: st.DataObject, text: str
) -> None:
    """A marked word is in the line, the paragraph and the characters where splitting finds it."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    start, _ = data.draw(st.sampled_from(words))
    text = f"{text[:start]}MARK {text[start:]}"
    written = data.draw(other_writings(text))
    lines, paragraphs = lines_of(text), paragraphs_of(text)
    [line] = [at for at, each in enumerate(lines, 1) if "MARK" in each]
    [paragraph] = [
        at for at, each in enumerate(paragraphs, 1) if "MARK" in each
    ]
    plain = text.replace("ﬁ", "fi")
    first = plain.index("MARK") + 1
    made = cite(written, "MARK", source="notice")
    assert (made.lines, made.characters) == (
        Range(line, line),
        Range(first, first + 3),
    )
    for cited in range(1, len(lines) + 2):
        state = OK if cited == line else MOVED
        state = OUT_OF_RANGE if cited > len(lines) else state
        citation = citation_of("MARK", lines=str(cited))
        assert finding_of(written, citation).state is state
    if len(paragraphs) > 1:
        for cited in range(1, len(paragraphs) + 2):
            state = OK if cited == paragraph else MOVED
            state = OUT_OF_RANGE if cited > len(paragraphs) else state
            citation = citation_of("MARK", paragraphs=str(cited))
            assert finding_of(written, citation).state is state
    size = len(plain)
    for last, is_beyond in ((size, False), (size + 1, True)):
        finding = finding_of(
            written, citation_of("MARK", characters=f"{first}-{last}")
        )
        assert (finding.state is OUT_OF_RANGE) == is_beyond


repeated = st.lists(
    st.sampled_from(["a", "a", "a", "(a)", "b"]), min_size=1, max_size=30
)


@given(repeated, repeated)
@example(["a"] * 30, ["a"] * 12)
def test_repeated_words_are_found_as_by_a_plain_search(
    words: list[str], quoted: list[str]
) -> None:
    """Where words repeat themselves, quotes and fingerprints are found exactly where they are."""
    text = " ".join(words)

    def is_at(start: int) -> bool:
        there = words[start : start + len(quoted)]
        return there == quoted

    def has_ends(start: int) -> bool:
        there = " ".join(words[start : start + len(quoted)])
        whole = " ".join(quoted)
        return any(
            before + whole + after == there
            for before in ("", "(")
            for after in ("", ")")
        )

    starts = range(len(words) - len(quoted) + 1)
    exact = [start for start in starts if is_at(start)]
    cut = [start for start in starts if has_ends(start)]
    quote = " ".join(quoted)
    states = {0: MISSING, 1: OK}
    by_fingerprint = finding_of(text, citation_of(passage=quote))
    assert by_fingerprint.state is states.get(len(exact), AMBIGUOUS)
    by_quote = finding_of(text, citation_of(quote))
    assert by_quote.state is states.get(len(cut), AMBIGUOUS)
    by_both = finding_of(text, citation_of(quote, passage=quote))
    assert by_both.state is states.get(len(exact), AMBIGUOUS)
    if len(words) > 1:
        whole = citation_of(quote, passage=text)
        assert (finding_of(text, whole).state is OK) == bool(cut)


# --- long texts ----------------------------------------------------------------------------------


def test_a_word_a_hundred_thousand_times_is_searched() -> None:
    """A text of one word, and a passage of half of it, take no longer than other texts do."""
    text = "word " * 100_000
    passage = ("word " * 50_000).strip()
    expected = {
        citation_of(passage): AMBIGUOUS,
        citation_of(passage, lines="1"): OK,
        citation_of(passage, characters="6-250004"): OK,
        citation_of(passage, characters="7-250005"): AMBIGUOUS,
        citation_of(passage=passage, characters="250001-499999"): OK,
        citation_of(passage, passage=passage, characters="2-3"): AMBIGUOUS,
        citation_of(f"{passage} no"): MISSING,
        citation_of(passage=f"{passage} no"): MISSING,
    }
    found = verify(dossier_of(*expected), sources={"notice": text})
    assert [each.state for each in found] == list(expected.values())


def test_what_repeats_itself_too_often_is_not_looked_for() -> None:
    """A fingerprint that very many passages may have is given up, and a quote is still found."""
    half = "word " * 2_000
    text = f"{half}but {half}"
    passage = f"{half}no"
    by_fingerprint = finding_of(text, citation_of(passage=passage))
    assert (by_fingerprint.state, by_fingerprint.reason) == (
        UNVERIFIABLE,
        "'notice' repeats itself so often that the passage is not looked for; quote it",
    )
    assert finding_of(text, citation_of(passage)).state is MISSING
    assert finding_of(text, citation_of(text.strip())).state is OK
