"""The Spark programs on a cluster of two workers on this machine, against lede alone. Called by spark.sh.

usage: spark_test.py LEDE CORPUS FOLDER
"""
import glob
import json
import os
import subprocess
import sys

from pyspark.sql import SparkSession

import idf
import summarise

lede, corpus, folder = sys.argv[1:]
articles = os.path.join(folder, "articles.jsonl")
checks = 0


def check(what, is_true):
    global checks
    checks += 1
    if not is_true:
        sys.exit(f"spark_test.py: {what}")


def alone(*arguments):
    """What lede gives on one machine."""
    return subprocess.run([lede, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def write_articles():
    """Each article eight times, with bad rows between: no text, an empty one, no such language, marks and line ends."""
    texts = [open(path, encoding="utf-8").read() for path in sorted(glob.glob(os.path.join(corpus, "*.txt")))
             if os.path.basename(path).count(".") == 1]
    bad = [{"id": "none"}, {"id": "empty", "text": ""}, {"id": "snow", "text": "Snow fell.", "language": "snowish"},
           {"id": "\"marks\"\n\u2028\U0001F600", "text": "Rain\r\n\tfell \u0000 on \"the\" hills. \u202eSnow\u202c fell too."}]
    with open(articles, "w", encoding="utf-8") as file:
        for copy in range(8):
            for i, text in enumerate(texts):
                file.write(json.dumps({"id": f"{copy}/{i}", "text": text + f"\n\nThis is copy {copy}.", "desk": i}) + "\n")
                if i % 5 == copy % 5:
                    file.write(json.dumps(bad[i % len(bad)]) + "\n")


write_articles()
spark = SparkSession.builder.master("local-cluster[2,1,1024]").appName("lede").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
frame = spark.read.json(articles).repartition(7).cache()
check("the rows are spread over both workers", frame.rdd.getNumPartitions() == 7)

# ---- one table ----
table = os.path.join(folder, "en.idf")
with open(table, "wb") as file:
    file.write(idf.count(frame, "en", lede))
check("one table of many parts", open(table, "rb").read() == alone("idf", "-q", "-l", "en", articles))
few = spark.createDataFrame(frame.take(3), frame.schema)  # limit(3) may give other rows each time
check("more partitions than rows", idf.count(few.repartition(9), "en", lede) == idf.run(lede, [
    idf.count(few.coalesce(1), "en", lede)]))

# ---- summaries ----
for options, with_table in ((["-w", "60"], None), (["-p", "headline,keywords,summary", "-n", "2"], table)):
    rows = summarise.summarise(frame, lede, options, with_table).collect()
    more = ["--idf", with_table] if with_table else []
    answers = [json.loads(line) for line in alone("batch", *options, *more, articles).splitlines()]
    check(f"{len(answers)} rows, not {len(rows)}", len(rows) == len(answers))
    got = sorted(((row["id"],) + tuple(row[field.name] for field in summarise.ADDED) for row in rows), key=repr)
    want = sorted(((answer["id"],) + summarise.added(answer) for answer in answers), key=repr)
    check("the same as from one machine", got == want)
    errors = {row["error"].split(":")[0] for row in rows if row["error"]}
    check(f"errors are a column: {errors}", errors == {"no-text", "empty", "unknown-language"})
    check("other columns stay", all(row["desk"] == int(row["id"].split("/")[1]) for row in rows if "/" in row["id"]))

# ---- a program that fails ends the job with its message ----
try:
    summarise.summarise(frame, lede, ["-m", "nosuch"]).collect()
    check("a wrong option is told", False)
except Exception as error:  # Spark's, with the worker's in it
    check("a wrong option is told", 'there is no "nosuch"' in str(error))

spark.stop()
print(f"spark_test.py: {checks} checks, {len(answers)} articles, {len(errors)} kinds of errors: as on one machine")
