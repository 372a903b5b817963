#pragma once
#include <leibniz/program/tile.hpp>
#include <leibniz/simd/functions.hpp>

/// The vectors that programs are run with: one xsimd batch each.
namespace leibniz::simd {

/// What the compiler was told the machine has. The architecture is part of every type that depends
/// on it, so that translation units built for different ones do not mix.
using native = xsimd::default_arch;

template <class Number, class Arch = native> struct lanes {
    using number = Number;
    using arch = Arch;
    using vector = xsimd::batch<Number, Arch>;
    static constexpr int width = static_cast<int>(vector::size);
    /// Architectural vector registers.
    static constexpr int registers =
        sizeof(vector) == 64 || std::is_base_of_v<xsimd::neon64, Arch> ? 32 : 16;

    static LEIBNIZ_INLINE vector load(Number const* from) noexcept {
        return vector::load_unaligned(from);
    }
    static LEIBNIZ_INLINE void store(Number* to, vector const& value) noexcept {
        value.store_unaligned(to);
    }
    static LEIBNIZ_INLINE vector broadcast(Number value) noexcept { return vector(value); }
    static LEIBNIZ_INLINE vector gather(Number const* from, int stride) noexcept {
        alignas(vector) Number numbers[static_cast<std::size_t>(width)];
        for (int i = 0; i < width; ++i)
            numbers[i] = from[static_cast<std::ptrdiff_t>(i) * stride];
        return vector::load_aligned(numbers);
    }
    static LEIBNIZ_INLINE vector fma(vector const& a, vector const& b, vector const& c) noexcept {
        return multiply_add(a, b, c);
    }
    static LEIBNIZ_INLINE vector sqrt(vector const& x) noexcept { return xsimd::sqrt(x); }
    static LEIBNIZ_INLINE vector pow(vector const& x, Number exponent) noexcept {
        using one = group<vector, 1>;
        return simd::pow(one{{x}}, one::broadcast(exponent)).lane[0];
    }
    // Through group, which knows how xsimd 8.1 compares NaN with AVX-512.
    static LEIBNIZ_INLINE auto less(vector const& a, vector const& b) noexcept {
        return (group<vector, 1>{{a}} < group<vector, 1>{{b}}).lane[0];
    }
    static LEIBNIZ_INLINE auto less_or_equal(vector const& a, vector const& b) noexcept {
        return (group<vector, 1>{{a}} <= group<vector, 1>{{b}}).lane[0];
    }
    template <class Mask>
    static LEIBNIZ_INLINE vector select(Mask const& mask, vector const& yes,
                                        vector const& no) noexcept {
        return xsimd::select(mask, yes, no);
    }
    /// The first lanes, zero beyond them.
    static LEIBNIZ_INLINE vector first(vector const& value, int count) noexcept {
        alignas(vector) Number numbers[static_cast<std::size_t>(width)];
        value.store_aligned(numbers);
        for (int i = 0; i < width; ++i)
            numbers[i] = i < count ? numbers[i] : Number{0};
        return vector::load_aligned(numbers);
    }
    static LEIBNIZ_INLINE Number add_up(vector const& value) noexcept { return xsimd::hadd(value); }

    /// One half of two vectors interleaved: a₀ b₀ a₁ b₁ … from lane First on. By the compilers'
    /// shuffle, because xsimd 8.1's zip_lo and zip_hi interleave within 128 bits on some sets and
    /// across the whole vector on others.
    template <int First, int... At>
    static LEIBNIZ_INLINE vector interleave(vector const& a, vector const& b,
                                            std::integer_sequence<int, At...>) noexcept {
        typename vector::register_type const left = a, right = b;
        return vector(
            __builtin_shufflevector(left, right, (First + At / 2 + (At % 2 != 0 ? width : 0))...));
    }
    /// Halves the number of vectors: interleaving vectors i and i + half and adding the two parts
    /// leaves half as many partial sums of both, side by side. In the end lane i holds sum i.
    template <int Count> static LEIBNIZ_INLINE void add_up_tree(vector* leaves) noexcept {
        if constexpr (Count > 1) {
            constexpr int half = Count / 2;
            constexpr auto all = std::make_integer_sequence<int, width>{};
            program::repeat<half>([&](auto at) LEIBNIZ_INLINE_LAMBDA {
                leaves[at] = lanes::interleave<0>(leaves[at], leaves[at + half], all) +
                             lanes::interleave<width / 2>(leaves[at], leaves[at + half], all);
            });
            lanes::template add_up_tree<half>(leaves);
        }
    }
    /// The sum of the lanes of every vector of a tile, in all lanes. As many vectors as a vector
    /// has lanes are added up by one tree of interleavings.
    template <int Rows, int Columns>
    static LEIBNIZ_INLINE auto
    add_up_each(program::vectors<vector, Rows, Columns> const& values) noexcept {
        constexpr int count = Rows * Columns, trees = (count + width - 1) / width;
        alignas(vector) Number sums[static_cast<std::size_t>(trees * width)];
        program::repeat<trees>([&](auto tree) LEIBNIZ_INLINE_LAMBDA {
            vector leaves[static_cast<std::size_t>(width)];
            program::repeat<width>([&](auto leaf) LEIBNIZ_INLINE_LAMBDA {
                constexpr int from = tree() * width + leaf();
                leaves[leaf] =
                    from < count ? values.at[from < count ? from : 0] : vector(Number{0});
            });
            lanes::template add_up_tree<width>(leaves);
            leaves[0].store_aligned(sums + tree * width);
        });
        program::vectors<vector, Rows, Columns> result;
        program::repeat<count>(
            [&](auto place) LEIBNIZ_INLINE_LAMBDA { result.at[place] = vector(sums[place]); });
        return result;
    }
    static LEIBNIZ_INLINE Number first_lane(vector const& value) noexcept {
        typename vector::register_type const lanes_of_value = value;
        return lanes_of_value[0];
    }

    /// A function of every vector of a tile, up to four at a time op by op. A large tile goes
    /// through memory in a loop, so that the function's code stands there once.
    template <class Function, int Rows, int Columns>
    static LEIBNIZ_INLINE auto apply(program::vectors<vector, Rows, Columns> const& x) noexcept {
        constexpr std::size_t count = static_cast<std::size_t>(Rows * Columns);
        constexpr std::size_t together = count % 4 == 0   ? 4
                                         : count % 3 == 0 ? 3
                                         : count % 2 == 0 ? 2
                                                          : 1;
        program::vectors<vector, Rows, Columns> result;
        if constexpr (count == together) {
            in_groups<Function, together>(x.at, result.at);
        } else {
            vector buffer[count];
            program::repeat<static_cast<int>(count)>(
                [&](auto place) LEIBNIZ_INLINE_LAMBDA { buffer[place] = x.at[place]; });
            for (std::size_t at = 0; at < count; at += together)
                in_groups<Function, together>(buffer + at, buffer + at);
            program::repeat<static_cast<int>(count)>(
                [&](auto place) LEIBNIZ_INLINE_LAMBDA { result.at[place] = buffer[place]; });
        }
        return result;
    }

private:
    template <class Function, std::size_t Together>
    static LEIBNIZ_INLINE void in_groups(vector const* from, vector* to) noexcept {
        auto const value = [&]<std::size_t... I>(std::index_sequence<I...>) LEIBNIZ_INLINE_LAMBDA {
            return call(Function{}, group<vector, Together>{{from[I]...}});
        }(std::make_index_sequence<Together>{});
        program::repeat<static_cast<int>(Together)>(
            [&](auto place) LEIBNIZ_INLINE_LAMBDA { to[place] = value.lane[place]; });
    }
};

} // namespace leibniz::simd
