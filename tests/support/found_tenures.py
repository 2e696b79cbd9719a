"""Times in office, and of membership, that break the rules."""

from __future__ import annotations

from check_records import HOME, WARNING, Case, minister, source
from entente import (
    Citation,
    Membership,
    Minister,
    Office,
    Party,
    PartyKind,
    Tenure,
)

_CURE = (
    "say when the earlier one ended, or write acting = true for one of them"
)

CASES = [
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
                "ministers[0].tenures[2].period (a): ../.. has no end, and so lasts for ever; write when it began, and leave the end empty",
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
        "held-for-ever",
        [
            Party(
                id="border-force",
                name="Border Force",
                kind=PartyKind.BODY,
                part_of=(Membership(party="GB", period="2012/.."),),
            ),
        ],
        [
            (
                WARNING,
                "parties[0].part_of[0].period (border-force): 2012/.. has no end, and so lasts for ever; write 2012/ if the end is only unknown",
            ),
        ],
    ),
    Case(
        "held-for-a-day",
        [
            Party(
                id="calais-group",
                name="Calais Group",
                kind=PartyKind.GROUPING,
                part_of=(Membership(party="EU", period="2021-24"),),
                members=(Membership(party="FR", period="2021"),),
            ),
            HOME,
            minister("a", "2022/2024", "[2020,2021]"),
        ],
        [
            (
                WARNING,
                "parties[0].part_of[0].period (calais-group): 2021-24 means one day of that time; write 2021-24/ if it began then, and 2021-24/2021-24 if it ended then, too",
            ),
            (
                WARNING,
                "parties[0].members[0].period (calais-group): 2021 means one day of that time; write 2021/ if it began then, and 2021/2021 if it ended then, too",
            ),
            (
                WARNING,
                "ministers[0].tenures[1].period (a): [2020,2021] means one day of that time; write when it began and when it ended, as in 2023/2024-05",
            ),
        ],
    ),
    Case(  # of one minister
        "overlapping-tenures",
        [
            HOME,
            minister("same", "2020?/2021", "2020?/2021"),
            minister("two", "2010-06/2012-06", "2010/2011", "2012-05/2013"),
            minister("open", "1950/", "1960/"),
            minister("ever", "1939/1940", "../1945"),
        ],
        [
            (
                WARNING,
                "ministers[3].tenures[0].period (ever): 'home-secretary' 1939/1940, but tenure 1 is ../1945; say when the earlier one ended",
            ),
            (
                WARNING,
                "ministers[2].tenures[1].period (open): 'home-secretary' 1960/, but tenure 0 is 1950/; say when the earlier one ended",
            ),
            (
                WARNING,
                "ministers[1].tenures[1].period (two): 'home-secretary' 2010/2011, but tenure 0 is 2010-06/2012-06; say when the earlier one ended",
            ),
            (
                WARNING,
                "ministers[1].tenures[2].period (two): 'home-secretary' 2012-05/2013, but tenure 0 is 2010-06/2012-06; say when the earlier one ended",
            ),
            (
                WARNING,
                "ministers[0].tenures[1].period (same): 'home-secretary' 2020?/2021, and so is tenure 0; leave one of them out",
            ),
        ],
    ),
    Case(  # of two who are not acting
        "overlapping-tenures",
        [
            HOME,
            minister("a", "2020/2022-06"),
            minister("b", "2022-03/2024-07-05"),
            minister("c", "2024-07-05/"),
        ],
        [
            (
                WARNING,
                f"ministers[1].tenures[0].period (b): 'home-secretary' 2022-03/2024-07-05, but 'a' holds it 2020/2022-06; {_CURE}",
            ),
        ],
    ),
    Case(  # neither of which has a known end
        "overlapping-tenures",
        [HOME, minister("b", "2022/.."), minister("a", "2020/")],
        [
            (
                WARNING,
                f"ministers[0].tenures[0].period (b): 'home-secretary' 2022/.., but 'a' holds it 2020/; {_CURE}",
            ),
        ],
    ),
    Case(  # one of which went on until its source was published
        "overlapping-tenures",
        [
            HOME,
            source(published="2024-01-30"),
            Minister(
                id="a",
                name="A",
                tenures=(Tenure(office=HOME.id, period="2020/"),),
                citations=(Citation(source="readout"),),
            ),
            minister("b", "2023/2024"),
            minister("c", "2023-01/2023-11-30"),
        ],
        [
            (
                WARNING,
                f"ministers[2].tenures[0].period (c): 'home-secretary' 2023-01/2023-11-30, but 'a' holds it 2020/; {_CURE}",
            ),
        ],
    ),
    Case(  # a shared office does not excuse another
        "overlapping-tenures",
        [
            Office(id="whip", title="Whip", party="GB"),
            HOME,
            *(
                Minister(
                    id=f"whip-{number}",
                    name=f"Whip {number}",
                    tenures=(Tenure(office="whip", period="2020/2023"),),
                )
                for number in range(3)
            ),
            minister("a", "2020/2023"),
            minister("b", "2020/2023"),
        ],
        [
            (
                WARNING,
                f"ministers[4].tenures[0].period (b): 'home-secretary' 2020/2023, but 'a' holds it 2020/2023; {_CURE}",
            ),
        ],
    ),
]
