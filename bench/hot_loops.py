#!/usr/bin/env python3
"""Prints the innermost loops of a program that multiply and add most: hot_loops.py <program> [how many].

A loop is what lies between a jump backwards and its target, without another such jump inside. For each
one: the function it is in, how often it multiplies and adds, loads, broadcasts and moves vectors to and
from the stack, and its instructions.
"""
import re
import subprocess
import sys


def instructions(program):
    text = subprocess.run(["objdump", "-d", "--no-show-raw-insn", "-C", program],
                          capture_output=True, text=True, check=True).stdout
    function = ""
    for line in text.splitlines():
        if match := re.match(r"[0-9a-f]+ <(.*)>:$", line):
            function = match[1]
        elif match := re.match(r"\s*([0-9a-f]+):\s+(\S+)\s*(.*)$", line):
            yield int(match[1], 16), match[2], match[3], function


def loops(program):
    code = list(instructions(program))
    position = {address: at for at, (address, *_) in enumerate(code)}
    for at, (address, operation, operands, function) in enumerate(code):
        target = re.match(r"([0-9a-f]+)\b", operands) if operation.startswith("j") else None
        if not target or not position.get(int(target[1], 16), at) < at:
            continue
        body = code[position[int(target[1], 16)]:at + 1]
        if not any(line[1].startswith("j") for line in body[:-1]) and len(body) < 200:
            yield function, body


def main():
    program, wanted = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3
    found = []
    for function, body in loops(program):
        fused = sum(bool(re.match(r"vfn?m(add|sub)", line[1])) for line in body)
        found.append((fused, function, body))
    found.sort(key=lambda loop: -loop[0])
    for fused, function, body in found[:wanted]:
        spilled = sum("(%rsp)" in line[2] or "(%rbp)" in line[2] for line in body)
        broadcasts = sum("broadcast" in line[1] for line in body)
        loads = sum(line[1].startswith("vmov") and "(" in line[2] for line in body) - spilled
        print(f"{function[:150]}\n  {fused} multiply-adds, {loads} loads of vectors, "
              f"{broadcasts} broadcasts, {spilled} times the stack, {len(body)} instructions")
        for _, operation, operands, _ in body:
            print(f"    {operation:<14}{re.sub(r'<.*>', '', operands).strip()}".rstrip())
        print()


if __name__ == "__main__":
    main()
