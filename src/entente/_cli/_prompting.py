"""Asking in a terminal."""

from __future__ import annotations

import sys

from entente._safe import shown, shown_lines


def is_terminal() -> bool:
    """Say whether somebody can be asked: questions are seen, and answers come from a keyboard."""
    return all(
        # There is none where the shell has closed it.
        stream is not None and stream.isatty()
        for stream in (sys.stdin, sys.stdout)
    )


def ask(question: str) -> str:
    """Return the answer to a question. Raises EOFError if there is nobody to give one."""
    if sys.stdin is None:
        raise EOFError
    return input(f"{shown(question)} ")


def tell(text: str) -> None:
    """Print some lines."""
    print(shown_lines(text))


def confirm(question: str) -> bool:
    """Ask a question until the answer is yes or no; nothing is no."""
    while True:
        answer = ask(f"{question} [y/N]").strip().lower()
        if answer in {"y", "yes"}:
            return True
        if answer in {"", "n", "no"}:
            return False
