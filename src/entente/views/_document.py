"""A document of headings, paragraphs, lists, tables and views, written as HTML or Markdown.

`_word` writes it as a document of Word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from attrs import frozen

from entente._safe import code_block, html_text, is_web_address, markdown_text
from entente.views._parts import parts_of
from entente.views._view import View


@frozen
class Heading:
    """The heading of a section."""

    text: str


@frozen
class Paragraph:
    """A paragraph of plain text."""

    text: str


@frozen
class Item:
    """An item of a list, with the address of what it names if there is one.

    `entry` is the number of the line of a table that it refers to.
    """

    text: str
    address: str | None = None
    entry: int | None = None


@frozen
class Linked:
    """A text that is itself the link to an address, if it has one that may be a link."""

    text: str
    address: str | None = None

    @property
    def target(self) -> str | None:
        """The address if it is one of the web, which alone may become a link."""
        if self.address is not None and is_web_address(self.address):
            return self.address
        return None


@frozen
class Listing:
    """A list of items."""

    items: tuple[Item, ...]


@frozen
class TableLine:
    """A line of a table: its number, its head, what belongs to that, and its cells.

    Under the head are sentences of the same weight, then notes in small print.
    """

    number: int
    head: Linked
    terms: tuple[str, ...]
    small: tuple[Linked, ...]
    cells: tuple[str, ...]


@frozen
class Table:
    """A table with a caption; the first of its headers is for the heads of its lines.

    `shares` are the widths of its columns in hundredths.
    """

    caption: str
    headers: tuple[str, ...]
    shares: tuple[int, ...]
    lines: tuple[TableLine, ...]


Block: TypeAlias = Heading | Paragraph | Listing | Table | View


def headings(blocks: Iterable[Block]) -> list[str]:
    """Return the headings of a document, for its contents."""
    return [block.text for block in blocks if isinstance(block, Heading)]


def item_text(item: Item) -> str:
    """Return the text of an item, with the number of the line that it refers to."""
    if item.entry is None:
        return item.text
    return f"{item.text} (no. {item.entry})"


def html_page(
    title: str, language: str, blocks: Sequence[Block], *, charts: bool
) -> str:
    """Return a document as a page of HTML, which loads nothing and runs no script."""
    content = [f"<h1>{html_text(title)}</h1>", _html_contents(blocks)]
    content += [_html_block(block, charts=charts) for block in blocks]
    article = "\n".join(content)
    return f"""<!DOCTYPE html>
<html lang="{html_text(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{html_text(title)}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
{article}
</main>
</body>
</html>
"""


def markdown(title: str, blocks: Sequence[Block]) -> str:
    """Return a document as Markdown, with its views as blocks of text."""
    parts = [f"# {markdown_text(title)}", _markdown_contents(blocks)]
    parts += map(_markdown_block, blocks)
    return "\n\n".join(parts) + "\n"


def _anchor(heading: str) -> str:
    """Return the name of a heading in links, as the readers of Markdown make it."""
    letters = re.sub(r"[^\w\- ]", "", heading.lower())
    return letters.replace(" ", "-")


def _html_contents(blocks: Iterable[Block]) -> str:
    links = "".join(
        f'<li><a href="#{_anchor(text)}">{html_text(text)}</a></li>'
        for text in headings(blocks)
    )
    return f'<nav aria-label="Contents"><ol>{links}</ol></nav>'


def _markdown_contents(blocks: Iterable[Block]) -> str:
    return "\n".join(
        f"- [{markdown_text(text)}](#{_anchor(text)})"
        for text in headings(blocks)
    )


def _html_block(block: Block, *, charts: bool) -> str:
    match block:
        case Heading():
            name = _anchor(block.text)
            return f'<h2 id="{name}">{html_text(block.text)}</h2>'
        case Paragraph():
            return f"<p>{html_text(block.text)}</p>"
        case Listing():
            items = "".join(
                f"<li>{_html_item(item)}</li>" for item in block.items
            )
            return f"<ul>{items}</ul>"
        case Table():
            return _html_table(block)
        case _:
            parts = parts_of(block) if charts else (block,)
            return "\n".join(part.to_html(chart=charts) for part in parts)


def _html_item(item: Item) -> str:
    text = html_text(item.text)
    if item.entry is not None:
        number = f'<a href="#no-{item.entry}">no. {item.entry}</a>'
        text = f"{text} ({number})"
    if item.address is None:
        return text
    address = html_text(item.address)
    if is_web_address(item.address):
        address = f'<a href="{address}">{address}</a>'
    return f"{text} {address}"


def _html_linked(linked: Linked) -> str:
    text = html_text(linked.text)
    if linked.target is None:
        return text
    return f'<a href="{html_text(linked.target)}">{text}</a>'


def _html_table(table: Table) -> str:
    caption = html_text(table.caption)
    # Where a phone shows it as a list, browsers would forget that it is a table, without roles.
    headers = "".join(
        f'<th scope="col" role="columnheader">{html_text(text)}</th>'
        for text in table.headers
    )
    columns = "".join(
        f'<col style="width:{share}%">' for share in table.shares
    )
    body = "".join(_html_line(line, table.headers) for line in table.lines)
    # A reader without a mouse can scroll a region that takes the focus.
    return (
        f'<div class="scroll" role="region" aria-label="{caption}" tabindex="0">'
        f'<table role="table"><caption>{caption}</caption>'
        f"<colgroup>{columns}</colgroup>"
        f'<thead role="rowgroup"><tr role="row">{headers}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _html_line(line: TableLine, headers: Sequence[str]) -> str:
    head = f"{line.number}. <strong>{_html_linked(line.head)}</strong>"
    terms = "".join(f"<span>{html_text(term)}</span>" for term in line.terms)
    small = "".join(
        f"<small>{_html_linked(note)}</small>" for note in line.small
    )
    cells = "".join(
        f'<td role="cell" data-header="{html_text(header)}">{html_text(cell)}</td>'
        for header, cell in zip(headers[1:], line.cells, strict=True)
    )
    return (
        f'<tr id="no-{line.number}" role="row">'
        f'<th scope="row" role="rowheader">{head}{terms}{small}</th>'
        f"{cells}</tr>"
    )


def _markdown_block(block: Block) -> str:
    match block:
        case Heading():
            return f"## {markdown_text(block.text)}"
        case Paragraph():
            return markdown_text(block.text)
        case Listing():
            return "\n".join(map(_markdown_item, block.items))
        case Table():
            return "\n".join(_markdown_table(block))
        case _:
            return code_block(str(block))


def _markdown_item(item: Item) -> str:
    text = f"- {markdown_text(item_text(item))}"
    if item.address is None:
        return text
    if is_web_address(item.address):
        return f"{text} <{item.address}>"
    return f"{text} {markdown_text(item.address)}"


def _markdown_table(table: Table) -> Iterator[str]:
    yield f"**{markdown_text(table.caption)}**"
    yield ""
    yield _markdown_row(table.headers)
    yield _markdown_row("---" for _ in table.headers)
    for line in table.lines:
        small = "; ".join(map(_markdown_linked, line.small))
        head = f"{line.number}. {_markdown_linked(line.head)}"
        terms = map(markdown_text, line.terms)
        cell = " ".join((head, *terms, f"({small})"))
        yield _markdown_row((cell, *map(markdown_text, line.cells)))


def _markdown_linked(linked: Linked) -> str:
    text = markdown_text(linked.text)
    if linked.target is None:
        return text
    # A bar would end the cell.
    address = linked.target.replace("|", "%7C")
    return f"[{text}](<{address}>)"


def _markdown_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""The browser loads nothing, whatever a text of the dossier asks for."""

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
nav ol { columns: 14rem; padding-left: 1.25rem }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font: 0.85rem/1.4 Helvetica, Arial, sans-serif }
caption { text-align: left; font-weight: bold; padding: 0.75rem 0 0.25rem }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem 0.35rem 0; border-bottom: 1px solid var(--line) }
thead th { color: var(--muted); white-space: nowrap }
.scroll table { table-layout: fixed; min-width: 58rem }
tbody th { font-weight: normal }
tbody span { display: block }
a[href^="#no-"] { white-space: nowrap }
small { display: block; color: var(--muted); font-size: 0.9em }
@media screen and (max-width: 40em) {
  .scroll table { min-width: 0 }
  .scroll table, .scroll caption, .scroll tbody, .scroll tr, .scroll th, .scroll td { display: block }
  .scroll thead { position: absolute; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .scroll tr { padding: 0.5rem 0; border-bottom: 1px solid var(--line) }
  .scroll tr > * { border: 0; padding: 0.1rem 0 }
  .scroll td:empty { display: none }
  .scroll td::before { content: attr(data-header) ": "; color: var(--muted) }
}
figure { margin: 1rem 0 }
figcaption, summary { color: var(--muted); font: 0.85rem/1.4 Helvetica, Arial, sans-serif }
figcaption p { margin: 0.25rem 0 }
@media print {
  @page { size: A4 landscape; margin: 16mm; @bottom-center { content: counter(page) " / " counter(pages) } }
  main { max-width: none; padding: 0 }
  h2, main > p, caption, thead { break-after: avoid }
  h2 { margin-top: 1.5rem }
  tr, li, figure { break-inside: avoid }
  tbody tr:first-child { break-before: avoid }
  .scroll { overflow: visible }
  .scroll table { min-width: 0 }
  .entente-view .wide { overflow: visible }
  .entente-view .wide svg { min-width: 0; max-width: 100%; max-height: 138mm; height: auto }
  details { display: none }
}
"""
