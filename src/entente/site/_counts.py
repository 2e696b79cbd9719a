"""How many promises there are of each group of verdicts, and the filtered lists of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from attrs import frozen

from entente.records._model import Party, Record, Theme
from entente.records._vocabulary import Schedule
from entente.site._addresses import filtered
from entente.site._groups import GROUPS, group_of
from entente.site._tracker import Tracker


@frozen(kw_only=True)
class PromiseCounts:
    """How many promises there are, in all and of each group of verdicts, with the filtered lists of them."""

    total: int
    filtered: str
    groups: Mapping[str, tuple[int, str]]


_KEYWORDS: Final[Mapping[type[Record], str]] = {Party: "by", Theme: "theme"}
"""The keyword by which the promises of a record are asked for."""


def count(record: Record, tracker: Tracker) -> PromiseCounts | None:
    """Count the promises of a party or on a theme; None if there are none, or it is another record."""
    keyword = _KEYWORDS.get(type(record))
    if keyword is None:
        return None
    asked: dict[str, Any] = {keyword: record.id}
    found = set(tracker.dossier.commitments.where(**asked).ids)
    words = Counter(
        group_of(tracker.verdict(each))
        for each in tracker.promises
        if each.id in found
    )
    if not words:
        return None
    return PromiseCounts(
        total=words.total(),
        filtered=filtered_promises(tracker, **asked),
        groups={
            name: (
                words[name],
                filtered_promises(tracker, schedule=GROUPS[name], **asked),
            )
            for name in GROUPS
            if words[name]
        },
    )


def filtered_promises(
    tracker: Tracker, *, schedule: Sequence[Schedule] = (), **asked: str
) -> str:
    """Return the filtered list of promises that are counted: firm, and maybe made by the day."""
    if schedule:
        asked["schedule"] = ",".join(schedule)
    day = tracker.on.isoformat()
    return filtered("commitments", **asked, firm="true", on=day)
