#include <boost/hana/map.hpp>
#include <boost/hana/sum.hpp>
#include <boost/hana/tuple.hpp>
#include <leibniz/expr/hana.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/testing.hpp>

namespace {

namespace lz = leibniz;
namespace hana = boost::hana;
using namespace lz::literals;

constexpr auto x = lz::symbol<"x">;
constexpr auto y = lz::symbol<"y">;
static_assert(hana::equal(x + y, y + x));
static_assert(hana::not_equal(x + y, y* x));
static_assert(hana::plus(x, y) == x + y);
static_assert(hana::minus(x, y) == x - y);
static_assert(hana::mult(x, y) == x * y);
static_assert(hana::negate(x) == -x);
static_assert(hana::Ring<decltype(x)>::value && hana::Group<decltype(x)>::value &&
              hana::Comparable<decltype(x)>::value);
static_assert(hana::one<lz::expr::expression_tag>() * x == x &&
              hana::zero<lz::expr::expression_tag>() + x == x);
static_assert((x * hana::int_c<2>) == 2_c * x);
static_assert(hana::sum<lz::expr::expression_tag>(hana::make_tuple(x, y, x)) == 2_c * x + y);
static_assert(lz::same((x + y) * (x + y), x* x + 2_c * x * y + y * y));

} // namespace
