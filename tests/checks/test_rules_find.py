"""The problems that each rule finds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from attrs import frozen

import entente
from check_records import (
    AFTER,
    BEFORE,
    ERROR,
    HOME,
    INFO,
    NAMES,
    WARNING,
    agreement,
    change,
    level,
    meeting,
    metric,
    minister,
    promise,
    reported,
    source,
)
from entente import (
    Adherence,
    Agreement,
    Citation,
    Dossier,
    Firmness,
    Membership,
    Minister,
    Office,
    Participation,
    Party,
    PartyKind,
    Period,
    Record,
    Report,
    ReportedStatus,
    Severity,
    Statement,
    Tenure,
    Theme,
)
from entente.checks import check
from entente.records._vocabulary import Act


@frozen
class Case:
    """Records in which a rule finds something, and its problems: the severity and text of each."""

    rule: str
    records: Sequence[Record]
    problems: Sequence[tuple[Severity, str]]


CASES = [
    Case(
        "due-before-made",
        [promise(made="2024-03", due="2023")],
        [
            (
                ERROR,
                "commitments[0].due (patrol): due 2023, but only made 2024-03",
            )
        ],
    ),
    Case(
        "due-before-made",
        [promise(made="2024-03-02", due="[2023..2024-02]")],
        [
            (
                ERROR,
                "commitments[0].due (patrol): due [2023..2024-02], but only made 2024-03-02",
            )
        ],
    ),
    Case(
        "report-before-made",
        [
            promise(
                made="2024-03",
                reports=[
                    Report(
                        on="2024-04", by="GB", status=ReportedStatus.ANNOUNCED
                    ),
                    Report(
                        on="2024-02", by="GB", status=ReportedStatus.COMPLETED
                    ),
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
                    Adherence(
                        party="GB", signed="2024-05", in_force="2024-04"
                    ),
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
        "date-against-its-words",
        [promise(due=Period("2025-12", stated="by the end of 2024"))],
        [
            (
                WARNING,
                "commitments[0].due (patrol): 2025-12, but 'by the end of 2024' means [..2024-12-31]; correct the date or the words",
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
                id="b",
                name="B",
                tenures=(Tenure(office="chancellor", period="2024"),),
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
        "held-for-ever",
        [HOME, minister("a", "2022/2024-07-05", "2024-07-05/..", "../..")],
        [
            (
                WARNING,
                "ministers[0].tenures[1].period (a): 2024-07-05/.. has no end, and so lasts for ever; write 2024-07-05/ if the end is only unknown",
            ),
            (
                WARNING,
                "ministers[0].tenures[2].period (a): ../.. has no end, and so lasts for ever; leave it out if the end is only unknown",
            ),
        ],
    ),
    Case(
        "held-for-ever",
        [
            Party(
                id="calais-group",
                name="Calais Group",
                kind=PartyKind.GROUPING,
                members=(
                    Membership(party="FR"),
                    Membership(party="GB", period="2021/.."),
                ),
            ),
        ],
        [
            (
                WARNING,
                "parties[0].members[1].period (calais-group): 2021/.. has no end, and so lasts for ever; write 2021/ if the end is only unknown",
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
                "2024-01-30",
                Participation(party="FR"),
                Participation(minister="a"),
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
            Agreement(
                id="sought", name="Sought", parties=("GB",), sought="2024"
            ),
            agreement("GB", signed="2023", adherences=[Adherence(party="FR")]),
            promise("free", by=["DE"]),
            promise("hope", by=["DE"], agreement="sought"),
            promise(by=["FR", "DE", "GB"], agreement="treaty"),
        ],
        [
            (
                WARNING,
                "commitments[2].by[1] (patrol): 'DE' is not a party to 'treaty'",
            )
        ],
    ),
    *(
        Case(
            "commits-outside-agreement",
            [
                agreement("GB", **{date: "2023"}),
                promise(by=["DE"], agreement="treaty"),
            ],
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
        [
            metric(
                AFTER,
                level("2022", "1 boats"),
                level("2023", "> 30,000 boats"),
            )
        ],
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
                "metrics[0].observations[1] (arrivals): change < -40 % for 2023, but change -36 % in observation 0",
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
                        f"metrics[0].observations[2].change (arrivals): change {stated} against 2022, "
                        "but 29437 boats against 45774 boats is change ~ -35.7 %"
                    ),
                )
            ],
        )
        for stated in (
            "-30 %",
            "-35.6 %",
            "-35.6840 %",
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
            [
                metric(
                    level("2022", before), level("2023", after), change(stated)
                )
            ],
            [
                (
                    WARNING,
                    (
                        f"metrics[0].observations[2].change (arrivals): change {stated} against 2022, "
                        f"but {after} against {before} is {made}"
                    ),
                )
            ],
        )
        for before, after, stated, made in (
            ("1 boats", "2 boats", "50 %", "change 100 %"),
            ("1000 boats", "644 boats", "-35 %", "change -35.6 %"),
        )
    ),
    *(
        Case(
            "change-that-does-not-fit",
            [
                metric(
                    level("2022", before),
                    level("2023", after),
                    change(stated),
                    unit=before.partition(" ")[2],
                )
            ],
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
            (
                "45774 boats",
                "29437 boats",
                "change -17337 boats",
                "change -16337 boats",
            ),
            (
                "1001 boats",
                "701 boats",
                "change -500 boats",
                "change -300 boats",
            ),
            (
                "5.5 %",
                "7.5 %",
                "5 percentage point",
                "2 percentage point",
            ),
            (
                "5000000 EUR per P1Y",
                "9000000 EUR per P1Y",
                "change 1000000 EUR per P1Y",
                "change 4000000 EUR per P1Y",
            ),
        )
    ),
    Case(
        "change-that-does-not-fit",
        [
            metric(
                level("2023-01/2023-12", "29,437 boats"),
                change("-30 %"),
                baseline=level("2022-01-01/2022-12-31", "45,774 boats"),
            )
        ],
        [
            (
                WARNING,
                (
                    "metrics[0].observations[1].change (arrivals): change -30 % against 2022, "
                    "but 29437 boats against 45774 boats is change ~ -35.7 %"
                ),
            )
        ],
    ),
    Case(
        "target-without-direction",
        [metric(AFTER, target="500 boats")],
        [
            (
                INFO,
                (
                    "metrics[0].target (arrivals): '500 boats' may be a minimum or a maximum; "
                    "write '>= 500 boats' or '<= 500 boats', or give a baseline"
                ),
            )
        ],
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
                id="pf",
                name="Police",
                kind=PartyKind.BODY,
                aliases=("border force",),
            ),
            HOME,
            Minister(id="a", name="A"),
            Minister(id="b", name="a"),
            Agreement(id="t", name="T"),
            Agreement(id="u", name="U", aliases=("t",)),
        ],
        [
            (
                WARNING,
                "parties[1] (pf): goes by 'border force', and so does 'bf'",
            ),
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
    """Each problem has its severity, path, record, message and, where there is one, its hint."""
    problems = check(Dossier(case.records), rules=[case.rule])
    assert [(found.severity, str(found)) for found in problems] == list(
        case.problems
    )
    assert {found.rule for found in problems} == {case.rule}


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_has_a_case(name: str) -> None:
    """Every rule has a case in which it finds something."""
    assert name in {case.rule for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_problem_leads_to_its_value(case: Case) -> None:
    """The path of a problem leads from the top of the dossier to a value."""
    dossier = Dossier(case.records)
    for found in check(dossier, rules=[case.rule]):
        kind, place, *rest = found.path
        value: Any = [
            record
            for record in getattr(dossier, str(kind))
            if record in dossier.records
        ][int(place)]
        assert getattr(value, "id") == found.record  # noqa: B009
        for step in rest:
            by_index = isinstance(step, int)
            value = value[step] if by_index else getattr(value, str(step))
        assert value is not None
