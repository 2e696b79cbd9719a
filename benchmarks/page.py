"""Writes the performance page of the docs, with its charts, from the results."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks import charts
from benchmarks.bars import AT, Bar, bars, short
from benchmarks.contenders import CONTENDERS
from benchmarks.imports import IMPORTED
from benchmarks.queries import ENGINES
from benchmarks.queries.questions import SHARES
from benchmarks.results import MODES, PAUSED, Results
from benchmarks.scale import RECORDS
from benchmarks.tasks.asking import SCANS

PAGE: Final = (
    Path(__file__).resolve().parent.parent
    / "docs"
    / "explanation"
    / "performance.md"
)
NAMES: Final = (*SCANS, "all of these")
SINCE: Final = "2026-11-28"
CHANGED: Final = (
    "**What has changed since.** On 2026-11-28, 10,000 commitments were measured side by side on another machine (AMD"
    " EPYC, 2 cores, medians of 3 rounds). Reading took 0.33 times as long as pydantic BaseModel and 0.81 times as long"
    " as its slotted dataclass, as users run them. Questions for a theme and a date took 15 to 116 microseconds. Three"
    " things are slower or larger than the figures below say. Duties that recur, 410 of these commitments, are judged"
    " for each day that is asked about, which takes 20 to 40 milliseconds; asked again about that day, party and status"
    " took 0.1 to 0.2 milliseconds and overdue 0.2 to 0.5. `import entente` took 1.7 times as long as attrs alone with as"
    " many classes, which misses its target; it has become 12 % shorter since, by reading the parts for words only when"
    " they are asked for. A commitment took 2.25 kB of memory, where it took 2.11 kB."
)
"""What later measurements found, and the day of them: for the page of an earlier day."""


def write(results: Results, path: Path) -> None:
    """Write the page and its charts."""
    size = reference(results)
    pictures = charts.draw(results, size)
    for name, (svg, _) in pictures.items():
        path.with_name(f"{path.stem}-{name}.svg").write_text(
            svg, encoding="utf-8"
        )
    shown = {
        name: f"![{told}]({path.stem}-{name}.svg)"
        for name, (_, told) in pictures.items()
    }
    path.write_text(
        "\n".join(_page(results, size, shown, path.stem)) + "\n",
        encoding="utf-8",
    )


def reference(results: Results) -> int:
    """Return the size that the targets are for, or the largest if that was not measured."""
    sizes = results.sizes()
    return AT if AT in sizes else sizes[-1]


def _page(
    results: Results, size: int, pictures: dict[str, str], name: str
) -> Iterator[str]:
    sizes = results.sizes()
    judged = list(bars(results, size))
    yield from _opening(results, size, judged)
    yield from ("", "## Targets", "", *_targets(judged, size))
    yield from (
        "",
        "## Reading",
        "",
        pictures["load"],
        "",
        *_reading(results, sizes),
    )
    yield from ("", "## Writing", "", *_writing(results, sizes))
    yield from ("", "## Memory", "", *_memory(results, sizes))
    yield from (
        "",
        "## Queries",
        "",
        pictures["queries"],
        "",
        *_asking(results),
    )
    yield from ("", "## The first query", "", *_first(results))
    yield from ("", "## Import", "", *_import(results))
    yield from ("", "## Growth", "", *_growth(results))
    yield from ("", "## What was compared", "", *_who())
    yield from ("", "## Method", "", *_how(results, f"{name}.json"))


def _opening(
    results: Results, size: int, judged: Sequence[Bar]
) -> Iterator[str]:
    met = sum(bar.met is True for bar in judged)
    missed = sum(bar.met is False for bar in judged)
    absent = len(judged) - met - missed
    about = results.about
    rounds = (
        "one round"
        if about["rounds"] == 1
        else f"up to {about['rounds']} rounds"
    )
    yield "# Performance"
    yield ""
    yield (
        "How fast a dossier is read, written and queried, compared with other libraries that hold the same records in"
        " classes of their own. One command makes this page, in a clone with the group `benchmarks` installed:"
    )
    yield ""
    yield "```console"
    yield "python -m benchmarks"
    yield "```"
    yield ""
    yield (
        f"Of {len(judged)} targets, {met} are met and {missed} missed"
        + (f", and {absent} not measured" if absent else "")
        + f". The figures date from {about['day']}: {about['python']} on {about['system']}, {about['processor']},"
        f" {about['cores']} cores, {about['memory']} GB, shared with other work. Each is a median of {rounds}."
        " Between two full runs, expect times to vary by 15 % and ratios by 10 %."
    )
    yield ""
    if about["day"] < SINCE:
        yield CHANGED
        yield ""
    yield (
        "Python's garbage collector decides most of these comparisons. It traverses all records repeatedly while more"
        " are created. `entente` pauses it while it reads, which any program can do for any library. So every figure is"
        " given twice: **default**, as users run it, where only `entente` pauses the collector, and **paused**, where it"
        " is paused for all. Do not claim “faster than pydantic” without naming the mode of the collector and the kind"
        " of model."
    )


def _targets(judged: Iterable[Bar], size: int) -> Iterator[str]:
    yield f"For {short(size)} commitments, unless stated otherwise. A ratio is our time divided by theirs: lower is better."
    if size != AT:
        yield f"The targets are for {short(AT)}, which was not measured this time."
    yield ""
    yield "| what | at most | measured | result |"
    yield "|---|---|---|---|"
    for bar in judged:
        if bar.measured is None:
            measured, result = "–", "not measured"
        else:
            measured, result = (
                _bar(bar.measured, bar.unit),
                "met" if bar.met else "**missed**",
            )
        remark = (
            f" ({bar.remark})"
            if bar.remark and bar.measured is not None
            else ""
        )
        yield f"| {bar.what} | {_bar(bar.most, bar.unit)} | {measured}{remark} | {result} |"


def _bar(value: float, unit: str) -> str:
    return f"{value:.2f} {unit}"


# --- tables --------------------------------------------------------------------------------------

Writer = Callable[[float], str]


def _micro(size: int) -> Writer:
    return lambda value: f"{value / size * 1e6:.1f}"


def _pair(
    results: Results, what: str, who: str, size: int, write: Writer
) -> str:
    """Write the medians of both modes of the collector."""
    medians = [results.median(what, who, size, mode) for mode in MODES]
    return " / ".join(
        "–" if median is None else write(median) for median in medians
    )


def _table(
    results: Results,
    what: str,
    sizes: Sequence[int],
    writer: Callable[[int], Writer],
    rows: Iterable[tuple[str, str]],
) -> Iterator[str]:
    yield f"| | {' | '.join(short(size) for size in sizes)} |"
    yield f"|---|{'---|' * len(sizes)}"
    for who, label in rows:
        cells = [
            _pair(results, what, who, size, writer(size)) for size in sizes
        ]
        if any(cell.strip("– /") for cell in cells):
            name = f"**{label}**" if who.startswith("ours") else label
            yield f"| {name} | {' | '.join(cells)} |"


def _labels() -> list[tuple[str, str]]:
    return [(each.name, each.label) for each in CONTENDERS]


def _spread(results: Results, what: str, size: int) -> Iterator[str]:
    """Write the lowest and highest value at one size, and the ratio to `entente`."""
    yield "| | default: median (lowest to highest) | ÷ entente | paused: median (lowest to highest) | ÷ entente |"
    yield "|---|---|---|---|---|"
    write = _micro(size)
    for who, label in _labels():
        if results.median(what, who, size) is None:
            continue
        cells: list[str] = []
        for mode in MODES:
            median, ends = (
                results.median(what, who, size, mode),
                results.range(what, who, size, mode),
            )
            ours = results.median(what, "ours", size, mode)
            if median is None or ends is None or ours is None:
                cells += ("–", "–")
            else:
                cells += (
                    f"{write(median)} ({write(ends[0])} to {write(ends[1])})",
                    f"{median / ours:.2f}",
                )
        yield f"| {label} | {' | '.join(cells)} |"


def _reading(results: Results, sizes: Sequence[int]) -> Iterator[str]:
    yield (
        "Microseconds per commitment, including its share of everything else (about seven objects and 1.0 kB of JSON):"
        " default / paused."
    )
    yield ""
    yield from _table(results, "load", sizes, _micro, _labels())
    fresh = [
        f"{_micro(size)(median)} at {short(size)}"
        for size in sizes
        if (median := results.median("load", "ours_fresh", size)) is not None
    ]
    yield ""
    yield (
        "All contenders have read the dates and amounts once before, so that only the records are compared."
        f" If `entente` reads a dossier first thing in a process, it takes {', '.join(fresh)}."
    )
    yield ""
    size = reference(results)
    yield f"At {short(size)}, with the lowest and highest value of all rounds:"
    yield ""
    yield from _spread(results, "load", size)
    yield ""
    yield from _fast(results, size)
    others = [
        f"{who} {median * 1e6:.0f} µs"
        for who in RECORDS
        if (median := results.median("record", who)) is not None
    ]
    yield f"For comparison, one record with four small parts in other record libraries: {', '.join(others)}."


def _fast(results: Results, size: int) -> Iterator[str]:
    """Say how much the extra saves, and why it saves no more."""
    fast, ours, dataclass, plain = (
        results.median("load", who, size, PAUSED)
        for who in (
            "ours_fast",
            "ours",
            "pydantic_dataclass",
            "msgspec_dataclass",
        )
    )
    if (
        fast is not None
        and ours is not None
        and dataclass is not None
        and plain is not None
    ):
        yield (
            f"With the extra `fast`, reading takes {fast / ours:.2f} times as long as without, with all the same checks."
            " msgspec parses the JSON and checks types; `entente` still checks ids, texts, dates and references."
            f" It takes {fast / dataclass:.2f} times as long as pydantic's slotted dataclass. msgspec alone, into plain"
            f" dataclasses and without these checks, takes {plain / dataclass:.2f} times as long. The target of 0.60"
            " could only be met by dropping checks, so it stays missed."
        )
        yield ""


def _writing(results: Results, sizes: Sequence[int]) -> Iterator[str]:
    yield "Microseconds per commitment, compact, without default values: default / paused."
    yield ""
    yield from _table(results, "dump", sizes, _micro, _labels())
    yield ""
    yield "With one line per value, as for files in git:"
    yield ""
    yield from _table(results, "dump_indented", sizes, _micro, _labels())


def _memory(results: Results, sizes: Sequence[int]) -> Iterator[str]:
    yield (
        "Kilobytes of resident memory per commitment after reading, once the text is released and the collector has run:"
        " default / paused. Small dossiers fit into memory that the process already held."
    )
    yield ""
    large = [size for size in sizes if size >= 10_000] or sizes
    yield from _table(
        results,
        "memory",
        large,
        lambda size: lambda value: f"{value / size / 1e3:.2f}",
        _labels(),
    )


def _asking(results: Results) -> Iterator[str]:
    yield (
        "Microseconds to return a list of typed records, after all preparation. The engines were given the best case:"
        " columns flattened and numbered in advance, narrower themes and a party's bodies as ranges of numbers, and"
        " statuses as intervals of days. Their times include picking the records from a list by position, but not the"
        " preparation of the columns. `entente` answers from the records alone."
    )
    for size in results.sizes("theme and date, few"):
        yield ""
        yield f"At {short(size)}:"
        yield ""
        yield f"| | answers | **entente** | {' | '.join(each.label for each in ENGINES)} |"
        yield f"|---|---|---|{'---|' * len(ENGINES)}"
        for name in NAMES:
            for level in SHARES:
                question = f"{name}, {level}"
                share = results.median("share", question, size) or 0.0
                cells = [
                    "–"
                    if (median := results.median(question, who, size)) is None
                    else f"{median * 1e6:,.0f}"
                    for who in ("ours", *(each.name for each in ENGINES))
                ]
                yield f"| {question} | {share:.1%} | {' | '.join(cells)} |"


def _first(results: Results) -> Iterator[str]:
    yield (
        "Milliseconds for the first query of a dossier, which selects about 5 %, compared with a comprehension over all"
        " commitments that gives the same answer."
    )
    yield ""
    sizes = results.sizes("first")
    yield f"| | {' | '.join(f'{short(size)}, `where` | {short(size)}, scan' for size in sizes)} |"
    yield f"|---|{'---|---|' * len(sizes)}"
    for name in SCANS:
        medians = [
            results.median("first", f"{way}: {name}", size)
            for size in sizes
            for way in ("where", "scan")
        ]
        cells = [
            "–" if median is None else f"{median * 1e3:.1f}"
            for median in medians
        ]
        yield f"| {name} | {' | '.join(cells)} |"


def _import(results: Results) -> Iterator[str]:
    yield "Milliseconds to import, each in a process of its own. Classes that only make up the number have no validators."
    yield ""
    yield "| | median (lowest to highest) |"
    yield "|---|---|"
    for who in IMPORTED:
        median, ends = (
            results.median("import", who),
            results.range("import", who),
        )
        if median is not None and ends is not None:
            yield f"| {who} | {median * 1e3:.0f} ({ends[0] * 1e3:.0f} to {ends[1] * 1e3:.0f}) |"


def _growth(results: Results) -> Iterator[str]:
    sizes = results.sizes("index")
    yield (
        "Microseconds per commitment. The total time grows as the size to the given power, where 1 is linear growth."
    )
    yield ""
    yield f"| | {' | '.join(short(size) for size in sizes)} | power |"
    yield f"|---|{'---|' * len(sizes)}---|"
    for what, told in (
        ("load", "reading"),
        ("dump", "writing"),
        ("index", "the first three queries"),
        ("check", "all checks"),
        ("verify", "verifying all citations"),
    ):
        medians = [results.median(what, "ours", size) for size in sizes]
        cells = [
            "–" if median is None else _micro(size)(median)
            for size, median in zip(sizes, medians, strict=True)
        ]
        power = results.growth(what, "ours")
        yield f"| {told} | {' | '.join(cells)} | {'–' if power is None else f'{power:.2f}'} |"


def _who() -> Iterator[str]:
    yield "| contender | setup |"
    yield "|---|---|"
    yield from (f"| {each.label} | {each.note} |" for each in CONTENDERS)
    yield from (f"| {each.label} | {each.note} |" for each in ENGINES)


def _how(results: Results, values: str) -> Iterator[str]:
    versions = ", ".join(
        f"{name} {version}"
        for name, version in results.about["versions"].items()
    )
    yield (
        "- A seeded generator makes the dossiers through the public interface: meetings with about twenty commitments"
        " each, the cited statements, ministers, agreements, metrics, and later reports."
    )
    yield (
        "- All contenders read the same text into classes with the same fields, derived from the library's own. For"
        " dates, amounts and ranges, all of them use the library's values and its caching parser, through the hooks that"
        " each contender documents. For msgspec these values are wrapped, since it reads attrs classes as objects."
    )
    yield (
        "- Before anything is timed, each contender's records are compared with the text that was read and with the text"
        " that it writes, on a dossier of at most 1k, and each engine's answers with plain masks over the columns, at"
        " every size. Beyond 100k, only the library itself and plain `json` read and write."
    )
    yield (
        "- Each measurement runs in a process of its own, and contenders take turns. A small dossier is read and written"
        " before anything is timed. Reading, writing, checking and importing are measured in processor time, which"
        " excludes other work on the machine; queries in wall-clock time, since some engines use several threads."
        " Imported modules are already compiled to bytecode, as after any first import."
        f" [One file]({values}) has the values of all rounds."
    )
    yield (
        "- Before the queries, `gc.freeze()` exempts the records from collection. Otherwise the rows that an engine"
        " returns would trigger traversals of all records."
    )
    yield f"- Versions: {versions}."
