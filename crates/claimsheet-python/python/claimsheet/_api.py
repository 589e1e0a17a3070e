"""The functions of the module, typed."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Optional, Union

from . import _native
from ._native import Rows
from ._types import Analysis, built

Text = Union[str, bytes]
Day = Union[str, datetime.date]
PathLike = Union[str, "os.PathLike[str]"]


@dataclass(frozen=True)
class Made:
    """A worksheet: its text in Markdown, a line on what is in it, and one on what became of the old sheet."""

    text: str
    summary: str
    changes: Optional[str] = None


def _bytes(text: Text) -> bytes:
    return text.encode() if isinstance(text, str) else bytes(text)


def _about(
    title: Optional[str] = None,
    author: Optional[str] = None,
    published: Optional[Day] = None,
    url: Optional[str] = None,
    checker: Optional[str] = None,
    format: Optional[str] = None,
) -> dict[str, Any]:
    day = datetime.date.fromisoformat(published[:10]) if isinstance(published, str) else published
    return {
        "title": title,
        "author": author,
        "published": day,
        "url": url,
        "checker": checker,
        "from_format": format,
    }


def analyse(
    text: Text,
    *,
    title: Optional[str] = None,
    published: Optional[Day] = None,
    format: Optional[str] = None,
    name: Optional[str] = None,
    config: Optional[PathLike] = None,
) -> Analysis:
    """What there is to check in an article: text, or the bytes of a file in any format that `make` reads.

    `format` is what it is written in ("text", "markdown", "html", "docx" …); without it, plain text where `text` is a
    string without `name`, else as name and content tell. Raises ValueError where it cannot be read.
    """
    found = analyse_all(text, title=title, published=published, format=format, name=name, config=config)
    return found[0]


def analyse_all(
    text: Text,
    *,
    title: Optional[str] = None,
    published: Optional[Day] = None,
    format: Optional[str] = None,
    name: Optional[str] = None,
    config: Optional[PathLike] = None,
) -> tuple[Analysis, ...]:
    """The same of each of the articles in a file that holds several."""
    if format is None and name is None and isinstance(text, str):
        format = "text"
    about = _about(title=title, published=published, format=format)
    found = _native.analyse(_bytes(text), name, about, config)
    return tuple(built(Analysis, json.loads(one)) for one in found)


def analyse_batch(
    articles: Any,
    *,
    rows: Literal["articles", "claims", "facts"] = "claims",
    jobs: Optional[int] = None,
    format: Optional[str] = None,
    max_bytes: Optional[int] = None,
    config: Optional[PathLike] = None,
) -> Rows:
    """Rows of articles, claims or facts of many articles, on all cores and without the GIL.

    `articles` is a table (pyarrow, Polars, pandas, DuckDB: whatever has the Arrow PyCapsule interface) with a column
    `text` or `html` and, if there are any, `id`, `title` and `published`; or a list of strings or of dictionaries with
    these keys. Further columns stand in each row. An article that cannot be used gives a row whose `error` and
    `message` say why. What comes back is handed on without copying: `pyarrow.table(rows)`,
    `polars.DataFrame(rows)`, `duckdb.sql("from rows")`.
    """
    if not hasattr(articles, "__arrow_c_stream__") and not hasattr(articles, "__arrow_c_array__"):
        articles = _table(articles)
    return _native.analyse_batch(articles, rows, jobs, format, max_bytes, config)


def _table(articles: Iterable[Union[str, Mapping[str, Any]]]) -> Any:
    """A table of what is listed; a column for each key that some article has."""
    try:
        import pyarrow  # type: ignore[import-untyped, unused-ignore]
    except ImportError as error:
        raise ImportError("a list of articles needs pyarrow (pip install pyarrow); or give a table") from error
    records = [{"text": one} if isinstance(one, str) else dict(one) for one in articles]
    names = list(dict.fromkeys(name for record in records for name in record)) or ["text"]
    columns = {name: [record.get(name) for record in records] for name in names}
    return pyarrow.table({name: pyarrow.array(cells) for name, cells in columns.items()})


def make(
    draft: Text,
    *,
    name: str = "draft.md",
    sheet: Optional[str] = None,
    title: Optional[str] = None,
    author: Optional[str] = None,
    published: Optional[Day] = None,
    url: Optional[str] = None,
    checker: Optional[str] = None,
    format: Optional[str] = None,
    config: Optional[PathLike] = None,
) -> Made:
    """The worksheet of a draft, as `claimsheet make` writes it; with `sheet`, merged into that one."""
    about = _about(title, author, published, url, checker, format)
    return Made(*_native.make(_bytes(draft), name, sheet, about, config))


def merge(draft: Text, sheet: str, *, name: str = "draft.md", **options: Any) -> Made:
    """The sheet with the draft as it is now; nothing that a person wrote in it is lost. Options as of `make`."""
    return make(draft, name=name, sheet=sheet, **options)
