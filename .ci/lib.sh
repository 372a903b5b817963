# Sourced by the scripts `run`: where things are, and how missing Debian packages are installed.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." >/dev/null && pwd)
jobs=${LEIBNIZ_JOBS:-2} # a compile job takes up to 1 GB

# What every build needs; `run` scripts add to it.
packages=(g++ cmake ninja-build libboost1.81-dev libxsimd-dev)
# What all the examples need besides.
example_packages=(libboost-timer1.81-dev libboost-iostreams1.81-dev
    libboost-program-options1.81-dev dataset-fashion-mnist)

is_installed() {
    dpkg -s "$1" 2>/dev/null | grep '^Status: install ok installed' >/dev/null
}

# install_packages <package>...: does nothing when all are there.
install_packages() {
    local missing=() package
    if ! command -v dpkg >/dev/null; then
        echo "This is no Debian system; what is needed here is called there: $*" >&2
        return
    fi
    for package; do
        is_installed "$package" || missing+=("$package")
    done
    if ((${#missing[@]} == 0)); then
        return
    fi

    local as_root=()
    if ((EUID != 0)); then
        if ! sudo -n true 2>/dev/null; then
            echo "Packages are missing, and this user may not install them. Please run:" >&2
            echo "    sudo apt-get install ${missing[*]}" >&2
            exit 1
        fi
        as_root=(sudo -n)
    fi
    echo "Installing ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends "${missing[@]}"
}

# configure <build folder> <arguments>...: with Ninja, unless the folder already uses another tool.
configure() {
    local build=$1 generator=()
    shift
    [[ -e $build/CMakeCache.txt ]] || generator=(-G Ninja)
    cmake -S "$root" -B "$build" "${generator[@]}" "$@"
}
