"""What is promised of warm calls, and which of it does not hold."""

import dataclasses

from harness import measure, subjects

OURS = "footbridge c2"
GUARDED = "footbridge c2, guarded"
QUARKUS = subjects.QUARKUS_NAME
JAVA_SDK = subjects.JAVA_SDK_NAME
LOADS = (8, 64)


@dataclasses.dataclass(frozen=True)
class Promise:
    """The median over the passes of `subject` / `peer`; a rate must be so high, a latency must not be higher."""

    subject: str
    what: str
    limit: float
    peer: str

    def value(self, samples):
        own, peer = samples.get(self.subject), samples.get(self.peer)
        return measure.ratio(own, peer, self.what) if own and peer else None

    def holds(self, value):
        return value >= self.limit if self.what == "rate" else value <= self.limit


PROMISES = (
    Promise(OURS, "rate", 1.0, QUARKUS),
    Promise(OURS, "p99", 1.0, QUARKUS),
    Promise(OURS, "rate", 3.0, JAVA_SDK),
    Promise(GUARDED, "rate", 0.7, OURS),
)
SUBJECTS = {name for promise in PROMISES for name in (promise.subject, promise.peer)}


def verdicts(samples):
    """Every promise that was measured, at each load: promise and load, and the ratio."""
    found = {}
    for load in LOADS:
        for promise in PROMISES:
            value = promise.value(samples.get(load, {}))
            if value is not None:
                found[promise, load] = value
    return found


def broken(values):
    return {at: value for at, value in values.items() if not at[0].holds(value)}


def told(values, samples):
    return "\n".join(sentence(at, value, samples) for at, value in values.items())


def sentence(at, value, samples):
    """The ratio of CPU is read first: neighbours disturb it least."""
    promise, load = at
    cpu = measure.ratio(samples[load][promise.subject], samples[load][promise.peer], "cpu")
    word = "holds" if promise.holds(value) else "BROKEN"
    side = "at least" if promise.what == "rate" else "at most"
    return (
        f"{word:<7} {load:>2} connections: cpu a call {cpu:.2f}, {promise.what} {value:.2f} x {promise.peer}"
        f" for {promise.subject}, promised {side} {promise.limit:.1f}"
    )
