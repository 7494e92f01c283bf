"""What the guarded server of benchmarks/throughput has around it: an issuer with its key, settings, and a file of records."""

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

    def words(self):
        """For `serve`."""
        return ("--settings", str(self.settings), "--audit", str(self.records))

    def headers(self):
        return {"Authorization": "Bearer " + self.issuer.token()}

    def recorded(self):
        """How many calls are in the file."""
        with self.records.open("rb") as lines:
            return sum(1 for _ in lines)


def forever(network):
    while True:
        network.turn(HOUR)


def folder():
    """For the settings and the records; removed when the run ends."""
    made = tempfile.TemporaryDirectory(prefix="throughput-")
    return made, pathlib.Path(made.name)
