"""A document written as a file of Word, by python-docx.

The package is in the extra ``docx``, so it is imported only for writing.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Final

from entente._safe import document_line
from entente.errors import MissingExtraError
from entente.views._document import (
    Block,
    Heading,
    Item,
    Linked,
    Listing,
    Paragraph,
    Table,
    TableLine,
    headings,
    item_text,
)
from entente.views._view import View

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell as Cell
    from docx.text.paragraph import Paragraph as WordParagraph

# Neither the clock nor the machine is in the file.
_CREATED: Final = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 -- Word knows no zones

_SMALL: Final = 7.5
_TABLE: Final = 8.5
_MONOSPACED: Final = 6.5
"""Sizes of fonts in points; a view of 100 letters fits into a line of the last."""


def document(
    title: str, language: str, blocks: Sequence[Block], *, charts: bool
) -> bytes:
    """Return a document as a file of Word, on A4 across, with contents and page numbers."""
    try:
        import docx  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError(
            "writing a document of Word", "docx"
        ) from error
    writer = _Writer(docx.Document(), charts=charts)
    writer.set_up(document_line(title), document_line(language))
    writer.add_contents(headings(blocks))
    for block in blocks:
        writer.add(block)
    return writer.saved()


class _Writer:
    """Writes blocks into a document."""

    def __init__(self, made: Document, *, charts: bool) -> None:
        self._made = made
        self._charts = charts

    def set_up(self, title: str, language: str) -> None:
        """Turn the page, name and number it."""
        from docx.enum.section import WD_ORIENT  # noqa: PLC0415
        from docx.shared import Mm  # noqa: PLC0415

        properties = self._made.core_properties
        # Word keeps 255 letters of each.
        properties.title, properties.author = title[:255], ""
        properties.language = language[:255]
        properties.comments = ""
        properties.created = properties.modified = _CREATED
        [section] = self._made.sections
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin = section.right_margin = Mm(18)
        self._made.add_heading(title, 0)
        _add_field(section.footer.paragraphs[0], "PAGE", "1")

    def add_contents(self, names: Sequence[str]) -> None:
        """Add the contents, which Word can renew with the numbers of pages."""
        paragraph = self._made.add_paragraph()
        text = "\n".join(map(document_line, names))
        _add_field(paragraph, 'TOC \\o "1-1" \\h', text)

    def add(self, block: Block) -> None:
        """Add a block."""
        match block:
            case Heading():
                self._made.add_heading(document_line(block.text), 1)
            case Paragraph():
                self._made.add_paragraph(document_line(block.text))
            case Listing():
                for item in block.items:
                    self._add_item(item)
            case Table():
                self._add_table(block)
            case _:
                self._add_view(block)

    def _add_item(self, item: Item) -> None:
        paragraph = self._made.add_paragraph(style="List Bullet")
        paragraph.add_run(document_line(item_text(item)))
        if item.address is not None:
            paragraph.add_run(" ")
            _add_linked(paragraph, Linked(item.address, item.address))

    def _add_table(self, table: Table) -> None:
        caption = self._made.add_paragraph(document_line(table.caption))
        caption.runs[0].bold = True
        caption.paragraph_format.keep_with_next = True
        made = self._made.add_table(rows=1, cols=len(table.headers))
        made.style = "Table Grid"
        _repeat_on_each_page(made.rows[0]._tr)  # noqa: SLF001 -- its only way
        for cell, header in zip(
            made.rows[0].cells, table.headers, strict=True
        ):
            _write(cell, header, bold=True)
        for line in table.lines:
            self._add_line(made.add_row().cells, line)
        self._made.add_paragraph()

    def _add_line(self, cells: Sequence[Cell], line: TableLine) -> None:
        from docx.shared import Pt  # noqa: PLC0415

        head, *others = cells
        paragraph = head.paragraphs[0]
        paragraph.add_run(f"{line.number}. ").font.size = Pt(_TABLE)
        _add_linked(paragraph, line.head, _TABLE)
        for note in line.small:
            _add_linked(head.add_paragraph(), note, _SMALL)
        for cell, text in zip(others, line.cells, strict=True):
            _write(cell, text)

    def _add_view(self, view: View) -> None:
        from docx.shared import Mm, Pt  # noqa: PLC0415

        if self._charts:
            self._made.add_picture(BytesIO(view.to_png()), width=Mm(240))
            for text in (view.description, *view.notes):
                self._made.add_paragraph(document_line(text))
            return
        paragraph = self._made.add_paragraph()
        lines = map(document_line, str(view).split("\n"))
        run = paragraph.add_run("\n".join(lines))
        run.font.name, run.font.size = "Courier New", Pt(_MONOSPACED)

    def saved(self) -> bytes:
        """Return the file."""
        file = BytesIO()
        self._made.save(file)
        return file.getvalue()


def _write(cell: Cell, text: str, *, bold: bool = False) -> None:
    from docx.shared import Pt  # noqa: PLC0415

    run = cell.paragraphs[0].add_run(document_line(text))
    run.font.size, run.bold = Pt(_TABLE), bold


def _add_linked(
    paragraph: WordParagraph, linked: Linked, size: float | None = None
) -> None:
    """Add a text, as a link if its address may be one."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    run = paragraph.add_run(document_line(linked.text))
    if size is not None:
        run.font.size = Pt(size)
    if linked.target is None:
        return
    run.underline = True
    link = OxmlElement("w:hyperlink")
    reference = paragraph.part.relate_to(
        linked.target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link.set(qn("r:id"), reference)
    element = run._r  # noqa: SLF001 -- python-docx makes no links of its own
    element.addprevious(link)
    link.append(element)


def _add_field(paragraph: WordParagraph, instruction: str, text: str) -> None:
    """Add a field that Word works out, with a text until it does."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    for kind in ("begin", "instruction", "separate", "text", "end"):
        run = paragraph.add_run(text if kind == "text" else "")
        if kind == "text":
            continue
        if kind == "instruction":
            element = OxmlElement("w:instrText")
            element.text = instruction
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)  # noqa: SLF001 -- python-docx makes no fields


def _repeat_on_each_page(row: object) -> None:
    """Mark a row as the head of its table, which Word repeats on each page."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.table import CT_Row  # noqa: PLC0415

    assert isinstance(row, CT_Row)  # noqa: S101 -- for the checkers of types
    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
