"""Records of ministers, offices and parties that pass the rules.

Each case of `CASES` is the name of a rule, a description, and the records.
"""

from __future__ import annotations

from collections.abc import Sequence

from check_records import (
    CALAIS_GROUP,
    HOME,
    agreement,
    meeting,
    minister,
    promise,
)
from entente import (
    Adherence,
    Consent,
    ConsentKind,
    Meeting,
    MeetingState,
    Membership,
    Office,
    Participation,
    Party,
    PartyKind,
    Record,
    Report,
    ReportedStatus,
    Role,
    Statement,
)
from entente.records._vocabulary import Act

CASES: list[tuple[str, str, Sequence[Record]]] = [
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
        "the date is unknown",
        [
            HOME,
            promise(announced_by=["home-secretary"]),
            Statement(
                id="s",
                summary="S.",
                act=Act.CLAIM,
                speakers=("home-secretary",),
            ),
            Meeting(
                id="talks",
                name="Talks",
                state=MeetingState.HELD,
                participations=(Participation(office="home-secretary"),),
            ),
        ],
    ),
    (
        "office-without-holder",
        "no holder is on record, since the source names only the office",
        [
            HOME,
            minister("a"),
            meeting("2024-01-30", Participation(office="home-secretary")),
        ],
    ),
    (
        "office-of-another",
        "the holder, perhaps the holder, one of whom nobody knows, and none of both",
        [
            HOME,
            Office(id="chancellor", title="Chancellor", party="GB"),
            minister("a", "2020/2023"),
            minister("b", "2023/2024-07-05"),
            meeting(
                "2023-05-01",
                Participation(minister="a", office="home-secretary"),
                Participation(minister="b", office="home-secretary"),
                Participation(minister="b", office="chancellor"),
                Participation(minister="b"),
                Participation(office="home-secretary"),
            ),
        ],
    ),
    (
        "office-of-another",
        "on a day that is not known or not come, or not in the part of the depositary",
        [
            HOME,
            minister("a", "2020/2023"),
            minister("b", "2024-01/2024-07-05"),
            meeting(
                "2024-03-01",
                Participation(minister="a", office="home-secretary"),
                state=MeetingState.PLANNED,
            ),
            agreement(
                signed="2024-03-01",
                participations=[
                    Participation(
                        minister="a",
                        office="home-secretary",
                        role=Role.DEPOSITARY,
                    )
                ],
            ),
            promise(
                made="2024-03",
                participations=[
                    Participation(minister="a", office="home-secretary")
                ],
            ),
            promise(
                "other",
                participations=[
                    Participation(minister="a", office="home-secretary")
                ],
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
        "the handover was some time in the year",
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
        "a former minister only speaks, and is promised something",
        [
            HOME,
            minister("a", "2020"),
            promise(made="2024", announced_by=["a"], to=["a"]),
            Statement(
                id="s",
                summary="S.",
                act=Act.CLAIM,
                speakers=("a",),
                said="2024",
            ),
        ],
    ),
    (
        "minister-out-of-office",
        "no office is known",
        [minister("a"), meeting("2024-01-30", Participation(minister="a"))],
    ),
    (
        "minister-out-of-office",
        "only planned",
        [
            HOME,
            minister("a", "2020"),
            meeting(
                "2024", Participation(minister="a"), state=MeetingState.PLANNED
            ),
        ],
    ),
    (
        "minister-out-of-office",
        "the date is unknown",
        [
            HOME,
            minister("a", "2020"),
            Meeting(
                id="talks",
                name="Talks",
                state=MeetingState.HELD,
                participations=(
                    Participation(minister="a"),
                    Participation(party="GB"),
                ),
            ),
        ],
    ),
    (
        "minister-of-another-party",
        "of a party to the meeting",
        [
            HOME,
            meeting(
                "2024",
                Participation(office="home-secretary"),
                parties=["FR", "GB"],
            ),
        ],
    ),
    (
        "minister-of-another-party",
        "of a body of a party to the meeting",
        [
            Party(
                id="home-office",
                name="Home Office",
                kind=PartyKind.BODY,
                part_of=(Membership(party="GB"),),
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
                "2024",
                Participation(office="home-secretary"),
                parties=["calais-group"],
            ),
        ],
    ),
    (
        "minister-of-another-party",
        "an observer is not a party",
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
        "for the party of the office, its whole, a grouping of it, and of no known office",
        [
            HOME,
            CALAIS_GROUP,
            Party(
                id="home-office",
                name="Home Office",
                kind=PartyKind.BODY,
                part_of=(Membership(party="GB"),),
            ),
            Office(id="director", title="Director", party="home-office"),
            minister("a", "2020/2023"),
            meeting(
                "2024-01-30",
                Participation(office="home-secretary", party="GB"),
                Participation(office="home-secretary", party="home-office"),
                Participation(office="home-secretary", party="calais-group"),
                Participation(office="director", party="GB"),
                Participation(minister="a", party="FR"),
                Participation(party="FR"),
            ),
        ],
    ),
    (
        "minister-of-another-party",
        "no party is named",
        [
            HOME,
            minister("a"),
            meeting("2024", Participation(office="home-secretary")),
        ],
    ),
    (
        "minister-of-another-party",
        "no office is named",
        [
            minister("a"),
            meeting("2024", Participation(minister="a"), parties=["FR"]),
        ],
    ),
    (
        "commits-outside-agreement",
        "under no agreement",
        [promise(by=["DE"])],
    ),
    (
        "commits-outside-agreement",
        "the agreement is only sought",
        [
            agreement("GB", "EU", sought="2024"),
            promise(by=["FR"], agreement="treaty"),
        ],
    ),
    (
        "commits-outside-agreement",
        "the parties are unknown",
        [agreement(signed="2020"), promise(by=["FR"], agreement="treaty")],
    ),
    (
        "commits-outside-agreement",
        "an organ that the agreement names in another part",
        [
            agreement(
                "GB",
                announced="2020",
                participations=(
                    Participation(party="DE", role=Role.DEPOSITARY),
                ),
            ),
            promise(by=["DE"], agreement="treaty"),
        ],
    ),
    (
        "commits-outside-agreement",
        "a body of a party",
        [
            Party(
                id="border-force",
                name="Border Force",
                kind=PartyKind.BODY,
                part_of=(Membership(party="GB"),),
            ),
            agreement("GB", announced="2020"),
            promise(by=["border-force"], agreement="treaty"),
        ],
    ),
    (
        "commits-outside-agreement",
        "an office and a minister of a party, and a minister of whom nothing is known",
        [
            HOME,
            minister("a", "2020/2025"),
            minister("b"),
            agreement("GB", signed="2020"),
            promise(
                made="2024",
                by=["home-secretary", "a", "b"],
                agreement="treaty",
            ),
        ],
    ),
    (
        "party-that-did-not-exist",
        "it may have existed, the time is not known, or it is an office",
        [
            HOME,
            Party(
                id="frontex",
                name="Frontex",
                kind=PartyKind.BODY,
                existed="2004-10-26/",
            ),
            meeting("2004-10", parties=["frontex", "FR"]),
            promise(by=["frontex"]),
            promise("other", made="1999", by=["home-secretary"]),
            promise("late", made="2030", by=["frontex"], to=["frontex"]),
            agreement(
                "frontex",
                signed="1951",
                adherences=[
                    Adherence(
                        party="frontex",
                        steps=(
                            Consent(kind=ConsentKind.SIGNED),
                            Consent(
                                kind=ConsentKind.RATIFIED,
                                on="2004-01",
                                expected=True,
                            ),
                        ),
                    )
                ],
            ),
        ],
    ),
    (
        "report-of-nobody",
        "a promisor, its part, its member, its whole, and who pays or does the work",
        [
            Party(
                id="border-force",
                name="Border Force",
                kind=PartyKind.BODY,
                part_of=(Membership(party="GB"),),
            ),
            CALAIS_GROUP,
            *(
                promise(
                    f"p-{position}",
                    f"Patrol {position}.",
                    by=[by],
                    funded_by=["CH"],
                    implemented_by=["IT"],
                    reports=[
                        Report(
                            on="2024",
                            by="BE",
                            of=of,
                            status=ReportedStatus.COMPLETED,
                        )
                    ],
                )
                for position, (by, of) in enumerate(
                    [
                        ("GB", "GB"),
                        ("GB", "border-force"),
                        ("border-force", "GB"),
                        ("calais-group", "FR"),
                        ("GB", "CH"),
                        ("GB", "IT"),
                    ]
                )
            ),
        ],
    ),
    (
        "report-of-nobody",
        "nobody knows who promises, or what is judged",
        [
            minister("a"),
            *(
                promise(
                    f"p-{position}",
                    f"Patrol {position}.",
                    by=by,
                    reports=[
                        Report(
                            on="2024",
                            by="BE",
                            of=of,
                            status=ReportedStatus.COMPLETED,
                        )
                    ],
                )
                for position, (by, of) in enumerate(
                    [([], "FR"), (["GB", "a"], "FR"), (["GB"], None)]
                )
            ),
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
]
