"""The pictures: well-formed, told to those who do not see them, the same each time, and of this page alone."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings

import entente
from entente import Commitment, Dossier, Metric, Observation, Quantity, views
from entente.strategies import dossiers
from entente.views import View
from entente.views._marks import POINTS, STYLES
from entente.views._spec import PALETTES
from pages import EVIL

pytest.importorskip("altair")
pytest.importorskip("vl_convert")

SVG: Final = "{http://www.w3.org/2000/svg}"
FRANCE: Final = entente.example("uk-france")
KEPT: Final = entente.example("promises-kept")

VIEWS: Final[dict[str, Callable[[], View]]] = {
    "timeline": lambda: views.timeline(FRANCE, on="2024-07-01"),
    "timeline of promises kept": lambda: views.timeline(
        KEPT, on="2024-07-01", as_known="2024-06-01"
    ),
    "empty timeline": lambda: views.timeline(Dossier()),
    "progress": lambda: views.progress(FRANCE, "french-personnel-deployed"),
    "progress without a target": lambda: views.progress(FRANCE, "small-boat-arrivals"),
    "scorecard": lambda: views.scorecard(KEPT, by="theme", on="2024-12-31"),
    "offices": lambda: views.offices(
        KEPT, KEPT.holdings(on="2024-01-30"), on="2024-01-30"
    ),
    "themes": lambda: views.themes(FRANCE),
}


def read(drawn: str) -> Element:
    """Read an SVG."""
    return ElementTree.fromstring(drawn)  # noqa: S314 -- we drew it


def said(drawn: str) -> list[str]:
    """List the texts of an SVG."""
    return ["".join(element.itertext()) for element in read(drawn).iter(f"{SVG}text")]


@pytest.fixture(params=VIEWS)
def view(request: pytest.FixtureRequest) -> View:
    """Each view in turn."""
    return VIEWS[request.param]()


def test_an_svg_is_one_image_with_a_name_and_a_description(view: View) -> None:
    """It is well-formed, and a screen reader says its title and the sentence that describes it."""
    root = read(view.to_svg())
    assert (root.tag, root.get("role"), root.get("aria-label")) == (
        f"{SVG}svg",
        "img",
        view.title,
    )
    assert root.findtext(f"{SVG}title") == view.title
    assert root.findtext(f"{SVG}desc") == view.description


def test_an_svg_loads_nothing_and_runs_nothing(view: View) -> None:
    """There is no script, no link and no address in it but the names of its own notation."""
    drawn = view.to_svg()
    assert not re.search(r"<script|<image|<style|\bon\w+=|href=|url\(", drawn)
    assert set(re.findall(r"https?://[^\"]*", drawn)) == {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }


def test_a_view_is_drawn_the_same_each_time(view: View) -> None:
    """The same dossier gives the same bytes, so that a report in git changes only with its facts."""
    assert view.to_svg() == view.to_svg()
    assert view.to_png(scale=1) == view.to_png(scale=1)


@settings(max_examples=20)
@given(dossiers(max_size=6))
def test_any_dossier_can_be_drawn(dossier: Dossier) -> None:
    """Letters that XML does not know, the first year and the last, and the largest amounts do no harm."""
    made = [
        views.timeline(dossier, on="2024-01-30"),
        views.offices(dossier),
        views.themes(dossier),
    ]
    for view in [
        *made,
        *(views.progress(dossier, metric) for metric in dossier.metrics),
    ]:
        texts = said(view.to_svg())
        assert len(texts) >= len(view.rows)
        assert "NaN" not in view.to_svg()
        assert "Infinity" not in view.to_svg()


@pytest.mark.parametrize(
    "value", ["9e99 people", "> 9e98 people", "<= 1e-20 people", ".. people"]
)
def test_the_largest_and_the_least_amounts_are_drawn(value: str) -> None:
    """An axis fits what it shows, however large, and says its places."""
    metric = Metric(
        id="m",
        name="M",
        unit="people",
        observations=(Observation(period="2024", value=value),),
    )
    view = views.progress(Dossier([metric]), "m")
    assert "NaN" not in view.to_svg()
    assert len(said(view.to_svg())) > 3
    assert str(Quantity(value)) in str(view)


def test_nobody_makes_half_a_promise() -> None:
    """The axis of a scorecard has whole numbers only, however few they are."""
    places = [
        text
        for text in said(VIEWS["scorecard"]().to_svg())
        if re.fullmatch(r"[\d.]+", text)
    ]
    assert places == ["0", "1"]


def test_every_row_is_in_the_picture(view: View) -> None:
    """What the text lists is drawn, under the beginning of its label."""
    texts = [text.removesuffix("…") for text in said(view.to_svg())]
    for row in view.rows:
        assert any(
            text and row.label.startswith(text.removeprefix("└ ")) for text in texts
        )
    for note in view.notes:
        assert note[:40] in " ".join(texts)


def test_the_legend_explains_every_mark_that_is_drawn(view: View) -> None:
    """Nobody has to guess what a sign means."""
    drawn = {mark.kind for row in view.rows for mark in view.axis.clip(row.marks)}
    assert {STYLES[kind].words for kind in drawn} <= set(said(view.to_svg()))


def test_no_two_signs_differ_by_colour_alone() -> None:
    """Whoever sees no colours tells the marks by their shapes and the bars by their words."""
    of_amounts = {
        "amount",
        "or less",
        "or more",
    }  # which never stand beside those of time
    for together in (POINTS.keys() - of_amounts, of_amounts):
        assert len({POINTS[name].shape for name in together}) == len(together)
        assert len({POINTS[name].glyph for name in together}) == len(together)


@pytest.mark.parametrize("ground", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("name", "ratio"),
    [
        ("ink", 7),
        ("muted", 4.5),
        ("edge", 4.5),
        ("meeting", 3),
        ("agreement", 3),
        ("made", 3),
        ("due", 3),
    ],
)
def test_every_colour_stands_out_from_its_ground(
    name: str, ratio: float, ground: int
) -> None:
    """Words and signs have the contrast that the Web Content Accessibility Guidelines ask for."""
    one, other = sorted(
        (_luminance(PALETTES[each][ground]) for each in (name, "ground")), reverse=True
    )
    assert (one + 0.05) / (other + 0.05) >= ratio


def test_words_in_bars_can_be_read() -> None:
    """So have the words on a bar that is filled."""
    for ground in (0, 1):
        for name in ("pale", "done", "going", "behind", "due pale"):
            pair = sorted(
                (_luminance(PALETTES[each][ground]) for each in ("ink", name)),
                reverse=True,
            )
            assert (pair[0] + 0.05) / (pair[1] + 0.05) >= 4.5, name


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_light_and_dark_differ_in_their_colours_alone(view: View) -> None:
    """Nothing moves when the ground changes."""
    light, dark = view.to_svg(), view.to_svg(dark=True)
    for one, other in dict(PALETTES.values()).items():
        light, dark = light.replace(one, "colour"), dark.replace(other, "colour")
    assert light == dark


def test_a_png_has_the_size_that_was_asked_for() -> None:
    """It is twice as large at a scale of two, and is a PNG."""
    view = VIEWS["empty timeline"]()
    sizes = [struct.unpack(">II", view.to_png(scale=scale)[16:24]) for scale in (1, 2)]
    assert view.to_png(dark=True).startswith(b"\x89PNG")
    assert sizes[1] == tuple(2 * side for side in sizes[0])


def test_a_figure_turns_dark_where_the_reader_wants_that(view: View) -> None:
    """Each colour of the light picture has a rule that puts the dark one in its place."""
    figure = view.to_html()
    assert figure.count("<svg") == 1
    for light, dark in PALETTES.values():
        assert f'[fill="{light}"]{{fill:{dark}}}' in figure
    assert "<table>" in figure
    assert view._repr_html_() == figure


def test_a_chart_can_be_gone_on_with(view: View) -> None:
    """It is a chart of Altair, valid by its schema."""
    made = view.chart().properties(width=600).to_dict()
    assert made["width"] == 600
    assert made["layer"]


def test_labels_cannot_break_out_of_a_picture() -> None:
    """What a source says stays text in the SVG and in the figure, whatever it says."""
    dossier = Dossier(
        [
            Commitment(id="a", summary=EVIL, made="2024", by=("FR",)),
            Commitment(id="b", summary=EVIL),
        ]
    )
    view = views.timeline(dossier, title=EVIL)
    drawn, figure = view.to_svg(), view.to_html()
    assert read(drawn).findtext(f"{SVG}title") == EVIL
    assert "<script" not in drawn + figure


def test_what_is_cut_in_a_picture_ends_in_an_ellipsis() -> None:
    """A long label is cut to its column by the breadth of its letters, broad ones sooner."""
    labels = {"i" * 400: "i", "W" * 400: "W", "巴" * 400: "巴"}
    dossier = Dossier(
        [
            Commitment(id=f"a{at}", summary=label, made="2024")
            for at, label in enumerate(labels)
        ]
    )
    kept = {
        text[0]: len(text)
        for text in said(views.timeline(dossier).to_svg())
        if text.endswith("…")
    }
    assert kept["i"] > 2 * kept["W"] > 2 * kept["巴"]
