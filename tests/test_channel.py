"""The embedded dossier of the Channel tells one story over many documents: money, conditions, results."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib import resources
from itertools import pairwise
from typing import Final, TypeVar

import pytest

import entente
from entente import (
    Agreement,
    AgreementState,
    Amount,
    AmountRole,
    Anchor,
    Basis,
    Commitment,
    Condition,
    ConditionKind,
    Consent,
    ConsentKind,
    Dossier,
    Firmness,
    LinkKind,
    Meeting,
    Metric,
    Minister,
    Name,
    Observation,
    Office,
    Participation,
    Period,
    Quantity,
    Record,
    Report,
    Role,
    Schedule,
    Scope,
    Severity,
    Source,
    Statement,
    Target,
    Tenure,
    Term,
    Truth,
)
from entente.records._walk import citations, parts

R = TypeVar("R", bound=Record)

MONEY_OF_2021: Final = "funding-2021"
SUMMIT_MONEY: Final = "summit-funding"
EARLY_MEETING: Final = "calais-early-meeting"

PARTS_WITH_FACTS: Final = (
    Amount,
    Anchor,
    Condition,
    Consent,
    Name,
    Observation,
    Participation,
    Report,
    Scope,
    Target,
    Tenure,
    Term,
)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The dossier as it ships with the library."""
    return entente.example("channel-2020-2024")


def get(kind: type[R], dossier: Dossier, id: str) -> R:
    """Return the record of that id, which must be of that kind."""
    record = dossier[id]
    assert isinstance(record, kind)
    return record


# --- money ----------------------------------------------------------------------------------------

EUROS: Final[Mapping[str, str]] = {
    # The written answer of 29 November 2022 has the first five.
    "sandhurst-treaty": "50000000 EUR",
    "joint-action-plan-2019": "6100000 EUR",  # 3.6 million, and 2.5 on top
    "agreement-2020-11-28": "31400000 EUR",
    # Tied to a condition, says one side: so it may be nothing.
    "agreement-2021-07-20": "0..62700000 EUR",
    # "Up to" so much.
    "agreement-2022-11-14": "0..72200000 EUR",
    # The declaration of the summit, as quoted, and the Library of the House of Commons.
    "summit-agreement-2023": "541000000 EUR",
}


@pytest.mark.parametrize(("agreement", "euros"), EUROS.items())
def test_how_much_each_agreement_promises(
    dossier: Dossier, agreement: str, euros: str
) -> None:
    """The money of each agreement is what its sources say, and all of it is the UK's."""
    total = dossier.commitments.where(agreement=agreement).total("EUR")
    assert total.whole == Quantity(euros)
    assert total.by_party == {"GB": Quantity(euros)}


def test_all_the_money(dossier: Dossier) -> None:
    """All agreements together come to no more than the sum of what each promises, and no other has euros."""
    total = dossier.commitments.total("EUR")
    assert total.whole == Quantity("628500000..763400000 EUR")
    assert [each.commitment for each in total.counted] == [
        "sandhurst-funding",
        "small-boats-plan-funding",
        "reservists-funding",
        "funding-2020",
        MONEY_OF_2021,
        "funding-2022",
        SUMMIT_MONEY,
    ]
    assert {
        dossier.commitments[each.commitment].agreement
        for each in total.counted
    } == set(EUROS)


def test_pounds_are_told_beside_euros(dossier: Dossier) -> None:
    """Each sum in euros is given in pounds too, mostly as an approximate one, and is not promised twice."""
    pounds = {
        commitment.id: str(amount.value)
        for commitment in dossier.commitments.where(amount="equivalent")
        for amount in commitment.amounts
        if amount.role is AmountRole.EQUIVALENT
    }
    assert pounds == {
        "sandhurst-funding": "45500000 GBP",
        "small-boats-plan-funding": "~ 3250000 GBP",
        "reservists-funding": "2250000 GBP",
        "funding-2020": "~ 28100000 GBP",
        MONEY_OF_2021: "~ 54000000 GBP",
        "funding-2022": "<= 62200000 GBP",
        SUMMIT_MONEY: "~ 476000000 GBP",
    }
    assert dossier.commitments.total("GBP").whole is None


def test_three_years_make_up_the_money_of_the_summit(dossier: Dossier) -> None:
    """The three yearly shares add up to the whole, and their years to its time."""
    whole, _, *shares = get(Commitment, dossier, SUMMIT_MONEY).amounts
    assert {share.role for share in shares} == {AmountRole.SHARE}
    assert [str(share.value) for share in shares] == [
        "141000000 EUR",
        "191000000 EUR",
        "209000000 EUR",
    ]
    first, second, third = (share.value for share in shares)
    assert first is not None
    assert second is not None
    assert third is not None
    assert first + second + third == whole.value
    assert [share.over for share in shares] == [
        Period.fiscal_year(year, "GB") for year in (2023, 2024, 2025)
    ]
    assert whole.over == Period("2023-04-01/2026-03-31")


def test_a_ceiling_is_no_total(dossier: Dossier) -> None:
    """Only the money of 2022 is promised as "up to" so much."""
    (ceiling,) = dossier.commitments.where(amount="cap")
    assert ceiling.id == "funding-2022"
    euros, pounds = ceiling.amounts
    assert (euros.role, pounds.role) == (
        AmountRole.CAP,
        AmountRole.EQUIVALENT,
    )
    assert euros.over == pounds.over == Period.fiscal_year(2022, "GB")


def test_how_many_more_officers(dossier: Dossier) -> None:
    """Officers were promised as factors, as a rise and as a number, and once only as more than a factor."""
    promised = {
        commitment.id: (
            str(amount.times or amount.value),
            amount.role.value,
        )
        for commitment in dossier.commitments.where(theme="law-enforcement")
        for amount in commitment.amounts
        if amount.value is None or amount.value.unit in {"people", "%"}
    }
    assert promised == {
        "double-patrols-2020": ("2", "total"),
        "police-doubled-again": ("> 2", "total"),
        "more-patrols-2022": ("40 %", "additional"),
        "double-personnel-2023": ("2", "total"),
        "half-in-place-by-2023": ("50 %", "share"),
        "fund-french-personnel": ("500 people", "additional"),
    }


def test_what_france_pays_is_not_known(dossier: Dossier) -> None:
    """The UK expects a contribution of France; newspapers differ on how much, and no amount is promised."""
    theirs = get(Commitment, dossier, "french-contribution-2023")
    assert (theirs.funded_by, theirs.amounts) == (("FR",), ())
    assert not theirs.is_firm
    assert dossier.statements.where(about=theirs.id).ids == (
        "french-share-three-to-five-times",
        "french-share-five-times",
    )


# --- what was conditional -------------------------------------------------------------------------


def test_what_was_conditional(dossier: Dossier) -> None:
    """Four promises and one agreement depend on something."""
    assert dossier.commitments.where(conditional=True).ids == (
        "transfer-of-minors",
        "returns-2019",
        MONEY_OF_2021,
        "embed-uk-officers",
    )
    assert [
        agreement.id
        for agreement in dossier.agreements
        if agreement.conditions
    ] == ["agreement-2022-11-14"]


def test_one_side_claims_a_condition_and_the_other_denies_it(
    dossier: Dossier,
) -> None:
    """In September 2021 the UK ties the money to what France does; France says that it never was."""
    (condition,) = get(Commitment, dossier, MONEY_OF_2021).conditions
    assert (condition.kind, condition.parties) == (
        ConditionKind.PERFORMANCE,
        ("FR",),
    )
    claim = get(Statement, dossier, "payment-conditional-claimed")
    denial = get(Statement, dossier, "payment-conditional-denied")
    assert (claim.act.value, claim.speakers) == ("claim", ("priti-patel",))
    assert (denial.act.value, denial.speakers) == (
        "denial",
        ("fr-interior-ministry",),
    )
    assert [(link.kind, link.target) for link in denial.links] == [
        (LinkKind.REFERS_TO, claim.id)
    ]
    assert claim.about == denial.about == (MONEY_OF_2021,)


def test_france_objects_to_what_was_told_as_agreed(dossier: Dossier) -> None:
    """The British text of November 2021 claims that all crossings are to be prevented; the embassy denies it."""
    assert dossier.statements.where(about="faster-delivery-2021").ids == (
        "all-crossings-claimed",
        "all-crossings-denied",
    )
    assert dossier.statements.where(act="denial").ids == (
        "payment-conditional-denied",
        "all-crossings-denied",
    )


# --- what was promised again ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("again", "first"),
    [
        ("fight-illegal-migration-2021", "eliminate-small-boats"),
        ("calais-meeting-pledge", EARLY_MEETING),
        ("share-information-in-cell", "strengthen-intelligence-cell"),
    ],
)
def test_what_is_restated_counts_once(
    dossier: Dossier, again: str, first: str
) -> None:
    """A restatement leads to the promise that it repeats, which alone is new."""
    restated = {
        step.record.id
        for step in dossier.lineage(again).before
        if step.kind is LinkKind.RESTATES
    }
    assert restated == {first}
    new = dossier.commitments.where(new=True).ids
    assert first in new
    assert again not in new


def test_there_are_three_restatements(dossier: Dossier) -> None:
    """Of all commitments, all but three are new."""
    assert len(dossier.commitments.where(new=False)) == 3
    assert dossier.commitments.where(link="restates") == (
        dossier.commitments.where(new=False)
    )


def test_one_agreement_goes_on_from_another(dossier: Dossier) -> None:
    """From 2020 to 2023 each agreement follows the one before, and two of them were to come faster."""
    chain = [
        "summit-agreement-2023",
        "agreement-2022-11-14",
        "agreement-2021-07-20",
        "agreement-2020-11-28",
    ]
    for later, earlier in pairwise(chain):
        links = get(Agreement, dossier, later).links
        assert (LinkKind.FOLLOWS, earlier) in [
            (link.kind, link.target) for link in links
        ]
    assert {
        commitment.id: link.target
        for commitment in dossier.commitments.where(link="accelerates")
        for link in commitment.links
    } == {
        "faster-delivery-2021": "agreement-2021-07-20",
        "accelerate-summit-agreement": "summit-agreement-2023",
        "aerial-surveillance": "drones-and-surveillance-2023",
    }


# --- results ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("promise", "kept_by"),
    [
        # What was promised in November 2022 was held in December, by the joint statement of that month.
        (EARLY_MEETING, "calais-group-2022-12-08"),
        ("calais-meeting-pledge", "calais-group-2022-12-08"),
        ("conclude-package", "agreement-2022-11-14"),
        ("hold-summit-in-2023", "leaders-summit-2023"),
        ("embed-uk-officers", "first-joint-patrols"),
        # The written statement of 23 February 2024.
        ("uk-frontex-arrangement", "frontex-working-arrangement"),
        # The readout of 30 January 2024, and the joint statement of 4 March.
        ("permanent-liaison-officers", "liaison-officers-in-lille"),
        ("permanent-liaison-officers", "liaison-officers-in-calais"),
        ("convene-calais-group", "calais-group-2024-03-04"),
    ],
)
def test_what_happened_leads_to_what_was_promised(
    dossier: Dossier, promise: str, kept_by: str
) -> None:
    """A meeting, an agreement, an event or an action keeps a promise, and links to it."""
    kept = [
        step.record.id
        for step in dossier.lineage(promise).after
        if step.kind is LinkKind.FULFILS and step.target == promise
    ]
    assert kept_by in kept


VERDICTS: Final = (
    # (promise, schedule at the end of 2024, who reported it, and when it was done)
    (
        "double-patrols-2020",
        "unknown",  # done between the promise and July 2021, on a day that is not told
        "statement-2021-07-20",
        "[2020-11-28..2021-07-20]",
    ),
    # "Early" and "as soon as possible" name no day on which they are over.
    (EARLY_MEETING, "unknown", "statement-2022-12-14", "2022-12-08"),
    ("conclude-package", "unknown", "statement-2022-11-14", "2022-11-14"),
    ("hold-summit-in-2023", "unknown", "sunak-2023-03-10", "2023-03-10"),
    (
        "half-in-place-by-2023",
        "unknown",  # in place by 30 January 2024; whether by the end of 2023 is open
        "readout-2024-01-30",
        "[2023-03-10..2024-01-30]",
    ),
    (
        "convene-calais-group",
        "met_on_time",
        "statement-2024-03-04",
        "2024-03-04",
    ),
    (
        "uk-frontex-arrangement",
        "no_deadline",
        "michael-tomlinson",
        "2024-02-23",
    ),
    (
        "permanent-liaison-officers",
        "no_deadline",
        "readout-2024-01-30",
        "2023-05",
    ),
)


@pytest.mark.parametrize(("id", "schedule", "by", "on"), VERDICTS)
def test_what_was_met_and_who_says_so(
    dossier: Dossier, id: str, schedule: str, by: str, on: str
) -> None:
    """What is done is reported by a party to it, with the day as far as the source gives it."""
    found = dossier.status(id, on="2024-12-31")
    assert found.schedule == schedule
    assert found.declared is not None
    assert (found.declared.status, found.declared.by, found.declared.on) == (
        "completed",
        by,
        Period(on),
    )
    assert found.assessed is None


@pytest.mark.parametrize(
    ("id", "last", "over"),
    [
        # Five months from 14 November 2022.
        ("more-patrols-2022", "2023-04-14", "2023-04-15"),
        # In April 2024.
        ("customs-talks-in-april", "2024-04-30", "2024-05-01"),
    ],
)
def test_what_nobody_reports_on(
    dossier: Dossier, id: str, last: str, over: str
) -> None:
    """Two promises have a deadline that passed, and no report; their notes say so."""
    assert dossier.status(id, on=last).schedule == "due"
    assert dossier.status(id, on=over).schedule == "overdue"
    commitment = get(Commitment, dossier, id)
    assert commitment.reports == ()
    assert commitment.note is not None
    assert "No text read here" in commitment.note


def test_deadlines_in_words_only(dossier: Dossier) -> None:
    """Some deadlines are words that name no time, and stay so."""
    words = {
        commitment.id: commitment.due.stated
        for commitment in dossier.commitments
        if commitment.due is not None and commitment.due.in_words_only
    }
    assert words == {
        "returns-2019": "as quickly as possible",
        "conclude-package": "as soon as possible",
        EARLY_MEETING: "early",
        "calais-meeting-pledge": "as soon as possible",
        "lead-customs-partnership": "straightaway",
    }


def test_who_says_what_of_the_money_of_2021(dossier: Dossier) -> None:
    """France says that nothing was paid, the UK that it is coming; a newspaper has a part of it paid."""
    said = {}
    for day in ("2021-10-08", "2021-10-09", "2021-10-11", "2021-10-31"):
        found = dossier.status(MONEY_OF_2021, on=day, of="GB")
        said[day] = tuple(
            None if report is None else (report.by, report.status.value)
            for report in (found.declared, found.assessed)
        )
    unpaid = ("gerald-darmanin", "not_started")
    coming = ("damian-hinds", "in_progress")
    assert said == {
        "2021-10-08": (None, None),
        "2021-10-09": (None, unpaid),
        "2021-10-11": (coming, unpaid),
        "2021-10-31": (coming, ("dispute-2021-11", "in_progress")),
    }


def test_auditors_are_not_the_government(dossier: Dossier) -> None:
    """What the French auditors say of the UK is an assessment, beside what the UK says of itself."""
    found = dossier.status("share-intelligence-2022", of="GB")
    assert found.assessed is not None
    assert (found.assessed.by, found.assessed.of) == (
        "fr-court-of-accounts",
        "GB",
    )
    assert dossier.parties["fr-court-of-accounts"].independent


def test_over_half_of_the_five_hundred(dossier: Dossier) -> None:
    """On 30 January 2024 more than half were there, so that the target may be met or not."""
    metric = get(Metric, dossier, "french-personnel-deployed")
    (progress,) = dossier.progress(metric)
    assert progress.of_target == Quantity("> 50 <= 100 %")
    assert progress.met is Truth.MAYBE


# --- who held which office ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "home", "interior"),
    [
        ("2018-01-18", ["amber-rudd"], []),  # the Treaty of Sandhurst
        ("2019-01-24", ["sajid-javid"], ["christophe-castaner"]),
        ("2020-11-28", ["priti-patel"], ["gerald-darmanin"]),
        ("2021-07-20", ["priti-patel"], ["gerald-darmanin"]),
        ("2022-10-01", ["suella-braverman"], ["gerald-darmanin"]),
        ("2022-10-20", ["grant-shapps"], ["gerald-darmanin"]),
        ("2022-11-14", ["suella-braverman"], ["gerald-darmanin"]),
        ("2024-01-30", ["james-cleverly"], ["gerald-darmanin"]),
        ("2024-12-10", ["yvette-cooper"], ["bruno-retailleau"]),
    ],
)
def test_who_held_the_offices(
    dossier: Dossier, day: str, home: list[str], interior: list[str]
) -> None:
    """The holders of both interior ministries on the days of the story, as far as the sources go."""
    found = [
        [each.id for each in dossier.holders(office, on=day, certain=True)]
        for office in ("uk-home-secretary", "fr-interior-minister")
    ]
    assert found == [home, interior]


def test_one_office_had_two_names(dossier: Dossier) -> None:
    """From July 2022 France's minister of the interior had a longer title."""
    first, second = get(Office, dossier, "fr-interior-minister").names
    assert first.name == "Minister of the Interior"
    assert second.name == "Minister of the Interior and Overseas"
    assert second.period is not None
    assert second.period.overlaps("2022-11-14").certain


def test_where_a_term_is_not_known_only_days_are_kept(
    dossier: Dossier,
) -> None:
    """Of a French minister whom one text names, the dossier knows the day of that text."""
    for id in ("gerard-collomb", "christophe-castaner", "bruno-retailleau"):
        (tenure,) = get(Minister, dossier, id).tenures
        assert tenure.period.day is not None


# --- meetings and agreements ----------------------------------------------------------------------


def test_which_meetings_followed_in_calais_format(dossier: Dossier) -> None:
    """The second meeting follows the first, without the UK, and so on to the fourth."""
    found = []
    ahead: str | None = "calais-group-2024-12-10"
    while ahead is not None:
        meeting = get(Meeting, dossier, ahead)
        found.append((meeting.when, meeting.places[0].name))
        ahead = next(
            (
                link.target
                for link in meeting.links
                if link.kind is LinkKind.FOLLOWS
            ),
            None,
        )
    assert found[::-1] == [
        (Period("2021-11-28"), "Calais"),
        (Period("2022-12-08"), "Brussels"),
        (Period("2024-03-04"), "Brussels"),
        (Period("2024-12-10"), "London"),
    ]
    first = get(Meeting, dossier, "calais-format-2021-11-28")
    assert "GB" not in first.parties


def test_onlookers_at_the_meeting_of_march_2024(dossier: Dossier) -> None:
    """The UK called the meeting; the Commission and two agencies were there without taking part."""
    meeting = get(Meeting, dossier, "calais-group-2024-03-04")
    roles = {
        (each.minister or each.party): each.role
        for each in meeting.participations
    }
    assert roles == {
        "james-cleverly": Role.HOST,
        "GB": Role.CONVENER,
        "european-commission": Role.OBSERVER,
        "europol": Role.OBSERVER,
        "frontex": Role.OBSERVER,
    }


def test_the_treaty_is_only_known_to_be_signed(dossier: Dossier) -> None:
    """Both parties signed on one day; when the treaty came into force is in no text that was read."""
    treaty = get(Agreement, dossier, "sandhurst-treaty")
    steps = {
        adherence.party: [(step.kind, step.on) for step in adherence.steps]
        for adherence in treaty.adherences
    }
    signed = [(ConsentKind.SIGNED, Period("2018-01-18"))]
    assert steps == {"FR": signed, "GB": signed}
    assert treaty.in_force is None
    assert (
        dossier.agreement_state(treaty, on="2024-12-31")
        is AgreementState.SIGNED
    )


def test_policing_in_calais_is_left_out(dossier: Dossier) -> None:
    """The money of the treaty does not cover policing in Calais, nor do observers have powers of arrest."""
    left_out = {
        (commitment.id, scope.text)
        for commitment in dossier.commitments
        for scope in commitment.scope
        if scope.excluded
    }
    assert left_out == {
        ("sandhurst-funding", "Policing in Calais"),
        ("embed-uk-officers", "Powers of arrest in France"),
    }


# --- figures --------------------------------------------------------------------------------------


def test_how_many_people_crossed(dossier: Dossier) -> None:
    """The figures of whole years are those of the sources, and the stated rise fits them."""
    years = {
        str(each.period): str(each.value)
        for each in get(Metric, dossier, "people-crossing").observations
        if each.period is not None
        and each.value is not None
        and not each.period.is_span
    }
    assert years == {
        "2020": "8460 people",
        "2021": "28526 people",
        "2022": "45756 people",
        "2023": "29437 people",
    }


# --- the dossier as a whole -----------------------------------------------------------------------


def test_nothing_in_it_is_wrong_or_weak(dossier: Dossier) -> None:
    """The rules find no fault; they only ask for what the sources do not say."""
    found = entente.check(dossier)
    assert {problem.severity for problem in found} == {Severity.INFO}
    assert {problem.rule for problem in found} == {
        "condition-without-record",
        "firm-without-deadline",
        "firm-without-metric",
        "reporter-without-party",
    }


def test_every_record_but_the_documents_is_cited(dossier: Dossier) -> None:
    """No record stands without a passage."""
    assert all(
        record.citations
        for record in dossier.records
        if not isinstance(record, Source)
    )


def test_every_passage_has_lines_and_a_fingerprint(dossier: Dossier) -> None:
    """Whoever has the texts can check each citation; no text is quoted, and an inference says how."""
    for record in dossier.records:
        for _, place in citations(record):
            assert place.lines is not None
            assert place.fingerprint is not None
            assert place.quote is None
            assert (place.basis is Basis.INFERRED) <= (place.note is not None)


def test_parts_that_hold_facts_are_cited(dossier: Dossier) -> None:
    """Each amount, condition, step, report, tenure, figure and the like names its own passage."""
    for record in dossier.records:
        for path, part in parts(record):
            if isinstance(part, PARTS_WITH_FACTS):
                assert part.citations, (record.id, path)


def test_each_document_says_how_far_it_was_read(dossier: Dossier) -> None:
    """Every source has a note; only the readout, which was read whole, has a fingerprint."""
    for source in dossier.sources:
        assert source.note is not None
        known_by_text = source.id == "readout-2024-01-30"
        assert (source.fingerprint is not None) is known_by_text
        looked_up = source.id in {"readout-2024-01-30", "ifg-ministers"}
        assert (source.address is None) is looked_up


def test_wording_keeps_a_few_words(dossier: Dossier) -> None:
    """What the firmness was read from is some words, and no sentence."""
    for commitment in dossier.commitments:
        assert all(len(cue.split()) <= 4 for cue in commitment.wording)


def test_only_action_that_is_told_has_no_firmness(dossier: Dossier) -> None:
    """All but four commitments are promises, wishes or calls."""
    assert [
        commitment.id
        for commitment in dossier.commitments
        if commitment.firmness is None
    ] == [
        "reservists-funding",
        "deliver-summit-agreement",
        "liaison-officers-in-lille",
        "liaison-officers-in-calais",
    ]
    assert dossier.commitments.where(firmness=Firmness.DISCUSSED).ids == (
        "convene-calais-group",
    )


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        (
            "uk-france",
            (
                "accelerate-summit-agreement",
                "aerial-surveillance",
                "boat-supply-disruption",
                "convene-calais-group",
                "deliver-summit-agreement",
                "fund-french-personnel",
                "liaison-officers-in-calais",
                "liaison-officers-in-lille",
            ),
        ),
        ("promises-kept", ("convene-calais-group",)),
    ],
)
def test_it_agrees_with_the_other_dossiers(
    dossier: Dossier, name: str, ids: tuple[str, ...]
) -> None:
    """What another embedded dossier has too, both tell in the same way."""
    other = entente.example(name)
    shared = set(dossier.commitments.ids) & set(other.commitments.ids)
    assert shared == set(ids)
    for id in ids:
        ours, theirs = (get(Commitment, each, id) for each in (dossier, other))
        for field in (
            "summary",
            "by",
            "firmness",
            "wording",
            "kind",
            "funded_by",
            "runs",
        ):
            assert getattr(ours, field) == getattr(theirs, field), (id, field)
    for office in ("uk-home-secretary", "fr-interior-minister"):
        assert [
            each.id for each in dossier.holders(office, on="2024-01-30")
        ] == [each.id for each in other.holders(office, on="2024-01-30")]


def test_what_became_of_the_spring_meeting_is_the_same_in_each_dossier() -> (
    None
):
    """It was discussed for the spring of 2024, and held at its beginning: three dossiers agree."""
    for name in ("uk-france", "promises-kept", "channel-2020-2024"):
        each = entente.example(name)
        days = ("2024-02-29", "2024-03-03", "2024-03-04", "2024-06-01")
        assert [
            each.status("convene-calais-group", on=day).schedule
            for day in days
        ] == [
            Schedule.NOT_DUE,
            Schedule.DUE,
            Schedule.MET_ON_TIME,
            Schedule.MET_ON_TIME,
        ]


def test_it_is_written_as_text() -> None:
    """The file begins with words for people, and names the version of the format."""
    file = resources.files("entente") / "dossiers" / "channel-2020-2024.toml"
    text = file.read_text(encoding="utf-8")
    assert text.startswith(
        "# What the United Kingdom and France promised each other about the Channel"
    )
    assert tomllib.loads(text)["entente"] == 1
