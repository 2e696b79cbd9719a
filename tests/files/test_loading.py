"""Loading: files, folders, examples, and the problems reported."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest

import entente
from entente import (
    Problem,
    dumps,
    load,
    loads,
    save,
)
from entente.errors import (
    LoadError,
    MissingExtraError,
    UnknownIdError,
)
from entente.files import locate
from entente.files._converter import canonical
from entente.files._documents import Plain
from entente.files._formats import FORMATS
from full_dossier import FULL


@pytest.mark.parametrize("format", FORMATS)
def test_valid_records_need_no_strict_hooks(
    monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    """Strict hooks are called only after a problem is found."""
    text = dumps(FULL, format=format)
    monkeypatch.delattr("entente.files._converter._RecordHook._strict")
    assert loads(text, format=format) == FULL


def test_json_is_streamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Valid JSON is not parsed as a whole document."""
    text = dumps(FULL)
    monkeypatch.delattr("entente.files._reading.read")
    assert loads(text) == FULL


def test_a_file_is_read_with_the_collector_paused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Garbage collection pauses while a file is read, unless `pause_gc=False`."""
    file = tmp_path / "a.json"
    save(FULL, file)
    running: list[bool] = []

    def encodable(text: str, *_: object) -> str:
        running.append(gc.isenabled())
        return text

    monkeypatch.setattr("entente.files._reading.encodable", encodable)
    load(file)
    load(file, pause_gc=False)
    assert running == [False, True]
    assert gc.isenabled()


def test_a_folder_is_one_dossier(tmp_path: Path) -> None:
    """A folder is read with its subfolders, in any format, in the order of names."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.toml").write_text(
        'entente = 1\n[[themes]]\nid = "b"\nlabel = "B"\nbroader = ["a"]\n'
    )
    (tmp_path / "a.yml").write_text(
        "entente: 1\nthemes:\n- {id: c, label: C, broader: [b]}\n"
    )
    (tmp_path / "sub" / "a.json").write_text(
        '{"entente": 1, "themes": [{"id": "a", "label": "A"}]}'
    )
    (tmp_path / "sub" / "notes.txt").write_text("ignored")
    for path in (tmp_path, str(tmp_path)):
        assert load(path).themes.ids == ("c", "b", "a")


def test_a_file_loads_as_it_was_saved(tmp_path: Path) -> None:
    """A dossier saved in any format loads as an equal dossier."""
    for name in ("a.json", "a.toml", "a.yaml", "a.yml"):
        save(FULL, tmp_path / name)
        assert load(tmp_path / name) == FULL


def test_a_missing_extra_is_not_a_problem_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without PyYAML the error names the extra to install and keeps the file."""
    file = tmp_path / "a.yaml"
    file.write_text("entente: 1\n")
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(
        MissingExtraError, match="reading YAML needs the extra 'yaml'"
    ):
        load(file)
    with pytest.raises(MissingExtraError, match="YAML needs the extra 'yaml'"):
        save(FULL, file)
    assert file.read_text() == "entente: 1\n"


def test_an_unexpected_error_is_not_hidden(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A bug in the library is not reported as a problem of the file."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("entente.records._parts.Range.of", broken)
    with pytest.raises(ZeroDivisionError):
        loads(
            '{"entente": 1, "themes": [{"id": "a", "label": "A", "citations": [{"source": "a", "lines": "2-1"}]}]}'
        )


def test_errors_of_cattrs_are_not_exposed() -> None:
    """A `LoadError` has no cause and no words from cattrs."""
    with pytest.raises(LoadError) as caught:
        loads('{"entente": 1, "themes": [{"id": "a"}]}')
    assert caught.value.__cause__ is None
    assert "cattrs" not in str(caught.value)


def test_problems_of_keys_and_values_are_reported_together() -> None:
    """An unknown key and an invalid value are reported in one load."""
    source = '{"id": "a", "title": "A", "kind": "readout", "titel": "A", "language": "English!"}'
    with pytest.raises(LoadError) as caught:
        loads(f'{{"entente": 1, "sources": [{source}]}}')
    assert [
        (problem.path, problem.message) for problem in caught.value.problems
    ] == [
        (("sources", 0, "titel"), "'titel' is not a key of a source"),
        (("sources", 0, "language"), "'English!' is not a language tag"),
    ]


def test_an_invalid_required_field_is_reported_once() -> None:
    """An invalid required field is not reported as missing too."""
    with pytest.raises(LoadError) as caught:
        loads(
            '{"entente": 1, "sources": [{"id": "a", "title": 1, "kind": "readout", "language": "English!"}]}'
        )
    assert [problem.path[2:] for problem in caught.value.problems] == [
        ("title",),
        ("language",),
    ]


def test_malformed_texts_are_reported_together() -> None:
    """A malformed id, language and fingerprint are three problems with locations and fixes."""
    source = '{"id": "A", "title": "T", "kind": "readout", "language": "English!", "fingerprint": "1:2", "note": "n"}'
    with pytest.raises(LoadError) as caught:
        loads(f'{{"entente": 1, "sources": [{source}]}}')
    assert str(caught.value).splitlines()[1:] == [
        """  1:29: sources[0].id (A): 'A' is not an id; write 'a'""",
        """  1:73: sources[0].language (A): 'English!' is not a language tag; write "en\"""",
        (
            "  1:97: sources[0].fingerprint (A): '1:2' is not a fingerprint;"
            " make one with entente.evidence.fingerprint"
        ),
    ]


def test_locate_adds_files_and_lines_to_problems(
    tmp_path: Path,
) -> None:
    """`locate` adds the file and line of each record to its problems."""
    file = tmp_path / "a.toml"
    file.write_text(
        'entente = 1\n\n[[events]]\nid = "games"\nname = "Games"\nwhen = "2024"\n'
    )
    found = Problem(
        message="long ago", path=("events", 7, "when"), record="games"
    )
    unknown = Problem(message="lost", path=("events", 8), record="other")
    nameless = Problem(message="empty")
    assert [
        str(problem)
        for problem in locate((found, unknown, nameless), tmp_path)
    ] == [
        f"{file}:6:1: events[7].when (games): long ago",
        "events[8] (other): lost",
        "empty",
    ]


def test_the_library_ships_an_example() -> None:
    """The packaged example loads and answers questions."""
    dossier = entente.example("uk-france")
    assert dossier.commitments.where(theme="small-boats")
    assert loads(dumps(dossier, format="toml"), format="toml") == dossier


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "uk-frnace",
            "there is no example 'uk-frnace'; did you mean 'uk-france'?",
        ),
        (
            "x",
            "there is no example 'x'; the examples are channel-2020-2024, promises-kept, uk-france",
        ),
    ],
)
def test_an_unknown_example_is_an_error(name: str, message: str) -> None:
    """The error suggests the nearest example or lists them all."""
    with pytest.raises(UnknownIdError) as caught:
        entente.example(name)
    assert str(caught.value) == message
    assert caught.value.id == name


@pytest.mark.parametrize("data", [None, [], "entente"])
def test_a_document_that_is_no_table_holds_nothing(data: Plain) -> None:
    """Such a document is like an empty one, so that saving to it writes it again."""
    assert canonical(data) == {}
