"""The built docs in a real browser: every page on a desktop in light mode and on a phone in dark mode.

    python -m sphinx -n -W docs docs/_build/html
    python -m pytest site-tests --screenshots pictures

The pages are served locally. A request to any other host is blocked and counts as an error.
Chromium must be installed; npm downloads axe-core.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from browsing import SCREENS, Visit, opened
from playwright.sync_api import Browser, expect

PLAYGROUND: Final = "playground/index.html"

PATIENCE: Final = 60_000
"""Milliseconds for Python to start on a slow machine."""


def pages(config: pytest.Config) -> list[str]:
    """List the paths of all pages of the site."""
    site: Path = config.getoption("site")
    found = sorted(
        page.relative_to(site).as_posix()
        for page in site.rglob("*.html")
        # The samples are no pages of Sphinx; test_samples.py opens them.
        if "samples" not in page.relative_to(site).parts
    )
    if not found:
        raise pytest.UsageError(
            f"there is no site in {site}: build it first, or name it with --site"
        )
    return found


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run tests that take a page with each page, and tests that take a visit with each page and screen."""
    if "page" in metafunc.fixturenames:
        metafunc.parametrize("page", pages(metafunc.config))
    if "visit" in metafunc.fixturenames:
        # One process asks everything of a page, so that it is opened once.
        visits = [
            pytest.param(
                (page, screen),
                marks=pytest.mark.xdist_group(f"{page} {screen}"),
            )
            for page in pages(metafunc.config)
            for screen in SCREENS
        ]
        metafunc.parametrize(
            "visit", visits, ids="-".join, indirect=True, scope="module"
        )


@pytest.fixture(scope="module")
def visit(
    request: pytest.FixtureRequest,
    browser: Browser,
    address: str,
    pictures: Path | None,
) -> Iterator[Visit]:
    """Each page on each screen, opened anew."""
    page, screen = request.param
    visit = opened(browser, address, page, screen)
    visit.take_picture(
        pictures, page.removesuffix(".html").replace("/", "-"), screen
    )
    yield visit
    visit.tab.context.close()


@pytest.fixture(params=SCREENS)
def playground(
    request: pytest.FixtureRequest, site: Path, browser: Browser, address: str
) -> Iterator[Visit]:
    """The playground on each screen, opened anew."""
    if not (site / PLAYGROUND).exists():
        pytest.skip("this site was built without the playground")
    visit = opened(browser, address, PLAYGROUND, request.param)
    expect(visit.tab.get_by_label("The dossier")).not_to_be_empty()
    yield visit
    visit.tab.context.close()


# --- every page ----------------------------------------------------------------------------------


def test_a_page_is_accessible(visit: Visit, axe: str) -> None:
    """Axe finds no serious barrier on any page."""
    assert visit.barriers(axe) == []


def test_a_page_fits_its_screen(visit: Visit) -> None:
    """No page is cut off or has to be scrolled sideways."""
    assert visit.cut_off == []
    assert visit.cut_code == []


def test_a_page_is_quiet(visit: Visit) -> None:
    """A page logs no error, misses no file, and requests nothing from another host."""
    assert visit.faults == []


class Anchors(HTMLParser):
    """The links of a page, and the ids that links can lead to."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.links: set[str] = set()
        self.ids: set[str] = {"", "top"}
        self.feed(text)

    def handle_starttag(
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        """Collect an element's link and its id."""
        given = {name: value for name, value in attrs if value is not None}
        self.links |= {
            given[name] for name in ("href", "src") if name in given
        }
        self.ids |= {given[name] for name in ("id", "name") if name in given}


@cache
def anchors(page: Path) -> Anchors:
    """Read a page once."""
    return Anchors(page.read_text(encoding="utf-8"))


def is_whole(link: str, page: str, site: Path) -> bool:
    """Tell whether a link leads to a file and id of the site, or is a complete address elsewhere."""
    there = urlsplit(urljoin(f"http://site/{page}", link))
    if there.netloc != "site":
        return there.scheme == "https" and "." in there.netloc
    target = site / unquote(there.path).removeprefix("/")
    if target.is_dir():
        target /= "index.html"
    return target.is_file() and (
        target.suffix != ".html"
        or unquote(there.fragment) in anchors(target).ids
    )


def test_links_lead_somewhere(page: str, site: Path) -> None:
    """Each link of a page leads to a file and id of the site, or has a complete address."""
    assert [
        link
        for link in sorted(anchors(site / page).links)
        if not is_whole(link, page, site)
    ] == []


# --- what a reader does --------------------------------------------------------------------------


def test_search_finds_a_name(browser: Browser, address: str) -> None:
    """A search for Period finds its entry in the reference."""
    visit = opened(browser, address, "search.html?q=Period", "desk")
    visit.tab.locator(
        "#search-results a[href$='#entente.Period']"
    ).first.click()
    expect(visit.tab.locator("[id='entente.Period']")).to_be_in_viewport()
    assert visit.faults == []
    visit.tab.context.close()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("excel", "how-to/export-tables.html"),
        ("schema", "how-to/write-with-completion.html"),
        ("calendar", "how-to/subscribe-to-a-calendar.html"),
        ("csv", "how-to/export-tables.html"),
        ("deadline", "how-to/filter-by-theme-or-date.html"),
    ],
)
def test_search_finds_what_people_call_it(
    browser: Browser, address: str, words: str, found: str
) -> None:
    """A search for what people call a thing finds the page about it."""
    visit = opened(browser, address, f"search.html?q={words}", "desk")
    link = visit.tab.locator(f"#search-results a[href*='{found}']").first
    expect(link).to_be_visible()
    visit.tab.context.close()


def test_reading_about_the_playground_loads_no_python(
    playground: Visit,
) -> None:
    """Python is not downloaded before a reader presses Run."""
    fetched = playground.tab.evaluate(
        "performance.getEntries().map(({ name }) => name)"
    )
    assert [
        name for name in fetched if "worker" in name or "pyodide" in name
    ] == []


def test_the_playground_answers(
    playground: Visit,
    axe: str,
    pictures: Path | None,
    request: pytest.FixtureRequest,
) -> None:
    """Each example gives its answer or its problems, from this site alone, and is accessible."""
    tab = playground.tab
    for title, region, text in (
        ("A vague date", "Answer", "1 meeting where when = 2024-04"),
        (
            "Mistyped keys and words",
            "Problems",
            "'lable' is not a key of a theme; did you mean 'label'?",
        ),
        ("What is overdue", "Answer", "more-personnel"),
        ("An amount with bounds", "Answer", "Quantity('> 50 <= 100 %')"),
        ("A real dossier", "Answer", "aerial-surveillance"),
    ):
        tab.get_by_label("Start from").select_option(title)
        tab.get_by_role("button", name="Run").click()
        expect(tab.get_by_role("region", name=region)).to_contain_text(
            text, timeout=PATIENCE
        )
        playground.take_picture(
            pictures, "playground", request.node.callspec.id, title
        )
        assert playground.barriers(axe) == []
        assert playground.cut_off == []
    assert playground.faults == []


def test_an_endless_question_can_be_stopped(playground: Visit) -> None:
    """An endless question can be stopped, and the next one runs, also with Ctrl+Enter."""
    tab = playground.tab
    question, state = (
        tab.get_by_label("The question"),
        tab.get_by_role("status"),
    )
    question.fill("while True: pass")
    question.press("Control+Enter")
    expect(state).to_have_text("Running …", timeout=PATIENCE)
    tab.get_by_role("button", name="Stop").click()
    expect(state).to_have_text("Stopped.")
    question.fill("6 * 7")
    question.press("Control+Enter")
    expect(tab.get_by_role("region", name="Answer")).to_have_text(
        "42", timeout=PATIENCE
    )


def test_an_error_in_a_question_is_shown(playground: Visit) -> None:
    """An error in the question is shown in place of the answer."""
    tab = playground.tab
    tab.get_by_label("The question").fill("dossier.comitments")
    tab.get_by_role("button", name="Run").click()
    expect(tab.get_by_role("region", name="Answer")).to_contain_text(
        "line 1: AttributeError: 'Dossier' object has no attribute 'comitments'",
        timeout=PATIENCE,
    )
