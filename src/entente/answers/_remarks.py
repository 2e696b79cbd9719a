"""What is said of a ground of a verdict: why it counts, why it does not, or why it only may."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from entente.records._wording import NameOf


class Why(Enum):
    """Why something counts for a verdict, or not, or only perhaps; ``{name}`` is who is meant."""

    # --- deadlines and times
    IN_FORCE = "in force"
    PERHAPS_IN_FORCE = "perhaps in force"
    MOVED = "moved"
    SET_TOO_LATE = "set too late"
    SET_AFTER_IT_WAS_DONE = "set after it was done"
    RECURS = "its rule says when it is due"
    HAS_DEADLINE = "it has a deadline"

    # --- when something came
    LATER = "it is of a later day"
    PERHAPS_LATER = "it may be of a later day"
    NOT_KNOWN_YET = "it was not known yet"
    PERHAPS_NOT_KNOWN_YET = "it may not have been known yet"

    # --- reports
    NOT_THEIRS_TO_CHANGE = "only those who promised can change it"
    NOT_THEIRS_TO_GIVE_UP = "only those who promised can give it up"
    NOT_THEIRS_TO_REPLACE = "only those who promised can replace it"
    NOT_THEIRS_TO_MOVE = "only those who promised can move the deadline"
    DEADLINE_STAYS = "the deadline before it was over, and stays"
    ONE_ALONE = "there is a report on {name} alone"
    PERHAPS_ONE_ALONE = "there may be a report on {name} alone"
    NOT_SAID_OF_WHOM = "it does not say whether {name} has done it"
    PERHAPS_OUT_OF_OFFICE = "{name} may have left office by then"

    # --- conditions and other records
    MET = "it is met"
    DAY_NOT_KNOWN = "its day is not known"
    WITHOUT_DATE = "it has no date"
    WITHOUT_DATE_YET = "it has no date yet"
    PROPOSED = "it is proposed"
    PLANNED = "it is planned"
    CANCELLED = "it is cancelled"
    NOT_KNOWN_IN_FORCE = "it is not known to be in force"
    NO_RECORD = "no record would show that it is met"
    NO_OBSERVATION = "no observation meets its target"
    FIGURES_IN_DOUBT = "its figures leave open whether the target is met"
    DOES_NOT_SAY_WHEN = "it does not say when anything was done"
    NOT_DONE = "that is not done"
    PERHAPS_NOT_DONE = "that may not be done"


@frozen
class Remark:
    """Why something counts or not, with the id of who is meant, such as a minister.

    The value of `why` is the sentence, with ``{name}`` where somebody is meant.

    >>> print(Remark(Why.PERHAPS_OUT_OF_OFFICE, "james-cleverly"))
    james-cleverly may have left office by then
    """

    why: Why
    name: str | None = None

    def __str__(self) -> str:
        return self.text()

    def text(self, name_of: NameOf = str) -> str:
        """Return the sentence, with what `name_of` gives for the id."""
        name = None if self.name is None else name_of(self.name)
        return self.why.value.format(name=name)
