"""Charts drawn from their specifications, as SVG and PNG.

Altair and vl-convert are in the extra ``charts``, so they are imported only for drawing.
"""

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
    """Return whether the extra ``charts`` is installed."""
    return importlib.util.find_spec("vl_convert") is not None


def chart(made: Spec) -> altair.LayerChart:
    """Return a specification as a chart of Altair."""
    try:
        import altair  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("drawing a chart", "charts") from error
    return altair.LayerChart.from_dict(made)


def svg(made: Spec, title: str, description: str) -> str:
    """Return a specification drawn as SVG, with a title and a description for screen readers."""
    drawn = str(_converter().vegalite_to_svg(made, vl_version=VERSION))
    name, words = (
        html.escape(single_line(title)),
        html.escape(single_line(description)),
    )
    opening = f'<svg role="img" aria-label="{name}" '
    content = f"<title>{name}</title><desc>{words}</desc>"
    # The whole is one image, so its parts have no roles: a screen reader reads the description.
    drawn = re.sub(r' (?:role|aria-roledescription)="[^"]*"', "", drawn)
    return re.sub(
        r"^<svg ([^>]*)>",
        lambda tag: f"{opening}{tag[1]}>{content}",
        drawn,
        count=1,
    )


def png(made: Spec, *, scale: float, dark: bool) -> bytes:
    """Return a specification drawn as PNG, on ground of its palette."""
    grounded = made | {"background": PALETTES["ground"][dark]}
    return bytes(
        _converter().vegalite_to_png(grounded, vl_version=VERSION, scale=scale)
    )


def adaptive(drawn: str, title: str) -> str:
    """Return an SVG for light ground that can scroll, with CSS to recolour it for dark ground."""
    rules = ""
    # Colours that share their light value share their dark one too.
    for light, dark in dict(PALETTES.values()).items():
        rules += f'.entente-view [fill="{light}"]{{fill:{dark}}}'
        rules += f'.entente-view [stroke="{light}"]{{stroke:{dark}}}'
    return (
        f"<style>@media screen and (prefers-color-scheme:dark){{{rules}}}</style>"
        f'<div role="group" aria-label="{html.escape(title)}" tabindex="0"'
        f' style="overflow-x:auto">{drawn}</div>'
    )


def _converter() -> ModuleType:
    try:
        import vl_convert  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("drawing a chart", "charts") from error
    return vl_convert
