# Read by the scripts that try a package: a clean Debian below target/, made by debootstrap once, and a copy of it to try in.
# Whoever reads it has set `package` and `trial`, the end of its own name; it gives `root`, `release`, `base`, `fail` and `in_root`.
# shellcheck shell=sh

fail() { echo "try-$trial: $1" >&2; exit 1; }

if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null; then
    echo "NOT TRIED: a clean Debian needs root and debootstrap. Made, but not installed anywhere: $package"
    exit 0
fi

# What is mounted below is seen by this script alone, and is gone when it ends, however it ends.
[ -n "${APART:-}" ] || APART=yes exec unshare --mount --propagation private "$PWD/scripts/try-$trial.sh" "$package"

base=$PWD/target/clean-debian root=$PWD/target/clean-debian-$trial
here=$(apt-get indextargets --format '$(CODENAME) $(SITE)' 'Created-By: Packages' | head -n 1)
release=${here%% *} mirror=${here#* }
if [ ! -f "$base.done" ]; then
    rm -rf "$base"
    mkdir -p target
    debootstrap --variant=minbase "$release" "$base" "$mirror" >"$base.log" || fail "no clean Debian; see $base.log"
    touch "$base.done"
fi

# What runs beside the clean Debian and ends with the trial.
beside=""
leave() {
    # shellcheck disable=SC2086 # a list of processes
    [ -z "$beside" ] || kill $beside 2>/dev/null || true
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
mkdir -p target/clean-debian-fetched/partial
mount --bind target/clean-debian-fetched "$root/var/cache/apt/archives"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/dev"
mkdir "$root/dev/shm" "$root/dev/pts"
mount -t devpts devpts "$root/dev/pts" -o newinstance,ptmxmode=0666
ln -s pts/ptmx "$root/dev/ptmx"
for device in null zero full random urandom tty; do cp -a "/dev/$device" "$root/dev/"; done
rm -f "$root/etc/apt/apt.conf.d/docker-clean"
before=$(in_root dpkg-query -W -f '${Package}\n' | sort)

echo "== installing"
cp "$package" "$root/root/tried.deb"
in_root apt-get update -q >/dev/null
in_root apt-get install -y -q --no-install-recommends -o APT::Keep-Downloaded-Packages=true /root/tried.deb >"$base.install.log" 2>&1 ||
    { tail -n 20 "$base.install.log" >&2; fail "it does not install"; }

# Takes a package away with its settings, and all that came for its sake. What Debian itself recommends is no reason to keep it.
take_away() {
    in_root apt-get purge -y -q "$1" >/dev/null
    in_root apt-get autoremove --purge -y -q -o APT::AutoRemove::RecommendsImportant=false -o APT::AutoRemove::SuggestsImportant=false >/dev/null
    after=$(in_root dpkg-query -W -f '${Package}\n' | sort)
    [ "$before" = "$after" ] || fail "what it brought along stays: $(echo "$after" | tr '\n' ' ')"
}
