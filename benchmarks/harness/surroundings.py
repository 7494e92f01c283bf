"""What the secured function talks to: an authorization server with its key, and a table of DynamoDB for one limit."""

import json
import re

from harness import staging, wire
from harness.issuer import Issuer

FILE = staging.FOLDER / "footbridge.yaml"


class Surroundings:
    """Answers in the thread that measures. The limit's number is kept as the update says; its condition is not looked at."""

    def __init__(self, network):
        self.issuer = Issuer(network)
        self.table = "http://" + network.listen(self.answer_table)
        self.updates = []
        self.token = self.issuer.token()
        FILE.write_text(self.issuer.settings("100/s", 1000), encoding="utf-8")

    def variables(self):
        said = {
            "FOOTBRIDGE_AUTH": "settings",
            "FOOTBRIDGE_SETTINGS": str(FILE),
            "FOOTBRIDGE_TABLE": "state",
            "FOOTBRIDGE_SEALING_KEYS": "env:SEALING",
            "SEALING": "s" * 64,
            "AWS_ENDPOINT_URL_DYNAMODB": self.table,
        }
        return tuple(said.items())

    def begin(self):
        """For the next process."""
        self.issuer.keys_asked = 0
        self.updates = []

    def check(self, log):
        """Raises WrongAnswer unless the token's key was fetched, one limit was written, and a record of the call."""
        record = '"policy":{"decision":"allow"' in log and '"limit":{"id":"each"' in log and '"chain":{' in log
        if self.issuer.keys_asked < 1 or len(self.updates) != 1 or not record:
            raise wire.WrongAnswer(f"key asked for {self.issuer.keys_asked} times, {len(self.updates)} updates, record: {record}")

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
