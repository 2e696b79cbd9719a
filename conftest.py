"""Runs every example of the docs and docstrings as a test, and makes Hypothesis repeatable in CI."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import ExitStack, chdir
from difflib import unified_diff
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import pytest
from hypothesis import HealthCheck, settings
from sybil import Example, Sybil
from sybil.parsers.myst import (
    CodeBlockParser,
    DocTestDirectiveParser,
    PythonCodeBlockParser,
    SkipParser,
)
from sybil.parsers.rest import DocTestParser

import entente  # noqa: F401 -- before Sybil sees src/, so that examples use the installed library

settings.register_profile(
    "ci",
    max_examples=25,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "dev",
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
# Where the whole suite has run with another Python, or with newer dependencies.
settings.register_profile(
    "few",
    max_examples=10,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
# Long runs are for those who ask for them: HYPOTHESIS_PROFILE=thorough.
settings.register_profile(
    "thorough",
    max_examples=1_000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE")
    or ("ci" if os.environ.get("CI") else "dev")
)


def open_page(names: dict[str, object]) -> None:
    """Give a page a folder of its own, for its files and commands."""
    names["page"] = page = ExitStack()
    page.enter_context(chdir(page.enter_context(TemporaryDirectory())))


def close_page(names: dict[str, object]) -> None:
    """Leave the folder of a page and remove it."""
    cast("ExitStack", names["page"]).close()


FILE_NAME = re.compile(r"^\*\*`(\S+)`\*\*(?: \((\w+)\))?\n\n\Z", re.MULTILINE)
"""The line above a block that names its file."""


def write_file(example: Example) -> None:
    """Write a block to the file that is named above it; "continued" adds a block, "corrected" replaces the last block."""
    above = example.document.text[: example.start]
    if named := FILE_NAME.search(above):
        name, how = named.groups()
        file = Path(name)
        files: dict[str, list[str]] = example.namespace.setdefault("files", {})
        # What a command has written can be continued, too.
        written = [file.read_text("utf-8")] if file.exists() else []
        blocks = files.setdefault(name, written)
        kept = {
            None: 0,
            "continued": len(blocks),
            "corrected": len(blocks) - 1,
        }[how]
        blocks[kept:] = [str(example.parsed)]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(blocks), encoding="utf-8")


def run_commands(example: Example) -> str | None:
    """Run each line "$ …" of a block with a command of ours, cat or mv, and compare what it prints with the lines below it."""
    scripts = Path(sys.executable).parent
    surroundings = os.environ | {
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "NO_COLOR": "1",
    }
    for step in re.split(
        r"^\$ (?=(?:entente|cat|mv) )", example.parsed, flags=re.MULTILINE
    )[1:]:
        line, _, wanted = step.partition("\n")
        done = subprocess.run(  # noqa: S602 -- the pages are our own, and show what a user types
            line,
            shell=True,
            check=False,
            text=True,
            env=surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        if done.stdout.strip() != wanted.strip():
            return "\n".join(
                unified_diff(
                    wanted.splitlines(),
                    done.stdout.splitlines(),
                    "page",
                    line,
                    lineterm="",
                )
            )
    return None


pytest_collect_file = (
    Sybil(
        parsers=[DocTestParser(optionflags=NORMALIZE_WHITESPACE | ELLIPSIS)],
        # Before Python 3.13 `**` stands for one folder here.
        patterns=["src/**/*.py", "src/*/*/*.py", "src/*/*/*/*.py"],
    )
    + Sybil(
        parsers=[
            DocTestDirectiveParser(
                optionflags=NORMALIZE_WHITESPACE | ELLIPSIS
            ),
            PythonCodeBlockParser(
                doctest_optionflags=NORMALIZE_WHITESPACE | ELLIPSIS
            ),
            CodeBlockParser("console", run_commands),
            *(
                CodeBlockParser(language, write_file)
                for language in ("json", "text", "toml", "yaml")
            ),
            SkipParser(),
        ],
        patterns=["*.md", "docs/**/*.md"],
        setup=open_page,
        teardown=close_page,
    )
).pytest()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data next to the checkout. Tests that need it are skipped without it."""
    folder = Path(__file__).resolve().parent.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder of real data is not here")
    return folder
