"""The same formula written otherwise, by the equalities that the canonical form promises."""

from fractions import Fraction

from .tree import (INDICES, agree, children, extent, free_indices, number, substitute,
                   with_children)  # fmt: skip

ONE, MINUS_ONE = number(1), number(-1)


def product(*factors):
    return ("product", factors) if len(factors) > 1 else factors[0]


def total(*terms):
    return ("sum", terms) if len(terms) > 1 else terms[0]


def fraction(rng):
    return Fraction(rng.choice((-3, -2, -1, 2, 3)), rng.choice((1, 2, 3)))


def grouped(rng, kind, operands):
    """Shuffled and bracketed otherwise."""
    operands = rng.sample(operands, len(operands))
    while len(operands) > 2:
        at = rng.randrange(len(operands) - 1)
        operands[at : at + 2] = [(kind, tuple(operands[at : at + 2]))]
    return (kind, tuple(operands)) if len(operands) > 1 else operands[0]


def split(rng, node):
    """node = c·node + (1 − c)·node"""
    c = fraction(rng)
    return total(product(("number", c), node), product(("number", 1 - c), node))


def scaled(rng, node, factor):
    """factor·node, distributed where node is a sum."""
    if node[0] == "sum":
        return ("sum", tuple(scaled(rng, term, factor) for term in node[1]))
    if node[0] == "difference":
        return ("difference", scaled(rng, node[1], factor), scaled(rng, node[2], factor))
    return product(("number", factor), node)


def of_number(rng, node):
    c = fraction(rng)
    if rng.random() < 0.5:
        return total(("number", node[1] - c), ("number", c))
    return product(("number", node[1] / c), ("number", c))


def of_leaf(rng, node):
    choice = rng.randrange(3)
    if choice == 0:
        return split(rng, node)
    if choice == 1:
        return product(("power", node, Fraction(3)), ("power", node, Fraction(-2)))
    return product(node, node, ("quotient", ONE, node))


def of_sum(rng, node):
    terms = list(node[1])
    choice = rng.randrange(4)
    if choice == 0:  # a constant distributed
        c = fraction(rng)
        return product(("number", 1 / c), grouped(rng, "sum", [scaled(rng, t, c) for t in terms]))
    if choice == 1:  # something added and taken away
        extra = ("call", "sin", (rng.choice(terms),))
        return ("difference", grouped(rng, "sum", terms + [extra]), extra)
    if choice == 2:
        at = rng.randrange(len(terms))
        terms[at] = split(rng, terms[at])
    return grouped(rng, "sum", terms)


def of_difference(rng, node):
    _, a, b = node
    if rng.random() < 0.5:
        return product(MINUS_ONE, ("difference", b, a))
    return grouped(rng, "sum", [a, product(MINUS_ONE, b)])


def of_product(rng, node):
    factors = list(node[1])
    choice = rng.randrange(4)
    if choice == 0:  # a constant goes from one factor to another
        c, at = fraction(rng), rng.randrange(len(factors))
        factors[at] = scaled(rng, factors[at], c)
        return grouped(rng, "product", factors + [("number", 1 / c)])
    if choice == 1:  # two signs swapped
        sums = [i for i, f in enumerate(factors) if f[0] == "difference"]
        for i in sums[: len(sums) // 2 * 2]:
            factors[i] = ("difference", factors[i][2], factors[i][1])
    if choice == 2:
        one = rng.choice(factors)
        if one[0] != "number":
            factors += [one, ("power", one, Fraction(-1))]
    return grouped(rng, "product", factors)


def of_quotient(rng, node):
    _, a, b = node
    choice = rng.randrange(3)
    if choice == 0:
        return grouped(rng, "product", [a, ("power", b, Fraction(-1))])
    if choice == 1:
        c = fraction(rng)
        return ("quotient", scaled(rng, a, c), scaled(rng, b, c))
    return product(a, ("quotient", ONE, b))


def of_power(rng, node):
    _, base, exponent = node
    if exponent.denominator == 1 and base[0] == "difference" and rng.random() < 0.5:
        turned = ("power", ("difference", base[2], base[1]), exponent)
        return turned if exponent % 2 == 0 else product(MINUS_ONE, turned)
    if exponent.denominator == 1 and base[0] == "product" and rng.random() < 0.5:
        return grouped(rng, "product", [("power", f, exponent) for f in base[1]])
    if exponent == Fraction(1, 2) and rng.random() < 0.5:
        return ("call", "sqrt", (base,))
    if exponent < 0 and rng.random() < 0.5:
        return ("quotient", ONE, ("power", base, -exponent))
    composed = base[0] in ("power", "product", "quotient") or base[:2] == ("call", "sqrt")
    if exponent.denominator != 1 and composed:
        return node  # √(xy) is not √x·√y, so xy/√(xy) is left alone
    return grouped(rng, "product", [("power", base, exponent - 1), base])


def of_call(rng, node):
    _, function, arguments = node
    zero, (first, *rest) = number(0), arguments
    if function == "sqrt":
        return ("power", first, Fraction(1, 2))
    if function == "relu":
        return ("select", "<=", first, zero, zero, first)
    if function == "leaky_relu":
        return ("select", "<=", first, zero, product(number(1, 100), first), first)
    if function == "elu":
        return ("select", "<=", first, zero, ("call", "expm1", arguments), first)
    if function == "abs":
        return ("select", "<", first, zero, product(MINUS_ONE, first), first)
    if function == "max":
        return ("select", "<", rest[0], first, first, rest[0])
    if function == "min":
        return ("select", "<", first, rest[0], first, rest[0])
    if function == "silu":
        return product(("call", "logistic", arguments), first)
    if function == "pow":
        return ("call", "exp", (product(("call", "log", (first,)), rest[0]),))
    return split(rng, node) if rng.random() < 0.3 else node


def of_select(rng, node):
    if rng.random() < 0.5:
        return split(rng, node)
    return ("select", {"<": ">", "<=": ">="}[node[1]], node[3], node[2], *node[4:])


def of_over(rng, node):
    _, index, body = node
    choice = rng.randrange(5)
    if choice == 0 and body[0] == "over":  # the order of two Σ
        return ("over", body[1], ("over", index, body[2]))
    if choice == 1 and body[0] == "sum":
        return grouped(rng, "sum", [("over", index, term) for term in body[1]])
    if choice == 2 and body[0] == "product":
        free = [f for f in body[1] if index not in free_indices(f)]
        held = [f for f in body[1] if index in free_indices(f)]
        if free and held:
            return grouped(rng, "product", free + [("over", index, product(*held))])
    last = extent(index) - 1
    if choice == 3:  # the values of an index in reverse order
        turned = {None: last, last: None}
        return ("over", index, substitute(body, index, lambda s: (index, turned[s[1]])))
    others = [name for name in INDICES if extent(name) == extent(index) and not bound_in(body, name)]
    others = [name for name in others if name not in free_indices(body)]
    if not others:
        return node
    other = rng.choice(others)
    return ("over", other, substitute(body, index, lambda s: (other, s[1])))


def bound_in(node, index):
    return (node[0] == "over" and node[1] == index) or any(
        bound_in(child, index) for child in children(node)
    )


RULES = {
    "number": of_number, "symbol": of_leaf, "element": of_leaf, "sum": of_sum,
    "difference": of_difference, "product": of_product, "quotient": of_quotient, "power": of_power,
    "call": of_call, "select": of_select, "over": of_over,
}  # fmt: skip


def rewritten(rng, node):
    below = children(node)
    if below:
        node = with_children(node, [rewritten(rng, child) for child in below])
    likely = 0.15 if node[0] in ("number", "symbol", "element") else 0.7
    return RULES[node[0]](rng, node) if rng.random() < likely else node


def rewrite(rng, formula):
    """An equal formula; that it has the same values is checked."""
    while True:
        other = rewritten(rng, formula)
        if other != formula:
            if not agree(formula, other, rng):
                raise AssertionError(f"the rules do not keep the values:\n{formula}\n{other}")
            return other
