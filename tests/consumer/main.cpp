#include <leibniz/leibniz.hpp>

constexpr auto x = leibniz::symbol<"x">;
static_assert(leibniz::diff(x * x, x) == x + x);

int main() {}
