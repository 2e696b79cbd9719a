"""Rules about offices, ministers and parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from attrs import frozen

from entente._dossier import Dossier, index_of
from entente.answers._reports import voices
from entente.answers._times import existence_of
from entente.checks._problems import problem
from entente.errors import Location, Problem
from entente.records._index import RecordIndex
from entente.records._model import (
    Agreement,
    Commitment,
    Meeting,
    Minister,
    Office,
    Party,
    Record,
)
from entente.records._parts import Participation
from entente.records._vocabulary import MeetingState, Role
from entente.values._period import Period


@frozen
class _Use:
    """An id that a record names for a day: where it does so, and when that was."""

    record: Record
    path: Location
    id: str
    when: Period


def _office_uses(dossier: Dossier) -> Iterator[_Use]:
    """Yield the offices that met, promised, were promised something or spoke on a known date."""
    for use in (*_actors(dossier), *_recipients(dossier)):
        if isinstance(dossier[use.id], Office):
            yield use


def _actors(dossier: Dossier) -> Iterator[_Use]:
    """Yield each that met, promised or spoke on a known date."""
    for meeting in dossier.meetings.where(state=MeetingState.HELD):
        yield from _uses(meeting, "parties", meeting.parties, meeting.when)
        for position, present in enumerate(meeting.participations):
            named = {
                "minister": present.minister,
                "office": present.office,
                "party": present.party,
            }
            for name, id in named.items():
                # Without a date, nobody can say who held an office.
                if id is None or meeting.when is None:
                    continue
                path = ("participations", position, name)
                yield _Use(meeting, path, id, meeting.when)
    for commitment in dossier.commitments:
        made = commitment.made
        yield from _uses(commitment, "by", commitment.by, made)
        yield from _uses(
            commitment, "announced_by", commitment.announced_by, made
        )
    for statement in dossier.statements:
        yield from _uses(
            statement, "speakers", statement.speakers, statement.said
        )


def _recipients(dossier: Dossier) -> Iterator[_Use]:
    """Yield each that was promised something on a known date."""
    for commitment in dossier.commitments:
        yield from _uses(commitment, "to", commitment.to, commitment.made)


def _uses(
    record: Record, name: str, ids: Iterable[str], when: Period | None
) -> Iterator[_Use]:
    if when is None:
        return
    for position, id in enumerate(ids):
        yield _Use(record, (name, position), id, when)


def office_without_holder(dossier: Dossier) -> Iterator[Problem]:
    """Find offices whose known holders cannot have held them on the day for which they are named."""
    index = index_of(dossier)
    for use in _office_uses(dossier):
        # Many a source names no more than the office, and no holder need be on record.
        if not index.tenures(use.id):
            continue
        if not dossier.holders(use.id, on=use.when):
            yield problem(
                use.record,
                f"nobody is known to have been {use.id!r} on {use.when}",
                *use.path,
                hint="add the minister who held it, with the tenure",
            )


def office_with_several_holders(dossier: Dossier) -> Iterator[Problem]:
    """Find offices that several held on the day for which they are named, as at a handover."""
    for use in _office_uses(dossier):
        # Over more than a day, holders may have followed one another.
        if use.when.day is None:
            continue
        holders = dossier.holders(use.id, on=use.when, certain=True)
        if len(holders) > 1:
            names = " and ".join(minister.id for minister in holders)
            yield problem(
                use.record,
                f"{use.id!r} was held by {names} on {use.when}",
                *use.path,
            )


def minister_out_of_office(dossier: Dossier) -> Iterator[Problem]:
    """Find ministers who meet or promise outside all their known times in office."""
    for use in _actors(dossier):
        minister = dossier[use.id]
        # Whoever has left office may still speak.
        if not isinstance(minister, Minister) or use.path[0] not in _OFFICIAL:
            continue
        if not _may_be_in_office(minister, use.when):
            yield problem(
                use.record,
                f"{minister.id!r} is not known to have held an office"
                f" on {use.when}",
                *use.path,
            )


_OFFICIAL: Final = ("participations", "by")
"""The fields in which ministers act for their offices, and not for themselves."""


def _may_be_in_office(minister: Minister, when: Period) -> bool:
    """Say whether a minister may have been in office; of one without tenures nothing is known."""
    if not minister.tenures:
        return True
    return any(
        tenure.period.overlaps(when).possible for tenure in minister.tenures
    )


def office_of_another(dossier: Dossier) -> Iterator[Problem]:
    """Find participants named in an office that somebody else certainly held, and not they."""
    for taking in _takings_part(dossier):
        present, when = taking.participation, taking.when
        if present.office is None or present.minister is None:
            continue
        # Over more than a day, holders may have followed one another.
        if when is None or when.day is None:
            continue
        may_hold = dossier.holders(present.office, on=when)
        holders = dossier.holders(present.office, on=when, certain=True)
        if holders and present.minister not in {each.id for each in may_hold}:
            names = " and ".join(repr(each.id) for each in holders)
            yield problem(
                taking.record,
                f"{present.minister!r} is named as {present.office!r},"
                f" which {names} held on {when}",
                "participations",
                taking.position,
                "minister",
            )


@frozen
class _TakingPart:
    """A participation: its record and where it is in it, and its day, if that is known."""

    record: Meeting | Agreement | Commitment
    position: int
    participation: Participation
    when: Period | None


def _takings_part(dossier: Dossier) -> Iterator[_TakingPart]:
    """Yield who takes part in meetings, agreements and commitments, and when if that has come."""
    for meeting in dossier.meetings:
        is_held = meeting.state is MeetingState.HELD
        yield from _parts_taken(meeting, meeting.when if is_held else None)
    for agreement in dossier.agreements:
        made = agreement.signed or agreement.adopted
        yield from _parts_taken(agreement, made)
    for commitment in dossier.commitments:
        yield from _parts_taken(commitment, commitment.made)


def _parts_taken(
    record: Meeting | Agreement | Commitment, when: Period | None
) -> Iterator[_TakingPart]:
    for position, present in enumerate(record.participations):
        # Whoever watches or gains by it, or keeps the text, does so later.
        day = None if present.role in _LATER else when
        yield _TakingPart(record, position, present, day)


_LATER: Final = frozenset(
    {Role.INVITEE, Role.MONITOR, Role.BENEFICIARY, Role.DEPOSITARY}
)
"""The roles of those who need not be there on the day."""

_ONLOOKERS: Final = frozenset({Role.OBSERVER, Role.WITNESS})
"""The roles in which anybody may come to a meeting."""


def minister_of_another_party(dossier: Dossier) -> Iterator[Problem]:
    """Find participants whose office is one of a party that is not at the meeting, or not theirs."""
    yield from _offices_of_absent_parties(dossier)
    for taking in _takings_part(dossier):
        party = taking.participation.party
        if party is None:
            continue
        named, parties = _offices_held(dossier, taking)
        if parties and not _shares_in(party, parties, index_of(dossier)):
            owners = " and ".join(map(repr, dict.fromkeys(parties)))
            yield problem(
                taking.record,
                f"{named!r} is in office for {owners}, and not for {party!r}",
                "participations",
                taking.position,
                "party",
            )


def _offices_held(
    dossier: Dossier, taking: _TakingPart
) -> tuple[str | None, list[str]]:
    """Return the office that takes part, or the minister, and the parties of the offices held."""
    present = taking.participation
    if present.office is not None:
        return present.office, [dossier.offices[present.office].party]
    if present.minister is not None and taking.when is not None:
        speaking = voices(present.minister, taking.when, index_of(dossier))
        return present.minister, list(speaking)
    return None, []


def _offices_of_absent_parties(dossier: Dossier) -> Iterator[Problem]:
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


def commits_outside_agreement(dossier: Dossier) -> Iterator[Problem]:
    """Find parties that commit themselves under an agreement to which they are not a party."""
    for commitment in dossier.commitments:
        if commitment.agreement is None:
            continue
        agreement = dossier.agreements[commitment.agreement]
        # Without any parties on record, anybody may be one.
        parties = [*agreement.parties]
        parties += [adherence.party for adherence in agreement.adherences]
        # A depositary or an organ has duties under a treaty that it is no party to.
        named = {
            id
            for each in agreement.participations
            for id in (each.party, each.office, each.minister)
        }
        if not parties or not _is_reached(agreement):
            continue
        for position, id in enumerate(commitment.by):
            if id in named:
                continue
            # An office promises for its party, and so does a minister while in office.
            promising = list(voices(id, commitment.made, index_of(dossier)))
            is_party = any(
                _belongs_to_any(dossier, party, parties) for party in promising
            )
            if promising and not is_party:
                yield problem(
                    commitment,
                    f"{id!r} is not a party to {agreement.id!r}",
                    "by",
                    position,
                )


def party_that_did_not_exist(dossier: Dossier) -> Iterator[Problem]:
    """Find parties that meet, promise, speak or sign before they existed, or after."""
    index = index_of(dossier)
    for use in (*_actors(dossier), *_signatories(dossier)):
        party = dossier[use.id]
        if not isinstance(party, Party):
            continue
        existed = existence_of(party, index)
        if existed is not None and not existed.overlaps(use.when).possible:
            yield problem(
                use.record,
                f"{party.id!r} existed {existed}, and not on {use.when}",
                *use.path,
            )


def _signatories(dossier: Dossier) -> Iterator[_Use]:
    """Yield each party that took a step of its own towards an agreement, on a known date.

    The parties of an agreement as a whole may have come to it long after it was signed.
    """
    for agreement in dossier.agreements:
        for position, adherence in enumerate(agreement.adherences):
            path = ("adherences", position, "party")
            for step in adherence.steps:
                if step.on is not None and not step.expected:
                    yield _Use(agreement, path, adherence.party, step.on)


def report_of_nobody(dossier: Dossier) -> Iterator[Problem]:
    """Find reports on what a party did that has no part in the commitment."""
    index = index_of(dossier)
    for commitment in dossier.commitments:
        doing = (
            *commitment.by,
            *commitment.funded_by,
            *commitment.implemented_by,
        )
        promising = [list(voices(id, commitment.made, index)) for id in doing]
        # Where one of them may speak for anybody, anybody may be meant.
        if not promising or not all(promising):
            continue
        parties = list(chain.from_iterable(promising))
        for position, report in enumerate(commitment.reports):
            if report.of is None or _shares_in(report.of, parties, index):
                continue
            yield problem(
                commitment,
                f"{report.of!r} neither promises it, nor pays for it, nor does the work",
                "reports",
                position,
                "of",
            )


def _shares_in(party: str, others: Iterable[str], index: RecordIndex) -> bool:
    """Say whether a party is one of the others, a part or member of one, or the whole of one."""
    return any(
        index.belongs_to(party, other) or index.belongs_to(other, party)
        for other in others
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
