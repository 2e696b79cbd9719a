"""The examples say what they should."""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path

import pytest

import entente
from entente import Commitment, Dossier, Firmness, Report, ReportedStatus

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
KINDS = {".ipynb", ".py"}


def printed(
    name: str, capsys: pytest.CaptureFixture[str], *arguments: str
) -> list[str]:
    """Run an example as a script, and return the lines that it prints."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", [name, *arguments])
        runpy.run_path(str(EXAMPLES / name), run_name="__main__")
    return capsys.readouterr().out.splitlines()


def test_every_example_is_tested_here() -> None:
    """No example goes untested, here or among those of tracking."""
    assert {file.name for file in EXAMPLES.glob("*.py")} == {
        "channel_story.py",
        "committee_brief.py",
        "data_frame.py",
        "five_hundred_officers.py",
        "import_ministers.py",
        "offices_at_meetings.py",
        "small_boats_2024.py",
        "test_own_code.py",
        "what_became_of_it.py",
        "what_is_due.py",
    }


def test_every_example_is_listed() -> None:
    """The table of the examples has a row for each, and none for what is gone."""
    listed = re.findall(
        r"^\| \[`(.+)`\]\((.+)\) \|",
        (EXAMPLES / "README.md").read_text(),
        re.MULTILINE,
    )
    assert {name for name, _ in listed} == {
        file.name for file in EXAMPLES.iterdir() if file.suffix in KINDS
    }
    assert all(name == address for name, address in listed)


CHANNEL_STORY = """\
Money
  €50 million: Treaty of Sandhurst
  €6.1 million: Joint Action Plan on small boats
  €31.4 million: UK-France agreement of November 2020
  €0 to €62.7 million: UK-France agreement of July 2021
  €0 to €72.2 million: UK-France agreement of November 2022
  €541 million: UK-France Summit agreement of March 2023
  €628.5 million to €763.4 million: all of them
Conditions
  Take unaccompanied minors over from France. If: They had come to France before 18 January 2018.
  Return people as fast as can be. If: It is lawful, at home and between states.
  Pay for patrols, surveillance and shelters in France. If: France stops more boats.
      fr-interior-ministry denies: Payment was never tied to targets: the agreement was negotiated in detail.
  Place British officers with their French colleagues, as observers. If: France's sovereignty is respected.
Promised again, and counted once
  28 November 2020: Work together to put an end to crossings in small boats.
      20 July 2021: Go on with the fight against illegal immigration, and make small boats unviable.
  11 November 2022: Have the Calais Group meet early.
      14 November 2022: Arrange a meeting of the Calais Group.
  8 December 2022: Strengthen cooperation in the Joint Intelligence Cell.
      4 March 2024: Go on sharing information in the Joint Intelligence Cell, to break up networks.
Deadlines, as they stood on 31 December 2024
  conditional: Return people as fast as can be. (as quickly as possible)
      nobody reports on it here
  unknown: Double the officers who patrol the French beaches. (from 1 December)
      completed, says statement-2021-07-20
  unknown: Hold a summit of the two countries in France. (early 2023)
      completed, says sunak-2023-03-10
  unknown: Conclude a new agreement on illegal migration. (as soon as possible)
      completed, says statement-2022-11-14
  unknown: Have the Calais Group meet early. (early)
      completed, says statement-2022-12-14
  overdue: Put more officers whom the UK pays on French beaches. (in the next five months)
      nobody reports on it here
  unknown: Arrange a meeting of the Calais Group. (as soon as possible)
      completed, says statement-2022-12-14
  unknown: Have half of the added personnel in place. (by the end of 2023)
      completed, says readout-2024-01-30
  met on time: Convene the interior ministers of the Calais Group. (in the spring)
      completed, says statement-2024-03-04
  unknown: Lead a customs partnership against the supply of boat materials. (straightaway)
      nobody reports on it here
  overdue: Discuss the customs partnership with the others of the group. (in April)
      nobody reports on it here
"""


def test_channel_story(capsys: pytest.CaptureFixture[str]) -> None:
    """Money by agreement, conditions and denials, restatements, and how each deadline was kept."""
    lines = printed("channel_story.py", capsys)
    assert lines == CHANNEL_STORY.splitlines()


def test_channel_story_on_an_earlier_day(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """On an earlier day only what was promised by then has a verdict, as it was known then."""
    lines = printed("channel_story.py", capsys, "2023-01-01")
    assert lines[-2:] == [
        "  unknown: Arrange a meeting of the Calais Group. (as soon as possible)",
        "      completed, says statement-2022-12-14",
    ]
    assert (
        "  not due: Put more officers whom the UK pays on French beaches. (in the next five months)"
        in lines
    )


def test_committee_brief(capsys: pytest.CaptureFixture[str]) -> None:
    """The brief tells in short what is firm, overdue and due next, each with its passage, and then the whole."""
    lines = printed("committee_brief.py", capsys)
    assert (
        lines[0]
        == "# The Paris talks of January 2024: commitments and their status"
    )
    assert [line for line in lines if line.startswith("## ")][:4] == [
        "## Summary",
        "## Upcoming",
        "## Overdue",
        "## Kept",
    ]
    # That the Calais Group meet in spring was only discussed, and is no promise.
    before = lines[: lines.index("## Timeline")]
    assert "No commitment is certainly overdue." in before
    assert not any("Calais Group" in line for line in before)
    [due] = [
        line
        for line in lines[
            lines.index("## Upcoming") : lines.index("## Overdue")
        ]
        if "500" in line
    ]
    assert "due 2026" in due
    assert due.endswith("not due (no. 2)")


def test_committee_brief_as_a_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Named a file, it writes a page there that stands alone: with charts, and with nothing to load."""
    page = tmp_path / "brief.html"
    assert printed("committee_brief.py", capsys, str(page)) == []
    text = page.read_text(encoding="utf-8")
    assert (
        "<title>The Paris talks of January 2024: commitments and their status</title>"
        in text
    )
    assert "<svg" in text
    assert not re.search(r"<script|<link|src=\"http", text)


def test_data_frame(capsys: pytest.CaptureFixture[str]) -> None:
    """Vague deadlines are counted in days, and fall into a window for certain or perhaps; firmness keeps its ladder."""
    lines = [line.rstrip() for line in printed("data_frame.py", capsys)]
    assert lines == [
        "32 commitments of two dossiers",
        "",
        "How firm are they, and is there a deadline?",
        "            deadline  none",
        "",
        "no promise         0     9",
        "aspired            0     2",
        "discussed          2     0",
        "welcomed           0     2",
        "endorsed           0     3",
        "intended           3     6",
        "pledged            1     3",
        "agreed             1     0",
        "",
        "How many days may each deadline mean, and how does it stand?",
        "dossier                               id        due  days    schedule",
        "readout             convene-calais-group    2024-21    92 met_on_time",
        "readout            fund-french-personnel       2026   365     not_due",
        "   kept     presidents-to-meet-in-europe    2021-10    31 met_on_time",
        "   kept fentanyl-committee-to-meet-again    2023-22    92 met_on_time",
        "   kept         atlantic-council-to-meet 2024-06-08     1 met_on_time",
        "   kept             convene-calais-group    2024-21    92 met_on_time",
        "   kept                  suspend-tariffs 2025-08-12     1 met_on_time",
        "",
        "Which fall into the second quarter of 2024?",
        "for certain: atlantic-council-to-meet",
        "perhaps:     convene-calais-group",
        "",
        "Which themes have the most firm promises?",
        "theme",
        "olympics-security    4",
        "law-enforcement      3",
    ]


def test_data_frame_without_pandas(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where pandas is missing, the example says what to install."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(SystemExit) as caught:
        printed("data_frame.py", capsys)
    assert (
        str(caught.value)
        == "this example needs pandas: python -m pip install pandas"
    )


def test_five_hundred_officers(capsys: pytest.CaptureFixture[str]) -> None:
    """A bound stays a bound: over half of 500 is between 50% and all of them."""
    assert printed("five_hundred_officers.py", capsys) == [
        "30 January 2024 (“already”):",
        "more than 250, at most 500 people, which is more than 50%, at most 100% of the target",
        "more than 250? YES",
        "at least 400?  MAYBE",
        "all of them?   MAYBE",
    ]


def test_offices_at_meetings(capsys: pytest.CaptureFixture[str]) -> None:
    """An office without a name is resolved on the day of its meeting, not of the document."""
    assert printed("offices_at_meetings.py", capsys) == [
        "10 March 2023  UK-France Summit, March 2023",
        "    Prime Minister of the United Kingdom: Rishi Sunak (not named in the source)",
        "    President of the French Republic: Emmanuel Macron (named)",
        "30 January 2024  Talks of the two interior ministers in Paris",
        "    Home Secretary of the United Kingdom: James Cleverly (not named in the source)",
        "    Minister of the Interior of France: Gérald Darmanin (named)",
    ]


def test_small_boats_2024(capsys: pytest.CaptureFixture[str]) -> None:
    """What was promised on small boats is listed with date, parties, firmness and citation, then counted."""
    lines = printed("small_boats_2024.py", capsys)
    assert [line.split("  ")[0] for line in lines[4:7]] == [
        "accelerate-summit-agreement",
        "aerial-surveillance",
        "boat-supply-disruption",
    ]
    assert (
        "30 January 2024  GB, FR  intended  readout-2024-01-30:16-17"
        in lines[5]
    )
    assert lines[0] == (
        "Promises on small boats of January 2024, in the dossier uk-france"
    )
    assert lines[7:] == [
        "",
        "1 welcomed",
        "1 intended",
        "1 endorsed",
        "1 of 3 are firm",
    ]


def test_own_code(capsys: pytest.CaptureFixture[str]) -> None:
    """The properties of a user's function hold, and the script says which they are."""
    assert printed("test_own_code.py", capsys) == [
        "holds: Whatever a commitment is like, there is an answer, and the least is not above the most.",
        "holds: So many days later so many days fewer are left.",
        "holds: Fewer than no days are left of what is overdue, and of nothing else.",
    ]


def test_what_is_due(capsys: pytest.CaptureFixture[str]) -> None:
    """The mail tells what is overdue and what will be, each with its deadline, its reports and its passage."""
    assert printed("what_is_due.py", capsys) == [
        "Overdue on 7 December 2026: nothing",
        "",
        "Overdue by 4 January 2027, unless it is done: 1",
        "",
        "* Deploy 500 French personnel against small boats, paid for by the UK.",
        "  GB, FR: agreed",
        "  due 2026, so by 31 December 2026",
        "  in progress, 30 January 2024 (“already”), says readout-2024-01-30",
        "  see readout-2024-01-30:61-63",
        "",
        "In doubt on 4 January 2027: nothing",
        "",
        "4 of 8 firm promises have no deadline, so they never come up here.",
        "What nobody has reported done counts as not done. If it was, add the report.",
    ]


def test_what_is_due_in_a_tracker_of_ones_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A doubtful deadline stays in doubt, what is done and known to be done is left out, and so is what lies far ahead."""
    done = Report(on="2026-06-15", by="GB", status=ReportedStatus.COMPLETED)
    told_later = Report(
        on="2026-05-31",
        known="2026-06-02",
        by="GB",
        status=ReportedStatus.COMPLETED,
    )

    def promise(id: str, due: str | None, *reports: Report) -> Commitment:
        summary, firmness = f"{id.title()}.", Firmness.INTENDED
        return Commitment(
            id=id,
            summary=summary,
            by=("GB",),
            firmness=firmness,
            due=due,
            reports=reports,
        )

    tracker = [
        promise("doubtful", "2026-06?"),
        promise("exact", "2026-06-15"),
        promise("told-later", "2026-05", told_later),
        promise("done", "2026-06-15", done),
        promise("far", "2026-08"),
        promise("endless", None),
    ]
    entente.save(Dossier(tracker), tmp_path / "tracker.toml")
    script = runpy.run_path(str(EXAMPLES / "what_is_due.py"))
    lines = {}
    for today in ("2026-06-01", "2026-06-20"):
        script["main"](tmp_path / "tracker.toml", today)
        said = capsys.readouterr().out.splitlines()
        lines[today] = [
            line
            for line in said
            if line.startswith(("Overdue", "In doubt", "* ", "  due"))
        ]
    assert lines["2026-06-01"] == [
        "Overdue on 1 June 2026: 1",
        "* Told-Later.",
        "  due May 2026, so by 31 May 2026",
        "Overdue by 29 June 2026, unless it is done: 2",
        "* Exact.",
        "  due 15 June 2026",
        "* Done.",
        "  due 15 June 2026",
        "In doubt on 29 June 2026: 1",
        "* Doubtful.",
        "  due perhaps June 2026",
    ]
    assert lines["2026-06-20"] == [
        "Overdue on 20 June 2026: 1",
        "* Exact.",
        "  due 15 June 2026",
        "Overdue by 18 July 2026, unless it is done: nothing",
        "In doubt on 18 July 2026: 1",
        "* Doubtful.",
        "  due perhaps June 2026",
    ]
