"""The word lists."""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeAlias

import pytest

import entente
from entente import (
    Agreement,
    AgreementState,
    ConsentKind,
    Dossier,
    Firmness,
    Force,
    Severity,
    Truth,
)
from entente.errors import LoadError, QueryError, RecordError
from entente.evidence import CitationState
from entente.records import _vocabulary as vocabulary
from entente.records._vocabulary import suggest_word
from entente.values._edtf import Precision

LADDERS: dict[type[StrEnum], list[str]] = {
    Firmness: [
        "aspired", "discussed", "called_for", "welcomed", "endorsed", "intended", "pledged", "agreed",
    ],
    AgreementState: ["sought", "announced", "adopted", "signed", "consented", "provisional", "in_force", "ended"],
    Severity: ["info", "warning", "error"],
}  # fmt: skip
"""The words of each ladder, the lowest first."""

UNORDERED = [
    *(
        each
        for each in vars(vocabulary).values()
        if isinstance(each, type)
        and issubclass(each, StrEnum)
        and each.__module__ == vocabulary.__name__
        and each not in LADDERS
    ),
    CitationState,
    Precision,
]

COMPARISONS = [operator.lt, operator.le, operator.gt, operator.ge]

# An operator of any two values, whatever the types say of them.
Compare: TypeAlias = Callable[[Any, Any], bool]


@pytest.mark.parametrize("words", LADDERS)
@pytest.mark.parametrize("compare", COMPARISONS)
def test_words_of_a_ladder_compare_by_rung(
    words: type[StrEnum], compare: Compare
) -> None:
    """As members and as plain text, on either side."""
    ladder = LADDERS[words]
    for (low, one), (high, other) in itertools.product(
        enumerate(ladder), repeat=2
    ):
        expected = compare(low, high)
        assert compare(words(one), words(other)) == expected
        assert compare(words(one), other) == expected
        assert compare(one, words(other)) == expected


@pytest.mark.parametrize("words", LADDERS)
def test_words_of_a_ladder_sort_by_rung(words: type[StrEnum]) -> None:
    """`sorted`, `max` and `min` go by the ladder too."""
    members = [words(word) for word in LADDERS[words]]
    assert sorted(set(members)) == members
    assert (min(members), max(members)) == (members[0], members[-1])


@pytest.mark.parametrize("words", UNORDERED)
@pytest.mark.parametrize("compare", COMPARISONS)
def test_words_without_a_ladder_have_no_order(
    words: type[StrEnum], compare: Compare
) -> None:
    """Words of the list, plain text and other values alike are refused, on either side."""
    message = (
        f"the words of {words.__name__} have no order; sort them by `.value`, or with"
        f" key=list({words.__name__}).index in the order of the list"
    )
    first, *_, last = words
    for one, other in (
        (first, last),
        (first, first),
        (first, last.value),
        (first.value, last),
        (first, 3),
    ):
        with pytest.raises(TypeError) as caught:
            compare(one, other)
        assert str(caught.value) == message


@pytest.mark.parametrize("words", UNORDERED)
def test_the_cure_for_words_without_an_order_works(
    words: type[StrEnum],
) -> None:
    """They sort by their text, and in the order of their list."""
    members = list(words)
    in_order = sorted(set(members), key=list(words).index)
    assert in_order == members
    by_text = sorted(members, key=lambda word: word.value)
    assert [word.value for word in by_text] == sorted(
        word.value for word in members
    )


@pytest.mark.parametrize("word", ["unknown", "superseded"])
@pytest.mark.parametrize("compare", COMPARISONS)
def test_a_state_on_no_rung_does_not_compare(
    word: str, compare: Compare
) -> None:
    """What is unknown may be anything, and an agreement is superseded from any rung."""
    message = (
        f"{word!r} is not on the ladder of an agreement state (sought, announced, adopted, signed,"
        " consented, provisional, in_force, ended); compare it with == or `in`"
    )
    state, signed = AgreementState(word), AgreementState.SIGNED
    for one, other in (
        (state, signed),
        (signed, state),
        (signed, word),
        (state, state),
    ):
        with pytest.raises(TypeError) as caught:
            compare(one, other)
        assert str(caught.value) == message


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ("plegded", "'plegded' is not a firmness; did you mean 'pledged'?"),
        (
            "sworn",
            "'sworn' is not a firmness; there are "
            + ", ".join(LADDERS[Firmness]),
        ),
    ],
)
def test_a_mistyped_word_does_not_compare(other: str, message: str) -> None:
    """Comparing with a text that is no word of the ladder is an error with a suggestion."""
    with pytest.raises(ValueError, match=re.escape(message)) as caught:
        operator.gt(Firmness.PLEDGED, other)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("other", "shown"),
    [
        (ConsentKind.SIGNED, "<ConsentKind.SIGNED: 'signed'>"),
        (None, "None"),
        (3, "3"),
        (["signed"], "['signed']"),
    ],
)
def test_a_ladder_compares_with_its_own_words_alone(
    other: Any, shown: str
) -> None:
    """A word of another list is refused even where it has the text of a rung."""
    with pytest.raises(TypeError) as caught:
        operator.gt(AgreementState.IN_FORCE, other)
    assert (
        str(caught.value)
        == f"{shown} does not compare with an agreement state; use a word of AgreementState"
    )


@pytest.mark.parametrize("words", [*LADDERS, *UNORDERED])
def test_words_equal_their_text(words: type[StrEnum]) -> None:
    """`==` compares with anything, never raises, and agrees with `hash`."""
    for word in words:
        assert word == word.value
        assert hash(word) == hash(word.value)
        for other in ("no such word", 3, None, object(), Truth.YES):
            assert (word == other) is False
            assert (word != other) is True


# "not binding" is nearest to the word that says the opposite

NOT_BINDING = (
    "not binding", "not_binding", "Not Binding", "NON-BINDING", "nonbinding", "non binding", "notbinding",
    "unbinding", "not bound", "not bindng", "no binding", "legally non-binding", "legally_non_binding",
    "not  legally binding", "non-legally binding", "legally not binding", "in no way binding",
)  # fmt: skip


@pytest.mark.parametrize("text", NOT_BINDING)
def test_not_binding_is_political_in_python(text: str) -> None:
    """An agreement that is not binding is never suggested to be binding."""
    with pytest.raises(RecordError) as caught:
        Agreement(id="a", name="A", force=text)  # type: ignore[arg-type]
    assert (
        str(caught.value.problems[0])
        == f"force: {text!r} is not a Force; write Force.POLITICAL"
    )


@pytest.mark.parametrize("text", NOT_BINDING)
def test_not_binding_is_political_in_files(text: str) -> None:
    """The reader of files says the same."""
    with pytest.raises(LoadError) as caught:
        entente.loads(
            f'entente = 1\n[[agreements]]\nid = "a"\nname = "A"\nforce = "{text}"\n',
            format="toml",
        )
    (problem,) = caught.value.problems
    assert (problem.message, problem.hint) == (
        f"{text!r} is not a force",
        "write 'political'",
    )


@pytest.mark.parametrize("text", NOT_BINDING)
def test_not_binding_is_political_in_questions(text: str) -> None:
    """A question about what is not binding says the same."""
    with pytest.raises(QueryError) as caught:
        Dossier().agreements.where(force=text)
    assert str(caught.value) == f"{text!r} is not a force; write 'political'"


def test_the_right_word_is_of_the_list_that_was_meant() -> None:
    """Where "binding" is no word, or nothing is denied, only the nearest one is suggested."""
    assert suggest_word("not binding", Firmness) is None
    assert suggest_word("legally binding", Force) == "write 'binding'"
    assert suggest_word("pleged", Firmness) == "did you mean 'pledged'?"
    assert suggest_word("bindnig", Force) == "did you mean 'binding'?"
