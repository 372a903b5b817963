#pragma once

/// Comma-separated values as a table of text, after RFC 4180, with any delimiter.

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <leibniz/io/error.hpp>
#include <leibniz/io/field.hpp>

namespace leibniz::io {

struct csv_options {
    char delimiter = ',';
    bool header = true; ///< the first row holds the names of the columns
};

struct row {
    std::vector<field> fields;
    std::size_t end_line = 0; ///< where its last field ends
    std::size_t end_column = 0;
};

/// At least one row, all of equally many fields.
struct table {
    std::filesystem::path file;
    std::vector<field> header; ///< empty if the file has none
    std::vector<row> rows;

    std::size_t columns() const noexcept { return rows.front().fields.size(); }
};

namespace detail {

/// Cuts a text into rows of fields. Quotes may enclose a whole field only; within them a doubled
/// quote stands for one, and line ends are text.
class csv_parser {
public:
    csv_parser(std::filesystem::path const& file, std::string_view text, char delimiter)
        : file_(file), text_(text), delimiter_(delimiter) {}

    std::vector<row> rows() {
        std::vector<row> result;
        while (!at_end()) {
            result.push_back(next_row());
        }
        return result;
    }

private:
    bool at_end() const { return position_ == text_.size(); }
    char peek() const { return text_[position_]; }

    std::size_t line_end_length() const {
        std::string_view const rest = text_.substr(position_);
        return rest.starts_with('\n') ? 1 : rest.starts_with("\r\n") ? 2 : 0;
    }

    bool at_field_end() const { return at_end() || peek() == delimiter_ || line_end_length() > 0; }

    char take() {
        char const c = text_[position_++];
        line_ += c == '\n' ? 1 : 0;
        column_ = c == '\n' ? 1 : column_ + 1;
        return c;
    }

    row next_row() {
        row result;
        result.fields.push_back(next_field());
        while (!at_end() && peek() == delimiter_) {
            take();
            result.fields.push_back(next_field());
        }
        result.end_line = line_;
        result.end_column = column_;
        for (std::size_t i = line_end_length(); i > 0; --i) {
            take();
        }
        return result;
    }

    field next_field() {
        field result{{}, line_, column_};
        if (!at_end() && peek() == '"') {
            take_quoted(result);
            return result;
        }
        while (!at_field_end()) {
            if (peek() == '"') {
                throw data_error(file_, line_, column_, "quote inside an unquoted field");
            }
            result.text += take();
        }
        return result;
    }

    void take_quoted(field& result) {
        take();
        while (!at_end()) {
            char const c = take();
            if (c != '"') {
                result.text += c;
            } else if (!at_end() && peek() == '"') {
                result.text += take();
            } else if (at_field_end()) {
                return;
            } else {
                throw data_error(file_, line_, column_, "text after a closing quote");
            }
        }
        throw data_error(file_, result.line, result.column, "quote without an end");
    }

    std::filesystem::path const& file_;
    std::string_view text_;
    char delimiter_;
    std::size_t position_ = 0;
    std::size_t line_ = 1;
    std::size_t column_ = 1;
};

inline std::string contents_of(std::filesystem::path const& file) {
    std::error_code ignored;
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file, ignored)) {
        throw data_error(file, 0, 0, "cannot open the file");
    }
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (stream.bad()) {
        throw data_error(file, 0, 0, "cannot read the file");
    }
    return text;
}

/// Nothing but blanks; an empty field in quotes is one.
inline bool is_blank(row const& candidate) {
    field const& first = candidate.fields[0];
    return candidate.fields.size() == 1 && without_blanks(first.text).empty() &&
           candidate.end_line == first.line &&
           candidate.end_column == first.column + first.text.size();
}

inline void require_columns(std::filesystem::path const& file, row const& candidate,
                            std::size_t expected) {
    std::size_t const found = candidate.fields.size();
    if (found == expected) {
        return;
    }
    if (is_blank(candidate)) {
        throw data_error(file, candidate.fields[0].line, 1, "blank line inside the table");
    }
    bool const surplus = found > expected;
    throw data_error(file, surplus ? candidate.fields[expected].line : candidate.end_line,
                     surplus ? candidate.fields[expected].column : candidate.end_column,
                     "expected " + std::to_string(expected) +
                         (expected == 1 ? " field, found " : " fields, found ") +
                         std::to_string(found));
}

} // namespace detail

/// Reads a whole file. A byte-order mark, CRLF line ends and blank lines at the end are fine; a
/// file without rows, a row of another length or a stray quote throws data_error.
inline table read_csv(std::filesystem::path const& file, csv_options options = {}) {
    std::string const contents = detail::contents_of(file);
    std::string_view text = contents;
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) {
        text.remove_prefix(byte_order_mark.size());
    }
    std::vector<row> rows = detail::csv_parser(file, text, options.delimiter).rows();
    while (!rows.empty() && detail::is_blank(rows.back())) {
        rows.pop_back();
    }
    if (rows.empty()) {
        throw data_error(file, 1, 1, "the file is empty");
    }
    for (row const& each : rows) {
        detail::require_columns(file, each, rows.front().fields.size());
    }
    table result{file, {}, {}};
    if (options.header) {
        if (rows.size() == 1) {
            throw data_error(file, rows[0].end_line, rows[0].end_column,
                             "no rows after the header");
        }
        result.header = std::move(rows.front().fields);
        rows.erase(rows.begin());
    }
    result.rows = std::move(rows);
    return result;
}

} // namespace leibniz::io
