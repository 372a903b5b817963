# The libraries of other people: each is measured when it is found. By their files, because the
# packages of Torch and dlib look for much that is not needed here.
function(add_peer source header library)
  find_path(LEIBNIZ_${source}_HEADER ${header} PATH_SUFFIXES torch/csrc/api/include)
  find_library(LEIBNIZ_${source}_LIBRARY ${library})
  if(LEIBNIZ_${source}_HEADER AND LEIBNIZ_${source}_LIBRARY)
    set(contestants ${contestants} peers/${source}.cpp PARENT_SCOPE)
    set(libraries ${libraries} ${LEIBNIZ_${source}_LIBRARY} ${ARGN} PARENT_SCOPE)
  else()
    message(STATUS "${source} is not measured: ${header} or ${library} was not found")
  endif()
endfunction()

find_package(Eigen3 3.4 QUIET NO_MODULE)
if(Eigen3_FOUND)
  list(APPEND contestants peers/eigen.cpp)
  list(APPEND libraries Eigen3::Eigen)
  # GCC 12 warns of an unrolled loop of Eigen's over a matrix of one row, which it never reaches.
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    set_source_files_properties(peers/eigen.cpp PROPERTIES COMPILE_OPTIONS
                                                           -Wno-aggressive-loop-optimizations)
  endif()
else()
  message(STATUS "eigen is not measured: Eigen3 was not found")
endif()
add_peer(openblas cblas-openblas.h openblas)
add_peer(dlib dlib/dnn.h dlib)
add_peer(fann floatfann.h floatfann)
add_peer(libtorch torch/torch.h torch torch_cpu c10)
if(LEIBNIZ_libtorch_HEADER)
  set(options -isystem ${LEIBNIZ_libtorch_HEADER})
  # Version 1.13 has vectors of types that are not complete yet, which Clang refuses in C++20.
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    list(APPEND options -std=c++17 -Wno-c++20-extensions)
  endif()
  set_source_files_properties(peers/libtorch.cpp peers/filters_torch.cpp
                              peers/separable_torch.cpp peers/burgers_torch.cpp
                              PROPERTIES COMPILE_OPTIONS "${options}")
endif()
