"""What an analysis yields. Names and meanings are those of docs/claimsheet-1.schema.json."""

from __future__ import annotations

import dataclasses
import datetime
import types
import typing
from dataclasses import dataclass
from typing import Any, Literal, Optional, TypeVar, Union

T = TypeVar("T")


@dataclass(frozen=True)
class Span:
    """A half-open range of bytes of the source."""

    start: int
    end: int


@dataclass(frozen=True)
class Quantity:
    """A number with what it counts."""

    form: str
    amount: float
    unit: str
    decimals: int
    scale: float
    upper: Optional[float] = None
    per: Optional[str] = None
    qualifier: Optional[str] = None


@dataclass(frozen=True)
class DateValue:
    """A point or stretch of time, as precise as the text. `from_` is its first day."""

    precision: str
    relation: str
    from_: Optional[datetime.date] = None
    to: Optional[datetime.date] = None
    weekday: Optional[int] = None
    impossible: bool = False


@dataclass(frozen=True)
class Fact:
    """One thing in a claim that can be checked."""

    role: str
    text: str
    span: Span
    verify: str
    value: Union[Quantity, DateValue, None] = None
    tick: bool = True
    left_out: Optional[str] = None


@dataclass(frozen=True)
class Reason:
    """What spoke for or against a claim."""

    signal: str
    text: str
    weight: float


@dataclass(frozen=True)
class Context:
    """The sentences around a claim in its paragraph."""

    before: str
    after: str


@dataclass(frozen=True)
class ClaimedSource:
    """What the draft itself offers as the source of a claim."""

    kind: str
    text: str
    url: Optional[str] = None
    probably: Optional[str] = None
    full_name: Optional[str] = None
    linked: Optional[str] = None


@dataclass(frozen=True)
class Prompt:
    """A place to look."""

    label: str
    why: str
    url: Optional[str] = None


@dataclass(frozen=True)
class Claim:
    """A checkable assertion."""

    id: str
    number: int
    kind: str
    tags: tuple[str, ...]
    priority: Literal["low", "medium", "high"]
    score: float
    reasons: tuple[Reason, ...]
    text: str
    context: Context
    span: Span
    line: int
    column: int
    paragraph: int
    facts: tuple[Fact, ...]
    prompts: tuple[Prompt, ...]
    also: tuple[int, ...]
    section: Optional[str] = None
    claimed_source: Optional[ClaimedSource] = None
    speaker: Optional[str] = None
    time: Optional[str] = None


@dataclass(frozen=True)
class NotListed:
    """A sentence in which nothing checkable was found."""

    text: str
    span: Span
    line: int
    reason: str
    score: float
    comments: tuple[str, ...] = ()


@dataclass(frozen=True)
class FindingPlace:
    """A place of a finding."""

    text: str
    span: Span
    line: int


@dataclass(frozen=True)
class Finding:
    """Where the draft contradicts itself or the calendar, or should be queried."""

    check: str
    severity: Literal["notice", "ask", "disagrees"]
    message: str
    places: tuple[FindingPlace, ...]


@dataclass(frozen=True)
class Name:
    """A name of the article in all its forms."""

    name: str
    kind: str
    titles: tuple[str, ...]
    count: int
    lines: tuple[int, ...]
    variants: tuple[str, ...]
    verify: str
    #: Whether its spelling is to be checked: not that of a country or a people.
    tick: bool = True


@dataclass(frozen=True)
class Article:
    """What was read."""

    format: str
    bytes: int
    words: int
    sha256: str
    title: Optional[str] = None
    author: Optional[str] = None
    published: Optional[datetime.date] = None
    url: Optional[str] = None
    part: Optional[str] = None


@dataclass(frozen=True)
class Analysis:
    """Everything that the analysis of one article yields, in reading order."""

    article: Article
    claims: tuple[Claim, ...]
    set_aside: tuple[NotListed, ...]
    findings: tuple[Finding, ...]
    names: tuple[Name, ...]
    warnings: tuple[str, ...] = ()


_HINTS: dict[type, dict[str, Any]] = {}


def built(sort: type[T], data: dict[str, Any]) -> T:
    """An object of `sort` from JSON; fields that it does not have are left out."""
    hints = _HINTS.get(sort)
    if hints is None:
        hints = _HINTS[sort] = typing.get_type_hints(sort)
    given = {}
    for field in dataclasses.fields(typing.cast(Any, sort)):
        value = data.get(field.name.rstrip("_"))
        if value is not None:
            given[field.name] = _value(hints[field.name], value)
    return sort(**given)


def _value(hint: Any, value: Any) -> Any:
    origin = typing.get_origin(hint)
    if origin is Union or origin is getattr(types, "UnionType", None):
        sorts = [sort for sort in typing.get_args(hint) if sort is not type(None)]
        if len(sorts) == 1:
            return _value(sorts[0], value)
        return built(Quantity if "form" in value else DateValue, value)
    if origin is tuple:
        return tuple(_value(typing.get_args(hint)[0], one) for one in value)
    if dataclasses.is_dataclass(hint):
        return built(typing.cast(type, hint), value)
    if hint is datetime.date:
        return datetime.date.fromisoformat(value)
    return value
