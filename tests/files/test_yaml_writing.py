"""YAML as it is written: the same for every reader, old or new, with libyaml or without."""

from __future__ import annotations

import datetime
import math
from typing import Final

import pytest
import yaml
from hypothesis import given, strategies as st

from entente.files._documents import Plain
from entente.files._formats import read, write
from yaml_judge import IS_AT_HAND, judge

HARD: Final = (
    "", " ", " a", "a ", "a\u3000", "\u00a0a", "a: b", "a:", "a:b", "a #b", "a#b", "- a", "-", "---",
    "...", "? a", ": a", "# a", "[a", "a]", "{", ",", "&a", "*a", "!a", "|", ">", "%a", "@a", "`", "'",
    '"', "\\", "\\n", "NO", "Yes", "y", "n", "on", "null", "~", "true", "012", "0o14", "0x1F", "1:30",
    "1_000", "1e3", "1.5", ".5", ".inf", ".nan", "2024-01-30", "<<", "=", "a\nb", "a\n", "\n", "a\r\nb",
    "a\rb", "a\tb", "\ta", "a\x00b", "a\x07b", "a\x7fb", "a\x85b", "a\x9fb", "a\u2028b", "a\u2029b",
    "a\ufeffb", "\ufeff", "a\ufffeb", "\uffff", "é", "中", "😀", "\U0001fffe", "²", "½", "long " * 50 + "text",
)  # fmt: skip
texts: Final = (
    st.text(st.characters(codec="utf-8"), max_size=12)
    | st.text(st.sampled_from("aN1 :#-,'\"\\\n\r\t\x85\u2028\ufeff\u00a0[]{}&*!|>%@?~="), max_size=8)
    | st.sampled_from(HARD)
)  # fmt: skip
plain: Final = st.dictionaries(
    texts,
    st.recursive(
        texts
        | st.none()
        | st.booleans()
        | st.integers(-(10**18), 10**18)
        | st.floats(allow_nan=False),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
        max_leaves=6,
    ),
    max_size=3,
)  # fmt: skip


@given(plain)
def test_every_reader_finds_what_was_written(data: dict[str, Plain]) -> None:
    """Readers of YAML 1.1 and 1.2, with libyaml and without, read the same from one text."""
    text = write(data, "yaml")
    document = read(text, "yaml")
    assert repr(document.data) == repr(data)
    assert not document.problems
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        assert repr(yaml.load(text, loader)) == repr(data)  # noqa: S506 -- both are safe
    if IS_AT_HAND:
        assert judge(text).allows(data)


@pytest.mark.parametrize("text", HARD)
def test_a_hard_text_survives_wherever_it_stands(text: str) -> None:
    """As a key, a value or an item, a text that looks like something else stays what it is."""
    data: dict[str, Plain] = {text: text, "list": [text, [text], {text: text}]}
    written = write(data, "yaml")
    assert read(written, "yaml").data == data
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        assert yaml.load(written, loader) == data  # noqa: S506 -- both are safe


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("a: b", '"a: b"'),
        ("http://a.b/c#d", "http://a.b/c#d"),
        ("Patrol more, with boats [2]", "Patrol more, with boats [2]"),
        ("a\u2028b\u2029c\x85d\ufeffe\x7f", r'"a\u2028b\u2029c\u0085d\ufeffe\u007f"'),
        ('say "no"\n', r'"say \"no\"\n"'),
        ("é中😀", "é中😀"),
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (-5, "-5"),
        (1.5, "1.5"),
        (1e300, "1.0e+300"),
        (math.inf, ".inf"),
        (-math.inf, "-.inf"),
        (math.nan, ".nan"),
        ([], "[]"),
        ({}, "{}"),
        (datetime.date(2024, 1, 30), '"2024-01-30"'),
        (datetime.time(10, 30), '"10:30:00"'),
    ],
)  # fmt: skip
def test_a_value_stands_on_one_line(value: Plain, written: str) -> None:
    """Texts stand bare where nothing can go wrong, and otherwise in double quotes with escapes."""
    assert write({"a": value}, "yaml") == f"a: {written}\n"


def test_lists_and_tables_are_indented() -> None:
    """An item begins behind its dash, in a list of lists too; a long text is not broken."""
    data: dict[str, Plain] = {
        "entente": 1,
        "themes": [
            {"id": "a", "by": ["GB", "FR"], "when": {"edtf": "2024"}},
            [["x", {}], []],
            {"id": "b", "label": "long " * 50 + "text"},
        ],
    }
    assert write(data, "yaml") == (
        "entente: 1\nthemes:\n"
        '  - id: a\n    by:\n      - GB\n      - FR\n    when:\n      edtf: "2024"\n'
        "  - - - x\n      - {}\n    - []\n"
        f"  - id: b\n    label: {'long ' * 50}text\n"
    )  # fmt: skip


def test_nothing_is_a_text_too() -> None:
    """A table without keys is written as one."""
    assert write({}, "yaml") == "{}\n"
