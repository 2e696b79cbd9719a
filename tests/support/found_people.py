"""Records of ministers, offices and parties that break the rules."""

from __future__ import annotations

from check_records import (
    HOME,
    WARNING,
    Case,
    adherence,
    agreement,
    meeting,
    minister,
    promise,
)
from entente import (
    Adherence,
    Agreement,
    Minister,
    Office,
    Participation,
    Party,
    PartyKind,
    Report,
    ReportedStatus,
    Role,
    Statement,
    Tenure,
)
from entente.records._vocabulary import Act

CASES = [
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
            promise(
                made="2024",
                by=["FR", "home-secretary"],
                announced_by=["FR", "home-secretary"],
                to=["home-secretary"],
            ),
            Statement(
                id="s",
                summary="S.",
                act=Act.CLAIM,
                speakers=("home-secretary",),
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
                    "commitments[0].by[1] (patrol): nobody is known to have been 'home-secretary' "
                    "on 2024; add the minister who held it, with the tenure"
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
                    "statements[0].speakers[0] (s): nobody is known to have been 'home-secretary' "
                    "on 2024-02; add the minister who held it, with the tenure"
                ),
            ),
            (
                WARNING,
                (
                    "commitments[0].to[0] (patrol): nobody is known to have been 'home-secretary' "
                    "on 2024; add the minister who held it, with the tenure"
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
                speakers=("home-secretary",),
                said="2024-07-05",
            ),
        ],
        [
            (
                WARNING,
                "statements[0].speakers[0] (s): 'home-secretary' was held by a and b on 2024-07-05",
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
            promise(made="2024", by=["a"]),
        ],
        [
            (
                WARNING,
                "meetings[0].participations[1].minister (talks): 'a' is not known to have held an office on 2024-01-30",
            ),
            (
                WARNING,
                "commitments[0].by[0] (patrol): 'a' is not known to have held an office on 2024",
            ),
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
        "minister-of-another-party",
        [
            HOME,
            minister("a", "2020/2023"),
            meeting(
                "2022-05-01",
                Participation(office="home-secretary", party="FR"),
                Participation(minister="a", party="BE"),
            ),
            agreement(
                participations=[
                    Participation(office="home-secretary", party="FR"),
                    Participation(minister="a", party="FR"),
                ],
            ),
            promise(
                made="2022",
                participations=[
                    Participation(
                        minister="a",
                        office="home-secretary",
                        party="DE",
                        role=Role.MONITOR,
                    )
                ],
            ),
        ],
        [
            (
                WARNING,
                "meetings[0].participations[0].party (talks): 'home-secretary' is in office for 'GB', and not for 'FR'",
            ),
            (
                WARNING,
                "meetings[0].participations[1].party (talks): 'a' is in office for 'GB', and not for 'BE'",
            ),
            (
                WARNING,
                "agreements[0].participations[0].party (treaty): 'home-secretary' is in office for 'GB', and not for 'FR'",
            ),
            (
                WARNING,
                "commitments[0].participations[0].party (patrol): 'home-secretary' is in office for 'GB', and not for 'DE'",
            ),
        ],
    ),
    Case(
        "office-of-another",
        [
            HOME,
            minister("a", "2020/2023-11-13"),
            minister("b", "2023-11-13/2024-07-05"),
            minister("c"),
            meeting(
                "2024-01-30",
                Participation(minister="b", office="home-secretary"),
                Participation(minister="a", office="home-secretary"),
            ),
            agreement(
                signed="2023-11-13",
                participations=[
                    Participation(minister="c", office="home-secretary")
                ],
            ),
            agreement(
                id="pact",
                adopted="2024-02-01",
                participations=[
                    Participation(minister="a", office="home-secretary")
                ],
            ),
            promise(
                made="2024-01-30",
                participations=[
                    Participation(minister="a", office="home-secretary")
                ],
            ),
        ],
        [
            (
                WARNING,
                "meetings[0].participations[1].minister (talks): 'a' is named as 'home-secretary', which 'b' held on 2024-01-30",
            ),
            (
                WARNING,
                "agreements[0].participations[0].minister (treaty): 'c' is named as 'home-secretary', which 'a' and 'b' held on 2023-11-13",
            ),
            (
                WARNING,
                "agreements[1].participations[0].minister (pact): 'a' is named as 'home-secretary', which 'b' held on 2024-02-01",
            ),
            (
                WARNING,
                "commitments[0].participations[0].minister (patrol): 'a' is named as 'home-secretary', which 'b' held on 2024-01-30",
            ),
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
    Case(
        "commits-outside-agreement",
        [
            HOME,
            minister("a", "2020/2025"),
            agreement("FR", signed="2023"),
            promise(
                by=["home-secretary", "a"], made="2024", agreement="treaty"
            ),
        ],
        [
            (
                WARNING,
                "commitments[0].by[0] (patrol): 'home-secretary' is not a party to 'treaty'",
            ),
            (
                WARNING,
                "commitments[0].by[1] (patrol): 'a' is not a party to 'treaty'",
            ),
        ],
    ),
    Case(
        "party-that-did-not-exist",
        [
            Party(
                id="frontex",
                name="Frontex",
                kind=PartyKind.BODY,
                existed="2004-10-26/",
            ),
            Party(
                id="league",
                name="League of Nations",
                kind=PartyKind.INTERNATIONAL_ORGANISATION,
                existed="1920-01-10/1946-04-18",
            ),
            meeting(
                "2004-06",
                Participation(party="frontex"),
                parties=["FR", "frontex"],
            ),
            agreement(adherences=[adherence("league", signed="1950")]),
            promise(made="2004-10-25", by=["GB", "frontex"]),
            Statement(
                id="s",
                summary="S.",
                act=Act.CLAIM,
                speakers=("league",),
                said="1946-04-19",
            ),
        ],
        [
            (
                WARNING,
                "meetings[0].parties[1] (talks): 'frontex' existed 2004-10-26/, and not on 2004-06",
            ),
            (
                WARNING,
                "meetings[0].participations[0].party (talks): 'frontex' existed 2004-10-26/, and not on 2004-06",
            ),
            (
                WARNING,
                "commitments[0].by[1] (patrol): 'frontex' existed 2004-10-26/, and not on 2004-10-25",
            ),
            (
                WARNING,
                "statements[0].speakers[0] (s): 'league' existed 1920-01-10/1946-04-18, and not on 1946-04-19",
            ),
            (
                WARNING,
                "agreements[0].adherences[0].party (treaty): 'league' existed 1920-01-10/1946-04-18, and not on 1950",
            ),
        ],
    ),
    Case(
        "report-of-nobody",
        [
            HOME,
            promise(
                by=["FR", "home-secretary"],
                to=["DE"],
                reports=[
                    Report(
                        on="2024",
                        by="FR",
                        of=of,
                        status=ReportedStatus.COMPLETED,
                    )
                    for of in ("FR", "BE", "GB", "DE")
                ],
            ),
        ],
        [
            (
                WARNING,
                (
                    "commitments[0].reports[1].of (patrol): "
                    "'BE' neither promises it, nor pays for it, nor does the work"
                ),
            ),
            (
                WARNING,
                (
                    "commitments[0].reports[3].of (patrol): "
                    "'DE' neither promises it, nor pays for it, nor does the work"
                ),
            ),
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
]
