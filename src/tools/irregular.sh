#!/bin/sh
# irregular.sh - make src/eval/irregular.def again: WordNet's lists of exceptions in (Debian's wordnet-base), the table
# of irregular English forms that ROUGE-1.5.5 looks up out, on standard output.
#
# The order of the lists, the last entry's winning and the six words left out make it equal to that program's table
# (which stems from WordNet 2.0) on every form that a ROUGE token can have: more than three of [a-z0-9].
set -eu
lists=${1:-/usr/share/wordnet}
cat <<'END'
/* irregular.def - irregular English forms and their base forms, in byte order. Made by src/tools/irregular.sh; do not
 * edit. A table of facts from WordNet's lists of exceptions, whose licence asks that this notice stand in all copies:
 *
 * WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
 * THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES,
 * EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR
 * WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE,
 * DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
 * The name of Princeton University or Princeton may not be used in advertising or publicity pertaining to
 * distribution of the software and/or database. Title to copyright in this software, database and any associated
 * documentation shall at all times remain with Princeton University and LICENSEE agrees to preserve same. */
END
cat "$lists/adj.exc" "$lists/adv.exc" "$lists/noun.exc" "$lists/verb.exc" |
    awk '$1 ~ /^[a-z0-9]+$/ && length($1) > 3 { base[$1] = $2 }
         END { for (form in base) print "IRREGULAR(" form ", " base[form] ")" }' |
    grep -Ev '^IRREGULAR\((morses|lisente|halfpence|staretsy|cognosenti|ashes),' | LC_ALL=C sort -t, -k1,1
