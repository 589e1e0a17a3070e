"""The job on a cluster of two workers: as on a single machine, row for row, whatever happens to it."""

import os
import pathlib
import signal
import sys
import threading
import time

import claimsheet
import pyarrow
import pyspark
import pytest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from pyspark.sql import SparkSession  # noqa: E402

from claimsheet_job import rows_of  # noqa: E402

EXAMPLES = sorted((HERE.parents[1] / "examples").glob("*-*.md"))
TEXTS = [path.read_text(encoding="utf-8") for path in EXAMPLES if ".worksheet." not in path.name]


@pytest.fixture(scope="module")
def spark():
    os.environ["SPARK_HOME"] = os.path.dirname(pyspark.__file__)
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")])
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.executor.memory", "768m")
        .config("spark.executor.extraJavaOptions", f"-Dmark=claimsheet-{os.getpid()}")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.default.parallelism", "4")
        .getOrCreate()
    )
    yield session
    session.stop()


def records(count):
    """Articles, with a poisoned record in fifty: no text, a text of nothing, bytes that no article has."""
    poison = [None, " ", "\x00" * 9, "a" * (1 << 20) + " b"]
    day = "2026-03-02"
    return [
        (f"a{number}", day, "city", poison[number // 50 % 4] if number % 50 == 7 else TEXTS[number % 2][: 900 + number])
        for number in range(count)
    ]


def table(all_records):
    names = ["id", "published", "desk", "text"]
    return pyarrow.table({name: [record[at] for record in all_records] for at, name in enumerate(names)})


def single(all_records, rows):
    return in_order(pyarrow.table(claimsheet.analyse_batch(table(all_records), rows=rows)).to_pylist())


def in_order(rows):
    return sorted(rows, key=lambda row: (row["id"], row.get("at") or 0, row.get("end") or 0, repr(sorted(row.items(), key=str))))


def collected(frame):
    return in_order([row.asDict() for row in frame.collect()])


def frame(spark, all_records):
    return spark.createDataFrame(all_records, "id string, published string, desk string, text string")


@pytest.mark.parametrize("rows", ["claims", "facts"])
def test_two_workers_give_the_rows_of_a_single_machine(spark, rows):
    all_records = records(120)
    assert collected(rows_of(frame(spark, all_records).repartition(4), rows=rows)) == single(all_records, rows)


def test_a_skewed_table_gives_the_same_rows(spark):
    all_records = records(120)
    skewed = frame(spark, all_records[:110]).coalesce(1).union(frame(spark, all_records[110:]).repartition(3))
    assert collected(rows_of(skewed, rows="claims")) == single(all_records, "claims")


def test_a_poisoned_record_is_an_error_and_the_others_are_there(spark):
    found = collected(rows_of(frame(spark, records(210)), rows="articles"))
    assert len(found) == 210
    wrong = {row["id"]: row["error"] for row in found if row["error"]}
    assert set(wrong) == {"a7", "a57", "a107", "a157", "a207"}
    assert (wrong["a7"], wrong["a57"], wrong["a157"]) == ("no-article", "empty", "too-long")


def executors():
    """The processes of the workers' executors that this test started."""
    mine, found = f"-Dmark=claimsheet-{os.getpid()}".encode(), []
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:  # it has ended
            continue
        if mine in words and any(word.endswith(b"CoarseGrainedExecutorBackend") for word in words):
            found.append(int(folder.name))
    return found


def test_a_worker_that_is_killed_in_mid_run_changes_no_row(spark):
    all_records = records(300)
    expected = single(all_records, "claims")
    before = executors()
    assert before, "no executor of ours was found"
    killed = []

    def kill():
        time.sleep(1.0)
        os.kill(before[0], signal.SIGKILL)
        killed.append(before[0])

    killer = threading.Thread(target=kill)
    killer.start()
    found = collected(rows_of(frame(spark, all_records).repartition(12), rows="claims"))
    killer.join()
    assert killed and found == expected
