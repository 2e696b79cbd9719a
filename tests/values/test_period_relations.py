"""`before`, `after`, `within` and `overlaps`, proved against every completion of both sides.

The proof knows nothing of the library's runs and formulas. It goes through a small calendar day
by day, lists every way in which either side may turn out, and asks each pair of them.
"""

from __future__ import annotations

import calendar
import datetime
import functools
import itertools
import math
import re
from collections.abc import Iterable

import pytest
from hypothesis import example, given, strategies as st

from entente import Truth
from entente.errors import PeriodError
from entente.values._period import Period, overlaps_any
from law_helpers import times

pytestmark = pytest.mark.no_cover

NEVER, FOREVER = -math.inf, math.inf

PARTS = {
    **{month: (month, 1) for month in range(1, 13)},
    **dict(zip(range(21, 25), [(3, 3), (6, 3), (9, 3), (12, 3)], strict=True)),
    **dict(zip(range(25, 29), [(3, 3), (6, 3), (9, 3), (12, 3)], strict=True)),
    **dict(zip(range(29, 33), [(9, 3), (12, 3), (3, 3), (6, 3)], strict=True)),
    **dict(zip(range(33, 37), [(1, 3), (4, 3), (7, 3), (10, 3)], strict=True)),
    **dict(zip(range(37, 40), [(1, 4), (5, 4), (9, 4)], strict=True)),
    **dict(zip(range(40, 42), [(1, 6), (7, 6)], strict=True)),
}
"""First month and number of months, by the digits after a year."""

DAYS = ["2024-02-28", "2024-02-29", "2024-03-01", "2024-03-10", "2023-12-31"]
MONTHS = ["2023-12", *(f"2024-0{month}" for month in range(1, 6)), "2024-10"]
MASKS = [
    "2024-02-1X",
    "2024-02-X9",
    "2024-XX-10",
    "2024-XX-31",
    "2024-0X-29",
    "2024-03-X1",
    "2024-X2-1X",
]
PLAIN = {
    **dict.fromkeys(DAYS + MASKS, 0),
    **dict.fromkeys([*MONTHS, "2024-1X", "2024-X2", "2024-02-XX"], 1),
    **{f"2024-{code}": PARTS[code][1] for code in range(21, 42)},
    **dict.fromkeys(["2023-21", "2023-24", "2023-36"], 3),
    **dict.fromkeys(["2023", "2024", "2024-XX", "2024-XX-XX"], 12),
}
"""Dates and how many months their own unit lasts; a day lasts none."""
PARTIAL = {
    "2024-02~-11": 1,
    "2024-~02-29": 1,
    "~2024-03-10": 12,
    "2024~-03-10": 12,
    "2024-03-%10": 0,
    "2024~-02-~28": 12,
    "2024-~21": 3,
    "2024-XX-~10": 0,
    "2024-?03-10": None,
    "?2024-03": None,
}
SLACK: dict[str, int | None] = {
    **dict.fromkeys(PLAIN, None),
    **{f"{text}?": None for text in PLAIN},
    **{
        f"{text}{sign}": months
        for text, months in PLAIN.items()
        for sign in "~%"
        if not text.startswith("2023")
    },
    **PARTIAL,
}
"""Every date of the proof, and by how many months it may be off: None where by nothing."""

WIDE_SLACK: dict[str, int | None] = {
    **dict.fromkeys(
        [
            "202X",
            "202X-02",
            "202X-02-29",
            "202X-24",
            "202X-XX-31",
            "2024",
            "2024-02-29",
            "2019-24",
        ],
        None,
    ),
    **dict.fromkeys(["202X~", "202X~-02"], 120),
    **dict.fromkeys(["202X-02-29~", "2020-02-29%", "202X-XX-31~"], 0),
    "202X-02~": 1,
    "2024-24~": 3,
}
"""More dates, over more years, which are too many days for spans."""

Completion = tuple[float, float]
"""The first and last day of one way in which a period may turn out."""


class Proof:
    """Answers by trying everything that may be the case within some years."""

    def __init__(
        self, first_year: int, last_year: int, slack: dict[str, int | None]
    ) -> None:
        self.first = datetime.date(first_year, 1, 1).toordinal()
        self.last = datetime.date(last_year, 12, 31).toordinal()
        self.slack = slack
        self.days = functools.cache(self._days)

    def text_days(self, text: str) -> set[int]:
        """Return the days that match the text, signs aside."""
        year, month, day = (*re.sub("[?~%]", "", text).split("-"), "XX", "XX")[
            :3
        ]
        dates = map(
            datetime.date.fromordinal, range(self.first, self.last + 1)
        )
        if month.isdigit() and day == "XX":
            first_month, count = PARTS[int(month)]
            return {
                date.toordinal()
                for date in dates
                if (date.month - first_month) % 12 < count
                and fits(year, date.year - (date.month < first_month))
            }
        return {
            date.toordinal()
            for date in dates
            if fits(year, date.year)
            and fits(month, date.month)
            and fits(day, date.day)
        }

    def _days(self, text: str) -> frozenset[int]:
        """Return the days that a date may be: each unbroken row of them grows where it is approximate."""
        if text.startswith("["):
            return frozenset[int]().union(
                *map(self.member_days, text[1:-1].split(","))
            )
        days, months = self.text_days(text), self.slack[text]
        if months is None:
            return frozenset(days)
        grown = set(days)
        for day in days:
            if day - 1 not in days:
                grown.update(
                    range(shifted(day, -months) if months else day - 1, day)
                )
            if day + 1 not in days:
                grown.update(
                    range(day, shifted(day + 1, months) if months else day + 2)
                )
        return frozenset(grown)

    def member_days(self, member: str) -> frozenset[int]:
        """Return the days that a member of a set may be: ``2024``, ``2023..2024``, ``..2024``."""
        head, dots, tail = member.partition("..")
        if not dots:
            return self.days(member)
        first = min(self.days(head)) if head else self.first
        last = max(self.days(tail)) if tail else self.last
        return frozenset(range(first, last + 1))

    def ends(self, text: str, unbounded: float) -> list[float]:
        if text == "..":
            return [unbounded]
        if text == "":
            return sorted([unbounded, *range(self.first, self.last + 1)])
        return sorted(self.days(text))

    def completions(self, text: str) -> list[Completion]:
        """List what a period may be; ``2023/@2024-03-01`` is the span as of that day."""
        if "/" not in text:
            return [(day, day) for day in self.days(text)]
        text, _, as_of = text.partition("@")
        head, tail = text.split("/")
        finishes = self.ends(tail, FOREVER)
        goes_on = (
            datetime.date.fromisoformat(as_of).toordinal() if as_of else None
        )
        return [
            (start, end)
            for start in self.ends(head, NEVER)
            for end in finishes
            if start <= end and (goes_on is None or start <= goes_on <= end)
        ]

    def is_sound(self, text: str) -> bool:
        """Whether a span does not run backward, by its text alone."""
        head, tail = text.split("/")
        if {head, tail} & {"", ".."}:
            return head != "" or tail != ""
        return min(self.text_days(head)) <= max(self.text_days(tail))

    def before(self, left: str, right: str) -> Truth:
        lasts = {end for _, end in self.completions(left)}
        firsts = {start for start, _ in self.completions(right)}
        # Only the extremes matter of sets that are compared in full.
        pairs = itertools.product(
            (min(lasts), max(lasts)), (min(firsts), max(firsts))
        )
        return verdict({last < first for last, first in pairs}, left, right)

    def inside(self, subject: str, window: str) -> tuple[Truth, Truth]:
        """Return whether all days of the one are days of the other, and whether any is."""
        belongs = self.belongs(window)
        counts = [0, *itertools.accumulate(belongs)]
        every, some = set[bool](), set[bool]()
        for start, end in self.completions(subject):
            begin, stop = self.place(start), self.place(end) + 1
            hits = counts[stop] - counts[begin]
            every.add(hits == stop - begin)
            some.add(hits > 0)
        unknown = "/" in window and "" in window.partition("@")[0].split("/")
        return (
            verdict(every, subject, window, hedged=unknown),
            verdict(some, subject, window, hedged=unknown),
        )

    def belongs(self, window: str) -> list[bool]:
        """Return for each day of the line whether it is a day of the window."""
        if "/" in window:
            head, tail = window.partition("@")[0].split("/")
            least, greatest = (
                min(self.ends(head, NEVER)),
                max(self.ends(tail, FOREVER)),
            )
            return [least <= day <= greatest for day in self.line()]
        days = set[float](self.days(window))
        # A set without a first or a last date has all days at that side.
        if window.startswith("[.."):
            days.add(NEVER)
        if window.endswith("..]"):
            days.add(FOREVER)
        return [day in days for day in self.line()]

    def touches(self, subject: str, windows: list[str]) -> Truth:
        """Return whether any day of the one is a day of any of the others."""
        line = range(len(list(self.line())))
        possible, sure = [False for _ in line], [False for _ in line]
        for window in windows:
            hedged = any(sign in window for sign in "?~%") or (
                "/" in window and "" in window.partition("@")[0].split("/")
            )
            for place, is_day in enumerate(self.belongs(window)):
                possible[place] |= is_day
                sure[place] |= is_day and not hedged
        rows = [
            slice(self.place(start), self.place(end) + 1)
            for start, end in self.completions(subject)
        ]
        if not any(any(possible[row]) for row in rows):
            return Truth.NO
        doubted = any(sign in subject for sign in "?~%")
        certain = all(any(sure[row]) for row in rows) and not doubted
        return Truth.YES if certain else Truth.MAYBE

    def line(self) -> Iterable[float]:
        """Return the whole line of days, with one mark at each end for all that lies beyond."""
        return [NEVER, *range(self.first, self.last + 1), FOREVER]

    def place(self, day: float) -> int:
        return (
            int(min(max(day, self.first - 1), self.last + 1)) - self.first + 1
        )


def fits(pattern: str, number: int) -> bool:
    return all(
        sign in ("X", digit)
        for sign, digit in zip(
            pattern, f"{number:0{len(pattern)}}", strict=True
        )
    )


def shifted(day: int, months: int) -> int:
    """Return the same day of the month some months on, or the last of a shorter month."""
    date = datetime.date.fromordinal(day)
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    length = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(date.day, length)).toordinal()


def verdict(answers: set[bool], *texts: str, hedged: bool = False) -> Truth:
    if answers == {False}:
        return Truth.NO
    hedged = hedged or any(sign in text for text in texts for sign in "?~%")
    return Truth.YES if answers == {True} and not hedged else Truth.MAYBE


PROOF = Proof(2022, 2026, SLACK)
WIDE_PROOF = Proof(2005, 2045, WIDE_SLACK)

dates = st.sampled_from(sorted(SLACK))
# A span of two years that are both vague has too many completions to try each of them often.
points = st.sampled_from(
    sorted(text for text in SLACK if PLAIN.get(text.rstrip("?~%"), 0) < 12)
)
spans = st.tuples(
    points | st.sampled_from(["..", ""]), points | st.sampled_from(["..", ""])
).map("/".join)
spans = spans.filter(PROOF.is_sound)


def as_range(ends: tuple[str, str]) -> str:
    return "..".join(ends)


def has_no_gap(text: str) -> bool:
    """Whether a range of a set does not run backward, by its text alone."""
    head, tail = text.split("..")
    if not head or not tail:
        return head != tail
    return min(PROOF.text_days(head)) <= max(PROOF.text_days(tail))


# In a set of the proof a range has two ends, or is open on the side where EDTF allows it.
ranges = st.tuples(dates, dates).map(as_range).filter(has_no_gap)
without_start = dates.map(lambda last: f"..{last}")
without_end = dates.map(lambda first: f"{first}..")
sets = st.builds(
    lambda *parts: (
        "[" + ",".join(each for part in parts for each in part) + "]"
    ),
    st.lists(without_start, max_size=1),
    st.lists(dates | ranges, min_size=1, max_size=3),
    st.lists(without_end, max_size=1),
)
"""Dates of which one is meant, with ranges among them."""

GOING_ON = ["2023-12-31", "2024-02-29", "2024-03-10", "2025-01-01"]
ongoing = st.tuples(points | st.just(".."), st.sampled_from(GOING_ON)).map(
    "/@".join
)
ongoing = ongoing.filter(lambda text: PROOF.completions(text) != [])
"""Spans with an unknown end, and a day on which they are known to have gone on."""

periods = dates | spans | sets | ongoing


def period_of(text: str) -> Period:
    edtf, _, as_of = text.partition("@")
    return Period(edtf, as_of=as_of or None)


def prove(subject: str, other: str, proof: Proof = PROOF) -> None:
    one, two = period_of(subject), period_of(other)
    assert one.before(two) is proof.before(subject, other), (
        f"{subject} before {other}"
    )
    assert one.after(two) is proof.before(other, subject), (
        f"{subject} after {other}"
    )
    within, overlaps = proof.inside(subject, other)
    assert one.within(two) is within, f"{subject} within {other}"
    assert one.overlaps(two) is overlaps, f"{subject} overlaps {other}"


@times(8)
@given(dates, dates)
def test_dates_are_compared_as_enumeration_says(
    subject: str, other: str
) -> None:
    """Two dates answer what all pairs of their possible days answer."""
    prove(subject, other)


@times(4)
@given(spans, periods)
def test_spans_are_compared_as_enumeration_says(
    subject: str, other: str
) -> None:
    """A span answers what all its completions answer, whatever it is compared with."""
    prove(subject, other)


@times(6)
@given(dates, spans)
def test_dates_are_compared_with_spans_as_enumeration_says(
    subject: str, other: str
) -> None:
    """A date answers what all its days answer, when it is compared with a span."""
    prove(subject, other)


@times(8)
@given(sets, periods)
@example("[2024-XX-10..2024-XX-10]", "2024-03-01")
def test_sets_are_compared_as_enumeration_says(
    subject: str, other: str
) -> None:
    """A set answers what the days of all its members answer, whatever it is compared with."""
    prove(subject, other)


@times(2)
@given(ongoing, periods)
def test_ongoing_spans_are_compared_as_enumeration_says(
    subject: str, other: str
) -> None:
    """A span as of a day answers what those completions answer that have gone on until then."""
    prove(subject, other)


@times(8)
@given(periods, st.lists(periods, min_size=1, max_size=4))
@example("2024-21", ["2024-05", "2024-03", "2024-04"])
@example("2024-21", ["2024-03", "2024-04?", "2024-05"])
@example("2024-21", ["2024-02/2024-04", "2024-03", "2024-05"])
@example("2024-02/2024-03", ["2024-02-28/", "2024-02-29", "2024-03-01/.."])
@example("[2024-01,2024-10]", ["2024-10", "2024-01", "2023"])
@example("2024/..", ["2023", "../2023-12"])
def test_windows_count_together_as_enumeration_says(
    subject: str, windows: list[str]
) -> None:
    """A period shares a day with any of some windows if each way in which it may turn out does with one."""
    found = overlaps_any(period_of(subject), [*map(period_of, windows)])
    assert found is PROOF.touches(subject, windows), (subject, windows)


@pytest.mark.parametrize("subject", WIDE_SLACK)
@pytest.mark.parametrize("other", WIDE_SLACK)
def test_masked_years_are_compared_as_enumeration_says(
    subject: str, other: str
) -> None:
    """Missing digits of a year are tried as every year that they may be."""
    prove(subject, other, WIDE_PROOF)


@given(
    st.tuples(
        points | st.sampled_from(["..", ""]),
        points | st.sampled_from(["..", ""]),
    ).map("/".join)
)
def test_a_span_is_backward_when_it_has_no_completion(text: str) -> None:
    """A span is refused exactly when no possible start lies before a possible end."""
    if PROOF.is_sound(text):
        assert Period(text).is_span
    else:
        with pytest.raises(
            PeriodError, match=r"it runs backward|a span needs an end"
        ):
            Period(text)


def day_texts() -> st.SearchStrategy[str]:
    return st.dates().map(datetime.date.isoformat) | st.sampled_from(
        ["0001-01-01", "9999-12-31"]
    )


@st.composite
def any_dates(draw: st.DrawFn) -> str:
    """Dates of the whole calendar, exact or not, from the first day to the last."""
    day = draw(day_texts())
    cut = draw(
        st.sampled_from(
            [
                day,
                day[:7],
                day[:4],
                f"{day[:3]}X",
                f"{day[:4]}-XX-{day[8:]}",
                f"{day[:4]}-41",
            ]
        )
    )
    return cut + draw(st.sampled_from(["", "", "?", "~", "%"]))


@st.composite
def any_periods(draw: st.DrawFn) -> Period:
    """Periods of the whole calendar."""
    if draw(st.booleans()):
        return Period(draw(any_dates()))
    head, tail = (
        draw(any_dates() | st.sampled_from(["..", ""])) for _ in range(2)
    )
    for text in (f"{head}/{tail}", f"{tail}/{head}"):
        try:
            return Period(text)
        except PeriodError:
            continue
    return Period(head or "2024")


@given(any_periods(), any_periods())
def test_before_is_after_seen_from_the_other_side(
    one: Period, two: Period
) -> None:
    """`a.before(b)` and `b.after(a)` are the same question."""
    assert one.before(two) is two.after(one)


@given(any_periods(), any_periods())
def test_before_has_one_direction(one: Period, two: Period) -> None:
    """What is certainly before cannot be after, nor overlap."""
    if one.before(two).certain:
        assert two.before(one) is Truth.NO
        assert one.after(two) is Truth.NO
        assert one.overlaps(two) is Truth.NO


@given(any_periods())
def test_nothing_is_certainly_before_itself(one: Period) -> None:
    """No period is certainly before or after itself, and each may lie within itself."""
    assert not one.before(one).certain
    assert not one.after(one).certain
    assert one.within(one).possible
    assert one.overlaps(one).possible


@given(any_periods(), any_periods(), any_periods())
def test_certain_order_is_transitive(
    one: Period, two: Period, three: Period
) -> None:
    """Before what is before: before."""
    if one.before(two).certain and two.before(three).certain:
        assert one.before(three) is Truth.YES


@given(any_periods(), any_periods())
def test_within_implies_overlaps(one: Period, two: Period) -> None:
    """What lies wholly in a window has a day in it."""
    assert one.within(two).value <= one.overlaps(two).value


@given(
    any_periods(), st.lists(day_texts(), min_size=4, max_size=4).map(sorted)
)
def test_a_wider_window_takes_nothing_away(
    one: Period, days: list[str]
) -> None:
    """What may or must be in a window may or must be in a wider one."""
    outer_start, start, end, outer_end = days
    window, wider = (
        Period(f"{start}/{end}"),
        Period(f"{outer_start}/{outer_end}"),
    )
    assert one.within(window).value <= one.within(wider).value
    assert one.overlaps(window).value <= one.overlaps(wider).value
    assert one.overlaps(wider).value <= one.overlaps("../..").value


@given(any_periods(), any_periods())
def test_doubt_only_takes_certainty_away(one: Period, two: Period) -> None:
    """A sign of doubt at a date turns yes into maybe and leaves no as it is."""
    if one.is_span or one.approximate or one.uncertain:
        return
    doubted = Period(f"{one}?")
    for relation in ("before", "after", "within", "overlaps"):
        plain, hedged = (
            getattr(one, relation)(two),
            getattr(doubted, relation)(two),
        )
        assert hedged is (Truth.MAYBE if plain.possible else Truth.NO)


@given(any_periods(), any_periods())
def test_about_allows_no_less(one: Period, two: Period) -> None:
    """What is possible of a date is possible of about that date."""
    if one.is_span or one.approximate or one.uncertain:
        return
    about = Period(f"{one}~")
    for relation in ("before", "after", "within", "overlaps"):
        plain, widened = (
            getattr(one, relation)(two),
            getattr(about, relation)(two),
        )
        assert widened is not Truth.YES
        assert widened.possible or not plain.possible


@pytest.mark.parametrize(
    ("one", "relation", "two", "truth"),
    [
        # A month is one day among those of March: neither side of the tenth is certain.
        ("2023-03", "before", "2023-03-10", Truth.MAYBE),
        ("2023-03", "after", "2023-03-10", Truth.MAYBE),
        ("2023-03", "within", "2023-03-10", Truth.MAYBE),
        ("2023-03-10", "within", "2023-03", Truth.YES),
        # The same month as a span is all its days.
        ("2023-03-01/2023-03-31", "overlaps", "2023-03-10", Truth.YES),
        ("2023-03-01/2023-03-31", "within", "2023-03-10", Truth.NO),
        # A meeting for the spring was held on 4 March.
        ("2024-21", "before", "2024-03-04", Truth.MAYBE),
        ("2024-24", "within", "2024", Truth.MAYBE),
        ("2024-24", "within", "2024/2025", Truth.YES),
        # Gaps count.
        ("2023-03-11", "within", "2023-XX-10", Truth.NO),
        ("2023-03-10", "within", "2023-XX-10", Truth.YES),
        ("2023-03-10/2023-03-11", "within", "2023-XX-10", Truth.NO),
        ("2023-03-10/2023-03-11", "overlaps", "2023-XX-10", Truth.YES),
        ("2023-03-11/2023-03-12", "overlaps", "2023-XX-10", Truth.NO),
        # So does the very next day: the tenth or the twentieth is not certainly in the tens.
        ("2023-03-X0", "within", "2023-03-1X", Truth.MAYBE),
        ("2023-03-X0", "overlaps", "2023-03-1X", Truth.MAYBE),
        ("2023-03-X0/2023-03-21", "overlaps", "2023-03-1X", Truth.MAYBE),
        # Open and unknown ends.
        ("2023/..", "overlaps", "2024", Truth.YES),
        ("2023/", "overlaps", "2024", Truth.MAYBE),
        ("2023/..", "before", "9999-12-31", Truth.NO),
        ("2023/", "before", "9999-12-31", Truth.MAYBE),
        ("2024", "within", "2023/", Truth.MAYBE),
        ("2022", "within", "2023/", Truth.NO),
        ("2024", "within", "2023/..", Truth.YES),
        ("../..", "within", "../..", Truth.YES),
        ("../..", "within", "0001-01-01/9999-12-31", Truth.NO),
        ("/..", "within", "0001-01-01/..", Truth.MAYBE),
        # About and doubt.
        ("2023-03~", "before", "2023-03-01", Truth.MAYBE),
        ("2023-03~", "before", "2023-02-01", Truth.NO),
        ("2023-03?", "before", "2023-03-01", Truth.NO),
        ("2023-03?", "before", "2023-04", Truth.MAYBE),
        ("0001-01-01~", "before", "0001-01-01", Truth.NO),
        ("0001-01~", "after", "0001-01", Truth.MAYBE),
        ("9999-11~", "after", "9999-11", Truth.MAYBE),
        ("0001-01~", "before", "0001-01-02", Truth.MAYBE),
        ("9999-12~", "after", "9999-12-30", Truth.MAYBE),
        ("XXXX~", "within", "2024", Truth.MAYBE),
    ],
)
def test_relations_by_example(
    one: str, relation: str, two: str, truth: Truth
) -> None:
    """The cases that the guide explains answer as it says."""
    assert getattr(Period(one), relation)(two) is truth


def test_the_other_side_may_be_text_or_a_date() -> None:
    """A relation takes whatever makes a period."""
    march = Period("2024-03")
    for april in (
        "2024-04-02",
        datetime.date(2024, 4, 2),
        datetime.datetime(2024, 4, 2, 9, tzinfo=datetime.UTC),
        Period("2024-04-02"),
    ):
        assert march.before(april) is Truth.YES
