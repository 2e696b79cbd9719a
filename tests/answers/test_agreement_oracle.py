"""The state of agreements, held against every way in which their dates may turn out.

The oracle lives every day of a short calendar, in every way in which the vague dates may turn out.
It is written from the section "Agreements" of the docs, and knows the library only by its records.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, TypeAlias

import pytest
from attrs import frozen
from hypothesis import assume, given, strategies as st

from entente import (
    Adherence,
    Agreement,
    Citation,
    Consent,
    ConsentKind,
    Dossier,
    Link,
    LinkKind,
    Membership,
    Party,
    PartyKind,
    Source,
    SourceKind,
)
from entente.errors import QueryError

pytestmark = pytest.mark.no_cover

LAST = 6
"""The calendar has the days 1 to 6; what comes later never comes."""

NEVER = LAST + 1

Time: TypeAlias = tuple[int, int]
"""The first day, and the first day after the last. Before the calendar is day 0."""


@frozen
class Vague:
    """A date or span as text, with every time that it may turn out to be."""

    text: str | None
    times: tuple[Time, ...]


def day_text(day: int) -> str:
    """Return a day of the calendar as a date."""
    return f"2020-01-{day:02}"


@st.composite
def dates(draw: st.DrawFn) -> Vague:
    """Draw one day: definite, one of some, in doubt, open, or in words only."""
    first = draw(st.integers(1, LAST))
    last = draw(st.integers(first, min(first + 2, LAST)))
    one, two = day_text(first), day_text(last)
    days = range(first, last + 1)
    form = draw(
        st.sampled_from(["day"] * 4 + ["set"] * 3 + ["doubt", "by", "from"])
    )
    from_then = tuple((day, NEVER) for day in range(first, NEVER + 1))
    if form == "set":
        return Vague(f"[{one}..{two}]", tuple((day, NEVER) for day in days))
    if form == "doubt":
        return Vague(f"{one}?", from_then)
    if form == "by":
        return Vague(
            f"[..{one}]", tuple((day, NEVER) for day in range(first + 1))
        )
    if form == "from":
        return Vague(f"[{one}..]", from_then)
    return Vague(one, ((first, NEVER),))


@st.composite
def spans(draw: st.DrawFn) -> Vague:
    """Draw a span, whose end may be open, unknown, or unknown but seen on a day."""
    first = draw(st.integers(1, LAST))
    last = draw(st.integers(first, LAST))
    start, end = day_text(first), day_text(last)
    form = draw(
        st.sampled_from(
            [
                "closed",
                "open",
                "unknown",
                "no start",
                "from ever",
                "vague start",
                "vague end",
                "doubt",
            ]
        )
    )
    if form == "closed":
        return Vague(f"{start}/{end}", ((first, last + 1),))
    if form == "vague start":
        # One of the first nine days, and not after the end.
        return Vague(
            f"2020-01-0X/{end}",
            tuple((day, last + 1) for day in range(1, last + 1)),
        )
    if form == "vague end":
        return Vague(
            f"{start}/2020-01-0X",
            tuple((first, over) for over in range(first + 1, NEVER + 1)),
        )
    if form == "doubt":
        return Vague(
            f"{start}?/{end}",
            tuple((day, last + 1) for day in range(first, last + 1)),
        )
    if form == "open":
        return Vague(f"{start}/..", ((first, NEVER),))
    if form == "no start":
        return Vague(
            f"/{end}", tuple((day, last + 1) for day in range(last + 1))
        )
    if form == "from ever":
        return Vague(f"../{end}", ((0, last + 1),))
    return Vague(
        f"{start}/",
        tuple((first, over) for over in range(first + 1, NEVER + 1)),
    )


UNTOLD = Vague(None, tuple((day, NEVER) for day in range(NEVER + 1)))
"""A step that was taken on a day that nobody told."""


def seen(vague: Vague, published: int | None) -> Vague:
    """Return what an unknown end may be if its source was published on a day, once it had begun."""
    if vague.text is None or not vague.text.endswith("/") or published is None:
        return vague
    if vague.times[0][0] > published:
        return vague
    return Vague(
        vague.text, tuple(time for time in vague.times if time[1] > published)
    )


# --- what the records say --------------------------------------------------------------------------

STEPS = (
    "sought",
    "announced",
    "adopted",
    "signed",
    "provisional",
    "in_force",
    "ended",
)
BOUND = {"ratified", "accepted", "approved", "acceded", "succeeded"}
ENTERING = {"signed", "acceded", "succeeded"}
ORDER = [kind.value for kind in ConsentKind]


@frozen
class Step:
    """A step of a party."""

    kind: str
    when: Vague
    expected: bool


@frozen
class Pact:
    """An agreement as it was drawn."""

    id: str
    parties: tuple[str, ...]
    dates: dict[str, Vague]
    steps: dict[str, tuple[Step, ...]]
    expected: tuple[str, ...]

    @property
    def named(self) -> tuple[str, ...]:
        """All parties that it names."""
        return tuple(dict.fromkeys([*self.parties, *self.steps]))


@frozen
class World:
    """An agreement, one that may supersede it, and the members of two groups."""

    old: Pact
    new: Pact | None
    members: dict[str, tuple[tuple[str, Vague], ...]]
    published: int | None


KINDS = st.sampled_from(
    ["signed"] * 3
    + ["ratified"] * 3
    + [
        "acceded",
        "provisional",
        "in_force",
        "in_force",
        "withdrawn",
        "withdrawn",
    ]
)


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """Draw a step of a party; only some may last."""
    kind = draw(KINDS)
    times = dates()
    if kind in {"provisional", "in_force"}:
        times |= spans()
    if draw(st.integers(0, 9)) == 0:
        times = st.just(UNTOLD)
    return Step(kind, draw(times), draw(st.integers(0, 6)) == 0)


PARTIES = ("FR", "GB", "club", "union")
ASKED = ("FR", "GB", "IE")


@st.composite
def pacts(draw: st.DrawFn, id: str) -> Pact:
    """Draw an agreement of a few parties, groups among them."""
    names = st.lists(st.sampled_from(PARTIES), max_size=3, unique=True)
    found = {}
    for name in draw(
        st.lists(st.sampled_from(STEPS), max_size=3, unique=True)
    ):
        lasts = name in {"provisional", "in_force"}
        found[name] = draw(dates() | spans() if lasts else dates())
    own = {
        name: tuple(draw(st.lists(steps(), max_size=3)))
        for name in draw(
            st.lists(st.sampled_from(PARTIES), max_size=2, unique=True)
        )
    }
    return Pact(
        id=id,
        parties=tuple(draw(names)),
        dates=found,
        steps=own,
        expected=tuple(
            draw(
                st.lists(st.sampled_from(["ratified", "in_force"]), max_size=1)
            )
        ),
    )


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw agreements and the times for which states are members."""
    always = Vague(None, ((0, NEVER),))
    members = {
        group: tuple(
            (state, draw(st.just(always) | spans()))
            for state in draw(st.lists(st.sampled_from(ASKED), max_size=2))
        )
        for group in ("club", "union")
    }
    published = draw(st.none() | st.integers(1, LAST))
    members = {
        group: tuple((state, seen(time, published)) for state, time in each)
        for group, each in members.items()
    }

    def as_seen(pact: Pact) -> Pact:
        return Pact(
            id=pact.id,
            parties=pact.parties,
            dates={
                name: seen(time, published)
                for name, time in pact.dates.items()
            },
            steps={
                name: tuple(
                    Step(each.kind, seen(each.when, published), each.expected)
                    for each in own
                )
                for name, own in pact.steps.items()
            },
            expected=pact.expected,
        )

    old = as_seen(draw(pacts("old")))
    new = draw(st.none() | pacts("new").map(as_seen))
    return World(old, new, members, published)


def agreement_of(
    pact: Pact, cited: tuple[Citation, ...], *links: Link
) -> Agreement:
    """Return the record of an agreement."""
    dates: dict[str, Any] = {
        name: time.text for name, time in pact.dates.items()
    }
    adherences = tuple(
        Adherence(
            party=name,
            steps=tuple(
                Consent(
                    kind=ConsentKind(each.kind),
                    on=each.when.text,
                    expected=each.expected,
                )
                for each in own
            ),
        )
        for name, own in pact.steps.items()
    )
    return Agreement(
        id=pact.id,
        name=pact.id,
        parties=pact.parties,
        adherences=adherences,
        expected=tuple(
            Consent(kind=ConsentKind(kind), expected=True)
            for kind in pact.expected
        ),
        links=links,
        citations=cited,
        **dates,
    )


def dossier_of(world: World) -> Dossier:
    """Return the records of a world, all from one source."""
    source = Source(
        id="table",
        title="Table",
        kind=SourceKind.REFERENCE,
        published=None
        if world.published is None
        else day_text(world.published),
    )
    cited = (Citation(source="table"),)
    groups = [
        Party(
            id=group,
            name=group,
            kind=PartyKind.GROUPING,
            members=tuple(
                Membership(party=state, period=time.text, citations=cited)
                for state, time in members
            ),
        )
        for group, members in world.members.items()
    ]
    made = [agreement_of(world.old, cited)]
    if world.new is not None:
        supersedes = Link(kind=LinkKind.SUPERSEDES, target="old")
        made.append(agreement_of(world.new, cited, supersedes))
    return Dossier([source, *groups, *made])


# --- one way in which all of it may turn out -------------------------------------------------------

Known: TypeAlias = dict[tuple[str, str, int], Time]


def vague_dates(world: World) -> dict[tuple[str, str, int], Vague]:
    """Return every date of a world by where it is."""
    found: dict[tuple[str, str, int], Vague] = {}
    for pact in (world.old, world.new):
        if pact is None:
            continue
        for name, time in pact.dates.items():
            found[pact.id, name, 0] = time
        for name, own in pact.steps.items():
            for position, step in enumerate(own):
                if not step.expected:
                    found[pact.id, f"step of {name}", position] = step.when
    for group, members in world.members.items():
        for position, (_, time) in enumerate(members):
            found["member", group, position] = time
    return found


def all_ways(world: World) -> Iterator[Known]:
    """Yield every way in which the dates may turn out."""
    dates = vague_dates(world)
    for times in itertools.product(*(each.times for each in dates.values())):
        yield dict(zip(dates, times, strict=True))


def as_a_whole(pact: Pact, known: Known, day: int) -> str:
    """Return how far an agreement has come for all."""
    reached = {
        name: known[pact.id, name, 0]
        for name in pact.dates
        if known[pact.id, name, 0][0] <= day
    }
    if "ended" in reached:
        return "ended"
    if "in_force" in reached:
        return "in_force" if day < reached["in_force"][1] else "ended"
    if "provisional" in reached:
        if day < reached["provisional"][1]:
            return "provisional"
        if "in_force" not in pact.dates:
            return "ended"
        del reached["provisional"]
    return ([name for name in STEPS if name in reached] or ["unknown"])[-1]


def binding_steps(pact: Pact) -> set[str]:
    """Return the steps that bind a party; the signature only where nobody has to do more."""
    all_kinds = {each.kind for own in pact.steps.values() for each in own}
    if BOUND.isdisjoint(all_kinds | set(pact.expected)):
        return BOUND | {"signed"}
    return BOUND


def live_until(
    own: tuple[Step, ...], times: dict[int, Time], binding: set[str], day: int
) -> set[str] | None:
    """Live the days of a party one by one; return what it holds on the last, None if never anything."""
    held: set[str] | None = None
    for today in range(day + 1):
        over = [
            own[position].kind
            for position, time in times.items()
            if time[1] == today
        ]
        for kind in over:
            held = held or set()
            is_bound = kind == "provisional" and held & binding
            held = held - {kind} if is_bound else set()
        taken = [
            own[position].kind
            for position, time in times.items()
            if time[0] == today
        ]
        for kind in sorted(taken, key=ORDER.index):
            held = set() if kind == "withdrawn" else {*(held or ()), kind}
    return held


def before_its_steps(
    pact: Pact, own: tuple[Step, ...], known: Known, whole: str, day: int
) -> str:
    """Return how far a party has come that has taken none of its steps."""
    kinds = {step.kind for step in own}
    if kinds == {"withdrawn"}:
        return whole
    open_to_it = ["sought", "announced", "adopted"]
    if not kinds & ENTERING:
        open_to_it.append("signed")
    reached = [
        name
        for name in open_to_it
        if name in pact.dates and known[pact.id, name, 0][0] <= day
    ]
    return (reached or ["unknown"])[-1]


def by_own_steps(pact: Pact, known: Known, name: str, day: int) -> str:
    """Return how far an agreement has come for a party that it names."""
    whole = as_a_whole(pact, known, day)
    own = pact.steps.get(name, ())
    binding = binding_steps(pact)
    if whole == "ended":
        return whole
    if not own:
        told = binding != BOUND or whole not in {"in_force", "provisional"}
        return whole if told else "unknown"
    times = {
        position: known[pact.id, f"step of {name}", position]
        for position, step in enumerate(own)
        if not step.expected
    }
    held = live_until(own, times, binding, day)
    if held is None:
        return before_its_steps(pact, own, known, whole, day)
    if not held:
        return "ended"
    to_come = any(
        step.kind == "in_force" and (step.expected or times[position][0] > day)
        for position, step in enumerate(own)
    )
    applies = whole if held & binding and not to_come else ""
    if "in_force" in {*held, applies}:
        return "in_force"
    if "provisional" in {*held, applies}:
        return "provisional"
    return "consented" if held & BOUND else "signed"


GOING_ON = (
    "in_force",
    "provisional",
    "consented",
    "signed",
    "adopted",
    "announced",
    "sought",
    "ended",
    "unknown",
)


def for_one(
    world: World, pact: Pact, known: Known, party: str | None, day: int
) -> str | None:
    """Return how far an agreement has come for a party, or None while it is no party to it."""
    if party is None:
        return as_a_whole(pact, known, day)
    if party in pact.named:
        return by_own_steps(pact, known, party, day)
    found = []
    for group in pact.named:
        times = [
            known["member", group, position]
            for position, (state, _) in enumerate(world.members.get(group, ()))
            if state == party
        ]
        if any(first <= day < over for first, over in times):
            found.append(by_own_steps(pact, known, group, day))
        elif any(
            over <= day
            and by_own_steps(pact, known, group, over - 1)
            in {"in_force", "provisional", "ended"}
            for _, over in times
        ):
            found.append("ended")
    return min(found, key=GOING_ON.index, default=None)


def first_in_force(
    world: World, pact: Pact, known: Known, party: str | None, day: int
) -> int | None:
    """Return the first day on which an agreement is in force for a party."""
    for today in range(day + 1):
        if for_one(world, pact, known, party, today) == "in_force":
            return today
    return None


def in_one_way(world: World, known: Known, party: str | None, day: int) -> str:
    """Return the state of the first agreement, as far as the second leaves it."""
    own = for_one(world, world.old, known, party, day)
    if own is None:
        return "unknown"
    if world.new is None:
        return own

    def replaced(by: str | None) -> bool:
        assert world.new is not None
        since = first_in_force(world, world.new, known, by, day)
        return (
            since is not None
            and for_one(world, world.old, known, party, since - 1) != "ended"
        )

    if replaced(party):
        return "superseded"
    if not world.new.named and replaced(None):
        return "unknown"
    return own


def expected_state(world: World, party: str | None, day: int) -> str:
    """Return the state that is right in all ways, or "unknown"."""
    found = {in_one_way(world, known, party, day) for known in all_ways(world)}
    return found.pop() if len(found) == 1 else "unknown"


def belongs(world: World, party: str) -> bool:
    """Return whether the agreement names a party, or a group of which it was ever a member."""
    groups = world.old.named
    return party in groups or any(
        state == party
        for group in groups
        for state, _ in world.members.get(group, ())
    )


MOST_WAYS = 1_000
"""Of a world with more, the library may say that nobody knows, without trying all of them."""


@given(worlds(), st.integers(1, LAST), st.sampled_from([None, *ASKED]))
def test_a_state_is_right_in_all_ways(
    world: World, day: int, party: str | None
) -> None:
    """The library and the oracle agree, whatever is asked of whom and when."""
    count = 1
    for each in vague_dates(world).values():
        count *= len(each.times)
    assume(count <= MOST_WAYS)
    dossier = dossier_of(world)
    if party is not None and world.old.named and not belongs(world, party):
        with pytest.raises(
            QueryError, match=f"'{party}' is no party to 'old'"
        ):
            dossier.agreement_state("old", on=day_text(day), party=party)
        return
    found = dossier.agreement_state("old", on=day_text(day), party=party)
    assert found.value == expected_state(world, party, day)
