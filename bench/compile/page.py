"""The results as a page in Markdown."""

GROUPS = {
    "headers": ("The headers alone", "Only the include, no code after it."),
    "named": ("Three networks of the floors", "Network, loss, gradient and training with Adam."),
    "width": ("Width", "Two layers of equal width, w-w-w."),
    "depth": ("Depth", "Equal layers of 16 neurons."),
    "weights": ("Number of weights", "Networks of two and three layers."),
    "kinds": ("Kinds of model", "A dense network of 16-32-8, and models written as equations."),
    "order": ("Order of differentiation",
              "The loss of one sample of a network of 2, h and 1 neurons, written out in scalars; then each first, and each "
              "second derivative, as a formula of its own. Without SIMD. A gradient of a gradient over tensors is not offered: "
              "the adjoints of both would have the same names."),
    "trees": ("One scalar formula for each weight",
              "The alternative to formulas for whole tensors, and what expression templates usually are: every weight is "
              "a symbol, and its derivative a tree of scalars. The gradient alone, no training; `leibniz/calculus.hpp`."),
    "peers": ("Other libraries", "A training step of 16-64-64-8 as their users write it. Libraries that are not installed are left "
              "out; libtorch is compiled as C++17; Eigen's gradient is written by hand. Theirs are object files alone: what lies "
              "in the compiled libraries of dlib and libtorch was compiled before."),
}
PLOTS = {
    "width": "width of the layers, neurons",
    "depth": "equal layers",
    "weights": "weights and biases",
    "trees": "weights and biases",
}


def table(rows):
    lines = ["| program | parameters | compiler | s | slowest s | MB | object kB | templates | longest symbol |",
             "|---|--:|---|--:|--:|--:|--:|--:|--:|"]
    for row in rows:
        counted = f"{row['parameters']:,}" if row["parameters"] else ""
        head = f"| {row['case'].replace('<', '`<').replace('>', '>`')} | {counted} | {row['compiler']} |"
        if "failed" in row:
            lines.append(f"{head} {row['failed']} | | | | | |")
            continue
        lines.append(f"{head} {row['seconds']:.2f} | {row['slowest']:.2f} | {row['megabytes']:.0f} "
                     f"| {row['object'] / 1000:.1f} | {row['templates']:,} | {row['symbol']:,} |")
    return "\n".join(lines)


def floors(rows):
    """What is aimed at, beside what was measured."""
    of = {(row["compiler"], row["group"], row["case"]): row for row in rows if "seconds" in row}
    out = ["| aim | GCC | Clang |", "|---|--:|--:|"]

    def line(text, value):
        found = []
        for compiler in ("GCC", "Clang"):
            try:
                found.append(value(lambda group, case, c=compiler: of[c, group, case]))
            except (KeyError, ValueError):  # the second: the longest of no symbols
                found.append("not measured")
        out.append(f"| {text} | {found[0]} | {found[1]} |")

    for case, most in (("2-4-1", 2.5), ("16-64-64-8", 4), ("784-128-10", 4)):
        line(f"{case}: {most} s", lambda get, case=case: f"{get('named', case)['seconds']:.2f} s")
        line(f"{case}: 500 MB", lambda get, case=case: f"{get('named', case)['megabytes']:.0f} MB")
    line("64 equal layers: 15 s", lambda get: f"{get('depth', '64 layers')['seconds']:.1f} s")

    def spread(get):
        seconds = [get("width", f"{w}-{w}-{w}")["seconds"] for w in (128, 512, 4096)]
        return f"{max(seconds) / min(seconds) - 1:.0%}"

    def per_layer(get):
        return f"{(get('depth', '64 layers')['seconds'] - get('depth', '8 layers')['seconds']) / 56:.2f} s"

    line("widths 128 to 4096: the slowest 5 % above the fastest", spread)
    line("another equal layer, from 8 to 64: 0.1 s", per_layer)
    for name, most in (("leibniz", 1.5), ("calculus", 0.6)):
        line(f"`leibniz/{name}.hpp`: {most} × `xsimd/xsimd.hpp`",
             lambda get, name=name: f"{get('headers', f'<leibniz/{name}.hpp>')['seconds'] / get('headers', '<xsimd/xsimd.hpp>')['seconds']:.2f} ×")
    for group in ("named", "depth"):
        line(f"longest symbol, {GROUPS[group][0].lower()}: 4096", lambda get, group=group: symbol(of, group, get))
    return "\n".join(out)


def symbol(of, group, get):
    cases = {case for _, found, case in of if found == group}
    return f"{max(get(group, case)['symbol'] for case in cases):,}"


def times(runs):
    """What the columns of seconds are."""
    if runs == 1:
        return "Each program was compiled once, so both columns of seconds are that one time."
    return (f"Each program was compiled {runs} times: the median, and beside it the slowest. After a time above 30 s it was "
            "not compiled again.")


def page(result, plots):
    rows, machine = result["rows"], result["machine"]
    compilers = ", ".join(f"{name} {version}" for name, version in machine["compilers"].items())
    out = ["# Compile time", "",
           f"What the compiler is asked for, measured by `{result['command']}`. {compilers}; {machine['processor']}, "
           f"{machine['processors']} processors, load {machine['load_before']:.1f} before and {machine['load_after']:.1f} after.",
           "Flags `-std=c++20 -O2`, no `-march`; all headers are read and nothing is kept between compilations.", "",
           f"Seconds are processor seconds in user mode. {times(machine['runs'])} MB is the peak. Object is code and data. "
           "Templates are specialisations as the compiler counts them: with GCC of types, functions and variables, with Clang of "
           "classes and variables. The two are not comparable.", ""]
    if max(machine["load_before"], machine["load_after"]) > 1.5:
        out += ["**The machine was not idle: seconds are higher than on one that is.**", ""]
    if machine["reduced"]:
        out += [f"**{machine['reduced']}**", ""]
    out += ["## Against the aims", "", floors(rows), ""]
    for group, (title, text) in GROUPS.items():
        found = [row for row in rows if row["group"] == group]
        if not found:
            continue
        out += [f"## {title}", "", text, ""]
        if group in plots:
            out += [f"![{title}: seconds]({plots[group]})", ""]
        out += [table(found), ""]
    return "\n".join(out)
