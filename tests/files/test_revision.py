"""Saving onto what people wrote by hand: what did not change stays where it is, to the byte."""

from __future__ import annotations

import json
from typing import Final

import pytest
from hypothesis import assume, given, strategies as st

import entente
from entente import (
    Dossier,
)
from entente.files._documents import Plain
from entente.files._formats import read, write
from entente.files._revision import revise
from entente.strategies import dossiers
from handwritten import WRITTEN, A, B, C, D, E, M, S, holding

FORMATS: Final = ("json", "toml", "yaml")


def plain(dossier: Dossier) -> dict[str, Plain]:
    """Return the data that a dossier's file holds."""
    data: dict[str, Plain] = json.loads(entente.dumps(dossier))
    return data


@pytest.fixture(params=sorted(WRITTEN))
def format(request: pytest.FixtureRequest) -> str:
    """Each format that people write by hand."""
    name: str = request.param
    return name


def changed(
    format: str, data: dict[str, Plain], *edits: tuple[str, str]
) -> None:
    """Hold that revising the written text makes these replacements in it, and no other."""
    expected = WRITTEN[format]
    for old, new in edits:
        assert expected.count(old) == 1
        expected = expected.replace(old, new)
    text = revise(WRITTEN[format], format, data)
    assert text == expected
    assert read(text, format).data == data


# --- what stays ----------------------------------------------------------------------------------


def test_the_same_data_is_the_same_text(format: str) -> None:
    """Where nothing changes, not a byte of the text does."""
    changed(format, holding(A, B, C))


def test_a_changed_record_is_written_anew(format: str) -> None:
    """The lines of a record that changes are replaced, but for its comments; those of its neighbours stay."""
    edits = {
        "toml": (
            '[[themes]]\nid = "b"  # the second\nlabel = "B"\n',
            '[[themes]]\nid = "b"  # the second\nlabel = "Bee"\naliases = ["bb"]\n',
        ),
        "yaml": (
            '  - id: b  # the second\n    label: "B"\n',
            "  - id: b  # the second\n    label: Bee\n    aliases:\n      - bb\n",
        ),
    }
    changed(
        format,
        holding(A, {"id": "b", "label": "Bee", "aliases": ["bb"]}, C),
        edits[format],
    )


def test_the_first_record_may_change(format: str) -> None:
    """What stands above the first record of a kind stays above it."""
    edits = {
        "toml": (
            "[[themes]]  # the first\nlabel   =   'A'\nid = \"a\"\n",
            '[[themes]]  # the first\nid = "a"\nlabel = "Ay"\n',
        ),
        "yaml": (
            "  - label:   'A'\n    id: a\n",
            "  - id: a\n    label: Ay\n",
        ),
    }
    changed(format, holding({"id": "a", "label": "Ay"}, B, C), edits[format])


def test_the_last_record_may_change(format: str) -> None:
    """A text of several lines ends where it ends: the blank line below it stays."""
    edits = {
        "toml": (
            '[[themes]]\n# the third\nid = "c"\nlabel = """\nC"""\n',
            '[[themes]]\n# the third\nid = "c"\nlabel = "Cee"\n',
        ),
        "yaml": (
            "  - id: c\n    # the third\n    label: >-\n      C\n",
            "  - id: c\n    # the third\n    label: Cee\n",
        ),
    }
    changed(format, holding(A, B, {"id": "c", "label": "Cee"}), edits[format])


NEW: Final = {
    "toml": '[[themes]]\nid = "d"\nlabel = "D"\n',
    "yaml": "  - id: d\n    label: D\n",
}
GAP: Final = {"toml": "\n", "yaml": ""}


def test_a_record_is_added_at_the_end(format: str) -> None:
    """A new record stands behind the last of its kind, above what follows it."""
    last = {"toml": 'C"""\n', "yaml": "      C\n"}[format]
    changed(
        format, holding(A, B, C, D), (last, last + GAP[format] + NEW[format])
    )


def test_a_record_is_added_in_the_middle(format: str) -> None:
    """A new record stands behind the one that it comes after."""
    before = {"toml": 'id = "a"\n', "yaml": "    id: a\n"}[format]
    changed(
        format,
        holding(A, D, B, C),
        (before, before + GAP[format] + NEW[format]),
    )


def test_a_record_is_added_at_the_beginning(format: str) -> None:
    """A new first record stands above the one that was the first, and above the comment on that."""
    first = {
        "toml": "[[themes]]  # the first\n",
        "yaml": "  # the first\n",
    }[format]
    changed(
        format, holding(D, A, B, C), (first, NEW[format] + GAP[format] + first)
    )


def test_several_records_are_added_at_one_place(format: str) -> None:
    """New records stand in their order, wherever they come."""
    for themes in (
        [D, E, A, B, C],
        [A, D, E, B, C],
        [A, B, C, D, E],
        [D, A, E, B, C],
    ):
        data = holding(*themes)
        text = revise(WRITTEN[format], format, data)
        assert read(text, format).data == data
        assert "# a note on b, to be written" in text


def test_a_record_is_removed(format: str) -> None:
    """The lines of a record that is gone are gone, with the blank line below; comments between records stay."""
    gone = {
        "toml": ('[[themes]]\nid = "b"  # the second\nlabel = "B"\n', ""),
        "yaml": ('  - id: b  # the second\n    label: "B"\n', ""),
    }
    changed(format, holding(A, C), gone[format])


def test_the_first_record_is_removed(format: str) -> None:
    """The kind goes on with what was the second record; the comment on the first goes with it."""
    gone = {
        "toml": "[[themes]]  # the first\nlabel   =   'A'\nid = \"a\"\n\n",
        "yaml": "  # the first\n  - label:   'A'\n    id: a\n\n",
    }
    changed(format, holding(B, C), (gone[format], ""))


def test_the_last_record_is_removed(format: str) -> None:
    """What stands below the last record of a kind stays."""
    gone = {
        "toml": '[[themes]]\n# the third\nid = "c"\nlabel = """\nC"""\n\n',
        "yaml": "  - id: c\n    # the third\n    label: >-\n      C\n\n",
    }
    changed(format, holding(A, B), (gone[format], ""))


def test_all_records_of_a_kind_may_go(format: str) -> None:
    """That a kind is gone costs none of the others its comments or its layout."""
    data: dict[str, Plain] = {"entente": 1, "themes": [A, B, C]}
    text = revise(WRITTEN[format], format, data)
    assert read(text, format).data == data
    kept = WRITTEN[format].partition("# --- sources ---")[0].rstrip()
    assert text.startswith(kept)


def test_all_records_of_a_kind_may_be_others(format: str) -> None:
    """That no record of a kind keeps its id costs none of the others its comments or its layout."""
    others: list[Plain] = [
        {"id": id, "title": "T", "kind": "speech"} for id in ("t", "u")
    ]
    data = holding(A, B, C, sources=others)
    text = revise(WRITTEN[format], format, data)
    assert read(text, format).data == data
    assert text.startswith(
        WRITTEN[format].partition("# --- sources ---")[0].rstrip()
    )


def test_a_new_kind_comes_last(format: str) -> None:
    """Records of a kind that was not there stand at the end of the text."""
    new = {
        "toml": '# the end\n\n[[ministers]]\nid = "m"\nname = "M"\n',
        "yaml": "# the end\nministers:\n  - id: m\n    name: M\n",
    }
    changed(
        format, holding(A, B, C, ministers=[M]), ("# the end\n", new[format])
    )


def test_several_changes_are_made_at_once(format: str) -> None:
    """Changed, new and removed records of several kinds do not get into each other's way."""
    data = holding(
        {"id": "a", "label": "Ay"},
        D,
        C,
        ministers=[M],
        sources=[S | {"title": "Ess"}, S | {"id": "z"}],
    )
    text = revise(WRITTEN[format], format, data)
    assert read(text, format).data == data
    comments = [
        line.strip()
        for line in text.splitlines()
        if line.strip().startswith("#")
    ]
    assert comments == [
        "# What we know of patrols.",
        "# --- themes ---",
        *(["# the first"] if format == "yaml" else []),
        "# a note on b, to be written",
        "# the third",
        "# --- sources ---",
        "# the end",
    ]


def test_the_version_line_stays(format: str) -> None:
    """Whatever stands beside the version of the format stays there."""
    line = WRITTEN[format].splitlines()[1]
    assert line in revise(WRITTEN[format], format, holding(D, A)).splitlines()


# --- line ends, and the end of the text ----------------------------------------------------------


def test_windows_line_ends_stay(format: str) -> None:
    """A text with carriage returns keeps them, and new lines get them."""
    data = holding(A, {"id": "b", "label": "Bee"}, C, D)
    unix = revise(WRITTEN[format], format, data)
    assert revise(
        WRITTEN[format].replace("\n", "\r\n"), format, data
    ) == unix.replace("\n", "\r\n")


@pytest.mark.parametrize(
    "kinds", [{}, {"ministers": [M]}, {"sources": [S, S | {"id": "t"}]}]
)
def test_a_missing_line_break_at_the_end_does_no_harm(
    format: str, kinds: dict[str, list[Plain]]
) -> None:
    """A text whose last line does not end is revised like any other."""
    text = WRITTEN[format].removesuffix("# the end\n").rstrip("\n")
    data = holding(A, {"id": "b", "label": "Bee"}, C, **kinds)
    revised = revise(text, format, data)
    assert read(revised, format).data == data
    assert "# the third" in revised


def test_a_mixture_of_line_ends_costs_no_comment(format: str) -> None:
    """One line that ends in another way than the rest does not move what stands around it."""
    text = WRITTEN[format].replace("version\n", "version\r\n")
    revised = revise(text, format, holding(A, {"id": "b", "label": "Bee"}, C))
    assert "# --- sources ---" in revised
    assert read(revised, format).data == holding(
        A, {"id": "b", "label": "Bee"}, C
    )


def test_no_line_ends_in_white_space(format: str) -> None:
    """A text of several lines is written without blanks at the ends of lines."""
    data = holding(
        A, {"id": "b", "label": "B", "note": "one\n\ntwo: three\n  four"}, C
    )
    text = revise(WRITTEN[format], format, data)
    assert [line for line in text.splitlines() if line != line.rstrip()] == []
    assert read(text, format).data == data


# --- layouts -------------------------------------------------------------------------------------

LAYOUTS: Final = {
    "no indent": "# top\nentente: 1\nthemes:\n- id: a\n  label: A  # ay\n- id: b\n  label: B\n",
    "deep indent": "# top\nentente: 1\nthemes:\n      - id: a\n        label: A  # ay\n      - id: b\n        label: B\n",
    "wide dash": "# top\nentente: 1\nthemes:\n  -   id: a\n      label: A  # ay\n  -   id: b\n      label: B\n",
    "dash alone": "# top\nentente: 1\nthemes:\n  -\n    id: a\n    label: A  # ay\n  -\n    id: b\n    label: B\n",
    "literal": "# top\nentente: 1\nthemes:\n  - id: a\n    label: |-\n      A\n\n  # ay\n  - id: b\n    label: B\n",
    "document": "# top\n---\nentente: 1\nthemes:\n  - id: a  # ay\n    label: A\n  - id: b\n    label: B\n",
}


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_yaml_may_be_indented_in_many_ways(layout: str) -> None:
    """However the items of a list are set, a record is changed and another added without touching the rest."""
    data: dict[str, Plain] = {
        "entente": 1,
        "themes": [A, {"id": "b", "label": "Bee"}, D],
    }
    text = revise(LAYOUTS[layout], "yaml", data)
    assert read(text, "yaml").data == data
    assert text.startswith(
        LAYOUTS[layout].rpartition("  - id: b")[0] or "# top\nentente: 1\n"
    )
    assert "# ay" in text


def test_a_blank_line_below_a_block_stays() -> None:
    """The blank line below a text in block style stands between the records, and stays there."""
    data: dict[str, Plain] = {
        "entente": 1,
        "themes": [{"id": "a", "label": "Ay"}, B],
    }
    assert revise(LAYOUTS["literal"], "yaml", data) == LAYOUTS[
        "literal"
    ].replace("    label: |-\n      A\n", "    label: Ay\n")


def test_tables_below_a_record_belong_to_it() -> None:
    """A record that is spread over several TOML tables is changed or removed with all of them."""
    text = (
        'entente = 1\n\n[[commitments]]\nid = "a"\nsummary = "A."\n\n  [[commitments.reports]]  # one\n'
        '  on = 2024-01-01\n  by = "FR"\n  status = "announced"\n\n# about b\n[[commitments]]\nid = "b"\n'
        'summary = "B."\n[commitments.place]\nname = "Calais"\n'
    )
    data = read(text, "toml").data
    assert isinstance(data, dict)
    [a, b] = json.loads(json.dumps(data["commitments"], default=str))
    b["summary"] = "Bee."
    revised = revise(
        text,
        "toml",
        {"entente": 1, "commitments": [a, b]},
        canonical=dates_as_texts,
    )
    assert revised == (
        text.partition('[[commitments]]\nid = "b"')[0]
        + '[[commitments]]\nid = "b"\nsummary = "Bee."\nplace = { name = "Calais" }\n'
    )
    assert revise(
        text,
        "toml",
        {"entente": 1, "commitments": [b]},
        canonical=dates_as_texts,
    ) == (
        'entente = 1\n\n# about b\n[[commitments]]\nid = "b"\nsummary = "Bee."\nplace = { name = "Calais" }\n'
    )


def dates_as_texts(data: Plain) -> Plain:
    """Take a date of TOML for the text that means the same."""
    made: Plain = json.loads(json.dumps(data, default=str))
    return made


def test_records_between_the_tables_of_another_are_not_lost() -> None:
    """A TOML record whose tables stand apart cannot be changed by its lines; nothing is lost all the same."""
    text = (
        'entente = 1\n[[themes]]\nid = "a"\nlabel = "A"\n[[sources]]\nid = "s"\ntitle = "S"\nkind = "readout"\n'
        '[[themes.citations]]\nsource = "s"\nlines = "1"\n'
    )
    cited: dict[str, Plain] = {
        "id": "a",
        "label": "Ay",
        "citations": [{"source": "s", "lines": "1"}],
    }
    data = holding(cited)
    assert read(revise(text, "toml", data), "toml").data == data


# --- what is written anew ------------------------------------------------------------------------

ANEW: Final[dict[str, tuple[str, str]]] = {
    "json": (
        "json",
        '{"entente": 1,\n "themes": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]}',
    ),
    "an inline array of tables": (
        "toml",
        'entente = 1\nthemes = [{id = "a", label = "A"}, {id = "b", label = "B"}]\n',
    ),
    "flow records": (
        "yaml",
        "entente: 1\nthemes:\n  - {id: a, label: A}\n  - {id: b, label: B}\n",
    ),
    "a flow list": (
        "yaml",
        "entente: 1\nthemes: [{id: a, label: A}, {id: b, label: B}]\n",
    ),
    "a flow document": (
        "yaml",
        "{entente: 1, themes: [{id: a, label: A}, {id: b, label: B}]}\n",
    ),
    "a document that ends": (
        "yaml",
        "entente: 1\nthemes:\n  - id: a\n    label: A\n  - id: b\n    label: B\n...\n",
    ),
}


@pytest.mark.parametrize("layout", list(ANEW))
def test_what_has_no_lines_of_its_own_is_written_anew(layout: str) -> None:
    """Where records share lines with others the text is what `write` makes of the data."""
    format, text = ANEW[layout]
    data: dict[str, Plain] = {
        "entente": 1,
        "themes": [A, {"id": "b", "label": "Bee"}],
        "sources": [S],
    }
    assert revise(text, format, data) == write(data, format)
    assert revise(text, format, {"entente": 1, "themes": [A, B]}) == text


@pytest.mark.parametrize("text", ["", "entente = 1\n# nothing yet\n"])
def test_an_empty_text_is_filled(text: str) -> None:
    """A text that holds no records gets them."""
    assert read(revise(text, "toml", holding(A)), "toml").data == holding(A)


def test_what_is_no_table_is_replaced() -> None:
    """A YAML text that holds a list, or nothing, is replaced by one that holds a dossier."""
    for text in ("- a\n", "", "a\n"):
        assert revise(text, "yaml", holding(A)) == write(holding(A), "yaml")


# --- laws ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.no_cover
@given(was=dossiers(max_size=6), new=dossiers(max_size=6))
def test_a_revised_text_holds_what_it_should(
    format: str, was: Dossier, new: Dossier
) -> None:
    """Whatever stood there, the revised text says the new dossier and nothing else."""
    data = plain(new)
    text = revise(write(plain(was), format), format, data)
    assert read(text, format).data == data
    assert revise(text, format, data) == text


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.no_cover
@given(dossier=dossiers(min_size=2, max_size=8), changes=st.data())
def test_a_dossier_that_changes_a_little(
    format: str, dossier: Dossier, changes: st.DataObject
) -> None:
    """Some records out, some noted upon, the rest as it was: the text says just that."""
    data: dict[str, Plain] = {"entente": 1}
    for kind, records in plain(dossier).items():
        if isinstance(records, list):
            kept = [
                record for record in records if changes.draw(st.integers(0, 3))
            ]
            fates = [changes.draw(st.booleans()) for _ in kept]
            noted = [
                {**record, "note": "Changed."}
                if fate and isinstance(record, dict)
                else record
                for record, fate in zip(kept, fates, strict=True)
            ]
            data |= {kind: noted} if noted else {}
    text = revise(write(plain(dossier), format), format, data)
    assert read(text, format).data == data


LETTERS: Final = "abcdefgh"
BLOCKS: Final = {
    "toml": '[[themes]]  # head of {0}\nid =  "{0}"  # id of {0}\nlabel = "{0}"\n',
    "yaml": "  - id:   {0}  # id of {0}\n    label: '{0}'\n",
}
HEADS: Final = {"toml": "entente = 1\n", "yaml": "entente: 1\nthemes:\n"}


@pytest.mark.parametrize("format", sorted(BLOCKS))
@pytest.mark.no_cover
@given(
    was=st.lists(st.sampled_from(LETTERS), min_size=1, unique=True),
    fates=st.lists(
        st.sampled_from(("keep", "keep", "change", "drop")),
        min_size=len(LETTERS),
    ),
    added=st.dictionaries(
        st.integers(0, len(LETTERS)), st.sampled_from(("x", "y", "z"))
    ),
    ending=st.sampled_from(("\n", "\r\n")),
)
def test_untouched_records_and_all_comments_stay(
    format: str,
    was: list[str],
    fates: list[str],
    added: dict[int, str],
    ending: str,
) -> None:
    """Each record that does not change keeps its lines, and each that stays the comment above it."""
    fate = dict(zip(was, fates, strict=False))
    assume(any(fate[letter] != "drop" for letter in was))
    text = HEADS[format] + "".join(
        f"\n# above {letter}\n{BLOCKS[format].format(letter)}"
        for letter in was
    )
    themes: list[Plain] = [
        {"id": letter, "label": letter if fate[letter] == "keep" else "new"}
        for letter in was
        if fate[letter] != "drop"
    ]
    for place, id in sorted(
        {id: place for place, id in added.items()}.items()
    ):
        themes.insert(
            place if isinstance(place, int) else len(themes),
            {"id": str(id), "label": "new"},
        )
    data: dict[str, Plain] = {"entente": 1, "themes": unique(themes)}
    revised = revise(text.replace("\n", ending), format, data)
    assert read(revised, format).data == data
    for letter in was:
        block = BLOCKS[format].format(letter).replace("\n", ending)
        assert (block in revised) == (fate[letter] == "keep")
    above = [
        line for line in revised.split(ending) if line.startswith("# above ")
    ]
    assert above == [
        f"# above {letter}" for letter in was if fate[letter] != "drop"
    ]


def unique(themes: list[Plain]) -> list[Plain]:
    """Leave out what has an id that stands before it already."""
    first = {
        str(theme["id"]): theme
        for theme in reversed(themes)
        if isinstance(theme, dict)
    }
    return [
        theme
        for theme in themes
        if isinstance(theme, dict) and first[str(theme["id"])] is theme
    ]


def test_an_empty_list_stays_empty() -> None:
    """A kind without records, before and after, is no reason to change other lines."""
    text = 'entente = 1\nthemes = []\n\n[[parties]]\nid = "a"\nname = "A"\n'
    party: Plain = {"id": "a", "name": "B"}
    revised = revise(
        text, "toml", {"entente": 1, "themes": [], "parties": [party]}
    )
    assert revised == text.replace('"A"', '"B"')
