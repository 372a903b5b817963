#pragma once
#include <type_traits>
#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

namespace leibniz::simd {

/// While it lives, arithmetic of this thread takes subnormal numbers, nearer to 0 than the least
/// normal one, for 0; then the thread is as it was. On x86-64 only. Averages of gradients that have
/// become 0, as momentum and Adam keep them, shrink to subnormal numbers and stay there, and an
/// operation with one of those takes the processor more than a hundred cycles.
class without_subnormals {
public:
    constexpr without_subnormals() noexcept {
        if (!std::is_constant_evaluated())
            start();
    }
    without_subnormals(without_subnormals const&) = delete;
    without_subnormals& operator=(without_subnormals const&) = delete;
    constexpr ~without_subnormals() {
        if (!std::is_constant_evaluated())
            end();
    }

private:
#if defined(__x86_64__)
    void start() noexcept {
        before_ = _mm_getcsr();
        _mm_setcsr(before_ | results_are_zero | operands_are_zero);
    }
    void end() const noexcept { _mm_setcsr(before_); }

    static constexpr unsigned results_are_zero = 0x8000, operands_are_zero = 0x0040;
    unsigned before_ = 0;
#else
    void start() const noexcept {}
    void end() const noexcept {}
#endif
};

} // namespace leibniz::simd
