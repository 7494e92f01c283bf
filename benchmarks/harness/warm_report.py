"""The table of benchmarks/throughput that people read, and the file that machines read."""

import json
import os
import platform
import statistics

from harness import measure

COLUMNS = (("rate", 0), ("p50", 2), ("p99", 2), ("cpu", 0), ("rss", 0))
HEAD = ("subject", "conn", "calls/s", "p50 ms", "p99 ms", "cpu us", "rss MB", "rate/", "cpu/", "rate min-max")
BASE = "footbridge c2"


def summary(samples):
    """One mapping a subject and number of connections."""
    return [
        row(name, connections, own, every.get(BASE))
        for connections, every in samples.items()
        for name, own in every.items()
    ]


def row(name, connections, own, base):
    figures = {"subject": name, "connections": connections, "passes": len(own), "calls": sum(one["calls"] for one in own)}
    for what, digits in COLUMNS:
        figures[what] = round(statistics.median(one[what] for one in own), digits or None)
        figures[what + "_range"] = [round(edge(one[what] for one in own), digits or None) for edge in (min, max)]
    if base:
        for what in ("rate", "cpu"):
            figures[what + "_ratio"] = round(measure.ratio(own, base, what), 2)
    return figures


def table(rows):
    lines = [HEAD]
    for number, figures in enumerate(rows):
        if number and figures["connections"] != rows[number - 1]["connections"]:
            lines.append(("",) * len(HEAD))
        lines.append(cells(figures))
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    return "\n".join(laid_out(line, widths) for line in lines)


def cells(figures):
    line = [figures["subject"], str(figures["connections"])]
    line += [f"{figures[what]:.{digits}f}" for what, digits in COLUMNS]
    line += [f"{figures[what]:.2f}" if what in figures else "-" for what in ("rate_ratio", "cpu_ratio")]
    return (*line, "{}-{}".format(*figures["rate_range"]))


def laid_out(line, widths):
    first, *rest = (cell.ljust(width) if not at else cell.rjust(width) for at, (cell, width) in enumerate(zip(line, widths)))
    return "  ".join((first, *rest)).rstrip()


def write(path, rows, samples):
    path.parent.mkdir(parents=True, exist_ok=True)
    machine = {"system": platform.platform(), "processor": platform.machine(), "processors": os.cpu_count()}
    path.write_text(json.dumps({"machine": machine, "rows": rows, "samples": samples}, indent=1) + "\n", encoding="utf-8")
