#pragma once

/// Data files for the tests of io.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <system_error>

#include <boost/test/unit_test.hpp>

#include <leibniz/io/error.hpp>

namespace files {

/// A file of the given contents in the folder for temporary files, for as long as it lives.
class temporary {
public:
    explicit temporary(std::string_view contents)
        : path_(std::filesystem::temp_directory_path() / unique_name()) {
        std::ofstream stream(path_, std::ios::binary);
        stream << contents;
    }
    temporary(temporary const&) = delete;
    temporary& operator=(temporary const&) = delete;
    ~temporary() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }

    std::filesystem::path const& path() const { return path_; }

private:
    std::string unique_name() const {
        auto const here = reinterpret_cast<std::uintptr_t>(this);
        return "leibniz_" + std::to_string(std::random_device{}()) + '_' + std::to_string(here) +
               ".csv";
    }

    std::filesystem::path path_;
};

inline std::filesystem::path iris() {
    return std::filesystem::path(__FILE__).parent_path() / "../../../examples/data/iris.csv";
}

/// read(path) throws data_error at that place, with exactly that reason.
template <class Read>
void throws_at(std::filesystem::path const& path, std::size_t line, std::size_t column,
               std::string const& reason, Read read) {
    try {
        read(path);
        BOOST_ERROR("nothing thrown; expected: " << reason);
    } catch (leibniz::io::data_error const& error) {
        BOOST_TEST(error.what() == path.string() + ':' + std::to_string(line) + ':' +
                                       std::to_string(column) + ": " + reason);
        BOOST_TEST(error.file() == path);
        BOOST_TEST(error.line() == line);
        BOOST_TEST(error.column() == column);
    }
}

template <class Read>
void contents_throw_at(std::string_view contents, std::size_t line, std::size_t column,
                       std::string const& reason, Read read) {
    throws_at(temporary(contents).path(), line, column, reason, read);
}

} // namespace files
