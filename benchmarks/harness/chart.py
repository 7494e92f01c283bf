"""The picture for the README: CPU and waiting time to the first answer, a bar each."""

from xml.sax.saxutils import escape

from harness import subjects

WIDTH, LEFT, RIGHT = 800, 230, 190
ROW, BAR, TOP = 24, 14, 58
STYLE = """
  text { font: 13px ui-sans-serif, system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; fill: #24292f }
  .title { font-size: 15px; font-weight: 600 }
  .small { font-size: 11.5px; fill: #57606a }
  .cpu { fill: #8c959f } .wall { fill: #d0d7de }
  .ours .cpu { fill: #0a7c6e } .ours .wall { fill: #8fd3c8 }
  .ours text { font-weight: 600 }
  .axis { stroke: #afb8c1; stroke-width: 1 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .small { fill: #9198a1 }
    .cpu { fill: #7d8590 } .wall { fill: #3d444d }
    .ours .cpu { fill: #2dd4bf } .ours .wall { fill: #11655b }
    .axis { stroke: #4b535d }
  }
"""


def draw(path, rows):
    shown = [figures for figures in rows if "full" in figures["modes"]]
    groups = [
        ("A function on the Runtime API of Lambda", [figures for figures in shown if not is_server(figures)]),
        ("A server over HTTP", [figures for figures in shown if is_server(figures)]),
    ]
    parts, y = [], TOP
    for title, members in groups:
        if members:
            drawn, y = group(title, sorted(members, key=waited), y)
            parts += drawn
    path.write_text(page(parts, y), encoding="utf-8")


def group(title, members, y):
    """Each group has a scale of its own, which begins at nothing."""
    most = max(max(waited(figures), figures["modes"]["full"]["cpu"]) for figures in members)
    parts = [f'<text class="title" x="0" y="{y}">{escape(title)}</text>']
    y += 12
    parts.append(f'<line class="axis" x1="{LEFT}" y1="{y}" x2="{LEFT}" y2="{y + ROW * len(members)}"/>')
    for figures in members:
        parts += bars(figures, y, (WIDTH - LEFT - RIGHT) / most)
        y += ROW
    return parts, y + 34


def bars(figures, y, scale):
    full = figures["modes"]["full"]
    ours = ' class="ours"' if "footbridge" in figures["subject"] else ""
    height = BAR / 2
    top = y + (ROW - BAR) / 2
    longest = max(full["cpu"], full["wall"]) * scale
    name = figures["subject"].removeprefix("http ")
    return [
        f"<g{ours}>",
        f'<text x="{LEFT - 10}" y="{y + ROW / 2 + 4.5}" text-anchor="end">{escape(name)}</text>',
        f'<rect class="cpu" x="{LEFT}" y="{top}" width="{full["cpu"] * scale:.1f}" height="{height}"/>',
        f'<rect class="wall" x="{LEFT}" y="{top + height}" width="{full["wall"] * scale:.1f}" height="{height}"/>',
        f'<text x="{LEFT + longest + 8:.1f}" y="{y + ROW / 2 + 4.5}">{full["cpu"]:.0f} ms CPU, {full["wall"]:.0f} ms</text>',
        "</g>",
    ]


def page(parts, height):
    head = "From the start of the process to the answer of its first tools/call"
    note = "Upper bar: CPU time. Lower bar: time that passed. Medians of one run; less is better; the two scales differ."
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height - 14}" width="{WIDTH}" role="img" aria-label="{head}">',
        f"<title>{head}</title>",
        f"<style>{STYLE}</style>",
        f'<text class="small" x="0" y="14">{head}.</text>',
        f'<text class="small" x="0" y="30">{note}</text>',
        *parts,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def is_server(figures):
    return figures["subject"].startswith(subjects.HTTP + " ")


def waited(figures):
    return figures["modes"]["full"]["wall"]
