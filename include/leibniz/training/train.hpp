#pragma once
#include <leibniz/simd/subnormals.hpp>
#include <leibniz/training/finite.hpp>
#include <leibniz/training/report.hpp>
#include <leibniz/training/schedules.hpp>
#include <leibniz/training/trainer.hpp>
#include <limits>
#include <memory>
#include <new>

namespace leibniz {
namespace errors {
/// After its options `train` takes schedules, validation, observer, loss_function, blocks_of and
/// threads.
template <class Given> struct not_an_extra_of_train;
} // namespace errors

/// `train(…, validation{data})`: the loss on this set decides when to stop and which weights stay.
/// Its samples are as those of the data that is learned from.
template <class Data> struct validation {
    Data data;
};
template <class Data> validation(Data) -> validation<Data>;

/// `train(…, observer{f})`: f(epoch_report) after each epoch; returning false ends the training.
template <class F> struct observer {
    F call;
};
template <class F> observer(F) -> observer<F>;

/// `train(…, loss_function<huber>{})`: what is made small; without it sum_of_squared_errors. Loss
/// is a constant of static storage, a sum_over_outputs. The losses of a report are means of it.
template <auto const& Loss>
    requires network_detail::made_by_sum_over_outputs<decltype(Loss)>
struct loss_function {
    static constexpr auto const& function = Loss;
};

/// `train(…, blocks_of<1>{})`: gradients and losses are worked out for so many samples at once, one
/// or more, in place of 64 to 256 by the size of a network of layers, down to 4 for filters over
/// long rows. Batches of fewer samples than a vector has lanes are learned faster by blocks that
/// are no larger than they.
template <int Samples> struct blocks_of {
    static constexpr int samples = Samples;
};

namespace training_detail {

/// The value of the first argument for which Is holds, or the fallback.
template <class Fallback> constexpr auto const& pick(auto, Fallback const& fallback) {
    return fallback;
}
template <class Test, class Fallback, class First, class... Rest>
constexpr auto const& pick(Test test, Fallback const& fallback, First const& first,
                           Rest const&... rest) {
    if constexpr (decltype(test(first))::value)
        return first;
    else
        return pick(test, fallback, rest...);
}

struct one_thread {
    template <class Model, class Optimiser, int Block, auto const& Loss>
    using trainer_for = trainer<Model, Optimiser, Block, Loss>;
};
struct no_validation {};
struct no_observer {};

template <class Type> inline constexpr bool is_validation = false;
template <class Data> inline constexpr bool is_validation<validation<Data>> = true;
template <class Type> inline constexpr bool is_observer = false;
template <class F> inline constexpr bool is_observer<observer<F>> = true;
template <class Type> inline constexpr bool is_loss_function = false;
template <auto const& Loss> inline constexpr bool is_loss_function<loss_function<Loss>> = true;
template <class Type> inline constexpr bool is_blocks = false;
template <int Samples> inline constexpr bool is_blocks<blocks_of<Samples>> = true;
template <class Type>
concept is_schedule = requires(Type schedule) { schedule.factor(0, 1); };
/// threads<Count> of training/parallel.hpp, which is not included here.
template <class Type>
concept is_number_of_threads = requires { Type::count; };
template <class Type>
concept is_extra = is_validation<Type> || is_observer<Type> || is_loss_function<Type> ||
                   is_blocks<Type> || is_schedule<Type> || is_number_of_threads<Type>;

/// The numbers of a validation; of any other extra those of the model.
template <class Number, class Extra> struct number_of_extra {
    using type = Number;
};
template <class Number, class Data> struct number_of_extra<Number, validation<Data>> {
    using type = number_of_data<Data>;
};
/// The first numbers of the data or a validation that are not the model's; void where all are.
template <class Number, class Data, class... Extras>
struct other_number
    : meta::type_at<meta::list<std::type_identity<number_of_data<Data>>,
                               number_of_extra<Number, Extras>..., std::type_identity<void>>,
                    meta::first_true(
                        {!__is_same(number_of_data<Data>, Number),
                         !__is_same(typename number_of_extra<Number, Extras>::type, Number)...})> {
};
template <class Number, class Data, class... Extras>
using other_number_of = typename other_number<Number, Data, Extras...>::type;

/// Not inlined: a batch is not known while compiling, so that copies would only be larger.
template <class Trainer, class Model, class View>
LEIBNIZ_NOINLINE constexpr typename Model::number
gradient(Trainer& with, Model const& model, View const& set, std::ptrdiff_t first,
         std::ptrdiff_t samples, row_order order = {}) noexcept {
    return with.gradient(model, set, first, samples, order);
}

/// Mean loss over a data set, without learning from it.
template <class Trainer, class Model, class View>
constexpr double mean_loss(Trainer& with, Model const& model, View const& set) {
    auto const rows = Trainer::count(set);
    return static_cast<double>(training_detail::gradient(with, model, set, 0, rows)) /
           static_cast<double>(rows);
}

} // namespace training_detail

/// What `fit` can go back to.
template <class Trainer, class Model> struct earlier_weights {
    using numbers = std::array<typename Model::number, std::size_t{Model::storage::size}>;
    numbers best{};   ///< on the validation set
    numbers before{}; ///< before the last step of an epoch, or of those looked at
    numbers start{};  ///< at the start of this epoch, and the optimiser then
    typename Trainer::progress start_of_optimiser{};
};

/// Trains a model with a trainer and memory that the caller placed. Allocates nothing, throws
/// nothing.
template <class Trainer, class Model, class View, class Schedule, class Validation, class Observer>
[[nodiscard]] constexpr training_report
fit(Trainer& with, Model& model, View const& set, training_options const& options,
    Schedule const& schedule, Validation const& check, Observer const& watch,
    earlier_weights<Trainer, Model>& earlier) {
    using namespace training_detail;
    training_report report;
    auto const rows = Trainer::count(set);
    if (rows <= 0 || options.batch <= 0) {
        report.reason = stop_reason::unusable_data;
        return report;
    }
    constexpr bool validates = !__is_same(Validation, no_validation);
    auto const weights = model.raw();
    using numbers = typename earlier_weights<Trainer, Model>::numbers;
    auto const save = [&](numbers& to) { std::copy(weights.begin(), weights.end(), to.begin()); };
    auto const restore = [&](numbers const& from) {
        std::copy(from.begin(), from.end(), weights.begin());
    };
    save(earlier.before);
    if constexpr (validates) {
        if (Trainer::count(check) <= 0) {
            report.reason = stop_reason::unusable_data;
            return report;
        }
        save(earlier.best);
        // Weights without a finite loss are worse than any that have one.
        double const at_first = mean_loss(with, model, check);
        report.validation_loss =
            is_finite(at_first) ? at_first : std::numeric_limits<double>::infinity();
    }

    auto const order_in = [&](int epoch) {
        return row_order{
            {static_cast<std::uint64_t>(rows),
             random_numbers{options.seed ^ static_cast<std::uint64_t>(epoch) << 32}.next()},
            options.shuffle};
    };
    auto const diverged_at = [&](int epoch, int batch) {
        restore(earlier.before);
        report.reason = stop_reason::diverged;
        report.epoch = epoch + 1;
        report.batch = batch;
        return report;
    };
    double loss = 0;
    // The number of the batch where something is not finite, or 0.
    auto const learn = [&](int epoch, bool carefully) {
        simd::without_subnormals const quickly;
        double const factor = schedule.factor(epoch, options.epochs);
        row_order const order = order_in(epoch);
        int batch = 0;
        loss = 0;
        for (std::ptrdiff_t first = 0; first < rows; first += options.batch) {
            ++batch;
            auto const size = std::min<std::ptrdiff_t>(options.batch, rows - first);
            auto const here = training_detail::gradient(with, model, set, first, size, order);
            if (!is_finite(here) || (carefully && !all_finite(model)))
                return batch;
            loss += static_cast<double>(here);
            if (carefully || first + size == rows)
                save(earlier.before);
            with.update(model, size, factor);
        }
        return 0;
    };
    // To look at all weights and to save them is a good part of what Adam's step takes. An epoch of
    // more than a few steps does without; only one that ends badly is run again, the same steps
    // with a look at each.
    bool const can_go_back = (rows - 1) / options.batch >= 3;
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
        if (can_go_back) {
            if (!all_finite(model))
                return diverged_at(epoch, 1);
            save(earlier.start);
            earlier.start_of_optimiser = with.so_far();
        }
        int diverged = 0;
        for (bool carefully = !can_go_back;; carefully = true) {
            diverged = learn(epoch, carefully);
            if (carefully || (diverged == 0 && all_finite(model)))
                break;
            restore(earlier.start);
            with.go_back(earlier.start_of_optimiser);
        }
        if (diverged > 0)
            return diverged_at(epoch, diverged);
        report.epoch = epoch + 1;
        report.loss = loss / static_cast<double>(rows);
        double validation_loss = 0;
        if constexpr (validates) {
            validation_loss = mean_loss(with, model, check);
            if (!is_finite(validation_loss) || !all_finite(model))
                return diverged_at(epoch, static_cast<int>((rows - 1) / options.batch) + 1);
            if (validation_loss < report.validation_loss) {
                report.validation_loss = validation_loss;
                report.best_epoch = epoch + 1;
                save(earlier.best);
            }
        }
        if constexpr (!__is_same(Observer, no_observer)) {
            if (!watch.call(
                    epoch_report{epoch + 1, options.epochs, report.loss, validation_loss})) {
                report.reason = stop_reason::stopped;
                break;
            }
        }
        if (validates && options.patience > 0 &&
            epoch + 1 - report.best_epoch >= options.patience) {
            report.reason = stop_reason::no_progress;
            break;
        }
    }
    if constexpr (validates) {
        restore(earlier.best);
    } else if (report.epoch > 0) {
        // The weights of the very last step have had no loss yet.
        auto const first = (rows - 1) / options.batch * options.batch;
        auto const last = training_detail::gradient(with, model, set, first, rows - first,
                                                    order_in(report.epoch - 1));
        if (!is_finite(last) || !all_finite(model))
            return diverged_at(report.epoch - 1, static_cast<int>(first / options.batch) + 1);
    }
    return report;
}

/// `train(model, data, adam{.rate = 0.01f}, {.epochs = 200, .batch = 32}, …)`; what may follow in
/// any order: a schedule, validation{data}, observer{f}, loss_function<f>{}, blocks_of<Samples>{},
/// threads<Count>{}. The gradient of a batch is the mean over its samples, also of a last batch
/// that is smaller. The trainer is allocated once, at the start.
template <class Number, auto const& Net, class Arch, class Data, class Optimiser, class... Extras>
    requires(training_detail::is_extra<Extras> && ...) &&
            std::is_void_v<training_detail::other_number_of<Number, Data, Extras...>>
[[nodiscard]] training_report train(model<Number, Net, Arch>& model, Data const& set,
                                    Optimiser optimiser, training_options const& options = {},
                                    Extras const&... extras) {
    using namespace training_detail;
    using model_type = std::remove_cvref_t<decltype(model)>;
    (void)check_widths<model_type>(set);
    one_thread const alone;
    using workforce = std::remove_cvref_t<decltype(pick(
        []<class T>(T const&) { return std::bool_constant<is_number_of_threads<T>>{}; }, alone,
        extras...))>;
    loss_function<sum_of_squared_errors> const squares;
    using loss = std::remove_cvref_t<decltype(pick(
        []<class T>(T const&) { return std::bool_constant<is_loss_function<T>>{}; }, squares,
        extras...))>;
    blocks_of<training_block<typename model_type::graph, typename model_type::lanes>::value> const
        usual;
    using blocks = std::remove_cvref_t<decltype(pick(
        []<class T>(T const&) { return std::bool_constant<is_blocks<T>>{}; }, usual, extras...))>;
    static_assert(blocks::samples > 0, "a block has one sample or more");
    // Where it has none, no other error is to follow.
    constexpr int block = blocks::samples > 0 ? blocks::samples : 1;
    using trainer_type =
        typename workforce::template trainer_for<model_type, Optimiser, block, loss::function>;
    struct room {
        explicit room(Optimiser o) : with(o) {}
        trainer_type with;
        earlier_weights<trainer_type, model_type> earlier;
    };
    constant_rate const steady;
    no_validation const nothing;
    no_observer const nobody;
    auto const& schedule = pick(
        []<class T>(T const&) { return std::bool_constant<is_schedule<T>>{}; }, steady, extras...);
    auto const& watch = pick([]<class T>(T const&) { return std::bool_constant<is_observer<T>>{}; },
                             nobody, extras...);
    auto const& check =
        pick([]<class T>(T const&) { return std::bool_constant<is_validation<T>>{}; }, nothing,
             extras...);
    auto const memory = std::make_unique<room>(optimiser);
    auto const run = [&](auto const& validation_set) {
        return fit(memory->with, model, view_of_data(set), options, schedule, validation_set, watch,
                   memory->earlier);
    };
    if constexpr (__is_same(std::remove_cvref_t<decltype(check)>, no_validation))
        return run(nothing);
    else {
        (void)check_widths<model_type>(check.data);
        return run(view_of_data(check.data));
    }
}
template <class Number, auto const& Net, class Arch, class Data, class Optimiser, class... Extras>
    requires(training_detail::is_extra<Extras> && ...) &&
            (!std::is_void_v<training_detail::other_number_of<Number, Data, Extras...>>)
errors::data_of_other_numbers<training_detail::other_number_of<Number, Data, Extras...>,
                              Number> train(model<Number, Net, Arch>& model, Data const& set,
                                            Optimiser optimiser,
                                            training_options const& options = {},
                                            Extras const&... extras);
template <class Number, auto const& Net, class Arch, class Data, class Optimiser, class... Extras>
    requires(!(training_detail::is_extra<Extras> && ...))
errors::not_an_extra_of_train<meta::type_at<
    meta::list<Extras..., void>, meta::first_true({!training_detail::is_extra<Extras>...})>>
train(model<Number, Net, Arch>& model, Data const& set, Optimiser optimiser,
      training_options const& options, Extras const&... extras);

} // namespace leibniz
