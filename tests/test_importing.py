"""To import the library costs no more than its records need."""

from __future__ import annotations

import subprocess
import sys
from pkgutil import iter_modules

import pytest

import entente

LATER = (
    "cattrs",
    "json",
    "tomllib",
    "yaml",
    "importlib.resources",
    "pathlib",
    "hashlib",
    "secrets",
)
EXTRAS = ("altair", "hypothesis", "msgspec", "pandas", "vl_convert")


def loaded_by(code: str) -> set[str]:
    """Return the modules that a new interpreter has loaded once it has run some code."""
    printed = subprocess.run(  # noqa: S603 -- our own code
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return set(printed.stdout.split())


BARE = loaded_by("")
"""What Python itself loads on this machine."""


def test_records_need_neither_formats_nor_extras() -> None:
    """Who makes records and asks a dossier waits for nothing that reads, writes, checks or draws."""
    code = "import entente\nentente.Dossier([entente.Theme(id='a', label='A')]).themes.where(theme='a')"
    late = {
        "entente.checks",
        "entente.files",
        "entente.evidence",
        "entente.views",
        "entente.strategies",
    }
    assert not (loaded_by(code) - BARE) & {*LATER, *EXTRAS, *late}


@pytest.mark.parametrize(
    ("code", "needed", "unneeded"),
    [
        ("import entente\nentente.loads", {"cattrs", "json"}, {"yaml", *EXTRAS}),
        ("from entente import verify", {"entente.evidence"}, {"cattrs", "json"}),
        (
            "from entente import *",
            {"entente.checks", "entente.files", "entente.evidence"},
            {"yaml", *EXTRAS},
        ),
        ("import entente\nentente.checks", {"entente.checks"}, {"cattrs", "json"}),
    ],
)
def test_what_is_asked_for_is_loaded(
    code: str, needed: set[str], unneeded: set[str]
) -> None:
    """A name brings what it needs when it is first asked for, and nothing else."""
    loaded = loaded_by(code)
    assert needed <= loaded
    assert not (loaded - BARE) & unneeded


def test_names_that_come_later_are_listed() -> None:
    """Completion and help know all names, loaded or not, and nothing that is private."""
    modules = {
        found.name
        for found in iter_modules(entente.__path__)
        if not found.name.startswith("_")
    }
    assert dir(entente) == sorted({*entente.__all__, *modules})
    assert loaded_by(
        "import entente\nassert all(not name.startswith('_') for name in dir(entente))"
    )


def test_a_name_that_there_is_not_is_an_error() -> None:
    """A mistyped name is told as any module tells it."""
    with pytest.raises(
        AttributeError, match=r"^module 'entente' has no attribute 'laods'$"
    ):
        entente.laods  # type: ignore[attr-defined]  # noqa: B018
