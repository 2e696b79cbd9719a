"""The sample sites of the docs in a real browser, on a desktop in light mode and a phone in dark mode.

    python -m pytest site-tests/test_samples.py --every-sample

opens each of their pages; without the option, one page of each kind.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from browsing import SCREENS, opened
from playwright.sync_api import Browser, expect

import entente

CHANNEL: Final = "samples/channel-2020-2024"
LIST: Final = f"{CHANNEL}/commitments/index.html"


def sample_pages(config: pytest.Config) -> list[str]:
    """List the pages of the samples: all, or those of the first record of each kind."""
    site: Path = config.getoption("site")
    found = sorted((site / "samples").rglob("*.html"))
    if not found:
        raise pytest.UsageError(f"there are no samples in {site}")
    if not config.getoption("every_sample"):
        folders = {page.parent.parent: page for page in reversed(found)}
        lists = (site / CHANNEL).glob("*/index.html")
        found = [
            *(each for each in folders.values() if CHANNEL in str(each)),
            *lists,
            *(site / "samples").glob("*/index.html"),
        ]
    return sorted({page.relative_to(site).as_posix() for page in found})


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run tests that take a sample with each page and screen."""
    if "sample" in metafunc.fixturenames:
        metafunc.parametrize(
            "sample",
            [
                (page, screen)
                for page in sample_pages(metafunc.config)
                for screen in SCREENS
            ],
            ids="-".join,
        )


def test_a_sample_is_accessible_and_quiet(
    browser: Browser, address: str, axe: str, sample: tuple[str, str]
) -> None:
    """Axe finds nothing at all, nothing is scrolled sideways, and nothing comes from elsewhere."""
    visit = opened(browser, address, *sample)
    assert visit.barriers(axe, every=True) == []
    assert visit.tab.evaluate(
        "document.documentElement.scrollWidth <= innerWidth"
    )
    assert visit.faults == []
    visit.tab.context.close()


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        ("theme=small-boats", {"theme": "small-boats"}),
        ("by=FR", {"by": "FR"}),
        ("schedule=overdue", {"schedule": "overdue", "on": "2024-12-31"}),
        (
            "schedule=not_due&on=2023-03-15",
            {"schedule": "not_due", "on": "2023-03-15"},
        ),
        ("firmness=agreed&by=GB", {"firmness": "agreed", "by": "GB"}),
    ],
)
def test_a_list_filters_as_the_library_does(
    browser: Browser, address: str, asked: str, question: dict[str, str]
) -> None:
    """An address with filters shows the records that `where` finds."""
    visit = opened(browser, address, f"{LIST}?{asked}", "desk")
    dossier = entente.example("channel-2020-2024")
    found = dossier.commitments.where(**question)  # type: ignore[arg-type]
    assert found
    rows = visit.tab.locator("#rows tbody tr")
    expect(rows).to_have_count(len(found))
    shown = visit.tab.locator("#rows tbody th a").evaluate_all(
        "links => links.map(link => link.getAttribute('href').split('/').at(-2))"
    )
    assert sorted(shown) == sorted(found.ids)
    assert visit.faults == []
    visit.tab.context.close()


def test_filters_are_kept_in_the_address(
    browser: Browser, address: str, axe: str
) -> None:
    """A filter that is chosen is in the address, a filtered list is accessible, and all can be cleared."""
    visit = opened(browser, address, LIST, "desk")
    tab = visit.tab
    total = tab.locator("#rows tbody tr").count()
    tab.locator("#f-schedule").select_option("overdue")
    expect(tab).to_have_url(f"{address}{LIST}?schedule=overdue")
    assert 0 < tab.locator("#rows tbody tr").count() < total
    assert visit.barriers(axe, every=True) == []
    tab.get_by_role("button", name="Clear the filters").click()
    expect(tab).to_have_url(f"{address}{LIST}")
    expect(tab.locator("#rows tbody tr")).to_have_count(total)
    visit.tab.context.close()


def test_search_answers_while_one_types(
    browser: Browser, address: str, axe: str
) -> None:
    """The beginning of a word finds a record, and the keyboard alone leads to its page."""
    visit = opened(browser, address, f"{CHANNEL}/index.html", "desk")
    tab = visit.tab
    tab.get_by_role("combobox", name="Search").press_sequentially("sandh")
    expect(tab.get_by_role("option").first).to_be_visible()
    assert visit.barriers(axe, every=True) == []
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    expect(tab.locator("h1")).to_contain_text("Sandhurst")
    assert visit.faults == []
    visit.tab.context.close()


def test_a_list_can_be_read_without_javascript(
    browser: Browser, address: str
) -> None:
    """Without the script all rows are there, and what needs it is not."""
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address + LIST)
    dossier = entente.example("channel-2020-2024")
    expect(tab.locator("#rows tbody tr")).to_have_count(
        len(dossier.commitments)
    )
    expect(tab.locator("#filters")).to_be_hidden()
    context.close()
