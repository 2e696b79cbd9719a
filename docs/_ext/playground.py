"""The playground: Python in the reader's browser, and nothing from any other host.

At the start of a build, npm brings Pyodide, and pip the wheel of the library with those of what it
needs. They are served from ``_static/playground``, beside the page's own files. Where either cannot be
had, the build says so in a line and goes on without the page.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging

PAGE: Final = "playground/index"

OWN: Final = ("playground.css", "playground.js", "worker.js", "answer.py")
"""The page's own files."""

RUNTIME: Final = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide-lock.json",
    "python_stdlib.zip",
)
"""What Pyodide needs in a browser, of all that its package holds."""

log = logging.getLogger(__name__)


def prepare(app: Sphinx, config: Config) -> None:
    """Bring what the page fetches, or leave the page out."""
    static = Path(app.doctreedir) / "playground"
    try:
        assemble(Path(app.srcdir) / "playground", static / "playground")
    except LeftOut as reason:
        log.info("the playground is left out: %s", reason)
        config.exclude_patterns.append(f"{PAGE}*")
        config.suppress_warnings.append("toc.excluded")
    else:
        config.html_static_path.append(str(static))


def dress(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object
) -> None:
    """Give the page, and no other, its script and its style."""
    if page == PAGE:
        app.add_css_file("playground/playground.css")
        app.add_js_file("playground/playground.js", type="module")


class LeftOut(Exception):  # noqa: N818 -- no error: the docs are whole without the playground
    """Why there is no playground this time."""


def assemble(source: Path, into: Path) -> None:
    """Put all that the page fetches into a folder."""
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    bring_pyodide(source / "package.json", into / "pyodide")
    bring_wheels(source.parent.parent, into)
    for name in OWN:
        shutil.copy(source / name, into)
    examples = tomllib.loads((source / "examples.toml").read_text(encoding="utf-8"))
    (into / "examples.json").write_text(json.dumps(examples), encoding="utf-8")


def bring_pyodide(package: Path, into: Path) -> None:
    """Have npm install what `package` names, and take from it what a browser needs."""
    npm = shutil.which("npm")
    if npm is None:
        raise LeftOut("there is no npm")
    quietly = (
        "--loglevel=error",
        "--no-audit",
        "--no-fund",
        "--no-package-lock",
        "--ignore-scripts",
    )
    into.mkdir()
    with TemporaryDirectory() as work:
        shutil.copy(package, work)
        run(npm, "install", "--prefer-offline", *quietly, within=Path(work))
        for name in RUNTIME:
            shutil.copy(Path(work) / "node_modules" / "pyodide" / name, into)


def bring_wheels(root: Path, into: Path) -> None:
    """Have pip build the library's wheel and fetch those of what it needs, and list them for the page."""
    pip = (sys.executable, "-m", "pip", "wheel", "-qqq", "--disable-pip-version-check")
    run(
        *pip,
        "--constraint",
        "constraints.txt",
        "--wheel-dir",
        str(into / "wheels"),
        ".",
        within=root,
    )
    wheels = sorted(wheel.name for wheel in (into / "wheels").iterdir())
    (into / "wheels.json").write_text(json.dumps(wheels), encoding="utf-8")


def run(*command: str, within: Path) -> None:
    """Run a command that says nothing but what keeps it from its work."""
    done = subprocess.run(
        command, cwd=within, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise LeftOut((done.stderr.strip() or f"{command[0]} failed").splitlines()[0])


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect(
        "config-inited", prepare, priority=900
    )  # after Sphinx forbade static files within the output
    app.connect("html-page-context", dress)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
