// expected: the other model lacks a parameter of this one
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

inline constexpr auto net = lz::network<"net">(lz::input<2>, lz::dense<1>());
inline constexpr auto other = lz::network<"other">(lz::input<2>, lz::dense<1>());

#ifdef CORRECTED
lz::model<double, net> copied(lz::model<float, net> const& from) {
#else
lz::model<double, net> copied(lz::model<float, other> const& from) {
#endif
    return lz::model<double, net>(from);
}
