"""The first attempt of somebody who has not read the reference, and all that is said of it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from entente import loads
from entente.errors import LoadError

SUPPORT: Final = Path(__file__).parent.parent / "support"


def test_every_fault_of_a_first_attempt_is_told_with_its_cure() -> None:
    """All faults come at once, each with its place, in plain words, and with what to write."""
    text = (SUPPORT / "newcomer.toml").read_text(encoding="utf-8")
    expected = (SUPPORT / "newcomer.txt").read_text(encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        loads(text, format="toml")
    assert f"{caught.value}\n" == expected


def test_every_fault_has_a_cure() -> None:
    """Nothing is only refused, but for what can be corrected only by whoever knows what was meant."""
    text = (SUPPORT / "newcomer.toml").read_text(encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        loads(text, format="toml")
    assert [
        problem.message
        for problem in caught.value.problems
        if problem.hint is None
    ] == ["there is no theme 'small boats' (also at 54:11)"]


def test_a_misnamed_key_hides_no_other_fault() -> None:
    """What is wrong with fields together is told in the same round as a key that was meant for another."""
    text = """{"entente": 1, "metrics": [{"id": "crossings", "title": "Crossings", "unit": "people",
"baseline": {"period": "2023", "change": "change 5 people", "against": "2022"}}]}"""
    with pytest.raises(LoadError) as caught:
        loads(text, format="json")
    assert [str(problem) for problem in caught.value.problems] == [
        "1:48: metrics[0].title (crossings): 'title' is not a key of a metric; write 'name'",
        "2:1: metrics[0].baseline (crossings): a baseline is a level, not a change; give its value",
    ]
