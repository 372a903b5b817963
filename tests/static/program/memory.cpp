#include <leibniz/expr/adl.hpp>
#include <leibniz/leibniz.hpp>

// Where arrays begin, and which of them are asked for ahead of time.

namespace {

namespace lz = leibniz;
namespace program = lz::program;
using lz::expr::affine;
using lz::expr::fixed;
using lz::expr::scaled;
using lanes = lz::simd::lanes<float>;

// --- every array with a line of the cache, whatever lies before it ------------------------------
template <class Storage, class... Arrays>
constexpr bool begin_with_lines(leibniz::meta::list<Arrays...>) {
    return ((Storage::template offset<Arrays>::value % 16 == 0) && ...);
}
template <class Model> constexpr bool begin_with_lines() {
    return begin_with_lines<typename Model::storage>(typename Model::parameters::arrays{});
}
constexpr auto odd = lz::network<"odd">(lz::input<5>, lz::dense<9>(), lz::dense<17>());
static_assert(begin_with_lines<lz::model<float, odd>>());
static_assert(begin_with_lines<lz::model<double, odd>>());
// Numbers one at a time are not held to it.
static_assert(!begin_with_lines<lz::model<float, odd, lz::one_by_one>>());

// --- no room beside arrays that no load reaches beyond: an update goes over all of a model -------
template <program::machine On, class... Arrays>
constexpr int size_of(leibniz::meta::list<Arrays...>) {
    return (0 + ... +
            program::round_up(program::layout_of<Arrays, On>::value.size, program::array_step(On)));
}
template <class Model> constexpr bool is_gapless() {
    using parameters = typename Model::parameters;
    return Model::storage::size == size_of<parameters::plan::on>(typename parameters::arrays{});
}
constexpr auto tiny = lz::network<"tiny">(lz::input<2>, lz::dense<4>(lz::tanh), lz::dense<1>());
static_assert(is_gapless<lz::model<float, tiny>>() && is_gapless<lz::model<double, tiny>>());
static_assert(is_gapless<lz::model<float, odd>>() && is_gapless<lz::model<double, odd>>());
static_assert(is_gapless<lz::model<float, tiny, lz::one_by_one>>());

// The lane goes to the end of its last vector; so does every variable of a Σ where sums have lanes
// of their own, and samples go to the end of a line.
template <class Lane, bool OfSums, class... Terms>
constexpr program::detail::reach reach_over(int constant, int size) {
    return program::detail::reach_of_terms<leibniz::meta::list<Terms...>>::template from<Lane,
                                                                                         OfSums>(
        constant, size, {8, 20});
}
using five = program::loop<1, 5>;
using seven = program::loop<2, 7>;
using over_five = lz::expr::bound<3, 5>;
using samples = program::loop<3, lz::at_run_time>;
static_assert(reach_over<five, false, scaled<1, five>, scaled<8, seven>>(0, 56).beyond == 0);
static_assert(reach_over<seven, false, scaled<1, five>, scaled<8, seven>>(0, 56).beyond == 5);
static_assert(reach_over<five, false, scaled<1, five>>(1, 8).beyond == 1);
static_assert(reach_over<five, false, scaled<-2, five>>(3, 8).before == 11);
static_assert(reach_over<seven, false, scaled<1, over_five>>(0, 5).beyond == 0);
static_assert(reach_over<void, true, scaled<1, over_five>>(0, 5).beyond == 3);
static_assert(reach_over<seven, true, scaled<1, over_five>>(0, 5).beyond == 3);
static_assert(reach_over<void, true, scaled<1, samples>>(0, 20).beyond == 12);

// --- an array is large by what its address runs over: half a megabyte ---------------------------
using i = program::loop<1, 512>;
using j = program::loop<2, 256>;
using n = program::loop<3, lz::at_run_time>;
template <int Step> using matrix = affine<0, scaled<Step, i>, scaled<1, j>>;
static_assert(program::detail::is_large<float, matrix<257>>::value);
static_assert(!program::detail::is_large<float, matrix<256>>::value);
static_assert(program::detail::is_large<double, matrix<256>>::value);
static_assert(!program::detail::is_large<double, matrix<127>>::value);
static_assert(program::detail::is_large<float, matrix<-257>>::value);
static_assert(!program::detail::is_large<float, fixed<1 << 20>>::value);
// How many samples there will be is not known, but a block of them is small.
static_assert(!program::detail::is_large<float, affine<0, scaled<512, n>, scaled<1, i>>>::value);

} // namespace
