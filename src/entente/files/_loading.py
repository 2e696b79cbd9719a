"""Loading: a dossier from a text, a file or a folder.

While a dossier is read, Python's garbage collector is paused. Reading makes many objects and no
garbage, but the collector counts objects, and would search all of them again and again. It is one for
the whole process; ``pause_gc=False`` leaves it alone.
"""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from importlib import resources
from os import PathLike
from pathlib import Path as File

from attrs import evolve

from entente._dossier import Dossier
from entente._text import did_you_mean, shorten
from entente.errors import LoadError, Problem, UnknownIdError
from entente.files._converter import Loader, borrowed_loader
from entente.files._paths import known_format, list_files, read_file
from entente.files._reading import Reading


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
    entente.errors.LoadError: 2 problems
      1:27: themes[0] (small-boats): the key 'label' is missing
      1:49: themes[0].lable (small-boats): 'lable' is not a key of a theme; did you mean 'label'?
    """
    known_format(format)
    with _collector(paused=pause_gc), borrowed_loader() as loader:
        reading = Reading(loader)
        reading.add(text, format)
        return reading.dossier()


def load(path: str | PathLike[str], *, pause_gc: bool = True) -> Dossier:
    """Read a dossier from a file, or from all files of a folder and its subfolders, as one.

    The format is known by the ending of a file's name: ``.json``, ``.toml``, ``.yaml`` or ``.yml``. Other
    files of a folder are passed over, and so are hidden ones and those of other tools that the reference
    names. Files are UTF-8. In a folder links are not followed: one that leads to what is not read, or
    anything else that belongs to the folder and cannot be read, is a problem.

    The garbage collector is paused meanwhile, unless `pause_gc` is false. Raises `LoadError` with all
    problems of all files.

    >>> load("no-such-file.toml")
    Traceback (most recent call last):
        ...
    entente.errors.LoadError: 1 problem
      no-such-file.toml: the file cannot be read: no such file or directory
    """
    with _collector(paused=pause_gc), borrowed_loader() as loader:
        return read_files(File(path), loader).dossier()


def read_files(path: File, loader: Loader) -> Reading:
    """Read all files of a dossier, without asking whether they make one."""
    reading = Reading(loader)
    files, reading.problems[:] = list_files(path)
    for file in files:
        try:
            text, format = read_file(file)
            reading.add(text, format, str(file))
        except LoadError as error:
            reading.problems += error.problems
    return reading


def locate(
    problems: Iterable[Problem], path: str | PathLike[str]
) -> tuple[Problem, ...]:
    """Return problems of the dossier at `path` with their file, line and column.

    A `Problem` that a check finds names the record; this finds the record in the files. Problems of
    records that are not there are returned unchanged.
    """
    with borrowed_loader() as loader:
        reading = read_files(File(path), loader)
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
