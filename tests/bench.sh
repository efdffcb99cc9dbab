#!/bin/sh
# bench.sh - ROUGE F of every method on corpus/, for each task, beside corpus/baseline.tsv; called by `make bench`.
# usage: LEDE=build/lede tests/bench.sh [--update]. Fails where a figure fell by more than FALL points, or where a row of
# the baseline is gone; --update writes the baseline anew. It tells whether a change did harm, not how good lede is.
LEDE=${LEDE:-build/lede}
FALL=0.5
ROOT=$(cd "$(dirname "$0")/.." && pwd)
BASE=$ROOT/corpus/baseline.tsv
NEW=$(mktemp) || exit 1
trap 'rm -f "$NEW"' EXIT

# task, method, three figures; found by the names in the heading. random says nothing of lede, and a headline does not
# depend on the method.
printf 'task\tmethod\trouge1\trouge2\trougeLsum\n' >"$NEW"
for task in summary headline bullets; do
    methods=all
    [ $task != headline ] || methods=lede
    "$LEDE" bench -q --no-timing --no-baselines -m $methods --task $task -f csv "$ROOT/corpus" >"$NEW.csv"
    status=$?
    awk -F , -v OFS='\t' -v task=$task '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { gsub(/"/, "", $1) }
        $1 != "random" { print task, $1, $at["rouge1_f"], $at["rouge2_f"], $at["rougeLsum_f"] }' "$NEW.csv" >>"$NEW"
    rm -f "$NEW.csv"
    [ $status = 0 ] || { echo "bench.sh: lede bench --task $task: exit $status" >&2; exit 1; }
done

if [ "$1" = --update ]; then
    cp "$NEW" "$BASE" && chmod 644 "$BASE" && echo "$BASE written"
    exit
fi
[ -f "$BASE" ] || { echo "bench.sh: there is no $BASE; write it with: tests/bench.sh --update" >&2; exit 1; }

awk -F '\t' -v fall=$FALL '
    FNR == 1 { next }
    NR == FNR { for (i = 3; i <= 5; i++) old[$1, $2, i] = $i; rows[++n] = $1 SUBSEP $2; next }
    {
        seen[$1, $2] = 1
        line = sprintf("%-9s %-9s", $1, $2)
        for (i = 3; i <= 5; i++) {
            if (!(($1, $2, i) in old)) { line = line sprintf("  %6.2f    new", $i); continue }
            change = $i - old[$1, $2, i]
            line = line sprintf("  %6.2f %+6.2f", $i, change)
            if (change < -fall) { line = line "!"; bad++ }
        }
        print line
    }
    END {
        for (r = 1; r <= n; r++) if (!(rows[r] in seen)) { split(rows[r], name, SUBSEP); print name[1], name[2], "is gone"; bad++ }
        if (bad) print bad, "figures worse than corpus/baseline.tsv by more than", fall, "(marked !); if that is meant: tests/bench.sh --update"
        exit bad > 0
    }' "$BASE" "$NEW"
