"""`new` begins a dossier with the source of a text, and writes over nothing."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from entente import Dossier, Period, Source, SourceKind, fingerprint, load
from entente.drafting import new
from entente.errors import DossierError, SaveError

TEXT = "\n#  Talks in  Paris\n\nThe ministers met.\n"


def test_a_folder_is_begun_with_a_file(tmp_path: Path) -> None:
    """The source has the fingerprint of the text, and its title; the folder can be loaded."""
    made = new(
        tmp_path / "tracker",
        text=TEXT,
        id="readout",
        kind=SourceKind.READOUT,
        issued_by=["GB"],
        published=datetime.date(2024, 1, 30),
        publisher="Home Office",
        language="en",
        address="https://example.org/readout",
        licence="OGL-UK-3.0",
    )
    assert (
        load(tmp_path / "tracker")
        == made
        == Dossier(
            [
                Source(
                    id="readout",
                    title="Talks in Paris",
                    kind=SourceKind.READOUT,
                    issued_by=("GB",),
                    published="2024-01-30",
                    publisher="Home Office",
                    language="en",
                    address="https://example.org/readout",
                    licence="OGL-UK-3.0",
                    fingerprint=fingerprint(TEXT),
                )
            ]
        )
    )
    assert [each.name for each in (tmp_path / "tracker").iterdir()] == [
        "dossier.toml"
    ]


@pytest.mark.parametrize("ending", ["toml", "json", "yaml"])
def test_a_file_is_begun_in_the_format_of_its_name(
    tmp_path: Path, ending: str
) -> None:
    """A name that ends as a format has it is that of a file."""
    file = tmp_path / f"tracker.{ending}"
    period = Period("2024-01", stated="in January")
    made = new(file, text=TEXT, id="a", kind="readout", published=period)
    assert load(file) == made
    source = made["a"]
    assert isinstance(source, Source)
    assert source.published is not None
    assert source.published.stated == "in January"


def test_a_folder_that_holds_something_else_will_do(tmp_path: Path) -> None:
    """Texts in the folder are no dossier."""
    (tmp_path / "readout.txt").write_text(TEXT)
    new(tmp_path, text=TEXT, id="readout", kind="readout")
    assert (tmp_path / "dossier.toml").is_file()


def refused(path: Path, **changes: object) -> list[str]:
    """Return the faults for which nothing is begun."""
    given = {"text": TEXT, "id": "readout", "kind": "readout", **changes}
    before = sorted(path.parent.rglob("*"))
    with pytest.raises(DossierError) as caught:
        new(path, **given)  # type: ignore[arg-type]
    assert sorted(path.parent.rglob("*")) == before
    return [str(problem) for problem in caught.value.problems]


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    """Each fault of the source is told, with what to write, and nothing is left behind."""
    assert refused(
        tmp_path / "tracker",
        text="The ministers met.",
        id="The readout",
        kind="redout",
        issued_by=["GB", "UK"],
        published="2024-13",
        language="English",
    ) == [
        "issued_by[1]: there is no party 'UK'; write 'GB'",
        "title: the text does not begin with a title: a short line that is no sentence, and a blank line after it; give the title (--title)",
        "id: 'The readout' is not an id; write 'the-readout'",
        "kind: 'redout' is not a source kind; did you mean 'readout'?",
        (
            "published: '2024-13' is not a date: there is no month 13: months are 01 to 12, seasons and other"
            " parts of a year 21 to 41 (at character 6)"
        ),
        "language: 'English' is not a language tag; write \"en\"",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "x" * 200,
        "# \n\nA sentence.",
        "After talks in Paris\nthe ministers met.",
    ],
)
def test_a_title_is_not_made_up(tmp_path: Path, text: str) -> None:
    """A text whose first line is a sentence or a part of one, or long, or missing needs a title; one without words is none."""
    found = refused(tmp_path / "tracker", text=text)
    title = "title: the text does not begin with a title: a short line that is no sentence, and a blank line after it; give the title (--title)"
    words = "text: the text has no words; give the text of the source"
    assert found == ([title] if text.split() else [title, words])
    new(
        tmp_path / "titled",
        text=f"{text} more",
        title="Talks",
        id="a",
        kind="readout",
    )


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A dossier, or any file of that name, is left as it is."""
    hint = "choose another path, or add to it with `entente add`"
    folder = tmp_path / "tracker"
    new(folder, text=TEXT, id="readout", kind="readout")
    assert refused(folder) == [
        f"{folder}: the folder holds a dossier already: dossier.toml; {hint}"
    ]
    (folder / "more").mkdir()
    (folder / "more" / "a.json").write_text("{")
    assert refused(folder, kind="")[0] == (
        f"{folder}: the folder holds a dossier already: dossier.toml and 1 more; {hint}"
    )
    for name in ("tracker.toml", "notes"):
        file = tmp_path / name
        file.write_text("mine")
        assert refused(file) == [f"{file}: the file is there already; {hint}"]
        assert file.read_text() == "mine"


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """What belongs to a folder and cannot be read is a problem, and no reason to write beside it."""
    folder = tmp_path / "tracker"
    folder.mkdir()
    (folder / "lost.toml").symlink_to(tmp_path / "gone.toml")
    [problem] = refused(folder)
    assert problem.startswith(f"{folder / 'lost.toml'}: ")


def test_a_place_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Folders above the one that is begun are not made."""
    for name in ("tracker", "tracker.toml"):
        path = tmp_path / "nowhere" / name
        with pytest.raises(SaveError) as caught:
            new(path, text=TEXT, id="readout", kind="readout")
        assert str(caught.value) == f"{path}: no such file or directory"
