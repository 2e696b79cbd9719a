"""Many dossiers as tables are written, copied and asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import lake
from benchmarks.generate import SEED, make


def test_copies_are_asked_like_what_the_library_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each question finds in all dossiers what it finds in those that were written, and in their copies."""
    monkeypatch.setattr(lake, "A_DOSSIER", 300)
    folder = tmp_path / "lake"
    assert lake.write(folder, 2) > 0
    lake.repeat(folder, 2, 5)
    assert len(list(folder.iterdir())) == 5
    opened, answers = lake.ask(folder, "200MB")
    assert opened > 0
    for name, asked in lake.QUESTIONS.items():
        one, two = (
            len(make(300, seed=SEED + number).dossier.commitments.where(**asked))
            for number in range(2)
        )  # fmt: skip
        assert answers[name].records == 3 * one + 2 * two


def test_the_command_says_what_it_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    """A line for each thing that is measured, and one for each question."""
    monkeypatch.setattr(lake, "A_DOSSIER", 100)
    monkeypatch.setattr(
        lake, "_alone", lambda call, *given: (call(*given), 1.0)
    )
    into = str(tmp_path / "lake")
    monkeypatch.setattr("sys.argv", ["lake", "200", "--distinct", "1", "--into", into])  # fmt: skip
    lake.main()
    lines = capsys.readouterr().out.splitlines()
    begun = [line.partition(":")[0] for line in lines]
    assert begun == ["write", "copies", "disk", "open", *lake.QUESTIONS]
