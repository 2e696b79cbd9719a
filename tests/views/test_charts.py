"""Pictures are well-formed, accessible, the same each time, and need nothing from outside."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given

import entente
from entente import (
    Commitment,
    Dossier,
    Metric,
    Observation,
    Party,
    PartyKind,
    Quantity,
    views,
)
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
    "progress without a target": lambda: views.progress(
        FRANCE, "small-boat-arrivals"
    ),
    "scorecard": lambda: views.scorecard(KEPT, by="theme", on="2024-12-31"),
    "offices": lambda: views.offices(
        KEPT, KEPT.holdings(on="2024-01-30"), on="2024-01-30"
    ),
    "themes": lambda: views.themes(FRANCE),
    "recipients": lambda: views.recipients(FRANCE),
    "course": lambda: views.course(KEPT, on="2024-07-01"),
}


def parsed(drawn: str) -> Element:
    """Parse an SVG."""
    return ElementTree.fromstring(drawn)  # noqa: S314 -- we drew it


def texts_in(drawn: str) -> list[str]:
    """Return the texts of an SVG."""
    return [
        (element.text or "")
        + "".join(line.text or "" for line in element.iter(f"{SVG}tspan"))
        + "".join(child.tail or "" for child in element)
        for element in parsed(drawn).iter(f"{SVG}text")
    ]


def tips_in(drawn: str) -> set[str]:
    """Return what an SVG shows to who points at its parts."""
    _, *tips = parsed(drawn).iter(f"{SVG}title")
    return {tip.text or "" for tip in tips}


@pytest.fixture(params=VIEWS)
def view(request: pytest.FixtureRequest) -> View:
    """Return each view in turn."""
    return VIEWS[request.param]()


def test_an_svg_is_one_image_with_a_name_and_a_description(view: View) -> None:
    """A screen reader reads the title and the description of the view."""
    root = parsed(view.to_svg())
    assert (root.tag, root.get("role"), root.get("aria-label")) == (
        f"{SVG}svg",
        "img",
        view.title,
    )
    assert root.findtext(f"{SVG}title") == view.title
    assert root.findtext(f"{SVG}desc") == view.description


def test_an_svg_loads_nothing_and_runs_nothing(view: View) -> None:
    """It has no scripts, links or addresses except those of its namespaces."""
    drawn = view.to_svg()
    assert not re.search(r"<script|<image|<style|\bon\w+=|href=|url\(", drawn)
    assert set(re.findall(r"https?://[^\"]*", drawn)) == {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }


def test_a_view_is_drawn_the_same_each_time(view: View) -> None:
    """One dossier gives the same bytes, so charts in git change only with facts."""
    assert view.to_svg() == view.to_svg()
    assert view.to_png(scale=1) == view.to_png(scale=1)


@pytest.mark.no_cover
@given(dossiers(max_size=6))
def test_any_dossier_can_be_drawn(dossier: Dossier) -> None:
    """Odd letters, the first and last year and the largest amounts do no harm."""
    made = [
        views.timeline(dossier, on="2024-01-30"),
        views.offices(dossier),
        views.themes(dossier),
    ]
    for view in [
        *made,
        *(views.progress(dossier, metric) for metric in dossier.metrics),
    ]:
        svg = view.to_svg()
        assert len(texts_in(svg)) >= len(view.rows)
        # A theme may be called NaN, but nothing is drawn there.
        places = re.findall(r' (?:d|transform|x|y|width|height)="[^"]*"', svg)
        assert not re.search("NaN|Infinity", "".join(places))


@pytest.mark.parametrize(
    "value", ["9e99 people", "> 9e98 people", "<= 1e-20 people", ".. people"]
)
def test_the_largest_and_the_least_amounts_are_drawn(value: str) -> None:
    """The axis fits any amounts and has labels, and each amount is there in words."""
    metric = Metric(
        id="m",
        name="M",
        unit="people",
        observations=(Observation(period="2024", value=value),),
    )
    view = views.progress(Dossier([metric]), "m")
    assert "NaN" not in view.to_svg()
    assert len(texts_in(view.to_svg())) > 3
    assert f"observed: {Quantity(value).words()}" in " ".join(
        str(view).split()
    )


def test_a_scorecard_has_whole_numbers_on_its_axis() -> None:
    """Nobody makes half a promise, however few there are."""
    places = [
        text
        for text in texts_in(VIEWS["scorecard"]().to_svg())
        if re.fullmatch(r"[\d.]+", text)
    ]
    assert places == ["0", "1"]


def test_every_row_is_in_the_picture(view: View) -> None:
    """Each row of the text is drawn next to the beginning of its label."""
    texts = [text.removesuffix("…") for text in texts_in(view.to_svg())]
    for row in view.rows:
        assert any(
            text and row.label.startswith(text.removeprefix("└ "))
            for text in texts
        )
    for note in view.notes:
        assert note[:40] in " ".join(texts)


def test_the_legend_explains_every_mark_that_is_drawn(view: View) -> None:
    """Each kind of mark in a picture is in its legend."""
    drawn = {
        mark.kind for row in view.rows for mark in view.axis.clip(row.marks)
    }
    assert {STYLES[kind].words for kind in drawn} <= set(
        texts_in(view.to_svg())
    )


def test_no_two_kinds_differ_by_colour_alone() -> None:
    """Points differ in shape and in letter."""
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
def test_every_colour_contrasts_with_its_ground(
    name: str, ratio: float, ground: int
) -> None:
    """Contrast meets the Web Content Accessibility Guidelines."""
    one, other = sorted(
        (_luminance(PALETTES[each][ground]) for each in (name, "ground")),
        reverse=True,
    )
    assert (one + 0.05) / (other + 0.05) >= ratio


def test_words_contrast_with_bars() -> None:
    """Contrast of words on filled bars meets the guidelines too."""
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


def test_light_and_dark_differ_only_in_colours(view: View) -> None:
    """Nothing moves when the ground changes."""
    light, dark = view.to_svg(), view.to_svg(dark=True)
    for one, other in dict(PALETTES.values()).items():
        light, dark = (
            light.replace(one, "colour"),
            dark.replace(other, "colour"),
        )
    assert light == dark


def test_the_scale_sets_the_size_of_a_png() -> None:
    """At a scale of two a PNG is twice as large."""
    view = VIEWS["empty timeline"]()
    sizes = [
        struct.unpack(">II", view.to_png(scale=scale)[16:24])
        for scale in (1, 2)
    ]
    assert view.to_png(dark=True).startswith(b"\x89PNG")
    assert sizes[1] == tuple(2 * side for side in sizes[0])


def test_a_figure_follows_dark_mode(view: View) -> None:
    """Each colour of the light picture has a rule for the dark one."""
    figure = view.to_html()
    assert figure.count("<svg") == 2
    for light, dark in PALETTES.values():
        assert f'[fill="{light}"]{{fill:{dark}}}' in figure
    assert "<table>" in figure
    assert view._repr_html_() == figure


def test_a_chart_can_be_changed(view: View) -> None:
    """It is a valid chart of Altair."""
    made = view.chart().properties(width=600).to_dict()
    assert made["width"] == 600
    assert made["layer"]


def test_labels_cannot_break_out_of_a_picture() -> None:
    """Any label stays text, in SVG and in the figure."""
    dossier = Dossier(
        [
            Commitment(id="a", summary=EVIL, made="2024", by=("FR",)),
            Commitment(id="b", summary=EVIL),
        ]
    )
    view = views.timeline(dossier, title=EVIL)
    drawn, figure = view.to_svg(), view.to_html()
    assert parsed(drawn).findtext(f"{SVG}title") == EVIL
    assert "<script" not in drawn + figure


def test_long_labels_end_in_an_ellipsis() -> None:
    """A label is cut by the widths of its letters, broad ones sooner."""
    labels = {"i" * 400: "i", "W" * 400: "W", "巴" * 400: "巴"}
    dossier = Dossier(
        [
            Commitment(id=f"a{at}", summary=label, made="2024")
            for at, label in enumerate(labels)
        ]
    )
    kept = {
        text[0]: len(text)
        for text in texts_in(views.timeline(dossier).to_svg())
        if text.endswith("…")
    }
    assert kept["i"] > 2 * kept["W"] > 2 * kept["巴"]


def test_a_picture_has_its_own_ground(view: View) -> None:
    """It can be read on a page of any colour, since its first shape fills it."""
    for dark in (False, True):
        drawn = view.to_svg(dark=dark)
        ground = next(parsed(drawn).iter(f"{SVG}rect"))
        size = re.search(r'width="(\d+)" height="(\d+)"', drawn)
        assert size is not None
        assert (ground.get("width"), ground.get("height")) == size.groups()
        assert ground.get("fill") == PALETTES["ground"][dark]


@pytest.mark.parametrize("width", [320, 390, 720, 1280])
def test_a_picture_fills_the_width_that_is_asked_for(
    view: View, width: int
) -> None:
    """No text begins outside it, and every mark has its tip."""
    drawn = view.to_svg(width=width)
    assert f'width="{width}"' in drawn
    labels = {row.label for row in view.rows}
    assert labels <= {tip.split("\n")[0] for tip in tips_in(drawn)}


def test_a_picture_too_narrow_for_text_is_refused() -> None:
    """The message says how wide it has to be."""
    message = "a picture is at least 240 pixels wide, not 100"
    with pytest.raises(ValueError, match=message):
        VIEWS["themes"]().to_svg(width=100)


def test_a_phone_has_each_label_above_its_marks() -> None:
    """Its whole text is at the left edge, however long the plot is."""
    view = VIEWS["timeline of promises kept"]()
    rows = len(view.rows)
    height = re.compile(r'height="(\d+)"')
    found = [
        int(height.findall(view.to_svg(width=width))[0])
        for width in (390, 952)
    ]
    assert found[0] > found[1] + 30 * rows
    assert (
        "Meeting of the presidents of the United States and France in Rome"
        in (texts_in(view.to_svg(width=390)))
    )


def test_a_tip_says_what_a_mark_is_and_when() -> None:
    """The label, the meaning of the mark, its days, and why it is hollow."""
    tips = tips_in(VIEWS["timeline of promises kept"]().to_svg())
    assert "Meet in Europe.\npromise made: 22 September 2021" in tips
    assert (
        "Meet again in the trilateral committee on fentanyl.\n"
        "promise made: 1 January 2023\n"
        "hollow: uncertain, or one day between the two"
    ) in tips
    assert (
        "Meet again in the trilateral committee on fentanyl.\n"
        "due in this period: 1 June 2023 to 31 August 2023"
    ) in tips


def test_a_tip_knows_no_end_that_the_record_does_not() -> None:
    """What reaches the edge of the picture does not end there, and what is beyond has its date."""
    dossier = Dossier(
        [
            Commitment(id="a", summary="A", runs="2023-05-01/.."),
            Commitment(id="b", summary="B", runs="../2024-05-01"),
            Commitment(id="c", summary="C", runs="2024-03-01/"),
            Commitment(id="d", summary="D", made="1904-04-08"),
            Commitment(id="e", summary="E", made="2024-04-08"),
        ]
    )
    tips = tips_in(views.timeline(dossier).to_svg())
    assert {
        "A\ncertain: from 1 May 2023",
        "A\nno end is set",
        "B\ncertain: until 1 May 2024",
        "C\npossible: from 1 March 2024",
        "C\nunknown date",
        "D\nbefore the period shown: 8 April 1904",
    } <= tips


def test_headings_are_not_crossed_by_lines() -> None:
    """Below each is the ground, in a stroke wider than its letters."""
    drawn = VIEWS["offices"]().to_svg()
    heading = "Minister of the Interior of France"
    below, above = (
        each
        for each in parsed(drawn).iter(f"{SVG}text")
        if each.text == heading
    )
    ground = PALETTES["ground"][0]
    assert (below.get("stroke"), below.get("fill")) == (ground, ground)
    assert above.get("stroke") is None


def test_dates_beyond_the_edge_are_over_nothing() -> None:
    """They are written once, and left out where another mark is: who points at the sign reads them."""

    def promise(id: str, made: str, due: str) -> Commitment:
        return Commitment(
            id=id, summary=f"{id}.", by=("FR",), made=made, due=due
        )

    recent = [
        promise(f"r{year}", f"{year}-05-01", f"{year + 1}-05-01")
        for year in range(2018, 2025)
    ]
    old = promise("old", "0986-03-01", "0999-05-02")
    half_old = promise("half-old", "0986-03-01", "2018-07-01")
    far = promise("far", "2018-06-01", "2099-01-01")
    near = promise("near", "2025-04-01", "2098-02-02")
    both = promise("both", "0987-03-01", "2097-03-03")
    dossier = Dossier([*recent, old, half_old, far, near, both])
    drawn = views.timeline(dossier).to_svg()
    dates = [each for each in texts_in(drawn) if " 9" in each or " 20" in each]
    assert dates == [
        "1 March 986 AD, 2 May 999 AD",
        "1 March 987 AD",
        "1 January 2099",
        "3 March 2097",
    ] or sorted(set(dates)) == sorted(
        [
            "1 March 986 AD, 2 May 999 AD",
            "1 March 987 AD",
            "1 January 2099",
            "3 March 2097",
        ]
    )
    assert "after the period shown: 2 February 2098" in drawn


def test_a_long_title_takes_two_lines() -> None:
    """None of it is lost on a phone."""
    title = (
        "What the two ministers of the interior promised each other in Paris"
    )
    view = views.timeline(KEPT, title=title)
    assert title.replace(" ", "") in (
        "".join(texts_in(view.to_svg(width=390))).replace(" ", "")
    )


def run_together(texts: list[str]) -> str:
    """Return texts without the spaces at which they are broken."""
    return "".join(texts).replace(" ", "")


def test_a_long_aside_takes_two_lines_beside_the_plot() -> None:
    """Counts are not cut, and a number stays with its word."""
    channel = entente.example("channel-2020-2024")
    view = views.scorecard(channel, by="by", on="2024-12-31")
    drawn = run_together(texts_in(view.to_svg()))
    for row in view.rows:
        assert row.aside.replace(" ", "") in drawn
    assert "…" not in drawn
    lines = [each.text for each in parsed(view.to_svg()).iter(f"{SVG}tspan")]
    assert "1 announced, 22 not reported" in lines


@pytest.mark.parametrize("width", [390, 952])
def test_a_column_has_its_name_if_there_is_room(width: int) -> None:
    """A long name is in lines above the plot, not a code beside the names of others."""
    channel = entente.example("channel-2020-2024")
    drawn = views.recipients(channel).to_svg(width=width)
    assert "GB" not in texts_in(drawn)
    name = "UnitedKingdomofGreatBritainandNorthernIreland"
    # On a phone, the name of a row has the ground below it.
    assert run_together(texts_in(drawn)).count(name) == (
        3 if width == 390 else 2
    )


def test_a_column_without_room_has_its_code() -> None:
    """A name that is cut could be that of another; below is what each code stands for."""
    long = [
        Party(id=f"p{at}", name=f"Committee on {at * 40}", kind=PartyKind.BODY)
        for at in "abcde"
    ]
    promises = [
        Commitment(
            id=f"c-{each.id}", summary="Pay.", by=("FR",), to=(each.id,)
        )
        for each in long
    ]
    drawn = views.recipients(Dossier([*long, *promises])).to_svg()
    assert {each.id for each in long} <= set(texts_in(drawn))
    keys = run_together(texts_in(drawn))
    for each in long:
        assert f"{each.id}:{each.name.replace(' ', '')}" in keys


def test_the_name_of_a_group_is_whole_on_a_phone() -> None:
    """A long one takes two lines."""
    channel = entente.example("channel-2020-2024")
    view = views.scorecard(channel, by="by", on="2024-12-31")
    drawn = run_together(texts_in(view.to_svg(width=390)))
    for row in view.rows:
        assert row.group.replace(" ", "") in drawn


def test_the_picture_of_the_readme_is_up_to_date() -> None:
    """It shows what the code next to it draws, whatever the versions that drew it."""
    file = Path(__file__).parents[2] / "docs" / "_static" / "promises.svg"
    drawn = views.timeline(
        KEPT.commitments,
        on="2024-06-01",
        title="Promises and the reports on them",
    ).to_svg()
    assert texts_in(file.read_text(encoding="utf-8")) == texts_in(drawn)
