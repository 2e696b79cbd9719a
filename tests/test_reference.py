"""The reference documents everything that is public, and nothing else."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from enum import Enum
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from types import FunctionType
from typing import Final

import pytest
from attrs import fields, frozen, has

import entente

PAGES: Final = (
    Path(__file__).resolve().parent.parent / "docs" / "reference" / "api"
)

PACKAGES: Final = (
    "answers",
    "asking",
    "checks",
    "drafting",
    "errors",
    "evidence",
    "exports",
    "files",
    "imports",
    "records",
    "site",
    "strategies",
    "values",
    "views",
)
MODULES: Final = ("entente", *(f"entente.{name}" for name in PACKAGES))
"""Every public module, by its full name."""

DIRECTIVE: Final = re.compile(
    r"^(?P<indent> *)\.\. (?P<kind>[\w:]+):: (?P<name>\S+)"
)
OPTION: Final = re.compile(r"^ {3}:(?P<key>[\w-]+):(?P<value>.*)$")


@frozen
class Entry:
    """A directive of the reference: the module and name it documents, and its options."""

    kind: str
    module: str
    name: str
    options: dict[str, str]

    @property
    def value(self) -> object:
        """The documented object."""
        value: object = import_module(self.module)
        for step in self.name.split("."):
            value = getattr(value, step)
        return value

    def lists(self, option: str) -> set[str] | None:
        """Return the names that an option lists, or None if it is not given."""
        text = self.options.get(option)
        return None if text is None else set(text.replace(",", " ").split())


def split_name(module: str, name: str) -> tuple[str, str]:
    """Split a name that may be given in full into its module and the rest."""
    for public in sorted(MODULES, key=len, reverse=True):
        if name.startswith(f"{public}."):
            return public, name.removeprefix(f"{public}.")
    return module, name


def read_entries() -> Iterator[Entry]:
    """Read the directives of all pages of the reference."""
    for page in sorted(PAGES.glob("*.md")):
        module, options = "", dict[str, str]()
        for line in page.read_text(encoding="utf-8").splitlines():
            if found := DIRECTIVE.match(line):
                kind, name = found["kind"], found["name"]
                if found["indent"]:
                    # An attribute that autodoc cannot see is written below its class.
                    options["written"] = f"{options.get('written', '')} {name}"
                    continue
                options = {}
                if kind in ("py:currentmodule", "automodule"):
                    module = name
                if kind == "automodule":
                    yield Entry(kind, module, "", options)
                elif kind.startswith("auto"):
                    yield Entry(kind, *split_name(module, name), options)
            elif found := OPTION.match(line):
                options[found["key"]] = found["value"].strip()


ENTRIES: Final = list(read_entries())
SINGLE: Final = [entry for entry in ENTRIES if entry.name]
WHOLE: Final = [
    entry.module
    for entry in ENTRIES
    if not entry.name and "members" in entry.options
]
"""Modules of which the reference documents all names at once."""


def public_names(module: str) -> list[str]:
    """Return the names that a module lists as public."""
    names: list[str] = getattr(import_module(module), "__all__", [])
    return names


def public_classes() -> dict[str, type]:
    """Return every public class by its name."""
    found: dict[str, type] = {}
    for module in MODULES:
        for name in public_names(module):
            value = getattr(import_module(module), name)
            if inspect.isclass(value):
                found[name] = value
    return found


CLASSES: Final = public_classes()


def is_attribute(cls: type, name: str, member: object) -> bool:
    """Tell whether a member of a class is a method or a property, and not a field."""
    if has(cls) and name in {field.name for field in fields(cls)}:
        return False
    # attrs turns a cached property of a slotted class into a slot.
    return inspect.ismemberdescriptor(member) or isinstance(
        member,
        FunctionType | classmethod | staticmethod | property | cached_property,
    )


def attributes(cls: type) -> set[str]:
    """Return the public methods, properties and words of a class, inherited ones included.

    What exceptions and enumerations inherit from Python's own classes does not count.
    """
    found = (
        {word.name for word in cls} if issubclass(cls, Enum) else set[str]()
    )
    for base in cls.__mro__:
        if base.__module__.partition(".")[0] in ("builtins", "enum", "typing"):
            continue
        for name, member in vars(base).items():
            if not name.startswith("_") and is_attribute(base, name, member):
                found.add(name)
    return found


@cache
def is_described(cls: type, name: str) -> bool:
    """Tell whether an attribute has a docstring, without which autodoc leaves it out."""
    comment = re.search(
        rf'^    {name} = [^\n]+\n    """', inspect.getsource(cls), re.MULTILINE
    )
    return comment is not None or bool(inspect.getdoc(getattr(cls, name)))


def documented(entry: Entry) -> set[str]:
    """Return the attributes of a class that its entry shows."""
    cls = entry.value
    assert isinstance(cls, type)
    written = {name.partition("(")[0] for name in entry.lists("written") or ()}
    members = entry.lists("members")
    if members is None:
        return written
    shown = members or {
        name
        for name in attributes(cls)
        if "undoc-members" in entry.options or is_described(cls, name)
    }
    if "inherited-members" not in entry.options:
        words = (
            {word.name for word in cls}
            if issubclass(cls, Enum)
            else set[str]()
        )
        shown = {name for name in shown if name in vars(cls) or name in words}
    return (shown | written) - (entry.lists("exclude-members") or set())


@pytest.mark.parametrize("module", MODULES)
def test_every_public_module_lists_its_names(module: str) -> None:
    """A public module has a sorted `__all__`, and each name in it exists."""
    names = public_names(module)
    assert names
    assert len(names) == len(set(names))
    assert [
        name for name in names if not hasattr(import_module(module), name)
    ] == []


@pytest.mark.parametrize(
    "module", [each for each in MODULES if each not in WHOLE]
)
def test_every_public_name_has_an_entry(module: str) -> None:
    """Each name that a public module lists is an entry of the reference."""
    entries = [(entry.name, entry.value) for entry in SINGLE]
    missing = [
        name
        for name in public_names(module)
        if (name, getattr(import_module(module), name)) not in entries
    ]
    assert missing == []


@pytest.mark.parametrize("name", CLASSES)
def test_every_public_attribute_is_in_an_entry(name: str) -> None:
    """Each method, property and word of a public class is shown with the class or with a base."""
    cls = CLASSES[name]
    shown: set[str] = set()
    for entry in SINGLE:
        if entry.kind in ("autoclass", "autoexception"):
            value = entry.value
            assert isinstance(value, type)
            if issubclass(cls, value):
                shown |= documented(entry)
    assert attributes(cls) - shown == set()


@pytest.mark.parametrize("entry", SINGLE, ids=lambda entry: entry.name)
def test_no_entry_is_private(entry: Entry) -> None:
    """The reference documents only names that a public module lists, under that module."""
    assert entry.module in MODULES
    assert entry.name.partition(".")[0] in public_names(entry.module)
    assert not re.search(r"(?:^|\.)_", entry.name)


def test_no_module_of_the_reference_is_private() -> None:
    """The reference documents no module whose name begins with an underscore."""
    assert {entry.module for entry in ENTRIES} <= set(MODULES)


def test_the_public_modules_are_those_of_the_library() -> None:
    """These tests look at every module that `dir(entente)` shows."""
    shown = {
        name
        for name in dir(entente)
        if inspect.ismodule(getattr(entente, name))
    }
    assert shown == set(PACKAGES)
