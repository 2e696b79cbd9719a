"""``entente import``."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import CLEAN, PROBLEMS, UNWRITTEN, Runner, write
from entente import Dossier, example, exports, load

MAPPING = '[[events]]\nid = "{Name}"\nname = "{Name}"\nwhen = "{When}"\n'
ROWS = "Name,When,Web\nForum,2024,x.org\nFair,soon,\n"


def test_our_own_tables_are_read_back(run: Runner, tmp_path: Path) -> None:
    """What was exported as tables begins the same dossier."""
    dossier = example("uk-france")
    tables = exports.write(
        {"uk": dossier, "no": Dossier()}, tmp_path / "t", "csv"
    )
    into = tmp_path / "tracker.toml"
    found = run("import", "tables", tables, "--name", "uk", "--into", into)
    assert (found.code, found.err) == (CLEAN, "")
    assert found.out.startswith(
        f"read {len(dossier.records)} rows of t: 13 themes, "
    )
    assert load(into) == dossier


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Write a table and a mapping."""
    return (
        write(tmp_path / "a.csv", ROWS),
        write(tmp_path / "m.toml", MAPPING),
    )


def test_nothing_is_written_with_a_row_refused(
    run: Runner, files: tuple[Path, Path], tmp_path: Path
) -> None:
    """What was read, left out and refused is printed, and nothing is written."""
    rows, mapping = files
    into = tmp_path / "tracker"
    found = run("import", "table", rows, "--mapping", mapping, "--into", into)
    lines = found.out.splitlines()
    assert found.code == PROBLEMS
    assert lines[:2] == [
        "read 2 rows of a.csv: 1 event",
        "no place: Web (1 value): no field takes it",
    ]
    assert lines[2].startswith(f"error {rows}:3:2: When: 'soon' is not a date")
    assert lines[3:] == ["refused: 1 of 2 rows"]
    assert found.err == (
        "entente: nothing was written; correct the rows, or leave them out with --skip-refused\n"
    )
    assert not into.exists()


def test_refused_rows_are_skipped_if_asked_for(
    run: Runner, files: tuple[Path, Path], tmp_path: Path
) -> None:
    """The other rows begin a dossier, or go into the one that is there, which keeps its records."""
    rows, mapping = files
    into = tmp_path / "tracker"
    words = ("import", "table", rows, "--mapping", mapping, "--into", into)
    found = run(*words, "--skip-refused")
    assert (found.code, found.err) == (CLEAN, "")
    assert found.out.endswith(f"refused: 1 of 2 rows\nwritten to {into}\n")
    assert load(into).events.ids == ("forum",)
    write(rows, "Name,When\nForum,2025\n")
    again = run(*words)
    assert again.code == PROBLEMS
    assert "the dossier has the id 'forum' already" in again.err
    assert run(*words, "--replace").code == CLEAN
    assert str(load(into).events["forum"].when) == "2025"


def test_popolo_is_read(run: Runner, tmp_path: Path) -> None:
    """Classifications are given their kind, and a file is begun."""
    data = write(
        tmp_path / "p.json",
        '{"organizations": [{"id": "m", "name": "M", "classification": "ministry"}]}',
    )
    into = tmp_path / "t.toml"
    words = ("import", "popolo", data, "--into", into)
    assert run(*words, "--skip-refused").err == (
        "entente: nothing was written, since there are no records\n"
    )
    found = run(*words, "--kind", "ministry=body")
    assert (found.code, found.out) == (
        CLEAN,
        f"read 1 row of p.json: 1 party\nwritten to {into}\n",
    )


def test_a_folder_that_cannot_be_made_is_told(
    run: Runner, files: tuple[Path, Path], tmp_path: Path
) -> None:
    """Without its parent a folder cannot be begun."""
    rows, mapping = files
    into = tmp_path / "no" / "tracker"
    found = run(
        "import", "table", rows, "--mapping", mapping, "--into", into, "--skip-refused"
    )  # fmt: skip
    assert (found.code, found.err) == (
        UNWRITTEN,
        f"entente: {into}: no such file or directory\n",
    )
