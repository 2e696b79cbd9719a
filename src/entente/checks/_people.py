"""Rules about offices, ministers and parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from entente._dossier import Dossier, index_of
from entente.checks._problems import problem
from entente.errors import Location, Problem
from entente.records._model import Agreement, Minister, Office, Party, Record
from entente.records._parts import Membership, Tenure
from entente.records._vocabulary import MeetingState, Role
from entente.values._period import Period


@frozen
class _OfficeUse:
    """An office that a record names in place of its holder, where it does so, and when that was."""

    record: Record
    path: Location
    office: str
    when: Period


def _office_uses(dossier: Dossier) -> Iterator[_OfficeUse]:
    """Yield the offices that met, promised or spoke on a known date."""
    for record, path, id, when in _actors(dossier):
        # Without a date, nobody can say who held it.
        if id is None or when is None:
            continue
        if isinstance(dossier[id], Office):
            yield _OfficeUse(record, path, id, when)


def _actors(
    dossier: Dossier,
) -> Iterator[tuple[Record, Location, str | None, Period | None]]:
    """Yield the record, path, id and date of each that met, promised or spoke."""
    for meeting in dossier.meetings.where(state=MeetingState.HELD):
        for position, present in enumerate(meeting.participations):
            path = ("participations", position, "office")
            yield meeting, path, present.office, meeting.when
    for commitment in dossier.commitments:
        for position, id in enumerate(commitment.announced_by):
            yield commitment, ("announced_by", position), id, commitment.made
    for statement in dossier.statements:
        for position, id in enumerate(statement.speakers):
            yield statement, ("speakers", position), id, statement.said


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
            hint = f"write {unknown} if the end is only unknown"
            # A span needs one end at least.
            if part.period.start is None:
                hint = "write when it began, and leave the end empty"
            yield problem(
                record,
                f"{part.period} has no end, and so lasts for ever",
                field,
                position,
                "period",
                hint=hint,
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
