"""How well texts are drafted: ``python -m benchmarks.drafting DIR [--misses]``.

DIR holds notices as ``NAME.txt``, their labels as ``NAME.csv`` and what is known of each as
``NAME.meta.csv`` (kind, issued_by, published). A row of the labels is a passage: `is_commitment` is
"yes" where a record is expected, and "no" where none is; `firmness` is the rung that is right or, after
"no", the highest that is tolerated. Readings after "alt:" in the note are right too.

found
    Of the rows with "yes", those that a candidate was drafted for: its passage and the row's words
    overlap by half of the longer, each candidate for one row.
precise
    Of the candidates, those that were found for such a row, or are tolerated. One that fits no row at
    all counts against it, and so does one on a row that allows none or only a lower rung.
rung
    Of the rows found, those whose candidate has the rung, or one of the readings.
due, amounts
    Of the rows found that have a deadline or amounts, those that are right: the last possible day, and
    the numbers, bounds and units. *Wrong* is what was written and is not so; what was left open is not
    wrong.
said, figures
    Of the rows with "no" whose note says "thanks", "praise" or "claim", those that a statement with this
    act was drafted for; of those whose note says "metric", those that a metric was drafted for.
beside
    Of the statements and metrics, those that stand on no row with "yes".
by, to
    Of the rows found that name whoever acts, those that are right, and the same for whom they address.
"""

from __future__ import annotations

import argparse
import csv
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import define, field, frozen

from entente import (
    Commitment,
    Metric,
    Period,
    Quantity,
    Source,
    SourceKind,
    Statement,
)
from entente.drafting import Candidate, Drafted, draft
from entente.errors import PeriodError, QuantityError

Record = Commitment | Statement | Metric


@frozen
class Row:
    """A labelled passage, with the place of its words in the text."""

    words: str
    start: int
    stop: int
    wanted: bool
    rungs: tuple[str, ...]
    by: tuple[str, ...]
    to: tuple[str, ...]
    due: tuple[str, ...]
    amounts: tuple[str, ...]
    alternatives: dict[str, tuple[str, ...]]
    note: str = ""


@define
class Score:
    """Counts of what is right, of how many, and what is wrong."""

    right: dict[str, int] = field(factory=dict)
    of: dict[str, int] = field(factory=dict)
    wrong: list[str] = field(factory=list)
    misses: list[str] = field(factory=list)

    def count(self, what: str, *, is_right: bool) -> None:
        """Count one answer."""
        self.of[what] = self.of.get(what, 0) + 1
        self.right[what] = self.right.get(what, 0) + is_right

    def add(self, other: Score) -> None:
        """Add another score."""
        for what, number in other.of.items():
            self.of[what] = self.of.get(what, 0) + number
            self.right[what] = self.right.get(what, 0) + other.right[what]
        self.wrong += other.wrong
        self.misses += other.misses


def folded(text: str) -> str:
    """Return a text with its white space folded."""
    return " ".join(text.split())


def rows_of(file: Path, text: str) -> list[Row]:
    """Read the labels of a text."""
    whole = folded(text)
    rows = []
    with file.open(encoding="utf-8", newline="") as stream:
        for cells in csv.DictReader(stream):
            words = folded(cells["exact_words"])
            start = whole.index(words)
            alternatives = _alternatives(cells["note"])
            rows.append(
                Row(
                    words,
                    start,
                    start + len(words),
                    cells["is_commitment"] == "yes",
                    (cells["firmness"], *alternatives.get("", ())),
                    _parties(cells["by"]),
                    _parties(cells["to"]),
                    (cells["due"], *alternatives.get("due", ())),
                    tuple(
                        each.strip()
                        for each in cells["amounts"].split(";")
                        if each.strip()
                    ),
                    alternatives,
                    cells["note"],
                )
            )
    return rows


def _alternatives(note: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for match in re.finditer(r"\balt(?: (\w+))?: ([^;\"]*)", note):
        kind = match[1] or ""
        choices = [each.strip() for each in match[2].split(",")]
        choices = [
            each.split(" then ")[0].split("(")[0].strip() for each in choices
        ]
        found[kind] = (*found.get(kind, ()), *choices)
    # The kind may stand before the word too.
    for match in re.finditer(r"\b(due|by|to|amount) alt: ([^;\"]*)", note):
        choices = [each.strip() for each in match[2].split(",")]
        found[match[1]] = (*found.get(match[1], ()), *choices)
    return found


def _parties(cell: str) -> tuple[str, ...]:
    return tuple(
        sorted(
            each.strip().casefold() for each in cell.split(";") if each.strip()
        )
    )


def pairs(
    draft: Drafted, rows: list[Row], text: str
) -> Iterator[tuple[Candidate[Commitment], Row | None]]:
    """Match candidates with rows one to one, the greatest overlaps first."""
    spans = _spans(draft, text)
    overlaps = sorted(
        (
            (
                min(stop, row.stop) - max(start, row.start),
                -abs((stop - start) - len(row.words)),
                number,
                position,
            )
            for number, (start, stop) in enumerate(spans)
            for position, row in enumerate(rows)
            if 2 * (min(stop, row.stop) - max(start, row.start))
            >= len(row.words)
        ),
        key=lambda each: (rows[each[3]].wanted, each[1] + each[0]),
        reverse=True,
    )
    taken: dict[int, int] = {}
    for _, _, number, position in overlaps:
        if number not in taken and position not in taken.values():
            taken[number] = position
    for number, candidate in enumerate(draft):
        row = rows[taken[number]] if number in taken else None
        yield candidate, row


def _spans(
    candidates: Iterable[Candidate[Record]], text: str
) -> list[tuple[int, int]]:
    """Return where candidates stand in a text whose white space is folded."""
    starts = _folded_positions(text)
    firsts = [
        (starts[each.characters.first - 1], len(each.passage))
        for each in candidates
    ]
    return [(start, start + length) for start, length in firsts]


def _folded_positions(text: str) -> list[int]:
    positions, at, was_space = [], 0, True
    for character in text:
        is_space = character.isspace()
        positions.append(at)
        if not (is_space and was_space):
            at += 1
        was_space = is_space
    return positions


def score(file: Path) -> tuple[Score, float]:
    """Draft a notice and compare it with its labels."""
    text = file.read_text(encoding="utf-8")
    rows = rows_of(file.with_suffix(".csv"), text)
    with file.with_suffix(".meta.csv").open(
        encoding="utf-8", newline=""
    ) as stream:
        [meta] = csv.DictReader(stream)
    source = Source(
        id="notice",
        title="Notice",
        kind=SourceKind(meta["kind"]),
        issued_by=tuple(meta["issued_by"].split(";")),
        published=meta["published"],
    )
    begun = time.perf_counter()
    drafted = draft(text, source=source)
    seconds = time.perf_counter() - begun
    result = Score()
    found: set[int] = set()
    for candidate, row in pairs(drafted, rows, text):
        _judge(candidate, row, result, file.stem, drafted)
        if row is not None and row.wanted:
            found.add(row.start * 10000 + row.stop)
    for row in rows:
        if row.wanted:
            is_found = row.start * 10000 + row.stop in found
            result.count("found", is_right=is_found)
            if not is_found:
                result.misses.append(f"{file.stem}: not found: {row.words!r}")
    _judge_beside(drafted, rows, text, result, file.stem)
    return result, seconds


def _judge_beside(
    drafted: Drafted, rows: list[Row], text: str, result: Score, name: str
) -> None:
    """Compare statements and metrics with the rows that are no promises."""
    told: list[tuple[str, tuple[int, int]]] = []
    for each, span in zip(
        drafted.statements, _spans(drafted.statements, text), strict=True
    ):
        told.append((each.record.act.value, span))
    told += [("metric", span) for span in _spans(drafted.metrics, text)]
    for kind, span in told:
        is_right = not any(row.wanted and _covers(span, row) for row in rows)
        result.count("beside", is_right=is_right)
        if not is_right:
            result.misses.append(f"{name}: {kind} on a promise at {span}")
    for row in rows:
        for kind in ("thanks", "praise", "claim", "metric"):
            if not row.wanted and kind in row.note.split("alt")[0]:
                is_found = any(
                    kind == other and _covers(span, row)
                    for other, span in told
                )
                what = "figures" if kind == "metric" else "said"
                result.count(what, is_right=is_found)
                if not is_found:
                    result.misses.append(f"{name}: no {kind}: {row.words!r}")


def _covers(span: tuple[int, int], row: Row) -> bool:
    """Say whether a passage holds half of the words of a row."""
    shared = min(span[1], row.stop) - max(span[0], row.start)
    return 2 * shared >= len(row.words)


def _judge(
    candidate: Candidate[Commitment],
    row: Row | None,
    result: Score,
    name: str,
    drafted: Drafted,
) -> None:
    record = candidate.record
    rung = str(record.firmness)
    told = f"{name}: {rung}: {candidate.passage!r}"
    if row is None:
        result.count("precise", is_right=False)
        result.misses.append(f"{told} fits no row")
        return
    if not row.wanted:
        ok = any(_is_at_most(rung, each) for each in row.rungs if each)
        result.count("precise", is_right=ok)
        if not ok:
            result.misses.append(
                f"{told} on a row of {row.rungs[0] or 'nothing'}"
            )
        return
    result.count("precise", is_right=True)
    is_right = rung in row.rungs
    result.count("rung", is_right=is_right)
    if not is_right:
        result.misses.append(f"{told} has the rung {row.rungs}")
    _judge_due(candidate, row, result, told)
    _judge_amounts(candidate, row, result, told)
    for what, mine, theirs in (
        ("by", record.by, row.by),
        ("to", record.to, row.to),
    ):
        names = {each.id: each.name for each in drafted.parties}
        got = tuple(sorted(each.casefold().replace("-", " ") for each in mine))
        full = tuple(sorted(names.get(each, each).casefold() for each in mine))
        choices = [
            theirs,
            *[
                _parties(each) if each != "empty" else ()
                for each in row.alternatives.get(what, ())
            ],
        ]
        if any(choices) or got:
            is_right = got in choices or full in choices
            result.count(what, is_right=is_right)
            if not is_right:
                result.misses.append(f"{told}: {what} is {choices}, not {got}")
                if got:
                    result.misses[-1] += " WRITTEN"


LADDER = (
    "None",
    "aspired",
    "discussed",
    "called_for",
    "welcomed",
    "endorsed",
    "intended",
    "pledged",
    "agreed",
)


def _is_at_most(rung: str, tolerated: str) -> bool:
    return (
        rung in LADDER
        and tolerated in LADDER
        and LADDER.index(rung) <= LADDER.index(tolerated)
    )


def _last(text: str) -> object:
    if text in {"", "empty"}:
        return None
    try:
        return Period(text).latest
    except PeriodError:
        return Period(f"{text}").latest


def _judge_due(
    candidate: Candidate[Commitment], row: Row, result: Score, told: str
) -> None:
    record = candidate.record
    mine = record.due or (
        record.runs
        if record.runs is not None and record.runs.earliest is not None
        else None
    )
    got = None if mine is None else mine.latest
    choices = {_last(each) for each in row.due}
    if row.due[0] or got is not None:
        is_right = got in choices
        result.count("due", is_right=is_right)
        if not is_right:
            result.misses.append(f"{told}: due is {choices}, not {mine}")
            if got is not None:
                result.wrong.append(result.misses[-1])


def _judge_amounts(
    candidate: Candidate[Commitment], row: Row, result: Score, told: str
) -> None:
    mine = [
        _in_numbers(
            f"{each.times} times"
            if each.times is not None
            else str(each.value)
        )
        for each in candidate.record.amounts
    ]
    choices = [
        row.amounts,
        *[
            (each,)
            for key in ("amount", "amounts")
            for each in row.alternatives.get(key, ())
        ],
    ]
    readable = [
        sorted(map(_in_numbers, each))
        for each in choices
        if "empty" not in each
    ]
    if not row.amounts and not mine:
        return
    is_right = any(_alike(sorted(mine), each) for each in readable)
    result.count("amounts", is_right=is_right)
    if not is_right:
        result.misses.append(f"{told}: amounts are {readable}, not {mine}")
        if any(
            not any(
                _alike([each], [other]) for row in readable for other in row
            )
            for each in mine
        ):
            result.wrong.append(result.misses[-1])


def _in_numbers(text: str) -> tuple[str, str, str]:
    text = (
        text.removeprefix("change ")
        .split(" per P")[0]
        .replace("dollars", "money")
    )
    try:
        amount = Quantity(text)
    except QuantityError:
        return text, "", ""
    return str(amount.low), str(amount.high), amount.unit


def _alike(
    mine: Iterable[tuple[str, str, str]],
    theirs: Iterable[tuple[str, str, str]],
) -> bool:
    mine, theirs = list(mine), list(theirs)
    if len(mine) != len(theirs):
        return False
    for (low, high, unit), (low2, high2, unit2) in zip(
        mine, theirs, strict=True
    ):
        if low != low2 or high2 not in {high, "None"}:
            return False
        money = {"money", "dollars"}
        head, head2 = unit.split()[:1], unit2.split()[:1]
        if (
            unit
            and unit2
            and head != head2
            and unit.split()[-1] != unit2.split()[-1]
            and not {unit, unit2} <= money
        ):
            return False
    return True


def main() -> None:
    """Print the figures of a folder of notices."""
    parser = argparse.ArgumentParser(
        description="Measure drafting on labelled notices."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--misses", action="store_true", help="show what is not right"
    )
    given = parser.parse_args()
    total = Score()
    for file in sorted(given.folder.glob("*.txt")):
        if not file.with_suffix(".csv").exists():
            continue
        one, seconds = score(file)
        total.add(one)
        print(f"{file.stem:28} {seconds * 1000:5.0f} ms  {_figures(one)}")
    print(f"{'all':28}           {_figures(total)}")
    print(f"wrong dates and amounts: {len(total.wrong)}")
    for each in total.misses if given.misses else total.wrong:
        print(f"- {each}")


WHAT = (
    "found",
    "precise",
    "rung",
    "due",
    "amounts",
    "by",
    "to",
    "said",
    "figures",
    "beside",
)


def _figures(score: Score) -> str:
    return "  ".join(
        f"{what} {score.right.get(what, 0)}/{score.of.get(what, 0)}"
        for what in WHAT
        if what in score.of
    )


if __name__ == "__main__":
    main()
