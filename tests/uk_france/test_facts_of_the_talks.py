"""Facts 1 to 28: the talks, small boats, the Calais Group, the Olympics (paragraphs 1 to 7)."""

from __future__ import annotations

from entente import (
    Act,
    Agreement,
    AgreementForm,
    Basis,
    Commitment,
    CommitmentKind,
    Dossier,
    Event,
    Firmness,
    Force,
    Link,
    LinkKind,
    Meeting,
    MeetingForm,
    MeetingState,
    Membership,
    Metric,
    Minister,
    Office,
    Party,
    PartyKind,
    Period,
    Place,
    Quantity,
    Role,
    Scope,
    ScopeKind,
    Source,
    SourceKind,
    Statement,
    Truth,
)
from readout_facts import (
    INFERRED,
    READOUT,
    TALKS,
    cited,
    get,
    notes,
    spoken_at_the_talks,
    told_as_done,
    told_by_the_document,
)

# --- paragraph 1: the talks ---------------------------------------------------------------------


def test_s01_the_source_is_a_readout_of_one_side(dossier: Dossier) -> None:
    """What the text does not say of itself stays open, but for the publisher, which is inferred."""
    source = get(Source, dossier, READOUT)
    assert source.kind is SourceKind.READOUT
    assert source.issued_by == ("GB",)
    assert source.publisher == "Home Office"
    assert (
        source.published,
        source.language,
        source.address,
        source.licence,
    ) == (
        None,
        None,
        None,
        None,
    )
    assert source.note is not None
    assert source.note.startswith("The title is a description of ours.")


def test_s02_the_talks_were_held_in_person_on_30_january_2024(
    dossier: Dossier,
) -> None:
    """The text has weekday, day and month; the year is inferred."""
    talks = get(Meeting, dossier, TALKS)
    assert talks.state is MeetingState.HELD
    assert talks.form is MeetingForm.IN_PERSON
    assert talks.parties == ("GB", "FR")
    assert talks.when == Period("2024-01-30")
    assert talks.when.stated == "Tuesday (30 January)"
    assert "2018 and 2024" in notes(talks)


def test_s03_the_talks_were_in_paris(dossier: Dossier) -> None:
    """The place is a city of France."""
    assert get(Meeting, dossier, TALKS).places == (
        Place(name="Paris", country="FR"),
    )


def test_s04_the_home_secretary_is_an_office_without_a_name(
    dossier: Dossier,
) -> None:
    """The office takes part; who held it on the day is a look-up, from a source of its own."""
    assert get(Office, dossier, "uk-home-secretary").party == "GB"
    part = get(Meeting, dossier, TALKS).participations[0]
    assert (part.office, part.minister, part.party) == (
        "uk-home-secretary",
        None,
        None,
    )
    (holder,) = dossier.holders(
        "uk-home-secretary", on="2024-01-30", certain=True
    )
    assert (holder.id, holder.name) == ("james-cleverly", "James Cleverly")
    assert holder.tenures[0].period == Period("2023-11-13/2024-07-05")
    assert holder.tenures[0].citations[0].source == "ifg-ministers"
    assert [place.basis for place in cited(holder, "1")] == [Basis.INFERRED]


def test_s05_gerald_darmanin_is_interior_minister_of_france(
    dossier: Dossier,
) -> None:
    """Person and office are stated; his first and last day in it are inferred."""
    minister = get(Minister, dossier, "gerald-darmanin")
    assert minister.name == "Gérald Darmanin"
    assert get(Office, dossier, "fr-interior-minister").party == "FR"
    (tenure,) = minister.tenures
    assert (tenure.office, tenure.period) == (
        "fr-interior-minister",
        Period("2020-07-06/2024-09-21"),
    )
    assert [place.basis for place in tenure.citations] == [Basis.INFERRED]
    assert [place.basis for place in minister.citations] == [Basis.STATED]
    assert dossier.holders("fr-interior-minister", on="2024-01-30") == (
        minister,
    )


def test_s06_both_take_part_as_principals_and_neither_as_host(
    dossier: Dossier,
) -> None:
    """The host is not stated, and Paris does not make it the French minister."""
    first, second = get(Meeting, dossier, TALKS).participations
    assert (first.role, second.role) == (Role.PRINCIPAL, Role.PRINCIPAL)
    assert (second.minister, second.office) == (
        "gerald-darmanin",
        "fr-interior-minister",
    )
    assert cited(get(Meeting, dossier, TALKS), "1-3")[0].note == (
        "Who met; it does not say that either was the host."
    )


def test_s07_the_document_tells_the_agenda(dossier: Dossier) -> None:
    """What was talked about is a claim of the document, and the meeting's theme."""
    agenda = get(Statement, dossier, "paris-agenda")
    assert agenda.act is Act.CLAIM
    assert told_by_the_document(agenda)
    assert agenda.about == (TALKS,)
    assert (
        agenda.themes
        == get(Meeting, dossier, TALKS).themes
        == ("bilateral-relations",)
    )
    assert "shared priorities" in agenda.summary


# --- paragraph 2: the Entente Cordiale ----------------------------------------------------------


def test_s08_the_anniversary_is_in_the_year_of_the_talks(
    dossier: Dossier,
) -> None:
    """It is known to the year and no further."""
    anniversary = get(Event, dossier, "entente-cordiale-120th-anniversary")
    assert anniversary.when == Period("2024")
    assert anniversary.when.stated == "this year"
    assert anniversary.themes == ("bilateral-relations",)
    assert dossier.statements.where(about=anniversary.id).ids == (
        "entente-opened-new-era",
    )
    assert get(Statement, dossier, "entente-opened-new-era").about == (
        anniversary.id,
        "entente-cordiale",
    )


def test_s09_the_entente_is_a_bundle_of_three_instruments(
    dossier: Dossier,
) -> None:
    """Its day is inferred, and so are the instruments behind the common name."""
    entente_cordiale = get(Agreement, dossier, "entente-cordiale")
    assert entente_cordiale.form is AgreementForm.BUNDLE
    assert entente_cordiale.parties == ("GB", "FR")
    assert entente_cordiale.signed == Period("1904-04-08")
    assert "2024 less the 120 years" in notes(entente_cordiale)
    instruments = dossier.agreements.where(part_of="entente-cordiale")
    assert [each.form for each in instruments] == [
        AgreementForm.DECLARATION,
        AgreementForm.CONVENTION,
        AgreementForm.DECLARATION,
    ]
    for instrument in instruments:
        assert instrument.part_of == "entente-cordiale"
        assert (instrument.parties, instrument.signed) == (
            ("GB", "FR"),
            Period("1904-04-08"),
        )
        assert instrument.themes == ("bilateral-relations",)
        assert {place.basis for place in instrument.citations} == INFERRED


# --- paragraph 3: small boats -------------------------------------------------------------------


def test_s10_boats_fell_by_36_percent_from_an_unknown_level(
    dossier: Dossier,
) -> None:
    """The metric holds a change against the year before, of boats, and no figure for either year."""
    metric = get(Metric, dossier, "small-boat-arrivals")
    assert metric.unit == "boats"
    assert metric.themes == ("small-boats",)
    assert (metric.targets, metric.baseline) == ((), None)
    (observation,) = metric.observations
    assert (observation.period, observation.against) == (
        Period("2023"),
        Period("2022"),
    )
    assert observation.change == Quantity("change -36 %")
    assert observation.value is None
    assert (observation.as_of, observation.by) == (Period("2024-01-30"), "GB")


def test_s11_the_home_secretary_credits_french_law_enforcement(
    dossier: Dossier,
) -> None:
    """His praise is about those who did the work, and about the figure."""
    praise = get(Statement, dossier, "praise-for-fewer-boats")
    assert (praise.act, praise.speakers) == (
        Act.PRAISE,
        ("uk-home-secretary",),
    )
    assert praise.about == ("fr-law-enforcement", "small-boat-arrivals")
    assert praise.themes == ("small-boats", "law-enforcement")
    assert spoken_at_the_talks(praise)
    body = get(Party, dossier, "fr-law-enforcement")
    assert (body.kind, body.part_of) == (
        PartyKind.BODY,
        (Membership(party="FR"),),
    )


def test_s12_measures_against_taxi_boats_are_done_and_welcomed(
    dossier: Dossier,
) -> None:
    """Nothing was promised then, so there is no day on which it was made; that France acted is implied."""
    measures = get(Commitment, dossier, "taxi-boat-measures")
    assert measures.by == ("FR",)
    assert "implied" in notes(measures)
    assert measures.announced_by == ("uk-home-secretary",)
    assert measures.firmness is Firmness.WELCOMED
    assert not measures.is_firm
    assert measures.made is None
    assert measures.kind is CommitmentKind.ACTION
    assert measures.themes == ("small-boats", "organised-crime")
    assert told_as_done(measures)


def test_s13_barriers_were_built(dossier: Dossier) -> None:
    """They are one of the measures; nothing is promised."""
    barriers = get(Commitment, dossier, "taxi-boat-barriers")
    assert barriers.part_of == "taxi-boat-measures"
    assert (barriers.by, barriers.firmness, barriers.made) == (
        ("FR",),
        None,
        None,
    )
    assert barriers.themes == ("small-boats", "law-enforcement")
    assert told_as_done(barriers)


def test_s14_patrols_were_increased_by_a_number_not_told(
    dossier: Dossier,
) -> None:
    """They are the other measure, and no metric is made up for them."""
    patrols = get(Commitment, dossier, "taxi-boat-patrols")
    assert patrols.part_of == "taxi-boat-measures"
    assert (patrols.by, patrols.firmness, patrols.made) == (
        ("FR",),
        None,
        None,
    )
    assert patrols.themes == ("small-boats", "law-enforcement")
    assert (patrols.metrics, patrols.note) == ((), "By how much is not said.")
    assert told_as_done(patrols)
    parts = dossier.commitments.where(part_of="taxi-boat-measures")
    assert parts.ids == ("taxi-boat-barriers", "taxi-boat-patrols")


def test_s15_the_effect_on_organised_crime_is_a_claim(
    dossier: Dossier,
) -> None:
    """It is a claim about the measures, and no figure."""
    claim = get(Statement, dossier, "joint-work-hit-crime")
    assert claim.act is Act.CLAIM
    assert told_by_the_document(claim)
    assert claim.about == ("taxi-boat-measures",)
    assert claim.themes == ("organised-crime",)


# --- paragraph 4: the summit agreement ----------------------------------------------------------


def test_s16_the_summit_agreement_is_political_and_of_march_2023(
    dossier: Dossier,
) -> None:
    """The month is stated, the day inferred, and it was never signed as a treaty would be."""
    agreement = get(Agreement, dossier, "summit-agreement-2023")
    assert agreement.force is Force.POLITICAL
    assert agreement.form is None
    assert agreement.parties == ("GB", "FR")
    assert agreement.announced == agreement.in_force == Period("2023-03-10")
    assert agreement.announced is not None
    assert agreement.announced.stated == "March 2023"
    assert (agreement.signed, agreement.sought, agreement.ended) == (
        None,
        None,
        None,
    )
    assert agreement.meeting == "leaders-summit-2023"
    assert agreement.themes == ("small-boats",)
    assert "the day is looked up" in notes(agreement)


def test_s17_plans_to_speed_the_agreement_up_are_welcomed(
    dossier: Dossier,
) -> None:
    """Both ministers welcome the plans of both sides, for no stated time."""
    commitment = get(Commitment, dossier, "accelerate-summit-agreement")
    assert commitment.by == ("GB", "FR")
    assert commitment.announced_by == ("uk-home-secretary", "gerald-darmanin")
    assert commitment.firmness is Firmness.WELCOMED
    assert commitment.wording == ("welcomed plans to",)
    assert not commitment.is_firm
    assert commitment.themes == ("small-boats",)
    assert (commitment.due, commitment.runs) == (None, None)
    assert commitment.agreement == "summit-agreement-2023"
    assert commitment.links == (
        Link(kind=LinkKind.ACCELERATES, target="summit-agreement-2023"),
    )
    assert spoken_at_the_talks(commitment)


def test_s18_surveillance_equipment_is_to_come_sooner(
    dossier: Dossier,
) -> None:
    """Key equipment is a part of the plans of both, for French law enforcement, with no quantity."""
    commitment = get(Commitment, dossier, "aerial-surveillance")
    assert commitment.part_of == "accelerate-summit-agreement"
    assert (commitment.by, commitment.to) == (
        ("GB", "FR"),
        ("fr-law-enforcement",),
    )
    assert commitment.firmness is Firmness.INTENDED
    assert commitment.is_firm
    assert commitment.agreement == "summit-agreement-2023"
    assert commitment.themes == ("small-boats", "law-enforcement")
    assert commitment.scope == (
        Scope(kind=ScopeKind.GOODS, text="Key equipment"),
    )
    assert (commitment.amounts, commitment.metrics) == ((), ())
    assert (commitment.due, commitment.runs) == (None, None)
    assert spoken_at_the_talks(commitment)


def test_s19_interceptions_are_what_the_equipment_is_for(
    dossier: Dossier,
) -> None:
    """An outcome that is hoped for is an objective, no promise."""
    objective = get(Statement, dossier, "aim-of-aerial-surveillance")
    assert objective.act is Act.OBJECTIVE
    assert objective.about == ("aerial-surveillance",)
    assert objective.themes == ("small-boats", "law-enforcement")
    assert told_by_the_document(objective)


def test_s20_saving_lives_at_sea_is_a_priority(dossier: Dossier) -> None:
    """It is the Home Secretary's, said at the talks."""
    priority = get(Statement, dossier, "lives-at-sea-a-priority")
    assert (priority.act, priority.speakers) == (
        Act.PRIORITY,
        ("uk-home-secretary",),
    )
    assert priority.themes == ("saving-lives",)
    assert spoken_at_the_talks(priority)


# --- paragraph 5: materials ---------------------------------------------------------------------


def test_s21_disrupting_the_supply_of_boats_is_endorsed(
    dossier: Dossier,
) -> None:
    """Both countries commit themselves; the Home Secretary endorses it."""
    commitment = get(Commitment, dossier, "boat-supply-disruption")
    assert commitment.by == ("GB", "FR")
    assert commitment.announced_by == ("uk-home-secretary",)
    assert (commitment.firmness, commitment.wording) == (
        Firmness.ENDORSED,
        ("endorsed",),
    )
    assert commitment.themes == ("organised-crime", "small-boats")
    assert commitment.scope == (
        Scope(kind=ScopeKind.GOODS, text="Materials for small boats"),
    )
    assert not commitment.continuing
    assert (commitment.due, commitment.runs) == (None, None)
    assert spoken_at_the_talks(commitment)


def test_s22_it_is_to_work_through_intelligence(dossier: Dossier) -> None:
    """The means is a part of the commitment, and a way to carry it out."""
    means = get(Commitment, dossier, "boat-supply-intelligence")
    assert means.part_of == "boat-supply-disruption"
    assert means.links == (
        Link(kind=LinkKind.IMPLEMENTS, target="boat-supply-disruption"),
    )
    assert (means.firmness, means.kind) == (
        Firmness.ENDORSED,
        CommitmentKind.PROCESS,
    )
    assert means.by == ("GB", "FR")
    assert means.themes == ("intelligence-sharing",)
    assert spoken_at_the_talks(means)


# --- paragraph 6: the Calais Group --------------------------------------------------------------


def test_s23_a_meeting_of_the_calais_group_is_discussed(
    dossier: Dossier,
) -> None:
    """It is proposed for the spring; nobody calls it, no place is given, and it would carry out the plan."""
    meeting = get(Meeting, dossier, "calais-group-spring-2024")
    assert meeting.state is MeetingState.PROPOSED
    assert meeting.when == Period("2024-21")
    assert meeting.when.stated == "in the spring"
    assert meeting.when.within("2024-03/2024-05") is Truth.YES
    assert meeting.when.before("2024-04-01") is Truth.MAYBE
    assert (meeting.places, meeting.form, meeting.participations) == (
        (),
        None,
        (),
    )
    assert meeting.parties == ("calais-group",)
    assert meeting.themes == ("illegal-migration", "european-cooperation")
    commitment = get(Commitment, dossier, "convene-calais-group")
    assert commitment.by == ("GB", "FR")
    assert commitment.firmness is Firmness.DISCUSSED
    assert commitment.due == Period("2024-21")
    assert commitment.links == ()
    assert meeting.links == (
        Link(kind=LinkKind.IMPLEMENTS, target=commitment.id),
    )
    assert spoken_at_the_talks(commitment)


def test_s24_the_members_of_the_calais_group_are_looked_up(
    dossier: Dossier,
) -> None:
    """The group is stated; its five members are inferred, and since when is open."""
    group = get(Party, dossier, "calais-group")
    assert group.kind is PartyKind.GROUPING
    assert [member.party for member in group.members] == [
        "BE",
        "DE",
        "FR",
        "GB",
        "NL",
    ]
    assert {member.period for member in group.members} == {None}
    assert "members" in notes(group)


def test_s25_the_meeting_is_to_lead_talks_with_neighbours(
    dossier: Dossier,
) -> None:
    """What it is for is an objective, with partners that are not named."""
    objective = get(Statement, dossier, "aim-of-calais-group-meeting")
    assert objective.act is Act.OBJECTIVE
    assert objective.about == ("calais-group-spring-2024",)
    assert objective.to == ()
    assert objective.themes == ("illegal-migration", "european-cooperation")
    assert told_by_the_document(objective)


def test_s26_the_meeting_stands_within_european_efforts(
    dossier: Dossier,
) -> None:
    """The frame is a claim about the meeting."""
    claim = get(Statement, dossier, "calais-group-within-europe")
    assert claim.act is Act.CLAIM
    assert claim.about == ("calais-group-spring-2024",)
    assert claim.themes == ("european-cooperation",)
    assert told_by_the_document(claim)


# --- paragraph 7: the Olympics ------------------------------------------------------------------


def test_s27_the_uk_pledges_to_go_on_sharing_its_experience(
    dossier: Dossier,
) -> None:
    """A pledge that continues, from the talks until the Games, which is inferred."""
    commitment = get(Commitment, dossier, "olympic-security-support")
    assert (commitment.by, commitment.to) == (("GB",), ("FR",))
    assert commitment.announced_by == ("uk-home-secretary",)
    assert (commitment.firmness, commitment.continuing) == (
        Firmness.PLEDGED,
        True,
    )
    assert commitment.is_firm
    assert commitment.runs == Period("2024-01-30/2024-22")
    assert "implied" in notes(commitment)
    assert commitment.due is None
    assert commitment.event == "summer-olympics-2024"
    assert commitment.themes == ("olympics-security",)
    assert spoken_at_the_talks(commitment)


def test_s28_france_hosts_the_summer_olympics(dossier: Dossier) -> None:
    """The season is stated in three places; the days are inferred."""
    games = get(Event, dossier, "summer-olympics-2024")
    assert games.hosts == ("FR",)
    assert games.when == Period("2024-07-26/2024-08-11")
    assert games.when.stated == "this summer"
    assert games.themes == ("olympics-security",)
    assert [
        str(place.lines)
        for place in games.citations
        if place.basis is Basis.STATED
    ] == [
        "32",
        "45-46",
        "55-56",
    ]
    assert "days" in notes(games)
