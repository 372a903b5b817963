#pragma once
#include <string_view>

namespace leibniz {
namespace print {

/// The signs a text is written with. Superscripts and ½ are part of the notation that is not
/// `plain`; a plain one writes ^2, 1/2 and sqrt(x).
struct notation {
    bool plain = false;
    std::string_view minus = "−", times = "·", sum = "Σ", at_most = "≤";
    std::string_view partial = "∂", delta = "δ", pi = "π", root = "√";
    std::string_view loss = "E"; ///< the name in ∂E/∂W1
};

} // namespace print

/// The usual notation, in UTF-8.
inline constexpr print::notation unicode{};

/// Seven-bit characters only, for names of types and plain terminals.
inline constexpr print::notation ascii{
    true, "-", "*", "sum", "<=", "d", "delta", "pi", "sqrt", "E"};

} // namespace leibniz
