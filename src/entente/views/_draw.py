"""Charts drawn from their specifications, as SVG and PNG.

Altair and vl-convert are in the extra ``charts``, so they are imported only for drawing.
"""

from __future__ import annotations

import importlib.util
from io import StringIO
from types import ModuleType
from typing import TYPE_CHECKING, Final
from xml.sax import parseString
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from entente._safe import document_line, html_text
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
    drawn = _converter().vegalite_to_svg(made, vl_version=VERSION)
    picture = _OneImage(document_line(title), document_line(description))
    # The parser reads no other files, and Vega wrote the text.
    parseString(drawn, picture)  # noqa: S317
    return picture.written.getvalue()


class _OneImage(XMLGenerator):
    """Writes an SVG anew as one image: a screen reader reads its title and description alone.

    What Vega gives as the label of a part becomes its title, which browsers show who points at it.
    """

    def __init__(self, title: str, description: str) -> None:
        self.written = StringIO()
        super().__init__(self.written, short_empty_elements=True)
        self._said = {"title": title, "desc": description}

    def startDocument(self) -> None:  # noqa: N802 -- the name is that of SAX
        """Write no declaration, which a page could not hold."""

    def startElement(  # noqa: N802
        self, name: str, attrs: AttributesImpl
    ) -> None:
        """Write a tag: that of the whole says that it is an image, its parts have no roles."""
        kept = {
            each: value
            for each, value in attrs.items()
            if each not in {"role", "aria-roledescription", "aria-label"}
        }
        if name == "svg":
            kept |= {"role": "img", "aria-label": self._said["title"]}
        super().startElement(name, AttributesImpl(kept))
        if name == "svg":
            for tag, text in self._said.items():
                self._add_text(tag, text)
        elif "aria-label" in attrs:
            self._add_text("title", attrs["aria-label"])

    def _add_text(self, tag: str, text: str) -> None:
        super().startElement(tag, AttributesImpl({}))
        self.characters(text)
        self.endElement(tag)


def png(made: Spec, *, scale: float) -> bytes:
    """Return a specification drawn as PNG."""
    return bytes(
        _converter().vegalite_to_png(made, vl_version=VERSION, scale=scale)
    )


def adaptive(wide: str, narrow: str, title: str) -> str:
    """Return two SVG for light ground, of which a page shows the one it has room for.

    CSS recolours them for dark ground.
    """
    rules = ""
    # Colours that share their light value share their dark one too.
    for light, dark in dict(PALETTES.values()).items():
        rules += f'.entente-view [fill="{light}"]{{fill:{dark}}}'
        rules += f'.entente-view [stroke="{light}"]{{stroke:{dark}}}'
    named = f'role="group" aria-label="{html_text(title)}" tabindex="0"'
    return (
        f"<style>{_ONE_OF_TWO}"
        f"@media screen and (prefers-color-scheme:dark){{{rules}}}</style>"
        f'<div class="wide" {named}>{wide}</div>'
        f'<div class="narrow" {named}>{narrow}</div>'
    )


_ONE_OF_TWO: Final = (
    ".entente-view{margin-inline:0}"
    ".entente-view .wide,.entente-view .narrow{overflow-x:auto}"
    # A notebook has a little less room; much smaller, nobody could read it.
    ".entente-view .wide svg{max-width:100%;min-width:840px;height:auto}"
    # A page has a margin on a phone, too.
    ".entente-view .narrow svg{max-width:100%;min-width:320px;height:auto}"
    ".entente-view .narrow{display:none}"
    "@media screen and (max-width:40em){"
    ".entente-view .wide{display:none}.entente-view .narrow{display:block}}"
)
"""CSS by which a page shows the narrow picture on a phone, the wide one elsewhere and on paper."""


def _converter() -> ModuleType:
    try:
        import vl_convert  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("drawing a chart", "charts") from error
    return vl_convert
