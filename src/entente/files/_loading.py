"""Loading: a dossier from a text, a file or a folder.

While a dossier is read, Python's garbage collector is paused. Reading makes many objects and no
garbage, but the collector counts objects, and would search all of them again and again. It is one for
the whole process; ``pause_gc=False`` leaves it alone.
"""

from __future__ import annotations

import gc
import time
import warnings
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from importlib import resources
from os import PathLike
from pathlib import Path as File
from typing import Final

from attrs import evolve, field, frozen

from entente._dossier import Dossier, set_origins
from entente._text import did_you_mean, shorten
from entente.errors import DraftWarning, LoadError, Problem, UnknownIdError
from entente.files._converter import Loader, borrowed_loader
from entente.files._journal import digest, journals_of, real, stamp
from entente.files._paths import (
    drafts_of,
    file_error,
    format_of,
    known_format,
    list_files,
    read_file,
    read_text,
)
from entente.files._reading import Reading

_TRIES: Final = 200
"""Limit for how often files are read again because they were written meanwhile."""

_PAUSE: Final = 0.01
"""Seconds before they are read again."""


@contextmanager
def _collector(*, paused: bool) -> Generator[None]:
    """Pause the garbage collector, if it runs, and let it go on in any case."""
    if not paused or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        # New objects are the youngest generation, which is searched next. To freeze and unfreeze
        # moves them to the oldest. It would also unfreeze what the program itself has frozen.
        if gc.get_freeze_count() == 0:
            gc.freeze()
            gc.unfreeze()
        gc.enable()


def loads(
    text: str, *, format: str = "json", pause_gc: bool = True
) -> Dossier:
    """Read a dossier from a text in ``"json"``, ``"toml"`` or ``"yaml"``.

    The garbage collector is paused meanwhile, unless `pause_gc` is false. Raises `LoadError` with all
    problems of the text, and `MissingExtraError` for YAML without PyYAML.

    >>> loads('{"entente": 1, "themes": [{"id": "small-boats", "label": "Small boats"}]}')
    <Dossier: 1 theme>
    >>> loads('{"entente": 1, "themes": [{"id": "small-boats", "lable": "Small boats"}]}')
    Traceback (most recent call last):
        ...
    entente.errors.LoadError: 1 problem
      1:49: themes[0].lable (small-boats): 'lable' is not a key of a theme; did you mean 'label'?
    """
    known_format(format)
    with _collector(paused=pause_gc), borrowed_loader() as loader:
        reading = Reading(loader)
        reading.add(text, format)
        return reading.dossier()


def load(
    path: str | PathLike[str], *, drafts: bool = False, pause_gc: bool = True
) -> Dossier:
    """Read a dossier from a file, or from all files of a folder and its subfolders, as one.

    The format is known by the ending of a file's name: ``.json``, ``.toml``, ``.yaml`` or ``.yml``. Other
    files of a folder are passed over, and so are hidden ones and those of other tools that the reference
    names. Files are UTF-8. In a folder links are not followed: one that leads to what is not read, or
    anything else that belongs to the folder and cannot be read, is a problem.

    A file of a folder whose name ends in ``.draft.toml``, or in ``.draft`` and another format, is a draft.
    Nobody has reviewed it, so it is left out, and a `DraftWarning` names it. With `drafts` it is read too,
    to look at; what is read so is not saved back to the folder.

    The garbage collector is paused meanwhile, unless `pause_gc` is false. Raises `LoadError` with all
    problems of all files.

    >>> load("no-such-file.toml")
    Traceback (most recent call last):
        ...
    entente.errors.LoadError: 1 problem
      no-such-file.toml: the file cannot be read: no such file or directory
    """
    with _collector(paused=pause_gc), borrowed_loader() as loader:
        texts = read_texts(File(path), drafts=drafts)
        dossier = texts.reading(loader).dossier()
        found = drafts_of(File(path))
        if found and drafts:
            return dossier
        if found:
            warnings.warn(_left_out(found), DraftWarning, stacklevel=2)
        set_origins(dossier, {str(real(File(path))): texts.digests()})
        return dossier


def _left_out(drafts: Sequence[File]) -> str:
    names = ", ".join(map(str, drafts))
    verb = "is a draft" if len(drafts) == 1 else "are drafts"
    return f"{names} {verb} that nobody has reviewed, and left out; move records that are right to a file of the dossier"


@frozen
class FileTexts:
    """The texts of the files of a dossier, each with its format, and why others cannot be read."""

    of: dict[File, tuple[str, str]] = field(factory=dict)
    problems: list[Problem] = field(factory=list)

    def digests(self) -> dict[str, str]:
        """Return what a dossier notes of the files that it was read from, by their real paths."""
        return {
            str(real(file)): digest(text.encode())
            for file, (text, _) in self.of.items()
        }

    def reading(self, loader: Loader) -> Reading:
        """Read all texts, without asking whether they make a dossier."""
        reading = Reading(loader)
        reading.problems += self.problems
        for file, (text, format) in self.of.items():
            try:
                reading.add(text, format, str(file))
            except LoadError as error:
                reading.problems += error.problems
        return reading


def read_texts(path: File, *, drafts: bool = False) -> FileTexts:
    """Read the texts of all files of a dossier, as they were at one moment.

    A save may go on at the same time, or may have been cut short: what its journal lists is read from
    where it is. Raises `LoadError` if there is nothing to read, or nobody can say what holds.
    """
    files, problems = list_files(path, drafts=drafts)
    for _ in range(_TRIES):
        before = {file: stamp(file) for file in files}
        try:
            texts, error = _read_once(files), None
            texts.problems.extend(problems)
        except LoadError as raised:
            texts, error = FileTexts(), raised
        # What did not change while all were read, was so at one moment.
        if before == {file: stamp(file) for file in files}:
            if error:
                raise error
            return texts
        time.sleep(_PAUSE)
    raise file_error(
        path,
        "the files change again and again while they are read",
        "wait until they are saved",
    )


def _read_once(files: Iterable[File]) -> FileTexts:
    """Read files, each from where a journal says that its text is."""
    real_of = {file: real(file) for file in files}
    waiting: dict[File, File] = {}
    for journal in journals_of({file.parent for file in real_of.values()}):
        if journal.names(real_of.values()):
            waiting |= journal.waiting()
    texts = FileTexts()
    for file, target in real_of.items():
        try:
            if target in waiting:
                format = str(format_of(file))
                texts.of[file] = read_text(waiting[target], format), format
            else:
                texts.of[file] = read_file(file)
        except LoadError as error:
            texts.problems.extend(error.problems)
    return texts


def locate(
    problems: Iterable[Problem], path: str | PathLike[str]
) -> tuple[Problem, ...]:
    """Return problems of the dossier at `path` with their file, line and column.

    A `Problem` that a check finds names the record; this finds the record in the files. Problems of
    records that are not there are returned unchanged.
    """
    with borrowed_loader() as loader:
        reading = read_texts(File(path)).reading(loader)
    found = {
        record.id: (document, location)
        for record, document, location in reading.locations()
    }

    def with_location(problem: Problem) -> Problem:
        if problem.record not in found:
            return problem
        document, location = found[problem.record]
        # The path begins with the record's location in a dossier, which is not that in its file.
        line, column = document.locate((*location, *problem.path[2:]))
        return evolve(problem, file=document.file, line=line, column=column)

    return tuple(map(with_location, problems))


def example(name: str) -> Dossier:
    """Return a dossier that comes with the library.

    ``"uk-france"`` is one readout, ``"promises-kept"`` six promises with the status of each, and
    ``"channel-2020-2024"`` one story over many documents. Raises `UnknownIdError` if there is no
    example of that name.

    >>> len(example("uk-france").meetings)
    3
    """
    folder = resources.files("entente") / "dossiers"
    examples = {
        file.name.removesuffix(".toml"): file
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    }
    if name not in examples:
        names = ", ".join(sorted(examples))
        hint = did_you_mean(name, examples) or f"the examples are {names}"
        raise UnknownIdError(
            name, f"there is no example {shorten(name)}", hint
        )
    return loads(examples[name].read_text(encoding="utf-8"), format="toml")
