#!/bin/sh
# spark.sh - the programs of examples/spark/ on a cluster of two workers on this machine; called by `make check-spark`.
# usage: BUILD=build tests/spark.sh. Installs pyspark into BUILD/venv, and a JRE where there is none (as root or by sudo).
BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$PWD/$BUILD ;; esac
if ! command -v java >/dev/null; then
    [ "$(id -u)" = 0 ] && run= || run=sudo
    $run apt-get update -qq && DEBIAN_FRONTEND=noninteractive $run apt-get install -y -qq --no-install-recommends \
        openjdk-17-jre-headless || { echo "a JRE (17 or later) is wanted" >&2; exit 1; }
fi
[ -x "$BUILD/venv/bin/python" ] || python3 -m venv "$BUILD/venv" || exit 1
"$BUILD/venv/bin/python" -c 'import pyspark' 2>/dev/null || "$BUILD/venv/bin/pip" install -q pyspark || exit 1
DIR=$(mktemp -d) || exit 1
trap 'rm -rf "$DIR"' EXIT
export PYTHONPATH="$PWD/examples/spark" PYTHONDONTWRITEBYTECODE=1 PYSPARK_PYTHON="$BUILD/venv/bin/python" SPARK_LOCAL_IP=127.0.0.1
SPARK_HOME=$("$PYSPARK_PYTHON" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
export SPARK_HOME SPARK_WORKER_DIR="$DIR/work"
"$PYSPARK_PYTHON" tests/spark_test.py "$BUILD/lede" corpus "$DIR" 2>"$DIR/messages" || { tail -n 40 "$DIR/messages"; exit 1; }

# The programs themselves, as a user starts them.
submit() { "$SPARK_HOME/bin/spark-submit" --master 'local[2]' --py-files examples/spark/filters.py,examples/spark/summarise.py "$@" 2>"$DIR/messages"; }
submit examples/spark/idf.py --lede "$BUILD/lede" --language en --min 2 "$DIR/articles.jsonl" "$DIR/min.idf" &&
    submit examples/spark/summarise.py --lede "$BUILD/lede" --idf "$DIR/min.idf" --options '-w 60' "$DIR/articles.jsonl" "$DIR/out" ||
    { tail -n 40 "$DIR/messages"; exit 1; }
"$BUILD/lede" idf -q -l en --min 2 "$DIR/articles.jsonl" | cmp - "$DIR/min.idf" || exit 1
[ -e "$DIR/out/_SUCCESS" ] || { echo "no output of summarise.py"; exit 1; }
echo "spark.sh: done"
