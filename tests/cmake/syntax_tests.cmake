include_guard()

# The compiler as the targets call it, for scripts: compiler, standard, include folders. The
# system's own folders must not be named again: that would break their #include_next.
get_target_property(leibniz_include_dirs Boost::headers INTERFACE_INCLUDE_DIRECTORIES)
list(APPEND leibniz_include_dirs ${xsimd_INCLUDE_DIRS})
list(REMOVE_DUPLICATES leibniz_include_dirs)
list(REMOVE_ITEM leibniz_include_dirs ${CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES})
list(TRANSFORM leibniz_include_dirs PREPEND -isystem)
separate_arguments(leibniz_compiler NATIVE_COMMAND "${CMAKE_CXX_FLAGS}")
list(PREPEND leibniz_compiler ${CMAKE_CXX_COMPILER})
list(APPEND leibniz_compiler -std=c++20 -fsyntax-only -I${leibniz_SOURCE_DIR}/include
     ${leibniz_include_dirs})

# Every <directory>/*.cpp: test error.<name>, the compiler must answer with one error, which has the
# texts of the line `// expected: text … text`; test error.<name>.corrected, with -DCORRECTED the
# file must compile. A line `// gcc 12: text` has the whole of what that compiler says, as the README
# shows it.
function(leibniz_error_tests directory)
  file(GLOB sources CONFIGURE_DEPENDS ${directory}/*.cpp)
  foreach(source IN LISTS sources)
    cmake_path(GET source STEM name)
    file(STRINGS ${source} expected REGEX "^// expected: " ENCODING UTF-8)
    string(REGEX REPLACE "^// expected: " "" expected "${expected}")
    string(REPLACE " … " ";" expected "${expected}")
    file(STRINGS ${source} whole REGEX "^// gcc 12: " ENCODING UTF-8)
    if(whole AND CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION MATCHES "^12[.]")
      string(REGEX REPLACE "^// gcc 12: " "" expected "${whole}")
    endif()
    leibniz_add_compile_failure_test(error.${name} FILE ${source} EXPECT ${expected} ALONE
                                     CORRECTED_BY CORRECTED)
    set_tests_properties(error.${name} error.${name}.corrected PROPERTIES LABELS error)
  endforeach()
endfunction()

# One test lint.<name> per <directory>/<name>.py; a script ends with 77 where it cannot run.
function(leibniz_lint_tests directory)
  file(GLOB scripts CONFIGURE_DEPENDS ${directory}/*.py)
  foreach(script IN LISTS scripts)
    cmake_path(GET script STEM name)
    set(arguments)
    if(name STREQUAL headers)
      set(arguments ${leibniz_compiler}
                    $<TARGET_PROPERTY:leibniz_warnings,INTERFACE_COMPILE_OPTIONS>)
    endif()
    add_test(NAME lint.${name} COMMAND Python3::Interpreter -B ${script} ${leibniz_SOURCE_DIR}
                                       ${arguments} COMMAND_EXPAND_LISTS)
    set_tests_properties(lint.${name} PROPERTIES LABELS lint SKIP_RETURN_CODE 77)
  endforeach()
  set_tests_properties(lint.headers PROPERTIES PROCESSORS 2) # compiles two headers at a time
endfunction()
