include_guard()
include(syntax_tests) # leibniz_include_dirs

# Test gate.compile: counts of what the compiler does are held to <directory>/baseline.json; test
# gate.compile.mutant: they are refused when they have grown. The flags are the gate's own, since
# others would move the counts; so would another processor's instructions.
function(leibniz_bill_tests directory)
  if(NOT CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
    message(STATUS "gate.compile is left out: its baseline is of x86-64")
    return()
  endif()
  set(gate ${CMAKE_CURRENT_SOURCE_DIR}/${directory}/gate.py)
  add_test(NAME gate.compile COMMAND Python3::Interpreter -B ${gate} ${CMAKE_CXX_COMPILER}
                                     ${leibniz_include_dirs})
  add_test(NAME gate.compile.mutant COMMAND Python3::Interpreter -B ${gate} --mutant
                                            ${CMAKE_CXX_COMPILER} ${leibniz_include_dirs})
  set_tests_properties(gate.compile gate.compile.mutant PROPERTIES LABELS gate SKIP_RETURN_CODE 77)
endfunction()
