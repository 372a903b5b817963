#pragma once

/// Data for a classifier: numbers, and the name of a class in the last column.

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <leibniz/io/error.hpp>
#include <leibniz/io/field.hpp>
#include <leibniz/io/table.hpp>
#include <leibniz/training/data.hpp>

namespace leibniz::io {

/// Input is T, or std::uint8_t for 0 … 255 in place of 0 … 1.
template <std::floating_point T, number_or_byte<T> Input = T> struct labelled_data {
    std::vector<Input> inputs; ///< samples × features, row by row
    std::vector<T> targets; ///< samples × classes, row by row: 1 at the sample's class, 0 elsewhere
    std::size_t samples = 0;
    std::size_t features = 0;
    std::size_t classes = 0;
    std::vector<std::string> class_names;
    std::vector<std::string> feature_names; ///< empty without a header
};

namespace detail {

inline std::string listed(std::vector<std::string> const& names) {
    std::string text;
    for (std::string const& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

inline std::size_t class_in(field const& source, std::filesystem::path const& file,
                            std::vector<std::string> const& names) {
    std::string_view const label = without_blanks(source.text);
    auto const found = std::find(names.begin(), names.end(), label);
    if (found == names.end()) {
        throw data_error(file, source.line, source.column,
                         (label.empty() ? "no label" : "unknown label " + quoted(label)) +
                             "; known labels: " + listed(names));
    }
    return static_cast<std::size_t>(found - names.begin());
}

} // namespace detail

/// Reads a table whose last column is one of `classes` and whose other columns are numbers.
/// Besides what read_csv throws: data_error for a field that is not a finite number of type T, for
/// a label not among the classes, and for a class that no row has.
template <std::floating_point T>
labelled_data<T> read_labelled_csv(std::filesystem::path const& file,
                                   std::span<std::string_view const> classes,
                                   csv_options options = {}) {
    table const source = read_csv(file, options);
    if (source.columns() < 2) {
        throw data_error(file, 1, 1, "expected features and a label, found one column");
    }
    labelled_data<T> data;
    data.samples = source.rows.size();
    data.features = source.columns() - 1;
    data.classes = classes.size();
    data.class_names.assign(classes.begin(), classes.end());
    for (std::size_t i = 0; i < data.features && !source.header.empty(); ++i) {
        data.feature_names.emplace_back(detail::without_blanks(source.header[i].text));
    }
    data.inputs.reserve(data.samples * data.features);
    data.targets.assign(data.samples * data.classes, T{0});
    std::vector<bool> seen(data.classes, false);
    for (std::size_t sample = 0; sample < data.samples; ++sample) {
        std::vector<field> const& fields = source.rows[sample].fields;
        for (std::size_t i = 0; i < data.features; ++i) {
            data.inputs.push_back(detail::number_in<T>(fields[i], file));
        }
        std::size_t const label = detail::class_in(fields.back(), file, data.class_names);
        data.targets[sample * data.classes + label] = T{1};
        seen[label] = true;
    }
    auto const missing = std::find(seen.begin(), seen.end(), false);
    if (missing != seen.end()) {
        auto const index = static_cast<std::size_t>(missing - seen.begin());
        throw data_error(file, 0, 0,
                         "no row has the label " + detail::quoted(data.class_names[index]));
    }
    return data;
}

/// read_labelled_csv<float>("iris.csv", {"setosa", "versicolor", "virginica"})
template <std::floating_point T>
labelled_data<T> read_labelled_csv(std::filesystem::path const& file,
                                   std::initializer_list<std::string_view> classes,
                                   csv_options options = {}) {
    return read_labelled_csv<T>(
        file, std::span<std::string_view const>(classes.begin(), classes.size()), options);
}

} // namespace leibniz::io
