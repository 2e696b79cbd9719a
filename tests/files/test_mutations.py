"""Files that somebody damaged are read alike by all readers, or refused in words that help.

Each case is made from a seed by `mutator`, and judged by the other readers, by independent parsers and by
the round trip through every format. A failure tells its seed. The environment variable
ENTENTE_FUZZ_EXAMPLES says how many seeds are tried, and ENTENTE_FUZZ_SEED which is the first: a number of
your own finds what others have not seen, and with one example it is the case that failed.
"""

from __future__ import annotations

import json
import os
import tomllib
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pytest

import entente
from entente import Dossier
from entente.errors import LoadError, Problem
from entente.files._documents import Document
from entente.files._formats import read
from mutator import FORMATS, Mutant, around, mutant, spots
from other_readers import Outcome, outcome, strictly, tables, without_libyaml
from yaml_judge import IS_AT_HAND, judge

pytestmark = pytest.mark.no_cover

CASES: Final = int(os.environ.get("ENTENTE_FUZZ_EXAMPLES", "2000"))
FIRST: Final = int(os.environ.get("ENTENTE_FUZZ_SEED", "0"))
BATCHES: Final = min(CASES, 20)
LARGE: Final = 2**63


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_damaged_file_is_read_alike_by_all_or_refused(
    batch: int, tmp_path: Path
) -> None:
    """Damage to bytes, tokens or structure is another dossier for all readers, or an error for all."""
    for seed in range(FIRST + batch, FIRST + CASES, BATCHES):
        case = mutant(seed)
        try:
            hold(case, tmp_path)
        except BaseException as error:
            error.add_note(str(case))
            raise


def hold(case: Mutant, folder: Path) -> None:
    """Hold that a damaged file is what all who judge it say."""
    file = folder / f"x.{case.format}"
    file.write_bytes(case.content)
    found = loaded(file)
    try:
        text = case.content.decode().removeprefix("\ufeff")
    except UnicodeDecodeError:
        assert not isinstance(found, Dossier)
        return
    name = str(file)
    other_readers_agree(found, text, case.format, name)
    parsers_agree(found, text, case.format)
    as_expected(found, case)
    if isinstance(found, Dossier):
        survives(found)
    document = parsed(text, case.format)
    if document is not None:
        places_lead_to_keys(document, text, case.format)


# --- what is said ----------------------------------------------------------------------------------


def loaded(file: Path) -> Outcome:
    """Return what is read from a file, or what is wrong with it, which has to be well told."""
    problems: tuple[Problem, ...] = ()
    try:
        return entente.load(file)
    except LoadError as error:
        problems = error.problems
    assert problems
    lines = file.read_bytes().decode(errors="replace").split("\n")
    for problem in problems:
        assert problem.file == str(file)
        well_told(problem, lines)
    return tuple(map(str, problems))


def well_told(problem: Problem, lines: list[str]) -> None:
    """Hold that a problem fits on a screen, and that its place is in the text."""
    said = problem.message
    assert said
    assert said.splitlines() == [said]
    assert len(said) < 500
    assert "Traceback" not in said
    assert "object at 0x" not in said
    assert (problem.line is None) == (problem.column is None)
    if problem.line is not None and problem.column is not None:
        assert 1 <= problem.line <= len(lines)
        # One more letter than there is stands for the end of the line, and a mark may have gone.
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


# --- the other readers -----------------------------------------------------------------------------


def other_readers_agree(
    found: Outcome, text: str, format: str, file: str
) -> None:
    """Hold that compiled and strict readers, msgspec and json, libyaml and Python say the same."""
    same(found, outcome(lambda: strictly(text, format, file)))
    for form in ("dicts", "structs") if format == "json" else ():
        with tables(form, portion=60):
            same(found, outcome(lambda: entente.load(file)))
    if format == "yaml":
        with without_libyaml():
            other = outcome(lambda: entente.load(file))
        # What is no YAML each says in its own words, and each at the place where it gives up.
        if not (is_no_yaml(found) or is_no_yaml(other)):
            same(found, other)
        else:
            assert type(found) is type(other)


def is_no_yaml(found: Outcome) -> bool:
    """Say whether a text was refused by PyYAML itself."""
    return not isinstance(found, Dossier) and any(
        "this is not YAML" in each for each in found
    )


def same(one: Outcome, other: Outcome) -> None:
    """Hold that two ways to read a text have the same records, or the same problems at the same places."""
    assert one == other
    if isinstance(one, Dossier) and isinstance(other, Dossier):
        assert entente.dumps(one) == entente.dumps(other)


# --- independent parsers ---------------------------------------------------------------------------


def parsed(text: str, format: str) -> Document | None:
    """Return the document that a text is, or None if it is refused or has faults."""
    try:
        document = read(text, format)
    except LoadError:
        return None
    return None if document.problems else document


def parsers_agree(found: Outcome, text: str, format: str) -> None:
    """Hold that what is read has the data that others find in it; we may refuse more."""
    document = parsed(text, format)
    if document is None:
        assert not isinstance(found, Dossier)
        return
    match format:
        case "json":
            assert repr(strict_json(text)) == repr(document.data)
            other_json(text, document.data)
        case "toml":
            assert repr(tomllib.loads(text)) == repr(document.data)
        case _:
            if IS_AT_HAND:
                assert judge(text).allows(document.data)


def strict_json(text: str) -> Any:
    """Read JSON by the letter of RFC 8259, without repeated keys."""

    def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(pairs)) == len(pairs)
        return dict(pairs)

    def constant(word: str) -> None:
        raise AssertionError(word)

    return json.loads(text, object_pairs_hook=table, parse_constant=constant)


def other_json(text: str, data: Any) -> None:
    """Hold that msgspec, where it is, reads the same; it has no numbers that are too large for a machine."""
    if find_spec("msgspec") is None:
        return
    msgspec = import_module("msgspec")
    with suppress(msgspec.DecodeError):
        other = msgspec.json.decode(text)
        assert other == data or _has_large_number(data)


def _has_large_number(data: Any) -> bool:
    return any(
        isinstance(number, int | float) and abs(number) >= LARGE
        for number in (around(data, path)[path[-1]] for path in spots(data))
    )


# --- the round trip --------------------------------------------------------------------------------


def survives(dossier: Dossier) -> None:
    """Hold that a dossier is the same after each format, and its text too."""
    plain = entente.dumps(dossier)
    for format in FORMATS:
        text = entente.dumps(dossier, format=format)
        again = entente.loads(text, format=format)
        assert again == dossier
        assert entente.dumps(again, format=format) == text
        assert entente.dumps(again) == plain


def as_expected(found: Outcome, case: Mutant) -> None:
    """Hold that a change to the data is reported, or is a change to the dossier, and layout is none."""
    if case.expected == "refused":
        assert not isinstance(found, Dossier)
    elif case.expected in ("equal", "another"):
        original = entente.loads(json.dumps(case.original))
        is_equal = isinstance(found, Dossier) and (
            entente.dumps(found) == entente.dumps(original)
        )
        assert is_equal == (case.expected == "equal")


# --- places ----------------------------------------------------------------------------------------


def places_lead_to_keys(document: Document, text: str, format: str) -> None:
    """Hold that at the place of a key there is the key, in one of its spellings."""
    lines = text.split("\n")
    for path in spots(document.data):
        place = document.locator.find(path)
        key = path[-1]
        if place is None or not isinstance(key, str):
            continue
        line, column = place
        rest = lines[line - 1][column - 1 :]
        if format == "json":
            assert json.JSONDecoder().raw_decode(rest)[0] == key
        elif format == "yaml":
            # A key between brackets may go on in the next line.
            assert rest.startswith(("'", '"', *key.split(" ")[:1]))
        elif "\\" not in rest:
            assert key in rest
