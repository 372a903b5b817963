#pragma once
#include <leibniz/expr/canonical.hpp>

namespace leibniz::expr {

/// A function may know its value at an exact argument (sin 0 = 0): it then has a member template
/// `at<rational>` that is that value.
template <class Function, class... Arguments> struct application_maker {
    using type = application<Function, Arguments...>;
};
template <class Function, rational Value>
    requires requires { typename Function::template at<Value>; }
struct application_maker<Function, constant<Value>> {
    using type = typename Function::template at<Value>;
};

} // namespace leibniz::expr
