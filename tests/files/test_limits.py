"""The size that a file may have is the same for reading and for writing."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from pathlib import Path
from types import SimpleNamespace

import pytest
from attrs import evolve

from entente import Dossier, Theme, dumps, load, save
from entente.errors import SaveError
from entente.files._formats import FORMATS, write
from malformed import file_problems

LARGEST = 2000
CURES = {
    "json": "write several files into a folder",
    "toml": "write several files into a folder, or JSON",
    "yaml": "write several files into a folder, or JSON",
}


@pytest.fixture(params=sorted(FORMATS))
def format(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> str:
    """Each format, with a limit that a test can reach."""
    name: str = request.param
    factor = 1 if name == "json" else 2
    for each in FORMATS:
        small = LARGEST if each == name else LARGEST * factor
        monkeypatch.setitem(
            FORMATS, each, evolve(FORMATS[each], largest=small)
        )
    return name


def dossier_of(size: int, format: str) -> Dossier:
    """Return a dossier whose text has so many bytes."""
    bare = len(dumps(Dossier([Theme(id="a", label="x")]), format=format))
    made = Dossier([Theme(id="a", label="x" * (size - bare + 1))])
    assert len(dumps(made, format=format)) == size
    return made


@pytest.mark.parametrize("mark", [b"", BOM_UTF8])
def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, format: str, mark: bytes
) -> None:
    """A file may have so many bytes beside its mark and not one more, and the error says what to do."""
    file = tmp_path / f"a.{format}"
    text = write({"entente": 1}, format).encode()
    file.write_bytes(mark + text + b"\n" * (LARGEST - len(text)))
    assert load(file) == Dossier()
    file.write_bytes(mark + text + b"\n" * (LARGEST + 1 - len(text)))
    assert file_problems(file) == [
        f"{file}: the file has {2001 + len(mark):,} bytes; the limit for {format} is 2,000; {CURES[format]}"
    ]


@pytest.mark.parametrize("size", [0, 10, LARGEST])
def test_a_file_that_grows_is_read_no_further_than_it_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str, size: int
) -> None:
    """A file that has more than the system said is read to its end, or to the limit."""
    status = os.fstat

    def small(descriptor: int) -> SimpleNamespace:
        return SimpleNamespace(
            st_mode=status(descriptor).st_mode, st_size=size
        )

    file = tmp_path / f"a.{format}"
    save(dossier_of(LARGEST, format), file)
    with monkeypatch.context() as patched:
        patched.setattr("entente._disk.os.fstat", small)
        assert load(file) == dossier_of(LARGEST, format)
        file.write_bytes(file.read_bytes() + b"\n" * 5000)
        [said] = file_problems(file)
    assert said == (
        f"{file}: the file has 2,004 bytes; the limit for {format} is 2,000; {CURES[format]}"
    )


def test_what_could_not_be_read_is_not_written(
    tmp_path: Path, format: str
) -> None:
    """A text of the largest size is written and read, and a larger one is refused before anything is."""
    file = tmp_path / f"a.{format}"
    largest = dossier_of(LARGEST, format)
    save(largest, file)
    assert load(file) == largest
    for path in (file, tmp_path):
        with pytest.raises(SaveError) as caught:
            save(dossier_of(LARGEST + 1, format), path, replace=True)
        assert str(caught.value) == (
            f"{file}: the text has 2,001 bytes; the limit for {format} is 2,000; {CURES[format]}"
        )
    assert load(file) == largest


def test_a_mark_does_not_count(tmp_path: Path, format: str) -> None:
    """A file of the largest size whose mark is kept can be read again."""
    file = tmp_path / f"a.{format}"
    file.write_bytes(BOM_UTF8)
    largest = dossier_of(LARGEST, format)
    save(largest, file)
    assert file.read_bytes().startswith(BOM_UTF8)
    assert load(file) == largest


def test_bytes_are_counted_and_not_characters(
    tmp_path: Path, format: str
) -> None:
    """A text of few characters may have too many bytes."""
    with pytest.raises(SaveError, match=f"the limit for {format} is 2,000"):
        save(
            Dossier([Theme(id="a", label="\u20ac" * 700)]),
            tmp_path / f"a.{format}",
        )
