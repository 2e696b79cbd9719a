"""Files and folders that do not load, and what is reported of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from entente import load
from entente.errors import LoadError
from entente.files._formats import FORMATS, write
from malformed import file_problems


def test_a_file_is_named(tmp_path: Path) -> None:
    """A fault in a file begins with the file, so that an editor can jump there."""
    file = tmp_path / "tracker.toml"
    file.write_text('entente = 1\n\n[[themes]]\nid = "a"\n')
    assert file_problems(file) == [
        f"{file}:3:1: themes[0] (a): the key 'label' is missing"
    ]


def test_all_faults_of_all_files_of_a_folder_are_told(tmp_path: Path) -> None:
    """One faulty file does not hide another, and what is wrong between files is told with the rest."""
    (tmp_path / "sub").mkdir()
    files: dict[str, str | bytes] = {
        "a.toml": 'entente = 1\n[[themes]]\nid = "a"\nlabel = "A"\nbroader = ["b", "x"]\n',
        "b.json": '{"entente": 1, "themes": [{"id": "b", "lable": "B"}]}',
        "c.yaml": "entente: 1\nthemes: [\n",
        "d.json": b'{"entente": 1, "themes": [{"id": "\xe9"}]}',
        "sub/e.yml": "entente: 1\nthemes:\n- {id: a, label: Again}\n",
        ".hidden.json": "never read",
        "notes.md": "never read",
    }
    for name, text in files.items():
        (tmp_path / name).write_bytes(
            text if isinstance(text, bytes) else text.encode()
        )
    assert file_problems(tmp_path) == [
        f"{tmp_path}/a.toml:5:17: themes[0].broader[1] (a): there is no theme 'x'",
        f"{tmp_path}/b.json:1:39: themes[0].lable (b): 'lable' is not a key of a theme; did you mean 'label'?",
        f"{tmp_path}/c.yaml:2:9: this is not YAML: the list that begins here is not closed; put ] at its end",
        f"{tmp_path}/d.json: the file is not UTF-8: byte 35 cannot be read; save it as UTF-8",
        (
            f"{tmp_path}/sub/e.yml:3:4: themes[0].id (a): 'a' is already the id of another theme "
            f"(first at {tmp_path}/a.toml:3:1); "
            "give every record an id of its own"
        ),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("format", FORMATS)
def test_utf_8_is_read_with_or_without_a_mark(
    tmp_path: Path, format: str, encoding: str
) -> None:
    """Both ways in which editors save UTF-8 are read, and mean the same."""
    file = tmp_path / f"a.{format}"
    file.write_text(
        write({"entente": 1, "themes": [{"id": "a", "label": "É"}]}, format),
        encoding=encoding,
    )
    assert load(file).themes[0].label == "É"


@pytest.mark.parametrize(
    ("encoding", "byte"),
    [
        ("utf-16", 1),
        ("utf-16-be", 88),
        ("latin-1", 44),
        ("cp1252", 44),
        ("utf-32", 1),
    ],
)
def test_another_encoding_is_refused(
    tmp_path: Path, encoding: str, byte: int
) -> None:
    """An encoding is not guessed, since a wrong guess changes names: the error says what to do."""
    file = tmp_path / "a.toml"
    file.write_bytes(
        'entente = 1\n\n[[themes]]\nid = "a"\nlabel = "R\xe9union"\n'.encode(
            encoding
        )
    )
    assert file_problems(file) == [
        f"{file}: the file is not UTF-8: byte {byte} cannot be read; save it as UTF-8"
    ]


@pytest.mark.parametrize("name", ["a.csv", "a", "a.toml.bak"])
def test_a_file_that_does_not_tell_its_format_is_refused(
    tmp_path: Path, name: str
) -> None:
    """No format is guessed from what stands in a file."""
    file = tmp_path / name
    file.write_text("entente = 1\n")
    assert file_problems(file) == [
        f"{file}: the file name must end in one of .json, .toml, .yaml, .yml"
    ]


@pytest.mark.parametrize("name", ["a.toml", "a", "folder/a.json"])
def test_what_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    """A file or folder that is not there is said not to be, whatever its name ends in."""
    assert file_problems(tmp_path / name) == [
        f"{tmp_path / name}: the file cannot be read: no such file or directory"
    ]


def test_a_file_that_cannot_be_read_breaks_a_rule_of_its_own(
    tmp_path: Path,
) -> None:
    """Who sorts problems by their rules tells what is wrong with a file from what is wrong in it."""
    with pytest.raises(LoadError) as caught:
        load(tmp_path / "a.toml")
    assert [problem.rule for problem in caught.value.problems] == ["file"]


def test_an_impossible_name_is_refused() -> None:
    """A name that no file can have is an error of ours."""
    [said] = file_problems(Path("a\0.toml"))
    assert said.endswith("the file cannot be read: no file can have this name")


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0,
    reason="the superuser may read anything",
)
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    """Without the right to read, the error says so."""
    file = tmp_path / "a.toml"
    file.write_text("entente = 1\n")
    file.chmod(0)
    assert file_problems(file) == [
        f"{file}: the file cannot be read: permission denied"
    ]


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    """A circle of links leads to no file."""
    file = tmp_path / "a.toml"
    file.symlink_to(file)
    assert file_problems(file) == [
        f"{file}: the file cannot be read: too many levels of symbolic links"
    ]


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    """A folder that holds nothing to read is probably not the one that was meant."""
    (tmp_path / "notes.md").write_text("none of ours")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.json").write_text("{}")
    (tmp_path / "folder.json").mkdir()
    assert file_problems(tmp_path) == [
        f"{tmp_path}: the folder holds no file that ends in .json, .toml, .yaml, .yml"
    ]
