"""Reports on a commitment: for whom their authors speak."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import product

from entente.answers._days import Runs, days_of, days_sure, within
from entente.records._index import RecordIndex, speaks_for_its_whole
from entente.records._model import Minister, Office, Party, Source
from entente.records._parts import Report
from entente.records._vocabulary import PartyKind
from entente.values import _edtf as edtf
from entente.values._period import Period


def speakers(report: Report, index: RecordIndex) -> Iterator[str]:
    """List the parties for which the author of a report speaks, none if no party is known.

    >>> from entente import ReportedStatus, SourceKind
    >>> notice = Source(id="notice", title="Notice", kind=SourceKind.PRESS_NOTICE, issued_by=("GB", "FR"))
    >>> report = Report(on="2024-03-04", by="notice", status=ReportedStatus.COMPLETED)
    >>> list(speakers(report, RecordIndex([notice])))
    ['GB', 'FR']
    """
    # A date that its source doubts may be any day.
    on = None if report.on.uncertain else report.on
    return voices(report.by, on, index)


def voices_of(
    ids: Iterable[str], on: Period | None, index: RecordIndex
) -> list[str]:
    """List the parties for which some parties, offices, ministers or documents speak on a date."""
    found: list[str] = []
    for id in ids:
        # Most are parties, which speak for themselves.
        if isinstance(index[id], Party):
            found.append(id)
        else:
            found += voices(id, on, index)
    return found


def voices(id: str, on: Period | None, index: RecordIndex) -> Iterator[str]:
    """List the parties for which a party, office, minister or document speaks on a date."""
    speaker = index[id]
    match speaker:
        case Party():
            yield speaker.id
        case Office():
            yield speaker.party
        case Source():
            yield from speaker.issued_by
        case Minister():
            # Before and after their tenures, ministers speak only for themselves.
            for held in index.offices_of(speaker.id, on=on):
                office = index[held]
                if isinstance(office, Office):
                    yield office.party
        case _:
            # Other records may be named as authors only in an index made by hand.
            pass


def reporters(report: Report, index: RecordIndex) -> tuple[str, ...]:
    """Return whose word a report is: that of a whole state if one of its bodies speaks for it.

    Two notices of one government are the word of one reporter. A document by nobody, and a minister
    out of office, speak for themselves.

    >>> from entente import Membership, ReportedStatus
    >>> state = Membership(party="GB")
    >>> home = Party(id="home-office", name="Home Office", kind=PartyKind.BODY, part_of=(state,))
    >>> report = Report(on="2024-03-04", by="home-office", status=ReportedStatus.COMPLETED)
    >>> reporters(report, RecordIndex([home]))
    ('GB',)
    """
    author = index[report.by]
    if isinstance(author, Party) and not (author.part_of or author.members):
        # Most reports are by a state.
        return (report.by,)
    parties = list(speakers(report, index))
    found = [root for id in parties for root in roots(id, index, report.on)]
    return tuple(dict.fromkeys(found)) or (report.by,)


def roots(party: str, index: RecordIndex, on: Period | None) -> Iterator[str]:
    """List those for whom a party speaks: itself, the states of a body, the members of a grouping."""
    found = index[party]
    members = [
        member
        for member in (found.members if isinstance(found, Party) else ())
        if is_grouping(party, index)
        and index.is_member(member.party, party, on=on)
    ]
    for member in members:
        yield from roots(member.party, index, on)
    if members:
        return
    wholes = (
        found.part_of
        if isinstance(found, Party) and speaks_for_its_whole(found)
        else ()
    )
    if not wholes:
        yield party
    for whole in wholes:
        yield from roots(whole.party, index, on)


def days_in_office(id: str, index: RecordIndex) -> tuple[Runs, Runs] | None:
    """Return the days on which a minister may have held an office, and surely did; None for others.

    Ministers speak for the party of an office while they hold it.
    """
    held = [period for _, period in index.tenures_of(id)]
    if not held:
        return None
    possible = [run for period in held for run in days_of(period)]
    return tuple(sorted(possible)), tuple(
        sorted(run for period in held for run in days_sure(period))
    )


def may_change_office(
    minister: str, inside: int, outside: int, index: RecordIndex
) -> bool:
    """Tell whether a minister may have been in office on one day and out of it on another."""
    for _, period in index.tenures_of(minister):
        shape = edtf.read(period.edtf)
        if inside < outside:
            turns = within(shape.end.reach, inside, outside - 1)
        else:
            turns = within(shape.start.reach, outside + 1, inside)
        if inside != outside and (turns or shape.hedged):
            return True
    return False


def speaks_for(
    report: Report, parties: Collection[str], index: RecordIndex
) -> bool:
    """Tell whether a report is the word of one of some parties.

    A ministry speaks for its state on what the state promised, and the state for the ministry on
    what the ministry promised. So do the members of a grouping for it, and it for them: a grouping
    is its members. An organisation is not: its word is not that of a member.
    """
    if report.by in parties and isinstance(index[report.by], Party):
        # Most reports are by those who promised.
        return True
    return any(
        _is_of(speaker, party, report.on, index)
        for speaker, party in product(speakers(report, index), parties)
    )


def _is_of(one: str, other: str, on: Period, index: RecordIndex) -> bool:
    return any(
        part in index.below(whole)
        or (is_grouping(whole, index) and index.is_member(part, whole, on=on))
        for part, whole in ((one, other), (other, one))
    )


def is_grouping(id: str, index: RecordIndex) -> bool:
    """Tell whether a party is its members, no more."""
    party = index[id]
    return isinstance(party, Party) and party.kind is PartyKind.GROUPING
