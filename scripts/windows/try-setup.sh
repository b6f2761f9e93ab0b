#!/bin/sh
# Tries the Windows setup under Wine: its rules with a small program in place of ours, made in two versions; and then, where
# `make windows` was run, the setup that was made. Nothing of it is a trial on Windows: docs/rilis.md says what a person looks at there.
set -eu
cd "$(dirname "$0")/../.."
for package in wine wine64 xvfb nsis imagemagick gcc-mingw-w64-x86-64-win32; do
    dpkg-query -W -f '${Status}' $package 2>/dev/null | grep -q 'ok installed' || { echo "Please install $package first." >&2; exit 1; }
done
# Only root can make a disk that is full; what is mounted is seen by this script alone.
if [ "$(id -u)" = 0 ] && [ -z "${APART:-}" ]; then APART=yes exec unshare --mount --propagation private "$PWD/scripts/windows/try-setup.sh" "$@"; fi
# One screen for all of it: Wine's desktop stays on the one it began with.
[ -n "${SCREEN_IS_MADE:-}" ] || SCREEN_IS_MADE=yes exec xvfb-run -a -s "-screen 0 1024x768x24" "$PWD/scripts/windows/try-setup.sh" "$@"
work=$PWD/target/windows/try
rm -rf "$work"
mkdir -p "$work"
wine() { scripts/windows/wine.sh "$@"; }
prefix=${WINEPREFIX:-$PWD/target/windows/wine}
fail() { echo "try-setup: $1" >&2; exit 1; }
# What is started ends as it says, here as a number.
ends() { expected=$1; shift; code=0; wine "$@" || code=$?; [ "$code" = "$expected" ] || fail "$* ended with $code, not $expected"; }

wine cmd /c ver >/dev/null
home=$(find "$prefix/drive_c/users" -mindepth 1 -maxdepth 1 -type d ! -name Public | head -n 1)
local=$home/AppData/Local
there="$local/Programs/Loket PPID"
data=$local/id.loketppid.meja

# The small program says its version, and stays open for as long as the file it is told of is there.
for version in 0.1.0 0.2.0; do
    mkdir "$work/$version"
    printf '%s\n' '#include <stdio.h>' '#include <stdlib.h>' '#include <windows.h>' \
        "int main(int n, char **v) { printf(\"$version\\n\"); fflush(stdout); \
            while (n > 1 && GetFileAttributesA(v[1]) != INVALID_FILE_ATTRIBUTES) Sleep(100); return 0; }" |
        x86_64-w64-mingw32-gcc -xc - -o "$work/$version/loket-ppid.exe"
    # Large enough that a setup takes a while.
    head -c 12000000 /dev/urandom >"$work/$version/WebView2Loader.dll"
    makensis -V1 -DVERSION=$version -DPROGRAMS="$work/$version" -DICON="$PWD/src-tauri/icons/icon.ico" -DOUT="$work/$version.exe" \
        scripts/windows/loket.nsi
done
same() { cmp -s "$work/$1/loket-ppid.exe" "$there/loket-ppid.exe"; }

echo "== a silent setup, links and the entry under Apps"
entry='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\id.loketppid.meja'
# What a trial that was broken off left.
rm -rf "$there" "$data"
wine reg delete "$entry" /f >/dev/null 2>&1 || true
ends 0 "$work/0.1.0.exe" /S
same 0.1.0 || fail "the program is not there"
find -L "$home" -name 'Loket PPID.lnk' | grep -q Desktop || fail "no link on the desktop"
find -L "$home" -name 'Loket PPID.lnk' | grep -q 'Start Menu' || fail "no link in the start menu"
wine reg query "$entry" /v DisplayVersion | grep -q '0\.1\.0' || fail "no entry under Apps"

echo "== an update waits for the program that is going away, and gives up while it stays"
# Opens the program that is installed, and comes back when it is open; it closes when the file is taken away.
open_it() {
    rm -f "$work/said"
    touch "$work/open"
    wine "$there/loket-ppid.exe" "Z:$work/open" >"$work/said" &
    opened=$!
    for _ in $(seq 300); do [ ! -s "$work/said" ] || return 0; sleep 0.1; done
    fail "the program does not open"
}
open_it
(sleep 4 && rm "$work/open") &
ends 0 "$work/0.2.0.exe" /S /UPDATE
wait $opened
same 0.2.0 || fail "it was not updated"
open_it
ends 4 "$work/0.2.0.exe" /S /UPDATE
rm "$work/open"
wait $opened
same 0.2.0 || fail "a program that stays open was not left alone"

echo "== an older setup, and one that was cut short on its way, change nothing"
ends 6 "$work/0.1.0.exe" /S
head -c 3000000 "$work/0.2.0.exe" >"$work/cut.exe"
! wine "$work/cut.exe" /S || fail "a cut setup ran"
same 0.2.0 || fail "it was changed"

if [ -n "${APART:-}" ]; then
    echo "== on a full disk the old program stays"
    rm -rf "$there"
    mkdir "$there"
    wine reg delete "$entry" /f >/dev/null 2>&1 || true
    # Room for one version and not for two.
    mount -t tmpfs -o size=16m tmpfs "$there"
    ends 0 "$work/0.1.0.exe" /S
    ends 5 "$work/0.2.0.exe" /S /UPDATE
    same 0.1.0 || fail "the old program is gone"
    # Room at first, and none any more while it is written.
    mount -o remount,size=25m "$there"
    (until [ -e "$there/WebView2Loader.dll.baru" ]; do :; done; head -c 16000000 /dev/zero >"$there/other" 2>/dev/null || true) &
    ends 5 "$work/0.2.0.exe" /S /UPDATE
    wait $!
    same 0.1.0 || fail "the old program is gone"
    [ -z "$(find "$there" -name '*.baru')" ] || fail "half a program is left"
    umount -l "$there"
else
    echo "NOT TRIED: a full disk needs root."
fi

echo "== a setup that is killed leaves the old program or the new one"
old=0 new=0
for tenth in 2 6 10 14 18 22 26 30 34 38 42 46 52 60; do
    rm -rf "$there"
    wine reg delete "$entry" /f >/dev/null 2>&1 || true
    ends 0 "$work/0.1.0.exe" /S
    setsid scripts/windows/wine.sh "$work/0.2.0.exe" /S /UPDATE >/dev/null 2>&1 &
    sleep "$(awk "BEGIN { print $tenth / 10 }")"
    victim=$(pgrep -f "^$work/0.2.0.exe|[\\\\/]0.2.0.exe" | head -n 1 || true)
    [ -z "$victim" ] || kill -9 "$victim" 2>/dev/null || true
    wait $! || true
    if same 0.1.0; then old=$((old + 1)); elif same 0.2.0; then new=$((new + 1)); else fail "neither is there after $tenth tenths of a second"; fi
done
echo "   $old times the old one, $new times the new one"
ends 0 "$work/0.2.0.exe" /S /UPDATE
same 0.2.0 || fail "a setup after a killed one does not finish"

echo "== the program goes and the office's data stay"
mkdir -p "$data/data"
echo isi >"$data/data/loket.db"
# It goes on from a copy of itself, so that it can remove itself.
ends 0 "$there/copot.exe" /S
for _ in $(seq 100); do [ -e "$there" ] || break; sleep 0.2; done
[ ! -e "$there" ] || fail "the program is still there"
[ -f "$data/data/loket.db" ] || fail "the data are gone"
! wine reg query "$entry" >/dev/null 2>&1 || fail "the entry under Apps is still there"
rm -rf "$data"

made=$(ls -t target/packages/LoketPPID-*-setup.exe 2>/dev/null | head -n 1)
[ -n "$made" ] || { echo "The rules of the setup hold under Wine. No setup was made yet: make windows"; exit 0; }
echo "== $made"
ends 0 "$made" /S
wine "$there/loket-ppid.exe" bindings | grep -q register_request || fail "the program does not run"
ctl=$(ls -t target/packages/loketctl-*.exe | head -n 1)
rm -rf "$work/demo"
wine "$ctl" demo "$(wine winepath -w "$work" | tr -d '\r')\\demo" >/dev/null || fail "the demo does not walk through"
verified() { grep -q 'Berkas utuh' || fail "the desk that the demo made does not verify $1"; }
wine "$ctl" verify "$(wine winepath -w "$work/demo/meja" | tr -d '\r')" --login sari \
    --password-file "$(wine winepath -w "$work/demo/sandi.txt" | tr -d '\r')" | verified "there"
for own in target/release/loketctl target/debug/loketctl; do
    [ -x "$own" ] || continue
    "$own" verify "$work/demo/meja" --login sari --password-file "$work/demo/sandi.txt" | verified "on Linux"
    "$own" demo "$work/from-linux" >/dev/null
    wine "$ctl" verify "$(wine winepath -w "$work/from-linux/meja" | tr -d '\r')" --login sari \
        --password-file "$(wine winepath -w "$work/from-linux/sandi.txt" | tr -d '\r')" | verified "there, made on Linux"
    break
done
echo "The rules of the setup, the setup itself and the core of the program hold under Wine."
