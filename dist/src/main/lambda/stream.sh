#!/bin/sh
# For AWS_LAMBDA_EXEC_WRAPPER: gets the command line of the managed runtime, and starts the loop that can stream in its
# place.
set -eu
. "${LAMBDA_TASK_ROOT:-/var/task}/start.sh"
read_managed "$@"
spell_path "$client"
find_archive "${java%/bin/java}" || path=$task:$task/lib/*
start_instead "$loop" "" "$@"
