"""The library uses one word for one thing, and plain words."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

import entente

SOURCE: Final = Path(entente.__file__).parent
ROOT: Final = Path(__file__).resolve().parent.parent
FILES: Final = sorted(SOURCE.rglob("*.py"))
PAGES: Final = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "examples").glob("*.md"),
    ]
)

VAGUE_NAMES: Final = frozenset({"plain", "written", "told", "said"})
"""Names of functions that say nothing of what they return."""

STILTED: Final = re.compile(
    r"\b(?:is|are|was|were|be) told\b(?! (?:to|apart|otherwise)\b)"
    r"|\bstands? (?:where|in the place|in its place)\b"
    r"|\b(?:be)?came of (?:it|what)\b"
    r"|\bwith an eye to\b"
    r"|\bnothing but\b",
    re.IGNORECASE,
)
"""Phrases for which English has a plainer one."""


def types_of(tree: ast.Module) -> Iterator[str]:
    """Yield the names of the classes and type aliases that a file defines."""
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name):
                yield name
            case ast.AnnAssign(
                target=ast.Name(id=name), annotation=ast.Name(id="TypeAlias")
            ):
                yield name
            case _:
                pass


def docstrings_of(tree: ast.Module) -> Iterator[str]:
    """Yield every docstring of a file, including those below assignments."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant(value=str(text))):
                yield text
            case _:
                pass


def prose_of(page: str) -> str:
    """Return a page without its blocks of code."""
    return re.sub(
        r"^```[^\n]*\n.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL
    )


def stilted_phrases(text: str) -> list[str]:
    """Return the stilted phrases of a text, which may run over the end of a line."""
    return STILTED.findall(" ".join(text.split()))


@cache
def tree_of(file: Path) -> ast.Module:
    """Parse a file once for all tests."""
    return ast.parse(file.read_text(encoding="utf-8"))


@pytest.fixture(params=FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def tree(request: pytest.FixtureRequest) -> ast.Module:
    """Each file of the library in turn, parsed."""
    return tree_of(request.param)


def test_no_two_types_share_a_name() -> None:
    """A class or type alias has a name of its own, even without its leading underscore."""
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for file in FILES:
        for name in types_of(tree_of(file)):
            homes[name.lstrip("_")].append(str(file.relative_to(SOURCE)))
    assert {
        name: files for name, files in homes.items() if len(files) > 1
    } == {}


def test_no_function_has_a_vague_name(tree: ast.Module) -> None:
    """A function's name says what it returns or does."""
    names = {
        node.name.lstrip("_")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    }
    assert names & VAGUE_NAMES == set()


def test_docstrings_are_plain_english(tree: ast.Module) -> None:
    """A docstring uses none of the phrases that the project has agreed to avoid."""
    phrases = [
        phrase
        for text in docstrings_of(tree)
        for phrase in stilted_phrases(text)
    ]
    assert phrases == []


@pytest.mark.parametrize(
    "page", PAGES, ids=lambda page: str(page.relative_to(ROOT))
)
def test_pages_are_plain_english(page: Path) -> None:
    """So does every page of the docs."""
    assert stilted_phrases(prose_of(page.read_text(encoding="utf-8"))) == []
