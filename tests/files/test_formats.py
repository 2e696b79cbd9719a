"""JSON, TOML and YAML: plain data in and out, and the place of every value."""

from __future__ import annotations

import datetime
import json
import math
import sys
import time

import pytest
from hypothesis import given, strategies as st

from entente.errors import LoadError, Location, MissingExtraError
from entente.files._documents import DEEPEST, LONGEST_NUMBER, Document, Plain
from entente.files._formats import FORMATS, SUFFIXES, read, write
from located import rest_of

Place = tuple[int, int]


def refusal(text: str, format: str) -> str:
    """Return what is said, in one line, of a text that is not read."""
    with pytest.raises(LoadError) as caught:
        read(text, format, file="f")
    [problem] = caught.value.problems
    assert problem.rule == "syntax"
    return str(problem)


def complaints(text: str, format: str) -> list[str]:
    """Return what is said of a text that is read all the same."""
    document = read(text, format, file="f")
    assert {problem.rule for problem in document.problems} <= {"syntax"}
    return [str(problem) for problem in document.problems]


# --- what YAML means ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("Off", "Off"),
        ("y", "y"),
        ("2024-01-30", "2024-01-30"),
        ("2024-01-30 10:00:00", "2024-01-30 10:00:00"),
        ("12:30:45", "12:30:45"),
        ("012", 12),
        ("0o14", 12),
        ("0x1F", 31),
        ("-5", -5),
        ("+5", 5),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("1e3", 1000.0),
        ("1.", 1.0),
        (".5", 0.5),
        ("-.5E-1", -0.05),
        ("1.2.3", "1.2.3"),
        (".inf", math.inf),
        ("-.Inf", -math.inf),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("nULL", "nULL"),
        ("", None),
        ("true", True),
        ("True", True),
        ("FALSE", False),
        ("tRUE", "tRUE"),
        ("<<", "<<"),
        ("=", "="),
        ("'true'", "true"),
        ('"12"', "12"),
        ("'~'", "~"),
    ],
)
def test_yaml_means_what_yaml_1_2_says(written: str, meant: Plain) -> None:
    """Norway stays a text, and so do dates and times; the core schema of YAML 1.2 reads the rest."""
    data = read(f"key: {written}\n", "yaml").data
    assert data == {"key": meant}
    assert isinstance(data, dict)
    assert type(data["key"]) is type(meant)


def test_not_a_number_of_yaml_is_one_of_pythons() -> None:
    """`.nan` is read; no field of a record wants it."""
    data = read("key: .nan\n", "yaml").data
    assert isinstance(data, dict)
    assert isinstance(data["key"], float)
    assert math.isnan(data["key"])


def test_yaml_block_texts_are_texts() -> None:
    """What stands in a block is text, even where it would be a number outside."""
    assert read("a: |\n  12\nb: >-\n  true\n", "yaml").data == {
        "a": "12\n",
        "b": "true",
    }


def test_keys_of_yaml_are_texts() -> None:
    """`NO` is a key like any other, and so is what would be no text without its quotes."""
    assert read("NO: 1\n'1': 2\n\"null\": 3\n'': 4\n", "yaml").data == {
        "NO": 1,
        "1": 2,
        "null": 3,
        "": 4,
    }


def test_yaml_may_have_directives_and_marks() -> None:
    """One document with its marks and its version is read."""
    assert read("%YAML 1.2\n---\na: 1\n...\n", "yaml").data == {"a": 1}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "a: &x [1]\nb: *x\n",
            [
                "f:1:4: a: the anchor '&x' is not allowed; leave it out",
                "f:2:4: b: YAML aliases are not allowed; write the text out",
            ],
        ),
        (
            "a:\n- &x 1\n- *x\n",
            [
                "f:2:3: a[0]: the anchor '&x' is not allowed; leave it out",
                "f:3:3: a[1]: YAML aliases are not allowed; write the text out",
            ],
        ),
        (
            "&x a: &y 1\n<<: *y\n",
            [
                "f:1:1: a: the anchor '&x' is not allowed; leave it out",
                "f:1:7: a: the anchor '&y' is not allowed; leave it out",
                "f:2:5: <<: YAML aliases are not allowed; write the text out",
            ],
        ),
        ("*x\n", ["f:1:1: YAML aliases are not allowed; write the text out"]),
        (
            "a: !!python/object:os.system 1\n",
            [
                "f:1:4: a: the tag 'tag:yaml.org,2002:python/object:os.system' is not allowed; leave it out"
            ],
        ),
        (
            "a: !mine [1]\n",
            ["f:1:4: a: the tag '!mine' is not allowed; leave it out"],
        ),
        ("!x {}\n", ["f:1:1: the tag '!x' is not allowed; leave it out"]),
        (
            "a: 1\nb: 2\na: 3\n",
            ["f:3:1: a: the key 'a' is given twice; keep one of them"],
        ),
        (
            f"a: {'1' * 21}\n",
            [
                "f:1:4: a: '111111111111111111111' is too long for a number; put it in quotes if it is a text"
            ],
        ),
    ],
)
def test_what_yaml_should_not_hold_is_told_with_the_rest(
    text: str, said: list[str]
) -> None:
    """Aliases, tags, keys given twice and long numbers do not hide what else is wrong."""
    assert complaints(text, "yaml") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\n---\nb: 2\n", "f:2:1: a second YAML document begins here"),
        ("[1]: 2\n", "f:1:1: a key must be text, not a list or table"),
        ("{a: 1}: 2\n", "f:1:1: a key must be text, not a list or table"),
        ("*x : 1\n", "f:1:1: a key must be text, not an alias"),
        (
            "a: [1\n",
            "f:1:4: this is not YAML: the list that begins here is not closed; put ] at its end",
        ),
        (
            "a: b: c\n",
            (
                "f:1:4: this is not YAML: a colon with a space behind it stands in a text without quotes; "
                'write a: "b: c"'
            ),
        ),
        (
            "a:\n\t- 1\n",
            "f:2:1: this is not YAML: a tab may not stand here; write spaces",
        ),
        (
            "a: \x00\n",
            'f:1:4: YAML may not hold U+0000 as it is; leave it out, or write "\\u0000" in double quotes',
        ),
        (
            "a: " + "[" * DEEPEST + "\n",
            f"f:1:{DEEPEST + 3}: the text is nested too deeply",
        ),
        ("[" * 100_000, f"f:1:{DEEPEST + 1}: the text is nested too deeply"),
    ],
)
def test_what_is_not_yaml_is_refused(text: str, said: str) -> None:
    """A text that cannot be read is told with the place at which reading stopped."""
    assert refusal(text, "yaml") == said


def test_a_billion_laughs_cost_nothing() -> None:
    """Aliases are not followed, so a text cannot grow when it is read."""
    bomb = "a0: &a0 [lol]\n" + "".join(
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n"
        for level in range(1, 10)
    )
    assert len(complaints(bomb, "yaml")) == 90 + 10


# --- what is wrong with the text itself ----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "",
            'f:1:1: this is not JSON: the text is empty; begin with {"entente": 1}',
        ),
        (
            '{"a": 1,}',
            "f:1:8: this is not JSON: a comma stands before a closing bracket; leave the comma out",
        ),
        (
            '{"a": 1}\n x',
            (
                "f:2:2: this is not JSON: something follows the end of the dossier; "
                "put all records between the same brackets"
            ),
        ),
        (
            "{'a': 1}",
            'f:1:2: this is not JSON: JSON has texts in double quotes alone; write "…"',
        ),
        (
            '{"a": "x\ny"}',
            (
                "f:1:9: this is not JSON: a text has no quotation mark at the end of its line; "
                'put " at its end, or write \\n where its lines break'
            ),
        ),
        ('{"a":\n  NaN}', "f:2:3: NaN is not a number"),
        ('{"a": [1, -Infinity]}', "f:1:11: -Infinity is not a number"),
        ('{"b": "NaN",\n "a": Infinity}', "f:2:7: Infinity is not a number"),
        (
            '{"a":\n ' + "9" * 5000 + "}",
            "f:2:2: '9999999999999…99999999999999' is too long for a number",
        ),
        (
            '{"a": ' + "[" * 100_000 + "]" * 100_000 + "}",
            "f: the text is nested too deeply",
        ),
    ],
)
def test_what_is_not_json_is_refused(text: str, said: str) -> None:
    """A text that cannot be read is told with the place at which reading stopped."""
    assert refusal(text, "json") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "a = 1\nb = \n",
            "f:2:4: this is not TOML: the key b has no value; write one, or leave the key out",
        ),
        (
            "a = 1\na = 2\n",
            (
                "f:2:1: this is not TOML: the key 'a' is given twice in one record, first at line 1; "
                "keep one of them, or begin a new record with [[themes]] above it"
            ),
        ),
        (
            "[a]\n[a]\n",
            "f:2:1: this is not TOML: [a] is given twice; keep one of them",
        ),
        (
            "a = nul",
            "f:1:5: this is not TOML: 'nul' stands without quotes; write a = \"nul\"",
        ),
        (
            "a = [1,\n",
            "f:1:5: this is not TOML: the list that begins here is not closed; put ] at its end",
        ),
        (
            'a = """x\ny',
            (
                "f:1:5: this is not TOML: the text that begins here has no quotation mark at its end; "
                'put """ at its end'
            ),
        ),
        (
            "a = 2024-02-30",
            "f:1:5: this is not TOML: there is no day '2024-02-30'",
        ),
        (
            "a = " + "9" * 5000,
            "f:1:5: '9999999999999…99999999999999' is too long for a number",
        ),
        ("a = " + "[" * 100_000, "f: the text is nested too deeply"),
    ],
)
def test_what_is_not_toml_is_refused(text: str, said: str) -> None:
    """A text that cannot be read is told with the place at which reading stopped."""
    assert refusal(text, "toml") == said


@pytest.mark.parametrize("format", FORMATS)
def test_a_byte_order_mark_may_begin_a_text(format: str) -> None:
    """A mark that some editors put before a text is no part of it, and moves nothing."""
    text = write({"entente": 1, "themes": [{"id": "a"}]}, format)
    marked, unmarked = read("\ufeff" + text, format), read(text, format)
    assert marked.data == unmarked.data
    for path in (("entente",), ("themes", 0, "id")):
        assert marked.locate(path) == unmarked.locate(path)


@pytest.mark.parametrize("format", FORMATS)
def test_a_byte_order_mark_elsewhere_is_a_character(format: str) -> None:
    """Only at the beginning of a file is it a mark; within a text it is kept."""
    data: dict[str, Plain] = {"entente": 1, "themes": [{"id": "a\ufeffb"}]}
    assert read(write(data, format), format).data == data


@pytest.mark.parametrize("format", FORMATS)
def test_half_a_surrogate_pair_is_refused(format: str) -> None:
    """A text that no file could hold is refused before it is read, with the place of the half."""
    assert (
        refusal('{"a":\n "\ud800"}', format)
        == "f:2:3: the text holds half of a surrogate pair"
    )


def test_half_a_surrogate_pair_cannot_be_smuggled_in() -> None:
    """Nor can one be written as an escape: it would be read, and could never be saved."""
    assert (
        refusal('{"a":\n "\\ud800"}', "json")
        == "f:2:2: the text holds half of a surrogate pair"
    )
    assert read('{"a": "\\ud83d\\ude00"}', "json").data == {"a": "😀"}


@pytest.mark.parametrize("text", ['a: "A\\ud800"', '"\\ud800": 1'])
def test_a_yaml_reader_without_libyaml_smuggles_in_none_either(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PyYAML's own scanner takes the escape, where libyaml refuses it."""
    assert "this is not YAML" in refusal(text, "yaml")
    monkeypatch.delattr("yaml.CSafeLoader")
    place = text.index('"') + 1
    assert (
        refusal(text, "yaml")
        == f"f:1:{place}: the text holds half of a surrogate pair"
    )


def test_digits_in_a_text_of_toml_are_no_number() -> None:
    """A long row of digits in quotes is a text, wherever numbers are."""
    digits = "9" * (LONGEST_NUMBER + 1)
    text = f'a = ["{digits}", 1]\nb = {{ c = 2 }}\n'
    assert read(text, "toml").data == {"a": [digits, 1], "b": {"c": 2}}


@pytest.mark.parametrize("digits", [LONGEST_NUMBER, LONGEST_NUMBER + 1])
@pytest.mark.parametrize("format", ["json", "yaml"])
def test_a_whole_number_may_have_twenty_digits(
    format: str, digits: int
) -> None:
    """The longest number that is read has as many characters as the constant says."""
    text = f'{{"a": {"9" * digits}}}'
    if digits <= LONGEST_NUMBER:
        assert read(text, format).data == {"a": int("9" * digits)}
    elif format == "json":
        assert "is too long for a number" in refusal(text, format)
    else:
        assert "is too long for a number" in complaints(text, format)[0]


@pytest.mark.parametrize(
    ("text", "format"),
    [("a = 0x" + "f" * 5000, "toml"), ("a: 0x" + "f" * 5000, "yaml")],
)
def test_a_number_in_another_base_is_no_longer(text: str, format: str) -> None:
    """A hexadecimal number of any length would be read, but could not be printed."""
    assert "too long for a number" in (
        refusal(text, format)
        if format == "toml"
        else complaints(text, format)[0]
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '{"a": 1, "b": 2,\n "a": 3}',
            ["f:2:2: a: the key 'a' is given twice; keep one of them"],
        ),
        (
            '{"t": [{"a": 1, "\\u0061": 1, "a": 2}]}',
            [
                "f:1:17: t[0].a: the key 'a' is given twice; keep one of them",
                "f:1:30: t[0].a: the key 'a' is given twice; keep one of them",
            ],
        ),
    ],
)
def test_a_key_that_stands_twice_is_told_at_the_second(
    text: str, said: list[str]
) -> None:
    """Python's reader would keep the last without a word, even where a key is written in two ways."""
    assert complaints(text, "json") == said


@pytest.mark.parametrize(
    ("text", "format"),
    [
        (
            '{"t": [{"id": 1, "x": {"y": 2}}], "t": [{"id": 3, "x": {"y": 4}}]}',
            "json",
        ),
        ("t:\n- id: 1\n  x: {y: 2}\nt:\n- id: 3\n  x: {y: 4}\n", "yaml"),
    ],
)
def test_a_table_that_stands_twice_is_told_once(
    text: str, format: str
) -> None:
    """Of a key given twice nothing is said of the keys within: they stand there once each."""
    assert [problem.path for problem in read(text, format).problems] == [
        ("t",)
    ]


@pytest.mark.parametrize("depth", [100, 900])
def test_places_are_not_worth_a_crash(depth: int) -> None:
    """In a text nested deeper than Python's own stack a value is located as near as can be, or nowhere."""
    document = read('{"a": ' + "[" * depth + "]" * depth + "}", "json")
    assert document.locate(("a", 0)) in {(1, 8), (None, None)}


@pytest.mark.parametrize("format", FORMATS)
def test_finding_many_places_takes_a_moment(format: str) -> None:
    """A text is searched once, however many of its values are asked for."""
    count = 3000 if format == "yaml" else 20_000
    text = write(
        {"entente": 1, "themes": [{"id": "a", "label": "A"}] * count}, format
    )
    document = read(text, format)
    started = time.perf_counter()
    found = [
        document.locate(("themes", place, "label"))
        for place in range(0, count, 10)
    ]
    assert time.perf_counter() - started < 5
    lines = [line for line, _ in found if line is not None]
    assert len(lines) == len(found)
    assert lines == sorted(set(lines))


# --- writing -------------------------------------------------------------------------------------


def test_json_is_written_one_value_a_line() -> None:
    """JSON is indented by two, keeps letters as they are and ends in a line feed."""
    assert write(
        {"entente": 1, "themes": [{"id": "é", "broader": ["a", "b"]}]}, "json"
    ) == (
        '{\n  "entente": 1,\n  "themes": [\n    {\n      "id": "é",\n'
        '      "broader": [\n        "a",\n        "b"\n      ]\n    }\n  ]\n}\n'
    )


def test_toml_is_written_for_hands() -> None:
    """Each record is a table of its own; what stands within it is inline, and long lists break."""
    data: dict[str, Plain] = {
        "entente": 1,
        "themes": [
            {
                "id": "a",
                "note": 'say "é"\n\x7f',
                "ok": True,
                "off": False,
                "none": [],
            },
            {
                "id": "b",
                "when": {"edtf": "2024", "stated": "then"},
                "x": [{"y": 1.5}, "z"],
            },
            {"id": "c", "long": ["x" * 60, "y" * 60]},
            {"id": "d", "on": datetime.date(2024, 1, 30)},
        ],
    }
    assert write(data, "toml") == (
        "entente = 1\n\n"
        '[[themes]]\nid = "a"\nnote = "say \\"é\\"\\n\\u007f"\nok = true\noff = false\nnone = []\n\n'
        '[[themes]]\nid = "b"\nwhen = { edtf = "2024", stated = "then" }\nx = [{ y = 1.5 }, "z"]\n\n'
        f'[[themes]]\nid = "c"\nlong = [\n  "{"x" * 60}",\n  "{"y" * 60}",\n]\n\n'
        '[[themes]]\nid = "d"\non = 2024-01-30\n'
    )


def test_yaml_is_written_without_ambiguity() -> None:
    """Texts that any YAML, old or new, would take for something else stand in quotes."""
    texts: list[Plain] = [
        "NO",
        "yes",
        "012",
        "0o14",
        "1e3",
        "~",
        "",
        "2024-01-30",
        "12:30:45",
        "fine",
    ]
    assert write(
        {"entente": 1, "themes": [{"id": "a", "aliases": texts}]}, "yaml"
    ) == (
        "entente: 1\nthemes:\n  - id: a\n    aliases:\n"
        + "".join(f'      - "{text}"\n' for text in texts[:-1])
        + "      - fine\n"
    )


def test_yaml_repeats_what_stands_twice() -> None:
    """A value that stands at two places is written out at both: aliases are refused when read."""
    shared: list[Plain] = ["FR"]
    data: dict[str, Plain] = {
        "themes": [{"id": "a", "x": shared}, {"id": "b", "x": shared}]
    }
    assert read(write(data, "yaml"), "yaml").data == data


def test_yaml_without_pyyaml_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A missing extra is an error that names it, when it is needed and not before."""
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(MissingExtraError) as caught:
        read("a: 1", "yaml")
    assert (
        str(caught.value)
        == "reading YAML needs the extra 'yaml': pip install 'entente-dossier[yaml]'"
    )
    assert read('{"a": 1}', "json").data == {"a": 1}
    assert write({"a": 1}, "yaml") == "a: 1\n"


def test_endings_tell_the_format() -> None:
    """Four endings are known."""
    assert SUFFIXES == {
        ".json": "json",
        ".toml": "toml",
        ".yaml": "yaml",
        ".yml": "yaml",
    }


# --- laws ----------------------------------------------------------------------------------------

texts = st.text(st.characters(codec="utf-8"), max_size=12)
tricky = st.sampled_from(
    [
        "NO",
        "~",
        "null",
        "012",
        "1e3",
        "#",
        "[[x]]",
        '"""',
        "'''",
        "a = 1",
        "- a",
        "\ufeff",
        "\x85",
        "'",
        "}",
    ]
)
bare = st.text(st.sampled_from("abz-_09"), min_size=1, max_size=6)
leaves = st.one_of(
    texts,
    tricky,
    st.booleans(),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False, allow_infinity=False),
)


def plain(keys: st.SearchStrategy[str]) -> st.SearchStrategy[Plain]:
    """Values as a record may hold them, with keys of a sort."""
    return st.recursive(
        leaves,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(keys, inner, max_size=3)
        ),
        max_leaves=8,
    )


def documents(
    keys: st.SearchStrategy[str],
) -> st.SearchStrategy[dict[str, Plain]]:
    """Documents shaped as dossiers are: single values first, then lists of tables."""
    records = st.lists(
        st.dictionaries(keys, plain(keys), max_size=4), min_size=1, max_size=3
    )
    return st.builds(
        lambda single, many: {
            **single,
            **{key: value for key, value in many.items() if key not in single},
        },
        st.dictionaries(keys, leaves, max_size=2),
        st.dictionaries(keys, records, max_size=3),
    )


def paths(data: Plain, path: Location = ()) -> list[tuple[Location, Plain]]:
    """List all that stands in plain data, each with the path to it."""
    inner: list[tuple[str | int, Plain]] = []
    if isinstance(data, dict):
        inner = list(data.items())
    elif isinstance(data, list):
        inner = list(enumerate(data))
    return [
        (path, data),
        *(
            found
            for step, value in inner
            for found in paths(value, (*path, step))
        ),
    ]


@given(documents(texts | bare | tricky))
def test_json_keeps_everything(data: dict[str, Plain]) -> None:
    """What is written as JSON is read back the same, and everything stands where its place says."""
    text = write(data, "json")
    document = read(text, "json")
    assert document.data == data
    assert not document.problems
    for path, value in paths(data)[1:]:
        rest = rest_of(text, document, path)
        if isinstance(path[-1], str):
            assert rest.startswith(
                json.dumps(path[-1], ensure_ascii=False) + ": "
            )
        elif isinstance(value, list | dict):
            assert rest.startswith("[" if isinstance(value, list) else "{")
        else:
            assert rest.removesuffix(",") == json.dumps(
                value, ensure_ascii=False
            )


@given(documents(bare))
def test_toml_keeps_everything(data: dict[str, Plain]) -> None:
    """What is written as TOML is read back the same, and everything stands where its place says."""
    text = write(data, "toml")
    document = read(text, "toml")
    assert document.data == data
    for path, value in paths(data)[1:]:
        rest = rest_of(text, document, path)
        if len(path) <= 2 and isinstance(data[str(path[0])], list):
            assert rest == f"[[{path[0]}]]"
        elif isinstance(path[-1], str):
            assert rest.startswith(f"{path[-1]} = ")
        else:
            assert rest.startswith(
                "["
                if isinstance(value, list)
                else "{"
                if isinstance(value, dict)
                else ""
            )
            assert rest[0] not in " ,#="


@given(documents(texts | bare | tricky))
def test_yaml_keeps_everything(data: dict[str, Plain]) -> None:
    """What is written as YAML is read back the same, whatever its texts look like."""
    document = read(write(data, "yaml"), "yaml")
    assert document.data == data
    assert not document.problems


def outcome(text: str, format: str) -> Document | LoadError:
    """Return what becomes of a text: a document, or an error that is ours."""
    try:
        return read(text, format)
    except LoadError as error:
        return error


@pytest.mark.parametrize("format", FORMATS)
@given(
    text=st.text(
        st.sampled_from("{}[]\"':=,.#-&*!|>? \n\t\\aé1T0"), max_size=40
    )
)
def test_any_text_is_read_or_refused(format: str, text: str) -> None:
    """Of any text at all, reading gives a document that can be searched, or a `LoadError`."""
    found = outcome(text, format)
    if isinstance(found, LoadError):
        assert found.problems
        return
    for path, _ in paths(found.data):
        line, _column = found.locate(path)
        assert line is None or 1 <= line <= text.count("\n") + 1


def test_a_number_in_another_base_may_have_more_digits() -> None:
    """How large a number may be does not depend on how it is written."""
    digits = "1" * (LONGEST_NUMBER + 1)
    assert read(f"a = 0b{digits}\n", "toml").data == {"a": int(digits, 2)}


@pytest.mark.parametrize("format", FORMATS)
@given(
    data=documents(bare),
    cut=st.integers(0, 400),
    put=st.text(st.sampled_from("{}[]\"'=:,#\n -&*"), max_size=2),
)
def test_any_slip_is_read_or_refused(
    format: str, data: dict[str, Plain], cut: int, put: str
) -> None:
    """A sound text with a letter lost, or a bracket or quote put in, is read and searched, or refused."""
    text = write(data, format)
    found = outcome(text[:cut] + put + text[cut + 1 :], format)
    if isinstance(found, LoadError):
        assert found.problems
        return
    for path, _ in paths(found.data):
        assert (found.locate(path)[0] is None) == (
            found.locate(path)[1] is None
        )
