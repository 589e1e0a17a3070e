"""Claims or facts of a table of articles, on Spark.

    spark-submit integrations/spark/claimsheet_job.py INPUT OUTPUT [--rows claims|facts|articles]

INPUT is a folder of Parquet (or NDJSON, with --format json) with a column `text` or `html` and, if there are any,
`id`, `title` and `published`; further columns stand in each row. OUTPUT is a folder of Parquet. In a notebook:

    from claimsheet_job import rows_of
    claims = rows_of(spark.read.parquet("articles/"), rows="claims")
"""

import argparse

import claimsheet
import pyarrow
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

# Articles that Spark hands over at one time: some 600 kB of text, and several times that of rows.
AT_ONCE = 200


def rows_of(articles: DataFrame, rows: str = "claims", **options) -> DataFrame:
    """Rows of `articles`; `options` are those of `claimsheet.analyse_batch`.

    Each task analyses its partition on its own core. An article that cannot be used gives a row with `error`, and the
    task goes on; the order within a partition is kept.
    """
    articles.sparkSession.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", AT_ONCE)
    empty = to_arrow_schema(articles.schema).empty_table()
    schema = from_arrow_schema(pyarrow.table(claimsheet.analyse_batch(empty, rows=rows, **options)).schema)

    def analysed(batches):
        for batch in batches:
            found = claimsheet.analyse_batch(batch, rows=rows, jobs=1, **options)
            yield from pyarrow.table(found).to_batches()

    return articles.mapInArrow(analysed, schema)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--rows", choices=["claims", "facts", "articles"], default="claims")
    parser.add_argument("--format", choices=["parquet", "json"], default="parquet")
    args = parser.parse_args()
    spark = SparkSession.builder.appName("claimsheet").getOrCreate()
    articles = spark.read.format(args.format).load(args.input)
    rows_of(articles, rows=args.rows).write.parquet(args.output)


if __name__ == "__main__":
    main()
