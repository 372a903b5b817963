"""The coefficients of the float tanh in pieces (include/leibniz/simd/math/hyperbolic_table.hpp).

Where |x| + 3/4, without the digits behind the third, less 3/4 is `left`,
tanh(left + d) = c0 + d*(c1 + d*(c2 + d*(c3 + d*c4))). The coefficients are least squares of the
relative error at Chebyshev's points, rounded to float one after another, each before those that
follow are fitted. The first piece has c0 = 0 and c1 = 1, so that small arguments keep their digits.
The row of a coefficient has it for each piece, by the last five bits of |x| + 3/4 up to its third
digit. Needs mpmath.
"""

import struct

from mpmath import cos, lu_solve, matrix, mp, mpf, pi, tanh

DIGITS, DEGREE = 3, 4
SHIFT, LIMIT = mpf(3) / 4, mpf("9.02")
mp.prec = 120


def single(value):
    return mpf(struct.unpack("f", struct.pack("f", float(value)))[0])


def pieces():
    """Number, left end and width of each."""
    for exponent in range(-1, 4):
        width = mpf(2) ** (exponent - DIGITS)
        for part in range(2**DIGITS):
            left = (2**DIGITS + part) * width - SHIFT
            if 0 <= left < LIMIT:
                yield ((exponent + 127) * 2**DIGITS + part) % 32, left, min(width, LIMIT - left)


def fit(left, width, points=60):
    found = [mpf(0), mpf(1)] if left == 0 else []
    places = [width * (1 - cos(pi * (k + mpf(1) / 2) / points)) / 2 for k in range(points)]
    while len(found) <= DEGREE:
        free = range(len(found), DEGREE + 1)
        columns = matrix([[d**k / tanh(left + d) for k in free] for d in places])
        known = [sum(c * d**k for k, c in enumerate(found)) for d in places]
        rest = matrix([1 - sum_ / tanh(left + d) for sum_, d in zip(known, places)])
        found.append(single(lu_solve(columns.T * columns, columns.T * rest)[0]))
    return found


def main():
    rows = [[mpf(0)] * (DEGREE + 1) for _ in range(32)]
    for number, left, width in pieces():
        rows[number] = fit(left, width)
    for coefficients in zip(*rows):
        print(", ".join(float(c).hex() for c in coefficients))
    print("from", float(single(LIMIT)).hex(), "on 1")


if __name__ == "__main__":
    main()
