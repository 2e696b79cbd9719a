"""Keys of TOML with too many points are refused, and points elsewhere are no matter."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, strategies as st

from entente.errors import LoadError
from entente.files._documents import DEEPEST
from entente.files._formats import read

PARTS = st.sampled_from(["a", "a-1", '"a.b"', "'c.d'", r'"\". #"', '""', "''"])
POINTS = st.sampled_from([".", " . ", "\t. "])
MANY = "a.b . " * DEEPEST
VALUES = st.sampled_from(
    [
        "0.5",
        f'"{MANY}"',
        '"' + r"\"x\" . " * DEEPEST + '"',
        f"'{MANY}\"'",
        f'"""\n{MANY}"a" \\""" ""x"""""',
        "'''\n" + "'a'.'b'." * DEEPEST + "'''''",
        f"['a.b', \"a.b\", # {MANY}'\n {{ a.b = 1 }}]",
    ]
)
COMMENTS = st.sampled_from(["", f" # {MANY}", ' # """', " # '''"])


@st.composite
def keys(draw: st.DrawFn) -> tuple[str, int]:
    """Draw a dotted key, with the number of its points."""
    points = draw(st.sampled_from([0, 1, DEEPEST - 1, DEEPEST, DEEPEST + 5]))
    parts = draw(st.lists(PARTS, min_size=points, max_size=points))
    return draw(POINTS).join(["k", *parts]), points


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, int]:
    """Draw a table's header or an entry, with the most points of a key in it."""
    key, points = draw(keys())
    shape = draw(
        st.sampled_from(["[{}]", "[[{}]]", "{} = {}", "k = {{ {} = {} }}"])
    )
    return shape.format(key, draw(VALUES)) + draw(COMMENTS), points


@given(st.lists(lines(), min_size=1, max_size=4))
def test_a_key_with_too_many_points_is_refused(
    drawn: list[tuple[str, int]],
) -> None:
    """A text is nested too deeply if a key has fifty points, whatever its texts and comments hold."""
    # A table of its own for each line, so that no key is given twice.
    text = "\n".join(
        line.replace("k", f"k{number}", 1)
        if line.startswith("[")
        else f"[t{number}]\n{line}"
        for number, (line, _) in enumerate(drawn)
    )
    if any(points >= DEEPEST for _, points in drawn):
        with pytest.raises(LoadError, match=r"nested too deeply$"):
            read(text, "toml")
    else:
        assert read(text, "toml").data == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        'a = "' + r"\"" * 200_000 + "." * DEEPEST,
        '"' * 200_000 + "." * DEEPEST,
        "'" + '"""' * 100_000 + "." * DEEPEST,
        "a" + (" " * 1_000 + "a.") * DEEPEST,
    ],
    ids=["escapes", "quotes", "apostrophe", "blanks"],
)
def test_a_text_without_an_end_is_read_once(text: str) -> None:
    """A text that nothing closes is refused by TOML, and not searched anew from each of its letters."""
    with pytest.raises(LoadError, match="this is not TOML"):
        read(text, "toml")


def test_a_note_with_thousands_of_quoted_words_is_read() -> None:
    """Words in quotation marks, which are written with escapes, are as many as the source has."""
    note = 'He said "yes". ' * 4_000
    quoted = note.replace('"', r"\"")
    text = f'note = "{quoted}"\n'
    assert read(text, "toml").data == {"note": note}
