"""What all tasks measure with."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import psutil

import entente
from benchmarks.generate import Files
from entente import Dossier

V = TypeVar("V")

Measured: TypeAlias = dict[str, Any]
"""What a task returns: seconds or bytes, by name."""


def timed(
    call: Callable[[], V], clock: Callable[[], float] = time.process_time
) -> tuple[float, V]:
    """Call a function; return how long it took, and what it returned.

    The clock is that of the processor: what else the machine does in the meantime is not counted.
    Whoever may use several threads is timed by the clock on the wall.
    """
    start = clock()
    value = call()
    return clock() - start, value


@contextmanager
def collector(mode: str) -> Iterator[None]:
    """Leave the collector as it is, or pause it."""
    if mode == "paused":
        gc.disable()
    yield
    gc.enable()


def resident() -> int:
    """Return how many bytes of memory the process holds."""
    return int(psutil.Process(os.getpid()).memory_info().rss)


def text_of(size: int, folder: str) -> str:
    """Return the text of a dossier that was made before."""
    return Files.of(size, Path(folder)).dossier.read_text(encoding="utf-8")


def dossier_of(size: int, folder: str) -> Dossier:
    """Return a dossier with the collector paused and then told to forget what there is.

    Queries are not to pay for walks over millions of records that some other library's rows set off.
    """
    with collector("paused"):
        dossier = entente.loads(text_of(size, folder))
        gc.freeze()
    return dossier
