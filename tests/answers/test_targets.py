"""How far a metric has come: bounds are kept, nothing is averaged or converted, and what is unknown says why."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given

import entente
from entente import (
    Commitment,
    Dossier,
    Metric,
    Observation,
    Period,
    Quantity,
    Target,
    Theme,
    Truth,
)
from entente.answers._targets import Progress, conflicts, progress
from entente.errors import RecordError, UnknownIdError
from entente.strategies import metrics


def metric(
    *observations: Observation,
    unit: str = "people",
    target: str | None = None,
    targets: tuple[Target, ...] = (),
    baseline: Observation | None = None,
) -> Metric:
    """Make a metric with these observations, and with one target or several."""
    if target is not None:
        targets = (Target(value=target),)
    return Metric(
        id="metric",
        name="Metric",
        unit=unit,
        targets=targets,
        baseline=baseline,
        observations=observations,
    )


def seen(
    value: str, period: str = "2024", by: str | None = None
) -> Observation:
    """Observe a level."""
    return Observation(period=period, value=value, by=by)


def counted(value: str, as_of: str = "2024-01-30") -> Observation:
    """Observe a level as of a day, without a period."""
    return Observation(as_of=as_of, value=value)


def changed(
    change: str,
    period: str = "2024",
    against: str = "2023",
    by: str | None = None,
) -> Observation:
    """Observe a change against an earlier period."""
    return Observation(period=period, change=change, against=against, by=by)


def only(found: tuple[Progress, ...]) -> Progress:
    """Return the one answer that there is."""
    (each,) = found
    return each


def values(found: tuple[Progress, ...]) -> list[str]:
    """Return the levels that the answers are about."""
    return [
        "" if each.observation is None else str(each.observation.value)
        for each in found
    ]


# --- against the target ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "share"),
    [
        ("500 people", "100 %"),
        ("0 people", "0 %"),
        ("125 people", "25 %"),
        ("600 people", "120 %"),
        ("> 250 <= 500 people", "> 50 <= 100 %"),
        ("> 250 people", "> 50 %"),
        ("<= 250 people", "<= 50 %"),
        ("100..200 people", "20..40 %"),
        ("~ 250 people", "~ 50 %"),
        (".. people", ".. %"),
    ],
)
def test_a_share_of_the_target_keeps_its_bounds(
    value: str, share: str
) -> None:
    """What is known within bounds is a share within bounds."""
    found = only(progress(metric(seen(value), target=">= 500 people")))
    assert found.of_target == Quantity(share)
    assert (found.since_baseline, found.change, found.conflicts) == (
        None,
        None,
        (),
    )
    assert found.unknown == (
        "the change since the baseline is unknown: no baseline is given",
    )


def test_over_half_of_500_is_in_the_real_dossier() -> None:
    """Of the 500 officers more than half and at most all are deployed, which the commitment answers too."""
    dossier = entente.example("uk-france")
    by_metric, by_commitment = (
        dossier.progress(id)
        for id in ("french-personnel-deployed", "fund-french-personnel")
    )
    assert by_metric == by_commitment
    share = only(by_metric).of_target
    assert share is not None
    assert (share.low, share.low_open, share.high, share.high_open) == (
        Decimal(50),
        True,
        Decimal(100),
        False,
    )


def test_a_vague_target_makes_a_vague_share() -> None:
    """Half of 400 to 500 is between 40 and 50 per cent of it."""
    found = only(
        progress(metric(seen("200 people"), target="400..500 people"))
    )
    assert found.of_target == Quantity("40..50 %")


# --- against the baseline -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "change"),
    [
        ("50 people", "change -50 %"),
        ("150 people", "change 50 %"),
        ("> 50 people", "change > -50 %"),
        ("50..75 people", "change -50..-25 %"),
        ("~ 50 people", "change ~ -50 %"),
    ],
)
def test_the_change_since_the_baseline_keeps_its_bounds(
    value: str, change: str
) -> None:
    """A level against the level before is a change in per cent."""
    found = only(
        progress(metric(seen(value), baseline=seen("100 people", "2020")))
    )
    assert found.since_baseline == Quantity(change)
    assert found.unknown == (
        "the share of the target is unknown: no target is given",
    )


@pytest.mark.parametrize(
    ("baseline", "change"),
    [
        ("0 people", "change 50 people"),
        ("0..10 people", "change 40..50 people"),
        ("<= 10 people", "change >= 40 people"),
    ],
)
def test_against_nothing_the_change_is_absolute(
    baseline: str, change: str
) -> None:
    """A baseline that may be zero has no per cent, but the difference is known."""
    found = only(
        progress(
            metric(
                seen("50 people"),
                target=">= 100 people",
                baseline=seen(baseline, "2020"),
            )
        )
    )
    assert found.of_target == Quantity("50 %")
    assert found.since_baseline == Quantity(change)
    assert found.unknown == ()


# --- whether the target is met --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "baseline", "value", "met"),
    [
        # Bounds give the direction.
        (">= 500 people", None, "500 people", Truth.YES),
        (">= 500 people", None, "499 people", Truth.NO),
        (">= 500 people", None, "> 250 people", Truth.MAYBE),
        (">= 500 people", None, "~ 600 people", Truth.MAYBE),
        ("> 500 people", None, "500 people", Truth.NO),
        ("<= 20,000 people", "45,774 people", "29,437 people", Truth.NO),
        ("<= 4,000 people", None, "3,000 people", Truth.YES),
        ("<= 4,000 people", None, "4,000 people", Truth.YES),
        ("< 4,000 people", None, "4,000 people", Truth.NO),
        ("<= 4,000 people", None, "< 4,000 people", Truth.YES),
        ("400..500 people", None, "450 people", Truth.YES),
        ("400..500 people", None, "550 people", Truth.NO),
        ("400..500 people", None, "450..550 people", Truth.MAYBE),
        # A baseline gives that of a number alone.
        ("500 people", "200 people", "600 people", Truth.YES),
        ("500 people", "200 people", "400 people", Truth.NO),
        ("20,000 people", "45,774 people", "29,437 people", Truth.NO),
        ("20,000 people", "45,774 people", "19,000 people", Truth.YES),
        ("500 people", "500 people", "500 people", Truth.YES),
        ("500 people", "500 people", "600 people", Truth.NO),
        ("500 people", "0 people", "500 people", Truth.YES),
        ("~ 500 people", "200 people", "600 people", Truth.MAYBE),
        # Of nothing there cannot be less.
        ("0 people", None, "0 people", Truth.YES),
        ("0 people", None, "5 people", Truth.NO),
        ("0 people", "200 people", "> 0 people", Truth.NO),
        # Without either, only the number itself has met it.
        ("500 people", None, "500 people", Truth.YES),
        ("500 people", None, "600 people", Truth.MAYBE),
        ("500 people", None, "400 people", Truth.MAYBE),
        ("500 people", "400..600 people", "700 people", Truth.MAYBE),
        ("500 people", "5 boats", "700 people", Truth.MAYBE),
        (".. people", None, "5 people", Truth.MAYBE),
    ],
)
def test_a_target_is_met_by_its_direction(
    target: str, baseline: str | None, value: str, met: Truth
) -> None:
    """At least, at most or within is what the bounds say, or else the baseline."""
    start = None if baseline is None else seen(baseline, "2020")
    found = only(progress(metric(seen(value), target=target, baseline=start)))
    assert found.met is met


@pytest.mark.parametrize(
    ("target", "baseline", "reason"),
    [
        (
            "500 people",
            None,
            (
                "'500 people' may be a minimum or a maximum; write '>= 500 people' or '<= 500 people',"
                " or give a baseline"
            ),
        ),
        (
            "~ 500 people",
            None,
            (
                "'~ 500 people' may be a minimum or a maximum;"
                " write '~ >= 500 people' or '~ <= 500 people', or give a baseline"
            ),
        ),
        (
            "500 people",
            "~ 200 people",
            (
                "'500 people' may be a minimum or a maximum, as the baseline '~ 200 people' does not show"
                " which; write '>= 500 people' or '<= 500 people'"
            ),
        ),
        (".. people", None, "'.. people' has no bound"),
    ],
)
def test_a_target_without_direction_says_what_to_write(
    target: str, baseline: str | None, reason: str
) -> None:
    """The reason names the target and the two that may be meant."""
    start = None if baseline is None else seen(baseline, "2020")
    found = only(
        progress(metric(seen("600 people"), target=target, baseline=start))
    )
    assert f"whether the target is met is unknown: {reason}" in found.unknown


@pytest.mark.parametrize(
    ("target", "baseline"),
    [
        ("<= 20,000 people", None),
        ("20,000 people", "45,774 people"),
        ("15,000..20,000 people", "45,774 people"),
        ("0 people", None),
    ],
)
def test_there_is_no_share_of_a_limit(
    target: str, baseline: str | None
) -> None:
    """29,437 arrivals are not 147 % of a target of at most 20,000."""
    start = None if baseline is None else seen(baseline, "2022")
    found = only(
        progress(metric(seen("29,437 people"), target=target, baseline=start))
    )
    assert (found.met, found.of_target) == (Truth.NO, None)
    assert found.unknown[0] == (
        f"the share of the target is unknown: “{Quantity(target).words()}” is an upper limit"
    )


# --- rates ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "period", "met"),
    [
        ("16,000 people", "2023", Truth.YES),
        ("14,000 people", "2023", Truth.NO),
        ("16,000 people", "2022-04-06/2023-04-05", Truth.YES),
        ("36,000 people", "2022/2023", Truth.MAYBE),
        ("16,000 people", "2022/2023", Truth.NO),
        ("16,000 people per P1Y", "2023-01-30", Truth.YES),
        ("16,000 people per P12M", "2023", Truth.YES),
    ],
)
def test_a_rate_is_held_against_whole_times(
    value: str, period: str, met: Truth
) -> None:
    """15,000 to 20,000 a year are twice as many in two years, on average."""
    target = "15,000..20,000 people per P1Y"
    found = only(progress(metric(seen(value, period), target=target)))
    assert found.met is met
    assert found.of_target is not None


@pytest.mark.parametrize(
    "period",
    ["2023-01", "2023?", "~2023", "2023/..", "202X", "[2022,2023]"],
)
def test_a_rate_is_not_held_against_other_times(period: str) -> None:
    """What is no whole number of years, or not known to be, gives a reason."""
    period = period.replace("~2023", "2023~")
    found = only(
        progress(
            metric(
                seen("16,000 people", period),
                target="15,000..20,000 people per P1Y",
                baseline=seen("45,774 people", "2020"),
            )
        )
    )
    assert (found.met, found.of_target) == (None, None)
    assert found.unknown == (
        f"the share of the target is unknown: {Period(period).words()} is not a whole number of years",
        f"the change since the baseline is unknown: {Period(period).words()} is not a whole number of years",
    )


def test_other_rates_are_not_converted() -> None:
    """A figure for each month says nothing about a target for each year."""
    found = only(
        progress(
            metric(
                seen("1,500 people per P1M"), target=">= 15,000 people per P1Y"
            )
        )
    )
    assert found.met is None
    assert found.unknown[0] == (
        "the share of the target is unknown: '1500 people per P1M' and '>= 15000 people per P1Y'"
        " differ in rate: per P1M and per P1Y"
    )


@pytest.mark.parametrize(
    ("baseline", "change"),
    [
        ("10,000 people", "change -20 %"),
        ("10,000 people per P1Y", "change -60 %"),
        ("2,000 people per P1Y", "change 100 %"),
    ],
)
def test_a_baseline_of_another_length_is_compared_by_the_rate(
    baseline: str, change: str
) -> None:
    """With a target per year, 8,000 in two years are a fall from 5,000 in one."""
    found = only(
        progress(
            metric(
                seen("8,000 people", "2022/2023"),
                target="4,000 people per P1Y",
                baseline=seen(baseline, "2020/2021"),
            )
        )
    )
    assert found.since_baseline == Quantity(change)
    assert found.met is Truth.MAYBE
    assert found.unknown[-1] == (
        "whether the target is met in each year of the time from 2022 to 2023 is unknown: it is met on average"
    )


def test_a_baseline_of_no_whole_time_gives_no_change() -> None:
    """With a target per year, a month before is not compared with a year."""
    found = only(
        progress(
            metric(
                seen("29,437 people", "2023"),
                target="<= 20,000 people per P1Y",
                baseline=seen("4,000 people", "2022-06"),
            )
        )
    )
    assert found.since_baseline is None
    assert found.unknown[-1] == (
        "the change since the baseline is unknown: June 2022 is not a whole number of years"
    )


@pytest.mark.parametrize("period", ["[2023..2024]", "202X", "2023/", "2023?"])
def test_figures_of_one_time_among_several_do_not_conflict(
    period: str,
) -> None:
    """Two figures for one of two years need not be for the same year."""
    observations = (seen("40 people", period), seen("45 people", period))
    found = progress(metric(*observations))
    assert [each.conflicts for each in found] == [(), ()]


# --- changes without levels -----------------------------------------------------------------------


def test_a_change_without_a_level_answers_what_it_can() -> None:
    """A fall by 36 per cent is a fall by 36 per cent; how many there are, it does not say."""
    found = only(
        progress(
            metric(
                changed("-36 %"),
                target="1000 people",
                baseline=seen("2000 people", "2020"),
            )
        )
    )
    assert found.change == Quantity("change -36 %")
    assert (found.of_target, found.since_baseline) == (None, None)
    assert found.unknown == (
        "the share of the target is unknown: a change is given and no level",
        "the change since the baseline is unknown: a change is given and no level",
    )


def test_the_real_fall_has_no_level_either() -> None:
    """The readout gives a fall by 36 per cent and neither a level, nor a target, nor a baseline."""
    found = only(entente.example("uk-france").progress("small-boat-arrivals"))
    assert found.change == Quantity("change -36 %")
    assert found.unknown == (
        "the share of the target is unknown: no target is given",
        "the change since the baseline is unknown: no baseline is given",
    )


def test_a_baseline_is_a_level() -> None:
    """A change is refused as a baseline."""
    with pytest.raises(RecordError) as caught:
        metric(seen("50 people"), baseline=changed("-36 %"))
    assert str(caught.value) == (
        "metric 'metric': baseline: a baseline is a level, not a change; give its value"
    )


# --- units ----------------------------------------------------------------------------------------


def test_currencies_are_never_converted() -> None:
    """Euros against a target in pounds say that they differ, and pounds have a share of their own."""
    euros, pounds = seen("50 EUR"), seen("25 GBP")
    both = progress(metric(euros, pounds, unit="GBP", target="100 GBP"))
    assert [each.of_target for each in both] == [None, Quantity("25 %")]
    assert both[0].unknown[0] == (
        "the share of the target is unknown: '50 EUR' and '100 GBP' differ in unit: 'EUR' and 'GBP';"
        " nothing is converted between currencies"
    )


def test_different_units_are_not_mixed() -> None:
    """Boats are no people."""
    found = only(
        progress(
            metric(
                seen("5 boats"),
                target="100 people",
                baseline=seen("4 boats", "2020"),
            )
        )
    )
    assert found.of_target is None
    assert found.since_baseline == Quantity("change 25 %")
    assert found.unknown == (
        "the share of the target is unknown: '5 boats' and '100 people' differ in unit: 'boats' and 'people'",
    )


# --- which observations ---------------------------------------------------------------------------


def test_observations_keep_their_order() -> None:
    """Each has an answer of its own, which names it and its metric."""
    observed = (
        seen("300 people", "2025"),
        seen("100 people", "2023"),
        changed("10 %", "2024"),
    )
    measured = metric(*observed, target="500 people")
    found = progress(measured)
    assert tuple(each.observation for each in found) == observed
    assert {each.target for each in found} == {Target(value="500 people")}
    assert all(each.metric is measured for each in found)
    assert [each.of_target for each in found] == [
        Quantity("60 %"),
        Quantity("20 %"),
        None,
    ]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2023", ["100 people"]),
        ("2024-06-01", ["200 people"]),
        ("2024-06-02", []),
        ("2024", ["200 people"]),
        ("2022/2024", ["100 people", "200 people"]),
        ("2020", []),
    ],
)
def test_only_observations_that_may_be_of_that_time_answer(
    on: str, expected: list[str]
) -> None:
    """A day, a year or a span can be asked for; without one all answer."""
    measured = metric(
        seen("100 people", "2023"), seen("200 people", "2024-06-01")
    )
    assert values(progress(measured, on=on)) == expected
    assert len(progress(measured)) == 2


@given(metrics())
def test_every_observation_has_an_answer_or_a_reason(measured: Metric) -> None:
    """What is not worked out says why, for each target and each of the two questions once."""
    found = progress(measured)
    observations = measured.observations
    targets = measured.targets
    assert [(each.observation, each.target) for each in found] == list(
        product(
            # Without an observation each target is named, and the other way round.
            observations or [None] * bool(targets),
            targets or [None] * bool(observations),
        )
    )
    for each in found:
        if each.observation is None:
            assert each.unknown == ("nothing was observed",)
            continue
        missing = [each.of_target, each.since_baseline].count(None)
        assert missing <= len(each.unknown) <= missing + 1
        assert each.met is not None or each.of_target is None
        assert each.of_target is None or each.of_target.unit == "%"


# --- several targets ------------------------------------------------------------------------------

BY_2026 = Target(value=">= 500 people", due="2026")
BY_2030 = Target(value=">= 800 people", due="2030")


def test_each_target_has_an_answer_of_its_own() -> None:
    """Each observation is held against each target, in the order of the file."""
    measured = metric(
        seen("300 people", "2024"),
        seen("600 people", "2026"),
        targets=(BY_2026, BY_2030),
    )
    found = progress(measured)
    assert values(found) == [
        "300 people",
        "300 people",
        "600 people",
        "600 people",
    ]
    assert [each.target for each in found] == [BY_2026, BY_2030] * 2
    assert [each.met for each in found] == [
        Truth.NO,
        Truth.NO,
        Truth.YES,
        Truth.NO,
    ]
    assert [str(each.of_target) for each in found] == [
        "60 %",
        "37.5 %",
        "120 %",
        "75 %",
    ]


def test_each_target_has_a_rate_and_a_direction_of_its_own() -> None:
    """The baseline is read for each: 10,000 in two years is one thing per year, and another in all."""
    yearly = Target(value="4,000 people per P1Y")
    in_all = Target(value="9,000 people")
    measured = metric(
        seen("8,000 people", "2023"),
        targets=(yearly, in_all),
        baseline=seen("10,000 people", "2020/2021"),
    )
    by_rate, by_number = progress(measured)
    assert (by_rate.met, by_number.met) == (Truth.NO, Truth.YES)
    assert by_rate.since_baseline == Quantity("change 60 %")
    assert by_number.since_baseline == Quantity("change -20 %")


def test_targets_without_an_observation_say_so() -> None:
    """Nobody has looked, and each target is there all the same."""
    measured = metric(targets=(BY_2026, BY_2030))
    found = progress(measured)
    assert [each.target for each in found] == [BY_2026, BY_2030]
    for each in found:
        assert each.metric is measured
        assert each.observation is None
        assert each.unknown == ("nothing was observed",)
        assert (each.met, each.of_target, each.since_baseline) == (None,) * 3
        assert (each.change, each.in_time, each.conflicts) == (None, None, ())
    assert progress(metric()) == ()


def test_targets_without_an_observation_of_the_time_say_so() -> None:
    """What was observed at another time is no answer, and the reason names the time."""
    measured = metric(seen("300 people", "2024"), targets=(BY_2026,))
    found = only(progress(measured, on="2020"))
    assert (found.target, found.observation) == (BY_2026, None)
    assert found.unknown == ("nothing was observed for 2020",)


@pytest.mark.parametrize(
    ("observation", "due", "in_time"),
    [
        (seen("600 people", "2026"), "2026", Truth.YES),
        (seen("600 people", "2026-12-31"), "2026", Truth.YES),
        (seen("600 people", "2027"), "2026", Truth.NO),
        (seen("600 people", "2026"), "2026-06", Truth.MAYBE),
        (seen("600 people", "2025/2027"), "2026", Truth.MAYBE),
        (seen("600 people", "2025?"), "2026", Truth.MAYBE),
        (seen("600 people", "2025"), "2026?", Truth.MAYBE),
        (seen("600 people", "2025"), "2026~", Truth.MAYBE),
        (seen("600 people", "2025"), "[..2026]", Truth.YES),
        (seen("600 people", "2025"), "[2026..]", Truth.MAYBE),
        (counted("600 people", "2026-12-31"), "2026", Truth.YES),
        (counted("600 people", "2026"), "2026", Truth.MAYBE),
    ],
)
def test_an_observation_may_be_of_a_time_before_the_target_is_due(
    observation: Observation, due: str, in_time: Truth
) -> None:
    """All days of its time have to be; a doubtful time or deadline leaves it open."""
    target = Target(value=">= 500 people", due=due)
    found = only(progress(metric(observation, targets=(target,))))
    assert (found.met, found.in_time) == (Truth.YES, in_time)


def test_what_is_due_in_words_only_is_never_surely_met_in_time() -> None:
    """Nobody can say when "as soon as possible" is over."""
    due = Period(stated="as soon as possible")
    target = Target(value=">= 500 people", due=due)
    found = only(progress(metric(seen("600 people"), targets=(target,))))
    assert found.in_time is Truth.MAYBE


def test_a_share_of_what_may_be_nothing_is_unknown() -> None:
    """The reason is for readers, and shows no calculation in the notation of files."""
    found = only(
        progress(metric(seen("600 people"), target=">= 0 <= 500 people"))
    )
    assert found.of_target is None
    assert (
        "the share of the target is unknown: what it is divided by may be zero or less"
        in found.unknown
    )


def test_a_target_without_a_date_is_never_late() -> None:
    """Whether it came in time is no question then."""
    found = only(progress(metric(seen("600 people"), target="500 people")))
    assert found.in_time is None


# --- observations without a period ----------------------------------------------------------------


def test_a_figure_as_of_a_day_is_held_against_a_level() -> None:
    """How many there are on a day needs no period."""
    measured = metric(
        counted("250 people"),
        target=">= 500 people",
        baseline=counted("200 people", "2023-01-30"),
    )
    found = only(progress(measured, on="2024"))
    assert found.of_target == Quantity("50 %")
    assert found.since_baseline == Quantity("change 25 %")
    assert found.unknown == ()
    assert only(progress(measured, on="2023")).observation is None


def test_a_figure_as_of_a_day_is_not_held_against_a_rate() -> None:
    """It does not say for how long it was counted; what is a rate itself can be compared."""
    target = "<= 20,000 people per P1Y"
    baseline = seen("45,774 people", "2022")
    found = only(
        progress(
            metric(counted("29,437 people"), target=target, baseline=baseline)
        )
    )
    reason = "the figure as of 30 January 2024 gives no period, and so no number of years"
    assert (found.met, found.of_target, found.since_baseline) == (None,) * 3
    assert found.unknown == (
        f"the share of the target is unknown: {reason}",
        f"the change since the baseline is unknown: {reason}",
    )
    rate = counted("15,000 people per P1Y")
    assert only(progress(metric(rate, target=target))).met is Truth.YES


def test_a_baseline_as_of_a_day_is_no_rate() -> None:
    """A figure for a year is not compared with how many there were on a day."""
    found = only(
        progress(
            metric(
                seen("29,437 people", "2023"),
                target="<= 20,000 people per P1Y",
                baseline=counted("4,000 people", "2022-06-30"),
            )
        )
    )
    assert found.since_baseline is None
    assert found.unknown[-1] == (
        "the change since the baseline is unknown:"
        " the figure as of 30 June 2022 gives no period, and so no number of years"
    )


def found_conflicts(measured: Metric) -> tuple[tuple[int, int], ...]:
    """Return the positions of each two observations that contradict each other."""
    return tuple(
        (earlier, later)
        for later, contradicted in conflicts(measured)
        for earlier in contradicted
    )


def test_figures_as_of_the_same_day_conflict() -> None:
    """A period of that day is the same time; a year is not the same as some day in it."""
    one, other = counted("100 people"), seen("120 people", "2024-01-30")
    assert found_conflicts(metric(one, other)) == ((0, 1),)
    for vague in (counted("120 people", "2024"), seen("120 people", "2024")):
        assert found_conflicts(metric(one, vague)) == ()
    assert found_conflicts(metric(vague, counted("100 people", "2024"))) == ()


# --- conflicts ------------------------------------------------------------------------------------


def test_conflicting_observations_stand_side_by_side() -> None:
    """Each keeps its figure and who gave it, and names the others that contradict it."""
    one, two, three = (
        seen("100 people", by="GB"),
        seen("120 people", by="FR"),
        seen("> 110 people", by="DE"),
    )
    found = progress(metric(one, two, three, target="200 people"))
    assert [each.of_target for each in found] == [
        Quantity("50 %"),
        Quantity("60 %"),
        Quantity("> 55 %"),
    ]
    assert [each.conflicts for each in found] == [(two, three), (one,), (one,)]
    assert [each.observation for each in found] == [one, two, three]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (seen("100 people"), seen("100 people")),
        (seen("100 people"), seen("> 90 people")),
        (seen("~ 100 people"), seen("120 people")),
        (seen("100 people"), seen("120 people", "2025")),
        (seen("100 EUR"), seen("120 GBP")),
        (seen("100 people"), changed("-36 %")),
        (changed("-36 %"), changed("-40 %", against="2022")),
        (changed("-36 %"), changed("change -40 people")),
        (seen("100 people"), seen("120 people per P1Y")),
        (seen("100 people", "2024?"), seen("120 people", "2024-01/2024-12")),
    ],
)
def test_what_may_both_be_right_is_no_conflict(
    one: Observation, other: Observation
) -> None:
    """Other times, other units, other questions, bounds and rough figures leave room for both."""
    assert found_conflicts(metric(one, other)) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (seen("100 people"), seen("120 people")),
        (seen("<= 100 people"), seen("> 100 people")),
        (changed("-36 %"), changed("-40 %")),
        (seen("100 people"), seen("120 people", "2024-01/2024-12")),
        (
            changed("-36 %"),
            changed("-40 %", "2024-01-01/2024-12-31", "2023-01/2023-12"),
        ),
    ],
)
def test_what_cannot_both_be_right_is_a_conflict(
    one: Observation, other: Observation
) -> None:
    """Two figures for the same time, and two changes against the same, may not differ for certain."""
    measured = metric(one, seen("5 people", "1999"), other)
    assert found_conflicts(measured) == ((0, 2),)
    assert [each.conflicts for each in progress(measured)] == [
        (other,),
        (),
        (one,),
    ]


# --- through the dossier --------------------------------------------------------------------------


def test_a_commitment_answers_with_all_its_metrics() -> None:
    """In the order in which it names them, and for the time that is asked for."""
    people = Metric(
        id="officers",
        name="Officers",
        unit="people",
        observations=(seen("1 people"), seen("2 people", "2025")),
    )
    boats = Metric(
        id="boats", name="Boats", unit="boats", observations=(seen("3 boats"),)
    )
    pledge = Commitment(
        id="pledge", summary="Pledge.", metrics=("boats", "officers")
    )
    bare = Commitment(id="bare", summary="Bare.")
    dossier = Dossier([people, boats, pledge, bare])
    assert values(dossier.progress("pledge")) == [
        "3 boats",
        "1 people",
        "2 people",
    ]
    assert [
        each.metric.id for each in dossier.progress("pledge", on="2024")
    ] == [
        "boats",
        "officers",
    ]
    assert dossier.progress(pledge) == dossier.progress("pledge")
    assert dossier.progress(people) == dossier.progress("officers")
    assert dossier.progress("bare") == ()


@pytest.mark.parametrize(
    ("id", "message"),
    [
        ("theme", "'theme' is a theme, not a metric or commitment"),
        (
            "metrics",
            "there is no metric or commitment 'metrics'; did you mean 'metric'?",
        ),
    ],
)
def test_progress_is_that_of_a_metric_or_a_commitment(
    id: str, message: str
) -> None:
    """Anything else is an error."""
    dossier = Dossier([metric(), Theme(id="theme", label="Theme")])
    with pytest.raises(UnknownIdError) as caught:
        dossier.progress(id)
    assert str(caught.value) == message
