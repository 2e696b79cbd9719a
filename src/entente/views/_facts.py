"""What is reported of a commitment, and why a verdict is what it is, in words, for every view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from entente._text import words_of
from entente.answers._explanation import Explanation, Ground, because
from entente.answers._facts import names_in
from entente.answers._status import CommitmentStatus, commitment_status
from entente.asking._selections import assessed_word, declared_word
from entente.records._index import RecordIndex
from entente.records._model import Commitment
from entente.records._wording import (
    LISTED,
    NameOf,
    day_text,
    passages_text,
)
from entente.values._period import PeriodLike
from entente.values._truth import Truth
from entente.views._words import tally_text


def party_reports_text(
    commitment: Commitment,
    index: RecordIndex,
    on: PeriodLike | None,
    as_known: PeriodLike | None,
) -> str:
    """Return what is reported of single promisors, or of many how many have which status.

    A report on what one of them did says nothing of the whole, whose status leaves it out.
    """
    judged = dict.fromkeys(
        report.of
        for report in commitment.reports
        if report.of is not None and commitment.by != (report.of,)
    )
    statuses = {
        party: commitment_status(
            commitment, index, on=on, as_known=as_known, of=party
        )
        for party in judged
    }
    if len(statuses) > LISTED:
        return f"{len(statuses)} parties: {_tally(list(statuses.values()))}"
    name_of = names_in(index)
    return "; ".join(
        f"{name_of(party)}: {_tally([status], of_one=True)}"
        for party, status in statuses.items()
    )


def reasons_text(explanation: Explanation, name_of: NameOf) -> str:
    """Return why a verdict is what it is: its rules, what was set aside, and when it would change."""
    each = [explanation]
    if not explanation.grounds and explanation.by_party:
        # What is so of several is so for a reason of each.
        each = list(explanation.by_party.values())
    rules = {one.party: _rules_text(one) for one in each}
    if len(set(rules.values())) == 1:
        texts = list(rules.values())[:1]
    else:
        texts = [
            f"{_named(party, name_of)}: {text}"
            for party, text in rules.items()
        ]
    # What was set aside for one promisor was often set aside for the others.
    texts += dict.fromkeys(
        _doubt_text(ground, name_of)
        for one in each
        for ground in one.grounds
        if ground.taken is not Truth.YES
    )
    if (
        explanation.changes_on is not None
        and explanation.changes_to is not None
    ):
        day, word = explanation.changes_on, words_of(explanation.changes_to)
        texts.append(f"from {day_text(day)} on it would be {word}")
    return "; ".join(texts)


def _rules_text(explanation: Explanation) -> str:
    return ", ".join(because(explanation)).removeprefix("because ")


def _named(party: str | None, name_of: NameOf) -> str:
    return "" if party is None else name_of(party)


def _doubt_text(ground: Ground, name_of: NameOf) -> str:
    """Return what does not count for certain, as a reader would say it, with its passages."""
    head = f"{_ASIDE[ground.taken]} {ground.kind}"
    if ground.kind == "condition":
        head = _MET[ground.taken]
    why = ground.remark and f" ({ground.remark.text(name_of)})"
    text = f"{head}: {ground.text}{why or ''}"
    passages = passages_text(ground.citations, name_of)
    return f"{text} [{passages}]" if passages else text


_ASIDE: Final = {Truth.NO: "set aside", Truth.MAYBE: "perhaps"}
_MET: Final = {Truth.NO: "not met", Truth.MAYBE: "perhaps met"}


def _tally(
    statuses: Sequence[CommitmentStatus], *, of_one: bool = False
) -> str:
    """Return which status each side reports, and of how many if of several."""
    sides = {
        "declared": [declared_word(each) for each in statuses],
        "assessed": [assessed_word(each) for each in statuses],
    }
    texts = []
    for side, words in sides.items():
        known = [word for word in words if word is not None]
        if known:
            counts = words_of(known[0]) if of_one else tally_text(known)
            texts.append(f"{side} {counts}")
    return ", ".join(texts) or "no report"
