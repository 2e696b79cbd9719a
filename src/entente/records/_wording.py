"""The parts of records in English, as tables, timelines and briefs print them.

Ids are printed as they are. Where a reader needs names, `name_of` returns the name for an id.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from entente._text import join_words, words_of
from entente.records._parts import (
    Adherence,
    Amount,
    Anchor,
    Citation,
    Condition,
    Consent,
    Participation,
    Scope,
    Term,
)
from entente.records._vocabulary import (
    AmountCombination,
    AmountForm,
    AmountRole,
    AnchorDate,
    ConditionKind,
    Role,
)
from entente.values._duration import Duration
from entente.values._period import Period
from entente.values._quantity import Quantity

NameOf: TypeAlias = Callable[[str], str]
"""What returns the name for an id."""

# --- times ---------------------------------------------------------------------------------------


def date_text(period: Period | None) -> str:
    """Return a date in words, with those of its source.

    >>> date_text(Period("2024-21", stated="in the spring")), date_text(None)
    ('spring 2024 (“in the spring”)', '')
    """
    return "" if period is None else period.words()


def short_date(period: Period | None) -> str:
    """Return a date in words, without those of its source if more is known of it.

    >>> short_date(Period("2024-21", stated="in the spring")), short_date(Period(stated="promptly"))
    ('spring 2024', '“promptly”')
    """
    return "" if period is None else period.words(stated=False)


def day_text(day: datetime.date) -> str:
    """Return a day in words.

    >>> day_text(datetime.date(2024, 1, 30))
    '30 January 2024'
    """
    return Period(day).words()


_ADVERBS: Final = ("from ", "until ", "by ", "not before ", "on a day ")
"""How the words of a time begin that need no preposition."""

_ENDLESS: Final = ("without beginning", "beginning unknown")
"""How the words of a time begin that has neither a first nor a last date."""


def after(preposition: str, period: Period | None) -> str:
    """Return a time after a preposition; empty if there is no time.

    >>> after("against", Period("2022")), after("against", Period("2015/2020"))
    ('against 2022', 'against the time from 2015 to 2020')
    >>> after("of", Period("2022?")), after("of", Period("[2022..2023]"))
    ('of what is perhaps 2022', 'of a day between 2022 and 2023')
    """
    words = date_text(period)
    if words.startswith("perhaps "):
        words = f"what is {words}"
    elif words.startswith("on a day "):
        words = words.removeprefix("on ")
    elif words.startswith(_ADVERBS + _ENDLESS):
        words = f"the time {words}"
    return words and f"{preposition} {words}"


def duration_text(duration: Duration | None) -> str:
    """Return a length of time in words.

    >>> duration_text(Duration("P18M")), duration_text(Duration("P90D")), duration_text(None)
    ('1 year and 6 months', '90 days', '')
    """
    return "" if duration is None else duration.words()


def each_text(duration: Duration | None) -> str:
    """Return a length of time as it follows "each" or "per".

    >>> each_text(Duration("P1Y")), each_text(Duration("P3M"))
    ('year', '3 months')
    """
    text = duration_text(duration)
    unit = text.removeprefix("1 ")
    return text if " " in unit else unit


def lengths_text(duration: Duration | None) -> str:
    """Return several times of a length.

    >>> lengths_text(Duration("P1Y")), lengths_text(Duration("P3M"))
    ('years', 'periods of 3 months')
    """
    each = each_text(duration)
    return f"periods of {each}" if " " in each else f"{each}s"


_ANCHOR_DATES: Final = {
    AnchorDate.WHEN: "the date of",
    AnchorDate.ANNOUNCED: "the announcement of",
    AnchorDate.ADOPTED: "the adoption of",
    AnchorDate.SIGNED: "the signature of",
    AnchorDate.PROVISIONAL: "the provisional application of",
    AnchorDate.IN_FORCE: "the entry into force of",
    AnchorDate.ENDED: "the end of",
    AnchorDate.MADE: "the date of",
    AnchorDate.DUE: "the deadline of",
    AnchorDate.RUNS: "the start of",
    AnchorDate.PUBLISHED: "the publication of",
}


def counted_text(anchor: Anchor, name_of: NameOf = str) -> str:
    """Return in our words what a time is counted from.

    >>> counted_text(Anchor(record="treaty", date=AnchorDate.IN_FORCE, after="P6M"))
    '6 months after the entry into force of treaty'
    >>> counted_text(Anchor(record="treaty"))
    'from treaty'
    """
    base = name_of(anchor.record)
    if anchor.date is not None:
        base = f"{_ANCHOR_DATES[anchor.date]} {base}"
    if anchor.after is not None:
        return f"{duration_text(anchor.after)} after {base}"
    if anchor.before is not None:
        return f"{duration_text(anchor.before)} before {base}"
    return f"from {base}"


def anchor_text(anchor: Anchor) -> str:
    """Return what a time is counted from: in the source's words if there are any, or in ours.

    >>> anchor_text(Anchor(record="treaty", after="P6M", stated="half a year later"))
    'half a year later'
    """
    return anchor.stated or counted_text(anchor)


# --- citations -----------------------------------------------------------------------------------


def passage_text(citation: Citation) -> str:
    """Return the passage of a citation: lines if known, else paragraphs, else characters.

    >>> passage_text(Citation(source="readout", lines="14-16")), passage_text(Citation(source="readout"))
    ('lines 14-16', '')
    """
    for unit, numbers in (
        ("line", citation.lines),
        ("paragraph", citation.paragraphs),
        ("character", citation.characters),
    ):
        if numbers is not None:
            units = f"{unit}s" if len(numbers) > 1 else unit
            return f"{units} {numbers}"
    return ""


def passages_text(citations: Iterable[Citation], name_of: NameOf = str) -> str:
    """Return the passages of several citations with their sources, each once.

    >>> passages_text([Citation(source="readout", lines="14-16"), Citation(source="treaty")])
    'readout, lines 14-16; treaty'
    """
    # One passage is often cited for several fields.
    passages = dict.fromkeys(
        ", ".join(filter(None, (name_of(each.source), passage_text(each))))
        for each in citations
    )
    return "; ".join(passages)


# --- conditions ----------------------------------------------------------------------------------

_CONDITIONS: Final = {
    ConditionKind.APPROVAL: ("subject to approval by {}", "subject to approval"),
    ConditionKind.FUNDING: ("subject to funding by {}", "subject to funding"),
    ConditionKind.LEGISLATION: ("subject to legislation by {}", "subject to legislation"),
    ConditionKind.AGREEMENT: ("subject to an agreement with {}", "subject to an agreement"),
    ConditionKind.REQUEST: ("on request by {}", "on request"),
    ConditionKind.PERFORMANCE: ("once {} has done its part", "once something else is done"),
    ConditionKind.FINDING: ("subject to a finding by {}", "subject to a finding"),
    ConditionKind.RECIPROCITY: ("if {} does the same", "if the other side does the same"),
    ConditionKind.CONSULTATION: ("after consulting {}", "after consultation"),
}  # fmt: skip
"""Each kind of condition in words, with a party and without."""


def condition_text(condition: Condition, name_of: NameOf = str) -> str:
    """Return a condition in words, with its own text at the end.

    >>> condition_text(Condition(kind=ConditionKind.APPROVAL, parties=("us-congress",)))
    'subject to approval by us-congress'
    >>> condition_text(Condition(kind=ConditionKind.REQUEST, parties=("FR",), recurs=True))
    'each time on request by FR'
    >>> condition_text(Condition(kind=ConditionKind.APPROVAL, count="30 instruments"))
    'subject to approval (30 instruments)'
    >>> condition_text(Condition(waits_for="vote", text="A majority of two thirds."))
    'waits for vote: A majority of two thirds.'
    """
    parties = join_words([name_of(each) for each in condition.parties])
    head = f"depends on {parties}" if parties else ""
    if condition.kind is not None:
        with_parties, alone = _CONDITIONS[condition.kind]
        head = with_parties.format(parties) if parties else alone
    if condition.recurs:
        head = f"each time {head}".rstrip()
    details: list[str] = []
    if condition.count is not None:
        details.append(condition.count.words())
    if condition.waits_for is not None:
        details.append(f"waits for {name_of(condition.waits_for)}")
    more = ", ".join(details)
    if head and more:
        more = f"{head} ({more})"
    return ": ".join(filter(None, (more or head, condition.text)))


def conditions_text(
    conditions: Iterable[Condition], name_of: NameOf = str
) -> str:
    """Return all conditions of a record in words."""
    return _listed(condition_text(each, name_of) for each in conditions)


def short_condition(condition: Condition) -> str:
    """Return a condition in the words that `where` takes, for a narrow column.

    >>> short_condition(Condition(kind=ConditionKind.APPROVAL, parties=("us-congress",)))
    'approval (us-congress)'
    """
    text = condition.waits_for or condition.text or ""
    if condition.kind is not None:
        text = words_of(condition.kind)
    if condition.parties:
        text = f"{text} ({', '.join(condition.parties)})"
    return f"each {text}" if condition.recurs else text


# --- amounts -------------------------------------------------------------------------------------


def quantity_text(quantity: Quantity | None) -> str:
    """Return a quantity in words.

    >>> quantity_text(Quantity("> 250 <= 500 people")), quantity_text(None)
    ('more than 250, at most 500 people', '')
    """
    return "" if quantity is None else quantity.words()


_FACTORS: Final = {"0.5": "half", "1": "once", "2": "twice"}


def amount_text(amount: Amount, name_of: NameOf = str) -> str:
    """Return an amount of a promise in words: how much, in which role and form, over which time.

    >>> amount_text(Amount(value="476000000 GBP", over="2023/2026"))
    '£476 million from 2023 to 2026'
    >>> amount_text(Amount(value="5 people", role=AmountRole.CAP))
    'at most 5 people'
    >>> amount_text(Amount(times="2", of="the number of patrols", against="2022"))
    'twice the number of patrols of 2022'
    """
    text = _in_role(amount, _measure_text(amount, name_of))
    if amount.form is not None:
        text += f" {_FORMS[amount.form]}"
    if amount.scope:
        text += f" ({scopes_text(amount.scope)})"
    over = date_text(amount.over)
    if not over.startswith(_ADVERBS):
        over = after("over", amount.over)
    length = amount.duration and f"over {duration_text(amount.duration)}"
    return " ".join([text, ", ".join(filter(None, (over, length)))]).rstrip()


def amounts_text(amounts: Iterable[Amount], name_of: NameOf = str) -> str:
    """Return all amounts of a promise in words, those together that are combined.

    >>> lower = AmountCombination.LOWER
    >>> money = Amount(value="3e6 USD", combined=lower)
    >>> share = Amount(value="5 %", of="all pledges", combined=lower)
    >>> amounts_text((money, Amount(value="2 boats"), share))
    'the lower of 3 million USD and 5% of all pledges; 2 boats'
    """
    texts: dict[object, list[str]] = {}
    for position, each in enumerate(amounts):
        found = texts.setdefault(each.combined or position, [])
        found.append(amount_text(each, name_of))
    return _listed(
        f"the {words_of(key)} of {join_words(found)}"
        if isinstance(key, AmountCombination)
        else found[0]
        for key, found in texts.items()
    )


def _measure_text(amount: Amount, name_of: NameOf) -> str:
    """Return how much it is, and of what."""
    of = _base_text(amount, name_of)
    if amount.value is not None:
        how_much = _value_text(amount.value, amount.role)
        before = "of" if of else "against"
        base = of and f"of {of}"
    else:
        how_much = "" if amount.times is None else _factor_text(amount.times)
        before = "of" if of else "as in"
        base = of or "as much"
    against = after(before, amount.against)
    return " ".join(filter(None, (how_much, base, against)))


def _value_text(value: Quantity, role: AmountRole) -> str:
    # "100 officers in addition" says already that it is a rise.
    if role is AmountRole.ADDITIONAL:
        return value.words().removeprefix("a rise of ")
    return value.words()


def _factor_text(times: Quantity) -> str:
    """Return a factor as it precedes what it multiplies; "1 times" is no English."""
    if times.low == times.high == 1 and not times.approximate:
        return ""
    number = times.words()
    # "More than twice", but "2 to 3 times".
    bound, _, last = number.rpartition(" ")
    is_one = None in {times.low, times.high} or times.low == times.high
    if is_one and last in _FACTORS:
        return f"{bound} {_FACTORS[last]}".lstrip()
    return f"{number} times"


def _base_text(amount: Amount, name_of: NameOf) -> str:
    """Return what a share or a factor is taken of: our words for it, and the records."""
    records = join_words([name_of(each) for each in amount.base])
    if amount.of is None:
        return records
    return f"{amount.of} ({records})" if records else amount.of


_IN_ROLES: Final = {
    AmountRole.TOTAL: "{}",
    AmountRole.ADDITIONAL: "{} in addition",
    AmountRole.CAP: "{} as a cap",
    AmountRole.FLOOR: "{} as a floor",
    AmountRole.QUOTA: "{} as a quota",
    AmountRole.KEPT: "{} kept",
    AmountRole.SHARE: "{} as a share",
    AmountRole.RATE: "{} as the new rate",
    AmountRole.BEFORE: "{} before",
    AmountRole.EQUIVALENT: "the same as {}",
}

_FORMS: Final = {
    AmountForm.GRANT: "as a grant",
    AmountForm.LOAN: "as a loan",
    AmountForm.CAPITAL: "as capital",
    AmountForm.GUARANTEE: "as a guarantee",
    AmountForm.IN_KIND: "in kind",
}


def _in_role(amount: Amount, text: str) -> str:
    """Add to an amount in words what it is to the promise."""
    number = amount.value or amount.times
    low = None if number is None else number.low
    high = None if number is None else number.high
    is_bound = (low is None) is not (high is None)
    match amount.role:
        case AmountRole.CAP if low is not None and low == high:
            return f"at most {text}"
        case AmountRole.FLOOR if low is not None and low == high:
            return f"at least {text}"
        case AmountRole.CAP if is_bound and low is None:
            return text  # it has "at most" or "less than" already
        case AmountRole.FLOOR if is_bound and high is None:
            return text
        case AmountRole.SHARE if amount.of is not None or amount.base:
            return text
        case role:
            return _IN_ROLES[role].format(text)


# --- scope, roles, consent, terms ----------------------------------------------------------------


def scopes_text(scopes: Iterable[Scope]) -> str:
    """Return in words what a record covers, and what it leaves out.

    >>> from entente import ScopeKind
    >>> steel = Scope(kind=ScopeKind.GOODS, text="steel")
    >>> scopes_text((steel, Scope(kind=ScopeKind.GOODS, text="pipes", excluded=True)))
    'goods: steel; except goods: pipes'
    """
    return _listed(
        f"{'except ' if each.excluded else ''}{each.kind.value}: {each.text}"
        for each in scopes
    )


def participations_text(
    participations: Iterable[Participation], name_of: NameOf = str
) -> str:
    """Return who takes part, role by role.

    >>> host = Participation(party="FR", role=Role.HOST)
    >>> participations_text((host, Participation(minister="a-b", office="home-secretary")))
    'host: FR; principal: a-b (home-secretary)'
    """
    names: dict[Role, list[str]] = {}
    for each in participations:
        ids = (each.minister, each.office, each.party)
        first, *others = [name_of(id) for id in ids if id is not None]
        whose = f" ({', '.join(others)})" if others else ""
        names.setdefault(each.role, []).append(f"{first}{whose}")
    return _listed(
        f"{words_of(role)}: {', '.join(found)}"
        for role, found in names.items()
    )


def consent_text(step: Consent) -> str:
    """Return a step of consent in words, with its date and place.

    >>> from entente import ConsentKind
    >>> consent_text(Consent(kind=ConsentKind.RATIFIED, on="2009-12-14"))
    'ratified 14 December 2009'
    >>> consent_text(Consent(kind=ConsentKind.IN_FORCE, on="2027", expected=True))
    'in force 2027 (expected)'
    """
    words = [words_of(step.kind), date_text(step.on)]
    if step.place is not None:
        words.append(f"in {step.place.name}")
    if step.expected:
        words.append("(expected)")
    return " ".join(filter(None, words))


LISTED: Final = 6
"""Of how many parties at most each is named; of more than that, they are counted."""


def adherences_text(
    adherences: Sequence[Adherence], name_of: NameOf = str
) -> str:
    """Return how parties consented: each with its steps, or of many how many took each step.

    >>> from entente import ConsentKind
    >>> signed = Consent(kind=ConsentKind.SIGNED, on="2023-03-10")
    >>> adherences_text((Adherence(party="FR", steps=(signed,)), Adherence(party="GB")))
    'FR: signed 10 March 2023; GB: no step on record'
    >>> adherences_text(10 * (Adherence(party="FR", steps=(signed,)),))
    '10 parties: 10 signed'
    """
    if len(adherences) <= LISTED:
        return _listed(_adherence_text(each, name_of) for each in adherences)
    steps = Counter(
        kind for each in adherences for kind in _kinds_of_steps(each)
    )
    counts = [f"{count} {kind}" for kind, count in steps.items()]
    return f"{len(adherences)} parties: {', '.join(counts)}"


def _adherence_text(adherence: Adherence, name_of: NameOf) -> str:
    steps = ", ".join(map(consent_text, adherence.steps))
    return f"{name_of(adherence.party)}: {steps or 'no step on record'}"


def _kinds_of_steps(adherence: Adherence) -> Iterator[str]:
    """List the kinds of steps of a party, each once."""
    kinds = [
        f"{words_of(step.kind)}{' (expected)' if step.expected else ''}"
        for step in adherence.steps
    ]
    yield from dict.fromkeys(kinds)


def term_text(term: Term, name_of: NameOf = str) -> str:
    """Return a rule of an agreement on its own life in words.

    >>> from entente import TermKind
    >>> term_text(Term(kind=TermKind.TERMINATION, parties=("GB",), notice="P6M", to="FR"))
    'termination by GB: notice of 6 months, to FR'
    >>> term_text(Term(kind=TermKind.EXPIRY, duration="P10Y", text="unless it is renewed"))
    'expiry: after 10 years, unless it is renewed'
    >>> term_text(Term(kind=TermKind.RESERVATION, allowed=False))
    'no reservation'
    """
    head = words_of(term.kind)
    if term.parties:
        head += f" by {join_words([name_of(each) for each in term.parties])}"
    if term.allowed is not None:
        head = f"{head} allowed" if term.allowed else f"no {head}"
    parts = ", ".join(filter(None, _parts_of_term(term, name_of)))
    return f"{head}: {parts}" if parts else head


def _parts_of_term(term: Term, name_of: NameOf) -> Iterator[str | None]:
    """Yield what a rule says beside what it is about, and for whom; nothing for what it leaves out."""
    yield scopes_text(term.scope)
    yield ", ".join(term.languages)
    yield term.notice and f"notice of {duration_text(term.notice)}"
    yield term.to and f"to {name_of(term.to)}"
    yield date_text(term.on)
    yield term.duration and f"after {duration_text(term.duration)}"
    yield conditions_text(term.conditions, name_of)
    yield term.text


def terms_text(terms: Iterable[Term], name_of: NameOf = str) -> str:
    """Return all rules of an agreement on its own life in words."""
    return _listed(term_text(each, name_of) for each in terms)


def _listed(texts: Iterable[str]) -> str:
    return "; ".join(texts)
