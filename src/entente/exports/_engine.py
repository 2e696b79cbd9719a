"""The questions of `where`, put to tables in an engine: DuckDB, or what else Ibis speaks.

A question is one Boolean expression over the table of a kind, and so one query of SQL, which is not run
before its answer is asked for. No record is read: the answers that records give to each keyword are
in tables of their own (see `_answers`). The extra ``engines`` has Ibis.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping
from functools import reduce
from operator import and_, or_
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import frozen

from entente._spelling import Spellings
from entente._text import did_you_mean, either, shorten, with_article
from entente.asking._criteria import Combination, Criterion, Question
from entente.asking._keywords import Actors, Dates, Keyword
from entente.errors import MissingExtraError, QueryError
from entente.exports._answers import ALL, keywords_of, selections
from entente.exports._tables import tables
from entente.records._index import RecordIndex, may_be_state
from entente.records._model import KIND_NAMES, KINDS
from entente.values._period import (
    Period,
    days_outside,
    definite_day,
    overlaps_any,
    possible_days,
)

if TYPE_CHECKING:
    from ibis.backends import BaseBackend
    from ibis.expr.types import Table

_Expression: TypeAlias = Any
"""A table, column or condition of Ibis, whose own types know less than these can do."""


def open_tables(
    connection: BaseBackend, path: str | os.PathLike[str] | None = None
) -> Lake:
    """Return the tables of dossiers in an engine, to ask them what ``where`` asks.

    `connection` is one of Ibis, such as ``ibis.duckdb.connect()``. With `path`, the folder that `write`
    made in the format ``parquet``, its files are read where they are, those of a stream from the folder of
    each dossier; without one the engine holds the tables already. Raises `entente.errors.QueryError` for
    a table that there is not, and for two folders that hold one dossier.

    >>> import entente, ibis, tempfile
    >>> from entente import exports
    >>> folder = tempfile.mkdtemp()
    >>> written = exports.write(entente.example("uk-france"), f"{folder}/out", "parquet")
    >>> lake = exports.open(ibis.duckdb.connect(), written)
    >>> lake.where("commitments", theme="small-boats", by="FR").to_pyarrow().num_rows
    9
    """
    if path is None:
        held = connection.list_tables()
        for name in tables():
            if name not in held:
                raise QueryError(
                    f"the engine has no table {name!r}; write the tables to it, or give the folder of their files"
                )
        return Lake({name: connection.table(name) for name in tables()})
    folder = Path(path)
    parts = sorted({file.parent for file in folder.glob("*/*.parquet")})
    _refuse_missing_files(parts or [folder])
    pattern = folder / "*" if parts else folder
    lake = Lake(
        {
            name: connection.read_parquet(pattern / f"{name}.parquet")
            for name in tables()
        }
    )
    if parts:
        _refuse_copies(lake.tables["dossiers"])
    return lake


def _refuse_missing_files(folders: Iterable[Path]) -> None:
    for folder in folders:
        for name in tables():
            file = folder / f"{name}.parquet"
            if not file.is_file():
                raise QueryError(
                    f"{file}: there is no such file; write the tables with format='parquet'"
                )


def _refuse_copies(dossiers: _Expression) -> None:
    """Refuse folders that hold the same dossier, whose records would be counted twice."""
    counted = dossiers.group_by("dossier").aggregate(copies=dossiers.count())
    copied = counted.filter(counted.copies > 1).order_by("dossier")
    for row in copied.limit(1).to_pyarrow().to_pylist():
        raise QueryError(
            f"{row['copies']} folders hold a dossier with the name {row['dossier']!r}; remove all but one"
        )


@frozen(eq=False)
class Lake:
    """The tables of one dossier or of many in an engine, which answers as `where` does.

    `tables` are the tables as Ibis has them, by their names.
    """

    tables: Mapping[str, Table]

    def where(self, kind: str, **asked: Any) -> Table:
        """Return the records of a kind that fit, as a query of Ibis that is not run yet.

        `asked` are the keywords of `where` for that kind; ids and words are checked as there. The
        columns are those of the table of the kind, in the order of the dossiers. Raises
        `entente.errors.UnknownIdError` and `entente.errors.QueryError` as ``where`` does, and
        `QueryError` for what the tables do not hold: ``as_known``, and a day later than that until which
        recurring duties were worked out.
        """
        return self.ask(kind, self._selection(kind).where(**asked).criteria)

    def ask(self, kind: str, question: Question) -> Table:
        """Return the records that meet a question that was kept: the ``criteria`` of a selection.

        Raises as `where` does, and for a place among some records and a test of your own.
        """
        self._selection(kind).ask(question)
        table = self._of(kind)
        found = table.filter(self._meets(kind, table, question))
        return found.order_by("dossier", "place")

    def _selection(self, kind: str) -> Any:
        """Return a selection of no records, which checks a question by the ids of the tables."""
        if kind not in KINDS:
            hint = did_you_mean(kind, KINDS) or f"there are {', '.join(KINDS)}"
            raise QueryError(f"there is no kind {shorten(kind)}; {hint}")
        return selections()[kind]((), _KnownIds(self._of("records")))

    def _of(self, name: str) -> _Expression:
        return self.tables[name]

    # --- questions -------------------------------------------------------------------------------

    def _meets(
        self, kind: str, table: _Expression, question: Question
    ) -> _Expression:
        """Return the condition that a record of a kind meets all of a question."""
        conditions = [self._meets_one(kind, table, each) for each in question]
        return reduce(and_, conditions, _ibis().literal(value=True))

    def _meets_one(
        self, kind: str, table: _Expression, asked: Criterion | Combination
    ) -> _Expression:
        if isinstance(asked, Criterion):
            return self._fits(kind, table, asked)
        left = self._meets(kind, table, asked.left)
        right = self._meets(kind, table, asked.right)
        if asked.operator == "-":
            return left & ~right
        return left & right if asked.operator == "&" else left | right

    def _fits(
        self, kind: str, table: _Expression, asked: Criterion
    ) -> _Expression:
        """Return the condition that a record fits a criterion: it is among those that do."""
        keyword = keywords_of(kind)[asked.keyword]
        if asked.as_known is not None:
            raise QueryError(
                "the tables hold what is known now; ask a dossier what was known on a day"
            )
        record = _key(table, "id")
        if asked.grouped:
            rows = self._answers(kind, asked)
            if not asked.values:
                return ~record.isin(_key(rows, "id"))
            return record.isin(
                _key(rows.filter(rows.answer == asked.values[0]), "id")
            )
        if isinstance(keyword, Dates):
            return record.isin(self._dated(kind, asked))
        rows = self._answers(kind, asked)
        fitting = rows.filter(self._is_fitting(rows, "answer", keyword, asked))
        fits = record.isin(_key(fitting, "id"))
        if isinstance(keyword, Actors):
            fits |= record.isin(self._acting(kind, keyword, asked))
        return fits

    def _answers(self, kind: str, asked: Criterion) -> _Expression:
        """Return the answers to a keyword: those of a day, if one is asked about."""
        party = ALL if asked.of is None else asked.of
        if asked.on is None:
            return _rows(self._of("answers"), kind, asked, party)
        day = definite_day(asked.on)
        self._refuse_after_recurring(day)
        rows = _rows(self._of("standings"), kind, asked, party)
        number = day.toordinal()
        return rows.filter(rows.first_day <= number, rows.last_day >= number)

    def _refuse_after_recurring(self, day: datetime.date) -> None:
        dossiers = self._of("dossiers")
        ended = dossiers.filter(
            dossiers.recurring_until_day < day.toordinal()
        ).order_by("recurring_until_day")
        for row in ended.limit(1).to_pyarrow().to_pylist():
            raise QueryError(
                f"{day} is after {row['recurring_until']}, until which the recurring duties of"
                f" {row['dossier']!r} were worked out; ask the dossier itself"
            )

    def _is_fitting(
        self,
        rows: _Expression,
        column: str,
        keyword: Keyword,
        asked: Criterion,
    ) -> _Expression:
        """Return the condition that an answer is one that fits: a value, or what lies below it."""
        values = [keyword.label(each) for each in asked.values]
        is_value = rows[column].isin(values)
        if not keyword.kinds:
            return is_value
        below = self._of("below")
        all_below = below.filter(below.id.isin(values))
        return is_value | _key(rows, column).isin(_key(all_below, "below"))

    def _acting(
        self, kind: str, keyword: Keyword, asked: Criterion
    ) -> _Expression:
        """Return the records in which somebody acted for a party that fits, or for a grouping of it."""
        rows = _rows(self._of("actors"), kind, asked)
        acts = (
            self._is_fitting(rows, "actor", keyword, asked) & ~rows.is_member
        )
        if asked.groupings:
            values = [str(each) for each in asked.values]
            acts |= rows.is_member & rows.actor.isin(values)
        rows = rows.filter(acts)
        if not asked.certain:
            return _key(rows.filter(rows.piece == 0), "id")
        covered = (
            rows.filter(rows.piece > 0)
            .group_by("dossier", "id")
            .aggregate(held=rows.piece.nunique(), pieces=rows.pieces.max())
        )
        return _key(covered.filter(covered.held == covered.pieces), "id")

    # --- dates -----------------------------------------------------------------------------------

    def _dated(self, kind: str, asked: Criterion) -> _Expression:
        """Return the records with a date that may share a day with one asked for, or must."""
        windows = [each for each in asked.values if isinstance(each, Period)]
        rows = _rows(self._of("answer_dates"), kind, asked)
        if asked.certain:
            runs = days_outside(windows)
        else:
            runs = tuple(
                run for each in windows for run in possible_days(each)
            )
        if len(runs) > _MANY:
            fits = rows.date.isin(_fitting_dates(rows, windows, asked))
        elif asked.certain:
            fits = ~rows.in_doubt & ~self._lies_in(rows, runs)
        else:
            fits = self._meets_a_run(rows, runs)
        return _key(rows.filter(fits), "id")

    def _meets_a_run(
        self, rows: _Expression, runs: Iterable[_Run]
    ) -> _Expression:
        """Return the condition that some day that is possible is in one of some runs."""
        gaps = self._of("date_runs")
        at_start = gaps.filter(gaps["at"] == "start")
        in_runs = at_start.filter(
            _any(
                (at_start.first_day <= last) & (at_start.last_day >= first)
                for first, last in runs
            )
        )
        # What goes on from its start to its end has no gaps, however vague these are.
        return _any(
            (rows.start_first <= last) & (rows.end_last >= first)
            for first, last in runs
        ) & (rows.is_span | ~rows.has_gaps | rows.date.isin(in_runs.date))

    def _lies_in(self, rows: _Expression, runs: Iterable[_Run]) -> _Expression:
        """Return the condition that a date may lie in one of some runs with all its days."""
        runs = tuple(runs)
        whole = _any(_fits_run(rows, run) for run in runs)
        gappy = _any(rows.date.isin(self._in_run(run)) for run in runs)
        return (rows.has_gaps & gappy) | (~rows.has_gaps & whole)

    def _in_run(self, run: _Run) -> _Expression:
        """Return the dates with gaps that may lie in a run.

        They begin as early as they can in it, and then end as early as they can.
        """
        ibis = _ibis()
        first, last = run
        days = self._of("date_runs")
        starts = days.filter(days["at"] == "start", days.last_day >= first)
        begun = starts.group_by("date").aggregate(
            start=ibis.greatest(starts.first_day, first).min()
        )
        begun = begun.filter(begun.start <= last)
        ends = days.filter(days["at"] == "end").select(
            "date", "first_day", "last_day"
        )
        both = begun.join(ends, "date")
        return both.filter(
            both.last_day >= both.start,
            ibis.greatest(both.first_day, both.start) <= last,
        ).date


_Run = tuple[int, int]

_MANY: Final = 50
"""With more runs of days than this, as of `XXXX-12-25`, distinct dates are compared one by one."""


def _fits_run(rows: _Expression, run: _Run) -> _Expression:
    """Return the condition that a date without gaps may lie in a run with all its days."""
    ibis = _ibis()
    first, last = run
    start = ibis.greatest(rows.start_first, first)
    end = ibis.greatest(rows.end_first, start)
    return (
        (start <= rows.start_last)
        & (start <= last)
        & (end <= rows.end_last)
        & (end <= last)
    )


def _fitting_dates(
    rows: _Expression, windows: list[Period], asked: Criterion
) -> list[str]:
    """Return those of the distinct dates of some rows that fit, compared as the library does."""
    fitting = []
    for text in (
        rows.select("date").distinct().to_pyarrow()["date"].to_pylist()
    ):
        edtf, _, as_of = text.partition(" as of ")
        found = overlaps_any(Period(edtf, as_of=as_of or None), windows)
        if found.certain if asked.certain else found.possible:
            fitting.append(text)
    return fitting


def _any(conditions: Iterable[_Expression]) -> _Expression:
    return reduce(or_, conditions, _ibis().literal(value=False))


def _rows(
    table: _Expression, kind: str, asked: Criterion, party: str | None = None
) -> _Expression:
    """Return the rows that answer a keyword of a kind, of one party or of all together."""
    rows = table.filter(
        table.record_kind == kind, table.keyword == asked.keyword
    )
    return rows if party is None else rows.filter(rows.party == party)


def _key(table: _Expression, column: str) -> _Expression:
    """Return what tells a record from those of other dossiers: no name of a dossier has a slash."""
    return table.dossier + "/" + table[column]


def _ibis() -> Any:
    try:
        import ibis  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("asking an engine", "engines") from error
    return ibis


class _KnownIds(RecordIndex):
    """The ids in the tables, as an index of records knows them."""

    def __init__(self, records: _Expression) -> None:
        super().__init__(())
        self._in_tables = records

    def knows(self, id: str, kinds: tuple[str, ...] = ("record",)) -> bool:
        """Tell whether any dossier has a record of one of some kinds by that id."""
        wanted = _names_of(kinds)
        return not wanted.isdisjoint(self._kinds_of(id)) or may_be_state(
            id, kinds
        )

    def explain_missing(
        self, id: str, kinds: tuple[str, ...], *, suggest: bool = True
    ) -> tuple[str, str | None]:
        """Explain why an id is not that of a record of one of some kinds."""
        for found in self._kinds_of(id):
            kind = with_article(KINDS[found].__name__.lower())
            wanted = with_article(either(kinds))
            return f"{shorten(id)} is {kind}, not {wanted}", None
        return super().explain_missing(id, kinds, suggest=suggest)

    def _kinds_of(self, id: str) -> list[str]:
        records = self._in_tables
        found = records.filter(records.id == id).select("record_kind")
        return list(found.distinct().to_pyarrow()["record_kind"].to_pylist())

    def _spellings_of(self, kinds: tuple[str, ...]) -> Spellings:
        records = self._in_tables
        found = records.filter(
            records.record_kind.isin(sorted(_names_of(kinds)))
        ).select("id")
        return Spellings(found.distinct().to_pyarrow()["id"].to_pylist())


def _names_of(kinds: tuple[str, ...]) -> set[str]:
    """Return the names of the tables of some kinds, which are given by their words."""
    words = {cls.__name__.lower(): name for cls, name in KIND_NAMES.items()}
    if "record" in kinds:
        return {*words.values()}
    return {words[kind] for kind in kinds}
