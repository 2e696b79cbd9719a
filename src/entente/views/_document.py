"""A document of headings, paragraphs, lists, tables and views, written as HTML or Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from attrs import frozen

from entente._safe import code_block, html_text, is_web_address, markdown_text
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
    """An item of a list, with the address of what it names if there is one."""

    text: str
    address: str | None = None


@frozen
class Listing:
    """A list of items."""

    items: tuple[Item, ...]


@frozen
class TableLine:
    """A line of a table: its head, notes to that in small print, and its cells."""

    head: str
    small: tuple[str, ...]
    cells: tuple[str, ...]


@frozen
class Table:
    """A table with a caption; the first of its headers is for the heads of its lines."""

    caption: str
    headers: tuple[str, ...]
    lines: tuple[TableLine, ...]


Block: TypeAlias = Heading | Paragraph | Listing | Table | View


def html_page(
    title: str, language: str, blocks: Sequence[Block], *, charts: bool
) -> str:
    """Return a document as a page of HTML, which loads nothing and runs no script."""
    content = [f"<h1>{html_text(title)}</h1>"]
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
    parts = [f"# {markdown_text(title)}", *map(_markdown_block, blocks)]
    return "\n\n".join(parts) + "\n"


def _html_block(block: Block, *, charts: bool) -> str:
    match block:
        case Heading():
            return f"<h2>{html_text(block.text)}</h2>"
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
            return block.to_html(chart=charts)


def _html_item(item: Item) -> str:
    text = html_text(item.text)
    if item.address is None:
        return text
    address = html_text(item.address)
    if is_web_address(item.address):
        address = f'<a href="{address}">{address}</a>'
    return f"{text} {address}"


def _html_table(table: Table) -> str:
    caption = html_text(table.caption)
    headers = "".join(
        f'<th scope="col">{html_text(text)}</th>' for text in table.headers
    )
    body = "".join(_html_line(line) for line in table.lines)
    # A reader without a mouse can scroll a region that takes the focus.
    return (
        f'<div class="scroll" role="region" aria-label="{caption}" tabindex="0">'
        f"<table><caption>{caption}</caption><thead><tr>{headers}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _html_line(line: TableLine) -> str:
    head = html_text(line.head)
    small = "".join(f"<small>{html_text(note)}</small>" for note in line.small)
    cells = "".join(f"<td>{html_text(cell)}</td>" for cell in line.cells)
    return f'<tr><th scope="row">{head}{small}</th>{cells}</tr>'


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
    text = f"- {markdown_text(item.text)}"
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
        head = f"{line.head} ({'; '.join(line.small)})"
        yield _markdown_row(map(markdown_text, (head, *line.cells)))


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
