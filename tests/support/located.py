"""Where the values of a text are, as documents find them."""

from __future__ import annotations

from entente.errors import Location
from entente.files._documents import Document
from entente.files._formats import read

Place = tuple[int, int]


def located(
    text: str, format: str, *paths: Location
) -> list[Place | tuple[None, None]]:
    """Return where paths stand in a text."""
    document = read(text, format)
    return [document.locate(path) for path in paths]


def rest_of(text: str, document: Document, path: Location) -> str:
    """Return the rest of the line from the place at which a path is found."""
    line, column = document.locate(path)
    assert line is not None
    assert column is not None
    return text.split("\n")[line - 1][column - 1 :]
