"""Options of the site's tests."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Say where the built site is, and where pictures of it go."""
    parser.addoption(
        "--site", type=Path, default=Path("docs/_build/html"), help="the built site"
    )
    parser.addoption(
        "--screenshots", type=Path, help="a folder for a picture of every page"
    )
