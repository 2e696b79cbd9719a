"""The brief: everything that was promised is in it, with its source, and the page stands alone."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given, settings

import entente
from entente import (
    Basis,
    Citation,
    Commitment,
    Dossier,
    Firmness,
    Link,
    LinkKind,
    Metric,
    Minister,
    Office,
    Report,
    ReportedStatus,
    Source,
    SourceKind,
    Tenure,
    Theme,
    views,
)
from entente.errors import QueryError
from entente.strategies import dossiers
from pages import EVIL, Page

READOUT: Final = Source(
    id="readout",
    title="Readout of the talks",
    kind=SourceKind.READOUT,
    publisher="Home Office",
    published="2024-01-30",
    licence="OGL-UK-3.0",
    address="https://example.org/readout?a=1&b=2",
)


def promise(id: str, **fields: Any) -> Commitment:
    """Make a firm promise of France."""
    return Commitment(
        **{
            "id": id,
            "summary": f"Keep {id}.",
            "by": ("FR",),
            "firmness": Firmness.AGREED,
        }
        | fields
    )


def told(*records: Any, on: str = "2024-07-01", **options: Any) -> str:
    """Return the Markdown of a report on records."""
    return views.brief(Dossier([READOUT, *records]), on=on, **options).to_markdown()


def section(text: str, heading: str) -> str:
    """Return a section of a report."""
    return text.split(f"\n## {heading}\n")[1].split("\n## ", maxsplit=1)[0]


@settings(max_examples=25)
@given(dossiers(max_size=8))
def test_any_dossier_can_be_reported(dossier: Dossier) -> None:
    """Each commitment is in it by its summary, each source by its title, on a page that is whole."""
    report = views.brief(dossier, on="2024-01-30")
    page = Page(report.to_html(charts=False))
    text = " ".join(page.text)
    for commitment in dossier.commitments:
        assert commitment.summary in text
    for source in dossier.sources:
        assert source.title in text
    assert page.tags.count("h1") == 1
    assert "script" not in page.tags
    assert str(report).startswith("# Commitments and their status")


@settings(max_examples=25)
@given(dossiers(max_size=6))
def test_nothing_breaks_out_of_a_report(dossier: Dossier) -> None:
    """Whatever stands in a summary or a title stays text, in the page and in the Markdown."""
    marked = [
        evolve(record, summary=EVIL)
        if isinstance(record, Commitment)
        else evolve(record, title=EVIL)
        if isinstance(record, Source)
        else record
        for record in dossier.records
    ]
    report = views.brief(
        Dossier(marked), on="2024-01-30", title=EVIL, language='en"><script>'
    )
    assert "<script" not in report.to_html(charts=False)
    outside = re.sub(
        r"^(```+)text\n.*?^\1$",
        "",
        report.to_markdown(),
        flags=re.DOTALL | re.MULTILINE,
    )
    assert "<script" not in outside.replace(r"\<script", "")


def test_the_summary_counts_each_promise_once() -> None:
    """A restatement and what was only wished for are not firm promises; what came later is named."""
    text = section(
        told(
            promise("late", due="2024-01", themes=()),
            promise(
                "kept",
                due="2024",
                reports=(
                    Report(on="2024-03-01", by="FR", status=ReportedStatus.COMPLETED),
                ),
            ),
            promise("again", links=(Link(kind=LinkKind.RESTATES, target="late"),)),
            promise("wish", firmness=Firmness.ASPIRED),
            promise("later", made="2025"),
        ),
        "Summary",
    )
    assert text.strip().splitlines() == [
        "- 2 firm promises by 1 party, each counted once. Overdue: 1, met on time: 1.",
        "- Declared completed by a party: 1.",
        "- Assessed as completed by others: 0.",
        "- Too vague to check: 0.",
        "- 1 weaker item: hopes, discussions, welcomes, reports. Overdue: 0, no deadline: 1.",
        "- Not counted, since made later: Keep later.",
    ]


def test_what_may_be_overdue_is_not_listed_as_overdue() -> None:
    """It stands apart from what is so for certain, and from what falls due next, which is in order."""
    text = told(
        promise("late", due="2024-01"),
        promise("doubtful", due="2024-01?"),
        promise("second", due="2025"),
        promise("first", due="2024-08"),
    )
    assert re.findall(r"Keep (\w+)\.", section(text, "Overdue")) == ["late"]
    assert re.findall(r"Keep (\w+)\.", section(text, "Possibly overdue")) == [
        "doubtful"
    ]
    assert re.findall(r"Keep (\w+)\.", section(text, "Due next")) == ["first", "second"]


def test_that_nothing_is_overdue_is_said() -> None:
    """An empty section would leave the reader in doubt; one for doubts is left out."""
    text = told()
    assert section(text, "Overdue").strip() == "No commitment is certainly overdue."
    assert section(text, "Due next").strip() == "No commitment has a deadline ahead."
    assert "Possibly overdue" not in text
    assert "Metrics" not in text


def test_each_promise_says_how_it_stands_and_where_it_is_written() -> None:
    """Declared and assessed have columns of their own, each with its day and its author."""
    office = Office(id="interior", title="Minister of the Interior", party="FR")
    minister = Minister(
        id="a", name="A. B.", tenures=(Tenure(office="interior", period="2020/.."),)
    )
    cited = (
        Citation(
            source="readout", lines="14-16", basis=Basis.INFERRED, note="By its date."
        ),
        Citation(source="readout", lines="3"),
    )
    text = told(
        office,
        minister,
        Theme(id="boats", label="Small boats"),
        promise(
            "it",
            themes=("boats",),
            made="2023",
            due="2024-21",
            continuing=True,
            citations=cited,
            reports=(
                Report(on="2024-03-01", by="a", status=ReportedStatus.IN_PROGRESS),
                Report(on="2024-04", by="readout", status=ReportedStatus.NO_EVIDENCE),
            ),
        ),
    )
    assert section(text, "By theme").strip().splitlines()[:5] == [
        "**Small boats**",
        "",
        "| Commitment | By | Firmness | Made | Due | Declared | Assessed | Schedule |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        (
            "| Keep it. (Readout of the talks, lines 14-16, inferred, and 1 more) | FR | agreed, continuing |"
            " 2023 | 2024-21 | in progress, 2024-03-01, by A. B. | no evidence, 2024-04, by readout | overdue |"
        ),
    ]


@pytest.mark.parametrize(
    ("citation", "place"),
    [
        ({"lines": "3"}, "Readout of the talks, line 3"),
        ({"paragraphs": "2-3"}, "Readout of the talks, paragraphs 2-3"),
        ({"characters": "5-9"}, "Readout of the talks, characters 5-9"),
        ({}, "Readout of the talks"),
        (None, "no citation"),
    ],
)
def test_a_citation_says_its_place_as_far_as_it_is_known(
    citation: dict[str, str] | None, place: str
) -> None:
    """Lines before paragraphs before characters; that nothing is cited is said."""
    cited = () if citation is None else (Citation(source="readout", **citation),)  # type: ignore[arg-type]
    assert f"| Keep it. ({place}) |" in told(promise("it", citations=cited))


def test_a_report_may_go_by_any_keyword() -> None:
    """By party, by word, or by how they stand on the day; one that there is not is refused."""
    records = (
        promise("a"),
        promise("b", firmness=None, links=(Link(kind=LinkKind.RESTATES, target="a"),)),
    )
    assert "**France**" in section(told(*records, by="by"), "By maker")
    assert "not promised, restatement" in section(
        told(*records, by="firmness"), "By firmness"
    )
    assert "**No deadline**" in section(told(*records, by="schedule"), "By schedule")
    with pytest.raises(QueryError, match="are not asked by 'them'"):
        told(*records, by="them")
    with pytest.raises(QueryError, match="is not a definite day"):
        told(on="2024")


@pytest.mark.parametrize(
    ("period", "sense"),
    [
        ("2024-21", "on a day from 2024-03-01 to 2024-05-31"),
        ("2024-01-30?", "on 2024-01-30, doubted by the source"),
        ("2024~", "on a day from 2024-01-01 to 2024-12-31, approximate"),
        ("2023-05/..", "begins on a day from 2023-05-01 to 2023-05-31, no end set"),
        ("../2024-12-31", "no start set, ends on 2024-12-31"),
        ("2024-12-31/", "begins on 2024-12-31, end unknown"),
        ("/2024-12-31", "start unknown, ends on 2024-12-31"),
    ],
)
def test_what_is_vague_says_which_days_it_allows(period: str, sense: str) -> None:
    """Each vague date of what was promised is listed, in so many words."""
    assert rf"- Keep it. Runs: {period}, {sense}." in section(
        told(promise("it", runs=period)), "Uncertainties"
    ).replace("\\", "")


def test_a_definite_date_is_not_listed_as_vague() -> None:
    """Neither a day nor a span between two; how much of the record is inferred is counted."""
    cited = (
        Citation(source="readout", basis=Basis.INFERRED, note="So."),
        Citation(source="readout"),
    )
    text = told(
        promise("it", made="2024-01-30", runs="2024-01-30/2024-02-01", citations=cited)
    )
    assert section(text, "Uncertainties").strip() == (
        "- Inferred citations: 1 of 2; the dossier explains each."
    )


def test_metrics_are_held_against_their_targets() -> None:
    """Each has its view."""
    metric = Metric(
        id="deployed", name="Officers deployed", unit="people", target="500 people"
    )
    assert "Officers deployed" in section(told(metric), "Metrics")


def test_sources_are_listed_with_their_addresses() -> None:
    """An address of the web is a link, and another never."""
    evil = Source(
        id="evil", title="Evil", kind=SourceKind.REPORT, address="javascript:alert(1)"
    )
    report = views.brief(Dossier([READOUT, evil, promise("it")]), on="2024-07-01")
    page = report.to_html(charts=False)
    assert re.findall(r'href="([^"]*)"', page) == [
        "https://example.org/readout?a=1&amp;b=2"
    ]
    assert section(report.to_markdown(), "Sources").strip().splitlines() == [
        (
            "- readout: Readout of the talks (readout, Home Office, published 2024-01-30, licence OGL-UK-3.0)"
            " <https://example.org/readout?a=1&b=2>"
        ),
        "- evil: Evil (report)",
    ]
    assert section(report.to_markdown(), "Parties").strip() == "- FR: France"


def test_the_page_is_fit_to_be_read_by_anyone() -> None:
    """One main heading, a language, tables with heads for lines and columns, room to be moved, no outside thing."""
    report = views.brief(
        entente.example("uk-france"), on="2024-07-01", language="en-GB"
    )
    html = report.to_html(charts=False)
    page = Page(html)
    attributes = set(page.attributes)
    assert {
        ("lang", "en-GB"),
        ("scope", "row"),
        ("scope", "col"),
        ("tabindex", "0"),
    } <= attributes
    assert (
        page.tags.count("h1")
        == page.tags.count("main")
        == page.tags.count("title")
        == 1
    )
    assert page.tags.count("caption") == page.tags.count("table")
    assert "default-src 'none'" in html
    assert not [
        name for name, _ in page.attributes if name == "src" or name.startswith("on")
    ]
    assert "@media print" in html
    assert "prefers-color-scheme: dark" in html


def test_views_in_markdown_stand_in_fences_that_hold() -> None:
    """A label full of backticks does not end the block that it stands in."""
    text = told(
        promise("it", summary="```\n# Not a heading".replace("\n", " "), made="2024")
    )
    assert "\n````text\n" in text
    assert "\\`\\`\\` \\# Not a heading" in section(text, "By theme")


def test_the_charts_are_drawn_within_the_page() -> None:
    """As SVG, one for each view, so that nothing is loaded."""
    pytest.importorskip("vl_convert")
    report = views.brief(entente.example("uk-france"), on="2024-07-01")
    html = report.to_html()
    assert html.count("<svg ") == 4
    assert "url(" not in html
    assert repr(report) == report.to_markdown()
    assert report.to_html() == html
