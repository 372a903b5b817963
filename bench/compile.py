#!/usr/bin/env python3
"""What the compiler is asked for: seconds, memory and object size of one translation unit with
loss, gradient and training. Usage: compile.py [--compiler g++]... [--runs 3]"""
import argparse
import os
import subprocess
import tempfile
import time
from pathlib import Path

root = Path(__file__).resolve().parent.parent
program = """#include <leibniz/leibniz.hpp>
namespace lz = leibniz;
inline constexpr auto net = lz::network<"net">({layers});
lz::training_report learn(lz::model<float, net>& model, lz::samples_view<float> const& set) {{
    return lz::train(model, set, lz::adam{{}}, {{.epochs = 10, .batch = 32}});
}}
"""


def layers(widths, hidden):
    parts = [f"lz::input<{widths[0]}>"]
    parts += [f"lz::dense<{width}>(lz::{hidden})" for width in widths[1:-1]]
    return ", ".join(parts + [f"lz::dense<{widths[-1]}>(lz::logistic)"])


def measure(compiler, source, runs):
    seconds, memory = [], 0
    with tempfile.TemporaryDirectory() as folder:
        unit, result = Path(folder, "unit.cpp"), Path(folder, "unit.o")
        unit.write_text(source)
        command = [compiler, "-std=c++20", "-O2", f"-I{root}/include", "-c", unit, "-o", result]
        for _ in range(runs):
            before = time.monotonic()
            child = subprocess.Popen(command)
            _, status, usage = os.wait4(child.pid, 0)
            if status:
                raise SystemExit(f"{compiler} failed")
            seconds.append((usage.ru_utime + usage.ru_stime, time.monotonic() - before))
            memory = max(memory, usage.ru_maxrss)
        size = result.stat().st_size
    seconds.sort()
    return *seconds[len(seconds) // 2], memory / 1024, size / 1024


arguments = argparse.ArgumentParser(description=__doc__)
arguments.add_argument("--compiler", action="append")
arguments.add_argument("--runs", type=int, default=3)
chosen = arguments.parse_args()

print(f"{'compiler':<12}{'unit':<16}{'cpu s':>8}{'wall s':>8}{'MB':>8}{'object kB':>11}")
for compiler in chosen.compiler or ["g++"]:
    time_of = {}
    for name, source in [
        ("header alone", "#include <leibniz/leibniz.hpp>\n"),
        ("2-4-1", program.format(layers=layers([2, 4, 1], "logistic"))),
        ("16-64-64-8", program.format(layers=layers([16, 64, 64, 8], "tanh"))),
        ("512-128-10", program.format(layers=layers([512, 128, 10], "relu"))),
        ("784-128-10", program.format(layers=layers([784, 128, 10], "relu"))),
    ]:
        cpu, wall, memory, size = measure(compiler, source, chosen.runs)
        time_of[name] = cpu
        print(f"{compiler:<12}{name:<16}{cpu:8.2f}{wall:8.2f}{memory:8.0f}{size:11.0f}")
    ratio = time_of["784-128-10"] / time_of["512-128-10"]
    print(f"{compiler:<12}784-128-10 takes {ratio:.2f} times as long as 512-128-10")
