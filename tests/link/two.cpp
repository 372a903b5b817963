#include <leibniz/leibniz.hpp>

void const* symbol_in_one();

// The symbol x is one object, whichever translation unit names it.
int main() { return symbol_in_one() == &leibniz::symbol<"x"> ? 0 : 1; }
