"""How far an agreement has come on a day, for all its parties or for one."""

from __future__ import annotations

from typing import Final

from entente.errors import QueryError
from entente.records._index import RecordIndex
from entente.records._model import Agreement
from entente.records._parts import Adherence
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

_OWN_STEPS: Final = {
    AgreementState.ENDED: ConsentKind.WITHDRAWN,
    AgreementState.IN_FORCE: ConsentKind.IN_FORCE,
    AgreementState.PROVISIONAL: ConsentKind.PROVISIONAL,
    AgreementState.SIGNED: ConsentKind.SIGNED,
}
"""The steps that a party takes by itself."""

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

    A party that adhered by itself has dates of its own, which count before those of the agreement.
    The furthest step that the day has certainly reached counts: an agreement in force before it was
    signed is in force. Raises `entente.errors.QueryError` if `on` is not a definite day, or if
    `party` is no party to the agreement.
    """
    day = Period(definite_day(on))
    own_dates = None
    if party is not None:
        _require_party(party, agreement, index)
        own_dates = _adherence_of(party, agreement, index)

    if _is_superseded(agreement, index, day):
        return AgreementState.SUPERSEDED
    for state in _FURTHEST_FIRST:
        date = _date_of(state, agreement, own_dates)
        if not _has_begun(date, day):
            continue
        if state in _LASTING and _has_ended(date, day):
            return AgreementState.ENDED
        return state
    return AgreementState.UNKNOWN


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
    for adherence in agreement.adherences:
        if index.belongs_to(party, adherence.party):
            return adherence
    return None


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


def _date_of(
    state: AgreementState, agreement: Agreement, own_dates: Adherence | None
) -> Period | None:
    """Return the date of a step: a party's own, or else that of the agreement."""
    own = None if own_dates is None else _own_date(state, own_dates)
    common: Period | None = getattr(agreement, state.value)
    return common if own is None else own


def _own_date(state: AgreementState, adherence: Adherence) -> Period | None:
    """Return the date of a party's own step, if it took one and it is more than expected."""
    kind = _OWN_STEPS.get(state)
    dates = [
        step.on
        for step in adherence.steps
        if step.kind is kind and not step.expected
    ]
    return dates[0] if dates else None


def _has_begun(date: Period | None, day: Period) -> bool:
    """Say whether a day has certainly come to a date, or to the start of a span."""
    if date is None:
        return False
    # A span that has always lasted, or whose start is unknown, is compared as a whole.
    start = date.start or date
    return not start.after(day).possible


def _has_ended(date: Period | None, day: Period) -> bool:
    """Say whether a day is certainly after the end of a span."""
    # The end of a single date is that date: since then an agreement has been in force.
    if date is None or not date.is_span:
        return False
    if date.end is None:
        return False
    return day.after(date.end).certain
