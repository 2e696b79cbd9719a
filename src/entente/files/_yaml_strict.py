"""What PyYAML reads and YAML 1.2 does not, or reads as something else.

PyYAML follows YAML 1.1 and is lenient beyond it, with libyaml in other places than without. What is
refused here is refused in both, so that a text means the same to every reader that reads it at all.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from attrs import define, field

from entente._text import shorten
from entente.errors import LoadError
from entente.files._documents import syntax_error

# What YAML 1.2 does not allow as it is, or what ends a line for some readers and not for others: YAML 1.1
# ends one at U+0085, U+2028 and U+2029. A byte order mark at the beginning is gone before the text is read.
_CHARACTER = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    "|\r(?!\n)"
)
_NAMES: Final = {
    "\r": "a carriage return without a line feed",
    "\x85": "next line",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\ufeff": "byte order mark",
}
# What may stand between two values: white space, commas, dashes and colons that are set apart from
# what follows, a colon right behind the quotes or brackets of a key, and comments set apart from
# what they follow.
_BETWEEN = re.compile(
    r"(?:[ \r\n,]|[-:](?=[ \r\n]|\Z)|(?<=[\"'\]}]):|(?<![^ \r\n])#[^\n]*)*"
)
_MISPLACED: Final = {
    "\t": ("a tab may not stand here", "write spaces"),
    "#": ("a comment follows right behind a value", "put a space before it"),
    ":": ("nothing sets this colon apart", "put a space behind it"),
    "-": (
        "nothing sets this dash apart",
        "put a space behind it, or quotes around it",
    ),
    "?": ("a key may not begin with a question mark", "leave it out"),
}
_START = re.compile(r"(?:%YAML 1\.2\r?\n)?---(?=[ \r\n]|\Z)")
_BLOCK_HEADER = re.compile(r"[|>]([-+1-9]*)(?: +#[^\n]*)? *(?:\r?\n|\Z)")
# Curly quotation marks that open a text, each with those that close it.
_CURLY: Final = {"“": "”", "„": "“”", "«": "»", "‘": "’", "‚": "‘’"}
# A single one may be an apostrophe: it opens a text only where that begins, and closes one behind a word.
_SINGLE: Final = "‘‚"
_MARK: Final = re.compile(r"[“”„«»]|\A[‘‚]|[‘’](?!\w)")
# A line of a block that holds white space deeper indented than the block, which is text.
_BLANK_LINE = re.compile(r"^[ \t]+$", re.MULTILINE)
# A line break that a backslash leaves out, with an empty line behind it.
_EMPTY_BEHIND_BACKSLASH = re.compile(r"(?<!\\)(?:\\\\)*\\\r?\n[ \t]*(?=\r?\n)")
# The beginning of a line that is not empty.
_LINE = re.compile(r"\n( *)(?=[^ \r\n])")


def refuse_characters(text: str, file: str | None) -> None:
    """Raise `LoadError` at the first character that YAML may not hold as it is."""
    found = _CHARACTER.search(text)
    if found is not None:
        character = found[0]
        name = f" ({_NAMES[character]})" if character in _NAMES else ""
        raise syntax_error(
            f"YAML may not hold U+{ord(character):04X}{name} as it is",
            file,
            *place_of(text, found.start()),
            hint=f"leave it out, or write {json.dumps(character)} in double quotes",
        )


def place_of(text: str, index: int) -> tuple[int, int]:
    """Return line and column of a character. Only line feeds are left to end a line."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


@define
class Strictness:
    """Goes along a text with PyYAML's events, and raises `LoadError` where YAML 1.2 would not follow.

    An `indent` is the column of the block that holds a value, or -1 for the value of the whole
    text.
    """

    text: str
    file: str | None
    # Where the last event ended, and whether it was a block of text that keeps its last line break.
    _at: int = field(default=0, init=False)
    _keeps_end: bool = field(default=False, init=False)
    _has_tabs: bool = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._has_tabs = "\t" in self.text

    def take(self, event: Any) -> None:
        """Refuse what stands between the last event and this one."""
        start, end = event.start_mark.index, event.end_mark.index
        # What begins or ends without a sign of its own has nothing before it.
        if start < end:
            self._between(start)
            self._at = end

    def _between(self, start: int) -> None:
        gap = self.text[self._at : start]
        # Most gaps are sound at first sight.
        if gap == ": " or (gap.isspace() and not self._has_tabs):
            return
        found = _BETWEEN.match(self.text, self._at)
        if found and found.end() < start:
            raise self._misplaced(found.end())

    def end(self) -> None:
        """Refuse what stands behind the last event."""
        self._between(len(self.text))
        # Some readers end such a block with a line feed, others without.
        if self._keeps_end and self.text[-1] != "\n":
            message = "the text ends within a block"
            hint = "end its last line with a line feed"
            raise self._error(len(self.text), message, hint)

    def brackets_begin(self, event: Any) -> None:
        """Refuse a question mark, at which a table begins that has no brackets of its own."""
        start = event.start_mark.index
        if self.text.startswith("?", start):
            raise self._misplaced(start)

    def document(self, event: Any) -> None:
        """Refuse directives, which change what follows, but for the version."""
        start = event.start_mark.index
        if event.explicit and not _START.match(self.text, start):
            message = "only the directive %YAML 1.2 is allowed"
            raise self._error(start, message, "leave the others out")

    def scalar(
        self, event: Any, indent: int, *, in_brackets: bool, is_key: bool
    ) -> None:
        """Refuse a scalar that YAML 1.2 does not allow, or that is another text for other readers."""
        style = event.style
        self._keeps_end = False
        if not style:
            if not event.value.isascii():
                self._curly(event, is_key=is_key)
            if in_brackets or self._has_tabs:
                self._bare(event, in_brackets=in_brackets)
        elif style in ("|", ">"):
            self._block(event, indent)
        elif event.start_mark.line < event.end_mark.line:
            self._quoted(event, indent)

    def _curly(self, event: Any, *, is_key: bool) -> None:
        """Refuse curly quotation marks where straight ones were meant: “a # b” is the text “a for YAML."""
        text, start = event.value, event.start_mark.index
        if is_key and text[0] in _CURLY:
            message = f"{text[0]} is a curly quotation mark, and begins no key"
            word = re.split(f"[{_CURLY[text[0]]}]", text[1:])[0]
            hint = f"write {json.dumps(word, ensure_ascii=False)}"
            raise self._error(start, message, hint)
        opened = _left_open(text)
        if opened is None:
            return
        mark, is_first = text[opened], opened == 0
        end = event.end_mark.index
        rest = self.text[end:].partition("\n")[0]
        closed = max(rest.rfind(each) for each in _CURLY[mark])
        if closed < 0 and (not is_first or mark in _SINGLE):
            return
        message = (
            f"{mark} is a curly quotation mark, and holds no text together"
        )
        hint = 'write straight ones around the text: "…"'
        if closed >= 0:
            message += f": this one ends before {shorten(rest.strip())}"
            if is_first and not rest[closed + 1 :].strip(" ,]}"):
                whole = self.text[start + 1 : end + closed]
                hint = f"write {json.dumps(whole, ensure_ascii=False)}"
        raise self._error(start, message, hint)

    def _quoted(self, event: Any, indent: int) -> None:
        """Check a text in quotes that goes over several lines."""
        start, end = event.start_mark.index, event.end_mark.index
        self._lines(start, end, indent)
        found = _EMPTY_BEHIND_BACKSLASH.search(self.text, start, end)
        if found and event.style == '"':
            message = "an empty line follows a backslash"
            raise self._error(found.end(), message, "leave it out")

    def _block(self, event: Any, indent: int) -> None:
        start = event.start_mark.index
        if indent < 0:
            message = "a block of text must belong to a key or a list"
            raise self._error(start, message, "put a key before it")
        if event.start_mark.column <= indent:
            raise self._too_far_left(start, indent)
        header = _BLOCK_HEADER.match(self.text, start)
        if header is None:
            message = "a block begins with a sign that something follows"
            hint = "begin its text on the next line"
            raise self._error(start, message, hint)
        self._keeps_end = "-" not in header[1]
        text = event.value
        if _BLANK_LINE.search(text) or text.lstrip("\n").startswith("\t"):
            message = "a line of this block begins with white space that some take for text"
            hint = "write the text in double quotes"
            raise self._error(start, message, hint)

    def _bare(self, event: Any, *, in_brackets: bool) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if in_brackets and self.text[start:end] == "-":
            raise self._misplaced(start)
        for sign in "\t?" if in_brackets else "\t":
            index = self.text.find(sign, start, end)
            if index >= 0:
                message = f"{json.dumps(sign)} may not stand here in a text without quotes"
                raise self._error(index, message, "put the text in quotes")

    def brackets(self, start: int, event: Any, indent: int) -> None:
        """Check the lines between brackets. The last bracket may stand as far left as its key."""
        end = event.end_mark.index - 1
        self._lines(start, end, indent)
        if event.start_mark.column < indent:
            raise self._too_far_left(end, indent - 1)

    def _lines(self, start: int, end: int, indent: int) -> None:
        """Refuse lines of a value that are not indented deeper than the block around it."""
        for found in _LINE.finditer(self.text, start, end):
            if len(found[1]) <= indent:
                raise self._too_far_left(found.end(), indent)

    def _too_far_left(self, index: int, indent: int) -> LoadError:
        message = "this line belongs to a value that is indented deeper"
        hint = f"begin it at column {indent + 2} or later"
        return self._error(index, message, hint)

    def _misplaced(self, index: int) -> LoadError:
        sign = self.text[index]
        unknown = f"{sign!r} may not stand here", "leave it out"
        return self._error(index, *_MISPLACED.get(sign, unknown))

    def _error(self, index: int, message: str, hint: str) -> LoadError:
        place = place_of(self.text, index)
        return syntax_error(message, self.file, *place, hint=hint)


def _left_open(text: str) -> int | None:
    """Return where a curly quotation mark stands that a text does not close, or None."""
    opened: int | None = None
    for found in _MARK.finditer(text):
        mark, at = found[0], found.start()
        if opened is not None:
            opened = None if mark in _CURLY[text[opened]] else opened
        elif mark in _CURLY and (at == 0 or mark not in _SINGLE):
            opened = at
    return opened
