"""`recipients`: who committed to whom, makers against recipients."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from entente._dossier import Dossier, index_of
from entente.asking._scorecard import scorecard
from entente.asking._selection import index_behind
from entente.asking._selections import Commitments
from entente.records._display import caption
from entente.records._index import RecordIndex
from entente.records._model import Commitment
from entente.views._marks import Column, Mark, ViewRow, axis_of_columns
from entente.views._view import View
from entente.views._words import count_text


def recipients(
    of: Dossier | Commitments, *, title: str = "Who committed to whom"
) -> View:
    """Show how many commitments each party made to each other, firm promises apart from weaker items.

    A row is a maker and a column a recipient. A commitment of several makers or to several recipients
    counts for each of them. What is repeated counts once, as in `entente.Dossier.scorecard`. Where a
    source does not say to whom something is promised, nobody is guessed. Recipients beyond the most
    frequent share a column, and a row names each.

    >>> import entente
    >>> print(recipients(entente.example("uk-france").commitments.where(made="2024-01-30")))
    Who committed to whom
    <BLANKLINE>
                                        European Union  fr-law-enforce… France         nobody named
    United Kingdom of Great Britain a…  █ 1+0           █ 1+0           █ 1+0           ██░░░░ 3+5
      id: GB · to European Union: 1 firm · to French law enforcement: 1 firm · to France: 1 firm
      to nobody named: 3 firm, 5 weaker
    France                              █ 1+0                                           ██░░░░ 3+5
      id: FR · to European Union: 1 firm · to nobody named: 3 firm, 5 weaker
    <BLANKLINE>
    █ firm promises   ░ weaker items   fr-law-enforcement: French law enforcement
    2+1: two firm promises and one weaker item, such as a hope or a discussion. What is made or received
    jointly counts for each.
    """
    index = index_of(of) if isinstance(of, Dossier) else index_behind(of)
    commitments = of.commitments if isinstance(of, Dossier) else of
    card = scorecard(commitments, by="firmness", on=_LAST_DAY, firm=False)
    counted = [each for row in card for each in row.commitments]
    table = _counted(counted)
    columns = _columns(table)
    most = max((count.all for count in table.values()), default=1)
    rows = tuple(
        _row(maker, columns, table, index, most)
        for maker in dict.fromkeys(maker for maker, _ in table)
    )
    makers = count_text(len(rows), "maker")
    to_whom = {id for _, id in table if id is not None}
    said = "; ".join(f"{row.label}: {row.aside}" for row in rows)
    return View(
        title=title,
        description=(
            f"{count_text(len(counted), 'commitment')} of {makers}"
            f" to {count_text(len(to_whom), 'recipient')}: {said}."
        ),
        rows=rows,
        axis=axis_of_columns(
            Column(*_names(column, index)) for column in columns
        ),
        notes=(_COUNTS_NOTE,) if rows else (),
    )


_LAST_DAY: Final = "9999-12-31"
"""By then, all is made that is on record."""

_COUNTS_NOTE: Final = (
    "2+1: two firm promises and one weaker item, such as a hope or a"
    " discussion. What is made or received jointly counts for each."
)

_MOST_COLUMNS: Final = 5
"""How many recipients have columns of their own if there are more than one besides."""


@frozen(kw_only=True)
class _Count:
    """How many commitments there are between two parties."""

    firm: int = 0
    weak: int = 0

    def __add__(self, other: _Count) -> _Count:
        return _Count(firm=self.firm + other.firm, weak=self.weak + other.weak)

    @property
    def all(self) -> int:
        """Both together."""
        return self.firm + self.weak

    @property
    def words(self) -> str:
        """The numbers that are not zero, in words."""
        numbers = {"firm": self.firm, "weaker": self.weak}
        return ", ".join(f"{n} {word}" for word, n in numbers.items() if n)


_Table = dict[tuple[str, str | None], _Count]
"""The counts by maker and recipient, `None` where nobody is named."""


def _counted(commitments: list[Commitment]) -> _Table:
    table: _Table = {}
    for each in commitments:
        one = _Count(firm=each.is_firm, weak=not each.is_firm)
        for maker in dict.fromkeys(each.by):
            for recipient in dict.fromkeys(each.to or (None,)):
                at = (maker, recipient)
                table[at] = table.get(at, _Count()) + one
    return table


_Column = tuple[str | None, ...]
"""The recipients that share a column."""


def _columns(table: _Table) -> list[_Column]:
    """Return the recipients of each column, the most frequent first, and nobody last."""
    totals: Counter[str | None] = Counter()
    for (_, recipient), count in table.items():
        totals[recipient] += count.all
    named = [id for id, _ in totals.most_common() if id is not None]
    own = len(named)
    if own > _MOST_COLUMNS + 1:
        own = _MOST_COLUMNS
    columns: list[_Column] = [(id,) for id in named[:own]]
    if named[own:]:
        columns.append(tuple(named[own:]))
    if None in totals:
        columns.append((None,))
    return columns


def _names(column: _Column, index: RecordIndex) -> tuple[str, str]:
    """Return the name of a column, and a shorter one."""
    id, *others = column
    if others:
        together = f"{len(column)} others"
        return together, together
    if id is None:
        return "nobody named", "nobody"
    return caption(index[id]), id


def _row(
    maker: str,
    columns: list[_Column],
    table: _Table,
    index: RecordIndex,
    most: int,
) -> ViewRow:
    marks: list[Mark] = []
    facts: list[tuple[str, str]] = [("id", maker)]
    total = _Count()
    for at, column in enumerate(columns):
        found = {id: table[maker, id] for id in column if (maker, id) in table}
        count = sum(found.values(), start=_Count())
        total += count
        marks += _bars(at, count, most)
        for id, each in found.items():
            name, _ = _names((id,), index)
            facts.append((f"to {name}", each.words))
    return ViewRow(
        label=caption(index[maker]),
        facts=tuple(facts),
        marks=tuple(marks),
        aside=total.words,
    )


_START: Final = 0.02
_SHARE: Final = 0.4
"""Where the bars of a column begin, and how much of it the longest takes; its numbers follow."""


def _bars(at: int, count: _Count, most: int) -> Iterator[Mark]:
    """Yield the bars of a cell, end to end, with the numbers after the last."""
    start = at + _START
    middle = start + _SHARE * count.firm / most
    end = start + _SHARE * count.all / most
    text = f"{count.firm}+{count.weak}"
    if count.firm:
        last = "" if count.weak else text
        yield Mark(kind="firm", start=start, end=middle, text=last)
    if count.weak:
        yield Mark(kind="weak", start=middle, end=end, text=text)
