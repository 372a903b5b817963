#include <boost/test/unit_test.hpp>
#include <leibniz/program/transfer.hpp>
#include <leibniz/simd/lanes.hpp>
#include <vector>

// Matrices turned over, of every shape up to two and a half vectors. All arrays are as long as they
// must be, so that the sanitizers see what reaches beyond.

namespace {

namespace lz = leibniz;
using lz::program::detail::beside_rows;

/// How far apart rows of `extent` numbers lie, and how long an array of them is.
struct lying {
    std::ptrdiff_t stride, size;
};
lying matrix(beside_rows beside, int extent, int rows, int width) {
    std::ptrdiff_t const stride = beside == beside_rows::next_row ? extent
                                  : beside == beside_rows::room   ? extent + width
                                                                  : extent + 3;
    return {stride, (rows - 1) * stride + (beside == beside_rows::room ? stride : extent)};
}

template <class Number, beside_rows Read, beside_rows Written, int LastAcross, int LastDown,
          bool Whole = false>
void check(int across, int down) {
    using lanes = lz::simd::lanes<Number>;
    auto const from = matrix(Read, across, down, lanes::width);
    auto const to = matrix(Written, down, across, lanes::width);
    Number const untouched = -1;
    std::vector<Number> source(static_cast<std::size_t>(from.size), untouched);
    std::vector<Number> target(static_cast<std::size_t>(to.size), untouched);
    auto const value = [&](int a, int b) { return static_cast<Number>(1 + a + across * b); };
    for (int b = 0; b < down; ++b)
        for (int a = 0; a < across; ++a)
            source[static_cast<std::size_t>(a + b * from.stride)] = value(a, b);
    lz::program::detail::turn_over<lanes, Read, Written, LastAcross, LastDown, Whole>(
        source.data(), from.stride, target.data(), to.stride, across, down);
    int wrong = 0;
    for (int a = 0; a < across; ++a)
        for (int b = 0; b < down; ++b)
            wrong += target[static_cast<std::size_t>(b + a * to.stride)] != value(a, b) ? 1 : 0;
    if (Written == beside_rows::nothing)
        for (int a = 0; a + 1 < across; ++a)
            for (int b = down; b < to.stride; ++b)
                wrong += target[static_cast<std::size_t>(b + a * to.stride)] != untouched ? 1 : 0;
    BOOST_TEST(wrong == 0, wrong << " wrong numbers of " << across << " by " << down);
}

template <class Number, beside_rows Read, beside_rows Written> void check_shapes() {
    constexpr int width = lz::simd::lanes<Number>::width;
    for (int across = 1; across <= width * 5 / 2; ++across)
        for (int down = 1; down <= width * 5 / 2; ++down) {
            check<Number, Read, Written, 0, 0>(across, down);
            // What is known of the last ones need not be so of fewer of them.
            check<Number, Read, Written, width - 1, 1>(across, down);
            check<Number, Read, Written, 1, width - 1>(across, down);
            if (across % width == 0 && down % width == 0)
                check<Number, Read, Written, 0, 0, true>(across, down);
        }
    Number untouched = -1;
    lz::program::detail::turn_over<lz::simd::lanes<Number>, Read, Written, 0, 0>(
        static_cast<Number const*>(nullptr), 3, &untouched, 3, 3, 0);
    BOOST_TEST(untouched == -1);
}
template <class Number, beside_rows Read> void check_targets() {
    check_shapes<Number, Read, beside_rows::nothing>();
    check_shapes<Number, Read, beside_rows::room>();
    check_shapes<Number, Read, beside_rows::next_row>();
}

/// A matrix from where its columns are contiguous to where its rows are. Samples is the index of
/// which there are only so many: where it is the outer one of an array of the user's, which is not
/// padded, that ends with the last of them.
template <class Number, int Rows, int Columns, bool FromPadded, bool ToPadded, int Samples>
void check_copy(int samples) {
    using lanes = lz::simd::lanes<Number>;
    using from = lz::program::detail::layout_of_shape<0, FromPadded, lanes::width, Rows, Columns>;
    using to = lz::program::detail::layout_of_shape<1, ToPadded, lanes::width, Rows, Columns>;
    auto const at = [](auto const& layout, int row, int column) {
        return static_cast<std::size_t>(row * layout.stride[0] + column * layout.stride[1]);
    };
    int const rows = Samples == 0 ? samples : Rows, columns = Samples == 1 ? samples : Columns;
    auto const array = [&](auto const& layout, bool users) {
        return std::vector<Number>(users ? at(layout, rows - 1, columns - 1) + 1
                                         : static_cast<std::size_t>(layout.size));
    };
    auto source = array(from::value, !FromPadded && Samples != 0);
    auto target = array(to::value, !ToPadded && Samples != 1);
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            source[at(from::value, row, column)] = static_cast<Number>(1 + column + Columns * row);
    lz::program::detail::transfer<lanes, from, to, Samples>::run(source.data(), target.data(),
                                                                 samples);
    int wrong = 0;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            wrong += target[at(to::value, row, column)] != source[at(from::value, row, column)];
    BOOST_TEST(wrong == 0, wrong << " wrong numbers of " << Rows << " by " << Columns << ", domain "
                                 << Samples << ": " << samples);
}
template <class Number, int Rows, int Columns, bool FromPadded, bool ToPadded>
void check_copies_between() {
    check_copy<Number, Rows, Columns, FromPadded, ToPadded, -1>(0);
    for (int samples = 1; samples <= Rows; ++samples)
        check_copy<Number, Rows, Columns, FromPadded, ToPadded, 0>(samples);
    for (int samples = 1; samples <= Columns; ++samples)
        check_copy<Number, Rows, Columns, FromPadded, ToPadded, 1>(samples);
}
template <class Number, int Rows, int Columns> void check_copies() {
    check_copies_between<Number, Rows, Columns, false, false>();
    check_copies_between<Number, Rows, Columns, false, true>();
    check_copies_between<Number, Rows, Columns, true, false>();
    check_copies_between<Number, Rows, Columns, true, true>();
}

} // namespace

BOOST_AUTO_TEST_SUITE(simd_transfer)

BOOST_AUTO_TEST_CASE(beside_nothing) {
    check_targets<float, beside_rows::nothing>();
    check_targets<double, beside_rows::nothing>();
}
BOOST_AUTO_TEST_CASE(beside_room) {
    check_targets<float, beside_rows::room>();
    check_targets<double, beside_rows::room>();
}
BOOST_AUTO_TEST_CASE(beside_the_next_row) {
    check_targets<float, beside_rows::next_row>();
    check_targets<double, beside_rows::next_row>();
}

BOOST_AUTO_TEST_CASE(copies_of_whole_squares_and_others) {
    constexpr int width = lz::simd::lanes<float>::width;
    check_copies<float, 2 * width, width>();
    check_copies<float, 2 * width, width + 1>();
    check_copies<float, width + 1, 2 * width>();
    check_copies<float, width + 1, 2 * width - 1>();
}

BOOST_AUTO_TEST_SUITE_END()
