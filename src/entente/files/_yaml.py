"""YAML 1.2: the part of it that JSON has words for too.

PyYAML follows YAML 1.1, in which ``NO`` is false. So only its events are used here, and scalars are
read by the core schema of YAML 1.2: ``NO`` is a text, and so is ``2024-01-30``.
"""

from __future__ import annotations

import re
from typing import Any

from attrs import define

from entente._text import LONE_SURROGATE, shorten
from entente.errors import Location, MissingExtraError, Problem
from entente.files._documents import (
    DEEPEST,
    HOLDS_LONE_SURROGATE,
    LONGEST_LINE,
    RECORD_DEPTH,
    TOO_DEEP,
    Document,
    Plain,
    repeated_key,
    syntax_error,
    whole_number,
)

# The core schema (YAML 1.2, section 10.3). An empty scalar is null too.
_NULL = re.compile(r"null|Null|NULL|~|")
_TRUE = re.compile(r"true|True|TRUE")
_FALSE = re.compile(r"false|False|FALSE")
_WHOLE = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)


def read_yaml(text: str, file: str | None) -> Document:
    """Read a YAML text. Aliases, tags and repeated keys become problems of the document."""
    try:
        import yaml  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("reading YAML", "yaml") from error
    builder = _Builder(file)
    # The loader in C is there if PyYAML was built with libyaml.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line + 1, mark.column + 1) if mark else ()
        message = f"this is not YAML: {error.problem}"
        raise syntax_error(message, file, *place) from error
    except yaml.YAMLError as error:
        reason = str(error).splitlines()[0]
        raise syntax_error(f"this is not YAML: {reason}", file) from error
    return Document(builder.data, file, tuple(builder.problems), builder)


@define
class _Container:
    """A list or table whose items are being read.

    `key` is the key whose value comes next. `is_repeated` says whether the container belongs to a
    key that is given twice, and `next_is_repeated` whether the next value does.
    """

    value: list[Plain] | dict[str, Plain]
    path: Location
    is_repeated: bool
    key: str | None = None
    next_is_repeated: bool = False

    @property
    def awaits_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None

    @property
    def next_step(self) -> str | int:
        """The last step of the path to the next value."""
        return len(self.value) if self.key is None else self.key


class _Builder:
    """Builds plain data from YAML's events, and notes where each value begins."""

    def __init__(self, file: str | None) -> None:
        self.file = file
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
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        match type(event).__name__:
            case "DocumentStartEvent":
                self._begin_document(line, column)
            case "MappingStartEvent":
                self._begin({}, event, line, column)
            case "SequenceStartEvent":
                self._begin([], event, line, column)
            case "MappingEndEvent" | "SequenceEndEvent":
                self._end(event)
            case "ScalarEvent":
                self._extend_record(event)
                self._scalar(event, line, column)
            case "AliasEvent":
                # An alias may stand for a text that grows a billion times.
                message = "YAML aliases are not allowed"
                self._report(message, "write the text out", line, column)
                self._put(None, line, column)
            case _:
                pass

    def _begin_document(self, line: int, column: int) -> None:
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
        self._refuse_tag(event, line, column)
        path = self._put(value, line, column)
        if len(path) == RECORD_DEPTH and not event.flow_style:
            self._last_lines[path] = line
        self._open.append(_Container(value, path, is_repeated))

    def _end(self, event: Any) -> None:
        # A block has no end of its own: its end event has no width, and lies where the next
        # value begins. A flow ends at its bracket.
        if event.start_mark.index < event.end_mark.index:
            self._extend_record(event)
        self._open.pop()

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
        if LONE_SURROGATE.search(text):
            raise syntax_error(HOLDS_LONE_SURROGATE, self.file, line, column)
        if self._open and self._open[-1].awaits_key:
            self._key(text, line, column)
            return
        self._refuse_tag(event, line, column)
        value: Plain = text
        # PyYAML says that the tag is implicit when the scalar has neither quotes nor tag.
        if event.implicit[0]:
            try:
                value = _unquoted(text)
            except ValueError as error:
                hint = "put it in quotes if it is a text"
                self._report(str(error), hint, line, column)
        self._put(value, line, column)

    def _key(self, text: str, line: int, column: int) -> None:
        table = self._open[-1]
        path = (*table.path, text)
        is_known = path in self._places
        # Only the outermost of repeated keys is reported.
        if is_known and not table.is_repeated:
            self.problems.append(repeated_key(path, self.file, line, column))
        table.next_is_repeated = table.is_repeated or is_known
        self._places.setdefault(path, (line, column))
        table.key = text

    def _refuse_tag(self, event: Any, line: int, column: int) -> None:
        if event.tag not in (None, "!"):
            message = f"the tag {shorten(event.tag)} is not allowed"
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


def _unquoted(text: str) -> Plain:
    """Return the value of a scalar without quotes, by the core schema."""
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


def write_yaml(data: dict[str, Plain]) -> str:
    """Return data as YAML, with quotes around texts that YAML 1.1 or 1.2 would not read as such."""
    try:
        import yaml  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("writing YAML", "yaml") from error

    class Dumper(yaml.SafeDumper):
        """Writes lists indented and without aliases."""

        def ignore_aliases(self, data: object) -> bool:
            del data  # whatever it is, it is written out
            return True

        def increase_indent(
            self,
            flow: bool = False,  # noqa: FBT001, FBT002 -- as PyYAML has it
            indentless: bool = False,  # noqa: FBT001, FBT002
        ) -> None:
            del indentless  # lists are always indented
            super().increase_indent(flow, False)

    def represent_text(dumper: Dumper, value: str) -> yaml.ScalarNode:
        # U+0085 is a line break in YAML 1.1, and is kept only in double quotes.
        style = '"' if "\x85" in value else None
        return dumper.represent_scalar(
            "tag:yaml.org,2002:str", value, style=style
        )

    Dumper.add_representer(str, represent_text)
    # PyYAML knows the numbers of YAML 1.1 and quotes texts that look like them. Add those of 1.2.
    digits = "0123456789"
    Dumper.add_implicit_resolver(
        "tag:yaml.org,2002:int", _WHOLE, list("-+" + digits)
    )
    Dumper.add_implicit_resolver(
        "tag:yaml.org,2002:float", _FLOAT, list("-+." + digits)
    )
    return yaml.dump(
        data,
        Dumper=Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=LONGEST_LINE,
    )
