#!/bin/sh
# soak.sh - lede batch at full load for MINUTES (10): every line gets its line, and memory does not grow.
# usage: LEDE=build/lede [MINUTES=10] tests/soak.sh. Called by `make soak`. Linux (/proc).
#
# In: corpus/, its paragraphs shuffled into some 30 MB of records, with invented words so that caches fill and are
# dropped, one record of 1 MB in a thousand, and bad lines; over and over. Resident memory is sampled every two seconds
# once the first tenth of the time is over; the second half's largest may not be above the first half's by more than a
# tenth.
LEDE=${LEDE:-build/lede} MINUTES=${MINUTES:-10}
DIR=$(mktemp -d) || exit 1
trap 'rm -rf "$DIR"' EXIT

awk '
    FNR == 1 { text = "" }
    NF { gsub(/[\\"\t\r]/, " "); paragraph[n++] = $0 }
    END {
        srand(11)
        for (i = 1; i <= 8000; i++) {
            text = ""
            size = i % 1000 ? 6 + int(rand() * 12) : 2600
            for (p = 0; p < size; p++)
                text = text paragraph[int(rand() * n)] " A" int(rand() * 1e6) "th " sprintf("%c%c%c%c%c%c", 97 + rand() * 26, \
                    97 + rand() * 26, 97 + rand() * 26, 97 + rand() * 26, 97 + rand() * 26, 97 + rand() * 26) " came.\\n\\n"
            if (i % 101 == 0) print "{\"id\":" i ",\"text\":"
            else print "{\"id\":" i ",\"text\":\"" text "\"}"
        }
    }' corpus/[a-z]*-*.txt >"$DIR/in"
lines=$(wc -l <"$DIR/in")
"$LEDE" idf -q -l en -o "$DIR/en.idf" "$DIR/in"

end=$(($(date +%s) + MINUTES * 60))
mkfifo "$DIR/feed"
{
    sh -c 'echo $$ >"$0/pid"; exec "$@"' "$DIR" "$LEDE" batch -q --idf "$DIR/en.idf" \
        -p headline,summary,bullets,keywords,sentences,scores -w 60 2>"$DIR/messages"
    echo $? >"$DIR/status"
} <"$DIR/feed" | wc -l >"$DIR/out" &
counter=$!
{
    while [ "$(date +%s)" -lt $end ]; do cat "$DIR/in"; echo >>"$DIR/rounds"; done
} >"$DIR/feed" &
sleep 1
pid=$(cat "$DIR/pid")
sleep $((MINUTES * 6))
while kill -0 "$pid" 2>/dev/null; do
    sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$pid/status" >>"$DIR/memory" 2>/dev/null
    awk '{ print $14 + $15 }' "/proc/$pid/stat" >"$DIR/now" 2>/dev/null && [ -s "$DIR/now" ] && cp "$DIR/now" "$DIR/ticks"
    sleep 2
done
wait $counter
[ "$(cat "$DIR/status")" = 4 ] || { echo "soak.sh: exit $(cat "$DIR/status"): $(cat "$DIR/messages")"; exit 1; }
rounds=$(wc -l <"$DIR/rounds")
awk -v lines="$lines" -v rounds="$rounds" -v minutes="$MINUTES" -v ticks="$(cat "$DIR/ticks")" -v hertz="$(getconf CLK_TCK)" \
    -v size="$(wc -c <"$DIR/in")" -v out="$(cat "$DIR/out")" '
    { memory[NR] = $1 }
    END {
        for (i = 1; i <= NR; i++) { half = i <= NR / 2 ? 1 : 2; if (memory[i] > most[half]) most[half] = memory[i]; sum[half] += memory[i] }
        printf "soak.sh: %d minutes, %d records (%.1f GB) in %d rounds, %.0f s of CPU; %d samples: most %.1f MB in the first half, %.1f MB in the second, means %.1f and %.1f\n",
            minutes, lines * rounds, size * rounds / 1e9, rounds, ticks / hertz, NR, most[1] / 1024, most[2] / 1024,
            sum[1] / int(NR / 2) / 1024, sum[2] / (NR - int(NR / 2)) / 1024
        if (out != lines * rounds) { print "soak.sh: " out " lines came out, not " lines * rounds; exit 1 }
        if (NR < 4 || most[2] > 1.1 * most[1]) { print "soak.sh: memory grows"; exit 1 }
    }' "$DIR/memory"
