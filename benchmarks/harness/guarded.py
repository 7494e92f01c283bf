"""What the guarded server of benchmarks/throughput has around it: an issuer with its key, settings, and a file of records."""

import contextlib
import json
import os
import pathlib
import tempfile
import threading

from harness import loopback
from harness.issuer import HOUR, Issuer

NEVER = {
    "id": "never-prod",
    "tools": "*",
    "deny": "*",
    "when": [{"arg": "/env", "exists": True}, {"arg": "/env", "eq": "prod"}],
}


# Calls write 25 MB of records a second, and a machine that is itself a guest gets memory for new ones from its host at a fifth of the speed
# of its own: after a million calls that would be measured, and nothing else.
EMPTIED_EVERY = 0.25


class Guards:
    """The issuer answers in a thread that sleeps while calls are measured: its key is asked for once."""

    def __init__(self, folder):
        network = loopback.Loopback()
        self.issuer = Issuer(network)
        self.settings = folder / "footbridge.yaml"
        self.records = folder / "calls.jsonl"
        # No call is ever refused for its rate, not even one that a busy machine lets wait for a second in the middle of its decision.
        self.settings.write_text(self.issuer.settings("100000/s", 1000000, NEVER), encoding="utf-8")
        threading.Thread(target=forever, args=(network,), daemon=True).start()
        self.over = threading.Event()
        self.emptier = threading.Thread(target=emptied, args=(self.records, self.over), daemon=True)
        self.emptier.start()

    def words(self):
        """For `serve`."""
        return ("--settings", str(self.settings), "--audit", str(self.records))

    def headers(self):
        return {"Authorization": "Bearer " + self.issuer.token()}

    def check(self, server):
        """Ends the run unless there is a record of every call that was counted: each has a number."""
        self.over.set()
        self.emptier.join()
        server.post(server.subject.request())
        last = json.loads(self.records.read_bytes().splitlines()[-1])
        if last["seq"] <= server.counted:
            raise SystemExit(f"throughput: {server.counted} calls and {last['seq']} records")


def forever(network):
    while True:
        network.turn(HOUR)


def emptied(records, over):
    """Again and again, as a rotation of logs does it: the server goes on at the beginning."""
    while not over.wait(EMPTIED_EVERY):
        with contextlib.suppress(FileNotFoundError):  # before the first record, and after the last
            os.truncate(records, 0)


def folder():
    """For the settings and the records; removed when the run ends."""
    made = tempfile.TemporaryDirectory(prefix="throughput-")
    return made, pathlib.Path(made.name)
