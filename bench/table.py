#!/usr/bin/env python3
"""The benchmarks' tables as Markdown. Usage:
table.py [--page <folder> <command>] <compiler>=<folder with JSON>...
With --page also as a page of the folder, named after the instruction set that was measured: machine, compilers,
flags and the command that measured come first. Remarks that stand in the page are kept."""
import json
import re
import statistics
import subprocess
import sys
from pathlib import Path

ORDER = ["tiny", "small", "medium", "mnist", "wide", "one_output", "uneven", "narrow", "smooth", "filters",
         "separable", "burgers", "functions"]
TITLES = {
    "train": "Full step: packing, forward, gradient of all weights and biases, update",
    "epoch": "`train`: 16 batches in random order, with the loss and a look at every weight for each",
    "infer": "Batched inference",
    "function": "Elementary functions of floats in the first cache, for each number",
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
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def table(kind, rows, peak):
    mine = [key for key in rows if key[0] == kind]
    places = sorted({key[1:3] for key in mine}, key=lambda at: (ORDER.index(at[0]), len(at[1]), at))
    others = sorted({key[3] for key in mine} - {OURS}, key=lambda who: (who != "leibniz-double", who))
    if kind != "train":
        others = [who for who in others if who != "leibniz-double"]
    lines = [
        f"| {kind} | ns per sample | % of the limit |" + "".join(f" {who} ÷ ours |" for who in others),
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
        lines.append(f"| {network}/{rest} | {number(ns)} | {share} |" + "".join(f" {ratio} |" for ratio in ratios))
    return lines


PAGE = """# {title}

<!-- remarks -->
{remarks}<!-- /remarks -->

Written by `{command}`. {machine}; {compilers}; `-std=c++20 -O3 -march={march} -mtune=native`, for plain
loops also `-mprefer-vector-width=512`. Boost.Hana, xsimd and the libraries that are compared are Debian's.{held}

One thread on one processor. All libraries run interleaved in random order; figures are medians
over the repetitions, in processor time. A ratio above 1 says how many times as long the other takes. The limit of
a sample is its floating-point operations, and 0.12 ns at 248 GFLOP/s for each activation (without AVX-512 0.225 ns at
125), at the peak of multiply-adds that is measured in the same run, between the others. Before anything is timed the
gradient, the outputs and a whole step of each library are held against ours (relative difference in norm below 10⁻⁵).

- `loops`: plain C++ of fixed sizes, tiled; the compiler makes the vectors. For 2-4-1 they run along samples, otherwise along
  neurons.
- `eigen`: fixed sizes, forward and gradient by hand; samples as columns, for networks of fewer than 1,000 weights as rows; the
  faster block.
- `openblas`: `cblas_sgemm`, the rest as in `loops`. `libtorch`: linear layers, reverse mode and SGD of the library.
- `dlib`: its layers, the error's derivative by hand; it works out the derivatives by the inputs, too. It and libtorch are as
  Debian compiled them; they choose kernels for the processor through OpenBLAS and oneDNN.
- `fann`: an epoch of batch training is a step. It has neither relu nor SiLU, so no mnist, wide, one_output and smooth.
- RTNeural is in no Debian package and is left out.

"""


def machine():
    cpu = Path("/proc/cpuinfo").read_text()
    name = re.search(r"^model name\s*: (.*)$", cpu, re.MULTILINE)
    features = [f for f in ("avx2", "fma", "avx512f") if re.search(rf"\b{f}\b", cpu)]
    return f"{name[1] if name else 'unknown processor'} ({', '.join(features)})"


def version(compiler):
    output = subprocess.run([compiler, "--version"], capture_output=True, text=True, check=True)
    return output.stdout.splitlines()[0]


HELD = """ With `-march=native` the machine would do more;
libraries that choose at run time were held to AVX2 as well, by `OPENBLAS_CORETYPE`, `ONEDNN_MAX_CPU_ISA` and
`ATEN_CPU_CAPABILITY`."""


def contexts(folders):
    return [json.loads(path.read_text())["context"] for folder in folders for path in Path(folder).glob("*.json")]


def march(folders):
    """What the programs were compiled for."""
    found = {context["march"] for context in contexts(folders) if "march" in context}
    if len(found) != 1:
        sys.exit("no page is written: the programs were compiled for no -march, or for several")
    return found.pop()


def name_and_title(folders):
    """The page of the instruction set that was measured: its name and title."""
    found = set()
    for context in contexts(folders):
        measured = context.get("instruction set", "")
        if "avx512" in measured:  # there are several: avx512f, avx512bw and more
            found.add(("benchmarks.md", "Benchmarks"))
        elif "avx2" in measured:  # with and without FMA
            found.add(("benchmarks_avx2.md", "Benchmarks with AVX2"))
        elif measured:
            found.add((f"benchmarks_{re.sub(r'[^a-z0-9]+', '_', measured)}.md", f"Benchmarks with {measured}"))
    if len(found) != 1:
        sys.exit("no page is written: the results are of no instruction set, or of several")
    return found.pop()


def remarks(page):
    """What somebody wrote into the page between the two marks."""
    text = page.read_text() if page.is_file() else ""
    found = re.search(r"<!-- remarks -->\n(.*?)<!-- /remarks -->", text, re.DOTALL)
    return found[1] if found else ""


def tables(measured):
    lines = []
    for compiler, folder in measured:
        rows, limits = read(folder)
        if not rows:
            continue
        peak = {network: statistics.median(all) for network, all in limits["peak"].items()}
        every = [value for all in limits["peak"].values() for value in all]
        functions = [
            f"{what} {statistics.median(v for all in limits[what].values() for v in all):.3f} ns"
            for what in ("exp", "tanh", "logistic")
        ]
        lines += [
            f"## {compiler}\n",
            f"Peak {min(every):.0f} to {max(every):.0f} GFLOP/s, median {statistics.median(every):.0f}; "
            f"xsimd per element: {', '.join(functions)}.\n",
        ]
        for kind, title in TITLES.items():
            lines += [f"{title}.\n", *table(kind, rows, peak), ""]
    return "\n".join(lines)


def main():
    arguments = sys.argv[1:]
    page = arguments[:1] == ["--page"]
    measured = [argument.split("=", 1) for argument in arguments[3 if page else 0:]]
    text = tables(measured)
    print(text)
    if page:
        folders = [folder for _, folder in measured]
        name, title = name_and_title(folders)
        arch = march(folders)
        path = Path(arguments[1], name)
        compilers = ", ".join(version(compiler) for compiler, _ in measured)
        path.write_text(PAGE.format(title=title, remarks=remarks(path), command=arguments[2], machine=machine(),
                                    compilers=compilers, march=arch, held="" if arch == "native" else HELD) + text)
        print(f"{path} is written; its remarks are those it had", file=sys.stderr)


main()
