"""One function in one process: how it is started, what its first answer costs, how its archive is trained."""

import dataclasses
import os
import pathlib
import signal
import subprocess
import tempfile
import time

from harness import event, measure, wire

CALLS = 20
VARIABLES = {
    "AWS_REGION": "eu-central-1",
    "AWS_DEFAULT_REGION": "eu-central-1",
    "AWS_LAMBDA_FUNCTION_NAME": "mcp",
    "AWS_LAMBDA_FUNCTION_VERSION": "1",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512",
    "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
    "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/mcp",
    "AWS_LAMBDA_LOG_STREAM_NAME": "2026/11/27/[1]0",
    # As Lambda sets them where no snapshot is restored.
    "AWS_ACCESS_KEY_ID": "ASIAEXAMPLEEXAMPLE00",
    "AWS_SECRET_ACCESS_KEY": "secret",
    "AWS_SESSION_TOKEN": "session",
    "TZ": ":UTC",
    "LANG": "C",
}


@dataclasses.dataclass(frozen=True)
class Function:
    """`deployed` is what is uploaded, without what the platform brings."""

    name: str
    needs: tuple
    words: tuple
    task: pathlib.Path
    deployed: tuple = ()
    variables: tuple = ()
    era: str = wire.MODERN
    tool: str = "add"
    arguments: tuple = (("a", 20), ("b", 22))
    expected: str = "42"
    is_mcp: bool = True
    surroundings: object = None

    @property
    def row(self):
        return self.name

    def missing(self):
        return [str(path) for path in self.needs if not pathlib.Path(path).exists()]

    def event(self):
        token = self.surroundings.token if self.surroundings else None
        return event.of(self.era, self.tool, dict(self.arguments), token)

    def environment(self, api):
        said = {"PATH": os.environ.get("PATH", ""), **VARIABLES, "LAMBDA_TASK_ROOT": str(self.task)}
        return {**said, "AWS_LAMBDA_RUNTIME_API": api.address, **dict(self.variables)}

    def spawn(self, api, output, words=None):
        return subprocess.Popen(
            [str(word) for word in words or self.words],
            cwd=self.task,
            env=self.environment(api),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )


def once(function, api, quota):
    """One cold start, in milliseconds and megabytes."""
    with tempfile.TemporaryFile() as output:
        sample = {}
        if function.surroundings:
            function.surroundings.begin()
        api.begin(function.event(), 1, lambda: quota.throttle(process.pid), lambda: cost(process.pid, sample))
        begun = time.perf_counter()
        process = function.spawn(api, output)
        try:
            api.serve(process, 1)
            sample["wall"] = (api.answered_at - begun) * 1000
            sample["init"] = (api.asked - begun) * 1000
            sample["invoke"] = (api.answered_at - api.handed_out) * 1000
            event.check(api.answers[0], function.expected, function.is_mcp)
            if function.surroundings:
                function.surroundings.check(everything(output))
        except (wire.WrongAnswer, OSError, ValueError) as cause:
            raise SystemExit(f"cold-start: {function.row}: {cause}\n{measure.tail(output)}") from cause
        finally:
            children = end(process)
            api.loopback.hang_up()
        sample["cpu"] += children * 1000
        return sample


def everything(output):
    output.seek(0)
    return output.read().decode("utf-8", "replace")


def cost(pid, sample):
    sample["cpu"] = clock(pid) * 1000
    sample["rss"] = measure.peak_memory(pid)


def clock(pid):
    """Seconds of every thread, the ended ones too, with nanoseconds: the clock id that clock_getcpuclockid(3) makes."""
    return time.clock_gettime((~pid << 3) | 2)


def end(process):
    """Kills it. Gives the seconds of the children that it had waited for, such as the commands of a start script."""
    if process.returncode is not None:
        return 0.0
    process.kill()
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    own = clock(process.pid)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return max(0.0, usage.ru_utime + usage.ru_stime - own)


def train(function, api, words, output):
    """Runs it through its real entry point with the event that is measured, and lets it write its archive when it ends."""
    if function.surroundings:
        function.surroundings.begin()
    api.begin(function.event(), CALLS, lambda: None, lambda: None)
    process = function.spawn(api, output, words)
    try:
        api.serve(process, CALLS)
        for answer in api.answers:
            event.check(answer, function.expected, function.is_mcp)
        process.send_signal(signal.SIGTERM)
        process.wait(120)
    finally:
        if process.poll() is None:
            end(process)
        api.loopback.hang_up()
