"""The reports that come just before another are found by their dates, for thousands as for a few."""

from __future__ import annotations

from hypothesis import given, strategies as st

from entente import Commitment, Dossier, Period, Report, check
from entente.records._vocabulary import ReportedStatus
from entente.strategies import periods
from entente.values._period import reach

# Few days and sizes, so that some are before others and some are not.
DATES = st.sampled_from(
    [
        "2023",
        "2024",
        "2024-01",
        "2024-01-05",
        "2024-01-06",
        "2024-02",
        "2024-03~",
        "2024-21",
        "[..2024-01]",
        "[2024-02..]",
        "[2024-01..2024-02]",
    ]
)
STATUSES = st.sampled_from(
    ["completed", "in_progress", "withdrawn", "no_evidence"]
)
REPORTS = st.builds(
    Report,
    on=DATES,
    by=st.sampled_from(["FR", "GB"]),
    status=STATUSES.map(ReportedStatus),
)


@given(periods(), periods())
def test_the_reach_of_periods_tells_which_is_certainly_before(
    one: Period, other: Period
) -> None:
    """One is certainly before another if neither is in doubt, and its last day is before the first."""
    days, others = reach(one), reach(other)
    is_before = days is not None and others is not None and days[1] < others[0]
    assert is_before == one.before(other).certain


def found(commitment: Commitment) -> list[tuple[int, str]]:
    """Return what the two rules about successive reports find, by position."""
    rules = ("reports-going-backward", "report-after-withdrawal")
    return [
        (int(each.path[3]), each.message)
        for each in check(Dossier([commitment]), rules=rules)
    ]


def just_before(
    reports: tuple[Report, ...], later: Report, by: str | None
) -> list[Report]:
    """Return the reports before one that no other of them comes after, comparing each with all."""
    before = [
        each
        for each in reports
        if each.status != "no_evidence"
        and by in {None, each.by}
        and each.on.before(later.on).certain
    ]
    return [
        each
        for each in before
        if not any(each.on.before(other.on).certain for other in before)
    ]


def expected(reports: tuple[Report, ...]) -> list[tuple[int, str]]:
    """Return what both rules are to find."""
    steps: list[tuple[int, str]] = []
    ends: list[tuple[int, str]] = []
    for position, later in enumerate(reports):
        for earlier in just_before(reports, later, later.by):
            if (later.status, earlier.status) == ("in_progress", "completed"):
                message = f"in_progress on {later.on}, but completed on {earlier.on} by the same reporter"
                steps.append((position, message))
        for earlier in just_before(reports, later, None):
            if earlier.status == "withdrawn" and later.status not in {
                "withdrawn",
                "no_evidence",
            }:
                message = f"{later.status} on {later.on}, but withdrawn on {earlier.on}"
                ends.append((position, message))
    return steps + ends


@given(st.lists(REPORTS, max_size=8).map(tuple))
def test_reports_are_compared_with_those_just_before(
    reports: tuple[Report, ...],
) -> None:
    """What is found is what comparing each report with all others would find, in the order of the file."""
    commitment = Commitment(id="a", summary="Do it.", reports=reports)
    assert found(commitment) == expected(reports)


def test_thousands_of_reports_are_each_compared_with_the_last() -> None:
    """A commitment with a report a day for ten years has one step back, which is found once."""
    days = [
        f"{2015 + place // 360}-{place // 30 % 12 + 1:02}-{place % 28 + 1:02}"
        for place in range(3_000)
    ]
    reports = [
        Report(on=day, by="FR", status=ReportedStatus.IN_PROGRESS)
        for day in sorted(set(days))
    ]
    done = Report(on="2014", by="FR", status=ReportedStatus.COMPLETED)
    commitment = Commitment(id="a", summary="Do it.", reports=(*reports, done))
    assert found(commitment) == [
        (
            0,
            "in_progress on 2015-01-01, but completed on 2014 by the same reporter",
        )
    ]
