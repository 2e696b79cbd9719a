"""YAML texts as a reader of YAML 1.2 takes them, with libyaml and without, or refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pytest
import yaml
from hypothesis import HealthCheck, given, settings, strategies as st
from yaml.scanner import ScannerError

from entente.errors import LoadError
from entente.files._documents import Document
from entente.files._formats import read
from entente.files._yaml import read_yaml
from yaml_judge import IS_AT_HAND, judge, verdicts

VERDICTS: Final = verdicts()
needs_judge: Final = pytest.mark.skipif(
    not IS_AT_HAND, reason="this needs Node.js and the npm package yaml"
)


def outcome(text: str) -> Document | list[str]:
    """Return a sound document, or the problems of a text that is none."""
    try:
        document = read(text, "yaml")
    except LoadError as error:
        return [str(problem) for problem in error.problems]
    return (
        document
        if not document.problems
        else list(map(str, document.problems))
    )


def without_libyaml(text: str) -> Document | list[str]:
    """Return what PyYAML's own scanner makes of a text."""
    with pytest.MonkeyPatch.context() as patched:
        patched.delattr("yaml.CSafeLoader")
        return outcome(text)


def agreed(text: str) -> Document | None:
    """Return the document that a text is with libyaml and without, or None if both refuse it."""
    found, other = outcome(text), without_libyaml(text)
    if not isinstance(found, Document) or not isinstance(other, Document):
        assert type(found) is type(other)
        return None
    assert repr(found.data) == repr(other.data)
    for path in paths(found.data):
        assert found.locate(path) == other.locate(path)
        assert found.locator.span(path) == other.locator.span(path)
    return found


def paths(
    data: Any, path: tuple[str | int, ...] = ()
) -> list[tuple[str | int, ...]]:
    """List the paths of all that plain data holds."""
    steps = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    return [
        path,
        *(
            found
            for step, each in steps
            for found in paths(each, (*path, step))
        ),
    ]


# --- the independent reader ------------------------------------------------------------------------


@pytest.mark.parametrize("text", VERDICTS)
def test_a_text_means_what_an_independent_reader_says(text: str) -> None:
    """With libyaml and without, a text has the value of YAML 1.2, or is refused."""
    document = agreed(text)
    assert document is None or VERDICTS[text].allows(document.data)


def test_most_sound_texts_are_read() -> None:
    """What is refused on top of YAML 1.2 is what nobody writes by hand: tags, tabs, marked keys."""
    sound = [text for text in VERDICTS if VERDICTS[text].refused is None]
    read_as_well = [
        text for text in sound if isinstance(outcome(text), Document)
    ]
    assert len(read_as_well) > len(sound) * 0.6


@needs_judge
@pytest.mark.parametrize("text", VERDICTS)
def test_the_table_holds_what_the_independent_reader_says(text: str) -> None:
    """The verdicts of the table are those of the npm package, where it is at hand."""
    assert judge(text) == VERDICTS[text]


SOUND: Final = [
    *(text for text in VERDICTS if isinstance(outcome(text), Document)),
    "a: |\n  x\n\n  y\n   z\n\n  w\nb: >-\n   x\n   y\n\n\n   z\n# c\n",
    "--- # c\na: [\n  b, # d\n  c\n]\nd: {\n  e: f,\n}\n...\n# end\n",
    '- [a, [b, {c: d}], "e": f, {}, []]\n-\n  - c\n- - - d\n',
    "a: plain\n  more\n\n  again # c\nb: 'x\n  y\n\n  z' # c\nc: x#y\n",
]  # fmt: skip
TOKENS: Final = (
    " ", "  ", "\n", "\n\n", "\n ", "\n  ", "\t", ":", ": ", "- ", "-", "? ", "?", "#", " #", "[", "]",
    "{", "}", ",", "'", '"', "|", ">", "|-\n", ">+\n", "|2\n", "&a ", "*a", "!", "!a ", "%", "@", "`",
    "---", "--- ", "...", "\r\n", "\r", "\\", "\\n", "\\x41", "\\U0100006C", "~", "a", "b: ", "0", "null",
    "é", "\ufeff", "\u2028", "\x85", "<<: ", "key: v\n", "\\\n", "  - ", ":x", "-x", "?x", "# c\n",
    "%YAML 1.2\n",
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Sound texts with a few tokens put in, and a few characters taken out."""
    text = draw(st.sampled_from(SOUND))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 3))
        put = draw(st.sampled_from(("", *TOKENS)))
        text = text[:at] + put + text[at + cut :]
    return text


texts: Final = mutated() | st.lists(st.sampled_from(TOKENS), max_size=12).map(
    "".join
)


@given(texts)
def test_libyaml_changes_nothing(text: str) -> None:
    """Any text is the same document with libyaml and without, or is refused in both."""
    agreed(text)


@needs_judge
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(texts)
def test_no_text_means_anything_else_to_an_independent_reader(
    text: str,
) -> None:
    """Any text that is read has the value that a reader of YAML 1.2 finds in it."""
    document = agreed(text)
    if document is not None:
        assert judge(text).allows(document.data)


# --- what is refused, and with which words ---------------------------------------------------------


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u2028", "U+2028 (line separator)"),
        ("\u2029", "U+2029 (paragraph separator)"),
        ("\x85", "U+0085 (next line)"),
        ("\ufeff", "U+FEFF (byte order mark)"),
        ("\r", "U+000D (a carriage return without a line feed)"),
        ("\x07", "U+0007"),
        ("\x7f", "U+007F"),
        ("\x9f", "U+009F"),
        ("\uffff", "U+FFFF"),
    ],
)
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# {}x: y\r\na: b\n", "1:3"),
        ("a: 1\r\nb: c{}d: e\n", "2:5"),
        ("a: 1\n\nb: 'é{}'\n", "3:6"),
        ('a: ["{}"]\n', "1:6"),
        ("a: |\n  x\n  {}y\n", "3:3"),
        ("a{}b: c\n", "1:2"),
    ],
)
def test_a_character_that_some_readers_take_otherwise_is_refused(
    character: str, name: str, text: str, place: str
) -> None:
    """Wherever it stands, the message has its line as an editor counts it, and the escape to write."""
    escape = {"\r": "\\r"}.get(character, f"\\u{ord(character):04x}")
    expected = [
        f'{place}: YAML may not hold {name} as it is; leave it out, or write "{escape}" in double quotes'
    ]
    assert outcome(text.format(character)) == expected
    assert without_libyaml(text.format(character)) == expected


@pytest.mark.parametrize(
    "character", ["\u2028", "\u2029", "\x85", "\ufeff", "\r", "\x07", "\x7f"]
)
def test_the_escape_of_a_refused_character_is_read(character: str) -> None:
    """What the message says is what helps."""
    escape = f"\\u{ord(character):04x}"
    document = agreed(f'a: "x{escape}y"\n')
    assert document is not None
    assert document.data == {"a": f"x{character}y"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 'b'#c\n", "1:7: a comment follows right behind a value; put a space before it"),
        ("a: b\t# c\n", "1:5: a tab may not stand here; write spaces"),
        (
            "a: b\tc\n",
            '1:5: "\\t" may not stand here in a text without quotes; put the text in quotes',
        ),
        ("? a\n: b\n", "1:1: a key may not begin with a question mark; leave it out"),
        ("[? a]\n", "1:2: a key may not begin with a question mark; leave it out"),
        (
            "[who?]\n",
            '1:5: "?" may not stand here in a text without quotes; put the text in quotes',
        ),
        ("{'a' :b}\n", "1:6: nothing sets this colon apart; put a space behind it"),
        (
            "{-}\n",
            "1:2: nothing sets this dash apart; put a space behind it, or quotes around it",
        ),
        (
            "%YAML 1.1\n---\na: NO\n",
            "1:1: only the directive %YAML 1.2 is allowed; leave the others out",
        ),
        (
            "%TAG ! tag:x,2000:\n---\na: b\n",
            "1:1: only the directive %YAML 1.2 is allowed; leave the others out",
        ),
        (
            "--- |\n  a\n",
            "1:5: a block of text must belong to a key or a list; put a key before it",
        ),
        (
            "-\n>\n",
            "2:1: this line belongs to a value that is indented deeper; begin it at column 2 or later",
        ),
        (
            "a: 'b\nc'\n",
            "2:1: this line belongs to a value that is indented deeper; begin it at column 2 or later",
        ),
        (
            "a:\n  b: [\n]\n",
            "3:1: this line belongs to a value that is indented deeper; begin it at column 3 or later",
        ),
        (
            "a: [\nb]\n",
            "2:1: this line belongs to a value that is indented deeper; begin it at column 2 or later",
        ),
        (
            "a: |  \t\n  b\n",
            "1:4: a block begins with a sign that something follows; begin its text on the next line",
        ),
        (
            "a: |\n  b\n   \n  c\n",
            "1:4: a line of this block begins with white space that some take for text; write the text in double quotes",
        ),
        ("a: |\n  b", "2:4: the text ends within a block; end its last line with a line feed"),
        ('a: "b\\\n\n  c"\n', "2:1: an empty line follows a backslash; leave it out"),
        ("1: a\n", '1:1: 1: a key must be text, and 1 is not; write "1"'),
        ("a: {null: b}\n", '1:5: a.null: a key must be text, and null is not; write "null"'),
        (f"{'1' * 21}: a\n", None),
        ("! a: b\n", "1:1: a: the tag '!' is not allowed; leave it out"),
        ("!!str a: b\n", "1:1: a: the tag 'tag:yaml.org,2002:str' is not allowed; leave it out"),
        ("a: &x b\n", "1:4: a: the anchor '&x' is not allowed; leave it out"),
        ("&x a: b\n", "1:1: a: the anchor '&x' is not allowed; leave it out"),
    ],
)  # fmt: skip
def test_what_pyyaml_takes_and_others_do_not_is_refused(
    text: str, said: str | None
) -> None:
    """Each message says where, what is wrong and what to write."""
    found = outcome(text)
    assert isinstance(found, list)
    assert said is None or found == [said]


@pytest.mark.parametrize(
    "escape", ["\\U0100006C", "\\U00110000", "\\UFFFFFFFF", "\\ud800", "\\q"]
)
def test_an_escape_without_a_character_is_an_error_of_ours(
    escape: str,
) -> None:
    """PyYAML's own scanner passes on what Python says of it."""
    for found in (
        outcome(f'a: "{escape}"'),
        without_libyaml(f'a: "{escape}"'),
    ):
        assert isinstance(found, list)


@pytest.mark.parametrize(
    "version", ["1." + "1" * 5000, "9" * 5000 + ".1", "1", "x"]
)
def test_a_version_of_any_length_is_an_error_of_ours(version: str) -> None:
    """Python refuses to read such a number."""
    assert agreed(f"%YAML {version}\n---\na: b\n") is None


def test_a_block_that_keeps_no_line_break_may_end_a_text() -> None:
    """With or without a line feed at the end of the file it is the same."""
    for text in ("a: >-\n  b", "a: >-\n  b\n"):
        document = agreed(text)
        assert document is not None
        assert document.data == {"a": "b"}


def test_brackets_may_close_below_their_key() -> None:
    """A list or table in brackets may end where its key begins, as people write it."""
    document = agreed("- a: [\n    b,\n  ]\n  c: {\n    'd\n     e': f\n  }\n")
    assert document is None  # a key goes over two lines
    document = agreed(
        "- a: [\n    b,\n  ]\n  c: {\n    d: 'e\n      f'\n  }\n"
    )
    assert document is not None
    assert document.data == [{"a": ["b"], "c": {"d": "e f"}}]


@pytest.mark.parametrize("has_mark", [True, False])
def test_pyyaml_may_be_the_first_to_find_a_text_too_deep(
    monkeypatch: pytest.MonkeyPatch, *, has_mark: bool
) -> None:
    """From 6.0.4 on it gives up a thousand levels ahead; the place is where it is for all others."""
    parse: Callable[..., Any] = yaml.parse

    def limited(text: str, Loader: type) -> Any:  # noqa: N803 -- as PyYAML has it
        if len(text) <= 1000:
            yield from parse(text, Loader)
            return
        raise ScannerError(
            "while increasing flow level",
            None,
            "exceeded maximum nesting depth",
            yaml.Mark("", 1000, 0, 1000, "", 0) if has_mark else None,
        )

    monkeypatch.setattr("yaml.parse", limited)
    with pytest.raises(LoadError) as caught:
        read_yaml("[" * 2000, "f")
    [problem] = caught.value.problems
    assert str(problem) == (
        "f:1:51: the text is nested too deeply"
        if has_mark
        else "f: this is not YAML: exceeded maximum nesting depth"
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b\nc", "2:2"),
        ("a:\n  - b\n  c", "3:4"),
        ("é: '\nb", "1:4"),
        ("a: [b\n", "1:4"),
    ],
)
def test_a_text_that_breaks_off_is_refused_in_it(
    text: str, place: str
) -> None:
    """The place is in the text, at what is not closed, also where libyaml counts a line too many."""
    for found in (outcome(text), without_libyaml(text)):
        assert isinstance(found, list)
        assert found[0].startswith(f"{place}: this is not YAML: ")
