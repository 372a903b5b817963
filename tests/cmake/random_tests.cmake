include_guard()

# Adds the files that <script> writes, <count> of them, to a unit test program.
function(leibniz_random_tests program script count)
  cmake_path(GET script PARENT_PATH source)
  cmake_path(GET script STEM name)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${name})
  file(GLOB parts CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${source}/formulas/*.py)
  math(EXPR last "${count} - 1")
  foreach(part RANGE ${last})
    list(APPEND written ${folder}/${name}_${part}.cpp)
  endforeach()
  add_custom_command(
    OUTPUT ${written}
    COMMAND Python3::Interpreter -B ${CMAKE_CURRENT_SOURCE_DIR}/${script} ${folder} ${count}
    DEPENDS ${script} ${parts})
  target_sources(${program} PRIVATE ${written})
  target_include_directories(${program} PRIVATE ${source})
endfunction()
