#!/bin/sh
# One file to several environments: plans that wait side by side. Tells what each would change.
#
#   everywhere.sh users.csv hr T12345AA T67890AA
set -u
file=$1 definition=$2
shift 2

for environment in "$@"; do
  set -- "$@" --env "$environment"
  shift
done
answer=$(instroom plan --definition "$definition" "$@" --exit-on-changes --quiet --json -- "$file")
status=$?
printf '%s' "$answer" | jq -r '"\(.environment): \(.changes) changes, run \(.run)"'
exit "$status"
