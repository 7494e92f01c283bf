"""The table people read, the file machines read, and the gate."""

import json

from harness import measure, subjects

HEAD = ("subject", "wire", "trips", "wall ms", "min-max", "cpu ms", "min-max", "rss MB", "wall/ts", "cpu/ts")
FOLLOWED = "footbridge"
GROWTH = 1.15
TARGETS = {"stdio footbridge jdk25 aot": 0.80, "http footbridge jdk25 aot": 0.80}


def summary(present, samples):
    """One mapping a row, in the order of the table."""
    peers = {subject.transport: samples[subject.row] for subject in present if subject.name.startswith("ts-sdk")}
    return [row(subject, samples[subject.row], peers.get(subject.transport)) for subject in present]


def row(subject, samples, peer):
    figures = {
        "subject": subject.row,
        "wire": subject.era,
        "round_trips": subject.talk(0).round_trips,
        "rounds": len(samples),
    }
    for what in ("wall", "cpu", "rss"):
        figures[what] = round(measure.median(samples, what), 1)
        values = [sample[what] for sample in samples]
        figures[what + "_range"] = [round(min(values), 1), round(max(values), 1)]
    if peer is not None:
        figures["wall_ratio"] = round(measure.ratio(samples, peer, "wall"), 3)
        figures["cpu_ratio"] = round(measure.ratio(samples, peer, "cpu"), 3)
    return figures


def table(rows):
    lines = [HEAD] + [cells(figures) for figures in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) if column < 2 else cell.rjust(width) for column, (cell, width) in enumerate(zip(line, widths)))
        for line in lines
    )


def cells(figures):
    return (
        figures["subject"],
        figures["wire"],
        str(figures["round_trips"]),
        f"{figures['wall']:.0f}",
        "{:.0f}-{:.0f}".format(*figures["wall_range"]),
        f"{figures['cpu']:.0f}",
        "{:.0f}-{:.0f}".format(*figures["cpu_range"]),
        f"{figures['rss']:.0f}",
        ratio_cell(figures, "wall_ratio"),
        ratio_cell(figures, "cpu_ratio"),
    )


def ratio_cell(figures, key):
    return f"{figures[key]:.2f}" if key in figures else "-"


def write(path, rows, samples):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"rows": rows, "samples": samples}, indent=1) + "\n", encoding="utf-8")


def record(path, rows):
    ratios = {figures["subject"]: figures["cpu_ratio"] for figures in followed(rows)}
    path.write_text(json.dumps({"cpu_ratio_to_ts_sdk": ratios}, indent=2) + "\n", encoding="utf-8")


def broken(path, rows):
    """The rows of ours that cost more than they may, with one sentence each."""
    recorded = json.loads(path.read_text(encoding="utf-8"))["cpu_ratio_to_ts_sdk"]
    measured = {figures["subject"]: figures["cpu_ratio"] for figures in followed(rows)}
    verdicts = {subject: verdict(measured.get(subject), recorded[subject], TARGETS.get(subject)) for subject in recorded}
    return {subject: f"{subject}: {sentence}" for subject, sentence in sorted(verdicts.items()) if sentence}


def verdict(ratio, recorded, goal):
    if ratio is None:
        return "was recorded, and could not be measured"
    cost = f"{ratio:.2f} x the TypeScript SDK in CPU"
    if ratio > recorded * GROWTH:
        return f"{cost}, recorded {recorded:.2f}, so it grew by more than 15 %"
    return f"{cost}, the goal is {goal:.2f}" if goal and ratio > goal else ""


def followed(rows):
    return [figures for figures in rows if FOLLOWED in figures["subject"] and "cpu_ratio" in figures]
