#!/bin/sh
# Hands every new record of the audit to a log collector, a line each; the number of the last one is kept in a file.
#
#   audit.sh /var/lib/instroom/audited >> /var/log/instroom.ndjson
set -eu
kept=$1

after=$(cat "$kept" 2> /dev/null || echo 0)
records=$(mktemp)
trap 'rm -f "$records"' EXIT
instroom audit --after "$after" --json > "$records"
cat "$records"
[ ! -s "$records" ] || tail -n 1 "$records" | jq .number > "$kept"
