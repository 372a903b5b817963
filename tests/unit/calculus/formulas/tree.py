"""Formulas as tuples, what can be asked of them, and their values.

("number", Fraction)                     ("symbol", name)
("element", tensor, subscripts)          a subscript is (index, None), (index, last) for
                                         last − index, or (None, position)
("sum", terms)   ("product", factors)    ("difference", a, b)   ("quotient", a, b)
("power", base, Fraction)                ("call", function, arguments)
("select", relation, left, right, then, otherwise)
("over", index, body)                    Σ; an index is named by a letter and its extent: p3
"""

import math
import operator
from fractions import Fraction

SYMBOLS = ("x", "y", "u", "v")
SHAPES = {"a": (2,), "b": (3,), "A": (2, 3), "B": (3, 3)}
INDICES = [letter + extent for extent in "23" for letter in "pqrs"]


def extent(index):
    return int(index[1])


def children(node):
    kind = node[0]
    if kind in ("sum", "product"):
        return list(node[1])
    if kind in ("difference", "quotient"):
        return [node[1], node[2]]
    if kind == "power":
        return [node[1]]
    if kind == "call":
        return list(node[2])
    if kind == "select":
        return list(node[2:])
    return [node[2]] if kind == "over" else []


def with_children(node, new):
    kind = node[0]
    if kind in ("sum", "product"):
        return (kind, tuple(new))
    if kind in ("difference", "quotient"):
        return (kind, *new)
    if kind == "power":
        return (kind, new[0], node[2])
    if kind == "call":
        return (kind, node[1], tuple(new))
    if kind == "select":
        return (kind, node[1], *new)
    return (kind, node[1], new[0]) if kind == "over" else node


def free_indices(node):
    if node[0] == "element":
        return {index for index, _ in node[2] if index}
    found = set().union(*map(free_indices, children(node)))
    return found - {node[1]} if node[0] == "over" else found


def substitute(node, index, subscript):
    """node with an index replaced; subscript is a function from (index, last) to a subscript."""
    if node[0] == "element":
        return (*node[:2], tuple(subscript(s) if s[0] == index else s for s in node[2]))
    if node[0] == "over" and node[1] == index:
        return node
    return with_children(node, [substitute(child, index, subscript) for child in children(node)])


def size(node):
    return 1 + sum(map(size, children(node)))


def leaves(node):
    below = children(node)
    return set().union(*map(leaves, below)) if below else {node}


def position(subscript, at):
    index, last = subscript
    if index is None:
        return last
    return at[index] if last is None else last - at[index]


def place(tensor, positions):
    """The place of an element in the point of random_expressions.hpp."""
    start = {"a": 4, "b": 6, "A": 9, "B": 15}[tensor]
    flat = 0
    for here, along in zip(positions, SHAPES[tensor]):
        flat = flat * along + here
    return start + flat


def gelu(x):
    return x * math.erfc(-x / math.sqrt(2)) / 2


VALUES = {
    "exp": math.exp, "expm1": math.expm1, "log": math.log, "log1p": math.log1p,
    "sin": math.sin, "cos": math.cos, "tan": math.tan,
    "asin": math.asin, "acos": math.acos, "atan": math.atan,
    "sinh": math.sinh, "cosh": math.cosh, "tanh": math.tanh, "erf": math.erf,
    "sqrt": math.sqrt, "abs": abs, "sign": lambda x: (x > 0) - (x < 0),
    "logistic": lambda x: 1 / (1 + math.exp(-x)),
    "softplus": lambda x: max(x, 0) + math.log1p(math.exp(-abs(x))),
    "relu": lambda x: max(x, 0), "leaky_relu": lambda x: x if x > 0 else x / 100,
    "elu": lambda x: x if x > 0 else math.expm1(x),
    "silu": lambda x: x / (1 + math.exp(-x)), "gelu": gelu,
    "max": max, "min": min, "pow": lambda x, y: math.exp(y * math.log(x)),
}  # fmt: skip


HOLDS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


KINKED = {"abs", "sign", "relu", "leaky_relu", "elu", "max", "min"}


def off_the_kink(left, right, *_):
    """Near a tie the rounding decides."""
    if abs(left - right) < 1e-3:
        raise ValueError("a tie")


def value(node, point, at=None):
    """The value at a point, a list of 24 numbers; at: the positions of the bound indices."""
    at = at or {}
    kind = node[0]
    if kind == "number":
        return float(node[1])
    if kind == "symbol":
        return point[SYMBOLS.index(node[1])]
    if kind == "element":
        return point[place(node[1], [position(subscript, at) for subscript in node[2]])]
    if kind == "over":
        return sum(value(node[2], point, at | {node[1]: i}) for i in range(extent(node[1])))
    if kind == "select":
        left, right = (value(side, point, at) for side in node[2:4])
        off_the_kink(left, right)
        return value(node[4] if HOLDS[node[1]](left, right) else node[5], point, at)
    below = [value(child, point, at) for child in children(node)]
    if kind == "sum":
        return sum(below)
    if kind == "product":
        return math.prod(below)
    if kind == "difference":
        return below[0] - below[1]
    if kind == "quotient":
        return below[0] / below[1]
    if kind == "power":
        base, exponent = below[0], node[2]
        if exponent.denominator == 1:
            return base ** int(exponent)
        return math.pow(base, float(exponent))  # ValueError for a negative base
    if node[1] in KINKED:
        off_the_kink(*below, 0)
    return VALUES[node[1]](*below)


def draw(rng):
    return [rng.uniform(-2, 2) for _ in range(24)]


def agree(one, other, rng, points=6):
    """Do two formulas have the same values? A point outside a domain says nothing."""
    seen = 0
    for _ in range(10 * points):
        point = draw(rng)
        try:
            a, b = value(one, point), value(other, point)
        except (ValueError, ZeroDivisionError, OverflowError):
            continue
        if abs(a - b) > 1e-7 * max(1, abs(a), abs(b)):
            return False
        seen += 1
        if seen == points:
            return True
    raise ValueError("too few points inside the domain")


def number(value, denominator=1):
    return ("number", Fraction(value, denominator))
