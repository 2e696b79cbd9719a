"""The rules of the page on status and verdicts, world by world: plain, slow, and none of the library's own reasoning.

A date that is vague is tried on each of its days, and whatever else the page leaves open (which of two reports
of one day came first, whether "done" was meant of both promisors) in each way. The verdict is definite if all of
these worlds give the same.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, permutations
from typing import Any, Final, TypeVar

from attrs import evolve, field, frozen, mutable

from entente import (
    Agreement,
    Commitment,
    CommitmentKind,
    Event,
    LinkKind,
    Meeting,
    MeetingState,
    Metric,
    Minister,
    Office,
    Party,
    PartyKind,
    Period,
    Record,
    Report,
    ReportedStatus,
    Schedule,
    Source,
)

Day = datetime.date
T = TypeVar("T")

FIRST_OF_ALL: Final = (
    Schedule.BREACHED,
    Schedule.OVERDUE,
    Schedule.UNKNOWN,
    Schedule.DUE,
    Schedule.NOT_DUE,
    Schedule.CONDITIONAL,
    Schedule.RUNNING,
    Schedule.KEPT_SO_FAR,
    Schedule.NO_DEADLINE,
    Schedule.OVER,
    Schedule.MET_LATE,
    Schedule.MET_ON_TIME,
    Schedule.LIFTED,
)
"""What is true of several promisors is the first of these that is true of any."""

NO_OBSERVATIONS: Final = {
    ReportedStatus.WITHDRAWN,
    ReportedStatus.SUPERSEDED,
    ReportedStatus.MODIFIED,
}
STEPS: Final = ("adopted", "announced", "signed", "in_force")
"""The days on any of which an agreement fulfils a promise."""
GIVEN_UP: Final = {ReportedStatus.WITHDRAWN, ReportedStatus.SUPERSEDED}
CHANGES: Final = {*GIVEN_UP, ReportedStatus.MODIFIED}
DONE: Final = ReportedStatus.COMPLETED
BROKEN: Final = ReportedStatus.BREACHED

MISSED: Final = {Schedule.OVERDUE, Schedule.UNKNOWN}

MOST_WORLDS: Final = 1_000
_A_DAY: Final = datetime.timedelta(days=1)
_NEVER_ENDS: Final = Day.max


# --- worlds --------------------------------------------------------------------------------------


class NoSuchWorldError(Exception):
    """The days that were chosen cannot go together."""


class TooManyWorldsError(Exception):
    """There are more worlds than can be tried in the time of a test."""


@mutable
class World:
    """One way in which everything vague turns out; `tape` says which, choice by choice."""

    tape: Sequence[int] = ()
    taken: list[tuple[int, int]] = field(factory=list)
    chosen: dict[object, Any] = field(factory=dict)
    words: dict[tuple[str, str], list[Word]] = field(factory=dict)
    voices: dict[tuple[str, Day], set[str]] = field(factory=dict)

    def choose(self, what: object, options: Iterable[T]) -> T:
        """Return the option that is so in this world; asked again, the same one."""
        if what not in self.chosen:
            listed = list(options)
            number = (
                self.tape[len(self.taken)]
                if len(self.taken) < len(self.tape)
                else 0
            )
            self.taken.append((number, len(listed)))
            self.chosen[what] = listed[number]
        found: T = self.chosen[what]
        return found


def all_worlds() -> Iterator[World]:
    """Give every world, as far as its choices are asked for."""
    tape: list[int] | None = []
    while tape is not None:
        world = World(tape)
        yield world
        taken = world.taken
        while taken and taken[-1][0] + 1 == taken[-1][1]:
            taken.pop()
        tape = [number for number, _ in taken] if taken else None
        if tape:
            tape[-1] += 1


# --- dates ---------------------------------------------------------------------------------------


def _between(first: Day, last: Day) -> list[Day]:
    return [
        first + _A_DAY * number for number in range((last - first).days + 1)
    ]


def _bounds(text: str) -> tuple[Day, Day]:
    """Return the first and last day of a plain date: a day, a month, or a day without its last digit."""
    if text.endswith("X"):
        first = text.replace("0X", "01").replace("X", "0")
        return Day.fromisoformat(first), Day.fromisoformat(f"{text[:-1]}9")
    if len(text) == len("2024-03"):
        start = Day.fromisoformat(f"{text}-01")
        next_month = (start + _A_DAY * 31).replace(day=1)
        return start, next_month - _A_DAY
    return Day.fromisoformat(text), Day.fromisoformat(text)


@cache
def days_of(text: str, calendar: tuple[Day, ...]) -> list[Day]:
    """Return each day that a date may be."""
    if text.endswith("?"):
        return list(calendar)
    if text.endswith("~"):
        first, last = _bounds(text[:-1])
        return _between(first - _A_DAY, last + _A_DAY)
    # What takes several days may have come on any of them.
    if "/" in text:
        first, last = map(Day.fromisoformat, text.split("/"))
        return _between(first, last)
    if not text.startswith("["):
        return _between(*_bounds(text))
    found: list[Day] = []
    for part in text.strip("[]").split(","):
        first_text, _, last_text = part.partition("..")
        first, last = _bounds(first_text)
        found += _between(first, _bounds(last_text)[1] if last_text else last)
    return found


@frozen
class Deadline:
    """A deadline: the first day on which it is due, and the last; `doubted` if nobody can be sure that it is over."""

    first: Day
    last: Day
    doubted: bool = False


def deadline_of(date: Period) -> Deadline | None:
    """Read a deadline; one without a last day is none."""
    text = str(date)
    if date.in_words_only:
        return Deadline(Day.min, Day.min, doubted=True)
    if text.endswith(("?", "~")):
        first, last = _bounds(text[:-1])
        widened = _A_DAY if text.endswith("~") else _A_DAY * 0
        return Deadline(first - widened, last + widened, doubted=True)
    last_date = re.split(r",|\.\.", text.strip("[]"))[-1]
    if not last_date:
        return None
    return Deadline(*_bounds(last_date))


# --- who speaks for whom -------------------------------------------------------------------------


@frozen
class Records:
    """The records of a dossier, and the days that a date may be of which nothing is known."""

    by_id: dict[str, Record]
    calendar: tuple[Day, ...]

    @property
    def commitments(self) -> Iterator[Commitment]:
        return (
            each
            for each in self.by_id.values()
            if isinstance(each, Commitment)
        )

    def reporters(self, author: str, day: Day, world: World) -> set[str]:
        """Return whose word it is what somebody says on a day."""
        if (author, day) not in world.voices:
            world.voices[author, day] = self._reporters(author, day, world)
        return world.voices[author, day]

    def _reporters(self, author: str, day: Day, world: World) -> set[str]:
        record = self.by_id.get(author)
        match record:
            case Party(kind=PartyKind.BODY, independent=False) if (
                record.part_of
            ):
                wholes = [each.party for each in record.part_of]
            case Office():
                wholes = [record.party]
            case Minister():
                wholes = [
                    tenure.office
                    for tenure in record.tenures
                    if self.lasts(str(tenure.period), day, (author, world))
                ]
            case Source():
                wholes = list(record.issued_by)
            case Party(kind=PartyKind.GROUPING):
                wholes = [each.party for each in record.members]
            case _:
                wholes = []
        if not wholes:
            return {author}
        return set().union(
            *(self.reporters(each, day, world) for each in wholes)
        )

    def lasts(self, span: str, day: Day, minister: tuple[str, World]) -> bool:
        """Whether a tenure lasts on a day; its vague end is the same for all of a minister's reports."""
        name, world = minister
        first, last = (
            days_of(text, self.calendar) for text in span.split("/")
        )
        if day < first[0] or day > last[-1]:
            return False
        if first[-1] <= day <= last[0]:
            return True
        begins, ends = (
            options[0]
            if len(options) == 1
            else world.choose((name, span, options[0]), options)
            for options in (first, last)
        )
        return begins <= day <= ends

    def speaks_for(self, reporter: str, party: str) -> bool:
        """Whether a reporter is the party, or a member of the grouping that it is."""
        record = self.by_id.get(party)
        return reporter == party or (
            isinstance(record, Party)
            and record.kind is PartyKind.GROUPING
            and any(
                self.speaks_for(reporter, member.party)
                for member in record.members
            )
        )


# --- one world -----------------------------------------------------------------------------------


@frozen
class Word:
    """A report that has come, as the word of one reporter on one promisor; `own` if they are the same."""

    place: int
    reporter: str
    day: Day
    status: ReportedStatus
    own: bool
    due: Period | None
    contradicted: bool = False

    @property
    def observes(self) -> bool:
        return self.status not in NO_OBSERVATIONS

    @property
    def rank(self) -> int:
        """Its place in the course of its day, among the words of one reporter."""
        if self.status is DONE:
            return 2
        return 1 if self.status in CHANGES else 0


@frozen
class Disputed:
    """Nobody can say whether a promise is done; if it is, it was on one of these days."""

    days: frozenset[Day]


@frozen
class Judge:
    """Judges promises in one world, as of a day and as known on another."""

    records: Records
    world: World
    on: Day
    as_known: Day

    # What has come.

    def day(self, what: object, date: Period | None) -> Day | None:
        """Return the day that a date is in this world; one that is missing may be any, or none."""
        if date is None:
            return self.world.choose(what, [*self.records.calendar, None])
        days = days_of(str(date), self.records.calendar)
        return days[0] if len(days) == 1 else self.world.choose(what, days)

    def come(self, what: object, date: Period | None) -> list[Day]:
        """Return the day of something that has happened, or nothing."""
        day = self.day(what, date)
        has_come = day is not None and day <= min(self.on, self.as_known)
        return [day] if has_come and day is not None else []

    def words(self, promise: Commitment, party: str) -> list[Word]:
        """Return what was said of what one promisor did."""
        known = self.world.words
        if (promise.id, party) not in known:
            said = [*self.say(promise, party)]
            known[promise.id, party] = self.of_this_one(promise, party, said)
        return known[promise.id, party]

    def of_this_one(
        self, promise: Commitment, party: str, said: list[Word]
    ) -> list[Word]:
        """Leave out what others say of all, if anything was observed of this one."""
        if len(promise.by) == 1 or promise.kind is CommitmentKind.PROCESS:
            return said
        by_name = {
            word.place
            for word in said
            if word.own or promise.reports[word.place].of is not None
        }
        if not any(word.observes for word in said if word.place in by_name):
            return said
        return [
            word
            for word in said
            if word.place in by_name or word.status in {DONE, BROKEN}
        ]

    def say(self, promise: Commitment, party: str) -> Iterator[Word]:
        return (
            Word(
                place,
                reporter,
                day,
                report.status,
                self.records.speaks_for(reporter, party),
                report.due,
            )
            for place, report in enumerate(promise.reports)
            if (day := self.report_day(promise, place, report)) is not None
            for reporter in sorted(
                self.records.reporters(report.by, day, self.world)
            )
            if self.judges(promise, place, reporter, day, party)
        )

    def report_day(
        self, promise: Commitment, place: int, report: Report
    ) -> Day | None:
        what = (promise.id, place)
        day = self.day((*what, "on"), report.on)
        known = (
            day
            if report.known is None
            else self.day((*what, "known"), report.known)
        )
        assert day is not None
        assert known is not None
        if known < day:
            raise NoSuchWorldError
        return day if day <= self.on and known <= self.as_known else None

    def judges(
        self,
        promise: Commitment,
        place: int,
        reporter: str,
        day: Day,
        party: str,
    ) -> bool:
        """Whether a report, as the word of a reporter, judges what one promisor did."""
        report = promise.reports[place]
        if report.of is not None:
            return report.of == party
        speaks_for = self.records.speaks_for
        together = self.records.reporters(report.by, day, self.world)
        by_all = all(
            any(speaks_for(each, promisor) for each in together)
            for promisor in promise.by
        )
        by_outsider = not any(
            speaks_for(each, promisor)
            for each in together
            for promisor in promise.by
        )
        by_this_one = any(speaks_for(each, party) for each in together)
        if by_all or by_outsider or by_this_one:
            return True
        if promise.kind is CommitmentKind.PROCESS:
            return True
        meant = (promise.id, place, "meant of", party)
        return report.status is DONE and self.world.choose(
            meant, (False, True)
        )

    # 1. Broken.

    def last_word(self, promise: Commitment, said: list[Word]) -> Word:
        """Return the last that one reporter observed."""
        last_day = max(word.day for word in said)
        broken = [word.day for word in said if word.status is BROKEN]
        if promise.kind is CommitmentKind.PROHIBITION and broken:
            done = [word.day for word in said if word.status is DONE]
            if max(done, default=Day.min) <= max(broken):
                last_day = max(broken)
        of_that_day = [word for word in said if word.day == last_day]
        last = max(of_that_day, key=lambda word: word.rank)
        statuses = {word.status for word in of_that_day}
        if BROKEN in statuses:
            return evolve(last, contradicted=len(statuses) > 1)
        return last

    def last_words(
        self, promise: Commitment, words: list[Word]
    ) -> dict[str, Word]:
        """Return the last word of each reporter."""
        observed = [word for word in words if word.observes]
        return {
            reporter: self.last_word(
                promise,
                [word for word in observed if word.reporter == reporter],
            )
            for reporter in sorted({word.reporter for word in observed})
        }

    def broken(self, last_words: dict[str, Word]) -> Schedule | None:
        words = last_words.values()
        if any(word.contradicted for word in words):
            return Schedule.UNKNOWN
        days = [word.day for word in words if word.status is BROKEN]
        if not days:
            return None
        denied = any(
            word.status is not BROKEN and word.day >= max(days)
            for word in words
        )
        return Schedule.UNKNOWN if denied else Schedule.BREACHED

    # 2. Done.

    def done(
        self, promise: Commitment, party: str
    ) -> frozenset[Day] | Disputed:
        """Return the days on which it may have been done: none if it was not."""
        words = self.words(promise, party)
        last_words = self.last_words(promise, words)
        is_broken = self.broken(last_words)
        possible: set[Day] = set()
        latest: list[Day] = []
        for last in last_words.values():
            if last.status is DONE:
                latest.append(last.day)
                possible |= self.days_reported(words, last)
        for days in [*self.fulfilments(promise), self.parts_done(promise)]:
            latest += days
            possible |= set(days)
        denied = bool(latest) and any(
            word.status is not DONE and word.day >= max(latest)
            for word in last_words.values()
        )
        if is_broken is Schedule.BREACHED:
            return frozenset()
        if is_broken is Schedule.UNKNOWN or denied:
            return Disputed(frozenset(possible))
        return frozenset(possible)

    def days_reported(self, words: list[Word], last: Word) -> set[Day]:
        """Return the days of which a reporter says that it was done, without saying anything else in between."""
        own = [
            word
            for word in words
            if word.observes
            and word.reporter == last.reporter
            # Of a prohibition the last word may be a breach that came before others.
            and word.day <= last.day
        ]
        in_a_row: list[Day] = []
        for day in sorted({word.day for word in own}, reverse=True):
            said = {word.status for word in own if word.day == day}
            if DONE not in said:
                break
            in_a_row.append(day)
            # Of a breach and a completion of one day nobody can say which came first.
            if said - {DONE, BROKEN}:
                break
        in_a_row.reverse()
        denials = [
            word.day
            for word in words
            if word.observes
            and word.status is not DONE
            and (word.reporter != last.reporter or word.status is BROKEN)
        ]
        return {
            in_a_row[0],
            *(
                later
                for earlier, later in pairwise(in_a_row)
                if any(earlier <= day <= later for day in denials)
            ),
        }

    def fulfilments(self, promise: Commitment) -> Iterator[list[Day]]:
        """Give the days on which each record that fulfils a promise did so."""
        for record in self.records.by_id.values():
            if (LinkKind.FULFILS, promise.id) not in _links(record):
                continue
            what = (record.id, "day")
            match record:
                case Meeting(state=MeetingState.HELD) | Event():
                    yield self.come(what, record.when)
                case Commitment():
                    yield self.done_on(record)
                case Agreement():
                    steps = [
                        name
                        for name in STEPS
                        if getattr(record, name) is not None
                    ]
                    if steps:
                        step = self.world.choose((*what, "of"), steps)
                        yield self.come(
                            (record.id, step), getattr(record, step)
                        )
                case _:
                    pass

    def parts_done(self, promise: Commitment) -> list[Day]:
        parts = [
            each
            for each in self.records.commitments
            if each.part_of == promise.id
        ]
        days = [self.done_on(part) for part in parts]
        return [max(day for (day,) in days)] if days and all(days) else []

    def done_on(self, promise: Commitment) -> list[Day]:
        """Return the day on which all promisors had done it in this world, or nothing."""
        days: list[Day | None] = []
        for party in promise.by:
            done = self.done(promise, party)
            options: list[Day | None]
            if isinstance(done, Disputed):
                options = [None, *sorted(done.days)]
            else:
                options = [*sorted(done)] or [None]
            what = (promise.id, "done by", party)
            days.append(self.world.choose(what, options))
        found = [day for day in days if day is not None]
        return [max(found)] if found and len(found) == len(days) else []

    # Deadlines.

    def deadline(
        self, promise: Commitment, words: list[Word], day: Day
    ) -> Deadline | None:
        """Return the deadline in force on a day."""
        if promise.kind is CommitmentKind.PROHIBITION:
            return None
        current = self.first_deadline(promise)
        moves = {
            word.place: word
            for word in words
            if word.own and word.due is not None and word.day <= day
        }
        for moved_on in sorted({word.day for word in moves.values()}):
            together = [
                word for word in moves.values() if word.day == moved_on
            ]
            what = (promise.id, "moves of", moved_on, *together)
            orders = filter(_in_order, permutations(together))
            for word in self.world.choose(what, orders):
                if (
                    current is None
                    or current.doubted
                    or moved_on <= current.last
                ):
                    assert word.due is not None
                    current = deadline_of(word.due)
        return current

    def first_deadline(self, promise: Commitment) -> Deadline | None:
        if promise.due is not None:
            return deadline_of(promise.due)
        if promise.due_from is None:
            return None
        anchor = self.records.by_id[promise.due_from.record]
        assert isinstance(anchor, Event)
        if anchor.when is None:
            return Deadline(Day.min, Day.min, doubted=True)
        days = [Day.fromisoformat(day) for day in str(anchor.when).split("/")]
        # "Before" is before the first day; "after" is after the last one, and "at" is by it.
        before = promise.due_from.before
        length = re.fullmatch(
            r"P(\d+)D", str(promise.due_from.after or before)
        )
        many = 0 if length is None else int(length[1])
        due = days[-1] + _A_DAY * many
        if before is not None:
            due = days[0] - _A_DAY * many
        return Deadline(due, due)

    def is_over(self, deadline: Deadline, day: Day) -> bool:
        if deadline.doubted and day >= deadline.first:
            return self.world.choose((deadline, "over", day), (False, True))
        return day > deadline.last

    # 4. Conditional.

    def conditions(self, promise: Commitment) -> list[list[Day]]:
        """Return the day on which each condition came, or nothing."""
        return [self.condition(each.waits_for) for each in promise.conditions]

    def condition(self, waits_for: str | None) -> list[Day]:
        record = None if waits_for is None else self.records.by_id[waits_for]
        match record:
            case Meeting(state=MeetingState.HELD):
                return self.come((record.id, "day"), record.when)
            case Event() if record.when is not None:
                return self.come((record.id, "day"), record.when)
            case Agreement() if record.in_force is not None:
                return self.come((record.id, "in_force"), record.in_force)
            case Commitment():
                return self.done_on(record)
            case Metric():
                return self.met(record)
            case _:
                return []

    def met(self, metric: Metric) -> list[Day]:
        """Return the end of the observations by which every target, at least a number, was met."""
        figures: dict[str, set[int]] = {}
        for each in metric.observations:
            number = int(re.sub(r"\D", "", str(each.value)))
            figures.setdefault(str(each.period), set()).add(number)
        ends: list[Day] = []
        for position, target in enumerate(metric.targets):
            enough = int(re.sub(r"\D", "", str(target.value)))
            # Of several figures for the same time any may be right.
            reached = [
                _bounds(period.rpartition("/")[2])[1]
                for period, numbers in figures.items()
                if self.world.choose(
                    (metric.id, position, period), sorted(numbers)
                )
                >= enough
            ]
            if not reached:
                return []
            ends.append(min(reached))
        end = max(ends)
        return [end] if end <= min(self.on, self.as_known) else []

    # The rules, in their order.

    def verdict(self, promise: Commitment, party: str) -> set[Schedule]:
        """Return the words that may be true of one promisor in this world."""
        words = self.words(promise, party)
        broken = self.broken(self.last_words(promise, words))
        if broken is not None:
            return {broken}
        if (
            promise.recurrence is not None
            and promise.kind is not CommitmentKind.PROHIBITION
        ):
            return {self.recurring(promise, party, words)}
        done = self.done(promise, party)
        if isinstance(done, Disputed):
            return {Schedule.UNKNOWN}
        found: set[Schedule] = set()
        for day in done:
            deadline = self.deadline(promise, words, day)
            found.add(
                self.by_its_kind(promise, None)
                if deadline is None
                else self.done_in_time(promise, deadline, day)
            )
        return found or {self.not_done(promise, party, words)}

    def done_in_time(
        self, promise: Commitment, deadline: Deadline, day: Day
    ) -> Schedule:
        if deadline.doubted and day >= deadline.first:
            return Schedule.UNKNOWN
        if not self.is_over(deadline, day):
            return Schedule.MET_ON_TIME
        if not self.was_bound(promise, deadline):
            return Schedule.UNKNOWN
        return Schedule.MET_LATE

    def was_bound(self, promise: Commitment, deadline: Deadline) -> bool:
        """Whether all that it depends on came by the last day."""
        return all(
            days and max(days) <= deadline.last
            for days in self.conditions(promise)
        )

    def not_done(
        self, promise: Commitment, party: str, words: list[Word]
    ) -> Schedule:
        for day in self.lifts(promise, party, words):
            deadline = self.deadline(promise, words, day)
            if deadline is None or not self.is_over(deadline, day):
                return Schedule.LIFTED
        if not all(self.conditions(promise)):
            return Schedule.CONDITIONAL
        return self.by_its_kind(
            promise, self.deadline(promise, words, self.on)
        )

    def by_its_kind(
        self, promise: Commitment, deadline: Deadline | None
    ) -> Schedule:
        if promise.kind is CommitmentKind.PROHIBITION:
            running = self.running(promise)
            return (
                Schedule.KEPT_SO_FAR
                if running in {Schedule.RUNNING, Schedule.NO_DEADLINE}
                else running
            )
        if deadline is None:
            return self.running(promise)
        if self.on < deadline.first:
            return Schedule.NOT_DUE
        if deadline.doubted:
            return Schedule.UNKNOWN
        if self.on <= deadline.last:
            return Schedule.DUE
        if not self.was_bound(promise, deadline):
            return Schedule.UNKNOWN
        return Schedule.OVERDUE

    def lifts(
        self, promise: Commitment, party: str, words: list[Word]
    ) -> Iterator[Day]:
        """Give the days on which it was given up, and replaced."""
        own = [word for word in words if word.own]
        first: Day | None = None
        for day in sorted({word.day for word in own}, reverse=True):
            said = [word for word in own if word.day == day]
            # Two members of the grouping that promised are as one.
            latest = max(word.rank for word in said)
            last = {word.status for word in said if word.rank == latest}
            if not last & GIVEN_UP:
                break
            what = (promise.id, party, "given up last on", day)
            if last - GIVEN_UP and not self.world.choose(what, (False, True)):
                break
            first = day
            if {word.status for word in said} - GIVEN_UP:
                break
        if first is not None:
            yield first
        for each in self.records.commitments:
            if (
                LinkKind.SUPERSEDES,
                promise.id,
            ) in _links(each) and party in each.by:
                yield from self.come((each.id, "made"), each.made)

    def running(self, promise: Commitment) -> Schedule:
        if promise.runs is None:
            return Schedule.NO_DEADLINE
        first_text, _, last_text = str(promise.runs).partition("/")
        first = self.world.choose(
            (promise.id, "runs from"), days_of(first_text, ())
        )
        if last_text == "..":
            last = _NEVER_ENDS
        elif last_text:
            last = Day.fromisoformat(last_text)
        else:
            if self.on > first:
                return Schedule.NO_DEADLINE
            last = first
        if self.on < first:
            return Schedule.NOT_DUE
        return Schedule.RUNNING if self.on <= last else Schedule.OVER

    # Duties that recur.

    def recurring(
        self, promise: Commitment, party: str, words: list[Word]
    ) -> Schedule:
        """Return the verdict on a duty of every so many days, whose days do not end."""
        start = str(promise.runs).partition("/")[0]
        if start.endswith("X"):
            return (
                Schedule.UNKNOWN
                if all(self.conditions(promise))
                else Schedule.CONDITIONAL
            )
        first = Day.fromisoformat(start)
        rule = re.fullmatch(
            r"FREQ=(DAILY|WEEKLY);INTERVAL=(\d)", str(promise.recurrence)
        )
        assert rule is not None
        step = _A_DAY * int(rule[2]) * (7 if rule[1] == "WEEKLY" else 1)
        days = [first]
        while days[-1] < self.on:
            days.append(days[-1] + step)
        each = {
            day: self.of_one_day(promise, words, day - step, day, day + step)
            if day > first
            else self.of_one_day(promise, words, Day.min, day, day + step)
            for day in days
        }
        given_up = min(self.lifts(promise, party, words), default=None)
        if given_up is not None:
            days = [day for day in days if day < given_up]
            if not days or each[days[-1]] not in MISSED:
                return Schedule.LIFTED
        if not all(self.conditions(promise)):
            return Schedule.CONDITIONAL
        if given_up is not None:
            return each[days[-1]]
        if len(days) > 1 and each[days[-2]] in MISSED:
            return each[days[-2]]
        return each[days[-1]]

    def of_one_day(
        self,
        promise: Commitment,
        words: list[Word],
        last: Day,
        day: Day,
        following: Day,
    ) -> Schedule:
        """Return the verdict on what fell due on a day, after the last such day and before the following one."""
        said = [word for word in words if last < word.day <= day]
        last_words = self.last_words(promise, said).values()
        done = [word.day for word in last_words if word.status is DONE]
        if done:
            denied = any(
                (word.status is not DONE and word.day >= max(done))
                or word.contradicted
                for word in last_words
            )
            return Schedule.UNKNOWN if denied else Schedule.MET_ON_TIME
        if self.on <= day:
            return Schedule.NOT_DUE if self.on < day else Schedule.DUE
        late = any(
            word.status is DONE and day < word.day <= following
            for word in words
        )
        came = self.conditions(promise)
        in_time = all(days and max(days) <= day for days in came)
        return Schedule.OVERDUE if in_time and not late else Schedule.UNKNOWN


def _in_order(words: Sequence[Word]) -> bool:
    """Whether the words of one day may have come in this order."""
    return all(
        earlier.reporter != later.reporter or earlier.rank <= later.rank
        for number, earlier in enumerate(words)
        for later in words[number + 1 :]
    )


def _links(record: Record) -> set[tuple[LinkKind, str]]:
    return {(link.kind, link.target) for link in getattr(record, "links", ())}


# --- all worlds ----------------------------------------------------------------------------------


def verdicts_by_party(
    records: Iterable[Record],
    calendar: Sequence[Day],
    promise: str,
    *,
    on: Day,
    as_known: Day | None = None,
) -> dict[str, Schedule]:
    """Return the verdict on each promisor.

    Args:
        records: The records of a dossier.
        calendar: The days that a date of which nothing is known may be.
        promise: The id of a commitment.
        on: The day for which the answer holds.
        as_known: The day as of which it was known, if not at any time.
    """
    by_id = {record.id: record for record in records}
    judged = by_id[promise]
    assert isinstance(judged, Commitment)
    dossier = Records(by_id, tuple(calendar))
    return {
        party: _in_all_worlds(dossier, judged, party, on, as_known or Day.max)
        for party in judged.by
    }


def _in_all_worlds(
    records: Records, promise: Commitment, party: str, on: Day, as_known: Day
) -> Schedule:
    found: set[Schedule] = set()
    for number, world in enumerate(all_worlds()):
        if number == MOST_WORLDS:
            raise TooManyWorldsError
        try:
            found |= Judge(records, world, on, as_known).verdict(
                promise, party
            )
        except NoSuchWorldError:
            continue
        if len(found) > 1 or Schedule.UNKNOWN in found:
            return Schedule.UNKNOWN
    (verdict,) = found
    return verdict


def verdict_on_all(by_party: Iterable[Schedule]) -> Schedule:
    """Return the verdict on all promisors together."""
    return min(by_party, key=FIRST_OF_ALL.index)
