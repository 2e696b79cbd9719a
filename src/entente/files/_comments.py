"""Comments of TOML and YAML: where they are in a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, Final

from attrs import frozen

# Strings, which may hold a "#", or a comment. The text is known to be valid TOML, so whatever opens
# a string outside of another is closed.
_TOML: Final = re.compile(
    r'"""[^"\\]*(?:(?:\\[\s\S]|""?(?!"))[^"\\]*)*"{3,5}'
    r"|'''[^']*(?:''?(?!')[^']*)*'{3,5}"
    r'|"[^"\\]*(?:\\.[^"\\]*)*"'
    r"|'[^']*'"
    r"|(#[^\r\n]*)"
)
# In YAML a "#" within a word begins no comment.
_YAML: Final = re.compile(r"(?:(?<=[ \t\r\n])|\A)#[^\r\n]*")
# The first line of a block of text: "|", how it is to be read, and a comment.
_BLOCK_HEAD: Final = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\r\n]*)")


@frozen
class Comment:
    """A comment: its `text` from the sign on, and its `line`, from 0.

    It is `alone` if nothing stands before it on its line.
    """

    line: int
    text: str
    alone: bool


def find_comments(text: str, format: str) -> list[Comment]:
    """List the comments of a text that is known to be valid, in their order."""
    if "#" not in text or format == "json":
        return []
    offsets = _in_toml(text) if format == "toml" else _in_yaml(text)
    breaks = [match.end() for match in re.finditer("\n", text)]
    comments: list[Comment] = []
    for start, end in offsets:
        line = bisect_right(breaks, start)
        before = text[breaks[line - 1] if line else 0 : start]
        comments.append(
            Comment(line, text[start:end].rstrip(), not before.strip())
        )
    return comments


def _in_toml(text: str) -> Iterator[tuple[int, int]]:
    for match in _TOML.finditer(text):
        if match[1]:
            yield match.span(1)


def _in_yaml(text: str) -> Iterator[tuple[int, int]]:
    """List where comments begin and end: each "#" behind white space that is in no scalar."""
    at = 0
    for start, end in [*_scalars(text), (len(text), len(text))]:
        for match in _YAML.finditer(text, at, start):
            yield match.span()
        head = _BLOCK_HEAD.match(text, start)
        if head is not None:
            yield head.span(1)
        at = end


def _scalars(text: str) -> list[tuple[int, int]]:
    """List where the scalars of a YAML text begin and end."""
    # Only where there is YAML to be revised, which was read before.
    import yaml  # noqa: PLC0415

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    events: Iterator[Any] = yaml.parse(text, Loader=loader)
    return [
        (event.start_mark.index, event.end_mark.index)
        for event in events
        if type(event).__name__ == "ScalarEvent"
    ]
