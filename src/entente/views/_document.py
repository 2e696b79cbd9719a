"""A document of headings, paragraphs, lists, tables and views, as a page of HTML or as Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from attrs import frozen

from entente._tables import single_line
from entente.views._view import View


@frozen
class Heading:
    """The head of a section."""

    text: str


@frozen
class Paragraph:
    """A paragraph of plain text."""

    text: str


@frozen
class Item:
    """An item of a list; what has an address that begins with http leads there."""

    text: str
    address: str | None = None


@frozen
class Listing:
    """A list of items."""

    items: tuple[Item, ...]


@frozen
class Line:
    """A line of a table: its head, a note to that in small print, and its cells."""

    head: str
    small: str
    cells: tuple[str, ...]


@frozen
class Table:
    """A table with a caption; the first header is that of the heads of its lines."""

    caption: str
    headers: tuple[str, ...]
    lines: tuple[Line, ...]


Block: TypeAlias = Heading | Paragraph | Listing | Table | View


def page(title: str, language: str, blocks: Sequence[Block], *, charts: bool) -> str:
    """Return a whole page, which loads nothing and runs nothing."""
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{html.escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{article(title, blocks, charts=charts)}\n</main>\n</body>\n</html>\n"
    )


def article(title: str, blocks: Sequence[Block], *, charts: bool) -> str:
    """Return the content of the page alone."""
    return "\n".join(
        (
            f"<h1>{html.escape(title)}</h1>",
            *(_html(block, charts=charts) for block in blocks),
        )
    )


def markdown(title: str, blocks: Sequence[Block]) -> str:
    """Return a document as Markdown, with its views in letters."""
    return (
        "\n\n".join((f"# {_plain(title)}", *(_markdown(block) for block in blocks)))
        + "\n"
    )


def _html(block: Block, *, charts: bool) -> str:
    match block:
        case Heading():
            return f"<h2>{html.escape(block.text)}</h2>"
        case Paragraph():
            return f"<p>{html.escape(block.text)}</p>"
        case Listing():
            return (
                f"<ul>{''.join(f'<li>{_item(item)}</li>' for item in block.items)}</ul>"
            )
        case Table():
            return _table(block)
        case _:
            return block.to_html(chart=charts)


def _item(item: Item) -> str:
    text = html.escape(item.text)
    if not _leads_out(item):
        return text
    address = html.escape(item.address or "")
    return f'{text} <a href="{address}">{address}</a>'


def _leads_out(item: Item) -> bool:
    """Say whether an item has an address that a reader may be led to: javascript: is none."""
    return item.address is not None and re.match(r"https?://", item.address) is not None


def _table(block: Table) -> str:
    caption = html.escape(block.caption)
    head = "".join(
        f'<th scope="col">{html.escape(header)}</th>' for header in block.headers
    )
    body = "".join(
        f'<tr><th scope="row">{html.escape(line.head)}<small>{html.escape(line.small)}</small></th>'
        + "".join(f"<td>{html.escape(cell)}</td>" for cell in line.cells)
        + "</tr>"
        for line in block.lines
    )
    return (
        f'<div class="scroll" role="region" aria-label="{caption}" tabindex="0"><table><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _markdown(block: Block) -> str:
    match block:
        case Heading():
            return f"## {_plain(block.text)}"
        case Paragraph():
            return _plain(block.text)
        case Listing():
            return "\n".join(
                f"- {_plain(item.text)}"
                + (f" <{item.address}>" if _leads_out(item) else "")
                for item in block.items
            )
        case Table():
            return "\n".join(_rows(block))
        case _:
            return _fenced(str(block))


def _rows(block: Table) -> Iterator[str]:
    yield f"**{_plain(block.caption)}**"
    yield ""
    yield _row(block.headers)
    yield _row("---" for _ in block.headers)
    for line in block.lines:
        yield _row(
            map(
                _plain,
                (
                    f"{line.head} ({line.small})" if line.small else line.head,
                    *line.cells,
                ),
            )
        )


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Write a text so that Markdown takes none of it for a sign of its own."""
    return re.sub(
        r"([\\`*_{}\[\]<>#|~!&])|^([-+=]|\d+(?=[.)]))", r"\\\1\2", single_line(text)
    ).strip()


def _fenced(text: str) -> str:
    """Write a text as it is, within a fence that nothing in it can close."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(longest + 1, 3)
    return f"{fence}text\n{text}\n{fence}"


_STYLE: Final = """
:root { color-scheme: light dark; --ink: #1f2328; --muted: #59636e; --line: #d0d7de; --ground: #fff; --link: #0b57a4 }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --muted: #9aa4af; --line: #3a424c; --ground: #0d1117; --link: #7db8f0 }
}
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 Georgia, "Times New Roman", serif }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0.5rem 0 1rem }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.5rem 0 0.5rem; border-bottom: 1px solid var(--line) }
a { color: var(--link); overflow-wrap: anywhere }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font: 0.85rem/1.4 Helvetica, Arial, sans-serif }
caption { text-align: left; font-weight: bold; padding: 0.75rem 0 0.25rem }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem 0.35rem 0; border-bottom: 1px solid var(--line) }
thead th { color: var(--muted); white-space: nowrap }
.scroll table { table-layout: fixed; min-width: 58rem }
.scroll th:first-child { width: 28% }
tbody th { font-weight: normal }
small { display: block; color: var(--muted); font-size: 0.9em }
figure { margin: 1rem 0 }
figcaption, summary { color: var(--muted); font: 0.85rem/1.4 Helvetica, Arial, sans-serif }
figcaption p { margin: 0.25rem 0 }
@media print {
  @page { margin: 18mm }
  main { max-width: none; padding: 0 }
  h2, caption { break-after: avoid }
  tr, figure svg { break-inside: avoid }
  .scroll { overflow: visible }
  .scroll table { min-width: 0 }
  .entente-view svg { max-width: 100%; height: auto }
  details { display: none }
}
"""
