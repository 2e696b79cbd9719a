"""Fixtures for the tests of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import IN_ORDER, TRACKER, Runner, write


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Runner:
    """Run a command in this process."""
    runner = Runner(capsys)
    monkeypatch.setattr(
        "entente._cli._summary.complain", runner.summaries.append
    )
    return runner


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    """Write a dossier with a fault to a file."""
    return write(tmp_path / "tracker.toml", TRACKER)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """Write a dossier without a fault to a file."""
    return write(tmp_path / "sound.toml", IN_ORDER)
