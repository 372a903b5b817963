#pragma once
#include <bit>
#include <cstring>
#include <leibniz/program/tile.hpp>
#include <leibniz/simd/functions.hpp>
#include <leibniz/simd/rearrange.hpp>

/// The vectors that programs are run with: one xsimd batch each.
namespace leibniz::simd {

/// What the compiler was told the machine has. The architecture is part of every type that depends
/// on it, so that translation units built for different ones do not mix.
using native = xsimd::default_arch;

namespace detail {

/// The instruction set with vectors half as wide, of the same generation; itself where there is
/// none. (Of xsimd 8.1's FMA sets the one with 128 bits is never there.)
template <class Arch> struct halved {
    using type = Arch;
};
#if XSIMD_WITH_AVX512F && XSIMD_WITH_FMA3_AVX2
template <class Arch>
    requires std::is_base_of_v<xsimd::avx512f, Arch>
struct halved<Arch> {
    using type = xsimd::fma3<xsimd::avx2>;
};
#endif

/// The instruction set of the shortest vectors that hold Extent numbers.
template <class Number, class Arch, int Extent> struct fitting {
    using type = Arch;
};
template <class Number, class Arch, int Extent>
    requires(Extent <= static_cast<int>(xsimd::batch<Number, Arch>::size) / 2 &&
             !__is_same(typename halved<Arch>::type, Arch))
struct fitting<Number, Arch, Extent> : fitting<Number, typename halved<Arch>::type, Extent> {};

} // namespace detail

template <class Number, class Arch = native> struct lanes : rearrangement<Number, Arch> {
    using number = Number;
    using arch = Arch;
    using vector = xsimd::batch<Number, Arch>;
    static constexpr int width = static_cast<int>(vector::size);
    /// Architectural vector registers.
    static constexpr int registers =
        sizeof(vector) == 64 || std::is_base_of_v<xsimd::neon64, Arch> ? 32 : 16;
    /// Is a number that all lanes are multiplied by in a register of its own? GCC 12 loads those of
    /// all rows first. (With AVX-512 it comes from memory; with 16 registers tiles are small.)
    static constexpr bool rows_take_registers = std::is_base_of_v<xsimd::neon64, Arch>;

    /// Lanes that Extent numbers fill better: divisions of short vectors take less time.
    template <int Extent>
    using narrowed = lanes<Number, typename detail::fitting<Number, Arch, Extent>::type>;

    static LEIBNIZ_INLINE vector load(Number const* from) noexcept {
        return vector::load_unaligned(from);
    }
    static LEIBNIZ_INLINE void store(Number* to, vector const& value) noexcept {
        value.store_unaligned(to);
    }
    static LEIBNIZ_INLINE vector broadcast(Number value) noexcept { return vector(value); }
    // Of the last vector of a row some may lie beyond it, where nothing was written; they are not
    // used.
    LEIBNIZ_QUIET_INTRINSICS
    template <int Stride> static LEIBNIZ_INLINE vector gather(Number const* from) noexcept {
        if constexpr (std::has_single_bit(unsigned(Stride)) && Stride <= width / 2) {
            return rearrangement<Number, Arch>::template every<Stride>(from);
        } else {
            alignas(vector) Number numbers[static_cast<std::size_t>(width)];
            for (int i = 0; i < width; ++i)
                numbers[i] = from[static_cast<std::ptrdiff_t>(i) * Stride];
            return vector::load_aligned(numbers);
        }
    }
    LEIBNIZ_END_QUIET_INTRINSICS
    static LEIBNIZ_INLINE vector fma(vector const& a, vector const& b, vector const& c) noexcept {
        return multiply_add(a, b, c);
    }
    static LEIBNIZ_INLINE vector reciprocal(vector const& x) noexcept {
        return divide(vector(Number{1}), x);
    }
    static LEIBNIZ_INLINE vector sqrt(vector const& x) noexcept { return square_root(x); }
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
        static constexpr auto numbers = [] {
            std::array<Number, static_cast<std::size_t>(width)> result{};
            for (std::size_t at = 0; at < result.size(); ++at)
                result[at] = static_cast<Number>(at);
            return result;
        }();
        return xsimd::select(vector::load_unaligned(numbers.data()) <
                                 vector(static_cast<Number>(count)),
                             value, vector(Number{0}));
    }

    static LEIBNIZ_INLINE Number add_up(vector const& value) noexcept { return xsimd::hadd(value); }
    /// The sum of the lanes of every vector of a tile, as numbers: row by row, or, where ByColumns,
    /// column by column. As many vectors as a vector has lanes are added up by one tree.
    template <bool ByColumns = false, int Rows, int Columns>
    static LEIBNIZ_INLINE auto
    sums_of(program::vectors<vector, Rows, Columns> const& values) noexcept {
        constexpr int count = Rows * Columns, trees = (count + width - 1) / width;
        struct alignas(vector) {
            Number at[static_cast<std::size_t>(trees * width)];
        } sums;
        auto const leaves_in_order =
            [&]<int... At>(std::integer_sequence<int, At...>) LEIBNIZ_INLINE_LAMBDA {
                return std::array<vector, sizeof...(At)>{
                    values.at[ByColumns ? At % Rows * Columns + At / Rows : At]...};
            }(std::make_integer_sequence<int, count>{});
        program::repeat<trees>([&](auto tree) LEIBNIZ_INLINE_LAMBDA {
            constexpr int first = tree() * width;
            constexpr int leaves = count - first < width ? count - first : width;
            lanes::template add_up_all<leaves>(leaves_in_order.data() + first)
                .store_aligned(sums.at + first);
        });
        return sums;
    }
    /// The same, each sum in all lanes of its vector.
    template <int Rows, int Columns>
    static LEIBNIZ_INLINE auto
    add_up_each(program::vectors<vector, Rows, Columns> const& values) noexcept {
        program::vectors<vector, Rows, Columns> result;
        if constexpr (Rows * Columns == 1) {
            result.at[0] = lanes::template add_up_all<1>(values.at);
            return result;
        }
        auto const sums = sums_of(values);
        program::repeat<Rows * Columns>(
            [&](auto place) LEIBNIZ_INLINE_LAMBDA { result.at[place] = vector(sums.at[place]); });
        return result;
    }
    /// So many numbers side by side, no more than a vector has, or their sums with what is there.
    template <int Count>
    static LEIBNIZ_INLINE void store_some(Number* to, Number const* from, bool add) noexcept {
        using some [[gnu::vector_size(Count * sizeof(Number))]] = Number;
        some value, there;
        std::memcpy(&value, from, sizeof value);
        if (add) {
            std::memcpy(&there, to, sizeof there);
            value += there;
        }
        std::memcpy(to, &value, sizeof value);
    }
    static LEIBNIZ_INLINE Number first_lane(vector const& value) noexcept {
        typename vector::register_type const lanes_of_value = value;
        return lanes_of_value[0];
    }

    /// A function of every vector of a tile, up to four at a time op by op. A large tile goes
    /// through memory in a loop, so that the function's code stands there once; not with 32
    /// registers, which hold a good part of it (GCC with AVX-512: a sixth of 4-16-16-3's
    /// inference).
    template <class Function, int Rows, int Columns>
    static LEIBNIZ_INLINE auto apply(program::vectors<vector, Rows, Columns> const& x) noexcept {
        constexpr std::size_t count = static_cast<std::size_t>(Rows * Columns);
        constexpr std::size_t together = count % 4 == 0   ? 4
                                         : count % 3 == 0 ? 3
                                         : count % 2 == 0 ? 2
                                                          : 1;
        program::vectors<vector, Rows, Columns> result;
        if constexpr (count == together || registers >= 32) {
            program::repeat<static_cast<int>(count / together)>([&](auto at) LEIBNIZ_INLINE_LAMBDA {
                constexpr std::size_t first = at() * together;
                in_groups<Function, together>(x.at + first, result.at + first);
            });
        } else {
            [&]<std::size_t... At>(std::index_sequence<At...>) LEIBNIZ_INLINE_LAMBDA {
                vector buffer[count] = {x.at[At]...};
                for (std::size_t at = 0; at < count; at += together)
                    in_groups<Function, together>(buffer + at, buffer + at);
                ((result.at[At] = buffer[At]), ...);
            }(std::make_index_sequence<count>{});
        }
        return result;
    }

private:
    /// A user's own function may have a value for numbers alone.
    template <class Function> static vector number_by_number(vector const& x) noexcept {
        alignas(vector) Number numbers[static_cast<std::size_t>(width)];
        x.store_aligned(numbers);
        if constexpr (requires { call(Function{}, numbers[0]); }) {
            for (Number& each : numbers)
                each = static_cast<Number>(call(Function{}, each));
        } else {
            static_cast<void>(expr::uncallable<Function>{});
        }
        return vector::load_aligned(numbers);
    }
    template <class Function, std::size_t Together>
    static LEIBNIZ_INLINE void in_groups(vector const* from, vector* to) noexcept {
        [&]<std::size_t... I>(std::index_sequence<I...>) LEIBNIZ_INLINE_LAMBDA {
            using together = group<vector, Together>;
            if constexpr (requires(together x) { call(Function{}, x); }) {
                auto const value = call(Function{}, together{{from[I]...}});
                ((to[I] = value.lane[I]), ...);
            } else {
                ((to[I] = number_by_number<Function>(from[I])), ...);
            }
        }(std::make_index_sequence<Together>{});
    }
};

} // namespace leibniz::simd
