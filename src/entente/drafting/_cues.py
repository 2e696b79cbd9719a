"""Where a text shows how firm a promise is: verbs, and what they take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Final

from attrs import evolve, frozen

from entente.drafting._rules import Cue, Rules, forms_of
from entente.records import Act, Firmness

ADVERB: Final = (
    r"(?:(?!(?:italy|july|family|assembly|supply|ally|rally|reply|apply|imply|comply|multiply|rely|fly|anomaly|monopoly)\b)\w+ly|also|further|together|again|now|today|tonight|yesterday|hereby|both|all|jointly|once more|soon|"
    r"still|therefore|thus|indeed|instead|then|each|moreover|meanwhile|never|this week|last week|this month|this morning|in turn)"
)
_ADVERBS_BEFORE: Final = re.compile(
    rf"\A(?:(?!never\b){ADVERB}\s+)+", re.IGNORECASE
)
_AUX: Final = r"(?:has|have|had|is|are|am|was|were|been|being|be|do|does|did|’s|'s|’ve|'ve|’re|'re|’m|'m)"
_BEFORE: Final = rf"(?P<aux>(?:(?:{_AUX}|{ADVERB}|not)\s+)*)"
_AFTER: Final = rf"(?:,?\s+{ADVERB})*,?"
_WHEN: Final = r"(?:\s+(?:in principle|in \w+ [0-9]{4}|in [0-9]{4}|(?:earlier )?(?:this|last) \w+|on [0-9]{1,2} \w+(?: [0-9]{4})?|at (?:their|the) \w+ (?:meeting|summit)))?"
# After these a word is a noun, or part of what another verb governs.
_NOUN_AFTER: Final = re.compile(
    r"(?:\b(?:a|an|the|this|that|these|those|our|their|its|his|her|my|your|of|for|with|by|from|in|on|at|to|any|some|such|no|"
    r"every|each|other|joint|new|will|shall|should|would|may|might|can|could|must|not|national|common|about|into|through|under|as|public|more|financial|military|strong|continued|full|further|mutual|international|own|and/or)|[’']s)\s+$",
    re.IGNORECASE,
)
_PLURAL_BEFORE: Final = re.compile(
    r"(?:^|\band\s+(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*)?\s+|\b(?:we|they|i|you|and|also|further|hereby|both|\w+s|\w+ly|who|leaders|people|jointly|all|today|us)\s+|[,;:]\s+)$",
    re.IGNORECASE,
)
_NOT: Final = re.compile(r"\b(?:not|never)\b|n[’']t\b")
_BE: Final = re.compile(
    r"\b(?:is|are|am|was|were|been|being|be|’re|'re|’m|'m)\b", re.IGNORECASE
)
REPORTED: Final = re.compile(
    r"\b(?:can (?:also )?(?:confirm|announce|report)|said|stated|announced|assured|promised|confirmed|added|indicated|explained|told|informed|declared|made clear|reported|noted|stressed|underlined|reiterated)\b"
    r"(?:\s+(?:\w+\s+){0,3}?that)?\s+",
    re.IGNORECASE,
)


# "…, should Mali agree" is a condition.
_INVERTED: Final = re.compile(
    r",\s+should\s+(?:(?:the|a|an|any|both|these|this|all|our|its|their)\s+\w+|it|they|we|[A-Z]\w+|\w+s)\s+",
)
_QUOTED: Final = re.compile(r"[\s,:]*[“\"«‘]")
_THAT: Final = re.compile(r"\s+(?:\w+ly\s+)?that\b")
_DETERMINERS: Final = frozenset(
    ("the", "a", "an", "our", "their", "its", "this", "these")
)
_THAT_CLAUSE: Final = re.compile(
    rf"{_AFTER}{_WHEN}\s+that\s+(?=\S)", re.IGNORECASE
)
_WITH: Final = re.compile(
    r"\s+with\s+(?=(?:our|their|its|the|\w+ing)\b)", re.IGNORECASE
)
_THAT_THEY: Final = re.compile(
    r"\s+that\s+(?:\S+\s+){1,6}?(?:will|shall|would)\b", re.IGNORECASE
)
_SUM: Final = re.compile(
    r"\s+(?:(?:\w+\s+){0,4}(?:[A-Z]{0,3}[$€£¥]|[0-9])|"
    r"(?:[A-Z]\w+\s+)?(?:up to |another |a further )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty)\b)"
)
_MONEY: Final = re.compile(r"\s+(?:\w+\s+){0,4}[A-Z]{0,3}[$€£¥]")
_ANYTHING: Final = re.compile(r"\s*[^\s,.;:)]")
_TO_WHOM_DOING: Final = re.compile(
    r"\s+to\s+(?P<who>(?:the\s+|its\s+|their\s+)?[A-Z][\w.]*(?:\s+[A-Z][\w.]*)*)\s+(?P<act>\w+ing)\b"
)
_NOUN: Final = re.compile(
    r"\s+(?:(?:on|to|upon|in)\s+)?(?P<noun>(?:[^\s,;.:]+\s+){0,5}?[^\s,;.:]+)"
    r"(?=\s+(?:of|between|with|for|in|by|from|at|on|to|within|during)\b|[,;.:]|\Z)"
)
_LATELY: Final = re.compile(r"\s+(?:today|this|last|yesterday|earlier)\b")
_IMPERSONAL: Final = re.compile(
    r"(?:agreed|decided|resolved|reached)\s+(that|to)\Z", re.IGNORECASE
)
# "I would be grateful if you would", "may I ask that", "let us": what is asked for follows as a clause.
_CLAUSE_FOLLOWS: Final = re.compile(r"(?:\s(?:if|that)|let)\Z", re.IGNORECASE)
EXPECTED: Final = "expected"
"""The word of "with a decision expected in May", which is joined to what it stands with."""


@frozen
class Found:
    """A place where a text shows a rung, or that nothing is promised."""

    start: int
    stop: int
    rung: Firmness | None
    words: str
    takes: str
    verb: str = ""
    is_passive: bool = False
    is_past: bool = False
    is_progressive: bool = False
    is_negated: bool = False
    act: int = 0
    """Where the act begins: after "agree to"."""
    whom: tuple[int, int] | None = None

    @property
    def wording(self) -> str:
        """The words that show the rung, without adverbs before them: "also agreed" agrees."""
        return _ADVERBS_BEFORE.sub("", self.words)


@frozen(eq=False)
class Cues:
    """What finds in a text the verbs and words that show a rung, by the rules."""

    rules: Rules

    @cached_property
    def acts(self) -> frozenset[str]:
        return self.rules.words("acts", "plain")

    @cached_property
    def act_verbs(self) -> str:
        return "|".join(sorted(self.acts, key=len, reverse=True))

    @cached_property
    def _doing_forms(self) -> dict[str, str]:
        return {forms_of(verb).doing: verb for verb in self.acts}

    @cached_property
    def doing(self) -> str:
        return "|".join(sorted(self._doing_forms, key=len, reverse=True))

    @cached_property
    def _to_act(self) -> re.Pattern[str]:
        """Match "to send", "to sending", "on sending", "to promptly send" and "not to send"."""
        return re.compile(
            rf"{_AFTER}{_WHEN}\s+(?:(?:not\s+)?to\s+(?:(?:{ADVERB}|not|the \w+(?: \w+)?)\s+)*(?P<plain>[a-z][\w-]*)|(?:to|on|in|at|of|for|with|from)\s+(?:{ADVERB}\s+)*(?P<doing>[a-z]\w*ing)\b|(?P<bare>(?:{self.doing}))\b)",
            re.IGNORECASE,
        )

    @cached_property
    def _phrases(self) -> list[tuple[Firmness, re.Pattern[str]]]:
        return [(rung, _in_words(words)) for rung, words in self.rules.phrases]

    # --- cues ----------------------------------------------------------------------------

    def find(self, text: str, start: int, stop: int) -> list[Found]:
        """Return where a part of a text shows rungs, in their order."""
        found = [
            *self._by_verbs(text, start, stop),
            *self._by_phrases(text, start, stop),
            *self._by_states(text, start, stop),
            *self._by_doing(text, start, stop),
        ]
        found.sort(key=lambda each: (each.start, -each.stop))
        kept: list[Found] = []
        for each in found:
            # The longer one says more: "continue to call on", and "are tasked with".
            if not kept or each.start >= kept[-1].stop:
                kept.append(each)
        return kept

    def _by_phrases(self, text: str, start: int, stop: int) -> Iterator[Found]:
        for rung, pattern in self._phrases:
            for match in pattern.finditer(text, start, stop):
                if (
                    re.match(r"will\b", match[0])
                    and _NOUN_AFTER.search(
                        text[max(start, match.start() - 12) : match.start()]
                    )
                    and not re.search(
                        r"\b(?:that|this|these|those|us)\s+$",
                        text[max(start, match.start() - 12) : match.start()],
                        re.IGNORECASE,
                    )
                ):
                    continue
                if match[0].lower() == "would" and not REPORTED.search(
                    text, start, match.start()
                ):
                    continue
                if match[0].lower() == "should" and _INVERTED.match(
                    text, max(start, match.start() - 2)
                ):
                    continue
                told = _IMPERSONAL.search(match[0])
                if told is not None:
                    # "It was agreed to": by whom is not said.
                    yield Found(
                        match.start(),
                        match.end(),
                        rung,
                        " ".join(match[0].split()),
                        told[1].lower(),
                        is_passive=True,
                        act=match.end() + 1,
                    )
                    continue
                if _CLAUSE_FOLLOWS.search(match[0]):
                    yield Found(
                        match.start(),
                        match.end(),
                        rung,
                        " ".join(match[0].split()),
                        "that",
                        act=match.end() + 1,
                    )
                    continue
                rest = text[match.end() : match.end() + 14]
                yield Found(
                    match.start(), match.end(), rung, " ".join(match[0].split()), "modal",
                    is_negated=re.match(r"\s+(?:not|never|no longer)\b", rest) is not None,
                    act=_after_aside(text, match.end(), stop),
                )  # fmt: skip

    def _by_states(self, text: str, start: int, stop: int) -> Iterator[Found]:
        words = "|".join(self.rules.words("blockers", "adjectives"))
        pattern = re.compile(
            rf"\b(?:(?:is|are|am|was|were|remain|remains|feel|feels)\s+(?:{ADVERB}\s+|very\s+)*)?(?:{words})\b(?=\s+(?:that|to|of|for|in|,))",
            re.IGNORECASE,
        )
        for match in pattern.finditer(text, start, stop):
            yield Found(
                match.start(),
                match.end(),
                None,
                match[0],
                "thing",
                act=match.end(),
            )

    @cached_property
    def _is_doing(self) -> re.Pattern[str]:
        return re.compile(
            rf"\b(?:is|are)\s+(?:(?:{ADVERB})\s+)*(?P<act>(?:{self.doing}))\b",
            re.IGNORECASE,
        )

    def _by_doing(self, text: str, start: int, stop: int) -> Iterator[Found]:
        """Find "is investing", which is a promise only where its time lies ahead."""
        for match in self._is_doing.finditer(text, start, stop):
            yield Found(
                match.start(), match.end(), Firmness.INTENDED, " ".join(match[0].split()),
                "doing", act=match.start("act"),
            )  # fmt: skip

    def _by_verbs(self, text: str, start: int, stop: int) -> Iterator[Found]:
        present = {
            word.lower() for word in re.findall(r"[\w’'-]+", text[start:stop])
        }
        for cue in self.rules.cues:
            if present.isdisjoint(_forms(cue)):
                continue
            for match in _pattern(cue).finditer(text, start, stop):
                found = self._cue(cue, match, text, start, stop)
                if found is not None:
                    yield found

    def _cue(
        self, cue: Cue, match: re.Match[str], text: str, start: int, stop: int
    ) -> Found | None:
        found = self._verb(cue, match, text, start)
        if found is None:
            return None
        aux = match["aux"].lower()
        is_perfect = re.search(r"\b(?:has|have|had)\b", aux) is not None
        if is_perfect and (aux.startswith("had") or "with" in cue.takes):
            # What had been agreed, and what has gone on, is a fact and no promise.
            return evolve(found, rung=None, takes="thing")
        return self._taking(found, cue, text, stop)

    def _verb(
        self, cue: Cue, match: re.Match[str], text: str, start: int
    ) -> Found | None:
        """Return the verb of a cue, or None if its word is a noun there, or governed by another verb."""
        verb, aux = match["verb"].lower(), match["aux"].lower()
        before = text[max(start, match.start() - 24) : match.start()]
        is_passive = (
            bool(_BE.search(aux))
            and verb == cue.verb.participle
            and cue.verb.plain != "be"
        )
        is_progressive = bool(_BE.search(aux)) and verb == cue.verb.doing
        if verb == cue.verb.doing and not is_progressive:
            return None
        if _NOUN_AFTER.search(before) and not (
            verb == cue.verb.past != cue.verb.plain
            and re.search(r"\b(?:this|that|these|those|no)\s+$", before)
        ):
            return None
        if (
            verb == cue.verb.plain
            and not aux.strip()
            and not _PLURAL_BEFORE.search(before)
        ):
            return None
        return Found(
            match.start(), match.end(), cue.rung, " ".join(match[0].split()), "", cue.words,
            is_passive=is_passive, is_past=verb == cue.verb.past and "ha" not in aux,
            is_progressive=is_progressive, is_negated=bool(_NOT.search(aux)), act=match.end(),
        )  # fmt: skip

    # --- statements ----------------------------------------------------------------------

    def sayings(
        self, text: str, start: int, stop: int
    ) -> Iterator[tuple[Act, Found]]:
        """Yield where a part of a text thanks, praises, claims, or states something else."""
        present = {
            word.lower() for word in re.findall(r"[\w’'-]+", text[start:stop])
        }
        for act, cue in self.rules.sayings:
            if present.isdisjoint(_forms(cue)):
                continue
            for match in _pattern(cue).finditer(text, start, stop):
                found = self._verb(cue, match, text, start)
                if found is not None and _states(found, cue, text, stop):
                    yield act, evolve(found, takes="thing")
        for act, pattern in self._said_phrases:
            for match in pattern.finditer(text, start, stop):
                words = " ".join(match[0].split())
                yield act, Found(*match.span(), None, words, "thing")

    @cached_property
    def _said_phrases(self) -> list[tuple[Act, re.Pattern[str]]]:
        return [
            (act, _in_words(words)) for act, words in self.rules.said_phrases
        ]

    # --- what verbs take -----------------------------------------------------------------

    def _taking(
        self, found: Found, cue: Cue, text: str, stop: int
    ) -> Found | None:
        """Return a cue with what it takes, or None if what follows is nothing of it."""
        if cue.rung is None:
            is_clause = _THAT.match(text, found.stop, stop) is not None
            if is_clause and "that" not in cue.takes:
                return None
            return evolve(found, takes="thing")
        takers = {
            "whom to": self._whom,
            "to": self._act,
            "that": self._that,
            "with": self._with,
            "promise": self._promise,
            "plan": self._plan,
            "sum": self._sum,
            "act": self._noun_act,
            "own": self._own,
            "thing": self._thing,
        }
        for takes, taker in takers.items():
            taken = taker(found, text, stop) if takes in cue.takes else None
            if taken is not None:
                return evolve(taken, takes=takes)
        if found.is_passive and "own" in cue.takes:
            return evolve(found, takes="own passive")
        # "The meeting was discussed": the subject of the act comes before the verb.
        if found.is_passive and not cue.takes.isdisjoint({"thing", "plan"}):
            return evolve(found, takes="passive")
        return None

    def _act(self, found: Found, text: str, stop: int) -> Found | None:
        another = self._for_another(found, text, stop)
        match = self._to_act.match(text, found.stop, stop)
        if (
            another is not None
            or match is None
            or (match["plain"] or "").lower() in _DETERMINERS
        ):
            return another
        return evolve(found, act=_first(match, "plain", "doing", "bare"))

    def _that(self, found: Found, text: str, stop: int) -> Found | None:
        match = _THAT_CLAUSE.match(text, found.stop, stop)
        return match and evolve(found, act=match.end())

    def _with(self, found: Found, text: str, stop: int) -> Found | None:
        match = _WITH.match(text, found.stop, stop)
        return match and evolve(found, act=match.end())

    def _promise(self, found: Found, text: str, stop: int) -> Found | None:
        is_named = self._promise_to.match(text, found.stop, stop)
        return (
            found
            if is_named or _THAT_THEY.match(text, found.stop, stop)
            else None
        )

    def _sum(self, found: Found, text: str, stop: int) -> Found | None:
        return found if _SUM.match(text, found.stop, stop) else None

    def _own(self, found: Found, text: str, stop: int) -> Found | None:
        is_own = self._own_plans.match(text, found.stop, stop)
        is_own = is_own or _MONEY.match(text, found.stop, stop)
        return found if is_own and not found.is_passive else None

    def _thing(self, found: Found, text: str, stop: int) -> Found | None:
        is_one = _ANYTHING.match(text, found.stop, stop)
        return found if is_one and not found.is_passive else None

    @cached_property
    def _promise_to(self) -> re.Pattern[str]:
        words = self._either("promises")
        return re.compile(
            rf"\s+(?:\S+\s+){{0,5}}?(?:{words})\b(?:\s+(?!to\b)[^\s,;]+){{0,7}}?\s+(?:(?:not\s+)?to|of|on)\s+(?:\w+ly\s+)*(?:{self.act_verbs}|\w+ing)\b",
            re.IGNORECASE,
        )

    @cached_property
    def _own_plans(self) -> re.Pattern[str]:
        return re.compile(
            rf"\s+(?!today|yesterday|that|by|on|in|at)(?:[^\s;]+\s+){{0,9}}?(?:{self._either('own')})\b",
            re.IGNORECASE,
        )

    @cached_property
    def _plans(self) -> re.Pattern[str]:
        act = rf"(?:\s+(?!to\b|for\b|and\b)[^\s,;.]+){{0,5}}?\s+(?:to\s+(?:\w+ly\s+)*(?:{self.act_verbs})|(?:on|of|for|in)\s+(?:{self.doing}))\b"
        return re.compile(
            rf"\s+(?:[^\s,;.]+\s+){{0,6}}?(?P<plan>{self._either('plans')})\b(?P<act>{act})?",
            re.IGNORECASE,
        )

    @cached_property
    def _whom_to(self) -> re.Pattern[str]:
        return re.compile(
            rf"\s+(?P<whom>[^;:]{{1,140}}?),?\s+(?:(?:not\s+)?to|with)\s+(?:(?:{ADVERB}|not)\s+)*(?P<act>(?:{self.act_verbs}|do|be|have|go|\w+ing)\b)",
            re.IGNORECASE,
        )

    def _either(self, key: str) -> str:
        words = self.rules.words("acts", key)
        return "|".join(sorted(words, key=len, reverse=True))

    def _for_another(self, found: Found, text: str, stop: int) -> Found | None:
        """Read "committed to the UK continuing to share": somebody else does it."""
        match = _TO_WHOM_DOING.match(text, found.stop, stop)
        return match and evolve(
            found, act=match.start("act"), whom=match.span("who")
        )

    def _whom(self, found: Found, text: str, stop: int) -> Found | None:
        match = self._whom_to.match(text, found.stop, stop)
        if match is None or found.is_passive:
            return None
        return evolve(found, act=match.start("act"), whom=match.span("whom"))

    def _plan(self, found: Found, text: str, stop: int) -> Found | None:
        """Take somebody's plan, or the name of one; of praise only what names an act."""
        match = self._plans.match(text, found.stop, stop)
        if match is None:
            return None
        plan = match["plan"]
        is_praise = plan.lower() in self.rules.words("acts", "praise")
        is_act = (
            match["act"] is not None
            or plan[0].isupper()
            or re.match(r"\s+(?:this|these)\s", text[found.stop : stop])
        )
        return found if is_act or not is_praise else None

    def _noun_act(self, found: Found, text: str, stop: int) -> Found | None:
        match = _NOUN.match(text, found.stop, stop)
        if match is None or _LATELY.match(text, found.stop, stop):
            return None
        noun = match["noun"].split()[-1].lower().strip("’'\"”")
        is_act = noun.endswith(tuple(self.rules.words("acts", "endings")))
        if noun in self.rules.words("acts", "not_acts") or not is_act:
            return None
        return found


@cache
def _forms(cue: Cue) -> frozenset[str]:
    verb = cue.verb
    if verb.plain == "be":
        return frozenset({"is", "are", "am", "was", "were", "been", "be"})
    return frozenset(
        {verb.plain, verb.third, verb.past, verb.participle, verb.doing}
    )


@cache
def _pattern(cue: Cue) -> re.Pattern[str]:
    # Made when its verb first occurs: a text has few of them, and an expression takes long to make.
    either = "|".join(sorted(_forms(cue), key=len, reverse=True))
    rest = "".join(
        rf"\s+(?:{ADVERB}\s+)?{re.escape(word)}" for word in cue.rest.split()
    )
    return re.compile(
        rf"(?<![\w-]){_BEFORE}(?P<verb>{either}){rest}(?![\w-])", re.IGNORECASE
    )


def _in_words(words: str) -> re.Pattern[str]:
    """Compile an expression of the rules, whose spaces may be breaks of a line too."""
    spaced = words.replace(" ", r"\s+")
    return re.compile(rf"(?<![\w-])(?:{spaced})(?![\w-])", re.IGNORECASE)


def _states(found: Found, cue: Cue, text: str, stop: int) -> bool:
    """Say whether a verb of stating has what it takes: "noted that", "thanked them"."""
    if found.is_passive or found.is_negated:
        return False
    if _THAT.match(text, found.stop, stop) or _QUOTED.match(
        text, found.stop, stop
    ):
        return "that" in cue.takes
    is_one = _ANYTHING.match(text, found.stop, stop) is not None
    return is_one and "thing" in cue.takes


def _first(match: re.Match[str], *groups: str) -> int:
    return next(
        match.start(group) for group in groups if match[group] is not None
    )


def _after_aside(text: str, start: int, stop: int) -> int:
    """Return where the verb comes in "will, together with others, send"."""
    match = re.compile(r",[^,;]{1,80},(?=\s)").match(text, start, stop)
    return match.end() if match else start
