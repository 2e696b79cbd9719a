"""This library, as its users call it."""

from __future__ import annotations

import entente
from benchmarks.generate import compact as dump
from entente import Dossier

__all__ = ["dump", "dump_indented", "load"]


def load(text: str) -> Dossier:
    """Read a dossier."""
    return entente.loads(text)


def dump_indented(dossier: Dossier) -> str:
    """Write a dossier with a line for each value."""
    return entente.dumps(dossier)


def load_unpaused(text: str) -> Dossier:
    """Read a dossier without touching the collector."""
    return entente.loads(text, pause_gc=False)
