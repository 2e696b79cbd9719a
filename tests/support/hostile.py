"""Texts that try to be more than text, a dossier that has them everywhere, and what no output may hold."""

from __future__ import annotations

import json
import re
from typing import Any, Final
from unicodedata import category

import entente
from entente import Dossier
from full_dossier import FULL


def _letters(*ranges: tuple[int, int]) -> str:
    """Join the letters of some ranges of code points, each after a plain letter."""
    codes = [code for first, last in ranges for code in range(first, last + 1)]
    return "".join(f"x{chr(code)}" for code in codes)


HOSTILE: Final = {
    "controls": _letters((0x00, 0x1F), (0x7F, 0x7F)),
    "later controls": _letters((0x80, 0x9F)),
    "escape sequences": "a\x1b[2Jb \x9b31mc \x1b]8;;https://evil.example\x07d\r\ne\x08f",
    "directions": _letters(
        (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069), (0x061C, 0x061C)
    ),
    "line breaks": "a\n# Forged\u2028::error::b\u2029c\x85d\r- e\n\n    code\n===\n---\nf",
    "unseen": "a\u200bb\u200cc\u200dd\u2060e\ufefff\xadg\u034fh\u115fi\u3164j\uffa0k\u180el",
    "tags": _letters((0xE0000, 0xE0001), (0xE0041, 0xE0043), (0xE0100, 0xE0101)),
    "odd planes": "a\ue000b\U000f0000c\U0010fffdd\ufdd0e\ufffef\uffffg\U0001fffeh",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)> </svg></title>]]>"
    "<!-- --> &lt;b&gt; &#x1b; \" onload=\"x\" ' onload='x' role=\"img\" &",
    "lines of Markdown": "a\n# Forged\n\n- b\n1. c\n> d\n| e | f |\n| - | - |\n```\ng\n~~~\n***",
    "words of Markdown": "*a* _b_ `c` ~~d~~ \\ | e || ![f](https://evil.example/g.png) <b>h</b>"
    " [i](javascript:alert(1)) [j]: data:text/html,k <javascript:l> &copy; $m$ **n",
    "links": "https://evil.example www.evil.example javascript:alert(1) data:text/html,x",
    "commands": "::error::a ::stop-commands::b\n::add-mask::c ##[group]d ##vso[task.x]e %0A::error::f",
    "formulas": "=1+1 +2 -3 @SUM(A1) =cmd|' /C calc'!A0",
}  # fmt: skip
"""Texts by what is odd in them."""

_FREE: Final = {
    "label", "name", "title", "summary", "text", "note", "stated", "publisher", "licence", "aliases",
    "wording", "identifier", "quote",
}  # fmt: skip
"""The keys of files whose texts may be any."""


def hostile_dossier(odd: str) -> Dossier:
    """Return a dossier of every field, in which each text that may be any ends with an odd one."""
    data = _with(json.loads(entente.dumps(FULL)), odd, key="")
    return entente.loads(json.dumps(data), format="json")


def _with(value: Any, odd: str, key: str) -> Any:
    if isinstance(value, dict):
        return {name: _with(each, odd, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_with(each, odd, key) for each in value]
    return f"{value} {odd}." if key in _FREE else value


_SHAPELESS: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")


def unseen_in(text: str) -> set[str]:
    """Return the letters of a text that a terminal must not get."""
    return {
        letter
        for letter in text
        if letter != "\n"
        and (
            category(letter) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
            or letter in _SHAPELESS
            or 0xE0000 <= ord(letter) <= 0xE0FFF
            or ord(letter) & 0xFFFE == 0xFFFE
        )
    }


def commands_in(text: str) -> list[str]:
    """Return the lines of a text that the log of a workflow would take for commands."""
    return [
        line
        for line in text.splitlines()
        if line.strip().startswith("::") or re.search(r"##\w*\[", line)
    ]
