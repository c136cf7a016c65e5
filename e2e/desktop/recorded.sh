#!/usr/bin/env bash
# Runs $RECORDED_PROGRAM as this very process, with a copy of all it prints in $RECORDED_IN.
# Playwright keeps a program's first lines to itself, and these are where a failing start is told.
program=$RECORDED_PROGRAM
file=$RECORDED_IN
unset RECORDED_PROGRAM RECORDED_IN
exec "$program" "$@" > >(tee -a "$file") 2> >(tee -a "$file" >&2)
