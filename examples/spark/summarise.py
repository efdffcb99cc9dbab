#!/usr/bin/env python3
"""Summarise a DataFrame of articles: one `lede batch` a partition, rows in, the same rows with summaries out.

    spark-submit --py-files filters.py summarise.py [--lede lede] [--idf TABLE] [--options "-w 60"] INPUT OUTPUT

INPUT is a file or folder of JSON lines or Parquet with a column "text" and, where there are, "id", "title",
"language" and "query". OUTPUT gets every other column of it, and headline, summary, bullets, keywords, found_language,
and error: null, or "code: message" where lede could not make anything of the row. No row is lost and no job fails
because of one. From another program: summarise(frame, "lede", ["-w", "60"]).
"""
import argparse
import collections
import json
import os
import shlex

from pyspark import SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql.types import ArrayType, StringType, StructField, StructType

import filters

STRINGS = ArrayType(StringType())
ADDED = [StructField("headline", StringType()), StructField("summary", STRINGS), StructField("bullets", STRINGS),
         StructField("keywords", STRINGS), StructField("found_language", StringType()), StructField("error", StringType())]


def added(answer):
    """lede's line, read, as the values of the columns ADDED."""
    if "error" in answer:
        return (None, None, None, None, None, f"{answer['error']['code']}: {answer['error']['message']}")
    texts = lambda part: [pick["text"] for pick in answer[part]] if part in answer else None
    headline = answer.get("headline")
    return (headline and headline["text"], texts("summary"), texts("bullets"), texts("keywords"), answer["language"], None)


def summarise(frame, lede="lede", options=(), idf=None):
    """The rows of frame, in their order, without the text and with the columns ADDED."""
    filters.ship(frame.sparkSession.sparkContext, lede if os.path.exists(lede) else None, idf)
    kept = [field for field in frame.schema.fields if field.name != "text"]
    table = ["--idf", os.path.basename(idf)] if idf else []

    def partition(rows):
        waiting = collections.deque()  # rows that were sent: as few as lede has under way; it answers in their order
        arguments = [filters.program(lede), "batch", "-q", "--threads", "1", *options]
        if table:
            arguments += ["--idf", SparkFiles.get(table[1])]
        pipe = filters.Pipe(arguments, rows, waiting.append)
        for line in pipe.out:
            row = waiting.popleft()
            yield tuple(row[field.name] for field in kept) + added(json.loads(line))
        pipe.finish()
        if waiting:
            raise RuntimeError(f"{len(waiting)} rows without an answer")

    return frame.sparkSession.createDataFrame(frame.rdd.mapPartitions(partition), StructType(kept + ADDED))


def read(spark, path):
    """Parquet by its name, else JSON lines."""
    return spark.read.parquet(path) if path.rstrip("/").endswith(".parquet") else spark.read.json(path)


def main():
    parser = argparse.ArgumentParser(description="summarise articles with lede batch")
    parser.add_argument("--lede", default="lede", help="the program: a path here, which is sent to all workers, or a name")
    parser.add_argument("--idf", help="a table of lede idf")
    parser.add_argument("--options", default="", help='more options of lede batch, as "-w 60 -p summary"')
    parser.add_argument("input")
    parser.add_argument("output")
    given = parser.parse_args()
    spark = SparkSession.builder.appName("lede batch").getOrCreate()
    frame = summarise(read(spark, given.input), given.lede, shlex.split(given.options), given.idf)
    frame.write.parquet(given.output)
    spark.stop()


if __name__ == "__main__":
    main()
