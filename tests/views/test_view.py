"""Laws of every view of any dossier: complete, escaped, and the same as text and as a table."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

import entente
from entente import Dossier, Meeting, views
from entente._safe import single_line
from entente._tables import display_width
from entente.errors import MissingExtraError
from entente.records._display import caption
from entente.strategies import dossiers, meetings
from entente.views import View
from entente.views._marks import Axis, Mark, point
from entente.views._text import WIDTH
from pages import EVIL, Page

MAKERS: Final[dict[str, Callable[[Dossier], View]]] = {
    "timeline": views.timeline,
    "timeline on a day": lambda dossier: views.timeline(
        dossier, on="2024-01-30", as_known="2024-06-01"
    ),
    "scorecard": lambda dossier: views.scorecard(
        dossier, by="theme", on="2024-01-30", firm=False
    ),
    "offices": views.offices,
    "themes": views.themes,
}


def all_views(dossier: Dossier) -> list[View]:
    """Return every view of a dossier."""
    made = [make(dossier) for make in MAKERS.values()]
    return [
        *made,
        *(views.progress(dossier, metric) for metric in dossier.metrics),
    ]


@given(dossiers(max_size=8))
def test_any_dossier_has_every_view(dossier: Dossier) -> None:
    """Text breaks only between words, and HTML closes every element."""
    for view in all_views(dossier):
        for line in str(view).splitlines():
            assert display_width(line) <= WIDTH or len(line.split(" ")) < 4
        page = Page(view.to_html(chart=False))
        assert page.tags[0] == "figure"
        assert "script" not in page.tags


@given(dossiers(max_size=8))
def test_every_record_is_in_the_timeline(dossier: Dossier) -> None:
    """Each has a row, or is in the note on records without dates."""
    view = views.timeline(dossier)
    asked = [*dossier.meetings, *dossier.agreements, *dossier.commitments]
    undated = sum(note.startswith("Without a date") for note in view.notes)
    ids = {dict(row.facts)["id"] for row in view.rows}
    left = [record for record in asked if record.id not in ids]
    assert undated == bool(left)
    for record in left:
        assert caption(record) in view.notes[-1]


@given(dossiers(max_size=8))
def test_every_observation_theme_and_tenure_is_shown(dossier: Dossier) -> None:
    """Views have a row for each, and no others; an observation has one for each target."""
    for metric in dossier.metrics:
        answers = dossier.progress(metric)
        count = len(answers) + (metric.baseline is not None)
        assert len(views.progress(dossier, metric).rows) == count
        assert len(answers) >= len(metric.observations)
        assert len(answers) >= len(metric.targets)
    assert {
        dict(row.facts)["id"] for row in views.themes(dossier).rows
    } == set(dossier.themes.ids)
    assert len(views.offices(dossier).rows) == len(dossier.holdings())


@given(meetings())
def test_vague_dates_are_never_drawn_as_certain(meeting: Meeting) -> None:
    """An unknown day is not a filled point, and a doubtful one not a solid bar."""
    rows = views.timeline(Dossier([meeting]).meetings).rows
    filled = [
        mark.kind for row in rows for mark in row.marks if not mark.hollow
    ]
    if meeting.when is not None and (
        meeting.when.uncertain or meeting.when.approximate
    ):
        assert "certain" not in filled
    if (
        meeting.when is not None
        and meeting.when.day is None
        and not meeting.when.is_span
    ):
        # An arrow, where a set has no first or last date, is no point.
        assert {"possible", "goes back", "goes on"}.issuperset(filled)


@given(
    dossiers(max_size=6),
    st.sampled_from(["label", "name", "summary", "title"]),
)
def test_text_cannot_break_out_of_a_page(dossier: Dossier, field: str) -> None:
    """Any label stays text."""
    fields: dict[str, Any] = {field: EVIL}
    marked = Dossier(
        [
            evolve(record, **fields) if hasattr(record, field) else record
            for record in dossier.records
        ]
    )
    for view in all_views(marked):
        assert "<script" not in view.to_html(chart=False)


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@pytest.mark.parametrize(
    "name", ["uk-france", "promises-kept", "channel-2020-2024"]
)
def test_table_and_text_have_the_same_facts(
    make: Callable[[Dossier], View], name: str
) -> None:
    """Labels, facts and notes are in both."""
    view = make(entente.example(name))
    page, text = (
        " ".join(Page(view.to_html(chart=False)).text),
        " ".join(str(view).split()),
    )
    assert view.description in page
    for row in view.rows:
        assert row.label in page
        for _, value in row.facts:
            assert value in page
            assert " ".join(single_line(value).split()) in text
    for note in view.notes:
        assert note in page
        assert note in text


def test_text_is_broken_only_between_words() -> None:
    """A word longer than a line has a line of its own."""
    long = " ".join(["promise"] * 20)
    view = evolve(
        views.themes(Dossier()),
        title="Themes",
        notes=(long, f"a {'b' * 120} c"),
    )
    lines = str(view).splitlines()[2:]
    assert [line.split() for line in lines] == [
        ["promise"] * 12,
        ["promise"] * 8,
        ["a"],
        ["b" * 120],
        ["c"],
    ]
    assert max(map(len, lines[:2])) <= WIDTH


def test_a_view_shows_itself() -> None:
    """A console shows its text, a notebook its figure."""
    view = views.themes(entente.example("promises-kept"))
    assert repr(view) == str(view)
    assert view._repr_html_().startswith('<figure class="entente-view">')


@pytest.mark.parametrize("missing", ["altair", "vl_convert"])
def test_text_and_tables_need_no_extra(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    """Methods that draw name the extra that is missing."""
    monkeypatch.setitem(sys.modules, missing, None)
    view = views.themes(entente.example("promises-kept"))
    assert "Small boats" in str(view)
    assert "<table>" in view.to_html(chart=False)
    draws: list[Callable[[], object]] = [
        view.to_svg,
        view.to_png,
        view.to_html,
    ]
    for draw in [view.chart] if missing == "altair" else draws:
        with pytest.raises(
            MissingExtraError,
            match=r"drawing a chart needs the extra 'charts'",
        ):
            draw()
    if missing == "vl_convert":
        assert view._repr_html_() == view.to_html(chart=False)


def test_a_row_can_have_more_marks_than_columns() -> None:
    """Points move aside while there is room, and share columns beyond that."""
    dossier = entente.loads(
        "entente = 1\n[[commitments]]\nid = 'a'\nsummary = 'A'\nby = ['FR']\nreports = ["
        + ", ".join(
            f"{{ on = '2024-01-{day:02}', by = 'FR', status = 'in_progress' }}"
            for day in [*range(1, 32)] * 3
        )
        + "]",
        format="toml",
    )
    assert str(views.timeline(dossier)).count("▲") == 65  # the legend has one


def test_a_row_has_one_sign_at_an_edge() -> None:
    """Several signs would be over each other, so one has the dates or amounts of all."""
    axis = Axis(low=10, high=20, is_time=False)
    beyond = [point("amount", at) for at in (6, 5, 25, 28, 5, 26)]
    cut = Mark(kind="possible", start=7, end=15)
    signs = [
        (mark.kind, mark.start, mark.text, len(whole))
        for mark, whole in axis.clipped([*beyond, cut])
    ]
    assert signs == [
        ("possible", 10, "", 1),
        ("earlier", 10, "5, 6", 4),
        ("later", 20, "25 and 2 more", 3),
    ]


def test_an_axis_shows_that_marks_go_on_beyond_it() -> None:
    """Marks outside become dates at the edge; longer ones are cut, with a sign."""
    axis = Axis(low=10, high=20)
    kinds = [
        [mark.kind for mark in axis.clip([mark])]
        for mark in (
            point("made", 5),
            point("made", 25),
            Mark(kind="certain", start=5, end=25),
            Mark(kind="certain", start=5, end=float("inf")),
            point("goes on", float("inf")),
            point("goes back", -float("inf")),
        )
    ]
    assert kinds == [
        ["earlier"],
        ["later"],
        ["certain", "earlier", "later"],
        ["certain", "earlier"],
        ["goes on"],
        ["goes back"],
    ]
