"""The amount words of documents, read into the notation of amounts."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeAlias

import pytest
from hypothesis import example, given, settings, strategies as st

from amount_words_read import READ
from amount_words_refused import REFUSED
from entente import Quantity
from entente.errors import QuantityError
from entente.values import _amount_vocabulary as vocabulary
from entente.values._amount_words import read
from entente.values._amounts import MAX_LENGTH
from entente.values._currencies import CURRENCIES
from entente.values._shared_currencies import NAMES, SHARED_NAMES

FUZZ = settings(
    max_examples=int(os.environ.get("ENTENTE_FUZZ_EXAMPLES", "500"))
)

READ_WORDS = {
    words: text for phrases in READ.values() for words, text in phrases.items()
}
REFUSED_WORDS = {
    words: reason for reason, phrases in REFUSED.items() for words in phrases
}


@pytest.mark.parametrize(("words", "text"), READ_WORDS.items())
def test_words_that_are_read(words: str, text: str) -> None:
    """Words mean the amount that the table gives, which is in its canonical form."""
    assert read(words) == text
    quantity = Quantity.from_words(words)
    assert str(quantity) == text
    assert quantity == Quantity(text)


@pytest.mark.parametrize("words", READ_WORDS)
def test_white_space_and_a_full_stop_do_not_matter(words: str) -> None:
    """Doubled spaces, spaces around and a stop at the end change nothing."""
    assert read(f"  {words.replace(' ', '  ')}. ") == READ_WORDS[words]


@pytest.mark.parametrize(("words", "reason"), REFUSED_WORDS.items())
def test_words_that_are_refused(words: str, reason: str) -> None:
    """What is not understood, or may be read in two ways, is an error with its reason."""
    with pytest.raises(QuantityError) as caught:
        Quantity.from_words(words)
    assert str(caught.value) == f"{words!r} is not an amount: {reason}"
    assert caught.value.text == words


def test_the_tables_are_large() -> None:
    """At least 200 phrases are pinned as read and at least 150 as refused, none in both tables."""
    assert len(READ_WORDS) >= 200
    assert len(REFUSED_WORDS) >= 150
    assert not READ_WORDS.keys() & REFUSED_WORDS.keys()


@pytest.mark.parametrize(
    ("words", "country", "text"),
    [
        ("$500m", "US", "500000000 USD"),
        ("$500m", "AU", "500000000 AUD"),
        ("500 million dollars", "CA", "500000000 CAD"),
        ("several million dollars", "US", ">= 2000000 USD"),
        ("US$500m", "AU", "500000000 USD"),
        ("$5 million to $10 million", "NZ", "5000000..10000000 NZD"),
        ("$5-10 million", "US", "5000000..10000000 USD"),
        ("¥500 million", "JP", "500000000 JPY"),
        ("¥500 million", "CN", "500000000 CNY"),
        ("500 kr", "SE", "500 SEK"),
        ("Rs. 500 crore", "IN", "5000000000 INR"),
        ("Rs 5 billion", "PK", "5000000000 PKR"),
        ("500 million pounds", "GB", "500000000 GBP"),
        ("500 million francs", "CH", "500000000 CHF"),
        ("5 billion CFA francs", "SN", "5000000000 XOF"),
        ("5 billion CFA francs", "CM", "5000000000 XAF"),
        ("5 billion won", "KR", "5000000000 KRW"),
        ("2,000 roubles", "BY", "2000 BYN"),
        ("€1.2 million", "US", "1200000 EUR"),
        ("£5 million", "IE", "5000000 GBP"),
    ],
)
def test_the_country_decides_between_currencies(
    words: str, country: str, text: str
) -> None:
    """A sign or name that several currencies share is that of the country."""
    assert str(Quantity.from_words(words, country=country)) == text


@pytest.mark.parametrize(
    ("words", "country"),
    [("$5 to $10 million", "US"), ("500 million pounds", "FR")],
)
def test_a_country_does_not_decide_everything(
    words: str, country: str
) -> None:
    """With a country, a phrase of two readings is still refused, and so is a name that it does not have."""
    with pytest.raises(QuantityError):
        Quantity.from_words(words, country=country)


def test_every_currency_name_leads_to_a_code() -> None:
    """The names of currencies lead to codes of ISO 4217 only."""
    codes = {*NAMES.values()}
    codes.update(*(shared.values() for shared in SHARED_NAMES.values()))
    assert codes <= CURRENCIES


BOUNDS = {">": "> {}", ">=": ">= {}", "<": "< {}", "<=": "<= {}", "~": "~ {}"}
EXACT = {
    "500 people": "500 people",
    "€72.2 million": "72200000 EUR",
    "36 per cent": "36 %",
    "one in five": "20 %",
    "three quarters": "75 %",
    "two hundred and fifty ships": "250 ships",
    "1 250 000": "1250000",
    "0.7 % of GNI": "0.7 % of GNI",
    "£20 million a year": "20000000 GBP per P1Y",
}


@pytest.mark.parametrize(
    ("qualifier", "sign"),
    [
        (word, sign)
        for word, sign in vocabulary.BEFORE.items()
        if sign in BOUNDS
    ],
)
def test_a_qualifier_makes_a_bound(qualifier: str, sign: str) -> None:
    """Before any exact amount, a qualifier gives the bound that it means, and changes nothing else."""
    for words, text in EXACT.items():
        assert read(f"{qualifier} {words}") == BOUNDS[sign].format(text)


@pytest.mark.parametrize(
    "opening",
    [word for word, sign in vocabulary.BEFORE.items() if sign == "="],
)
def test_some_words_change_nothing(opening: str) -> None:
    """Words such as "a total of" and "exactly" leave an amount as it is."""
    for words, text in EXACT.items():
        assert read(f"{opening} {words}") == text


@pytest.mark.parametrize(
    ("opening", "sign"),
    [
        (word, sign)
        for word, sign in vocabulary.BEFORE.items()
        if sign in {"+", "-", "rose", "fell"}
    ],
)
def test_words_of_change_give_a_signed_change(opening: str, sign: str) -> None:
    """After "a rise of" or "cut by", a percentage is a change up or down, and so is a bound of it."""
    is_down = sign in {"-", "fell"}
    change, bound = ("-36 %", "<= -36 %") if is_down else ("36 %", ">= 36 %")
    assert read(f"{opening} 36 %") == f"change {change}"
    assert read(f"{opening} at least 36 %") == f"change {bound}"


@pytest.mark.parametrize(("rate", "duration"), vocabulary.RATES.items())
def test_words_of_rates_give_a_duration(rate: str, duration: str) -> None:
    """After an amount, "a year", "per month" and the like are its rate."""
    quantity = Quantity.from_words(f"€5 million {rate}")
    assert quantity == Quantity("5000000 EUR", per=duration)


@pytest.mark.parametrize("word", sorted(vocabulary.NOT_IN_UNITS))
def test_words_with_a_meaning_of_their_own_are_no_unit(word: str) -> None:
    """A word that says when, for what or of how many more is not taken into a unit."""
    with pytest.raises(QuantityError):
        read(f"500 officers {word} service")


def test_long_texts_are_refused_unread() -> None:
    """Beyond the length of any amount nothing is read."""
    with pytest.raises(QuantityError, match="longer than 200 characters"):
        read("x" * (MAX_LENGTH + 1))


@pytest.mark.parametrize(
    "words", ["9" * 40, "1e", "5" + " 000" * 40, "0." + "3" * 60]
)
def test_numbers_that_cannot_be_held_are_refused(words: str) -> None:
    """A number with more digits than an amount can hold is an error, not an approximation."""
    with pytest.raises(QuantityError):
        read(words)


FRAGMENTS = sorted(
    {
        *vocabulary.BEFORE,
        *vocabulary.AFTER,
        *vocabulary.RATES,
        *vocabulary.AT_LEAST,
        *vocabulary.BASELINE_LINKS,
        *(
            word
            for words in (*READ_WORDS, *REFUSED_WORDS)
            for word in words.split()
        ),
    }
)


@FUZZ
@given(
    st.lists(st.sampled_from(FRAGMENTS), max_size=9).map(" ".join)
    | st.tuples(
        st.sampled_from([*READ_WORDS]), st.sampled_from(FRAGMENTS)
    ).map(" ".join)
    | st.tuples(
        st.sampled_from(FRAGMENTS), st.sampled_from([*READ_WORDS])
    ).map(" ".join)
    | st.text(max_size=60),
    st.sampled_from([None, "US", "GB", "SE"]),
)
@example("one hundred and " * 12, None)
@example("half a " * 28, None)
@example("1 000 " * 33, None)
def test_reading_is_total(words: str, country: str | None) -> None:
    """Any words give an amount that reads back the same, or an error that shows them."""
    try:
        quantity = Quantity.from_words(words, country=country)
    except QuantityError as error:
        caught = error
    else:
        assert Quantity(str(quantity)) == quantity
        return
    assert caught.text == words
    assert caught.reason


TraceFunction: TypeAlias = Callable[[FrameType, str, Any], Any]


def count_lines(words: str) -> int:
    """Return how many lines of Python run while words are read."""
    count = 0

    def trace(_: FrameType, event: str, __: object) -> TraceFunction:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read(words)
    except QuantityError:
        pass
    finally:
        sys.settrace(before)
    return count


# Openings of every table, and fragments on which the reader steps back.
REPEATED = (
    *sorted(vocabulary.BEFORE)[::5],
    *sorted(vocabulary.AFTER)[::4],
    *sorted(vocabulary.RATES)[::6],
    *sorted(vocabulary.AT_LEAST)[::6],
    *sorted(vocabulary.BASELINE_LINKS),
    *sorted(vocabulary.OVER_A_PERIOD),
    "one thousand and",
    "one hundred and",
    "half a",
    "over 1 000",
    "over one",
    "1 000",
    "per 1",
    "of the 1",
    "and one in",
    "1 or",
    "1-",
    "more than in",
    "start-",
    "a-",
    "a",
)


@pytest.mark.parametrize("fragment", REPEATED)
def test_time_grows_no_faster_than_the_text(fragment: str) -> None:
    """Twice a text of repeated fragments runs at most about twice as many lines of Python."""
    half = (f"{fragment} " * 100)[: MAX_LENGTH // 2]
    whole = (f"{fragment} " * 200)[:MAX_LENGTH]
    for opening in ("", "500 people "):
        one = count_lines((opening + half)[: MAX_LENGTH // 2])
        two = count_lines((opening + whole)[:MAX_LENGTH])
        assert two <= 2.5 * one + 200
