"""How many promises stand where, in whose words, and in those of other trackers."""

from __future__ import annotations

import re
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

import entente
from entente import (
    Agreement,
    Commitment,
    Dossier,
    Firmness,
    Link,
    LinkKind,
    Metric,
    Party,
    PartyKind,
    Report,
    ReportedStatus,
    Theme,
)
from entente.asking import (
    SCHEMES,
    SchemeWord,
    Scorecard,
    ScorecardRow,
    in_scheme,
    scorecard,
)
from entente.errors import QueryError, UnknownIdError
from entente.strategies import dossiers

KEYWORDS = ", ".join(Dossier().commitments.questions())


def report(
    on: str,
    status: ReportedStatus,
    by: str,
    *,
    known: str | None = None,
    due: str | None = None,
) -> Report:
    """Make a report."""
    return Report(on=on, status=status, by=by, known=known, due=due)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """Five promises on two themes, of which one is wished for only and one said twice."""
    return Dossier(
        [
            Theme(id="boats", label="Boats"),
            Theme(id="funding", label="Funding"),
            Party(id="watchdog", name="Watchdog", kind=PartyKind.BODY),
            Agreement(id="deal", name="Deal"),
            Metric(id="money", name="Money", unit="EUR"),
            Commitment(
                id="patrol",
                summary="Patrol.",
                by=("FR",),
                firmness=Firmness.AGREED,
                themes=("boats", "funding"),
                made="2023",
                due="2024-21",
                agreement="deal",
                reports=(
                    report("2024-03-04", ReportedStatus.COMPLETED, "FR"),
                    report(
                        "2024-07-01",
                        ReportedStatus.NO_EVIDENCE,
                        "watchdog",
                        known="2024-08-01",
                    ),
                ),
            ),
            Commitment(
                id="watch",
                summary="Watch.",
                by=("FR", "GB"),
                firmness=Firmness.PLEDGED,
                themes=("boats",),
                made="2023",
                due="2024-05-01",
                agreement="deal",
            ),
            Commitment(
                id="help",
                summary="Help.",
                by=("GB",),
                firmness=Firmness.INTENDED,
                made="2023",
                reports=(
                    report("2024-01-01", ReportedStatus.IN_PROGRESS, "GB"),
                ),
            ),
            Commitment(
                id="wish",
                summary="Wish.",
                by=("GB",),
                firmness=Firmness.ASPIRED,
                themes=("boats",),
                made="2023",
                metrics=("money",),
            ),
            Commitment(
                id="again",
                summary="Patrol, as said.",
                by=("FR",),
                firmness=Firmness.AGREED,
                themes=("boats",),
                made="2024-01",
                links=(Link(kind=LinkKind.RESTATES, target="patrol"),),
            ),
        ]
    )


DAY = "2024-09-01"


# --- what is counted ------------------------------------------------------------------------------


def test_each_reading_is_counted_apart(dossier: Dossier) -> None:
    """A row holds its promises and how many stand where, by the party's word, others' word, and the deadline."""
    row = dossier.scorecard(by="theme", on=DAY)["boats"]
    assert row == ScorecardRow(
        group="boats",
        commitments=row.commitments,
        declared={"completed": 1, "none": 1},
        assessed={"no_evidence": 1, "none": 1},
        schedule={"unknown": 1, "overdue": 1},
        vague=0,
    )
    assert row.commitments.ids == ("patrol", "watch")


def test_only_firm_promises_count_unless_told_otherwise(
    dossier: Dossier,
) -> None:
    """A wish is in no card but one of all."""
    assert (
        "wish"
        not in dossier.scorecard(by="theme", on=DAY)["boats"].commitments.ids
    )
    everything = dossier.scorecard(by="theme", on=DAY, firm=False)
    assert everything["boats"].commitments.ids == ("patrol", "watch", "wish")


def test_a_restatement_never_counts(dossier: Dossier) -> None:
    """What was said twice was promised once, firm or not."""
    for firm in (True, False):
        card = dossier.scorecard(by="theme", on=DAY, firm=firm)
        assert all("again" not in row.commitments.ids for row in card)


def test_a_promise_with_two_themes_is_in_both_rows(dossier: Dossier) -> None:
    """The rows are no partition, and need not add up to the whole."""
    card = dossier.scorecard(by="theme", on=DAY)
    assert [(row.group, row.commitments.ids) for row in card] == [
        ("boats", ("patrol", "watch")),
        ("funding", ("patrol",)),
        (None, ("help",)),
    ]


@pytest.mark.parametrize(
    ("by", "rows"),
    [
        ("by", {"FR": ("patrol", "watch"), "GB": ("watch", "help")}),
        ("party", {"FR": ("patrol", "watch"), "GB": ("watch", "help")}),
        ("agreement", {"deal": ("patrol", "watch"), None: ("help",)}),
        (
            "firmness",
            {
                "agreed": ("patrol",),
                "pledged": ("watch",),
                "intended": ("help",),
            },
        ),
        (
            "due",
            {
                "2024-21": ("patrol",),
                "2024-05-01": ("watch",),
                None: ("help",),
            },
        ),
    ],
)
def test_a_card_is_made_by_any_keyword(
    dossier: Dossier, by: str, rows: dict[str | None, tuple[str, ...]]
) -> None:
    """Whatever promises are asked by, they can be counted by; the largest row comes first."""
    card = dossier.scorecard(by=by, on=DAY)
    assert {row.group: row.commitments.ids for row in card} == rows
    sizes = [len(row.commitments) for row in card]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize(
    ("on", "known", "readings"),
    [
        ("2024-03-03", None, ("none", "none", "due")),
        ("2024-03-04", None, ("completed", "none", "met_on_time")),
        ("2024-07-01", None, ("completed", "no_evidence", "unknown")),
        ("2024-07-01", "2024-07-31", ("completed", "none", "met_on_time")),
        ("2024-07-01", "2024-08-01", ("completed", "no_evidence", "unknown")),
    ],
)
def test_a_card_goes_by_both_clocks(
    dossier: Dossier,
    on: str,
    known: str | None,
    readings: tuple[str, str, str],
) -> None:
    """It counts what held on a day, as it was known on a day."""
    row = dossier.scorecard(by="theme", on=on, as_known=known)["funding"]
    assert [row.declared, row.assessed, row.schedule] == [
        {word: 1} for word in readings
    ]


@pytest.mark.parametrize("by", ["declared", "assessed", "schedule"])
def test_a_card_by_a_reading_has_the_rows_of_its_day(
    dossier: Dossier, by: str
) -> None:
    """What was reported later makes no row of an earlier day: each row counts its own word alone."""
    for row in dossier.scorecard(by=by, on="2024-03-03"):
        assert getattr(row, by) == {row.group or "none": len(row.commitments)}


def test_what_was_not_promised_yet_is_not_counted(dossier: Dossier) -> None:
    """On a day on which nothing had been promised, a card is empty."""
    assert len(dossier.scorecard(by="theme", on="2020-01-01")) == 0


@pytest.mark.parametrize(
    ("fields", "vague"),
    [
        ({}, 1),
        ({"due": "2024"}, 0),
        ({"runs": "2024/.."}, 0),
        ({"metrics": ("money",)}, 0),
        ({"recurrence": "FREQ=YEARLY"}, 0),
        (
            {
                "reports": (
                    report(
                        "2024-01-01",
                        ReportedStatus.IN_PROGRESS,
                        "GB",
                        due="2025",
                    ),
                )
            },
            0,
        ),
        (
            {
                "reports": (
                    report("2024-01-01", ReportedStatus.IN_PROGRESS, "GB"),
                )
            },
            1,
        ),
        (
            {
                "reports": (
                    report(
                        "2024-10-01",
                        ReportedStatus.IN_PROGRESS,
                        "GB",
                        due="2025",
                    ),
                )
            },
            1,
        ),
    ],
)
def test_what_nobody_can_hold_them_to_is_vague(
    fields: dict[str, Any], vague: int
) -> None:
    """A promise is vague with neither a time, one that a report has brought by then too, nor a metric."""
    vow = Commitment(
        id="vow",
        summary="Vow.",
        by=("GB",),
        firmness=Firmness.AGREED,
        **fields,
    )
    made = Dossier([Metric(id="money", name="Money", unit="EUR"), vow])
    assert made.scorecard(by="by", on=DAY)["GB"].vague == vague


def test_any_selection_can_be_counted(dossier: Dossier) -> None:
    """A card of some promises holds no others, and the dossier's is that of all."""
    french = scorecard(dossier.commitments.where(by="FR"), by="theme", on=DAY)
    assert [row.commitments.ids for row in french] == [
        ("patrol", "watch"),
        ("patrol",),
    ]
    whole = scorecard(dossier.commitments, by="theme", on=DAY)
    assert repr(whole) == repr(dossier.scorecard(by="theme", on=DAY))


def test_a_card_of_the_real_dossier() -> None:
    """Of the nine firm promises of January 2024 one was said twice, and one has a deadline."""
    row = entente.example("uk-france").scorecard(by="firm", on="2024-06-01")[
        "yes"
    ]
    assert (len(row.commitments), row.vague) == (8, 1)
    assert (row.declared, row.assessed) == (
        {"none": 7, "in_progress": 1},
        {"none": 8},
    )
    assert row.schedule == {
        "no_deadline": 3,
        "running": 2,
        "unknown": 2,
        "not_due": 1,
    }


# --- how it is shown ------------------------------------------------------------------------------


def test_a_card_prints_as_a_table(dossier: Dossier) -> None:
    """Each reading has its column, with counts and words; what has no group is none."""
    assert repr(dossier.scorecard(by="theme", on=DAY)) == (
        "theme    all  vague  declared             assessed               schedule\n"
        "───────  ───  ─────  ───────────────────  ─────────────────────  ────────────────────\n"
        "boats    2    0      1 completed, 1 none  1 no evidence, 1 none  1 unknown, 1 overdue\n"
        "funding  1    0      1 completed          1 no evidence          1 unknown\n"
        "none     1    1      1 in progress        1 none                 1 no deadline"
    )


def test_a_card_shows_as_html_in_a_notebook(dossier: Dossier) -> None:
    """The caption says by what and for which day."""
    html = dossier.scorecard(by="agreement", on=DAY)._repr_html_()
    assert re.sub(' style="[^"]*"', "", html) == (
        "<table><caption>Commitments by agreement on 1 September 2024</caption><thead><tr>"
        '<th scope="col">agreement</th><th scope="col">all</th><th scope="col">vague</th>'
        '<th scope="col">declared</th><th scope="col">assessed</th><th scope="col">schedule</th>'
        "</tr></thead><tbody>"
        "<tr><td>deal</td><td>2</td><td>0</td><td>1 completed, 1 none</td><td>1 no evidence, 1 none</td>"
        "<td>1 unknown, 1 overdue</td></tr>"
        "<tr><td>none</td><td>1</td><td>1</td><td>1 in progress</td><td>1 none</td><td>1 no deadline</td></tr>"
        "</tbody></table>"
    )


def test_a_card_names_its_groups_as_readers_do(dossier: Dossier) -> None:
    """The words of a vocabulary have no underscores, and nothing is counted "by by"."""
    card = dossier.scorecard(by="schedule", on=DAY)
    printed = repr(card)
    assert "\nno deadline" in printed
    assert "_" not in printed
    html = dossier.scorecard(by="by", on=DAY)._repr_html_()
    assert (
        "<caption>Commitments by maker on 1 September 2024</caption>" in html
    )


def test_a_card_of_nothing_is_its_headers() -> None:
    """Where nothing is promised, nothing is counted."""
    card = Dossier().scorecard(by="theme", on=DAY)
    assert (len(card), list(card)) == (0, [])
    assert repr(card) == (
        "theme  all  vague  declared  assessed  schedule\n─────  ───  ─────  ────────  ────────  ────────"
    )


def test_a_card_is_a_sequence_of_rows(dossier: Dossier) -> None:
    """It has a length, its rows in turn, and each by its group, that of none too."""
    card = dossier.scorecard(by="theme", on=DAY)
    assert (len(card), tuple(card), str(card.on), card.by) == (
        3,
        card.rows,
        DAY,
        "theme",
    )
    assert card[None].commitments.ids == ("help",)


def test_a_card_may_be_made_by_hand() -> None:
    """Rows are records like others."""
    row = ScorecardRow(
        group="GB",
        commitments=Dossier().commitments,
        declared={},
        assessed={},
        schedule={},
        vague=0,
    )
    card = Scorecard(by="by", on=entente.Period(DAY), rows=(row,))
    assert card["GB"] is row
    assert repr(card).splitlines()[-1].split() == ["GB", "0", "0"]


# --- questions that cannot be asked ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("group", "message"),
    [
        (
            "boat",
            "there is no row where theme is 'boat'; did you mean 'boats'?",
        ),
        ("x", "there is no row where theme is 'x'"),
        (0, "there is no row where theme is 0"),
    ],
)
def test_a_row_that_is_not_there_is_told_with_a_suggestion(
    dossier: Dossier, group: str, message: str
) -> None:
    """A mistyped group is no empty row, and a place is no group."""
    with pytest.raises(QueryError) as caught:
        dossier.scorecard(by="theme", on=DAY)[group]
    assert str(caught.value) == message


def test_where_all_have_a_group_there_is_no_row_of_none(
    dossier: Dossier,
) -> None:
    """The row of those without a group is missing where there are none."""
    with pytest.raises(QueryError) as caught:
        dossier.scorecard(by="by", on=DAY)[None]
    assert str(caught.value) == "there is no row where by is None"


@pytest.mark.parametrize(
    ("by", "on", "known", "message"),
    [
        (
            "thme",
            DAY,
            None,
            f"commitments have no keyword 'thme'; did you mean 'theme'? there are {KEYWORDS}",
        ),
        (
            "theme",
            "2024",
            None,
            "'2024' is not a definite day; write one, such as '2024-01-30'",
        ),
        (
            "theme",
            DAY,
            "2024-09?",
            "'2024-09?' is not a definite day; write one, such as '2024-01-30'",
        ),
    ],
)
def test_a_card_that_makes_no_sense_says_why(
    dossier: Dossier, by: str, on: str, known: str | None, message: str
) -> None:
    """A keyword that there is not and a day that is none are errors, among no promises too."""
    for each in (dossier, Dossier()):
        with pytest.raises(QueryError) as caught:
            each.scorecard(by=by, on=on, as_known=known)
        assert str(caught.value) == message


# --- in others' words -----------------------------------------------------------------------------

NOTHING = None

WORDS = {
    "g7": {
        "announced": ("-1", "lossy"),
        "not_started": ("-1", "exact"),
        "in_progress": ("0", "exact"),
        "substantial": ("0", "lossy"),
        "completed": ("+1", "exact"),
        "modified": ("0", "lossy"),
        "suspended": ("-1", "lossy"),
        "withdrawn": ("-1", "lossy"),
        "superseded": NOTHING,
        "breached": ("-1", "lossy"),
        "no_evidence": ("-1", "lossy"),
    },
    "ogp": {
        "announced": ("not started", "lossy"),
        "not_started": ("not started", "exact"),
        "in_progress": ("limited", "lossy"),
        "substantial": ("substantial", "exact"),
        "completed": ("complete", "exact"),
        "modified": ("limited", "lossy"),
        "suspended": ("limited", "lossy"),
        "withdrawn": NOTHING,
        "superseded": NOTHING,
        "breached": NOTHING,
        "no_evidence": ("no evidence available", "exact"),
    },
    "cppp": {
        "announced": ("not fulfilled", "lossy"),
        "not_started": ("not fulfilled", "exact"),
        "in_progress": ("partially fulfilled", "lossy"),
        "substantial": ("partially fulfilled", "lossy"),
        "completed": ("fully fulfilled", "exact"),
        "modified": ("partially fulfilled", "lossy"),
        "suspended": ("not fulfilled", "lossy"),
        "withdrawn": ("not fulfilled", "lossy"),
        "superseded": NOTHING,
        "breached": ("not fulfilled", "lossy"),
        "no_evidence": ("not fulfilled", "lossy"),
    },
    "ocds": {
        "announced": ("scheduled", "exact"),
        "not_started": ("scheduled", "lossy"),
        "in_progress": ("partiallyMet", "lossy"),
        "substantial": ("partiallyMet", "lossy"),
        "completed": ("met", "exact"),
        "modified": NOTHING,
        "suspended": NOTHING,
        "withdrawn": ("notMet", "lossy"),
        "superseded": NOTHING,
        "breached": ("notMet", "lossy"),
        "no_evidence": NOTHING,
    },
}


@pytest.mark.parametrize("scheme", WORDS)
@pytest.mark.parametrize("status", list(ReportedStatus))
def test_every_status_in_every_scheme(
    scheme: str, status: ReportedStatus
) -> None:
    """Each has one word there, marked where it says less or more, or has none and says so."""
    expected = WORDS[scheme][status.value]
    term = in_scheme(status, scheme)
    assert term == (
        None
        if expected is None
        else SchemeWord(expected[0], lossy=expected[1] == "lossy")
    )


def test_there_are_four_schemes() -> None:
    """Those of the G7 Research Group, the Open Government Partnership, the Pledges Project and the OCDS."""
    assert list(SCHEMES) == list(WORDS)


@pytest.mark.parametrize("scheme", WORDS)
def test_two_statuses_with_one_word_cannot_both_be_exact(scheme: str) -> None:
    """Where a word stands for several of ours, it says exactly what at most one of them says."""
    exact = [term.word for term in SCHEMES[scheme].values() if not term.lossy]
    assert len(exact) == len(set(exact))


@pytest.mark.parametrize(
    ("scheme", "message"),
    [
        ("G7", "there is no scheme 'G7'; there are g7, ogp, cppp, ocds"),
        ("ocd", "there is no scheme 'ocd'; did you mean 'ocds'?"),
    ],
)
def test_a_scheme_that_there_is_not_is_an_error(
    scheme: str, message: str
) -> None:
    """The cure names the nearest, or all."""
    with pytest.raises(QueryError) as caught:
        in_scheme(ReportedStatus.COMPLETED, scheme)
    assert str(caught.value) == message


def test_an_unknown_theme_is_no_empty_card(dossier: Dossier) -> None:
    """A card of a selection asks as the selection asks."""
    with pytest.raises(
        UnknownIdError,
        match=r"there is no theme 'boat'; did you mean 'boats'\?",
    ):
        scorecard(dossier.commitments.where(theme="boat"), by="theme", on=DAY)


# --- each promise once -----------------------------------------------------------------------------


def made(id: str, *restates: str, **given: object) -> Commitment:
    """Make a firm promise that repeats others."""
    fields: dict[str, object] = {
        "summary": id.title(),
        "firmness": Firmness.PLEDGED,
        "links": tuple(
            Link(kind=LinkKind.RESTATES, target=target) for target in restates
        ),
        **given,
    }
    return Commitment(id=id, **fields)  # type: ignore[arg-type]


def counted(
    *records: Commitment, on: str = "2025-01-01", as_known: str | None = None
) -> tuple[str, ...]:
    """Return the ids of the promises that a scorecard counts."""
    card = Dossier(records).scorecard(by="firm", on=on, as_known=as_known)
    return tuple(id for row in card for id in row.commitments.ids)


def test_a_promise_counts_once_along_its_whole_lineage() -> None:
    """Also over a restatement that is only endorsed, and for an original that is not firm."""
    weak = Firmness.ENDORSED
    chain = (
        made("first"),
        made("middle", "first", firmness=weak),
        made("last", "middle"),
    )
    assert counted(*chain) == ("first",)
    siblings = (
        made("wish", firmness=Firmness.ASPIRED),
        made("later", "wish", made="2024-06"),
        made("earlier", "wish", made="2024-05"),
        made("undated", "wish"),
    )
    assert counted(*siblings) == ("earlier",)
    both = (made("one"), made("two"), made("both", "one", "two"))
    assert counted(*both) == ("one", "two")
    diamond = (
        made("top", "left", "right"),
        made("left", "base", firmness=weak),
        made("right", "base", firmness=weak),
        made("base", firmness=weak),
    )
    assert counted(*diamond) == ("top",)


def test_only_what_repeats_a_promise_is_left_out() -> None:
    """What extends one is a promise of its own, and not the same said again."""
    extended = evolve(
        made("more"), links=(Link(kind=LinkKind.EXTENDS, target="one"),)
    )
    assert counted(made("one"), extended) == ("one", "more")


def test_a_long_chain_counts_once() -> None:
    """It is as deep as the record says, and each link is followed once."""
    chain = [
        made("promise-0"),
        *[
            made(f"promise-{count}", f"promise-{count - 1}")
            for count in range(1, 2000)
        ],
    ]
    assert counted(*reversed(chain)) == ("promise-0",)
    weak = [evolve(each, firmness=Firmness.ASPIRED) for each in chain]
    repeats = [made(f"again-{each.id}", each.id) for each in reversed(chain)]
    assert counted(*weak, *repeats) == ("again-promise-1999",)


def test_what_was_made_or_known_later_does_not_count() -> None:
    """What repeats a promise made after the day counts, since the other does not."""
    promises = (
        made("later", made="2025-06-01"),
        made("now", "later", made="2024-01-01"),
    )
    assert counted(*promises) == ("now",)
    assert counted(*promises, on="2026-01-01") == ("later",)
    assert counted(*promises, on="2026-01-01", as_known="2025-01-01") == (
        "now",
    )


def test_a_part_is_not_counted_beside_its_whole() -> None:
    """Parts count if their whole does not."""
    part = made("part", part_of="whole")
    inner = made("inner", part_of="part")
    assert counted(made("whole"), part, inner) == ("whole",)
    weak = made("whole", firmness=Firmness.DISCUSSED)
    assert counted(weak, part, inner) == ("part",)


@given(dossiers(), st.sampled_from(["theme", "by", "party", "agreement"]))
def test_a_row_has_what_the_question_finds(dossier: Dossier, by: str) -> None:
    """A broader theme has what its narrower ones have, and every word is that of a status."""
    everything = dossier.scorecard(by="firm", on=DAY, firm=False)
    ids = {id for row in everything for id in row.commitments.ids}
    for row in dossier.scorecard(by=by, on=DAY, firm=False):
        assert sum(row.schedule.values()) == len(row.commitments)
        if row.group is not None:
            asked = dossier.commitments.where(**{by: row.group})  # type: ignore[arg-type]
            assert row.commitments.ids == tuple(
                id for id in asked.ids if id in ids
            )
            if by != "by":
                for word, count in row.schedule.items():
                    found = asked.where(schedule=word, on=DAY)
                    assert count == len(ids.intersection(found.ids))
