"""Statements beside the promises of a text: thanks, praise, claims and the like."""

from __future__ import annotations

import pytest

from entente import (
    Agreement,
    Dossier,
    Meeting,
    MeetingState,
    Minister,
    Office,
    Party,
    PartyKind,
    Source,
    SourceKind,
    Statement,
    Theme,
    loads,
)
from entente.drafting import Drafted, draft, draft_text


def source(*issued_by: str) -> Source:
    """Make the source of a text."""
    return Source(
        id="notice",
        title="Notice",
        kind=SourceKind.PRESS_NOTICE,
        issued_by=issued_by,
        published="2024-01-30",
    )


def said(text: str, *issued_by: str) -> list[tuple[str, tuple[str, ...], str]]:
    """Return the statements of a text: what each does, who makes it, and its passage."""
    drafted = draft(text, source=source(*issued_by))
    return [
        (each.record.act.value, each.record.speakers, each.passage)
        for each in drafted.statements
    ]


SAID = {
    "We thank Peru for its help and praise the nurses.": [
        ("thanks", "We thank Peru for its help"),
        ("praise", "praise the nurses."),
    ],
    "We are grateful to Peru for its help.": [
        ("thanks", "We are grateful to Peru for its help.")
    ],
    "We met in Bol, and are grateful to Peru for that.": [
        ("thanks", "are grateful to Peru for that.")
    ],
    "Chad noted that trade was good.": [
        ("claim", "Chad noted that trade was good.")
    ],
    "Chad noted the importance of trade.": [
        ("priority", "Chad noted the importance of trade.")
    ],
    "Chad declared “the river is ours”.": [
        ("claim", "Chad declared “the river is ours”.")
    ],
    "Chad is hopeful that rain comes.": [
        ("aspiration", "Chad is hopeful that rain comes.")
    ],
    "Chad noted the report.": [],
    "Chad was thanked by its friends.": [],
    "Chad did not claim that it had paid.": [],
    "A fisher claimed that the sea was empty.": [],
}


@pytest.mark.parametrize("text", SAID)
def test_a_statement_says_what_it_does(text: str) -> None:
    """Verbs of thanks, praise and claims make statements of those who are named."""
    assert [(act, words) for act, _, words in said(text, "TD")] == SAID[text]


def test_a_promise_is_no_statement_as_well() -> None:
    """What is drafted as a commitment is not drafted again, and what stands beside it is."""
    text = (
        "Chad said that it would send ships. Chad will pay, and thanks Peru."
    )
    drafted = draft(text, source=source("TD"))
    assert len(drafted) == 2
    assert [each.passage for each in drafted.statements] == ["thanks Peru."]


def test_a_speech_makes_claims() -> None:
    """What is said below the name of its speaker is said by the speaker's side, unless it asks."""
    text = (
        "The Minister said:\n"
        "The fence is in good order. It is vital to keep it so. Who could want more? So be it."
    )
    assert said(text, "TD") == [
        ("claim", ("TD",), "The fence is in good order."),
        ("call", ("TD",), "It is vital to keep it so."),
    ]


def test_it_is_vital_is_said_by_nobody_in_the_text_itself() -> None:
    """Without a speaker there is nobody whose statement it is."""
    assert said("It is vital to keep the fence.", "TD") == []


DOSSIER = Dossier(
    [
        Party(
            id="river-board",
            name="River Board",
            kind=PartyKind.BODY,
            aliases=("Board",),
        ),
        Office(id="td-water", title="Minister of Water", party="TD"),
        Minister(id="chad-minister", name="Ada Moundou"),
        Theme(id="rivers", label="Rivers"),
        Agreement(id="pact", name="River Pact", aliases=("Pact of Bol",)),
        Meeting(
            id="talks",
            name="Talks",
            state=MeetingState.HELD,
            when="2024-01-29",
        ),
    ]
)


def test_a_dossier_tells_whose_words_they_are() -> None:
    """Offices and ministers of a dossier are the speakers, and what it knows is what they speak about."""
    text = (
        "The Minister of Water thanked the Board for the Pact of Bol.\n\n"
        "Ada Moundou said that the River Board of Chad had cleared the rivers."
    )
    drafted = draft(
        text, source=source("TD"), dossier=DOSSIER, meeting="talks"
    )
    first, second = [each.record for each in drafted.statements]
    assert first.speakers == ("td-water",)
    assert first.to == ("river-board",)
    assert first.about == ("pact",)
    assert second.speakers == ("chad-minister",)
    assert second.about == ("river-board",)
    assert second.themes == ("rivers",)
    assert (second.meeting, str(second.said)) == ("talks", "2024-01-29")


TO = {
    "Chad thanked the Government of Peru for its help.": ("PE",),
    "Chad thanked the Peruvian authorities.": ("PE",),
    "Chad thanked Peruvian nurses.": (),
    "Chad thanked all who went to Peru.": (),
    "Chad praised Peru.": (),
}


@pytest.mark.parametrize("text", TO)
def test_thanks_go_to_a_party(text: str) -> None:
    """Whom somebody thanks is written if it is a party."""
    [statement] = draft(text, source=source("TD")).statements
    assert statement.record.to == TO[text]


def test_those_who_are_thanked_have_a_record() -> None:
    """A draft declares the parties that its statements name, so that it can be loaded."""
    drafted = draft("NATO thanked UNICEF.", source=source("TD"))
    assert [each.id for each in drafted.parties] == ["nato", "unicef"]
    assert loads(draft_text(drafted), format="toml").statements


def test_what_a_dossier_has_is_not_drafted_again() -> None:
    """A passage that a statement of the dossier cites is left out."""
    text = "Chad thanked Peru. Chad praised Mali."
    notice = source("TD")
    [thanks, _] = draft(text, source=notice).statements
    held = Dossier([notice, thanks.record])
    drafted = draft(text, source="notice", dossier=held)
    assert [each.passage for each in drafted.statements] == [
        "Chad praised Mali."
    ]
    assert drafted.held == 0


def test_all_candidates_stand_in_the_order_of_the_text() -> None:
    """Commitments, statements and metrics are written as the text has them."""
    text = "Chad thanked Peru. Chad will pay. Crossings fell to 300 in 2023."
    drafted: Drafted = draft(text, source=source("TD"))
    assert [type(each.record).__name__ for each in drafted.all] == [
        "Statement",
        "Commitment",
    ]
    assert isinstance(drafted.all[0].record, Statement)
