"""Why a text is not TOML, JSON or YAML, in plain words, and how to put it right.

A parser says at which character it could not go on, and not what people did: curly quotes, a comma too
many, a colon in a text. These slips are known by the line where it stopped. What is not among them is
left in the words of the parser.

This module is loaded when a text could not be read, and not before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Final

from attrs import evolve, frozen

from entente._text import shorten
from entente.records._model import KINDS
from entente.values._habits import suggest_date

# A longer line was not typed, and is not looked at in detail.
_LONGEST_LINE: Final = 2_000
_LONGEST_SHOWN: Final = 80


@frozen(eq=False)
class Stop:
    """Where a parser could not go on in a text, and why; lines and columns count from 1."""

    text: str
    reason: str
    line: int
    column: int

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, without white space at their ends."""
        return tuple(
            line[:_LONGEST_LINE].rstrip() for line in self.text.split("\n")
        )

    @cached_property
    def before(self) -> str:
        """What was read, without white space at the end."""
        read = self.text.split("\n")[: self.line - 1]
        start = self.of_line[: max(self.column - 1, 0)]
        return "\n".join([*read, start]).rstrip()

    @property
    def of_line(self) -> str:
        """The line in which it stopped."""
        return self.line_at(self.line)

    @property
    def rest(self) -> str:
        """What follows in the line, with the character where it stopped."""
        return self.of_line[max(self.column - 1, 0) :]

    def line_at(self, number: int) -> str:
        """Return a line by its number; there is nothing behind the last one."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


@frozen
class Slip:
    """What somebody did: the message, what to do about it, and where it is if not where reading stopped."""

    message: str
    hint: str | None
    line: int | None = None
    column: int | None = None


Rule = Callable[[Stop], Slip | None]

_QUOTES: Final = "“”„‟«»‘’‚‛"
_DASHES: Final = "‐‑‒–—−"
_INVISIBLE: Final = (
    "\xa0\u2007\u202f\u200b\u200c\u200d\u2060\ufeff\u2028\u2029\x85"
)
_NOTHING: Final = "none null nil undefined n/a na ~ -"
_NUMBERS: Final = re.compile(r"\d[\d./-]+")

# --- what may happen in every format -------------------------------------------------------------

_CONFLICT: Final = re.compile(
    r"^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$", re.MULTILINE
)


def _conflict(stop: Stop) -> Slip | None:
    found = [
        (stop.text.count("\n", 0, each.start()) + 1, each[0])
        for each in _CONFLICT.finditer(stop.text)
    ]
    if not any(marker.startswith("<") for _, marker in found):
        return None
    lines = ", ".join(str(line) for line, _ in found[1:6])
    return Slip(
        "git could not merge two versions from here on",
        "keep the lines that are right, and delete those that begin with <<<<<<<, ======= or >>>>>>>"
        + (f" (there are more at {lines})" if lines else ""),
        found[0][0],
        1,
    )


_OTHER_FORMATS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "toml": (
        ("JSON", r"\s*\{"),
        ("YAML", r"(?:#.*\n|\s|---)*(?:entente|[a-z]+): *(?:\d+ *)?\n"),
        ("HTML", r"\s*<"),
    ),
    "json": (
        ("TOML", r"(?:#.*\n|\s)*(?:\w+ *= *[^ {]|\[\[)"),
        ("YAML", r"(?:#.*\n|\s|---)*[a-z]+:(?: |\n)"),
        ("HTML", r"\s*<"),
    ),
    "yaml": (
        ("TOML", r"(?:#.*\n|\s)*(?:\w+ *=|\[\[)"),
        ("HTML", r"\s*<"),
    ),
}


def _other_format(format: str) -> Rule:
    def rule(stop: Stop) -> Slip | None:
        for name, pattern in _OTHER_FORMATS[format]:
            if re.match(pattern, stop.text):
                hint = (
                    "name the file by its format, with the ending"
                    f" .{name.lower()}, or write it as {format.upper()}"
                )
                if name == "HTML":
                    hint = "save the dossier itself, and not the page that shows it"
                return Slip(f"it looks like {name}", hint, 1, 1)
        return None

    return rule


def _odd_character(stop: Stop) -> Slip | None:
    """Find what is not what it looks like, where reading stopped."""
    character = stop.rest[:1]
    if not character:
        return None
    if character in _QUOTES:
        return Slip(
            f"{character} is a curly quotation mark",
            'write straight ones around a text: "…"',
        )
    if character in _DASHES:
        return Slip(
            f"{character} is a dash (U+{ord(character):04X})",
            "write a hyphen (-), or put the text in quotes",
        )
    if character in _INVISIBLE:
        return Slip(
            f"a character that cannot be seen stands here (U+{ord(character):04X})",
            "write a plain space in its place, or take it out",
        )
    return None


# --- TOML ----------------------------------------------------------------------------------------

_ENTRY: Final = re.compile(
    r"\s*(?P<key>[\w.-]{1,80}|\"[^\"]{0,80}\"|'[^']{0,80}')\s*=\s*(?P<value>(?:\S.*)?)"
)
_HEADER: Final = re.compile(
    r"\s*(?P<open>\[\[?)\s*(?P<name>[\w.-]{1,80})\s*(?P<close>\]*)(?P<rest>.*)"
)
_WHOLE_VALUE: Final = re.compile(
    r"(?P<value>\"(?:[^\"\\]|\\.)*\"|'[^']*'|\"\"\"[^\"]*\"\"\"|[\w.:+-]+|\[.*\]|\{.*\})\s*(?P<sign>[;,])\s*(?:#.*)?"
)


def _header_above(stop: Stop) -> str:
    """Return the header below which reading stopped, or an example of one."""
    for number in range(stop.line, 0, -1):
        header = _HEADER.match(stop.line_at(number))
        if header is not None:
            return f"[[{header['name']}]]"
    return "[[themes]]"


def _toml_long_text(stop: Stop) -> Slip | None:
    """Find a text of several lines that nothing closes."""
    if not re.search(r"unterminated|expected \"'''\"", stop.reason):
        return None
    for number in range(len(stop.lines), 0, -1):
        for mark in ('"""', "'''"):
            if stop.line_at(number).count(mark) % 2:
                column = stop.line_at(number).index(mark) + 1
                return evolve(_not_closed(mark), line=number, column=column)
    return None


def _toml_repeated(stop: Stop) -> Slip | None:
    reason = stop.reason.casefold()
    header = _HEADER.match(stop.of_line)
    if header is not None and "twice" in reason:
        name = header["name"]
        written = f"{header['open']}{name}{header['close']}"
        if name in KINDS:
            return Slip(
                f"{written} is given twice, and holds one record each time",
                f"write [[{name}]], in two brackets, above each record",
                stop.line,
                1,
            )
        return Slip(
            f"{written} is given twice", "keep one of them", stop.line, 1
        )
    entry = _ENTRY.match(stop.of_line)
    is_repeated = re.search("overwrite|duplicate|mutate|twice", reason)
    if entry is None or not is_repeated:
        return None
    key = entry["key"]
    above = _line_of_key(stop, key)
    return Slip(
        f"the key {key!r} is given twice in one record"
        + (f", first at line {above}" if above else ""),
        f"keep one of them, or begin a new record with {_header_above(stop)} above it",
        stop.line,
        stop.of_line.index(key) + 1,
    )


def _line_of_key(stop: Stop, key: str) -> int | None:
    for number in range(stop.line - 1, 0, -1):
        line = stop.line_at(number)
        if re.match(rf"\s*{re.escape(key)}\s*[.=]", line):
            return number
        if _HEADER.match(line):
            return None
    return None


def _toml_header(stop: Stop) -> Slip | None:
    header = _HEADER.match(stop.of_line)
    if header is None:
        return None
    name, brackets = (
        header["name"],
        "[[" if header["name"] in KINDS else header["open"],
    )
    right = f"{brackets}{name}{']' * len(brackets)}"
    if len(header["close"]) != len(header["open"]):
        return Slip(
            "the brackets of this header do not match",
            f"write {right}",
            stop.line,
            1,
        )
    return Slip(
        f"something follows {right} on its line",
        "begin a new line for it",
    )


_NO_ENTRIES: Final[tuple[tuple[str, str, str], ...]] = (
    (
        r"(?://|/\*|;|--|%)",
        "this is no comment in TOML",
        "begin a comment with #",
    ),
    (
        r"-\s+\S",
        "a dash begins no list in TOML",
        "begin each record with a line such as [[themes]], and write key = value below it",
    ),
    (
        r"(?P<key>[\w.-]{1,80})\s*(?::=|:|=>|→)\s*(?P<value>.*)",
        "a key is set apart from its value by =",
        "write {key} = …",
    ),
    (
        r"(?P<key>[\w-]{1,20}(?: +[\w-]{1,20}){1,4})\s*=",
        "a key is one word",
        "write {snake} = …",
    ),
    (r"=", "no key stands before the =", "write the key before it"),
    (
        r"(?P<key>[\w.-]{1,80})\s+[\"'\[{\d]",
        "there is no = behind the key {key}",
        "write {key} = …",
    ),
    (
        r"(?P<key>[\w.-]{1,80})\s*(?:#.*)?$",
        "the key {key} has no value",
        "write {key} = …, or leave it out",
    ),
    (
        r"(?P<key>[^\s=\"'\[\]{}#]{1,80})\s*=",
        "{key} is no key: a key is made of letters, digits, _ and -",
        "take out the other characters",
    ),
)


def _toml_no_entry(stop: Stop) -> Slip | None:
    """Find what is wrong with a line that is no key with a value."""
    line = stop.of_line.strip()
    if _ENTRY.match(line) is not None:
        return None
    for pattern, message, hint in _NO_ENTRIES:
        found = re.match(pattern, line)
        if found is not None:
            groups = found.groupdict()
            key = groups.get("key") or ""
            words = {"key": key, "snake": re.sub(" +", "_", key)}
            return Slip(message.format(**words), hint.format(**words))
    return None


def _toml_value(stop: Stop) -> Slip | None:
    """Find what is wrong with a value that stands on the line of its key."""
    entry = _ENTRY.fullmatch(stop.of_line)
    if entry is None:
        return None
    key, value = entry["key"], entry["value"]
    column = entry.start("value") + 1
    found = _toml_plain_value(key, value, stop.reason) or _toml_quoted(
        value, stop
    )
    if found is None:
        return None
    return evolve(found, line=stop.line, column=found.column or column)


def _toml_plain_value(key: str, value: str, reason: str) -> Slip | None:
    bare = value.partition("#")[0].strip()
    if not bare:
        return Slip(
            f"the key {key} has no value", "write one, or leave the key out"
        )
    if bare[0] == "=":
        return Slip("there is more than one =", f"write {key} = …")
    ended = _WHOLE_VALUE.fullmatch(value)
    if ended is not None:
        sign = "comma" if ended["sign"] == "," else "semicolon"
        return Slip(f"a {sign} stands at the end of the line", "leave it out")
    if bare.casefold() in {"true", "false", "yes", "no"}:
        word = "true" if bare.casefold() in {"true", "yes"} else "false"
        return Slip(f"{bare} is no value of TOML", f"write {word}")
    if bare.casefold() in _NOTHING.split():
        return Slip(f"TOML has no {bare}", "leave the key out")
    if bare[0] in "\"'[{":
        return None
    if "date" in reason:
        return Slip(f"there is no day {shorten(bare)}", None)
    date = suggest_date(bare) if _NUMBERS.fullmatch(bare) else None
    return Slip(
        f"{shorten(bare)} stands without quotes",
        date or f"write {key} = {_in_quotes(bare)}",
    )


def _toml_quoted(value: str, stop: Stop) -> Slip | None:
    """Find what is wrong with a text in quotes."""
    quote = value[:1]
    if quote not in {'"', "'"} or value[:3] == quote * 3:
        return None
    pattern = r'"(?:[^"\\]|\\.)*"' if quote == '"' else "'[^']*'"
    whole = re.match(pattern, value)
    if whole is None:
        return _not_closed(quote)
    if whole.end() < len(value) and value[whole.end() :].lstrip()[:1] != "#":
        if re.match(r"\s+[\w.-]+\s*=", value[whole.end() :]):
            return Slip(
                "two keys stand on one line", "begin a new line for each"
            )
        if quote == "'":
            return Slip(
                "an apostrophe ends this text",
                'write the text in double quotes: "…"',
            )
        return Slip(
            "a quotation mark ends this text before its end",
            'write \\" for one within a text, or put the text in single quotes',
        )
    if re.search(r"escape|hex|unicode|\\", stop.reason.casefold()):
        return Slip(
            "a backslash in a text begins a sign such as \\n",
            "write it twice (\\\\), or put the text in single quotes",
        )
    return None


def _in_quotes(text: str) -> str:
    """Return a text in double quotes, or a mark for one that would fill the screen."""
    return json.dumps(
        text if len(text) <= _LONGEST_SHOWN else "…", ensure_ascii=False
    )


def _not_closed(quote: str) -> Slip:
    return Slip(
        "the text that begins here has no quotation mark at its end",
        f"put {quote} at its end",
    )


def _toml_not_closed(stop: Stop) -> Slip | None:
    """Find a text, a list or a table that began on a line above and was not closed."""
    for number in range(min(stop.line, len(stop.lines)), 0, -1):
        line = stop.line_at(number)
        entry = _ENTRY.fullmatch(line)
        value = entry["value"] if entry else ""
        if entry is None or not value:
            continue
        column = entry.start("value") + 1
        if value[0] == "'" and "'" not in value[1:]:
            return evolve(_not_closed("'"), line=number, column=column)
        if value[0] in "[{":
            return _toml_in_brackets(stop, number, column, value)
        if number < stop.line:
            return None
    return None


def _toml_in_brackets(
    stop: Stop, number: int, column: int, value: str
) -> Slip | None:
    word = re.match(r"[^\s,\]}\"'{\[=]{1,80}", stop.rest)
    is_next = stop.line > number and (
        _ENTRY.match(stop.of_line) or _HEADER.match(stop.of_line)
    )
    is_at_end = (
        not stop.rest.strip() and not stop.line_at(stop.line + 1).strip()
    )
    if value[0] == "[" and (is_next or is_at_end):
        return Slip(
            "the list that begins here is not closed",
            "put ] at its end",
            number,
            column,
        )
    if not stop.rest.strip() or (value[-1] == "{" and stop.line > number):
        return Slip(
            "a table in braces has to end on the line where it begins",
            "write it on one line, and put no comma behind its last value",
            number,
            column,
        )
    # Before a comma or at the beginning a value was expected, else the comma.
    if stop.before[-1:] not in {",", "[", "{", "=", ""}:
        return Slip("a comma is missing here", "put one between the two")
    if word is not None:
        return Slip(
            f"{shorten(word[0])} stands without quotes",
            f'write "{word[0]}"',
        )
    return None


# --- JSON ----------------------------------------------------------------------------------------

_LITERALS: Final = {
    "True": "write true",
    "False": "write false",
    "None": "leave the key out",
    "undefined": "leave the key out",
    "NaN": "leave the key out",
}


def _json_end(stop: Stop) -> Slip | None:
    if not stop.text.strip():
        return Slip("the text is empty", 'begin with {"entente": 1}')
    is_at_end = not stop.text[len(stop.before) :].strip()
    if is_at_end and "string" not in stop.reason:
        return Slip(
            "the text ends too soon", "close what is open, with ], } or both"
        )
    return None


def _json_brackets(stop: Stop) -> Slip | None:
    behind_comma = stop.before[-1:] == "," and stop.rest[:1] in {"}", "]"}
    if behind_comma or "trailing comma" in stop.reason:
        # Since Python 3.13 the parser stops at the comma, and before at the bracket.
        upto = stop.before if behind_comma else f"{stop.before},"
        return Slip(
            "a comma stands before a closing bracket",
            "leave the comma out",
            upto.count("\n") + 1,
            len(upto) - (upto.rfind("\n") + 1),
        )
    if "extra data" in stop.reason:
        return Slip(
            "something follows the end of the dossier",
            "put all records between the same brackets",
        )
    return None


def _json_words(stop: Stop) -> Slip | None:
    """Find a comment, or a key or a value without double quotes."""
    rest = stop.rest
    if rest[:1] == "#" or rest[:2] in {"//", "/*"}:
        return Slip(
            "JSON has no comments",
            "take it out, or write the dossier as TOML or YAML",
        )
    if rest[:1] == "'":
        return Slip("JSON has texts in double quotes alone", 'write "…"')
    word = re.match(r"[^\W\d][\w-]{0,79}", rest)
    if word is None or "delimiter" in stop.reason:
        return None
    hint = _LITERALS.get(word[0], f'write "{word[0]}"')
    return Slip(
        f"{shorten(word[0])} stands without quotes"
        if word[0] not in _LITERALS
        else f"JSON has no {word[0]}",
        hint,
    )


def _json_delimiter(stop: Stop) -> Slip | None:
    sign = stop.rest[:1]
    if "':' delimiter" in stop.reason:
        if sign == "=":
            return Slip(
                "a key is set apart from its value by a colon", "write : for ="
            )
        return Slip("a colon is missing behind the key", "put one here")
    if "',' delimiter" not in stop.reason:
        return None
    behind_quote = stop.of_line[: stop.column - 1][-1:] == '"'
    if behind_quote and (sign.isalnum() or sign == '"'):
        return Slip(
            "a quotation mark ends this text before its end",
            'write \\" for one within a text',
        )
    if sign in {"]", "}"}:
        return Slip(
            f"{sign} does not close what was opened last",
            "check the brackets above",
        )
    if sign == ";":
        return Slip("a semicolon stands between two values", "write a comma")
    if stop.before[-1:] == "0" and sign.isdecimal():
        return Slip(
            "a number may not begin with 0", "put it in quotes if it is a text"
        )
    return Slip("a comma is missing here", "put one between the two")


def _json_text(stop: Stop) -> Slip | None:
    if "escape" in stop.reason:
        return Slip(
            "a backslash in a text begins a sign such as \\n",
            "write it twice (\\\\)",
        )
    if "unterminated" in stop.reason:
        return _not_closed('"')
    if "control character" not in stop.reason:
        return None
    if stop.rest[:1] == "\t":
        return Slip("a tab stands in a text", "write \\t, or a space")
    return Slip(
        "a text has no quotation mark at the end of its line",
        'put " at its end, or write \\n where its lines break',
    )


# --- YAML ----------------------------------------------------------------------------------------

_YAML_ENTRY: Final = re.compile(
    r"(?P<indent>[ ]*(?:- +)*)(?P<key>[\w-]{1,80}):(?: +(?P<value>\S.*))?"
)


def _yaml_tab(stop: Stop) -> Slip | None:
    number = stop.line
    line = stop.of_line
    if "\t" not in (line[: len(line) - len(line.lstrip())] or stop.rest[:1]):
        return None
    return Slip(
        "a tab may not stand here",
        "write spaces",
        number,
        line.index("\t") + 1,
    )


def _yaml_unspaced(stop: Stop) -> Slip | None:
    for number in (stop.line, stop.line - 1):
        line = stop.line_at(number)
        found = re.match(r" *(?:- +)?([\w-]{1,80}):(?=[^\s:/])", line)
        if found is not None:
            return Slip(
                "nothing sets this colon apart",
                f"put a space behind it: {found[1]}: …",
                number,
                found.end(),
            )
        dash = re.match(r" *-(?=[A-Za-z])", line)
        if dash is not None:
            return Slip(
                "nothing sets this dash apart",
                "put a space behind it",
                number,
                dash.end(),
            )
    return None


def _yaml_value(stop: Stop) -> Slip | None:
    entry = _YAML_ENTRY.fullmatch(stop.of_line)
    if entry is None or not entry["value"]:
        return None
    key, value = entry["key"], entry["value"]
    column = entry.start("value") + 1
    quoted = _in_quotes(value)
    if value[0] in "@`%&!|>":
        return Slip(
            f"a text may not begin with {value[0]} without quotes",
            f"write {key}: {quoted}",
            stop.line,
            column,
        )
    if value[0] in "\"'":
        found = _toml_quoted(value, stop)
        if found is not None and value[0] == "'":
            found = evolve(
                found,
                hint="write it twice (''), or put the text in double quotes: \"…\"",
            )
        return evolve(found, line=stop.line, column=column) if found else None
    if re.search(r":(?: |$)", value) and value[0] not in "[{":
        return Slip(
            "a colon with a space behind it stands in a text without quotes",
            f"write {key}: {quoted}",
            stop.line,
            column,
        )
    return None


def _yaml_not_closed(stop: Stop) -> Slip | None:
    for number, line in reversed(list(enumerate(stop.lines[: stop.line], 1))):
        entry = _YAML_ENTRY.fullmatch(line)
        value = entry["value"] if entry else None
        if entry is None or not value:
            continue
        column = entry.start("value") + 1
        if value[0] in "\"'" and value.count(value[0]) == 1:
            return evolve(_not_closed(value[0]), line=number, column=column)
        if value[0] in "[{" and value.count("[") + value.count(
            "{"
        ) > value.count("]") + value.count("}"):
            what, sign = ("list", "]") if value[0] == "[" else ("table", "}")
            return Slip(
                f"the {what} that begins here is not closed",
                f"put {sign} at its end",
                number,
                column,
            )
    return None


def _yaml_indent(stop: Stop) -> Slip | None:
    """Find a line that does not begin where its neighbours do."""
    above = next(
        (
            line
            for line in reversed(stop.lines[: stop.line - 1])
            if line.strip() and not line.lstrip().startswith("#")
        ),
        "",
    )
    own, other = _YAML_ENTRY.match(stop.of_line), _YAML_ENTRY.match(above)
    if (
        own is None
        or other is None
        or len(own["indent"]) == len(other["indent"])
    ):
        return None
    return Slip(
        "this line does not begin in the column of those that it belongs to",
        f"begin it in column {len(other['indent']) + 1}, as the key {other['key']!r} above does,"
        " or as another record or key does",
        stop.line,
        len(own["indent"]) + 1,
    )


# --- what was read, and is no dossier ------------------------------------------------------------


def instead_of_list(
    kind: str, value: Mapping[str, object], format: str
) -> str:
    """Return a hint for a table where the records of a kind should be.

    >>> instead_of_list("themes", {"id": "a"}, "toml")
    'write [[themes]], in two brackets, above each record'
    """
    of_each = {
        "toml": f"write [[{kind}]], in two brackets, above each record",
        "yaml": "begin each record with a dash: - id: …",
        "json": 'write the records in brackets: [{"id": …}, …]',
    }[format]
    if value and all(isinstance(each, dict) for each in value.values()):
        return f"{of_each}; the key {next(iter(value))!r} becomes its id"
    return of_each


def instead_of_table(text: str) -> str | None:
    """Return a hint for a YAML text that is a text alone, as other formats and slips are.

    >>> instead_of_table("entente:1")
    'put a space behind the colon: entente: 1'
    """
    if re.match(r"\w+ *=|\[\[", text):
        return "it looks like TOML; name the file by its format, with the ending .toml"
    if re.match(r"\w+:\S", text):
        return "put a space behind the colon: entente: 1"
    return None


# --- all rules -----------------------------------------------------------------------------------

_RULES: Final[Mapping[str, tuple[Rule, ...]]] = {
    "toml": (
        _conflict,
        _other_format("toml"),
        _odd_character,
        _toml_long_text,
        _toml_repeated,
        _toml_header,
        _toml_no_entry,
        _toml_value,
        _toml_not_closed,
    ),
    "json": (
        _conflict,
        _other_format("json"),
        _json_end,
        _odd_character,
        _json_brackets,
        _json_words,
        _json_delimiter,
        _json_text,
    ),
    "yaml": (
        _conflict,
        _other_format("yaml"),
        _yaml_tab,
        _odd_character,
        _yaml_value,
        _yaml_unspaced,
        _yaml_not_closed,
        _yaml_indent,
    ),
}  # fmt: skip
"""What may have been done, by the format; the first that fits is reported."""


def explained(format: str, stop: Stop) -> Slip:
    """Say what somebody did where a text could not be read, or why the parser stopped.

    >>> stop = Stop("id = GB", "invalid value", line=1, column=6)
    >>> explained("toml", stop).message, explained("toml", stop).hint
    ("this is not TOML: 'GB' stands without quotes", 'write id = "GB"')
    """
    found = next(_slips(format, stop), None) or Slip(stop.reason, None)
    return evolve(
        found,
        message=f"this is not {format.upper()}: {found.message}",
        line=found.line or stop.line,
        column=found.column or stop.column,
    )


def _slips(format: str, stop: Stop) -> Iterator[Slip]:
    for rule in _RULES[format]:
        found = rule(stop)
        if found is not None:
            yield found
