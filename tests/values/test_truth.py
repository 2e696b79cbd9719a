"""Three-valued answers."""

from __future__ import annotations

import itertools

import pytest

from entente import Truth
from entente.errors import UndecidedError

TRUTHS = tuple(Truth)


def test_maybe_is_no_condition() -> None:
    """A maybe refuses to be yes or no, and says what to ask instead."""
    with pytest.raises(UndecidedError) as caught:
        bool(Truth.MAYBE)
    assert str(caught.value) == (
        "the answer is maybe: ask .possible (it may be so) or .certain (it must be so)"
    )
    assert isinstance(caught.value, TypeError)


def test_yes_and_no_are_conditions() -> None:
    """A decided answer can be the condition of an `if`."""
    assert Truth.YES
    assert not Truth.NO


@pytest.mark.parametrize(
    ("left", "right"), list(itertools.product(TRUTHS, TRUTHS))
)
def test_operators_are_those_of_kleene(left: Truth, right: Truth) -> None:
    """An operator answers what all readings of its maybes agree on, and maybe where they differ."""

    def readings(truth: Truth) -> set[bool]:
        return {truth.certain, truth.possible}

    def verdict(values: set[bool]) -> Truth:
        return Truth.of(possible=True in values, certain=values == {True})

    assert (left & right) is verdict(
        {a and b for a in readings(left) for b in readings(right)}
    )
    assert (left | right) is verdict(
        {a or b for a in readings(left) for b in readings(right)}
    )
    assert ~left is verdict({not a for a in readings(left)})


def test_what_is_certain_is_possible() -> None:
    """`of` gives back its two halves, and certainty implies possibility."""
    for truth in TRUTHS:
        assert (
            Truth.of(possible=truth.possible, certain=truth.certain) is truth
        )
    assert Truth.of(possible=False, certain=True) is Truth.YES


@pytest.mark.parametrize("answer", Truth)
@pytest.mark.parametrize("other", [True, False, 0, 1, 2, "yes", None])
def test_an_answer_equals_answers_alone(answer: Truth, other: object) -> None:
    """`==` never raises, not even for a maybe, and no answer equals True or False."""
    assert (answer == other) is False
    assert (answer != other) is True
    assert (answer == answer) is True  # noqa: PLR0124
