"""What is well-formed but wrong or weak: rules over a dossier.

A rule is a function that takes a dossier and yields a `Problem` for each thing it finds; its name is
the function's, with hyphens. `RULES` lists them all. Whoever has rules of their own passes them too::

    def no_french(dossier):
        for source in dossier.sources:
            if source.language == "fr":
                yield found(source, "the source is not in English")

    check(dossier, rules=(*RULES, no_french))

A rule accuses only where it is certain: a vague date that may be in order is in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Final, TypeAlias

from attrs import evolve

from entente._coherence import locations
from entente._dossier import Dossier, index_of
from entente._text import did_you_mean, shorten
from entente.answers._status import speakers
from entente.answers._targets import conflicts
from entente.errors import EntenteError, Location, Problem, QueryError, Severity
from entente.records._index import kind_of
from entente.records._model import (
    Adherence,
    Agreement,
    Commitment,
    Event,
    Metric,
    Minister,
    Office,
    Party,
    Record,
    Report,
    Source,
    Theme,
    caption,
    citations,
    references,
)
from entente.records._vocabulary import LinkKind, MeetingState, ReportedStatus, Role
from entente.values._period import Period
from entente.values._quantity import Quantity
from entente.values._units import PERCENT, PERCENTAGE_POINT

Rule: TypeAlias = Callable[[Dossier], Iterable[Problem]]
"""A function that finds problems of one sort in a dossier."""


def check(
    dossier: Dossier,
    *,
    rules: Iterable[Rule] | None = None,
    only: str | Iterable[str] | None = None,
    without: str | Iterable[str] = (),
) -> tuple[Problem, ...]:
    """Return all problems that the rules find, in the order of the rules; an empty tuple if there are none.

    `rules` are `RULES` unless given; `only` and `without` choose among them by name. Raises
    `entente.errors.QueryError` for a name that none of them has, and never for what the dossier holds.

    >>> from entente import Commitment, Dossier
    >>> late = Commitment(id="late", summary="Do it.", made="2024-03", due="2023")
    >>> for problem in check(Dossier([late]), only=["due-before-made"]):
    ...     print(problem)
    commitments[0].due (late): due 2023, before it was made, 2024-03
    """
    asked = RULES if rules is None else tuple(rules)
    names = [rule_name(rule) for rule in asked]
    chosen = set(names if only is None else _known(only, names)).difference(
        _known(without, names)
    )
    spot = {
        record.id: spot
        for record, spot in zip(
            dossier.records, locations(dossier.records), strict=True
        )
    }
    return tuple(
        evolve(
            problem,
            rule=name,
            path=(*spot.get(problem.record or "", ()), *problem.path),
        )
        for name, rule in zip(names, asked, strict=True)
        if name in chosen
        for problem in rule(dossier)
    )


def rule_name(rule: Rule) -> str:
    """Return the name by which a rule is chosen.

    >>> rule_name(due_before_made)
    'due-before-made'
    """
    return str(getattr(rule, "__name__", type(rule).__name__)).replace("_", "-")


def found(
    record: Record,
    message: str,
    *path: str | int,
    severity: Severity = Severity.WARNING,
    hint: str | None = None,
) -> Problem:
    """Return a problem of a record, at a path within it, as a rule yields it."""
    return Problem(
        message=message, severity=severity, record=record.id, path=path, hint=hint
    )


def _known(names: str | Iterable[str], known: list[str]) -> list[str]:
    chosen = [names] if isinstance(names, str) else list(names)
    for name in chosen:
        if name not in known:
            hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
            raise QueryError(f"there is no rule {shorten(name)}; {hint}")
    return chosen


# --- dates ---------------------------------------------------------------------------------------


def _surely_before(first: Period | None, second: Period | None) -> bool:
    return first is not None and second is not None and first.before(second).certain


def due_before_made(dossier: Dossier) -> Iterator[Problem]:
    """A commitment that is due before it was made."""
    for commitment in dossier.commitments:
        deadline = commitment.due and commitment.due.end
        if _surely_before(deadline, commitment.made):
            message = f"due {commitment.due}, before it was made, {commitment.made}"
            yield found(commitment, message, "due", severity=Severity.ERROR)


def report_before_made(dossier: Dossier) -> Iterator[Problem]:
    """A report of a commitment that had not been made yet."""
    for commitment in dossier.commitments:
        for place, report in enumerate(commitment.reports):
            if _surely_before(report.on, commitment.made):
                message = (
                    f"reported on {report.on}, before it was made, {commitment.made}"
                )
                yield found(
                    commitment, message, "reports", place, "on", severity=Severity.ERROR
                )


_PROGRESS: Final = (
    ReportedStatus.ANNOUNCED,
    ReportedStatus.NOT_STARTED,
    ReportedStatus.IN_PROGRESS,
    ReportedStatus.SUBSTANTIAL,
    ReportedStatus.COMPLETED,
)


def reports_going_backward(dossier: Dossier) -> Iterator[Problem]:
    """A reporter who says less of a commitment than the same reporter said before."""
    for commitment, place, earlier, later in _successive_reports(dossier, by_one=True):
        if not {earlier.status, later.status} <= set(_PROGRESS):
            continue
        if _PROGRESS.index(later.status) < _PROGRESS.index(earlier.status):
            message = f"{later.status} on {later.on}, though {earlier.status} on {earlier.on} by the same reporter"
            yield found(commitment, message, "reports", place)


def report_after_withdrawal(dossier: Dossier) -> Iterator[Problem]:
    """A report that goes on with a commitment which was withdrawn or superseded before."""
    ended = (ReportedStatus.WITHDRAWN, ReportedStatus.SUPERSEDED)
    for commitment, place, earlier, later in _successive_reports(dossier):
        if earlier.status in ended and later.status not in ended:
            message = (
                f"{later.status} on {later.on}, though {earlier.status} on {earlier.on}"
            )
            yield found(commitment, message, "reports", place)


def _successive_reports(
    dossier: Dossier, *, by_one: bool = False
) -> Iterator[tuple[Commitment, int, Report, Report]]:
    """List each report with the one before it, of anybody or of the same reporter, where their order is certain."""
    for commitment in dossier.commitments:
        for place, later in enumerate(commitment.reports):
            before = [
                each
                for each in commitment.reports
                if _surely_before(each.on, later.on)
                and (each.by == later.by or not by_one)
            ]
            for earlier in before:
                if not any(_surely_before(earlier.on, each.on) for each in before):
                    yield commitment, place, earlier, later


def in_force_before_signed(dossier: Dossier) -> Iterator[Problem]:
    """An agreement that was in force before it was signed. It happens; it is worth a second look."""
    for agreement in dossier.agreements:
        dated: list[tuple[Location, Agreement | Adherence]] = [((), agreement)]
        dated += [
            (("adherences", place), each)
            for place, each in enumerate(agreement.adherences)
        ]
        for path, each in dated:
            if _surely_before(each.in_force, each.signed):
                message = (
                    f"in force {each.in_force}, before it was signed, {each.signed}"
                )
                yield found(agreement, message, *path, "in_force")


def held_after_source(dossier: Dossier) -> Iterator[Problem]:
    """A meeting told as held, all of whose dated sources were published before it."""
    for meeting in dossier.meetings.where(state=MeetingState.HELD):
        dated = {
            citation.source: published
            for _, citation in citations(meeting)
            if (published := dossier.sources[citation.source].published) is not None
        }
        if dated and all(
            _surely_before(published, meeting.when) for published in dated.values()
        ):
            source, published = next(iter(dated.items()))
            message = (
                f"held {meeting.when}, after {source!r} was published, {published}"
            )
            yield found(meeting, message, "when", severity=Severity.ERROR)


# --- offices and parties -------------------------------------------------------------------------


def _office_uses(dossier: Dossier) -> Iterator[tuple[Record, Location, str, Period]]:
    """List where an office stands for its holder, and when."""
    for meeting in dossier.meetings:
        for place, present in enumerate(meeting.participations):
            if (
                present.office is not None
                and meeting.when is not None
                and meeting.state is MeetingState.HELD
            ):
                yield (
                    meeting,
                    ("participations", place, "office"),
                    present.office,
                    meeting.when,
                )
    for commitment in dossier.commitments:
        for place, id in enumerate(commitment.announced_by):
            if commitment.made is not None and isinstance(dossier[id], Office):
                yield commitment, ("announced_by", place), id, commitment.made
    for statement in dossier.statements:
        if statement.said is not None and isinstance(
            dossier[statement.speaker], Office
        ):
            yield statement, ("speaker",), statement.speaker, statement.said


def office_without_holder(dossier: Dossier) -> Iterator[Problem]:
    """An office that nobody in the dossier can have held on the day it was used."""
    for record, path, office, when in _office_uses(dossier):
        if not dossier.holders(office, on=when):
            hint = "add the minister who held it, with the tenure"
            yield found(
                record,
                f"nobody is known to have been {office!r} on {when}",
                *path,
                hint=hint,
            )


def office_with_several_holders(dossier: Dossier) -> Iterator[Problem]:
    """An office that several held on the day it was used, as on the day of a handover."""
    for record, path, office, when in _office_uses(dossier):
        if when.day is None:
            continue  # in a longer time they may have followed one another
        holders = [
            minister.id for minister in dossier.holders(office, on=when, certain=True)
        ]
        if len(holders) > 1:
            yield found(
                record,
                f"{office!r} was held by {' and '.join(holders)} on {when}",
                *path,
            )


def minister_out_of_office(dossier: Dossier) -> Iterator[Problem]:
    """A minister who took part in a meeting while known for other times in office only."""
    for meeting in dossier.meetings.where(state=MeetingState.HELD):
        for place, present in enumerate(meeting.participations):
            if present.minister is None or meeting.when is None:
                continue
            tenures = dossier.ministers[present.minister].tenures
            if tenures and not any(
                tenure.period.overlaps(meeting.when).possible for tenure in tenures
            ):
                message = f"{present.minister!r} is not known to have held an office on {meeting.when}"
                yield found(meeting, message, "participations", place, "minister")


def minister_of_another_party(dossier: Dossier) -> Iterator[Problem]:
    """A participant whose office is of a party that the meeting does not name."""
    for meeting in dossier.meetings:
        for place, present in enumerate(meeting.participations):
            if (
                present.office is None
                or not meeting.parties
                or present.role in (Role.OBSERVER, Role.WITNESS)
            ):
                continue
            party = dossier.offices[present.office].party
            if not any(
                index_of(dossier).belongs(party, each) for each in meeting.parties
            ):
                message = f"{present.office!r} is of {party!r}, which is no party to the meeting"
                yield found(meeting, message, "participations", place, "office")


def commits_outside_agreement(dossier: Dossier) -> Iterator[Problem]:
    """A party that commits itself under an agreement to which it is no party.

    An agreement that is only sought binds nobody yet, and anyone may call for it.
    """
    for commitment in dossier.commitments:
        if commitment.agreement is None:
            continue
        agreement = dossier.agreements[commitment.agreement]
        if not (
            agreement.announced
            or agreement.signed
            or agreement.provisional
            or agreement.in_force
        ):
            continue
        parties = (*agreement.parties, *(each.party for each in agreement.adherences))
        for place, party in enumerate(commitment.by):
            if parties and not any(
                index_of(dossier).belongs(party, each) for each in parties
            ):
                yield found(
                    commitment,
                    f"{party!r} is no party to {agreement.id!r}",
                    "by",
                    place,
                )


# --- figures -------------------------------------------------------------------------------------


def unit_of_another_kind(dossier: Dossier) -> Iterator[Problem]:
    """A target, baseline, observation or change that is not in its metric's unit; a change may be in per cent."""
    for metric in dossier.metrics:
        unit = _unit(metric.unit)
        changes = {
            ("observations", place, "change"): each.change
            for place, each in enumerate(metric.observations)
            if each.change is not None
            and each.change.unit not in (PERCENT, PERCENTAGE_POINT)
        }
        for path, quantity in (*_levels(metric), *changes.items()):
            if quantity.unit != unit:
                message = (
                    f"{quantity} is not in {metric.unit!r}, the unit of the metric"
                )
                yield found(metric, message, *path, severity=Severity.ERROR)


def _unit(written: str) -> str:
    """Return a unit as amounts have it: "per cent" is "%"."""
    try:
        return Quantity.exactly(1, written).unit
    except EntenteError:
        return written


def _levels(metric: Metric) -> Iterator[tuple[Location, Quantity]]:
    if metric.target is not None:
        yield ("target",), metric.target
    if metric.baseline is not None and metric.baseline.value is not None:
        yield ("baseline", "value"), metric.baseline.value
    for place, observation in enumerate(metric.observations):
        if observation.value is not None:
            yield ("observations", place, "value"), observation.value


def conflicting_observations(dossier: Dossier) -> Iterator[Problem]:
    """Two observations of one metric for the same time that cannot both be right."""
    for metric in dossier.metrics:
        for earlier, later in conflicts(metric):
            first, second = metric.observations[earlier], metric.observations[later]
            message = f"{second.value or second.change} for {second.period}, though {first.value or first.change} in observation {earlier}"
            yield found(metric, message, "observations", later)


def change_that_does_not_fit(dossier: Dossier) -> Iterator[Problem]:
    """A change in per cent that no levels given for the two periods make, rounding allowed for."""
    for metric in dossier.metrics:
        for place, observation in enumerate(metric.observations):
            stated = observation.change
            if stated is None or stated.unit != PERCENT:
                continue
            pairs = [
                (before, after)
                for before in _levels_of(metric, observation.against)
                for after in _levels_of(metric, observation.period)
                if before.unit == after.unit and (before.low or 0) > 0
            ]
            made = [after.change_from(before) for before, after in pairs]
            if made and not any(
                _unrounded(stated).equals(each).possible for each in made
            ):
                (before, after), change = pairs[0], round(made[0], 1)
                message = f"{stated} against {observation.against}, but {after} against {before} is {change}"
                yield found(metric, message, "observations", place, "change")


def _levels_of(metric: Metric, period: Period | None) -> list[Quantity]:
    return [
        each.value
        for each in metric.observations
        if each.period == period and each.value is not None
    ]


def _unrounded(stated: Quantity) -> Quantity:
    """Widen a figure by half a unit of its last digit, as far as rounding may have moved it."""
    ends = [end for end in (stated.low, stated.high) if end is not None]
    places = min((len(f"{end:f}".partition(".")[2]) for end in ends), default=0)
    return stated + Quantity(f"-0.5..0.5 {stated.unit}") * Decimal(f"1e-{places}")


# --- questions to ask of the source --------------------------------------------------------------


def firm_without_deadline(dossier: Dossier) -> Iterator[Problem]:
    """A firm promise of which nobody can say when it is due."""
    for commitment in dossier.commitments.where(firm=True):
        if (
            commitment.due is None
            and commitment.runs is None
            and commitment.recurrence is None
        ):
            yield found(
                commitment, "a firm promise without a deadline", severity=Severity.INFO
            )


def firm_without_metric(dossier: Dossier) -> Iterator[Problem]:
    """A firm promise of which nobody can measure how far it has come."""
    for commitment in dossier.commitments.where(firm=True):
        if not commitment.metrics:
            yield found(
                commitment, "a firm promise without a metric", severity=Severity.INFO
            )


def firm_without_citation(dossier: Dossier) -> Iterator[Problem]:
    """A firm promise that nobody can look up."""
    for commitment in dossier.commitments.where(firm=True):
        if not commitment.citations:
            yield found(
                commitment, "a firm promise without a citation", severity=Severity.INFO
            )


def citation_without_place(dossier: Dossier) -> Iterator[Problem]:
    """A citation that names a document, and no passage of it."""
    for record in dossier.records:
        for path, citation in citations(record):
            if not (
                citation.lines
                or citation.characters
                or citation.paragraphs
                or citation.quote
            ):
                yield found(
                    record,
                    f"{citation.source!r} is cited without a place",
                    *path,
                    severity=Severity.INFO,
                )


def reporter_without_party(dossier: Dossier) -> Iterator[Problem]:
    """A report by a document or a minister of whom no party is known, which then counts as an outsider's."""
    for commitment in dossier.commitments:
        for place, report in enumerate(commitment.reports):
            if any(speakers(report, index_of(dossier))):
                continue
            is_source = isinstance(dossier[report.by], Source)
            missing = "its issued_by" if is_source else f"a tenure on {report.on}"
            message = f"no party is known for which {report.by!r} speaks, so it counts as an outsider's"
            hint = f"if it speaks for one, add {missing}"
            yield found(
                commitment,
                message,
                "reports",
                place,
                "by",
                severity=Severity.INFO,
                hint=hint,
            )


# --- what stands twice, or for nothing -----------------------------------------------------------


def restatement_as_new(dossier: Dossier) -> Iterator[Problem]:
    """A commitment that says what another of the same parties says, with no link between them."""
    first: dict[tuple[str, frozenset[str]], Commitment] = {}
    for commitment in dossier.commitments:
        said = " ".join(commitment.summary.casefold().rstrip(".").split())
        other = first.setdefault((said, frozenset(commitment.by)), commitment)
        if other is commitment or other.id in _related(dossier, commitment):
            continue
        hint = f'write links = [{{ kind = "{LinkKind.RESTATES}", target = "{other.id}" }}] if it is the same promise'
        yield found(commitment, f"says the same as {other.id!r}", "summary", hint=hint)


def _related(dossier: Dossier, commitment: Commitment) -> set[str]:
    """Return what a commitment builds on, what builds on it, and what it is a part of."""
    lineage = dossier.lineage(commitment)
    steps = {step.record.id for step in (*lineage.before, *lineage.after)}
    return steps | {each.id for each in (*lineage.wholes, *lineage.parts)}


def alias_claimed_twice(dossier: Dossier) -> Iterator[Problem]:
    """A name or alias that two records of one kind go by."""
    claimed: dict[tuple[str, str], Record] = {}
    for record in dossier.records:
        if not isinstance(record, Theme | Party | Minister | Agreement):
            continue
        for name in dict.fromkeys((caption(record), *record.aliases)):
            other = claimed.setdefault((kind_of(record), name.casefold()), record)
            if other is not record:
                yield found(record, f"goes by {name!r}, and so does {other.id!r}")


def unused_theme(dossier: Dossier) -> Iterator[Problem]:
    """A theme that no record has, nor a theme below it."""
    return _unnamed(dossier, Theme)


def orphaned_record(dossier: Dossier) -> Iterator[Problem]:
    """A party, office, source, event or metric that no record names."""
    return _unnamed(dossier, Party, Office, Source, Event, Metric)


def _unnamed(dossier: Dossier, *kinds: type[Record]) -> Iterator[Problem]:
    named = {
        id
        for record in dossier.records
        for _, id, _ in references(record)
        if id != record.id
    }
    for record in dossier.records:
        if isinstance(record, kinds) and record.id not in named:
            yield found(record, "no other record names it", severity=Severity.INFO)


RULES: Final[tuple[Rule, ...]] = (
    due_before_made,
    report_before_made,
    reports_going_backward,
    report_after_withdrawal,
    in_force_before_signed,
    held_after_source,
    office_without_holder,
    office_with_several_holders,
    minister_out_of_office,
    minister_of_another_party,
    commits_outside_agreement,
    unit_of_another_kind,
    conflicting_observations,
    change_that_does_not_fit,
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
"""The rules that `check` asks unless it is told otherwise."""
