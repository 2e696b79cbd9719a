"""Meetings, deadlines and recurring duties as a calendar that others subscribe to (RFC 5545).

icalendar is in the extra ``calendar``, so it is imported only for writing.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from attrs import frozen

from entente._dossier import Dossier, index_of
from entente._safe import document_line, is_web_address
from entente._text import words_of
from entente.answers._facts import commitment_facts, full_names_in
from entente.answers._occurrences import occurrences
from entente.answers._status import CommitmentStatus, history
from entente.answers._time_words import worded_deadlines, worded_runs
from entente.answers._times import runs_of
from entente.errors import MissingExtraError, QueryError
from entente.exports._revision import (
    NOTHING_DATED,
    bearing_on,
    checked_name,
    day_known,
    has_year,
    last_day,
    size_of,
)
from entente.records._display import caption
from entente.records._index import RecordIndex
from entente.records._model import (
    Commitment,
    Meeting,
    Metric,
    Record,
    Source,
)
from entente.records._parts import Place
from entente.records._recurrence import read_rule
from entente.records._vocabulary import MeetingState, Schedule
from entente.records._walk import references
from entente.records._wording import (
    date_text,
    day_text,
    participations_text,
    quantity_text,
)
from entente.values._edtf import FIRST_DAY, LAST_DAY
from entente.values._period import (
    Period,
    PeriodLike,
    definite_day,
    possible_days,
)
from entente.values._quantity import Quantity


@frozen(kw_only=True)
class Undated:
    """A record that a calendar leaves out: its `id`, and the `reason` for which it has no days."""

    id: str
    reason: str


@frozen(kw_only=True)
class Calendar:
    """A calendar: its text, as bytes of the format iCalendar, and what is `left_out` of it."""

    text: bytes
    left_out: tuple[Undated, ...]


def calendar(
    dossier: Dossier,
    *,
    name: str,
    on: PeriodLike | None = None,
    as_known: PeriodLike | None = None,
    page: Callable[[Record], str] | None = None,
) -> Calendar:
    """Return the meetings, deadlines and recurring duties of a dossier as a calendar.

    A deadline is the one in force, and says whether it was met by the day `on`: by default the last
    day on which anything in the dossier became known. With `as_known` it is that of what was known on
    that day. Of a set of days it is on the last one. A date
    that is not one definite day is a tentative entry over all its days, with its source's words. What
    has no day at all is listed in ``left_out``, and in the description of the calendar.

    `name` tells the entries from those of other dossiers, and has to stay. With it the same record
    has the same UID in each version of the calendar. DTSTAMP is the last day on which anything that
    bears on an entry became known, SEQUENCE a number that grows as more is recorded of that. Its URL is
    that of its first source, or if there is a `page` what that returns, the address of the record's
    own page.

    Raises `entente.errors.QueryError` if `name` is not written as an id, or a day is not one day, and
    `entente.errors.MissingExtraError` without the extra ``calendar``.

    >>> import entente
    >>> made = calendar(entente.example("promises-kept"), name="promises-kept")
    >>> for line in made.text.decode().splitlines()[22:27]:
    ...     print(line)
    SUMMARY:Met on time: Meet in Europe
    DTSTART;VALUE=DATE:20211001
    DTEND;VALUE=DATE:20211101
    DTSTAMP:20211101T000000Z
    UID:presidents-to-meet-in-europe.deadline@promises-kept
    """
    checked_name(name)
    index = index_of(dossier)
    day = day_known(dossier, on)
    tried = [_of_meeting(each, index) for each in dossier.meetings]
    tried += [
        _of_commitment(each, dossier, day, as_known)
        for each in dossier.commitments
        if _has_time(each)
    ]
    tried += [
        _of_target(metric, number, target.value, target.due)
        for metric in dossier.metrics
        for number, target in enumerate(metric.targets, 1)
        if target.due is not None
    ]
    entries = [each for each in tried if isinstance(each, _Listed)]
    left_out = [each for each in tried if isinstance(each, Undated)]
    entries.sort(key=lambda entry: (entry.first, entry.record.id))
    return Calendar(
        text=_as_text(
            entries,
            name,
            _about(day, as_known, left_out),
            index,
            day,
            page=page,
        ),
        left_out=tuple(left_out),
    )


@frozen(kw_only=True)
class _Listed:
    """An entry of a calendar: its record, its days as ordinals, and what is said of it.

    `last` is None if it has no end that is known. `rule` is that of a duty that recurs.
    """

    record: Meeting | Commitment | Metric
    what: str
    first: int
    last: int | None
    status: str
    summary: str
    lines: tuple[tuple[str, str], ...]
    rule: Mapping[str, object] | None = None
    places: tuple[Place, ...] = ()


_TENTATIVE: Final = "TENTATIVE"
_CONFIRMED: Final = "CONFIRMED"
_CANCELLED: Final = "CANCELLED"


# --- days ----------------------------------------------------------------------------------------


def _days(period: Period) -> tuple[int, int | None] | str:
    """Return the first day that a time may have, and its last if there is one; or why there is no first."""
    if period.in_words_only:
        return f"only its words are known: {date_text(period)}"
    runs = possible_days(period)
    first, last = runs[0][0], runs[-1][1]
    if first < FIRST_DAY or not has_year(period):
        return f"its first day is not known: {date_text(period)}"
    return first, last if last <= LAST_DAY else None


def _days_due(due: Period) -> tuple[int, int] | str:
    """Return the first and the last day on which a deadline may be; or why it has none."""
    days = _days(due if due.in_words_only else due.deadline)
    if isinstance(days, str):
        return days
    first, last = days
    if last is None:
        return f"it has no last day: {date_text(due)}"
    return first, last


def _is_definite(period: Period) -> bool:
    """Tell whether it is certain which days a time has."""
    if not period.is_span:
        return period.day is not None
    ends = (period.start, period.end)
    known = all(end is not None and end.day is not None for end in ends)
    return known or (period.is_open_end and _begins_on_a_day(period))


def _begins_on_a_day(period: Period) -> bool:
    return period.start is not None and period.start.day is not None


# --- meetings ------------------------------------------------------------------------------------

_OF_STATES: Final = {
    MeetingState.PROPOSED: _TENTATIVE,
    MeetingState.CANCELLED: _CANCELLED,
}
"""The status of meetings that are neither planned nor held, whose title says so, too."""


def _of_meeting(meeting: Meeting, index: RecordIndex) -> _Listed | Undated:
    when = meeting.when
    days = "no date is on record" if when is None else _days(when)
    if when is None or isinstance(days, str):
        return Undated(id=meeting.id, reason=f"meeting: {days}")
    name_of = full_names_in(index)
    parties = ", ".join(map(name_of, meeting.parties))
    vague = _CONFIRMED if _is_definite(when) else _TENTATIVE
    return _Listed(
        record=meeting,
        what="meeting",
        first=days[0],
        last=days[1],
        status=_OF_STATES.get(meeting.state, vague),
        summary=_meeting_title(meeting, when, days),
        lines=(
            ("when", date_text(when)),
            ("state", words_of(meeting.state)),
            ("parties", parties),
            (
                "taking part",
                participations_text(meeting.participations, name_of),
            ),
        ),
        places=meeting.places,
    )


def _meeting_title(
    meeting: Meeting, when: Period, days: tuple[int, int | None]
) -> str:
    """Return the name of a meeting after its state and what its days are, so far as these are unusual."""
    state = meeting.state if meeting.state in _OF_STATES else ""
    before = ", ".join(filter(None, (state, _vagueness(when, days))))
    return _titled(before, meeting.name) if before else meeting.name


def _vagueness(when: Period, days: tuple[int, int | None]) -> str:
    """Return what the days of an entry are if they are not certainly those of its meeting."""
    if _is_definite(when):
        return ""
    first, last = days
    if last is None:
        since = "from this day" if when.is_span else "on this day"
        return since if _begins_on_a_day(when) else f"{since} or later"
    if when.is_span:
        return "within these days"
    return "perhaps on this day" if first == last else "on one of these days"


def _titled(word: str, title: str) -> str:
    return f"{words_of(word).capitalize()}: {title}"


# --- commitments ---------------------------------------------------------------------------------

_TOLD: Final = frozenset(
    {
        Schedule.MET_ON_TIME,
        Schedule.MET_LATE,
        Schedule.LIFTED,
        Schedule.OVERDUE,
        Schedule.BREACHED,
    }
)
"""The verdicts that a title tells; any other promise has a deadline or is a duty, maybe conditional."""


def _has_time(commitment: Commitment) -> bool:
    """Tell whether a commitment has a deadline or recurs on days, as far as it says so itself."""
    return (
        commitment.recurrence is not None
        or commitment.due is not None
        or commitment.due_from is not None
        or any(report.due is not None for report in commitment.reports)
    )


def _of_commitment(
    commitment: Commitment,
    dossier: Dossier,
    day: datetime.date | None,
    as_known: PeriodLike | None,
) -> _Listed | Undated:
    index = index_of(dossier)
    status = dossier.status(commitment, on=day, as_known=as_known)
    if commitment.recurrence is not None:
        return _of_duty(commitment, status, day, index)
    due = status.due
    if due is None:
        return Undated(id=commitment.id, reason="deadline: none was set yet")
    in_force = worded_deadlines(
        commitment, status.deadlines, index, full_names_in(index)
    )[-1]
    days = _days_due(due)
    if in_force.date is None:
        waits = "it waits for a date that is not on record"
        why = waits if in_force.waits else "only its words are known"
        days = f"{why}: {in_force.text}"
    if isinstance(days, str):
        return Undated(id=commitment.id, reason=f"deadline: {days}")
    is_sure = _is_definite(due.deadline)
    return _Listed(
        record=commitment,
        what="deadline",
        first=days[0],
        last=days[1],
        status=_status_of(status.schedule, sure=is_sure),
        summary=_summary(commitment, status.schedule, "deadline"),
        lines=(
            *_deadline_lines(commitment, status, index),
            *_lines_of(commitment, index),
        ),
    )


def _summary(
    commitment: Commitment, verdict: Schedule | None, what: str
) -> str:
    """Return a title that begins with a verdict, or with what the entry is."""
    if verdict is not None and verdict in _TOLD:
        what = verdict
    elif verdict is Schedule.CONDITIONAL:
        what = f"conditional {what}"
    title = commitment.label or caption(commitment)
    return _titled(what, title.removesuffix("."))


def _status_of(verdict: Schedule | None, *, sure: bool) -> str:
    if verdict is Schedule.LIFTED:
        return _CANCELLED
    return _CONFIRMED if sure else _TENTATIVE


def _deadline_lines(
    commitment: Commitment, status: CommitmentStatus, index: RecordIndex
) -> Iterator[tuple[str, str]]:
    """Yield the deadline in force, who set it if it was moved, and those before it."""
    name_of = full_names_in(index)
    *before, in_force = worded_deadlines(
        commitment, status.deadlines, index, name_of
    )
    yield "due", in_force.text
    if status.schedule is not None:
        yield "status", words_of(status.schedule)
    if before:
        yield "due before that", "; ".join(each.text for each in before)
    for report in commitment.reports:
        if report.due is not None and report.due == status.due:
            yield "moved by", f"{name_of(report.by)}, {date_text(report.on)}"


def _lines_of(
    commitment: Commitment, index: RecordIndex
) -> Iterator[tuple[str, str]]:
    """Yield who promised what to whom, and what it depends on."""
    name_of = full_names_in(index)
    yield "promise", commitment.summary
    for field in ("by", "to"):
        yield field, ", ".join(map(name_of, getattr(commitment, field)))
    yield "made", date_text(commitment.made)
    yield "wording", ", ".join(commitment.wording)
    yield from commitment_facts(commitment, index, name_of)


# --- targets of metrics --------------------------------------------------------------------------


def _of_target(
    metric: Metric, number: int, value: Quantity, due: Period
) -> _Listed | Undated:
    text = quantity_text(value)
    days = _days_due(due)
    if isinstance(days, str):
        return Undated(id=metric.id, reason=f"target of {text}: {days}")
    return _Listed(
        record=metric,
        what=f"target-{number}",
        first=days[0],
        last=days[1],
        status=_CONFIRMED if _is_definite(due.deadline) else _TENTATIVE,
        summary=_titled("target", f"{metric.name}: {text}"),
        lines=(("due", date_text(due)),),
    )


# --- recurring duties ----------------------------------------------------------------------------

_LOOKED_AHEAD: Final = (1, 10, 100, 10_000)
"""In so many years the first day of a rule is looked for."""


def _of_duty(
    commitment: Commitment,
    status: CommitmentStatus,
    day: datetime.date | None,
    index: RecordIndex,
) -> _Listed | Undated:
    worded = worded_runs(commitment, index, full_names_in(index))
    try:
        first = _first_day(commitment, index)
    except QueryError:
        # The error says how to write a first day, which no reader of a calendar can.
        why = "nothing says when it begins"
        if worded is not None:
            why = f"it begins on no definite day: {worded.text}"
        return Undated(id=commitment.id, reason=f"duty: {why}")
    if first is None:
        return Undated(
            id=commitment.id, reason="duty: its rule has no day in its time"
        )
    runs = runs_of(commitment, index)
    is_sure = runs is not None and _is_definite(runs)
    # Any other verdict is one on the day that came last.
    is_of_all = status.schedule in (Schedule.LIFTED, Schedule.CONDITIONAL)
    verdict = status.schedule if is_of_all else None
    return _Listed(
        record=commitment,
        what="duty",
        first=first.toordinal(),
        last=first.toordinal(),
        status=_status_of(verdict, sure=is_sure),
        summary=_summary(commitment, verdict, "duty"),
        lines=(
            ("runs", "" if worded is None else worded.text),
            *_lines_of(commitment, index),
        ),
        rule=_rule_of(commitment, first, _given_up(status, day), index),
    )


def _first_day(
    commitment: Commitment, index: RecordIndex
) -> datetime.date | None:
    """Return the first day on which a duty falls due. Raises `QueryError` if its time has no first day."""
    runs = runs_of(commitment, index)
    start = None if runs is None else runs.start
    since = (start and start.earliest) or datetime.date.min
    for years in _LOOKED_AHEAD:
        last = min(since.year + years, datetime.MAXYEAR)
        found = occurrences(commitment, index, between=f"../{last:04}")
        if found:
            return found[0]
    return None


def _given_up(
    status: CommitmentStatus, day: datetime.date | None
) -> datetime.date | None:
    """Return the last day on which a duty fell due, if none follows: it may have been given up."""
    last = max(status.occurrences, default=None)
    if last is None or day is None or last >= day:
        return None
    return last


def _rule_of(
    commitment: Commitment,
    first: datetime.date,
    given_up: datetime.date | None,
    index: RecordIndex,
) -> Mapping[str, object]:
    """Return the rule of a duty with the end of its time, which a calendar cannot say otherwise."""
    text = commitment.recurrence or ""
    parts: dict[str, object] = {
        name: value.split(",")
        for name, _, value in (part.partition("=") for part in text.split(";"))
    }
    rule = read_rule(text)
    runs = runs_of(commitment, index)
    end = LAST_DAY + 1 if runs is None else possible_days(runs)[-1][1]
    ends = [each for each in (rule.until, given_up) if each is not None]
    if end <= LAST_DAY:
        ends.append(datetime.date.fromordinal(end))
    until = min(ends, default=None)
    if until is None:
        return parts
    if rule.count is not None:
        days = occurrences(commitment, index, between=(first, until))
        if len(days) == rule.count:
            return parts
        # A rule has no count beside an end.
        del parts["COUNT"]
    return parts | {"UNTIL": until}


# --- writing -------------------------------------------------------------------------------------


def _as_text(
    entries: Iterable[_Listed],
    name: str,
    about: str,
    index: RecordIndex,
    day: datetime.date | None,
    *,
    page: Callable[[Record], str] | None,
) -> bytes:
    """Return entries in the format, folded and escaped by icalendar."""
    try:
        import icalendar  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("writing a calendar", "calendar") from error
    made = icalendar.Calendar()
    made.add("prodid", "-//entente//entente-dossier//EN")
    made.add("version", "2.0")
    # The name of RFC 7986, and the one that most programs look for.
    made.add("name", name)
    made.add("x-wr-calname", name)
    for property in ("description", "x-wr-caldesc"):
        made.add(property, icalendar.vText(about))
    for entry in entries:
        event = icalendar.Event()
        for property, value in _properties(entry, name, index, day):
            event.add(property, value)
        if page is not None:
            event.pop("url", None)
            event.add("url", page(entry.record))
        made.add_component(event)
    written: bytes = made.to_ical()
    return written


def _properties(
    entry: _Listed, name: str, index: RecordIndex, day: datetime.date | None
) -> Iterator[tuple[str, object]]:
    """Yield the properties of an entry."""
    record = entry.record
    bearing = bearing_on(record, index)
    turns = _turns(record, index, day)
    known = max(
        filter(None, (last_day(bearing, index), *turns)), default=NOTHING_DATED
    )
    yield "uid", f"{record.id}.{entry.what}@{name}"
    yield "dtstamp", datetime.datetime(known.year, known.month, known.day, tzinfo=datetime.UTC)  # fmt: skip
    yield "sequence", size_of(bearing) + len(turns)
    yield "dtstart", datetime.date.fromordinal(entry.first)
    yield from _end(entry)
    if entry.rule is not None:
        yield "rrule", entry.rule
    yield "summary", document_line(entry.summary)
    yield "status", entry.status
    # Nobody's day is taken by the deadline of a government.
    yield "transp", "TRANSPARENT"
    sources = _sources_of(record, index)
    lines = [f"{noun}: {text}" for noun, text in entry.lines if text]
    lines += [f"source: {_title(source)}" for source in sources]
    yield "description", _text(lines)
    themes = [index[theme] for theme in record.themes]
    if themes:
        yield "categories", [document_line(caption(theme)) for theme in themes]
    if entry.places:
        yield "location", document_line("; ".join(_place(each, index) for each in entry.places))  # fmt: skip
    for address in [each.address for each in sources][:1]:
        if address is not None and is_web_address(address):
            yield "url", address


def _turns(
    record: Record, index: RecordIndex, day: datetime.date | None
) -> list[datetime.date]:
    """Return the days until a last one on which time alone may have changed what is said of a deadline."""
    if day is None or not isinstance(record, Commitment):
        return []
    days = [each for each, _ in history(record, index)]
    return [
        datetime.date.fromordinal(each)
        for each in days
        if FIRST_DAY < each <= day.toordinal()
    ]


def _end(entry: _Listed) -> Iterator[tuple[str, object]]:
    """Yield the end of an entry. That of whole days is the day after the last."""
    # An entry without an end is of one day. The year 10000 has no notation.
    if entry.last is None or entry.last == entry.first:
        return
    if entry.last < LAST_DAY:
        yield "dtend", datetime.date.fromordinal(entry.last + 1)
    else:
        days = entry.last - entry.first + 1
        yield "duration", datetime.timedelta(days=days)


def _about(
    day: datetime.date | None,
    as_known: PeriodLike | None,
    left_out: Iterable[Undated],
) -> str:
    """Return what is said of the whole calendar: for which day it stands, and what is not in it."""
    known = ""
    if as_known is not None:
        known = f", from what was known on {day_text(definite_day(as_known))}"
    lines = [] if day is None else [f"As of {day_text(day)}{known}."]
    listed = [f"{each.id}: {each.reason}" for each in left_out]
    if listed:
        lines += ["Left out, since no day is known:", *listed]
    return _text(lines)


def _text(lines: Iterable[str]) -> str:
    return "\n".join(map(document_line, lines))


def _place(place: Place, index: RecordIndex) -> str:
    if place.country is None:
        return place.name
    return f"{place.name}, {caption(index[place.country])}"


def _sources_of(record: Record, index: RecordIndex) -> list[Source]:
    """Return the sources that a record cites, each once."""
    cited = dict.fromkeys(
        id for _, id, kinds in references(record) if kinds == ("source",)
    )
    found = [index[id] for id in cited]
    return [each for each in found if isinstance(each, Source)]


def _title(source: Source) -> str:
    return ", ".join(filter(None, (source.title, source.address)))
