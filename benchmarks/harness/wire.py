"""What is said to a server until its first tools/call is answered, and how the answer is checked."""

import http.client
import json
import socket
import time

MODERN = "2026-07-28"
LEGACY = "2025-11-25"
DEADLINE = 60.0


class WrongAnswer(Exception):
    """The server answered, but not with the sum."""


def call(wire, tool, arguments):
    params = {"name": tool, "arguments": arguments}
    if wire == MODERN:
        params["_meta"] = {
            "io.modelcontextprotocol/protocolVersion": MODERN,
            "io.modelcontextprotocol/clientInfo": {"name": "start", "version": "1"},
            "io.modelcontextprotocol/clientCapabilities": {},
        }
    return {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": params}


def initialize():
    params = {
        "protocolVersion": LEGACY,
        "capabilities": {},
        "clientInfo": {"name": "start", "version": "1"},
    }
    return {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params}


def check(answer, expected):
    """Raises WrongAnswer unless the text of the result has the expected words in it."""
    message = json.loads(answer)
    content = message.get("result", {}).get("content", [])
    text = " ".join(block.get("text", "") for block in content)
    if message.get("id") != 2 or expected not in text:
        raise WrongAnswer(answer.decode("utf-8", "replace")[:400])


class Stdio:
    """One JSON message a line; a legacy server wants its handshake first."""

    def __init__(self, wire):
        self.wire = wire
        self.round_trips = 1 if wire == MODERN else 2

    def first_answer(self, process, request):
        if self.wire == LEGACY:
            send(process, initialize())
            line(process)
            send(process, {"jsonrpc": "2.0", "method": "notifications/initialized"})
        send(process, request)
        return line(process)


def send(process, message):
    process.stdin.write(compact(message) + b"\n")
    process.stdin.flush()


def line(process):
    answer = process.stdout.readline()
    if not answer.endswith(b"\n"):
        raise WrongAnswer("the server ended before it answered")
    return answer


class Http:
    """One POST; neither era needs a handshake on a stateless server."""

    round_trips = 1

    def __init__(self, wire, port):
        self.wire = wire
        self.port = port

    def first_answer(self, process, request):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.sock = connected(process, self.port)
        connection.request("POST", "/mcp", compact(request), headers(self.wire, request))
        response = connection.getresponse()
        body = response.read()
        connection.close()
        if response.status != 200:
            raise WrongAnswer(f"HTTP {response.status} {body[:400]}")
        return event_data(body) if "event-stream" in response.getheader("content-type", "") else body


def headers(wire, request):
    said = {
        "Accept": "application/json, text/event-stream",
        "Content-Type": "application/json",
        "MCP-Protocol-Version": wire,
    }
    if wire == MODERN:
        said["Mcp-Method"] = request["method"]
        said["Mcp-Name"] = request["params"]["name"]
    return said


def connected(process, port):
    """Knocks every millisecond until the server listens."""
    deadline = time.monotonic() + DEADLINE
    while time.monotonic() < deadline:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=DEADLINE)
        except ConnectionRefusedError:
            if process.poll() is not None:
                raise WrongAnswer("the server ended before it listened") from None
            time.sleep(0.001)
    raise WrongAnswer("the server never listened")


def event_data(body):
    """The data of the last event: earlier ones are notifications."""
    return [part for part in body.splitlines() if part.startswith(b"data:")][-1][5:]


def compact(message):
    return json.dumps(message, separators=(",", ":")).encode()
