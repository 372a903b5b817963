# What tests, examples and benchmarks share. Users of the library never come here.

option(LEIBNIZ_SANITIZE "Address and undefined-behaviour sanitizers" OFF)

if(PROJECT_IS_TOP_LEVEL AND NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug or Release" FORCE)
endif()
# No -DNDEBUG: tests and examples run with their assertions.
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(LEIBNIZ_CCACHE ccache)
if(LEIBNIZ_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${LEIBNIZ_CCACHE})
endif()

add_library(leibniz_warnings INTERFACE)
target_compile_options(leibniz_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
                                                  -Werror)

# False warnings from GCC 12's own AVX-512 headers, gcc.gnu.org/PR105593. Our code is still held to
# them: by Clang, and by GCC where it does not compile for AVX-512.
set(leibniz_avx512_warnings)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  set(leibniz_avx512_warnings -Wno-uninitialized -Wno-maybe-uninitialized)
endif()

# For programs that run where they are built. Another -march leaves out what this machine has besides.
set(LEIBNIZ_ARCH native CACHE STRING "What -march= gets in programs that run where they are built")
include(CheckCXXCompilerFlag)
string(MAKE_C_IDENTIFIER "LEIBNIZ_HAS_MARCH_${LEIBNIZ_ARCH}" has_march)
check_cxx_compiler_flag(-march=${LEIBNIZ_ARCH} ${has_march})
add_library(leibniz_native INTERFACE)
target_compile_options(leibniz_native INTERFACE ${leibniz_avx512_warnings})
if(${has_march})
  target_compile_options(leibniz_native INTERFACE -march=${LEIBNIZ_ARCH} -mtune=native)
  # Clang 19 complains of the features that it itself finds in processors with AVX10.
  if(CMAKE_CXX_COMPILER_ID STREQUAL Clang)
    target_compile_options(leibniz_native INTERFACE -Wno-unknown-warning-option
                                                    -Wno-invalid-feature-combination)
  endif()
elseif(NOT LEIBNIZ_ARCH STREQUAL native)
  message(FATAL_ERROR "${CMAKE_CXX_COMPILER} knows no -march=${LEIBNIZ_ARCH} (LEIBNIZ_ARCH)")
endif()

# Without optimisation nothing is forced inline: what the sanitizers add to inlined kernels takes the
# compiler minutes.
if(LEIBNIZ_SANITIZE)
  set(CMAKE_CXX_FLAGS_RELEASE "-O0")
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all
                      -fno-omit-frame-pointer -g -D_GLIBCXX_ASSERTIONS)
  add_link_options(-fsanitize=address,undefined)
endif()
