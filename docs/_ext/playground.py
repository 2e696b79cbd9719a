"""Builds the playground, which runs Python in the reader's browser without any other host.

At the start of a build, npm installs Pyodide, and pip builds the wheel of the library and downloads
those of its dependencies. They are served from ``_static/playground``, with the page's own files. If
npm or pip fails, the build logs one line and continues without the page.
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
"""The files of the Pyodide package that a browser needs."""

log = logging.getLogger(__name__)


def prepare(app: Sphinx, config: Config) -> None:
    """Collect what the page fetches, or leave the page out."""
    static = Path(app.doctreedir) / "playground"
    try:
        assemble(Path(app.srcdir) / "playground", static / "playground")
    except LeftOut as reason:
        log.info("the playground is left out: %s", reason)
        config.exclude_patterns.append(f"{PAGE}*")
        config.suppress_warnings.append("toc.excluded")
    else:
        config.html_static_path.append(str(static))


def add_assets(
    app: Sphinx,
    page: str,
    template: str,
    context: dict[str, Any],
    doctree: object,
) -> None:
    """Add the script and the style sheet to this page alone."""
    if page == PAGE:
        app.add_css_file("playground/playground.css")
        app.add_js_file("playground/playground.js", type="module")


class LeftOut(Exception):  # noqa: N818 -- not an error: the docs are complete without the playground
    """The reason for building without the playground."""


def assemble(source: Path, into: Path) -> None:
    """Put everything that the page fetches into a folder."""
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    install_pyodide(source / "package.json", into / "pyodide")
    collect_wheels(source.parent.parent, into)
    for name in OWN:
        shutil.copy(source / name, into)
    examples = tomllib.loads(
        (source / "examples.toml").read_text(encoding="utf-8")
    )
    (into / "examples.json").write_text(json.dumps(examples), encoding="utf-8")


def install_pyodide(package: Path, into: Path) -> None:
    """Install the npm package that `package` names, and copy the files that a browser needs."""
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


def collect_wheels(root: Path, into: Path) -> None:
    """Build the library's wheel, download those of its dependencies, and list them for the page."""
    pip = (
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-qqq",
        "--disable-pip-version-check",
    )
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
    """Run a command, and raise `LeftOut` with its first line of output if it fails."""
    done = subprocess.run(  # noqa: S603 -- our own commands
        command, cwd=within, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise LeftOut(
            (done.stderr.strip() or f"{command[0]} failed").splitlines()[0]
        )


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect(
        "config-inited", prepare, priority=900
    )  # after Sphinx has rejected static files inside the output folder
    app.connect("html-page-context", add_assets)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
