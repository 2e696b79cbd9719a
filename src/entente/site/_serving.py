"""A site on this machine, built again whenever a file of its dossier or its settings changes."""

from __future__ import annotations

import shutil
import time
import warnings
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, Final, NoReturn, TypeAlias

from attrs import define, field

from entente._dossier import Dossier
from entente._safe import shown_lines
from entente.errors import DraftWarning, EntenteError, LoadError
from entente.files import load
from entente.files._paths import is_folder, list_files

PORT: Final = 8000

FileStates: TypeAlias = Mapping[Path, tuple[int, int, int]]
"""The files of a dossier and its site, each with what changes when it is written."""

_GONE: Final = (0, 0, 0)
"""The state of a file that is not there."""

_VERSION: Final = "/-/version"
"""Where a page asks whether it was built again."""

_HOSTS: Final = frozenset({"127.0.0.1", "localhost"})

_SECONDS: Final = 0.5
"""How often the files are looked at."""

_RELOAD: Final = """
<script>
setInterval(async () => {{
  const answer = await fetch("{address}").catch(() => null);
  if (answer && answer.ok && await answer.text() !== "{version}") location.reload();
}}, 1000);
</script>
"""

_PROBLEMS: Final = """
<section role="alert" style="padding: 1rem; border: 2px solid #b3261e; background: #fff; color: #1c1b1f">
<p><strong>{title}</strong></p>
<pre style="white-space: pre-wrap">{problems}</pre>
</section>
"""

_NO_SITE: Final = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Problems</title></head><body></body></html>
"""


@define
class Preview:
    """The last good site of a dossier, and what keeps a newer one from being built.

    `build` writes the site of a dossier to a folder that is not there yet; `folder` holds what it writes.
    `beside` names the files that it reads beside the dossier. `failed` says what the problems keep from
    being done.
    """

    path: Path
    build: Callable[[Dossier, Path], object]
    folder: Path
    beside: Callable[[], Iterable[Path]] = tuple
    site: Path | None = None
    failed: str = ""
    problems: str = ""
    version: int = 0
    _seen: FileStates | None = field(default=None, init=False)

    def refresh(self) -> bool:
        """Build the site if a file has changed since it was built, and say whether one has."""
        seen = snapshot(self.path, self.beside())
        if seen == self._seen:
            return False
        self._seen = seen
        self.version += 1
        fresh = self.folder / str(self.version)
        step = "The dossier does not load"
        try:
            with warnings.catch_warnings():
                # A draft that is left out is no news at each save.
                warnings.simplefilter("ignore", DraftWarning)
                dossier = load(self.path)
            step = "The site could not be built"
            self.build(dossier, fresh)
        except EntenteError as error:
            self.failed, self.problems = step, shown_lines(str(error))
            return True
        last, self.site, self.problems = self.site, fresh, ""
        if last is not None:
            shutil.rmtree(last, ignore_errors=True)
        return True

    def page(self, html: str) -> str:
        """Return a page with the problems at its top, and with what loads it again."""
        if self.problems:
            title = self.failed + (
                ". What you see is the last site that could be built."
                if self.site
                else ", so there is no site yet."
            )
            box = _PROBLEMS.format(title=title, problems=escape(self.problems))
            before, body, after = html.partition("<body")
            tag, end, rest = after.partition(">")
            html = f"{before}{body}{tag}{end}{box}{rest}"
        script = _RELOAD.format(address=_VERSION, version=self.version)
        return html.replace("</body>", f"{script}</body>", 1)


def snapshot(path: Path, beside: Iterable[Path] = ()) -> FileStates:
    """Return what the files of a dossier, and those beside it, look like from outside."""
    files = [path]
    if is_folder(path):
        try:
            files, _ = list_files(path)
        except LoadError:
            files = []  # to load it will say why
    return {file: _look_of(file) for file in (*files, *beside)}


def _look_of(file: Path) -> tuple[int, int, int]:
    try:
        found = file.stat()
    except OSError:
        return _GONE
    return (found.st_mtime_ns, found.st_size, found.st_ino)


class _Handler(SimpleHTTPRequestHandler):
    """Serves the last good site of a preview."""

    def __init__(self, *given: Any, preview: Preview) -> None:
        self.preview = preview
        super().__init__(*given, directory=str(preview.site or preview.folder))

    def do_GET(self) -> None:
        """Send a page with the problems in it, or a file as it is."""
        # Another site that leads its own name to this machine may not read what is here.
        host = self.headers.get("Host", "").rpartition(":")[0]
        if host not in _HOSTS:
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.path == _VERSION:
            self._send(str(self.preview.version), "text/plain")
        elif self.preview.site is None:
            self._send(self.preview.page(_NO_SITE), "text/html")
        else:
            self._send_file()

    def _send_file(self) -> None:
        file = Path(self.translate_path(self.path))
        if is_folder(file) and self.path.endswith("/"):
            file /= "index.html"
        if file.suffix == ".html" and file.is_file():
            page = file.read_text(encoding="utf-8")
            self._send(self.preview.page(page), "text/html")
        else:
            super().do_GET()

    def _send(self, text: str, kind: str) -> None:
        body = text.encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing: the terminal is for the problems of the dossier."""


@contextmanager
def serving(preview: Preview, port: int = 0) -> Generator[str]:
    """Serve a preview on this machine alone, and yield its address; port 0 is one that is free."""
    handler = partial(_Handler, preview=preview)
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        # To stop it takes as long as it waits at a time.
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def serve(
    path: Path,
    build: Callable[[Dossier, Path], object],
    *,
    port: int,
    tell: Callable[[str], object],
    beside: Callable[[], Iterable[Path]] = tuple,
) -> NoReturn:
    """Serve the site of a dossier until Ctrl-C, and tell its address and what goes wrong.

    Raises `OSError` if the port is in use, and `entente.errors.LoadError` if there is no such file.
    """
    if _look_of(path) == _GONE:
        load(path)  # to load it says why
    with TemporaryDirectory() as folder:
        preview = Preview(path, build, Path(folder), beside)
        preview.refresh()
        with serving(preview, port) as address:
            tell(f"serving {path} at {address}; stop with Ctrl-C")
            while True:
                if preview.problems:
                    tell(preview.problems)
                while not preview.refresh():
                    time.sleep(_SECONDS)
