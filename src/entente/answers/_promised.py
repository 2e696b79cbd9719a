"""How much a single commitment promises in one unit, by its own amounts.

A record states amounts as its source does: in all, at most, at least, on top of what was there, by
the year. Some of these can be added up and some cannot; those are listed with the reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import reduce
from operator import add, and_
from typing import Final, TypeAlias

from attrs import frozen

from entente._comparing import as_compared
from entente.answers._targets import count_in
from entente.errors import QuantityError
from entente.records._model import Commitment
from entente.records._parts import Amount
from entente.records._vocabulary import AmountCombination, AmountRole
from entente.records._wording import lengths_text
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

_INFINITY: Final = Decimal("Infinity")

_NOT_ASKED: Final = "it is an equivalent: equivalents=True counts it"
_UNCLEAR: Final = "the promise states several, and not how they go together"
CONTRADICTED: Final = (
    "the amounts that the promise states contradict each other"
)
"""The reason for which none of some amounts is in a sum."""


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
    before, `states_anew` whether it states any amount that does not. What goes with another amount,
    such as what is kept, a quota or a change, says neither.
    """

    value: Quantity | None
    amounts: tuple[Amount, ...]
    left_out: tuple[LeftOut, ...]
    is_on_top: bool
    states_anew: bool

    @property
    def says_how_much(self) -> bool:
        """Whether it states any amount, in whatever currency, that does not go with another."""
        return self.is_on_top or self.states_anew


@frozen(eq=False)
class _Share:
    """What some amounts come to that are for the same: at least nothing, and never by the year."""

    amounts: tuple[Amount, ...]
    value: Quantity

    @property
    def amount(self) -> Amount:
        """The first of the amounts, for what all of them are meant."""
        return self.amounts[0]


_Reasons: TypeAlias = list[tuple[Amount, str]]
"""Amounts that are not in a sum, each with the reason."""


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


def at_least(value: Quantity) -> Quantity:
    """Return all amounts that are as much or more.

    >>> at_least(Quantity("> 250 <= 500 USD"))
    Quantity('> 250 USD')
    """
    return Quantity.between(
        value.low,
        None,
        value.unit,
        low_open=value.low_open,
        approximate=value.approximate,
    )


def promised(
    commitment: Commitment, unit: str, *, equivalents: bool = False
) -> Promised:
    """Return how much a commitment promises in a unit; on request by `equivalents` in it, too.

    >>> amounts = (Amount(value="100 USD per P1Y", over="2023/2025"), Amount(value="5 EUR"))
    >>> found = promised(Commitment(id="aid", summary="Pay.", amounts=amounts), "USD")
    >>> found.value, [each.reason for each in found.left_out]
    (Quantity('300 USD'), ['it is in EUR, and nothing is converted'])
    """
    alone: list[_Share] = []
    reasons: _Reasons = []
    on_top: list[bool] = []
    for amount in commitment.amounts:
        if not _is_about(amount, unit):
            continue
        found, says_how_much = _read(amount, unit, equivalents=equivalents)
        if says_how_much:
            on_top.append(_is_on_top(amount))
        if isinstance(found, str):
            reasons.append((amount, found))
        else:
            alone.append(_Share((amount,), found))
    stated = list(_together(alone, commitment.amounts))
    further = [each for each in stated if _is_on_top(each.amount)]
    anew, others, is_more = _anew(
        [each for each in stated if not _is_on_top(each.amount)]
    )
    values = [_side_by_side(anew), _further(further)]
    value = added_up([each for each in values if each is not None])
    # Beside what nobody can say, the rest is the least that is promised.
    if value is not None and is_more:
        value = at_least(value)
    return Promised(
        value=value,
        amounts=tuple(
            [amount for each in (*anew, *further) for amount in each.amounts]
        ),
        left_out=tuple(
            [
                LeftOut(commitment=commitment.id, amount=amount, reason=reason)
                for amount, reason in reasons + others
            ]
        ),
        is_on_top=bool(on_top) and all(on_top),
        states_anew=not all(on_top),
    )


def _is_on_top(amount: Amount) -> bool:
    return amount.role is AmountRole.ADDITIONAL


# --- one amount ----------------------------------------------------------------------------------


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


def _read(
    amount: Amount, unit: str, *, equivalents: bool
) -> tuple[Quantity | str, bool]:
    """Return what an amount comes to in a unit, or why that is not said; and if it says how much.

    What does not say how much is promised goes with another amount, and leaves that as it is.
    """
    value = amount.value
    if value is None:
        return f"it is a factor, and says no amount in {unit}", False
    if value.is_change:
        return "it is a change, and does not say how much there will be", False
    if is_percentage(value.unit):
        return f"it is a share, and says no amount in {unit}", False
    if amount.role is AmountRole.EQUIVALENT and value.unit == unit:
        found = _in_unit(amount, value, unit) if equivalents else _NOT_ASKED
        return found, False
    if amount.role in _UNSUMMED:
        return _UNSUMMED[amount.role], False
    return _in_unit(amount, value, unit), True


def _in_unit(amount: Amount, value: Quantity, unit: str) -> Quantity | str:
    """Return what an amount of some value comes to in a unit, or why that is not said."""
    if value.unit == MONEY:
        return "the source leaves the currency open"
    if value.unit != unit:
        return f"it is in {value.unit}, and nothing is converted"
    if value.low is not None and value.low < 0:
        return "it may be less than nothing"
    count = _count(amount, value.per)
    if count is None:
        return (
            f"it is a rate, and its amount has no `over` or `duration` of a"
            f" whole number of {lengths_text(value.per)}"
        )
    whole = _of_all_time(value, count)
    if whole is None:
        return "it is less than nothing"
    return _bounded(amount.role, whole)


def _of_all_time(value: Quantity, count: int) -> Quantity | None:
    """Return what is at least nothing of a level, so many times, without its rate."""
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
    return common([level * count, Quantity.between(0, None, value.unit)])


def _bounded(role: AmountRole, value: Quantity) -> Quantity:
    """Return what is promised if an amount is all of it, the most or the least."""
    if role is AmountRole.CAP:
        return up_to(value)
    if role is AmountRole.FLOOR:
        return at_least(value)
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


def _together(
    shares: Sequence[_Share], amounts: Iterable[Amount]
) -> Iterator[_Share]:
    """Yield what amounts come to that are combined, each of these as one, and the others alone."""
    combined = Counter(each.combined for each in amounts)
    yield from [each for each in shares if each.amount.combined is None]
    for word in AmountCombination:
        found = [each for each in shares if each.amount.combined is word]
        if not found:
            continue
        value = _as_combined(word, [each.value for each in found])
        # Of the highest of several, some of which nobody knows, the others are the least.
        if len(found) < combined[word] and word is AmountCombination.HIGHER:
            value = at_least(value)
        elif len(found) < combined[word] and word is AmountCombination.LOWER:
            value = up_to(value)
        yield _Share(tuple([each.amount for each in found]), value)


def _as_combined(
    word: AmountCombination, values: Sequence[Quantity]
) -> Quantity:
    """Return the sum, the highest or the lowest of some amounts of one unit.

    >>> _as_combined(AmountCombination.HIGHER, [Quantity("3..9 USD"), Quantity("> 5 USD")])
    Quantity('> 5 USD')
    >>> _as_combined(AmountCombination.LOWER, [Quantity("3..9 USD"), Quantity("> 5 USD")])
    Quantity('3..9 USD')
    """
    if word is AmountCombination.SUM:
        return reduce(add, values)
    pick = max if word is AmountCombination.HIGHER else min
    # An open end is a little further in than a closed one, and without an end there is no bound.
    low, low_open = pick(_lower_end(each) for each in values)
    high, is_last = pick(_upper_end(each) for each in values)
    return Quantity.between(
        None if low == -_INFINITY else low,
        None if high == _INFINITY else high,
        values[0].unit,
        low_open=low_open,
        high_open=not is_last,
        approximate=any(each.approximate for each in values),
    )


def _lower_end(value: Quantity) -> tuple[Decimal, bool]:
    return (-_INFINITY if value.low is None else value.low), value.low_open


def _upper_end(value: Quantity) -> tuple[Decimal, bool]:
    return (
        _INFINITY if value.high is None else value.high
    ), not value.high_open


def _further(shares: Sequence[_Share]) -> Quantity | None:
    """Return what amounts come to that are each on top of what was promised before."""
    if any(each.amount.over is not None for each in shares):
        return _side_by_side(shares)
    return added_up([each.value for each in shares])


def _anew(
    stated: Sequence[_Share],
) -> tuple[list[_Share], _Reasons, bool]:
    """Return the amounts that count of those not on top, those that do not, and if these are more.

    One that is for all that others are for is the whole of them, and has them in it.
    """
    shares, unsettled, reasons = _settled(stated)
    above = {each: _covering(each, shares) for each in shares}
    wholes: list[_Share] = []
    left_out: dict[_Share, str] = {}
    is_more = any(not _covering(each, shares) for each in unsettled)
    for share in shares:
        parts = [each for each in shares if share in above[each]]
        value = _with_parts(share, parts)
        if value is None:
            left_out.update(dict.fromkeys((share, *parts), CONTRADICTED))
            is_more |= not above[share]
        elif above[share]:
            whole = above[share][0].amount.value
            left_out.setdefault(
                share, f"it is in the {whole} of the same promise"
            )
        else:
            wholes.append(_Share(share.amounts, value))
    reasons += [
        (amount, reason)
        for each, reason in left_out.items()
        for amount in each.amounts
    ]
    return wholes, reasons, is_more


def _settled(
    stated: Sequence[_Share],
) -> tuple[list[_Share], list[_Share], _Reasons]:
    """Bring together what is for the same: what can be said of it, what cannot, and why not."""
    alike: list[list[_Share]] = []
    for share in stated:
        same = [each for each in alike if _is_same(each[0], share)]
        if same:
            same[0].append(share)
        else:
            alike.append([share])
    settled: list[_Share] = []
    unsettled: list[_Share] = []
    reasons: _Reasons = []
    for shares in alike:
        amounts = tuple([each for share in shares for each in share.amounts])
        if len({each.amount.role for each in shares}) < len(shares):
            found, reason = None, _UNCLEAR
        else:
            found, reason = _within_bounds(shares), CONTRADICTED
        if found is None:
            unsettled.append(shares[0])
            reasons += [(each, reason) for each in amounts]
        else:
            settled.append(_Share(amounts, found))
    return settled, unsettled, reasons


def _within_bounds(shares: Sequence[_Share]) -> Quantity | None:
    """Return a total within its bounds, or what lies in all bounds; None if nothing does."""
    total = [each for each in shares if each.amount.role is AmountRole.TOTAL]
    stated = total or shares
    # "About" has no bounds, and would leave none to the others.
    bounds = [
        each.value
        for each in shares
        if each not in stated and not each.value.approximate
    ]
    return common([*[each.value for each in stated], *bounds])


def _with_parts(whole: _Share, parts: Sequence[_Share]) -> Quantity | None:
    """Return a whole, which is no less than its parts together; None if it certainly is."""
    together = _side_by_side(
        [each for each in parts if not each.value.approximate]
    )
    least = [] if together is None else [at_least(together)]
    return common([whole.value, *least])


def _side_by_side(shares: Sequence[_Share]) -> Quantity | None:
    """Return what amounts come to together, of which none is the whole of others.

    That is all of them at most, and at least those that certainly have nothing in common.
    """
    if len(shares) == 1:
        return shares[0].value
    apart: list[_Share] = []
    for share in sorted(shares, key=_size, reverse=True):
        if all(_are_apart(share.amount, each.amount) for each in apart):
            apart.append(share)
    least = added_up([each.value for each in apart])
    most = added_up([each.value for each in shares])
    if least is None or most is None:
        return None
    return Quantity.between(
        least.low,
        most.high,
        most.unit,
        low_open=least.low_open,
        high_open=most.high_open,
        approximate=most.approximate,
    )


def _size(share: _Share) -> tuple[Decimal, bool, str]:
    """Return what amounts are ordered by: the least that they are, and then what they are for."""
    value, amount = share.value, share.amount
    covered = sorted(map(str, _covered(amount)))
    meant_for = (amount.over, amount.duration, amount.form, covered)
    return value.low or Decimal(0), value.low_open, str(meant_for)


# --- what amounts are for ------------------------------------------------------------------------


def _covering(share: _Share, others: Sequence[_Share]) -> list[_Share]:
    """Return those of some amounts that certainly are for all that one is for, and for more."""
    return [
        each
        for each in others
        if each is not share and _covers(each.amount, share.amount)
    ]


def _is_same(one: _Share, other: _Share) -> bool:
    """Tell whether two amounts are certainly for the same, in whatever spelling."""
    return _covers(one.amount, other.amount) and _covers(
        other.amount, one.amount
    )


def _covers(whole: Amount, part: Amount) -> bool:
    """Tell whether an amount is certainly for all that another is for."""
    covered = _covered(whole)
    return (
        _covers_time(whole, part)
        and whole.form in (None, part.form)
        and (not covered or covered == _covered(part))
    )


def _covered(amount: Amount) -> set[tuple[object, ...]]:
    return {
        (each.kind, as_compared(each.text), each.excluded)
        for each in amount.scope
    }


def _covers_time(whole: Amount, part: Amount) -> bool:
    # Without any time an amount is all that is promised.
    if whole.over is None and whole.duration is None:
        return True
    if (whole.over, whole.duration) == (part.over, part.duration):
        return True
    if whole.over is None or part.over is None:
        return False
    return part.over.within(whole.over).certain


def _are_apart(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts certainly are for nothing in common."""
    forms = {one.form, other.form}
    # A grant is no loan.
    if len(forms) > 1 and None not in forms:
        return True
    return are_apart(one, other)


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
