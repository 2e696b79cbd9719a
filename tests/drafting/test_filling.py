"""`fill` completes citations from the texts, and changes nothing that a citation says."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from entente import (
    Citation,
    Commitment,
    Dossier,
    Firmness,
    Minister,
    Record,
    Report,
    ReportedStatus,
    Source,
    SourceKind,
    Tenure,
    cite,
    fingerprint,
    load,
    save,
    verify,
)
from entente.drafting import Filled, Filling, fill
from entente.errors import EvidenceError
from entente.evidence import CitationState
from entente.records import Office

TEXT = """The ministers met in Paris on Tuesday.

They agreed to share what they know of the networks,
and to meet again before the summer.

They thanked the officers.
They thanked the pilots.
"""

PASSAGE = "and to meet again before the summer."

NOTICE = Source(
    id="notice",
    title="Notice",
    kind=SourceKind.PRESS_NOTICE,
    fingerprint=fingerprint(TEXT),
)


def filled(citation: Citation, text: str | None = TEXT) -> Filling:
    """Fill in one citation from one text."""
    commitment = Commitment(
        id="again", summary="Meet again.", citations=(citation,)
    )
    texts = {} if text is None else {"notice": text}
    return fill(Dossier([NOTICE, commitment]), sources=texts)


def citation_in(dossier: Dossier) -> Citation:
    """Return the only citation of the commitment."""
    [citation] = dossier.commitments["again"].citations
    return citation


WHOLE = cite(TEXT, PASSAGE, source="notice")
PLACED = evolve(WHOLE, characters=None)


@pytest.mark.parametrize(
    ("given", "completed"),
    [
        (Citation(source="notice", lines="4"), PLACED),
        (
            Citation(source="notice", quote="before the summer"),
            Citation(
                source="notice",
                lines="4",
                quote="before the summer",
                fingerprint=fingerprint("before the summer."),
            ),
        ),
        (
            Citation(source="notice", fingerprint=WHOLE.fingerprint),
            PLACED,
        ),
        (
            Citation(source="notice", characters=WHOLE.characters),
            WHOLE,
        ),
        (
            Citation(source="notice", paragraphs="2"),
            Citation(
                source="notice",
                paragraphs="2",
                lines="3-4",
                fingerprint=fingerprint(
                    "They agreed to share what they know of the networks, "
                    + PASSAGE
                ),
            ),
        ),
        (
            Citation(source="notice", lines="7", quote="They thanked"),
            Citation(
                source="notice",
                lines="7",
                quote="They thanked",
                fingerprint=fingerprint("They thanked"),
            ),
        ),
        (
            Citation(source="notice", paragraphs="3", quote="the pilots"),
            Citation(
                source="notice",
                paragraphs="3",
                lines="7",
                quote="the pilots",
                fingerprint=fingerprint("the pilots."),
            ),
        ),
    ],
    ids=[
        "lines",
        "quote",
        "fingerprint",
        "characters",
        "paragraph",
        "line-of-quote",
        "paragraph-of-quote",
    ],
)
def test_what_the_text_knows_is_filled_in(
    given: Citation, completed: Citation
) -> None:
    """A passage that stands once gets its fingerprint and lines, and is found where it is said to be."""
    filling = filled(given)
    assert citation_in(filling.dossier) == completed
    assert filling.left == ()
    keys = [
        key for key in ("lines", "fingerprint") if getattr(given, key) is None
    ]
    assert filling.filled == (
        Filled(
            record="again",
            path=("commitments", 0, "citations", 0),
            keys=tuple(keys),
        ),
    )
    [_, finding] = verify(filling.dossier, sources={"notice": TEXT})
    assert finding.state is CitationState.OK


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (
            Citation(source="notice"),
            "nothing says which passage of 'notice' is meant; give its lines, or quote it",
        ),
        (
            Citation(source="notice", lines="2"),
            "there are no whole words at this place of 'notice'",
        ),
        (
            Citation(source="notice", characters="2-9"),
            "there are no whole words at this place of 'notice'",
        ),
        (
            Citation(source="notice", lines="9"),
            "'notice' has 7 lines, but the citation is of line 9",
        ),
        (
            Citation(source="notice", lines="1", characters=WHOLE.characters),
            "the characters, lines and paragraphs cited are not one place of 'notice'; correct them",
        ),
        (
            Citation(source="notice", quote="They thanked"),
            "the passage occurs 2 times in 'notice'; give the characters, or a longer quote",
        ),
        (
            Citation(source="notice", quote="They met again"),
            "the passage is not in 'notice'",
        ),
        (
            Citation(source="notice", lines="1", quote="before the summer"),
            (
                "the passage is not where the citation says, but in line 4 of 'notice'; look at it, and correct"
                " the place"
            ),
        ),
    ],
    ids=[
        "nothing",
        "empty-line",
        "cut-words",
        "beyond",
        "two-places",
        "twice",
        "missing",
        "elsewhere",
    ],
)
def test_what_is_not_certain_is_left_with_the_reason(
    given: Citation, reason: str
) -> None:
    """A passage that is not in one place, or not where the citation says, is left as it is."""
    filling = filled(given)
    assert citation_in(filling.dossier) == given
    assert filling.filled == ()
    [problem] = filling.left
    assert str(problem) == f"commitments[0].citations[0] (again): {reason}"


def test_paragraphs_that_nothing_parts_are_left() -> None:
    """Where no empty lines part paragraphs nobody knows which are meant."""
    filling = filled(Citation(source="notice", paragraphs="1"), "One.\nTwo.\n")
    assert [each.message for each in filling.left] == [
        "no empty lines part the paragraphs of 'notice'; give lines"
    ]


def test_a_text_that_is_not_at_hand_leaves_the_citation() -> None:
    """The reason is that the text is wanted."""
    filling = filled(Citation(source="notice", lines="4"), None)
    assert [each.message for each in filling.left] == [
        "the text of 'notice' is not at hand; give it to find the passage"
    ]


def test_a_text_that_repeats_itself_leaves_a_fingerprint() -> None:
    """A fingerprint that could be anywhere among very many equal beginnings is not looked for."""
    text = " ".join(f"a b c {number}" for number in range(3000))
    passage = "a b c " + "x " * 3000
    filling = filled(
        Citation(source="notice", fingerprint=fingerprint(passage)), text
    )
    assert [each.message for each in filling.left] == [
        "'notice' repeats itself so often that the passage is not looked for; give its lines"
    ]


def test_what_is_complete_is_not_touched() -> None:
    """A citation with lines and a fingerprint stays as it is, even if it is wrong."""
    for citation in (PLACED, evolve(PLACED, lines="1")):
        filling = filled(citation)
        assert citation_in(filling.dossier) == citation
        assert (filling.filled, filling.left) == ((), ())


def test_a_source_gets_the_fingerprint_of_its_text() -> None:
    """Of a text that has words; where there is none nothing is missing."""
    bare = evolve(NOTICE, fingerprint=None)
    dossier = Dossier([bare])
    filling = fill(dossier, sources={"notice": TEXT})
    assert filling.dossier["notice"] == NOTICE
    assert filling.filled == (
        Filled(record="notice", path=("sources", 0), keys=("fingerprint",)),
    )
    for texts in ({}, {"notice": " \n"}):
        filling = fill(dossier, sources=texts)
        assert (filling.dossier, filling.filled, filling.left) == (
            dossier,
            (),
            (),
        )


def test_citations_of_parts_are_filled_in_too() -> None:
    """The citations of tenures and reports are found wherever they are, and two records keep both."""
    at = Citation(source="notice", lines="4")
    records: list[Record] = [
        NOTICE,
        Office(id="post", title="Post", party="GB"),
        Minister(
            id="a-b",
            name="A. B.",
            tenures=(
                Tenure(office="post", period="2024/..", citations=(at,)),
            ),
            citations=(at,),
        ),
        Commitment(
            id="again",
            summary="Meet again.",
            by=("GB",),
            firmness=Firmness.AGREED,
            reports=(
                Report(
                    on="2024-02-01",
                    by="GB",
                    status=ReportedStatus.IN_PROGRESS,
                    citations=(at, PLACED, at),
                ),
            ),
        ),
    ]
    filling = fill(Dossier(records), sources={"notice": TEXT})
    assert [each.path for each in filling.filled] == [
        ("ministers", 0, "tenures", 0, "citations", 0),
        ("ministers", 0, "citations", 0),
        ("commitments", 0, "reports", 0, "citations", 0),
        ("commitments", 0, "reports", 0, "citations", 2),
    ]
    found = verify(filling.dossier, sources={"notice": TEXT})
    assert {each.state for each in found} == {CitationState.OK}


def test_a_folder_of_texts_serves_as_well(tmp_path: Path) -> None:
    """The texts are those that `verify` takes; a folder without any is an error."""
    (tmp_path / "notice.txt").write_text(TEXT)
    commitment = Commitment(
        id="again",
        summary="Meet again.",
        citations=(Citation(source="notice", lines="4"),),
    )
    dossier = Dossier([NOTICE, commitment])
    assert citation_in(fill(dossier, sources=tmp_path).dossier) == PLACED
    with pytest.raises(EvidenceError, match="there is no such folder"):
        fill(dossier, sources=tmp_path / "nowhere")


def test_comments_stay_when_the_filled_dossier_is_saved(
    tmp_path: Path,
) -> None:
    """What was filled in is put into the file, and all else of it stays."""
    file = tmp_path / "tracker.toml"
    file.write_text(
        'entente = 1  # ours\n\n[[sources]]\nid = "notice"\ntitle = "Notice"\nkind = "press_notice"\n'
        f'fingerprint = "{NOTICE.fingerprint}"\n\n[[commitments]]\n# the first\nid = "again"\n'
        'summary = "Meet again."\ncitations = [{ source = "notice", lines = "4" }]  # see there\n'
    )
    filling = fill(load(file), sources={"notice": TEXT})
    before = file.read_text()
    save(filling.dossier, file)
    line = f'lines = "4", fingerprint = "{PLACED.fingerprint}" }}'
    assert file.read_text() == before.replace('lines = "4" }', line)


@given(st.data())
def test_whatever_is_filled_in_is_found(data: st.DataObject) -> None:
    """A citation that was filled in is in order, whatever lines it is of, and to fill again adds nothing."""
    text = data.draw(st.text("ab. \n", min_size=1))
    count = text.count("\n") + 1
    first = data.draw(st.integers(1, count))
    last = data.draw(st.integers(first, count))
    given = Citation(
        source="notice",
        lines=f"{first}-{last}",
        quote=data.draw(st.sampled_from([None, *text.split()])),
    )
    filling = filled(given, text)
    again = fill(filling.dossier, sources={"notice": text})
    assert (again.dossier, again.filled) == (filling.dossier, ())
    assert len(filling.filled) + len(filling.left) == 1
    if filling.filled:
        [_, finding] = verify(filling.dossier, sources={"notice": text})
        assert finding.state is CitationState.OK
