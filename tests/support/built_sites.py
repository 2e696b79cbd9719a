"""Sites as tests read them: every page with its links, ids and text, and the data of the script."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from attrs import frozen

from entente import Dossier

LOADED: Final = {
    ("script", "src"),
    ("img", "src"),
    ("link", "href"),
    ("form", "action"),
    ("iframe", "src"),
    ("object", "data"),
    ("source", "srcset"),
}
"""The attributes from which a browser loads something without being asked."""

DAY: Final = "2024-06-01"
"""The day of the samples."""

_NO_END: Final = frozenset({"meta", "link", "img", "input", "br"})


@frozen
class Element:
    """A tag with its attributes."""

    tag: str
    attributes: dict[str, str | None]


class SitePage(HTMLParser):
    """The elements and the text of a page; all that is opened must be closed."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file
        self.elements: list[Element] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(file.read_text(encoding="utf-8"))
        self.close()
        assert not self._open, f"{file}: {self._open} are not closed"

    def handle_starttag(
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        self.elements.append(Element(tag, dict(attrs)))
        if tag not in _NO_END:
            self._open.append(tag)

    def handle_startendtag(
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, (
            f"{self.file}: {tag} is closed too early"
        )

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, name: str) -> Iterator[str]:
        """Yield the values of an attribute."""
        for each in self.elements:
            value = each.attributes.get(name)
            if value is not None:
                yield value

    def links(self) -> Iterator[str]:
        """Yield what the page links to or loads."""
        yield from self.values("href")
        yield from self.values("src")


def pages_in(folder: Path) -> list[SitePage]:
    """Read every page of a site."""
    return [SitePage(file) for file in sorted(folder.rglob("*.html"))]


def is_inside(link: str) -> bool:
    """Say whether a link leads to the site itself."""
    return not urlsplit(link).scheme and not link.startswith("//")


def target_of(page: SitePage, link: str) -> Path:
    """Return the file that a link of a page leads to."""
    path = urlsplit(link).path
    return (page.file.parent / path).resolve() if path else page.file.resolve()


def data_in(folder: Path, name: str) -> Any:
    """Return what a data file of a site hands over."""
    text = (folder / "data" / f"{name}.js").read_text(encoding="utf-8")
    match = re.fullmatch(
        r"ententeData\((\"[^\"]*\"),(.*)\);\n", text, re.DOTALL
    )
    assert match is not None, f"{name} is no call"
    assert json.loads(match[1]) == name
    return json.loads(match[2])


def rows_in(folder: Path, kind: str) -> list[Any]:
    """Return the rows of all parts of a list."""
    about = data_in(folder, kind)
    return [
        row
        for part in range(about["parts"])
        for row in data_in(folder, f"{kind}-{part}")
    ]


@frozen
class Sample:
    """A dossier with its site."""

    dossier: Dossier
    folder: Path
    pages: list[SitePage]
