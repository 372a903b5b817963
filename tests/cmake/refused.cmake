# A call that leibniz_add_compile_failure_test refuses.
#
# usage: cmake -D "arguments=<what stands in the parentheses>" -P refused.cmake

cmake_minimum_required(VERSION 3.22)
include(${CMAKE_CURRENT_LIST_DIR}/../../.cmake/leibnizTesting.cmake)
cmake_language(EVAL CODE "leibniz_add_compile_failure_test(${arguments})")
