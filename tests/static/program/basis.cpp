#include <leibniz/expr/adl.hpp>
#include <leibniz/leibniz.hpp>

#include "plans.hpp"

// Whether samples run along the lanes of a program is decided by its shapes, and by how many lanes
// there are.

namespace {

namespace lz = leibniz;
namespace detail = lz::program::detail;
using namespace lz::literals;

template <auto const& Net> struct programs {
    using model = lz::model<float, Net>;
    using graph = typename model::graph;
    using objective = decltype(lz::sum_of_squared_errors(graph{}));
    using outside = lz::meta::concatenate<typename graph::inputs, typename objective::targets>;

    template <class Outside> static constexpr bool takes_samples(int width, int block) {
        return detail::prefers_samples<typename graph::equations, Outside>::in({width, block});
    }
    template <int Width>
    static constexpr bool training = takes_samples<outside>(
        Width, lz::training_detail::training_block<graph, plans::lanes_of<Width>>::value);
    template <int Width>
    static constexpr bool inference = takes_samples<typename graph::inputs>(
        Width, lz::training_detail::inference_block<graph, plans::lanes_of<Width>>::value);
    template <int Width> static constexpr bool both = training<Width> && inference<Width>;
    template <int Width> static constexpr bool neither = !training<Width> && !inference<Width>;
};

// Rows shorter than half a vector, and rows that fill theirs.
constexpr auto tiny =
    lz::network<"tiny">(lz::input<2>, lz::dense<4>(lz::logistic), lz::dense<1>(lz::logistic));
static_assert(programs<tiny>::both<16> && programs<tiny>::both<8> && programs<tiny>::both<4>);
constexpr auto medium = lz::network<"medium">(lz::input<16>, lz::dense<64>(lz::tanh),
                                              lz::dense<64>(lz::tanh), lz::dense<8>(lz::logistic));
static_assert(programs<medium>::neither<16> && programs<medium>::neither<8>);
constexpr auto images =
    lz::network<"images">(lz::input<784>, lz::dense<128>(lz::relu), lz::dense<10>(lz::logistic));
static_assert(programs<images>::neither<16> && programs<images>::neither<8>);

// Rows of 20 fill two vectors of 16 badly, three of 8 a little better.
constexpr auto uneven = lz::network<"uneven">(lz::input<4>, lz::dense<20>(lz::tanh),
                                              lz::dense<20>(lz::tanh), lz::dense<3>(lz::logistic));
static_assert(programs<uneven>::both<16> && programs<uneven>::both<8>);
constexpr auto even = lz::network<"even">(lz::input<4>, lz::dense<32>(lz::tanh),
                                          lz::dense<32>(lz::tanh), lz::dense<3>(lz::logistic));
static_assert(programs<even>::neither<16> && programs<even>::neither<8>);

// But to turn over long rows of inputs may take longer than that saves.
constexpr auto uneven_images =
    lz::network<"uneven_images">(lz::input<784>, lz::dense<20>(lz::tanh), lz::dense<10>());
static_assert(programs<uneven_images>::both<16> && programs<uneven_images>::neither<8>);
constexpr auto one_vector =
    lz::network<"one_vector">(lz::input<2>, lz::dense<16>(lz::tanh), lz::dense<1>(lz::logistic));
constexpr auto more_inputs =
    lz::network<"more_inputs">(lz::input<13>, lz::dense<16>(lz::tanh), lz::dense<1>(lz::logistic));
static_assert(programs<one_vector>::both<16> && programs<more_inputs>::neither<16>);

// Of a filter that skips every second place vectors of a row would be gathered; one that skips none
// reads them as they lie.
constexpr auto length = lz::domain<"length", 66>;
constexpr auto places = lz::domain<"places", 32>;
constexpr auto taps = lz::domain<"taps", 3>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto p = lz::index<"p">(places);
constexpr auto u = lz::index<"u">(taps);
constexpr auto x = lz::tensor<"x">(lz::samples, length);
constexpr auto F = lz::tensor<"F">(taps);
constexpr auto y = lz::tensor<"y">(lz::samples, places);
constexpr auto apart = lz::graph<"apart">(lz::inputs(x), lz::parameters(F),
                                          lz::define(y(n, p), sum(u, F(u) * x(n, 2_c * p + u))));
constexpr auto side_by_side = lz::graph<"side_by_side">(
    lz::inputs(x), lz::parameters(F), lz::define(y(n, p), sum(u, F(u) * x(n, p + u))));
static_assert(programs<apart>::both<16> && programs<side_by_side>::neither<16>);

// So would those of a maximum of pairs, also where a layer of filters before it takes most of the
// work.
constexpr auto filters = lz::domain<"filters", 8>;
constexpr auto halves = lz::domain<"halves", 16>;
constexpr auto f = lz::index<"f">(filters);
constexpr auto b = lz::index<"b">(halves);
constexpr auto W = lz::tensor<"W">(filters, taps);
constexpr auto h = lz::tensor<"h">(lz::samples, filters, places);
constexpr auto m = lz::tensor<"m">(lz::samples, filters, halves);
constexpr auto pairs = lz::graph<"pairs">(
    lz::inputs(x), lz::parameters(W), lz::define(h(n, f, p), sum(u, W(f, u) * x(n, p + u))),
    lz::define(m(n, f, b), lz::max(h(n, f, 2_c * b), h(n, f, 2_c * b + 1_c))));
static_assert(programs<pairs>::training<16> && programs<pairs>::training<8>);

// Rows of 28 places leave an eighth of their vectors unused. Of so many filters 16 samples are
// learned from at a time, but their lanes are added up for all places once.
constexpr auto many = lz::domain<"many", 512>;
constexpr auto some = lz::domain<"some", 28>;
constexpr auto g = lz::index<"g">(many);
constexpr auto s = lz::index<"s">(some);
constexpr auto M = lz::tensor<"M">(many, taps);
constexpr auto maps = lz::tensor<"maps">(lz::samples, many, some);
constexpr auto S = lz::tensor<"S">(many);
constexpr auto total = lz::tensor<"total">(lz::samples);
constexpr auto many_filters = lz::graph<"many_filters">(
    lz::inputs(x), lz::parameters(M, S), lz::define(maps(n, g, s), sum(u, M(g, u) * x(n, s + u))),
    lz::define(total(n), sum(g, sum(s, S(g) * maps(n, g, s)))));
static_assert(lz::training_detail::training_block<programs<many_filters>::graph,
                                                  plans::lanes_of<16>>::value == 16);
static_assert(programs<many_filters>::training<16>);

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

// Queries by keys: matrices that are multiplied for each sample share no number among samples, as
// one of weights does.
constexpr auto tokens = lz::domain<"tokens", 16>;
constexpr auto features = lz::domain<"features", 16>;
constexpr auto sample = lz::index<"sample">(lz::samples);
constexpr auto token = lz::index<"token">(tokens);
constexpr auto other = lz::index<"other">(tokens);
constexpr auto feature = lz::index<"feature">(features);
constexpr auto given = lz::index<"given">(features);
constexpr auto words = lz::tensor<"words">(lz::samples, tokens, features);
constexpr auto of_query = lz::tensor<"of_query">(features, features);
constexpr auto query = lz::tensor<"query">(lz::samples, tokens, features);
constexpr auto score = lz::tensor<"score">(lz::samples, tokens, tokens);
constexpr auto gate = lz::tensor<"gate">(lz::samples, features);
constexpr auto words_by_pairs = lz::tensor<"words_by_pairs">(lz::samples, tokens, tokens, features);
constexpr auto mixture = lz::tensor<"mixture">(lz::samples, tokens, features);
template <class Equation> constexpr double work_by_samples(Equation) {
    return detail::work_for<Equation, lz::meta::list<>>::in({16, 64}, true).samples;
}
constexpr double by_weights =
    work_by_samples(lz::define(query(sample, token, feature),
                               sum(given, of_query(feature, given) * words(sample, token, given))));
static_assert(work_by_samples(lz::define(score(sample, token, other),
                                         sum(feature, query(sample, token, feature) *
                                                          query(sample, other, feature)))) ==
              2 * by_weights);
static_assert(work_by_samples(lz::define(mixture(sample, token, feature),
                                         sum(other, score(sample, token, other) *
                                                        query(sample, other, feature)))) ==
              2 * by_weights);
// Each number of one of them is read once.
static_assert(work_by_samples(lz::define(score(sample, token, other),
                                         sum(feature, gate(sample, feature) *
                                                          words_by_pairs(sample, token, other,
                                                                         feature)))) == by_weights);

} // namespace
