"""Importing the library loads only what its records need."""

from __future__ import annotations

import subprocess
import sys
from pkgutil import iter_modules

import pytest

import entente
from entente.errors import MissingExtraError

LATER = (
    "cattrs",
    "dateutil",
    "json",
    "tomllib",
    "yaml",
    "importlib.resources",
    "pathlib",
    "hashlib",
    "secrets",
)
EXTRAS = (
    "altair",
    "hypothesis",
    "icalendar",
    "msgspec",
    "pandas",
    "rdflib",
    "vl_convert",
)


def loaded_by(code: str) -> set[str]:
    """Return the modules that a new interpreter has loaded after running some code."""
    printed = subprocess.run(  # noqa: S603 -- our own code
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return set(printed.stdout.split())


BARE = loaded_by("")
"""The modules that Python itself loads on this machine."""


def test_records_need_neither_formats_nor_extras() -> None:
    """Making records and querying a dossier loads no module that reads, writes, checks or draws."""
    code = "import entente\nentente.Dossier([entente.Theme(id='a', label='A')]).themes.where(theme='a')"
    late = {
        "entente.checks",
        "entente.drafting",
        "entente.exports",
        "entente.files",
        "entente.imports",
        "entente.evidence",
        "entente.views",
        "entente.strategies",
        "entente.records._habits",
        "entente.records._state_names",
        "entente.values._habits",
    }
    assert not (loaded_by(code) - BARE) & {*LATER, *EXTRAS, *late}


@pytest.mark.parametrize(
    ("code", "needed", "unneeded"),
    [
        (
            "import entente\nentente.loads",
            {"cattrs", "json"},
            {"yaml", *EXTRAS},
        ),
        (
            "from entente import verify",
            {"entente.evidence"},
            {"cattrs", "json"},
        ),
        (
            "from entente import *",
            {"entente.checks", "entente.files", "entente.evidence"},
            {"yaml", *EXTRAS},
        ),
        (
            "import entente\nentente.checks",
            {"entente.checks"},
            {"cattrs", "json"},
        ),
    ],
)
def test_a_name_loads_its_module(
    code: str, needed: set[str], unneeded: set[str]
) -> None:
    """Using a name loads the modules that it needs, and no others."""
    loaded = loaded_by(code)
    assert needed <= loaded
    assert not (loaded - BARE) & unneeded


def test_all_public_names_are_listed() -> None:
    """`dir` lists all public names, loaded or not, and no private ones."""
    modules = {
        found.name
        for found in iter_modules(entente.__path__)
        if not found.name.startswith("_")
    }
    assert dir(entente) == sorted({*entente.__all__, *modules})
    assert loaded_by(
        "import entente\nassert all(not name.startswith('_') for name in dir(entente))"
    )


def test_an_unknown_name_is_an_error() -> None:
    """A mistyped name raises the usual `AttributeError`."""
    with pytest.raises(
        AttributeError, match=r"^module 'entente' has no attribute 'laods'$"
    ):
        entente.laods  # type: ignore[attr-defined]  # noqa: B018


def test_a_module_whose_extra_is_missing_is_no_attribute(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Help and completion look at every name: a missing extra must not break them."""

    def missing(name: str) -> None:
        raise MissingExtraError("making data for tests", "testing")

    monkeypatch.setattr("entente._importlib.import_module", missing)
    with pytest.raises(AttributeError, match=r"needs the extra 'testing'"):
        entente.__getattr__("strategies")
