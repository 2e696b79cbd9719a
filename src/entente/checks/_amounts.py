"""Rules about the amounts of promises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from entente._dossier import Dossier
from entente._text import join_words
from entente.answers._promised import CONTRADICTED, promised
from entente.checks._problems import problem
from entente.errors import Problem
from entente.records._model import Commitment
from entente.records._parts import Amount
from entente.records._vocabulary import AmountRole
from entente.values._units import MONEY


def amount_of_itself(dossier: Dossier) -> Iterator[Problem]:
    """Find amounts that lead back to themselves: a share of itself, an equivalent in its own currency."""
    in_circle = _in_circles(dossier)
    for commitment in dossier.commitments:
        for position, amount in enumerate(commitment.amounts):
            base = next(
                (each for each in amount.base if each in in_circle), None
            )
            if base is not None and commitment.id in in_circle:
                yield problem(
                    commitment,
                    _explain_circle(commitment, amount, base),
                    "amounts",
                    position,
                    "base",
                    hint="name the record that holds the amount",
                )
            elif _is_in_its_own_currency(amount, commitment):
                yield problem(
                    commitment,
                    f"{amount.value} is the same amount in another currency,"
                    " but the promise is in this one",
                    "amounts",
                    position,
                    "value",
                    hint="correct the currency, or leave out the equivalent",
                )


def _in_circles(dossier: Dossier) -> frozenset[str]:
    """Return the promises of which every amount is, in the end, one of itself: none says how much.

    Each step takes out one of which an amount says something, by itself or by what was taken out.
    """
    left = {
        each.id: [amount.base for amount in each.amounts]
        for each in dossier.commitments
        if each.amounts
        and not each.metrics
        and all(amount.base for amount in each.amounts)
    }
    taken_by: defaultdict[str, list[str]] = defaultdict(list)
    for id, bases in left.items():
        for each in chain.from_iterable(bases):
            taken_by[each].append(id)
    ahead = list(left)
    while ahead:
        id = ahead.pop()
        bases = left.get(id, [])
        if any(not any(each in left for each in base) for base in bases):
            del left[id]
            ahead += taken_by[id]
    return frozenset(left)


def _explain_circle(commitment: Commitment, amount: Amount, base: str) -> str:
    if commitment.id in amount.base:
        return "is taken of the promise itself, which says no other amount"
    return f"is taken of {base!r}, which in the end is taken of itself, and says no amount"


def _is_in_its_own_currency(amount: Amount, commitment: Commitment) -> bool:
    """Return whether an equivalent is in the currency of all money for which it may stand."""
    if amount.role is not AmountRole.EQUIVALENT or amount.value is None:
        return False
    currencies = {
        each.value.unit
        for each in commitment.amounts
        if each.role is not AmountRole.EQUIVALENT
        and each.value is not None
        and each.value.is_money
    }
    unit = amount.value.unit
    return unit != MONEY and currencies == {unit}


def amounts_that_contradict(dossier: Dossier) -> Iterator[Problem]:
    """Find amounts that cannot all be right: a total above its cap, a part above its whole."""
    for commitment in dossier.commitments:
        for unit in _units(commitment):
            own = promised(commitment, unit)
            wrong = [
                each.amount
                for each in own.left_out
                if each.reason == CONTRADICTED
            ]
            # "About" leaves it open.
            if wrong and not any(map(_is_about, wrong)):
                yield problem(
                    commitment,
                    f"{join_words(list(map(_named, wrong)))} cannot all be right",
                    "amounts",
                    hint="correct the amounts or their roles, or say in `scope` or `over` for what each is",
                )
            if own.value is None or commitment.part_of is None:
                continue
            whole = dossier.commitments[commitment.part_of]
            most = promised(whole, unit).value
            if most is not None and (own.value > most).certain:
                yield problem(
                    commitment,
                    f"{own.value} is more than the {most} of {whole.id!r}, of which it is a part",
                    "amounts",
                )


def _units(commitment: Commitment) -> Iterator[str]:
    """List the units of the amounts of a promise, each once."""
    values = [each.value for each in commitment.amounts]
    yield from dict.fromkeys(
        [value.unit for value in values if value is not None]
    )


def _is_about(amount: Amount) -> bool:
    return amount.value is not None and amount.value.approximate


def _named(amount: Amount) -> str:
    return f"{amount.value} ({amount.role})"
