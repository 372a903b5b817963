#pragma once
#include <cstdint>
#include <type_traits>
#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

namespace leibniz::simd {

/// While it lives, arithmetic of this thread takes subnormal numbers, nearer to 0 than the least
/// normal one, for 0; then the thread is as it was. On x86-64 and 64-bit ARM only. Averages of
/// gradients that have become 0, as momentum and Adam keep them, shrink to subnormal numbers and
/// stay there, and an operation with one of those takes an x86-64 processor more than a hundred
/// cycles.
class without_subnormals {
public:
    constexpr without_subnormals() noexcept {
        if (!std::is_constant_evaluated()) {
            before_ = control();
            set_control(before_ | zeros);
        }
    }
    without_subnormals(without_subnormals const&) = delete;
    without_subnormals& operator=(without_subnormals const&) = delete;
    constexpr ~without_subnormals() {
        if (!std::is_constant_evaluated())
            set_control(before_);
    }

private:
#if defined(__x86_64__)
    using word = unsigned;
    static constexpr word zeros = 0x8040; ///< FTZ, of results, and DAZ, of operands
    static word control() noexcept { return _mm_getcsr(); }
    static void set_control(word value) noexcept { _mm_setcsr(value); }
#elif defined(__aarch64__)
    using word = std::uint64_t;
    static constexpr word zeros = word{1} << 24; ///< FZ, of both
    static word control() noexcept {
        word value;
        __asm__ volatile("mrs %0, fpcr" : "=r"(value));
        return value;
    }
    static void set_control(word value) noexcept {
        __asm__ volatile("msr fpcr, %0" : : "r"(value) : "memory");
    }
#else
    using word = unsigned;
    static constexpr word zeros = 0;
    static word control() noexcept { return 0; }
    static void set_control(word) noexcept {}
#endif
    word before_ = 0;
};

} // namespace leibniz::simd
