"""Totals: how much some commitments promise together, by party, with each promise counted once.

What several records say of the same money is brought together first; only then are amounts added.
None is converted, and none is lost: what cannot be added up is listed with the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, TypeAlias, get_args

from attrs import evolve, frozen

from entente import _tables as table
from entente._text import either, shorten, words_of
from entente.answers._lineage import wholes
from entente.answers._promised import (
    LeftOut,
    Promised,
    added_up,
    at_least,
    up_to,
)
from entente.answers._same_money import MoneyGroup, SameMoney, same_money
from entente.errors import QuantityError, QueryError
from entente.records._index import RecordIndex
from entente.records._model import FIRM_FROM, Commitment
from entente.records._parts import Amount
from entente.records._vocabulary import AmountRole, Firmness
from entente.records._wording import amount_text
from entente.values._currencies import CURRENCY_NAMES
from entente.values._quantity import Quantity
from entente.values._units import MONEY, is_percentage

PromiseRole: TypeAlias = Literal["by", "to", "funded_by", "implemented_by"]
"""The fields of a commitment that name whose share a total is split by."""

_ROLES: Final[tuple[PromiseRole, ...]] = get_args(PromiseRole)

NOBODY: Final = "nobody named"
"""The row of a table for the promises that name nobody in a role."""

NOTHING: Final = "none"
"""The sum in a table if there is nothing that can be added up."""


# --- answers -------------------------------------------------------------------------------------


@frozen(kw_only=True)
class Counted:
    """A promise that is in a total: the `value` that it is counted as, and the `amounts` in it.

    `commitment` is the id of the record that states the amounts, `parties` are those that have the
    role. `notes` say why it is counted as less than it states, or what else a reader should know.
    """

    commitment: str
    amounts: tuple[Amount, ...]
    value: Quantity
    parties: tuple[str, ...]
    notes: tuple[str, ...] = ()


@frozen(repr=False, kw_only=True)
class Total:
    """How much some commitments promise together, in one unit. Printed, it is a table.

    `by_party` has the sum for each party of the `role`, by its id; for None it is the sum of the
    promises that name nobody in it. Where several parties have the role together, each may have
    anything from nothing to all of it, so these sums may overlap. `whole` is the sum of all, each
    promise once, or None if nothing can be added up. Every amount that may belong to it is in
    `counted` or in `left_out`.
    """

    unit: str
    role: PromiseRole
    by_party: Mapping[str | None, Quantity]
    whole: Quantity | None
    counted: tuple[Counted, ...]
    left_out: tuple[LeftOut, ...]

    def __repr__(self) -> str:
        return "\n\n".join(
            [
                f"{caption}:\n{table.as_text(headers, rows)}"
                for caption, headers, rows in self._tables()
            ]
        )

    def _repr_html_(self) -> str:
        return "".join(
            [
                table.as_html(headers, rows, caption=caption)
                for caption, headers, rows in self._tables()
            ]
        )

    def _tables(self) -> Iterator[tuple[str, Sequence[str], table.Rows]]:
        """List the tables that have rows, each with its caption and headers."""
        headers = (self.role.replace("_", " "), "commitments", "amount")
        yield f"Amounts in {self.unit}", headers, self._sums()
        noted = [
            (each.commitment, each.value.words(), "; ".join(each.notes))
            for each in self.counted
            if each.notes
        ]
        if noted:
            yield "Notes", ("commitment", "counted as", "because"), noted
        if self.left_out:
            yield (
                "Not counted",
                ("commitment", "role", "amount", "because"),
                [_cells(each) for each in self.left_out],
            )

    def _sums(self) -> list[tuple[str, str, str]]:
        """Return a row for each party, and one for all."""
        rows = [
            (
                NOBODY if party is None else party,
                str(sum(_names(each, party) for each in self.counted)),
                amount.words(),
            )
            for party, amount in self.by_party.items()
        ]
        whole = NOTHING if self.whole is None else self.whole.words()
        return [*rows, ("all", str(len(self.counted)), whole)]


def _cells(left_out: LeftOut) -> tuple[str, str, str, str]:
    amount = left_out.amount
    # The role has a column of its own.
    shown = amount_text(evolve(amount, role=AmountRole.TOTAL))
    return left_out.commitment, words_of(amount.role), shown, left_out.reason


def _names(promise: Counted, party: str | None) -> bool:
    if party is None:
        return not promise.parties
    return party in promise.parties


# --- the question --------------------------------------------------------------------------------


def totals(
    commitments: Iterable[Commitment],
    index: RecordIndex,
    unit: str,
    role: PromiseRole,
    *,
    equivalents: bool = False,
) -> Total:
    """Return how much some commitments promise together in a unit, by those that have a role.

    Raises `QueryError` for another role, and for a unit of which no amounts can be added up.
    """
    unit = _read_unit(unit)
    if role not in _ROLES:
        raise QueryError(
            f"{shorten(role)} is not a role in a total; write {either(_ROLES)}"
        )
    found = same_money(commitments, index, unit, equivalents=equivalents)
    counted: list[Counted] = []
    left_out: list[LeftOut] = []
    for group in found.groups.values():
        for member in group.members:
            left_out += found.own[member.id].left_out
        promise, reason = _settle(group, found, index, role)
        stating = group.stating
        if promise is not None:
            counted.append(promise)
            stating = stating[1:]
        left_out += [
            LeftOut(commitment=each.id, amount=amount, reason=reason)
            for each in stating
            for amount in found.own[each.id].amounts
        ]
    return Total(
        unit=unit,
        role=role,
        by_party=_by_party(counted),
        whole=added_up([each.value for each in counted]),
        counted=tuple(counted),
        left_out=tuple(left_out),
    )


def _read_unit(unit: str) -> str:
    """Return a unit in its one spelling, or raise `QueryError` if its amounts cannot be added."""
    if not isinstance(unit, str) or not unit.strip():
        raise QueryError(f"{shorten(unit)} is not a unit; write 'USD'")
    codes = CURRENCY_NAMES.get(unit.casefold(), ())
    if codes and unit not in codes:
        raise QueryError(
            f"{shorten(unit)} is not a unit; write {either(codes)}"
        )
    try:
        read = Quantity.exactly(1, unit)
    except QuantityError as error:
        reason = f"{shorten(unit)} is not a unit: {error.reason}"
        raise QueryError(reason) from None
    if read.per is not None:
        raise QueryError(
            f"{unit!r} is a rate; ask for {read.unit!r}, and a rate counts where its time is given"
        )
    if read.is_change or is_percentage(read.unit):
        raise QueryError(
            f"{unit!r} is a unit of shares or changes, which are not added up"
        )
    if read.unit == MONEY:
        raise QueryError(
            f"{unit!r} is money of a currency that is left open, and may be of several; ask for one"
        )
    return read.unit


def _by_party(counted: Sequence[Counted]) -> Mapping[str | None, Quantity]:
    shares: defaultdict[str | None, list[Quantity]] = defaultdict(list)
    for promise in counted:
        alone = len(promise.parties) < 2
        share = promise.value if alone else up_to(promise.value)
        for party in promise.parties or (None,):
            shares[party].append(share)
    sums = {party: added_up(values) for party, values in shares.items()}
    named = {party: sum for party, sum in sums.items() if sum is not None}
    # Those that nobody is named for come last.
    return dict(sorted(named.items(), key=lambda item: item[0] is None))


# --- one promise ---------------------------------------------------------------------------------


def _settle(
    group: MoneyGroup, found: SameMoney, index: RecordIndex, role: PromiseRole
) -> tuple[Counted | None, str]:
    """Return a promise as it is counted, and the reason why other records of it are not.

    Without a promise the reason is for all records of it.
    """
    if group.value is None or group.reason is not None:
        return None, group.reason or ""
    first = group.stating[0]
    own, value, notes = found.own[first.id], group.value, list[str]()
    if value != own.value:
        names = ", ".join([each.id for each in group.stating])
        notes.append(f"it is what {names} say together")
    if group.is_beside:
        value = up_to(value)
        notes.append("it may be in the parts of what it implements")
    if any(_recurs(each) for each in group.members) and not any(
        _says_for_how_long(found.own[each.id]) for each in group.stating
    ):
        value = at_least(value)
        notes.append(
            "it recurs, and nobody says if the amount is for each time or for all"
        )
    if any(_is_conditional(each, index) for each in group.members):
        value = up_to(value)
        notes.append("it is conditional, and may come to nothing")
    unpromised = _unpromised(group.stating)
    if unpromised is not None:
        notes.append(f"it is {words_of(unpromised)}, and not promised")
    promise = Counted(
        commitment=first.id,
        amounts=own.amounts,
        value=value,
        parties=_parties(group, role),
        notes=tuple(notes),
    )
    return promise, f"it is the same money as in {first.id}"


def _unpromised(stating: Iterable[Commitment]) -> Firmness | None:
    """Return the word of the firmest record with an amount, unless it may be a firm promise."""
    firmest = max(each.firmness or FIRM_FROM for each in stating)
    return firmest if firmest < FIRM_FROM else None


def _is_conditional(commitment: Commitment, index: RecordIndex) -> bool:
    """Tell whether a commitment, or one of which it is a part, depends on something."""
    above = wholes(commitment, index)
    return any(each.conditions for each in (commitment, *above))


def _says_for_how_long(own: Promised) -> bool:
    """Tell whether each amount is for a time of its own, whatever happens how often in it."""
    return all(
        each.over is not None or each.duration is not None
        for each in own.amounts
    )


def _recurs(commitment: Commitment) -> bool:
    on_demand = any(each.recurs for each in commitment.conditions)
    return on_demand or commitment.recurrence is not None


def _parties(group: MoneyGroup, role: PromiseRole) -> tuple[str, ...]:
    """Return those that have a role in a promise: in the records with its amount, or else in others."""
    for records in (group.stating, group.members):
        named = [id for each in records for id in _named(each, role)]
        if named:
            return tuple(dict.fromkeys(named))
    return ()


def _named(commitment: Commitment, role: PromiseRole) -> tuple[str, ...]:
    named: tuple[str, ...] = getattr(commitment, role)
    return named
