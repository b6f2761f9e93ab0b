#!/bin/sh
# Installs a package of the desk in a clean Debian, runs it there, and takes it away again. Usage: try-packages.sh PACKAGE.deb
# The clean Debian is made by debootstrap below target/, once; that and chroot need root.
set -eu
package=$(realpath "$1")
cd "$(dirname "$0")/.."

case "$(basename "$package")" in *" "*) echo "The name of the package holds a blank: $package" >&2; exit 1 ;; esac
trial=packages
. scripts/clean-debian.sh
mkdir -p "$root/tmp/.X11-unix" /tmp/.X11-unix
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"

echo "== running what needs no window"
lacking=$(in_root sh -c 'ldd /usr/bin/loket-ppid /usr/bin/loketctl | grep "not found"' || true)
[ -z "$lacking" ] || fail "the package depends on too little: $lacking"
in_root loket-ppid bindings | grep -q 'register_request' || fail "loket-ppid bindings says nothing"
in_root loketctl deadline --received 2026-11-23 | grep -q '7 Desember 2026' || fail "loketctl deadline is wrong"
in_root loketctl demo /root/demo >/dev/null || fail "the demo does not walk through"
in_root loketctl verify /root/demo/meja --login sari --password-file /root/demo/sandi.txt | grep -q 'Berkas utuh' ||
    fail "the desk that the demo made does not verify"

echo "== opening its first window"
in_root apt-get install -y -q --no-install-recommends dbus >/dev/null
shown=$PWD/target/clean-debian-display
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$shown" 2>/dev/null &
beside=$!
for _ in $(seq 50); do [ -s "$shown" ] && break; sleep 0.1; done
display=:$(cat "$shown")
picture=$PWD/target/pictures/package.png
mkdir -p target/pictures
in_root DISPLAY="$display" LIBGL_ALWAYS_SOFTWARE=1 LOKET_DATA=/root/meja dbus-run-session -- timeout 60 loket-ppid >"$base.window.log" 2>&1 &
window=$!
painted=""
for _ in $(seq 80); do
    sleep 0.5
    DISPLAY=$display import -window root "$picture"
    # An unpainted screen has one colour or two.
    [ "$(identify -format %k "$picture")" -le 16 ] || { painted=yes; break; }
done
# It has no more to show; the session ends with it.
for process in $(pgrep -P "$window" || true); do kill "$process" 2>/dev/null || true; done
kill "$window" 2>/dev/null || true
wait "$window" 2>/dev/null || true
[ -n "$painted" ] || fail "no window was painted; see $base.window.log"

echo "== removing"
in_root apt-mark auto dbus >/dev/null
take_away loket-ppid
for left in usr/bin/loket-ppid usr/bin/loketctl usr/share/applications/loket-ppid.desktop usr/share/doc/loket-ppid; do
    [ ! -e "$root/$left" ] || fail "$left is left behind"
done
[ -f "$root/root/demo/meja/data/loket.db" ] || fail "the office's data went with the package"
echo "Installed, run and removed in a clean $release: $(basename "$package"). Its window: $picture"
