"""The examples of a tracker say what they should."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

import entente
from entente import Commitment, Dossier, Period, Report, ReportedStatus

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def printed(
    name: str,
    *arguments: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> str:
    """Run an example as a script with these arguments, and return what it prints."""
    monkeypatch.setattr(sys, "argv", [name, *arguments])
    runpy.run_path(str(EXAMPLES / name), run_name="__main__")
    return capsys.readouterr().out


WHAT_BECAME_OF_IT = """\
On 2024-03-03, of 5 promised
  no deadline
    Cooperate anew to disrupt the supply of materials for small boats. (GB, FR; no deadline)
        its parties: nothing; others: nothing
  not due
    Have a council of the two countries meet. (GB, US; due on a day between 8 June 2023 and 8 June 2024 (“within the next twelve months”))
        its parties: nothing; others: nothing
  due
    Convene the interior ministers of the Calais Group. (GB, FR; due spring 2024 (“in the spring”))
        its parties: nothing; others: nothing
  met on time
    Meet in Europe. (US, FR; due October 2021 (“at the end of October”))
        its parties: completed, 29 October 2021; others: nothing
    Meet again in the trilateral committee on fentanyl. (CA, MX, US; due summer 2023 (“this summer”))
        its parties: completed, 25 July 2023; others: nothing

On 2024-03-04, of 5 promised
  no deadline
    Cooperate anew to disrupt the supply of materials for small boats. (GB, FR; no deadline)
        its parties: in progress, 4 March 2024; others: nothing
  not due
    Have a council of the two countries meet. (GB, US; due on a day between 8 June 2023 and 8 June 2024 (“within the next twelve months”))
        its parties: nothing; others: nothing
  met on time
    Meet in Europe. (US, FR; due October 2021 (“at the end of October”))
        its parties: completed, 29 October 2021; others: nothing
    Meet again in the trilateral committee on fentanyl. (CA, MX, US; due summer 2023 (“this summer”))
        its parties: completed, 25 July 2023; others: nothing
    Convene the interior ministers of the Calais Group. (GB, FR; due spring 2024 (“in the spring”))
        its parties: completed, 4 March 2024; others: nothing

Changed since 2024-03-03
  Convene the interior ministers of the Calais Group. due → met_on_time
"""

IMPORT_MINISTERS = """\
8 tenures of 6 persons in 4 posts
0 errors

Secretary of State for the Home Department
  on 2024-01-30: James Cleverly
  on 2023-11-13: Suella Braverman and James Cleverly

Who came and went on 2023-11-13
  out James Cleverly, Secretary of State for Foreign, Commonwealth and Development Affairs
  out Suella Braverman, Secretary of State for the Home Department
  in  James Cleverly, Secretary of State for the Home Department
  in  Lord Cameron of Chipping Norton, Secretary of State for Foreign, Commonwealth and Development Affairs

Posts that succeeded others, and who held either, up to ten
  Secretary of State for Foreign, Commonwealth and Development Affairs: 4, from Dominic Raab to Lord Cameron of Chipping Norton

Only acting, up to ten
  from 28 April to 20 July 2023: Chloe Smith, Secretary of State for Science, Innovation and Technology
"""


def test_what_became_of_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the eve the Calais Group was due to meet; on the day it had met in time."""
    assert (
        printed("what_became_of_it.py", capsys=capsys, monkeypatch=monkeypatch)
        == WHAT_BECAME_OF_IT
    )


def test_what_became_of_it_on_another_day(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A single day is told alone, and counts only what had been promised by then."""
    lines = printed(
        "what_became_of_it.py",
        "2021-10-28",
        capsys=capsys,
        monkeypatch=monkeypatch,
    ).splitlines()
    assert lines == [
        "On 2021-10-28, of 1 promised",
        "  due",
        "    Meet in Europe. (US, FR; due October 2021 (“at the end of October”))",
        "        its parties: nothing; others: nothing",
        "",
    ]


def test_what_was_overdue(capsys: pytest.CaptureFixture[str]) -> None:
    """Of three promises the one of which nobody tells is overdue, one is met late, one is disputed."""
    ours = Report(on="2024-03-01", by="GB", status=ReportedStatus.COMPLETED)
    theirs = Report(
        on="2024-03-02", by="FR", status=ReportedStatus.NO_EVIDENCE
    )

    def promise(id: str, *reports: Report) -> Commitment:
        return Commitment(
            id=id,
            summary=f"{id.title()}.",
            by=("GB",),
            made="2024-01",
            due="2024-02",
            reports=reports,
        )

    dossier = Dossier(
        [
            promise("silent"),
            promise("late", ours),
            promise("disputed", ours, theirs),
        ]
    )
    script = runpy.run_path(str(EXAMPLES / "what_became_of_it.py"))
    script["report"](dossier, "2024-04-01")
    assert [
        line
        for line in capsys.readouterr().out.splitlines()
        if "GB" not in line
    ] == [
        "On 2024-04-01, of 3 promised",
        "  overdue",
        "        its parties: nothing; others: nothing",
        "  met late",
        "        its parties: completed, 1 March 2024; others: nothing",
        "  unknown",
        "        its parties: completed, 1 March 2024; others: no evidence, 2 March 2024",
    ]


def test_import_ministers(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a folder the sample is read: one Home Secretary, two on the day of the handover."""
    assert (
        printed("import_ministers.py", capsys=capsys, monkeypatch=monkeypatch)
        == IMPORT_MINISTERS
    )


def test_import_ministers_saves(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A folder and a file may be named: the dossier of the one is saved in the other."""
    sample = runpy.run_path(str(EXAMPLES / "import_ministers.py"))["SAMPLE"]
    for name, text in sample.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    out = tmp_path / "ministers.json"
    said = printed(
        "import_ministers.py",
        str(tmp_path),
        str(out),
        capsys=capsys,
        monkeypatch=monkeypatch,
    )
    assert said == IMPORT_MINISTERS
    dossier = entente.load(out)
    found = entente.verify(
        dossier, sources={"ifg-ministers": sample["appointment"]}
    )
    assert {finding.state.value for finding in found} == {"ok"}


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Thérèse Coffey", "therese-coffey"),
        ("Prime Minister's Office", "prime-ministers-office"),
        ("Government Whips-House of Lords", "government-whips-house-of-lords"),
        ("Lord Commissioner (Whip)", "lord-commissioner-whip"),
    ],
)
def test_names_become_ids(text: str, id: str) -> None:
    """Accents, apostrophes and brackets go, and words are joined."""
    assert (
        runpy.run_path(str(EXAMPLES / "import_ministers.py"))["kebab"](text)
        == id
    )


def test_rows_of_one_name_get_ids_of_their_own() -> None:
    """As many words are added as tell them apart, and at last the beginning of the key."""
    ids = runpy.run_path(str(EXAMPLES / "import_ministers.py"))["_ids"]
    rows = [
        {"id": "1a-x", "name": "Home", "year": "1992"},
        {"id": "2b-x", "name": "Home", "year": "2010"},
        {"id": "3c-x", "name": "Health", "year": "2010"},
        {"id": "4d-x", "name": "Trade", "year": ""},
        {"id": "5e-x", "name": "Trade", "year": ""},
    ]
    assert ids(rows, lambda row: (row["name"], row["year"])) == {
        "1a-x": "home-1992",
        "2b-x": "home-2010",
        "3c-x": "health",
        "4d-x": "trade-4d",
        "5e-x": "trade-5e",
    }


def test_a_tenure_that_runs_backward_has_an_unknown_end() -> None:
    """What cannot be is not mended by a guess, and one that is not over went on until the table ends."""
    period = runpy.run_path(str(EXAMPLES / "import_ministers.py"))["_period"]
    last_day = "2026-01-15"
    assert period("2025-09-01", "2025-05-14", last_day) == (
        Period("2025-09-01/"),
        ["the table ends it on 2025-05-14, before it begins"],
    )
    assert period("2025-09-01", "", last_day) == (
        Period("2025-09-01/", as_of=last_day),
        [],
    )
    assert period("2025-09-01", "2025-09-01", last_day) == (
        Period("2025-09-01/2025-09-01"),
        [],
    )
