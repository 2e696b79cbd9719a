"""The measure of drafts: what is found, right, tolerated and wrong."""

from __future__ import annotations

from pathlib import Path

from benchmarks.drafting import score

HEADER = (
    "start_line,end_line,exact_words,is_commitment,firmness,by,to,due,due_words,amounts,condition,"
    "recurrence,office_named,note\n"
)


def write(folder: Path, text: str, rows: str) -> Path:
    """Write a notice with its labels, and return its file."""
    file = folder / "notice.txt"
    file.write_text(text)
    file.with_suffix(".csv").write_text(HEADER + rows)
    file.with_suffix(".meta.csv").write_text(
        "kind,issued_by,published\npress_notice,TD,2024-01-30\n"
    )
    return file


def test_what_is_right_counts(tmp_path: Path) -> None:
    """A candidate that is as the row says is right in every way."""
    text = "Chad will send 5 ships by May 2025.\n"
    row = '1,1,Chad will send 5 ships by May 2025,yes,intended,TD,,../2025-05,,5 ships,,,,""\n'
    result, _ = score(write(tmp_path, text, row))
    assert result.right == result.of
    assert set(result.of) == {
        "found",
        "precise",
        "rung",
        "due",
        "amounts",
        "by",
    }
    assert result.wrong == []


def test_what_is_wrong_is_listed(tmp_path: Path) -> None:
    """Another date or amount is wrong, a rung on a row of nothing costs precision, and a row may be missed."""
    text = "Chad will send 5 ships by May 2025. Chad will sing. Peace came.\n"
    rows = (
        "1,1,Chad will send 5 ships by May 2025,yes,pledged,TD,,2026,,6 ships,,,,alt: agreed\n"
        "1,1,Chad will sing,no,,,,,,,,,,\n"
        "1,1,Peace came,yes,agreed,,,,,,,,,\n"
    )
    result, _ = score(write(tmp_path, text, rows))
    assert result.right == {
        "found": 1,
        "precise": 1,
        "rung": 0,
        "due": 0,
        "amounts": 0,
        "by": 1,
    }
    assert result.of["found"] == result.of["precise"] == 2
    assert len(result.wrong) == 2


def test_other_readings_count_as_right(tmp_path: Path) -> None:
    """What a note names after "alt:" is right too."""
    text = "Ships will be sent by May 2025.\n"
    row = '1,1,Ships will be sent by May 2025,yes,agreed,ML,,2026,,,,,,"alt: intended; alt by: empty; alt due: ../2025-05"\n'
    result, _ = score(write(tmp_path, text, row))
    assert result.right == result.of
