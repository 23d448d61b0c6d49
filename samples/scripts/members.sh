#!/bin/sh
# Who of a group is active in an environment, as CSV.
#
#   members.sh O12345AA INKOOP
set -eu

users=$(instroom user list --env "$1" --where "group:$2 -blocked:yes" --json)
printf '%s' "$users" | jq -r '[.user, .description, .email] | @csv'
