"""Whole texts that do not load, and what is reported of them as a reader sees it."""

from __future__ import annotations

import pytest

from entente import loads
from entente.errors import LoadError
from entente.files._documents import Plain
from entente.files._formats import FORMATS, write
from malformed import text_problems

MISSPELT = {
    "json": """{
  "entente": 1,
  "commitments": [
    {"id": "patrol", "summary": "Patrol more.",
     "due": "2024-13", "by": ["UK"], "themse": []}
  ]
}
""",
    "toml": """entente = 1

[[commitments]]
id = "patrol"
summary = "Patrol more."
due = "2024-13"
by = ["UK"]
themse = []
""",
    "yaml": """entente: 1
commitments:
  - id: patrol
    summary: Patrol more.
    due: 2024-13
    by: [UK]
    themse: []
""",
}
PLACES = {
    "json": ("5:6", "5:31", "5:38"),
    "toml": ("6:1", "7:7", "8:1"),
    "yaml": ("5:5", "6:10", "7:5"),
}


@pytest.mark.parametrize("format", FORMATS)
def test_the_lines_of_an_error_stand_in_the_order_of_the_text(
    format: str,
) -> None:
    """The whole error reads from top to bottom as the text does, each line with its place."""
    due, by, themse = PLACES[format]
    with pytest.raises(LoadError) as caught:
        loads(MISSPELT[format], format=format)
    assert str(caught.value) == (
        "3 problems\n"
        f"  {due}: commitments[0].due (patrol): '2024-13' is not a date: there is no month 13: "
        "months are 01 to 12, seasons and other parts of a year 21 to 41 (at character 6)\n"
        f"  {by}: commitments[0].by[0] (patrol): there is no party, office or minister 'UK'; write 'GB'\n"
        f"  {themse}: commitments[0].themse (patrol): 'themse' is not a key of a commitment; "
        "did you mean 'themes'?"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "due = 10:00:00",
            (
                "4:1: commitments[0].due (a): the time 10:00:00 is not a date; "
                'write for example "2024-01-30" or { edtf = "2024-21", stated = "spring" }'
            ),
        ),
        (
            "due = 2024",
            '4:1: commitments[0].due (a): the number 2024 is not a date; write it in quotes: "2024"',
        ),
        (
            "note = 2024-01-30",
            (
                "4:1: commitments[0].note (a): the date 2024-01-30 is not text; "
                'write it in quotes: "2024-01-30"'
            ),
        ),
        (
            "recurrence = inf",
            (
                "4:1: commitments[0].recurrence (a): the number inf is not text; "
                'write it in quotes: "inf"'
            ),
        ),
    ],
)
def test_what_only_toml_has_is_refused_where_it_does_not_belong(
    text: str, said: str
) -> None:
    """TOML's own times and numbers are no texts; its dates are taken for dates alone."""
    assert text_problems(
        f'entente = 1\n[[commitments]]\nid = "a"\n{text}\nsummary = "A"\n',
        "toml",
    ) == [said]


@pytest.mark.parametrize("when", ["2024-07-26", '"2024-07-26"'])
def test_a_record_with_a_date_of_toml_is_looked_at_like_any_other(
    when: str,
) -> None:
    """However a date is written, an id beside it that is not there is told."""
    text = f'entente = 1\n[[events]]\nid = "games"\nname = "Games"\nwhen = {when}\nthemes = ["trade"]\n'
    assert text_problems(text, "toml") == [
        "6:11: events[0].themes[0] (games): there is no theme 'trade'"
    ]


@pytest.mark.parametrize(
    ("text", "format", "said"),
    [
        (
            "",
            "json",
            '1:1: this is not JSON: the text is empty; begin with {"entente": 1}',
        ),
        (
            "",
            "toml",
            "the key 'entente' is missing; begin with the key entente, whose value is 1",
        ),
        (
            "",
            "yaml",
            "null is not a dossier; begin with the key entente, whose value is 1",
        ),
        (
            "# nothing yet\n",
            "yaml",
            "null is not a dossier; begin with the key entente, whose value is 1",
        ),
        (
            "[1]",
            "json",
            "a list is not a dossier; begin with the key entente, whose value is 1",
        ),
        (
            '"text"',
            "json",
            "'text' is not a dossier; begin with the key entente, whose value is 1",
        ),
        (
            "null",
            "json",
            "null is not a dossier; begin with the key entente, whose value is 1",
        ),
        (
            "12",
            "yaml",
            "the number 12 is not a dossier; begin with the key entente, whose value is 1",
        ),
        (
            "- a\n",
            "yaml",
            "a list is not a dossier; begin with the key entente, whose value is 1",
        ),
        (
            "entente: 1\nthemes: *x\n",
            "yaml",
            "2:9: themes: YAML aliases are not allowed; write the text out",
        ),
        (
            "entente: 1\n---\nentente: 1\n",
            "yaml",
            "2:1: a second YAML document begins here",
        ),
        (
            '{"entente": 1',
            "json",
            "1:14: this is not JSON: the text ends too soon; close what is open, with ], } or both",
        ),
        (
            "entente 1",
            "toml",
            "1:9: this is not TOML: there is no = behind the key entente; write entente = …",
        ),
        (
            "entente: [",
            "yaml",
            "1:10: this is not YAML: the list that begins here is not closed; put ] at its end",
        ),
        (
            '{"entente": 1}',
            "toml",
            (
                "1:1: this is not TOML: it looks like JSON; "
                "name the file by its format, with the ending .json, or write it as TOML"
            ),
        ),
        ("[" * 100_000, "json", "the text is nested too deeply"),
        ("a = " + "[" * 100_000, "toml", "the text is nested too deeply"),
        ("[" * 100_000, "yaml", "1:51: the text is nested too deeply"),
    ],
)
def test_what_is_no_dossier_at_all_is_refused(
    text: str, format: str, said: str
) -> None:
    """A text without a table, or in no format, is told in one line."""
    assert text_problems(text, format)[0] == said


@pytest.mark.parametrize("format", FORMATS)
def test_a_deep_value_is_a_fault_like_any_other(format: str) -> None:
    """A value nested as deep as may be is described, not printed."""
    deep: Plain = "x"
    for _ in range(40):
        deep = [deep]
    text = write(
        {"entente": 1, "themes": [{"id": "a", "label": deep}]}, format
    )
    [said] = text_problems(text, format)
    assert said.endswith(
        'themes[0].label (a): a list is not text; write for example "some words"'
    )


@pytest.mark.parametrize(
    "number", ["9" * 5000, "0x" + "f" * 5000, "-" + "9" * 5000, "1e400"]
)
@pytest.mark.parametrize("format", FORMATS)
def test_a_hostile_number_is_refused_in_a_line(
    format: str, number: str
) -> None:
    """A number that Python would not print, or could not hold, is an error of ours."""
    text = {
        "json": f'{{"entente": {number}}}',
        "toml": f"entente = {number}",
        "yaml": f"entente: {number}",
    }
    said = text_problems(text[format], format)
    assert all(len(line) < 200 for line in said)
    assert "sys.set_int_max_str_digits" not in "".join(said)


def test_thousands_of_faults_take_a_moment() -> None:
    """The time grows with the text and its faults, not with their product."""
    themes: list[Plain] = [
        {"id": f"theme-{each}", "lable": "A", "colour": "red"}
        for each in range(2000)
    ]
    assert (
        len(
            text_problems(
                write({"entente": 1, "themes": themes}, "json"), "json"
            )
        )
        == 4000
    )
