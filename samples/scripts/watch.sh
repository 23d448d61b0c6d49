#!/bin/sh
# Monitoring: 0 where an import was applied since, 1 where none was, or where plans wait for somebody.
#
#   watch.sh O12345AA 26h
set -u
environment=$1 since=$2

applied=$(instroom history --env "$environment" --status applied --since "$since" --limit 1 --json) || exit
waiting=$(instroom history --env "$environment" --status planned --json) || exit
printf '%s\n%s\n' "$applied" "$waiting" |
  jq -rs '"last: \(.[0].runs[0].appliedAt // "none"), waiting for approval: \([.[1].runs[] | select(.approvalNeeded)] | length)"'
printf '%s\n%s\n' "$applied" "$waiting" |
  jq -es '(.[0].runs | length > 0) and ([.[1].runs[] | select(.approvalNeeded)] | length == 0)' > /dev/null
