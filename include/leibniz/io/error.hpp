#pragma once

/// What the readers of this folder throw.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace leibniz::io {

/// A place in a file without lines, counted from 0; in a compressed file, of its contents.
struct byte_position {
    std::uint64_t byte;
};

/// A data file that cannot be used; what() reads "file:line:column: reason", as compilers have it.
/// Lines and columns (bytes in the line) count from 1; both are 0 when the file as a whole is
/// meant. In a file without lines what() reads "file: byte 4: reason".
class data_error : public std::runtime_error {
public:
    data_error(std::filesystem::path file, std::size_t line, std::size_t column,
               std::string const& reason)
        : std::runtime_error(file.string() + ':' + std::to_string(line) + ':' +
                             std::to_string(column) + ": " + reason),
          file_(std::move(file)), line_(line), column_(column) {}
    data_error(std::filesystem::path file, byte_position place, std::string const& reason)
        : std::runtime_error(file.string() + ": byte " + std::to_string(place.byte) + ": " +
                             reason),
          file_(std::move(file)), line_(0), column_(0), byte_(place.byte) {}

    std::filesystem::path const& file() const noexcept { return file_; }
    std::size_t line() const noexcept { return line_; }
    std::size_t column() const noexcept { return column_; }
    /// Empty in a file with lines, and when the file as a whole is meant.
    std::optional<std::uint64_t> byte() const noexcept { return byte_; }

private:
    std::filesystem::path file_;
    std::size_t line_;
    std::size_t column_;
    std::optional<std::uint64_t> byte_;
};

} // namespace leibniz::io
