#!/bin/sh
# batch_kill.sh - lede batch, killed (kill -9) at random moments and gone on with by --resume, until KILLS (50) of them:
# after each one the output is the beginning of an unbroken run's, and in the end all of it.
# usage: LEDE=build/lede [KILLS=50] tests/batch_kill.sh
LEDE=${LEDE:-build/lede} KILLS=${KILLS:-50}
DIR=$(mktemp -d) || exit 1
trap 'rm -rf "$DIR"' EXIT

# Articles of our own words, no two alike; one is large, some are none.
awk 'BEGIN {
    n = split("harbour tram council bridge river engineer market school storm ferry museum budget", noun)
    v = split("opened measured crossed delayed praised closed moved rebuilt", verb)
    srand(7)
    for (i = 1; i <= 1500; i++) {
        text = ""
        for (s = 0; s < (i == 300 ? 3000 : 4 + i % 23); s++)
            text = text "The " noun[1 + int(rand() * n)] " " verb[1 + int(rand() * v)] " the " noun[1 + int(rand() * n)] \
                " on day " int(rand() * 1000) ". "
        if (i % 97 == 0) print ""
        else if (i % 89 == 0) print "{\"id\":" i ",\"text\":"
        else print "{\"id\":" i ",\"text\":\"" text "\"}"
    }
}' >"$DIR/in"
"$LEDE" batch -q --threads 1 "$DIR/in" >"$DIR/want"
status=$?
[ "$status" = 4 ] && [ "$(wc -l <"$DIR/want")" = 1500 ] || { echo "the unbroken run: exit $status"; exit 1; }

# Moments from 0 to 0.08 s, by a generator of our own: the same in each run, whatever the shell.
seed=12345
next_moment() {
    seed=$(((seed * 1103515245 + 12345) % 2147483648))
    moment=$(printf '0.%03d' $((seed / 65536 % 80)))
}

killed=0 torn=0 runs=0 whole=0
while [ "$killed" -lt "$KILLS" ]; do
    threads=$((1 + runs % 3))
    runs=$((runs + 1))
    [ "$runs" -le $((20 * KILLS)) ] || { echo "only $killed kills in $runs runs"; break; }
    "$LEDE" batch -q --threads "$threads" --resume -o "$DIR/out" "$DIR/in" &
    pid=$!
    next_moment
    sleep "$moment"
    kill -9 "$pid" 2>"$DIR/none"
    { wait "$pid"; } 2>"$DIR/none"
    status=$?
    if [ "$status" = 137 ]; then
        killed=$((killed + 1))
        [ -e "$DIR/out" ] || continue
        size=$(wc -c <"$DIR/out")
        head -c "$size" "$DIR/want" | cmp -s - "$DIR/out" || { echo "after kill $killed: not the beginning"; exit 1; }
        [ "$size" = 0 ] || [ "$(tail -c 1 "$DIR/out" | wc -l)" = 1 ] || torn=$((torn + 1))
        # A line is seldom torn by a kill: do it by hand, in one of two.
        if [ $((killed % 2)) = 0 ] && [ "$size" -gt 100 ]; then
            head -c $((size - seed / 65536 % 100)) "$DIR/out" >"$DIR/cut" && cp "$DIR/cut" "$DIR/out"
        fi
    elif [ "$status" = 4 ]; then
        cmp "$DIR/want" "$DIR/out" || exit 1
        whole=$((whole + 1))
        rm "$DIR/out"
    else
        echo "run $runs: exit $status"
        exit 1
    fi
done
"$LEDE" batch -q --resume -o "$DIR/out" "$DIR/in"
cmp "$DIR/want" "$DIR/out" || exit 1

# An output of another run is emptied as soon as there is something to read, so that what is killed before it has written
# leaves none of it to go on with: the first record is long, and it is killed while that is worked on.
"$LEDE" batch -q --threads 2 "$DIR/in" >"$DIR/out"
mkfifo "$DIR/fifo" || exit 1
awk 'BEGIN { printf "{\"id\":\"long\",\"text\":\""; for (i = 0; i < 400000; i++) printf "The river rose by %d marks. ", i; print "\"}" }' >"$DIR/long"
"$LEDE" batch -q --threads 2 -o "$DIR/out" "$DIR/fifo" &
pid=$!
cat "$DIR/long" >"$DIR/fifo" # until all of it is read
sleep 0.05
kill -9 "$pid" 2>"$DIR/none"
{ wait "$pid"; } 2>"$DIR/none"
[ $? = 137 ] && [ ! -s "$DIR/out" ] || { echo "killed before it had written: the old output is there"; exit 1; }
echo "batch_kill.sh: $killed kills in $runs runs, $torn torn lines, $((whole + 1)) outputs like the unbroken run's"
[ "$killed" = "$KILLS" ]
