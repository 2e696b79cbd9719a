"""What did Britain and France promise each other about the Channel, and did they keep it?

Tells the story of the dossier `channel-2020-2024` from the records of sixty documents: the money of each
agreement, what it depends on, what was only promised again, and how each promise with a deadline
stands on a day. Give another day to see it as it stood then::

    python examples/channel_story.py 2023-01-01
"""

from __future__ import annotations

import sys

import entente
from entente import Commitment, LinkKind, Period


def money(dossier: entente.Dossier) -> None:
    """Print what each agreement promises in euros, and all of them together."""
    print("Money")
    for agreement in dossier.agreements:
        promised = dossier.commitments.where(agreement=agreement.id)
        total = promised.total("EUR")
        if total.whole is not None:
            print(f"  {total.whole.words()}: {agreement.name}")
    whole = dossier.commitments.total("EUR").whole
    if whole is not None:
        print(f"  {whole.words()}: all of them")


def conditions(dossier: entente.Dossier) -> None:
    """Print what promises depend on, and who denies that."""
    print("Conditions")
    for commitment in dossier.commitments.where(conditional=True):
        for condition in commitment.conditions:
            print(f"  {commitment.summary} If: {condition.text}")
        for statement in dossier.statements.where(
            act="denial", about=commitment.id
        ):
            speakers = ", ".join(statement.speakers)
            print(f"      {speakers} denies: {statement.summary}")


def restatements(dossier: entente.Dossier) -> None:
    """Print the promises that are not new, each with the one that it restates."""
    print("Promised again, and counted once")
    for commitment in dossier.commitments.where(new=False):
        for link in commitment.links:
            first = dossier[link.target]
            if link.kind is LinkKind.RESTATES and isinstance(
                first, Commitment
            ):
                print(f"  {made(first)}: {first.summary}")
                print(f"      {made(commitment)}: {commitment.summary}")


def verdicts(dossier: entente.Dossier, day: str) -> None:
    """Print how each promise that was made by a day, and has a deadline, stands on it."""
    print(f"Deadlines, as they stood on {Period(day).words()}")
    for commitment in dossier.commitments.where(made=f"../{day}"):
        found = dossier.status(commitment, on=day, as_known=day)
        if found.due is not None and found.schedule is not None:
            verdict = found.schedule.replace("_", " ")
            print(f"  {verdict}: {commitment.summary} ({due(found.due)})")
            if found.declared is None:
                print("      nobody reports on it here")
            else:
                status = found.declared.status.replace("_", " ")
                print(f"      {status}, says {found.declared.by}")


def made(commitment: Commitment) -> str:
    """Return when a promise was made, in words."""
    if commitment.made is None:
        return "no date"
    return commitment.made.words(stated=False)


def due(period: Period) -> str:
    """Return a deadline in the source's words, if it has any."""
    return period.stated or period.words()


def main(day: str) -> None:
    """Tell the whole story, as far as it was known on a day."""
    dossier = entente.example("channel-2020-2024")
    money(dossier)
    conditions(dossier)
    restatements(dossier)
    verdicts(dossier, day)


if __name__ == "__main__":
    main(*sys.argv[1:] or ["2024-12-31"])
