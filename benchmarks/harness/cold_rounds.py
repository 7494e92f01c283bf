"""The rounds of benchmarks/cold-start: every subject in every mode, then all of them again."""

import time

from harness import functions, measure, quota

FULL = quota.Full.name
PATIENCE = 480.0


def measured(present, modes, rounds, progress, say):
    """
    A B C … A B C …, for each share of the processor in turn, so that whatever disturbs the machine disturbs all. The
    first round only warms the disk cache. Servers over HTTP start at the full processor only, in every other round. On
    a slow machine there are fewer rounds: none begins that would not end within eight minutes.
    """
    samples = {mode.name: {} for mode in modes}
    begun = time.monotonic()
    for number in range(rounds + 1):
        passed = time.monotonic() - begun
        if number > 1 and passed + passed / number > PATIENCE:
            say(f"{number - 1} rounds instead of {rounds}: they take {passed / number:.0f} s each")
            break
        for mode in modes:
            for one in present.all(mode.name, number):
                progress(number, rounds, mode, one)
                sample = present.once(one, mode)
                if number > 0:
                    samples[mode.name].setdefault(one.row, []).append(sample)
    return samples


class Present:
    """Who takes part."""

    def __init__(self, api, lambdas, servers):
        self.api = api
        self.lambdas = lambdas
        self.servers = servers

    def all(self, mode, number):
        return [*self.lambdas, *(self.servers if mode == FULL and (number == 0 or number % 2 == 1) else [])]

    def once(self, one, mode):
        return measure.once(one) if one in self.servers else functions.once(one, self.api, mode)
