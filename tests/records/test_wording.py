"""The parts of records in English."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies as st

from entente import (
    Adherence,
    Amount,
    AmountCombination,
    AmountForm,
    AmountRole,
    Anchor,
    AnchorDate,
    Condition,
    ConditionKind,
    Consent,
    ConsentKind,
    Participation,
    Period,
    Place,
    Quantity,
    Role,
    Scope,
    ScopeKind,
    Term,
    TermKind,
)
from entente.records._wording import (
    LISTED,
    adherences_text,
    after,
    amount_text,
    amounts_text,
    anchor_text,
    condition_text,
    conditions_text,
    consent_text,
    counted_text,
    date_text,
    duration_text,
    participations_text,
    quantity_text,
    scopes_text,
    short_condition,
    short_date,
    term_text,
    terms_text,
)
from entente.strategies import durations, periods, quantities
from entente.values import Duration

# --- times ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period("2024-21"), "spring 2024"),
        (Period("2024-21", stated="in the spring"), "spring 2024 (“in the spring”)"),
        (Period(stated="promptly"), "“promptly”"),
    ],
)  # fmt: skip
def test_a_date_keeps_the_words_of_its_source(
    period: Period, text: str
) -> None:
    """A date in words only is these words, and never looks like a date."""
    assert date_text(period) == text


def test_a_short_date_leaves_out_words_that_say_less() -> None:
    """The source's words are left out only where the date says more."""
    assert (
        short_date(Period("2024-21", stated="in the spring")) == "spring 2024"
    )
    assert short_date(Period(stated="promptly")) == "“promptly”"


def test_what_is_not_given_has_no_words() -> None:
    """Without a date or an amount there is no text."""
    assert date_text(None) == short_date(None) == quantity_text(None) == ""


@given(periods())
def test_a_time_follows_a_preposition(period: Period) -> None:
    """No second preposition follows, as in "against from 2015"."""
    second = after("against", period).split()[1]
    assert second not in {"from", "until", "by", "not", "on", "against"}
    assert second not in {"perhaps", "without", "beginning"}


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("2024", "5 people over 2024"),
        ("2024?", "5 people over what is perhaps 2024"),
        ("2024/2025", "5 people from 2024 to 2025"),
        ("../..", "5 people over the time without beginning or end"),
        (
            "[2024-05..2025-07]",
            "5 people on a day between May 2024 and July 2025",
        ),
    ],
)
def test_an_amount_is_over_a_time_or_within_it(period: str, text: str) -> None:
    """Words such as "from" need no preposition, and a doubt does not follow one."""
    assert amount_text(Amount(value="5 people", over=period)) == text


@pytest.mark.parametrize(
    ("times", "text"),
    [
        ("1", "the patrols"),
        ("~ 1", "about once the patrols"),
        ("2", "twice the patrols"),
        ("> 2", "more than twice the patrols"),
        ("<= 0.5", "up to half the patrols"),
        ("1.5", "1.5 times the patrols"),
        ("1..2", "1 to 2 times the patrols"),
        ("> 0.5 < 2", "more than 0.5, less than 2 times the patrols"),
    ],
)
def test_a_factor_is_twice_half_or_so_many_times(
    times: str, text: str
) -> None:
    """Only one number alone, or with one bound, has a word of its own."""
    assert amount_text(Amount(times=times, of="the patrols")) == text


@pytest.mark.parametrize(
    ("duration", "text"),
    [
        (None, ""),
        ("P4Y", "4 years"),
        ("P1Y6M", "1 year and 6 months"),
        ("P2W", "14 days"),
        ("P1D", "1 day"),
    ],
)
def test_a_duration_is_written_out(duration: str | None, text: str) -> None:
    """Years, months and days are named, each with its number."""
    given = None if duration is None else Duration(duration)
    assert duration_text(given) == text


@given(durations())
def test_no_duration_is_without_words(duration: Duration) -> None:
    """Every duration has a number and a unit for each of its parts."""
    words = duration_text(duration).split()
    assert words[0].isdigit()
    assert words[-1].rstrip("s") in {"year", "month", "day"}


@pytest.mark.parametrize(
    ("anchor", "text"),
    [
        (Anchor(record="treaty"), "from treaty"),
        (Anchor(record="treaty", after="P6M"), "6 months after treaty"),
        (Anchor(record="games", before="P90D"), "90 days before games"),
        (
            Anchor(record="treaty", date=AnchorDate.IN_FORCE),
            "from the entry into force of treaty",
        ),
        (
            Anchor(record="talks", date=AnchorDate.WHEN, after="P1M"),
            "1 month after the date of talks",
        ),
    ],
)
def test_a_time_says_what_it_is_counted_from(
    anchor: Anchor, text: str
) -> None:
    """The length, the direction, the date and the record are named."""
    assert counted_text(anchor) == anchor_text(anchor) == text
    assert counted_text(anchor, str.upper).endswith(anchor.record.upper())


def test_the_words_of_a_source_go_before_ours() -> None:
    """An anchor that states how its source says it is written in those words."""
    anchor = Anchor(record="treaty", after="P6M", stated="half a year later")
    assert anchor_text(anchor) == "half a year later"


@pytest.mark.parametrize("date", list(AnchorDate))
def test_every_date_of_an_anchor_has_words(date: AnchorDate) -> None:
    """No date is written as the name of its field."""
    text = counted_text(Anchor(record="it", date=date))
    assert text.startswith("from the ")
    assert "_" not in text


# --- conditions ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "alone", "by_france"),
    [
        ("approval", "subject to approval", "subject to approval by FR"),
        ("funding", "subject to funding", "subject to funding by FR"),
        ("legislation", "subject to legislation", "subject to legislation by FR"),
        ("agreement", "subject to an agreement", "subject to an agreement with FR"),
        ("request", "on request", "on request by FR"),
        ("performance", "once something else is done", "once FR has done its part"),
        ("finding", "subject to a finding", "subject to a finding by FR"),
        ("reciprocity", "if the other side does the same", "if FR does the same"),
        ("consultation", "after consultation", "after consulting FR"),
    ],
)  # fmt: skip
def test_each_kind_of_condition_is_a_phrase(
    kind: str, alone: str, by_france: str
) -> None:
    """The party is named where it is known, and a duty that arises each time says so."""
    word = ConditionKind(kind)
    assert condition_text(Condition(kind=word)) == alone
    assert condition_text(Condition(kind=word, parties=("FR",))) == by_france
    assert (
        condition_text(Condition(kind=word, recurs=True))
        == f"each time {alone}"
    )


@pytest.mark.parametrize(
    ("condition", "text", "short"),
    [
        (Condition(waits_for="vote"), "waits for vote", "vote"),
        (
            Condition(kind=ConditionKind.APPROVAL, count="30 instruments", waits_for="vote"),
            "subject to approval (30 instruments, waits for vote)",
            "approval",
        ),
        (Condition(text="Once it is paid."), "Once it is paid.", "Once it is paid."),
        (
            Condition(text="Once it is paid.", parties=("FR",)),
            "depends on FR: Once it is paid.",
            "Once it is paid. (FR)",
        ),
        (
            Condition(text="a ship is lost", recurs=True),
            "each time: a ship is lost",
            "each a ship is lost",
        ),
        (
            Condition(kind=ConditionKind.APPROVAL, parties=("us-congress",), waits_for="vote"),
            "subject to approval by us-congress (waits for vote)",
            "approval (us-congress)",
        ),
        (
            Condition(kind=ConditionKind.REQUEST, parties=("FR",), recurs=True, text="in writing"),
            "each time on request by FR: in writing",
            "each request (FR)",
        ),
        (
            Condition(kind=ConditionKind.APPROVAL, parties=("FR", "GB", "DE")),
            "subject to approval by FR, GB and DE",
            "approval (FR, GB, DE)",
        ),
    ],
)  # fmt: skip
def test_a_condition_is_written_whole_and_short(
    condition: Condition, text: str, short: str
) -> None:
    """In full it has its own text at the end; short, it has the words of `where`."""
    assert condition_text(condition) == text
    assert short_condition(condition) == short


def test_ids_can_be_written_as_names() -> None:
    """The party and the record that is waited for have the names that are given for their ids."""
    condition = Condition(
        kind=ConditionKind.FINDING, parties=("court",), waits_for="ruling"
    )
    names = {"court": "the Court", "ruling": "the ruling of May"}
    assert (
        conditions_text((condition, condition), names.__getitem__)
        == "subject to a finding by the Court (waits for the ruling of May)"
        "; subject to a finding by the Court (waits for the ruling of May)"
    )


# --- amounts -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "value", "text"),
    [
        ("total", "5 people", "5 people"),
        ("additional", "5 people", "5 people in addition"),
        ("additional", "change 5 people", "5 people in addition"),
        ("cap", "5 people", "at most 5 people"),
        ("cap", "~ 5 people", "at most about 5 people"),
        ("cap", "<= 5 people", "up to 5 people"),
        ("cap", "3..5 people", "3 to 5 people as a cap"),
        ("cap", ".. people", "an unknown number of people as a cap"),
        ("floor", "5 people", "at least 5 people"),
        ("floor", "> 5 people", "more than 5 people"),
        ("floor", "3..5 people", "3 to 5 people as a floor"),
        ("quota", "100000 cars", "100,000 cars as a quota"),
        ("kept", "10 %", "10% kept"),
        ("kept", ".. %", "an unknown percentage kept"),
        ("kept", "5 money", "5 (currency not named) kept"),
        ("share", "10 %", "10% as a share"),
        ("rate", "15 %", "15% as the new rate"),
        ("before", "25 %", "25% before"),
        ("equivalent", "60 GBP", "the same as £60"),
    ],
)
def test_an_amount_says_what_it_is_to_the_promise(
    role: str, value: str, text: str
) -> None:
    """A cap reads "at most", a floor "at least", and no bound is said twice."""
    assert amount_text(Amount(value=value, role=AmountRole(role))) == text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"times": "2"}, "twice as much"),
        ({"times": "0.5", "of": "the fee"}, "half the fee"),
        ({"times": "3", "against": "2022"}, "3 times as much as in 2022"),
        ({"times": ">= 2", "of": "the patrols", "against": "2022"}, "at least twice the patrols of 2022"),
        ({"times": "2", "of": "the patrols", "role": AmountRole.CAP}, "at most twice the patrols"),
        ({"value": "10 %", "of": "the budget", "role": AmountRole.SHARE}, "10% of the budget"),
        ({"value": "10 %", "of": "the budget", "against": "2022"}, "10% of the budget of 2022"),
        ({"value": "10 %", "base": ("fund",), "role": AmountRole.SHARE}, "10% of fund"),
        ({"times": "2", "base": ("fund", "other-fund")}, "twice fund and other-fund"),
        ({"times": "2", "of": "the money", "base": ("fund",)}, "twice the money (fund)"),
        ({"value": "9 GBP", "over": "2024"}, "£9 over 2024"),
        ({"value": "9 GBP", "over": "[..2024-12-31]"}, "£9 by the end of 2024"),
        ({"value": "change 5 %", "against": "2015/2020"}, "a rise of 5% against the time from 2015 to 2020"),
        ({"value": "change -36 %", "against": "2022"}, "a fall of 36% against 2022"),
        ({"value": "9 GBP", "form": AmountForm.LOAN}, "£9 as a loan"),
        ({"value": "9 money", "form": AmountForm.GRANT}, "9 (currency not named) as a grant"),
        ({"value": ".. money", "form": AmountForm.GRANT}, "an unknown amount (currency not named) as a grant"),
        (
            {"value": "9 people", "scope": (Scope(kind=ScopeKind.PLACES, text="Calais"),)},
            "9 people (places: Calais)",
        ),
        ({"value": "9 GBP", "over": "2023/2026"}, "£9 from 2023 to 2026"),
        ({"value": "9 GBP", "duration": "P3Y"}, "£9 over 3 years"),
        ({"value": "9 GBP", "over": "2023/2026", "duration": "P3Y"}, "£9 from 2023 to 2026, over 3 years"),
    ],
)  # fmt: skip
def test_an_amount_says_of_what_and_over_which_time(
    fields: dict[str, Any], text: str
) -> None:
    """Factors and shares name their baseline, and totals their time."""
    assert amount_text(Amount(**fields)) == text


def test_what_a_share_is_of_can_be_written_as_a_name() -> None:
    """The records of a base have the names that are given for their ids."""
    half = Amount(times="0.5", base=("fund", "other-fund"))
    fifth = Amount(value="20 %", of="the money", base=("fund",))
    names = {"fund": "the Fund", "other-fund": "the Other Fund"}
    assert amounts_text((half, fifth), names.__getitem__) == (
        "half the Fund and the Other Fund; 20% of the money (the Fund)"
    )


def test_amounts_that_are_combined_are_one_phrase() -> None:
    """Each word brings its amounts together, at the place of the first."""
    fine, sales, boats, crews = (
        Amount(value="20e6 EUR", role=AmountRole.CAP, combined=AmountCombination.HIGHER),
        Amount(value="4 %", role=AmountRole.CAP, of="its sales", combined=AmountCombination.HIGHER),
        Amount(value="2 boats", combined=AmountCombination.SUM),
        Amount(value="3 boats", combined=AmountCombination.SUM),
    )  # fmt: skip
    alone = Amount(value="7 %", role=AmountRole.KEPT)
    assert amounts_text((fine, boats, alone, sales, crews)) == (
        "the higher of at most €20 million and at most 4% of its sales; the sum of 2 boats and 3 boats; 7% kept"
    )


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Amount(times="1", of="the old tariff"), "the old tariff"),
        (Amount(times="1", base=("tariff",), against="2023"), "tariff of 2023"),
        (Amount(times="1", against="2023"), "as much as in 2023"),
        (Amount(times="1"), "as much"),
    ],
)  # fmt: skip
def test_once_something_is_the_thing_itself(amount: Amount, text: str) -> None:
    """A factor of one is no number that a reader has to multiply with."""
    assert amount_text(amount) == text


@given(amount=quantities(), role=st.sampled_from(AmountRole))
def test_the_unit_of_an_amount_has_a_number_before_it(
    amount: Quantity, role: AmountRole
) -> None:
    """No amount reads "an unknown amount of %" or "of in": where there is no number, a noun is."""
    text = amount_text(Amount(value=amount, role=role))
    assert " of % " not in f"{text} "
    assert " of in " not in text
    assert "money" not in text
    assert "  " not in text


@pytest.mark.parametrize("role", list(AmountRole))
@pytest.mark.parametrize("form", list(AmountForm))
def test_every_role_and_form_of_an_amount_has_words(
    role: AmountRole, form: AmountForm
) -> None:
    """No word of a vocabulary is printed with an underscore, and the amount is always there."""
    text = amount_text(Amount(value="3..5 GBP", role=role, form=form))
    assert "£3 to £5" in text
    assert "_" not in text


def test_amounts_of_one_promise_stand_together() -> None:
    """Several amounts are joined, in their order."""
    cars = Amount(value="100000 cars", role=AmountRole.QUOTA)
    duty = Amount(value="10 %", role=AmountRole.KEPT)
    assert amounts_text((cars, duty)) == "100,000 cars as a quota; 10% kept"


# --- scope, roles, consent, terms ----------------------------------------------------------------


def test_scope_says_what_is_left_out() -> None:
    """Each part has its kind, and what is excluded is marked."""
    scope = (
        Scope(kind=ScopeKind.GOODS, text="steel"),
        Scope(kind=ScopeKind.PLACES, text="Gibraltar", excluded=True),
    )
    assert scopes_text(scope) == "goods: steel; except places: Gibraltar"


def test_roles_are_listed_with_those_who_have_them() -> None:
    """Those of one role are together; a minister is named with the office."""
    taking_part = (
        Participation(party="FR", role=Role.HOST),
        Participation(minister="a-b", office="home-secretary", party="GB"),
        Participation(party="UN", role=Role.CO_CHAIR),
        Participation(party="EU", role=Role.HOST),
    )
    assert participations_text(taking_part) == (
        "host: FR, EU; principal: a-b (home-secretary, GB); co chair: UN"
    )
    assert participations_text(()) == ""


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (Consent(kind=ConsentKind.SIGNED, on="2023-03-10"), "signed 10 March 2023"),
        (Consent(kind=ConsentKind.RATIFIED), "ratified"),
        (Consent(kind=ConsentKind.IN_FORCE, on="2027", expected=True), "in force 2027 (expected)"),
        (Consent(kind=ConsentKind.SIGNED, place=Place(name="Lisbon")), "signed in Lisbon"),
    ],
)  # fmt: skip
def test_a_step_of_consent_has_its_date_and_place(
    step: Consent, text: str
) -> None:
    """A step that is only foreseen says so."""
    assert consent_text(step) == text


def test_many_parties_are_counted() -> None:
    """Of a few parties each step is listed; of many it is counted, each party once."""
    signed = Consent(kind=ConsentKind.SIGNED, on="2023")
    foreseen = Consent(kind=ConsentKind.RATIFIED, expected=True)
    few = (
        Adherence(party="FR", steps=(signed, foreseen)),
        Adherence(party="GB"),
    )
    assert adherences_text(few) == (
        "FR: signed 2023, ratified (expected); GB: no step on record"
    )
    many = LISTED * (Adherence(party="FR", steps=(signed, signed)),)
    assert adherences_text((*many, few[0])) == (
        f"{LISTED + 1} parties: {LISTED + 1} signed, 1 ratified (expected)"
    )
    assert adherences_text(()) == ""


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (Term(kind=TermKind.SAVING), "saving"),
        (Term(kind=TermKind.TERMINATION, parties=("GB",), notice="P6M"), "termination by GB: notice of 6 months"),
        (Term(kind=TermKind.EXPIRY, on="2030", text="unless renewed"), "expiry: 2030, unless renewed"),
        (Term(kind=TermKind.ENTRY_INTO_FORCE, duration="P60D"), "entry into force: after 60 days"),
        (Term(kind=TermKind.SIGNATURE, allowed=True, parties=("FR", "GB")), "signature by FR and GB allowed"),
        (Term(kind=TermKind.LANGUAGES, languages=("en", "fr")), "languages: en, fr"),
        (
            Term(
                kind=TermKind.RESERVATION,
                allowed=False,
                scope=(Scope(kind=ScopeKind.MEASURES, text="Article 15", excluded=True),),
            ),
            "no reservation: except measures: Article 15",
        ),
        (
            Term(
                kind=TermKind.ACCESSION,
                duration="P3M",
                conditions=(Condition(kind=ConditionKind.APPROVAL, parties=("FR",), recurs=True),),
            ),
            "accession: after 3 months, each time subject to approval by FR",
        ),
    ],
)  # fmt: skip
def test_a_term_says_who_when_and_how(term: Term, text: str) -> None:
    """A rule has its kind, its party, its notice, its date and its own words."""
    assert term_text(term) == terms_text((term,)) == text
