"""A site about 10,000 commitments, made up, in a real browser.

    python -m pytest site-tests/test_large.py --large

builds it, which takes a minute, and opens 200 of its pages on both screens. Without the option nothing is done.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

import pytest
from browsing import SCREENS, opened, served
from playwright.sync_api import Browser, expect

from benchmarks.generate import make
from entente import site

SIZE: Final = 10_000
OPENED: Final = 200
MOST_SECONDS: Final = 120
MOST_BYTES: Final = 100_000
CHANCE: Final = Random(1)  # noqa: S311 -- the same pages each time are the point


@pytest.fixture(scope="session")
def large(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder of the site, which was built in less than two minutes of the processor."""
    if not request.config.getoption("large"):
        pytest.skip("ask for it with --large")
    dossier = make(SIZE).dossier
    folder = tmp_path_factory.mktemp("large") / "site"
    start = time.process_time()
    site.build(dossier, folder, on="2025-03-01")
    assert time.process_time() - start < MOST_SECONDS
    return folder


@pytest.fixture(scope="session")
def chosen(large: Path) -> list[str]:
    """The pages to open: of every kind, all lists at the top, and others by chance, always the same."""
    return pages_to_open(large)


@pytest.fixture(scope="session")
def large_address(large: Path) -> Iterator[str]:
    """The address of the site."""
    with served(large) as address:
        yield address


def pages_to_open(folder: Path) -> list[str]:
    """Choose pages of every kind."""
    pages = sorted(
        page.relative_to(folder).as_posix() for page in folder.rglob("*.html")
    )
    tops = [page for page in pages if page.count("/") < 2 and "-" not in page]
    kinds = Counter(page.split("/")[0] for page in pages)
    others = []
    for kind in kinds:
        of_kind = [page for page in pages if page.startswith(f"{kind}/")]
        most = (OPENED - len(tops)) // len(kinds)
        others += CHANCE.sample(of_kind, min(most, len(of_kind)))
    chosen = dict.fromkeys([*tops, *others])
    rest = [page for page in pages if page not in chosen]
    missing = OPENED - len(chosen)
    return [*chosen, *CHANCE.sample(rest, missing)]


def test_no_file_is_large(large: Path) -> None:
    """No page and no data file has more than 100 kB."""
    files = [*large.rglob("*.html"), *(large / "data").iterdir()]
    assert [each for each in files if each.stat().st_size > MOST_BYTES] == []


@pytest.mark.parametrize("screen", SCREENS)
def test_pages_are_accessible_and_quiet(
    browser: Browser,
    chosen: list[str],
    large_address: str,
    axe: str,
    screen: str,
) -> None:
    """Axe finds nothing at all, nothing is scrolled sideways, and nothing comes from elsewhere."""
    wrong = {}
    for page in chosen:
        visit = opened(browser, large_address, page, screen)
        faults = [*visit.barriers(axe, every=True), *visit.faults]
        if visit.tab.evaluate(
            "document.documentElement.scrollWidth > innerWidth"
        ):
            faults.append("it is scrolled sideways")
        if faults:
            wrong[page] = faults
        visit.tab.context.close()
    assert wrong == {}


def test_a_filter_answers_over_all_rows(
    browser: Browser, large_address: str, axe: str
) -> None:
    """A list of thousands of rows is filtered, comes in pages, and stays accessible."""
    page = "commitments/index.html?schedule=overdue,breached&sort=due.up"
    visit = opened(browser, large_address, page, "desk")
    expect(visit.tab.locator("#rows tbody tr")).to_have_count(100)
    visit.tab.get_by_role("button", name="Next").click()
    expect(visit.tab.locator(".pager span")).to_contain_text("2 / ")
    assert visit.barriers(axe, every=True) == []
    visit.tab.context.close()
