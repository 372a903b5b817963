#pragma once
#include <leibniz/expr/binding.hpp>
#include <leibniz/meta/fixed_string.hpp>
#include <leibniz/meta/key.hpp>
#include <leibniz/meta/list.hpp>

namespace leibniz {

/// The extent of a domain whose size is known only at run time, such as the samples of a batch.
inline constexpr int at_run_time = 0;

namespace expr {

/// A set of positions 0 … Extent − 1 with a name: "in", "hidden", "samples".
template <fixed_string Name, int Extent> struct domain {
    static_assert(Extent >= 0, "a domain has a positive extent, or leibniz::at_run_time");
    static constexpr auto name = Name;
    static constexpr int extent = Extent;

    /// What tells ranges apart once an index is bound: the extent, or, where it is known only at
    /// run time, a negative number made of the domain's name.
    static constexpr int range = Extent > 0 ? Extent
                                            : -1 - static_cast<int>(meta::mix_text(1, Name.view()) &
                                                                    0x3fffffff);

    /// Binds the extent for evaluation, where it is known only at run time: `f(samples = 100)`.
    constexpr binding<domain, int> operator=(int positions) const noexcept
        requires(Extent == at_run_time)
    {
        return {positions};
    }
};

constexpr bool is_static_range(int range) { return range > 0; }

/// Is one of the domains, or of the indices, that of the samples?
template <class... Ranged> constexpr bool is_per_sample(meta::list<Ranged...>) {
    return (!is_static_range(Ranged::range) || ...);
}

/// How many elements tensors over these domains have; of those over samples one sample's.
template <class... Ranged> constexpr int volume(meta::list<Ranged...>) {
    return (1 * ... * (is_static_range(Ranged::range) ? Ranged::range : 1));
}

} // namespace expr

/// `constexpr auto in = leibniz::domain<"in", 4>;`
template <fixed_string Name, int Extent> inline constexpr expr::domain<Name, Extent> domain{};

} // namespace leibniz
