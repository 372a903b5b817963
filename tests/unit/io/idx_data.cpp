#include <leibniz/io/idx_data.hpp>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "idx_files.hpp"

namespace io = leibniz::io;
using numbers = std::vector<double>;

namespace {

/// Two images of 1 × 3, and a label for each.
std::string const images = files::idx_header({2, 1, 3}) + std::string("\0\x33\xff\xff\0\x66", 6);
std::string const labels = files::idx_header({2}) + std::string("\2\0", 2);

enum class about { the_images, the_labels };

void refused(std::string_view image_file, std::string_view label_file, about which,
             std::uint64_t byte, std::string reason, io::idx_data_options options = {}) {
    files::temporary const pictures(image_file), names(label_file);
    if (auto const at = reason.find("LABELS"); at != reason.npos) {
        reason.replace(at, 6, names.path().string());
    }
    files::throws_at_byte(
        which == about::the_images ? pictures.path() : names.path(), byte, reason,
        [&](auto const&) { io::read_labelled_idx<float>(pictures.path(), names.path(), options); });
}

/// A folder for the four files of MNIST, for as long as it lives.
struct folder {
    std::filesystem::path path;
    folder() {
        files::temporary const name("");
        path = name.path();
        path.replace_extension("folder");
        std::filesystem::create_directory(path);
    }
    ~folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    void write(char const* name, std::string_view contents) const {
        std::ofstream(path / name, std::ios::binary) << contents;
    }
};

std::string blank_images(std::uint32_t count) {
    return files::idx_header({count, 28, 28}) + std::string(count * 784, '\x33');
}

} // namespace

BOOST_AUTO_TEST_SUITE(io_idx_data)

BOOST_AUTO_TEST_CASE(images_and_labels) {
    files::temporary const pictures(files::gzipped(images)), names(labels);
    auto const data = io::read_labelled_idx<double>(pictures.path(), names.path(), {.classes = 3});
    BOOST_TEST(data.samples == 2u);
    BOOST_TEST(data.features == 3u);
    BOOST_TEST(data.classes == 3u);
    BOOST_TEST(data.inputs == (numbers{0, 0.2, 1, 1, 0, 0.4}), boost::test_tools::per_element());
    BOOST_TEST(data.targets == (numbers{0, 0, 1, 1, 0, 0}), boost::test_tools::per_element());
    BOOST_TEST(data.class_names == (std::vector<std::string>{"0", "1", "2"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(images_that_stay_bytes) {
    files::temporary const pictures(files::gzipped(images)), names(labels);
    auto const data =
        io::read_labelled_idx<float, std::uint8_t>(pictures.path(), names.path(), {.classes = 3});
    std::vector<int> const expected{0, 0x33, 0xff, 0xff, 0, 0x66};
    BOOST_TEST(data.inputs == expected, boost::test_tools::per_element());
    BOOST_TEST(data.targets == (numbers{0, 0, 1, 1, 0, 0}), boost::test_tools::per_element());
    BOOST_TEST(data.samples == 2u);
    BOOST_TEST(data.features == 3u);
}

BOOST_AUTO_TEST_CASE(files_that_do_not_belong_together) {
    refused(images, files::idx_header({3}) + std::string(3, '\0'), about::the_images, 4,
            "2 images, but 3 labels in LABELS");
    refused(labels, labels, about::the_images, 3, "expected images, two extents or more; found 1");
    refused(images, images, about::the_labels, 3, "expected labels, one extent; found 3");
    refused(images, labels, about::the_images, 8, "3 values per image, expected 784",
            {.features = 784});
    refused(images, labels, about::the_labels, 8, "label 2 of 2 classes", {.classes = 2});
    refused(images, labels.substr(0, 9), about::the_labels, 9, "the file ends inside the values");
    refused(images.substr(0, 20), labels, about::the_images, 20, "the file ends inside the values");
    refused(images, labels, about::the_images, 12, "more values than the limit of 5",
            {.file = {.largest = 5}});
}

BOOST_AUTO_TEST_CASE(the_four_files_of_mnist) {
    folder const kept;
    kept.write("train-images-idx3-ubyte", blank_images(3));
    kept.write("train-labels-idx1-ubyte.gz",
               files::gzipped(files::idx_header({3}) + std::string("\1\2\x9", 3)));
    kept.write("t10k-images-idx3-ubyte.gz", files::gzipped(blank_images(1)));
    auto const read = [](auto const& path) { io::read_mnist<float>(path.parent_path()); };
    files::throws_at(kept.path / "t10k-labels-idx1-ubyte.gz", 0, 0, "cannot open the file", read);

    kept.write("t10k-labels-idx1-ubyte", files::idx_header({1}) + '\4');
    auto const data = io::read_mnist<float>(kept.path);
    BOOST_TEST(data.training.samples == 3u);
    BOOST_TEST(data.training.targets[29] == 1.0f);
    BOOST_TEST(data.test.samples == 1u);
    BOOST_TEST(data.test.inputs[783] == 0.2f);
    BOOST_TEST(data.test.targets[4] == 1.0f);

    auto const bytes = io::read_mnist<float, std::uint8_t>(kept.path);
    BOOST_TEST(bytes.training.inputs.size() == 3u * 784u);
    BOOST_TEST(int{bytes.test.inputs[783]} == 0x33);
    BOOST_TEST(bytes.test.targets[4] == 1.0f);
}

BOOST_AUTO_TEST_SUITE_END()
