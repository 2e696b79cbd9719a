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
