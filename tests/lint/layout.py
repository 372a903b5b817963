"""The top level holds what a newcomer expects to find there, and nothing else.

usage: layout.py <root>
Names with a leading dot and build folders are free.
"""

import re
import sys
from pathlib import Path

EXPECTED = {
    "CHANGELOG.md",
    "CMakeLists.txt",
    "CMakePresets.json",
    "LICENSE",
    "README.md",
    "bench",
    "docs",
    "examples",
    "include",
    "tests",
}
IGNORED = re.compile(r"\..*|build(-.*)?|CMakeUserPresets\.json|compile_commands\.json")

found = {path.name for path in Path(sys.argv[1]).iterdir() if not IGNORED.fullmatch(path.name)}
problems = [f"missing: {name}" for name in sorted(EXPECTED - found)]
problems += [f"does not belong here: {name}" for name in sorted(found - EXPECTED)]
print(*problems, sep="\n")
sys.exit(bool(problems))
