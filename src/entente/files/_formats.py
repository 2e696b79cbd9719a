"""JSON, TOML and YAML: text to plain data with the place of every value, and back.

Nothing here knows of records. `read` keeps the way back from a value to its line and column, so that
whoever finds it wrong can point at it. `write` is stable: a change of one value changes one line.
"""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from typing import Any, Final, Protocol, TypeAlias, cast

from attrs import define, frozen

from entente._text import LONE_SURROGATE, shorten
from entente.errors import LoadError, Location, MissingExtraError, Problem

Plain: TypeAlias = "str | bool | int | float | datetime.date | datetime.time | list[Plain] | dict[str, Plain] | None"
"""What the formats have in common."""

LONGEST_NUMBER: Final = 20
"""How many characters a whole number may have. No field wants more, and reading them costs time."""

DEEPEST: Final = 50
"""How many tables and lists may stand one inside another. A dossier has six."""

_RECORD: Final = 2
"""How deep a record stands in a document: in a list, under a key."""

LONGEST_LINE: Final = 100
"""Beyond this many characters a list is written one item a line."""


class Locator(Protocol):
    """Knows where the values of a text stand. Lines and columns count from 1."""

    def find(self, path: Location) -> tuple[int, int] | None:
        """Return line and column of a value's key, or of the value itself in a list; None if unknown."""
        ...

    def span(self, path: Location) -> tuple[int, int] | None:
        """Return the first and last line of a record, or None if it does not take whole lines of its own."""
        ...


@frozen(eq=False)
class Document:
    """A text that was read: its plain `data`, and the `problems` that did not keep it from being read."""

    data: Plain
    file: str | None
    problems: tuple[Problem, ...]
    locator: Locator

    def locate(self, path: Location) -> tuple[int, int] | tuple[None, None]:
        """Return line and column of a value, or of the nearest one around it that is known."""
        while True:
            place = self.locator.find(path)
            if place is not None or not path:
                return place or (None, None)
            path = path[:-1]


_TOO_DEEP: Final = "the text is nested too deep"
_HOLDS_HALF: Final = "the text holds half of a surrogate pair"


def checked(text: str, format: str, file: str | None = None) -> str:
    """Return a text without the byte order mark at its beginning; raises `LoadError` if no file can hold it."""
    text = text.removeprefix("\ufeff")
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise _failure(
            _HOLDS_HALF, file, *_Locator(text, format).line(error.start)
        ) from error
    return text


def read(text: str, format: str, *, file: str | None = None) -> Document:
    """Read a text of one of the `FORMATS`.

    Raises `LoadError` if it is not in that format at all. What can be read but should not stand
    there, such as a key given twice, is told in the document's `problems`. A byte order mark at the
    beginning is passed over.
    """
    text = checked(text, format, file)
    try:
        return FORMATS[format].read(text, file)
    except RecursionError as error:
        raise _failure(_TOO_DEEP, file) from error


def unread(text: str, format: str, file: str | None = None) -> Document:
    """Return a document without its data, of a text that is known to be JSON or TOML: it tells where values stand."""
    return Document(None, file, (), _Locator(text, format))


def write(data: dict[str, Plain], format: str) -> str:
    """Return `data`, as a dossier holds it, as a text of one of the `FORMATS`."""
    return FORMATS[format].write(data)


def _failure(
    message: str, file: str | None, line: int | None = None, column: int | None = None
) -> LoadError:
    return LoadError(
        [Problem(message=message, rule="syntax", file=file, line=line, column=column)]
    )


class _NumberError(ValueError):
    """A number that is none. `text` is how it is written."""

    def __init__(self, text: str, message: str) -> None:
        super().__init__(message)
        self.text = text


def _whole(text: str) -> int:
    if len(text) > LONGEST_NUMBER:
        raise _NumberError(text, f"{shorten(text, 30)} is too long for a number")
    return int(text, 0) if text[:2] in ("0o", "0x") else int(text)


# --- JSON and TOML: where values stand -------------------------------------------------------

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\\\n]*(?:\\.[^"\\\n]*)*"|'[^'\n]*')"""
_KEYS = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_GAP = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_ENTRY = re.compile(rf"({_KEYS})\s*[=:]\s*")
_HEADER = re.compile(rf"\[(\[?)[ \t]*({_KEYS})[ \t]*\]\]?")
_SCALAR = re.compile(
    r'"""(?:[^\\]|\\[\s\S])*?"{3,5}'
    r"|'''[\s\S]*?'{3,5}"
    r'|"[^"\\]*(?:\\.[^"\\]*)*"'
    r"|'[^']*'"
    r"|[^\s,\]}#]+(?: [0-9][^\s,\]}#]*)?"  # a TOML date may be followed by its time after a space
)


class _Locator:
    """Finds where values stand in a text that is known to be JSON or TOML, once it is asked.

    JSON and the inline values of TOML differ in nothing that matters here.
    """

    def __init__(self, text: str, format: str) -> None:
        self.text = text
        self.repeated: list[tuple[Location, int]] = []
        self._format = format
        self._begins: dict[Location, int] = {}
        self._ends: dict[Location, int] = {}
        self._again: set[Location] = (
            set()
        )  # keys given twice, and all that stands within them
        self._closed: dict[
            Location, int
        ] = {}  # records that were passed over, and where each begins
        self._walked = False

    def find(self, path: Location) -> tuple[int, int] | None:
        self.walk()
        self._open(path[:_RECORD])
        return self.line(self._begins[path]) if path in self._begins else None

    def span(self, path: Location) -> tuple[int, int] | None:
        self.walk()
        if path not in self._ends:
            return None
        return self.line(self._begins[path])[0], self.line(self._ends[path])[0]

    def line(self, offset: int) -> tuple[int, int]:
        line = bisect_left(self._breaks, offset)
        return line + 1, offset - (self._breaks[line - 1] if line else -1)

    @cached_property
    def _breaks(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self.text)]

    def walk(self) -> None:
        """Find where the tables of a TOML text stand with all within them, or the records of a JSON text."""
        if self._walked:
            return
        self._walked = True
        with suppress(
            RecursionError
        ):  # deeper than any dossier: the problem's path has to do
            if self._format == "json":
                self._value(self._gap(0), ())
            else:
                self._tables()

    def open_all(self) -> None:
        """Find all that stands within the records of a JSON text, too."""
        self.walk()
        for path in tuple(self._closed):
            self._open(path)

    def _open(self, path: Location) -> None:
        """Find what stands within a record of a JSON text."""
        at = self._closed.pop(path, None)
        if at is not None:
            with suppress(RecursionError):
                self._value(at, path, closed=False)

    def _tables(self) -> None:
        lengths: dict[Location, int] = {}
        table: Location = ()
        at = self._gap(0)
        while at < len(self.text):
            if header := _HEADER.match(self.text, at):
                table = self._table(header, lengths)
                self._begins[table] = at
                end = header.end()
            else:
                end = self._entry(at, table)
            if table:
                self._ends[table[:_RECORD]] = end
            at = self._gap(end)

    def _gap(self, at: int) -> int:
        return _matched(_GAP, self.text, at).end()

    def _table(self, header: re.Match[str], lengths: dict[Location, int]) -> Location:
        path: Location = ()
        *parents, last = _split(header[2])
        for key in parents:
            path = (*path, key)
            self._begins.setdefault(path, header.start())
            if path in lengths:
                path = (*path, lengths[path] - 1)
        path = (*path, last)
        self._begins.setdefault(path, header.start())
        if not header[1]:
            return path
        lengths[path] = lengths.get(path, 0) + 1
        return (*path, lengths[path] - 1)

    def _entry(self, at: int, table: Location) -> int:
        entry = _matched(_ENTRY, self.text, at)
        path = table
        for key in _split(entry[1]):
            path = (*path, key)
            if path in self._begins and table not in self._again:
                self.repeated.append((path, at))
                self._again.add(path)
            elif table in self._again:
                self._again.add(path)
            self._begins.setdefault(path, at)
        return self._value(entry.end(), path)

    def _value(self, at: int, path: Location, *, closed: bool = True) -> int:
        opened = self.text[at]
        if closed and len(path) == _RECORD and self._format == "json":
            self._closed[path] = at
            return _skipped(self.text, at)
        if opened not in "[{":
            return _matched(_SCALAR, self.text, at).end()
        index = 0
        at = self._gap(at + 1)
        while self.text[at] not in "]}":
            if opened == "{":
                at = self._entry(at, path)
            else:
                item = (*path, index)
                self._begins.setdefault(item, at)
                if path in self._again:
                    self._again.add(item)
                at = self._value(at, item)
                index += 1
            at = self._gap(at)
            if self.text[at] == ",":
                at = self._gap(at + 1)
        return at + 1


_DECODER = json.JSONDecoder(parse_int=str)


def _skipped(text: str, at: int) -> int:
    """Return the end of a JSON value, which is found much faster than what stands within it."""
    end: int = _DECODER.raw_decode(text, at)[1]
    return end


def _matched(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str]:
    # The text was read before, so there is nothing in it that does not match.
    return cast("re.Match[str]", pattern.match(text, at))


def _split(keys: str) -> Iterator[str]:
    for key in re.findall(_KEY, keys):
        if key[0] == '"':
            try:
                yield json.loads(key)
            except ValueError:  # an escape that TOML has and JSON has not
                yield from tomllib.loads(f"{key} = 0")
        else:
            yield key.strip("'")


# --- JSON --------------------------------------------------------------------------------------


def _read_json(text: str, file: str | None) -> Document:
    repeats = False

    def table(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
        nonlocal repeats
        made = dict(pairs)
        repeats = repeats or len(made) < len(pairs)
        return made

    def refuse(word: str) -> Plain:
        raise _NumberError(word, f"{word} is not a number")

    try:
        data = json.loads(
            text, object_pairs_hook=table, parse_int=_whole, parse_constant=refuse
        )
    except json.JSONDecodeError as error:
        said = f"this is not JSON: {error.msg[0].lower()}{error.msg[1:]}"
        raise _failure(said, file, error.lineno, error.colno) from error
    except _NumberError as error:
        raise _failure(
            str(error), file, *(_place_of(error.text.__eq__, text) or ())
        ) from error
    if _HALF.search(text) and (place := _place_of(_holds_half, text)):
        raise _failure(_HOLDS_HALF, file, *place)
    locator = _Locator(text, "json")
    return Document(
        data, file, tuple(_repeated(locator, file)) if repeats else (), locator
    )


_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[^\s,:=\[\]{}"]+')
_HALF = re.compile(r"\\u[dD][89a-fA-F]")


def _place_of(wanted: Callable[[str], bool], text: str) -> tuple[int, int] | None:
    """Return where the first string or number of a JSON text stands that is the wanted one as it is written."""
    for token in _TOKEN.finditer(text):
        if wanted(token[0]):
            return _Locator(text, "json").line(token.start())
    return None


def _holds_half(token: str) -> bool:
    """Say whether a JSON string holds half of a surrogate pair, which no file can."""
    try:
        json.loads(token if token.startswith('"') else '""').encode()
    except UnicodeEncodeError:
        return True
    return False


def _repeated(locator: _Locator, file: str | None) -> Iterator[Problem]:
    locator.open_all()
    for path, offset in locator.repeated:
        yield _repeat(path, file, *locator.line(offset))


def _repeat(path: Location, file: str | None, line: int, column: int) -> Problem:
    return Problem(
        message=f"the key {path[-1]!r} stands here twice",
        rule="syntax",
        file=file,
        line=line,
        column=column,
        path=path,
        hint="keep one of them",
    )


def _write_json(data: dict[str, Plain]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


# --- TOML --------------------------------------------------------------------------------------

_LONG_NUMBER = re.compile(rf"\b(?:0[xob])?[0-9a-fA-F_]{{{LONGEST_NUMBER + 1},}}")
_BITS = (10**LONGEST_NUMBER).bit_length()
_DEEP_KEY = re.compile(
    rf"(?<![A-Za-z0-9_.\"'-]){_KEY}(?:[ \t]*\.[ \t]*{_KEY}){{{DEEPEST},}}"
)
_TOML_PLACE = re.compile(
    r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL
)


def _read_toml(text: str, file: str | None) -> Document:
    if _DEEP_KEY.search(text):
        raise _failure(_TOO_DEEP, file)
    # Some numbers Python reads and cannot print again, and some it does not even read.
    long = _LONG_NUMBER.search(text)
    try:
        data = tomllib.loads(text)
        if long is not None and any(
            value.bit_length() > _BITS for value in _numbers(data)
        ):
            raise _too_long(long, text, file)
    except tomllib.TOMLDecodeError as error:
        told = _TOML_PLACE.fullmatch(str(error))
        said, *where = told.groups() if told else (str(error), None, None)
        last = _Locator(text, "toml").line(len(text))
        line, column = (
            int(part) if part else end for part, end in zip(where, last, strict=True)
        )
        raise _failure(
            f"this is not TOML: {said[0].lower()}{said[1:]}", file, line, column
        ) from error
    except LoadError:
        raise
    except ValueError as error:  # or a day that no calendar has
        raise (
            _too_long(long, text, file)
            if long
            else _failure(f"this is not TOML: {error}", file)
        ) from error
    return Document(data, file, (), _Locator(text, "toml"))


def _too_long(number: re.Match[str], text: str, file: str | None) -> LoadError:
    said = f"{shorten(number[0], 30)} is too long for a number"
    return _failure(said, file, *_Locator(text, "toml").line(number.start()))


def _numbers(data: Plain) -> Iterator[int]:
    if isinstance(data, int):
        yield data
    elif isinstance(data, list | dict):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _numbers(value)


def _write_toml(data: dict[str, Plain]) -> str:
    lines: list[str] = []
    tables: list[str] = []
    for key, value in data.items():
        if isinstance(value, list):
            for item in value:
                entries = item.items() if isinstance(item, dict) else ()
                tables += [
                    "",
                    f"[[{key}]]",
                    *(_toml_line(name, part) for name, part in entries),
                ]
        else:
            lines.append(_toml_line(key, value))
    return "\n".join(lines + tables) + "\n"


def _toml_line(key: str, value: Plain) -> str:
    line = f"{key} = {_toml_value(value)}"
    if isinstance(value, list) and len(line) > LONGEST_LINE:
        items = "".join(f"  {_toml_value(item)},\n" for item in value)
        return f"{key} = [\n{items}]"
    return line


def _toml_value(value: Plain) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            return f"[{', '.join(map(_toml_value, value))}]"
        case dict():
            return f"{{ {', '.join(f'{key} = {_toml_value(item)}' for key, item in value.items())} }}"
        case str():
            # A JSON string is a TOML basic string, but for the one control character that JSON lets pass.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case _:
            return str(value)


# --- YAML --------------------------------------------------------------------------------------

_YAML_NULL = re.compile(r"null|Null|NULL|~|")
_YAML_TRUE = re.compile(r"true|True|TRUE")
_YAML_FALSE = re.compile(r"false|False|FALSE")
_YAML_WHOLE = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_YAML_FLOAT = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)


def _read_yaml(text: str, file: str | None) -> Document:
    """Read YAML 1.2 by its core schema: ``NO`` is a text, and so is ``2024-01-30``."""
    try:
        import yaml  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("reading YAML", "yaml") from error
    reader = _YamlReader(file)
    try:
        for event in yaml.parse(
            text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        ):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line + 1, mark.column + 1) if mark else ()
        raise _failure(f"this is not YAML: {error.problem}", file, *place) from error
    except yaml.YAMLError as error:
        raise _failure(
            f"this is not YAML: {str(error).splitlines()[0]}", file
        ) from error
    return Document(reader.data, file, tuple(reader.problems), reader)


@define
class _Open:
    """A list or table whose items are being read."""

    value: list[Plain] | dict[str, Plain]
    path: Location
    again: bool
    key: str | None = None
    next_again: bool = False


class _YamlReader:
    """Builds plain data from YAML's events, of which it refuses those that JSON has no word for."""

    def __init__(self, file: str | None) -> None:
        self.file = file
        self.data: Plain = None
        self.problems: list[Problem] = []
        self._places: dict[Location, tuple[int, int]] = {}
        self._lasts: dict[Location, int] = {}
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        name = type(event).__name__
        match name:
            case "DocumentStartEvent":
                self._documents += 1
                if self._documents > 1:
                    raise _failure(
                        "a second YAML document begins here", self.file, line, column
                    )
            case "MappingEndEvent" | "SequenceEndEvent":
                # A block ends where the next one begins, a flow where its bracket closes.
                if event.start_mark.index < event.end_mark.index:
                    self._reach(event)
                self._open.pop()
            case "AliasEvent":
                self._refuse("an alias stands here", "write its text out", line, column)
                self._put(None, line, column)
            case "ScalarEvent":
                self._reach(event)
                self._scalar(event, line, column)
            case "MappingStartEvent":
                self._begin({}, event, line, column)
            case "SequenceStartEvent":
                self._begin([], event, line, column)
            case _:
                pass

    def find(self, path: Location) -> tuple[int, int] | None:
        return self._places.get(path)

    def span(self, path: Location) -> tuple[int, int] | None:
        return (
            (self._places[path][0], self._lasts[path]) if path in self._lasts else None
        )

    def _reach(self, event: Any) -> None:
        """Note that the record that is being read goes on to the end of an event."""
        if len(self._open) > _RECORD and self._open[_RECORD].path in self._lasts:
            self._lasts[self._open[_RECORD].path] = event.end_mark.line + (
                event.end_mark.column > 0
            )

    def _refuse(self, message: str, hint: str, line: int, column: int) -> None:
        path = (*self._open[-1].path, self._step()) if self._open else ()
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

    def _step(self) -> str | int:
        """Name the place in the innermost list or table that the next value takes."""
        within = self._open[-1]
        return len(within.value) if within.key is None else within.key

    def _begin(
        self, value: list[Plain] | dict[str, Plain], event: Any, line: int, column: int
    ) -> None:
        if len(self._open) == DEEPEST:
            raise _failure(_TOO_DEEP, self.file, line, column)
        if self._at_key():
            raise _failure(
                "a key is a text, not a list or table", self.file, line, column
            )
        self._untagged(event, line, column)
        within = self._open[-1] if self._open else None
        # Within a key that is given twice everything else is given twice, too.
        again = within is not None and (
            within.next_again if isinstance(within.value, dict) else within.again
        )
        path = self._put(value, line, column)
        if len(path) == _RECORD and not event.flow_style:
            self._lasts[path] = line
        self._open.append(_Open(value, path, again))

    def _scalar(self, event: Any, line: int, column: int) -> None:
        text: str = event.value
        if LONE_SURROGATE.search(text):
            raise _failure(_HOLDS_HALF, self.file, line, column)
        if self._at_key():
            within = self._open[-1]
            path = (*within.path, text)
            if path in self._places and not within.again:
                self.problems.append(_repeat(path, self.file, line, column))
            within.next_again = within.again or path in self._places
            self._places.setdefault(path, (line, column))
            within.key = text
            return
        self._untagged(event, line, column)
        value: Plain = text
        if event.implicit[0]:
            try:
                value = _plain_scalar(text)
            except ValueError as error:
                self._refuse(
                    str(error), "put it in quotes if it is a text", line, column
                )
        self._put(value, line, column)

    def _untagged(self, event: Any, line: int, column: int) -> None:
        if event.tag not in (None, "!"):
            self._refuse(
                f"the tag {shorten(event.tag)} stands here",
                "leave it out",
                line,
                column,
            )

    def _at_key(self) -> bool:
        return (
            bool(self._open)
            and isinstance(self._open[-1].value, dict)
            and self._open[-1].key is None
        )

    def _put(self, value: Plain, line: int, column: int) -> Location:
        if not self._open:
            self.data = value
            return ()
        within = self._open[-1]
        path = (*within.path, self._step())
        if isinstance(within.value, list):
            within.value.append(value)
            self._places.setdefault(path, (line, column))
        elif within.key is not None:
            within.value.setdefault(within.key, value)
            within.key = None
        else:
            raise _failure("a key is a text, not an alias", self.file, line, column)
        return path


def _plain_scalar(text: str) -> Plain:
    """Return what an unquoted YAML text means by the core schema (YAML 1.2, section 10.3)."""
    if _YAML_NULL.fullmatch(text):
        return None
    if _YAML_TRUE.fullmatch(text):
        return True
    if _YAML_FALSE.fullmatch(text):
        return False
    if _YAML_WHOLE.fullmatch(text):
        return _whole(text)
    if _YAML_FLOAT.fullmatch(text):
        return float(re.sub(r"\.(?=[a-zA-Z])", "", text))
    return text


def _write_yaml(data: dict[str, Plain]) -> str:
    try:
        import yaml  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("writing YAML", "yaml") from error

    class Dumper(yaml.SafeDumper):
        """Quotes whatever YAML 1.1 or 1.2 would not read back as the text that it is."""

        def ignore_aliases(self, data: object) -> bool:
            return True

        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002
            super().increase_indent(flow, False)

    def text(dumper: Dumper, value: str) -> yaml.ScalarNode:
        # A next-line character is a line break to YAML 1.1, and survives in double quotes alone.
        return dumper.represent_scalar(
            "tag:yaml.org,2002:str", value, style='"' if "\x85" in value else None
        )

    Dumper.add_representer(str, text)
    Dumper.add_implicit_resolver(
        "tag:yaml.org,2002:int", _YAML_WHOLE, list("-+0123456789")
    )
    Dumper.add_implicit_resolver(
        "tag:yaml.org,2002:float", _YAML_FLOAT, list("-+.0123456789")
    )
    return yaml.dump(
        data, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=LONGEST_LINE
    )


# --- the table of formats ----------------------------------------------------------------------


@frozen
class Format:
    """A format: how to read and write it, how its files' names end, how many bytes one may have.

    JSON is read fast, and may be the export of a large tracker; the others are written by hand.
    """

    read: Callable[[str, str | None], Document]
    write: Callable[[dict[str, Plain]], str]
    suffixes: tuple[str, ...]
    largest: int


FORMATS: Final[Mapping[str, Format]] = {
    "json": Format(_read_json, _write_json, (".json",), largest=2**31),
    "toml": Format(_read_toml, _write_toml, (".toml",), largest=2**25),
    "yaml": Format(_read_yaml, _write_yaml, (".yaml", ".yml"), largest=2**25),
}
"""The formats, by name."""

SUFFIXES: Final[Mapping[str, str]] = {
    suffix: name for name, format in FORMATS.items() for suffix in format.suffixes
}
"""The formats' names, by the ending of a file's name."""
