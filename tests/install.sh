#!/bin/sh
# install into a folder of its own, build and run an example against what is there, uninstall, find nothing left.
set -e
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
$MAKE --no-print-directory install PREFIX="$root" BUILD="$BUILD" >/dev/null
for file in $MANIFEST; do [ -e "$root/$file" ] || { echo "not installed: $file"; exit 1; }; done
cc examples/summarize.c $(PKG_CONFIG_PATH="$root/lib/pkgconfig" pkg-config --cflags --libs lede) -o "$root/example"
LD_LIBRARY_PATH="$root/lib" "$root/example" <corpus/harbour-tunnel.txt >/dev/null
"$root/bin/lede" --version
$MAKE --no-print-directory uninstall PREFIX="$root" >/dev/null
rm "$root/example"
left=$(find "$root" -type f -o -type l)
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
