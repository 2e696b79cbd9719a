"""What has become of what was promised, on a day?

Sorts the promises of a dossier by how they stand to their deadlines on a day, as far as was known on
it: what is overdue, due or still to come, what was met on time or late, and what nobody can tell. Of
each it says who reported what, parties and others apart. Give a day, or two to see what changed::

    python examples/what_became_of_it.py 2024-03-03 2024-03-04
"""

from __future__ import annotations

import sys
from itertools import pairwise

import entente
from entente import Period, Report, Schedule


def report(dossier: entente.Dossier, day: str) -> None:
    """Print how all that had been promised by a day stood on it."""
    promised = dossier.commitments.where(made=f"../{day}", new=True)
    print(f"On {day}, of {len(promised)} promised")
    groups = promised.group_by("schedule", on=day, as_known=day)
    for schedule in (word for word in Schedule if word in groups):
        print(f"  {schedule.replace('_', ' ')}")
        for commitment in groups[schedule]:
            standing = dossier.status(commitment, on=day, as_known=day)
            print(
                f"    {commitment.summary} ({', '.join(commitment.by)}; {deadline(standing.due)})"
            )
            print(
                f"        its parties: {told(standing.declared)}; others: {told(standing.assessed)}"
            )


def deadline(due: Period | None) -> str:
    """Say until when it is to be done, in the source's words where it has some."""
    if due is None:
        return "no deadline"
    return f"{due.stated}: {due}" if due.stated else str(due)


def told(report: Report | None) -> str:
    """Say what a report says, and since when, if there is one."""
    return (
        "nothing"
        if report is None
        else f"{report.status.replace('_', ' ')}, {report.on}"
    )


def changes(dossier: entente.Dossier, first: str, second: str) -> None:
    """Print what stands otherwise on the second day than on the first."""
    print(f"Changed since {first}")
    for commitment in dossier.commitments.where(made=f"../{second}", new=True):
        before, after = (
            dossier.status(commitment, on=day, as_known=day).schedule
            for day in (first, second)
        )
        if before is not after:
            print(f"  {commitment.summary} {before} → {after}")


def main(days: list[str]) -> None:
    """Report on each day, and on what changed between them."""
    dossier = entente.example("promises-kept")
    for day in days:
        report(dossier, day)
        print()
    for first, second in pairwise(days):
        changes(dossier, first, second)


if __name__ == "__main__":
    main(sys.argv[1:] or ["2024-03-03", "2024-03-04"])
