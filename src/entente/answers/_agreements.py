"""How far an agreement has come on a day, for all its parties or for one.

Dates may be vague, so there are many ways in which an agreement may have come about. `_Way` is one
of them: in it every date is a definite day, and the rules are simple. A state is the answer only if
it is right in all of them.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Final, TypeAlias

from attrs import frozen

from entente.errors import QueryError
from entente.records._index import RecordIndex
from entente.records._model import Agreement
from entente.records._parts import Citation, Consent
from entente.records._vocabulary import (
    AgreementState,
    ConsentKind,
    LinkKind,
)
from entente.values._edtf import AFTER_ALL, BEFORE_ALL, Runs
from entente.values._period import (
    Period,
    PeriodLike,
    definite_day,
    possible_days,
)

_IS_OVER: Final = -1
"""Used in place of the order of a step: what is over ends before what comes in its place."""

_FURTHEST_FIRST: Final = (
    AgreementState.ENDED,
    AgreementState.IN_FORCE,
    AgreementState.PROVISIONAL,
    AgreementState.SIGNED,
    AgreementState.ADOPTED,
    AgreementState.ANNOUNCED,
    AgreementState.SOUGHT,
)
"""The steps of an agreement; each is the name of the field that holds its date."""

_EARLY: Final = (
    AgreementState.SOUGHT,
    AgreementState.ANNOUNCED,
    AgreementState.ADOPTED,
    AgreementState.SIGNED,
)
"""The states that end with the next step."""

_APPLIED: Final = (AgreementState.IN_FORCE, AgreementState.PROVISIONAL)
"""The states in which an agreement applies to those that it binds."""

_WAS_BOUND: Final = frozenset({*_APPLIED, AgreementState.ENDED})
"""The states after which an agreement has ended for a member that leaves."""

_BEST_FIRST: Final = (
    *_APPLIED,
    AgreementState.CONSENTED,
    *reversed(_EARLY),
    AgreementState.ENDED,
    AgreementState.UNKNOWN,
)
"""The states of a party that came in with two others: what goes on counts before what has ended."""

_BOUND: Final = frozenset(
    {
        ConsentKind.RATIFIED,
        ConsentKind.ACCEPTED,
        ConsentKind.APPROVED,
        ConsentKind.ACCEDED,
        ConsentKind.SUCCEEDED,
    }
)
"""The steps by which a party agrees to be bound once the agreement is in force."""

_ENTRIES: Final = frozenset(
    {ConsentKind.SIGNED, ConsentKind.ACCEDED, ConsentKind.SUCCEEDED}
)
"""The steps by which a party comes to an agreement; without one it signed with the others."""

_STEPS: Final = tuple(ConsentKind)

_NEVER: Final = AFTER_ALL + 1
"""Used in place of a day that never comes, or comes after the one asked about."""

_NO_DAY: Final[Runs] = ((_NEVER, _NEVER),)

_ANY_DAY: Final[Runs] = ((BEFORE_ALL, _NEVER),)

_MOST_WAYS: Final = 5_000
"""So many ways are tried. Where there are more, nobody could say by hand how it turns out."""

_Key: TypeAlias = tuple[str | int, ...]
"""What has a date: an agreement and a field, or a party and the position of its step."""

_Time: TypeAlias = tuple[int, int]
"""The day on which something begins, and the first day on which it is over."""


def agreement_state(
    agreement: Agreement,
    index: RecordIndex,
    *,
    on: PeriodLike,
    party: str | None = None,
) -> AgreementState:
    """Return how far an agreement has come on a day, for all parties or for one.

    A party that adhered by itself has steps of its own, which count before the dates of the
    agreement, and before those of a grouping or organisation of which it is a member. A state is
    the answer only if it is right however the vague dates turn out, and is ``unknown`` otherwise;
    that is also the answer for a party where the agreement names none.

    Raises `entente.errors.QueryError` if `on` is not a definite day, or if `party` is no party to
    the agreement.
    """
    day = definite_day(on).toordinal()
    if party is not None:
        _require_party(party, agreement, index)
    found: set[AgreementState] = set()
    for count, way in enumerate(_ways(agreement, index, day, party)):
        found.add(way.state(agreement, day))
        if len(found) > 1 or count == _MOST_WAYS:
            return AgreementState.UNKNOWN
    return found.pop()


def _require_party(
    party: str, agreement: Agreement, index: RecordIndex
) -> None:
    """Raise an error unless a party belongs to a party of the agreement, where these are known."""
    index.require(party, ("party",))
    known = _named(agreement)
    # An agreement without parties does not say who they are: of nobody is anything known.
    if known and not any(index.belongs_to(party, other) for other in known):
        names = ", ".join(known)
        raise QueryError(
            f"{party!r} is no party to {agreement.id!r}; they are {names}"
        )


def _named(agreement: Agreement) -> tuple[str, ...]:
    """Return the parties that an agreement names, each once."""
    adhering = [adherence.party for adherence in agreement.adherences]
    return tuple(dict.fromkeys([*agreement.parties, *adhering]))


def _successors(
    agreement: Agreement, index: RecordIndex
) -> tuple[Agreement, ...]:
    """Return the agreements that supersede one, once they are in force."""
    # A commitment may supersede an agreement too, but is never in force itself.
    return tuple(
        other
        for link, other in index.links_to(agreement.id)
        if link.kind is LinkKind.SUPERSEDES and isinstance(other, Agreement)
    )


# --- the rules, where every date is a day ----------------------------------------------------------


@frozen
class _Way:
    """One way in which all dates turn out, each a definite day, as an ordinal."""

    index: RecordIndex
    party: str | None
    times: Mapping[_Key, _Time]

    def state(self, agreement: Agreement, day: int) -> AgreementState:
        """Return the state of an agreement for the party that is asked about, or for all."""
        own = self.standing(agreement, day)
        if own is None:
            return AgreementState.UNKNOWN
        successors = _successors(agreement, self.index)
        if any(
            self._gives_way(agreement, each, day, for_all=self.party is None)
            for each in successors
        ):
            return AgreementState.SUPERSEDED
        # A successor that names no party may bind this one or not.
        if any(
            self._gives_way(agreement, each, day, for_all=True)
            for each in successors
            if not _named(each)
        ):
            return AgreementState.UNKNOWN
        return own

    def standing(
        self, agreement: Agreement, day: int
    ) -> AgreementState | None:
        """Return the state before it is asked what superseded it; None for who is no party yet."""
        party, named = self.party, _named(agreement)
        if party is None:
            return self._common(agreement, day)
        if party in named:
            return self._of_named(agreement, party, day)
        through = [
            self._through(agreement, party, other, day) for other in named
        ]
        found = [state for state in through if state is not None]
        return min(found, key=_BEST_FIRST.index, default=None)

    def _common(self, agreement: Agreement, day: int) -> AgreementState:
        """Return how far an agreement has come as a whole."""
        for state in _FURTHEST_FIRST:
            time = self.times.get((agreement.id, state.value))
            if time is None or day < time[0]:
                continue
            if day < time[1]:
                return state
            # Between its provisional application and its entry into force it has not ended.
            if state is AgreementState.IN_FORCE or agreement.in_force is None:
                return AgreementState.ENDED
        return AgreementState.UNKNOWN

    def _of_named(
        self, agreement: Agreement, name: str, day: int
    ) -> AgreementState:
        """Return how far an agreement has come for a party that it names, by its own steps.

        Without steps it came in as all did, where no one had to do more than sign. What has ended for
        all has ended for each.
        """
        common = self._common(agreement, day)
        steps = {key: step for key, step, _ in _steps_of(agreement, name)}
        if common is AgreementState.ENDED:
            return common
        binding = _binding(agreement)
        if not steps:
            # Where others had to ratify, nothing on record says that this one did.
            is_told = common not in _APPLIED or ConsentKind.SIGNED in binding
            return common if is_told else AgreementState.UNKNOWN
        held = self._held(steps, day, binding)
        if held is None:
            return self._before_all(agreement, steps.values(), day)
        if not held:
            return AgreementState.ENDED
        if ConsentKind.IN_FORCE in held:
            return AgreementState.IN_FORCE

        # A party for which it comes into force on a later day is not bound before that.
        waits = any(
            step.kind is ConsentKind.IN_FORCE and self._begin(key, step) > day
            for key, step in steps.items()
        )
        is_bound = not waits and not held.isdisjoint(binding)
        if is_bound and common is AgreementState.IN_FORCE:
            return common
        if ConsentKind.PROVISIONAL in held:
            return AgreementState.PROVISIONAL
        if is_bound and common is AgreementState.PROVISIONAL:
            return common
        if held.isdisjoint(_BOUND):
            return AgreementState.SIGNED
        return AgreementState.CONSENTED

    def _before_all(
        self, agreement: Agreement, steps: Iterable[Consent], day: int
    ) -> AgreementState:
        """Return how far an agreement has come for a party that has taken none of its steps yet."""
        kinds = {step.kind for step in steps}
        # Who only withdraws, some day, came in as all did.
        if kinds == {ConsentKind.WITHDRAWN}:
            return self._common(agreement, day)
        # What it does not say of its signature is as for all, unless it came in without one.
        early = _EARLY[:-1] if kinds & _ENTRIES else _EARLY
        for state in reversed(early):
            time = self.times.get((agreement.id, state.value))
            if time is not None and time[0] <= day:
                return state
        return AgreementState.UNKNOWN

    def _held(
        self,
        steps: Mapping[_Key, Consent],
        day: int,
        binding: frozenset[ConsentKind],
    ) -> set[ConsentKind] | None:
        """Return the steps that a party has taken and not undone, or None if it has taken none."""
        events: list[tuple[int, int, ConsentKind]] = []
        for key, step in steps.items():
            begin = self._begin(key, step)
            if begin > day:
                continue
            events.append((begin, _STEPS.index(step.kind), step.kind))
            over = self.times[key][1]
            if over <= day:
                events.append((over, _IS_OVER, step.kind))
        if not events:
            return None

        held: set[ConsentKind] = set()
        # Of the steps of one day signature comes first and withdrawal last.
        for _, order, kind in sorted(events, key=itemgetter(0, 1)):
            if order != _IS_OVER and kind is not ConsentKind.WITHDRAWN:
                held.add(kind)
            elif kind is ConsentKind.PROVISIONAL and held & binding:
                held.discard(kind)
            else:
                held.clear()
        return held

    def _begin(self, key: _Key, step: Consent) -> int:
        """Return the day of a step. One that is only expected never counts as taken."""
        return _NEVER if step.expected else self.times[key][0]

    def _through(
        self, agreement: Agreement, party: str, other: str, day: int
    ) -> AgreementState | None:
        """Return the state for a body or member of a party that an agreement names."""
        if party in self.index.below(other):
            return self._of_named(agreement, other, day)
        times = [
            self.times[key]
            for key, _ in _memberships(party, other, self.index)
        ]
        if any(first <= day < over for first, over in times):
            return self._of_named(agreement, other, day)
        # Who has left is no longer bound, and has never been by what came later.
        left = [over - 1 for _, over in times if over <= day]
        states = [self._of_named(agreement, other, last) for last in left]
        if not _WAS_BOUND.isdisjoint(states):
            return AgreementState.ENDED
        return None

    def _gives_way(
        self,
        agreement: Agreement,
        successor: Agreement,
        day: int,
        *,
        for_all: bool,
    ) -> bool:
        """Tell whether a successor has come into force before the agreement had ended."""
        since = self._in_force_since(successor, day, for_all=for_all)
        if since is None:
            return False
        return self.standing(agreement, since - 1) is not AgreementState.ENDED

    def _in_force_since(
        self, agreement: Agreement, day: int, *, for_all: bool
    ) -> int | None:
        """Return the first day, up to `day`, on which an agreement is in force."""
        changes = {each for time in self.times.values() for each in time}
        for change in sorted(each for each in changes if each <= day):
            state = (
                self._common(agreement, change)
                if for_all
                else self.standing(agreement, change)
            )
            if state is AgreementState.IN_FORCE:
                return change
        return None


def _steps_of(
    agreement: Agreement, party: str
) -> Iterator[tuple[_Key, Consent, tuple[Citation, ...]]]:
    """Yield the steps of a party, each with its key and what is cited for it."""
    for place, adherence in enumerate(agreement.adherences):
        if adherence.party == party:
            cited = adherence.citations or agreement.citations
            for position, step in enumerate(adherence.steps):
                key = (agreement.id, place, position)
                yield key, step, step.citations or cited


def _binding(agreement: Agreement) -> frozenset[ConsentKind]:
    """Return the steps that bind. A signature does where nobody has to do more than sign."""
    steps = [
        *agreement.expected,
        *(step for each in agreement.adherences for step in each.steps),
    ]
    if any(step.kind in _BOUND for step in steps):
        return _BOUND
    return _BOUND | {ConsentKind.SIGNED}


def _memberships(
    party: str, group: str, index: RecordIndex
) -> Iterator[tuple[_Key, Period]]:
    """Yield the times for which a party is a member of another, each with its key."""
    for position, time in enumerate(index.memberships(party, group)):
        # Without a time a membership has always been one.
        yield (group, position), time or Period("../..")


# --- the ways in which vague dates may turn out ----------------------------------------------------


def _ways(
    agreement: Agreement, index: RecordIndex, day: int, party: str | None
) -> Iterator[_Way]:
    """Yield enough ways for every state that an agreement may have on a day to be found."""
    dates = {
        key: _possible_times(period)
        for each in (agreement, *_successors(agreement, index))
        for key, period in _dates_of(each, index, party)
    }
    # Whether it was signed is asked of one day alone, and no other date hangs on it.
    compared = [
        runs
        for key, times in dates.items()
        if key[-1] not in _EARLY
        for runs in times
    ]
    cuts = sorted(
        {
            cut
            for first, last in itertools.chain.from_iterable(compared)
            for cut in (first, last + 1)
        }
    )
    choices = [
        _some_times(begins, overs, () if key[-1] in _EARLY else cuts, day)
        for key, (begins, overs) in dates.items()
    ]
    for times in itertools.product(*choices):
        yield _Way(index, party, dict(zip(dates, times, strict=True)))


def _dates_of(
    agreement: Agreement, index: RecordIndex, party: str | None
) -> Iterator[tuple[_Key, Period | None]]:
    """Yield all dates that may decide the state of an agreement; None is a day that nobody told."""
    for state in _FURTHEST_FIRST:
        date: Period | None = getattr(agreement, state.value)
        if date is not None:
            cited = index.as_cited(date, agreement.citations)
            yield (agreement.id, state.value), cited
    if party is None:
        return
    named = _named(agreement)
    for name in (party,) if party in named else named:
        # What others do whom it does not belong to decides nothing, and would multiply the ways.
        if index.belongs_to(party, name):
            yield from _memberships(party, name, index)
            for key, step, citations in _steps_of(agreement, name):
                on = step.on
                yield key, on and index.as_cited(on, citations)


def _possible_times(period: Period | None) -> tuple[Runs, Runs]:
    """Return the days on which something may begin, and those on which it may first be over."""
    if period is None:
        return _ANY_DAY, _NO_DAY
    # A single date lasts from then on: since that day an agreement has been signed, or in force.
    if not period.is_span:
        return _days(period), _NO_DAY
    begins, overs = _begins(period), _overs(period)
    # "2024-01/2024-01-15" begins by the 15th, and what has no known end ends after it begins.
    latest, earliest = overs[-1][1] - 1, begins[0][0] + 1
    if period.as_of is not None:
        latest = period.as_of.toordinal()
    return (
        tuple((a, min(b, latest)) for a, b in begins if a <= latest),
        tuple((max(a, earliest), b) for a, b in overs if b >= earliest),
    )


def _begins(span: Period) -> Runs:
    """Return the days on which a span may begin."""
    if span.start is not None:
        return _days(span.start)
    return ((BEFORE_ALL, BEFORE_ALL),) if span.is_open_start else _ANY_DAY


def _overs(span: Period) -> Runs:
    """Return the days that may be the first on which a span is over."""
    if span.end is not None:
        return tuple((first + 1, last + 1) for first, last in _days(span.end))
    if span.is_open_end:
        return _NO_DAY
    if span.as_of is not None:
        return ((span.as_of.toordinal() + 1, _NEVER),)
    return _ANY_DAY


def _days(date: Period) -> Runs:
    """Return the days that a date may be. One that is in doubt may be any later day, or none."""
    days = possible_days(date)
    in_doubt = date.uncertain or date.approximate
    return (*days, (days[-1][1] + 1, _NEVER)) if in_doubt else days


def _some_times(
    begins: Runs, overs: Runs, cuts: Sequence[int], day: int
) -> list[_Time]:
    """Return enough times for a date, so that it comes to lie in every way to the others."""
    return [
        (begin, over)
        for begin in _some_days(begins, cuts, day)
        for over in _some_days(overs, cuts, day)
        # What has not begun cannot be over.
        if begin < over or over == _NEVER
    ]


def _some_days(runs: Runs, cuts: Sequence[int], day: int) -> list[int]:
    """Return both ends of each stretch of days, up to `day`, in which no other date may end or begin.

    Two dates in one stretch are in either order, or the same, on its ends. All days after `day` are
    alike.
    """
    found: list[int] = []
    for first, last in runs:
        if first <= day:
            end = min(last, day)
            inner = cuts[bisect_right(cuts, first) : bisect_right(cuts, end)]
            for begin, after in itertools.pairwise([first, *inner, end + 1]):
                found += (begin, after - 1)
        if last > day:
            found.append(_NEVER)
    return list(dict.fromkeys(found))
