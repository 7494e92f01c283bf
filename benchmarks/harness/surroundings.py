"""What the secured function talks to: an authorization server with its key, and a table of DynamoDB for one limit."""

import json
import re
import time
import uuid

from harness import rsa, staging, wire

RESOURCE = "https://mcp.example.com/mcp"
FILE = staging.FOLDER / "footbridge.yaml"
HOUR = 3600
SETTINGS = """version: 1
oauth:
  resource: {resource}
  issuers: [{{issuer: "{issuer}", jwks: "{issuer}/jwks"}}]
policy:
  rules:
    - {{id: readers, tools: "greet", allow: "*", scopes: [parcels:weigh]}}
limits:
  rules:
    - {{id: each, per: caller, rate: 100/s, burst: 1000}}
"""


class Surroundings:
    """Answers in the thread that measures. The limit's number is kept as the update says; its condition is not looked at."""

    def __init__(self, network):
        self.key = rsa.Key()
        self.issuer = "http://" + network.listen(self.answer_issuer)
        self.table = "http://" + network.listen(self.answer_table)
        self.keys_asked = 0
        self.updates = []
        now = int(time.time())
        claims = {"iss": self.issuer, "sub": "alice", "aud": RESOURCE, "client_id": "app-7", "scope": "parcels:weigh"}
        self.token = self.key.token({**claims, "jti": str(uuid.uuid4()), "iat": now, "exp": now + HOUR})
        FILE.write_text(SETTINGS.format(resource=RESOURCE, issuer=self.issuer), encoding="utf-8")

    def variables(self):
        said = {
            "FOOTBRIDGE_AUTH": "settings",
            "FOOTBRIDGE_SETTINGS": str(FILE),
            "FOOTBRIDGE_TABLE": "state",
            "FOOTBRIDGE_SEALING_KEYS": "env:SEALING",
            "SEALING": "s" * 64,
            "AWS_ENDPOINT_URL_DYNAMODB": self.table,
            "AWS_ACCESS_KEY_ID": "ASIAEXAMPLEEXAMPLE00",
            "AWS_SECRET_ACCESS_KEY": "secret",
            "AWS_SESSION_TOKEN": "session",
        }
        return tuple(said.items())

    def begin(self):
        """For the next process."""
        self.keys_asked = 0
        self.updates = []

    def check(self, log):
        """Raises WrongAnswer unless the token's key was fetched, one limit was written, and a record of the call."""
        record = '"policy":{"decision":"allow"' in log and '"limit":{"id":"each"' in log and '"chain":{' in log
        if self.keys_asked < 1 or len(self.updates) != 1 or not record:
            raise wire.WrongAnswer(f"key asked for {self.keys_asked} times, {len(self.updates)} updates, record: {record}")

    def answer_issuer(self, request, connection):
        self.keys_asked += 1
        connection.say("200 OK", self.key.jwks(), [("Content-Type", "application/json")])

    def answer_table(self, request, connection):
        asked = json.loads(request.body)
        if not request.headers.get("x-amz-target", "").endswith(".UpdateItem"):
            connection.say("200 OK", b"{}", [("Content-Type", "application/x-amz-json-1.0")])
            return
        self.updates.append(asked)
        item = {**asked["Key"], **written(asked)}
        connection.say("200 OK", wire.compact({"Attributes": item}), [("Content-Type", "application/x-amz-json-1.0")])


def written(asked):
    """What `SET #1 = :2, …` makes of an item that is not there."""
    pairs = re.findall(r"(#\d+) = (:\d+)", asked["UpdateExpression"])
    names, values = asked["ExpressionAttributeNames"], asked["ExpressionAttributeValues"]
    return {names[name]: values[value] for name, value in pairs}
