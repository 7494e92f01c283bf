"""Spawns one server, and reads what it has cost when its first answer is there."""

import os
import socket
import statistics
import subprocess
import tempfile
import time

from harness import wire

TICKS = os.sysconf("SC_CLK_TCK")


def once(subject):
    """One cold start: wall and CPU in milliseconds, peak memory in megabytes."""
    with tempfile.TemporaryFile() as errors:
        port = free_port()
        talk = subject.talk(port)
        begun = time.perf_counter()
        process = subprocess.Popen(
            subject.command(port), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors
        )
        try:
            answer = talk.first_answer(process, subject.request())
            wall = time.perf_counter() - begun
            sample = {"wall": wall * 1000, "cpu": cpu(process.pid) * 1000, "rss": peak_memory(process.pid)}
            wire.check(answer, subject.expected)
            return sample
        except (wire.WrongAnswer, OSError, ValueError) as cause:
            raise SystemExit(f"start: {subject.row}: {cause}\n{tail(errors)}") from cause
        finally:
            end(process)


def train(subject, calls, output):
    """Asks a server so often, and lets it end by itself, when it writes its archive."""
    port = free_port()
    process = subprocess.Popen(subject.command(port), stdin=subprocess.PIPE, stdout=output, stderr=output)
    try:
        for _ in range(calls):
            wire.check(subject.talk(port).first_answer(process, subject.request()), subject.expected)
        process.terminate()
        process.wait(wire.DEADLINE * 3)
    finally:
        process.kill()
        process.wait()
        process.stdin.close()


def cpu(pid):
    """Seconds of every thread, the ended ones too, and of every child the process has waited for."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rpartition(")")[2].split()
    children = (int(fields[13]) + int(fields[14])) / TICKS
    # The clock id of another process, as clock_getcpuclockid(3) makes it: nanoseconds instead of ticks.
    return time.clock_gettime((~pid << 3) | 2) + children


def peak_memory(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        lines = dict(entry.split(":", 1) for entry in status.read().splitlines())
    return int(lines["VmHWM"].split()[0]) / 1024


def end(process):
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def tail(errors):
    errors.seek(0)
    return errors.read().decode("utf-8", "replace")[-2000:]


def rounds(subjects, count, progress):
    """A B C ... A B C ...: what disturbs the machine disturbs every subject. The first round only warms the disk cache."""
    samples = {subject.row: [] for subject in subjects}
    for number in range(count + 1):
        progress(number, count)
        for subject in subjects:
            sample = once(subject)
            if number > 0:
                samples[subject.row].append(sample)
    return samples


def median(samples, what):
    return statistics.median(sample[what] for sample in samples)


def ratio(samples, peers, what):
    """Median over the rounds of ours / peer: both of a pair saw the same minute of the machine."""
    return statistics.median(ours[what] / peer[what] for ours, peer in zip(samples, peers))
