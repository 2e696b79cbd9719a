"""This library, as its users call it, without the extra ``fast``."""

from __future__ import annotations

from unittest.mock import patch

import entente
from benchmarks.generate import compact as dump
from entente import Dossier

__all__ = ["dump", "dump_indented", "load"]

_without = patch("entente.files._quick._stream.structs", lambda: None)


@_without
def load(text: str) -> Dossier:
    """Read a dossier."""
    return entente.loads(text)


@_without
def load_unpaused(text: str) -> Dossier:
    """Read a dossier without touching the collector."""
    return entente.loads(text, pause_gc=False)


def dump_indented(dossier: Dossier) -> str:
    """Write a dossier with a line for each value."""
    return entente.dumps(dossier)
