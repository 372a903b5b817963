#pragma once
#include <leibniz/expr/equation.hpp>

/// At which values of their free indices formulas are compared. Where a condition on subscripts, as
/// [p = 3], begins or ceases to hold a formula is another one, at a single value among many
/// perhaps; so these values are among them, with those beside them, in all combinations.
namespace leibniz::expr {

/// What stands for the extent of samples, which only run time knows.
inline constexpr int nominal_samples = 3;

namespace detail {

// --- all conditions of a formula
// -----------------------------------------------------------------
/// [0 ≤ Affine ≤ Last]; the Kronecker δ has 0 for Last.
template <class Affine, int Last> struct condition {
    using affine = Affine;
    static constexpr int last = Last;
};

template <class Expression, bool Any = Expression::facts.conditions != 0> struct conditions_of {
    using type = meta::list<>;
};
template <class... Children>
using joined_conditions = meta::concatenate<typename conditions_of<Children>::type...>;

template <class... Terms> struct conditions_of<addition<Terms...>, true> {
    using type = joined_conditions<Terms...>;
};
template <class... Factors> struct conditions_of<multiplication<Factors...>, true> {
    using type = joined_conditions<Factors...>;
};
template <class Base, rational Exponent>
struct conditions_of<power<Base, Exponent>, true> : conditions_of<Base> {};
template <class Function, class... Arguments>
struct conditions_of<application<Function, Arguments...>, true> {
    using type = joined_conditions<Arguments...>;
};
template <relation Relation, class... Operands>
struct conditions_of<selection<Relation, Operands...>, true> {
    using type = joined_conditions<Operands...>;
};
template <class Body, int... Ranges>
struct conditions_of<summation<Body, Ranges...>, true> : conditions_of<Body> {};
template <class Affine> struct conditions_of<kronecker<Affine>, true> {
    using type = meta::list<condition<Affine, 0>>;
};
template <class Affine, int Extent> struct conditions_of<guard<Affine, Extent>, true> {
    using type =
        meta::list<condition<Affine, (is_static_range(Extent) ? Extent : nominal_samples) - 1>>;
};

// --- the same in numbers
// -------------------------------------------------------------------------
constexpr int nominal_extent(int range) { return is_static_range(range) ? range : nominal_samples; }

/// 0 ≤ Σ coefficient[k]·(free index k) + the rest ≤ last, where the constant and the bound
/// variables make the rest, from least to greatest.
template <std::size_t Count> struct linear_condition {
    int coefficient[Count + 1]{};
    int least = 0, greatest = 0, last = 0;
};
template <class Free, class Condition, class Terms> struct numbers_of_condition;
template <class... Free, class Condition, class... Terms>
struct numbers_of_condition<meta::list<Free...>, Condition, meta::list<Terms...>> {
    static constexpr auto value = [] {
        constexpr int constant = parts<typename Condition::affine>::constant;
        linear_condition<sizeof...(Free)> result{{}, constant, constant, Condition::last};
        [[maybe_unused]] auto const add = [&](std::size_t at, int coefficient, int range) {
            if (at < sizeof...(Free))
                result.coefficient[at] += coefficient;
            else
                (coefficient < 0 ? result.least : result.greatest) +=
                    coefficient * (nominal_extent(range) - 1);
        };
        (add(meta::position<typename Terms::variable, meta::list<Free...>>::value,
             Terms::coefficient, Terms::variable::range),
         ...);
        return result;
    }();
};

// --- the values
// ----------------------------------------------------------------------------------
constexpr int floor_of_quotient(int a, int b) {
    int const quotient = a / b;
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

/// Of one free index, each once.
class chosen_values {
public:
    static constexpr int capacity = 256;
    constexpr void add(int value, int extent) {
        if (value < 0 || value >= extent)
            return;
        for (int at = 0; at < size_; ++at)
            if (values_[at] == value)
                return;
        overflows_ = overflows_ || size_ == capacity;
        if (size_ < capacity)
            values_[size_++] = value;
    }
    constexpr int size() const { return size_; }
    constexpr bool overflows() const { return overflows_; }
    constexpr int operator[](int at) const { return values_[at]; }

private:
    int values_[capacity]{};
    int size_ = 0;
    bool overflows_ = false;
};

/// All combinations of some values of the free indices. They are not complete where there would be
/// more than `most`, or fewer with many conditions: at each there is a look at all of them, and
/// compilers limit how long they count.
template <std::size_t Count> struct sample_points {
    static constexpr int most = 1024, most_looks = 15000;
    chosen_values of[Count + 1]{};
    int combinations = 1;
    bool complete = true;

    constexpr sample_points(int const* extents, linear_condition<Count> const* conditions,
                            std::size_t how_many) {
        int const looks = most_looks / static_cast<int>(how_many + 1);
        int const fitting = looks < most ? looks : most;
        for (std::size_t k = 0; k < Count; ++k) {
            choose(k, extents, conditions, how_many);
            complete = complete && !of[k].overflows() && combinations * of[k].size() <= fitting;
            if (complete)
                combinations *= of[k].size();
        }
    }

private:
    /// One or two anywhere, and those where a condition changes while the others are at either end.
    constexpr void choose(std::size_t k, int const* extents,
                          linear_condition<Count> const* conditions, std::size_t how_many) {
        int const extent = extents[k];
        bool conditioned = false;
        for (std::size_t c = 0; c < how_many; ++c)
            conditioned = conditioned || conditions[c].coefficient[k] != 0;
        if (conditioned && extent < 8)
            for (int value = 0; value < extent; ++value)
                of[k].add(value, extent);
        if (conditioned)
            of[k].add(0, extent);
        of[k].add(static_cast<int>(meta::mix(k, 7) % static_cast<unsigned>(extent)), extent);
        of[k].add(extent - 1, extent);
        for (std::size_t c = 0; c < how_many; ++c) {
            auto const& [coefficient, own_least, own_greatest, last] = conditions[c];
            if (coefficient[k] == 0)
                continue;
            int least = own_least, greatest = own_greatest;
            for (std::size_t other = 0; other < Count; ++other)
                if (other != k)
                    (coefficient[other] < 0 ? least : greatest) +=
                        coefficient[other] * (extents[other] - 1);
            for (int const rest : {least, greatest})
                for (int const wanted : {0, last}) {
                    int const value = floor_of_quotient(wanted - rest, coefficient[k]);
                    // At a single value, or from there on.
                    bool const alone = least == greatest && last == 0;
                    for (int beside = alone ? 0 : -1; beside <= (alone ? 0 : 1); ++beside)
                        of[k].add(value + beside, extent);
                }
        }
    }
};

} // namespace detail
} // namespace leibniz::expr
