"""A draft as a file of its own, which `load` leaves out of a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import Final

from attrs import evolve

from entente._dossier import Dossier
from entente._safe import shown
from entente.drafting._draft import Drafted
from entente.errors import Problem, SaveError, Severity
from entente.files import dumps
from entente.files._atomic import write_whole
from entente.files._paths import format_of, list_files, read_file
from entente.files._saving import excerpt

_UNREVIEWED: Final = "Nobody has reviewed it, and it counts nowhere"
_OPEN: Final = "open: "

_HEAD: Final = f"""\
# A draft of {{source}}. {_UNREVIEWED}: a folder is loaded without it.
# Compare each record with the text, correct it, and move it to a file of the dossier. Leave out what
# is no promise. What a record leaves open stands above it.
"""


def draft_text(draft: Drafted, *, with_source: bool = True) -> str:
    r"""Return a draft as TOML, each record with its passage and what is open above it.

    >>> from entente import Source, SourceKind
    >>> from entente.drafting import draft
    >>> notice = Source(id="notice", title="Notice", kind=SourceKind.PRESS_NOTICE)
    >>> text = draft_text(draft("Peru will plant trees.", source=notice))
    >>> print("\n".join(line for line in text.splitlines() if "line 1" in line))
    # line 1: Peru will plant trees.
    """
    declared = [draft.source] if with_source else []
    parts = [_HEAD.format(source=draft.source.id)]
    parts.append(dumps(Dossier(declared), format="toml"))
    # A party cites the source, which the dossier may hold.
    parts += [f"\n{excerpt(party).lstrip()}" for party in draft.parties]
    for candidate in draft.all:
        lines = candidate.lines
        noun = "line" if len(lines) == 1 else "lines"
        notes = [f"{noun} {lines}: {candidate.passage}"]
        notes += [f"{_OPEN}{each}" for each in candidate.open]
        comments = "\n".join(f"# {shown(note)}" for note in notes)
        parts.append(f"\n{comments}\n{excerpt(candidate.record).lstrip()}")
    return "".join(parts)


def write_draft(
    draft: Drafted, folder: str | PathLike[str], *, with_source: bool = True
) -> Path:
    """Write a draft into a folder as ``ID.draft.toml``, after the id of its source, and return the file.

    Raises `SaveError` if there is such a file already, as somebody may be at work on it.
    """
    file = Path(folder) / f"{draft.source.id}.draft.toml"
    text = draft_text(draft, with_source=with_source)
    if os.path.lexists(file):
        raise SaveError(
            f"{file}: there is a draft already; move what is right in it to the dossier, then take it away"
        )
    write_whole(file, text.encode())
    return file


def unreviewed(path: str | PathLike[str]) -> Iterator[Problem]:
    """Find what drafts left in the files of a dossier: that nobody has reviewed them, and what is open.

    A draft counts once it is renamed, or its records are moved, and its comments go along.
    """
    files, _ = list_files(Path(path))
    for file in files:
        if format_of(file) == "toml":
            text, _ = read_file(file)
            for number, line in enumerate(text.splitlines(), 1):
                found = _left_by_draft(line)
                if found is not None:
                    yield evolve(found, file=str(file), line=number, column=1)


def _left_by_draft(line: str) -> Problem | None:
    """Return the problem of a line that a draft has written, without its place."""
    if line.startswith("#") and _UNREVIEWED in line:
        return Problem(
            message="the file counts, although it says that nobody has reviewed it",
            rule="draft",
            severity=Severity.WARNING,
            hint="compare its records with the text, then take these lines away",
        )
    beginning = f"# {_OPEN}"
    if line.startswith(beginning):
        return Problem(
            message=f"a draft left open: {line.removeprefix(beginning)}",
            rule="draft",
            severity=Severity.INFO,
            hint="settle it, then take this comment away",
        )
    return None
