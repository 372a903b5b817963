// expected: index_has_no_value< … "j" … "out" … 3>
#include <array>

#include <leibniz/expr/adl.hpp>
#include <leibniz/scalar/evaluate.hpp>

namespace lz = leibniz;

constexpr auto j = lz::index<"j">(lz::domain<"out", 3>);
constexpr auto b = lz::tensor<"b">(lz::domain<"out", 3>);
#ifdef CORRECTED
constexpr double value = b(j)(b = std::array{1.0, 2.0, 3.0}, j = 2);
#else
constexpr double value = b(j)(b = std::array{1.0, 2.0, 3.0});
#endif
