"""`entente site`: a site about a dossier."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import entente
from commands import CLEAN, UNWRITTEN, USAGE, Runner
from entente import site


def files(folder: Path) -> dict[str, bytes]:
    """Return what a folder holds."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_it_writes_what_the_library_builds(
    run: Runner, tracker: Path, tmp_path: Path
) -> None:
    """The folder holds what `site.build` writes with these settings, and the command says how many pages."""
    built = site.build(
        entente.load(tracker),
        tmp_path / "wanted",
        on="2024-06-01",
        as_known="2024-05-01",
        settings=site.Settings(
            title="Mine", locale="fr", address="https://example.org/", quote=True
        ),
    )  # fmt: skip
    found = run(
        "site", tracker, tmp_path / "out", "--on", "2024-06-01", "--as-known", "2024-05-01",
        "--title", "Mine", "--locale", "fr", "--address", "https://example.org/", "--quote",
    )  # fmt: skip
    assert found.code == CLEAN
    assert found.out == f"{built.pages} pages: {tmp_path}/out/index.html\n"
    assert found.err == ""
    assert files(tmp_path / "out") == files(tmp_path / "wanted")


def test_the_day_is_today_unless_one_is_given(
    run: Runner, tracker: Path, tmp_path: Path
) -> None:
    """The day that was taken is said on standard error."""
    found = run("site", tracker, tmp_path / "out")
    assert found.err.endswith(
        "which is today; ask about another day with --on\n"
    )


def test_options_go_before_the_file_of_settings(
    run: Runner, tracker: Path, tmp_path: Path
) -> None:
    """A title that is given as an option is that of the site."""
    settings = tmp_path / "site.toml"
    settings.write_text('title = "Theirs"\nlocale = "fr"\n')
    run("site", tracker, tmp_path / "out", "--on", "2024-06-01", "--settings", settings, "--title", "Mine")  # fmt: skip
    front = (tmp_path / "out" / "index.html").read_text()
    assert "<title>Mine</title>" in front
    assert '<html lang="fr">' in front


def test_a_folder_of_others_is_refused(
    run: Runner, tracker: Path, tmp_path: Path
) -> None:
    """Nothing is written into a folder that holds something else."""
    found = run("site", tracker, tmp_path, "--on", "2024-06-01")
    assert found.code == UNWRITTEN
    assert "which is no page of a site made here" in found.err


def test_wrong_settings_are_wrong_usage(
    run: Runner, tracker: Path, tmp_path: Path
) -> None:
    """A language that there is not is refused before anything is read."""
    found = run("site", tracker, tmp_path / "out", "--locale", "xx")
    assert (found.code, found.err) == (
        USAGE,
        "entente: locale: there is no 'xx'; write en or fr\n",
    )


def test_what_was_left_out_is_said(
    run: Runner, tracker: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A download that needs an extra, and a page of more than 100 kB, are named on standard error."""
    monkeypatch.setattr("entente.site._render.MOST_BYTES", 5_000)
    monkeypatch.setitem(sys.modules, "icalendar", None)
    found = run("site", tracker, tmp_path / "out", "--on", "2024-06-01")
    assert found.code == CLEAN
    assert "left out: iCalendar needs the extra 'calendar'\n" in found.err
    assert "entente: index.html has more than 100 kB\n" in found.err
