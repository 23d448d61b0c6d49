#!/bin/sh
# Imports the file that HR leaves every night. What is written here is mailed by cron; a night without news writes nothing.
#
#   15 2 * * *  /etc/instroom/nightly.sh /srv/hr/users.csv O12345AA hr
set -u
file=$1 environment=$2 definition=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

instroom import --env "$environment" --definition "$definition" --yes --second-pass --reason "nightly file of HR" --quiet --json \
  -- "$file" \
  > "$folder/answer" 2> "$folder/errors"
status=$?
case $status in
0 | 6) ;; # done, or the very file of before
3)
  run=$(jq .run "$folder/answer")
  instroom report "$run" -o - --as md
  instroom rejected "$run" -o "${file%.*}.rejected-$run.${file##*.}" --quiet
  ;;
*) # 4 a guard or an approval, 5 stale, 8 in use, ...
  jq -r '.text // .error.text,
    (.error.guards[]? | select(.tripped) | "  \(.guard): \(.count), and \(.allowed) allowed: \(.flags)"),
    (.error.details[]?.text | "  " + .)' "$folder/errors"
  ;;
esac
exit "$status"
