"""Which promises were kept by a day, and which were overdue?

Groups the promises of a dossier by their schedule on a day, as far as was known on it: overdue, due,
still to come, met on time or late, or uncertain. For each it prints what its parties reported, and
what others did. Give a day, or two to see what changed::

    python examples/what_became_of_it.py 2024-03-03 2024-03-04
"""

from __future__ import annotations

import sys
from itertools import pairwise

import entente
from entente import Period, Report, Schedule


def report(dossier: entente.Dossier, day: str) -> None:
    """Print the state on a day of everything promised by then."""
    promised = dossier.commitments.where(made=f"../{day}", new=True)
    print(f"On {day}, of {len(promised)} promised")
    groups = promised.group_by("schedule", on=day, as_known=day)
    for schedule in (word for word in Schedule if word in groups):
        print(f"  {schedule.replace('_', ' ')}")
        for commitment in groups[schedule]:
            found = dossier.status(commitment, on=day, as_known=day)
            parties = ", ".join(commitment.by)
            print(
                f"    {commitment.summary} ({parties}; {deadline(found.due)})"
            )
            declared, assessed = (
                latest(found.declared),
                latest(found.assessed),
            )
            print(f"        its parties: {declared}; others: {assessed}")


def deadline(due: Period | None) -> str:
    """Return a deadline in plain words, with those of the source."""
    return "no deadline" if due is None else f"due {due.words()}"


def latest(report: Report | None) -> str:
    """Return the status and date of a report, if there is one."""
    if report is None:
        return "nothing"
    return f"{report.status.replace('_', ' ')}, {report.on.words()}"


def changes(dossier: entente.Dossier, first: str, second: str) -> None:
    """Print the promises whose schedule changed between two days."""
    print(f"Changed since {first}")
    for commitment in dossier.commitments.where(made=f"../{second}", new=True):
        before = dossier.status(commitment, on=first, as_known=first).schedule
        after = dossier.status(commitment, on=second, as_known=second).schedule
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
