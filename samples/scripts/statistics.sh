#!/bin/sh
# How often each message was told by a run, and of what: the groups that do not exist, the codes that are taken.
#
#   statistics.sh 12
set -eu

rows=$(instroom show "$1" --rows --json)
printf '%s' "$rows" |
  jq -r '.messages[] | [.code, (.params | tostring)] | @tsv' |
  sort | uniq -c | sort -rn
