"""What the guarded server of benchmarks/throughput has around it: an issuer with its key, settings, and a file of records."""

import pathlib
import tempfile
import threading
import time
import uuid

from harness import loopback, rsa

RESOURCE = "https://mcp.example.com/mcp"
HOUR = 3600
# No call is ever refused for its rate, not even one that a busy machine lets wait for a second in the middle of its decision.
SETTINGS = """version: 1
oauth:
  resource: {resource}
  issuers: [{{issuer: "{issuer}", jwks: "{issuer}/jwks"}}]
policy:
  rules:
    - {{id: readers, tools: "greet", allow: "*", scopes: [parcels:weigh]}}
    - {{id: never-prod, tools: "*", deny: "*", when: [{{arg: /env, exists: true}}, {{arg: /env, eq: prod}}]}}
limits:
  rules:
    - {{id: each, per: caller, rate: 100000/s, burst: 1000000}}
"""


class Guards:
    """The issuer answers in a thread that sleeps while calls are measured: its key is asked for once."""

    def __init__(self, folder):
        self.key = rsa.Key()
        network = loopback.Loopback()
        self.issuer = "http://" + network.listen(self.answer)
        self.settings = folder / "footbridge.yaml"
        self.records = folder / "calls.jsonl"
        self.settings.write_text(SETTINGS.format(resource=RESOURCE, issuer=self.issuer), encoding="utf-8")
        threading.Thread(target=forever, args=(network,), daemon=True).start()

    def words(self):
        """For `serve`."""
        return ("--settings", str(self.settings), "--audit", str(self.records))

    def headers(self):
        now = int(time.time())
        claims = {"iss": self.issuer, "sub": "alice", "aud": RESOURCE, "client_id": "app-7", "scope": "parcels:weigh"}
        token = self.key.token({**claims, "jti": str(uuid.uuid4()), "iat": now, "exp": now + HOUR})
        return {"Authorization": "Bearer " + token}

    def answer(self, request, connection):
        connection.say("200 OK", self.key.jwks(), [("Content-Type", "application/json")])

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
