"""Records of ministers, offices and parties that break the rules."""

from __future__ import annotations

from check_records import (
    HOME,
    WARNING,
    Case,
    agreement,
    meeting,
    minister,
    promise,
)
from entente import (
    Adherence,
    Agreement,
    Membership,
    Minister,
    Office,
    Participation,
    Party,
    PartyKind,
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
]
