"""Random formulas, for random_expressions.py."""

from . import emit
from .generate import generate
from .mutate import mutate
from .rewrite import rewrite

__all__ = ["emit", "generate", "mutate", "rewrite"]
