"""A view as a chart: its specification in the grammar of Vega-Lite, which is plain data."""

from __future__ import annotations

import textwrap
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Final, TypeAlias

from entente._tables import columns, flat
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
"""The version of Vega-Lite in whose words charts are told."""

PALETTES: Final[Mapping[str, tuple[str, str]]] = {
    "ink": ("#1f2328", "#e6edf3"),
    "muted": ("#59636e", "#9aa4af"),
    "faint": ("#e4e8ec", "#2b323b"),
    "edge": ("#5f6974", "#98a3ae"),
    "solid": ("#a7b2bd", "#58636f"),
    "pale": ("#e6eaee", "#262d36"),
    "meeting": ("#0072b2", "#56b4e9"),
    "agreement": ("#00805e", "#2fc79b"),
    "made": ("#a3477f", "#e29bc4"),
    "due": ("#c85200", "#ff9a3d"),
    "due pale": ("#fbe0cc", "#4a2f17"),
    "done": ("#7cc4a8", "#1f6b52"),
    "going": ("#9cc9e8", "#22587d"),
    "behind": ("#f3b890", "#7d4317"),
    "report": ("#1f2328", "#e6edf3"),
    "ground": ("#ffffff", "#0d1117"),
}
"""The colours by what they stand for, on light and on dark ground.

They are those of Okabe and Ito, darker on light ground, so that all can be told from it and, by anyone,
from each other. No colour says anything that a shape or a word does not say too.
"""

_LABELS: Final = 300
_PLOT: Final = 430
_ASIDES: Final = 210
_LINE: Final = 24
_LEGEND_COLUMNS: Final = 4
_LEGEND_COLUMN: Final = 225
"""The sizes of a picture, in pixels: they are fixed, so that no machine's fonts move anything."""


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
    look = {name: pair[dark] for name, pair in PALETTES.items()}
    lines = _lines(rows)
    drawn = [
        (at, mark)
        for at, row in enumerate(lines)
        if isinstance(row, ViewRow)
        for mark in axis.clip(row.marks)
    ]
    kinds = used_kinds(mark for _, mark in drawn)
    height = _LINE * max(len(lines), 1)
    below = height + (34 if reference_lines else 16)
    legend = 20 * -(-len(kinds) // _LEGEND_COLUMNS)
    hollow = [axis.hollow_meaning] if any(mark.hollow for _, mark in drawn) else []
    small = [
        part for note in (*hollow, *notes) for part in textwrap.wrap(flat(note), 150)
    ]
    return {
        "$schema": f"https://vega.github.io/schema/vega-lite/v{VERSION}.0.json",
        "width": _PLOT,
        "height": height,
        "autosize": {"type": "none"},
        "padding": {
            "left": _LABELS + 12,
            "right": _ASIDES,
            "top": 64,
            "bottom": below - height + legend + 15 * len(small) + 12,
        },
        "background": "transparent",
        "config": {
            "view": {"stroke": None},
            "font": "Helvetica, Arial, sans-serif",
            "text": {"color": look["ink"], "fontSize": 12, "baseline": "middle"},
            "aria": False,
        },
        "layer": [
            *_frame(lines, look),
            *_marks(drawn, axis, kinds, look),
            *(
                _reference_line(line, axis, look, height)
                for line in reference_lines
                if axis.low <= line.at <= axis.high
            ),
            *([_legend(kinds, look, below)] if kinds else []),
            _words(_cut(title, 900, 16), -_LABELS, -46, fontSize=15, fontWeight="bold"),
            _words(
                small,
                -_LABELS,
                below + legend,
                lineHeight=15,
                fontSize=11,
                color=look["muted"],
                baseline="top",
            ),
        ],
    }


def _lines(rows: Sequence[ViewRow]) -> list[ViewRow | str]:
    """Return the lines of a picture: the rows, and the name of each group above its first."""
    lines: list[ViewRow | str] = []
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            lines.append(group)
        lines.append(row)
    return lines


def _words(text: str | list[str], x: float, y: float, **style: object) -> Spec:
    """Write words at a place of the picture."""
    return {
        "data": {"values": [{}]},
        "mark": {"type": "text", "text": text, "align": "left", **style},
        "encoding": {"x": {"value": x}, "y": {"value": y}},
    }


def _legend(kinds: Sequence[str], look: Mapping[str, str], below: float) -> Spec:
    """Say what each kind of mark means."""
    values = [
        {
            "x": number % _LEGEND_COLUMNS * _LEGEND_COLUMN - _LABELS + 10,
            "y": below + number // _LEGEND_COLUMNS * 20 + 6,
            "says": STYLES[kind].words,
            "shape": STYLES[kind].shape,
            **_paint(kind, look),
        }
        for number, kind in enumerate(kinds)
    ]
    as_it_is: Spec = {"type": "quantitative", "scale": None, "axis": None}
    places: Spec = {name: {"field": name, **as_it_is} for name in ("x", "y")}
    paint: Spec = {
        name: {"field": name, "scale": None, "legend": None}
        for name in ("shape", "fill", "stroke")
    }
    return {
        "data": {"values": values},
        "encoding": places,
        "layer": [
            {"mark": {"type": "point", **_POINT}, "encoding": paint},
            {
                "mark": {
                    "type": "text",
                    "align": "left",
                    "dx": 16,
                    "fontSize": 11,
                    "color": look["muted"],
                },
                "encoding": {"text": {"field": "says"}},
            },
        ],
    }


def _frame(lines: Sequence[ViewRow | str], look: Mapping[str, str]) -> list[Spec]:
    """Draw what stands still: the ground lines, the labels before them and the asides behind."""
    rows = [(at, row) for at, row in enumerate(lines) if isinstance(row, ViewRow)]
    heads = [(at, line) for at, line in enumerate(lines) if isinstance(line, str)]
    places: Spec = {
        "type": "ordinal",
        "axis": None,
        "scale": {"domain": list(range(len(lines)))},
    }
    y: Spec = {"y": {"field": "line", **places}}
    text: Spec = {"type": "text", "align": "left"}
    written: Spec = {
        **y,
        "x": {"field": "x", "type": "quantitative", "scale": None, "axis": None},
        "text": {"field": "says"},
    }
    layers: list[tuple[Spec, Spec, list[Spec]]] = [
        ({"type": "rule", "color": look["faint"]}, y, [{"line": at} for at, _ in rows]),
        (text, written, [{"line": at, **_label(row)} for at, row in rows]),
        (
            {**text, "fontWeight": "bold"},
            written,
            [
                {"line": at, "x": -_LABELS, "says": _cut(head, _LABELS + _PLOT, 13)}
                for at, head in heads
            ],
        ),
        (
            {**text, "fontSize": 11, "color": look["muted"]},
            written,
            [
                {"line": at, "x": _PLOT + 20, "says": _cut(row.aside, _ASIDES - 26, 11)}
                for at, row in rows
                if row.aside
            ],
        ),
    ]
    return [
        {"data": {"values": values}, "mark": mark, "encoding": encoding}
        for mark, encoding, values in layers
        if values
    ]


def _label(row: ViewRow) -> Spec:
    indent = 12 * row.depth
    return {
        "x": indent - _LABELS,
        "says": "└ " * (row.depth > 0) + _cut(row.label, _LABELS - 12 - indent),
    }


def _marks(
    drawn: Sequence[tuple[int, Mark]],
    axis: Axis,
    kinds: Sequence[str],
    look: Mapping[str, str],
) -> list[Spec]:
    """Draw the marks: bars, points over them, and what is said in or beside these."""
    looks = [(kind, hollow) for kind in kinds for hollow in (False, True)]
    paints = [_paint(kind, look, hollow=hollow) for kind, hollow in looks]

    def by_kind(values: Iterable[str]) -> Spec:
        names = [_named(kind, hollow=hollow) for kind, hollow in looks]
        return {
            "field": "kind",
            "scale": {"domain": names, "range": list(values)},
            "legend": None,
        }

    def layer(mark: Spec, encoding: Spec, test: Callable[[Mark], object]) -> list[Spec]:
        values = [_datum(line, each, axis) for line, each in drawn if test(each)]
        return (
            [{"data": {"values": values}, "mark": mark, "encoding": encoding}]
            if values
            else []
        )

    start: Spec = {
        "x": _scale(axis, look),
        "y": {"field": "line", "type": "ordinal", "axis": None},
    }
    middle, end = (
        {**start, "x": {"field": name, "type": _type(axis)}}
        for name in ("middle", "end")
    )
    paint: Spec = {
        "fill": by_kind(paint["fill"] for paint in paints),
        "stroke": by_kind(paint["stroke"] for paint in paints),
    }
    bar: Spec = {**start, **paint, "x2": {"field": "end"}}
    shape: Spec = {"shape": by_kind(STYLES[kind].shape for kind, _ in looks)}
    says: Spec = {"text": {"field": "says"}}
    text: Spec = {"type": "text", "fontSize": 11, "color": look["ink"]}
    return [
        *layer(
            {**_BAR, "strokeDash": [3, 2]}, bar, lambda mark: mark.kind == "possible"
        ),
        *layer(_BAR, bar, lambda mark: mark.kind in BARS and mark.kind not in _DASHED),
        *layer(
            {**_BAR, "strokeDash": [3, 2], "size": 6},
            bar,
            lambda mark: mark.kind == "due time",
        ),
        *layer(
            {"type": "point", **_POINT},
            {**start, **paint, **shape},
            lambda mark: mark.kind in POINTS,
        ),
        *layer(
            text, {**middle, **says}, lambda mark: mark.text and _has_room(mark, axis)
        ),
        *layer(
            {**text, "align": "left", "dx": 8},
            {**end, **says},
            lambda mark: (
                mark.text and mark.kind not in COUNTS and not _has_room(mark, axis)
            ),
        ),
    ]


_BAR: Final[Spec] = {"type": "bar", "size": 13, "strokeWidth": 1}
_POINT: Final[Spec] = {"size": 80, "strokeWidth": 1.4, "opacity": 1}
_DASHED: Final = ("possible", "due time")
_EDGES: Final = {
    "possible": "edge",
    "certain": "edge",
    "due time": "due",
    **dict.fromkeys(COUNTS, "edge"),
}
_LINES: Final = ("cancelled", "unknown", "earlier", "later")
"""Which bars have a dashed edge, which an edge of another colour, and which points are mere lines."""


def _paint(
    kind: str, look: Mapping[str, str], *, hollow: bool = False
) -> dict[str, str]:
    """Return the fill and the stroke of a kind of mark."""
    colour = look[STYLES[kind].colour]
    empty = hollow or kind in _LINES
    return {
        "fill": "transparent" if empty else colour,
        "stroke": look[_EDGES.get(kind, STYLES[kind].colour)],
    }


def _scale(axis: Axis, look: Mapping[str, str]) -> Spec:
    """Lay the axis out above the rows."""
    scale: Spec = {
        "domain": [_at(axis.low, axis), _at(axis.high, axis)],
        "nice": False,
        "zero": False,
    }
    return {
        "field": "start",
        "type": _type(axis),
        "title": axis.unit or None,
        "scale": {**scale, "type": "utc"} if axis.is_time else scale,
        "axis": {
            "orient": "top",
            "domain": False,
            "ticks": False,
            "tickCount": 6,
            **(_whole(axis) if axis.whole else {}),
            "gridColor": look["faint"],
            "labelColor": look["muted"],
            "labelFontSize": 11,
            "labelPadding": 6,
            "titleColor": look["muted"],
            "titleFontWeight": "normal",
        },
    }


def _whole(axis: Axis) -> Spec:
    """Name whole numbers only: nobody makes half a promise."""
    step = next(step for step in axis.steps() if axis.high / step <= 8)
    return {"values": list(range(0, int(axis.high) + 1, int(step))), "format": "d"}


def _type(axis: Axis) -> str:
    return "temporal" if axis.is_time else "quantitative"


def _datum(line: int, mark: Mark, axis: Axis) -> Spec:
    """Return a mark as a row of the chart's data."""
    return {
        "line": line,
        "kind": _named(mark.kind, hollow=mark.hollow),
        "start": _at(mark.start, axis),
        "middle": _at((mark.start + mark.end) / 2, axis),
        "end": _at(mark.end, axis),
        "says": flat(mark.text),
    }


def _has_room(mark: Mark, axis: Axis) -> bool:
    """Say whether the text of a bar fits into it."""
    width = (mark.end - mark.start) / (axis.high - axis.low) * _PLOT
    return mark.kind in BARS and width > 7 * len(mark.text)


def _named(kind: str, *, hollow: bool = False) -> str:
    return STYLES[kind].words + (", not sure" if hollow else "")


def _reference_line(
    line: ReferenceLine, axis: Axis, look: Mapping[str, str], height: float
) -> Spec:
    """Draw a line through all rows, with its name at its foot."""
    x: Spec = {"field": "at", "type": _type(axis)}
    return {
        "data": {"values": [{"at": _at(line.at, axis), "says": _cut(line.label, 300)}]},
        "encoding": {"x": x},
        "layer": [
            {"mark": {"type": "rule", "color": look["ink"], "strokeDash": [2, 3]}},
            {
                "mark": {"type": "text", "fontSize": 11, "color": look["ink"]},
                "encoding": {"y": {"value": height + 10}, "text": {"field": "says"}},
            },
        ],
    }


def _at(place: float, axis: Axis) -> str | float:
    return day_at(place).isoformat() if axis.is_time else place


def _cut(text: str, width: float, size: float = 12) -> str:
    """Cut a text to about as many pixels: by a guess at its letters, since no machine's fonts are another's."""
    text = flat(text)
    used = list(accumulate(_breadth(letter) * size for letter in text))
    if not used or used[-1] <= width:
        return text
    return text[: bisect_right(used, width - size)].rstrip() + "…"


def _breadth(letter: str) -> float:
    """Guess how broad a letter is, as a part of its height."""
    if letter in "fijlrtI.,:;'|!()[] ":
        return 0.3
    return (
        0.85
        if letter in "mwMW@%"
        else 0.68
        if letter.isupper()
        else 1.0
        if columns(letter) > 1
        else 0.55
    )
