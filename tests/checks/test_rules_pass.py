"""What each rule passes, because it is or may be in order."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from check_records import (
    AFTER,
    BEFORE,
    CALAIS_GROUP,
    HOME,
    NAMES,
    agreement,
    change,
    cited,
    level,
    meeting,
    metric,
    minister,
    promise,
    reported,
    restating,
    source,
)
from entente import (
    Adherence,
    Agreement,
    Citation,
    Dossier,
    Firmness,
    LinkKind,
    Meeting,
    MeetingState,
    Observation,
    Office,
    Participation,
    Party,
    PartyKind,
    Record,
    Report,
    ReportedStatus,
    Role,
    Source,
    SourceKind,
    Statement,
    Theme,
)
from entente.checks import check
from entente.records._vocabulary import Act

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
def test_a_rule_passes_what_may_be_in_order(
    name: str, records: Sequence[Record]
) -> None:
    """A rule finds nothing in records that are right, vague enough to be right, or no concern of it."""
    assert [str(found) for found in check(Dossier(records), rules=[name])] == []


def test_every_rule_has_a_case_that_passes() -> None:
    """Every rule has a case in which it finds nothing."""
    assert {name for name, _, _ in IN_ORDER} == set(NAMES)
