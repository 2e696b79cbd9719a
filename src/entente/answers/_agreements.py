"""How far an agreement has come on a day, for all its parties or for one."""

from __future__ import annotations

from typing import Final

from entente.errors import QueryError
from entente.records._index import RecordIndex
from entente.records._model import Adherence, Agreement
from entente.records._vocabulary import AgreementState, LinkKind
from entente.values._period import Period, PeriodLike, definite_day


def agreement_state(
    agreement: Agreement,
    index: RecordIndex,
    *,
    on: PeriodLike,
    party: str | None = None,
) -> AgreementState:
    """Return how far an agreement has come on a day, for all or for one party whose dates are its own.

    The furthest step counts that the day has certainly reached: an agreement in force before it was
    signed is in force. Raises `entente.errors.QueryError` if `on` is not a definite day.
    """
    day = Period(definite_day(on))
    if party is not None:
        index.require(party, ("party",))
        parties = (*agreement.parties, *(each.party for each in agreement.adherences))
        if parties and not any(index.belongs_to(party, each) for each in parties):
            raise QueryError(
                f"{party!r} is no party to {agreement.id!r}; they are {', '.join(dict.fromkeys(parties))}"
            )
    own = next(
        (
            each
            for each in agreement.adherences
            if party and index.belongs_to(party, each.party)
        ),
        None,
    )
    dates: tuple[Agreement | Adherence, ...] = (
        (agreement,) if own is None else (own, agreement)
    )
    if any(
        link.kind is LinkKind.SUPERSEDES
        and _reached(getattr(other, "in_force", None), day)
        for link, other in index.links_to(agreement.id)
    ):
        return AgreementState.SUPERSEDED
    for state in _STEPS:
        stated = next(
            (
                date
                for each in dates
                if (date := getattr(each, state.value, None)) is not None
            ),
            None,
        )
        if _reached(stated, day):
            lasts = state in (AgreementState.IN_FORCE, AgreementState.PROVISIONAL)
            over = (
                lasts
                and stated is not None
                and stated.is_span
                and _reached(stated.end, day, behind=True)
            )
            return AgreementState.ENDED if over else state
    return AgreementState.UNKNOWN


_STEPS: Final = (
    AgreementState.ENDED,
    AgreementState.IN_FORCE,
    AgreementState.PROVISIONAL,
    AgreementState.SIGNED,
    AgreementState.ANNOUNCED,
    AgreementState.SOUGHT,
)


def _reached(stated: Period | None, day: Period, *, behind: bool = False) -> bool:
    """Say whether a day has certainly come to a date, or to the start of a span, or is `behind` it."""
    if stated is None:
        return False
    begun = stated.start or stated
    return day.after(begun).certain if behind else not begun.after(day).possible
