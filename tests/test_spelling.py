"""The nearest of known words: the one that difflib finds, but none that says the opposite."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import given, strategies as st

from entente._spelling import Spellings, are_opposite
from entente._text import did_you_mean

WORDS = st.one_of(
    st.text(alphabet="ab", min_size=1, max_size=12),
    st.text(alphabet="small-boats", min_size=1, max_size=30),
    st.text(min_size=1, max_size=20),
    # Far apart in the order of letters, and alike in the last six bits.
    st.text(alphabet="aá\u0121\u0161", min_size=1, max_size=8),
)


def of_difflib(word: str, known: list[str]) -> str | None:
    """Return the nearest word that is no opposite, as difflib finds it, which compares all."""
    alike = [each for each in known if not are_opposite(word, each)]
    close = difflib.get_close_matches(word, alike, n=1, cutoff=0.6)
    return close[0] if close else None


@given(WORDS, st.lists(WORDS, max_size=12))
def test_the_nearest_word_is_that_of_difflib(
    word: str, known: list[str]
) -> None:
    """For all words and known words the answer is that of difflib."""
    assert Spellings(known).nearest(word) == of_difflib(word, known)


@given(WORDS, st.lists(WORDS, min_size=1, max_size=12), st.data())
def test_a_word_with_one_slip_is_that_of_difflib(
    word: str, known: list[str], data: st.DataObject
) -> None:
    """A known word with one letter changed, which may be near to many, has the answer of difflib."""
    meant = data.draw(st.sampled_from(known))
    place = data.draw(st.integers(0, len(meant) - 1))
    slip = meant[:place] + word[0] + meant[place + 1 :]
    assert Spellings(known).nearest(slip) == of_difflib(slip, known)


def test_most_words_are_not_compared() -> None:
    """A slip in one of many ids of a kind compares few of them letter by letter."""
    known = [f"theme-number-{number}" for number in range(2_000)]
    spellings = Spellings(known)
    assert spellings.nearest("theme-nubmer-1234") == "theme-number-1234"
    compared = spellings.steps - len(known)
    # To compare all letter by letter takes some 300 steps for each.
    assert compared < 20 * len(known)


def test_the_work_grows_with_the_known_words_and_no_faster() -> None:
    """Twice as many words like none take about twice as many steps."""

    def steps(count: int) -> int:
        known = [
            f"{number:05}-{number % 97:02}-small" for number in range(count)
        ]
        spellings = Spellings(known)
        spellings.nearest("olympics")
        return spellings.steps

    assert steps(2_000) <= 2.2 * steps(1_000)


@pytest.mark.parametrize("length", [101, 1_000_000])
def test_a_very_long_word_is_like_none(length: int) -> None:
    """A word of more than 100 letters is not compared, whatever is known."""
    spellings = Spellings(["a" * 100, "a" * length])
    assert spellings.nearest("a" * length) is None
    assert spellings.steps == 0
    assert spellings.nearest("a" * 100) == "a" * 100


def test_a_word_that_takes_too_long_has_no_answer() -> None:
    """After a bounded number of steps there is no suggestion, since the nearest may not be found."""
    word = "ab" * 50
    # The same letters in nearly the same order, of which few stand together.
    known = [f"{'aab' * 32}{number:03}" for number in range(1_000)]
    spellings = Spellings(known)
    assert spellings.nearest(word) is None
    assert 2_000_000 < spellings.steps < 2_100_000
    known = [*known[:3], "ab" * 49]
    assert Spellings(known).nearest(word) == known[-1]


def test_many_words_are_asked_about_too() -> None:
    """More known words than a record has keys are compared all the same."""
    known = [f"theme-{number}" for number in range(300)]
    assert did_you_mean("them-299", known) == "did you mean 'theme-299'?"


OPPOSITES = (
    ("non-binding", "binding"),
    ("not binding", "binding"),
    ("not_held", "held"),
    ("isn't held", "held"),
    ("not in force", "in_force"),
    ("unmet", "met_on_time"),
    ("un-agreed", "agreed"),
    ("disagreed", "agreed"),
    ("incomplete", "completed"),
    ("discontinued", "continuing"),
    ("unknown", "known"),
    ("governmental_organisation", "non_governmental_organisation"),
    ("irregular-migration", "regular-migration"),
    ("imports", "exports"),
    ("decrease", "increase"),
    ("post-war-plan", "not-post-war-plan"),
    ("postdated", "predated"),
)

SAME_SENSE = (
    ("inforce", "in_force"),
    ("in-persno", "in_person"),
    ("not_startd", "not_started"),
    ("nonbindng", "non-binding"),
    ("not unmet", "met"),
    ("disscussed", "discussed"),
    ("dicussed", "discussed"),
    ("inplements", "implements"),
    ("indentifiers", "identifiers"),
    ("inteded", "intended"),
    ("overdue", "due"),
)


@pytest.mark.parametrize(("word", "other"), OPPOSITES)
def test_an_opposite_is_never_offered(word: str, other: str) -> None:
    """A known word is no suggestion for what it denies, nor for what denies it."""
    assert are_opposite(word, other)
    assert are_opposite(other, word)
    assert did_you_mean(word, [other]) is None
    assert did_you_mean(other, [word]) is None


@pytest.mark.parametrize(("word", "other"), SAME_SENSE)
def test_a_slip_makes_no_opposite(word: str, other: str) -> None:
    """What only begins like a negation, or is one in both words, denies nothing."""
    assert not are_opposite(word, other)
    assert not are_opposite(other, word)


@given(WORDS, WORDS)
def test_opposites_are_mutual(word: str, other: str) -> None:
    """Of two words each is the opposite of the other, or neither is; none is its own."""
    assert are_opposite(word, other) == are_opposite(other, word)
    assert not are_opposite(word, word)


@pytest.mark.parametrize("negation", ["not_", "non-", "not "])
@given(word=st.from_regex(r"[a-hj-m]{3,9}", fullmatch=True))
def test_a_negation_makes_an_opposite(negation: str, word: str) -> None:
    """For any word, the word with a negation before it is its opposite."""
    assert are_opposite(negation + word, word)
    assert Spellings([word]).nearest(negation + word) is None
