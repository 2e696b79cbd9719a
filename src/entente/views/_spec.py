"""A view as a chart: its specification in the grammar of Vega-Lite, as plain data.

The plot begins at x = 0, with a line of `_LINE` pixels for each row. Labels are left of it, at
negative x, and asides right of it.
"""

from __future__ import annotations

import math
import textwrap
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final, TypeAlias

from entente._safe import document_line
from entente._tables import display_width
from entente.views._marks import (
    BARS,
    COUNTS,
    POINTS,
    STYLES,
    Axis,
    Mark,
    ReferenceLine,
    ViewRow,
    day_at,
    used_kinds,
)

Spec: TypeAlias = dict[str, object]

VERSION: Final = "6.1"
"""The version of Vega-Lite that the specifications are for."""

PALETTES: Final[Mapping[str, tuple[str, str]]] = {
    # Words and lines
    "ink": ("#1f2328", "#e6edf3"),
    "muted": ("#59636e", "#9aa4af"),
    "faint": ("#e4e8ec", "#2b323b"),
    "edge": ("#5f6974", "#98a3ae"),
    # Bars of days
    "solid": ("#a7b2bd", "#58636f"),
    "pale": ("#e6eaee", "#262d36"),
    # Points
    "meeting": ("#0072b2", "#56b4e9"),
    "agreement": ("#00805e", "#2fc79b"),
    "made": ("#a3477f", "#e29bc4"),
    "due": ("#c85200", "#ff9a3d"),
    "due pale": ("#fbe0cc", "#4a2f17"),
    # Bars of counts, which have words on them
    "done": ("#7cc4a8", "#1f6b52"),
    "going": ("#9cc9e8", "#22587d"),
    "behind": ("#f3b890", "#7d4317"),
    "report": ("#1f2328", "#e6edf3"),
    "ground": ("#ffffff", "#0d1117"),
}
"""The colours by meaning: on light ground, on dark ground.

They are those of Okabe and Ito, which colour-blind readers can distinguish, darker on light ground
for contrast. No meaning depends on colour: a shape or a word has it too.
"""

# Sizes in pixels. They are fixed, so that a picture is the same with the fonts of any machine.
_LABELS: Final = 300  # left of the plot
_PLOT: Final = 430
_ASIDES: Final = 210  # right of the plot
_WIDTH: Final = _LABELS + _PLOT + _ASIDES - 40  # of the title
_LINE: Final = 24  # of the plot
_LEGEND_COLUMNS: Final = 4
_LEGEND_COLUMN: Final = 225
_LEGEND_LINE: Final = 20
_NOTE_LINE: Final = 15
_LABEL_LINE: Final = 18
_NOTE_LETTERS: Final = 150  # about the width of the picture
_INDENT: Final = 12  # for each step down a tree

_MOST_WHOLE_LABELS: Final = 8
"""How many labels an axis of whole numbers may have besides zero."""

_PIXELS: Final[Spec] = {"type": "quantitative", "scale": None, "axis": None}
"""The encoding of a field that is a position in pixels."""


def vega_lite(
    title: str,
    rows: Sequence[ViewRow],
    axis: Axis,
    reference_lines: Sequence[ReferenceLine],
    notes: Sequence[str],
    *,
    dark: bool,
) -> Spec:
    """Return the Vega-Lite specification of a view."""
    colours = {name: pair[dark] for name, pair in PALETTES.items()}
    rows_at, headings_at = _arranged(rows)
    marks: list[tuple[int, Mark]] = []
    for line, row in rows_at.items():
        marks += [(line, mark) for mark in axis.clip(row.marks)]
    kinds = used_kinds(mark for _, mark in marks)
    height = _LINE * max(len(rows_at) + len(headings_at), 1)
    shown = [line for line in reference_lines if axis.shows(line.at)]
    labels = [line.label for line in shown if line.label]
    # Labels of reference lines are below the plot, the legend below them, the notes last.
    legend_top = height + 16 + _LABEL_LINE * len(labels)
    notes_top = legend_top + _LEGEND_LINE * math.ceil(
        len(kinds) / _LEGEND_COLUMNS
    )
    if any(mark.hollow for _, mark in marks):
        notes = (axis.hollow_meaning, *notes)
    small = _note_lines(notes)
    # Later layers are drawn over earlier ones.
    layers = [*_frame(rows_at, headings_at, colours)]
    layers += _mark_layers(marks, axis, kinds, colours)
    layers += [_reference_line(line, axis, colours) for line in shown]
    layers += _labels_below(shown, axis, colours, height)
    if kinds:
        layers.append(_legend(kinds, colours, legend_top))
    layers.append(
        _words(_cut(title, _WIDTH, 16), -46, fontSize=15, fontWeight="bold"),
    )
    layers.append(
        _words(
            small,
            notes_top,
            lineHeight=_NOTE_LINE,
            fontSize=11,
            color=colours["muted"],
            baseline="top",
        )
    )
    return {
        "$schema": f"https://vega.github.io/schema/vega-lite/v{VERSION}.0.json",
        "width": _PLOT,
        "height": height,
        # Vega would measure texts, whose fonts differ between machines.
        "autosize": {"type": "none"},
        "padding": {
            "left": _LABELS + 12,
            "right": _ASIDES,
            "top": 64,
            "bottom": notes_top - height + _NOTE_LINE * len(small) + 12,
        },
        "background": "transparent",
        "config": {
            "view": {"stroke": None},
            "font": "Helvetica, Arial, sans-serif",
            "text": {
                "color": colours["ink"],
                "fontSize": 12,
                "baseline": "middle",
            },
            # `_draw.svg` describes the picture as a whole.
            "aria": False,
        },
        "layer": layers,
    }


def _arranged(
    rows: Iterable[ViewRow],
) -> tuple[dict[int, ViewRow], dict[int, str]]:
    """Return rows and the names of groups by their lines: each name is above its first row."""
    rows_at: dict[int, ViewRow] = {}
    headings_at: dict[int, str] = {}
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            headings_at[len(rows_at) + len(headings_at)] = group
        rows_at[len(rows_at) + len(headings_at)] = row
    return rows_at, headings_at


def _note_lines(notes: Iterable[str]) -> list[str]:
    lines: list[str] = []
    for note in notes:
        lines += textwrap.wrap(document_line(note), _NOTE_LETTERS)
    return lines


def _words(text: str | list[str], y: float, **style: object) -> Spec:
    """Return a layer of words at the left edge, `y` pixels below the top of the plot."""
    return {
        "data": {"values": [{}]},
        "mark": {"type": "text", "text": text, "align": "left", **style},
        "encoding": {"x": {"value": -_LABELS}, "y": {"value": y}},
    }


def _legend(
    kinds: Sequence[str], colours: Mapping[str, str], top: float
) -> Spec:
    """Return the layer that shows each kind of mark with its meaning."""
    values: list[Spec] = []
    for number, kind in enumerate(kinds):
        line, column = divmod(number, _LEGEND_COLUMNS)
        values.append(
            {
                "x": column * _LEGEND_COLUMN - _LABELS + 10,
                "y": top + line * _LEGEND_LINE + 6,
                "says": STYLES[kind].words,
                "shape": STYLES[kind].shape,
                **_paint(kind, colours),
            }
        )
    places: Spec = {name: {"field": name, **_PIXELS} for name in ("x", "y")}
    as_given: Spec = {"scale": None, "legend": None}
    paint: Spec = {
        name: {"field": name, **as_given}
        for name in ("shape", "fill", "stroke")
    }
    text: Spec = {
        "type": "text",
        "align": "left",
        "dx": 16,
        "fontSize": 11,
        "color": colours["muted"],
    }
    return {
        "data": {"values": values},
        "encoding": places,
        "layer": [
            {"mark": {"type": "point", **_POINT}, "encoding": paint},
            {"mark": text, "encoding": {"text": {"field": "says"}}},
        ],
    }


def _frame(
    rows_at: Mapping[int, ViewRow],
    headings_at: Mapping[int, str],
    colours: Mapping[str, str],
) -> Iterator[Spec]:
    """Yield the layers around the marks: faint lines, labels, headings and asides."""
    rules: list[Spec] = [{"line": line} for line in rows_at]
    labels: list[Spec] = [
        {"line": line, **_label(row)} for line, row in rows_at.items()
    ]
    headings: list[Spec] = []
    for line, name in headings_at.items():
        words = _cut(name, _LABELS + _PLOT, 13)
        headings.append({"line": line, "x": -_LABELS, "says": words})
    asides: list[Spec] = []
    noted = [(line, row.aside) for line, row in rows_at.items() if row.aside]
    for line, aside in noted:
        words = _cut(aside, _ASIDES - 26, 11)
        asides.append({"line": line, "x": _PLOT + 20, "says": words})
    # Without a domain, Vega-Lite would leave out lines that a layer has no value for.
    order: Spec = {"domain": list(range(len(rows_at) + len(headings_at)))}
    y: Spec = {
        "field": "line",
        "type": "ordinal",
        "axis": None,
        "scale": order,
    }
    words_at: Spec = {
        "y": y,
        "x": {"field": "x", **_PIXELS},
        "text": {"field": "says"},
    }
    text: Spec = {"type": "text", "align": "left"}
    small: Spec = {**text, "fontSize": 11, "color": colours["muted"]}
    yield from _layer(
        {"type": "rule", "color": colours["faint"]}, {"y": y}, rules
    )
    yield from _layer(text, words_at, labels)
    yield from _layer({**text, "fontWeight": "bold"}, words_at, headings)
    yield from _layer(small, words_at, asides)


def _label(row: ViewRow) -> Spec:
    indent = _INDENT * row.depth
    words = _cut(row.label, _LABELS - 12 - indent)
    return {
        "x": indent - _LABELS,
        "says": f"└ {words}" if row.depth else words,
    }


def _layer(mark: Spec, encoding: Spec, values: list[Spec]) -> Iterator[Spec]:
    """Yield a layer, or nothing if it has no values."""
    if values:
        yield {"data": {"values": values}, "mark": mark, "encoding": encoding}


def _mark_layers(
    marks: Sequence[tuple[int, Mark]],
    axis: Axis,
    kinds: Sequence[str],
    colours: Mapping[str, str],
) -> Iterator[Spec]:
    """Yield the layers of marks: bars, points over them, then texts in or next to them."""

    def values(shown: Callable[[Mark], bool]) -> list[Spec]:
        return [
            _datum(line, mark, axis) for line, mark in marks if shown(mark)
        ]

    x: Spec = {"x": _x_axis(axis, colours)}
    y: Spec = {"y": {"field": "line", "type": "ordinal", "axis": None}}
    scales = _paint_scales(kinds, colours)
    paint: Spec = {"fill": scales["fill"], "stroke": scales["stroke"]}
    bar: Spec = {**x, **y, **paint, "x2": {"field": "end"}}
    dashed: Spec = {**_BAR, "strokeDash": [3, 2]}
    # Certain days lie over possible ones, and deadlines over both.
    yield from _layer(
        dashed, bar, values(lambda mark: mark.kind == "possible")
    )
    yield from _layer(_BAR, bar, values(_is_solid_bar))
    thin: Spec = {**dashed, "size": 6}
    yield from _layer(thin, bar, values(lambda mark: mark.kind == "due time"))
    yield from _layer(
        {"type": "point", **_POINT},
        {**x, **y, **paint, "shape": scales["shape"]},
        values(lambda mark: mark.kind in POINTS),
    )
    text: Spec = {"type": "text", "fontSize": 11, "color": colours["ink"]}
    says: Spec = {**y, "text": {"field": "says"}}
    within: Spec = {**says, "x": {"field": "middle", "type": _type(axis)}}
    after: Spec = {**says, "x": {"field": "end", "type": _type(axis)}}
    yield from _layer(
        text, within, values(lambda mark: _is_text_within(mark, axis))
    )
    yield from _layer(
        {**text, "align": "left", "dx": 8},
        after,
        values(lambda mark: _is_text_after(mark, axis)),
    )


_BAR: Final[Spec] = {"type": "bar", "size": 13, "strokeWidth": 1}
_POINT: Final[Spec] = {"size": 80, "strokeWidth": 1.4, "opacity": 1}
_DASHED: Final = ("possible", "due time")
"""The bars with dashed edges."""

_EDGES: Final = {
    "possible": "edge",
    "certain": "edge",
    "due time": "due",
    **dict.fromkeys(COUNTS, "edge"),
}
"""The colours of edges that differ from that of the fill."""

_LINES: Final = ("cancelled", "unknown", "earlier", "later")
"""The points without a fill, since their shapes are lines."""


def _is_solid_bar(mark: Mark) -> bool:
    return mark.kind in BARS and mark.kind not in _DASHED


def _is_text_within(mark: Mark, axis: Axis) -> bool:
    """Return whether a mark is a bar whose text fits into it, at 7 pixels a letter."""
    # An infinite bar is clipped to the axis, so this is a number.
    width = (mark.end - mark.start) / (axis.high - axis.low) * _PLOT
    has_room = mark.kind in BARS and width > 7 * len(mark.text)
    return mark.text != "" and has_room


def _is_text_after(mark: Mark, axis: Axis) -> bool:
    """Return whether the text of a mark is written after it; the number of a small bar is not."""
    is_note = mark.text != "" and mark.kind not in COUNTS
    return is_note and not _is_text_within(mark, axis)


def _paint_scales(
    kinds: Sequence[str], colours: Mapping[str, str]
) -> dict[str, Spec]:
    """Return the encodings of fill, stroke and shape by the kind of a mark."""
    domain: list[str] = []
    ranges: dict[str, list[str]] = {"fill": [], "stroke": [], "shape": []}
    for kind in kinds:
        for hollow in (False, True):
            domain.append(_kind_name(kind, hollow=hollow))
            paint = _paint(kind, colours, hollow=hollow)
            ranges["fill"].append(paint["fill"])
            ranges["stroke"].append(paint["stroke"])
            ranges["shape"].append(STYLES[kind].shape)
    return {
        name: {
            "field": "kind",
            "scale": {"domain": domain, "range": values},
            "legend": None,
        }
        for name, values in ranges.items()
    }


def _paint(
    kind: str, colours: Mapping[str, str], *, hollow: bool = False
) -> dict[str, str]:
    """Return the fill and the stroke of a kind of mark."""
    colour = STYLES[kind].colour
    is_empty = hollow or kind in _LINES
    return {
        "fill": "transparent" if is_empty else colours[colour],
        "stroke": colours[_EDGES.get(kind, colour)],
    }


def _x_axis(axis: Axis, colours: Mapping[str, str]) -> Spec:
    """Return the encoding of the axis, which is above the rows."""
    # The margins are in the axis already: "nice" would add to them, and "zero" reach for year 0.
    scale: Spec = {
        "domain": [_at(axis.low, axis), _at(axis.high, axis)],
        "nice": False,
        "zero": False,
    }
    if axis.is_time:
        # In local time a day would begin on the day before, west of Greenwich.
        scale["type"] = "utc"
    look: Spec = {
        "orient": "top",
        "domain": False,
        "ticks": False,
        "tickCount": 6,
        "gridColor": colours["faint"],
        "labelColor": colours["muted"],
        "labelFontSize": 11,
        "labelPadding": 6,
        "titleColor": colours["muted"],
        "titleFontWeight": "normal",
    }
    if axis.whole:
        look |= {"values": _whole_numbers(axis), "format": "d"}
    return {
        "field": "start",
        "type": _type(axis),
        "title": document_line(axis.unit) or None,
        "scale": scale,
        "axis": look,
    }


def _whole_numbers(axis: Axis) -> list[int]:
    """Return the labels of an axis of counts: nobody makes half a promise."""
    steps = axis.label_steps()
    step = next(steps)
    while axis.high / step > _MOST_WHOLE_LABELS:
        step = next(steps)
    return list(range(0, int(axis.high) + 1, int(step)))


def _type(axis: Axis) -> str:
    return "temporal" if axis.is_time else "quantitative"


def _datum(line: int, mark: Mark, axis: Axis) -> Spec:
    """Return a mark as a row of the chart's data."""
    return {
        "line": line,
        "kind": _kind_name(mark.kind, hollow=mark.hollow),
        "start": _at(mark.start, axis),
        "middle": _at((mark.start + mark.end) / 2, axis),
        "end": _at(mark.end, axis),
        "says": document_line(mark.text),
    }


def _kind_name(kind: str, *, hollow: bool = False) -> str:
    words = STYLES[kind].words
    return f"{words}, hollow" if hollow else words


def _reference_line(
    line: ReferenceLine, axis: Axis, colours: Mapping[str, str]
) -> Spec:
    """Return the layer of a line across all rows."""
    return {
        "data": {"values": [{"at": _at(line.at, axis)}]},
        "encoding": {"x": {"field": "at", "type": _type(axis)}},
        "mark": {
            "type": "rule",
            "color": colours["ink"],
            "strokeDash": [2, 3],
        },
    }


def _labels_below(
    lines: Iterable[ReferenceLine],
    axis: Axis,
    colours: Mapping[str, str],
    height: float,
) -> Iterator[Spec]:
    """Yield the layers of the labels of lines, one below another: side by side they would meet."""
    labelled = [line for line in lines if line.label]
    for position, line in enumerate(labelled):
        says = _cut(line.label, 300)
        yield {
            "data": {"values": [{"at": _at(line.at, axis), "says": says}]},
            "mark": {"type": "text", "fontSize": 11, "color": colours["ink"]},
            "encoding": {
                "x": {"field": "at", "type": _type(axis)},
                "y": {"value": height + 10 + _LABEL_LINE * position},
                "text": {"field": "says"},
            },
        }


def _at(position: float, axis: Axis) -> str | float:
    return day_at(position).isoformat() if axis.is_time else position


def _cut(text: str, width: float, size: float = 12) -> str:
    """Cut a text to about `width` pixels at a font size, with an ellipsis.

    Widths of letters are guesses, the same on every machine.
    """
    text = document_line(text)
    ends = list(accumulate(_relative_width(letter) * size for letter in text))
    if not ends or ends[-1] <= width:
        return text
    # An ellipsis is as wide as the font is high.
    kept = bisect_right(ends, width - size)
    return text[:kept].rstrip() + "…"


_LETTER_WIDTHS: Final = {
    **dict.fromkeys("fijlrtI.,:;'|!()[] ", 0.3),
    **dict.fromkeys("mwMW@%", 0.85),
}


def _relative_width(letter: str) -> float:
    """Guess how wide a letter is, as a share of its size."""
    if letter in _LETTER_WIDTHS:
        return _LETTER_WIDTHS[letter]
    if letter.isupper():
        return 0.68
    # Letters of East Asia are square.
    return 1.0 if display_width(letter) > 1 else 0.55
