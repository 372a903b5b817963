// expected: array_does_not_fit< … "W" … 5, 6>
#include <array>

#include <leibniz/expr/adl.hpp>
#include <leibniz/scalar/evaluate.hpp>

namespace lz = leibniz;

constexpr auto i = lz::index<"i">(lz::domain<"in", 2>);
constexpr auto j = lz::index<"j">(lz::domain<"out", 3>);
constexpr auto W = lz::tensor<"W">(lz::domain<"out", 3>, lz::domain<"in", 2>);
constexpr auto total = lz::sum(j, i, W(j, i));
#ifdef CORRECTED
constexpr double value = total(W = std::array{1., 2., 3., 4., 5., 6.});
#else
constexpr double value = total(W = std::array{1., 2., 3., 4., 5.});
#endif
