#!/bin/sh
# Cron: copies the database, read back and checked, while others go on; keeps the last fourteen.
#
#   0 1 * * *  /etc/instroom/backup.sh /srv/instroom/instroom.db /backup/instroom
set -eu
database=$1 folder=$2

instroom db copy --from "$database" --to "$folder/$(date +%Y-%m-%d-%H%M%S).sqlite" --quiet > /dev/null
ls -1 "$folder"/*.sqlite | sort -r | tail -n +15 | while read -r old; do rm -- "$old"; done
