"""Prints constraints: the lowest version that `pyproject.toml` allows of what the library and its tests need.

What only other packages ask for keeps the version of `constraints.txt`.
"""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def lowest() -> list[str]:
    """List the constraints, one a line."""
    everything = tomllib.loads(
        (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    )
    project = everything["project"]
    groups = everything["dependency-groups"]
    asked = [
        *project["dependencies"],
        *chain(*project["optional-dependencies"].values()),
        *groups["part"],
        *(one for one in groups["tests"] if isinstance(one, str)),
    ]
    floors = {name_of(one): floor_of(one) for one in asked}
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return sorted(
        {
            *floors.values(),
            *(pin for pin in pins if name_of(pin) not in floors),
        }
    )


def floor_of(requirement: str) -> str:
    """Give the constraint of a requirement; none may have extras: `ibis[duckdb]>=12` is `ibis==12`."""
    return re.sub(r"\[.*\]", "", requirement).replace(">=", "==")


def name_of(requirement: str) -> str:
    """Give the name of the package, as packages are told apart: `PyYAML>=6` is `pyyaml`."""
    name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    print("\n".join(lowest()))
