"""Questions about conditions, amounts, scope, roles, consent and whose voice counts, by scan and by index."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest

from entente import (
    Adherence,
    Agreement,
    Amount,
    AmountRole,
    Commitment,
    Condition,
    ConditionKind,
    Consent,
    ConsentKind,
    Dossier,
    Event,
    Identifier,
    Link,
    LinkKind,
    Meeting,
    MeetingState,
    Membership,
    Metric,
    Minister,
    Observation,
    Office,
    Participation,
    Party,
    PartyKind,
    Place,
    Record,
    Report,
    ReportedStatus,
    Role,
    Scope,
    ScopeKind,
    Source,
    SourceKind,
    Statement,
    Tenure,
    Term,
    TermKind,
    Theme,
)
from entente.asking import Criterion
from entente.errors import QueryError, UnknownIdError
from entente.records._vocabulary import Act

FILLING: Final = 250
"""So many commitments beside those that are asked for make a dossier worth an index."""


def body(id: str, **given: Any) -> Party:
    """Make a body of France."""
    return Party(
        **{
            "id": id,
            "name": id.title(),
            "kind": PartyKind.BODY,
            "part_of": (Membership(party="FR"),),
            **given,
        }
    )


def named(id: str) -> tuple[Identifier, ...]:
    """Make the identifier of a record in somebody else's register."""
    return (Identifier(scheme="wikidata", identifier=id),)


def promise(id: str, **given: Any) -> Commitment:
    """Make a promise of nobody that somebody asks for."""
    return Commitment(id=id, summary="Do it.", **given)


RECORDS: Final[tuple[Record, ...]] = (
    Theme(id="boats", label="Boats", identifiers=named("Q1")),
    body("ministry"),
    body("court", independent=True),
    body("region", kind=PartyKind.SUBNATIONAL_GOVERNMENT),
    body(
        "joint-centre",
        part_of=(Membership(party="FR"), Membership(party="GB")),
    ),
    Party(
        id="league",
        name="League",
        kind=PartyKind.GROUPING,
        existed="1920/1946",
        identifiers=named("Q2"),
        members=(
            Membership(party="FR"),
            Membership(party="GB", period="2020/.."),
            Membership(party="DE", period="../2019"),
            Membership(party="IT", period="2024-06/.."),
        ),
    ),
    Office(
        id="interior", title="Interior", party="FR", identifiers=named("Q3")
    ),
    Office(id="home", title="Home Secretary", party="GB"),
    Minister(
        id="mover",
        name="A. Mover",
        identifiers=named("Q4"),
        tenures=(
            Tenure(office="interior", period="2020/2024-05"),
            Tenure(office="home", period="2024-06/.."),
        ),
    ),
    Source(
        id="notice",
        title="Notice",
        kind=SourceKind.PRESS_NOTICE,
        identifiers=named("Q5"),
    ),
    Event(id="vote", name="Vote", identifiers=named("Q6")),
    Meeting(
        id="talks",
        name="Talks",
        state=MeetingState.HELD,
        identifiers=named("Q7"),
        participations=(Participation(party="BE", role=Role.CONVENER),),
    ),
    Agreement(
        id="treaty",
        name="Treaty",
        adopted="2024-03",
        identifiers=named("Q8"),
        adherences=(
            Adherence(
                party="FR",
                steps=(
                    Consent(kind=ConsentKind.SIGNED, on="2024-03"),
                    Consent(kind=ConsentKind.RATIFIED, expected=True),
                ),
            ),
        ),
        participations=(Participation(party="CH", role=Role.DEPOSITARY),),
        conditions=(
            Condition(
                kind=ConditionKind.LEGISLATION,
                parties=("home",),
                waits_for="vote",
            ),
        ),
        terms=(
            Term(kind=TermKind.EXPIRY, duration="P5Y"),
            Term(
                kind=TermKind.SAVING,
                parties=("FR",),
                scope=(
                    Scope(
                        kind=ScopeKind.MEASURES,
                        text="The older treaty",
                        identifiers=named("Q14"),
                    ),
                ),
            ),
        ),
        scope=(
            Scope(
                kind=ScopeKind.SERVICES,
                text="Shipping",
                identifiers=named("Q12"),
            ),
        ),
    ),
    Agreement(id="other", name="Other"),
    promise("by-state", by=("FR",), made="2024"),
    promise("by-ministry", by=("ministry",), made="2024"),
    promise("by-court", by=("court",), made="2024"),
    promise("by-region", by=("region",), made="2024"),
    promise("by-centre", by=("joint-centre",), made="2024"),
    promise("by-office", by=("interior",), made="2024"),
    promise("by-mover-early", by=("mover",), made="2024-03"),
    promise("by-mover-late", by=("mover",), made="2024-08"),
    promise("by-mover-then", by=("mover",), made="[2024-03..2024-08]"),
    promise("by-mover-some-day", by=("mover",)),
    promise("by-league", by=("league",), made="2024-03"),
    promise("by-league-late", by=("league",), made="2024-08"),
    promise("by-league-some-day", by=("league",)),
    promise(
        "approved",
        to=("mover",),
        made="2024-08",
        conditions=(
            Condition(kind=ConditionKind.APPROVAL, parties=("ministry", "DE")),
            Condition(waits_for="vote"),
        ),
        participations=(Participation(minister="mover", role=Role.MONITOR),),
        identifiers=named("Q9"),
    ),
    promise(
        "on-request",
        conditions=(Condition(kind=ConditionKind.REQUEST, recurs=True),),
        links=(Link(kind=LinkKind.RECIPROCATES, target="yearly"),),
    ),
    promise(
        "yearly",
        recurrence="FREQ=YEARLY",
        scope=(
            Scope(
                kind=ScopeKind.PEOPLE,
                text="Fishers",
                identifiers=named("Q13"),
            ),
        ),
        places=(Place(name="Calais", country="FR"), Place(name="Dover")),
    ),
    promise(
        "paid",
        funded_by=("league",),
        made="2021",
        amounts=(
            Amount(
                value="5 boats",
                role=AmountRole.FLOOR,
                scope=(
                    Scope(
                        kind=ScopeKind.GOODS,
                        text="Boats",
                        identifiers=named("Q14"),
                    ),
                ),
            ),
            Amount(value="<= 20 EUR", role=AmountRole.CAP),
            Amount(times="2", role=AmountRole.ADDITIONAL),
        ),
    ),
    promise(
        "judged",
        by=("IT", "ES"),
        due="2020",
        reports=(
            Report(
                on="2019", by="US", of="IT", status=ReportedStatus.COMPLETED
            ),
        ),
    ),
    Metric(
        id="arrivals",
        name="Arrivals",
        unit="people",
        observations=(Observation(as_of="2024-01-30", value="5 people"),),
        identifiers=named("Q10"),
    ),
    Statement(
        id="reserved",
        summary="Leaves one rule out.",
        act=Act.RESERVATION,
        speakers=("FR", "home"),
        about=("treaty",),
        identifiers=named("Q11"),
    ),
    *(promise(f"filling-{number}") for number in range(FILLING)),
)


@pytest.fixture(params=["scanned", "looked up"])
def dossier(request: pytest.FixtureRequest) -> Iterator[Dossier]:
    """The records, of which every question is answered by a scan or by an index."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "looked up":
            patch.setattr("entente.asking._catalogue.MANY", 0)
            patch.setattr("entente.asking._catalogue.OFTEN", 0)
        yield Dossier(RECORDS)


def test_a_large_dossier_answers_from_an_index() -> None:
    """What is asked of it a fourth time is looked up, and the answer stays the same."""
    commitments = Dossier(RECORDS).commitments
    asked = commitments.where
    answers = {asked(conditional=True, unit="EUR").ids for _ in range(5)}
    answers |= {asked(by="mover", certain=True).ids[:0] for _ in range(5)}
    assert answers == {()}
    catalogue = commitments._catalogue
    assert catalogue is not None
    assert {"conditional", "unit", "by"} <= set(catalogue._finders)


BY_FRANCE: Final = "by-state by-ministry by-centre by-office"


@pytest.mark.parametrize(
    ("kind", "asked", "ids"),
    [
        # whose voice counts
        ("commitments", {"by": "FR"}, f"{BY_FRANCE} by-mover-early by-mover-then by-mover-some-day"),
        ("commitments", {"by": "FR", "certain": True}, f"{BY_FRANCE} by-mover-early"),
        ("commitments", {"by": "GB"}, "by-centre by-mover-late by-mover-then by-mover-some-day"),
        ("commitments", {"by": "GB", "certain": True}, "by-centre by-mover-late"),
        ("commitments", {"by": "mover"}, "by-mover-early by-mover-late by-mover-then by-mover-some-day"),
        (
            "commitments",
            {"by": "mover", "certain": True},
            "by-mover-early by-mover-late by-mover-then by-mover-some-day",
        ),
        ("commitments", {"by": "interior"}, "by-office by-mover-early by-mover-then by-mover-some-day"),
        ("commitments", {"by": "home", "certain": True}, "by-mover-late"),
        ("commitments", {"by": "court"}, "by-court"),
        ("commitments", {"by": "region"}, "by-region"),
        ("commitments", {"by": ("court", "region")}, "by-court by-region"),
        ("commitments", {"to": "home"}, "approved"),
        ("commitments", {"party": "GB", "certain": True}, "by-centre by-mover-late approved"),
        # groupings
        ("commitments", {"by": "league"}, "by-league by-league-late by-league-some-day"),
        (
            "commitments",
            {"by": "FR", "groupings": True, "certain": True},
            f"{BY_FRANCE} by-mover-early by-league by-league-late by-league-some-day",
        ),
        ("commitments", {"by": "IT", "groupings": False}, "judged"),
        ("commitments", {"by": "IT", "groupings": True}, "by-league-late by-league-some-day judged"),
        ("commitments", {"by": "IT", "groupings": True, "certain": True}, "by-league-late judged"),
        ("commitments", {"by": "DE", "groupings": True}, "by-league-some-day"),
        ("commitments", {"by": "ministry", "groupings": True, "made": "2024-03", "certain": True}, "by-league"),
        ("commitments", {"by": "US", "groupings": True}, ""),
        ("commitments", {"funded_by": "GB", "groupings": True}, "paid"),
        ("commitments", {"funded_by": "GB"}, ""),
        ("commitments", {"party": ("DE", "GB"), "groupings": True, "made": "2021"}, "paid"),
        # conditions
        ("commitments", {"conditional": True}, "approved on-request"),
        ("commitments", {"condition": "approval"}, "approved"),
        ("commitments", {"condition": ("approval", ConditionKind.REQUEST)}, "approved on-request"),
        ("commitments", {"condition": "funding"}, ""),
        ("commitments", {"condition_party": "ministry"}, "approved"),
        ("commitments", {"condition_party": "FR"}, "approved"),
        ("commitments", {"condition_party": "DE"}, "approved"),
        ("commitments", {"condition_party": "home"}, ""),
        ("commitments", {"waits_for": "vote"}, "approved"),
        ("commitments", {"waits_for": "treaty"}, ""),
        # amounts, scope and places
        ("commitments", {"unit": "EUR"}, "paid"),
        ("commitments", {"unit": ("boats", "people")}, "paid"),
        ("commitments", {"unit": "eur"}, ""),
        ("commitments", {"amount": "cap"}, "paid"),
        ("commitments", {"amount": ("share", AmountRole.ADDITIONAL)}, "paid"),
        ("commitments", {"amount": "total"}, ""),
        ("commitments", {"scope": "people"}, "yearly"),
        ("commitments", {"scope": "goods"}, ""),
        ("commitments", {"country": "FR"}, "yearly"),
        ("commitments", {"country": "GB"}, ""),
        # roles, recurrence, links
        ("commitments", {"participant": "mover"}, "approved"),
        ("commitments", {"participant": "FR"}, ""),
        ("commitments", {"role": "monitor"}, "approved"),
        ("commitments", {"role": "host"}, ""),
        ("commitments", {"recurs": True}, "on-request yearly"),
        ("commitments", {"recurs": True, "conditional": False}, "yearly"),
        ("commitments", {"link": "reciprocates"}, "on-request"),
        ("commitments", {"link": "restates"}, ""),
        ("commitments", {"identifier": "Q9"}, "approved"),
        ("commitments", {"identifier": ("Q9", "Q10")}, "approved"),
        # what others call the things that are covered
        ("commitments", {"identifier": "Q13"}, "yearly"),
        ("commitments", {"identifier": "Q14"}, "paid"),
        ("agreements", {"identifier": "Q12"}, "treaty"),
        ("agreements", {"identifier": "Q13"}, ""),
        # two keywords are met by two amounts
        ("commitments", {"amount": "cap", "unit": "boats"}, "paid"),
        # what one party did
        ("commitments", {"status": "completed", "of": "IT"}, "judged"),
        ("commitments", {"status": "completed"}, ""),
        ("commitments", {"schedule": "met_on_time", "on": "2025-01-01", "of": "IT"}, "judged"),
        ("commitments", {"schedule": "overdue", "on": "2025-01-01", "of": "ES"}, "judged"),
        ("commitments", {"schedule": "overdue", "on": "2025-01-01"}, "judged"),
        # parties
        ("parties", {"independent": True}, "court"),
        ("parties", {"part_of": "FR"}, "ministry court region joint-centre"),
        ("parties", {"part_of": "GB"}, "joint-centre"),
        ("parties", {"party": "FR"}, "ministry joint-centre FR"),
        ("parties", {"existed": "1930", "certain": True}, "league"),
        ("parties", {"existed": "1950"}, ""),
        ("parties", {"kind": "subnational_government"}, "region"),
        # agreements
        ("agreements", {"consent": "signed"}, "treaty"),
        ("agreements", {"consent": "ratified"}, ""),
        ("agreements", {"consent": "signed", "of": "FR"}, "treaty"),
        ("agreements", {"consent": "signed", "of": "GB"}, ""),
        ("agreements", {"term": "expiry"}, "treaty"),
        ("agreements", {"term": ("renewal", "amendment")}, ""),
        ("agreements", {"term": "saving"}, "treaty"),
        ("agreements", {"term": "saving", "of": "FR"}, "treaty"),
        ("agreements", {"term": "saving", "of": "ministry"}, "treaty"),
        ("agreements", {"term": "saving", "of": "GB"}, ""),
        ("agreements", {"term": "expiry", "of": "GB"}, "treaty"),
        ("agreements", {"identifier": "Q14"}, "treaty"),
        ("agreements", {"adopted": "2024-03-15"}, "treaty"),
        ("agreements", {"adopted": "2024-03-15", "certain": True}, ""),
        ("agreements", {"participant": "CH", "role": "depositary"}, "treaty"),
        ("agreements", {"conditional": False}, "other"),
        ("agreements", {"condition": "legislation", "condition_party": "GB", "waits_for": "vote"}, "treaty"),
        ("agreements", {"scope": "services"}, "treaty"),
        # the others
        ("meetings", {"role": "convener"}, "talks"),
        ("metrics", {"observed": "2024-01"}, "arrivals"),
        ("metrics", {"observed": "2023"}, ""),
        ("statements", {"act": "reservation", "speaker": "GB", "about": "treaty"}, "reserved"),
        ("statements", {"speaker": "FR"}, "reserved"),
    ],
)  # fmt: skip
def test_a_question_finds_what_the_parts_say(
    dossier: Dossier, kind: str, asked: dict[str, Any], ids: str
) -> None:
    """Each keyword finds the records of which a part says so, and no others."""
    found = getattr(dossier, kind).where(**asked).ids
    assert found == tuple(ids.split())


def test_every_kind_has_identifiers(dossier: Dossier) -> None:
    """A record is found by what it is called in somebody else's register, letter by letter."""
    held = {
        record.identifiers[0].identifier: record.id
        for record in RECORDS
        if record.identifiers
    }
    found = {
        identifier: getattr(dossier, kind).where(identifier=identifier).ids
        for kind, ids in (
            ("themes", "Q1"), ("parties", "Q2"), ("offices", "Q3"), ("ministers", "Q4"), ("sources", "Q5"),
            ("events", "Q6"), ("meetings", "Q7"), ("agreements", "Q8"), ("commitments", "Q9"),
            ("metrics", "Q10"), ("statements", "Q11"),
        )
        for identifier in (ids,)
    }  # fmt: skip
    assert found == {identifier: (id,) for identifier, id in held.items()}


@pytest.mark.parametrize(
    ("kind", "asked", "error", "message"),
    [
        (
            "commitments",
            {"groupings": True},
            QueryError,
            "groupings goes with a party that acts; ask for by, to or party",
        ),
        (
            "commitments",
            {"by": "FR", "groupings": "yes"},
            QueryError,
            "'yes' is neither True nor False",
        ),
        (
            "commitments",
            {"funded_by": "home"},
            UnknownIdError,
            "'home' is an office, not a party",
        ),
        (
            "commitments",
            {"condition_party": "mover"},
            UnknownIdError,
            "'mover' is a minister, not a party or office",
        ),
        (
            "commitments",
            {"waits_for": "voet"},
            UnknownIdError,
            "there is no commitment, agreement, meeting, event or metric 'voet'; did you mean 'vote'?",
        ),
        (
            "commitments",
            {"status": "completed", "of": "home"},
            UnknownIdError,
            "'home' is an office, not a party",
        ),
        (
            "agreements",
            {"consent": "singed"},
            QueryError,
            "'singed' is not a consent kind; did you mean 'signed'?",
        ),
        (
            "commitments",
            {"unit": 5},
            QueryError,
            "5 is not text; give one text or a tuple of them",
        ),
    ],
)
def test_a_question_that_makes_no_sense_is_an_error(
    kind: str, asked: dict[str, Any], error: type[Exception], message: str
) -> None:
    """An id of another kind, an unknown word and an option without use are said, with a fix."""
    with pytest.raises(error) as caught:
        getattr(Dossier(RECORDS), kind).where(**asked)
    assert str(caught.value) == message


def test_a_selection_says_how_it_was_asked() -> None:
    """Groupings and the party that was judged are in the criteria, only where they matter."""
    asked = Dossier(RECORDS).commitments.where(
        by="IT",
        conditional=False,
        status="completed",
        of="IT",
        groupings=True,
        certain=True,
    )
    assert [str(each) for each in asked.criteria] == [
        "by = IT for certain or a grouping of it",
        "conditional = False for certain",
        "status = completed for certain of IT",
    ]
    assert [
        (each.groupings, each.of)
        for each in asked.criteria
        if isinstance(each, Criterion)
    ] == [(True, None), (False, None), (False, "IT")]


def test_parts_are_grouped_and_sorted_by() -> None:
    """A record is in the group of each of its parts, and sorted in the order of their words."""
    commitments = Dossier(RECORDS).commitments.where(made="2021")
    groups = commitments.group_by("amount")
    assert {name: found.ids for name, found in groups.items()} == {
        "floor": ("paid",),
        "cap": ("paid",),
        "additional": ("paid",),
    }
    assert commitments.count_by("unit") == {"boats": 1, "EUR": 1}
    conditional = Dossier(RECORDS).commitments.where(conditional=True)
    assert conditional.sort("condition").ids == ("approved", "on-request")
    backward = conditional.sort("condition", reverse=True)
    assert backward.ids == ("on-request", "approved")
