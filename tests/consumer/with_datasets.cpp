#include <leibniz/io/idx_data.hpp>

int main(int, char** arguments) {
    try {
        leibniz::io::read_idx(arguments[0]); // this program is no such file
    } catch (leibniz::io::data_error const&) {
        return 0;
    }
    return 1;
}
