"""The tables of what records answer to the keywords of `where`.

They are read from the keywords themselves, so that each new one is in them without a line of code here.
A question is then one about rows: of which themes a record is, or which words hold on a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import MINYEAR, date
from functools import cache
from itertools import chain
from typing import Any, Final

from attrs import fields

from entente._dossier import Dossier
from entente.answers._case import promises
from entente.answers._occurrences import occurrences
from entente.answers._status import Standing, history
from entente.asking._keywords import (
    Actors,
    Dates,
    Keyword,
    Words,
)
from entente.asking._matchers import Clock, answers_on, dates_of
from entente.asking._selection import Selection
from entente.errors import QueryError
from entente.exports._cells import (
    date_key,
    day_or_none,
    four_days,
    has_gaps,
    lasts_through,
    pieces_of_days,
    runs_of_ends,
    shape_of,
)
from entente.exports._described import (
    DOSSIER,
    ID,
    KIND,
    CellType,
    DataColumn,
    DataRow,
    DataTable,
    required,
)
from entente.files._quick._fields import inner_type
from entente.records._index import RecordIndex, lasted
from entente.records._model import (
    KINDS,
    Commitment,
    Office,
    Party,
    Record,
    Theme,
)
from entente.records._walk import parts
from entente.values._edtf import AFTER_ALL, FIRST_DAY, LAST_DAY
from entente.values._period import Period

_KEYWORD: Final = required(
    "keyword", CellType.TEXT, "The keyword of `where` that it answers."
)
ALL: Final = "*"
"""What stands for all parties together; no id is that."""

_PARTY: Final = required(
    "party",
    CellType.TEXT,
    "The party whose doing alone is asked about, with `of`; `*` if it is that of all.",
)
_ANSWER: Final = required(
    "answer",
    CellType.TEXT,
    "The answer: an id, a word, a text, yes or no, or a date as text.",
)
_RANK: Final = DataColumn(
    "rank",
    CellType.INTEGER,
    "The place of a word in its list, from 0; empty for other answers.",
)


@cache
def selections() -> Mapping[str, type[Selection[Any]]]:
    """Return the class of selections of each kind of record, by the name of its table."""
    empty = Dossier()
    return {kind: type(getattr(empty, kind)) for kind in KINDS}


def keywords_of(kind: str) -> Mapping[str, Keyword]:
    """Return the keywords by which a kind of record is asked for."""
    return selections()[kind]._keywords  # noqa: SLF001 -- ours


def _asked(
    index: RecordIndex,
) -> Iterator[tuple[str, tuple[Any, ...], str, Keyword]]:
    """Yield each keyword of each kind, with the records of that kind."""
    for kind, cls in KINDS.items():
        records: tuple[Any, ...] = index.of_kind(cls)
        for name, keyword in keywords_of(kind).items():
            yield kind, records, name, keyword


# --- answers that no day changes -----------------------------------------------------------------


def table_of_answers() -> DataTable:
    """Return the table of answers that no day changes."""
    return DataTable(
        name="answers",
        about="A row for each answer of a record to a keyword of `where`. Those of a status are from"
        " all reports, whenever they came.",
        columns=(DOSSIER, KIND, ID, _KEYWORD, _PARTY, _ANSWER, _RANK),
        key=("dossier", "id", "keyword", "party", "answer"),
        rows=_answers,
    )


def _answers(index: RecordIndex) -> Iterator[DataRow]:
    for kind, records, name, keyword in _asked(index):
        if keyword.needs_day:
            continue
        for party in _parties_asked(keyword, index):
            answers = answers_on(
                keyword, index, Clock(of=None if party == ALL else party)
            )
            for record in records:
                # An answer that is given twice is one answer.
                for answer, rank in _labels(keyword, answers(record)):
                    yield kind, record.id, name, party, answer, rank


def _labels(
    keyword: Keyword, answers: Iterable[Any]
) -> Iterable[tuple[str, int | None]]:
    """Return each answer once, as text and with its rank."""
    given = [each for each in answers if each is not None]
    ranks = {keyword.label(each): _rank(keyword, each) for each in given}
    return ranks.items()


def _rank(keyword: Keyword, answer: Any) -> int | None:
    if not isinstance(keyword, Words):
        return None
    [rank] = keyword.rank([answer])
    return int(rank)


def _parties_asked(keyword: Keyword, index: RecordIndex) -> tuple[str, ...]:
    """Return the parties whose doing may be asked about alone, and `ALL`."""
    if not keyword.takes_party:
        return (ALL,)
    return (ALL, *[party.id for party in index.of_kind(Party)])


# --- dates ---------------------------------------------------------------------------------------

_COUNTED: Final = f"Days are counted from 1, which is 0001-01-01; 0 is before all days, and {AFTER_ALL} after all."


def _day(name: str, about: str) -> DataColumn:
    return required(name, CellType.INTEGER, f"{about} {_COUNTED}")


def table_of_dates() -> DataTable:
    """Return the table of the dates that records answer to keywords with."""
    return DataTable(
        name="answer_dates",
        about="A row for each date that a question for a date is compared with.",
        columns=(
            DOSSIER,
            KIND,
            ID,
            _KEYWORD,
            required(
                "number",
                CellType.INTEGER,
                "Its place among the dates, from 0.",
            ),
            _DATE,
            _day("start_first", "The first day on which it may begin."),
            _day("start_last", "The last day on which it may begin."),
            _day("end_first", "The first day that may be its last."),
            _day("end_last", "The last day that may be its last."),
            required(
                "is_span",
                CellType.BOOLEAN,
                "Whether it is every day from its start to its end, and not one day among some.",
            ),
            required(
                "in_doubt",
                CellType.BOOLEAN,
                "Whether it is uncertain or approximate, so that nothing about it is certain.",
            ),
            required(
                "has_gaps",
                CellType.BOOLEAN,
                "Whether some days between those four are not possible: see `date_runs`.",
            ),
        ),
        key=("dossier", "id", "keyword", "number"),
        rows=_dates,
    )


_DATE: Final = required(
    "date", CellType.TEXT, "The date in EDTF, and the day that it is as of."
)


def _dates(index: RecordIndex) -> Iterator[DataRow]:
    for kind, record, name, number, period in _compared(index):
        shape = shape_of(period)
        yield (
            kind,
            record.id,
            name,
            number,
            date_key(period),
            *four_days(shape),
            shape.is_span,
            shape.hedged,
            has_gaps(shape),
        )


def _compared(
    index: RecordIndex,
) -> Iterator[tuple[str, Record, str, int, Period]]:
    """Yield the dates that questions are compared with."""
    for kind, records, name, keyword in _asked(index):
        if isinstance(keyword, Dates):
            dates = dates_of(keyword, index)
            for record in records:
                given = [each for each in dates(record) if each is not None]
                for number, period in enumerate(given):
                    yield kind, record, name, number, period


def table_of_runs() -> DataTable:
    """Return the table of the runs of days of dates with gaps."""
    return DataTable(
        name="date_runs",
        about="A row for each run of days on which a date with gaps may begin or end, as of"
        " `[2024-03,2024-05]` or `2024-XX-10`.",
        columns=(
            DOSSIER,
            _DATE,
            DataColumn(
                "at",
                CellType.TEXT,
                "Whether they are days of its start or of its end.",
                ("start", "end"),
                optional=False,
            ),
            required(
                "number", CellType.INTEGER, "The place of the run, from 0."
            ),
            DataColumn(
                "first",
                CellType.DATE,
                "The first day of the run; empty if it is before all days.",
            ),
            DataColumn(
                "last",
                CellType.DATE,
                "The last day of the run; empty if it is after all days.",
            ),
            _day("first_day", "The first day of the run."),
            _day("last_day", "The last day of the run."),
        ),
        key=("dossier", "date", "at", "number"),
        rows=_runs,
    )


def _runs(index: RecordIndex) -> Iterator[DataRow]:
    written: set[str] = set()
    in_answers = (period for *_, period in _compared(index))
    for period in chain(_all_dates(index), in_answers):
        key = date_key(period)
        if key in written:
            continue
        written.add(key)
        shape = shape_of(period)
        if has_gaps(shape):
            for at, runs in runs_of_ends(shape).items():
                for number, (first, last) in enumerate(runs):
                    yield (
                        key,
                        at,
                        number,
                        day_or_none(first),
                        day_or_none(last),
                        first,
                        last,
                    )


def _all_dates(index: RecordIndex) -> Iterator[Period]:
    """Yield every date of a record or of a part."""
    for kind in KINDS.values():
        for record in index.of_kind(kind):
            for _, part in parts(record):
                cls: type = type(part)
                for name in _date_fields(cls):
                    period = getattr(part, name)
                    if period is not None:
                        yield period


@cache
def _date_fields(cls: type) -> tuple[str, ...]:
    return tuple(
        each.name for each in fields(cls) if inner_type(each) is Period
    )


# --- status on a day -----------------------------------------------------------------------------


def table_of_standings() -> DataTable:
    """Return the table of the words for the status of commitments, each with the days on which it holds."""
    return DataTable(
        name="standings",
        about="A row for each run of days on which a word holds for a commitment. What recurs is worked"
        " out until the day that `dossiers` says.",
        columns=(
            DOSSIER,
            KIND,
            ID,
            _KEYWORD,
            _PARTY,
            _ANSWER,
            _RANK,
            required(
                "first", CellType.DATE, "The first day on which it holds."
            ),
            required("last", CellType.DATE, "The last day on which it holds."),
            _day("first_day", "The first day on which it holds."),
            _day("last_day", "The last day on which it holds."),
        ),
        key=("dossier", "id", "keyword", "party", "answer", "first"),
        rows=_standings,
    )


def _standings(index: RecordIndex) -> Iterator[DataRow]:
    until = recurring_until(index)
    parties = [party.id for party in index.of_kind(Party)]
    for commitment in index.of_kind(Commitment):
        promisors = [
            party for party in parties if promises(commitment, party, index)
        ]
        turns: list[int] = []
        last = LAST_DAY
        if commitment.recurrence is not None:
            last = until
            turns = turns_of_rule(commitment, index, until)
        for party in (None, *promisors):
            found = [
                (day, standing)
                for day, standing in history(commitment, index, party, turns)
                if day <= last
            ]
            for row in _words_on_days(found, last):
                name, *cells = row
                yield "commitments", commitment.id, name, party or ALL, *cells


def turns_of_rule(
    commitment: Commitment, index: RecordIndex, until: int
) -> list[int]:
    """Return the days of a rule, and each day after one: on these a verdict may change."""
    try:
        days = occurrences(
            commitment, index, between=f"../{date.fromordinal(until)}"
        )
    except QueryError:
        # It begins on no definite day, so its days are not known.
        return []
    return [
        turn
        for each in map(date.toordinal, days)
        for turn in (each, min(each + 1, LAST_DAY))
    ]


def _words_on_days(
    history: Sequence[tuple[int, Standing]], last: int
) -> Iterator[DataRow]:
    """Yield each word of each keyword with the days on which it holds."""
    for name, keyword in keywords_of("commitments").items():
        if not keyword.of_status:
            continue
        # The words that hold now, with the first day of each.
        since: dict[tuple[str, int | None], int] = {}
        for day, standing in history:
            holding = dict.fromkeys(
                _labels(keyword, keyword.answers(standing))
            )
            for word in [each for each in since if each not in holding]:
                yield _word_on_days(name, word, since.pop(word), day - 1)
            for word in holding:
                since.setdefault(word, day)
        for word, first in since.items():
            yield _word_on_days(name, word, first, last)


def _word_on_days(
    name: str, word: tuple[str, int | None], first: int, last: int
) -> DataRow:
    answer, rank = word
    return (
        name,
        answer,
        rank,
        date.fromordinal(first),
        date.fromordinal(last),
        first,
        last,
    )


_YEARS_AHEAD: Final = 2
_LAST_YEAR: Final = 2200
"""No verdict on what recurs is worked out for later: a day takes the longer, the more came before it."""


def recurring_until(index: RecordIndex) -> int:
    """Return the day until which the verdicts on what recurs are worked out, as an ordinal.

    It is the end of the second year after the last that a record names, and in 2200 at the latest.
    """
    years = [
        date.fromordinal(day).year
        for period in _all_dates(index)
        for day in four_days(shape_of(period))
        if FIRST_DAY <= day < LAST_DAY
    ]
    year = max(years, default=MINYEAR) + _YEARS_AHEAD
    return date(min(year, _LAST_YEAR), 12, 31).toordinal()


# --- who acts, and what lies below ---------------------------------------------------------------


def table_of_actors() -> DataTable:
    """Return the table of those for whom the parties to a commitment acted."""
    return DataTable(
        name="actors",
        about="A row for each office that somebody who is named may have held when a promise was made,"
        " and for each member that a grouping may have had then.",
        columns=(
            DOSSIER,
            KIND,
            ID,
            _KEYWORD,
            required(
                "actor",
                CellType.TEXT,
                "The office, or the member of the grouping.",
            ),
            required(
                "is_member",
                CellType.BOOLEAN,
                "Whether it is a member of a grouping, and counts with `groupings` only.",
            ),
            required(
                "piece",
                CellType.INTEGER,
                "0 if it may have been so on any day of the promise. Else the piece of the days on"
                " which it certainly was: a promise is certainly that of several who have all its"
                " pieces between them.",
            ),
            required(
                "pieces",
                CellType.INTEGER,
                "How many pieces the days of the promise have, from 1.",
            ),
        ),
        key=("dossier", "id", "keyword", "actor", "is_member", "piece"),
        rows=_actors,
    )


def _actors(index: RecordIndex) -> Iterator[DataRow]:
    for kind, records, name, keyword in _asked(index):
        if isinstance(keyword, Actors):
            for record in records:
                named = keyword.answers(record)
                rows = _acting(named, record.made, index)
                for row in dict.fromkeys(rows):
                    yield kind, record.id, name, *row


def _acting(
    named: Iterable[str], on: Period | None, index: RecordIndex
) -> Iterator[DataRow]:
    """Yield who may have been behind those who are named, and the pieces of days on which each was."""
    times = [each for id in named for each in _times_of(id, index)]
    known = [period for _, _, period in times if period is not None]
    pieces = pieces_of_days(on, known)
    for actor, is_member, period in times:
        if lasted((period,), on, certain=False):
            yield actor, is_member, 0, len(pieces)
        for number, piece in enumerate(pieces, 1):
            if period is None or (
                piece is not None and lasts_through(period, piece)
            ):
                yield actor, is_member, number, len(pieces)


def _times_of(
    id: str, index: RecordIndex
) -> Iterator[tuple[str, bool, Period | None]]:
    """Yield the offices of a minister and the members of a grouping, each with its time."""
    for office, period in index.tenures_of(id):
        yield office, False, period
    for member, time in index._members(id):  # noqa: SLF001 -- ours
        for each in sorted(index.below(member)):
            yield each, True, time


def table_of_what_lies_below() -> DataTable:
    """Return the table of what each theme and each party includes."""

    def rows(index: RecordIndex) -> Iterator[DataRow]:
        for cls in (Theme, Party, Office):
            for record in index.of_kind(cls):
                for below in sorted(index.below(record.id)):
                    yield record.id, below

    return DataTable(
        name="below",
        about="A row for each theme, party and office that a question for another includes: itself, the"
        " narrower themes, the bodies and offices of a party.",
        columns=(
            DOSSIER,
            ID,
            required("below", CellType.TEXT, "The id of what it includes."),
        ),
        key=("dossier", "id", "below"),
        rows=rows,
    )


def table_of_dossiers() -> DataTable:
    """Return the table of the dossiers themselves."""

    def rows(index: RecordIndex) -> Iterator[DataRow]:
        recurs = any(
            each.recurrence is not None for each in index.of_kind(Commitment)
        )
        until = recurring_until(index) if recurs else None
        yield (None if until is None else date.fromordinal(until), until)

    return DataTable(
        name="dossiers",
        about="A row for each dossier.",
        columns=(
            DOSSIER,
            DataColumn(
                "recurring_until",
                CellType.DATE,
                "The day until which `standings` are worked out for duties that recur; empty if none does.",
            ),
            DataColumn(
                "recurring_until_day",
                CellType.INTEGER,
                f"The same day. {_COUNTED}",
            ),
        ),
        key=("dossier",),
        rows=rows,
    )
