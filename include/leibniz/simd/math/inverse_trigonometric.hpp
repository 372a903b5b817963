#pragma once

#include <leibniz/simd/math/bits.hpp>

namespace leibniz::simd {

namespace detail {

/// asin of t, where t = |x| up to 1/2 and t = sqrt((1 - |x|)/2) above: asin|x| = pi/2 - 2 asin(t).
template <class Group> struct reduced_arcsine {
    Group arc;
    decltype(std::declval<Group>() > std::declval<Group>()) large;
};

/// Sollya fpminimax((asin(sqrt(x))/sqrt(x)-1)/x, 5 or 11, SG or D, [0; 0.25], absolute).
template <class Group> LEIBNIZ_INLINE reduced_arcsine<Group> arcsine(Group const& size) noexcept {
    auto const half = constant<Group>(0.5);
    auto const large = size > half;
    auto const z = select(large, fnma(half, size, half), size * size);
    auto const t = select(large, sqrt(z), size);
    Group series;
    if constexpr (is_single<Group>)
        series = horner(z, 0x1.555554p-3, 0x1.3334cep-4, 0x1.6d3e74p-5, 0x1.ffbd92p-6,
                        0x1.0fec3ap-6, 0x1.1ac0e4p-5);
    else
        series = horner(z, 0x1.555555555554ep-3, 0x1.333333333746dp-4, 0x1.6db6db67c1797p-5,
                        0x1.f1c71fd904ad1p-6, 0x1.6e8b22b1a5056p-6, 0x1.1c59dc9879a19p-6,
                        0x1.c863c930cb5c6p-7, 0x1.859067cca56p-7, 0x1.fb41503a4741fp-8,
                        0x1.09cd5f2080893p-6, -0x1.6a9bf3f015835p-7, 0x1.d14ec2a62d4aap-6);
    return {fma(t * z, series, t), copy(large)};
}

/// pi/2 = high + low.
template <class Group> LEIBNIZ_INLINE Group half_pi_high() noexcept {
    return constant<Group>(0x1.921fb6p0, 0x1.921fb54442d18p0);
}
template <class Group> LEIBNIZ_INLINE Group half_pi_low() noexcept {
    return constant<Group>(-0x1.777a5cp-25, 0x1.1a62633145c07p-54);
}

} // namespace detail

/// Arc sine in radians; NaN outside [-1, 1].
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> asin(group<Batch, Size> const& x) noexcept {
    using values = group<Batch, Size>;
    auto const [arc, large] = detail::arcsine(abs(x));
    auto const rest = (arc + arc) - detail::half_pi_low<values>();
    return detail::keep_sign(select(large, detail::half_pi_high<values>() - rest, arc), x);
}

/// Arc cosine in radians; NaN outside [-1, 1].
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> acos(group<Batch, Size> const& x) noexcept {
    using values = group<Batch, Size>;
    auto const [arc, large] = detail::arcsine(abs(x));
    auto const high = detail::half_pi_high<values>(), low = detail::half_pi_low<values>();
    auto const twice = arc + arc;
    auto const opposite = (high + high) - (twice - (low + low));
    auto const middle = high - (detail::flip_sign(arc, x) - low);
    auto const outer = select(x < detail::constant<values>(0), opposite, twice);
    return select(large, outer, middle);
}

/// Arc tangent in radians. Reduction at tan(pi/8) and tan(3*pi/8), as in Cephes' atan.c; series:
/// Sollya fpminimax((atan(sqrt(x))/sqrt(x)-1)/x, 4 or 10, SG or D, [0; 0.17158], absolute).
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> atan(group<Batch, Size> const& x) noexcept {
    using values = group<Batch, Size>;
    auto const zero = detail::constant<values>(0), one = detail::constant<values>(1);
    auto const half = detail::constant<values>(0.5);
    auto const size = abs(x);
    auto const middle = size > detail::constant<values>(0x1.a827999fcef32p-2);
    auto const large = size > detail::constant<values>(0x1.3504f333f9de6p1);
    auto const above = select(large, -one, select(middle, size - one, size));
    auto const below = select(large, size, select(middle, size + one, one));
    auto const t = above / below;
    auto const z = t * t;
    values series;
    if constexpr (detail::is_single<values>)
        series = detail::horner(z, -0x1.555554p-2, 0x1.999714p-3, -0x1.241eap-3, 0x1.b80038p-4,
                                -0x1.082ca8p-4);
    else
        series = detail::horner(z, -0x1.5555555555555p-2, 0x1.9999999999452p-3,
                                -0x1.249249243faa8p-3, 0x1.c71c718a1a80ep-4, -0x1.745d0bd21e6eap-4,
                                0x1.3b12709f90fc9p-4, -0x1.10fb24631800bp-4, 0x1.dff0fee7a3496p-5,
                                -0x1.a0cd519ea4971p-5, 0x1.41eda3f7b1ecbp-5, -0x1.3b6fea66c5688p-6);
    auto const turns = select(large, one, select(middle, half, zero));
    auto const arc = fma(t * z, series, fma(turns, detail::half_pi_low<values>(), t));
    return detail::keep_sign(fma(turns, detail::half_pi_high<values>(), arc), x);
}

} // namespace leibniz::simd
