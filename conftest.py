"""Every example in the docs and the docstrings is a test; Hypothesis repeats itself in CI."""

from __future__ import annotations

import os
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.parsers.myst import DocTestDirectiveParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

import entente  # noqa: F401 -- before Sybil looks at src/: examples use the library that is installed

settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if os.environ.get("CI") else "dev")

pytest_collect_file = (
    Sybil(
        parsers=[DocTestParser(optionflags=NORMALIZE_WHITESPACE | ELLIPSIS)],
        patterns=["src/**/*.py"],
    )
    + Sybil(
        parsers=[
            DocTestDirectiveParser(optionflags=NORMALIZE_WHITESPACE | ELLIPSIS),
            PythonCodeBlockParser(doctest_optionflags=NORMALIZE_WHITESPACE | ELLIPSIS),
            SkipParser(),
        ],
        patterns=["*.md", "docs/**/*.md"],
    )
).pytest()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data beside the checkout; tests that need it skip where it is absent."""
    folder = Path(__file__).resolve().parent.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder of real data is not here")
    return folder
