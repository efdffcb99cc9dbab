#!/bin/sh
# report_browser.sh - the HTML report of lede bench, as a browser sees it: complete, and nothing of a hostile corpus runs.
# usage: LEDE=build/lede tests/report_browser.sh. Without Chromium it says that it skips, and succeeds.
LEDE=${LEDE:-build/lede}
for name in chromium chromium-browser google-chrome; do
    command -v $name >/dev/null && BROWSER=$name && break
done
[ -n "$BROWSER" ] || { echo "report_browser.sh: skipped: there is no Chromium (apt-get install chromium)"; exit 0; }
DIR=$(mktemp -d) || exit 1
trap 'rm -rf "$DIR"' EXIT
failed=0
fail() { failed=$((failed + 1)); echo "FAILED $1"; }

# A script or an image's handler of the corpus would set the page's title.
cat >"$DIR/corpus.jsonl" <<'END'
{"id":"<script>document.title='ran'</script>","text":"The mayor <img src=x onerror=\"document.title='ran'\"> opened the bridge over the river. Rain fell on the crowd all day.","references":["The mayor opened a bridge.\nIt rained </div></article><script>document.title='ran'</script>"]}
{"id":"\"><b>two","text":"The council voted for a tram on Tuesday. It will cost 40 million kroner. Work begins in March.","references":["Council votes for a tram","A tram for 40 million & more"]}
{"id":"three","text":"A ship ran aground off the cape. Nobody was hurt, the coast guard said.","references":["Ship aground, nobody hurt"]}
END
"$LEDE" bench -n 1 -m lede,lead -f html -o "$DIR/report.html" "$DIR/corpus.jsonl" || fail "lede bench: exit $?"

browse() {
    timeout 60 "$BROWSER" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --user-data-dir="$DIR/profile" --window-size=1000,1600 "$@" "file://$DIR/report.html" 2>"$DIR/err"
}
browse --dump-dom >"$DIR/dom" || fail "the browser: $(tail -n 1 "$DIR/err")"
browse --screenshot="$DIR/report.png" >/dev/null || fail "the browser: $(tail -n 1 "$DIR/err")"

# count WANTED PATTERN: how often an element stands in what the browser made of the page
count() {
    got=$(grep -o "$2" "$DIR/dom" | wc -l)
    [ "$got" -eq "$1" ] || fail "$got of $2, not $1"
}
count 1 '<title>lede bench</title>'
count 0 '<script'
count 0 '<img'
count 0 '<b>'
count 2 '<svg '
count 3 '<article>'
count 3 'candidate</h4>'
count 4 'reference</h4>'
count 12 '<circle'
count 0 'http'
[ "$(wc -c <"$DIR/report.png")" -gt 20000 ] || fail "the screenshot is empty"
[ -z "$KEEP" ] || cp "$DIR/report.png" "$KEEP"
echo "report_browser.sh: $failed failures"
[ "$failed" = 0 ]
