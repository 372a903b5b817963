"""Holds the includes to the library's layers, and each file to its size.

usage: includes.py <root>
"""

import re
import sys
from pathlib import Path

# The table of the design: what each folder under include/leibniz/ may include besides itself.
# Headers directly under include/leibniz/ are umbrellas and may include everything.
LAYERS = {
    "meta": set(),
    "expr": {"meta"},
    "calculus": {"expr", "meta"},
    "network": {"calculus", "expr", "meta"},
    "program": {"expr", "meta"},
    "scalar": {"program", "expr", "meta"},
    "simd": {"program", "expr", "meta"},
    "training": {"simd", "scalar", "program", "network", "calculus", "expr", "meta"},
    "print": {"network", "calculus", "expr"},
}
LAYERS["io"] = {"training"} | LAYERS["training"]  # not print: only testing reads it
LAYERS["testing"] = {"training", "print"} | LAYERS["training"]

STREAMS = {"iostream", "fstream", "sstream"}
LONGEST = 400
# Libraries besides Hana and xsimd, each in the one header of an optional part that needs it.
OPTIONAL = {"boost/iostreams/": "io/idx.hpp"}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:<([^>]+)>|"([^"]+)")', re.MULTILINE)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)

root = Path(sys.argv[1]).resolve()
include = root / "include"
library = include / "leibniz"
problems = []


def complain(path, what):
    problems.append(f"{path.relative_to(root)}: {what}")


def folder_of(header):
    """The layer a header belongs to; None for an umbrella."""
    parts = header.relative_to(library).parts
    return parts[0] if len(parts) > 1 else None


def own_header(path, name, quoted):
    """The file of ours an include names, or None if it names another library's."""
    beside = (path.parent / name).resolve()
    if quoted and beside.is_file():
        return beside
    return include / name if quoted or name.startswith("leibniz/") else None


def check_own(path, name, target):
    if not target.is_file():
        complain(path, f"includes {name}, which does not exist")
        return
    layer, wanted = folder_of(path), folder_of(target)
    if layer is None or layer == wanted or layer not in LAYERS:
        return
    if wanted is None:
        complain(path, f"includes the umbrella {name}")
    elif wanted not in LAYERS[layer]:
        complain(path, f"includes {name}, but {layer}/ may not include {wanted}/")


def check_foreign(path, name):
    layer = folder_of(path)
    if name in STREAMS and layer != "io":
        complain(path, f"includes <{name}>, which only io/ may")
    if name == "boost/hana.hpp":
        complain(path, "includes all of Hana; name the headers it needs")
    elif any(name.startswith(part) and path == library / header for part, header in OPTIONAL.items()):
        return
    elif name.startswith("boost/") and not name.startswith("boost/hana/"):
        complain(path, f"includes <{name}>; of Boost the library uses Hana alone")


def check_header(path, code):
    """Checks one header of the library; answers the headers of ours it includes."""
    layer, targets, seen = folder_of(path), set(), set()
    if layer is not None and layer not in LAYERS:
        complain(path, f"lies in a folder unknown to {Path(__file__).name}: {layer}/")
    if "#pragma once" not in code:
        complain(path, "has no #pragma once")
    if "xsimd" in code and layer != "simd":
        complain(path, "names xsimd, which only simd/ may")
    for bracketed, quoted in INCLUDE.findall(code):
        name = bracketed or quoted
        target = own_header(path, name, bool(quoted))
        if (target or name) in seen:
            complain(path, f"includes {name} twice")
        seen.add(target or name)
        if target is None:
            check_foreign(path, name)
        else:
            check_own(path, name, target)
            targets.add(target)
    return targets


headers = sorted(include.rglob("*.hpp"))
included = set()
for header in headers:
    included |= check_header(header, COMMENT.sub(" ", header.read_text(encoding="utf-8")))
# Besides io/, what a user includes beside the umbrella.
included.add(library / "training/parallel.hpp")
for header in headers:
    if header not in included and folder_of(header) not in (None, "io"):
        complain(header, "is included by no other header")

for folder in ("include", "tests", "examples", "bench"):
    for path in sorted((root / folder).rglob("*.[ch]pp")):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > LONGEST:
            complain(path, f"has {lines} lines, more than {LONGEST}")

print(*problems, sep="\n")
print(f"{len(headers)} headers, {len(problems)} problems")
sys.exit(bool(problems))
