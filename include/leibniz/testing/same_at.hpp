#pragma once
#include <leibniz/print/text.hpp>
#include <leibniz/scalar/evaluate.hpp>
#include <leibniz/testing/deviation.hpp>
#include <leibniz/testing/differing.hpp>
#include <leibniz/testing/same.hpp>
#include <tuple>

namespace leibniz {
namespace errors {
template <std::size_t Number> struct point;
template <double Value> struct left;
template <double Value> struct right;
template <double Value> struct apart;
/// same_at<points>(a, b, tolerance): the values at the point where the formulas are furthest apart,
/// counted from 0.
template <fixed_string Left, fixed_string Right, class Point, class LeftValue, class RightValue,
          class Apart>
struct values_differ;
} // namespace errors

namespace testing_detail {

template <class... Bindings> struct point_values {
    std::tuple<Bindings...> given;
};

/// Where two formulas are furthest apart.
struct distance {
    std::size_t point = 0;
    double left = 0, right = 0, apart = 0;
};
template <class Left, class Right, auto const& Points>
inline constexpr distance furthest = [] {
    static_assert(std::tuple_size_v<std::remove_cvref_t<decltype(Points)>> > 0,
                  "equality at no point says nothing");
    distance found;
    std::size_t number = 0;
    auto const look = [&](auto const& at) {
        auto const value = [&](auto formula) {
            return std::apply(
                [&](auto const&... given) { return static_cast<double>(formula(given...)); },
                at.given);
        };
        double const left = value(exact_t<Left>{}), right = value(exact_t<Right>{});
        if (double const apart = deviation(left, right); apart > found.apart)
            found = {number, left, right, apart};
        ++number;
    };
    std::apply([&](auto const&... each) { (look(each), ...); }, Points);
    return found;
}();

} // namespace testing_detail

/// One point: the values of all symbols, tensors and free indices of both formulas:
/// `point(x = 0.5, W = weights, j = 2)`.
template <class... Bound, class... Values>
constexpr auto point(expr::binding<Bound, Values>... given) {
    return testing_detail::point_values<expr::binding<Bound, Values>...>{{given...}};
}

/// Several of them, as a constant of static storage:
/// `constexpr auto places = points(point(x = 0.5), point(x = 2.0));`
template <class... Bindings> constexpr auto points(Bindings... each) { return std::tuple{each...}; }

/// Equality at points: `static_assert(same_at<places>(a, b, 1e-9_c))`. True where no values are
/// further apart than the tolerance, relative to the first where that is above 1; otherwise one
/// error line shows both formulas and the values where they are furthest apart. It never answers
/// false, so it is never negated. A value that is no number agrees with none.
template <auto const& Points, class Left, class Right, rational Tolerance>
    requires testing_detail::comparable<Left, Right> &&
             (testing_detail::furthest<Left, Right, Points>.apart <= Tolerance.as<double>())
constexpr bool same_at(Left, Right, expr::constant<Tolerance>) {
    return true;
}
template <auto const& Points, class Left, class Right, rational Tolerance,
          testing_detail::distance Furthest = testing_detail::furthest<Left, Right, Points>>
    requires testing_detail::comparable<Left, Right> &&
             (!(Furthest.apart <= Tolerance.as<double>()))
errors::values_differ<testing_detail::shown<Left, Right>, testing_detail::shown<Right, Left>,
                      errors::point<Furthest.point>, errors::left<Furthest.left>,
                      errors::right<Furthest.right>,
                      errors::apart<Furthest.apart>> same_at(Left, Right,
                                                             expr::constant<Tolerance>);
template <auto const& Points, class Left, class Right, class Tolerance>
    requires(!testing_detail::comparable<Left, Right>)
errors::not_a_formula<testing_detail::not_comparable<Left, Right>> same_at(Left, Right, Tolerance);
/// Of another kind of number: refused.
template <auto const& Points, class Left, class Right, class Tolerance>
    requires testing_detail::comparable<Left, Right> && expr::is_builtin_number<Tolerance>
constexpr bool same_at(Left, Right, Tolerance) {
    using refused [[maybe_unused]] = expr::operand_t<Tolerance>;
    return true;
}

} // namespace leibniz
