"""Metrics: the figures that a text gives of what is measured, and the targets for it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from attrs import frozen

from entente.drafting._clauses import BRACKETS, QUOTES, within
from entente.drafting._details import NUMBER, Sum, TimeWords, sums
from entente.drafting._judging import Judge
from entente.drafting._passages import Candidate, Passages, summary_of
from entente.drafting._rules import Rules, forms_of
from entente.records import Metric, Observation, Target
from entente.values import Period, Quantity

_JOINT: Final = re.compile(
    r"[,;:]\s+|\s[–—]\s|\s+(?:but|while|whereas|and\s+that)\s+|"
    r"\s+and\s+(?=(?:\S+\s+){1,6}?(?:is|are|was|were|has|have|had)\b)"
)
_RELATIVE: Final = re.compile(r"(?:which|who|that|whose)\b")
_THAT: Final = re.compile(r"\bthat\s+", re.IGNORECASE)
_DONE: Final = re.compile(
    r"\b(?:(?:has|have|had)\s+(?:(?:now|also|so\s+far|already|\w+ly)\s+)*(?:been\s+)?\w+(?:ed|en|wn|ght|ut|ade|ent|aid|eld|old|et|uilt|ound)|"
    r"(?:was|were)\s+(?:(?:now|also|\w+ly)\s+)*\w+(?:ed|en|wn|ght|ade|ent|aid|eld|old|uilt|ound))\b",
    re.IGNORECASE,
)
_NOT_YET: Final = re.compile(
    r"\b(?:will|would|shall|should|must|(?-i:may)|might|can|could|ought|if|unless|not|never|no\s+longer|plans?|expected|hopes?)\b",
    re.IGNORECASE,
)
_PERFECT: Final = re.compile(r"\b(?:has|have)\b", re.IGNORECASE)
_SINCE: Final = re.compile(
    r"(?:since|until|till|up to|as of)\b", re.IGNORECASE
)
_AGAINST: Final = re.compile(
    r"\b(?:compared\s+(?:to|with)|from|over|on|against|than\s+in)\s+"
    r"(?:(?P<before>the\s+(?:previous\s+year|year\s+before))|(?P<year>[12][0-9]{3})\b)",
    re.IGNORECASE,
)
_HEAD: Final = re.compile(
    r"(?:the\s+)?(?:(?:number|total|share|proportion)\s+of\s+)?(?P<noun>(?:[^\W\d][\w’'-]*\s+){0,3}?[^\W\d][\w’'-]*)"
    r"(?=\s+(?:of|in|to|from|at|by|on|for|across|\w+ing|who|which|that)\b|\s*\Z)",
    re.IGNORECASE,
)
_NAME: Final = (
    "name: in the words of the source; write in your own what is measured"
)


@frozen
class FigureWords:
    """A number in a part of a text that tells how much there was of something."""

    start: int
    stop: int
    sum: Sum
    is_only: bool
    """Whether the part holds no other number."""


@frozen(eq=False)
class FigureReader:
    """What finds the figures of one text, and drafts metrics."""

    judge: Judge
    passages: Passages
    rules: Rules

    @property
    def _text(self) -> str:
        return self.judge.text

    @cached_property
    def _rising(self) -> re.Pattern[str]:
        return self._verbs("rising", r"\b(?:[^,;]{0,80}?\s)?by\s*\Z")

    @cached_property
    def _falling(self) -> re.Pattern[str]:
        return self._verbs("falling", r"\b(?:[^,;]{0,80}?\s)?by\s*\Z")

    @cached_property
    def _levels(self) -> re.Pattern[str]:
        return self._verbs("levels", r"\s*\Z")

    def _verbs(self, key: str, after: str) -> re.Pattern[str]:
        forms = set()
        for words in self.rules.words("figures", key):
            verb, _, rest = words.partition(" ")
            made = forms_of(verb)
            told = [made.third, made.past, made.participle]
            if key == "falling":
                # "The work to reduce arrivals by half"
                told += [made.plain, made.doing]
            forms |= {f"{each} {rest}".strip() for each in told}
        either = "|".join(sorted(forms, key=len, reverse=True))
        return re.compile(
            rf"\b(?P<verb>{either}){after}".replace(" ", r"\s+"),
            re.IGNORECASE,
        )

    @cached_property
    def _targets(self) -> re.Pattern[str]:
        words = "|".join(sorted(self.rules.words("figures", "targets")))
        return re.compile(
            rf"\b(?:{words})s?\s+(?:of|is|was|remains)\s*\Z", re.IGNORECASE
        )

    def figures(self, start: int, stop: int) -> Iterator[FigureWords]:
        """Yield the parts of a sentence that give a figure of what was, or is to be reached."""
        quoted = [
            each.span()
            for pattern in (QUOTES, BRACKETS)
            for each in pattern.finditer(self._text, start, stop)
        ]
        for first, last in self._parts(start, stop):
            if NUMBER.search(self._text, first, last) is None:
                continue
            found = list(self._sums(first, last))
            for each in found[:1]:
                figure = FigureWords(first, last, each, len(found) == 1)
                if not within(each.start, quoted) and self._is_one(figure):
                    yield figure

    def _sums(self, start: int, stop: int) -> Iterator[Sum]:
        return sums(
            self._text,
            start,
            stop,
            rules=self.rules,
            country=None,
            taken=self._times(start, stop),
        )

    def _times(self, start: int, stop: int) -> list[TimeWords]:
        return self.judge.times(start, stop, (), look="back")

    def _parts(self, start: int, stop: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a sentence between its joints, each with what it needs of the one before."""
        begin = whole = start
        for joint in [*_JOINT.finditer(self._text, start, stop), None]:
            end = joint.start() if joint else stop
            is_more = _RELATIVE.match(self._text, begin) and begin > start
            yield (whole if is_more else self._after_that(begin, end), end)
            whole, begin = (begin, joint.end()) if joint else (begin, begin)

    def _after_that(self, start: int, stop: int) -> int:
        """Return where what somebody says begins: after "note with concern that"."""
        that = _THAT.search(self._text, start, stop)
        return that.end() if that else start

    def _is_one(self, figure: FigureWords) -> bool:
        return self._is_target(figure) or self._is_told(figure)

    def _before(self, figure: FigureWords) -> str:
        return self._text[figure.start : figure.sum.start]

    def _is_target(self, figure: FigureWords) -> bool:
        return self._targets.search(self._before(figure)) is not None

    def _is_told(self, figure: FigureWords) -> bool:
        words = self._text[figure.start : figure.stop]
        if _NOT_YET.search(words):
            return False
        before = self._before(figure)
        return (
            self._change(before) is not None
            or self._levels.search(before) is not None
            or _DONE.search(words) is not None
        )

    def _change(self, before: str) -> re.Match[str] | None:
        return self._rising.search(before) or self._falling.search(before)

    # --- records -------------------------------------------------------------------------

    def candidate(self, figure: FigureWords) -> Candidate[Metric] | None:
        """Draft a metric, or return None where the text does not say what is counted."""
        amount = figure.sum.amount
        value = amount and amount.value
        change = self._change(self._before(figure))
        unit = self._unit(change) if change else value and value.unit
        if not value or not unit:
            return None
        observations, targets, why = self._read(figure, value, change)
        passage = self.passages.passage(figure.start, figure.stop)
        name = summary_of(passage.text)
        record = Metric(
            id=self.passages.new_id(name, "metric"),
            name=name,
            unit=unit,
            themes=self.passages.themes(figure.start, figure.stop),
            targets=targets,
            observations=observations,
            citations=(passage.citation,),
        )
        return Candidate(
            record,
            passage.text,
            passage.lines,
            passage.characters,
            (*why, _NAME),
        )

    def _unit(self, change: re.Match[str]) -> str | None:
        """Return what rises or falls: of "arrivals in the port fell by" the arrivals."""
        verb = change["verb"].lower()
        is_plain = verb in {"reduce", "cut", "lower", "reducing", "cutting"}
        words = (
            change[0][len(verb) :].removesuffix("by")
            if is_plain
            else change.string[: change.start()]
        )
        head = _HEAD.match(words.strip())
        return " ".join(head["noun"].split()) if head else None

    def _read(
        self,
        figure: FigureWords,
        value: Quantity,
        change: re.Match[str] | None,
    ) -> tuple[tuple[Observation, ...], tuple[Target, ...], list[str]]:
        """Return the observation or target of a figure, or what is open about it."""
        words = repr(figure.sum.words)
        if not figure.is_only:
            return (), (), [f"observations: {words} is not the only figure"]
        if self._is_target(figure):
            return (), *self._target(figure, value)
        period, as_of, why = self._when(figure)
        if why:
            return (), (), [f"observations: {words} {why}"]
        if change is None and not value.is_change:
            level = Observation(value=value, period=period, as_of=as_of)
            return (level,), (), []
        against = self._against(figure, period)
        if against is None or not value.is_exact or value.is_change:
            why = "is a change, and it is not certain of how much against which period"
            return (), (), [f"observations: {words} {why}"]
        sign = "-" if self._falling.search(self._before(figure)) else "+"
        changed = Observation(
            change=Quantity(f"change {sign}{value}"),
            period=period,
            as_of=as_of,
            against=against,
        )
        return (changed,), (), []

    def _target(
        self, figure: FigureWords, value: Quantity
    ) -> tuple[tuple[Target, ...], list[str]]:
        if value.is_change:
            return (), [f"targets: {figure.sum.words!r} is a change"]
        times = self.judge.times(figure.start, figure.stop, ())
        due = times[0].period if len(times) == 1 else None
        if due is None or due.is_span or not times[0].is_deadline:
            why = [
                f"targets: {each.words!r} is no certain day" for each in times
            ]
            return (Target(value=value),), why
        return (Target(value=value, due=due),), []

    def _when(
        self, figure: FigureWords
    ) -> tuple[Period | None, Period | None, str]:
        """Return the time that a figure is for, or the day on which it was so, or why neither is known."""
        published = self.judge.source.published
        said = self.judge.day_of_saying
        if published is None or said is None:
            return None, None, "is of no known time, as the source has no day"
        against = _AGAINST.search(self._text, figure.sum.stop, figure.stop)
        found = [
            each
            for each in self._times(figure.start, figure.stop)
            if against is None or not within(each.start, [against.span()])
        ]
        over = [
            each.period
            for each in found
            if each.period is not None
            and not _SINCE.match(each.words)
            and each.period.latest is not None
            and each.period.latest <= said
        ]
        if len(found) == 1 and over:
            return *_as_told(over[0]), ""
        if len(found) > 1 or any(each.period is None for each in found):
            return None, None, "is of a time that is not certain"
        is_up_to_now = any(
            _SINCE.match(each.words) or _is_begun(each.period, said)
            for each in found
        )
        words = self._text[figure.start : figure.stop]
        if is_up_to_now or (not found and _PERFECT.search(words)):
            return None, published, ""
        return None, None, "is of a time that the passage does not tell"

    def _against(
        self, figure: FigureWords, period: Period | None
    ) -> Period | None:
        match = _AGAINST.search(self._text, figure.sum.stop, figure.stop)
        if match is None or period is None:
            return None
        if match["year"]:
            return Period(match["year"])
        year = str(period)
        return (
            Period(f"{int(year) - 1:04}")
            if re.fullmatch(r"[0-9]{4}", year)
            else None
        )


def _as_told(period: Period) -> tuple[Period | None, Period | None]:
    """Return the days that a figure is for, or the day as of which it was so: "by the end of May"."""
    if not str(period).startswith("["):
        return period, None
    if period.earliest is None:
        return None, Period(str(period.latest), stated=period.stated)
    days = f"{period.earliest}/{period.latest}"
    return Period(days, stated=period.stated), None


def _is_begun(period: Period | None, said: dt.date) -> bool:
    """Say whether a time had begun by a day: "this year"."""
    earliest = None if period is None else period.earliest
    return earliest is not None and earliest <= said
