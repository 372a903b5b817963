#pragma once
#include <bit>
#include <leibniz/program/tile.hpp>
#include <leibniz/simd/xsimd.hpp>

/// Numbers moved between the lanes of vectors, by the compilers' own shuffle: xsimd 8.1's zip_lo
/// and zip_hi interleave within 128 bits on some sets and across the whole vector on others.
namespace leibniz::simd {

template <class Number, class Arch> struct rearrangement {
    using vector = xsimd::batch<Number, Arch>;
    static constexpr int width = static_cast<int>(vector::size);

    /// A square of numbers turned over: lane i of vector k becomes lane k of vector i. First the
    /// parts of 128 bits are turned over as a whole, by exchanges between vectors 2ⁿ apart; then
    /// each by itself, in stages that interleave vectors half a part apart. Within a part to
    /// interleave is one instruction; across all of a vector it is two with AVX2.
    static LEIBNIZ_INLINE void transpose(vector* rows) noexcept {
        exchange_parts<width / 2>(rows);
        program::repeat<width / part>(
            [&](auto at) LEIBNIZ_INLINE_LAMBDA { transpose_parts<part>(rows + at() * part); });
    }

    /// to[b + a·to_stride] = from[a + b·from_stride] for Rows rows b and Columns columns a; whole
    /// vectors are read and written. The square is in registers all the time, since nothing depends
    /// on a number that is not known. Small ones are done here; of large ones a call is the lesser
    /// part, and one function serves all tensors.
    template <int Rows = width, int Columns = width>
    static LEIBNIZ_INLINE void turn_square(Number const* from, std::ptrdiff_t from_stride,
                                           Number* to, std::ptrdiff_t to_stride) noexcept {
        if constexpr (width > 4)
            turn_apart<Rows, Columns>(from, from_stride, to, to_stride);
        else
            turn_here<Rows, Columns>(from, from_stride, to, to_stride);
    }
    /// The same where rows and columns are not known, by way of a whole square in memory.
    LEIBNIZ_NOINLINE static void turn_some(Number const* from, std::ptrdiff_t from_stride, int rows,
                                           Number* to, std::ptrdiff_t to_stride,
                                           int columns) noexcept {
        alignas(vector) Number whole[static_cast<std::size_t>(width * width)]{};
        for (int row = 0; row < rows; ++row)
            vector::load_unaligned(from + row * from_stride).store_aligned(whole + row * width);
        turn_square(whole, width, whole, width);
        for (int column = 0; column < columns; ++column)
            vector::load_aligned(whole + column * width).store_unaligned(to + column * to_stride);
    }

    /// Every second number, or fourth …, from the first on. Two vectors, of which the other one
    /// ends with the last number that is wanted, so that nothing is read beyond it, and one
    /// shuffle, where each number would be read alone; Clang 19 makes the processor's own gathers
    /// of that, which take longer.
    template <int Stride> static LEIBNIZ_INLINE vector every(Number const* from) noexcept {
        if constexpr (Stride == 1) {
            return vector::load_unaligned(from);
        } else {
            constexpr int last = width - 1;
            return shuffle(
                every<Stride / 2>(from), every<Stride / 2>(from + Stride / 2 * last),
                [](int at) { return 2 * at < width ? 2 * at : width + 2 * at - last; }, all);
        }
    }

    /// As many rows of Width numbers as a vector has lanes, without gaps, to as many columns.
    template <int Width>
    static LEIBNIZ_INLINE void split_rows(Number const* from, Number* to,
                                          std::ptrdiff_t to_stride) noexcept {
        vector rows[Width];
        program::repeat<Width>([&](auto part) LEIBNIZ_INLINE_LAMBDA {
            rows[part] = vector::load_unaligned(from + part * width);
        });
        program::repeat<Width>([&](auto column) LEIBNIZ_INLINE_LAMBDA {
            collect<Width, column()>(rows, rows[0], std::make_integer_sequence<int, Width>{})
                .store_unaligned(to + column * to_stride);
        });
    }
    /// As many columns as Width, of as many numbers as a vector has lanes, to rows without gaps.
    template <int Width>
    static LEIBNIZ_INLINE void join_rows(Number const* from, std::ptrdiff_t from_stride,
                                         Number* to) noexcept {
        vector columns[Width];
        program::repeat<Width>([&](auto column) LEIBNIZ_INLINE_LAMBDA {
            columns[column] = vector::load_unaligned(from + column * from_stride);
        });
        program::repeat<Width>([&](auto part) LEIBNIZ_INLINE_LAMBDA {
            spread<Width, part()>(columns, columns[0], std::make_integer_sequence<int, Width>{})
                .store_unaligned(to + part * width);
        });
    }

    /// The sums of the lanes of up to as many vectors as a vector has lanes: lane i is the sum of
    /// vector i. Each stage adds vectors i and i + half, the lower lanes of one to its upper lanes
    /// and the upper of the other to its lower ones, side by side in one vector: one blend and one
    /// shuffle, where two interleavings would keep the one port for shuffles busy twice. Fewer
    /// vectors are one after fewer stages; the others add up parts of that one.
    template <int Count> static LEIBNIZ_INLINE vector add_up_all(vector const* leaves) noexcept {
        return add_up_parts<static_cast<int>(std::bit_ceil(unsigned(Count)))>(
            branch<1, 0, Count>(leaves));
    }

    /// Lanes First, First + Step, … of a vector, as many as Count, then zeros.
    template <int Count, int First, int Step>
    static LEIBNIZ_INLINE vector some_lanes(vector const& from) noexcept {
        return shuffle(
            from, vector(Number{0}),
            [](int at) { return at < Count ? First + at * Step : width + at; }, all);
    }

private:
    template <int Rows, int Columns>
    static LEIBNIZ_INLINE void turn_here(Number const* from, std::ptrdiff_t from_stride, Number* to,
                                         std::ptrdiff_t to_stride) noexcept {
        vector square[static_cast<std::size_t>(width)];
        program::repeat<Rows>([&](auto row) LEIBNIZ_INLINE_LAMBDA {
            square[row] = vector::load_unaligned(from + row * from_stride);
        });
        program::repeat<width - Rows>(
            [&](auto row) LEIBNIZ_INLINE_LAMBDA { square[Rows + row] = vector(Number{0}); });
        transpose(square);
        program::repeat<Columns>([&](auto column) LEIBNIZ_INLINE_LAMBDA {
            square[column].store_unaligned(to + column * to_stride);
        });
    }
    template <int Rows, int Columns>
    LEIBNIZ_NOINLINE static void turn_apart(Number const* from, std::ptrdiff_t from_stride,
                                            Number* to, std::ptrdiff_t to_stride) noexcept {
        turn_here<Rows, Columns>(from, from_stride, to, to_stride);
    }

    static constexpr auto all = std::make_integer_sequence<int, width>{};

    template <class Source, int... At>
    static LEIBNIZ_INLINE vector shuffle(vector const& a, vector const& b, Source,
                                         std::integer_sequence<int, At...>) noexcept {
        typename vector::register_type const left = a, right = b;
        return vector(__builtin_shufflevector(left, right, Source{}(At)...));
    }
    /// How many numbers are side by side in 128 bits.
    static constexpr int part = 16 / static_cast<int>(sizeof(Number));

    template <int Apart> static LEIBNIZ_INLINE void exchange_parts(vector* rows) noexcept {
        if constexpr (Apart >= part) {
            program::repeat<width / 2>([&](auto at) LEIBNIZ_INLINE_LAMBDA {
                constexpr int first = at() / Apart * 2 * Apart + at() % Apart;
                vector const one = rows[first], other = rows[first + Apart];
                rows[first] = shuffle(
                    one, other,
                    [](int lane) { return (lane & Apart) == 0 ? lane : width + lane - Apart; },
                    all);
                rows[first + Apart] = shuffle(
                    one, other,
                    [](int lane) { return (lane & Apart) == 0 ? lane + Apart : width + lane; },
                    all);
            });
            exchange_parts<Apart / 2>(rows);
        }
    }
    template <int Rest> static LEIBNIZ_INLINE void transpose_parts(vector* rows) noexcept {
        if constexpr (Rest > 1) {
            vector turned[static_cast<std::size_t>(part)];
            program::repeat<part / 2>([&](auto at) LEIBNIZ_INLINE_LAMBDA {
                turned[2 * at] = interleave_parts<0>(rows[at], rows[at + part / 2]);
                turned[2 * at + 1] = interleave_parts<part / 2>(rows[at], rows[at + part / 2]);
            });
            transpose_parts<Rest / 2>(turned);
            program::repeat<part>([&](auto at) LEIBNIZ_INLINE_LAMBDA { rows[at] = turned[at]; });
        }
    }
    /// One half of each part of two vectors interleaved.
    template <int First>
    static LEIBNIZ_INLINE vector interleave_parts(vector const& a, vector const& b) noexcept {
        return shuffle(
            a, b,
            [](int at) {
                return at / part * part + First + at % part / 2 + (at % 2 != 0 ? width : 0);
            },
            all);
    }
    /// The branch over leaves First, First + Step, …; there is none from Count on.
    template <int Step, int First, int Count>
    static LEIBNIZ_INLINE vector branch(vector const* leaves) noexcept {
        if constexpr (Step >= Count) {
            return leaves[First];
        } else {
            vector const low = branch<2 * Step, First, Count>(leaves);
            if constexpr (First + Step < Count) {
                vector const high = branch<2 * Step, First + Step, Count>(leaves);
                constexpr auto own = [](int at) { return (at & Step) == 0 ? at : width + at; };
                constexpr auto crossed = [](int at) {
                    return (at & Step) == 0 ? at + Step : width + at - Step;
                };
                return shuffle(low, high, own, all) + shuffle(low, high, crossed, all);
            } else {
                return add_crossed<Step>(low);
            }
        }
    }
    /// Each lane with the one that is Step away.
    template <int Step> static LEIBNIZ_INLINE vector add_crossed(vector const& some) noexcept {
        return some + shuffle(some, some, [](int at) { return at ^ Step; }, all);
    }
    template <int Step> static LEIBNIZ_INLINE vector add_up_parts(vector const& some) noexcept {
        if constexpr (Step >= width)
            return some;
        else
            return add_up_parts<2 * Step>(add_crossed<Step>(some));
    }
    /// Column Column of rows of Width numbers: the lanes that lie in Part are taken from it.
    template <int Width, int Column, int First, int... Parts>
    static LEIBNIZ_INLINE vector collect([[maybe_unused]] vector const* rows, vector found,
                                         std::integer_sequence<int, First, Parts...>) noexcept {
        ((found = shuffle(
              found, rows[Parts],
              [](int at) {
                  int const place = Column + at * Width, part = place / width;
                  return part == Parts             ? width + place % width
                         : Parts == 1 && part == 0 ? place
                                                   : at;
              },
              all)),
         ...);
        return found;
    }
    /// Part Part of the rows made of Width columns.
    template <int Width, int Part, int First, int... Columns>
    static LEIBNIZ_INLINE vector spread([[maybe_unused]] vector const* columns, vector found,
                                        std::integer_sequence<int, First, Columns...>) noexcept {
        ((found = shuffle(
              found, columns[Columns],
              [](int at) {
                  int const place = Part * width + at, column = place % Width;
                  return column == Columns             ? width + place / Width
                         : Columns == 1 && column == 0 ? place / Width
                                                       : at;
              },
              all)),
         ...);
        return found;
    }
};

} // namespace leibniz::simd
