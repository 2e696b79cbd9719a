"""Reads the library's docstrings and links each name in single backticks to its entry.

A name is looked up as Python would look it up in the module that the docstring is in. A parameter or
field of the documented object is shown as code. Any other name is an error of the build.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pkgutil import walk_packages
from types import GenericAlias

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
from entente.views import Brief, View

WITH_SECTIONS = ("class", "exception", "function", "method", "module")
ALIASES = {
    stringify_annotation(getattr(entente, name), "smart"): f"~entente.{name}"
    for name in ("PeriodLike", "QuantityLike", "Record")
}
MODULES = [
    import_module(found.name)
    for found in walk_packages(entente.__path__, "entente.")
    if not found.name.endswith("__main__")  # which would run the command line
]


def read_sections(
    app: Sphinx,
    what: str,
    name: str,
    thing: object,
    options: object,
    lines: list[str],
) -> None:
    """Parse sections such as ``Raises:``. The docstring of a value is a sentence and has none."""
    if what in WITH_SECTIONS:
        lines[:] = GoogleDocstring(lines).lines()


def find_comment(
    app: Sphinx,
    what: str,
    name: str,
    thing: object,
    options: object,
    lines: list[str],
) -> None:
    """Describe a value by the docstring below its assignment, not by that of its type."""
    if what != "data":
        return
    key = ("", name.rpartition(".")[2])
    for module in MODULES:
        comments = ModuleAnalyzer.for_module(module.__name__).find_attr_docs()
        if key in comments:
            lines[:] = comments[key]
            return
    raise LookupError(f"no module describes {name}")


def write_signature(
    app: Sphinx,
    what: str,
    name: str,
    thing: object,
    options: object,
    signature: str,
    returned: str,
) -> tuple[str, str] | None:
    """Write a record's parameters with the types of its fields, without those of the library alone.

    Selections, enumerations and views are never made by hand, so they have no signature.
    """
    if isinstance(thing, type) and issubclass(
        thing, Selection | Enum | View | Brief
    ):
        return "", ""
    if isinstance(thing, type) and has(thing):
        takes = inspect.signature(thing)
        types = {field.alias: field.type for field in fields(thing)}
        given = [
            each.replace(annotation=types[each.name])
            if each.annotation in (object, "object")
            else each
            for each in takes.parameters.values()
            if not each.name.startswith("_")
        ]
        signature = stringify_signature(
            takes.replace(parameters=given),
            show_return_annotation=False,
            unqualified_typehints=True,
        ).replace("= NOTHING", "= ...")
    for spelt_out, alias in ALIASES.items():
        signature, returned = (
            text and text.replace(spelt_out, alias)
            for text in (signature, returned)
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
    """Return the names of the parameters of a function, a class, or the class of a value."""
    try:
        return set(
            inspect.signature(
                thing if callable(thing) else type(thing)
            ).parameters
        )
    except ValueError:
        return set()


def public_part(module: str) -> str:
    """Return the public package that a module is in: ``entente.values`` of ``entente.values._period``."""
    return module.partition("._")[0]


def candidates(
    name: str, things: list[object], module: str | None
) -> Iterator[str]:
    """Yield the full names that a name may have, looked up in the modules of the given objects."""
    modules = [
        getattr(thing, "__module__", None) or type(thing).__module__
        for thing in things
    ]
    first, _, rest = name.partition(".")
    for written in (*modules, module or "entente", "entente.errors"):
        found = getattr(sys.modules.get(written), first, None)
        if found is not None:
            home = getattr(found, "__module__", None) or written
            # An alias such as tuple[str, ...] has the name of the class that it is an alias of.
            is_alias = isinstance(found, GenericAlias)
            own_name = getattr(found, "__qualname__", first)
            steps = (first if is_alias else own_name, rest)
            dotted = ".".join(filter(None, steps))
            for package in (
                home,
                public_part(home),
                public_part(written),
                "entente",
            ):
                yield f"{package}.{dotted}"


def unqualified(name: str) -> tuple[str, str | None]:
    """Split a full name of ours, such as ``entente.values._period.Period``, from its module."""
    module, _, last = name.rpartition(".")
    return (last, module) if module in sys.modules else (name, None)


def lead(
    app: Sphinx,
    env: BuildEnvironment,
    node: addnodes.pending_xref,
    text: nodes.Element,
) -> nodes.Element | None:
    """Return a link to the entry of a name, or the name as code if it is a parameter's."""
    if node.get("refdomain") != "py":
        return None
    things = list(documented(node))
    name, module = unqualified(node["reftarget"])
    domain = env.domains.python_domain
    for candidate in candidates(name, things, module or node.get("py:module")):
        if candidate in domain.objects:
            entry = domain.objects[candidate]
            address = app.builder.get_relative_uri(
                node["refdoc"], entry.docname
            )
            return nodes.reference(
                "",
                "",
                text,
                internal=True,
                refuri=f"{address}#{entry.node_id}",
            )
    return text if any(name in parameters(thing) for thing in things) else None


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("autodoc-process-docstring", read_sections)
    app.connect("autodoc-process-docstring", find_comment)
    app.connect("autodoc-process-signature", write_signature)
    app.connect("missing-reference", lead)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
