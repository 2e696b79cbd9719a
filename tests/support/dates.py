"""Dates for tests: strategies for EDTF texts and the periods that they give."""

from __future__ import annotations

import datetime

from hypothesis import assume, strategies as st

from entente.errors import PeriodError
from entente.values._period import Period

D = datetime.date


@st.composite
def level_0(draw: st.DrawFn) -> str:
    day = draw(st.dates()).isoformat()
    return day[: draw(st.sampled_from([4, 7, 10]))]


@st.composite
def level_1(draw: st.DrawFn) -> str:
    day = draw(st.dates(max_value=D(9998, 12, 31))).isoformat()
    season = draw(st.integers(21, 24))
    forms = [
        day[:4], day[:7], day, f"{day[:4]}-{season}", f"{day[:4]}-XX", f"{day[:7]}-XX", f"{day[:4]}-XX-XX",
    ]  # fmt: skip
    if day[:3] != "000":
        forms.append(f"{day[:3]}X")
    if day[:2] != "00":
        forms.append(f"{day[:2]}XX")
    return draw(st.sampled_from(forms)) + draw(
        st.sampled_from(["", "", "?", "~", "%"])
    )


@st.composite
def level_2(draw: st.DrawFn) -> str:
    """Any digits masked, any component signed on either side, any part of a year."""
    day = draw(st.dates(max_value=D(9998, 12, 31))).isoformat()
    masked = "".join(
        sign if sign == "-" or draw(st.integers(0, 3)) else "X" for sign in day
    )
    parts = masked.split("-")[: draw(st.integers(1, 3))]
    if len(parts) == 2 and draw(st.booleans()):
        parts[1] = str(draw(st.integers(21, 41)))
    signs = st.sampled_from(["", "", "", "?", "~", "%"])
    return "-".join(draw(signs) + part + draw(signs) for part in parts)


single_dates = level_0() | level_1() | level_2()

ends = single_dates | st.sampled_from(["..", ""])

texts = single_dates | st.tuples(ends, ends).map("/".join)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    return readable(draw(texts))


def attempt(text: str) -> Period | PeriodError:
    try:
        return Period(text)
    except PeriodError as error:
        return error


def readable(text: str) -> Period:
    """Return the period that a text gives; a text that gives none is no case of the test."""
    answer = attempt(text)
    assume(isinstance(answer, Period))
    assert isinstance(answer, Period)
    return answer
