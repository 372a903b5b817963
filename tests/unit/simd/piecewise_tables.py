"""The coefficients of the float tanh and erf in pieces (hyperbolic_table.hpp and
error_function_table.hpp in include/leibniz/simd/math): python3 piecewise_tables.py tanh, or erf.

Where |x| + SHIFT, without the digits behind the third, less SHIFT is `left`,
f(left + d) = c0 + d*(c1 + d*(c2 + d*(c3 + d*c4))). The coefficients are least squares of the
relative error at Chebyshev's points, rounded to float one after another, each before those that
follow are fitted. Of the first piece c0 = 0 and c1 = f'(0), so that small arguments keep their
digits; where that slope is no float, the piece is of f(x) - x. The row of a coefficient has it for
each piece, by the last five bits of |x| + SHIFT up to its third digit. From the limit on, f rounds
to 1. Needs mpmath.
"""

import struct
import sys

from mpmath import cos, diff, erf, lu_solve, matrix, mp, mpf, pi, tanh

DIGITS, DEGREE = 3, 4
FUNCTIONS = {"tanh": (tanh, mpf(3) / 4, mpf("9.02")), "erf": (erf, mpf(5) / 16, mpf("3.92"))}
mp.prec = 120


def single(value):
    return mpf(struct.unpack("f", struct.pack("f", float(value)))[0])


def pieces(shift, limit):
    """Number, left end and width of each."""
    for exponent in range(-2, 4):
        width = mpf(2) ** (exponent - DIGITS)
        for part in range(2**DIGITS):
            left = (2**DIGITS + part) * width - shift
            if 0 <= left < limit:
                yield ((exponent + 127) * 2**DIGITS + part) % 32, left, min(width, limit - left)


def fit(f, left, width, points=60):
    """Coefficients of the polynomial, less x in the first piece if need be."""
    slope = diff(f, 0)
    less = mpf(1 if left == 0 and single(slope) != slope else 0)
    found = [mpf(0), single(slope - less)] if left == 0 else []
    places = [width * (1 - cos(pi * (k + mpf(1) / 2) / points)) / 2 for k in range(points)]
    while len(found) <= DEGREE:
        free = range(len(found), DEGREE + 1)
        columns = matrix([[d**k / f(left + d) for k in free] for d in places])
        known = [sum(c * d**k for k, c in enumerate(found)) + less * d for d in places]
        rest = matrix([1 - sum_ / f(left + d) for sum_, d in zip(known, places)])
        found.append(single(lu_solve(columns.T * columns, columns.T * rest)[0]))
    return found


def main(name):
    f, shift, limit = FUNCTIONS[name]
    rows = [[mpf(0)] * (DEGREE + 1) for _ in range(32)]
    for number, left, width in pieces(shift, limit):
        rows[number] = fit(f, left, width)
    for coefficients in zip(*rows):
        print(", ".join(float(c).hex() for c in coefficients))
    print("from", float(single(limit)).hex(), "on 1")


if __name__ == "__main__":
    main(sys.argv[1])
