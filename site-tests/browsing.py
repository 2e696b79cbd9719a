"""Pages that are served, opened in a browser, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Final, Literal, TypeAlias

from attrs import frozen
from playwright.sync_api import Browser, Page, Route, ViewportSize

Light: TypeAlias = Literal["light", "dark"]
SCREENS: Final[dict[str, tuple[int, int, Light]]] = {
    "desk": (1280, 900, "light"),
    "phone": (375, 812, "dark"),
}
SEVERE: Final = ("serious", "critical")

BEYOND: Final = """() => {
  const scrolls = (box) => /auto|scroll/.test(getComputedStyle(box).overflowX);
  const held = (element) => element.closest("article") !== element && (scrolls(element) || held(element.parentElement));
  return [...document.querySelectorAll("article *")]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !held(element.parentElement))
    .map((element) => element.outerHTML.slice(0, 120));
}"""
"""Lists the elements beyond the screen's edge. Furo clips them, so the page's own width does not show them."""

CUT: Final = """() => [...document.querySelectorAll(".highlight pre")]
  .filter((block) => !block.closest(".drawn") && block.scrollWidth > block.clientWidth + 1)
  .map((block) => block.innerText.slice(0, 120))
"""
"""Lists the blocks of code whose lines end beyond their right edge."""


@frozen
class Visit:
    """An open page, and its blocked requests to other hosts."""

    tab: Page
    refused: list[str]

    @property
    def faults(self) -> list[str]:
        """The page's errors and its requests to other hosts."""
        errors = [
            each.text
            for each in self.tab.console_messages()
            if each.type == "error"
        ]
        return [*self.refused, *errors, *map(str, self.tab.page_errors())]

    @property
    def cut_off(self) -> list[str]:
        """The elements beyond the screen's edge that cannot be scrolled into view."""
        found: list[str] = self.tab.evaluate(BEYOND)
        return found

    @property
    def cut_code(self) -> list[str]:
        """The blocks of code of which the ends of lines are hidden, but for tables and pictures."""
        found: list[str] = self.tab.evaluate(CUT)
        return found

    def barriers(self, axe: str, *, every: bool = False) -> list[str]:
        """List the serious barriers that axe finds, or every one, each with its element."""
        self.tab.evaluate(axe)
        return [
            f"{each['help']} ({each['id']}): {node['html'][:120]}"
            for each in self.tab.evaluate("axe.run()")["violations"]
            if every or each["impact"] in SEVERE
            for node in each["nodes"]
        ]

    def take_picture(self, folder: Path | None, *name: str) -> None:
        """Save a screenshot into a folder, if there is one."""
        if folder is not None:
            self.tab.screenshot(
                path=folder / f"{'-'.join(name)}.png", full_page=True
            )


def opened(browser: Browser, address: str, page: str, screen: str) -> Visit:
    """Open a page as on a first visit."""
    width, height, light = SCREENS[screen]
    size: ViewportSize = {"width": width, "height": height}
    context = browser.new_context(
        viewport=size, color_scheme=light, reduced_motion="reduce"
    )
    visit = Visit(context.new_page(), refused=[])

    def refuse(route: Route) -> None:
        visit.refused.append(route.request.url)
        route.abort()

    context.route(lambda url: not url.startswith(address), refuse)
    visit.tab.goto(address + page)
    return visit


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine, and hand out its address."""
    with ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(Quiet, directory=str(folder))
    ) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
