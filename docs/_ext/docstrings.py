"""Reads the library's docstrings: what is in single backticks leads to what it names.

A name means what it would mean to Python in the module where the docstring stands, and otherwise a
parameter or a field of what is documented, which is shown as code. Any other is an error of the build.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pkgutil import iter_modules

from attrs import fields, has
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.ext.napoleon.docstring import GoogleDocstring
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.inspect import stringify_signature
from sphinx.util.typing import stringify_annotation

import entente
from entente.asking import Selection
from entente.views import View

WITH_SECTIONS = ("class", "exception", "function", "method", "module")
ALIASES = {
    stringify_annotation(getattr(entente, name), "smart"): f"~entente.{name}"
    for name in ("PeriodLike", "QuantityLike", "Record")
}
MODULES = [
    import_module(f"entente.{found.name}") for found in iter_modules(entente.__path__)
]


def read_sections(
    app: Sphinx, what: str, name: str, thing: object, options: object, lines: list[str]
) -> None:
    """Read the sections of a docstring, such as ``Raises:``; what tells of a value is a sentence and has none."""
    if what in WITH_SECTIONS:
        lines[:] = GoogleDocstring(lines).lines()


def find_comment(
    app: Sphinx, what: str, name: str, thing: object, options: object, lines: list[str]
) -> None:
    """Take what is said of a value from the module that gave it its name, not from its type."""
    if what == "data":
        key = ("", name.rpartition(".")[2])
        analyzers = (ModuleAnalyzer.for_module(module.__name__) for module in MODULES)
        lines[:] = next(
            said[key] for each in analyzers if key in (said := each.find_attr_docs())
        )


def write_signature(
    app: Sphinx,
    what: str,
    name: str,
    thing: object,
    options: object,
    signature: str,
    returned: str,
) -> tuple[str, str] | None:
    """Write what a record takes as its fields say it; leave it out of what nobody makes by hand."""
    if isinstance(thing, type) and issubclass(thing, Selection | Enum | View):
        return "", ""
    if isinstance(thing, type) and has(thing):
        takes = inspect.signature(thing)
        types = {field.alias: field.type for field in fields(thing)}
        given = [
            each.replace(annotation=types[each.name])
            if each.annotation is object
            else each
            for each in takes.parameters.values()
        ]
        signature = stringify_signature(
            takes.replace(parameters=given),
            show_return_annotation=False,
            unqualified_typehints=True,
        )
    for spelt_out, alias in ALIASES.items():
        signature, returned = (
            text and text.replace(spelt_out, alias) for text in (signature, returned)
        )
    return signature, returned


def documented(node: nodes.Node | None) -> Iterator[object]:
    """Yield what a docstring describes, innermost first: the method, its class, its module."""
    while node is not None:
        signature = (
            node.next_node(addnodes.desc_signature)
            if isinstance(node, addnodes.desc)
            else None
        )
        if signature is not None and signature.get("module"):
            module = import_module(signature["module"])
            steps = signature["fullname"].split(".")
            for end in range(len(steps), 0, -1):
                thing: object = module
                for step in steps[:end]:
                    thing = getattr(thing, step, None)
                yield thing
        node = node.parent


def parameters(thing: object) -> set[str]:
    """Return the names of what a function, a class or the class of a value takes."""
    try:
        return set(
            inspect.signature(thing if callable(thing) else type(thing)).parameters
        )
    except ValueError:
        return set()


def meanings(name: str, things: list[object], module: str | None) -> Iterator[str]:
    """Yield the full names that a name may stand for in the modules in which things were written."""
    modules = [
        getattr(thing, "__module__", None) or type(thing).__module__ for thing in things
    ]
    first, _, rest = name.partition(".")
    for written in (*modules, module or "entente", "entente.errors"):
        found = getattr(sys.modules.get(written), first, None)
        if found is not None:
            home = getattr(found, "__module__", written)
            called = ".".join(
                filter(None, (getattr(found, "__qualname__", first), rest))
            )
            yield from (f"{home}.{called}", f"{written}.{called}", f"entente.{called}")


def lead(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, text: nodes.Element
) -> nodes.Element | None:
    """Return a link to what a name means, or the name as code if it is that of a parameter."""
    if node.get("refdomain") != "py":
        return None
    things = list(documented(node))
    name = node["reftarget"]
    domain = env.domains.python_domain
    for meant in meanings(name, things, node.get("py:module")):
        if meant in domain.objects:
            entry = domain.objects[meant]
            address = app.builder.get_relative_uri(node["refdoc"], entry.docname)
            return nodes.reference(
                "", "", text, internal=True, refuri=f"{address}#{entry.node_id}"
            )
    return text if any(name in parameters(thing) for thing in things) else None


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("autodoc-process-docstring", read_sections)
    app.connect("autodoc-process-docstring", find_comment)
    app.connect("autodoc-process-signature", write_signature)
    app.connect("missing-reference", lead)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
