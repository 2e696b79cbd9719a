"""Statements: whom a text says to thank, praise or claim something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from entente.drafting._clauses import Clause, ClauseReader
from entente.drafting._judging import OWN_WORDS, Judge
from entente.drafting._parties import is_state
from entente.drafting._passages import Candidate, Passages, summary_of
from entente.records import Act, Statement

_END_OF_ADDRESSEE: Final = re.compile(
    r"[,;.]|\s+(?:for|who|which|that|in|on|at|and)\b"
)
_OF_SOMEBODY: Final = re.compile(
    r"\s*(?:counterpart|government|authorities|people|side)\b", re.IGNORECASE
)
_FEWEST_WORDS: Final = 4


@frozen
class Saying:
    """A part of a text that states something, and by whom."""

    start: int
    stop: int
    act: Act
    speakers: tuple[str, ...]
    told: int
    """Where the words of what is stated begin."""


@frozen(eq=False)
class SayingReader:
    """What finds the statements of one text, and drafts them."""

    reader: ClauseReader
    judge: Judge
    passages: Passages

    def sayings(self, start: int, stop: int) -> Iterator[Saying]:
        """Yield the statements of a sentence, of whom it is known who makes them."""
        found = self.reader.sayings(self.judge.text, start, stop)
        for act, clause in found:
            speakers = self._speakers(clause)
            if speakers:
                told = clause.cue.stop
                yield Saying(clause.start, clause.stop, act, speakers, told)
        speaker = self.judge.speakers.speaker
        if not found and speaker and self._is_claim(start, stop):
            yield Saying(start, stop, Act.CLAIM, speaker, start)

    def _is_claim(self, start: int, stop: int) -> bool:
        """Say whether a sentence of somebody's speech says that something is so."""
        words = self.judge.text[start:stop].split()
        return len(words) >= _FEWEST_WORDS and not words[-1].endswith("?")

    def _speakers(self, clause: Clause) -> tuple[str, ...]:
        """Return who states something: an office or minister of the dossier, or a party."""
        words = " ".join(self.judge.text[slice(*clause.subject)].split())
        if not words:
            # "It is imperative", in what somebody says
            return self.judge.speakers.speaker or ()
        return self._declared(words) or self.judge.who(*clause.subject)

    def _declared(self, words: str) -> tuple[str, ...]:
        """Return the one office or minister of the dossier that words name."""
        dossier = self.passages.dossier
        if dossier is None:
            return ()
        named = [
            minister.id
            for minister in dossier.ministers
            for name in (minister.name, *minister.aliases)
            if _names(words, name)
        ] or [
            office.id
            for office in dossier.offices
            for title in (office.title, *office.aliases)
            if _names(words, title)
        ]
        return tuple(named) if len(set(named)) == 1 else ()

    def candidate(self, saying: Saying) -> Candidate[Statement]:
        """Draft a statement."""
        passage = self.passages.passage(saying.start, saying.stop)
        summary = summary_of(passage.text)
        to = self._addressees(saying)
        record = Statement(
            id=self.passages.new_id(summary, "statement"),
            summary=summary,
            act=saying.act,
            speakers=saying.speakers,
            to=to,
            about=self._about(saying, to),
            themes=self.passages.themes(saying.start, saying.stop),
            citations=(passage.citation,),
        )
        return Candidate(
            record,
            passage.text,
            passage.lines,
            passage.characters,
            (OWN_WORDS,),
        )

    def _addressees(self, saying: Saying) -> tuple[str, ...]:
        """Return whom somebody thanks, if it is a party: "thanked the Government of Peru for"."""
        if saying.act is not Act.THANKS:
            return ()
        text = self.judge.text
        end = _END_OF_ADDRESSEE.search(text, saying.told, saying.stop)
        stop = end.start() if end else saying.stop
        return tuple(
            dict.fromkeys(
                mention.party
                for mention in self.judge.names.find(text, saying.told, stop)
                if mention.party not in saying.speakers
                and (
                    not mention.demonym
                    or _OF_SOMEBODY.match(text, mention.stop)
                )
            )
        )

    def _about(self, saying: Saying, to: tuple[str, ...]) -> tuple[str, ...]:
        """Return what a statement names of the dossier's agreements and bodies, but for whom it addresses."""
        dossier = self.passages.dossier
        if dossier is None:
            return ()
        told = (saying.told, saying.stop)
        words = " ".join(self.judge.text[slice(*told)].split())
        agreements = [
            each.id
            for each in dossier.agreements
            if any(_names(words, name) for name in (each.name, *each.aliases))
        ]
        parties = [
            mention.party
            for mention in self.judge.names.find(self.judge.text, *told)
            if mention.party in self.passages.declared
            and not is_state(mention.party)
        ]
        found = dict.fromkeys([*agreements, *parties])
        return tuple(id for id in found if id not in to)


def _names(words: str, name: str) -> bool:
    """Say whether words hold a name, as whole words."""
    return (
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE)
        is not None
    )
