"""What else is to grow no faster than the dossier."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import entente
from benchmarks.generate import Files
from benchmarks.tasks.instruments import Measured, dossier_of, timed


def growth(*, size: int, folder: str) -> Measured:
    """Return how long the first questions, the checks and the verification of all citations take."""
    texts = json.loads(
        Files.of(size, Path(folder)).texts.read_text(encoding="utf-8")
    )
    dossier = dossier_of(size, folder)
    asked: tuple[dict[str, Any], ...] = (
        {"theme": "energy", "made": "2015"},
        {"by": "FR", "declared": "completed", "on": "2022-06-30"},
        {"schedule": "overdue", "on": "2010-01-01"},
    )
    index, _ = timed(
        lambda: [dossier.commitments.where(**each) for each in asked]
    )
    checks, _ = timed(lambda: entente.check(dossier))
    verification, _ = timed(lambda: entente.verify(dossier, sources=texts))
    return {"index": index, "check": checks, "verify": verification}
