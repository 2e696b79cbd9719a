"""Reports on a commitment: for whom their authors speak, and in which order they come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set as AbstractSet
from itertools import product

from entente.records._index import RecordIndex
from entente.records._model import Minister, Office, Party, Source
from entente.records._parts import Report
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
    return voices(report.by, report.on, index)


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


def is_by_party(
    report: Report, parties: AbstractSet[str], index: RecordIndex
) -> bool:
    """Say whether a report is by one of some parties, by a part of one, or by the whole of one."""
    voices = list(speakers(report, index))
    if not parties.isdisjoint(voices):
        return True
    for speaker, party in product(voices, parties):
        # A ministry speaks for the state on what the state promised, and the state for the ministry
        # on what the ministry promised.
        is_part = index.belongs_to(speaker, party, on=report.on)
        is_whole = index.belongs_to(party, speaker, on=report.on)
        if is_part or is_whole:
            return True
    return False


def moment_of(report: Report) -> edtf.Shape:
    """Return the date by which what is reported has come."""
    return edtf.read(report.on.edtf)


def precedes(report: Report, other: Report) -> bool:
    """Say whether a report is certainly of an earlier time than another."""
    first, second = moment_of(report), moment_of(other)
    # A date with a question mark may be any other date, so no order is certain.
    if first.hedged or second.hedged:
        return False
    return first.end.reach[-1][1] < second.start.reach[0][0]


def latest(reports: Sequence[Report]) -> Report | None:
    """Return the latest of some reports, given in the order of the file.

    Where vague dates leave open which of two came later, the one further down the file counts:
    reports are only ever added. For "in progress" in 2024 and then "completed" on 2024-06-01, that
    is the second.
    """
    # Most commitments have one report or none, and need no comparison.
    if len(reports) == 1:
        return reports[0]
    for report in reversed(reports):
        is_followed = any(precedes(report, other) for other in reports)
        if not is_followed:
            return report
    return None
