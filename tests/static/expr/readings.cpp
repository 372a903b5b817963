#include <leibniz/calculus.hpp>

namespace {

namespace lz = leibniz;
using namespace lz::literals;

constexpr auto in = lz::domain<"in", 4>;
constexpr auto i = lz::index<"i">(in);
constexpr auto j = lz::index<"j">(in);
constexpr auto A = lz::tensor<"A">(in, in);
constexpr auto x = lz::tensor<"x">(in);
constexpr auto y = lz::tensor<"y">(in);
constexpr auto z = lz::tensor<"z">(in);
constexpr auto s = lz::symbol<"s">;
constexpr auto unread = lz::symbol<"unread">;

constexpr auto all = lz::equations(lz::define(y(i), sum(j, A(i, j) * x(j)) + x(i)),
                                   lz::define(z(i), lz::tanh(y(i)) + s), lz::define(s, 3_c),
                                   lz::define(unread, sum(i, sum(j, A(j, i) * z(i)) * x(i))));

using table_type = lz::expr::readings<std::remove_const_t<decltype(all)>>;
constexpr auto const& table = table_type::table;
constexpr std::size_t none = std::remove_cvref_t<decltype(table)>::none;

template <class Tensor> constexpr lz::meta::key key_of(lz::tensor_handle<Tensor>) {
    return Tensor::key;
}
template <class Tensor> constexpr lz::meta::key key_of(lz::expr::element<Tensor>) {
    return Tensor::key;
}

} // namespace

static_assert(table.reader(key_of(A)) == 0 && table.reader(key_of(A), 1) == 3);
static_assert(table.reader(key_of(A), 4) == none);
static_assert(table.count(key_of(A)) == 2);
static_assert(table.count(key_of(x)) == 3, "twice in one equation");
static_assert(table.reader(key_of(y)) == 1 && table.reader(key_of(y), 2) == none);
static_assert(table.reader(key_of(s)) == 1 && table.count(key_of(s)) == 1);
static_assert(table.reader(key_of(unread)) == none && table.count(key_of(unread)) == 0);

// Equations that read nothing.
static_assert(
    lz::expr::readings<std::remove_const_t<decltype(lz::equations(lz::define(s, 1_c)))>>::table
        .reader(key_of(s)) == none);
