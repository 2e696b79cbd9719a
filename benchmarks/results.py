"""What was measured: values of each round, kept by what, who, how many and how."""

from __future__ import annotations

import datetime
import json
import math
import os
import platform
import statistics
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any, Final

import psutil
from attrs import asdict, define, field, frozen

DEFAULT, PAUSED = "default", "paused"
MODES: Final = (DEFAULT, PAUSED)
"""How the collector runs while something is measured: as Python sets it up, or not at all."""


@frozen(order=True)
class Cell:
    """What was measured: of whom, on how many commitments, and how the collector ran."""

    what: str
    who: str
    size: int = 0
    mode: str = DEFAULT


@define
class Results:
    """The values of all rounds, and what they were measured with."""

    about: dict[str, Any]
    values: dict[Cell, list[float]] = field(factory=dict)

    def add(self, cell: Cell, value: float) -> None:
        """Keep the value of one round."""
        self.values.setdefault(cell, []).append(float(f"{value:.4g}"))

    def median(
        self, what: str, who: str, size: int = 0, mode: str = DEFAULT
    ) -> float | None:
        """Return the median of all rounds, or None for what was not measured."""
        found = self.values.get(Cell(what, who, size, mode))
        return statistics.median(found) if found else None

    def range(
        self, what: str, who: str, size: int = 0, mode: str = DEFAULT
    ) -> tuple[float, float] | None:
        """Return the least and the greatest value, or None for what was not measured."""
        found = self.values.get(Cell(what, who, size, mode))
        return (min(found), max(found)) if found else None

    def ratio(self, above: Cell, below: Cell) -> float | None:
        """Return the median of the ratios of values that were measured in the same round, if any were."""
        pairs = zip(
            self.values.get(above, ()),
            self.values.get(below, ()),
            strict=False,
        )
        ratios = [value / other for value, other in pairs]
        return statistics.median(ratios) if ratios else None

    def sizes(self, what: str = "load") -> list[int]:
        """List the sizes on which something was measured."""
        return sorted({cell.size for cell in self.values if cell.what == what})

    def growth(self, what: str, who: str) -> float | None:
        """Return the power of the size by which a time grows: the slope of its logarithm.

        >>> results = Results({})
        >>> for size in (1_000, 10_000, 100_000):
        ...     results.add(Cell("load", "ours", size), size * 1e-6)
        >>> round(results.growth("load", "ours"), 3)
        1.0
        """
        points = [
            (math.log(size), math.log(median))
            for size in self.sizes(what)
            if (median := self.median(what, who, size)) is not None
        ]
        return (
            statistics.linear_regression(*zip(*points, strict=True)).slope
            if len(points) > 1
            else None
        )

    def save(self, path: Path) -> None:
        """Write all to a file, a line for each cell."""
        rows = [
            json.dumps({**asdict(cell), "values": self.values[cell]})
            for cell in sorted(self.values)
        ]
        lines = ",\n".join(rows)
        path.write_text(
            f'{{"about": {json.dumps(self.about)},\n"rows": [\n{lines}\n]}}\n',
            encoding="utf-8",
        )

    @classmethod
    def load(cls, path: Path) -> Results:
        """Read what `save` wrote."""
        data = json.loads(path.read_text(encoding="utf-8"))
        values = {
            Cell(**{key: row[key] for key in row if key != "values"}): row[
                "values"
            ]
            for row in data["rows"]
        }
        return cls(data["about"], values)


def about(distributions: Iterable[str], **more: object) -> Mapping[str, Any]:
    """Say with what something is measured: the machine without its name, Python, and all versions."""
    names = dict.fromkeys(("attrs", "cattrs", *distributions))
    return {
        "day": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory": round(psutil.virtual_memory().total / 2**30),
        "system": platform.system(),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "versions": {
            "entente-dossier": metadata.version("entente-dossier"),
            **{name: metadata.version(name) for name in names},
        },
        **more,
    }


def _processor() -> str:
    cpu = Path("/proc/cpuinfo")
    if cpu.exists():
        for line in cpu.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
