"""Holds what the compiler is asked for to a baseline, in counts that are the same on every machine:
template specialisations, bytes of code and data for x86-64-v3, and the longest symbol.

usage: gate.py [--rewrite | --mutant] <compiler> [<flag of an include folder>...]
--rewrite puts what is counted now into baseline.json; the changelog then says what moved and why.
--mutant shows that the gate closes: a header with about a seventh more of everything must be refused.
Ends with 77 where the baseline is of another major version of the compiler.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "bench" / "compile"))
from measure import Compiler, Failed, counts  # noqa: E402
from programs import HEADERS, NAMED  # noqa: E402

BASELINE = HERE / "baseline.json"
MORE = 0.03  # how far a count may rise above its baseline
LONGEST_SYMBOL = 4096  # and this, whatever the baseline says
FLAGS = ("-march=x86-64-v3",)


def compare(name, now, before):
    """What is too much, and what has become less by as much as would be refused as more."""
    worse, better = [], []
    if now["symbol"] >= LONGEST_SYMBOL:
        worse.append(f"{name}: the longest symbol has {now['symbol']} characters, not below {LONGEST_SYMBOL}")
    for what in sorted(now.keys() | before.keys()):
        if what not in now or what not in before:
            worse.append(f"{name}: {what} is not in both the baseline and the count")
            continue
        change = now[what] / before[what] - 1 if before[what] else float(now[what] > 0)
        line = f"{name}: {what} {before[what]} -> {now[what]} ({change:+.1%})"
        if change > MORE:
            worse.append(line)
        elif change < -MORE:
            better.append(line)
    return worse, better


def show(name, now):
    print(f"{name:<24}" + "  ".join(f"{what} {value}" for what, value in now.items()), flush=True)


def rewrite(compiler, everything):
    programs = {}
    for case in (*HEADERS, *NAMED):
        programs[case.name] = counts(compiler, case, FLAGS)
        show(case.name, programs[case.name])
    everything[compiler.name] = {"version": compiler.version, "programs": programs}
    BASELINE.write_text(json.dumps(everything, indent=2, sort_keys=True) + "\n")
    return 0


def check(compiler, baseline):
    worse, better = [], []
    for case in (*HEADERS, *NAMED):
        now = counts(compiler, case, FLAGS)
        show(case.name, now)
        more, less = compare(case.name, now, baseline["programs"].get(case.name, {}))
        worse += more
        better += less
    for line in worse:
        print(f"too much: {line}")
    for line in better:
        print(f"baseline: can be lowered, {line}")
    if worse and compiler.version != baseline["version"]:
        print(f"note: the baseline is of {compiler.name} {baseline['version']}, this is {compiler.version}")
    return bool(worse)


# Raises each of the counts: classes, functions that leave no code, a table of bytes, and a function
# whose one argument has a long name.
MUTANT = """#pragma once
#include_next <leibniz/leibniz.hpp>
namespace mutant {{
template <int> struct type {{}};
template <int N> constexpr int function() {{ return N; }}
template <int... N> constexpr int all(std::integer_sequence<int, N...>) {{
    return ((static_cast<int>(sizeof(type<N>)) + function<N>()) + ... + 0);
}}
{blocks}
extern unsigned char const table[{size}];
unsigned char const table[{size}] = {{1}};
struct {long_name} {{}};
void named({long_name}) {{}}
}} // namespace mutant
"""


def mutant(compiler, baseline):
    case = NAMED[0]
    before = baseline["programs"][case.name]
    # A seventh more, because a count may stand 3 % below its baseline; in blocks, because a
    # fold expression is nested.
    more = int(0.14 * max(value for key, value in before.items() if key not in ("object", "symbol")))
    blocks = "\n".join(
        f"static_assert(all(std::integer_sequence<int, {', '.join(str(n) for n in range(at, at + 100))}>{{}}) > 0);"
        for at in range(0, more, 100))
    with tempfile.TemporaryDirectory() as folder:
        header = Path(folder, "leibniz", "leibniz.hpp")
        header.parent.mkdir()
        header.write_text(MUTANT.format(blocks=blocks, size=int(0.14 * before["object"]),
                                        long_name="n" * LONGEST_SYMBOL))
        compiler.extra = (f"-I{folder}", *compiler.extra)
        now = counts(compiler, case, FLAGS)
    show(case.name, now)
    worse, _ = compare(case.name, now, before)
    passed = [what for what in before if not any(f" {what} {before[what]} ->" in line for line in worse)]
    if not any("the longest symbol has" in line for line in worse):
        passed.append("the limit of the symbol")
    print(*worse, sep="\n")
    print(*(f"not refused: {what}" for what in passed), sep="\n")
    return bool(passed)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rewrite", action="store_true")
    parser.add_argument("--mutant", action="store_true")
    parser.add_argument("compiler")
    chosen, flags = parser.parse_known_args()
    compiler = Compiler([chosen.compiler], tuple(flags))
    everything = json.loads(BASELINE.read_text()) if BASELINE.exists() else {}
    if chosen.rewrite:
        return rewrite(compiler, everything)
    baseline = everything.get(compiler.name)
    if baseline is None:
        print(f"no baseline for {compiler.name}: gate.py --rewrite {chosen.compiler} writes one")
        return 1
    if compiler.major != baseline["version"].split(".")[0]:
        print(f"not run: the baseline is of {compiler.name} {baseline['version']}, this is {compiler.version};"
              f" another major version counts otherwise")
        return 77
    return (mutant if chosen.mutant else check)(compiler, baseline)


try:
    sys.exit(main())
except Failed as failure:
    print(f"the compiler failed: {failure}")
    sys.exit(1)
