"""What the playground of the docs answers; in a browser it is tested with the other pages of the site."""

from __future__ import annotations

import json
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "playground"
EXAMPLES = {
    example["title"]: example
    for example in tomllib.loads(
        (FOLDER / "examples.toml").read_text(encoding="utf-8")
    )["examples"]
}
EMPTY = "entente = 1\n"


def asked(question: str, dossier: str = EMPTY) -> dict[str, Any]:
    """Put a question as the page does."""
    spec = spec_from_file_location("answer", FOLDER / "answer.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    answer: dict[str, Any] = json.loads(module.answer(dossier, question))
    return answer


@pytest.mark.parametrize(
    ("title", "answered"),
    [
        (
            "A vague date",
            {"html": "<caption>1 meeting where when = 2024-04</caption>"},
        ),
        ("What is overdue", {"html": ">more-personnel</td>"}),
        (
            "An amount with bounds",
            {"text": "Quantity('> 50 <= 100 %'), <Truth.MAYBE>)"},
        ),
        ("A real dossier", {"html": ">aerial-surveillance</td>"}),
    ],
)
def test_an_example_shows_what_it_is_there_for(
    title: str, answered: dict[str, str]
) -> None:
    """The ready dossiers answer their questions, and nothing in them is wrong."""
    answer = asked(EXAMPLES[title]["question"], EXAMPLES[title]["dossier"])
    ((kind, part),) = answered.items()
    assert part in answer[kind]
    assert [
        line for line in answer["problems"] if not line.startswith("info: ")
    ] == []


def test_the_mistyped_example_is_told_all_its_faults() -> None:
    """A dossier that does not load is not asked; each fault has its line and its cure."""
    example = EXAMPLES["Mistyped keys and words"]
    answer = asked(example["question"], example["dossier"])
    assert list(answer) == ["problems"]
    assert len(answer["problems"]) == 7
    assert (
        "5:1: themes[0].lable (small-boats): 'lable' is not a key of a theme; did you mean 'label'?"
        in (answer["problems"])
    )


def test_every_example_is_looked_at() -> None:
    """No example is offered that no test has run."""
    assert list(EXAMPLES) == [
        "A vague date",
        "Mistyped keys and words",
        "What is overdue",
        "An amount with bounds",
        "A real dossier",
    ]


def test_what_the_checks_find_is_told() -> None:
    """A dossier that loads and is wrong answers, and its problems say how much they matter and which rule found them."""
    late = '[[commitments]]\nid = "late"\nsummary = "Do it."\nmade = "2024-03"\ndue = "2023"\n'
    answer = asked("len(dossier.commitments)", EMPTY + late)
    assert answer["text"] == "1"
    assert (
        "error: commitments[0].due (late): due 2023, but only made 2024-03 [due-before-made]"
        in (answer["problems"])
    )


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Period('2024-21').before('2024-04-15')", {"text": "<Truth.MAYBE>"}),
        ("print('a')\n'b'", {"text": "a\n'b'"}),
        ("print('a')\ndossier.themes", {"text": "a\n0 themes"}),
        ("days = 3", {"text": ""}),
        ("", {"text": ""}),
        (
            "# nothing\n\ndosier",
            {"error": "line 3: NameError: name 'dosier' is not defined"},
        ),
        (
            "print('a')\n1 / 0",
            {"error": "a\nline 2: ZeroDivisionError: division by zero"},
        ),
        (
            "def f():\n    return 1 / 0\n\nf()",
            {"error": "line 2: ZeroDivisionError: division by zero"},
        ),
        ("raise SystemExit(2)", {"error": "line 1: SystemExit: 2"}),
        (
            "dossier.commitments.where(firmness='plegded')",
            {
                "error": "line 1: entente.errors.QueryError: 'plegded' is not a firmness; did you mean 'pledged'?"
            },
        ),
        (
            "(",
            {
                "error": "File \"the question\", line 1\n    (\n    ^\nSyntaxError: '(' was never closed"
            },
        ),
    ],
)
def test_a_question_has_an_answer_or_an_error(
    question: str, answered: dict[str, str]
) -> None:
    """The last line's worth is shown after what was printed; an error names its line, and nothing is swallowed."""
    assert asked(question) == {"problems": []} | answered
