"""Three-valued answers: yes, no, and maybe.

A record that is vague on purpose cannot always answer yes or no. The operators of `Truth` are
those of Kleene's strong three-valued logic.
"""

from __future__ import annotations

from enum import Enum

from entente.errors import UndecidedError


class Truth(Enum):
    """Yes, no, or maybe.

    ``YES`` means that it is so however the vague values turn out, ``NO`` that it never is, and
    ``MAYBE`` that it depends on them. A ``MAYBE`` cannot be used as a condition, since either
    branch would be a guess: ask for `possible` or `certain`. ``==`` compares with another answer,
    and never raises: a `Truth` is not a `bool`, so no answer equals True or False.

    >>> Truth.YES & Truth.MAYBE
    <Truth.MAYBE>
    >>> if Truth.MAYBE: print("yes")
    Traceback (most recent call last):
        ...
    entente.errors.UndecidedError: the answer is maybe: ask .possible (it may be so) \
or .certain (it must be so)
    >>> Truth.YES == True, Truth.NO == False, Truth.YES.certain == True
    (False, False, True)
    """

    NO = 0
    MAYBE = 1
    YES = 2

    @classmethod
    def of(cls, *, possible: bool, certain: bool) -> Truth:
        """Return the answer, given whether it may be so and whether it must be so.

        >>> Truth.of(possible=True, certain=False)
        <Truth.MAYBE>
        """
        if certain:
            return cls.YES
        if possible:
            return cls.MAYBE
        return cls.NO

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
        # The lesser of the two: NO, then MAYBE, then YES.
        if self.value <= other.value:
            return self
        return other

    def __or__(self, other: Truth) -> Truth:
        if self.value >= other.value:
            return self
        return other

    def __invert__(self) -> Truth:
        return Truth(2 - self.value)

    def __repr__(self) -> str:
        return f"<Truth.{self.name}>"
