"""All records of a kind, and the indexes over what is often asked of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import and_, attrgetter
from typing import Final, Generic, Self, TypeVar

from attrs import define, field

from entente.asking._indexes import Finder, index_answers
from entente.asking._matchers import Matcher
from entente.asking._positions import Positions
from entente.records._index import RecordIndex
from entente.records._model import Record

R = TypeVar("R", bound=Record)

MANY: Final = 200
"""Fewer records are scanned: that takes less time than to look anything up."""

OFTEN: Final = 3
"""A keyword is indexed when it is asked for more often than this.

To build an index takes about as long as so many scans (`python -m benchmarks`, first questions).
"""


@define(eq=False, repr=False)
class Catalogue(Generic[R]):
    """All records of a kind, with an index for each keyword that is often asked for."""

    records: tuple[R, ...]
    _index: RecordIndex
    _asked: Counter[str] = field(factory=Counter)
    _finders: dict[str, Finder] = field(factory=dict)

    def __reduce__(
        self,
    ) -> tuple[type[Self], tuple[tuple[R, ...], RecordIndex]]:
        # Its indexes hold functions, which cannot be pickled, and are soon built again.
        return type(self), (self.records, self._index)

    def find(self, matchers: Sequence[Matcher]) -> tuple[R, ...]:
        """Return the records that all matchers fit: the same that a scan finds."""
        found: list[Positions] = []
        to_scan: list[Matcher] = []
        for each in matchers:
            positions = self._look_up(each)
            if positions is None:
                to_scan.append(each)
            else:
                found.append(positions)
        if not found:
            return scan(self.records, to_scan)
        # From the fewest on, most intersections are of a short list with something larger.
        fewest_first = sorted(found, key=attrgetter("most"))
        return scan(reduce(and_, fewest_first).take(self.records), to_scan)

    def _look_up(self, asked: Matcher) -> Positions | None:
        """Return the positions of the records that fit, if an index says them."""
        name = asked.criterion.keyword
        # An index pays only if it is used again: one question costs no more than a scan.
        if name not in self._finders:
            self._asked[name] += 1
            if len(self.records) < MANY or self._asked[name] <= OFTEN:
                return None
            made = index_answers(asked.keyword, self.records, self._index)
            self._finders[name] = made
        return self._finders[name].find(asked)


def scan(records: tuple[R, ...], matchers: Iterable[Matcher]) -> tuple[R, ...]:
    """Return the records that all matchers fit."""
    # Status takes longest to work out, so it is asked of the fewest.
    for each in sorted(matchers, key=attrgetter("keyword.of_status")):
        records = tuple(filter(each.test, records))
    return records
