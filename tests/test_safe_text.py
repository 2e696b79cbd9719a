"""Text made safe for a terminal, for data, pages, Markdown and workflow logs."""

from __future__ import annotations

import json
import re
import tomllib
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given, strategies as st

from entente._safe import (
    document_line,
    escaped_data,
    html_text,
    is_plain,
    is_web_address,
    markdown_text,
    shown,
    shown_lines,
    single_line,
    workflow_command,
)
from hostile import HOSTILE, commands_in, unseen_in

ODD = st.one_of(
    st.text(),
    st.sampled_from(list(HOSTILE.values())),
    st.text("ab:#[]\n\r\t \x1b\u202e\u200b"),
)
"""Texts of any letters, and more often of those that do harm."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Réunion, 中, 😀 ❤\ufe0f, 5 000 €", "Réunion, 中, 😀 ❤\ufe0f, 5 000 €"),
        ("a\\x1bb", "a\\x1bb"),
        ("a\x1b[2Jb\x00\x7f\x9b", r"a\x1b[2Jb\x00\x7f\x9b"),
        ("a\tb\nc\rd\u2028e", r"a\tb\nc\rd\u2028e"),
        ("\u202e\u2067\u200f\u061c", r"\u202e\u2067\u200f\u061c"),
        ("\u200b\u200d\xad\ufeff\u3164", r"\u200b\u200d\xad\ufeff\u3164"),
        ("\U000e0041\udcff", r"\U000e0041\udcff"),
        ("::error::a std::b ::", r"\x3a:error::a std::b \x3a:"),
        ("##[group]a ##vso[b] ## c #[d]", r"\x23#[group]a \x23#vso[b] ## c #[d]"),
    ],
)  # fmt: skip
def test_what_cannot_be_seen_is_escaped(text: str, expected: str) -> None:
    """Controls, marks of direction, fillers and commands are escaped; all other letters stay."""
    assert shown(text) == expected


@given(ODD)
def test_a_terminal_gets_only_what_can_be_seen(text: str) -> None:
    """No letter moves the cursor, hides, or changes the order of others, and no line is a command."""
    for safe in (shown(text), shown_lines(text), single_line(text)):
        assert unseen_in(safe) == set()
        assert commands_in(safe) == []
        # An error is often told within another.
        assert shown_lines(safe) == safe
    assert "\n" not in shown(text) + single_line(text)
    assert shown_lines(text).count("\n") == text.count("\n")
    assert is_plain(text) == (shown_lines(text) == text)


@given(ODD)
def test_data_reads_the_same(text: str) -> None:
    """Escapes in JSON and TOML are those of the format, so that nothing is lost."""
    written = json.dumps({"a": text}, ensure_ascii=False, indent=2)
    safe = escaped_data(written, "json")
    assert json.loads(safe) == {"a": text}
    assert unseen_in(safe) == set()
    # No file holds half of a surrogate pair, and JSON leaves U+007F as it is, which TOML refuses.
    if not re.search("[\ud800-\udfff]", text):
        line = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
        safe = escaped_data(f"a = {line}", "toml")
        assert tomllib.loads(safe) == {"a": text}
        assert unseen_in(safe) == set()


class Texts(HTMLParser):
    """The texts and attributes of a page, as a browser would read them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str | None] = []
        self.feed(page)
        self.close()

    def handle_starttag(
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        """Note the attributes of a tag."""
        self.found += [value for _, value in attrs]
        self.found.append("")

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.found[-1] = f"{self.found[-1]}{data}"


READABLE = st.text(
    st.characters(
        exclude_categories=("Cc", "Cs", "Cn"),
        exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    )
    | st.sampled_from("\n\t\r<>&\"'")
)


@given(READABLE)
def test_pages_keep_every_text(text: str) -> None:
    """What is no control is in the page as it is in the record, joiners and marks of direction too."""
    safe = html_text(text)
    page = Texts(f'<p title="{safe}">{safe}</p>')
    assert page.found == [text, text]


@given(ODD)
def test_no_text_ends_a_tag(text: str) -> None:
    """Whatever a text holds, it is one text for a browser and for a reader of XML."""
    safe = html_text(text)
    page = Texts(f'<p title="{safe}">{safe}</p>')
    title, shown_text = page.found
    assert title == shown_text
    picture = ElementTree.fromstring(f'<p title="{safe}">{safe}</p>')  # noqa: S314 -- ours
    assert picture.text == (shown_text or None)


def test_a_page_shows_controls_as_escapes() -> None:
    """A control, or an order other than that of the text, can be read and does nothing."""
    assert html_text("\x1b[2J\x85 \u202e001\u202c") == (
        r"\x1b[2J\x85 \u202e001\u202c"
    )
    assert document_line("a\nb\u200cc\u202e") == "a b\u200cc\\u202e"


def test_documents_keep_spaces_at_which_no_line_breaks() -> None:
    """Those of French numbers and quotation marks stay, and all others become plain."""
    assert document_line("«\u00a010\u202f000\u00a0»\u2003a") == (
        "«\u00a010\u202f000\u00a0» a"
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c&d=e#f",
        "HTTP://example.org",
        "https://example.org/é%20(f)/{g}|'h'[i]*j*",
    ],
)
def test_an_address_of_the_web_may_be_a_link(address: str) -> None:
    """HTTP and HTTPS are the schemes that readers know where they lead."""
    assert is_web_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://a.org/> <b>b</b>",
        "https://a.org/\n# b",
        "https://a.org/\\",
        "https://a.org/`",
        'https://a.org/"',
        "https://a.org/\u202eb",
        "https://a.org/\x1b",
        "https://a.org/\u200b",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,a",
        " https://example.org",
        "https://",
        "https:///a",
        "//example.org",
        "file:///etc/passwd",
        "mailto:a@example.org",
        "",
    ],
)
def test_no_other_address_is_a_link(address: str) -> None:
    """What runs, opens a file, or could end the link is text."""
    assert not is_web_address(address)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patrol more.", "Patrol more."),
        ("1. a 2. b", r"1\. a 2. b"),
        ("12) a", r"12\) a"),
        ("- a - b", r"\- a - b"),
        ("a\n# b", r"a \# b"),
        ("$1 & <2>", r"\$1 \& \<2\>"),
        ("https://a.org www.a.org", r"https\://a.org www\.a.org"),
        ("::error::a", r"\::error::a"),
        ("a\u200cb\x1b\u202e", r"a&#x200c;b\\x1b\\u202e"),
    ],
)
def test_markup_is_escaped(text: str, expected: str) -> None:
    """Signs of Markdown are text; what cannot be seen is an escape, or a reference if pages need it."""
    assert markdown_text(text) == expected


@given(ODD)
def test_markdown_is_only_text(text: str) -> None:
    """A reader of Markdown finds one paragraph of text, which is that of the record."""
    markdown_it = pytest.importorskip("markdown_it")
    reader = markdown_it.MarkdownIt("commonmark").enable(
        ["table", "strikethrough"]
    )
    tokens = reader.parse(markdown_text(text))
    expected = document_line(text).strip()
    assert unseen_in(markdown_text(text)) == set()
    if not expected:
        assert tokens == []
        return
    assert [token.type for token in tokens] == [
        "paragraph_open",
        "inline",
        "paragraph_close",
    ]
    parts = tokens[1].children
    assert {part.type for part in parts} <= {"text", "text_special"}
    assert "".join(part.content for part in parts) == expected


@given(ODD, ODD)
def test_a_workflow_command_is_one_line(file: str, message: str) -> None:
    """No name ends the properties, no message the command, and both can be read again."""
    said = workflow_command("error", {"file": file, "line": 7}, message)
    assert "\n" not in said
    assert unseen_in(said) == set()
    properties, _, told = said.removeprefix("::error ").partition("::")
    *_, line = properties.split(",")
    assert line == "line=7"
    assert properties.count(",") == (1 if file else 0)
    assert told.replace("%25", "%") == shown(message)
