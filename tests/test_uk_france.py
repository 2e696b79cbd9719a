"""The embedded dossier holds the 67 facts that were read from the readout of 30 January 2024.

`FACTS` says of each fact, by its number in the seed, which record holds it, which lines that record
cites for it, and on what basis; a test of the same number looks at the fields.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from importlib import resources
from pathlib import Path
from typing import Final, TypeVar

import pytest

import entente
from entente import (
    Act,
    Agreement,
    AgreementForm,
    Basis,
    Citation,
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
    Metric,
    Minister,
    Office,
    Party,
    PartyKind,
    Period,
    Place,
    Quantity,
    Range,
    Record,
    ReportedStatus,
    Role,
    Source,
    SourceKind,
    Statement,
    Theme,
    Truth,
)
from entente.evidence import CitationState, fingerprint, verify
from entente.records._walk import citations

R = TypeVar("R", bound=Record)

READOUT: Final = "readout-2024-01-30"
TALKS: Final = "paris-2024-01-30"
STATED: Final = {Basis.STATED}
INFERRED: Final = {Basis.INFERRED}
BOTH: Final = {Basis.STATED, Basis.INFERRED}

FACTS: Final[Mapping[str, tuple[str, str, set[Basis]]]] = {
    "S01": (READOUT, "1-80", INFERRED),
    "S02": (TALKS, "1-5", BOTH),
    "S03": (TALKS, "1", STATED),
    "S04": ("uk-home-secretary", "1", STATED),
    "S05": ("gerald-darmanin", "2-3", BOTH),
    "S06": (TALKS, "1-3", STATED),
    "S07": ("paris-agenda", "3-5", STATED),
    "S08": ("entente-cordiale-120th-anniversary", "6", STATED),
    "S09": ("entente-cordiale", "6-7", BOTH),
    "S10": ("small-boat-arrivals", "8-10", STATED),
    "S11": ("praise-for-fewer-boats", "8-10", STATED),
    "S12": ("taxi-boat-measures", "10-12", BOTH),
    "S13": ("taxi-boat-barriers", "12", STATED),
    "S14": ("taxi-boat-patrols", "12", STATED),
    "S15": ("joint-work-hit-crime", "12-13", STATED),
    "S16": ("summit-agreement-2023", "16", STATED),
    "S17": ("accelerate-summit-agreement", "14-16", STATED),
    "S18": ("aerial-surveillance", "16-17", STATED),
    "S19": ("aim-of-aerial-surveillance", "17-19", STATED),
    "S20": ("lives-at-sea-a-priority", "19-21", STATED),
    "S21": ("boat-supply-disruption", "22-24", STATED),
    "S22": ("boat-supply-intelligence", "24", STATED),
    "S23": ("convene-calais-group", "25-27", STATED),
    "S24": ("calais-group", "27", BOTH),
    "S25": ("aim-of-calais-group-meeting", "27-29", STATED),
    "S26": ("calais-group-within-europe", "25", STATED),
    "S27": ("olympic-security-support", "30-32", BOTH),
    "S28": ("summer-olympics-2024", "32,45-46,55-56", BOTH),
    "S29": ("home-secretary-words", "33-46", INFERRED),
    "S30": ("friends-and-neighbours", "34", STATED),
    "S31": ("security-cooperation-vital", "34-36", STATED),
    "S32": ("france-essential-on-migration", "37", STATED),
    "S33": ("support-for-french-law-enforcement", "37-40", STATED),
    "S34": ("praise-for-french-effort", "40-41", STATED),
    "S35": ("thanks-to-darmanin", "42-43", STATED),
    "S36": ("keep-working-together", "44-46", BOTH),
    "S37": ("darmanin-words", "47-58", INFERRED),
    "S38": ("fight-smuggling-networks", "48-50", STATED),
    "S39": ("call-for-uk-eu-migration-agreement", "51-52", STATED),
    "S40": ("uk-eu-migration-agreement", "51-53", STATED),
    "S41": ("major-events-security", "54-55", STATED),
    "S42": ("olympics-in-focus", "55-56", STATED),
    "S43": ("fight-radicalisation", "57-58", STATED),
    "S44": ("fight-online-crime", "58", STATED),
    "S45": ("summit-agreement-2023", "59-61", BOTH),
    "S46": ("leaders-summit-2023", "60-61", BOTH),
    "S47": ("uk-prime-minister", "60", STATED),
    "S48": ("fr-president", "60", INFERRED),
    "S49": ("deliver-summit-agreement", "59", STATED),
    "S50": ("fund-french-personnel", "61-63", BOTH),
    "S51": ("french-personnel-deployed", "61-62", STATED),
    "S52": ("channel-deaths", "64", STATED),
    "S53": ("channel-deaths", "64", STATED),
    "S54": ("gangs-must-be-dismantled", "65-66", STATED),
    "S55": ("gangs-more-violent", "66-67", STATED),
    "S56": ("closer-work-in-northern-france", "68-69", STATED),
    "S57": ("liaison-officers-in-lille", "69-70", STATED),
    "S58": ("liaison-officers-in-calais", "70", STATED),
    "S59": ("liaison-officers-in-lille", "69-70", STATED),
    "S60": ("information-exchange-better", "70-71", STATED),
    "S61": ("aim-of-information-exchange", "71-72", STATED),
    "S62": ("security-relationship-strong", "73-74", STATED),
    "S63": ("scope-of-counter-terrorism", "74-76", STATED),
    "S64": ("olympic-support-restated", "77", STATED),
    "S65": ("lessons-of-london-2012", "78", STATED),
    "S66": ("lessons-of-queens-funeral", "79", STATED),
    "S67": ("lessons-of-kings-coronation", "80", STATED),
}

SEED_THEMES: Final = {
    "CT": "counter-terrorism",
    "CYB": "online-crime",
    "EUR": "european-cooperation",
    "FUND": "funding",
    "INT": "intelligence-sharing",
    "LEA": "law-enforcement",
    "MIG": "illegal-migration",
    "OCG": "organised-crime",
    "OLY": "olympics-security",
    "RAD": "radicalisation",
    "REL": "bilateral-relations",
    "SAR": "saving-lives",
}


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The dossier as it ships with the library."""
    return entente.example("uk-france")


@pytest.fixture(scope="module")
def seed(shared: Path) -> tuple[Mapping[str, str], ...]:
    """The table of the facts, as it was made by hand from the readout."""
    with (shared / "acceptance" / "seed.csv").open(
        encoding="utf-8", newline=""
    ) as table:
        return tuple(csv.DictReader(table))


@pytest.fixture(scope="module")
def readout(shared: Path) -> str:
    """The text of the readout, which the dossier cites and does not repeat."""
    return (shared / "sources" / f"{READOUT}.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def appointments(shared: Path) -> str:
    """The table in which the British office holders were looked up."""
    return (shared / "data" / "ifg-ministers" / "appointment.csv").read_text(
        encoding="utf-8"
    )


def get(kind: type[R], dossier: Dossier, id: str) -> R:
    """Return the record of that id, which must be of that kind."""
    record = dossier[id]
    assert isinstance(record, kind)
    return record


def cited(record: Record, lines: str) -> list[Citation]:
    """Return the citations of exactly these lines of the readout, in a record and all that is within."""
    wanted = Range.of(lines)
    return [
        place
        for _, place in citations(record)
        if place.source == READOUT and place.lines == wanted
    ]


def notes(record: Record) -> str:
    """Return how the record's inferences were made."""
    return " ".join(
        place.note or ""
        for _, place in citations(record)
        if place.basis is Basis.INFERRED
    )


def spoken_at_the_talks(record: Commitment | Statement) -> bool:
    """Say whether the record was said at the talks, and on their day."""
    said = record.made if isinstance(record, Commitment) else record.said
    return record.meeting == TALKS and said == Period("2024-01-30")


def part_of_speech(statement: Statement, speech: Statement) -> bool:
    """Say whether the statement is one of the acts within a speech, by its speaker and on its day."""
    return (
        statement.part_of == speech.id
        and statement.speaker == speech.speaker
        and spoken_at_the_talks(statement)
    )


def told_by_the_document(record: Commitment | Statement) -> bool:
    """Say whether the document speaks in its own voice, of which it gives no date."""
    if isinstance(record, Commitment):
        return record.announced_by == (READOUT,) and record.made is None
    return record.speaker == READOUT and record.said is None


def told_as_done(commitment: Commitment) -> bool:
    """Say whether the document reports it as done, on the day of the talks."""
    (report,) = commitment.reports
    return (report.on, report.by, report.status) == (
        Period("2024-01-30"),
        READOUT,
        ReportedStatus.COMPLETED,
    )


def told_as_going_on(commitment: Commitment) -> bool:
    """Say whether the document reports it under way on the day of the talks."""
    (report,) = commitment.reports
    return (report.on, report.by, report.status) == (
        Period("2024-01-30"),
        READOUT,
        ReportedStatus.IN_PROGRESS,
    )


# --- the seed -----------------------------------------------------------------------------------


@pytest.mark.parametrize("fact", FACTS)
def test_each_fact_is_cited_by_the_record_that_holds_it(
    dossier: Dossier, fact: str
) -> None:
    """The record cites the lines of the fact, stated or inferred as the text allows."""
    id, lines, basis = FACTS[fact]
    places = [cited(dossier[id], each) for each in lines.split(",")]
    assert all(places)
    assert {place.basis for found in places for place in found} == basis


def test_every_fact_has_a_test_of_its_fields() -> None:
    """For each fact there is a test function of its number."""
    tests = (re.match(r"test_(s\d\d)_", name) for name in globals())
    assert sorted(found[1].upper() for found in tests if found) == list(FACTS)


def test_the_facts_are_those_of_the_seed(seed: tuple[Mapping[str, str], ...]) -> None:
    """No fact of the seed is left out, none is added, and each is cited by exactly the seed's lines."""
    assert {row["id"]: row["lines"] for row in seed} == {
        fact: held[1] for fact, held in FACTS.items()
    }


def test_paragraphs_are_those_of_the_seed(
    dossier: Dossier, seed: tuple[Mapping[str, str], ...]
) -> None:
    """Each fact is cited by the seed's paragraphs too, of which there are 21."""
    for row in seed:
        paragraphs = "1-21" if row["paragraph"] == "all" else row["paragraph"]
        record = dossier[FACTS[row["id"]][0]]
        found = [
            str(place.paragraphs)
            for lines in row["lines"].split(",")
            for place in cited(record, lines)
        ]
        assert set(found) == set(paragraphs.split(",")), row["id"]


def test_themes_are_those_of_the_seed(
    dossier: Dossier, seed: tuple[Mapping[str, str], ...]
) -> None:
    """A record on themes bears each theme of its fact, or one narrower."""
    for row in seed:
        record = dossier[FACTS[row["id"]][0]]
        if isinstance(record, Source | Party | Office | Minister | Theme):
            continue
        for code in row["themes"].split(","):
            fitting = dossier.themes.where(theme=SEED_THEMES[code]).ids
            assert set(record.themes) & set(fitting), (row["id"], code)


# --- paragraph 1: the talks ---------------------------------------------------------------------


def test_s01_the_source_is_a_readout_of_one_side(dossier: Dossier) -> None:
    """What the text does not say of itself stays open, but for the publisher, which is inferred."""
    source = get(Source, dossier, READOUT)
    assert source.kind is SourceKind.READOUT
    assert source.issued_by == ("GB",)
    assert source.publisher == "Home Office"
    assert (source.published, source.language, source.address, source.licence) == (
        None,
        None,
        None,
        None,
    )
    assert source.note is not None
    assert source.note.startswith("The title is a description of ours.")


def test_s02_the_talks_were_held_in_person_on_30_january_2024(dossier: Dossier) -> None:
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
    assert get(Meeting, dossier, TALKS).place == Place(name="Paris", country="FR")


def test_s04_the_home_secretary_is_an_office_without_a_name(dossier: Dossier) -> None:
    """The office takes part; who held it on the day is a look-up, from a source of its own."""
    assert get(Office, dossier, "uk-home-secretary").party == "GB"
    part = get(Meeting, dossier, TALKS).participations[0]
    assert (part.office, part.minister, part.party) == ("uk-home-secretary", None, None)
    (holder,) = dossier.holders("uk-home-secretary", on="2024-01-30", certain=True)
    assert (holder.id, holder.name) == ("james-cleverly", "James Cleverly")
    assert holder.tenures[0].period == Period("2023-11-13/2024-07-05")
    assert holder.tenures[0].citations[0].source == "ifg-ministers"
    assert [place.basis for place in cited(holder, "1")] == [Basis.INFERRED]


def test_s05_gerald_darmanin_is_interior_minister_of_france(dossier: Dossier) -> None:
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
    assert dossier.holders("fr-interior-minister", on="2024-01-30") == (minister,)


def test_s06_both_take_part_as_principals_and_neither_as_host(dossier: Dossier) -> None:
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
        agenda.themes == get(Meeting, dossier, TALKS).themes == ("bilateral-relations",)
    )
    assert "shared priorities" in agenda.summary


# --- paragraph 2: the Entente Cordiale ----------------------------------------------------------


def test_s08_the_anniversary_is_in_the_year_of_the_talks(dossier: Dossier) -> None:
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


def test_s09_the_entente_is_a_bundle_of_three_instruments(dossier: Dossier) -> None:
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


def test_s10_boats_fell_by_36_percent_from_an_unknown_level(dossier: Dossier) -> None:
    """The metric holds a change against the year before, of boats, and no figure for either year."""
    metric = get(Metric, dossier, "small-boat-arrivals")
    assert metric.unit == "boats"
    assert metric.themes == ("small-boats",)
    assert (metric.target, metric.baseline) == (None, None)
    (observation,) = metric.observations
    assert (observation.period, observation.against) == (Period("2023"), Period("2022"))
    assert observation.change == Quantity("-36 %")
    assert observation.value is None
    assert (observation.as_of, observation.by) == (Period("2024-01-30"), "GB")


def test_s11_the_home_secretary_credits_french_law_enforcement(
    dossier: Dossier,
) -> None:
    """His praise is about those who did the work, and about the figure."""
    praise = get(Statement, dossier, "praise-for-fewer-boats")
    assert (praise.act, praise.speaker) == (Act.PRAISE, "uk-home-secretary")
    assert praise.about == ("fr-law-enforcement", "small-boat-arrivals")
    assert praise.themes == ("small-boats", "law-enforcement")
    assert spoken_at_the_talks(praise)
    body = get(Party, dossier, "fr-law-enforcement")
    assert (body.kind, body.part_of) == (PartyKind.BODY, "FR")


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
    assert (barriers.by, barriers.firmness, barriers.made) == (("FR",), None, None)
    assert barriers.themes == ("small-boats", "law-enforcement")
    assert told_as_done(barriers)


def test_s14_patrols_were_increased_by_a_number_not_told(dossier: Dossier) -> None:
    """They are the other measure, and no metric is made up for them."""
    patrols = get(Commitment, dossier, "taxi-boat-patrols")
    assert patrols.part_of == "taxi-boat-measures"
    assert (patrols.by, patrols.firmness, patrols.made) == (("FR",), None, None)
    assert patrols.themes == ("small-boats", "law-enforcement")
    assert (patrols.metrics, patrols.note) == ((), "By how much is not said.")
    assert told_as_done(patrols)
    parts = dossier.commitments.where(part_of="taxi-boat-measures")
    assert parts.ids == ("taxi-boat-barriers", "taxi-boat-patrols")


def test_s15_the_effect_on_organised_crime_is_a_claim(dossier: Dossier) -> None:
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
    assert (agreement.signed, agreement.sought, agreement.ended) == (None, None, None)
    assert agreement.meeting == "leaders-summit-2023"
    assert agreement.themes == ("small-boats",)
    assert "the day is looked up" in notes(agreement)


def test_s17_plans_to_speed_the_agreement_up_are_welcomed(dossier: Dossier) -> None:
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


def test_s18_surveillance_equipment_is_to_come_sooner(dossier: Dossier) -> None:
    """It is a part of the plans, intended by both, for French law enforcement, with no quantity."""
    commitment = get(Commitment, dossier, "aerial-surveillance")
    assert commitment.part_of == "accelerate-summit-agreement"
    assert (commitment.by, commitment.to) == (("GB", "FR"), ("fr-law-enforcement",))
    assert commitment.firmness is Firmness.INTENDED
    assert commitment.is_firm
    assert commitment.agreement == "summit-agreement-2023"
    assert commitment.themes == ("small-boats", "law-enforcement")
    assert (commitment.due, commitment.runs, commitment.metrics) == (None, None, ())
    assert spoken_at_the_talks(commitment)


def test_s19_interceptions_are_what_the_equipment_is_for(dossier: Dossier) -> None:
    """An outcome that is hoped for is an objective, no promise."""
    objective = get(Statement, dossier, "aim-of-aerial-surveillance")
    assert objective.act is Act.OBJECTIVE
    assert objective.about == ("aerial-surveillance",)
    assert objective.themes == ("small-boats", "law-enforcement")
    assert told_by_the_document(objective)


def test_s20_saving_lives_at_sea_is_a_priority(dossier: Dossier) -> None:
    """It is the Home Secretary's, said at the talks."""
    priority = get(Statement, dossier, "lives-at-sea-a-priority")
    assert (priority.act, priority.speaker) == (Act.PRIORITY, "uk-home-secretary")
    assert priority.themes == ("saving-lives",)
    assert spoken_at_the_talks(priority)


# --- paragraph 5: materials ---------------------------------------------------------------------


def test_s21_disrupting_the_supply_of_boats_is_endorsed(dossier: Dossier) -> None:
    """Both countries commit themselves; the Home Secretary endorses it."""
    commitment = get(Commitment, dossier, "boat-supply-disruption")
    assert commitment.by == ("GB", "FR")
    assert commitment.announced_by == ("uk-home-secretary",)
    assert (commitment.firmness, commitment.wording) == (
        Firmness.ENDORSED,
        ("endorsed",),
    )
    assert commitment.themes == ("organised-crime", "small-boats")
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
    assert (means.firmness, means.kind) == (Firmness.ENDORSED, CommitmentKind.PROCESS)
    assert means.by == ("GB", "FR")
    assert means.themes == ("intelligence-sharing",)
    assert spoken_at_the_talks(means)


# --- paragraph 6: the Calais Group --------------------------------------------------------------


def test_s23_a_meeting_of_the_calais_group_is_discussed(dossier: Dossier) -> None:
    """It is proposed for the spring, nobody calls it, and no place is given."""
    meeting = get(Meeting, dossier, "calais-group-spring-2024")
    assert meeting.state is MeetingState.PROPOSED
    assert meeting.when == Period("2024-21")
    assert meeting.when.stated == "in the spring"
    assert meeting.when.within("2024-03/2024-05") is Truth.YES
    assert meeting.when.before("2024-04-01") is Truth.MAYBE
    assert (meeting.place, meeting.form, meeting.participations) == (None, None, ())
    assert meeting.parties == ("calais-group",)
    assert meeting.themes == ("illegal-migration", "european-cooperation")
    commitment = get(Commitment, dossier, "convene-calais-group")
    assert commitment.by == ("GB", "FR")
    assert commitment.firmness is Firmness.DISCUSSED
    assert commitment.due == Period("2024-21")
    assert commitment.links == (Link(kind=LinkKind.IMPLEMENTS, target=meeting.id),)
    assert spoken_at_the_talks(commitment)


def test_s24_the_members_of_the_calais_group_are_looked_up(dossier: Dossier) -> None:
    """The group is stated; its five members are inferred, and since when is open."""
    group = get(Party, dossier, "calais-group")
    assert group.kind is PartyKind.GROUPING
    assert [member.party for member in group.members] == ["BE", "DE", "FR", "GB", "NL"]
    assert {member.period for member in group.members} == {None}
    assert "members" in notes(group)


def test_s25_the_meeting_is_to_lead_talks_with_neighbours(dossier: Dossier) -> None:
    """What it is for is an objective, with partners that are not named."""
    objective = get(Statement, dossier, "aim-of-calais-group-meeting")
    assert objective.act is Act.OBJECTIVE
    assert objective.about == ("calais-group-spring-2024",)
    assert objective.to == ()
    assert objective.themes == ("illegal-migration", "european-cooperation")
    assert told_by_the_document(objective)


def test_s26_the_meeting_stands_within_european_efforts(dossier: Dossier) -> None:
    """The frame is a claim about the meeting."""
    claim = get(Statement, dossier, "calais-group-within-europe")
    assert claim.act is Act.CLAIM
    assert claim.about == ("calais-group-spring-2024",)
    assert claim.themes == ("european-cooperation",)
    assert told_by_the_document(claim)


# --- paragraph 7: the Olympics ------------------------------------------------------------------


def test_s27_the_uk_pledges_to_go_on_sharing_its_experience(dossier: Dossier) -> None:
    """A pledge that continues, from the talks until the Games, which is inferred."""
    commitment = get(Commitment, dossier, "olympic-security-support")
    assert (commitment.by, commitment.to) == (("GB",), ("FR",))
    assert commitment.announced_by == ("uk-home-secretary",)
    assert (commitment.firmness, commitment.continuing) == (Firmness.PLEDGED, True)
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
        str(place.lines) for place in games.citations if place.basis is Basis.STATED
    ] == [
        "32",
        "45-46",
        "55-56",
    ]
    assert "days" in notes(games)


# --- paragraphs 8 to 11: the Home Secretary -----------------------------------------------------


def test_s29_the_home_secretary_speaks_from_line_33_to_46(dossier: Dossier) -> None:
    """The extent of his words is inferred; all that they hold hangs on them."""
    speech = get(Statement, dossier, "home-secretary-words")
    assert (speech.act, speech.speaker) == (Act.SPEECH, "uk-home-secretary")
    assert speech.themes == ("bilateral-relations", "illegal-migration")
    assert speech.about == (
        "support-for-french-law-enforcement",
        "keep-working-together",
    )
    assert spoken_at_the_talks(speech)
    assert dossier.statements.where(part_of=speech.id).ids == (
        "friends-and-neighbours",
        "security-cooperation-vital",
        "france-essential-on-migration",
        "praise-for-french-effort",
        "thanks-to-darmanin",
    )


def test_s30_friends_neighbours_partners(dossier: Dossier) -> None:
    """A claim of the Home Secretary about the two countries."""
    claim = get(Statement, dossier, "friends-and-neighbours")
    assert claim.act is Act.CLAIM
    assert part_of_speech(claim, get(Statement, dossier, "home-secretary-words"))
    assert claim.themes == ("bilateral-relations",)


def test_s31_cooperation_on_security_is_called_vital(dossier: Dossier) -> None:
    """A claim of the Home Secretary, on the relationship and on terrorism."""
    claim = get(Statement, dossier, "security-cooperation-vital")
    assert claim.act is Act.CLAIM
    assert part_of_speech(claim, get(Statement, dossier, "home-secretary-words"))
    assert claim.themes == ("bilateral-relations", "counter-terrorism")


def test_s32_france_is_called_essential(dossier: Dossier) -> None:
    """A claim of the Home Secretary about France, on illegal migration."""
    claim = get(Statement, dossier, "france-essential-on-migration")
    assert claim.act is Act.CLAIM
    assert part_of_speech(claim, get(Statement, dossier, "home-secretary-words"))
    assert claim.about == ("FR",)
    assert claim.themes == ("illegal-migration",)


def test_s33_british_support_goes_on(dossier: Dossier) -> None:
    """Told in the present tense and with no end: it goes on, which counts, though it is no new promise."""
    commitment = get(Commitment, dossier, "support-for-french-law-enforcement")
    assert (commitment.by, commitment.to) == (("GB",), ("fr-law-enforcement",))
    assert commitment.announced_by == ("uk-home-secretary",)
    assert (commitment.firmness, commitment.wording) == (
        Firmness.INTENDED,
        ("continues to",),
    )
    assert commitment.continuing
    assert commitment.runs == Period("2024-01-30/..")
    assert commitment.runs.is_open_end
    assert commitment.themes == ("illegal-migration", "law-enforcement", "saving-lives")
    assert spoken_at_the_talks(commitment)


def test_s34_the_french_effort_is_praised(dossier: Dossier) -> None:
    """The Home Secretary praises French law enforcement."""
    praise = get(Statement, dossier, "praise-for-french-effort")
    assert praise.act is Act.PRAISE
    assert part_of_speech(praise, get(Statement, dossier, "home-secretary-words"))
    assert praise.about == ("fr-law-enforcement",)
    assert praise.themes == ("law-enforcement",)


def test_s35_darmanin_is_thanked(dossier: Dossier) -> None:
    """The Home Secretary thanks him for what he does on small boats."""
    thanks = get(Statement, dossier, "thanks-to-darmanin")
    assert thanks.act is Act.THANKS
    assert part_of_speech(thanks, get(Statement, dossier, "home-secretary-words"))
    assert thanks.to == ("gerald-darmanin",)
    assert thanks.themes == ("small-boats",)


def test_s36_close_work_is_pledged_for_both(dossier: Dossier) -> None:
    """One minister pledges for two countries; that it is through the Games is inferred."""
    commitment = get(Commitment, dossier, "keep-working-together")
    assert commitment.by == ("GB", "FR")
    assert commitment.announced_by == ("uk-home-secretary",)
    assert (commitment.firmness, commitment.continuing) == (Firmness.PLEDGED, True)
    assert commitment.is_firm
    assert commitment.runs == Period("2024-01-30/2024-22")
    assert commitment.runs.stated == "this summer"
    assert commitment.event == "summer-olympics-2024"
    assert commitment.themes == ("bilateral-relations", "olympics-security")
    assert spoken_at_the_talks(commitment)


# --- paragraphs 12 to 16: the Interior Minister -------------------------------------------------


def test_s37_darmanin_speaks_from_line_47_to_58(dossier: Dossier) -> None:
    """Where his words end is inferred; the promises and wishes among them hang on them."""
    speech = get(Statement, dossier, "darmanin-words")
    assert (speech.act, speech.speaker) == (Act.SPEECH, "gerald-darmanin")
    assert spoken_at_the_talks(speech)
    assert speech.themes == ("bilateral-relations",)
    assert speech.about == (
        "fight-smuggling-networks",
        "call-for-uk-eu-migration-agreement",
        "uk-eu-migration-agreement",
        "major-events-security",
        "fight-radicalisation",
        "fight-online-crime",
    )
    assert "paragraph 16" in notes(speech)
    assert dossier.statements.where(part_of=speech.id).ids == ("olympics-in-focus",)


def test_s38_cooperation_against_smugglers_is_to_deepen(dossier: Dossier) -> None:
    """Darmanin intends it for both, from 2024 on."""
    commitment = get(Commitment, dossier, "fight-smuggling-networks")
    assert commitment.by == ("FR", "GB")
    assert commitment.announced_by == ("gerald-darmanin",)
    assert (commitment.firmness, commitment.wording) == (
        Firmness.INTENDED,
        ("will deepen",),
    )
    assert commitment.runs == Period("2024/..")
    assert commitment.runs.stated == "follow-up of 2023"
    assert commitment.themes == ("organised-crime",)
    assert spoken_at_the_talks(commitment)


def test_s39_both_go_on_calling_for_an_agreement(dossier: Dossier) -> None:
    """The promise is to advocate, towards the European Union, with no end."""
    commitment = get(Commitment, dossier, "call-for-uk-eu-migration-agreement")
    assert (commitment.by, commitment.to) == (("FR", "GB"), ("EU",))
    assert commitment.announced_by == ("gerald-darmanin",)
    assert (commitment.firmness, commitment.continuing) == (Firmness.INTENDED, True)
    assert commitment.kind is CommitmentKind.PROCESS
    assert commitment.runs == Period("2024-01-30/..")
    assert commitment.agreement == "uk-eu-migration-agreement"
    assert commitment.themes == ("european-cooperation", "illegal-migration")
    assert spoken_at_the_talks(commitment)


def test_s40_the_agreement_with_the_union_is_only_sought(dossier: Dossier) -> None:
    """It was sought on the day of the talks, and has no other date, nor form, nor force."""
    agreement = get(Agreement, dossier, "uk-eu-migration-agreement")
    assert agreement.parties == ("GB", "EU")
    assert agreement.sought == Period("2024-01-30")
    assert (agreement.announced, agreement.signed, agreement.provisional) == (
        None,
        None,
        None,
    )
    assert (agreement.in_force, agreement.ended) == (None, None)
    assert (agreement.form, agreement.force) == (None, Force.UNKNOWN)
    assert agreement.themes == ("european-cooperation", "illegal-migration")
    assert dossier.agreements.where(sought="2024").ids == (agreement.id,)


def test_s41_major_events_of_the_year_are_to_be_secured_together(
    dossier: Dossier,
) -> None:
    """Darmanin intends it for both, for events that he does not list."""
    commitment = get(Commitment, dossier, "major-events-security")
    assert commitment.by == ("FR", "GB")
    assert commitment.announced_by == ("gerald-darmanin",)
    assert commitment.firmness is Firmness.INTENDED
    assert commitment.runs == Period("2024")
    assert commitment.runs.stated == "this year"
    assert commitment.event is None
    assert commitment.themes == ("olympics-security",)
    assert spoken_at_the_talks(commitment)


def test_s42_the_olympics_are_the_focus(dossier: Dossier) -> None:
    """A priority of Darmanin's within what he announces."""
    priority = get(Statement, dossier, "olympics-in-focus")
    assert priority.act is Act.PRIORITY
    assert part_of_speech(priority, get(Statement, dossier, "darmanin-words"))
    assert priority.about == ("major-events-security", "summer-olympics-2024")
    assert priority.themes == ("olympics-security",)


def test_s43_the_fight_against_radicalisation_is_a_wish(dossier: Dossier) -> None:
    """What should become so is aspired to, and no promise."""
    commitment = get(Commitment, dossier, "fight-radicalisation")
    assert (commitment.by, commitment.announced_by) == (
        ("FR", "GB"),
        ("gerald-darmanin",),
    )
    assert (commitment.firmness, commitment.wording) == (Firmness.ASPIRED, ("should",))
    assert not commitment.is_firm
    assert (commitment.kind, commitment.due) == (CommitmentKind.OUTCOME, None)
    assert commitment.themes == ("radicalisation",)
    assert spoken_at_the_talks(commitment)


def test_s44_the_fight_against_online_crime_is_a_wish(dossier: Dossier) -> None:
    """It is a wish of its own beside radicalisation."""
    commitment = get(Commitment, dossier, "fight-online-crime")
    assert (commitment.by, commitment.announced_by) == (
        ("FR", "GB"),
        ("gerald-darmanin",),
    )
    assert (commitment.firmness, commitment.wording) == (Firmness.ASPIRED, ("should",))
    assert not commitment.is_firm
    assert (commitment.kind, commitment.due) == (CommitmentKind.OUTCOME, None)
    assert commitment.themes == ("online-crime",)
    assert spoken_at_the_talks(commitment)


# --- paragraph 17: what has come of the summit --------------------------------------------------


def test_s45_the_landmark_deal_is_the_summit_agreement(dossier: Dossier) -> None:
    """Two names stand for one agreement; that they do is inferred."""
    agreement = get(Agreement, dossier, "summit-agreement-2023")
    assert agreement.name == "UK-France Summit agreement of March 2023"
    assert agreement.aliases == ("Landmark deal",)
    assert "both names are taken for one agreement" in notes(agreement)
    assert dossier.agreements.where(meeting="leaders-summit-2023").ids == (
        agreement.id,
    )


def test_s46_the_leaders_summit_was_held_in_march_2023(dossier: Dossier) -> None:
    """The month is stated, the day inferred; place and form are open."""
    summit = get(Meeting, dossier, "leaders-summit-2023")
    assert summit.state is MeetingState.HELD
    assert summit.when == Period("2023-03-10")
    assert summit.when.stated == "March 2023"
    assert summit.parties == ("GB", "FR")
    assert (summit.place, summit.form) == (None, None)
    assert summit.themes == ("bilateral-relations",)
    assert "the day is looked up" in notes(summit)


def test_s47_the_prime_minister_is_an_office_as_of_the_summit(dossier: Dossier) -> None:
    """The office took part; who held it depends on the day that is asked about."""
    part = get(Meeting, dossier, "leaders-summit-2023").participations[0]
    assert (part.office, part.minister, part.role) == (
        "uk-prime-minister",
        None,
        Role.PRINCIPAL,
    )
    assert get(Office, dossier, "uk-prime-minister").party == "GB"
    (holder,) = dossier.holders("uk-prime-minister", on="2023-03-10", certain=True)
    assert (holder.id, holder.name) == ("rishi-sunak", "Rishi Sunak")
    assert holder.tenures[0].period == Period("2022-10-25/2024-07-05")
    assert [place.basis for place in cited(holder, "60")] == [Basis.INFERRED]
    assert dossier.holders("uk-prime-minister", on="2024-07-06") == ()
    assert dossier.holders("uk-home-secretary", on="2023-03-10") == ()


def test_s48_president_macron_is_of_france_by_inference(dossier: Dossier) -> None:
    """Title and surname are stated; the country is not."""
    part = get(Meeting, dossier, "leaders-summit-2023").participations[1]
    assert (part.minister, part.office) == ("emmanuel-macron", "fr-president")
    assert get(Office, dossier, "fr-president").party == "FR"
    assert "without a country" in notes(get(Office, dossier, "fr-president"))
    president = get(Minister, dossier, "emmanuel-macron")
    assert president.tenures[0].period == Period("2017-05-14/..")
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
    assert [str(place.lines) for place in commitment.reports[0].citations] == ["59"]


def test_s50_the_uk_pays_and_france_deploys(dossier: Dossier) -> None:
    """Both agreed in March 2023; the time limit is inferred, and progress is measured."""
    commitment = get(Commitment, dossier, "fund-french-personnel")
    assert commitment.by == ("GB", "FR")
    assert commitment.funded_by == ("GB",)
    assert commitment.implemented_by == ("FR",)
    assert commitment.firmness is Firmness.AGREED
    assert commitment.is_firm
    assert commitment.made == Period("2023-03")
    assert commitment.due == Period("2026")
    assert "by 2026 is looked up" in notes(commitment)
    assert commitment.agreement == "summit-agreement-2023"
    assert commitment.meeting == "leaders-summit-2023"
    assert commitment.metrics == ("french-personnel-deployed",)
    assert commitment.themes == ("small-boats", "law-enforcement", "funding")
    assert told_as_going_on(commitment)


def test_s51_over_half_of_500_is_a_bound(dossier: Dossier) -> None:
    """More than 250 and at most 500 people are deployed, and how many is not made up."""
    metric = get(Metric, dossier, "french-personnel-deployed")
    assert (metric.unit, metric.target) == ("people", Quantity("500 people"))
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
    assert deaths.when == Period("../2024-01-30")
    assert deaths.when.stated == "recent"
    assert deaths.when.is_open_start
    assert deaths.themes == ("saving-lives", "small-boats")


def test_s53_the_channel_is_of_no_country(dossier: Dossier) -> None:
    """The place has a name and no state."""
    assert get(Event, dossier, "channel-deaths").place == Place(name="The Channel")


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
    assert commitment.runs == Period("2023-05/..")
    assert commitment.runs.stated == "since May 2023"
    assert commitment.themes == ("small-boats", "law-enforcement")
    assert told_by_the_document(commitment)
    assert told_as_going_on(commitment)


def test_s57_liaison_officers_are_based_in_lille(dossier: Dossier) -> None:
    """How many is not told; that it is since May 2023 is inferred."""
    commitment = get(Commitment, dossier, "liaison-officers-in-lille")
    assert commitment.by == ("GB",)
    assert (commitment.firmness, commitment.metrics) == (None, ())
    assert commitment.runs == Period("2023-05/..")
    assert "one way to read it" in notes(commitment)
    assert commitment.themes == ("law-enforcement", "intelligence-sharing")
    assert told_by_the_document(commitment)
    assert told_as_going_on(commitment)


def test_s58_liaison_officers_are_based_in_calais(dossier: Dossier) -> None:
    """They are a posting of their own beside that in Lille."""
    commitment = get(Commitment, dossier, "liaison-officers-in-calais")
    assert commitment.by == ("GB",)
    assert (commitment.firmness, commitment.metrics) == (None, ())
    assert commitment.runs == Period("2023-05/..")
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
def test_s59_three_places_in_france(dossier: Dossier, id: str, name: str) -> None:
    """Each stands with what is done there."""
    assert get(Commitment, dossier, id).place == Place(name=name, country="FR")


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
    assert claim.note == "Said to go on, from the day of the talks and with no end."
    assert told_by_the_document(claim)


def test_s63_it_covers_hamas_and_groups_not_named(dossier: Dossier) -> None:
    """The scope is part of the claim, at home and abroad."""
    scope = get(Statement, dossier, "scope-of-counter-terrorism")
    assert (scope.act, scope.part_of) == (Act.CLAIM, "security-relationship-strong")
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
def test_experience_was_shared_already(dossier: Dossier, id: str, event: str) -> None:
    """What was shared is done, and a part of the offer."""
    action = get(Commitment, dossier, id)
    assert (action.by, action.to) == (("GB",), ("FR",))
    assert (action.event, action.part_of) == (event, "olympic-support-restated")
    assert (action.firmness, action.themes) == (None, ("olympics-security",))
    assert get(Event, dossier, event).themes == action.themes
    assert told_by_the_document(action)
    assert told_as_done(action)


def test_s65_london_2012_is_known_to_the_year(dossier: Dossier) -> None:
    """The Games of 2012 have place and year in their name."""
    games = get(Event, dossier, "london-olympics-2012")
    assert games.when == Period("2012")
    assert games.place == Place(name="London", country="GB")
    assert dossier.commitments.where(event=games.id).ids == ("lessons-of-london-2012",)


def test_s66_the_day_of_the_queens_funeral_is_inferred(dossier: Dossier) -> None:
    """The text gives no date; it is known from elsewhere."""
    funeral = get(Event, dossier, "queens-funeral")
    assert funeral.when == Period("2022-09-19")
    assert {place.basis for place in cited(funeral, "79")} == BOTH
    assert dossier.commitments.where(event=funeral.id).ids == (
        "lessons-of-queens-funeral",
    )


def test_s67_the_day_of_the_kings_coronation_is_inferred(dossier: Dossier) -> None:
    """The text gives no date; it is known from elsewhere."""
    coronation = get(Event, dossier, "kings-coronation")
    assert coronation.when == Period("2023-05-06")
    assert {place.basis for place in cited(coronation, "80")} == BOTH
    assert dossier.commitments.where(event=coronation.id).ids == (
        "lessons-of-kings-coronation",
    )


# --- the dossier as a whole ---------------------------------------------------------------------


def test_small_boats_are_a_part_of_illegal_migration(dossier: Dossier) -> None:
    """A question about the wider theme finds the narrower one's records too."""
    assert get(Theme, dossier, "small-boats").broader == ("illegal-migration",)
    narrow = dossier.commitments.where(theme="small-boats")
    wide = dossier.commitments.where(theme="illegal-migration")
    assert set(narrow.ids) < set(wide.ids)
    assert (wide - narrow).ids == (
        "convene-calais-group",
        "support-for-french-law-enforcement",
        "call-for-uk-eu-migration-agreement",
    )


def test_what_was_said_on_small_boats_in_january_2024(dossier: Dossier) -> None:
    """The first question that anyone asks is answered."""
    found = dossier.commitments.where(theme="small-boats", made="2024-01")
    assert found.ids == (
        "accelerate-summit-agreement",
        "aerial-surveillance",
        "boat-supply-disruption",
    )


HOME_SECRETARY: Final = ("uk-home-secretary",)
DARMANIN: Final = ("gerald-darmanin",)
BOTH_MINISTERS: Final = (*HOME_SECRETARY, *DARMANIN)
DOCUMENT: Final = (READOUT,)


@pytest.mark.parametrize(
    ("id", "announced_by", "kind", "wording"),
    [
        ("taxi-boat-measures", HOME_SECRETARY, "action", ("welcomed",)),
        ("taxi-boat-barriers", HOME_SECRETARY, "action", ()),
        ("taxi-boat-patrols", HOME_SECRETARY, "action", ()),
        (
            "accelerate-summit-agreement",
            BOTH_MINISTERS,
            "action",
            ("welcomed plans to",),
        ),
        ("aerial-surveillance", DOCUMENT, "action", ("will expedite",)),
        ("boat-supply-disruption", HOME_SECRETARY, "action", ("endorsed",)),
        ("boat-supply-intelligence", HOME_SECRETARY, "process", ("endorsed",)),
        ("convene-calais-group", BOTH_MINISTERS, "process", ("discussed",)),
        (
            "olympic-security-support",
            HOME_SECRETARY,
            "process",
            ("committed to", "continuing"),
        ),
        ("support-for-french-law-enforcement", HOME_SECRETARY, None, ("continues to",)),
        ("keep-working-together", HOME_SECRETARY, "process", ("pledge",)),
        ("fight-smuggling-networks", DARMANIN, "process", ("will deepen",)),
        (
            "call-for-uk-eu-migration-agreement",
            DARMANIN,
            "process",
            ("will", "continue calling for"),
        ),
        ("major-events-security", DARMANIN, "action", ("will also cover",)),
        ("fight-radicalisation", DARMANIN, "outcome", ("should",)),
        ("fight-online-crime", DARMANIN, "outcome", ("should",)),
        ("deliver-summit-agreement", DOCUMENT, "action", ("continue to",)),
        ("fund-french-personnel", DOCUMENT, "action", ("agreed",)),
        ("closer-work-in-northern-france", DOCUMENT, "process", ()),
        ("liaison-officers-in-lille", DOCUMENT, "action", ()),
        ("liaison-officers-in-calais", DOCUMENT, "action", ()),
        ("olympic-support-restated", DOCUMENT, "process", ("continues to offer",)),
        ("lessons-of-london-2012", DOCUMENT, "action", ()),
        ("lessons-of-queens-funeral", DOCUMENT, "action", ()),
        ("lessons-of-kings-coronation", DOCUMENT, "action", ()),
    ],
)
def test_who_said_what_in_which_words(
    dossier: Dossier,
    id: str,
    announced_by: tuple[str, ...],
    kind: str | None,
    wording: tuple[str, ...],
) -> None:
    """Each commitment keeps who announced it, its kind, and the cue words that its firmness is read from."""
    commitment = get(Commitment, dossier, id)
    assert (commitment.announced_by, commitment.kind, commitment.wording) == (
        announced_by,
        kind,
        wording,
    )
    if announced_by != DOCUMENT:
        assert commitment.meeting == TALKS


def test_what_counts_as_a_promise(dossier: Dossier) -> None:
    """Nine promises are firm; what was wished, discussed, welcomed, endorsed or only told is not."""
    assert dossier.commitments.where(firm=True).ids == (
        "aerial-surveillance",
        "olympic-security-support",
        "support-for-french-law-enforcement",
        "keep-working-together",
        "fight-smuggling-networks",
        "call-for-uk-eu-migration-agreement",
        "major-events-security",
        "fund-french-personnel",
        "olympic-support-restated",
    )


def test_every_record_is_cited(dossier: Dossier) -> None:
    """No record stands without the passage that it comes from."""
    assert [record.id for record in dossier.records if not record.citations] == []


def test_every_passage_has_its_place_and_fingerprint(dossier: Dossier) -> None:
    """A citation names its lines, and can be verified by whoever has the text; none repeats it."""
    places = [place for record in dossier.records for _, place in citations(record)]
    assert {place.source for place in places} == {READOUT, "ifg-ministers"}
    for place in places:
        assert place.lines is not None
        assert place.fingerprint is not None
        assert place.quote is None
        assert (place.paragraphs is not None) == (place.source == READOUT)


def test_every_citation_verifies(
    dossier: Dossier, readout: str, appointments: str
) -> None:
    """Each cited passage stands in its text where the dossier says, word for word."""
    held = {READOUT: readout, "ifg-ministers": appointments}
    for finding in verify(dossier, sources=held):
        assert finding.state is CitationState.OK, finding
        if finding.path[-1] == "fingerprint":
            continue  # a source's own, of its whole text
        place = finding.citation
        assert place.lines is not None
        passage = held[place.source].splitlines()[
            place.lines.first - 1 : place.lines.last
        ]
        assert place.fingerprint == fingerprint("\n".join(passage)), finding
    assert get(Source, dossier, READOUT).fingerprint == fingerprint(readout)


def test_tenures_are_those_of_the_table(dossier: Dossier, appointments: str) -> None:
    """The days of the British ministers are the table's, in the line that is cited."""
    lines = appointments.splitlines()
    for id in ("james-cleverly", "rishi-sunak"):
        (tenure,) = get(Minister, dossier, id).tenures
        (place,) = tenure.citations
        assert place.lines is not None
        assert tenure.period == Period(
            "/".join(lines[place.lines.first - 1].split(",")[-2:])
        )


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Return the runs of that many words in a text."""
    words = re.findall(r"\w+", text.lower())
    return {
        tuple(words[start : start + length]) for start in range(len(words) - length + 1)
    }


def texts(value: object) -> Iterator[str]:
    """List all texts within plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def test_the_text_is_not_repeated(readout: str) -> None:
    """No nine words of the readout stand in the file in a row, nor five in any of its texts."""
    file = (resources.files("entente") / "dossiers" / "uk-france.toml").read_text(
        encoding="utf-8"
    )
    assert runs(file, 9) & runs(readout, 9) == set()
    alike = {
        text for text in texts(tomllib.loads(file)) if runs(text, 5) & runs(readout, 5)
    }
    assert alike == set()
