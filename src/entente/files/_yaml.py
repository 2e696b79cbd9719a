"""YAML 1.2: the part of it that JSON has words for too.

PyYAML follows YAML 1.1, in which ``NO`` is false. So only its events are used here, and scalars are
read by the core schema of YAML 1.2: ``NO`` is a text, and so is ``2024-01-30``.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from attrs import define

from entente._text import LONE_SURROGATE, shorten
from entente.errors import LoadError, Location, MissingExtraError, Problem
from entente.files._documents import (
    DEEPEST,
    HOLDS_LONE_SURROGATE,
    RECORD_DEPTH,
    TOO_DEEP,
    Document,
    Plain,
    repeated_key,
    syntax_error,
    unreadable,
    whole_number,
)
from entente.files._yaml_strict import Strictness, place_of, refuse_characters

# The core schema (YAML 1.2, section 10.3). An empty scalar is null too.
_NULL = re.compile(r"null|Null|NULL|~|")
_TRUE = re.compile(r"true|True|TRUE")
_FALSE = re.compile(r"false|False|FALSE")
_WHOLE = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)


# How a scalar begins that may be no text.
_NO_TEXT: Final = frozenset("nNtTfF~-+.0123456789")
# How PyYAML says from 6.0.4 on that a text is nested deeper than it reads.
_NESTING: Final = "nesting depth"


def read_yaml(text: str, file: str | None) -> Document:
    """Read a YAML text. Anchors, aliases, tags and repeated keys become problems of the document."""
    try:
        import yaml  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("reading YAML", "yaml") from error
    refuse_characters(text, file)
    builder = _Builder(text, file)
    # The loader in C is there if PyYAML was built with libyaml.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        # libyaml counts a line break more than a text has that ends within a line.
        place = place_of(text, min(mark.index, len(text))) if mark else ()
        if mark and _NESTING in str(error.problem):
            # PyYAML looks a thousand levels ahead. The first that is too deep stands before its place.
            read_yaml(text[: mark.index], file)
        reason = str(error.problem)
        if not place:
            message = f"this is not YAML: {reason}"
            raise syntax_error(message, file) from error
        raise unreadable("yaml", text, file, reason, place) from error
    except LoadError:
        raise
    except (yaml.YAMLError, ValueError, ArithmeticError) as error:
        # PyYAML passes on what Python says of escapes and versions with numbers that are too large.
        reason = str(error).splitlines()[0]
        raise syntax_error(f"this is not YAML: {reason}", file) from error
    return Document(builder.data, file, tuple(builder.problems), builder)


@define
class _Container:
    """A list or table whose items are being read.

    `key` is the key whose value comes next. `is_repeated` says whether the container belongs to a
    key that is given twice, and `next_is_repeated` whether the next value does. `indent` is the column
    of the innermost block, or -1 outside of all. A container in brackets has the index of the first.
    """

    value: list[Plain] | dict[str, Plain]
    path: Location
    is_repeated: bool
    indent: int
    bracket: int | None
    key: str | None = None
    next_is_repeated: bool = False

    @property
    def awaits_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None

    @property
    def next_step(self) -> str | int:
        """The last step of the path to the next value."""
        return len(self.value) if self.key is None else self.key


_OUTSIDE: Final = _Container([], (), False, -1, None)


class _Builder:
    """Builds plain data from YAML's events, and notes where each value begins."""

    def __init__(self, text: str, file: str | None) -> None:
        self.file = file
        self._strictness = Strictness(text, file)
        self.data: Plain = None
        self.problems: list[Problem] = []
        self._places: dict[Location, tuple[int, int]] = {}
        self._last_lines: dict[Location, int] = {}
        # The containers around the next value, the outermost first.
        self._open: list[_Container] = []
        self._documents = 0

    def find(self, path: Location) -> tuple[int, int] | None:
        return self._places.get(path)

    def span(self, path: Location) -> tuple[int, int] | None:
        if path not in self._last_lines:
            return None
        return self._places[path][0], self._last_lines[path]

    def take(self, event: Any) -> None:
        """Add what an event of PyYAML stands for."""
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        self._strictness.take(event)
        match type(event).__name__:
            case "ScalarEvent":
                self._extend_record(event)
                self._scalar(event, line, column)
            case "MappingStartEvent":
                self._begin({}, event, line, column)
            case "SequenceStartEvent":
                self._begin([], event, line, column)
            case "MappingEndEvent" | "SequenceEndEvent":
                self._end(event)
            case "DocumentStartEvent":
                self._begin_document(event, line, column)
            case "AliasEvent":
                # An alias may stand for a text that grows a billion times.
                message = "YAML aliases are not allowed"
                self._report(message, "write the text out", line, column)
                self._put(None, line, column)
            case "StreamEndEvent":
                self._strictness.end()
            case _:
                pass

    def _begin_document(self, event: Any, line: int, column: int) -> None:
        self._strictness.document(event)
        self._documents += 1
        if self._documents > 1:
            message = "a second YAML document begins here"
            raise syntax_error(message, self.file, line, column)

    def _begin(
        self,
        value: list[Plain] | dict[str, Plain],
        event: Any,
        line: int,
        column: int,
    ) -> None:
        if len(self._open) == DEEPEST:
            raise syntax_error(TOO_DEEP, self.file, line, column)
        is_repeated = False
        if self._open:
            parent = self._open[-1]
            if parent.awaits_key:
                message = "a key must be text, not a list or table"
                raise syntax_error(message, self.file, line, column)
            in_table = isinstance(parent.value, dict)
            is_repeated = (
                parent.next_is_repeated if in_table else parent.is_repeated
            )
        self._refuse_properties(event, line, column)
        path = self._put(value, line, column)
        if len(path) == RECORD_DEPTH and not event.flow_style:
            self._last_lines[path] = line
        indent, bracket = column - 1, None
        if event.flow_style:
            self._strictness.brackets_begin(event)
            indent = (self._open[-1] if self._open else _OUTSIDE).indent
            bracket = event.start_mark.index
        self._open.append(
            _Container(value, path, is_repeated, indent, bracket)
        )

    def _end(self, event: Any) -> None:
        # A block has no end of its own: its end event has no width, and lies where the next
        # value begins. A flow ends at its bracket.
        if event.start_mark.index < event.end_mark.index:
            self._extend_record(event)
        ended = self._open.pop()
        is_inner = bool(self._open) and self._open[-1].bracket is not None
        if ended.bracket is not None and not is_inner:
            self._strictness.brackets(ended.bracket, event, ended.indent)

    def _extend_record(self, event: Any) -> None:
        """Note that the record that is being read reaches to the end of an event."""
        if len(self._open) <= RECORD_DEPTH:
            return
        record = self._open[RECORD_DEPTH].path
        if record in self._last_lines:
            end = event.end_mark
            # An event that ends in column 0 ended with the line before.
            self._last_lines[record] = end.line + (end.column > 0)

    def _scalar(self, event: Any, line: int, column: int) -> None:
        text: str = event.value
        around = self._open[-1] if self._open else _OUTSIDE
        self._strictness.scalar(
            event,
            around.indent,
            in_brackets=around.bracket is not None,
            is_key=around.awaits_key,
        )
        if event.style == '"' and LONE_SURROGATE.search(text):
            raise syntax_error(HOLDS_LONE_SURROGATE, self.file, line, column)
        if around.awaits_key:
            self._key(event, line, column)
            return
        self._refuse_properties(event, line, column)
        value: Plain = text
        if not event.style:
            try:
                value = _unquoted(text)
            except ValueError as error:
                hint = "put it in quotes if it is a text"
                self._report(str(error), hint, line, column)
        self._put(value, line, column)

    def _key(self, event: Any, line: int, column: int) -> None:
        text: str = event.value
        table = self._open[-1]
        path = (*table.path, text)
        is_known = path in self._places
        # Only the outermost of repeated keys is reported.
        if is_known and not table.is_repeated:
            self.problems.append(repeated_key(path, self.file, line, column))
        table.next_is_repeated = table.is_repeated or is_known
        self._places.setdefault(path, (line, column))
        table.key = text
        self._refuse_properties(event, line, column)
        if not event.style and not _is_text(text):
            message = f"a key must be text, and {text} is not"
            self._report(message, f"write {json.dumps(text)}", line, column)

    def _refuse_properties(self, event: Any, line: int, column: int) -> None:
        """Report a tag, which may change what a value is, and an anchor, which has no end for sure."""
        if event.tag is not None:
            message = f"the tag {shorten(event.tag)} is not allowed"
            self._report(message, "leave it out", line, column)
        if event.anchor is not None:
            message = (
                f"the anchor {shorten('&' + event.anchor)} is not allowed"
            )
            self._report(message, "leave it out", line, column)

    def _report(self, message: str, hint: str, line: int, column: int) -> None:
        """Note a problem of the next value."""
        path: Location = ()
        if self._open:
            path = (*self._open[-1].path, self._open[-1].next_step)
        self.problems.append(
            Problem(
                message=message,
                hint=hint,
                rule="syntax",
                file=self.file,
                line=line,
                column=column,
                path=path,
            )
        )

    def _put(self, value: Plain, line: int, column: int) -> Location:
        """Put a value into the innermost container, and return its path."""
        if not self._open:
            self.data = value
            return ()
        parent = self._open[-1]
        path = (*parent.path, parent.next_step)
        if isinstance(parent.value, list):
            parent.value.append(value)
            self._places.setdefault(path, (line, column))
        elif parent.key is not None:
            parent.value.setdefault(parent.key, value)
            parent.key = None
        else:
            message = "a key must be text, not an alias"
            raise syntax_error(message, self.file, line, column)
        return path


def _is_text(text: str) -> bool:
    """Say whether a scalar without quotes is text by the core schema."""
    try:
        return isinstance(_unquoted(text), str)
    except ValueError:
        return False


def _unquoted(text: str) -> Plain:
    """Return the value of a scalar without quotes, by the core schema."""
    if text and text[0] not in _NO_TEXT:
        return text
    if _NULL.fullmatch(text):
        return None
    if _TRUE.fullmatch(text):
        return True
    if _FALSE.fullmatch(text):
        return False
    if _WHOLE.fullmatch(text):
        return whole_number(text)
    if _FLOAT.fullmatch(text):
        # YAML writes .inf and .nan, Python inf and nan.
        return float(re.sub(r"\.(?=[a-zA-Z])", "", text))
    return text
