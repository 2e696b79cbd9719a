"""The one command: measure everybody, and make the page and the charts of it.

::

    python -m benchmarks                                  # 1k, 10k and 100k commitments
    python -m benchmarks --quick                          # 1k and 10k, once: to see that all works
    python -m benchmarks --sizes 1k 10k 100k 1M           # with a million, which needs some 16 GB
    python -m benchmarks --render                         # the page again, of what was measured before

Each measurement is a process of its own, and the contenders take turns, so that what else the machine does
falls on all alike. What is written is the page, its charts, and beside them the values of all rounds.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import frozen
from tqdm import tqdm

from benchmarks import imports, page
from benchmarks.contenders import CONTENDERS
from benchmarks.generate import FOLDER, ready, size_of
from benchmarks.queries import ENGINES
from benchmarks.results import DEFAULT, MODES, Cell, Results, about
from benchmarks.scale import RECORDS
from benchmarks.tasks.asking import SCANS
from benchmarks.tasks.reading import WARM

SIZES: Final = (1_000, 10_000, 100_000)
MANY_ROUNDS: Final = 100_000
"""The size up to which all rounds are run; beyond it there is one."""
SOME_ROUNDS: Final = 3
"""How often at most is done what takes long and varies little: questions and growth."""
AT_ALL_SIZES: Final = ("ours", "json_floor")
"""Who reads and writes dossiers beyond `MANY_ROUNDS`: what is promised there is how the library itself grows."""
CHECKED: Final = 1_000
"""The greatest size on which all contenders' records are compared before they are timed."""


@frozen
class Job:
    """One process: what it is asked, and under which names its answers are kept."""

    asked: dict[str, Any]
    who: str = ""
    size: int = 0
    mode: str = DEFAULT

    def run(self, results: Results, folder: Path) -> None:
        """Run it, and keep what it measured."""
        if self.asked["task"] == "import":
            results.add(
                Cell("import", self.who),
                imports.seconds(self.asked["module"], folder),
            )
            return
        asked = json.dumps({**self.asked, "folder": str(folder)})
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.worker", asked],
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise SystemExit(f"{asked}\n{done.stderr}")
        found = json.loads(done.stdout)
        for question, share in found.pop("shares", {}).items():
            results.values[Cell("share", question, self.size)] = [share]
        for what, value in found.items():
            results.add(Cell(what, self.who, self.size, self.mode), value)


def jobs(sizes: Sequence[int], rounds: int) -> Iterator[Job]:
    """List all that is to be done, in the order in which it is done."""
    checked = max(
        (size for size in sizes if size <= CHECKED), default=min(sizes)
    )
    for contender in CONTENDERS:
        asked = {
            "task": "reading.check",
            "who": contender.name,
            "size": checked,
        }
        yield Job(asked)
    for size in sizes:
        for turn in range(_rounds(size, rounds)):
            yield from _reading(size, turn)
    for size in sizes:
        yield Job({"task": "asking.flatten", "size": size})
        for turn in range(_rounds(size, min(rounds, SOME_ROUNDS))):
            yield from _asking(size, turn)
            yield Job({"task": "growing.growth", "size": size}, "ours", size)
    for _ in range(rounds):
        yield from (
            Job({"task": "reading.other", "who": who}, who) for who in RECORDS
        )
    for _ in range(rounds):
        yield from (
            Job({"task": "import", "module": module}, who)
            for who, module in imports.IMPORTED.items()
        )


def _rounds(size: int, rounds: int) -> int:
    return rounds if size <= MANY_ROUNDS else 1


def _reading(size: int, turn: int) -> Iterator[Job]:
    contenders = [
        each
        for each in CONTENDERS
        if size <= MANY_ROUNDS or each.name in AT_ALL_SIZES
    ]
    for contender in _turned(contenders, turn):
        for mode in MODES:
            asked = {
                "task": "reading.load",
                "who": contender.name,
                "size": size,
                "mode": mode,
            }
            yield Job(asked, contender.name, size, mode)
    yield Job(
        {
            "task": "reading.load",
            "who": "ours",
            "size": size,
            "mode": DEFAULT,
            "fresh": True,
        },
        "ours_fresh",
        size,
    )


def _asking(size: int, turn: int) -> Iterator[Job]:
    for who in _turned(("ours", *(engine.name for engine in ENGINES)), turn):
        yield Job(
            {"task": "asking.query", "who": who, "size": size}, who, size
        )
    for name in SCANS:
        for way in _turned(("where", "scan"), turn):
            asked = {
                "task": "asking.first",
                "way": way,
                "name": name,
                "size": size,
            }
            yield Job(asked, f"{way}: {name}", size)


def _turned(all_: Sequence[Any], turn: int) -> Iterator[Any]:
    """List all, each time beginning with another."""
    return (all_[(place + turn) % len(all_)] for place in range(len(all_)))


def measure(sizes: Sequence[int], rounds: int, folder: Path) -> Results:
    """Measure everybody on dossiers of the given sizes."""
    for size in tqdm((WARM, *sizes), desc="making dossiers", unit="dossier"):
        ready(size, folder)
    imports.write_baselines(folder)
    for module in imports.IMPORTED.values():
        imports.seconds(
            module, folder
        )  # the first import of a module compiles it
    lists = [each.distributions for each in (*CONTENDERS, *ENGINES)]
    versions = sorted({*RECORDS, *(name for names in lists for name in names)})
    results = Results(dict(about(versions, rounds=rounds, sizes=list(sizes))))
    for job in tqdm(
        list(jobs(sizes, rounds)),
        desc="measuring",
        unit="process",
        smoothing=0.05,
    ):
        job.run(results, folder)
    return results


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--sizes",
        nargs="+",
        type=size_of,
        default=SIZES,
        help="how many commitments",
    )
    parser.add_argument(
        "--rounds", type=int, default=5, help="how often each is measured"
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="small and once: to see that all works",
    )
    parser.add_argument(
        "--render",
        action="store_true",
        help="measure nothing; make the page again",
    )
    parser.add_argument(
        "--out", type=Path, default=page.PAGE, help="the page to write"
    )
    parser.add_argument(
        "--cache",
        type=Path,
        default=FOLDER,
        help="where dossiers are kept once made",
    )
    asked = parser.parse_args()
    values = asked.out.with_suffix(".json")
    if not asked.render:
        asked.out.parent.mkdir(
            parents=True, exist_ok=True
        )  # sooner than after all that work
        sizes, rounds = (
            ((1_000, 10_000), 1)
            if asked.quick
            else (tuple(sorted(asked.sizes)), asked.rounds)
        )
        measure(sizes, rounds, asked.cache).save(values)
    page.write(Results.load(values), asked.out)
    print(asked.out)
