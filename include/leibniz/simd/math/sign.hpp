#pragma once

#include <leibniz/simd/math/bits.hpp>

namespace leibniz::simd {

/// -1, 0 or 1 by the sign of x; zeros keep their sign, NaN stays NaN.
template <class Batch, std::size_t Size>
LEIBNIZ_INLINE group<Batch, Size> sign(group<Batch, Size> const& x) noexcept {
    using values = group<Batch, Size>;
    auto const ordinary = abs(x) > detail::constant<values>(0);
    return select(ordinary, detail::keep_sign(detail::constant<values>(1), x), x);
}

} // namespace leibniz::simd
