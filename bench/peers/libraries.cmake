# The libraries of other people: each is measured when it is found.
find_package(Eigen3 3.4 QUIET NO_MODULE)
if(Eigen3_FOUND)
  list(APPEND contestants peers/eigen.cpp)
  list(APPEND libraries Eigen3::Eigen)
endif()
