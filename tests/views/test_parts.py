"""A long view is shown in parts that have room on paper."""

from __future__ import annotations

from hypothesis import given, strategies as st

from entente.views._marks import Axis, ViewRow
from entente.views._parts import parts_of
from entente.views._view import View

GROUPS = st.lists(st.sampled_from(["", "a", "b"]), max_size=30)


def view_of(groups: list[str]) -> View:
    """Return a view with a row for each name of a group."""
    return View(
        title="Rows",
        description="Rows in groups.",
        rows=tuple(
            ViewRow(label=str(number), group=group)
            for number, group in enumerate(groups)
        ),
        axis=Axis(low=0, high=1),
        notes=("As of today.",),
    )


@given(GROUPS, st.integers(2, 10))
def test_parts_have_all_rows_once_and_in_order(
    groups: list[str], lines: int
) -> None:
    """None is empty or has too many lines, and all have the notes on the two clocks."""
    view = view_of(groups)
    parts = parts_of(view, lines)
    assert sum((part.rows for part in parts), ()) == view.rows
    assert {part.axis for part in parts} == {view.axis}
    assert {part.notes for part in parts} == {view.notes}
    if len(parts) > 1:
        assert all(0 < len(part.rows) <= lines for part in parts)


def test_a_short_view_is_one_part() -> None:
    """It is the view itself."""
    view = view_of(["a", "a"])
    assert parts_of(view, 3) == (view,)


def test_a_group_stays_together_if_it_has_room() -> None:
    """Its name takes a line, too; each part says which it is."""
    parts = parts_of(view_of(["a", "a", "b", "b"]), 5)
    assert [len(part.rows) for part in parts] == [2, 2]
    assert [part.title for part in parts] == ["Rows (1 of 2)", "Rows (2 of 2)"]
    assert [part.description for part in parts] == [
        "Rows in groups.",
        "Part 2 of 2.",
    ]


def test_a_group_without_room_is_cut() -> None:
    """Its name is above each part of it."""
    parts = parts_of(view_of(["a"] * 5), 3)
    assert [len(part.rows) for part in parts] == [2, 2, 1]
