"""The pages of a site: whole, linked, and with nothing from elsewhere."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from attrs import evolve

import entente
from built_sites import (
    DAY,
    LOADED,
    Sample,
    SitePage,
    data_in,
    is_inside,
    pages_in,
    rows_in,
    target_of,
)
from entente import (
    Commitment,
    Condition,
    Dossier,
    Firmness,
    Link,
    LinkKind,
    Meeting,
    MeetingState,
    Party,
    PartyKind,
    Period,
    Report,
    ReportedStatus,
    Schedule,
    Source,
    SourceKind,
    site,
)
from entente._text import words_of
from entente.records._model import KINDS
from entente.site._groups import GROUPS, TITLES


def test_every_record_has_a_permalink(sample: Sample) -> None:
    """The page of a record is in the folder of its kind, under its id; states that are only named have one too."""
    for kind in KINDS:
        for record in getattr(sample.dossier, kind):
            assert (sample.folder / kind / record.id / "index.html").is_file()


def test_every_link_leads_somewhere(sample: Sample) -> None:
    """What a page links to inside the site is there, and so is the part of the page that is meant."""
    ids = {
        page.file.resolve(): set(page.values("id")) for page in sample.pages
    }
    for page in sample.pages:
        for link in filter(is_inside, page.links()):
            target = target_of(page, link)
            assert target.is_file(), f"{page.file}: {link}"
            fragment = urlsplit(link).fragment
            assert not fragment or fragment in ids[target], (
                f"{page.file}: {link}"
            )


def test_nothing_is_loaded_from_elsewhere(sample: Sample) -> None:
    """No attribute makes a browser ask another machine, and no page has a script or style of its own."""
    for page in sample.pages:
        for each in page.elements:
            for name, value in each.attributes.items():
                assert not name.startswith("on")
                assert name != "style"
                if (each.tag, name) in LOADED and each.attributes.get(
                    "rel"
                ) != "canonical":
                    assert value is not None
                    assert is_inside(value), f"{page.file}: {value}"
            assert each.tag != "style"
            assert each.tag != "script" or each.attributes.get("src")


def test_style_and_script_load_nothing_from_elsewhere(sample: Sample) -> None:
    """Neither names an address."""
    for name in ("site.css", "site.js"):
        text = (sample.folder / "static" / name).read_text()
        assert "http" not in text
        assert "url(" not in text
        assert "@import" not in text


def test_pages_have_what_readers_of_them_need(sample: Sample) -> None:
    """Each has one heading of the first level, a title, a language, a description, and no id twice."""
    for page in sample.pages:
        tags = [each.tag for each in page.elements]
        assert tags.count("h1") == 1
        # SVG has titles of its own.
        assert tags[: tags.index("body")].count("title") == 1
        [html] = [each for each in page.elements if each.tag == "html"]
        assert html.attributes["lang"] == "en"
        assert "description" in page.values("name")
        ids = list(page.values("id"))
        assert len(ids) == len(set(ids)), page.file
        for each in page.elements:
            if each.tag == "img":
                assert "alt" in each.attributes


def test_pages_and_data_are_small(sample: Sample) -> None:
    """No page and no data file has more than 100 kB."""
    for file in [
        *sample.folder.rglob("*.html"),
        *(sample.folder / "data").iterdir(),
    ]:
        assert file.stat().st_size < 100_000, file


def test_a_promise_has_its_verdict_with_the_reasons(sample: Sample) -> None:
    """Its page says the verdict of the library, or that it is not yet made, and each reason of its explanation."""
    for each in sample.dossier.commitments:
        status = sample.dossier.status(each.id, on=DAY)
        page = SitePage(sample.folder / "commitments" / each.id / "index.html")
        assert status.schedule is not None
        is_later = each.made is not None and each.made.after(DAY).certain
        word = "not yet made" if is_later else words_of(status.schedule)
        assert f"{word} As of 1 June 2024" in " ".join(page.text.split())
        for reason in status.explain().reasons:
            assert reason in page.text


def test_two_builds_are_alike(tmp_path: Path) -> None:
    """The same dossier gives the same bytes."""
    dossier = entente.example("promises-kept")
    files = []
    for name in ("one", "two"):
        folder = site.build(dossier, tmp_path / name, on=DAY).folder
        files.append(
            {
                str(file.relative_to(folder)): file.read_bytes()
                for file in folder.rglob("*")
                if file.is_file()
            }
        )
    assert files[0] == files[1]


def test_each_list_offers_its_records(sample: Sample) -> None:
    """The list of a kind links to a table of all its records, in each format; the front page links to all of them."""
    front = set(SitePage(sample.folder / "index.html").values("href"))
    for kind in KINDS:
        records = getattr(sample.dossier, kind)
        if not records:
            continue
        downloads = sample.folder / "downloads"
        page = SitePage(sample.folder / kind / "index.html")
        for format in ("csv", "json"):
            assert f"../downloads/{kind}.{format}" in page.values("href")
            assert f"downloads/{kind}.{format}" in front
        with (downloads / f"{kind}.csv").open(encoding="utf-8-sig") as file:
            ids = [row["id"] for row in csv.DictReader(file)]
        assert ids == list(records.ids)
        assert len(
            json.loads((downloads / f"{kind}.json").read_text())
        ) == len(ids)
    commitments = SitePage(sample.folder / "commitments" / "index.html")
    assert {"../downloads/calendar.ics", "../downloads/feed.atom"} <= set(
        commitments.values("href")
    )


def test_an_empty_dossier_has_a_site(tmp_path: Path) -> None:
    """It has a front page with no promises."""
    built = site.build(Dossier(), tmp_path / "out", on=DAY)
    front = SitePage(built.folder / "index.html")
    assert "0 Kept" in " ".join(front.text.split())


def test_addresses_make_permalinks(tmp_path: Path) -> None:
    """With an address, each page names where it will be found."""
    settings = site.Settings(address="https://example.org/tracker")
    built = site.build(Dossier(), tmp_path / "out", on=DAY, settings=settings)
    front = SitePage(built.folder / "index.html")
    assert "https://example.org/tracker/" in front.values("href")
    assert "https://example.org/tracker/" in front.values("content")


def test_what_is_known_later_is_left_out(tmp_path: Path) -> None:
    """Verdicts are as known on the day that was asked for, and the pages say so."""
    dossier = entente.example("promises-kept")
    id, known = "atlantic-council-to-meet", "2024-02-15"
    built = site.build(dossier, tmp_path / "out", on=DAY, as_known=known)
    page = SitePage(built.folder / "commitments" / id / "index.html")
    text = " ".join(page.text.split())
    assert (
        "not due As of 1 June 2024, from what was known on 15 February 2024."
        in text
    )
    assert "it was not known yet" in text


def test_long_lists_go_on_on_further_pages(tmp_path: Path) -> None:
    """A page has at most 100 rows; those of a list together have every record once."""
    theme = entente.Theme(id="boats", label="Boats")
    many = [
        entente.Commitment(
            id=f"promise-{n}", summary=f"Patrol {n}.", themes=("boats",)
        )
        for n in range(250)
    ]
    built = site.build(Dossier([theme, *many]), tmp_path / "out", on=DAY)
    for folder, files in {
        "commitments": ["index.html", "index-2.html", "index-3.html"],
        "themes/boats": [
            "commitments.html",
            "commitments-2.html",
            "commitments-3.html",
        ],
    }.items():
        pages = [SitePage(built.folder / folder / name) for name in files]
        rows = [
            [
                target_of(page, link).parent.name
                for link in page.links()
                if "/promise-" in link
            ]
            for page in pages
        ]
        assert [len(each) for each in rows] == [100, 100, 50]
        assert {id for each in rows for id in each} == {
            each.id for each in many
        }


def test_what_comes_without_an_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the extra for calendars there is no calendar, and front page and answer say why."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    built = site.build(Dossier(), tmp_path / "out", on=DAY)
    assert built.left_out == ("iCalendar needs the extra 'calendar'",)
    front = SitePage(built.folder / "index.html")
    assert (
        "iCalendar was not made: it needs the extra “calendar”." in front.text
    )
    assert not (built.folder / "downloads" / "calendar.ics").exists()


@pytest.mark.parametrize("package", ["jinja2", "babel"])
def test_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    """Without templates or languages nothing is written, and the error names the extra."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(
        entente.errors.MissingExtraError,
        match="building a site needs the extra 'site'",
    ):
        site.build(Dossier(), tmp_path / "out", on=DAY)
    assert list(tmp_path.iterdir()) == []


def test_large_pages_are_named(tmp_path: Path) -> None:
    """A page of more than 100 kB is written, and the answer names it."""
    note = "word" * 30_000
    theme = entente.Theme(id="boats", label="Boats", note=note)
    built = site.build(Dossier([theme]), tmp_path / "out", on=DAY)
    assert built.large == ("themes/boats/index.html",)
    assert len(pages_in(built.folder)) == built.pages


def test_every_report_is_on_the_page_of_its_promise(sample: Sample) -> None:
    """Also one on what a single party did, and one that came later than the day of the site."""
    for each in sample.dossier.commitments:
        text = (
            sample.folder / "commitments" / each.id / "index.html"
        ).read_text()
        assert text.count("<p><strong>") == len(each.reports)


PROMISED = Commitment(
    id="patrol",
    summary="Patrol more.",
    by=("FR", "GB"),
    firmness=Firmness.PLEDGED,
    made="2024-01-30",
    due="2024-04",
    reports=(
        Report(on="2024-04-10", by="FR", of="FR", status=ReportedStatus.COMPLETED),
        Report(on="2024-07-01", by="DE", of="GB", status=ReportedStatus.NO_EVIDENCE),
    ),
)  # fmt: skip


def test_several_parties_are_judged_apart(tmp_path: Path) -> None:
    """The verdict on all names those for whom it holds, and each party has a verdict and reasons."""
    built = site.build(Dossier([PROMISED]), tmp_path / "out", on=DAY)
    page = SitePage(built.folder / "commitments" / "patrol" / "index.html")
    text = " ".join(page.text.split())
    assert "because that is so of United Kingdom." in text
    assert (
        "France met on time because it was done by the last day of its time."
        in text
    )
    assert "United Kingdom overdue because its time is over" in text
    assert "Not counted: it is of a later day." in text


def test_a_report_says_why_it_is_not_counted(tmp_path: Path) -> None:
    """What was not known yet is not said to have come later."""
    built = site.build(
        entente.example("promises-kept"),
        tmp_path / "out",
        on="2021-11-02",
        as_known="2021-10-15",
    )
    folder = built.folder / "commitments" / "presidents-to-meet-in-europe"
    text = " ".join(SitePage(folder / "index.html").text.split())
    assert "Not counted: it was not known yet." in text
    assert "it is of a later day" not in text


def test_a_condition_that_is_not_met_is_not_set_aside(tmp_path: Path) -> None:
    """It is why the verdict is what it is, and one that is met says so."""
    vote = Meeting(
        id="vote", name="Vote", when="2024-03-01", state=MeetingState.HELD
    )
    waits = Commitment(
        id="pay",
        summary="Pay.",
        by=("FR",),
        conditions=(
            Condition(text="It rains."),
            Condition(waits_for="vote"),
        ),
    )
    built = site.build(Dossier([vote, waits]), tmp_path / "out", on=DAY)
    page = SitePage(built.folder / "commitments" / "pay" / "index.html")
    text = " ".join(page.text.split())
    assert "(no record would show that it is met)" in text
    assert "(it is met)" in text
    assert "set aside" not in text


def test_vague_dates_stay_vague(tmp_path: Path) -> None:
    """A month is a month, a span is a span, and words alone stay the words of the source."""
    many = [
        Commitment(id="month", summary="A.", by=("FR",), due="2024-04"),
        Commitment(id="words", summary="B.", by=("FR",), due=Period(stated="promptly")),
        Commitment(id="season", summary="C.", by=("FR",), due="2024-21"),
        Commitment(id="always", summary="D.", by=("FR",), runs="../.."),
        Commitment(id="day", summary="E.", by=("FR",), due=Period("2024-04-02", stated="on Tuesday")),
    ]  # fmt: skip
    built = site.build(Dossier(many), tmp_path / "out", on=DAY)
    due = {
        row[0]: row[7][-1][1] for row in rows_in(built.folder, "commitments")
    }
    assert due["month"][0] == "April 2024"
    assert due["words"] == "“promptly”"
    assert due["season"][0] == "spring 2024"
    assert due["always"] == ""
    assert due["day"][0] == "2 April 2024"
    page = SitePage(built.folder / "commitments" / "day" / "index.html")
    assert "2 April 2024 (“on Tuesday”)" in page.text
    page = SitePage(built.folder / "commitments" / "always" / "index.html")
    assert "Timeline" not in page.text


def test_large_data_come_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No part is larger than it may be, and the parts together hold every row once."""
    monkeypatch.setattr("entente.site._data.MOST_BYTES", 2_000)
    dossier = entente.example("uk-france")
    built = site.build(dossier, tmp_path / "out", on=DAY)
    rows = [row[0] for row in rows_in(built.folder, "commitments")]
    assert sorted(rows) == sorted(dossier.commitments.ids)
    assert data_in(built.folder, "commitments")["parts"] > 1
    for file in (built.folder / "data").glob("*-[0-9]*.js"):
        assert file.stat().st_size < 3_000


def _asked_on(front: SitePage, sample: Sample) -> dict[str, set[str]]:
    """Return what `where` finds by the filters to which the count of each group leads."""
    found = {}
    for each in front.elements:
        address = each.attributes.get("data-filtered")
        page = each.attributes.get("href")
        if address is not None and page is not None:
            asked = dict(parse_qsl(urlsplit(address).query))
            assert asked.pop("firm") == "true"
            later = sample.dossier.commitments.where(
                made=f"{date.fromisoformat(DAY) + timedelta(days=1)}/..",
                certain=True,
            )
            listed = sample.dossier.commitments.where(
                firm=True,
                schedule=tuple(asked["schedule"].split(",")),
                on=asked["on"],
            )
            found[Path(page).stem] = set((listed - later).ids)
    return found


def test_counts_lead_to_as_many_promises(sample: Sample) -> None:
    """Each count of the front page, of a party and of a theme leads to filters that find as many."""
    later = sample.dossier.commitments.where(
        made=f"{date.fromisoformat(DAY) + timedelta(days=1)}/..", certain=True
    )
    links = {
        (unescape(address), int(count))
        for pattern in (
            "index.html",
            "parties/*/index.html",
            "themes/*/index.html",
        )
        for file in sample.folder.glob(pattern)
        for address, count in re.findall(
            r'<a data-filtered="([^"]+)"[^>]*>(?:[^<:]+: )?(\d+)',
            file.read_text(),
        )
    }
    assert links
    for address, count in links:
        asked: dict[str, Any] = dict(parse_qsl(urlsplit(address).query))
        assert asked.pop("firm") == "true"
        asked["schedule"] = tuple(
            asked.get("schedule", ",".join(Schedule)).split(",")
        )
        found = sample.dossier.commitments.where(firm=True, **asked)
        assert len(found - later) == count


def test_downloads_link_to_the_pages_of_a_site(tmp_path: Path) -> None:
    """Entries of the feed and of the calendar lead to the record, if the site has an address."""
    settings = site.Settings(address="https://example.org/tracker")
    dossier = entente.example("promises-kept")
    site.build(dossier, tmp_path / "out", on=DAY, settings=settings)
    files = tmp_path / "out" / "downloads"
    page = (
        "https://example.org/tracker/commitments/presidents-to-meet-in-europe/"
    )
    assert (
        f'rel="alternate" href="{page}"' in (files / "feed.atom").read_text()
    )
    lines = (files / "calendar.ics").read_text().replace("\n ", "")
    assert f"URL:{page}" in lines


def test_parties_of_one_name_can_be_told_apart(tmp_path: Path) -> None:
    """Lists and filters add their ids, and only to them."""
    guards = [
        Party(id=id, name="Coast Guard", kind=PartyKind.BODY)
        for id in ("guard-north", "guard-south")
    ]
    promised = Commitment(
        id="patrol", summary="Patrol more.", by=("guard-north", "FR")
    )
    site.build(Dossier([*guards, promised]), tmp_path / "out", on=DAY)
    page = SitePage(tmp_path / "out/commitments/index.html")
    assert "Coast Guard (guard-north), France" in page.text
    facets = dict(data_in(tmp_path / "out", "commitments")["facets"])
    assert ["guard-north", "Coast Guard (guard-north)"] in facets["by"]


def test_a_deadline_in_words_is_listed_in_these(tmp_path: Path) -> None:
    """A first day that follows from when it was made is no deadline, and takes no place of the words."""
    soon = Commitment(
        id="patrol",
        summary="Patrol more.",
        made="2024-01-30",
        due=Period(stated="promptly"),
    )
    site.build(Dossier([soon]), tmp_path / "out", on=DAY)
    page = SitePage(tmp_path / "out/commitments/index.html")
    assert "30 January 2024“promptly”" in " ".join(page.text.split())


def test_counts_agree_with_their_words(tmp_path: Path) -> None:
    """One promise is no promises, a word with a number is not bent by it, and a French colon has its space."""
    promised = Commitment(
        id="patrol",
        summary="Patrol.",
        by=("FR",),
        firmness=Firmness.PLEDGED,
        due="2023",
    )
    plan = evolve(promised, id="plan", by=("FR", "GB"))
    wish = evolve(promised, id="wish", firmness=Firmness.ASPIRED)
    for locale, alone, both, front in (
        ("en", "1 promise ", "2 promises ", "overdue: 2 "),
        ("fr", "1 promesse ", "2 promesses ", "en retard\xa0: 2 "),
    ):
        folder = tmp_path / locale
        settings = site.Settings(locale=locale)
        site.build(
            Dossier([promised, plan, wish]),
            folder,
            on=DAY,
            settings=settings,
        )
        texts = {
            page: re.sub("[ \n]+", " ", SitePage(folder / page).text)
            for page in (
                "index.html",
                "parties/FR/index.html",
                "parties/GB/index.html",
            )
        }
        assert alone in texts["parties/GB/index.html"]
        assert both in texts["parties/FR/index.html"]
        assert front in texts["index.html"]
        assert locale == "en" or not re.search(r"\w:", texts["index.html"])


@pytest.mark.parametrize(
    ("locale", "text"),
    [("en", "nobody named"), ("fr", "personne n’est nommé")],
)
def test_a_promise_of_nobody_says_so(
    tmp_path: Path, locale: str, text: str
) -> None:
    """Where the source names no party, the cell is not left blank, and no search finds the words."""
    nobody = Commitment(id="patrol", summary="Patrol more.")
    settings = site.Settings(locale=locale)
    site.build(Dossier([nobody]), tmp_path / "out", on=DAY, settings=settings)
    page = tmp_path / "out" / "commitments" / "index.html"
    assert f"Patrol more.{text}" in SitePage(page).text
    [row] = rows_in(tmp_path / "out", "commitments")
    assert row[3][0] == ""


def test_names_are_in_their_own_language(tmp_path: Path) -> None:
    """A source has its language in lists, facts and data too, and no text of a record has our direction."""
    source = Source(
        id="communique",
        kind=SourceKind.JOINT_STATEMENT,
        title="بيان مشترك",
        language="ar",
    )
    promise = Commitment(
        id="said",
        summary="Patrol more.",
        links=(Link(kind=LinkKind.REFERS_TO, target="communique"),),
    )
    folder = tmp_path / "out"
    site.build(
        Dossier([source, promise]),
        folder,
        on=DAY,
        settings=site.Settings(locale="fr"),
    )
    for page, tag in (
        ("sources/index.html", "a"),
        ("sources/communique/index.html", "h1"),
        ("commitments/said/index.html", "a"),
    ):
        found = [
            each.attributes.get("dir")
            for each in SitePage(folder / page).elements
            if each.tag == tag and each.attributes.get("lang") == "ar"
        ]
        assert set(found) == {"auto"}, page
    [row] = rows_in(folder, "sources")
    assert row[1:3] == ["بيان مشترك", "ar"]
    assert "ar" in [each[3] for each in data_in(folder, "name-0")]
    listed = SitePage(folder / "commitments" / "index.html")
    [link] = [
        each
        for each in listed.elements
        if (each.attributes.get("href") or "").endswith("said/index.html")
    ]
    assert link.attributes.get("dir") == "auto"
    assert "lang" not in link.attributes
    for each in listed.elements:
        assert each.tag != "td" or each.attributes.get("dir") == "auto"


def test_a_party_is_counted_by_its_own_part(tmp_path: Path) -> None:
    """Who has done its part is not accused of what another left undone, and no list says so."""
    done = Report(
        status=ReportedStatus.COMPLETED, on="2023-05", by="FR", of="FR"
    )
    shared = Commitment(
        id="patrol",
        summary="Patrol more.",
        by=("FR", "GB"),
        due="2023",
        firmness=Firmness.PLEDGED,
        reports=(done,),
    )
    alone = Commitment(
        id="train",
        summary="Train them.",
        by=("GB",),
        due="2023",
        firmness=Firmness.PLEDGED,
    )
    site.build(Dossier([shared, alone]), tmp_path / "out", on=DAY)
    france, britain = (
        (tmp_path / f"out/parties/{code}/index.html").read_text()
        for code in ("FR", "GB")
    )
    assert f'<a class="badge kept">1 {TITLES["kept"]}</a>' in france
    assert not re.search(r'class="badge overdue">\d', france)
    assert re.search(
        rf'<a data-filtered="[^"]+" class="badge overdue">2 {TITLES["overdue"]}</a>',
        britain,
    )


def test_counts_of_parties_are_those_of_the_library(sample: Sample) -> None:
    """A count of a party is that of the verdicts on its own part."""
    day = Period(DAY)
    for party in sample.dossier.parties:
        page = sample.folder / "parties" / party.id / "index.html"
        shown = {
            group: int(count)
            for group, count in re.findall(
                r'class="badge (\w+)">(\d+) ', page.read_text()
            )
        }
        wanted = Counter(
            group
            for each in sample.dossier.commitments.where(
                by=party.id, firm=True
            )
            if each.made is None or not each.made.after(day).certain
            for group, words in GROUPS.items()
            if _word_on(sample.dossier, each, party.id) in words
        )
        assert shown == wanted


def _word_on(
    dossier: Dossier, commitment: Commitment, party: str
) -> Schedule | None:
    """Return the verdict on a party, or on all if it promised through others."""
    if party not in commitment.by:
        return dossier.status(commitment.id, on=DAY).schedule
    return dossier.status(commitment.id, on=DAY, of=party).schedule


def test_the_front_page_counts_the_verdicts_of_the_library(
    sample: Sample,
) -> None:
    """Each group has as many promises as have one of its verdicts, and lists them; the others are named."""
    day = Period(DAY)
    firm = [
        each
        for each in sample.dossier.commitments.where(firm=True)
        if each.made is None or not each.made.after(day).certain
    ]
    front = SitePage(sample.folder / "index.html")
    text = " ".join(front.text.split())
    for name, words in GROUPS.items():
        wanted = {
            each.id
            for each in firm
            if sample.dossier.status(each.id, on=DAY).schedule in words
        }
        assert f"{len(wanted)} {TITLES[name]}" in text
        page = SitePage(sample.folder / "verdicts" / f"{name}.html")
        listed = {
            target_of(page, link).parent.name
            for link in page.links()
            if re.search("/commitments/[^/]+/index.html", link)
        }
        assert listed == wanted
        assert _asked_on(front, sample)[name] == wanted
    others = len(sample.dossier.commitments) - len(firm)
    assert not others or f"promised later: {others}" in text
