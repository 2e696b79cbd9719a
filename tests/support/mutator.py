"""Damages real dossiers, as a seed says: their bytes, their tokens or their structure.

`mutant` makes the same text of the same seed on every machine, so its seed alone is enough to repeat a failure.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from random import Random
from typing import Any, ClassVar, Final, Literal

import yaml
from attrs import frozen

import entente
from entente import Dossier
from entente.files._formats import write
from entente.records._walk import references
from full_dossier import FULL
from hostile import HOSTILE

FORMATS: Final = ("json", "toml", "yaml")

Expectation = Literal["anything", "equal", "another", "refused"]
Spot = tuple[str | int, ...]


@frozen
class Mutant:
    """A damaged file, and what has to come of it: the dossier of the `original`, another, or a refusal."""

    seed: int
    format: str
    content: bytes
    original: Any
    expected: Expectation = "anything"

    def __str__(self) -> str:
        return f"seed {self.seed}, {self.format}, {self.expected}: {self.content!r}"


LEVELS: Final = (
    *("bytes", "tokens", "structure") * 6,
    "structure and tokens",
    "structure and bytes",
    "layout",
    "noise",
)


def mutant(seed: int) -> Mutant:
    """Return the damaged file of a seed."""
    # It chooses what to break, and keeps no secret.
    rng = Random(seed)  # noqa: S311
    format = rng.choice(FORMATS)
    original = part(rng)
    levels = rng.choice(LEVELS)
    if levels == "noise":
        return Mutant(seed, format, noise(format, rng), original)
    data = original
    expected: Expectation = "equal"
    if "structure" in levels:
        data, expected = restructured(original, rng)
    text = written(data, format, rng)
    if "tokens" in levels:
        text, expected = _several(text, TOKEN_MUTATIONS, rng), "anything"
    content = text.encode(errors="surrogatepass")
    if "bytes" in levels:
        content, expected = _several(content, BYTE_MUTATIONS, rng), "anything"
    return Mutant(seed, format, content, original, expected)


def _several(
    value: Any,
    mutations: tuple[Callable[[Any, Random], Any], ...],
    rng: Random,
) -> Any:
    for _ in range(rng.choice((1, 1, 1, 2, 3, 5))):
        value = rng.choice(mutations)(value, rng)
    return value


# --- what is damaged: some records of a dossier and all that they name -------------------------------

_MOST_RECORDS: Final = 12


@cache
def _sources() -> tuple[tuple[tuple[frozenset[str], ...], Dossier], ...]:
    """Return dossiers, each with the sets of ids that stand for themselves."""
    names = ("uk-france", "promises-kept", "channel-2020-2024")
    dossiers = (FULL, FULL, *map(entente.example, names))
    return tuple((tuple(_closed_sets(each)), each) for each in dossiers)


def _closed_sets(dossier: Dossier) -> Iterator[frozenset[str]]:
    own = {record.id for record in dossier.records}
    for record in dossier.records:
        wanted, ahead = {record.id}, [record.id]
        while ahead and len(wanted) <= _MOST_RECORDS:
            named = {id for _, id, _ in references(dossier[ahead.pop()])}
            ahead += sorted(named & own - wanted)
            wanted |= named & own
        if len(wanted) <= _MOST_RECORDS:
            yield frozenset(wanted)


def part(rng: Random) -> Any:
    """Return a few records of a dossier, as plain data."""
    sets, dossier = rng.choice(_sources())
    wanted = rng.choice(sets) | rng.choice((frozenset[str](), *sets[:3]))
    piece = Dossier(each for each in dossier.records if each.id in wanted)
    return json.loads(entente.dumps(piece))


# --- how people and programs write it ---------------------------------------------------------------


def written(data: Any, format: str, rng: Random) -> str:
    """Return data in one of the ways in which a format can be written."""
    text = WRITERS[format](data, rng)
    return text.replace("\n", "\r\n") if rng.random() < 0.1 else text


def _json(data: Any, rng: Random) -> str:
    separators = rng.choice(((",", ":"), (", ", ": "), (" , ", " :\t")))
    return json.dumps(
        data,
        ensure_ascii=rng.random() < 0.3,
        indent=rng.choice((None, 2, 2, 1)),
        separators=separators,
    )


STYLES: Final[tuple[tuple[str | None, ...], ...]] = (
    (None,),
    ("'", '"'),
    (None, None, ">", "|", '"'),
)


class _Dumper(yaml.SafeDumper):
    """Writes texts in some styles, each by its length."""

    styles: ClassVar[tuple[str | None, ...]] = ()


def _styled(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    tag = "tag:yaml.org,2002:str"
    style = dumper.styles[len(text) % len(dumper.styles)]
    return dumper.represent_scalar(tag, text, style=style)


_Dumper.add_representer(str, _styled)


def _yaml(data: Any, rng: Random) -> str:
    match rng.randrange(4):
        case 0:
            return json.dumps(
                data, ensure_ascii=False, indent=rng.choice((None, 2))
            )
        case 1:
            _Dumper.styles = rng.choice(STYLES)
            return yaml.dump(
                data,
                Dumper=_Dumper,
                allow_unicode=rng.random() < 0.7,
                default_flow_style=rng.choice((None, True, False)),
                sort_keys=False,
                width=rng.choice((20, 80, 1000)),
            )
        case _:
            return write(data, "yaml")


def _toml(data: Any, rng: Random) -> str:
    steps = (path[-1] for path in spots(data))
    is_ours = all(_is_bare(step) for step in steps if isinstance(step, str))
    if is_ours and rng.random() < 0.4:
        return write(data, "toml")
    lines, tables = [], []
    for key, value in data.items():
        if isinstance(value, list) and value and rng.random() < 0.9:
            for item in value:
                tables += [f"[[ {_key(key, rng)} ]]", *_entries(item, rng)]
        else:
            lines.append(f"{_key(key, rng)} = {_value(value, rng)}")
    return "\n".join(lines + tables) + rng.choice(("\n", "", " # end"))


def _entries(item: Any, rng: Random) -> Iterator[str]:
    if not isinstance(item, dict):
        yield f"x = {_value(item, rng)}"
        return
    for key, value in item.items():
        if isinstance(value, dict) and value and rng.random() < 0.5:
            for inner, each in value.items():
                keys = f"{_key(key, rng)} . {_key(inner, rng)}"
                yield f"{keys} = {_value(each, rng)}"
        else:
            comment = rng.choice(("", "", '  # "so"'))
            yield f"{_key(key, rng)} = {_value(value, rng)}{comment}"


def _is_bare(key: str) -> bool:
    return re.fullmatch("[A-Za-z0-9_-]+", key) is not None


def _key(key: str, rng: Random) -> str:
    is_bare = _is_bare(key)
    ways = [json.dumps(key, ensure_ascii=rng.random() < 0.5)]
    ways += [key] * 4 if is_bare else []
    ways += [f"'{key}'"] if is_bare else []
    return rng.choice(ways)


def _value(value: Any, rng: Random) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return rng.choice((_text, _text, _long_text, _raw_text))(value)
        case list():
            items = [_value(each, rng) for each in value]
            end = rng.choice(("", ",", "\n", ", # last\n")) if items else ""
            return f"[{rng.choice((', ', ',', chr(10))).join(items) if len(items) < 2 else ', '.join(items)}{end}]"
        case dict():
            entries = [
                f"{_key(key, rng)} = {_value(each, rng)}"
                for key, each in value.items()
            ]
            return f"{{ {', '.join(entries)} }}"
        case _:
            return str(value)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _long_text(text: str) -> str:
    return f'"""\n{_text(text)[1:-1].replace(" ", " " + chr(92) + chr(10) + "  ", 1)}"""'


def _raw_text(text: str) -> str:
    is_plain = "'" not in text and text.isprintable()
    return f"'{text}'" if is_plain else _text(text)


WRITERS: Final[dict[str, Callable[[Any, Random], str]]] = {
    "json": _json,
    "toml": _toml,
    "yaml": _yaml,
}

# --- structure --------------------------------------------------------------------------------------

JUNK: Final[tuple[Any, ...]] = (
    None, True, False, 0, 1, -1, 2.9, 1e400, 10**19, 10**25, "false", "x", "", " ", "x ", [], {}, ["x"],
    [[]], {"x": 1}, "2024-02-30", "2024-13", "> >", "a\nb", "\u2028", "é", "e\u0301", "\x00", "\x7f",
    "\ud800", "😀", "12:30", "NO", "1e3", "- x", "# x", "x: y", "[x]", *HOSTILE.values(),
)  # fmt: skip
KEYS: Final = (
    "id", "label", "note", "made", "citations", "entente", "themes", "", "a b", "a.b", "<<", "__class__",
    "1", "true", "null", "é", "kind", "\n", '"', "'", "#", "x" * 1000,
)  # fmt: skip


def spots(data: object, path: Spot = ()) -> Iterator[Spot]:
    """List the paths to all that stands within plain data."""
    items = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for step, value in items:
        yield (*path, step)
        yield from spots(value, (*path, step))


def around(data: Any, path: Spot) -> Any:
    """Return the list or table in which a path ends."""
    for step in path[:-1]:
        data = data[step]
    return data


def restructured(original: Any, rng: Random) -> tuple[Any, Expectation]:
    """Return other data, and what has to come of it."""
    data = copy.deepcopy(original)
    mutations = rng.choices(
        tuple(STRUCTURE_MUTATIONS), k=rng.choice((1, 1, 1, 2, 4))
    )
    for mutation in mutations:
        mutation(data, rng)
    if len(mutations) > 1:
        return data, "anything"
    # As texts, for 1.0 is no version of the format, and yet equal to 1.
    if json.dumps(data, sort_keys=True) == json.dumps(
        original, sort_keys=True
    ):
        return data, "equal"
    return data, STRUCTURE_MUTATIONS[mutations[0]]


def _spot(data: Any, rng: Random) -> tuple[Any, Any]:
    """Choose a value, and return what holds it and its key or index there."""
    path = rng.choice(list(spots(data)) or [("entente",)])
    if path == ("entente",):
        data.setdefault("entente", 1)
    return around(data, path), path[-1]


def rename(data: Any, rng: Random) -> None:
    """Rename a key, or move an item to the end of its list."""
    within, step = _spot(data, rng)
    if isinstance(within, list):
        within.append(within.pop(step))
        return
    name = rng.choice((*KEYS, f"{step}s", step[1:], step.upper(), f"{step} "))
    items = [
        (name if key == step else key, value) for key, value in within.items()
    ]
    within.clear()
    within.update(items)


def retype(data: Any, rng: Random) -> None:
    """Put something of another type in the place of a value."""
    within, step = _spot(data, rng)
    value = within[step]
    ways = ({"edtf": value}, str(value), json.dumps(value), [value], *JUNK)
    within[step] = copy.deepcopy(rng.choice(ways))


def mistype(data: Any, rng: Random) -> None:
    """Put what no field of a record takes in the place of a value."""
    within, step = _spot(data, rng)
    value = within[step]
    wrong: list[Any] = [2.5, {"x": "y"}, [[]]]
    if isinstance(value, bool) or value == 1:
        wrong += ["true", 1.0, value + 1]
    else:
        wrong += [0, not value]
    within[step] = rng.choice(wrong)


def intrude(data: Any, rng: Random) -> None:
    """Put a key that no record has into a table."""
    inner = [around(data, (*path, "")) for path in spots(data)]
    tables = [data, *(each for each in inner if isinstance(each, dict))]
    rng.choice(tables)["unknown-key"] = rng.choice(("x", 1, [], {}))


def drop(data: Any, rng: Random) -> None:
    """Leave out a key or an item."""
    within, step = _spot(data, rng)
    del within[step]


def double(data: Any, rng: Random) -> None:
    """Let an item stand twice, or a key's value in a list with itself."""
    within, step = _spot(data, rng)
    if isinstance(within, list):
        within.insert(rng.randint(0, len(within)), copy.deepcopy(within[step]))
    else:
        within[step] = [within[step], copy.deepcopy(within[step])]


def nest(data: Any, rng: Random) -> None:
    """Put a value into a list or table of its own, some levels deep."""
    within, step = _spot(data, rng)
    for _ in range(rng.choice((1, 1, 2, 60))):
        within[step] = rng.choice(([within[step]], {"x": within[step]}))


def transplant(data: Any, rng: Random) -> None:
    """Take a value from its place and put it where another stands."""
    within, step = _spot(data, rng)
    value = within.pop(step)
    there, at = _spot(data, rng)
    there[at] = value


def graft(data: Any, rng: Random) -> None:
    """Put a copy of a value in another's place, or beside it under its own key."""
    within, step = _spot(data, rng)
    there, at = _spot(data, rng)
    at = step if isinstance(step, str) and isinstance(there, dict) else at
    there[at] = copy.deepcopy(within[step])


def misspell(data: Any, rng: Random) -> None:
    """Change a letter of a text, which may be an id, a date, an amount or a word."""
    within, step = _spot(data, rng)
    value = within[step]
    if isinstance(value, str):
        at = rng.randint(0, len(value))
        letter = rng.choice(("", *LETTERS))
        within[step] = value[:at] + letter + value[at + rng.randint(0, 1) :]


def reword(data: Any, rng: Random) -> None:
    """Put letters that no reader may change into a text of several words."""
    texts = [
        path
        for path in spots(data)
        if isinstance(value := around(data, path)[path[-1]], str)
        and " " in value
    ]
    if texts:
        path = rng.choice(texts)
        words = [each for each in JUNK if isinstance(each, str)]
        within, step = around(data, path), path[-1]
        before, after = within[step].split(" ", 1)
        middle = rng.choice((*words, *LETTERS))
        within[step] = f"{before} {middle}{rng.choice(('', ' '))}{after}"


def reorder(data: Any, rng: Random) -> None:
    """Put the keys of all tables into another order."""
    for path in list(spots(data)):
        within = around(data, path)
        if isinstance(within, dict):
            items = rng.sample(list(within.items()), len(within))
            within.clear()
            within.update(items)


STRUCTURE_MUTATIONS: Final[
    dict[Callable[[Any, Random], None], Expectation]
] = {
    rename: "another",
    retype: "another",
    mistype: "refused",
    intrude: "refused",
    drop: "another",
    double: "another",
    nest: "another",
    transplant: "another",
    # It may be a default that goes without saying, or another spelling: ">250" is "> 250".
    graft: "anything",
    misspell: "anything",
    reword: "anything",
    reorder: "equal",
}

# --- tokens -----------------------------------------------------------------------------------------

LETTERS: Final = "[]{}()\"'#:,.=-&*!|>%@`~?<\\/\n\r\t \x00\x1b\x7f\x85\xa0\u2028\u2029\ufeff\ud800é😀0aZ_+\u0301\u200b"
TOKENS: Final = (
    " ", "  ", "\n", "\n\n", "\n  ", "\t", ":", ": ", "- ", "? ", "#", " #", " # x", "[", "]", "{", "}",
    "[[", "]]", ",", ",,", "=", "'", '"', '"""', "'''", "|", ">", "|-\n", ">+\n", "|2\n", "&a ", "*a", "!",
    "!!str ", "!x ", "%", "@", "`", "---\n", "...\n", "%YAML 1.1\n", "%YAML 1.2\n---\n", "\r\n", "\r", "\\",
    "\\\n", "\\n", "\\x41", "\\e", "\\/", "\\u003a", "\\u0000", "\\ud83d", "\\ud83d\\ude00", "\\U0100006C",
    "\\U0001F600", "~", "null", "true", "NaN", "nan", "inf", "-Infinity", ".inf", "1", "-0", "0x1F", "0o7",
    "0b1", "1e9", "1e400", "1_000", "1.", ".5", "+1", "012", "9" * 20, "9" * 21, "9" * 5000, "2024-01-30",
    "12:30:45", "2024-01-30T12:30:45Z", "07:32", "é", "\ufeff", "\u2028", "\x85", "\x00", "<<: ", "a: b\n",
    "a = 1\n", '"a": 1,', '"id": "a",', "id = 'a'\n", "[a]\n", "[[themes]]\n", "entente", "// x\n", "/* x */",
)  # fmt: skip
SCALARS: Final = (
    "~", "null", "Null", "NULL", "nUll", "true", "True", "TRUE", "false", "yes", "No", "on", "y", "none", "0", "-0",
    "+0", "1", "-1", "+1", "012", "08", "0x1F", "0X1f", "0xg", "0o17", "0o8", "0O7", "0b11", "1_000", "1.", ".5", "1.5",
    "-.5", "+.5", ".", "-", "1e3", "1E+3", "1e-400", "1e400", "1e", "e1", ".inf", "-.INF", "+.Inf", ".nan", "-.nan",
    "inf", "-inf", "nan", "NaN", "Infinity", "9" * 19, "9" * 20, "9" * 21, "0" * 30, "1" * 400, "0.1" + "0" * 400,
    "2024-01-30", "2024-01-30T12:30:45Z", "2024-01-30 12:30:45.5+02:00", "12:30:45", "12:30", "190:20:30", "=",
    "<<", "?", ":", "|", ">", "[]", "{}", "[1, ~]", "{a: 1}", '{"a": 1}', "{a = 1}", "*a", "&a", "!a", "@a", "`a`",
    "a#b", "a: b", "a:b", "x\\\\y", "%a", "''", "'''a'''", '"""a"""', "é",
)  # fmt: skip
_TOKEN = re.compile(
    r'"(?:[^"\\\n]|\\.)*"|' r"'[^'\n]*'|[A-Za-z0-9_.+-]+|[ \t]+|\r?\n|[\s\S]"
)
_NUMBER = re.compile(r"[0-9]+(?:[-.:][0-9]+)*")


def _replace(text: str, at: re.Match[str], new: str) -> str:
    return text[: at.start()] + new + text[at.end() :]


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text) or [""]


def _at_token(
    change: Callable[[list[str], int, Random], None],
) -> Callable[[str, Random], str]:
    """Make a mutation of one that changes a list of tokens at an index."""

    def mutate(text: str, rng: Random) -> str:
        tokens = _tokens(text)
        change(tokens, rng.randrange(len(tokens)), rng)
        return "".join(tokens)

    return mutate


def _at_line(
    change: Callable[[list[str], int, Random], None],
) -> Callable[[str, Random], str]:
    """Make a mutation of one that changes a list of lines at an index."""

    def mutate(text: str, rng: Random) -> str:
        lines = text.split("\n")
        change(lines, rng.randrange(len(lines)), rng)
        return "\n".join(lines)

    return mutate


def swap(pieces: list[str], at: int, rng: Random) -> None:
    """Let two pieces change places."""
    other = rng.randrange(len(pieces))
    pieces[at], pieces[other] = pieces[other], pieces[at]


def swap_alike(pieces: list[str], at: int, rng: Random) -> None:
    """Let two pieces that begin with the same sign change places, such as two quoted texts."""
    alike = [
        index
        for index, each in enumerate(pieces)
        if each[:1] == pieces[at][:1]
    ]
    other = rng.choice(alike)
    pieces[at], pieces[other] = pieces[other], pieces[at]


def take_out(pieces: list[str], at: int, rng: Random) -> None:
    """Take out a piece or some."""
    del pieces[at : at + rng.choice((1, 1, 1, 2, 5))]


def repeat(pieces: list[str], at: int, rng: Random) -> None:
    """Let some pieces stand twice, there or elsewhere."""
    some = pieces[at : at + rng.choice((1, 1, 1, 2, 5))]
    there = rng.choice((at, at, rng.randint(0, len(pieces))))
    pieces[there:there] = some


def put_in(pieces: list[str], at: int, rng: Random) -> None:
    """Put in a token that means something in one of the formats, beside a piece or in its place."""
    pieces[at : at + rng.randint(0, 1)] = [rng.choice(TOKENS)]


def requote(pieces: list[str], at: int, rng: Random) -> None:
    """Give a text other quotation marks, or none."""
    texts = [
        index
        for index, each in enumerate(pieces)
        if len(each) > 1 and each[0] in "\"'"
    ]
    at = rng.choice(texts) if texts else at
    mark = rng.choice(("", '"', "'", '"""', "'''", "`"))
    pieces[at] = (
        mark + pieces[at].strip("\"'") + rng.choice((mark, mark, mark, ""))
    )


def escape(pieces: list[str], at: int, rng: Random) -> None:
    """Put an escape, sound or not, into a text in quotes."""
    texts = [index for index, each in enumerate(pieces) if each[:1] == '"']
    at = rng.choice(texts) if texts else at
    escapes = [each for each in TOKENS if each.startswith("\\")]
    middle = rng.randint(0, len(pieces[at]))
    pieces[at] = (
        pieces[at][:middle] + rng.choice(escapes) + pieces[at][middle:]
    )


def renumber(text: str, rng: Random) -> str:
    """Change a number, a date or a time."""
    numbers = list(_NUMBER.finditer(text))
    if not numbers:
        return text
    found = rng.choice(numbers)
    old = found[0]
    ways = (
        "0", "-1", "1.0", "99", f"0{old}", f"{old}0", f"-{old}", f"+{old}", f"{old}.5", f"{old}e2", f"{old}_0",
        f"{old}/{old}", old[:-1], old.replace("-", "/"), old.replace(":", "."), old[::-1], f"{old}~", f"{old}T10:00",
        f"{old}T10:00:00Z", f" {old} ", f"0x{old}",
    )  # fmt: skip
    return _replace(text, found, rng.choice(ways))


_VALUE = re.compile(r"(?<=[:=] )[^\n,\]}]+|(?<=- )[^\n:]+(?=\n)")


def revalue(text: str, rng: Random) -> str:
    """Put a number or word where a value stands, as it is or in quotes."""
    values = list(_VALUE.finditer(text))
    if not values:
        return text
    mark = rng.choice(("", "", "", "'", '"'))
    word = rng.choice(SCALARS) + rng.choice(("", "", "", " ", " # x", "1"))
    return _replace(text, rng.choice(values), f"{mark}{word}{mark}")


def reindent(lines: list[str], at: int, rng: Random) -> None:
    """Move a line to the right or to the left."""
    line = lines[at]
    ways = (
        " " + line,
        "  " + line,
        "\t" + line,
        line[1:],
        line.lstrip(),
        " " * 60 + line,
    )
    lines[at] = rng.choice(ways)


def end_otherwise(lines: list[str], at: int, rng: Random) -> None:
    """End a line with something else than a line feed, or with something before it."""
    lines[at] += rng.choice(
        (
            "\r",
            " ",
            "\t",
            "\x85",
            "\u2028",
            "\x0b",
            "\x0c",
            " #",
            "#",
            "\\",
            ",",
            "\x00",
        )
    )


def join(lines: list[str], at: int, rng: Random) -> None:
    """Let a line go on in the next, or break it."""
    if rng.random() < 0.5:
        lines[at : at + 2] = [rng.choice(("", " ")).join(lines[at : at + 2])]
    else:
        middle = rng.randint(0, len(lines[at]))
        lines[at : at + 1] = [lines[at][:middle], lines[at][middle:]]


def comment(lines: list[str], at: int, rng: Random) -> None:
    """Make a comment of a line, or put one in."""
    lines[at : at + rng.randint(0, 1)] = [
        rng.choice(("# ", "#", "  # ", "//")) + lines[at]
    ]


def change_line_ends(text: str, rng: Random) -> str:
    """End all lines as other systems do."""
    return text.replace(
        "\n", rng.choice(("\r\n", "\r", "\n\n", "\n\r", "\u2028"))
    )


TOKEN_MUTATIONS: Final[tuple[Callable[[str, Random], str], ...]] = (
    *map(
        _at_token,
        (swap, swap_alike, take_out, repeat, put_in, put_in, requote, escape),
    ),
    *map(
        _at_line,
        (swap, take_out, repeat, reindent, end_otherwise, join, comment),
    ),
    revalue,
    revalue,
    renumber,
    change_line_ends,
)

# --- what nobody wrote ------------------------------------------------------------------------------

HEADS: Final = {
    "json": '{"entente": 1, "themes": [',
    "toml": "entente = 1\n[[themes]]\n",
    "yaml": "entente: 1\nthemes:\n  - ",
}


def noise(format: str, rng: Random) -> bytes:
    """Return any bytes, or any tokens, alone or where a record belongs."""
    if rng.random() < 0.2:
        return rng.randbytes(rng.randrange(30))
    words = (
        "a",
        "b ",
        '"a"',
        "id",
        "label",
        "themes",
        "commitments",
        "made",
        *TOKENS,
        *LETTERS,
    )
    text = "".join(rng.choices(words, k=rng.randrange(30)))
    head = rng.choice(("", HEADS[format]))
    return (head + text).encode(errors="surrogatepass")


# --- bytes ------------------------------------------------------------------------------------------

HOSTILE_BYTES: Final = (
    *(letter.encode(errors="surrogatepass") for letter in LETTERS),
    b"\xff", b"\xfe\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\xe2\x80",
)  # fmt: skip


def _slice(content: bytes, rng: Random) -> tuple[int, int]:
    start = rng.randint(0, len(content))
    return start, rng.randint(start, min(len(content), start + 40))


def flip(content: bytes, rng: Random) -> bytes:
    """Turn one bit over."""
    at = rng.randrange(len(content) or 1)
    return (
        content[:at]
        + bytes(byte ^ 1 << rng.randrange(8) for byte in content[at : at + 1])
        + content[at + 1 :]
    )


def cut(content: bytes, rng: Random) -> bytes:
    """Take out some bytes."""
    start, stop = _slice(content, rng)
    return content[:start] + content[stop:]


def stutter(content: bytes, rng: Random) -> bytes:
    """Let some bytes stand more than once."""
    start, stop = _slice(content, rng)
    return (
        content[:stop]
        + content[start:stop] * rng.choice((1, 2, 50))
        + content[stop:]
    )


def splice(content: bytes, rng: Random) -> bytes:
    """Put some bytes somewhere else too."""
    start, stop = _slice(content, rng)
    at, end = _slice(content, rng)
    return content[:at] + content[start:stop] + content[end:]


def truncate(content: bytes, rng: Random) -> bytes:
    """Cut off the end or the beginning."""
    at = rng.randint(0, len(content))
    return rng.choice((content[:at], content[:at], content[at:]))


def insert(content: bytes, rng: Random) -> bytes:
    """Put in bytes that are not UTF-8, or a character that has a meaning or is not seen."""
    at = rng.randint(0, len(content))
    return (
        content[:at]
        + rng.choice(HOSTILE_BYTES)
        + content[at + rng.randint(0, 1) :]
    )


BYTE_MUTATIONS: Final[tuple[Callable[[bytes, Random], bytes], ...]] = (
    flip,
    cut,
    stutter,
    splice,
    truncate,
    insert,
    insert,
)
