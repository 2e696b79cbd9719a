"""The line and column of every value in JSON, TOML and YAML."""

from __future__ import annotations

import pytest

from entente.errors import Location
from entente.files._formats import FORMATS, read, write
from located import Place, located, rest_of

# --- places in JSON ------------------------------------------------------------------------------

JSON = r"""{
  "entente": 1,
  "themes": [
    {"id": "a", "label": "[\"{,}#"},   {"id" :
      "b", "odd \u0041 \" key": [1, -2.5e3, true, null, "x"]}
  ],
  "empty": {}, "none": [], "é中😀": {"deep": [[{"x": [0]}]]}
}"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("entente",), (2, 3)),
        (("themes",), (3, 3)),
        (("themes", 0), (4, 5)),
        (("themes", 0, "id"), (4, 6)),
        (("themes", 0, "label"), (4, 17)),
        (("themes", 1), (4, 40)),
        (("themes", 1, "id"), (4, 41)),
        (("themes", 1, 'odd A " key'), (5, 12)),
        (("themes", 1, 'odd A " key', 1), (5, 37)),
        (("themes", 1, 'odd A " key', 3), (5, 51)),
        (("themes", 1, 'odd A " key', 4), (5, 57)),
        (("empty",), (7, 3)),
        (("none",), (7, 16)),
        (("é中😀",), (7, 28)),
        (("é中😀", "deep", 0, 0, "x", 0), (7, 53)),
    ],
)
def test_every_value_of_json_is_found(path: Location, place: Place) -> None:
    """A value stands at its key, an item of a list at itself, in lines and characters from 1."""
    assert located(JSON, "json", path) == [place]


@pytest.mark.parametrize("format", ["json", "toml", "yaml"])
def test_what_is_not_there_is_found_at_what_is_around_it(format: str) -> None:
    """A missing key stands where its table does, and what is around everything stands nowhere."""
    text = write({"entente": 1, "themes": [{"id": "a"}]}, format)
    table = located(text, format, ("themes", 0))
    assert (
        located(
            text,
            format,
            ("themes", 0, "label"),
            ("themes", 0, "citations", 3, "note"),
        )
        == table * 2
    )
    assert located(text, format, (), ("offices", 2)) == [(None, None)] * 2


def test_windows_line_ends_count_once() -> None:
    """A carriage return before a line feed makes no line of its own, in any format."""
    for format in FORMATS:
        text = write(
            {"entente": 1, "themes": [{"id": "a", "label": "A"}]}, format
        )
        paths: list[Location] = [
            ("entente",),
            ("themes", 0),
            ("themes", 0, "label"),
        ]
        assert located(text.replace("\n", "\r\n"), format, *paths) == located(
            text, format, *paths
        )


# --- places in TOML ------------------------------------------------------------------------------

TOML = r'''# a comment with [brackets] and "quotes
entente = 1 # [[themes]]
dates = [2024-01-30, 2024-01-30 10:00:00, 10:00:00, 1e3, inf]
dotted . "quo.ted" . 'li"teral' = { a = 1, "b.c" = { d = [ 1, { e = 2 } ] } }

[[themes]]   # the first
id = "a"
label = """
[[themes]]
id = "not here" \""" # nor here
""""
note = §
[x]
"""
§'
  [themes.inner]
  x = "]}"
  [[themes.parts]]
  y = []
  [[themes.parts]]
  y = [
    "one # no comment", # a comment, with ]
    'two \',
    # nothing
    "th\"ree",
  ]
[[ themes ]]
id = 'its'
[themes.inner]
x = 2
["odd é" . 'key']
v = "\u00e9 \U0001F600"
[table]
"" = 0
'''.replace("§", "'" * 3)


@pytest.mark.parametrize(
    ("path", "start"),
    [
        (("entente",), "entente = 1"),
        (("dates",), "dates = ["),
        (("dates", 0), "2024-01-30, 2024"),
        (("dates", 1), "2024-01-30 10"),
        (("dates", 2), "10:00:00, 1e3"),
        (("dates", 3), "1e3"),
        (("dates", 4), "inf"),
        (("dotted",), "dotted . "),
        (("dotted", "quo.ted"), "dotted . "),
        (("dotted", "quo.ted", 'li"teral'), "dotted . "),
        (("dotted", "quo.ted", 'li"teral', "a"), "a = 1"),
        (("dotted", "quo.ted", 'li"teral', "b.c"), '"b.c"'),
        (("dotted", "quo.ted", 'li"teral', "b.c", "d", 1), "{ e = 2"),
        (("dotted", "quo.ted", 'li"teral', "b.c", "d", 1, "e"), "e = 2"),
        (("themes", 0), "[[themes]]   #"),
        (("themes", 0, "id"), 'id = "a"'),
        (("themes", 0, "label"), "label ="),
        (("themes", 0, "note"), "note ="),
        (("themes", 0, "inner"), "[themes.inner]\n  x"),
        (("themes", 0, "inner", "x"), 'x = "]}"'),
        (("themes", 0, "parts", 0), "[[themes.parts]]\n  y = []"),
        (("themes", 0, "parts", 1), "[[themes.parts]]\n  y = [\n"),
        (("themes", 0, "parts", 1, "y", 0), '"one #'),
        (("themes", 0, "parts", 1, "y", 1), "'two"),
        (("themes", 0, "parts", 1, "y", 2), '"th\\"ree'),
        (("themes", 1), "[[ themes ]]"),
        (("themes", 1, "id"), "id = 'its'"),
        (("themes", 1, "inner"), "[themes.inner]\nx"),
        (("themes", 1, "inner", "x"), "x = 2"),
        (("odd é", "key"), "[\"odd é\" . 'key']"),
        (("odd é", "key", "v"), "v = "),
        (("table", ""), '"" = 0'),
    ],
)
def test_every_value_of_toml_is_found(path: Location, start: str) -> None:
    """Whatever strings, comments and tables stand before it, a value stands at its key or header."""
    assert TOML.count(start) == 1, "the test should know what it looks for"
    rest = rest_of(TOML, read(TOML, "toml"), path)
    assert rest == TOML[TOML.index(start) :].split("\n")[0]


def test_the_tricky_text_holds_what_it_seems_to() -> None:
    """The text whose places are looked for is read by Python's own reader as the paths say."""
    data = read(TOML, "toml").data
    assert isinstance(data, dict)
    assert data["themes"] == [
        {
            "id": "a",
            "label": '[[themes]]\nid = "not here" """ # nor here\n"',
            "note": '[x]\n"""\n\'',
            "inner": {"x": "]}"},
            "parts": [
                {"y": []},
                {"y": ["one # no comment", "two \\", 'th"ree']},
            ],
        },
        {"id": "its", "inner": {"x": 2}},
    ]


@pytest.mark.parametrize("name", ["theme", "themes"])
def test_a_list_of_tables_stands_at_its_first_header(name: str) -> None:
    """A misspelt `[[theme]]` is an error with a line: the first that it stands on."""
    text = f'entente = 1\n\n[[{name}]]\nid = "a"\n\n[[{name}]]\nid = "b"\n'
    assert located(text, "toml", (name,), (name, 0), (name, 1)) == [
        (3, 1),
        (3, 1),
        (6, 1),
    ]


def test_a_table_above_a_header_stands_there() -> None:
    """`[a.b]` makes `a` as well, which stands nowhere else."""
    assert located("[a.b]\nc = 1\n", "toml", ("a",), ("a", "b")) == [
        (1, 1),
        (1, 1),
    ]


@pytest.mark.parametrize(
    "key", [r'"\U0001F600"', r'"caf\u00e9"', '"a\tb"', r'"a\"b"', "'a\"b'"]
)
def test_keys_with_escapes_are_found(key: str) -> None:
    """A quoted key is the text that it stands for, by TOML's escapes and not by JSON's."""
    document = read(f"x = 1\n{key} = 2\n", "toml")
    assert isinstance(document.data, dict)
    [_, name] = document.data
    assert document.locate((name,)) == (2, 1)


# --- places in YAML ------------------------------------------------------------------------------

YAML = """\
# a comment
entente: 1
themes:
  - id: a
    label: >-
      themes:
        - id: no
  -
    id: "b"
    'la': [x, {y: z},
      w]
"quoted key": |
  - none
odd:
  - - 1
    - 中: é
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("entente",), (2, 1)),
        (("themes",), (3, 1)),
        (("themes", 0), (4, 5)),
        (("themes", 0, "id"), (4, 5)),
        (("themes", 0, "label"), (5, 5)),
        (("themes", 1), (9, 5)),
        (("themes", 1, "id"), (9, 5)),
        (("themes", 1, "la"), (10, 5)),
        (("themes", 1, "la", 0), (10, 12)),
        (("themes", 1, "la", 1), (10, 15)),
        (("themes", 1, "la", 1, "y"), (10, 16)),
        (("themes", 1, "la", 2), (11, 7)),
        (("quoted key",), (12, 1)),
        (("odd",), (14, 1)),
        (("odd", 0), (15, 5)),
        (("odd", 0, 1), (16, 7)),
        (("odd", 0, 1, "中"), (16, 7)),
    ],
)
def test_every_value_of_yaml_is_found(path: Location, place: Place) -> None:
    """Block or flow, quoted or not, a value stands at its key, an item of a list at itself."""
    assert located(YAML, "yaml", path) == [place]
