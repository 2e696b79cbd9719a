"""Forms of text: ids, fingerprints and language tags."""

from __future__ import annotations

import pytest

from entente import (
    Citation,
    Party,
    PartyKind,
    Source,
    SourceKind,
    Theme,
)
from entente.errors import (
    RecordError,
)
from entente.evidence import (
    fingerprint,
)


@pytest.mark.parametrize(
    "id", ["a", "a1", "2024", "small-boats", "paris-2024-01-30", "a-b-c"]
)
def test_ids_are_kebab_case(id: str) -> None:
    """An id has lower-case letters and digits, joined by single hyphens."""
    assert Theme(id=id, label="X").id == id


@pytest.mark.parametrize(
    "id",
    [
        "A",
        "small_boats",
        "small boats",
        "-a",
        "a-",
        "a--b",
        "é",
        "a.b",
        "FR",
        "EU",
        "a\n",
        "٣",
    ],
)
def test_other_ids_are_refused(id: str) -> None:
    """Capitals, spaces, other signs and other scripts are refused in an id."""
    with pytest.raises(RecordError, match=r": id: "):
        Theme(id=id, label="X")


def test_a_refused_id_is_reported_with_an_example() -> None:
    """The error shows what an id looks like."""
    with pytest.raises(RecordError) as caught:
        Theme(id="Small boats", label="X")
    assert (
        str(caught.value.problems[0])
        == "id: 'Small boats' is not an id; write 'small-boats'"
    )


def test_no_id_is_made_of_a_long_text() -> None:
    """What is longer than a name was not meant as an id, so the hint is the form alone."""
    with pytest.raises(RecordError) as caught:
        Theme(id="Small boats " + "x" * 300, label="Small boats")
    assert str(caught.value).endswith(
        'is not an id; an id looks like "small-boats"'
    )


@pytest.mark.parametrize("code", ["FR", "GB", "EU"])
def test_a_party_may_be_declared_by_its_state_code(code: str) -> None:
    """A state can be declared under its code, to record its name or members."""
    assert Party(id=code, name="X", kind=PartyKind.STATE).id == code


def test_a_code_that_iso_does_not_have_is_refused() -> None:
    """A state that ISO 3166-1 does not list, such as a former one, needs an id like other parties."""
    with pytest.raises(RecordError, match="'SU' is not an id"):
        Party(id="SU", name="Soviet Union", kind=PartyKind.STATE)
    assert (
        Party(id="soviet-union", name="Soviet Union", kind=PartyKind.STATE).id
        == "soviet-union"
    )


@pytest.mark.parametrize(
    ("code", "hint"), [("UK", "'GB'"), ("EL", "'GR'"), ("FRA", "'FR'")]
)
def test_the_right_code_is_suggested(code: str, hint: str) -> None:
    """Another code or name of a state is answered with its ISO 3166-1 code."""
    with pytest.raises(RecordError) as caught:
        Party(id=code, name="X", kind=PartyKind.STATE)
    assert (
        str(caught.value.problems[0])
        == f"id: {code!r} is not an id; write {hint}"
    )


@pytest.mark.parametrize(
    "bad", ["abc", "1:2:3", "0:f1617e1f:f846a7b47a3b988d"]
)
def test_a_citation_refuses_a_malformed_fingerprint(bad: str) -> None:
    """A mistyped fingerprint fails at once, not when it is compared with a text."""
    with pytest.raises(RecordError) as caught:
        Citation(source="s", fingerprint=bad)
    assert str(caught.value.problems[0]) == (
        f"fingerprint: {bad!r} is not a fingerprint; make one with entente.evidence.fingerprint"
    )
    assert Citation(
        source="s", fingerprint=fingerprint("They met.")
    ).fingerprint


def test_a_source_refuses_a_malformed_fingerprint() -> None:
    """The fingerprint of a whole text has the form of a passage's fingerprint."""
    with pytest.raises(
        RecordError,
        match=r": fingerprint: 'abc' is not a fingerprint; make one with",
    ):
        Source(id="s", title="S", kind=SourceKind.READOUT, fingerprint="abc")
    assert Source(
        id="s",
        title="S",
        kind=SourceKind.READOUT,
        fingerprint=fingerprint("They met."),
    ).fingerprint


@pytest.mark.parametrize("tag", ["en", "fr-CA", "zh-Hant-TW", "gsw"])
def test_a_language_is_a_tag(tag: str) -> None:
    """Tags of BCP 47 are accepted."""
    assert (
        Source(
            id="s", title="S", kind=SourceKind.READOUT, language=tag
        ).language
        == tag
    )


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("English", 'write "en"'),
        ("EN", 'write "en"'),
        ("e", 'write "en" or "fr-CA"'),
        ("en_GB", 'write "en-gb"'),
        ("en-", 'write "en"'),
        ("français", 'write "fr"'),
    ],
)
def test_a_language_without_a_tag_is_refused(tag: str, hint: str) -> None:
    """The name of a language and a malformed tag are refused."""
    with pytest.raises(RecordError) as caught:
        Source(id="s", title="S", kind=SourceKind.READOUT, language=tag)
    assert (
        str(caught.value.problems[0])
        == f"language: {tag!r} is not a language tag; {hint}"
    )
