#pragma once

// GCC 12 takes the deliberately undefined operand inside its own AVX-512 intrinsics for an
// uninitialised variable (GCC bug 105593). A pragma at the place of their definition, or around a
// function they are inlined into, silences that; the rest of a user's code keeps the warning.
#if defined(__GNUC__) && !defined(__clang__)
#define LEIBNIZ_QUIET_INTRINSICS                                                                   \
    _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Wuninitialized\"")           \
        _Pragma("GCC diagnostic ignored \"-Wmaybe-uninitialized\"")
#define LEIBNIZ_END_QUIET_INTRINSICS _Pragma("GCC diagnostic pop")
#else
#define LEIBNIZ_QUIET_INTRINSICS
#define LEIBNIZ_END_QUIET_INTRINSICS
#endif

LEIBNIZ_QUIET_INTRINSICS
#include <xsimd/xsimd.hpp>
LEIBNIZ_END_QUIET_INTRINSICS
