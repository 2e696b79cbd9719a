"""What amounts look like in documents, and are not in the notation: each is refused with what to write."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from amounts import small_numbers
from entente.errors import QuantityError
from entente.values._currencies import CURRENCIES, CURRENCY_NAMES
from entente.values._magnitudes import ALSO_UNITS, AMBIGUOUS, MAGNITUDES
from entente.values._quantity import Quantity


def refusal(text: str) -> str:
    """Return why a text is refused."""
    with pytest.raises(QuantityError) as caught:
        Quantity(text)
    return caught.value.reason


MAGNITUDES_AND_WHAT_TO_WRITE = [
    # Budgets and press notices, in English
    ("72.2 m EUR", "'m'", "72200000 EUR"),
    ("72.2m EUR", "'m'", "72200000 EUR"),
    ("72.2 M EUR", "'M'", "72200000 EUR"),
    ("10 b USD", "'b'", "10000000000 USD"),
    ("1.2bn GBP", "'bn'", "1200000000 GBP"),
    ("1.2 bln USD", "'bln'", "1200000000 USD"),
    ("50 k EUR", "'k'", "50000 EUR"),
    ("50K EUR", "'K'", "50000 EUR"),
    ("5k people", "'k'", "5000 people"),
    ("5 mm USD", "'mm'", "5000000 USD"),
    ("5 tn USD", "'tn'", "5000000000000 USD"),
    ("5 trn JPY", "'trn'", "5000000000000 JPY"),
    ("2 hundred people", "'hundred'", "200 people"),
    ("5 hundred thousand people", "'hundred'", "500000 people"),
    ("3 dozen ships", "'dozen'", "36 ships"),
    ("5 million", "'million'", "5000000"),
    ("5 millions of people", "'millions'", "5000000 people"),
    ("5 million euros", "'million'", "5000000 EUR"),
    ("5 million people per year", "'million'", "5000000 people per P1Y"),
    ("5 EUR million", "'million'", "5000000 EUR"),
    ("5 euros m", "'m'", "5000000 EUR"),
    ("5 EURm", "'m'", "5000000 EUR"),
    ("5 USDbn", "'bn'", "5000000000 USD"),
    ("5 MEUR", "'M'", "5000000 EUR"),
    ("5 kEUR", "'k'", "5000 EUR"),
    ("5 keur", "'k'", "5000 EUR"),
    ("5 Meuro", "'M'", "5000000 EUR"),
    # Bounds, ranges, approximations and changes
    (">= 5 bn EUR", "'bn'", ">= 5000000000 EUR"),
    ("10..12 million people", "'million'", "10000000..12000000 people"),
    ("~ 5 bn EUR", "'bn'", "~ 5000000000 EUR"),
    ("change -5 bn EUR", "'bn'", "change -5000000000 EUR"),
    (".. million EUR", "'million'", ".. EUR"),
    # German and Swiss
    ("2 mrd EUR", "'mrd'", "2000000000 EUR"),
    ("2 Mrd. Euro", "'Mrd.'", "2000000000 EUR"),
    ("5 Mio. CHF", "'Mio.'", "5000000 CHF"),
    ("5 Mia. CHF", "'Mia.'", "5000000000 CHF"),
    ("5 Tsd. Euro", "'Tsd.'", "5000 EUR"),
    ("5 Tausend Euro", "'Tausend'", "5000 EUR"),
    ("5 Millionen Euro", "'Millionen'", "5000000 EUR"),
    ("5 Milliarden Euro", "'Milliarden'", "5000000000 EUR"),
    ("5 Billionen Euro", "'Billionen'", "5000000000000 EUR"),
    # French, Spanish, Portuguese and Italian
    ("5 milliards d'euros", "'milliards'", "5000000000 EUR"),
    ("5 millions d’euros", "'millions'", "5000000 EUR"),
    ("5 Md EUR", "'Md'", "5000000000 EUR"),
    ("5 mds EUR", "'mds'", "5000000000 EUR"),
    ("5 milliers de personnes", "'milliers'", "5000 personnes"),
    ("5 mil millones USD", "'mil'", "5000000000 USD"),
    ("5 millones de euros", "'millones'", "5000000 EUR"),
    ("2 billones USD", "'billones'", "2000000000000 USD"),
    ("5 miles de personas", "'miles'", "5000 personas"),
    ("5 milhões de euros", "'milhões'", "5000000 EUR"),
    ("5 bilhões BRL", "'bilhões'", "5000000000 BRL"),
    ("5 mln EUR", "'mln'", "5000000 EUR"),
    ("5 mld EUR", "'mld'", "5000000000 EUR"),
    ("5 miliardi di euro", "'miliardi'", "5000000000 EUR"),
    ("5 mila persone", "'mila'", "5000 persone"),
    # Dutch, Scandinavian, Finnish, Polish, Czech and Turkish
    ("5 miljoen EUR", "'miljoen'", "5000000 EUR"),
    ("5 miljard EUR", "'miljard'", "5000000000 EUR"),
    ("5 miljarder SEK", "'miljarder'", "5000000000 SEK"),
    ("5 mia. DKK", "'mia.'", "5000000000 DKK"),
    ("5 milliarder NOK", "'milliarder'", "5000000000 NOK"),
    ("5 miljoonaa EUR", "'miljoonaa'", "5000000 EUR"),
    ("5 tys. PLN", "'tys.'", "5000 PLN"),
    ("5 mln zł", "'mln'", "5000000 PLN"),
    ("5 mld Kč", "'mld'", "5000000000 CZK"),
    ("5 milyar TRY", "'milyar'", "5000000000 TRY"),
    ("5 Mia people", "'Mia'", "5000000000 people"),
    ("5 bi", "'bi'", "5000000000"),
    ("5 Cr people", "'Cr'", "50000000 people"),
    ("5 thsd", "'thsd'", "5000"),
    ("5 tis", "'tis'", "5000"),
    ("5 doz", "'doz'", "60"),
    ("5 kharab INR", "'kharab'", "500000000000 INR"),
    ("5 wan yuan", "'wan'", "50000 CNY"),
    ("5 biljoner SEK", "'biljoner'", "5000000000000 SEK"),
    ("5 Milliarden US-Dollar", "'Milliarden'", "5000000000 USD"),
    # Indian English, Hindi, Russian, Ukrainian, Arabic, Chinese, Japanese and Korean
    ("5 crore INR", "'crore'", "50000000 INR"),
    ("5 lakh crore INR", "'lakh'", "5000000000000 INR"),
    ("5 lakhs INR", "'lakhs'", "500000 INR"),
    ("5 करोड़ INR", "'करोड़'", "50000000 INR"),
    ("5 тыс. рублей", "'тыс.'", "5000 RUB"),
    ("5 млн RUB", "'млн'", "5000000 RUB"),
    ("5 млрд руб", "'млрд'", "5000000000 RUB"),
    ("5 мільйонів UAH", "'мільйонів'", "5000000 UAH"),
    ("5 مليون USD", "'مليون'", "5000000 USD"),
    ("5 亿元", "'亿'", "500000000 CNY"),
    ("5万円", "'万'", "50000 JPY"),
    ("3 億 JPY", "'億'", "300000000 JPY"),
    ("3 兆円", "'兆'", "3000000000000 JPY"),
    ("3 억 KRW", "'억'", "300000000 KRW"),
]


@pytest.mark.parametrize(
    ("text", "word", "meant"), MAGNITUDES_AND_WHAT_TO_WRITE
)
def test_a_magnitude_is_no_unit(text: str, word: str, meant: str) -> None:
    """A word that multiplies the number is refused with the number written out, which reads."""
    assert refusal(text) == f"{word} belongs to the number: write {meant}"
    assert str(Quantity(meant)) == meant


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("5 m people", "'m' belongs to the number: write 5000000 people, or metres in full"),
        ("5 m", "'m' belongs to the number: write 5000000, or metres in full"),
        ("155mm shells", "'mm' belongs to the number: write 155000000 shells, or millimetres in full"),
        ("5 mil EUR", "'mil' belongs to the number: it is a thousand in Spanish and Portuguese, a million in English; write the number out"),
        ("5 TEUR", "'T' belongs to the number: it is a thousand or a trillion; write the number out"),
        ("5 T EUR", "'T' belongs to the number: it is a thousand or a trillion; write the number out"),
        ("5 t USD", "'t' belongs to the number: it is a thousand or a trillion; write the number out"),
        ("EUR 5 t", "a currency is written as its ISO 4217 code after the number, as in 500 EUR"),
        ("5 thou people", "'thou' belongs to the number: it is a thousand, or a thousandth of an inch; write the number out"),
        ("5 billions d'euros", "'billions' belongs to the number: it is not the same in English and in other languages; write the number out"),
        ("5 billions de dollars", "'billions' belongs to the number: it is not the same in English and in other languages; write the number out"),
        ("5 mill workers", "'mill' belongs to the number: write 5000000 workers, or mills in full"),
        ("5 people in thousands", "'thousands' belongs to the number: write the number out"),
        ("9e99 million EUR", "'million' belongs to the number: write the number out"),
        ("5 million to 6 million people", "'million' belongs to the number"),
        ("5 m" + " m" * 20, "'m' belongs to the number"),
        ("5 million " + "x" * 89 + "=", "'million' belongs to the number"),
        ("72.2 M€", "'€' is not a currency code of ISO 4217: write 72200000 EUR"),
    ],
)  # fmt: skip
def test_a_magnitude_that_may_mean_two_things_says_so(
    text: str, reason: str
) -> None:
    """A letter that is a unit too, a word of two languages and a number out of range are explained."""
    assert refusal(text) == reason


@given(small_numbers, st.sampled_from(sorted(MAGNITUDES)))
def test_every_magnitude_before_money_is_written_out(
    number: object, word: str
) -> None:
    """Whatever the word and the number, what is shown reads as the number times the word."""
    shown = refusal(f"{number} {word} EUR").partition(": write ")[2]
    expected = Quantity(f"{number} EUR") * MAGNITUDES[word]
    assert Quantity(shown) == expected


def test_a_word_of_two_meanings_has_no_number() -> None:
    """The tables do not give one meaning to a word that has two."""
    assert not AMBIGUOUS.keys() & MAGNITUDES.keys()
    assert ALSO_UNITS.keys() <= MAGNITUDES.keys()


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("500 RMB", "RMB", "500 CNY"),
        ("500 yuan", "yuan", "500 CNY"),
        ("500 US$", "US$", "500 USD"),
        ("500 US dollars", "US dollars", "500 USD"),
        ("500 A$", "A$", "500 AUD"),
        ("500 C$", "C$", "500 CAD"),
        ("500 R$", "R$", "500 BRL"),
        ("500 Euro", "Euro", "500 EUR"),
        ("500 euros", "euros", "500 EUR"),
        ("500 euros per person", "euros", "500 EUR per person"),
        ("500 EURO", "EURO", "500 EUR"),
        ("500 eur", "eur", "500 EUR"),
        ("500 UKP", "UKP", "500 GBP"),
        ("500 STG", "STG", "500 GBP"),
        ("500 pounds sterling", "pounds sterling", "500 GBP"),
        ("> 500 NTD", "NTD", "> 500 TWD"),
        ("500 NIS", "NIS", "500 ILS"),
        ("500 yen", "yen", "500 JPY"),
        ("500 zł", "zł", "500 PLN"),
        ("500 Kč", "Kč", "500 CZK"),
        ("500 RUR", "RUR", "500 RUB"),
        ("500 Swiss francs", "Swiss francs", "500 CHF"),
        ("500 €", "€", "500 EUR"),
        ("500€", "€", "500 EUR"),
        ("500 £", "£", "500 GBP"),
        ("500 ₹", "₹", "500 INR"),
        ("500 euros a day", "euros", "500 EUR per P1D"),
    ],
)
def test_a_currency_by_another_name_has_a_code(
    text: str, name: str, meant: str
) -> None:
    """Names and signs in use give the code that they mean, not the one with the nearest letters."""
    assert refusal(text) == (
        f"{name!r} is not a currency code of ISO 4217: write {meant}"
    )
    assert str(Quantity(meant)) == meant


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("500 dollars", "several currencies are called 'dollars'; write the code of one, such as USD, CAD or AUD, or 'money' if the source leaves it open"),
        ("500 $", "several currencies are called '$'; write the code of one, such as USD, CAD or AUD, or 'money' if the source leaves it open"),
        ("500 pounds", "several currencies are called 'pounds'; write the code of one, such as GBP or EGP, or 'money' if the source leaves it open"),
        ("500 kr", "several currencies are called 'kr'; write the code of one, such as SEK, NOK or DKK, or 'money' if the source leaves it open"),
        ("500 €/$", "there are several signs of currencies"),
        ("5 US", "'US' is not a unit on its own; write it in full, as in 500 USD, 500 US troops or 500 gross tonnes"),
        ("5 gross", "'gross' is not a unit on its own; write it in full, as in 500 USD, 500 US troops or 500 gross tonnes"),
        ("5 de euros", "'de' does not begin a unit: write 5 EUR"),
        ("5 de", "'de' does not begin a unit: write 5"),
        ("5 de pesos", "'de' does not begin a unit"),
        ("5 Kanada-Dollar", "'Kanada-Dollar' is not a currency code of ISO 4217"),
        ("5 US-Dollar", "'US-Dollar' is not a currency code of ISO 4217: write 5 USD"),
        ("5 mkr", "'m' belongs to the number"),
        ("500 kbpd", "'kbpd' holds a rate; write it in full, as in 500 tonnes per P1Y"),
        ("500 ¤", "'¤' is not a currency code of ISO 4217"),
        ("500 DEM", "'DEM' was withdrawn from ISO 4217; write the name of the currency in full"),
        ("€500", "a currency is written as its ISO 4217 code after the number, as in 500 EUR"),
        ("US$ 500", "a currency is written as its ISO 4217 code after the number, as in 500 USD"),
        ("$500", "a currency is written as its ISO 4217 code after the number, as in 500 USD"),
        ("EUR 500", "a currency is written as its ISO 4217 code after the number, as in 500 EUR"),
        ("> £5bn", "a currency is written as its ISO 4217 code after the number, as in 500 GBP"),
    ],
)  # fmt: skip
def test_a_currency_that_is_not_clear_is_refused(
    text: str, reason: str
) -> None:
    """A name of several currencies asks which, and a currency before the number is moved."""
    assert refusal(text) == reason


def test_names_of_currencies_lead_to_codes() -> None:
    """Every name has codes that exist, and none is a code itself."""
    for name, codes in CURRENCY_NAMES.items():
        assert codes
        assert set(codes) <= CURRENCIES
        assert name == name.casefold()


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("5 people per year", "per year", "5 people per P1Y"),
        ("5 people a year", "a year", "5 people per P1Y"),
        ("5 people each year", "each year", "5 people per P1Y"),
        ("5 people in each year", "in each year", "5 people per P1Y"),
        ("5 people every two years", "every two years", "5 people per P2Y"),
        ("5 people per 10 years", "per 10 years", "5 people per P10Y"),
        ("5 people/year", "/year", "5 people per P1Y"),
        ("5 people / month", "/ month", "5 people per P1M"),
        ("5 EUR/yr", "/yr", "5 EUR per P1Y"),
        ("5 Mt/a", "/a", "5 Mt per P1Y"),
        ("5 EUR per annum", "per annum", "5 EUR per P1Y"),
        ("5 EUR p.a.", "p.a.", "5 EUR per P1Y"),
        ("5 people annually", "annually", "5 people per P1Y"),
        ("5 people monthly", "monthly", "5 people per P1M"),
        ("5 people a week", "a week", "5 people per P7D"),
        ("5 people a day", "a day", "5 people per P1D"),
        ("5 people per quarter", "per quarter", "5 people per P3M"),
        ("5 EUR per financial year", "per financial year", "5 EUR per P1Y"),
        ("5 homicides per 100000 people per year", "per year", "5 homicides per 100000 people per P1Y"),
        ("> 5 % per year", "per year", "> 5 % per P1Y"),
        ("5 per year", "per year", "5 per P1Y"),
        ("5 personnes par an", "par an", "5 personnes per P1Y"),
        ("5 EUR pro Jahr", "pro Jahr", "5 EUR per P1Y"),
        ("5 EUR al año", "al año", "5 EUR per P1Y"),
        ("56.8..66.5 Gt CO2eq yr-1", "yr-1", "56.8..66.5 Gt CO2eq per P1Y"),
        ("5 kg d^-1", "d^-1", "5 kg per P1D"),
        ("5 Gt yr⁻¹", "yr⁻¹", "5 Gt per P1Y"),
        ("5 EUR per biennium", "per biennium", "5 EUR per P2Y"),
        ("5 people per month on average", "per month", "5 people on average per P1M"),
    ],
)  # fmt: skip
def test_a_rate_in_words_is_no_unit(text: str, words: str, meant: str) -> None:
    """A rate is refused with the notation of a rate, which reads."""
    assert refusal(text) == f"{words!r} is a rate and no unit: write {meant}"
    assert str(Quantity(meant)) == meant


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("5 people per P1X", "'P1X' is not a duration: write P, then whole years, months, weeks and days, as in P4Y, P1Y6M, P2W, P90D"),
        ("5 people per P1Y per P1M", "a rate is per one duration, not two"),
    ],
)  # fmt: skip
def test_a_wrong_rate_is_refused(text: str, reason: str) -> None:
    """A rate has one duration, which is one."""
    assert refusal(text) == reason


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1.250 people", ("1250", "1.2500")),
        ("1.250 EUR", ("1250", "1.2500")),
        ("12.345 %", ("12345", "12.3450")),
        ("100.000", ("100000", "100.0000")),
        ("-1.250 EUR", ("1250", "1.2500")),
        ("> 1.250 people", ("1250", "1.2500")),
        ("5..1.250 people", ("1250", "1.2500")),
        ("1.250..2.500 people", ("1250", "1.2500")),
    ],
)
def test_three_decimals_can_be_read_in_two_ways(
    text: str, readings: tuple[str, str]
) -> None:
    """A point before exactly three digits may separate thousands, so both readings are shown."""
    reason = refusal(text)
    assert reason.endswith(
        f"can be read in two ways: write {readings[0]} or {readings[1]}"
    )
    for reading in readings:
        assert str(Quantity(reading))


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("2-3 ships", "2..3"),
        ("10-20 %", "10..20"),
        ("10 – 12 ships", "10..12"),
        ("1,000—1,500 people", "1000..1500"),
        ("-5 - 0 °C", "-5..0"),
        ("2024-01-30", "2..3"),
        ("5 -3", "2..3"),
    ],
)
def test_a_range_has_two_points(text: str, example: str) -> None:
    """A dash between two numbers is refused with the range that is meant, if it rises."""
    assert refusal(text) == (
        f"a range is written with two points, as in {example}"
    )


@pytest.mark.parametrize(
    "text",
    ["1 000 people", "45 774people", "45 774k people", "5 12- people", "5 people 3 ships", "20 12345m walls"],
)  # fmt: skip
def test_half_a_number_is_no_unit(text: str) -> None:
    """Digits that are not part of a name are a second number."""
    assert refusal(text).startswith("there is a second number")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("5 more people", "'more people' says how it changed"),
        ("5 % less", "'% less' says how it changed"),
        ("5 additional people", "'additional people' says how it changed"),
        (
            "5 people or more",
            "'or more' is a bound: write it before the number",
        ),
        (
            "5 ships or fewer",
            "'or fewer' is a bound: write it before the number",
        ),
        ("2 people per P1Y gross", "'per P1Y' is a rate: write it at the end"),
    ],
)
def test_units_hide_no_change_bound_or_rate(text: str, reason: str) -> None:
    """A change, a bound or a rate among the words of a unit is refused, as it would be lost."""
    with pytest.raises(QuantityError, match=reason):
        Quantity(text)


@pytest.mark.parametrize(
    "unit", ["lessons", "extraordinary meetings", "more-or-less"]
)
def test_units_may_begin_like_a_change(unit: str) -> None:
    """Only whole words say how something changed."""
    assert Quantity(f"5 {unit}").unit == unit


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1/3", "0.333..0.334"),
        ("2/3 of the fund", "0.666..0.667"),
        ("1/4", "0.25"),
        ("1 / 2 %", "0.5"),
        ("3,000/3", "1000"),
        ("-1/3", "-0.334..-0.333"),
        ("22/7", "3.14..3.15"),
        ("1/0", "0.333..0.334"),
        ("1/1e99", "1e-99"),
    ],
)
def test_a_fraction_is_refused_with_its_bounds(
    text: str, written: str
) -> None:
    """A third is no number of the notation; a factor or a share has bounds around it."""
    assert refusal(text) == (
        f"a fraction is written as a number or as bounds: write {written}"
    )


@given(
    st.integers(min_value=0, max_value=10**6),
    st.integers(min_value=1, max_value=10**6),
)
def test_the_bounds_of_a_fraction_hold_it(top: int, bottom: int) -> None:
    """What is offered for a fraction can be written, and the fraction lies within it."""
    offered = Quantity(refusal(f"{top}/{bottom}").rpartition("write ")[2])
    assert offered.low is not None
    assert offered.high is not None
    assert offered.low <= Fraction(top, bottom) <= offered.high


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("312000? USD", "~ 312000 USD"),
        ("5?%", "~ 5 %"),
        ("0?", "~ 0"),
        ("~ 40 ? ships", "~ 40 ships"),
        ("> 250? people", "~ > 250 people"),
        ("change -36? %", "change ~ -36 %"),
    ],
)
def test_a_doubtful_number_is_refused_with_what_to_write(
    text: str, written: str
) -> None:
    """Dates may have a question mark, amounts have a sign of approximation or bounds."""
    assert refusal(text) == (
        f"an amount has no '?': write {written} if the source is not exact,"
        " or the bounds between which it lies, as in 300..320"
    )
    assert str(Quantity(written)) == written
