"""How far an agreement has come on a day, for all its parties or for one."""

from __future__ import annotations

import datetime
from typing import Final

from entente.errors import QueryError
from entente.records._index import RecordIndex
from entente.records._model import Agreement
from entente.records._parts import Adherence, Consent
from entente.records._vocabulary import (
    AgreementState,
    ConsentKind,
    LinkKind,
)
from entente.values._period import Period, PeriodLike, definite_day

_FURTHEST_FIRST: Final = (
    AgreementState.ENDED,
    AgreementState.IN_FORCE,
    AgreementState.PROVISIONAL,
    AgreementState.SIGNED,
    AgreementState.ANNOUNCED,
    AgreementState.SOUGHT,
)
"""The steps of an agreement; each is the name of the field that holds its date."""

_BOUND: Final = frozenset(
    {
        ConsentKind.RATIFIED,
        ConsentKind.ACCEPTED,
        ConsentKind.APPROVED,
        ConsentKind.ACCEDED,
        ConsentKind.SUCCEEDED,
    }
)
"""The steps by which a party agrees to be bound once the agreement is in force."""

_ENTRIES: Final = frozenset(
    {ConsentKind.SIGNED, ConsentKind.ACCEDED, ConsentKind.SUCCEEDED}
)
"""The steps by which a party comes to an agreement; without one it signed with the others."""

_FURTHEST_LAST: Final = (AgreementState.UNKNOWN, *reversed(_FURTHEST_FIRST))

_STEPS: Final = tuple(ConsentKind)

_LASTING: Final = (AgreementState.IN_FORCE, AgreementState.PROVISIONAL)
"""The steps that last for a time, and so may be given as a span with an end."""


def agreement_state(
    agreement: Agreement,
    index: RecordIndex,
    *,
    on: PeriodLike,
    party: str | None = None,
) -> AgreementState:
    """Return how far an agreement has come on a day, for all parties or for one.

    A party that adhered by itself has steps of its own, which count before the dates of the
    agreement: of one that only signed it is not in force if others had to ratify.
    The furthest step that the day has certainly reached counts: an agreement in force before it was
    signed is in force. Raises `entente.errors.QueryError` if `on` is not a definite day, or if
    `party` is no party to the agreement.
    """
    day = Period(definite_day(on))
    adherence = None
    if party is not None:
        _require_party(party, agreement, index)
        adherence = _adherence_of(party, agreement, index)

    if _is_superseded(agreement, index, day):
        return AgreementState.SUPERSEDED
    common = _common_state(agreement, day)
    if adherence is None or common is AgreementState.ENDED:
        return common
    return _own_state(agreement, adherence, day, common)


def _common_state(agreement: Agreement, day: Period) -> AgreementState:
    """Return how far an agreement has come as a whole."""
    for state in _FURTHEST_FIRST:
        date: Period | None = getattr(agreement, state.value)
        if not _has_begun(date, day):
            continue
        if state in _LASTING and _has_ended(date, day):
            return AgreementState.ENDED
        return state
    return AgreementState.UNKNOWN


def _own_state(
    agreement: Agreement,
    adherence: Adherence,
    day: Period,
    common: AgreementState,
) -> AgreementState:
    """Return how far an agreement has come for a party, by the last step that it has taken.

    A party that withdrew and came back is bound again. One that agreed to be bound is so once the
    agreement is in force. A signature binds only where nobody has to do more than sign.
    """
    steps = [step for step in adherence.steps if not step.expected]
    # A party whose steps are not on record came in as all did.
    if not steps:
        return common
    taken = [step for step in steps if _has_begun(step.on, day)]
    if not taken:
        # What it does not say of its signature is as for all, unless it came in without one.
        signs_apart = any(step.kind in _ENTRIES for step in steps)
        most = (
            AgreementState.ANNOUNCED if signs_apart else AgreementState.SIGNED
        )
        return min(common, most, key=_FURTHEST_LAST.index)
    last = max(taken, key=_order_of)
    if last.kind is ConsentKind.WITHDRAWN or _has_ended(last.on, day):
        return AgreementState.ENDED
    if last.kind is ConsentKind.IN_FORCE:
        return AgreementState.IN_FORCE
    if last.kind is ConsentKind.PROVISIONAL:
        return AgreementState.PROVISIONAL
    needs_more = last.kind is ConsentKind.SIGNED and any(
        step.kind in _BOUND
        for each in agreement.adherences
        for step in each.steps
    )
    # A party for which it comes into force on a later day is not bound before that.
    waits = any(
        step.kind is ConsentKind.IN_FORCE and step not in taken
        for step in steps
    )
    if needs_more or waits or common not in _LASTING:
        return AgreementState.SIGNED
    return common


def _order_of(step: Consent) -> tuple[datetime.date, datetime.date, int]:
    """Return the key by which the steps of a party follow one another."""
    # A date is known of every step that has been taken; on one day signature comes first.
    date = step.on or Period("..")
    return *date.sort_key, _STEPS.index(step.kind)


def _require_party(
    party: str, agreement: Agreement, index: RecordIndex
) -> None:
    """Raise an error unless a party belongs to a party of the agreement, where these are known."""
    index.require(party, ("party",))
    adhering = [adherence.party for adherence in agreement.adherences]
    known = list(dict.fromkeys([*agreement.parties, *adhering]))
    # An agreement without parties does not say who they are, so anybody may be one.
    if not known:
        return
    if not any(index.belongs_to(party, other) for other in known):
        names = ", ".join(known)
        raise QueryError(
            f"{party!r} is no party to {agreement.id!r}; they are {names}"
        )


def _adherence_of(
    party: str, agreement: Agreement, index: RecordIndex
) -> Adherence | None:
    exact = [each for each in agreement.adherences if each.party == party]
    wider = [
        each
        for each in agreement.adherences
        if index.belongs_to(party, each.party)
    ]
    return next(iter([*exact, *wider]), None)


def _is_superseded(
    agreement: Agreement, index: RecordIndex, day: Period
) -> bool:
    """Say whether an agreement that supersedes this one is in force."""
    # A commitment may supersede an agreement too, but is never in force itself.
    successors = [
        other
        for link, other in index.links_to(agreement.id)
        if link.kind is LinkKind.SUPERSEDES and isinstance(other, Agreement)
    ]
    return any(_has_begun(other.in_force, day) for other in successors)


def _has_begun(date: Period | None, day: Period) -> bool:
    """Say whether a day has certainly come to a date, or to the start of a span."""
    if date is None:
        return False
    # A span that has always lasted, or whose start is unknown, is compared as a whole.
    start = date.start or date
    # "2001/2001-08" is over in December 2001, whenever in that year it began.
    return not start.after(day).possible or _has_ended(date, day)


def _has_ended(date: Period | None, day: Period) -> bool:
    """Say whether a day is certainly after the end of a span."""
    # The end of a single date is that date: since then an agreement has been in force.
    if date is None or not date.is_span:
        return False
    if date.end is None:
        return False
    return day.after(date.end).certain
