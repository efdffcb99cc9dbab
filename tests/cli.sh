#!/bin/sh
# cli.sh - the program from outside: each row is a command line, what it reads, and what must come of it.
# usage: LEDE=build/lede tests/cli.sh. Says what fails, and exits 1 where anything does.
LEDE=${LEDE:-build/lede}
case $LEDE in /*) ;; *) LEDE=$PWD/$LEDE ;; esac
HERE=$(cd "$(dirname "$0")" && pwd)
DIR=$(mktemp -d) || exit 1
trap 'rm -rf "$DIR"' EXIT
cd "$DIR" || exit 1
unset NO_COLOR COLUMNS
count=0 failed=0

fail() {
    failed=$((failed + 1))
    printf 'FAILED %s: %s\n' "$name" "$1"
}

# has FILE PIECES: each line of PIECES is in FILE; one that begins with ! is not.
has() {
    [ -n "$2" ] || return 0
    printf '%s\n' "$2" | while IFS= read -r piece; do
        case $piece in
        !*) ! grep -qF -e "${piece#!}" "$1" || echo "there is ${piece#!}" ;;
        *) grep -qF -e "$piece" "$1" || echo "there is no $piece" ;;
        esac
    done
}

# row NAME STATUS COMMAND INPUT OUT ERR: COMMAND is a line of shell in which "lede" is the program; INPUT is for printf.
lede() { "$LEDE" "$@"; }
row() {
    name=$1
    count=$((count + 1))
    printf "$4" >in
    (eval "$3") <in >out 2>err
    got=$?
    [ "$got" = "$2" ] || fail "exit $got, not $2: $(head -c 300 err)"
    for wrong in "$(has out "$5")" "$(has err "$6")"; do [ -z "$wrong" ] || fail "$wrong"; done
    if [ "$2" != 0 ]; then
        head -c 6 err | grep -q '^lede: ' || fail "message $(head -c 60 err)"
        [ "$(wc -l <err)" -le 3 ] || fail "$(wc -l <err) lines of message"
    fi
}

cat >news.txt <<'END'
Harbour town votes for a tram

The council of Larvik voted on Tuesday to build a tram from the harbour to the hospital. The line will cost 40 million
kroner and open in 2031. Two of the nine members voted against the tram.

Engineers will begin to measure the streets in March. The harbour company pays for a third of the tram line.
END
printf 'Rain fell on the hills all night. The river rose by two metres before the morning.' >rain.txt
printf '' >empty.txt
ARTICLE=$(cat news.txt)

# ---- usage ----
row 'no such option' 2 'lede --frobnicate' '' '' 'there is no option --frobnicate'
row 'near option' 2 'lede --sentense 3' '' '' 'did you mean --sentences?'
row 'near part' 2 'lede --sumary' '' '' 'did you mean --parts summary?'
row 'near part, no parts' 2 'lede rouge --headlin' '' '' '!mean
all options are in: lede rouge --help'
row 'no such letter' 2 'lede -x' '' '' 'there is no option -x'
row 'value missing' 2 'lede -n' '' '' '--sentences needs a value'
row 'value not wanted' 2 'lede --quiet=3' '' '' '--quiet takes no value'
row 'method' 2 'lede -m nosuch' '' '' '--method: there is no "nosuch"
there are: lede'
row 'near method' 2 'lede -m tfid' '' '' 'did you mean "tfidf"?'
row 'language' 2 'lede -l xx' '' '' '--language: there is no "xx"'
row 'format' 2 'lede -f docx' '' '' 'there are: text, markdown, html, json'
row 'profile' 2 'lede --profile book' '' '' 'there are: news, general, auto'
row 'part' 2 'lede -p headline,sumary' '' '' 'did you mean "summary"?'
row 'no part' 2 'lede -p ""' '' '' '--parts: there is no ""'
for number in -3 3x 0 '""' 1.5 ' 3' 99999999999999999999; do
    row "number $number" 2 "lede -n '$number'" '' '' 'was given, a whole number from 1 to 4294967295 is wanted'
done
for ratio in 0 0.0 101 100.1 x '""' 1e1 -5; do row "ratio $ratio" 2 "lede -r '$ratio'" '' '' 'a percentage above 0'; done
row 'two lengths' 2 'lede -n 2 -w 40' '' '' 'only one of --sentences'
row 'from' 2 'lede -i docx' '' '' 'there are: auto, text, json'
row 'case' 2 'lede --case camel' '' '' 'there are: sentence, title, upper'
row 'style' 2 'lede --style headlines' '' '' 'did you mean "headline"?'
row 'no headlines' 2 'lede --headlines 0' '' '' '--headlines: "0" was given, a whole number'
row 'no headline' 2 'lede --headline-chars 0' '' '' '--headline-chars: "0" was given, a whole number'
row 'no bullet' 2 'lede --bullet-chars 0' '' '' '--bullet-chars: "0" was given, a whole number'
row 'highlight as JSON' 2 'lede --highlight -f json' '' '' 'text and html only'
row 'page of text' 2 'lede --standalone' '' '' 'html only'
row 'two pages' 2 'lede --standalone -f html news.txt rain.txt' '' '' 'one page'
row 'batch in text' 2 'lede batch -f text' '' '' 'JSON only'
row 'option of batch' 2 'lede --carry' '' '' 'there is no option --carry'
row 'a name made to play' 1 'lede "$(printf "\033[31mred\nblue\377green\357\277\275")"' '' '' "lede: [31mredblue?green$(printf '\357\277\275'): No such file"
for given in '--width 3x|--width: "3x" was given, a whole number from 0' '--width ""|--width: "" was' '--seed 0x1|--seed: "0x1" was given, a whole number from 0 to 1844' \
    '--seed ""|--seed: "" was' '-r 3.x|a percentage above 0' '--highlight --explain|only one of --highlight and --explain' '--print-options sh|man or bash is wanted' \
    '-f mark|did you mean "markdown"?' '-m lex|did you mean "lexrank"?' '-m klab|there are: ' '-f ""|there are: ' \
    "--sentences$(printf %040d 0)|there is no option --sentences$(printf %030d 0)" "-p summary$(printf %040d 0)|there is no \"summary$(printf %024d 0)\""; do
    row "options ${given%%|*}" 2 "lede ${given%%|*}" '' '!.' "${given#*|}"
done
for size in 5x K '""' 5KB 5000G; do row "size $size" 2 "lede batch --max-record $size" '' '!.' 'a size up to 4294967295 bytes'; done
row 'sizes' 0 'for size in 999 1K 2K 1M 1G; do lede batch -q -H --max-record $size <in >1; echo "$size $?"; done' "{\"text\":\"Rain fell.\",\"x\":\"$(printf %01000d 0)\"}\n" '999 4
1K 4
2K 0
1M 0
1G 0' ''
row 'language auto' 0 'lede -H -l auto rain.txt' '' 'Rain fell' '!lede'

# ---- at a terminal ----
if script -qec true none </dev/null >/dev/null 2>&1; then
    at_terminal() { timeout 60 script -qec "'$LEDE' $1; echo \$?" none </dev/null; }
    row 'bench of a terminal' 0 'at_terminal bench' '' 'lede: bench takes files or folders
2' ''
    for command in '' batch idf\ --dump\ -l\ en; do
        row "terminal $command" 0 "at_terminal '$command'" '' "note: reading from the terminal, up to Ctrl-D; lede ${command%% *}" ''
        row "terminal, quiet $command" 0 "at_terminal '$command -q'" '' '!reading' ''
    done
    # wide SETTING...: the longest line of a summary at a terminal of 40 columns
    wide() { timeout 60 script -qec "stty cols 40; $* '$LEDE' -s news.txt" none </dev/null | tr -d '\r' | awk '{ if (length($0) > n) n = length($0) } END { print (n > 60 ? "wide" : n > 30 ? "middle" : "narrow") }'; }
    row 'terminal, width' 0 'for columns in 30 0 -5 10000; do echo "$columns $(wide COLUMNS=$columns)"; done; echo "none $(wide)"' '' '30 narrow
0 middle
-5 middle
10000 middle
none middle' ''
    row 'terminal of no width' 0 'timeout 60 script -qec "stty cols 0; '$LEDE' -s news.txt" none </dev/null | tr -d "\r" | awk "{ if (length > n) n = length } END { print (n > 60 && n < 81) }"' '' '1' ''
    for set in 'TERM=ansi' 'TERM=ansi NO_COLOR=' '!TERM=dumb' '!-u TERM' '!TERM=ansi NO_COLOR=1'; do
        row "colour at a terminal, $set" 0 "timeout 60 script -qec \"env ${set#!} '$LEDE' news.txt\" none </dev/null" '' "${set%%[T-]*}$(printf '\033[1m')" ''
    done
    row 'bench progress at a terminal' 0 'echo "{\"text\":\"Fog fell.\",\"references\":[\"Fog\"]}" >1; at_terminal "bench 1"; at_terminal "bench -q 1" | grep 1/1 | sed s/^/quiet:/' '' '] 1/1 
!quiet:' ''
    yes '{"text":"Rain fell on the hills, and the river rose by two metres."}' | head -n 400000 >much
    row 'progress at a terminal' 0 'at_terminal "batch --threads 1 -o none much"; at_terminal "batch -q -o none much" | grep records | sed s/^/quiet:/' '' "$(printf '\033[K')
 left
400000 records, 0 failed
!quiet:" ''
fi

# ---- what is shown ----
for command in '' batch; do
    row "help $command" 0 "lede $command --help" '' 'usage: lede
Examples:
--sentences N' '!lede'
    lines=$(wc -l <out) columns=$(awk '{ if (length($0) > n) n = length($0) } END { print n }' out)
    [ "$lines" -ge 24 ] && [ "$lines" -le 46 ] || fail "$lines lines"
    [ "$columns" -le 80 ] || fail "$columns columns"
    [ "$(sed '1,/^Examples:/d' out | wc -l)" = 3 ] || fail 'not three examples'
done
row 'commands' 0 'lede --help' '' 'lede batch|rouge|bench' ''
row 'version' 0 'lede --version' '' 'lede ' '!lede'
row 'methods' 0 'lede --list-methods' '' 'lede 
lexrank-threshold  the
lead 
tfidf 
random ' ''
row 'languages' 0 'lede --list-languages' '' 'und 
pt   Portuguese' ''
row 'formats' 0 'lede --list-formats' '' 'text 
markdown 
html 
json ' ''
row 'completion' 0 'lede --print-options bash' '' 'complete -o filenames -F _lede lede
--sentences' ''
if command -v bash >/dev/null; then row 'completion is bash' 0 'lede --print-options bash | bash -n' '' '' ''; fi

# ---- the manual has the options that there are ----
for command in '' batch rouge bench idf; do
    row "manual $command" 0 "lede $command --print-options man" '' '.It' ''
    tr '\n' '~' <out >list
    tr '\n' '~' <"$HERE/../docs/lede.1" | grep -qF -e "$(cat list)" || fail 'docs/lede.1 is behind: put the list above into it'
done

# ---- input ----
row 'a folder' 1 'lede .' '' '' 'lede: .: Is a directory'
row 'no such file' 1 'lede nosuch' '' '' 'lede: nosuch: No such file'
row 'query' 0 'lede -s -n 1 --query "open in 2031" news.txt; lede batch -s -n 1 --query voted' \
    '{"query":"river","text":"Rain fell on the hills. The river rose by two metres. It was Monday."}\n{"text":"The storm closed the port. Nobody voted. It was Monday."}\n' 'The line will cost
The river rose
Nobody voted' ''
row 'query at the end' 0 'lede -s --query ferry "$HERE/../corpus/harbour-tunnel.txt"; lede -s --query toll "$HERE/../corpus/harbour-tunnel.txt"' '' 'The three ferries
The ferry company
a toll of $2.40
claim the toll back' ''
row 'query, bullets' 0 'lede -b --query ferry "$HERE/../corpus/harbour-tunnel.txt"; lede -b "$HERE/../corpus/harbour-tunnel.txt" | grep ferry || echo none' '' '- The ferry company said
none' ''
row 'language of a record' 4 'lede batch -H' '{"language":"ja","text":"Rain fell."}\n{"language":"zh-TW","text":"Hail fell."}\n{"language":"zh_TW","text":"Fog fell."}\n{"language":"q","text":"Snow fell."}\n{"language":"en1","text":"Snow fell."}\n' \
    'Rain
Hail
Fog
!Snow
unknown language \"q\"
unknown language \"en1\"' 'lede: 2 of 5'
row 'into standard output by name' 0 'lede -s -o - rain.txt' '' 'Rain fell' '!lede'
row 'no stop words' 1 'lede --stopwords nosuch news.txt' '' '' 'lede: nosuch: No such file'
row 'weights' 0 'printf "first\\t20\\n" >1; lede -s -n 1 -f json --weights 1 news.txt | grep -o "sentence.:[0-9]*"' '' 'sentence":1' ''
row 'weights, stop words beside' 0 'printf "first\\t-20\\t20\\n" >1; echo council >2; lede -s -n 1 --weights 1 --stopwords 2 --profile general news.txt' '' 'The council of Larvik' ''
row 'no weights' 1 'lede --weights nosuch news.txt' '' '' 'lede: nosuch: No such file'
row 'weights, no feature' 1 'printf "# ours\\nfirst\\t1\\nfrist\\t2\\n" >1; lede batch --weights 1 news.txt' '' '!.' 'lede: 1: line 3: there is no feature "frist"
did you mean "first"?'
row 'weights, no feature near' 1 'printf "harbourmaster\\t1\\n" >1; lede --weights 1 news.txt' '' '!.' 'lede: 1: line 1: there is no feature "harbourmaster"
the names are those that lede --explain'
row 'weights, no number' 1 'printf "first\\t1,5\\n" >1; lede bench --weights 1 news.txt' '' '!.' 'lede: 1: line 1: a weight is wanted as a number'
row 'profile in JSON' 0 'lede -s -f json --profile general news.txt; lede -s -f json --profile auto rain.txt; lede -m lead -s -f json --profile auto rain.txt' '' '"title":"Harbour town votes for a tram","profile":"general","summary"
"title":"","profile":"news"
"title":"","summary"' ''
row 'profile of keywords alone' 0 'lede -p keywords -f json --profile general news.txt' '' '"profile":"general","keywords"' ''
printf '# Rain\n\nIt fell.\n\n# Hail\n\nIt fell.\n\n# Snow\n\nIt fell.\n' >parts.txt
row 'profile, guessed' 0 'guess() { lede -H -f json --profile auto "$@" | grep -o "profile.:.[a-z]*"; }; guess parts.txt; { echo "Rain fell on the hills"; echo; echo "OSLO, May 3 (AP) - Rain fell on the hills on Monday."; echo; cat parts.txt; } | guess
    for count in 99 100; do yes "Rain fell." | head -n $count | guess; done' '' '' ''
[ "$(cut -d \" -f 3 out | paste -s -)" = 'general	news	news	general' ] || fail "$(paste -s out)"
row 'profile not asked for' 0 'lede -s -f json news.txt' '' '!profile' ''
row 'empty' 3 'lede' '' '!.' 'lede: standard input: nothing to summarise'
row 'empty file' 3 'lede empty.txt' '' '' 'lede: empty.txt: nothing to summarise'
row 'blank' 3 'lede' ' \n\n \t' '' 'nothing to summarise'
row 'only marks' 3 'lede' '... !!! ???' '' 'nothing to summarise'
row 'empty as JSON' 3 'lede -f json' '' '!{' 'nothing to summarise'
row 'ill-formed' 0 'lede' 'The m\377yor of the town spoke on Monday about the bridge.\n' 'The m' 'lede: standard input: note: some of this is not UTF-8'
row 'ill-formed, quiet' 0 'lede -q' 'The m\377yor of the town spoke on Monday about the bridge.\n' 'The m' '!lede'
row 'a page' 0 'lede -H rain.txt -' '<html><p>The mayor spoke.</p></html>\n' 'mayor' 'lede: standard input: note: this is HTML
!rain.txt'
row 'NUL' 0 'lede' 'The ma\000yor of the town spoke on Monday about the bridge.\n' '' ''
row 'dash' 0 'lede -s - <rain.txt' '' 'Rain fell' ''
row 'after the dashes' 0 'cp rain.txt ./-n; lede -s -- -n' '' 'Rain fell' ''
row 'several' 0 'lede -s rain.txt news.txt' '' '==> rain.txt <==
==> news.txt <==' ''
row 'several, one bad' 1 'lede -s rain.txt nosuch news.txt' '' '==> rain.txt <==
==> news.txt <==' 'lede: nosuch:'
row 'several, one empty' 3 'lede -s empty.txt rain.txt' '' '==> rain.txt <==
!==> empty.txt' 'lede: empty.txt:'
row 'several as JSON' 0 'lede -H -f json rain.txt news.txt' '' '{"id":"rain.txt",
{"id":"news.txt",' ''
row 'several as HTML' 0 'cp rain.txt "$(printf "a&<\303\251\n\033b")"; lede -s -f html a\&* rain.txt' '' "<p class=\"lede-file\">a&#38;&#60;$(printf '\303\251')b</p>
<p class=\"lede-file\">rain&#46;txt</p>" ''
[ "$(grep -c '^$' out)" = 0 ] || fail 'a blank line'
row 'several as Markdown' 0 'lede -H -f markdown rain.txt news.txt' '' '## rain\.txt' ''
row 'one record' 0 'lede -H -f json' '{"id": 7, "text": "Rain fell on the hills all night."}' '{"id":7,' ''
row 'lines of records' 0 'lede -s' '{"id":1,"text":"Rain fell on the hills."}\n{"id":"b","text":"Snow fell."}\n' '==> 1 <==
==> "b" <==
Snow fell' '!lede'
row 'lines of records as JSON' 0 'lede -s -f json - rain.txt' '\n {"id":1,"text":"Rain fell."}\n{"id":2,"text":"Snow fell."}' '{"id":1,
{"id":2,
{"id":"rain.txt",' '!lede'
row 'a record without a text' 1 'lede' '{"id": 7}' '!.' 'lede: standard input: line 1: there is no member "text"'
row 'a record in lines, without a text' 1 'lede' '{\n"id": 7\n}\n' '!.' 'line 1: there is no member "text"'
row 'records in lines' 1 'lede -s' '{\n"text": "Hail fell."\n}\n{\n"text": "Fog fell."\n}\n{"text":"Snow fell."}\n' 'Snow fell
!Hail' "lede: standard input: lines 1 to 6: JSON lines are wanted, but a record goes on in the next line: jq -c . makes"
[ "$(wc -l <err)" = 1 ] || fail 'more than one message'
row 'an array' 1 'lede -s' '[\n  {"text": "Rain fell."},\n  {"text": "Snow fell."}\n]\n' '' "lede: standard input: lines 1 to 2: JSON lines are wanted, one record each, not an array: jq -c '.[]' makes"
row 'records in lines, all named' 1 'lede -H' '{"text":"Rain fell."}\n{\n"text": "Hail fell.",\n"tags": [\n"}"\n]\n}\n\n{\n"text": "Fog fell."\n}\n{"text":"Snow fell."}\n' 'Snow fell' \
    'lede: standard input: lines 2 to 11: JSON lines are wanted, but a record goes on'
[ "$(wc -l <err)" = 1 ] || fail 'more than one message'
row 'a bad line behind an array' 1 'lede -H' '{"text":"Rain fell."}\n[1]\n{"text":"cut\n{"text":"Snow fell."}\n' 'Snow fell' "lede: standard input: line 2: JSON lines are wanted, one record each, not an array
lede: standard input: line 3: "
row 'bad lines behind an array' 1 'lede -H 2>&1; s=$?; echo "lede: " >&2; exit $s' '{"text":"Rain fell."}\n[[1],\n["]"]\n]\n"str"\nnull\n{"text":"Snow fell."\n[\n{"text":"Fog fell."}\n]\n{"text":\\\n' 'lines 2 to 4: JSON lines are wanted, one record each, not an array
input: line 5: the record is not an object
input: line 6: the record is not an object
input: line 7: 
input: line 8: JSON lines are wanted, one record each, not an array
Fog fell
input: line 10: 
input: line 11: '
row 'an array, then another error' 1 'lede -i json -s' '[1]\n{"id":3}\n' '' 'line 2: there is no member "text"'
row 'a code that is none, like JSON' 1 'lede -H' '{"text":"Rain fell.","language":"english"}\n' '' '!as it stands'
row 'prose like JSON' 1 'lede -H' '{"Weather": it rained} The mayor spoke.\n' '' 'to read it as it stands: --from text'
row 'an array in a line' 1 'lede -i json -s' '[{"text":"Rain fell."}]' '!.' "not an array: jq -c '.[]'"
row 'a record of no language' 1 'lede -i json -s' '{"text":"Rain fell."}\n{"text":"Snow fell.","language":"snowish"}\n' 'Rain' \
    'lede: standard input: line 2: unknown language "snowish": a code is wanted, such as en'
row 'no bracket of JSON' 0 'lede -H' '[Rain] fell on the hills.' 'Rain' '!lede'
row 'a record as text' 0 'lede -i text -s' '{"id": 7, "text": "Rain fell on the hills all night."}' '"id"' ''
row 'records' 0 'lede -i json -s' '{"id":1,"text":"Rain fell on the hills."}\n\n{"text":"Snow fell on the town."}\n' '==> 1 <==
Snow fell' ''
row 'a bad record' 1 'lede -i json -s' '{"text":"Rain fell on the hills."}\n{"text":\n' 'Rain fell' \
    'lede: standard input: line 2: '
row 'no record, in several files' 3 'lede -i json empty.txt -' '\n' '!.' 'lede: empty.txt: nothing to summarise
lede: standard input: nothing to summarise'
row 'no record, behind other problems' 1 'lede -i json nosuch empty.txt' '' '!.' 'lede: nosuch: No such file
lede: empty.txt: nothing to summarise'
row 'prose like JSON, behind other problems' 1 'lede nosuch -' '{"Weather": it rained} The mayor spoke.\n' '' 'to read it as it stands: --from text'
row 'an empty record' 3 'lede' '{"text":""}\n' '!.' 'lede: standard input: nothing to summarise'
[ "$(wc -l <err)" = 1 ] || fail 'more than one message'
row 'empty records' 3 'lede' '{"text":""}\n{"text":"..."}\n' '!.' 'lede: standard input: line 2: nothing to summarise
!as it stands'
row 'a record of a number' 1 'lede' '{\n"text": 7\n}\n' '!.' 'lede: standard input: line 1: member "text" must be a string'
row 'no record' 3 'lede -i json' '' '' 'nothing to summarise'

# ---- output ----
awk 'BEGIN { printf "{\"text\":\""; for (i = 0; i < 3000; i++) printf "Rain fell on hill %d. ", i; print "\"}" }' >hills
if [ -c /dev/full ]; then
    row 'full disk' 1 'lede news.txt >/dev/full' '' '' 'lede: standard output: No space left'
    row 'full disk by name' 1 'lede -o /dev/full news.txt' '' '' 'lede: /dev/full: No space left'
    row 'full disk, more files' 1 'lede -p body -o /dev/full hills nosuch' '' '' 'lede: /dev/full: No space left
!nosuch'
    row 'full disk, more records' 1 'echo "[" | cat hills - | lede -p body -o /dev/full' '' '' 'lede: /dev/full: No space left
!line 2'
    row 'full disk, help' 1 'lede --help >/dev/full' '' '' 'No space left'
    row 'full disk, batch' 1 'lede batch >/dev/full' '{"text":"Rain fell on the hills."}\n' '' 'No space left'
fi
row 'no such folder' 1 'lede -o no/such news.txt' '' '' 'lede: no/such: No such file'
row 'output is input' 1 'cp rain.txt both.txt; lede -o both.txt both.txt; s=$?; cat both.txt; exit $s' '' 'Rain fell' \
    'is an input too'
row 'output' 0 'lede -s -o sum.txt rain.txt; cat sum.txt' '' 'Rain fell' '!lede'
for command in '' batch; do
    row "output kept, $command" 1 "echo old >kept; lede $command -o kept nosuch; s=\$?; cat kept; exit \$s" '' 'old' 'lede: nosuch: No such file
!failed'
    row "output kept, $command of a folder" 1 "echo old >kept; lede $command -o kept nosuch . ; s=\$?; cat kept; exit \$s" '' 'old' 'lede: .: Is a directory'
    row "output shorter than what it was, $command" 1 "head -c 9999 /dev/zero >kept; lede $command -s -o kept nosuch in; s=\$?; cat kept; exit \$s" \
        '{"text":"Rain fell."}\n' 'Rain fell' 'lede: nosuch: No such file'
    [ "$(tr -d '\000' <out | wc -c)" = "$(wc -c <out)" ] || fail 'the end of the old file is there'
done
row 'output kept, nothing to summarise' 3 'echo old >kept; lede -o kept empty.txt; s=$?; cat kept; exit $s' '' 'old' 'lede: empty.txt: nothing to summarise'
row 'output of no record' 0 'echo old >kept; lede batch -o kept; cat kept' '' '!old' '!lede'
row 'output of two threads' 0 'echo old >kept; for n in 1 2; do lede batch --threads $n -H -o kept in; cat kept; done' '{"text":"Rain fell."}\n' 'Rain fell
!old' '!lede'
[ "$(wc -l <out)" = 2 ] || fail 'not two lines'
row 'closed output' 0 '{ lede news.txt; } | true' '' '' '!lede'
row 'headline' 0 'lede -H news.txt' '' 'tram' '!lede'
[ "$(wc -l <out)" = 1 ] || fail 'more than one line'
row 'one sentence' 0 'lede -s -n 1 news.txt' '' '' ''
[ "$(wc -l <out)" = 1 ] || fail 'more than one line'
row 'keywords' 0 'lede -k news.txt' '' 'tram' '!lede'
[ "$(wc -l <out)" -ge 3 ] || fail 'not one a line'
row 'bullets' 0 'lede -b news.txt' '' '- ' '!lede'
row 'default parts' 0 'lede news.txt' '' '- ' '!Keywords
!lede'
row 'blurb' 0 'lede --blurb --width 0 news.txt' '' 'tram' '!lede'
[ "$(wc -l <out)" = 2 ] || fail 'not a headline and a paragraph'
row 'blurb, short' 0 'lede --blurb --width 0 -c 90 news.txt' '' '' '!lede'
[ "$(sed 1d out | wc -m)" -le 91 ] || fail 'over the budget'
row 'blurb, too short' 0 'lede --blurb -c 20 news.txt' '' 'tram' 'longer than was asked for'
row 'blurb of a record' 0 'lede batch --blurb' '{"text":"Rain fell on the hills. Snow fell on the town."}\n' \
    '"blurb":{"headline":{"text":"' ''
row 'headlines' 0 'lede --headlines 3 news.txt' '' 'tram' '!lede'
[ "$(grep -c "^-*[0-9.]*	[A-Z]" out)" = 3 ] || fail 'not three'
row 'headlines of records' 0 'lede batch --headlines 2 --case upper' '{"text":"Rain fell on the hills. Snow fell."}\n' \
    '"headlines":[{"text":"RAIN FELL ON THE HILLS","sentence":0,"score":' ''
row 'upper case' 0 'lede -H --case upper rain.txt' '' 'RAIN FELL ON THE HILLS' ''
row 'title case' 0 'lede -H --case title rain.txt' '' 'Rain Fell on the Hills' ''
row 'without articles' 0 'lede -H --style headline rain.txt' '' 'Rain fell on hills' ''
row 'title case, hyphens and colons' 0 'for text in "The built-in follow-up of the check-in was re-opened by a well-to-do in-law." "The council voted for a stand-in." "On-site work began: the bridge closed."; do
    echo "$text" | lede -H -l en --case title; done' '' 'The Built-in Follow-Up of the Check-in Was Re-Opened by a Well-to-Do In-Law
Voted for a Stand-In
On-Site Work Began: The Bridge Closed' ''
row 'without articles, but for some' 0 'while read -r text; do echo "$text" | lede -H -l en --style headline; done <in' \
    'Oil costs 5 a barrel in the port.\nThe mayor made quite a noise with a few people in the park.\nThe mayor called it "the best street" of the town.\nThe mayor gave it to (the) people of the town.\n' \
    'Oil costs 5 a barrel in port
Mayor made quite a noise with a few people in park
Mayor called it "the best street" of town
Mayor gave it to (the) people of town' ''
row 'title case without articles' 0 'lede -H --case title --style headline' \
    'The port lost its only crane to a storm and plans to crane in a new one.' 'Crane to Storm and Plans To Crane in New One' ''
row 'short headline' 0 'lede -H --headline-chars 40' \
    'The council of Vale will open a new tunnel under the bay of Harlan in the month of May.' \
    'The council of Vale will open a tunnel
' ''
row 'short bullets' 0 'lede -b --width 0 --bullet-chars 30 news.txt' '' '- ' '!lede'
[ "$(awk '{ if (length($0) > n) n = length($0) } END { print n }' out)" -le 32 ] || fail 'longer'
row 'soft hyphens are not written' 0 'lede -s' 'The may\302\255or of Vale sold the old mill on Monday.\n' 'The mayor of' ''
row 'keywords too' 0 'lede -p headline,keywords news.txt' '' 'Keywords: ' ''
row 'keywords without possessives' 0 'lede -k' \
    "Lind's wall stands. Lind's pier is high, Lind said. Boats left on Oxley's tide.\n" 'Lind
!Lind'"'"'s
Oxley'"'"'s' ''
row 'keywords, no units, hours and reports' 0 'lede -k' \
    'The U.S. mill says it sold 9 mln ropes in January. Its owner says 8 mln tarps went to Vale in June.\n' 'U.S.
mill
!mln
!says
!January' ''
row 'keywords, who says so in none' 0 'lede -k' \
    'New jobless claims rose, Dunmore said. Then jobless claims fell, Dunmore said on Friday.\n' 'Dunmore
jobless claims
!said' ''
row 'keywords, no pieces of words and addresses' 0 'lede -l en -k' \
    'The mill saw its sales de-\ncrease at https://vale.example/tarps?id=3 in May, and a well of ropes.\n' 'mill
ropes
!tarps
!crease
!https' ''
row 'keywords, one of a plural by s' 0 'lede -l de -p headline,keywords' \
    'Das Werk baut Autos in Vale. Ein Auto kostet viel, und die Autos sind schnell.\n' 'Keywords: Autos
!Auto,
' ''
row 'JSON' 0 'lede -f json -p headline,summary,bullets,keywords,sentences,body,scores news.txt' '' '{"language":"en",
"title":"Harbour town votes for a tram"
"headline":{"text":"
"summary":[{"text":"
"bullets":[{"text":"
"keywords":[{"text":"
"sentences":[{"text":"Harbour town
"kind":"title"
"body":"The council
"scores":[
"counts":{"bytes":' ''
[ "$(wc -l <out)" = 1 ] || fail 'more than one line'
row 'JSON, only what was asked for' 0 'lede -s -f json news.txt' '' '"summary"
!"bullets"
!"headline"' ''
row 'HTML' 0 'lede -f html news.txt' '' '<article class="lede" lang="en" dir="ltr">
<h1>
!<html' ''
row 'HTML page' 0 'lede -f html --standalone news.txt' '' '<!DOCTYPE html>
<style>
</html>' ''
row 'Markdown' 0 'lede -f markdown news.txt' '' '# 
- ' ''
row 'highlight' 0 'lede --highlight news.txt' '' 'Harbour town votes
>> 
 <<' ''
row 'highlight in colour' 0 'lede --highlight --color always news.txt' '' "$(printf '\033[7m')
!>>" ''
row 'no colour into a file' 0 'lede news.txt' '' "!$(printf '\033')" ''
row 'highlight as HTML' 0 'lede --highlight -f html news.txt' '' '<mark>' ''
row 'explain' 0 'lede --explain news.txt' '' ' rank  sentence     score' ''
row 'width' 0 'lede --width 30 news.txt' '' '' ''
[ "$(awk '{ if (length($0) > n) n = length($0) } END { print n }' out)" -le 30 ] || fail 'a line is longer'
row 'harmless' 0 'lede' 'The mayor said \033[31mred\033[0m things \342\200\256to the council on Monday.\n' \
    "!$(printf '\033')
!$(printf '\342\200\256')" ''
row 'harmless page' 0 'lede -f html' 'The mayor said <script>alert(1)</script> to the council on Monday.\n' '!<script' ''
row 'title' 0 'lede --title "A tram" -f json -H rain.txt' '' '"title":"A tram"' ''
row 'over budget' 0 'lede -s -w 2 rain.txt' '' '.' 'lede: rain.txt: note: '
row 'over budget, quiet' 0 'lede -q -s -w 2 rain.txt' '' '.' '!lede'
row 'ratio' 0 'lede -s -r 50% news.txt; lede -s -r 33.3 news.txt' '' '.' ''

# ---- batch ----
row 'batch' 0 'lede batch' '{"id":"a","text":"Rain fell on the hills."}\n{"id":2,"text":"Snow fell."}' '{"id":"a","language":
{"id":2,
"headline":
"summary":
"bullets":
!"keywords"' '!lede'
row 'bad lines' 4 'lede batch -H' '{"id":1,"text":"Rain fell on the hills."}\n{"id":2,"text":\n[]\n{"id":4}\n{"id":5,"text":7}\n{"id":6,"text":""}\n\377\376\n\n{"id":9,"text":"Snow fell.","language":"snowish"}\n{"id":10,"text":"Snow fell."}\n' '{"id":1,"language"
{"id":null,"line":2,"error":{"code":"bad-json","message":"
{"id":null,"line":3,"error":{"code":"not-an-object",
{"id":4,"line":4,"error":{"code":"no-text",
{"id":5,"line":5,"error":{"code":"wrong-type",
{"id":6,"line":6,"error":{"code":"empty",
{"id":null,"line":7,"error":{"code":"bad-utf8",
{"id":null,"line":8,"error":{"code":"blank",
{"id":9,"line":9,"error":{"code":"unknown-language","message":"unknown language \"snowish\": a code is wanted, such as en
{"id":10,"language"' 'lede: 8 of 10 records failed'
[ "$(wc -l <out)" = 10 ] || fail "$(wc -l <out) lines for 10"
row 'batch of an array' 4 'lede batch -q - in; lede batch in' '[\n{"text":"Rain fell."},\n{"text":"Snow fell."}\n]\n' '"line":8,
Snow fell' "lede: 3 of 4 records failed
lede: note: JSON lines are wanted, one record each, not an array: jq -c '.[]' makes
!goes on"
[ "$(wc -l <out)" = 12 ] || fail "$(wc -l <out) lines for 12"
row 'batch of records in lines' 4 'lede batch --threads 2' '\n{\n"text": "Rain fell.",\n"tags": [\n"rain"]\n}\n' '"line":6,' \
    'note: JSON lines are wanted, but a record goes on in the next line: jq -c . makes'
row 'batch, quiet' 4 'lede batch -q 2>/dev/null; s=$?; echo "lede: " >&2; exit $s' '[]\n' '"line":1' ''
row 'long line' 4 'lede batch -H --max-record 40' '{"text":"Rain fell on all of the high hills."}\n{"text":"Snow fell."}\n' \
    '"line":1,"error":{"code":"too-long"
"text":"Snow fell' ''
row 'carried' 0 'lede batch -H --carry' '{"id":1,"text":"Rain fell.","n":1.50,"o":[ 1 ]}\n' \
    '"input":{"n":1.50,"o":[1]}}' ''
row 'not carried' 0 'lede batch -H' '{"id":1,"text":"Rain fell.","n":1.50}\n' '!input' ''
row 'nothing in' 0 'lede batch' '' '!{' '!lede'
row 'two files' 0 'printf %s "{\"text\":\"Rain fell.\"}" >1; lede batch -H 1 - 1' '{"text":"Snow fell."}\n' 'Rain fell
Snow fell' ''
[ "$(wc -l <out)" = 3 ] || fail "$(wc -l <out) lines for 3"
row 'a file is missing' 1 'lede batch -H nosuch -' '{"text":"Snow fell."}\n' 'Snow fell' 'lede: nosuch:'
row 'reader goes away' 0 'for i in 1 2 3 4 5 6 7 8 9; do cat in in in in in in in in in; done >many
    { lede batch <many; echo $? >status; } | head -1; exit "$(cat status)"' \
    '{"text":"Rain fell on the hills."}\n{"text":"Snow fell."}\n{"text":"Rain fell on the hills."}\n' 'Rain' '!lede'
row 'progress' 0 'lede batch --progress always' '{"text":"Rain fell on the hills."}\n' '' '1 records, 0 failed'
row 'batch over budget' 0 'lede batch -s -w 1' '{"text":"Rain fell on the hills."}\n' 'Rain' 'note: 1 '
row 'threads' 0 'lede batch --threads 4 -H' '{"text":"Rain fell on the hills."}\n' 'Rain' '!lede'
row 'threads, all kinds of lines' 0 'for i in 1 2 3 4 5 6 7 8 9; do cat in in in in in in in in in; done >many
    for n in 1 2 3 8 999; do lede batch -q --threads $n -H <many >out.$n; echo "$n: $?"; cmp out.1 out.$n; done' \
    '{"id":1,"text":"Rain fell on the hills."}\n\n[\n{"id":1,"text":"Snow fell on the town."}\n{"text":3}\n{"text":""}\n' \
    '!differ
1: 4
2: 4
3: 4
8: 4
999: 4' '!lede'
[ "$(wc -l <out.1)" = "$(wc -l <many)" ] || fail 'a line is lost'
# Every beginning of every sentence of the specification, with other bytes where nobody has set any (glibc): reads of
# what lies behind the last word would show.
sed -n 's/[\\"]/\\&/g; s/^\([a-z]*\) [0-9]* | /\1 /p' "$HERE/spec/shorten.txt" | awk '{
    text = $2
    for (i = 3; i <= NF + 1; i++) { print "{\"language\":\"" $1 "\",\"text\":\"" text "\"}"; text = text " " $i }
}' >beginnings
row 'memory that nobody set' 0 'for fill in 255 1 85; do
    MALLOC_PERTURB_=$fill "$LEDE" batch -q --threads 1 --headlines 3 -p headline,headlines,bullets,blurb beginnings >out.$fill
    echo "$fill: $?"; cmp out.255 out.$fill; done' '' '!differ
255: 0
1: 0
85: 0' ''
[ "$(wc -l <out.255)" -gt 5000 ] || fail "$(wc -l <out.255) texts"
row 'the same id twice' 0 'lede batch -H' '{"id":1,"text":"Rain fell."}\n{"id":1,"text":"Snow fell."}\n' 'Rain
Snow' ''
awk 'BEGIN { printf "{\"id\":7,\"x\":"; for (i = 0; i < 5000; i++) printf "["; print "" }' >odd
row 'odd lines' 4 'cat - odd | lede batch -H' '\357\273\277{"id":1,"text":"Rain fell."}\r\n{"id":2,"text":"Hail fell.","text":"Snow fell."}\n{"id":3,"text":"\\\\ud83d \\ud800 b"}\n{"id":{"a":[1]},"text":"Hail fell."}\n{"id":5,"text":null}\n{"id":6,"text":"Fog fell.","query":["x"]}\n' \
    '{"id":1,"language"
"text":"Snow fell
{"id":3,"line":3,"error":{"code":"bad-json","message":"unpaired surrogate \\ud800, byte 25"}}
{"id":{"a":[1]},"language"
{"id":5,"line":5,"error":{"code":"no-text"
{"id":6,"line":6,"error":{"code":"wrong-type","message":"member \"query\" must be a string"
,"line":7,"error":{"code":"bad-json","message":"maximum parsing depth' 'lede: 4 of 7 records'
row 'numbers that are too large' 0 'lede batch -H --carry; lede batch -H in' '{"id":1,"text":"Rain fell.","views":1e400}\n{"id":1e999,"text":"Rain fell.","views":[-1e400]}\n' '{"id":1,"language"
{"id":1e999,"language"
"input":{"views":1e400}
"input":{"views":[-1e400]}' '!lede'
row 'a number out of place' 4 'lede batch' '{"id":1,"text":"x" 25}\n{"id":1,"n":1e400,"text":"x" "y"}\n' "'}' expected near '25', byte 21
'}' expected near '\\\"y\\\"', byte 32" '2 of 2'
row 'blank lines' 4 'yes "" | head -n 5000 | lede batch --threads 2' '' '"line":5000,"error":{"code":"blank"' '5000 of 5000'
[ "$(wc -l <out)" = 5000 ] || fail "$(wc -l <out) lines for 5000"
row 'no number of threads' 2 'lede batch --threads 0' '' '' '--threads'
if [ -c /dev/full ]; then
    row 'full disk, threads' 1 'lede batch -q --threads 2 -o /dev/full many' '' '' 'lede: /dev/full: No space left'
fi
row 'reader goes away, threads' 0 '{ lede batch -q --threads 3 - many; echo $? >status; } | head -1; cat status' \
    '{"id":1,"text":"Rain fell on the hills."}\n' '{"id":1,
0' '!lede'
row 'reader goes away, input stays' 0 'mkfifo stays; { lede batch -q --threads 2 <stays; echo $? >status; } | head -1 &
    exec 3>stays; cat many many >&3; wait; exec 3>&-; cat status' '' '{"id":1,
0' '!lede'

# ---- an answer comes before more input is there ----
for n in 1 2; do
    row "no waiting, $n" 0 "mkfifo ask$n tell$n; lede batch -H --threads $n <ask$n >tell$n & exec 3>ask$n 4<tell$n
        cat in >&3; IFS= read -r line <&4; echo \"\$line\"; cat in >&3; IFS= read -r line <&4; echo \"\$line\"; exec 3>&-; wait" \
        '{"id":1,"text":"Rain fell on the hills."}\n' '{"id":1,"language"' ''
    [ "$(wc -l <out)" = 2 ] || fail 'not two answers'
done

# ---- packed input ----
awk 'BEGIN { srand(3); for (i = 1; i <= 400; i++) { s = ""; for (k = 0; k < 60; k++) s = s " Day " int(rand() * 100000)
    print "{\"id\":" i ",\"text\":\"" s ".\"}" } }' >days
if command -v gzip >/dev/null; then
    row 'gzip' 0 'gzip -c in >in.gz; gzip -c in | lede batch -H - in.gz in' '{"text":"Rain fell on the hills."}\n' 'Rain' ''
    [ "$(wc -l <out)" = 3 ] || fail "$(wc -l <out) lines for 3"
    row 'gzip, two members' 0 'cat in.gz in.gz | lede batch -H' '' 'Rain' ''
    [ "$(wc -l <out)" = 2 ] || fail "$(wc -l <out) lines for 2"
    row 'gzip, zeros behind' 0 '{ cat in.gz; head -c 512 /dev/zero; } | lede batch -H' '' 'Rain' ''
    row 'gzip, an empty member' 0 '{ gzip -c empty.txt; cat in.gz; } | lede batch -H' '' 'Rain' '!lede'
    row 'gzip, text' 0 'gzip -c rain.txt | lede -s' '' 'Rain fell' ''
    row 'gzip, cut off' 1 'gzip -c days | head -c 20000 >cut.gz; lede batch -H cut.gz' '' '{"id":1,
{"id":50,' 'lede: cut.gz: cannot be unpacked from byte 20000 on: the file was cut off'
    row 'gzip, cut off before another file' 1 'lede batch -H cut.gz in; lede batch -H --threads 1 cut.gz cut.gz - <in' '{"id":"b","text":"Fog fell."}\n' \
        '{"id":50,
{"id":"b","language"
!"error"' 'cut.gz: cannot be unpacked from byte 20000 on: the file was cut off
!failed'
    [ "$(grep -c '^{"id":"b",' out)" = 2 ] || fail 'a first line is lost'
    row 'gzip, damaged' 1 '{ gzip -c days; echo and more; } >bad.gz; lede batch -H bad.gz' '' '{"id":400,' \
        'lede: bad.gz: cannot be unpacked from byte'
    [ "$(wc -l <out)" = 400 ] || fail "$(wc -l <out) lines for 400"
    row 'gzip, no text' 1 'head -c 40 cut.gz | lede' '' '' 'cannot be unpacked'
fi
if command -v zstd >/dev/null; then
    row 'zstd' 0 'zstd -qc in >in.zst; { cat in.zst; zstd -qc in; } | lede batch -H - in.zst' \
        '{"text":"Rain fell on the hills."}\n' 'Rain' ''
    [ "$(wc -l <out)" = 3 ] || fail "$(wc -l <out) lines for 3"
    row 'zstd, well packed' 0 'yes "{\"text\":\"Fog.\"}" | head -n 20000 | zstd -qc | lede batch -q -H - | wc -l' '' '20000' '!lede'
    row 'zstd, damaged' 1 '{ cat in.zst; zstd -qc days | head -c 30; cat days; } | lede batch -H' '' 'Rain' 'lede: standard input: cannot be unpacked from byte'
    row 'zstd, cut off before another file' 1 'zstd -qc days | head -c 60000 >cut.zst; lede batch -H cut.zst in' '{"id":"b","text":"Fog fell."}\n' \
        '{"id":50,
{"id":"b","language"
!"error"' 'lede: cut.zst: cannot be unpacked from byte 60000 on: the file was cut off'
    row 'zstd, cut off' 1 'zstd -qc in | head -c 20 | lede batch' '{"text":"Rain fell on the hills."}\n' '!{' 'was cut off'
fi
# A pipe that does not block: dd leaves it so.
row 'input that does not block' 0 'for command in -H "batch -H"; do { sleep 0.2; cat in; } | { dd iflag=nonblock count=0 2>none; lede $command; }; done' '{"text":"Rain fell on the hills."}\n' \
    '"headline":
Rain fell on the hills' '!lede'
row 'output that does not block' 0 '{ dd oflag=nonblock count=0 2>none; yes "{\"text\":\"Fog.\"}" | head -n 3000 | lede batch -q; } | { sleep 0.3; wc -l; }' '' '3000' '!lede'
row 'also of plain lede' 0 '{ dd oflag=nonblock count=0 2>none; yes "{\"text\":\"Fog.\"}" | head -n 9000 | lede -q --format json; } | { sleep 0.3; wc -l; }' '' '9000' '!lede'
row 'like gzip, a little' 4 'lede batch' '\037' '"code":"bad-json"' '1 of 1'

# ---- signals ----
# stopped SIGNAL: lede batch, with one record answered and a long one under way, gets the signal twice, as timeout(1)
# sends it: to its child, and to the group. The shell ignores SIGINT for what it starts behind itself; env undoes that.
stopped() {
    exec 3<>held
    cat in >&3
    rm -f answered
    env --default-signal="$1" "$LEDE" batch -H --threads 2 -o answered <held &
    for try in $(seq 100); do
        [ -s answered ] && break
        sleep 0.1
    done
    awk 'BEGIN { printf "{\"text\":\""; for (i = 0; i < 300000; i++) printf "Snow fell on the town. "; print "\"}" }' >&3
    sleep 0.1
    kill -s "$1" $!
    sleep 0.1
    kill -s "$1" $!
    wait $!
    status=$?
    cat answered
    return $status
}
if env --default-signal=INT true 2>err; then
    mkfifo held
    for end in 'INT 130' 'TERM 143'; do
        row "SIG$end" "${end#* }" "stopped ${end% *}" '{"id":1,"text":"Rain fell."}\n' '{"id":1,' 'records; with --resume the rest can be done'
    done
fi

# ---- going on ----
row 'resume without a file' 2 'lede batch --resume' '' '' '--output FILE is wanted'
row 'resume into standard output' 2 'lede batch --resume -o -' '' '' '--output FILE is wanted'
row 'resume in no folder' 1 'lede batch --resume -o no/such' '' '!.' 'lede: no/such: No such file'
row 'resume into a device' 1 'lede batch --resume -o /dev/null' '' '' 'lede: /dev/null:'
THREE='{"id":1,"text":"Rain fell."}\n{"id":2,"text":\n{"id":3,"text":"Snow fell."}'
row 'resume, no file yet' 4 'rm -f sum; lede batch --resume -H -o sum <in; s=$?; cp sum all; cat sum; exit $s' "$THREE" '"id":3,' '1 of 3'
for size in 0 1 100 130 200 300; do
    row "resume after $size bytes" 4 "head -c $size all >sum; lede batch --resume -H -o sum <in; s=\$?; cmp sum all; exit \$s" \
        "$THREE" '!differ' '1 of 3'
done
row 'resume what is done' 4 'lede batch --resume -H -o sum <in; s=$?; cmp sum all; exit $s' "$THREE" '!differ' '1 of 3'
row 'resume with another input' 1 'lede batch --resume -o sum <in; s=$?; cmp sum all; exit $s' '{"text":"Rain fell."}\n' '!differ' \
    'left as it is: it has 3 lines, but the input only 1'
row 'resume without the input' 1 'lede batch --resume -o sum nosuch in; s=$?; cmp sum all; exit $s' "$THREE" '!differ' \
    'left as it is: the input that it was made of is not all there'
row 'resume with other options' 1 'lede batch --resume -s -o sum <in; s=$?; cmp sum all; exit $s' "$THREE" '!differ' \
    'left as it is: another input or other options made line 3 of it'
row 'resume with a changed input' 1 'sed s/Snow/Hail/ in | lede batch --resume -H -o sum; s=$?; cmp sum all; exit $s' "$THREE" '!differ' \
    'left as it is: another input or other options made line 3 of it'
row 'resume behind an error with a changed input' 1 'lede batch -q -s -o sum <in; sed s/\"\"/\"Snow\"/ in | lede batch --resume -s -o sum' \
    '{"text":"Rain fell."}\n{"text":""}\n' '' 'left as it is: another input or other options made line 2 of it'
row 'resume behind what looks like an error' 1 'lede batch --carry -s -o sum <in; lede batch --carry --resume -H -o sum <in' \
    '{"text":"Rain fell.","z":{"id":0,"line":1,"error":{"code":"q"}}}\n' '' 'left as it is: another input or other options made line 1'
row 'resume counts an error with an id like an answer' 4 'lede batch -H -o sum <in; lede batch --resume -H -o sum <in' \
    '{"id":{"a":1,"language":"en"},"text":""}\n{"text":"Rain fell."}\n' '' 'lede: 1 of 2 records failed'
row 'resume behind a lack of memory' 4 'printf "{\"id\":null,\"line\":1,\"error\":{\"code\":\"no-memory\"}}\n" >sum; lede batch --resume -H -o sum in; s=$?; cat sum; exit $s' \
    '{"text":"Rain fell."}\n{"text":"Snow fell."}\n' '"no-memory"
Snow fell
!Rain' 'lede: 1 of 2 records failed'
row 'resume behind long lines' 0 'tr "\n" " " <hills >1; for i in 1 2 3; do cat hills; done >2; lede batch -p body -o all 2; head -n 2 all >sum; lede batch --resume -p body -o sum 2; cmp sum all' '' '!differ' '!lede'
row 'killed and resumed' 0 'KILLS=10 LEDE=$LEDE sh "$HERE/batch_kill.sh"' '' '10 kills' ''

# ---- no memory ----
if [ -z "$SANITIZE" ] && (ulimit -v 1000000) 2>/dev/null; then
    awk 'BEGIN { print "{\"text\":\"Rain fell.\"}"; printf "{\"text\":\""; for (i = 0; i < 600000; i++) printf "Snow fell on the town. "
        print "\"}"; print "{\"text\":\"Hail fell.\"}" }' >large
    for size in 40000 60000 80000; do for n in 1 2; do
        row "memory of $size, $n" 4 "(ulimit -v $size; lede batch -H --threads $n large)" '' 'Rain fell
,"line":2,"error":{"code":"no-memory"
Hail fell' '1 of 3 records failed'
    done; done
    row 'memory lacks for a line that was answered' 0 'lede batch -H -o all large; head -n 2 all >sum; (ulimit -v 40000; lede batch -H --resume --threads 1 -o sum large); cmp sum all' '' '!differ' '!lede'
    row 'memory for two threads, for one' 0 'lede batch -q -H --threads 1 many >2; (ulimit -s 1000000; ulimit -v 2500000; lede batch -q -H --threads 8 many) >1; echo $?; cmp 1 2
        (ulimit -s 1000000; ulimit -v 1500000; lede batch -q -H --threads 2 many) >1; echo $?; cmp 1 2' '' '4
!differ' '!lede'
    [ "$(grep -c 4 out)" = 2 ] || fail 'not twice'
    # texts of very many small parts, 3 MB each, and one of a single part
    awk 'BEGIN { for (i = 0; i < 1000000; i++) print "a\n" }' >letters
    awk 'BEGIN { for (i = 0; i < 400000; i++) printf "Rain%c. ", 97 + i % 26 }' >words
    awk 'BEGIN { for (i = 0; i < 200000; i++) print "How it was done\n" }' >headings
    awk 'BEGIN { for (i = 0; i < 400000; i++) printf "rain%c on ", 97 + i % 26 }' >line
    for text in letters words headings line; do
        row "memory of 180 MB, $text" 0 "(ulimit -v 180000; lede -l en $text >/dev/null)" '' '' ''
    done
fi

# ---- rouge ----
cat >ours <<'END'
{"id":"10","text":"The council voted for a tram."}
{"id":"1-a","text":"A ship ran aground."}
{"id":"1","text":"Rain fell on the hills, and snow on the town."}
END
cat >theirs <<'END'
{"id":1,"texts":["Rain","Snow fell on the town and on the hills"]}
{"id":"1-a","texts":["The ship is aground"]}
{"id":"10","text":"The council votes for trams"}
END
rouge() { lede rouge --candidates ours --references theirs "$@"; }
row 'rouge' 0 'rouge' '' '3 documents, google flavour, stemmed; mean and 95% interval of 1000 resamples
            precision                  recall                     F
rouge1      0.74444 [0.50000 0.90000]  0.83333 [
rougeLsum   0.64444 [' '!lede'
row 'rouge, perl' 0 'rouge --flavour perl --resamples 1 --no-stem' '' '3 documents, perl flavour, not stemmed
            precision  recall     F
rouge1      0.50000    0.70000    0.57071
rougeSU4    
!resamples' '!lede'
row 'rouge, one document' 0 'head -n 1 ours >1; tail -n 1 theirs | lede rouge --candidates 1 --references - -m rouge2 --resamples 1' '' '1 document, 
rouge2      0.60000    0.75000    0.66667' '!lede'
row 'rouge, each document' 0 'rouge -d -m rouge1 | tr "\n" "~"' '' '~~1-a~rouge1      0.50000    0.50000    0.50000~~1~rouge1      0.90000' ''
row 'rouge, a long name' 0 'rouge -d -m rouge1,rougeSU100000 --resamples 1' '' '               precision  recall     F
rouge1         0.74444    0.83333    0.
rougeSU100000  0.' '!lede'
[ "$(grep -c "^rouge[^ ]*  *[01][.][0-9]*    [01][.][0-9]*    [01][.][0-9]*$" out)" = 8 ] || fail 'not all rows have three figures'
row 'rouge, a name as wide as the column' 0 'rouge -m rougeS100000' '' 'rougeS100000  0.' '!lede'
row 'rouge CSV' 0 'rouge -d -f csv -m rouge1 --resamples 1 -o 1; cat 1; sed s/1-a/\\\\\"a/ ours >1; sed s/1-a/\\\\\"a/ theirs | lede rouge --candidates 1 --references - -d -f csv' \
    '' 'id,metric,p,r,f,p_low,p_high,r_low,r_high,f_low,f_high
"1-a",rouge1,0.5,0.5,0.5,,,,,,
,rouge1,0.7444444444444445,0.8333333333333334,
"""a",rouge1,' '!lede'
row 'rouge CSV, means only' 0 'rouge -f csv' '' ',rougeL,
!1-a' ''
row 'rouge JSON' 0 'rouge -d -f json -m rouge1,rougeS4,rougeW1.3' '' '{"documents": [
  {"id": "1-a", "scores": {"rouge1": {"p": 0.5, "r": 0.5, "f": 0.5}, "rougeS4": {"p": 0.16666666666666666, 
"count": 3,
"rougeW1.3": {"p": [' ''
row 'rouge JSON, numbers as ids' 0 'sed s/\"1\"/1/ ours | lede rouge --candidates - --references theirs -d -f json; rouge -f json' '' '{"id": 1, 
{"count": 3,' ''
row 'rouge, several references' 0 'for several in best-f best-recall pool; do rouge --several $several -m rouge1 -d -f csv | grep "^.1.,"; done' '' \
    '"1",rouge1,0.9,1,
"1",rouge1,0.1,1,
"1",rouge1,0.5,1,' ''
row 'rouge, options' 0 'for option in "--alpha 1" "-l 3" "-b 9" --smart; do rouge -m rouge1 --resamples 1 $option; done; echo on >1; rouge --stopwords 1 -m rouge1 -d' '' \
    'rouge1      0.74444    0.83333    0.74444
rouge1      0.66667    0.66667    0.66667
rouge1      0.61111    0.83333    0.68889
rouge1      0.82222    1.00000    0.89630
rouge1      0.87500    1.00000    0.93333' ''
# The documents are drawn in the order of their ids with a point behind each: 1-a, 1, 10.
row 'rouge, perl, order' 0 'abc() { sed "s/\"1-a\"/\"a\"/; s/:\"*1\"*,/:\"b\",/; s/\"10\"/\"c\"/" $1; }
    abc ours >1; abc theirs >2; lede rouge --flavour perl --resamples 9 --candidates 1 --references 2 >3
    for order in cat tac; do $order ours | rouge --candidates - --flavour perl --resamples 9 | cmp - 3; done' '' '!differ' '!lede'
for given in '--alpha 1.1|--alpha: "1.1" was given, a number from 0 to 1' '--alpha x|--alpha: "x"' '--alpha .5|--alpha: ".5"' '--alpha 0.1.1|--alpha: "0.1.1"' '--alpha 0.123456789|--alpha: "0.123456789"' '-l 3 -b 9|only one of --words and --bytes' \
    '-m rouge0,rouge1|--metrics: there is no "rouge0"' '-m rouge1,rouge2,rouge1|--metrics: twice "rouge1"' \
    "-m $(seq -s , -f rougeS%g 33)|--metrics: too many with \"rougeS33\"" "-m $(printf %050d 1)|--metrics: there is no \"$(printf %040d 0)\"" \
    '--stopwords nosuch -m rouge0|nosuch: ' '-o no/such|no/such: '; do
    status=2
    case $given in *': ') status=1 ;; esac
    row "rouge ${given%%|*}" $status "rouge ${given%%|*}" '' '!.' "lede: ${given#*|}"
done
for given in '--references theirs' '--candidates ours' '--candidates ours --references theirs ours' '--candidates ours --references theirs - -'; do
    row "rouge $given" 2 "lede rouge $given" '' '!.' 'lede: rouge takes two files'
done
row 'rouge of standard input twice' 2 'lede rouge --candidates - --references -' '' '!.' 'lede: only one of --candidates and --references'
row 'rouge, no candidates' 1 'lede rouge --candidates nosuch --references theirs' '' '!.' 'lede: nosuch: No such file'
row 'rouge, no references' 1 'lede rouge --candidates ours --references nosuch' '' '!.' 'lede: nosuch: No such file'
row 'rouge of nothing' 3 'lede rouge --candidates empty.txt --references theirs' '' '!.' 'lede: empty.txt: there is nothing to score'
row 'rouge of a record that failed' 1 'lede batch -q in | lede rouge --candidates - --references theirs' '{"id":"1-a","text":"Rain fell."}\n{"id":10,"text":"..."}\n' '!.' 'lede: standard input:2: no summary, but an error of lede batch: nothing to summarise
to leave out of both files: id "10"'
row 'rouge of records without a summary' 1 'lede batch -H in | lede rouge --candidates - --references theirs' '{"id":"1","text":"Rain fell."}\n' '!.' 'lede: standard input:1: it was made without the part summary: lede batch -p summary'
row 'rouge of other ids' 1 'rouge --candidates -' '{"id":"x","text":"Fog fell."}\n' '!.' 'lede: standard input:1: id "x" has no reference in theirs'
if [ -c /dev/full ]; then row 'rouge, full disk' 1 'rouge >/dev/full' '' '' 'No space left'; fi

# ---- bench ----
cat >bench.jsonl <<'END'
{"id":"a","text":"The council voted for a tram on Tuesday. Rain fell on the hills. It will cost 40 million kroner.","references":["The council voted for a tram","A tram for 40 million"],"lang":"en"}
{"id":"b","text":"A ship ran aground off the cape. Nobody was hurt, the coast guard said. The sea was calm.","references":["Ship aground off cape\nNobody hurt"],"lang":"en"}
END
mkdir corpus
printf 'The mayor opened the bridge. The sun shone.' >corpus/one.txt
printf 'Mayor opens bridge' >corpus/one.ref1.txt
printf 'The bridge is open\nThe mayor did it' >corpus/one.ref2.txt
printf 'Bridge opened by mayor' >corpus/one.headline.txt
printf 'The sun shone.\n\n@highlight\n\nSun\n\n@highlight\n\nShine' >corpus/two.story
printf 'no references' >corpus/three.txt
row 'bench' 0 'lede bench -n 1 bench.jsonl' '' '2 documents, summary of 1 sentence at most; ROUGE in points, google flavour, stemmed, F, 95% interval
method  ROUGE-1               ROUGE-2               ROUGE-Lsum            words   dangling  documents/s
lede 
lead 
random 
oracle: ' '!lede'
row 'bench from standard input' 0 'lede bench -n 1 --no-timing -m oracle --no-baselines <bench.jsonl' '' 'oracle  73.63 [' ''
row 'bench columns' 0 'lede bench --columns all --resamples 1 bench.jsonl' '' 'precision 
        ROUGE-Lsum' ''
row 'bench Markdown' 0 'lede bench -f markdown --no-timing bench.jsonl' '' '| method | ROUGE-1 | ROUGE-2 | ROUGE-Lsum | words | dangling % |
| oracle | ' ''
row 'bench features' 0 'lede bench --features -n 1 bench.jsonl >1; cut -f 1-6 1; cut -f 1,7-8 1; awk -F "\t" "{ print \$1, NF }" 1 | sort -u | wc -l | sed "s/^/kinds /"; sed "s/^{/{\"outlet\":\"Post\",/" bench.jsonl | lede bench --features -n 2 | cut -f 1-5' '' 'sentence	document	outlet	unit	oracle	rouge1
sentence	a	bench.jsonl	0	1	0.857143
sentence	b	bench.jsonl	2	0	0.000000
sentence	0.833333	0.000000
sentence	0.000000	-0.693147
term	document	outlet	stem	reference	term_constant
term	a	bench.jsonl	council	1	1.000000
term	b	bench.jsonl	calm	0	1.000000
kinds 2
sentence	b	Post	1	0' ''
row 'bench features of nothing' 2 'lede bench --features --references bench.jsonl bench.jsonl' '' '!.' 'makes no sense'
row 'bench CSV' 0 'lede bench -f csv --no-timing -m lead,tfidf bench.jsonl' '' 'method,documents,rouge1_p,rouge1_p_low,
"lead",2,
"tfidf",2,
"oracle",2,
!"lede"' ''
[ "$(awk -F , 'NR == 1 { n = NF } NF != n' out | wc -l)" = 0 ] || fail 'rows of unequal length'
row 'bench JSON' 0 'lede bench -f json --no-timing -n 1 bench.jsonl' '' '"documents": 2, "left_out": 0, "task": "summary"
{"name": "lede", "words": 
"rougeLsum": {"p": 
"p_value": ' ''
row 'bench page' 0 'lede bench -f html bench.jsonl' '' '<title>lede bench</title>
<article><h3>b <small>F 
!<script' ''
row 'bench is repeatable' 0 'for f in table markdown csv json html; do
    lede bench -m all --no-timing --seed 3 -f $f bench.jsonl >1; lede bench -m all --no-timing --seed 3 -f $f bench.jsonl | cmp - 1 || exit 9
    done' '' '' ''
row 'bench equals rouge' 0 'lede batch -s -n 2 bench.jsonl >c; lede rouge -m rouge1,rouge2,rougeLsum --resamples 1 -f csv --candidates c --references bench.jsonl |
    awk -F , "NR > 1 { printf \"%.3f \", 100 * \$5 }" >1; lede bench -n 2 --no-baselines --no-timing -f csv bench.jsonl |
    awk -F , "NR > 1 { printf \"%.3f %.3f %.3f \", \$9, \$19, \$29 }" | cmp - 1' '' '' ''
row 'bench folder' 4 'lede bench --no-timing corpus' '' '2 documents (1 left out)' 'lede: corpus/three.txt: there is no .ref1.txt beside it
1 of 3 documents left out'
row 'bench headline, oracle' 0 'lede bench --task headline -m oracle,prefix --no-timing -f csv' \
    '{"text":"Boats stay in the harbour. The storm closed it.","references":["Boats stay in the harbour. The storm closed it"]}\n' '"oracle",1,100.0000,100.0000,100.0000,55.5556' ''
row 'bench headlines' 4 'lede bench --task headline --no-timing corpus' '' '1 document (2 left out), headline
prefix ' 'two.story: a .story has no headline'
row 'bench bullets' 0 'lede bench --task bullets bench.jsonl' '' '2 documents, bullets' ''
printf '{"text":"Rain fell."}\n{"text":\n' >bad.jsonl
row 'bench bad rows' 4 'lede bench --no-timing bad.jsonl bench.jsonl' '' '2 documents (2 left out)' 'lede: bad.jsonl:1: there is no "references"
bad.jsonl:2: '
row 'bench, nothing to score' 3 'lede bench' '' '!.' 'lede: standard input: there is nothing to score
a corpus is JSON lines with "text" and "references", or a folder'
row 'bench, an empty file' 3 'lede bench empty.txt' '' '!.' 'lede: empty.txt: there is nothing to score'
row 'bench, empty files' 3 'lede bench empty.txt -' '' '!.' 'lede: there is nothing to score'
row 'bench, no lines' 3 'lede bench --references empty.txt -' '' '!.' 'lede: there is nothing to score'
row 'bench, only bad rows' 3 'lede bench 2>&1; s=$?; echo "lede: " >&2; exit $s' '[]\n' 'lede: standard input:1: the line is no JSON object
lede: 1 of 1 documents left out
lede: there is nothing to score' ''
row 'bench, a file is missing' 1 'lede bench --no-timing nosuch bench.jsonl' '' '2 documents' 'lede: nosuch: No such file'
row 'bench lines' 0 'printf "a tram<q>for rain\nsnow\n" >gold; printf "rain<q>a tram\nfog\n" >x.candidate
    lede bench --references gold x.candidate gold' '' '2 documents, given summaries
x.candidate  42.86 
gold         100.00 ' ''
row 'bench lines of unequal number' 1 'lede bench --references gold rain.txt' '' '' 'lede: rain.txt: 1 lines, but 2 in gold'
row 'bench lines and methods' 2 'lede bench -m lead --references gold gold' '' '' '--methods makes no sense'
row 'bench, no such method' 2 'lede bench -m leda bench.jsonl' '' '' 'did you mean "lede"?'
row 'bench, no such task' 2 'lede bench --task titles bench.jsonl' '' '' '--task: there is no "titles"'
row 'bench other letters' 0 'lede bench --resamples 2' '{"text":"Дождь шёл всю ночь.","references":["Дождь шёл"]}\n' '1 document' \
    'note: ROUGE counts the letters a to z and digits only: figures mean little for 1 of 1'
row 'bench progress, nothing' 3 'lede bench --progress always empty.txt 2>&1; s=$?; echo "lede: " >&2; exit $s' '' '[##############################] 0/0  0 documents/s  0:00 left' ''
row 'bench progress, half' 0 'yes "{\"text\":\"Fog fell. Snow fell on the hills.\",\"references\":[\"Fog\"]}" | head -n 40000 | lede bench --resamples 1 --progress always' '' '' '.] '
row 'bench progress' 0 'lede bench --progress always bench.jsonl' '' '' '[##############################] 2/2 '

# ---- bench: what was measured, and how it is written ----
row 'bench, budgets' 0 'for length in "-c 30" "-r 60" "-w 5" "-n 1" "-c 48" "-r 100" "-w 9" "-n 2"; do lede bench $length -m oracle --no-baselines --no-timing in |
        sed -n "s/.*summary of \(.*\) at most.*/\1:/p; s/^oracle *\([0-9.]*\) .*/\1/p" | paste -s -; done' \
    '{"text":"Boats stay in the harbour. The storm closed it.","references":["Boats stay in the harbour. The storm closed it"]}\n' '30 characters:	71.43
60.0% of the words:	71.43
5 words:	71.43
1 sentence:	71.43
48 characters:	100.00
100.0% of the words:	100.00
9 words:	100.00
2 sentences:	100.00' ''
for i in 1 2 3 4 5 6 7 8; do echo "Harbour$i is closed"; done >gold
sed 's/is/was/' gold >'a*b"c'
sed 's/ .*//' gold >a_long_name_of_some_summaries
row 'bench, differences' 0 'lede bench --references gold gold a*c gold' '' '66.67 [66.67 66.67]*
(*): F differs from that of the first row at p < 0.05' '!lede'
row 'bench, differences in Markdown' 0 'lede bench -f markdown --references gold gold a*c' '' '| a\*b"c | 66.67 [66.67 66.67]\* | 
| gold | 100.00 [100.00 100.00] | 
- (*): F differs' ''
row 'bench, differences on a page' 0 'lede bench -f html --resamples 1 --references gold gold a*c a_long*' '' '<td>66.67*</td>
<td>a*b&quot;c</td>
>me_of_some_summaries</text>
!oracle
!documents/s
!<small>66' ''
row 'bench, a quote in CSV' 0 'lede bench -f csv --references gold gold a*c' '' '"a*b""c",8,' ''
row 'bench Markdown, all columns' 0 'lede bench -f markdown --columns all --resamples 1 -m oracle bench.jsonl' '' '| method | metric | precision | recall | F | words | dangling % | documents/s |
|---|---|---|---|---|---:|---:|---:|
| oracle | ROUGE-1 | 
|  | ROUGE-2 | 44.05 | 60.00 | 50.76 |  |  |  |
- oracle: sentences' ''
[ "$(awk -F ' *[|] *' '/ROUGE-1/ { print NF, ($9 > 0) }' out | sort -u)" = '10 1' ] || fail 'no speed'
row 'bench speed' 0 'lede bench -f csv bench.jsonl >1; cat 1; lede bench -f json bench.jsonl | grep -o "documents_per_second.: [1-9]"' '' ',words,dangling,documents_per_second
documents_per_second": ' ''
[ "$(awk -F , 'NR == 1 { n = NF } NR > 1 { print (NF == n && $NF > 0) }' 1 | sort -u)" = 1 ] || fail 'no speed'
awk 'BEGIN { for (i = 0; i < 25; i++) print "{\"id\":\"n" i "\",\"text\":\"Fog" (i < 23 ? i : "") " fell on the hills.\",\"references\":[\"Fog" i "\\n\\nfell\"]}" }' >fog.jsonl
row 'bench page of many' 0 'lede bench -f html -n 1 fog.jsonl' '' '<h4>reference</h4><p dir="auto">Fog0</p><p dir="auto">fell</p>
<small>F ' ''
[ "$(grep -o '<h3>n[0-9]*' out | tr -d '\n')" = '<h3>n0<h3>n1<h3>n2<h3>n3<h3>n4<h3>n5<h3>n6<h3>n7<h3>n8<h3>n9<h3>n24<h3>n23<h3>n22<h3>n21<h3>n20<h3>n19<h3>n18<h3>n17<h3>n16<h3>n15' ] || fail 'not the ten best and worst'
row 'bench page of other letters' 0 'lede bench -q -f html --resamples 2' '{"text":"Дождь шёл всю ночь.","references":["Дождь шёл"]}\n' 'mean little for 1 of the documents' '!note'
row 'bench, no text' 4 'lede bench --no-timing - bench.jsonl' '{"text":"...","references":["Fog"]}\n' '2 documents (1 left out)' 'lede: standard input:1: nothing to summarise'
row 'bench features, no text' 4 'lede bench --features - ./fog.jsonl' '{"text":"...","references":["Fog"]}\n' 'n24	fog.jsonl' 'lede: standard input:1: nothing to summarise'
row 'bench features, no body' 0 'lede bench --features -n 1 | cut -f 2,4-6' '{"id":"c","text":"By Jane Lind\\n\\nBoats stay out on the sea. Snow fell on the town.\\n\\n- Fog","references":["Snow fell on the town"]}\n{"id":"a\\tb","text":"By Jane Lind\\n\\n- Boats stay out\\n- Snow fell","title":"Storm","references":["...","Snow fell"]}\n' \
    'a b	0	0	0.000000
a b	2	1	1.000000
a b	snow	1
c	2	1	1.000000
!c	0
!c	3' '!lede'
row 'bench features, weights' 0 'lede bench --features bench.jsonl >1; printf "term_constant\\t9\\n" >2; lede bench --features --weights 2 bench.jsonl | cmp -s - 1 || echo other' '' 'other' ''
row 'bench, no prefix' 0 'lede bench --task headline -m prefix --no-timing -f html' '{"text":"Harbourharbourharbourharbourharbourharbourharbourharbourharbourharbour is closed.","references":["Harbour"]}\n' \
    '<p dir="auto">Harbourharbourharbourharbourharbourharbourharbourharbourharb</p>' ''
row 'bench, no list of methods' 2 'lede bench -m , bench.jsonl' '' '!.' 'lede: --methods: a list of names is wanted'
row 'bench, a method like none' 2 'lede bench -m zzzzzzzz bench.jsonl' '' '!.' 'prefix, oracle and those of: lede --list-methods'
row 'bench, too many files' 2 "lede bench --references gold $(yes gold | head -n 65 | tr '\n' ' ')" '' '!.' 'lede: there are more files than rows'
row 'bench, no folder' 1 'lede bench -o no/such bench.jsonl' '' '!.' 'lede: no/such: No such file'
row 'bench features, output kept' 1 'echo old >kept; lede bench --features -o kept nosuch; s=$?; cat kept; exit $s' '' 'old
!sentence' 'lede: nosuch: No such file'
row 'bench features, no folder' 1 'lede bench --features -o no/such bench.jsonl' '' '!.' 'lede: no/such: No such file'
if [ -c /dev/full ]; then
    row 'bench, full disk' 1 'lede bench -o /dev/full bench.jsonl' '' '!.' 'lede: /dev/full: No space left'
    row 'bench features, full disk' 1 'lede bench --features -o /dev/full bench.jsonl' '' '!.' 'lede: /dev/full: No space left'
fi

# ---- bench: folders ----
mkdir -p unread/dir.ref1.txt unread/gone.txt points last
for name in dir gone it; do echo 'Fog fell on the hills.' >"unread/$name.txt"; echo Fog >"unread/$name.ref2.txt"; done 2>none
row 'bench folder, what cannot be read' 1 'lede bench --no-timing unread corpus/two.story bench.jsonl last' '' '4 documents, ' 'lede: unread/dir.ref1.txt: Is a directory
lede: unread/gone.txt: Is a directory
!memory'
for name in a.b last; do echo 'Fog fell on the hills. Snow fell.' >points/$name.txt; echo Fog >points/$name.ref1.txt; done
echo 'Snow fell' >points/last.ref1.old.txt
row 'bench folder, names with points' 4 'lede bench --no-timing -m oracle --no-baselines -n 1 -f csv points' '' '"oracle",2,20.0000,20.0000' 'lede: points/last.ref1.old.txt: there is no .ref1.txt beside it
1 of 3 documents left out'
row 'bench folder, bullets by the references of summaries' 0 'rm points/*old.txt; lede bench --no-timing --task bullets points; lede bench --no-timing points' '' '2 documents, bullets' ''
row 'bench folder, very many references' 0 'for i in $(seq 100 163); do echo Hail >last/it.ref$i.txt; done; for i in $(seq 200 290); do echo Fog fell >last/it.ref$i.txt; done
    echo Fog fell. >last/it.txt; lede bench --no-timing -m lead --no-baselines last' '' 'lead    0.00 [' '!lede'
mkdir shut && chmod 000 shut
if ! ls shut >none 2>&1; then row 'bench folder, shut' 1 'lede bench --no-timing shut bench.jsonl' '' '2 documents' 'lede: shut: Permission denied'; fi
row 'bench lines, a file is missing' 1 'lede bench --references gold gold nosuch gold' '' '!.' 'lede: nosuch: No such file
!lines'
row 'bench lines, no references' 1 'lede bench --references nosuch gold' '' '!.' 'lede: nosuch: No such file'

# ---- idf ----
cat >idf.jsonl <<'END'
{"id":1,"text":"The harbour is closed, and the ferries stay in the harbour until the storm is over."}
{"id":2,"text":"A storm closed the road to the town. The mayor said that it was the worst storm of the year."}

{"id":3,"text":"Der Sturm hat in der Nacht das Dach der Schule und die Br\u00fccke besch\u00e4digt, und der Hafen ist nicht offen."}
{"id":4,"text":"Un orage","language":"fr"}
{"id":5,"text":"The town pays for the ferry.","language":"en-GB"}
END
row 'idf' 0 'lede idf -l en -o all.idf idf.jsonl; lede idf --dump all.idf' '' '# documents 3
ferri	2
harbour	1
storm	2
the	3
!orage
!Sturm' 'note: 2 of 5 records are not in English'
row 'idf, merged' 0 'for i in 1 2 3 4 5 6; do sed -n ${i}p idf.jsonl >1; gzip -c 1 | lede idf -q -l en -o $i.idf; done
    lede idf 6.idf 2.idf | gzip -c | lede idf -q -l en - 4.idf 5.idf 3.idf 1.idf >merged.idf
    lede idf 1.idf 2.idf 3.idf 4.idf 5.idf 6.idf | cmp - all.idf; cmp merged.idf all.idf' '' '!differ' '!lede'
row 'idf, records added to a table' 0 'head -n 1 idf.jsonl >1; sed 1d idf.jsonl >2; lede idf -q -l en 1 >1.idf; lede idf -q 1.idf 2 | cmp - all.idf' \
    '' '!differ' '!lede'
row 'idf pruned' 0 'lede idf --dump --min 2 all.idf; lede idf --dump --top 1 all.idf' '' 'storm	2
by at most 1
by at most 2
!harbour' '!lede'
row 'idf bound' 0 'lede idf -l en --max-terms 20 --dump idf.jsonl' '' '# documents 3
the	3
!harbour' 'note: there are more stems than --max-terms'
row 'idf, no language' 2 'lede idf --dump idf.jsonl' '' '!.' 'lede: idf.jsonl: stems of one language are counted'
row 'idf, bad records' 4 'lede idf -l en --dump --max-record 90' '{"text":"The rain fell on the town, and the river rose."}\n{"text":\n\n{"text":""}\n{"text":"The rain fell on the town, and the river rose, and the river rose, and the river rose."}\n' \
    '# documents 1' 'lede: standard input: line 2: 
lede: 2 of 4 records failed'
row 'idf of nothing' 0 'lede idf -l en | lede idf --dump' '' '# documents 0' '!lede'
row 'idf, a file is missing' 1 'lede idf -l en -o not.idf idf.jsonl nosuch; s=$?; [ -e not.idf ] && echo it is there; exit $s' '' '!there' \
    'lede: nosuch: No such file
lede: not.idf: nothing was written'
row 'idf, two languages' 1 'lede idf -q -l de idf.jsonl >de.idf; lede idf all.idf de.idf' '' '!.' 'lede: de.idf: is of another language'
row 'idf, a damaged table' 1 '{ head -c 100 all.idf; echo x; } >bad.idf; lede idf all.idf bad.idf' '' '!.' 'lede: bad.idf: is damaged: it is shorter'
row 'idf into its input' 1 'cp all.idf 1; lede idf -o 1 1 2.idf; s=$?; cmp 1 all.idf; exit $s' '' '!differ' 'is an input too'
row 'idf progress' 0 'lede idf -q -l en --dump --progress always idf.jsonl' '' '' '5 records, 0 failed'
if [ -c /dev/full ]; then row 'idf, full disk' 1 'lede idf -q -l en idf.jsonl >/dev/full' '' '' 'No space left'; fi
row '--idf' 4 'lede --idf all.idf -m tfidf --explain news.txt; lede bench --idf all.idf --no-timing bench.jsonl; lede batch -H --idf all.idf idf.jsonl' '' \
    'sentence     score
lead 
{"id":5,"language":"en"' 'lede: 1 of 6 records failed'
row '--idf changes scores' 0 'lede -s -f json news.txt >1; lede -s -f json --idf all.idf news.txt >2; ! cmp -s 1 2' '' '' ''
row '--idf of another language does not' 0 'lede -s -f json --idf de.idf news.txt | cmp - 1' '' '!differ' '!lede'
row '--idf, any number of threads' 0 'for i in 1 2 3 4 5 6 7 8 9; do cat idf.jsonl idf.jsonl; done >2; for n in 1 2 5; do lede batch -q --idf all.idf --threads $n 2 >3.$n; done
    cmp 3.1 3.2 && cmp 3.1 3.5' '' '!differ' '!lede'
row '--idf, the language' 0 'lede -H -l en --idf all.idf news.txt' '' 'tram' '!lede'
row '--idf, wrong language' 1 'lede -l de --idf all.idf news.txt' '' '!.' 'lede: all.idf: is of English, but --language is de'
row '--idf, no table' 1 'lede --idf news.txt news.txt' '' '!.' 'lede: news.txt: is no table of lede idf'
row '--idf, nothing there' 1 'lede batch --idf empty.txt news.txt; lede --idf nosuch news.txt' '' '!.' 'lede: empty.txt: is no table of lede idf
lede: nosuch: No such file'
row '--idf, no documents' 1 'lede idf -l en </dev/null >0; lede --idf 0 news.txt' '' '!.' 'lede: 0: is of no documents'
row 'idf takes the place of a table in use' 0 'cp all.idf used.idf; lede -s -f json --idf all.idf news.txt >1; mkfifo late
    lede -s -f json --idf used.idf late >2 & { lede idf -q -l en -o used.idf </dev/null; cat news.txt; } >late; wait $!; s=$?
    rm late; sed s/late/news.txt/ 2 | cmp - 1; ls used.idf*; lede idf --dump used.idf; exit $s' '' 'used.idf
# documents 0
!differ
!part' '!lede'
row 'idf into a file that is not to be read by others' 0 'cp all.idf own.idf; chmod 600 own.idf; lede idf -q -l en -o own.idf idf.jsonl; ls -l own.idf' '' '-rw-------' ''
row 'idf, a file too large' 1 '(trap "" XFSZ; ulimit -f 1; lede idf -q -l en -o big.idf idf.jsonl); s=$?; ls big.idf*; exit $s' '' '!big' 'lede: big.idf: File too large'
row 'idf into standard output by name' 0 'lede idf -o - all.idf | cmp - all.idf' '' '!differ' '!lede'
if [ -c /dev/full ]; then row 'idf, a link is followed' 0 'cp all.idf to.idf; ln -s to.idf link.idf; lede idf -o link.idf 2.idf; cmp to.idf 2.idf; ls -l link.idf' '' 'link.idf -> to.idf
!differ' ''; fi
row '--idf, damaged' 1 '{ head -c 300 all.idf; printf x; tail -c +302 all.idf; } >1; lede bench --idf 1 bench.jsonl' '' '!.' 'lede: 1: is damaged: its checksum'
if [ -z "$SANITIZE" ] && (ulimit -v 1000000) 2>/dev/null; then
    awk 'BEGIN { for (i = 0; i < 400000; i++) { w = ""; for (k = i; k; k = int(k / 20)) w = w sprintf("%c", 98 + k % 20); printf "%s%s", i % 100 ? " " : (i ? ".\"}\n" : "") "{\"language\":\"en\",\"text\":\"The ", w }
        print ".\"}" }' >many.jsonl
    row 'idf, memory' 1 '(ulimit -v 64000; lede idf -l en -o not.idf many.jsonl); s=$?; [ -e not.idf ] && echo it is there; exit $s' '' '!there' 'lede: out of memory'
    row 'idf, little memory' 0 '(ulimit -v 64000; lede idf -l en -o few.idf --max-terms 20000 many.jsonl)' '' '' 'short by'
fi

# ---- docs/scale.md: what stands there is run ----
block() { # the lines of its blocks of shell that have all of the words
    awk '/^```sh/ { inside = 1; next } /^```/ { inside = 0 } inside' "$HERE/../docs/scale.md"
}
PATH=$(dirname "$LEDE"):$PATH
for i in 1 2 3 4 5 6 7 8 9; do cat days; echo; echo '{"id":'; done >news.jsonl
lede batch -q -w 60 news.jsonl | sed 's/"line":[0-9]*//' >want
lede idf -q -l en idf.jsonl news.jsonl >want.idf
cat idf.jsonl news.jsonl >both.jsonl
if command -v parallel >/dev/null; then
    block | grep '^parallel\|^lede idf -o en.idf part' >recipe
    row 'parallel' 0 'mv both.jsonl news.jsonl; sh recipe 2>none; sed "s/\"line\":[0-9]*//" out.jsonl >got; lede batch -q -w 60 news.jsonl | sed "s/\"line\":[0-9]*//" | cmp - got
        cmp en.idf want.idf; cp news.jsonl both.jsonl; wc -l <recipe' '' '3
!differ' '!lede'
fi
block | sed -n '/^cat >map.sh/,/^END/p; /^cat >count.sh/,/^END/p; /^cat >merge.sh/,/^END/p' >recipe
row 'Hadoop Streaming' 0 'rm -f part.*; sh recipe; split -n l/5 both.jsonl piece.; for p in piece.a?; do sh map.sh <$p || exit 9; sh count.sh <$p >$p.table 2>none || exit 8; done |
    sed "s/\"line\":[0-9]*//" >got; lede batch -q -w 60 both.jsonl | sed "s/\"line\":[0-9]*//" | cmp - got
    sort piece.*.table | sh merge.sh | base64 -d | cmp - want.idf' '' '!differ' '!lede'

echo "cli.sh: $((count)) rows, $failed failures"
[ "$failed" = 0 ]
