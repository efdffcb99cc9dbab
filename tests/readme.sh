#!/bin/sh
# README shows real commands and real output: each "$ " line of a console block is run, and must print what follows it.
# And what README names is there: options, methods, as many languages as it says.
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
status=0
diff README.md "$work/README.md" || status=1
complain() { echo "README.md: $1"; status=1; }
for command in '' batch rouge bench idf; do "$BUILD/lede" $command --help; done >"$work/help"
for option in $(grep -o -e '--[a-z][a-z-]*' README.md | sort -u); do
    grep -q -e "$option\\b" "$work/help" || complain "no command has $option"
done
for method in $("$BUILD/lede" --list-methods | cut -d ' ' -f 1); do
    grep -q "\`$method\`" README.md || complain "does not name the method $method"
done
languages=$("$BUILD/lede" --list-languages | grep -vc '^und') # that is the generic mode
grep -q "lists the $languages that" README.md || complain "there are $languages languages"
exit $status
