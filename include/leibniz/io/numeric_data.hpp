#pragma once

/// Data for a regression: chosen columns of numbers as inputs and as targets.

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <leibniz/io/error.hpp>
#include <leibniz/io/field.hpp>
#include <leibniz/io/table.hpp>

namespace leibniz::io {

/// A column by its name in the header or by its number, counted from 0.
class column {
public:
    column(char const* name) : name_(name) {}
    column(std::string name) : name_(std::move(name)) {}
    column(std::string_view name) : name_(name) {}
    template <std::integral Number>
        requires(!std::same_as<Number, char> && !std::same_as<Number, bool>)
    column(Number number) : number_(static_cast<std::int64_t>(number)) {}

    /// Where the column stands in a table; data_error if it does not.
    std::size_t in(table const& source) const {
        return number_ ? checked_number(source) : named(source);
    }

private:
    std::size_t checked_number(table const& source) const {
        if (*number_ < 0 || static_cast<std::size_t>(*number_) >= source.columns()) {
            throw data_error(source.file, 1, 1,
                             "no column " + std::to_string(*number_) + "; the columns are 0 to " +
                                 std::to_string(source.columns() - 1));
        }
        return static_cast<std::size_t>(*number_);
    }

    std::size_t named(table const& source) const {
        if (source.header.empty()) {
            throw data_error(source.file, 1, 1,
                             "no column " + detail::quoted(name_) + "; there is no header");
        }
        auto const matches = [this](field const& name) {
            return detail::without_blanks(name.text) == name_;
        };
        auto const found = std::find_if(source.header.begin(), source.header.end(), matches);
        if (found == source.header.end()) {
            throw data_error(source.file, 1, 1,
                             "no column " + detail::quoted(name_) +
                                 "; the columns are: " + names_in(source));
        }
        auto const again = std::find_if(found + 1, source.header.end(), matches);
        if (again != source.header.end()) {
            throw data_error(source.file, again->line, again->column,
                             "second column named " + detail::quoted(name_));
        }
        return static_cast<std::size_t>(found - source.header.begin());
    }

    static std::string names_in(table const& source) {
        std::string text;
        for (field const& name : source.header) {
            text += text.empty() ? "" : ", ";
            text += detail::without_blanks(name.text);
        }
        return text;
    }

    std::string name_;
    std::optional<std::int64_t> number_;
};

template <std::floating_point T> struct numeric_data {
    std::vector<T> inputs;  ///< samples × features, row by row
    std::vector<T> targets; ///< samples × outputs, row by row
    std::size_t samples = 0;
    std::size_t features = 0;
    std::size_t outputs = 0;
};

namespace detail {

template <std::floating_point T>
std::vector<T> numbers_in(table const& source, std::span<column const> columns) {
    std::vector<std::size_t> places;
    for (column const& each : columns) {
        places.push_back(each.in(source));
    }
    std::vector<T> values;
    values.reserve(source.rows.size() * places.size());
    for (row const& each : source.rows) {
        for (std::size_t place : places) {
            values.push_back(number_in<T>(each.fields[place], source.file));
        }
    }
    return values;
}

} // namespace detail

/// Reads the chosen columns, in the order given; the others need not hold numbers. Besides what
/// read_csv throws: data_error for a column that does not exist and for a field that is not a
/// finite number of type T.
template <std::floating_point T>
numeric_data<T> read_numeric_csv(std::filesystem::path const& file, std::span<column const> inputs,
                                 std::span<column const> targets, csv_options options = {}) {
    table const source = read_csv(file, options);
    return {detail::numbers_in<T>(source, inputs), detail::numbers_in<T>(source, targets),
            source.rows.size(), inputs.size(), targets.size()};
}

/// read_numeric_csv<double>("houses.csv", {"area", "rooms"}, {"price"})
template <std::floating_point T>
numeric_data<T> read_numeric_csv(std::filesystem::path const& file,
                                 std::initializer_list<column> inputs,
                                 std::initializer_list<column> targets, csv_options options = {}) {
    return read_numeric_csv<T>(file, std::span<column const>(inputs.begin(), inputs.size()),
                               std::span<column const>(targets.begin(), targets.size()), options);
}

} // namespace leibniz::io
