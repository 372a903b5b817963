#pragma once
#include <leibniz/expr/errors.hpp>
#include <leibniz/expr/operators.hpp>
#include <leibniz/expr/tensor.hpp>

namespace leibniz {
namespace expr {

/// Is the subscript within the domain for every value of its indices?
template <class Subscript, class Domain> constexpr bool fits() {
    if constexpr (requires { Subscript::range; })
        return Subscript::range == Domain::range;
    else if constexpr (values_of<Subscript>.known && Domain::extent != at_run_time)
        return values_of<Subscript>.least >= 0 && values_of<Subscript>.greatest < Domain::extent;
    else
        return true;
}

template <class Subscript> constexpr int extent_of() {
    if constexpr (requires { Subscript::range; })
        return is_static_range(Subscript::range) ? Subscript::range : at_run_time;
    else
        return values_of<Subscript>.greatest + 1;
}

template <class Tensor, class Subscript, class Domain>
errors::subscript_does_not_fit<Tensor, Subscript, extent_of<Subscript>(), Domain::extent>
refuse_subscript();

} // namespace expr

/// A tensor as the user holds it: subscripted it is an element, assigned to it binds values.
template <class Tensor> struct tensor_handle {
    using type = Tensor;

    template <class... Subscripts>
        requires(sizeof...(Subscripts) == Tensor::rank)
    constexpr auto operator()(Subscripts...) const {
        return element(typename Tensor::domains{}, expr::as_subscript_t<Subscripts>{}...);
    }
    template <class... Subscripts>
        requires(sizeof...(Subscripts) != Tensor::rank)
    errors::wrong_number_of_subscripts<Tensor, static_cast<int>(sizeof...(Subscripts)),
                                       static_cast<int>(Tensor::rank)>
    operator()(Subscripts...) const;

    /// Binds an array for evaluation; one that has a name is referred to, not copied.
    template <class Value>
    constexpr expr::binding<Tensor, Value> operator=(Value&& value) const noexcept {
        return {static_cast<Value&&>(value)};
    }

private:
    template <class... Domains, class... Subscripts>
    static constexpr auto element(meta::list<Domains...>, Subscripts...) {
        constexpr std::size_t wrong = meta::first_true({!expr::fits<Subscripts, Domains>()...});
        if constexpr (wrong == sizeof...(Subscripts))
            return expr::element<Tensor, Subscripts...>{};
        else
            return expr::refuse_subscript<Tensor, meta::type_at<meta::list<Subscripts...>, wrong>,
                                          meta::type_at<meta::list<Domains...>, wrong>>();
    }
};

/// `constexpr auto W = leibniz::tensor<"W">(out, in);` A scope keeps equal names apart.
template <fixed_string Name, fixed_string Scope> struct tensor_maker {
    template <fixed_string... DomainNames, int... Extents>
    constexpr auto operator()(expr::domain<DomainNames, Extents>...) const {
        return tensor_handle<
            expr::tensor_type<Name, Scope, expr::domain<DomainNames, Extents>...>>{};
    }
};
template <fixed_string Name, fixed_string Scope = "">
inline constexpr tensor_maker<Name, Scope> tensor{};

/// `constexpr auto x = leibniz::symbol<"x">;`
template <fixed_string Name, fixed_string Scope = "">
inline constexpr expr::element<expr::tensor_type<Name, Scope>> symbol{};

} // namespace leibniz
