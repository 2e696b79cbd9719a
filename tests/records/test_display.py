"""Captions of records."""

from __future__ import annotations

import pytest

from entente import (
    Record,
)
from entente.records._display import (
    caption,
)
from every_record import (
    RECORDS,
    class_name,
)


@pytest.mark.parametrize(
    ("record", "line"),
    list(
        zip(
            RECORDS,
            (
                "Boats",
                "Calais Group",
                "Home Secretary",
                "James Cleverly",
                "Readout",
                "Games",
                "Paris",
                "Treaty",
                "Patrol more.",
                "Arrivals",
                "Well done.",
            ),
            strict=True,
        )
    ),
    ids=class_name,
)
def test_a_record_has_a_caption(record: Record, line: str) -> None:
    """A record of each kind is named by its label, name, title or summary."""
    assert caption(record) == line
