"""What the compiler is asked for: seconds, memory, object size, templates and the longest symbol of
programs that grow in width, depth, weights, kind and order of differentiation.

usage: python3 bench/compile [--quick | --reduced] [--compiler <name>]... [--group <name>]... [--runs N]
                             [--write-docs] [--json <file>] [--from <file>]
--quick       the headers, three networks, and little else: below two minutes
--reduced     fewer widths and depths, one run of each: about half an hour
--write-docs  writes docs/reference/compile_time.md and its plots
--json        writes the results; --from reads them again in place of measuring
"""

import argparse
import json
import os
import shutil
import sys
from pathlib import Path

from measure import ROOT, Compiler, Failed, load, measure, processor
from page import GROUPS, PLOTS, page, table
from peers import PEERS
from plot import svg
from programs import DEPTHS, HEADERS, KINDS, NAMED, ORDERS, TREES, WEIGHTS, WIDTHS, XSIMD, Case

XSIMD_ALONE = Case("headers", "<xsimd/xsimd.hpp>", XSIMD, needs="xsimd/xsimd.hpp")
ALL = (XSIMD_ALONE, *HEADERS, *NAMED, *WIDTHS, *DEPTHS, *WEIGHTS, *KINDS, *ORDERS, *TREES, *PEERS)


def chosen_cases(chosen):
    cases = [case for case in ALL if not chosen.group or case.group in chosen.group]
    if chosen.quick:
        return [case for case in cases if case.group in ("headers", "named")
                or case.group == "depth" and case.at in (1, 2)]
    if chosen.reduced:
        return [case for case in cases
                if (case.group != "width" or case.at in (8, 32, 128, 512, 4096))
                and (case.group != "depth" or case.at in (1, 2, 4, 8, 64)) and (case.group != "trees" or case.at <= 65)]
    return cases


def sweep(compilers, cases, runs):
    rows, given_up, known = [], set(), {}
    for case in cases:
        for compiler in compilers:
            if not compiler.has(case):
                print(f"left out: {case.name}, <{case.needs}> was not found", file=sys.stderr)
                continue
            row = {"group": case.group, "case": case.name, "at": case.at, "parameters": case.parameters,
                   "compiler": compiler.name, "version": compiler.version}
            if (compiler.name, case.group) in given_up:  # the next one is larger still
                row["failed"] = "not tried: a smaller one was given up"
            elif (compiler.name, case.source) in known:  # the same program in another table
                row = {**known[compiler.name, case.source], **{key: row[key] for key in ("group", "case", "at")}}
            else:
                try:
                    row = known[compiler.name, case.source] = measure(compiler, case, runs)
                except Failed as failure:
                    row["failed"] = str(failure)
                    if "given up" in row["failed"]:
                        given_up.add((compiler.name, case.group))
            rows.append(row)
            print(table([row]).splitlines()[-1], flush=True)
    return rows


def draw(rows):
    """The plots, by group."""
    found = {}
    for group, across in PLOTS.items():
        series = {}
        for row in rows:
            if row["group"] == group and "seconds" in row:
                series.setdefault(f"{row['compiler']} {row['version'].split('.')[0]}", []).append(
                    (row["at"], row["seconds"]))
        picture = svg(f"{GROUPS[group][0]}", across, "processor time, s", series) if series else None
        if picture:
            found[group] = picture
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--reduced", action="store_true")
    parser.add_argument("--compiler", action="append")
    parser.add_argument("--group", action="append", choices=list(GROUPS))
    parser.add_argument("--runs", type=int)
    parser.add_argument("--write-docs", action="store_true")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--from", dest="earlier", type=Path)
    chosen = parser.parse_args()
    result = json.loads(chosen.earlier.read_text()) if chosen.earlier else measured(chosen)
    if chosen.json:
        chosen.json.write_text(json.dumps(result, indent=1) + "\n")
    if chosen.write_docs:
        write_docs(result)


def measured(chosen):
    names = chosen.compiler or [name for name in ("g++", "clang++-19") if shutil.which(name)]
    compilers = [Compiler([name]) for name in names]
    runs = chosen.runs or (1 if chosen.quick or chosen.reduced else 3)
    before = load()
    print(table([]))
    rows = sweep(compilers, chosen_cases(chosen), runs)
    words = sys.argv[1:]
    if chosen.json:  # where the file lies is no matter of the page
        at = words.index("--json")
        del words[at:at + 2]
    command = " ".join(["python3 bench/compile", *words])
    reduced = "A reduced sweep: fewer widths and depths than the full one." if chosen.reduced or chosen.quick else ""
    return {"command": command, "rows": rows,
              "machine": {"processor": processor(), "processors": os.cpu_count(), "runs": runs,
                          "compilers": {one.name: one.version for one in compilers},
                          "load_before": before, "load_after": load(), "reduced": reduced}}


def write_docs(result):
    folder, plots = ROOT / "docs" / "reference", {}
    for group, picture in draw(result["rows"]).items():
        plots[group] = f"compile_time_{group}.svg"
        (folder / plots[group]).write_text(picture)
    (folder / "compile_time.md").write_text(page(result, plots))


main()
