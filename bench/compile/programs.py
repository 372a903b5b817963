"""The C++ programs that are compiled. Each is one translation unit, as a user would write it."""

from dataclasses import dataclass

UMBRELLA = "#include <leibniz/leibniz.hpp>\n"
CALCULUS = "#include <leibniz/calculus.hpp>\n"
XSIMD = "#include <xsimd/xsimd.hpp>\n"

TRAIN = """
lz::training_report learn(lz::model<float, {net}>& model, {set} const& set) {{
    return lz::train(model, set, lz::adam{{}}, {{.epochs = 10, .batch = 32}});
}}
"""


@dataclass(frozen=True)
class Case:
    group: str  # the table it belongs to
    name: str
    source: str
    at: float = 0  # where it stands on the axis of its group
    parameters: int = 0  # weights and biases of its model
    needs: str = ""  # a header of another library without which it is left out
    standard: str = "c++20"


def parameters(widths):
    return sum((before + 1) * after for before, after in zip(widths, widths[1:]))


def dense_layers(widths, hidden):
    parts = [f"lz::input<{widths[0]}>"]
    parts += [f"lz::dense<{width}>(lz::{hidden})" for width in widths[1:-1]]
    return ",\n    ".join(parts + [f"lz::dense<{widths[-1]}>(lz::logistic)"])


def train(widths, hidden="tanh"):
    """A network of dense layers, its loss, gradient and training."""
    return (
        UMBRELLA
        + "namespace lz = leibniz;\n"
        + f'inline constexpr auto net = lz::network<"net">(\n    {dense_layers(widths, hidden)});'
        + TRAIN.format(net="net", set="lz::samples_view<float>")
    )


def dense(group, widths, hidden="tanh", at=0):
    layers = len(widths) - 1
    name = "-".join(map(str, widths)) if group != "depth" else f"{layers} layer{'s' * (layers > 1)}"
    return Case(group, name, train(widths, hidden), at, parameters(widths))


# The three programs that the gate holds to a baseline.
NAMED = (
    dense("named", [2, 4, 1], "logistic"),
    dense("named", [16, 64, 64, 8]),
    dense("named", [784, 128, 10], "relu"),
)
HEADERS = (
    Case("headers", "<leibniz/leibniz.hpp>", UMBRELLA),
    Case("headers", "<leibniz/calculus.hpp>", CALCULUS),
)

NAMES = """
namespace lz = leibniz;
using namespace lz::literals;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto in = lz::domain<"in", 16>;
constexpr auto hidden = lz::domain<"hidden", 32>;
constexpr auto out = lz::domain<"out", 8>;
constexpr auto i = lz::index<"i">(in);
constexpr auto j = lz::index<"j">(hidden);
constexpr auto k = lz::index<"k">(out);
constexpr auto x = lz::tensor<"x">(lz::samples, in);
constexpr auto V = lz::tensor<"V">(hidden, in);
constexpr auto c = lz::tensor<"c">(hidden);
constexpr auto U = lz::tensor<"U">(out, hidden);
constexpr auto z = lz::tensor<"z">(lz::samples, hidden);
constexpr auto h = lz::tensor<"h">(lz::samples, hidden);
constexpr auto y = lz::tensor<"y">(lz::samples, out);
"""

SKIP = """
constexpr auto R = lz::tensor<"R">(out, in);
inline constexpr auto net = lz::graph<"skip">(
    lz::inputs(x), lz::parameters(V, c, U, R),
    lz::define(z(n, j), lz::sum(i, V(j, i) * x(n, i)) + c(j)),
    lz::define(h(n, j), lz::tanh(z(n, j))),
    lz::define(y(n, k), lz::sum(j, U(k, j) * h(n, j)) + lz::sum(i, R(k, i) * x(n, i))));
"""

BRANCHES = """
constexpr auto W = lz::tensor<"W">(hidden, in);
constexpr auto b = lz::tensor<"b">(hidden);
constexpr auto w = lz::tensor<"w">(lz::samples, hidden);
constexpr auto g = lz::tensor<"g">(lz::samples, hidden);
constexpr auto s = lz::tensor<"s">(lz::samples, hidden);
inline constexpr auto net = lz::graph<"branches">(
    lz::inputs(x), lz::parameters(V, c, W, b, U),
    lz::define(z(n, j), lz::sum(i, V(j, i) * x(n, i)) + c(j)),
    lz::define(h(n, j), lz::tanh(z(n, j))),
    lz::define(w(n, j), lz::sum(i, W(j, i) * x(n, i)) + b(j)),
    lz::define(g(n, j), lz::logistic(w(n, j))), lz::define(s(n, j), h(n, j) * g(n, j)),
    lz::define(y(n, k), lz::sum(j, U(k, j) * s(n, j))));
"""


def skips(layers):
    """Layers of 32 neurons that each add what they read, and a last one."""
    lines = ['template <lz::fixed_string Name> constexpr auto values = lz::tensor<Name>(lz::samples, hidden);',
             'template <lz::fixed_string Name> constexpr auto weights = lz::tensor<Name>(hidden, hidden);',
             'constexpr auto m = lz::index<"m">(hidden);',
             'inline constexpr auto net = lz::graph<"skips">(lz::inputs(x), lz::parameters(V, c, U'
             + "".join(f', weights<"W{at}">' for at in range(1, layers + 1)) + '),',
             '    lz::define(z(n, j), lz::sum(i, V(j, i) * x(n, i)) + c(j)),',
             '    lz::define(values<"y0">(n, j), lz::tanh(z(n, j))),']
    for at in range(1, layers + 1):
        lines += [f'    lz::define(values<"z{at}">(n, j), lz::sum(m, weights<"W{at}">(j, m) * values<"y{at - 1}">(n, m))),',
                  f'    lz::define(values<"h{at}">(n, j), lz::tanh(values<"z{at}">(n, j))),',
                  f'    lz::define(values<"y{at}">(n, j), values<"h{at}">(n, j) + values<"y{at - 1}">(n, j)),']
    lines += [f'    lz::define(y(n, k), lz::sum(j, U(k, j) * values<"y{layers}">(n, j))));']
    return "\n" + "\n".join(lines) + "\n"


def recurrent(moments):
    """Gated recurrent units (Cho et al. 2014), written out for each moment."""
    gates = "ZRC"
    names = ", ".join(f"U{gate}, W{gate}, b{gate}" for gate in gates)
    lines = [f'constexpr auto moment = lz::domain<"moment", {moments}>;',
             'constexpr auto before = lz::domain<"before", 32>;',
             'constexpr auto g = lz::index<"g">(before);',
             'constexpr auto X = lz::tensor<"X">(lz::samples, moment, in);',
             'template <lz::fixed_string Name> constexpr auto values = lz::tensor<Name>(lz::samples, hidden);']
    for gate in gates:
        lines += [f'constexpr auto U{gate} = lz::tensor<"U{gate}">(hidden, in);',
                  f'constexpr auto W{gate} = lz::tensor<"W{gate}">(hidden, before);',
                  f'constexpr auto b{gate} = lz::tensor<"b{gate}">(hidden);']
    lines += [f'inline constexpr auto net = lz::graph<"recurrent">(lz::inputs(X), lz::parameters({names}, U),']

    def unit(value, function, gate, at, state):
        past = f" + lz::sum(g, W{gate}(j, g) * {state})" if at else ""
        return (f'    lz::define(values<"{value}{at}">(n, j), lz::{function}('
                f'lz::sum(i, U{gate}(j, i) * X(n, {at}_c, i)){past} + b{gate}(j))),')

    for at in range(moments):
        state = f'values<"s{at - 1}">(n, g)'
        lines += [unit("z", "logistic", "Z", at, state)]
        if at:
            lines += [unit("r", "logistic", "R", at, state)]
        lines += [unit("c", "tanh", "C", at, f'values<"r{at}">(n, g) * {state}')]
        past = f' + (1_c - values<"z{at}">(n, j)) * values<"s{at - 1}">(n, j)' if at else ""
        lines += [f'    lz::define(values<"s{at}">(n, j), values<"z{at}">(n, j) * values<"c{at}">(n, j){past}),']
    lines += [f'    lz::define(y(n, k), lz::sum(j, U(k, j) * values<"s{moments - 1}">(n, j))));']
    return "\n" + "\n".join(lines) + "\n"


CONVOLUTION = """
constexpr auto channels = lz::domain<"channels", 2>;
constexpr auto filters = lz::domain<"filters", 8>;
constexpr auto taps = lz::domain<"taps", 5>;
constexpr auto time = lz::domain<"time", 28>;
constexpr auto d = lz::index<"d">(channels);
constexpr auto f = lz::index<"f">(filters);
constexpr auto u = lz::index<"u">(taps);
constexpr auto t = lz::index<"t">(time);
constexpr auto X = lz::tensor<"X">(lz::samples, channels, lz::domain<"long_time", 32>);
constexpr auto K = lz::tensor<"K">(filters, channels, taps);
constexpr auto b = lz::tensor<"b">(filters);
constexpr auto D = lz::tensor<"D">(out, filters, time);
constexpr auto v = lz::tensor<"v">(lz::samples, filters, time);
constexpr auto a = lz::tensor<"a">(lz::samples, filters, time);
inline constexpr auto net = lz::graph<"convolution">(
    lz::inputs(X), lz::parameters(K, b, D),
    lz::define(v(n, f, t), lz::sum(u, lz::sum(d, K(f, d, u) * X(n, d, t + u))) + b(f)),
    lz::define(a(n, f, t), lz::tanh(v(n, f, t))),
    lz::define(y(n, k), lz::sum(f, lz::sum(t, D(k, f, t) * a(n, f, t)))));
"""

NORMALISED = """
constexpr auto l = lz::index<"l">(hidden);
constexpr auto gain = lz::tensor<"gain">(hidden);
constexpr auto mean = lz::tensor<"mean">(lz::samples);
constexpr auto variance = lz::tensor<"variance">(lz::samples);
inline constexpr auto net = lz::graph<"normalised">(
    lz::inputs(x), lz::parameters(V, gain, c, U), lz::define(z(n, j), lz::sum(i, V(j, i) * x(n, i))),
    lz::define(mean(n), lz::sum(l, z(n, l)) / 32_c),
    lz::define(variance(n), lz::sum(l, pow(z(n, l) - mean(n), 2_c)) / 32_c),
    lz::define(h(n, j), lz::relu(gain(j) * (z(n, j) - mean(n)) / lz::sqrt(variance(n) + 1e-5_c) + c(j))),
    lz::define(y(n, k), lz::sum(j, U(k, j) * h(n, j))));
"""

DECAY = """
constexpr auto time = lz::tensor<"time">(lz::samples);
constexpr auto p = lz::symbol<"p">;
constexpr auto q = lz::symbol<"q">;
constexpr auto value = lz::tensor<"value">(lz::samples);
inline constexpr auto net = lz::graph<"decay">(lz::inputs(time), lz::parameters(p, q),
                                        lz::define(value(n), p * lz::exp(-q * time(n))));
"""


def kind(name, equations, count):
    source = UMBRELLA + "namespace model {" + NAMES + equations + "} // namespace model\n"
    source += "namespace lz = leibniz;\n"
    return Case("kinds", name, source + TRAIN.format(net="model::net", set="lz::samples_view<float>"),
                parameters=count)


KINDS = (
    dense("kinds", [16, 32, 8]),
    kind("skip", SKIP, 32 * 17 + 8 * 32 + 8 * 16),
    kind("eight skips, one after the other", skips(8), 32 * 17 + 8 * 32 * 32 + 8 * 32),
    kind("branches that gate each other", BRANCHES, 2 * 32 * 17 + 8 * 32),
    kind("gated recurrent units, four moments", recurrent(4), 3 * 32 * 49 + 8 * 32),
    kind("gated recurrent units, eight moments", recurrent(8), 3 * 32 * 49 + 8 * 32),
    kind("convolution over time", CONVOLUTION, 8 * 10 + 8 + 8 * 8 * 28),
    kind("layer normalisation", NORMALISED, 32 * 18 + 8 * 32),
    kind("exponential decay", DECAY, 2),
)


def tree(hidden, order):
    """The loss of one sample in a network of 2, hidden and 1 neurons, written out in scalars; and each
    derivative of an order as one more formula of scalars."""
    count = 4 * hidden + 1
    lines = [CALCULUS, "namespace model {", "namespace lz = leibniz;", "using namespace lz::literals;"]
    lines += [f'constexpr auto {name} = lz::symbol<"{name}">;'
              for name in ["x0", "x1", "t"] + [f"w{at}" for at in range(count)]]
    terms = [f"w{4 * at} * lz::tanh(w{4 * at + 1} * x0 + w{4 * at + 2} * x1 + w{4 * at + 3})"
             for at in range(hidden)]
    output = "\n    + ".join(terms + [f"w{count - 1}"])
    lines += [f"constexpr auto y = lz::logistic({output});",
              "constexpr auto loss = (y - t) * (y - t) / 2_c;"]
    given = ", ".join(["x0 = x[0]", "x1 = x[1]", "t = target"] + [f"w{at} = w[{at}]" for at in range(count)])
    lines += ["template <class Formula> float value(float const* x, float target, float const* w) {",
              f"    return static_cast<float>(Formula{{}}({given}));", "}",
              "void evaluate(float const* x, float target, float const* w, float* result) {"]
    if order == 0:
        wanted = ["loss"]
    elif order == 1:
        wanted = [f"lz::diff(loss, w{at})" for at in range(count)]
    else:
        wanted = [f"lz::diff(lz::diff(loss, w{at}), w{other})" for at in range(count) for other in range(at + 1)]
    lines += [f"    result[{at}] = value<std::remove_const_t<decltype({one})>>(x, target, w);"
              for at, one in enumerate(wanted)]
    return "\n".join(lines + ["}", "} // namespace model", ""])


ORDER_NAMES = ("the loss", "its gradient", "the gradient of that")
ORDERS = tuple(Case("order", f"{ORDER_NAMES[order]}, 2-{hidden}-1", tree(hidden, order), order, 4 * hidden + 1)
               for hidden in (1, 2, 4) for order in (0, 1, 2))
TREES = tuple(Case("trees", f"2-{hidden}-1", tree(hidden, 1), 4 * hidden + 1, 4 * hidden + 1)
              for hidden in (1, 2, 4, 8, 16, 32))

WIDTHS = tuple(dense("width", [width, width, width], at=width)
               for width in (8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096))
DEPTHS = tuple(dense("depth", [16] * (layers + 1), at=layers) for layers in (1, 2, 4, 8, 16, 32, 64))
WEIGHTS = tuple(dense("weights", widths, hidden, parameters(widths)) for widths, hidden in (
    ([2, 4, 1], "logistic"), ([4, 16, 16, 3], "tanh"), ([16, 64, 64, 8], "tanh"),
    ([784, 128, 10], "relu"), ([256, 512, 512, 256], "relu"), ([4096, 2048, 1000], "relu")))
