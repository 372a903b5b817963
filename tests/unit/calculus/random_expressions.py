"""Writes tests of random formulas: their derivatives, and the types of their canonical forms.

usage: random_expressions.py <folder> <number of files>
Each formula comes with an equal one that is written otherwise (its canonical form must be the same
type) and a mutated one (another type). The two are told apart here, numerically, so that the
compiler's answer is held to an independent one. The same seed always gives the same files.
"""

import random
import sys
from pathlib import Path

from formulas import emit, generate, mutate, rewrite

EXPRESSIONS = 500
DEPTH = 6
SEED = 1684  # Nova methodus pro maximis et minimis

TEST = """
namespace {{
namespace e{number} {{
constexpr auto formula = {formula};
constexpr auto rewritten = {rewritten};
constexpr auto mutated = {mutated};
static_assert(std::is_same_v<decltype(formula), decltype(rewritten)>);
static_assert(!std::is_same_v<decltype(formula), decltype(mutated)>);
dual expected([[maybe_unused]] point const& at) {{
    return {reference};
}}
}} // namespace e{number}
}} // namespace

BOOST_AUTO_TEST_CASE(expression_{number}) {{
    hold(e{number}::formula, lz::diff(e{number}::formula, {variable}), e{number}::expected, {place}, {number});
}}
"""


def test(number):
    """One formula, chosen by its number alone, so that files can be split anyhow."""
    rng = random.Random(SEED * 1000 + number)
    mutated = None
    while mutated is None:
        formula, (variable, place) = generate(rng, DEPTH)
        mutated = mutate(rng, formula)
    return TEST.format(
        number=number,
        formula=emit.library(formula),
        rewritten=emit.library(rewrite(rng, formula)),
        mutated=emit.library(mutated),
        reference=emit.reference(formula),
        variable=variable,
        place=place,
    )


folder, files = Path(sys.argv[1]), int(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
for file in range(files):
    text = "#include \"random_expressions.hpp\"\n\nusing namespace random_expressions;\n"
    text += "using reference::dual;\n\nBOOST_AUTO_TEST_SUITE(random_formulas)\n"
    text += "".join(test(number) for number in range(file, EXPRESSIONS, files))
    text += "\nBOOST_AUTO_TEST_SUITE_END()\n"
    (folder / f"random_expressions_{file}.cpp").write_text(text, encoding="utf-8")
