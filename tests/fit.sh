#!/bin/sh
# fit.sh - the fitting tools on made-up articles, in which the sentence that matters, and what a headline leaves out, are
# known: what is learnt, that the same data give the same bytes, and what is said of what cannot be fitted. BUILD names the
# build folder.
BUILD=${BUILD:-build}
DIR=$(mktemp -d) || exit 1
trap 'rm -rf "$DIR"' EXIT
unset SOURCE_DATE_EPOCH
TABLE=src/score/weights.tsv
failed=0
fail() { failed=1; echo "FAILED $1"; }
tool=fit
status() { # WANTED MESSAGE ARGUMENT...: the tool ends so, with that message
    wanted=$1 message=$2; shift 2
    "$BUILD/$tool" "$@" >"$DIR/out" 2>"$DIR/err"
    got=$?
    [ $got = "$wanted" ] || fail "$tool $*: exit $got, not $wanted"
    grep -qF -e "$message" "$DIR/err" || fail "$tool $*: there is no \"$message\" but: $(head -3 "$DIR/err")"
}

# Forty articles of two outlets. The reference is the sentence with the number, which is never the first one.
awk 'BEGIN {
    split("harbour bridge council river ferry school library market station forest", things)
    split("Marrow Tessel Kestrel Garrow Larvik", places)
    for (i = 0; i < 40; i++) {
        a = things[i % 10 + 1]; b = things[(i * 7 + 3) % 10 + 1]; p = places[i % 5 + 1]
        number = "The new " a " of " p " will cost " i + 20 " million and open in " 2020 + i % 9 "."
        text = "People in the town talk of many things in these days. "
        for (s = 1; s < 7; s++)
            text = text (s == i % 5 + 1 ? number " " : "The " b " near the " things[(s + i) % 10 + 1] " was quiet again on that day. ")
        printf "{\"id\":\"%d\",\"outlet\":\"%s\",\"lang\":\"en\",\"text\":\"%s\",\"references\":[\"%s\"]}\n", i, i % 3 ? "Post" : "Echo", text, number
    } }' >"$DIR/news.jsonl"

status 0 'fold 2 of 2' -k 2 -n 1 -o "$DIR/1.tsv" $TABLE "$DIR/news.jsonl"
status 0 'fold 2 of 2' -k 2 -n 1 -o "$DIR/2.tsv" $TABLE "$DIR/news.jsonl"
cmp "$DIR/1.tsv" "$DIR/2.tsv" || fail 'the same data give other bytes'
weight() { awk -F '\t' -v name="$2" -v column="$3" '$1 == name { print $column }' "$1"; }
awk -v numbers="$(weight "$DIR/1.tsv" numbers 2)" 'BEGIN { exit !(numbers > 1) }' || fail 'numbers are not found to matter'
[ "$(weight "$DIR/1.tsv" numbers 3)" = "$(weight $TABLE numbers 3)" ] || fail 'the other column is not kept'
[ "$(grep '^# general:' "$DIR/1.tsv")" = "$(grep '^# general:' $TABLE)" ] || fail 'the other notes are not kept'
[ "$(weight "$DIR/1.tsv" title 2)" = 1.0000 ] || fail 'a bound is not kept'
grep -q '^# news: data [0-9a-f]*, 40 articles (14 Echo, 26 Post)' "$DIR/1.tsv" || fail 'what was read is not told'
grep -q '^# news: mean of outlets +[0-9.]*; folds +*[0-9.]* [0-9.]*, deviation' "$DIR/1.tsv" || fail 'the outcome is not told'
grep -q '^# news: date' "$DIR/1.tsv" && fail 'there is a date that nobody gave'
SOURCE_DATE_EPOCH=86400 "$BUILD/fit" -p general -k 2 $TABLE "$DIR/news.jsonl" 2>/dev/null | grep -q '^# general: date 1970-01-02' || fail 'the date given is not told'
"$BUILD/lede" -s -n 1 --weights "$DIR/1.tsv" corpus/harbour-tunnel.txt | grep -q . || fail 'the table is not read'

status 2 'usage: fit' -k 1 $TABLE "$DIR/news.jsonl"
status 2 'usage: fit' -p auto $TABLE "$DIR/news.jsonl"
status 2 'usage: fit' $TABLE
head -5 "$DIR/news.jsonl" >"$DIR/few.jsonl"
status 1 '5 articles are too few' $TABLE "$DIR/few.jsonl"
status 1 'line 1: ' "$DIR/few.jsonl" "$DIR/news.jsonl"
status 1 'No such file' $TABLE "$DIR/nosuch"
status 1 'cannot be written' -k 2 -o "$DIR/no/such" $TABLE "$DIR/news.jsonl"

# Headlines that say when, and go without the rest: what stands in front is to stay, though by hand it is to go.
tool=fit-headlines TABLE=src/pick/choice.tsv
awk 'BEGIN {
    split("harbour bridge council river ferry school library market station forest", things)
    split("Marrow Tessel Kestrel Garrow Larvik", places)
    for (i = 0; i < 60; i++) {
        a = things[i % 10 + 1]; b = things[(i * 7 + 3) % 10 + 1]; p = places[i % 5 + 1]
        head = "After the storm, the " a " of " p " has closed"
        text = head ", officials said. The " b " is open to all."
        if (i % 2) printf "{\"id\":\"%d\",\"lang\":\"en\",\"text\":\"%s\",\"title\":\"%s\"}\n", i, text, head
        else printf "{\"id\":\"%d\",\"lang\":\"en\",\"sentence\":\"%s, officials said.\",\"compressions\":[\"%s.\"]}\n", i, head, head
    } }' >"$DIR/heads.jsonl"
status 0 'fold 2 of 2' -k 2 -l 0.01 -o "$DIR/1.tsv" $TABLE "$DIR/heads.jsonl"
status 0 'fold 2 of 2' -k 2 -l 0.01 -o "$DIR/2.tsv" $TABLE "$DIR/heads.jsonl"
cmp "$DIR/1.tsv" "$DIR/2.tsv" || fail 'the same headlines give other bytes'
less() { awk -v a="$(weight "$1" $2 2)" -v b="$(weight "$1" $2 4)" 'BEGIN { exit !(a < b) }' || fail "$2 is worth no less"; }
less "$DIR/1.tsv" LEAD
awk -v lead="$(weight "$DIR/1.tsv" LEAD 2)" 'BEGIN { exit !(lead < 0) }' || fail 'what headlines say is still left out'
[ "$(weight "$DIR/1.tsv" CONNECTIVE 2)" = 2.0000 ] || fail 'what the data do not know is not kept'
for column in 1 3 4; do
    [ "$(cut -f $column "$DIR/1.tsv" | grep -v '^#')" = "$(cut -f $column $TABLE | grep -v '^#')" ] || fail "column $column is not kept"
done
grep -q '^# data [0-9a-f]*, 60 articles' "$DIR/1.tsv" || fail 'it is not told how many headlines were read'
grep -q '^# heads.jsonl, 60: [0-9.]* / [0-9.]*, [0-9.]* > [0-9.]* / [0-9.]*, [0-9.]*$' "$DIR/1.tsv" || fail 'the outcome of headlines is not told'
status 2 'usage: fit-headlines' -k 1 $TABLE "$DIR/heads.jsonl"
status 2 'usage: fit-headlines' $TABLE
head -5 "$DIR/heads.jsonl" >"$DIR/few.jsonl"
status 1 '5 articles are too few' $TABLE "$DIR/few.jsonl"
printf 'LEAD\tnever\n' >"$DIR/bad.tsv"
status 1 'line 1: ' "$DIR/bad.tsv" "$DIR/heads.jsonl"
status 1 'cannot be written' -k 2 -o "$DIR/no/such" $TABLE "$DIR/heads.jsonl"
exit $failed
