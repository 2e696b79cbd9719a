"""The parts of records in English, as tables, timelines and briefs print them.

Ids are printed as they are. Where a reader needs names, `name_of` returns the name for an id.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
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
from entente.values._units import (
    MONEY,
    PERCENT,
    PERCENTAGE_POINT,
    is_in_points,
    is_percentage,
)

NameOf: TypeAlias = Callable[[str], str]
"""What returns the name for an id."""

# --- times ---------------------------------------------------------------------------------------


def date_text(period: Period | None) -> str:
    """Return a period as text, with the words of its source, or these alone.

    >>> date_text(Period("2024-21", stated="in the spring")), date_text(Period(stated="promptly"))
    ('2024-21 “in the spring”', '“promptly”')
    >>> date_text(Period("2023-05/", as_of="2024-01-30")), date_text(None)
    ('2023-05/ as of 2024-01-30', '')
    """
    if period is None:
        return ""
    # The notation of a date of which nothing is known would look like a date.
    text = "" if period.in_words_only else str(period)
    if period.as_of is not None:
        text += f" as of {period.as_of}"
    if period.stated is not None:
        text += f" “{period.stated}”"
    return text.lstrip()


def duration_text(duration: Duration | None) -> str:
    """Return a length of time in words.

    >>> duration_text(Duration("P18M")), duration_text(Duration("P90D")), duration_text(None)
    ('1 year and 6 months', '90 days', '')
    """
    if duration is None:
        return ""
    years, months = divmod(duration.months, 12)
    counts = ((years, "year"), (months, "month"), (duration.days, "day"))
    parts = [
        f"{count} {unit}" if count == 1 else f"{count} {unit}s"
        for count, unit in counts
        if count
    ]
    return " and ".join(parts)


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
        details.append(quantity_text(condition.count))
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

_CHANGE: Final = "a change of"


def quantity_text(amount: Quantity) -> str:
    """Return an amount in words, with every bound kept.

    >>> quantity_text(Quantity("> 250 <= 500 people")), quantity_text(Quantity("~ 40 ships"))
    ('more than 250 and at most 500 people', 'about 40 ships')
    >>> quantity_text(Quantity("500000 money per P1Y")), quantity_text(Quantity(".. people"))
    ('500000 (currency not named) per year', 'an unknown number of people')
    """
    bounds = _bounds_text(amount)
    words = [bounds, _unit_text(amount)] if bounds else [_unknown_text(amount)]
    # Percentage points are always a change.
    if amount.is_change and not is_in_points(amount.unit):
        words.insert(0, _CHANGE)
    if amount.per is not None:
        words.append(f"per {duration_text(amount.per).removeprefix('1 ')}")
    return " ".join(filter(None, words))


def _unit_text(amount: Quantity) -> str:
    """Return the unit of an amount as it stands after a number."""
    if amount.unit == MONEY:
        # In brackets, since "as a grant" or "kept" may follow.
        return "(currency not named)"
    if is_in_points(amount.unit) and not amount.low == amount.high == 1:
        return amount.unit.replace(PERCENTAGE_POINT, f"{PERCENTAGE_POINT}s", 1)
    return amount.unit


def _unknown_text(amount: Quantity) -> str:
    """Return an amount without any bound in words."""
    if not amount.unit:
        return "an unknown amount"
    if amount.is_money:
        return f"an unknown amount of {amount.unit}"
    if is_percentage(amount.unit):
        return f"an unknown percentage{amount.unit.removeprefix(PERCENT)}"
    return f"an unknown number of {_unit_text(amount)}"


def _bounds_text(amount: Quantity) -> str:
    """Return the numbers of an amount in words, without its unit; empty if there is none."""
    low, high = _digits(amount.low), _digits(amount.high)
    about = "about " if amount.approximate else ""
    if low == high:
        return low and f"{about}{low}"
    if low and high and not amount.low_open and not amount.high_open:
        return f"{about}{low} to {high}"
    bounds: list[str] = []
    if low:
        least = "more than" if amount.low_open else "at least"
        bounds.append(f"{least} {about}{low}")
    if high:
        most = "less than" if amount.high_open else "at most"
        bounds.append(f"{most} {about}{high}")
    return " and ".join(bounds)


def _digits(bound: Decimal | None) -> str:
    # As the notation has them: 1.1250, since 1.125 could be read as a thousand and more.
    return "" if bound is None else str(Quantity.exactly(bound))


_FACTORS: Final = {"2": "twice", "0.5": "half"}


def amount_text(amount: Amount, name_of: NameOf = str) -> str:
    """Return an amount of a promise in words: how much, in which role and form, over which time.

    >>> amount_text(Amount(value="476000000 GBP", over="2023/2026"))
    '476000000 GBP over 2023/2026'
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
    times = [date_text(amount.over), duration_text(amount.duration)]
    spans = [each for each in times if each]
    return f"{text} over {', '.join(spans)}" if spans else text


def amounts_text(amounts: Iterable[Amount], name_of: NameOf = str) -> str:
    """Return all amounts of a promise in words, those together that are combined.

    >>> lower = AmountCombination.LOWER
    >>> money = Amount(value="3e6 USD", combined=lower)
    >>> share = Amount(value="5 %", of="all pledges", combined=lower)
    >>> amounts_text((money, Amount(value="2 boats"), share))
    'the lower of 3000000 USD and 5 % of all pledges; 2 boats'
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
    against, of = date_text(amount.against), _base_text(amount, name_of)
    if amount.value is not None:
        text = quantity_text(amount.value)
        # "A further 100 officers" is a change, which "in addition" says already.
        if amount.role is AmountRole.ADDITIONAL:
            text = text.removeprefix(f"{_CHANGE} ")
        if of:
            text += f" of {of}"
            against = against and f"of {against}"
        else:
            against = against and f"against {against}"
        return f"{text} {against}".rstrip()
    bounds = "" if amount.times is None else _bounds_text(amount.times)
    factor = _FACTORS.get(bounds, f"{bounds} times")
    # "1 times" is no English: what is not multiplied is the thing itself.
    if of:
        factor = "" if bounds == "1" else f"{factor} "
        return f"{factor}{of} {against and f'of {against}'}".rstrip()
    much = "as much" if bounds == "1" else f"{factor} as much"
    return f"{much} {against and f'as in {against}'}".rstrip()


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
    'ratified 2009-12-14'
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
    'FR: signed 2023-03-10; GB: no step on record'
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
