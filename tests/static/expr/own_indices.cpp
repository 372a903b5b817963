#include <leibniz/expr/adl.hpp>
#include <leibniz/expr/operators.hpp>
#include <leibniz/expr/own_indices.hpp>
#include <leibniz/expr/symbols.hpp>

// Tensors over indices that nobody has named.

namespace {

namespace lz = leibniz;

constexpr auto rows = lz::domain<"rows", 2>;
constexpr auto columns = lz::domain<"columns", 3>;
constexpr auto W = lz::tensor<"W">(rows, columns);
constexpr auto p = lz::index<"p">(rows);
constexpr auto q = lz::index<"q">(columns);

template <class Tensor> constexpr auto over_pq(lz::tensor_handle<Tensor>) {
    return typename lz::expr::over_own_indices<"pq", Tensor>::type{};
}
static_assert(over_pq(W) == W(p, q));
static_assert(
    std::is_same_v<lz::expr::own_indices<"pq", lz::meta::list<>>::type, lz::meta::list<>>);
static_assert(std::is_same_v<
              lz::expr::own_indices<"pq", decltype(W)::type::domains>::type,
              lz::meta::list<std::remove_const_t<decltype(p)>, std::remove_const_t<decltype(q)>>>);

} // namespace
