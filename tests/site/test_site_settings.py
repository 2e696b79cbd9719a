"""Settings of a site: what they change, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import entente
from built_sites import DAY, SitePage
from entente import Citation, Commitment, Dossier, Source, SourceKind, site
from entente.errors import QueryError
from entente.site._colours import contrast, from_hex, lightened

SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def test_all_faults_come_at_once() -> None:
    """An error names everything that is wrong."""
    with pytest.raises(QueryError) as caught:
        site.Settings(
            title=" ", locale="de", address="ftp://a", templates="none", logo="logo.exe", accent="#ffff00"
        )  # fmt: skip
    faults = re.findall(r"(?:^|; )(\w+):", str(caught.value))
    assert faults == [
        "title", "locale", "address", "templates", "logo", "accent",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"locale": "frr"}, "locale: there is no 'frr'; did you mean 'fr'?"),
        (
            {"accent": "blue"},
            "accent: 'blue' is not a colour such as '#1d4e89'",
        ),
        ({"logo": "none.png"}, "logo: none.png: no such file or directory"),
    ],
)
def test_faults_say_what_to_write(given: dict[str, str], fault: str) -> None:
    """A fault names the setting, the value and a cure."""
    with pytest.raises(QueryError) as caught:
        site.Settings(**given)  # type: ignore[arg-type]
    assert str(caught.value) == fault


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({}, "holds no file that ends in .html"),
        (
            {"frnt.html": ""},
            "'frnt.html' takes the place of none; did you mean 'front.html'?",
        ),
        ({"xyzq.html": ""}, "takes the place of none; ours are base"),
    ],
)
def test_templates_take_the_place_of_ours(
    tmp_path: Path, files: dict[str, str], fault: str
) -> None:
    """A template that is mistyped would do nothing, and nobody would know."""
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(QueryError, match=re.escape(fault)):
        site.Settings(templates=tmp_path)


def test_a_template_may_include_another_of_ones_own(tmp_path: Path) -> None:
    """What another template of the folder names is no mistake."""
    own = "{% include 'mine.html' %}"
    (tmp_path / "clock.html").write_text(own, encoding="utf-8")
    (tmp_path / "mine.html").write_text("Now.", encoding="utf-8")
    assert site.Settings(templates=tmp_path).templates == tmp_path


def test_a_large_logo_is_refused(tmp_path: Path) -> None:
    """Every page shows it, so it has at most 100 kB."""
    logo = tmp_path / "logo.png"
    logo.write_bytes(bytes(100_001))
    with pytest.raises(
        QueryError, match=r"logo: 'logo\.png' has more than 100 kB"
    ):
        site.Settings(logo=logo)


def test_a_file_of_settings(tmp_path: Path) -> None:
    """Paths are relative to the file, and what is given beside it goes first."""
    (tmp_path / "logo.svg").write_text(SVG)
    file = tmp_path / "site.toml"
    file.write_text('title = "Tracker"\nlogo = "logo.svg"\nquote = true\n')
    found = site.read_settings(file, title="Mine", locale=None)
    assert found == site.Settings(
        title="Mine", logo=tmp_path / "logo.svg", quote=True
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("titel = 'a'\nquote = 'yes'\nlocale = 'xx'", r"there is no setting 'titel'; did you mean 'title'\?; quote: 'yes' is not true or false; locale: there is no 'xx'; write en or fr"),
        ("zzz = 1", "there is no setting 'zzz'; the settings are title, locale"),
        ("title = 1", "title: 1 is not a text"),
        ("title = ", "Invalid value"),
        (b"\xff", "it is not UTF-8"),
        ("#" * 100_001, "settings have at most 100 kB"),
        (None, "no such file or directory"),
    ],
)  # fmt: skip
def test_faults_of_a_file(
    tmp_path: Path, text: str | bytes | None, fault: str
) -> None:
    """A file that cannot be used is named, with all that is wrong."""
    file = tmp_path / "site.toml"
    if text is not None:
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(QueryError, match=f"{re.escape(str(file))}: .*{fault}"):
        site.read_settings(file)


def test_settings_change_the_pages(tmp_path: Path) -> None:
    """Title, logo, colour and language are on every page; a template of one's own takes the place of ours."""
    (tmp_path / "logo.svg").write_text(SVG)
    own = tmp_path / "own"
    own.mkdir()
    (own / "clock.html").write_text("Our own clock")
    settings = site.Settings(
        title="Le suivi",
        locale="fr",
        logo=tmp_path / "logo.svg",
        accent="#7a1f5c",
        templates=own,
    )
    folder = site.build(
        entente.example("promises-kept"),
        tmp_path / "out",
        on=DAY,
        settings=settings,
    ).folder
    page = SitePage(folder / "parties" / "GB" / "index.html")
    assert "Royaume-Uni" in page.text
    assert "Engagements" in page.text
    assert "Le suivi" in page.text
    assert "Our own clock" in page.text
    assert "../../static/logo.svg" in page.values("src")
    assert (folder / "static" / "logo.svg").read_text() == SVG
    assert "--accent: #7a1f5c" in (folder / "static" / "site.css").read_text()


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("One\n{% if %}", r"clock\.html:2: Expected an expression"),
        ("\n{% include 'none.html' %}", r"clock\.html:2: .*none\.html"),
        ("{{ nothing }}", r"clock\.html:1: 'nothing' is undefined"),
    ],
)
def test_a_fault_in_a_template_of_ones_own_is_named(
    tmp_path: Path, template: str, fault: str
) -> None:
    """Where it is and what it is are told, and no site is written."""
    (tmp_path / "clock.html").write_text(template)
    with pytest.raises(QueryError, match=rf"^templates: {fault}"):
        site.build(
            entente.example("promises-kept"),
            tmp_path / "out",
            on=DAY,
            settings=site.Settings(templates=tmp_path),
        )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "accent", ["#1d4e89", "#000000", "#7a1f5c", "#b00020"]
)
def test_the_accent_can_be_read(tmp_path: Path, accent: str) -> None:
    """By day and by night text of the accent colour has the contrast of AA on every ground of a page."""
    folder = site.build(
        Dossier(),
        tmp_path / "out",
        on=DAY,
        settings=site.Settings(accent=accent),
    ).folder
    style = (folder / "static" / "site.css").read_text()
    day, night = re.findall("--accent: (#[0-9a-f]{6})", style)[:2]
    for ground, text in (
        ("#ffffff", day),
        ("#14171b", night),
        ("#1b1f25", night),
        ("#20252c", night),
    ):
        assert contrast(from_hex(text), from_hex(ground)) >= 4.5


QUOTE = "a passage of the source"


def promised(licence: str | None) -> Dossier:
    """Return a dossier with a promise that quotes a source."""
    source = Source(
        id="readout", title="Readout", kind=SourceKind.READOUT, licence=licence
    )
    citation = Citation(source="readout", quote=QUOTE)
    return Dossier(
        [
            source,
            Commitment(
                id="patrol",
                summary="Patrol.",
                by=("FR",),
                citations=(citation,),
            ),
        ]
    )


@pytest.mark.parametrize(
    ("quote", "licence", "is_shown"),
    [
        (False, "OGL-UK-3.0", False),
        (True, None, False),
        (True, "OGL-UK-3.0", True),
    ],
)
def test_passages_need_a_licence_and_the_wish(
    tmp_path: Path, *, quote: bool, licence: str | None, is_shown: bool
) -> None:
    """A passage is in some file of a site only if it was asked for and its source has a licence."""
    settings = site.Settings(quote=quote)
    folder = site.build(
        promised(licence), tmp_path / "out", on=DAY, settings=settings
    ).folder
    holding = [
        file
        for file in folder.rglob("*")
        if file.is_file() and QUOTE in file.read_text()
    ]
    assert bool(holding) is is_shown
    page = SitePage(folder / "commitments" / "patrol" / "index.html")
    assert (QUOTE in page.text) is is_shown
    assert "Readout" in page.text


def test_nothing_is_lighter_than_white() -> None:
    """Where no mixture has the contrast that is asked for, it is white."""
    assert lightened(from_hex("#000000"), from_hex("#808080"), 21) == (1, 1, 1)
