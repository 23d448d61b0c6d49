#!/bin/sh
# Named by `hook` in instroom.yaml: a line in a log for each plan that waits, was stopped, applied or failed.
#
#   hook: [/etc/instroom/hook.sh, /var/log/instroom-events.log]
set -eu

jq -c '[.at, .event, .run, .environment, .operator]' >> "$1"
