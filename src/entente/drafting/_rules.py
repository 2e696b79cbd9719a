"""The rules of drafting, read from a file of words: `english.toml`, and what a user adds to it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import Final, TypeVar

from attrs import field, frozen

from entente._text import with_article
from entente.errors import RulesError
from entente.records import Act, Firmness

LANGUAGES: Final = {"en": "english.toml"}

_IRREGULAR: Final = {
    "bind": ("bound", "bound"), "come": ("came", "come"), "give": ("gave", "given"), "keep": ("kept", "kept"),
    "make": ("made", "made"), "mean": ("meant", "meant"), "seek": ("sought", "sought"),
    "stand": ("stood", "stood"), "take": ("took", "taken"), "undertake": ("undertook", "undertaken"),
    "hold": ("held", "held"), "have": ("had", "had"), "dream": ("dreamt", "dreamt"), "strive": ("strove", "striven"),
    "think": ("thought", "thought"), "feel": ("felt", "felt"), "know": ("knew", "known"),
    "understand": ("understood", "understood"), "pay": ("paid", "paid"), "say": ("said", "said"),
    "set": ("set", "set"), "put": ("put", "put"), "build": ("built", "built"), "send": ("sent", "sent"),
    "rise": ("rose", "risen"), "fall": ("fell", "fallen"), "grow": ("grew", "grown"), "shrink": ("shrank", "shrunk"),
    "go": ("went", "gone"), "cut": ("cut", "cut"), "tell": ("told", "told"), "find": ("found", "found"),
    "is": ("was", "been"), "be": ("was", "been"),
}  # fmt: skip
_DOUBLED: Final = re.compile(r"[^aeiou][aeiou][bdgmnprt]$")
# Verbs of more syllables double their last letter where they are stressed on it.
_STRESSED: Final = frozenset(
    {
        "commit",
        "admit",
        "refer",
        "defer",
        "submit",
        "permit",
        "recommit",
        "re-commit",
        "plan",
        "stop",
        "set",
        "put",
        "cut",
        "ban",
        "let",
        "begin",
        "aim",
    }
) - {"aim"}


@frozen
class Forms:
    """The forms of a verb: "plan", "plans", "planned", "planned", "planning"."""

    plain: str
    third: str
    past: str
    participle: str
    doing: str


def forms_of(verb: str) -> Forms:
    """Return the forms of an English verb.

    >>> forms_of("commit").doing, forms_of("undertake").past, forms_of("rely").third
    ('committing', 'undertook', 'relies')
    """
    stem = verb
    if verb.endswith("y") and verb[-2:-1] not in "aeou":
        stem, third, past = verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied"
        return Forms(verb, third, past, past, f"{verb}ing")
    third = (
        f"{verb}es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else f"{verb}s"
    )
    if verb == "have":
        third = "has"
    if verb == "be":
        third = "is"
    if (
        verb.endswith("e")
        and not verb.endswith(("ee", "ye", "oe"))
        and verb != "be"
    ):
        stem = verb[:-1]
    elif verb in _STRESSED or (
        len(verb) <= 4 and _DOUBLED.search(verb) and verb != "open"
    ):
        stem = verb + verb[-1]
    regular = f"{verb}d" if verb.endswith("e") else f"{stem}ed"
    past, participle = _IRREGULAR.get(verb, (regular, regular))
    return Forms(verb, third, past, participle, f"{stem}ing")


@frozen(cache_hash=True)
class Cue:
    """A verb that shows how firm a promise is, with the words that follow it and what it takes."""

    rung: Firmness | None
    verb: Forms
    rest: str
    takes: frozenset[str]

    @property
    def words(self) -> str:
        return f"{self.verb.plain} {self.rest}".strip()


_Table = Mapping[str, object]
_Word = TypeVar("_Word", Act, Firmness)


@frozen(eq=False)
class Rules:
    """The words by which a text is read."""

    tables: tuple[_Table, ...] = field(repr=False)

    def words(self, *path: str) -> frozenset[str]:
        """Return all words of a list, which may be a text of words."""
        return frozenset(self._listed(*path))

    def _listed(self, *path: str) -> Iterable[str]:
        for table in self.tables:
            found: object = table
            for key in path:
                found = (
                    found.get(key, ()) if isinstance(found, Mapping) else ()
                )
            if isinstance(found, str):
                yield from found.split()
            elif isinstance(found, list | tuple):
                yield from map(str, found)

    def groups(self, *path: str) -> dict[str, tuple[str, ...]]:
        """Return the lists of a table, by their keys."""
        groups: dict[str, tuple[str, ...]] = {}
        for table in self.tables:
            found: object = table
            for key in path:
                found = (
                    found.get(key, {}) if isinstance(found, Mapping) else {}
                )
            if isinstance(found, Mapping):
                for key, words in found.items():
                    told = words if isinstance(words, list) else []
                    groups[key] = (*groups.get(key, ()), *map(str, told))
        return groups

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Return the verbs that show a rung, and those that show that nothing is promised."""
        cues = []
        for rung, table in self._rows("cues", "rung", Firmness):
            takes = frozenset(map(str, _list(table, "takes")))
            cues += [
                _cue(rung, words, takes) for words in _list(table, "verbs")
            ]
        blocking = frozenset({"thing", "that", "to"})
        cues += [
            _cue(None, words, blocking)
            for words in self._listed("blockers", "verbs")
        ]
        cues += [
            _cue(None, words, frozenset({"thing"}))
            for words in self._listed("blockers", "weights")
        ]
        return tuple(cues)

    @cached_property
    def phrases(self) -> tuple[tuple[Firmness, str], ...]:
        """Return the expressions that show a rung and are no verbs of their own."""
        return tuple(
            (rung, words)
            for rung, table in self._rows("phrases", "rung", Firmness)
            for words in _list(table, "words")
        )

    @cached_property
    def sayings(self) -> tuple[tuple[Act, Cue], ...]:
        """Return the verbs of thanks, praise, claims and other statements."""
        return tuple(
            (act, _cue(None, words, frozenset(_list(table, "takes"))))
            for act, table in self._rows("statements", "act", Act)
            for words in _list(table, "verbs")
        )

    @cached_property
    def said_phrases(self) -> tuple[tuple[Act, str], ...]:
        """Return the expressions that make statements and are no verbs of their own."""
        return tuple(
            (act, words)
            for act, table in self._rows("statements", "act", Act)
            for words in _list(table, "words")
        )

    def _rows(
        self, key: str, column: str, words: type[_Word]
    ) -> Iterable[tuple[_Word, _Table]]:
        for table in self.tables:
            rows = table.get(key, ())
            if not isinstance(rows, list):
                continue
            for row in rows:
                try:
                    yield words(str(row[column])), row
                except (KeyError, TypeError, ValueError) as error:
                    raise RulesError(
                        f"rules of drafting: each of the {key} needs {with_article(column)}, one of:"
                        f" {', '.join(map(str, words))}"
                    ) from error


def _list(table: _Table, key: str) -> list[str]:
    words = table.get(key, ())
    return list(map(str, words)) if isinstance(words, list) else []


def _cue(rung: Firmness | None, words: str, takes: frozenset[str]) -> Cue:
    verb, _, rest = words.partition(" ")
    return Cue(rung, forms_of(verb), rest, takes)


@cache
def _own(name: str) -> _Table:
    return tomllib.loads(
        files("entente.drafting").joinpath(name).read_text(encoding="utf-8")
    )


@cache
def state_words(key: str) -> dict[str, tuple[str, ...]]:
    """Return the ``names`` or ``demonyms`` of states that ISO 3166-1 does not have, by code."""
    return Rules((_own("states.toml"),)).groups(key)


@cache
def _rules_of(language: str) -> Rules:
    return Rules((_own(LANGUAGES[language]),))


def rules_for(language: str, extra: str | PathLike[str] | None) -> Rules:
    """Return the rules of a language, with those of a file added."""
    if language not in LANGUAGES:
        raise RulesError(
            f"{language!r} is not a language that texts are drafted from; write one of: "
            + ", ".join(LANGUAGES)
        )
    rules = _rules_of(language)
    if extra is None:
        return rules
    try:
        added = tomllib.loads(Path(extra).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RulesError(
            f"{extra}: the rules cannot be read: {error}"
        ) from error
    return Rules((*rules.tables, added))
