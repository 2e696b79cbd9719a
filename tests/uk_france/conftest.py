"""The embedded dossier `uk-france`, and the files that it was made from."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

import entente
from entente import Dossier
from readout_facts import READOUT


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The dossier as it ships with the library."""
    return entente.example("uk-france")


@pytest.fixture(scope="module")
def seed(shared: Path) -> tuple[Mapping[str, str], ...]:
    """The table of the facts, as it was made by hand from the readout."""
    with (shared / "acceptance" / "seed.csv").open(
        encoding="utf-8", newline=""
    ) as table:
        return tuple(csv.DictReader(table))


@pytest.fixture(scope="module")
def readout(shared: Path) -> str:
    """The text of the readout, which the dossier cites and does not repeat."""
    return (shared / "sources" / f"{READOUT}.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def appointments(shared: Path) -> str:
    """The table in which the British office holders were looked up."""
    return (shared / "data" / "ifg-ministers" / "appointment.csv").read_text(
        encoding="utf-8"
    )
