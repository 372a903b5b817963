"""Compiles a wrong program and holds the compiler's answer to the one the program expects.

usage: error_test.py <source> -- <compiler and arguments>
One of the first ten lines of the source reads `// expected: <regular expression>`. The compiler
must fail with exactly one line containing `error:`, and that line must match.
"""

import os
import re
import subprocess
import sys

separator = sys.argv.index("--")
source = sys.argv[1:separator][0]
command = sys.argv[separator + 1 :] + ["-w", "-fno-diagnostics-color", source]

with open(source, encoding="utf-8") as text:
    head = [line.rstrip("\n") for _, line in zip(range(10), text)]
expected = [line.split("expected:", 1)[1].strip() for line in head if "// expected:" in line]
if len(expected) != 1 or not expected[0]:
    sys.exit(f"{source}: the first ten lines need one comment `// expected: <regex>`")

environment = os.environ | {"LC_ALL": "C"}
answer = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
errors = [line for line in answer.stderr.splitlines() if "error:" in line]
print("expected:", expected[0])
for line in errors:
    print("compiler:", line)

if answer.returncode == 0:
    sys.exit("the program compiles")
if len(errors) != 1:
    sys.exit(f"{len(errors)} error lines in place of one; all the compiler said:\n{answer.stderr}")
if not re.search(expected[0], errors[0]):
    sys.exit(f"the error is not the expected one; all the compiler said:\n{answer.stderr}")
