"""What is promised of a cold start, and which of it does not hold."""

import dataclasses

from harness import fleet, measure

FULL = "full"
SMALL = "0.29"
BUDGET = 120
# CPU of the empty Node on the machine that the budget is meant for, in ms.
YARDSTICK = 45


@dataclasses.dataclass(frozen=True)
class Promise:
    """The median over the rounds of `subject` / `peer`, or of the subject's own milliseconds where there is no peer."""

    subject: str
    what: str
    limit: float
    peer: str = ""
    mode: str = FULL

    def value(self, samples):
        own, peer = samples[self.mode].get(self.subject), samples[self.mode].get(self.peer)
        if not own or (self.peer and not peer):
            return None
        return measure.ratio(own, peer, self.what) if self.peer else measure.median(own, self.what)

    def sentence(self, value):
        where = "" if self.mode == FULL else f" at {self.mode} vCPU"
        if self.peer:
            return f"{self.subject}: {self.what} {value:.2f} x {self.peer}{where}, promised {self.limit:.2f}"
        return f"{self.subject}: {self.what} {value:.1f} ms{where}, promised {self.limit:.0f}"


PROMISES = (
    Promise(fleet.ARCHIVED, "cpu", 0.80, fleet.TS),
    Promise(fleet.ARCHIVED, "wall", 0.60, fleet.TS),
    Promise(fleet.ARCHIVED, "cpu", 1.35, fleet.EMPTY),
    Promise(fleet.CUSTOM, "wall", 0.45, fleet.TS),
    Promise(fleet.SECURED, "invoke", 15, mode=SMALL),
    Promise(fleet.SECURED, "cpu", 1.00, fleet.TS),
    Promise(fleet.SECURED, "wall", 1.00, fleet.TS),
)
SHARES = {f"{promise.mode} vCPU" for promise in PROMISES if promise.mode != FULL}
SUBJECTS = {name for promise in PROMISES for name in (promise.subject, promise.peer) if name}


def allowed(yardstick):
    """The budget in ms, stretched on a machine that takes longer for the empty Node."""
    return BUDGET * max(1, yardstick / YARDSTICK)


def verdicts(samples, say):
    """Every promise that could be measured, with what was."""
    found = {}
    for promise in PROMISES:
        value = promise.value(samples) if promise.mode in samples else None
        if value is None:
            say(f"not looked at: {promise.subject}, {promise.what}, which was not measured here")
        else:
            found[promise] = value
    return found


def broken(values):
    return {promise: value for promise, value in values.items() if value > promise.limit}


def told(values):
    return "\n".join(
        f"{'holds' if value <= promise.limit else 'BROKEN':<7} {promise.sentence(value)}" for promise, value in values.items()
    )
