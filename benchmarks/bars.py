"""The targets for speed and memory, and whether the measurements meet them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from benchmarks.queries import ENGINES
from benchmarks.queries.questions import SHARES
from benchmarks.results import DEFAULT, PAUSED, Cell, Results
from benchmarks.tasks.asking import SCANS

AT: Final = 100_000
"""The number of commitments that the targets are for."""

RIVALS: Final = tuple(engine for engine in ENGINES if engine.name != "numpy")
"""The engines that queries should be faster than."""

CONJUNCTION: Final = "all of these"
GROWING: Final = {
    "load": "reading",
    "dump": "writing",
    "index": "first queries",
    "check": "checks",
    "verify": "verifying citations",
}


@frozen
class Bar:
    """A target: what is compared, the highest acceptable value, and the measured one."""

    what: str
    most: float
    measured: float | None
    unit: str = "×"
    remark: str = ""

    @property
    def met(self) -> bool | None:
        """Whether it is met, None if it was not measured."""
        return None if self.measured is None else self.measured <= self.most


def bars(results: Results, size: int) -> Iterator[Bar]:
    """List the targets, as measured on dossiers of a size."""
    yield from _reading(results, size)
    yield from _writing(results, size)
    yield from _questions(results, size)
    for name in SCANS:
        ratio = results.ratio(
            Cell("first", f"where: {name}", size),
            Cell("first", f"scan: {name}", size),
        )
        yield Bar(f"First query of all, {name} ÷ one plain scan", 1.2, ratio)
    ratio = results.ratio(
        Cell("import", "entente"), Cell("import", "attrs, as many classes")
    )
    yield Bar(
        "`import entente` ÷ attrs alone with as many classes", 1.35, ratio
    )
    for what, told in GROWING.items():
        measured = results.sizes(what)
        span = (
            f"{short(measured[0])} to {short(measured[-1])}"
            if measured
            else "not measured"
        )
        yield Bar(
            f"Growth of {told} with the size, {span}",
            1.1,
            results.growth(what, "ours"),
            "power",
        )


def _reading(results: Results, size: int) -> Iterator[Bar]:
    for mode, told, who, label, most in (
        (
            DEFAULT,
            "as users run them",
            "pydantic_model",
            "pydantic BaseModel",
            0.4,
        ),
        (
            DEFAULT,
            "as users run them",
            "pydantic_dataclass",
            "pydantic slots dataclass",
            0.75,
        ),
        (
            DEFAULT,
            "as users run them",
            "msgspec_struct",
            "msgspec Struct",
            1.25,
        ),
        (PAUSED, "both paused", "pydantic_model", "pydantic BaseModel", 1.1),
    ):
        ratio = results.ratio(
            Cell("load", "ours", size, mode), Cell("load", who, size, mode)
        )
        yield Bar(f"Reading ÷ {label}, {told}", most, ratio)
    ratio = results.ratio(
        Cell("load", "ours_fast", size, PAUSED),
        Cell("load", "pydantic_dataclass", size, PAUSED),
    )
    yield Bar(
        "Reading with the extra `fast` ÷ pydantic slots dataclass, both paused",
        0.6,
        ratio,
    )
    memory = results.median("memory", "ours", size)
    yield Bar(
        "Resident memory per commitment",
        2.1,
        None if memory is None else memory / size / 1e3,
        "kB",
    )


def _writing(results: Results, size: int) -> Iterator[Bar]:
    compact, indented = (
        Cell("dump", "ours", size),
        Cell("dump_indented", "ours", size),
    )
    floor = results.ratio(compact, Cell("dump", "json_floor", size))
    yield Bar(
        "Writing, compact ÷ `json.dumps` of plain data, compact", 1.2, floor
    )
    yield Bar(
        "Writing, indented ÷ compact", 1.5, results.ratio(indented, compact)
    )


def _questions(results: Results, size: int) -> Iterator[Bar]:
    for name in ("theme and date", "party and status", "overdue"):
        worst = _worst(results, size, [f"{name}, {level}" for level in SHARES])
        yield Bar(
            f"Query for {name} ÷ each engine, the worst of 15 cells",
            1.0,
            *worst,
        )
    yield Bar(
        "Query for all of these, many ÷ the best engine",
        2.0,
        *_worst(results, size, [f"{CONJUNCTION}, many"]),
    )
    million = 1_000_000
    every = [
        f"{name}, {level}"
        for name in (*SCANS, CONJUNCTION)
        for level in SHARES
    ]
    yield Bar(
        "Any query at 1M ÷ the best engine",
        2.0,
        *_worst(results, million, every),
    )


def _worst(
    results: Results, size: int, questions: list[str]
) -> tuple[float | None, str, str]:
    """Return the greatest ratio of our time to an engine's, and where it is."""
    found = [
        (ratio, "×", f"{question}; {engine.label}")
        for question in questions
        for engine in RIVALS
        if (
            ratio := results.ratio(
                Cell(question, "ours", size), Cell(question, engine.name, size)
            )
        )
        is not None
    ]
    return max(found, default=(None, "×", ""))


def short(size: int) -> str:
    """Write a size in short.

    >>> short(10_000), short(1_000_000)
    ('10k', '1M')
    """
    return (
        f"{size // 1_000_000}M" if size >= 1_000_000 else f"{size // 1_000}k"
    )
