"""Lint rules for dossiers.

A dossier that loads may still hold records that are wrong or weak. `check` runs rules over it, and
returns the problems that they find. A rule is a function that takes a dossier and yields a
`Problem` for each fault; its name is the function's, with hyphens. `RULES` holds the built-in
rules. Pass your own along with them::

    def no_french(dossier):
        for source in dossier.sources:
            if source.language == "fr":
                yield problem(source, "the source is not in English")

    check(dossier, rules=(*RULES, no_french))

A rule reports only what is certain: a vague date that may be right counts as right.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import Final, TypeAlias

from attrs import evolve, frozen

from entente._coherence import locations
from entente._dossier import Dossier, index_of
from entente._text import did_you_mean, shorten
from entente.answers._reports import speakers
from entente.answers._targets import (
    conflicts,
    explain_direction,
    is_same_time,
    lacks_direction,
)
from entente.errors import (
    EntenteError,
    Location,
    Problem,
    QueryError,
    Severity,
)
from entente.records._display import caption
from entente.records._index import kind_of
from entente.records._model import (
    Adherence,
    Agreement,
    Commitment,
    Event,
    Membership,
    Metric,
    Minister,
    Observation,
    Office,
    Party,
    Record,
    Report,
    Source,
    Tenure,
    Theme,
)
from entente.records._vocabulary import (
    LinkKind,
    MeetingState,
    ReportedStatus,
    Role,
)
from entente.records._walk import citations, references, worded_dates
from entente.values._currencies import CURRENCIES
from entente.values._period import Period
from entente.values._quantity import Quantity
from entente.values._stated import contradicting
from entente.values._units import PERCENT, is_counted, is_in_points

__all__ = ["RULES", "Rule", "check", "problem", "rule_name"]

Rule: TypeAlias = Callable[[Dossier], Iterable[Problem]]
"""A function that finds problems of one sort in a dossier."""


def check(
    dossier: Dossier,
    *,
    rules: str | Rule | Iterable[str | Rule] | None = None,
    without: str | Rule | Iterable[str | Rule] = (),
) -> tuple[Problem, ...]:
    """Return the problems that rules find in a dossier, rule by rule.

    `rules` is one rule or several, each a function or the name of a built-in rule; by default, all
    of `RULES`. They run in the order given, each once. `without` takes rules to leave out, in the
    same ways. Raises `entente.errors.QueryError` if no rule has a name that is given; what the
    dossier holds never raises.

    >>> from entente import Commitment, Dossier
    >>> late = Commitment(id="late", summary="Do it.", made="2024-03", due="2023")
    >>> for found in check(Dossier([late]), rules="due-before-made"):
    ...     print(found)
    commitments[0].due (late): due 2023, but only made 2024-03
    """
    chosen = list(RULES) if rules is None else _find_rules(rules, RULES)
    left_out = {
        rule_name(rule) for rule in _find_rules(without, (*RULES, *chosen))
    }

    ids = [record.id for record in dossier.records]
    places = dict(zip(ids, locations(dossier.records), strict=True))
    problems: list[Problem] = []
    for rule in chosen:
        name = rule_name(rule)
        if name in left_out:
            continue
        for found in rule(dossier):
            # A rule gives the path within a record; readers need it from the top of the dossier.
            top = places.get(found.record or "", ())
            complete = evolve(found, rule=name, path=(*top, *found.path))
            problems.append(complete)
    return tuple(problems)


def rule_name(rule: Rule) -> str:
    """Return the name of a rule, as `check` takes it and problems bear it.

    >>> rule_name(due_before_made)
    'due-before-made'
    """
    name = getattr(rule, "__name__", type(rule).__name__)
    return str(name).replace("_", "-")


def problem(
    record: Record,
    message: str,
    *path: str | int,
    severity: Severity = Severity.WARNING,
    hint: str | None = None,
) -> Problem:
    """Return a problem of a record, for a rule to yield; `path` leads from the record to the fault.

    >>> from entente import Source, SourceKind
    >>> speech = Source(id="speech", title="Discours", kind=SourceKind.SPEECH, language="fr")
    >>> print(problem(speech, "the source is not in English", "language"))
    language (speech): the source is not in English
    """
    return Problem(
        message=message,
        severity=severity,
        record=record.id,
        path=path,
        hint=hint,
    )


def _find_rules(
    choice: str | Rule | Iterable[str | Rule],
    known: Sequence[Rule],
) -> list[Rule]:
    """Return the rules of a choice, each once. Raises `QueryError` if no known rule has a name."""
    if isinstance(choice, str) or callable(choice):
        choice = [choice]
    by_name = {rule_name(rule): rule for rule in known}
    found: list[Rule] = []
    for each in choice:
        rule = by_name.get(each) if isinstance(each, str) else each
        if rule is None:
            hint = (
                did_you_mean(str(each), by_name)
                or f"there are {', '.join(by_name)}"
            )
            raise QueryError(f"there is no rule {shorten(each)}; {hint}")
        if rule not in found:
            found.append(rule)
    return found


# --- dates ---------------------------------------------------------------------------------------


def _surely_before(first: Period | None, second: Period | None) -> bool:
    """Say whether both dates are known, and the first is certainly the earlier one."""
    if first is None or second is None:
        return False
    return first.before(second).certain


def due_before_made(dossier: Dossier) -> Iterator[Problem]:
    """Find commitments that are due before they were made."""
    for commitment in dossier.commitments:
        due, made = commitment.due, commitment.made
        if due is not None and _surely_before(due, made):
            yield problem(
                commitment,
                f"due {due}, but only made {made}",
                "due",
                severity=Severity.ERROR,
            )


def report_before_made(dossier: Dossier) -> Iterator[Problem]:
    """Find reports on commitments that had not been made yet."""
    for commitment in dossier.commitments:
        for position, report in enumerate(commitment.reports):
            if _surely_before(report.on, commitment.made):
                yield problem(
                    commitment,
                    f"reported on {report.on}, but only made {commitment.made}",
                    "reports",
                    position,
                    "on",
                    severity=Severity.ERROR,
                )


_PROGRESS: Final = {
    ReportedStatus.ANNOUNCED: 0,
    ReportedStatus.NOT_STARTED: 1,
    ReportedStatus.IN_PROGRESS: 2,
    ReportedStatus.SUBSTANTIAL: 3,
    ReportedStatus.COMPLETED: 4,
}
"""How far each status has come. The others, such as withdrawn, are off this road."""

_ENDED: Final = frozenset(
    {ReportedStatus.WITHDRAWN, ReportedStatus.SUPERSEDED}
)


def reports_going_backward(dossier: Dossier) -> Iterator[Problem]:
    """Find reports of less progress than the same reporter reported before."""
    for commitment, position, earlier, later in _successive_reports(
        dossier,
        same_reporter=True,
    ):
        before = _PROGRESS.get(earlier.status)
        after = _PROGRESS.get(later.status)
        if before is None or after is None:
            continue
        if after < before:
            message = (
                f"{later.status} on {later.on},"
                f" but {earlier.status} on {earlier.on} by the same reporter"
            )
            yield problem(commitment, message, "reports", position)


def report_after_withdrawal(dossier: Dossier) -> Iterator[Problem]:
    """Find reports that continue commitments which were withdrawn or superseded before."""
    for commitment, position, earlier, later in _successive_reports(dossier):
        if earlier.status in _ENDED and later.status not in _ENDED:
            message = f"{later.status} on {later.on}, but {earlier.status} on {earlier.on}"
            yield problem(commitment, message, "reports", position)


def _successive_reports(
    dossier: Dossier,
    *,
    same_reporter: bool = False,
) -> Iterator[tuple[Commitment, int, Report, Report]]:
    """Yield commitments with the position of a report, the report just before it, and itself.

    With `same_reporter`, reports by others are passed over. Vague dates may leave the order of
    reports in doubt, so several may be just before one.
    """
    for commitment in dossier.commitments:
        for position, later in enumerate(commitment.reports):
            before = [
                each
                for each in commitment.reports
                if _surely_before(each.on, later.on)
            ]
            if same_reporter:
                before = [each for each in before if each.by == later.by]
            for earlier in before:
                # Of the reports before this one, only those count that no other comes after:
                # a step back is found once, where it happens.
                if not any(
                    _surely_before(earlier.on, each.on) for each in before
                ):
                    yield commitment, position, earlier, later


def in_force_before_signed(dossier: Dossier) -> Iterator[Problem]:
    """Find agreements in force before they were signed. It happens; it is worth a second look."""
    for agreement in dossier.agreements:
        # Each party may have dates of its own.
        dated: list[tuple[Location, Agreement | Adherence]] = [((), agreement)]
        for position, adherence in enumerate(agreement.adherences):
            dated.append((("adherences", position), adherence))
        for path, each in dated:
            if _surely_before(each.in_force, each.signed):
                yield problem(
                    agreement,
                    f"in force {each.in_force}, but only signed {each.signed}",
                    *path,
                    "in_force",
                )


def held_after_source(dossier: Dossier) -> Iterator[Problem]:
    """Find meetings recorded as held that all their dated sources precede."""
    for meeting in dossier.meetings.where(state=MeetingState.HELD):
        published = {
            citation.source: dossier.sources[citation.source].published
            for _, citation in citations(meeting)
        }
        dated = [(id, day) for id, day in published.items() if day is not None]
        too_early = [
            (id, day) for id, day in dated if _surely_before(day, meeting.when)
        ]
        # One source that may be later is enough: it can report that the meeting was held.
        if too_early and len(too_early) == len(dated):
            source, day = too_early[0]
            yield problem(
                meeting,
                f"held {meeting.when}, after {source!r} was published, {day}",
                "when",
                severity=Severity.ERROR,
            )


def date_against_its_words(dossier: Dossier) -> Iterator[Problem]:
    """Find dates that cannot be what the source's words, kept beside them, mean."""
    for record in dossier.records:
        for path, date in worded_dates(record):
            days = _days_of_saying(dossier, record, besides=path[-1])
            meant = contradicting(date, days, is_deadline=path[-1] == "due")
            if meant is not None:
                yield problem(
                    record,
                    f"{date}, but {date.stated!r} means {meant}",
                    *path,
                    hint="correct the date or the words",
                )


def _days_of_saying(
    dossier: Dossier, record: Record, *, besides: str | int
) -> list[datetime.date]:
    """Return the days on which a record's words may have been said; none if one is unknown."""
    sources = {citation.source for _, citation in citations(record)}
    dates = [dossier.sources[source].published for source in sources]
    made = record.made if isinstance(record, Commitment) else None
    # A date is not read against itself.
    if made is not None and besides != "made":
        dates.append(made)
    days: set[datetime.date] = set()
    for each in dates:
        if each is None or each.day is None:
            return []
        days.add(each.day)
    return sorted(days)


# --- offices and parties -------------------------------------------------------------------------


@frozen
class _OfficeUse:
    """An office that a record names in place of its holder, where it does so, and when that was."""

    record: Record
    path: Location
    office: str
    when: Period


def _office_uses(dossier: Dossier) -> Iterator[_OfficeUse]:
    yield from _offices_at_meetings(dossier)
    yield from _offices_that_announced(dossier)
    yield from _offices_that_spoke(dossier)


def _offices_at_meetings(dossier: Dossier) -> Iterator[_OfficeUse]:
    for meeting in dossier.meetings.where(state=MeetingState.HELD):
        if meeting.when is None:
            continue
        for position, present in enumerate(meeting.participations):
            if present.office is not None:
                path = ("participations", position, "office")
                yield _OfficeUse(meeting, path, present.office, meeting.when)


def _offices_that_announced(dossier: Dossier) -> Iterator[_OfficeUse]:
    for commitment in dossier.commitments:
        if commitment.made is None:
            continue
        for position, id in enumerate(commitment.announced_by):
            if isinstance(dossier[id], Office):
                path = ("announced_by", position)
                yield _OfficeUse(commitment, path, id, commitment.made)


def _offices_that_spoke(dossier: Dossier) -> Iterator[_OfficeUse]:
    for statement in dossier.statements:
        if statement.said is None:
            continue
        if isinstance(dossier[statement.speaker], Office):
            path = ("speaker",)
            yield _OfficeUse(
                statement, path, statement.speaker, statement.said
            )


def office_without_holder(dossier: Dossier) -> Iterator[Problem]:
    """Find offices that nobody in the dossier can have held on the day for which they are named."""
    for use in _office_uses(dossier):
        if not dossier.holders(use.office, on=use.when):
            yield problem(
                use.record,
                f"nobody is known to have been {use.office!r} on {use.when}",
                *use.path,
                hint="add the minister who held it, with the tenure",
            )


def office_with_several_holders(dossier: Dossier) -> Iterator[Problem]:
    """Find offices that several held on the day for which they are named, as at a handover."""
    for use in _office_uses(dossier):
        # Over more than a day, holders may have followed one another.
        if use.when.day is None:
            continue
        holders = dossier.holders(use.office, on=use.when, certain=True)
        if len(holders) > 1:
            names = " and ".join(minister.id for minister in holders)
            yield problem(
                use.record,
                f"{use.office!r} was held by {names} on {use.when}",
                *use.path,
            )


def minister_out_of_office(dossier: Dossier) -> Iterator[Problem]:
    """Find ministers at meetings outside all their known times in office."""
    for meeting in dossier.meetings.where(state=MeetingState.HELD):
        if meeting.when is None:
            continue
        for position, present in enumerate(meeting.participations):
            if present.minister is None:
                continue
            minister = dossier.ministers[present.minister]
            if not _may_be_in_office(minister, meeting.when):
                yield problem(
                    meeting,
                    f"{minister.id!r} is not known to have held an office"
                    f" on {meeting.when}",
                    "participations",
                    position,
                    "minister",
                )


def _may_be_in_office(minister: Minister, when: Period) -> bool:
    """Say whether a minister may have been in office; of one without tenures nothing is known."""
    if not minister.tenures:
        return True
    return any(
        tenure.period.overlaps(when).possible for tenure in minister.tenures
    )


_ONLOOKERS: Final = frozenset({Role.OBSERVER, Role.WITNESS})
"""The roles in which anybody may come to a meeting."""


def minister_of_another_party(dossier: Dossier) -> Iterator[Problem]:
    """Find participants whose office is one of a party that the meeting does not name."""
    for meeting in dossier.meetings:
        if not meeting.parties:
            continue
        for position, present in enumerate(meeting.participations):
            if present.office is None or present.role in _ONLOOKERS:
                continue
            # The office of a ministry or agency is one of its state, too.
            party = dossier.offices[present.office].party
            if not _belongs_to_any(dossier, party, meeting.parties):
                yield problem(
                    meeting,
                    f"{present.office!r} is an office of {party!r},"
                    " which is not a party to the meeting",
                    "participations",
                    position,
                    "office",
                )


def held_for_ever(dossier: Dossier) -> Iterator[Problem]:
    """Find tenures and memberships that have no end at all, in place of one that is unknown."""
    for record in dossier.records:
        lasting: tuple[Tenure | Membership, ...] = ()
        field = "tenures"
        if isinstance(record, Minister):
            lasting = record.tenures
        elif isinstance(record, Party):
            lasting, field = record.members, "members"
        for position, part in enumerate(lasting):
            if part.period is None or not part.period.is_open_end:
                continue
            unknown = part.period.edtf.removesuffix("..")
            # Without a start either, nothing is left to write.
            hint = "leave it out" if unknown == "../" else f"write {unknown}"
            yield problem(
                record,
                f"{part.period} has no end, and so lasts for ever",
                field,
                position,
                "period",
                hint=f"{hint} if the end is only unknown",
            )


def commits_outside_agreement(dossier: Dossier) -> Iterator[Problem]:
    """Find parties that commit themselves under an agreement to which they are not a party."""
    for commitment in dossier.commitments:
        if commitment.agreement is None:
            continue
        agreement = dossier.agreements[commitment.agreement]
        # Without any parties on record, anybody may be one.
        parties = [*agreement.parties]
        parties += [adherence.party for adherence in agreement.adherences]
        if not parties or not _is_reached(agreement):
            continue
        for position, party in enumerate(commitment.by):
            if not _belongs_to_any(dossier, party, parties):
                yield problem(
                    commitment,
                    f"{party!r} is not a party to {agreement.id!r}",
                    "by",
                    position,
                )


def _is_reached(agreement: Agreement) -> bool:
    """Say whether an agreement is more than sought: until then anybody may call for it."""
    steps = (
        agreement.announced,
        agreement.signed,
        agreement.provisional,
        agreement.in_force,
    )
    return any(step is not None for step in steps)


def _belongs_to_any(
    dossier: Dossier, party: str, others: Iterable[str]
) -> bool:
    """Say whether a party is one of the others, or a part or member of one."""
    index = index_of(dossier)
    return any(index.belongs_to(party, other) for other in others)


# --- figures -------------------------------------------------------------------------------------


def unit_of_another_kind(dossier: Dossier) -> Iterator[Problem]:
    """Find targets, baselines, observations and changes that are not in the metric's unit."""
    for metric in dossier.metrics:
        unit = _unit_of_amounts(metric.unit)
        for path, quantity in (*_levels(metric), *_absolute_changes(metric)):
            if quantity.unit != unit:
                yield problem(
                    metric,
                    f"{quantity} is not in {metric.unit!r}, the unit of the metric",
                    *path,
                    severity=Severity.ERROR,
                )


def _unit_of_amounts(unit: str) -> str:
    """Return a metric's unit in the form that amounts have: "per cent" is "%"."""
    try:
        return Quantity.exactly(1, unit).unit
    except EntenteError:  # no amount can have it, so none is in it
        return unit


def _levels(metric: Metric) -> Iterator[tuple[Location, Quantity]]:
    """Yield the target, the baseline and the observed values of a metric, with their paths."""
    levels: dict[Location, Quantity | None] = {("target",): metric.target}
    if metric.baseline is not None:
        levels["baseline", "value"] = metric.baseline.value
    for position, observation in enumerate(metric.observations):
        levels["observations", position, "value"] = observation.value
    for path, quantity in levels.items():
        if quantity is not None:
            yield path, quantity


def _absolute_changes(metric: Metric) -> Iterator[tuple[Location, Quantity]]:
    """Yield the changes of a metric that have to be in its unit: all but those in per cent."""
    for position, observation in enumerate(metric.observations):
        change = observation.change
        if change is None or change.unit == PERCENT:
            continue
        if not is_in_points(change.unit):
            yield ("observations", position, "change"), change


def conflicting_observations(dossier: Dossier) -> Iterator[Problem]:
    """Find two observations of a metric for the same time that cannot both be right."""
    for metric in dossier.metrics:
        for earlier, later in conflicts(metric):
            observation = metric.observations[later]
            other = metric.observations[earlier]
            yield problem(
                metric,
                f"{_figure(observation)} for {observation.period},"
                f" but {_figure(other)} in observation {earlier}",
                "observations",
                later,
            )


def _figure(observation: Observation) -> Quantity | None:
    return (
        observation.change if observation.value is None else observation.value
    )


def change_that_does_not_fit(dossier: Dossier) -> Iterator[Problem]:
    """Find changes that contradict the levels given for their two periods."""
    for metric in dossier.metrics:
        for position, observation in enumerate(metric.observations):
            message = _explain_misfit(metric, observation)
            if message is not None:
                yield problem(
                    metric, message, "observations", position, "change"
                )


def _explain_misfit(metric: Metric, observation: Observation) -> str | None:
    """Explain how a stated change differs from that between levels; return None if it may fit.

    A fall of 30 % is stated, and the levels are 45,774 and 29,437 boats: that is a fall of 35.7 %.
    """
    stated = observation.change
    if stated is None:
        return None
    levels_before = _levels_of(metric, observation.against)
    levels_after = _levels_of(metric, observation.period)
    pairs = [
        (before, after)
        for before, after in product(levels_before, levels_after)
        if _has_change_like(stated, before, after)
    ]
    if not pairs:
        return None
    unrounded = _unrounded(stated)
    for before, after in pairs:
        if unrounded.equals(_possible_change(before, after, stated)).possible:
            return None
    before, after = pairs[0]
    change = (
        round(after.change_from(before), 1)
        if stated.unit == PERCENT
        else after - before
    )
    return (
        f"{stated} against {observation.against},"
        f" but {after} against {before} is {change}"
    )


def _has_change_like(
    stated: Quantity, before: Quantity, after: Quantity
) -> bool:
    """Return whether two levels have a change in the unit and at the rate of a stated one."""
    if (before.unit, before.per) != (after.unit, after.per):
        return False
    if stated.unit == PERCENT:
        # A change from zero, or from what may be zero, has no size in per cent.
        return (before.low or 0) > 0
    difference = after - before
    return (difference.unit, difference.per) == (stated.unit, stated.per)


def _possible_change(
    before: Quantity, after: Quantity, stated: Quantity
) -> Quantity:
    """Return every change from one level to another that they may mean."""
    if stated.unit == PERCENT:
        return after.change_from(before)
    # Levels are rounded too: 7 % and 5 % may be three percentage points apart.
    return _unrounded(after) - _unrounded(before)


def _levels_of(metric: Metric, period: Period | None) -> list[Quantity]:
    """Return the levels of a metric in a period, its baseline among them."""
    observations = [metric.baseline, *metric.observations]
    return [
        observation.value
        for observation in observations
        if observation is not None
        and observation.value is not None
        and is_same_time(observation.period, period)
    ]


def _unrounded(stated: Quantity) -> Quantity:
    """Widen a figure by half a unit of its last digit, since rounding may have moved it that far.

    "-36 %" may be anything from -36.5 % to -35.5 %, "-35.7 %" from -35.75 % to -35.65 %, and "16,000
    boats" from 15,500 to 16,500.
    """
    ends = [end for end in (stated.low, stated.high) if end is not None]
    power = max(map(_last_digit, ends), default=0)
    # Zeros at the end of a percentage are seldom those of rounding.
    if not is_counted(stated.unit) and stated.unit not in CURRENCIES:
        power = min(power, 0)
    unit = (stated - stated).unit
    half = Decimal("0.5")
    margin = Quantity.between(
        -half, half, unit, is_change=True, per=stated.per
    )
    return stated + margin * Decimal(f"1e{power}")


def _last_digit(number: Decimal) -> int:
    """Return the power of ten of the last digit that is not zero: 2 for 16,300, and -1 for 0.5."""
    whole, _, decimals = f"{number:f}".partition(".")
    if decimals:
        return -len(decimals)
    return len(whole) - len(whole.rstrip("0")) if number else 0


def target_without_direction(dossier: Dossier) -> Iterator[Problem]:
    """Find targets of one number that may be a minimum or a maximum."""
    for metric in dossier.metrics:
        if lacks_direction(metric):
            yield problem(
                metric,
                explain_direction(metric),
                "target",
                severity=Severity.INFO,
            )


# --- questions to ask of the source --------------------------------------------------------------


def firm_without_deadline(dossier: Dossier) -> Iterator[Problem]:
    """Find firm promises that do not say when they are due."""
    for commitment in dossier.commitments.where(firm=True):
        times = (commitment.due, commitment.runs, commitment.recurrence)
        if all(time is None for time in times):
            yield problem(
                commitment,
                "a firm promise without a deadline",
                severity=Severity.INFO,
            )


def firm_without_metric(dossier: Dossier) -> Iterator[Problem]:
    """Find firm promises without a metric of their progress."""
    for commitment in dossier.commitments.where(firm=True):
        if not commitment.metrics:
            yield problem(
                commitment,
                "a firm promise without a metric",
                severity=Severity.INFO,
            )


def firm_without_citation(dossier: Dossier) -> Iterator[Problem]:
    """Find firm promises that nobody can look up."""
    for commitment in dossier.commitments.where(firm=True):
        if not commitment.citations:
            yield problem(
                commitment,
                "a firm promise without a citation",
                severity=Severity.INFO,
            )


def citation_without_place(dossier: Dossier) -> Iterator[Problem]:
    """Find citations of a whole document, without the passage."""
    for record in dossier.records:
        for path, citation in citations(record):
            passage = (
                citation.lines,
                citation.characters,
                citation.paragraphs,
                citation.quote,
            )
            if not any(passage):
                yield problem(
                    record,
                    f"{citation.source!r} is cited without a place",
                    *path,
                    severity=Severity.INFO,
                )


def reporter_without_party(dossier: Dossier) -> Iterator[Problem]:
    """Find reports by a document or minister of no known party, which count as an outsider's."""
    index = index_of(dossier)
    for commitment in dossier.commitments:
        for position, report in enumerate(commitment.reports):
            if any(speakers(report, index)):
                continue
            is_source = isinstance(dossier[report.by], Source)
            missing = (
                "its issued_by" if is_source else f"a tenure on {report.on}"
            )
            yield problem(
                commitment,
                f"no party is known for which {report.by!r} speaks,"
                " so it counts as an outsider's",
                "reports",
                position,
                "by",
                severity=Severity.INFO,
                hint=f"if it speaks for one, add {missing}",
            )


# --- duplicates and leftovers --------------------------------------------------------------------


def restatement_as_new(dossier: Dossier) -> Iterator[Problem]:
    """Find commitments in the words of another by the same parties, with no link between them."""
    first: dict[tuple[str, frozenset[str]], Commitment] = {}
    for commitment in dossier.commitments:
        # Case, white space and a final full stop make no other promise.
        words = " ".join(commitment.summary.casefold().rstrip(".").split())
        promise = words, frozenset(commitment.by)
        # All are compared with the first that says so, or three alike would make three problems.
        other = first.setdefault(promise, commitment)
        if other is commitment or other.id in _related(dossier, commitment):
            continue
        link = f'{{ kind = "{LinkKind.RESTATES}", target = "{other.id}" }}'
        yield problem(
            commitment,
            f"says the same as {other.id!r}",
            "summary",
            hint=f"write links = [{link}] if it is the same promise",
        )


def _related(dossier: Dossier, commitment: Commitment) -> set[str]:
    """Return the ids of all commitments in the lineage of one, its wholes and parts among them."""
    lineage = dossier.lineage(commitment)
    steps = (*lineage.before, *lineage.after)
    wholes_and_parts = (*lineage.wholes, *lineage.parts)
    related = {step.record.id for step in steps}
    related.update(each.id for each in wholes_and_parts)
    return related


def alias_claimed_twice(dossier: Dossier) -> Iterator[Problem]:
    """Find names and aliases that two records of one kind share."""
    claimed: dict[tuple[str, str], Record] = {}
    for record in dossier.records:
        if not isinstance(record, Theme | Party | Minister | Agreement):
            continue
        kind = kind_of(record)
        # A record may repeat its own name among its aliases.
        for name in dict.fromkeys((caption(record), *record.aliases)):
            other = claimed.setdefault((kind, name.casefold()), record)
            if other is not record:
                yield problem(
                    record, f"goes by {name!r}, and so does {other.id!r}"
                )


def unused_theme(dossier: Dossier) -> Iterator[Problem]:
    """Find themes that no record has, nor a narrower theme."""
    return _unnamed(dossier, Theme)


def orphaned_record(dossier: Dossier) -> Iterator[Problem]:
    """Find parties, offices, sources, events and metrics that no record names."""
    return _unnamed(dossier, Party, Office, Source, Event, Metric)


def _unnamed(dossier: Dossier, *kinds: type[Record]) -> Iterator[Problem]:
    named: set[str] = set()
    # A record that only names itself, as a source may cite itself, is named by no other.
    for record in dossier.records:
        named.update(id for _, id, _ in references(record) if id != record.id)
    for record in dossier.records:
        if isinstance(record, kinds) and record.id not in named:
            yield problem(
                record,
                "no other record names it",
                severity=Severity.INFO,
            )


RULES: Final[tuple[Rule, ...]] = (
    due_before_made,
    report_before_made,
    reports_going_backward,
    report_after_withdrawal,
    in_force_before_signed,
    held_after_source,
    date_against_its_words,
    office_without_holder,
    office_with_several_holders,
    minister_out_of_office,
    minister_of_another_party,
    held_for_ever,
    commits_outside_agreement,
    unit_of_another_kind,
    conflicting_observations,
    change_that_does_not_fit,
    target_without_direction,
    firm_without_deadline,
    firm_without_metric,
    firm_without_citation,
    citation_without_place,
    reporter_without_party,
    restatement_as_new,
    alias_claimed_twice,
    unused_theme,
    orphaned_record,
)
"""The built-in rules, in the order in which `check` runs them."""
