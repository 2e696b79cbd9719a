"""What is due? The body of a weekly mail.

Lists what is overdue, what will be in four weeks unless it is done, and of what nobody can tell;
each with its deadline as the source put it, what was last said of it, and where it is written.
Without arguments it reads a dossier of the library for a day of December 2026; this one holds a
document of January 2024, and has not heard of anything since. For your tracker and today, from cron::

    python examples/what_is_due.py tracker/ "$(date +%F)" | mail -s "What is due" desk@example.org
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator

import entente
from entente import Commitment, Period

AHEAD = datetime.timedelta(weeks=4)


def mail(dossier: entente.Dossier, today: datetime.date) -> Iterator[str]:
    """List the lines of the mail."""
    then = today + AHEAD
    promises = dossier.commitments.where(new=True).sort("due")
    overdue = promises.where(schedule="overdue", on=today, as_known=today)
    # What will be overdue then, if nothing more is heard of it than is known today.
    falls_due = promises.where(schedule="overdue", on=then, as_known=today) - overdue
    unclear = promises.where(schedule="unknown", on=then, as_known=today)
    for title, commitments in (
        (f"Overdue on {today}", overdue),
        (f"Overdue by {then}, unless it is done", falls_due),
        (f"In doubt on {then}", unclear),
    ):
        yield f"{title}: {len(commitments) or 'nothing'}\n"
        for commitment in commitments:
            yield from entry(dossier, commitment, today)
    firm = promises.where(firm=True)
    endless = firm.where(schedule="no_deadline", on=today, as_known=today)
    yield f"{len(endless)} of {len(firm)} firm promises have no deadline, so they never come up here."
    yield "What nobody has reported done counts as not done. If it was, add the report."


def entry(
    dossier: entente.Dossier, commitment: Commitment, today: datetime.date
) -> Iterator[str]:
    """List the lines on one commitment: what, by whom, how firmly, until when, how it stands, where."""
    standing = dossier.status(commitment, on=today, as_known=today)
    yield f"* {commitment.summary}"
    firmness = (
        "not promised, only told"
        if commitment.firmness is None
        else commitment.firmness
    )
    yield f"  {', '.join(commitment.by)}: {firmness.replace('_', ' ')}"
    if standing.due is not None:
        yield f"  due {deadline(standing.due)}"
    told = [
        report
        for report in (standing.declared, standing.assessed)
        if report is not None
    ]
    for report in told:
        yield f"  {report.status.replace('_', ' ')} on {report.on}, says {report.by}"
    if not told:
        yield "  nobody has said what became of it"
    for citation in commitment.citations[:1]:
        yield (
            f"  see {citation.source}:{citation.lines}"
            if citation.lines
            else f"  see {citation.source}"
        )
    yield ""


def deadline(due: Period) -> str:
    """Say a deadline in the source's words if it has some, and its last day if that is certain."""
    words = f'"{due.stated}" ({due})' if due.stated else str(due)
    if due.day or due.latest is None or due.uncertain or due.approximate:
        return words
    return f"{words}, so by {due.latest}"


def main(path: str | None = None, today: str = "2026-12-07") -> None:
    """Print the mail of a day."""
    dossier = entente.example("uk-france") if path is None else entente.load(path)
    for line in mail(dossier, datetime.date.fromisoformat(today)):
        print(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
