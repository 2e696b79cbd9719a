"""Two charts: reading, and asking. On a ground of their own, so that they can be read in dark pages too."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

import altair as alt
import vl_convert

from benchmarks.bars import short
from benchmarks.contenders import CONTENDERS
from benchmarks.queries import ENGINES
from benchmarks.queries.questions import SHARES
from benchmarks.results import MODES, Results
from benchmarks.tasks.asking import SCANS

Picture: TypeAlias = tuple[str, str]
"""A chart as SVG, and what it says in words."""

OURS, DEFAULT, PAUSED, OTHERS = "#b3261e", "#1f4e79", "#8fb3d1", "#6b7280"
FONT: Final = "system-ui, sans-serif"
MARGIN: Final = {"left": 40, "top": 12, "right": 12, "bottom": 12}
"""Letters of a browser may be wider than those by which the labels were placed, so there is room at the left."""
ENGINE_COLOURS: Final = (
    OURS,
    "#1f4e79",
    "#2a9d8f",
    "#8a6d1d",
    "#7b4fa3",
    "#6b7280",
    "#111827",
)


def draw(results: Results, size: int) -> dict[str, Picture]:
    """Draw both charts of what was measured at a size."""
    return {"load": _load(results, size), "queries": _queries(results, size)}


def _data(rows: list[dict[str, Any]]) -> Any:
    make: Any = alt.Data  # it has no annotations
    return make(values=rows)


def _load(results: Results, size: int) -> Picture:
    rows: list[dict[str, Any]] = []
    for contender in CONTENDERS:
        for mode in MODES:
            median = results.median("load", contender.name, size, mode)
            if median is not None:
                rows.append(
                    {
                        "who": contender.label,
                        "collector": mode,
                        "µs": round(median / size * 1e6, 1),
                    }
                )
    order = [contender.label for contender in CONTENDERS]
    base = alt.Chart(_data(rows)).encode(
        y=alt.Y("who:N", sort=order, title=None),
        yOffset=alt.YOffset("collector:N", sort=list(MODES)),
        x=alt.X(
            "µs:Q", title="microseconds for each commitment (less is better)"
        ),
    )
    bars = base.mark_bar().encode(
        color=alt.Color(
            "collector:N",
            scale=alt.Scale(domain=list(MODES), range=[DEFAULT, PAUSED]),
            legend=alt.Legend(orient="top", title="garbage collector"),
        )
    )
    labels = base.mark_text(align="left", dx=4, color="#1f2937").encode(
        text=alt.Text("µs:Q", format=".1f")
    )
    title = f"Reading {short(size)} commitments"
    told = "; ".join(
        f"{row['who']}, collector {row['collector']}: {row['µs']}"
        for row in rows
    )
    return _svg(
        (bars + labels).properties(
            title=title, width=520, height=alt.Step(13)
        ),
        f"{title}, microseconds each. {told}.",
    )


def _queries(results: Results, size: int) -> Picture:
    rows: list[dict[str, Any]] = []
    labels = {
        "ours": "entente",
        **{engine.name: engine.label for engine in ENGINES},
    }
    questions = [
        f"{name}, {level}"
        for name in (*SCANS, "all of these")
        for level in SHARES
    ]
    for question in questions:
        for who, label in labels.items():
            median = results.median(question, who, size)
            if median is not None:
                rows.append(
                    {
                        "question": question,
                        "who": label,
                        "µs": round(median * 1e6, 1),
                    }
                )
    chart = (
        alt.Chart(_data(rows))
        .mark_point(filled=True, size=70, opacity=0.9)
        .encode(
            y=alt.Y(
                "question:N",
                sort=questions,
                title=None,
                axis=alt.Axis(grid=True),
            ),
            x=alt.X(
                "µs:Q",
                scale=alt.Scale(type="log"),
                title="microseconds until the records are there (less is better)",
                axis=alt.Axis(values=[10**power for power in range(8)]),
            ),
            color=alt.Color(
                "who:N",
                scale=alt.Scale(
                    domain=list(labels.values()), range=list(ENGINE_COLOURS)
                ),
                legend=alt.Legend(orient="top", title=None),
            ),
            shape=alt.Shape(
                "who:N",
                scale=alt.Scale(domain=list(labels.values())),
                legend=alt.Legend(orient="top", title=None),
            ),
        )
    )
    title = f"Asking {short(size)} commitments"
    told = "; ".join(
        _told(question, rows)
        for question in dict.fromkeys(row["question"] for row in rows)
    )
    return _svg(
        chart.properties(title=title, width=520, height=alt.Step(22)),
        f"{title}, microseconds. {told}.",
    )


def _told(question: str, rows: list[dict[str, Any]]) -> str:
    times = {
        str(row["who"]): float(row["µs"])
        for row in rows
        if row["question"] == question
    }
    ours = times.pop("entente")
    return f"{question}: entente {ours:,.0f}, the others {min(times.values()):,.0f} to {max(times.values()):,.0f}"


def _svg(chart: Any, told: str) -> Picture:
    settled = (
        chart.configure(font=FONT, background="#ffffff", padding=MARGIN)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor="#1f2937",
            titleColor="#1f2937",
            gridColor="#e5e7eb",
            labelLimit=260,
        )
        .configure_legend(labelColor="#1f2937", titleColor="#1f2937")
        .configure_title(color="#111827", anchor="start", fontSize=15)
    )
    svg = vl_convert.vegalite_to_svg(settled.to_json())
    return svg, told
