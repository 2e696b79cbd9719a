"""Whatever a dossier holds, each export can be read by the programs of others."""

from __future__ import annotations

import json

import feedparser
import icalendar
import pytest
import vobject
from hypothesis import given, settings

from entente import Dossier
from entente.exports import calendar, feed, linked
from entente.strategies import dossiers

# Whole dossiers take long to make.
FEW = settings(max_examples=settings().max_examples // 4)


@pytest.mark.no_cover
@FEW
@given(dossiers())
def test_any_dossier_can_be_exported(dossier: Dossier) -> None:
    """Calendars and feeds have an id of its own for each entry; each timed record is in or left out."""
    made = calendar(dossier, name="tracker")
    read = icalendar.Calendar.from_ical(made.text)
    assert vobject.readOne(made.text.decode()).prodid
    uids = [str(event["uid"]) for event in read.walk("VEVENT")]
    assert len(set(uids)) == len(uids)
    listed = {uid.partition(".")[0] for uid in uids}
    listed |= {each.id for each in made.left_out}
    assert listed >= {meeting.id for meeting in dossier.meetings}
    assert listed >= {each.id for each in dossier.commitments if each.due}

    news = feedparser.parse(feed(dossier, name="tracker"))
    assert not news.bozo
    ids = [entry.id for entry in news.entries]
    assert len(set(ids)) == len(ids)

    graph = json.loads(linked(dossier, base="https://example.org/"))["@graph"]
    assert len(graph) == len({*dossier.records, *dossier.parties})
