"""Ids, references and combinations of fields that are wrong, and what is reported of each."""

from __future__ import annotations

import pytest

from malformed import (
    GONE,
    Cases,
    assert_located,
    assert_refused,
    expressed,
    taken_by_schema,
)

MALFORMED: Cases = {
    "an id is no id": (
        {"events.0.id": "The Games"},
        [
            "events[0].id (The Games): 'The Games' is not an id; write 'the-games'"
        ],
    ),
    "an id is no id beside another fault": (
        {"events.0.id": "The Games", "events.0.wehn": "2024"},
        [
            "events[0].id (The Games): 'The Games' is not an id; write 'the-games'",
            "events[0].wehn (The Games): 'wehn' is not a key of an event; did you mean 'when'?",
        ],
    ),
    "an id is a number": (
        {"events.0.id": 2024},
        [
            'events[0].id: the number 2024 is not text; write it in quotes: "2024"'
        ],
    ),
    "an id is empty": (
        {"events.0.id": ""},
        ["events[0].id: '' is blank; write for example \"some words\""],
    ),
    "an id has an underscore": (
        {"events.0.id": "the_games"},
        [
            "events[0].id (the_games): 'the_games' is not an id; write 'the-games'"
        ],
    ),
    "a party's id is a code that is not ISO's": (
        {"parties.0.id": "UK"},
        ["parties[0].id (UK): 'UK' is not an id; write 'GB'"],
    ),
    "a theme's id is a state's": (
        {"themes.0.id": "FR", "themes.1.broader": GONE},
        ["themes[0].id (FR): 'FR' is not an id; write 'fr'"],
    ),
    "an id stands twice": (
        {"events.1": {"id": "games", "name": "Games"}},
        [
            "events[1].id (games): 'games' is already the id of another event (first at …); give every record an id of its own"
        ],
    ),
    "an id stands twice among kinds": (
        {"events.0.id": "paris"},
        [
            "meetings[0].id (paris): 'paris' is already the id of an event (first at …); give every record an id of its own"
        ],
    ),
    "an id stands three times": (
        {
            "events.1": {"id": "games", "name": "A"},
            "events.2": {"id": "games", "name": "B"},
        },
        [
            "events[1].id (games): 'games' is already the id of another event (first at …); give every record an id of its own",
            "events[2].id (games): 'games' is already the id of another event (first at …); give every record an id of its own",
        ],
    ),
    "a reference is misspelt": (
        {"commitments.0.themes": ["bots"]},
        [
            "commitments[0].themes[0] (patrol): there is no theme 'bots'; did you mean 'boats'?"
        ],
    ),
    "a reference leads nowhere": (
        {"commitments.0.themes": ["trade"]},
        ["commitments[0].themes[0] (patrol): there is no theme 'trade'"],
    ),
    "a reference is of another kind": (
        {"commitments.0.themes": ["paris"]},
        [
            "commitments[0].themes[0] (patrol): 'paris' is a meeting, not a theme"
        ],
    ),
    "a reference to an office is of another kind": (
        {"meetings.0.participations": [{"office": "treaty"}]},
        [
            "meetings[0].participations[0].office (paris): 'treaty' is an agreement, not an office"
        ],
    ),
    "a reference to an agreement is of another kind": (
        {"commitments.0.agreement": "interior"},
        [
            "commitments[0].agreement (patrol): 'interior' is an office, not an agreement"
        ],
    ),
    "a party is an ISO code of three letters": (
        {"commitments.0.by": ["FRA"]},
        [
            "commitments[0].by[0] (patrol): there is no party, office or minister 'FRA'; write 'FR'"
        ],
    ),
    "a party is a code that people write": (
        {"commitments.0.by": ["UK"]},
        [
            "commitments[0].by[0] (patrol): there is no party, office or minister 'UK'; write 'GB'"
        ],
    ),
    "a source is not declared": (
        {"commitments.0.citations.0.source": "press"},
        [
            "commitments[0].citations[0].source (patrol): there is no source 'press'"
        ],
    ),
    "a speaker is an event": (
        {"statements.0.speakers": ["games"]},
        [
            "statements[0].speakers[0] (praise): 'games' is an event, not a minister, office, party or source"
        ],
    ),
    "a record of any kind is not there": (
        {"statements.0.about": ["nothing"]},
        ["statements[0].about[0] (praise): there is no record 'nothing'"],
    ),
    "a state of any kind is misspelt": (
        {"statements.0.about": ["UK"]},
        [
            "statements[0].about[0] (praise): there is no record 'UK'; write 'GB'"
        ],
    ),
    "a reference of another kind is to a faulty record": (
        {"events.0.wehn": "2024", "commitments.0.themes": ["games"]},
        [
            "events[0].wehn (games): 'wehn' is not a key of an event; did you mean 'when'?",
            "commitments[0].themes[0] (patrol): 'games' is an event, not a theme",
        ],
    ),
    "a link leads nowhere": (
        {"commitments.0.links": [{"kind": "restates", "target": "patrols"}]},
        [
            "commitments[0].links[0].target (patrol): there is no record 'patrols'; did you mean 'patrol'?"
        ],
    ),
    "a condition waits for nothing": (
        {
            "commitments.0.conditions": [
                {"text": "Once paid.", "waits_for": "payment"}
            ]
        },
        [
            "commitments[0].conditions[0].waits_for (patrol): there is no commitment, agreement, meeting, event or metric 'payment'; did you mean 'pay'?"
        ],
    ),
    "a theme is broader than itself": (
        {"themes.0.broader": ["migration"]},
        [
            "themes[0].broader[0] (migration): broader leads back to the record itself: migration → migration; take one step out"
        ],
    ),
    "two themes are broader than each other": (
        {"themes.0.broader": ["boats"]},
        [
            "themes[1].broader[0] (boats): broader leads back to the record itself: migration → boats → migration; take one step out"
        ],
    ),
    "a commitment is part of its part": (
        {"commitments.0.part_of": "pay"},
        [
            "commitments[1].part_of (pay): part_of leads back to the record itself: patrol → pay → patrol; take one step out"
        ],
    ),
    "an office succeeds its successor": (
        {"offices.0.succeeds": ["home"]},
        [
            "offices[1].succeeds[0] (home): succeeds leads back to the record itself: interior → home → interior; take one step out"
        ],
    ),
    "links lead back": (
        {
            "commitments.0.links": [{"kind": "extends", "target": "pay"}],
            "commitments.1.links": [{"kind": "amends", "target": "patrol"}],
        },
        [
            "commitments[1].links[0].target (pay): links leads back to the record itself: patrol → pay → patrol; take one step out"
        ],
    ),
    "a party is part of itself": (
        {"parties.1.part_of": [{"party": "police"}]},
        [
            "parties[1].part_of[0].party (police): part_of leads back to the record itself: police → police; take one step out"
        ],
    ),
    "a party succeeds its successor": (
        {"parties.0.succeeds": ["police"], "parties.1.succeeds": ["calais"]},
        [
            "parties[1].succeeds[0] (police): succeeds leads back to the record itself: calais → police → calais; take one step out"
        ],
    ),
    "links lead back through records of other kinds": (
        {
            "commitments.0.links": [
                {"kind": "implements", "target": "treaty"}
            ],
            "agreements.0.links": [{"kind": "follows", "target": "praise"}],
            "statements.0.links": [{"kind": "refers_to", "target": "patrol"}],
            "events.0.links": [{"kind": "fulfils", "target": "paris"}],
            "meetings.0.links": [{"kind": "follows", "target": "readout"}],
            "sources.0.links": [{"kind": "copy_of", "target": "games"}],
        },
        [
            "meetings[0].links[0].target (paris): links leads back to the record itself: readout → games → paris → readout; take one step out"
        ],
    ),
    "nobody says it": (
        {"statements.0.speakers": []},
        [
            "statements[0].speakers (praise): nobody is named; name the minister, office, party or source that says it"
        ],
    ),
    "a condition says nothing": (
        {"commitments.0.conditions": [{"parties": ["GB"]}]},
        [
            "commitments[0].conditions[0] (patrol): a condition says nothing; give its kind, the record that it waits for, or a text"
        ],
    ),
    "a condition has a number alone": (
        {"commitments.0.conditions": [{"count": "30 instruments"}]},
        [
            "commitments[0].conditions[0] (patrol): a condition says that it takes 30 instruments, but not what has to come; give its kind, the record that it waits for, or a text"
        ],
    ),
    "an amount has both a value and a factor": (
        {"commitments.0.amounts": [{"value": "5 boats", "times": "2"}]},
        [
            'commitments[0].amounts[0] (patrol): an amount has either a value or a factor; write value = "500 people", or times = "2"'
        ],
    ),
    "a factor has a unit": (
        {"commitments.0.amounts": [{"times": "2 boats"}]},
        [
            "commitments[0].amounts[0].times (patrol): '2 boats' is not a factor; write the number alone: \"2\" for twice as much"
        ],
    ),
    "a time is before and after a date": (
        {
            "commitments.0.due_from": {
                "record": "treaty",
                "after": "P6M",
                "before": "P1Y",
            }
        },
        [
            "commitments[0].due_from.before (patrol): a time is either after a date or before it; leave out `after` or `before`"
        ],
    ),
    "a step lasts": (
        {"agreements.0.adherences.0.steps.0.on": "2003/2004"},
        [
            "agreements[0].adherences[0].steps[0].on (treaty): '2003/2004' is every day of a span, where one day is wanted; write [2003..2004] for one day of it"
        ],
    ),
    "an observation is for no time": (
        {"metrics.0.observations.0.period": GONE},
        [
            "metrics[0].observations[0].period (arrivals): missing: a figure is one for a time; give the period, or the day `as_of` which it was so"
        ],
    ),
    "nobody takes part": (
        {"meetings.0.participations": [{"role": "host"}]},
        [
            "meetings[0].participations[0] (paris): nobody takes part; name a minister, an office or a party"
        ],
    ),
    "an observation has neither value nor change": (
        {"metrics.0.observations.0.value": GONE},
        [
            "metrics[0].observations[0] (arrivals): an observation has either a value or a change"
        ],
    ),
    "an observation has both": (
        {
            "metrics.0.observations.0.change": "-36 %",
            "metrics.0.observations.0.against": "2022",
        },
        [
            "metrics[0].observations[0] (arrivals): an observation has either a value or a change"
        ],
    ),
    "a change is against nothing": (
        {"metrics.0.observations.0": {"period": "2023", "change": "-36 %"}},
        [
            "metrics[0].observations[0].against (arrivals): a change names the period that it is against, a value does not"
        ],
    ),
    "an inference does not say how": (
        {"commitments.0.citations.0.basis": "inferred"},
        [
            "commitments[0].citations[0].note (patrol): missing: an inference needs an explanation; write a note, or basis = stated"
        ],
    ),
    "a language is none": (
        {"sources.0.language": "English!"},
        [
            "sources[0].language (readout): 'English!' is not a language tag; write \"en\""
        ],
    ),
    "a recurrence is no rule": (
        {"commitments.0.recurrence": "every year"},
        [
            "commitments[0].recurrence (patrol): 'every year' is not a recurrence rule (RFC 5545): it has no FREQ; write \"FREQ=YEARLY\""
        ],
    ),
    "a fingerprint is none": (
        {"commitments.0.citations.0.fingerprint": "abc"},
        [
            "commitments[0].citations[0].fingerprint (patrol): 'abc' is not a fingerprint; make one with entente.evidence.fingerprint"
        ],
    ),
    "faults of all sorts": (
        {
            "themes.1.lable": "Boats",
            "themes.1.label": GONE,
            "commitments.0.due": "2024-13",
            "commitments.0.by": ["UK"],
            "commitments.0.continuing": "false",
            "events.0.id": "Games",
            "wishes": [],
        },
        [
            "themes[1].lable (boats): 'lable' is not a key of a theme; did you mean 'label'?",
            "events[0].id (Games): 'Games' is not an id; write 'games'",
            "commitments[0].by[0] (patrol): there is no party, office or minister 'UK'; write 'GB'",
            "commitments[0].due (patrol): '2024-13' is not a date: there is no month 13: months are 01 to 12, seasons and other parts of a year 21 to 41 (at character 6)",
            "commitments[0].continuing (patrol): 'false' is not true or false; write false, without quotes",
            "wishes: 'wishes' is not a kind of record; the kinds are themes, parties, offices, ministers, sources, events, meetings, agreements, commitments, metrics, statements",
        ],
    ),
    "a record that cannot be read may be named": (
        {"themes.0.label": GONE},
        ["themes[0] (migration): the key 'label' is missing"],
    ),
    "what is sound in a faulty record is looked at": (
        {"commitments.0.due": "soon", "commitments.0.themes": ["trade"]},
        [
            "commitments[0].themes[0] (patrol): there is no theme 'trade'",
            "commitments[0].due (patrol): 'soon' is not a date (EDTF); write the date in EDTF, with the words as `stated`, or { stated = 'soon' } if they name no date; Period.from_words reads many, given the day on which they were said",
        ],
    ),
}


EXPRESSED = expressed(MALFORMED)


@pytest.mark.parametrize(("name", "format"), EXPRESSED)
def test_every_fault_is_reported_once(name: str, format: str) -> None:
    """Faults are reported in the order of the file, with their record, reason and fix."""
    assert_refused(MALFORMED[name], format)


@pytest.mark.parametrize(("name", "format"), EXPRESSED)
def test_every_fault_is_located(name: str, format: str) -> None:
    """A fault points at the key that it is about, at an item, or at the table that lacks a key."""
    assert_located(MALFORMED[name], format)


NEEDS_OTHER_RECORDS = (
    "a commitment is part of its part",
    "a condition waits for nothing",
    "a link leads nowhere",
    "a party is part of itself",
    "a party succeeds its successor",
    "a record of any kind is not there",
    "a reference is misspelt",
    "a reference is of another kind",
    "a reference leads nowhere",
    "a reference to an agreement is of another kind",
    "a reference to an office is of another kind",
    "a source is not declared",
    "a speaker is an event",
    "a theme is broader than itself",
    "an id stands three times",
    "an id stands twice",
    "an id stands twice among kinds",
    "an office succeeds its successor",
    "links lead back",
    "links lead back through records of other kinds",
    "two themes are broader than each other",
)


def test_the_schema_refuses_what_it_can() -> None:
    """The JSON Schema takes only those cases of which each record is sound by itself."""
    assert taken_by_schema(MALFORMED) == sorted(NEEDS_OTHER_RECORDS)
