#include <leibniz/leibniz.hpp>

void const* symbol_in_one() { return &leibniz::symbol<"x">; }
