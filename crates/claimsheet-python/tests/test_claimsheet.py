"""The module as its users have it: installed from the wheel."""

import dataclasses
import datetime
import json
import subprocess
import sys
import threading
import time

import claimsheet
import pyarrow
import pytest

TEXT = "Mayor Ruth Lund said on Monday that the bridge cost $1.2 billion.\n\nWhy does it matter?"


def articles(count):
    return pyarrow.table(
        {
            "id": [f"a{number}" for number in range(count)],
            "published": [datetime.date(2000 + number % 20, 3, 2) for number in range(count)],
            "desk": ["city" if number % 2 else "sport" for number in range(count)],
            "text": [TEXT if number % 7 else None for number in range(count)],
        }
    )


def test_an_analysis_is_typed():
    analysis = claimsheet.analyse(TEXT, published="2026-03-03", title="A bridge")
    claim = analysis.claims[0]
    figure = next(fact for fact in claim.facts if fact.role == "figure")
    day = next(fact for fact in claim.facts if fact.role == "date")
    assert claim.claimed_source.text == "Mayor Ruth Lund"
    assert isinstance(figure.value, claimsheet.Quantity) and figure.value.amount == 1.2e9
    assert isinstance(day.value, claimsheet.DateValue) and day.value.from_ == datetime.date(2026, 3, 2)
    assert analysis.set_aside[0].reason == "question"
    assert analysis.article.title == "A bridge"
    assert TEXT.encode()[claim.span.start : claim.span.end].decode() == claim.text
    with pytest.raises(dataclasses.FrozenInstanceError):
        claim.text = ""


def test_what_cannot_be_read_is_a_value_error_that_says_why():
    with pytest.raises(ValueError, match="no text"):
        claimsheet.analyse(" ")
    with pytest.raises(ValueError, match="there is no format"):
        claimsheet.analyse(TEXT, format="pdf")
    with pytest.raises(ValueError, match="rows are"):
        claimsheet.analyse_batch([TEXT], rows="words")


def test_the_files_of_make_are_read():
    html = b"<html><body><article><p>The quay opened in <b>1931</b> and cost 40,000 crowns.</p></article></body></html>"
    assert claimsheet.analyse(html, name="quay.html").claims[0].text.startswith("The quay opened in 1931")


def test_a_table_gives_rows_with_its_further_columns():
    table = pyarrow.table(claimsheet.analyse_batch(articles(20), rows="claims"))
    claims = table.filter(pyarrow.compute.is_null(table["error"]))
    assert claims.num_rows == 17 and set(claims["speaker"].to_pylist()) == {"Mayor Ruth Lund"}
    assert claims["desk"].to_pylist()[:2] == ["city", "sport"]
    wrong = table.filter(pyarrow.compute.is_valid(table["error"]))
    assert wrong["id"].to_pylist() == ["a0", "a7", "a14"] and set(wrong["error"].to_pylist()) == {"no-article"}


@pytest.mark.parametrize("rows", ["articles", "claims", "facts"])
def test_a_list_and_a_table_and_any_number_of_jobs_give_the_same_rows(rows):
    table = articles(30)
    one = pyarrow.table(claimsheet.analyse_batch(table, rows=rows, jobs=1))
    assert one.equals(pyarrow.table(claimsheet.analyse_batch(table.to_pylist(), rows=rows, jobs=3)))
    assert len(claimsheet.analyse_batch(table, rows=rows)) == one.num_rows


def test_no_rows_are_a_table_with_columns():
    table = pyarrow.table(claimsheet.analyse_batch(articles(0), rows="facts"))
    assert table.num_rows == 0 and "role" in table.column_names
    assert len(claimsheet.analyse_batch([])) == 0


def test_pandas_polars_and_duckdb_take_the_rows():
    duckdb, polars = pytest.importorskip("duckdb"), pytest.importorskip("polars")
    rows = claimsheet.analyse_batch(articles(20))
    assert polars.DataFrame(rows).height == 20
    assert pyarrow.table(rows).to_pandas().shape[0] == 20
    claims = pyarrow.table(rows)  # noqa: F841, DuckDB finds it by its name
    assert duckdb.sql("select count(*) from claims where speaker = 'Mayor Ruth Lund'").fetchall() == [(17,)]


def test_duckdb_reads_the_parquet_and_tells_claims_by_speaker_by_year(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    records = [dict(record, published=str(record["published"])) for record in articles(50).to_pylist()]
    (tmp_path / "archive.ndjson").write_text("".join(json.dumps(record) + "\n" for record in records))
    run = [sys.executable, "-m", "claimsheet", "stream", "archive.ndjson", "--format", "parquet", "-o", "claims.parquet"]
    assert subprocess.run(run, cwd=tmp_path).returncode == 3
    query = "select speaker, year(published), count(*) from read_parquet(?) where error is null group by all order by 2"
    found = duckdb.execute(query, [str(tmp_path / "claims.parquet")]).fetchall()
    expected = {}
    for number in range(50):
        if number % 7:
            expected[2000 + number % 20] = expected.get(2000 + number % 20, 0) + 1
    assert found == [("Mayor Ruth Lund", year, count) for year, count in sorted(expected.items())]


def test_other_threads_of_python_run_meanwhile():
    ticks, done = [], threading.Event()

    def tick():
        while not done.wait(0.001):
            ticks.append(time.monotonic())

    ticker = threading.Thread(target=tick)
    ticker.start()
    claimsheet.analyse_batch([TEXT] * 3000, rows="articles", jobs=1)
    done.set()
    ticker.join()
    assert len(ticks) > 5


def test_a_sheet_is_merged_and_keeps_what_people_wrote():
    made = claimsheet.make(TEXT, name="bridge.md", published="2026-03-03", checker="R. Osei")
    ticked = made.text.replace("- [ ]", "- [x]", 1)
    merged = claimsheet.merge(TEXT + "\n\nIt opened in 1931.", ticked, name="bridge.md", published="2026-03-03")
    assert "- [x]" in merged.text and merged.changes.startswith("Sheet updated: 1 kept")
    with pytest.raises(ValueError, match="it is the sheet of bridge.md"):
        claimsheet.merge(TEXT, ticked, name="other.md")


def test_the_command_line_is_carried_along(tmp_path):
    (tmp_path / "archive.ndjson").write_text("".join(json.dumps(record, default=str) + "\n" for record in articles(8).to_pylist()[1:7]))
    run = [sys.executable, "-m", "claimsheet"]
    streamed = subprocess.run([*run, "stream", "archive.ndjson", "--rows", "claims"], cwd=tmp_path, capture_output=True, text=True)
    rows = [json.loads(line) for line in streamed.stdout.splitlines()]
    table = pyarrow.table(claimsheet.analyse_batch(articles(8).slice(1, 6))).to_pylist()
    assert streamed.returncode == 0, streamed.stderr
    assert [(row["id"], row["claim"], row["text"]) for row in rows] == [(row["id"], row["claim"], row["text"]) for row in table]
    assert subprocess.run([*run, "make"], capture_output=True).returncode == 2
    assert subprocess.run([*run, "--version"], capture_output=True, text=True).stdout.startswith("claimsheet ")
