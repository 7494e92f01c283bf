"""A server that stays: started once, warmed, and loaded again and again."""

import http.client
import pathlib
import subprocess
import sys
import tempfile

from harness import load, measure, wire

# A Java server is warm when its compilers take less than this part of its processor time in a whole turn.
STILL = 0.02
TURNS = 10
KEPT = "mcp-session-id"


class Server:
    """
    A running subject. `headers` is what every call has; a server with sessions adds its own. `before` are words in front of
    its command.
    """

    def __init__(self, subject, said=None, session=False, before=()):
        self.subject = subject
        self.port = measure.free_port()
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [*before, *subject.command(self.port)],
            stdin=subprocess.DEVNULL,
            stdout=self.errors,
            stderr=self.errors,
        )
        self.counted = 0
        self.headers = {**wire.headers(subject.era, subject.request()), **(said or {})}
        try:
            wire.connected(self.process, self.port).close()
            if session:
                self.headers[KEPT] = self.begin_session()
            self.post(subject.request())  # the first call may fetch keys, longer than a cell of one second
        except BaseException:
            self.end()
            raise

    def begin_session(self):
        answer = self.post(wire.initialize())
        self.headers[KEPT] = answer.getheader(KEPT)
        self.post({"jsonrpc": "2.0", "method": "notifications/initialized"})
        return self.headers[KEPT]

    def post(self, message):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=wire.DEADLINE)
        connection.request("POST", "/mcp", wire.compact(message), self.headers)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        if response.status >= 300:
            raise wire.WrongAnswer(f"HTTP {response.status} {body[:400]}")
        return response

    def calls(self, connections, seconds):
        """One cell: calls a second, p50 and p99 in milliseconds, CPU of the server in microseconds a call, memory in MB."""
        try:
            before = measure.cpu(self.process.pid)
            counted = load.calls(self, connections, seconds)
            used = measure.cpu(self.process.pid) - before
            self.counted += counted["calls"]
        except (wire.WrongAnswer, OSError) as cause:
            raise SystemExit(f"throughput: {self.subject.name}: {cause}\n{measure.tail(self.errors)}") from cause
        return {
            "calls": counted["calls"],
            "rate": counted["calls"] / counted["micros"] * 1e6,
            "p50": counted["p50"] / 1000,
            "p99": counted["p99"] / 1000,
            "cpu": used / counted["calls"] * 1e6,
            "rss": memory(self.process.pid),
        }

    def warm(self, connections, seconds):
        """For so long, and on until the compilers are still, but never more than ten times as long."""
        for _ in range(TURNS):
            begun, before = measure.cpu(self.process.pid), compilers(self.process.pid)
            self.calls(connections, seconds)
            used = measure.cpu(self.process.pid) - begun
            if not self.is_java or newly(before, compilers(self.process.pid)) < STILL * used:
                return
        print(f"{self.subject.name} still compiles: its figures are not those of a warm server", file=sys.stderr)

    @property
    def is_java(self):
        return str(self.subject.words[0]).endswith("java")

    def end(self):
        self.process.kill()
        self.process.wait()
        self.errors.close()


def compilers(pid):
    """Seconds of processor of each thread of both compilers of a Java."""
    found = {}
    for thread in pathlib.Path(f"/proc/{pid}/task").iterdir():
        try:
            if (thread / "comm").read_text().startswith(("C1 Comp", "C2 Comp")):
                found[thread.name] = int((thread / "schedstat").read_text().split()[0]) / 1e9
        except ProcessLookupError:  # it has ended
            continue
        except FileNotFoundError:
            if thread.exists():
                raise
    return found


def newly(before, after):
    """What was added since; a thread that has ended meanwhile is left out."""
    return sum(seconds - before.get(thread, 0) for thread, seconds in after.items())


def memory(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        lines = dict(entry.split(":", 1) for entry in status.read().splitlines())
    return int(lines["VmRSS"].split()[0]) / 1024


def passes(servers, connections, count, seconds, progress):
    """
    A B C … A B C … at each number of connections, then all of it again, so that whatever disturbs the machine disturbs
    all. The first pass only warms; the machine is the generator's too.
    """
    samples = {number: {server.subject.name: [] for server in servers} for number in connections}
    for turn in range(count + 1):
        for number in connections:
            for server in servers:
                progress(turn, count, number, server)
                sample = server.calls(number, seconds)
                if turn > 0:
                    samples[number][server.subject.name].append(sample)
    return samples
