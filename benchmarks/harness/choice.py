"""What several benchmarks take on their command lines."""

import argparse


def count(text):
    """A number of rounds or seconds: one at least."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("is at least 1")
    return number


def check(word, names):
    """Ends the run if no row has the word in its name."""
    if word is not None and not any(word in name for name in names):
        raise SystemExit(f"no row has {word} in its name; there are: {', '.join(dict.fromkeys(names))}")


def lacks(wanted, present, say):
    """Whether a gate cannot judge: what was not measured must not pass."""
    missing = sorted(set(wanted) - set(present))
    for name in missing:
        say(f"cannot be judged without {name}")
    return bool(missing)
