"""The coefficients of the float tanh (include/leibniz/simd/math/hyperbolic.hpp).

tanh(x) = x * (1/8 + P(x^2)/Q(x^2)), P and Q of degree 4, P(0) = 7/8 and Q(0) = 1. Minimax in
relative error on [0, end] by Lawson's reweighted least squares, linearised with the last Q
(Sanathanan and Koerner, IEEE Trans. Automatic Control, 1963), rounded to float. Tries many ends and
prints the one whose rounding errors, with and without fused multiply-add, are the smallest, with
the argument from where on the result is exactly 1 and before which it is nowhere above 1.
Needs numpy.
"""

import numpy as np

DEGREE = 4
single, double = np.float32, np.float64


def fit(end, points=500, rounds=300):
    """P and Q by ascending power."""
    x = end * (1 - np.cos(np.pi * (np.arange(points) + 0.5) / points)) / 2
    powers = (x / end)[:, None] ** (2 * np.arange(1, DEGREE + 1))
    ratio = x / np.tanh(x)
    columns = np.hstack([ratio[:, None] * powers, -powers])
    weight, q, best = np.ones(points), np.ones(points), (np.inf, None)
    for turn in range(rounds):
        scale = np.sqrt(weight) / q
        found = np.linalg.lstsq(columns * scale[:, None], (1 - ratio) * scale, rcond=None)[0]
        q = 1 + powers @ found[DEGREE:]
        error = np.abs((1 + powers @ found[:DEGREE]) / q * ratio - 1)
        best = min(best, (error.max(), found), key=lambda pair: pair[0])
        if turn > 5:
            weight *= error / error.max() + 1e-12
            weight /= weight.sum()
    scales = end ** (2.0 * np.arange(DEGREE + 1))
    p, q = (np.concatenate([[1], part]) / scales for part in np.split(best[1], 2))
    return (p - q / 8).astype(single), q.astype(single)


def fused(a, b, c):
    return (a.astype(double) * b + c).astype(single)


def unfused(a, b, c):
    return a * b + c


def evaluate(x, p, q, fma):
    def horner(coefficients):
        result = np.full_like(x, coefficients[-1])
        for c in coefficients[-2::-1]:
            result = fma(x * x, result, c)
        return result

    return fma(x, horner(p) / horner(q), x * single(0.125))


def judge(p, q, x, exact):
    """The worst error in ULP, and the argument from where on the result is 1."""
    unit = 2.0 ** (np.floor(np.log2(exact)) - 23)
    results = [evaluate(x, p, q, fma) for fma in (fused, unfused)]
    above = np.any([y > 1 for y in results], axis=0)
    last = np.argmax(above) if above.any() else len(x)
    ones = np.nonzero(np.all([y[:last] == 1 for y in results], axis=0))[0]
    if len(ones) == 0:
        return np.inf, x[-1]
    limit = ones[-1]
    errors = [(np.abs(y - exact) / unit)[:limit].max() for y in results]
    return max(*errors, ((1 - exact) / unit)[limit]), x[limit]


def main():
    def floats(first, last, step):
        first, last = (int(single(value).view(np.uint32)) for value in (first, last))
        return np.arange(first, last, step, dtype=np.uint32).view(single)

    # Where the result nears 1, every number.
    x = np.concatenate([floats(2**-7, 7.5, 101), floats(7.5, 9, 1)])
    exact = np.tanh(x.astype(double))
    tried = ((*judge(*fit(end), x, exact), end) for end in np.arange(8.1, 9.0, 0.02))
    error, limit, end = min(tried)
    print(f"end {end:.2f}, {error:.2f} ULP, 1 from {float(limit).hex()} on")
    for name, values in zip("PQ", fit(end)):
        print(name, ", ".join(float(value).hex() for value in values))


if __name__ == "__main__":
    main()
