"""Makers of commitments that promise amounts, for the tests of totals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from entente import Amount, AmountRole, Commitment, Dossier, Link, LinkKind
from entente.answers import LeftOut, Total


def amount(text: str, role: str = "total", **fields: Any) -> Amount:
    """Make an amount with a role: ``amount("5 USD", "cap")``."""
    return Amount(value=text, role=AmountRole(role), **fields)


def pledge(
    id: str,
    *amounts: str | Amount,
    links: Iterable[str] = (),
    **fields: Any,
) -> Commitment:
    """Make a commitment with amounts, and links written as ``"kind target"``."""
    pairs = (link.split() for link in links)
    return Commitment(
        id=id,
        summary=f"Pay for {id}.",
        amounts=tuple(
            amount(each) if isinstance(each, str) else each for each in amounts
        ),
        links=tuple(
            Link(kind=LinkKind(kind), target=target) for kind, target in pairs
        ),
        **fields,
    )


def total_of(*commitments: Commitment, unit: str = "USD") -> Total:
    """Add up all of some commitments."""
    return Dossier(commitments).commitments.total(unit)


def whole_of(*commitments: Commitment, unit: str = "USD") -> str:
    """Add up all of some commitments, and return the sum as a text."""
    return str(total_of(*commitments, unit=unit).whole)


def reasons(left_out: Iterable[LeftOut]) -> list[str]:
    """Write what was left out as ``"commitment amount: reason"``."""
    return [
        f"{each.commitment} {each.amount.value or each.amount.times}: {each.reason}"
        for each in left_out
    ]
