#!/bin/sh
# What differs between two environments, but for their own code; nothing where they are alike.
#
#   compare.sh T12345AA T12345AB
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for environment in "$1" "$2"; do
  instroom directory export --env "$environment" > "$folder/export"
  jq -S 'del(.. | .environment?, .environments?)' "$folder/export" > "$folder/$environment"
done
diff -u --label "$1" --label "$2" "$folder/$1" "$folder/$2"
