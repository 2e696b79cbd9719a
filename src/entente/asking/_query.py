"""Questions to records: what a keyword asks for, the algebra of sets, sorting and grouping.

`entente.asking._selections` has a class for each kind of record, with a typed `where`. What a keyword asks
for and how a record answers it stands once, in the class's table of keywords; `where`, `sort`,
`group_by` and `count_by` read it there.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache, cached_property
from typing import (
    Any,
    ClassVar,
    Final,
    Generic,
    Protocol,
    Self,
    TypeAlias,
    TypeVar,
    overload,
)

from attrs import define, field, frozen

from entente import _tables as table
from entente._text import did_you_mean, shorten, spaced, with_article
from entente.answers._status import CommitmentStatus, status_at, status_history
from entente.asking._bitmaps import bitmap, marks, number, taken
from entente.asking._lookups import Courses, Hits, Postings, Spans
from entente.errors import QueryError, UnknownIdError
from entente.records._index import RecordIndex, kind_of
from entente.records._model import Commitment, Record, caption
from entente.values._period import Period, PeriodLike, definite_day, hull

R = TypeVar("R", bound=Record)
R_contra = TypeVar("R_contra", bound=Record, contravariant=True)

OneOrMore: TypeAlias = str | tuple[str, ...]
"""One word or id, or a tuple of which any may fit."""

Periods: TypeAlias = PeriodLike | tuple[PeriodLike, ...]
"""One date, or a tuple of which any may fit."""

SHOWN: Final = 20
"""How many records a selection prints."""


# --- keywords ------------------------------------------------------------------------------------


@frozen
class Terms:
    """On what terms a question is asked.

    `certain`: only what must match, not what may. `on` and `as_known`: the two clocks of
    `entente.answers._status`, which only the status of a commitment goes by.
    """

    certain: bool = False
    on: Period | None = None
    as_known: Period | None = None

    @property
    def day(self) -> int | None:
        """The day `on` as an ordinal."""
        return None if self.on is None else hull(self.on)[0]

    @property
    def horizon(self) -> int | None:
        """The day `as_known` as an ordinal."""
        return None if self.as_known is None else hull(self.as_known)[0]

    def __str__(self) -> str:
        told = (
            "for certain" if self.certain else "",
            f"on {self.on}" if self.on else "",
            f"as known {self.as_known}" if self.as_known else "",
        )
        return " ".join(part for part in told if part)


@frozen
class Criterion:
    """One thing that was asked: a keyword, the values of which any may fit, and on what terms."""

    keyword: str
    values: tuple[str | bool | Period, ...]
    terms: Terms = Terms()

    def __str__(self) -> str:
        said = f"{self.keyword} = {' or '.join(map(str, self.values))}"
        return " ".join(part for part in (said, str(self.terms)) if part)


@frozen
class Combination:
    """Two questions joined: ``&`` both, ``|`` either, ``-`` the left without the right."""

    operator: str
    left: tuple[Criterion | Combination, ...]
    right: tuple[Criterion | Combination, ...]

    def __str__(self) -> str:
        left, right = (
            " and ".join(map(str, side)) or "all" for side in (self.left, self.right)
        )
        return f"({left}) {self.operator} ({right})"


Question: TypeAlias = tuple[Criterion | Combination, ...]
"""All that was asked of a selection, each of which its records answer; empty if nothing was."""


Wanted: TypeAlias = tuple[str | bool | Period, ...]

Lookup: TypeAlias = Callable[[Wanted, Terms], Hits | None]
"""Says where the records stand that fit what is wanted, or None if only a scan can tell."""


class Keyword(Protocol[R_contra]):
    """What a keyword asks for, and how a record answers it."""

    takes: ClassVar[str]
    by_clock: ClassVar[bool]
    needs_day: ClassVar[bool]

    def wanted(self, value: object, index: RecordIndex) -> Wanted:
        """Return what was asked for as values that make sense, or raise an error that says why not."""
        ...

    def matcher(
        self, values: Wanted, index: RecordIndex, terms: Terms
    ) -> Callable[[R_contra], bool]:
        """Return the test whether a record fits any of the values."""
        ...

    def lookup(self, records: Sequence[R_contra], index: RecordIndex) -> Lookup:
        """Return what finds the places of those of the records that fit."""
        ...

    def groups(
        self, record: R_contra, index: RecordIndex, terms: Terms
    ) -> tuple[str | None, ...]:
        """Return the groups that a record belongs to, None for that of records without an answer."""
        ...

    def rank(
        self, record: R_contra, index: RecordIndex, terms: Terms
    ) -> tuple[object, ...]:
        """Return what records are sorted by; those without an answer come last."""
        ...


@frozen(eq=False, repr=False)
class Ids(Generic[R]):
    """Records of certain kinds; what lies below one that is asked for fits too."""

    takes: ClassVar[str] = "id"
    by_clock: ClassVar[bool] = False
    needs_day: ClassVar[bool] = False
    of: Callable[[R], Iterable[str | None]]
    kinds: tuple[str, ...]

    def wanted(self, value: object, index: RecordIndex) -> Wanted:
        return tuple(index.require(id, self.kinds) for id in _texts(value))

    def matcher(
        self, values: Wanted, index: RecordIndex, terms: Terms
    ) -> Callable[[R], bool]:
        fitting = self._fitting(values, index)
        return lambda record: not fitting.isdisjoint(self.of(record))

    def lookup(self, records: Sequence[R], index: RecordIndex) -> Lookup:
        postings = Postings.of(
            (dict.fromkeys(self.of(record)) for record in records), len(records)
        )
        return lambda values, _: postings.find(self._fitting(values, index))

    def _fitting(self, values: Wanted, index: RecordIndex) -> frozenset[str]:
        first, *others = (index.below(str(value)) for value in values)
        return first.union(*others) if others else first

    def groups(
        self, record: R, index: RecordIndex, terms: Terms
    ) -> tuple[str | None, ...]:
        return tuple(dict.fromkeys(id for id in self.of(record) if id is not None)) or (
            None,
        )

    def rank(self, record: R, index: RecordIndex, terms: Terms) -> tuple[object, ...]:
        ids = tuple(id for id in self.of(record) if id is not None)
        return (not ids, ids)


@frozen(eq=False, repr=False)
class Word(Generic[R]):
    """Words of a closed list."""

    takes: ClassVar[str] = "word"
    by_clock: ClassVar[bool] = False
    needs_day: ClassVar[bool] = False
    of: Callable[[R], StrEnum | None]
    words: type[StrEnum]

    def wanted(self, value: object, index: RecordIndex) -> Wanted:
        return tuple(word_of(self.words, text) for text in _texts(value))

    def matcher(
        self, values: Wanted, index: RecordIndex, terms: Terms
    ) -> Callable[[R], bool]:
        return lambda record: self.of(record) in values

    def lookup(self, records: Sequence[R], index: RecordIndex) -> Lookup:
        postings = Postings.of(((self.of(record),) for record in records), len(records))
        return lambda values, _: postings.find(frozenset(values))

    def groups(
        self, record: R, index: RecordIndex, terms: Terms
    ) -> tuple[str | None, ...]:
        word = self.of(record)
        return (None if word is None else word.value,)

    def rank(self, record: R, index: RecordIndex, terms: Terms) -> tuple[object, ...]:
        word = self.of(record)
        return (word is None, 0 if word is None else list(self.words).index(word))


@frozen(eq=False, repr=False)
class Flag(Generic[R]):
    """Yes or no."""

    takes: ClassVar[str] = "yes or no"
    by_clock: ClassVar[bool] = False
    needs_day: ClassVar[bool] = False
    of: Callable[[R], bool]

    def wanted(self, value: object, index: RecordIndex) -> Wanted:
        return (_flag(value),)

    def matcher(
        self, values: Wanted, index: RecordIndex, terms: Terms
    ) -> Callable[[R], bool]:
        return lambda record: self.of(record) in values

    def lookup(self, records: Sequence[R], index: RecordIndex) -> Lookup:
        postings = Postings.of(((self.of(record),) for record in records), len(records))
        return lambda values, _: postings.find(frozenset(values))

    def groups(
        self, record: R, index: RecordIndex, terms: Terms
    ) -> tuple[str | None, ...]:
        return ("yes" if self.of(record) else "no",)

    def rank(self, record: R, index: RecordIndex, terms: Terms) -> tuple[object, ...]:
        return (self.of(record),)


@frozen(eq=False, repr=False)
class Time(Generic[R]):
    """A date or span of the record that shares a day with the one asked for.

    A record that states no such date never fits.
    """

    takes: ClassVar[str] = "date"
    by_clock: ClassVar[bool] = False
    needs_day: ClassVar[bool] = False
    of: Callable[[R], Iterable[Period | None]]

    def wanted(self, value: object, index: RecordIndex) -> Wanted:
        values = value if isinstance(value, tuple) else (value,)
        return tuple(_dated(each) for each in _some(values))

    def matcher(
        self, values: Wanted, index: RecordIndex, terms: Terms
    ) -> Callable[[R], bool]:
        windows = _windows(values)
        answers: dict[str, bool] = {}  # there are far fewer dates than records

        def shares(period: Period) -> bool:
            found = (period.overlaps(window) for window in windows)
            return any(
                each.certain if terms.certain else each.possible for each in found
            )

        def fits(record: R) -> bool:
            for period in self.of(record):
                if period is not None:
                    if period.edtf not in answers:
                        answers[period.edtf] = shares(period)
                    if answers[period.edtf]:
                        return True
            return False

        return fits

    def lookup(self, records: Sequence[R], index: RecordIndex) -> Lookup:
        spans = Spans.of(map(self.of, records), len(records))
        return lambda values, terms: spans.find(_windows(values), certain=terms.certain)

    def groups(
        self, record: R, index: RecordIndex, terms: Terms
    ) -> tuple[str | None, ...]:
        return tuple(
            dict.fromkeys(str(period) for period in self.of(record) if period)
        ) or (None,)

    def rank(self, record: R, index: RecordIndex, terms: Terms) -> tuple[object, ...]:
        days = sorted(period.sort_key for period in self.of(record) if period)
        return (not days, days)


@frozen(eq=False, repr=False)
class StatusKeyword:
    """What has become of a commitment, on a day and as it was known on a day."""

    takes: ClassVar[str] = "word"
    by_clock: ClassVar[bool] = True
    needs_day: ClassVar[bool] = False
    of: Callable[[CommitmentStatus], Iterable[StrEnum | None]]
    words: type[StrEnum]

    def wanted(self, value: object, index: RecordIndex) -> Wanted:
        return tuple(word_of(self.words, text) for text in _texts(value))

    def matcher(
        self, values: Wanted, index: RecordIndex, terms: Terms
    ) -> Callable[[Commitment], bool]:
        wanted, day, horizon = frozenset(values), terms.day, terms.horizon
        return lambda commitment: (
            not wanted.isdisjoint(self.of(status_at(commitment, index, day, horizon)))
        )

    def lookup(self, records: Sequence[Commitment], index: RecordIndex) -> Lookup:
        courses = Courses(
            (status_history(record, index) for record in records), self.of, len(records)
        )

        def find(values: Wanted, terms: Terms) -> Hits | None:
            return (
                None
                if terms.day is None or terms.horizon is not None
                else courses.find(values, terms.day)
            )

        return find

    def groups(
        self, record: Commitment, index: RecordIndex, terms: Terms
    ) -> tuple[str | None, ...]:
        return tuple(
            dict.fromkeys(word.value for word in self._words(record, index, terms))
        ) or (None,)

    def rank(
        self, record: Commitment, index: RecordIndex, terms: Terms
    ) -> tuple[object, ...]:
        words = [
            list(self.words).index(word) for word in self._words(record, index, terms)
        ]
        return (not words, words)

    def _words(
        self, commitment: Commitment, index: RecordIndex, terms: Terms
    ) -> list[StrEnum]:
        found = status_at(commitment, index, terms.day, terms.horizon)
        return [word for word in self.of(found) if word is not None]


@frozen(eq=False, repr=False)
class ScheduleKeyword(StatusKeyword):
    """What has become of a commitment that can be told for a day only."""

    needs_day: ClassVar[bool] = True


def word_of(words: type[StrEnum], text: str) -> StrEnum:
    """Return the member of a word list, or raise a `QueryError` that names the nearest or all."""
    try:
        return words(text)
    except ValueError:
        known = [word.value for word in words]
        hint = did_you_mean(text, known) or f"write one of {', '.join(known)}"
        raise QueryError(
            f"{shorten(text)} is not {with_article(spaced(words.__name__))}; {hint}"
        ) from None


def _terms(
    *,
    certain: bool = False,
    on: PeriodLike | None = None,
    as_known: PeriodLike | None = None,
) -> Terms:
    if on is None and as_known is None:
        return _PLAIN[_flag(certain)]
    return Terms(
        _flag(certain),
        *(
            None if each is None else Period(definite_day(each))
            for each in (on, as_known)
        ),
    )


_PLAIN: Final = (Terms(certain=False), Terms(certain=True))
"""The terms of questions that go by no day."""


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise QueryError(f"{shorten(value)} is neither True nor False")
    return value


def _windows(values: Wanted) -> list[Period]:
    return [value for value in values if isinstance(value, Period)]


def _some(values: tuple[object, ...]) -> tuple[object, ...]:
    if not values:
        raise QueryError(
            "an empty tuple asks for nothing; leave the keyword out to ask for all"
        )
    return values


def _texts(value: object) -> tuple[str, ...]:
    texts: list[str] = []
    for each in _some(value if isinstance(value, tuple) else (value,)):
        if not isinstance(each, str):
            raise QueryError(
                f"{shorten(each)} is not text; give one text or a tuple of them"
            )
        texts.append(each)
    return tuple(texts)


def _dated(value: object) -> Period:
    if not isinstance(value, Period | datetime.date | str):
        raise QueryError(
            f"{shorten(value)} is not a date; give a Period, a datetime.date or an EDTF text"
        )
    return Period.of(value)


# --- answers without a scan ----------------------------------------------------------------------


MANY: Final = 200
"""Fewer records are looked through at once."""

OFTEN: Final = 3
"""To work out where records stand takes about as long as to look through them so many times."""

FEW: Final = 16
"""One record in so many is few: they are taken one by one sooner than a bitmap is gone through."""

NARROW: Final = 64
"""If one of several keywords leaves one record in so many, these are held to the other keywords, one by one."""


@frozen(eq=False, repr=False)
class Asked(Generic[R]):
    """A keyword that was asked for, the values of which any may fit, and on what terms."""

    name: str
    keyword: Keyword[R]
    values: Wanted
    terms: Terms
    _index: RecordIndex

    @cached_property
    def fits(self) -> Callable[[R], bool]:
        """The test whether a record fits."""
        return self.keyword.matcher(self.values, self._index, self.terms)


@define(eq=False, repr=False)
class Catalogue(Generic[R]):
    """All records of a kind, and where those with an answer stand, for the keywords that are asked often."""

    records: tuple[R, ...]
    _index: RecordIndex
    _asked: Counter[str] = field(factory=Counter)
    _lookups: dict[str, Lookup] = field(factory=dict)

    def find(self, asked: Sequence[Asked[R]]) -> tuple[R, ...]:
        """Return the records that fit all that was asked, which are those that a scan would find."""
        found: list[tuple[Asked[R], Hits]] = []
        scanned: list[Asked[R]] = []
        for each in asked:
            hits = self._hits(each)
            if hits is None:
                scanned.append(each)
            else:
                found.append((each, hits))
        return scan(self._taken(found) if found else self.records, scanned)

    def _hits(self, asked: Asked[R]) -> Hits | None:
        """Return where the records stand that fit, if that is known, or has been asked often enough."""
        if asked.name not in self._lookups:
            self._asked[asked.name] += 1
            if len(self.records) < MANY or self._asked[asked.name] <= OFTEN:
                return None
            self._lookups[asked.name] = asked.keyword.lookup(self.records, self._index)
        return self._lookups[asked.name](asked.values, asked.terms)

    def _taken(self, found: Sequence[tuple[Asked[R], Hits]]) -> tuple[R, ...]:
        """Return the records at the places that are among all that were found, but for those that do not fit."""
        (_, fewest), *others = sorted(found, key=lambda pair: pair[1].most)
        if fewest.most * (NARROW if others else FEW) <= len(self.records):
            places = fewest.places if not others else others[0][1].among(fewest.marks)
            for _, hits in others[1:]:
                places = hits.among(marks(places))
            records = tuple([self.records[place] for place in places])
            return scan(records, [each for each, hits in found if hits.doubtful])
        bits = fewest.bits
        for _, hits in others:
            bits &= hits.bits
        for each, hits in found:
            if hits.doubtful:
                places = taken(range(len(self.records)), bits & hits.doubtful)
                wrong = (
                    place for place in places if not each.fits(self.records[place])
                )
                bits ^= number(bitmap(wrong, len(self.records)))
        return taken(self.records, bits)


def scan(records: tuple[R, ...], asked: Iterable[Asked[R]]) -> tuple[R, ...]:
    """Return the records that fit all that was asked; what has become of them is asked last, as it takes longest."""
    for each in sorted(asked, key=lambda each: each.keyword.by_clock):
        records = tuple(filter(each.fits, records))
    return records


# --- selections ----------------------------------------------------------------------------------


@frozen(eq=False, repr=False)
class Selection(Sequence[R]):
    """Some records of one kind, in the order of their dossier unless they were sorted.

    It is an immutable sequence. ``|``, ``&`` and ``-`` combine selections of the same dossier and
    kind, in the dossier's order, and `criteria` keeps what was asked. Printed, it is a table, in a notebook too.
    """

    records: tuple[R, ...]
    _index: RecordIndex
    criteria: Question = ()
    _catalogue: Catalogue[R] | None = None

    def _with(self, records: tuple[R, ...], criteria: Question) -> Self:
        return type(self)(records, self._index, criteria)

    @classmethod
    def _keywords(cls) -> Mapping[str, Keyword[R]]:
        """Return the table of the keywords of `where`, by name."""
        raise NotImplementedError

    @classmethod
    def questions(cls) -> dict[str, str]:
        """Return the keywords of `where` and what each takes; records can be sorted and grouped by them too.

        >>> from entente import Dossier
        >>> Dossier().sources.questions()
        {'kind': 'word', 'issued_by': 'id', 'published': 'date'}
        """
        return {name: keyword.takes for name, keyword in cls._keywords().items()}

    @classmethod
    def _columns(cls) -> Mapping[str, Callable[[R], str]]:
        """Return what a table of the records shows between their ids and captions."""
        raise NotImplementedError

    def __len__(self) -> int:
        return len(self.records)

    @overload
    def __getitem__(self, index: int | str) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | str | slice) -> R | Self:
        """Return a record by its place or its id, or a run of them."""
        if isinstance(index, slice):
            return self._only(
                self.records[index], "place", f"{index.start}:{index.stop}:{index.step}"
            )
        if isinstance(index, int):
            return self.records[index]
        if index in self._places:
            return self.records[self._places[index]]
        noun = type(self).__name__.lower()
        hint = did_you_mean(index, self.ids) if isinstance(index, str) else None
        raise UnknownIdError(
            str(index), f"{shorten(index)} is not among these {noun}", hint
        )

    def __contains__(self, item: object) -> bool:
        """Say whether a record is among these, by itself or by its id."""
        return item in self._places if isinstance(item, str) else item in self.records

    def __iter__(self) -> Iterator[R]:
        return iter(self.records)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.records == other.records

    def __hash__(self) -> int:
        return hash(self.records)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {record.id: place for place, record in enumerate(self.records)}

    @property
    def ids(self) -> tuple[str, ...]:
        """The records' ids, in their order."""
        return tuple(record.id for record in self.records)

    def __and__(self, other: Self) -> Self:
        return self._combined("&", other, lambda left, right: left & right)

    def __or__(self, other: Self) -> Self:
        return self._combined("|", other, lambda left, right: left | right)

    def __sub__(self, other: Self) -> Self:
        return self._combined("-", other, lambda left, right: left - right)

    def sort(
        self,
        keyword: str,
        *,
        reverse: bool = False,
        on: PeriodLike | None = None,
        as_known: PeriodLike | None = None,
    ) -> Self:
        """Return the same records, sorted by what a keyword of `where` asks for, or by ``"id"``.

        Dates are sorted by the first day that they may be, then by the last; words in the order of
        their list. Records without an answer come last, or first if `reverse`. Equals keep their order.
        Raises `QueryError` for a keyword that these records do not have.
        """
        if keyword == "id":
            records = tuple(
                sorted(self.records, key=lambda record: record.id, reverse=reverse)
            )
            return self._with(records, self.criteria)
        asked, terms = self._keyword(keyword), _terms(on=on, as_known=as_known)
        self._check_clock(terms, [asked])
        ranks = {
            record.id: asked.rank(record, self._index, terms) for record in self.records
        }
        records = tuple(
            sorted(self.records, key=lambda record: ranks[record.id], reverse=reverse)
        )
        return self._with(records, self.criteria)

    def group_by(
        self,
        keyword: str,
        *,
        on: PeriodLike | None = None,
        as_known: PeriodLike | None = None,
    ) -> dict[str | None, Self]:
        """Return the records by what a keyword of `where` asks for; None holds those without an answer.

        A record with several answers, such as themes, stands in each of their groups, and in no group
        of what lies above them: unlike `where`, a theme's group leaves out what has only a narrower
        one. Dates group by how they are written. Raises `QueryError` for a keyword that these records do not have.
        """
        asked, terms = self._keyword(keyword), _terms(on=on, as_known=as_known)
        self._check_clock(terms, [asked])
        groups: dict[str | None, list[R]] = {}
        for record in self.records:
            for group in asked.groups(record, self._index, terms):
                groups.setdefault(group, []).append(record)
        return {
            group: self._only(
                tuple(members),
                f"grouped by {keyword}",
                "none" if group is None else group,
            )
            for group, members in groups.items()
        }

    def filter(self, test: Callable[[R], bool]) -> Self:
        """Return the records that pass a test of one's own; `criteria` keeps its name.

        >>> from entente import Dossier, Theme
        >>> themes = Dossier([Theme(id="a", label="A", aliases=("B",)), Theme(id="c", label="C")]).themes
        >>> themes.filter(lambda theme: theme.aliases != ()).ids
        ('a',)
        """
        name = str(getattr(test, "__name__", type(test).__name__))
        return self._only(
            tuple(record for record in self.records if test(record)), "filter", name
        )

    def _only(self, records: tuple[R, ...], keyword: str, value: str) -> Self:
        return self._with(records, (*self.criteria, Criterion(keyword, (value,))))

    def count_by(
        self,
        keyword: str,
        *,
        on: PeriodLike | None = None,
        as_known: PeriodLike | None = None,
    ) -> dict[str | None, int]:
        """Return how many records stand in each group of `group_by`, the largest first."""
        counts = {
            group: len(members)
            for group, members in self.group_by(
                keyword, on=on, as_known=as_known
            ).items()
        }
        return dict(sorted(counts.items(), key=lambda item: -item[1]))

    def table(self, *, width: int = table.WIDTH) -> str:
        """Return all records as a table of text, at most `width` columns wide where that can be."""
        if not self.records:
            return self._title()
        return table.as_text(*self._rows(self.records), width=width)

    def __repr__(self) -> str:
        shown = (
            self._with(self.records[:SHOWN], self.criteria).table()
            if self.records
            else self._title()
        )
        rest = len(self.records) - SHOWN
        return f"{shown}\n… and {rest} more" if rest > 0 else shown

    def _repr_html_(self) -> str:
        return table.as_html(*self._rows(self.records), caption=self._title())

    def _title(self) -> str:
        noun = (
            kind_of(self.records[0]) if len(self) == 1 else type(self).__name__.lower()
        )
        asked = " and ".join(map(str, self.criteria))
        return f"{len(self)} {noun}" + (f" where {asked}" if asked else "")

    def _rows(self, records: Iterable[R]) -> tuple[list[str], list[list[str]]]:
        columns = self._columns()
        headers = ["id", *columns, "what"]
        rows = [
            [record.id, *(show(record) for show in columns.values()), caption(record)]
            for record in records
        ]
        told = [
            place for place in range(len(headers)) if any(row[place] for row in rows)
        ]
        return [headers[place] for place in told], [
            [row[place] for place in told] for row in rows
        ]

    def _keyword(self, name: str) -> Keyword[R]:
        keywords = _keywords_of(type(self))
        if name not in keywords:
            hint = did_you_mean(name, keywords) or f"there are {', '.join(keywords)}"
            raise QueryError(
                f"{type(self).__name__.lower()} are not asked by {name!r}; {hint}"
            )
        return keywords[name]

    def _check_clock(self, terms: Terms, asked: Iterable[Keyword[R]]) -> None:
        """Refuse a day that no keyword goes by: it would be passed over in silence."""
        if terms.on is None and any(keyword.needs_day for keyword in asked):
            raise QueryError(
                'a schedule is that of a day; say which, such as on="2024-12-31"'
            )
        if (terms.on or terms.as_known) and not any(
            keyword.by_clock for keyword in asked
        ):
            clocked = [
                name for name, keyword in self._keywords().items() if keyword.by_clock
            ]
            raise QueryError(
                f"on and as_known go with {', '.join(clocked)}; ask for one of them"
            )

    def _where(
        self,
        asked: Mapping[str, object],
        *,
        certain: bool = False,
        on: PeriodLike | None = None,
        as_known: PeriodLike | None = None,
    ) -> Self:
        """Narrow by the keywords that were given a value: the one place in which questions are answered."""
        terms = _terms(certain=certain, on=on, as_known=as_known)
        given = [
            (name, self._keyword(name), value)
            for name, value in asked.items()
            if value is not None
        ]
        self._check_clock(terms, [keyword for _, keyword, _ in given])
        questions: list[Asked[R]] = []
        criteria: list[Criterion | Combination] = [*self.criteria]
        for name, keyword, value in given:
            values = keyword.wanted(value, self._index)
            questions.append(Asked(name, keyword, values, terms, self._index))
            criteria.append(
                Criterion(name, values, terms if keyword.by_clock else _PLAIN[certain])
            )
        if self._catalogue is None:
            return self._with(scan(self.records, questions), tuple(criteria))
        return self._with(self._catalogue.find(questions), tuple(criteria))

    def _combined(
        self,
        operator: str,
        other: Self,
        combine: Callable[[set[str], set[str]], set[str]],
    ) -> Self:
        if type(other) is not type(self):
            raise QueryError(
                f"{type(self).__name__} and {type(other).__name__} do not combine; take one kind"
            )
        if other._index is not self._index:
            raise QueryError(
                "the selections are of two dossiers; merge the dossiers first"
            )
        kept = combine(set(self.ids), set(other.ids))
        both = {
            record.id: record
            for record in (*self.records, *other.records)
            if record.id in kept
        }
        records = tuple(both.values())
        if records:
            places = self._index.positions(type(records[0]))
            records = tuple(sorted(records, key=lambda record: places[record.id]))
        return self._with(
            records, (Combination(operator, self.criteria, other.criteria),)
        )


S = TypeVar("S", bound=Selection[Any])


def everything(
    selection: type[S], records: tuple[Record, ...], index: RecordIndex
) -> S:
    """Return all records of a kind as a selection; what is asked of them often is kept."""
    return selection(records, index, (), Catalogue(records, index))


@cache
def _keywords_of(selection: type[Selection[R]]) -> Mapping[str, Keyword[R]]:
    return selection._keywords()  # noqa: SLF001


def cited(record: Record) -> str:
    if not record.citations:
        return ""
    first = record.citations[0]
    if first.lines is not None:
        return f"{first.source}:{first.lines}"
    if first.paragraphs is not None:
        return f"{first.source} ¶{first.paragraphs}"
    return (
        first.source
        if first.characters is None
        else f"{first.source} @{first.characters}"
    )


def written(value: object) -> str:
    return "" if value is None else str(value)
