#!/usr/bin/env python3
"""Count in how many articles each stem stands: one `lede idf` a partition, its tables merged two by two as a tree.

    spark-submit --py-files filters.py idf.py [--lede lede] [--min N] [--top N] --language en INPUT TABLE

INPUT as for summarise.py; TABLE is a local file, for --idf. It is the same, to the byte, as one that a single
`lede idf` makes of all articles, since its counts add up. From another program: count(frame, "en").
"""
import argparse
import os
import subprocess
import tempfile

from pyspark.sql import SparkSession

import filters
from summarise import read


def run(lede, tables, options=()):
    """lede idf over tables that are in memory: they go through files."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, table in enumerate(tables):
            names.append(os.path.join(folder, str(i)))
            with open(names[-1], "wb") as file:
                file.write(table)
        return subprocess.run([lede, "idf", "-q", *options, *names], stdout=subprocess.PIPE, check=True).stdout


def count(frame, language, lede="lede", depth=2):
    """The bytes of the table of all rows. An empty partition gives a table of no articles, which changes no sum."""
    filters.ship(frame.sparkSession.sparkContext, lede if os.path.exists(lede) else None)

    def partition(rows):
        pipe = filters.Pipe([filters.program(lede), "idf", "-q", "-l", language], rows)
        table = pipe.out.read()
        pipe.finish()
        yield table

    return frame.rdd.mapPartitions(partition).treeReduce(lambda a, b: run(filters.program(lede), [a, b]), depth)


def main():
    parser = argparse.ArgumentParser(description="count document frequencies with lede idf")
    parser.add_argument("--lede", default="lede", help="the program: a path here, which is sent to all workers, or a name")
    parser.add_argument("--language", required=True, help="which one to count; other articles are left out")
    parser.add_argument("--min", help="leave out stems in fewer articles")
    parser.add_argument("--top", help="keep only so many stems")
    parser.add_argument("input")
    parser.add_argument("table")
    given = parser.parse_args()
    spark = SparkSession.builder.appName("lede idf").getOrCreate()
    table = count(read(spark, given.input), given.language, given.lede)
    pruning = [f"--{name}={value}" for name, value in (("min", given.min), ("top", given.top)) if value]
    with open(given.table, "wb") as file:  # pruned last: what is left out before merging cannot be added up
        file.write(run(given.lede, [table], pruning) if pruning else table)
    spark.stop()


if __name__ == "__main__":
    main()
