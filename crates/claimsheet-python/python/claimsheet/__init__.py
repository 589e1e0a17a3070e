"""Turns draft articles into fact-check worksheets, and archives into tables of claims.

Whether a claim is true is for people to say. Nothing is sent anywhere, and the same text always gives the same
result.
"""

from ._api import Made, analyse, analyse_all, analyse_batch, make, merge
from ._native import Rows, __version__
from ._types import (
    Analysis,
    Article,
    Claim,
    ClaimedSource,
    Context,
    DateValue,
    Fact,
    Finding,
    FindingPlace,
    Name,
    NotListed,
    Prompt,
    Quantity,
    Reason,
    Span,
)

__all__ = [
    "Analysis",
    "Article",
    "Claim",
    "ClaimedSource",
    "Context",
    "DateValue",
    "Fact",
    "Finding",
    "FindingPlace",
    "Made",
    "Name",
    "NotListed",
    "Prompt",
    "Quantity",
    "Reason",
    "Rows",
    "Span",
    "__version__",
    "analyse",
    "analyse_all",
    "analyse_batch",
    "make",
    "merge",
]
