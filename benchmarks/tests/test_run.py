"""The one command: what it plans, what a process measures, and what the page makes of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks import page
from benchmarks.bars import bars
from benchmarks.contenders import CONTENDERS
from benchmarks.generate import ready
from benchmarks.results import DEFAULT, MODES, PAUSED, Cell, Results, about
from benchmarks.run import Job, jobs


def measured(ours: float = 0.3) -> Results:
    """Results as if everybody took as long for 100k as for 1k, and the library `ours` times as long."""
    results = Results({**about((), rounds=2, sizes=[1000, 100_000])})
    for job in jobs((1000, 100_000), 2):
        task = str(job.asked["task"])
        names = {
            "reading.load": ("load", "dump", "memory"),
            "asking.query": ("overdue, few", "overdue, some", "overdue, many"),
            "asking.first": ("first",),
            "growing.growth": ("index", "check", "verify"),
            "import": ("import",),
        }.get(task, ())
        for what in names:
            value = (
                job.size
                * 1e-5
                * (ours if job.who in ("ours", "entente") else 1)
                if job.size
                else 0.1
            )
            results.add(Cell(what, job.who, job.size, job.mode), value)
    return results


def test_contenders_take_turns() -> None:
    """In each round everybody has a turn in each mode of the collector, and no two rounds begin alike."""
    planned = [
        job
        for job in jobs((1000,), 3)
        if job.asked["task"] == "reading.load" and job.who != "ours_fresh"
    ]
    everybody = 2 * len(CONTENDERS)
    rounds = [
        planned[start : start + everybody]
        for start in range(0, len(planned), everybody)
    ]
    assert len(rounds) == 3
    for each in rounds:
        assert {(job.who, job.mode) for job in each} == {
            (who.name, mode) for who in CONTENDERS for mode in MODES
        }
    assert len({each[0].who for each in rounds}) == 3


def test_everybody_is_compared_before_anything_is_timed() -> None:
    """The first jobs measure nothing: they compare all contenders' records."""
    planned = [str(job.asked["task"]) for job in jobs((1000, 10_000), 1)]
    assert planned[: len(CONTENDERS)] == ["reading.check"] * len(CONTENDERS)
    assert "reading.check" not in planned[len(CONTENDERS) :]


def test_a_million_is_measured_once() -> None:
    """Beyond 100k there is one round, whatever is asked for, in which only the library and the floor read."""
    planned = [
        job
        for job in jobs((1_000_000,), 5)
        if job.asked["task"] == "reading.load" and not job.asked.get("fresh")
    ]
    assert [(job.who, job.mode) for job in planned] == [
        (who, mode)
        for who in ("ours", "json_floor")
        for mode in (DEFAULT, PAUSED)
    ]


def test_a_process_measures(tmp_path: Path) -> None:
    """A job runs in a process of its own, and what it measured is kept under its names."""
    ready(200, tmp_path)
    results = Results({})
    asked = {
        "task": "reading.load",
        "who": "json_floor",
        "size": 200,
        "mode": PAUSED,
    }
    Job(asked, "json_floor", 200, PAUSED).run(results, tmp_path)
    assert 0 < (results.median("load", "json_floor", 200, PAUSED) or 0) < 1
    assert 0 < (results.median("dump", "json_floor", 200, PAUSED) or 0) < 1


def test_a_process_that_fails_says_why(tmp_path: Path) -> None:
    """What a process wrote before it failed is in the message."""
    with pytest.raises(SystemExit, match="No such file"):
        Job(
            {
                "task": "reading.load",
                "who": "json_floor",
                "size": 7,
                "mode": PAUSED,
            }
        ).run(Results({}), tmp_path)


def test_results_come_back_from_their_file(tmp_path: Path) -> None:
    """What is saved is what is loaded."""
    results = measured()
    results.save(tmp_path / "results.json")
    assert Results.load(tmp_path / "results.json") == results


def test_ratios_are_of_the_same_round() -> None:
    """A round in which the machine was slow for both does not distort the ratio."""
    results = Results({})
    for value, other in ((1.0, 2.0), (10.0, 20.0), (3.0, 6.0)):
        results.add(Cell("load", "ours"), value)
        results.add(Cell("load", "theirs"), other)
    assert results.ratio(Cell("load", "ours"), Cell("load", "theirs")) == 0.5
    assert results.ratio(Cell("load", "ours"), Cell("load", "nobody")) is None


def test_growth_is_a_power() -> None:
    """A time that grows with the square of the size has the power 2; one size tells nothing."""
    results = Results({})
    results.add(Cell("load", "ours", 1000), 1)
    assert results.growth("load", "ours") is None
    results.add(Cell("load", "ours", 10_000), 100)
    assert results.growth("load", "ours") == pytest.approx(2)


def test_bars_say_what_is_met_and_what_is_not() -> None:
    """A target is judged by the figures alone, and left open where there are none."""
    fast = {bar.what: bar.met for bar in bars(measured(0.3), 100_000)}
    slow = {bar.what: bar.met for bar in bars(measured(0.5), 100_000)}
    name = "Reading ÷ pydantic BaseModel, as users run them"
    assert (fast[name], slow[name]) == (True, False)
    assert fast["Any query at 1M ÷ the best engine"] is None


def test_the_page_tells_what_was_measured(tmp_path: Path) -> None:
    """The page links its charts, and its summary agrees with its table of targets."""
    results = measured()
    page.write(results, tmp_path / "performance.md")
    text = (tmp_path / "performance.md").read_text(encoding="utf-8")
    judged = list(bars(results, 100_000))
    met, missed = (
        sum(bar.met is verdict for bar in judged) for verdict in (True, False)
    )
    assert (
        f"Of {len(judged)} targets, {met} are met and {missed} missed" in text
    )
    assert text.count("**missed**") == missed
    for name in re.findall(r"\]\((performance[\w.-]+)\)", text):
        assert name == "performance.json" or (tmp_path / name).read_text(
            encoding="utf-8"
        ).startswith("<svg")
    assert "```python" not in text  # an example there would run as a test
    assert str(Path.home()) not in text
