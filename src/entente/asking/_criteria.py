"""What was asked of records, kept with the answer."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from entente.values._period import Period, PeriodLike

OneOrMore: TypeAlias = str | tuple[str, ...]
"""One word or id, or a tuple of which any may fit."""

Periods: TypeAlias = PeriodLike | tuple[PeriodLike, ...]
"""One date, or a tuple of which any may fit."""


@frozen
class Criterion:
    """One thing that was asked: a keyword of ``where`` and values, any of which may fit.

    With `certain` only records that must match were kept. With `groupings` a party includes the
    groupings and organisations of which it was a member. `on` and `as_known` are the two days of a
    question about status, and `of` the party whose doing was asked about; they are None for other
    keywords. With `grouped` it is a group of ``group_by``: its one value is the name of the group,
    and the group of the records without an answer has no value.
    """

    keyword: str
    values: tuple[str | bool | Period, ...]
    certain: bool = False
    on: Period | None = None
    as_known: Period | None = None
    of: str | None = None
    groupings: bool = False
    grouped: bool = False

    def __str__(self) -> str:
        text = f"{self.keyword} = {' or '.join(map(str, self.values))}"
        if self.grouped:
            text = f"grouped by {text}"
        if not self.values:
            # A theme may have the id "none", so no word would do.
            text = f"grouped by {self.keyword}, without one"
        if self.certain:
            text += " for certain"
        if self.groupings:
            text += " or a grouping of it"
        if self.of is not None:
            text += f" of {self.of}"
        if self.on is not None:
            text += f" on {self.on}"
        if self.as_known is not None:
            text += f" as known {self.as_known}"
        return text


@frozen
class Combination:
    """Two questions combined: ``&`` both, ``|`` either, ``-`` the left without the right."""

    operator: str
    left: tuple[Criterion | Combination, ...]
    right: tuple[Criterion | Combination, ...]

    def __str__(self) -> str:
        return (
            f"({_joined(self.left)}) {self.operator} ({_joined(self.right)})"
        )


Question: TypeAlias = tuple[Criterion | Combination, ...]
"""All that was asked of a selection, every part of which its records meet."""


def _joined(question: Question) -> str:
    return " and ".join(map(str, question)) or "all"
