#!/usr/bin/env python3
"""The benchmarks' tables as Markdown. Usage: table.py <compiler>=<folder with JSON>..."""
import json
import statistics
import sys
from pathlib import Path

ORDER = ["tiny", "small", "medium", "mnist", "wide"]
TITLES = {
    "train": "Full step: packing, forward, gradient of all weights and biases, update",
    "infer": "Batched inference",
    "latency": "One sample: each input depends on the output before (`dependent`), or does not",
}
OURS = "leibniz"


def read(folder):
    """Medians over the repetitions of all programs: {(kind, network, rest, who): (ns, work)}, and
    every single measurement of the limits: {what: [value…]}."""
    rows, limits = {}, {}
    for path in sorted(Path(folder).glob("*.json")):
        runs = {}
        for run in json.loads(path.read_text())["benchmarks"]:
            if run["run_type"] != "iteration":
                continue
            kind, who, *rest = run["run_name"].split("/")
            if kind == "limit":
                unit = "GFLOP/s" if who == "peak" else "ns"
                limits.setdefault(who, {}).setdefault(path.stem, []).append(run[unit])
            else:
                if kind == "latency":
                    rest = rest if len(rest) > 1 else [*rest, "dependent"]
                key = kind, rest[0], rest[1], who
                runs.setdefault(key, []).append((run["time/sample"] * 1e9, run["work"]))
        for key, values in runs.items():
            rows[key] = statistics.median(ns for ns, _ in values), values[0][1]
    return rows, limits


def number(value):
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def table(kind, rows, peak):
    mine = [key for key in rows if key[0] == kind]
    places = sorted({key[1:3] for key in mine}, key=lambda at: (ORDER.index(at[0]), len(at[1]), at))
    others = sorted({key[3] for key in mine} - {OURS}, key=lambda who: (who != "leibniz-double", who))
    if kind != "train":
        others = [who for who in others if who != "leibniz-double"]
    lines = [
        f"| {kind} | ns per sample | % of the limit | " + " | ".join(f"{who} ÷ ours" for who in others) + " |",
        "|---|" + "---:|" * (2 + len(others)),
    ]
    for network, rest in places:
        if (kind, network, rest, OURS) not in rows:
            continue
        ns, work = rows[kind, network, rest, OURS]
        share = f"{100 * work / peak[network] / ns:.0f} %"
        ratios = [
            f"{rows[kind, network, rest, who][0] / ns:.2f}"
            if (kind, network, rest, who) in rows
            else "–"
            for who in others
        ]
        lines.append(f"| {network}/{rest} | {number(ns)} | {share} | " + " | ".join(ratios) + " |")
    return lines


def main():
    for argument in sys.argv[1:]:
        compiler, _, folder = argument.partition("=")
        rows, limits = read(folder)
        if not rows:
            continue
        peak = {network: statistics.median(all) for network, all in limits["peak"].items()}
        every = [value for all in limits["peak"].values() for value in all]
        print(f"## {compiler}\n")
        print(f"Peak {min(every):.0f} to {max(every):.0f} GFLOP/s, median {statistics.median(every):.0f};", end=" ")
        functions = [
            f"{what} {statistics.median(v for all in limits[what].values() for v in all):.3f} ns"
            for what in ("exp", "tanh", "logistic")
        ]
        print(f"xsimd per element: {', '.join(functions)}.\n")
        for kind, title in TITLES.items():
            print(f"{title}.\n")
            print(*table(kind, rows, peak), sep="\n", end="\n\n")


main()
