#include <leibniz/io/idx.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "idx_files.hpp"

namespace io = leibniz::io;
using namespace std::string_literals;

namespace {

/// 2 × 3 bytes: 1 to 6.
std::string const small = files::idx_header({2, 3}) + "\1\2\3\4\5\6";

void is_small(io::idx_array const& array) {
    BOOST_TEST(array.extents == (std::vector<std::size_t>{2, 3}), boost::test_tools::per_element());
    BOOST_TEST(array.values == (std::vector<std::uint8_t>{1, 2, 3, 4, 5, 6}),
               boost::test_tools::per_element());
}

void refused(std::string_view contents, std::uint64_t byte, std::string const& reason,
             io::idx_options options = {}) {
    files::temporary const file(contents);
    files::throws_at_byte(file.path(), byte, reason,
                          [&](auto const& path) { io::read_idx(path, options); });
}

/// Refused at whatever byte, or read as the file it is made from.
bool is_refused(std::string_view contents) {
    files::temporary const file(contents);
    try {
        is_small(io::read_idx(file.path()));
        return false;
    } catch (io::data_error const& error) {
        BOOST_TEST(error.file() == file.path());
        return true;
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(io_idx)

BOOST_AUTO_TEST_CASE(plain_and_gzipped) {
    files::temporary const plain(small), packed(files::gzipped(small));
    is_small(io::read_idx(plain.path()));
    is_small(io::read_idx(packed.path()));
    BOOST_TEST(io::read_idx(packed.path()).file == packed.path());
}

BOOST_AUTO_TEST_CASE(more_than_one_step_of_memory) {
    std::string large = files::idx_header({3, 1 << 20});
    for (std::size_t i = 0; i < 3u << 20; ++i) {
        large += static_cast<char>(i % 251);
    }
    files::temporary const file(files::gzipped(large));
    auto const array = io::read_idx(file.path());
    BOOST_TEST(array.values.size() == 3u << 20);
    BOOST_TEST(array.values.back() == ((3u << 20) - 1) % 251);
}

BOOST_AUTO_TEST_CASE(one_number) {
    files::temporary const file("\0\0\x8\0\x7"s);
    BOOST_TEST(io::read_idx(file.path()).values.at(0) == 7);
}

BOOST_AUTO_TEST_CASE(no_such_file) {
    auto const read = [](auto const& path) { io::read_idx(path); };
    auto const folder = std::filesystem::temp_directory_path();
    files::throws_at(folder / "leibniz-has-no-such-file", 0, 0, "cannot open the file", read);
    files::throws_at(folder, 0, 0, "cannot open the file", read);
}

BOOST_AUTO_TEST_CASE(foreign_files) {
    refused("", 0, "the file ends inside the header");
    refused("area,price\n", 0, "no IDX file: it begins with 0x61 0x72, not with two zeros");
    refused("\0\1\x8\1"s, 0, "no IDX file: it begins with 0x00 0x01, not with two zeros");
    refused(files::gzipped("area,price\n"), 0,
            "no IDX file: it begins with 0x61 0x72, not with two zeros");
    refused(files::idx_header({1}, 13) + "1234", 2,
            "values of type 0x0d; only bytes are read, 0x08");
}

BOOST_AUTO_TEST_CASE(too_short_or_too_long) {
    refused(small.substr(0, 9), 9, "the file ends inside the header");
    refused(small.substr(0, 17), 17, "the file ends inside the values");
    refused(files::gzipped(small.substr(0, 12)), 12, "the file ends inside the values");
    refused(small + '\0', 18, "the file goes on after the last of 6 values");
    refused(files::gzipped(small + '\0'), 18, "the file goes on after the last of 6 values");
}

BOOST_AUTO_TEST_CASE(every_beginning_is_refused) {
    for (std::string const& whole : {small, files::gzipped(small)}) {
        for (std::size_t size = 0; size < whole.size(); ++size) {
            BOOST_TEST(is_refused(std::string_view(whole).substr(0, size)), "of size " << size);
        }
        BOOST_TEST(!is_refused(whole));
    }
}

BOOST_AUTO_TEST_CASE(a_damaged_archive_never_gives_other_values) {
    std::string const whole = files::gzipped(small);
    std::size_t refusals = 0;
    for (std::size_t at = 2; at < whole.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ 1 << bit);
            refusals += is_refused(damaged) ? 1 : 0;
        }
    }
    // Date, system and the like in the ten bytes of gzip's header may be anything, and so may the
    // size in its last four bytes: there is one in IDX's header.
    BOOST_TEST(refusals >= 8 * (whole.size() - 14));
}

BOOST_AUTO_TEST_CASE(headers_that_promise_too_much) {
    refused(files::idx_header({0xffffffff, 0xffffffff, 0xffffffff}), 4,
            "more values than the limit of 1073741824");
    refused(files::idx_header({1 << 16, 1 << 15}), 8, "more values than the limit of 1073741824");
    refused(files::idx_header(std::vector<std::uint32_t>(255, 2)), 4 + 4 * 30,
            "more values than the limit of 1073741824");
    refused(files::idx_header({5, 0}), 8, "an extent of 0");
    refused(small, 8, "more values than the limit of 5", {.largest = 5});
    // Within the limit, but not there: memory is taken for what is read.
    refused(files::idx_header({1 << 30}), 8, "the file ends inside the values");
    refused(files::gzipped(files::idx_header({1 << 30})), 8, "the file ends inside the values");
}

BOOST_AUTO_TEST_CASE(an_archive_is_unpacked_no_further_than_its_header_says) {
    std::string const bomb = files::gzipped(files::idx_header({4}) + std::string(1 << 24, '\0'));
    BOOST_TEST(bomb.size() < 1u << 16);
    refused(bomb, 12, "the file goes on after the last of 4 values");
}

BOOST_AUTO_TEST_SUITE_END()
