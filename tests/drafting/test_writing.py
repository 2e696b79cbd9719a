"""Drafts as files, which a folder is loaded without."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from entente import Dossier, Source, SourceKind, load, loads, save
from entente.drafting import Drafted, draft, draft_text, write_draft
from entente.drafting._writing import unreviewed
from entente.errors import DraftWarning, LoadError, SaveError

NOTICE = Source(
    id="notice",
    title="Notice",
    kind=SourceKind.PRESS_NOTICE,
    published="2024-01-30",
)


def ids(dossier: Dossier) -> tuple[str, ...]:
    """Return the ids of all records."""
    return tuple(record.id for record in dossier.records)


def drafted() -> Drafted:
    """Return a draft of two commitments."""
    text = "The G20 will act by May.\nChad will, with its\nfriends, sing."
    return draft(text, source=NOTICE)


def test_a_draft_is_a_dossier_with_comments() -> None:
    """The text of a draft is loaded as a dossier is, and has what is open in comments."""
    text = draft_text(drafted())
    dossier = loads(text, format="toml")
    assert ids(dossier) == ("g20", "notice", "act-may", "sing")
    assert "# line 1: The G20 will act by May.\n" in text
    assert "# lines 2-3: Chad will, with its friends, sing.\n" in text
    assert (
        "# open: summary: in the words of the source; write it in your own\n"
        in text
    )


def test_a_source_that_the_dossier_has_is_not_repeated() -> None:
    """Without the source a draft holds commitments and new parties alone."""
    text = draft_text(drafted(), with_source=False)
    assert set(tomllib.loads(text)) == {"entente", "parties", "commitments"}


def test_a_folder_is_loaded_without_its_drafts(tmp_path: Path) -> None:
    """A draft is left out and named, until it is asked for."""
    save(Dossier([NOTICE]), tmp_path / "tracker.toml")
    assert ids(load(tmp_path, drafts=True)) == ("notice",)
    file = write_draft(drafted(), tmp_path, with_source=False)
    message = (
        f"^{file} is a draft that nobody has reviewed, and left out;"
        " move records that are right to a file of the dossier$"
    )
    with pytest.warns(DraftWarning, match=message):
        assert ids(load(tmp_path)) == ("notice",)
    assert "sing" in ids(load(tmp_path, drafts=True))
    (tmp_path / "other.draft.json").write_text('{"entente": 1}')
    with pytest.warns(
        DraftWarning, match=r"draft\.json are drafts that nobody"
    ):
        load(tmp_path)


def test_a_draft_can_be_loaded_by_its_name(tmp_path: Path) -> None:
    """A draft that is named itself is loaded as any other file."""
    file = write_draft(drafted(), tmp_path)
    assert "sing" in ids(load(file))


def test_drafts_alone_are_no_dossier(tmp_path: Path) -> None:
    """A folder of drafts alone is refused, and says why."""
    write_draft(drafted(), tmp_path)
    message = "the folder holds drafts alone, which nobody has reviewed"
    with pytest.raises(LoadError, match=message):
        load(tmp_path)


def test_what_was_loaded_with_drafts_is_not_saved_back(tmp_path: Path) -> None:
    """Drafts that were looked at do not get into the files of the folder."""
    save(Dossier([NOTICE]), tmp_path / "tracker.toml")
    write_draft(drafted(), tmp_path, with_source=False)
    dossier = load(tmp_path, drafts=True)
    with pytest.raises(SaveError):
        save(dossier, tmp_path)


def test_only_files_that_drafts_are_written_in_are_looked_through(
    tmp_path: Path,
) -> None:
    """A draft is TOML, so the note of a record in JSON is not one of a draft."""
    renamed = write_draft(drafted(), tmp_path).rename(tmp_path / "a.toml")
    save(Dossier([NOTICE]), tmp_path / "b.json")
    found = {each.file for each in unreviewed(tmp_path)}
    assert found == {str(renamed)}


def test_a_draft_is_not_written_over(tmp_path: Path) -> None:
    """Somebody may be at work on a draft that is there."""
    file = write_draft(drafted(), tmp_path)
    message = f"^{file}: there is a draft already; move what is right in it to the dossier, then take it away$"
    with pytest.raises(SaveError, match=message):
        write_draft(drafted(), tmp_path)


def test_a_folder_has_to_be_there(tmp_path: Path) -> None:
    """An error says why a draft cannot be written."""
    message = "no such file or directory"
    with pytest.raises(SaveError, match=message):
        write_draft(drafted(), tmp_path / "missing")
