#!/bin/sh
# sizes.sh - time against size for every method: the table of docs/performance.md.
# usage: LEDE=build/lede [SIZES="10000 100000 ..."] [LIMIT=300] tests/sizes.sh [METHOD...]. Called by `make sizes`.
#
# In: prose of invented words that it makes itself, the same on every run: English function words among them, ranks by
# Zipf's law out of some 160,000, sentences of 8 to 25 words, paragraphs of 3 to 6 sentences. Out: a Markdown table of
# milliseconds of CPU time (user and system, start-up included) for `lede -p summary`, the mean of several runs where
# they are short; "> n" where a run did not end within LIMIT seconds of wall time. The last column is the growth over
# the last step.
LEDE=${LEDE:-build/lede} SIZES=${SIZES:-10000 100000 1000000 10000000 100000000} LIMIT=${LIMIT:-300}
DIR=$(mktemp -d) || exit 1
trap 'rm -rf "$DIR"' EXIT

write_prose() {
    awk -v size="$1" '
        function random() { seed = (seed * 16807) % 2147483647; return seed / 2147483647 } # Park & Miller 1988
        function word(rank,   w) {
            if (rank <= common) return little[rank]
            for (w = ""; rank > 0; rank = int(rank / 60)) w = w syllable[rank % 60]
            return w
        }
        BEGIN {
            seed = 20261126
            common = split("the of and to a in that it was for on is with he as at by his be from had not but they were", little, " ")
            split("b c d f g l m n p r s t", consonant, " ")
            split("a e i o u", vowel, " ")
            for (i = 0; i < 60; i++) syllable[i] = consonant[i % 12 + 1] vowel[int(i / 12) + 1]
            while (bytes < size) {
                paragraph = ""
                for (s = 3 + int(4 * random()); s > 0; s--)
                    for (first = w = 8 + int(18 * random()); w > 0; w--) {
                        x = word(int(exp(12 * random())))
                        if (w == first) x = toupper(substr(x, 1, 1)) substr(x, 2)
                        paragraph = paragraph x (w > 1 ? " " : s > 1 ? ". " : ".")
                    }
                print paragraph "\n"
                bytes += length(paragraph) + 2
            }
        }'
}

# Milliseconds of one run.
measure() {
    runs=$((2000000 / $2))
    [ $runs -ge 1 ] || runs=1
    [ $runs -le 50 ] || runs=50
    (
        i=0
        while [ $i -lt $runs ]; do
            timeout "$LIMIT" "$LEDE" -l en -p summary -m "$1" "$DIR/$2" >"$DIR/out" 2>"$DIR/message"
            status=$?
            [ $status != 124 ] || { echo "> $((1000 * LIMIT))"; exit; }
            [ $status = 0 ] || { echo "sizes.sh: -m $1, $2 bytes: exit $status: $(cat "$DIR/message")" >&2; exit; }
            i=$((i + 1))
        done
        times >"$DIR/times" # not through a pipe: that would be the times of another shell
        awk -v runs=$runs 'NR == 2 {
            split($1, user, /[ms]/)
            split($2, kernel, /[ms]/)
            ms = 1000 * (60 * (user[1] + kernel[1]) + user[2] + kernel[2]) / runs
            printf ms < 100 ? "%.1f\n" : "%.0f\n", ms }' "$DIR/times"
    )
}

title="| method |" rule="|---|"
for size in $SIZES; do
    write_prose "$size" >"$DIR/$size"
    title="$title $(awk -v n="$size" 'BEGIN { print n < 1e6 ? n / 1e3 " KB" : n / 1e6 " MB" }') |" rule="$rule---:|"
done
echo "$title growth |"
echo "$rule---:|"
[ $# -gt 0 ] || set -- $("$LEDE" --list-methods | cut -d ' ' -f 1)
for method in "$@"; do
    line="| \`$method\` |" last='' before=''
    for size in $SIZES; do
        before=$last last=$(measure "$method" "$size")
        line="$line $last |"
    done
    echo "$line $(echo "$before:$last" | awk -F : '$1 + 0 > 0 && $2 + 0 > 0 { printf "%.1f", $2 / $1 } !($1 + 0 > 0 && $2 + 0 > 0) { printf "-" }') |"
done
