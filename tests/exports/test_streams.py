"""Dossiers written one after another, more of them than memory holds, and asked together."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ibis
import polars
import pytest

from entente import Commitment, Dossier, Theme, exports
from entente.errors import FormatError, QueryError, SaveError


def of_label(label: str) -> Dossier:
    """Return a dossier whose records have the ids that all of these have."""
    return Dossier(
        [
            Theme(id="boats", label=label),
            Commitment(
                id="patrols",
                summary=f"{label}.",
                themes=("boats",) if label == "A" else (),
                due="[2024-03,2024-05]" if label == "A" else "2024-04",
            ),
        ]
    )


def asked(folder: Path, kind: str, **question: Any) -> list[tuple[str, str]]:
    """Return the dossiers and ids that DuckDB finds in a folder."""
    lake = exports.open(ibis.duckdb.connect(), folder)
    found = lake.where(kind, **question).select("dossier", "id").to_pyarrow()
    return [(row["dossier"], row["id"]) for row in found.to_pylist()]


def test_one_dossier_is_held_at_a_time(tmp_path: Path) -> None:
    """When the stream is asked for the next dossier, none of those before is held."""
    living = weakref.WeakSet[Dossier]()
    counts = []

    def stream() -> Iterator[tuple[str, Dossier]]:
        for number in range(4):
            gc.collect()
            counts.append(len(living))
            dossier = of_label(f"{number}")
            living.add(dossier)
            yield f"d{number}", dossier
            del dossier

    folder = exports.write(stream(), tmp_path / "lake", "parquet")
    assert counts == [0, 0, 0, 0]
    assert len(asked(folder, "commitments")) == 4


def test_each_dossier_has_a_folder(tmp_path: Path) -> None:
    """The folder of a dossier is what is written of it alone."""
    stream = ((name, of_label(name.upper())) for name in "ab")
    folder = exports.write(stream, tmp_path / "lake", "csv")
    alone = exports.write(of_label("A"), tmp_path / "alone", "csv", name="a")
    assert sorted(each.name for each in folder.iterdir()) == ["a", "b"]
    assert {
        each.name: each.read_bytes() for each in (folder / "a").iterdir()
    } == {each.name: each.read_bytes() for each in alone.iterdir()}


def test_an_id_in_two_dossiers_is_two_records(tmp_path: Path) -> None:
    """What holds for a record of one dossier does not for that of another with its id."""
    folder = exports.write(
        [("a", of_label("A")), ("b", of_label("B"))], tmp_path, "parquet"
    )
    both = [("a", "patrols"), ("b", "patrols")]
    assert asked(folder, "commitments") == both
    assert asked(folder, "commitments", theme="boats") == both[:1]
    assert asked(folder, "commitments", due="2024-04", certain=True) == [
        ("b", "patrols")
    ]
    assert asked(folder, "commitments", due="2024-05") == both[:1]


def test_a_dossier_replaces_itself_alone(tmp_path: Path) -> None:
    """What is written later replaces the folder of its own dossier, and adds others."""
    folder = exports.write(
        [("a", of_label("A")), ("b", of_label("B"))], tmp_path, "parquet"
    )
    kept = {file: file.stat() for file in (folder / "a").iterdir()}
    exports.write([("b", of_label("C"))], folder, "parquet")
    exports.write(of_label("D"), folder / "d", "parquet", name="d")
    assert {file: file.stat() for file in (folder / "a").iterdir()} == kept
    themes = polars.read_parquet(folder / "*" / "themes.parquet")
    assert themes.select("dossier", "label").rows() == [
        ("a", "A"), ("b", "C"), ("d", "D"),
    ]  # fmt: skip


def test_what_was_written_stays_when_a_stream_breaks(tmp_path: Path) -> None:
    """The dossiers before a fault are written whole, and nothing is left of the one at fault."""

    def stream() -> Iterator[tuple[str, Dossier]]:
        yield "a", of_label("A")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        exports.write(stream(), tmp_path, "parquet")
    assert asked(tmp_path, "themes") == [("a", "boats")]
    with pytest.raises(QueryError) as caught:
        exports.write(
            [("b", of_label("B")), ("b", of_label("C"))], tmp_path, "parquet"
        )
    assert str(caught.value) == "two dossiers have the name 'b'"
    assert asked(tmp_path, "themes") == [("a", "boats"), ("b", "boats")]


def test_files_that_are_being_written_are_not_asked(tmp_path: Path) -> None:
    """While a dossier is written into a folder, those that are there are asked as before."""
    exports.write([("a", of_label("A"))], tmp_path, "parquet")

    def stream() -> Iterator[tuple[str, Dossier]]:
        yield "b", of_label("B")
        # A write that was cut short leaves a hidden folder.
        (tmp_path / "b").rename(tmp_path / ".entente-0.new")
        (tmp_path / ".entente-1.new").mkdir()
        (tmp_path / ".entente-0.new").rename(tmp_path / ".entente-1.new" / "b")

    exports.write(stream(), tmp_path, "parquet")
    assert asked(tmp_path, "themes") == [("a", "boats")]


@pytest.mark.parametrize("format", ["sqlite", "duckdb", "xlsx"])
def test_a_single_file_holds_no_stream(tmp_path: Path, format: Any) -> None:
    """What cannot be written dossier by dossier is refused."""
    with pytest.raises(FormatError) as caught:
        exports.write([("a", of_label("A"))], tmp_path, format)
    assert str(caught.value) == (
        "dossiers one after another are folders of files; write parquet, csv or json"
    )


def test_the_folder_of_one_dossier_takes_no_others(tmp_path: Path) -> None:
    """The folder of a dossier is not a folder of dossiers."""
    exports.write(of_label("A"), tmp_path, "parquet")
    with pytest.raises(SaveError) as caught:
        exports.write([("b", of_label("B"))], tmp_path, "parquet")
    assert str(caught.value) == (
        f"{tmp_path}: it holds the tables of another dossier; name an empty or a new folder"
    )


def test_a_copied_folder_is_refused(tmp_path: Path) -> None:
    """Two folders of one dossier would count each record twice."""
    exports.write(of_label("A"), tmp_path / "a", "parquet", name="a")
    exports.write(of_label("A"), tmp_path / "copy", "parquet", name="a")
    with pytest.raises(QueryError) as caught:
        exports.open(ibis.duckdb.connect(), tmp_path)
    assert str(caught.value) == (
        "2 folders hold a dossier with the name 'a'; remove all but one"
    )


@pytest.mark.parametrize("missing", ["below.parquet", "dossiers.parquet"])
def test_a_dossier_without_a_table_is_refused(
    tmp_path: Path, missing: str
) -> None:
    """No record is left out because the folder of its dossier is not whole."""
    exports.write([("a", of_label("A"))], tmp_path, "parquet")
    (tmp_path / "a" / missing).unlink()
    with pytest.raises(QueryError) as caught:
        exports.open(ibis.duckdb.connect(), tmp_path)
    assert str(caught.value) == (
        f"{tmp_path / 'a' / missing}: there is no such file; write the tables with"
        " format='parquet'"
    )
