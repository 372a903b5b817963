"""Formulas that look much like a given one and are not equal to it."""

from fractions import Fraction

from .tree import SYMBOLS, agree, children, with_children

ALIKE = [("sin", "cos"), ("tanh", "atan", "erf"), ("exp", "expm1"), ("sinh", "cosh"), ("max", "min"),
         ("relu", "abs"), ("elu", "leaky_relu"), ("silu", "gelu"), ("asin", "acos"),
         ("logistic", "softplus"), ("log", "log1p")]  # fmt: skip


def mutated_here(rng, node):
    """A change at the top of node, or None where there is none to make."""
    kind = node[0]
    if kind == "number":
        return ("number", node[1] + rng.choice((1, -1, Fraction(1, 2))))
    if kind == "symbol":
        return ("symbol", rng.choice([name for name in SYMBOLS if name != node[1]]))
    if kind == "element" and len(node[2]) == 2 and node[1] == "B":
        return (*node[:2], node[2][::-1])
    if kind == "sum":
        changed = rng.randrange(len(node[1]))
        minus = ("number", Fraction(-1))
        return ("sum", tuple(("product", (minus, t)) if i == changed else t
                             for i, t in enumerate(node[1])))  # fmt: skip
    if kind == "product":
        return ("product", (*node[1], rng.choice(node[1])))
    if kind in ("difference", "quotient"):
        return (kind, node[2], node[1])
    if kind == "power" and node[2].denominator == 1:
        return (*node[:2], node[2] + (1 if node[2] != -1 else 2))
    if kind == "call":
        for group in ALIKE:
            if node[1] in group:
                return (kind, rng.choice([name for name in group if name != node[1]]), node[2])
    if kind == "select":
        return (*node[:4], node[5], node[4])
    return None


def mutated_somewhere(rng, node):
    below = children(node)
    if below and rng.random() < 0.8:
        changed = rng.randrange(len(below))
        inner = mutated_somewhere(rng, below[changed])
        if inner is not None:
            return with_children(node, below[:changed] + [inner] + below[changed + 1 :])
    return mutated_here(rng, node)


def mutate(rng, formula):
    """One change somewhere in the formula, after which it has other values; None where none of many
    changes does that (a sign of something positive, say)."""
    for _ in range(100):
        changed = mutated_somewhere(rng, formula)
        try:
            if changed is not None and not agree(formula, changed, rng):
                return changed
        except (ValueError, OverflowError):
            continue
    return None
