"""The ways in which a question is answered."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest


@pytest.fixture(
    params=["scanned", "looked up among many", "looked up among few"],
    scope="module",
)
def answered(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let small dossiers be answered as large ones are: asked for the first time, and again for much or little."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param != "scanned":
            patch.setattr("entente.asking._catalogue.MANY", 0)
            patch.setattr("entente.asking._catalogue.OFTEN", 0)
            patch.setattr("entente.asking._indexes._REMEMBERED", 1)
            share = 0 if request.param == "looked up among few" else math.inf
            patch.setattr("entente.asking._positions.FEW", share)
            patch.setattr("entente.asking._positions.NARROW", share)
            patch.setattr("entente.asking._timeline.LISTED", share)
        yield
