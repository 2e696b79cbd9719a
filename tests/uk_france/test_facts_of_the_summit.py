"""Facts 45 to 67: the summit of 2023, the Channel, security, support for the Olympics (paragraphs 17 to 21)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from entente import (
    Act,
    Agreement,
    AmountRole,
    Basis,
    Commitment,
    Dossier,
    Event,
    Firmness,
    Link,
    LinkKind,
    Meeting,
    MeetingState,
    Metric,
    Minister,
    Office,
    Period,
    Place,
    Quantity,
    Role,
    Scope,
    ScopeKind,
    Statement,
    Truth,
)
from readout_facts import (
    BOTH,
    READOUT,
    cited,
    get,
    notes,
    told_as_done,
    told_as_going_on,
    told_by_the_document,
)

# --- paragraph 17: what has come of the summit --------------------------------------------------


def test_s45_the_landmark_deal_is_the_summit_agreement(
    dossier: Dossier,
) -> None:
    """Two names stand for one agreement; that they do is inferred."""
    agreement = get(Agreement, dossier, "summit-agreement-2023")
    assert agreement.name == "UK-France Summit agreement of March 2023"
    assert agreement.aliases == ("Landmark deal",)
    assert "both names are taken for one agreement" in notes(agreement)
    assert dossier.agreements.where(meeting="leaders-summit-2023").ids == (
        agreement.id,
    )


def test_s46_the_leaders_summit_was_held_in_march_2023(
    dossier: Dossier,
) -> None:
    """The month is stated, the day inferred; place and form are open."""
    summit = get(Meeting, dossier, "leaders-summit-2023")
    assert summit.state is MeetingState.HELD
    assert summit.when == Period("2023-03-10")
    assert summit.when.stated == "March 2023"
    assert summit.parties == ("GB", "FR")
    assert (summit.places, summit.form) == ((), None)
    assert summit.themes == ("bilateral-relations",)
    assert "the day is looked up" in notes(summit)


def test_s47_the_prime_minister_is_an_office_as_of_the_summit(
    dossier: Dossier,
) -> None:
    """The office took part; who held it depends on the day that is asked about."""
    part = get(Meeting, dossier, "leaders-summit-2023").participations[0]
    assert (part.office, part.minister, part.role) == (
        "uk-prime-minister",
        None,
        Role.PRINCIPAL,
    )
    assert get(Office, dossier, "uk-prime-minister").party == "GB"
    (holder,) = dossier.holders(
        "uk-prime-minister", on="2023-03-10", certain=True
    )
    assert (holder.id, holder.name) == ("rishi-sunak", "Rishi Sunak")
    assert holder.tenures[0].period == Period("2022-10-25/2024-07-05")
    assert [place.basis for place in cited(holder, "60")] == [Basis.INFERRED]
    assert dossier.holders("uk-prime-minister", on="2024-07-06") == ()
    assert dossier.holders("uk-home-secretary", on="2023-03-10") == ()


def test_s48_president_macron_is_of_france_by_inference(
    dossier: Dossier,
) -> None:
    """Title and surname are stated; the country is not."""
    part = get(Meeting, dossier, "leaders-summit-2023").participations[1]
    assert (part.minister, part.office) == ("emmanuel-macron", "fr-president")
    assert get(Office, dossier, "fr-president").party == "FR"
    assert "without a country" in notes(get(Office, dossier, "fr-president"))
    president = get(Minister, dossier, "emmanuel-macron")
    assert president.tenures[0].period == Period(
        "2017-05-14/", as_of="2024-01-30"
    )
    assert dossier.holders("fr-president", on="2023-03-10", certain=True) == (
        president,
    )


def test_s49_both_go_on_delivering_the_agreement(dossier: Dossier) -> None:
    """Progress is a report on the day of the talks, and nothing is promised."""
    commitment = get(Commitment, dossier, "deliver-summit-agreement")
    assert commitment.by == ("GB", "FR")
    assert (commitment.firmness, commitment.continuing) == (None, True)
    assert commitment.agreement == "summit-agreement-2023"
    assert commitment.themes == ("small-boats",)
    assert told_by_the_document(commitment)
    assert told_as_going_on(commitment)
    assert [str(place.lines) for place in commitment.reports[0].citations] == [
        "59"
    ]


def test_s50_the_uk_pays_and_france_deploys(dossier: Dossier) -> None:
    """Both agreed on 500 in March 2023; the time limit is inferred, and progress is measured."""
    commitment = get(Commitment, dossier, "fund-french-personnel")
    assert commitment.by == ("GB", "FR")
    assert commitment.funded_by == ("GB",)
    assert commitment.implemented_by == ("FR",)
    assert commitment.firmness is Firmness.AGREED
    assert commitment.is_firm
    assert commitment.made == Period("2023-03")
    assert commitment.due == Period("2026")
    assert "by 2026 is looked up" in notes(commitment)
    (amount,) = commitment.amounts
    assert (amount.value, amount.role) == (
        Quantity("500 people"),
        AmountRole.TOTAL,
    )
    assert commitment.scope == (
        Scope(kind=ScopeKind.PEOPLE, text="French personnel"),
    )
    assert commitment.agreement == "summit-agreement-2023"
    assert commitment.meeting == "leaders-summit-2023"
    assert commitment.metrics == ("french-personnel-deployed",)
    assert commitment.themes == ("small-boats", "law-enforcement", "funding")
    assert told_as_going_on(commitment)


def test_s51_over_half_of_500_is_a_bound(dossier: Dossier) -> None:
    """More than 250 and at most 500 people are deployed, and how many is not made up."""
    metric = get(Metric, dossier, "french-personnel-deployed")
    (target,) = metric.targets
    assert (metric.unit, target.value, target.due) == (
        "people",
        Quantity(">= 500 people"),
        None,
    )
    assert metric.themes == ("small-boats", "law-enforcement")
    (observation,) = metric.observations
    assert (observation.period, observation.as_of) == (
        Period("2024-01-30"),
        Period("2024-01-30"),
    )
    assert observation.by == READOUT
    deployed = observation.value
    assert deployed is not None
    assert (deployed.low, deployed.low_open) == (Decimal(250), True)
    assert (deployed.high, deployed.high_open) == (Decimal(500), False)
    assert (deployed > "250 people") is Truth.YES
    assert (deployed >= "300 people") is Truth.MAYBE


# --- paragraph 18: deaths in the Channel --------------------------------------------------------


def test_s52_recent_deaths_have_no_first_day(dossier: Dossier) -> None:
    """They were before the talks; nothing bounds them further."""
    deaths = get(Event, dossier, "channel-deaths")
    assert deaths.when == Period("[..2024-01-30]")
    assert deaths.when.stated == "recent"
    assert deaths.when.earliest is None
    assert deaths.themes == ("saving-lives", "small-boats")


def test_s53_the_channel_is_of_no_country(dossier: Dossier) -> None:
    """The place has a name and no state."""
    assert get(Event, dossier, "channel-deaths").places == (
        Place(name="The Channel"),
    )


def test_s54_the_document_calls_for_the_gangs_to_be_dismantled(
    dossier: Dossier,
) -> None:
    """The speaker is the document and no person; nobody in particular is to do it."""
    call = get(Statement, dossier, "gangs-must-be-dismantled")
    assert call.act is Act.CALL
    assert call.to == ()
    assert call.about == ("channel-deaths",)
    assert call.themes == ("organised-crime",)
    assert told_by_the_document(call)


def test_s55_growing_violence_is_a_claim(dossier: Dossier) -> None:
    """A trend without a number is a claim of the document, and no metric."""
    claim = get(Statement, dossier, "gangs-more-violent")
    assert claim.act is Act.CLAIM
    assert claim.themes == ("organised-crime",)
    assert told_by_the_document(claim)
    assert dossier.metrics.where(theme="organised-crime").ids == ()


# --- paragraph 19: in the north of France -------------------------------------------------------


def test_s56_closer_work_since_may_2023(dossier: Dossier) -> None:
    """It is going on, with no end, and was not promised here."""
    commitment = get(Commitment, dossier, "closer-work-in-northern-france")
    assert commitment.by == ("GB", "FR")
    assert commitment.firmness is None
    assert commitment.runs == Period("2023-05/", as_of="2024-01-30")
    assert commitment.runs.stated == "since May 2023"
    assert commitment.themes == ("small-boats", "law-enforcement")
    assert told_by_the_document(commitment)
    assert told_as_going_on(commitment)


def test_s57_liaison_officers_are_based_in_lille(dossier: Dossier) -> None:
    """How many is not told; that it is since May 2023 is inferred."""
    commitment = get(Commitment, dossier, "liaison-officers-in-lille")
    assert commitment.by == ("GB",)
    assert (commitment.firmness, commitment.metrics) == (None, ())
    assert commitment.runs == Period("2023-05/", as_of="2024-01-30")
    assert "one way to read it" in notes(commitment)
    assert commitment.themes == ("law-enforcement", "intelligence-sharing")
    assert told_by_the_document(commitment)
    assert told_as_going_on(commitment)


def test_s58_liaison_officers_are_based_in_calais(dossier: Dossier) -> None:
    """They are a posting of their own beside that in Lille."""
    commitment = get(Commitment, dossier, "liaison-officers-in-calais")
    assert commitment.by == ("GB",)
    assert (commitment.firmness, commitment.metrics) == (None, ())
    assert commitment.runs == Period("2023-05/", as_of="2024-01-30")
    assert "one way to read it" in notes(commitment)
    assert commitment.themes == ("law-enforcement", "intelligence-sharing")
    assert told_by_the_document(commitment)
    assert told_as_going_on(commitment)


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("closer-work-in-northern-france", "Northern France"),
        ("liaison-officers-in-lille", "Lille"),
        ("liaison-officers-in-calais", "Calais"),
    ],
)
def test_s59_three_places_in_france(
    dossier: Dossier, id: str, name: str
) -> None:
    """Each stands with what is done there."""
    assert get(Commitment, dossier, id).places == (
        Place(name=name, country="FR"),
    )


def test_s60_better_exchange_is_a_claim(dossier: Dossier) -> None:
    """The outcome is what the document says of the work and the postings since May 2023."""
    claim = get(Statement, dossier, "information-exchange-better")
    assert claim.act is Act.CLAIM
    assert claim.about == (
        "closer-work-in-northern-france",
        "liaison-officers-in-lille",
        "liaison-officers-in-calais",
    )
    assert claim.themes == ("intelligence-sharing",)
    assert told_by_the_document(claim)


def test_s61_the_exchange_has_two_purposes(dossier: Dossier) -> None:
    """To prevent crossings, and to investigate crime, is what it is for."""
    objective = get(Statement, dossier, "aim-of-information-exchange")
    assert objective.act is Act.OBJECTIVE
    assert objective.about == ("information-exchange-better",)
    assert objective.themes == ("small-boats", "organised-crime")
    assert told_by_the_document(objective)


# --- paragraph 20: security ---------------------------------------------------------------------


def test_s62_the_security_relationship_goes_on(dossier: Dossier) -> None:
    """That it is strong and valued is a claim, not a promise."""
    claim = get(Statement, dossier, "security-relationship-strong")
    assert claim.act is Act.CLAIM
    assert claim.themes == ("counter-terrorism",)
    assert (
        claim.note
        == "Said to go on, from the day of the talks and with no end."
    )
    assert told_by_the_document(claim)


def test_s63_it_covers_hamas_and_groups_not_named(dossier: Dossier) -> None:
    """The scope is part of the claim, at home and abroad."""
    scope = get(Statement, dossier, "scope-of-counter-terrorism")
    assert (scope.act, scope.part_of) == (
        Act.CLAIM,
        "security-relationship-strong",
    )
    assert scope.themes == ("counter-terrorism",)
    assert "at home and abroad" in scope.summary
    assert "Hamas" in scope.summary
    assert told_by_the_document(scope)


# --- paragraph 21: the Olympics again -----------------------------------------------------------


def test_s64_the_document_restates_the_offer(dossier: Dossier) -> None:
    """The same support, in other words and by another speaker, is no new promise."""
    commitment = get(Commitment, dossier, "olympic-support-restated")
    assert (commitment.by, commitment.to) == (("GB",), ("FR",))
    assert commitment.links == (
        Link(kind=LinkKind.RESTATES, target="olympic-security-support"),
    )
    assert (commitment.firmness, commitment.wording) == (
        Firmness.INTENDED,
        ("continues to offer",),
    )
    assert commitment.continuing
    assert commitment.runs == Period("2024-01-30/2024-22")
    assert commitment.event == "summer-olympics-2024"
    assert commitment.themes == ("olympics-security",)
    assert told_by_the_document(commitment)


@pytest.mark.parametrize(
    ("id", "event"),
    [
        ("lessons-of-london-2012", "london-olympics-2012"),
        ("lessons-of-queens-funeral", "queens-funeral"),
        ("lessons-of-kings-coronation", "kings-coronation"),
    ],
)
def test_experience_was_shared_already(
    dossier: Dossier, id: str, event: str
) -> None:
    """What was shared is done, and a part of the offer."""
    action = get(Commitment, dossier, id)
    assert (action.by, action.to) == (("GB",), ("FR",))
    assert (action.event, action.part_of) == (
        event,
        "olympic-support-restated",
    )
    assert (action.firmness, action.themes) == (None, ("olympics-security",))
    assert get(Event, dossier, event).themes == action.themes
    assert told_by_the_document(action)
    assert told_as_done(action)


def test_s65_london_2012_is_known_to_the_year(dossier: Dossier) -> None:
    """The Games of 2012 have place and year in their name."""
    games = get(Event, dossier, "london-olympics-2012")
    assert games.when == Period("2012")
    assert games.places == (Place(name="London", country="GB"),)
    assert dossier.commitments.where(event=games.id).ids == (
        "lessons-of-london-2012",
    )


def test_s66_the_day_of_the_queens_funeral_is_inferred(
    dossier: Dossier,
) -> None:
    """The text gives no date; it is known from elsewhere."""
    funeral = get(Event, dossier, "queens-funeral")
    assert funeral.when == Period("2022-09-19")
    assert {place.basis for place in cited(funeral, "79")} == BOTH
    assert dossier.commitments.where(event=funeral.id).ids == (
        "lessons-of-queens-funeral",
    )


def test_s67_the_day_of_the_kings_coronation_is_inferred(
    dossier: Dossier,
) -> None:
    """The text gives no date; it is known from elsewhere."""
    coronation = get(Event, dossier, "kings-coronation")
    assert coronation.when == Period("2023-05-06")
    assert {place.basis for place in cited(coronation, "80")} == BOTH
    assert dossier.commitments.where(event=coronation.id).ids == (
        "lessons-of-kings-coronation",
    )
