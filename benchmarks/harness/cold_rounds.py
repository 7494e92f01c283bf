"""The rounds of benchmarks/cold-start: every subject in every mode, then all of them again."""

from harness import functions, measure, quota

FULL = quota.Full.name


def measured(present, modes, rounds, progress):
    """
    A B C … A B C …, for each share of the processor in turn, so that whatever disturbs the machine disturbs all. The
    first round only warms the disk cache. Servers over HTTP start at the full processor only, in every other round.
    """
    samples = {mode.name: {} for mode in modes}
    for number in range(rounds + 1):
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
