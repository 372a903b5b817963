#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstring>
#include <leibniz/leibniz.hpp>

// What the compiler trains and what the same training gives at run time, on a processor that fuses
// a·b + c. Without contraction: the same bits. With it: within the bound below.

namespace {

namespace lz = leibniz;

template <class Number> struct exclusive_or {
    static constexpr auto net =
        lz::network<"xor">(lz::input<2>, lz::dense<4>(lz::tanh), lz::dense<1>(lz::logistic));
    using model_type = lz::model<Number, net, lz::one_by_one>;

    static constexpr std::array<Number, 8> inputs{0, 0, 0, 1, 1, 0, 1, 1};
    static constexpr std::array<Number, 4> targets{0, 1, 1, 0};
    static constexpr auto table = lz::data(inputs, targets);
    static constexpr model_type start{lz::glorot{.seed = 1}};
};

/// Copies that the compiler knows nothing about.
template <class Number, std::size_t Size>
std::array<Number, Size> hidden(std::array<Number, Size> const& numbers) {
    std::array<Number, Size> result{};
    for (std::size_t i = 0; i < Size; ++i) {
        Number volatile const number = numbers[i];
        result[i] = number;
    }
    return result;
}
template <class Number>
auto at_run_time(auto optimiser, int steps, int batch) ->
    typename exclusive_or<Number>::model_type {
    using problem = exclusive_or<Number>;
    std::uint64_t volatile seed = 1;
    typename problem::model_type model{lz::glorot{.seed = seed}};
    auto const inputs = hidden(problem::inputs);
    auto const targets = hidden(problem::targets);
    auto const report = lz::train(model, lz::data(inputs, targets), optimiser,
                                  {.epochs = steps, .batch = batch, .shuffle = false});
    BOOST_TEST(bool(report));
    return model;
}
bool same_bits(auto const& a, auto const& b) {
    return std::memcmp(a.raw().data(), b.raw().data(), a.raw().size_bytes()) == 0;
}
/// The greatest difference of two weights, relative to the greater of 1 and the weight, in units of
/// the number's epsilon.
template <class Model> double difference(Model const& a, Model const& b) {
    double worst = 0;
    for (std::size_t i = 0; i < a.raw().size(); ++i) {
        double const x = a.raw()[i], y = b.raw()[i];
        worst = std::max(worst, std::abs(x - y) / std::max(1.0, std::abs(x)));
    }
    return worst / double(std::numeric_limits<typename Model::number>::epsilon());
}

template <class Number> void compare() {
    using problem = exclusive_or<Number>;
    constexpr lz::adam adam{.rate = 0.1f};
    constexpr lz::momentum momentum{.rate = 0.5f};
    static constexpr auto adapted = lz::trained<problem::start, problem::table, adam, 60>;
    static constexpr auto batches = lz::trained<problem::start, problem::table, momentum, 40, 3>;
    auto const adapted_now = at_run_time<Number>(adam, 60, 4);
    auto const batches_now = at_run_time<Number>(momentum, 20, 3);
    BOOST_TEST_MESSAGE("adam " << difference(adapted, adapted_now) << " epsilons, momentum "
                               << difference(batches, batches_now));
#if defined(LEIBNIZ_TEST_CONTRACTED) && defined(__OPTIMIZE__) // without optimisation nothing is
    BOOST_TEST(!same_bits(adapted, adapted_now), "nothing was contracted");
    BOOST_TEST(difference(adapted, adapted_now) < 500);
    BOOST_TEST(difference(batches, batches_now) < 500);
#else
    BOOST_TEST(same_bits(adapted, adapted_now));
    BOOST_TEST(same_bits(batches, batches_now));
#endif
    BOOST_TEST(!same_bits(adapted, at_run_time<Number>(adam, 59, 4)));
    BOOST_TEST(!same_bits(batches, at_run_time<Number>(momentum, 20, 4)));
}

} // namespace

BOOST_AUTO_TEST_SUITE(trained_by_the_compiler)

BOOST_AUTO_TEST_CASE(in_double) { compare<double>(); }
BOOST_AUTO_TEST_CASE(in_float) { compare<float>(); }

BOOST_AUTO_TEST_SUITE_END()
