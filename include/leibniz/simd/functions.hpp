#pragma once
#include <leibniz/expr/functions.hpp>
#include <leibniz/simd/math.hpp>

/// Which vector function evaluates which function of a formula.
namespace leibniz::simd {

template <class Group> LEIBNIZ_INLINE auto call(exp_, Group const& x) noexcept { return exp(x); }
template <class Group> LEIBNIZ_INLINE auto call(expm1_, Group const& x) noexcept {
    return expm1(x);
}
template <class Group> LEIBNIZ_INLINE auto call(log_, Group const& x) noexcept { return log(x); }
template <class Group> LEIBNIZ_INLINE auto call(log1p_, Group const& x) noexcept {
    return log1p(x);
}
template <class Group> LEIBNIZ_INLINE auto call(sin_, Group const& x) noexcept { return sin(x); }
template <class Group> LEIBNIZ_INLINE auto call(cos_, Group const& x) noexcept { return cos(x); }
template <class Group> LEIBNIZ_INLINE auto call(tan_, Group const& x) noexcept { return tan(x); }
template <class Group> LEIBNIZ_INLINE auto call(asin_, Group const& x) noexcept { return asin(x); }
template <class Group> LEIBNIZ_INLINE auto call(acos_, Group const& x) noexcept { return acos(x); }
template <class Group> LEIBNIZ_INLINE auto call(atan_, Group const& x) noexcept { return atan(x); }
template <class Group> LEIBNIZ_INLINE auto call(sinh_, Group const& x) noexcept { return sinh(x); }
template <class Group> LEIBNIZ_INLINE auto call(cosh_, Group const& x) noexcept { return cosh(x); }
template <class Group> LEIBNIZ_INLINE auto call(tanh_, Group const& x) noexcept { return tanh(x); }
template <class Group> LEIBNIZ_INLINE auto call(erf_, Group const& x) noexcept { return erf(x); }
template <class Group> LEIBNIZ_INLINE auto call(logistic_, Group const& x) noexcept {
    return logistic(x);
}
template <class Group> LEIBNIZ_INLINE auto call(softplus_, Group const& x) noexcept {
    return softplus(x);
}
template <class Group> LEIBNIZ_INLINE auto call(sign_, Group const& x) noexcept { return sign(x); }

} // namespace leibniz::simd
