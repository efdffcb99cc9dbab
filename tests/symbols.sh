#!/bin/sh
# The shared library shows lede_* and nothing else, just what the header declares, at most 32 functions.
shown=$(nm -D --defined-only "$1/liblede.so" | awk '{ print $3 }' | sort)
declared=$(grep -v '^#' include/lede.h | tr '\n' ' ' | grep -o 'LEDE_API [^;(]*(' | sed 's/($//; s/.*[ *]//' | sort)
if [ "$shown" != "$declared" ]; then
    echo "shown by the library but not declared, or the reverse:"
    printf '%s\n%s\n' "$shown" "$declared" | sort | uniq -u
    exit 1
fi
count=$(echo "$shown" | wc -l)
echo "$count functions"
[ "$count" -le 32 ] || { echo "more than 32"; exit 1; }
[ "$(nm "$1"/liblede.a 2>/dev/null | awk '$2 == "B" || $2 == "D" || $2 == "C"' | grep -v ' D ld_[a-z_]*$' | wc -l)" = 0 ] || { echo "mutable globals:"; nm "$1"/liblede.a | awk '$2 == "B" || $2 == "D" || $2 == "C"'; exit 1; }
