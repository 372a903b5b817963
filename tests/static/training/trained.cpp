#include "../../unit/training/small_descent.hpp"

// Training by the compiler, without any flag that raises its limits.

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
    static constexpr auto learned = lz::trained<start, table, lz::adam{.rate = 0.1f}, 60>;
};

/// Is every answer within a tenth of its target?
template <class Number> constexpr bool is_right(auto const& model, int row) {
    using table = exclusive_or<Number>;
    auto const at = static_cast<std::size_t>(row);
    Number const off =
        model(std::array{table::inputs[2 * at], table::inputs[2 * at + 1]})[0] - table::targets[at];
    return (off < 0 ? -off : off) < Number(0.1);
}
template <class Number> inline constexpr auto const& learned = exclusive_or<Number>::learned;

static_assert(is_right<double>(learned<double>, 0));
static_assert(is_right<double>(learned<double>, 1));
static_assert(is_right<double>(learned<double>, 2));
static_assert(is_right<double>(learned<double>, 3));
static_assert(is_right<float>(learned<float>, 0));
static_assert(is_right<float>(learned<float>, 1));
static_assert(is_right<float>(learned<float>, 2));
static_assert(is_right<float>(learned<float>, 3));
// No row is right before.
static_assert(!is_right<double>(exclusive_or<double>::start, 0));
static_assert(!is_right<double>(exclusive_or<double>::start, 1));
static_assert(!is_right<double>(exclusive_or<double>::start, 2));
static_assert(!is_right<double>(exclusive_or<double>::start, 3));

// Inputs may be bytes, which stand for 0 to 1.
constexpr std::array<std::uint8_t, 8> bytes{0, 0, 0, 255, 255, 0, 255, 255};
constexpr auto table_of_bytes = lz::data(bytes, exclusive_or<float>::targets);
constexpr auto learned_from_bytes =
    lz::trained<exclusive_or<float>::start, table_of_bytes, lz::adam{.rate = 0.1f}, 60>;
static_assert(std::ranges::equal(learned_from_bytes.raw(), learned<float>.raw()));
static_assert(!std::ranges::equal(learned_from_bytes.raw(), exclusive_or<float>::start.raw()));

// In steps of one constant each it is the same as in one constant expression.
constexpr auto from =
    small::with_weights(small::weights_of(small::model_type{lz::glorot{.seed = 7}}));
constexpr auto samples = lz::data(small::inputs, small::targets);
constexpr lz::momentum optimiser{.rate = 0.5f};
template <int Steps>
constexpr auto in_pieces = small::weights_of(lz::trained<from, samples, optimiser, Steps>);
constexpr auto at_once = small::trained(small::weights_of(from), 4, optimiser);
static_assert(in_pieces<4> == at_once);
static_assert(in_pieces<3> != at_once && in_pieces<5> != at_once);
static_assert(in_pieces<0> == small::weights_of(from));

// Batches of three: three samples, then the one that is left, then the first three again.
constexpr auto batches(int steps) {
    auto model = from;
    lz::trainer<small::model_type, lz::momentum, 4> with(optimiser);
    for (int step = 0; step < steps; ++step) {
        bool const whole = step % 2 == 0;
        with.gradient(model, samples, whole ? 0 : 3, whole ? 3 : 1);
        with.update(model, whole ? 3 : 1, 1.0);
    }
    return small::weights_of(model);
}
static_assert(small::weights_of(lz::trained<from, samples, optimiser, 3, 3>) == batches(3));
static_assert(small::weights_of(lz::trained<from, samples, optimiser, 3, 3>) != in_pieces<3>);
// More than there are: all.
static_assert(small::weights_of(lz::trained<from, samples, optimiser, 3, 9>) == in_pieces<3>);

// Another loss, by hand in the same steps.
inline constexpr auto quartic =
    lz::sum_over_outputs([](auto a, auto t) { return (a - t) * (a - t) * (a - t) * (a - t); });
constexpr auto by_hand(int steps) {
    auto model = from;
    lz::trainer<small::model_type, lz::momentum, 4, quartic> with(optimiser);
    for (int step = 0; step < steps; ++step) {
        with.gradient(model, samples, 0, 4);
        with.update(model, 4, 1.0);
    }
    return small::weights_of(model);
}
static_assert(small::weights_of(lz::trained<from, samples, optimiser, 3, 0, quartic>) ==
              by_hand(3));
static_assert(small::weights_of(lz::trained<from, samples, optimiser, 3, 0, quartic>) !=
              in_pieces<3>);

} // namespace
