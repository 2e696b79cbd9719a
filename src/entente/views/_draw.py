"""What Altair and vl-convert make of a chart's specification; both are imported here, when they are needed."""

from __future__ import annotations

import html
import importlib.util
import re
from types import ModuleType
from typing import TYPE_CHECKING

from entente._tables import single_line
from entente.errors import MissingExtraError
from entente.views._spec import PALETTES, VERSION, Spec

if TYPE_CHECKING:
    import altair


def can_draw() -> bool:
    """Say whether the extra that draws is installed."""
    return importlib.util.find_spec("vl_convert") is not None


def chart(made: Spec) -> altair.LayerChart:
    """Return a specification as a chart of Altair."""
    try:
        import altair  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("drawing a chart", "charts") from error
    return altair.LayerChart.from_dict(made)


def svg(made: Spec, title: str, description: str) -> str:
    """Draw a specification as SVG, with words for those who do not see it."""
    drawn = str(_converter().vegalite_to_svg(made, vl_version=VERSION))
    title, description = (
        html.escape(single_line(text)) for text in (title, description)
    )
    opening = f'<svg role="img" aria-label="{title}" '
    words = f"<title>{title}</title><desc>{description}</desc>"
    # Within one image nothing else has a role: readers of screens are told its words and no parts.
    drawn = re.sub(r' (?:role|aria-roledescription)="[^"]*"', "", drawn)
    return re.sub(
        r"^<svg ([^>]*)>", lambda found: f"{opening}{found[1]}>{words}", drawn, count=1
    )


def png(made: Spec, *, scale: float, dark: bool) -> bytes:
    """Draw a specification as PNG, on the ground that it is made for."""
    grounded = made | {"background": PALETTES["ground"][dark]}
    return bytes(
        _converter().vegalite_to_png(grounded, vl_version=VERSION, scale=scale)
    )


def adaptive(drawn: str, title: str) -> str:
    """Put an SVG for light ground where it can be moved sideways, with rules that suit it to dark ground."""
    rules = "".join(
        f'.entente-view [{attribute}="{light}"]{{{attribute}:{dark}}}'
        for light, dark in dict(PALETTES.values()).items()
        for attribute in ("fill", "stroke")
    )
    return (
        f"<style>@media screen and (prefers-color-scheme:dark){{{rules}}}</style>"
        f'<div role="group" aria-label="{html.escape(title)}" tabindex="0" style="overflow-x:auto">{drawn}</div>'
    )


def _converter() -> ModuleType:
    try:
        import vl_convert  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("drawing a chart", "charts") from error
    return vl_convert
