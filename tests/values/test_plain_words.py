"""Dates and amounts in plain words, and the laws that they keep."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from entente import Duration, Period, Quantity
from entente.errors import PeriodError, QuantityError, QueryError
from entente.strategies import durations, periods, quantities
from entente.values._period import possible_days
from law_helpers import times

SAID = datetime.date(2024, 1, 30)

READ_AGAIN: dict[str, tuple[str, str | None]] = {
    "2024-05-14": ("14 May 2024", "14 mai 2024"),
    "2024-05-01": ("1 May 2024", "1er mai 2024"),
    "2024-05": ("May 2024", "mai 2024"),
    "2024-21": ("spring 2024", "printemps 2024"),
    "2024-24": ("winter 2024/2025", "hiver 2024-2025"),
    "2024-33": ("the first quarter of 2024", "1er trimestre de 2024"),
    "2024-37": ("the first third of 2024", "1er quadrimestre de 2024"),
    "2024-41": ("the second half of 2024", "2e semestre de 2024"),
    "2024": ("2024", "2024"),
    "201X": ("the 2010s", "les années 2010"),
    "2023-05~": ("about May 2023", "vers mai 2023"),
    "2023-05?": ("perhaps May 2023", "peut-être mai 2023"),
    "2023%": ("perhaps about 2023", "peut-être vers 2023"),
    "[..2024-12-31]": ("by the end of 2024", "d’ici à la fin de 2024"),
    "[..2024-05-31]": ("by the end of May 2024", "d’ici à la fin de mai 2024"),
    "[..2024-05-14]": ("by 14 May 2024", "d’ici au 14 mai 2024"),
    "[..2024]": ("by 2024", "d’ici à 2024"),
    "[2027..]": ("not before 2027", "pas avant 2027"),
    "[2025-05-14..2025-08-12]": (
        "on a day between 14 May and 12 August 2025",
        "un jour entre le 14 mai et le 12 août 2025",
    ),
    "[2025-05-10..2025-05-12]": (
        "on a day between 10 and 12 May 2025",
        "un jour entre le 10 et le 12 mai 2025",
    ),
    "[2024-03..2025-04]": (
        "on a day between March 2024 and April 2025",
        "un jour entre mars 2024 et avril 2025",
    ),
    "[2024-03,2024-05]": ("March 2024 or May 2024", "mars 2024 ou mai 2024"),
    "2025-05-14/2025-08-12": (
        "from 14 May to 12 August 2025",
        "du 14 mai au 12 août 2025",
    ),
    "2023-05~/2024": (
        "from about May 2023 to 2024",
        "de mai 2023 (environ) à 2024",
    ),
    "2024-05-14?/2024-05-20": (
        "from perhaps 14 May 2024 to 20 May 2024",
        "du 14 mai 2024 (peut-être) au 20 mai 2024",
    ),
    "[2024-04-01,2024-05-01]": (
        "1 April 2024 or 1 May 2024",
        "1er avril 2024 ou 1er mai 2024",
    ),
    "2023-05/2024": ("from May 2023 to 2024", "de mai 2023 à 2024"),
}
"""Dates whose English words are read again, in English and in French."""

FOR_PEOPLE: dict[str, tuple[str, str | None]] = {
    "0001": ("1 AD", "1 apr. J.-C."),
    "0033-05-14": ("14 May 33 AD", "14 mai 33 apr. J.-C."),
    "9999": ("9999", "9999"),
    "2024-25": ("the northern spring of 2024", "printemps boréal de 2024"),
    "2024-32": ("the southern winter of 2024/2025", None),
    "XXXX": ("an unknown year", "une année inconnue"),
    "XXXX-XX-XX": ("an unknown date", "une date inconnue"),
    "20X4": ("a year of the form 20X4", "une année de la forme 20X4"),
    "190X": ("one of the years 1900 to 1909", None),
    "000X": ("one of the years 1 to 9", None),
    "201X-21": ("spring of one of the years 2010 to 2019", None),
    "2024-XX": ("2024, month unknown", "2024, mois inconnu"),
    "2024-XX-XX": ("2024, month and day unknown", None),
    "2024-05-XX": ("May 2024, day unknown", "mai 2024, jour inconnu"),
    "2024-XX-10": (
        "day 10 of an unknown month of 2024",
        "le jour 10 d’un mois inconnu de 2024",
    ),
    "2024-1X-XX": (
        "an unknown day of one of the months October to December of 2024",
        None,
    ),
    "2024-X1": ("one of the months January or November of 2024", None),
    "2024-X4": ("April (X4) of 2024", None),
    "2024-05-1X": ("one of the days 10 to 19 of May 2024", None),
    "2024-05-14~": (
        "14 May 2024, give or take a day",
        "14 mai 2024, à un jour près",
    ),
    "[2024-05-14~..]": ("not before 14 May 2024 (give or take a day)", None),
    "2024-05-XX~": (
        "May 2024, day unknown, give or take a day",
        "mai 2024, jour inconnu, à un jour près",
    ),
    "2024-01-30~/2024-02": (
        "from 30 January 2024 (give or take a day) to February 2024",
        "du 30 janvier 2024 (à un jour près) à février 2024",
    ),
    "2024-XX/2025": (
        "from 2024 (month unknown) to 2025",
        "de 2024 (mois inconnu) à 2025",
    ),
    "[2024-05-XX,2024]": (
        "2024 or May 2024 (day unknown)",
        "2024 ou mai 2024 (jour inconnu)",
    ),
    "0800-01-01/0800-12-31": (
        "from 1 January to 31 December 800 AD",
        "du 1er janvier au 31 décembre 800 apr. J.-C.",
    ),
    "0033-05-14/0033-05-15": (
        "from 14 to 15 May 33 AD",
        "du 14 au 15 mai 33 apr. J.-C.",
    ),
    "XXXX-05-01": (
        "1 May of an unknown year",
        "1er mai d’une année inconnue",
    ),
    "2024?-05": ("May 2024 (year uncertain)", "mai 2024 (an incertain)"),
    "2024-05~-14": (
        "14 May 2024 (year and month together approximate)",
        None,
    ),
    "[2024,2026,2028..]": (
        "one of: 2024; 2026; not before 2028",
        "l’une de ces dates\u00a0: 2024\u202f; 2026\u202f; pas avant 2028",
    ),
    "2023/": ("from 2023, end unknown", None),
    "2023/..": ("from 2023, without end", "à partir de 2023, sans fin"),
    "/2024": ("until 2024, beginning unknown", None),
    "../2024": ("until 2024, without beginning", None),
    "../..": ("without beginning or end", "sans début ni fin"),
}
"""Dates whose words are for people only."""

AMOUNTS_READ_AGAIN: dict[str, tuple[str, str | None]] = {
    "> 250 <= 500 people": (
        "more than 250, at most 500 people",
        "plus de 250, au plus 500 people",
    ),
    "<= 72.2e6 EUR": ("up to €72.2 million", "jusqu’à 72,2 millions d’euros"),
    "72234567.89 EUR": ("€72,234,567.89", "72\u202f234\u202f567,89 euros"),
    "5": ("5", "5"),
    "1 EUR": ("€1", "1 euro"),
    "~ 40 ships": ("about 40 ships", "environ 40 ships"),
    "~ >= 5 GBP": ("at least about £5", "au moins environ 5 livres sterling"),
    "5 CHF": ("5 CHF", "5\u00a0CHF"),
    "< 5 %": ("less than 5%", "moins de 5\u00a0%"),
    "5..10 % of GDP": ("5% to 10% of GDP", "5\u00a0% à 10\u00a0% of GDP"),
    "5e6..1e7 EUR": ("€5 million to €10 million", None),
    "10..12 ships": ("10 to 12 ships", "10 à 12 ships"),
    "500 people per P1Y": ("500 people a year", "500 people par an"),
    "5e8 EUR per P3Y": ("€500 million per 3 years", None),
    "0 people": ("0 people", "0 people"),
    "1.1250 EUR": ("€1.1250", "1,1250 euro"),
    "change -36 %": ("a fall of 36%", "une baisse de 36\u00a0%"),
    "change 5..10 %": (
        "a rise of between 5% and 10%",
        "une hausse comprise entre 5\u00a0% et 10\u00a0%",
    ),
    "change 0..30 %": (
        "a rise of up to 30%",
        "une hausse pouvant aller jusqu’à 30\u00a0%",
    ),
    "2 percentage point": ("a rise of 2 percentage points", None),
    "1.5 percentage point": (
        "a rise of 1.5 percentage points",
        "une hausse de 1,5 point de pourcentage",
    ),
    "1 percentage point": ("a rise of 1 percentage point", None),
    "> 5 <= 1e7 EUR": (
        "more than €5, at most €10,000,000",
        "plus de 5 euros, au plus 10\u202f000\u202f000 euros",
    ),
    "2e6 %": ("2,000,000%", "2\u202f000\u202f000\u00a0%"),
    "change ~ 5..10 %": (
        "a rise of between about 5% and 10%",
        "une hausse comprise entre environ 5\u00a0% et 10\u00a0%",
    ),
    "1e15 people": ("1,000,000,000,000,000 people", None),
    "1234567890123 people": ("1,234,567,890,123 people", None),
}
AMOUNTS_FOR_PEOPLE: dict[str, tuple[str, str | None]] = {
    "..": ("an unknown amount", "un montant inconnu"),
    "change ..": ("an unknown change", "une variation inconnue"),
    ".. people": ("an unknown number of people", None),
    ".. officers": (
        "an unknown number of officers",
        "un nombre inconnu d’officers",
    ),
    "~ .. people": ("about an unknown number of people", None),
    ".. %": ("an unknown percentage", "un pourcentage inconnu"),
    "change .. %": (
        "a change of an unknown percentage",
        "une variation\u00a0: un pourcentage inconnu",
    ),
    ".. % of GDP": ("an unknown percentage of GDP", None),
    ".. money": (
        "an unknown amount (currency not named)",
        "un montant inconnu (devise non précisée)",
    ),
    ".. EUR": ("an unknown amount in EUR", "un montant inconnu en EUR"),
    "change .. people": ("an unknown change in people", None),
    "change -5..5 people": ("a change of between -5 and 5 people", None),
    "change <= 5 %": ("a change of at most 5%", None),
    "change > 0 %": ("a change of more than 0%", None),
    "1..2e6 people": (
        "1 to 2,000,000 people",
        "1 à 2\u202f000\u202f000 people",
    ),
    "0..2e6 people": ("0 to 2 million people", "0 à 2 millions de people"),
    "9.5e99 people": ("9.5 × 10⁹⁹ people", "9,5 × 10⁹⁹ people"),
    "-1e-30": ("-1 × 10⁻³⁰", "-1 × 10⁻³⁰"),
    "-5 EUR": ("-€5", "-5 euros"),
    "5e6 money": ("5 million (currency not named)", None),
    "5 people per P1M10D": ("5 people per 1 month and 10 days", None),
}


@pytest.mark.parametrize("text", READ_AGAIN | FOR_PEOPLE)
def test_a_date_is_said_in_each_language(text: str) -> None:
    english, french = (READ_AGAIN | FOR_PEOPLE)[text]
    assert Period(text).words() == english
    assert french in {None, Period(text).words("fr")}


@pytest.mark.parametrize("text", READ_AGAIN)
def test_the_words_of_a_usual_date_are_read_again(text: str) -> None:
    period = Period(text)
    assert Period.from_words(period.words(), said=SAID) == period


@pytest.mark.parametrize("text", FOR_PEOPLE)
def test_the_words_of_a_rare_date_are_refused(text: str) -> None:
    with pytest.raises(PeriodError):
        Period.from_words(Period(text).words(), said=SAID)


@pytest.mark.parametrize("text", AMOUNTS_READ_AGAIN | AMOUNTS_FOR_PEOPLE)
def test_an_amount_is_said_in_each_language(text: str) -> None:
    english, french = (AMOUNTS_READ_AGAIN | AMOUNTS_FOR_PEOPLE)[text]
    assert Quantity(text).words() == english
    assert french in {None, Quantity(text).words("fr")}


@pytest.mark.parametrize("text", AMOUNTS_READ_AGAIN)
def test_the_words_of_a_usual_amount_are_read_again(text: str) -> None:
    amount = Quantity(text)
    assert Quantity.from_words(amount.words()) == amount


@pytest.mark.parametrize("text", AMOUNTS_FOR_PEOPLE)
def test_the_words_of_a_rare_amount_are_refused(text: str) -> None:
    with pytest.raises(QuantityError):
        Quantity.from_words(Quantity(text).words())


def test_the_words_of_a_source_follow_or_are_the_words_themselves() -> None:
    """Relative words are never alone, as they need the day on which they were said."""
    due = Period("[..2024-12-31]", stated="by the end of the year")
    assert due.words() == "by the end of 2024 (“by the end of the year”)"
    assert due.words("fr") == (
        "d’ici à la fin de 2024 («\u00a0by the end of the year\u00a0»)"
    )
    spring = Period("2024-21", stated="Spring 2024")
    assert spring.words() == "spring 2024"
    assert Period(stated="promptly").words() == "“promptly”"


def test_the_day_until_which_a_span_went_on_is_said() -> None:
    span = Period("2023-05/", as_of="2024-01-30")
    assert span.words() == (
        "from May 2023, end unknown, still the case on 30 January 2024"
    )


@pytest.mark.parametrize(
    "value", [Period("2024"), Quantity("5 people"), Duration("P1Y")]
)
def test_a_language_that_is_not_spoken_is_refused(
    value: Period | Quantity | Duration,
) -> None:
    expected = "'de' is not a language that is spoken here; 'en' and 'fr' are"
    with pytest.raises(QueryError) as raised:
        value.words("de")
    assert str(raised.value) == expected


@pytest.mark.parametrize(
    "words",
    [
        "between 14 May and 12 August 2025",
        "on a day between 12 August and 14 May 2025",
        "on a day between 2024 or 2025 and 2027",
        "on a day between the past and the future",
    ],
)
def test_a_day_between_two_is_read_only_where_both_are_dates(
    words: str,
) -> None:
    with pytest.raises(PeriodError):
        Period.from_words(words, said=SAID)


@given(periods(in_words=True), st.dates())
@times(5)
def test_words_of_dates_are_never_read_as_another(
    period: Period, said: datetime.date
) -> None:
    try:
        again = Period.from_words(period.words(), said=said)
    except PeriodError:
        return
    assert again == period


@pytest.mark.parametrize(
    ("text", "english", "french"),
    [
        ("P1Y", "1 year", "1 an"),
        ("P4Y", "4 years", "4 ans"),
        ("P1M", "1 month", "1 mois"),
        ("P2W", "14 days", "14 jours"),
        (
            "P1Y6M1D",
            "1 year and 6 months and 1 day",
            "1 an et 6 mois et 1 jour",
        ),
    ],
)
def test_lengths_of_time_in_words(
    text: str, english: str, french: str
) -> None:
    assert Duration(text).words() == english
    assert Duration(text).words("fr") == french


@given(durations(), durations(), st.sampled_from(["en", "fr"]))
@times(5)
def test_other_lengths_of_time_have_other_words(
    one: Duration, other: Duration, locale: str
) -> None:
    assert (one.words(locale) == other.words(locale)) is (one == other)


AMOUNTS = st.builds(
    lambda amount, per: Quantity(str(amount), per=per),
    quantities() | quantities(is_change=True),
    st.none() | durations(),
)


@given(AMOUNTS)
@times(5)
def test_words_of_amounts_are_never_read_as_another(amount: Quantity) -> None:
    try:
        again = Quantity.from_words(amount.words())
    except QuantityError:
        return
    # The reader of words has one apostrophe for all.
    assert again == Quantity(str(amount).replace("’", "'"))


@given(
    periods(spans=False),
    periods(spans=False),
    st.sampled_from(["en", "fr"]),
)
@times(5)
def test_dates_with_other_days_have_other_words(
    one: Period, other: Period, locale: str
) -> None:
    one, other = Period(one.edtf), Period(other.edtf)
    if one.words(locale) == other.words(locale):
        assert possible_days(one) == possible_days(other)


@given(periods(), periods(), st.sampled_from(["en", "fr"]))
@times(5)
def test_other_spans_have_other_words(
    one: Period, other: Period, locale: str
) -> None:
    one, other = (evolve(each, stated=None) for each in (one, other))
    if one.is_span and one.words(locale) == other.words(locale):
        assert one == other


@given(AMOUNTS, AMOUNTS, st.sampled_from(["en", "fr"]))
@times(5)
def test_other_amounts_have_other_words(
    one: Quantity, other: Quantity, locale: str
) -> None:
    if one.words(locale) == other.words(locale):
        assert one == other
