#!/bin/sh
# Takes over import definitions that are kept under version control; tells what differs from those in use.
#
#   definitions.sh definitions/
set -eu

for file in "$1"/*.yaml; do
  instroom definition import "$file" --force
done
