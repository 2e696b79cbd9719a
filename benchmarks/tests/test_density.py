"""What the measure of density counts, on sources small enough to count by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.density import Density, main, measure

SOURCE = '''\
"""Two lines
of prose."""

LIMIT = 3  # after code
"""Below a constant."""


@cache
def first(names):
    """One line."""
    # a line of its own

    for name in names:
        if name and len(name) > LIMIT or not name:
            return name
    return None


def nested():
    def inner(x):
        return 1 if x else 2

    return [inner(x) for x in range(LIMIT) if x]
'''


def test_each_figure_counts_what_the_module_says() -> None:
    """A function is a branch, so is each decision; only the filter of a comprehension is not."""
    found = measure([SOURCE])
    assert found == Density(
        files=1,
        code=11,
        function=5,
        # first: itself, for, if, and, or; nested: itself, inner, the conditional, for
        branches=(5 + 4) / (7 + 5),
        comments=100 * 2 / 23,
        docstrings=100 * 4 / 23,
    )


def test_files_are_measured_together() -> None:
    """A second file without functions adds its lines and changes neither figure of functions."""
    one, two = measure([SOURCE]), measure([SOURCE, "x = 1\n"])
    assert (two.files, two.code) == (2, one.code + 1)
    assert (two.function, two.branches) == (one.function, one.branches)


@pytest.mark.parametrize(
    ("statement", "branches"),
    [
        ("try:\n  x()\n except A:\n  y()\n except B:\n  z()", 2),
        ("match x:\n  case 1:\n   pass\n  case _:\n   pass", 2),
        ("while x:\n  pass\n else:\n  pass", 1),
        ("assert x", 1),
        ("with x:\n  pass", 0),
        ("return lambda: x < y", 0),
        ("if x:\n  pass\n elif y:\n  pass\n else:\n  pass", 2),
    ],
)
def test_a_statement_adds_its_branches(statement: str, branches: int) -> None:
    """What decides is counted as often as it can go another way; what only nests is not."""
    source = f"def f():\n {statement}\n"
    assert measure([source]).branches == (1 + branches) / source.count("\n")


def test_no_source_has_no_density() -> None:
    """An empty file is measured without dividing by its lines."""
    assert measure([""]) == Density(
        files=1, code=0, function=0, branches=0, comments=0, docstrings=0
    )


def test_the_command_prints_a_row_for_each_path(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder is one row, with its path at the end."""
    (tmp_path / "module.py").write_text(SOURCE, encoding="utf-8")
    main([str(tmp_path), str(tmp_path / "module.py")])
    _, folder, file = capsys.readouterr().out.splitlines()
    assert folder.split() == [
        "1",
        "11",
        "5",
        "0.75",
        "8.7",
        "17.4",
        str(tmp_path),
    ]
    assert file.split()[-1] == str(tmp_path / "module.py")


def test_the_command_refuses_a_folder_without_python(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistyped path is an error, not a row of zeros."""
    with pytest.raises(SystemExit):
        main([str(tmp_path / "absent")])
    assert (
        f"there is no Python file in {tmp_path / 'absent'}"
        in capsys.readouterr().err
    )
