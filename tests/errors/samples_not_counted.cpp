// expected: domain_has_no_extent< … "samples"
#include <leibniz/expr/adl.hpp>
#include <leibniz/scalar/evaluate.hpp>

namespace lz = leibniz;

constexpr auto samples = lz::domain<"samples", lz::at_run_time>;
constexpr auto n = lz::index<"n">(samples);
constexpr auto t = lz::tensor<"t">(samples);
constexpr auto total = lz::sum(n, t(n));
constexpr double targets[] = {1, 2, 3};
#ifdef CORRECTED
constexpr double value = total(t = &targets[0], samples = 3);
#else
constexpr double value = total(t = &targets[0]);
#endif
