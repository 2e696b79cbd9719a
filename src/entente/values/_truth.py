"""Answers that may be "maybe".

A record that is vague on purpose cannot always answer yes or no. `Truth` is the answer that it
can give; its operators are those of Kleene's strong three-valued logic.
"""

from __future__ import annotations

from enum import Enum

from entente.errors import UndecidedError


class Truth(Enum):
    """Yes, no, or maybe.

    ``YES`` means for every way in which the vague values may turn out, ``NO`` for none of them,
    ``MAYBE`` for some. A ``MAYBE`` refuses to be used as a condition, since either branch would
    be a guess: ask for `possible` or `certain`.

    >>> Truth.YES & Truth.MAYBE
    <Truth.MAYBE>
    >>> if Truth.MAYBE: print("yes")
    Traceback (most recent call last):
        ...
    entente.errors.UndecidedError: the answer is maybe: ask .possible (it may be so) or .certain (it must be so)
    """

    NO = 0
    MAYBE = 1
    YES = 2

    @classmethod
    def of(cls, *, possible: bool, certain: bool) -> Truth:
        """Return the answer to a question whose two halves are known.

        >>> Truth.of(possible=True, certain=False)
        <Truth.MAYBE>
        """
        if certain:
            return cls.YES
        return cls.MAYBE if possible else cls.NO

    @property
    def possible(self) -> bool:
        """Whether it may be so: True for ``YES`` and ``MAYBE``."""
        return self is not Truth.NO

    @property
    def certain(self) -> bool:
        """Whether it must be so: True for ``YES`` alone."""
        return self is Truth.YES

    def __bool__(self) -> bool:
        if self is Truth.MAYBE:
            raise UndecidedError(
                "the answer is maybe: ask .possible (it may be so) or .certain (it must be so)"
            )
        return self is Truth.YES

    def __and__(self, other: Truth) -> Truth:
        return self if self.value <= other.value else other

    def __or__(self, other: Truth) -> Truth:
        return self if self.value >= other.value else other

    def __invert__(self) -> Truth:
        return Truth(2 - self.value)

    def __repr__(self) -> str:
        return f"<Truth.{self.name}>"
