#!/bin/sh
# For AWS_LAMBDA_EXEC_WRAPPER: gets the command line of the managed runtime, and starts the loop that can stream in its
# place, with the same Java and the same flags of the virtual machine. Archives of classes are left out, because they are
# made for the class path of the runtime's own client.
set -eu
java=$1
shift
task=${LAMBDA_TASK_ROOT:-/var/task}
count=$#
while [ "$count" -gt 0 ]; do
  word=$1
  shift
  count=$((count - 1))
  case $word in
    -Xshare:* | -XX:SharedArchiveFile=* | -XX:AOT*) ;;
    -X* | -D*) set -- "$@" "$word" ;;
  esac
done
exec "$java" "$@" -Xshare:auto -cp "$task:$task/lib/*" dev.footbridge.dist.lambda.LambdaMain
