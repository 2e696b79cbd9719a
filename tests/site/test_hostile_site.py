"""Texts that try to be more than text are text on every page of a site, and in its data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from built_sites import DAY, SitePage, is_inside, pages_in, rows_in
from entente import site
from full_dossier import FULL
from hostile import HOSTILE, hostile_dossier

OURS = {
    "a", "details", "article", "aside", "blockquote", "body", "button", "caption", "circle", "code", "dd", "desc", "div",
    "dl", "dt", "footer", "form", "h1", "h2", "h3", "head", "header", "html", "input", "label", "li", "line",
    "link", "main", "meta", "nav", "ol", "p", "rect", "script", "section", "span", "strong", "sup",
    "summary", "svg",
    "table", "tbody", "td", "text", "th", "thead", "title", "tr", "ul",
}  # fmt: skip
"""The tags of our templates."""


@pytest.mark.parametrize("odd", list(HOSTILE.values()), ids=list(HOSTILE))
def test_hostile_texts_stay_texts(tmp_path: Path, odd: str) -> None:
    """No tag, attribute or link comes from a record but addresses of the web, and no control is on a page."""
    dossier = hostile_dossier(odd)
    folder = site.build(
        dossier, tmp_path / "out", on=DAY, settings=site.Settings(quote=True)
    ).folder
    plain = site.build(
        FULL, tmp_path / "plain", on=DAY, settings=site.Settings(quote=True)
    ).folder
    for page, usual in zip(pages_in(folder), pages_in(plain), strict=True):
        assert {each.tag for each in page.elements} <= OURS
        assert scripts(page) == scripts(usual)
        for link in page.links():
            assert is_inside(link) or re.match("https?://", link), link
        assert (
            re.search(
                "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]",
                page.text,
            )
            is None
        )
    # The data is read as it was written, and holds no tag and no control.
    for file in (folder / "data").iterdir():
        text = file.read_text(encoding="utf-8")
        assert "<" not in text
        assert (
            re.search(
                "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", text
            )
            is None
        )
    summaries = {row[0]: row[1] for row in rows_in(folder, "commitments")}
    assert summaries == {each.id: each.summary for each in dossier.commitments}


def scripts(page: SitePage) -> list[str | None]:
    """Return what a page runs."""
    return [
        each.attributes.get("src")
        for each in page.elements
        if each.tag == "script"
    ]
