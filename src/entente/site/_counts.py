"""How many promises there are of each group of verdicts, and the filtered lists of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from attrs import frozen

from entente.records._model import Commitment, Party, Record, Theme
from entente.records._vocabulary import Schedule
from entente.site._addresses import filtered
from entente.site._groups import GROUPS, group_of
from entente.site._tracker import Tracker


@frozen(kw_only=True)
class PromiseCounts:
    """How many promises there are, in all and of each group of verdicts, with the filtered lists of them.

    A verdict on a party is that on its own part: nobody is accused of what others have left undone.
    Lists filter by the verdict on all who promised together, so where these differ there is no list.
    """

    total: int
    filtered: str
    groups: Mapping[str, tuple[int, str | None]]


_KEYWORDS: Final[Mapping[type[Record], str]] = {Party: "by", Theme: "theme"}
"""The keyword by which the promises of a record are asked for."""


def count(record: Record, tracker: Tracker) -> PromiseCounts | None:
    """Count the promises of a party or on a theme; None if there are none, or it is another record."""
    keyword = _KEYWORDS.get(type(record))
    if keyword is None:
        return None
    asked: dict[str, Any] = {keyword: record.id}
    found = set(tracker.dossier.commitments.where(**asked).ids)
    promises = [each for each in tracker.promises if each.id in found]
    if not promises:
        return None
    together = _by_group(promises, tracker.verdict)
    own = together
    if isinstance(record, Party):
        own = _by_group(
            promises, lambda each: tracker.verdict_on(each, record.id)
        )
    return PromiseCounts(
        total=len(promises),
        filtered=filtered_promises(tracker, **asked),
        groups={
            name: (
                len(own[name]),
                filtered_promises(tracker, schedule=GROUPS[name], **asked)
                if own[name] == together[name]
                else None,
            )
            for name in GROUPS
            if own[name]
        },
    )


def _by_group(
    promises: Iterable[Commitment],
    verdict: Callable[[Commitment], Schedule],
) -> Mapping[str, Sequence[str]]:
    """Return the ids of promises by the group of their verdicts."""
    groups: dict[str, list[str]] = {name: [] for name in GROUPS}
    for each in promises:
        groups[group_of(verdict(each))].append(each.id)
    return groups


def filtered_promises(
    tracker: Tracker, *, schedule: Sequence[Schedule] = (), **asked: str
) -> str:
    """Return the filtered list of promises that are counted: firm, and maybe made by the day."""
    if schedule:
        asked["schedule"] = ",".join(schedule)
    day = tracker.on.isoformat()
    return filtered("commitments", **asked, firm="true", on=day)
