"""Options of the tests of the site, and the browser and the served pages that they share."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from browsing import served
from playwright.sync_api import Browser, sync_playwright

AXE: Final = "axe-core@4.14.1"
FLAGS: Final = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)


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
    parser.addoption(
        "--every-sample",
        action="store_true",
        help="open every page of the sample sites",
    )
    parser.addoption(
        "--large",
        action="store_true",
        help="build a site about 10,000 commitments and open 200 of its pages",
    )


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Path:
    """The folder of the built site."""
    folder: Path = request.config.getoption("site")
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the served site."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The installed Chromium, without a window."""
    program = shutil.which("chromium")
    assert program, (
        "chromium is not installed; install it, or leave these tests out"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=FLAGS.split()
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of axe, which finds barriers to access."""
    folder, npm = tmp_path_factory.mktemp("axe"), shutil.which("npm")
    assert npm, "npm is not installed, which downloads axe-core"
    install = (
        npm,
        "install",
        "--no-save",
        "--ignore-scripts",
        "--loglevel=error",
        AXE,
    )
    subprocess.run(install, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text(
        encoding="utf-8"
    )


@pytest.fixture(scope="session")
def pictures(request: pytest.FixtureRequest) -> Path | None:
    """The folder for screenshots, if one was given."""
    folder: Path | None = request.config.getoption("screenshots")
    return folder
