"""``entente serve`` shows the site of a dossier while it is written."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

import entente
from entente import Dossier
from entente._cli import _serve, main


@pytest.fixture
def tracker(tmp_path: Path) -> str:
    """A dossier in a file."""
    file = tmp_path / "tracker.toml"
    entente.save(entente.example("promises-kept"), file)
    return str(file)


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ([], "tracker"),
        (["--on", "2024-06-01", "--title", "Promises"], "Promises"),
    ],
)
def test_the_site_is_that_of_the_options(
    tracker: str,
    asked: list[str],
    title: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is served is what `entente site` would write, and Ctrl-C is the way to stop."""
    out = tmp_path / "out"

    def once(
        path: Path, build: Callable[[Dossier, Path], object], **given: object
    ) -> None:
        assert (path, given["port"]) == (Path(tracker), 8000)
        build(entente.load(path), out)
        raise KeyboardInterrupt

    monkeypatch.setattr(_serve, "serve", once)
    assert main(["serve", tracker, *asked]) == 0
    page = (out / "index.html").read_text()
    assert ("2024-06-01" in page or "1 June 2024" in page) == bool(asked)
    assert (title in page) == bool(asked)


def test_settings_are_read_again(
    tracker: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file of settings, the logo and the templates are watched, and what they say now counts."""
    settings, logo = tmp_path / "site.toml", tmp_path / "logo.svg"
    template = tmp_path / "own" / "clock.html"
    template.parent.mkdir()
    template.write_text("Today")
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    settings.write_text('title = "Before"\n')

    def twice(
        path: Path,
        build: Callable[[Dossier, Path], object],
        *,
        beside: Callable[[], Iterable[Path]],
        **_: object,
    ) -> None:
        assert list(beside()) == [settings]
        settings.write_text(
            'title = "After"\nlogo = "logo.svg"\ntemplates = "own"\n'
        )
        build(entente.load(path), tmp_path / "out")
        assert set(beside()) == {settings, logo, template}
        raise KeyboardInterrupt

    monkeypatch.setattr(_serve, "serve", twice)
    assert main(["serve", tracker, "--settings", str(settings)]) == 0
    page = (tmp_path / "out" / "index.html").read_text()
    assert "<h1>After</h1>" in page
    assert "Before" not in page


def test_a_mistyped_path_is_an_error(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """There is nothing to wait for, so the command ends."""

    def wait(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("entente.site._serving.time.sleep", wait)
    assert main(["serve", str(tmp_path / "traker.toml"), "--port", "0"]) == 1
    assert (
        "traker.toml: the file cannot be read: no such file"
        in capsys.readouterr().err
    )


@pytest.mark.parametrize("port", [None, 70_000])
def test_a_port_that_cannot_be_had_is_named(
    tracker: str, port: int | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """A port that another program has, or that there is not, leads to the option."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        asked = port or taken.getsockname()[1]
        assert main(["serve", tracker, "--port", str(asked)]) == 2
    message = capsys.readouterr().err
    assert message.startswith(f"entente: port {asked}: ")
    assert message.endswith("; choose another with --port\n")
