"""The Runtime API of Lambda, as one process sees it from its first question to the answer of its first event."""

import time
import uuid

from harness import wire

PREFIX = "/2018-06-01/runtime/"
DEADLINE = 60.0
ARN = "arn:aws:lambda:eu-central-1:123456789012:function:mcp"


class RuntimeApi:
    """
    Hands out the same event again and again. INIT ends with the first question for one: then `at_next` is called, which
    may take processor time away from the process, before the event is sent.
    """

    def __init__(self, loopback):
        self.loopback = loopback
        self.address = loopback.listen(self.hear)
        self.begin(b"", 0, lambda: None, lambda: None)

    def begin(self, event, count, at_next, at_answer):
        """For the next process: so many events; `at_answer` is called the moment that the first answer is there."""
        self.event, self.left = event, count
        self.at_next, self.at_answer = at_next, at_answer
        self.asked = self.handed_out = self.answered_at = None
        self.answers = []
        self.trouble = None

    def hear(self, request, connection):
        what = request.path.removeprefix(PREFIX)
        if what == "invocation/next":
            self.next(connection)
        elif what.endswith("/response"):
            self.take(request.body)
            connection.say("202 Accepted", b'{"status":"OK"}', [("Content-Type", "application/json")])
        elif what == "restore/next":
            connection.say("200 OK")
        else:
            self.trouble = f"{what}: {request.body.decode('utf-8', 'replace')[:800]}"
            connection.say("202 Accepted")

    def next(self, connection):
        if self.asked is None:
            self.asked = time.perf_counter()
            self.at_next()
        if self.left == 0:
            return  # it waits, as in an environment that nobody calls
        self.left -= 1
        if self.handed_out is None:
            self.handed_out = time.perf_counter()
        connection.say("200 OK", self.event, headers())

    def take(self, answer):
        if self.answered_at is None:
            self.answered_at = time.perf_counter()
            self.at_answer()
        self.answers.append(answer)

    def serve(self, process, count):
        """Until so many answers are there. Raises WrongAnswer when that will not happen."""
        deadline = time.monotonic() + DEADLINE
        while len(self.answers) < count:
            self.loopback.turn(0.05)
            if self.trouble is not None:
                raise wire.WrongAnswer(self.trouble)
            if process.poll() is not None:
                raise wire.WrongAnswer(f"the process ended with {process.returncode} before it answered")
            if time.monotonic() > deadline:
                raise wire.WrongAnswer(f"no answer in {DEADLINE:.0f} s")


def headers():
    return [
        ("Lambda-Runtime-Aws-Request-Id", str(uuid.uuid4())),
        ("Lambda-Runtime-Deadline-Ms", str(int(time.time() * 1000) + 30000)),
        ("Lambda-Runtime-Invoked-Function-Arn", ARN),
        ("Content-Type", "application/json"),
    ]
