#pragma once
#include <cstdint>
#include <string_view>

namespace leibniz {

/// Why training ended.
enum class stop_reason {
    finished,     ///< all epochs were done
    stopped,      ///< the observer asked for it
    no_progress,  ///< the validation loss has not improved for `patience` epochs
    diverged,     ///< a loss or weight was not finite; the weights are those from before that step
    unusable_data ///< no samples, or arrays whose sizes do not fit the model
};

constexpr std::string_view to_string(stop_reason reason) {
    switch (reason) {
    case stop_reason::finished:
        return "all epochs done";
    case stop_reason::stopped:
        return "stopped by the observer";
    case stop_reason::no_progress:
        return "no progress on the validation set";
    case stop_reason::diverged:
        return "diverged: the loss is not finite";
    case stop_reason::unusable_data:
        return "unusable data: no samples, a batch of none, or sizes that do not fit the model";
    }
    return "";
}

/// How a training run ended. Losses are means over samples.
struct training_report {
    stop_reason reason = stop_reason::finished;
    int epoch = 0;   ///< epochs completed; when diverged, the epoch that did, from 1
    int batch = 0;   ///< when diverged, the batch in that epoch, from 1
    double loss = 0; ///< of the last epoch that was completed
    /// Of the weights that were kept, or when diverged the least so far; 0 without a validation
    /// set.
    double validation_loss = 0;
    int best_epoch = 0; ///< with a validation set, the epoch whose weights were kept
    constexpr explicit operator bool() const noexcept {
        return reason != stop_reason::diverged && reason != stop_reason::unusable_data;
    }
};

/// What an observer is told after each epoch; returning false ends the training.
struct epoch_report {
    int epoch; ///< from 1
    int epochs;
    double loss;            ///< mean over the samples of this epoch, as they were trained on
    double validation_loss; ///< 0 without a validation set
};

struct training_options {
    int epochs = 100;
    int batch = 32;
    std::uint64_t seed = 0; ///< of the order of samples; same seed, same bits
    bool shuffle = true;
    int patience = 0; ///< epochs without progress on the validation set before stopping; 0: never
};

} // namespace leibniz
