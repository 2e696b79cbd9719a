"""Kinds of grammar that notices have in common: lists, ellipses, asides, speakers and headings."""

from __future__ import annotations

import pytest

from entente import Commitment, Firmness, Source, SourceKind
from entente.drafting import Candidate, draft


def drafted(text: str, *issued_by: str) -> list[Candidate[Commitment]]:
    """Draft a text that these parties issued."""
    source = Source(
        id="notice",
        title="Notice",
        kind=SourceKind.PRESS_NOTICE,
        issued_by=issued_by,
        published="2024-01-30",
    )
    return list(draft(text, source=source))


def passages(text: str, *issued_by: str) -> list[str]:
    """Return the passages of the candidates of a text."""
    return [each.passage for each in drafted(text, *issued_by)]


def parties(text: str, *issued_by: str) -> list[tuple[str, ...]]:
    """Return who acts in each of the candidates of a text."""
    return [each.record.by for each in drafted(text, *issued_by)]


def test_a_list_may_go_on_without_a_colon() -> None:
    """A line that breaks off is the lead of the list below it, and what is before it is read too."""
    text = (
        "Chad will open a bank. To this end, it was agreed that\n\n"
        "– schools will be opened and pilots trained every year;\n"
        "– a plan shall be written by May."
    )
    assert passages(text, "TD", "ML") == [
        "Chad will open a bank.",
        "schools will be opened",
        "pilots trained every year;",
        "a plan shall be written by May.",
    ]


@pytest.mark.parametrize("after", ["", "\n\nChad has acted."])
def test_several_objects_of_a_verb_are_one_act(after: str) -> None:
    """Below "exchanged views on" the items are talked of together."""
    text = f"The ministers exchanged views on\n\n– roads,\n– schools.{after}"
    assert passages(text, "TD", "ML") == [
        "The ministers exchanged views on – roads, – schools."
    ]


GAPS = {
    "Mali is to pay $5 million and Chad up to $6 million.": [
        (("ML",), "5000000 money"),
        (("TD",), "<= 6000000 money"),
    ],
    "Mali will pay EUR 5 million and Chad PLN 6 million, if talks succeed.": [
        (("ML",), "5000000 EUR"),
        (("TD",), "6000000 PLN"),
    ],
}


@pytest.mark.parametrize("text", GAPS)
def test_a_second_party_may_share_the_verb(text: str) -> None:
    """Who pays, and how much, is in the second half without its verb."""
    assert [
        (each.record.by, str(each.record.amounts[0].value))
        for each in drafted(text)
    ] == GAPS[text]


ASIDES = {
    "The bus was shown to the Malian Minister, who will try it in May.": [
        ("ML",)
    ],
    "Rules will be written by a joint working group, which is to meet in May.": [
        ("joint-working-group",),
        ("joint-working-group",),
    ],
    "They thanked the drivers, who will not be forgotten.": [],
    "Chad opened a school, which will teach girls.": [],
}


@pytest.mark.parametrize("text", ASIDES)
def test_who_was_told_of_acts_in_the_aside(text: str) -> None:
    """Those before the comma do what ", who will" says, if they are known."""
    assert parties(text) == ASIDES[text]


SPLIT = {
    "Mali commits to planting trees and to providing, subject to votes, 20 buses.": [
        "Mali commits to planting trees",
        "to providing, subject to votes, 20 buses.",
    ],
    "Mali asks the Secretariat to publish a map, to correct it and to report.": [
        "Mali asks the Secretariat to publish a map,",
        "to correct it and to report.",
    ],
    "Mali commits to plant trees and, by May, to build a road.": [
        "Mali commits to plant trees",
        "by May, to build a road.",
    ],
    "From now on the ministers of Mali will meet once a year.": [
        "the ministers of Mali will meet once a year."
    ],
    "Mali took note of a wish to build a road, and welcomed Chad's plan to dig a well.": [
        "welcomed Chad's plan to dig a well."
    ],
    "Mali will open a school, should Chad agree.": [
        "Mali will open a school, should Chad agree."
    ],
    "My son will never again have to walk.": [],
}


@pytest.mark.parametrize("text", SPLIT)
def test_each_act_has_a_passage(text: str) -> None:
    """What is joined by "and to", and what opens or closes a sentence, is told apart from the act."""
    assert passages(text) == SPLIT[text]


RUNGS = {
    "The school was asked to report by May.": "called_for",
    "Mali would be willing to lend buses.": "intended",
    "Mali will be sending 30 guards.": "intended",
    "The ministers set themselves the goal of halving fares.": "intended",
    "Mali promised Chad two buses.": "pledged",
    "Mali assured its partner that Malian banks would lend buses.": "intended",
    "We pledge ourselves to lower fares.": "pledged",
    "Mali declared its readiness to train pilots.": "intended",
    "Mali informed its partners of its plans to open a school.": "intended",
    "Guests adopted an appeal to the banks to lower fees.": "called_for",
    "Schools that have not paid are urged to pay by May.": "called_for",
    "At least half of the money will go to schools.": "intended",
    "Mali will open a school. These plans were welcomed.": "welcomed",
    "Mali will open a school. Chad welcomed this decision.": "welcomed",
}


@pytest.mark.parametrize("text", RUNGS)
def test_a_promise_may_be_in_a_noun(text: str) -> None:
    """Readiness, plans and appeals are undertakings or calls, and "this decision" is the one before."""
    assert str(drafted(text)[-1].record.firmness) == RUNGS[text]


BY = {
    "The Lake Chad Basin Commission will dig wells.": (),
    "The President of Mali confirmed that Mali would dig wells.": ("ML",),
    "The Group will dig wells.": (),
    "Warsaw pledged $5 million.": ("PL",),
    "Bosnia and Herzegovina and Chad will open a road.": ("BA", "TD"),
    "Mali will open a school. These plans were welcomed.": ("ML",),
    "Mali will open a school. Chad welcomed this decision.": ("ML",),
    "MALI AND NIGER\n\nNeither country will raise fares.": ("ML", "NE"),
    "MALI\n\nThe Minister will open a school.": ("ML",),
    "“We did well,” said the Malian Minister. “We will act.”": ("ML",),
    "“All is well,” added the Minister of Mali. “I saw it. I will act.”": (
        "ML",
    ),
}


@pytest.mark.parametrize("text", BY)
def test_who_acts_is_told_around_it(text: str) -> None:
    """Capitals, headings, speakers and what was said before tell who acts."""
    assert parties(text, "TD")[-1] == BY[text]


@pytest.mark.parametrize("issuers", [("TD", "ML"), ("lake-compact",)])
@pytest.mark.parametrize(
    "text",
    [
        "The rules will be written by May.",
        "It was decided to write rules by May.",
    ],
)
def test_those_who_issue_a_text_do_what_nobody_else_is_named_for(
    text: str, issuers: tuple[str, ...]
) -> None:
    """A passive without an agent is by those who issued the text together, which is said."""
    [candidate] = drafted(text, *issuers)
    assert candidate.record.by == issuers
    assert (
        "by: nobody is named; those who issued the text are taken"
        in candidate.open
    )


def test_whom_a_call_is_to_may_live_somewhere() -> None:
    """The place of those who are called upon is no part of who they are, and "upon" no condition."""
    text = "Mali called upon the bus companies in the valley to lower fares."
    [candidate] = drafted(text)
    assert candidate.record.to == ("bus-companies",)
    assert candidate.record.conditions == ()


AMOUNTS = {
    "Mali will pay $9 million, $2 million of which was paid.": [
        "9000000 money"
    ],
    "Mali will insure every bus of 20 seats.": [],
    "Mali will increase its gifts by a quarter.": ["25 %"],
    "At least half of the money will go to schools.": [">= 50 %"],
    "Mali will buy two further buses.": ["2 buses"],
    "Mali will lend Chad two buses.": ["2 buses"],
}


@pytest.mark.parametrize("text", AMOUNTS)
def test_an_amount_is_that_of_the_act(text: str) -> None:
    """What was paid before, or says which things are meant, is no amount of the act."""
    [candidate] = drafted(text)
    amounts = [str(each.value) for each in candidate.record.amounts]
    assert amounts == AMOUNTS[text]


def test_days_after_something_are_no_deadline() -> None:
    """Days that count from an event are left open."""
    [candidate] = drafted("Mali will print plans within 30 days of a vote.")
    assert candidate.record.due is None
    assert candidate.open[0] == (
        "due: 'within 30 days' is not read: it counts from what follows it"
    )


def test_a_share_is_no_date() -> None:
    """The words "by a quarter" tell how much, not when."""
    [candidate] = drafted("Mali will increase its gifts by a quarter.")
    assert candidate.open == (
        "summary: in the words of the source; write it in your own",
    )


def test_an_aim_is_no_act_of_its_own() -> None:
    """What follows "to" behind a comma is what the act is for, unless a list of acts goes on."""
    assert passages(
        "Chad will agree to send two ships, to help Niger.", "TD"
    ) == ["Chad will agree to send two ships, to help Niger."]
    assert (
        len(
            passages(
                "Chad commits to send two ships, to lend a crane and to pay for oil.",
                "TD",
            )
        )
        == 3
    )


DATES_OF_OTHERS = [
    "Chad will send experts to secure major events this year.",
    "Chad will send officers to the Olympics this summer.",
    "Chad will support the summit in Paris in May 2024.",
    "Chad will review the plan adopted this year.",
    "Chad will admit all students arriving in 2024.",
    "Chad will extend the treaty expiring in 2025.",
    "They discussed support for the games in May 2024.",
]


@pytest.mark.parametrize("text", DATES_OF_OTHERS)
def test_the_time_of_something_else_is_no_deadline(text: str) -> None:
    """When an event takes place, or people arrive, does not say by when something is done."""
    [candidate] = drafted(text, "TD")
    assert candidate.record.due is candidate.record.runs is None


def test_a_time_that_may_be_that_of_an_event_is_open() -> None:
    """The words are quoted, for the reviewer to decide."""
    [candidate] = drafted("Chad will secure the elections next year.", "TD")
    assert candidate.open[0] == (
        "due: 'next year' is not read: it may be the time of what stands before it"
    )


HELD_THEN = {
    "Chad will hold elections this year.": "2024",
    "Chad agreed to convene a meeting in Bol in May 2024.": "2024-05",
    "Chad will open schools in 2025.": "2025",
    "They discussed a meeting of the Lake Group in May 2024.": "2024-05",
    "Chad will report at its next meeting in May 2024.": "2024-05",
}


@pytest.mark.parametrize("text", HELD_THEN)
def test_an_event_is_held_when_the_text_says(text: str) -> None:
    """The time of an event is that of the promise to hold it."""
    [candidate] = drafted(text, "TD")
    assert str(candidate.record.due) == HELD_THEN[text]


def test_a_commitment_to_somebody_s_going_on_is_continuing() -> None:
    """Who goes on stands before the verb."""
    [candidate] = drafted(
        "The minister committed to the Chad Guard continuing to help Mali.",
        "TD",
    )
    assert candidate.record.continuing
    [other] = drafted("Peru committed to Chad continuing to help.", "PE")
    assert (other.record.continuing, other.record.by) == (True, ("TD",))


BOUNDS = {
    "Mali will keep losses below 4 percent.": ["< 4 %"],
    "Mali will pay not less than USD 8 million.": [">= 8000000 USD"],
    "Mali will pay between USD 4 million and USD 5 million.": [
        "4000000..5000000 USD"
    ],
    "Mali will pay UGX 4 billion and XOF 3 million.": [
        "4000000000 UGX",
        "3000000 XOF",
    ],
    "ALL 12 MEMBERS of the club will meet.": [],
}


@pytest.mark.parametrize("text", BOUNDS)
def test_an_amount_keeps_its_bounds(text: str) -> None:
    """A bound such as "below" is kept, and every currency is known."""
    amounts = [str(x.value) for x in drafted(text)[0].record.amounts]
    assert amounts == BOUNDS[text]


def test_a_second_party_may_have_a_long_name() -> None:
    """Who pays less is in the second half, after what is said of the first."""
    text = "Uganda will pay UGX 40 billion, in two parts, and the Democratic Republic of the Congo not less than USD 8 million."
    first, second = drafted(text)
    assert (first.record.by, second.record.by) == (("UG",), ("CD",))
    assert str(first.record.amounts[0].value) == "40000000000 UGX"
    assert str(second.record.amounts[0].value) == ">= 8000000 USD"


EACH_CASE = [
    "Requests will be answered within ten days.",
    "Chad will answer applications within ten days.",
    "Ships received after that date will be sent back within ten days.",
]


@pytest.mark.parametrize("text", EACH_CASE)
def test_a_time_for_each_case_is_no_deadline(text: str) -> None:
    """Within how many days a request is answered does not say by when all are."""
    [candidate] = drafted(text, "TD")
    assert candidate.record.due is None
    assert any("it may count anew in each case" in x for x in candidate.open)


OUTER = {
    "Mali asked whether Chad would pay.": [],
    "The note sets out what Mali will do.": [],
    "Mali said that no ship had come and that Niger would send two.": [
        "Niger would send two."
    ],
    "Mali says that five have come, and that ten will follow.": [
        "ten will follow."
    ],
    "Mali has no plans to close the post.": [],
    "Mali looks to Niger to finish the road.": [
        "Mali looks to Niger to finish the road."
    ],
    "Mali agreed in principle that a road should be built.": [
        "Mali agreed in principle that a road should be built."
    ],
}


@pytest.mark.parametrize("text", OUTER)
def test_what_governs_a_verb_decides(text: str) -> None:
    """Questions promise nothing, and of several things said each stands for itself."""
    assert passages(text) == OUTER[text]


def test_ordinals_open_the_items_of_a_decision() -> None:
    """What stands below "have resolved as follows" is resolved."""
    text = "The leaders of Chad and Mali have resolved as follows:\n\nFirst. To open a bank by May 2025.\n\nSecond. To build a road."
    found = drafted(text, "TD", "ML")
    assert [each.passage for each in found] == [
        "To open a bank by May 2025.",
        "To build a road.",
    ]
    assert {each.record.firmness for each in found} == {Firmness.AGREED}


def test_whom_a_call_names_ends_before_its_examples() -> None:
    """Lenders are called upon, and those that are named among them are examples."""
    [candidate] = drafted(
        "We urge bilateral creditors, including Peru, to grant relief.", "TD"
    )
    assert candidate.record.to == ("bilateral-creditors",)


def test_a_sum_is_given_to_a_fund() -> None:
    """A fund without a record is named after the words of the text; the object of an act is no receiver."""
    [gives] = drafted("Chad will give $5 million to the Lake Water Fund.")
    assert gives.record.to == ("lake-water-fund",)
    [accedes] = drafted("Chad will accede to the Lake Water Fund.")
    assert accedes.record.to == ()
