"""The choice of rules by name or function, and rules of your own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from check_records import ERROR, NAMES, names, promise, source
from entente import Dossier, Firmness, Problem, Source, SourceKind, Theme
from entente.checks import RULES, Rule, check, problem
from entente.checks._leftovers import unused_theme
from entente.errors import QueryError

# --- choosing rules, and adding one's own --------------------------------------------------------

WEAK = Dossier(
    [
        Theme(id="t", label="T"),
        promise(made="2024", due="2023", firmness=Firmness.PLEDGED),
    ]
)
FOUND_IN_WEAK = [
    "due-before-made",
    "firm-without-promisor",
    "firm-without-metric",
    "firm-without-citation",
    "unused-theme",
]


def test_all_rules_are_asked_in_their_order() -> None:
    """Problems come in the order of the rules, whatever the order of the records."""
    assert names(check(WEAK)) == FOUND_IN_WEAK
    assert sorted(FOUND_IN_WEAK, key=NAMES.index) == FOUND_IN_WEAK


def test_within_a_rule_problems_come_in_the_order_of_the_dossier() -> None:
    """Within a rule, problems come in the order of the records."""
    records = [
        promise(id, f"Do {id}.", firmness=Firmness.AGREED)
        for id in ("c", "a", "b")
    ]
    problems = check(Dossier(records), rules=["firm-without-metric"])
    assert [found.record for found in problems] == ["c", "a", "b"]


def test_rules_are_chosen_by_name() -> None:
    """`rules` takes the names of the rules that run, `without` of those that do not."""
    assert names(check(WEAK, rules=["unused-theme"])) == ["unused-theme"]
    assert (
        names(check(WEAK, without=["unused-theme", "due-before-made"]))
        == FOUND_IN_WEAK[1:-1]
    )
    assert (
        names(check(WEAK, rules=["unused-theme"], without=["unused-theme"]))
        == []
    )
    assert check(WEAK, rules=[]) == ()


def test_rules_are_chosen_as_functions() -> None:
    """A function does as well as a name, alone or among names."""
    assert names(check(WEAK, rules=unused_theme)) == ["unused-theme"]
    mixed: list[str | Rule] = [unused_theme, "due-before-made"]
    assert names(check(WEAK, rules=mixed)) == [
        "unused-theme",
        "due-before-made",
    ]
    assert "unused-theme" not in names(check(WEAK, without=unused_theme))
    assert check(
        FRENCH, rules=(*RULES, no_french), without=no_french
    ) == check(FRENCH)


def test_rules_run_in_the_order_given_and_once() -> None:
    """Problems come in the order of `rules`; a rule that is given twice runs once."""
    chosen: list[str | Rule] = [
        "unused-theme",
        "due-before-made",
        unused_theme,
    ]
    assert names(check(WEAK, rules=chosen)) == [
        "unused-theme",
        "due-before-made",
    ]


def test_rules_may_come_from_an_iterator() -> None:
    """An iterator of names does as well as a list."""
    assert names(
        check(WEAK, rules=iter(["unused-theme"]), without=iter(()))
    ) == ["unused-theme"]


def test_one_name_is_not_a_list_of_letters() -> None:
    """A text in place of a list is the name of one rule."""
    assert names(check(WEAK, rules="unused-theme")) == ["unused-theme"]
    assert "unused-theme" not in names(check(WEAK, without="unused-theme"))


@pytest.mark.parametrize("keyword", ["rules", "without"])
def test_an_unknown_name_is_an_error(keyword: str) -> None:
    """A mistyped name is an error that suggests the right one or lists them all."""
    wrong = {keyword: ["due-before-mad"]}
    with pytest.raises(QueryError) as caught:
        check(WEAK, **wrong)
    assert (
        str(caught.value)
        == "there is no rule 'due-before-mad'; did you mean 'due-before-made'?"
    )
    with pytest.raises(QueryError) as caught:
        check(WEAK, **{keyword: "xyz"})
    assert (
        str(caught.value)
        == f"there is no rule 'xyz'; there are {', '.join(NAMES)}"
    )


def test_a_rule_of_ones_own_is_left_out_by_name() -> None:
    """`without` takes the names of the rules given, and those of the library."""
    assert check(FRENCH, rules=[no_french], without="no-french") == ()
    with pytest.raises(QueryError, match="there is no rule 'no-french'"):
        check(FRENCH, rules="no-french")


def no_french(dossier: Dossier) -> Iterator[Problem]:
    """Find every source that is in French."""
    for each in dossier.sources:
        if each.language == "fr":
            hint = "cite the translation"
            yield problem(
                each,
                "the source is not in English",
                "language",
                severity=ERROR,
                hint=hint,
            )


FRENCH = Dossier(
    [
        source(),
        Source(id="f", title="F", kind=SourceKind.SPEECH, language="fr"),
    ]
)


def test_a_rule_of_ones_own_is_asked_like_the_others() -> None:
    """A rule of your own gets its name and the location of the record into the problem."""
    [found] = check(FRENCH, rules=[no_french])
    assert found == Problem(
        message="the source is not in English",
        rule="no-french",
        severity=ERROR,
        path=("sources", 1, "language"),
        record="f",
        hint="cite the translation",
    )
    assert check(FRENCH, rules=no_french) == (found,)


def test_an_object_that_can_be_called_is_a_rule() -> None:
    """A rule may be a callable object; it has the name of its class."""

    class NoTheme:
        def __call__(self, dossier: Dossier) -> list[Problem]:
            return (
                [Problem(message="there are no themes")]
                if not dossier.themes
                else []
            )

    [found] = check(FRENCH, rules=[NoTheme()])
    assert (found.rule, found.path, str(found)) == (
        "NoTheme",
        (),
        "there are no themes",
    )


def test_no_rule_hides_another() -> None:
    """Two rules of one name are both asked."""

    def first(dossier: Dossier) -> list[Problem]:
        return [Problem(message="first")]

    def second(dossier: Dossier) -> list[Problem]:
        return [Problem(message="second")]

    first.__name__ = second.__name__ = "ours"
    rules: list[Rule] = [first, second]
    assert [found.message for found in check(FRENCH, rules=rules)] == [
        "first",
        "second",
    ]


def test_no_rules_find_nothing() -> None:
    """An empty list of rules is not the same as none given."""
    assert check(WEAK, rules=[]) == ()
