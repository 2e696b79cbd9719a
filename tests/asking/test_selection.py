"""Selections: combining them as sets, reading them as sequences, sorting and grouping."""

from __future__ import annotations

import pickle

import pytest

from asked_dossier import DOSSIER
from entente import (
    Commitment,
    Dossier,
    Theme,
)
from entente.asking import Combination, Commitments, Criterion, Selection
from entente.errors import (
    QueryError,
    UnknownIdError,
)

# --- sets --------------------------------------------------------------------


def test_selections_combine_as_sets() -> None:
    """`&`, `|` and `-` combine selections in the order of the dossier."""
    firm, french = (
        DOSSIER.commitments.where(firm=True),
        DOSSIER.commitments.where(by="FR"),
    )
    talk = DOSSIER.commitments.where(by="GB")
    assert (firm & french).ids == ("patrol",)
    assert (talk | french).ids == ("patrol", "share", "talk")
    assert (french - firm).ids == ("share",)
    assert (french - french).ids == ()


def test_unrelated_selections_do_not_combine() -> None:
    """Selections of two kinds or two dossiers do not combine, nor do other types."""
    with pytest.raises(QueryError) as caught:
        DOSSIER.commitments | DOSSIER.meetings  # type: ignore[operator]
    assert (
        str(caught.value)
        == "Commitments and Meetings do not combine; take one kind"
    )
    with pytest.raises(QueryError) as caught:
        DOSSIER.themes & Dossier().themes
    assert (
        str(caught.value)
        == "the selections are of two dossiers; merge the dossiers first"
    )
    with pytest.raises((TypeError, QueryError)):
        DOSSIER.themes - ("boats",)  # type: ignore[operator]


def test_selections_of_equal_dossiers_combine() -> None:
    """A dossier that is loaded again, or comes from another process, holds the same records."""
    again = pickle.loads(pickle.dumps(DOSSIER))  # noqa: S301
    firm = DOSSIER.commitments.where(firm=True)
    assert (again.commitments - firm).ids == ("share", "talk", "wish")


def test_a_pickle_holds_records_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was worked out to answer questions is not kept, so a pickle does not grow with them."""
    monkeypatch.setattr("entente.asking._catalogue.MANY", 0)
    monkeypatch.setattr("entente.asking._catalogue.OFTEN", 0)
    commitments = Dossier(DOSSIER.records).commitments
    before = pickle.dumps(commitments)
    assert len(commitments.where(theme="boats", made="2024")) == 2
    assert pickle.dumps(commitments) == before


def test_a_selection_keeps_its_criteria() -> None:
    """`criteria` holds the questions asked, for reading or for another engine."""
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


# --- sequences ---------------------------------------------------------------


def test_a_selection_is_a_sequence() -> None:
    """A selection has a length, positions, slices and ids; equal ones hash alike."""
    commitments = DOSSIER.commitments
    assert len(commitments) == 4
    assert commitments[0] is commitments["patrol"] is next(iter(commitments))
    assert commitments[-1].id == "wish"
    assert commitments[1:3].ids == ("share", "talk")
    assert isinstance(commitments[1:3], type(commitments))
    assert commitments[1:3].where(by="GB").ids == ("talk",)
    assert commitments["patrol"] in commitments
    assert next(reversed(commitments)).id == "wish"
    assert commitments == DOSSIER.commitments
    assert hash(commitments) == hash(DOSSIER.commitments)
    assert commitments != commitments[1:]
    assert commitments != commitments.records
    assert not commitments[:0]


def test_a_missing_position_or_id_is_an_error() -> None:
    """A missing position raises `IndexError`; a missing id suggests the nearest one."""
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


def test_the_base_class_has_no_keywords() -> None:
    """`Selection` itself defines no keywords."""
    bare: Selection[Theme] = Selection(DOSSIER.themes.records, DOSSIER._index)
    assert bare.questions() == {}
    assert bare.sort("id").ids == tuple(sorted(DOSSIER.themes.ids))
    with pytest.raises(
        QueryError, match=r"^selection have no keyword 'theme'; there are $"
    ):
        bare.sort("theme")


# --- sorting and grouping ----------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "keyword", "ids"),
    [
        ("commitments", "id", "patrol share talk wish"),
        ("commitments", "by", "patrol share talk wish"),
        ("commitments", "made", "talk patrol share wish"),
        ("commitments", "due", "talk patrol share wish"),
        ("commitments", "firmness", "share patrol talk wish"),
        ("commitments", "firm", "share talk wish patrol"),
        ("commitments", "theme", "share talk patrol wish"),
        ("meetings", "when", "paris spring someday"),
        ("sources", "kind", "readout law"),
    ],
)
def test_records_are_sorted_by_a_keyword(
    kind: str, keyword: str, ids: str
) -> None:
    """Ids sort by letter, words by their list, dates by first day; no answer comes last."""
    assert getattr(DOSSIER, kind).sort(keyword).ids == tuple(ids.split())


def test_sorting_may_be_reversed() -> None:
    """Reversed, records without an answer come first and ties keep their order."""
    assert DOSSIER.commitments.sort("made", reverse=True).ids == (
        "wish",
        "share",
        "patrol",
        "talk",
    )
    assert DOSSIER.commitments.sort("firm", reverse=True).ids == (
        "patrol",
        "share",
        "talk",
        "wish",
    )
    assert DOSSIER.commitments.sort("id", reverse=True).ids == (
        "wish",
        "talk",
        "share",
        "patrol",
    )


@pytest.mark.parametrize(
    ("keyword", "groups"),
    [
        (
            "by",
            {
                "FR": "patrol share",
                "police": "share",
                "GB": "talk",
                None: "wish",
            },
        ),
        (
            "theme",
            {
                "rescue": "patrol",
                "crime": "share",
                "boats": "share",
                "migration": "talk",
                None: "wish",
            },
        ),
        (
            "firmness",
            {"pledged": "patrol", "discussed": "share", None: "talk wish"},
        ),
        ("firm", {"yes": "patrol", "no": "share talk wish"}),
        (
            "made",
            {
                "2024-01-30": "patrol",
                "2024-02~": "share",
                "2023": "talk",
                None: "wish",
            },
        ),
        ("meeting", {"paris": "patrol", None: "share talk wish"}),
    ],
)
def test_records_are_grouped_by_a_keyword(
    keyword: str, groups: dict[str | None, str]
) -> None:
    """A record belongs to the group of each of its answers, or to `None`."""
    found = DOSSIER.commitments.group_by(keyword)
    assert {
        group: " ".join(members.ids) for group, members in found.items()
    } == groups
    assert DOSSIER.commitments.count_by(keyword) == {
        group: len(ids.split()) for group, ids in groups.items()
    }


def test_a_group_says_how_it_was_asked_for() -> None:
    """A theme called "none" is not the lack of one, and a group keeps the days and the party of its question."""
    none = Theme(id="none", label="None of these")
    dossier = Dossier(
        [
            none,
            Commitment(id="about", summary="Do it.", themes=("none",)),
            Commitment(id="bare", summary="Do it.", by=("FR", "GB")),
        ]
    )
    themes = dossier.commitments.group_by("theme")
    assert {
        group: (members.ids, [str(each) for each in members.criteria])
        for group, members in themes.items()
    } == {
        "none": (("about",), ["grouped by theme = none"]),
        None: (("bare",), ["grouped by theme, without one"]),
    }
    assert themes["none"].criteria == (
        Criterion("theme", ("none",), grouped=True),
    )
    assert themes[None].criteria == (Criterion("theme", (), grouped=True),)
    clock = {"on": "2024-12-31", "as_known": "2025-01-31", "of": "FR"}
    group = dossier.commitments.group_by("schedule", **clock)["no_deadline"]
    assert group.ids == ("bare",)
    assert [str(each) for each in group.criteria] == [
        "grouped by schedule = no_deadline of FR on 2024-12-31 as known 2025-01-31"
    ]
    assert dossier.commitments.count_by("schedule", **clock) == {
        None: 1,
        "no_deadline": 1,
    }
    ordered = dossier.commitments.sort("schedule", on="2024-12-31", of="FR")
    assert ordered.ids == ("bare", "about")


def test_what_one_party_did_is_grouped_where_it_did_something() -> None:
    """`of` has to be a party of the dossier, and the keyword one that asks what a party did."""
    with pytest.raises(UnknownIdError) as unknown:
        DOSSIER.commitments.group_by("schedule", on="2024-12-31", of="brigad")
    assert (
        str(unknown.value)
        == "there is no party 'brigad'; did you mean 'brigade'?"
    )
    with pytest.raises(QueryError) as useless:
        DOSSIER.commitments.sort("theme", of="FR")
    assert (
        str(useless.value)
        == "of goes with status, declared, assessed, schedule; ask for one of them"
    )


def test_a_question_is_asked_again() -> None:
    """Criteria find the same records in the same dossier, and others in one that has grown."""
    question = (
        DOSSIER.commitments.where(theme="boats", firm=False)
        | DOSSIER.commitments.group_by("meeting")["paris"]
    ).criteria
    assert DOSSIER.commitments.ask(question).ids == ("patrol", "share")
    more = DOSSIER.with_records(
        Commitment(id="watch", summary="Watch.", meeting="paris")
    )
    found = more.commitments.ask(question)
    assert found.ids == ("patrol", "share", "watch")
    assert found.criteria == question
    nobody = Criterion("meeting", ("rome",), grouped=True)
    assert DOSSIER.commitments.ask((nobody,)).ids == ()


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (DOSSIER.commitments[:1], "position = :1"),
        (DOSSIER.commitments.filter(bool), "filter = bool"),
    ],
)
def test_what_is_no_question_cannot_be_asked_again(
    found: Commitments, said: str
) -> None:
    """A place among records and a test of the user's own are nothing that a dossier could be asked."""
    with pytest.raises(QueryError) as caught:
        DOSSIER.commitments.ask(found.criteria)
    assert (
        str(caught.value)
        == f"'{said}' cannot be asked again; only what where and group_by ask can"
    )


def test_counts_begin_with_the_largest_group() -> None:
    """Counts come largest first, and ties in the order of the records."""
    assert list(DOSSIER.commitments.count_by("firmness").items()) == [
        (None, 2),
        ("pledged", 1),
        ("discussed", 1),
    ]


@pytest.mark.parametrize("verb", ["sort", "group_by", "count_by"])
@pytest.mark.parametrize(
    ("keyword", "message"),
    [
        (
            "thme",
            "themes have no keyword 'thme'; did you mean 'theme'? there are theme, identifier, source",
        ),
        (
            "xyz",
            "themes have no keyword 'xyz'; there are theme, identifier, source",
        ),
    ],
)
def test_sorting_and_grouping_reject_an_unknown_keyword(
    verb: str, keyword: str, message: str
) -> None:
    """The error suggests the nearest keyword or lists them all."""
    with pytest.raises(QueryError) as caught:
        getattr(DOSSIER.themes, verb)(keyword)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "kind",
    [
        "themes", "parties", "offices", "ministers", "sources", "events", "meetings", "agreements",
        "commitments", "metrics", "statements",
    ],
)  # fmt: skip
def test_every_keyword_sorts_and_groups(kind: str) -> None:
    """Each keyword of a kind sorts and groups its records without losing any."""
    selection = getattr(DOSSIER, kind)
    for keyword in selection.questions():
        on = (
            "2025-01-01"
            if keyword in ("declared", "assessed", "status", "schedule")
            else None
        )
        assert set(selection.sort(keyword, on=on).ids) == set(selection.ids)
        groups = selection.group_by(keyword, on=on)
        assert {
            id for members in groups.values() for id in members.ids
        } == set(selection.ids)
