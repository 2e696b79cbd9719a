r"""Text made safe for where it goes: a terminal, data, HTML, Markdown, a workflow log.

A dossier comes from anybody, and a file may have any name. A letter that cannot be seen, or that
changes how others are seen, is written as an escape that can, such as ``\x1b``; nothing is left out.
All that the library prints, draws or writes for readers goes through here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Final

# What no document may hold: C0 but for the white space of XML, C1, half surrogates, and the code points
# that are no characters. With them what shows words in another order than that of the text, so
# that "100" reads as "001". Marks of direction reorder nothing that has one of its own.
_REFUSED: Final = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17))
    + r"\u202a-\u202e\u2066-\u2069"
)

# And what a terminal shows as nothing, as a line break, or as it pleases: soft hyphens, joiners,
# fillers, marks of direction, tags, private characters. Variation selectors are not among them, since
# they choose the shape of the letter before.
_UNSEEN: Final = (
    r"\t\n\r\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028\u2029"
    r"\u2060-\u2065\u206a-\u206f\u3164\ue000-\uf8ff\ufeff\uffa0\ufff0-\ufffb"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    r"\U000f0000-\U000ffffd\U00100000-\U0010fffd"
)

# What begins a command in the log of a workflow: "::" at the beginning of a line, which may be that
# of any word where texts are broken, and "##[" or "##name[" anywhere.
_COMMAND: Final = r"(?<!\S):(?=:)|#(?=#\w*\[)"

_IN_DOCUMENTS: Final = re.compile(f"[{_REFUSED}]")
_IN_TERMINALS: Final = re.compile(f"[{_REFUSED}{_UNSEEN}]|{_COMMAND}")
_IN_LINES: Final = re.compile(rf"(?!\n)(?:[{_REFUSED}{_UNSEEN}]|{_COMMAND})")
_HIDDEN: Final = re.compile(f"[{_UNSEEN}]")

# Line breaks, tabs and all spaces.
_SPACES: Final = (
    r"\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
)
_SPACE: Final = re.compile(f"[{_SPACES}]")
# French has no-break spaces before its colons, within its quotation marks and in its numbers.
_BREAKABLE: Final = re.compile(rf"(?![\xa0\u202f])[{_SPACES}]")

_NOT_IN_LINKS: Final = rf"{_REFUSED}{_UNSEEN}{_SPACES}\"<>\\`"


def shown(text: str) -> str:
    r"""Return a text as a terminal may show it, on one line; a line break is an escape as well.

    >>> print(shown("a\x1b[2Jb\n::error::c"))
    a\x1b[2Jb\n\x3a:error::c
    """
    return _IN_TERMINALS.sub(_escape, text)


def shown_lines(text: str) -> str:
    r"""Return a text as a terminal may show it, with the line breaks that it has.

    >>> print(shown_lines("patrol\n  by \u202eRF"))
    patrol
      by \u202eRF
    """
    return _IN_LINES.sub(_escape, text)


def single_line(text: str) -> str:
    r"""Return a text as a terminal may show it, on one line, where line breaks are spaces.

    >>> print(single_line("Patrol\nmore.\x07"))
    Patrol more.\x07
    """
    return _IN_TERMINALS.sub(_escape, _SPACE.sub(" ", text))


def document_line(text: str) -> str:
    r"""Return a text as a page or a picture may show it, on one line.

    Joiners and marks of direction stay, which Persian, Hebrew and others need, and so do no-break
    spaces.

    >>> print(document_line("Patrol\nmore.\x07"))
    Patrol more.\x07
    """
    return _IN_DOCUMENTS.sub(_escape, _BREAKABLE.sub(" ", text))


def _escape(match: re.Match[str]) -> str:
    letter = match[0]
    if letter in ":#":
        return f"\\x{ord(letter):02x}"
    return letter.encode("unicode_escape").decode()


# --- data ----------------------------------------------------------------------------------------


def is_plain(text: str) -> bool:
    """Say whether a terminal may show the lines of a text as they are."""
    return _IN_LINES.search(text) is None


def escaped_data(text: str, format: str) -> str:
    r"""Return JSON or TOML with escapes in its strings, so that it reads the same and can be seen.

    JSON for ``"yaml"`` is YAML, too, in which escapes of more than four digits are those of TOML.

    >>> print(escaped_data('{"id": "a\u202eb"}', "json"))
    {"id": "a\u202eb"}
    """

    def escape(match: re.Match[str]) -> str:
        code = ord(match[0])
        if code <= 0xFFFF:
            return f"\\u{code:04x}"
        if format != "json":
            return f"\\U{code:08x}"
        high, low = divmod(code - 0x10000, 0x400)
        return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"

    # A line break in a string is an escape already, so those that there are divide values.
    return _IN_LINES.sub(escape, text)


# --- spreadsheets --------------------------------------------------------------------------------

# What a spreadsheet takes for a formula at the beginning of a cell, in wide letters as well.
_FORMULA: Final = re.compile("'*[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r]")


def csv_text(text: str) -> str:
    """Return a text as a cell of CSV that no spreadsheet takes for a formula.

    One that begins as a formula does gets an apostrophe before it, and so does one that begins so after
    apostrophes: `from_csv_text` takes one away again.

    >>> csv_text("=1+1"), csv_text("'=1+1"), csv_text("1 = 1")
    ("'=1+1", "''=1+1", '1 = 1')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def from_csv_text(cell: str) -> str:
    """Return the text that `csv_text` made a cell of.

    >>> from_csv_text("'=1+1"), from_csv_text("'tis")
    ('=1+1', "'tis")
    """
    is_marked = cell.startswith("'") and _FORMULA.match(cell)
    return cell[1:] if is_marked else cell


_LONGEST_CELL: Final = 32_767
_CUT: Final = " … (cut here: no cell holds more)"


def sheet_text(text: str) -> str:
    r"""Return a text as a cell of Excel, which holds no control characters, and so many letters at most.

    >>> print(sheet_text("Patrol\x07"))
    Patrol\x07
    """
    safe = _IN_DOCUMENTS.sub(_escape, text)
    # Excel counts in UTF-16, where rare letters are two.
    if len(safe.encode("utf-16-le")) // 2 <= _LONGEST_CELL:
        return safe
    room = (_LONGEST_CELL - len(_CUT)) * 2
    kept = safe.encode("utf-16-le")[:room].decode("utf-16-le", "ignore")
    return f"{kept}{_CUT}"


# --- pages ---------------------------------------------------------------------------------------


def html_text(text: str) -> str:
    r"""Return a text for HTML or SVG, between tags or as an attribute in quotation marks.

    >>> print(html_text('<b title="x">\x1b'))
    &lt;b title=&quot;x&quot;&gt;\x1b
    """
    escaped = html.escape(_IN_DOCUMENTS.sub(_escape, text))
    # A browser would read it as a line feed.
    return escaped.replace("\r", "&#13;")


_WEB: Final = re.compile(
    rf"https?://[^/?#{_NOT_IN_LINKS}][^{_NOT_IN_LINKS}]*", re.IGNORECASE
)


def is_web_address(address: str) -> bool:
    """Say whether an address is one of the web, which alone may become a link.

    One that holds what no such address may, such as a space, could end the link early, and is none.

    >>> is_web_address("https://example.org/a"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    return _WEB.fullmatch(address) is not None


# Letters with a meaning anywhere in a line, signs of lists and headings at its beginning, and what
# some readers take for a link or a command.
_MARKUP: Final = re.compile(
    r"[\\`*_{}\[\]<>#|~!&$]|^[-+=]|:(?=//)|(?<!\S):(?=:)|(?<=www)\.",
    re.IGNORECASE,
)
_LIST_NUMBER: Final = re.compile(r"^(\d+)(?=[.)])")


def markdown_text(text: str) -> str:
    r"""Return a text for Markdown on one line, with all markup escaped and nothing unseen in its source.

    >>> print(markdown_text("1. <b> & *all*"))
    1\. \<b\> \& \*all\*
    """
    line = _MARKUP.sub(r"\\\g<0>", document_line(text).strip())
    line = _LIST_NUMBER.sub(r"\1\\", line)
    # What a page may hold and a terminal may not is written as a reference.
    return _HIDDEN.sub(lambda match: f"&#x{ord(match[0]):x};", line)


def code_block(text: str) -> str:
    """Return a text as a code block of Markdown, with a fence longer than any in the text."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    # A fence ends at the first line with as many backticks.
    fence = "`" * max(longest + 1, 3)
    return f"{fence}text\n{text}\n{fence}"


# --- workflow logs -------------------------------------------------------------------------------


def workflow_command(
    name: str, properties: Mapping[str, object], message: str
) -> str:
    """Return a command for the log of a workflow of GitHub, without the properties that are not known.

    >>> workflow_command("error", {"file": "a,b.toml", "line": 7, "col": None}, "100 %")
    '::error file=a%2Cb.toml,line=7::100 %25'
    """
    given = [
        f"{each}={_percent_encoded(str(value), ',:')}"
        for each, value in properties.items()
        if value
    ]
    # The log shows a message as a terminal would.
    return f"::{name} {','.join(given)}::{_percent_encoded(shown(message))}"


def _percent_encoded(text: str, also: str = "") -> str:
    """Encode what would end a part of a command: line breaks, and the letters given."""
    for letter in f"%\r\n{also}":  # "%" first, since each code has one
        text = text.replace(letter, f"%{ord(letter):02X}")
    return shown(text)
