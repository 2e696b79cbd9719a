"""A selection for each kind of record: what it may be asked, and what its table shows.

All keywords of `where` narrow: a record must fit each that is given. A tuple of values means any
of them. An id that the dossier does not know raises `entente.errors.UnknownIdError`, a word that
is not in its list or a keyword that does not exist `entente.errors.QueryError`, each with a
suggestion. A theme includes its narrower themes, a party its bodies and offices. A
date is a `Period`, a `datetime.date` or an EDTF text; records that may match are kept, or with
``certain=True`` only those that must. The dates of a tuple count together, so that a spring
certainly falls into its three months. A record that states no such date never fits.
"""

# No `from __future__ import annotations` here: `question` reads the annotations as objects.
from itertools import chain
from typing import Annotated, ClassVar, Final, Self

from entente.answers._occurrences import (
    Between,
    Occurrences,
    occurrences_of,
)
from entente.answers._status import (
    CommitmentStatus,
    Standing,
    deadline_in_force,
    standing,
)
from entente.answers._targets import days_of, time_of
from entente.answers._time_words import worded_due
from entente.answers._times import (
    deadline_of,
    existence_of,
    runs_of,
)
from entente.answers._totals import PromiseRole, Total, totals
from entente.asking._criteria import OneOrMore, Periods
from entente.asking._keywords import (
    ACTORS,
    Actors,
    Dates,
    Ids,
    ScheduleWords,
    StatusWords,
    Texts,
    Times,
    Words,
    WordsOfParty,
    YesNo,
    cited_sources,
)
from entente.asking._matchers import read_clock
from entente.asking._selection import Selection, question, status_keywords
from entente.records._index import RecordIndex
from entente.records._model import (
    Agreement,
    Commitment,
    Event,
    Meeting,
    Metric,
    Minister,
    Office,
    Party,
    Record,
    Source,
    Statement,
    Theme,
)
from entente.records._parts import Observation
from entente.records._vocabulary import (
    Act,
    AgreementForm,
    AmountForm,
    AmountRole,
    CommitmentKind,
    ConditionKind,
    ConsentKind,
    Firmness,
    Force,
    LinkKind,
    MeetingForm,
    MeetingState,
    PartyKind,
    ReportedStatus,
    Role,
    Schedule,
    ScopeKind,
    SourceKind,
    TermKind,
)
from entente.records._wording import (
    after,
    amounts_text,
    quantity_text,
    short_condition,
    short_date,
)
from entente.values._period import Period, PeriodLike

_SPEAKERS: Final = ("minister", "office", "party", "source")

_PARTICIPANTS: Final = (
    "participations.party",
    "participations.office",
    "participations.minister",
)

_AWAITED: Final = ("commitment", "agreement", "meeting", "event", "metric")
"""The kinds of record for which a condition may wait."""


def _first_citation(record: Record, _: RecordIndex) -> str:
    """Return where the first citation of a record leads, as short as a table needs it."""
    if not record.citations:
        return ""
    first = record.citations[0]
    if first.lines is not None:
        return f"{first.source}:{first.lines}"
    if first.paragraphs is not None:
        return f"{first.source} ¶{first.paragraphs}"
    if first.characters is not None:
        return f"{first.source} @{first.characters}"
    return first.source


def _conditions(record: Agreement | Commitment, _: RecordIndex) -> str:
    return "; ".join(map(short_condition, record.conditions))


def _amounts(commitment: Commitment, _: RecordIndex) -> str:
    return amounts_text(commitment.amounts)


def _due(commitment: Commitment, index: RecordIndex) -> str:
    """Return the date by which a commitment was first due, or the words for it."""
    due = worded_due(commitment, index)
    if due is None:
        return ""
    return due.text if due.date is None else short_date(due.date)


class Themes(Selection[Theme]):
    """Themes, the narrower ones with the broader that they name."""

    _columns: ClassVar = {"broader": "broader"}

    @question
    def where(
        self,
        *,
        theme: Annotated[OneOrMore | None, Ids("id", of="theme")] = None,
        identifier: Annotated[
            OneOrMore | None, Texts("identifiers.identifier")
        ] = None,
        source: Annotated[
            OneOrMore | None, Ids(cited_sources, of="source")
        ] = None,
    ) -> Self:
        """Return the themes that fit: `theme` or narrower than it; citing `source`."""
        ...


class Parties(Selection[Party]):
    """Parties that the dossier declares, and the states that it names."""

    _columns: ClassVar = {"kind": "kind", "part of": "part_of.party"}

    @question
    def where(
        self,
        *,
        party: Annotated[OneOrMore | None, Ids("id", of="party")] = None,
        kind: Annotated[
            OneOrMore | None, Words("kind", words=PartyKind)
        ] = None,
        member: Annotated[
            OneOrMore | None, Ids("members.party", of="party")
        ] = None,
        part_of: Annotated[
            OneOrMore | None, Ids("part_of.party", of="party")
        ] = None,
        independent: Annotated[bool | None, YesNo("independent")] = None,
        existed: Annotated[Periods | None, Times(existence_of)] = None,
        identifier: Annotated[
            OneOrMore | None, Texts("identifiers.identifier")
        ] = None,
        source: Annotated[
            OneOrMore | None, Ids(cited_sources, of="source")
        ] = None,
        certain: bool = False,
    ) -> Self:
        """Return the parties that fit.

        `party` or a body that speaks for it; of a `kind`; with a `member`; `part_of` another,
        `independent` or not; that `existed` then; citing `source`.
        """
        ...


class Offices(Selection[Office]):
    """Posts that ministers hold."""

    _columns: ClassVar = {"party": "party"}

    @question
    def where(
        self,
        *,
        party: Annotated[OneOrMore | None, Ids("party", of="party")] = None,
        succeeds: Annotated[
            OneOrMore | None, Ids("succeeds", of="office")
        ] = None,
        identifier: Annotated[
            OneOrMore | None, Texts("identifiers.identifier")
        ] = None,
        source: Annotated[
            OneOrMore | None, Ids(cited_sources, of="source")
        ] = None,
    ) -> Self:
        """Return the offices that fit: of a `party`; that `succeeds` another; citing `source`."""
        ...


class Ministers(Selection[Minister]):
    """Persons, and the offices they hold."""

    _columns: ClassVar = {"offices": "tenures.office"}

    @question
    def where(
        self,
        *,
        office: Annotated[
            OneOrMore | None, Ids("tenures.office", of="office")
        ] = None,
        identifier: Annotated[
            OneOrMore | None, Texts("identifiers.identifier")
        ] = None,
        source: Annotated[
            OneOrMore | None, Ids(cited_sources, of="source")
        ] = None,
    ) -> Self:
        """Return the ministers that fit: who ever held an `office`; citing `source`.

        Ask the dossier who holds an office on a day: `entente.Dossier.holders`.
        """
        ...


class Sources(Selection[Source]):
    """Documents that are cited."""

    _columns: ClassVar = {
        "kind": "kind",
        "published": "published",
        "issued by": "issued_by",
    }

    @question
    def where(
        self,
        *,
        kind: Annotated[
            OneOrMore | None, Words("kind", words=SourceKind)
        ] = None,
        issued_by: Annotated[
            OneOrMore | None, Ids("issued_by", of="party")
        ] = None,
        identifier: Annotated[
            OneOrMore | None, Texts("identifiers.identifier")
        ] = None,
        published: Annotated[Periods | None, Dates("published")] = None,
        certain: bool = False,
    ) -> Self:
        """Return the sources that fit: of a `kind`; `issued_by` a party; `published` then."""
        ...


class Events(Selection[Event]):
    """Context that is not a meeting."""

    _columns: ClassVar = {"when": "when", "cited": _first_citation}

    @question
    def where(
        self,
        *,
        theme: Annotated[OneOrMore | None, Ids("themes", of="theme")] = None,
        host: Annotated[OneOrMore | None, Ids("hosts", of="party")] = None,
        when: Annotated[Periods | None, Dates("when")] = None,
        identifier: Annotated[
            OneOrMore | None, Texts("identifiers.identifier")
        ] = None,
        source: Annotated[
            OneOrMore | None, Ids(cited_sources, of="source")
        ] = None,
        certain: bool = False,
    ) -> Self:
        """Return the events that fit: on a `theme`; with a `host`; `when`; citing `source`."""
        ...


class Meetings(Selection[Meeting]):
    """Meetings that were held, and those only planned or proposed."""

    _columns: ClassVar = {
        "when": "when",
        "state": "state",
        "parties": "parties",
        "cited": _first_citation,
    }

    @question
    def where(
        self,
        *,
        theme: Annotated[OneOrMore | None, Ids("themes", of="theme")] = None,
        state: Annotated[
            OneOrMore | None, Words("state", words=MeetingState)
        ] = None,
        form: Annotated[
            OneOrMore | None, Words("form", words=MeetingForm)
        ] = None,
        when: Annotated[Periods | None, Dates("when")] = None,
        party: Annotated[
            OneOrMore | None,
            Ids(
                "parties",
                "participations.party",
                "participations.office",
                of="party",
            ),
        ] = None,
        role: Annotated[
            OneOrMore | None, Words("participations.role", words=Role)
        ] = None,
        minister: Annotated[
            OneOrMore | None, Ids("participations.minister", of="minister")
        ] = None,
        office: Annotated[
            OneOrMore | None, Ids("participations.office", of="office")
        ] = None,
        identifier: Annotated[
            OneOrMore | None, Texts("identifiers.identifier")
        ] = None,
        source: Annotated[
            OneOrMore | None, Ids(cited_sources, of="source")
        ] = None,
        certain: bool = False,
    ) -> Self:
        """Return the meetings that fit.

        On a `theme`; in a `state` (held, …); of a `form`; `when`; with a `party`, a `minister`
        or an `office` taking part, or anybody in a `role`; citing `source`. A party takes part too
        if only an office of it is named; a minister only if the source names the person (see
        `entente.Dossier.holders`).
        """
        ...


def _consents(
    agreement: Agreement, party: str | None, index: RecordIndex
) -> tuple[ConsentKind, ...]:
    """Return the steps that parties, or one, have taken, without those that are only expected."""
    return tuple(
        step.kind
        for adherence in agreement.adherences
        for step in adherence.steps
        if not step.expected
        and (party is None or index.belongs_to(adherence.party, party))
    )


def _terms(
    agreement: Agreement, party: str | None, index: RecordIndex
) -> tuple[TermKind, ...]:
    """Return what the rules of an agreement are about: all, or those that are for a party."""
    return tuple(
        term.kind
        for term in agreement.terms
        if party is None
        or not term.parties
        or any(index.belongs_to(party, each) for each in term.parties)
    )


def _is_conditional(record: Agreement | Commitment) -> tuple[bool]:
    return (record.conditions != (),)


def _identifiers(record: Agreement | Commitment) -> tuple[str, ...]:
    """Return what others call a record, and what they call anything that it covers."""
    scope = list(record.scope)
    parts = record.amounts if isinstance(record, Commitment) else record.terms
    scope += chain.from_iterable(each.scope for each in parts)
    named = (record, *scope)
    return tuple(
        [each.identifier for part in named for each in part.identifiers]
    )


class Agreements(Selection[Agreement]):
    """Agreements, from those only sought to those that have ended."""

    _columns: ClassVar = {
        "form": "form",
        "parties": "parties",
        "sought": "sought",
        "signed": "signed",
        "in force": "in_force",
        "depends on": _conditions,
        "cited": _first_citation,
    }
    _wordy: ClassVar = ("parties", "depends on")

    @question
    def where(
        self,
        *,
        theme: Annotated[OneOrMore | None, Ids("themes", of="theme")] = None,
        form: Annotated[
            OneOrMore | None, Words("form", words=AgreementForm)
        ] = None,
        force: Annotated[OneOrMore | None, Words("force", words=Force)] = None,
        party: Annotated[
            OneOrMore | None, Ids("parties", "adherences.party", of="party")
        ] = None,
        participant: Annotated[
            OneOrMore | None, Ids(*_PARTICIPANTS, of=ACTORS)
        ] = None,
        role: Annotated[
            OneOrMore | None, Words("participations.role", words=Role)
        ] = None,
        consent: Annotated[
            OneOrMore | None, WordsOfParty(_consents, words=ConsentKind)
        ] = None,
        term: Annotated[
            OneOrMore | None, WordsOfParty(_terms, words=TermKind)
        ] = None,
        conditional: Annotated[bool | None, YesNo(_is_conditional)] = None,
        condition: Annotated[
            OneOrMore | None, Words("conditions.kind", words=ConditionKind)
        ] = None,
        condition_party: Annotated[
            OneOrMore | None,
            Ids("conditions.parties", of=("party", "office")),
        ] = None,
        waits_for: Annotated[
            OneOrMore | None, Ids("conditions.waits_for", of=_AWAITED)
        ] = None,
        scope: Annotated[
            OneOrMore | None, Words("scope.kind", words=ScopeKind)
        ] = None,
        adopted: Annotated[Periods | None, Dates("adopted")] = None,
        sought: Annotated[Periods | None, Dates("sought")] = None,
        signed: Annotated[Periods | None, Dates("signed")] = None,
        in_force: Annotated[Periods | None, Dates("in_force")] = None,
        ended: Annotated[Periods | None, Dates("ended")] = None,
        meeting: Annotated[
            OneOrMore | None, Ids("meeting", of="meeting")
        ] = None,
        part_of: Annotated[
            OneOrMore | None, Ids("part_of", of="agreement")
        ] = None,
        identifier: Annotated[OneOrMore | None, Texts(_identifiers)] = None,
        source: Annotated[
            OneOrMore | None, Ids(cited_sources, of="source")
        ] = None,
        of: str | None = None,
        certain: bool = False,
    ) -> Self:
        """Return the agreements that fit.

        On a `theme`; of a `form` or `force`; with a `party`, or a `participant` in any other
        `role`; to which a party gave its `consent` (ratified, …), or with `of` the one that is
        named; with a `term` (expiry, …), with `of` one that is for this party;
        `conditional` at all, on a `condition` of a kind, of a `condition_party`, or one that
        `waits_for` a record; with a `scope` of a kind; `sought`, `adopted`, `signed`, come
        `in_force` or `ended` then; agreed at a `meeting`; `part_of` another; with an `identifier` of
        its own, of a part of its scope or of the scope of a term; citing `source`.
        """
        ...


# --- commitments -------------------------------------------------------------------------


def _recurs(commitment: Commitment) -> tuple[bool]:
    """Return whether a duty comes again: by a rule, or each time that a condition is met."""
    on_demand = any(condition.recurs for condition in commitment.conditions)
    return (commitment.recurrence is not None or on_demand,)


def _units(commitment: Commitment) -> tuple[str, ...]:
    values = [amount.value for amount in commitment.amounts]
    return tuple([value.unit for value in values if value is not None])


def _is_new(commitment: Commitment) -> tuple[bool]:
    """Return whether a commitment restates no other."""
    return (
        all(link.kind is not LinkKind.RESTATES for link in commitment.links),
    )


def declared_word(
    status: CommitmentStatus | Standing,
) -> ReportedStatus | None:
    """Return the status that a party to the commitment last reported."""
    return None if status.declared is None else status.declared.status


def assessed_word(
    status: CommitmentStatus | Standing,
) -> ReportedStatus | None:
    """Return the status that somebody else last reported."""
    return None if status.assessed is None else status.assessed.status


def _reported(status: Standing) -> tuple[ReportedStatus | None, ...]:
    return (declared_word(status), assessed_word(status))


class Commitments(Selection[Commitment]):
    """Promises, and what is on the same ladder: hopes, calls, actions that were reported."""

    _columns: ClassVar = {
        "made": "made",
        "due": _due,
        "by": "by",
        "firmness": "firmness",
        "depends on": _conditions,
        "amount": _amounts,
        "cited": _first_citation,
    }
    _wordy: ClassVar = ("due", "by", "depends on", "amount")

    @question
    def where(
        self,
        *,
        theme: Annotated[OneOrMore | None, Ids("themes", of="theme")] = None,
        by: Annotated[OneOrMore | None, Actors("by")] = None,
        to: Annotated[OneOrMore | None, Actors("to")] = None,
        funded_by: Annotated[
            OneOrMore | None, Actors("funded_by", of="party")
        ] = None,
        implemented_by: Annotated[
            OneOrMore | None, Actors("implemented_by", of="party")
        ] = None,
        announced_by: Annotated[
            OneOrMore | None, Ids("announced_by", of=_SPEAKERS)
        ] = None,
        party: Annotated[
            OneOrMore | None,
            Actors("by", "to", "funded_by", "implemented_by"),
        ] = None,
        participant: Annotated[
            OneOrMore | None, Ids(*_PARTICIPANTS, of=ACTORS)
        ] = None,
        role: Annotated[
            OneOrMore | None, Words("participations.role", words=Role)
        ] = None,
        firmness: Annotated[
            OneOrMore | None, Words("firmness", words=Firmness)
        ] = None,
        firm: Annotated[bool | None, YesNo("is_firm")] = None,
        continuing: Annotated[bool | None, YesNo("continuing")] = None,
        kind: Annotated[
            OneOrMore | None, Words("kind", words=CommitmentKind)
        ] = None,
        made: Annotated[Periods | None, Dates("made")] = None,
        due: Annotated[Periods | None, Times(deadline_in_force)] = None,
        first_due: Annotated[Periods | None, Times(deadline_of)] = None,
        runs: Annotated[Periods | None, Times(runs_of)] = None,
        recurs: Annotated[bool | None, YesNo(_recurs)] = None,
        conditional: Annotated[bool | None, YesNo(_is_conditional)] = None,
        condition: Annotated[
            OneOrMore | None, Words("conditions.kind", words=ConditionKind)
        ] = None,
        condition_party: Annotated[
            OneOrMore | None,
            Ids("conditions.parties", of=("party", "office")),
        ] = None,
        waits_for: Annotated[
            OneOrMore | None, Ids("conditions.waits_for", of=_AWAITED)
        ] = None,
        unit: Annotated[OneOrMore | None, Texts(_units)] = None,
        amount: Annotated[
            OneOrMore | None, Words("amounts.role", words=AmountRole)
        ] = None,
        form: Annotated[
            OneOrMore | None, Words("amounts.form", words=AmountForm)
        ] = None,
        scope: Annotated[
            OneOrMore | None, Words("scope.kind", words=ScopeKind)
        ] = None,
        country: Annotated[
            OneOrMore | None, Ids("places.country", of="party")
        ] = None,
        meeting: Annotated[
            OneOrMore | None, Ids("meeting", of="meeting")
        ] = None,
        agreement: Annotated[
            OneOrMore | None, Ids("agreement", of="agreement")
        ] = None,
        event: Annotated[OneOrMore | None, Ids("event", of="event")] = None,
        part_of: Annotated[
            OneOrMore | None, Ids("part_of", of="commitment")
        ] = None,
        metric: Annotated[
            OneOrMore | None, Ids("metrics", of="metric")
        ] = None,
        link: Annotated[
            OneOrMore | None, Words("links.kind", words=LinkKind)
        ] = None,
        new: Annotated[bool | None, YesNo(_is_new)] = None,
        status: Annotated[
            OneOrMore | None, StatusWords(_reported, words=ReportedStatus)
        ] = None,
        declared: Annotated[
            OneOrMore | None,
            StatusWords(
                lambda found: (declared_word(found),), words=ReportedStatus
            ),
        ] = None,
        assessed: Annotated[
            OneOrMore | None,
            StatusWords(
                lambda found: (assessed_word(found),), words=ReportedStatus
            ),
        ] = None,
        schedule: Annotated[
            OneOrMore | None,
            ScheduleWords(lambda found: (found.schedule,), words=Schedule),
        ] = None,
        identifier: Annotated[OneOrMore | None, Texts(_identifiers)] = None,
        source: Annotated[
            OneOrMore | None, Ids(cited_sources, of="source")
        ] = None,
        on: PeriodLike | None = None,
        as_known: PeriodLike | None = None,
        of: str | None = None,
        groupings: bool = False,
        certain: bool = False,
    ) -> Self:
        """Return the commitments that fit.

        On a `theme`; `by`, `to`, `funded_by` or `implemented_by` a party, or with a `party` in
        any of these roles; `announced_by` a minister, an office, a party or a document; of a
        `firmness`, or `firm` at all; `continuing` an earlier one; of a `kind`; `made` then;
        `due` then by the deadline in force, or `first_due` then as first promised (a set by its
        last date); one that `runs` then or `recurs`;
        `conditional` at all, on a `condition` of a kind, of a `condition_party`, or one that
        `waits_for` a record; with amounts in a `unit`, in a `form` or with an `amount` of a role;
        with a `scope` of a kind; in a `country`; with a `participant` in any other `role`; of a `meeting`,
        `agreement` or `event`; `part_of` another; measured by a `metric`; with a `link` of a kind
        to another record; `new`, so no restatement; with an `identifier` of its own, of a part of
        its scope or of the scope of an amount; citing `source`.

        A keyword that is None is left out, and asks for nothing: the promises without a `firmness`
        are ``group_by("firmness").get(None)``.

        Each keyword is asked by itself: ``form="loan", unit="USD"`` may find a loan in euros beside
        a grant in dollars. To ask for both of one amount, use `filter`.

        A party includes its offices, and the ministers who held them when the promise was made.
        What a grouping promises is not what each member promises, so it is left out: with
        ``groupings=True`` a party includes the groupings of which it was a member then.

        By status, on the day `on` and as it was known on the day `as_known`: `declared` by a
        party to it, `assessed` by others, `status` by either, and the `schedule` that it keeps.
        A schedule is always that of a day; for the others all reports count if there is no
        `on`. With `of` only what one party did is asked about. See `entente.Dossier.status`.
        """
        ...

    def occurrences(
        self, *, between: Between, certain: bool = False
    ) -> tuple[Occurrences, ...]:
        """Return the days in a window on which each recurring duty falls due, or why they are unknown.

        `between` is a period, or two dates, both included, of which a vague one counts with all its
        days. What recurs on demand alone has no days, and is left out. The days of a rule are unknown
        if the commitment begins on no definite day, or if nothing ends them: not the rule, not
        ``runs`` and not the window.

        The days are those of the ``recurrence``, counted from the first day of ``runs``, or of what
        ``runs_from`` gives, and no longer than that lasts. A rule takes what it lacks from that first
        day: its day, its month, its weekday. If the rule does not choose the first day itself, nothing
        falls due on it. A month without a 31st is skipped, and so is 29 February in a year without
        one, as RFC 5545 has it: write ``BYMONTHDAY=-1`` for the last day of a month. The numbered
        weeks of BYWEEKNO count to the year in which most of their days lie, which decides about
        INTERVAL and BYSETPOS too.

        Days on which it may have ended already are included, with `certain` they are not. Reports,
        conditions and ``due`` change nothing: these are the days of the rule. Raises
        `entente.errors.QueryError` if one of the two dates is a span.

        >>> from entente import Commitment, Dossier
        >>> talks = Commitment(id="talks", summary="Meet.", runs="2024-01-31/..", recurrence="FREQ=YEARLY")
        >>> [found] = Dossier([talks]).commitments.occurrences(between=("2024", "2025"))
        >>> [str(day) for day in found.days]
        ['2024-01-31', '2025-01-31']
        """
        return occurrences_of(
            self.records, self._index, between, certain=certain
        )

    def statuses(
        self,
        *,
        on: PeriodLike | None = None,
        as_known: PeriodLike | None = None,
        of: str | None = None,
    ) -> tuple[CommitmentStatus, ...]:
        """Return the status of each commitment on a day, as known on a day, in their order.

        With `of` it is what that party did. Raises `entente.errors.QueryError` if either day is
        not a definite one.
        """
        clock = read_clock(on, as_known)
        day, known_on = clock.day, clock.horizon
        return tuple(
            standing(each, self._index, day, known_on, of).status()
            for each in self.records
        )

    def total(
        self,
        unit: str,
        *,
        role: PromiseRole = "funded_by",
        equivalents: bool = False,
    ) -> Total:
        """Return how much these commitments promise together in a unit, by party of a `role`.

        A currency is never converted, and a bound stays a bound. With `equivalents` what the source
        itself gives in this unit, beside another currency, counts too. Each promise counts once: a
        restatement, a part of a whole that is counted, and what a later promise takes the place of
        are left out, as links and ``part_of`` say. What promises more on top, as an ``additional``
        amount does, is added. What cannot be added up, such as a change, a quota or a rate without
        its time, is in ``left_out`` with the reason.

        All of these commitments count, also those that are not firm, each with a note that says so:
        narrow them first, by ``where(firm=True)``. A conditional promise counts as anything from
        nothing to its amount, a duty that recurs as its amount or more, unless that is for a time.
        Reports are not looked at, so what was withdrawn counts. Parties are those that are named:
        a ministry has a sum of its own, which its state's does not include.

        Raises `entente.errors.QueryError` for another role, and for a unit whose amounts cannot be
        added up, such as ``%``.

        >>> from entente import Amount, Commitment, Dossier
        >>> first = Commitment(id="aid", summary="Pay.", amounts=(Amount(value="5e6 GBP"),))
        >>> other = Commitment(id="more", summary="Pay.", amounts=(Amount(value="> 2e6 GBP"),))
        >>> Dossier([first, other]).commitments.total("GBP").whole
        Quantity('> 7000000 GBP')
        """
        return totals(
            self.records, self._index, unit, role, equivalents=equivalents
        )


STATUS_KEYWORDS: Final = status_keywords(Commitments)
"""The keywords of commitments that go by a clock."""


# --- figures and statements --------------------------------------------------------------


def _targets(metric: Metric, _: RecordIndex) -> str:
    targets = [
        f"{quantity_text(each.value)}, due {short_date(each.due)}"
        if each.due is not None
        else quantity_text(each.value)
        for each in metric.targets
    ]
    return "; ".join(targets)


def _observations(metric: Metric, _: RecordIndex) -> str:
    figures = [
        f"{_time_of(each)}: {quantity_text(each.value or each.change)}"
        for each in metric.observations
    ]
    return "; ".join(figures)


def _time_of(observation: Observation) -> str:
    """Return the time of a figure, which may be the day alone on which it was right."""
    period = observation.period
    if period is None:
        return after("as of", observation.as_of)
    return short_date(period)


def _times_observed(metric: Metric) -> tuple[Period, ...]:
    """Return the times of the figures; one without a period is that of its day."""
    return tuple([time_of(each) for each in metric.observations])


def _days_observed(metric: Metric) -> tuple[Period, ...]:
    """Return the times of the figures, of which a period means all its days if these are known."""
    return tuple([_all_days_of(each) for each in metric.observations])


def _all_days_of(observation: Observation) -> Period:
    days = days_of(observation)
    if days is None:
        return time_of(observation)
    first, last = days
    return Period(f"{first}/{last}")


class Metrics(Selection[Metric]):
    """Figures that are measured."""

    _columns: ClassVar = {
        "target": _targets,
        "observed": _observations,
        "cited": _first_citation,
    }

    @question
    def where(
        self,
        *,
        theme: Annotated[OneOrMore | None, Ids("themes", of="theme")] = None,
        observed: Annotated[
            Periods | None, Dates(_times_observed, compared=_days_observed)
        ] = None,
        identifier: Annotated[
            OneOrMore | None, Texts("identifiers.identifier")
        ] = None,
        source: Annotated[
            OneOrMore | None, Ids(cited_sources, of="source")
        ] = None,
        certain: bool = False,
    ) -> Self:
        """Return the metrics that fit.

        On a `theme`; with an observation for the time `observed`, where a period counts as all its
        days; citing `source`.
        """
        ...


class Statements(Selection[Statement]):
    """What was said and is no promise."""

    _columns: ClassVar = {
        "said": "said",
        "act": "act",
        "speaker": "speakers",
        "cited": _first_citation,
    }

    @question
    def where(
        self,
        *,
        theme: Annotated[OneOrMore | None, Ids("themes", of="theme")] = None,
        act: Annotated[OneOrMore | None, Words("act", words=Act)] = None,
        speaker: Annotated[
            OneOrMore | None, Ids("speakers", of=_SPEAKERS)
        ] = None,
        to: Annotated[OneOrMore | None, Ids("to", of=ACTORS)] = None,
        about: Annotated[OneOrMore | None, Ids("about", of="record")] = None,
        said: Annotated[Periods | None, Dates("said")] = None,
        meeting: Annotated[
            OneOrMore | None, Ids("meeting", of="meeting")
        ] = None,
        part_of: Annotated[
            OneOrMore | None, Ids("part_of", of="statement")
        ] = None,
        identifier: Annotated[
            OneOrMore | None, Texts("identifiers.identifier")
        ] = None,
        source: Annotated[
            OneOrMore | None, Ids(cited_sources, of="source")
        ] = None,
        certain: bool = False,
    ) -> Self:
        """Return the statements that fit.

        On a `theme`; of an `act` (claim, praise, …); by a `speaker`; `to` somebody; `about` any
        record; `said` then; at a `meeting`; `part_of` a longer one; citing `source`.
        """
        ...
