"""Plots as SVG, written out: seconds over something that grows, a line for each compiler."""

import math
from html import escape

WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 44, 56
# Told apart without colour, too: by the mark and by the dashes.
STYLES = {"GCC": ("#1f5fa8", "", "circle"), "Clang": ("#c2501c", "6 4", "square")}


def short(value):
    """A number as an axis shows it."""
    for limit, letter in ((1e6, "M"), (1e4, "k")):
        if value >= limit:
            return f"{value / (limit if letter == 'M' else 1e3):.3g} {letter}"
    return f"{value:g}"


def linear_ticks(most):
    step = 10 ** math.floor(math.log10(most / 4))
    step *= next(factor for factor in (1, 2, 5, 10) if most / (step * factor) <= 6)
    return [step * k for k in range(math.ceil(most / step) + 1)]


def mark(kind, x, y, colour):
    if kind == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>'
    return f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" fill="{colour}"/>'


def svg(title, across, up, series):
    """series: {compiler: [(x, y)]}; x is drawn as a logarithm, y from zero."""
    points = [point for line in series.values() for point in line]
    if len({x for x, _ in points}) < 2:
        return None
    first, last = (math.log2(choose(x for x, _ in points)) for choose in (min, max))
    ticks = linear_ticks(max(y for _, y in points))
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM

    def place(x, y):
        return (LEFT + (math.log2(x) - first) / (last - first) * (right - LEFT),
                bottom - y / ticks[-1] * (bottom - TOP))

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
           f'width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif" font-size="13" fill="#222">',
           f"<title>{escape(title)}</title>",
           f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
           f'<text x="{LEFT}" y="22" font-size="15" font-weight="bold">{escape(title)}</text>']
    for value in ticks:
        _, y = place(points[0][0], value)
        out.append(f'<path d="M{LEFT} {y:.1f}H{right}" stroke="#ddd"/>')
        out.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:g}</text>')
    before = -100
    for value in sorted({x for x, _ in points}):
        x, _ = place(value, 0)
        out.append(f'<path d="M{x:.1f} {bottom}v5" stroke="#222"/>')
        if x - before >= 44:
            out.append(f'<text x="{x:.1f}" y="{bottom + 20}" text-anchor="middle">{short(value)}</text>')
            before = x
    out.append(f'<path d="M{LEFT} {TOP}V{bottom}H{right}" fill="none" stroke="#222"/>')
    out.append(f'<text x="{(LEFT + right) / 2:.0f}" y="{HEIGHT - 12}" text-anchor="middle">{escape(across)}</text>')
    middle = (TOP + bottom) / 2
    out.append(f'<text x="18" y="{middle:.0f}" text-anchor="middle" '
               f'transform="rotate(-90 18 {middle:.0f})">{escape(up)}</text>')
    for number, (name, line) in enumerate(series.items()):
        colour, dashes, kind = STYLES[name.split()[0]]
        places = [place(*point) for point in sorted(line)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashed}/>')
        out += [mark(kind, x, y, colour) for x, y in places]
        at = right - 110 * (len(series) - number)
        out.append(f'<path d="M{at} 18h26" stroke="{colour}" stroke-width="2"{dashed}/>')
        out.append(mark(kind, at + 13, 18, colour))
        out.append(f'<text x="{at + 32}" y="22">{escape(name)}</text>')
    return "\n".join([*out, "</svg>", ""])
