#!/bin/sh
# instructions.sh - instructions that lede takes for a byte of text, against corpus/instructions.tsv; called by
# `make bench`. Unlike time they are the same whatever else the machine does.
# usage: LEDE=build/lede tests/instructions.sh [--update]. Fails where a figure is above the recorded one by more than
# MORE percent; --update writes the file anew. Needs valgrind, and says so where there is none. The figures are those of
# one compiler and C library: after a change of these, write them anew.
#
# In: the articles of corpus/, ROUNDS times over, as records for `lede batch`: those in English (en), and those in other
# languages and scripts (other).
LEDE=${LEDE:-build/lede}
MORE=5 ROUNDS=8
ROOT=$(cd "$(dirname "$0")/.." && pwd)
BASE=$ROOT/corpus/instructions.tsv
command -v valgrind >/dev/null || { echo "instructions.sh: skipped, there is no valgrind (Debian: apt-get install valgrind)"; exit 0; }
DIR=$(mktemp -d) || exit 1
trap 'rm -rf "$DIR"' EXIT

for texts in en other; do
    awk -F '\t' -v texts=$texts -v root="$ROOT" '
        NR > 1 && ($2 == "en") == (texts == "en") { print root "/corpus/" $1 ".txt" }' "$ROOT/corpus/MANIFEST.tsv" >"$DIR/names"
    xargs awk -v rounds=$ROUNDS '
        FNR == 1 { n++ }
        { gsub(/\\/, "\\\\"); gsub(/"/, "\\\""); gsub(/\t/, "\\t"); gsub(/\r/, ""); text[n] = text[n] $0 "\\n" }
        END { for (r = 0; r < rounds; r++) for (i = 1; i <= n; i++) print "{\"id\":" r * n + i ",\"text\":\"" text[i] "\"}" }
        ' <"$DIR/names" >"$DIR/$texts"
done

printf 'texts\toptions\tinstructions a byte\n' >"$DIR/new"
while read -r texts options; do
    LC_ALL=C.UTF-8 valgrind --tool=callgrind --callgrind-out-file=/dev/null "$LEDE" batch --threads 1 $options "$DIR/$texts" \
        >"$DIR/out" 2>"$DIR/message" || { cat "$DIR/message" >&2; exit 1; }
    [ "$(grep -c '"summary"\|"keywords"' "$DIR/out")" = "$(wc -l <"$DIR/$texts")" ] || { echo "instructions.sh: $texts: records have failed" >&2; exit 1; }
    sed -n 's/.*Collected : *//p' "$DIR/message" |
        awk -v n="$(wc -c <"$DIR/$texts")" -v row="$texts	$options" '{ printf "%s\t%.1f\n", row, $1 / n }'
done >>"$DIR/new" <<'END'
en -p headline,summary,bullets
en -p summary
en -p summary --words 60
en -p keywords
other -p headline,summary,bullets
END

if [ "$1" = --update ]; then
    cp "$DIR/new" "$BASE" && chmod 644 "$BASE" && cat "$BASE"
    exit
fi
[ -f "$BASE" ] || { echo "instructions.sh: there is no $BASE; write it with: tests/instructions.sh --update" >&2; exit 1; }
awk -F '\t' -v more=$MORE '
    FNR == 1 { next }
    NR == FNR { budget[$1 " " $2] = $3; rows[++n] = $1 " " $2; next }
    {
        row = $1 " " $2
        seen[row] = 1
        if (!(row in budget)) { printf "%-34s %7.1f instructions a byte, new\n", row, $3; next }
        change = 100 * ($3 / budget[row] - 1)
        printf "%-34s %7.1f instructions a byte %+6.1f%%%s\n", row, $3, change, (change > more) ? "!" : ""
        if (change > more) bad++
    }
    END {
        for (r = 1; r <= n; r++) if (!(rows[r] in seen)) { print rows[r], "is gone"; bad++ }
        if (bad) print bad, "above corpus/instructions.tsv by more than", more "% (marked !); if that is meant: tests/instructions.sh --update"
        exit bad > 0
    }' "$BASE" "$DIR/new"
