"""Reference values and constants of the elementary functions, from MPFR.

usage: reference.py values     prints tests/static/scalar/math_reference.hpp
       reference.py constants  prints the constants written out in include/leibniz/scalar/math/
needs: apt-get install python3-gmpy2
"""

import random
import sys

import gmpy2
from gmpy2 import mpfr

gmpy2.get_context().precision = 1400
PI = gmpy2.const_pi()
LOG_2 = gmpy2.log(mpfr(2))


def logistic(x):
    return 1 / (1 + gmpy2.exp(-x))


def softplus(x):
    return gmpy2.log1p(gmpy2.exp(x))


# name: (function, arguments worth a row of their own, range of the random ones)
FUNCTIONS = {
    "exp": (gmpy2.exp, [1, -1, 1e-300, 709.782712893384, -745.1, -720, 88.5], (-700, 700)),
    "expm1": (gmpy2.expm1, [1, -1e-10, 1e-300, 5e-324, 0.25, -37, 709.78], (-3, 3)),
    "log": (gmpy2.log, [2, 5e-324, 1e-310, 1.7976931348623157e308, 0.9999999999999999, 1.5], (0.1, 9)),
    "log1p": (gmpy2.log1p, [1, 5e-324, -0.9999999999999999, 1e-16, 1e300, -1e-9], (-0.9, 3)),
    "sqrt": (gmpy2.sqrt, [2, 5e-324, 1.7976931348623157e308, 0.9999999999999999, 3e-310], (0, 100)),
    "sin": (gmpy2.sin, [1, 6381956970095103 * 2.0**797, 1e22, 1.7976931348623157e308, 5e-324, 22], (-10, 10)),
    "cos": (gmpy2.cos, [1, 6381956970095103 * 2.0**797, 1e22, 1.7976931348623157e308, 1e-9, 11], (-10, 10)),
    "tan": (gmpy2.tan, [1, 6381956970095103 * 2.0**797, 1e22, 1.7976931348623157e308, 5e-324, 11], (-10, 10)),
    "asin": (gmpy2.asin, [0.5, 0.9999999999999999, 0.5000000000000001, 1e-9, 5e-324, -1], (-1, 1)),
    "acos": (gmpy2.acos, [0.5, 0.9999999999999999, -0.9999999999999999, 1e-9, -1], (-1, 1)),
    "atan": (gmpy2.atan, [1, 1e-9, 5e-324, 1e17, 1e300, 0.0625], (-5, 5)),
    "sinh": (gmpy2.sinh, [1, 710.4, -710.4, 5e-324, 1e-8, 22.5, 0.99], (-5, 5)),
    "cosh": (gmpy2.cosh, [1, 710.4, -710.4, 5e-324, 1e-8, 22.5], (-5, 5)),
    "tanh": (gmpy2.tanh, [1, 19, 5e-324, 1e-8, 22.5, 0.25, -0.3], (-3, 3)),
    "erf": (gmpy2.erf, [1, 0.99, 5.9, 5e-308, 1e-8, 2.5], (-4, 4)),
    "logistic": (logistic, [1, -1000, 1000, -720, 36.5, -36.5], (-10, 10)),
    "softplus": (softplus, [1, -720, 1000, 36.5, -36.5, 1e-9], (-10, 10)),
}
POWERS = [(2, 0.5), (10, 308), (10, -320), (0.9999999999999999, 1e18), (1.0000000000000002, 3e18), (-3, 7), (-2, -2), (5e-324, 0.25)]
RANDOM_ROWS = 10


def literal(value):
    """The nearest double, in hexadecimal."""
    return float(value).hex()


def print_values():
    generator = random.Random(1684)
    print("#pragma once\n")
    print("/// Printed by tests/unit/scalar/reference.py: the nearest doubles to exact values.\n")
    print("#include <array>\n\nnamespace reference {\n")
    print("struct unary {\n    double x;\n    double value;\n};\n")
    print("struct binary {\n    double x;\n    double y;\n    double value;\n};\n")
    for name, (function, special, (low, high)) in FUNCTIONS.items():
        arguments = [float(x) for x in special]
        arguments += [generator.uniform(low, high) for _ in range(RANDOM_ROWS)]
        print(f"inline constexpr std::array<unary, {len(arguments)}> {name}{{{{")
        for x in arguments:
            print(f"    {{{literal(x)}, {literal(function(mpfr(x)))}}},")
        print("}};\n")
    powers = [(float(x), float(y)) for x, y in POWERS]
    powers += [(generator.uniform(0, 9), generator.uniform(-300, 300)) for _ in range(RANDOM_ROWS)]
    print(f"inline constexpr std::array<binary, {len(powers)}> pow{{{{")
    for x, y in powers:
        print(f"    {{{literal(x)}, {literal(y)}, {literal(mpfr(x) ** mpfr(y))}}},")
    print("}};\n\n} // namespace reference")


def print_parts(name, value, fraction_bits=None):
    """A constant as the sum of two doubles, the first cut to fraction_bits."""
    head = float(value)
    if fraction_bits is not None:
        head = float(gmpy2.floor(value * mpfr(2) ** fraction_bits)) / 2.0**fraction_bits
    print(f"{name}: {literal(head)} {literal(value - mpfr(head))}")


def interpolate(nodes, values):
    """Coefficients of the polynomial through the points: Newton's form, multiplied out."""
    count, divided = len(nodes), list(values)
    for order in range(1, count):
        for i in range(count - 1, order - 1, -1):
            divided[i] = (divided[i] - divided[i - 1]) / (nodes[i] - nodes[i - order])
    coefficients = [mpfr(0)] * count
    for node, difference in zip(reversed(nodes), reversed(divided)):
        shifted = [mpfr(0)] + coefficients[:-1]
        coefficients = [s - node * c for s, c in zip(shifted, coefficients)]
        coefficients[0] += difference
    return coefficients


def complement_polynomial(count=17, first=1, last=6):
    """exp(x²)·erfc(x) in t = 1/(1 + x/2) at the Chebyshev nodes of [first, last]."""
    low, high = 1 / (1 + mpfr(last) / 2), 1 / (1 + mpfr(first) / 2)
    middle, half = (low + high) / 2, (high - low) / 2
    nodes = [middle + half * gmpy2.cos(PI * (2 * k + 1) / (2 * count)) for k in range(count)]
    values = []
    for t in nodes:
        x = 2 * (1 / t - 1)
        values.append(gmpy2.exp(x * x) * gmpy2.erfc(x))
    return interpolate(nodes, values)


def print_constants():
    print_parts("log 2, 42 bits and the rest", LOG_2, 42)
    print_parts("pi", PI)
    print_parts("pi/2", PI / 2)
    print_parts("2/sqrt(pi)", 2 / gmpy2.sqrt(PI))
    print_parts("1/3", mpfr(1) / 3)
    for j in range(9):
        print_parts(f"atan({j}/8)", gmpy2.atan(mpfr(j) / 8))
    bits = int(gmpy2.floor(2 / PI * mpfr(2) ** 1216))
    words = [bits >> (64 * (18 - i)) & (2**64 - 1) for i in range(19)]
    print("2/pi:", *(f"0x{word:016x}" for word in words))
    print("complement polynomial:", *(literal(c) for c in complement_polynomial()))


if __name__ == "__main__":
    {"values": print_values, "constants": print_constants}[sys.argv[1]]()
