"""A file may say where its JSON Schema is, for editors; the dossier does not hold it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from entente import Dossier, Theme, dumps, load, loads, save
from entente.files._converter import borrowed_loader
from entente.files._documents import VERSION
from entente.files._quick import read_lists
from malformed import text_problems

A, B = Theme(id="a", label="A"), Theme(id="b", label="B")

HEADS: Final = {
    "a comment": ("toml", "#:schema ./dossier.schema.json\n"),
    "a key": ("toml", '"$schema" = "./dossier.schema.json"\n'),
    "a modeline": (
        "yaml",
        "# yaml-language-server: $schema=./dossier.schema.json\n",
    ),
    "a plain key": ("yaml", "$schema: ./dossier.schema.json\n"),
}

LAYOUTS: Final = {
    "toml": (
        'entente = 1\n\n[[themes]]\nid = "a"\nlabel = "A"\n',
        'entente = 1\nthemes = [{ id = "a", label = "A" }]\n',
    ),
    "yaml": (
        "entente: 1\nthemes:\n  - id: a\n    label: A\n",
        "entente: 1\nthemes: [{ id: a, label: A }]\n",
    ),
}
"""The records of a text on lines of their own, and all on one line, which is written anew."""

JSON: Final = (
    '{"$schema": "https://example.org/dossier.schema.json", "entente": 1,'
    ' "themes": [{"id": "a", "label": "A"}]}'
)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("layout", [0, 1], ids=["lines", "one line"])
def test_the_address_stays(head: str, layout: int, tmp_path: Path) -> None:
    """It is no part of the dossier, and stays at the top of the file when that is saved."""
    format, address = HEADS[head]
    text = address + LAYOUTS[format][layout]
    file = tmp_path / f"tracker.{format}"
    file.write_text(text, encoding="utf-8")
    dossier = load(file)
    assert dossier == Dossier([A])
    save(dossier, file)
    assert file.read_text(encoding="utf-8") == text
    changed = dossier.with_records(B)
    save(changed, file)
    first, *_ = file.read_text(encoding="utf-8").split("\n")
    assert first.replace('"', "") == address.strip().replace('"', "")
    assert load(file) == changed


def test_the_address_stays_in_json(tmp_path: Path) -> None:
    """In JSON, too, where it comes first."""
    file = tmp_path / "tracker.json"
    file.write_text(JSON, encoding="utf-8")
    dossier = load(file)
    assert dossier == Dossier([A])
    save(dossier.without("a"), file)
    assert file.read_text(encoding="utf-8") == (
        '{\n  "$schema": "https://example.org/dossier.schema.json",\n  "entente": 1\n}\n'
    )


def test_json_with_an_address_is_streamed() -> None:
    """The colons of the address count, so that the quick reader need not leave the text to the strict one."""
    text = JSON.replace('"label": "A"', '"label": "A: B"')
    with borrowed_loader() as loader:
        hook_for = loader.converter.get_structure_hook
        lists = read_lists(text, VERSION, loader.readers, hook_for)
    assert [theme.id for theme in lists["themes"]] == ["a"]


def test_each_file_of_a_folder_keeps_its_own(tmp_path: Path) -> None:
    """A schema that lies beside the files is none of them."""
    (tmp_path / "a.json").write_text(JSON, encoding="utf-8")
    (tmp_path / "b.toml").write_text(
        '#:schema ./dossier.schema.json\nentente = 1\n\n[[sources]]\nid = "s"\ntitle = "S"\nkind = "speech"\n',
        encoding="utf-8",
    )
    (tmp_path / "dossier.schema.json").write_text("{}", encoding="utf-8")
    dossier = load(tmp_path)
    assert [record.id for record in dossier.records] == ["a", "s"]
    save(dossier.without("a", "s"), tmp_path)
    assert (
        (tmp_path / "a.json")
        .read_text(encoding="utf-8")
        .startswith(
            '{\n  "$schema": "https://example.org/dossier.schema.json",\n'
        )
    )
    assert (
        (tmp_path / "b.toml")
        .read_text(encoding="utf-8")
        .startswith("#:schema ./dossier.schema.json\nentente = 1\n")
    )
    assert (tmp_path / "dossier.schema.json").read_text() == "{}"


def test_a_text_has_no_address() -> None:
    """An address is that of a file, and where the file is matters: a new text has none."""
    assert "$schema" not in dumps(loads(JSON))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("5", "the number 5"),
        ("null", "null"),
        ('["a"]', "a list"),
        ('" "', "' '"),
    ],
)
def test_an_address_is_text(value: str, shown: str) -> None:
    """Anything else is refused, with what to write."""
    [problem] = text_problems(f'{{"$schema": {value}, "entente": 1}}', "json")
    assert problem == (
        f"1:2: $schema: {shown} is not the address of a schema;"
        ' write for example "./dossier.schema.json", or leave the key out'
    )


def test_the_key_is_suggested() -> None:
    """Without its sign it is no key."""
    [problem] = text_problems('{"schema": "x", "entente": 1}', "json")
    assert problem == (
        "1:2: schema: 'schema' is not a kind of record; did you mean '$schema'?"
    )
