#!/bin/sh
# Installs a package of the desk in a clean Debian, runs it there, and takes it away again. Usage: try-packages.sh PACKAGE.deb
# The clean Debian is made by debootstrap below target/, once; that and chroot need root.
set -eu
package=$(realpath "$1")
cd "$(dirname "$0")/.."

fail() { echo "try-packages: $1" >&2; exit 1; }
case "$(basename "$package")" in *" "*) fail "the name of the package holds a blank" ;; esac

if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null; then
    echo "NOT TRIED: a clean Debian needs root and debootstrap. Made, but not installed anywhere: $package"
    exit 0
fi

# What is mounted below is seen by this script alone, and is gone when it ends, however it ends.
[ -n "${APART:-}" ] || APART=yes exec unshare --mount --propagation private "$PWD/scripts/try-packages.sh" "$package"

base=$PWD/target/clean-debian root=$PWD/target/clean-debian-tried
here=$(apt-get indextargets --format '$(CODENAME) $(SITE)' 'Created-By: Packages' | head -n 1)
release=${here%% *} mirror=${here#* }
if [ ! -f "$base.done" ]; then
    rm -rf "$base"
    debootstrap --variant=minbase "$release" "$base" "$mirror" >"$base.log" || fail "no clean Debian; see $base.log"
    touch "$base.done"
fi

server=""
leave() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    for place in tmp/.X11-unix dev/pts dev proc var/cache/apt/archives; do
        ! mountpoint -q "$root/$place" || umount -l "$root/$place"
    done
    rm -rf --one-file-system "$root"
}
trap leave EXIT
rm -rf --one-file-system "$root"
cp -a "$base" "$root"
in_root() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive "$@"; }

# Packages that were fetched once are there the next time.
mkdir -p target/clean-debian-fetched/partial "$root/tmp/.X11-unix" /tmp/.X11-unix
mount --bind target/clean-debian-fetched "$root/var/cache/apt/archives"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/dev"
mkdir "$root/dev/shm" "$root/dev/pts"
mount -t devpts devpts "$root/dev/pts" -o newinstance,ptmxmode=0666
ln -s pts/ptmx "$root/dev/ptmx"
for device in null zero full random urandom tty; do cp -a "/dev/$device" "$root/dev/"; done
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
rm -f "$root/etc/apt/apt.conf.d/docker-clean"
before=$(in_root dpkg-query -W -f '${Package}\n' | sort)

echo "== installing"
cp "$package" "$root/root/desk.deb"
in_root apt-get update -q >/dev/null
in_root apt-get install -y -q --no-install-recommends -o APT::Keep-Downloaded-Packages=true /root/desk.deb >"$base.install.log" 2>&1 ||
    { tail -n 20 "$base.install.log" >&2; fail "it does not install"; }

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
server=$!
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
in_root apt-get purge -y -q loket-ppid >/dev/null
for left in usr/bin/loket-ppid usr/bin/loketctl usr/share/applications/loket-ppid.desktop usr/share/doc/loket-ppid; do
    [ ! -e "$root/$left" ] || fail "$left is left behind"
done
[ -f "$root/root/demo/meja/data/loket.db" ] || fail "the office's data went with the package"
in_root apt-mark auto dbus >/dev/null
# What Debian itself recommends is no reason to keep it.
in_root apt-get autoremove --purge -y -q -o APT::AutoRemove::RecommendsImportant=false -o APT::AutoRemove::SuggestsImportant=false >/dev/null
after=$(in_root dpkg-query -W -f '${Package}\n' | sort)
[ "$before" = "$after" ] || fail "what it brought along stays: $(echo "$after" | tr '\n' ' ')"
echo "Installed, run and removed in a clean $release: $(basename "$package"). Its window: $picture"
