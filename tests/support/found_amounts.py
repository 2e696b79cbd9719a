"""Metrics and their amounts that break the rules."""

from __future__ import annotations

from check_records import (
    AFTER,
    BEFORE,
    ERROR,
    INFO,
    WARNING,
    Case,
    change,
    level,
    metric,
    promise,
)
from entente import Amount, AmountRole, Metric, Observation

HALF_OF_ITSELF = Amount(value="50 %", role=AmountRole.SHARE, base=("patrol",))

CASES = [
    Case(  # no amount is in what can be no unit
        "unit-of-another-kind",
        [
            Metric(
                id="arrivals",
                name="Arrivals",
                unit="5",
                observations=(level("2024", "3 boats"),),
            )
        ],
        [
            (
                ERROR,
                "metrics[0].observations[0].value (arrivals): 3 boats is not in '5', the unit of the metric",
            )
        ],
    ),
    Case(
        "unit-of-another-kind",
        [
            metric(
                AFTER,
                level("2024", "30,000 people"),
                targets=["<= 9 boats", "0 people"],
                baseline=level("2022", "> 40,000 ships"),
            )
        ],
        [
            (
                ERROR,
                "metrics[0].targets[1].value (arrivals): 0 people is not in 'boats', the unit of the metric",
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
        [
            metric(
                level("2024-01-30", "3 boats"),
                Observation(as_of="2024-01-30", value="4 boats"),
            )
        ],
        [
            (
                WARNING,
                "metrics[0].observations[1] (arrivals): 4 boats for 2024-01-30, but 3 boats in observation 0",
            )
        ],
    ),
    *(  # of another author, or on no other day
        Case(
            "conflicting-observations",
            [
                metric(
                    level("2016", "5 boats", as_of="2016-02-04", by="GB"),
                    level("2016", "6 boats", as_of=day, by=author),
                )
            ],
            [
                (
                    WARNING,
                    "metrics[0].observations[1] (arrivals): 6 boats for 2016, but 5 boats in observation 0",
                )
            ],
        )
        for day, author in (
            ("2016-02-08", "FR"),
            ("2016-02-08", None),
            ("2016-02-04", "GB"),
            (None, "GB"),
        )
    ),
    Case(  # each is named once, beside the first that it contradicts
        "conflicting-observations",
        [metric(*(level("2024", f"{boats} boats") for boats in (3, 4, 4, 5)))],
        [
            (
                WARNING,
                (
                    f"metrics[0].observations[{place}] (arrivals): "
                    f"{boats} boats for 2024, but 3 boats in observation 0"
                ),
            )
            for place, boats in ((1, 4), (2, 4), (3, 5))
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
            ("1003 boats", "646 boats", "-35 %", "change ~ -35.6 %"),
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
    *(  # a share of nothing but itself, in any number of them
        Case(
            "amount-of-itself",
            [promise(amounts=(HALF_OF_ITSELF,) * count)],
            [
                (
                    WARNING,
                    (
                        f"commitments[0].amounts[{position}].base (patrol): is taken of the promise itself,"
                        " which says no other amount; name the record that holds the amount"
                    ),
                )
                for position in range(count)
            ],
        )
        for count in (1, 2)
    ),
    Case(  # over others, and only those of which nothing says an amount
        "amount-of-itself",
        [
            promise("double", amounts=(Amount(times="2", base=("triple",)),)),
            promise("triple", amounts=(Amount(times="3", base=("double",)),)),
            promise(
                "more", amounts=(Amount(times="2", base=("triple", "known")),)
            ),
            promise(
                "known",
                amounts=(
                    Amount(value="9 USD"),
                    Amount(times="2", base=("double",)),
                ),
            ),
            promise(
                "most",
                amounts=(
                    Amount(times="9", base=("double",)),
                    Amount(times="2", base=("known",)),
                ),
            ),
        ],
        [
            (
                WARNING,
                (
                    f"commitments[{position}].amounts[0].base ({id}): is taken of {base!r}, which in the end is taken of"
                    " itself, and says no amount; name the record that holds the amount"
                ),
            )
            for position, id, base in (
                (0, "double", "triple"),
                (1, "triple", "double"),
                (2, "more", "triple"),
            )
        ],
    ),
    *(
        Case(
            "amounts-that-contradict",
            [promise(amounts=amounts)],
            [
                (
                    WARNING,
                    (
                        f"commitments[0].amounts (patrol): {said} cannot all be right; correct the amounts or their roles,"
                        " or say in `scope` or `over` for what each is"
                    ),
                )
            ],
        )
        for amounts, said in (
            (
                (
                    Amount(value="10 USD"),
                    Amount(value="8 USD", role=AmountRole.CAP),
                ),
                "10 USD (total) and 8 USD (cap)",
            ),
            (
                (
                    Amount(value="10 boats"),
                    Amount(value="12 boats", role=AmountRole.FLOOR),
                ),
                "10 boats (total) and 12 boats (floor)",
            ),
            (
                (
                    Amount(value="< 10 USD"),
                    Amount(value="10 USD", role=AmountRole.FLOOR),
                    Amount(value="3 boats"),
                ),
                "< 10 USD (total) and 10 USD (floor)",
            ),
            (
                (
                    Amount(value="5 USD"),
                    Amount(value="6 USD", over="2024"),
                    Amount(value="1 USD", over="2023"),
                ),
                "5 USD (total), 6 USD (total) and 1 USD (total)",
            ),
        )
    ),
    Case(
        "amounts-that-contradict",
        [
            promise(
                "whole",
                amounts=(Amount(value="5 USD"), Amount(value="4 boats")),
            ),
            promise(
                "part",
                part_of="whole",
                amounts=(Amount(value="> 5 USD"), Amount(value="3 boats")),
            ),
        ],
        [
            (
                WARNING,
                "commitments[1].amounts (part): > 5 USD is more than the 5 USD of 'whole', of which it is a part",
            )
        ],
    ),
    Case(
        "amount-of-itself",
        [
            promise(
                amounts=(
                    Amount(value="5 USD", role=AmountRole.EQUIVALENT),
                    Amount(value="<= 6 USD", role=AmountRole.CAP),
                    Amount(value="4 GBP", role=AmountRole.EQUIVALENT),
                    Amount(value="3 boats"),
                    Amount(times="2", of="the fee"),
                )
            )
        ],
        [
            (
                WARNING,
                (
                    "commitments[0].amounts[0].value (patrol): 5 USD is the same amount in another currency,"
                    " but the promise is in this one; correct the currency, or leave out the equivalent"
                ),
            )
        ],
    ),
    Case(
        "target-without-direction",
        [metric(AFTER, targets=["<= 900 boats", "500 boats"])],
        [
            (
                INFO,
                (
                    "metrics[0].targets[1].value (arrivals): '500 boats' may be a minimum or a maximum; "
                    "write '>= 500 boats' or '<= 500 boats', or give a baseline"
                ),
            )
        ],
    ),
]
