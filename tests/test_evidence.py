"""Citations compared with the texts that they cite."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import assume, given, strategies as st

from entente import (
    Citation,
    Commitment,
    Condition,
    Dossier,
    Range,
    Severity,
    Source,
    SourceKind,
)
from entente.errors import EvidenceError, UnknownIdError
from entente.evidence import CitationState, Finding, cite, fingerprint, verify

TEXT = """The ministers met in Paris on Tuesday.

They agreed to share what they know of the networks,
and to meet again before the summer.
They thanked the officers.
They thanked the pilots.
"""


def dossier_of(*citations: Citation) -> Dossier:
    """Make a dossier of one commitment that cites the source `notice`."""
    return Dossier(
        [
            Source(id="notice", title="Notice", kind=SourceKind.PRESS_NOTICE),
            Commitment(id="again", summary="Meet again.", citations=citations),
        ]
    )


def finding_of(text: str | None, citation: Citation) -> Finding:
    """Return what verifying finds of one citation against one text."""
    [finding] = verify(
        dossier_of(citation), sources={} if text is None else {"notice": text}
    )
    return finding


# --- fingerprints --------------------------------------------------------------------------------


def test_a_fingerprint_tells_length_beginning_and_whole() -> None:
    """Fingerprints never change, since published dossiers hold them."""
    assert fingerprint("The ministers met.") == "3:f1617e1f:f846a7b47a3b988d"


@pytest.mark.parametrize(
    "variant",
    [
        '  They said: "it\'s - soon - over".  ',
        'They\tsaid:\r\n"it\'s\u00a0-\u2003soon\n\n- over".',
        "They said: “it’s — soon – over”.",
        "They said: „it‘s ― soon − over‟.",
        "They said: “it‛s ‐ soon ‑ over„.",
        "They said: ”it‚s ‒ soon — over”.",
    ],
)
def test_white_space_quotes_and_dashes_are_folded(variant: str) -> None:
    """A passage keeps its fingerprint through line breaks, wrapping and typography."""
    assert fingerprint(variant) == fingerprint(
        'They said: "it\'s - soon - over".'
    )


@pytest.mark.parametrize(
    "variant",
    [
        "They will meet again soon",
        "they will meet again soon.",
        "They will not meet again soon.",
        "They will meet again soon!",
        "They will meet  againsoon.",
        "They will meet a gain soon.",
        "Again they will meet soon.",
        "They will meet again soon. Soon.",
        "They will meet\u200c again soon.",
        "They will meet agaín soon.",
        "They will meet agai\u0301n soon.",
        "They will meet again ſoon.",
        "They will meet again soon…",
        "«They will meet again soon.»",
    ],
)
def test_nothing_else_is_folded(variant: str) -> None:
    """A letter, a case, a point or a character that joins letters makes another fingerprint."""
    assert fingerprint(variant) != fingerprint("They will meet again soon.")


@pytest.mark.parametrize(
    "variant",
    [
        "Les of\ufb01ciers ont été réa\ufb00ectés.",
        "Les o\ufb03ciers ont e\u0301te\u0301 re\u0301affecte\u0301s.",
        "\ufeffLes offi\u00adciers ont été réaf\u200bfectés.",
        "Les officiers \u200b ont\u00ad \u00adété réaffectés. \ufeff",
    ],
)
def test_what_no_reader_can_see_is_folded(variant: str) -> None:
    """Accents of their own, ligatures, and characters without width make no other passage."""
    assert fingerprint(variant) == fingerprint(
        "Les officiers ont été réaffectés."
    )


@pytest.mark.parametrize("empty", ["", " ", "\n\t\u00a0", "\u200b \u00ad"])
def test_a_passage_without_words_has_no_fingerprint(empty: str) -> None:
    """A passage of white space and of what cannot be seen is refused, also as one to cite."""
    with pytest.raises(
        EvidenceError, match=r"^a passage without words has no fingerprint$"
    ):
        fingerprint(empty)
    with pytest.raises(
        EvidenceError, match=r"^a passage without words has no fingerprint$"
    ):
        cite(TEXT, empty, source="notice")


# --- citing --------------------------------------------------------------------------------------


def test_a_unique_passage_is_cited_with_its_place() -> None:
    """A citation made of words has their lines, their characters and their fingerprint, and no quote."""
    words = "share what they know of the networks,\nand to meet again"
    made = cite(TEXT, words, source="notice")
    assert made == Citation(
        source="notice",
        lines="3-4",
        characters=made.characters,
        fingerprint=fingerprint(words),
    )
    assert made.characters is not None
    assert TEXT[made.characters.first - 1 : made.characters.last] == words
    assert len(made.characters) == len(words)


def test_a_citation_may_be_asked_for_in_other_typography() -> None:
    """Words copied from a browser are found in a plain text."""
    assert cite(
        "They said: “no”.\nOver.", '"no". Over.', source="notice"
    ).lines == Range(1, 2)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "They met in London",
            "the words 'They met in London' are not in the text; nearest is line 1: 'met in Paris on'",
        ),
        (
            "They thanked the",
            (
                "the words 'They thanked the' occur 2 times in the text, in lines 5 and 6; give more of the words"
                ' around them, or say which lines (lines="5"; on the command line --lines 5)'
            ),
        ),
        (" ", "a passage without words has no fingerprint"),
    ],
)
def test_words_that_are_not_one_passage_are_not_cited(
    words: str, message: str
) -> None:
    """Words that are absent, or occur several times, are errors."""
    with pytest.raises(EvidenceError) as caught:
        cite(TEXT, words, source="notice")
    assert str(caught.value) == message


def test_a_passage_is_extended_to_whole_words() -> None:
    """Whoever leaves out the punctuation at the ends cites the words with it."""
    assert cite(TEXT, "before the summer", source="notice") == cite(
        TEXT, "before the summer.", source="notice"
    )
    quoted = 'They said "no more", and left.'
    assert cite(quoted, "no more", source="notice").characters == Range(11, 20)


@pytest.mark.parametrize(
    ("text", "words", "message"),
    [
        (
            "They add 5% a year.",
            "add 5",
            "the words 'add 5' are not in the text as whole words; line 1 has 'add 5%'",
        ),
        (
            "They add 5.3 a year.",
            "dd 5.3 a",
            "the words 'dd 5.3 a' are not in the text as whole words; line 1 has 'add 5.3 a'",
        ),
        (
            "They met.\nThey will meet\nagain soon, they say.",
            "they Will Meet again later",
            (
                "the words 'they Will Meet again later' are not in the text; nearest is lines 2-3:"
                " 'They will meet again soon,'"
            ),
        ),
        (
            "Short.",
            "short and more",
            "the words 'short and more' are not in the text",
        ),
        ("", "words", "the words 'words' are not in the text"),
        (
            "No No.",
            "No",
            "the words 'No' occur 2 times in the text, in line 1; give more of the words around them",
        ),
        (
            "No.\n" * 11,
            "No",
            (
                "the words 'No' occur 11 times in the text, in lines 1, 2, 3, 4, 5, 6, 7, 8 and 3 more; give more of"
                ' the words around them, or say which lines (lines="1"; on the command line --lines 1)'
            ),
        ),
    ],
    ids=["cut", "cut-in-front", "nearest", "far", "empty", "one-line", "many"],
)
def test_the_error_says_where_to_look(
    text: str, words: str, message: str
) -> None:
    """The message has the lines of each place, what the words are a part of, or the nearest passage."""
    with pytest.raises(EvidenceError) as caught:
        cite(text, words, source="notice")
    assert str(caught.value) == message


def test_lines_choose_among_several_places() -> None:
    """Of words that occur at several places, those in the lines are cited, and they have to be there."""
    for lines in ("6", Range(6, 6)):
        assert cite(
            TEXT, "They thanked the", source="notice", lines=lines
        ).lines == Range(6, 6)
    for words, lines, message in (
        (
            "They thanked the",
            "5-6",
            (
                "the words 'They thanked the' occur 2 times in the text, in lines 5 and 6; give more of the words"
                ' around them, or say which lines (lines="5"; on the command line --lines 5)'
            ),
        ),
        (
            "They thanked the",
            "1-3",
            "the words 'They thanked the' are in lines 5 and 6, not within lines 1-3",
        ),
        (
            "before the summer",
            "2",
            "the words 'before the summer' are in line 4, not within line 2",
        ),
    ):
        with pytest.raises(EvidenceError) as caught:
            cite(TEXT, words, source="notice", lines=lines)
        assert str(caught.value) == message


def test_whole_lines_can_be_cited() -> None:
    """Without words the passage is that of the lines."""
    assert cite(TEXT, source="notice", lines="2-4") == cite(
        TEXT, " ".join(TEXT.splitlines()[2:4]), source="notice"
    )
    assert cite("One\ntwo", source="notice", lines="2").characters == Range(
        5, 7
    )
    for lines, message in (
        ("2", "there are no words in line 2"),
        (
            "5-7",
            "'notice' has 6 lines, but the citation is of lines 5-7",
        ),
        (
            None,
            "there is no passage without words or lines; give one of them",
        ),
    ):
        with pytest.raises(EvidenceError) as caught:
            cite(TEXT, source="notice", lines=lines)
        assert str(caught.value) == message


# --- verifying -----------------------------------------------------------------------------------

PASSAGE = "and to meet again before the summer."


def test_a_passage_where_cited_is_ok() -> None:
    """A citation whose passage has the cited characters is ok, with its lines."""
    finding = finding_of(TEXT, cite(TEXT, PASSAGE, source="notice"))
    assert (finding.state, finding.lines) == (CitationState.OK, Range(4, 4))
    assert (finding.record, finding.path) == (
        "again",
        ("commitments", 0, "citations", 0),
    )
    assert finding.citation == cite(TEXT, PASSAGE, source="notice")


def test_a_passage_may_be_wrapped_anew() -> None:
    """A citation by lines survives other spacing and typography."""
    citation = Citation(
        source="notice", lines="1-4", fingerprint=fingerprint(PASSAGE)
    )
    assert (
        finding_of(TEXT.replace(" ", "  "), citation).state is CitationState.OK
    )


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        ("4", CitationState.OK),
        ("3-5", CitationState.OK),
        ("3", CitationState.MOVED),
    ],
)
def test_a_passage_may_be_part_of_its_lines(
    lines: str, state: CitationState
) -> None:
    """A passage may be part of the cited lines, and has moved if it is outside them."""
    citation = Citation(
        source="notice", lines=lines, fingerprint=fingerprint(PASSAGE)
    )
    assert finding_of(TEXT, citation).state is state


def test_a_passage_that_reaches_beyond_its_lines_has_moved() -> None:
    """Lines that hold only the beginning of a passage do not hold the passage."""
    passage = "of the networks, and to meet again"
    citation = Citation(
        source="notice", lines="3", fingerprint=fingerprint(passage)
    )
    finding = finding_of(TEXT, citation)
    assert (finding.state, finding.lines) == (CitationState.MOVED, Range(3, 4))


def test_characters_are_held_to_the_letter() -> None:
    """A passage shifted by one character has moved, if characters are cited."""
    citation = cite(TEXT, PASSAGE, source="notice")
    finding = finding_of(" " + TEXT, citation)
    assert (finding.state, finding.lines) == (CitationState.MOVED, Range(4, 4))


def test_a_passage_found_elsewhere_has_moved() -> None:
    """A finding has the new lines, and leaves the citation as it is."""
    citation = cite(TEXT, PASSAGE, source="notice")
    finding = finding_of("Corrected.\n\n" + TEXT, citation)
    assert (finding.state, finding.lines) == (CitationState.MOVED, Range(6, 6))
    assert finding.citation.lines == Range(4, 4)


def test_a_passage_at_several_other_places_is_ambiguous() -> None:
    """A passage that moved and occurs twice is ambiguous."""
    citation = cite(TEXT, PASSAGE, source="notice")
    finding = finding_of(f"Corrected.\n{TEXT}\n{PASSAGE}\n", citation)
    assert (finding.state, finding.lines) == (CitationState.AMBIGUOUS, None)


@pytest.mark.parametrize("place", ["lines", "characters"])
def test_a_place_settles_which_of_several_passages_is_meant(
    place: str,
) -> None:
    """A passage at the cited location is ok, even if its words occur elsewhere too."""
    made = cite(TEXT, PASSAGE, source="notice")
    citation = Citation(
        source="notice",
        lines=made.lines if place == "lines" else None,
        characters=made.characters if place == "characters" else None,
        fingerprint=made.fingerprint,
    )
    finding = finding_of(f"{TEXT}\n{PASSAGE}\n", citation)
    assert (finding.state, finding.lines) == (CitationState.OK, Range(4, 4))


def test_a_citation_without_lines_needs_a_unique_passage() -> None:
    """A citation without lines or characters is ok if its passage occurs once."""
    for citation in (
        Citation(source="notice", fingerprint=fingerprint(PASSAGE)),
        Citation(
            source="notice", note="p. 9", fingerprint=fingerprint(PASSAGE)
        ),
    ):
        finding = finding_of(TEXT, citation)
        assert (finding.state, finding.lines) == (
            CitationState.OK,
            Range(4, 4),
        )
        assert (
            finding_of(TEXT + PASSAGE, citation).state
            is CitationState.AMBIGUOUS
        )


def test_a_quote_is_as_good_as_its_fingerprint() -> None:
    """Where a citation has the words themselves, they are looked for."""
    quote = Citation(source="notice", lines="4", quote="before the  summer.")
    assert finding_of(TEXT, quote).state is CitationState.OK
    assert (
        finding_of(TEXT.replace("summer", "winter"), quote).state
        is CitationState.MISSING
    )


@pytest.mark.parametrize(
    "edited",
    [
        "",
        TEXT.replace("again ", ""),
        TEXT.replace("meet again", "never meet again"),
        TEXT.replace("summer.", "summer"),
        TEXT.replace("and to", "And to"),
    ],
)
def test_a_passage_that_was_edited_is_missing(edited: str) -> None:
    """One word changed, added, cut or recapitalised, and the passage is gone."""
    finding = finding_of(edited, cite(TEXT, PASSAGE, source="notice"))
    assert (finding.state, finding.lines) == (CitationState.MISSING, None)


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        (
            None,
            Citation(
                source="notice", lines="4", fingerprint=fingerprint(PASSAGE)
            ),
        ),
        (TEXT, Citation(source="notice", lines="4")),
        (TEXT, Citation(source="notice")),
    ],
    ids=["no text", "lines alone", "source alone"],
)
def test_what_cannot_be_checked_is_unverifiable(
    text: str | None, citation: Citation
) -> None:
    """Without the text, or without a quote or fingerprint, a citation is unverifiable."""
    finding = finding_of(text, citation)
    assert (finding.state, finding.lines) == (CitationState.UNVERIFIABLE, None)


def test_every_citation_of_every_record_is_looked_at() -> None:
    """Findings come in the order of the dossier, each with the path to its citation."""
    dossier = dossier_of(
        cite(TEXT, PASSAGE, source="notice"),
        Citation(source="notice", quote="They met."),
    ).with_records(
        Commitment(
            id="before",
            summary="Wait.",
            conditions=(Condition(text="Once they met.", waits_for="again"),),
            citations=(Citation(source="notice", quote="in Paris"),),
        )
    )
    found = [
        (finding.record, finding.path, finding.state)
        for finding in verify(dossier, sources={"notice": TEXT})
    ]
    assert found == [
        ("again", ("commitments", 0, "citations", 0), CitationState.OK),
        ("again", ("commitments", 0, "citations", 1), CitationState.MISSING),
        ("before", ("commitments", 1, "citations", 0), CitationState.OK),
    ]


@pytest.mark.parametrize(
    ("text", "severity", "said"),
    [
        (TEXT, None, None),
        (
            "Corrected.\n" + TEXT,
            Severity.WARNING,
            "commitments[0].citations[0] (again): the passage of 'notice' has moved to line 5",
        ),
        (
            f"Corrected.\n{TEXT}{PASSAGE}",
            Severity.WARNING,
            "commitments[0].citations[0] (again): the passage occurs several times in 'notice'",
        ),
        (
            "",
            Severity.ERROR,
            "commitments[0].citations[0] (again): the passage is not in 'notice'",
        ),
        (
            None,
            Severity.INFO,
            (
                "commitments[0].citations[0] (again): the text of 'notice' is not at hand; "
                "give it to compare the passage"
            ),
        ),
    ],
    ids=["ok", "moved", "ambiguous", "missing", "unverifiable"],
)
def test_a_finding_is_a_problem_unless_all_is_well(
    text: str | None, severity: Severity | None, said: str | None
) -> None:
    """A missing passage is an error, a moved one a warning, an unverifiable one an info."""
    problem = finding_of(text, cite(TEXT, PASSAGE, source="notice")).problem()
    assert (problem and problem.severity) == severity
    assert (problem and str(problem)) == said


# --- texts in a folder ---------------------------------------------------------------------------


def test_texts_may_stand_in_a_folder(tmp_path: Path) -> None:
    """A folder of files named by the sources' ids serves as well as a mapping, with or without a BOM."""
    dossier = dossier_of(cite(TEXT, PASSAGE, source="notice"))
    with pytest.raises(
        EvidenceError, match=r"holds no text of a source, such as notice\.txt$"
    ):
        verify(dossier, sources=tmp_path)
    for encoding in ("utf-8", "utf-8-sig"):
        (tmp_path / "notice.txt").write_text(TEXT, encoding=encoding)
        for folder in (tmp_path, str(tmp_path)):
            assert [
                finding.state for finding in verify(dossier, sources=folder)
            ] == [CitationState.OK]


def test_a_text_that_is_not_utf_8_is_an_error(tmp_path: Path) -> None:
    """A text in another encoding is not guessed at."""
    file = tmp_path / "notice.txt"
    file.write_bytes("Le sommet a été annoncé.".encode("latin-1"))
    with pytest.raises(EvidenceError) as caught:
        verify(
            dossier_of(Citation(source="notice", quote="Le sommet")),
            sources=tmp_path,
        )
    assert (
        str(caught.value)
        == f"{file}: the file is not UTF-8: byte 13 cannot be read; save it as UTF-8"
    )


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (Path.mkdir, "it is a folder, not a regular file"),
        # To read from a pipe is to wait for somebody who writes.
        (os.mkfifo, "it is a pipe, not a regular file"),
        (
            lambda file: file.symlink_to("nowhere.txt"),
            "no such file or directory",
        ),
    ],
)
def test_a_text_that_cannot_be_read_is_an_error(
    make: Callable[[Path], None], reason: str, tmp_path: Path
) -> None:
    """A text that is there and cannot be read is an error, and is never taken for one that is not there."""
    file = tmp_path / "notice.txt"
    make(file)
    with pytest.raises(EvidenceError) as caught:
        verify(
            dossier_of(Citation(source="notice", quote="They met.")),
            sources=tmp_path,
        )
    assert str(caught.value) == f"{file}: the file cannot be read: {reason}"


def test_a_text_has_a_limit(tmp_path: Path) -> None:
    """A text that would take all the memory is refused before it is read."""
    file = tmp_path / "notice.txt"
    with file.open("wb") as stream:
        stream.truncate(2**26 + 1)
    with pytest.raises(EvidenceError) as caught:
        verify(
            dossier_of(Citation(source="notice", quote="They met.")),
            sources=tmp_path,
        )
    assert str(caught.value) == (
        f"{file}: the file has 67,108,865 bytes; the limit for a text is 67,108,864;"
        " make several sources of it"
    )


def test_an_id_too_long_for_a_file_has_no_text(tmp_path: Path) -> None:
    """The text of a source whose id no file can bear is not at hand."""
    (tmp_path / "notice.txt").write_text(TEXT)
    long = Source(id="long" * 100, title="Long", kind=SourceKind.PRESS_NOTICE)
    texts = (
        Citation(source=long.id, quote="They met."),
        cite(TEXT, PASSAGE, source="notice"),
    )
    dossier = dossier_of().with_records(
        long, Commitment(id="again", summary="Meet again.", citations=texts)
    )
    assert [
        finding.state for finding in verify(dossier, sources=tmp_path)
    ] == [CitationState.UNVERIFIABLE, CitationState.OK]


@pytest.mark.parametrize("name", ["mistyped", "long" * 100])
def test_a_folder_that_is_not_there_is_an_error(
    name: str, tmp_path: Path
) -> None:
    """A folder that does not exist is an error."""
    folder = tmp_path / name
    with pytest.raises(EvidenceError) as caught:
        verify(
            dossier_of(Citation(source="notice", quote="They met.")),
            sources=folder,
        )
    assert str(caught.value) == f"{folder}: there is no such folder of texts"


def test_a_file_is_no_folder_of_texts(tmp_path: Path) -> None:
    """The text itself instead of its folder leads to the folder."""
    file = tmp_path / "notice.txt"
    file.write_text("They met.")
    with pytest.raises(EvidenceError) as caught:
        verify(
            dossier_of(Citation(source="notice", quote="They met.")),
            sources=file,
        )
    assert str(caught.value) == (
        f"{file}: this is no folder; name the one that holds the texts, as ID.txt"
    )


@pytest.mark.parametrize(
    "bad",
    [
        "abc",
        "0:00000000:0000000000000000",
        "3:f1617e1:f846a7b47a3b988d",
        "3:F1617E1F:f846a7b47a3b988d",
    ],
)
def test_a_text_that_is_no_fingerprint_is_refused(bad: str) -> None:
    """A mistyped fingerprint is not the same as a passage that is gone: it is refused where it is written."""
    with pytest.raises(ValueError, match="is not a fingerprint") as caught:
        finding_of(TEXT, Citation(source="notice", fingerprint=bad))
    assert repr(bad) in str(caught.value)


# --- laws ----------------------------------------------------------------------------------------

words = st.lists(
    st.sampled_from(
        ["patrol", "boats", "the", "of", "‘small’", "—", "meet.", "again"]
    ),
    min_size=1,
)
gaps = st.sampled_from([" ", "\n", "\n\n", "  ", "\u00a0"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Texts of few words, so that their runs repeat."""
    return "".join(word + draw(gaps) for word in draw(words))


@given(st.data(), texts())
def test_what_is_cited_verifies(data: st.DataObject, text: str) -> None:
    """Any words that occur once in a text can be cited, and the citation is ok."""
    every = text.split()
    start = data.draw(st.integers(0, len(every) - 1))
    stop = data.draw(st.integers(start + 1, len(every)))
    runs = [
        every[at : at + stop - start]
        for at in range(len(every) - (stop - start) + 1)
    ]
    passage = " ".join(every[start:stop])
    if runs.count(every[start:stop]) > 1:
        with pytest.raises(EvidenceError, match="times in the text"):
            cite(text, passage, source="notice")
        return
    citation = cite(text, passage, source="notice")
    finding = finding_of(text, citation)
    assert (finding.state, finding.lines) == (CitationState.OK, citation.lines)
    assert citation.characters is not None
    cited = text[citation.characters.first - 1 : citation.characters.last]
    assert cited.split() == every[start:stop]


@given(texts(), texts(), texts())
def test_a_passage_is_followed_until_it_is_gone(
    before: str, passage: str, after: str
) -> None:
    """Text inserted before a passage moves it; once cut out, it is missing."""
    assume(
        f" {' '.join(passage.split())} "
        not in f" {' '.join((before + after).split())} "
    )
    marked = f"START {passage.strip()} STOP\n"
    text = f"{before}\n{marked}{after}"
    citation = cite(text, marked, source="notice")
    assert citation.lines is not None
    for inserted in ("Corrected.\n", "Corrected on Tuesday.\n\n"):
        finding = finding_of(inserted + text, citation)
        lines = Range(
            citation.lines.first + inserted.count("\n"),
            citation.lines.last + inserted.count("\n"),
        )
        assert (finding.state, finding.lines) == (CitationState.MOVED, lines)
    assert (
        finding_of(f"{before}\n{after}", citation).state
        is CitationState.MISSING
    )


def test_thousands_of_citations_are_found_in_a_long_text() -> None:
    """Each of two thousand passages is found in a text of a megabyte, by its fingerprint alone."""
    text = "".join(
        f"Paragraph {number} says that they will meet again on day {number}.\n"
        for number in range(20_000)
    )
    prints = [
        fingerprint(f"Paragraph {number} says that they will meet")
        for number in range(0, 20_000, 10)
    ]
    dossier = dossier_of(
        *(Citation(source="notice", fingerprint=each) for each in prints)
    )
    found = verify(dossier, sources={"notice": text})
    assert {finding.state for finding in found} == {CitationState.OK}


def test_of_several_texts_some_may_be_missing(tmp_path: Path) -> None:
    """Unverifiable citations are listed with the others, and sources' own fingerprints too."""
    (tmp_path / "here.txt").write_text(TEXT, encoding="utf-8")
    sources = [
        Source(
            id=id,
            title=id,
            kind=SourceKind.REPORT,
            fingerprint=fingerprint(TEXT),
            citations=(Citation(source=id),),
        )
        for id in ("here", "gone")
    ]
    found = verify(Dossier(sources), sources=tmp_path)
    told = [
        (finding.record, finding.path[-1], finding.state) for finding in found
    ]
    assert told == [
        ("here", "fingerprint", CitationState.OK),
        ("here", 0, CitationState.UNVERIFIABLE),
        ("gone", "fingerprint", CitationState.UNVERIFIABLE),
        ("gone", 0, CitationState.UNVERIFIABLE),
    ]
    empty = verify(Dossier(sources[:1]), sources={"here": " "})
    assert [finding.state for finding in empty] == [
        CitationState.MISSING,
        CitationState.UNVERIFIABLE,
    ]


def test_a_text_of_no_source_is_an_error() -> None:
    """A mistyped id never passes for a text that was looked at."""
    with pytest.raises(
        UnknownIdError,
        match="there is no source 'notise'; did you mean 'notice'",
    ):
        verify(
            dossier_of(cite(TEXT, PASSAGE, source="notice")),
            sources={"notise": TEXT},
        )


def test_lines_and_characters_must_both_be_right() -> None:
    """A citation is in order only if both its lines and its characters are right."""
    right = cite(TEXT, PASSAGE, source="notice")
    (finding,) = verify(
        dossier_of(evolve(right, lines="6")), sources={"notice": TEXT}
    )
    assert (finding.state, finding.lines) == (CitationState.MOVED, right.lines)


def test_a_passage_that_is_twice_in_its_lines_is_there() -> None:
    """A passage that occurs twice within the cited lines is ok."""
    print_ = fingerprint("They met.")
    (finding,) = verify(
        dossier_of(Citation(source="notice", lines="1", fingerprint=print_)),
        sources={"notice": "They met. They met.\n"},
    )
    assert finding.state is CitationState.OK


def test_a_moved_passage_is_reported_with_all_its_lines() -> None:
    """The problem has its rule, and the first and last line of the moved passage."""
    cited = cite(TEXT, "networks,\nand to meet", source="notice")
    (finding,) = verify(
        dossier_of(cited), sources={"notice": "Corrected.\n" + TEXT}
    )
    problem = finding.problem()
    assert problem is not None
    assert (problem.rule, problem.message) == (
        "citation",
        "the passage of 'notice' has moved to lines 4-5",
    )


def test_a_finding_of_a_whole_text_cites_it() -> None:
    """The finding on a source's own fingerprint has the source and the fingerprint."""
    print_ = fingerprint(TEXT)
    source = Source(
        id="here", title="Here", kind=SourceKind.REPORT, fingerprint=print_
    )
    (finding,) = verify(Dossier([source]), sources={"here": TEXT})
    assert finding.citation == Citation(source="here", fingerprint=print_)
