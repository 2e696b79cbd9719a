"""Rules over a dossier: what each finds, and what it leaves in peace."""

from __future__ import annotations

import decimal
import itertools
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from attrs import frozen
from hypothesis import given, strategies as st

import entente
from entente import (
    Adherence,
    Agreement,
    Citation,
    Commitment,
    Dossier,
    Firmness,
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
    Problem,
    Record,
    Report,
    ReportedStatus,
    Role,
    Severity,
    Source,
    SourceKind,
    Statement,
    Tenure,
    Theme,
)
from entente.checks import (
    RULES,
    Rule,
    check,
    problem,
    rule_name,
    unused_theme,
)
from entente.errors import QueryError
from entente.records._vocabulary import Act
from entente.strategies import dossiers

NAMES = [rule_name(rule) for rule in RULES]
PAGE = Path(__file__).parent.parent / "docs" / "reference" / "checks.md"

# --- shorthands for what the cases have in common ------------------------------------------------

HOME = Office(id="home-secretary", title="Home Secretary", party="GB")


def promise(
    id: str = "patrol", summary: str = "Patrol more.", **given: object
) -> Commitment:
    """Make a commitment."""
    return Commitment(id=id, summary=summary, **given)  # type: ignore[arg-type]


def reported(*reports: tuple[str, str, ReportedStatus]) -> Commitment:
    """Make a commitment with reports of a day, a reporter and a status each."""
    return promise(
        reports=[Report(on=on, by=by, status=status) for on, by, status in reports]
    )


def meeting(when: str, *participations: Participation, **given: object) -> Meeting:
    """Make a meeting that was held."""
    state = given.pop("state", MeetingState.HELD)
    return Meeting(
        id="talks",
        name="Talks",
        when=when,
        state=state,
        participations=participations,
        **given,
    )  # type: ignore[arg-type]


def minister(id: str, *periods: str) -> Minister:
    """Make a minister who was Home Secretary through each of the periods."""
    tenures = [Tenure(office=HOME.id, period=period) for period in periods]
    return Minister(id=id, name=id, tenures=tenures)  # type: ignore[arg-type]


def source(id: str = "readout", published: str | None = None) -> Source:
    """Make a document."""
    return Source(id=id, title=id, kind=SourceKind.READOUT, published=published)


def agreement(*parties: str, **given: object) -> Agreement:
    """Make an agreement."""
    return Agreement(id="treaty", name="Treaty", parties=parties, **given)  # type: ignore[arg-type]


def metric(*observations: Observation, unit: str = "boats", **given: object) -> Metric:
    """Make a metric that counts boats."""
    return Metric(
        id="arrivals", name="Arrivals", unit=unit, observations=observations, **given
    )  # type: ignore[arg-type]


def level(period: str, value: str, **given: object) -> Observation:
    """Make an observation of how many there were."""
    return Observation(period=period, value=value, **given)  # type: ignore[arg-type]


def change(stated: str) -> Observation:
    """Make an observation of a change from 2022 to 2023."""
    return Observation(period="2023", change=stated, against="2022")


def restating(target: str, kind: LinkKind = LinkKind.RESTATES) -> list[Link]:
    """Make the links of a commitment that restates another."""
    return [Link(kind=kind, target=target)]


def cited(**place: str) -> list[Record]:
    """Make a source, and a commitment that cites a place of it."""
    return [source(), promise(citations=[Citation(source="readout", **place)])]  # type: ignore[arg-type]


BEFORE, AFTER = level("2022", "45,774 boats"), level("2023", "29,437 boats")
CALAIS_GROUP = Party(
    id="calais-group",
    name="Calais Group",
    kind=PartyKind.GROUPING,
    members=(Membership(party="GB"), Membership(party="FR")),
)


STEPS = [
    ReportedStatus(step)
    for step in ("announced", "not_started", "in_progress", "substantial", "completed")
]


@frozen
class Case:
    """Records in which a rule finds something, and what it says: severity and the printed problem, in turn."""

    rule: str
    records: Sequence[Record]
    told: Sequence[tuple[Severity, str]]


ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

CASES = [
    Case(
        "due-before-made",
        [promise(made="2024-03", due="2023")],
        [(ERROR, "commitments[0].due (patrol): due 2023, but only made 2024-03")],
    ),
    Case(
        "due-before-made",
        [promise(made="2024-03-02", due="2023/2024-02")],
        [
            (
                ERROR,
                "commitments[0].due (patrol): due 2023/2024-02, but only made 2024-03-02",
            )
        ],
    ),
    Case(
        "report-before-made",
        [
            promise(
                made="2024-03",
                reports=[
                    Report(on="2024-04", by="GB", status=ReportedStatus.ANNOUNCED),
                    Report(on="2024-02", by="GB", status=ReportedStatus.COMPLETED),
                ],
            )
        ],
        [
            (
                ERROR,
                "commitments[0].reports[1].on (patrol): reported on 2024-02, but only made 2024-03",
            )
        ],
    ),
    Case(
        "reports-going-backward",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.SUBSTANTIAL),
                ("2024-02", "GB", ReportedStatus.NOT_STARTED),
            )
        ],
        [
            (
                WARNING,
                (
                    "commitments[0].reports[1] (patrol): "
                    "not_started on 2024-02, but substantial on 2024-01 by the same reporter"
                ),
            )
        ],
    ),
    Case(  # the order of the file is not that of time
        "reports-going-backward",
        [
            reported(
                ("2024-02", "GB", ReportedStatus.ANNOUNCED),
                ("2024-01", "GB", ReportedStatus.IN_PROGRESS),
            )
        ],
        [
            (
                WARNING,
                (
                    "commitments[0].reports[0] (patrol): "
                    "announced on 2024-02, but in_progress on 2024-01 by the same reporter"
                ),
            )
        ],
    ),
    Case(  # what another says in between does not hide it
        "reports-going-backward",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.COMPLETED),
                ("2024-02", "FR", ReportedStatus.IN_PROGRESS),
                ("2024-03", "GB", ReportedStatus.IN_PROGRESS),
            )
        ],
        [
            (
                WARNING,
                (
                    "commitments[0].reports[2] (patrol): "
                    "in_progress on 2024-03, but completed on 2024-01 by the same reporter"
                ),
            )
        ],
    ),
    Case(  # what is no step of progress does not hide it either
        "reports-going-backward",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.SUBSTANTIAL),
                ("2024-02", "GB", ReportedStatus.SUSPENDED),
                ("2024-01", "FR", ReportedStatus.COMPLETED),
                ("2024-02", "FR", ReportedStatus.SUBSTANTIAL),
            )
        ],
        [
            (
                WARNING,
                (
                    "commitments[0].reports[3] (patrol): "
                    "substantial on 2024-02, but completed on 2024-01 by the same reporter"
                ),
            )
        ],
    ),
    Case(
        "report-after-withdrawal",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.WITHDRAWN),
                ("2024-02", "FR", ReportedStatus.IN_PROGRESS),
            )
        ],
        [
            (
                WARNING,
                "commitments[0].reports[1] (patrol): in_progress on 2024-02, but withdrawn on 2024-01",
            )
        ],
    ),
    Case(
        "report-after-withdrawal",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.SUPERSEDED),
                ("2024-02", "GB", ReportedStatus.COMPLETED),
            )
        ],
        [
            (
                WARNING,
                "commitments[0].reports[1] (patrol): completed on 2024-02, but superseded on 2024-01",
            )
        ],
    ),
    Case(
        "in-force-before-signed",
        [
            agreement(
                signed="2024",
                in_force="2023",
                adherences=[
                    Adherence(party="FR", signed="2024", in_force="2024"),
                    Adherence(party="GB", signed="2024-05", in_force="2024-04"),
                ],
            )
        ],
        [
            (
                WARNING,
                "agreements[0].in_force (treaty): in force 2023, but only signed 2024",
            ),
            (
                WARNING,
                (
                    "agreements[0].adherences[1].in_force (treaty): "
                    "in force 2024-04, but only signed 2024-05"
                ),
            ),
        ],
    ),
    Case(
        "held-after-source",
        [
            source(published="2024-01-29"),
            meeting("2024-01-30", citations=[Citation(source="readout")]),
        ],
        [
            (
                ERROR,
                "meetings[0].when (talks): held 2024-01-30, after 'readout' was published, 2024-01-29",
            )
        ],
    ),
    Case(
        "office-without-holder",
        [
            HOME,
            Office(id="chancellor", title="Chancellor", party="GB"),
            minister("a", "2020/2023"),
            Minister(
                id="b", name="B", tenures=(Tenure(office="chancellor", period="2024"),)
            ),
            meeting(
                "2024-01-30",
                Participation(party="FR"),
                Participation(office="home-secretary"),
            ),
            promise(made="2024", announced_by=["FR", "home-secretary"]),
            Statement(
                id="s",
                summary="S.",
                act=Act.CLAIM,
                speaker="home-secretary",
                said="2024-02",
            ),
        ],
        [
            (
                WARNING,
                (
                    "meetings[0].participations[1].office (talks): nobody is known to have been 'home-secretary' "
                    "on 2024-01-30; add the minister who held it, with the tenure"
                ),
            ),
            (
                WARNING,
                (
                    "commitments[0].announced_by[1] (patrol): nobody is known to have been 'home-secretary' "
                    "on 2024; add the minister who held it, with the tenure"
                ),
            ),
            (
                WARNING,
                (
                    "statements[0].speaker (s): nobody is known to have been 'home-secretary' "
                    "on 2024-02; add the minister who held it, with the tenure"
                ),
            ),
        ],
    ),
    Case(
        "office-with-several-holders",
        [
            HOME,
            minister("a", "2022/2024-07-05"),
            minister("b", "2024-07-05/.."),
            meeting("2024-07-05", Participation(office="home-secretary")),
        ],
        [
            (
                WARNING,
                (
                    "meetings[0].participations[0].office (talks): "
                    "'home-secretary' was held by a and b on 2024-07-05"
                ),
            )
        ],
    ),
    Case(  # a use on some day of the month tells nothing, and stops nothing
        "office-with-several-holders",
        [
            HOME,
            minister("a", "2022/2024-07-05"),
            minister("b", "2024-07-05/.."),
            promise(made="2024-07", announced_by=["home-secretary"]),
            Statement(
                id="s",
                summary="S.",
                act=Act.CLAIM,
                speaker="home-secretary",
                said="2024-07-05",
            ),
        ],
        [
            (
                WARNING,
                "statements[0].speaker (s): 'home-secretary' was held by a and b on 2024-07-05",
            )
        ],
    ),
    Case(
        "minister-out-of-office",
        [
            HOME,
            minister("a", "2020/2023", "2025"),
            meeting(
                "2024-01-30", Participation(party="FR"), Participation(minister="a")
            ),
        ],
        [
            (
                WARNING,
                "meetings[0].participations[1].minister (talks): 'a' is not known to have held an office on 2024-01-30",
            )
        ],
    ),
    Case(
        "minister-of-another-party",
        [
            HOME,
            meeting(
                "2024",
                Participation(party="FR"),
                Participation(office="home-secretary"),
                parties=["FR", "DE"],
            ),
        ],
        [
            (
                WARNING,
                (
                    "meetings[0].participations[1].office (talks): "
                    "'home-secretary' is an office of 'GB', which is not a party to the meeting"
                ),
            )
        ],
    ),
    Case(
        "commits-outside-agreement",
        [
            Agreement(id="sought", name="Sought", parties=("GB",), sought="2024"),
            agreement("GB", signed="2023", adherences=[Adherence(party="FR")]),
            promise("free", by=["DE"]),
            promise("hope", by=["DE"], agreement="sought"),
            promise(by=["FR", "DE", "GB"], agreement="treaty"),
        ],
        [(WARNING, "commitments[2].by[1] (patrol): 'DE' is not a party to 'treaty'")],
    ),
    *(
        Case(
            "commits-outside-agreement",
            [agreement("GB", **{date: "2023"}), promise(by=["DE"], agreement="treaty")],
            [
                (
                    WARNING,
                    "commitments[0].by[0] (patrol): 'DE' is not a party to 'treaty'",
                )
            ],
        )
        for date in ("announced", "signed", "provisional", "in_force")
    ),
    Case(
        "unit-of-another-kind",
        [
            metric(
                AFTER,
                level("2024", "30,000 people"),
                target="0 people",
                baseline=level("2022", "> 40,000 ships"),
            )
        ],
        [
            (
                ERROR,
                "metrics[0].target (arrivals): 0 people is not in 'boats', the unit of the metric",
            ),
            (
                ERROR,
                "metrics[0].baseline.value (arrivals): > 40000 ships is not in 'boats', the unit of the metric",
            ),
            (
                ERROR,
                (
                    "metrics[0].observations[1].value (arrivals): "
                    "30000 people is not in 'boats', the unit of the metric"
                ),
            ),
        ],
    ),
    Case(
        "unit-of-another-kind",
        [metric(change("change -16,337 people"))],
        [
            (
                ERROR,
                (
                    "metrics[0].observations[0].change (arrivals): "
                    "change -16337 people is not in 'boats', the unit of the metric"
                ),
            )
        ],
    ),
    Case(
        "conflicting-observations",
        [metric(AFTER, level("2022", "1 boats"), level("2023", "> 30,000 boats"))],
        [
            (
                WARNING,
                (
                    "metrics[0].observations[2] (arrivals): "
                    "> 30000 boats for 2023, but 29437 boats in observation 0"
                ),
            )
        ],
    ),
    Case(
        "conflicting-observations",
        [metric(change("-36 %"), change("< -40 %"))],
        [
            (
                WARNING,
                "metrics[0].observations[1] (arrivals): < -40 % for 2023, but -36 % in observation 0",
            )
        ],
    ),
    *(  # half a unit of the last digit is allowed for, at either end, and no more
        Case(
            "change-that-does-not-fit",
            [metric(BEFORE, AFTER, change(stated))],
            [
                (
                    WARNING,
                    (
                        f"metrics[0].observations[2].change (arrivals): {stated} against 2022, "
                        "but 29437 boats against 45774 boats is ~ -35.7 %"
                    ),
                )
            ],
        )
        for stated in (
            "-30 %",
            "-35.6 %",
            "-35.684 %",
            "-36.5 %",
            "-40 %",
            "> -30 %",
            "-35..-34.6 %",
            "1e-126 %",
        )
    ),
    *(
        Case(
            "change-that-does-not-fit",
            [metric(level("2022", before), level("2023", after), change(stated))],
            [
                (
                    WARNING,
                    (
                        f"metrics[0].observations[2].change (arrivals): {stated} against 2022, "
                        f"but {after} against {before} is {made}"
                    ),
                )
            ],
        )
        for before, after, stated, made in (
            ("1 boats", "2 boats", "50 %", "100 %"),
            ("1000 boats", "644 boats", "-35 %", "-35.6 %"),
        )
    ),
    Case(
        "firm-without-deadline",
        [promise(firmness=Firmness.PLEDGED)],
        [(INFO, "commitments[0] (patrol): a firm promise without a deadline")],
    ),
    Case(
        "firm-without-metric",
        [promise(firmness=Firmness.INTENDED)],
        [(INFO, "commitments[0] (patrol): a firm promise without a metric")],
    ),
    Case(
        "firm-without-citation",
        [promise(firmness=Firmness.AGREED)],
        [(INFO, "commitments[0] (patrol): a firm promise without a citation")],
    ),
    Case(
        "citation-without-place",
        [
            source(),
            promise(
                citations=[
                    Citation(source="readout", lines="1"),
                    Citation(source="readout", note="Somewhere."),
                ]
            ),
        ],
        [
            (
                INFO,
                "commitments[0].citations[1] (patrol): 'readout' is cited without a place",
            )
        ],
    ),
    Case(
        "reporter-without-party",
        [
            source("audit"),
            HOME,
            minister("late", "2025/.."),
            reported(
                ("2024", "FR", ReportedStatus.COMPLETED),
                ("2024", "audit", ReportedStatus.IN_PROGRESS),
                ("2024-03", "late", ReportedStatus.IN_PROGRESS),
            ),
        ],
        [
            (
                INFO,
                (
                    "commitments[0].reports[1].by (patrol): no party is known for which 'audit' speaks, "
                    "so it counts as an outsider's; if it speaks for one, add its issued_by"
                ),
            ),
            (
                INFO,
                (
                    "commitments[0].reports[2].by (patrol): no party is known for which 'late' speaks, "
                    "so it counts as an outsider's; if it speaks for one, add a tenure on 2024-03"
                ),
            ),
        ],
    ),
    Case(
        "restatement-as-new",
        [
            promise("a", "Patrol  More.", by=["FR", "GB"]),
            promise("b", "patrol more", by=["GB", "FR"]),
        ],
        [
            (
                WARNING,
                (
                    "commitments[1].summary (b): says the same as 'a'; "
                    'write links = [{ kind = "restates", target = "a" }] if it is the same promise'
                ),
            )
        ],
    ),
    Case(
        "alias-claimed-twice",
        [
            Theme(id="a", label="Small boats"),
            Theme(id="b", label="Crossings", aliases=("small boats",)),
        ],
        [(WARNING, "themes[1] (b): goes by 'small boats', and so does 'a'")],
    ),
    Case(
        "alias-claimed-twice",
        [
            Party(id="bf", name="Border Force", kind=PartyKind.BODY),
            Party(
                id="pf", name="Police", kind=PartyKind.BODY, aliases=("border force",)
            ),
            HOME,
            Minister(id="a", name="A"),
            Minister(id="b", name="a"),
            Agreement(id="t", name="T"),
            Agreement(id="u", name="U", aliases=("t",)),
        ],
        [
            (WARNING, "parties[1] (pf): goes by 'border force', and so does 'bf'"),
            (WARNING, "ministers[1] (b): goes by 'a', and so does 'a'"),
            (WARNING, "agreements[1] (u): goes by 't', and so does 't'"),
        ],
    ),
    Case(
        "unused-theme",
        [
            Theme(id="migration", label="Migration"),
            Theme(id="boats", label="Boats", broader=("migration",)),
        ],
        [(INFO, "themes[1] (boats): no other record names it")],
    ),
    Case(
        "orphaned-record",
        [
            HOME,
            source(),
            Party(id="bf", name="Border Force", kind=PartyKind.BODY),
            entente.Event(id="games", name="Games"),
            metric(),
        ],
        [
            (INFO, "parties[0] (bf): no other record names it"),
            (INFO, "offices[0] (home-secretary): no other record names it"),
            (INFO, "sources[0] (readout): no other record names it"),
            (INFO, "events[0] (games): no other record names it"),
            (INFO, "metrics[0] (arrivals): no other record names it"),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_finds_what_it_is_for(case: Case) -> None:
    """Each rule tells what is wrong, in which record, at which path, how much it matters, and a cure if there is one."""
    problems = check(Dossier(case.records), rules=[case.rule])
    assert [(found.severity, str(found)) for found in problems] == list(case.told)
    assert {found.rule for found in problems} == {case.rule}


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_has_a_case(name: str) -> None:
    """A new rule comes with a case in which it finds something, and with one in which it does not."""
    assert name in {case.rule for case in CASES}
    assert name in {name for name, _, _ in IN_ORDER}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_problem_leads_to_its_value(case: Case) -> None:
    """The path of a problem leads from the top of the dossier to something that is there."""
    dossier = Dossier(case.records)
    for found in check(dossier, rules=[case.rule]):
        kind, place, *rest = found.path
        value: object = [
            record
            for record in getattr(dossier, str(kind))
            if record in dossier.records
        ][int(place)]
        assert getattr(value, "id") == found.record  # noqa: B009
        for step in rest:
            value = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
        assert value is not None


# --- what is in order ----------------------------------------------------------------------------

IN_ORDER: list[tuple[str, str, Sequence[Record]]] = [
    (
        "due-before-made",
        "due on the day it was made",
        [promise(made="2024-03-02", due="2024-03-02")],
    ),
    (
        "due-before-made",
        "due in the month it was made in",
        [promise(made="2024-03-02", due="2024-03")],
    ),
    (
        "due-before-made",
        "due in a time that goes on",
        [promise(made="2024-03-02", due="2023/2024-03")],
    ),
    ("due-before-made", "due some day", [promise(made="2024", due="2020/..")]),
    ("due-before-made", "perhaps due before", [promise(made="2024", due="2023?")]),
    ("due-before-made", "made nobody knows when", [promise(due="2023")]),
    ("due-before-made", "never due", [promise(made="2024")]),
    (
        "report-before-made",
        "reported in the year it was made in",
        [
            promise(
                made="2024-03",
                reports=[Report(on="2024", by="GB", status=ReportedStatus.ANNOUNCED)],
            )
        ],
    ),
    (
        "report-before-made",
        "true since before it was told",
        [
            promise(
                made="2024-03",
                reports=[
                    Report(on="../2024", by="GB", status=ReportedStatus.COMPLETED)
                ],
            )
        ],
    ),
    (
        "reports-going-backward",
        "another reporter sees less",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.COMPLETED),
                ("2024-02", "FR", ReportedStatus.IN_PROGRESS),
            )
        ],
    ),
    (
        "reports-going-backward",
        "the same status again",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.IN_PROGRESS),
                ("2024-02", "GB", ReportedStatus.IN_PROGRESS),
            )
        ],
    ),
    (
        "reports-going-backward",
        "their order is not certain",
        [
            reported(
                ("2024-02", "GB", ReportedStatus.COMPLETED),
                ("2024", "GB", ReportedStatus.IN_PROGRESS),
            )
        ],
    ),
    (
        "reports-going-backward",
        "suspended is no step of progress",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.SUBSTANTIAL),
                ("2024-02", "GB", ReportedStatus.SUSPENDED),
            )
        ],
    ),
    (
        "reports-going-backward",
        "told once, and forward from there",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.ANNOUNCED),
                ("2024-02", "GB", ReportedStatus.SUBSTANTIAL),
            )
        ],
    ),
    (
        "report-after-withdrawal",
        "withdrawn and superseded",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.WITHDRAWN),
                ("2024-02", "GB", ReportedStatus.SUPERSEDED),
            )
        ],
    ),
    (
        "report-after-withdrawal",
        "perhaps withdrawn only later",
        [
            reported(
                ("2024", "GB", ReportedStatus.WITHDRAWN),
                ("2024-02", "FR", ReportedStatus.IN_PROGRESS),
            )
        ],
    ),
    (
        "report-after-withdrawal",
        "withdrawn at last",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.IN_PROGRESS),
                ("2024-02", "GB", ReportedStatus.WITHDRAWN),
            )
        ],
    ),
    (
        "in-force-before-signed",
        "in force on the day of signature",
        [agreement(signed="2024", in_force="2024")],
    ),
    (
        "in-force-before-signed",
        "perhaps in force later",
        [agreement(signed="2024-03", in_force="2024")],
    ),
    ("in-force-before-signed", "not signed at all", [agreement(in_force="1904")]),
    (
        "in-force-before-signed",
        "one party signed later than it was in force",
        [
            agreement(
                signed="1990",
                in_force="1991",
                adherences=[Adherence(party="FR", signed="1995")],
            )
        ],
    ),
    (
        "held-after-source",
        "published on the day",
        [
            source(published="2024-01-30"),
            meeting("2024-01-30", citations=[Citation(source="readout")]),
        ],
    ),
    (
        "held-after-source",
        "held in the month of publication",
        [
            source(published="2024-01-02"),
            meeting("2024-01", citations=[Citation(source="readout")]),
        ],
    ),
    (
        "held-after-source",
        "only planned",
        [
            source(published="2024-01-02"),
            meeting(
                "2024-02",
                state=MeetingState.PLANNED,
                citations=[Citation(source="readout")],
            ),
        ],
    ),
    (
        "held-after-source",
        "no date",
        [source(), meeting("2024-02", citations=[Citation(source="readout")])],
    ),
    (
        "held-after-source",
        "announced by one source and told as held by another",
        [
            source("notice", "2024-01-20"),
            source("readout", "2024-01-30"),
            meeting(
                "2024-01-30",
                citations=[Citation(source="notice"), Citation(source="readout")],
            ),
        ],
    ),
    (
        "office-without-holder",
        "held",
        [
            HOME,
            minister("a", "2023/.."),
            meeting("2024-01-30", Participation(office="home-secretary")),
        ],
    ),
    (
        "office-without-holder",
        "perhaps held",
        [
            HOME,
            minister("a", "2023/2024"),
            promise(made="2024-12", announced_by=["home-secretary"]),
        ],
    ),
    (
        "office-without-holder",
        "not held yet",
        [
            HOME,
            meeting(
                "2024",
                Participation(office="home-secretary"),
                state=MeetingState.PLANNED,
            ),
        ],
    ),
    (
        "office-without-holder",
        "nobody knows when",
        [
            HOME,
            promise(announced_by=["home-secretary"]),
            Statement(id="s", summary="S.", act=Act.CLAIM, speaker="home-secretary"),
            Meeting(
                id="talks",
                name="Talks",
                state=MeetingState.HELD,
                participations=(Participation(office="home-secretary"),),
            ),
        ],
    ),
    (
        "office-with-several-holders",
        "one after the other",
        [
            HOME,
            minister("a", "2022/2024-07-04"),
            minister("b", "2024-07-05/.."),
            meeting("2024-07-05", Participation(office="home-secretary")),
        ],
    ),
    (
        "office-with-several-holders",
        "the handover lies somewhere in the year",
        [
            HOME,
            minister("a", "2022/2024"),
            minister("b", "2024/.."),
            meeting("2024-06-01", Participation(office="home-secretary")),
        ],
    ),
    (
        "office-with-several-holders",
        "some day in the month of the handover",
        [
            HOME,
            minister("a", "2022/2024-07-04"),
            minister("b", "2024-07-05/.."),
            promise(made="2024-07", announced_by=["home-secretary"]),
        ],
    ),
    (
        "minister-out-of-office",
        "in office",
        [
            HOME,
            minister("a", "2023/2024"),
            meeting("2024-01-30", Participation(minister="a")),
        ],
    ),
    (
        "minister-out-of-office",
        "perhaps in office",
        [
            HOME,
            minister("a", "2023/2024-01"),
            meeting("2024-01-30", Participation(minister="a")),
        ],
    ),
    (
        "minister-out-of-office",
        "no office is known at all",
        [minister("a"), meeting("2024-01-30", Participation(minister="a"))],
    ),
    (
        "minister-out-of-office",
        "only planned",
        [
            HOME,
            minister("a", "2020"),
            meeting("2024", Participation(minister="a"), state=MeetingState.PLANNED),
        ],
    ),
    (
        "minister-out-of-office",
        "nobody knows when",
        [
            HOME,
            minister("a", "2020"),
            Meeting(
                id="talks",
                name="Talks",
                state=MeetingState.HELD,
                participations=(Participation(minister="a"), Participation(party="GB")),
            ),
        ],
    ),
    (
        "minister-of-another-party",
        "of a party to the meeting",
        [
            HOME,
            meeting(
                "2024", Participation(office="home-secretary"), parties=["FR", "GB"]
            ),
        ],
    ),
    (
        "minister-of-another-party",
        "of a body of a party to the meeting",
        [
            Party(
                id="home-office", name="Home Office", kind=PartyKind.BODY, part_of="GB"
            ),
            Office(id="director", title="Director", party="home-office"),
            meeting("2024", Participation(office="director"), parties=["GB"]),
        ],
    ),
    (
        "minister-of-another-party",
        "of a member of a party to the meeting",
        [
            HOME,
            CALAIS_GROUP,
            meeting(
                "2024", Participation(office="home-secretary"), parties=["calais-group"]
            ),
        ],
    ),
    (
        "minister-of-another-party",
        "an observer is no party",
        [
            HOME,
            meeting(
                "2024",
                Participation(office="home-secretary", role=Role.OBSERVER),
                parties=["FR"],
            ),
        ],
    ),
    (
        "minister-of-another-party",
        "no party is named, or no office",
        [HOME, minister("a"), meeting("2024", Participation(office="home-secretary"))],
    ),
    (
        "minister-of-another-party",
        "no office is named",
        [minister("a"), meeting("2024", Participation(minister="a"), parties=["FR"])],
    ),
    (
        "commits-outside-agreement",
        "under no agreement",
        [promise(by=["DE"])],
    ),
    (
        "commits-outside-agreement",
        "the agreement is only sought",
        [agreement("GB", "EU", sought="2024"), promise(by=["FR"], agreement="treaty")],
    ),
    (
        "commits-outside-agreement",
        "nobody knows the parties",
        [agreement(signed="2020"), promise(by=["FR"], agreement="treaty")],
    ),
    (
        "commits-outside-agreement",
        "a body of a party",
        [
            Party(
                id="border-force",
                name="Border Force",
                kind=PartyKind.BODY,
                part_of="GB",
            ),
            agreement("GB", announced="2020"),
            promise(by=["border-force"], agreement="treaty"),
        ],
    ),
    (
        "commits-outside-agreement",
        "a member of a party",
        [
            CALAIS_GROUP,
            agreement("calais-group", in_force="2020"),
            promise(by=["FR"], agreement="treaty"),
        ],
    ),
    (
        "unit-of-another-kind",
        "bounds and guesses",
        [metric(level("2023", "~ > 10 boats"), target=".. boats")],
    ),
    (
        "unit-of-another-kind",
        "a change in per cent",
        [metric(change("-36 %"), change("change -16,337 boats"))],
    ),
    (
        "unit-of-another-kind",
        "a change in percentage points of a share",
        [metric(change("-3 percentage points"), unit="%")],
    ),
    (
        "unit-of-another-kind",
        "the same unit, written out",
        [metric(unit="per cent", target="5 per cent")],
    ),
    (
        "conflicting-observations",
        "other times",
        [metric(BEFORE, AFTER, level("2023-01", "1 boats"))],
    ),
    (
        "conflicting-observations",
        "bounds that meet",
        [
            metric(
                level("2023", "> 250 boats"),
                level("2023", "251 boats"),
                level("2023", "~ 3 boats"),
            )
        ],
    ),
    (
        "conflicting-observations",
        "against other times",
        [
            metric(
                change("-36 %"),
                Observation(period="2023", change="-3 %", against="2021"),
            )
        ],
    ),
    (
        "conflicting-observations",
        "in other units",
        [metric(change("-36 %"), change("change -3 boats"))],
    ),
    (
        "change-that-does-not-fit",
        "to the whole per cent",
        [metric(BEFORE, AFTER, change("-36 %"))],
    ),
    (
        "change-that-does-not-fit",
        "to a tenth",
        [metric(BEFORE, AFTER, change("-35.7 %"))],
    ),
    (
        "change-that-does-not-fit",
        "to a hundredth",
        [metric(BEFORE, AFTER, change("-35.69 %"))],
    ),
    (
        "change-that-does-not-fit",
        "between two whole ones",
        [metric(BEFORE, AFTER, change("-35.2..-35 %"))],
    ),
    (
        "change-that-does-not-fit",
        "a half, rounded either way",
        [
            metric(
                level("2022", "1000 boats"),
                level("2023", "645 boats"),
                change("-35 %"),
                change("-36 %"),
            )
        ],
    ),
    (
        "change-that-does-not-fit",
        "less than a bound",
        [metric(BEFORE, AFTER, change("> -40 %"))],
    ),
    ("change-that-does-not-fit", "unknown", [metric(BEFORE, AFTER, change(".. %"))]),
    ("change-that-does-not-fit", "about", [metric(BEFORE, AFTER, change("~ -30 %"))]),
    (
        "change-that-does-not-fit",
        "by more than a third",
        [metric(BEFORE, AFTER, change("< -33 %"))],
    ),
    (
        "change-that-does-not-fit",
        "a fall, by how much is open",
        [metric(BEFORE, AFTER, change("< 0 %"))],
    ),
    (
        "change-that-does-not-fit",
        "the levels are bounds",
        [metric(level("2022", "> 40,000 boats"), AFTER, change("-80 %"))],
    ),
    (
        "change-that-does-not-fit",
        "a level is missing",
        [metric(BEFORE, change("-30 %"))],
    ),
    (
        "change-that-does-not-fit",
        "the other level is missing",
        [metric(AFTER, change("-30 %"))],
    ),
    (
        "change-that-does-not-fit",
        "from nothing",
        [metric(level("2022", "0 boats"), AFTER, change("-30 %"))],
    ),
    (
        "change-that-does-not-fit",
        "from nobody knows what",
        [metric(level("2022", "< 10 boats"), AFTER, change("-30 %"))],
    ),
    (
        "change-that-does-not-fit",
        "levels in two units",
        [metric(level("2022", "45,774 people"), AFTER, change("-30 %"))],
    ),
    (
        "change-that-does-not-fit",
        "in units, not per cent",
        [metric(BEFORE, AFTER, change("change -16,337 boats"))],
    ),
    (
        "change-that-does-not-fit",
        "it fits one of two levels that are told",
        [
            metric(
                BEFORE, level("2022", "40,000 boats", by="FR"), AFTER, change("-36 %")
            )
        ],
    ),
    ("firm-without-deadline", "due", [promise(firmness=Firmness.PLEDGED, due="2025")]),
    (
        "firm-without-deadline",
        "goes on",
        [promise(firmness=Firmness.PLEDGED, runs="2024/..")],
    ),
    (
        "firm-without-deadline",
        "comes back",
        [promise(firmness=Firmness.PLEDGED, recurrence="FREQ=YEARLY")],
    ),
    ("firm-without-deadline", "not firm", [promise(firmness=Firmness.ENDORSED)]),
    ("firm-without-deadline", "only told", [promise()]),
    (
        "firm-without-metric",
        "measured",
        [metric(), promise(firmness=Firmness.AGREED, metrics=["arrivals"])],
    ),
    ("firm-without-metric", "not firm", [promise(firmness=Firmness.DISCUSSED)]),
    (
        "firm-without-citation",
        "cited",
        [
            source(),
            promise(firmness=Firmness.AGREED, citations=[Citation(source="readout")]),
        ],
    ),
    ("firm-without-citation", "not firm", [promise(firmness=Firmness.WELCOMED)]),
    ("citation-without-place", "by its lines", cited(lines="1")),
    ("citation-without-place", "by its paragraphs", cited(paragraphs="1-2")),
    ("citation-without-place", "by its characters", cited(characters="1-9")),
    ("citation-without-place", "by its words", cited(quote="They met.")),
    (
        "reporter-without-party",
        "a party, an office, a minister in office perhaps, and a document with an issuer",
        [
            HOME,
            minister("a", "2024-06/.."),
            Source(
                id="notice",
                title="Notice",
                kind=SourceKind.PRESS_NOTICE,
                issued_by=("BE",),
            ),
            reported(
                ("2024", "BE", ReportedStatus.COMPLETED),
                ("2024", HOME.id, ReportedStatus.COMPLETED),
                ("2024", "a", ReportedStatus.COMPLETED),
                ("2024", "notice", ReportedStatus.COMPLETED),
            ),
        ],
    ),
    (
        "restatement-as-new",
        "it says so",
        [promise("a"), promise("b", links=restating("a"))],
    ),
    (
        "restatement-as-new",
        "the first in the file is the later one",
        [promise("a", links=restating("b")), promise("b")],
    ),
    (
        "restatement-as-new",
        "it restates one that restates another",
        [
            promise("a"),
            promise("b", links=restating("a")),
            promise("c", links=restating("b")),
        ],
    ),
    (
        "restatement-as-new",
        "a part of the other",
        [promise("a"), promise("b", part_of="a")],
    ),
    (
        "restatement-as-new",
        "it goes further",
        [promise("a"), promise("b", links=restating("a", LinkKind.EXTENDS))],
    ),
    (
        "restatement-as-new",
        "by others",
        [promise("a", by=["GB"]), promise("b", by=["FR"])],
    ),
    (
        "restatement-as-new",
        "in other words",
        [promise("a"), promise("b", "Patrol much more.")],
    ),
    (
        "alias-claimed-twice",
        "twice in one record",
        [Theme(id="a", label="Boats", aliases=("boats", "BOATS"))],
    ),
    (
        "alias-claimed-twice",
        "of records of two kinds",
        [
            Theme(id="a", label="Boats"),
            Agreement(id="b", name="Boats"),
            source("boats"),
            metric(),
        ],
    ),
    (
        "unused-theme",
        "named, and broader than one that is",
        [
            Theme(id="a", label="A"),
            Theme(id="b", label="B", broader=("a",)),
            promise(themes=["b"]),
        ],
    ),
    (
        "orphaned-record",
        "named",
        [
            HOME,
            minister("a", "2023"),
            source(),
            promise(citations=[Citation(source="readout")]),
        ],
    ),
    (
        "orphaned-record",
        "what needs no one to name it",
        [promise(), meeting("2024"), agreement()],
    ),
]


@pytest.mark.parametrize(
    ("name", "records"),
    [
        pytest.param(name, records, id=f"{name}: {what}")
        for name, what, records in IN_ORDER
    ],
)
def test_a_rule_leaves_in_peace_what_may_be_in_order(
    name: str, records: Sequence[Record]
) -> None:
    """A rule accuses only where it is certain: what is vague, just in order or another's word passes."""
    assert [str(found) for found in check(Dossier(records), rules=[name])] == []


def test_a_record_that_only_names_itself_is_named_by_none() -> None:
    """A source that is cited by itself alone is an orphan all the same."""
    alone = Source(
        id="s",
        title="S",
        kind=SourceKind.READOUT,
        citations=(Citation(source="s", quote="S"),),
    )
    assert [
        found.record for found in check(Dossier([alone]), rules=["orphaned-record"])
    ] == ["s"]


# --- choosing rules, and adding one's own --------------------------------------------------------

WEAK = Dossier(
    [
        Theme(id="t", label="T"),
        promise(made="2024", due="2023", firmness=Firmness.PLEDGED),
    ]
)
FOUND_IN_WEAK = [
    "due-before-made",
    "firm-without-metric",
    "firm-without-citation",
    "unused-theme",
]


def names(problems: Sequence[Problem]) -> list[str]:
    """Return the rules that found something."""
    return [found.rule for found in problems]


def test_all_rules_are_asked_in_their_order() -> None:
    """Problems come in the order of the rules, whatever the order of the records."""
    assert names(check(WEAK)) == FOUND_IN_WEAK
    assert sorted(FOUND_IN_WEAK, key=NAMES.index) == FOUND_IN_WEAK


def test_within_a_rule_problems_come_in_the_order_of_the_dossier() -> None:
    """What one rule finds is told from the first record to the last."""
    records = [
        promise(id, f"Do {id}.", firmness=Firmness.AGREED) for id in ("c", "a", "b")
    ]
    problems = check(Dossier(records), rules=["firm-without-metric"])
    assert [found.record for found in problems] == ["c", "a", "b"]


def test_rules_are_chosen_by_name() -> None:
    """`rules` takes the names of the rules that run, `without` of those that do not."""
    assert names(check(WEAK, rules=["unused-theme"])) == ["unused-theme"]
    assert (
        names(check(WEAK, without=["unused-theme", "due-before-made"]))
        == FOUND_IN_WEAK[1:3]
    )
    assert names(check(WEAK, rules=["unused-theme"], without=["unused-theme"])) == []
    assert check(WEAK, rules=[]) == ()


def test_rules_are_chosen_as_functions() -> None:
    """A function does as well as a name, alone or among names."""
    assert names(check(WEAK, rules=unused_theme)) == ["unused-theme"]
    mixed = [unused_theme, "due-before-made"]
    assert names(check(WEAK, rules=mixed)) == ["unused-theme", "due-before-made"]
    assert "unused-theme" not in names(check(WEAK, without=unused_theme))
    assert check(FRENCH, rules=(*RULES, no_french), without=no_french) == check(FRENCH)


def test_rules_run_in_the_order_given_and_once() -> None:
    """Problems come in the order of `rules`; a rule that is given twice runs once."""
    chosen = ["unused-theme", "due-before-made", unused_theme]
    assert names(check(WEAK, rules=chosen)) == ["unused-theme", "due-before-made"]


def test_rules_may_come_from_an_iterator() -> None:
    """An iterator of names does as well as a list."""
    assert names(check(WEAK, rules=iter(["unused-theme"]), without=iter(()))) == [
        "unused-theme"
    ]


def test_one_name_is_not_a_list_of_letters() -> None:
    """A text in place of a list is the name of one rule."""
    assert names(check(WEAK, rules="unused-theme")) == ["unused-theme"]
    assert "unused-theme" not in names(check(WEAK, without="unused-theme"))


@pytest.mark.parametrize("keyword", ["rules", "without"])
def test_an_unknown_name_is_an_error(keyword: str) -> None:
    """A mistyped name is an error that suggests the right one or lists them all."""
    wrong = {keyword: ["due-before-mad"]}
    with pytest.raises(QueryError) as caught:
        check(WEAK, **wrong)  # type: ignore[arg-type]
    assert (
        str(caught.value)
        == "there is no rule 'due-before-mad'; did you mean 'due-before-made'?"
    )
    with pytest.raises(QueryError) as caught:
        check(WEAK, **{keyword: "xyz"})  # type: ignore[arg-type]
    assert str(caught.value) == f"there is no rule 'xyz'; there are {', '.join(NAMES)}"


def test_a_rule_of_ones_own_is_left_out_by_name() -> None:
    """`without` knows the names of the rules that are given, besides those of the library."""
    assert check(FRENCH, rules=[no_french], without="no-french") == ()
    with pytest.raises(QueryError, match="there is no rule 'no-french'"):
        check(FRENCH, rules="no-french")


def no_french(dossier: Dossier) -> Iterator[Problem]:
    """Find every source that is in French."""
    for each in dossier.sources:
        if each.language == "fr":
            hint = "cite the translation"
            yield problem(
                each,
                "the source is not in English",
                "language",
                severity=ERROR,
                hint=hint,
            )


FRENCH = Dossier(
    [source(), Source(id="f", title="F", kind=SourceKind.SPEECH, language="fr")]
)


def test_a_rule_of_ones_own_is_asked_like_the_others() -> None:
    """A function is a rule; its name, its severity, its hint and the record's place stand in the problem."""
    [found] = check(FRENCH, rules=[no_french])
    assert found == Problem(
        message="the source is not in English",
        rule="no-french",
        severity=ERROR,
        path=("sources", 1, "language"),
        record="f",
        hint="cite the translation",
    )
    assert check(FRENCH, rules=no_french) == (found,)


def test_an_object_that_can_be_called_is_a_rule() -> None:
    """A rule may be an object; it is called after its class."""

    class NoTheme:
        def __call__(self, dossier: Dossier) -> list[Problem]:
            return (
                [Problem(message="there are no themes")] if not dossier.themes else []
            )

    [found] = check(FRENCH, rules=[NoTheme()])
    assert (found.rule, found.path, str(found)) == (
        "NoTheme",
        (),
        "there are no themes",
    )


def test_no_rule_hides_another() -> None:
    """Two rules of one name are both asked."""

    def first(dossier: Dossier) -> list[Problem]:
        return [Problem(message="first")]

    def second(dossier: Dossier) -> list[Problem]:
        return [Problem(message="second")]

    first.__name__ = second.__name__ = "ours"
    rules: list[Rule] = [first, second]
    assert [found.message for found in check(FRENCH, rules=rules)] == [
        "first",
        "second",
    ]


def test_no_rules_find_nothing() -> None:
    """An empty list of rules is not the same as none given."""
    assert check(WEAK, rules=[]) == ()


# --- any dossier ---------------------------------------------------------------------------------


def test_the_dossier_that_comes_with_the_library_is_in_order() -> None:
    """The embedded dossier has neither errors nor warnings, only questions that its source leaves open."""
    severities = {found.severity for found in check(entente.example("uk-france"))}
    assert severities <= {INFO}


def test_an_empty_dossier_is_in_order() -> None:
    """Where nothing is, nothing is wrong."""
    assert check(Dossier()) == ()


@given(dossiers())
def test_checking_never_fails(dossier: Dossier) -> None:
    """Whatever a dossier holds, each rule answers with problems of records that it has, one line each."""
    for found in check(dossier):
        assert found.rule in NAMES
        assert found.record in dossier
        assert dossier[found.record or ""] in dossier.records
        assert found.message.splitlines() == [found.message]


@given(dossiers(), st.sets(st.sampled_from(NAMES)))
def test_rules_do_not_depend_on_each_other(dossier: Dossier, chosen: set[str]) -> None:
    """What some rules find is what all find, without what the others find."""
    every = check(dossier)
    some = tuple(found for found in every if found.rule in chosen)
    assert check(dossier, rules=sorted(chosen, key=NAMES.index)) == some
    assert check(dossier, without=set(NAMES) - chosen) == some


# --- the page that describes them ----------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=rule_name)
def test_every_rule_is_described(rule: Rule) -> None:
    """A rule has a docstring, a name like its function's, and a section of the reference with an example."""
    assert rule.__doc__
    name = rule_name(rule)
    assert getattr(rule, "__name__") == name.replace("-", "_")  # noqa: B009
    _, _, section = PAGE.read_text(encoding="utf-8").partition(f"\n### {name}\n")
    section = re.split(r"^##", section, maxsplit=1, flags=re.MULTILINE)[0]
    assert f'show("{name}"' in section
    assert re.search(r"\b(error|warning|info)\b", section)


def test_the_page_describes_no_other_rule() -> None:
    """The page holds a section for each rule, in the order of the rules, and none that is gone."""
    sections = re.findall(
        r"^### (\S+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    assert sections == NAMES


def test_the_decimal_context_of_the_caller_has_no_say() -> None:
    """However coarsely the caller calculates, what fits goes through and what does not is found."""
    right, wrong = (
        Dossier([metric(BEFORE, AFTER, change(stated))])
        for stated in ("-35.69 %", "-35.6 %")
    )
    with decimal.localcontext(
        decimal.Context(prec=1, traps=[decimal.Inexact, decimal.Rounded])
    ):
        assert check(right, rules="change-that-does-not-fit") == ()
        assert names(check(wrong, rules="change-that-does-not-fit")) == [
            "change-that-does-not-fit"
        ]


def test_a_unit_that_no_amount_can_have_is_no_amounts_unit() -> None:
    """A metric may name a unit that the notation of amounts refuses; no amount is in it then."""
    drones = Metric(id="drones", name="Drones", unit="UAV", target="5 drones")
    assert [
        str(found) for found in check(Dossier([drones]), rules="unit-of-another-kind")
    ] == [
        "metrics[0].target (drones): 5 drones is not in 'UAV', the unit of the metric"
    ]


@pytest.mark.parametrize(("less", "more"), list(itertools.combinations(STEPS, 2)))
def test_progress_has_an_order(less: ReportedStatus, more: ReportedStatus) -> None:
    """From announced to completed, a step back is told, and a step on is not, however far it leads."""
    back = reported(("2024-01", "GB", more), ("2024-02", "GB", less))
    on = reported(("2024-01", "GB", less), ("2024-02", "GB", more))
    assert names(check(Dossier([back]), rules="reports-going-backward")) == [
        "reports-going-backward"
    ]
    assert check(Dossier([on]), rules="reports-going-backward") == ()


def test_only_reports_next_to_each_other_are_compared() -> None:
    """A fall is told where it happens, and not again of each later report."""
    said = [("2023", "completed"), ("2024", "in_progress"), ("2025", "in_progress")]
    reports = tuple(
        Report(on=on, by="FR", status=ReportedStatus(status)) for on, status in said
    )
    promise = Commitment(id="c", summary="C.", by=("FR",), reports=reports)
    assert [
        found.path
        for found in check(Dossier([promise]), rules="reports-going-backward")
    ] == [("commitments", 0, "reports", 1)]
