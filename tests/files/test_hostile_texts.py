"""Texts that somebody made to keep a reader busy: each is refused, soon and in few words, or read."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest

import entente
from entente.errors import LoadError, Problem
from entente.files._formats import write

FORMATS: Final = ("json", "toml", "yaml")
DEEP: Final = 10_000
LONG: Final = 1_000_000
MANY: Final = 100_000

LAUGHS: Final = 'a: &a ["ha"]\n' + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def well_told(problem: Problem) -> None:
    """Hold that a problem fits on a line of a screen, and that its place makes sense."""
    said = problem.message
    assert said
    assert said.splitlines() == [said]
    assert len(said) < 400
    assert "Traceback" not in said
    assert "object at 0x" not in said
    assert problem.line is None or problem.line >= 1
    assert problem.column is None or problem.column >= 1


def refused(text: str, format: str) -> list[str]:
    """Return what is said of a text that is refused."""
    with pytest.raises(LoadError) as caught:
        entente.loads(text, format=format)
    for problem in caught.value.problems[:100]:
        well_told(problem)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("format", "text", "place"),
    [
        ("json", "[" * DEEP + "]" * DEEP, ""),
        ("json", '{"a":' * DEEP + "1" + "}" * DEEP, ""),
        (
            "json",
            '{"entente": 1, "themes": ' + "[" * DEEP + "]" * DEEP + "}",
            "",
        ),
        ("json", "[" * DEEP, ""),
        ("toml", "themes = " + "[" * DEEP + "]" * DEEP, ""),
        ("toml", "themes = " + "{a=" * DEEP + "1" + "}" * DEEP, ""),
        ("yaml", "[" * DEEP + "]" * DEEP, "1:51: "),
        ("yaml", "{a: " * DEEP + "}" * DEEP, "1:201: "),
        ("yaml", "- " * DEEP + "x", "1:101: "),
        (
            "yaml",
            "".join(" " * depth + "a:\n" for depth in range(300)),
            "51:51: ",
        ),
    ],
)
def test_deep_nesting_is_refused(format: str, text: str, place: str) -> None:
    """Ten thousand lists or tables within each other end in a message, and not in a recursion error."""
    assert refused(text, format) == [f"{place}the text is nested too deeply"]


NUMBERS: Final = {
    "json": '{{"entente": {}}}',
    "toml": "entente = {}\n",
    "yaml": "entente: {}\n",
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("digits", ["1" * LONG, "-" + "1" * LONG])
def test_a_number_of_a_million_digits_is_refused(
    format: str, digits: str
) -> None:
    """It is not read as a number at all, and the message holds a few of its digits, and no word of Python's."""
    [said, *_] = refused(NUMBERS[format].format(digits), format)
    assert "is too long for a number" in said
    assert len(said) < 200


@pytest.mark.parametrize("format", ["toml", "yaml"])
@pytest.mark.parametrize("base", ["0x", "0o"])
def test_a_number_in_another_base_is_refused(format: str, base: str) -> None:
    """So is a number of a million hexadecimal or octal digits."""
    [said, *_] = refused(NUMBERS[format].format(base + "1" * LONG), format)
    assert "is too long for a number" in said


@pytest.mark.parametrize("format", FORMATS)
def test_a_million_decimals_are_no_version(format: str) -> None:
    """A fraction of a million digits is a number like others, and no version of the format."""
    said = refused(NUMBERS[format].format("1." + "1" * LONG), format)
    assert said[0].endswith(
        "entente: the number 1.1111111111111112 is not a version of the format; write 1"
    )


def test_many_dotted_keys_of_toml_are_refused() -> None:
    """A hundred thousand dotted keys make one table, which no dossier has."""
    said = refused(
        "entente = 1\n"
        + "".join(f"a.b{number}.c = 1\n" for number in range(MANY)),
        "toml",
    )
    assert len(said) == 1
    assert said[0].startswith(
        "2:1: a: 'a' is not a kind of record; the kinds are themes, "
    )


@pytest.mark.parametrize(
    "text", ["{} = 1\n", "[{}]\n", "[[themes]]\nlabel.{} = 1\n"]
)
@pytest.mark.parametrize("parts", [5_000, MANY])
def test_a_key_of_many_parts_is_refused(text: str, parts: int) -> None:
    """One key of a hundred thousand parts is nested too deep: it takes neither minutes nor gigabytes."""
    if parts == MANY and not COSTS_LITTLE:
        pytest.fail(
            "a key of 5,000 parts is not refused, and one of 100,000 would take all memory"
        )
    said = refused(
        "entente = 1\n" + text.format(".".join("a" * parts)), "toml"
    )
    assert "nested too deep" in said[0]


def _costs_little() -> bool:
    """Say whether long dotted keys are refused before they are read, so that a longer one may be tried."""
    try:
        entente.loads(".".join("a" * 500) + " = 1\n", format="toml")
    except LoadError as error:
        return "nested too deep" in str(error)
    return False


COSTS_LITTLE: Final = _costs_little()


def test_many_headers_of_toml_are_refused() -> None:
    """A hundred thousand tables are refused at the first key that is no kind of record."""
    said = refused(
        "entente = 1\n"
        + "".join(f"[a.b{number}]\n" for number in range(MANY)),
        "toml",
    )
    assert "a: 'a' is not a kind of record" in said[0]


def test_a_billion_laughs_are_refused() -> None:
    """Aliases are reported one by one, and never followed."""
    said = refused("entente: 1\n" + LAUGHS, "yaml")
    assert (
        len(
            [
                line
                for line in said
                if line.endswith(
                    "YAML aliases are not allowed; write the text out"
                )
            ]
        )
        == 72
    )
    assert sum(map(len, said)) < 20_000


def test_many_anchors_are_refused() -> None:
    """Each of a hundred thousand anchors is reported."""
    said = refused(
        "entente: 1\nthemes:\n"
        + "".join(f"  - &a{number} x\n" for number in range(MANY)),
        "yaml",
    )
    assert len(said) == MANY
    assert said[0].startswith(
        "3:5: themes[0]: the anchor '&a0' is not allowed; "
    )


@pytest.mark.parametrize("format", FORMATS)
def test_a_long_line_is_read(format: str) -> None:
    """Ten megabytes in a line are no reason to refuse a text, nor to repeat it in a message."""
    label = "x" * (10 * LONG)
    data: Any = {"entente": 1, "themes": [{"id": "a", "label": label}]}
    dossier = entente.loads(
        json.dumps(data) if format != "toml" else write(data, "toml"),
        format=format,
    )
    assert dossier.themes[0].label == label
    [said] = refused(
        write(
            {"entente": 1, "themes": [{"id": "a", "label": label + " "}]},
            format,
        ),
        format,
    )
    assert len(said) < 400


@pytest.mark.parametrize("format", FORMATS)
def test_a_long_id_is_not_repeated(format: str) -> None:
    """A message about a record with a million letters in its id is no longer than others."""
    [said] = refused(
        write(
            {"entente": 1, "themes": [{"id": "a-" * LONG, "label": "A"}]},
            format,
        ),
        format,
    )
    assert "is not an id" in said
    assert len(said) < 400


@pytest.mark.parametrize("format", FORMATS)
def test_a_long_key_is_not_repeated(format: str) -> None:
    """Nor is one about a key of a million letters."""
    said = refused(
        write({"entente": 1, "k" * LONG: []}, "json"),
        "json" if format == "toml" else format,
    )
    assert len(said[0]) < 600


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("made", "2" * LONG),
        ("made", "2024-01-30/" * 100_000),
        ("recurrence", "FREQ=DAILY" + ";COUNT=1" * MANY + "!"),
        ("firmness", "agreed" * MANY),
        ("by", ["x" * LONG]),
    ],
)
def test_a_long_value_is_refused_in_a_short_message(
    field: str, value: object
) -> None:
    """A hostile date, rule, word or id costs a moment, and a line."""
    commitment: dict[str, Any] = {"id": "a", "summary": "A.", field: value}
    said = refused(
        json.dumps({"entente": 1, "commitments": [commitment]}), "json"
    )
    assert len(said) == 1
    assert len(said[0]) < 400


def test_many_unknown_ids_cost_little() -> None:
    """To look for what was meant takes no longer than to read the file: a thousand wrong ids are reported at once."""
    themes = [{"id": f"theme-{number}", "label": "T"} for number in range(300)]
    wrong = [
        {"id": f"c-{number}", "summary": "C.", "themes": [f"theme{number}"]}
        for number in range(300)
    ]
    said = refused(
        json.dumps({"entente": 1, "themes": themes, "commitments": wrong}),
        "json",
    )
    assert len(said) == 300
    assert said[0].endswith(
        "there is no theme 'theme0'; did you mean 'theme-0'?"
    )
