#!/bin/sh
# For AWS_LAMBDA_EXEC_WRAPPER: gets the command line of the managed runtime, and starts the loop that can stream in its
# place, with the same Java and the same flags of the virtual machine.
set -eu
java=$1
shift
task=${LAMBDA_TASK_ROOT:-/var/task}
flags=
for word in "$@"; do
  case $word in
    -X* | -D*) flags="$flags $word" ;;
  esac
done
# shellcheck disable=SC2086 # each flag is a word of its own
exec "$java" $flags -cp "$task:$task/lib/*" dev.footbridge.dist.lambda.LambdaMain
