"""How a selection is shown as text and in notebooks."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from asked_dossier import DOSSIER
from entente import (
    Anchor,
    Citation,
    Commitment,
    Condition,
    Dossier,
    Event,
    Firmness,
    Meeting,
    MeetingState,
    Metric,
    Observation,
    Party,
    PartyKind,
    Period,
    Record,
    Source,
    SourceKind,
    Target,
)
from entente.asking._selection import SHOWN
from entente.records._model import KIND_NAMES


def test_a_selection_prints_as_a_table() -> None:
    """The table has ids, the main fields and captions, without empty columns."""
    assert repr(DOSSIER.commitments) == (
        "id      made                 due              by          firmness   cited        what\n"
        "──────  ───────────────────  ───────────────  ──────────  ─────────  ───────────  ────────────────────\n"
        "patrol  30 January 2024      July 2024        FR          pledged    readout:3-4  Patrol more.\n"
        "share   about February 2024  by 2030          FR, police  discussed               Share what is known.\n"
        "talk    2023                 not before 2024  GB                                  Talk.\n"
        "wish                                                                              A mere wish."
    )
    assert (
        repr(DOSSIER.commitments[3:])
        == "id    what\n────  ────────────\nwish  A mere wish."
    )


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("themes", "boats      migration, crime  Boats"),
        ("parties", "police   body      FR       Police"),
        ("offices", "interior      FR     Minister of the Interior"),
        ("ministers", "darmanin  interior  G. Darmanin"),
        (
            "sources",
            "readout  readout      30 January 2024  GB         Readout",
        ),
        ("events", "games  from 26 July to 11 August 2024  Games"),
        (
            "meetings",
            "paris    30 January 2024  held      GB       readout:3-4  Paris",
        ),
        (
            "agreements",
            "treaty  treaty  FR               4 February 2003  2004      Treaty",
        ),
        (
            "metrics",
            "arrivals  2022: 45,774 people; 2023: a fall of 36%  Arrivals",
        ),
        ("statements", "praise  30 January 2024  praise  home     Well done."),
    ],
)
def test_each_kind_has_its_own_columns(kind: str, row: str) -> None:
    """Each kind shows the fields that readers want first."""
    assert row in repr(getattr(DOSSIER, kind)).splitlines()


@pytest.mark.parametrize(
    ("citation", "cited"),
    [
        (Citation(source="readout"), "readout"),
        (Citation(source="readout", lines="3"), "readout:3"),
        (
            Citation(source="readout", lines="3-4", paragraphs="2"),
            "readout:3-4",
        ),
        (Citation(source="readout", paragraphs="2"), "readout ¶2"),
        (Citation(source="readout", characters="10-90"), "readout @10-90"),
    ],
)
def test_a_citation_is_shown_with_its_locator(
    citation: Citation, cited: str
) -> None:
    """Lines, paragraphs and characters are marked differently."""
    source = Source(id="readout", title="Readout", kind=SourceKind.READOUT)
    dossier = Dossier(
        [source, Commitment(id="pay", summary="Pay.", citations=(citation,))]
    )
    assert repr(dossier.commitments).splitlines()[2] == f"pay  {cited}  Pay."


def test_a_long_selection_prints_its_beginning() -> None:
    """A long selection shows its first records and a count; `table` shows all."""
    records = [
        Commitment(id=f"c{number}", summary="Do it. " * 30 + "x")
        for number in range(SHOWN + 1)
    ]
    commitments = Dossier(records).commitments
    shown = repr(commitments).splitlines()
    assert shown[-1] == "… and 1 more"
    assert len(shown) == SHOWN + 3
    assert all(line.endswith("…") and len(line) <= 110 for line in shown[2:-1])
    assert len(commitments.table().splitlines()) == SHOWN + 3
    assert "more" not in commitments.table()
    assert not repr(commitments[:SHOWN]).endswith("more")


def test_a_table_may_be_narrower() -> None:
    """A table fits the width given, and needs no more than its content."""
    found = DOSSIER.commitments[1:2]
    assert (
        found.table(width=58).splitlines()[2].endswith("Share what is known.")
    )
    assert found.left_out(width=58)
    assert found.table(width=20).splitlines()[2] == "share  Share what i…"
    assert DOSSIER.themes.table(width=200) == repr(DOSSIER.themes)


def test_an_empty_answer_repeats_the_question() -> None:
    """An empty selection prints its question, as text and as a table."""
    nothing = DOSSIER.commitments.where(by="DE", made="2024")
    assert repr(nothing) == "0 commitments where by = DE and made = 2024"
    assert nothing.table() == repr(nothing)
    assert repr(Dossier().themes) == "0 themes"


class Tags(HTMLParser):
    """Collects the tags and texts of a document as a browser would."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        """Remember a tag."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Remember a text."""
        self.texts.append(data)


def test_a_notebook_shows_a_table() -> None:
    """In a notebook a selection is a table under its question, with all text escaped."""
    evil = Commitment(
        id="evil", summary="<script>alert(1)</script> & more", by=("FR",)
    )
    dossier = DOSSIER.with_records(evil)
    page = Tags(dossier.commitments.where(by="FR")._repr_html_())
    assert page.texts[0] == "3 commitments where by = FR"
    assert "<script>alert(1)</script> & more" in page.texts
    assert "script" not in page.tags
    assert page.tags.count("tr") == 4
    assert page.tags.count("th") == 7


def test_a_notebook_shows_an_empty_answer() -> None:
    """In a notebook an empty selection is a caption without rows."""
    page = Tags(DOSSIER.commitments.where(by="DE")._repr_html_())
    assert page.texts == ["0 commitments where by = DE"]
    assert "td" not in page.tags


def test_one_record_has_a_singular_caption() -> None:
    """The caption of one record uses the singular."""
    page = Tags(DOSSIER.commitments.where(firm=True)._repr_html_())
    assert page.texts[0] == "1 commitment where firm = True"


WORDS = Period(stated="promptly")


@pytest.mark.parametrize(
    ("record", "row"),
    [
        (
            Meeting(id="a", name="A", state=MeetingState.PLANNED, when=WORDS),
            "a   “promptly”  planned  A",
        ),
        (Commitment(id="a", summary="A.", due=WORDS), "a   “promptly”  A."),
        (
            Commitment(id="a", summary="A.", due_from=Anchor(record="games")),
            "a   from games  A.",
        ),
        (
            Metric(
                id="a",
                name="A",
                unit="ships",
                targets=(
                    Target(value="5 ships", due=WORDS),
                    Target(value="9 ships", due="2030"),
                    Target(value="> 9 ships"),
                ),
            ),
            "a   5 ships, due “promptly”; 9 ships, due 2030; more than 9 ships  A",
        ),
        (
            Metric(
                id="a",
                name="A",
                unit="ships",
                observations=(
                    Observation(period=WORDS, value="1 ships"),
                    Observation(as_of="2024-01-30", value="2 ships"),
                ),
            ),
            "a   “promptly”: 1 ships; as of 30 January 2024: 2 ships  A",
        ),
    ],
)
def test_a_date_in_words_only_is_shown_as_words(
    record: Record, row: str
) -> None:
    """No table shows a date of which nothing is known as a date, nor leaves out when a target is due."""
    games = Event(id="games", name="Games")
    dossier = Dossier([record, games])
    shown = repr(getattr(dossier, KIND_NAMES[type(record)]))
    assert shown.splitlines()[2] == row


def test_a_deadline_that_is_worked_out_is_shown_as_a_date() -> None:
    """A time that is counted from another record is a date once that has one."""
    games = Event(id="games", name="Games", when="2024-07-26")
    after = Anchor(record="games", after="P1M")
    dossier = Dossier(
        [games, Commitment(id="a", summary="A.", due_from=after)]
    )
    assert (
        repr(dossier.commitments).splitlines()[2] == "a   26 August 2024  A."
    )


def test_dates_in_words_only_are_grouped_by_their_words() -> None:
    """The name of such a group is no date."""
    said = Commitment(id="a", summary="A.", due=WORDS)
    dated = Commitment(id="b", summary="B.", due="2024")
    groups = Dossier([said, dated]).commitments.group_by("due")
    assert list(groups) == ["“promptly”", "2024"]


def test_a_wide_table_does_without_citations() -> None:
    """Conditions are cut and citations left out before a line of text is too long."""
    source = Source(
        id="joint-statement-of-the-summit",
        title="Statement",
        kind=SourceKind.JOINT_STATEMENT,
    )
    sale = Commitment(
        id="sell-three-patrol-boats-to-the-coast-guard",
        summary="Sell boats." + " Sell boats." * 9,
        made="2024-01-30",
        by=("US",),
        conditions=(Condition(text="Once Congress has approved the sale."),),
        citations=(Citation(source=source.id, lines="14-16"),),
    )
    commitments = Dossier([source, sale]).commitments
    shown = repr(commitments).splitlines()
    assert shown[0].split() == ["id", "made", "by", "depends", "on", "what"]
    assert max(map(len, shown)) == 110
    assert "Once Congress has …" in shown[2]
    assert "joint-statement-of-the-summit:14-16" in commitments._repr_html_()


def test_parties_may_be_asked_for_certain() -> None:
    """A party whose time is vague may have existed, and does not have to."""
    party = Party(id="a", name="A", kind=PartyKind.BODY, existed="2024~/2025")
    parties = Dossier([party]).parties
    assert parties.where(existed="2024-03-01").ids == ("a",)
    assert parties.where(existed="2024-03-01", certain=True).ids == ()


def test_a_word_of_a_vocabulary_has_no_underscore() -> None:
    """A reader sees "called for", as in views; the data keep the word."""
    urged = Commitment(
        id="urge", summary="Urge.", firmness=Firmness.CALLED_FOR
    )
    printed = repr(Dossier([urged]).commitments)
    assert "called for" in printed
    assert "_" not in printed
