"""Runs a program if the machine has the instruction set it was built for.

usage: run_if_able.py <set> <needed cpu flags, ;-separated> <program> [arguments]
Ends with 77, which CTest counts as skipped, if a flag is missing. Where the system does not tell
(no /proc/cpuinfo) the program is run.
"""

import os
import re
import sys

instruction_set, needed, *command = sys.argv[1:]
try:
    with open("/proc/cpuinfo", encoding="utf-8") as cpuinfo:
        found = re.search(r"^flags\s*:(.*)$", cpuinfo.read(), re.MULTILINE)
except OSError:
    found = None
if found and not set(needed.split(";")) <= set(found[1].split()):
    print(f"not run: {instruction_set} (this machine lacks it)")
    sys.exit(77)
os.execv(command[0], command)
