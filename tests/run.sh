#!/bin/sh
# Runs every test: the cmocka programs given, then the scripts. Called by `make check` with BUILD set.
# Closes with "N passed, N failed", and fails where one did.
export MALLOC_PERTURB_=255 # memory that nobody set is zero, so that a test that reads it fails each time (glibc)
passed=0 failed=0
run() {
    name=$1; shift
    if "$@" >"$BUILD/tests/$name.log" 2>&1; then
        passed=$((passed + 1)); echo "ok      $name"
    else
        failed=$((failed + 1)); echo "FAILED  $name"; tail -n 40 "$BUILD/tests/$name.log"
    fi
}
run_with_article() { run "$1" sh -c "\"$2\" <corpus/harbour-tunnel.txt"; }
for test in "$@"; do run "$(basename "$test")" "$test"; done
for example in "$BUILD"/examples/*; do
    [ -x "$example" ] || continue # what a compiler leaves beside, as for coverage
    run_with_article "example_$(basename "$example")" "$example"
done
run cli env LEDE="$BUILD/lede" sh tests/cli.sh
run fit env BUILD="$BUILD" sh tests/fit.sh
run report_browser env LEDE="$BUILD/lede" sh tests/report_browser.sh
run layers sh tests/layers.sh
run readme sh tests/readme.sh
[ -n "$SANITIZE" ] || run symbols sh tests/symbols.sh "$BUILD"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
