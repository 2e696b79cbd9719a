"""Briefs list every commitment with its status and source, as Markdown or one page of HTML."""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

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
from entente.errors import MissingExtraError, QueryError, SaveError
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
        "- Not counted again, since they repeat or are part of another: 1.",
        "- Not counted, since made later: Keep later.",
    ]


def test_what_is_not_counted_again_says_so_where_it_is_listed() -> None:
    """A summary that counts one as overdue stands above a list of two."""
    page = brief_of(
        promise("late", due="2024-01"),
        promise(
            "part",
            due="2024-01",
            links=(Link(kind=LinkKind.RESTATES, target="late"),),
        ),
    )
    assert "Overdue: 1." in section(page, "Summary")
    first, second = section(page, "Overdue").strip().splitlines()
    assert "not counted again" not in first
    assert second.endswith("overdue, not counted again (no. 2)")


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
    assert re.findall(r"Keep (\w+)\.", section(text, "Upcoming")) == [
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
        section(text, "Upcoming").strip()
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
            "| 1. Keep it. (why: its time is over, and nobody reports it done; [Readout of the talks, lines 14-16,"
            " inferred, and 1 more](<https://example.org/readout?a=1&b=2>)) | France (FR) | agreed, continuing | 2023 | spring 2024 | in progress, 1 March 2024, by A. B. | no evidence, April 2024, by Readout of the talks | overdue |"
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
        "there is still time; from 1 August 2024 on it would be overdue",
        (
            "its time is over, and nobody reports it done; set aside report: completed, 20 June 2024,"
            " declared by FR, known since 1 August 2024 (it was not known yet)"
        ),
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
    if citation is not None:
        passage = f"[{passage}](<{READOUT.address}>)"
    assert f"| 1. Keep it. ({passage}) |" in brief_of(
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
        brief_of(*records, by="firmness"), "Weaker items"
    )
    assert "**No deadline**" in section(
        brief_of(*records, by="schedule"), "By schedule"
    )
    with pytest.raises(QueryError, match="have no keyword 'them'"):
        brief_of(*records, by="them")
    with pytest.raises(QueryError, match="is not a definite day"):
        brief_of(on="2024")


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2024-21", "spring 2024, on a day from 1 March to 31 May 2024"),
        (
            "2024-01-30?",
            "perhaps 30 January 2024",
        ),
        (
            "2024~",
            "about 2024",
        ),
        (
            "2023-05/..",
            "from May 2023, without end, begins on a day from 1 to 31 May 2023",
        ),
        (
            "2024-01-01/2024-12?",
            "from 1 January 2024 to perhaps December 2024",
        ),
        ("[..2024-12-31]", "by the end of 2024"),
        ("../2024-12-31", "until 31 December 2024, without beginning"),
        ("2024-12-31/", "from 31 December 2024, end unknown"),
        ("/2024-12-31", "until 31 December 2024, beginning unknown"),
    ],
)
def test_a_vague_date_is_listed_with_the_days_it_allows(
    period: str, words: str
) -> None:
    """Open, unknown and doubtful ends are described in words, each once."""
    assert f"- Keep it. Runs: {words}." in section(
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
    assert "target: at least 500 people, due 2026" in text
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
    assert re.findall(r'href="([^"#]+)"', page) == [
        "https://example.org/readout?a=1&amp;b=2"
    ]
    assert section(brief.to_markdown(), "Sources").strip().splitlines() == [
        (
            "- Readout of the talks (readout, Home Office, published 30 January 2024, licence OGL-UK-3.0)"
            " <https://example.org/readout?a=1&b=2>"
        ),
        "- Evil (report) javascript:alert(1)",
    ]
    assert section(brief.to_markdown(), "Parties").strip() == "- France (FR)"


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


# --- each promise once ---------------------------------------------------------------------------


def promises_of(text: str) -> dict[str, list[str]]:
    """Return the promises that each section names."""
    return {
        name: re.findall(r"Keep (\w+)\.", body)
        for name, body in re.findall(
            r"^## (.*?)\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE
        )
        if name not in {"Timeline", "Scorecard"}
    }


def test_each_promise_is_described_once_and_referred_to_elsewhere() -> None:
    """Under its second theme and in the section on its verdict is its number."""
    text = brief_of(
        Theme(id="boats", label="Small boats"),
        Theme(id="trade", label="Trade"),
        promise("other", themes=("trade",), due="2025"),
        promise("both", themes=("boats", "trade"), due="2024-01"),
    )
    assert len(re.findall(r"^\| \d+\. Keep", text, re.MULTILINE)) == 2
    assert section(text, "Overdue").strip() == (
        "- Keep both. By France (FR); due January 2024, overdue (no. 2)"
    )
    after = section(text, "By theme").split("Small boats, described above:")
    assert len(after) == 2 or "Trade, described above:" in after[0]
    assert "(no. 2)" in section(text, "By theme")


def test_every_firm_promise_is_in_one_section_on_verdicts() -> None:
    """What is kept, given up, running, too vague or without a date has its own."""
    done = Report(on="2024-02-01", by="FR", status=ReportedStatus.COMPLETED)
    found = promises_of(
        brief_of(
            promise("kept", due="2024-03", reports=(done,)),
            promise(
                "maybe",
                due="2024-02?",
                reports=(evolve(done, on="2024-02-20"),),
            ),
            promise("running", runs="2024-01-01/2025-01-01"),
            promise("vague"),
            promise("dateless", metrics=("m",)),
            promise("wish", firmness=Firmness.ASPIRED),
            Metric(id="m", name="M", unit="people"),
        )
    )
    assert found["Kept"] == ["kept"]
    assert found["Possibly kept or late"] == ["maybe"]
    assert found["Running"] == ["running"]
    assert found["Too vague to assess"] == ["vague"]
    assert found["Without a deadline"] == ["dateless"]
    assert found["Weaker items"] == ["wish"]
    assert "wish" not in found["By theme"]


@pytest.mark.no_cover
@given(dossiers(max_size=8))
def test_every_promise_is_described_once(dossier: Dossier) -> None:
    """There is one line of a table for each commitment made by the day, in any grouping."""
    brief = views.brief(dossier, on="2024-01-30", by="by")
    page = Page(brief.to_html(charts=False))
    ids = [
        value
        for name, value in page.attributes
        if name == "id" and value is not None and value.startswith("no-")
    ]
    assert ids == [f"no-{number}" for number in range(1, len(ids) + 1)]
    made = [
        each
        for each in dossier.commitments
        if each.made is None or not each.made.after("2024-01-30").certain
    ]
    assert len(ids) == len(made)


def test_a_brief_has_contents_and_page_numbers() -> None:
    """Each heading is linked from the top, and a printed page has its number."""
    page = views.brief(Dossier([promise("it")]), on="2024-07-01").to_html(
        charts=False
    )
    assert re.findall(r'href="#([^"]*)">', page.split("</nav>")[0]) == (
        re.findall(r'<h2 id="([^"]*)"', page)
    )
    assert "counter(page)" in page


def test_no_ids_are_read_in_a_brief() -> None:
    """Records that keep a promise, or are a part of it, are named."""
    text = views.brief(
        entente.example("channel-2020-2024"), on="2024-12-31"
    ).to_markdown()
    assert "customs-talks-in-april" not in text
    assert "- id:" not in text
    assert " id: " not in text


def test_commitments_link_to_their_pages_on_a_site() -> None:
    """The address of a page is that of the site, the kind and the id."""
    text = brief_of(promise("it"), site="https://example.org/tracker/")
    assert "[Keep it.](<https://example.org/tracker/commitments/it/>)" in text
    with pytest.raises(QueryError, match="is not an address of the web"):
        brief_of(promise("it"), site="javascript:alert(1)")


def test_a_brief_may_be_on_some_of_the_commitments() -> None:
    """It says of how many and how they were chosen, and neither counts nor names the others."""
    dossier = Dossier([promise("it"), promise("other", by=("GB",))])
    among = dossier.commitments.where(by="FR")
    text = views.brief(dossier, on="2024-07-01", among=among).to_markdown()
    assert "This brief is on 1 of 2 commitments: those where by = FR." in text
    assert "1 firm promise by 1 party" in text
    assert "Keep other." not in text
    whole = views.brief(dossier, on="2024-07-01", among=dossier.commitments)
    assert "on 2 of 2 commitments." in whole.to_markdown()


def test_a_long_picture_of_a_page_is_in_parts() -> None:
    """Paper has room for each; without charts there is one table."""
    pytest.importorskip("vl_convert")
    brief = views.brief(
        Dossier([promise(f"p{at}", made="2024-01") for at in range(20)]),
        on="2024-07-01",
    )
    captions = re.findall("<caption>(Meetings.*?)</caption>", brief.to_html())
    name = "Meetings, agreements and commitments"
    assert captions == [f"{name} (1 of 2)", f"{name} (2 of 2)"]
    page = brief.to_html(charts=False)
    assert re.findall("<caption>(Meetings.*?)</caption>", page) == [name]


def test_a_promise_is_found_among_its_small_print() -> None:
    """It is strong; its amount has a line of its own in the size of the text."""
    amount = entente.Amount(value=entente.Quantity.exactly(5, "people"))
    page = views.brief(
        Dossier([promise("it", amounts=(amount,))]), on="2024-07-01"
    ).to_html(charts=False)
    assert (
        "1. <strong>Keep it.</strong><span>Amount: 5 people.</span><small>"
        in page
    )


def test_a_table_is_a_list_on_a_phone() -> None:
    """Each cell says of which column it is, and roles keep the table for who cannot see it."""
    page = views.brief(Dossier([promise("it")]), on="2024-07-01").to_html(
        charts=False
    )
    line = page.split('<tr id="no-1" role="row">')[1].split("</tr>")[0]
    headers = re.findall(
        r'<th scope="col" role="columnheader">(.*?)</th>', page
    )
    assert (
        re.findall(r'<td role="cell" data-header="(.*?)">', line)
        == headers[1:]
    )
    assert '<td role="cell" data-header="Made"></td>' in line
    assert ".scroll td:empty { display: none }" in page


# --- Word ----------------------------------------------------------------------------------------


def word_texts(content: bytes) -> list[str]:
    """Return the texts of a file of Word: paragraphs, then cells."""
    docx = pytest.importorskip("docx")
    read = docx.Document(BytesIO(content))
    cells = [
        cell.text
        for table in read.tables
        for row in table.rows
        for cell in row.cells
    ]
    return [*(each.text for each in read.paragraphs), *cells]


def test_a_file_of_word_has_the_whole_brief() -> None:
    """Headings, references, tables, links, contents and numbers of pages are there."""
    docx = pytest.importorskip("docx")
    cited = (Citation(source="readout", lines="3"),)
    brief = views.brief(
        Dossier([READOUT, promise("it", due="2024-01", citations=cited)]),
        on="2024-07-01",
        language="en-GB",
    )
    content = brief.to_docx(charts=False)
    assert content == brief.to_docx(charts=False)
    texts = word_texts(content)
    assert (
        "Keep it. By France (FR); due January 2024, overdue (no.\N{NO-BREAK SPACE}1)"
        in texts
    )
    assert any(text.startswith("1. Keep it.\nwhy: ") for text in texts)
    read = docx.Document(BytesIO(content))
    names = [
        each.text for each in read.paragraphs if each.style.name == "Heading 1"
    ]
    assert [f"## {name}" for name in names] == re.findall(
        "^## .*", brief.to_markdown(), re.MULTILINE
    )
    assert read.core_properties.language == "en-GB"
    parts = ZipFile(BytesIO(content))
    assert {part.date_time[0] for part in parts.infolist()} == {1980}
    body = parts.read("word/document.xml").decode()
    footer = parts.read("word/footer1.xml").decode()
    assert re.findall("<w:instrText>(.*?)<", footer) == ["PAGE", "NUMPAGES"]
    links = parts.read("word/_rels/document.xml.rels").decode()
    assert 'Target="https://example.org/readout?a=1&amp;b=2"' in links
    assert body.count("<w:hyperlink r:id=") == 2


def body_of(brief: views.Brief, *, charts: bool = False) -> Any:
    """Return the body of a brief as a file of Word, as XML."""
    docx = pytest.importorskip("docx")
    return docx.Document(BytesIO(brief.to_docx(charts=charts))).element.body


def test_links_in_a_file_of_word_jump_to_a_place_that_is_there() -> None:
    """Contents jump to headings and have their pages; references jump to promises."""
    brief = views.brief(entente.example("uk-france"), on="2024-06-01")
    body = body_of(brief)
    places = body.xpath(".//w:bookmarkStart/@w:name")
    ids = body.xpath(".//w:bookmarkStart/@w:id")
    assert len(set(places)) == len(places)
    assert len(set(ids)) == len(ids)
    assert ids == body.xpath(".//w:bookmarkEnd/@w:id")
    jumps = body.xpath(".//w:hyperlink/@w:anchor")
    assert set(jumps) <= set(places)
    sections = [place for place in places if place.startswith("section_")]
    assert jumps[: len(sections)] == sections
    assert "no_1" in jumps
    pages = body.xpath(".//w:instrText/text()")
    assert pages == [f"PAGEREF {place} \\h" for place in sections]


def test_a_table_of_word_is_read_over_pages() -> None:
    """Its head is repeated, no row is cut, its columns fill the page and promises have most room."""
    brief = views.brief(entente.example("uk-france"), on="2024-06-01")
    for table in body_of(brief).xpath(".//w:tbl"):
        rows = table.xpath("w:tr")
        assert len(table.xpath("w:tr/w:trPr/w:cantSplit")) == len(rows)
        assert rows[0].xpath("w:trPr/w:tblHeader")
        assert len(table.xpath("w:tr/w:trPr/w:tblHeader")) == 1
        columns = [int(each) for each in table.xpath("w:tblGrid/*/@w:w")]
        # 261 mm in twentieths of a point.
        assert sum(columns) == pytest.approx(14797, abs=10)
        assert columns[0] > 2 * max(columns[1:])
        for row in rows:
            widths = row.xpath("w:tc/w:tcPr/w:tcW/@w:w")
            assert [int(each) for each in widths] == columns


def test_headings_of_a_file_of_word_nest() -> None:
    """Tables are headings below their section, unless they would say the same again."""
    docx = pytest.importorskip("docx")
    brief = views.brief(
        Dossier(
            [promise("it"), promise("wish", firmness=Firmness.ASPIRED)],
        ),
        on="2024-07-01",
    )
    read = docx.Document(BytesIO(brief.to_docx(charts=False)))
    found = [
        (each.style.name, each.text)
        for each in read.paragraphs
        if each.style.name.startswith(("Title", "Heading"))
    ]
    assert found[0] == ("Title", "Commitments and their status")
    by_theme = found.index(("Heading 1", "By theme"))
    assert found[by_theme : by_theme + 3] == [
        ("Heading 1", "By theme"),
        ("Heading 2", "None"),
        ("Heading 1", "Weaker items"),
    ]


@pytest.mark.parametrize(
    ("language", "said"), [("fr-FR", "fr-FR"), ("no language", "en-US")]
)
def test_a_file_of_word_says_its_language(language: str, said: str) -> None:
    """Its styles have it, unless it is no tag of a language."""
    pytest.importorskip("docx")
    brief = views.brief(Dossier(), on="2024-07-01", language=language)
    file = ZipFile(BytesIO(brief.to_docx(charts=False)))
    styles = file.read("word/styles.xml").decode()
    assert re.findall('<w:lang w:val="(.*?)"', styles) == [said]


def test_no_text_breaks_a_file_of_word() -> None:
    """Controls, which XML does not hold, are read as escapes; no address but of the web is a link."""
    odd = "\x00\x1b[2J\x0b\ufffe<w:p/>&"
    evil = evolve(READOUT, title=odd, address="javascript:alert(1)")
    content = views.brief(
        Dossier(
            [
                evil,
                promise(
                    "it",
                    summary=f"Patrol {odd}.",
                    citations=(Citation(source="readout"),),
                ),
            ]
        ),
        on="2024-07-01",
        title=f"{odd} " * 90,
        language=odd,
    ).to_docx(charts=False)
    assert any(
        r"Patrol \x00\x1b[2J \ufffe<w:p/>&." in text
        for text in word_texts(content)
    )
    links = ZipFile(BytesIO(content)).read("word/_rels/document.xml.rels")
    assert b"javascript" not in links


def test_a_file_of_word_has_pictures() -> None:
    """Each view is one, with its description and notes below."""
    pytest.importorskip("docx")
    pytest.importorskip("vl_convert")
    brief = views.brief(Dossier([promise("it")]), on="2024-07-01")
    content = brief.to_docx()
    media = [
        name
        for name in ZipFile(BytesIO(content)).namelist()
        if name.startswith("word/media/")
    ]
    assert len(media) == 2
    assert "A timeline of 1 commitment." in word_texts(content)


def test_pictures_of_word_fit_into_a_page_and_have_words() -> None:
    """A long one is in parts; none is larger than the room beside a heading."""
    pytest.importorskip("vl_convert")
    brief = views.brief(
        Dossier([promise(f"p{at}", made="2024-01") for at in range(20)]),
        on="2024-07-01",
    )
    pictures = body_of(brief, charts=True).xpath(".//wp:inline")
    titles = [each.docPr.get("title") for each in pictures]
    assert titles == [
        "Meetings, agreements and commitments (1 of 2)",
        "Meetings, agreements and commitments (2 of 2)",
        "Commitments by theme",
    ]
    first, second, _ = (each.docPr.get("descr") for each in pictures)
    assert first.startswith("A timeline of 20 commitments, shown from ")
    assert second == "Part 2 of 2."
    for each in pictures:
        # In units of 1/36,000 mm.
        assert each.extent.cx <= 261 * 36_000
        assert each.extent.cy <= 135 * 36_000


def test_word_needs_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names it."""
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtraError, match="needs the extra 'docx'"):
        views.brief(Dossier(), on="2024-07-01").to_docx()


# --- files ---------------------------------------------------------------------------------------


def test_a_brief_is_saved_in_the_format_of_its_name(tmp_path: Path) -> None:
    """A file that is there is replaced; another ending and a missing folder are errors."""
    brief = views.brief(Dossier(), on="2024-07-01")
    for name in ("brief.md", "brief.HTML", "brief.md"):
        brief.save(tmp_path / name, charts=False)
    assert (tmp_path / "brief.md").read_text("utf-8") == brief.to_markdown()
    page = (tmp_path / "brief.HTML").read_text("utf-8")
    assert page == brief.to_html(charts=False)
    with pytest.raises(QueryError, match=r"ends in '?\.md'?, '?\.html'? or"):
        brief.save(tmp_path / "brief.pdf")
    with pytest.raises(SaveError, match="no such file or directory"):
        brief.save(tmp_path / "nowhere" / "brief.md")


def test_a_brief_is_saved_as_a_file_of_word(tmp_path: Path) -> None:
    """Word reads it by its name."""
    pytest.importorskip("docx")
    brief = views.brief(Dossier(), on="2024-07-01")
    brief.save(tmp_path / "brief.docx", charts=False)
    assert (tmp_path / "brief.docx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    "name", ["uk-france", "promises-kept", "channel-2020-2024"]
)
def test_a_brief_has_names_and_no_ids(name: str) -> None:
    """What a verdict rests on and who observed are named, too; addresses may hold an id."""
    dossier = entente.example(name)
    page = re.sub(r"<[^<>]*>", "", str(views.brief(dossier, on="2024-06-01")))
    found = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", page))
    assert found.isdisjoint(each.id for each in dossier.records)
