"""The word lists."""

from __future__ import annotations

import itertools

import pytest

from entente import Firmness

LADDER = list(Firmness)


@pytest.mark.parametrize(
    ("low", "high"), list(itertools.combinations(LADDER, 2))
)
def test_firmness_compares_by_its_rung(low: Firmness, high: Firmness) -> None:
    """Each rung is below all later ones, compared as a member or as text."""
    assert low < high
    assert low <= high
    assert high > low
    assert high >= low
    assert low <= low.value
    assert low >= low.value
    assert not high < low
    assert not high <= low
    assert not low > high.value
    assert not low >= high.value


def test_firmness_does_not_compare_with_other_words() -> None:
    """Comparing with a mistyped word is an error."""
    with pytest.raises(ValueError, match="'sworn' is not a valid Firmness"):
        assert Firmness.PLEDGED > "sworn"
