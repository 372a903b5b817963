#pragma once
#include <leibniz/expr/canonical.hpp>

namespace leibniz::expr {

template <relation Relation, class Left, class Right, class Then, class Else>
struct selection_maker {
    using type = selection<Relation, Left, Right, Then, Else>;
};
template <relation Relation, class Left, class Right, class Same>
struct selection_maker<Relation, Left, Right, Same, Same> {
    using type = Same;
};
template <relation Relation, rational A, rational B, class Then, class Else>
requires(!std::is_same_v<Then, Else>) struct selection_maker<Relation, constant<A>, constant<B>,
                                                             Then, Else> {
    static constexpr rational gap = B + (-A);
    static constexpr bool holds = gap.numerator > 0 ||
                                  (gap.numerator == 0 && Relation == relation::less_or_equal);
    using type = std::conditional_t<holds, Then, Else>;
};
template <relation Relation, class Left, class Right, class Then, class Else>
using make_selection = typename selection_maker<Relation, Left, Right, Then, Else>::type;

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
