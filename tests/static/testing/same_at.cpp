#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/symbols.hpp>
#include <leibniz/testing/same_at.hpp>

// Equality at points; tests/errors/values_differ.cpp shows what is said where there is none.

namespace {

namespace lz = leibniz;
using namespace lz::literals;

// [at]
constexpr auto x = lz::symbol<"x">;
constexpr auto series = x - x * x * x / 6_c + pow(x, 5_c) / 120_c;
constexpr auto near_zero = lz::points(lz::point(x = 0.0), lz::point(x = 0.05), lz::point(x = -0.1));
static_assert(lz::same_at<near_zero>(lz::sin(x), series, 1e-10_c));
// [/at]

/// Where same_at looks, as numbers.
template <auto const& Points, class Left, class Right> constexpr auto furthest(Left, Right) {
    return lz::testing_detail::furthest<Left, Right, Points>;
}
constexpr auto found = furthest<near_zero>(lz::sin(x), series);
static_assert(found.point == 2 && found.left < -0.0998 && found.right < -0.0998);
static_assert(found.apart > 1e-11 && found.apart < 1e-10, "x^7/5040");
static_assert(furthest<near_zero>(series, series).apart == 0);
static_assert(furthest<near_zero>(series, series + 1e-6_c).apart > 0.9e-6);

// Values above 1 are compared relative to their size.
constexpr auto far = lz::points(lz::point(x = 1e6));
static_assert(lz::same_at<far>(x, x + 1_c, 1.1e-6_c));
static_assert(furthest<far>(x, x + 1_c).apart > 0.9e-6);

// What is no number agrees with nothing.
constexpr auto negative = lz::points(lz::point(x = -1.0));
static_assert(furthest<negative>(lz::log(x), lz::log(x)).apart > 1e300);

// Tensors and free indices.
constexpr auto three = lz::domain<"three", 3>;
constexpr auto i = lz::index<"i">(three);
constexpr auto j = lz::index<"j">(three);
constexpr auto v = lz::tensor<"v">(three);
constexpr std::array<double, 3> numbers{0.3, 0.5, -0.7};
constexpr auto places = lz::points(lz::point(v = numbers, j = 0), lz::point(v = numbers, j = 2));
constexpr auto all = lz::sum(i, v(i));
static_assert(lz::same_at<places>((v(j) + all) * (v(j) - all), v(j) * v(j) - all * all, 1e-15_c));
static_assert(furthest<places>(v(j) * all, v(j) + all).point == 1);

// Formulas are shown whole where they are short, otherwise from a little before their difference.
template <class Left, class Right> constexpr auto shown(Left, Right) {
    return lz::testing_detail::part_text<Left, Right>;
}
static_assert(shown(x + 1_c, x + 2_c) == "x + 1" || shown(x + 1_c, x + 2_c) == "1 + x");
constexpr auto start = 1_c + x + pow(x, 2_c) / 2_c + pow(x, 3_c) / 6_c + pow(x, 4_c) / 24_c;
constexpr auto terms = start + pow(x, 6_c) / 720_c;
constexpr auto other = start + pow(x, 6_c) / 702_c;
constexpr auto left = shown(terms, other);
constexpr auto right = shown(other, terms);
constexpr bool contains(std::string_view text, std::string_view part) {
    for (std::size_t at = 0; at + part.size() <= text.size(); ++at)
        if (text.substr(at, part.size()) == part)
            return true;
    return false;
}
static_assert(lz::to_text(terms).view().size() > 36 && left.size <= 36 && right.size <= 36);
static_assert(contains(left.view(), "720") && !contains(left.view(), "702"));
static_assert(contains(right.view(), "702") && !contains(right.view(), "720"));
static_assert(left.view().substr(0, 3) == "...");

} // namespace
