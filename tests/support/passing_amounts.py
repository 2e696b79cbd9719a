"""Metrics whose amounts pass the rules.

Each case of `CASES` is the name of a rule, a description, and the records.
"""

from __future__ import annotations

from collections.abc import Sequence

from check_records import (
    AFTER,
    BEFORE,
    change,
    level,
    metric,
    promise,
)
from entente import (
    Amount,
    AmountRole,
    Observation,
    Record,
)

HALF_OF_ITSELF = Amount(value="50 %", role=AmountRole.SHARE, base=("patrol",))


def equivalent(value: str) -> Amount:
    """Make the same amount in another currency."""
    return Amount(value=value, role=AmountRole.EQUIVALENT)


CASES: list[tuple[str, str, Sequence[Record]]] = [
    (
        "unit-of-another-kind",
        "bounds and guesses",
        [metric(level("2023", "~ > 10 boats"), targets=[".. boats"])],
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
        [metric(unit="per cent", targets=["5 per cent"])],
    ),
    (
        "conflicting-observations",
        "other times",
        [metric(BEFORE, AFTER, level("2023-01", "1 boats"))],
    ),
    (
        "conflicting-observations",
        "some day of the year",
        [
            metric(
                level("2023", "1 boats"),
                Observation(as_of="2023", value="2 boats"),
                Observation(as_of="2023", value="3 boats"),
            )
        ],
    ),
    (
        "change-that-does-not-fit",
        "since some day of the year, or for no known time",
        [
            metric(
                BEFORE,
                AFTER,
                Observation(as_of="2023", change="-1 %", against="2022"),
                Observation(period="2023", change="-1 %", against="2022?"),
            )
        ],
    ),
    (
        "conflicting-observations",
        "a first figure and its revision by the same author",
        [
            metric(
                *(
                    Observation(
                        period=f"{year}", value=boats, as_of=day, by=author
                    )
                    for year, author in ((2016, "GB"), (2017, None))
                    for boats, day in (
                        ("6 boats", "2016-02-08"),
                        ("5 boats", "2016-02"),
                    )
                )
            )
        ],
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
        "rounded to a whole per cent",
        [metric(BEFORE, AFTER, change("-36 %"))],
    ),
    (
        "change-that-does-not-fit",
        "rounded to a tenth",
        [metric(BEFORE, AFTER, change("-35.7 %"))],
    ),
    (
        "change-that-does-not-fit",
        "rounded to a hundredth",
        [metric(BEFORE, AFTER, change("-35.69 %"))],
    ),
    (
        "change-that-does-not-fit",
        "a range of per cent",
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
        "above a lower bound",
        [metric(BEFORE, AFTER, change("> -40 %"))],
    ),
    (
        "change-that-does-not-fit",
        "an unknown change",
        [metric(BEFORE, AFTER, change(".. %"))],
    ),
    (
        "change-that-does-not-fit",
        "an approximate change",
        [metric(BEFORE, AFTER, change("~ -30 %"))],
    ),
    (
        "change-that-does-not-fit",
        "a fall of more than a third",
        [metric(BEFORE, AFTER, change("< -33 %"))],
    ),
    (
        "change-that-does-not-fit",
        "a fall of an open amount",
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
        "from zero",
        [metric(level("2022", "0 boats"), AFTER, change("-30 %"))],
    ),
    (
        "change-that-does-not-fit",
        "from an upper bound",
        [metric(level("2022", "< 10 boats"), AFTER, change("-30 %"))],
    ),
    (
        "change-that-does-not-fit",
        "levels in two units",
        [metric(level("2022", "45,774 people"), AFTER, change("-30 %"))],
    ),
    *(
        (
            "change-that-does-not-fit",
            f"an absolute change, {description}",
            [metric(BEFORE, AFTER, change(stated))],
        )
        for description, stated in (
            ("exact", "change -16,337 boats"),
            ("rounded", "change -16,000 boats"),
            ("as a bound", "change < -16,000 boats"),
            ("of another unit", "change 5 people"),
            ("at a rate", "change -5 boats per P1Y"),
        )
    ),
    (
        "change-that-does-not-fit",
        "percentage points between rounded percentages",
        [
            metric(
                level("2022", "5 %"),
                level("2023", "7 %"),
                change("3 percentage points"),
                unit="%",
            )
        ],
    ),
    (
        "change-that-does-not-fit",
        "the level of a time that is not known to be the same",
        [metric(BEFORE, level("2023?", "1 boats"), change("-36 %"))],
    ),
    *(
        ("target-without-direction", description, [metric(AFTER, **given)])
        for description, given in (
            ("no target", {}),
            ("a bound", {"targets": ["<= 500 boats"]}),
            ("a range", {"targets": ["400..500 boats"]}),
            ("an unknown number", {"targets": [".. boats"]}),
            ("nothing", {"targets": ["0 boats"]}),
            ("a baseline", {"targets": ["500 boats"], "baseline": BEFORE}),
            (
                "a rate and a baseline",
                {"targets": ["500 boats per P1Y"], "baseline": BEFORE},
            ),
        )
    ),
    (
        "change-that-does-not-fit",
        "it fits one of two levels",
        [
            metric(
                BEFORE,
                level("2022", "40,000 boats", by="FR"),
                AFTER,
                change("-36 %"),
            )
        ],
    ),
    (
        "amount-of-itself",
        "half of what the promise says",
        [promise(amounts=(Amount(value="9 USD"), HALF_OF_ITSELF))],
    ),
    (
        "amount-of-itself",
        "half of what a metric of the promise says",
        [
            metric(AFTER),
            promise(amounts=(HALF_OF_ITSELF,), metrics=("arrivals",)),
        ],
    ),
    *(
        ("amounts-that-contradict", description, [promise(amounts=amounts)])
        for description, amounts in (
            (
                "a total within its cap",
                (
                    Amount(value="9 USD"),
                    Amount(value="9 USD", role=AmountRole.CAP),
                ),
            ),
            (
                "a total that is about its cap",
                (
                    Amount(value="~ 9 USD"),
                    Amount(value="8 USD", role=AmountRole.CAP),
                ),
            ),
            (
                "amounts of other units",
                (
                    Amount(value="9 USD"),
                    Amount(value="8 EUR", role=AmountRole.CAP),
                ),
            ),
            ("two totals", (Amount(value="9 USD"), Amount(value="8 USD"))),
            (
                "factors",
                (Amount(times="2", of="it"), Amount(times="3", of="it")),
            ),
        )
    ),
    (
        "amounts-that-contradict",
        "a part that is about its whole, and one of a whole without an amount",
        [
            promise("whole", amounts=(Amount(value="5 USD"),)),
            promise(
                "part", part_of="whole", amounts=(Amount(value="~ 6 USD"),)
            ),
            promise("open"),
            promise("of-it", part_of="open", amounts=(Amount(value="6 USD"),)),
        ],
    ),
    (
        "amount-of-itself",
        "half of another promise",
        [
            promise(amounts=(Amount(value="9 USD"),)),
            promise("more", amounts=(HALF_OF_ITSELF,)),
        ],
    ),
    *(
        (
            "amount-of-itself",
            f"an equivalent, {description}",
            [promise(amounts=amounts)],
        )
        for description, amounts in (
            (
                "in another currency",
                (Amount(value="9 USD"), equivalent("8 EUR")),
            ),
            (
                "of one of two",
                (
                    Amount(value="9 USD"),
                    Amount(value="9 GBP"),
                    equivalent("8 USD"),
                ),
            ),
            (
                "of money of some currency",
                (Amount(value="9 money"), equivalent("8 USD")),
            ),
            (
                "in no known currency",
                (Amount(value="9 money"), equivalent("8 money")),
            ),
            (
                "without the amount",
                (Amount(value="9 boats"), equivalent("8 USD")),
            ),
            (
                "as a factor",
                (
                    Amount(value="9 USD"),
                    Amount(times="2", role=AmountRole.EQUIVALENT),
                ),
            ),
        )
    ),
]
