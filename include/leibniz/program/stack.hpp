#pragma once
#include <leibniz/meta/inline.hpp>

namespace leibniz::program {

/// For the vectors of Lanes that find no register. Clang 19 aligns the stack for them only in a
/// function that has an aligned object besides; where they lie across two lines of the cache, Zen 4
/// takes long to read back what it has just written. (2-4-1, 64 samples: a sixth to a third, by
/// where the caller's stack happens to be.)
template <class Lanes> LEIBNIZ_INLINE constexpr void align_stack() noexcept {
#ifdef __clang__
    if constexpr (Lanes::width > 1) {
        alignas(Lanes::width * sizeof(typename Lanes::number)) char aligned;
        asm volatile("" : : "r"(&aligned));
    }
#endif
}

} // namespace leibniz::program
