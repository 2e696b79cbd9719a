"""The count of what is typed by hand and with drafts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from benchmarks.keystrokes import by_hand, inserted, main, with_drafts

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "draft-records.md"


def test_both_ways_lead_to_the_same_records(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The figures are printed, and those of the docs are theirs."""
    hand, wanted = by_hand()
    stages, dossier = with_drafts()
    assert set(dossier.records) == set(wanted.records)
    assert len(wanted.records) == 20
    main()
    printed = capsys.readouterr().out
    typed = sum(stage.typed for stage in stages.values())
    rows = [line.rsplit(maxsplit=2) for line in printed.splitlines()]
    assert ["by hand", str(hand.typed), str(hand.copied)] in rows
    assert ["with drafts", str(typed), "0"] in rows
    told = " ".join(HOW_TO.read_text(encoding="utf-8").split())
    assert f"{typed:,} characters instead of {hand.typed:,}" in told


@pytest.mark.parametrize(
    ("old", "new", "typed"),
    [
        ("b = 2", "b = 27", 1),
        ("a = 1", "a = 1\nb = 2", 6),
        ("a = 1\nb = 2", "b = 2", 0),
        ('id = "send-ships"', 'id = "ships"', 0),
        ('by = ["TD"]', 'by = ["TD", "NE"]', 6),
        ("a = 1\nb = 2", "a = 3\nc = 2", 7),
    ],
)
def test_what_is_typed_is_what_is_new(old: str, new: str, typed: int) -> None:
    """New lines count whole, changed ones between what they share, and what is taken away not at all."""
    assert inserted(old, new) == typed


@given(st.text("ab =\n"))
def test_nothing_is_typed_where_nothing_changes(text: str) -> None:
    """A text is made of itself for nothing, and of nothing by typing all its lines."""
    assert inserted(text, text) == 0
    assert inserted("", text) == sum(map(len, text.splitlines())) + len(
        text.splitlines()
    )
