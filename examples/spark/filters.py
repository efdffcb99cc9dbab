"""What both programs share: an article as a line of JSON, and a program that lines go through.

In: rows of a partition. Out: what the program says of them. Leaves alone what that is.
"""
import json
import os
import shutil
import subprocess
import threading

from pyspark import SparkFiles

MEMBERS = ("id", "text", "title", "url", "language", "query")  # of a record; other columns are not lede's business


def ship(context, *files):
    """Send files (the program, a table) to all workers; there, SparkFiles.get(basename) is where they are."""
    for file in files:
        if file:
            context.addFile(os.path.abspath(file))


def program(lede):
    """The program on a worker: as it was shipped, else as it is installed."""
    shipped = SparkFiles.get(os.path.basename(lede))
    path = shipped if os.path.exists(shipped) else shutil.which(lede)
    if not path:
        raise RuntimeError(f"{lede} is not on this worker")
    return path


def record(row):
    """A row as a line. What is null is left out: lede says what is missing."""
    given = row.asDict()
    return json.dumps({name: given[name] for name in MEMBERS if given.get(name) is not None}).encode() + b"\n"


class Pipe:
    """A program with rows going in from a thread of their own, so that neither side waits for a full pipe."""

    def __init__(self, arguments, rows, seen=lambda row: None):
        self.process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.messages = []
        self.broken = None  # what went wrong with the rows
        self.threads = [threading.Thread(target=self._feed, args=(rows, seen), daemon=True),
                        threading.Thread(target=self._listen, daemon=True)]
        for thread in self.threads:
            thread.start()
        self.out = self.process.stdout

    def _feed(self, rows, seen):
        try:
            with self.process.stdin as stdin:
                for row in rows:
                    seen(row)
                    stdin.write(record(row))
        except BrokenPipeError:
            pass  # it ended: finish() says how
        except Exception as error:  # of the rows
            self.broken = error
            self.process.kill()

    def _listen(self):
        for line in self.process.stderr:
            self.messages = (self.messages + [line.decode(errors="replace")])[-20:]

    def finish(self):
        """Wait for the end. 4 is lede's "done, but some records failed". A task that fails is tried again by Spark."""
        status = self.process.wait()
        for thread in self.threads:
            thread.join()
        self.out.close()
        if self.broken:
            raise self.broken
        if status not in (0, 4):
            raise RuntimeError(f"{self.process.args[0]} ended with {status}: {''.join(self.messages)}")
