"""How much a single commitment promises in one unit, by its own amounts.

A record states amounts as its source does: in all, at most, at least, on top of what was there, by
the year. Some of these can be added up and some cannot; those are listed with the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import reduce
from itertools import combinations, starmap
from operator import add, and_
from typing import Final

from attrs import evolve, frozen

from entente.answers._targets import count_in
from entente.errors import QuantityError
from entente.records._model import Commitment
from entente.records._parts import Amount
from entente.records._vocabulary import AmountRole
from entente.values._currencies import CURRENCIES
from entente.values._duration import Duration
from entente.values._quantity import Quantity
from entente.values._units import MONEY, is_money, is_percentage

_UNSUMMED: Final = {
    AmountRole.QUOTA: "a quota is what may be done, not what is promised",
    AmountRole.KEPT: "it is what stays as it was, not what is promised",
    AmountRole.SHARE: "it is a share of something else",
    AmountRole.RATE: "it is a rate that applies, not what is promised",
    AmountRole.BEFORE: "it is what applied before",
    AmountRole.EQUIVALENT: "it is the same amount in another currency",
}
"""The roles of amounts that are no part of a sum, with the reason."""

_BESIDE: Final = (AmountRole.BEFORE, AmountRole.EQUIVALENT)
"""The roles of amounts that go with another one."""


@frozen(kw_only=True)
class LeftOut:
    """An amount that is not in a sum: the id of its `commitment`, and the `reason`."""

    commitment: str
    amount: Amount
    reason: str


@frozen(kw_only=True)
class Promised:
    """How much a commitment promises in a unit.

    `value` is all of it, or None if it states nothing that can be added up; `amounts` are those
    that are in it. `is_on_top` tells whether all that it states comes on top of what was promised
    before, `states_anew` whether it states any amount that does not.
    """

    value: Quantity | None
    amounts: tuple[Amount, ...]
    left_out: tuple[LeftOut, ...]
    is_on_top: bool
    states_anew: bool


@frozen
class _Entry:
    """An amount, and what it comes to: at least nothing, and never by the year."""

    amount: Amount
    value: Quantity


@frozen
class _Sum:
    """What some amounts come to together, the entries in it, and those that are not."""

    value: Quantity | None = None
    entries: tuple[_Entry, ...] = ()
    others: tuple[tuple[_Entry, str], ...] = ()

    @property
    def amount(self) -> Amount:
        """The first of the amounts, for what all of them are meant."""
        return self.entries[0].amount

    def __add__(self, other: _Sum) -> _Sum:
        values = [
            each.value for each in (self, other) if each.value is not None
        ]
        return _Sum(
            added_up(values),
            (*self.entries, *other.entries),
            (*self.others, *other.others),
        )


def added_up(values: Sequence[Quantity]) -> Quantity | None:
    """Return the sum of some amounts of one unit, or None if there are none."""
    return reduce(add, values) if values else None


def up_to(value: Quantity) -> Quantity:
    """Return any part of an amount, from nothing to all of it.

    >>> up_to(Quantity("> 250 <= 500 USD"))
    Quantity('0..500 USD')
    """
    return Quantity.between(
        0,
        value.high,
        value.unit,
        high_open=value.high_open,
        approximate=value.approximate,
    )


def _at_least(value: Quantity) -> Quantity:
    """Return all amounts that are as much or more."""
    return Quantity.between(
        value.low,
        None,
        value.unit,
        low_open=value.low_open,
        approximate=value.approximate,
    )


def promised(commitment: Commitment, unit: str) -> Promised:
    """Return how much a commitment promises in a unit.

    >>> amounts = (Amount(value="100 USD per P1Y", over="2023/2025"), Amount(value="5 EUR"))
    >>> found = promised(Commitment(id="aid", summary="Pay.", amounts=amounts), "USD")
    >>> found.value, [each.reason for each in found.left_out]
    (Quantity('300 USD'), ['it is in EUR, and nothing is converted'])
    """
    entries: list[_Entry] = []
    left_out: list[LeftOut] = []
    on_top: list[bool] = []
    for amount in commitment.amounts:
        if not _is_about(amount, unit):
            continue
        if _says_if_on_top(amount):
            on_top.append(amount.role is AmountRole.ADDITIONAL)
        found = _read(amount, unit)
        if isinstance(found, str):
            left_out.append(_left_out(commitment, amount, found))
        else:
            entries.append(_Entry(amount, found))
    total = _add_roles(entries)
    left_out += [
        _left_out(commitment, entry.amount, reason)
        for entry, reason in total.others
    ]
    return Promised(
        value=total.value,
        amounts=tuple([entry.amount for entry in total.entries]),
        left_out=tuple(left_out),
        is_on_top=bool(on_top) and all(on_top),
        states_anew=not all(on_top),
    )


def _left_out(commitment: Commitment, amount: Amount, reason: str) -> LeftOut:
    return LeftOut(commitment=commitment.id, amount=amount, reason=reason)


# --- one amount ----------------------------------------------------------------------------------


def _says_if_on_top(amount: Amount) -> bool:
    """Tell whether an amount says if it comes on top of others or is all that is promised.

    Shares and factors name no amount of their own, an equivalent repeats the one beside it, and what
    applied before is over.
    """
    if amount.value is None or amount.role in _BESIDE:
        return False
    return not is_percentage(amount.value.unit)


def _is_of_money(unit: str) -> bool:
    """Tell whether a unit is money, or a kind of it.

    >>> _is_of_money("USD"), _is_of_money("USD in grants"), _is_of_money("people")
    (True, True, False)
    """
    return is_money(unit) or unit.partition(" ")[0] in CURRENCIES


def _is_about(amount: Amount, unit: str) -> bool:
    """Tell whether an amount may belong to the sum of a unit.

    Money may, whatever its currency is, and so may a factor or a share, which do not say of what
    they are. People are no part of a sum of money.
    """
    if amount.value is None or amount.value.unit == unit:
        return True
    theirs = amount.value.unit
    if is_percentage(theirs):
        # A tariff of 10 % is no share of what is promised.
        return amount.role is AmountRole.SHARE or amount.role not in _UNSUMMED
    return _is_of_money(unit) and _is_of_money(theirs)


def _read(amount: Amount, unit: str) -> Quantity | str:
    """Return what an amount comes to in a unit, or the reason why that cannot be said."""
    value = amount.value
    if value is None:
        return f"it is a factor, and says no amount in {unit}"
    if value.unit == MONEY:
        return "the source leaves the currency open"
    if is_percentage(value.unit):
        return f"it is a share, and says no amount in {unit}"
    if value.unit != unit:
        return f"it is in {value.unit}, and nothing is converted"
    if amount.role in _UNSUMMED:
        return _UNSUMMED[amount.role]
    if value.is_change:
        return "it is a change, and does not say how much there will be"
    if value.low is not None and value.low < 0:
        return "it may be less than nothing"
    if value.high is not None and value.high < 0:
        return "it is less than nothing"
    count = _count(amount, value.per)
    if count is None:
        return (
            f"it is a rate, and its amount has no `over` or `duration` of a"
            f" whole number of {value.per}"
        )
    return _bounded(amount.role, _of_all_time(value, count))


def _of_all_time(value: Quantity, count: int) -> Quantity:
    """Return a level of at least nothing, so many times, without its rate."""
    if value.per is None and value.low is not None:
        return value
    level = Quantity.between(
        value.low,
        value.high,
        value.unit,
        low_open=value.low_open,
        high_open=value.high_open,
        approximate=value.approximate,
    )
    return level * count & Quantity.between(0, None, value.unit)


def _bounded(role: AmountRole, value: Quantity) -> Quantity:
    """Return what is promised if an amount is all of it, the most or the least."""
    if role is AmountRole.CAP:
        return up_to(value)
    if role is AmountRole.FLOOR:
        return _at_least(value)
    return value


def _count(amount: Amount, per: Duration | None) -> int | None:
    """Return for how many of its durations a rate is meant, or None if that is not known."""
    if per is None:
        return 1
    if amount.over is not None:
        return count_in(amount.over, per)
    if amount.duration is None:
        return None
    return _times_in(amount.duration, per)


def _times_in(whole: Duration, part: Duration) -> int | None:
    """Return how many of a duration another one is, or None if it is no whole number.

    >>> _times_in(Duration("P3Y"), Duration("P6M")), _times_in(Duration("P1M"), Duration("P1W"))
    (6, None)
    """
    if part.months:
        count = whole.months // part.months
    else:
        count = whole.days // part.days
    multiple = (part.months * count, part.days * count)
    return count if multiple == (whole.months, whole.days) else None


# --- several amounts -----------------------------------------------------------------------------


def _add_roles(entries: Sequence[_Entry]) -> _Sum:
    """Return what the amounts of one commitment come to, by their roles and what they are for."""
    alike: defaultdict[object, list[_Entry]] = defaultdict(list)
    on_top: list[_Entry] = []
    for entry in entries:
        if entry.amount.role is AmountRole.ADDITIONAL:
            on_top.append(entry)
        else:
            alike[_meant_for(entry.amount)].append(entry)
    return _together([_settle(each) for each in alike.values()]) + _on_top(
        on_top
    )


def _meant_for(amount: Amount) -> tuple[object, ...]:
    """Return what an amount is for: a time, a form, and what is covered."""
    return (
        amount.over,
        amount.duration,
        amount.form,
        frozenset(
            [(each.kind, each.text, each.excluded) for each in amount.scope]
        ),
    )


def _settle(entries: Sequence[_Entry]) -> _Sum:
    """Return what amounts come to that are for the same: a total, or else what lies in all bounds."""
    totals = [each for each in entries if each.amount.role is AmountRole.TOTAL]
    if len(totals) == 1:
        reason = "it is a bound of the total, which is stated"
        bounds = [(each, reason) for each in entries if each is not totals[0]]
        return _Sum(totals[0].value, tuple(totals), tuple(bounds))
    if len({entry.amount.role for entry in entries}) < len(entries):
        return _unclear(entries)
    value = common([entry.value for entry in entries])
    if value is None:
        return _listed(entries, "the floor is above the cap")
    return _Sum(value, tuple(entries))


def _together(sums: Sequence[_Sum]) -> _Sum:
    """Return what amounts come to that are each for something else.

    Where these certainly have nothing in common, the amounts are added. One that is for all of it
    is the whole of the others, which are then the least that it is. Otherwise the amounts may
    overlap: together they are as much as the largest at least, and all of them at most.
    """
    unsettled = _Sum(
        others=tuple([each for found in sums for each in found.others])
    )
    found = [
        evolve(each, others=()) for each in sums if each.value is not None
    ]
    # The same time in two spellings is no two times.
    if any(_is_same(*pair) for pair in combinations(found, 2)):
        entries = [entry for each in found for entry in each.entries]
        return unsettled + _unclear(entries)
    whole = next((each for each in found if _is_whole(each, found)), None)
    if whole is None:
        return unsettled + _side_by_side(found)
    parts = [each for each in found if each is not whole]
    return unsettled + _with_parts(whole, parts)


def _side_by_side(sums: Sequence[_Sum]) -> _Sum:
    """Return what amounts come to of which none is the whole of the others."""
    together = reduce(add, sums, _Sum())
    if all(starmap(_are_apart, combinations(sums, 2))):
        return together
    return evolve(together, value=_overlapping(sums))


def _with_parts(whole: _Sum, parts: Sequence[_Sum]) -> _Sum:
    """Return a whole, which is no less than each of its parts."""
    entries = [entry for part in parts for entry in part.entries]
    # "About" has no bounds, and would leave none to the whole.
    least = [
        _at_least(part.value)
        for part in parts
        if part.value is not None and not part.value.approximate
    ]
    stated = [] if whole.value is None else [whole.value]
    value = common([*stated, *least])
    if value is None:
        return _unclear([*whole.entries, *entries])
    reason = f"it is in the {whole.amount.value} of the same promise"
    others = [(entry, reason) for entry in entries]
    return _Sum(value, whole.entries, tuple(others))


def _overlapping(sums: Sequence[_Sum]) -> Quantity:
    """Return what amounts come to that may have something in common."""
    values = [each.value for each in sums if each.value is not None]
    most = reduce(add, values)
    largest = max(values, key=lambda each: (each.low or 0, each.low_open))
    return Quantity.between(
        largest.low,
        most.high,
        most.unit,
        low_open=largest.low_open,
        high_open=most.high_open,
        approximate=most.approximate,
    )


def _on_top(entries: Sequence[_Entry]) -> _Sum:
    """Return what amounts come to that are each on top of what was promised before."""
    sums = [_Sum(entry.value, (entry,)) for entry in entries]
    if all(entry.amount.over is None for entry in entries):
        return reduce(add, sums, _Sum())
    return _side_by_side(sums)


def _unclear(entries: Sequence[_Entry]) -> _Sum:
    return _listed(
        entries, "the promise states several, and not how they go together"
    )


def _listed(entries: Sequence[_Entry], reason: str) -> _Sum:
    return _Sum(others=tuple([(entry, reason) for entry in entries]))


# --- what amounts are for ------------------------------------------------------------------------


def _is_whole(one: _Sum, sums: Sequence[_Sum]) -> bool:
    """Tell whether an amount is certainly for all that the others are for."""
    return all(
        _covers(one.amount, other.amount) for other in sums if other is not one
    )


def _is_same(one: _Sum, other: _Sum) -> bool:
    """Tell whether two amounts are certainly for the same."""
    return _covers(one.amount, other.amount) and _covers(
        other.amount, one.amount
    )


def _covers(whole: Amount, part: Amount) -> bool:
    """Tell whether an amount is certainly for all that another is for."""
    *_, of_whole = _meant_for(whole)
    *_, of_part = _meant_for(part)
    return (
        _covers_time(whole, part)
        and whole.form in (None, part.form)
        and (not of_whole or of_whole == of_part)
    )


def _covers_time(whole: Amount, part: Amount) -> bool:
    # Without any time an amount is all that is promised.
    if whole.over is None and whole.duration is None:
        return True
    if whole.over is None or part.over is None:
        times = [(each.over, each.duration) for each in (whole, part)]
        return times[0] == times[1]
    return part.over.within(whole.over).certain


def _are_apart(one: _Sum, other: _Sum) -> bool:
    """Tell whether two amounts certainly are for nothing in common."""
    forms = {one.amount.form, other.amount.form}
    # A grant is no loan.
    if len(forms) > 1 and None not in forms:
        return True
    return are_apart(one.amount, other.amount)


def are_apart(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts are certainly for times that have no day in common."""
    if one.over is None or other.over is None:
        return False
    return (one.over.before(other.over) | one.over.after(other.over)).certain


def common(values: Sequence[Quantity]) -> Quantity | None:
    """Return what is known of one amount that is stated several times, None if that differs.

    >>> common([Quantity("> 250 USD"), Quantity("300 USD")]), common([Quantity("1 USD"), Quantity("2 USD")])
    (Quantity('300 USD'), None)
    """
    try:
        return reduce(and_, values)
    except QuantityError:
        return None
