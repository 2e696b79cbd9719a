"""The page that tells what was measured, and its charts."""

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
    Path(__file__).resolve().parent.parent / "docs" / "explanation" / "performance.md"
)
NAMES: Final = (*SCANS, "all of these")


def write(results: Results, path: Path) -> None:
    """Write the page and its charts."""
    size = reference(results)
    pictures = charts.draw(results, size)
    for name, (svg, _) in pictures.items():
        path.with_name(f"{path.stem}-{name}.svg").write_text(svg, encoding="utf-8")
    shown = {
        name: f"![{told}]({path.stem}-{name}.svg)"
        for name, (_, told) in pictures.items()
    }
    path.write_text(
        "\n".join(_page(results, size, shown, path.stem)) + "\n", encoding="utf-8"
    )


def reference(results: Results) -> int:
    """Return the size that the promises are about, or the greatest if that was not measured."""
    sizes = results.sizes()
    return AT if AT in sizes else sizes[-1]


def _page(
    results: Results, size: int, pictures: dict[str, str], name: str
) -> Iterator[str]:
    sizes = results.sizes()
    judged = list(bars(results, size))
    yield from _opening(results, size, judged)
    yield from ("", "## What is promised", "", *_promises(judged, size))
    yield from ("", "## Reading", "", pictures["load"], "", *_reading(results, sizes))
    yield from ("", "## Writing", "", *_writing(results, sizes))
    yield from ("", "## Memory", "", *_memory(results, sizes))
    yield from ("", "## Asking", "", pictures["queries"], "", *_asking(results))
    yield from ("", "## The first question", "", *_first(results))
    yield from ("", "## Import", "", *_import(results))
    yield from ("", "## Growth", "", *_growth(results))
    yield from ("", "## Who is who", "", *_who())
    yield from ("", "## How it is measured", "", *_how(results, f"{name}.json"))


def _opening(results: Results, size: int, judged: Sequence[Bar]) -> Iterator[str]:
    met = sum(bar.met is True for bar in judged)
    missed = sum(bar.met is False for bar in judged)
    absent = len(judged) - met - missed
    about = results.about
    rounds = "one round" if about["rounds"] == 1 else f"up to {about['rounds']} rounds"
    yield "# Performance"
    yield ""
    yield (
        "How fast a dossier is read, written and asked, beside other libraries with the same records in their own"
        " classes. This page is made by one command, in a clone with the group `benchmarks` installed:"
    )
    yield ""
    yield "```console"
    yield "python -m benchmarks"
    yield "```"
    yield ""
    yield (
        f"Of {len(judged)} promises {met} are met, {missed} not met"
        + (f", and {absent} not measured" if absent else "")
        + f". The figures are of {about['day']}: {about['python']} on {about['system']}, {about['processor']},"
        f" {about['cores']} cores, {about['memory']} GB, shared with other work. Each is a median of {rounds}"
        "; between two runs of the whole, expect times to move by 15 % and ratios by 10 %."
    )
    yield ""
    yield (
        "Python's garbage collector decides most of these comparisons. It walks over all records again and again while"
        " more of them are made, and `entente` pauses it while it reads, which any program can do for any library."
        " So every figure has two forms: **default**, as users run it, where only `entente` has paused the"
        " collector; and **paused**, where it is paused for all. Do not claim “faster than pydantic” without naming the mode of the"
        " collector and the kind of model."
    )


def _promises(judged: Iterable[Bar], size: int) -> Iterator[str]:
    yield f"On {short(size)} commitments, unless it says otherwise; a ratio is ours by theirs, so less is better."
    if size != AT:
        yield f"They are meant for {short(AT)}, which was not measured this time."
    yield ""
    yield "| what | at most | measured | verdict |"
    yield "|---|---|---|---|"
    for bar in judged:
        if bar.measured is None:
            measured, verdict = "–", "not measured"
        else:
            measured, verdict = (
                _bar(bar.measured, bar.unit),
                "met" if bar.met else "**not met**",
            )
        remark = f" ({bar.remark})" if bar.remark and bar.measured is not None else ""
        yield f"| {bar.what} | {_bar(bar.most, bar.unit)} | {measured}{remark} | {verdict} |"


def _bar(value: float, unit: str) -> str:
    return f"{value:.2f} {unit}"


# --- tables --------------------------------------------------------------------------------------

Writer = Callable[[float], str]


def _micro(size: int) -> Writer:
    return lambda value: f"{value / size * 1e6:.1f}"


def _pair(results: Results, what: str, who: str, size: int, write: Writer) -> str:
    """Write the medians of both modes of the collector, and of the first how far it went."""
    medians = [results.median(what, who, size, mode) for mode in MODES]
    return " / ".join("–" if median is None else write(median) for median in medians)


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
        cells = [_pair(results, what, who, size, writer(size)) for size in sizes]
        if any(cell.strip("– /") for cell in cells):
            name = f"**{label}**" if who.startswith("ours") else label
            yield f"| {name} | {' | '.join(cells)} |"


def _labels() -> list[tuple[str, str]]:
    return [(each.name, each.label) for each in CONTENDERS]


def _spread(results: Results, what: str, size: int) -> Iterator[str]:
    """Tell the least and the greatest value at one size, and the ratio to the library's own."""
    yield "| | default: median (least to greatest) | ÷ entente | paused: median (least to greatest) | ÷ entente |"
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
        "Microseconds for each commitment with its share of all else, about seven objects and 1.0 kB of JSON:"
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
        "Dates and amounts have been read once before, by everybody: what is compared is the records."
        f" When `entente` reads a dossier first thing in a process, it takes {', '.join(fresh)}."
    )
    yield ""
    size = reference(results)
    yield f"At {short(size)}, with the least and the greatest value of all rounds:"
    yield ""
    yield from _spread(results, "load", size)
    yield ""
    yield from _fast(results, size)
    others = [
        f"{who} {median * 1e6:.0f} µs"
        for who in RECORDS
        if (median := results.median("record", who)) is not None
    ]
    yield f"For scale, one record with four small parts in other libraries of records: {', '.join(others)}."


def _fast(results: Results, size: int) -> Iterator[str]:
    """Say what the extra brings, and what keeps it from more."""
    fast, ours, dataclass, plain = (
        results.median("load", who, size, PAUSED)
        for who in ("ours_fast", "ours", "pydantic_dataclass", "msgspec_dataclass")
    )
    if (
        fast is not None
        and ours is not None
        and dataclass is not None
        and plain is not None
    ):
        yield (
            f"With the extra `fast` reading takes {fast / ours:.2f} of the time that it takes without, and every check"
            " is made as before. msgspec takes the JSON apart and sees to the types; that ids, texts, dates and references"
            f" are sound is still seen here. It takes {fast / dataclass:.2f} of the time of pydantic's slotted dataclass;"
            f" msgspec alone, into plain dataclasses without these checks, takes {plain / dataclass:.2f} of it."
            " The 0.60 that was aimed at would cost checks, and they stay."
        )
        yield ""


def _writing(results: Results, sizes: Sequence[int]) -> Iterator[str]:
    yield "Microseconds for each commitment, compact, with defaults left out: default / paused."
    yield ""
    yield from _table(results, "dump", sizes, _micro, _labels())
    yield ""
    yield "And with a line for each value, as files are kept in git:"
    yield ""
    yield from _table(results, "dump_indented", sizes, _micro, _labels())


def _memory(results: Results, sizes: Sequence[int]) -> Iterator[str]:
    yield (
        "Kilobytes of resident memory that each commitment keeps after reading, the text dropped and the collector run:"
        " default / paused. Small dossiers fit into memory that the process held before."
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
        "Microseconds until a list of typed records is there, once all that is prepared is prepared. The others got the best case:"
        " the columns flattened and numbered beforehand, narrower themes and a party's bodies as ranges of numbers, statuses as"
        " intervals of days. Their times include taking the records by their places out of a list. None of the"
        " preparation of columns is counted; `entente` answers from the records alone."
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
        "Milliseconds for the first question that is put to a dossier, an answer of about 5 %, beside a comprehension over"
        " all commitments with the same answer."
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
        cells = ["–" if median is None else f"{median * 1e3:.1f}" for median in medians]
        yield f"| {name} | {' | '.join(cells)} |"


def _import(results: Results) -> Iterator[str]:
    yield "Milliseconds to import, each in a process of its own; classes have no validators where they only make up the number."
    yield ""
    yield "| | median (least to greatest) |"
    yield "|---|---|"
    for who in IMPORTED:
        median, ends = results.median("import", who), results.range("import", who)
        if median is not None and ends is not None:
            yield f"| {who} | {median * 1e3:.0f} ({ends[0] * 1e3:.0f} to {ends[1] * 1e3:.0f}) |"


def _growth(results: Results) -> Iterator[str]:
    sizes = results.sizes("index")
    yield (
        "Microseconds for each commitment; the power is that of the size by which the whole time grows, where 1 is straight growth."
    )
    yield ""
    yield f"| | {' | '.join(short(size) for size in sizes)} | power |"
    yield f"|---|{'---|' * len(sizes)}---|"
    for what, told in (
        ("load", "reading"),
        ("dump", "writing"),
        ("index", "the first three questions"),
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
    yield "| who | how |"
    yield "|---|---|"
    yield from (f"| {each.label} | {each.note} |" for each in CONTENDERS)
    yield from (f"| {each.label} | {each.note} |" for each in ENGINES)


def _how(results: Results, values: str) -> Iterator[str]:
    versions = ", ".join(
        f"{name} {version}" for name, version in results.about["versions"].items()
    )
    yield (
        "- The dossiers are made by a seeded generator through the public interface: meetings with about twenty commitments,"
        " the statements that are cited, ministers, agreements, metrics, and what was reported since."
    )
    yield (
        "- All contenders read the same text into classes with the same fields, made of the library's own. Dates, amounts and"
        " ranges are the library's values for all, by one parser that remembers what it has read, through the hooks that each"
        " library documents. In msgspec they stand in a small box, since it takes attrs classes for tables."
    )
    yield (
        "- Everybody's records are compared with the text that they were read from, and with what is written again, on a"
        " dossier of at most 1k; everybody's answers with what plain masks over the columns say, on every size. Only then is"
        " anything timed. Beyond 100k only the library itself and plain `json` read and write."
    )
    yield (
        "- Each measurement is a process of its own, and contenders take turns. A first small dossier is read and written"
        " before anything is timed. Reading, writing, checking and importing are timed by the clock of the processor, so"
        " that other work on the machine is not counted; questions by the clock on the wall, since some engines use several"
        " threads. What is imported has been compiled to bytecode before, as it is after the first import."
        f" The values of all rounds stand in [a file beside this page]({values})."
    )
    yield (
        "- Questions are put with the collector told to forget what was read (`gc.freeze()`), or the rows that an engine"
        " returns would set off walks over all records."
    )
    yield f"- Versions: {versions}."
