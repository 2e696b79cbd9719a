"""Times in office, and of membership, that pass the rules.

Each case of `CASES` is the name of a rule, a description, and the records.
"""

from __future__ import annotations

from collections.abc import Sequence

from check_records import CALAIS_GROUP, HOME, minister
from entente import Minister, Office, Period, Record, Tenure

CASES: list[tuple[str, str, Sequence[Record]]] = [
    (
        "held-for-ever",
        "with an end, an unknown one, and no time at all",
        [HOME, minister("a", "2022/2024-07-05", "2024-07-05/"), CALAIS_GROUP],
    ),
    (
        "held-for-ever",
        "without a start",
        [HOME, minister("a", "../2024", "/2024", "2024")],
    ),
    (
        "held-for-a-day",
        "spans, a day on which somebody was in office, words alone, and no time",
        [
            CALAIS_GROUP,
            HOME,
            minister("a", "2020/2020", "2022/", "2024-01-30"),
            Minister(
                id="b",
                name="B",
                tenures=(
                    Tenure(
                        office=HOME.id, period=Period(stated="at that time")
                    ),
                ),
            ),
        ],
    ),
    (
        "overlapping-tenures",
        "one after another, with a handover, and back again",
        [
            HOME,
            minister("a", "2022-09-06/2022-10-19", "2022-10-25/2023-11-13"),
            minister("b", "2022-10-19/2022-10-25"),
            minister("c", "2023-11-13/2024-07-05", "2024-07-05/"),
            minister("d", "2023-10-20/2023-12-10"),
        ],
    ),
    (
        "overlapping-tenures",
        "they need not overlap",
        [
            HOME,
            minister("a", "2019/2021", "2021/2023", "/2023"),
            minister("b", "2020~/2023", "2022?/2024", "2018/"),
            minister("c", "2018-03", "2018-05-09", "XXXX-05/2024"),
            minister("d", "1990/XXXX-05", "1991/1992"),
        ],
    ),
    (
        "overlapping-tenures",
        "one of the two is acting, or holds another office",
        [
            HOME,
            Office(id="chancellor", title="Chancellor", party="GB"),
            minister("a", "2020/2023"),
            Minister(
                id="b",
                name="B",
                tenures=(
                    Tenure(office=HOME.id, period="2021/2022", acting=True),
                    Tenure(office="chancellor", period="2020/2023"),
                ),
            ),
        ],
    ),
    (
        "overlapping-tenures",
        "several hold it at once time and again",
        [
            HOME,
            minister("a", "2010/2013", "2020/"),
            minister("b", "2010/2013", "2020/"),
            minister("c", "2010/2013", "2020/"),
        ],
    ),
]
