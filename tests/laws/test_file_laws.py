"""Laws of files: what is written is read back, whatever the dossier."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import evolve
from hypothesis import assume, example, given, strategies as st

from entente import Dossier, Period, dumps, load, loads, save
from entente.files._formats import SUFFIXES, write
from entente.records._model import KINDS, Theme
from entente.strategies import dossiers
from law_helpers import FORMATS, LAW, by_id, closed, within

pytestmark = pytest.mark.no_cover

# --- formats

HARD = Dossier(
    [
        Theme(
            id=id,
            label=text,
            aliases=(
                f"{text} {text}",
                f"a\n{text}",
                f"{text}: {text}",
                f"a {text}",
            ),
            note=text,
        )
        for id, text in {
            "null": "null",
            "no": "No",
            "y": "y",
            "true": "true",
            "0": "0",
            "007": "007",
            "1e3": "1e3",
            "0o7": "0o7",
            "0x1f": "0x1F",
            "inf": "-.inf",
            "nan": ".nan",
            "tilde": "~",
            "sign": "+1",
            "dot": ".5",
            "date": "2024-01-30",
            "time": "12:30:45",
            "merge": "<<",
            "equal": "=",
            "quotes": "\"'",
            "triple": "\"\"\"'''",
            "slash": "\\u0041\\",
            "hash": "a # b",
            "colon": "a: b",
            "nul": "a\x00b",
            "delete": "a\x7fb",
            "next-line": "a\x85b",
            "separator": "a\u2028b\u2029c",
            "mark": "\ufeffa",
            "return": "a\rb\r\nc",
            "tab": "a\tb\n\n  c",
            "astral": "😀",
            "not-a-character": "\uffff",
            "long": "long " * 50 + "text",
        }.items()
    ]
)
"""A dossier of texts that one format or another would take for something else."""


@pytest.mark.parametrize("format", FORMATS)
@LAW
@example(dossier=HARD)
@given(dossier=dossiers())
def test_what_is_written_is_read_back(dossier: Dossier, format: str) -> None:
    """A dossier survives each format, with the words of its sources, and its text is the same each time."""
    text = dumps(dossier, format=format)
    again = loads(text, format=format)
    assert again == dossier
    for kind in (Period, Enum, bool):
        # Equality takes no heed of `stated`, nor of whether a word is an enum's member.
        assert [repr(value) for value in within(again.records, kind)] == [
            repr(value) for value in within(dossier.records, kind)
        ]
    assert dumps(again, format=format) == text


@LAW
@example(HARD)
@given(dossiers())
def test_other_readers_find_the_same(dossier: Dossier) -> None:
    """Other readers of JSON, TOML and YAML, even of YAML 1.1, read the same data."""
    plain = json.loads(dumps(dossier))
    assert tomllib.loads(dumps(dossier, format="toml")) == plain
    text = dumps(dossier, format="yaml")
    assert yaml.load(text, Loader=yaml.SafeLoader) == plain
    assert yaml.load(text, Loader=yaml.CSafeLoader) == plain
    assert yaml.load(text, Loader=yaml.BaseLoader) == in_words(plain)  # noqa: S506


def in_words(plain: Any) -> Any:
    """Return plain data with a text for all that is none, as it is written in YAML."""
    match plain:
        case dict():
            return {key: in_words(value) for key, value in plain.items()}
        case list():
            return [in_words(value) for value in plain]
        case bool():
            return "true" if plain else "false"
        case _:
            return str(plain)


@LAW
@given(dossiers())
def test_a_text_says_nothing_that_goes_without_saying(
    dossier: Dossier,
) -> None:
    """A text holds the records under the names of their kinds, each with its id, and no empty entries."""
    plain = json.loads(dumps(dossier))
    assert plain.pop("entente") == 1
    assert [(kind, item["id"]) for kind in plain for item in plain[kind]] == [
        (kind, record.id)
        for kind in KINDS
        for record in dossier.records
        if type(record) is KINDS[kind]
    ]
    assert all(
        value not in (None, [], {}, "")
        for items in plain.values()
        for value in items[0].values()
    )


# --- files


@pytest.mark.parametrize("suffix", SUFFIXES)
@LAW
@example(
    dossier=HARD,
    other=Dossier(
        [Theme(id="nul", label="Nul"), Theme(id="next", label="Next")]
    ),
)
@given(dossier=dossiers(), other=dossiers(max_size=3))
def test_what_is_saved_is_loaded(
    tmp_path_factory: pytest.TempPathFactory,
    dossier: Dossier,
    other: Dossier,
    suffix: str,
) -> None:
    """A file holds the dossier that was saved last, whatever it held before."""
    file = tmp_path_factory.mktemp("saved") / f"dossier{suffix}"
    for each in (other, dossier, dossier, other):
        save(each, file, replace=True)
        assert load(file) == each


@pytest.mark.parametrize("suffix", SUFFIXES)
@LAW
@given(dossier=dossiers(min_size=2), data=st.data())
def test_what_is_changed_is_saved(
    tmp_path_factory: pytest.TempPathFactory,
    dossier: Dossier,
    data: st.DataObject,
    suffix: str,
) -> None:
    """Records may be changed, added, removed and reordered: the file holds the new dossier."""
    file = tmp_path_factory.mktemp("changed") / f"dossier{suffix}"
    save(dossier, file)
    kept = data.draw(closed(dossier))
    changed = Dossier(
        evolve(record, note="changed") if data.draw(st.booleans()) else record
        for record in data.draw(st.permutations(kept.records))
    )
    for each in (changed, dossier):
        save(each, file, replace=True)
        assert load(file) == each


def split(dossier: Dossier, folder: Path, places: Mapping[str, str]) -> None:
    """Write each record to a file of its own choice, as some other program would."""
    parts: dict[str, dict[str, Any]] = {}
    for kind, items in json.loads(dumps(dossier)).items():
        for item in items if isinstance(items, list) else []:
            parts.setdefault(places[item["id"]], {"entente": 1}).setdefault(
                kind, []
            ).append(item)
    for name, plain in parts.items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        text = (
            json.dumps(plain)
            if file.suffix == ".json"
            else write(plain, SUFFIXES[file.suffix])
        )
        file.write_bytes(text.encode())


def stamps(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Return the inode, time and bytes of files, which show whether one was touched."""
    return {
        str(file.relative_to(folder)): (
            file.stat().st_ino,
            file.stat().st_mtime_ns,
            file.read_bytes(),
        )
        for file in folder.rglob("*")
        if file.is_file()
    }


NAMES = ("a.json", "b.toml", "b/c.yaml", "d.yml", "b/a.toml")


@LAW
@given(dossier=dossiers(min_size=1), data=st.data())
def test_a_folder_is_one_dossier(
    tmp_path_factory: pytest.TempPathFactory,
    dossier: Dossier,
    data: st.DataObject,
) -> None:
    """A folder loads as one dossier; saving touches only the files of changed records."""
    folder = tmp_path_factory.mktemp("folder")
    places = {
        record.id: data.draw(st.sampled_from(NAMES))
        for record in dossier.records
    }
    split(dossier, folder, places)
    loaded = load(folder)
    assert by_id(loaded.records) == by_id(dossier.records)

    before = stamps(folder)
    save(loaded, folder)
    assert stamps(folder) == before

    changed = evolve(
        data.draw(st.sampled_from(loaded.records)), note="changed"
    )
    assume(changed not in loaded.records)
    save(loaded.with_records(changed), folder)
    after = stamps(folder)
    assert after.keys() == before.keys()
    assert {name for name in after if after[name] != before[name]} == {
        places[changed.id]
    }
    assert load(folder) == loaded.with_records(changed)
