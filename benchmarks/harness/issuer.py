"""An authorization server with one key, and the settings of a server that trusts it."""

import json
import time
import uuid

from harness import rsa

RESOURCE = "https://mcp.example.com/mcp"
HOUR = 3600
class Issuer:
    """Answers when its network is turned: whoever measures decides in which thread."""

    def __init__(self, network):
        self.key = rsa.Key()
        self.url = "http://" + network.listen(self.answer)
        self.keys_asked = 0

    def answer(self, request, connection):
        self.keys_asked += 1
        connection.say("200 OK", self.key.jwks(), [("Content-Type", "application/json")])

    def token(self):
        """Good for an hour."""
        now = int(time.time())
        claims = {"iss": self.url, "sub": "alice", "aud": RESOURCE, "client_id": "app-7", "scope": "parcels:weigh"}
        return self.key.token({**claims, "jti": str(uuid.uuid4()), "iat": now, "exp": now + HOUR})

    def settings(self, rate, burst, *more):
        """JSON, as packages have it. `more` are further rules of the policy."""
        readers = {"id": "readers", "tools": "greet", "allow": "*", "scopes": ["parcels:weigh"]}
        each = {"id": "each", "per": "caller", "rate": rate, "burst": burst}
        said = {
            "version": 1,
            "oauth": {"resource": RESOURCE, "issuers": [{"issuer": self.url, "jwks": self.url + "/jwks"}]},
            "policy": {"rules": [readers, *more]},
            "limits": {"rules": [each]},
        }
        return json.dumps(said)
