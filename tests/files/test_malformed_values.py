"""Keys and values that are not what their fields hold, and what is reported of each."""

from __future__ import annotations

import pytest

from entente import loads
from entente.files._formats import FORMATS, write
from malformed import (
    GONE,
    SOUND,
    Cases,
    assert_located,
    assert_refused,
    expressed,
    taken_by_schema,
)

MALFORMED: Cases = {
    "the version is missing": (
        {"entente": GONE},
        [
            "the key 'entente' is missing; begin with the key entente, whose value is 1"
        ],
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
            "events[0]: 'games' is not a table (id, name, when, places, hosts, themes, links, identifiers, citations, note)"
        ],
    ),
    "a kind holds nothing": (
        {"events": [None]},
        [
            "events[0]: null is not a table (id, name, when, places, hosts, themes, links, identifiers, citations, note)"
        ],
    ),
    "a kind holds a list": (
        {"events": [["games"]]},
        [
            "events[0]: a list is not a table (id, name, when, places, hosts, themes, links, identifiers, citations, note)"
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
            "themes[1].colour (boats): 'colour' is not a key of a theme; its keys are id, label, broader, aliases, identifiers, citations, note"
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
            "themes[1].colour (boats): 'colour' is not a key of a theme; its keys are id, label, broader, aliases, identifiers, citations, note",
            "themes[1].weight (boats): 'weight' is not a key of a theme; its keys are id, label, broader, aliases, identifiers, citations, note",
        ],
    ),
    "a key in another case": (
        {"commitments.0.Due": "2024"},
        [
            "commitments[0].Due (patrol): 'Due' is not a key of a commitment; write 'due'"
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
        [
            "events[0]: the key 'id' is missing",
            "events[0]: the key 'name' is missing",
        ],
    ),
    "a text is a number": (
        {"themes.1.label": 5},
        [
            'themes[1].label (boats): the number 5 is not text; write it in quotes: "5"'
        ],
    ),
    "a text is a fraction": (
        {"themes.1.label": 2.9},
        [
            'themes[1].label (boats): the number 2.9 is not text; write it in quotes: "2.9"'
        ],
    ),
    "a text is a boolean": (
        {"themes.1.label": True},
        [
            'themes[1].label (boats): true is not text; write for example "some words"'
        ],
    ),
    "a text is the other boolean": (
        {"themes.1.label": False},
        [
            'themes[1].label (boats): false is not text; write for example "some words"'
        ],
    ),
    "a text is nothing": (
        {"themes.1.label": None},
        [
            'themes[1].label (boats): null is not text; write for example "some words"'
        ],
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
        [
            'themes[1].label (boats): a list is not text; write for example "some words"'
        ],
    ),
    "a text is a table": (
        {"themes.1.label": {"en": "Boats"}},
        [
            'themes[1].label (boats): a table is not text; write for example "some words"'
        ],
    ),
    "a text is empty": (
        {"themes.1.label": ""},
        [
            "themes[1].label (boats): '' is blank; write for example \"some words\""
        ],
    ),
    "a text is white space": (
        {"themes.1.label": " \n"},
        [
            "themes[1].label (boats): ' \\n' is blank; write for example \"some words\""
        ],
    ),
    "a text has white space around it": (
        {"themes.1.label": " Boats"},
        [
            "themes[1].label (boats): ' Boats' has white space around it; write 'Boats'"
        ],
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
        {
            "commitments.0.reports": {
                "on": "2025",
                "by": "GB",
                "status": "completed",
            }
        },
        ["commitments[0].reports (patrol): a table is not a list"],
    ),
    "a list of tables holds a text": (
        {"commitments.0.reports": ["completed"]},
        [
            "commitments[0].reports[0] (patrol): 'completed' is not a table (on, by, status, of, known, due, citations, note)"
        ],
    ),
    "a table is a text": (
        {"commitments.0.due_from": "treaty"},
        [
            "commitments[0].due_from (patrol): 'treaty' is not a table (record, date, after, before, stated, citations, note)"
        ],
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
            "meetings[0].state (paris): 'Held' is not a meeting state; write 'held'"
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
            "statements[0].act (praise): 'oath' is not an act; write one of speech, claim, denial, praise, thanks, priority, aspiration, objective, call, reservation, declaration, objection"
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
    "a date is words that name their year": (
        {"commitments.0.due": "by the end of 2024"},
        [
            "commitments[0].due (patrol): 'by the end of 2024' is not a date (EDTF); write { edtf = \"[..2024-12-31]\", stated = 'by the end of 2024' }"
        ],
    ),
    "a date is a quarter": (
        {"commitments.0.due": "Q2 2025"},
        [
            "commitments[0].due (patrol): 'Q2 2025' is not a date (EDTF); write { edtf = \"2025-34\", stated = 'Q2 2025' }"
        ],
    ),
    "a date is in numbers": (
        {"commitments.0.due": "31.12.2024"},
        [
            "commitments[0].due (patrol): '31.12.2024' is not a date (EDTF); write \"2024-12-31\""
        ],
    ),
    "a date is words": (
        {"commitments.0.due": "next spring"},
        [
            "commitments[0].due (patrol): 'next spring' is not a date (EDTF); write the date in EDTF, with the words as `stated`, or { stated = 'next spring' } if they name no date; Period.from_words reads many, given the day on which they were said"
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
    "a duration is a number": (
        {"commitments.0.duration": 4},
        [
            'commitments[0].duration (patrol): the number 4 is not a duration; write it in quotes: "4"'
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
            'commitments[0].due (patrol): a list is not a date; write a set of dates in quotes: "[2024-03,2024-05]"'
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
    "a date's words are empty, and all there is": (
        {"commitments.0.due": {"stated": ""}},
        [
            'commitments[0].due (patrol): a table is not a date; write for example "2024-01-30" or { edtf = "2024-21", stated = "spring" }'
        ],
    ),
    "a date in words only has a day until which it goes on": (
        {
            "commitments.0.runs": {
                "stated": "promptly",
                "as_of": "2024-01-30",
            }
        },
        [
            'commitments[0].runs (patrol): a table is not a date; write for example "2024-01-30" or { edtf = "2024-21", stated = "spring" }'
        ],
    ),
    "a date in a table has no other key": (
        {"commitments.0.runs": {"edtf": "2024/"}},
        [
            'commitments[0].runs (patrol): a table is not a date; write for example "2024-01-30" or { edtf = "2024-21", stated = "spring" }'
        ],
    ),
    "a day until which a span goes on is no text": (
        {"commitments.0.runs": {"edtf": "2024/", "as_of": 2024}},
        [
            'commitments[0].runs (patrol): a table is not a date; write for example "2024-01-30" or { edtf = "2024-21", stated = "spring" }'
        ],
    ),
    "a day until which a span goes on is vague": (
        {"commitments.0.runs": {"edtf": "2024/", "as_of": "2024-01"}},
        [
            "commitments[0].runs (patrol): '2024-01' is not a date: `as_of` is one definite day, such as 2024-01-30"
        ],
    ),
    "a day goes on": (
        {
            "commitments.0.runs": {
                "edtf": "2024-01",
                "as_of": "2024-01-30",
                "stated": "in January",
            }
        },
        [
            "commitments[0].runs (patrol): '2024-01' is not a date: `as_of` is for a span whose end is unknown, such as 2023-05/"
        ],
    ),
    "a deadline is a span": (
        {
            "commitments.0.due": "../2024-05-31",
            "commitments.0.made": {"edtf": "2024/", "stated": "from 2024 on"},
        },
        [
            "commitments[0].due (patrol): '../2024-05-31' is every day of a span, where one day is wanted; write [..2024-05-31] for one day of it",
            "commitments[0].made (patrol): '2024/' is every day of a span, where one day is wanted; write [2024..] for one day of it",
        ],
    ),
    "a date within is impossible": (
        {"agreements.0.adherences.0.steps.0.on": "2003-00"},
        [
            "agreements[0].adherences[0].steps[0].on (treaty): '2003-00' is not a date: there is no month 00: months are 01 to 12, seasons and other parts of a year 21 to 41 (at character 6)"
        ],
    ),
    "an amount has no number": (
        {"metrics.0.targets": [{"value": "many people"}]},
        [
            "metrics[0].targets[0].value (arrivals): 'many people' is not an amount: a number is expected here, in the digits 0 to 9 (at character 1)"
        ],
    ),
    "an amount is a number": (
        {"metrics.0.targets": [{"value": 500}]},
        [
            'metrics[0].targets[0].value (arrivals): the number 500 is not an amount; write it in quotes: "500"'
        ],
    ),
    "an amount is a list": (
        {"metrics.0.targets": [{"value": ["500 people"]}]},
        [
            'metrics[0].targets[0].value (arrivals): a list is not an amount; write for example "> 250 people"'
        ],
    ),
    "an amount is nothing": (
        {"metrics.0.observations.0.value": None},
        [
            "metrics[0].observations[0].value (arrivals): null is not an amount; leave the key out"
        ],
    ),
    "an amount is not a number": (
        {"metrics.0.targets": [{"value": "nan people"}]},
        [
            "metrics[0].targets[0].value (arrivals): 'nan people' is not an amount: a number is expected here, in the digits 0 to 9 (at character 1)"
        ],
    ),
    "an amount runs backward": (
        {"metrics.0.targets": [{"value": "12..10 ships"}]},
        [
            "metrics[0].targets[0].value (arrivals): '12..10 ships' is not an amount: there is nothing between its bounds"
        ],
    ),
    "a range runs backward": (
        {"commitments.0.citations.0.lines": "4-3"},
        [
            "commitments[0].citations[0].lines (patrol): '4-3' is not a range: ranges count forward from 1"
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


WHY_THE_SCHEMA_TAKES_IT = {
    "a day is impossible": "it has no calendar",
    "a range runs backward": "it compares no numbers",
    "a text ends in a new line": "to Python's patterns a text ends before its last line break",
    "an amount runs backward": "it compares no numbers",
    "the version is a fraction": "to it 1.0 is 1",
}


def test_the_schema_refuses_what_it_can() -> None:
    """The JSON Schema takes only those cases that no pattern can tell from sound ones."""
    assert taken_by_schema(MALFORMED) == sorted(WHY_THE_SCHEMA_TAKES_IT)


@pytest.mark.parametrize("format", FORMATS)
def test_the_dossier_is_sound_before_it_is_spoilt(format: str) -> None:
    """What the edits spoil loads without them, so that each fault is that of its edit."""
    assert len(loads(write(SOUND, format), format=format).records) == 15
