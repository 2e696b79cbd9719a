"""The dates, amounts, conditions and recurrences that a passage holds, and nothing beyond it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import astuple, evolve, frozen

from entente.drafting._rules import Rules, forms_of
from entente.errors import PeriodError, QuantityError
from entente.records import Amount, AmountRole, Condition, ConditionKind
from entente.values import Period, Quantity
from entente.values._currencies import CURRENCIES
from entente.values._phrase_context import Look

# --- dates ---------------------------------------------------------------------------------------

_MONTHS: Final = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_OPENING: Final = re.compile(
    r"\b(?:by|before|in|within|during|until|till|on|over|from|after|no later than|not later than|at the latest by|"
    r"prior to|since|throughout|as of|for|between|starting|beginning|at|through|no earlier than|not before|"
    r"not until|ahead of|later this|this|next|last|tomorrow|today|tonight|early|late|mid|every|each|"
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})|(?:{_MONTHS}) [0-9])\b",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    rf"\b(?:[12][0-9]{{3}}s?|(?:{_MONTHS})|year|years|month|months|week|weeks|day|days|decade|decades|spring|summer|"
    r"autumn|fall|winter|half|quarter|today|tomorrow|tonight|morning|afternoon|date|century)\b|\bFY",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\S+")
# An end is not a deadline, and a beginning is none either.
_NO_DEADLINE: Final = re.compile(
    r"(?:until|till|since|from|as of|starting|beginning|after|no earlier|not before|not until|for|through)\b",
    re.IGNORECASE,
)
_FISCAL: Final = re.compile(
    r"\b(?:in|during|for|over|across)?\s*(?:the\s+)?(?:fiscal|financial) years? ([12][0-9]{3}) (?:and|to|through|-|–) ([12][0-9]{3})",
    re.IGNORECASE,
)
_NAME_OF_SEASON: Final = re.compile(
    r"\b(?:Spring|Summer|Autumn|Winter|Fall)\s+[A-Z]"
)
_UNREAD: Final = re.compile(
    r"(?:by|before|in|within|during|until|over|from|after|for|throughout|through|on|since|between|ahead of|prior to)\s+(?:the\s+)?(?:(?:end|start|beginning|middle|course|first|second|half|part|rest|remainder|early|late)\s+(?:of\s+)?)*(?:the\s+)?"
    r"(?:this|next|coming|following|last)\s+\w+",
    re.IGNORECASE,
)
_OF_WHAT_IS_BEFORE: Final = "it may be the time of what stands before it"
_LONGEST_PHRASE: Final = 9


@frozen
class TimeWords:
    """A time in a text: what was read of it, or why nothing was."""

    start: int
    stop: int
    words: str
    period: Period | None
    why: str = ""

    @property
    def is_deadline(self) -> bool:
        """Whether it can be the day by which something is done, or the time within which it is."""
        period = self.period
        if period is None:
            return False
        if _NO_DEADLINE.match(self.words) is None:
            return True
        # "From 2025 to 2027" is such a time, "from 2025" and "until 2027" are not.
        return period.is_span and None not in {period.earliest, period.latest}


@frozen
class _TimeReader:
    """What reads times as somebody says them, in a country and on a day."""

    said: dt.date | None
    country: str | None
    look: Look

    def read(self, words: str) -> tuple[Period | None, str]:
        """Return the time that words tell, or why none is read."""
        if self.said is None:
            return None, "the source has no day of publication"
        fiscal = _FISCAL.fullmatch(words)
        try:
            if fiscal is not None and self.country is not None:
                return _fiscal_years(fiscal, self.country, words), ""
            first = None if self.look == "ahead" else self.look
            return self._period(words, self.said, first), ""
        except PeriodError as error:
            reason = error.reason
        if "look='ahead'" not in reason:
            return None, reason
        try:
            return self._period(words, self.said, self.look), ""
        except PeriodError as error:
            return None, error.reason

    def _period(self, words: str, said: dt.date, look: Look | None) -> Period:
        return Period.from_words(
            words, said=said, country=self.country, look=look
        )


def times(
    text: str,
    start: int,
    stop: int,
    *,
    said: dt.date | None,
    country: str | None,
    look: Look = "ahead",
) -> Iterator[TimeWords]:
    """Yield the times that a passage names, each as long as it can be read.

    `look` says where a month without a year lies: what is promised lies ahead, what was done lies behind.
    """
    reader = _TimeReader(said, country, look)
    at = start
    while match := _OPENING.search(text, at, stop):
        found = _time(text, match.start(), stop, reader)
        if found is None:
            at = match.end()
            unread = _UNREAD.match(text, match.start(), stop)
            if unread:
                # "Within the next year" is not "next year".
                at = max(at, unread.end())
        else:
            if _FROM_EVENT.match(text, found.stop, stop) and _SPAN.search(
                found.words
            ):
                why = "it counts from what follows it"
                found = evolve(found, period=None, why=why)
            elif _is_of_event(text, start, found):
                found = evolve(found, period=None, why=_OF_WHAT_IS_BEFORE)
            yield found
            at = found.stop


def _time(
    text: str, start: int, stop: int, reader: _TimeReader
) -> TimeWords | None:
    ends = [
        word.end()
        for _, word in zip(
            range(_LONGEST_PHRASE),
            _WORD.finditer(text, start, stop),
            strict=False,
        )
    ]
    why, unread = "", None
    for end in reversed(ends):
        whole = text[start:end].rstrip(".,;:!?)\"'”’»")
        if "," in whole[:-1] and not re.search(r"\d,", whole):
            continue
        words = " ".join(whole.split())
        if not _TIME.search(words) or _NAME_OF_SEASON.search(
            text, start, end + 12
        ):
            continue
        period, reason = reader.read(words)
        if period is not None:
            return TimeWords(start, start + len(whole), words, period)
        # The shortest phrase with a word of time tells best why it is not read.
        why, unread = reason, (start + len(whole), words)
    if unread is None or not _is_about_time(unread[1]):
        return None
    return TimeWords(start, unread[0], unread[1], None, why)


_OF_AN_EVENT: Final = re.compile(
    r"\b(?:ahead of|before|prior to|until|after|following|since)\s+(?:the|our|its|their|a|[A-Z])[^,;.]{2,60}\Z"
)
_FROM_EVENT: Final = re.compile(
    r"\s+(?:of|after|from|following)\s+(?!today|now|this date|each)\w"
)
_SPAN: Final = re.compile(r"(?:day|week|month|year)s?\Z", re.IGNORECASE)
_IN: Final = re.compile(r"(?:in|on|at|this|next|later|early)\b", re.IGNORECASE)


def _is_of_event(text: str, start: int, found: TimeWords) -> bool:
    """Say whether a time may be that of an event: "before the summit in May 2025"."""
    return (
        found.period is not None
        and _IN.match(found.words) is not None
        and _OF_AN_EVENT.search(text, start, found.start) is not None
    )


def not_of_event(
    text: str, act: int, found: TimeWords, rules: Rules, *, is_object: bool
) -> TimeWords:
    """Return a time, unread if it may be that of an event which the words before it name.

    "Secure the events this year" does not say by when; "hold a summit this year" does. With `is_object` so
    does what stands first: "discussed a summit this year".
    """
    if found.period is None or not _IN.match(found.words):
        return found
    nouns = _either(rules.words("details", "dated_nouns"))
    event = re.compile(
        rf"\b(?:{nouns})\b(?:\s+(?:in|at|of|across|around)\s+[^\s,;]+(?:\s+[^\s,;]+){{0,3}})?\s+\Z",
        re.IGNORECASE,
    ).search(text, act, found.start)
    if event is None or _AT.search(text, act, event.start()):
        return found
    if is_object and not _GOVERNED.search(text, act, event.start()):
        return found
    verbs = map(forms_of, rules.words("details", "holding"))
    holding = {form for each in verbs for form in astuple(each)}
    if re.compile(rf"\b(?:{_either(holding)})\b", re.IGNORECASE).search(
        text, act, event.start()
    ):
        return found
    return evolve(found, period=None, why=_OF_WHAT_IS_BEFORE)


_GOVERNED: Final = re.compile(r"\b(?:to|of|for|in|with|by)\b")
# What is done at an event is done when it takes place.
_AT: Final = re.compile(
    r"\b(?:at|during|on\s+the\s+occasion\s+of)\s+(?:[^\s,;]+\s+){0,4}\Z",
    re.IGNORECASE,
)


def counts_each_time(found: TimeWords, before: str, rules: Rules) -> bool:
    """Say whether a time may count from each case: "requests will be answered within ten days"."""
    cases = rf"\b(?:{_either(rules.words('details', 'cases'))})\b"
    return (
        found.period is not None
        and found.words.lower().startswith("within")
        and re.search(cases, before, re.IGNORECASE) is not None
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _is_about_time(words: str) -> bool:
    """Say whether words that are not read may tell a time: "by next spring", and not "over half"."""
    first, *others = _OPENING.finditer(words)
    if any(
        words[first.end() : each.start()].strip() not in {"", "the"}
        for each in others
    ):
        # "In Rome by next spring": what tells the time opens later.
        return False
    if re.match(
        r"(?:on|at|for|this|from|each|every|between|next)\b|by (?:a quarter|half|three quarters)\b|over half|in (?:our|its|their|his|her)\b",
        words,
        re.IGNORECASE,
    ):
        return False
    return len(words.split()) <= 5


def _fiscal_years(match: re.Match[str], country: str, words: str) -> Period:
    first = Period.fiscal_year(int(match[1]), country)
    last = Period.fiscal_year(int(match[2]), country)
    return Period(f"{first.earliest}/{last.latest}", stated=words)


_FISCAL_WORDS: Final = re.compile(
    r"\bFY|\b(?:fiscal|financial)\b|[0-9]{4}[-/–][0-9]{2}\b", re.IGNORECASE
)


def times_for(
    text: str,
    start: int,
    stop: int,
    *,
    said: dt.date | None,
    states: Sequence[str],
    is_told: bool,
    look: Look = "ahead",
) -> list[TimeWords]:
    """Return the times of a passage that are certain whoever of several states is meant.

    They have their own fiscal years and seasons. Unless it `is_told` who acts, nobody's fiscal year is
    taken.
    """
    first, *others = [
        list(times(text, start, stop, said=said, country=country, look=look))
        for country in states or (None,)
    ]
    for other in others:
        same = {(each.start, each.period) for each in other}
        first = [
            each
            if (each.start, each.period) in same
            else evolve(each, period=None, why="it depends on the country")
            for each in first
        ]
    if is_told:
        return first
    return [
        evolve(each, period=None, why="whose fiscal year it is, is not said")
        if _FISCAL_WORDS.search(each.words) and each.period is not None
        else each
        for each in first
    ]


def is_ahead(period: Period, said: dt.date | None) -> bool:
    """Say whether a time is not over on the day of saying; what is over is no deadline."""
    latest = period.latest
    return latest is None or said is None or latest >= said


def one_day(span: Period) -> Period:
    """Return the set for one day of a span."""
    return Period(f"[{span.earliest}..{span.latest}]", stated=span.stated)


# --- amounts -------------------------------------------------------------------------------------

_BOUND: Final = (
    r"(?:(?:up to|at least|at most|more than|fewer than|less than|no more than|no fewer than|no less than|not more than|not less than|not fewer than|no lower than|no higher than|not below|not above|"
    r"not exceeding|exceeding|upwards of|well below|well above|well under|just below|just above|just under|over|under|above|below|beyond|"
    r"about|around|approximately|roughly|some|nearly|almost|as many as|as much as|a total of|an additional|"
    r"a further|additional|further|another|a minimum of|a maximum of|minimum of|an estimated|close to|well over|just over|in excess of|"
    r"an increase of|a reduction of|a cut of|an extra|extra|up to another|between|the|half of the|half of|half the)\s+)*"
)
# What is a word as well, or the name of a conference, is no currency here: "ALL 12 MEMBERS", "COP 30".
_CODES: Final = "|".join(
    sorted(CURRENCIES - {"ALL", "COP", "CUP", "TOP", "TRY"})
)
_MONEY: Final = rf"(?:[A-Z]{{0,3}}[$€£¥₹₩]|(?-i:{_CODES})\s?)"
_SMALL: Final = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|a hundred|one hundred|two hundred|five hundred|a thousand|one thousand|a dozen|one"
_DIGITS: Final = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_SCALE: Final = (
    r"(?:\s?(?:million|billion|trillion|thousand|hundred|m|bn|b|k|tn)\b)?"
)
_AMOUNT: Final = re.compile(
    rf"(?<![\w.,-])(?:{_BOUND})(?:(?<=between\s){_MONEY}?{_DIGITS}{_SCALE}\s+and\s+{_MONEY}?{_DIGITS}{_SCALE}|{_MONEY}?{_DIGITS}{_SCALE}(?:\s?(?:to|-|–)\s?{_MONEY}?{_DIGITS}{_SCALE}|\s+and\s+{_DIGITS}{_SCALE})?|(?:{_SMALL})(?=\s)(?:\s(?:million|billion|hundred|thousand)\b)?)(?:\s?(?:%|per\s?cent\b|percent\b|percentage points?\b))?",
    re.IGNORECASE,
)
_UNIT_WORD: Final = re.compile(r"\s+([A-Za-z][\w’'-]*)")
# A number after these is a name, a date or a place in a text.
_NAMED: Final = re.compile(
    r"(?:\b(?:no|nos|number|art|arts|article|articles|para|paras|paragraph|paragraphs|section|chapter|annex|resolution|"
    r"resolutions|phase|cop|agenda|vision|since|until|by|before|after|from|in|year|years|fiscal|fy|horizon|protocol|"
    rf"measures|clause|clauses|table|page|day|days|age|aged|{_MONTHS})\.?\s*)$",
    re.IGNORECASE,
)
_DATE_NOUN: Final = re.compile(
    rf"\s*(?:st|nd|rd|th)\b|\s+(?:{_MONTHS}|day|days|week|weeks|month|months|year|years|year’s|decade|decades|hours?)\b|s\b|\s+o.clock|(?:st|nd|rd|th)\b|[-/–][0-9]",
    re.IGNORECASE,
)
NUMBER: Final = re.compile(
    rf"[0-9]|\b(?:{_SMALL}|half|quarters?)\b", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_FRACTION: Final = re.compile(
    r"(?<!first )(?<!second )\b(?:(?:(?:at least|at most|more than|less than|over|up to|about|nearly|no more than)\s+)?"
    r"(?:a\s+quarter|three\s+quarters|half)(?=\s+of\s+(?:the|these|this|its|their|our|all)\s+(?!year|month|[0-9]))|"
    r"by\s+(?:a\s+quarter|three\s+quarters|half)\b)",
    re.IGNORECASE,
)
_HAS_MONEY: Final = re.compile(rf"{_MONEY}|%|per\s?cent", re.IGNORECASE)
_LONGEST_UNIT: Final = 4
_ONE_OF_THESE: Final = re.compile(
    r"\b(?:first|last|next|past|previous|these|those|other|all|group of)\s+\Z",
    re.IGNORECASE,
)
_OF_WHICH: Final = re.compile(r"\s+of\s+(?:which|whom)\b")
_WHICH_ONES: Final = re.compile(
    r"\b(?:every|each|any|all|no)\s+(?:\w+\s+){1,2}(?:of|over|above|under)\s+\Z"
)
_NAME_BEFORE: Final = re.compile(r"\w\W+[A-Z][A-Za-z]+\s+\Z")
_RATE: Final = re.compile(
    r"\s+(?:a|per|each|every)\s+(?:year|month|week|day|quarter)\b|\s+(?:annually|per annum)\b",
    re.IGNORECASE,
)
_OF_US: Final = re.compile(r"\b(?:our|both|the|their)\s+\Z", re.IGNORECASE)
_DEFINITE: Final = re.compile(
    r"(?:the|both|our|their|between)\b", re.IGNORECASE
)
_SELVES: Final = re.compile(
    r"\s+(?:countries|sides|parties|governments|nations|ministers|leaders|states|participants|presidents|delegations)\b",
    re.IGNORECASE,
)


@frozen
class Sum:
    """An amount in a text: what was read of it, or why nothing was."""

    start: int
    stop: int
    words: str
    amount: Amount | None
    why: str = ""


def sums(
    text: str,
    start: int,
    stop: int,
    *,
    rules: Rules,
    country: str | None,
    taken: Iterable[TimeWords],
) -> Iterator[Sum]:
    """Yield the amounts that a passage names."""
    spans = [(each.start, each.stop) for each in taken]
    no_units = rules.words("details", "no_units")
    for match in _AMOUNT.finditer(text, start, stop):
        if any(
            match.start() < end and begin < match.end() for begin, end in spans
        ):
            continue
        found = _sum(text, match, stop, country, no_units)
        if found is not None:
            yield found
    yield from _factors(text, start, stop, rules)
    for match in _FRACTION.finditer(text, start, stop):
        words = " ".join(match[0].removeprefix("by ").split())
        amount, why = _amount(words, country)
        yield Sum(match.start(), match.end(), words, amount, why)


def _sum(
    text: str,
    match: re.Match[str],
    stop: int,
    country: str | None,
    no_units: frozenset[str],
) -> Sum | None:
    if _is_no_amount(text, match):
        return None
    start, end = match.span()
    is_measured = _HAS_MONEY.search(match[0]) is not None
    ends = (
        [end]
        if match[0].endswith("%")
        else _unit_ends(text, end, stop, no_units)
    )
    is_share = "half" in match[0].lower()
    is_counted = len(ends) > 1 or is_share
    if not (is_measured or is_counted):
        # "A further 250 will follow": of what, the passage does not say.
        is_number = re.search(r"[0-9]", match[0]) or _ON_TOP.search(match[0])
        words = " ".join(match[0].split())
        return Sum(start, end, words, None, _UNCOUNTED) if is_number else None
    # A number without what it counts says too little.
    ends = ends if is_measured or is_share else ends[1:]
    rates = [_RATE.match(text, each, stop) for each in ends]
    ends = sorted(
        {*ends, *[rate.end() for rate in rates if rate]}, reverse=True
    )
    why = ""
    for each in ends:
        words = " ".join(text[start:each].split())
        amount, reason = _amount(words, country)
        if amount is not None:
            return Sum(start, each, words, amount)
        why = why or reason
    return Sum(
        start, ends[0], " ".join(text[start : ends[0]].split()), None, why
    )


def _is_no_amount(text: str, match: re.Match[str]) -> bool:
    """Say whether a number is a date, the name of something, or of those who act."""
    words, before = match[0], text[max(0, match.start() - 24) : match.start()]
    if _OF_WHICH.match(text, match.end()) or _WHICH_ONES.search(before):
        # "$5 million, $2 million of which is paid", "every ship of 20 tons"
        return True
    if _HAS_MONEY.search(words) is not None:
        return False
    if _DATE_NOUN.match(text, match.end()) or _NAMED.search(before):
        return True
    digits = re.search(r"[0-9]", words)
    bound = words[: digits.start()] if digits else ""
    opening = f"{before}{bound}"
    is_name = digits is not None and not bound.strip()
    if _ONE_OF_THESE.search(opening) or (
        is_name and _NAME_BEFORE.search(before)
    ):
        # "The first two rounds", "Resolution 1701"
        return True
    if _SELVES.match(text, match.end()) and _OF_US.search(opening):
        # "Our 2 countries"
        return True
    if digits is None:
        # "The two armies" are those of whom the text speaks.
        return _DEFINITE.match(words) is not None or words.lower() == "one"
    is_year = _YEAR.fullmatch(words[len(bound) :].strip()) is not None
    return is_year and bound.strip().lower() in {"", "the"}


def _unit_ends(
    text: str, end: int, stop: int, no_units: frozenset[str]
) -> list[int]:
    """Return where a number ends, and each noun of up to four words that may be its unit."""
    ends = [end]
    for _ in range(_LONGEST_UNIT):
        word = _UNIT_WORD.match(text, end, stop)
        if word is None or word[1].lower() in no_units:
            break
        end = word.end()
        # "Ten trained officers", but "ten officers trained there"
        if not word[1].endswith(("ed", "ing", "ly")):
            ends.append(end)
    return ends


_UNCOUNTED: Final = "the passage does not say what is counted"
_FURTHER: Final = re.compile(
    r"\A(?!a\b|an\b|any\b)(\w+)\s+(?:further|extra|more(?!\s+than))\b",
    re.IGNORECASE,
)
_ON_TOP: Final = re.compile(
    r"\b(?:further|additional|extra|another|more)\b", re.IGNORECASE
)
_CHANGED: Final = re.compile(
    r"\b(?:increas|reduc|cut|rise|rose|fall|fell|drop|by\b)", re.IGNORECASE
)


def _amount(words: str, country: str | None) -> tuple[Amount | None, str]:
    # "Two further ships" are two additional ones.
    words = _FURTHER.sub(r"\1 additional", words)
    try:
        value = Quantity.from_words(words, country=country)
    except QuantityError as error:
        if "depends on the country" not in error.reason:
            return None, error.reason
        return _of_some_money(words)
    role = AmountRole.TOTAL
    if (
        value.is_change
        and _ON_TOP.search(words)
        and not _CHANGED.search(words)
    ):
        value = Quantity(str(value).replace("change ", ""))
        role = AmountRole.ADDITIONAL
    return Amount(value=value, role=role), ""


def _of_some_money(words: str) -> tuple[Amount | None, str]:
    """Read an amount of money whose currency the text leaves open."""
    told = re.sub(r"\$|\bdollars?\b", " USD ", words)
    if told == words:
        return None, "it is not said whose money it is"
    amount, reason = _amount(" ".join(told.split()), None)
    if amount is None or amount.value is None:
        return None, reason
    value = Quantity(str(amount.value).replace("USD", "money"))
    return evolve(amount, value=value), ""


def _factors(text: str, start: int, stop: int, rules: Rules) -> Iterator[Sum]:
    for factor, words in rules.groups("details", "factors").items():
        for match in re.finditer(
            rf"\b(?:{'|'.join(words)})\b", text[start:stop], re.IGNORECASE
        ):
            yield Sum(
                start + match.start(),
                start + match.end(),
                match[0],
                Amount(times=Quantity(factor)),
            )


# --- conditions and recurrence -------------------------------------------------------------------


# "Called upon" and "based upon" make no condition.
_NO_CONDITION: Final = re.compile(
    r"\b(?:calls?|called|calling|based|agreed?|incumbent|build|built|act|acting|decided?|touch|touched)\s+upon\Z",
    re.IGNORECASE,
)


def conditions(
    text: str, start: int, stop: int, rules: Rules
) -> tuple[list[Condition], list[tuple[int, int]]]:
    """Return what a passage depends on, and where it says so."""
    words = sorted(rules.words("details", "conditions"), key=len, reverse=True)
    pattern = re.compile(
        r"\b(?:"
        + "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in words)
        + r")\b",
        re.IGNORECASE,
    )
    found: list[Condition] = []
    spans: list[tuple[int, int]] = []
    for match in pattern.finditer(text, start, stop):
        if any(begin <= match.start() < end for begin, end in spans):
            continue
        if _NO_CONDITION.search(text, start, match.end()):
            continue
        rest = " ".join(
            text[match.start() : match.start() + 20].split()
        ).casefold()
        if any(
            rest.startswith(each)
            for each in rules.words("details", "not_conditions")
        ):
            continue
        end = _end_of_condition(text, match.end(), stop)
        told = " ".join(text[match.start() : end].split()).rstrip(" .,;:")
        if len(told.split()) < len(match[0].split()) + 1:
            continue
        spans.append((match.start(), end))
        found.append(Condition(kind=_kind(told, rules), text=told))
    return found, spans


def _end_of_condition(text: str, start: int, stop: int) -> int:
    match = re.compile(r"[,;]").search(text, start, stop)
    return match.start() if match else stop


def _kind(words: str, rules: Rules) -> ConditionKind | None:
    for kind, signs in rules.groups("details", "condition_kinds").items():
        if any(sign in f" {words.casefold()} " for sign in signs):
            return ConditionKind(kind)
    return None


def recurrence(text: str, rules: Rules) -> str | None:
    """Return the rule by which what a passage promises comes again, or None."""
    passage = " ".join(text.casefold().split())
    best: tuple[int, str] | None = None
    for rule, words in rules.groups("details", "recurrences").items():
        for each in words:
            if re.search(
                rf"(?<![\w-]){re.escape(each)}(?![\w-]| (?:ago|earlier|later|before|after))",
                passage,
            ) and (best is None or len(each) > best[0]):
                best = (len(each), rule)
    return best[1] if best else None
