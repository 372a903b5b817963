"""Random formulas that have a value wherever their symbols lie between −2 and 2.

Every formula is built together with bounds of its value and of its slope, and what is about to leave
a function's domain, or to grow, is led through a bounded function first.
"""

from fractions import Fraction

from .tree import (INDICES, SHAPES, SYMBOLS, agree, extent, free_indices, leaves, number, place,
                   size)  # fmt: skip

LARGEST, STEEPEST, BIGGEST = 40.0, 2000.0, 45

# Arguments each function is for, and a bound of |f| and |f′| there.
ANY, SMALL, POSITIVE = (-40.0, 40.0), (-3.0, 3.0), (0.2, 40.0)
FUNCTIONS = {
    "exp": (SMALL, 20.1, 20.1), "expm1": (SMALL, 19.1, 20.1),
    "log": (POSITIVE, 3.7, 5.0), "log1p": ((-0.8, 40.0), 3.8, 5.0), "sqrt": (POSITIVE, 6.4, 1.2),
    "sin": (ANY, 1.0, 1.0), "cos": (ANY, 1.0, 1.0), "tan": ((-1.2, 1.2), 2.6, 7.7),
    "asin": ((-0.9, 0.9), 1.2, 2.3), "acos": ((-0.9, 0.9), 2.7, 2.3), "atan": (ANY, 1.6, 1.0),
    "sinh": (SMALL, 10.1, 10.1), "cosh": (SMALL, 10.1, 10.1), "tanh": (ANY, 1.0, 1.0),
    "erf": (ANY, 1.0, 1.13), "logistic": (ANY, 1.0, 0.25), "softplus": (ANY, 41.0, 1.0),
    "abs": (ANY, 40.0, 1.0), "sign": (ANY, 1.0, 0.0), "relu": (ANY, 40.0, 1.0),
    "leaky_relu": (ANY, 40.0, 1.0), "elu": (ANY, 40.0, 1.0), "silu": (ANY, 40.0, 1.2),
    "gelu": (ANY, 40.0, 1.2),
}  # fmt: skip
RISING = {"exp", "expm1", "log", "log1p", "sqrt", "logistic", "softplus", "relu"}
NOT_NEGATIVE = {"sqrt", "cosh", "abs", "relu", "softplus", "logistic", "exp"}
EXPONENTS = [Fraction(n, d) for n, d in
             ((2, 1), (2, 1), (3, 1), (4, 1), (-1, 1), (-2, 1), (-3, 1), (1, 2), (1, 2), (-1, 2),
              (3, 2), (-3, 2), (1, 3), (2, 3), (-1, 3), (5, 2))]  # fmt: skip


class Bounded:
    """A formula with low ≤ value ≤ high, a bound of its slope, and the Σ that may merge in it."""

    def __init__(self, node, low, high, slope, sums=0):
        self.node, self.low, self.high, self.slope, self.sums = node, low, high, slope, sums

    @property
    def largest(self):
        return max(abs(self.low), abs(self.high))


def squash(rng, one, low, high):
    """one, led into low … high where it is not already there."""
    if low <= one.low and one.high <= high:
        return one
    if low <= 0.25 and high > 6 and one.largest < 3 and low > 0:  # a positive range: ¼ + u²
        node = ("sum", (number(1, 4), ("power", one.node, Fraction(2))))
        slope = 2 * one.largest * one.slope
        return Bounded(node, 0.25, 0.25 + one.largest**2, slope, 2 * one.sums)
    top = min(high, max(low + 2, 2.0))
    middle, reach = Fraction((low + top) / 2).limit_denominator(4), (top - low) / 2
    reach = Fraction(min(reach, float(middle) - low, top - float(middle))).limit_denominator(8)
    reach = max(reach - Fraction(1, 8), Fraction(1, 4))
    inner = ("call", rng.choice(("sin", "tanh", "erf")), (one.node,))
    node = ("sum", (("number", middle), ("product", (("number", reach), inner))))
    return Bounded(node, float(middle - reach), float(middle + reach), 1.13 * float(reach) * one.slope)


def small_number(rng):
    return Fraction(rng.choice((-5, -3, -2, -1, 1, 2, 3, 4, 5)), rng.choice((1, 1, 1, 2, 3)))


class Generator:
    def __init__(self, rng):
        self.rng = rng
        self.bound = []

    def leaf(self):
        rng = self.rng
        fitting = [t for t, shape in SHAPES.items()
                   if any(extent(i) in shape for i in self.bound)]  # fmt: skip
        if fitting and rng.random() < 0.6 or rng.random() < 0.1:
            tensor = rng.choice(fitting or list(SHAPES))
            return Bounded(("element", tensor, tuple(map(self.subscript, SHAPES[tensor]))), -2, 2, 1)
        if rng.random() < 0.2:
            value = small_number(rng)
            return Bounded(("number", value), float(value), float(value), 0)
        return Bounded(("symbol", rng.choice(SYMBOLS)), -2, 2, 1)

    def subscript(self, along):
        fitting = [index for index in self.bound if extent(index) == along]
        if not fitting or self.rng.random() < 0.1:
            return (None, self.rng.randrange(along))
        return (self.rng.choice(fitting), along - 1 if self.rng.random() < 0.2 else None)

    def build(self, depth):
        if depth <= 1:
            return self.leaf()
        kinds = ("add", "add", "times", "times", "subtract", "divide", "raise_", "call", "call",
                 "call", "call", "choose", "over", "over", "pair")  # fmt: skip
        one = getattr(self, self.rng.choice(kinds))(depth - 1)
        if one.largest > LARGEST or one.slope > STEEPEST or one.sums > 3:
            return self.leaf()
        return one

    def several(self, depth):
        return [self.build(self.rng.choice((depth, max(1, depth - 2))))
                for _ in range(self.rng.choice((2, 2, 3)))]  # fmt: skip

    def add(self, depth):
        terms = self.several(depth)
        return Bounded(("sum", tuple(t.node for t in terms)), sum(t.low for t in terms),
                       sum(t.high for t in terms), sum(t.slope for t in terms),
                       max(t.sums for t in terms))  # fmt: skip

    def times(self, depth):
        factors = self.several(depth)
        result = factors[0]
        for f in factors[1:]:
            corners = [a * b for a in (result.low, result.high) for b in (f.low, f.high)]
            slope = result.slope * f.largest + result.largest * f.slope
            result = Bounded(None, min(corners), max(corners), slope, result.sums + f.sums)
        result.node = ("product", tuple(f.node for f in factors))
        return result

    def subtract(self, depth):
        a, b = self.build(depth), self.build(max(1, depth - 1))
        return Bounded(("difference", a.node, b.node), a.low - b.high, a.high - b.low,
                       a.slope + b.slope, max(a.sums, b.sums))  # fmt: skip

    def divide(self, depth):
        a, b = self.build(depth), self.positive(max(1, depth - 1))
        most = a.largest / b.low
        return Bounded(("quotient", a.node, b.node), -most if a.low < 0 else 0.0, most,
                       a.slope / b.low + most / b.low * b.slope, a.sums + b.sums)  # fmt: skip

    def positive(self, depth):
        return squash(self.rng, self.build(depth), *POSITIVE)

    def raise_(self, depth):
        exponent = self.rng.choice(EXPONENTS)
        if exponent > 0 and exponent.denominator == 1:
            base = squash(self.rng, self.build(depth), -3.0, 3.0)
        else:
            base = squash(self.rng, self.build(depth), 0.2, 6.0)
        if base.node[0] == "number":
            base = Bounded(("symbol", "x"), -2, 2, 1)
            if exponent <= 0 or exponent.denominator != 1:
                base = squash(self.rng, base, 0.2, 6.0)
        r = float(exponent)
        if r > 0:
            least = min(base.low ** int(r), 0.0) if base.low < 0 else base.low**r
            most = base.largest**r
            slope = r * base.slope * (base.largest ** (r - 1) if r > 1 else base.low ** (r - 1))
        else:
            least, most = base.high**r, base.low**r
            slope = -r * base.slope * base.low ** (r - 1)
        copies = int(exponent) if exponent.denominator == 1 and exponent > 0 else 1
        return Bounded(("power", base.node, exponent), least, most, slope, copies * base.sums)

    def call(self, depth):
        function = self.rng.choice(list(FUNCTIONS))
        domain, most, slope = FUNCTIONS[function]
        argument = squash(self.rng, self.build(depth), *domain)
        low = 0.0 if function in NOT_NEGATIVE else -most
        return Bounded(("call", function, (argument.node,)), low,
                       min(most, argument.largest + 1) if domain == ANY else most,
                       slope * argument.slope)  # fmt: skip

    def pair(self, depth):
        function = self.rng.choice(("max", "min", "pow"))
        if function != "pow":
            a, b = self.build(depth), self.build(depth)
            return Bounded(("call", function, (a.node, b.node)), min(a.low, b.low),
                           max(a.high, b.high), max(a.slope, b.slope))  # fmt: skip
        base = squash(self.rng, self.build(depth), 0.2, 6.0)
        exponent = squash(self.rng, self.build(max(1, depth - 1)), -2.0, 2.0)
        if exponent.node[0] == "number":
            exponent = Bounded(("symbol", "y"), -2, 2, 1)
        most = max(base.high, 1 / base.low) ** 2
        slope = most * (1.8 * exponent.slope + 2 / base.low * base.slope)
        return Bounded(("call", "pow", (base.node, exponent.node)), 0.0, most, slope)

    def choose(self, depth):
        left, right = self.build(max(1, depth - 1)), self.build(1)
        then, otherwise = self.build(depth), self.build(max(1, depth - 1))
        node = ("select", self.rng.choice(("<", "<=")), left.node, right.node, then.node,
                otherwise.node)  # fmt: skip
        return Bounded(node, min(then.low, otherwise.low), max(then.high, otherwise.high),
                       max(then.slope, otherwise.slope))  # fmt: skip

    def over(self, depth):
        unused = [index for index in INDICES if index not in self.bound]
        index = self.rng.choice(unused)
        self.bound.append(index)
        body = self.build(depth)
        if index not in free_indices(body.node):
            tensor = "a" if extent(index) == 2 else "b"
            own = Bounded(("element", tensor, ((index, None),)), -2, 2, 1)
            body = Bounded(("product", (own.node, body.node)), -2 * body.largest, 2 * body.largest,
                           body.largest + 2 * body.slope, body.sums)  # fmt: skip
        self.bound.pop()
        n = extent(index)
        return Bounded(("over", index, body.node), n * body.low, n * body.high, n * body.slope,
                       body.sums + 1)  # fmt: skip


def variables(formula):
    """What a formula can be differentiated by: (C++ spelling, place in the point)."""
    found = [(leaf[1], SYMBOLS.index(leaf[1])) for leaf in leaves(formula) if leaf[0] == "symbol"]
    for leaf in leaves(formula):
        if leaf[0] == "element":
            positions = [along - 1 for along in SHAPES[leaf[1]]]
            spelled = ", ".join(f"{at}_c" for at in positions)
            found.append((f"{leaf[1]}({spelled})", place(leaf[1], positions)))
    return sorted(set(found))


def has_values(formula, rng):
    try:
        return agree(formula, formula, rng)
    except ValueError:  # a comparison of equal sides, say
        return False


def generate(rng, depth):
    """A formula of at most that depth, and what to differentiate it by."""
    while True:
        one = Generator(rng).build(depth)
        symbols = variables(one.node)
        if symbols and 5 <= size(one.node) <= BIGGEST and has_values(one.node, rng):
            return one.node, rng.choice(symbols)
