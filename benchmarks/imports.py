"""How long an import takes: in a bare process, and beside the least that the same classes would cost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs

import entente

HEADS: Final = {
    "attrs": "from attrs import frozen\n",
    "msgspec": "from msgspec import Struct\n",
    "pydantic": "from pydantic import BaseModel\n",
}
CLASSES: Final = {
    "attrs": "@frozen(kw_only=True)\nclass {name}:\n",
    "msgspec": "class {name}(Struct, frozen=True, kw_only=True):\n",
    "pydantic": "class {name}(BaseModel, frozen=True):\n",
}

IMPORTED: Final = {
    "entente": "entente",
    "attrs, as many classes": "baseline_attrs",
    "msgspec, as many classes": "baseline_msgspec",
    "pydantic, as many classes": "baseline_pydantic",
    "sqlite3": "sqlite3",
    "numpy": "numpy",
    "pyarrow": "pyarrow",
    "duckdb": "duckdb",
    "polars": "polars",
    "pandas": "pandas",
    "pystac": "pystac",
    "stix2": "stix2",
}
"""What is imported, by the label that it has on the page."""


def classes() -> Iterator[type]:
    """List the attrs classes that importing the library makes."""
    for name, module in sorted(sys.modules.items()):
        if name.partition(".")[0] == entente.__name__:
            for value in vars(module).values():
                if (
                    isinstance(value, type)
                    and value.__module__ == name
                    and attrs.has(value)
                ):
                    yield value


def write_baselines(folder: Path) -> None:
    """Write a module for each of `HEADS` with classes of the same number of fields, and nothing else."""
    for library, head in HEADS.items():
        text = head
        for number, of in enumerate(classes()):
            text += CLASSES[library].format(name=f"Class{number}")
            names = [
                f"    {each.name.lstrip('_')}: object = None\n"
                for each in attrs.fields(of)
            ]
            text += "".join(names) or "    pass\n"
        (folder / f"baseline_{library}.py").write_text(text, encoding="utf-8")


def seconds(module: str, folder: Path) -> float:
    """Import a module in a process of its own; return how long it took, without Python's own start.

    Modules are compiled when they are first imported, and not again.
    """
    code = f"from time import process_time as now; start = now(); import {module}; print(now() - start)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env={**_SURROUNDINGS, "PYTHONPATH": str(folder)},
    )
    return float(done.stdout)


_SURROUNDINGS: Final = {
    name: value
    for name, value in os.environ.items()
    if name != "PYTHONDONTWRITEBYTECODE"
}
