"""Writes tests of random models: gradients and outputs, held to the same models in plain loops.

usage: random_models.py <folder> <number of files> [<first model>]
What a model is made of is chosen by its number alone, and so is what its tensors are called: in what
order operands stand depends on names, and nothing that is computed may. To look at more of them than
the tests do, ask for more, and compile each with main.cpp.
"""

import random
import sys
from pathlib import Path

SEED = 1676  # the chain rule, in a manuscript of Leibniz
FUNCTIONS = ["tanh", "logistic", "silu", "relu", "leaky_relu", "sin", "abs", "square", "root", "part"]
EXTENTS = [1, 2, 3, 4, 5, 7, 8, 9]

FILE = """#include "random_models.hpp"

namespace {{
namespace library_{number} {{
{names}
constexpr auto net = lz::graph<"model">(
    lz::inputs({inputs}),
    lz::parameters({parameters}),
    {equations});
}} // namespace library_{number}

namespace loops_{number} {{
void outputs(real const* w, std::vector<double const*> const& given, real* result) {{
{loops}
}}
}} // namespace loops_{number}
}} // namespace

BOOST_AUTO_TEST_CASE(random_model_{number}) {{
    random_models::check<library_{number}::net>(loops_{number}::outputs);
}}
"""


class Tensor:
    """Over samples or not, and over domains: pairs of a name and an extent."""

    def __init__(self, name, domains, per_sample):
        self.name, self.domains, self.per_sample = name, domains, per_sample

    def size(self):
        result = 1
        for _, extent in self.domains:
            result *= extent
        return result


# Expressions: ("element", tensor, subscripts), ("call", function, argument), ("sum", terms),
# ("product", factors), ("larger", one, other), ("over", index, body), ("number", numerator, denominator).
def call(function, argument):
    return ("call", function, argument)


def product(*factors):
    return ("product", factors)


class Model:
    def __init__(self, number):
        self.rng = random.Random(SEED * 1000 + number)
        self.used, self.indices = set(), {}
        self.inputs, self.parameters, self.nodes, self.equations = [], [], [], []
        self.domains = [(f"d{k}", self.rng.choice(EXTENTS)) for k in range(self.rng.randint(2, 3))]
        for _ in range(self.rng.choice([1, 1, 2])):
            self.inputs.append(Tensor(self.name(), [self.rng.choice(self.domains)], True))
        self.nodes += self.inputs
        for _ in range(self.rng.randint(2, 4)):
            self.rng.choice([self.layer, self.layer, self.bare_layer, self.bare_layer, self.gated,
                             self.elementwise, self.softmax, self.normalised, self.convolution,
                             self.feature_maps, self.nested, self.nested, self.number])()
        self.output()

    # --- names
    def name(self):
        while True:
            text = self.rng.choice("abcefghkmpqrstuvxyzABCFGHKLMPRTUVWXYZ")
            for _ in range(self.rng.randint(0, 4)):
                text += self.rng.choice("abcdefgh0123456789")
            if text not in self.used:
                self.used.add(text)
                return text

    def index(self, domain, which=1):
        name = f"i_{domain[0]}_{which}"
        self.indices[name] = domain
        return name

    def parameter(self, *domains):
        self.parameters.append(Tensor(self.name(), list(domains), False))
        return self.parameters[-1]

    def define(self, domains, indices, right, per_sample=True):
        tensor = Tensor(self.name(), domains, per_sample)
        self.equations.append((tensor, indices, right))
        if per_sample:
            self.nodes.append(tensor)
        return tensor

    # --- what is read
    def vectors(self, domain=None):
        return [t for t in self.nodes if len(t.domains) == 1 and domain in (None, t.domains[0])]

    def some_vector(self):
        return self.rng.choice(self.vectors()[-3:])

    def read(self, tensor, *subscripts):
        return ("element", tensor, subscripts)

    def applied(self, argument):
        return call(self.rng.choice(FUNCTIONS), argument)

    def maybe_applied(self, argument, probability):
        return self.applied(argument) if self.rng.random() < probability else argument

    def weighted_sum(self, domain, j):
        """Σ_i W[j,i]·(a product over i), perhaps with a bias, perhaps with factors made of weights."""
        given = self.some_vector().domains[0]
        i = self.index(given, 1 if given != domain else 2)
        weight = self.read(self.parameter(domain, given), j, i)
        if self.rng.random() < 0.15:
            weight = call("exp", call("tanh", weight))
        factors = [weight]
        for _ in range(self.rng.choice([1, 1, 1, 2, 3])):
            factors.append(self.maybe_applied(self.read(self.rng.choice(self.vectors(given)), i), 0.4))
        if self.rng.random() < 0.1:
            factors.append(call("exp", self.read(self.parameter())))
        result = ("over", i, product(*factors))
        if self.rng.random() < 0.6:
            result = ("sum", (result, self.read(self.parameter(domain), j)))
        if self.rng.random() < 0.1:
            v = self.parameter(domain, given)
            norm = ("over", i, product(self.read(v, j, i), self.read(v, j, i)))
            if self.rng.random() < 0.5:
                norm = self.read(self.define([domain], [j], norm, False), j)
            result = product(result, call("inverse_root", norm))
        return result

    # --- equations
    def layer(self):
        domain = self.rng.choice(self.domains)
        j = self.index(domain)
        z = self.define([domain], [j], self.weighted_sum(domain, j))
        self.define([domain], [j], self.applied(self.read(z, j)))

    def bare_layer(self):
        domain = self.rng.choice(self.domains)
        j = self.index(domain)
        self.define([domain], [j], self.applied(self.weighted_sum(domain, j)))

    def nested(self):
        """Sums in a sum, one of them perhaps squared, and functions of what is no tensor."""
        domain, middle = self.rng.choice(self.domains), self.rng.choice(self.domains)
        given = self.some_vector().domains[0]
        j, m, i = self.index(domain, 1), self.index(middle, 2), self.index(given, 3)
        inner = []
        for _ in range(self.rng.choice([1, 1, 2])):
            factors = [self.read(self.parameter(middle, given), m, i)]
            factors.append(self.read(self.rng.choice(self.vectors(given)), i))
            if self.rng.random() < 0.4:
                shifted = product(self.read(self.parameter(middle), m), factors.pop())
                shifted = ("sum", (shifted, self.read(self.parameter(given), i)))
                factors.append(self.applied(shifted))
            inner.append(("over", i, product(*factors)))
        if self.rng.random() < 0.4:
            inner.append(inner[0])
        factors = [self.read(self.parameter(domain, middle), j, m), *inner]
        if self.vectors(middle) and self.rng.random() < 0.5:
            factors.append(self.read(self.rng.choice(self.vectors(middle)), m))
        self.define([domain], [j], self.maybe_applied(("over", m, product(*factors)), 0.5))

    def gated(self):
        domain = self.rng.choice(self.domains)
        j = self.index(domain)
        gate = self.vectors(domain)
        first = self.read(self.rng.choice(gate), j) if gate else self.weighted_sum(domain, j)
        self.define([domain], [j], product(first, self.applied(self.weighted_sum(domain, j))))

    def elementwise(self):
        domain = self.some_vector().domains[0]
        j = self.index(domain)
        some = lambda: self.maybe_applied(self.read(self.rng.choice(self.vectors(domain)), j), 0.5)
        scaled = product(self.read(self.parameter(domain), j), some())
        self.define([domain], [j], ("sum", (product(some(), some()), scaled)))

    def softmax(self):
        tensor = self.some_vector()
        j, i = (self.index(tensor.domains[0], k) for k in (1, 2))
        power = lambda at: call("exp", call("tanh", self.read(tensor, at)))
        self.define(tensor.domains, [j], product(power(j), call("inverse", ("over", i, power(i)))))

    def normalised(self):
        tensor = self.some_vector()
        domain = tensor.domains[0]
        j, i = (self.index(domain, k) for k in (1, 2))
        mean = product(("number", -1, domain[1]), ("over", i, self.read(tensor, i)))
        c = self.define([domain], [j], ("sum", (self.read(tensor, j), mean)))
        squares = ("over", i, product(self.read(c, i), self.read(c, i)))
        self.define([domain], [j], product(self.read(c, j), call("inverse_root", squares)))

    def convolution(self):
        tensor = self.some_vector()
        extent = tensor.domains[0][1]
        if extent < 3:
            return
        places, taps, at = self.window(extent)
        read = self.maybe_applied(self.read(tensor, at), 0.4)
        u, t = self.index(taps), self.index(places)
        right = ("over", u, product(self.read(self.parameter(taps), u), read))
        self.define([places], [t], self.maybe_applied(right, 0.6))

    def window(self, extent):
        """Places and taps over so many numbers, with a step, and the subscript."""
        number = len(self.equations)
        taps = (f"taps{number}", self.rng.randint(2, min(3, extent - 1)))
        step = self.rng.choice([1, 1, 2, 3])
        places = (f"places{number}", (extent - taps[1]) // step + 1)
        return places, taps, f"{step}_c * {self.index(places)} + {self.index(taps)}"

    def feature_maps(self):
        """Two layers of filters over a longer input, perhaps with a maximum of pairs, then a dense one."""
        number = len(self.equations)
        self.inputs.append(Tensor(self.name(), [(f"long{number}", self.rng.randint(9, 24))], True))
        maps, channels = self.inputs[-1], []
        for layer in (1, 2):
            places, taps, at = self.window(maps.domains[0][1])
            filters = (f"filters{number}_{layer}", self.rng.choice([1, 2, 8, 16]))
            t, f, u = self.index(places), self.index(filters), self.index(taps)
            over = [self.index(domain) for domain in channels]
            weight = self.read(self.parameter(filters, taps, *channels), f, u, *over)
            right = product(weight, self.read(maps, at, *over))
            for index in over:
                right = ("over", index, right)
            right = ("sum", (("over", u, right), self.read(self.parameter(filters), f)))
            maps = self.define([places, filters], [t, f], self.applied(right))
            channels = [filters]
            if maps.domains[0][1] < 4:
                break
        if self.rng.random() < 0.5 and maps.domains[0][1] > 1:
            halves = (f"halves{number}", maps.domains[0][1] // 2)
            t, f = self.index(halves), self.index(filters)
            pair = [self.read(maps, f"2_c * {t} + {odd}_c", f) for odd in (0, 1)]
            maps = self.define([halves, filters], [t, f], ("larger", *pair))
        domain = self.rng.choice(self.domains)
        j, t, f = self.index(domain), self.index(maps.domains[0]), self.index(filters)
        weight = self.read(self.parameter(domain, *maps.domains), j, t, f)
        right = ("over", t, ("over", f, product(weight, self.read(maps, t, f))))
        self.define([domain], [j], self.maybe_applied(right, 0.5))

    def number(self):
        """One for each sample, by which a tensor is scaled."""
        tensor = self.some_vector()
        i = self.index(tensor.domains[0])
        other = self.rng.choice(self.vectors(tensor.domains[0]))
        right = ("over", i, product(self.read(tensor, i), self.applied(self.read(other, i))))
        scale = self.define([], [], self.applied(right))
        self.define(tensor.domains, [i], product(self.read(scale), self.read(tensor, i)))

    def output(self):
        domain = ("results", self.rng.choice([1, 2, 3, 5]))
        k = self.index(domain)
        right = self.weighted_sum(domain, k)
        if self.rng.random() < 0.5:
            right = ("sum", (right, self.weighted_sum(domain, k)))
        self.result = self.define([domain], [k], self.maybe_applied(right, 0.5))

    # --- as the library has it
    def library(self, node):
        kind = node[0]
        if kind == "element":
            tensor, subscripts = node[1], list(node[2])
            subscripts = (["n"] if tensor.per_sample else []) + subscripts
            return f"{tensor.name}({', '.join(subscripts)})" if subscripts else tensor.name
        if kind == "number":
            return f"lz::expr::number<{node[1]}, {node[2]}>{{}}"
        if kind == "over":
            return f"sum({node[1]}, {self.library(node[2])})"
        if kind == "call":
            argument = self.library(node[2])
            return f"function::{node[1]}({argument})"
        if kind == "larger":
            return f"lz::max({self.library(node[1])}, {self.library(node[2])})"
        sign = " + " if kind == "sum" else " * "
        return "(" + sign.join(map(self.library, node[1])) + ")"

    # --- in plain loops
    def plain(self, node):
        kind = node[0]
        if kind == "element":
            at = "0"
            for subscript, (_, extent) in zip(node[2], node[1].domains):
                at = f"({at}) * {extent} + {subscript.replace('_c', '')}"
            return f"{node[1].name}[{at}]"
        if kind == "number":
            return f"(real({node[1]}) / {node[2]})"
        if kind == "over":
            extent = self.indices[node[1]][1]
            return f"sum_over({extent}, [&](int {node[1]}) {{ return {self.plain(node[2])}; }})"
        if kind == "call":
            return f"plain_function::{node[1]}({self.plain(node[2])})"
        if kind == "larger":
            return f"std::max({self.plain(node[1])}, {self.plain(node[2])})"
        sign = " + " if kind == "sum" else " * "
        return "(" + sign.join(map(self.plain, node[1])) + ")"

    def loops(self):
        lines, start = [], 0
        for tensor in self.parameters:
            lines.append(f"[[maybe_unused]] real const* {tensor.name} = w + {start};")
            start += tensor.size()
        for at, tensor in enumerate(self.inputs):
            lines.append(f"[[maybe_unused]] double const* {tensor.name} = given[{at}];")
        for tensor, indices, right in self.equations:
            lines.append(f"[[maybe_unused]] real {tensor.name}[{tensor.size()}]{{}};")
            body = f"{self.plain(('element', tensor, indices))} = {self.plain(right)};"
            for index in reversed(indices):
                body = f"for (int {index} = 0; {index} < {self.indices[index][1]}; ++{index}) {body}"
            lines.append(body)
        lines.append(f"std::copy(std::begin({self.result.name}), std::end({self.result.name}), result);")
        return "\n".join("    " + line for line in lines)

    def names(self):
        tensors = self.parameters + self.inputs + [equation[0] for equation in self.equations]
        domains = dict(domain for tensor in tensors for domain in tensor.domains)
        domains.update(self.indices.values())
        lines = []
        for name, extent in domains.items():
            lines.append(f'constexpr auto {name} = lz::domain<"{name}", {extent}>;')
        for name, domain in self.indices.items():
            lines.append(f'constexpr auto {name} = lz::index<"{name}">({domain[0]});')
        for tensor in tensors:
            over = (["lz::samples"] if tensor.per_sample else []) + [name for name, _ in tensor.domains]
            made = f'lz::tensor<"{tensor.name}">({", ".join(over)})'
            if not over:
                made = f'lz::symbol<"{tensor.name}">'
            lines.append(f"constexpr auto {tensor.name} = {made};")
        return "\n".join("[[maybe_unused]] " + line for line in lines)

    def file(self, number):
        left = lambda tensor, indices: self.library(("element", tensor, indices))
        return FILE.format(
            number=number,
            names=self.names(),
            inputs=", ".join(tensor.name for tensor in self.inputs),
            parameters=", ".join(tensor.name for tensor in self.parameters),
            equations=",\n    ".join(f"lz::define({left(tensor, indices)}, {self.library(right)})"
                                     for tensor, indices, right in self.equations),
            loops=self.loops())


folder, files = Path(sys.argv[1]), int(sys.argv[2])
first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
folder.mkdir(parents=True, exist_ok=True)
for at in range(files):
    text = Model(first + at).file(first + at)
    (folder / f"random_models_{at}.cpp").write_text(text, encoding="utf-8")
