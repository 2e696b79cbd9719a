"""What is due? The body of a weekly mail.

Lists commitments that are overdue, that will be overdue in four weeks, and that may be, each with its
deadline in the words of the source, the latest reports and the citation. Without arguments it reads
an example dossier, made from a document of January 2024, as of a day in December 2026. To run it on
your tracker from cron::

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
    """Yield the lines of the mail."""
    then = today + AHEAD
    promises = dossier.commitments.where(new=True, firm=True).sort("due")
    overdue = promises.where(schedule="overdue", on=today, as_known=today)
    # What will be overdue then, if nothing more is reported than is known today.
    falls_due = (
        promises.where(schedule="overdue", on=then, as_known=today) - overdue
    )
    unclear = promises.where(schedule="unknown", on=then, as_known=today)
    sections = {
        f"Overdue on {words(today)}": overdue,
        f"Overdue by {words(then)}, unless it is done": falls_due,
        f"In doubt on {words(then)}": unclear,
    }
    for title, commitments in sections.items():
        yield f"{title}: {len(commitments) or 'nothing'}\n"
        for commitment in commitments:
            yield from entry(dossier, commitment, today)
    endless = promises.where(schedule="no_deadline", on=today, as_known=today)
    yield f"{len(endless)} of {len(promises)} firm promises have no deadline, so they never come up here."
    yield "What nobody has reported done counts as not done. If it was, add the report."


def entry(
    dossier: entente.Dossier, commitment: Commitment, today: datetime.date
) -> Iterator[str]:
    """Yield the lines on a commitment: summary, parties, firmness, deadline, reports, citation."""
    status = dossier.status(commitment, on=today, as_known=today)
    yield f"* {commitment.summary}"
    firmness = commitment.firmness or "no promise, a report of an action"
    yield f"  {', '.join(commitment.by)}: {firmness.replace('_', ' ')}"
    if status.due is not None:
        yield f"  due {deadline(status.due)}"
    for report in (status.declared, status.assessed):
        if report is not None:
            word = report.status.replace("_", " ")
            yield f"  {word}, {report.on.words()}, says {report.by}"
    if status.declared is None and status.assessed is None:
        yield "  no report on it yet"
    for citation in commitment.citations[:1]:
        lines = f":{citation.lines}" if citation.lines else ""
        yield f"  see {citation.source}{lines}"
    yield ""


def deadline(due: Period) -> str:
    """Return a deadline in words, with the source's own, and its last day, if that is certain."""
    if due.day or due.latest is None or due.uncertain or due.approximate:
        return due.words()
    return f"{due.words()}, so by {words(due.latest)}"


def words(day: datetime.date) -> str:
    """Return a day in words."""
    return Period(day).words()


def main(path: str | None = None, today: str = "2026-12-07") -> None:
    """Print the mail of a day."""
    dossier = (
        entente.example("uk-france") if path is None else entente.load(path)
    )
    for line in mail(dossier, datetime.date.fromisoformat(today)):
        print(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
