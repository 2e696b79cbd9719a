"""The word lists."""

from __future__ import annotations

import itertools

import pytest

import entente
from entente import Agreement, Dossier, Firmness, Force
from entente.errors import LoadError, QueryError, RecordError
from entente.records._vocabulary import suggest_word

LADDER = list(Firmness)


@pytest.mark.parametrize(
    ("low", "high"), list(itertools.combinations(LADDER, 2))
)
def test_firmness_compares_by_its_rung(low: Firmness, high: Firmness) -> None:
    """Each rung is below all later ones, compared as a member or as text."""
    assert low < high
    assert low <= high
    assert high > low
    assert high >= low
    assert low <= low.value
    assert low >= low.value
    assert not high < low
    assert not high <= low
    assert not low > high.value
    assert not low >= high.value


def test_firmness_does_not_compare_with_other_words() -> None:
    """Comparing with a mistyped word is an error."""
    with pytest.raises(ValueError, match="'sworn' is not a valid Firmness"):
        assert Firmness.PLEDGED > "sworn"


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
        str(caught.value)
        == f"force: {text!r} is not a Force; write 'political'"
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
    assert suggest_word("legally binding", Force) == "did you mean 'binding'?"
    assert suggest_word("pleged", Firmness) == "did you mean 'pledged'?"
    assert suggest_word("bindnig", Force) == "did you mean 'binding'?"
