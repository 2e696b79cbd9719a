"""What a clause comes to: a promise of somebody, or nothing that is drafted."""

from __future__ import annotations

import datetime as dt
import re
from itertools import islice
from typing import Final

from attrs import frozen

from entente.drafting._clauses import Clause
from entente.drafting._cues import EXPECTED
from entente.drafting._details import TimeWords, is_ahead, times_for
from entente.drafting._parties import TITLE, Names, Speakers, is_state, who
from entente.drafting._rules import Rules
from entente.records import Firmness, Source
from entente.values._phrase_context import Look

_LONGEST_ASKED: Final = 9
_SLUG: Final = re.compile(r"[a-z0-9]+")
_BY: Final = re.compile(
    r"\bby\s+(?!(?:the\s+)?(?:end|start|beginning|middle|spring|summer|autumn|fall|winter|time|year|next|following|same)\b|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"(?=(?:our|the|its|their|both|all|an?\s+(?:\w+\s+){0,3}(?:group|committee|panel|commission)|[A-Z])\b|[A-Z])"
)
_END_OF_NAME: Final = re.compile(
    r"[,;.]|\s+(?:in|on|by|at|within|during|before|after|to|who|which)\b"
)
_PERSONAL: Final = re.compile(
    r"[“‘\"']?(?:(?:we|I|they|he|she|both)\b|our\s*\Z)", re.IGNORECASE
)
_PEOPLE: Final = re.compile(
    r"\b(?:ministers|leaders|presidents|secretaries|heads|sides|parties|participants|signatories|governments|countries|"
    r"nations|delegations|officials|experts|officers|members?|allies|partners|negotiators|teams|envoys|ambassadors|"
    r"personnel|staff|troops|soldiers|presidency|chair|commission|council|secretariat|department|office|agency|authority|"
    r"authorities|board|bank|army|navy|police|senate|assembly|committee|delegation|mission|team|side|party|commissioner)\b",
    re.IGNORECASE,
)
_MEMBERS: Final = re.compile(
    r"\s*(?:the |all |other |its |our )?member(?:s|\s+states|\s+countries)\s+of\s+(?:the\s+)?(.+)",
    re.IGNORECASE | re.DOTALL,
)
_THIS: Final = re.compile(
    r"(?:this|that|it|which|there|what)\b", re.IGNORECASE
)
_PASSIVE: Final = re.compile(
    r"\s*(?:\w+ly\s+|also\s+|then\s+|not\s+|now\s+)*be\s+(?:\w+ly\s+|also\s+|further\s+)*(?:\w+(?:ed|en|wn|ght)|put|held|set|sent|borne|run|laid|lent|done|built|made|met|paid|kept|led|begun|cut|spent|lost|sold|found)\b",
    re.IGNORECASE,
)
_SAME: Final = re.compile(r"\s*(?:this|these)\s+\w", re.IGNORECASE)
# "The Group" may be anybody, and "a joint working group" is somebody.
_BARE_BODIES: Final = frozenset({"group", "committee", "panel"})
_SOME: Final = re.compile(r"\s*(?:that|who|which|whose)\b")
_NOBODY_TOLD: Final = "by: the passage does not say which party"
_JOINTLY: Final = "by: nobody is named; those who issued the text are taken"
OWN_WORDS: Final = "summary: in the words of the source; write it in your own"
_BE_DOING: Final = re.compile(
    r"\s*(?:\w+ly\s+|also\s+)*be\s+(?!willing|being)\w+ing\s"
)
_BE_READY: Final = re.compile(
    r"\s*(?:\w+ly\s+|also\s+)*be\s+(?:in\s+(?:place|force|operation)|ready|operational|available|on\s+the\s+ground|at\s+sea|complete|open)\b",
    re.IGNORECASE,
)
_MODAL: Final = re.compile(
    r"\b(?:will|shall|should|must|would|no|not|is to|are to|ought)\b",
    re.IGNORECASE,
)
_OF_MONEY: Final = re.compile(
    r"%|\bper\s?cent\b|\bhalf\b|\b(?:money|funds?|sum|proceeds|amount|revenue|revenues)\b|[$€£]|\b[A-Z]{3} [0-9]"
)
_TOLD_OF: Final = re.compile(r"\b(?:by|to|with|from)\s+")
_GIVES_TO: Final = re.compile(
    r"[0-9][^,;.]*?\s+to\s+(?:the\s+)?(?P<fund>(?:[A-Z][\w’-]+\s+){1,5}(?:Facility|Fund|Bank|Foundation|Partnership|Programme|Trust|Initiative))\b"
)
_END_OF_WHOM: Final = re.compile(
    r"\s+in\s+the\b|,\s+(?:including|such\s+as|notably|especially|in\s+particular)\b"
)
_RECEIVER: Final = re.compile(
    r"\b(?:to|for|with|support|help|assist|supporting|helping|assisting|joining|alongside)\s+(?:(?:the|my|his|her|its|our|their)\s+)?$",
    re.IGNORECASE,
)


@frozen
class Fate:
    """What a clause comes to: by whom, to whom, and what is open about it."""

    by: tuple[str, ...]
    to: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


@frozen(eq=False)
class Judge:
    """Who reads the clauses of one text."""

    text: str
    rules: Rules
    names: Names
    speakers: Speakers
    source: Source

    @property
    def day_of_saying(self) -> dt.date | None:
        """The day on which the text was published, if that is known."""
        published = self.source.published
        return None if published is None else published.day

    def times(
        self,
        start: int,
        stop: int,
        by: tuple[str, ...],
        look: Look = "ahead",
    ) -> list[TimeWords]:
        """Return the times of a part of the text, as those who act mean them."""
        states = [
            party
            for party in by or self.speakers.issuers
            if is_state(party) and party != "EU"
        ]
        return times_for(
            self.text,
            start,
            stop,
            said=self.day_of_saying,
            states=states,
            is_told=bool(by),
            look=look,
        )

    def who(self, start: int, stop: int) -> tuple[str, ...]:
        """Return whom a part of the text names, or its pronouns mean."""
        if _MEMBERS.match(self.text, start, stop):
            return self.unnamed(start, stop)
        return who(self.text, start, stop, self.names, self.speakers)

    def only_names(self, start: int, stop: int) -> tuple[str, ...]:
        """Return the parties that a heading names, if it says nothing else."""
        at, between, named = start, "", []
        for mention in self.names.find(self.text, start, stop):
            between += self.text[at : mention.start] + " "
            named.append(mention.party)
            at = mention.stop
        words = f"{between}{self.text[at:stop]}".casefold()
        is_only = set(re.findall(r"\w+", words)) <= {"the", "and"}
        return tuple(dict.fromkeys(named)) if is_only else ()

    def unnamed(self, start: int, stop: int) -> tuple[str, ...]:
        """Return an id for those who have no name of their own: "third countries"."""
        words = " ".join(self.text[start:stop].split()).strip(" ,;:")
        members = _MEMBERS.fullmatch(words)
        if members:
            names = [
                each.party
                for each in self.names.find(
                    words, members.start(1), len(words)
                )
            ]
            return (
                (f"{names[0].lower()}-member-states",)
                if len(names) == 1
                else ()
            )
        match = re.fullmatch(
            r"(?:(?:a|an|the|all|other|our|its|their|his|her|these|those) )?((?:[a-zA-Z][\w-]* ){0,2})([a-z]+)",
            words,
            re.IGNORECASE,
        )
        if match is None or match[2].lower() not in self.rules.words(
            "parties", "actors"
        ):
            return ()
        is_bare = not match[1] and match[2].lower() in _BARE_BODIES
        if is_bare or any(True for _ in self.names.find(words, 0, len(words))):
            return ()
        return ("-".join(_SLUG.findall(f"{match[1]}{match[2]}".lower())),)

    # --- clauses -------------------------------------------------------------------------

    def fate(self, clause: Clause) -> Fate | None:
        """Return what a clause comes to, or None if nothing is drafted of it."""
        cue = clause.cue
        subject = " ".join(self.text[slice(*clause.subject)].split()).strip(
            " ,"
        )
        is_denied = cue.is_negated and cue.takes != "modal"
        if cue.rung is None or is_denied or self._is_nobody(subject):
            return None
        by = self._by_subject(clause, subject)
        if cue.takes == "aside":
            return self._fate_of_aside(clause)
        if cue.takes == "own passive":
            giver = self._giver(clause)
            return self._with_roles(clause, giver) if giver else None
        if cue.takes == "elliptical":
            return self._with_roles(clause, self._agent(clause))
        if cue.takes in {"modal", "relative"}:
            return self._fate_of_modal(clause, subject, by)
        if cue.takes == "that":
            return self._fate_of_that(clause, subject, by)
        if cue.takes == "doing" and not self._is_ahead(clause, by):
            return None
        return self._fate_of_verb(clause, subject, by)

    def _fate_of_aside(self, clause: Clause) -> Fate | None:
        """Judge ", which will meet" and ", who will report": who stands before the comma acts."""
        verb = self._verb(clause.act)
        before = clause.subject[0]
        begins = [
            clause.sentence,
            *[
                each.end()
                for each in _TOLD_OF.finditer(
                    self.text, clause.sentence, before
                )
            ],
        ]
        told = (begins[-1], self.text.rindex(",", 0, before))
        by = self.unnamed(*told)
        is_person = self.text[slice(*clause.subject)].lower() == "who"
        if is_person:
            by = self.who(*told) or by
        if by and verb not in self.rules.words("acts", "no_deeds"):
            return self._with_roles(clause, by)
        is_event = verb in self.rules.words("acts", "events")
        is_done = _PASSIVE.match(self.text, clause.act) is not None
        if is_person or not (is_event or is_done):
            return None
        return self._with_roles(clause, ())

    def _is_nobody(self, subject: str) -> bool:
        words = subject.lower()
        return any(
            words == nobody or words.startswith(f"{nobody} ")
            for nobody in self.rules.words("blockers", "nobody")
        )

    def _fate_of_that(
        self, clause: Clause, subject: str, by: tuple[str, ...]
    ) -> Fate | None:
        """Judge "agreed that both sides will …": who acts is within."""
        modal = _MODAL.search(self.text, clause.act, clause.stop)
        if modal is None and clause.cue.rung is Firmness.CALLED_FOR:
            return self._fate_of_asked(clause, by)
        if modal is None:
            return None
        if len(by) == 1:
            # "Denmark announced that it would …"
            self.speakers.last = by
        inner: tuple[str, ...] = ()
        if modal.start() > clause.act:
            inner = self.who(clause.act, modal.start())
        if clause.cue.rung is Firmness.CALLED_FOR:
            return self._with_roles(clause, by, inner)
        if inner and not _PASSIVE.match(self.text, modal.end()):
            by = inner
        return self._fate_of_verb(clause, subject, by)

    def _fate_of_asked(
        self, clause: Clause, by: tuple[str, ...]
    ) -> Fate | None:
        """Judge "may I ask that the agency give" and "let us review": whom, stands before the verb."""
        acts = self.rules.words("acts", "plain")
        words = re.compile(r"\S+").finditer(self.text, clause.act, clause.stop)
        for word in islice(words, _LONGEST_ASKED):
            if word[0].lower() in acts:
                return self._with_roles(
                    clause, by, self.who(clause.act, word.start())
                )
        return None

    def _fate_of_verb(
        self, clause: Clause, subject: str, by: tuple[str, ...]
    ) -> Fate | None:
        if clause.cue.rung is Firmness.INTENDED:
            no_deeds = self.rules.words("acts", "no_deeds")
            can_act = by or self._is_somebody(clause)
            if not (can_act or self._is_instrument(subject)):
                return None
            if self._verb(clause.act) in no_deeds:
                return None
        return self._with_roles(clause, by)

    def _by_subject(self, clause: Clause, subject: str) -> tuple[str, ...]:
        if not subject:
            # "It was agreed to": by whom is not said.
            is_told = not clause.cue.is_passive
            return self.speakers.label or (self.speakers.we if is_told else ())
        return self.who(*clause.subject)

    def _is_somebody(self, clause: Clause) -> bool:
        """Say whether a subject is somebody, though it may not be known who."""
        subject = self.text[slice(*clause.subject)].strip()
        if (
            _PERSONAL.match(subject)
            or TITLE.search(subject)
            or _PEOPLE.search(subject)
        ):
            return True
        return bool(self.unnamed(*clause.subject))

    def _is_instrument(self, subject: str) -> bool:
        """Say whether a subject is something by which somebody acts: "a task force"."""
        words = [word.strip(",’'") for word in subject.lower().split()]
        instruments = self.rules.words("acts", "instruments")
        return not instruments.isdisjoint(words[-4:])

    def _is_ahead(self, clause: Clause, by: tuple[str, ...]) -> bool:
        """Say whether a clause has a time that is not over."""
        found = self.times(clause.act, clause.stop, by)
        return any(
            each.is_deadline
            and each.period is not None
            and is_ahead(each.period, self.day_of_saying)
            for each in found
        )

    def _verb(self, at: int) -> str:
        match = re.compile(
            r"\s*(?:(?:\w+ly|also|further|not|then|now|never|again|no longer|both|soon|jointly|continue to|help|together|again|all|each|therefore|work to)\s+)*([a-z-]+)",
            re.IGNORECASE,
        ).match(self.text, at)
        return match[1].lower() if match else ""

    def _fate_of_modal(
        self, clause: Clause, subject: str, by: tuple[str, ...]
    ) -> Fate | None:
        """Judge "will" and the like, which make promises, predictions and wishes."""
        cue, verb = clause.cue, self._verb(clause.act)
        tail = self.text[clause.act : clause.stop]
        if cue.words == EXPECTED:
            return self._with_roles(clause, ())
        if self._is_only_said(clause, subject, by):
            return None
        is_passive = _PASSIVE.match(tail) is not None
        if is_passive:
            by = self._agent(clause, by)
        if cue.rung in (Firmness.ASPIRED, Firmness.CALLED_FOR):
            return self._with_roles(clause, by)
        is_ready = _BE_READY.match(tail) is not None
        if self._is_document(subject) or (
            verb == "be"
            and not (is_passive or is_ready or _BE_DOING.match(tail))
        ):
            return None
        if is_passive or is_ready or self._is_deed(clause, subject, by, verb):
            return self._with_roles(clause, by)
        return None

    def _is_only_said(
        self, clause: Clause, subject: str, by: tuple[str, ...]
    ) -> bool:
        """Say whether nobody acts: "it should be noted", "this will"."""
        if not subject:
            # "Shall" may follow what a list has above it; "should this happen" asks.
            is_bare = clause.subject[0] == clause.start
            return not is_bare or clause.cue.words.lower() != "shall"
        if _THIS.match(subject) and not by:
            return True
        tail = " ".join(self.text[clause.act : clause.stop].split())
        return any(
            re.match(rf"(?:not )?{re.escape(each)}\b", tail)
            for each in self.rules.words("acts", "said_again")
        )

    def _is_deed(
        self, clause: Clause, subject: str, by: tuple[str, ...], verb: str
    ) -> bool:
        """Say whether a verb is what somebody will do, and no effect that something will have."""
        if by or self._is_somebody(clause):
            return verb not in self.rules.words("acts", "no_deeds")
        if verb in self.rules.words("acts", "events"):
            return True
        if verb in {"go", "flow"} and _OF_MONEY.search(subject):
            return True
        is_agreed = clause.cue.rung is Firmness.AGREED
        can_act = is_agreed or self._is_instrument(subject)
        return can_act and verb not in self.rules.words("acts", "effects")

    def _is_document(self, subject: str) -> bool:
        """Say whether a subject is the text itself, or another."""
        words = subject.lower().split()
        documents = self.rules.words("acts", "documents")
        return bool(words) and (
            words[-1] in documents
            or (
                len(words) > 1
                and words[0] in {"this", "the"}
                and words[1] in documents
            )
        )

    def _agent(
        self, clause: Clause, by: tuple[str, ...] = ()
    ) -> tuple[str, ...]:
        """Return by whom something is done: as told, or whose it is; not the subject itself."""
        match = _BY.search(self.text, clause.act, clause.stop)
        if match is not None:
            end = _END_OF_NAME.search(self.text, match.end(), clause.stop)
            agent = (match.end(), end.start() if end else clause.stop)
            return self.who(*agent) or self.unnamed(*agent)
        return by if self._is_of(clause) else ()

    def _giver(self, clause: Clause) -> tuple[str, ...]:
        """Return whose contribution is announced: "a contribution of five ships by Mali"."""
        words = set(self.text[slice(*clause.subject)].lower().split())
        match = _BY.search(self.text, *clause.subject)
        if match is None or words.isdisjoint(self.rules.words("acts", "own")):
            return ()
        return self.who(match.end(), clause.subject[1])

    def _is_of(self, clause: Clause) -> bool:
        """Say whether a subject is something of a party: "UK officers"; not the party itself."""
        start, stop = clause.subject
        for mention in self.names.find(self.text, start, stop):
            after = self.text[mention.stop : stop].strip(" \n,")
            if re.match(r"(?!(?:and|in|of|or)\b)\w", after):
                return True
        return (
            re.match(r"\s*(?:our)\b", self.text[start:stop], re.IGNORECASE)
            is not None
        )

    def _with_roles(
        self, clause: Clause, by: tuple[str, ...], to: tuple[str, ...] = ()
    ) -> Fate:
        """Say who acts and for whom, by what the verb is."""
        cue = clause.cue
        if cue.rung is Firmness.CALLED_FOR and cue.takes == "modal":
            return self._called_upon(clause, by)
        if cue.rung is Firmness.CALLED_FOR and cue.whom is not None:
            first, last = cue.whom
            place = _END_OF_WHOM.search(self.text, first, last)
            head = (first, place.start() if place else last)
            to = self.unnamed(*head) or self.who(first, last)
            self.speakers.group = to or self.speakers.group
        elif cue.whom is not None:
            by = self.who(*cue.whom) or by
        elif cue.rung in (Firmness.WELCOMED, Firmness.ENDORSED):
            by = self._owner(clause, by)
        elif cue.takes == "passive":
            by = self._agent(clause)
        joint = () if by else self._joint(clause)
        by = by or joint
        if (
            not by
            and cue.takes not in {"passive", "plan"}
            and not _PASSIVE.match(self.text, clause.act)
        ):
            by = self.unnamed(*clause.subject)
        if cue.rung is Firmness.CALLED_FOR and to == by:
            # "Invites Parties that can": not all of those who speak.
            to = ()
        to = to or self._receivers(clause, by)
        return Fate(
            by, to, (_JOINTLY,) if joint else self._open(clause, by, to)
        )

    def _open(
        self, clause: Clause, by: tuple[str, ...], to: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Say what is open about who acts and who is called upon."""
        why = []
        if not by:
            said = " ".join(self.text[slice(*clause.subject)].split())
            why.append(_NOBODY_TOLD + (f" ({said!r})" if said else ""))
        whom = clause.cue.whom
        if not to and whom and clause.cue.rung is Firmness.CALLED_FOR:
            told = " ".join(self.text[slice(*whom)].split())
            why.append(f"to: {told!r} is no party that is known")
        return tuple(why)

    def _called_upon(self, clause: Clause, to: tuple[str, ...]) -> Fate:
        """Say who calls for what others "must" do, or "are urged to" do."""
        is_some = _SOME.match(self.text, clause.subject[1]) is not None
        to = to or (() if is_some else self.unnamed(*clause.subject))
        by = self.speakers.joint if " " in clause.cue.words else ()
        return Fate(by, to, () if by else (_NOBODY_TOLD,))

    def _joint(self, clause: Clause) -> tuple[str, ...]:
        """Return who issued a text together, for what is to be done by nobody whom it names."""
        is_done = clause.cue.takes in {"passive", "elliptical"} or (
            clause.cue.takes in {"modal", "that"}
            and _PASSIVE.search(self.text, clause.cue.start, clause.stop)
        )
        is_agreed = clause.cue.is_passive and self._is_bare(clause)
        is_told = _BY.search(self.text, clause.act, clause.stop) or any(
            True for _ in self.names.find(self.text, *clause.subject)
        )
        # Whose plan is welcomed is said, or open.
        is_other = clause.cue.rung is Firmness.WELCOMED
        is_ours = (is_done or is_agreed) and not (is_told or is_other)
        return self.speakers.joint if is_ours else ()

    def _is_bare(self, clause: Clause) -> bool:
        """Say whether a verb has no subject: "it was agreed"."""
        return not self.text[slice(*clause.subject)].strip()

    def _owner(self, clause: Clause, by: tuple[str, ...]) -> tuple[str, ...]:
        """Return whose plan is welcomed or endorsed."""
        if clause.cue.takes == "passive":
            is_same = _SAME.match(self.text, clause.subject[0]) is not None
            named = self._named(*clause.subject)
            return named or (self.speakers.promised if is_same else ())
        if _SAME.match(self.text, clause.cue.stop):
            return self.speakers.promised
        if clause.cue.takes not in {"plan", "thing"}:
            return by
        start = clause.cue.stop
        act = re.compile(r"\s(?:to\s+[a-z]|of\s+\w+ing\b|on\b|for\b)").search(
            self.text, start, clause.stop
        )
        stop = act.start() if act else min(clause.stop, start + 60)
        owner = self._named(start, stop) or self.who(start, stop)
        if owner:
            return owner
        if clause.cue.rung is Firmness.ENDORSED or len(by) > 1:
            return by
        return ()

    def _named(self, start: int, stop: int) -> tuple[str, ...]:
        found = self.names.find(self.text, start, stop)
        return tuple(dict.fromkeys(each.party for each in found))

    def _receivers(
        self, clause: Clause, by: tuple[str, ...]
    ) -> tuple[str, ...]:
        found = []
        for mention in self.names.find(self.text, clause.act, clause.stop):
            before = self.text[
                max(clause.act, mention.start - 30) : mention.start
            ]
            if _RECEIVER.search(before) and mention.party not in by:
                after = self.text[mention.stop : mention.stop + 14].strip()
                if mention.demonym and not re.match(
                    r"counterpart|government|author|law|police|side", after
                ):
                    continue
                found.append(mention.party)
        if not found and clause.cue.rung is Firmness.CALLED_FOR:
            between = re.compile(
                r"\bbetween\s+([^.;]{3,60}?\band\b[^.,;]{2,40})"
            ).search(self.text, clause.act, clause.stop)
            if between:
                found = [
                    each.party
                    for each in self.names.find(self.text, *between.span(1))
                    if each.party not in by
                ]
        return tuple(dict.fromkeys(found)) or self._fund(clause)

    def _fund(self, clause: Clause) -> tuple[str, ...]:
        """Return an id for the fund or bank to which a sum is given, if no other name is known for it."""
        match = _GIVES_TO.search(self.text, clause.act, clause.stop)
        if match is None:
            return ()
        return ("-".join(_SLUG.findall(match["fund"].lower())),)

    # --- records -------------------------------------------------------------------------
