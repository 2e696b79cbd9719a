"""The fields of records: converters, metadata and validators.

`add_checks` holds every field of a class to its annotation. What an annotation cannot say is in
the field's metadata: which kinds of record its ids may name (`refers_to`), or which form its value
must have (`of_form`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, StrEnum
from types import UnionType
from typing import Any, Final, TypeAlias, get_args, get_origin

from attrs import Attribute

from entente._text import LONE_SURROGATE, shorten, with_article
from entente.errors import RecordError
from entente.records._forms import Form
from entente.records._vocabulary import suggest_word
from entente.values._duration import Duration, DurationLike
from entente.values._period import Period, PeriodLike
from entente.values._quantity import Quantity, QuantityLike, read_change

_Validator: TypeAlias = Callable[[object, "Attribute[object]", object], None]

_TEXT: Final = "text (not empty, no white space around it)"


# --- converters ----------------------------------------------------------------------------------
#
# mypy accepts functions as converters, but not class methods such as `Period.of`.


def to_period(value: PeriodLike) -> Period:
    """Return a date or an EDTF text as a period."""
    return Period.of(value)


def to_period_or_none(value: PeriodLike | None) -> Period | None:
    """Return a date or an EDTF text as a period, and None as it is."""
    return None if value is None else Period.of(value)


def to_quantity(value: QuantityLike) -> Quantity:
    """Return a text as a quantity, and a quantity as it is."""
    return Quantity.of(value)


def to_quantity_or_none(value: QuantityLike | None) -> Quantity | None:
    """Return a text as a quantity, and a quantity or None as it is."""
    return None if value is None else Quantity.of(value)


def to_change_or_none(value: QuantityLike | None) -> Quantity | None:
    """Return a text as a change, ``-36 %`` too, and a quantity or None as it is."""
    return read_change(value) if isinstance(value, str) else value


def to_duration_or_none(value: DurationLike | None) -> Duration | None:
    """Return a text as a duration, and a duration or None as it is."""
    return None if value is None else Duration.of(value)


def _to_tuple(value: object) -> object:
    # Only a list is converted: tuple("abc") would be ('a', 'b', 'c').
    return tuple(value) if isinstance(value, list) else value


# --- metadata ------------------------------------------------------------------------------------


def refers_to(*kinds: str) -> Mapping[str, tuple[str, ...]]:
    """Return the metadata of a field whose ids name records of `kinds`."""
    return {"kinds": kinds}


def of_form(form: Form[Any]) -> Mapping[str, Form[Any]]:
    """Return the metadata of a field whose value has a form."""
    return {"form": form}


def form_of(attribute: Attribute[Any]) -> Form[Any] | None:
    """Return the form of a field's value, or None if any value of its type will do."""
    form: Form[Any] | None = attribute.metadata.get("form")
    return form


# --- validators ----------------------------------------------------------------------------------


def add_checks(
    _: type,
    attributes: list[Attribute[object]],
) -> list[Attribute[object]]:
    """Give every field a validator for its annotation, and accept a list as a tuple."""
    return [_with_checks(attribute) for attribute in attributes]


def _with_checks(attribute: Attribute[object]) -> Attribute[object]:
    validator = _validator(attribute)
    if get_origin(attribute.type) is tuple:
        return attribute.evolve(validator=validator, converter=_to_tuple)
    return attribute.evolve(validator=validator)


def _validator(attribute: Attribute[object]) -> _Validator:
    is_of_type = _type_test(attribute.type)
    form = form_of(attribute)

    def check_type(
        _: object, attribute: Attribute[object], value: object
    ) -> None:
        if not is_of_type(value):
            reason = f"{shorten(value)} is not {_describe(attribute.type)}"
            raise RecordError(
                attribute.name, reason, _word_hint(value, attribute.type)
            )

    # Most fields have no form, and are spared the second check.
    if form is None:
        return check_type

    def check_type_and_form(
        record: object, attribute: Attribute[object], value: object
    ) -> None:
        check_type(record, attribute, value)
        fault = None if value is None else form.fault(value)
        if fault is not None:
            raise RecordError(attribute.name, *fault)

    return check_type_and_form


def _type_test(expected: Any) -> Callable[[object], bool]:
    """Return a function that tells whether a value is of an annotated type.

    It knows the annotations of the records only: a class, ``C | None`` and ``tuple[C, ...]``.
    """
    if isinstance(expected, UnionType):
        is_inner = _type_test(_without_none(expected))
        return lambda value: value is None or is_inner(value)
    if get_origin(expected) is tuple:
        is_item = _type_test(get_args(expected)[0])
        return lambda value: (
            isinstance(value, tuple) and all(map(is_item, value))
        )
    if expected is str:
        return _is_text
    # The exact type: True is an int, and a subclass might change what a record says.
    return lambda value: type(value) is expected


def _is_text(value: object) -> bool:
    # A member of a word list is a str too, but it never belongs in a field of free text.
    if not isinstance(value, str) or isinstance(value, Enum):
        return False
    if value == "" or value != value.strip():
        return False
    return LONE_SURROGATE.search(value) is None


def _without_none(expected: Any) -> Any:
    """Return the type ``C`` of an annotation ``C | None`` or ``C``."""
    return (
        get_args(expected)[0] if isinstance(expected, UnionType) else expected
    )


def _describe(annotation: Any) -> str:
    """Name the values that an annotation allows, for a message.

    >>> _describe(tuple[Period, ...]), _describe(Period | None)
    ('a tuple of Period', 'a Period')
    """
    expected = _without_none(annotation)
    if get_origin(expected) is tuple:
        item = get_args(expected)[0]
        return f"a tuple of {_TEXT if item is str else item.__name__}"
    return _TEXT if expected is str else with_article(expected.__name__)


def _word_hint(value: object, annotation: Any) -> str | None:
    """Suggest the member of a word list for a text that was given: "write Force.BINDING"."""
    if not isinstance(value, str):
        return None
    expected = _without_none(annotation)
    if not isinstance(expected, type) or not issubclass(expected, StrEnum):
        return None
    return suggest_word(value, expected, in_code=True)
