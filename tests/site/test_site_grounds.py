"""What bears on a verdict, as the page of a commitment shows it in a language."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve

from entente import (
    Agreement,
    Anchor,
    AnchorDate,
    Commitment,
    Condition,
    ConditionKind,
    Dossier,
    Link,
    LinkKind,
    Meeting,
    MeetingState,
    Period,
    Quantity,
    Record,
)
from entente.site._facts import Citations, LinkedText
from entente.site._grounds import GroundLine
from entente.site._settings import Settings
from entente.site._tracker import Tracker
from entente.site._verdicts import reasoned
from entente.site._words import Wording
from promises import AUTHORS, promise, report

ON = datetime.date(2024, 6, 15)
DAY = "2024-05-20"
TREATY = Agreement(
    id="treaty", name="Treaty", parties=("GB", "FR"), in_force="2024-01-15"
)
VOTE = Meeting(id="vote", name="Vote", when=DAY, state=MeetingState.HELD)
LATER = Anchor(record="treaty", date=AnchorDate.IN_FORCE, after="P6M")


def lines(
    *records: Record, locale: str = "en", party: str | None = None
) -> list[GroundLine]:
    """Return the grounds of the verdict on the promise, for all or for a party."""
    tracker = Tracker(
        dossier=Dossier([*AUTHORS, *records]),
        on=ON,
        as_known=None,
        settings=Settings(locale=locale),
        wording=Wording(locale),
    )
    commitment = tracker.index["promise"]
    assert isinstance(commitment, Commitment)
    every = reasoned(commitment, tracker, Citations(tracker))
    [found] = [
        each
        for each in every
        if (None if each.party is None else each.party.text) == party
    ]
    return list(found.grounds)


def shown(line: GroundLine) -> str:
    """Return a ground as a reader sees it."""
    text = " · ".join(map(_shown, line.about.pieces))
    aside = "" if line.why is None else f" ({line.why})"
    return f"{line.kind}: {text}{aside}"


def _shown(piece: LinkedText) -> str:
    return piece.text if piece.label is None else f"{piece.label} {piece.text}"


def test_a_report_names_its_author() -> None:
    """The author, and the party that it is about, are named and linked."""
    moved = report(
        DAY,
        "in_progress",
        "home-office-notice",
        of="GB",
        due="2024-12",
        known="2024-06",
    )
    given = promise(moved, due="2024-11")
    english = lines(given)[-1]
    assert shown(english) == (
        "report: in progress · 20 May 2024 · declared by Notice"
        " · about United Kingdom · new deadline December 2024 · known June 2024"
    )
    assert [each.href for each in english.about.pieces[2:4]] == [
        "sources/home-office-notice/index.html",
        "parties/GB/index.html",
    ]
    assert shown(lines(given, locale="fr")[-1]) == (
        "compte rendu: en cours · 20 mai 2024 · déclaré par\u00a0: Notice"
        " · au sujet de\u00a0: Royaume-Uni · nouvelle échéance décembre 2024"
        " · connu juin 2024"
    )


def test_a_remark_names_who_is_meant() -> None:
    """What is said of a report has the name of the party, and not its code."""
    on_all = report(DAY, "in_progress", "watchdog")
    on_one = report(DAY, "completed", "watchdog", of="GB")
    both = promise(on_all, on_one, due="2024-05", by=("GB", "FR"))
    english = lines(both, party="United Kingdom")[1]
    assert english.why == "there is a report on United Kingdom alone"
    french = lines(both, locale="fr", party="Royaume-Uni")[1]
    assert french.why == (
        "un compte rendu porte sur celui-ci seul\u00a0: Royaume-Uni"
    )


def test_deadlines_are_in_words() -> None:
    """A deadline is a date in words, also one in the source's words alone."""
    moving = report("2024-03-01", "modified", due="2024-08")
    found = lines(promise(moving, due="2024-05"), locale="fr")
    assert [shown(each) for each in found[:2]] == [
        "échéance: mai 2024 (reportée)",
        "échéance: août 2024 (en vigueur)",
    ]
    promptly = evolve(promise(), due=Period(stated="promptly"))
    assert shown(lines(promptly)[0]) == "deadline: “promptly”"


@pytest.mark.parametrize(
    ("locale", "known", "waiting"),
    [
        (
            "en",
            (
                "deadline: 15 July 2024 · counted from Treaty · date in force"
                " · after 6 months"
            ),
            (
                "deadline: counted from Treaty · date in force · after 6 months"
                " · waits for a date that is not on record"
            ),
        ),
        (
            "fr",
            (
                "échéance: 15 juillet 2024 · compté à partir de\u00a0: Treaty"
                " · date entrée en vigueur · après 6 mois"
            ),
            (
                "échéance: compté à partir de\u00a0: Treaty"
                " · date entrée en vigueur · après 6 mois"
                " · attend une date qui n’est pas consignée"
            ),
        ),
    ],
)
def test_a_counted_deadline_says_from_what(
    locale: str, known: str, waiting: str
) -> None:
    """It names the record from which it is counted, and says if that has no date yet."""
    given = evolve(promise(), due_from=LATER)
    assert shown(lines(TREATY, given, locale=locale)[0]) == known
    undated = evolve(TREATY, in_force=None)
    assert shown(lines(undated, given, locale=locale)[0]) == waiting


def test_words_of_its_own_are_those_of_a_deadline() -> None:
    """A deadline that has a date and is counted too has its own words, and those of what it is counted from once."""
    anchor = evolve(LATER, stated="six months later")
    spring = Period("2024-21", stated="by the spring")
    own = evolve(promise(), due=spring, due_from=anchor)
    assert shown(lines(TREATY, own)[0]).startswith(
        "deadline: spring 2024 (“by the spring”) · counted from Treaty"
    )
    counted = evolve(promise(), due_from=anchor)
    assert shown(lines(TREATY, counted)[0]) == (
        "deadline: 15 July 2024 · counted from Treaty · date in force"
        " · after 6 months · stated six months later"
    )
    in_words = evolve(counted, due=Period(stated="six months later"))
    assert shown(lines(evolve(TREATY, in_force=None), in_words)[0]) == (
        "deadline: “six months later” · counted from Treaty · date in force"
        " · after 6 months · stated six months later"
        " · waits for a date that is not on record"
    )


def test_a_duty_has_its_days_in_words() -> None:
    """Behind the rule are the days before and after, where they can be counted."""
    yearly = evolve(promise(), recurrence="FREQ=YEARLY")
    dated = evolve(yearly, runs="2023-03-01/..")
    assert shown(lines(dated, locale="fr")[-1]) == (
        "récurrence: tous les ans · dû en dernier lieu le 1er mars 2024"
        " · prochain jour dû le 1er mars 2025"
    )
    assert shown(lines(yearly)[-1]) == "recurrence: every year"


@pytest.mark.parametrize(
    ("condition", "english", "french"),
    [
        (
            Condition(kind=ConditionKind.APPROVAL, parties=("FR", "DE")),
            "subject to approval by France · Germany",
            "sous réserve d’approbation par\u00a0: France · Allemagne",
        ),
        (
            Condition(parties=("FR",), text="It agrees."),
            "depends on France · It agrees.",
            "dépend de\u00a0: France · It agrees.",
        ),
        (
            Condition(
                kind=ConditionKind.REQUEST,
                recurs=True,
                count=Quantity("30 instruments"),
            ),
            "recurs · request · 30 instruments",
            "à chaque fois · demande · 30 instruments",
        ),
        (Condition(waits_for="vote"), "waits for Vote", "attend Vote"),
    ],
)
def test_a_condition_names_parties_and_records(
    condition: Condition, english: str, french: str
) -> None:
    """Its kind is in words, and parties and the record that it waits for are named."""
    given = evolve(promise(), conditions=(condition,))
    for locale, expected in (("en", english), ("fr", french)):
        [line] = lines(given, VOTE, locale=locale)
        assert " · ".join(map(_shown, line.about.pieces)) == expected


def test_another_record_is_named_with_what_it_does() -> None:
    """What fulfils a promise and a part of it are named and linked."""
    done = evolve(VOTE, links=(Link(kind=LinkKind.FULFILS, target="promise"),))
    part = Commitment(id="part", summary="A part.", part_of="promise")
    found = [shown(each) for each in lines(promise(), done, part)]
    assert found == [
        "record: fulfilled by Vote",
        "record: with the part A part. (that is not done)",
    ]
