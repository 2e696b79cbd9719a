"""What people write where a dossier has another word, and the word that it has.

Names of keys and kinds, and words of the lists, are met by habit before they are met by their letters:
"deadline" is `due`, and "date" is nearest to nothing that it may mean. This module is loaded when
something was refused, and not before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Final

from attrs import fields_dict

from entente._spelling import Spellings
from entente._text import did_you_mean, either
from entente.records._vocabulary import ConsentKind, LinkKind

Habits = Mapping[str, str]
"""What is ours, such as ``due`` or ``citations.source``, with what people write for it."""

Advice = Mapping[str, str]
"""What to do, with what people write who have to do it."""

# --- keys ----------------------------------------------------------------------------------------

_DAYS: Final = "date day dated on time year at"
_STARTS: Final = "from start start_date starts began begin since"
_ENDS: Final = "end end_date ends until till"
_SPANS: Final = f"dates {_DAYS} {_STARTS} {_ENDS} years timeframe"
_TIMES: Final = f"period when {_SPANS}"

KEYS_OF_ALL: Final[Habits] = {
    "id": "key slug code uid ref",
    "note": "notes comment comments remark remarks memo footnote notice_text",
    "citations": "cite cites citation references evidence footnotes sources reference",
    "citations.source": "source document doc src",
    "citations.lines": "line lines",
    "citations.paragraphs": "paragraph paragraphs para",
    "citations.quote": "quote quotation excerpt passage",
    "themes": "theme topic topics subject subjects tag tags category categories area areas policy_area"
    " sector keywords agenda",
    "identifiers": "wikidata qid external_id external_ids doi celex",
    "aliases": "alias aka also_known_as other_names alternative_names acronym abbreviation short_name",
    "places": "place",
    "places.name": "location locations venue city town where",
    "places.country": "country_of_meeting",
}
"""Keys of every record and part that has them."""

KEYS: Final[Mapping[str, Habits]] = {
    "Theme": {
        "label": "name title heading text topic",
        "broader": "parent parents broader_theme part_of belongs_to category",
        "note": "description summary definition",
    },
    "Party": {
        "name": "title label full_name",
        "kind": "type category",
        "part_of": "parent member_of belongs_to country state",
        "members": "member parties participants countries states",
        "existed": "founded established lifetime active created dissolved " + _TIMES,
        "names": "former_names former_name old_name",
        "succeeds": "predecessor predecessors replaces formerly",
        "note": "description summary",
    },
    "Office": {
        "title": "name label position role job post",
        "party": "state country organisation organization government ministry department body of",
        "succeeds": "predecessor predecessors replaces formerly",
        "note": "description summary",
    },
    "Minister": {
        "name": "full_name first_name last_name surname title label person",
        "tenures": "tenure offices posts positions roles terms jobs",
        "tenures.office": "office post position role job title",
        "tenures.period": _TIMES,
        "note": "description summary biography bio",
    },
    "Source": {
        "title": "name label heading headline",
        "kind": "type format category genre",
        "publisher": "published_by publishers author authors by issuer from organisation organization"
        " institution who",
        "issued_by": "author authors by issuer from organisation organization institution who party"
        " parties country state",
        "published": f"publication_date published_on pub_date issued release_date released created when {_DAYS}",
        "address": "url uri link href web website webpage weblink source_url web_address location",
        "licence": "license copyright rights",
        "language": "lang locale",
        "fingerprint": "hash checksum digest sha256",
        "note": "description summary accessed accessed_on access_date retrieved retrieved_on",
    },
    "Event": {
        "name": "title label event",
        "when": f"period {_SPANS}",
        "hosts": "host organiser organizer organised_by",
        "note": "description summary",
    },
    "Meeting": {
        "name": "title label summit meeting",
        "state": "status",
        "form": "format type kind mode medium",
        "when": f"period {_SPANS} held held_on took_place",
        "parties": "countries states delegations party participants attendees who members between",
        "participations": "participants attendees people ministers delegates present who guests",
        "note": "description summary",
    },
    "Agreement": {
        "name": "title label agreement treaty",
        "form": "type kind category format",
        "force": "binding legally_binding legal_status legal_force",
        "parties": "signatories signatory members states countries between participants by contracting_parties"
        " party who",
        "sought": "negotiated negotiations",
        "announced": "date",
        "signed": f"date_signed signature_date signed_on signing_date when {_DAYS}",
        "in_force": f"effective effective_date entry_into_force entered_into_force in_force_date effective_from"
        f" when date {_STARTS}",
        "ended": f"terminated termination_date expiry expires expired expiry_date {_ENDS}",
        "adherences": "ratified ratifications ratification accessions",
        "part_of": "parent",
        "note": "description summary",
    },
    "Commitment": {
        "summary": "description text promise pledge commitment content details statement action what title name",
        "label": "title name heading short_title headline",
        "by": "who from party parties actor actors author owner lead responsible country state government"
        " committed_by made_by pledged_by promised_by",
        "to": "recipient recipients beneficiary beneficiaries towards whom counterpart",
        "funded_by": "funder funders donor donors payer paid_by",
        "implemented_by": "implementer implementing_agency delivered_by delivery_body",
        "firmness": "strength rung level commitment_level modality",
        "wording": "words verb verbs phrase",
        "kind": "type category",
        "made": f"announced announced_on announcement_date date_made made_on promised pledged_on promised_on"
        f" date_announced said published when {_DAYS} {_STARTS}",
        "due": f"deadline due_date due_by by_when target_date target_year delivery_date completion_date complete_by"
        f" timeline date year when {_ENDS}",
        "runs": f"period timeframe dates when years duration_dates {_STARTS} {_ENDS}",
        "duration": "length",
        "recurrence": "frequency repeat repeats recurring every rrule",
        "conditions.text": "condition conditional conditional_on if subject_to depends_on",
        "amounts.value": "amount value budget cost sum money total currency unit quantity funding target",
        "reports.status": "status progress state outcome result",
        "meeting": "summit",
        "agreement": "treaty accord deal",
        "part_of": "parent",
        "metrics": "metric indicator indicators kpi kpis measure",
        "places.country": "country",
    },
    "Metric": {
        "name": "title label indicator metric description",
        "unit": "units measure uom currency",
        "targets": "target goal goals",
        "targets.due": "target_date target_year deadline due due_date",
        "targets.value": "target_value value amount",
        "baseline": "base baseline_value start_value",
        "observations": "observation values data figures measurements series",
        "observations.value": "value amount figure number",
        "observations.period": f"{_TIMES} quarter month",
    },
    "Statement": {
        "summary": "text description content statement what quote quotation title name",
        "label": "title name heading",
        "act": "type kind category",
        "speakers": "speaker by who author said_by from party minister",
        "to": "audience addressee whom recipient",
        "said": f"when made published said_on spoken {_DAYS}",
        "about": "subject regarding concerning on",
        "part_of": "parent",
    },
    "Citation": {
        "source": "id ref reference document doc src title name",
        "lines": "line line_numbers line_number",
        "paragraphs": "paragraph para paras section",
        "characters": "chars offset character",
        "quote": "text quotation excerpt words passage",
        "fingerprint": "hash checksum digest",
        "basis": "type kind",
        "note": "page pages comment",
    },
    "Place": {
        "name": "place city town location venue",
        "country": "state nation party code",
    },
    "Tenure": {
        "office": "post position role title job",
        "period": f"{_SPANS} when term runs to",
    },
    "Membership": {
        "party": "member state country id name organisation organization",
        "period": f"{_SPANS} when joined left to",
    },
    "Participation": {
        "minister": "person name who people",
        "office": "post position title",
        "party": "state country organisation organization delegation name who",
        "role": "as capacity function type kind",
    },
    "Identifier": {
        "scheme": "type system register name kind",
        "identifier": "id value code",
    },
    "Name": {
        "name": "title value text label",
        "period": f"{_SPANS} when to",
    },
    "Scope": {
        "kind": "type category",
        "text": "description summary name label value",
        "excluded": "exclude except excludes",
    },
    "Link": {
        "kind": "type relation rel relationship",
        "target": "to id record ref of href commitment agreement",
    },
    "Condition": {
        "kind": "type category",
        "text": "description condition summary if name",
        "waits_for": "on depends_on event record target until",
        "parties": "by who party from",
        "count": "number",
    },
    "Amount": {
        "value": "amount sum number total figure quantity currency unit",
        "role": "type kind",
        "form": "type kind instrument",
        "combined": "combination whichever together with_others",
        "times": "factor multiplier",
        "over": f"{_TIMES} to",
    },
    "Anchor": {
        "record": "id target from of event agreement meeting",
        "date": "field",
        "after": "delay within offset",
    },
    "Consent": {
        "kind": "type step action status",
        "on": "date day when year time",
        "place": "location where city",
    },
    "Adherence": {
        "party": "state country who member",
        "steps": "step consents dates",
    },
    "Term": {
        "kind": "type category",
        "on": "date day when year",
        "notice": "notice_period",
        "duration": "length",
        "text": "description summary",
        "parties": "by who party",
        "languages": "language",
        "allowed": "permitted permits forbidden prohibited",
        "scope": "about articles",
        "conditions": "condition if",
    },
    "Report": {
        "on": "date day when reported_on as_of at time year reported",
        "by": "who author reporter from party reported_by source speaker",
        "citations.source": "source document",
        "status": "state progress outcome result",
        "of": "about whom for subject",
        "due": "deadline new_deadline due_date",
        "known": "published",
        "note": "text description summary comment",
    },
    "Observation": {
        "value": "amount figure number level",
        "period": f"when {_SPANS}",
        "as_of": "date day on when reported_on",
        "change": "delta difference growth",
        "against": "compared_to baseline versus vs",
        "by": "author who",
    },
    "Target": {
        "value": "target amount level goal",
        "due": "by deadline date year when target_date due_date",
    },
}  # fmt: skip
"""Keys by the class of record or part that has them."""

MEANINGS: Final[Mapping[str, str]] = {
    "Agreement.announced": "the day on which it was announced",
    "Agreement.in_force": "the day from which it is in force",
    "Agreement.signed": "the day on which it was signed",
    "Amount.form": "whether it is a grant, a loan or something else",
    "Amount.role": "what it is to the promise, such as a cap",
    "Commitment.by": "who promises it",
    "Commitment.due": "its deadline",
    "Commitment.label": "a short name",
    "Commitment.made": "the day on which it was promised",
    "Commitment.places.country": "where it is to be done",
    "Commitment.reports.status": "how far it has come",
    "Commitment.runs": "the time for which it lasts",
    "Commitment.summary": "what is promised, in a sentence of your own",
    "Meeting.participations": "people and offices, each with its role",
    "Meeting.parties": "states and organisations",
    "Metric.observations.value": "what was measured",
    "Metric.targets.value": "what is to be reached",
    "Minister.name": "what the person is called",
    "Minister.tenures.office": "the post that the person holds",
    "Observation.as_of": "the day on which it was so",
    "Observation.period": "the time that was measured",
    "Participation.minister": "a person",
    "Participation.party": "a state or an organisation",
    "Report.by": "who reports",
    "Report.citations.source": "the document that says so",
    "Source.issued_by": "the party whose account it is",
    "Source.publisher": "who published it",
    "Statement.about": "the records that it is about",
    "Statement.label": "a short name",
    "Statement.said": "the day on which it was said",
    "Statement.summary": "what is said, in a sentence of your own",
}
"""What keys are for, where the same name may be meant for more than one."""

_DERIVED: Final = "leave it out: it is worked out from the reports and the deadline, for any day"
_ADDRESS: Final = (
    "write it as the `address` of a source, and name that source in citations"
)
_HOLDERS: Final = "write it in the record of each minister: tenures = [{ office = …, period = … }]"
_TEXT_OF_SOURCE: Final = "a dossier does not hold the text; keep it in a file named after the id, such as texts/notice.txt"
_ROLES: Final = 'write it in participations = [{ party = …, role = "host" }]'

ADVICE: Final[Mapping[str, Advice]] = {
    "Theme": {
        "write `broader` in each of the narrower themes": "narrower children subthemes",
    },
    "Office": {_HOLDERS: "holder holders minister ministers incumbent person"},
    "Minister": {
        "write it as the party of an office, and that in tenures = [{ office = …, period = … }]": (
            "party country state government ministry"
        ),
    },
    "Source": {_TEXT_OF_SOURCE: "text content body file path filename"},
    "Meeting": {_ROLES: "host hosts chair organiser organizer"},
    "Agreement": {
        "leave it out: it is worked out from the dates `sought`, `signed`, `in_force` and `ended`": (
            "status state"
        ),
        _ADDRESS: "url link address",
    },
    "Commitment": {
        _DERIVED: "schedule overdue verdict is_overdue completed done fulfilled met",
        _ADDRESS: "url link address",
    },
    "Statement": {_ADDRESS: "url link address"},
    "Citation": {_ADDRESS: "url link address"},
}  # fmt: skip
"""What to do about a key that no other key stands for."""

KINDS: Final[Habits] = {
    "commitments": "promises pledges undertakings obligations actions deliverables promise pledge",
    "parties": "countries states organisations organizations institutions actors bodies groups agencies country"
    " states_and_organisations nations",
    "ministers": "people persons person individuals politicians leaders officials",
    "offices": "posts positions",
    "sources": "documents docs publications bibliography texts files document",
    "themes": "topics subjects tags categories areas issues topic tag",
    "meetings": "summits talks visits conferences calls summit",
    "agreements": "treaties deals accords memoranda pacts treaty",
    "metrics": "indicators kpis measures statistics indicator",
    "statements": "quotes speeches remarks claims quote",
}
"""The kinds of record."""

ADVICE_AT_THE_TOP: Final[Advice] = {
    "write it in a comment, or leave it out": (
        "title name description summary author authors date language licence license meta metadata"
        " note notes created updated info project"
    ),
    "write entente = 1": "version format schema_version format_version",
    "write them within the commitment that they are about": "reports report amounts conditions",
    "write them within the record that they belong to": "citations links identifiers places tenures"
    " observations targets participations adherences members",
}
"""What to do about a key at the top of a file that is no kind of record."""

# --- words ---------------------------------------------------------------------------------------

WORDS: Final[Mapping[str, Habits]] = {
    "Basis": {
        "stated": "explicit quoted direct said verbatim",
        "inferred": "implied implicit inference derived estimated concluded assumed",
    },
    "Firmness": {
        "aspired": "hoped hopes hope should aims aimed wants wished desired aspirational aspiration low"
        " weak soft",
        "discussed": "considered considers explored exploring explore mentioned talked raised low weak soft"
        " proposed",
        "called_for": "urged urges requested asked called calls demanded encouraged proposed",
        "welcomed": "praised noted supported supports backed",
        "endorsed": "supported supports backed approved",
        "intended": "will plans planned plan intends intend announced announces intention medium"
        " going_to",
        "pledged": "committed commits commit promised promises promise vowed undertook undertakes guaranteed"
        " pledge firm strong high reaffirmed",
        "agreed": "decided adopted concluded shall must binding legally_binding agree agrees settled signed"
        " firm strong high mutual",
    },
    "CommitmentKind": {
        "action": "measure deliverable activity act funding financial spending",
        "outcome": "result target goal objective output",
        "process": "dialogue cooperation negotiation talks consultation procedural",
        "prohibition": "ban refrain moratorium prohibited forbidden",
    },
    "ReportedStatus": {
        "announced": "promised pledged pending made",
        "not_started": "pending planned open todo to_do not_begun unstarted overdue late delayed missed unmet"
        " not_met unfulfilled not_done",
        "in_progress": "ongoing on_going underway under_way active started progressing partial partially_completed"
        " in_process working open overdue late delayed on_track partly_done missed unmet not_met unfulfilled"
        " not_done incomplete not_completed implementing continuing begun",
        "substantial": "mostly_done nearly_done almost_done mostly_completed partially_completed partly_done",
        "completed": "done complete finished fulfilled delivered achieved met kept implemented closed ended"
        " success completed_on_time",
        "modified": "changed amended altered",
        "suspended": "paused on_hold stalled frozen halted blocked stopped postponed",
        "withdrawn": "cancelled canceled dropped abandoned scrapped terminated revoked",
        "superseded": "replaced",
        "breached": "broken violated failed not_kept",
        "no_evidence": "unknown unclear no_data not_known missing",
    },
    "Schedule": {
        "no_deadline": "none open_ended undated",
        "not_due": "pending upcoming future open on_track",
        "overdue": "late missed delayed unmet not_met past_due failed",
        "met_on_time": "met done kept completed on_time fulfilled",
        "met_late": "met done kept completed fulfilled late",
        "running": "ongoing active in_progress current underway",
        "over": "expired ended finished",
        "breached": "broken violated",
        "lifted": "withdrawn cancelled dropped",
        "unknown": "unclear uncertain",
    },
    "LinkKind": {
        "restates": "repeats reaffirms reiterates confirms",
        "accelerates": "brings_forward speeds_up",
        "extends": "prolongs renews continues",
        "amends": "updates modifies changes revises",
        "supersedes": "replaces replace succeeds revokes",
        "implements": "carries_out executes delivers",
        "fulfils": "fulfills completes meets keeps",
        "follows": "after succeeds next",
        "refers_to": "related related_to see see_also mentions cites references",
        "reciprocates": "in_return_for mirrors",
        "copy_of": "copy same_as duplicate duplicate_of identical",
        "version_of": "translation translation_of draft_of version",
    },
    "ConditionKind": {
        "approval": "ratification parliament vote consent",
        "funding": "budget money finance funds",
        "legislation": "law statute act",
        "agreement": "treaty deal",
        "request": "on_request demand",
        "performance": "action delivery",
        "finding": "assessment review",
        "reciprocity": "reciprocal mutual",
    },
    "AmountRole": {
        "total": "sum all overall full",
        "additional": "extra new more top_up",
        "cap": "max maximum up_to ceiling limit at_most",
        "floor": "min minimum at_least",
        "share": "percentage part proportion",
        "rate": "tariff",
        "before": "previous old former",
        "equivalent": "converted same",
    },
    "AmountForm": {
        "grant": "aid donation gift subsidy",
        "loan": "credit lending",
        "capital": "equity investment shares",
        "in_kind": "goods inkind services equipment",
    },
    "ScopeKind": {
        "people": "persons person individuals groups",
        "goods": "products product items",
        "services": "service",
        "places": "place area areas regions territory geographic",
        "organisations": "organizations companies bodies",
        "measures": "rules policies sanctions programmes tariffs",
    },
    "AnchorDate": {
        "when": "meeting held",
        "in_force": "entry_into_force effective force",
        "signed": "signature",
        "ended": "termination expiry end",
        "due": "deadline",
        "published": "publication",
    },
    "MeetingState": {
        "proposed": "suggested invited possible tentative",
        "planned": "scheduled upcoming expected confirmed convened agreed future postponed announced not_held"
        " delayed",
        "held": "happened took_place occurred completed done met past ended finished concluded",
        "cancelled": "canceled called_off postponed abandoned not_held did_not_take_place",
    },
    "MeetingForm": {
        "in_person": "physical face_to_face inperson offline onsite visit summit",
        "call": "phone telephone phone_call teleconference telephone_call",
        "video": "virtual online videoconference video_conference video_call zoom remote teleconference",
        "hybrid": "mixed both",
    },
    "Role": {
        "principal": "participant attendee member delegate speaker party signatory lead",
        "host": "organiser organizer hosting",
        "chair": "chairman chairperson chairwoman president chaired",
        "co_chair": "cochair co_host joint_chair",
        "convener": "organiser organizer convenor initiator",
        "invitee": "guest invited",
        "observer": "observing",
        "beneficiary": "recipient",
        "depositary": "depository",
    },
    "AmountCombination": {
        "sum": "total both and plus added all together",
        "higher": "highest max maximum greater greatest more larger largest whichever_is_higher",
        "lower": "lowest min minimum less least smaller smallest whichever_is_lower",
    },
    "AgreementForm": {
        "treaty": "agreement accord pact deal exchange_of_letters exchange_of_notes",
        "memorandum": "mou memorandum_of_understanding memorandum_of_cooperation",
        "joint_statement": "communique joint_communique statement joint_declaration communiqué",
        "action_plan": "plan roadmap strategy programme road_map",
        "arrangement": "agreement accord pact deal framework understanding exchange_of_letters exchange_of_notes",
        "bundle": "package",
    },
    "Force": {
        "binding": "legally_binding legal law yes true legally treaty",
        "political": "non_binding soft_law voluntary no false politically_binding politically political_commitment",
        "unknown": "unclear none unspecified not_known",
    },
    "ConsentKind": {
        "signed": "signature signs sign",
        "ratified": "ratification ratify ratifies deposited",
        "accepted": "acceptance",
        "approved": "approval",
        "acceded": "accession joined adhered",
        "succeeded": "succession",
        "provisional": "provisionally_applied provisional_application",
        "in_force": "effective entered_into_force entry_into_force",
        "withdrawn": "withdrawal left denounced terminated exit",
    },
    "TermKind": {
        "entry_into_force": "in_force effective commencement",
        "termination": "end exit withdrawal denunciation",
        "expiry": "expires sunset",
        "renewal": "extension prolongation",
        "amendment": "revision",
        "dispute_settlement": "arbitration disputes",
    },
    "AgreementState": {
        "sought": "negotiating negotiated pending proposed",
        "signed": "concluded not_in_force",
        "consented": "ratified accepted approved acceded bound",
        "in_force": "active current live effective valid binding ongoing",
        "ended": "terminated expired over withdrawn",
        "superseded": "replaced",
    },
    "PartyKind": {
        "state": "country nation government national",
        "international_organisation": "international_organization organisation organization io igo union org",
        "grouping": "group forum alliance coalition bloc club partnership",
        "body": "ministry department agency authority court institution office committee organisation organization",
        "subnational_government": "region province city municipality local_government county devolved subnational",
        "armed_group": "militia rebels rebel_group",
        "company": "corporation business firm enterprise",
        "non_governmental_organisation": "ngo charity non_governmental_organization nongovernmental civil_society"
        " organisation organization",
        "political_party": "party",
    },
    "SourceKind": {
        "readout": "minutes meeting_summary",
        "joint_statement": "statement joint_declaration",
        "communique": "communiqué joint_communique",
        "treaty_text": "treaty agreement convention protocol",
        "press_notice": "press_release press_statement news_release statement notice release announcement website"
        " webpage web_page",
        "speech": "transcript remarks address",
        "report": "white_paper policy_paper paper study audit",
        "statistics": "dataset data figures",
        "reference": "encyclopedia encyclopaedia register website webpage web_page",
        "fact_sheet": "factsheet briefing",
        "news_report": "article news newspaper press media news_article",
        "memorandum": "mou memorandum_of_understanding",
        "national_act": "law act bill statute decree legislation regulation",
    },
    "Act": {
        "speech": "remarks address",
        "claim": "assertion says statement fact says_that",
        "denial": "denies denied rejects refutation disclaimer did_not",
        "praise": "commendation congratulation congratulations welcome",
        "thanks": "gratitude thank thanked",
        "priority": "importance",
        "aspiration": "hope wish vision",
        "objective": "goal aim purpose",
        "call": "appeal urge demand request",
        "objection": "protest rejection",
    },
}  # fmt: skip
"""Words by the list that has them."""

WORD_MEANINGS: Final[Mapping[str, str]] = {
    "AgreementForm.arrangement": "what is not binding in law",
    "AgreementForm.treaty": "what is binding in law",
    "Firmness.agreed": "what the parties agreed between them",
    "Firmness.aspired": "what somebody hopes for",
    "Firmness.called_for": "what somebody else is asked to do",
    "Firmness.discussed": "what was only talked about",
    "Firmness.endorsed": "somebody else's promise that is supported",
    "Firmness.pledged": "what somebody promises outright",
    "Firmness.welcomed": "somebody else's plan, or what is done already",
    "LinkKind.follows": "the next in a series",
    "LinkKind.supersedes": "what takes the place of the earlier one",
    "MeetingForm.call": "one without pictures",
    "MeetingForm.video": "one with pictures",
    "MeetingState.cancelled": "one that will not be held",
    "MeetingState.planned": "one that is still to come",
    "PartyKind.body": "what belongs to a state or another party",
    "PartyKind.international_organisation": "what states have founded",
    "PartyKind.non_governmental_organisation": "what citizens have founded",
    "ReportedStatus.announced": "what was promised, and no more is known",
    "ReportedStatus.in_progress": "what was begun",
    "ReportedStatus.not_started": "what was not begun",
    "ReportedStatus.substantial": "what is done for the most part",
    "Role.convener": "who calls the others together",
    "Role.host": "at whose place it is held",
    "Schedule.met_late": "what was done after its deadline",
    "Schedule.met_on_time": "what was done by its deadline",
    "Schedule.overdue": "what is not done though its deadline is over",
    "SourceKind.joint_statement": "what several parties say together",
    "SourceKind.press_notice": "what one of them tells the press",
    "SourceKind.reference": "a work to look things up in",
}
"""What words are for, where the same wording may be meant for more than one."""

WORD_ADVICE: Final[Mapping[str, Advice]] = {
    "Firmness": {
        "that is progress, which is written in `reports`; write here how firm the promise was": (
            "ongoing completed done in_progress ended fulfilled active pending not_started cancelled"
        ),
        "that is a forecast and no promise: record who said it as a statement, and the figure as a metric": (
            "expected forecast foreseen projected anticipated"
        ),
    },
    "Force": {
        "that is a date: write the day under the key `signed`, `in_force` or `ended`, and here"
        " 'binding', 'political' or 'unknown'": "signed in_force ended active not_in_force ratified expired",
    },
    "AgreementForm": {
        "that says how far it has come: write the day under the key `signed`, `in_force` or `ended`": (
            "signed in_force ended"
        ),
    },
}  # fmt: skip
"""What to do about a word for which the list has none."""


LANGUAGES: Final[Habits] = {
    "ar": "arabic",
    "cs": "czech",
    "da": "danish",
    "de": "german deutsch",
    "el": "greek",
    "en": "english",
    "es": "spanish castilian español",
    "fi": "finnish",
    "fr": "french français francais",
    "he": "hebrew",
    "hi": "hindi",
    "hu": "hungarian",
    "it": "italian italiano",
    "ja": "japanese",
    "ko": "korean",
    "nl": "dutch nederlands",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese português",
    "ro": "romanian",
    "ru": "russian",
    "sq": "albanian",
    "sv": "swedish",
    "tr": "turkish",
    "uk": "ukrainian",
    "zh": "chinese mandarin",
}
"""Tags of languages, with their names."""

RULES: Final[Habits] = {
    "FREQ=DAILY": "daily every_day each_day",
    "FREQ=WEEKLY": "weekly every_week each_week once_a_week",
    "FREQ=MONTHLY": "monthly every_month each_month once_a_month",
    "FREQ=MONTHLY;INTERVAL=3": "quarterly every_quarter each_quarter every_three_months",
    "FREQ=MONTHLY;INTERVAL=6": "every_six_months half_yearly twice_a_year semi_annually",
    "FREQ=YEARLY": "yearly annually annual every_year each_year once_a_year per_year",
    "FREQ=YEARLY;INTERVAL=2": "biennially biennial every_two_years every_other_year every_second_year",
    "FREQ=YEARLY;INTERVAL=5": "every_five_years",
}
"""Rules of recurrence, with the words that mean them."""

_NOT_BINDING: Final = re.compile(r"\b(?:not?|non|un)(?: .*)?b(?:ind|ound)")
"""What says that an agreement is not binding, in whatever words: "legally non-binding"."""


# --- suggestions ---------------------------------------------------------------------------------


def suggest_key(key: str, cls: type) -> str | None:
    """Return a hint with the key of a record or part for which another was written, or None.

    >>> from entente.records._model import Commitment
    >>> suggest_key("deadline", Commitment), suggest_key("date", Commitment)
    ("write 'due'", "write 'made' for the day on which it was promised, or 'due' for its deadline")
    >>> suggest_key("source", Commitment)
    'write it within `citations`: citations = [{ source = … }]'
    """
    known, name, habit = fields_dict(cls), cls.__name__, _as_habit(key)
    if habit in known:
        return f"write {habit!r}"
    advice = _inverted(ADVICE.get(name, {})).get(habit)
    if advice:
        return advice[0]
    paths = keys_for(habit, cls)
    if len(paths) > 1:
        meant = [
            f"{_shown(path)} for {MEANINGS[f'{name}.{path}']}"
            for path in paths
        ]
        return f"write {', or '.join(meant)}"
    if paths:
        outer, _, inner = paths[0].partition(".")
        if inner:
            return f"write it within `{outer}`: {_shown(paths[0])}"
        return f"write {outer!r}"
    return _suggest_part(habit, known) or did_you_mean(key, known)


def keys_for(habit: str, cls: type) -> tuple[str, ...]:
    """Return the paths to the keys of a class for which people write another."""
    own = _inverted(KEYS.get(cls.__name__, {})).get(habit)
    if own is not None:
        return own
    known = fields_dict(cls)
    return tuple(
        path
        for path in _inverted(KEYS_OF_ALL).get(habit, ())
        if path.partition(".")[0] in known
    )


def stands_for(key: str, cls: type) -> str | None:
    """Return the one key of a class for which another was written, if it is one alone.

    >>> from entente.records._model import Meeting
    >>> stands_for("title", Meeting), stands_for("participants", Meeting)
    ('name', None)
    """
    known, habit = fields_dict(cls), _as_habit(key)
    if habit in known:
        return habit
    if habit in _inverted(ADVICE.get(cls.__name__, {})):
        return None
    paths = keys_for(habit, cls)
    if paths:
        return paths[0] if paths[0] in known and len(paths) == 1 else None
    return Spellings(known).nearest(key)


def _suggest_part(habit: str, known: Mapping[str, object]) -> str | None:
    """Say where what one record does to another is written, or a step of a party."""
    if "links" in known and habit in list(LinkKind):
        return f'write links = [{{ kind = "{habit}", target = … }}]'
    if "steps" in known and habit in list(ConsentKind):
        return f'write steps = [{{ kind = "{habit}", on = … }}]'
    return None


def _shown(path: str) -> str:
    """Return a key as it is written, with the list or table around it."""
    outer, _, inner = path.partition(".")
    return f"{outer} = [{{ {inner} = … }}]" if inner else repr(outer)


def suggest_kind(key: str, kinds: Iterable[str], *, also: str = "") -> str:
    """Return a hint with the kind of record for which another name was written, or with all kinds.

    `also` is another key that may stand beside them.

    >>> suggest_kind("promises", ["themes", "commitments"])
    "write 'commitments'"
    """
    kinds, habit = list(kinds), _as_habit(key)
    if habit in kinds:
        return f"write {habit!r}"
    found = _inverted(KINDS).get(habit)
    if found:
        return f"write {either([repr(each) for each in found])}"
    advice = _inverted(ADVICE_AT_THE_TOP).get(habit)
    if advice:
        return advice[0]
    close = did_you_mean(key, [*kinds, also])
    return close or f"the kinds are {', '.join(kinds)}"


def suggest_member(
    text: str, words: type[StrEnum], *, in_code: bool
) -> str | None:
    """Return a hint with the word of a list that a text was meant for, or None.

    With `in_code` the word is written as a member of its list, and else as a text.
    """
    name, habit = words.__name__, _as_habit(text)
    members = {str(word): word for word in words}

    def shown(word: str) -> str:
        member = members[word]
        return f"{name}.{member.name}" if in_code else repr(word)

    if habit in members:
        return f"write {shown(habit)}"
    found = _inverted(WORDS.get(name, {})).get(habit, ())
    if name == "Force" and _NOT_BINDING.search(habit.replace("_", " ")):
        found = ("political",)
    if len(found) == 1:
        return f"write {shown(found[0])}"
    if found:
        meant = [
            f"{shown(word)} for {WORD_MEANINGS[f'{name}.{word}']}"
            if f"{name}.{word}" in WORD_MEANINGS
            else shown(word)
            for word in found
        ]
        return f"write {', or '.join(meant)}"
    advice = _inverted(WORD_ADVICE.get(name, {})).get(habit)
    return advice[0] if advice else did_you_mean(text, members)


def suggest_rule(text: str) -> str:
    """Return a hint with the rule of recurrence that words mean, or an example of one.

    >>> suggest_rule("every two years"), suggest_rule("often")
    ('write "FREQ=YEARLY;INTERVAL=2"', 'write for example "FREQ=YEARLY;INTERVAL=2"')
    """
    found = _inverted(RULES).get(_as_habit(text))
    if found:
        return f'write "{found[0]}"'
    return 'write for example "FREQ=YEARLY;INTERVAL=2"'


def suggest_language(text: str) -> str:
    """Return the tag that a text was meant for, as far as is known.

    >>> suggest_language("English"), suggest_language("EN_gb")
    ('en', 'en-gb')
    """
    habit = _as_habit(text)
    named = _inverted(LANGUAGES).get(habit)
    if named:
        return named[0]
    return habit.replace("_", "-")


def _as_habit(text: str) -> str:
    """Return a name as the tables have it: "dueDate" and "Due date" are "due_date"."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", "_", text.strip())
    return re.sub(r"[\W_]+", "_", apart.casefold()).strip("_")


def _inverted(table: Habits) -> Mapping[str, tuple[str, ...]]:
    """Return what is ours for each thing that people write."""
    return _inverted_of(tuple(table.items()))


@cache
def _inverted_of(
    table: tuple[tuple[str, str], ...],
) -> Mapping[str, tuple[str, ...]]:
    ours: dict[str, list[str]] = {}
    for target, habits in table:
        for habit in dict.fromkeys(habits.split()):
            ours.setdefault(habit, []).append(target)
    return {habit: tuple(targets) for habit, targets in ours.items()}
