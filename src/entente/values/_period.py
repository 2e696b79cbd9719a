"""Dates and spans as vague as their sources, and how two of them relate.

A source that says "in the spring" must not become the first of March. A `Period` keeps what the
source says in the notation of ISO 8601-2 (EDTF), knows which days that allows, and answers
questions with a `Truth`: yes if the answer holds however the vague parts turn out, no if it never
does, maybe otherwise.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import itemgetter, or_
from typing import TypeAlias

from attrs import Attribute, Factory, field, frozen, validators

from entente._text import LONE_SURROGATE
from entente.errors import PeriodError, QueryError
from entente.values import _edtf as edtf
from entente.values._conventions import Conventions, fiscal_year
from entente.values._edtf import (
    AFTER_ALL,
    BEFORE_ALL,
    COARSENESS,
    FIRST_DAY,
    LAST_DAY,
    End,
    Point,
    Precision,
    Run,
    Runs,
    Shape,
)
from entente.values._phrase_context import Look, ends_of
from entente.values._truth import Truth


def _canonical(value: str | datetime.date) -> str:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        return edtf.read(value).text
    raise TypeError(
        f"a period is made of EDTF text or a date, not of {type(value).__name__}"
    )


IN_WORDS_ONLY = "XXXX-XX-XX"
"""The text of a date of which nothing is known, such as "promptly"."""


def _in_words_only(period: Period) -> str:
    if period.stated is None:
        raise TypeError(
            "a period needs a date, as in Period('2024-03'), or the source's words alone,"
            " as in Period(stated='promptly')"
        )
    return IN_WORDS_ONLY


def _is_stated(_: object, attribute: Attribute[str], stated: object) -> None:
    if not isinstance(stated, str):
        raise TypeError(
            f"{attribute.name} is the source's words, not {type(stated).__name__}"
        )
    if not stated.strip():
        raise PeriodError(
            stated, "the source's words are empty; leave `stated` out"
        )
    if LONE_SURROGATE.search(stated):
        raise PeriodError(
            stated,
            "the source's words hold half of a surrogate pair, which no file can",
        )


def _to_day(value: PeriodLike | None) -> datetime.date | None:
    if value is None:
        return None
    day = Period.of(value).day
    if day is None:
        raise PeriodError(
            str(value), "`as_of` is one definite day, such as 2024-01-30"
        )
    return day


def _fits_span(
    period: Period, _: Attribute[datetime.date], as_of: datetime.date | None
) -> None:
    if as_of is None:
        return
    shape = edtf.read(period.edtf)
    if shape.end.kind is not End.UNKNOWN:
        raise PeriodError(
            period.edtf,
            "`as_of` is for a span whose end is unknown, such as 2023-05/",
        )
    if as_of.toordinal() < shape.start.reach[0][0]:
        raise PeriodError(period.edtf, f"it begins after {as_of}, its `as_of`")


@frozen(repr=False, order=False, weakref_slot=False)
class Period:
    """A date or a span, exactly as precise as its source.

    A *date*, such as ``2024-03`` or ``2024-21``, is **one day**, known to be among some. So is a
    *set*: ``[..2024-05-31]`` is by the end of May, ``[2027..]`` not before 2027,
    ``[2024-03,2024-05]`` in March or in May. A *span*, such as ``2023-05/2024``, is **every day**
    from its start to its end, each of which may itself be vague; an end left empty is unknown,
    and ``..`` says that there is none.

    `edtf` is the canonical text in the notation of ISO 8601-2:2019: levels 0 and 1, and from level
    2 sets, digits masked with ``X`` anywhere, the signs ``?``, ``~`` and ``%`` at single
    components, and all parts of a year from 21 to 41. Seasons are the meteorological ones, and a
    winter (24) lasts to the end of the next year's February. Years run from 0001 to 9999. The
    members of a set are put in order. `stated` keeps the source's own words; equality ignores it.
    Given alone, as in ``Period(stated="promptly")``, it makes a date of which nothing else is known.

    `as_of` is a day on which a span with an unknown end is known to have gone on: ``2023-05/`` as
    of 30 January 2024 lasted until then for certain, and for longer perhaps.

    A period may also be made from a `datetime.date`, or from the day of a `datetime.datetime`.
    It can be hashed but not sorted, since vague dates have no order; ask `before` and `after`. ``==``
    compares with another `Period`, and never raises: a text or a `datetime.date` is not a period, so
    the answer is False even if they mean the same. Compare texts with `edtf`, and days with `day`.

    Raises `PeriodError` if the text is not a date or span, or is one that is not supported, and
    if `as_of` is not one definite day, comes before the span, or is given without one.

    >>> spring = Period("2024-21", stated="in the spring")
    >>> spring.earliest, spring.latest
    (datetime.date(2024, 3, 1), datetime.date(2024, 5, 31))
    >>> spring.before("2024-03-04")
    <Truth.MAYBE>
    >>> spring == "2024-21", spring == Period("2024-21"), spring.edtf == "2024-21"
    (False, True, True)
    >>> Period("2023-02-30")
    Traceback (most recent call last):
        ...
    entente.errors.PeriodError: '2023-02-30' is not a date: there is no day 30: 2023-02 has 28 days \
(at character 9)
    """

    # Before `edtf`, which has a default where there are words.
    stated: str | None = field(
        default=None,
        kw_only=True,
        eq=False,
        validator=validators.optional(_is_stated),
    )
    edtf: str = field(
        default=Factory(_in_words_only, takes_self=True), converter=_canonical
    )
    as_of: datetime.date | None = field(
        default=None, kw_only=True, converter=_to_day, validator=_fits_span
    )

    @classmethod
    def of(cls, value: PeriodLike) -> Period:
        """Return `value` as a period; one that is a period already is returned unchanged.

        >>> Period.of(datetime.date(2024, 1, 30))
        Period('2024-01-30')
        """
        return value if isinstance(value, Period) else cls(value)

    @classmethod
    def fiscal_year(cls, year: int, country: str) -> Period:
        """Return the fiscal year of a country's central government, from its first day to its last.

        `country` is an ISO 3166-1 alpha-2 code. Where a fiscal year is named by both its calendar
        years, `year` is the first of them: 2023 for the British 2023/24.
        `entente.values.FISCAL_YEARS` has the countries that are known, from the year 2000 on.

        Raises `PeriodError` if the fiscal year of that country, or of that time, is not known.

        >>> Period.fiscal_year(2023, "GB"), Period.fiscal_year(2024, "US")
        (Period('2023-04-01/2024-03-31'), Period('2023-10-01/2024-09-30'))
        """
        return cls(fiscal_year(year, country))

    @classmethod
    def from_words(
        cls,
        words: str,
        *,
        said: PeriodLike,
        country: str | None = None,
        conventions: Conventions | None = None,
        look: Look | None = None,
    ) -> Period:
        """Read a date phrase against the day on which it was said, and keep it as `stated`.

        A deadline is a set: "by the end of the year" is one day until then. "Since May 2023" is a
        span with an unknown end, certain until it was said (`as_of`).

        A date without a year is read where it is clearly the coming one, or after "since" the
        latest that has begun. `look` decides otherwise: ``"back"`` takes the latest that has
        begun, ``"ahead"`` the next that is not yet over. `country` says whose fiscal years and
        seasons are meant, and `conventions` what "early" or "the coming months" mean. The page
        *Dates as vague as the source* lists every rule.

        Raises `PeriodError` if the phrase is not known or may be read in two ways, or if `said` is
        not one definite day.

        >>> Period.from_words("by the end of the year", said="2024-01-30")
        Period('[..2024-12-31]', stated='by the end of the year')
        >>> Period.from_words("9 June", said="2025-08-12", look="back")
        Period('2025-06-09', stated='9 June')
        >>> Period.from_words("next Tuesday", said="2024-01-30")
        Traceback (most recent call last):
            ...
        entente.errors.PeriodError: 'next Tuesday' is not a date: it does not say \
which one; write the date with the weekday
        """
        day = cls.of(said).day
        if day is None:
            raise PeriodError(
                str(said),
                "'said' must be one definite day, such as 2024-01-30",
            )
        from entente.values._phrases import read  # noqa: PLC0415 -- few programs read words

        reading = read(
            words,
            said=day,
            country=country,
            conventions=conventions,
            look=look,
        )
        return cls(reading.text, stated=words, as_of=reading.as_of)

    def words(self, locale: str = "en", *, stated: bool = True) -> str:
        """Return it in plain words, for people to read: in English, or French with ``"fr"``.

        They say no more and no less than the notation does. The source's own words follow in
        quotation marks, unless they are the same or `stated` is false; alone they are shown only of a
        date in words only, since "by the end of the year" says nothing without the day on which it was
        said.

        `from_words` reads English words again, to the same period, where they are in use. Words for
        people only, which it refuses, are those of

        - dates with the source's words in quotation marks,
        - years before 1000 and after 2999, and seasons of one hemisphere,
        - digits that are missing, except those of a decade,
        - a sign (``?``, ``~``, ``%``) that is not about the whole date, and days marked ``~``,
        - three dates of a set or more, and ranges among them,
        - spans with an open or an unknown end.

        Raises `QueryError` if the language is not spoken here.

        >>> Period("2024-21").words(), Period("[..2024-12-31]").words(), Period("2023-05~").words()
        ('spring 2024', 'by the end of 2024', 'about May 2023')
        >>> Period("2025-05-14/2025-08-12").words(), Period("[2025-05-14..2025-08-12]").words()
        ('from 14 May to 12 August 2025', 'on a day between 14 May and 12 August 2025')
        >>> Period("2024-21").words("fr"), Period("[..2024-12-31]").words("fr")
        ('printemps 2024', 'd’ici à la fin de 2024')
        >>> Period("[..2024-12-31]", stated="by the end of the year").words()
        'by the end of 2024 (“by the end of the year”)'
        >>> Period("2024-21", stated="in the spring").words(stated=False)
        'spring 2024'
        """
        from entente.values._spoken import date_words  # noqa: PLC0415 -- few programs need the words

        quoted = self.stated if stated or self.in_words_only else None
        return date_words(self.edtf, self.as_of, quoted, locale)

    @property
    def in_words_only(self) -> bool:
        """Whether the source's words are all that is known of it.

        >>> Period(stated="promptly").in_words_only, Period("2024", stated="promptly").in_words_only
        (True, False)
        """
        return self.stated is not None and self.edtf == IN_WORDS_ONLY

    @property
    def is_span(self) -> bool:
        """Whether it is every day between two points, not one day among some."""
        return _shape(self).is_span

    @property
    def is_open_start(self) -> bool:
        """Whether it is a span without a beginning: ``../2024``."""
        return _shape(self).start.kind is End.OPEN

    @property
    def is_open_end(self) -> bool:
        """Whether it is a span without an end: ``2024/..``."""
        return _shape(self).end.kind is End.OPEN

    @property
    def is_unknown_start(self) -> bool:
        """Whether nothing is known of its beginning, not even that it has one: ``/2024``."""
        return _shape(self).start.kind is End.UNKNOWN

    @property
    def is_unknown_end(self) -> bool:
        """Whether nothing is known of its end, not even that it has one: ``2024/``."""
        return _shape(self).end.kind is End.UNKNOWN

    @property
    def earliest(self) -> datetime.date | None:
        """The first day that the text allows; None where there is no bound, or it is unknown.

        It is the text's own bound: a date marked ``~`` may be a little earlier, which the
        relations take into account.
        """
        first = _shape(self).start.first
        if first < FIRST_DAY:
            return None
        return datetime.date.fromordinal(first)

    @property
    def latest(self) -> datetime.date | None:
        """The last day that the text allows; None where there is no bound, or it is unknown."""
        last = _shape(self).end.last
        if last > LAST_DAY:
            return None
        return datetime.date.fromordinal(last)

    @property
    def day(self) -> datetime.date | None:
        """The day, if it is one definite day, and None for anything vaguer or longer.

        >>> Period("2024-01-30").day, Period("2024-01").day, Period("2024-01-30?").day
        (datetime.date(2024, 1, 30), None, None)
        """
        shape = _shape(self)
        if shape.is_span or shape.hedged:
            return None
        first, last = shape.start.first, shape.start.last
        return datetime.date.fromordinal(first) if first == last else None

    @property
    def sort_key(self) -> tuple[datetime.date, datetime.date]:
        """The key to sort periods by: the first day that the text allows, then the last.

        It gives a list an order, and does not show which came first; ask `before` for that.

        >>> sorted(map(Period, ["2024", "2023-12-31", "2024-01"]), key=lambda period: period.sort_key)
        [Period('2023-12-31'), Period('2024-01'), Period('2024')]
        """
        first = self.earliest or datetime.date.min
        last = self.latest or datetime.date.max
        return first, last

    @property
    def start(self) -> Period | None:
        """The date at which it starts, None where open or unknown. A date is its own start.

        >>> Period("2023-05/..").start
        Period('2023-05')
        """
        return self._end_point(_shape(self).start)

    @property
    def end(self) -> Period | None:
        """The date at which it ends, None where open or unknown. A date is its own end."""
        return self._end_point(_shape(self).end)

    @property
    def deadline(self) -> Period:
        """The date by which something is due that is due then: of a set, the last of its dates.

        A set without a last date sets no deadline, and is returned as it is.

        >>> Period("[..2024-05]").deadline, Period("2024-21").deadline, Period("[2024..]").deadline
        (Period('2024-05'), Period('2024-21'), Period('[2024..]'))
        """
        last = _shape(self).deadline
        return Period(last.text) if last.kind is End.DATE else self

    def _end_point(self, point: Point) -> Period | None:
        if not self.is_span:
            return self
        return Period(point.text) if point.kind is End.DATE else None

    @property
    def precision(self) -> Precision:
        """The unit of the finest component that has a digit.

        Digits left out at the end coarsen it: ``2004-XX`` is known to the year, ``201X`` to the
        decade, ``XXXX-12-25`` to the day. A span has the coarser precision of its two dates; an
        end that is open or unknown does not count if the other is a date.

        >>> [Period(text).precision.value for text in ("2024-21", "201X", "2024-01-30/2025", "2024-04/..")]
        ['season', 'decade', 'year', 'month']
        """
        shape = _shape(self)
        known = [
            point.precision
            for point in (shape.start, shape.end)
            if point.kind is End.DATE
        ]
        known = known or [Precision.UNSPECIFIED]
        return max(known, key=COARSENESS.__getitem__)

    @property
    def uncertain(self) -> bool:
        """Whether the source itself doubts it: the text has ``?`` or ``%``."""
        shape = _shape(self)
        return shape.start.uncertain or shape.end.uncertain

    @property
    def approximate(self) -> bool:
        """Whether it is "about" then: the text has ``~`` or ``%``."""
        shape = _shape(self)
        return not (shape.start.slack is None and shape.end.slack is None)

    def before(self, other: PeriodLike) -> Truth:
        """Return whether the last day of this one is earlier than the first day of the other.

        >>> Period("2023-03").before("2023-03-10")
        <Truth.MAYBE>
        >>> Period("2023-03").before("2023-04")
        <Truth.YES>
        """
        return _before(_shape(self), _shape(other))

    def after(self, other: PeriodLike) -> Truth:
        """Return whether the first day of this one is later than the last day of the other."""
        return _before(_shape(other), _shape(self))

    def within(self, window: PeriodLike) -> Truth:
        """Return whether all days of this one are days of the window.

        The window counts as all the days that it may be: a date's every possible day, and a span
        from its earliest start to its latest end.

        >>> Period("2024-21").within("2024")
        <Truth.YES>
        >>> Period("2024-24").within("2024")
        <Truth.MAYBE>
        """
        subject, frame = _shape(self), _shape(window)
        runs = _window(frame)
        if not _fits(subject, runs):
            return Truth.NO
        # "About" and "perhaps" leave nothing certain.
        if subject.hedged or _hedged_as_window(frame):
            return Truth.MAYBE
        outside = _complement(runs)
        if subject.is_span:
            may_leave = _touches(outside, _widest(subject))
        else:
            may_leave = _fits(subject, outside)
        return Truth.MAYBE if may_leave else Truth.YES

    def overlaps(self, window: PeriodLike) -> Truth:
        """Return whether at least one day of this one is a day of the window.

        The window counts as all its days, as for `within`.

        >>> Period("2023-05/..").overlaps("2024")
        <Truth.YES>
        >>> Period("2024-24").overlaps("2025-01")
        <Truth.MAYBE>
        """
        subject, frame = _shape(self), _shape(window)
        runs = _window(frame)
        if subject.is_span:
            possible = _touches(runs, _widest(subject))
        else:
            possible = _fits(subject, runs)
        if not possible:
            return Truth.NO
        # It is certain unless the subject could lie wholly outside the window.
        if subject.hedged or _hedged_as_window(frame):
            return Truth.MAYBE
        return Truth.MAYBE if _fits(subject, _complement(runs)) else Truth.YES

    def going_on(self, as_of: PeriodLike) -> Period:
        """Return the same span, known to have gone on until a day.

        Raises `PeriodError` as `Period` does, if its end is not unknown or it begins later.

        >>> Period("2023-05/").going_on("2024-01-30").overlaps("2024-01")
        <Truth.YES>
        >>> Period("2023-05/").overlaps("2024-01")
        <Truth.MAYBE>
        """
        return Period(self.edtf, stated=self.stated, as_of=as_of)

    def not_before(self, said: PeriodLike) -> Period:
        """Return a date in words only as not before the day on which they were said.

        Any other date is returned as it is, and so is one whose words were said nobody knows when.

        >>> Period(stated="promptly").not_before("2024-01-30")
        Period('[2024-01-30..]', stated='promptly')
        >>> Period("2024", stated="this year").not_before("2024-01-30")
        Period('2024', stated='this year')
        """
        first, _ = ends_of(Period.of(said).edtf)
        if not self.in_words_only or not first:
            return self
        return Period(f"[{first}..]", stated=self.stated)

    def years_after(self, count: int) -> Period:
        """Return the same date or span so many years later, by arithmetic on the year alone.

        Raises `PeriodError` if the day does not exist in that year (29 February), if the year is
        outside 0001 to 9999, or if digits of it are left out.

        >>> Period("2024-04-08?").years_after(5)
        Period('2029-04-08?')
        """

        def moved(year: re.Match[str]) -> str:
            if "X" in year[0]:
                raise PeriodError(
                    self.edtf,
                    "no years can be added to a year with digits left out",
                    year.start(),
                )
            number = int(year[0]) + count
            if not datetime.MINYEAR <= number <= datetime.MAXYEAR:
                raise PeriodError(
                    self.edtf,
                    f"{count:+} years lead outside the years 0001 to 9999",
                    year.start(),
                )
            return f"{number:04d}"

        as_of = self.as_of and Period(self.as_of).years_after(count)
        return Period(_YEAR.sub(moved, self.edtf), as_of=as_of)

    def years_before(self, count: int) -> Period:
        """Return the same date or span so many years earlier; raises as `years_after` does.

        The 120th anniversary fell in 2024:

        >>> Period("2024").years_before(120)
        Period('1904')
        """
        return self.years_after(-count)

    def __str__(self) -> str:
        return self.edtf

    def __repr__(self) -> str:
        if self.in_words_only:
            return f"Period(stated={self.stated!r})"
        as_of = "" if self.as_of is None else f", as_of={str(self.as_of)!r}"
        stated = "" if self.stated is None else f", stated={self.stated!r}"
        return f"Period({self.edtf!r}{as_of}{stated})"


PeriodLike: TypeAlias = Period | datetime.date | str
"""What is accepted as a period: a `Period`, a `datetime.date`, or EDTF text."""

# Only a year has four digits in a row.
_YEAR = re.compile(r"[0-9X]{4}")


def _shape(value: PeriodLike) -> Shape:
    if not isinstance(value, Period):
        return edtf.read(_canonical(value))
    if value.as_of is None:
        return edtf.read(value.edtf)
    return edtf.read_as_of(value.edtf, value.as_of)


def definite_day(value: PeriodLike) -> datetime.date:
    """Return the one day of a date. Raises `QueryError` for anything vaguer or longer.

    >>> definite_day("2024-01-30")
    datetime.date(2024, 1, 30)
    """
    day = Period.of(value).day
    if day is None:
        raise QueryError(
            f"{str(value)!r} is not a definite day; write one, such as '2024-01-30'"
        )
    return day


def day_of_span(span: Period) -> Period | None:
    """Return the date that is one day of a span, or None if the span has no date at either end.

    >>> day_of_span(Period("../2024-05-31"))
    Period('[..2024-05-31]')
    """
    if span.start is None and span.end is None:
        return None
    return Period(f"[{span.start or ''}..{span.end or ''}]")


def hull(period: Period) -> tuple[int, int, bool]:
    """Return the first and last day that a period may cover, and whether it has no gaps.

    Days are ordinals. Two periods without gaps may share a day exactly if their hulls do.

    >>> first, last, _ = hull(Period("2024-01"))
    >>> last - first
    30
    >>> hull(Period("202X-01-30"))[2]
    False
    """
    runs = possible_days(period)
    return runs[0][0], runs[-1][1], len(runs) == 1


def possible_days(period: Period) -> Runs:
    """Return all days that a period may cover, as ordinals of the first and last of each run.

    >>> len(possible_days(Period("[2024-03,2024-05]")))
    2
    """
    return _window(_shape(period))


def overlaps_any(period: Period, windows: Sequence[Period]) -> Truth:
    """Return whether at least one day of a period is a day of any of some windows.

    There has to be a window. They count together: a day that is outside one of them may be a day of
    another.

    >>> spring = Period("2024-21")
    >>> overlaps_any(spring, [Period(month) for month in ("2024-03", "2024-04", "2024-05")])
    <Truth.YES>
    """
    best = reduce(or_, map(period.overlaps, windows))
    subject = _shape(period)
    if best is not Truth.MAYBE or subject.hedged:
        return best
    is_in_doubt = _fits(subject, days_outside(windows))
    return Truth.MAYBE if is_in_doubt else Truth.YES


def days_outside(windows: Iterable[Period]) -> Runs:
    """Return all days that are certainly in none of some windows, or only perhaps in one.

    >>> [(first, last)] = days_outside([Period("../2024-01-30"), Period("2024-02-01/..")])
    >>> str(datetime.date.fromordinal(first)), last == first
    ('2024-01-31', True)
    """
    # What a window in doubt adds is in doubt.
    runs = [
        run
        for frame in map(_shape, windows)
        if not _hedged_as_window(frame)
        for run in _window(frame)
    ]
    return _complement(tuple(sorted(runs)))


def surely_lasted(times: Iterable[Period], on: Period) -> bool:
    """Tell whether on each day that a date may be one of some periods has surely begun and not ended.

    >>> surely_lasted([Period("2020/2024-03-14"), Period("2024-03-15/..")], Period("2024-03"))
    True
    >>> surely_lasted([Period("2020/2024-03"), Period("2024-03/..")], Period("2024-03"))
    False
    """
    date = _shape(on)
    if date.hedged:
        return False
    runs = [certain_days(time) for time in times]
    outside = _complement(
        tuple(sorted(run for run in runs if run[0] <= run[1]))
    )
    return not _fits(date, outside)


def reach(period: Period) -> Run | None:
    """Return the first and the last day on which a period may be, as numbers; None if it is in doubt.

    One is certainly before another if its last day is less than the other's first, and only then.
    So many can be put in order, where to compare each with each would take long.

    >>> march, spring, about = map(Period, ("2024-03-04", "2024-21", "2023~"))
    >>> reach(march) < reach(Period("2024-03-05")), reach(spring), reach(about)
    (True, (738946, 739037), None)
    """
    shape = _shape(period)
    if shape.hedged:
        return None
    return _widest(shape)


def certain_days(period: Period) -> Run:
    """Return the first and last day on which a period surely lasts; of none the first is later."""
    shape = _shape(period)
    if shape.hedged:
        return AFTER_ALL, BEFORE_ALL
    # It has begun by the latest that it can start, given that it ends later, and the reverse.
    latest_start = _greatest(shape.start.reach, shape.end.reach[-1][1])
    earliest_end = _least(shape.end.reach, shape.start.reach[0][0])
    return latest_start, earliest_end


def _before(left: Shape, right: Shape) -> Truth:
    # The left may end before the right starts if the earliest that the left can end, given that
    # it has started, is earlier than the latest that the right can start.
    earliest_end = _least(left.end.reach, left.start.reach[0][0])
    latest_start = _greatest(right.start.reach, right.end.reach[-1][1])
    if earliest_end >= latest_start:
        return Truth.NO
    if left.hedged or right.hedged:
        return Truth.MAYBE
    is_apart = left.end.reach[-1][1] < right.start.reach[0][0]
    return Truth.YES if is_apart else Truth.MAYBE


def _hedged_as_window(shape: Shape) -> bool:
    return shape.hedged or End.UNKNOWN in (shape.start.kind, shape.end.kind)


def _widest(shape: Shape) -> Run:
    """Return the longest that a span can be: from its first possible start to its last end."""
    return shape.start.reach[0][0], shape.end.reach[-1][1]


def _window(shape: Shape) -> Runs:
    """Return all the days that a window counts as."""
    if shape.is_span:
        return (_widest(shape),)
    runs = shape.start.reach
    # All days until then: so what has no beginning lies within a set that has none.
    if shape.start.first < FIRST_DAY:
        runs = ((BEFORE_ALL, runs[0][1]), *runs[1:])
    if shape.start.last > LAST_DAY:
        runs = (*runs[:-1], (runs[-1][0], AFTER_ALL))
    return runs


def _complement(runs: Runs) -> Runs:
    """Return all days, and the two infinities, that are not in `runs`, which are sorted."""
    gaps: list[Run] = []
    first = BEFORE_ALL
    for run_first, run_last in runs:
        if first < run_first:
            gaps.append((first, run_first - 1))
        # The runs of several windows may lie within each other.
        first = max(first, run_last + 1)
    if first <= AFTER_ALL:
        gaps.append((first, AFTER_ALL))
    return tuple(gaps)


def _fits(shape: Shape, runs: Runs) -> bool:
    """Return whether all days of some completion lie in one of `runs`.

    A completion is one way in which a vague date or span may turn out. The one that needs the
    least room in a run starts as early as it can, and ends as early as it then can.
    """
    for first, last in runs:
        start = _least(shape.start.reach, first)
        if start > last:
            continue
        if _least(shape.end.reach, start) <= last:
            return True
    return False


def _touches(runs: Runs, run: Run) -> bool:
    """Return whether a day of `run` is in `runs`."""
    first, last = run
    return _least(runs, first) <= last


_first, _last = itemgetter(0), itemgetter(1)


def _least(runs: Runs, bound: int) -> int:
    """Return the least day in `runs` that is not before `bound`, or one after everything."""
    position = bisect_left(runs, bound, key=_last)
    if position == len(runs):
        return AFTER_ALL + 1
    return max(bound, runs[position][0])


def _greatest(runs: Runs, bound: int) -> int:
    """Return the greatest day in `runs` that is not after `bound`.

    `bound` must not be before all of them.
    """
    position = bisect_right(runs, bound, key=_first) - 1
    return min(bound, runs[position][1])
