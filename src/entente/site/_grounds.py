"""What bears on a verdict, in the words of the site, with the names of whom and what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import evolve, frozen

from entente.answers._case import Side
from entente.answers._explanation import DutyDays, Explanation, Ground
from entente.answers._remarks import Remark
from entente.records._parts import Anchor, Condition, Report
from entente.records._vocabulary import ConditionKind, LinkKind
from entente.site._facts import (
    Citations,
    FactValue,
    LinkedText,
    linked,
    pieces_of_part,
)
from entente.site._tracker import Tracker
from entente.site._words import REMARK
from entente.values._period import Period


@frozen(kw_only=True)
class GroundLine:
    """Something that bears on a verdict; `taken` is ``yes``, ``no`` or ``maybe``."""

    kind: str
    about: FactValue
    taken: str
    why: str | None


def grounds_of(
    explanation: Explanation, tracker: Tracker, citations: Citations
) -> Iterator[GroundLine]:
    """Yield all that bears on a verdict."""
    for ground in explanation.grounds:
        yield GroundLine(
            kind=tracker.wording.say(ground.kind, "ground"),
            about=FactValue(
                tuple(_pieces(ground, tracker)),
                citations.numbers(ground.citations),
            ),
            taken=ground.taken.name.lower(),
            why=remark_text(ground.remark, tracker),
        )


def remark_text(remark: Remark | None, tracker: Tracker) -> str | None:
    """Return what is said of a ground, in the language of the site."""
    if remark is None:
        return None
    sentence = remark.why.value
    if remark.name is None:
        return tracker.wording.say(sentence, REMARK)
    name = tracker.name(remark.name)
    return tracker.wording.say(sentence, REMARK, name=name)


def _pieces(ground: Ground, tracker: Tracker) -> Iterator[LinkedText]:
    """Yield what a ground is about, piece by piece."""
    match ground.of:
        case Report() as report:
            yield from _of_report(report, ground.side, tracker)
        case Condition() as condition:
            yield from _of_condition(condition, tracker)
        case DutyDays() as days:
            yield from _of_duty(days, tracker)
        case Anchor() as anchor:
            yield from _of_time(ground.date, anchor, tracker)
        case does if ground.record is not None:
            label = tracker.wording.say(DOES[does])
            yield linked(ground.record, tracker, label)
        case _:
            yield from _of_time(ground.date, None, tracker)


DOES: Final = {
    LinkKind.FULFILS: "fulfilled by",
    LinkKind.SUPERSEDES: "superseded by",
    None: "with the part",
}
"""What another record does to a promise, before its name."""

SIDES: Final[Mapping[Side | None, str]] = {
    "declared": "declared by",
    "assessed": "assessed by",
}
"""The side for which a report was read, before its author."""


def _of_report(
    report: Report, side: Side | None, tracker: Tracker
) -> Iterator[LinkedText]:
    wording = tracker.wording
    yield LinkedText(wording.word(report.status))
    yield LinkedText(wording.period(report.on))
    yield linked(report.by, tracker, wording.say(SIDES[side]))
    if report.of is not None:
        yield linked(report.of, tracker, wording.say("about"))
    if report.due is not None:
        due = wording.period(report.due)
        yield LinkedText(due, label=wording.say("new deadline"))
    if report.known is not None:
        known = wording.period(report.known)
        yield LinkedText(known, label=wording.field("known"))


DEPENDS: Final = {
    None: "depends on",
    ConditionKind.APPROVAL: "subject to approval by",
    ConditionKind.FUNDING: "subject to funding by",
    ConditionKind.LEGISLATION: "subject to legislation by",
    ConditionKind.AGREEMENT: "subject to an agreement with",
    ConditionKind.REQUEST: "on request by",
    ConditionKind.PERFORMANCE: "subject to performance by",
    ConditionKind.FINDING: "subject to a finding by",
    ConditionKind.RECIPROCITY: "if the same is done by",
    ConditionKind.CONSULTATION: "after consulting",
}
"""Each kind of condition, before the parties that it names."""


def _of_condition(
    condition: Condition, tracker: Tracker
) -> Iterator[LinkedText]:
    wording = tracker.wording
    if condition.recurs:
        yield LinkedText(wording.field("recurs"))
    if condition.parties:
        first, *others = condition.parties
        yield linked(first, tracker, wording.say(DEPENDS[condition.kind]))
        yield from [linked(each, tracker) for each in others]
    elif condition.kind is not None:
        yield LinkedText(wording.word(condition.kind))
    if condition.count is not None:
        yield LinkedText(wording.quantity(condition.count))
    if condition.waits_for is not None:
        label = wording.field("waits_for")
        yield linked(condition.waits_for, tracker, label)
    if condition.text is not None:
        yield LinkedText(condition.text)


def _of_time(
    date: Period | None, anchor: Anchor | None, tracker: Tracker
) -> Iterator[LinkedText]:
    """Yield a time, and the record that it is counted from, which may have no date yet."""
    wording = tracker.wording
    if date is not None:
        # What is counted has the source's words from its anchor, which follows.
        is_counted = anchor is not None and date.stated == anchor.stated
        in_words = wording.date if is_counted else wording.period
        yield LinkedText(in_words(date))
    if anchor is None:
        return
    first, *others = pieces_of_part(anchor, tracker)
    yield evolve(first, label=wording.say("counted from"))
    yield from others
    if date is None or date.in_words_only:
        yield LinkedText(wording.say("waits for a date that is not on record"))


def _of_duty(days: DutyDays, tracker: Tracker) -> Iterator[LinkedText]:
    wording = tracker.wording
    yield LinkedText(wording.rule(days.rule))
    if days.last is not None:
        label = wording.say("last due on")
        yield LinkedText(wording.day(days.last), label=label)
    if days.next is not None:
        label = wording.say("next due on")
        yield LinkedText(wording.day(days.next), label=label)
