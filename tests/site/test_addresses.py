"""The folders of records: one for each, on any disk."""

from __future__ import annotations

from hypothesis import given, strategies as st

from entente import Party, PartyKind
from entente.site._addresses import folder_name


def party(id: str) -> Party:
    """Return a party with an id."""
    return Party(id=id, name="A", kind=PartyKind.BODY)


IDS = st.from_regex("[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True)


def test_folders_differ_on_any_disk() -> None:
    """No two ids share a folder where capital letters count as small ones, and none is the name of a device."""
    ids = ["fr", "FR", "EU", "eu", "xx", "con", "con-1", "com1", "lpt9", "nul", "prn", "aux", "uk"]  # fmt: skip
    folders = [folder_name(party(each)) for each in ids]
    assert folders == [
        "fr-", "FR", "EU", "eu-", "xx", "con-", "con-1", "com1-", "lpt9-", "nul-", "prn-", "aux-", "uk",
    ]  # fmt: skip


@given(
    st.sets(
        st.one_of(IDS, st.sampled_from(["con", "fr", "FR", "aux", "lpt9"]))
    )
)
def test_folders_are_told_apart(ids: set[str]) -> None:
    """Distinct ids have distinct folders, also where capital letters count as small ones."""
    parties = [party(each) for each in ids]
    folders = {folder_name(each).casefold() for each in parties}
    assert len(folders) == len(ids)
    assert folders.isdisjoint({"con", "prn", "aux", "nul", "com1", "lpt1"})
