"""Questions to a dossier: what fits, how answers are combined, sorted, grouped and printed."""

from __future__ import annotations

import datetime
import inspect
from html.parser import HTMLParser
from typing import Any, get_args

import pytest
from attrs import fields_dict

from entente import (
    Act,
    Adherence,
    Agreement,
    AgreementForm,
    Citation,
    Commitment,
    CommitmentKind,
    Dossier,
    Event,
    Firmness,
    Force,
    Meeting,
    MeetingForm,
    MeetingState,
    Membership,
    Metric,
    Minister,
    Observation,
    Office,
    Participation,
    Party,
    PartyKind,
    Period,
    Report,
    ReportedStatus,
    Source,
    SourceKind,
    Statement,
    Tenure,
    Theme,
)
from entente.asking import Combination, Criterion, Selection
from entente.asking._keywords import Words
from entente.asking._selection import SHOWN
from entente.errors import EntenteError, PeriodError, QueryError, UnknownIdError
from entente.records._model import KINDS

READOUT = (Citation(source="readout", lines="3-4"),)
DOSSIER = Dossier(
    [
        Theme(id="security", label="Security"),
        Theme(id="migration", label="Migration", citations=READOUT),
        Theme(id="crime", label="Crime", broader=("security",)),
        Theme(id="boats", label="Boats", broader=("migration", "crime")),
        Theme(id="rescue", label="Rescue", broader=("boats",)),
        Party(id="police", name="Police", kind=PartyKind.BODY, part_of="FR"),
        Party(id="brigade", name="Brigade", kind=PartyKind.BODY, part_of="police"),
        Party(
            id="calais",
            name="Calais Group",
            kind=PartyKind.GROUPING,
            members=(Membership(party="FR"), Membership(party="GB")),
        ),
        Office(
            id="interior",
            title="Minister of the Interior",
            party="FR",
            succeeds=("old-interior",),
        ),
        Office(id="old-interior", title="Old Minister", party="FR"),
        Office(id="home", title="Home Secretary", party="GB"),
        Minister(
            id="darmanin",
            name="G. Darmanin",
            tenures=(Tenure(office="interior", period="2020/.."),),
        ),
        Minister(
            id="cleverly",
            name="J. Cleverly",
            tenures=(Tenure(office="home", period="2023/2024"),),
        ),
        Source(
            id="readout",
            title="Readout",
            kind=SourceKind.READOUT,
            issued_by=("GB",),
            published="2024-01-30",
        ),
        Source(id="law", title="Law", kind=SourceKind.TREATY_TEXT),
        Event(
            id="games",
            name="Games",
            when="2024-07-26/2024-08-11",
            hosts=("FR",),
            themes=("security",),
        ),
        Meeting(
            id="paris",
            name="Paris",
            state=MeetingState.HELD,
            form=MeetingForm.IN_PERSON,
            when="2024-01-30",
            parties=("GB",),
            participations=(
                Participation(minister="darmanin", office="interior", party="FR"),
            ),
            themes=("boats",),
            citations=READOUT,
        ),
        Meeting(
            id="spring",
            name="Spring",
            state=MeetingState.PROPOSED,
            when="2024-21",
            parties=("calais",),
        ),
        Meeting(id="someday", name="Some day", state=MeetingState.PROPOSED),
        Agreement(
            id="treaty",
            name="Treaty",
            form=AgreementForm.TREATY,
            force=Force.BINDING,
            parties=("FR",),
            adherences=(Adherence(party="GB", signed="2003-02-05"),),
            signed="2003-02-04",
            in_force="2004",
            ended="2020",
            meeting="paris",
            themes=("boats",),
        ),
        Agreement(id="annex", name="Annex", part_of="treaty", sought="2024"),
        Commitment(
            id="patrol",
            summary="Patrol more.",
            by=("FR",),
            to=("GB",),
            funded_by=("GB",),
            implemented_by=("brigade",),
            announced_by=("interior", "readout"),
            firmness=Firmness.PLEDGED,
            continuing=True,
            kind=CommitmentKind.ACTION,
            themes=("rescue",),
            made="2024-01-30",
            due="2024-07",
            runs="2024/2026",
            meeting="paris",
            agreement="treaty",
            event="games",
            metrics=("arrivals",),
            citations=READOUT,
        ),
        Commitment(
            id="share",
            summary="Share what is known.",
            by=("FR", "police"),
            firmness=Firmness.DISCUSSED,
            themes=("crime", "boats"),
            made="2024-02~",
            due="../2030",
            part_of="patrol",
        ),
        Commitment(
            id="talk",
            summary="Talk.",
            by=("GB",),
            made="2023",
            due="2024/..",
            themes=("migration",),
        ),
        Commitment(id="told", summary="Told only."),
        Metric(
            id="arrivals",
            name="Arrivals",
            unit="people",
            themes=("boats",),
            observations=(
                Observation(period="2022", value="45,774 people"),
                Observation(period="2023", change="-36 %", against="2022"),
            ),
        ),
        Statement(
            id="praise",
            summary="Well done.",
            act=Act.PRAISE,
            speaker="home",
            to=("police",),
            about=("patrol", "FR"),
            said="2024-01-30",
            meeting="paris",
            themes=("security",),
        ),
        Statement(
            id="aside",
            summary="Soon.",
            act=Act.CLAIM,
            speaker="readout",
            part_of="praise",
        ),
    ]
)


# --- what fits -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "asked", "ids"),
    [
        ("themes", {"theme": "migration"}, "migration boats rescue"),
        ("themes", {"source": "readout"}, "migration"),
        ("parties", {"party": "FR"}, "police brigade FR"),
        ("parties", {"kind": "body"}, "police brigade"),
        ("parties", {"member": "GB"}, "calais"),
        ("offices", {"party": "FR"}, "interior old-interior"),
        ("offices", {"succeeds": "old-interior"}, "interior"),
        ("ministers", {"office": "home"}, "cleverly"),
        ("sources", {"kind": ("readout", "speech")}, "readout"),
        ("sources", {"issued_by": "GB"}, "readout"),
        ("sources", {"published": "2024"}, "readout"),
        ("events", {"theme": "security"}, "games"),
        ("events", {"host": "FR", "when": "2024-08"}, "games"),
        ("meetings", {"theme": "security"}, "paris"),
        ("meetings", {"state": ("held", "proposed")}, "paris spring someday"),
        ("meetings", {"form": MeetingForm.IN_PERSON}, "paris"),
        ("meetings", {"party": "FR"}, "paris"),
        ("meetings", {"minister": "darmanin", "office": "interior"}, "paris"),
        ("meetings", {"source": "readout"}, "paris"),
        ("agreements", {"form": "treaty", "force": "binding"}, "treaty"),
        ("agreements", {"party": "GB"}, "treaty"),
        (
            "agreements",
            {"signed": "2003", "in_force": "2004", "ended": "2020"},
            "treaty",
        ),
        ("agreements", {"sought": "2024", "part_of": "treaty"}, "annex"),
        ("agreements", {"meeting": "paris", "theme": "migration"}, "treaty"),
        ("commitments", {"theme": "security"}, "patrol share"),
        ("commitments", {"theme": ("migration", "crime")}, "patrol share talk"),
        ("commitments", {"by": "FR"}, "patrol share"),
        ("commitments", {"by": "police"}, "share"),
        ("commitments", {"party": "police"}, "patrol share"),
        ("commitments", {"party": "GB", "by": "FR"}, "patrol"),
        (
            "commitments",
            {"to": "GB", "funded_by": "GB", "implemented_by": "police"},
            "patrol",
        ),
        ("commitments", {"announced_by": "FR"}, "patrol"),
        ("commitments", {"announced_by": "readout"}, "patrol"),
        ("commitments", {"firmness": "pledged"}, "patrol"),
        ("commitments", {"firm": True}, "patrol"),
        ("commitments", {"firm": False, "continuing": False}, "share talk told"),
        ("commitments", {"kind": "action"}, "patrol"),
        (
            "commitments",
            {"meeting": "paris", "agreement": "treaty", "event": "games"},
            "patrol",
        ),
        ("commitments", {"part_of": "patrol"}, "share"),
        ("commitments", {"metric": "arrivals", "source": "readout"}, "patrol"),
        ("commitments", {"runs": "2025"}, "patrol"),
        ("metrics", {"theme": "boats", "observed": "2023"}, "arrivals"),
        ("metrics", {"observed": "2021"}, ""),
        ("statements", {"act": "praise", "speaker": "GB"}, "praise"),
        (
            "statements",
            {"to": "FR", "about": "patrol", "said": "2024", "meeting": "paris"},
            "praise",
        ),
        ("statements", {"about": "FR", "theme": "security"}, "praise"),
        ("statements", {"part_of": "praise", "speaker": "readout"}, "aside"),
        ("commitments", {"by": "DE"}, ""),
        ("commitments", {}, "patrol share talk told"),
        ("commitments", {"theme": None, "certain": True}, "patrol share talk told"),
    ],
)
def test_where_keeps_what_fits(kind: str, asked: dict[str, Any], ids: str) -> None:
    """All keywords must fit, any value of a tuple may; themes stand for narrower ones, parties for bodies."""
    assert getattr(DOSSIER, kind).where(**asked).ids == tuple(ids.split())


@pytest.mark.parametrize(
    ("asked", "possible", "certain"),
    [
        ({"made": "2024-01-30"}, "patrol share", "patrol"),
        ({"made": "2024"}, "patrol share", "patrol"),
        ({"made": datetime.date(2024, 1, 30)}, "patrol share", "patrol"),
        ({"made": Period("2023")}, "talk", "talk"),
        ({"made": ("2023", "2024-01")}, "patrol share talk", "patrol talk"),
        ({"due": "2024-07-15"}, "patrol", ""),
        ({"due": "2030"}, "share", "share"),
        ({"due": "2024"}, "patrol", "patrol"),
        ({"due": "../2024"}, "patrol", "patrol"),
        ({"due": "2025/2029"}, "", ""),
        ({"runs": "2025-06"}, "patrol", "patrol"),
        ({"runs": "1999"}, "", ""),
    ],
)
def test_a_date_may_fit_or_must(
    asked: dict[str, Any], possible: str, certain: str
) -> None:
    """A vague date is kept where it may fit, and only where it must if that is asked."""
    assert DOSSIER.commitments.where(**asked).ids == tuple(possible.split())
    assert DOSSIER.commitments.where(**asked, certain=True).ids == tuple(
        certain.split()
    )


def test_a_deadline_is_the_end_of_its_span() -> None:
    """By 2030 is due in 2030 and not every year before; a span without an end is never due."""
    dates = {"span": "2024/2030", "open": "2024/..", "unknown": "2024/", "date": "2027"}
    dossier = Dossier(
        [Commitment(id=id, summary="Do it.", due=due) for id, due in dates.items()]
    )
    assert dossier.commitments.where(due="2030").ids == ("span",)
    assert dossier.commitments.where(due="2024/2029").ids == ("date",)
    assert dossier.commitments.where(due="../..").ids == ("span", "date")


def test_a_record_without_a_date_never_fits() -> None:
    """What states no date is in no answer to a question about dates, however wide."""
    assert "told" not in DOSSIER.commitments.where(made="../..").ids
    assert "someday" not in DOSSIER.meetings.where(when=("../..", "2024")).ids


def test_questions_can_follow_each_other() -> None:
    """Asking one after the other is asking both at once."""
    chained = (
        DOSSIER.commitments.where(theme="security").where(by="FR").where(firm=True)
    )
    assert chained == DOSSIER.commitments.where(theme="security", by="FR", firm=True)


# --- what cannot be asked ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "asked", "error", "said"),
    [
        (
            "commitments",
            {"theme": "boat"},
            UnknownIdError,
            "there is no theme 'boat'; did you mean 'boats'?",
        ),
        (
            "commitments",
            {"theme": "paris"},
            UnknownIdError,
            "'paris' is a meeting; a theme belongs here",
        ),
        (
            "commitments",
            {"theme": ("boats", "xyz")},
            UnknownIdError,
            "there is no theme 'xyz'",
        ),
        (
            "commitments",
            {"by": "UK"},
            UnknownIdError,
            "there is no party 'UK'; write 'GB'",
        ),
        (
            "commitments",
            {"by": "FRA"},
            UnknownIdError,
            "there is no party 'FRA'; write 'FR'",
        ),
        (
            "commitments",
            {"agreement": "games"},
            UnknownIdError,
            "'games' is an event; an agreement belongs here",
        ),
        (
            "statements",
            {"about": "UK"},
            UnknownIdError,
            "there is no record 'UK'; write 'GB'",
        ),
        (
            "commitments",
            {"firmness": "pledge"},
            QueryError,
            "'pledge' is not a firmness; did you mean 'pledged'?",
        ),
        (
            "meetings",
            {"state": "over"},
            QueryError,
            "'over' is not a meeting state; write one of proposed, planned, held, cancelled",
        ),
        (
            "agreements",
            {"form": "tready"},
            QueryError,
            "'tready' is not an agreement form; did you mean 'treaty'?",
        ),
        ("commitments", {"firm": "yes"}, QueryError, "'yes' is neither True nor False"),
        ("commitments", {"firm": 1}, QueryError, "1 is neither True nor False"),
        (
            "commitments",
            {"made": "2024", "certain": "no"},
            QueryError,
            "'no' is neither True nor False",
        ),
        (
            "commitments",
            {"certain": None},
            QueryError,
            "None is neither True nor False",
        ),
        (
            "commitments",
            {"theme": 5},
            QueryError,
            "5 is not text; give one text or a tuple of them",
        ),
        (
            "commitments",
            {"theme": ["boats"]},
            QueryError,
            "['boats'] is not text; give one text or a tuple of them",
        ),
        (
            "commitments",
            {"kind": 5},
            QueryError,
            "5 is not text; give one text or a tuple of them",
        ),
        (
            "commitments",
            {"made": 2024},
            QueryError,
            "2024 is not a date; give a Period, a datetime.date or an EDTF text",
        ),
        (
            "commitments",
            {"theme": ()},
            QueryError,
            "an empty tuple asks for nothing; to ask for all, omit the keyword",
        ),
        (
            "commitments",
            {"made": ()},
            QueryError,
            "an empty tuple asks for nothing; to ask for all, omit the keyword",
        ),
    ],
)
def test_a_question_that_makes_no_sense_is_an_error(
    kind: str, asked: dict[str, Any], error: type[EntenteError], said: str
) -> None:
    """An unknown id, word or type is never an empty answer: the error says what may have been meant."""
    with pytest.raises(error) as caught:
        getattr(DOSSIER, kind).where(**asked)
    assert str(caught.value) == said


def test_a_date_that_is_none_is_an_error() -> None:
    """A mistyped date is refused like any other."""
    with pytest.raises(PeriodError, match=r"^'2024-13' is not a date: "):
        DOSSIER.commitments.where(made="2024-13")


@pytest.mark.parametrize(
    ("kind", "keyword", "message"),
    [
        (
            "commitments",
            "thme",
            "commitments have no keyword 'thme'; did you mean 'theme'?",
        ),
        (
            "themes",
            "certain",
            "themes have no keyword 'certain'; there are theme, source",
        ),
        (
            "meetings",
            "on",
            "meetings have no keyword 'on'; there are theme, state, form, when, party, minister, office, source",
        ),
    ],
)
def test_an_unknown_keyword_of_where_is_an_error(
    kind: str, keyword: str, message: str
) -> None:
    """A mistyped keyword gets a suggestion or the list, whatever its value."""
    for value in ("boats", None):
        with pytest.raises(QueryError) as caught:
            getattr(DOSSIER, kind).where(**{keyword: value})
        assert str(caught.value) == message


def test_where_takes_keywords_only() -> None:
    """Nothing can be asked by position."""
    with pytest.raises(TypeError, match="positional"):
        DOSSIER.themes.where("boats")  # type: ignore[call-arg]


def test_help_shows_the_signature_without_the_table() -> None:
    """Editors and `help` see each keyword with its type, and nothing of what answers it."""
    for kind in KINDS:
        signature = inspect.signature(type(getattr(DOSSIER, kind)).where)
        shown = str(signature)
        assert "Annotated" not in shown
        assert "object at" not in shown
    assert str(inspect.signature(type(DOSSIER.themes).where)) == (
        "(self, *, theme: 'OneOrMore | None' = None, "
        "source: 'OneOrMore | None' = None) -> Self"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_keywords_agree_with_the_fields_they_read(kind: str) -> None:
    """A keyword for one field takes ids of the kinds, or words of the list, that it holds."""
    record = KINDS[kind]
    for name, keyword in type(getattr(DOSSIER, kind))._keywords.items():
        for path in keyword.paths:
            if not isinstance(path, str) or path in ("id", "is_firm"):
                continue
            field, _, within = path.partition(".")
            attribute = fields_dict(record)[field]
            if within:
                [part] = (each for each in get_args(attribute.type) if each is not ...)
                attribute = fields_dict(part)[within]
            if len(keyword.paths) == 1 and keyword.kinds:
                assert keyword.kinds == attribute.metadata["kinds"], name
            if isinstance(keyword, Words):
                assert keyword.words in (attribute.type, *get_args(attribute.type)), (
                    name
                )


# --- sets ----------------------------------------------------------------------------------------


def test_selections_combine_as_sets() -> None:
    """Both, either, and one without the other, each in the order of the dossier."""
    firm, french = (
        DOSSIER.commitments.where(firm=True),
        DOSSIER.commitments.where(by="FR"),
    )
    talk = DOSSIER.commitments.where(by="GB")
    assert (firm & french).ids == ("patrol",)
    assert (talk | french).ids == ("patrol", "share", "talk")
    assert (french - firm).ids == ("share",)
    assert (french - french).ids == ()


def test_other_selections_do_not_combine() -> None:
    """Another kind, or another dossier, is refused; what is no selection is Python's own error."""
    with pytest.raises(QueryError) as caught:
        DOSSIER.commitments | DOSSIER.meetings  # type: ignore[operator]
    assert str(caught.value) == "Commitments and Meetings do not combine; take one kind"
    with pytest.raises(QueryError) as caught:
        DOSSIER.themes & Dossier(DOSSIER.records).themes
    assert (
        str(caught.value)
        == "the selections are of two dossiers; merge the dossiers first"
    )
    with pytest.raises((TypeError, QueryError)):
        DOSSIER.themes - ("boats",)  # type: ignore[operator]


def test_a_selection_keeps_its_question() -> None:
    """What was asked can be read, and put to another engine."""
    asked = DOSSIER.commitments.where(
        theme=("boats", "crime"), made="2024", certain=True
    ).where(firm=True)
    assert [
        criterion.keyword
        for criterion in asked.criteria
        if isinstance(criterion, Criterion)
    ] == [
        "theme",
        "made",
        "firm",
    ]
    assert [str(criterion) for criterion in asked.criteria] == [
        "theme = boats or crime for certain",
        "made = 2024 for certain",
        "firm = True",
    ]
    combined = asked - DOSSIER.commitments.where(by="FR") | DOSSIER.commitments
    [question] = combined.criteria
    assert isinstance(question, Combination)
    assert str(question) == (
        "((theme = boats or crime for certain and made = 2024 for certain and firm = True) - (by = FR)) | (all)"
    )
    assert DOSSIER.commitments.criteria == ()


# --- a sequence ----------------------------------------------------------------------------------


def test_a_selection_is_a_sequence() -> None:
    """It has a length, places, slices, and records by id; equal ones hash alike."""
    commitments = DOSSIER.commitments
    assert len(commitments) == 4
    assert commitments[0] is commitments["patrol"] is next(iter(commitments))
    assert commitments[-1].id == "told"
    assert commitments[1:3].ids == ("share", "talk")
    assert isinstance(commitments[1:3], type(commitments))
    assert commitments[1:3].where(by="GB").ids == ("talk",)
    assert commitments["patrol"] in commitments
    assert next(reversed(commitments)).id == "told"
    assert commitments == DOSSIER.commitments
    assert hash(commitments) == hash(DOSSIER.commitments)
    assert commitments != commitments[1:]
    assert commitments != commitments.records
    assert not commitments[:0]


def test_a_place_or_id_that_is_not_there_is_an_error() -> None:
    """A place is missed as in a list; of an id the nearest of these records is named."""
    with pytest.raises(IndexError):
        DOSSIER.commitments[4]
    with pytest.raises(UnknownIdError) as caught:
        DOSSIER.commitments["patrl"]
    assert (
        str(caught.value)
        == "'patrl' is not among these commitments; did you mean 'patrol'?"
    )
    with pytest.raises(UnknownIdError) as caught:
        DOSSIER.commitments.where(by="GB")["patrol"]
    assert str(caught.value) == "'patrol' is not among these commitments"


def test_a_selection_without_keywords_asks_nothing() -> None:
    """The class of all selections has no questions of its own."""
    bare: Selection[Theme] = Selection(DOSSIER.themes.records, DOSSIER._index)
    assert bare.questions() == {}
    assert bare.sort("id").ids == tuple(sorted(DOSSIER.themes.ids))
    with pytest.raises(
        QueryError, match=r"^selection have no keyword 'theme'; there are $"
    ):
        bare.sort("theme")


# --- sorting and grouping ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "keyword", "ids"),
    [
        ("commitments", "id", "patrol share talk told"),
        ("commitments", "by", "patrol share talk told"),
        ("commitments", "made", "talk patrol share told"),
        ("commitments", "due", "patrol share talk told"),
        ("commitments", "firmness", "share patrol talk told"),
        ("commitments", "firm", "share talk told patrol"),
        ("commitments", "theme", "share talk patrol told"),
        ("meetings", "when", "paris spring someday"),
        ("sources", "kind", "readout law"),
    ],
)
def test_records_are_sorted_by_what_a_keyword_asks(
    kind: str, keyword: str, ids: str
) -> None:
    """Ids by the alphabet, words by their list, dates by their first day; those without an answer last."""
    assert getattr(DOSSIER, kind).sort(keyword).ids == tuple(ids.split())


def test_sorting_may_be_reversed() -> None:
    """Reversed, those without an answer come first, and equals keep their order."""
    assert DOSSIER.commitments.sort("made", reverse=True).ids == (
        "told",
        "share",
        "patrol",
        "talk",
    )
    assert DOSSIER.commitments.sort("firm", reverse=True).ids == (
        "patrol",
        "share",
        "talk",
        "told",
    )
    assert DOSSIER.commitments.sort("id", reverse=True).ids == (
        "told",
        "talk",
        "share",
        "patrol",
    )


@pytest.mark.parametrize(
    ("keyword", "groups"),
    [
        ("by", {"FR": "patrol share", "police": "share", "GB": "talk", None: "told"}),
        (
            "theme",
            {
                "rescue": "patrol",
                "crime": "share",
                "boats": "share",
                "migration": "talk",
                None: "told",
            },
        ),
        ("firmness", {"pledged": "patrol", "discussed": "share", None: "talk told"}),
        ("firm", {"yes": "patrol", "no": "share talk told"}),
        (
            "made",
            {"2024-01-30": "patrol", "2024-02~": "share", "2023": "talk", None: "told"},
        ),
        ("meeting", {"paris": "patrol", None: "share talk told"}),
    ],
)
def test_records_are_grouped_by_what_a_keyword_asks(
    keyword: str, groups: dict[str | None, str]
) -> None:
    """A record stands in the group of each of its answers, or in that of those without one."""
    found = DOSSIER.commitments.group_by(keyword)
    assert {group: " ".join(members.ids) for group, members in found.items()} == groups
    assert DOSSIER.commitments.count_by(keyword) == {
        group: len(ids.split()) for group, ids in groups.items()
    }


def test_the_largest_group_is_counted_first() -> None:
    """Counts come largest first, equals in the order in which they are met."""
    assert list(DOSSIER.commitments.count_by("firmness").items()) == [
        (None, 2),
        ("pledged", 1),
        ("discussed", 1),
    ]


@pytest.mark.parametrize("verb", ["sort", "group_by", "count_by"])
@pytest.mark.parametrize(
    ("keyword", "said"),
    [
        ("thme", "themes have no keyword 'thme'; did you mean 'theme'?"),
        ("xyz", "themes have no keyword 'xyz'; there are theme, source"),
    ],
)
def test_an_unknown_keyword_is_an_error(verb: str, keyword: str, said: str) -> None:
    """The keyword that was probably meant, or those that there are, are named."""
    with pytest.raises(QueryError) as caught:
        getattr(DOSSIER.themes, verb)(keyword)
    assert str(caught.value) == said


@pytest.mark.parametrize(
    "kind",
    [
        "themes", "parties", "offices", "ministers", "sources", "events", "meetings", "agreements",
        "commitments", "metrics", "statements",
    ],
)  # fmt: skip
def test_every_keyword_sorts_and_groups(kind: str) -> None:
    """Whatever can be asked of a kind can be sorted and grouped by, and loses no record."""
    selection = getattr(DOSSIER, kind)
    for keyword in selection.questions():
        on = (
            "2025-01-01"
            if keyword in ("declared", "assessed", "status", "schedule")
            else None
        )
        assert set(selection.sort(keyword, on=on).ids) == set(selection.ids)
        groups = selection.group_by(keyword, on=on)
        assert {id for members in groups.values() for id in members.ids} == set(
            selection.ids
        )


# --- printing ------------------------------------------------------------------------------------


def test_a_selection_prints_as_a_table() -> None:
    """Ids, what matters of the kind, and the captions; a column in which nothing stands is left out."""
    assert repr(DOSSIER.commitments) == (
        "id      made        due      by          firmness   cited        what\n"
        "──────  ──────────  ───────  ──────────  ─────────  ───────────  ────────────────────\n"
        "patrol  2024-01-30  2024-07  FR          pledged    readout:3-4  Patrol more.\n"
        "share   2024-02~    ../2030  FR, police  discussed               Share what is known.\n"
        "talk    2023        2024/..  GB                                  Talk.\n"
        "told                                                             Told only."
    )
    assert (
        repr(DOSSIER.commitments[3:])
        == "id    what\n────  ──────────\ntold  Told only."
    )


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("themes", "boats      migration, crime  Boats"),
        ("parties", "police   body      FR       Police"),
        ("offices", "interior      FR     Minister of the Interior"),
        ("ministers", "darmanin  interior  G. Darmanin"),
        ("sources", "readout  readout      2024-01-30  GB         Readout"),
        ("events", "games  2024-07-26/2024-08-11  Games"),
        ("meetings", "paris    2024-01-30  held      GB       readout:3-4  Paris"),
        ("agreements", "treaty  treaty  FR               2003-02-04  2004      Treaty"),
        ("metrics", "arrivals  2022: 45774 people; 2023: -36 %  Arrivals"),
        ("statements", "praise  2024-01-30  praise  home     Well done."),
    ],
)
def test_each_kind_shows_what_matters(kind: str, row: str) -> None:
    """The columns of a kind are those that readers ask for first."""
    assert row in repr(getattr(DOSSIER, kind)).splitlines()


@pytest.mark.parametrize(
    ("citation", "cited"),
    [
        (Citation(source="readout"), "readout"),
        (Citation(source="readout", lines="3"), "readout:3"),
        (Citation(source="readout", lines="3-4", paragraphs="2"), "readout:3-4"),
        (Citation(source="readout", paragraphs="2"), "readout ¶2"),
        (Citation(source="readout", characters="10-90"), "readout @10-90"),
    ],
)
def test_a_citation_is_shown_with_its_place(citation: Citation, cited: str) -> None:
    """Lines, paragraphs and characters are told apart: the third paragraph is not the third line."""
    source = Source(id="readout", title="Readout", kind=SourceKind.READOUT)
    dossier = Dossier(
        [source, Commitment(id="pay", summary="Pay.", citations=(citation,))]
    )
    assert repr(dossier.commitments).splitlines()[2] == f"pay  {cited}  Pay."


def test_a_long_selection_prints_its_beginning() -> None:
    """So many records are shown and the rest counted; the whole table is there when asked for."""
    records = [
        Commitment(id=f"c{place}", summary="Do it. " * 30 + "x")
        for place in range(SHOWN + 1)
    ]
    commitments = Dossier(records).commitments
    shown = repr(commitments).splitlines()
    assert shown[-1] == "… and 1 more"
    assert len(shown) == SHOWN + 3
    assert all(line.endswith("…") and len(line) <= 110 for line in shown[2:-1])
    assert len(commitments.table().splitlines()) == SHOWN + 3
    assert "more" not in commitments.table()
    assert not repr(commitments[:SHOWN]).endswith("more")


def test_a_table_may_be_narrower() -> None:
    """The width that is asked for is kept."""
    assert (
        DOSSIER.commitments[1:2].table(width=50).splitlines()[2].endswith("Share what…")
    )
    assert DOSSIER.themes.table(width=200) == repr(DOSSIER.themes)


def test_an_empty_answer_repeats_the_question() -> None:
    """Nothing found is told with what was asked, in a table as well."""
    nothing = DOSSIER.commitments.where(by="DE", made="2024")
    assert repr(nothing) == "0 commitments where by = DE and made = 2024"
    assert nothing.table() == repr(nothing)
    assert repr(Dossier().themes) == "0 themes"


class Tags(HTMLParser):
    """Collects the tags and texts of a document as a browser would."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember a tag."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Remember a text."""
        self.texts.append(data)


def test_a_notebook_shows_a_table() -> None:
    """In a notebook a selection is a table under its question, and no text of a record becomes markup."""
    evil = Commitment(id="evil", summary="<script>alert(1)</script> & more", by=("FR",))
    dossier = DOSSIER.with_records(evil)
    page = Tags(dossier.commitments.where(by="FR")._repr_html_())
    assert page.texts[0] == "3 commitments where by = FR"
    assert "<script>alert(1)</script> & more" in page.texts
    assert "script" not in page.tags
    assert page.tags.count("tr") == 4
    assert page.tags.count("th") == 7


def test_a_notebook_shows_an_empty_answer() -> None:
    """Nothing found is a caption without rows."""
    page = Tags(DOSSIER.commitments.where(by="DE")._repr_html_())
    assert page.texts == ["0 commitments where by = DE"]
    assert "td" not in page.tags


def test_one_record_is_counted_in_the_singular() -> None:
    """One commitment is not several."""
    page = Tags(DOSSIER.commitments.where(firm=True)._repr_html_())
    assert page.texts[0] == "1 commitment where firm = True"


# --- what has become of commitments --------------------------------------------------------------

REPORTED = Dossier(
    [
        Commitment(
            id="patrol",
            summary="Patrol more.",
            by=("FR",),
            due="2024-06",
            reports=(
                Report(on="2024-03-01", by="FR", status=ReportedStatus.IN_PROGRESS),
                Report(
                    on="2024-05-01",
                    by="GB",
                    status=ReportedStatus.SUBSTANTIAL,
                    known="2024-09-01",
                ),
            ),
        ),
        Commitment(id="talk", summary="Talk.", by=("GB",)),
    ]
)


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"status": "in_progress"}, "patrol"),
        ({"status": "substantial"}, "patrol"),
        ({"status": "in_progress", "on": "2024-02-01"}, ""),
        ({"status": "substantial", "on": "2024-06-01"}, "patrol"),
        ({"status": "substantial", "on": "2024-06-01", "as_known": "2024-06-01"}, ""),
        ({"schedule": "overdue", "on": "2024-07-01"}, "patrol"),
        ({"schedule": "no_deadline", "on": "2024-07-01"}, "talk"),
    ],
)
def test_a_status_is_that_of_a_day_as_known_on_a_day(
    asked: dict[str, Any], ids: str
) -> None:
    """Two clocks: what held on a day, and what could be known of it on another."""
    assert REPORTED.commitments.where(**asked).ids == tuple(ids.split())


def test_records_are_grouped_by_how_they_stand() -> None:
    """A commitment stands under each word that is said of it, or under none."""
    groups = REPORTED.commitments.group_by("status")
    assert {group: members.ids for group, members in groups.items()} == {
        "in_progress": ("patrol",),
        "substantial": ("patrol",),
        None: ("talk",),
    }
    assert REPORTED.commitments.sort("status", reverse=True).ids == ("talk", "patrol")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            {"schedule": "overdue"},
            'a schedule is that of a day; say which, such as on="2024-12-31"',
        ),
        (
            {"status": "done"},
            "'done' is not a reported status; write one of "
            + ", ".join(ReportedStatus),
        ),
    ],
)
def test_a_clock_needs_a_day_and_a_word(asked: dict[str, Any], said: str) -> None:
    """A schedule without a day, or a status that is none, is refused with what is missing."""
    with pytest.raises(QueryError) as caught:
        REPORTED.commitments.where(**asked)
    assert str(caught.value) == said


def test_a_clock_that_nothing_goes_by_is_refused() -> None:
    """A day beside a question that does not depend on it would be dropped in silence."""
    with pytest.raises(QueryError) as caught:
        REPORTED.commitments.where(by="FR", on="2024-07-01")
    assert str(caught.value).startswith("on and as_known go with ")
    assert str(caught.value).endswith("; ask for one of them")
