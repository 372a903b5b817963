#pragma once
#include <leibniz/expr/children.hpp>
#include <leibniz/expr/summation.hpp>
#include <limits>

/// What formulas are lowered to: the same nodes, with addresses for elements. An address is an
/// affine form of the loop variables, in numbers from the start of an array.
namespace leibniz::program {

/// The number at Address of a Source: an array while lowering, then a slot, so that kernels of the
/// same shape are the same type whatever the tensors are called. The key leaves the source out.
template <class Source, class Address> struct load : expr::expression {
    using source = Source;
    using address = Address;
    static constexpr expr::node_facts facts = [] {
        auto result = expr::gather(meta::kind::element, 7, {expr::facts_of_subscript<Address>});
        result.tensors = 0;
        return result;
    }();
};

template <int Number> struct slot {
    static constexpr int number = Number;
};

/// A Σ whose variable Lane runs along the lanes of a vector, added up at the end. Where the left
/// side has lanes, too, they are the rows meanwhile.
template <class Lane, class Body, int... Ranges> struct lane_sum : expr::expression {
    static constexpr expr::node_facts facts = [] {
        auto result = expr::gather(meta::kind::summation, Lane::key,
                                   {expr::summation<Body, Ranges...>::facts});
        result.lanes =
            expr::is_static_range(Lane::range) ? Lane::range : std::numeric_limits<int>::max();
        return result;
    }();
};

} // namespace leibniz::program
