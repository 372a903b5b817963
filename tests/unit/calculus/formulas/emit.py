"""Formulas as C++: for the library, and for dual numbers."""

from .tree import children, extent


def exact(fraction):
    sign = "-" if fraction < 0 else ""
    top, bottom = abs(fraction.numerator), fraction.denominator
    return f"({sign}{top}_c)" if bottom == 1 else f"({sign}{top}_c / {bottom}_c)"


def subscript(one, index_prefix, number_suffix):
    index, last = one
    if index is None:
        return f"{last}{number_suffix}"
    return index_prefix + index if last is None else f"{last}{number_suffix} - {index_prefix}{index}"


def library(node):
    kind = node[0]
    below = [library(child) for child in children(node)]
    if kind == "number":
        return exact(node[1])
    if kind == "symbol":
        return node[1]
    if kind == "element":
        return f"{node[1]}({', '.join(subscript(one, '', '_c') for one in node[2])})"
    if kind in ("sum", "product"):
        return "(" + (" + " if kind == "sum" else " * ").join(below) + ")"
    if kind in ("difference", "quotient"):
        return f"({below[0]} {'-' if kind == 'difference' else '/'} {below[1]})"
    if kind == "power":
        return f"lz::pow({below[0]}, {exact(node[2])})"
    if kind == "call":
        return f"lz::{node[1]}({', '.join(below)})"
    if kind == "select":
        return f"lz::select({below[0]} {node[1]} {below[1]}, {below[2]}, {below[3]})"
    return f"lz::sum({node[1]}, {below[0]})"


def reference(node):
    kind = node[0]
    below = [reference(child) for child in children(node)]
    if kind == "number":
        return f"reference::number({node[1].numerator}, {node[1].denominator})"
    if kind == "symbol":
        return f"at.{node[1]}()"
    if kind == "element":
        return f"at.{node[1]}({', '.join(subscript(one, 'at_', '') for one in node[2])})"
    if kind in ("sum", "product"):
        return "(" + (" + " if kind == "sum" else " * ").join(below) + ")"
    if kind in ("difference", "quotient"):
        return f"({below[0]} {'-' if kind == 'difference' else '/'} {below[1]})"
    if kind == "power":
        return f"pow({below[0]}, {node[2].numerator}, {node[2].denominator})"
    if kind == "call":
        return f"{node[1]}({', '.join(below)})"
    if kind == "select":
        return f"less_select({', '.join(below)})"
    at = f"at_{node[1]}"
    return f"reference::sum({extent(node[1])}, [&]([[maybe_unused]] int {at}) {{ return {below[0]}; }})"
