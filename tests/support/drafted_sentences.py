"""Sentences in five house styles, with what a careful reader makes of each.

All of them were made up. The styles are those of a communiqué of an alliance, a decision of a continental
union, conclusions of ministers, an outcome of island leaders, a memorandum of two states, and a decision
of a conference of parties.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

PUBLISHED: Final = "2025-07-01"


@frozen
class Labelled:
    """A sentence, who issued its text, and the one undertaking that it makes, if `rung` is given.

    `due` is the last day by which it is to be done, `amounts` are quantities.
    """

    text: str
    issuers: tuple[str, ...]
    rung: str | None = None
    by: tuple[str, ...] = ()
    due: str | None = None
    amounts: tuple[str, ...] = ()


_NATO: Final = ("nato",)
_AU: Final = ("african-union",)
_COUNCIL: Final = ("EU",)
_ISLANDS: Final = ("pacific-islands-forum",)
_TWO: Final = ("CL", "NZ")
_COP: Final = ("conference-of-the-parties",)

SENTENCES: Final = (
    # A communiqué of an alliance.
    Labelled("Allies have agreed to station two further battalions on the eastern flank by the end of 2026.", _NATO, "agreed", ("allies",), "2026-12-31", ("2 battalions",)),
    Labelled("We will invest at least 3% of gross domestic product in defence every year.", _NATO, "intended", _NATO, None, (">= 3 %",)),
    Labelled("We stand in full solidarity with the people who have lost their homes.", _NATO),
    Labelled("We task the Council in Permanent Session to report on progress by our next meeting.", _NATO, "intended", _NATO),
    Labelled("We reaffirm our commitment to provide training for as long as it is needed.", _NATO, "endorsed", _NATO),
    Labelled("We call on Belarus to release all political prisoners without delay.", _NATO, "called_for", _NATO),
    Labelled("Our deterrence has never been stronger.", _NATO),
    Labelled("Norway and Canada have offered to host the new centre of excellence.", _NATO, "intended", ("NO", "CA")),
    # A decision of a continental union.
    Labelled("DECIDES to establish a fund for early warning of droughts, with an initial capital of USD 50 million.", _AU, "agreed", _AU, None, ("50000000 USD",)),
    Labelled("REQUESTS the Commission to submit a road map to the Executive Council by February 2026.", _AU, "called_for", _AU, "2026-02-28"),
    Labelled("URGES Member States to pay their assessed contributions within 90 days.", _AU, "called_for", _AU, "2025-09-29"),
    Labelled("TAKES NOTE of the report of the Commission on the state of the peace fund.", _AU),
    Labelled("CONGRATULATES Ghana on the peaceful conduct of its elections.", _AU),
    Labelled("ENDORSES the plan of action on ports.", _AU, "endorsed", _AU),
    Labelled("The Assembly further decided that the summit of 2027 shall be held in Addis Ababa.", _AU, "agreed", _AU),
    # Conclusions of ministers.
    Labelled("The Council calls on the Commission to present a proposal on battery waste before the end of 2025.", _COUNCIL, "called_for", (), "2025-12-31"),
    Labelled("The Council will revert to this matter at its meeting in October 2025.", _COUNCIL, "intended", (), "2025-10-31"),
    Labelled("The Council recalls its conclusions of March 2021 on water.", _COUNCIL),
    Labelled("Member States are encouraged to exchange data on night trains.", _COUNCIL, "aspired", ("member-states",)),
    Labelled("The European Union remains committed to supporting Moldova on its path to accession.", _COUNCIL, "endorsed", ("EU",)),
    Labelled("The European Union will provide EUR 1.5 billion in loans over the next three years.", _COUNCIL, "intended", ("EU",), "2028-07-01", ("1500000000 EUR",)),
    Labelled("The importance of clean air cannot be overstated.", _COUNCIL),
    # An outcome of island leaders.
    Labelled("Leaders agreed to set up a regional register of wrecks by mid-2026.", _ISLANDS, "agreed", _ISLANDS, "2026-08-31"),
    Labelled("Leaders welcomed Australia’s offer to train 120 divers.", _ISLANDS, "welcomed", ("AU",), None, ("120 divers",)),
    Labelled("Leaders tasked the Secretariat to convene a meeting of customs officers before the end of the year.", _ISLANDS, "intended", _ISLANDS, "2025-12-31"),
    Labelled("Leaders discussed the price of copra.", _ISLANDS, "discussed", _ISLANDS),
    Labelled("Leaders expressed their deep appreciation to the Government of Tonga for its hospitality.", _ISLANDS),
    Labelled("Fiji and Samoa pledged to double their catch of data on reefs.", _ISLANDS, "pledged", ("FJ", "WS"), None, ("2",)),
    Labelled("Leaders acknowledged that the sea will continue to rise.", _ISLANDS),
    # A memorandum of two states.
    Labelled("The Participants will exchange up to 25 glaciologists each year.", _TWO, "intended", _TWO, None, ("<= 25 glaciologists per P1Y",)),
    Labelled("Each Participant will bear its own costs.", _TWO, "intended", _TWO),
    Labelled("This Memorandum will come into effect on the date of its signature.", _TWO),
    Labelled("Either Participant may end this Memorandum by notice in writing.", _TWO),
    Labelled("The Participants intend to hold a joint workshop in the first quarter of 2026.", _TWO, "intended", _TWO, "2026-03-31"),
    Labelled("New Zealand will lend Chile two research vessels by 30 November 2025.", _TWO, "intended", ("NZ",), "2025-11-30", ("2 research vessels",)),
    Labelled("A joint committee will be established within six months.", _TWO, "intended", _TWO, "2026-01-01"),
    # A decision of a conference of parties.
    Labelled("Decides that Parties shall communicate their plans for peatlands by 31 March 2027.", _COP, "agreed", _COP, "2027-03-31"),
    Labelled("Notes with concern that emissions rose by 2% last year.", _COP),
    Labelled("Urges developed country Parties to triple their support for adaptation by 2030.", _COP, "called_for", _COP, "2030-12-31", ("3",)),
    Labelled("Invites Parties to submit their views via the portal by 1 September 2025.", _COP, "called_for", _COP, "2025-09-01"),
    Labelled("Requests the secretariat to organise three workshops in 2026.", _COP, "called_for", _COP, "2026-12-31", ("3 workshops",)),
    Labelled("Expresses its gratitude to the host.", _COP),
)  # fmt: skip
