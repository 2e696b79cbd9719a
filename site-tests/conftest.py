"""Command-line options of the tests of the site."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add options for the folder of the built site and the folder for screenshots."""
    parser.addoption(
        "--site",
        type=Path,
        default=Path("docs/_build/html"),
        help="the built site",
    )
    parser.addoption(
        "--screenshots", type=Path, help="a folder for a picture of every page"
    )
