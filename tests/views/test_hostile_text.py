"""No text of a dossier does anything in a view, a brief, a table or a message but be read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any, Final
from xml.etree import ElementTree

import pytest

import entente
from entente import Commitment, Dossier, Source, SourceKind, views
from entente._safe import document_line, html_text
from entente.records._model import KINDS
from entente.views import View
from hostile import HOSTILE, commands_in, hostile_dossier, unseen_in
from pages import Page

DAY: Final = "2024-07-01"
MAKERS: Final[dict[str, Callable[[Dossier, str], View]]] = {
    "timeline": lambda dossier, odd: views.timeline(
        dossier, on=DAY, title=f"Timeline {odd}."
    ),
    "scorecard": lambda dossier, odd: views.scorecard(
        dossier, by="theme", on=DAY, firm=False, title=f"Scorecard {odd}."
    ),
    "offices": lambda dossier, odd: views.offices(
        dossier, title=f"Offices {odd}."
    ),
    "themes": lambda dossier, odd: views.themes(
        dossier, title=f"Themes {odd}."
    ),
    "progress": lambda dossier, odd: views.progress(
        dossier, dossier.metrics[0], title=f"Progress {odd}."
    ),
}


@pytest.fixture(params=HOSTILE)
def odd(request: pytest.FixtureRequest) -> str:
    """Return each odd text in turn."""
    return HOSTILE[request.param]


def on_one_line(text: str) -> str:
    """Return a text with single spaces for all white space, as pages are read."""
    return " ".join(text.split())


def parts_of(page: Page) -> list[str]:
    """Return the texts of a page, each on one line."""
    return [on_one_line(text) for text in page.text]


# --- text ----------------------------------------------------------------------------------------


def printed(dossier: Dossier, odd: str) -> Iterator[str]:
    """Yield all that a dossier prints in Python."""
    for make in MAKERS.values():
        yield str(make(dossier, odd))
    brief = views.brief(dossier, on=DAY, title=f"Brief {odd}.")
    yield from (str(brief), repr(brief))
    for kind in KINDS:
        yield repr(getattr(dossier, kind))
        yield getattr(dossier, kind).table(width=10_000)
    yield repr(dossier)
    yield repr(dossier.scorecard(by="theme", on=DAY, firm=False))
    yield repr(dossier.commitments.total("people"))


def test_nothing_printed_moves_the_cursor(odd: str) -> None:
    """Views, briefs, tables and counts have no letter that hides, and no command of a workflow."""
    for text in printed(hostile_dossier(odd), odd):
        assert unseen_in(text) == set()
        assert commands_in(text) == []


def test_errors_are_safe_to_print(odd: str) -> None:
    """An error says which value is wrong, whatever is in it, in a line of its own."""
    dossier = hostile_dossier(odd)
    bad: dict[str, Any] = {
        "entente": 1,
        f"a{odd}": [],
        "themes": [
            {"id": f"a{odd}", "label": "A", f"b{odd}": 1},
            {"id": "c", "label": "C", "broader": f"d{odd}"},
            {"id": "e", "label": f" {odd} "},
        ],
        "commitments": [
            {"id": "f", "summary": "F.", "by": [f"g{odd}"], "due": f"h{odd}"},
            {"id": "i", "summary": "I.", "amounts": f"j{odd}"},
        ],
    }
    calls: tuple[Callable[[], object], ...] = (
        lambda: entente.loads(json.dumps(bad), format="json"),
        lambda: entente.loads(f"entente = {odd}", format="toml"),
        lambda: entente.loads("{}", format=f"a{odd}"),
        lambda: entente.load(f"a{odd.replace(chr(0), '')}.toml"),
        lambda: entente.save(dossier, f"a{odd}.txt"),
        lambda: entente.Period(f"a{odd}"),
        lambda: entente.Quantity(f"a{odd}"),
        lambda: dossier[f"a{odd}"],
        lambda: dossier.commitments.where(theme=f"a{odd}"),
        lambda: dossier.commitments.where(made=f"a{odd}"),
        lambda: dossier.status(f"a{odd}", on=DAY),
        lambda: entente.Theme(id=f"a{odd}", label="A"),
    )
    for call in calls:
        with pytest.raises(entente.errors.EntenteError) as caught:
            call()
        text = str(caught.value)
        assert unseen_in(text) == set()
        assert commands_in(text) == []
        problems = getattr(caught.value, "problems", ())
        # A record with one fault has it in the line of its name.
        is_of_record = isinstance(caught.value, entente.errors.RecordError)
        lines = 0 if is_of_record and len(problems) == 1 else len(problems)
        assert text.count("\n") == lines


# --- HTML ----------------------------------------------------------------------------------------


def pages(dossier: Dossier, odd: str) -> Iterator[str]:
    """Yield all HTML that is made of a dossier without drawing."""
    for make in MAKERS.values():
        view = make(dossier, odd)
        yield from (view.table(), view.to_html(chart=False))
    brief = views.brief(dossier, on=DAY, title=f"Brief {odd}.", language=odd)
    yield brief.to_html(charts=False)
    shown: list[Any] = [
        dossier,
        *dossier.records,
        *(getattr(dossier, kind) for kind in KINDS),
        dossier.scorecard(by="theme", on=DAY, firm=False),
        dossier.commitments.total("people"),
    ]
    for each in shown:
        yield each._repr_html_()


def test_no_text_is_markup(odd: str) -> None:
    """Each page has the tags and attributes that it has with a sound text, and no others."""
    sound = pages(hostile_dossier("more"), "more")
    for page, expected in zip(
        pages(hostile_dossier(odd), odd), sound, strict=True
    ):
        found, plain = Page(page), Page(expected)
        assert found.tags == plain.tags
        assert [name for name, _ in found.attributes] == [
            name for name, _ in plain.attributes
        ]
        assert [each for each in found.attributes if each[0] == "href"] == [
            each for each in plain.attributes if each[0] == "href"
        ]


def test_a_page_keeps_every_text(odd: str) -> None:
    """The brief, the figures and the records have each odd text as it is; controls can be read."""
    dossier = hostile_dossier(odd)
    brief = views.brief(dossier, on=DAY, title=f"Brief {odd}.")
    for page in (
        brief.to_html(charts=False),
        views.timeline(dossier, on=DAY).table(),
        dossier["patrol"]._repr_html_(),  # type: ignore[union-attr]
        dossier.commitments._repr_html_(),
    ):
        summary = on_one_line(f"Patrol more. {unescape(html_text(odd))}.")
        assert any(summary in text for text in parts_of(Page(page)))


# --- SVG -----------------------------------------------------------------------------------------

SVG: Final = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("name", MAKERS)
def test_a_picture_keeps_every_text(name: str, odd: str) -> None:
    """A picture is well-formed XML without a link or a script, and says what the view says."""
    pytest.importorskip("vl_convert")
    view = MAKERS[name](hostile_dossier(odd), odd)
    drawn = view.to_svg()
    root = ElementTree.fromstring(drawn)  # noqa: S314 -- ours
    title = document_line(view.title)
    assert root.findtext(f"{SVG}title") == title
    assert root.get("aria-label") == title
    assert root.findtext(f"{SVG}desc") == document_line(view.description)
    assert {element.tag for element in root.iter()} <= {
        f"{SVG}{tag}"
        for tag in ("svg", "title", "desc", "g", "path", "line", "text", "tspan", "rect")
    }  # fmt: skip
    roles = [each for each in root.iter() if "role" in each.attrib]
    assert roles == [root]
    for element in root.iter():
        assert not [
            key
            for key in element.attrib
            if key.startswith("on") or key.endswith("href")
        ]
    Page(view.to_html(chart=True))


def test_words_like_those_of_the_markup_stay_in_a_picture() -> None:
    """A summary may speak of roles: only those of the elements are taken out."""
    pytest.importorskip("vl_convert")
    summary = 'Say role="img" aria-roledescription="x".'
    dossier = Dossier([Commitment(id="a", summary=summary, made="2024")])
    drawn = views.timeline(dossier).to_svg()
    root = ElementTree.fromstring(drawn)  # noqa: S314 -- ours
    texts = root.iter(f"{SVG}text")
    # After the tip of the word comes the word.
    assert summary in [each[0].tail for each in texts if len(each)]


def test_a_specification_shows_what_it_says(odd: str) -> None:
    """The words of a chart hold no control, and nothing that reorders them."""
    for make in MAKERS.values():
        view = make(hostile_dossier(odd), odd)
        for text in texts_in(view._vega_lite(dark=False)):
            # A tip has several lines, none of which comes from the dossier.
            for line in text.split("\n"):
                assert document_line(line) == line


def texts_in(spec: object) -> Iterator[str]:
    """Yield all texts of a specification."""
    if isinstance(spec, str):
        yield spec
    elif isinstance(spec, dict):
        for each in spec.values():
            yield from texts_in(each)
    elif isinstance(spec, list | tuple):
        for each in spec:
            yield from texts_in(each)


# --- Markdown ------------------------------------------------------------------------------------


def parsed(text: str) -> list[Any]:
    """Return the tokens of a Markdown text, as its tables and all are read."""
    markdown_it = pytest.importorskip("markdown_it")
    reader = markdown_it.MarkdownIt("commonmark")
    tokens: list[Any] = reader.enable(["table", "strikethrough"]).parse(text)
    return tokens


def test_no_text_is_markdown(odd: str) -> None:
    """A brief has the headings, lists, tables, links and blocks that it has with a sound text."""
    found, sound = (
        parsed(
            views.brief(
                hostile_dossier(each), on=DAY, title=f"Brief {each}."
            ).to_markdown()
        )
        for each in (odd, "more")
    )
    assert [token.type for token in found] == [token.type for token in sound]
    for token, plain in zip(found, sound, strict=True):
        parts = token.children or ()
        inner = [each for each in parts if not each.type.startswith("text")]
        assert [each.type for each in inner] == [
            each.type
            for each in plain.children or ()
            if not each.type.startswith("text")
        ]
        found_links = {str(each.attrs.get("href")) for each in inner}
        assert {each for each in found_links if each[0] != "#"} <= {
            "None",
            "https://example.org/a?b=c#d",
        }


def test_markdown_keeps_every_text(odd: str) -> None:
    """What is read in the brief is the text of the record; controls can be read."""
    brief = views.brief(hostile_dossier(odd), on=DAY)
    texts = [
        "".join(each.content for each in token.children)
        for token in parsed(brief.to_markdown())
        if token.type == "inline"
    ]
    summary = on_one_line(f"Patrol more. {document_line(odd)}.")
    assert any(summary in on_one_line(text) for text in texts)


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://example.org/*a*_b_(c)?d=e&f#g", True),
        ("https://a.org/> <b>x</b>", False),
        ("https://a.org\n# Forged", False),
        ("https://a.org/\n\n- item", False),
        ("https://a.org/\n```\nx", False),
        ("https://a.org/\"onload='x'", False),
        ("https://a.org/\u202egro\x1b", False),
        ("javascript:alert(1)", False),
        ("data:text/html,<script>a</script>", False),
        ("x> <https://a.org>", False),
        ("[a](https://a.org)", False),
        ("ftp://a.org\n# Forged", False),
    ],
)
def test_an_address_is_a_link_or_a_text(
    address: str, *, is_link: bool
) -> None:
    """An address of the web is one link; another can be read and does nothing."""
    source = Source(id="a", title="A", kind=SourceKind.REPORT, address=address)
    brief = views.brief(Dossier([source]), on=DAY)
    page = Page(brief.to_html(charts=False))
    links = [address] if is_link else []
    # Those of the contents lead to headings.
    found = [
        value
        for name, value in page.attributes
        if name == "href" and value is not None
    ]
    assert [value for value in found if not value.startswith("#")] == links
    assert on_one_line(unescape(html_text(address))) in on_one_line(
        "".join(page.text)
    )

    tokens = parsed(brief.to_markdown())
    headings = [token for token in tokens if token.type == "heading_open"]
    assert [token.tag for token in headings] == [
        tag for tag in page.tags if tag in {"h1", "h2"}
    ]
    parts = [part for token in tokens for part in token.children or ()]
    marked = [part for part in parts if not part.type.startswith("text")]
    assert {part.type for part in marked} == {"link_open", "link_close"}
    targets = [
        part.attrs["href"] for part in parts if part.type == "link_open"
    ]
    assert [each for each in targets if not each.startswith("#")] == links
    told = "".join(part.content for part in parts)
    assert on_one_line(document_line(address)) in on_one_line(told)


def test_a_page_says_its_language_and_no_more() -> None:
    """A language ends neither the attribute nor the tag."""
    brief = views.brief(Dossier(), on=DAY, language='en"><script>')
    assert f'<html lang="{html_text(brief.language)}">' in brief.to_html(
        charts=False
    )
