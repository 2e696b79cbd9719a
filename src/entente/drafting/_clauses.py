"""The acts that a sentence speaks of: one clause for each, with its subject and what shows its rung.

A sentence is read from left to right. The first verb that shows a rung governs what follows it, up to
where another one is joined to it by "and", a comma or a semicolon; so the outer verb decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from attrs import evolve, frozen

from entente.drafting._cues import ADVERB, EXPECTED, REPORTED, Cues, Found
from entente.records import Act, Firmness

_JOINT: Final = re.compile(
    r"(?:(?P<stop>;)|(?P<and>,?\s+(?:and|but|while|whereas|whilst|yet)\b)|(?P<comma>,))\s*",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(
    r"\b(?:which|who|whom|whose|where|when|because|since|as|if|that|after|before|until|once|unless|although|though)\b",
    re.IGNORECASE,
)
_PURPOSE: Final = re.compile(
    r"\b(?:so\s+that|in\s+order\s+(?:to|that)|with\s+a\s+view\s+to|so\s+as\s+to|with\s+the\s+(?:aim|goal|objective|purpose)\s+of|"
    r"in\s+the\s+hope|because|since\s+(?:we|they|it)|as\s+(?:was|were|is|has)|until|while\s+\w+ing)\b",
    re.IGNORECASE,
)
_SUBJECT_START: Final = re.compile(
    r"(?:we|they|it|he|she|i|you|the|a|an|both|all|our|their|its|no|each|every|these|those|this|[A-Z0-9])",
    re.IGNORECASE,
)
_STOPS_SUBJECT: Final = re.compile(
    r"\b(?:who|which|that|where|when|is|are|was|were|has|have|had|met|signed|held|said|welcomed|thanked|approved|"
    r"reached|made|took|noted|adopted|launched|visited|stressed|underlined|expressed)\b"
)
_PREPOSITION: Final = re.compile(
    r"(?:in|on|at|by|for|with|without|under|over|from|to|as|after|before|during|within|through|upon|of|since|until|given|"
    r"following|joined|supported|accompanied|led|assisted|backed|represented|among|between|against|beyond|despite|including|like|together|working|acting|having|being|recalling|"
    r"noting|recognising|recognizing|building|once|if|when|while|unless|subject|provided|should|besides|finally|moreover|"
    r"furthermore|first|second|third|today|further|also|therefore|meanwhile|to this end|where|which|who|whose|whom|that|because|\w+ing|\w+ly)\b",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(rf"(?:,?\s+(?:and|but)|,)\s+(?:{ADVERB}\s+)*\Z")
_DONE: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|met|held|took|made|gave|sent|saw|said|(?<=[a-z] )[a-z]+ed(?! by\b)|(?<=[A-Z] )[a-z]+ed(?! by\b))\b"
)
_SHARE: Final = re.compile(
    r"(?:over|under|at least|up to|about|around|more than|no|all)\s+(?:\w+\s+)?(?:half|a third|a quarter|[0-9]|two|three)",
    re.IGNORECASE,
)
_LEADING: Final = re.compile(
    r"(?:and|but|also|further|furthermore|moreover|besides|finally|meanwhile|today|therefore|however|additionally|in addition|to this end|now|from now on|in (?:the )?future|from then on|next year|this year|by then|until then|in [0-9]{4})[\s,]+",
    re.IGNORECASE,
)


_NEW_PART: Final = re.compile(r";\s|\s[–—]\s+(?:and|but)\b")
_WHICH_WILL: Final = re.compile(
    r",\s+(?P<which>which|who)\s+(?P<cue>will|shall|is to|are to)(?P<act>\s+[^,;.]*)",
    re.IGNORECASE,
)
_OF_WHICH: Final = re.compile(
    r",\s+(?:and\s+)?(?P<which>(?:[\w%]+\s+){0,3}?(?:to|for|of|under|through|with|from|by|in|on|at)\s+(?:which|whom)|whose)\s+(?P<inner>(?:[^;.]|\.(?=\d))*)",
    re.IGNORECASE,
)
# Who acts in a relative clause of this kind, before the verb: "to which each Party will second".
_WHO_ACTS: Final = re.compile(
    r"(?!(?:will|shall|should|would|must|is|are|has|have|had|was|were)\b)\w"
)
_NOUN_THAT_THEY: Final = re.compile(
    r"\b(?P<noun>(?:a|an|the|its|their|our)\s+(?:[\w-]+\s+){1,4}?)(?:that|which)\s+(?P<who>(?:[\w’'-]+\s+){1,5})\Z"
)
_END_OF_RELATIVE: Final = re.compile(r"[,.](?!\d)|;|\s+and\b")
_WHO: Final = re.compile(
    r"\b(?:which|who|whom|whose|what|whether|how|"
    r"that(?!\s+(?:date|day|time|year|month|week|period|deadline)\b))\b"
)
_SAYS: Final = re.compile(
    r"\b(?:said|says?|stated?|adds|added|note[sd]?|stress(?:ed)?|underlined?|emphasi[sz]ed?|announced?|clear|declared?|explained|means|is|was|"
    r"confirm(?:s|ed)?|indicated?|reported|assured?)\s+(?:(?:[^;.]|\.\d)*\sand\s+|\w+\s+)?\Z"
)
# "Those that have not paid": what has its verb ends there.
_COMPLETE: Final = re.compile(
    r"\b(?:has|have|is|are|was|were)\b.*(?<!\band)(?<!\bor)(?<!,)\s+\Z",
    re.DOTALL,
)
_ADVERBS: Final = re.compile(rf"^(?:(?:{ADVERB})\b[\s,]*)+", re.IGNORECASE)
_AND: Final = re.compile(r"\b(?:and|but|while)\s*\Z")
_OTHER_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|which|who)\b", re.IGNORECASE
)
_NAME: Final = re.compile(
    r"(?!(?:In|On|At|By|For|With|Under|From|To|As)\b)[A-Z]\S*(?:\s+\S+){0,3}"
)
_ANOTHER: Final = re.compile(
    r";\s|,\s+(?:but|yet|though|although|while|whereas)\s+|\s[–—]\s+(?:and|but)\s"
)
_AND_THAT: Final = re.compile(r"[,;]?\s+and\s+(?P<act>that)\s", re.IGNORECASE)
_DOING: Final = re.compile(r"\w+ing\b")
_MEANS: Final = re.compile(
    r"\b(?:including|such as|by|through|while)\s+\w+ing\b[^,;]*\Z"
)
_BE_DONE: Final = re.compile(r"\s+(?:also\s+|then\s+)?be\s+\w+(?:ed|en|t)\b")
_ALSO_DONE: Final = re.compile(
    r",?\s+and\s+(?P<act>(?:(?!by|in|at|to|of|for)[a-z]+\s+){1,3}[a-z]+ed\b)(?=\s+(?:there|at|in|to|by|on|from|between|with|among|every|each|under)\b|[.,;]|\Z)"
)
_GAP: Final = re.compile(
    r",?\s+and\s+(?![A-Z]{3}\s?[0-9])(?P<who>(?:the\s+)?[A-Z]\w+(?:\s+(?:of\s+)?(?:the\s+)?[A-Z]\w+)*?)\s+"
    r"(?=(?:up to |at least |at most |not less than |no less than |not more than |no more than |more than |less than |over |under |"
    r"about |some |nearly |almost |another |a further |an additional )?(?:[A-Z]{3}\s?|[A-Z]{0,3}[$€£¥])?[0-9])"
)
_AFTER_NOUN: Final = re.compile(
    r"(?:of|and|or|between|among|with|for|by|from|is|are|will|was|were|has|have|as)\b|[,.;:)]",
    re.IGNORECASE,
)
_NO_OBJECT: Final = re.compile(r"[,.]|of\b|and\b")
_OBJECT: Final = re.compile(
    r"(?:a|an|the|its|their|our|his|her|all|more|any|this|these|those|[0-9$€£]|up|at|over|"
    r"[a-z]+(?:ed|al|ic|ive|ary|ous|an|ese|ing|s)\b)",
    re.IGNORECASE,
)
_JOINT_WORDS: Final = re.compile(
    r"[\s,;]*(?:(?:and|but|while|whereas|whilst|yet)\b)?[\s,;]*", re.IGNORECASE
)
BRACKETS: Final = re.compile(r"\([^()]*\)")
_DASHES: Final = re.compile(r"\s[–—]\s+(?!and\b|but\b)[^–—;]+[–—](?=\s)")
_COMMA_WHO: Final = re.compile(
    r"(?<=,)\s+(?:which|who|whose|whom|where)\b[^,;]*", re.IGNORECASE
)
QUOTES: Final = re.compile(
    r"“[^“”]*”|‘[^‘’]*’(?!\w)|\"[^\"]*\"|«[^«»]*»|(?<!\w)'[^']*'(?!\w)"
)
_LONGEST_SUBJECT: Final = 7
_MARKS: Final = ' \n.;,"”'


@frozen
class Clause:
    """One act: who, what shows the rung, and what is to be done."""

    start: int
    stop: int
    subject: tuple[int, int]
    cue: Found
    act: int
    """Where the words of what is to be done begin."""
    sentence: int
    """Where the sentence begins that it stands in."""


@frozen
class _Sentence:
    """A sentence of a text, and its asides."""

    text: str
    start: int
    stop: int
    masked: list[tuple[int, int]]


@frozen(eq=False)
class ClauseReader:
    """What finds the acts in a sentence, by the rules."""

    cues: Cues

    def clauses(
        self, text: str, start: int, stop: int, lead: Clause | None = None
    ) -> list[Clause]:
        """Return the acts of a sentence; `lead` is what stands above the list that it is an item of."""
        sentence = _Sentence(text, start, stop, masks(text, start, stop))
        cues = self.cues.find(text, start, stop)
        found, others = self._linked(sentence, cues, lead)
        acts = [act for each in found for act in self._split(sentence, each)]
        asides = [*self._asides(sentence), *self._of_which(sentence, cues)]
        acts = [_before(text, each, asides) for each in acts]
        return sorted([*acts, *asides, *others], key=lambda each: each.start)

    def sayings(
        self, text: str, start: int, stop: int
    ) -> list[tuple[Act, Clause]]:
        """Return the statements of a sentence: whom it says to thank, praise or claim something."""
        # The longer one says more: "stress the importance", and not "stress".
        longest = sorted(
            self.cues.sayings(text, start, stop), key=lambda each: each[1].stop
        )
        said = {found.start: (act, found) for act, found in longest}
        if not said:
            return []
        sentence = _Sentence(text, start, stop, masks(text, start, stop))
        cues = [found for _, found in said.values()]
        cues += [
            each
            for each in self.cues.find(text, start, stop)
            if each.start not in said
        ]
        cues.sort(key=lambda each: each.start)
        found, _ = self._linked(sentence, cues, None)
        return [
            (said[each.cue.start][0], each)
            for each in found
            if each.cue is said.get(each.cue.start, (None, None))[1]
        ]

    def _linked(
        self, sentence: _Sentence, cues: list[Found], lead: Clause | None
    ) -> tuple[list[Clause], list[Clause]]:
        """Return a clause for each cue that no other governs, and the promises in relative clauses."""
        text, start = sentence.text, sentence.start
        cues = [
            each for each in cues if not within(each.start, sentence.masked)
        ]
        found = list(self._inherited(sentence, cues, lead))
        others: list[Clause] = []
        for cue in cues:
            if found:
                joined = self._following(sentence, found[-1], cue)
            else:
                joined = self._opening(sentence, cue, lead)
            if joined is None:
                after = found[-1].cue.stop if found else start
                others += self._relative(sentence, after, cue)
                continue
            at, clause = joined
            if found:
                last = _trimmed(text, found[-1].start, at)
                found[-1] = evolve(found[-1], stop=last)
            found.append(clause)
        return found, others

    def _inherited(
        self, sentence: _Sentence, cues: list[Found], lead: Clause | None
    ) -> Iterator[Clause]:
        """Yield what an item of a list takes from above it, unless it has a verb of its own."""
        if lead is None or lead.cue.takes == "name":
            return
        if cues and self._opens(sentence, cues[0]):
            return
        start = sentence.start
        cue = evolve(lead.cue, act=start)
        yield Clause(start, sentence.stop, lead.subject, cue, start, start)

    def _opens(self, sentence: _Sentence, cue: Found) -> bool:
        head = sentence.text[sentence.start : cue.start].strip()
        begins_with_act = re.match(
            rf"(?:{self.cues.act_verbs}|not|\w+ing)\b", head, re.IGNORECASE
        )
        return len(head.split()) <= _LONGEST_SUBJECT and not begins_with_act

    def _opening(
        self, sentence: _Sentence, cue: Found, lead: Clause | None
    ) -> tuple[int, Clause] | None:
        """Return the first clause of a sentence, or None if its verb is in a relative clause."""
        text, begun = sentence.text, sentence.start
        for match in _NEW_PART.finditer(text, begun, cue.start):
            if not within(match.start(), sentence.masked):
                begun = match.end()
        if _is_relative(text[begun : cue.start]):
            return None
        for match in _AND_THAT.finditer(text, begun, cue.start):
            # "They said that five had come, and that more would": only what follows is promised.
            begun = match.end()
        subject = self._subject(sentence, begun, cue.start)
        if _JOINED.search(text, begun, cue.start) and any(
            not within(verb.start(), sentence.masked)
            for verb in _DONE.finditer(text, begun, cue.start)
        ):
            # "X has sent five and will send six": what it has done is no part of it.
            begun = cue.start
        if subject[0] == subject[1] and lead is not None:
            subject = lead.subject
        clause = Clause(
            begun, sentence.stop, subject, cue, cue.act, sentence.start
        )
        return begun, clause

    def _following(
        self, sentence: _Sentence, before: Clause, cue: Found
    ) -> tuple[int, Clause] | None:
        """Return a clause that is joined to the one before, and where, or None if that governs its verb."""
        joint = self._joint(sentence, before, cue)
        if joint is None:
            return None
        at, has_subject = joint
        begun = _skip(sentence.text, at, cue.start)
        subject = before.subject
        if cue.words == EXPECTED:
            subject = (begun + len("with "), cue.start)
        elif has_subject:
            begun += len("that ") * sentence.text.startswith("that ", begun)
            subject = self._subject(sentence, begun, cue.start)
        return at, Clause(
            begun, sentence.stop, subject, cue, cue.act, sentence.start
        )

    def _asides(self, sentence: _Sentence) -> list[Clause]:
        """Read ", which will meet twice a year": what is made is promised to do something."""
        return [
            self._aside(match, sentence)
            for match in _WHICH_WILL.finditer(
                sentence.text, sentence.start, sentence.stop
            )
        ]

    def _of_which(
        self, sentence: _Sentence, cues: list[Found]
    ) -> Iterator[Clause]:
        """Yield what ", to which Mali has pledged five" and ", half of which will be paid" promise."""
        text = sentence.text
        for match in _OF_WHICH.finditer(text, sentence.start, sentence.stop):
            which, inner = match.start("which"), match.start("inner")
            stop = match.end()
            # What stands before "which" is the subject where nothing else is.
            first = inner if _WHO_ACTS.match(text, inner) else which
            cue = next((each for each in cues if inner <= each.start), None)
            if cue is None or cue.rung is None or not cue.start < stop:
                continue
            if _STOPS_SUBJECT.search(text, inner, cue.start):
                continue
            end = _END_OF_RELATIVE.search(text, cue.act, stop)
            stop = end.start() if end else stop
            if cue.takes == "modal":
                cue = evolve(cue, takes="relative")
            yield Clause(which, stop, (first, cue.start), cue, cue.act, which)

    def _aside(self, match: re.Match[str], sentence: _Sentence) -> Clause:
        is_agreed = match["cue"].lower() == "shall"
        rung = Firmness.AGREED if is_agreed else Firmness.INTENDED
        start, stop = match.span("cue")
        act = match.start("act")
        cue = Found(start, stop, rung, match["cue"], "aside", act=act)
        which = match.span("which")
        return Clause(which[0], match.end(), which, cue, act, sentence.start)

    def _relative(
        self, sentence: _Sentence, after: int, cue: Found
    ) -> Iterator[Clause]:
        """Yield a promise in a relative clause with a subject of its own: "a plan that they will make"."""
        is_firm = cue.rung in (Firmness.INTENDED, Firmness.AGREED)
        match = _NOUN_THAT_THEY.search(sentence.text, after, cue.start)
        if match is None or cue.takes != "modal" or not is_firm:
            return
        end = _END_OF_RELATIVE.search(sentence.text, cue.stop, sentence.stop)
        stop = end.start() if end else sentence.stop
        start = match.start("noun")
        cue = evolve(cue, takes="relative")
        yield Clause(start, stop, match.span("who"), cue, cue.act, start)

    def _joint(
        self, sentence: _Sentence, before: Clause, cue: Found
    ) -> tuple[int, bool] | None:
        """Return where a cue is joined to the clause before, and whether it has a subject of its own."""
        text, governor = sentence.text, before.cue
        gap = max(governor.stop, before.start)
        aim = _PURPOSE.search(text, governor.stop, cue.start)
        is_inner = governor.takes == "that" and governor.rung is not None
        for joint in reversed([*_JOINT.finditer(text, gap, cue.start)]):
            if within(joint.start(), sentence.masked):
                continue
            at = joint.start()
            raw = text[joint.end() : cue.start].strip()
            between = _without_that(text, before, raw)
            is_stop = joint["stop"] is not None
            is_aim = aim is not None and aim.start() < at and not is_stop
            if not between:
                if joint["comma"] and (raw or _is_after_aside(text, gap, at)):
                    continue
                return None if is_aim else (at, False)
            if cue.words == EXPECTED and between.lower().startswith("with "):
                return at, True
            # A comma alone joins no sentence with a subject of its own.
            is_loose = joint["comma"] is not None and cue.rung is not None
            if is_aim or (is_loose and not _AND.search(text, gap, at)):
                continue
            if is_inner and not is_stop:
                # "agree that … and that …" stays with the outer verb.
                return None
            if _is_subject(between):
                return at, True
            if joint["comma"] is None:
                return None
        return None

    def subject(self, text: str, start: int, stop: int) -> tuple[int, int]:
        """Return where the subject of a verb stands that begins at `stop`."""
        sentence = _Sentence(text, start, stop, masks(text, start, stop))
        return self._subject(sentence, start, stop)

    def _subject(
        self, sentence: _Sentence, start: int, stop: int
    ) -> tuple[int, int]:
        """Return where the subject of a verb stands: the last part before it that is none of an aside."""
        text = sentence.text
        parts = _parts(text, start, stop)
        for first, end in reversed(parts):
            begin = first + _leading(text[first:end])
            inner = text[begin:end].strip()
            lead = _LEADING.match(text, begin, end)
            is_aside = _PREPOSITION.match(inner) and not (
                lead or _SHARE.match(inner)
            )
            if not inner or is_aside:
                continue
            begin = lead.end() if lead else begin
            if not text[begin:end].strip():
                # "We met, and agreed": who agreed stands before the comma.
                continue
            if not within(begin, sentence.masked):
                return _whole_subject(text, parts, begin, end)
        # "Processing for refugees will resume": no aside, as nothing else is the subject.
        begin, end = parts[-1]
        begin += _leading(text[begin:end])
        is_noun = re.compile(r"\w+ing\b").match(text, begin, end)
        if is_noun and not _RELATIVE.match(text, begin, end):
            return begin, end
        return start, start

    # --- several acts of one verb --------------------------------------------------------

    def _split(self, sentence: _Sentence, clause: Clause) -> Iterator[Clause]:
        """Yield a clause for each act of its verb."""
        text = sentence.text
        stop = _trimmed(text, clause.start, clause.stop)
        clause = evolve(clause, stop=stop)
        if clause.cue.rung is None:
            yield clause
            return
        cuts, further = self._cuts(sentence, clause), clause.cue
        if not cuts:
            cuts = self._elliptical(text, clause)
            further = evolve(clause.cue, takes="elliptical")
        gap = _GAP.search(text, clause.act, stop)
        if gap is not None and clause.cue.takes == "modal" and not cuts:
            # "Mali will pay $5 million and Chad $6 million"
            last = _trimmed(text, clause.start, gap.start())
            yield evolve(clause, stop=last)
            yield evolve(
                clause,
                start=gap.start("who"),
                subject=gap.span("who"),
                act=gap.end(),
            )
            return
        ends = [*[cut for cut, _ in cuts], stop]
        begins = [
            (clause.start, clause.act),
            *[(_skip(text, cut, stop), act) for cut, act in cuts],
        ]
        for (begin, act), end in zip(begins, ends, strict=True):
            # After a semicolon, or "but", something else is said.
            other = _ANOTHER.search(text, act, end)
            last = _trimmed(text, begin, other.start() if other else end)
            cue = clause.cue if begin == clause.start else further
            yield evolve(clause, start=begin, stop=last, act=act, cue=cue)

    def _cuts(
        self, sentence: _Sentence, clause: Clause
    ) -> list[tuple[int, int]]:
        """Return where further acts of the same verb begin: at "and", and at the act."""
        text = sentence.text
        pattern = self._further_acts(text, clause)
        if pattern is None:
            return []
        aim = _PURPOSE.search(text, clause.act, clause.stop)
        last = aim.start() if aim else clause.stop
        further = [
            match
            for match in pattern.finditer(text, clause.act, last)
            if not within(match.start("act"), sentence.masked)
            and (
                "to " in match.groupdict().get("how", "")
                or not self._is_noun(text, match.start("act"), match["act"])
            )
            and not _MEANS.search(text, clause.act, match.start())
        ]
        # "to send ships, to help Niger" has an aim; a list of acts has "and to" before its last.
        return [
            (match.start(), match.start("act"))
            for match in further
            if not _COMMA_TO.match(match[0])
            or _AND_TO.search(text, match.end(), clause.stop)
        ]

    def _further_acts(
        self, text: str, clause: Clause
    ) -> re.Pattern[str] | None:
        cue = clause.cue
        if cue.takes == "that":
            return _AND_THAT
        is_doing = _DOING.match(text, clause.act) is not None
        if cue.takes == "modal":
            return _further(self.cues.act_verbs)
        if cue.takes in {"to", "whom to", "relative"}:
            return _further(
                self.cues.doing if is_doing else self.cues.act_verbs
            )
        is_list = cue.takes == "thing" and cue.rung is Firmness.ENDORSED
        if is_list and _of_doing(self.cues.doing).search(
            text, cue.stop, clause.stop
        ):
            # "endorse the goals of tripling this and doubling that"
            return _further(self.cues.doing)
        return None

    def _elliptical(self, text: str, clause: Clause) -> list[tuple[int, int]]:
        """Find the second half of "ships will be built and crews trained there"."""
        if clause.cue.takes != "modal" or not _BE_DONE.match(text, clause.act):
            return []
        match = _ALSO_DONE.search(text, clause.act, clause.stop)
        return [(match.start(), match.start("act"))] if match else []

    def _is_noun(self, text: str, at: int, word: str) -> bool:
        """Say whether a word that may be a verb is a noun here: "cooperation and exchange of views"."""
        is_either = word.lower() in self.cues.rules.words("acts", "nouns")
        after = text[at + len(word) :].lstrip()
        if _AFTER_NOUN.match(after):
            return is_either or _NO_OBJECT.match(after) is not None
        return is_either and not _OBJECT.match(after)


# --- helpers -------------------------------------------------------------------------------------


_COMMA_TO: Final = re.compile(r",\s+to\b")
_AND_TO: Final = re.compile(r"\band\s+to\b")


@cache
def _further(verbs: str) -> re.Pattern[str]:
    """Match what joins a further act to the one before: "and send", ", send", "; and to send"."""
    return re.compile(
        rf"(?:;\s*(?:and\s+)?|,?\s+and\s+|,?\s+and,\s+[^,;]{{1,60}},\s+|,\s+)(?P<how>(?:(?:{ADVERB}|to)\s+)*)(?P<act>(?:{verbs}))\b(?=,?\s+\S)",
        re.IGNORECASE,
    )


@cache
def _of_doing(verbs: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:of|to|on)\s+(?:{verbs})\b", re.IGNORECASE)


def _is_after_aside(text: str, start: int, comma: int) -> bool:
    """Say whether a comma ends an aside: "Mali, in turn, will help"."""
    opening = text.rfind(",", start, comma)
    aside = text[opening + 1 : comma].strip()
    return opening >= 0 and _PREPOSITION.match(aside) is not None


def _without_that(text: str, before: Clause, words: str) -> str:
    """Return what stands before a verb, without adverbs; "they said that … and that" joins clauses alike."""
    between = _ADVERBS.sub("", words).strip(" ,")
    is_reported = before.cue.takes == "modal" and REPORTED.search(
        text, before.start, before.cue.start
    )
    return between.removeprefix("that ") if is_reported else between


def _is_relative(before: str) -> bool:
    """Say whether a verb after these words is in a relative clause, and not the main one."""
    return any(
        "," not in before[match.end() :]
        and not _SAYS.search(before, 0, match.start())
        and not _COMPLETE.search(before, match.end())
        for match in _WHO.finditer(before)
        if match.start()
    )


def _is_subject(words: str) -> bool:
    """Say whether words may be the subject of a sentence, and hold no other verb."""
    return (
        len(words.split()) <= 2 * _LONGEST_SUBJECT
        and _SUBJECT_START.match(words) is not None
        and _RELATIVE.match(words) is None
        and _OTHER_VERB.search(words) is None
    )


def _parts(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return the parts of a text between its commas."""
    commas = [
        start + comma.start() for comma in re.finditer(",", text[start:stop])
    ]
    begins = [start, *[comma + 1 for comma in commas]]
    return list(zip(begins, [*commas, stop], strict=True))


def _whole_subject(
    text: str, parts: list[tuple[int, int]], begin: int, end: int
) -> tuple[int, int]:
    """Take in "France, Germany" before "and Italy", and leave out who tells it, and what was done."""
    if " and " in f" {text[begin:end]} ":
        for first, last in reversed(parts):
            name = text[first:last].strip()
            if last < begin and _NAME.fullmatch(name):
                begin = first + _leading(text[first:last])
    for said in REPORTED.finditer(text, begin, end):
        if text[said.end() : end].strip():
            begin = said.end()
    stopped = _STOPS_SUBJECT.search(text, begin + 3, end)
    return begin, stopped.start() if stopped else end


def _before(text: str, clause: Clause, asides: Iterable[Clause]) -> Clause:
    """Return a clause without the promise of another at its end."""
    for aside in asides:
        is_last = not text[aside.stop : clause.stop].strip(_MARKS)
        if clause.act < aside.start and is_last:
            stop = _trimmed(text, clause.start, aside.start)
            return evolve(clause, stop=stop)
    return clause


def _leading(text: str) -> int:
    """Return how much white space a text begins with."""
    return len(text) - len(text.lstrip())


def _trimmed(text: str, start: int, stop: int) -> int:
    """Return where a text ends without what separates it from the next."""
    while stop > start and text[stop - 1] in " \n\t,;":
        stop -= 1
    return stop


def _skip(text: str, start: int, stop: int) -> int:
    """Return where the words after a joint begin."""
    match = _JOINT_WORDS.match(text, start, stop)
    return match.end() if match else start


def within(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Say whether a place is within one of several spans."""
    return any(start <= at < stop for start, stop in spans)


def masks(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return the asides of a sentence: brackets, quoted words, relative clauses between commas."""
    found = [
        match.span()
        for pattern in (BRACKETS, _DASHES, _COMMA_WHO)
        for match in pattern.finditer(text, start, stop)
    ]
    for match in QUOTES.finditer(text, start, stop):
        # A whole sentence in quotes is said, a few words are only mentioned.
        opens = match.start() <= start + 1
        is_sentence = match[0][1:2].isupper() and len(match[0].split()) > 5
        if not (opens or is_sentence):
            found.append(match.span())
    return found
