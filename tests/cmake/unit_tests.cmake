include_guard()

add_custom_target(units) # all unit tests, and nothing else

# The instruction sets of x86-64 that are tested: compiler flags, and the names the kernel gives
# the parts a machine must have.
set(leibniz_flags_avx512 -mavx512f -mavx512cd -mavx512dq -mavx512bw -mavx512vl -mavx2 -mfma
    ${leibniz_avx512_warnings})
set(leibniz_needs_avx512 avx512f avx512cd avx512dq avx512bw avx512vl avx2 fma)
set(leibniz_flags_avx2 -mavx2 -mfma)
set(leibniz_needs_avx2 avx2 fma)
set(leibniz_flags_sse2) # the baseline
set(leibniz_needs_sse2 sse2)

function(leibniz_unit_program name)
  if(NOT TARGET unit_main)
    add_library(unit_main OBJECT unit/main.cpp)
    target_link_libraries(unit_main PUBLIC Boost::unit_test_framework)
    target_compile_definitions(unit_main PUBLIC BOOST_TEST_DYN_LINK)
    target_compile_features(unit_main PUBLIC cxx_std_20)
  endif()
  add_executable(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE leibniz leibniz_warnings unit_main)
  # The reference for elementary functions is MPFR; that compile time and run time give the same
  # bits holds without contraction.
  if(name MATCHES "^unit\\.(scalar|simd)")
    target_link_libraries(${name} PRIVATE mpfr gmp)
  endif()
  if(name STREQUAL "unit.io")
    target_link_libraries(${name} PRIVATE leibniz::datasets)
  elseif(name MATCHES "^unit\\.(training|docs)$")
    target_link_libraries(${name} PRIVATE leibniz::threads)
  endif()
  if(name STREQUAL "unit.scalar")
    target_compile_options(${name} PRIVATE -ffp-contract=off)
  endif()
  # What optimisation makes of programs is tested by the folders that run them; here it would be
  # seconds of the compiler's for each file.
  if(name MATCHES "^unit\\.(calculus|docs|io|print|testing)$")
    target_compile_options(${name} PRIVATE -O0)
  endif()
  add_dependencies(units ${name})
endfunction()

# Every <directory>/<folder>/*.cpp but folders simd and contraction: one program and one test
# unit.<folder>.
function(leibniz_unit_tests directory)
  file(GLOB folders LIST_DIRECTORIES true CONFIGURE_DEPENDS ${directory}/*)
  foreach(path IN LISTS folders)
    cmake_path(GET path FILENAME folder)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${path}/*.cpp)
    if(NOT sources OR folder MATCHES "^(simd|contraction)$")
      continue()
    endif()
    leibniz_unit_program(unit.${folder} ${sources})
    add_test(NAME unit.${folder} COMMAND unit.${folder})
    set_tests_properties(unit.${folder} PROPERTIES LABELS unit)
  endforeach()
endfunction()

# <directory>/*.cpp once per instruction set: test unit.simd.<set>, skipped on a machine that lacks
# it. Other processors get the one set the compiler takes for granted.
function(leibniz_simd_tests directory)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${directory}/*.cpp)
  if(NOT sources)
    return()
  endif()
  if(NOT CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
    leibniz_unit_program(unit.simd.native ${sources})
    add_test(NAME unit.simd.native COMMAND unit.simd.native)
    set_tests_properties(unit.simd.native PROPERTIES LABELS unit)
    return()
  endif()
  # Under the sanitizers: the evaluator, on one set. The accuracy of functions is no matter of theirs.
  if(LEIBNIZ_SANITIZE)
    list(FILTER sources EXCLUDE REGEX "/math_[a-z_]*\\.cpp$")
    set(ARGN avx2)
  endif()
  foreach(set IN LISTS ARGN)
    leibniz_unit_program(unit.simd.${set} ${sources})
    target_compile_options(unit.simd.${set} PRIVATE ${leibniz_flags_${set}})
    add_test(NAME unit.simd.${set}
             COMMAND Python3::Interpreter ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/run_if_able.py ${set}
                     "${leibniz_needs_${set}}" $<TARGET_FILE:unit.simd.${set}>)
    set_tests_properties(unit.simd.${set} PROPERTIES LABELS unit SKIP_RETURN_CODE 77)
  endforeach()
  # For Zen the functions that divide have other code. Compiled as GCC 12 does for Zen 4 and 5.
  if(avx512 IN_LIST ARGN)
    set(name unit.simd.avx512_zen)
    leibniz_unit_program(${name} ${directory}/math_sigmoid.cpp)
    target_compile_options(${name} PRIVATE -march=znver3 ${leibniz_flags_avx512})
    add_test(NAME ${name}
             COMMAND Python3::Interpreter ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/run_if_able.py avx512
                     "${leibniz_needs_avx512}" $<TARGET_FILE:${name}>)
    set_tests_properties(${name} PROPERTIES LABELS unit SKIP_RETURN_CODE 77)
  endif()
endfunction()

# <directory>/*.cpp for a processor that fuses a·b + c: with contraction off, and on. Where the flag
# for such a processor is not known, the compiler's own choice.
function(leibniz_contraction_tests directory)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${directory}/*.cpp)
  foreach(contract IN ITEMS off fast)
    set(name unit.contraction.${contract})
    leibniz_unit_program(${name} ${sources})
    target_compile_options(${name} PRIVATE -ffp-contract=${contract})
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
      target_compile_options(${name} PRIVATE ${leibniz_flags_avx2})
      add_test(NAME ${name}
               COMMAND Python3::Interpreter ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/run_if_able.py avx2
                       "${leibniz_needs_avx2}" $<TARGET_FILE:${name}>)
    else()
      add_test(NAME ${name} COMMAND ${name})
    endif()
    set_tests_properties(${name} PROPERTIES LABELS unit SKIP_RETURN_CODE 77)
  endforeach()
  target_compile_definitions(unit.contraction.fast PRIVATE LEIBNIZ_TEST_CONTRACTED)
endfunction()
