"""A metric against its target, a scorecard, who held which office, and the tree of the themes."""

from __future__ import annotations

from typing import Any

import pytest

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
    Tenure,
    Theme,
    views,
)
from entente.errors import QueryError, UnknownIdError
from entente.views import View


def facts(view: View, name: str) -> list[str]:
    """Return what each row tells under a name."""
    return [dict(row.facts).get(name, "") for row in view.rows]


def drawn(view: View, row: int = 0) -> list[tuple[str, float, float, bool]]:
    """Return what is drawn in a row."""
    return [
        (mark.kind, mark.start, mark.end, mark.hollow) for mark in view.rows[row].marks
    ]


# --- progress ------------------------------------------------------------------------------------


def metric(
    *values: str, id: str = "deployed", target: str | None = "500 people", **fields: Any
) -> Metric:
    """Make a metric with one observation a year from 2020 on."""
    observations = tuple(
        Observation(
            period=str(2020 + at), change=value.removeprefix("by "), against="2019"
        )
        if value.startswith("by ")
        else Observation(period=str(2020 + at), value=value)
        for at, value in enumerate(values)
    )
    return Metric(
        id=id,
        name=f"Metric {id}",
        unit="people",
        target=target,
        observations=observations,
        **fields,
    )


INF = float("inf")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("300 people", [("amount", 300, 300, False)]),
        ("~ 300 people", [("amount", 300, 300, True)]),
        (
            "> 250 <= 500 people",
            [
                ("possible", 250, 500, False),
                ("amount", 250, 250, True),
                ("amount", 500, 500, False),
            ],
        ),
        (
            "> 250 people",
            [
                ("possible", 250, INF, False),
                ("amount", 250, 250, True),
                ("or more", INF, INF, False),
            ],
        ),
        (
            "<= 250 people",
            [
                ("possible", -INF, 250, False),
                ("or less", -INF, -INF, False),
                ("amount", 250, 250, False),
            ],
        ),
        (
            ".. people",
            [
                ("possible", -INF, INF, False),
                ("or less", -INF, -INF, False),
                ("or more", INF, INF, False),
            ],
        ),
    ],
)
def test_a_bound_stays_a_range(
    value: str, told: list[tuple[str, float, float, bool]]
) -> None:
    """An end that is not reached is hollow, and one that there is not is an arrow."""
    view = views.progress(Dossier([metric(value)]), "deployed")
    assert drawn(view) == told
    assert view.rows[0].aside == value
    assert [(rule.at, rule.label) for rule in view.reference_lines] == [
        (500, "target 500 people")
    ]


@pytest.mark.parametrize(
    ("target", "rules"),
    [
        (None, []),
        (">= 500 people", [(500, "target >= 500 people")]),
        ("10..12 people", [(10, "target 10..12 people"), (12, "")]),
    ],
)
def test_a_target_is_a_line_at_each_of_its_bounds(
    target: str | None, rules: list[tuple[float, str]]
) -> None:
    """Where there is none, that is said."""
    view = views.progress(Dossier([metric("5 people", target=target)]), "deployed")
    assert [(rule.at, rule.label) for rule in view.reference_lines] == rules
    assert ("No target is given." in view.notes) == (target is None)


def test_the_share_of_the_target_and_the_baseline_are_told() -> None:
    """The baseline is the first row; what cannot be worked out says why."""
    baseline = Observation(period="2019", value="100 people", by="FR")
    view = views.progress(
        Dossier([metric("250 people", baseline=baseline)]), "deployed"
    )
    assert [row.label for row in view.rows] == ["Baseline, 2019", "2020"]
    assert facts(view, "of the target") == ["", "50 %"]
    assert facts(view, "since the baseline") == ["", "150 %"]
    bare = views.progress(Dossier([metric("250 people")]), "deployed")
    assert facts(bare, "not known") == [
        "the change since the baseline is unknown: no baseline is given"
    ]


def test_what_is_of_another_unit_is_told_and_not_drawn() -> None:
    """A change among levels has no place on their axis; nothing is converted."""
    view = views.progress(Dossier([metric("250 people", "by -36 %")]), "deployed")
    assert drawn(view, 1) == []
    assert view.notes == (
        "Not drawn, since it is not in people: 2021, -36 % against 2019",
    )


def test_observations_that_contradict_each_other_stand_side_by_side() -> None:
    """Both are drawn, and each says which other it cannot be right beside."""
    rivals = (
        Observation(period="2024", value="3 people"),
        Observation(period="2024", value="4 people"),
    )
    view = views.progress(
        Dossier([Metric(id="a", name="A", unit="people", observations=rivals)]), "a"
    )
    assert facts(view, "cannot both be right") == ["4 people", "3 people"]


def test_metrics_of_a_commitment_are_held_together_by_their_shares() -> None:
    """Several metrics of different units share an axis of per cents of their targets."""
    money = Metric(
        id="paid",
        name="Paid",
        unit="EUR",
        target="10 EUR",
        observations=(Observation(period="2024", value="5 EUR"),),
    )
    promise = Commitment(
        id="promise", summary="Pay and deploy.", metrics=("paid", "deployed")
    )
    dossier = Dossier([money, metric("500 people", "by 3 people"), promise])
    view = views.progress(dossier, promise)
    assert view.title == "Pay and deploy."
    assert [row.group for row in view.rows] == [
        "Paid",
        "Metric deployed",
        "Metric deployed",
    ]
    assert drawn(view) == [("amount", 50, 50, False)]
    assert view.axis.unit == "% of the target"
    assert view.notes == (
        "Not drawn, since it is not in %: 2021, 3 people against 2019",
    )


def test_progress_may_be_asked_for_a_time() -> None:
    """What is for certain of another time is left out."""
    assert (
        len(
            views.progress(
                Dossier([metric("1 people", "2 people")]), "deployed", on="2021"
            ).rows
        )
        == 1
    )


def test_a_promise_that_nobody_measures_has_no_progress() -> None:
    """It is an empty view, and no error; a record of another kind is one."""
    dossier = Dossier(
        [Commitment(id="promise", summary="Try."), Theme(id="theme", label="Theme")]
    )
    assert (
        views.progress(dossier, "promise").description
        == "no observations of no metrics against no target."
    )
    with pytest.raises(
        UnknownIdError, match="'theme' is a theme; a metric or commitment belongs here"
    ):
        views.progress(dossier, "theme")


def test_the_progress_of_the_french_personnel() -> None:
    """The text is exactly this: over half of the 500, and no figure between."""
    view = views.progress(entente.example("uk-france"), "french-personnel-deployed")
    assert (
        str(view) + "\n"
        == """\
UK-funded French personnel deployed

                                    0     50    100   150   200   250   300   350   400  450   500
2024-01-30 “already”                                              ○░░░░░░░░░░░░░░░░░░░░░░░░░░░░●
  observed: > 250 <= 500 people · of the target: > 50 <= 100 % · by: readout-2024-01-30
  as of: 2024-01-30 · not known: the change since the baseline is unknown: no baseline is given

░ possible   ● amount, or a bound of it   hollow: about so much, or a bound that is not reached
┊ target 500 people
"""
    )


# --- scorecard -----------------------------------------------------------------------------------


@pytest.fixture
def watched() -> Dossier:
    """Two promises that are kept and overdue, and one that is only wished for, watched by somebody else."""
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
                    Report(on="2023-12-01", by="FR", status=ReportedStatus.COMPLETED),
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
                id="wish", summary="Wish.", by=("FR",), firmness=Firmness.ASPIRED
            ),
        ]
    )


def test_a_scorecard_keeps_its_three_readings_apart(watched: Dossier) -> None:
    """Declared, assessed and the schedule have a row each; what is done comes first."""
    view = views.scorecard(watched, by="theme", on="2025-06-01")
    assert {row.group for row in view.rows} == {"Boats: 2 firm promises"}
    assert [(row.label, row.aside) for row in view.rows] == [
        ("Declared", "1 completed, 1 not reported"),
        ("Assessed", "1 not started, 1 not reported"),
        ("Schedule", "1 met on time, 1 overdue"),
    ]
    assert drawn(view, 2) == [("done", 0, 1, False), ("behind", 1, 2, False)]
    assert (
        view.description == "2 firm promises in 1 group by theme, of which 1 overdue."
    )


def test_a_scorecard_may_count_all_and_by_any_keyword(watched: Dossier) -> None:
    """Groups go by their names; what has none is under that, and what nobody can check is said to be vague."""
    view = views.scorecard(watched, by="theme", on="2025-06-01", firm=False)
    assert list(dict.fromkeys(row.group for row in view.rows)) == [
        "Boats: 2 commitments",
        "None: 1 commitment, 1 of them vague",
    ]
    by_word = views.scorecard(watched, by="firmness", on="2025-06-01")
    assert by_word.rows[0].group == "Pledged: 1 firm promise"
    assert (
        views.scorecard(watched, by="by", on="2025-06-01").rows[0].group
        == "France: 2 firm promises"
    )
    with pytest.raises(QueryError, match="did you mean 'theme'"):
        views.scorecard(watched, by="themes", on="2025-06-01")


def test_a_scorecard_says_the_day_that_it_holds_for(watched: Dossier) -> None:
    """Both clocks stand below."""
    view = views.scorecard(watched, by="theme", on="2025-06-01", as_known="2023-11-15")
    assert view.notes[0] == "On 2025-06-01, as known on 2023-11-15."
    assert view.rows[0].aside == "2 not reported"


# --- offices -------------------------------------------------------------------------------------


@pytest.fixture
def cabinet() -> Dossier:
    """Two offices of two states, one of which nobody is known to hold, and one that was held by two."""
    return Dossier(
        [
            Office(id="home", title="Home Secretary", party="GB"),
            Office(id="interior", title="Minister of the Interior", party="FR"),
            Office(id="health", title="Minister of Health", party="FR"),
            Minister(
                id="b", name="B", tenures=(Tenure(office="home", period="2022/.."),)
            ),
            Minister(
                id="a",
                name="A",
                tenures=(Tenure(office="home", period="2019-07-24/2022", acting=True),),
            ),
            Minister(
                id="c",
                name="C",
                tenures=(Tenure(office="interior", period="2020-07-06/2024-09-21"),),
            ),
        ]
    )


def test_offices_show_their_holders_one_after_another(cabinet: Dossier) -> None:
    """Each office is a group, its holders are in the order of their first days, and vague ends are pale."""
    view = views.offices(cabinet)
    assert [(row.group, row.label, row.aside) for row in view.rows] == [
        ("Home Secretary", "A", "acting, 2019-07-24/2022"),
        ("Home Secretary", "B", "2022/.."),
        ("Minister of the Interior", "C", "2020-07-06/2024-09-21"),
    ]
    assert [mark.kind for mark in view.rows[0].marks] == ["possible", "certain"]
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
        cabinet, cabinet.holdings(party="FR"), among=cabinet.offices.where(party="FR")
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
    assert [line.label for line in view.reference_lines] == ["2023-01-01"]
    assert views.offices(cabinet, on="2023").reference_lines == ()


def test_offices_of_the_same_title_are_told_apart() -> None:
    """Two presidents are not holders of one office."""
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


def test_themes_are_a_tree_with_what_stands_on_each() -> None:
    """Narrower themes stand below and are counted in, a record on both once."""
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
    assert drawn(view) == [("own", 0, 1, False), ("narrower", 1, 2, False)]
    assert view.notes == ("1 record without a theme.",)
    assert "\n  └ Dinghies " in str(view)


def test_the_themes_of_promises_kept() -> None:
    """The text is exactly this."""
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
