"""Facts 29 to 44: the words of the two ministers (paragraphs 8 to 16)."""

from __future__ import annotations

from entente import (
    Act,
    Agreement,
    Commitment,
    CommitmentKind,
    Dossier,
    Firmness,
    Force,
    Period,
    Scope,
    ScopeKind,
    Statement,
)
from readout_facts import get, notes, part_of_speech, spoken_at_the_talks

# --- paragraphs 8 to 11: the Home Secretary -----------------------------------------------------


def test_s29_the_home_secretary_speaks_from_line_33_to_46(
    dossier: Dossier,
) -> None:
    """The extent of his words is inferred; all that they hold hangs on them."""
    speech = get(Statement, dossier, "home-secretary-words")
    assert (speech.act, speech.speakers) == (
        Act.SPEECH,
        ("uk-home-secretary",),
    )
    assert speech.themes == ("bilateral-relations", "illegal-migration")
    assert speech.about == (
        "support-for-french-law-enforcement",
        "keep-working-together",
    )
    assert spoken_at_the_talks(speech)
    assert dossier.statements.where(part_of=speech.id).ids == (
        "friends-and-neighbours",
        "security-cooperation-vital",
        "france-essential-on-migration",
        "praise-for-french-effort",
        "thanks-to-darmanin",
    )


def test_s30_friends_neighbours_partners(dossier: Dossier) -> None:
    """A claim of the Home Secretary about the two countries."""
    claim = get(Statement, dossier, "friends-and-neighbours")
    assert claim.act is Act.CLAIM
    assert part_of_speech(
        claim, get(Statement, dossier, "home-secretary-words")
    )
    assert claim.themes == ("bilateral-relations",)


def test_s31_cooperation_on_security_is_called_vital(dossier: Dossier) -> None:
    """A claim of the Home Secretary, on the relationship and on terrorism."""
    claim = get(Statement, dossier, "security-cooperation-vital")
    assert claim.act is Act.CLAIM
    assert part_of_speech(
        claim, get(Statement, dossier, "home-secretary-words")
    )
    assert claim.themes == ("bilateral-relations", "counter-terrorism")


def test_s32_france_is_called_essential(dossier: Dossier) -> None:
    """A claim of the Home Secretary about France, on illegal migration."""
    claim = get(Statement, dossier, "france-essential-on-migration")
    assert claim.act is Act.CLAIM
    assert part_of_speech(
        claim, get(Statement, dossier, "home-secretary-words")
    )
    assert claim.about == ("FR",)
    assert claim.themes == ("illegal-migration",)


def test_s33_british_support_goes_on(dossier: Dossier) -> None:
    """Told in the present tense and with no end: it goes on, which counts, though it is no new promise."""
    commitment = get(Commitment, dossier, "support-for-french-law-enforcement")
    assert (commitment.by, commitment.to) == (("GB",), ("fr-law-enforcement",))
    assert commitment.announced_by == ("uk-home-secretary",)
    assert (commitment.firmness, commitment.wording) == (
        Firmness.INTENDED,
        ("continues to",),
    )
    assert commitment.continuing
    assert commitment.runs == Period("2024-01-30/", as_of="2024-01-30")
    assert commitment.runs.is_unknown_end
    assert commitment.themes == (
        "illegal-migration",
        "law-enforcement",
        "saving-lives",
    )
    assert spoken_at_the_talks(commitment)


def test_s34_the_french_effort_is_praised(dossier: Dossier) -> None:
    """The Home Secretary praises French law enforcement."""
    praise = get(Statement, dossier, "praise-for-french-effort")
    assert praise.act is Act.PRAISE
    assert part_of_speech(
        praise, get(Statement, dossier, "home-secretary-words")
    )
    assert praise.about == ("fr-law-enforcement",)
    assert praise.themes == ("law-enforcement",)


def test_s35_darmanin_is_thanked(dossier: Dossier) -> None:
    """The Home Secretary thanks him for what he does on small boats."""
    thanks = get(Statement, dossier, "thanks-to-darmanin")
    assert thanks.act is Act.THANKS
    assert part_of_speech(
        thanks, get(Statement, dossier, "home-secretary-words")
    )
    assert thanks.to == ("gerald-darmanin",)
    assert thanks.themes == ("small-boats",)


def test_s36_close_work_is_pledged_for_both(dossier: Dossier) -> None:
    """One minister pledges for two countries; that it is through the Games is inferred."""
    commitment = get(Commitment, dossier, "keep-working-together")
    assert commitment.by == ("GB", "FR")
    assert commitment.announced_by == ("uk-home-secretary",)
    assert (commitment.firmness, commitment.continuing) == (
        Firmness.PLEDGED,
        True,
    )
    assert commitment.is_firm
    assert commitment.runs == Period("2024-01-30/2024-22")
    assert commitment.runs.stated == "this summer"
    assert commitment.event == "summer-olympics-2024"
    assert commitment.themes == ("bilateral-relations", "olympics-security")
    assert spoken_at_the_talks(commitment)


# --- paragraphs 12 to 16: the Interior Minister -------------------------------------------------


def test_s37_darmanin_speaks_from_line_47_to_58(dossier: Dossier) -> None:
    """Where his words end is inferred; the promises and wishes among them hang on them."""
    speech = get(Statement, dossier, "darmanin-words")
    assert (speech.act, speech.speakers) == (Act.SPEECH, ("gerald-darmanin",))
    assert spoken_at_the_talks(speech)
    assert speech.themes == ("bilateral-relations",)
    assert speech.about == (
        "fight-smuggling-networks",
        "call-for-uk-eu-migration-agreement",
        "uk-eu-migration-agreement",
        "major-events-security",
        "fight-radicalisation",
        "fight-online-crime",
    )
    assert "paragraph 16" in notes(speech)
    assert dossier.statements.where(part_of=speech.id).ids == (
        "olympics-in-focus",
    )


def test_s38_cooperation_against_smugglers_is_to_deepen(
    dossier: Dossier,
) -> None:
    """Darmanin intends it for both, from 2024 on."""
    commitment = get(Commitment, dossier, "fight-smuggling-networks")
    assert commitment.by == ("FR", "GB")
    assert commitment.announced_by == ("gerald-darmanin",)
    assert (commitment.firmness, commitment.wording) == (
        Firmness.INTENDED,
        ("will deepen",),
    )
    assert commitment.runs == Period("2024/")
    assert commitment.runs.stated == "follow-up of 2023"
    assert commitment.themes == ("organised-crime",)
    assert spoken_at_the_talks(commitment)


def test_s39_both_go_on_calling_for_an_agreement(dossier: Dossier) -> None:
    """The promise is to advocate, towards the European Union, with no end."""
    commitment = get(Commitment, dossier, "call-for-uk-eu-migration-agreement")
    assert (commitment.by, commitment.to) == (("FR", "GB"), ("EU",))
    assert commitment.announced_by == ("gerald-darmanin",)
    assert (commitment.firmness, commitment.continuing) == (
        Firmness.INTENDED,
        True,
    )
    assert commitment.kind is CommitmentKind.PROCESS
    assert commitment.runs == Period("2024-01-30/", as_of="2024-01-30")
    assert commitment.agreement == "uk-eu-migration-agreement"
    assert commitment.themes == ("european-cooperation", "illegal-migration")
    assert spoken_at_the_talks(commitment)


def test_s40_the_agreement_with_the_union_is_only_sought(
    dossier: Dossier,
) -> None:
    """It was sought on the day of the talks, for all migrants, and has no other date, nor form, nor force."""
    agreement = get(Agreement, dossier, "uk-eu-migration-agreement")
    assert agreement.parties == ("GB", "EU")
    assert agreement.sought == Period("2024-01-30")
    assert (agreement.announced, agreement.signed, agreement.provisional) == (
        None,
        None,
        None,
    )
    assert (agreement.in_force, agreement.ended) == (None, None)
    assert (agreement.form, agreement.force) == (None, Force.UNKNOWN)
    assert agreement.scope == (
        Scope(kind=ScopeKind.PEOPLE, text="Migrants, illegal and legal"),
    )
    assert agreement.themes == ("european-cooperation", "illegal-migration")
    assert dossier.agreements.where(sought="2024").ids == (agreement.id,)


def test_s41_major_events_of_the_year_are_to_be_secured_together(
    dossier: Dossier,
) -> None:
    """Darmanin intends it for both, for events that he does not list."""
    commitment = get(Commitment, dossier, "major-events-security")
    assert commitment.by == ("FR", "GB")
    assert commitment.announced_by == ("gerald-darmanin",)
    assert commitment.firmness is Firmness.INTENDED
    assert commitment.runs == Period("2024")
    assert commitment.runs.stated == "this year"
    assert commitment.event is None
    assert commitment.themes == ("olympics-security",)
    assert spoken_at_the_talks(commitment)


def test_s42_the_olympics_are_the_focus(dossier: Dossier) -> None:
    """A priority of Darmanin's within what he announces."""
    priority = get(Statement, dossier, "olympics-in-focus")
    assert priority.act is Act.PRIORITY
    assert part_of_speech(priority, get(Statement, dossier, "darmanin-words"))
    assert priority.about == ("major-events-security", "summer-olympics-2024")
    assert priority.themes == ("olympics-security",)


def test_s43_the_fight_against_radicalisation_is_a_wish(
    dossier: Dossier,
) -> None:
    """What should become so is aspired to, and no promise."""
    commitment = get(Commitment, dossier, "fight-radicalisation")
    assert (commitment.by, commitment.announced_by) == (
        ("FR", "GB"),
        ("gerald-darmanin",),
    )
    assert (commitment.firmness, commitment.wording) == (
        Firmness.ASPIRED,
        ("should",),
    )
    assert not commitment.is_firm
    assert (commitment.kind, commitment.due) == (CommitmentKind.OUTCOME, None)
    assert commitment.themes == ("radicalisation",)
    assert spoken_at_the_talks(commitment)


def test_s44_the_fight_against_online_crime_is_a_wish(
    dossier: Dossier,
) -> None:
    """It is a wish of its own beside radicalisation."""
    commitment = get(Commitment, dossier, "fight-online-crime")
    assert (commitment.by, commitment.announced_by) == (
        ("FR", "GB"),
        ("gerald-darmanin",),
    )
    assert (commitment.firmness, commitment.wording) == (
        Firmness.ASPIRED,
        ("should",),
    )
    assert not commitment.is_firm
    assert (commitment.kind, commitment.due) == (CommitmentKind.OUTCOME, None)
    assert commitment.themes == ("online-crime",)
    assert spoken_at_the_talks(commitment)
