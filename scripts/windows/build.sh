#!/bin/sh
# `make windows`: the programs and the installer for Windows, made on Debian. Usage: build.sh [cargo arguments]
# Without arguments a release is built, the setup is made of it, and both lie in target/packages/ with their checksums.
set -eu
cd "$(dirname "$0")/../.."
scripts/setup.sh windows

W=$PWD/target/windows
scripts/windows/toolchain.sh "$W"
R=$W/rust/usr
T=x86_64-pc-windows-gnu
# A folder of its own: programs that run while building are made by another rustc than Linux', and neither would be kept beside the other.
export CARGO_TARGET_DIR="$W/build" RUSTC="$R/bin/rustc" RUSTDOC="$R/bin/rustdoc" LD_LIBRARY_PATH="$R/lib/x86_64-linux-gnu"
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
cargo=$(rustup which cargo 2>/dev/null || command -v cargo)
if [ $# -gt 0 ]; then
    exec "$cargo" "$@" --target $T
fi
# In one call: two would build the heavy crates twice, each with its own features.
"$cargo" build --release --locked -p loket-ppid -p loketctl --target $T

version=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)
programs=$CARGO_TARGET_DIR/$T/release
out=$PWD/target/packages
setup=LoketPPID-$version-setup.exe
mkdir -p "$out"
makensis -V2 -DVERSION="$version" -DPROGRAMS="$programs" -DICON="$PWD/src-tauri/icons/icon.ico" -DOUT="$out/$setup" scripts/windows/loket.nsi
cp "$programs/loketctl.exe" "$out/loketctl-$version.exe"
size=$(stat -c %s "$out/$setup")
[ "$size" -le 20971520 ] || { echo "The setup is larger than 20 MB: $size bytes." >&2; exit 1; }
(cd "$out" && sha256sum "$setup" "loketctl-$version.exe" >"LoketPPID-$version-windows.sha256")
echo "Made: $out/$setup ($size bytes). It is not signed; docs/rilis.md says what comes next."
