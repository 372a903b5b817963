include_guard()

# <directory>/*.cpp all include the whole library and are linked into one program: a function that
# should be inline, or an entity that differs between the two, is found here.
function(leibniz_link_test directory)
  file(GLOB sources CONFIGURE_DEPENDS ${directory}/*.cpp)
  add_executable(link.two_units ${sources})
  target_link_libraries(link.two_units PRIVATE leibniz leibniz_warnings)
  add_test(NAME link.two_units COMMAND link.two_units)
  set_tests_properties(link.two_units PROPERTIES LABELS link)
endfunction()

# The project in <directory> is configured, built and run with the library reached in three ways.
function(leibniz_consumer_tests directory)
  set(work ${CMAKE_CURRENT_BINARY_DIR}/consumer)
  add_test(NAME consumer.install COMMAND ${CMAKE_COMMAND} --install ${leibniz_BINARY_DIR} --prefix
                                         ${work}/prefix)
  set_tests_properties(consumer.install PROPERTIES FIXTURES_SETUP installed LABELS consumer)
  foreach(way IN ITEMS add_subdirectory fetch_content find_package)
    add_test(
      NAME consumer.${way}
      COMMAND
        ${CMAKE_CTEST_COMMAND} --build-and-test ${CMAKE_CURRENT_SOURCE_DIR}/${directory}
        ${work}/${way} --build-generator ${CMAKE_GENERATOR} --build-options -DWAY=${way}
        -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER} -DCMAKE_BUILD_TYPE=Release
        -DLEIBNIZ_SOURCE=${leibniz_SOURCE_DIR} -DCMAKE_PREFIX_PATH=${work}/prefix --test-command
        ${CMAKE_CTEST_COMMAND} --output-on-failure --no-tests=error)
    set_tests_properties(consumer.${way} PROPERTIES LABELS consumer)
  endforeach()
  set_tests_properties(consumer.find_package PROPERTIES FIXTURES_REQUIRED installed)
endfunction()

# What leibniz_add_compile_failure_test refuses, and what it says.
function(leibniz_refuses name arguments message)
  add_test(NAME refusal.${name}
           COMMAND ${CMAKE_COMMAND} -D "arguments=${arguments}" -P
                   ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/refused.cmake)
  set_tests_properties(refusal.${name} PROPERTIES LABELS consumer PASS_REGULAR_EXPRESSION
                                                  "failure_test\\(test\\): ${message}")
endfunction()
function(leibniz_refusal_tests)
  leibniz_refuses(no_text "test FILE a.cpp" "it takes FILE")
  leibniz_refuses(no_twin "test FILE a.cpp EXPECT text TWIN" "nothing follows TWIN")
  leibniz_refuses(unknown_word "test MAIN a.cpp FILE a.cpp EXPECT text" "no part of it is MAIN")
  leibniz_refuses(two_corrections "test FILE a.cpp EXPECT text TWIN b.cpp CORRECTED_BY FIXED"
                  "what must compile is a TWIN or")
  leibniz_refuses(semicolon "test FILE a.cpp EXPECT [[a;b]]" "a text has a semicolon: a;b")
endfunction()
