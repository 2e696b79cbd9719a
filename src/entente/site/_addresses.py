"""Where each page of a site is, and the relative links between them."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlencode

from entente.records._model import KIND_NAMES, Party, Record
from entente.records._states import state_name

FRONT: Final = "index.html"
"""The page that the site opens with."""

PER_PAGE: Final = 100
"""How many rows a list has on a page."""


_DEVICE: Final = re.compile("con|prn|aux|nul|(com|lpt)[0-9]")
"""The names that Windows keeps for devices, whatever comes after a dot."""


def folder_name(record: Record) -> str:
    """Return the name of the folder of a record: its id, with a hyphen behind it where a disk needs that.

    No id ends in a hyphen. A disk that takes capital letters for small ones has one folder for the
    state ``FR`` and for a party ``fr``, and Windows has none that is called ``con``.

    >>> from entente import Party, PartyKind
    >>> folder_name(Party(id="FR", name="France", kind=PartyKind.STATE))
    'FR'
    >>> folder_name(Party(id="fr", name="Far Railways", kind=PartyKind.COMPANY))
    'fr-'
    """
    is_like_a_state = (
        isinstance(record, Party)
        and record.id.islower()
        and state_name(record.id.upper()) is not None
    )
    is_taken = is_like_a_state or _DEVICE.fullmatch(record.id) is not None
    return f"{record.id}-" if is_taken else record.id


def page_of(record: Record) -> str:
    """Return the page of a record, from the top of the site.

    >>> from entente import Theme
    >>> page_of(Theme(id="small-boats", label="Small boats"))
    'themes/small-boats/index.html'
    """
    return f"{KIND_NAMES[type(record)]}/{folder_name(record)}/index.html"


def page_of_list(kind: str) -> str:
    """Return the first page of the list of a kind, from the top of the site.

    >>> page_of_list("themes")
    'themes/index.html'
    """
    return f"{kind}/index.html"


def filtered(kind: str, **asked: str) -> str:
    """Return the list of a kind with filters, from the top of the site.

    >>> filtered("commitments", by="FR", schedule="overdue,breached")
    'commitments/index.html?by=FR&schedule=overdue,breached'
    """
    return f"{page_of_list(kind)}?{urlencode(asked, safe=',')}"


def link(page: str, to: str) -> str:
    """Return the link from a page to another or to a file.

    >>> link("themes/small-boats/index.html", "index.html")
    '../../index.html'
    >>> link("index.html", "themes/index.html#top")
    'themes/index.html#top'
    """
    return "../" * page.count("/") + to


def permalink(address: str, page: str) -> str:
    """Return the address of a page on the web.

    >>> permalink("https://example.org/tracker", "themes/index.html")
    'https://example.org/tracker/themes/'
    """
    return f"{address.rstrip('/')}/{page.removesuffix('index.html')}"
