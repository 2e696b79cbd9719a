"""A document of headings, paragraphs, lists, tables and views, written as HTML or Markdown."""

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
    content = [f"<h1>{html.escape(title)}</h1>"]
    content += [_html_block(block, charts=charts) for block in blocks]
    article = "\n".join(content)
    return f"""<!DOCTYPE html>
<html lang="{html.escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{html.escape(title)}</title>
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
    parts = [f"# {_escaped(title)}", *map(_markdown_block, blocks)]
    return "\n\n".join(parts) + "\n"


def _html_block(block: Block, *, charts: bool) -> str:
    match block:
        case Heading():
            return f"<h2>{html.escape(block.text)}</h2>"
        case Paragraph():
            return f"<p>{html.escape(block.text)}</p>"
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
    text = html.escape(item.text)
    address = html.escape(_web_address(item))
    if not address:
        return text
    return f'{text} <a href="{address}">{address}</a>'


def _web_address(item: Item) -> str:
    """Return the address of an item if it is safe as a link, and "" if not.

    >>> _web_address(Item("Evil", "javascript:alert(1)"))
    ''
    """
    # A dossier comes from anywhere: "javascript:" in an address must not run.
    if item.address is None or not item.address.startswith(
        ("http://", "https://")
    ):
        return ""
    return item.address


def _html_table(table: Table) -> str:
    caption = html.escape(table.caption)
    headers = "".join(
        f'<th scope="col">{html.escape(text)}</th>' for text in table.headers
    )
    body = "".join(_html_line(line) for line in table.lines)
    # A reader without a mouse can scroll a region that takes the focus.
    return (
        f'<div class="scroll" role="region" aria-label="{caption}" tabindex="0">'
        f"<table><caption>{caption}</caption><thead><tr>{headers}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _html_line(line: TableLine) -> str:
    head = html.escape(line.head)
    small = "".join(
        f"<small>{html.escape(note)}</small>" for note in line.small
    )
    cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in line.cells)
    return f'<tr><th scope="row">{head}{small}</th>{cells}</tr>'


def _markdown_block(block: Block) -> str:
    match block:
        case Heading():
            return f"## {_escaped(block.text)}"
        case Paragraph():
            return _escaped(block.text)
        case Listing():
            return "\n".join(map(_markdown_item, block.items))
        case Table():
            return "\n".join(_markdown_table(block))
        case _:
            return _code_block(str(block))


def _markdown_item(item: Item) -> str:
    text = f"- {_escaped(item.text)}"
    address = _web_address(item)
    return f"{text} <{address}>" if address else text


def _markdown_table(table: Table) -> Iterator[str]:
    yield f"**{_escaped(table.caption)}**"
    yield ""
    yield _markdown_row(table.headers)
    yield _markdown_row("---" for _ in table.headers)
    for line in table.lines:
        head = f"{line.head} ({'; '.join(line.small)})"
        yield _markdown_row(map(_escaped, (head, *line.cells)))


def _markdown_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


# Letters with a meaning anywhere in a line, and signs of lists and headings at its beginning.
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#|~!&])|^([-+=]|\d+(?=[.)]))")


def _escaped(text: str) -> str:
    r"""Return a text on one line with all markup of Markdown escaped.

    >>> print(_escaped("1. <b> & *all*"))
    \1. \<b\> \& \*all\*
    """
    return _MARKUP.sub(r"\\\1\2", single_line(text)).strip()


def _code_block(text: str) -> str:
    """Return a text as a code block, with a fence longer than any in the text."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    # A fence ends at the first line with as many backticks.
    fence = "`" * max(longest + 1, 3)
    return f"{fence}text\n{text}\n{fence}"


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
