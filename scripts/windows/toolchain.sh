#!/bin/sh
# Lays a Rust toolchain that builds for Windows below $1, out of Debian's packages; installs nothing beside it.
# 140 MB are fetched, 1.1 GB lie there, and the standard library is built once: a minute of one core.
set -eu

# The one place where the version is pinned. Debian's security archive keeps only its newest: to move on, look at
# `apt-cache madison rustc-web`, put that version here, remove target/windows, and run `make windows` and docs/rilis.md again.
RUST=1.96.0
DEBIAN="$RUST+dfsg1-1~deb12u2"
STD=libstd-rust-web-1.96
LLVM=libllvm22

T=x86_64-pc-windows-gnu
W=$(mkdir -p "$1" && cd "$1" && pwd)
R=$W/rust/usr
if [ ! -x "$R/bin/rustc" ]; then
    if ! apt-cache show "rustc-web=$DEBIAN" >/dev/null 2>&1; then
        echo "Debian has rustc-web $DEBIAN no more (or its lists are not here: apt-get update). It has:" >&2
        apt-cache madison rustc-web >&2
        echo "How to move to another version stands at the top of $0." >&2
        exit 1
    fi
    rm -rf "$W/debs" "$W/rust.part"
    mkdir -p "$W/debs" "$W/rust.part"
    (cd "$W/debs" && apt-get download -q "rustc-web=$DEBIAN" "libstd-rust-web-dev=$DEBIAN" "$STD=$DEBIAN" "rust-web-src=$DEBIAN" $LLVM)
    for deb in "$W"/debs/*.deb; do dpkg -x "$deb" "$W/rust.part"; done
    rm -rf "$W/rust" "$W/debs"
    # Named only now: a download that broke off leaves no half toolchain.
    mv "$W/rust.part" "$W/rust"
fi

D=$R/lib/rustlib/$T/lib
if [ ! -f "$D/.done" ]; then
    rm -rf "$W/target-std" "$D"
    # Debian's sources lack one crate that only tests of the library use, so its lock file is answered by the Rust registry. The first flag lets
    # what is unstable be used within the library, as its own build does; the second keeps what link-time optimization needs.
    (cd "$R/src/rustc-$RUST/library" &&
        RUSTC="$R/bin/rustc" LD_LIBRARY_PATH="$R/lib/x86_64-linux-gnu" RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$W/target-std" \
        RUSTFLAGS="-Zforce-unstable-if-unmarked -Cembed-bitcode=yes" \
        "$(rustup which cargo 2>/dev/null || command -v cargo)" build --release --locked -p sysroot --features panic-unwind,backtrace --target $T)
    mkdir -p "$D"
    cp "$W/target-std/$T/release/deps/"*.rlib "$D/"
    touch "$D/.done"
    rm -rf "$W/target-std"
fi
