#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/literals.hpp>
#include <leibniz/expr/operators.hpp>
#include <leibniz/expr/symbols.hpp>
#include <leibniz/program/sign.hpp>

// The sign of −(a − b)·c goes into the difference: which of two names comes first changes no
// kernel.

namespace {

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto a = lz::symbol<"a">;
constexpr auto b = lz::symbol<"b">;
constexpr auto c = lz::symbol<"c">;

template <class Product>
using signed_inside = typename lz::program::detail::with_sign_inside<Product>::type;
template <class Product> inline constexpr bool has_sign = false;
template <class... Factors>
inline constexpr bool
    has_sign<lz::expr::multiplication<lz::expr::constant<lz::rational{-1}>, Factors...>> = true;
/// Has a product a sign, and loses it?
template <class Product> constexpr bool loses_sign(Product) {
    return has_sign<Product> && !has_sign<signed_inside<Product>>;
}
template <class Product> constexpr bool keeps_sign(Product) {
    return has_sign<Product> && std::is_same_v<signed_inside<Product>, Product>;
}

// The canonical form has the sign in one of the two, by the order of the names.
static_assert(loses_sign(-((a - b) * c)) != loses_sign(-((b - a) * c)));
static_assert(!has_sign<signed_inside<decltype(-((a - b) * c))>> &&
              !has_sign<signed_inside<decltype(-((b - a) * c))>>);
static_assert(
    !std::is_same_v<signed_inside<decltype((a - b) * c)>, signed_inside<decltype(-((a - b) * c))>>);
// One minus something is known by its form, and a sum has no room for the sign.
static_assert(keeps_sign(-((1_c - a) * c)));
static_assert(keeps_sign(-((a + b) * c)));

} // namespace
