"""A dossier begun from the text of its first source."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path as File
from typing import Final

from attrs import evolve

from entente._disk import os_reason
from entente._dossier import Dossier, index_of
from entente.errors import (
    DossierError,
    LoadError,
    Problem,
    SaveError,
    UnknownIdError,
)
from entente.evidence import fingerprint
from entente.files import loads, save
from entente.files._documents import VERSION, Plain
from entente.files._paths import format_of, is_folder, list_files
from entente.files._values import period_to_plain
from entente.records._vocabulary import SourceKind
from entente.values._period import Period, PeriodLike

FILE_NAME: Final = "dossier.toml"
"""The name of the file in a folder that is begun."""

_LONGEST_TITLE: Final = 120


def new(
    path: str | PathLike[str],
    *,
    text: str,
    id: str,
    kind: SourceKind | str,
    title: str | None = None,
    publisher: str | None = None,
    issued_by: Iterable[str] = (),
    published: PeriodLike | None = None,
    language: str | None = None,
    address: str | None = None,
    licence: str | None = None,
) -> Dossier:
    r"""Begin a dossier with the source of a text, its fingerprint with it, and write it.

    `path` is a file that ends in ``.toml``, ``.yaml`` or ``.json``, or else a folder, which gets the file
    ``dossier.toml``. The other arguments are those of `entente.Source`. Without a `title`, a first line of
    the text that stands alone, is short and does not end as a sentence is the title.

    Raises `DossierError` with all faults at once, among them that there is a dossier already, and
    `SaveError` if it cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     text = "Talks in Paris\n\nThe ministers met.\n"
    ...     new(f"{folder}/tracker", text=text, id="readout", kind="readout", issued_by=["GB"])
    <Dossier: 1 source>
    """
    given, parties = File(path), tuple(issued_by)
    wrong = tuple(_faults_of_parties(parties))
    problems = [*_faults_of_path(given), *wrong]
    title = title or _title_of(text)
    if title is None:
        problems.append(_NO_TITLE)
    if not text.split():
        problems.append(_NO_WORDS)
    source: dict[str, Plain] = {
        "id": id,
        # What is reported already is left out, or filled in, so that it is not reported again.
        "title": title or "?",
        "kind": str(kind),
        "publisher": publisher,
        "issued_by": [] if wrong else list(parties),
        "published": _plain_date(published),
        "language": language,
        "address": address,
        "licence": licence,
        "fingerprint": fingerprint(text) if text.split() else None,
    }
    given_keys = {
        key: value for key, value in source.items() if value not in (None, [])
    }
    document = json.dumps({"entente": VERSION, "sources": [given_keys]})
    dossier = Dossier()
    try:
        dossier = loads(document)
    except LoadError as error:
        problems += map(_without_place, error.problems)
    if problems:
        raise DossierError(problems)
    _write(dossier, given)
    return dossier


_NO_TITLE: Final = Problem(
    message="the text does not begin with a title: a short line that is no sentence, and a blank line after it",
    path=("title",),
    hint="give the title (--title)",
)

_NO_WORDS: Final = Problem(
    message="the text has no words",
    path=("text",),
    hint="give the text of the source",
)


def _without_place(problem: Problem) -> Problem:
    """Return a problem of a source without its place, in a document that nobody sees."""
    return evolve(
        problem, path=problem.path[2:], record=None, line=None, column=None
    )


def _title_of(text: str) -> str | None:
    """Return the first line of a text, if it stands alone and is short and no sentence."""
    paragraphs = re.split(
        r"\n\s*\n", text.lstrip("\ufeff").strip(), maxsplit=1
    )
    title = " ".join(paragraphs[0].split()).lstrip("# ")
    # What goes on in the next line is the beginning of a sentence.
    is_title = (
        len(paragraphs[0].splitlines()) == 1
        and not title.endswith(".")
        and len(title) <= _LONGEST_TITLE
    )
    return title if title and is_title else None


def _plain_date(date: PeriodLike | None) -> Plain:
    """Return a date as plain data; a text is looked at with all other keys."""
    return (
        period_to_plain(date)
        if isinstance(date, Period)
        else date and str(date)
    )


def _faults_of_parties(parties: Iterable[str]) -> Iterator[Problem]:
    """Find the ids that are none of a state; in a record with another fault loading does not look at them."""
    for number, party in enumerate(parties):
        try:
            index_of(Dossier()).require(party, ("party",))
        except UnknownIdError as error:
            yield Problem(
                message=error.reason,
                path=("issued_by", number),
                hint=error.hint,
            )


def _faults_of_path(path: File) -> Iterator[Problem]:
    """Find what is there already, over which nothing is written."""
    if not os.path.lexists(path):
        return
    hint = "choose another path, or add to it with `entente add`"
    if not is_folder(path):
        yield Problem(
            message="the file is there already", file=str(path), hint=hint
        )
        return
    try:
        files, problems = list_files(path)
    except LoadError:
        # The folder holds no file of a dossier.
        return
    if problems:
        yield from problems
        return
    first, *others = files
    more = f" and {len(others)} more" if others else ""
    yield Problem(
        message=f"the folder holds a dossier already: {first.relative_to(path)}{more}",
        file=str(path),
        hint=hint,
    )


def _write(dossier: Dossier, path: File) -> None:
    if format_of(path) is not None:
        save(dossier, path)
        return
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise SaveError(f"{path}: {os_reason(error)}") from error
    save(dossier, path / FILE_NAME)
