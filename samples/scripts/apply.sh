#!/bin/sh
# Applies a plan that somebody approved; one that went stale is planned anew, and waits again.
#
#   apply.sh 12
set -u
run=$1

instroom apply "$run" --second-pass --quiet
status=$?
if [ "$status" -eq 5 ]; then
  instroom plan --again "$run" --quiet
fi
exit "$status"
