#!/bin/sh
# README shows real commands and real output: each "$ " line of a console block is run, and must print what follows it.
# usage: readme.sh [--write]: --write puts what is printed now into README.md (then read it before you commit).
# BUILD names the build folder; README says build/.
BUILD=${BUILD:-build}
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
COLUMNS=100 && export COLUMNS
awk -v build="$BUILD" '
    /^```console/ { print; inside = 1; next }
    /^```/ { if (inside) inside = 0; print; next }
    inside && /^\$ / {
        print; fflush()
        command = substr($0, 3); gsub("build/", build "/", command)
        while ((command | getline line) > 0) print line
        close(command); next
    }
    inside { next }
    { print }' README.md >"$work/README.md"
if [ "$1" = --write ]; then cp "$work/README.md" README.md; exit; fi
diff README.md "$work/README.md"
