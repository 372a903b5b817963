#pragma once

/// Images and their labels as data for a classifier. Needs Boost.Iostreams: link leibniz::datasets.

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include <leibniz/io/error.hpp>
#include <leibniz/io/idx.hpp>
#include <leibniz/io/labelled_data.hpp>

namespace leibniz::io {

struct idx_data_options {
    std::size_t classes = 10;
    std::size_t features = 0; ///< bytes per image that the model takes; 0: as many as there are
    idx_options file{};
};

/// Reads images, scaled from 0 … 255 to 0 … 1, and labels 0 … classes − 1. Where Input is
/// std::uint8_t the images stay bytes, which are scaled when a model reads them: a quarter of the
/// memory of floats, and less to fetch from it in training. Besides what read_idx throws:
/// data_error for arrays of another rank, for images of another size, for other numbers of images
/// and labels, and for a label that is no class.
template <std::floating_point T, number_or_byte<T> Input = T>
labelled_data<T, Input> read_labelled_idx(std::filesystem::path const& images_file,
                                          std::filesystem::path const& labels_file,
                                          idx_data_options options = {}) {
    idx_array const labels = read_idx(labels_file, options.file);
    if (labels.extents.size() != 1) {
        throw data_error(labels_file, byte_position{3},
                         "expected labels, one extent; found " +
                             std::to_string(labels.extents.size()));
    }
    idx_array images = read_idx(images_file, options.file);
    if (images.extents.size() < 2) {
        throw data_error(images_file, byte_position{3},
                         "expected images, two extents or more; found " +
                             std::to_string(images.extents.size()));
    }
    std::size_t const samples = images.extents[0];
    if (samples != labels.extents[0]) {
        throw data_error(images_file, byte_position{4},
                         std::to_string(samples) + " images, but " +
                             std::to_string(labels.extents[0]) + " labels in " +
                             labels_file.string());
    }
    std::size_t const features = images.values.size() / samples;
    if (options.features != 0 && features != options.features) {
        throw data_error(images_file, byte_position{8},
                         std::to_string(features) + " values per image, expected " +
                             std::to_string(options.features));
    }

    labelled_data<T, Input> data;
    data.samples = samples;
    data.features = features;
    data.classes = options.classes;
    for (std::size_t label = 0; label < options.classes; ++label) {
        data.class_names.push_back(std::to_string(label));
    }
    if constexpr (std::same_as<Input, T>) {
        data.inputs.reserve(images.values.size());
        for (std::uint8_t const value : images.values) {
            data.inputs.push_back(static_cast<T>(value) / T{255});
        }
    } else {
        data.inputs = std::move(images.values);
    }
    data.targets.assign(samples * options.classes, T{0});
    for (std::size_t sample = 0; sample < samples; ++sample) {
        std::size_t const label = labels.values[sample];
        if (label >= options.classes) {
            throw data_error(labels_file, byte_position{labels.header_size() + sample},
                             "label " + std::to_string(label) + " of " +
                                 std::to_string(options.classes) + " classes");
        }
        data.targets[sample * options.classes + label] = T{1};
    }
    return data;
}

template <std::floating_point T, number_or_byte<T> Input = T> struct mnist_data {
    labelled_data<T, Input> training; ///< 60,000 images of 28 × 28
    labelled_data<T, Input> test;     ///< 10,000
};

namespace detail {

/// The file as it is, or else with .gz.
inline std::filesystem::path perhaps_gzipped(std::filesystem::path file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        file += ".gz";
    }
    return file;
}

} // namespace detail

/// The four files of MNIST or of a set laid out like it, under their usual names, gzipped or not.
/// read_mnist<float, std::uint8_t>(folder) leaves the images bytes.
template <std::floating_point T, number_or_byte<T> Input = T>
mnist_data<T, Input> read_mnist(std::filesystem::path const& folder) {
    auto const read = [&](std::string const& part) {
        return read_labelled_idx<T, Input>(
            detail::perhaps_gzipped(folder / (part + "-images-idx3-ubyte")),
            detail::perhaps_gzipped(folder / (part + "-labels-idx1-ubyte")), {.features = 784});
    };
    return {read("train"), read("t10k")};
}

} // namespace leibniz::io
