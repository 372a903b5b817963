#pragma once
#include <leibniz/expr/functions.hpp>
#include <leibniz/scalar/math.hpp>

/// Which scalar function evaluates which function of a formula.
namespace leibniz::scalar {

template <class T> constexpr T call(exp_, T x) noexcept { return scalar::exp(x); }
template <class T> constexpr T call(expm1_, T x) noexcept { return scalar::expm1(x); }
template <class T> constexpr T call(log_, T x) noexcept { return scalar::log(x); }
template <class T> constexpr T call(log1p_, T x) noexcept { return scalar::log1p(x); }
template <class T> constexpr T call(sin_, T x) noexcept { return scalar::sin(x); }
template <class T> constexpr T call(cos_, T x) noexcept { return scalar::cos(x); }
template <class T> constexpr T call(tan_, T x) noexcept { return scalar::tan(x); }
template <class T> constexpr T call(asin_, T x) noexcept { return scalar::asin(x); }
template <class T> constexpr T call(acos_, T x) noexcept { return scalar::acos(x); }
template <class T> constexpr T call(atan_, T x) noexcept { return scalar::atan(x); }
template <class T> constexpr T call(sinh_, T x) noexcept { return scalar::sinh(x); }
template <class T> constexpr T call(cosh_, T x) noexcept { return scalar::cosh(x); }
template <class T> constexpr T call(tanh_, T x) noexcept { return scalar::tanh(x); }
template <class T> constexpr T call(erf_, T x) noexcept { return scalar::erf(x); }
template <class T> constexpr T call(logistic_, T x) noexcept { return scalar::logistic(x); }
template <class T> constexpr T call(softplus_, T x) noexcept { return scalar::softplus(x); }
template <class T> constexpr T call(sign_, T x) noexcept { return scalar::sign(x); }

/// The value of a function of formulas; those of a user's own bring a `call` beside them.
template <class Function, class... Numbers>
constexpr auto value_of_function(Numbers... x) noexcept {
    if constexpr (requires { call(Function{}, x...); }) {
        return call(Function{}, x...);
    } else {
        static_cast<void>(expr::uncallable<Function>{});
        return (x + ...); // after the error, so that no other follows
    }
}

} // namespace leibniz::scalar
