#pragma once

/// Arrays of bytes in the IDX format of the MNIST database, gzipped or not. Needs Boost.Iostreams:
/// link leibniz::datasets.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <ios>
#include <span>
#include <string>
#include <system_error>
#include <vector>

#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_streambuf.hpp>

#include <leibniz/io/error.hpp>

namespace leibniz::io {

/// A row-major array: images are [image][row][column], labels [label].
struct idx_array {
    std::filesystem::path file;
    std::vector<std::size_t> extents;
    std::vector<std::uint8_t> values;

    std::size_t header_size() const noexcept { return 4 + 4 * extents.size(); }
};

struct idx_options {
    std::uint64_t largest = std::uint64_t{1} << 30; ///< more values than this are refused
};

namespace detail {

/// The contents of a file that is named in errors, uncompressed if it is gzipped.
class idx_source {
public:
    explicit idx_source(std::filesystem::path const& file) : file_(file) {
        std::error_code ignored;
        if (std::filesystem::is_regular_file(file, ignored)) {
            stream_.open(file, std::ios::binary);
        }
        if (!stream_.is_open()) {
            throw data_error(file, 0, 0, "cannot open the file");
        }
        std::array<char, 2> first{};
        stream_.read(first.data(), 2);
        stream_.clear();
        stream_.seekg(0);
        if (first == std::array{'\x1f', '\x8b'}) {
            contents_.push(boost::iostreams::gzip_decompressor());
        }
        contents_.push(stream_);
    }

    /// As many bytes as are left, at most those asked for.
    std::size_t read(std::span<std::uint8_t> bytes) {
        try {
            auto const wanted = static_cast<std::streamsize>(bytes.size());
            auto const found = contents_.sgetn(reinterpret_cast<char*>(bytes.data()), wanted);
            position_ += static_cast<std::uint64_t>(found);
            return static_cast<std::size_t>(found);
        } catch (std::ios_base::failure const&) {
            refuse("damaged or truncated gzip data after this byte");
        }
    }
    void read_all(std::span<std::uint8_t> bytes, char const* what) {
        if (read(bytes) != bytes.size()) {
            refuse(std::string("the file ends inside ") + what);
        }
    }
    [[noreturn]] void refuse(std::string const& reason) const {
        throw data_error(file_, byte_position{position_}, reason);
    }

private:
    std::filesystem::path const& file_;
    std::ifstream stream_;
    boost::iostreams::filtering_streambuf<boost::iostreams::input> contents_;
    std::uint64_t position_ = 0;
};

inline std::string hexadecimal(unsigned byte) {
    constexpr char const* digits = "0123456789abcdef";
    return {'0', 'x', digits[byte / 16 % 16], digits[byte % 16]};
}

/// Two bytes 0, the type of the values, the number of extents.
inline std::size_t idx_rank(idx_source& source, std::filesystem::path const& file) {
    std::array<std::uint8_t, 4> magic{};
    source.read_all(magic, "the header");
    if (magic[0] != 0 || magic[1] != 0) {
        throw data_error(file, byte_position{0},
                         "no IDX file: it begins with " + hexadecimal(magic[0]) + ' ' +
                             hexadecimal(magic[1]) + ", not with two zeros");
    }
    if (magic[2] != 8) {
        throw data_error(file, byte_position{2},
                         "values of type " + hexadecimal(magic[2]) + "; only bytes are read, 0x08");
    }
    return magic[3];
}

} // namespace detail

/// Reads an array of unsigned bytes. data_error for a file that cannot be opened, is not of this
/// format, ends early or holds more than its header says. Memory is taken as the values arrive: at
/// most twice what the file really holds, whatever its header promises.
inline idx_array read_idx(std::filesystem::path const& file, idx_options options = {}) {
    detail::idx_source source(file);
    idx_array result{file, {}, {}};
    std::size_t const rank = detail::idx_rank(source, file);
    std::uint64_t count = 1;
    for (std::size_t domain = 0; domain < rank; ++domain) {
        std::array<std::uint8_t, 4> bytes{};
        source.read_all(bytes, "the header");
        std::uint64_t extent = 0;
        for (std::uint8_t const byte : bytes) {
            extent = extent << 8 | byte;
        }
        if (extent == 0 || extent > options.largest / count) {
            auto const at = byte_position{4 + 4 * domain};
            throw data_error(file, at,
                             extent == 0 ? "an extent of 0"
                                         : "more values than the limit of " +
                                               std::to_string(options.largest));
        }
        count *= extent;
        result.extents.push_back(static_cast<std::size_t>(extent));
    }
    constexpr std::uint64_t step = std::uint64_t{1} << 20;
    for (std::uint64_t read = 0; read < count; read = result.values.size()) {
        auto const more = static_cast<std::size_t>(std::min(step, count - read));
        result.values.resize(result.values.size() + more);
        source.read_all(std::span(result.values).last(more), "the values");
    }
    std::array<std::uint8_t, 1> surplus{};
    if (source.read(surplus) != 0) {
        throw data_error(file, byte_position{result.header_size() + count},
                         "the file goes on after the last of " + std::to_string(count) + " values");
    }
    return result;
}

} // namespace leibniz::io
