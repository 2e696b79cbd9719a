"""How far a metric has come: bounds are kept, nothing is averaged or converted, and what is unknown says why."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

import entente
from entente import Commitment, Dossier, Metric, Observation, Quantity, Theme
from entente.answers._targets import Progress, conflicts, progress
from entente.errors import UnknownIdError
from entente.strategies import metrics


def metric(
    *observations: Observation, unit: str = "people", **fields: object
) -> Metric:
    """Make a metric with these observations."""
    return Metric(
        id="metric",
        name="Metric",
        unit=unit,
        observations=observations,
        **fields,  # type: ignore[arg-type]
    )


def seen(
    value: str, period: str = "2024", by: str | None = None
) -> Observation:
    """Observe a level."""
    return Observation(period=period, value=value, by=by)


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
    found = only(progress(metric(seen(value), target="500 people")))
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
        ("50 people", "-50 %"),
        ("150 people", "50 %"),
        ("> 50 people", "> -50 %"),
        ("50..75 people", "-50..-25 %"),
        ("~ 50 people", "~ -50 %"),
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


@pytest.mark.parametrize("value", ["0 people", "0..10 people", "<= 10 people"])
def test_against_nothing_there_is_no_relative_change(value: str) -> None:
    """A baseline that may be zero says so; nothing is divided by it."""
    found = only(
        progress(
            metric(
                seen("50 people"),
                target="100 people",
                baseline=seen(value, "2020"),
            )
        )
    )
    assert found.of_target == Quantity("50 %")
    assert found.since_baseline is None
    (reason,) = found.unknown
    assert reason == (
        f"the change since the baseline is unknown: '50 people / {Quantity(value)}' is not an amount:"
        " what it is divided by may be zero or less"
    )


def test_a_target_of_zero_has_no_shares() -> None:
    """The share of a target of zero is unknown."""
    found = only(progress(metric(seen("50 people"), target="0 people")))
    assert found.of_target is None
    assert found.unknown[0] == (
        "the share of the target is unknown: '50 people / 0 people' is not an amount:"
        " what it is divided by may be zero or less"
    )


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
    assert found.change == Quantity("-36 %")
    assert (found.of_target, found.since_baseline) == (None, None)
    assert found.unknown == (
        "the share of the target is unknown: a change is given and no level",
        "the change since the baseline is unknown: a change is given and no level",
    )


def test_the_real_fall_has_no_level_either() -> None:
    """The readout gives a fall by 36 per cent and neither a level, nor a target, nor a baseline."""
    found = only(entente.example("uk-france").progress("small-boat-arrivals"))
    assert found.change == Quantity("-36 %")
    assert found.unknown == (
        "the share of the target is unknown: no target is given",
        "the change since the baseline is unknown: no baseline is given",
    )


def test_a_baseline_that_is_a_change_says_so() -> None:
    """A baseline is given there, and what is missing is its level."""
    found = only(
        progress(metric(seen("50 people"), baseline=changed("-36 %")))
    )
    assert found.since_baseline is None
    assert found.unknown[1] == (
        "the change since the baseline is unknown: the baseline is a change and no level"
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
    assert found.since_baseline == Quantity("25 %")
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
    assert all(each.metric is measured for each in found)
    assert [each.of_target for each in found] == [
        Quantity("60 %"),
        Quantity("20 %"),
        None,
    ]


@pytest.mark.parametrize(
    ("on", "values"),
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
    on: str, values: list[str]
) -> None:
    """A day, a year or a span can be asked for; without one all answer."""
    measured = metric(
        seen("100 people", "2023"), seen("200 people", "2024-06-01")
    )
    assert [
        str(each.observation.value) for each in progress(measured, on=on)
    ] == values
    assert len(progress(measured)) == 2


def test_without_observations_there_is_no_progress() -> None:
    """Nobody has looked."""
    assert progress(metric(target="500 people")) == ()


@given(metrics())
def test_every_observation_has_an_answer_or_a_reason(measured: Metric) -> None:
    """What is not worked out says why, for each of the two questions once."""
    found = progress(measured)
    assert tuple(each.observation for each in found) == measured.observations
    for each in found:
        missing = [each.of_target, each.since_baseline].count(None)
        assert len(each.unknown) == missing
        assert each.of_target is None or each.of_target.unit == "%"


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
    assert [each.observation.by for each in found] == ["GB", "FR", "DE"]


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
    ],
)
def test_what_may_both_be_right_is_no_conflict(
    one: Observation, other: Observation
) -> None:
    """Other times, other units, other questions, bounds and rough figures leave room for both."""
    assert conflicts(metric(one, other)) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (seen("100 people"), seen("120 people")),
        (seen("<= 100 people"), seen("> 100 people")),
        (changed("-36 %"), changed("-40 %")),
    ],
)
def test_what_cannot_both_be_right_is_a_conflict(
    one: Observation, other: Observation
) -> None:
    """Two figures for the same time, and two changes against the same, may not differ for certain."""
    measured = metric(one, seen("5 people", "1999"), other)
    assert conflicts(measured) == ((0, 2),)
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
    assert [
        str(each.observation.value) for each in dossier.progress("pledge")
    ] == [
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
