"""The table of benchmarks/cold-start that people read, and the file that machines read."""

import json
import os
import pathlib
import platform
import zlib

from harness import fleet, measure, subjects

FULL = "full"
WHAT = ("wall", "cpu", "init", "invoke", "rss")


def summary(present, modes, samples):
    """One mapping a subject, in the order of the table."""
    return [row(one, [mode.name for mode in modes], samples) for one in present]


def row(one, modes, samples):
    figures = {"subject": one.row, "protocol": one.era, **size(deployed(one)), "modes": {}}
    for mode in modes:
        own = samples[mode].get(one.row)
        if own:
            figures["modes"][mode] = medians(own, samples[mode].get(peer_of(one)))
    return figures


def peer_of(one):
    return fleet.HTTP_TS if isinstance(one, subjects.Subject) else fleet.TS


def medians(own, peer):
    figures = {"rounds": len(own)}
    for what in WHAT:
        if what in own[0]:
            values = [sample[what] for sample in own]
            figures[what] = round(measure.median(own, what), 1)
            figures[what + "_range"] = [round(min(values), 1), round(max(values), 1)]
    if peer:
        for what in ("wall", "cpu"):
            figures[what + "_ratio"] = round(measure.ratio(own, peer, what), 3)
    return figures


def deployed(one):
    """Of a server that is everything it needs but the JDK."""
    if isinstance(one, subjects.Subject):
        return [path for path in one.needs if pathlib.Path(path).name != "java"]
    return one.deployed


def size(paths):
    """In megabytes: as files, and about what a zip of them would have."""
    files = [file for path in paths for file in ([path] if path.is_file() else sorted(path.rglob("*"))) if file.is_file()]
    whole, packed = 0, 0
    for file in files:
        content = file.read_bytes()
        whole += len(content)
        packed += len(zlib.compress(content, 6))
    return {"size_mb": round(whole / 1e6, 2), "zip_mb": round(packed / 1e6, 2)}


def table(rows, modes):
    names = [mode.name for mode in modes]
    head = ["subject", "zip MB", "rss MB", "cpu ms", "cpu/ts", "wall ms", "wall/ts", "invoke ms"]
    above = ["", "", "", *(["at full CPU"] + [""] * 4)]
    for mode in modes[1:]:
        head += ["wall ms", "wall/ts", "invoke ms"]
        above += [f"at {mode.label}", "", ""]
    lines = [above, head] + [cells(figures, names) for figures in rows]
    widths = [max(len(line[column]) for line in lines[1:]) for column in range(len(head))]
    return "\n".join(laid_out(line, widths) for line in lines)


def laid_out(line, widths):
    text = "  ".join(
        cell.ljust(width) if column == 0 or cell.startswith("at ") else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(line, widths))
    )
    return text.rstrip()


def cells(figures, names):
    full = figures["modes"].get(FULL, {})
    line = [figures["subject"], f"{figures['zip_mb']:.1f}", cell(full, "rss", 0)]
    line += [cell(full, "cpu", 0), cell(full, "cpu_ratio", 2), cell(full, "wall", 0), cell(full, "wall_ratio", 2)]
    line += [cell(full, "invoke", 1)]
    for name in names[1:]:
        mode = figures["modes"].get(name, {})
        line += [cell(mode, "wall", 0), cell(mode, "wall_ratio", 2), cell(mode, "invoke", 1)]
    return line


def cell(figures, key, digits):
    return f"{figures[key]:.{digits}f}" if key in figures else "-"


def write(path, rows, samples):
    path.parent.mkdir(parents=True, exist_ok=True)
    machine = {"system": platform.platform(), "processor": platform.machine(), "processors": os.cpu_count()}
    path.write_text(json.dumps({"machine": machine, "rows": rows, "samples": samples}, indent=1) + "\n", encoding="utf-8")
