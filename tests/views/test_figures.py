"""Views of progress, scorecards, offices and themes."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import entente
from entente import (
    Commitment,
    Dossier,
    Firmness,
    Metric,
    Minister,
    Observation,
    Office,
    Party,
    PartyKind,
    Report,
    ReportedStatus,
    Target,
    Tenure,
    Theme,
    views,
)
from entente.errors import QueryError, UnknownIdError
from entente.views import View


def facts(view: View, name: str) -> list[str]:
    """Return the fact of each row under a name."""
    return [dict(row.facts).get(name, "") for row in view.rows]


def marks_in(view: View, row: int = 0) -> list[tuple[str, float, float, bool]]:
    """Return the marks of a row."""
    return [
        (mark.kind, mark.start, mark.end, bool(mark.hollow))
        for mark in view.rows[row].marks
    ]


# --- progress ------------------------------------------------------------------------------------


def metric(
    *values: str,
    id: str = "deployed",
    target: str | None = "500 people",
    **given: Any,
) -> Metric:
    """Make a metric with one observation a year from 2020 on, and one target unless others are given."""
    goals = () if target is None else (Target(value=target),)
    fields: dict[str, Any] = {"targets": goals} | given
    observations = tuple(
        Observation(
            period=str(2020 + at),
            change=value.removeprefix("by "),
            against="2019",
        )
        if value.startswith("by ")
        else Observation(period=str(2020 + at), value=value)
        for at, value in enumerate(values)
    )
    return Metric(
        id=id,
        name=f"Metric {id}",
        unit="people",
        observations=observations,
        **fields,
    )


INF = float("inf")


@pytest.mark.parametrize(
    ("value", "words", "marks"),
    [
        ("300 people", "300 people", [("amount", 300, 300, False)]),
        ("~ 300 people", "about 300 people", [("amount", 300, 300, True)]),
        (
            "> 250 <= 500 people",
            "more than 250, at most 500 people",
            [
                ("possible", 250, 500, False),
                ("amount", 250, 250, True),
                ("amount", 500, 500, False),
            ],
        ),
        (
            "> 250 people",
            "more than 250 people",
            [
                ("possible", 250, INF, False),
                ("amount", 250, 250, True),
                ("or more", INF, INF, False),
            ],
        ),
        (
            "<= 250 people",
            "up to 250 people",
            [
                ("possible", -INF, 250, False),
                ("or less", -INF, -INF, False),
                ("amount", 250, 250, False),
            ],
        ),
        (
            ".. people",
            "an unknown number of people",
            [
                ("possible", -INF, INF, False),
                ("or less", -INF, -INF, False),
                ("or more", INF, INF, False),
            ],
        ),
    ],
)
def test_a_bound_stays_a_range(
    value: str, words: str, marks: list[tuple[str, float, float, bool]]
) -> None:
    """An excluded bound is a hollow point, a missing one an arrow; its words keep both."""
    view = views.progress(Dossier([metric(value)]), "deployed")
    assert marks_in(view) == marks
    assert view.rows[0].aside == words
    assert [(line.at, line.label) for line in view.reference_lines] == [
        (500, "target 500 people")
    ]


@pytest.mark.parametrize(
    ("target", "lines"),
    [
        (None, []),
        (">= 500 people", [(500, "target at least 500 people")]),
        ("10..12 people", [(10, "target 10 to 12 people"), (12, "")]),
    ],
)
def test_a_target_is_a_line_at_each_of_its_bounds(
    target: str | None, lines: list[tuple[float, str]]
) -> None:
    """A note states that there is no target."""
    view = views.progress(
        Dossier([metric("5 people", target=target)]), "deployed"
    )
    assert [(line.at, line.label) for line in view.reference_lines] == lines
    assert ("No target is given." in view.notes) == (target is None)


def test_progress_lists_shares_and_the_baseline() -> None:
    """The baseline is the first row; a missing figure comes with its reason."""
    baseline = Observation(period="2019", value="100 people", by="FR")
    view = views.progress(
        Dossier([metric("250 people", baseline=baseline)]), "deployed"
    )
    assert [row.label for row in view.rows] == ["Baseline, 2019", "2020"]
    assert facts(view, "of the target") == ["", "50%"]
    assert facts(view, "since the baseline") == ["", "a rise of 150%"]
    third = views.progress(
        Dossier([metric("1 people", target="3 people")]), "deployed"
    )
    assert facts(third, "of the target") == ["about 33.33%"]
    bare = views.progress(Dossier([metric("250 people")]), "deployed")
    assert facts(bare, "not known") == [
        (
            "whether the target is met is unknown: '500 people' may be a minimum or a maximum;"
            " write '>= 500 people' or '<= 500 people', or give a baseline;"
            " the change since the baseline is unknown: no baseline is given"
        )
    ]


def test_amounts_in_other_units_are_listed_but_not_drawn() -> None:
    """A change has no position on an axis of levels, and nothing is converted."""
    view = views.progress(
        Dossier([metric("250 people", "by -36 %")]), "deployed"
    )
    assert marks_in(view, 1) == []
    assert view.notes == (
        "Not drawn (on another scale): 2021, a fall of 36% against 2019",
    )


def test_conflicting_observations_are_both_shown() -> None:
    """Each names the other that conflicts with it."""
    rivals = (
        Observation(period="2024", value="3 people"),
        Observation(period="2024", value="4 people"),
    )
    view = views.progress(
        Dossier(
            [Metric(id="a", name="A", unit="people", observations=rivals)]
        ),
        "a",
    )
    assert facts(view, "conflicts with") == ["4 people", "3 people"]


@pytest.mark.parametrize(
    ("observed", "target", "drawn", "notes"),
    [
        (("5 people", "by change 3 people"), ">= 9 people", 1, ["2021, a rise of 3 people against 2019"]),
        (("by change 3 people", "5 people"), None, 1, ["2021, 5 people"]),
        (("5 people",), ">= 9 people per P1Y", 1, ["target at least 9 people a year"]),
        (("5 people per P1Y",), ">= 9 people per P1Y", 1, []),
        ((), ">= 9 people per P1Y", 0, []),
    ],
)  # fmt: skip
def test_only_amounts_of_one_kind_and_rate_are_drawn(
    observed: tuple[str, ...],
    target: str | None,
    drawn: int,
    notes: list[str],
) -> None:
    """A change has no position among levels, nor has a rate: they are listed."""
    view = views.progress(
        Dossier([metric(*observed, target=target)]), "deployed"
    )
    assert sum(bool(row.marks) for row in view.rows) == drawn
    found = [note for note in view.notes if note.startswith("Not drawn")]
    assert [note.partition(": ")[2] for note in found] == notes
    is_on_scale = target is not None and not any(
        "target" in note for note in notes
    )
    assert bool(view.reference_lines) is is_on_scale


def test_metrics_of_a_commitment_share_an_axis() -> None:
    """Metrics in different units are drawn in per cent of their targets."""
    money = Metric(
        id="paid",
        name="Paid",
        unit="EUR",
        targets=(Target(value="10 EUR"),),
        observations=(Observation(period="2024", value="5 EUR"),),
    )
    promise = Commitment(
        id="promise", summary="Pay and deploy.", metrics=("paid", "deployed")
    )
    dossier = Dossier(
        [money, metric("500 people", "by change 3 people"), promise]
    )
    view = views.progress(dossier, promise)
    assert view.title == "Pay and deploy."
    assert [row.group for row in view.rows] == [
        "Paid",
        "Metric deployed",
        "Metric deployed",
    ]
    assert marks_in(view) == [("amount", 50, 50, False)]
    assert view.axis.unit == "% of the target"
    assert view.notes == (
        "Not drawn (on another scale): 2021, a rise of 3 people against 2019",
    )


def test_a_target_with_two_bounds_is_named_once() -> None:
    """A range has a line at each of its bounds, and one label for both."""
    target = "400..500 people"
    view = views.progress(
        Dossier([metric("450 people", target=target)]), "deployed"
    )
    assert [line.at for line in view.reference_lines] == [400, 500]
    assert str(view).count("┊ target 400 to 500 people") == 1


BY_2026 = Target(value=">= 500 people", due="2026")
BY_2030 = Target(value=">= 800 people", due="2030")


def test_each_of_several_targets_has_rows_and_a_line() -> None:
    """Its heading and its line give the date, and each observation is held against it."""
    measured = metric("300 people", "600 people", targets=(BY_2026, BY_2030))
    view = views.progress(Dossier([measured]), "deployed")
    early, late = (
        "target at least 500 people, due 2026",
        "target at least 800 people, due 2030",
    )
    assert [(row.group, row.label) for row in view.rows] == [
        (early, "2020"),
        (early, "2021"),
        (late, "2020"),
        (late, "2021"),
    ]
    assert facts(view, "target met") == ["no", "yes", "no", "no"]
    assert [(line.at, line.label) for line in view.reference_lines] == [
        (500, early),
        (800, late),
    ]
    assert view.description == (
        f"2 observations of 1 metric; {early}; {late}; 2020: 300 people; 2021: 600 people."
    )


def test_a_target_that_cannot_be_drawn_is_written() -> None:
    """A note gives its value and its date."""
    rate = Target(value="<= 9 people per P1Y", due="2030")
    measured = metric("300 people", "by -3 %", targets=(BY_2026, rate))
    view = views.progress(Dossier([measured]), "deployed")
    assert [line.at for line in view.reference_lines] == [500]
    assert view.notes == (
        "Not drawn (on another scale): target up to 9 people a year, due 2030",
        "Not drawn (on another scale): 2021, a fall of 3% against 2019",
    )


def test_targets_without_an_observation_are_shown() -> None:
    """Each has a row that says so, alone and among the metrics of a commitment."""
    planned = metric(targets=(BY_2026, BY_2030))
    promise = Commitment(
        id="promise", summary="Do.", metrics=("deployed", "bare")
    )
    dossier = Dossier([planned, metric(id="bare", target=None), promise])
    alone = views.progress(dossier, "deployed")
    assert [(row.group, row.label) for row in alone.rows] == [
        ("target at least 500 people, due 2026", "Nothing observed"),
        ("target at least 800 people, due 2030", "Nothing observed"),
    ]
    assert facts(alone, "not known") == ["nothing was observed"] * 2
    assert [line.at for line in alone.reference_lines] == [500, 800]
    assert alone.notes == ()
    among = views.progress(dossier, promise)
    assert [row.group for row in among.rows] == [
        "Metric deployed: target at least 500 people, due 2026",
        "Metric deployed: target at least 800 people, due 2030",
    ]
    assert facts(among, "target") == [
        "at least 500 people, due 2026",
        "at least 800 people, due 2030",
    ]
    assert among.description == ("no observations of 2 metrics; target 100%.")


@pytest.mark.parametrize(
    ("observation", "met"),
    [
        (Observation(period="2026", value="600 people"), "yes"),
        (
            Observation(period="2027", value="600 people"),
            "yes, after it was due",
        ),
        (
            Observation(as_of="2026", value="600 people"),
            "yes, perhaps after it was due",
        ),
        (Observation(period="2027", value="300 people"), "no"),
        (Observation(period="2027", change="3 %", against="2026"), ""),
    ],
)
def test_a_target_that_is_met_late_is_marked(
    observation: Observation, met: str
) -> None:
    """Only where it may be met is it said that this was after it was due."""
    measured = evolve(metric(targets=(BY_2026,)), observations=(observation,))
    view = views.progress(Dossier([measured]), "deployed")
    assert facts(view, "target met") == [met]


def test_a_figure_without_a_period_is_labelled_with_its_day() -> None:
    """So is a baseline."""
    measured = evolve(
        metric(baseline=Observation(as_of="2023", value="100 people")),
        observations=(Observation(as_of="2024-01-30", value="300 people"),),
    )
    view = views.progress(Dossier([measured]), "deployed")
    assert [row.label for row in view.rows] == [
        "Baseline, as of 2023",
        "as of 30 January 2024",
    ]


def test_progress_can_be_limited_to_a_time() -> None:
    """Observations that are certainly of another time are left out."""
    assert (
        len(
            views.progress(
                Dossier([metric("1 people", "2 people")]),
                "deployed",
                on="2021",
            ).rows
        )
        == 1
    )


def test_a_commitment_without_metrics_has_an_empty_view() -> None:
    """It is not an error, but the id of a record of another kind is."""
    dossier = Dossier(
        [
            Commitment(id="promise", summary="Try."),
            Theme(id="theme", label="Theme"),
        ]
    )
    assert (
        views.progress(dossier, "promise").description
        == "no observations of no metrics; no target."
    )
    with pytest.raises(
        UnknownIdError, match="'theme' is a theme, not a metric or commitment"
    ):
        views.progress(dossier, "theme")


def test_the_progress_of_the_french_personnel() -> None:
    """The text is exact: more than 250 of the 500, as a range."""
    view = views.progress(
        entente.example("uk-france"), "french-personnel-deployed"
    )
    assert (
        str(view) + "\n"
        == """\
UK-funded French personnel deployed

                                    0     50    100   150   200   250   300   350   400  450   500
30 January 2024 (“already”)                                       ○░░░░░░░░░░░░░░░░░░░░░░░░░░░░●
  observed: more than 250, at most 500 people · target: at least 500 people · target met: maybe
  of the target: more than 50%, at most 100%
  by: British readout of the interior ministers' talks in Paris, 30 January 2024
  as of: 30 January 2024 · not known: the change since the baseline is unknown: no baseline is given

░ possible   ● amount, or a bound   hollow: approximate, or a bound not reached
┊ target at least 500 people
"""
    )


# --- scorecard -----------------------------------------------------------------------------------


@pytest.fixture
def watched() -> Dossier:
    """Return a dossier with a kept promise, an overdue one and a wish."""
    return Dossier(
        [
            Theme(id="boats", label="Boats"),
            Party(id="watchdog", name="Watchdog", kind=PartyKind.BODY),
            Commitment(
                id="kept",
                summary="Keep it.",
                by=("FR",),
                firmness=Firmness.PLEDGED,
                themes=("boats",),
                due="2024-01-01",
                reports=(
                    Report(
                        on="2023-12-01",
                        by="FR",
                        status=ReportedStatus.COMPLETED,
                    ),
                    Report(
                        on="2023-11-01",
                        by="watchdog",
                        status=ReportedStatus.NOT_STARTED,
                    ),
                ),
            ),
            Commitment(
                id="late",
                summary="Be late.",
                by=("FR",),
                firmness=Firmness.AGREED,
                themes=("boats",),
                due="2024",
            ),
            Commitment(
                id="wish",
                summary="Wish.",
                by=("FR",),
                firmness=Firmness.ASPIRED,
            ),
        ]
    )


def test_a_scorecard_keeps_its_three_readings_apart(watched: Dossier) -> None:
    """Declared, assessed and schedule have a row each, with what is done first."""
    view = views.scorecard(watched, by="theme", on="2025-06-01")
    assert {row.group for row in view.rows} == {"Boats: 2 firm promises"}
    assert [(row.label, row.aside) for row in view.rows] == [
        ("Declared", "1 completed, 1 not reported"),
        ("Assessed", "1 not started, 1 not reported"),
        ("Schedule", "1 met on time, 1 overdue"),
    ]
    assert marks_in(view, 2) == [
        ("done", 0, 1, False),
        ("behind", 1, 2, False),
    ]
    assert (
        view.description == "2 firm promises in 1 group by theme; 1 overdue."
    )


def test_a_scorecard_is_grouped_by_any_keyword(watched: Dossier) -> None:
    """Groups have readable names, with their number of vague commitments."""
    view = views.scorecard(watched, by="theme", on="2025-06-01", firm=False)
    assert list(dict.fromkeys(row.group for row in view.rows)) == [
        "Boats: 2 commitments",
        "None: 1 commitment, 1 vague",
    ]
    by_word = views.scorecard(watched, by="firmness", on="2025-06-01")
    assert by_word.rows[0].group == "Pledged: 1 firm promise"
    assert (
        views.scorecard(watched, by="by", on="2025-06-01").rows[0].group
        == "France: 2 firm promises"
    )
    with pytest.raises(QueryError, match="did you mean 'theme'"):
        views.scorecard(watched, by="themes", on="2025-06-01")


def test_a_scorecard_states_its_day(watched: Dossier) -> None:
    """The first note has both clocks."""
    view = views.scorecard(
        watched, by="theme", on="2025-06-01", as_known="2023-11-15"
    )
    assert (
        view.notes[0]
        == "As of 1 June 2025, from what was known on 15 November 2023."
    )
    assert view.rows[0].aside == "2 not reported"


# --- offices -------------------------------------------------------------------------------------


@pytest.fixture
def cabinet() -> Dossier:
    """Return offices of two states: one vacant, one with two holders."""
    return Dossier(
        [
            Office(id="home", title="Home Secretary", party="GB"),
            Office(
                id="interior", title="Minister of the Interior", party="FR"
            ),
            Office(id="health", title="Minister of Health", party="FR"),
            Minister(
                id="b",
                name="B",
                tenures=(Tenure(office="home", period="2022/.."),),
            ),
            Minister(
                id="a",
                name="A",
                tenures=(
                    Tenure(
                        office="home", period="2019-07-24/2022", acting=True
                    ),
                ),
            ),
            Minister(
                id="c",
                name="C",
                tenures=(
                    Tenure(office="interior", period="2020-07-06/2024-09-21"),
                ),
            ),
        ]
    )


def test_offices_list_their_holders_in_order(cabinet: Dossier) -> None:
    """Offices are groups, holders are sorted by first day, vague ends are pale."""
    view = views.offices(cabinet)
    assert [(row.group, row.label, row.aside) for row in view.rows] == [
        ("Home Secretary", "A", "acting, from 24 July 2019 to 2022"),
        ("Home Secretary", "B", "from 2022, without end"),
        (
            "Minister of the Interior",
            "C",
            "from 6 July 2020 to 21 September 2024",
        ),
    ]
    assert [mark.kind for mark in view.rows[0].marks] == [
        "possible",
        "certain",
    ]
    assert [mark.kind for mark in view.rows[1].marks] == [
        "possible",
        "certain",
        "goes on",
    ]
    assert view.notes == ("Without a known holder: Minister of Health",)


def test_offices_may_be_narrowed(cabinet: Dossier) -> None:
    """Only the holdings that are given are shown, and no office is called vacant for that."""
    french = views.offices(cabinet, cabinet.holdings(party="FR"))
    assert [row.label for row in french.rows] == ["C"]
    assert french.notes == ()
    assert views.offices(cabinet, cabinet.holdings(minister="a")).notes == ()


def test_offices_without_a_holder_are_listed_among_those_that_are_given(
    cabinet: Dossier,
) -> None:
    """The offices of a party may be given, or a single one, with whatever holdings."""
    french = views.offices(
        cabinet,
        cabinet.holdings(party="FR"),
        among=cabinet.offices.where(party="FR"),
    )
    assert french.notes == ("Without a known holder: Minister of Health",)
    british = cabinet.offices.where(party="GB")
    assert views.offices(cabinet, among=british).notes == ()
    assert views.offices(cabinet, (), among=british).notes == (
        "Without a known holder: Home Secretary",
    )


def test_a_day_is_a_line_through_all_offices(cabinet: Dossier) -> None:
    """A day is marked, and anything vaguer is not."""
    day = "2023-01-01"
    view = views.offices(cabinet, cabinet.holdings(on=day), on=day)
    assert [row.label for row in view.rows] == ["B", "C"]
    assert [line.label for line in view.reference_lines] == ["1 January 2023"]
    assert views.offices(cabinet, on="2023").reference_lines == ()


def test_offices_of_the_same_title_have_distinct_names() -> None:
    """Two presidents do not look like holders of one office."""
    dossier = Dossier(
        [
            Office(id="us-president", title="President", party="US"),
            Office(id="fr-president", title="President", party="FR"),
            Minister(
                id="a",
                name="A",
                tenures=(Tenure(office="us-president", period="2020/.."),),
            ),
            Minister(
                id="b",
                name="B",
                tenures=(Tenure(office="fr-president", period="2020/.."),),
            ),
        ]
    )
    assert [row.group for row in views.offices(dossier).rows] == [
        "President (us-president)",
        "President (fr-president)",
    ]


# --- themes --------------------------------------------------------------------------------------


def test_themes_are_a_tree_with_counts() -> None:
    """Narrower themes are below and counted in, and a record on both counts once."""
    dossier = Dossier(
        [
            Theme(id="boats", label="Boats", broader=("migration", "sea")),
            Theme(id="migration", label="Migration"),
            Theme(id="sea", label="Sea"),
            Theme(id="dinghies", label="Dinghies", broader=("boats",)),
            Commitment(id="a", summary="A.", themes=("boats", "migration")),
            Commitment(id="b", summary="B.", themes=("dinghies",)),
            Commitment(id="c", summary="C."),
        ]
    )
    view = views.themes(dossier)
    assert [(row.depth, row.label, row.aside) for row in view.rows] == [
        (0, "Migration", "1, 2 with narrower"),
        (1, "Boats", "1, 2 with narrower"),
        (2, "Dinghies", "1"),
        (0, "Sea", "0, 2 with narrower"),
        (1, "Boats (see above)", "1, 2 with narrower"),
    ]
    assert marks_in(view) == [("own", 0, 1, False), ("narrower", 1, 2, False)]
    assert view.notes == ("1 record without a theme.",)
    assert "\n  └ Dinghies " in str(view)


def test_the_themes_of_promises_kept() -> None:
    """The text is exact."""
    assert (
        str(views.themes(entente.example("promises-kept"))) + "\n"
        == """\
Themes

                                    0            1           2            3           4            5
Bilateral relations                 ██████████████████████████████████████████████████
  id: bilateral-relations · records: 1 commitment, 3 meetings
Economic partnership                ██████████████████████████████████████
  id: economic-partnership · records: 1 agreement, 1 commitment, 1 meeting
Synthetic drugs                     █████████████████████████
  id: synthetic-drugs · records: 1 commitment, 1 meeting
Illegal migration                   ██████████████████████████████████████░░░░░░░░░░░░░░░░░░░░░░░░░
  id: illegal-migration · records: 1 agreement, 2 commitments, 2 meetings
└ Small boats                       █████████████████████████
  id: small-boats · records: 1 agreement, 1 commitment
Trade                               ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
  id: trade · records: 1 agreement, 2 commitments, 1 meeting
└ Tariffs                           ██████████████████████████████████████████████████
  id: tariffs · records: 1 agreement, 2 commitments, 1 meeting

█ records on the theme itself   ░ records on narrower themes
"""
    )


@pytest.mark.parametrize(
    ("most", "labels"),
    [
        ("3e9 people", ["0", "2,000,000,000"]),
        ("2e10 people", ["0", "10,000,000,000", "20,000,000,000"]),
        ("3 people", ["0", "0.5", "1", "1.5", "2", "2.5", "3"]),
    ],
)
def test_labels_of_an_axis_never_run_into_each_other(
    most: str, labels: list[str]
) -> None:
    """The last label, moved to where it has room, keeps a space from the one before it."""
    view = views.progress(
        Dossier([metric("0 people", target=most)]), "deployed"
    )
    assert str(view).splitlines()[2].split() == labels
