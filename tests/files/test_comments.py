"""Comments are found wherever they stand, and a save keeps each or refuses to lose it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from attrs import define, evolve, field
from hypothesis import given, strategies as st

import entente
from entente import Dossier, Theme
from entente.errors import SaveError
from entente.files._comments import find_comments
from entente.files._documents import Plain
from entente.files._formats import read, write
from entente.files._revision import revise
from handwritten import A, B, C, D, S, holding, theme
from law_helpers import times

# --- where comments stand ------------------------------------------------------------------------

WITH_COMMENTS: Final = {
    "toml": "".join(
        f"{line}\n"
        for line in (
            "# 1",
            "'#' = \"#\"  # 2",
            "\"a#\" = '#'# 3",
            'b = """# \\""" # "" #',
            '#"""""# 4',
            "c = '''#''#'''  # 5",
            "d = [ # 6",
            '  "#", # 7',
            "  # 8",
            "]",
            "[[e]] # 9",
            "f = 1 #",
        )
    ),
    "yaml": """\
# 1
"#": '#' # 2
a#: b#c  # 3
d: |  # 4
  # text

  # text
# 5
e: >+2 # 6
    # text
   # text
f: one
  two # 7
g: # 8
  - {h: "#", # 9
     i: 1}   #
j: # é # €
""",
}


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("format", sorted(WITH_COMMENTS))
def test_comments_are_told_from_texts(format: str, ending: str) -> None:
    """A sign within a text, a key or a word begins no comment, and every other does."""
    text = WITH_COMMENTS[format].replace("\n", ending)
    read(text, format)
    found = find_comments(text, format)
    lines = text.split("\n")
    for comment in found:
        before, _, rest = lines[comment.line].rpartition(comment.text)
        assert not rest.strip()
        assert comment.alone == (not before.strip())
    assert [comment.text[2:] for comment in found if comment.text != "#"] == [
        *map(str, range(1, 10)),
        *(["é # €"] if format == "yaml" else []),
    ]
    assert sum(comment.text == "#" for comment in found) == 1


def test_both_readers_of_yaml_find_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Comments are where they are, whether PyYAML was built with libyaml or not."""
    found = find_comments(WITH_COMMENTS["yaml"], "yaml")
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert find_comments(WITH_COMMENTS["yaml"], "yaml") == found


def test_json_has_no_comments() -> None:
    """A sign in JSON is always part of a text."""
    assert find_comments('{"#": "#"}', "json") == []


# --- what becomes of them ------------------------------------------------------------------------

HANDMADE: Final = {
    "toml": """\
# top
entente = 1

# section

# about a
[[themes]] # head
# above id
id = "a" # id
aliases = [ # open
  # one
  "x", # x
]
# above label
label = "A" # label
# end of a

# about b
# more on b
[[themes]]
id = "b"
label = "B"
# about c
[[themes]]
id = "c"
label = "C"
# below c

# --- s
[[sources]]
id = "s"
title = "S"
kind = "readout"
# end
""",
    "yaml": """\
# top
entente: 1

# section

themes: # key
  # about a
  - # dash
    # above id
    id: a # id
    aliases: # open
      # one
      - x # x
    # above label
    label: A # label
  # end of a

  # about b
  # more on b
  - id: b
    label: B
  # about c
  - id: c
    label: C
# below c

# --- s
sources:
  - id: s
    title: S
    kind: readout
# end
""",
}
AX: Final = A | {"aliases": ["x"]}


@pytest.fixture(params=sorted(HANDMADE))
def format(request: pytest.FixtureRequest) -> str:
    """Each format that has comments."""
    name: str = request.param
    return name


def block(format: str, first: str, until: str) -> str:
    """Return the lines of a handmade text from one that holds a word up to another, without the gap."""
    text = HANDMADE[format]
    begin, end = (
        text.rindex("\n", 0, text.index(word)) + 1 for word in (first, until)
    )
    return text[begin:end].rstrip("\n") + "\n"


def test_a_changed_record_keeps_its_comments(format: str) -> None:
    """Each stays with its key: beside it where the key has one line, else above it."""
    data = holding(AX | {"label": "Ay"}, B, C)
    head = {"toml": "# head", "yaml": "# dash"}[format]
    old = block(format, head, "# end of a")
    new = {
        "toml": """\
[[themes]]  # head
# above id
id = "a"  # id
# above label
label = "Ay"  # label
# open
# one
# x
aliases = ["x"]
""",
        "yaml": """\
  # dash
  # above id
  - id: a  # id
    # above label
    label: Ay  # label
    # open
    # one
    # x
    aliases:
      - x
""",
    }[format]
    text = HANDMADE[format]
    assert revise(text, format, data) == text.replace(old, new)


def test_the_comment_on_a_key_that_is_gone_ends_the_record(
    format: str,
) -> None:
    """The key goes, and what was said about it stays in the record."""
    text = revise(HANDMADE[format], format, holding(A, B, C))
    indent = "" if format == "toml" else "    "
    gone = "".join(f"{indent}# {word}\n" for word in ("open", "one", "x"))
    assert f"# label\n{gone}" in text


def test_the_comment_on_a_default_stays_at_its_place() -> None:
    """A key that says nothing is left out of what is written anew, and its comment is not."""
    text = (
        'entente = 1\n[[commitments]]\nid = "a"\nsummary = "A."\n'
        "continuing = false # they said so\n"
    )
    dossier = entente.loads(text, format="toml")
    revised = evolve(dossier.commitments["a"], summary="B.")
    data: dict[str, Plain] = {
        "entente": 1,
        "commitments": [{"id": "a", "summary": revised.summary}],
    }
    assert revise(text, "toml", data) == (
        'entente = 1\n[[commitments]]\nid = "a"\nsummary = "B."\n# they said so\n'
    )


def test_records_that_change_places_take_their_comments_along(
    format: str,
) -> None:
    """What stands within a record, right above it or right below goes where it goes; the rest stays."""
    data = holding(C, B, AX)
    text = revise(HANDMADE[format], format, data)
    assert read(text, format).data == data
    a, c = (
        block(format, "# about a", "# about b"),
        block(format, "# about c", "# --- s"),
    )
    assert text == HANDMADE[format].replace(a, "(a)").replace(c, a).replace(
        "(a)", c
    )


def test_the_comments_of_a_removed_record_go_with_it(format: str) -> None:
    """Those right above it and within it go; what a blank line parts from it, or stands below it, stays."""
    text = revise(HANDMADE[format], format, holding(AX, C))
    assert text == HANDMADE[format].replace(
        block(format, "# about b", "# about c"), ""
    )
    text = revise(HANDMADE[format], format, holding(B, C))
    assert text == HANDMADE[format].replace(
        block(format, "# about a", "# end of a"), ""
    )


def test_the_comments_between_removed_records_stay(format: str) -> None:
    """A kind may go as a whole; what belongs to none of its records stays."""
    text = revise(HANDMADE[format], format, {"entente": 1, "sources": [S]})
    assert re.findall(r"# .*", text) == [
        "# top",
        "# section",
        *(["# key"] if format == "yaml" else []),
        "# end of a",
        "# below c",
        "# --- s",
        "# end",
    ]


def test_a_new_record_comes_between_no_record_and_its_comment(
    format: str,
) -> None:
    """It stands above the comment on the record below, and below that under the record above."""
    for themes in ([D, AX, B, C], [AX, D, B, C], [AX, B, D, C], [AX, B, C, D]):
        text = revise(HANDMADE[format], format, holding(*themes))
        for first, last in (
            ("# about a", "# about b"),
            ("# about b", "# about c"),
            ("# about c", "# --- s"),
        ):
            assert block(format, first, last) in text


def test_an_empty_list_is_filled(format: str) -> None:
    """The key of an empty list makes way for the records, and the comment beside it stays."""
    text = {
        "toml": "entente = 1\nthemes = []  # none yet\n# end\n",
        "yaml": "entente: 1\nthemes: []  # none yet\n# end\n",
    }[format]
    filled = {
        "toml": 'entente = 1\n# none yet\n# end\n\n[[themes]]\nid = "a"\nlabel = "A"\n',
        "yaml": "entente: 1\n# none yet\n# end\nthemes:\n  - id: a\n    label: A\n",
    }[format]
    assert revise(text, format, {"entente": 1, "themes": [A]}) == filled


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_last_line_without_an_end_may_be_followed(
    format: str, ending: str
) -> None:
    """Lines are added below it, and the text does not end with a line break afterwards either."""
    text = HANDMADE[format].replace("\n", ending)
    data = holding(AX, B, C, sources=[S, S | {"id": "t"}])
    whole = revise(text, format, data)
    open_ended = revise(text.removesuffix(ending), format, data)
    assert open_ended == whole.removesuffix(ending)
    assert read(open_ended, format).data == data


@pytest.mark.parametrize(
    ("format", "text", "new"),
    [
        (
            "toml",
            'entente = 1 # one\nsources = [{id = "s", title = "S", kind = "readout"}] # two\n',
            '\n[[themes]]\nid = "a"\nlabel = "A"\n',
        ),
        (
            "yaml",
            "entente: 1 # one\nsources:\n- {id: s, title: S, kind: readout} # two\n",
            "themes:\n  - id: a\n    label: A\n",
        ),
    ],
)
def test_records_that_share_lines_may_stay_as_they_are(
    format: str, text: str, new: str
) -> None:
    """A layout that cannot be changed record by record is left alone where nothing in it changes."""
    assert revise(text, format, holding(A)) == text + new


# --- refusals ------------------------------------------------------------------------------------

SHARED: Final = {
    "an inline array of tables": (
        "toml",
        'entente = 1 # one\nthemes = [\n  {id = "a", label = "A"}, # two\n]\n# three\n',
        [1, 3, 5],
    ),
    "tables of another record between": (
        "toml",
        (
            'entente = 1\n[[themes]]\nid = "a"\nlabel = "A"\n[[sources]]\nid = "s" # one\ntitle = "S"\n'
            'kind = "readout"\n[[themes.citations]]\nsource = "s"\n'
        ),
        [6],
    ),
    "a flow list": (
        "yaml",
        "# one\nentente: 1\nthemes: [{id: a, label: A}]  # two\n",
        [3],
    ),
    "flow records": (
        "yaml",
        "entente: 1\nthemes:\n  - {id: a, label: A}  # one\n",
        [3],
    ),
    "a document that ends": (
        "yaml",
        "---  # one\nentente: 1\nthemes:\n  - id: a\n    label: A\n...\n",
        [1],
    ),
}


@pytest.mark.parametrize("layout", list(SHARED))
def test_a_comment_that_would_be_lost_is_named(layout: str) -> None:
    """Where the text would have to be written anew, nothing is, and the lines of the comments are named."""
    format, text, lines = SHARED[layout]
    data = holding(theme("a") | {"label": "Ay"}, sources=[S, S | {"id": "t"}])
    with pytest.raises(SaveError) as caught:
        revise(text, format, data)
    *first, last = map(str, lines)
    comments = (
        f"comments on lines {', '.join(first)} and {last}"
        if first
        else f"comment on line {last}"
    )
    assert str(caught.value) == (
        "the text: this change cannot be made record by record, and the file written anew would lose the"
        f" {comments}; write each record on lines of its own, or save to a new file"
    )
    bare = re.sub("#[^\r\n]*", "", text)
    assert revise(bare, format, data) == write(data, format)


def test_only_so_many_lines_are_named() -> None:
    """Of many comments the first five are named, and the others counted."""
    text = "entente: 1\nthemes: [{id: a, label: A}]\n" + "# x\n" * 8
    with pytest.raises(
        SaveError, match="comments on lines 3, 4, 5, 6, 7 and 3 more;"
    ):
        revise(text, "yaml", {"entente": 1, "themes": [B]})


def test_a_refused_save_leaves_the_file(tmp_path: Path) -> None:
    """The error names the file, which stays as it is; saved to a new file the dossier is whole."""
    file = tmp_path / "a.yaml"
    text = "entente: 1\nthemes: [{id: a, label: A}]  # ours\n"
    file.write_text(text, encoding="utf-8")
    dossier = entente.load(file).with_records(Theme(id="b", label="B"))
    for path in (file, tmp_path):
        with pytest.raises(SaveError) as caught:
            entente.save(dossier, path, replace=True)
        assert str(caught.value) == (
            f"{file}: this change cannot be made record by record, and the file written anew would lose the"
            " comment on line 2; write each record on lines of its own, or save to a new file"
        )
    assert file.read_text(encoding="utf-8") == text
    entente.save(dossier, tmp_path / "b.yaml")
    assert entente.load(tmp_path / "b.yaml") == dossier
    entente.save(Dossier(entente.load(file).records), file, replace=True)
    assert file.read_text(encoding="utf-8") == text


# --- laws ----------------------------------------------------------------------------------------

IDS: Final = "abcde"


@define
class _Line:
    """A line of a text, and the record that it belongs to, if any."""

    text: str
    owner: str | None = None
    comment: str | None = None


def lines_of_record(format: str, id: str, layout: int) -> list[str]:
    """Return the lines of a theme in one of the layouts that people use."""
    if format == "toml":
        aliases = [
            ['aliases = ["x # y", "z"]'],
            ["aliases = [", '  "x # y",', '  "z",', "]"],
            ["aliases = ['x # y',", "'z']"],
        ][layout]
        label = [f'label = "{id} # {id}"', f"label = '{id} # {id}'"][
            layout % 2
        ]
        return ["[[themes]]", *aliases, f'id = "{id}"', label]
    aliases = [
        ['aliases: ["x # y", z]'],
        ["aliases:", "  - 'x # y'", "  - z"],
        ["aliases:", "- 'x # y'", "- z"],
    ][layout]
    label = [
        f"label: '{id} # {id}'",
        f"label: >-\n      {id} # {id}",
        f"label: |\n      {id} # {id}\n\n      # {id}",
    ][layout]
    lines = [f"id: {id}", *aliases, label]
    if layout == 2:
        return ["  -", *(f"    {line}" for line in lines)]
    return [f"  - {lines[0]}", *(f"    {line}" for line in lines[1:])]


@define
class _Writer:
    """Writes lines of a text, and draws comments between and beside them."""

    draw: st.DrawFn
    lines: list[_Line] = field(factory=list)

    def comments(self, owner: str | None, indent: str = "") -> None:
        """Write some comments on lines of their own, or none."""
        for _ in range(self.draw(st.sampled_from((0, 0, 0, 1, 2)))):
            comment = f"# ({len(self.lines)})"
            self.lines.append(_Line(indent + comment, owner, comment))

    def code(self, text: str, owner: str | None) -> None:
        """Write a line, and perhaps a comment beside it."""
        comment = None
        if self.draw(st.integers(0, 3)) == 0:
            comment = f"# ({len(self.lines)})"
            first, *more = text.split("\n")
            text = "\n".join([f"{first}  {comment}", *more])
        self.lines.append(_Line(text, owner, comment))

    def gap(self) -> None:
        """Write a blank line, or none."""
        if self.draw(st.booleans()):
            self.lines.append(_Line(""))

    def record(self, format: str, id: str) -> None:
        """Write a record with comments above, beside and within it."""
        indent = "" if format == "toml" else "  "
        self.comments(None, indent)
        self.gap()
        self.comments(id, indent)
        # What stands above without a blank line belongs to the record as well.
        above = len(self.lines)
        while self.lines[above - 1].text.lstrip().startswith("#"):
            above -= 1
            self.lines[above].owner = id
        layout = self.draw(st.integers(0, 2))
        [first, *rest] = lines_of_record(format, id, layout)
        self.code(first, id)
        for text in rest:
            self.comments(id, text[: len(text) - len(text.lstrip())])
            self.code(text, id)


@st.composite
def commented(draw: st.DrawFn, format: str) -> list[_Line]:
    """Draw a text of themes with comments anywhere."""
    writer = _Writer(draw)
    writer.comments(None)
    writer.code("entente = 1" if format == "toml" else "entente: 1", None)
    if format == "yaml":
        writer.comments(None)
        writer.code("themes:", None)
    for id in draw(st.lists(st.sampled_from(IDS), min_size=1, unique=True)):
        writer.record(format, id)
    writer.gap()
    writer.comments(None)
    return writer.lines


@pytest.mark.parametrize("format", ["toml", "yaml"])
@times(2)
@given(drawn=st.data(), ending=st.sampled_from(("\n", "\r\n")))
def test_no_comment_is_lost(
    format: str, drawn: st.DataObject, ending: str
) -> None:
    """Whatever changes, each comment is there once afterwards, with its record, or its record is gone."""
    lines = drawn.draw(commented(format))
    text = "\n".join(line.text for line in lines)
    # In YAML the last line of a block has to end.
    text += drawn.draw(st.sampled_from(("\n", "")[: 1 + (format == "toml")]))
    text = text.replace("\n", ending)
    old = read(text, format).data
    assert isinstance(old, dict)
    themes: Any = old["themes"]
    changes: dict[str, dict[str, Plain]] = {
        "label": {"label": "New"},
        "note": {"note": "One\n\ntwo: three # four."},
        "aliases": {"aliases": ["x", "# y"]},
    }
    new: list[Plain] = []
    for record in drawn.draw(st.permutations(themes)):
        fate = drawn.draw(
            st.sampled_from(("keep", "keep", "drop", "lose", *changes))
        )
        if fate == "lose":
            new.append(
                {key: record[key] for key in record if key != "aliases"}
            )
        elif fate != "drop":
            new.append(record | changes.get(fate, {}))
    for id in drawn.draw(st.lists(st.sampled_from("xyz"), unique=True)):
        new.insert(drawn.draw(st.integers(0, len(new))), theme(id))
    data: dict[str, Plain] = {"entente": 1}
    if new:
        data["themes"] = new
    revised = revise(text, format, data)
    assert read(revised, format).data == data
    stayed = [record["id"] for record in new if isinstance(record, dict)]
    for line in lines:
        if line.comment is not None:
            is_gone = line.owner is not None and line.owner not in stayed
            assert revised.count(line.comment) == (not is_gone)
