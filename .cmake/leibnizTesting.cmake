# For tests that the compiler runs, on your own files; GCC and Clang. Call enable_testing() before.

include_guard(GLOBAL)

# The compiler's command for the sources of a target, in the configuration that is tested, without
# its output.
function(_leibniz_compiler_of target result)
  set(standard 20)
  if(CMAKE_CXX_STANDARD AND CMAKE_CXX_STANDARD GREATER 20)
    set(standard ${CMAKE_CXX_STANDARD})
  endif()
  separate_arguments(flags NATIVE_COMMAND "${CMAKE_CXX_FLAGS}")
  string(TOUPPER "${CMAKE_CONFIGURATION_TYPES};${CMAKE_BUILD_TYPE}" configurations)
  list(REMOVE_DUPLICATES configurations)
  foreach(configuration IN LISTS configurations)
    separate_arguments(its_flags NATIVE_COMMAND "${CMAKE_CXX_FLAGS_${configuration}}")
    foreach(flag IN LISTS its_flags)
      list(APPEND flags "$<$<CONFIG:${configuration}>:${flag}>")
    endforeach()
  endforeach()
  set(includes "$<TARGET_PROPERTY:${target},INCLUDE_DIRECTORIES>")
  set(definitions "$<TARGET_PROPERTY:${target},COMPILE_DEFINITIONS>")
  set(${result}
      ${CMAKE_CXX_COMPILER}
      ${flags}
      "$<TARGET_PROPERTY:${target},COMPILE_OPTIONS>"
      "$<$<BOOL:${includes}>:-I$<JOIN:${includes},$<SEMICOLON>-I>>"
      "$<$<BOOL:${definitions}>:-D$<JOIN:${definitions},$<SEMICOLON>-D>>"
      ${CMAKE_CXX${standard}_STANDARD_COMPILE_OPTION}
      -fsyntax-only
      -w
      -fno-diagnostics-color
      PARENT_SCOPE)
endfunction()

# leibniz_add_static_test(<name> [ALL] <file>… [LIBRARIES <target>…])
#
# Every file must compile; none needs a main. Test <name>.<file without extension> compiles it;
# target <name> compiles them all, with ALL in every build. They see the headers of leibniz and of
# the LIBRARIES.
function(leibniz_add_static_test name)
  cmake_parse_arguments(PARSE_ARGV 1 test ALL "" LIBRARIES)
  if(NOT test_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "leibniz_add_static_test(${name}): no files")
  endif()
  set(when EXCLUDE_FROM_ALL)
  if(test_ALL)
    set(when)
  endif()
  add_library(${name} OBJECT ${when} ${test_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PRIVATE leibniz::leibniz ${test_LIBRARIES})
  _leibniz_compiler_of(${name} compiler)
  foreach(file IN LISTS test_UNPARSED_ARGUMENTS)
    cmake_path(ABSOLUTE_PATH file)
    cmake_path(GET file STEM LAST_ONLY stem)
    add_test(NAME ${name}.${stem} COMMAND ${compiler} ${file} COMMAND_EXPAND_LISTS)
  endforeach()
endfunction()

# leibniz_add_compile_failure_test(<name> FILE <file> EXPECT <text>… [ALONE]
#                                  [TWIN <file> | CORRECTED_BY <macro>] [LIBRARIES <target>…])
#
# Test <name>: the file must not compile, and one line of the compiler's errors must hold all the
# texts after `error:`, as they are, in this order. No text has a semicolon, or a [ without its ].
# With ALONE that line must be the only error.
# Test <name>.corrected, which shows that the file fails for this reason and no other: the TWIN, or
# the same file with the macro defined, must compile.
function(leibniz_add_compile_failure_test name)
  cmake_parse_arguments(PARSE_ARGV 1 test ALONE "FILE;TWIN;CORRECTED_BY" "EXPECT;LIBRARIES")
  set(what "leibniz_add_compile_failure_test(${name})")
  list(REMOVE_ITEM test_KEYWORDS_MISSING_VALUES LIBRARIES) # a list of them may be empty
  if(test_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "${what}: no part of it is ${test_UNPARSED_ARGUMENTS}")
  elseif(NOT test_FILE OR NOT test_EXPECT)
    message(FATAL_ERROR "${what}: it takes FILE <file> and EXPECT <text>…")
  elseif(test_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "${what}: nothing follows ${test_KEYWORDS_MISSING_VALUES}")
  elseif(test_TWIN AND test_CORRECTED_BY)
    message(FATAL_ERROR "${what}: what must compile is a TWIN or CORRECTED_BY a macro, not both")
  endif()
  foreach(text IN LISTS test_EXPECT)
    if(text MATCHES ";")
      message(FATAL_ERROR "${what}: a text has a semicolon: ${text}")
    endif()
  endforeach()
  add_library(${name} OBJECT EXCLUDE_FROM_ALL ${test_FILE}) # for its flags; nobody builds it
  target_link_libraries(${name} PRIVATE leibniz::leibniz ${test_LIBRARIES})
  _leibniz_compiler_of(${name} compiler)
  cmake_path(ABSOLUTE_PATH test_FILE)
  set(how any)
  if(test_ALONE)
    set(how alone)
  endif()
  add_test(
    NAME ${name}
    COMMAND ${CMAKE_COMMAND} -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/leibnizCompileFailure.cmake --
            ${how} ${test_EXPECT} --compiler ${compiler} ${test_FILE}
    COMMAND_EXPAND_LISTS)
  if(test_TWIN)
    cmake_path(ABSOLUTE_PATH test_TWIN)
    add_test(NAME ${name}.corrected COMMAND ${compiler} ${test_TWIN} COMMAND_EXPAND_LISTS)
  elseif(test_CORRECTED_BY)
    add_test(NAME ${name}.corrected COMMAND ${compiler} -D${test_CORRECTED_BY} ${test_FILE}
                                            COMMAND_EXPAND_LISTS)
  endif()
endfunction()
