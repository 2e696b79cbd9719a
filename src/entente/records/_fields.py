"""The fields of records: converters, metadata and validators.

`add_checks` holds every field of a class to its annotation. What an annotation cannot say is in
the field's metadata: which kinds of record its ids may name (`refers_to`), or which form its value
must have (`of_form`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from enum import Enum, StrEnum
from types import UnionType
from typing import (
    Any,
    Final,
    TypeAlias,
    TypeVar,
    cast,
    get_args,
    get_origin,
)

from attrs import Attribute, fields, frozen

from entente._text import LONE_SURROGATE, in_words, shorten, with_article
from entente.errors import NotationError, Problem, RecordError
from entente.records._forms import Form
from entente.records._vocabulary import suggest_word
from entente.values._duration import Duration, DurationLike
from entente.values._period import Period, PeriodLike
from entente.values._quantity import Quantity, QuantityLike, read_change

_Validator: TypeAlias = Callable[[object, "Attribute[object]", object], None]

T = TypeVar("T")

_TEXT: Final = "text (not empty, no white space around it)"


# --- converters ----------------------------------------------------------------------------------
#
# mypy accepts functions as converters, but not class methods such as `Period.of`. A text that is
# not in its notation waits for the validators, so that all faults of a record are listed at once.


@frozen
class _Refused:
    """A text that no value could be made of, in the place of the value."""

    error: NotationError


def refuse(error: NotationError, _: type[T]) -> T:
    """Return what stands for a value that could not be read, until the validators find it."""
    return cast("T", _Refused(error))


def to_period(value: PeriodLike) -> Period:
    """Return a date or an EDTF text as a period."""
    try:
        return Period.of(value)
    except NotationError as error:
        return refuse(error, Period)


def to_period_or_none(value: PeriodLike | None) -> Period | None:
    """Return a date or an EDTF text as a period, and None as it is."""
    try:
        return None if value is None else Period.of(value)
    except NotationError as error:
        return refuse(error, Period)


def to_quantity(value: QuantityLike) -> Quantity:
    """Return a text as a quantity, and a quantity as it is."""
    try:
        return Quantity.of(value)
    except NotationError as error:
        return refuse(error, Quantity)


def to_quantity_or_none(value: QuantityLike | None) -> Quantity | None:
    """Return a text as a quantity, and a quantity or None as it is."""
    try:
        return None if value is None else Quantity.of(value)
    except NotationError as error:
        return refuse(error, Quantity)


def to_change_or_none(value: QuantityLike | None) -> Quantity | None:
    """Return a text as a change, ``-36 %`` too, and a quantity or None as it is."""
    try:
        return read_change(value) if isinstance(value, str) else value
    except NotationError as error:
        return refuse(error, Quantity)


def to_duration_or_none(value: DurationLike | None) -> Duration | None:
    """Return a text as a duration, and a duration or None as it is."""
    try:
        return None if value is None else Duration.of(value)
    except NotationError as error:
        return refuse(error, Duration)


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


_ValueFault: TypeAlias = tuple[str, str | None]
"""What is wrong with a value, and the cure."""


def fault_finder(
    attribute: Attribute[Any],
) -> Callable[[Any], _ValueFault | None] | None:
    """Return what finds the fault in a field's value, each item of a list; None without a form."""
    form = form_of(attribute)
    if form is None:
        return None
    find = form.fault
    if get_origin(attribute.type) is not tuple:
        return find
    return lambda items: next(filter(None, map(find, items)), None)


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
    fault_of = fault_finder(attribute)

    def check_type(
        record: object, _: Attribute[object], value: object
    ) -> None:
        if not is_of_type(value):
            raise _refusal(record)

    # Most fields have no form, and are spared the second check.
    if fault_of is None:
        return check_type

    def check_type_and_form(
        record: object, _: Attribute[object], value: object
    ) -> None:
        if not is_of_type(value):
            raise _refusal(record)
        if value is not None and fault_of(value) is not None:
            raise _refusal(record)

    return check_type_and_form


# --- all faults of a record ----------------------------------------------------------------------


def _refusal(record: Any) -> RecordError:
    """Return the error with all faults of a record, whose fields are set and some of them wrong."""
    problems = list(_problems(record))
    first = problems[0]
    field = str(first.path[0]) if first.path else ""
    return RecordError(
        field, first.message, first.hint, subject_of(record), problems
    )


def refusal(
    record: object, field: str, reason: str, hint: str | None = None
) -> RecordError:
    """Return the error for a record whose fields are sound and do not go together."""
    return RecordError(field, reason, hint, subject_of(record))


def subject_of(record: object) -> str:
    """Return which record it is, for a message; parts have no id.

    >>> from entente import Theme
    >>> subject_of(Theme(id="small-boats", label="Small boats"))
    "theme 'small-boats'"
    """
    noun = in_words(type(record).__name__)
    id = getattr(record, "id", None)
    return noun if id is None else f"{noun} {shorten(id)}"


def _problems(record: Any) -> Iterator[Problem]:
    """Yield all faults of a record: those of its fields, and of what does not go together."""
    faulty: set[str] = set()
    for attribute in fields(type(record)):
        fault = _fault(attribute, getattr(record, attribute.name))
        if fault is not None:
            faulty.add(attribute.name)
            reason, hint = fault
            yield Problem(message=reason, hint=hint, path=(attribute.name,))
    # A check of fields together may stumble over one that is wrong.
    with suppress(AttributeError, TypeError):
        try:
            getattr(record, "__attrs_post_init__", lambda: None)()
        except RecordError as error:
            if error.field not in faulty:
                yield from error.problems


def _fault(attribute: Attribute[Any], value: Any) -> _ValueFault | None:
    """Return what is wrong with the value of a field, and the cure; None if it is sound."""
    if isinstance(value, _Refused):
        # The rules are long, and only needed when something is wrong.
        from entente.values._habits import (  # noqa: PLC0415
            in_code,
            refusal as cure,
        )

        reason, hint = cure(value.error)
        return reason, None if hint is None else in_code(hint)
    if not _type_test(attribute.type)(value):
        reason = f"{shorten(value)} is not {_describe(attribute.type)}"
        return reason, _word_hint(value, attribute.type)
    fault_of = fault_finder(attribute)
    return None if fault_of is None or value is None else fault_of(value)


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
