#!/bin/sh
# Plans a file and writes the text of a ticket, for whoever approves it; no values of people are in it.
#
#   ticket.sh users.csv O67890AA hr > ticket.md
set -u
file=$1 environment=$2 definition=$3

answer=$(instroom plan --env "$environment" --definition "$definition" --exit-on-changes --quiet --json -- "$file")
status=$?
case $status in
0) exit 0 ;; # nothing to do
3 | 7) ;;
*) exit "$status" ;;
esac

run=$(printf '%s\n' "$answer" | jq .run)
instroom report "$run" -o - --as md --without-values || exit
printf '\nApprove what is shown here with:\n\n    instroom approve %s --digest %s\n' "$run" "$(printf '%s\n' "$answer" | jq -r .digest)"
