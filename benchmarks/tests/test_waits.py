"""The small inputs that took long are made as their names say, and are measured at three sizes."""

from __future__ import annotations

import pytest

import entente
from benchmarks.waits import WAITS, main
from entente.errors import LoadError

SOUND = {
    "quoted words",
    "supersedes, a chain",
    "restates, a fan",
    "part_of, a chain",
    "reports",
    "names in turn",
}


@pytest.mark.parametrize("name", WAITS)
def test_an_input_is_sound_or_refused_as_it_should_be(name: str) -> None:
    """Each input is read to its end: it loads, or every fault of it is listed."""
    wait = WAITS[name]
    text = wait.make(10)
    if name in SOUND:
        assert entente.loads(text, format=wait.format)
        return
    with pytest.raises(LoadError) as caught:
        entente.loads(text, format=wait.format)
    # A fault for each of ten, except where all ten make one.
    one = {"a long word", "dotted keys"}
    assert len(caught.value.problems) >= (1 if name in one else 10)


def test_the_command_prints_a_row_for_each_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row has the name, the size, the seconds at three sizes and how they grow."""
    few = WAITS["reports"].__class__("json", 3, WAITS["reports"].make)
    monkeypatch.setitem(WAITS, "reports", few)
    main(["reports", "--rounds", "1"])
    title, row = capsys.readouterr().out.splitlines()
    assert title.split() == [
        "input",
        "size",
        *"1x 2x 4x".replace("x", " x").split(),
        "growth",
    ]
    assert row.split()[:2] == ["reports", "3"]
    assert len(row.split()) == 6
