"""Metrics: the figures of a text, for which time they are, and what is open about them."""

from __future__ import annotations

import pytest

from entente import Dossier, Metric, Source, SourceKind
from entente.drafting import draft


def metrics(text: str, published: str | None = "2024-06-30") -> list[Metric]:
    """Return the metrics of a text that Chad issued."""
    notice = Source(
        id="notice",
        title="Notice",
        kind=SourceKind.PRESS_NOTICE,
        issued_by=("TD",),
        published=published,
    )
    return [each.record for each in draft(text, source=notice).metrics]


LEVELS = {
    "The backlog stood at 2,300 files on 1 October.": (
        "files",
        "2300 files",
        "2023-10-01",
        None,
    ),
    "Inflation fell to 3 % last year.": ("%", "3 %", "2023", None),
    "More than 400 boats were stopped in 2023.": (
        "boats",
        "> 400 boats",
        "2023",
        None,
    ),
    "In the last two months 30 ships were built.": (
        "ships",
        "30 ships",
        "2024-04-30/2024-06-30",
        None,
    ),
    "About 20 raids had been made by the end of May.": (
        "raids",
        "~ 20 raids",
        None,
        "2024-05-31",
    ),
    "Some 50 posts have been opened since 2021.": (
        "posts",
        "~ 50 posts",
        None,
        "2024-06-30",
    ),
    "The bank, which has trained 60 officers this year, is strong.": (
        "officers",
        "60 officers",
        None,
        "2024-06-30",
    ),
    "We note with concern that 90 people have died.": (
        "people",
        "90 people",
        None,
        "2024-06-30",
    ),
}


@pytest.mark.parametrize("text", LEVELS)
def test_a_level_is_for_a_time_or_of_a_day(text: str) -> None:
    """A time that is over is the period of a figure; one up to now makes it one of the day of publication."""
    unit, value, period, as_of = LEVELS[text]
    [metric] = metrics(text)
    [observation] = metric.observations
    assert metric.unit == unit
    assert str(observation.value) == value
    assert (observation.period and str(observation.period)) == period
    assert (observation.as_of and str(observation.as_of)) == as_of


CHANGES = {
    "The number of small boats in the port fell by 34 % in 2023 compared to the previous year.": (
        "small boats",
        "change -34 %",
        "2022",
    ),
    "Thefts rose by 5 % in 2023 compared with 2020.": (
        "Thefts",
        "change 5 %",
        "2020",
    ),
    "The nurses have worked to reduce deaths by 6 % in 2023 over the year before.": (
        "deaths",
        "change -6 %",
        "2022",
    ),
}


@pytest.mark.parametrize("text", CHANGES)
def test_a_change_is_against_a_period(text: str) -> None:
    """What rose or fell is counted, by how much, and against which time."""
    unit, change, against = CHANGES[text]
    [metric] = metrics(text)
    [observation] = metric.observations
    assert metric.unit == unit
    assert str(observation.change) == change
    assert (str(observation.period), str(observation.against)) == (
        "2023",
        against,
    )


OPEN = {
    "Arrivals fell by 34 % in 2023.": (
        "observations: '34 %' is a change, and it is not certain of how much against which period"
    ),
    "Arrivals fell by 34 % in May 2023 compared to the previous year.": (
        "observations: '34 %' is a change, and it is not certain of how much against which period"
    ),
    "Some 300 tonnes were taken from the lake.": (
        "observations: 'Some 300 tonnes' is of a time that the passage does not tell"
    ),
    "The goal is a reduction of 5 % by 2025.": (
        "targets: 'a reduction of 5 %' is a change"
    ),
    "Of 400 people 30 nurses were trained in 2023.": (
        "observations: '400 people' is not the only figure"
    ),
    "In May 2023 30 nurses were trained for work in June 2023.": (
        "observations: '30 nurses' is of a time that is not certain"
    ),
}


@pytest.mark.parametrize("text", OPEN)
def test_what_is_not_certain_is_open(text: str) -> None:
    """A metric without a certain figure says why it has none."""
    notice = Source(
        id="notice",
        title="Notice",
        kind=SourceKind.PRESS_NOTICE,
        published="2024-06-30",
    )
    [candidate] = draft(text, source=notice).metrics
    assert candidate.record.observations == ()
    assert candidate.open == (
        OPEN[text],
        "name: in the words of the source; write in your own what is measured",
    )


def test_without_a_day_a_figure_has_no_time() -> None:
    """No observation is written where the source has no day of publication."""
    [metric] = metrics("Some 30 ships were built last year.", published=None)
    assert metric.observations == ()


NO_METRICS = [
    "Chad paid $5 million in March.",
    "If 30 ships were built in 2023, that is much.",
    "The report (30 ships were built in 2023) is here.",
    "Chad has been at peace.",
    "Crossings were doubled in 2023.",
    "By 5 % arrivals fell in 2023.",
]


@pytest.mark.parametrize("text", NO_METRICS)
def test_a_deed_is_no_figure(text: str) -> None:
    """What somebody paid, supposes or says in brackets is not measured."""
    assert metrics(text) == []


def test_a_target_has_the_day_by_which_it_is_to_be_reached() -> None:
    """A level after "target of" is a target, with its deadline."""
    [metric] = metrics("There is a target of 500 officers by 2025.")
    [target] = metric.targets
    assert (str(target.value), str(target.due)) == ("500 officers", "[..2025]")
    assert (metric.unit, metric.observations) == ("officers", ())


TARGETS = {
    "The goal is 5 % by 2025, as of 2026 the ceiling is 4 % by 2027.": [
        ("5 %", "[..2025]"),
        ("4 %", None),
    ],
    "The goal is 5 % from 2025 to 2027.": [("5 %", None)],
}


@pytest.mark.parametrize("text", TARGETS)
def test_a_target_without_a_certain_day_has_none(text: str) -> None:
    """Within a span, or of several days, none is certain."""
    found = [each.targets[0] for each in metrics(text)]
    assert [
        (str(each.value), each.due and str(each.due)) for each in found
    ] == TARGETS[text]


def test_a_metric_of_the_dossier_is_not_drafted_again() -> None:
    """A passage that a metric or one of its figures cites is left out."""
    text = "Some 30 ships were built last year."
    notice = Source(
        id="notice",
        title="Notice",
        kind=SourceKind.PRESS_NOTICE,
        published="2024-06-30",
    )
    [candidate] = draft(text, source=notice).metrics
    held = Dossier([notice, candidate.record])
    assert draft(text, source="notice", dossier=held).metrics == ()
