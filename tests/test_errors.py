"""Errors: their messages, the classes that catch them, and pickling."""

from __future__ import annotations

import copy
import pickle

import pytest
from attrs.exceptions import FrozenInstanceError

from entente import Problem, Severity
from entente._text import did_you_mean, shorten
from entente.errors import (
    DossierError,
    DurationError,
    EntenteError,
    EvidenceError,
    FormatError,
    LoadError,
    MissingExtraError,
    NotationError,
    PeriodError,
    QuantityError,
    QueryError,
    RangeError,
    RecordError,
    RulesError,
    SaveError,
    UndecidedError,
    UnitError,
    UnknownIdError,
    format_location,
)

PROBLEM = Problem(
    message="'2024-13' is not a date",
    rule="format",
    file="tracker.toml",
    line=7,
    column=1,
    path=("commitments", 3, "due"),
    record="more-patrols",
    hint='write "2024-12"',
)

ERRORS: tuple[tuple[EntenteError, type[Exception], str], ...] = (
    (
        NotationError("x", "it is odd"),
        ValueError,
        "'x' is not the notation: it is odd",
    ),
    (
        PeriodError("2024-13", "month 13", 5),
        ValueError,
        "'2024-13' is not a date: month 13 (at character 6)",
    ),
    (
        QuantityError("many", "no number"),
        ValueError,
        "'many' is not an amount: no number",
    ),
    (
        DurationError("a year", "write P1Y"),
        ValueError,
        "'a year' is not a duration: write P1Y",
    ),
    (
        RangeError("6-", 'write "6"'),
        ValueError,
        "'6-' is not a range: write \"6\"",
    ),
    (UnitError("pounds are no euros"), ValueError, "pounds are no euros"),
    (UndecidedError("the answer is maybe"), TypeError, "the answer is maybe"),
    (RecordError("due", "too late"), ValueError, "due: too late"),
    (
        RecordError("", "nobody takes part", "name one"),
        ValueError,
        "nobody takes part; name one",
    ),
    (
        UnknownIdError("a", "there is no theme 'a'"),
        KeyError,
        "there is no theme 'a'",
    ),
    (
        UnknownIdError("a", "there is no theme 'a'", "did you mean 'b'?"),
        KeyError,
        "there is no theme 'a'; did you mean 'b'?",
    ),
    (
        QueryError("an empty tuple asks for nothing"),
        ValueError,
        "an empty tuple asks for nothing",
    ),
    (
        FormatError("'csv' is not a format"),
        ValueError,
        "'csv' is not a format",
    ),
    (DossierError([]), ValueError, "0 problems"),
    (
        DossierError([PROBLEM]),
        ValueError,
        (
            "1 problem\n  tracker.toml:7:1: commitments[3].due (more-patrols): '2024-13' is not a date; "
            'write "2024-12"'
        ),
    ),
    (
        LoadError(Problem(message=word) for word in ("odd", "even")),
        DossierError,
        "2 problems\n  odd\n  even",
    ),
    (
        RulesError("there are no rules for 'fr'"),
        ValueError,
        "there are no rules for 'fr'",
    ),
    (EvidenceError("no such words"), ValueError, "no such words"),
    (
        SaveError("a.toml: no space left on device"),
        OSError,
        "a.toml: no space left on device",
    ),
    (
        MissingExtraError("reading YAML", "yaml"),
        ImportError,
        "reading YAML needs the extra 'yaml': pip install 'entente-dossier[yaml]'",
    ),
)


def family(root: type[Exception]) -> set[type[Exception]]:
    """Return a class of errors and all that descend from it."""
    return {root}.union(*(family(child) for child in root.__subclasses__()))


def test_every_error_has_an_example() -> None:
    """No error of the library is missing from the examples."""
    assert {type(error) for error, _, _ in ERRORS} == family(EntenteError) - {
        EntenteError
    }


@pytest.mark.parametrize(("error", "builtin", "text"), ERRORS)
def test_an_error_says_what_is_wrong_and_how_to_fix_it(
    error: EntenteError, builtin: type[Exception], text: str
) -> None:
    """An error prints as its message, without the arguments it was raised with."""
    assert str(error) == text


@pytest.mark.parametrize(("error", "builtin", "text"), ERRORS)
def test_an_error_is_caught_as_one_of_ours_and_as_a_built_in_one(
    error: EntenteError, builtin: type[Exception], text: str
) -> None:
    """Both `EntenteError` and the built-in error of the tree catch it."""
    with pytest.raises(builtin) as caught:
        raise error
    assert caught.value is error
    assert isinstance(error, EntenteError)


@pytest.mark.parametrize(("error", "builtin", "text"), ERRORS)
def test_an_error_can_be_pickled(
    error: EntenteError, builtin: type[Exception], text: str
) -> None:
    """A pickled or copied error is the same: a pool of processes returns it whole."""
    for twin in (
        pickle.loads(pickle.dumps(error)),  # noqa: S301
        copy.copy(error),
        copy.deepcopy(error),
    ):
        assert type(twin) is type(error)
        assert str(twin) == text
        assert vars(twin) == vars(error)


def test_an_error_carries_its_data() -> None:
    """The parts of a message are attributes of the error."""
    notation = PeriodError("2024-13", "month 13", 5)
    assert (notation.text, notation.reason, notation.position) == (
        "2024-13",
        "month 13",
        5,
    )
    record = RecordError("due", "too late", "earlier")
    assert (record.field, record.reason, record.hint) == (
        "due",
        "too late",
        "earlier",
    )
    unknown = UnknownIdError("a", "there is no theme 'a'", "did you mean 'b'?")
    assert (unknown.id, unknown.reason, unknown.hint) == (
        "a",
        "there is no theme 'a'",
        "did you mean 'b'?",
    )
    extra = MissingExtraError("reading YAML", "yaml")
    assert (extra.purpose, extra.extra) == ("reading YAML", "yaml")
    assert LoadError([PROBLEM]).problems == (PROBLEM,)


def test_a_long_text_is_cut_in_an_error() -> None:
    """A hostile text of a megabyte does not flood the terminal."""
    assert len(str(PeriodError("9" * 1_000_000, "far too long"))) < 120


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem(message="odd"), "odd"),
        (Problem(message="odd", hint="fix it"), "odd; fix it"),
        (Problem(message="odd", file="a.toml"), "a.toml: odd"),
        (Problem(message="odd", file="a.toml", line=3), "a.toml:3: odd"),
        (Problem(message="odd", line=3, column=9), "3:9: odd"),
        (Problem(message="odd", path=("themes", 0)), "themes[0]: odd"),
        (Problem(message="odd", record="trade"), "(trade): odd"),
        (
            Problem(message="odd", path=("themes", 0), record="trade"),
            "themes[0] (trade): odd",
        ),
    ],
)
def test_a_problem_says_only_what_is_known(
    problem: Problem, text: str
) -> None:
    """An unknown file, line, location, record or hint leaves no gap in the line."""
    assert str(problem) == text


def test_a_problem_is_a_value() -> None:
    """Problems compare, hash and do not change; by default they are errors of the format."""
    assert copy.copy(PROBLEM) == PROBLEM
    assert hash(PROBLEM) == hash(copy.copy(PROBLEM))
    assert (PROBLEM.rule, PROBLEM.severity) == ("format", Severity.ERROR)
    with pytest.raises(FrozenInstanceError):
        PROBLEM.message = "fine"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("themes",), "themes"),
        (("themes", 0), "themes[0]"),
        (
            ("commitments", 3, "reports", 0, "on"),
            "commitments[3].reports[0].on",
        ),
        (("themes", 0, "la\nbel"), "themes[0].'la\\nbel'"),
        (("x" * 100,), f"'{'x' * 38}…{'x' * 39}'"),
    ],
)
def test_a_path_is_written_as_in_python(
    path: tuple[str | int, ...], text: str
) -> None:
    """Names are joined by dots, indexes are in brackets, and odd names are escaped or cut."""
    assert format_location(path) == text


@pytest.mark.parametrize(
    ("word", "question"),
    [
        ("small-boat", "did you mean 'small-boats'?"),
        ("Olympic-security", "did you mean 'olympics-security'?"),
        ("trade", None),
        ("", None),
    ],
)
def test_one_near_word_is_suggested(word: str, question: str | None) -> None:
    """The closest known word is suggested, and none if none is close."""
    assert (
        did_you_mean(word, ("small-boats", "olympics-security", "small-ships"))
        == question
    )


def test_the_nearest_word_wins() -> None:
    """Of several close words the closest is suggested."""
    assert (
        did_you_mean("themes", ("theme", "them", "tithes"))
        == "did you mean 'theme'?"
    )


@pytest.mark.parametrize(
    ("value", "limit", "shown"),
    [
        ("short", 80, "'short'"),
        ("it's", 80, '"it\'s"'),
        (12, 80, "12"),
        ("x" * 18, 20, "'xxxxxxxxxxxxxxxxxx'"),
        ("x" * 19, 20, "'xxxxxxxx…xxxxxxxxx'"),
        ("a" + "x" * 500 + "z", 20, "'axxxxxxx…xxxxxxxxz'"),
        ("line\nbreak", 80, "'line\\nbreak'"),
        ([1, 2, 3, 4, 5, 6, 7], 11, "[1, 2…6, 7]"),
    ],
)
def test_a_value_is_shown_as_it_would_be_typed(
    value: object, limit: int, shown: str
) -> None:
    """A short value is shown whole; a long one keeps its beginning and its end."""
    assert shorten(value, limit) == shown
    assert len(shorten(value, limit)) <= limit


@pytest.mark.parametrize(
    "value", [16**5000, "\0" * 10_000_000], ids=["number", "text"]
)
def test_a_hostile_value_costs_little(value: object) -> None:
    """A number or text of any size is shown in one line: Python itself refuses to print the number."""
    assert len(shorten(value)) <= 80
