// expected: cannot_be_bound_to< … "v" … double>
#include <array>

#include <leibniz/expr/adl.hpp>
#include <leibniz/scalar/evaluate.hpp>

namespace lz = leibniz;

constexpr auto i = lz::index<"i">(lz::domain<"in", 2>);
constexpr auto v = lz::tensor<"v">(lz::domain<"in", 2>);
constexpr auto total = lz::sum(i, v(i));
#ifdef CORRECTED
constexpr double value = total(v = std::array{1.0, 2.0});
#else
constexpr double value = total(v = 1.0);
#endif
