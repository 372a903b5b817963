"""Holds program/ and simd/ to formulas: neither may know of a layer, an activation or a loss.

usage: names.py <root>
Comments may speak of them.
"""

import re
import sys
from pathlib import Path

LAYERS = set(
    "activation attention conv conv1d conv2d convolution cross dense dropout embedding entropy"
    " layer layers loss losses mse network neuron neurons pool pooling recurrent residual softmax"
    " squared sse".split()
)
COMPOSED = set("elu gelu leaky mish relu selu silu swish".split())
# Functions that layers use, but that have an evaluation of their own: the table of elementary
# functions and their mathematics may name them.
ELEMENTARY = set("erf logistic sigmoid softplus tanh".split())

COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
INCLUDE = re.compile(r"^[ \t]*#[ \t]*include[^\n]*", re.MULTILINE)
WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")

root = Path(sys.argv[1]).resolve()
library = root / "include" / "leibniz"
problems = []
files = sorted(path for folder in ("program", "simd") for path in (library / folder).rglob("*.hpp"))
for path in files:
    name = path.relative_to(library)
    is_table = name.parts[:2] == ("simd", "math") or str(name) in (
        "simd/functions.hpp",
        "simd/math.hpp",
    )
    forbidden = LAYERS | COMPOSED | (set() if is_table else ELEMENTARY)
    code = INCLUDE.sub("", COMMENT.sub(" ", path.read_text(encoding="utf-8")))
    found = {word for word in map(str.lower, WORD.findall(code)) if word in forbidden}
    problems += [f"{path.relative_to(root)}: names {word}" for word in sorted(found)]

if not files:
    problems.append("no headers found")
print(*problems, sep="\n")
print(f"{len(files)} headers, {len(problems)} problems")
sys.exit(bool(problems))
