#pragma once

/// LEIBNIZ_INLINE forces inlining in optimised builds only: forced inlining at -O0 would slow
/// debug builds down and take the frames out of their stack traces.
///
/// LEIBNIZ_INLINE_LAMBDA does the same for a lambda; it stands after the parameter list and
/// includes `noexcept`, because GCC wants the attribute after it and Clang before it.
#ifdef __OPTIMIZE__
#define LEIBNIZ_INLINE __attribute__((always_inline)) inline
#ifdef __clang__
#define LEIBNIZ_INLINE_LAMBDA __attribute__((always_inline)) noexcept
#else
#define LEIBNIZ_INLINE_LAMBDA noexcept __attribute__((always_inline))
#endif
#else
#define LEIBNIZ_INLINE inline
#define LEIBNIZ_INLINE_LAMBDA noexcept
#endif
