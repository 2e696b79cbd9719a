"""Selections: some records of one kind, which can be narrowed, combined, sorted and counted.

`entente.asking._selections` has a class for each kind of record. Its `where` is a signature
alone: the annotation of each parameter holds the `Keyword` that answers it, and `question` makes
a method of that.
"""

from __future__ import annotations

import operator
from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Reversible,
    Sequence,
)
from enum import StrEnum
from functools import cached_property, wraps
from typing import (
    Any,
    ClassVar,
    Final,
    Generic,
    Self,
    TypeAlias,
    TypeVar,
    cast,
    get_args,
    overload,
)

from attrs import frozen

from entente import _tables as table
from entente._safe import html_text
from entente._text import did_you_mean, shorten, words_of
from entente.asking._catalogue import Catalogue, scan
from entente.asking._criteria import (
    Combination,
    Criterion,
    OneOrMore,
    Periods,
    Question,
)
from entente.asking._keywords import (
    Actors,
    Ids,
    Keyword,
    Words,
    answers_at,
    read_flag,
)
from entente.asking._matchers import (
    Clock,
    Matcher,
    answers_on,
    read_clock,
)
from entente.errors import QueryError, UnknownIdError
from entente.records._display import caption
from entente.records._index import RecordIndex, kind_of
from entente.records._model import Record
from entente.records._wording import short_date
from entente.values._period import Period, PeriodLike
from entente.values._quantity import Quantity

R = TypeVar("R", bound=Record)
F = TypeVar("F", bound=Callable[..., object])

Cell: TypeAlias = Callable[[Any, RecordIndex], str]
"""What writes the cell of a record in a table."""

SHOWN: Final = 20
"""How many records a selection prints."""


_SHORT: Final[Mapping[object, str]] = {
    OneOrMore | None: "OneOrMore | None",
    Periods | None: "Periods | None",
    PeriodLike | None: "PeriodLike | None",
}
"""Annotations as `help` shows them; spelt out they would fill the screen."""


def question(where: F) -> F:
    """Make a method of the signature of a `where`, the one definition of its keywords.

    A keyword is in the metadata of a parameter's annotation. `help` and editors see the
    annotation without it. The method hands the arguments that were given to `Selection`.
    """
    hints = where.__annotations__
    keywords = {
        name: keyword
        for name, hint in hints.items()
        for keyword in getattr(hint, "__metadata__", ())
    }
    shown = {
        name: get_args(hint)[0] if name in keywords else hint
        for name, hint in hints.items()
    }
    where.__annotations__ = {
        name: _SHORT.get(hint, hint) for name, hint in shown.items()
    }

    @wraps(where)
    def ask(self: Selection[Any], **given: Any) -> Selection[Any]:
        return self._ask(given)

    ask.__dict__["keywords"] = keywords
    ask.__dict__["options"] = frozenset(hints) - keywords.keys() - {"return"}
    return cast("F", ask)


@frozen(eq=False, repr=False)
class Selection(Collection[R], Reversible[R], Generic[R]):
    """Some records of one kind, in the order of their dossier unless they were sorted.

    It is immutable and has a length and an order. ``|``, ``&`` and ``-`` combine selections of
    equal dossiers and one kind, in the dossier's order. `criteria` keeps what was asked. Printed,
    it is a table, in a notebook too. A pickle of it holds all records of its dossier.
    """

    records: tuple[R, ...]
    _index: RecordIndex
    criteria: Question = ()
    _catalogue: Catalogue[R] | None = None

    _columns: ClassVar[Mapping[str, str | Cell]] = {}
    """What a table shows between ids and captions: headers, each with a path to values."""

    _wordy: ClassVar[Collection[str]] = ()
    """The columns that hold words, and are cut where there is little room."""

    _keywords: ClassVar[Mapping[str, Keyword]] = {}
    """The keywords of `where` by name."""

    _options: ClassVar[frozenset[str]] = frozenset()
    """What else `where` takes: `certain`, and the days of a question about status."""

    def __init_subclass__(cls) -> None:
        # Read here, since to look them up at every question takes longer than some answers.
        where = getattr(cls, "where", None)
        cls._keywords = getattr(where, "keywords", {})
        cls._options = getattr(where, "options", frozenset())

    @classmethod
    def questions(cls) -> dict[str, str]:
        """Return the keywords of `where` and what each takes.

        Records can be sorted, grouped and counted by them too.

        >>> from entente import Dossier
        >>> Dossier().sources.questions()
        {'kind': 'word', 'issued_by': 'id', 'identifier': 'text', 'published': 'date'}
        """
        return {name: keyword.takes for name, keyword in cls._keywords.items()}

    @classmethod
    def words(cls, keyword: str) -> tuple[str, ...]:
        """Return the words that a keyword of `where` takes, and none if it takes other values.

        >>> from entente import Dossier
        >>> Dossier().meetings.words("state")
        ('proposed', 'planned', 'held', 'cancelled')
        """
        found = cls._keywords.get(keyword)
        return tuple(map(str, found.words)) if isinstance(found, Words) else ()

    @classmethod
    def named_kinds(cls, keyword: str) -> tuple[str, ...]:
        """Return the kinds of record whose ids a keyword of `where` takes, if it takes ids.

        >>> from entente import Dossier
        >>> Dossier().meetings.named_kinds("theme")
        ('theme',)
        """
        found = cls._keywords.get(keyword)
        return found.kinds if isinstance(found, Ids) else ()

    def __len__(self) -> int:
        return len(self.records)

    @overload
    def __getitem__(self, index: int | str) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | str | slice) -> R | Self:
        """Return a record by its position or its id, or a run of them.

        Raises `IndexError` for a position that there is not, and
        `entente.errors.UnknownIdError` for an id that is not among these.
        """
        if isinstance(index, slice):
            run = _slice_text(index)
            return self._part(self.records[index], _POSITION, run)
        if isinstance(index, int):
            return self.records[index]
        if index in self._positions:
            return self.records[self._positions[index]]
        hint = (
            did_you_mean(index, self.ids) if isinstance(index, str) else None
        )
        message = f"{shorten(index)} is not among these {self._noun()}"
        raise UnknownIdError(str(index), message, hint)

    def __contains__(self, item: object) -> bool:
        """Return whether a record is among these, given itself or its id."""
        return (
            item in self._positions
            if isinstance(item, str)
            else item in self.records
        )

    def __iter__(self) -> Iterator[R]:
        return iter(self.records)

    def __reversed__(self) -> Iterator[R]:
        return reversed(self.records)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.records == other.records

    def __hash__(self) -> int:
        return hash(self.records)

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {
            record.id: position for position, record in enumerate(self.records)
        }

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the records, in their order."""
        return tuple(record.id for record in self.records)

    # --- narrowing and combining -------------------------------------------------------

    def _ask(self, given: Mapping[str, object]) -> Self:
        """Narrow by keywords; None leaves a keyword out. All questions are answered here."""
        # An unknown keyword is an error even if its value is None, so names come first.
        asked: list[tuple[str, Keyword, object]] = []
        for name, value in given.items():
            if name not in self._options:
                keyword = self._keyword(name)
                if value is not None:
                    asked.append((name, keyword, value))
        certain = read_flag(given.get("certain", False))
        groupings = read_flag(given.get("groupings", False))
        clock = self._clock(
            cast("PeriodLike | None", given.get("on")),
            cast("PeriodLike | None", given.get("as_known")),
            given.get("of"),
        )
        keywords = [keyword for _, keyword, _ in asked]
        self._check_clock(clock, keywords)
        if groupings and not any(
            isinstance(each, Actors) for each in keywords
        ):
            raise QueryError(
                "groupings goes with a party that acts; ask for by, to or party"
            )
        matchers = [
            Matcher.read(
                name,
                keyword,
                value,
                self._index,
                clock,
                certain=certain,
                groupings=groupings,
            )
            for name, keyword, value in asked
        ]
        criteria = (*self.criteria, *[each.criterion for each in matchers])
        # Only all records of a kind have indexes; a part of them is scanned.
        if self._catalogue is None:
            return self._with(scan(self.records, matchers), criteria)
        return self._with(self._catalogue.find(matchers), criteria)

    def ask(self, question: Question) -> Self:
        """Return the records that meet a question that was kept: the `criteria` of a selection.

        So it can be put to a dossier that has grown. Raises `entente.errors.QueryError` for what is
        no question: a place among some records, and a test of your own.

        >>> from entente import Dossier, Theme
        >>> themes = Dossier([Theme(id="boats", label="Boats"), Theme(id="trade", label="Trade")]).themes
        >>> kept = (themes - themes.where(theme="trade")).criteria
        >>> themes.ask(kept).ids
        ('boats',)
        """
        found = self
        for each in question:
            if isinstance(each, Combination):
                combine = _OPERATORS[each.operator]
                found = combine(found.ask(each.left), found.ask(each.right))
            else:
                found = found._ask_once_more(each)  # noqa: SLF001 -- ours
        return found

    def _ask_once_more(self, asked: Criterion) -> Self:
        if asked.keyword in (_POSITION, _FILTER):
            raise QueryError(
                f"{str(asked)!r} cannot be asked again; only what where and group_by ask can"
            )
        clock = {"on": asked.on, "as_known": asked.as_known}
        if asked.grouped:
            groups = self.group_by(asked.keyword, **clock, of=asked.of)
            group = str(asked.values[0]) if asked.values else None
            empty = self._with((), (*self.criteria, asked))
            return groups.get(group, empty)
        values = asked.values
        terms = {
            **clock,
            "of": asked.of,
            "certain": asked.certain,
            "groupings": asked.groupings,
        }
        # Not all kinds of record have all of these, and what is not there was not asked.
        given = {name: each for name, each in terms.items() if each}
        value = values[0] if len(values) == 1 else values
        return self._ask({asked.keyword: value, **given})

    def _party_of(self, of: object) -> str | None:
        """Return the party whose doing is asked about, which must be known."""
        if of is None:
            return None
        if not isinstance(of, str):
            raise QueryError(f"{shorten(of)} is not the id of a party")
        return self._index.require(of, ("party",))

    def __and__(self, other: Self) -> Self:
        return self._combine(
            "&", other, set(self.ids) & set(self._ids_of(other))
        )

    def __or__(self, other: Self) -> Self:
        return self._combine(
            "|", other, set(self.ids) | set(self._ids_of(other))
        )

    def __sub__(self, other: Self) -> Self:
        return self._combine(
            "-", other, set(self.ids) - set(self._ids_of(other))
        )

    def filter(self, test: Callable[[R], bool]) -> Self:
        """Return the records that pass a test of your own; `criteria` keeps its name.

        >>> from entente import Dossier, Theme
        >>> boats = Theme(id="boats", label="Boats", aliases=("Ships",))
        >>> themes = Dossier([boats, Theme(id="trade", label="Trade")]).themes
        >>> themes.filter(lambda theme: theme.aliases != ()).ids
        ('boats',)
        """
        name = str(getattr(test, "__name__", type(test).__name__))
        return self._part(tuple(filter(test, self.records)), _FILTER, name)

    def _combine(self, operator: str, other: Self, ids: set[str]) -> Self:
        both = {
            record.id: record for record in (*self.records, *other.records)
        }
        records = [record for record in both.values() if record.id in ids]
        if records:
            positions = self._index.positions(type(records[0]))
            # A sorted selection, too, comes back in the order of the dossier.
            records.sort(key=lambda record: positions[record.id])
        criteria = Combination(operator, self.criteria, other.criteria)
        return self._with(tuple(records), (criteria,))

    def _ids_of(self, other: Self) -> tuple[str, ...]:
        """Return the ids of another selection, which must be of this kind and dossier."""
        if type(other) is not type(self):
            kinds = f"{type(self).__name__} and {type(other).__name__}"
            raise QueryError(f"{kinds} do not combine; take one kind")
        if not self._index.is_of_same_records(other._index):
            message = (
                "the selections are of two dossiers; merge the dossiers first"
            )
            raise QueryError(message)
        return other.ids

    def _with(self, records: tuple[R, ...], criteria: Question) -> Self:
        return type(self)(records, self._index, criteria)

    def _part(self, records: tuple[R, ...], keyword: str, value: str) -> Self:
        return self._with(
            records, (*self.criteria, Criterion(keyword, (value,)))
        )

    # --- sorting and grouping ------------------------------------------------------------

    def sort(
        self,
        keyword: str,
        *,
        reverse: bool = False,
        on: PeriodLike | None = None,
        as_known: PeriodLike | None = None,
        of: str | None = None,
    ) -> Self:
        """Return the same records, sorted by a keyword of `where` or by ``"id"``.

        Dates are sorted by the first day that they may be, then by the last; words in the
        order of their list. Records without an answer come last, or first with `reverse`.
        Equals keep their order. Raises `entente.errors.QueryError` for a keyword that these
        records do not have.
        """
        if keyword == "id":
            ranks: dict[str, Any] = {
                record.id: record.id for record in self.records
            }
        else:
            found = self._keyword(keyword)
            answers = self._answers(found, self._clock(on, as_known, of))
            ranks = {
                id: (not given, found.rank(given))
                for id, given in answers.items()
            }
        records = sorted(
            self.records, key=lambda record: ranks[record.id], reverse=reverse
        )
        return self._with(tuple(records), self.criteria)

    def group_by(
        self,
        keyword: str,
        *,
        on: PeriodLike | None = None,
        as_known: PeriodLike | None = None,
        of: str | None = None,
    ) -> dict[str | None, Self]:
        """Return the records by their answers to a keyword; None groups those without one.

        A record with several answers, such as themes, is in the group of each. Unlike `where`,
        the group of a theme leaves out records that have only a narrower one. Dates are
        grouped by their text. `on`, `as_known` and `of` are those of `where`. Raises
        `entente.errors.QueryError` for a keyword that these records do not have.
        """
        found = self._keyword(keyword)
        clock = self._clock(on, as_known, of)
        answers = self._answers(found, clock)
        groups: dict[str | None, list[R]] = {}
        for record in self.records:
            labels = dict.fromkeys(map(found.label, answers[record.id]))
            for label in labels or (None,):
                groups.setdefault(label, []).append(record)
        return {
            label: self._with(
                tuple(members),
                (*self.criteria, _group(keyword, label, clock)),
            )
            for label, members in groups.items()
        }

    def count_by(
        self,
        keyword: str,
        *,
        on: PeriodLike | None = None,
        as_known: PeriodLike | None = None,
        of: str | None = None,
    ) -> dict[str | None, int]:
        """Return the number of records in each group of `group_by`, the largest first."""
        groups = self.group_by(keyword, on=on, as_known=as_known, of=of)
        counts = {label: len(members) for label, members in groups.items()}
        return dict(sorted(counts.items(), key=lambda item: -item[1]))

    def _clock(
        self,
        on: PeriodLike | None,
        as_known: PeriodLike | None,
        of: object,
    ) -> Clock:
        return read_clock(on, as_known, self._party_of(of))

    def _answers(
        self, keyword: Keyword, clock: Clock
    ) -> dict[str, tuple[Any, ...]]:
        """Return what each record answers to a keyword, by its id."""
        self._check_clock(clock, [keyword])
        answers = answers_on(keyword, self._index, clock)
        return {
            record.id: tuple(
                each for each in answers(record) if each is not None
            )
            for record in self.records
        }

    def _keyword(self, name: str) -> Keyword:
        keywords = self._keywords
        if name not in keywords:
            hint = f"there are {', '.join(keywords)}"
            nearest = did_you_mean(name, keywords)
            if nearest is not None:
                hint = f"{nearest} {hint}"
            message = f"{self._noun()} have no keyword {name!r}; {hint}"
            raise QueryError(message)
        return keywords[name]

    def _check_clock(self, clock: Clock, asked: Iterable[Keyword]) -> None:
        """Refuse a schedule without a day, and a day without anything that depends on it."""
        asked = tuple(asked)
        if clock.on is None and any(keyword.needs_day for keyword in asked):
            raise QueryError(
                'a schedule is that of a day; say which, such as on="2024-12-31"'
            )
        # A day that nothing depends on would be ignored without a word.
        names_day = clock.on is not None or clock.as_known is not None
        if names_day and not any(keyword.of_status for keyword in asked):
            names = ", ".join(status_keywords(type(self)))
            raise QueryError(
                f"on and as_known go with {names}; ask for one of them"
            )
        if clock.of is not None and not any(
            keyword.takes_party for keyword in asked
        ):
            names = ", ".join(
                name
                for name, keyword in self._keywords.items()
                if keyword.takes_party
            )
            raise QueryError(f"of goes with {names}; ask for one of them")

    # --- showing ---------------------------------------------------------------------------

    def left_out(self, *, width: int = table.WIDTH) -> tuple[str, ...]:
        """Return the columns for which a table of this width has no room.

        >>> import entente
        >>> entente.example("uk-france").commitments.left_out(width=80)
        ('cited', 'firmness', 'amount', 'by')
        """
        if not self.records:
            return ()
        headers, rows = self._cells(self.records)
        return table.left_out(
            headers,
            rows,
            width=width,
            wordy=self._wordy,
            spare=_all_spare(headers),
        )

    def table(self, *, width: int = table.WIDTH) -> str:
        """Return all records as a table of text.

        It is at most `width` columns wide, unless the ids alone need more. `left_out` names the columns
        for which there is no room then.
        """
        if not self.records:
            return self._title()
        headers, rows = self._cells(self.records)
        return table.as_text(
            headers,
            rows,
            width=width,
            wordy=self._wordy,
            spare=_all_spare(headers),
        )

    def __repr__(self) -> str:
        if not self.records:
            return self._title()
        headers, rows = self._cells(self.records[:SHOWN])
        shown = table.as_text(headers, rows, wordy=self._wordy, spare=_SPARE)
        more = len(self.records) - SHOWN
        return f"{shown}\n… and {more} more" if more > 0 else shown

    def _repr_html_(self) -> str:
        if not self.records:
            return f"<p>{html_text(self._title())}</p>"
        return table.as_html(*self._cells(self.records), caption=self._title())

    @classmethod
    def _noun(cls) -> str:
        return cls.__name__.lower()

    def _title(self) -> str:
        noun = kind_of(self.records[0]) if len(self) == 1 else self._noun()
        asked = " and ".join(map(str, self.criteria))
        return f"{len(self)} {noun}" + (f" where {asked}" if asked else "")

    def _cells(
        self, records: Iterable[R]
    ) -> tuple[list[str], list[list[str]]]:
        """Return the headers and rows of a table, without the columns that are empty."""
        cells = {
            header: path if callable(path) else _cell_at(path)
            for header, path in self._columns.items()
        }
        rows = [
            [
                record.id,
                *(cell(record, self._index) for cell in cells.values()),
                caption(record),
            ]
            for record in records
        ]
        headers = ["id", *cells, "what"]
        filled = {
            column
            for row in rows
            for column, cell in enumerate(row)
            if cell != ""
        }
        return _columns_of(headers, filled), [
            _columns_of(row, filled) for row in rows
        ]


_POSITION: Final = "position"
_FILTER: Final = "filter"
"""How `criteria` names what is no keyword: a slice, and a test of the user's own."""


def _slice_text(index: slice) -> str:
    """Return a slice as one writes it.

    >>> _slice_text(slice(None, 6)), _slice_text(slice(1, None, 2))
    (':6', '1::2')
    """
    bounds = [index.start, index.stop]
    if index.step is not None:
        bounds.append(index.step)
    return ":".join("" if each is None else str(each) for each in bounds)


_OPERATORS: Final[Mapping[str, Callable[[Any, Any], Any]]] = {
    "&": operator.and_,
    "|": operator.or_,
    "-": operator.sub,
}


def _group(keyword: str, label: str | None, clock: Clock) -> Criterion:
    """Return the criterion of a group, of which None is the one without an answer."""
    return Criterion(
        keyword,
        () if label is None else (label,),
        on=clock.on,
        as_known=clock.as_known,
        of=clock.of,
        grouped=True,
    )


_SPARE: Final = ("cited", "firmness")
"""The columns that a table of text does without, in this order, if it would be too wide."""


def _all_spare(headers: Sequence[str]) -> tuple[str, ...]:
    """Return all columns but ids and captions in the order in which a narrow table does without them.

    >>> _all_spare(["id", "made", "due", "firmness", "what"])
    ('firmness', 'due', 'made')
    """
    others = [each for each in headers[-2:0:-1] if each not in _SPARE]
    return (*[each for each in _SPARE if each in headers], *others)


def _cell_at(path: str) -> Cell:
    """Return the function that writes what a record holds at a path."""
    answers = answers_at(path)

    def cell(record: Record, _: RecordIndex) -> str:
        return ", ".join(
            [_in_words(each) for each in answers(record) if each is not None]
        )

    return cell


def _in_words(value: object) -> str:
    if isinstance(value, Period):
        return short_date(value)
    if isinstance(value, StrEnum):
        return words_of(value)
    return value.words() if isinstance(value, Quantity) else str(value)


def _columns_of(row: list[str], columns: set[int]) -> list[str]:
    return [cell for column, cell in enumerate(row) if column in columns]


def status_keywords(selection: type[Selection[Any]]) -> tuple[str, ...]:
    """Return the names of the keywords that go by a clock."""
    keywords = selection._keywords  # noqa: SLF001 -- ours
    return tuple(
        name for name, keyword in keywords.items() if keyword.of_status
    )


S = TypeVar("S", bound=Selection[Any])


def index_behind(selection: Selection[Any]) -> RecordIndex:
    """Return the index of all records of the dossier that a selection is taken from."""
    return selection._index  # noqa: SLF001 -- the selection's own module


def select_all(
    selection: type[S], records: tuple[Record, ...], index: RecordIndex
) -> S:
    """Return all records of a kind as a selection, with a catalogue of indexes."""
    return selection(records, index, (), Catalogue(records, index))
