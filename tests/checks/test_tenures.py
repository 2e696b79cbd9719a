"""Tenures that overlap, held against every way in which their vague ends may turn out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import product

from hypothesis import given, strategies as st

from check_records import HOME, minister
from entente import Dossier, Period, Record
from entente.checks import check

_ENDS = st.one_of(
    st.dates(datetime.date(2020, 1, 1), datetime.date(2020, 12, 31)).map(
        datetime.date.isoformat
    ),
    st.integers(1, 12).map("2020-{:02d}".format),
)


@st.composite
def spans(draw: st.DrawFn) -> str:
    """Make spans of some days or months in 2020."""
    first, last = sorted(
        (draw(_ENDS), draw(_ENDS)), key=lambda end: Period(end).sort_key
    )
    # 2020-03-15/2020-03 goes on until some day after the fifteenth.
    return f"{first}/{last}"


def completions(
    span: str,
) -> Iterator[tuple[datetime.date, datetime.date]]:
    """Yield the first and last days that a span may have, each as early and as late as it can."""
    first, last = (Period(end) for end in span.split("/"))
    for start, end in product(
        {first.earliest, first.latest}, {last.earliest, last.latest}
    ):
        assert start is not None
        assert end is not None
        yield start, max(start, end)


def always_shared(one: str, other: str) -> int:
    """Return how many days two spans share at least."""
    return min(
        (min(left, gone) - max(entered, came)).days + 1
        for (entered, left), (came, gone) in product(
            completions(one), completions(other)
        )
    )


def is_found(*records: Record) -> bool:
    """Say whether the rule finds something."""
    return bool(check(Dossier([HOME, *records]), rules="overlapping-tenures"))


@given(spans(), spans())
def test_two_ministers_share_an_office_for_a_month(
    one: str, other: str
) -> None:
    """It is a problem exactly if two hold an office at once for more than 31 days, for certain."""
    found = is_found(minister("a", one), minister("b", other))
    assert found == (always_shared(one, other) > 31)


@given(spans(), spans())
def test_one_minister_holds_an_office_twice(one: str, other: str) -> None:
    """It is a problem exactly if the tenures are the same, or share more than a day for certain."""
    found = is_found(minister("a", one, other))
    assert found == (one == other or always_shared(one, other) > 1)
