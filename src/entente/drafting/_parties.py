"""Who is meant: states by their names and adjectives, organisations, aliases, and pronouns."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from attrs import Factory, define, frozen
from iso3166 import countries

from entente._dossier import Dossier
from entente.drafting._rules import Rules, state_words
from entente.records import Party, Source
from entente.records._states import state_name

# "Central Americans" are of no single state, and what is called after a state may be a thing:
# the Indian Ocean, the English Channel.
_NOT_AFTER: Final = re.compile(
    r"\b(?:central|latin|south|north|native|pan|inter)[\s-]+$", re.IGNORECASE
)
_NOT_BEFORE: Final = re.compile(
    r"\s+(?:ocean|sea|channel|peninsula|virgin|samoa|continent)\b",
    re.IGNORECASE,
)
# "The Lake Chad Basin Commission" is not Chad.
_BODY: Final = re.compile(
    r"(?:\s+[A-Z]\w+){0,3}\s+(?:Commission|Union|Bank|Fund|Forum|Organi[sz]ation|Partnership|Community|Association|"
    r"Alliance|Foundation|University)\b"
)
_LINK: Final = r"(?:\s|-)+"


def is_state(party: str) -> bool:
    """Say whether an id is the code of a state, or of the European Union.

    >>> is_state("FR"), is_state("g7")
    (True, False)
    """
    return state_name(party) is not None


_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NO_PLURAL: Final = ("ese", "ish", "ch", "ss")


@frozen
class Mention:
    """A name in a text, and whose it is; a `demonym` is an adjective or the name of people."""

    start: int
    stop: int
    party: str
    demonym: bool = False


@cache
def _state_names() -> dict[str, tuple[str, bool]]:
    names: dict[str, tuple[str, bool]] = {}
    for country in countries:
        name = country.apolitical_name
        if "," in name:
            first, _, last = name.partition(", ")
            names[f"{last} {first}"] = (country.alpha2, False)
        else:
            names[name] = (country.alpha2, False)
    for key, is_adjective in (("names", False), ("demonyms", True)):
        for code, known in state_words(key).items():
            for name in known:
                names[name] = (code, is_adjective)
                if is_adjective and not name.endswith(_NO_PLURAL):
                    names[f"{name}s"] = (code, True)
    return names


@cache
def _capitals() -> dict[str, str]:
    return {
        name: code
        for code, names in state_words("capitals").items()
        for name in names
    }


@frozen(eq=False)
class Names:
    """All names that are known, compiled to look for them in one pass."""

    parties: dict[str, tuple[str, bool]]
    pattern: re.Pattern[str]

    @classmethod
    def of(
        cls, rules: Rules, source: Source, dossier: Dossier | None
    ) -> Names:
        """Gather the names of states and organisations, those of who issued a source, and of a dossier."""
        plain = _plain_names(rules)
        issuers = {
            name: id
            for id, name in issuers_of(source, plain).items()
            if not (is_state(id) or name in plain.parties)
        }
        parties = () if dossier is None else dossier.parties
        if not (issuers or parties):
            return plain
        return cls.gathered(rules, parties, issuers)

    @classmethod
    def gathered(
        cls, rules: Rules, parties: Iterable[Party], issuers: dict[str, str]
    ) -> Names:
        """Gather them anew."""
        names = dict(_state_names())
        for party, known in rules.groups("parties", "organisations").items():
            id = "EU" if party == "eu" else party
            names |= dict.fromkeys(known, (id, False))
        names |= {name: (id, False) for name, id in issuers.items()}
        for record in parties:
            former = [each.name for each in record.names]
            told = (record.name, *record.aliases, *former)
            names |= {
                name: (record.id, False) for name in told if name.strip()
            }
        return cls._compiled(names)

    @classmethod
    def _compiled(cls, names: dict[str, tuple[str, bool]]) -> Names:
        table = {}
        for name, party in names.items():
            table[name] = party
            # Abbreviations stay as they are: "US" is a state, and "us" is not.
            table.setdefault(name.upper(), party)
        longest = sorted(table, key=len, reverse=True)
        either = "|".join(
            r"\s+".join(map(re.escape, name.split())) for name in longest
        )
        return cls(table, re.compile(rf"(?<![\w])(?:{either})(?![\w])"))

    def find(self, text: str, start: int, stop: int) -> Iterator[Mention]:
        """Yield the names in a part of a text."""
        for match in self.pattern.finditer(text, start, stop):
            party, is_adjective = self.parties[" ".join(match[0].split())]
            before = text[max(0, match.start() - 10) : match.start()]
            if is_adjective and _NOT_AFTER.search(before):
                continue
            if _NOT_BEFORE.match(text, match.end()):
                continue
            if not is_adjective and _BODY.match(text, match.end()):
                continue
            yield Mention(match.start(), match.end(), party, is_adjective)


@lru_cache(maxsize=8)
def _plain_names(rules: Rules) -> Names:
    return Names.gathered(rules, (), {})


def issuers_of(source: Source, names: Names) -> dict[str, str]:
    """Return the ids of those who issued a source, each with a name; a source may have only names of them."""
    issuers = {}
    for told in source.issued_by:
        known = names.parties.get(told)
        if is_state(told):
            issuers[told] = told
        elif known is not None:
            issuers[known[0]] = told
        elif _ID.fullmatch(told):
            issuers[told] = told.replace("-", " ").title()
        else:
            bare = unicodedata.normalize("NFKD", told).encode(
                "ascii", "ignore"
            )
            id = "-".join(re.findall(r"[a-z0-9]+", bare.decode().lower()))
            # Of a name in another script no id can be made.
            issuers |= {id: told} if id else {}
    return issuers


@define
class Speakers:
    """Whom the pronouns of a text mean, as it goes on.

    `issuers` speak as "we"; `pair` are the two sides of a notice of two; `last` is the party that the
    last sentence was about, `group` those of the last one about several.
    """

    rules: Rules
    issuers: tuple[str, ...]
    pair: tuple[str, ...] = ()
    speaker: tuple[str, ...] | None = None
    """Who says what is quoted; nobody if that is not certain, and None in the text's own voice."""
    last: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    """The parties that alone stand above what is read."""
    promised: tuple[str, ...] = ()
    """Whose the last act was, for "this decision"."""
    offices: dict[str, str] = Factory(dict)
    people: dict[str, str] = Factory(dict)
    titles: dict[str, str] = Factory(dict)

    @property
    def home(self) -> tuple[str, ...]:
        """Return the state whose offices are meant where the text does not say whose."""
        if self.label:
            return self.label
        [*issuers] = self.issuers
        is_one = (
            len(issuers) == 1 and is_state(issuers[0]) and issuers != ["EU"]
        )
        return self.issuers if is_one else ()

    @classmethod
    def of(
        cls,
        rules: Rules,
        names: Names,
        text: str,
        source: Source,
        dossier: Dossier | None,
    ) -> Speakers:
        """Learn from a source and its text who speaks."""
        issuers = tuple(issuers_of(source, names))
        others = Counter(
            mention.party
            for mention in names.find(text, 0, len(text))
            if mention.party not in issuers and is_state(mention.party)
        )
        pair = issuers
        if len(issuers) == 1 and is_state(issuers[0]) and others:
            most = others.most_common(2)
            # Somebody has to stand out, or the notice is not of two.
            if len(most) == 1 or most[0][1] >= 2 * most[1][1]:
                pair = (*issuers, most[0][0])
        offices = {}
        for office in () if dossier is None else dossier.offices:
            for title in (office.title, *office.aliases):
                offices[title.casefold()] = office.party
        people, titles = people_of(text, names)
        return cls(
            rules,
            issuers,
            tuple(pair),
            offices=offices,
            people=people,
            titles=titles,
        )

    @property
    def several(self) -> tuple[str, ...]:
        """Return those whom "both sides" or "the leaders" means: several, or an organisation."""
        if len(self.heading) > 1:
            return self.heading
        if len(self.pair) > 1:
            return self.pair
        return () if any(map(is_state, self.issuers)) else self.issuers

    @property
    def joint(self) -> tuple[str, ...]:
        """Return who issued a text together, and so does what it says will be done."""
        is_alone = len(self.issuers) == 1 and is_state(self.issuers[0])
        return () if is_alone else self.issuers

    def begin(self, heading: tuple[str, ...]) -> None:
        """Begin a part of the text, below a heading that only names these parties or none."""
        self.speaker, self.heading = None, heading
        self.last = self.group = ()
        self.label = heading if len(heading) == 1 else ()

    @property
    def we(self) -> tuple[str, ...]:
        return self.issuers if self.speaker is None else self.speaker


TITLE: Final = re.compile(
    r"\b(?:(?:prime|foreign|home|interior|defence|defense|finance|trade|energy|labour|labor|justice|health|environment|cabinet|deputy|vice|under|state|first)\s+)*"
    r"(?:minister|president|secretary(?!-general|\s+general)|chancellor|king|queen|premier|taoiseach|government|ministry|administration|congress|parliament)\b",
    re.IGNORECASE,
)


def who(
    text: str, start: int, stop: int, names: Names, speakers: Speakers
) -> tuple[str, ...]:
    """Return the parties that a subject names, or its pronouns mean; nobody if one of them is not certain."""
    stop = _head_end(text, start, stop)
    words = " ".join(text[start:stop].casefold().split()).strip(' ,;:“"')
    meant = _pronoun(words, speakers)
    named = [mention.party for mention in names.find(text, start, stop)]
    if meant:
        # "Our British friends" are British, and "the ministers of Chad and Niger" are theirs.
        is_own = re.match(r"(?:we|i|they|he|she|it|my)\b", words) is not None
        is_own = is_own and not re.match(r"we\s?,", words)
        return tuple(
            dict.fromkeys([*meant, *named] if is_own or not named else named)
        )
    return _each(text, start, stop, names, speakers)


_ANOTHER: Final = re.compile(r"\s+(?:and|as\s+well\s+as|together\s+with|&)\s+")


def _each(
    text: str, start: int, stop: int, names: Names, speakers: Speakers
) -> tuple[str, ...]:
    """Return whom each of several names means: "the Home Secretary and her French counterpart"."""
    found: list[str] = []
    at = start
    ends = [
        (match.start(), match.end())
        for match in _ANOTHER.finditer(text, start, stop)
        # "Bosnia and Herzegovina" is one.
        if not any(
            mention.start < match.start() < mention.stop
            for mention in names.find(text, start, stop)
        )
    ]
    for end, following in [*ends, (stop, stop)]:
        named = [mention.party for mention in names.find(text, at, end)]
        if not named:
            words = " ".join(text[at:end].casefold().split()).strip(" ,;:")
            named = list(_office(text[at:end], words, speakers))
        if not named:
            # "Berlin pledged": a capital is its government.
            words = re.sub(r"\W+", " ", text[at:end]).strip()
            named = [code for code in (_capitals().get(words),) if code]
        if not named and TITLE.search(text, at, end):
            # Somebody acts whose party is not told, so nobody is named for all.
            return ()
        found += named
        at = following
    return tuple(dict.fromkeys(found))


_OF: Final = re.compile(
    r"\b(?:ministers?|presidents?|secretar(?:y|ies)|kings?|queens?|governments?|republic|kingdom|members?|states?|leaders?|"
    r"heads?|parliaments?|congress|forces|armies|army|representatives?|authorities|people|officials?|side|ministry|state|government)\s+$",
    re.IGNORECASE,
)
_AWAY: Final = re.compile(
    r"\b(?:in|on|from|with|for|to|at|under|between|against|about|by|who|which|that|of)\b",
    re.IGNORECASE,
)


def _head_end(text: str, start: int, stop: int) -> int:
    """Return where the head of a subject ends: what follows "from" or "in" does nothing itself."""
    for word in _AWAY.finditer(text, start, stop):
        if word.start() <= start + 1:
            continue
        is_of = word[0].lower() == "of"
        before = text[start : word.start()]
        if is_of and (
            _OF.search(before)
            or TITLE.search(before)
            or before.rstrip().endswith(("and", ","))
        ):
            continue
        if word[0].lower() in {"for", "in", "on"} and TITLE.search(before):
            # "The Minister for Trade and his French counterpart"
            continue
        return word.start()
    return stop


def _pronoun(words: str, speakers: Speakers) -> tuple[str, ...]:
    """Return whom the words that open a subject mean, by what the text said before."""
    rules = speakers.rules
    head, *_ = re.findall(r"[\w’'-]+", words) or [""]
    if head in {"we", "our", "us", "ourselves"}:
        return speakers.we
    if head in rules.words("parties", "i"):
        if speakers.speaker is not None:
            return speakers.speaker
        return speakers.issuers if len(speakers.issuers) == 1 else ()
    if _selves(rules).match(words):
        return speakers.several
    if head in rules.words("parties", "they"):
        return speakers.group or speakers.several
    if any(_opens(words, each) for each in rules.words("parties", "it")):
        return speakers.last
    if re.search(r"\bour\b", words):
        return speakers.we
    return ()


@lru_cache(maxsize=8)
def _selves(rules: Rules) -> re.Pattern[str]:
    """Match "both sides", "the two ministers", "neither party", "leaders"."""

    def either(key: str, *, one: bool) -> str:
        nouns = {
            noun if one else _plural(noun)
            for noun in rules.words("parties", key)
        }
        return "|".join(sorted(map(re.escape, nouns), key=len, reverse=True))

    return re.compile(
        rf"(?:(?:both|all|our|(?:the |our )?(?:two|2|three|3|four|4))\s+(?:the\s+|of the\s+)?(?:{either('pairs', one=False)})|"
        rf"(?:each|either|neither|no)\s+(?:of the\s+)?(?:{either('pairs', one=True)}|{either('pairs', one=False)})|"
        rf"(?:the\s+)?(?:{either('alone', one=False)}))(?![\w-]|\s+of\b)"
    )


def _plural(noun: str) -> str:
    head, space, rest = noun.partition(" of ")
    plural = (
        f"{head[:-1]}ies"
        if head.endswith("y") and head[-2] not in "aeou"
        else f"{head}s"
    )
    return f"{plural}{space}{rest}"


def _opens(words: str, name: str) -> bool:
    """Say whether words open with a name, as whole words."""
    return re.match(rf"{re.escape(name)}(?![\w-])", words) is not None


_NAMED_PERSON: Final = re.compile(
    r"(?:[Mm]inister|[Pp]resident|[Ss]ecretary|[Cc]hancellor|[Pp]remier)\s+(?:[A-Z][\w’'-]+\s*)+$"
)


def _office(text: str, words: str, speakers: Speakers) -> tuple[str, ...]:
    """Return whose office it is: that of the dossier, or of the one party that issued the text."""
    for title, party in speakers.offices.items():
        if title in words:
            return (party,)
    for name, party in speakers.people.items():
        if re.search(rf"\b{re.escape(name)}\b", text):
            return (party,)
    if _NAMED_PERSON.search(text.strip()) and not text.strip().endswith(
        ("Secretary", "Minister", "President", "Affairs")
    ):
        # President So-and-so may be anybody's.
        return ()
    said = re.sub(r"^(?:the|his|her|their)\s+", "", words)
    if said in speakers.titles:
        return (speakers.titles[said],)
    return speakers.home if TITLE.search(words) else ()


_OFFICE_NOUN: Final = r"(?:Minister|President|Secretary|Chancellor|Premier|King|Queen|Ministers|Government)"
_PERSON: Final = re.compile(
    rf"(?P<own>[’']s)?[ \t]*\n?[ \t]*(?P<title>(?:[A-Z]\w+\s+){{0,3}}?{_OFFICE_NOUN}(?:\s+(?:for|of)(?:\s+the)?(?:\s+(?:and\s+)?[A-Z]\w+){{1,3}},?)?)"
    r"(?:\s+(?P<name>(?:[A-Z][\w’'.-]+\s+){0,2}[A-Z][\w’'-]+))?"
)
_PERSON_OF: Final = re.compile(
    rf"(?P<title>(?:[A-Z]\w+\s+){{0,2}}{_OFFICE_NOUN})\s+(?P<name>(?:[A-Z][\w’'.-]+\s+){{0,3}})of\s+(?:the\s+)?(?:\w+\s+of\s+)?$"
)


def people_of(
    text: str, names: Names
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the names and the titles that a text introduces with their country.

    "French Interior Minister A. B." and "Prime Minister C. D. of Japan" tell whose they are further on.
    """
    people: dict[str, str] = {}
    titles: dict[str, set[str]] = {}
    for mention in names.find(text, 0, len(text)):
        if not is_state(mention.party):
            continue
        match = _PERSON.match(text, mention.stop)
        if match and not (
            mention.demonym
            or match["own"]
            or text[mention.start : mention.stop].isupper()
        ):
            match = None
        match = match or _PERSON_OF.search(
            text, max(0, mention.start - 60), mention.start
        )
        if match is None:
            continue
        title = " ".join(match["title"].casefold().split()).rstrip(",")
        titles.setdefault(title, set()).add(mention.party)
        # Family names come first or last.
        people |= {
            name: mention.party
            for name in (match["name"] or "").split()
            if len(name) > 3
        }
    return people, {
        title: min(parties)
        for title, parties in titles.items()
        if len(parties) == 1
    }
