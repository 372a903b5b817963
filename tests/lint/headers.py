"""Every header under include/ compiles alone, without a warning.

usage: headers.py <root> <compiler and arguments>
"""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

include = Path(sys.argv[1]) / "include"
command = sys.argv[2:] + ["-x", "c++", "-"]


def compile_alone(header):
    text = f'#include "{header.relative_to(include)}"\n'
    answer = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    return header, answer.returncode, answer.stderr


headers = sorted(include.rglob("*.hpp"))
with ThreadPoolExecutor(max_workers=2) as pool:
    failed = [result for result in pool.map(compile_alone, headers) if result[1] != 0]
for header, _, message in failed:
    print(f"--- {header} does not compile alone\n{message}")
print(f"{len(headers)} headers, {len(failed)} do not compile alone")
sys.exit(bool(failed))
