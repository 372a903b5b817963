#include <leibniz/expr/adl.hpp>
#include <leibniz/leibniz.hpp>

// Whether samples run along the lanes of a program is decided by its shapes, and by how many lanes
// there are.

namespace {

namespace lz = leibniz;
namespace detail = lz::program::detail;

template <auto const& Net> struct programs {
    using model = lz::model<float, Net>;
    using graph = typename model::graph;
    using objective = decltype(lz::sum_of_squared_errors(graph{}));
    using outside = lz::meta::concatenate<typename graph::inputs, typename objective::targets>;

    template <class Outside> static constexpr bool takes_samples(int width, int block) {
        return detail::prefers_samples<typename graph::equations, Outside>::in({width, block});
    }
    static constexpr bool training(int width) {
        return takes_samples<outside>(width, lz::training_detail::training_block<graph>::value);
    }
    static constexpr bool inference(int width) {
        return takes_samples<typename graph::inputs>(
            width, lz::training_detail::inference_block<graph, typename model::lanes>::value);
    }
    static constexpr bool both(int width) { return training(width) && inference(width); }
    static constexpr bool neither(int width) { return !training(width) && !inference(width); }
};

// Rows shorter than half a vector, and rows that fill theirs.
constexpr auto tiny =
    lz::network<"tiny">(lz::input<2>, lz::dense<4>(lz::logistic), lz::dense<1>(lz::logistic));
static_assert(programs<tiny>::both(16) && programs<tiny>::both(8) && programs<tiny>::both(4));
constexpr auto medium = lz::network<"medium">(lz::input<16>, lz::dense<64>(lz::tanh),
                                              lz::dense<64>(lz::tanh), lz::dense<8>(lz::logistic));
static_assert(programs<medium>::neither(16) && programs<medium>::neither(8));
constexpr auto images =
    lz::network<"images">(lz::input<784>, lz::dense<128>(lz::relu), lz::dense<10>(lz::logistic));
static_assert(programs<images>::neither(16) && programs<images>::neither(8));

// Rows of 20 fill two vectors of 16 badly, three of 8 a little better.
constexpr auto uneven = lz::network<"uneven">(lz::input<4>, lz::dense<20>(lz::tanh),
                                              lz::dense<20>(lz::tanh), lz::dense<3>(lz::logistic));
static_assert(programs<uneven>::both(16) && programs<uneven>::both(8));
constexpr auto even = lz::network<"even">(lz::input<4>, lz::dense<32>(lz::tanh),
                                          lz::dense<32>(lz::tanh), lz::dense<3>(lz::logistic));
static_assert(programs<even>::neither(16) && programs<even>::neither(8));

// But to turn over long rows of inputs may take longer than that saves.
constexpr auto uneven_images =
    lz::network<"uneven_images">(lz::input<784>, lz::dense<20>(lz::tanh), lz::dense<10>());
static_assert(programs<uneven_images>::both(16) && programs<uneven_images>::neither(8));
constexpr auto one_vector =
    lz::network<"one_vector">(lz::input<2>, lz::dense<16>(lz::tanh), lz::dense<1>(lz::logistic));
constexpr auto more_inputs =
    lz::network<"more_inputs">(lz::input<13>, lz::dense<16>(lz::tanh), lz::dense<1>(lz::logistic));
static_assert(programs<one_vector>::both(16) && programs<more_inputs>::neither(16));

// The equations of an optimiser have one number for each of theirs.
using descent = lz::training_detail::update_program<lz::momentum, lz::simd::lanes<float>>;
static_assert(descent::plan::samples_along_lanes || lz::simd::lanes<float>::width == 1);

// Too few samples, or numbers one at a time.
template <class Net, int Width, int Block>
inline constexpr bool taken =
    detail::basis_for<typename Net::graph::equations, typename Net::outside,
                      lz::program::machine{Width, Block}>::samples_along_lanes;
static_assert(taken<programs<uneven>, 16, 16> && !taken<programs<uneven>, 16, 8>);
static_assert(!taken<programs<tiny>, 1, 64> && !taken<programs<tiny>, 16, 1>);

// A sum of sums may have more terms than an int counts.
static_assert(detail::work_of_terms(4, 3) == 12);
static_assert(detail::work_of_terms(1024, 1 << 20) == 1 << 20);

} // namespace
