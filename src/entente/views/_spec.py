"""A view as a chart: its specification in the grammar of Vega-Lite, as plain data.

The plot begins at x = 0, with a line of `_LINE` pixels for each row. Labels are left of it, at
negative x, and asides right of it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from attrs import evolve

from entente._safe import document_line
from entente.views._layout import (
    Placed,
    Widths,
    cut,
    in_lines,
    placed,
    text_width,
)
from entente.views._marks import (
    BARS,
    COUNTS,
    POINTS,
    STYLES,
    Axis,
    Column,
    Mark,
    ReferenceLine,
    ViewRow,
    day_at,
    hollow_meanings,
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
_LEGEND_LINE: Final = 20
_NOTE_LINE: Final = 15
_LABEL_LINE: Final = 18
_TITLE_LINE: Final = 19
_SMALL_LINE: Final = 13
_ASIDE_LINE: Final = 11
_LINES_OF_A_COLUMN: Final = 4
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
    width: int,
    dark: bool,
) -> Spec:
    """Return the Vega-Lite specification of a view, `width` pixels wide."""
    colours = {name: pair[dark] for name, pair in PALETTES.items()}
    layout = Widths.of(width)
    places = placed(rows, layout)
    marks: list[PlacedMark] = []
    for line, row in places.rows:
        # What is cut at an edge says where it begins and ends all the same.
        clipped = list(axis.clipped(row.marks))
        in_row = [mark for mark, _ in clipped]
        marks += [
            (
                line,
                _where_words_fit(mark, in_row, axis, layout),
                _mark_tip(row, mark, whole, axis),
            )
            for mark, whole in clipped
        ]
    drawn = [mark for _, mark, _ in marks]
    kinds = used_kinds(drawn)
    height = layout.line * places.count
    shown = [line for line in reference_lines if axis.shows(line.at)]
    labels = [line.label for line in shown if line.label]
    # Labels of reference lines are below the plot, the legend below them, the notes last.
    legend_top = height + 16 + _LABEL_LINE * len(labels)
    notes_top = legend_top + _LEGEND_LINE * math.ceil(
        len(kinds) / layout.legend_columns
    )
    columns = [_column_lines(each, axis, layout) for each in axis.columns]
    keys = [
        column.key
        for column, lines in zip(axis.columns, columns, strict=True)
        if column.key and not _is_whole(column, lines)
    ]
    small = layout.note_lines((*hollow_meanings(drawn), *keys, *notes))
    titles = layout.title_lines(title)
    above = _TITLE_LINE * (len(titles) - 1)
    above += _SMALL_LINE * (max(map(len, columns), default=1) - 1)
    # Later layers are drawn over earlier ones, and words over all lines.
    layers = [_rules(places, colours)]
    layers += _column_names(columns, axis, layout, colours)
    layers += _mark_layers(marks, axis, kinds, layout, colours)
    layers += [_reference_line(line, axis, colours) for line in shown]
    layers += _row_words(places, layout, colours)
    layers += _labels_below(shown, axis, layout, colours, height)
    if kinds:
        layers.append(_legend(kinds, layout, colours, legend_top))
    layers.append(
        _words(
            titles,
            -46 - above,
            layout,
            lineHeight=_TITLE_LINE,
            fontSize=15,
            fontWeight="bold",
        ),
    )
    layers.append(
        _words(
            small,
            notes_top,
            layout,
            lineHeight=_NOTE_LINE,
            fontSize=11,
            color=colours["muted"],
            baseline="top",
        )
    )
    return {
        "$schema": f"https://vega.github.io/schema/vega-lite/v{VERSION}.0.json",
        "width": layout.plot,
        "height": height,
        # Vega would measure texts, whose fonts differ between machines.
        "autosize": {"type": "none"},
        "padding": {
            "left": layout.left,
            "right": layout.right,
            "top": 64 + above,
            "bottom": notes_top - height + _NOTE_LINE * len(small) + 12,
        },
        # Its own ground, so that it can be read on any page.
        "background": colours["ground"],
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


PlacedMark: TypeAlias = tuple[int, Mark, str]
"""A mark with its line and its tip."""


def _words(text: list[str], y: float, layout: Widths, **style: object) -> Spec:
    """Return a layer of words at the left edge, `y` pixels below the top of the plot."""
    return {
        "data": {"values": [{}]},
        "mark": {"type": "text", "text": text, "align": "left", **style},
        "encoding": {"x": {"value": -layout.labels}, "y": {"value": y}},
    }


def _legend(
    kinds: Sequence[str],
    layout: Widths,
    colours: Mapping[str, str],
    top: float,
) -> Spec:
    """Return the layer that shows each kind of mark with its meaning."""
    values: list[Spec] = []
    for number, kind in enumerate(kinds):
        line, column = divmod(number, layout.legend_columns)
        values.append(
            {
                "x": column * layout.legend_column - layout.labels + 10,
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


def _rules(places: Placed, colours: Mapping[str, str]) -> Spec:
    """Return the layer of the faint lines behind the marks, with the scale of all lines."""
    return {
        "data": {"values": [{"line": line} for line, _ in places.rows]},
        "mark": {"type": "rule", "color": colours["faint"]},
        "encoding": {"y": _y(places)},
    }


def _y(places: Placed) -> Spec:
    # Without a domain, Vega-Lite would leave out lines that a layer has no value for.
    order: Spec = {"domain": list(range(places.count))}
    return {"field": "line", "type": "ordinal", "axis": None, "scale": order}


def _row_words(
    places: Placed, layout: Widths, colours: Mapping[str, str]
) -> Iterator[Spec]:
    """Yield the layers of labels, headings and asides."""
    labels: list[Spec] = [
        {"line": places.label_line(line), **_label(row, layout)}
        for line, row in places.rows
    ]
    headings: list[Spec] = [
        {"line": line, "x": -layout.labels, "says": words}
        for line, words in places.headings
    ]
    # By their number of lines.
    asides: dict[int, list[Spec]] = {}
    for line, row in [each for each in places.rows if each[1].aside]:
        words = _aside_lines(row, layout)
        aside: Spec = {
            "line": places.aside_line(line),
            "x": 0 if layout.stacked else layout.plot + 20,
            "says": words,
            "tells": document_line(row.aside),
        }
        asides.setdefault(len(words), []).append(aside)
    words_at: Spec = {
        "y": _y(places),
        "x": {"field": "x", **_PIXELS},
        "text": {"field": "says"},
    }
    tipped = words_at | _TIP
    text: Spec = {"type": "text", "align": "left"}
    bold: Spec = {**text, "fontWeight": "bold"}
    small: Spec = {**text, "fontSize": 11, "color": colours["muted"]}
    if not layout.stacked:
        yield from _layer({**text, "aria": True}, tipped, labels)
        yield from _over_lines(bold, words_at, headings, colours)
        for lines, found in asides.items():
            # All lines of an aside are around the middle of its row.
            style = {
                "lineHeight": _ASIDE_LINE,
                "dy": _ASIDE_LINE * (1 - lines) / 2,
            }
            yield from _layer({**small, **style, "aria": True}, tipped, found)
        return
    # What is of one row is nearer to its marks than to the next row.
    yield from _over_lines({**text, "dy": 3}, tipped, labels, colours)
    yield from _over_lines(bold, words_at, headings, colours)
    yield from _over_lines(
        {**small, "dy": -3}, tipped, asides.get(1, []), colours
    )


def _aside_lines(row: ViewRow, layout: Widths) -> list[str]:
    """Return an aside in one line or, beside a plot, in two."""
    if layout.stacked:
        return [cut(row.aside, layout.plot, 11)]
    return in_lines(row.aside, layout.asides - 26, 11, most=2)


def _label(row: ViewRow, layout: Widths) -> Spec:
    indent = _INDENT * row.depth
    words = cut(row.label, layout.label_width(indent))
    return {
        "x": indent - layout.labels,
        "says": f"└ {words}" if row.depth else words,
        "tells": _row_tip(row),
    }


_TIP: Final[Spec] = {
    "description": {"field": "tells"},
    "tooltip": {"field": "tells"},
}
"""The encodings of what a reader sees who points at a mark or a word.

`_draw.svg` takes the description, and Altair the tooltip.
"""


def _row_tip(row: ViewRow) -> str:
    """Return the whole label of a row with all its facts, each on a line."""
    facts = [f"{name}: {value}" for name, value in row.facts if value]
    return "\n".join(map(document_line, (row.label, *facts)))


def _mark_tip(
    row: ViewRow, mark: Mark, whole: Sequence[Mark], axis: Axis
) -> str:
    """Return what a mark is, where the whole of it is, and of which row."""
    words = STYLES[mark.kind].words
    if axis.columns:
        meanings = [f"{words} {mark.text}".rstrip()]
    elif mark.kind in COUNTS:
        meanings = [mark.text]
    else:
        ends = dict.fromkeys(_ends(each, axis) for each in whole)
        meanings = [f"{words}{each}" for each in ends]
    reasons = [f"hollow: {reason}" for reason in mark.hollow]
    return "\n".join(map(document_line, (row.label, *meanings, *reasons)))


def _ends(mark: Mark, axis: Axis) -> str:
    """Return where a mark begins and ends, so far as it does, after a colon."""
    begins, ends = (
        axis.label_at(end) if math.isfinite(end) else ""
        for end in (mark.start, axis.last_of(mark))
    )
    if begins == ends:
        return f": {begins}" if begins else ""
    if begins and ends:
        return f": {begins} to {ends}"
    return f": from {begins}" if begins else f": until {ends}"


def _over_lines(
    mark: Spec,
    encoding: Spec,
    values: list[Spec],
    colours: Mapping[str, str],
) -> Iterator[Spec]:
    """Yield layers of words, and below them the ground, which keeps lines from crossing them."""
    ground = colours["ground"]
    halo: Spec = {
        **mark,
        "color": ground,
        "stroke": ground,
        "strokeWidth": 6,
        "strokeJoin": "round",
    }
    plain = {name: way for name, way in encoding.items() if name not in _TIP}
    yield from _layer(halo, plain, values)
    yield from _layer({**mark, "aria": True}, encoding, values)


def _column_names(
    names: Sequence[list[str]],
    axis: Axis,
    layout: Widths,
    colours: Mapping[str, str],
) -> Iterator[Spec]:
    """Yield the layer of the names of columns, whose last lines are just above the plot."""
    values: list[Spec] = [
        {
            "x": at * layout.plot / len(axis.columns) + 2,
            "y": -12 - _SMALL_LINE * (len(lines) - 1),
            "says": lines,
            "tells": document_line(column.name),
        }
        for at, (column, lines) in enumerate(
            zip(axis.columns, names, strict=True)
        )
    ]
    text: Spec = {
        "type": "text",
        "align": "left",
        "fontSize": 11,
        "lineHeight": _SMALL_LINE,
        "color": colours["muted"],
        "aria": True,
    }
    encoding: Spec = {
        "x": {"field": "x", **_PIXELS},
        "y": {"field": "y", **_PIXELS},
        "text": {"field": "says"},
        **_TIP,
    }
    yield from _layer(text, encoding, values)


def _layer(mark: Spec, encoding: Spec, values: list[Spec]) -> Iterator[Spec]:
    """Yield a layer, or nothing if it has no values."""
    if values:
        yield {"data": {"values": values}, "mark": mark, "encoding": encoding}


def _column_lines(column: Column, axis: Axis, layout: Widths) -> list[str]:
    """Return the name of a column in a few lines, or its code if that has no room."""
    room = layout.plot / len(axis.columns) - 6
    lines = in_lines(column.name, room, 11, most=_LINES_OF_A_COLUMN)
    return lines if _is_whole(column, lines) else [cut(column.code, room, 11)]


def _is_whole(column: Column, lines: Sequence[str]) -> bool:
    """Return whether lines are the whole name of a column."""
    return " ".join(lines) == document_line(column.name)


def _mark_layers(
    marks: Sequence[PlacedMark],
    axis: Axis,
    kinds: Sequence[str],
    layout: Widths,
    colours: Mapping[str, str],
) -> Iterator[Spec]:
    """Yield the layers of marks: bars, points over them, then texts in or next to them."""

    def values(shown: Callable[[Mark], bool]) -> list[Spec]:
        return [
            _datum(line, mark, tip, axis)
            for line, mark, tip in marks
            if shown(mark)
        ]

    x: Spec = {"x": _x_axis(axis, layout, colours)}
    y: Spec = {"y": {"field": "line", "type": "ordinal", "axis": None}}
    scales = _paint_scales(kinds, colours)
    paint: Spec = {
        "fill": scales["fill"],
        "stroke": scales["stroke"],
        **_TIP,
    }
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
        text,
        within,
        values(lambda mark: _is_text_within(mark, axis, layout)),
    )

    def noted(*, last: bool) -> list[Spec]:
        return values(
            lambda mark: (
                _is_text_after(mark, axis, layout)
                and (mark.kind == "later") is last
            )
        )

    # After the end of the plot are the words beside a row.
    for is_last, side in ((False, _AFTER), (True, _BEFORE)):
        yield from _over_lines(
            {**text, **side}, after, noted(last=is_last), colours
        )


_BAR: Final[Spec] = {
    "type": "bar",
    "size": 13,
    "strokeWidth": 1,
    "aria": True,
}
_POINT: Final[Spec] = {
    "size": 80,
    "strokeWidth": 1.4,
    "opacity": 1,
    "aria": True,
}
_EDGE_SIGNS: Final = ("earlier", "later")
_SMALL: Final = 11
_BESIDE: Final = 8
_AFTER: Final[Spec] = {"align": "left", "dx": _BESIDE}
_BEFORE: Final[Spec] = {"align": "right", "dx": -_BESIDE}
_DASHED: Final = ("possible", "due time")
"""The bars with dashed edges."""

_EDGES: Final = {
    "possible": "edge",
    "certain": "edge",
    "due time": "due",
    **dict.fromkeys((*COUNTS, "firm", "weak"), "edge"),
}
"""The colours of edges that differ from that of the fill."""

_LINES: Final = ("cancelled", "unknown", "earlier", "later")
"""The points without a fill, since their shapes are lines."""


def _where_words_fit(
    mark: Mark, in_row: Sequence[Mark], axis: Axis, layout: Widths
) -> Mark:
    """Return a mark; a sign at an edge without words if they would cover another mark of its row."""
    if mark.kind not in _EDGE_SIGNS:
        return mark
    words = text_width(mark.text, _SMALL) + 3 * _BESIDE
    reach = words / layout.plot * (axis.high - axis.low)
    others = [each for each in in_row if each is not mark]
    if any(each.kind in _EDGE_SIGNS for each in others):
        # That at the other edge has words, too.
        reach *= 2
    if mark.kind == "earlier":
        is_free = all(each.start > axis.low + reach for each in others)
    else:
        is_free = all(each.end < axis.high - reach for each in others)
    return mark if is_free else evolve(mark, text="")


def _is_solid_bar(mark: Mark) -> bool:
    return mark.kind in BARS and mark.kind not in _DASHED


def _is_text_within(mark: Mark, axis: Axis, layout: Widths) -> bool:
    """Return whether a mark is a bar whose text fits into it, at 7 pixels a letter."""
    # An infinite bar is clipped to the axis, so this is a number.
    width = (mark.end - mark.start) / (axis.high - axis.low)
    width *= layout.plot
    has_room = mark.kind in BARS and width > 7 * len(mark.text)
    return mark.text != "" and has_room


def _is_text_after(mark: Mark, axis: Axis, layout: Widths) -> bool:
    """Return whether the text of a mark is written after it; the number of a small bar is not."""
    is_note = mark.text != "" and mark.kind not in COUNTS
    return is_note and not _is_text_within(mark, axis, layout)


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


def _x_axis(axis: Axis, layout: Widths, colours: Mapping[str, str]) -> Spec:
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
        "tickCount": 4 if layout.stacked else 6,
        "gridColor": colours["faint"],
        "labelColor": colours["muted"],
        "labelFontSize": 11,
        "labelPadding": 6,
        "titleColor": colours["muted"],
        "titleFontWeight": "normal",
    }
    if axis.whole:
        look |= {"values": _whole_numbers(axis), "format": "d"}
    if axis.columns:
        edges = list(range(len(axis.columns) + 1))
        look |= {"values": edges, "labels": False}
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


def _datum(line: int, mark: Mark, tip: str, axis: Axis) -> Spec:
    """Return a mark as a row of the chart's data."""
    return {
        "line": line,
        "kind": _kind_name(mark.kind, hollow=bool(mark.hollow)),
        "start": _at(mark.start, axis),
        "middle": _at((mark.start + mark.end) / 2, axis),
        "end": _at(mark.end, axis),
        "says": document_line(mark.text),
        "tells": tip,
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
    layout: Widths,
    colours: Mapping[str, str],
    height: float,
) -> Iterator[Spec]:
    """Yield the layers of the labels of lines, one below another: side by side they would meet."""
    labelled = [line for line in lines if line.label]
    for position, line in enumerate(labelled):
        says = cut(line.label, min(300, layout.text_width), 11)
        # Half of it is at each side of the line, unless the picture ends before.
        x = (line.at - axis.low) / (axis.high - axis.low) * layout.plot
        half = text_width(says, 11) / 2
        most = layout.plot + layout.right - 4 - half
        yield {
            "data": {
                "values": [
                    {
                        "x": max(min(x, most), half - layout.labels),
                        "says": says,
                    }
                ]
            },
            "mark": {"type": "text", "fontSize": 11, "color": colours["ink"]},
            "encoding": {
                "x": {"field": "x", **_PIXELS},
                "y": {"value": height + 10 + _LABEL_LINE * position},
                "text": {"field": "says"},
            },
        }


def _at(position: float, axis: Axis) -> str | float:
    return day_at(position).isoformat() if axis.is_time else position
