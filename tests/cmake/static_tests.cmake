include_guard()

# Every <directory>/<folder>/*.cpp must compile. The objects of a folder are linked into a program
# that does nothing, so that CTest counts them. Target `proofs`: the objects of folder proof.
function(leibniz_static_tests directory)
  add_custom_target(proofs)
  file(GLOB folders LIST_DIRECTORIES true CONFIGURE_DEPENDS ${directory}/*)
  foreach(path IN LISTS folders)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${path}/*.cpp)
    if(NOT sources)
      continue()
    endif()
    cmake_path(GET path FILENAME folder)
    add_library(static_${folder} OBJECT ${sources})
    target_link_libraries(static_${folder} PRIVATE leibniz leibniz_warnings)
    add_executable(static.${folder} ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/compiled.cpp
                                    $<TARGET_OBJECTS:static_${folder}>)
    add_test(NAME static.${folder} COMMAND static.${folder})
    set_tests_properties(static.${folder} PROPERTIES LABELS static)
  endforeach()
  if(TARGET static_proof)
    add_dependencies(proofs static_proof)
  endif()
endfunction()
