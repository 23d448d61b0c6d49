#!/bin/sh
# Who of a group is active in an environment, as CSV.
#
#   members.sh O12345AA INKOOP
set -eu

instroom user list --env "$1" --where "group:$2 -blocked:yes" --json |
  jq -r '[.user, .description, .email] | @csv'
