"""What holds of every view, whatever the dossier: it can be told, everything is in it, nothing breaks out of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given, settings, strategies as st

import entente
from entente import Dossier, Meeting, views
from entente._tables import columns, flat
from entente.errors import MissingExtraError
from entente.records._model import caption
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


def all_of(dossier: Dossier) -> list[View]:
    """Return every view of a dossier."""
    made = [make(dossier) for make in MAKERS.values()]
    return [*made, *(views.progress(dossier, metric) for metric in dossier.metrics)]


@settings(max_examples=30)
@given(dossiers(max_size=8))
def test_every_view_of_any_dossier_can_be_told(dossier: Dossier) -> None:
    """It is text in which no word is cut, and a page in which every element is closed."""
    for view in all_of(dossier):
        for line in str(view).splitlines():
            assert columns(line) <= WIDTH or len(line.split(" ")) < 4
        page = Page(view.to_html(chart=False))
        assert page.tags[0] == "figure"
        assert "script" not in page.tags


@settings(max_examples=30)
@given(dossiers(max_size=8))
def test_every_record_that_is_asked_for_is_in_the_timeline(dossier: Dossier) -> None:
    """Each stands in a row, or is named below as having no date."""
    view = views.timeline(dossier)
    asked = [*dossier.meetings, *dossier.agreements, *dossier.commitments]
    undated = sum(note.startswith("Without a date") for note in view.notes)
    ids = {dict(row.facts)["id"] for row in view.rows}
    left = [record for record in asked if record.id not in ids]
    assert undated == bool(left)
    for record in left:
        assert caption(record) in view.notes[-1]


@settings(max_examples=30)
@given(dossiers(max_size=8))
def test_every_observation_theme_and_tenure_is_shown(dossier: Dossier) -> None:
    """Rows are neither dropped nor made up."""
    for metric in dossier.metrics:
        told = len(metric.observations) + (metric.baseline is not None)
        assert len(views.progress(dossier, metric).rows) == told
    assert {dict(row.facts)["id"] for row in views.themes(dossier).rows} == set(
        dossier.themes.ids
    )
    assert len(views.offices(dossier).rows) == len(dossier.holdings())


@given(meetings())
def test_what_is_vague_is_never_drawn_as_if_it_were_sure(meeting: Meeting) -> None:
    """A day that nobody knows is no filled point, and of what is doubted nothing is solid."""
    rows = views.timeline(Dossier([meeting]).meetings).rows
    filled = [mark.kind for row in rows for mark in row.marks if not mark.hollow]
    if meeting.when is not None and (
        meeting.when.uncertain or meeting.when.approximate
    ):
        assert "certain" not in filled
    if (
        meeting.when is not None
        and meeting.when.day is None
        and not meeting.when.is_span
    ):
        assert filled in ([], ["possible"])


@settings(max_examples=30)
@given(dossiers(max_size=6), st.sampled_from(["label", "name", "summary", "title"]))
def test_nothing_breaks_out_of_a_page(dossier: Dossier, field: str) -> None:
    """Whatever stands in a label stays text."""
    fields: dict[str, Any] = {field: EVIL}
    marked = Dossier(
        [
            evolve(record, **fields) if hasattr(record, field) else record
            for record in dossier.records
        ]
    )
    for view in all_of(marked):
        assert "<script" not in view.to_html(chart=False)


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@pytest.mark.parametrize("name", ["uk-france", "promises-kept"])
def test_the_table_says_what_the_text_says(
    make: Callable[[Dossier], View], name: str
) -> None:
    """Every label and every fact stands in both, since they are made of the same rows."""
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
            assert " ".join(flat(value).split()) in text
    for note in view.notes:
        assert note in page
        assert note in text


def test_a_text_is_broken_between_its_words_and_a_word_never() -> None:
    """A note that is too long goes on in the next line, and a word that no line holds stands whole on its own."""
    long = " ".join(["promise"] * 20)
    view = evolve(
        views.themes(Dossier()), title="Themes", notes=(long, f"a {'b' * 120} c")
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
    """In a console by its text, in a notebook as a figure."""
    view = views.themes(entente.example("promises-kept"))
    assert repr(view) == str(view)
    assert view._repr_html_().startswith('<figure class="entente-view">')


@pytest.mark.parametrize("missing", ["altair", "vl_convert"])
def test_without_the_extra_nothing_is_drawn_and_all_is_told(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    """Text, table and notebook do without it; what draws says which extra it needs."""
    monkeypatch.setitem(sys.modules, missing, None)
    view = views.themes(entente.example("promises-kept"))
    assert "Small boats" in str(view)
    assert "<table>" in view.to_html(chart=False)
    draws: list[Callable[[], object]] = [view.to_svg, view.to_png, view.to_html]
    for draw in [view.chart] if missing == "altair" else draws:
        with pytest.raises(
            MissingExtraError, match=r"drawing a chart needs the extra 'charts'"
        ):
            draw()
    if missing == "vl_convert":
        assert view._repr_html_() == view.to_html(chart=False)


def test_a_row_with_more_marks_than_places_is_told() -> None:
    """Points give way to each other while there is room, and beyond that share a place."""
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


def test_an_axis_says_where_a_mark_goes_on_beyond_it() -> None:
    """What lies wholly outside is its date at the edge; what reaches out is cut, with a sign."""
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
