"""Verdicts compared with those of a plain reading of the rules, on dense dossiers where dates collide."""

from __future__ import annotations

import datetime
import os
from collections import Counter
from collections.abc import Mapping
from typing import Final

import pytest

from drawn_promises import Drawing
from entente import Dossier, Schedule
from verdict_oracle import (
    TooManyWorldsError,
    verdict_on_all,
    verdicts_by_party,
)

pytestmark = pytest.mark.no_cover

CASES: Final = int(os.environ.get("ENTENTE_FUZZ_EXAMPLES", "500"))
"""How many verdicts are compared."""

CALENDAR: Final = [
    datetime.date(2024, 3, 1) + datetime.timedelta(days=number)
    for number in range(-3, 25)
]
"""The days of the dossiers, and some before and after."""


def differences(seed: int, counted: Counter[Schedule]) -> list[str]:
    """Compare the verdicts on one dossier, and return those that differ."""
    drawing = Drawing(seed)
    records = drawing.records()
    dossier = Dossier(records)
    found = []
    for promise in dossier.commitments:
        for _ in range(3):
            on, as_known = drawing.question()
            try:
                wanted = verdicts_by_party(
                    records, CALENDAR, promise.id, on=on, as_known=as_known
                )
            except TooManyWorldsError:
                continue
            status = dossier.status(promise.id, on=on, as_known=as_known)
            given = {
                party: each.schedule for party, each in status.by_party.items()
            }
            of_each = {
                party: dossier.status(
                    promise.id, on=on, as_known=as_known, of=party
                ).schedule
                for party in promise.by
            }
            on_all = verdict_on_all(wanted.values())
            counted.update([on_all])
            if (
                (len(promise.by) > 1 and given != wanted)
                or of_each != wanted
                or status.schedule is not on_all
            ):
                found.append(
                    f"seed {seed}, {promise.id} on {on}, as known {as_known}: "
                    f"{_words(of_each)}, all {status.schedule}; wanted {_words(wanted)}, all {on_all}"
                )
    return found


def _words(by_party: Mapping[str, Schedule | None]) -> str:
    return ", ".join(f"{party} {word}" for party, word in by_party.items())


def test_a_verdict_is_what_the_rules_give_in_every_world() -> None:
    """Whatever is vague is tried in each way, and the verdict is definite if all give the same."""
    counted: Counter[Schedule] = Counter()
    found: list[str] = []
    seed = 0
    while counted.total() < CASES:
        found += differences(seed, counted)
        seed += 1
    print(  # noqa: T201 -- a long run shows what it compared
        *(f"{word}: {count}" for word, count in counted.most_common())
    )
    assert not found, "\n".join(found)
