#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <leibniz/expr/domain.hpp>

/// What a Σ of a product takes, and in which order it takes least.
namespace leibniz::calculus::detail {

/// A set of variables, as bits by their positions among those in sight.
using set_in_sight = std::uint64_t;

/// The ranges of the variables in sight; those from `summed` on are summed over.
struct ranges_in_sight {
    std::initializer_list<int> ranges;
    std::size_t summed;

    constexpr set_in_sight samples() const {
        set_in_sight result = 0;
        for (std::size_t at = 0; at < ranges.size(); ++at)
            result |= expr::is_static_range(ranges.begin()[at]) ? 0 : set_in_sight{1} << at;
        return result;
    }
    /// Those of more than one value.
    constexpr set_in_sight several() const {
        set_in_sight result = 0;
        for (std::size_t at = 0; at < ranges.size(); ++at)
            result |= ranges.begin()[at] == 1 ? 0 : set_in_sight{1} << at;
        return result;
    }
    /// How many values a set of variables takes; a batch has about sixteen samples.
    constexpr double values(set_in_sight set) const {
        double result = 1;
        for (std::size_t at = 0; at < ranges.size(); ++at) {
            int const range = ranges.begin()[at];
            result *= (set >> at & 1) == 0 ? 1 : expr::is_static_range(range) ? range : 16;
        }
        return result;
    }
};

/// Factors, as the sets of variables on which they depend.
template <std::size_t Most> struct factor_sets {
    set_in_sight of[Most]{};
    std::size_t size = 0;

    constexpr void add(set_in_sight factor) { of[size++] = factor; }
    constexpr set_in_sight all() const {
        set_in_sight result = 0;
        for (std::size_t i = 0; i < size; ++i)
            result |= of[i];
        return result;
    }
    /// The group of factors that are multiplied before anything else, by the variables of their
    /// product: of W[j]·g[n,j]·U[k,j], where g is worked out once for all k, the first joins the
    /// second. Everything: the variables that the whole formula has.
    constexpr set_in_sight group_of(set_in_sight factor, set_in_sight everything,
                                    ranges_in_sight const& in) const {
        set_in_sight const samples = in.samples(), several = in.several();
        set_in_sight best = factor;
        double least = in.values(everything);
        for (std::size_t i = 0; i < size; ++i)
            if ((factor & ~of[i]) == 0 && factor != of[i] && (of[i] & samples) != 0 &&
                (everything & several & ~of[i]) != 0 && in.values(of[i]) < least) {
                best = of[i];
                least = in.values(best);
            }
        return best;
    }
    /// Multiplications and additions of the Σ of their product.
    constexpr double operations(ranges_in_sight const& in) const {
        set_in_sight const everything = all();
        factor_sets groups;
        for (std::size_t i = 0; i < size; ++i) {
            set_in_sight const group = group_of(of[i], everything, in);
            bool found = false;
            for (std::size_t k = 0; k < groups.size; ++k)
                found = found || groups.of[k] == group;
            if (!found)
                groups.add(group);
        }
        return static_cast<double>(groups.size) * in.values(everything);
    }
};

/// The variable to sum out first, as its position among those of the Σ; their number where all of
/// them together take hardly more. What is not per sample stays: the Σ over samples in its adjoint
/// would be inside of another one.
template <std::size_t Count>
constexpr std::size_t first_to_sum_out(ranges_in_sight const& in,
                                       std::initializer_list<set_in_sight> factors) {
    factor_sets<Count> together;
    for (set_in_sight const factor : factors)
        together.add(factor);
    set_in_sight const samples = in.samples();
    std::size_t best = in.ranges.size();
    double least = 0.9 * together.operations(in);
    for (std::size_t at = in.summed; at < in.ranges.size(); ++at) {
        set_in_sight const own = set_in_sight{1} << at;
        factor_sets<Count> inner;
        factor_sets<Count + 1> outer;
        for (set_in_sight const factor : factors)
            (factor & own) != 0 ? inner.add(factor) : outer.add(factor);
        outer.add(inner.all() & ~own);
        double const operations = inner.operations(in) + outer.operations(in);
        if ((own & samples) == 0 && (inner.all() & samples) != 0 && operations < least) {
            least = operations;
            best = at;
        }
    }
    return best - in.summed;
}

/// The same of the factors of a Σ, for one of them. What is costly is worked out for its own
/// variables alone.
template <std::size_t Count>
constexpr set_in_sight group_in_sight(ranges_in_sight const& in,
                                      std::initializer_list<set_in_sight> factors,
                                      set_in_sight factor, bool costly) {
    factor_sets<Count> together;
    for (set_in_sight const one : factors)
        together.add(one);
    set_in_sight const everything = ~set_in_sight{0} >> (64 - in.ranges.size());
    return costly ? factor : together.group_of(factor, everything, in);
}

} // namespace leibniz::calculus::detail
