"""The docs describe every key, word and page that exists."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from attrs import NOTHING, fields

import entente
from entente.files import _formats as formats
from entente.records import (
    _model as model,
    _parts as parts,
    _vocabulary as vocabulary,
    _walk as walk,
)

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGE = (DOCS / "reference" / "records.md").read_text(encoding="utf-8")

FLAGS = re.MULTILINE | re.DOTALL
EXAMPLES = re.findall(r"^```\{in-every-format\}\n(.*?)^```", PAGE, FLAGS)
DERIVED = {"Schedule", "AgreementState"}  # derived, so never in a file
PARTS = sorted(part.__name__ for part in parts.PARTS)
CLASSES = {
    each.__name__: each for each in (*model.KINDS.values(), *parts.PARTS)
}
RECORDS = [kind.__name__ for kind in model.KINDS.values()]
WORDS = [
    name
    for name, value in vars(vocabulary).items()
    if isinstance(value, type)
    and value.__module__ == vocabulary.__name__
    and name not in DERIVED
]


def rows(name: str) -> list[tuple[str, str]]:
    """Return the first and last cell of each row of the table under a heading of the page."""
    section = PAGE.split(f"### {name}\n")[1].split("\n#")[0]
    return re.findall(r"^\| `(\w+)` \|.*\| ([^|]*) \|$", section, re.MULTILINE)


@pytest.mark.parametrize("name", RECORDS + PARTS)
def test_every_key_is_on_the_page(name: str) -> None:
    """The reference lists each field of each record, and marks the required ones."""
    described = {key: must == "**must**" for key, must in rows(name)}
    assert described == {
        each.name: each.default is NOTHING for each in fields(CLASSES[name])
    }


@pytest.mark.parametrize("name", WORDS)
def test_every_word_is_on_the_page(name: str) -> None:
    """The reference lists each word of each list."""
    section = PAGE.split(f"### {name}\n")[1].split("\n#")[0]
    words = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert words == [word.value for word in getattr(vocabulary, name)]


def test_the_dossier_of_the_page_loads() -> None:
    """The first example of the page is a complete dossier."""
    assert entente.loads(EXAMPLES[0], format="toml").commitments.ids == (
        "more-patrols",
    )


def test_the_examples_are_one_dossier_in_all_formats() -> None:
    """The examples load as the same dossier in every format."""
    data = tomllib.loads("entente = 1\n" + "\n".join(EXAMPLES[1:]))
    dossiers = [
        entente.loads(formats.write(data, format), format=format)
        for format in formats.FORMATS
    ]
    assert dossiers[0] == dossiers[1] == dossiers[2]
    assert {type(record).__name__ for record in dossiers[0].records} == set(
        RECORDS
    )


@pytest.mark.parametrize("name", RECORDS + PARTS)
def test_every_key_is_in_an_example(name: str) -> None:
    """The examples show each field of each record and of its parts."""
    records = entente.loads(
        "entente = 1\n" + "\n".join(EXAMPLES[1:]), format="toml"
    ).records
    found = [
        part
        for record in records
        for _, part in walk.parts(record)
        if type(part).__name__ == name
    ]
    shown = {
        each.name
        for each in fields(CLASSES[name])
        if any(getattr(part, each.name) != each.default for part in found)
    }
    assert shown == {each.name for each in fields(CLASSES[name])}


def test_every_page_is_in_a_list_of_pages() -> None:
    """Every page can be reached: a toctree lists it, or its folder."""
    listed = {DOCS / "index.md"}
    for page in DOCS.rglob("*.md"):
        for tree in re.findall(
            r"^```\{toctree\}\n(.*?)^```",
            page.read_text(encoding="utf-8"),
            FLAGS,
        ):
            entries = [
                line
                for line in tree.splitlines()
                if line and not line.startswith(":")
            ]
            listed |= {
                found
                for entry in entries
                for found in page.parent.glob(f"{entry}.md")
            }
    assert set(DOCS.rglob("*.md")) == listed
