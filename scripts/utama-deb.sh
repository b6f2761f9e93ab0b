#!/bin/sh
# Makes the Debian package of the server out of a built program: scripts/utama-deb.sh [PROGRAM] [FOLDER].
set -eu

program="${1:-target/release/loket-utama}"
to="${2:-target/deb}"
here="$(cd "$(dirname "$0")/.." && pwd)"
[ -x "$program" ] || { echo "There is no $program; run make utama-deb." >&2; exit 1; }

version="$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' "$here/Cargo.toml")"
architecture="$(dpkg --print-architecture)"
root="$(mktemp -d)"
trap 'rm -rf "$root"' EXIT
chmod 0755 "$root"

install -D -m 0755 "$program" "$root/usr/bin/loket-utama"
strip --strip-unneeded "$root/usr/bin/loket-utama"
for unit in loket-utama.service loket-utama-cadangan.service loket-utama-cadangan.timer; do
    install -D -m 0644 "$here/packaging/utama/$unit" "$root/lib/systemd/system/$unit"
done
install -D -m 0644 "$here/packaging/utama/loket-utama.toml" "$root/etc/loket-utama.toml"
for example in nginx.conf Caddyfile; do
    install -D -m 0644 "$here/packaging/utama/$example" "$root/usr/share/doc/loket-utama/contoh/$example"
done
install -d "$root/usr/share/doc/loket-utama/panduan-utama" "$root/DEBIAN"
install -m 0644 "$here"/docs/panduan-utama/*.md "$root/usr/share/doc/loket-utama/panduan-utama/"
for script in postinst prerm postrm; do
    install -m 0755 "$here/packaging/utama/deb/$script" "$root/DEBIAN/$script"
done
echo /etc/loket-utama.toml > "$root/DEBIAN/conffiles"
# What it links with is read from the program, so that no library is forgotten.
mkdir "$root.read" "$root.read/debian"
trap 'rm -rf "$root" "$root.read"' EXIT
touch "$root.read/debian/control"
links="$(cd "$root.read" && dpkg-shlibdeps -O -e "$root/usr/bin/loket-utama" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')"
[ -n "$links" ] || { echo "It could not be read what $program links with." >&2; exit 1; }
size="$(du -sk "$root" | cut -f1)"
cat > "$root/DEBIAN/control" <<CONTROL
Package: loket-utama
Version: $version
Architecture: $architecture
Maintainer: Loket PPID <loket-ppid@contoh.go.id>
Installed-Size: $size
Depends: adduser, ca-certificates, $links
Suggests: nginx | caddy, postgresql-client
Section: admin
Priority: optional
Description: PPID Utama, server pusat Loket PPID
 Menerima catatan dari meja layanan informasi publik setiap kantor satu
 kabupaten, dan memperlihatkannya kepada staf PPID Utama.
CONTROL
mkdir -p "$to"
dpkg-deb --root-owner-group --build "$root" "$to/loket-utama_${version}_${architecture}.deb"
