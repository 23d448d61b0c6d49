#!/bin/sh
# Monitoring: 0 where an import that was planned since then was applied, 1 where none was, or where plans wait for approval.
#
#   watch.sh O12345AA 26h
set -u
environment=$1 since=$2

applied=$(instroom history --env "$environment" --status applied --since "$since" --json) || exit
waiting=$(instroom history --env "$environment" --status planned --json) || exit
printf '%s\n%s\n' "$applied" "$waiting" | jq -rs '
  [.[0].runs[] | select(.kind == "import")][0].appliedAt as $last
  | ([.[1].runs[] | select(.approvalNeeded)] | length) as $waiting
  | "last: \($last // "none"), waiting for approval: \($waiting)",
    if $last == null or $waiting > 0 then halt_error(1) else empty end'
