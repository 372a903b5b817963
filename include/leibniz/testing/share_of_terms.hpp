#pragma once
#include <leibniz/program/condition.hpp>

/// How many terms of a Σ there are where conditions on subscripts exclude some.
namespace leibniz::testing_detail {

/// As many samples as a program is counted for.
constexpr int extent_of_range(int range) { return expr::is_static_range(range) ? range : 1; }

/// For how many values of its variables 0 ≤ affine < extent holds.
constexpr std::int64_t count_where(std::initializer_list<int> steps,
                                   std::initializer_list<int> ranges, std::int64_t affine,
                                   int extent, std::size_t at = 0) {
    int const range = ranges.begin()[at], step = steps.begin()[at];
    if (at + 1 == steps.size()) {
        auto const values = program::detail::within({0, range}, step, affine, extent);
        return values.first < values.last ? values.last - values.first : 0;
    }
    std::int64_t result = 0;
    for (int value = 0; value < range; ++value)
        result += count_where(steps, ranges, affine + std::int64_t{step} * value, extent, at + 1);
    return result;
}
/// The share of the values of its variables for which a condition on subscripts holds.
template <class Affine, int Extent, class Terms = typename expr::parts<Affine>::terms>
struct share_of_values;
template <class Affine, int Extent, class... Terms>
struct share_of_values<Affine, Extent, meta::list<Terms...>> {
    static constexpr double value =
        static_cast<double>(count_where({Terms::coefficient...},
                                        {extent_of_range(Terms::variable::range)...},
                                        expr::parts<Affine>::constant, extent_of_range(Extent))) /
        (1.0 * ... * extent_of_range(Terms::variable::range));
};
/// The same for all conditions of a product; those that share a variable count as if they did not.
template <class Body> inline constexpr double share_of_terms = 1;
template <class Affine>
inline constexpr double share_of_terms<expr::kronecker<Affine>> = share_of_values<Affine, 1>::value;
template <class Affine, int Extent>
inline constexpr double share_of_terms<expr::guard<Affine, Extent>> =
    share_of_values<Affine, Extent>::value;
template <class... Factors>
inline constexpr double share_of_terms<expr::multiplication<Factors...>> =
    (share_of_terms<Factors> * ...);

} // namespace leibniz::testing_detail
