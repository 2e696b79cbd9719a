"""The house has floors: a module imports from those below its own, and from no other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import entente

SOURCE = Path(entente.__file__).parent

LAYERS: tuple[tuple[str, ...], ...] = (
    ("_text",),
    ("errors", "_tables"),
    ("values",),
    ("records",),
    ("answers", "_coherence"),
    ("asking",),
    ("_dossier",),
    ("checks", "evidence", "files"),
    ("strategies", "views"),
    ("_cli",),
)
"""From ground to roof; a folder counts as one module, and neighbours on a floor do not meet."""

FLOORS = {module: floor for floor, modules in enumerate(LAYERS) for module in modules}

FRONT_DOORS = ("__init__", "__main__")
"""What gives the house's names out; they stand on no floor."""

OPTIONAL = frozenset(
    {
        "altair",
        "hypothesis",
        "msgspec",
        "pandas",
        "polars",
        "pyarrow",
        "vl_convert",
        "yaml",
    }
)
"""What may be missing on a user's machine, and so is imported where it is needed."""


def module_of(file: Path) -> str:
    """Name the module that a file is, or the folder of modules that it stands in."""
    return file.relative_to(SOURCE).parts[0].removesuffix(".py")


FILES = [
    file for file in sorted(SOURCE.rglob("*.py")) if module_of(file) not in FRONT_DOORS
]


def imports(tree: ast.AST) -> Iterator[str]:
    """List the dotted names of all that is imported anywhere in a file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the floor they come from"
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def ours(tree: ast.AST) -> set[str]:
    """Return the modules of the house that a file imports."""
    dotted = (
        name.split(".") for name in imports(tree) if name.split(".")[0] == "entente"
    )
    return {steps[1] if len(steps) > 1 else "__init__" for steps in dotted}


@pytest.fixture(params=FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def file(request: pytest.FixtureRequest) -> Path:
    """Each file of the library in turn."""
    read: Path = request.param
    return read


def test_every_module_has_a_floor(file: Path) -> None:
    """A new module is put on a floor before it is merged."""
    assert module_of(file) in FLOORS


def test_imports_lead_downward(file: Path) -> None:
    """A module imports from lower floors only, or from its own folder."""
    module = module_of(file)
    upward = {
        other
        for other in ours(ast.parse(file.read_text()))
        if other != module or file.parent == SOURCE
    } - {lower for lower, floor in FLOORS.items() if floor < FLOORS[module]}
    assert not upward


def test_nothing_imports_the_strategies(file: Path) -> None:
    """Hypothesis is for tests: the library runs without it."""
    assert "strategies" not in ours(ast.parse(file.read_text()))


def test_imports_stand_at_the_top_but_for_optional_packages(file: Path) -> None:
    """An import within a function is of a package that may be missing; no import is for type checkers alone."""
    tree = ast.parse(file.read_text())
    at_top = {
        node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)
    }
    inner = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom) and node not in at_top
    ]
    assert {name.split(".")[0] for node in inner for name in imports(node)} <= OPTIONAL


def test_one_file_knows_cattrs(file: Path) -> None:
    """How plain data becomes records is the business of one file."""
    names = {name.split(".")[0] for name in imports(ast.parse(file.read_text()))}
    assert "cattrs" not in names or file.name == "_converter.py"
