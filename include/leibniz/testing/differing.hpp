#pragma once
#include <leibniz/print/text.hpp>

/// Two formulas in the name of an error. Clang shows 36 letters of a text; of longer ones the part
/// that differs is taken, with a little of what stands before it.
namespace leibniz::testing_detail {

inline constexpr std::size_t longest_shown = 36;

/// Where the shown part of two texts begins: a little before their first difference, if there is
/// one.
constexpr std::size_t start_of_difference(std::string_view a, std::string_view b) {
    constexpr std::size_t before = 10;
    std::size_t same = 0;
    while (same < a.size() && same < b.size() && a[same] == b[same])
        ++same;
    return same > before && a != b ? same - before : 0;
}

constexpr void write_part(print::sink& out, std::string_view text, std::size_t start) {
    constexpr std::string_view dots = "...";
    std::size_t room = longest_shown - (start > 0 ? dots.size() : 0);
    bool const cut = text.size() - start > room;
    room -= cut ? dots.size() : 0;
    out << (start > 0 ? dots : "") << text.substr(start, room) << (cut ? dots : "");
}

template <class Shown, class Other>
inline constexpr auto part_text = [] {
    constexpr std::string_view shown = print::detail::ascii_text<Shown>.view();
    constexpr std::string_view other = print::detail::ascii_text<Other>.view();
    print::fixed_text<longest_shown> text;
    print::sink out{text.letters, sizeof text.letters};
    if (shown.size() <= longest_shown && other.size() <= longest_shown)
        out << shown;
    else
        write_part(out, shown, start_of_difference(shown, other));
    text.size = out.size;
    return text;
}();

/// The text of Shown, or the part of it in which it differs from Other, as a template argument.
template <class Shown, class Other>
inline constexpr auto shown_against =
    print::as_fixed_string<part_text<Shown, Other>.size>(part_text<Shown, Other>);

} // namespace leibniz::testing_detail
