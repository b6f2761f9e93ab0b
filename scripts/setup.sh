#!/bin/sh
# Installs what is missing: the libraries the app is built with, and what its tests look at it with; for the server alone
# (setup.sh server) no more than a compiler and one library; what programs and setup for Windows are made with (setup.sh windows).
set -eu

need="build-essential pkg-config libwebkit2gtk-4.1-dev libssl-dev libcups2-dev
webkit2gtk-driver xvfb xauth dbus dbus-x11 poppler-utils imagemagick unzip fonts-liberation fonts-noto-core
cups cups-client cups-filters printer-driver-cups-pdf postgresql libreoffice-calc-nogui"

programs="cargo node npm"
case "${1:-}" in
server)
    need="build-essential pkg-config libssl-dev"
    programs="cargo"
    ;;
windows)
    need="gcc-mingw-w64-x86-64-win32 g++-mingw-w64-x86-64-win32 nsis imagemagick"
    programs="cargo"
    ;;
esac

missing=""
for package in $need; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
if [ -n "$missing" ]; then
    echo "Installing:$missing"
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo"
    $as_root apt-get update -q
    # shellcheck disable=SC2086 # a list of packages
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
fi

for program in $programs; do
    command -v "$program" >/dev/null || { echo "Please install $program first: Rust 1.90 or newer, Node 20 or newer." >&2; exit 1; }
done
