"""Saving to files that people wrote by hand keeps what did not change, to the byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

import entente
from entente import (
    Commitment,
    Dossier,
    Minister,
    Office,
    Report,
    ReportedStatus,
    Source,
    SourceKind,
    Theme,
)
from entente.errors import LoadError
from entente.files._documents import Plain
from entente.files._formats import read
from entente.files._revision import revise
from handwritten import TOML, WRITTEN, YAML


@pytest.fixture(params=sorted(WRITTEN))
def format(request: pytest.FixtureRequest) -> str:
    """Each format that people write by hand."""
    name: str = request.param
    return name


def saved(file: Path, text: str, change: Callable[[Dossier], Dossier]) -> str:
    """Return what stands in a file after its dossier was changed and saved back."""
    file.write_bytes(text.encode())
    entente.save(change(entente.load(file)), file)
    assert entente.load(file) == change(
        entente.loads(text, format=file.suffix[1:])
    )
    return file.read_bytes().decode()


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_loading_and_saving_changes_nothing(
    tmp_path: Path, format: str, ending: str
) -> None:
    """What is loaded and saved back is the same to the byte."""
    text = WRITTEN[format].replace("\n", ending)
    assert (
        saved(tmp_path / f"t.{format}", text, lambda dossier: dossier) == text
    )


def test_the_embedded_dossier_stays_as_it_is_written(tmp_path: Path) -> None:
    """A dossier of dozens of records, with comments, is changed at one record and nowhere else."""
    text = (
        Path(entente.__file__).parent / "dossiers" / "uk-france.toml"
    ).read_text(encoding="utf-8")
    theme = Theme(id="new-theme", label="New")
    dossier = entente.example("uk-france")
    last = dossier.themes[-1]
    added = saved(
        tmp_path / "t.toml", text, lambda dossier: dossier.with_records(theme)
    )
    new = '\n[[themes]]\nid = "new-theme"\nlabel = "New"\n'
    assert added.replace(new, "") == text
    assert added.index(new) > added.index(f'id = "{last.id}"')
    assert (
        saved(
            tmp_path / "u.toml",
            added,
            lambda dossier: dossier.without("new-theme"),
        )
        == text
    )


SAME_MEANING: Final = """\
entente = 1

[[sources]]
id = "s"
title = "S"
kind = "readout"
published = 2024-01-30  # a TOML date
issued_by = []          # an explicit default

[[offices]]
id = "o"
title = "O"
party = "GB"

[[ministers]]
id = "m"
name = "M"
tenures = [{office="o", period = "2024-01-01/..", acting = false}]

[[commitments]]
id = "c"
summary = "C."
made = 2024-01-30
continuing = false
  [[commitments.reports]]
  on = 2024-02-01
  by = "GB"
  status = "announced"
"""


def test_what_means_the_same_does_not_move(tmp_path: Path) -> None:
    """TOML dates, explicit defaults and tables in another layout stay as they were written."""
    new = Theme(id="t", label="T")
    added = '\n[[themes]]\nid = "t"\nlabel = "T"\n'
    assert (
        saved(tmp_path / "t.toml", SAME_MEANING, lambda dossier: dossier)
        == SAME_MEANING
    )
    assert (
        saved(
            tmp_path / "t.toml",
            SAME_MEANING,
            lambda dossier: dossier.with_records(new),
        )
        == SAME_MEANING + added
    )


def test_a_date_of_toml_is_not_confused_with_another(tmp_path: Path) -> None:
    """A record whose date does change is written anew, and its neighbours with dates are not."""
    later = Source(
        id="s", title="S", kind=SourceKind.READOUT, published="2024-01-31"
    )
    text = saved(
        tmp_path / "t.toml",
        SAME_MEANING,
        lambda dossier: dossier.with_records(later),
    )
    assert 'published = "2024-01-31"' in text
    assert "made = 2024-01-30\n" in text
    assert "acting = false" in text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "t.json",
            '{"entente": 1, "themes": [{"id": "a", "label": "X", "label": "A"}]}',
        ),
        (
            "t.yaml",
            "entente: 1\nthemes:\n  - id: a\n    label: A\n    label: B\n",
        ),
        ("t.yaml", "entente: 1\nthemes:\n  - id: a\n    label: !x A\n"),
        ("t.toml", 'entente = true\n[[themes]]\nid = "a"\nlabel = "A"\n'),
        ("t.json", '{"entente": 1.0, "themes": [{"id": "a", "label": "A"}]}'),
    ],
)
def test_what_cannot_be_loaded_is_not_written_over(
    tmp_path: Path, name: str, text: str
) -> None:
    """A file with faults is left as it is: what it holds beside the dossier would be lost."""
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LoadError):
        entente.save(Dossier([Theme(id="a", label="A")]), file)
    assert file.read_text(encoding="utf-8") == text
    file.write_text("", encoding="utf-8")
    entente.save(Dossier([Theme(id="a", label="A")]), file)
    assert entente.load(file) == Dossier([Theme(id="a", label="A")])


@pytest.mark.parametrize(
    ("format", "text"),
    [
        (
            "json",
            '{"entente": 1, "themes": [{"id": "a", "label": "X", "label": "A"}]}',
        ),
        (
            "yaml",
            "entente: 1\nthemes:\n  - id: a\n    label: A\n    label: B\n",
        ),
        ("toml", 'entente = true\n[[themes]]\nid = "a"\nlabel = "A"\n'),
        ("json", '{"entente": 1.0, "themes": [{"id": "a", "label": "A"}]}'),
    ],
)
def test_a_text_that_only_seems_to_say_the_same_is_revised(
    format: str, text: str
) -> None:
    """Keys given twice, and True, 1 and 1.0, which Python takes for equal, are not what was to be said."""
    data: dict[str, Plain] = {
        "entente": 1,
        "themes": [{"id": "a", "label": "A"}],
    }
    again = read(revise(text, format, data), format)
    assert (again.data, again.problems) == (data, ())
    assert isinstance(again.data, dict)
    assert type(again.data["entente"]) is int


def test_a_byte_order_mark_stays(tmp_path: Path, format: str) -> None:
    """A file that begins with a byte order mark still does after a record was changed."""
    text = "\ufeff" + WRITTEN[format]
    file = tmp_path / f"t.{format}"
    file.write_bytes(text.encode())
    entente.save(
        entente.load(file).with_records(Theme(id="b", label="Bee")), file
    )
    assert (
        file.read_bytes()
        .decode()
        .startswith("\ufeff# What we know of patrols.\n")
    )


# --- save: folders -------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a dossier over several files, in two formats."""
    themes, sources = TOML.split("# --- sources ---\n")
    (tmp_path / "themes.toml").write_text(
        themes.rstrip() + "\n", encoding="utf-8"
    )
    (tmp_path / "sources.toml").write_text(
        f"entente = 1\n{sources}", encoding="utf-8"
    )
    more = "# more\nentente: 1\ncommitments:\n  - id: c1  # one\n    summary: Patrol.\n\n  - id: c2\n    summary: Share.\n"
    (tmp_path / "more.yaml").write_text(more, encoding="utf-8")
    return tmp_path


def contents(folder: Path) -> dict[str, str]:
    """Return the texts of all files of a folder."""
    return {
        file.name: file.read_text(encoding="utf-8")
        for file in sorted(folder.iterdir())
    }


def test_a_folder_is_saved_file_by_file(folder: Path) -> None:
    """Each record goes back to its file, and the others are not touched."""
    before = contents(folder)
    times = {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}
    patrol = Commitment(id="c2", summary="Share more.")
    dossier = entente.load(folder).with_records(
        patrol, Theme(id="d", label="D")
    )
    entente.save(dossier, folder)
    after = contents(folder)
    assert after == before | {
        "themes.toml": before["themes.toml"].replace(
            'C"""\n', 'C"""\n\n[[themes]]\nid = "d"\nlabel = "D"\n'
        ),
        "more.yaml": before["more.yaml"].replace("Share.", "Share more."),
    }
    assert (folder / "sources.toml").stat().st_mtime_ns == times[
        "sources.toml"
    ]
    assert entente.load(folder) == dossier


def test_a_record_of_a_new_kind_goes_to_the_last_file(folder: Path) -> None:
    """Where no file holds records of its kind, a record goes to the last file of the folder."""
    before = contents(folder)
    entente.save(
        entente.load(folder).with_records(Minister(id="m", name="M")), folder
    )
    new = '\n[[ministers]]\nid = "m"\nname = "M"\n'
    assert contents(folder) == before | {
        "themes.toml": before["themes.toml"] + new
    }


def test_a_file_may_lose_all_of_its_records(folder: Path) -> None:
    """A file whose records are all gone stays a file of the dossier, with its comments."""
    dossier = entente.load(folder).without("c1", "c2")
    entente.save(dossier, folder)
    assert entente.load(folder) == dossier
    assert contents(folder)["more.yaml"].startswith("# more\nentente: 1\n")


def test_reports_are_added_where_they_belong(tmp_path: Path) -> None:
    """The commonest change, a report more, rewrites one record and leaves the file as it is."""
    text = (
        TOML
        + '\n[[commitments]]\nid = "p"\nsummary = "Patrol more."\n# more to come\n'
    )
    report = Report(
        on="2024-01-30", by="GB", status=ReportedStatus.IN_PROGRESS
    )
    patrol = Commitment(id="p", summary="Patrol more.", reports=(report,))
    assert saved(
        tmp_path / "t.toml", text, lambda dossier: dossier.with_records(patrol)
    ) == text.replace(
        'summary = "Patrol more."\n',
        'summary = "Patrol more."\nreports = [{ on = "2024-01-30", by = "GB", status = "in_progress" }]\n',
    )


def test_an_office_may_be_added_to_a_folder_of_one_file(
    tmp_path: Path,
) -> None:
    """A folder of one file is saved like the file."""
    (tmp_path / "all.yaml").write_text(YAML, encoding="utf-8")
    entente.save(
        entente.load(tmp_path).with_records(
            Office(id="o", title="O", party="GB")
        ),
        tmp_path,
    )
    new = "offices:\n  - id: o\n    title: O\n    party: GB\n"
    assert (tmp_path / "all.yaml").read_text(encoding="utf-8") == YAML + new
