#pragma once

/// LEIBNIZ_NOINLINE keeps a loop nest in a function of its own, where all registers are its own.
///
/// LEIBNIZ_INLINE forces inlining in optimised builds only: at -O0 it would only slow the compiler
/// and the program down.
///
/// LEIBNIZ_INLINE_LAMBDA does the same for a lambda; it stands after the parameter list and
/// includes `noexcept`, because GCC wants the attribute after it and Clang before it.
///
/// LEIBNIZ_UNROLLED stands before a loop: two rounds in one, whatever the compiler thinks of it
/// (GCC 12 unrolls none of ours, Clang 19 some of them four times; GCC leaves long ones alone all
/// the same). LEIBNIZ_ROLLED: one.
#define LEIBNIZ_NOINLINE __attribute__((noinline))
#define LEIBNIZ_UNROLLED _Pragma("GCC unroll 2")
#define LEIBNIZ_ROLLED _Pragma("GCC unroll 1")
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
