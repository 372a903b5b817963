#pragma once

/// IDX files for the tests of io, and what is thrown about them.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <boost/iostreams/copy.hpp>
#include <boost/iostreams/device/back_inserter.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_streambuf.hpp>
#include <boost/test/unit_test.hpp>

#include "files.hpp"

namespace files {

/// The header, and nothing else.
inline std::string idx_header(std::vector<std::uint32_t> const& extents, char type = 8) {
    std::string text{'\0', '\0', type, static_cast<char>(extents.size())};
    for (std::uint32_t const extent : extents) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            text += static_cast<char>(extent >> shift);
        }
    }
    return text;
}

inline std::string gzipped(std::string_view text) {
    namespace streams = boost::iostreams;
    std::string result;
    streams::filtering_ostreambuf out;
    out.push(streams::gzip_compressor());
    out.push(streams::back_inserter(result));
    streams::copy(streams::array_source(text.data(), text.size()), out);
    return result;
}

/// read(path) throws data_error about that byte, with exactly that reason.
template <class Read>
void throws_at_byte(std::filesystem::path const& path, std::uint64_t byte,
                    std::string const& reason, Read read) {
    try {
        read(path);
        BOOST_ERROR("nothing thrown; expected: " << reason);
    } catch (leibniz::io::data_error const& error) {
        BOOST_TEST(error.what() ==
                   path.string() + ": byte " + std::to_string(byte) + ": " + reason);
        BOOST_TEST(error.file() == path);
        BOOST_TEST((error.byte() == byte));
    }
}

} // namespace files
