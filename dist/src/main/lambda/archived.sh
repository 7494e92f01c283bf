#!/bin/sh
# For AWS_LAMBDA_EXEC_WRAPPER: gets the command line of the managed runtime, and starts the same client of the Runtime API
# with an archive of loaded classes and with every jar on the class path, which an archive needs. Where answers are streamed it
# starts the loop that can. Without an archive that fits, the runtime starts as if this were not here.
set -eu
. "${LAMBDA_TASK_ROOT:-/var/task}/start.sh"
[ "${FOOTBRIDGE_INVOKE_MODE:-}" != streaming ] || exec "$task/stream.sh" "$@"
read_managed "$@"
spell_path "$client"
find_archive "${java%/bin/java}" || exec "$@"
for handler in "$@"; do :; done
start_instead com.amazonaws.services.lambda.runtime.api.client.AWSLambda "$handler" "$@"
