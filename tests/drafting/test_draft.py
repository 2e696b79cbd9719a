"""Drafts: what is drafted of a text, what is left open, and what is never written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from entente import (
    AmountRole,
    Citation,
    CitationState,
    Commitment,
    CommitmentKind,
    ConditionKind,
    Dossier,
    Firmness,
    Meeting,
    MeetingState,
    Minister,
    Office,
    Party,
    PartyKind,
    Period,
    Source,
    SourceKind,
    Tenure,
    Theme,
    verify,
)
from entente.drafting import Candidate, Drafted, draft
from entente.errors import RulesError, UnknownIdError

SAID = "2024-01-30"


def source(*issued_by: str, published: str | None = SAID) -> Source:
    """Return a source that these parties issued."""
    return Source(
        id="notice",
        title="Notice",
        kind=SourceKind.PRESS_NOTICE,
        issued_by=issued_by,
        published=published,
    )


def drafted(text: str, *issued_by: str) -> Drafted:
    """Draft a text that these parties issued."""
    return draft(text, source=source(*issued_by))


def only(text: str, *issued_by: str) -> Candidate[Commitment]:
    """Return the only candidate of a text."""
    [candidate] = drafted(text, *issued_by)
    return candidate


RUNGS = {
    "Chad and Niger agreed to reopen the border.": "agreed",
    "Chad and Niger agreed last week to reopen the border.": "agreed",
    "Chad and Niger agreed that both should patrol the border.": "agreed",
    "Chad and Niger agreed on the creation of a fund.": "agreed",
    "Chad has decided to reopen the border.": "agreed",
    "It was agreed that Chad would reopen the border.": "agreed",
    "Neither side shall move its troops.": "agreed",
    "Chad commits to reopening the border.": "pledged",
    "Chad is committed to reopening the border.": "pledged",
    "Chad, Mali and Niger undertake to share data.": "pledged",
    "Chad pledged €5 million to the fund.": "pledged",
    "Chad committed to Niger reopening the border.": "pledged",
    "Chad will reopen the border.": "intended",
    "Chad is to reopen the border.": "intended",
    "Chad is reopening the border by May.": "intended",
    "Chad announces a new fund.": "intended",
    "Chad announced that it would reopen the border.": "intended",
    "The Foreign Minister said that Chad would reopen the border.": "intended",
    "Chad continues to support the talks.": "intended",
    "The ministers instructed their officials to draft a plan.": "intended",
    "The bridge will be opened in May.": "intended",
    "The summit will take place in May.": "intended",
    "The centre will be operational by May.": "intended",
    "The task force will patrol the coast.": "intended",
    "Chad reaffirmed its pledge to reopen the border.": "endorsed",
    "Chad endorsed the proposal.": "endorsed",
    "Mali supports the goal of doubling trade.": "endorsed",
    "The plan of Mali was endorsed.": "endorsed",
    "Chad welcomed Mali's plan to reopen the border.": "welcomed",
    "Chad welcomed Mali's Reconstruction Plan.": "welcomed",
    "Chad called on Mali to reopen the border.": "called_for",
    "Chad called for a new treaty.": "called_for",
    "Mali must reopen the border.": "called_for",
    "Mali is invited to reopen the border.": "called_for",
    "Chad insisted that Mali reopen the border.": "called_for",
    "I would be grateful if Mali would reopen the border.": "called_for",
    "May I ask that Mali reopen the border?": "called_for",
    "Let us reopen the border.": "called_for",
    "I was glad to hear that Mali will reopen the border.": "welcomed",
    "Our aim is 3 percent by 2030.": "intended",
    "A contribution of 40 tents by Mali was announced.": "intended",
    "The costs will be borne by Mali.": "intended",
    "Chad discussed new patrols.": "discussed",
    "Chad will consider a common label.": "discussed",
    "Chad will also consider whether to act.": "discussed",
    "Chad would further explore joint patrols.": "discussed",
    "Chad is to look into the matter.": "discussed",
    "New patrols were discussed.": "discussed",
    "Chad should reopen the border.": "aspired",
    "Chad hopes to reopen the border.": "aspired",
}


@pytest.mark.parametrize("text", RUNGS)
def test_the_rung_is_that_of_the_outer_verb(text: str) -> None:
    """Each wording has its rung on the documented ladder."""
    assert only(text).record.firmness == RUNGS[text]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Chad also agreed to act.", "agreed"),
        ("Chad will act.", "will"),
        ("Chad is also committed to act.", "is also committed"),
    ],
)
def test_the_wording_begins_with_what_shows_the_rung(
    text: str, wording: str
) -> None:
    """Adverbs before the verb are no part of the wording."""
    assert only(text).record.wording == (wording,)


def test_the_summary_of_a_passive_tells_to_what_it_is_done() -> None:
    """What is to be done is told with what stands before the verb."""
    record = only("New pilots will be trained this summer.").record
    assert record.summary == "New pilots will be trained this summer"
    assert record.id == "new-pilots-trained-summer"


NOTHING = (
    "Chad expects to benefit.",
    "Chad stressed that trade matters.",
    "The testator's will states it.",
    "Prices would rise.",
    "Chad acted in the hope that all sides agree, and that they will help.",
    "Welcoming the plan, ministers met.",
    "Chad is glad that Mali, in turn, will help.",
    "The plans that Mali welcomed were read.",
    "Notice on borders",
    "Chad thanked Mali for its help.",
    "Chad paid tribute to the commitment of the guards.",
    "Chad believes that Mali will reopen the border.",
    "They are confident that peace will return.",
    "Chad did not agree to reopen the border.",
    "Peace will bring prosperity.",
    "This will help.",
    "It should be noted that prices rose.",
    "Should this fail, prices rise.",
    "Nobody should expect miracles.",
    "Chad has sent 50 officers.",
    "Chad had agreed to send officers.",
    "Chad kept its word.",
    "Chad agreed on a shared approach.",
    "Chad agreed today on principles.",
    "Chad agreed that trade matters.",
    "Chad welcomed the commitment of Mali.",
    "Chad will benefit.",
    "The agreement will enter into force on 1 May 2024.",
    "The border will be long.",
    "RECALLING that both sides agreed to reopen the border;",
    "Chad is reopening the border.",
    "The road that Chad agreed to build in 2019 is open.",
    "Chad announced the arrest of a smuggler.",
    "They called the law, which “will change lives”, a success.",
    "The guards, who will patrol at night, were thanked.",
    "The law, which will help many, was passed.",
    "The pledges below were announced by governments.",
    "Prices continue to rise in a way that nobody foresaw.",
    "...",
    "",
)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_undertaking_is_not_drafted(text: str) -> None:
    """Praise, thanks, beliefs, predictions, what is over and what is denied give no candidate."""
    assert not list(drafted(text))


def passages(text: str, *issued_by: str) -> list[str]:
    """Return the passages of the candidates."""
    return [each.passage for each in drafted(text, *issued_by)]


SPLIT = {
    "Chad (the north; the south) will reopen the border.": [
        "Chad (the north; the south) will reopen the border."
    ],
    "Chad will build roads and Mali (Gao and Kayes) will build bridges.": [
        "Chad will build roads",
        "Mali (Gao and Kayes) will build bridges.",
    ],
    "Chad will build roads so that trade grows and Mali will prosper.": [
        "Chad will build roads so that trade grows and Mali will prosper."
    ],
    "Chad will reopen the border and, when talks end will close it.": [
        "Chad will reopen the border and, when talks end will close it."
    ],
    "The road Chad announced will open in May.": [
        "The road Chad announced will open in May."
    ],
    "Chad will send ships and train pilots.": [
        "Chad will send ships",
        "train pilots.",
    ],
    "Chad will send ships, and Mali will train pilots.": [
        "Chad will send ships,",
        "Mali will train pilots.",
    ],
    "Chad will send ships; Mali has sent none.": ["Chad will send ships;"],
    "Mali has sent none; Chad will send ships.": ["Chad will send ships."],
    "Chad will send ships, but no date is set.": ["Chad will send ships,"],
    "Ships will be built and crews trained there.": [
        "Ships will be built",
        "crews trained there.",
    ],
    "Chad commits to building ships and training pilots.": [
        "Chad commits to building ships",
        "training pilots.",
    ],
    "Chad endorsed the goals of doubling trade and halving waste.": [
        "Chad endorsed the goals of doubling trade",
        "halving waste.",
    ],
    "Chad and Mali agreed that ships will be sent and that pilots will be trained.": [
        "Chad and Mali agreed that ships will be sent",
        "that pilots will be trained.",
    ],
    "Chad will support cooperation and exchange of views.": [
        "Chad will support cooperation and exchange of views."
    ],
    "Chad will fight crime, including by sending ships, and training pilots.": [
        "Chad will fight crime, including by sending ships, and training pilots."
    ],
    "Chad will act so that gangs stop and will send ships.": [
        "Chad will act so that gangs stop and will send ships."
    ],
    "Chad will set up a fund, which will meet twice a year.": [
        "Chad will set up a fund,",
        "which will meet twice a year.",
    ],
    "Chad insisted that Mali reopen the border and that it must pay.": [
        "Chad insisted that Mali reopen the border",
        "that it must pay.",
    ],
    "Chad offered to host a school, for which Mali has pledged $2.5 million.": [
        "Chad offered to host a school,",
        "Mali has pledged $2.5 million.",
    ],
    "Chad will pay 5 million dollars, half of which will be paid by May.": [
        "Chad will pay 5 million dollars,",
        "half of which will be paid by May.",
    ],
    "Chad will host a school, whose costs will be met by Mali, in Moundou.": [
        "Chad will host a school, whose costs will be met by Mali, in Moundou.",
        "whose costs will be met by Mali,",
    ],
    "Chad will host a school, in which those who met will learn.": [
        "Chad will host a school, in which those who met will learn."
    ],
    "Chad will host a school, of which it is proud.": [
        "Chad will host a school, of which it is proud."
    ],
    "I can confirm that Chad will send tents and that Mali will send ships.": [
        "Chad will send tents",
        "Mali will send ships.",
    ],
    "The Ministers: (a) will send ships; (b) agreed to meet; and (c) will pay. They left.": [
        "will send ships;",
        "agreed to meet;",
        "will pay.",
    ],
    "Donors will: (a) pay half;\n(b) report.": ["pay half;", "report."],
    "Mali has two roads: (a) good ones. Chad will build one.": [
        "Chad will build one."
    ],
    "Both sides agreed on a plan that the armies shall carry out.": [
        "a plan that the armies shall carry out.",
    ],
    "Chad opened two posts in May and will open three more.": [
        "will open three more."
    ],
    "Chad will, with its partners, send ships.": [
        "Chad will, with its partners, send ships."
    ],
    "In May, Chad will send ships.": ["In May, Chad will send ships."],
    "For its part, Chad will send ships.": ["Chad will send ships."],
    "Talks will resume, with a decision expected by May.": [
        "Talks will resume,",
        "a decision expected by May.",
    ],
    "Processing of cases will resume.": ["Processing of cases will resume."],
    "Chad hopes that Mali will agree, and will send ships.": [
        "will send ships."
    ],
    "Chad expressed thanks and agreed to send ships.": [
        "agreed to send ships."
    ],
}


@pytest.mark.parametrize("text", SPLIT)
def test_each_act_has_a_passage(text: str) -> None:
    """A sentence gives a candidate for each act, with the words that are its own."""
    assert passages(text, "TD", "ML") == SPLIT[text]


def test_the_items_of_a_list_take_the_verb_above_it() -> None:
    """What stands above a list governs its items, which may have verbs of their own."""
    text = """\
Chad and Mali agreed to:
(a) open a post by 1 May 2024;
(b) share data, and
(c) not raise tariffs.

CHAD:
• plans to send ships;
• is sending 5 boats this year.

Mali: will train 20 pilots.

Officials will meet.
"""
    found = [
        (str(each.record.firmness), each.record.by, each.passage)
        for each in drafted(text)
    ]
    assert found == [
        ("agreed", ("TD", "ML"), "open a post by 1 May 2024;"),
        ("agreed", ("TD", "ML"), "share data, and"),
        ("agreed", ("TD", "ML"), "not raise tariffs."),
        ("intended", ("TD",), "plans to send ships;"),
        ("intended", ("TD",), "is sending 5 boats this year."),
        ("intended", ("ML",), "will train 20 pilots."),
        ("intended", ("officials",), "Officials will meet."),
    ]


BY = {
    "Chad, (with Mali), will reopen the border.": ("TD",),
    "Note: Chad will reopen the border.": ("TD",),
    "All our ships will sail by May.": ("TD",),
    "In Chad President Idriss opened it. The President will act.": ("TD",),
    "The French government will send ships.": ("FR",),
    "The UK and the United States will send ships.": ("GB", "US"),
    "France, Germany and Italy will send ships.": ("FR", "DE", "IT"),
    "COSTA RICA will send ships.": ("CR",),
    "The G20 will send ships.": ("g20",),
    "The European Union will send ships.": ("EU",),
    "UK officers will be stationed abroad.": ("GB",),
    "Ships will be sent by our navy.": ("TD",),
    "Ships will be sent by Mali.": ("ML",),
    "Ships will be sent by the end of May.": (),
    "Mali will be held responsible.": (),
    "We will send ships.": ("TD",),
    "Our navy will send ships.": ("TD",),
    "I will send ships.": ("TD",),
    "The President will send ships.": ("TD",),
    "President Doe will send ships.": (),
    "The President and President Doe will send ships.": (),
    "Mali's Foreign Minister, Awa Doe, met us. Ms Doe agreed to send ships.": (),
    "Malian Foreign Minister Awa Traore met us. Minister Traore will send ships.": (
        "ML",
    ),
    "Malian Foreign Minister Awa Traore met us. The Foreign Minister will send ships.": (
        "ML",
    ),
    "Prime Minister Awa Traore of Mali met us. Minister Traore will send ships.": (
        "ML",
    ),
    "Central American states should act.": ("central-american-states",),
    "The Central Americans should act.": (),
    "Mali met Niger. It will send ships.": ("ML",),
    "The Minister for Trade of Mali will send ships.": ("ML",),
    "Mali's minister stated: “We will send ships.”": ("ML",),
    "The Indian Ocean will be patrolled.": (),
    "Mali and Niger met. They will send ships.": ("ML", "NE"),
    "A fund was set up. They will send ships.": (),
    "Mali said its army will send ships.": ("ML",),
    "“We will send ships,” Mali's minister said.": ("ML",),
    "Employers should pay more.": ("employers",),
    "The arrivals from Albania will be counted.": (),
    "The ministers of Mali and Niger will send ships.": ("ML", "NE"),
    "Our Malian friends should send ships.": ("ML",),
    "Chad welcomed plans to send ships.": (),
    "Chad reaffirmed Mali's pledge to send ships.": ("TD",),
    "Chad endorsed its partner's plan.": ("TD",),
    "New patrols were discussed by Mali.": ("ML",),
    "Chad told the press that Mali would send ships.": ("ML",),
    "The ministers agreed that Mali will send ships.": ("ML",),
    "The member states of the G7 should act.": ("g7-member-states",),
}


@pytest.mark.parametrize("text", BY)
def test_who_acts_is_who_is_named(text: str) -> None:
    """Names, adjectives, pronouns and offices tell who acts; else it is left open, and said."""
    *_, candidate = drafted(text, "TD")
    assert candidate.record.by == BY[text]
    is_open = any(each.startswith("by: ") for each in candidate.open)
    assert is_open is not bool(BY[text])


TO = {
    "Chad called on Mali to act.": ("ML",),
    "Chad urged third countries to act.": ("third-countries",),
    "Banks are lending less; we urge them to lend more.": ("banks",),
    "Chad urged the Member States of ASEAN to act.": ("asean-member-states",),
    "Chad urged everybody else to act.": (),
    "Chad will give $5 to Mali.": ("ML",),
    "Chad will work with its Malian counterpart.": ("ML",),
    "Chad will give jobs to Malians.": (),
    "Chad calls for a treaty between Mali and Niger.": ("ML", "NE"),
    "Mali must act.": ("ML",),
}


@pytest.mark.parametrize("text", TO)
def test_who_is_addressed_is_who_is_named(text: str) -> None:
    """Those who are called upon, helped or given something are those that the passage names."""
    assert only(text, "TD").record.to == TO[text]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Both sides will act.", ("TD", "ML")),
        ("Leaders will act.", ("TD", "ML")),
        ("Neither party shall act.", ("TD", "ML")),
        ("We will act.", ("TD", "ML")),
        ("They will act.", ("TD", "ML")),
        ("I will act.", ()),
    ],
)
def test_two_issuers_are_both_sides(text: str, by: tuple[str, ...]) -> None:
    """In a text of two, what they call themselves means both."""
    assert only(text, "TD", "ML").record.by == by


def test_a_readout_of_two_has_two_sides() -> None:
    """One state's account of a meeting with one other state knows both sides."""
    text = (
        "The ministers of Mali met ours. Mali was glad. Both sides will act."
    )
    *_, candidate = drafted(text, "TD")
    assert candidate.record.by == ("TD", "ML")


def test_an_organisation_speaks_for_itself() -> None:
    """The leaders of an organisation are those of the organisation that issued the text."""
    text = "The leaders will act. Both ministers will act."
    assert [each.record.by for each in drafted(text, "g7")] == [
        ("g7",),
        ("g7",),
    ]


def test_several_sides_of_one_state_are_not_told() -> None:
    """Where a text of one state names many others, nobody knows who both sides are."""
    text = "Mali, Niger and Peru met. Both sides will act."
    assert only(text, "TD").record.by == ()


def test_a_speaker_says_we() -> None:
    """Below "said:" the first person is whoever speaks, until a heading."""
    text = """\
The Malian President said:
We will act. I will help.

Further notes

We will pay.
"""
    assert [each.record.by for each in drafted(text, "TD")] == [
        ("ML",),
        ("ML",),
        ("TD",),
    ]


DUE = {
    "Chad will help over the rest of the next decade.": "None",
    "Chad will act by the end of the year.": "[..2024-12-31]",
    "Chad will act in May 2025.": "2025-05",
    "Norway will act in the spring.": "2024-21",
    "Chad will act within 90 days.": "[2024-01-30..2024-04-29]",
    "By 2030, Chad will act.": "[..2030]",
    "Chad will send 5 ships over the next two years.": "[2024-01-30..2026-01-30]",
    "Chad will act in fiscal years 2025 and 2026.": "[2025-01-01..2026-12-31]",
    "Chile will act in the spring.": "2024-29",
    "Chad will act until May 2025.": "None",
    "Chad will act before the summit in May 2025.": "None",
    "Chad will report to the summit to be held in May 2025.": "None",
    "Chad will host the summit planned for May 2025.": "None",
    "Chad will keep to the 2030 Agenda.": "None",
    "A summit will be held in May 2025.": "2025-05",
    "Chad will send 5 ships from 2025 to 2027.": "[2025-01-01..2027-12-31]",
    "Chad will act in late 1 December or so.": "None",
    "Chad will act from May 2025.": "None",
    "Chad will house those who came before March 2020.": "None",
    "Chad will keep the line of 28 July 2023.": "None",
    "Chad will keep to what it told us on 28 July 2023.": "None",
    "Chad will act by May 2025 and by June 2026.": "None",
    "Norway will act by next spring.": "None",
    "Chad will act within the next year.": "None",
    "Chad will act soon.": "None",
    "Chad will act as Mali votes in May 2025.": "None",
    "Chad will help with the Summer Games.": "None",
    "Chad will not act before May 2025.": "None",
    "Chad will spend over half of its aid.": "None",
}


@pytest.mark.parametrize("text", DUE)
def test_a_deadline_is_what_the_passage_says(text: str) -> None:
    """Words of time are read as `Period.from_words` reads them; ends and what is over are no deadlines."""
    country = "CL" if "Chile" in text else "AR" if "fiscal" in text else "TD"
    text = text.replace("Chad", "Argentina") if country == "AR" else text
    assert str(only(text).record.due) == DUE[text.replace("Argentina", "Chad")]


OPEN = {
    "Norway will act by next spring.": (
        "due: 'by next spring' is not read: it may be one of two when said on 2024-01-30; write the year"
    ),
    "Chad will act by May 2025 and by June 2026.": (
        "due: there are several times: 'by May 2025' and 'by June 2026'"
    ),
    "Chad will not act before May 2025.": (
        "due: 'before May 2025' may say for how long it is forbidden, or by when that is to be so"
    ),
    "Ships will be sent in FY 2024.": (
        "due: 'in FY 2024' is not read: whose fiscal year it is, is not said"
    ),
    "Chile and Norway will act in the spring.": (
        "due: 'in the spring' is not read: it depends on the country"
    ),
    "Chad will pay $5 to $6 billion.": (
        "amounts: '$5 to $6 billion' is not read: it is unclear whether both of its numbers are thousands,"
        " millions or the like; write both out"
    ),
    "Chad urged everybody else to act.": (
        "to: 'everybody else' is no party that is known"
    ),
    "Chad will act before the summit in May 2025.": (
        "due: 'in May 2025' is not read: it may be the time of what stands before it"
    ),
    "Ships will be sent.": "by: the passage does not say which party ('Ships')",
    "It was agreed that ships will be sent.": (
        "by: the passage does not say which party"
    ),
}


@pytest.mark.parametrize("text", OPEN)
def test_what_is_open_is_said(text: str) -> None:
    """Each candidate says what it leaves open, and why."""
    issuer = () if "FY" not in text else ("US",)
    assert OPEN[text] in only(text, *issuer).open


def test_without_the_day_no_date_is_read() -> None:
    """A source without a day of publication gives no dates, and the candidate says so."""
    [candidate] = draft("Chad will act by May.", source=source(published=None))
    assert candidate.record.due is None
    assert candidate.open[0] == (
        "due: 'by May' is not read: the source has no day of publication"
    )


def test_what_lasts_is_no_deadline() -> None:
    """A time for which something goes on is that for which it runs."""
    record = only("Chad will help over the next two years.").record
    assert (record.due, record.runs) == (None, Period("2024-01-30/2026-01-30"))


def test_the_same_date_is_the_one_before() -> None:
    """What is due by "the same date" has the date that was named before it in the paragraph."""
    text = "Chad will act by 2030, and Mali will act by the same date."
    assert [str(each.record.due) for each in drafted(text)] == ["[..2030]"] * 2


AMOUNTS = {
    "Chad will send 10 fast armed patrol boats.": [
        "10 fast armed patrol boats"
    ],
    "Chad will send up to 100 officers to Mali.": ["<= 100 officers"],
    "Chad will send a further 100 officers.": ["100 officers"],
    "Chad will send 2,000 additional officers.": ["2000 officers"],
    "Chad will pay €72.2 million.": ["72200000 EUR"],
    "Chad will pay $5 million.": ["5000000 money"],
    "The United States will pay $5 million.": ["5000000 USD"],
    "Chad will cut waste by at least 75% by 2030.": [">= 75 %"],
    "Chad will send 10,000 to 20,000 tents a year.": [
        "10000..20000 tents per P1Y"
    ],
    "Over half of the 30 ships shall arrive by May.": ["> 15 <= 30 ships"],
    "Chad will send two ships.": ["2 ships"],
    "Chad will double its aid.": ["2"],
    "Chad will train ten officers deployed abroad.": ["10 officers"],
    "Chad will keep the first two rounds.": [],
    "Chad will keep UNSCR 1701 fully.": [],
    "Chad will keep the 2030 agenda.": [],
    "Chad will send up to 2000 officers.": ["<= 2000 officers"],
    "The two armies will meet.": [],
    "Our 2 countries will meet.": [],
    "Chad will keep to No. 2 of the plan.": [],
    "Chad will meet on 4 May.": [],
    "Chad will act for 20 days.": [],
    "Chad will keep the 1951 treaty.": [],
    "Chad will meet the one that came.": [],
    "Chad will host COP30 and the 25th summit.": [],
    "Chad, which sent 5 ships, will send more.": [],
    "Chad sent 50 tents and will send 60 beds.": ["60 beds"],
    "Chad will pay 5 per ship.": [],
}


@pytest.mark.parametrize("text", AMOUNTS)
def test_an_amount_is_what_the_passage_says(text: str) -> None:
    """Amounts are read as `Quantity.from_words` reads them, of the act alone."""
    issuer = ("US",) if "United States" in text else ("TD", "ML")
    record = only(text, *issuer).record
    told = [each.times or each.value for each in record.amounts]
    assert list(map(str, told)) == AMOUNTS[text]


def test_what_is_added_is_additional() -> None:
    """Words such as "a further" tell the role of an amount."""
    [amount] = only("Chad will send a further 100 officers.").record.amounts
    assert amount.role is AmountRole.ADDITIONAL


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (
            "Subject to approval by parliament, Chad will act.",
            ConditionKind.APPROVAL,
            "Subject to approval by parliament",
        ),
        (
            "Chad will act, provided that funds can be found, in May.",
            ConditionKind.FUNDING,
            "provided that funds can be found",
        ),
        ("Once this is done, Chad will act.", None, "Once this is done"),
        (
            "Chad will act if invited if it can.",
            None,
            "if invited if it can",
        ),
    ],
)
def test_a_condition_is_known_by_its_cue(
    text: str, kind: ConditionKind | None, told: str
) -> None:
    """What a promise depends on is kept in the words of the text, with its kind where they tell it."""
    [condition] = only(text).record.conditions
    assert (condition.kind, condition.text) == (kind, told)


@pytest.mark.parametrize(
    "text", ["Chad will act, if possible.", "Chad will act once."]
)
def test_not_every_if_is_a_condition(text: str) -> None:
    """Fixed phrases, and a cue that nothing follows, are no conditions."""
    assert only(text).record.conditions == ()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Chad will meet Mali twice a year.", "FREQ=MONTHLY;INTERVAL=6"),
        ("Chad will meet Mali every two years.", "FREQ=YEARLY;INTERVAL=2"),
        ("Chad will report annually.", "FREQ=YEARLY"),
        ("Chad will report soon.", None),
        ("Chad will send aid for a year.", None),
        ("Chad will hold a week of talks.", None),
        ("Chad will close no market without a week's notice.", None),
    ],
)
def test_a_recurrence_is_known_by_its_cue(text: str, rule: str | None) -> None:
    """Words such as "twice a year" give the rule by which a duty comes again."""
    assert only(text).record.recurrence == rule


@pytest.mark.parametrize(
    "text",
    [
        "Chad will not act.",
        "Chad undertakes not to act.",
        "Chad agreed to refrain from acting.",
        "Chad agreed that no troops shall move.",
        "Neither side shall act.",
    ],
)
def test_a_prohibition_is_known_by_its_cue(text: str) -> None:
    """What somebody will not do is a prohibition."""
    record = only(text, "TD", "ML").record
    assert record.kind is CommitmentKind.PROHIBITION


@pytest.mark.parametrize(
    ("text", "continuing"),
    [
        ("Chad will continue to act.", True),
        ("Chad commits to go on sharing news.", True),
        ("Chad will act.", False),
    ],
)
def test_what_goes_on_is_continuing(text: str, *, continuing: bool) -> None:
    """A promise to go on is marked."""
    assert only(text).record.continuing is continuing


# --- the dossier at hand -------------------------------------------------------------------------

TRACKER = Dossier(
    [
        source("GB"),
        Theme(id="boats", label="Small boats", aliases=("dinghies",)),
        Party(
            id="coast-force",
            name="Coast Force",
            kind=PartyKind.BODY,
            aliases=("CF",),
        ),
        Office(id="crown", title="Crown", party="GB"),
        Office(id="premier", title="Premier", party="FR", aliases=("PM",)),
        Minister(
            id="a-b",
            name="Ana Bo",
            tenures=(Tenure(office="premier", period="2020/.."),),
        ),
    ]
)


def test_a_dossier_gives_names_and_themes() -> None:
    """Aliases of parties, offices and themes are known from the dossier."""
    text = "The CF will stop dinghies. The Premier will help."
    first, second = draft(text, source="notice", dossier=TRACKER)
    assert (first.record.by, first.record.themes) == (
        ("coast-force",),
        ("boats",),
    )
    assert second.record.by == ("FR",)


@pytest.mark.parametrize(
    ("when", "made"),
    [
        (SAID, SAID),
        ("2024-01", "2024-01"),
        ("2024-01-29/2024-01-30", "None"),
        (None, "None"),
    ],
)
def test_promises_are_made_at_a_meeting(when: str | None, made: str) -> None:
    """The meeting that is told is that of each candidate, and its day is theirs if it is one day."""
    talks = Meeting(
        id="talks", name="Talks", state=MeetingState.HELD, when=when
    )
    dossier = Dossier([source(), talks])
    text = "Chad will act. Mali will act."
    for each in draft(text, source="notice", dossier=dossier, meeting="talks"):
        assert (each.record.meeting, str(each.record.made)) == ("talks", made)


def test_a_meeting_is_one_of_the_dossier() -> None:
    """A meeting that the dossier does not have is refused."""
    known = Meeting(id="talks", name="Talks", state=MeetingState.HELD)
    dossier = Dossier([source(), known])
    message = r"^'talk' is not among these meetings; did you mean 'talks'\?$"
    with pytest.raises(UnknownIdError, match=message):
        draft("", source="notice", dossier=dossier, meeting="talk")
    with pytest.raises(
        UnknownIdError, match=r"^'talks' is not among these meetings"
    ):
        draft("", source=source(), meeting="talks")


def test_an_id_is_that_of_a_source() -> None:
    """The id of a source has to be one."""
    with pytest.raises(TypeError, match=r"^'boats' is not a source$"):
        draft("", source="boats", dossier=TRACKER)
    with pytest.raises(UnknownIdError):
        draft("", source="notice")


def test_ids_are_new() -> None:
    """An id that the dossier or the draft has is numbered."""
    text = "Chad will act. Mali will act. Peru will act."
    held = Dossier([source(), Commitment(id="act", summary="Act.")])
    found = draft(text, source="notice", dossier=held)
    assert [each.record.id for each in found] == ["act-2", "act-3", "act-4"]
    assert only("Chad should.").record.id == "chad-should"
    assert only("Chad will “…”.").record.id == "commitment"


TWO = "Chad will act.\nMali will sing."


@pytest.mark.parametrize("part", ["characters", "fingerprint", "quote"])
def test_what_is_cited_is_not_drafted_again(part: str) -> None:
    """A passage that a commitment of the dossier cites is not offered again, but counted."""
    first, _ = draft(TWO, source=source())
    cited = first.record.citations[0]
    parts: dict[str, str] = {
        "characters": str(cited.characters),
        "fingerprint": str(cited.fingerprint),
        "quote": "Chad will act",
    }
    citations = (
        Citation(source="notice", lines="2"),
        Citation(source="other", characters="1-9"),
        Citation(source="notice", **{part: parts[part]}),  # type: ignore[arg-type]
    )
    other = Source(id="other", title="Other", kind=SourceKind.SPEECH)
    record = Commitment(id="act", summary="Act.", citations=citations)
    held = Dossier([source(), other, record])
    again = draft(TWO, source="notice", dossier=held)
    assert [each.passage for each in again] == ["Mali will sing."]
    assert (len(again), again.held) == (1, 1)


def test_parties_that_are_not_known_are_declared() -> None:
    """A draft declares organisations and others that it names and nobody has declared."""
    text = "The UN and the G7 will act. Employers should pay."
    found = drafted(text, "g7")
    assert [
        (each.id, each.name, str(each.kind)) for each in found.parties
    ] == [
        ("g7", "Group of Seven", "grouping"),
        ("un", "United Nations", "international_organisation"),
        ("employers", "Employers", "grouping"),
    ]
    declared = Dossier([source(), *found.parties])
    assert not draft(text, source=source(), dossier=declared).parties


def test_a_party_that_is_declared_cites_where_it_is_named() -> None:
    """A party leads back to the first passage that names it; who issued the text needs none."""
    text = "We will act. The UN will help. The UN will pay."
    found = drafted(text, "g7")
    _, helping, _ = (each.record for each in found)
    assert [each.citations for each in found.parties] == [
        (),
        helping.citations,
    ]


# --- rules ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("issuer", "id"),
    [
        ("Lake Basin Compact", "lake-basin-compact"),
        ("lake-basin-compact", "lake-basin-compact"),
        ("Île du Lac", "ile-du-lac"),
        ("G7", "g7"),
        ("UK", "GB"),
    ],
)
def test_who_issued_a_text_may_be_a_name(issuer: str, id: str) -> None:
    """A source may hold only the name of who issued it, and "we" has an id made of it."""
    candidate = only("We will open the locks by May.", issuer)
    assert candidate.record.by == (id,)


def test_the_name_of_the_issuer_means_it() -> None:
    """The text speaks of the issuer by its name, and its party has that name."""
    found = drafted(
        "The Lake Basin Compact will open the locks by May.",
        "Lake Basin Compact",
    )
    assert [each.record.by for each in found] == [("lake-basin-compact",)]
    assert [each.name for each in found.parties] == ["Lake Basin Compact"]


def test_a_name_of_which_no_id_can_be_made_is_left_out() -> None:
    """A name in another script gives no id, so who "we" are is open."""
    candidate = only("We will open the locks by May.", "湖")
    assert candidate.record.by == ()


@given(
    st.lists(
        st.text(min_size=1, max_size=20).map(str.strip).filter(bool),
        max_size=3,
        unique=True,
    )
)
def test_any_issuer_is_taken(issuers: list[str]) -> None:
    """Whatever a source says of who issued it, a text can be drafted."""
    assert len(drafted("We will open the locks by May.", *issuers)) == 1


def test_rules_can_be_added(tmp_path: Path) -> None:
    """A file of rules adds words to those of the language."""
    rules = tmp_path / "own.toml"
    rules.write_text(
        '[[cues]]\nrung = "pledged"\nverbs = ["swear"]\ntakes = ["to"]\n'
        '[parties.organisations]\nmoon = ["Moon Council"]\n'
    )
    [candidate] = draft(
        "The Moon Council swears to act.", source=source(), rules=rules
    )
    assert (candidate.record.firmness, candidate.record.by) == (
        Firmness.PLEDGED,
        ("moon",),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[cues]", "own.toml: the rules cannot be read: "),
        (
            '[[cues]]\nrung = "high"\n',
            "each of the cues needs a rung, one of: aspired, discussed, called_for, welcomed, endorsed,",
        ),
    ],
)
def test_rules_that_cannot_be_read_are_refused(
    text: str, message: str, tmp_path: Path
) -> None:
    """An error says what is wrong with a file of rules."""
    rules = tmp_path / "own.toml"
    rules.write_text(text)
    with pytest.raises(RulesError) as caught:
        draft("Chad will act.", source=source(), rules=rules)
    assert message in str(caught.value)


def test_a_file_without_lists_adds_nothing(tmp_path: Path) -> None:
    """What is no list is passed over."""
    rules = tmp_path / "own.toml"
    rules.write_text(
        'cues = 5\nacts = "x"\n[details]\nfactors = 1\nno_ids = 2\n'
    )
    assert len(draft("Chad will act.", source=source(), rules=rules)) == 1


def test_there_are_rules_for_english() -> None:
    """Another language is refused, with those that there are."""
    message = "^'fr' is not a language that texts are drafted from; write one of: en$"
    with pytest.raises(RulesError, match=message):
        draft("", source=source(), language="fr")


# --- laws ----------------------------------------------------------------------------------------

SUBJECTS = (
    "Chad",
    "Mali",
    "We",
    "They",
    "It",
    "The ministers",
    "Both sides",
    "A fund",
    "",
)
VERBS = (
    "will",
    "agreed to",
    "hopes to",
    "should",
    "is to",
    "welcomed plans to",
    "urged Peru to",
)
OBJECTS = (
    "send 5 ships",
    "pay €3 million",
    "act",
    "train pilots and send 20 tents",
    "cut it by 5%",
)
TIMES = (
    "by May 2025",
    "in the spring",
    "within 90 days",
    "",
    "since 2019",
    "by next spring",
    "in 2026",
)
ENDS = (".", ";", ", subject to funds.", ", and Niger will help.", "\n\n")

sentences = st.tuples(
    *map(st.sampled_from, (SUBJECTS, VERBS, OBJECTS, TIMES, ENDS))
)
texts = st.lists(sentences, max_size=4).map(
    lambda parts: " ".join(f"{a} {b} {c} {d}{e}" for a, b, c, d, e in parts)
)
NAMES = {"TD": "Chad", "ML": "Mali", "PE": "Peru", "NE": "Niger"}


@given(texts)
def test_nothing_is_written_that_the_text_does_not_hold(text: str) -> None:
    """A party that is written is named in the text or issued it; an amount and a date are in the passage."""
    for candidate in drafted(text, "TD", "ML"):
        record = candidate.record
        for party in (*record.by, *record.to):
            assert NAMES[party] in text or party in {"TD", "ML"}
        for amount in record.amounts:
            assert amount.value is not None
            first = str(amount.value.low)[0]
            assert first in candidate.passage
        for period in (record.due, record.runs):
            assert period is None or str(period.stated) in candidate.passage


@given(texts)
def test_each_citation_is_in_order(text: str) -> None:
    """The citation of each candidate is found where it says."""
    found = drafted(text, "TD", "ML")
    records = [each.record for each in found]
    dossier = Dossier([found.source, *found.parties, *records])
    findings = verify(dossier, sources={"notice": text})
    assert all(each.state is CitationState.OK for each in findings)
    assert len(findings) == len(found)


@given(texts | st.text() | st.text("aA1.,;:()“”‘’\n -–•€%"))
def test_a_draft_is_the_same_again(text: str) -> None:
    """Any text is drafted, and in the same way each time."""
    assert drafted(text, "TD") == drafted(text, "TD")


@given(texts)
def test_a_draft_is_not_made_twice(text: str) -> None:
    """What was moved to the dossier is not drafted again."""
    found = drafted(text, "TD", "ML")
    records = [each.record for each in found]
    dossier = Dossier([found.source, *found.parties, *records])
    again = draft(text, source="notice", dossier=dossier)
    assert (len(again), again.held) == (0, len(found))


def test_an_item_may_have_a_verb_of_its_own() -> None:
    """An item with a subject and a verb is read by itself, whatever stands above the list."""
    text = "Both sides agreed to:\n- meet again;\n- Mali will send ships."
    found = drafted(text, "TD", "ML")
    assert [str(each.record.firmness) for each in found] == [
        "agreed",
        "intended",
    ]


def test_below_a_name_its_offices_are_meant() -> None:
    """The offices of a paragraph that opens with a name are those of that state."""
    text = "MALI: It was a good year. The President will act."
    assert only(text, "TD").record.by == ("ML",)


def test_a_candidate_has_its_citation() -> None:
    """The citation of a candidate is that of its record."""
    candidate = only("Chad will act.")
    assert candidate.citation.lines == candidate.lines


TABLE = """\
Pledges recorded at the conference:

| State | Sum |
Norway: NOK 600 million
- Ireland – EUR 14.5 million by 2026
| Kenya | 40 tents
Mali: USD 5 million; Chad: USD 6 million
"""


def test_a_table_of_pledges_gives_a_record_for_each_line() -> None:
    """Below "pledges", a state and its sum is a pledge of that state; a line with several is left alone."""
    assert [
        (each.record.by, str(each.record.firmness), each.record.wording)
        for each in drafted(TABLE)
    ] == [((code,), "pledged", ("Pledges",)) for code in ("NO", "IE", "KE")]
    assert [
        [str(amount.value) for amount in each.record.amounts]
        for each in drafted(TABLE)
    ] == [["600000000 NOK"], ["14500000 EUR"], ["40 tents"]]


@pytest.mark.parametrize(
    "above",
    [
        "Contributions received:",
        "Populations:",
        "They met.",
        "Pledges paid",
    ],
)
def test_a_table_of_something_else_gives_no_pledge(above: str) -> None:
    """What is done, or only counted, is no pledge."""
    assert not drafted(f"{above}\n\nNorway: NOK 600 million\n")


@pytest.mark.parametrize(
    ("above", "line"),
    [("Pledges:", "Total: NOK 600 million"), ("Pledges:", "Norway: none")],
)
def test_a_line_without_a_party_or_a_sum_is_no_pledge(
    above: str, line: str
) -> None:
    """A total is nobody's pledge, and a line without a sum is none."""
    assert not drafted(f"{above}\n\n{line}\n")


def test_what_is_announced_is_of_those_who_give_it() -> None:
    """An announcement in the passive is drafted only if it says whose contribution it is."""
    [given] = drafted("A grant of 40 tents by Mali was announced.", "TD")
    assert given.record.by == ("ML",)
    assert not drafted("A grant of 40 tents was announced.", "TD")
    assert not drafted("The results by Mali were announced.", "TD")


def test_those_who_ask_are_not_asked() -> None:
    """Parties that are called upon are not all of those who speak."""
    [call] = drafted("We invite Parties that can to pay.", "TD", "ML")
    assert (call.record.by, call.record.to) == (("TD", "ML"), ())
    assert not drafted("Let us remember the dead.", "TD")


def test_money_of_a_country_that_is_not_named_is_open() -> None:
    """Dollars are some money; other money without a code is named as open."""
    [dollars] = drafted("Chad will pay 5 million dollars.")
    [francs] = drafted("Chad will pay 5 million francs.")
    assert [str(each.value) for each in dollars.record.amounts] == [
        "5000000 money"
    ]
    assert not francs.record.amounts
    assert (
        "amounts: '5 million francs' is not read: it is not said whose money it is"
        in francs.open
    )


def test_numbers_that_are_not_taken_are_named() -> None:
    """A number without what it counts, or beside the act, is open, and never lost."""
    found = only(
        "Mali, which has 40 ships, will send 5 officers and 250 more."
    )
    assert [str(each.value) for each in found.record.amounts] == ["5 officers"]
    assert [each for each in found.open if each.startswith("amounts")] == [
        "amounts: '40 ships' is not taken: it is in what is said beside the act",
        "amounts: '250' is not read: the passage does not say what is counted",
    ]
