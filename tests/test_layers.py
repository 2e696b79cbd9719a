"""The library has layers, and a module imports only from layers below its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import entente

SOURCE = Path(entente.__file__).parent

LAYERS: tuple[tuple[str, ...], ...] = (
    ("_comparing", "_disk", "_safe", "_spelling"),
    ("_text",),
    ("_word_lists",),
    ("errors", "_tables"),
    ("values",),
    ("records",),
    ("answers", "_coherence", "_source_text"),
    ("asking",),
    ("_dossier",),
    ("checks", "evidence", "files"),
    ("drafting", "exports", "imports", "strategies", "views"),
    ("site",),
    ("_cli",),
)
"""From bottom to top. A package counts as one module, and modules of one layer import none of the others."""

LEVELS = {
    module: level for level, modules in enumerate(LAYERS) for module in modules
}

ENTRY_POINTS = ("__init__", "__main__")
"""Modules that gather names from all layers and belong to none."""

OPTIONAL = frozenset(
    {
        "altair",
        "babel",
        "docx",
        "duckdb",
        "hypothesis",
        "icalendar",
        "jinja2",
        "ibis",
        "msgspec",
        "openpyxl",
        "pandas",
        "polars",
        "pyarrow",
        "rdflib",
        "shtab",
        "vl_convert",
        "xlsxwriter",
        "yaml",
    }
)
"""Packages that may not be installed, and are imported where they are needed."""

LATE = frozenset({"dateutil"})
"""Packages that few questions need, and that are imported when one of these is asked."""

CURES = frozenset(
    {
        "entente.records._habits",
        "entente.records._state_names",
        "entente.values._amount_words",
        "entente.values._habits",
        "entente.values._phrases",
        "entente.values._spoken",
        "entente.files._slips",
    }
)
"""Modules of our own that hold long tables, and are imported when something is wrong, said or read."""

ASKED = frozenset({"entente.views"})
"""Faces that the command line imports when a command asks for them, so that the others are quick."""


@cache
def tree_of(file: Path) -> ast.Module:
    """Parse a file once for all tests."""
    return ast.parse(file.read_text(encoding="utf-8"))


def module_of(file: Path) -> str:
    """Return the module or package at the top of the library that a file belongs to."""
    return file.relative_to(SOURCE).parts[0].removesuffix(".py")


FILES = [
    file
    for file in sorted(SOURCE.rglob("*.py"))
    if module_of(file) not in ENTRY_POINTS
]


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield the full name of everything that a file imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, (
                "relative imports hide the layer they come from"
            )
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def ours(tree: ast.AST) -> set[str]:
    """Return the modules of the library that a file imports."""
    dotted = (
        name.split(".")
        for name in imports(tree)
        if name.split(".")[0] == "entente"
    )
    return {steps[1] if len(steps) > 1 else "__init__" for steps in dotted}


@pytest.fixture(params=FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def file(request: pytest.FixtureRequest) -> Path:
    """Each file of the library in turn."""
    read: Path = request.param
    return read


def test_every_module_has_a_layer(file: Path) -> None:
    """Every module is listed in a layer."""
    assert module_of(file) in LEVELS


def test_imports_lead_downward(file: Path) -> None:
    """A module imports only from lower layers or from its own package."""
    module = module_of(file)
    upward = {
        other
        for other in ours(tree_of(file))
        if other != module or file.parent == SOURCE
    } - {lower for lower, level in LEVELS.items() if level < LEVELS[module]}
    assert not upward


def test_nothing_imports_the_strategies(file: Path) -> None:
    """The library runs without Hypothesis, which is for tests."""
    if module_of(file) != "strategies":
        assert "strategies" not in ours(tree_of(file))


def test_only_some_packages_are_imported_in_functions(file: Path) -> None:
    """Other imports are at the top of the file, and none is for type checkers alone."""
    tree = tree_of(file)
    at_top = {
        node
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    inner = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom) and node not in at_top
    ]
    names = {name for node in inner for name in imports(node)}
    ours = CURES | ASKED
    cures = {name for name in names if name.rpartition(".")[0] in ours}
    assert {name.split(".")[0] for name in names - cures} <= OPTIONAL | LATE


def test_one_file_knows_cattrs(file: Path) -> None:
    """Only one file imports cattrs."""
    names = {name.split(".")[0] for name in imports(tree_of(file))}
    assert "cattrs" not in names or file.name == "_converter.py"
