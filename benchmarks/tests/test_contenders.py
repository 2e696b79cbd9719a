"""Every contender reads the same records out of the same text, and writes the same text again."""

from __future__ import annotations

import json
import traceback
from typing import Any

import pytest

from benchmarks.contenders import CONTENDERS, Contender
from benchmarks.generate import compact, make
from benchmarks.schema import plain

TEXT = compact(make(60).dossier)
DATA = json.loads(TEXT)


@pytest.mark.parametrize("contender", CONTENDERS, ids=lambda each: each.name)
def test_all_read_the_same_records(contender: Contender) -> None:
    """What was read says what the text says."""
    assert plain(contender.module().load(TEXT)) == DATA


@pytest.mark.parametrize("contender", CONTENDERS, ids=lambda each: each.name)
def test_all_write_the_same_text(contender: Contender) -> None:
    """What is written, with or without indentation, says what was read."""
    module: Any = contender.module()
    dossier = module.load(TEXT)
    for write in ("dump", "dump_indented"):
        if hasattr(module, write):
            assert json.loads(getattr(module, write)(dossier)) == DATA


TAKING = ("msgspec_attrs", "msgspec_dataclass", "json_floor", "orjson_floor")
REFUSING = [each for each in CONTENDERS if each.name not in TAKING]


@pytest.mark.parametrize("contender", REFUSING, ids=lambda each: each.name)
def test_unknown_keys_are_refused(contender: Contender) -> None:
    """Those that can refuse an unknown key do; the page says who cannot."""
    data = json.loads(TEXT)
    data["commitments"][7]["sumary"] = "A mistyped key."
    with pytest.raises(Exception) as caught:  # noqa: PT011 -- each has an error of its own
        contender.module().load(json.dumps(data))
    assert "sumary" in "".join(traceback.format_exception(caught.value))


OBJECTS = [each for each in CONTENDERS if not each.name.endswith("_floor")]


@pytest.mark.parametrize("contender", OBJECTS, ids=lambda each: each.name)
def test_dates_are_the_librarys_own(contender: Contender) -> None:
    """A date is a `Period` in the hands of every contender, so all pay for the same values."""
    made = contender.module().load(TEXT).commitments[0].made
    assert type(getattr(made, "value", made)).__name__ == "Period"
