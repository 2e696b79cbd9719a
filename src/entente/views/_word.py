"""A document written as a file of Word, by python-docx.

The package is in the extra ``docx``, so it is imported only for writing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

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
)
from entente.views._parts import parts_of
from entente.views._view import View

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement as Element
    from docx.table import _Cell as Cell, _Column as Column, _Row as Row
    from docx.text.paragraph import Paragraph as WordParagraph
    from docx.text.run import Run

# Neither the clock nor the machine is in the file.
_CREATED: Final = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 -- Word knows no zones

_SMALL: Final = 7.5
_TABLE: Final = 8.5
_MONOSPACED: Final = 6.5
"""Sizes of fonts in points; a view of 100 letters fits into a line of the last."""

_LINK: Final = (0x0B, 0x57, 0xA4)
"""The colour of links, as red, green and blue."""

_TEXT_WIDTH: Final = 261
_PICTURE_HEIGHT: Final = 135
"""The room on a page in millimetres, the height beside a heading and a description."""


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
    writer.add_contents(blocks)
    for block in blocks:
        writer.add(block)
    return writer.saved()


class _Writer:
    """Writes blocks into a document."""

    def __init__(self, made: Document, *, charts: bool) -> None:
        self._made = made
        self._charts = charts
        self._sections = 0
        self._heading = ""

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
        self._set_language(language)
        [section] = self._made.sections
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin = section.right_margin = Mm(18)
        section.top_margin = section.bottom_margin = Mm(18)
        self._made.add_heading(title, 0)
        footer = section.footer.paragraphs[0]
        _add_field(footer, "PAGE", "1")
        footer.add_run(" / ")
        _add_field(footer, "NUMPAGES", "1")

    def _set_language(self, language: str) -> None:
        """Say in which language the text is, for spelling and for voices that read it."""
        from docx.oxml.ns import qn  # noqa: PLC0415

        if re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", language):
            for each in self._made.styles.element.iter(qn("w:lang")):
                each.set(qn("w:val"), language)

    def add_contents(self, blocks: Sequence[Block]) -> None:
        """Add the contents: links, with numbers of pages that Word works out."""
        names = [each.text for each in blocks if isinstance(each, Heading)]
        style = self._contents_style()
        for number, name in enumerate(names, 1):
            entry = self._made.add_paragraph(style=style)
            place = f"section_{number}"
            _add_jump(entry, document_line(name), place)
            entry.add_run("\t")
            _add_field(entry, f"PAGEREF {place} \\h", "")

    def _contents_style(self) -> str:
        """Make the style of an entry of the contents: close lines, with dots up to the page."""
        from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415
        from docx.enum.text import (  # noqa: PLC0415
            WD_TAB_ALIGNMENT,
            WD_TAB_LEADER,
        )
        from docx.shared import Mm, Pt  # noqa: PLC0415
        from docx.styles.style import ParagraphStyle  # noqa: PLC0415

        style = self._made.styles.add_style(
            "toc 1", WD_STYLE_TYPE.PARAGRAPH, builtin=True
        )
        assert isinstance(style, ParagraphStyle)  # noqa: S101 -- for the checkers of types
        style.base_style = self._made.styles["Normal"]
        style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1
        style.paragraph_format.tab_stops.add_tab_stop(
            Mm(_TEXT_WIDTH / 2), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )
        return str(style.name)

    def add(self, block: Block) -> None:
        """Add a block."""
        match block:
            case Heading():
                self._sections += 1
                self._heading = block.text
                heading = self._made.add_heading(level=1)
                _add_place(heading, f"section_{self._sections}", block.text)
            case Paragraph():
                text = self._made.add_paragraph(document_line(block.text))
                # It says what is below.
                text.paragraph_format.keep_with_next = True
            case Listing():
                for item in block.items:
                    self._add_item(item)
            case Table():
                self._add_table(block)
            case _:
                self._add_view(block)

    def _add_item(self, item: Item) -> None:
        paragraph = self._made.add_paragraph(style="List Bullet")
        paragraph.add_run(document_line(item.text))
        if item.entry is not None:
            paragraph.add_run(" (")
            # A number that begins a line says nothing.
            _add_jump(
                paragraph,
                f"no.\N{NO-BREAK SPACE}{item.entry}",
                f"no_{item.entry}",
            )
            paragraph.add_run(")")
        if item.address is not None:
            paragraph.add_run(" ")
            _add_linked(paragraph, Linked(item.address, item.address))

    def _add_table(self, table: Table) -> None:
        if table.caption != self._heading:
            self._made.add_heading(document_line(table.caption), 2)
        made = self._made.add_table(rows=1, cols=len(table.headers))
        made.style, made.autofit = "Table Grid", False
        # Writer takes the widths of columns, and Word those of cells.
        _set_widths(made.columns, table)
        _mark_row(made.rows[0], "w:cantSplit", "w:tblHeader")
        header = made.rows[0].cells
        for cell, text in zip(header, table.headers, strict=True):
            _write(cell, text, bold=True)
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        _set_widths(header, table)
        for line in table.lines:
            row = made.add_row()
            _mark_row(row, "w:cantSplit")
            cells = row.cells
            self._add_line(cells, line)
            _set_widths(cells, table)
        self._made.add_paragraph()

    def _add_line(self, cells: Sequence[Cell], line: TableLine) -> None:
        from docx.shared import Pt  # noqa: PLC0415

        head, *others = cells
        paragraph = head.paragraphs[0]
        _add_place(paragraph, f"no_{line.number}", f"{line.number}. ", _TABLE)
        _add_linked(paragraph, line.head, _TABLE, bold=True)
        for term in line.terms:
            _write(head, term)
        for note in line.small:
            _add_linked(head.add_paragraph(), note, _SMALL)
        for paragraph in head.paragraphs:
            paragraph.paragraph_format.space_after = Pt(2)
        for cell, text in zip(others, line.cells, strict=True):
            _write(cell, text)

    def _add_view(self, view: View) -> None:
        from docx.shared import Pt  # noqa: PLC0415

        if self._charts:
            for part in parts_of(view):
                self._add_picture(part)
            for text in (view.description, *view.notes):
                self._made.add_paragraph(document_line(text))
            return
        paragraph = self._made.add_paragraph()
        lines = map(document_line, str(view).split("\n"))
        run = paragraph.add_run("\n".join(lines))
        run.font.name, run.font.size = "Courier New", Pt(_MONOSPACED)

    def _add_picture(self, view: View) -> None:
        """Add a picture that fits into a page, with its words for who cannot see it."""
        from docx.shared import Emu, Mm  # noqa: PLC0415

        picture = self._made.add_picture(
            BytesIO(view.to_png()), width=Mm(_TEXT_WIDTH)
        )
        shrunk = min(Mm(_PICTURE_HEIGHT) / picture.height, 1)
        picture.width = Mm(_TEXT_WIDTH * shrunk)
        picture.height = Emu(round(picture.height * shrunk))
        words = picture._inline.docPr  # noqa: SLF001 -- its only way
        words.set("title", document_line(view.title))
        words.set("descr", document_line(view.description))

    def saved(self) -> bytes:
        """Return the file."""
        file = BytesIO()
        self._made.save(file)
        return _without_times(file)


def _without_times(file: BytesIO) -> bytes:
    """Return a file of Word without the times at which its parts were written."""
    written = BytesIO()
    with ZipFile(file) as parts, ZipFile(written, "w") as kept:
        for part in parts.infolist():
            # The oldest time that such a file can have.
            entry = ZipInfo(part.filename)
            entry.compress_type = ZIP_DEFLATED
            kept.writestr(entry, parts.read(part))
    return written.getvalue()


def _write(cell: Cell, text: str, *, bold: bool = False) -> None:
    """Write a paragraph at the end of a cell."""
    from docx.shared import Pt  # noqa: PLC0415

    last = cell.paragraphs[-1]
    paragraph = cell.add_paragraph() if last.text else last
    run = paragraph.add_run(document_line(text))
    run.font.size, run.bold = Pt(_TABLE), bold


def _set_widths(across: Iterable[Column | Cell], table: Table) -> None:
    """Give columns, or the cells of a row, their shares of the page."""
    from docx.shared import Mm  # noqa: PLC0415

    for each, share in zip(across, table.shares, strict=True):
        each.width = Mm(_TEXT_WIDTH * share / 100)


def _mark_row(row: Row, *marks: str) -> None:
    """Mark a row: not to be cut by the end of a page, or repeated on each as the head of its table."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 -- its only way
    for mark in marks:
        properties.append(_element(mark))


def _add_linked(
    paragraph: WordParagraph,
    linked: Linked,
    size: float | None = None,
    *,
    bold: bool = False,
) -> None:
    """Add a text, as a link if its address may be one."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    run = paragraph.add_run(document_line(linked.text))
    run.bold = bold
    if size is not None:
        run.font.size = Pt(size)
    if linked.target is None:
        return
    reference = paragraph.part.relate_to(
        linked.target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    _make_link(run, "r:id", reference)


def _add_jump(paragraph: WordParagraph, text: str, place: str) -> None:
    """Add a link to a place in the document."""
    _make_link(paragraph.add_run(text), "w:anchor", place)


def _make_link(run: Run, attribute: str, target: str) -> None:
    """Make a run a link, in the colour of links."""
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import RGBColor  # noqa: PLC0415

    run.underline, run.font.color.rgb = True, RGBColor(*_LINK)
    link = _element("w:hyperlink")
    link.set(qn(attribute), target)
    element = run._r  # noqa: SLF001 -- python-docx makes no links of its own
    element.addprevious(link)
    link.append(element)


def _add_place(
    paragraph: WordParagraph,
    name: str,
    text: str,
    size: float | None = None,
) -> None:
    """Add a text that links of the document can jump to."""
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    run = paragraph.add_run(document_line(text))
    if size is not None:
        run.font.size = Pt(size)
    start, end = _element("w:bookmarkStart"), _element("w:bookmarkEnd")
    start.set(qn("w:name"), name)
    # Sections have odd ids, and lines of tables even ones.
    kind, number = name.split("_")
    for each in (start, end):
        each.set(qn("w:id"), str(2 * int(number) + (kind == "section")))
    run._r.addprevious(start)  # noqa: SLF001 -- python-docx makes no bookmarks
    run._r.addnext(end)  # noqa: SLF001


def _add_field(paragraph: WordParagraph, instruction: str, text: str) -> None:
    """Add a field that Word works out, with a text until it does."""
    from docx.oxml.ns import qn  # noqa: PLC0415

    for kind in ("begin", "instruction", "separate", "text", "end"):
        run = paragraph.add_run(text if kind == "text" else "")
        if kind == "text":
            continue
        if kind == "instruction":
            element = _element("w:instrText")
            element.text = instruction
        else:
            element = _element("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)  # noqa: SLF001 -- python-docx makes no fields


def _element(tag: str) -> Element:
    from docx.oxml import OxmlElement  # noqa: PLC0415

    return OxmlElement(tag)
