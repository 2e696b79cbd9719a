"""A site is served on this machine, and built again when its dossier changes."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from entente import Dossier
from entente.errors import LoadError, QueryError
from entente.site._serving import Preview, serve, serving

GOOD = 'entente = 1\n[[themes]]\nid = "boats"\nlabel = "Boats"\n'
BAD = 'entente = 1\n[[themes]]\nid = "boats"\nlable = "<Boats>"\n'


def write_labels(dossier: Dossier, folder: Path) -> None:
    """Write a site of one page with the labels of the themes, and a style sheet."""
    (folder / "themes").mkdir(parents=True)
    labels = ", ".join(theme.label for theme in dossier.themes)
    page = f"<html><body class='plain'><h1>{labels}</h1></body></html>"
    (folder / "index.html").write_text(page)
    (folder / "themes" / "index.html").write_text(page)
    (folder / "site.css").write_text("h1 { color: black }")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A dossier of one theme."""
    file = tmp_path / "tracker.toml"
    file.write_text(GOOD)
    return file


@pytest.fixture
def preview(file: Path, tmp_path: Path) -> Preview:
    """The preview of a dossier, not built yet."""
    (tmp_path / "sites").mkdir()
    return Preview(file, write_labels, tmp_path / "sites")


@pytest.fixture
def address(preview: Preview) -> Iterator[str]:
    """The address of a preview that is served."""
    with serving(preview) as address:
        yield address


def get(
    address: str, path: str = "/", host: str | None = None
) -> tuple[int, str]:
    """Ask for a path, and return the status and the text."""
    there = urlsplit(address)
    connection = http.client.HTTPConnection(there.netloc, timeout=10)
    connection.request("GET", path, headers={"Host": host or there.netloc})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def test_nothing_is_built_while_nothing_changes(preview: Preview) -> None:
    """A dossier is read and built once, and again only when its file has changed."""
    assert preview.refresh()
    assert not preview.refresh()
    assert preview.version == 1


def test_a_changed_file_is_built_again(
    preview: Preview, file: Path, address: str
) -> None:
    """What is served follows the file, and pages learn that there is a newer site."""
    preview.refresh()
    assert "<h1>Boats</h1>" in get(address)[1]
    assert get(address, "/-/version") == (200, "1")
    file.write_text(GOOD.replace("Boats", "Small boats"))
    assert preview.refresh()
    assert "<h1>Small boats</h1>" in get(address)[1]
    assert get(address, "/-/version") == (200, "2")
    assert [each.name for each in preview.folder.iterdir()] == ["2"]


def test_the_last_good_site_stays_while_the_dossier_does_not_load(
    preview: Preview, file: Path, address: str
) -> None:
    """A slip takes nothing away: the last site stays, with the problems at the top of each page."""
    preview.refresh()
    file.write_text(BAD)
    assert preview.refresh()
    for path in ("/", "/themes/", "/themes/index.html"):
        status, text = get(address, path)
        assert status == 200
        assert "<h1>Boats</h1>" in text
        assert "'lable' is not a key of a theme" in unescape(text)
        assert text.index('role="alert"') < text.index("<h1>")
    file.write_text(GOOD)
    preview.refresh()
    assert "alert" not in get(address)[1]


def test_a_dossier_that_never_loaded_shows_its_problems(
    preview: Preview, file: Path, address: str
) -> None:
    """Before there is a site, every page shows what is wrong, and none of it as markup."""
    file.write_text(BAD.replace("lable", "<b>"))
    preview.refresh()
    status, text = get(address, "/commitments/")
    assert status == 200
    assert "there is no site yet" in text
    assert "<b>" not in text


def test_a_dossier_that_is_gone_is_a_problem(
    preview: Preview, file: Path
) -> None:
    """A file that was taken away is told, and the last site stays."""
    preview.refresh()
    file.unlink()
    assert preview.refresh()
    assert "tracker.toml" in preview.problems
    assert preview.site is not None


def test_a_folder_is_watched_whole(tmp_path: Path) -> None:
    """A file that is added to the folder of a dossier is seen; an empty folder is a problem."""
    folder, sites = tmp_path / "tracker", tmp_path / "sites"
    folder.mkdir()
    sites.mkdir()
    preview = Preview(folder, write_labels, sites)
    preview.refresh()
    assert preview.problems
    (folder / "themes.toml").write_text(GOOD)
    assert preview.refresh()
    assert not preview.problems
    (folder / "idea.draft.toml").write_text("entente = 1\n")
    preview.refresh()
    assert not preview.problems


def test_a_site_that_cannot_be_built_is_not_blamed_on_the_dossier(
    file: Path, tmp_path: Path
) -> None:
    """The page says whether the dossier or its site is at fault, and files beside the dossier are watched."""
    template, sites = tmp_path / "front.html", tmp_path / "sites"
    template.write_text("bad")
    sites.mkdir()

    def write(dossier: Dossier, folder: Path) -> None:
        if template.read_text() == "bad":
            raise QueryError("templates: front.html:1: no such filter")
        write_labels(dossier, folder)

    preview = Preview(file, write, sites, lambda: [template])
    preview.refresh()
    with serving(preview) as address:
        _, text = get(address)
        assert "The site could not be built, so there is no site" in text
        assert "front.html:1: no such filter" in text
        template.write_text("better")
        assert preview.refresh()
        assert "alert" not in get(address)[1]
        file.write_text(BAD)
        preview.refresh()
        assert "The dossier does not load. What you see" in get(address)[1]


def test_a_dossier_that_is_not_there_is_not_waited_for(
    tmp_path: Path,
) -> None:
    """A mistyped path is an error at once, and nothing is served."""

    def tell(text: str) -> None:
        raise AssertionError(text)

    path = tmp_path / "traker.toml"
    with pytest.raises(LoadError, match=r"traker\.toml: .* no such file"):
        serve(path, write_labels, port=0, tell=tell)


def test_files_that_are_no_pages_are_served_as_they_are(
    preview: Preview, address: str
) -> None:
    """A style sheet has no script in it, what is not there is missing, and a folder leads to its page."""
    preview.refresh()
    assert get(address, "/site.css") == (200, "h1 { color: black }")
    assert get(address, "/missing.css")[0] == 404
    assert get(address, "/themes")[0] == 301
    assert get(address, "/../tracker.toml")[0] == 404


@pytest.mark.parametrize("host", ["example.org", "example.org:8000", ""])
def test_other_names_of_this_machine_are_refused(
    preview: Preview, address: str, host: str
) -> None:
    """A site elsewhere that leads its own name here reads nothing."""
    preview.refresh()
    assert get(address, host=host or ":1")[0] == 403


def test_serving_goes_on_until_it_is_stopped(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address is told first, then the problems when there are some; Ctrl-C ends it."""
    told: list[str] = []

    def tell(text: str) -> None:
        told.append(text)
        if len(told) == 2:
            raise KeyboardInterrupt

    def save_a_slip(seconds: float) -> None:
        assert seconds < 1
        file.write_text(BAD)

    monkeypatch.setattr("entente.site._serving.time.sleep", save_a_slip)
    with pytest.raises(KeyboardInterrupt):
        serve(file, write_labels, port=0, tell=tell)
    assert told[0].startswith(f"serving {file} at http://127.0.0.1:")
    assert "'lable' is not a key of a theme" in told[1]
