"""Briefs list every commitment with its status and source, as Markdown or one page of HTML."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given

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
    Target,
    Tenure,
    Theme,
    views,
)
from entente.errors import QueryError
from entente.strategies import dossiers
from pages import EVIL, Page, seen

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


def brief_of(*records: Any, on: str = "2024-07-01", **options: Any) -> str:
    """Return the Markdown of a brief on records."""
    return views.brief(
        Dossier([READOUT, *records]), on=on, **options
    ).to_markdown()


def section(text: str, heading: str) -> str:
    """Return one section of a brief."""
    return text.split(f"\n## {heading}\n")[1].split("\n## ", maxsplit=1)[0]


@pytest.mark.no_cover
@given(dossiers(max_size=8))
def test_any_dossier_makes_a_brief(dossier: Dossier) -> None:
    """Each commitment is there by its summary and each source by its title."""
    brief = views.brief(dossier, on="2024-01-30")
    page = Page(brief.to_html(charts=False))
    text = " ".join(page.text)
    for commitment in dossier.commitments:
        assert seen(commitment.summary) in text
    for source in dossier.sources:
        assert seen(source.title) in text
    assert page.tags.count("h1") == 1
    assert "script" not in page.tags
    assert str(brief).startswith("# Commitments and their status")


@pytest.mark.no_cover
@given(dossiers(max_size=6))
def test_text_cannot_break_out_of_a_brief(dossier: Dossier) -> None:
    """Any summary or title stays text, in HTML and in Markdown."""
    marked = [
        evolve(record, summary=EVIL)
        if isinstance(record, Commitment)
        else evolve(record, title=EVIL)
        if isinstance(record, Source)
        else record
        for record in dossier.records
    ]
    brief = views.brief(
        Dossier(marked), on="2024-01-30", title=EVIL, language='en"><script>'
    )
    assert "<script" not in brief.to_html(charts=False)
    outside = re.sub(
        r"^(```+)text\n.*?^\1$",
        "",
        brief.to_markdown(),
        flags=re.DOTALL | re.MULTILINE,
    )
    assert "<script" not in outside.replace(r"\<script", "")


def test_the_summary_counts_each_promise_once() -> None:
    """Restatements and wishes are not firm promises; later ones are named, not counted."""
    text = section(
        brief_of(
            promise("late", due="2024-01", themes=()),
            promise(
                "kept",
                due="2024",
                reports=(
                    Report(
                        on="2024-03-01",
                        by="FR",
                        status=ReportedStatus.COMPLETED,
                    ),
                ),
            ),
            promise(
                "again", links=(Link(kind=LinkKind.RESTATES, target="late"),)
            ),
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
        "- 1 weaker item, which nobody promised: hopes, discussions, welcomes, reports.",
        "- Not counted, since made later: Keep later.",
    ]


def test_possibly_overdue_commitments_have_their_own_section() -> None:
    """They are not listed as overdue; those due next are sorted by deadline."""
    text = brief_of(
        promise("late", due="2024-01"),
        promise("doubtful", due="2024-01?"),
        promise("second", due="2025"),
        promise("first", due="2024-08"),
    )
    assert re.findall(r"Keep (\w+)\.", section(text, "Overdue")) == ["late"]
    assert re.findall(r"Keep (\w+)\.", section(text, "Possibly overdue")) == [
        "doubtful"
    ]
    assert re.findall(r"Keep (\w+)\.", section(text, "Due next")) == [
        "first",
        "second",
    ]


def test_a_brief_states_that_nothing_is_overdue() -> None:
    """Sections on deadlines say that they are empty; the one on doubts is left out."""
    text = brief_of()
    assert (
        section(text, "Overdue").strip()
        == "No commitment is certainly overdue."
    )
    assert (
        section(text, "Due next").strip()
        == "No commitment has a deadline ahead."
    )
    assert "Possibly overdue" not in text
    assert "Metrics" not in text


def test_each_commitment_has_its_status_and_its_citation() -> None:
    """Declared and assessed have a column each, with day and author."""
    office = Office(
        id="interior", title="Minister of the Interior", party="FR"
    )
    minister = Minister(
        id="a",
        name="A. B.",
        tenures=(Tenure(office="interior", period="2020/.."),),
    )
    cited = (
        Citation(
            source="readout",
            lines="14-16",
            basis=Basis.INFERRED,
            note="By its date.",
        ),
        Citation(source="readout", lines="3"),
    )
    text = brief_of(
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
                Report(
                    on="2024-03-01", by="a", status=ReportedStatus.IN_PROGRESS
                ),
                Report(
                    on="2024-04",
                    by="readout",
                    status=ReportedStatus.NO_EVIDENCE,
                ),
            ),
        ),
    )
    assert section(text, "By theme").strip().splitlines()[:5] == [
        "**Small boats**",
        "",
        "| Commitment | By | Firmness | Made | Due | Declared | Assessed | Schedule |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        (
            "| Keep it. (why: its time is over, and nobody reports it done; Readout of the talks, lines 14-16,"
            " inferred, and 1 more) | FR | agreed, continuing | 2023 | 2024-21 | in progress, 2024-03-01, by A. B. | no evidence, 2024-04, by readout | overdue |"
        ),
    ]


def why(text: str) -> list[str]:
    """Return the reasons that a brief gives, each once."""
    return list(dict.fromkeys(re.findall(r"why: (.*?); no citation\)", text)))


def test_a_brief_gives_the_reasons_of_a_verdict() -> None:
    """Each has the rule that applied and when it would change; what was set aside says why."""
    later = Report(
        on="2024-06-20",
        by="FR",
        status=ReportedStatus.COMPLETED,
        known="2024-08-01",
    )
    assert why(
        brief_of(
            promise("due", due="2024-07"),
            promise("late", due="2024-06", reports=(later,)),
            on="2024-07-01",
            as_known="2024-07-15",
        )
    ) == [
        (
            "its time is over, and nobody reports it done; set aside report: completed, 2024-06-20,"
            " declared by FR, known since 2024-08-01 (it was not known yet)"
        ),
        "there is still time; from 2024-08-01 on it would be overdue",
    ]


def test_a_brief_says_what_a_verdict_may_be() -> None:
    """Where vague dates leave it open, each possible verdict has its rule."""
    spring = Report(
        on="2024-21", by="FR", status=ReportedStatus.COMPLETED, known="2024-07"
    )
    assert why(brief_of(promise("it", due="2024-04", reports=(spring,)))) == [
        (
            "it depends on how vague dates turn out, or on whom a report means, perhaps it was done by the"
            " last day of its time, perhaps it was done after the last day of its time, so the verdict may be"
            " met on time or met late"
        )
    ]


def test_a_brief_gives_the_reason_of_each_of_several() -> None:
    """Where one has done its part and another has not, each is named; what is so of all is said once."""
    done = Report(
        on="2024-05-01", by="FR", of="FR", status=ReportedStatus.COMPLETED
    )
    both = promise("it", by=("FR", "GB"), due="2024-05")
    assert why(brief_of(both, evolve(both, id="that", reports=(done,)))) == [
        "its time is over, and nobody reports it done",
        (
            "FR: it was done by the last day of its time; GB: its time is over, and nobody reports it done"
        ),
    ]


@pytest.mark.parametrize(
    ("citation", "passage"),
    [
        ({"lines": "3"}, "Readout of the talks, line 3"),
        ({"paragraphs": "2-3"}, "Readout of the talks, paragraphs 2-3"),
        ({"characters": "5-9"}, "Readout of the talks, characters 5-9"),
        ({}, "Readout of the talks"),
        (None, "no citation"),
    ],
)
def test_a_citation_names_its_passage(
    citation: dict[str, Any] | None, passage: str
) -> None:
    """Lines go before paragraphs and these before characters; no citation is stated."""
    cited: tuple[Citation, ...] = ()
    if citation is not None:
        cited = (Citation(source="readout", **citation),)
    assert f"| Keep it. ({passage}) |" in brief_of(
        promise("it", citations=cited)
    )


def test_a_brief_is_grouped_by_any_keyword() -> None:
    """Parties, words and schedules can be groups; an unknown keyword is an error."""
    records = (
        promise("a"),
        promise(
            "b",
            firmness=None,
            links=(Link(kind=LinkKind.RESTATES, target="a"),),
        ),
    )
    assert "**France**" in section(brief_of(*records, by="by"), "By maker")
    assert "not promised, restatement" in section(
        brief_of(*records, by="firmness"), "By firmness"
    )
    assert "**No deadline**" in section(
        brief_of(*records, by="schedule"), "By schedule"
    )
    with pytest.raises(QueryError, match="have no keyword 'them'"):
        brief_of(*records, by="them")
    with pytest.raises(QueryError, match="is not a definite day"):
        brief_of(on="2024")


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("2024-21", "on a day from 2024-03-01 to 2024-05-31"),
        ("2024-01-30?", "on 2024-01-30, doubted by the source"),
        ("2024~", "on a day from 2024-01-01 to 2024-12-31, approximate"),
        (
            "2023-05/..",
            "begins on a day from 2023-05-01 to 2023-05-31, no end set",
        ),
        ("../2024-12-31", "no start set, ends on 2024-12-31"),
        ("2024-12-31/", "begins on 2024-12-31, end unknown"),
        ("/2024-12-31", "start unknown, ends on 2024-12-31"),
    ],
)
def test_a_vague_date_is_listed_with_the_days_it_allows(
    period: str, days: str
) -> None:
    """Open, unknown and doubtful ends are described in words."""
    assert rf"- Keep it. Runs: {period}, {days}." in section(
        brief_of(promise("it", runs=period)), "Uncertainties"
    ).replace("\\", "")


def test_a_definite_date_is_not_listed_as_vague() -> None:
    """Days and spans between days are definite; inferred citations are counted."""
    cited = (
        Citation(source="readout", basis=Basis.INFERRED, note="So."),
        Citation(source="readout"),
    )
    text = brief_of(
        promise(
            "it",
            made="2024-01-30",
            runs="2024-01-30/2024-02-01",
            citations=cited,
        )
    )
    assert section(text, "Uncertainties").strip() == (
        "- Inferred citations: 1 of 2; the dossier explains each."
    )


def test_each_metric_has_a_chart() -> None:
    """The section on metrics has a view of the progress of each, and names what nobody observed."""
    metric = Metric(
        id="deployed",
        name="Officers deployed",
        unit="people",
        targets=(Target(value=">= 500 people", due="2026"),),
    )
    text = section(brief_of(metric), "Metrics")
    assert "Officers deployed" in text
    assert "target: >= 500 people, due 2026" in text
    assert "not known: nothing was observed" in text


def test_sources_are_listed_with_their_addresses() -> None:
    """Only addresses of the web are links; others are there as text."""
    evil = Source(
        id="evil",
        title="Evil",
        kind=SourceKind.REPORT,
        address="javascript:alert(1)",
    )
    brief = views.brief(
        Dossier([READOUT, evil, promise("it")]), on="2024-07-01"
    )
    page = brief.to_html(charts=False)
    assert re.findall(r'href="([^"]*)"', page) == [
        "https://example.org/readout?a=1&amp;b=2"
    ]
    assert section(brief.to_markdown(), "Sources").strip().splitlines() == [
        (
            "- readout: Readout of the talks (readout, Home Office, published 2024-01-30, licence OGL-UK-3.0)"
            " <https://example.org/readout?a=1&b=2>"
        ),
        "- evil: Evil (report) javascript:alert(1)",
    ]
    assert section(brief.to_markdown(), "Parties").strip() == "- FR: France"


def test_the_page_is_accessible() -> None:
    """It has one main heading, a language, table headers, and loads nothing."""
    brief = views.brief(
        entente.example("uk-france"), on="2024-07-01", language="en-GB"
    )
    html = brief.to_html(charts=False)
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
        name
        for name, _ in page.attributes
        if name == "src" or name.startswith("on")
    ]
    assert "@media print" in html
    assert "prefers-color-scheme: dark" in html


def test_backticks_do_not_end_a_block_of_markdown() -> None:
    """The fence around a view is longer than any in its labels."""
    text = brief_of(
        promise(
            "it",
            summary="```\n# Not a heading".replace("\n", " "),
            made="2024",
        )
    )
    assert "\n````text\n" in text
    assert "\\`\\`\\` \\# Not a heading" in section(text, "By theme")


def test_charts_are_inline_svg() -> None:
    """The page has an SVG for each view and loads nothing."""
    pytest.importorskip("vl_convert")
    brief = views.brief(entente.example("promises-kept"), on="2024-07-01")
    html = brief.to_html()
    # Each view has a picture for wide pages and one for phones.
    assert html.count("<svg ") == 2 * 2
    assert "url(" not in html
    assert repr(brief) == brief.to_markdown()
    assert brief.to_html() == html
