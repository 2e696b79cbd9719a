"""What one of several promisors did, and what all of them did together."""

from __future__ import annotations

import pytest

from entente import (
    Commitment,
    Dossier,
    Minister,
    Report,
    ReportedStatus,
    Schedule,
)
from entente.errors import QueryError, UnknownIdError

COMPLETED = ReportedStatus.COMPLETED
IN_PROGRESS = ReportedStatus.IN_PROGRESS
BREACHED = ReportedStatus.BREACHED
BEFORE, DUE, AFTER = "2024-05", "2024-06", "2024-08"


def report(
    status: ReportedStatus, *, on: str = BEFORE, **given: str
) -> Report:
    """Return a report by the United States, which promised nothing."""
    return Report(**{"by": "US", "on": on, "status": status, **given})  # type: ignore[arg-type]


def shared(*reports: Report) -> Dossier:
    """Return a dossier in which France and Brazil promised something by June 2024."""
    return Dossier(
        [
            Commitment(
                id="plans",
                summary="Publish plans.",
                by=("FR", "BR"),
                made="2024-01-30",
                due=DUE,
                reports=reports,
            )
        ]
    )


def schedule(
    dossier: Dossier, *, of: str | None = None, on: str = "2025-01-01"
) -> Schedule | None:
    """Return the schedule of the promise after its deadline, of one party or of all."""
    return dossier.status("plans", on=on, of=of).schedule


def test_a_report_on_one_party_says_nothing_of_the_other() -> None:
    """France kept its word; of Brazil nothing is known, so it is overdue, and so is the whole."""
    dossier = shared(report(COMPLETED, of="FR"))
    assert schedule(dossier, of="FR") is Schedule.MET_ON_TIME
    assert schedule(dossier, of="BR") is Schedule.OVERDUE
    assert schedule(dossier) is Schedule.OVERDUE
    assert dossier.status("plans").assessed is None


def test_what_all_promised_is_met_once_each_has_done_its_part() -> None:
    """Nobody is accused of a whole whose every part is done."""
    dossier = shared(report(COMPLETED, of="FR"), report(COMPLETED, of="BR"))
    assert schedule(dossier) is Schedule.MET_ON_TIME


def test_the_whole_is_late_if_one_was_late() -> None:
    """The last to do its part decides."""
    dossier = shared(
        report(COMPLETED, of="FR"), report(COMPLETED, of="BR", on=AFTER)
    )
    assert schedule(dossier, of="FR") is Schedule.MET_ON_TIME
    assert schedule(dossier) is Schedule.MET_LATE


def test_the_whole_is_not_overdue_while_all_may_have_done_it() -> None:
    """Brazil says that it has, the other says that it has not."""
    dossier = shared(
        report(COMPLETED, of="FR"),
        report(COMPLETED, of="BR", by="BR"),
        report(IN_PROGRESS, of="BR"),
    )
    assert schedule(dossier, of="BR") is Schedule.UNKNOWN
    assert schedule(dossier) is Schedule.UNKNOWN


def test_a_promisor_of_no_known_party_leaves_the_whole_open() -> None:
    """France has done its part; the minister, who held no office, has not."""
    promise = Commitment(
        id="plans",
        summary="Publish plans.",
        by=("FR", "a-b"),
        due=DUE,
        reports=(report(COMPLETED, of="FR"),),
    )
    dossier = Dossier([promise, Minister(id="a-b", name="A. B.")])
    assert schedule(dossier) is Schedule.OVERDUE


def test_a_word_on_all_settles_the_whole() -> None:
    """A report that judges all of them counts before those on each."""
    dossier = shared(report(COMPLETED, of="FR"), report(BREACHED))
    assert schedule(dossier) is Schedule.BREACHED


def test_a_word_on_all_does_not_displace_one_on_a_party() -> None:
    """That all are on their way says nothing of one that is done; that all are done does."""
    later = shared(report(COMPLETED, of="FR"), report(IN_PROGRESS, on=AFTER))
    assert schedule(later, of="FR") is Schedule.MET_ON_TIME
    done = shared(report(IN_PROGRESS, of="FR"), report(COMPLETED, on=DUE))
    assert schedule(done, of="FR") is Schedule.MET_ON_TIME


def test_a_word_on_all_counts_for_a_party_of_which_nothing_else_is_said() -> (
    None
):
    """Without a report on Brazil, that on all is the word on it."""
    dossier = shared(report(COMPLETED, of="FR"), report(IN_PROGRESS))
    found = dossier.status("plans", of="BR").assessed
    assert found is not None
    assert found.status is IN_PROGRESS


def test_declared_is_what_the_party_itself_says() -> None:
    """On what France did, the word of Brazil is that of somebody else."""
    dossier = shared(report(COMPLETED, by="BR", of="FR"))
    found = dossier.status("plans", of="FR")
    assert found.declared is None
    assert found.assessed is not None


def test_who_did_not_promise_is_behind_with_nothing() -> None:
    """Germany is not among the promisors: it has no status, and no question finds it."""
    dossier = shared()
    with pytest.raises(QueryError, match=r"^'DE' did not promise 'plans'$"):
        dossier.status("plans", of="DE")
    with pytest.raises(UnknownIdError):
        dossier.status("plans", of="nobody")
    overdue = dossier.commitments.where(
        schedule="overdue", on="2025-01-01", of="DE"
    )
    assert overdue.ids == ()


def test_a_party_that_a_report_judges_is_a_promisor() -> None:
    """Of a grouping's promise, a member has a status once a report judges it by that."""
    dossier = shared(report(IN_PROGRESS, of="BE"))
    assert schedule(dossier, of="BE") is Schedule.OVERDUE


def test_rows_by_promisor_judge_each_alone() -> None:
    """In a scorecard by promisor France has kept its word and Brazil has not."""
    card = shared(report(COMPLETED, of="FR")).scorecard(
        by="by", on="2025-01-01", firm=False
    )
    assert card["FR"].schedule == {"met_on_time": 1}
    assert card["BR"].schedule == {"overdue": 1}


def test_of_goes_with_questions_about_a_party() -> None:
    """A party that nothing depends on would be ignored without a word."""
    dossier = shared()
    message = "of goes with status, declared, assessed, schedule; ask for one of them"
    with pytest.raises(QueryError) as caught:
        dossier.commitments.where(by="FR", of="FR")
    assert str(caught.value) == message
    with pytest.raises(QueryError) as caught:
        dossier.commitments.where(status="completed", of=3)  # type: ignore[arg-type]
    assert str(caught.value) == "3 is not the id of a party"


def test_breached_needs_no_deadline_and_no_denial() -> None:
    """A prohibition has none; while the other side denies it, nobody can say."""

    def verdict(*reports: Report) -> Schedule | None:
        ban = Commitment(id="ban", summary="Ban.", by=("FR",), reports=reports)
        return Dossier([ban]).status("ban", on="2025-01-01").schedule

    broken = report(BREACHED)
    assert verdict(broken) is Schedule.BREACHED
    assert verdict(report(BREACHED, by="FR"), broken) is Schedule.BREACHED
    denied = report(IN_PROGRESS, by="FR", on=AFTER)
    assert verdict(broken, denied) is Schedule.UNKNOWN
    earlier = report(IN_PROGRESS, by="FR", on="2024-01")
    assert verdict(broken, earlier) is Schedule.BREACHED
