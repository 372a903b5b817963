// expected: a model is called sample by sample: none of its equations may be a sum over the samples
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto features = lz::domain<"features", 3>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto f = lz::index<"f">(features);
constexpr auto x = lz::tensor<"x", "centred">(lz::samples, features);
constexpr auto w = lz::tensor<"w", "centred">(features);
constexpr auto y = lz::tensor<"y", "centred">(lz::samples, features);
#ifdef CORRECTED
constexpr auto centred =
    lz::graph<"centred">(lz::inputs(x), lz::parameters(w), lz::define(y(n, f), w(f) * x(n, f)));
#else
constexpr auto total = lz::tensor<"total", "centred">(features);
constexpr auto centred = lz::graph<"centred">(lz::inputs(x), lz::parameters(w),
                                              lz::define(total(f), lz::sum(n, x(n, f))),
                                              lz::define(y(n, f), w(f) * (x(n, f) - total(f))));
#endif

float first(std::array<float, 3> const& sample) {
    lz::model<float, centred> const model;
    return model(sample)[0];
}
