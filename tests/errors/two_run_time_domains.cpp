// expected: two_domains_are_counted_at_run_time< … "samples" … "steps"
#include <leibniz/network.hpp>

namespace lz = leibniz;

#ifdef CORRECTED
constexpr auto steps = lz::domain<"steps", 10>;
#else
constexpr auto steps = lz::domain<"steps", lz::at_run_time>;
#endif
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto t = lz::index<"t">(steps);
constexpr auto x = lz::tensor<"x">(lz::samples, steps);
constexpr auto y = lz::tensor<"y">(lz::samples);
constexpr auto w = lz::tensor<"w">();
constexpr auto mean = lz::graph<"mean">(lz::inputs(x), lz::parameters(w),
                                        lz::define(y(n), w() * lz::sum(t, x(n, t))));
