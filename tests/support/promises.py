"""A promise of Britain, and everybody who may report on it, for tests of its status."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st

from entente import (
    Commitment,
    Dossier,
    Membership,
    Minister,
    Office,
    Party,
    PartyKind,
    Report,
    ReportedStatus,
    Source,
    SourceKind,
    Tenure,
)
from entente.answers._status import CommitmentStatus
from entente.strategies import periods

AUTHORS = (
    Party(
        id="home-office",
        name="Home Office",
        kind=PartyKind.BODY,
        part_of=(Membership(party="GB"),),
    ),
    Party(
        id="border-force",
        name="Border Force",
        kind=PartyKind.BODY,
        part_of=(Membership(party="home-office"),),
    ),
    Party(
        id="fr-interior",
        name="Ministry of the Interior",
        kind=PartyKind.BODY,
        part_of=(Membership(party="FR"),),
    ),
    Party(id="watchdog", name="Watchdog", kind=PartyKind.BODY),
    Office(id="home-secretary", title="Home Secretary", party="home-office"),
    Office(id="prime-minister", title="Prime Minister", party="GB"),
    Office(id="fr-president", title="President", party="FR"),
    Minister(
        id="cleverly",
        name="James Cleverly",
        tenures=(
            Tenure(office="home-secretary", period="2023-11-13/2024-07-05"),
        ),
    ),
    Minister(
        id="macron",
        name="Emmanuel Macron",
        tenures=(Tenure(office="fr-president", period="2017-05-14/.."),),
    ),
    Source(
        id="british-readout",
        title="Readout",
        kind=SourceKind.READOUT,
        issued_by=("GB",),
    ),
    Source(
        id="home-office-notice",
        title="Notice",
        kind=SourceKind.PRESS_NOTICE,
        issued_by=("home-office",),
    ),
    Source(
        id="french-readout",
        title="Compte rendu",
        kind=SourceKind.READOUT,
        issued_by=("FR",),
    ),
    Source(
        id="joint-statement",
        title="Statement",
        kind=SourceKind.JOINT_STATEMENT,
        issued_by=("FR", "GB", "DE"),
    ),
    Source(
        id="audit",
        title="Audit",
        kind=SourceKind.REPORT,
        issued_by=("watchdog",),
    ),
)


def report(
    on: str,
    status: str,
    by: str = "GB",
    *,
    known: str | None = None,
    due: str | None = None,
    of: str | None = None,
) -> Report:
    """Make a report, of the party itself unless somebody else is named."""
    return Report(
        on=on,
        status=ReportedStatus(status),
        by=by,
        known=known,
        due=due,
        of=of,
    )


def promise(
    *reports: Report, due: str | None = None, by: tuple[str, ...] = ("GB",)
) -> Commitment:
    """Make a promise of Britain with these reports."""
    return Commitment(
        id="promise", summary="Keep it.", by=by, due=due, reports=reports
    )


def status_of(
    commitment: Commitment, *, on: str | None = None, known: str | None = None
) -> CommitmentStatus:
    """Return the status of a promise in a dossier with all the authors."""
    return Dossier([*AUTHORS, commitment]).status(
        "promise", on=on, as_known=known
    )


def schedule_of(due: str | None, on: str, *reports: Report) -> str:
    """Return the schedule, on a day, of a promise with this deadline and these reports."""
    found = status_of(promise(*reports, due=due), on=on).schedule
    assert found is not None
    return found.value


STATES = st.sampled_from(["GB", "FR", "NO", "EU"])
DATES = st.none() | periods(spans=False)
REPORTS = st.builds(
    Report,
    on=periods(spans=False),
    by=STATES,
    status=st.sampled_from(ReportedStatus),
    known=DATES,
    due=DATES,
)
"""Reports by any state on any day, however vague."""
DAYS = st.dates(datetime.date(2014, 1, 1), datetime.date(2035, 12, 31))
