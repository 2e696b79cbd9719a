"""Files that somebody damaged: each is another dossier or a `LoadError`, and never anything else.

The environment variable ENTENTE_FUZZ_EXAMPLES says how many cases each property tries.
"""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings, strategies as st

import entente
from entente import Dossier
from entente.errors import LoadError, Problem
from entente.files._formats import write
from entente.strategies import dossiers

FORMATS: Final = ("json", "toml", "yaml")

CASES: Final = int(os.environ.get("ENTENTE_FUZZ_EXAMPLES", "0"))
"""How many cases to try, or 0 for as many as a normal run has time for."""


def cases(normally: int) -> settings:
    """Try as many cases as the environment asks for, or `normally` that many."""
    return settings(max_examples=CASES or normally, database=None)


# --- what may come of a damaged file -------------------------------------------------------------


def outcome(read: Callable[[], Dossier]) -> Dossier | None:
    """Return what was read, or None if it was refused in words that a reader can use."""
    try:
        dossier = read()
    except LoadError as refusal:
        told = refusal.problems
    else:
        assert entente.loads(entente.dumps(dossier)) == dossier
        return dossier
    assert told
    for problem in told:
        well_told(problem)
    return None


def well_told(problem: Problem) -> None:
    """Hold that a problem is told in a line that fits on a screen, and that its place makes sense."""
    said = problem.message
    assert said
    assert said.splitlines() == [said]
    assert len(said) < 400
    assert "Traceback" not in said
    assert "object at 0x" not in said
    assert problem.line is None or problem.line >= 1
    assert problem.column is None or problem.column >= 1


def loaded(text: str, format: str) -> Dossier | None:
    """Read a text, and return what comes of it."""
    return outcome(lambda: entente.loads(text, format=format))


# --- one mutation of the data --------------------------------------------------------------------

Spot = tuple[str | int, ...]

EMBEDDED: Final[dict[str, Any]] = json.loads(
    entente.dumps(entente.example("uk-france"))
)
JUNK: Final[tuple[Any, ...]] = (
    None,
    True,
    False,
    0,
    1,
    2.9,
    "false",
    "x",
    "",
    " ",
    [],
    {},
    ["x"],
    {"x": 1},
    "2024-02-30",
    "> >",
)


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


def renamed(draw: st.DrawFn, within: Any, step: Any) -> None:
    """Rename a key, or move an item to the end of its list."""
    if isinstance(within, list):
        within.append(within.pop(step))
    else:
        known = st.sampled_from(
            ("id", "label", "note", "made", "citations", "entente")
        )
        name = draw(
            known
            | st.text(max_size=3)
            | st.just(f"{step}s")
            | st.just(step[1:])
        )
        items = [
            (name if key == step else key, value)
            for key, value in within.items()
        ]
        within.clear()
        within.update(items)


def retyped(draw: st.DrawFn, within: Any, step: Any) -> None:
    """Put something of another type in the place of a value."""
    value = within[step]
    within[step] = draw(
        st.sampled_from(JUNK)
        | st.sampled_from(
            ([value], {"edtf": value}, str(value), json.dumps(value))
        )
    )


def dropped(draw: st.DrawFn, within: Any, step: Any) -> None:
    """Leave out a key or an item."""
    del within[step]


def doubled(draw: st.DrawFn, within: Any, step: Any) -> None:
    """Let an item stand twice, or a key's value in a list with itself."""
    if isinstance(within, list):
        within.insert(
            draw(st.integers(0, len(within))), copy.deepcopy(within[step])
        )
    else:
        within[step] = [within[step], copy.deepcopy(within[step])]


def misspelt(draw: st.DrawFn, within: Any, step: Any) -> None:
    """Change a letter of a text, which may be an id, a date, an amount or a word."""
    value = within[step]
    if isinstance(value, str):
        place = draw(st.integers(0, len(value)))
        within[step] = (
            value[:place]
            + draw(st.text(max_size=1))
            + value[place + draw(st.integers(0, 1)) :]
        )


MUTATIONS: Final = (renamed, retyped, dropped, doubled, misspelt)


@st.composite
def mutated(
    draw: st.DrawFn, originals: st.SearchStrategy[dict[str, Any]]
) -> tuple[Any, Any, str, Spot]:
    """Return plain data, the same with one mutation, and what was done to it where."""
    original = draw(originals)
    data = copy.deepcopy(original)
    path = draw(st.sampled_from(list(spots(data))))
    mutation = draw(st.sampled_from(MUTATIONS))
    mutation(draw, around(data, path), path[-1])
    return original, data, mutation.__name__, path


def small() -> st.SearchStrategy[dict[str, Any]]:
    """Make the data of small dossiers, and of parts of the embedded one that stand for themselves."""
    made = dossiers(min_size=1, max_size=4).map(
        lambda dossier: json.loads(entente.dumps(dossier))
    )
    return made | st.sampled_from(PARTS)


def _parts() -> list[dict[str, Any]]:
    """Cut the embedded dossier into pieces that are small enough to be read a thousand times."""
    dossier = entente.example("uk-france")
    pieces = []
    for record in (
        *dossier.commitments[:6],
        *dossier.meetings[:2],
        *dossier.metrics,
        *dossier.agreements[:2],
    ):
        wanted = {record.id}
        while True:
            more = {
                id
                for each in wanted
                for _, id, _ in entente.records._walk.references(dossier[each])
                if dossier[id] in dossier.records
            }
            if more <= wanted:
                break
            wanted |= more
        piece = Dossier(each for each in dossier.records if each.id in wanted)
        pieces.append(json.loads(entente.dumps(piece)))
    return pieces


PARTS: Final = _parts()


def said(dossier: Dossier) -> str:
    """Return all that a dossier says: equality passes over the words in which a source puts a date."""
    return entente.dumps(dossier)


def hold(format: str, original: Any, data: Any, mutation: str) -> None:
    """Hold that mutated data is another dossier or is refused, and that nothing passes in silence."""
    read = loaded(write(data, format), format)
    # A letter may change without a change in what is meant: ">250" is "> 250".
    if read is not None and data != original and mutation != "misspelt":
        assert said(read) != said(entente.loads(json.dumps(original))), (
            "it changed, and nobody noticed"
        )


@pytest.mark.parametrize("format", FORMATS)
@cases(40)
@given(mutated(small()))
def test_one_mutation_is_another_dossier_or_an_error(
    format: str, case: tuple[Any, Any, str, Spot]
) -> None:
    """A key renamed, a type changed, an id broken, an item dropped or doubled: it is told, or it is another dossier."""
    original, data, mutation, _ = case
    hold(format, original, data, mutation)


@cases(12)
@given(case=mutated(st.just(EMBEDDED)), format=st.sampled_from(FORMATS))
def test_one_mutation_of_the_embedded_dossier(
    case: tuple[Any, Any, str, Spot], format: str
) -> None:
    """So it is for the dossier that comes with the library."""
    original, data, mutation, _ = case
    hold(format, original, data, mutation)


@pytest.mark.parametrize("format", FORMATS)
@cases(25)
@given(small(), st.data())
def test_an_unknown_key_is_always_told(
    format: str, data: dict[str, Any], draw: st.DataObject
) -> None:
    """No key that a record does not have is passed over."""
    tables = [
        path
        for path in spots(data)
        if isinstance(around(data, (*path, "")), dict)
    ]
    mutated = copy.deepcopy(data)
    around(mutated, (*draw.draw(st.sampled_from([(), *tables])), ""))[
        "unknown-key"
    ] = "x"
    assert loaded(write(mutated, format), format) is None


@pytest.mark.parametrize("format", FORMATS)
@cases(25)
@given(small(), st.data())
def test_another_type_is_always_told(
    format: str, data: dict[str, Any], draw: st.DataObject
) -> None:
    """A number, a truth or a table where a text, a list or another number belongs is never converted."""
    path = draw.draw(st.sampled_from(list(spots(data))))
    mutated = copy.deepcopy(data)
    value = around(mutated, path)[path[-1]]
    wrong = [2.5, {"x": "y"}, [[]]]
    wrong += (
        [0, not value]
        if not isinstance(value, bool) and value != 1
        else ["true", 1.0, value + 1]
    )
    around(mutated, path)[path[-1]] = draw.draw(st.sampled_from(wrong))
    assert loaded(write(mutated, format), format) is None


# --- one mutation of the text --------------------------------------------------------------------

SYNTAX: Final = "[]{}()\"'#:,.=-&*!|>%@`~?<\\/\n\r\t \x00\x1b\x7f\x85\u2028\ufeff\ud800é😀0aZ_+"


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """Return a text with a letter flipped, dropped or put in, or cut off, or with a part of it twice."""
    start = draw(st.integers(0, len(text)))
    stop = draw(st.integers(start, min(len(text), start + 40)))
    letter = draw(st.sampled_from(SYNTAX))
    return draw(
        st.sampled_from(
            (
                text[:start],
                text[start:],
                text[:start] + letter + text[start:],
                text[:start] + letter + text[start + 1 :],
                text[:start] + text[stop:],
                text[:stop] + text[start:],
            )
        )
    )


@pytest.mark.parametrize("format", FORMATS)
@cases(40)
@given(st.data())
def test_a_damaged_text_is_another_dossier_or_an_error(
    format: str, draw: st.DataObject
) -> None:
    """A text cut off, a letter flipped, a part that is missing or stands twice: never a crash."""
    text = write(draw.draw(small()), format)
    loaded(draw.draw(edited(text)), format)


@cases(15)
@given(st.data(), st.sampled_from(FORMATS))
def test_damage_to_the_embedded_dossier(
    draw: st.DataObject, format: str
) -> None:
    """So it is for the dossier that comes with the library."""
    loaded(draw.draw(edited(EMBEDDED_TEXTS[format])), format)


EMBEDDED_TEXTS: Final = {
    "toml": (
        Path(entente.__file__).parent / "dossiers" / "uk-france.toml"
    ).read_text(encoding="utf-8"),
    **{format: write(EMBEDDED, format) for format in ("json", "yaml")},
}

# --- anything at all -----------------------------------------------------------------------------

PIECES: Final = (
    *(
        "entente",
        "themes",
        "commitments",
        "id",
        "label",
        "citations",
        "made",
        "due",
    ),
    *(
        "=",
        ":",
        ": ",
        "- ",
        "[[",
        "]]",
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        '"""',
        "\n",
        "\n\n",
        "  ",
        ",",
        "#",
    ),
    *(
        "1",
        "0x1",
        "1e9",
        "true",
        "null",
        "~",
        "2024-01-30",
        "&a ",
        "*a",
        "<<: ",
        "!x ",
        "|\n",
        ">-\n",
        "---\n",
        "...\n",
    ),
    *(
        "\\",
        "\\u0000",
        "\x00",
        "\ufeff",
        "é",
        "😀",
        "?",
        "%YAML 1.1\n",
        "nan",
        "inf",
    ),
)


@pytest.mark.parametrize("format", FORMATS)
@cases(100)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text())
def test_any_text_is_a_dossier_or_an_error(format: str, text: str) -> None:
    """Whatever is typed into a file, what comes of it is a dossier or a list of problems."""
    loaded(text, format)
    loaded(HEADS[format] + text, format)


HEADS: Final = {
    "json": '{"entente": 1, "themes": [',
    "toml": "entente = 1\n[[themes]]\n",
    "yaml": "entente: 1\nthemes:\n  - ",
}


@cases(100)
@given(
    content=st.binary() | st.text().map(str.encode),
    suffix=st.sampled_from((".json", ".toml", ".yaml", ".yml")),
)
def test_any_bytes_are_a_dossier_or_an_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str
) -> None:
    """Whatever stands in a file, what comes of it is a dossier or a list of problems that name the file."""
    file = tmp_path_factory.getbasetemp() / f"any{suffix}"
    file.write_bytes(content)
    outcome(lambda: entente.load(file))


# --- hostile texts -------------------------------------------------------------------------------

DEEP: Final = 10_000
LONG: Final = 1_000_000
MANY: Final = 100_000

LAUGHS: Final = 'a: &a ["ha"]\n' + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def refused(text: str, format: str) -> list[str]:
    """Return what is said of a text that is refused."""
    with pytest.raises(LoadError) as caught:
        entente.loads(text, format=format)
    for problem in caught.value.problems[:100]:
        well_told(problem)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("format", "text", "place"),
    [
        ("json", "[" * DEEP + "]" * DEEP, ""),
        ("json", '{"a":' * DEEP + "1" + "}" * DEEP, ""),
        (
            "json",
            '{"entente": 1, "themes": ' + "[" * DEEP + "]" * DEEP + "}",
            "",
        ),
        ("json", "[" * DEEP, ""),
        ("toml", "themes = " + "[" * DEEP + "]" * DEEP, ""),
        ("toml", "themes = " + "{a=" * DEEP + "1" + "}" * DEEP, ""),
        ("yaml", "[" * DEEP + "]" * DEEP, "1:51: "),
        ("yaml", "{a: " * DEEP + "}" * DEEP, "1:201: "),
        ("yaml", "- " * DEEP + "x", "1:101: "),
        (
            "yaml",
            "".join(" " * depth + "a:\n" for depth in range(300)),
            "51:51: ",
        ),
    ],
)
def test_deep_nesting_is_refused(format: str, text: str, place: str) -> None:
    """Ten thousand lists or tables within each other end in a message, and not in a recursion error."""
    assert refused(text, format) == [f"{place}the text is nested too deeply"]


NUMBERS: Final = {
    "json": '{{"entente": {}}}',
    "toml": "entente = {}\n",
    "yaml": "entente: {}\n",
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("digits", ["1" * LONG, "-" + "1" * LONG])
def test_a_number_of_a_million_digits_is_refused(
    format: str, digits: str
) -> None:
    """It is not read as a number at all, and the message holds a few of its digits, and no word of Python's."""
    [said, *_] = refused(NUMBERS[format].format(digits), format)
    assert "is too long for a number" in said
    assert len(said) < 200


@pytest.mark.parametrize("format", ["toml", "yaml"])
@pytest.mark.parametrize("base", ["0x", "0o"])
def test_a_number_in_another_base_is_refused(format: str, base: str) -> None:
    """So is a number of a million hexadecimal or octal digits."""
    [said, *_] = refused(NUMBERS[format].format(base + "1" * LONG), format)
    assert "is too long for a number" in said


@pytest.mark.parametrize("format", FORMATS)
def test_a_million_decimals_are_no_version(format: str) -> None:
    """A fraction of a million digits is a number like others, and no version of the format."""
    said = refused(NUMBERS[format].format("1." + "1" * LONG), format)
    assert said[0].endswith(
        "entente: the number 1.1111111111111112 is not a version of the format; write 1"
    )


def test_many_dotted_keys_of_toml_are_refused() -> None:
    """A hundred thousand dotted keys make one table, which no dossier has."""
    said = refused(
        "entente = 1\n"
        + "".join(f"a.b{number}.c = 1\n" for number in range(MANY)),
        "toml",
    )
    assert len(said) == 1
    assert said[0].startswith(
        "2:1: a: 'a' is not a kind of record; the kinds are themes, "
    )


@pytest.mark.parametrize(
    "text", ["{} = 1\n", "[{}]\n", "[[themes]]\nlabel.{} = 1\n"]
)
@pytest.mark.parametrize("parts", [5_000, MANY])
def test_a_key_of_many_parts_is_refused(text: str, parts: int) -> None:
    """One key of a hundred thousand parts is nested too deep: it takes neither minutes nor gigabytes."""
    if parts == MANY and not COSTS_LITTLE:
        pytest.fail(
            "a key of 5,000 parts is not refused, and one of 100,000 would take all memory"
        )
    said = refused(
        "entente = 1\n" + text.format(".".join("a" * parts)), "toml"
    )
    assert "nested too deep" in said[0]


def _costs_little() -> bool:
    """Say whether long dotted keys are refused before they are read, so that a longer one may be tried."""
    try:
        entente.loads(".".join("a" * 500) + " = 1\n", format="toml")
    except LoadError as error:
        return "nested too deep" in str(error)
    return False


COSTS_LITTLE: Final = _costs_little()


def test_many_headers_of_toml_are_refused() -> None:
    """A hundred thousand tables are told by the first key that is no kind of record."""
    said = refused(
        "entente = 1\n"
        + "".join(f"[a.b{number}]\n" for number in range(MANY)),
        "toml",
    )
    assert "a: 'a' is not a kind of record" in said[0]


def test_a_billion_laughs_are_refused() -> None:
    """Aliases are told one by one, and never followed."""
    said = refused("entente: 1\n" + LAUGHS, "yaml")
    assert (
        len(
            [
                line
                for line in said
                if line.endswith(
                    "YAML aliases are not allowed; write the text out"
                )
            ]
        )
        == 72
    )
    assert sum(map(len, said)) < 20_000


def test_many_anchors_are_refused() -> None:
    """A hundred thousand anchors are a hundred thousand texts that stand where records belong."""
    said = refused(
        "entente: 1\nthemes:\n"
        + "".join(f"  - &a{number} x\n" for number in range(MANY)),
        "yaml",
    )
    assert len(said) == MANY
    assert said[0].startswith(
        "3:5: themes[0]: 'x' is not a table (id, label, "
    )


@pytest.mark.parametrize("format", FORMATS)
def test_a_long_line_is_read(format: str) -> None:
    """Ten megabytes in a line are no reason to refuse a text, nor to repeat it in a message."""
    label = "x" * (10 * LONG)
    data: Any = {"entente": 1, "themes": [{"id": "a", "label": label}]}
    dossier = loaded(
        json.dumps(data) if format != "toml" else write(data, "toml"), format
    )
    assert dossier is not None
    assert dossier.themes[0].label == label
    [said] = refused(
        write(
            {"entente": 1, "themes": [{"id": "a", "label": label + " "}]},
            format,
        ),
        format,
    )
    assert len(said) < 400


@pytest.mark.parametrize("format", FORMATS)
def test_a_long_id_is_not_repeated(format: str) -> None:
    """A message about a record with a million letters in its id is no longer than others."""
    [said] = refused(
        write(
            {"entente": 1, "themes": [{"id": "a-" * LONG, "label": "A"}]},
            format,
        ),
        format,
    )
    assert "is not an id" in said
    assert len(said) < 400


@pytest.mark.parametrize("format", FORMATS)
def test_a_long_key_is_not_repeated(format: str) -> None:
    """Nor is one about a key of a million letters."""
    said = refused(
        write({"entente": 1, "k" * LONG: []}, "json"),
        "json" if format == "toml" else format,
    )
    assert len(said[0]) < 600


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("made", "2" * LONG),
        ("made", "2024-01-30/" * 100_000),
        ("recurrence", "FREQ=DAILY" + ";COUNT=1" * MANY + "!"),
        ("firmness", "agreed" * MANY),
        ("by", ["x" * LONG]),
    ],
)
def test_a_long_value_is_refused_in_a_short_message(
    field: str, value: object
) -> None:
    """A hostile date, rule, word or id costs a moment, and a line."""
    commitment: dict[str, Any] = {"id": "a", "summary": "A.", field: value}
    said = refused(
        json.dumps({"entente": 1, "commitments": [commitment]}), "json"
    )
    assert len(said) == 1
    assert len(said[0]) < 400


def test_many_unknown_ids_cost_little() -> None:
    """To look for what was meant takes no longer than to read the file: a thousand wrong ids are told at once."""
    themes = [{"id": f"theme-{number}", "label": "T"} for number in range(300)]
    wrong = [
        {"id": f"c-{number}", "summary": "C.", "themes": [f"theme{number}"]}
        for number in range(300)
    ]
    said = refused(
        json.dumps({"entente": 1, "themes": themes, "commitments": wrong}),
        "json",
    )
    assert len(said) == 300
    assert said[0].endswith(
        "there is no theme 'theme0'; did you mean 'theme-0'?"
    )
