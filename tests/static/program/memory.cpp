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
