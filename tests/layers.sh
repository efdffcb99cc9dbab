#!/bin/sh
# The folders of src/ are layers: a file may include its own folder and those to its left, nothing else (eval stands
# beside: base, lang/stem and lede.h). And each outside library is included in one place only, each file says first
# what it is called and for, docs/architecture.md tells of each step of shortening, and of no file that is gone.
status=0
complain() { echo "$1"; status=1; }

allowed=
for layer in base lang read text model score pick render; do
    allowed="$allowed $layer"
    for file in src/$layer/*; do
        for included in $(sed -n 's/^#include "\(.*\)\/.*"/\1/p' "$file"); do
            case " $allowed " in *" $included "*) ;; *) complain "$file: layer $layer must not include $included/" ;; esac
        done
    done
done
for file in src/eval/*; do
    [ -e "$file" ] || continue
    for included in $(sed -n 's/^#include "\(.*\/.*\)"/\1/p' "$file"); do
        case $included in base/* | eval/* | lang/stem.h | lang/table.h) ;; *) complain "$file: eval must not include $included" ;; esac
    done
done
only() { # header, the one place
    found=$(grep -l "#include <$1>" -r src | grep -v '^src/tools/' | sort | tr '\n' ' ')
    [ "$found" = "$2 " ] || complain "<$1> is included by: $found(wanted: $2)"
}
only libstemmer.h src/lang/stem.c
only uthash.h src/model/entries.c
only utf8proc.h src/base/unicode.c
grep -nE '\b(__builtin_)?(v?f?printf|puts|exit|abort|setlocale|getenv|fopen)\(' -r src/base src/lang src/read src/text src/model src/score src/pick src/render src/lede.c |
    grep -v 'snprintf' && complain "the library must not print, exit, open files, set the locale or heed the environment"
for file in src/pick/shorten_*.c; do
    grep -q "\`${file##*/}\`" docs/architecture.md || complain "docs/architecture.md does not tell of $file"
done
for file in src/*.[ch] src/*/*.[ch] src/*/*.def; do
    name=${file##*/}
    case $(head -n 1 "$file") in "/* $name - "*) ;; *) complain "$file does not begin with: /* $name - what it is for" ;; esac
done
for name in $(grep -o '`[a-z_/]*\.\(c\|h\|def\|tsv\|sh\)`' docs/architecture.md | tr -d '`'); do
    ls include/$name src/$name src/*/$name tests/$name $name 2>/dev/null | grep -q . ||
        complain "docs/architecture.md tells of $name, which is not there"
done
exit $status
