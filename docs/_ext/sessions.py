"""Highlights shell sessions: a command is what follows ``$``, and every other line is its output.

The session that Pygments knows takes a line that begins with ``#`` for a command of root, and a block
without any prompt for output, which the copy button leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from pygments.lexers.shell import BashLexer, BashSessionLexer
from sphinx.application import Sphinx

Tokens = Iterator[tuple[int, object, str]]


class Session(BashSessionLexer):
    """A shell session with the one prompt ``$``; without a prompt, all of it is commands."""

    name = "Session"
    aliases: ClassVar = ["console"]
    _ps1rgx = re.compile(r"^(\$ )(.*\n?)")

    def get_tokens_unprocessed(self, text: str) -> Tokens:
        """Yield each token with its position and kind."""
        if re.search(r"^\$ ", text, re.MULTILINE):
            return super().get_tokens_unprocessed(text)
        return BashLexer().get_tokens_unprocessed(text)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.add_lexer("console", Session)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
