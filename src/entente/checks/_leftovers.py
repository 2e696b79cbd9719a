"""Rules about duplicates and about records that no other names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from attrs import fields

from entente._comparing import as_compared
from entente._dossier import Dossier
from entente._text import shorten
from entente.checks._kinship import unrelated
from entente.checks._problems import problem
from entente.errors import Problem, Severity
from entente.records._display import caption
from entente.records._index import kind_of
from entente.records._model import (
    Agreement,
    Commitment,
    Event,
    Metric,
    Minister,
    Office,
    Party,
    Record,
    Source,
    Theme,
)
from entente.records._states import EUROPEAN_UNION, state_code, state_name
from entente.records._vocabulary import LinkKind, PartyKind
from entente.records._walk import references
from entente.values._period import Period, hull


def restatement_as_new(dossier: Dossier) -> Iterator[Problem]:
    """Find commitments in the words of another by the same parties, with no link between them."""
    first: dict[tuple[str, frozenset[str]], Commitment] = {}
    alike: dict[str, str] = {}
    for commitment in dossier.commitments:
        # Case, white space and a final full stop make no other promise.
        summary = as_compared(commitment.summary)
        words = " ".join(summary.casefold().rstrip(".").split())
        promise = words, frozenset(commitment.by)
        # All are compared with the first that says so, or three alike would make three problems.
        other = first.setdefault(promise, commitment)
        if other is not commitment:
            alike[commitment.id] = other.id
    found = frozenset(unrelated(alike, dossier))
    for id, other_id in alike.items():
        if id not in found:
            continue
        link = f'{{ kind = "{LinkKind.RESTATES}", target = "{other_id}" }}'
        yield problem(
            dossier.commitments[id],
            f"says the same as {other_id!r}",
            "summary",
            hint=f"write links = [{link}] if it is the same promise",
        )


def alias_claimed_twice(dossier: Dossier) -> Iterator[Problem]:
    """Find names and aliases that two records of one kind share at one time."""
    claimed: dict[tuple[str, ...], list[_Claim]] = {}
    for record in dossier.records:
        if not isinstance(record, _NAMED):
            continue
        # Both France and Germany have a Minister of the Interior.
        owner = record.party if isinstance(record, Office) else ""
        for name, period in _names_of(record).items():
            key = kind_of(record), owner, as_compared(name).casefold()
            claims = claimed.setdefault(key, [])
            first, last, _ = _ALWAYS if period is None else hull(period)
            for other, used, (other_first, other_last) in claims:
                # Many may have had the name in turn, and to compare numbers is quick.
                if last < other_first or other_last < first:
                    continue
                # A record may repeat its own name among its aliases.
                if other is not record and _may_meet(period, used):
                    yield problem(
                        record,
                        f"goes by {shorten(name, 200)}, and so does {other.id!r}",
                    )
                    break
            claims.append((record, period, (first, last)))


_NAMED: Final = (Theme, Party, Office, Minister, Agreement)
"""The kinds of record that readers know by their names."""

_Named: TypeAlias = Theme | Party | Office | Minister | Agreement
_Claim: TypeAlias = tuple[_Named, Period | None, tuple[float, float]]
"""A record with a name of its own, the time for which it used it if that is known, and its ends."""

_ALWAYS: Final = (float("-inf"), float("inf"), True)


def _names_of(record: _Named) -> dict[str, Period | None]:
    """Return the names of a record, each with the time for which it was used if that is known."""
    # A name is not used for longer than there is somebody to use it.
    time = record.existed if isinstance(record, Party) else None
    names: dict[str, Period | None] = dict.fromkeys(
        (caption(record), *record.aliases), time
    )
    if isinstance(record, Party | Office | Minister):
        names |= {each.name: each.period or time for each in record.names}
    return names


def _may_meet(one: Period | None, other: Period | None) -> bool:
    """Say whether two times may share a day; a successor may take over the name."""
    if one is None or other is None:
        return True
    return one.overlaps(other).possible


def state_by_another_name(dossier: Dossier) -> Iterator[Problem]:
    """Find parties declared under an id of their own that are states, which need no declaration."""
    for party in dossier.parties:
        # A state that is gone may have had the name of one of today.
        is_gone = party.existed is not None and party.existed.end is not None
        if is_gone or state_name(party.id) is not None:
            continue
        for name in (party.name, *party.aliases):
            code = _state_named(name, party.kind)
            if code is not None:
                yield problem(
                    party,
                    f"{shorten(name, 200)} is {code!r}, which needs no declaration",
                    hint=f"write {code!r} wherever {party.id!r} stands",
                )
                break


def _state_named(name: str, kind: PartyKind) -> str | None:
    """Return the code of a state for its name, if a party of that kind may be the state.

    Regions, cities and companies share names with states, and organisations their initials.
    """
    code = state_code(name)
    if code == EUROPEAN_UNION:
        return code if kind in _LIKE_THE_UNION else None
    return code if kind is PartyKind.STATE else None


_LIKE_THE_UNION: Final = frozenset(
    {
        PartyKind.INTERNATIONAL_ORGANISATION,
        PartyKind.GROUPING,
        PartyKind.STATE,
    }
)


def ecuador_or_commission(dossier: Dossier) -> Iterator[Problem]:
    """Find records that name Ecuador, ``EC``, where something hints that the European Commission is meant."""
    for record in dossier.records:
        path = next(
            (path for path, id, _ in references(record) if id == "EC"), None
        )
        if path is None or not _hints_at_commission(record, dossier):
            continue
        yield problem(
            record,
            "'EC' is Ecuador; is the European Commission meant?",
            *path,
            severity=Severity.INFO,
            hint="declare it as a party of its own, such as 'european-commission', and name that, or 'EU'",
        )


def _hints_at_commission(record: Record, dossier: Dossier) -> bool:
    """Say whether a record or its sources speak of the Commission or the Union, and not of Ecuador."""
    named = {id for _, id, _ in references(record)}
    sources = [each for each in dossier.sources if each.id in named]
    texts = " ".join(
        text for each in (record, *sources) for text in _texts_of(each)
    )
    if re.search(r"\b(?:ecuador|quito)", texts, re.IGNORECASE):
        return False
    parties = named.union(*[each.issued_by for each in sources])
    return (
        any(id == EUROPEAN_UNION or "european" in id for id in parties)
        or re.search(r"\b(?:Commission|European|Brussels)\b", texts)
        is not None
    )


def _texts_of(record: Record) -> Iterator[str]:
    """Yield what a record says in words, its id apart."""
    for field in fields(type(record)):
        value = getattr(record, field.name)
        if isinstance(value, str) and field.name != "id":
            yield value
    for citation in record.citations:
        yield citation.quote or ""


def unused_theme(dossier: Dossier) -> Iterator[Problem]:
    """Find themes that no record has, nor a narrower theme."""
    return _unnamed(dossier, Theme)


def orphaned_record(dossier: Dossier) -> Iterator[Problem]:
    """Find parties, offices, sources, events and metrics that stand by themselves."""
    return _unnamed(dossier, Party, Office, Source, Event, Metric)


def _is_enough(record: Record) -> bool:
    """Say whether a record serves a purpose that nothing names: it links to another, or measures."""
    if isinstance(record, Metric):
        # A target was set by somebody, in a promise that should name it.
        return bool(record.observations) and not record.targets
    return isinstance(record, Source | Event) and bool(record.links)


def _unnamed(dossier: Dossier, *kinds: type[Record]) -> Iterator[Problem]:
    named: set[str] = set()
    # A record that only names itself, as a source may cite itself, is named by no other.
    for record in dossier.records:
        named.update(id for _, id, _ in references(record) if id != record.id)
    for record in dossier.records:
        if not isinstance(record, kinds) or record.id in named:
            continue
        if not _is_enough(record):
            yield problem(
                record,
                "no other record names it",
                severity=Severity.INFO,
            )
