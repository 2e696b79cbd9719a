"""The sample sites of the docs in a real browser, on a desktop in light mode and a phone in dark mode.

    python -m pytest site-tests/test_samples.py --every-sample

opens each of their pages; without the option, one page of each kind.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import pytest
from browsing import SCREENS, opened, served
from playwright.sync_api import Browser, Page, expect

import entente
from entente.site import build
from entente.site._words import Wording

CHANNEL: Final = "samples/channel-2020-2024"
SAMPLES: Final = ("uk-france", "channel-2020-2024", "promises-kept")
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


def listed(tab: Page, count: int) -> dict[str, dict[str, str]]:
    """Return the cells of each row, which there have to be so many of, by the id of its record."""
    rows = tab.locator("#rows tbody tr")
    expect(rows).to_have_count(count)
    found: dict[str, dict[str, str]] = rows.evaluate_all(
        """rows => Object.fromEntries(rows.map(row => [
            row.querySelector("a").getAttribute("href").split("/").at(-2),
            Object.fromEntries([...row.querySelectorAll("td")].map(cell => [cell.dataset.label, cell.textContent])),
        ]))"""
    )
    return found


QUESTIONS: Final[list[dict[str, Any]]] = [
    {"theme": "small-boats"},
    {"by": "FR"},
    {"by": ("FR", "GB"), "firm": True},
    {"schedule": "overdue"},
    {"schedule": ("overdue", "breached", "no_deadline")},
    {"status": "completed"},
    {"firmness": "agreed", "by": "GB"},
    {"made": "2023-02-10/2023-04-30"},
    {"due": "../2024-04-15"},
    {"due": "2024-04-16/..", "theme": "small-boats"},
    {"made": "2023"},
    {"due": "2024-02"},
    {"made": "2023-03-10"},
    {"made": "2022-11/2023"},
    {"due": "2024-04/.."},
]
"""Questions as `where` takes them."""


def as_address(question: dict[str, Any]) -> str:
    """Return a question as it is in an address."""
    texts = {
        name: ",".join(value)
        if isinstance(value, tuple)
        else str(value).lower()
        if isinstance(value, bool)
        else value
        for name, value in question.items()
    }
    return urlencode(texts, safe=",/")


@pytest.mark.parametrize("question", QUESTIONS, ids=as_address)
def test_a_list_filters_as_the_library_does(
    browser: Browser, address: str, question: dict[str, Any]
) -> None:
    """An address with filters shows the records that `where` finds."""
    visit = opened(browser, address, f"{LIST}?{as_address(question)}", "desk")
    dossier = entente.example("channel-2020-2024")
    day: dict[str, Any] = (
        {"on": "2024-12-31"} if {"schedule", "status"} & {*question} else {}
    )
    found = dossier.commitments.where(**question, **day)
    assert found
    assert sorted(listed(visit.tab, len(found))) == sorted(found.ids)
    assert visit.faults == []
    visit.tab.context.close()


DAYS: Final = (
    "2020-01-01",
    "2021-10-15",
    "2022-11-14",
    "2023-03-10",
    "2024-03-04",
    "2024-04-30",
    "2025-07-09",
    "2026-01-01",
)


QUESTIONS_OF_A_DAY: Final[list[dict[str, Any]]] = [
    {},
    {"schedule": ("overdue", "not_due")},
]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_list_is_that_of_a_day(
    browser: Browser, address: str, name: str
) -> None:
    """As of any day there are the promises made by then, with the verdicts and deadlines of that day."""
    dossier = entente.example(name)
    wording = Wording("en")
    visit = opened(browser, address, "", "desk")
    for day in DAYS:
        later = dossier.commitments.where(made=f"{day}/..", certain=True)
        later -= dossier.commitments.where(made=day)
        for question in QUESTIONS_OF_A_DAY:
            clock: dict[str, Any] = {"on": day} if question else {}
            found = dossier.commitments.where(**question, **clock)
            found -= later
            asked = as_address({**question, "on": day})
            visit.tab.goto(
                f"{address}samples/{name}/commitments/index.html?{asked}"
            )
            expect(visit.tab.locator("#asked")).to_contain_text("As of")
            rows = listed(visit.tab, len(found))
            assert sorted(rows) == sorted(found.ids)
            for id, cells in rows.items():
                due = dossier.status(id, on=day).due
                text = "" if due is None else wording.date(due)
                # No more than a first day is known.
                if due is not None and due.stated and due.latest is None:
                    text = f"“{due.stated}”"
                assert cells["Due"] == text, (id, day)
    assert visit.faults == []
    visit.tab.context.close()


def test_what_is_not_worked_out_is_named(
    browser: Browser, address: str
) -> None:
    """As of a day to which no rule was followed, a duty that recurs has no verdict, and the list says so."""
    visit = opened(browser, address, f"{LIST}?on=2090-01-01", "desk")
    rows = visit.tab.locator("#rows tbody tr")
    recurring = entente.example("channel-2020-2024").commitments.filter(
        lambda each: each.recurrence is not None
    )
    assert recurring
    expect(rows.get_by_text("not worked out")).to_have_count(len(recurring))
    visit.tab.context.close()


@pytest.mark.parametrize(
    "asked",
    [
        "theme=boats",
        "them=small-boats",
        "due=2024-13",
        "due=2024-02-30",
        "due=2024/2025/2026",
        "due=..",
        "on=soon",
    ],
)
def test_what_no_list_has_is_named(
    browser: Browser, address: str, asked: str
) -> None:
    """An address with a word that is unknown shows all records, and says so."""
    visit = opened(browser, address, f"{LIST}?{asked}", "desk")
    note = visit.tab.get_by_text(f"Not understood, and left out: {asked}")
    expect(note).to_be_visible()
    dossier = entente.example("channel-2020-2024")
    listed(visit.tab, len(dossier.commitments))
    visit.tab.context.close()


def test_counts_lead_to_the_list_of_what_they_count(
    browser: Browser, address: str
) -> None:
    """Each number of the front page is a link to a list of as many, which says what it is of."""
    visit = opened(browser, address, "samples/uk-france/index.html", "desk")
    links = visit.tab.locator("a[data-filtered]").evaluate_all(
        """links => links.map(link => [link.href, link.textContent.match(/[0-9]+/)[0]])"""
    )
    assert links
    for link, count in dict(links).items():
        visit.tab.goto(link)
        expect(visit.tab.locator("#asked")).to_be_visible()
        listed(visit.tab, int(count))
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
    expect(tab.locator("#rows tbody tr")).not_to_have_count(total)
    expect(tab.locator("#rows tbody tr")).not_to_have_count(0)
    tab.get_by_label("from").last.fill("2024-01-01")
    expect(tab).to_have_url(
        f"{address}{LIST}?schedule=overdue&due=2024-01-01/.."
    )
    assert visit.barriers(axe, every=True) == []
    tab.get_by_role("button", name="Clear the filters").click()
    expect(tab).to_have_url(f"{address}{LIST}")
    expect(tab.locator("#rows tbody tr")).to_have_count(total)
    visit.tab.context.close()


@pytest.mark.parametrize("screen", SCREENS)
def test_sorting_keeps_the_focus(
    browser: Browser, address: str, screen: str
) -> None:
    """The heading that was pressed can be pressed again at once, is seen then, and large enough for a finger."""
    visit = opened(browser, address, LIST, screen)
    tab = visit.tab
    heading = tab.get_by_role("button", name="Made")
    heading.focus()
    for order in ("ascending", "descending", "ascending"):
        tab.keyboard.press("Enter")
        expect(tab.locator(f"th[aria-sort={order}]")).to_have_text("Made")
        expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport(ratio=1)
    box = heading.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    visit.tab.context.close()


def test_turning_a_page_keeps_the_focus(
    browser: Browser, tmp_path: Path
) -> None:
    """Whoever turns pages with the keyboard can go on, and at the first and the last page turn round."""
    many = [
        entente.Commitment(id=f"promise-{each}", summary=f"Patrol {each}.")
        for each in range(101)
    ]
    build(entente.Dossier(many), tmp_path / "out", on="2024-06-01")
    with served(tmp_path / "out") as address:
        page = "commitments/index.html?sort=name.up"
        visit = opened(browser, address, page, "desk")
        tab = visit.tab
        tab.get_by_role("button", name="Next").focus()
        for number, name in ((2, "Previous"), (1, "Next"), (2, "Previous")):
            tab.keyboard.press("Enter")
            expect(tab.locator(".pager span")).to_have_text(f"{number} / 2")
            expect(tab.get_by_role("button", name=name)).to_be_focused()
        # The script says it as the page does.
        by = tab.locator("td[data-label=By]").first
        expect(by).to_have_text("nobody named")
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


def test_search_says_how_many_there_are(
    browser: Browser, address: str, axe: str
) -> None:
    """Of many hits the first are shown, with the number of all, and the others come when asked for."""
    visit = opened(browser, address, f"{CHANNEL}/index.html", "phone")
    tab = visit.tab
    tab.get_by_role("combobox", name="Search").press_sequentially("bo")
    options, status = tab.get_by_role("option"), tab.get_by_role("status")
    expect(options).to_have_count(20)
    total = int((status.text_content() or "").split()[2])
    assert total > 40
    expect(status).to_have_text(f"20 of {total} shown")
    expect(tab.locator(".rest span")).to_be_visible()
    assert visit.barriers(axe, every=True) == []
    tab.keyboard.press("Tab")
    more = tab.get_by_role("button", name="Show more")
    expect(more).to_be_focused()
    for shown in range(40, total + 20, 20):
        tab.keyboard.press("Enter")
        expect(options).to_have_count(min(shown, total))
    expect(status).to_have_text(f"{total} of {total} shown")
    expect(more).to_be_hidden()
    expect(tab.get_by_role("combobox", name="Search")).to_be_focused()
    found = options.evaluate_all("options => options.map(each => each.href)")
    assert len({*found}) == total
    assert visit.faults == []
    visit.tab.context.close()


def test_what_the_script_shows_is_in_its_own_language(
    browser: Browser, tmp_path: Path
) -> None:
    """A hit of the search and a row of a filtered list have the language and the direction of their text."""
    title = "بيان مشترك"
    source = entente.Source(
        id="communique",
        kind=entente.SourceKind.JOINT_STATEMENT,
        title=title,
        language="ar",
    )
    build(entente.Dossier([source]), tmp_path / "out", on="2024-06-01")
    with served(tmp_path / "out") as address:
        visit = opened(browser, address, "sources/index.html?q=بيان", "desk")
        tab = visit.tab
        tab.get_by_role("combobox", name="Search").press_sequentially("بيان")
        hit = tab.get_by_role("option").get_by_text(title)
        for shown in (hit, tab.locator("#rows tbody a")):
            expect(shown).to_have_text(title)
            expect(shown).to_have_attribute("lang", "ar")
            expect(shown).to_have_attribute("dir", "auto")
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
