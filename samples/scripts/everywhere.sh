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
instroom plan "$file" --definition "$definition" "$@" --exit-on-changes --quiet --json |
  jq -r '"\(.environment): \(.changes) changes, run \(.run)"'
