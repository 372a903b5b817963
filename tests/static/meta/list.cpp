#include <leibniz/meta/key_map.hpp>

namespace {

namespace meta = leibniz::meta;

/// Types that are told apart by their numbers; the key has few values, so that some meet.
template <int Number> struct item {
    static constexpr meta::key key = static_cast<meta::key>(Number % 5);
};
template <int... Numbers> using items = meta::list<item<Numbers>...>;

template <class Numbers> struct single_items;
template <int... Numbers> struct single_items<std::integer_sequence<int, Numbers...>> {
    using joined = meta::concatenate<items<Numbers>...>;
    using all = items<Numbers...>;
};
template <int Count>
inline constexpr bool joins =
    std::is_same_v<typename single_items<std::make_integer_sequence<int, Count>>::joined,
                   typename single_items<std::make_integer_sequence<int, Count>>::all>;

} // namespace

// --- joined four and eight at a time
// --------------------------------------------------------------
static_assert(joins<0> && joins<1> && joins<2> && joins<3> && joins<4> && joins<5> && joins<7>);
static_assert(joins<8> && joins<9> && joins<11> && joins<12> && joins<16> && joins<17> &&
              joins<40>);
static_assert(std::is_same_v<meta::concatenate<items<1, 2>, items<>, items<2>>, items<1, 2, 2>>);

// --- positions near the front and far back
// --------------------------------------------------------
using seven = items<10, 11, 12, 13, 14, 15, 16>;
static_assert(std::is_same_v<meta::type_at<seven, 0>, item<10>>);
static_assert(std::is_same_v<meta::type_at<seven, 1>, item<11>>);
static_assert(std::is_same_v<meta::type_at<seven, 2>, item<12>>);
static_assert(std::is_same_v<meta::type_at<seven, 3>, item<13>>);
static_assert(std::is_same_v<meta::type_at<seven, 6>, item<16>>);
static_assert(meta::position<item<10>, seven>::value == 0);
static_assert(meta::position<item<16>, seven>::value == 6);
static_assert(meta::position<item<9>, seven>::value == seven::size);
static_assert(meta::position<item<9>, items<>>::value == 0);
static_assert(meta::contains<item<12>, seven>::value && !meta::contains<item<9>, seven>::value);
static_assert(meta::any_true({false, true}) && !meta::any_true({false, false}));
static_assert(!meta::any_true({}) && meta::all_true({}));
static_assert(meta::all_true({true, true}) && !meta::all_true({true, false}));
static_assert(meta::total({1, 2, 3}) == 6 && meta::total<int>({}) == 0);
static_assert(meta::first_true({}) == 0 && meta::first_true({false, false}) == 2);
static_assert(meta::first_true({false, true, true}) == 1);

// --- longer than a fold may be
// --------------------------------------------------
using long_list = single_items<std::make_integer_sequence<int, 300>>::all;
static_assert(meta::contains<item<0>, long_list>::value &&
              meta::contains<item<299>, long_list>::value);
static_assert(!meta::contains<item<300>, long_list>::value);
static_assert(meta::position<item<299>, long_list>::value == 299);

template <int... Numbers> constexpr bool called_in_order(items<Numbers...>) {
    int next = 0;
    bool right = true;
    meta::in_order{(right = right && Numbers == next, ++next, meta::done{})...};
    return right && next == static_cast<int>(sizeof...(Numbers));
}
static_assert(called_in_order(long_list{}) && called_in_order(items<>{}));
static_assert(!called_in_order(items<1, 0>{}));

// --- each once, in the order of first occurrence
// --------------------------------------------------
static_assert(std::is_same_v<meta::unique<items<3, 1, 3, 2, 1>>, items<3, 1, 2>>);
static_assert(std::is_same_v<meta::unique<items<>>, items<>>);
static_assert(std::is_same_v<meta::unique_by_key<items<3, 1, 3, 2, 1>>, items<3, 1, 2>>);
static_assert(std::is_same_v<meta::unique_by_key<items<1, 6, 2>>, items<1, 2>>, "6 has 1's key");
static_assert(std::is_same_v<meta::unique_by_key<items<>>, items<>>);

// --- found by key
// --------------------------------------------------
using five = items<12, 10, 14, 11, 13>;
static_assert(std::is_same_v<meta::without<item<14>, five>, items<12, 10, 11, 13>>);
static_assert(std::is_same_v<meta::without<item<9>, five>, five>);
static_assert(meta::position_by_key<item<12>, five>::value == 0);
static_assert(meta::position_by_key<item<13>, five>::value == 4);
static_assert(meta::position_by_key<item<15>, five>::value == 1, "15 has 10's key");
static_assert(meta::position_by_key<item<1>, items<6, 11>>::value == 0, "the first of two");
static_assert(meta::position_by_key<item<3>, items<6, 11>>::value == 2);
static_assert(meta::position_by_key<item<3>, items<>>::value == 0);
static_assert(meta::contains_by_key<item<13>, five>::value);
static_assert(!meta::contains_by_key<item<3>, items<6, 11>>::value);
static_assert(!meta::contains_by_key<item<3>, items<>>::value);
static_assert(!meta::contains_by_key<void, five>::value);

// --- a table of keys that meet in its slots
// -------------------------------------------------------
constexpr bool finds_what_was_put_in() {
    meta::key_map<int, 4> map; // nine slots
    for (meta::key key : {meta::key{1}, meta::key{10}, meta::key{19}, meta::key{2}})
        map[key] = static_cast<int>(key) + 100;
    map[10] += 1000;
    auto const& read = map;
    return read[1] == 101 && read[10] == 1110 && read[19] == 119 && read[2] == 102 &&
           read[28] == 0 && read[3] == 0;
}
static_assert(finds_what_was_put_in());
