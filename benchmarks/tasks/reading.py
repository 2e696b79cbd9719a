"""Reading and writing.

A small dossier is read and written before anything is timed, so that no library pays for what it does
only once.
"""

from __future__ import annotations

import gc
import json
import statistics
from pathlib import Path
from typing import Any, Final

from benchmarks import scale
from benchmarks.contenders import BY_NAME
from benchmarks.generate import Files
from benchmarks.schema import plain, remember
from benchmarks.tasks.instruments import (
    Measured,
    collector,
    resident,
    text_of,
    timed,
)

WARM: Final = 200
"""The size of the dossier that is read before anything is timed."""

ENOUGH: Final = 5_000
"""How many commitments are read in one process at least; smaller dossiers are read several times."""


def load(
    *, who: str, size: int, mode: str, folder: str, fresh: bool = False
) -> Measured:
    """Read a dossier and write it again; return the times, and the memory that it holds.

    Its dates and amounts have been read once before, by everybody, unless it is to be done `fresh`:
    how fast they are parsed is a matter of this library, and others' users may need no such values.
    """
    module: Any = BY_NAME[who].module()
    writes = [
        name for name in ("dump", "dump_indented") if hasattr(module, name)
    ]
    warm = module.load(text_of(WARM, folder))
    for write in writes:
        getattr(module, write)(warm)
    del warm
    if not fresh:
        remember(
            json.loads(
                Files.of(size, Path(folder)).values.read_text(encoding="utf-8")
            )
        )
    gc.collect()
    before = resident()
    times: dict[str, list[float]] = {
        "load": [],
        **{write: [] for write in writes},
    }
    memory = 0
    for _ in range(1 if fresh else max(1, ENOUGH // size)):
        dossier = None
        text = text_of(size, folder)
        gc.collect()
        with collector(mode):
            seconds, dossier = timed(lambda text=text: module.load(text))  # type: ignore[misc]
        times["load"].append(seconds)
        del text
        gc.collect()
        memory = resident() - before
        for write in writes:
            with collector(mode):
                seconds, written = timed(
                    lambda write=write, dossier=dossier: getattr(
                        module, write
                    )(dossier)
                )  # type: ignore[misc]
            times[write].append(seconds)
            del written
    return {
        "memory": memory,
        **{name: statistics.median(found) for name, found in times.items()},
    }


def check(*, who: str, size: int, folder: str) -> Measured:
    """See that a contender reads the records that the text holds, and writes them again; measure nothing."""
    module: Any = BY_NAME[who].module()
    text = text_of(size, folder)
    data = json.loads(text)
    dossier = module.load(text)
    if plain(dossier) != data:
        raise AssertionError(f"{who} reads other records")
    for write in ("dump", "dump_indented"):
        if (
            hasattr(module, write)
            and json.loads(getattr(module, write)(dossier)) != data
        ):
            raise AssertionError(f"{who} writes other records with {write}")
    return {}


def other(*, who: str, folder: str) -> Measured:
    """Read records of another make, for scale; return the time for one."""
    read, record = scale.RECORDS[who]()
    for _ in range(20):
        read(record)
    times = [timed(lambda: read(record))[0] for _ in range(500)]
    return {"record": statistics.median(times)}
