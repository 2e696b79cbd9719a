"""Malformed dossiers, and all that is said of each.

A sound dossier is spoilt by small edits; each edit is written in every format that can express it.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from attrs import evolve

from entente import Dossier, load, loads
from entente.errors import LoadError
from entente.files._documents import Plain
from entente.files._formats import FORMATS, Format, read, write

SOUND: dict[str, Plain] = {
    "entente": 1,
    "themes": [
        {"id": "migration", "label": "Migration"},
        {"id": "boats", "label": "Boats", "broader": ["migration"]},
    ],
    "parties": [
        {
            "id": "calais",
            "name": "Calais Group",
            "kind": "grouping",
            "members": [{"party": "FR"}],
        },
        {"id": "police", "name": "Police", "kind": "body", "part_of": "FR"},
    ],
    "offices": [
        {"id": "interior", "title": "Minister of the Interior", "party": "FR"},
        {
            "id": "home",
            "title": "Home Secretary",
            "party": "GB",
            "succeeds": ["interior"],
        },
    ],
    "ministers": [
        {
            "id": "darmanin",
            "name": "G. Darmanin",
            "tenures": [{"office": "interior", "period": "2020/.."}],
        }
    ],
    "sources": [
        {"id": "readout", "title": "Readout", "kind": "readout", "language": "en"}
    ],
    "events": [{"id": "games", "name": "Games", "when": "2024-07"}],
    "meetings": [
        {
            "id": "paris",
            "name": "Paris",
            "state": "held",
            "participations": [{"minister": "darmanin"}],
        }
    ],
    "agreements": [
        {
            "id": "treaty",
            "name": "Treaty",
            "adherences": [{"party": "GB", "signed": "2003"}],
        }
    ],
    "commitments": [
        {
            "id": "patrol",
            "summary": "Patrol more.",
            "by": ["FR"],
            "themes": ["boats"],
            "due": "2024-07",
            "reports": [{"on": "2025", "by": "GB", "status": "in_progress"}],
            "citations": [{"source": "readout", "lines": "3-4"}],
        },
        {"id": "pay", "summary": "Pay.", "part_of": "patrol"},
    ],
    "metrics": [
        {
            "id": "arrivals",
            "name": "Arrivals",
            "unit": "people",
            "observations": [{"period": "2023", "value": "29,437 people"}],
        }
    ],
    "statements": [
        {"id": "praise", "summary": "Well done.", "act": "praise", "speaker": "home"}
    ],
}

GONE = "a value that is taken out"

Edits = Mapping[str, Plain]
"""New values by their paths, such as ``commitments.0.due``."""

MALFORMED: dict[str, tuple[Edits, list[str]]] = {
    "the version is missing": (
        {"entente": GONE},
        ["the key 'entente' is missing; begin with the key entente, whose value is 1"],
    ),
    "the version is of the future": (
        {"entente": 2},
        [
            "entente: the format has version 2, and this release reads 1; install a newer release"
        ],
    ),
    "the version is zero": (
        {"entente": 0},
        ["entente: the number 0 is not a version of the format; write 1"],
    ),
    "the version is a text": (
        {"entente": "1"},
        ["entente: '1' is not a version of the format; write 1"],
    ),
    "the version is a boolean": (
        {"entente": True},
        ["entente: true is not a version of the format; write 1"],
    ),
    "the version is a fraction": (
        {"entente": 1.0},
        ["entente: the number 1.0 is not a version of the format; write 1"],
    ),
    "the version is nothing": (
        {"entente": None},
        ["entente: null is not a version of the format; write 1"],
    ),
    "a kind is misspelt": (
        {"comitments": [{"id": "a"}]},
        [
            "comitments: 'comitments' is not a kind of record; did you mean 'commitments'?"
        ],
    ),
    "a kind is unknown": (
        {"wishes": [{"id": "a"}]},
        [
            "wishes: 'wishes' is not a kind of record; the kinds are themes, parties, offices, ministers, sources, events, meetings, agreements, commitments, metrics, statements"
        ],
    ),
    "a kind is in the singular": (
        {"theme": [{"id": "a", "label": "A"}]},
        ["theme: 'theme' is not a kind of record; did you mean 'themes'?"],
    ),
    "a kind is a table": (
        {"events": {"id": "games", "name": "Games"}},
        ["events: a table is not a list of events"],
    ),
    "a kind is a text": (
        {"events": "games"},
        ["events: 'games' is not a list of events"],
    ),
    "a kind is nothing": (
        {"events": None},
        ["events: null is not a list of events"],
    ),
    "a kind holds a text": (
        {"events": ["games"]},
        [
            "events[0]: 'games' is not a table (id, name, when, place, hosts, themes, citations, note)"
        ],
    ),
    "a kind holds nothing": (
        {"events": [None]},
        [
            "events[0]: null is not a table (id, name, when, place, hosts, themes, citations, note)"
        ],
    ),
    "a kind holds a list": (
        {"events": [["games"]]},
        [
            "events[0]: a list is not a table (id, name, when, place, hosts, themes, citations, note)"
        ],
    ),
    "a key is misspelt": (
        {"themes.1.lable": "Boats"},
        [
            "themes[1].lable (boats): 'lable' is not a key of a theme; did you mean 'label'?"
        ],
    ),
    "a key is unknown": (
        {"themes.1.colour": "red"},
        [
            "themes[1].colour (boats): 'colour' is not a key of a theme; its keys are id, label, broader, aliases, citations, note"
        ],
    ),
    "a key within is misspelt": (
        {"commitments.0.reports.0.statsu": "completed"},
        [
            "commitments[0].reports[0].statsu (patrol): 'statsu' is not a key of a report; did you mean 'status'?"
        ],
    ),
    "several keys are unknown": (
        {"themes.1.colour": "red", "themes.1.weight": 3},
        [
            "themes[1].colour (boats): 'colour' is not a key of a theme; its keys are id, label, broader, aliases, citations, note",
            "themes[1].weight (boats): 'weight' is not a key of a theme; its keys are id, label, broader, aliases, citations, note",
        ],
    ),
    "a key in another case": (
        {"commitments.0.Due": "2024"},
        [
            "commitments[0].Due (patrol): 'Due' is not a key of a commitment; did you mean 'due'?"
        ],
    ),
    "a required key is missing": (
        {"themes.1.label": GONE},
        ["themes[1] (boats): the key 'label' is missing"],
    ),
    "a required key within is missing": (
        {"commitments.0.reports.0.on": GONE},
        ["commitments[0].reports[0] (patrol): the key 'on' is missing"],
    ),
    "the id is missing": (
        {"events.0.id": GONE},
        ["events[0]: the key 'id' is missing"],
    ),
    "several keys are missing": (
        {"events": [{}]},
        ["events[0]: the key 'id' is missing", "events[0]: the key 'name' is missing"],
    ),
    "a text is a number": (
        {"themes.1.label": 5},
        ['themes[1].label (boats): the number 5 is not text; write it in quotes: "5"'],
    ),
    "a text is a fraction": (
        {"themes.1.label": 2.9},
        [
            'themes[1].label (boats): the number 2.9 is not text; write it in quotes: "2.9"'
        ],
    ),
    "a text is a boolean": (
        {"themes.1.label": True},
        ['themes[1].label (boats): true is not text; write for example "some words"'],
    ),
    "a text is the other boolean": (
        {"themes.1.label": False},
        ['themes[1].label (boats): false is not text; write for example "some words"'],
    ),
    "a text is nothing": (
        {"themes.1.label": None},
        ['themes[1].label (boats): null is not text; write for example "some words"'],
    ),
    "an optional text is nothing": (
        {"themes.1.note": None},
        ["themes[1].note (boats): null is not text; leave the key out"],
    ),
    "an optional text is empty": (
        {"themes.1.note": ""},
        ["themes[1].note (boats): '' is blank; leave the key out"],
    ),
    "a text is a list": (
        {"themes.1.label": ["Boats"]},
        ['themes[1].label (boats): a list is not text; write for example "some words"'],
    ),
    "a text is a table": (
        {"themes.1.label": {"en": "Boats"}},
        [
            'themes[1].label (boats): a table is not text; write for example "some words"'
        ],
    ),
    "a text is empty": (
        {"themes.1.label": ""},
        ["themes[1].label (boats): '' is blank; write for example \"some words\""],
    ),
    "a text is white space": (
        {"themes.1.label": " \n"},
        ["themes[1].label (boats): ' \\n' is blank; write for example \"some words\""],
    ),
    "a text has white space around it": (
        {"themes.1.label": " Boats"},
        ["themes[1].label (boats): ' Boats' has white space around it; write 'Boats'"],
    ),
    "a text ends in a new line": (
        {"themes.1.label": "Boats\n"},
        [
            "themes[1].label (boats): 'Boats\\n' has white space around it; write 'Boats' (a YAML block without a line break at its end begins with \">-\")"
        ],
    ),
    "a text in a list is a number": (
        {"themes.1.aliases": ["dinghies", 7]},
        [
            'themes[1].aliases[1] (boats): the number 7 is not text; write it in quotes: "7"'
        ],
    ),
    "a list is a text": (
        {"themes.1.broader": "migration"},
        [
            "themes[1].broader (boats): 'migration' is not a list; write it in brackets: [\"migration\"]"
        ],
    ),
    "a list is a long text": (
        {"commitments.0.wording": "will do all it can so that it may happen"},
        [
            "commitments[0].wording (patrol): 'will do all it can so that it may happen' is not a list"
        ],
    ),
    "a list is nothing": (
        {"commitments.0.by": None},
        ["commitments[0].by (patrol): null is not a list; leave the key out"],
    ),
    "a list is a table": (
        {"commitments.0.reports": {"on": "2025", "by": "GB", "status": "completed"}},
        ["commitments[0].reports (patrol): a table is not a list"],
    ),
    "a list of tables holds a text": (
        {"commitments.0.reports": ["completed"]},
        [
            "commitments[0].reports[0] (patrol): 'completed' is not a table (on, by, status, known, due, citations, note)"
        ],
    ),
    "a table is a text": (
        {"events.0.place": "Paris"},
        ["events[0].place (games): 'Paris' is not a table (name, country)"],
    ),
    "a flag is a text": (
        {"commitments.0.continuing": "false"},
        [
            "commitments[0].continuing (patrol): 'false' is not true or false; write false, without quotes"
        ],
    ),
    "a flag is the other text": (
        {"commitments.0.continuing": "true"},
        [
            "commitments[0].continuing (patrol): 'true' is not true or false; write true, without quotes"
        ],
    ),
    "a flag is a number": (
        {"commitments.0.continuing": 1},
        [
            "commitments[0].continuing (patrol): the number 1 is not true or false; write true or false, without quotes"
        ],
    ),
    "a flag is another text": (
        {"commitments.0.continuing": "yes"},
        [
            "commitments[0].continuing (patrol): 'yes' is not true or false; write true or false, without quotes"
        ],
    ),
    "a flag is nothing": (
        {"commitments.0.continuing": None},
        [
            "commitments[0].continuing (patrol): null is not true or false; write true or false, without quotes"
        ],
    ),
    "a word is misspelt": (
        {"commitments.0.firmness": "pledgd"},
        [
            "commitments[0].firmness (patrol): 'pledgd' is not a firmness; did you mean 'pledged'?"
        ],
    ),
    "a word is unknown": (
        {"commitments.0.firmness": "sworn"},
        [
            "commitments[0].firmness (patrol): 'sworn' is not a firmness; write one of aspired, discussed, called_for, welcomed, endorsed, intended, pledged, agreed"
        ],
    ),
    "a word is in another case": (
        {"meetings.0.state": "Held"},
        [
            "meetings[0].state (paris): 'Held' is not a meeting state; did you mean 'held'?"
        ],
    ),
    "a word is a number": (
        {"agreements.0.force": 3},
        [
            "agreements[0].force (treaty): the number 3 is not a force; write one of binding, political, unknown"
        ],
    ),
    "a word is a list": (
        {"agreements.0.form": ["treaty"]},
        [
            "agreements[0].form (treaty): a list is not an agreement form; write one of treaty, convention, protocol, memorandum, declaration, joint_statement, action_plan, arrangement, bundle"
        ],
    ),
    "a word with a vowel is unknown": (
        {"statements.0.act": "oath"},
        [
            "statements[0].act (praise): 'oath' is not an act; write one of speech, claim, praise, thanks, priority, aspiration, objective, call"
        ],
    ),
    "a month is impossible": (
        {"commitments.0.due": "2024-13"},
        [
            "commitments[0].due (patrol): '2024-13' is not a date: there is no month 13: months are 01 to 12, seasons and other parts of a year 21 to 41 (at character 6)"
        ],
    ),
    "a day is impossible": (
        {"commitments.0.due": "2023-02-30"},
        [
            "commitments[0].due (patrol): '2023-02-30' is not a date: there is no day 30: 2023-02 has 28 days (at character 9)"
        ],
    ),
    "a span runs backward": (
        {"commitments.0.due": "2025/2024"},
        [
            "commitments[0].due (patrol): '2025/2024' is not a date: it runs backward: '2025' does not begin before '2024' ends; swap the two"
        ],
    ),
    "a date is words": (
        {"commitments.0.due": "next spring"},
        [
            "commitments[0].due (patrol): 'next spring' is not a date (EDTF); write { edtf = \"2024-12-31\", stated = 'next spring' }; Period.from_words reads many such words"
        ],
    ),
    "a date is empty": (
        {"commitments.0.due": ""},
        ["commitments[0].due (patrol): '' is not a date: it is empty"],
    ),
    "a date is a number": (
        {"commitments.0.due": 2024},
        [
            'commitments[0].due (patrol): the number 2024 is not a date; write it in quotes: "2024"'
        ],
    ),
    "a date is a boolean": (
        {"commitments.0.due": True},
        [
            'commitments[0].due (patrol): true is not a date; write for example "2024-01-30" or { edtf = "2024-21", stated = "spring" }'
        ],
    ),
    "a date is a list": (
        {"commitments.0.due": ["2024"]},
        [
            'commitments[0].due (patrol): a list is not a date; write for example "2024-01-30" or { edtf = "2024-21", stated = "spring" }'
        ],
    ),
    "a date has a key too many": (
        {"commitments.0.due": {"edtf": "2024-21", "said": "spring"}},
        [
            'commitments[0].due (patrol): a table is not a date; write for example "2024-01-30" or { edtf = "2024-21", stated = "spring" }'
        ],
    ),
    "a date in words is impossible": (
        {"commitments.0.due": {"edtf": "2024-99", "stated": "spring"}},
        [
            "commitments[0].due (patrol): '2024-99' is not a date: there is no month 99: months are 01 to 12, seasons and other parts of a year 21 to 41 (at character 6)"
        ],
    ),
    "a date's own words are empty": (
        {"commitments.0.due": {"edtf": "2024", "stated": " "}},
        [
            'commitments[0].due (patrol): a table is not a date; write for example "2024-01-30" or { edtf = "2024-21", stated = "spring" }'
        ],
    ),
    "a date within is impossible": (
        {"agreements.0.adherences.0.signed": "2003-00"},
        [
            "agreements[0].adherences[0].signed (treaty): '2003-00' is not a date: there is no month 00: months are 01 to 12, seasons and other parts of a year 21 to 41 (at character 6)"
        ],
    ),
    "an amount has no number": (
        {"metrics.0.target": "many people"},
        [
            "metrics[0].target (arrivals): 'many people' is not an amount: a number is expected here, in the digits 0 to 9 (at character 1)"
        ],
    ),
    "an amount is a number": (
        {"metrics.0.target": 500},
        [
            'metrics[0].target (arrivals): the number 500 is not an amount; write it in quotes: "500"'
        ],
    ),
    "an amount is a list": (
        {"metrics.0.target": ["500 people"]},
        [
            'metrics[0].target (arrivals): a list is not an amount; write for example "> 250 people"'
        ],
    ),
    "an amount is nothing": (
        {"metrics.0.observations.0.value": None},
        [
            "metrics[0].observations[0].value (arrivals): null is not an amount; leave the key out"
        ],
    ),
    "an amount is not a number": (
        {"metrics.0.target": "nan people"},
        [
            "metrics[0].target (arrivals): 'nan people' is not an amount: a number is expected here, in the digits 0 to 9 (at character 1)"
        ],
    ),
    "an amount runs backward": (
        {"metrics.0.target": "12..10 ships"},
        [
            "metrics[0].target (arrivals): '12..10 ships' is not an amount: there is nothing between its bounds"
        ],
    ),
    "a range runs backward": (
        {"commitments.0.citations.0.lines": "4-3"},
        [
            "commitments[0].citations[0].lines (patrol): '4-3' is not a range: it counts from 1, and does not run backward"
        ],
    ),
    "a range begins at zero": (
        {"commitments.0.citations.0.lines": "0-3"},
        [
            'commitments[0].citations[0].lines (patrol): \'0-3\' is not a range: write "6" or "14-16"'
        ],
    ),
    "a range is a number": (
        {"commitments.0.citations.0.lines": 3},
        [
            'commitments[0].citations[0].lines (patrol): the number 3 is not a range; write it in quotes: "3"'
        ],
    ),
    "a range is a list": (
        {"commitments.0.citations.0.lines": ["3"]},
        [
            'commitments[0].citations[0].lines (patrol): a list is not a range; write for example "14-16"'
        ],
    ),
    "a range is words": (
        {"commitments.0.citations.0.lines": "three"},
        [
            'commitments[0].citations[0].lines (patrol): \'three\' is not a range: write "6" or "14-16"'
        ],
    ),
    "an id is no id": (
        {"events.0.id": "The Games"},
        [
            "events[0].id (The Games): 'The Games' is not an id; an id looks like \"small-boats\""
        ],
    ),
    "an id is no id beside another fault": (
        {"events.0.id": "The Games", "events.0.wehn": "2024"},
        [
            "events[0].id (The Games): 'The Games' is not an id; an id looks like \"small-boats\"",
            "events[0].wehn (The Games): 'wehn' is not a key of an event; did you mean 'when'?",
        ],
    ),
    "an id is a number": (
        {"events.0.id": 2024},
        ['events[0].id: the number 2024 is not text; write it in quotes: "2024"'],
    ),
    "an id is empty": (
        {"events.0.id": ""},
        ["events[0].id: '' is blank; write for example \"some words\""],
    ),
    "an id has an underscore": (
        {"events.0.id": "the_games"},
        [
            "events[0].id (the_games): 'the_games' is not an id; an id looks like \"small-boats\""
        ],
    ),
    "a party's id is a code that is not ISO's": (
        {"parties.0.id": "UK"},
        ["parties[0].id (UK): 'UK' is not an id; write 'GB'"],
    ),
    "a theme's id is a state's": (
        {"themes.0.id": "FR", "themes.1.broader": GONE},
        ["themes[0].id (FR): 'FR' is not an id; an id looks like \"small-boats\""],
    ),
    "an id stands twice": (
        {"events.1": {"id": "games", "name": "Games"}},
        [
            "events[1].id (games): the id 'games' is that of another event already; every record has an id of its own"
        ],
    ),
    "an id stands twice among kinds": (
        {"events.0.id": "paris"},
        [
            "meetings[0].id (paris): the id 'paris' is that of an event already; every record has an id of its own"
        ],
    ),
    "an id stands three times": (
        {
            "events.1": {"id": "games", "name": "A"},
            "events.2": {"id": "games", "name": "B"},
        },
        [
            "events[1].id (games): the id 'games' is that of another event already; every record has an id of its own",
            "events[2].id (games): the id 'games' is that of another event already; every record has an id of its own",
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
            "commitments[0].themes[0] (patrol): 'paris' is a meeting; a theme belongs here"
        ],
    ),
    "a reference to an office is of another kind": (
        {"meetings.0.participations": [{"office": "treaty"}]},
        [
            "meetings[0].participations[0].office (paris): 'treaty' is an agreement; an office belongs here"
        ],
    ),
    "a reference to an agreement is of another kind": (
        {"commitments.0.agreement": "interior"},
        [
            "commitments[0].agreement (patrol): 'interior' is an office; an agreement belongs here"
        ],
    ),
    "a party is an ISO code of three letters": (
        {"commitments.0.by": ["FRA"]},
        ["commitments[0].by[0] (patrol): there is no party 'FRA'; write 'FR'"],
    ),
    "a party is a code that people write": (
        {"commitments.0.by": ["UK"]},
        ["commitments[0].by[0] (patrol): there is no party 'UK'; write 'GB'"],
    ),
    "a source is not declared": (
        {"commitments.0.citations.0.source": "press"},
        ["commitments[0].citations[0].source (patrol): there is no source 'press'"],
    ),
    "a speaker is an event": (
        {"statements.0.speaker": "games"},
        [
            "statements[0].speaker (praise): 'games' is an event; a minister or office or party or source belongs here"
        ],
    ),
    "a record of any kind is not there": (
        {"statements.0.about": ["nothing"]},
        ["statements[0].about[0] (praise): there is no record 'nothing'"],
    ),
    "a state of any kind is misspelt": (
        {"statements.0.about": ["UK"]},
        ["statements[0].about[0] (praise): there is no record 'UK'; write 'GB'"],
    ),
    "a reference of another kind is to a faulty record": (
        {"events.0.wehn": "2024", "commitments.0.themes": ["games"]},
        [
            "events[0].wehn (games): 'wehn' is not a key of an event; did you mean 'when'?",
            "commitments[0].themes[0] (patrol): 'games' is an event; a theme belongs here",
        ],
    ),
    "a link leads nowhere": (
        {"commitments.0.links": [{"kind": "restates", "target": "patrols"}]},
        [
            "commitments[0].links[0].target (patrol): there is no commitment or agreement or meeting 'patrols'; did you mean 'patrol'?"
        ],
    ),
    "a condition waits for nothing": (
        {"commitments.0.conditions": [{"text": "Once paid.", "waits_for": "payment"}]},
        [
            "commitments[0].conditions[0].waits_for (patrol): there is no commitment or agreement or meeting or event or metric 'payment'; did you mean 'pay'?"
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
        {"parties.1.part_of": "police"},
        [
            "parties[1].part_of (police): part_of leads back to the record itself: police → police; take one step out"
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
            "metrics[0].observations[0].against (arrivals): a change, and nothing else, is against another period"
        ],
    ),
    "an inference does not say how": (
        {"commitments.0.citations.0.basis": "inferred"},
        [
            "commitments[0].citations[0].note (patrol): missing: what is inferred says how; write a note, or basis = stated"
        ],
    ),
    "a language is none": (
        {"sources.0.language": "English!"},
        [
            'sources[0].language (readout): \'English!\' is not a language tag; write "en" or "fr-CA"'
        ],
    ),
    "a recurrence is no rule": (
        {"commitments.0.recurrence": "every year"},
        [
            "commitments[0].recurrence (patrol): 'every year' is not a recurrence rule (RFC 5545); write for example \"FREQ=YEARLY;INTERVAL=2\""
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
            "themes[1] (boats): the key 'label' is missing",
            "themes[1].lable (boats): 'lable' is not a key of a theme; did you mean 'label'?",
            "events[0].id (Games): 'Games' is not an id; an id looks like \"small-boats\"",
            "commitments[0].by[0] (patrol): there is no party 'UK'; write 'GB'",
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
            "commitments[0].due (patrol): 'soon' is not a date (EDTF); write { edtf = \"2024-12-31\", stated = 'soon' }; Period.from_words reads many such words",
        ],
    ),
}


def edited(edits: Edits) -> dict[str, Plain]:
    """Return the sound dossier with some values put in, in the place of others, or taken out."""
    data = copy.deepcopy(SOUND)
    for path, value in edits.items():
        *way, last = path.split(".")
        table: Plain = data
        for step in way:
            table = table[int(step)] if isinstance(table, list) else table[step]  # type: ignore[index]
        if isinstance(table, list):
            table[int(last) :] = [value]
        elif isinstance(table, dict) and value == GONE:
            del table[last]
        elif isinstance(table, dict):
            table[last] = value
    return data


def can_hold(data: dict[str, Plain], format: str) -> bool:
    """Say whether a format can express data: TOML has no word for nothing, and no list of mixed records."""
    try:
        return read(write(data, format), format).data == data
    except LoadError:
        return False


EXPRESSED = [
    (name, format)
    for name, (edits, _) in MALFORMED.items()
    for format in FORMATS
    if can_hold(edited(edits), format)
]


def said_of(text: str, format: str) -> list[str]:
    """Return all that is said of a text that does not load."""
    with pytest.raises(LoadError) as caught:
        loads(text, format=format)
    return [str(problem) for problem in caught.value.problems]


def said_of_file(path: Path) -> list[str]:
    """Return all that is said of a file or folder that does not load."""
    with pytest.raises(LoadError) as caught:
        load(path)
    return [str(problem) for problem in caught.value.problems]


def test_the_table_is_long_enough() -> None:
    """There are a hundred malformed dossiers here, and nearly all in three formats."""
    assert len(MALFORMED) >= 100
    assert len(EXPRESSED) >= 280


@pytest.mark.parametrize("format", FORMATS)
def test_the_dossier_is_sound_before_it_is_spoilt(format: str) -> None:
    """What the edits spoil loads without them, so that each fault is that of its edit."""
    assert len(loads(write(SOUND, format), format=format).records) == 15


@pytest.mark.parametrize(("name", "format"), EXPRESSED)
def test_a_malformed_dossier_is_refused_with_all_its_faults(
    name: str, format: str
) -> None:
    """Each fault is told once, in the order of the file, with its record, its reason and a cure."""
    edits, said = MALFORMED[name]
    with pytest.raises(LoadError) as caught:
        loads(write(edited(edits), format), format=format)
    assert [
        str(evolve(problem, line=None, column=None))
        for problem in caught.value.problems
    ] == said


@pytest.mark.parametrize(("name", "format"), EXPRESSED)
def test_a_fault_is_told_with_its_place(name: str, format: str) -> None:
    """Each fault points at the key that it is about, at an item of a list, or at the table that lacks a key."""
    text = write(edited(MALFORMED[name][0]), format)
    with pytest.raises(LoadError) as caught:
        loads(text, format=format)
    for problem in caught.value.problems:
        if not problem.path:
            continue
        assert problem.line is not None
        assert problem.column is not None
        pointed = text.splitlines()[problem.line - 1][problem.column - 1 :]
        key = problem.path[-1]
        if isinstance(key, str) and not problem.message.startswith(
            ("missing", "a change")
        ):
            assert pointed.lstrip("['\"").startswith(key)
        else:
            assert pointed.strip()


# --- whole lines, as a reader sees them ----------------------------------------------------------

MISSPELT = {
    "json": """{
  "entente": 1,
  "commitments": [
    {"id": "patrol", "summary": "Patrol more.",
     "due": "2024-13", "by": ["UK"], "themse": []}
  ]
}
""",
    "toml": """entente = 1

[[commitments]]
id = "patrol"
summary = "Patrol more."
due = "2024-13"
by = ["UK"]
themse = []
""",
    "yaml": """entente: 1
commitments:
  - id: patrol
    summary: Patrol more.
    due: 2024-13
    by: [UK]
    themse: []
""",
}
PLACES = {
    "json": ("5:6", "5:31", "5:38"),
    "toml": ("6:1", "7:7", "8:1"),
    "yaml": ("5:5", "6:10", "7:5"),
}


@pytest.mark.parametrize("format", FORMATS)
def test_the_lines_of_an_error_stand_in_the_order_of_the_text(format: str) -> None:
    """The whole error reads from top to bottom as the text does, each line with its place."""
    due, by, themse = PLACES[format]
    with pytest.raises(LoadError) as caught:
        loads(MISSPELT[format], format=format)
    assert str(caught.value) == (
        "3 problems\n"
        f"  {due}: commitments[0].due (patrol): '2024-13' is not a date: there is no month 13: "
        "months are 01 to 12, seasons and other parts of a year 21 to 41 (at character 6)\n"
        f"  {by}: commitments[0].by[0] (patrol): there is no party 'UK'; write 'GB'\n"
        f"  {themse}: commitments[0].themse (patrol): 'themse' is not a key of a commitment; "
        "did you mean 'themes'?"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "due = 10:00:00",
            (
                "4:1: commitments[0].due (a): the time 10:00:00 is not a date; "
                'write for example "2024-01-30" or { edtf = "2024-21", stated = "spring" }'
            ),
        ),
        (
            "due = 2024",
            '4:1: commitments[0].due (a): the number 2024 is not a date; write it in quotes: "2024"',
        ),
        (
            "note = 2024-01-30",
            (
                "4:1: commitments[0].note (a): the date 2024-01-30 is not text; "
                'write it in quotes: "2024-01-30"'
            ),
        ),
        (
            "recurrence = inf",
            (
                "4:1: commitments[0].recurrence (a): the number inf is not text; "
                'write it in quotes: "inf"'
            ),
        ),
    ],
)
def test_what_only_toml_has_is_refused_where_it_does_not_belong(
    text: str, said: str
) -> None:
    """TOML's own times and numbers are no texts; its dates are taken for dates alone."""
    assert said_of(
        f'entente = 1\n[[commitments]]\nid = "a"\n{text}\nsummary = "A"\n', "toml"
    ) == [said]


@pytest.mark.parametrize("when", ["2024-07-26", '"2024-07-26"'])
def test_a_record_with_a_date_of_toml_is_looked_at_like_any_other(when: str) -> None:
    """However a date is written, an id beside it that is not there is told."""
    text = f'entente = 1\n[[events]]\nid = "games"\nname = "Games"\nwhen = {when}\nthemes = ["trade"]\n'
    assert said_of(text, "toml") == [
        "6:11: events[0].themes[0] (games): there is no theme 'trade'"
    ]


@pytest.mark.parametrize(
    ("text", "format", "said"),
    [
        ("", "json", "1:1: this is not JSON: expecting value"),
        (
            "",
            "toml",
            "the key 'entente' is missing; begin with the key entente, whose value is 1",
        ),
        (
            "",
            "yaml",
            "null is not a dossier; begin with the key entente, whose value is 1",
        ),
        (
            "# nothing yet\n",
            "yaml",
            "null is not a dossier; begin with the key entente, whose value is 1",
        ),
        (
            "[1]",
            "json",
            "a list is not a dossier; begin with the key entente, whose value is 1",
        ),
        (
            '"text"',
            "json",
            "'text' is not a dossier; begin with the key entente, whose value is 1",
        ),
        (
            "null",
            "json",
            "null is not a dossier; begin with the key entente, whose value is 1",
        ),
        (
            "12",
            "yaml",
            "the number 12 is not a dossier; begin with the key entente, whose value is 1",
        ),
        (
            "- a\n",
            "yaml",
            "a list is not a dossier; begin with the key entente, whose value is 1",
        ),
        (
            "entente: 1\nthemes: *x\n",
            "yaml",
            "2:9: themes: YAML aliases are not allowed; write the text out",
        ),
        (
            "entente: 1\n---\nentente: 1\n",
            "yaml",
            "2:1: a second YAML document begins here",
        ),
        ('{"entente": 1', "json", "1:14: this is not JSON: expecting ',' delimiter"),
        (
            "entente 1",
            "toml",
            "1:9: this is not TOML: expected '=' after a key in a key/value pair",
        ),
        (
            "entente: [",
            "yaml",
            "2:1: this is not YAML: did not find expected node content",
        ),
        ('{"entente": 1}', "toml", "1:1: this is not TOML: invalid statement"),
        ("[" * 100_000, "json", "the text is nested too deeply"),
        ("a = " + "[" * 100_000, "toml", "the text is nested too deeply"),
        ("[" * 100_000, "yaml", "1:51: the text is nested too deeply"),
    ],
)
def test_what_is_no_dossier_at_all_is_refused(
    text: str, format: str, said: str
) -> None:
    """A text without a table, or in no format, is told in one line."""
    assert said_of(text, format)[0] == said


@pytest.mark.parametrize("format", FORMATS)
def test_a_deep_value_is_a_fault_like_any_other(format: str) -> None:
    """A value nested as deep as may be is described, not printed."""
    deep: Plain = "x"
    for _ in range(40):
        deep = [deep]
    text = write({"entente": 1, "themes": [{"id": "a", "label": deep}]}, format)
    [said] = said_of(text, format)
    assert said.endswith(
        'themes[0].label (a): a list is not text; write for example "some words"'
    )


@pytest.mark.parametrize(
    "number", ["9" * 5000, "0x" + "f" * 5000, "-" + "9" * 5000, "1e400"]
)
@pytest.mark.parametrize("format", FORMATS)
def test_a_hostile_number_is_refused_in_a_line(format: str, number: str) -> None:
    """A number that Python would not print, or could not hold, is an error of ours."""
    text = {
        "json": f'{{"entente": {number}}}',
        "toml": f"entente = {number}",
        "yaml": f"entente: {number}",
    }
    said = said_of(text[format], format)
    assert all(len(line) < 200 for line in said)
    assert "sys.set_int_max_str_digits" not in "".join(said)


def test_thousands_of_faults_take_a_moment() -> None:
    """The time grows with the text and its faults, not with their product."""
    themes: list[Plain] = [
        {"id": f"theme-{each}", "lable": "A", "colour": "red"} for each in range(2000)
    ]
    assert len(said_of(write({"entente": 1, "themes": themes}, "json"), "json")) == 6000


# --- files and folders ---------------------------------------------------------------------------


def test_a_file_is_named(tmp_path: Path) -> None:
    """A fault in a file begins with the file, so that an editor can jump there."""
    file = tmp_path / "tracker.toml"
    file.write_text('entente = 1\n\n[[themes]]\nid = "a"\n')
    assert said_of_file(file) == [
        f"{file}:3:1: themes[0] (a): the key 'label' is missing"
    ]


def test_all_faults_of_all_files_of_a_folder_are_told(tmp_path: Path) -> None:
    """One faulty file does not hide another, and what is wrong between files is told with the rest."""
    (tmp_path / "sub").mkdir()
    files: dict[str, str | bytes] = {
        "a.toml": 'entente = 1\n[[themes]]\nid = "a"\nlabel = "A"\nbroader = ["b", "x"]\n',
        "b.json": '{"entente": 1, "themes": [{"id": "b", "lable": "B"}]}',
        "c.yaml": "entente: 1\nthemes: [\n",
        "d.json": b'{"entente": 1, "themes": [{"id": "\xe9"}]}',
        "sub/e.yml": "entente: 1\nthemes:\n- {id: a, label: Again}\n",
        ".hidden.json": "never read",
        "notes.md": "never read",
    }
    for name, text in files.items():
        (tmp_path / name).write_bytes(
            text if isinstance(text, bytes) else text.encode()
        )
    assert said_of_file(tmp_path) == [
        f"{tmp_path}/a.toml:5:17: themes[0].broader[1] (a): there is no theme 'x'",
        f"{tmp_path}/b.json:1:27: themes[0] (b): the key 'label' is missing",
        f"{tmp_path}/b.json:1:39: themes[0].lable (b): 'lable' is not a key of a theme; did you mean 'label'?",
        f"{tmp_path}/c.yaml:3:1: this is not YAML: did not find expected node content",
        f"{tmp_path}/d.json: the file is not UTF-8: byte 35 cannot be read; save it as UTF-8",
        (
            f"{tmp_path}/sub/e.yml:3:4: themes[0].id (a): the id 'a' is that of another theme already; "
            "every record has an id of its own"
        ),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("format", FORMATS)
def test_utf_8_is_read_with_or_without_a_mark(
    tmp_path: Path, format: str, encoding: str
) -> None:
    """Both ways in which editors save UTF-8 are read, and mean the same."""
    file = tmp_path / f"a.{format}"
    file.write_text(
        write({"entente": 1, "themes": [{"id": "a", "label": "É"}]}, format),
        encoding=encoding,
    )
    assert load(file).themes[0].label == "É"


@pytest.mark.parametrize(
    ("encoding", "byte"),
    [("utf-16", 1), ("utf-16-be", 88), ("latin-1", 44), ("cp1252", 44), ("utf-32", 1)],
)
def test_another_encoding_is_refused(tmp_path: Path, encoding: str, byte: int) -> None:
    """An encoding is not guessed, since a wrong guess changes names: the error says what to do."""
    file = tmp_path / "a.toml"
    file.write_bytes(
        'entente = 1\n\n[[themes]]\nid = "a"\nlabel = "R\xe9union"\n'.encode(encoding)
    )
    assert said_of_file(file) == [
        f"{file}: the file is not UTF-8: byte {byte} cannot be read; save it as UTF-8"
    ]


@pytest.mark.parametrize("name", ["a.csv", "a", "a.toml.bak"])
def test_a_file_that_does_not_tell_its_format_is_refused(
    tmp_path: Path, name: str
) -> None:
    """No format is guessed from what stands in a file."""
    file = tmp_path / name
    file.write_text("entente = 1\n")
    assert said_of_file(file) == [
        f"{file}: the file name must end in one of .json, .toml, .yaml, .yml"
    ]


@pytest.mark.parametrize("name", ["a.toml", "a", "folder/a.json"])
def test_what_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    """A file or folder that is not there is said not to be, whatever its name ends in."""
    assert said_of_file(tmp_path / name) == [
        f"{tmp_path / name}: the file cannot be read: no such file or directory"
    ]


def test_a_file_that_cannot_be_read_breaks_a_rule_of_its_own(tmp_path: Path) -> None:
    """Who sorts problems by their rules tells what is wrong with a file from what is wrong in it."""
    with pytest.raises(LoadError) as caught:
        load(tmp_path / "a.toml")
    assert [problem.rule for problem in caught.value.problems] == ["file"]


def test_an_impossible_name_is_refused() -> None:
    """A name that no file can have is an error of ours."""
    [said] = said_of_file(Path("a\0.toml"))
    assert said.endswith("the file cannot be read: embedded null byte")


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="the superuser may read anything"
)
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    """Without the right to read, the error says so."""
    file = tmp_path / "a.toml"
    file.write_text("entente = 1\n")
    file.chmod(0)
    assert said_of_file(file) == [f"{file}: the file cannot be read: permission denied"]


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    """A circle of links leads to no file."""
    file = tmp_path / "a.toml"
    file.symlink_to(file)
    assert said_of_file(file) == [
        f"{file}: the file cannot be read: too many levels of symbolic links"
    ]


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    """A folder that holds nothing to read is probably not the one that was meant."""
    (tmp_path / "notes.md").write_text("none of ours")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.json").write_text("{}")
    (tmp_path / "folder.json").mkdir()
    assert said_of_file(tmp_path) == [
        f"{tmp_path}: the folder holds no file that ends in .json, .toml, .yaml, .yml"
    ]


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    """A file may have so many bytes and not one more; a larger one is refused before it is read."""
    known = FORMATS[format]
    monkeypatch.setitem(
        FORMATS,
        format,
        Format(known.read, known.write, known.suffixes, largest=2000),
    )
    file = tmp_path / f"a.{format}"
    text = write({"entente": 1}, format)
    file.write_text(text + "\n" * (2000 - len(text)))
    assert load(file) == Dossier()
    file.write_text(text + "\n" * (2001 - len(text)))
    assert said_of_file(file) == [
        f"{file}: the file has 2,001 bytes; the limit for {format} is 2,000"
    ]
