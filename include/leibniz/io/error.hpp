#pragma once

/// What the readers of this folder throw.

#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>

namespace leibniz::io {

/// A data file that cannot be used; what() reads "file:line:column: reason", as compilers have it.
/// Lines and columns (bytes in the line) count from 1; both are 0 when the file as a whole is
/// meant.
class data_error : public std::runtime_error {
public:
    data_error(std::filesystem::path file, std::size_t line, std::size_t column,
               std::string const& reason)
        : std::runtime_error(file.string() + ':' + std::to_string(line) + ':' +
                             std::to_string(column) + ": " + reason),
          file_(std::move(file)), line_(line), column_(column) {}

    std::filesystem::path const& file() const noexcept { return file_; }
    std::size_t line() const noexcept { return line_; }
    std::size_t column() const noexcept { return column_; }

private:
    std::filesystem::path file_;
    std::size_t line_;
    std::size_t column_;
};

} // namespace leibniz::io
