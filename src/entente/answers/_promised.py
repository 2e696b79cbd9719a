"""How much a single commitment promises in one unit, by its own amounts.

A record states amounts as its source does: in all, at most, at least, on top of what was there, by
the year. Some of these can be added up and some cannot; those are listed with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import combinations
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

_BOUNDS: Final = (AmountRole.CAP, AmountRole.FLOOR)


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

    Shares and factors name no amount of their own, and an equivalent repeats the one beside it.
    """
    if amount.value is None or amount.role is AmountRole.EQUIVALENT:
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
    return is_percentage(theirs) or (
        _is_of_money(unit) and _is_of_money(theirs)
    )


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
        return f"it is a rate, and not for a time of a whole number of {value.per}"
    return _bounded(amount.role, _of_all_time(value, count))


def _of_all_time(value: Quantity, count: int) -> Quantity:
    """Return a level of at least nothing, so many times, without its rate."""
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
    """Return what the amounts of one commitment come to, by their roles."""
    totals, caps, floors, additional = (
        [entry for entry in entries if entry.amount.role is role]
        for role in (AmountRole.TOTAL, *_BOUNDS, AmountRole.ADDITIONAL)
    )
    if totals:
        reason = "it is a bound of the total, which is stated"
        bounds = tuple([(each, reason) for each in (*caps, *floors)])
        base = _together(totals) + _Sum(others=bounds)
    else:
        base = _within(_together(caps), _together(floors))
    return base + _on_top(additional)


def _together(entries: Sequence[_Entry]) -> _Sum:
    """Return what several amounts of one role come to.

    Amounts for times that do not overlap are added. One for all of that time, or for no time in
    particular, is the whole of the others. Otherwise nobody can say which of them is right.
    """
    if not entries:
        return _Sum()
    whole = next((each for each in entries if _is_whole(each, entries)), None)
    if whole is not None:
        reason = f"it is in the {whole.amount.value} of the same promise"
        parts = [each for each in entries if each is not whole]
        return _Sum(
            whole.value, (whole,), tuple([(each, reason) for each in parts])
        )
    return _all_of(entries) if _all_apart(entries) else _unclear(entries)


def _on_top(entries: Sequence[_Entry]) -> _Sum:
    """Return what amounts come to that are each on top of what was promised before."""
    without_time = all(entry.amount.over is None for entry in entries)
    if without_time or _all_apart(entries):
        return _all_of(entries)
    return _unclear(entries)


def _unclear(entries: Sequence[_Entry]) -> _Sum:
    reason = "the promise states several, and not how they go together"
    return _Sum(others=tuple([(each, reason) for each in entries]))


def _all_of(entries: Sequence[_Entry]) -> _Sum:
    values = [entry.value for entry in entries]
    return _Sum(added_up(values), tuple(entries))


def _is_whole(entry: _Entry, entries: Sequence[_Entry]) -> bool:
    """Tell whether an amount is certainly for all of the time of every other one."""
    return all(
        _contains(entry.amount, other.amount)
        and not (entry.value < other.value).certain
        for other in entries
        if other is not entry
    )


def _contains(whole: Amount, part: Amount) -> bool:
    """Tell whether an amount is for a longer time, of which that of another is a part."""
    if part.over is None:
        return False
    if whole.over is None:
        return whole.duration is None
    is_within = part.over.within(whole.over).certain
    return is_within and not whole.over.within(part.over).certain


def _all_apart(entries: Sequence[_Entry]) -> bool:
    return all(
        are_apart(one.amount, other.amount)
        for one, other in combinations(entries, 2)
    )


def are_apart(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts are certainly for times that have no day in common."""
    if one.over is None or other.over is None:
        return False
    return (one.over.before(other.over) | one.over.after(other.over)).certain


def _within(cap: _Sum, floor: _Sum) -> _Sum:
    """Return what is promised between a floor and a cap, either of which may be missing."""
    if cap.value is None or floor.value is None:
        return cap + floor
    entries = (*cap.entries, *floor.entries)
    times = {(each.amount.over, each.amount.duration) for each in entries}
    if len(times) > 1:
        return _neither(cap, floor, "the floor and the cap differ in time")
    both = common([cap.value, floor.value])
    if both is None:
        return _neither(cap, floor, "the floor is above the cap")
    return evolve(cap + floor, value=both)


def _neither(cap: _Sum, floor: _Sum, reason: str) -> _Sum:
    entries = (*cap.entries, *floor.entries)
    others = tuple([(each, reason) for each in entries])
    return _Sum(others=(*cap.others, *floor.others, *others))


def common(values: Sequence[Quantity]) -> Quantity | None:
    """Return what is known of one amount that is stated several times, None if that differs.

    >>> common([Quantity("> 250 USD"), Quantity("300 USD")]), common([Quantity("1 USD"), Quantity("2 USD")])
    (Quantity('300 USD'), None)
    """
    try:
        return reduce(and_, values)
    except QuantityError:
        return None
