"""The load generator, wrk, and what it is told to say."""

import json
import pathlib
import shutil
import subprocess

from harness import wire

SCRIPT = pathlib.Path(__file__).with_name("call.lua")
MISSING = "wrk is missing: it makes the load (https://github.com/wg/wrk; the package is called wrk on Debian, Fedora and Homebrew)"


def missing():
    return shutil.which("wrk") is None


def calls(server, connections, seconds):
    """Calls for so many seconds, one at a time on each connection. Raises WrongAnswer if only one was not the one expected."""
    words = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", str(SCRIPT)]
    for name, value in server.headers.items():
        words += ["-H", f"{name}: {value}"]
    request = wire.compact(server.subject.request()).decode()
    words += [f"http://127.0.0.1:{server.port}/mcp", "--", request, server.subject.expected]
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    counted = last_line(done.stdout.decode("utf-8", "replace"))
    if counted["wrong"] or counted["lost"] or not counted["calls"]:
        raise wire.WrongAnswer(f"{connections} connections: {counted}")
    return counted


def last_line(said):
    """What call.lua has counted."""
    try:
        return json.loads(said.strip().splitlines()[-1])
    except (ValueError, IndexError):
        raise wire.WrongAnswer(f"wrk said {said[-1000:]}") from None
